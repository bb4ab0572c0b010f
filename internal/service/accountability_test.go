package service_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/ent/apology"
	"xinxing/ent/breach"
	"xinxing/ent/caseevent"
	"xinxing/ent/casefile"
	"xinxing/ent/gift"
	"xinxing/ent/predicate"
	"xinxing/internal/office"
	"xinxing/internal/office/accountability"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
)

func sorry() *service.ApologyInput {
	return &service.ApologyInput{Way: casework.TellByPhone, Text: "未能按期办结，向您致歉。", Remedy: "当日办结，结果送上门。"}
}

// avoided reports that somebody, who takes a call, avoided it; it gives the breach.
func (p *people) avoided(who, by string) *ent.Breach {
	p.t.Helper()
	c := p.open(who, "")
	made, err := p.Desk.ReportBreach(p.As(by), service.ReportBreachInput{CaseID: c.ID, Kind: casework.BreachAvoidance, Facts: "推诿居民", ClientMutationID: p.ID()})
	p.ok(err)
	return p.entry(made.Breach.ID)
}

// lost takes in an original of a case of somebody, who loses it; it gives the breach.
func (p *people) lost(who string) *ent.Breach {
	p.t.Helper()
	c := p.open(who, "SQ-01")
	p.done(p.Desk.TakePieces(p.As(who), service.TakePiecesInput{CaseRef: p.ref(c), Pieces: []*service.PieceInput{
		{Name: "户口簿", Form: casework.FormOriginal, Count: 1, Place: "柜1"},
	}}))
	pieces, err := p.Desk.Pieces(p.System(), p.now(c))
	p.ok(err)
	p.done(p.Desk.ReportPiece(p.As(who), service.ReportPieceInput{CaseRef: p.ref(c), PieceID: pieces[0].ID, As: casework.PieceLost, Facts: "找不到了"}))
	b, err := p.Desk.Store.Read().Breach.Query().Where(breach.CaseID(c.ID)).Only(p.System())
	p.ok(err)
	return b
}

func (p *people) entry(id string) *ent.Breach {
	p.t.Helper()
	b, err := p.Desk.Store.Read().Breach.Get(p.System(), id)
	p.ok(err)
	return b
}

func (p *people) of(b *ent.Breach) service.BreachRef {
	p.t.Helper()
	return service.BreachRef{BreachID: b.ID, Version: p.entry(b.ID).Version, ClientMutationID: p.ID()}
}

func (p *people) hear(by string, b *ent.Breach) error {
	_, err := p.Desk.HearBreach(p.As(by), service.HearBreachInput{BreachRef: p.of(b), Statement: "当时在接另一个电话。"})
	return err
}

func (p *people) judge(by string, b *ent.Breach, m accountability.Measure, reason string) error {
	in := service.DecideBreachInput{BreachRef: p.of(b), Reason: reason}
	if m != "" {
		in.Measure = &m
	}
	if m == accountability.Suspension {
		in.SuspendUntil = new(p.Desk.Now().Add(72 * time.Hour))
	}
	_, err := p.Desk.DecideBreach(p.As(by), in)
	return err
}

func (p *people) carryOut(by string, b *ent.Breach) error {
	_, err := p.Desk.CarryOutBreach(p.As(by), service.CarryOutBreachInput{BreachRef: p.of(b), Proof: "书面检查已交，存档2026-03。"})
	return err
}

func (p *people) end(by string, b *ent.Breach) error {
	_, err := p.Desk.CloseBreach(p.As(by), service.CloseBreachInput{BreachRef: p.of(b)})
	return err
}

func (p *people) appeal(by string, b *ent.Breach) error {
	_, err := p.Desk.AppealBreach(p.As(by), service.AppealBreachInput{BreachRef: p.of(b), Reason: "事实不清"})
	return err
}

func (p *people) review(by string, b *ent.Breach, o accountability.Outcome, m accountability.Measure) error {
	in := service.DecideAppealInput{BreachRef: p.of(b), Outcome: o, Reason: "经复核"}
	if m != "" {
		in.Measure = &m
	}
	_, err := p.Desk.DecideAppeal(p.As(by), in)
	return err
}

