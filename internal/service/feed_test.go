package service_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"xinxing/ent"
	"xinxing/ent/caseevent"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
)

// journal is the numbers of the community's entries after one, in order, as the table has them.
func (p *people) journal(after int64) []int64 {
	p.t.Helper()
	all, err := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.CommunityID(p.Community), caseevent.IDGT(after)).Order(caseevent.ByID()).All(p.System())
	p.ok(err)
	out := []int64{}
	for _, e := range all {
		out = append(out, e.ID)
	}
	return out
}

// reader follows a desk's journal from a cursor on, with as many interruptions as there are entries over every.
type reader struct {
	desk  *service.Desk
	ctx   context.Context
	from  int64
	every int // hang up after so many entries and come back with the cursor; 0 stays
	got   []int64
	err   error
}

// read goes on until the entry with the number last.
func (r *reader) read(last func() int64) {
	at := r.from
	for {
		ctx, hangUp := context.WithCancel(r.ctx)
		cursor := service.EventCursor(at)
		events, err := r.desk.DeskEvents(ctx, &cursor)
		if err != nil {
			r.err = err
			hangUp()
			return
		}
		n := 0
		for e := range events {
			id, err := service.ReadEventCursor(&e.Cursor)
			if err != nil {
				r.err = err
				break
			}
			r.got = append(r.got, id)
			at = id
			if n++; n == r.every || reached(at, last()) {
				break
			}
		}
		hangUp()
		for range events { // until it has ended
		}
		if r.err != nil || reached(at, last()) {
			return
		}
		if r.ctx.Err() != nil {
			r.err = fmt.Errorf("after %d entries: %w", len(r.got), r.ctx.Err())
			return
		}
	}
}

// reached tells whether the reader is at the last entry or beyond; there is none while they are still being written.
func reached(at, last int64) bool { return last > 0 && at >= last }

func TestFeed_SixtyFourWritersInFourProcesses(t *testing.T) {
	onPostgres(t, store.Options{Wake: quick}, func(p *people) {
		const perDesk, rounds = 16, 2
		desks := []*service.Desk{p.Desk, p.process(quick), p.process(quick), p.process(quick)}
		p.open("clerk-b", "")
		start := p.journal(0)
		ctx, cancel := context.WithTimeout(p.As("clerk-c"), 2*patient)
		defer cancel()
		var mu sync.Mutex
		end := int64(-1)
		last := func() int64 { mu.Lock(); defer mu.Unlock(); return end }
		var readers []*reader
		var reading, writing sync.WaitGroup
		for i, d := range desks {
			for _, every := range []int{0, 7 + i} {
				r := &reader{desk: d, ctx: ctx, from: start[0], every: every}
				readers = append(readers, r)
				reading.Go(func() { r.read(last) })
			}
		}
		logins := []string{"clerk-a", "clerk-b", "clerk-c", "grid"}
		errs := make(chan error, len(desks)*perDesk)
		for _, d := range desks {
			for w := range perDesk {
				login := logins[w%len(logins)]
				writing.Go(func() {
					for range rounds {
						in := p.openInput("")
						payload, err := d.OpenCase(p.As(login), in)
						if err == nil {
							ref := service.CaseRef{CaseID: payload.Case.ID, Version: payload.Case.Version, ClientMutationID: servicetest.ID()}
							_, err = d.ResolveOnSpot(p.As(login), service.ResolveOnSpotInput{CaseRef: ref, Outcome: "已答复"})
						}
						if err != nil {
							errs <- err
							return
						}
					}
				})
			}
		}
		writing.Wait()
		close(errs)
		for err := range errs {
			t.Error(err)
		}
		// One entry more, which lets those stop who have read everything already.
		p.open("clerk-b", "")
		want := p.journal(start[0])
		mu.Lock()
		end = want[len(want)-1]
		mu.Unlock()
		p.open("clerk-b", "")
		reading.Wait()
		if len(want) != len(desks)*perDesk*rounds*2+1 {
			t.Errorf("%d entries were written", len(want))
		}
		for i, r := range readers {
			if r.err != nil {
				t.Errorf("reader %d: %v", i, r.err)
			}
			got := r.got[:min(len(r.got), len(want))]
			if !slices.Equal(got, want) {
				t.Errorf("reader %d, hanging up every %d, read %d of %d entries; they differ from the %dth on", i, r.every, len(r.got), len(want), firstDifference(got, want))
			}
		}
		p.sound()
	})
}

