package service_test

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/caseevent"
	"xinxing/ent/handover"
	"xinxing/ent/upreport"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
)

// began tells how many cases moved as somebody's absence began.
func (p *people) began(who string) any {
	p.t.Helper()
	ab, err := p.Desk.Store.Read().Absence.Query().Where(absence.StaffID(p.Staff[who].ID), absence.StateEQ(duty.AbsenceRunning)).Only(p.System())
	p.ok(err)
	e, err := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.RecordID(ab.ID), caseevent.KindEQ(casework.EventAbsenceBegan)).Only(p.System())
	p.ok(err)
	return e.Facts["moved"]
}

func TestB5_BStandsInAtOnceAndReturnsToA(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-b", p.open("clerk-b", "ZX-01"), 3) // P-2: b, then c
		other := p.open("clerk-a", "SQ-01")
		p.duty("leader", "clerk-b", duty.Away)
		p.want("moved", p.began("clerk-b"), 1.0)
		// B7: the stand-in answers for it during the absence and only then; custody stays with A.
		p.holds(c, "clerk-c", duty.AsStandIn, "clerk-b")
		p.holds(other, "clerk-a", duty.AsFirstResponder, "clerk-a")
		e := p.last(c, casework.EventStoodIn)
		p.want("told", p.names(e.Audience)+" "+e.Reason, "clerk-b clerk-c ") // why somebody is away is not for everybody
		_, err := p.Desk.CompleteCase(p.As("clerk-b"), service.CompleteCaseInput{CaseRef: p.ref(c), Outcome: "好"})
		p.refused(err, office.NotOnDuty, "B2")
		p.At("2026-02-28 08:30")
		p.fire()
		p.want("warned", p.warned(c), []string{"02-28 08:30 PROMISE_TWO_DAYS: clerk-c"})
		p.sound()

		p.duty("director", "clerk-b", duty.OnDuty)
		p.holds(c, "clerk-b", duty.AsFirstResponder, "clerk-b")
		p.want("told", p.names(p.last(c, casework.EventCustodyReturned).Audience), "clerk-b clerk-c")
		p.want("promise", p.promises(c), []string{"FIRST 03-02 17:00"})
		_, err = p.Desk.CompleteCase(p.As("clerk-c"), service.CompleteCaseInput{CaseRef: p.ref(c), Outcome: "好"})
		p.refused(err, office.NotResponsible, "T1")
		p.sound()
	})
}

func TestB2_WithoutAPostTheSuperiorAnswers(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("grid", "")
		p.duty("leader", "grid", duty.Away)
		p.holds(c, "leader", duty.AsSuperior, "grid")
		// The superior who stands in names the item, and with it the post whose person stands in from now on.
		p.done(p.Desk.PromiseCase(p.As("leader"), service.PromiseCaseInput{CaseRef: p.ref(c), ItemID: &p.Items["ZX-01"].ID, WorkingDays: 3, ToldWay: casework.TellByPhone}))
		p.holds(c, "clerk-b", duty.AsStandIn, "grid")
		p.sound()
		p.At("2026-02-26 16:00")
		p.fire()
		p.want("breaches of the post's own person", p.breaches(c), []string{})
		p.duty("leader", "grid", duty.OnDuty)
		p.holds(c, "grid", duty.AsFirstResponder, "grid")
		p.sound()
	})
}

// state is whether somebody is on duty, as the office computes it (B2).
func (p *people) state(login string) duty.State {
	o, err := p.Desk.Office(p.System(), p.Community)
	p.ok(err)
	return o.Roster[duty.StaffID(p.Staff[login].ID)].State
}

// One half of a post is away, the other is suspended: the superior stands in for both (B2).
func TestB2_BothHalvesImpossible(t *testing.T) {
	both(t, func(p *people) {
		ofA, ofB := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 5), p.open("clerk-b", "DJ-01") // P-1: a, then b
		p.duty("leader", "clerk-a", duty.Away)
		p.holds(ofA, "clerk-b", duty.AsStandIn, "clerk-a")
		p.duty("director", "clerk-b", duty.Suspended)
		p.holds(ofA, "leader", duty.AsSuperior, "clerk-a")
		p.holds(ofB, "leader", duty.AsSuperior, "leader")
		p.sound()
		p.duty("leader", "clerk-a", duty.OnDuty)
		p.holds(ofA, "clerk-a", duty.AsFirstResponder, "clerk-a")
		p.sound()
	})
}

