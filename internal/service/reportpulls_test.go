package service_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/ent/caseevent"
	"xinxing/internal/files"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/reporting"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
)

var errShelf = errors.New("no room")

// shelf is a store of files in memory that counts what is stored, and fails while broken.
type shelf struct {
	mu     sync.Mutex
	held   map[string][]byte
	puts   map[string]int
	most   int64
	broken error
	fails  map[string]bool // by key, each once
	during func()          // happens once, while something is stored
}

func (s *shelf) Put(_ context.Context, key string, _ files.Kind, r io.Reader, size int64) error {
	b, err := io.ReadAll(r)
	s.mu.Lock()
	happens := s.during
	s.during = nil
	s.mu.Unlock()
	if happens != nil {
		happens()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken != nil {
		return s.broken
	}
	if s.fails[key] {
		delete(s.fails, key)
		return errShelf
	}
	s.held[key], s.most = b, max(s.most, size)
	s.puts[key]++
	return err
}

func (s *shelf) Open(_ context.Context, key string) (io.ReadCloser, int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	b, ok := s.held[key]
	if !ok {
		return nil, 0, fs.ErrNotExist
	}
	return io.NopCloser(bytes.NewReader(b)), int64(len(b)), nil
}

func (s *shelf) Delete(_ context.Context, key string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.held, key)
	return nil
}

func (p *people) shelf() *shelf {
	s := &shelf{held: map[string][]byte{}, puts: map[string]int{}}
	p.Desk.Files = s
	return s
}

// asked is what the tests ask for, by item and month.
func (p *people) asked(format reporting.PullFormat) service.AskReportInput {
	return service.AskReportInput{
		Figures: []reporting.Figure{reporting.FigureReceived, reporting.FigureResolved, reporting.FigureOnTimeRate, reporting.FigureMedianHours},
		By:      []reporting.Dimension{reporting.ByItem, reporting.ByStaff}, Step: reporting.StepMonth,
		From: p.dayOf("2026-01-15"), Until: p.dayOf("2026-03-20"), Format: format, Language: reporting.PullChinese, ClientMutationID: servicetest.ID(),
	}
}

// asks asks for a report.
func (p *people) asks(ctx context.Context, in service.AskReportInput) *ent.ReportPull {
	p.t.Helper()
	made, err := p.Desk.AskReport(ctx, in)
	p.ok(err)
	return made.ReportPull
}

// made makes what waits, and gives the pull as its asker sees it then.
func (p *people) made(ctx context.Context, id string) *ent.ReportPull {
	p.t.Helper()
	_, err := p.Desk.MakePulls(p.Context())
	p.ok(err)
	pull, err := p.Desk.ReportPull(ctx, id)
	p.ok(err)
	return pull
}

// fetched is the file of a pull.
func (p *people) fetched(ctx context.Context, id string) string {
	p.t.Helper()
	_, _, r, err := p.Desk.OpenPull(ctx, id)
	p.ok(err)
	defer r.Close()
	b, err := io.ReadAll(r)
	p.ok(err)
	return string(b)
}

// byToken is the reporting tool of some communities.
func (p *people) byToken(giver context.Context, communities ...string) context.Context {
	p.t.Helper()
	made, err := p.Desk.CreateToken(giver, service.CreateTokenInput{
		Kind: cobuild.TokenReporter, Name: "报表", Scopes: []cobuild.Scope{cobuild.ScopeReadAggregates}, ExpiresAt: p.Desk.Now().Add(24 * time.Hour),
		CommunityIDs: communities, ClientMutationID: servicetest.ID(),
	})
	p.ok(err)
	v, err := p.Desk.TokenViewer(p.Context(), *made.Secret)
	p.ok(err)
	return store.With(p.Context(), v)
}