// entries are the kinds of a record's journal, with its actor; the chain is checked.
func (p *people) entries(id string) []string {
	p.t.Helper()
	list, err := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.RecordID(id)).Order(caseevent.ByNumber()).All(p.System())
	p.ok(err)
	out, before := []string{}, ""
	for i, e := range list {
		actor := "system"
		if e.ActorID != nil {
			actor = p.name(*e.ActorID)
		}
		if e.Number != i+1 || e.Previous != before || !e.Restricted {
			p.t.Errorf("entry %d of %s follows %q, restricted %v", e.Number, id, e.Previous, e.Restricted)
		}
		before = e.Hash
		out = append(out, string(e.Kind)+" "+actor)
	}
	return out
}

func TestA4_HeardDecidedCarriedOutClosed(t *testing.T) {
	both(t, func(p *people) {
		b := p.avoided("clerk-a", "clerk-b")
		p.want("found", b.State, accountability.Found)
		// Nothing is decided before the person was heard, nor carried out before it was decided.
		p.refused(p.judge("leader", b, accountability.Criticism, "属实"), office.RefusedState, "A4")
		p.refused(p.carryOut("leader", b), office.RefusedState, "A4")
		p.refused(p.end("leader", b), office.RefusedState, "A4")
		p.refused(p.appeal("clerk-a", b), office.RefusedState, "A4")
		// Another clerk, even who reported it, states nothing for the person; who cannot see it does not find it.
		p.refused(p.hear("clerk-b", b), office.NotResponsible, "A4")
		p.refused(p.hear("administrator", b), office.NotFound, "")
		p.refused(p.hear("neighbour", b), office.NotFound, "")
		_, err := p.Desk.HearBreach(p.As("clerk-a"), service.HearBreachInput{BreachRef: p.of(b), Statement: " "})
		p.refused(err, office.NeedsReason, "A4")
		p.ok(p.hear("clerk-a", b))
		p.refused(p.hear("clerk-a", b), office.RefusedState, "A4")
		p.refused(p.judge("leader", b, accountability.Criticism, ""), office.NeedsReason, "A4")
		p.refused(p.judge("clerk-a", b, accountability.Criticism, "自己定"), office.OwnCase, "A3")
		p.refused(p.judge("clerk-b", b, accountability.Criticism, "我定"), office.Forbidden, "A4")
		p.refused(p.judge("supervisor", b, accountability.Criticism, "越级"), office.Forbidden, "A4")
		stale := service.DecideBreachInput{BreachRef: service.BreachRef{BreachID: b.ID, Version: 1, ClientMutationID: p.ID()}, Reason: "旧页面"}
		_, err = p.Desk.DecideBreach(p.As("leader"), stale)
		p.refused(err, office.Conflict, "")
		m := accountability.SelfCriticism
		in := service.DecideBreachInput{BreachRef: p.of(b), Measure: &m, Reason: "属实"}
		once, err := p.Desk.DecideBreach(p.As("leader"), in)
		p.ok(err)
		again, err := p.Desk.DecideBreach(p.As("leader"), in)
		p.ok(err)
		p.want("decided once", again.Breach.Version, once.Breach.Version)
		p.want("proposed, decided", fmt.Sprint(*p.entry(b.ID).Proposed, *p.entry(b.ID).Measure), "CRITICISMSELF_CRITICISM")
		_, err = p.Desk.CarryOutBreach(p.As("leader"), service.CarryOutBreachInput{BreachRef: p.of(b), Proof: "\n"})
		p.refused(err, office.NeedsProof, "A4")
		p.refused(p.carryOut("clerk-a", b), office.OwnCase, "A3")
		p.ok(p.carryOut("leader", b))
		p.refused(p.end("clerk-a", b), office.OwnCase, "A3")
		p.ok(p.end("director", b))
		p.want("closed", p.entry(b.ID).State, accountability.Closed)
		p.refused(p.appeal("clerk-a", b), office.RefusedState, "A4")
		p.want("journal", p.entries(b.ID), []string{
			"BREACH_HEARD clerk-a", "BREACH_DECIDED leader", "BREACH_CARRIED_OUT leader", "BREACH_CLOSED director",
		})
		// Whom it concerns reads the journal, and nobody else.
		for login, want := range map[string]int{"clerk-a": 4, "leader": 4, "director": 4, "supervisor": 4, "clerk-b": 0, "clerk-c": 0, "neighbour": 0} {
			list, err := p.Desk.RecordEvents(p.As(login), b.ID)
			p.ok(err)
			p.want(login+" reads the journal", len(list), want)
		}
		p.sound()
	})
}