func TestB2_NobodyOnDuty(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "")
		p.duty("leader", "clerk-a", duty.Away)                 // P-1 and P-3 have their other halves
		for _, other := range []string{"clerk-b", "clerk-c"} { // P-1 and P-3 would be empty
			p.refused(p.Duty("director", other, duty.Away), office.BothAway, "B6")
			p.refused(p.Duty("director", other, duty.Left), office.NobodyOnDuty, "B2")
			p.want("refused, and", p.state(other), duty.OnDuty)
		}
		p.holds(c, "leader", duty.AsSuperior, "clerk-a")
		p.duty("director", "leader", duty.Away)
		p.holds(c, "director", duty.AsSuperior, "clerk-a")
		p.refused(p.Duty("administrator", "director", duty.Away), office.NobodyOnDuty, "B2")
		p.sound()
	})
}

func TestA7_SuspendedHoldsNoCase(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5) // P-3: c, then a
		undisposed := p.open("clerk-a", "")
		p.duty("director", "clerk-a", duty.Suspended)
		p.holds(c, "clerk-c", duty.AsHandler, "clerk-c")
		p.holds(undisposed, "leader", duty.AsSuperior, "leader")
		p.want("first responder", p.name(p.now(c).FirstResponderID), "clerk-a")
		p.want("journal", p.last(c, casework.EventStoodIn).Facts["role"], "HANDLER")
		for _, e := range p.events(c) {
			if e.Kind == casework.EventCustodyReturned {
				t.Error("custody moved to somebody new, and the journal says that it returned")
			}
		}
		_, err := p.Desk.OpenCase(p.As("clerk-a"), p.openInput(""))
		p.refused(err, office.NotOnDuty, "B2")
		p.duty("director", "clerk-a", duty.OnDuty)
		p.holds(c, "clerk-c", duty.AsHandler, "clerk-c") // it does not come back by itself
		p.sound()
	})
}

func TestA7_AnAwayPersonIsSuspended(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5)
		p.duty("director", "clerk-a", duty.Away)
		p.holds(c, "clerk-c", duty.AsStandIn, "clerk-a")
		p.duty("director", "clerk-a", duty.Suspended)
		p.holds(c, "clerk-c", duty.AsHandler, "clerk-c")
		p.sound()
	})
}

func TestA4_ASuspensionFollowsADecidedBreach(t *testing.T) {
	both(t, func(p *people) {
		p.refused(p.Duty("clerk-a", "clerk-b", duty.Away), office.Forbidden, "B4")
		p.refused(p.Duty("leader", "neighbour", duty.Away), office.NotFound, "B4")
		p.refused(p.Duty("leader", "supervisor", duty.Away), office.NotFound, "B4")
		who := p.Staff["clerk-a"].ID
		for _, by := range []string{"leader", "director", "administrator", "supervisor"} {
			_, err := p.Desk.AskAbsence(p.As(by), service.AskAbsenceInput{StaffID: &who, Kind: duty.Suspension, Reason: "待岗", ClientMutationID: p.ID()})
			if by != "supervisor" {
				p.refused(err, office.Forbidden, "A4")
			} else if err == nil {
				t.Error("the supervisor suspended somebody")
			}
		}
		p.refused(p.Duty("leader", "leader", duty.Suspended), office.OwnCase, "A3")
		p.duty("director", "leader", duty.Suspended)
		p.refused(p.Duty("leader", "clerk-a", duty.Away), office.NotOnDuty, "A7")
		p.refused(p.Duty("leader", "clerk-a", duty.Left), office.NotOnDuty, "A7")
		// Nobody ends it but who decides the appeal, nor is it ended by leaving and coming back.
		ab, err := p.Desk.Store.Read().Absence.Query().Where(absence.KindEQ(duty.Suspension)).Only(p.System())
		p.ok(err)
		for _, by := range []string{"leader", "director", "supervisor"} {
			_, err := p.Desk.ReturnToDuty(p.As(by), service.ReturnToDutyInput{AbsenceRef: p.absenceRef(ab)})
			p.refused(err, office.Forbidden, "A4")
			acts, err := p.Desk.AbsenceActs(p.As(by), p.absence(ab))
			p.ok(err)
			p.want("offered", acts, []duty.AbsenceAct{})
		}
		p.duty("director", "leader", duty.Left)
		p.duty("director", "leader", duty.OnDuty)
		p.want("back, and still", p.state("leader"), duty.Suspended)
		p.duty("director", "leader", duty.OnDuty)
		p.want("overturned", p.state("leader"), duty.OnDuty)
		// Who is away may say that they are back.
		p.duty("leader", "leader", duty.Away)
		p.duty("leader", "leader", duty.OnDuty)
		p.sound()
	})
}