// busy is an office of which something counts, over two months.
func busy(p *people) {
	for i := range 4 {
		c := p.promise("clerk-a", p.open("clerk-a", []string{"SQ-01", "DJ-01"}[i%2]), 2)
		if i%2 == 0 {
			p.complete("clerk-a", c)
		}
	}
	p.open("clerk-b", "")
	p.At("2026-03-03 09:00")
	p.fire()
	p.promise("clerk-b", p.open("clerk-b", "SQ-01"), 1)
}

func TestR_APullIsAskedForMadeAndFetched(t *testing.T) {
	both(t, func(p *people) {
		p.shelf()
		busy(p)
		me := p.As("director")
		in := p.asked(reporting.PullCSV)
		pull := p.asks(me, in)
		if pull.State != reporting.PullWaiting || service.PullPath(pull) != nil {
			t.Fatalf("%+v", pull)
		}
		if again := p.asks(me, in); again.ID != pull.ID {
			t.Error("repeated, it is another")
		}
		_, _, _, err := p.Desk.OpenPull(me, pull.ID)
		p.refused(err, office.RefusedState, "R")
		pull = p.made(me, pull.ID)
		if pull.State != reporting.PullReady || pull.RowCount == 0 || *service.PullPath(pull) != "/reports/"+pull.ID {
			t.Fatalf("%+v", pull)
		}
		file := p.fetched(me, pull.ID)
		head := "\ufeff期间起,期间止,事项编码,事项,人员编号,人员,接待件数,办结件数,按期办结率 (%),办理用时中位数\r\n"
		if !strings.HasPrefix(file, head) || strings.Count(file, "\r\n") != pull.RowCount+1 || int64(len(file)) != pull.Bytes {
			t.Errorf("%q", file)
		}
		told := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.KindEQ(casework.EventReportAsked)).AllX(p.System())
		if len(told) != 1 || told[0].RecordID != pull.ID || told[0].AboutID == nil || *told[0].AboutID != p.Staff["director"].ID {
			t.Errorf("journal: %+v", told)
		}
		p.sound()
	})
}

// pages is what report gives page by page.
func (p *people) pages(ctx context.Context, in service.AskReportInput, size int) []*service.ReportRow {
	p.t.Helper()
	var all []*service.ReportRow
	for after := ""; ; {
		rows, err := p.Desk.Report(ctx, service.ReportInput{Figures: in.Figures, By: in.By, Step: in.Step, From: in.From, Until: in.Until, Where: in.Where}, size, after)
		p.ok(err)
		all = append(all, rows[:min(size, len(rows))]...)
		if len(rows) <= size {
			return all
		}
		after = rows[size-1].Cursor()
	}
}

// The rows of a pull are the pages of report, whatever the step, the format and the asker.
func TestR_APullIsThePagesOfTheReport(t *testing.T) {
	both(t, func(p *people) {
		p.shelf()
		busy(p)
		tool := p.byToken(p.As("director"))
		for _, step := range []reporting.Step{reporting.StepWhole, reporting.StepDay, reporting.StepWeek, reporting.StepMonth, reporting.StepQuarter, reporting.StepYear} {
			for who, ctx := range map[string]context.Context{"director": p.As("director"), "clerk-b": p.As("clerk-b"), "administrator": p.As("administrator"), "token": tool} {
				in := p.asked(reporting.PullNDJSON)
				in.Step = step
				want := p.pages(ctx, in, 2)
				pull := p.made(ctx, p.asks(ctx, in).ID)
				if pull.RowCount != len(want) {
					t.Fatalf("%s, %s: %d rows, want %d", who, step, pull.RowCount, len(want))
				}
				var lines []string
				for _, line := range strings.Split(strings.TrimSpace(p.fetched(ctx, pull.ID)), "\n") {
					if line != "" {
						lines = append(lines, line)
					}
				}
				for i, row := range want {
					var got struct {
						From, Until, ITEM, ITEM_NAME, STAFF, STAFF_NAME string
						RECEIVED, RESOLVED, ON_TIME_RATE, MEDIAN_HOURS  *float64
					}
					p.ok(json.Unmarshal([]byte(lines[i]), &got))
					say := func(v *float64) any {
						if v == nil {
							return "-"
						}
						return *v
					}
					p.want(who+" "+string(step), fmt.Sprint(got.From, got.Until, got.ITEM, got.ITEM_NAME, got.STAFF, got.STAFF_NAME, say(got.RECEIVED), say(got.RESOLVED), say(got.ON_TIME_RATE), say(got.MEDIAN_HOURS)),
						fmt.Sprint(row.From.String(), row.Until.String(), row.Keys[0].Key, row.Keys[0].Name, row.Keys[1].Key, row.Keys[1].Name, say(row.Values[0]), say(row.Values[1]), say(row.Values[2]), say(row.Values[3])))
				}
			}
		}
	})
}