func TestA4_ARegisterShowsEachTheirOwn(t *testing.T) {
	both(t, func(p *people) {
		b := p.avoided("clerk-a", "clerk-b")
		p.ok(p.hear("clerk-a", b))
		p.ok(p.judge("leader", b, accountability.Criticism, "属实"))
		for login, want := range map[string]string{
			"clerk-a": "DECIDED", "clerk-b": "", "clerk-c": "none", "leader": "DECIDED", "supervisor": "DECIDED", "neighbour": "none", "administrator": "none",
		} {
			list, count, err := p.Desk.Breaches(p.As(login), service.BreachFilter{}, 10, nil)
			p.ok(err)
			got := "none"
			if len(list) == 1 {
				got = string(list[0].State)
			}
			p.want(login+" sees", got, want)
			n, err := count(p.As(login))
			p.ok(err)
			p.want(login+" counts", n, len(list))
		}
		// The filter tells a reporter nothing either; nor does the act's refusal.
		list, _, err := p.Desk.Breaches(p.As("clerk-b"), service.BreachFilter{States: []accountability.State{accountability.Decided}}, 10, nil)
		p.ok(err)
		p.want("filtered", len(list), 0)
		_, _, err = p.Desk.Breaches(p.Context(), service.BreachFilter{}, 10, nil)
		p.refused(err, office.Unauthenticated, "")
		acts, err := p.Desk.BreachActs(p.As("clerk-b"), list0(p, b))
		p.ok(err)
		p.want("acts of a reporter", len(acts), 0)
		acts, err = p.Desk.BreachActs(p.As("clerk-a"), p.entry(b.ID))
		p.ok(err)
		p.want("acts of the person", acts, []accountability.Act{accountability.Appeal})
	})
}

// list0 is the entry as the reporter reads it.
func list0(p *people, b *ent.Breach) *ent.Breach {
	p.t.Helper()
	seen, err := p.Desk.Store.Read().Breach.Get(p.As("clerk-b"), b.ID)
	p.ok(err)
	return seen
}

func TestA4_DismissedOnlyWithAReason(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "")
		p.At("2026-02-27 09:00")
		p.fire() // found by the system
		b, err := p.Desk.Store.Read().Breach.Query().Where(breach.CaseID(c.ID)).Only(p.System())
		p.ok(err)
		p.refused(p.judge("leader", b, "", " "), office.NeedsReason, "A4")
		p.want("not dismissed", p.entry(b.ID).State, accountability.Found)
		p.refused(p.judge("clerk-a", b, "", "没有的事"), office.OwnCase, "A3")
		p.ok(p.judge("leader", b, "", "系统停机，非本人责任"))
		p.want("dismissed", p.entry(b.ID).State, accountability.Dismissed)
		p.refused(p.hear("clerk-a", b), office.RefusedState, "A4")
		p.refused(p.appeal("clerk-a", b), office.RefusedState, "A4")
		p.want("journal", p.entries(b.ID), []string{"BREACH_DISMISSED leader"})
		p.sound()
	})
}

