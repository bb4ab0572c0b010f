package service_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/absencepost"
	"xinxing/ent/alarm"
	"xinxing/ent/caseevent"
	"xinxing/ent/posthandover"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
)

// leave asks for an absence; from and until are instants such as "2026-03-02 08:30", "" where they are left open.
func (p *people) leave(login string, kind duty.AbsenceKind, from, until string) (*ent.Absence, error) {
	p.t.Helper()
	in := service.AskAbsenceInput{Kind: kind, Reason: "家中有事", ClientMutationID: p.ID()}
	if from != "" {
		at := servicetest.Instant(p.t, from)
		in.From = &at
	}
	if until != "" {
		at := servicetest.Instant(p.t, until)
		in.Until = &at
	}
	payload, err := p.Desk.AskAbsence(p.As(login), in)
	if err != nil {
		return nil, err
	}
	return payload.Absence, nil
}

func (p *people) planned(login, from, until string) *ent.Absence {
	p.t.Helper()
	ab, err := p.leave(login, duty.Planned, from, until)
	p.ok(err)
	return ab
}

func (p *people) absence(ab *ent.Absence) *ent.Absence {
	p.t.Helper()
	ab, err := p.Desk.Store.Read().Absence.Get(p.System(), ab.ID)
	p.ok(err)
	return ab
}

func (p *people) absenceRef(ab *ent.Absence) service.AbsenceRef {
	p.t.Helper()
	return service.AbsenceRef{AbsenceID: ab.ID, Version: p.absence(ab).Version, ClientMutationID: p.ID()}
}

func (p *people) lists(ab *ent.Absence) []*ent.PostHandOver {
	p.t.Helper()
	all, err := p.Desk.Store.Read().PostHandOver.Query().Where(posthandover.AbsenceID(ab.ID)).Order(posthandover.ByID()).All(p.System())
	p.ok(err)
	return all
}

// listed says what is on the lists: post, receiver, receipt numbers of how many cases.
func (p *people) listed(ab *ent.Absence) []string {
	out := []string{}
	for _, l := range p.lists(ab) {
		post := "-"
		if l.PostID != nil {
			post = p.Desk.Store.Read().Post.GetX(p.System(), *l.PostID).Code
		}
		out = append(out, fmt.Sprintf("%s to %s: %d", post, p.name(l.ToID), len(l.Lines)))
	}
	slices.Sort(out)
	return out
}

// write writes every list of an absence with a note on each case.
func (p *people) write(login string, ab *ent.Absence) {
	p.t.Helper()
	for _, l := range p.lists(ab) {
		in := service.WriteHandOverListInput{AbsenceRef: p.absenceRef(ab), ListID: l.ID, Note: "见备注", Things: []service.ThingInput{{Kind: duty.ThingSeal, Name: "业务章"}}}
		for _, line := range l.Lines {
			in.Notes = append(in.Notes, service.LineNoteInput{CaseID: line.Case, Note: "等街道回复"})
		}
		_, err := p.Desk.WriteHandOverList(p.As(login), in)
		p.ok(err)
	}
}

func (p *people) takeOver(ab *ent.Absence) {
	p.t.Helper()
	for _, l := range p.lists(ab) {
		_, err := p.Desk.AcceptHandOverList(p.As(p.name(l.ToID)), service.AcceptHandOverListInput{AbsenceRef: p.absenceRef(ab), ListID: l.ID})
		p.ok(err)
	}
}

func (p *people) approve(login string, ab *ent.Absence) error {
	p.t.Helper()
	_, err := p.Desk.DecideAbsence(p.As(login), service.DecideAbsenceInput{AbsenceRef: p.absenceRef(ab), Approve: true})
	return err
}

// told are the kinds of the entries of an absence's journal, with those to whom they are addressed.
func (p *people) told(ab *ent.Absence) []string {
	all, err := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.RecordID(ab.ID)).Order(caseevent.ByNumber()).All(p.System())
	p.ok(err)
	out := []string{}
	for _, e := range all {
		out = append(out, strings.TrimPrefix(string(e.Kind), "ABSENCE_")+": "+p.names(e.Audience))
	}
	return out
}