// next is the next of a feed; a feed that ended instead fails the test.
func next[T any](p *people, feed <-chan *T) *T {
	p.t.Helper()
	e, ok := <-feed
	if !ok {
		p.t.Fatal("the feed ended")
	}
	return e
}

// A director's superior sits in the subdistrict: what concerns them comes from the communities below, live, each once,
// also after a break, though numbers of different communities are in no common order.
func TestFeed_T7_TheSupervisorFollowsEveryCommunityBelow(t *testing.T) {
	both(t, func(p *people) {
		// The director answers for a promise: the superior of the last warnings is the supervisor.
		c := p.promise("director", p.open("director", "SQ-01"), 1)
		neighbours := p.done(p.Desk.OpenCase(p.As("neighbour"), service.OpenCaseInput{
			Channel: casework.ChannelVisit, Anonymous: true, Situation: "住在邻家小区", Demand: "咨询老年证", ClientMutationID: p.ID(),
		}))
		over := p.Viewer("supervisor")
		over.Communities = append(over.Communities, p.Neighbour) // as when both belong to the subdistrict
		supervisor := store.With(p.Context(), over)
		patience, tired := context.WithTimeout(supervisor, patient)
		defer tired()
		ctx, hangUp := context.WithCancel(patience)
		start := service.EventCursor(0)
		live, err := p.Desk.DeadlineEvents(ctx, &start)
		p.ok(err)
		p.Clock.Set(c.DueAt)
		p.fire()
		first := next(p, live)
		p.want("first", fmt.Sprint(first.Kind, *first.CaseID == c.ID), fmt.Sprint(casework.AlarmHandoverOfferPassed, true))
		hangUp()
		for range live { // until it has ended
		}
		ctx, hangUp = context.WithCancel(patience)
		defer hangUp()
		live, err = p.Desk.DeadlineEvents(ctx, &first.Cursor)
		p.ok(err)
		p.want("second", next(p, live).Kind, casework.AlarmPromiseTwoHours)
		p.want("third", next(p, live).Kind, casework.AlarmPromisePassed)

		// The desk's feed has both communities, each in its own order.
		events, err := p.Desk.DeskEvents(ctx, &start)
		p.ok(err)
		all, err := p.Desk.Store.Read().CaseEvent.Query().Count(p.System())
		p.ok(err)
		n, theirs, last := 0, 0, map[bool]int64{}
		for e := range events {
			other := *e.CaseID == neighbours.ID
			id, ok := service.EventID(e.EventID)
			if !ok || id <= last[other] {
				t.Errorf("entry %d after %d", id, last[other])
			}
			if last[other] = id; other {
				theirs++
			}
			if n++; n == all {
				break
			}
		}
		p.want("of the own community", n-theirs, len(p.journal(0)))
		if theirs == 0 {
			t.Error("nothing of the neighbours")
		}

		// The list gives cursors from which the feed goes on with nothing missed and nothing twice.
		list, err := p.Desk.MyWarnings(supervisor, 100)
		p.ok(err)
		p.want("list", len(list), 3)
		after, err := p.Desk.DeadlineEvents(ctx, &list[1].Cursor)
		p.ok(err)
		p.want("after the older", (next(p, after)).EventID, list[0].EventID)
		again := p.promise("director", p.open("director", "SQ-01"), 1)
		after, err = p.Desk.DeadlineEvents(ctx, &list[0].Cursor)
		p.ok(err)
		p.Clock.Set(again.DueAt)
		p.fire()
		p.want("after the newest", *next(p, after).CaseID, again.ID)
	})
}

func firstDifference(a, b []int64) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