func TestA3_A7_TheSecondTimeIsSuspensionAndLeadership(t *testing.T) {
	both(t, func(p *people) {
		ctx, read := p.System(), p.Desk.Store.Read()
		dismissed := p.lost("clerk-a")
		p.ok(p.judge("leader", dismissed, "", "次日找到"))
		first := p.lost("clerk-a")
		proposal, err := p.Desk.ProposalFor(p.As("leader"), first)
		p.ok(err)
		p.want("proposed first", *proposal, service.Proposal{Measure: accountability.SelfCriticism, Before: 0})
		p.ok(p.hear("clerk-a", first))
		p.ok(p.judge("leader", first, accountability.SelfCriticism, "第一次"))
		other := p.avoided("clerk-a", "clerk-b") // another kind stands on its own step
		proposal, err = p.Desk.ProposalFor(p.As("leader"), other)
		p.ok(err)
		p.want("proposed of another kind", *proposal, service.Proposal{Measure: accountability.Criticism, Before: 0})

		held := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5) // P-3: c, then a
		second := p.lost("clerk-a")
		proposal, err = p.Desk.ProposalFor(p.As("leader"), second)
		p.ok(err)
		p.want("proposed second", *proposal, service.Proposal{Measure: accountability.Suspension, Before: 1})
		proposal, err = p.Desk.ProposalFor(p.As("clerk-b"), second)
		p.ok(err)
		p.want("nothing for others", proposal == nil, true)
		_, err = p.Desk.HearBreach(p.As("leader"), service.HearBreachInput{BreachRef: p.of(second), Waived: true})
		p.ok(err)
		m := accountability.Suspension
		for _, until := range []*time.Time{nil, new(p.Desk.Now()), new(p.Desk.Now().Add(400 * 24 * time.Hour))} {
			_, err = p.Desk.DecideBreach(p.As("leader"), service.DecideBreachInput{BreachRef: p.of(second), Measure: &m, Reason: "第二次", SuspendUntil: until})
			p.refused(err, office.BadInput, "A7")
		}
		p.want("nobody is suspended yet", p.state("clerk-a"), duty.OnDuty)
		p.ok(p.judge("leader", second, accountability.Suspension, "第二次"))
		p.want("suspended", p.state("clerk-a"), duty.Suspended)
		p.holds(held, "clerk-c", duty.AsHandler, "clerk-c")
		n, err := read.CaseFile.Query().Where(openOf(p.Staff["clerk-a"].ID)).Count(ctx)
		p.ok(err)
		p.want("cases that the suspended holds", n, 0)
		p.sound()

		// The director's leadership is a record of its own, and the supervisor's to decide.
		record, err := read.Breach.Query().Where(breach.KindEQ(casework.BreachLeadership)).Only(ctx)
		p.ok(err)
		p.want("about", p.name(record.PersonID)+" "+record.Clause, "director A3")
		p.want("of", *record.ParentID, second.ID)
		p.want("of no case", record.CaseID, "")
		p.want("journal", p.entries(record.ID), []string{"BREACH_FOUND leader"})
		if _, err := read.Breach.Get(p.As("clerk-b"), record.ID); !ent.IsNotFound(err) {
			t.Errorf("a clerk sees the record about the director: %v", err)
		}
		p.refused(p.hear("leader", record), office.NotResponsible, "A4")
		p.ok(p.hear("director", record))
		p.refused(p.judge("director", record, accountability.Admonition, "自定"), office.OwnCase, "A3")
		p.refused(p.judge("leader", record, accountability.Admonition, "代定"), office.Forbidden, "A4")
		p.ok(p.judge("supervisor", record, accountability.Admonition, "负领导责任"))
		p.refused(p.appeal("director", record), office.NoSuperior, "A4") // there is one supervisor

		// It is carried out, and closed when the suspension is over; nothing is lost at its end.
		p.ok(p.carryOut("leader", second))
		p.refused(p.end("leader", second), office.RefusedState, "A7")
		before, err := read.CaseFile.Query().Count(ctx)
		p.ok(err)
		p.At("2026-03-03 08:30")
		p.fire()
		p.want("back", p.state("clerk-a"), duty.OnDuty)
		p.holds(held, "clerk-c", duty.AsHandler, "clerk-c")
		after, err := read.CaseFile.Query().Count(ctx)
		p.ok(err)
		p.want("cases", after, before)
		p.ok(p.end("leader", second))
		p.sound()
	})
}

