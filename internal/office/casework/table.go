package casework

import (
	"slices"
	"time"

	"xinxing/internal/office"
	"xinxing/internal/office/duty"
)

// relation is what an actor must be to a case for an act.
type relation string

const (
	responsible relation = "the responsible person"
	receiver    relation = "the receiver of the offer"
	superior    relation = "the superior of the report"
	decider     relation = "a leader, never the asker or the responsible person"
	leader      relation = "a leader"
	holder      relation = "who held it, or a leader"
	anyone      relation = "anyone of the office"
	reviewer    relation = "the responsible person, never whom it is about"
)

// rule is one line of the table of acts.
type rule struct {
	act    Act
	from   []Status
	to     Status // "" keeps the status
	who    relation
	clause string
}

// The states of a service matter, and those of a supervision matter.
var (
	serviceStatuses = []Status{Received, Reported, AwaitingMaterials, Promised, ResolvedOnSpot, Guided, Completed, Refused, Withdrawn}
	reviewStatuses  = []Status{ToCheck, ToPutRight, ToAnswer, ToCallBack}
)

// The table of acts: from which states, to which, by whom. The golden file prints it for review.
var table = []rule{
	{ActResolveOnSpot, []Status{Received}, ResolvedOnSpot, responsible, "F4"},
	{ActPromise, []Status{Received}, Promised, responsible, "F5"},
	{ActReportUp, []Status{Received}, Reported, responsible, "F6"},
	{ActGuide, []Status{Received}, Guided, responsible, "F7"},
	{ActRefuse, []Status{Received}, Refused, responsible, "T2"},
	{ActRequestMaterials, []Status{Received}, AwaitingMaterials, responsible, "Q4"},
	{ActReceiveMaterials, []Status{AwaitingMaterials}, Promised, responsible, "Q4"},
	{ActOfferHandOver, []Status{AwaitingMaterials, Promised}, "", responsible, "F10"},
	{ActAcceptHandOver, []Status{Received, AwaitingMaterials, Promised}, "", receiver, "F10"},
	{ActReturnHandOver, []Status{Received, AwaitingMaterials, Promised}, "", receiver, "F10"},
	{ActTakeOver, []Status{Reported}, Received, superior, "F6"},
	{ActDirect, []Status{Reported}, Received, superior, "F6"},
	{ActSendBack, []Status{Reported}, Received, superior, "F6"},
	{ActRequestExtension, []Status{Promised}, "", responsible, "T5"},
	{ActDecideExtension, []Status{Promised}, "", decider, "T5"},
	{ActTellExtension, []Status{Promised}, "", responsible, "T5"},
	{ActComplete, []Status{Promised}, Completed, responsible, "T1"},
	{ActReopen, []Status{ResolvedOnSpot, Completed, Refused}, Promised, holder, "T6"},
	{ActAskCallBack, []Status{Guided}, "", leader, "F7"},
	{ActRecordCallBack, []Status{Guided}, "", holder, "F7"},
	{ActReportBreach, serviceStatuses, "", anyone, "F9"},
	{ActReceiveSome, []Status{AwaitingMaterials, Promised}, "", responsible, "Q3"},
	{ActNoticeAgain, []Status{AwaitingMaterials, Promised}, "", responsible, "Q3"},
	{ActWithdraw, []Status{AwaitingMaterials}, Withdrawn, responsible, "Q3"},
	{ActTakePieces, []Status{Received, AwaitingMaterials, Promised}, "", responsible, "A5"},
	{ActReturnPiece, serviceStatuses, "", holder, "A5"},
	{ActReportPiece, serviceStatuses, "", anyone, "A5"},
	{ActCharge, []Status{Received, AwaitingMaterials, Promised}, "", responsible, "A6"},
	{ActAttach, append(slices.Clone(serviceStatuses), reviewStatuses...), "", holder, "Papers"},
	{ActLinkProject, []Status{Received, Reported, AwaitingMaterials, Promised}, "", holder, "P4"},
	{ActPrint, serviceStatuses, "", anyone, "Papers"},
	{ActCheck, []Status{ToCheck}, ToPutRight, reviewer, "Q6"},
	{ActPutRight, []Status{ToPutRight}, ToAnswer, reviewer, "Q6"},
	{ActAnswer, []Status{ToAnswer}, ToCallBack, reviewer, "Q6"},
	{ActCallBack, []Status{ToCallBack}, Completed, reviewer, "Q6"},
}

