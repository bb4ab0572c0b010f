package casework

import (
	"slices"
	"testing"
	"time"

	"xinxing/internal/office"
	"xinxing/internal/office/duty"
)

// disposals are the acts that dispose of a received case, with their clauses and where they lead.
var disposals = []struct {
	act    Act
	clause string
	to     Status
}{
	{ActResolveOnSpot, "F4", ResolvedOnSpot},
	{ActPromise, "F5", Promised},
	{ActReportUp, "F6", Reported},
	{ActGuide, "F7", Guided},
	{ActRefuse, "T2", Refused},
	{ActRequestMaterials, "Q4", AwaitingMaterials},
}

func TestF4_F5_F6_F7_T2_OnlyTheResponsiblePersonDisposes(t *testing.T) {
	for _, d := range disposals {
		run(t, []try{
			{name: "first responder", act: d.act, on: received(), by: clerk},
			{name: "late is still a duty", act: d.act, on: received(), by: clerk, now: dueAt.Add(time.Hour)},
			{name: "a colleague", act: d.act, on: received(), by: strangerA, code: office.NotResponsible, clause: d.clause},
			{name: "a leader", act: d.act, on: received(), by: leaderA, code: office.NotResponsible, clause: d.clause},
			{name: "the director", act: d.act, on: received(), by: directorA, code: office.NotResponsible, clause: d.clause},
			{name: "the supervisor", act: d.act, on: received(), by: overseer, code: office.Forbidden, clause: d.clause},
			{name: "the administrator", act: d.act, on: received(), by: keeperA, code: office.Forbidden, clause: d.clause},
			{name: "nobody", act: d.act, on: received(), by: Actor{}, code: office.Forbidden, clause: d.clause},
			{name: "away", act: d.act, on: received(), by: clerk.in(duty.Away), code: office.NotOnDuty, clause: "B2"},
			{name: "suspended", act: d.act, on: received(), by: clerk.in(duty.Suspended), code: office.NotOnDuty, clause: "B2"},
			{name: "left", act: d.act, on: received(), by: clerk.in(duty.Left), code: office.NotOnDuty, clause: "B2"},
			{name: "offer waits", act: d.act, on: with(received(), offered), by: clerk, code: office.OfferPending, clause: d.clause},
			{name: "first responder of another's case", act: d.act, on: with(received(), func(f *Facts) { f.Holder, f.Responsible = backup, backup }),
				by: clerk, code: office.NotResponsible, clause: d.clause},
			{name: "holder while another stands in", act: d.act, on: with(received(), func(f *Facts) { f.Responsible = backup }),
				by: clerk, code: office.NotResponsible, clause: d.clause},
			{name: "the stand-in", act: d.act, on: with(received(), func(f *Facts) { f.Responsible = backup }), by: as(backup)},
		})
		if got := Next(d.act, Received); got != d.to {
			t.Errorf("%s leads to %s, want %s", d.act, got, d.to)
		}
		if got := Clause(d.act); got != d.clause {
			t.Errorf("%s comes from %s, want %s", d.act, got, d.clause)
		}
	}
}

func TestF5_T3_AnImmediateMatterIsNotPromised(t *testing.T) {
	now := with(received(), itemIs(func(i *ItemFacts) { i.Immediate = true }))
	run(t, []try{
		{name: "immediate", act: ActPromise, on: now, by: clerk, code: office.ImmediateItem, clause: "T3"},
		{name: "immediate", act: ActResolveOnSpot, on: now, by: clerk},
		{name: "immediate, papers missing", act: ActRequestMaterials, on: now, by: clerk},
		{name: "immediate, unsolvable", act: ActReportUp, on: now, by: clerk},
		{name: "not immediate", act: ActPromise, on: with(received(), itemIs(func(*ItemFacts) {})), by: clerk},
	})
}