func TestFeed_FromAnyCursor(t *testing.T) {
	both(t, func(p *people) {
		for range 5 {
			p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 3)
		}
		whole := p.journal(0)
		for i, from := range append([]int64{0}, whole[:len(whole)-1]...) {
			r := &reader{desk: p.Desk, ctx: p.As("clerk-b"), from: from}
			r.read(func() int64 { return whole[len(whole)-1] })
			if r.err != nil || !slices.Equal(r.got, whole[i:]) {
				t.Errorf("from %d: %v, want %v (%v)", from, r.got, whole[i:], r.err)
			}
		}
		for _, cursor := range []string{"x", "ZXw", "!!", service.EventCursor(-5)} {
			_, err := p.Desk.DeskEvents(p.As("clerk-b"), &cursor)
			p.refused(err, office.BadInput, "")
		}
	})
}

func TestFeed_EachSeesWhatIsTheirs(t *testing.T) {
	both(t, func(p *people) {
		before := goleak.IgnoreCurrent()
		ctx, cancel := context.WithCancel(p.Context())
		defer cancel()
		as := func(login string) context.Context { return store.With(ctx, p.Viewer(login)) }
		_, err := p.Desk.DeadlineEvents(as("administrator"), nil)
		p.refused(err, office.Forbidden, "")
		_, err = p.Desk.DeskEvents(ctx, nil)
		p.refused(err, office.Unauthenticated, "")
		mine := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 2)
		other := p.open("clerk-b", "")
		_, err = p.Desk.CaseEvents(as("neighbour"), mine.ID, nil)
		p.refused(err, office.NotFound, "")
		start := service.EventCursor(0)
		toA, err := p.Desk.DeadlineEvents(as("clerk-a"), &start)
		p.ok(err)
		toLeader, err := p.Desk.DeadlineEvents(as("leader"), &start)
		p.ok(err)
		toNeighbour, err := p.Desk.DeskEvents(as("neighbour"), &start)
		p.ok(err)
		ofCase, err := p.Desk.CaseEvents(as("supervisor"), other.ID, &start)
		p.ok(err)
		p.At("2026-02-28 17:00")
		p.fire()
		for _, want := range []casework.AlarmKind{
			casework.AlarmPromiseTwoDays, casework.AlarmPromiseOneDay, casework.AlarmPromiseTwoHours, casework.AlarmPromisePassed,
		} {
			e := <-toA
			p.want("to the clerk", e.Kind, want)
		}
		for _, want := range []casework.AlarmKind{casework.AlarmFirstContactPassed, casework.AlarmPromiseTwoHours, casework.AlarmPromisePassed} {
			e := <-toLeader
			p.want("to the leader", e.Kind, want)
		}
		for _, want := range []casework.EventKind{casework.EventCaseOpened, casework.EventWarning, casework.EventWarning, casework.EventBreachFound} {
			e := <-ofCase
			p.want("of the case", fmt.Sprint(e.Kind, e.CaseID == other.ID), fmt.Sprint(want, true))
		}
		select {
		case e := <-toNeighbour:
			t.Errorf("the neighbour reads %s", e.Kind)
		default:
		}
		cancel()
		for range toA {
			t.Error("more for the clerk")
		}
		for range toLeader {
			t.Error("more for the leader")
		}
		for range ofCase {
			t.Error("more of the case")
		}
		for range toNeighbour {
			t.Error("something for the neighbour")
		}
		goleak.VerifyNone(t, before, goleak.IgnoreAnyFunction("database/sql.(*DB).connectionOpener"))
	})
}

