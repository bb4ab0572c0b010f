package casework

import (
	"reflect"
	"regexp"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"xinxing/internal/office"
	"xinxing/internal/office/duty"
)

// possible is MECHANISMS.md once more, apart from the table of the code: which acts a status knows.
var possible = map[Status][]Act{
	Received: of(ActLinkProject, ActResolveOnSpot, ActPromise, ActReportUp, ActGuide, ActRefuse, ActRequestMaterials, ActAcceptHandOver, ActReturnHandOver,
		ActTakePieces, ActCharge),
	Reported: of(ActLinkProject, ActTakeOver, ActDirect, ActSendBack),
	AwaitingMaterials: of(ActLinkProject, ActReceiveMaterials, ActReceiveSome, ActNoticeAgain, ActWithdraw, ActOfferHandOver, ActAcceptHandOver,
		ActReturnHandOver, ActTakePieces, ActCharge),
	Promised: of(ActLinkProject, ActOfferHandOver, ActAcceptHandOver, ActReturnHandOver, ActRequestExtension, ActDecideExtension, ActTellExtension,
		ActComplete, ActReceiveSome, ActNoticeAgain, ActTakePieces, ActCharge),
	ResolvedOnSpot: of(ActReopen),
	Guided:         of(ActAskCallBack, ActRecordCallBack),
	Completed:      of(ActReopen),
	Refused:        of(ActReopen),
	Withdrawn:      of(),
	ToCheck:        {ActCheck, ActAttach},
	ToPutRight:     {ActPutRight, ActAttach},
	ToAnswer:       {ActAnswer, ActAttach},
	ToCallBack:     {ActCallBack, ActAttach},
}

// of adds what every service matter knows.
func of(acts ...Act) []Act {
	return append(acts, ActReportBreach, ActReturnPiece, ActReportPiece, ActAttach, ActPrint)
}

func TestF4toT7_EveryActIsInTheTableOnce(t *testing.T) {
	if len(table) != len(acts) {
		t.Errorf("%d lines for %d acts", len(table), len(acts))
	}
	for _, act := range acts {
		r := ruleOf(act)
		if r.act != act || len(r.from) == 0 || r.who == "" || !clauseForm.MatchString(r.clause) {
			t.Errorf("%s: %+v", act, r)
		}
		for i, s := range r.from {
			if slices.Contains(r.from[:i], s) || !slices.Contains(statuss, s) {
				t.Errorf("%s: from %v", act, r.from)
			}
		}
		if r.to != "" && !slices.Contains(statuss, r.to) {
			t.Errorf("%s leads to %q", act, r.to)
		}
	}
	if len(possible) != len(statuss) {
		t.Errorf("%d statuses, %d in the test", len(statuss), len(possible))
	}
}

// An actor who is everything to the case, and facts that stand in no act's way.
func everything(s Status) (Facts, Actor) {
	f := Facts{
		Status: s, FirstResponder: first, Holder: first, Responsible: first, Item: ordinary(), DueAt: dueAt,
		Report: &Waiting{Reporter: handling, Superior: first}, Pieces: 1, Missing: 2,
	}
	return f, as(first, duty.Clerk, duty.Leader, duty.Director, duty.Supervisor)
}

// allowing are the facts, for each act, beside those of everything that let it pass.
var allowing = map[Act]func(*Facts){
	ActAcceptHandOver: func(f *Facts) { f.HandOver = &Offer{From: handling, To: first} },
	ActReturnHandOver: func(f *Facts) { f.HandOver = &Offer{From: handling, To: first} },
	ActDecideExtension: func(f *Facts) {
		f.Extension = &Asked{By: asking, State: ExtensionRequested}
		f.Holder, f.Responsible = handling, handling
	},
	ActTellExtension:  func(f *Facts) { f.Extension = &Asked{By: asking, State: ExtensionApproved} },
	ActRecordCallBack: func(f *Facts) { f.CallBackAsked = true },
}