// Nobody but who asked sees a pull, not even who leads.
func TestR_APullIsItsAskersAlone(t *testing.T) {
	both(t, func(p *people) {
		p.shelf()
		busy(p)
		tool, other := p.byToken(p.As("director")), p.byToken(p.As("director"))
		of := map[string]context.Context{"director": p.As("director"), "leader": p.As("leader"), "clerk-a": p.As("clerk-a"), "supervisor": p.As("supervisor"), "tool": tool, "other": other, "neighbour": p.As("neighbour")}
		for owner, ctx := range of {
			id := p.asks(ctx, p.asked(reporting.PullCSV)).ID
			p.made(ctx, id)
			for who, them := range of {
				_, err := p.Desk.ReportPull(them, id)
				_, _, _, open := p.Desk.OpenPull(them, id)
				list, listed := p.Desk.ReportPulls(them, 100)
				p.ok(listed)
				seen := false
				for _, one := range list {
					seen = seen || one.ID == id
				}
				if who == owner {
					if err != nil || open != nil || !seen {
						t.Errorf("%s: %v, %v", who, err, open)
					}
					continue
				}
				p.refused(err, office.NotFound, "")
				p.refused(open, office.NotFound, "")
				if seen {
					t.Errorf("%s lists what %s asked for", who, owner)
				}
			}
		}
		if _, err := p.Desk.AskReport(p.Context(), p.asked(reporting.PullCSV)); err == nil {
			t.Error("the public asks")
		}
		partner := store.With(p.Context(), store.Viewer{Community: p.Community, Communities: []string{p.Community}, Token: "tok_1", Partner: "ptn_1", Scopes: []cobuild.Scope{cobuild.ScopeReadProjects}})
		_, err := p.Desk.AskReport(partner, p.asked(reporting.PullCSV))
		p.refused(err, office.Forbidden, "R")
	})
}

// The worker makes what is asked for as soon as it is committed, and ends with its context.
func TestR_TheWorkerMakesWhatIsAskedFor(t *testing.T) {
	both(t, func(p *people) {
		p.shelf()
		busy(p)
		ctx, stop := context.WithCancel(p.Context())
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			p.Desk.KeepPulls(ctx)
		}()
		wakes, end := p.Desk.Store.Wakes()
		defer end()
		me := p.As("director")
		id := p.asks(me, p.asked(reporting.PullCSV)).ID
		limit := time.After(time.Minute)
		for {
			pull, err := p.Desk.ReportPull(me, id)
			p.ok(err)
			if pull.State == reporting.PullReady {
				break
			}
			select {
			case <-wakes:
			case <-limit:
				t.Fatalf("still %s", pull.State)
			}
		}
		stop()
		<-ended
	})
}