func ruleOf(a Act) rule {
	for _, r := range table {
		if r.act == a {
			return r
		}
	}
	return rule{}
}

// Check tells whether the actor may do the act to the case now. It refuses with the clause: REFUSED_STATE for the
// wrong state, NOT_RESPONSIBLE, OWN_CASE or FORBIDDEN for the wrong person, TOO_LATE after a deadline, NOT_ON_DUTY
// for a person who is away or suspended, OFFER_PENDING where an offer must be answered first.
func Check(act Act, f Facts, a Actor, now time.Time) error {
	r := ruleOf(act)
	if !a.Roles.Works() && (r.who != decider && r.who != reviewer || !a.Roles.Has(duty.Supervisor)) {
		return office.Refuse(office.Forbidden, r.clause, "")
	}
	if !slices.Contains(r.from, f.Status) {
		return office.Refuse(office.RefusedState, r.clause, "").With("status", f.Status).With("act", act)
	}
	if f.Supervision && r.who != reviewer && r.act != ActAttach {
		return office.Refuse(office.RefusedState, r.clause, "").With("status", f.Status).With("act", act)
	}
	if a.State != duty.OnDuty && (r.who != anyone || a.State == duty.Left) {
		return office.Refuse(office.NotOnDuty, "B2", "")
	}
	if err := checkPerson(r, f, a); err != nil {
		return err
	}
	return checkFacts(r, f, now)
}

func checkPerson(r rule, f Facts, a Actor) error {
	switch r.who {
	case responsible:
		if f.Responsible != a.ID {
			return office.Refuse(office.NotResponsible, r.clause, "").With("responsible", f.Responsible)
		}
	case receiver:
		if f.HandOver == nil {
			return office.Refuse(office.RefusedState, r.clause, "").With("act", r.act)
		}
		if f.HandOver.To != a.ID {
			return office.Refuse(office.NotResponsible, r.clause, "").With("responsible", f.HandOver.To)
		}
	case superior:
		if f.Report == nil {
			return office.Refuse(office.RefusedState, r.clause, "").With("act", r.act)
		}
		// Whom the report waits for decides, even where custody fell to that person meanwhile (A7): nobody else may be left.
		if f.Report.Superior == a.ID {
			return nil
		}
		if f.Report.Reporter == a.ID || f.Responsible == a.ID {
			return office.Refuse(office.OwnCase, r.clause, "")
		}
		if !a.Roles.Has(duty.Director) {
			return office.Refuse(office.NotResponsible, r.clause, "").With("responsible", f.Report.Superior)
		}
	case decider:
		return checkDecider(r, f, a)
	case reviewer:
		// A3: no one decides about themself, whoever it fell to.
		if f.About == a.ID {
			return office.Refuse(office.OwnCase, r.clause, "")
		}
		if f.Responsible != a.ID {
			return office.Refuse(office.NotResponsible, r.clause, "").With("responsible", f.Responsible)
		}
	case leader:
		if !a.Roles.Leads() {
			return office.Refuse(office.Forbidden, r.clause, "")
		}
	case holder:
		if f.Holder != a.ID && f.Responsible != a.ID && !a.Roles.Leads() {
			return office.Refuse(office.NotResponsible, r.clause, "").With("responsible", f.Holder)
		}
	case anyone:
	}
	return nil
}

func checkDecider(r rule, f Facts, a Actor) error {
	if f.Extension == nil {
		return office.Refuse(office.RefusedState, r.clause, "").With("act", r.act)
	}
	if f.Extension.By == a.ID || f.Responsible == a.ID || f.Holder == a.ID {
		return office.Refuse(office.OwnCase, r.clause, "")
	}
	if f.Extension.Director && !a.Roles.Has(duty.Supervisor) {
		return office.Refuse(office.Forbidden, r.clause, "")
	}
	if !f.Extension.Director && !a.Roles.Leads() {
		return office.Refuse(office.Forbidden, r.clause, "")
	}
	return nil
}