// The way of a planned absence: asked for, handed over, accepted, approved; it begins and ends by the clock, B answers for
// A's cases meanwhile and only then, and A sees what was done.
func TestB4_B7_PlannedAbsence(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-b", p.open("clerk-b", "ZX-01"), 3) // P-2: b, then c; due Monday 2 March
		undisposed := p.open("clerk-b", "")
		ab := p.planned("clerk-b", "2026-02-27 13:30", "2026-03-02 17:00")
		p.want("state", ab.State, duty.AbsenceAsked)
		p.want("lists", p.listed(ab), []string{"- to leader: 1", "P-2 to clerk-c: 1"})

		p.refused(p.approve("leader", ab), office.NeedsHandOver, "B4")
		list := p.lists(ab)[slices.IndexFunc(p.lists(ab), func(l *ent.PostHandOver) bool { return l.PostID != nil })]
		_, err := p.Desk.WriteHandOverList(p.As("clerk-b"), service.WriteHandOverListInput{AbsenceRef: p.absenceRef(ab), ListID: list.ID})
		p.refused(err, office.NeedsExplanation, "B4") // it is due while B has it
		_, err = p.Desk.AcceptHandOverList(p.As("clerk-c"), service.AcceptHandOverListInput{AbsenceRef: p.absenceRef(ab), ListID: list.ID})
		p.refused(err, office.NotResponsible, "B4") // nothing is written yet
		p.write("clerk-b", ab)
		p.refused(p.approve("leader", ab), office.NeedsHandOver, "B4")
		_, err = p.Desk.AcceptHandOverList(p.As("clerk-a"), service.AcceptHandOverListInput{AbsenceRef: p.absenceRef(ab), ListID: list.ID})
		p.refused(err, office.NotResponsible, "B4")
		p.takeOver(ab)
		_, err = p.Desk.WriteHandOverList(p.As("clerk-b"), service.WriteHandOverListInput{AbsenceRef: p.absenceRef(ab), ListID: list.ID})
		p.refused(err, office.AlreadyDone, "B4")
		p.ok(p.approve("leader", ab))
		p.refused(p.approve("leader", ab), office.RefusedState, "B4")

		p.At("2026-02-27 13:29")
		p.fire()
		p.want("still there", p.state("clerk-b"), duty.OnDuty)
		p.holds(c, "clerk-b", duty.AsFirstResponder, "clerk-b")
		p.sound()
		// Nobody turned the page, but the time has come: the first who acts finds it turned.
		p.At("2026-02-27 13:30")
		p.want("away by the clock", p.state("clerk-b"), duty.Away)
		_, err = p.Desk.CompleteCase(p.As("clerk-b"), service.CompleteCaseInput{CaseRef: p.ref(c), Outcome: "好"})
		p.refused(err, office.Conflict, "") // it is another's already
		p.fire()
		_, err = p.Desk.CompleteCase(p.As("clerk-b"), service.CompleteCaseInput{CaseRef: p.ref(c), Outcome: "好"})
		p.refused(err, office.NotOnDuty, "B2")
		p.holds(c, "clerk-c", duty.AsStandIn, "clerk-b")
		p.holds(undisposed, "leader", duty.AsSuperior, "clerk-b")
		p.want("begun", p.absence(ab).State, duty.AbsenceRunning)
		standing, err := p.Desk.StandingIn(p.As("clerk-c"))
		p.ok(err)
		p.want("stands in", len(standing) == 1 && standing[0].ID == ab.ID, true)
		none, err := p.Desk.StandingIn(p.As("clerk-a"))
		p.ok(err)
		p.want("stands in for nobody", len(none), 0)
		p.sound()

		p.done(p.Desk.RequestExtension(p.As("clerk-c"), service.RequestExtensionInput{CaseRef: p.ref(c), WorkingDays: 1, Reason: "等待街道回复"}))
		p.At("2026-03-02 17:00")
		p.fire()
		p.want("over", p.absence(ab).State, duty.AbsenceEnded)
		p.holds(c, "clerk-b", duty.AsFirstResponder, "clerk-b")
		p.want("stood in", p.count(c, casework.EventStoodIn), 1)
		p.want("returned", p.count(c, casework.EventCustodyReturned), 1)
		deeds, err := p.Desk.DoneMeanwhile(p.As("clerk-b"), list)
		p.ok(err)
		p.want("done meanwhile", len(deeds) == 1 && deeds[0].Kind == casework.EventExtensionRequested && deeds[0].CaseID == c.ID, true)
		p.want("no list is missing", p.absence(ab).NextAt, (*time.Time)(nil))
		p.want("told", p.told(ab), []string{
			"ASKED: clerk-b leader", "LIST_WRITTEN: leader", "LIST_WRITTEN: clerk-c", "LIST_ACCEPTED: clerk-b leader", "LIST_ACCEPTED: clerk-b leader",
			"APPROVED: clerk-b clerk-c leader", "BEGAN: clerk-b clerk-c leader", "ENDED: clerk-b leader",
		})
		p.sound()

		for at, want := range map[string]string{"2026-02-26 08:00": "", "2026-02-26 09:00": "clerk-b", "2026-02-27 13:29": "clerk-b", "2026-02-27 13:30": "clerk-c", "2026-03-02 16:59": "clerk-c", "2026-03-02 17:00": "clerk-b"} {
			got := ""
			s, err := p.Desk.ResponsibleAt(p.As("clerk-a"), c, servicetest.Instant(t, at))
			p.ok(err)
			if s != nil {
				got = s.Login
			}
			p.want("responsible at "+at, got, want)
		}
		_, err = p.Desk.ResponsibleAt(p.As("clerk-a"), c, servicetest.Instant(t, "2026-03-02 17:01"))
		p.refused(err, office.BadInput, "")
	})
}