// What waited when the program ended is made after the next start; what cannot be stored is tried again, and FAILED in the end.
func TestR_APullSurvivesARestart(t *testing.T) {
	both(t, func(p *people) {
		s := p.shelf()
		busy(p)
		me := p.As("director")
		id := p.asks(me, p.asked(reporting.PullXLSX)).ID
		stopping, stop := context.WithCancel(p.Context())
		stop()
		_, _ = p.Desk.MakePulls(stopping)
		s.broken = errors.New("no room on disk /srv/files")
		if _, err := p.Desk.MakePulls(p.Context()); err == nil {
			t.Error("nobody is told that it could not be stored")
		}
		if pull, err := p.Desk.ReportPull(me, id); err != nil || pull.State != reporting.PullWaiting {
			t.Fatalf("%+v, %v", pull, err)
		}
		s.broken = nil
		next := service.New(p.Desk.Store, p.Clock, p.Desk.Box, slog.New(slog.DiscardHandler))
		next.Files = s
		n, err := next.MakePulls(p.Context())
		p.ok(err)
		p.want("before its time", n, 0)
		p.At("2026-03-03 09:02")
		n, err = next.MakePulls(p.Context())
		p.ok(err)
		p.want("made by the next", n, 1)
		if file := p.fetched(me, id); !strings.HasPrefix(file, "PK") {
			t.Errorf("%q", file[:min(20, len(file))])
		}
		s.broken = errors.New("no room")
		id = p.asks(me, p.asked(reporting.PullCSV)).ID
		for i := range reporting.PullTries {
			p.At(fmt.Sprintf("2026-03-03 1%d:00", i))
			_, _ = p.Desk.MakePulls(p.Context())
		}
		pull, err := p.Desk.ReportPull(me, id)
		p.ok(err)
		if pull.State != reporting.PullFailed || *pull.Failure != office.Internal {
			t.Errorf("%+v", pull)
		}
	})
}

// However many make pulls at once, each is made once.
func TestR_APullIsMadeOnce(t *testing.T) {
	both(t, func(p *people) {
		s := p.shelf()
		busy(p)
		for _, who := range []string{"director", "leader", "clerk-a", "clerk-b"} {
			for range 4 {
				p.asks(p.As(who), p.asked(reporting.PullCSV))
			}
		}
		var working sync.WaitGroup
		total, mu := 0, sync.Mutex{}
		for range 6 {
			desk := p.Again(t).Desk // another process
			desk.Files = s
			working.Go(func() {
				n, err := desk.MakePulls(p.Context())
				mu.Lock()
				defer mu.Unlock()
				if total += n; err != nil {
					t.Error(err)
				}
			})
		}
		working.Wait()
		p.want("made", total, 16)
		for key, n := range s.puts {
			if n != 1 {
				t.Errorf("%s was stored %d times", key, n)
			}
		}
		for _, pull := range p.Desk.Store.Read().ReportPull.Query().AllX(p.System()) {
			if pull.State != reporting.PullReady || pull.Tries != 1 {
				t.Errorf("%s %s: %d tries", pull.ID, pull.State, pull.Tries)
			}
		}
	})
}

// Whoever was silent for too long has lost the pull to another, and spoils nothing.
func TestR_WhoIsSilentLosesThePull(t *testing.T) {
	both(t, func(p *people) {
		s := p.shelf()
		busy(p)
		me := p.As("director")
		id := p.asks(me, p.asked(reporting.PullCSV)).ID
		next := p.Again(t).Desk
		next.Files = s
		s.during = func() {
			p.At("2026-03-03 09:06")
			n, err := next.MakePulls(p.Context())
			p.ok(err)
			p.want("made by the next", n, 1)
		}
		if n, err := p.Desk.MakePulls(p.Context()); err == nil || n != 0 {
			t.Errorf("%d, %v", n, err)
		}
		pull, err := p.Desk.ReportPull(me, id)
		p.ok(err)
		if pull.State != reporting.PullReady || pull.Tries != 2 || len(s.held) != pull.Parts {
			t.Errorf("%+v, %d files", pull, len(s.held))
		}
		p.fetched(me, id)
	})
}