func TestA4_AppealToTheNextLevelOnce(t *testing.T) {
	both(t, func(p *people) {
		b := p.lost("clerk-a")
		p.ok(p.hear("clerk-a", b))
		p.ok(p.judge("leader", b, accountability.Suspension, "后果严重"))
		p.want("suspended", p.state("clerk-a"), duty.Suspended)
		p.refused(p.appeal("clerk-b", b), office.NotResponsible, "A4")
		p.ok(p.appeal("clerk-a", b)) // suspended, and heard all the same
		p.want("suspended while it is looked at", p.state("clerk-a"), duty.Suspended)
		p.refused(p.carryOut("leader", b), office.RefusedState, "A4")
		p.refused(p.review("leader", b, accountability.Upheld, ""), office.OwnCase, "A3")
		p.refused(p.review("clerk-b", b, accountability.Upheld, ""), office.Forbidden, "A4")
		p.refused(p.review("supervisor", b, accountability.Upheld, ""), office.Forbidden, "A4") // not yet the supervisor's
		for _, wrong := range []struct {
			o accountability.Outcome
			m accountability.Measure
		}{{accountability.Changed, ""}, {accountability.Upheld, accountability.Criticism}, {accountability.Changed, accountability.Suspension}} {
			p.refused(p.review("director", b, wrong.o, wrong.m), office.BadInput, "A4")
		}
		p.ok(p.review("director", b, accountability.Changed, accountability.SelfCriticism))
		p.want("milder", fmt.Sprint(p.entry(b.ID).State, *p.entry(b.ID).Measure), "DECIDEDSELF_CRITICISM")
		p.want("the suspension is over", p.state("clerk-a"), duty.OnDuty)
		record, err := p.Desk.Store.Read().Breach.Query().Where(breach.ParentID(b.ID)).Only(p.System())
		p.ok(err)
		// The director, who reviewed it, decides nothing about their own leadership: that is the supervisor's (A3).
		p.want("the leadership of a suspension that does not stand", record.State, accountability.Found)
		p.refused(p.judge("director", record, "", "待岗已撤销"), office.OwnCase, "A3")
		p.ok(p.judge("supervisor", record, "", "待岗已撤销"))
		p.refused(p.appeal("clerk-a", b), office.AlreadyDone, "A4")
		p.ok(p.carryOut("leader", b))
		p.ok(p.end("leader", b))
		p.refused(p.appeal("clerk-a", b), office.AlreadyDone, "A4")

		// The director decided, the supervisor reviews: with the suspension falls the record of leadership.
		above := p.avoided("clerk-a", "clerk-b")
		p.ok(p.hear("clerk-a", above))
		p.ok(p.judge("director", above, accountability.Suspension, "再次失责"))
		p.ok(p.appeal("clerk-a", above))
		p.ok(p.review("supervisor", above, accountability.Overturned, ""))
		p.want("the suspension is over", p.state("clerk-a"), duty.OnDuty)
		record, err = p.Desk.Store.Read().Breach.Query().Where(breach.ParentID(above.ID)).Only(p.System())
		p.ok(err)
		p.want("no leadership of a suspension that does not stand", fmt.Sprint(record.State, " ", p.name(*record.DecidedByID)), "DISMISSED supervisor")

		// Overturned: nothing follows, and the ladder does not count it.
		second := p.avoided("clerk-c", "clerk-b")
		p.ok(p.hear("clerk-c", second))
		p.ok(p.judge("director", second, accountability.Criticism, "属实"))
		p.ok(p.appeal("clerk-c", second))
		p.refused(p.review("leader", second, accountability.Overturned, ""), office.Forbidden, "A4")
		p.refused(p.review("director", second, accountability.Overturned, ""), office.OwnCase, "A3")
		p.ok(p.review("supervisor", second, accountability.Overturned, ""))
		p.want("overturned", p.entry(second.ID).State, accountability.Dismissed)
		third := p.avoided("clerk-c", "clerk-b")
		proposal, err := p.Desk.ProposalFor(p.As("leader"), third)
		p.ok(err)
		p.want("what was overturned does not count", proposal.Before, 0)
		p.sound()
	})
}

// Two leaders decide at once, from two processes: one decision stands.
func TestA4_DecidedOnceFromTwoProcesses(t *testing.T) {
	both(t, func(p *people) {
		b := p.avoided("clerk-a", "clerk-b")
		p.ok(p.hear("clerk-a", b))
		ref := p.of(b)
		again := p.Again(t)
		m := accountability.Criticism
		errs := make([]error, 2)
		var wg sync.WaitGroup
		for i, who := range []struct {
			d   *service.Desk
			ctx context.Context
		}{{p.Desk, p.As("leader")}, {again.Desk, again.As("director")}} {
			in := service.DecideBreachInput{BreachRef: ref, Measure: &m, Reason: "属实"}
			in.ClientMutationID = p.ID()
			wg.Go(func() { _, errs[i] = who.d.DecideBreach(who.ctx, in) })
		}
		wg.Wait()
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Fatalf("%v, %v", errs[0], errs[1])
		}
		for _, err := range errs {
			if err != nil {
				p.refused(err, office.Conflict, "")
			}
		}
		p.want("journal", len(p.entries(b.ID)), 2)
	})
}