func TestF7_WhatIsNotIssuedIsGuidedNotPromised(t *testing.T) {
	f := with(received(), itemIs(func(i *ItemFacts) { i.Kind = ItemNotIssued }))
	run(t, []try{
		{name: "not issued", act: ActPromise, on: f, by: clerk, code: office.NotIssued, clause: "F7"},
		{name: "not issued", act: ActRequestMaterials, on: f, by: clerk, code: office.NotIssued, clause: "F7"},
		{name: "not issued", act: ActGuide, on: f, by: clerk},
		{name: "not issued", act: ActRefuse, on: f, by: clerk},
		{name: "not issued", act: ActReportUp, on: f, by: clerk},
		{name: "not issued", act: ActReopen, on: with(f, func(f *Facts) { f.Status = Refused }), by: clerk, code: office.NotIssued, clause: "F7"},
	})
}

func TestF6_TheSuperiorDecidesAReport(t *testing.T) {
	for _, act := range []Act{ActTakeOver, ActDirect, ActSendBack} {
		run(t, []try{
			{name: "superior", act: act, on: reported(), by: superiorA},
			{name: "after the limit", act: act, on: reported(), by: superiorA, now: dueAt.Add(time.Hour)},
			{name: "director", act: act, on: reported(), by: directorA},
			{name: "reporter", act: act, on: reported(), by: clerk, code: office.OwnCase, clause: "F6"},
			{name: "reporting director", act: act, on: with(reported(), func(f *Facts) { f.Report.Reporter, f.Holder, f.Responsible = directing, directing, directing }),
				by: directorA, code: office.OwnCase, clause: "F6"},
			{name: "director standing in for the reporter", act: act, on: with(reported(), func(f *Facts) { f.Responsible = directing }),
				by: directorA, code: office.OwnCase, clause: "F6"},
			{name: "superior to whom custody fell", act: act, on: with(reported(), func(f *Facts) {
				f.Holder, f.Responsible, f.Report = above, above, &Waiting{Reporter: above, Superior: above}
			}), by: superiorA},
			{name: "another leader", act: act, on: reported(), by: leaderA, code: office.NotResponsible, clause: "F6"},
			{name: "a colleague", act: act, on: reported(), by: strangerA, code: office.NotResponsible, clause: "F6"},
			{name: "supervisor", act: act, on: reported(), by: overseer, code: office.Forbidden, clause: "F6"},
			{name: "superior away", act: act, on: reported(), by: superiorA.in(duty.Away), code: office.NotOnDuty, clause: "B2"},
			{name: "no report", act: act, on: with(reported(), func(f *Facts) { f.Report = nil }), by: superiorA, code: office.RefusedState, clause: "F6"},
			{name: "never reported", act: act, on: received(), by: superiorA, code: office.RefusedState, clause: "F6"},
		})
		if got := Next(act, Reported); got != Received {
			t.Errorf("%s leads to %s, want it undisposed again", act, got)
		}
	}
	// Until the superior decides the reporter answers for the case, and can move it nowhere.
	if got := Allowed(reported(), clerk, well); !slices.Equal(got, []Act{ActReportBreach, ActAttach, ActLinkProject, ActPrint}) {
		t.Errorf("the reporter may %v", got)
	}
}