func checkFacts(r rule, f Facts, now time.Time) error {
	running := func(state ExtensionState) error {
		if f.Extension == nil || f.Extension.State != state {
			return office.Refuse(office.RefusedState, r.clause, "").With("act", r.act)
		}
		return before(f.DueAt, now, r.clause)
	}
	if r.to != "" && !r.to.Open() && f.PiecesHeld > 0 {
		return office.Refuse(office.CustodyOpen, "A5", "").With("held", f.PiecesHeld)
	}
	switch r.act {
	case ActReturnPiece, ActReportPiece:
		if f.Pieces == 0 {
			return office.Refuse(office.RefusedState, r.clause, "").With("act", r.act)
		}
	case ActReceiveSome:
		// The last of what is waited for starts the promise: ReceiveMaterials.
		if f.Missing == 0 || f.Missing == 1 && f.Status == AwaitingMaterials {
			return office.Refuse(office.RefusedState, r.clause, "").With("act", r.act)
		}
	case ActCharge:
		standard := 0
		if f.Item != nil {
			standard = f.Item.FeeFen
		}
		if f.Green {
			return office.Refuse(office.OverStandard, "E6", "amount").With("standard", Yuan(0)).With("charged", Yuan(f.ChargedFen))
		}
		if f.ChargedFen >= standard {
			return office.Refuse(office.OverStandard, r.clause, "amount").With("standard", Yuan(standard)).With("charged", Yuan(f.ChargedFen))
		}
	case ActReopen:
		return reopens(r, f)
	case ActOfferHandOver:
		if f.HandOver != nil {
			return office.Refuse(office.OfferPending, r.clause, "")
		}
	case ActReportUp, ActResolveOnSpot, ActPromise, ActGuide, ActRefuse, ActRequestMaterials:
		// A case directed to a post waits for that answer; the reporter answers for it, but decides no more about it.
		if f.HandOver != nil {
			return office.Refuse(office.OfferPending, r.clause, "")
		}
		if r.act == ActPromise && f.Item != nil && f.Item.Immediate {
			return office.Refuse(office.ImmediateItem, "T3", "")
		}
		if f.Item != nil && f.Item.Kind == ItemNotIssued && (r.act == ActPromise || r.act == ActRequestMaterials) {
			return office.Refuse(office.NotIssued, "F7", "")
		}
	case ActRequestExtension:
		if f.Extension != nil {
			return office.Refuse(office.RefusedState, r.clause, "").With("act", r.act)
		}
		if f.Item == nil || f.ExtensionsUsed >= f.Item.MaxExtensions {
			return office.Refuse(office.LimitExceeded, r.clause, "").With("used", f.ExtensionsUsed)
		}
		return before(f.DueAt, now, r.clause)
	case ActDecideExtension:
		return running(ExtensionRequested)
	case ActTellExtension:
		return running(ExtensionApproved)
	case ActAskCallBack:
		if f.CallBackAsked {
			return office.Refuse(office.RefusedState, r.clause, "").With("act", r.act)
		}
	case ActRecordCallBack:
		if !f.CallBackAsked || f.CallBackDone {
			return office.Refuse(office.RefusedState, r.clause, "").With("act", r.act)
		}
	}
	return nil
}

// reopens refuses what has no item by which a new promise could be made (T6).
func reopens(r rule, f Facts) error {
	if f.Item == nil || f.Item.LimitDays < 1 {
		return office.Refuse(office.NeedsItem, r.clause, "")
	}
	if f.Item.Kind == ItemNotIssued {
		return office.Refuse(office.NotIssued, "F7", "")
	}
	return nil
}

// before refuses what comes at the deadline or later: a deadline is passed from its own instant on.
func before(due, now time.Time, clause string) error {
	if now.Before(due) {
		return nil
	}
	return office.Refuse(office.TooLate, clause, "").With("dueAt", due)
}

// Next is the status after an act that Check allowed.
func Next(act Act, from Status) Status {
	if to := ruleOf(act).to; to != "" {
		return to
	}
	return from
}

// Clause names the clause that an act comes from.
func Clause(act Act) string { return ruleOf(act).clause }

// Allowed lists the acts that the actor may do to the case now, in the table's order.
func Allowed(f Facts, a Actor, now time.Time) []Act {
	acts := []Act{}
	for _, r := range table {
		if Check(r.act, f, a, now) == nil {
			acts = append(acts, r.act)
		}
	}
	return acts
}