func TestB5_B9_AMissedListIsOneBreach(t *testing.T) {
	both(t, func(p *people) {
		p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 8)
		p.duty("leader", "clerk-a", duty.Away)
		p.At("2026-02-26 14:00")
		p.duty("leader", "clerk-a", duty.OnDuty)
		found := func() []*ent.Breach {
			list, err := p.Desk.Store.Read().Breach.Query().Where(breach.KindEQ(casework.BreachPostHandOverMissed)).All(p.System())
			p.ok(err)
			return list
		}
		p.fire()
		p.want("not missed yet", len(found()), 0)
		p.At("2026-02-27 17:00")
		p.fire()
		p.At("2026-02-28 09:00")
		p.fire()
		list := found()
		p.want("breaches", len(list), 1)
		b := list[0]
		p.want("about", p.name(b.PersonID)+" "+b.Clause+" "+b.CaseID, "clerk-a B5 ")
		p.want("journal", p.entries(b.ID), []string{"BREACH_FOUND system"})
		p.ok(p.hear("clerk-a", b))
		proposal, err := p.Desk.ProposalFor(p.As("leader"), p.entry(b.ID))
		p.ok(err)
		p.want("proposed", proposal.Measure, accountability.Admonition)
		if _, err := p.Desk.Store.Read().Breach.Get(p.As("clerk-b"), b.ID); !ent.IsNotFound(err) {
			t.Errorf("a colleague sees it: %v", err)
		}
		p.sound()
	})
}

func TestA2_AnOverdueCaseNeedsApologyAndRemedy(t *testing.T) {
	both(t, func(p *people) {
		inTime := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5)
		_, err := p.Desk.CompleteCase(p.As("clerk-a"), service.CompleteCaseInput{CaseRef: p.ref(inTime), Outcome: "好", Apology: sorry()})
		p.refused(err, office.BadInput, "A2") // there is nothing to apologise for
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 1)
		due := p.now(c).DueAt
		p.At("2026-02-27 17:00") // the deadline itself is missed
		p.fire()
		p.want("due", due.Equal(p.Desk.Now()), true)
		try := func(change func(a *service.ApologyInput)) error {
			in := service.CompleteCaseInput{CaseRef: p.ref(c), Outcome: "已调解", Apology: sorry()}
			if change == nil {
				in.Apology = nil
			} else {
				change(in.Apology)
			}
			_, err := p.Desk.CompleteCase(p.As("clerk-a"), in)
			return err
		}
		p.refused(try(nil), office.NeedsApology, "A2")
		p.refused(try(func(a *service.ApologyInput) { a.Text = " " }), office.NeedsApology, "A2")
		p.refused(try(func(a *service.ApologyInput) { a.Remedy = "" }), office.NeedsApology, "A2")
		p.refused(try(func(a *service.ApologyInput) { a.At = new(p.Desk.Now().Add(time.Minute)) }), office.BadInput, "A2")
		p.refused(try(func(a *service.ApologyInput) { a.At = new(p.now(c).ContactAt.Add(-time.Minute)) }), office.BadInput, "A2")
		p.refused(try(func(a *service.ApologyInput) { a.Way = "SHOUTED" }), office.BadInput, "A2")
		p.refused(try(func(a *service.ApologyInput) { a.ByID = new(p.Staff["neighbour"].ID) }), office.NotFound, "A2")
		p.want("open", p.now(c).Status, casework.Promised)
		n, err := p.Desk.Store.Read().Apology.Query().Where(apology.CaseID(c.ID)).Count(p.System())
		p.ok(err)
		p.want("nothing is kept of what was refused", n, 0)
		p.ok(try(func(a *service.ApologyInput) { a.ByID = new(p.Staff["leader"].ID) }))
		p.want("closed", p.now(c).Status, casework.Completed)
		list, err := p.Desk.Apologies(p.As("clerk-a"), p.now(c))
		p.ok(err)
		p.want("apologies", len(list), 1)
		p.want("by", p.name(list[0].GivenByID)+" "+p.name(list[0].RecordedByID)+" "+string(list[0].Way), "leader clerk-a BY_PHONE")
		e := p.last(c, casework.EventApologised)
		p.want("journal", e.Facts["remedy"], "当日办结，结果送上门。")
		// It is printed, and printed as it was.
		offers, err := p.Desk.Papers(p.As("clerk-a"), p.now(c))
		p.ok(err)
		var offer *service.PaperOffer
		for _, o := range offers {
			if o.Kind == casework.PaperApology {
				offer = o
			}
		}
		p.want("offered", offer != nil && !offer.Draft && offer.Number == c.ReceiptNo+"-歉1", true)
		made, err := p.Desk.PrintPaper(p.As("clerk-a"), service.PrintPaperInput{CaseID: c.ID, Kind: casework.PaperApology, SubjectID: offer.SubjectID, ClientMutationID: p.ID()})
		p.ok(err)
		_, doc, err := p.Desk.PaperPrinted(p.As("clerk-a"), made.Paper.ID)
		p.ok(err)
		p.want("title", doc.Title, "致歉及补救记录")
		_, err = p.Desk.PrintPaper(p.As("clerk-a"), service.PrintPaperInput{CaseID: inTime.ID, Kind: casework.PaperApology, SubjectID: offer.SubjectID, ClientMutationID: p.ID()})
		p.refused(err, office.RefusedState, "Papers")
		p.complete("clerk-a", inTime)
		p.sound()
	})
}

