package service

import (
	"context"
	"time"

	"xinxing/ent"
	"xinxing/ent/extension"
	"xinxing/ent/handover"
	"xinxing/ent/upreport"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// OfferHandOver is F10: custody is offered with an explanation and stays with the giver until it is accepted.
func (d *Desk) OfferHandOver(ctx context.Context, in OfferHandOverInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActOfferHandOver, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		explanation := t.need("explanation", "F10", in.Explanation, longText, office.NeedsExplanation)
		if t.err != nil {
			return t.err
		}
		return a.offer(c, duty.StaffID(in.ToStaffID), "toStaffId", explanation)
	})
}

// offer writes an offer of custody by the case's responsible person and starts the limit for its answer.
func (a *act) offer(c *ent.CaseFile, to duty.StaffID, field, explanation string) error {
	m, ok := a.office.Roster[to]
	switch {
	case !ok || !m.Roles.Works() || a.office.Staff[string(to)].CommunityID != c.CommunityID:
		return office.Refuse(office.NotFound, "F10", field)
	case to == duty.StaffID(c.ResponsibleID):
		return office.Refuse(office.OwnCase, "F10", field)
	case m.State != duty.OnDuty:
		return office.Refuse(office.NotOnDuty, "F10", field)
	}
	if err := a.silence(c, offerAlarms...); err != nil {
		return err
	}
	id := key.Maker(key.HandOver)()
	answerBy, err := a.beside(c, casework.ClockHandoverAnswer, id)
	if err != nil {
		return err
	}
	if err := a.tx.HandOver.Create().SetID(id).SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetFromID(c.ResponsibleID).SetToID(string(to)).
		SetExplanation(explanation).SetOfferedAt(a.now).SetAnswerBy(answerBy).SetState(casework.HandOverOffered).Exec(a); err != nil {
		return err
	}
	receiver := string(to)
	c.OfferToID = &receiver
	return a.note(c, casework.EventHandOverOffered, explanation, map[string]any{"to": to, "answerBy": answerBy}, to)
}

// endOffer ends the offer that waits on the case, if there is one.
func (a *act) endOffer(c *ent.CaseFile, state casework.HandOverState, reason string) error {
	if c.OfferToID == nil {
		return nil
	}
	c.OfferToID = nil
	if err := a.silence(c, answerAlarms...); err != nil {
		return err
	}
	return a.tx.HandOver.Update().Where(handover.CaseID(c.ID), handover.StateEQ(casework.HandOverOffered)).
		SetState(state).SetAnsweredAt(a.now).SetReturnReason(reason).Exec(a)
}

// AcceptHandOver is F10: from now on the receiver answers for the case. An undisposed case gets its limit anew.
func (d *Desk) AcceptHandOver(ctx context.Context, in AcceptHandOverInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActAcceptHandOver, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		giver := duty.StaffID(c.ResponsibleID)
		if err := a.endOffer(c, casework.HandOverAccepted, ""); err != nil {
			return err
		}
		if err := a.give(c, a.actor.ID, duty.AsHandler); err != nil {
			return err
		}
		if c.Status == casework.Received {
			if err := a.dispose(c); err != nil {
				return err
			}
		}
		return a.note(c, casework.EventHandOverAccepted, "", map[string]any{"from": giver}, giver)
	})
}

// ReturnHandOver is F10: the receiver gives the offer back with a reason. The giver, who answered for it all along,
// has the limit for offering it anew.
func (d *Desk) ReturnHandOver(ctx context.Context, in ReturnHandOverInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActReturnHandOver, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		reason := t.need("reason", "F10", in.Reason, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		offer, err := a.waitingOffer(c)
		if err != nil {
			return err
		}
		if err := a.endOffer(c, casework.HandOverReturned, reason); err != nil {
			return err
		}
		if err := a.offerAgain(c, offer); err != nil {
			return err
		}
		return a.note(c, casework.EventHandOverReturned, reason, map[string]any{"to": offer.FromID}, duty.StaffID(offer.FromID), duty.StaffID(c.ResponsibleID))
	})
}

func (a *act) waitingOffer(c *ent.CaseFile) (*ent.HandOver, error) {
	h, err := a.tx.HandOver.Query().Where(handover.CaseID(c.ID), handover.StateEQ(casework.HandOverOffered)).Only(a)
	if err != nil {
		return nil, missing(err, "caseId")
	}
	return h, nil
}

// offerAgain starts the limit for offering a promised case to its post anew, after an offer came to nothing (F9).
func (a *act) offerAgain(c *ent.CaseFile, offer *ent.HandOver) error {
	post := a.office.Post(c.PostID)
	if c.Status != casework.Promised || post == nil || post.Has(duty.StaffID(c.ResponsibleID)) {
		return nil
	}
	_, err := a.beside(c, casework.ClockHandoverOffer, offer.ID+":again")
	return err
}

