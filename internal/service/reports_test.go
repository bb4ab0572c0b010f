package service_test

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"

	"xinxing/ent"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
	"xinxing/internal/store"
	"xinxing/internal/store/wake"
)

// reported are the rows of a report over the week, as words.
func (p *people) reported(ctx context.Context, figures []reporting.Figure, by ...reporting.Dimension) []string {
	p.t.Helper()
	rows, err := p.Desk.Report(ctx, service.ReportInput{Figures: figures, By: by, Step: reporting.StepWhole, From: p.dayOf("2026-02-23"), Until: p.dayOf("2026-03-31")}, 100, "")
	p.ok(err)
	var out []string
	for _, r := range rows {
		var row []string
		for _, k := range r.Keys {
			row = append(row, k.Name)
		}
		for _, v := range r.Values {
			if v == nil {
				row = append(row, "-")
			} else {
				row = append(row, fmt.Sprint(*v))
			}
		}
		out = append(out, strings.Join(row, " "))
	}
	return out
}

// A week of the office: what was received, finished, late and found, right at once after each act.
func TestR_FiguresAreRightAtOnce(t *testing.T) {
	both(t, func(p *people) {
		count := []reporting.Figure{reporting.FigureReceived, reporting.FigureResolved, reporting.FigureInTime, reporting.FigureOverdue, reporting.FigureOnTimeRate}
		p.want("nothing yet", p.reported(p.As("director"), count), "[]")
		first := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 2)
		p.want("received", p.reported(p.As("director"), count), "[1 0 0 0 -]")
		p.complete("clerk-a", first)
		p.want("resolved", p.reported(p.As("director"), count), "[1 1 1 0 100]")
		late := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 1)
		p.At("2026-03-03 09:00")
		p.fire()
		p.want("overdue", p.reported(p.As("director"), count), "[2 1 1 1 100]")
		p.want("by the item", p.reported(p.As("director"), count[:2], reporting.ByItem), "["+p.Items["SQ-01"].Name+" 2 1]")
		p.want("by kind", p.reported(p.As("director"), []reporting.Figure{reporting.FigureBreaches}, reporting.ByKind), "[PROMISE_MISSED 1]")
		// What came to its item later counts there, and nowhere else any more.
		bare := p.open("clerk-b", "")
		p.want("of no item", p.reported(p.As("director"), count[:1], reporting.ByItem), "[ 1 "+p.Items["SQ-01"].Name+" 2]")
		p.done(p.Desk.PromiseCase(p.As("clerk-b"), service.PromiseCaseInput{CaseRef: p.ref(bare), ItemID: &p.Items["SQ-01"].ID, WorkingDays: 2, ToldWay: casework.TellByPhone}))
		p.want("of its item", p.reported(p.As("director"), count[:1], reporting.ByItem), "["+p.Items["SQ-01"].Name+" 3]")
		_ = late
		p.sound()
	})
}

// The list behind a figure holds as many cases as it counts, each of which the viewer may see.
func TestR_EveryNumberOpensTheCasesBehindIt(t *testing.T) {
	both(t, func(p *people) {
		p.complete("clerk-a", p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 2))
		p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 1)
		p.open("clerk-b", "")
		p.At("2026-03-03 09:00")
		p.fire()
		behind := func(f reporting.Figure, where *service.FigureFilter) int {
			seen := map[string]bool{}
			for after := (*service.Place)(nil); ; {
				page, count, err := p.Desk.FigureCases(p.As("director"), f, p.dayOf("2026-02-23"), p.dayOf("2026-03-31"), where, 1, after)
				p.ok(err)
				n, err := count(p.As("director"))
				p.ok(err)
				for _, c := range page[:min(1, len(page))] {
					seen[c.ID] = true
					after = &service.Place{At: c.ContactAt, ID: c.ID}
				}
				if len(page) < 2 {
					if n != len(seen) {
						t.Errorf("%s: %d cases, counted %d", f, len(seen), n)
					}
					return n
				}
			}
		}
		for f, want := range map[reporting.Figure]int{
			reporting.FigureReceived: 3, reporting.FigureResolved: 1, reporting.FigureOverdue: 1, reporting.FigureOnTimeRate: 1, reporting.FigureMedianHours: 1, reporting.FigureGuided: 0,
		} {
			if got := behind(f, nil); got != want {
				t.Errorf("%s: %d", f, got)
			}
		}
		if got := behind(reporting.FigureReceived, &service.FigureFilter{ItemCodes: []string{"SQ-01"}}); got != 2 {
			t.Errorf("of the item: %d", got)
		}
		if got := behind(reporting.FigureReceived, &service.FigureFilter{StaffIDs: []string{p.Staff["clerk-b"].ID}}); got != 1 {
			t.Errorf("of the clerk: %d", got)
		}
	})
}