func TestA1_AGiftIsOpenUntilItsValueWentBack(t *testing.T) {
	both(t, func(p *people) {
		register := func(by, about string, kind accountability.GiftKind, value string) (*ent.Gift, error) {
			made, err := p.Desk.RegisterGift(p.As(by), service.RegisterGiftInput{
				PersonID: p.Staff[about].ID, Kind: kind, What: "茶叶两盒", Giver: "办事居民", Value: value, ClientMutationID: p.ID(),
			})
			if err != nil {
				return nil, err
			}
			return made.Gift, nil
		}
		back := func(by string, g *ent.Gift, amount, proof string) error {
			now, err := p.Desk.Store.Read().Gift.Get(p.System(), g.ID)
			p.ok(err)
			_, err = p.Desk.ReturnGift(p.As(by), service.ReturnGiftInput{
				GiftID: g.ID, Version: now.Version, Amount: amount, Way: accountability.GivenBack, Proof: proof, ClientMutationID: p.ID(),
			})
			return err
		}
		for _, wrong := range []string{"0", "0.00", "-1", "1.234", "x", "", "1000000.01", "99999999999999999999"} {
			_, err := register("clerk-b", "clerk-a", accountability.GiftTaken, wrong)
			p.refused(err, office.BadInput, "A1")
		}
		_, err := register("administrator", "clerk-a", accountability.GiftTaken, "1")
		p.refused(err, office.Forbidden, "A1")
		_, err = register("clerk-b", "neighbour", accountability.GiftTaken, "1")
		p.refused(err, office.NotFound, "A1")

		g, err := register("clerk-b", "clerk-a", accountability.GiftTaken, "300.50")
		p.ok(err)
		p.want("value", fmt.Sprint(g.ValueFen, g.ReturnedFen, g.ClosedAt == nil), "30050 0 true")
		b, err := p.Desk.BreachOfGift(p.As("leader"), g)
		p.ok(err)
		p.want("breach", fmt.Sprint(b.Kind, b.Clause, p.name(b.PersonID), p.name(*b.ReportedByID)), "GIFT_TAKENA1clerk-aclerk-b")
		p.ok(p.hear("clerk-a", b))
		p.ok(p.judge("leader", b, accountability.Criticism, "批评教育"))
		p.ok(p.carryOut("leader", b))
		p.refused(p.end("leader", b), office.NeedsReturn, "A1")

		p.refused(back("clerk-a", g, "300.50", "收条"), office.OwnCase, "A3")
		p.refused(back("clerk-b", g, "300.50", "收条"), office.Forbidden, "A1")
		p.refused(back("clerk-c", g, "300.50", "收条"), office.NotFound, "") // does not see it
		p.refused(back("leader", g, "300.50", " "), office.NeedsProof, "A1")
		p.refused(back("leader", g, "300.51", "收条"), office.LimitExceeded, "A1")
		p.refused(back("leader", g, "0", "收条"), office.BadInput, "A1")
		p.ok(back("leader", g, "300.00", "收条一"))
		now, err := p.Desk.Store.Read().Gift.Get(p.System(), g.ID)
		p.ok(err)
		p.want("half a yuan is left", fmt.Sprint(now.ReturnedFen, now.ClosedAt == nil), "30000 true")
		p.refused(p.end("leader", b), office.NeedsReturn, "A1")
		p.refused(back("leader", g, "0.51", "收条"), office.LimitExceeded, "A1")
		p.ok(back("director", g, "0.5", "收条二"))
		now, err = p.Desk.Store.Read().Gift.Get(p.System(), g.ID)
		p.ok(err)
		p.want("whole", fmt.Sprint(now.ReturnedFen, now.ClosedAt != nil), "30050 true")
		p.refused(back("leader", g, "0.01", "收条"), office.AlreadyDone, "A1")
		p.ok(p.end("leader", b))
		p.want("journal", p.entries(g.ID), []string{"GIFT_REGISTERED clerk-b", "GIFT_RETURNED leader", "GIFT_RETURNED director", "GIFT_CLOSED director"})
		parts, err := p.Desk.ReturnsOf(p.As("clerk-a"), now)
		p.ok(err)
		p.want("parts", len(parts), 2)

		// What was refused is written down and closed; it is nobody's breach.
		refused, err := register("clerk-a", "clerk-a", accountability.GiftOffered, "20")
		p.ok(err)
		p.want("closed at once", refused.ClosedAt != nil, true)
		none, err := p.Desk.BreachOfGift(p.As("leader"), refused)
		p.ok(err)
		p.want("no breach", none == nil, true)
		// The director's is the supervisor's.
		of, err := register("clerk-c", "director", accountability.TreatTaken, "88")
		p.ok(err)
		p.refused(back("leader", of, "88", "发票"), office.Forbidden, "A1")
		p.refused(back("director", of, "88", "发票"), office.OwnCase, "A3")
		p.ok(back("supervisor", of, "88", "发票"))
		for login, want := range map[string]int{"clerk-a": 2, "clerk-b": 1, "clerk-c": 1, "leader": 3, "director": 3, "supervisor": 3, "grid": 0, "administrator": 0, "neighbour": 0} {
			list, count, err := p.Desk.Gifts(p.As(login), service.GiftFilter{}, 10, nil)
			p.ok(err)
			n, err := count(p.As(login))
			p.ok(err)
			p.want(login+" sees", fmt.Sprint(len(list), n), fmt.Sprint(want, want))
		}
		n, err := p.Desk.Store.Read().Gift.Query().Where(gift.ClosedAtIsNil()).Count(p.System())
		p.ok(err)
		p.want("open", n, 0)
		p.sound()
	})
}