func TestF10_AnOfferIsMadeOnceAndAnsweredByItsReceiver(t *testing.T) {
	taker := as(receiving)
	for _, f := range []Facts{awaiting(), promised()} {
		responsible := as(f.Responsible)
		run(t, []try{
			{name: "responsible/" + string(f.Status), act: ActOfferHandOver, on: f, by: responsible},
			{name: "second offer/" + string(f.Status), act: ActOfferHandOver, on: with(f, offered), by: responsible, code: office.OfferPending, clause: "F10"},
			{name: "a colleague/" + string(f.Status), act: ActOfferHandOver, on: f, by: strangerA, code: office.NotResponsible, clause: "F10"},
			{name: "a leader/" + string(f.Status), act: ActOfferHandOver, on: f, by: leaderA, code: office.NotResponsible, clause: "F10"},
		})
	}
	run(t, []try{
		{name: "undisposed", act: ActOfferHandOver, on: received(), by: clerk, code: office.RefusedState, clause: "F10"},
		{name: "reported", act: ActOfferHandOver, on: reported(), by: clerk, code: office.RefusedState, clause: "F10"},
		{name: "completed", act: ActOfferHandOver, on: closed(Completed), by: as(handling), code: office.RefusedState, clause: "F10"},
	})
	for _, act := range []Act{ActAcceptHandOver, ActReturnHandOver} {
		for _, f := range []Facts{received(), awaiting(), promised()} {
			o := with(f, offered)
			run(t, []try{
				{name: "receiver/" + string(f.Status), act: act, on: o, by: taker},
				{name: "receiver after the limit/" + string(f.Status), act: act, on: o, by: taker, now: dueAt.Add(time.Hour)},
				{name: "giver/" + string(f.Status), act: act, on: o, by: as(f.Responsible), code: office.NotResponsible, clause: "F10"},
				{name: "director/" + string(f.Status), act: act, on: o, by: directorA, code: office.NotResponsible, clause: "F10"},
				{name: "receiver away/" + string(f.Status), act: act, on: o, by: taker.in(duty.Away), code: office.NotOnDuty, clause: "B2"},
				{name: "nothing offered/" + string(f.Status), act: act, on: f, by: taker, code: office.RefusedState, clause: "F10"},
			})
			if got := Next(act, f.Status); got != f.Status {
				t.Errorf("%s moves %s to %s", act, f.Status, got)
			}
		}
		run(t, []try{
			{name: "completed", act: act, on: with(closed(Completed), offered), by: taker, code: office.RefusedState, clause: "F10"},
			{name: "reported", act: act, on: with(reported(), offered), by: taker, code: office.RefusedState, clause: "F10"},
		})
	}
	// Until it is accepted the case is the giver's: the receiver works on nothing, the giver on all of it.
	o := with(promised(), offered)
	if got := Allowed(o, taker, well); !slices.Equal(got, []Act{ActAcceptHandOver, ActReturnHandOver, ActReportBreach, ActPrint}) {
		t.Errorf("the receiver may %v", got)
	}
	if got := Allowed(o, as(handling), well); !slices.Equal(got, []Act{
		ActRequestExtension, ActComplete, ActReportBreach, ActNoticeAgain, ActTakePieces, ActCharge, ActAttach, ActLinkProject, ActPrint,
	}) {
		t.Errorf("the giver may %v", got)
	}
}

func TestQ4_MaterialsAreReceivedByTheResponsiblePerson(t *testing.T) {
	run(t, []try{
		{name: "responsible", act: ActReceiveMaterials, on: awaiting(), by: clerk},
		{name: "while an offer waits", act: ActReceiveMaterials, on: with(awaiting(), offered), by: clerk},
		{name: "receiver before accepting", act: ActReceiveMaterials, on: with(awaiting(), offered), by: as(receiving), code: office.NotResponsible, clause: "Q4"},
		{name: "a colleague", act: ActReceiveMaterials, on: awaiting(), by: strangerA, code: office.NotResponsible, clause: "Q4"},
		{name: "none were asked for", act: ActReceiveMaterials, on: received(), by: clerk, code: office.RefusedState, clause: "Q4"},
		{name: "promised already", act: ActReceiveMaterials, on: promised(), by: as(handling), code: office.RefusedState, clause: "Q4"},
	})
	if got := Next(ActReceiveMaterials, AwaitingMaterials); got != Promised {
		t.Errorf("leads to %s", got)
	}
}