// Who may see what counts: a clerk the own posts without what is said about colleagues, leaders their community, the reporting tool the same, nobody else
// anything.
func TestR_WhoSeesWhatCounts(t *testing.T) {
	both(t, func(p *people) {
		p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 1)
		p.open("clerk-b", "")
		p.At("2026-03-03 09:00")
		p.fire()
		asked := []reporting.Figure{reporting.FigureReceived, reporting.FigureBreaches}
		for login, want := range map[string]string{"director": "[2 2]", "leader": "[2 2]", "clerk-a": "[1 0]", "clerk-b": "[]", "clerk-c": "[1 0]", "administrator": "[]", "neighbour": "[]"} {
			p.want(login, p.reported(p.As(login), asked), want)
		}
		if _, err := p.Desk.Report(t.Context(), service.ReportInput{Figures: asked, From: p.dayOf("2026-02-23"), Until: p.dayOf("2026-02-24")}, 10, ""); err == nil {
			t.Error("the public reads reports")
		}
		for _, c := range []struct {
			in   store.Viewer
			want string
		}{
			{store.Viewer{Community: p.Community, Communities: []string{p.Community}, Token: "tok_1", Scopes: []cobuild.Scope{cobuild.ScopeReadAggregates}}, "[2 2]"},
			{store.Viewer{Community: p.Neighbour, Communities: []string{p.Neighbour}, Token: "tok_1", Scopes: []cobuild.Scope{cobuild.ScopeReadAggregates}}, "[]"},
			{store.Viewer{Community: p.Community, Communities: []string{p.Community}, Token: "tok_1", Scopes: []cobuild.Scope{cobuild.ScopeReadProjects}, Partner: "ptn_1"}, "[]"},
		} {
			p.want(fmt.Sprint(c.in.Scopes, c.in.Community), p.reported(store.With(t.Context(), c.in), asked), c.want)
		}
		for _, login := range []string{"clerk-a", "director"} { // nobody writes what counts but the program
			if err := p.Desk.Store.Read().FigureEntry.Create().SetCommunityID(p.Community).SetRecordID("abs_1").SetMeasure(reporting.Received).SetDay("2026-02-26").SetValue(1).SetN(1).Exec(p.As(login)); err == nil {
				t.Errorf("%s writes figures", login)
			}
		}
	})
}

// What cannot be answered is refused, with its field.
func TestR_WhatIsAskedWrong(t *testing.T) {
	both(t, func(p *people) {
		day := func(s string) workday.Date { return p.dayOf(s) }
		good := service.ReportInput{Figures: []reporting.Figure{reporting.FigureReceived}, From: day("2026-02-01"), Until: day("2026-02-28")}
		many := make([]string, 101)
		for name, c := range map[string]struct {
			change func(*service.ReportInput)
			code   office.Code
			first  int
			after  string
		}{
			"no figure":         {func(in *service.ReportInput) { in.Figures = nil }, office.BadInput, 10, ""},
			"an unknown figure": {func(in *service.ReportInput) { in.Figures = []reporting.Figure{"X"} }, office.BadInput, 10, ""},
			"ends before":       {func(in *service.ReportInput) { in.Until = day("2026-01-31") }, office.BadInput, 10, ""},
			"too long":          {func(in *service.ReportInput) { in.Until = day("2036-12-31") }, office.LimitExceeded, 10, ""},
			"the same twice":    {func(in *service.ReportInput) { in.By = []reporting.Dimension{reporting.ByItem, reporting.ByItem} }, office.BadInput, 10, ""},
			"by too much": {func(in *service.ReportInput) {
				in.By = []reporting.Dimension{reporting.ByItem, reporting.ByPost, reporting.ByStaff, reporting.ByKind}
			}, office.LimitExceeded, 10, ""},
			"too long a filter": {func(in *service.ReportInput) { in.Where = &service.FigureFilter{ItemCodes: many} }, office.LimitExceeded, 10, ""},
			"no page":           {func(*service.ReportInput) {}, office.LimitExceeded, 0, ""},
			"a broken cursor":   {func(*service.ReportInput) {}, office.BadInput, 10, "!"},
			"another's cursor":  {func(*service.ReportInput) {}, office.BadInput, 10, "W10"},
		} {
			in := good
			c.change(&in)
			_, err := p.Desk.Report(p.As("director"), in, c.first, c.after)
			if err == nil {
				t.Errorf("%s is answered", name)
				continue
			}
			p.refused(err, c.code, "R")
		}
	})
}