// Two returns at once from two processes never give back more than the value.
func TestA1_ReturnedTwiceAtOnce(t *testing.T) {
	both(t, func(p *people) {
		made, err := p.Desk.RegisterGift(p.As("clerk-b"), service.RegisterGiftInput{
			PersonID: p.Staff["clerk-a"].ID, Kind: accountability.GiftTaken, What: "购物卡", Giver: "办事居民", Value: "100", ClientMutationID: p.ID(),
		})
		p.ok(err)
		again := p.Again(t)
		errs := make([]error, 2)
		var wg sync.WaitGroup
		for i, o := range []*servicetest.Office{p.Office, again} {
			in := service.ReturnGiftInput{
				GiftID: made.Gift.ID, Version: made.Gift.Version, Amount: "100", Way: accountability.GivenBack, Proof: "收条", ClientMutationID: p.ID(),
			}
			wg.Go(func() { _, errs[i] = o.Desk.ReturnGift(o.As("leader"), in) })
		}
		wg.Wait()
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Fatalf("%v, %v", errs[0], errs[1])
		}
		parts, err := p.Desk.ReturnsOf(p.As("leader"), made.Gift)
		p.ok(err)
		p.want("parts", len(parts), 1)
	})
}

func openOf(holder string) predicate.CaseFile {
	return casefile.And(casefile.Open(true), casefile.Or(casefile.HolderID(holder), casefile.ResponsibleID(holder)))
}