func TestT1_CompletedByTheResponsiblePersonOnly(t *testing.T) {
	run(t, []try{
		{name: "responsible", act: ActComplete, on: promised(), by: as(handling)},
		{name: "overdue", act: ActComplete, on: promised(), by: as(handling), now: dueAt.Add(240 * time.Hour)},
		{name: "while an extension is asked for", act: ActComplete, on: with(promised(), asked(ExtensionRequested)), by: as(handling)},
		{name: "first responder after the hand-over", act: ActComplete, on: promised(), by: clerk, code: office.NotResponsible, clause: "T1"},
		{name: "director", act: ActComplete, on: promised(), by: directorA, code: office.NotResponsible, clause: "T1"},
		{name: "undisposed", act: ActComplete, on: received(), by: clerk, code: office.RefusedState, clause: "T1"},
		{name: "papers missing", act: ActComplete, on: awaiting(), by: clerk, code: office.RefusedState, clause: "T1"},
		{name: "twice", act: ActComplete, on: closed(Completed), by: as(handling), code: office.RefusedState, clause: "T1"},
	})
	if got := Next(ActComplete, Promised); got != Completed {
		t.Errorf("leads to %s", got)
	}
}

func TestT4_NoActEditsAPromise(t *testing.T) {
	// Of all acts only the telling of an approved extension moves the date; none leads from PROMISED to PROMISED by hand.
	run(t, []try{
		{name: "again", act: ActPromise, on: promised(), by: as(handling), code: office.RefusedState, clause: "F5"},
		{name: "again, by the director", act: ActPromise, on: promised(), by: directorA, code: office.RefusedState, clause: "F5"},
		{name: "untold extension", act: ActTellExtension, on: promised(), by: as(handling), code: office.RefusedState, clause: "T5"},
	})
}

func TestT5_AnExtensionIsAskedForBeforeTheDeadline(t *testing.T) {
	responsible := as(handling)
	run(t, []try{
		{name: "in time", act: ActRequestExtension, on: promised(), by: responsible},
		{name: "the last nanosecond", act: ActRequestExtension, on: promised(), by: responsible, now: dueAt.Add(-1)},
		{name: "at the very instant", act: ActRequestExtension, on: promised(), by: responsible, now: dueAt, code: office.TooLate, clause: "T5"},
		{name: "after it", act: ActRequestExtension, on: promised(), by: responsible, now: dueAt.Add(time.Minute), code: office.TooLate, clause: "T5"},
		{name: "a leader for another", act: ActRequestExtension, on: promised(), by: leaderA, code: office.NotResponsible, clause: "T5"},
		{name: "one runs", act: ActRequestExtension, on: with(promised(), asked(ExtensionRequested)), by: responsible, code: office.RefusedState, clause: "T5"},
		{name: "one is approved", act: ActRequestExtension, on: with(promised(), asked(ExtensionApproved)), by: responsible, code: office.RefusedState, clause: "T5"},
		{name: "the last one left", act: ActRequestExtension, on: with(promised(), func(f *Facts) { f.ExtensionsUsed = 1 }), by: responsible},
		{name: "none left", act: ActRequestExtension, on: with(promised(), func(f *Facts) { f.ExtensionsUsed = 2 }), by: responsible, code: office.LimitExceeded, clause: "T5"},
		{name: "item allows none", act: ActRequestExtension, on: with(promised(), itemIs(func(i *ItemFacts) { i.MaxExtensions = 0 })), by: responsible, code: office.LimitExceeded, clause: "T5"},
		{name: "no item", act: ActRequestExtension, on: with(promised(), func(f *Facts) { f.Item = nil }), by: responsible, code: office.LimitExceeded, clause: "T5"},
		{name: "not promised", act: ActRequestExtension, on: awaiting(), by: clerk, code: office.RefusedState, clause: "T5"},
	})
}