func TestB2_WhoLeavesHoldsNoCase(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5) // P-3: c, then a
		left := func(by string, left bool, reason string) (*service.SetLeftPayload, error) {
			return p.Desk.SetLeft(p.As(by), service.SetLeftInput{StaffID: p.Staff["clerk-a"].ID, Left: left, Reason: reason, ClientMutationID: p.ID()})
		}
		for _, by := range []string{"clerk-a", "clerk-b", "supervisor"} {
			_, err := left(by, true, "调离")
			p.refused(err, office.Forbidden, "B2")
		}
		_, err := left("leader", true, " ")
		p.refused(err, office.NeedsReason, "B2")
		p.duty("leader", "clerk-a", duty.Away)
		gone, err := left("administrator", true, "调离")
		p.ok(err)
		p.want("moved", gone.MovedCases, 1)
		p.holds(c, "clerk-c", duty.AsHandler, "clerk-c")
		p.want("state", p.state("clerk-a"), duty.Left)
		again, err := left("leader", true, "调离")
		p.ok(err)
		p.want("left already", again.MovedCases, 0)
		_, err = left("leader", false, "调回")
		p.ok(err)
		p.want("state", p.state("clerk-a"), duty.OnDuty)
		p.holds(c, "clerk-c", duty.AsHandler, "clerk-c") // it does not come back by itself
		p.sound()
	})
}

func TestF6_AReportGoesToTheNextSuperior(t *testing.T) {
	both(t, func(p *people) {
		c := p.report("clerk-a", p.open("clerk-a", ""))
		p.duty("director", "leader", duty.Away)
		c = p.now(c)
		p.want("reported to", p.name(*c.ReportToID), "director")
		p.holds(c, "clerk-a", duty.AsFirstResponder, "clerk-a")
		r, err := p.Desk.Store.Read().UpReport.Query().Where(upreport.CaseID(c.ID)).Only(p.System())
		p.ok(err)
		p.want("reported to", p.name(r.SuperiorID), "director")
		// Nobody is above the director: the report would wait for nobody.
		p.refused(p.Duty("administrator", "director", duty.Away), office.NoSuperior, "F6")
		p.duty("director", "leader", duty.OnDuty)
		p.want("reported to", p.name(*p.now(c).ReportToID), "director") // where it was read already
		p.done(p.Desk.SendBack(p.As("director"), service.SendBackInput{CaseRef: p.ref(c), Instructions: "照办"}))
		p.sound()
	})
}

// The reporter is suspended and custody comes to the superior whom the case was reported to: it is taken over by it.
func TestF6_CustodyComesToTheSuperiorAsked(t *testing.T) {
	both(t, func(p *people) {
		c := p.report("grid", p.open("grid", ""))
		p.duty("director", "grid", duty.Suspended)
		p.holds(c, "leader", duty.AsSuperior, "leader")
		c = p.now(c)
		p.want("status", fmt.Sprint(c.Status, " ", c.Clock), "RECEIVED DISPOSAL")
		p.sound()
		p.done(p.Desk.ResolveOnSpot(p.As("leader"), service.ResolveOnSpotInput{CaseRef: p.ref(c), Outcome: "已答复"}))
		p.sound()
	})
}