// B4: a planned absence is asked for before the office closes on the working day before it begins.
func TestB4_AWorkingDayAhead(t *testing.T) {
	both(t, func(p *people) {
		for _, test := range []struct {
			now, from, until string
			code             office.Code
			clause           string
		}{
			{"2026-02-26 09:00", "2026-02-26 13:30", "2026-02-26 17:00", office.TooLate, "B4"},
			{"2026-02-26 17:00", "2026-02-27 08:30", "2026-02-27 17:00", "", ""},
			{"2026-02-26 17:01", "2026-02-27 08:30", "2026-02-27 17:00", office.TooLate, "B4"},
			{"2026-02-27 17:01", "2026-03-02 08:30", "2026-03-02 17:00", "", ""}, // the make-up Saturday lies between
			{"2026-02-28 17:00", "2026-03-02 08:30", "2026-03-02 11:30", "", ""},
			{"2026-02-28 17:01", "2026-03-02 08:30", "2026-03-02 17:00", office.TooLate, "B4"},
			{"2026-03-01 10:00", "2026-03-03 08:30", "2026-03-03 08:30", office.BadInput, "B4"}, // no time at all
			{"2026-03-01 10:00", "2026-02-27 08:30", "2026-03-03 08:30", office.BadInput, "B4"}, // begun long ago
			{"2026-03-01 10:00", "2026-03-03 08:30", "2027-03-05 08:30", office.BadInput, "B4"}, // longer than a year
			{"2026-03-01 10:00", "2026-03-03 08:30", "", office.BadInput, "B4"},
		} {
			p.At(test.now)
			ab, err := p.leave("grid", duty.Planned, test.from, test.until)
			if test.code != "" {
				p.refused(err, test.code, test.clause)
				continue
			}
			p.ok(err)
			_, err = p.Desk.WithdrawAbsence(p.As("grid"), service.WithdrawAbsenceInput{AbsenceRef: p.absenceRef(ab)})
			p.ok(err)
		}
		p.want("written", p.Desk.Store.Read().Absence.Query().CountX(p.System()), 3)
		// What could be planned is no emergency; a suspension is nobody's wish.
		_, err := p.leave("grid", duty.Emergency, "2026-03-05 08:30", "2026-03-05 17:00")
		p.refused(err, office.BadInput, "B5")
		_, err = p.leave("grid", duty.Suspension, "2026-03-05 08:30", "2026-03-05 17:00")
		p.refused(err, office.Forbidden, "A4")
		p.sound()
	})
}