func TestT5_ALeaderDecidesNeverTheAsker(t *testing.T) {
	f := with(promised(), asked(ExtensionRequested))
	own := func(id duty.StaffID) Facts {
		return with(f, func(f *Facts) { f.Extension = &Asked{By: id, State: ExtensionRequested} })
	}
	directors := with(f, func(f *Facts) { f.Extension = &Asked{By: directing, Director: true, State: ExtensionRequested} })
	run(t, []try{
		{name: "a leader", act: ActDecideExtension, on: f, by: leaderA},
		{name: "the director", act: ActDecideExtension, on: f, by: directorA},
		{name: "the last nanosecond", act: ActDecideExtension, on: f, by: leaderA, now: dueAt.Add(-1)},
		{name: "at the very instant", act: ActDecideExtension, on: f, by: leaderA, now: dueAt, code: office.TooLate, clause: "T5"},
		{name: "the asker, a leader", act: ActDecideExtension, on: f, by: as(asking, duty.Leader), code: office.OwnCase, clause: "T5"},
		{name: "a leader who asked", act: ActDecideExtension, on: own(leading), by: leaderA, code: office.OwnCase, clause: "T5"},
		{name: "a leader who answers for it", act: ActDecideExtension, on: f, by: as(handling, duty.Leader), code: office.OwnCase, clause: "T5"},
		{name: "a leader who holds it while away", act: ActDecideExtension, on: with(f, func(f *Facts) { f.Holder = leading }), by: leaderA, code: office.OwnCase, clause: "T5"},
		{name: "a clerk", act: ActDecideExtension, on: f, by: strangerA, code: office.Forbidden, clause: "T5"},
		{name: "the supervisor, not the director's", act: ActDecideExtension, on: f, by: overseer, code: office.Forbidden, clause: "T5"},
		{name: "the administrator", act: ActDecideExtension, on: f, by: keeperA, code: office.Forbidden, clause: "T5"},
		{name: "a leader away", act: ActDecideExtension, on: f, by: leaderA.in(duty.Away), code: office.NotOnDuty, clause: "B2"},
		{name: "the director's, by the supervisor", act: ActDecideExtension, on: directors, by: overseer},
		{name: "the director's, by a leader", act: ActDecideExtension, on: directors, by: leaderA, code: office.Forbidden, clause: "T5"},
		{name: "the director's own", act: ActDecideExtension, on: directors, by: directorA, code: office.OwnCase, clause: "T5"},
		{name: "a director who is supervisor too", act: ActDecideExtension, on: directors, by: as(directing, duty.Director, duty.Supervisor), code: office.OwnCase, clause: "T5"},
		{name: "nothing asked", act: ActDecideExtension, on: promised(), by: leaderA, code: office.RefusedState, clause: "T5"},
		{name: "decided already", act: ActDecideExtension, on: with(promised(), asked(ExtensionApproved)), by: leaderA, code: office.RefusedState, clause: "T5"},
	})
}

func TestT5_TheResidentIsToldBeforeTheOldDeadline(t *testing.T) {
	f := with(promised(), asked(ExtensionApproved))
	responsible := as(handling)
	run(t, []try{
		{name: "in time", act: ActTellExtension, on: f, by: responsible},
		{name: "the last nanosecond", act: ActTellExtension, on: f, by: responsible, now: dueAt.Add(-1)},
		{name: "at the very instant", act: ActTellExtension, on: f, by: responsible, now: dueAt, code: office.TooLate, clause: "T5"},
		{name: "not decided", act: ActTellExtension, on: with(promised(), asked(ExtensionRequested)), by: responsible, code: office.RefusedState, clause: "T5"},
		{name: "the leader who approved", act: ActTellExtension, on: f, by: leaderA, code: office.NotResponsible, clause: "T5"},
		{name: "the asker after a hand-over", act: ActTellExtension, on: f, by: as(asking), code: office.NotResponsible, clause: "T5"},
	})
	for _, act := range []Act{ActRequestExtension, ActDecideExtension, ActTellExtension} {
		if got := Next(act, Promised); got != Promised {
			t.Errorf("%s leads to %s", act, got)
		}
	}
}