// A database from before anything was counted is reckoned from its journals, once, and what was tampered with is found and mended by what is added.
func TestR_WhatWasNeverCountedIsReckonedFromTheJournals(t *testing.T) {
	both(t, func(p *people) {
		p.complete("clerk-a", p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 2))
		var late *ent.CaseFile = p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 1)
		p.At("2026-03-03 09:00")
		p.fire()
		all := reporting.Definitions()
		figures := make([]reporting.Figure, len(all))
		for i, d := range all {
			figures[i] = d.Figure
		}
		want := fmt.Sprint(p.reported(p.As("director"), figures, reporting.ByStaff))
		p.damage("DELETE FROM figure_entries")
		p.damage("UPDATE cases SET tally = '{}'")
		p.ok(p.Desk.KeepFigures(t.Context()))
		p.want("reckoned", p.reported(p.As("director"), figures, reporting.ByStaff), want)
		p.sound()
		p.damage("DELETE FROM figure_entries WHERE case_id = $1", late.ID)
		p.ok(p.Desk.KeepFigures(t.Context())) // by the same rules, so it does not look
		report, err := p.Desk.Verify(p.System())
		p.ok(err)
		p.want("found, in the case and in what is rolled up of two months", len(report.Findings), 3)
		p.damage("INSERT INTO figure_entries (community_id, case_id, measure, day, staff_id, value, n) VALUES ($1, $2, 'GUIDED', '2026-03-01', '', 1, 1)", p.Community, late.ID)
		n, err := p.Desk.RebuildFigures(t.Context(), p.Community)
		p.ok(err)
		p.want("mended", n, 1)
		p.want("as before", p.reported(p.As("director"), figures, reporting.ByStaff), want)
		n, err = p.Desk.RebuildFigures(t.Context(), p.Community)
		p.ok(err)
		p.want("nothing more to mend", n, 0)
		p.sound()
	})
}

// Whoever asks what changed since the last time hears of every day, also of those that are counted by many at once while one asks.
func TestR_ChangesPassNothingOverWhileManyCountAtOnce(t *testing.T) {
	both(t, func(p *people) {
		const days, writers = 28, 7
		none, err := p.Desk.FigureChanges(p.As("director"), "")
		p.ok(err)
		p.want("nothing", len(none.Days), 0)
		stop, failed := make(chan struct{}), make(chan error, writers)
		var wg sync.WaitGroup
		for w := range writers {
			wg.Go(func() {
				for n := w; n < days; n += writers {
					in := p.openInput("SQ-01")
					in.ContactAt = new(p.Clock.Now().AddDate(0, 0, -n))
					if _, err := p.Desk.OpenCase(p.As("clerk-a"), in); err != nil {
						failed <- err
						return
					}
				}
			})
		}
		go func() { wg.Wait(); close(stop) }()
		heard, cursor := map[string]bool{}, none.Cursor
		for last := false; ; {
			changed, err := p.Desk.FigureChanges(p.As("director"), cursor)
			p.ok(err)
			for _, d := range changed.Days {
				heard[d.Date.String()] = true
			}
			cursor = changed.Cursor
			if last && !changed.HasMore {
				break
			}
			select {
			case <-stop:
				last = true
			default:
			}
		}
		close(failed)
		for err := range failed {
			p.ok(err)
		}
		p.want("days", len(heard), days)
		again, err := p.Desk.FigureChanges(p.As("director"), cursor)
		p.ok(err)
		p.want("and nothing more", len(again.Days), 0)
		for login, want := range map[string]int{"administrator": 0, "clerk-b": 0, "clerk-c": days, "neighbour": 0} {
			seen, err := p.Desk.FigureChanges(p.As(login), "")
			p.ok(err)
			p.want(login, len(seen.Days), want)
		}
		_, err = p.Desk.FigureChanges(p.As("director"), "!")
		p.refused(err, office.BadInput, "R")
		p.sound()
	})
}