// B5: B stands in at once and is told what is open; the list is asked for afterwards, and missed it is found.
func TestB5_Emergency(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-b", p.open("clerk-b", "ZX-01"), 3)
		ab, err := p.leave("clerk-b", duty.Emergency, "", "")
		p.ok(err)
		p.want("running", ab.State, duty.AbsenceRunning)
		p.holds(c, "clerk-c", duty.AsStandIn, "clerk-b")
		events, err := p.Desk.RecordEvents(p.As("clerk-c"), ab.ID)
		p.ok(err)
		began := events[len(events)-1]
		p.want("B is told", fmt.Sprint(began.Kind, began.Facts["open"]), fmt.Sprintf("ABSENCE_BEGAN[%s]", c.ReceiptNo))
		// Why somebody is away is theirs: a colleague who has nothing to do with it learns nothing of it.
		events, err = p.Desk.RecordEvents(p.As("clerk-a"), ab.ID)
		p.ok(err)
		p.want("nobody else is", len(events), 0)
		for login, may := range map[string]bool{"clerk-a": false, "clerk-c": false, "clerk-b": true, "leader": true, "director": true, "supervisor": true} {
			p.want(login+" may know why", p.Desk.MaySeeReason(p.As(login), ab), may)
		}
		p.sound()

		p.At("2026-02-27 10:00")
		_, err = p.Desk.ReturnToDuty(p.As("clerk-c"), service.ReturnToDutyInput{AbsenceRef: p.absenceRef(ab)})
		p.refused(err, office.NotResponsible, "B7")
		_, err = p.Desk.ReturnToDuty(p.As("clerk-b"), service.ReturnToDutyInput{AbsenceRef: p.absenceRef(ab)})
		p.ok(err)
		p.holds(c, "clerk-b", duty.AsFirstResponder, "clerk-b")
		p.want("the list by", p.day(*p.absence(ab).NoteDueAt), "02-28 17:00")
		_, err = p.Desk.WriteHandOverList(p.As("clerk-b"), service.WriteHandOverListInput{AbsenceRef: p.absenceRef(ab), ListID: p.lists(ab)[0].ID})
		p.refused(err, office.NeedsExplanation, "B5")
		p.At("2026-02-28 16:59")
		p.fire()
		p.write("clerk-b", ab)
		p.At("2026-02-28 17:00")
		p.fire()
		p.want("written in time", slices.ContainsFunc(p.told(ab), func(s string) bool { return strings.HasPrefix(s, "LIST_MISSED") }), false)

		late, err := p.leave("clerk-b", duty.Emergency, "", "2026-03-02 11:30")
		p.ok(err)
		p.At("2026-03-02 11:30")
		p.fire()
		p.At("2026-03-03 17:00")
		p.fire()
		told := p.told(late)
		p.want("missed", told[len(told)-1], "LIST_MISSED: clerk-b leader")
		p.fire()
		p.want("once", len(p.told(late)), len(told))
		p.sound()
	})
}