// Every act on every status: allowed where the mechanisms know it, else refused for the state's sake and nothing else.
func TestF4toT7_TheMatrixOfActsAndStatuses(t *testing.T) {
	for _, s := range statuss {
		for _, act := range acts {
			f, a := everything(s)
			if change := allowing[act]; change != nil {
				change(&f)
			}
			if act == ActDecideExtension {
				a.Roles = duty.Roles{duty.Leader}
			}
			err := Check(act, f, a, well)
			if slices.Contains(possible[s], act) {
				if err != nil {
					t.Errorf("%s on %s: refused with %v", act, s, err)
				}
				continue
			}
			if err == nil {
				t.Errorf("%s on %s: allowed", act, s)
				continue
			}
			r := refusal(t, err)
			if r.Code != office.RefusedState || r.Clause != Clause(act) || r.Facts["status"] != s || r.Facts["act"] != act {
				t.Errorf("%s on %s: %v", act, s, err)
			}
		}
	}
}

func TestF4toT7_AnUnknownActIsRefused(t *testing.T) {
	f, a := everything(Received)
	for _, act := range []Act{"", "CLOSE", "promise"} {
		if Check(act, f, a, well) == nil {
			t.Errorf("%q is allowed", act)
		}
		if got := Next(act, Received); got != Received {
			t.Errorf("%q leads to %s", act, got)
		}
	}
}

func TestF4toT7_OnlyClosedStatusesAreClosed(t *testing.T) {
	open := []Status{Received, Reported, AwaitingMaterials, Promised, ToCheck, ToPutRight, ToAnswer, ToCallBack}
	for _, s := range statuss {
		if s.Open() != slices.Contains(open, s) {
			t.Errorf("%s: open %t", s, s.Open())
		}
	}
	if Status("").Open() {
		t.Error("no status is open")
	}
}

// clauseForm is a clause's id, or the section of the papers, which has none.
var clauseForm = regexp.MustCompile(`^(?:[A-Z][0-9]{1,2}|Papers)$`)

var cast = []duty.StaffID{first, handling, receiving, above, directing}

func someone(r *rapid.T, label string) duty.StaffID { return rapid.SampledFrom(cast).Draw(r, label) }

// anyFacts draws facts of any kind, those too that no case should ever have.
func anyFacts(r *rapid.T) Facts {
	f := Facts{
		Status:         rapid.SampledFrom(statuss).Draw(r, "status"),
		FirstResponder: someone(r, "first responder"), Holder: someone(r, "holder"), Responsible: someone(r, "responsible"),
		DueAt: dueAt, ExtensionsUsed: rapid.IntRange(0, 3).Draw(r, "used"),
		CallBackAsked: rapid.Bool().Draw(r, "call-back asked"), CallBackDone: rapid.Bool().Draw(r, "call-back done"),
		PiecesHeld: rapid.IntRange(0, 2).Draw(r, "kept"), Pieces: rapid.IntRange(0, 2).Draw(r, "taken"),
		ChargedFen: rapid.IntRange(0, 3).Draw(r, "charged"),
		Green:      rapid.Bool().Draw(r, "green"),
	}
	if rapid.Bool().Draw(r, "about somebody") {
		f.About = someone(r, "about")
	}
	if rapid.Bool().Draw(r, "item") {
		f.Item = &ItemFacts{
			Kind: rapid.SampledFrom(itemKinds).Draw(r, "kind"), LimitDays: rapid.IntRange(0, 20).Draw(r, "limit"),
			Immediate: rapid.Bool().Draw(r, "immediate"), MaxExtensions: rapid.IntRange(0, 3).Draw(r, "max"), MaxExtensionDays: 10,
			FeeFen: rapid.IntRange(0, 3).Draw(r, "fee"),
		}
	}
	if rapid.IntRange(0, 3).Draw(r, "offer") == 0 {
		f.HandOver = &Offer{From: someone(r, "giver"), To: someone(r, "receiver")}
	}
	if rapid.Bool().Draw(r, "report") {
		f.Report = &Waiting{Reporter: someone(r, "reporter"), Superior: someone(r, "superior")}
	}
	if rapid.Bool().Draw(r, "extension") {
		f.Extension = &Asked{
			By: someone(r, "asker"), Director: rapid.Bool().Draw(r, "asker is director"),
			State: rapid.SampledFrom([]ExtensionState{ExtensionRequested, ExtensionApproved}).Draw(r, "state"),
		}
	}
	return f
}