// An offer would wait for ever at somebody who is not there.
func TestF10_TheReceiverGoesAway(t *testing.T) {
	both(t, func(p *people) {
		// Directed to a post: its other half is asked.
		directed := p.report("grid", p.open("grid", ""))
		p.done(p.Desk.Direct(p.As("leader"), service.DirectInput{CaseRef: p.ref(directed), PostID: p.Posts["P-2"].ID, Instructions: "归民政"}))
		p.want("offered to", p.name(*p.now(directed).OfferToID), "clerk-b")
		// Offered to a person who is of no post of it: the giver's again.
		lent := p.offer("clerk-c", p.promise("clerk-c", p.open("clerk-c", "ZX-01"), 3), "clerk-b")
		other := p.offer("clerk-a", p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 3), "clerk-b")
		p.duty("leader", "clerk-b", duty.Away)
		p.want("offered to", p.name(*p.now(directed).OfferToID), "clerk-c")
		p.holds(directed, "grid", duty.AsFirstResponder, "grid")
		for _, c := range []*ent.CaseFile{p.now(lent), p.now(other)} {
			if c.OfferToID != nil {
				t.Errorf("%s waits for %s", c.ReceiptNo, p.name(*c.OfferToID))
			}
		}
		all, err := p.Desk.Store.Read().HandOver.Query().Where(handover.CaseID(directed.ID)).Order(handover.ByID()).All(p.System())
		p.ok(err)
		p.want("hand-overs", fmt.Sprint(all[0].State, " ", all[1].State, " ", all[1].Explanation), "WITHDRAWN OFFERED 归民政")
		p.sound()
		p.accept("clerk-c", directed)
		p.holds(directed, "clerk-c", duty.AsHandler, "clerk-c")
		p.sound()
	})
}

// What was due before an absence was recorded is found with whom it was due.
func TestF8_AnAbsenceDoesNotEscapeTheLimit(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-c", p.open("clerk-c", "SQ-01"), 1)
		p.offer("clerk-c", c, "clerk-a")
		p.At("2026-02-27 17:00")
		p.duty("leader", "clerk-c", duty.Away) // the stand-in is the receiver: the offer ends, its warnings fell before
		p.want("warned", p.warned(c), []string{
			"02-26 15:00 HANDOVER_ANSWER_PASSED: clerk-a clerk-c", "02-26 17:00 HANDOVER_ANSWER_ESCALATED: clerk-a clerk-c leader",
			"02-27 08:30 PROMISE_ONE_DAY: clerk-c", "02-27 15:00 PROMISE_TWO_HOURS: clerk-c leader", "02-27 17:00 PROMISE_PASSED: clerk-c leader",
		})
		p.want("breaches", p.breaches(c), []string{"A2 PROMISE_MISSED: clerk-c"})
		p.want("fallen afterwards", p.fire(), 0)
		p.sound()
	})
}

// The administrator keeps the staff and sees no case; the cases move by rule all the same.
func TestB5_TheAdministratorRecordsAnAbsence(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-b", "ZX-01")
		p.duty("administrator", "clerk-b", duty.Away)
		p.want("moved", p.began("clerk-b"), 1.0)
		p.holds(c, "clerk-c", duty.AsStandIn, "clerk-b")
		if _, err := p.Desk.Store.Read().CaseFile.Get(p.As("administrator"), c.ID); err == nil {
			t.Error("the administrator sees the case")
		}
		p.sound()
	})
}

// B6, in this issue for what is recorded: A and B at once, from two processes, in any order.
func TestB6_AAndBAtOnceFromTwoProcesses(t *testing.T) {
	if !slices.Contains(servicetest.Databases(), servicetest.Postgres) {
		return
	}
	p := &people{servicetest.New(t, servicetest.Postgres), t}
	second := p.Again(t)
	c := p.promise("clerk-b", p.open("clerk-b", "ZX-01"), 3)
	for round := range 10 {
		errs := [2]error{}
		var wg sync.WaitGroup
		for i, try := range []struct {
			o   *servicetest.Office
			who string
		}{{p.Office, "clerk-b"}, {second, "clerk-c"}} {
			wg.Go(func() {
				errs[i] = try.o.Duty("leader", try.who, duty.Away)
			})
		}
		wg.Wait()
		if refused := errors.Join(errs[:]...); (errs[0] == nil) == (errs[1] == nil) {
			t.Fatalf("round %d: %v", round, refused)
		}
		for _, err := range errs {
			if err != nil {
				p.refused(err, office.BothAway, "B6")
			}
		}
		p.sound()
		p.duty("leader", "clerk-b", duty.OnDuty)
		p.duty("leader", "clerk-c", duty.OnDuty)
		p.holds(c, "clerk-b", duty.AsFirstResponder, "clerk-b")
	}
}