// B6: A and B are never away together, whichever asks first, on every post that they share.
func TestB6_NeverTogether(t *testing.T) {
	both(t, func(p *people) {
		b := p.planned("clerk-b", "2026-03-03 08:30", "2026-03-04 11:30") // B of P-1, A of P-2
		for _, test := range []struct {
			login, from, until string
			code               office.Code
			post               string
		}{
			{"clerk-a", "2026-03-02 08:30", "2026-03-03 17:00", office.BothAway, "综合窗口"},
			{"clerk-a", "2026-03-04 08:30", "2026-03-06 17:00", office.BothAway, "综合窗口"},
			{"clerk-a", "2026-03-02 08:30", "2026-03-10 17:00", office.BothAway, "综合窗口"},
			{"clerk-c", "2026-03-03 13:30", "2026-03-03 17:00", office.BothAway, "民政窗口"},
			{"clerk-b", "2026-03-04 08:30", "2026-03-05 17:00", office.AlreadyDone, ""},
			{"grid", "2026-03-03 08:30", "2026-03-04 11:30", "", ""},    // shares no post with anybody
			{"clerk-a", "2026-03-02 08:30", "2026-03-03 08:30", "", ""}, // back when the other goes
			{"clerk-a", "2026-03-04 11:30", "2026-03-05 17:00", "", ""},
			{"clerk-c", "2026-03-05 08:30", "2026-03-05 11:30", office.BothAway, "信访接待"}, // now A is away
		} {
			_, err := p.leave(test.login, duty.Planned, test.from, test.until)
			if test.code == "" {
				p.ok(err)
				continue
			}
			p.refused(err, test.code, "B6")
			r, _ := errors.AsType[*office.Refusal](err)
			if test.post != "" {
				p.want("names the post", r.Facts["post"], test.post)
			}
			p.want("names the person and the dates", r.Facts["person"] != nil && r.Facts["from"] != nil && r.Facts["until"] != nil && r.Field == "from", true)
		}
		p.At("2026-03-03 07:00")
		// Who is suspended does not keep the other from falling ill, but from planning to be away.
		_, err := p.Desk.WithdrawAbsence(p.As("clerk-b"), service.WithdrawAbsenceInput{AbsenceRef: p.absenceRef(b)})
		p.ok(err)
		p.duty("director", "clerk-b", duty.Suspended)
		_, err = p.leave("clerk-c", duty.Planned, "2026-03-12 08:30", "2026-03-12 17:00")
		p.refused(err, office.BothAway, "B6")
		_, err = p.leave("clerk-c", duty.Emergency, "", "2026-03-03 17:00")
		p.ok(err)
		p.want("the superior stands in", p.coverOf("P-2", "2026-03-03", true), "leader SUPERIOR gap")
		p.sound()
	})
}

// coverOf says who is on duty at a post on a half-day.
func (p *people) coverOf(post, date string, morning bool) string {
	p.t.Helper()
	day := p.dayOf(date)
	c, err := p.Desk.Coverage(p.As("clerk-a"), &day, 1)
	p.ok(err)
	for _, covered := range c.Posts {
		if covered.Post.Code != post {
			continue
		}
		for _, h := range covered.HalfDays {
			if h.Date == day && h.Morning == morning {
				out := []string{}
				for _, s := range h.OnDuty {
					out = append(out, s.Login)
				}
				if h.Role != nil {
					out = append(out, string(*h.Role))
				}
				if h.Gap {
					out = append(out, "gap")
				}
				return strings.Join(out, " ")
			}
		}
	}
	return "closed"
}

func TestB2_CoverageSeesWhatComes(t *testing.T) {
	both(t, func(p *people) {
		p.planned("clerk-a", "2026-03-02 13:30", "2026-03-03 10:00")
		for day, want := range map[string]string{
			"2026-03-02 am": "clerk-a HANDLER", "2026-03-02 pm": "clerk-b STAND_IN", "2026-03-03 am": "clerk-b clerk-a HANDLER",
			"2026-03-03 pm": "clerk-a HANDLER", "2026-03-01 am": "closed", "2026-02-28 pm": "clerk-a HANDLER",
		} {
			date, half, _ := strings.Cut(day, " ")
			p.want(day, p.coverOf("P-1", date, half == "am"), want)
		}
		_, err := p.Desk.Coverage(p.As("clerk-a"), nil, 13)
		p.refused(err, office.LimitExceeded, "B7")
	})
}