func anyActor(r *rapid.T) Actor {
	return Actor{
		ID: someone(r, "actor"),
		Roles: rapid.SliceOfDistinct(rapid.SampledFrom([]duty.Role{duty.Clerk, duty.Leader, duty.Director, duty.Supervisor, duty.Administrator}),
			rapid.ID[duty.Role]).Draw(r, "roles"),
		State: rapid.SampledFrom([]duty.State{duty.OnDuty, duty.OnDuty, duty.OnDuty, duty.Away, duty.Suspended, duty.Left}).Draw(r, "state of the actor"),
	}
}

func anyNow(r *rapid.T) time.Time {
	return rapid.SampledFrom([]time.Time{well, dueAt.Add(-1), dueAt, dueAt.Add(1), dueAt.Add(time.Hour)}).Draw(r, "now")
}

// Whatever the facts: what is allowed is allowed for the reasons of the mechanisms, and what is refused says why.
func TestF4toT7_Property_WhatIsAllowedAndWhatIsRefused(t *testing.T) {
	ofResponsible := []Act{
		ActResolveOnSpot, ActPromise, ActReportUp, ActGuide, ActRefuse, ActRequestMaterials, ActReceiveMaterials, ActOfferHandOver,
		ActRequestExtension, ActTellExtension, ActComplete, ActReceiveSome, ActNoticeAgain, ActWithdraw, ActTakePieces, ActCharge,
	}
	ofReviewer := []Act{ActCheck, ActPutRight, ActAnswer, ActCallBack}
	ofAnyone := []Act{ActReportBreach, ActReportPiece, ActPrint}
	codes := []office.Code{
		office.Forbidden, office.RefusedState, office.NotOnDuty, office.NotResponsible, office.OwnCase, office.OfferPending, office.ImmediateItem,
		office.NotIssued, office.LimitExceeded, office.TooLate, office.NeedsItem, office.CustodyOpen, office.OverStandard,
	}
	rapid.Check(t, func(r *rapid.T) {
		f, a, now := anyFacts(r), anyActor(r), anyNow(r)
		leads := a.Roles.Has(duty.Leader) || a.Roles.Has(duty.Director)
		works := leads || a.Roles.Has(duty.Clerk)
		allowed := []Act{}
		for _, act := range acts {
			copied, copiedActor := f, a
			err := Check(act, f, a, now)
			if !reflect.DeepEqual(f, copied) || !reflect.DeepEqual(a, copiedActor) {
				r.Fatalf("%s changed the facts", act)
			}
			if err != nil {
				no, ok := err.(*office.Refusal)
				if !ok || !slices.Contains(codes, no.Code) || !clauseForm.MatchString(no.Clause) {
					r.Fatalf("%s: refused with %v", act, err)
				}
				continue
			}
			allowed = append(allowed, act)
			must := func(holds bool, why string) {
				r.Helper()
				if !holds {
					r.Fatalf("%s allowed: %s\n%+v\n%+v", act, why, f, a)
				}
			}
			must(slices.Contains(possible[f.Status], act), "the status does not know it")
			must(a.State == duty.OnDuty || slices.Contains(ofAnyone, act) && a.State != duty.Left, "not on duty (B2)")
			must(works || (act == ActDecideExtension || slices.Contains(ofReviewer, act)) && a.Roles.Has(duty.Supervisor), "no one who works on cases")
			if slices.Contains(ofResponsible, act) || slices.Contains(ofReviewer, act) {
				must(a.ID == f.Responsible, "not the responsible person")
			}
			if slices.Contains(ofReviewer, act) {
				must(a.ID != f.About, "about oneself (A3)")
			}
			if !Next(act, f.Status).Open() && f.Status.Open() {
				must(f.PiecesHeld == 0, "closed, and originals are kept (A5)")
			}
			switch act {
			case ActResolveOnSpot, ActPromise, ActReportUp, ActGuide, ActRefuse, ActRequestMaterials, ActOfferHandOver:
				must(f.HandOver == nil, "an offer waits (F10)")
			case ActAcceptHandOver, ActReturnHandOver:
				must(f.HandOver != nil && f.HandOver.To == a.ID, "not the receiver (F10)")
			case ActTakeOver, ActDirect, ActSendBack:
				must(f.Report != nil && (f.Report.Superior == a.ID || a.Roles.Has(duty.Director)), "not the superior (F6)")
				must(f.Report.Superior == a.ID || f.Report.Reporter != a.ID && f.Responsible != a.ID, "one's own report (F6)")
			case ActDecideExtension:
				must(f.Extension != nil && f.Extension.State == ExtensionRequested, "nothing to decide (T5)")
				must(a.ID != f.Extension.By && a.ID != f.Responsible && a.ID != f.Holder, "one's own (T5)")
				must(f.Extension.Director && a.Roles.Has(duty.Supervisor) || !f.Extension.Director && leads, "no authority (T5)")
			case ActTellExtension:
				must(f.Extension != nil && f.Extension.State == ExtensionApproved, "not approved (T5)")
			case ActRequestExtension:
				must(f.Extension == nil && f.Item != nil && f.ExtensionsUsed < f.Item.MaxExtensions, "no extension left (T5)")
			case ActReopen:
				must(f.Item != nil && f.Item.LimitDays > 0 && f.Item.Kind != ItemNotIssued, "nothing to promise (T6)")
				must(a.ID == f.Holder || a.ID == f.Responsible || leads, "not who held it (T6)")
			case ActReturnPiece:
				must(f.Pieces > 0, "nothing was taken in (A5)")
				must(a.ID == f.Holder || a.ID == f.Responsible || leads, "not who keeps it (A5)")
			case ActReportPiece:
				must(f.Pieces > 0, "nothing was taken in (A5)")
			case ActAttach, ActLinkProject:
				must(a.ID == f.Holder || a.ID == f.Responsible || leads, "not whose case it is (Papers, P4)")
			case ActCharge:
				must(f.Item != nil && f.ChargedFen < f.Item.FeeFen, "nothing is left of the standard (A6)")
				must(!f.Green, "the green channel costs nothing (E6)")
			case ActAskCallBack:
				must(leads && !f.CallBackAsked, "no leader, or asked already (F7)")
			case ActRecordCallBack:
				must(f.CallBackAsked && !f.CallBackDone, "none asked (F7)")
			}
			if act == ActPromise && f.Item != nil {
				must(!f.Item.Immediate && f.Item.Kind != ItemNotIssued, "T3, F7")
			}
			if act == ActRequestExtension || act == ActDecideExtension || act == ActTellExtension {
				must(now.Before(f.DueAt), "too late (T5)")
			}
			if next := Next(act, f.Status); next != f.Status && !slices.Contains(statuss, next) {
				r.Fatalf("%s leads to %q", act, next)
			}
		}
		if got := Allowed(f, a, now); got == nil || !slices.Equal(got, allowed) {
			r.Fatalf("Allowed gives %v, Check %v", got, allowed)
		}
	})
}