// ReportCase is F6: what the first responder cannot solve goes to the superior; the reporter answers for it still.
func (d *Desk) ReportCase(ctx context.Context, in ReportCaseInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActReportUp, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		reason := t.need("reason", "F6", in.Reason, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		superior := a.office.Roster.Superior(a.actor.ID)
		if superior == "" {
			return office.Refuse(office.NoSuperior, "F6", "")
		}
		clock, err := casework.StartHours(a.office.Calendar, a.office.Limits, casework.ClockReport, a.now)
		if err != nil {
			return err
		}
		r, err := a.tx.UpReport.Create().SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetReporterID(c.ResponsibleID).
			SetSuperiorID(string(superior)).SetReason(reason).SetReportedAt(a.now).SetDecideBy(store.Instant(clock.Due)).
			SetState(casework.ReportWaiting).Save(a)
		if err != nil {
			return err
		}
		to := string(superior)
		c.ReportToID = &to
		if err := a.run(c, clock, r.ID); err != nil {
			return err
		}
		return a.note(c, casework.EventReportedUp, reason, map[string]any{"to": superior, "decideBy": r.DecideBy}, superior)
	})
}

// decideReport ends the report that waits on the case.
func (a *act) decideReport(c *ent.CaseFile, state casework.ReportState, instructions string) error {
	c.ReportToID = nil
	return a.tx.UpReport.Update().Where(upreport.CaseID(c.ID), upreport.StateEQ(casework.ReportWaiting)).
		SetState(state).SetDecidedAt(a.now).SetDecidedByID(string(a.actor.ID)).SetInstructions(instructions).Exec(a)
}

// TakeOver is F6: the superior takes the case; the limit to dispose of it runs for the superior now.
func (d *Desk) TakeOver(ctx context.Context, in TakeOverInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActTakeOver, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		note, err := text("note", in.Note, longText, "")
		if err != nil {
			return err
		}
		reporter := duty.StaffID(c.ResponsibleID)
		if err := a.decideReport(c, casework.ReportTakenOver, note); err != nil {
			return err
		}
		if err := a.give(c, a.actor.ID, duty.AsSuperior); err != nil {
			return err
		}
		if err := a.dispose(c); err != nil {
			return err
		}
		return a.note(c, casework.EventTakenOver, note, map[string]any{"from": reporter}, reporter)
	})
}

// Direct is F6: the superior names the post; its person on duty is offered the case, and the reporter answers for it
// until that person accepts.
func (d *Desk) Direct(ctx context.Context, in DirectInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActDirect, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		instructions := t.need("instructions", "F6", in.Instructions, longText, office.NeedsExplanation)
		if t.err != nil {
			return t.err
		}
		post, ok := a.office.Posts[in.PostID]
		if !ok {
			return office.Refuse(office.NotFound, "F6", "postId")
		}
		to := a.office.Roster.Holder(*a.office.Post(&post.ID))
		if to == "" {
			return office.Refuse(office.NobodyOnDuty, "B2", "postId")
		}
		if err := a.decideReport(c, casework.ReportDirected, instructions); err != nil {
			return err
		}
		a.moves(c)
		c.PostID = &post.ID
		if err := a.answer(c); err != nil {
			return err
		}
		if err := a.dispose(c); err != nil {
			return err
		}
		if err := a.note(c, casework.EventDirected, instructions, map[string]any{"post": post.Name, "to": to}, duty.StaffID(c.ResponsibleID)); err != nil {
			return err
		}
		return a.offer(c, to, "postId", instructions)
	})
}

// SendBack is F6: back to the reporter with instructions; the limit to dispose of it starts anew.
func (d *Desk) SendBack(ctx context.Context, in SendBackInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActSendBack, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		instructions := t.need("instructions", "F6", in.Instructions, longText, office.NeedsExplanation)
		if t.err != nil {
			return t.err
		}
		if err := a.decideReport(c, casework.ReportSentBack, instructions); err != nil {
			return err
		}
		if err := a.dispose(c); err != nil {
			return err
		}
		return a.note(c, casework.EventSentBack, instructions, nil, duty.StaffID(c.ResponsibleID))
	})
}

// RequestExtension is T5: asked by the person responsible before the deadline.
func (d *Desk) RequestExtension(ctx context.Context, in RequestExtensionInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActRequestExtension, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		reason := t.need("reason", "T5", in.Reason, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		plan, err := casework.PlanExtension(a.office.Calendar, FactsOf(a.office, c).Item, c.DueAt, in.WorkingDays)
		if err != nil {
			return err
		}
		x, err := a.tx.Extension.Create().SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetAskedByID(string(a.actor.ID)).SetAskedAt(a.now).
			SetReason(reason).SetWorkingDays(in.WorkingDays).SetOldDueAt(c.DueAt).SetNewDueAt(store.Instant(plan.Clock.Due)).
			SetState(casework.ExtensionRequested).Save(a)
		if err != nil {
			return err
		}
		c.ExtensionByID, c.ExtensionState = &x.AskedByID, &x.State
		return a.note(c, casework.EventExtensionRequested, reason,
			map[string]any{"workingDays": x.WorkingDays, "oldDueAt": x.OldDueAt, "newDueAt": x.NewDueAt}, a.deciders(a.actor.ID)...)
	})
}