// A3: nobody decides about their own absence; the director's is the subdistrict's to decide.
func TestA3_NobodyDecidesTheirOwnAbsence(t *testing.T) {
	both(t, func(p *people) {
		of := map[string]*ent.Absence{}
		for _, who := range []string{"grid", "leader", "director"} {
			of[who] = p.planned(who, "2026-03-03 08:30", "2026-03-03 17:00")
		}
		for _, test := range []struct {
			who, by string
			code    office.Code
		}{
			{"grid", "grid", office.OwnCase}, {"grid", "clerk-a", office.Forbidden}, {"grid", "administrator", office.Forbidden},
			{"leader", "leader", office.OwnCase}, {"director", "director", office.OwnCase}, {"director", "leader", office.Forbidden},
			{"grid", "supervisor", office.Forbidden},
			{"grid", "leader", ""}, {"leader", "director", ""}, {"director", "supervisor", ""},
		} {
			err := p.approve(test.by, of[test.who])
			if test.code == "" {
				p.ok(err)
				continue
			}
			if r, ok := errors.AsType[*office.Refusal](err); !ok || r.Code != test.code {
				p.t.Errorf("%s's by %s: %v, want %s", test.who, test.by, err, test.code)
			}
		}
		_, err := p.Desk.DecideAbsence(p.As("director"), service.DecideAbsenceInput{AbsenceRef: p.absenceRef(p.planned("clerk-a", "2026-03-05 08:30", "2026-03-05 17:00"))})
		p.refused(err, office.NeedsReason, "B4")
		p.sound()
	})
}

// An absence that nobody decided does not begin, and holds nobody else back.
func TestB4_NotDecidedItLapses(t *testing.T) {
	both(t, func(p *people) {
		ab := p.planned("clerk-b", "2026-02-27 08:30", "2026-02-27 17:00")
		p.At("2026-02-27 08:30")
		p.fire()
		p.want("lapsed", p.absence(ab).State, duty.AbsenceLapsed)
		p.want("on duty", p.state("clerk-b"), duty.OnDuty)
		_, err := p.leave("clerk-a", duty.Emergency, "", "2026-02-27 17:00")
		p.ok(err)
		p.sound()
	})
}

// An act on an absence that was said twice happened once; on one that moved on it is refused.
func TestB4_SaidTwiceHappensOnce(t *testing.T) {
	both(t, func(p *people) {
		from, until := servicetest.Instant(t, "2026-03-02 08:30"), servicetest.Instant(t, "2026-03-02 17:00")
		in := service.AskAbsenceInput{Kind: duty.Planned, From: &from, Until: &until, Reason: "培训", ClientMutationID: p.ID()}
		first, err := p.Desk.AskAbsence(p.As("clerk-a"), in)
		p.ok(err)
		again, err := p.Desk.AskAbsence(p.As("clerk-a"), in)
		p.ok(err)
		p.want("the same", again.Absence.ID, first.Absence.ID)
		in.Reason = "别的"
		_, err = p.Desk.AskAbsence(p.As("clerk-a"), in)
		p.refused(err, office.IdempotencyClash, "")
		stale := p.absenceRef(first.Absence)
		p.write("clerk-a", first.Absence)
		_, err = p.Desk.WithdrawAbsence(p.As("clerk-a"), service.WithdrawAbsenceInput{AbsenceRef: stale})
		p.refused(err, office.Conflict, "")
		p.want("one", p.Desk.Store.Read().Absence.Query().CountX(p.System()), 1)
	})
}