// Nothing is dropped: on every open case somebody who is on duty can always take the next step, however late it is
// and wherever custody fell.
func TestF6_F10_Property_NoOpenCaseIsStuck(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		f, now := anyFacts(r), anyNow(r)
		f.Status = rapid.SampledFrom([]Status{Received, Reported, AwaitingMaterials, Promised, ToCheck, ToPutRight, ToAnswer, ToCallBack}).Draw(r, "open")
		f.Pieces = max(f.Pieces, f.PiecesHeld)
		if slices.Contains(reviewStatuses, f.Status) {
			f.Pieces, f.PiecesHeld = 0, 0 // nothing is taken in on a supervision matter
			if f.About == f.Responsible {
				f.About = "" // and it is never given to whom it is about
			}
		}
		f.Report = nil // a report waits exactly while the case is reported
		if f.Status == Reported {
			f.Report = &Waiting{Reporter: someone(r, "reporter"), Superior: someone(r, "superior")}
		}
		next := f.Responsible
		switch {
		case f.Status == Reported:
			next = f.Report.Superior
		case f.Status == Received && f.HandOver != nil:
			next = f.HandOver.To
		}
		// What stands beside the case is no step towards its end, save that originals have to go back first (A5).
		beside := []Act{ActReportBreach, ActReportPiece, ActNoticeAgain, ActTakePieces, ActCharge, ActAttach, ActLinkProject, ActPrint}
		if f.PiecesHeld == 0 {
			beside = append(beside, ActReturnPiece)
		}
		got := Allowed(f, as(next), now)
		if !slices.ContainsFunc(got, func(a Act) bool { return !slices.Contains(beside, a) }) {
			r.Fatalf("%s may only %v\n%+v", next, got, f)
		}
	})
}