// deciders are those who may decide an extension that this person asks for.
func (a *act) deciders(asker duty.StaffID) []duty.StaffID {
	var to []duty.StaffID
	director := a.office.Roster[asker].Roles.Has(duty.Director)
	for id, m := range a.office.Roster {
		if id != asker && (director && m.Roles.Has(duty.Supervisor) || !director && m.Roles.Leads()) {
			to = append(to, id)
		}
	}
	sortStaff(to)
	return to
}

func (a *act) running(c *ent.CaseFile) (*ent.Extension, error) {
	x, err := a.tx.Extension.Query().
		Where(extension.CaseID(c.ID), extension.StateIn(casework.ExtensionRequested, casework.ExtensionApproved)).Only(a)
	if err != nil {
		return nil, missing(err, "caseId")
	}
	return x, nil
}

// DecideExtension is T5: a leader decides, never the asker. The promise does not move by it.
func (d *Desk) DecideExtension(ctx context.Context, in DecideExtensionInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActDecideExtension, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		reason := t.need("reason", "T5", in.Reason, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		x, err := a.running(c)
		if err != nil {
			return err
		}
		state, kind := casework.ExtensionRejected, casework.EventExtensionRejected
		if in.Approve {
			state, kind = casework.ExtensionApproved, casework.EventExtensionApproved
		}
		if err := x.Update().SetState(state).SetDecidedByID(string(a.actor.ID)).SetDecidedAt(a.now).SetDecisionReason(reason).Exec(a); err != nil {
			return err
		}
		if in.Approve {
			c.ExtensionState = &state
		} else {
			c.ExtensionByID, c.ExtensionState = nil, nil
		}
		return a.note(c, kind, reason, map[string]any{"newDueAt": x.NewDueAt, "workingDays": x.WorkingDays}, duty.StaffID(x.AskedByID), duty.StaffID(c.ResponsibleID))
	})
}

// TellExtension is T5: only when the resident has been told the reason does the promise move.
func (d *Desk) TellExtension(ctx context.Context, in TellExtensionInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActTellExtension, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		x, err := a.running(c)
		if err != nil {
			return err
		}
		told := a.now
		if in.ToldAt != nil {
			told = store.Instant(*in.ToldAt)
		}
		if told.After(a.now) || x.DecidedAt == nil || told.Before(*x.DecidedAt) {
			return office.Refuse(office.BadInput, "T5", "toldAt")
		}
		plan, err := casework.PlanExtension(a.office.Calendar, FactsOf(a.office, c).Item, c.DueAt, x.WorkingDays)
		if err != nil {
			return err
		}
		if err := x.Update().SetState(casework.ExtensionTold).SetToldAt(told).SetToldByID(string(a.actor.ID)).SetToldWay(in.ToldWay).
			SetNewDueAt(store.Instant(plan.Clock.Due)).Exec(a); err != nil {
			return err
		}
		if err := a.result(c, casework.ResultExtended); err != nil {
			return err
		}
		c.Extended, c.ExtensionByID, c.ExtensionState = true, nil, nil
		c.ExtensionsUsed++
		return a.promise(c, plan, casework.PromiseExtension, in.ToldWay, told, casework.EventExtensionTold, x.Reason)
	})
}

// endExtension ends an extension that runs when its deadline passed, or the case closed, first; the journal tells who
// asked for it and whoever answers.
func (a *act) endExtension(c *ent.CaseFile, state casework.ExtensionState, kind casework.EventKind) error {
	if c.ExtensionState == nil {
		return nil
	}
	by := duty.StaffID(*c.ExtensionByID)
	c.ExtensionByID, c.ExtensionState = nil, nil
	if err := a.tx.Extension.Update().
		Where(extension.CaseID(c.ID), extension.StateIn(casework.ExtensionRequested, casework.ExtensionApproved)).
		SetState(state).Exec(a); err != nil {
		return err
	}
	return a.note(c, kind, "", map[string]any{"dueAt": c.DueAt}, by, duty.StaffID(c.ResponsibleID))
}

// DeadlineExplanation says why a date is that date.
type DeadlineExplanation struct {
	From        workday.Date
	WorkingDays int
	DueAt       time.Time
	Provisional bool
	Steps       []workday.Step
}

// Explained gives an explanation in the API's form.
func Explained(e workday.Explanation) *DeadlineExplanation {
	return &DeadlineExplanation{From: e.From, WorkingDays: e.Days, DueAt: e.Due.At, Provisional: e.Due.Provisional, Steps: e.Steps}
}

// redirectReport gives a report that waits to another superior.
func (a *act) redirectReport(c *ent.CaseFile, to string) error {
	return a.tx.UpReport.Update().Where(upreport.CaseID(c.ID), upreport.StateEQ(casework.ReportWaiting)).SetSuperiorID(to).Exec(a)
}