// B6 from fifty clients at once, over several processes, for posts in a ring where A of one is B of the next: at no instant
// are both halves of a post away, and nobody is told of anything but who is in the way.
func TestB6_FiftyClientsAtOnce(t *testing.T) {
	for _, dialect := range servicetest.Databases() {
		t.Run(dialect, func(t *testing.T) {
			p := &people{servicetest.New(t, dialect), t}
			desks := []*servicetest.Office{p.Office}
			if dialect == servicetest.Postgres {
				desks = append(desks, p.Again(t), p.Again(t))
			}
			seed := rand.Uint64()
			t.Logf("seed %d", seed)
			var wg sync.WaitGroup
			var mu sync.Mutex
			granted, refused := 0, 0
			for client := range 50 {
				dice := rand.New(rand.NewPCG(seed, uint64(client)))
				wg.Go(func() {
					o := desks[client%len(desks)]
					for range 4 {
						who := []string{"clerk-a", "clerk-b", "clerk-c"}[dice.IntN(3)]
						from := servicetest.Instant(t, "2026-03-02 08:30").Add(time.Duration(dice.IntN(40)) * 12 * time.Hour)
						until := from.Add(time.Duration(1+dice.IntN(6)) * 12 * time.Hour)
						_, err := o.Desk.AskAbsence(o.As(who), service.AskAbsenceInput{
							Kind: duty.Planned, From: &from, Until: &until, Reason: "同时请假", ClientMutationID: servicetest.ID(),
						})
						mu.Lock()
						if err == nil {
							granted++
						} else if r, ok := errors.AsType[*office.Refusal](err); ok && (r.Code == office.BothAway || r.Code == office.AlreadyDone) {
							refused++
						} else {
							t.Errorf("%s: %v", who, err)
						}
						mu.Unlock()
					}
				})
			}
			wg.Wait()
			t.Logf("%d granted, %d refused", granted, refused)
			if granted < 3 || refused < 3 {
				t.Fatalf("%d granted, %d refused: the test says little", granted, refused)
			}
			all := p.Desk.Store.Read().Absence.Query().AllX(p.System())
			p.want("kept", len(all), granted)
			for _, post := range p.Desk.Store.Read().Post.Query().AllX(p.System()) {
				away := []*ent.Absence{}
				for _, ab := range all {
					if ab.StaffID == post.AID || ab.StaffID == post.BID {
						away = append(away, ab)
					}
				}
				slices.SortFunc(away, func(a, b *ent.Absence) int { return cmp.Compare(a.FromAt.UnixMicro(), b.FromAt.UnixMicro()) })
				for i := 1; i < len(away); i++ {
					if away[i].FromAt.Before(*away[i-1].UntilAt) {
						t.Errorf("%s: %s and %s are away together", post.Name, p.name(away[i-1].StaffID), p.name(away[i].StaffID))
					}
				}
			}
			p.want("claims", p.Desk.Store.Read().AbsencePost.Query().Where(absencepost.Holds(true)).CountX(p.System()), 2*granted)
			p.sound()
		})
	}
}

// The database itself refuses a second claim, whatever the program thinks (B6).
func TestB6_TheDatabaseRefuses(t *testing.T) {
	both(t, func(p *people) {
		p.planned("clerk-b", "2026-03-03 08:30", "2026-03-04 11:30")
		for statement, refused := range map[string]bool{
			"INSERT INTO absence_posts (id, community_id, absence_id, post_id, staff_id, from_at, holds) SELECT 'abp_1', community_id, absence_id, post_id, staff_id, from_at, TRUE FROM absence_posts LIMIT 1":  true,
			"INSERT INTO absence_posts (id, community_id, absence_id, post_id, staff_id, from_at, holds) SELECT 'abp_2', community_id, absence_id, post_id, staff_id, from_at, FALSE FROM absence_posts LIMIT 1": false,
			"UPDATE absence_posts SET from_at = until_at": true,
			"DELETE FROM absence_posts":                   true,
			"DELETE FROM absences":                        true,
			"UPDATE absences SET reason = 'better'":       true,
		} {
			_, err := p.Desk.Store.DB().Writer().ExecContext(p.Context(), statement)
			if (err != nil) != refused {
				t.Errorf("%s: %v", statement, err)
			}
		}
		p.want("claims", p.Desk.Store.Read().AbsencePost.Query().Where(absencepost.Holds(true)).CountX(p.System()), 2)
		p.want("absences", p.Desk.Store.Read().Absence.Query().Where(absence.StateEQ(duty.AbsenceAsked)).CountX(p.System()), 1)
	})
}