func TestT6_ReopenedByItsHolderOrALeaderWithANewPromise(t *testing.T) {
	for _, s := range []Status{ResolvedOnSpot, Completed, Refused} {
		f := closed(s)
		run(t, []try{
			{name: "holder/" + string(s), act: ActReopen, on: f, by: as(handling)},
			{name: "long after/" + string(s), act: ActReopen, on: f, by: as(handling), now: dueAt.Add(2000 * time.Hour)},
			{name: "leader/" + string(s), act: ActReopen, on: f, by: leaderA},
			{name: "a colleague/" + string(s), act: ActReopen, on: f, by: strangerA, code: office.NotResponsible, clause: "T6"},
			{name: "first responder after the hand-over/" + string(s), act: ActReopen, on: f, by: clerk, code: office.NotResponsible, clause: "T6"},
			{name: "supervisor/" + string(s), act: ActReopen, on: f, by: overseer, code: office.Forbidden, clause: "T6"},
			{name: "holder suspended/" + string(s), act: ActReopen, on: f, by: as(handling).in(duty.Suspended), code: office.NotOnDuty, clause: "B2"},
			{name: "no item/" + string(s), act: ActReopen, on: with(f, func(f *Facts) { f.Item = nil }), by: as(handling), code: office.NeedsItem, clause: "T6"},
			{name: "item without a limit/" + string(s), act: ActReopen, on: with(f, itemIs(func(i *ItemFacts) { i.LimitDays = 0 })), by: as(handling), code: office.NeedsItem, clause: "T6"},
		})
		if got := Next(ActReopen, s); got != Promised {
			t.Errorf("%s reopens to %s", s, got)
		}
	}
	run(t, []try{
		{name: "open", act: ActReopen, on: promised(), by: as(handling), code: office.RefusedState, clause: "T6"},
		{name: "guided", act: ActReopen, on: closed(Guided), by: as(handling), code: office.RefusedState, clause: "T6"},
	})
}

func TestF7_ACallBackIsAskedForByALeaderOnce(t *testing.T) {
	f := closed(Guided)
	wanted := with(f, func(f *Facts) { f.CallBackAsked = true })
	done := with(wanted, func(f *Facts) { f.CallBackDone = true })
	run(t, []try{
		{name: "leader", act: ActAskCallBack, on: f, by: leaderA},
		{name: "director", act: ActAskCallBack, on: f, by: directorA},
		{name: "clerk", act: ActAskCallBack, on: f, by: as(handling), code: office.Forbidden, clause: "F7"},
		{name: "twice", act: ActAskCallBack, on: wanted, by: leaderA, code: office.RefusedState, clause: "F7"},
		{name: "not guided", act: ActAskCallBack, on: closed(Completed), by: leaderA, code: office.RefusedState, clause: "F7"},
		{name: "holder", act: ActRecordCallBack, on: wanted, by: as(handling)},
		{name: "leader", act: ActRecordCallBack, on: wanted, by: leaderA},
		{name: "a colleague", act: ActRecordCallBack, on: wanted, by: strangerA, code: office.NotResponsible, clause: "F7"},
		{name: "not asked", act: ActRecordCallBack, on: f, by: as(handling), code: office.RefusedState, clause: "F7"},
		{name: "twice", act: ActRecordCallBack, on: done, by: as(handling), code: office.RefusedState, clause: "F7"},
	})
}

func TestF9_AnyoneOfTheOfficeReportsABreach(t *testing.T) {
	for _, s := range reviewStatuses { // what is found there is the matter itself
		run(t, []try{{name: string(s), act: ActReportBreach, on: review(s), by: superiorA, code: office.RefusedState, clause: "F9"}})
	}
	for _, s := range statuss {
		if slices.Contains(reviewStatuses, s) {
			continue
		}
		f := with(promised(), func(f *Facts) { f.Status = s })
		run(t, []try{
			{name: "a colleague/" + string(s), act: ActReportBreach, on: f, by: strangerA},
			{name: "away/" + string(s), act: ActReportBreach, on: f, by: strangerA.in(duty.Away)},
			{name: "suspended/" + string(s), act: ActReportBreach, on: f, by: strangerA.in(duty.Suspended)},
			{name: "left the office/" + string(s), act: ActReportBreach, on: f, by: strangerA.in(duty.Left), code: office.NotOnDuty, clause: "B2"},
			{name: "administrator/" + string(s), act: ActReportBreach, on: f, by: keeperA, code: office.Forbidden, clause: "F9"},
		})
		if got := Next(ActReportBreach, s); got != s {
			t.Errorf("a report moves %s to %s", s, got)
		}
	}
}