// After seven days a file is gone, and nothing of it is left.
func TestR_APullGoesAfterSevenDays(t *testing.T) {
	both(t, func(p *people) {
		s := p.shelf()
		busy(p)
		me := p.As("director")
		id := p.made(me, p.asks(me, p.asked(reporting.PullCSV)).ID).ID
		p.At("2026-03-10 08:59")
		n, err := p.Desk.ClearPulls(p.Context())
		p.ok(err)
		p.want("before", n, 0)
		p.fetched(me, id)
		p.At("2026-03-10 09:00")
		_, _, _, err = p.Desk.OpenPull(me, id) // also where nobody cleared it yet
		p.refused(err, office.RefusedState, "R")
		n, err = p.Desk.ClearPulls(p.Context())
		p.ok(err)
		p.want("cleared", n, 1)
		pull, err := p.Desk.ReportPull(me, id)
		p.ok(err)
		if pull.State != reporting.PullGone || service.PullPath(pull) != nil || len(s.held) != 0 {
			t.Errorf("%+v, %d files left", pull, len(s.held))
		}
		n, err = p.Desk.ClearPulls(p.Context())
		p.ok(err)
		p.want("again", n, 0)
	})
}

func TestR_APullIsRefused(t *testing.T) {
	both(t, func(p *people) {
		p.shelf()
		me := p.As("director")
		for field, change := range map[string]func(*service.AskReportInput){
			"figures": func(in *service.AskReportInput) { in.Figures = nil },
			"until":   func(in *service.AskReportInput) { in.Until = p.dayOf("2026-01-01") },
			"by":      func(in *service.AskReportInput) { in.By = []reporting.Dimension{reporting.ByItem, reporting.ByItem} },
		} {
			in := p.asked(reporting.PullCSV)
			change(&in)
			_, err := p.Desk.AskReport(me, in)
			if r, ok := errors.AsType[*office.Refusal](err); !ok || r.Field != field {
				t.Errorf("%s: %v", field, err)
			}
		}
		for range reporting.PullsWaiting {
			p.asks(me, p.asked(reporting.PullCSV))
		}
		_, err := p.Desk.AskReport(me, p.asked(reporting.PullCSV))
		p.refused(err, office.LimitExceeded, "R")
		p.asks(p.As("leader"), p.asked(reporting.PullCSV)) // another's do not count
		_, err = p.Desk.MakePulls(p.Context())
		p.ok(err)
		p.asks(me, p.asked(reporting.PullCSV))
		// Whose token ended meanwhile gets nothing.
		tool := p.byToken(p.As("director"))
		id := p.asks(tool, p.asked(reporting.PullCSV)).ID
		v, _ := store.ViewerOf(tool)
		_, err = p.Desk.RevokeToken(me, service.RevokeTokenInput{TokenID: v.Token, ClientMutationID: servicetest.ID()})
		p.ok(err)
		if pull := p.made(tool, id); pull.State != reporting.PullFailed || *pull.Failure != office.Forbidden {
			t.Errorf("%+v", pull)
		}
	})
}