// Figures are folded by two programs at once beside acts: whoever asks meanwhile never sees one twice or not at all, and at the end everything is there.
func TestR_FoldsBesideActsCountEverythingOnce(t *testing.T) {
	both(t, func(p *people) {
		const writers, each = 3, 8
		other := p.process(wake.Options{})
		failed, stop := make(chan error, writers+2), make(chan struct{})
		var acts, folds sync.WaitGroup
		for range writers {
			acts.Go(func() {
				for range each {
					if _, err := p.Desk.OpenCase(p.As("clerk-a"), p.openInput("SQ-01")); err != nil {
						failed <- err
						return
					}
				}
			})
		}
		for _, d := range []*service.Desk{p.Desk, other} {
			folds.Go(func() {
				for {
					select {
					case <-stop:
						return
					default:
					}
					if _, err := d.FoldFigures(p.System(), p.Community, 2); err != nil {
						failed <- err
						return
					}
				}
			})
		}
		over := make(chan struct{})
		go func() { acts.Wait(); close(over) }()
		received := func() int {
			told := p.reported(p.As("director"), []reporting.Figure{reporting.FigureReceived})
			if len(told) == 0 {
				return 0
			}
			n, err := strconv.Atoi(told[0])
			p.ok(err)
			return n
		}
		for last, done := 0, false; !done; {
			select {
			case <-over:
				done = true
			default:
			}
			n := received()
			if n < last || n > writers*each {
				t.Fatalf("%d received after %d", n, last)
			}
			last = n
		}
		close(stop)
		folds.Wait()
		close(failed)
		for err := range failed {
			p.ok(err)
		}
		p.want("received", received(), writers*each)
		_, err := p.Desk.FoldFigures(p.System(), p.Community, 1)
		p.ok(err)
		p.want("all rolled up", received(), writers*each)
		again, err := other.FoldFigures(p.System(), p.Community, 1)
		p.ok(err)
		p.want("nothing is folded twice", again, 0)
		p.damage("UPDATE figure_rollups SET total = total + 1 WHERE rollup = 'STAFF' AND measure = 'RECEIVED'")
		report, err := p.Desk.Verify(p.System())
		p.ok(err)
		p.want("found", len(report.Findings), 1)
		_, err = p.Desk.RebuildFigures(p.System(), p.Community)
		p.ok(err)
		p.sound()
		// Without the number up to which it was folded nothing rolled up is read: it would count twice with the entries.
		p.damage("DELETE FROM facts WHERE id = $1", "figures:"+p.Community)
		p.want("from entries alone", received(), writers*each)
		p.sound()
		// Nor beside a community that is folded.
		p.ok(p.Desk.Store.Act(p.System(), p.Neighbour, func(ctx context.Context, tx *store.Tx) error {
			return tx.FigureEntry.Create().SetCommunityID(p.Neighbour).SetRecordID("abs_1").SetMeasure(reporting.Received).SetDay("2026-02-25").SetStaffID("stf_1").SetValue(1).SetN(1).Exec(ctx)
		}))
		n, err := p.Desk.FoldFigures(p.System(), p.Neighbour, 1)
		p.ok(err)
		p.want("the neighbour's", n, 1)
		p.want("of both", strings.Join(p.reported(p.reporter(p.Community, p.Neighbour), []reporting.Figure{reporting.FigureReceived}), ","), fmt.Sprint(writers*each+1))
	})
}

// Whom a rating is about finds the case by no figure, by none of its days, posts or channels, whoever they are (Q6); others who may read ratings do.
func TestQ6_NobodyFindsWhoRatedThemByFigures(t *testing.T) {
	both(t, func(p *people) {
		for _, who := range []string{"director", "clerk-a"} {
			c := p.done(p.Desk.ResolveOnSpot(p.As(who), service.ResolveOnSpotInput{CaseRef: p.ref(p.open(who, "SQ-01")), Outcome: "已答复"}))
			link := strings.Split(p.Desk.Link(c), "/")
			_, err := p.Desk.Rate(p.Context(), service.RateInput{ReceiptNo: link[2], Token: link[3], Level: casework.Satisfied})
			p.ok(err)
		}
		ratings := []reporting.Figure{reporting.FigureRatings}
		ask := func() map[string]string {
			told := map[string]string{}
			for _, login := range []string{"director", "leader", "supervisor", "clerk-a", "clerk-c"} {
				for _, by := range [][]reporting.Dimension{nil, {reporting.ByKind}, {reporting.ByStaff}, {reporting.ByItem}, {reporting.ByPost, reporting.ByStaff}} {
					told[fmt.Sprint(login, by)] = fmt.Sprint(p.reported(p.As(login), ratings, by...))
				}
			}
			return told
		}
		before := ask()
		_, err := p.Desk.FoldFigures(p.System(), p.Community, 1)
		p.ok(err)
		p.want("rolled up", ask(), before)
		for login, want := range map[string]int{"director": 1, "leader": 2, "supervisor": 2, "clerk-a": 0, "clerk-c": 0, "administrator": 0} {
			told := p.reported(p.As(login), ratings, reporting.ByStaff)
			p.want(login+" is told", len(told), want)
			page, count, err := p.Desk.FigureCases(p.As(login), reporting.FigureRatings, p.dayOf("2026-02-23"), p.dayOf("2026-03-31"), nil, 50, nil)
			p.ok(err)
			n, err := count(p.As(login))
			p.ok(err)
			p.want(login+" finds", fmt.Sprint(len(page), n), fmt.Sprint(want, want))
			for _, c := range page {
				if c.ResponsibleID == p.Staff[login].ID {
					t.Errorf("%s finds the case that rated them", login)
				}
			}
		}
	})
}