// An absence that would leave something with nobody to answer for it does not begin (B2), and holds up neither the alarms
// nor anybody's act.
func TestB2_AnAbsenceThatWouldLeaveACaseWithNobodyDoesNotBegin(t *testing.T) {
	both(t, func(p *people) {
		ab := p.planned("director", "2026-02-27 08:30", "2026-02-27 17:00")
		p.ok(p.approve("supervisor", ab))
		// Only the director can work on what is about the only other leader.
		_, err := p.Desk.Complain(p.Context(), service.ComplainInput{
			Community: p.Community, Topic: casework.TopicConduct, Text: "态度不好", Person: "吴建国", From: p.ID(), Repeat: p.ID(),
		})
		p.ok(err)
		forgotten := p.open("clerk-a", "")
		p.At("2026-02-27 08:30")
		if n := p.fire(); n == 0 {
			t.Error("no alarm fell")
		}
		p.want("does not begin", p.absence(ab).State, duty.AbsenceLapsed)
		p.want("on duty", p.state("director"), duty.OnDuty)
		p.want("found", p.breaches(forgotten), []string{"F8 FIRST_CONTACT_MISSED: clerk-a"})
		p.open("clerk-a", "") // and everybody goes on
		p.sound()
	})
}

// One absence that cannot end holds up no alarm, no other absence and nobody's work; mended, it ends.
func TestB2_OneBrokenTurnHoldsNothingUp(t *testing.T) {
	both(t, func(p *people) {
		next, err := p.Desk.OpenCase(p.As("neighbour"), service.OpenCaseInput{
			Channel: casework.ChannelVisit, Anonymous: true, Situation: "来访", Demand: "咨询", ClientMutationID: p.ID(),
		})
		p.ok(err)
		own := p.open("clerk-a", "")
		broken, err := p.leave("grid", duty.Emergency, "", "2026-02-26 10:00")
		p.ok(err)
		sound, err := p.leave("clerk-b", duty.Emergency, "", "2026-02-26 10:30")
		p.ok(err)
		events := func(n int) {
			p.ok(p.Desk.Store.Act(p.System(), p.Community, func(ctx context.Context, tx *store.Tx) error {
				return tx.Absence.UpdateOneID(broken.ID).SetEvents(n).Exec(ctx)
			}))
		}
		events(0) // its next entry would be a second first one
		p.At("2026-02-27 17:00")
		for range 2 { // and so again and again
			if _, err := p.Desk.FireDue(p.System()); err == nil || !strings.Contains(err.Error(), broken.ID) {
				t.Errorf("the engine says %v", err)
			}
			p.want("the other absence", p.absence(sound).State, duty.AbsenceEnded)
			p.want("the broken one", p.absence(broken).State, duty.AbsenceRunning)
			for _, c := range []*ent.CaseFile{own, next.Case} {
				p.want("found", p.breaches(c), []string{"F8 FIRST_CONTACT_MISSED: " + p.name(c.FirstResponderID)})
			}
			left, err := p.Desk.Store.Read().Alarm.Query().Where(alarm.Pending(true), alarm.AtLTE(p.Desk.Now())).Count(p.System())
			p.ok(err)
			p.want("alarms that wait", left, 0)
		}
		p.want("and people work", p.now(p.open("clerk-b", "")).Status, casework.Received)
		events(broken.Events)
		p.fire()
		p.want("mended", p.absence(broken).State, duty.AbsenceEnded)
		p.sound()
	})
}