// What changes of an absence is heard by everybody in the office at once, whoever it is addressed to (B7): that it did,
// and nothing that is for those whom it concerns (A4).
func TestFeed_B7_AnAbsenceIsHeardByAllAndReadByThoseItConcerns(t *testing.T) {
	both(t, func(p *people) {
		p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 3)
		ctx, cancel := context.WithTimeout(p.Context(), patient)
		defer cancel()
		as := func(login string) context.Context { return store.With(ctx, p.Viewer(login)) }
		follow := func(login string) <-chan *service.DeskEvent {
			events, err := p.Desk.DeskEvents(as(login), nil)
			p.ok(err)
			return events
		}
		person, colleague, administrator, supervisor, neighbour := follow("clerk-a"), follow("grid"), follow("administrator"), follow("supervisor"), follow("neighbour")
		ab := p.planned("clerk-a", "2026-03-02 08:30", "2026-03-02 17:00")
		p.write("clerk-a", ab)
		p.takeOver(ab)
		p.ok(p.approve("director", ab))
		p.At("2026-03-02 17:00")
		p.fire()
		emergency, err := p.leave("clerk-a", duty.Emergency, "", "")
		p.ok(err)
		_, err = p.Desk.ReturnToDuty(p.As("clerk-a"), service.ReturnToDutyInput{AbsenceRef: p.absenceRef(emergency)})
		p.ok(err)
		p.At("2026-03-04 09:00") // the list of the emergency is missed: a failing, and nobody else's business
		p.fire()
		mine, err := p.leave("grid", duty.Planned, "2026-03-09 08:30", "2026-03-09 17:00")
		p.ok(err)

		// read is what a stream tells of absences up to the last act, each with whether it says more than that it happened.
		read := func(events <-chan *service.DeskEvent) (open, bare []casework.EventKind, cases int) {
			for {
				e := next(p, events)
				switch {
				case e.CaseID != nil:
					cases++
				case e.ActorID != nil || e.ForViewer:
					open = append(open, e.Kind)
				case *e.RecordID == ab.ID || *e.RecordID == emergency.ID || *e.RecordID == mine.ID:
					bare = append(bare, e.Kind)
				}
				if e.RecordID != nil && *e.RecordID == mine.ID {
					return open, bare, cases
				}
			}
		}
		shown := []casework.EventKind{}
		missed := 0
		all, err := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.RecordIDIn(ab.ID, emergency.ID)).Order(caseevent.ByID()).All(p.System())
		p.ok(err)
		for _, e := range all {
			if e.Kind == casework.EventAbsenceListMissed {
				missed++
			} else {
				shown = append(shown, e.Kind)
			}
		}
		p.want("missed lists", missed, 1)
		open, bare, cases := read(colleague)
		p.want("a colleague hears", fmt.Sprint(bare), fmt.Sprint(shown))
		p.want("a colleague reads", fmt.Sprint(open), fmt.Sprint([]casework.EventKind{casework.EventAbsenceAsked}))
		p.want("a colleague has cases", cases > 0, true)
		_, bare, cases = read(administrator)
		p.want("an administrator hears", fmt.Sprint(bare), fmt.Sprint(append(slices.Clone(shown), casework.EventAbsenceAsked)))
		p.want("cases for an administrator", cases, 0)
		for name, events := range map[string]<-chan *service.DeskEvent{"the person": person, "the supervisor": supervisor} {
			open, bare, _ = read(events)
			if !slices.Contains(append(open, bare...), casework.EventAbsenceListMissed) {
				t.Errorf("%s does not read that the list was missed", name)
			}
		}

		// Why it is, and its journal, stay where they were.
		for _, one := range []*ent.Absence{ab, emergency} {
			p.want("a colleague sees why", p.Desk.MaySeeReason(as("grid"), p.absence(one)), false)
			entries, err := p.Desk.RecordEvents(as("grid"), one.ID)
			p.ok(err)
			p.want("entries for a colleague", len(entries), 0)
		}
		cancel()
		for e := range neighbour {
			t.Errorf("the neighbour hears %s", e.Kind)
		}
	})
}

// A subscription outlives no store: its channel ends.
func TestFeed_EndsWithTheStore(t *testing.T) {
	both(t, func(p *people) {
		d := p.process(rare)
		events, err := d.DeskEvents(p.As("clerk-a"), nil)
		p.ok(err)
		p.ok(d.Store.Close())
		for range events {
			t.Error("an entry of a closed store")
		}
	})
}