// A pull of many rows is read and stored in pieces.
func TestR_ALargePullIsBounded(t *testing.T) {
	both(t, func(p *people) {
		s := p.shelf()
		const days, staff, part = 250, 60, 64 << 10
		service.StoresPartsOf(p.Desk, part)
		err := p.Desk.Store.Act(p.System(), p.Community, func(ctx context.Context, tx *store.Tx) error {
			first := p.dayOf("2025-01-01")
			for d := range days {
				var many []*ent.FigureEntryCreate
				for n := range staff {
					many = append(many, tx.FigureEntry.Create().SetCommunityID(p.Community).SetRecordID(fmt.Sprintf("abs_%d_%d", d, n)).SetMeasure(reporting.Received).
						SetDay(first.AddDays(d).String()).SetStaffID(fmt.Sprintf("stf_%s_%04d", strings.Repeat("x", 24), n)).SetItemCode("=1+1").SetValue(1).SetN(1))
				}
				if err := tx.FigureEntry.CreateBulk(many...).Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		p.ok(err)
		me := p.As("director")
		in := p.asked(reporting.PullCSV)
		in.From, in.Until, in.Step, in.Figures = p.dayOf("2024-12-01"), p.dayOf("2026-03-01"), reporting.StepDay, []reporting.Figure{reporting.FigureReceived}
		pull := p.made(me, p.asks(me, in).ID)
		if pull.State != reporting.PullReady || pull.RowCount != days*staff {
			t.Fatalf("%+v", pull)
		}
		file := p.fetched(me, pull.ID)
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(file, "\ufeff"))).ReadAll()
		p.ok(err)
		p.want("rows", len(rows), days*staff+1)
		for i := 2; i < len(rows); i++ {
			if rows[i-1][0]+rows[i-1][4] >= rows[i][0]+rows[i][4] {
				t.Fatalf("row %d comes after %d: %v, %v", i-1, i, rows[i-1], rows[i])
			}
			if rows[i][2] != "'=1+1" {
				t.Fatalf("a formula: %v", rows[i])
			}
		}
		in.Format, in.ClientMutationID = reporting.PullNDJSON, servicetest.ID()
		lines := p.made(me, p.asks(me, in).ID)
		if n := strings.Count(p.fetched(me, lines.ID), "\n"); n != days*staff || int64(len(p.fetched(me, lines.ID))) != lines.Bytes {
			t.Errorf("%d lines, %d bytes", n, lines.Bytes)
		}
		p.want("the largest part", s.most, int64(part))
		for _, one := range []*ent.ReportPull{pull, lines} {
			if want := int((one.Bytes + part - 1) / part); one.Parts != want || want < 10 {
				t.Errorf("%d bytes in %d parts, want %d", one.Bytes, one.Parts, want)
			}
		}
		p.want("kept", len(s.held), pull.Parts+lines.Parts)

		// A store that fails in the middle leaves no part of that try, and the next makes the whole.
		in.ClientMutationID = servicetest.ID()
		again := p.asks(me, in)
		s.mu.Lock()
		s.fails = map[string]bool{fmt.Sprintf("reports/%s/%s/1-00003", strings.ToLower(p.Community), strings.ToLower(again.ID)): true}
		s.mu.Unlock()
		if _, err := p.Desk.MakePulls(p.Context()); !errors.Is(err, errShelf) {
			t.Fatalf("%v, want the store's error", err)
		}
		p.want("kept after the failure", len(s.held), pull.Parts+lines.Parts)
		p.At("2026-03-03 09:02")
		if got, want := p.fetched(me, p.made(me, again.ID).ID), p.fetched(me, lines.ID); got != want {
			t.Errorf("%d bytes, want the %d of before", len(got), len(want))
		}

		p.At("2026-03-20 09:00")
		n, err := p.Desk.ClearPulls(p.Context())
		p.ok(err)
		p.want("cleared", n, 3)
		p.want("left of all parts", len(s.held), 0)
	})
}

// Who supervises lets the reporting tool read some of the communities; it sees those and nothing of any other.
func TestR_ATokenReadsTheCommunitiesThatItWasGranted(t *testing.T) {
	both(t, func(p *people) {
		s := p.Desk.Store.Read().Staff.GetX(p.System(), p.Staff["supervisor"].ID)
		above, second := s.CommunityID, ""
		err := p.Desk.Store.Act(p.System(), above, func(ctx context.Context, tx *store.Tx) error {
			c, err := tx.Community.Create().SetName("第二社区").SetParentID(above).SetHours(p.Desk.Store.Read().Community.GetX(ctx, above).Hours).SetLimits(casework.DefaultLimits()).Save(ctx)
			if err != nil {
				return err
			}
			second = c.ID
			for _, of := range []string{above, second, p.Neighbour} {
				if err := tx.FigureEntry.Create().SetCommunityID(of).SetRecordID("abs_" + of).SetMeasure(reporting.Received).SetDay("2026-02-26").SetValue(1).SetN(1).Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		p.ok(err)
		over := func() context.Context { // as the communities are now
			_, v, err := p.Desk.SignIn(p.Context(), service.SignInInput{Login: "supervisor", Password: servicetest.Password})
			p.ok(err)
			return store.With(p.Context(), v)
		}
		supervisor := over()
		p.open("clerk-a", "SQ-01")
		p.open("clerk-a", "SQ-01")
		count := []reporting.Figure{reporting.FigureReceived}
		days := func(ctx context.Context) string {
			changes, err := p.Desk.FigureChanges(ctx, "")
			p.ok(err)
			var of []string
			for _, c := range changes.Days {
				of = append(of, p.Desk.Store.Read().Community.GetX(p.System(), c.CommunityID).Name)
			}
			return fmt.Sprint(of)
		}
		for _, c := range []struct {
			of           []string
			report, days string
		}{
			{[]string{second}, "[第二社区 1]", "[第二社区]"},
			{[]string{p.Community}, "[新星社区 2]", "[新星社区]"},
			{nil, "[九站街道 1]", "[九站街道]"},
		} {
			tool := p.byToken(supervisor, c.of...)
			p.want("report", p.reported(tool, count, reporting.ByCommunity), c.report)
			p.want("changes", days(tool), c.days)
			token, err := p.Desk.CurrentToken(tool)
			p.ok(err)
			read, err := p.Desk.CommunitiesOf(tool, token)
			p.ok(err)
			p.want("communities", len(read), 1)
		}
		made, err := p.Desk.CreateToken(supervisor, service.CreateTokenInput{
			Kind: cobuild.TokenReporter, Name: "两个社区", Scopes: []cobuild.Scope{cobuild.ScopeReadAggregates}, ExpiresAt: p.Desk.Now().Add(24 * time.Hour),
			CommunityIDs: []string{p.Community, second, second}, ClientMutationID: servicetest.ID(),
		})
		p.ok(err)
		again := func() context.Context {
			v, err := p.Desk.TokenViewer(p.Context(), *made.Secret)
			p.ok(err)
			return store.With(p.Context(), v)
		}
		two := again()
		p.want("both", len(p.reported(two, count, reporting.ByCommunity)), 2)
		p.shelf()
		in := p.asked(reporting.PullNDJSON)
		in.By = []reporting.Dimension{reporting.ByCommunity}
		if file := p.fetched(two, p.made(two, p.asks(two, in).ID).ID); strings.Count(file, "\n") != 2 || strings.Contains(file, above) || strings.Contains(file, p.Neighbour) {
			t.Errorf("%s", file)
		}
		give := func(giver context.Context, kind cobuild.TokenKind, of ...string) error {
			_, err := p.Desk.CreateToken(giver, service.CreateTokenInput{
				Kind: kind, Name: "报表", Scopes: []cobuild.Scope{cobuild.ScopeReadAggregates}, ExpiresAt: p.Desk.Now().Add(24 * time.Hour),
				CommunityIDs: of, ClientMutationID: servicetest.ID(),
			})
			return err
		}
		// One that moves under another subdistrict takes its figures along.
		p.ok(p.Desk.Store.Act(p.System(), above, func(ctx context.Context, tx *store.Tx) error {
			return tx.Community.UpdateOneID(second).SetParentID(p.Neighbour).Exec(ctx)
		}))
		supervisor = over()
		p.refused(give(supervisor, cobuild.TokenReporter, second), office.NotFound, "R")
		if names := p.reported(again(), count, reporting.ByCommunity); fmt.Sprint(names) != "[新星社区 2]" {
			t.Errorf("after it moved away: %v", names)
		}
		p.refused(give(supervisor, cobuild.TokenReporter, p.Neighbour), office.NotFound, "R")
		p.refused(give(p.As("director"), cobuild.TokenReporter, above), office.NotFound, "R")
		p.refused(give(p.As("director"), cobuild.TokenReporter, p.Neighbour), office.NotFound, "R")
		p.ok(give(p.As("director"), cobuild.TokenReporter, p.Community))
		p.refused(give(p.As("clerk-a"), cobuild.TokenReporter, p.Community), office.Forbidden, "P5")
		p.refused(give(supervisor, cobuild.TokenPartner), office.Forbidden, "P5")
	})
}
