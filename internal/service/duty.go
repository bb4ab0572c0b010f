package service

import (
	"context"

	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/casefile"
	"xinxing/ent/staff"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
)

// SetLeftPayload is the answer of SetLeft.
type SetLeftPayload struct {
	Staff            *ent.Staff
	MovedCases       int
	ClientMutationID string
}

type moved struct {
	Staff string
	Cases int
}

// SetLeft records that a person left the office, or is back in it; who is away is so by an absence, who is suspended by a
// decided breach (B4, A4). Every open case that the person answers for, or could answer for again, follows by rule in the
// same transaction (B2); it is refused where nobody would answer.
func (d *Desk) SetLeft(ctx context.Context, in SetLeftInput) (*SetLeftPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	m, err := perform(ctx, d, v.Community, "SET_LEFT", in.ClientMutationID, in, func(a *act) (moved, error) { return a.setLeft(in) })
	if err != nil {
		return nil, err
	}
	s, err := d.Store.Read().Staff.Get(ctx, m.Staff)
	if err != nil {
		return nil, missing(err, "staffId")
	}
	return &SetLeftPayload{Staff: s, MovedCases: m.Cases, ClientMutationID: in.ClientMutationID}, nil
}

func (a *act) setLeft(in SetLeftInput) (moved, error) {
	m := moved{Staff: in.StaffID}
	if !a.actor.Roles.Leads() && !a.actor.Roles.Has(duty.Administrator) {
		return m, office.Refuse(office.Forbidden, "B2", "")
	}
	if a.actor.State == duty.Suspended || a.actor.State == duty.Left {
		return m, office.Refuse(office.NotOnDuty, "A7", "")
	}
	var t texts
	reason := t.need("reason", "B2", in.Reason, shortText, office.NeedsReason)
	if t.err != nil {
		return m, t.err
	}
	s, ok := a.office.Staff[in.StaffID]
	if !ok || s.CommunityID != a.office.Community.ID {
		return m, office.Refuse(office.NotFound, "B2", "staffId")
	}
	if (s.LeftAt != nil) == in.Left {
		return m, nil
	}
	before := len(*a.entries)
	update := a.program().tx.Staff.Update().Where(staff.ID(s.ID))
	if in.Left {
		if err := a.endAll(s.ID); err != nil {
			return m, err
		}
		update.SetLeftAt(a.now)
	} else {
		update.ClearLeftAt()
	}
	if err := update.Exec(a.program()); err != nil {
		return m, err
	}
	if err := a.reload(); err != nil {
		return m, err
	}
	for _, p := range a.office.Posts {
		if a.office.Post(&p.ID).Has(duty.StaffID(s.ID)) && a.office.Roster.Holder(*a.office.Post(&p.ID)) == "" && in.Left {
			return m, office.Refuse(office.NobodyOnDuty, "B2", "staffId").With("post", p.Name)
		}
	}
	if _, err := a.program().moveCases(s.ID, reason); err != nil {
		return m, err
	}
	cases := map[string]bool{}
	for _, e := range (*a.entries)[before:] {
		if id, ok := e.Mutation().CaseID(); ok {
			cases[id] = true
		}
	}
	m.Cases = len(cases)
	return m, nil
}

// endAll ends the absences of a person that run, but for a suspension, whose end was decided (A4).
func (a *act) endAll(who string) error {
	running, err := a.tx.Absence.Query().Where(absence.StaffID(who), absence.StateEQ(duty.AbsenceRunning), absence.KindNEQ(duty.Suspension)).
		Order(absence.ByFromAt(), absence.ByID()).All(a.program())
	if err != nil {
		return err
	}
	for _, ab := range running {
		if err := a.end(ab); err != nil {
			return err
		}
		if err := a.saveAbsence(ab); err != nil {
			return err
		}
	}
	return a.reload()
}

// moveCases moves every open case that the person answers for, or could answer for again, to whom the rules give it now
// (B2, B5, B7, A7); it gives how many moved, and refuses where nobody would answer. The program moves them, not the person
// who recorded the absence.
func (a *act) moveCases(who, reason string) (int, error) {
	cases, err := a.movable(who, a.office.Roster)
	if err != nil {
		return 0, err
	}
	moved := 0
	for _, c := range cases {
		changed, err := a.follow(c, reason)
		if err != nil {
			return 0, err
		}
		if changed {
			moved++
		}
	}
	return moved, nil
}

// movable are the open cases that may have to move when a person goes or comes, by the roster of then.
func (a *act) movable(who string, then duty.Roster) ([]*ent.CaseFile, error) {
	off := []string{who}
	for id, other := range then {
		if other.State != duty.OnDuty {
			off = append(off, string(id))
		}
	}
	return a.tx.CaseFile.Query().
		Where(casefile.CommunityID(a.office.Community.ID), isOpen(true),
			casefile.Or(casefile.HolderIDIn(off...), casefile.ReportToID(who), casefile.OfferToID(who))).
		Order(casefile.ByID()).All(a)
}

// follow moves a case to whom the rules give it now.
func (a *act) follow(c *ent.CaseFile, reason string) (bool, error) {
	if err := a.fall(c); err != nil { // what was due before is found with whom it was due
		return false, err
	}
	was, held := c.ResponsibleID, c.HolderID
	if err := a.answer(c); err != nil {
		return false, err
	}
	changed := c.HolderID != held
	switch {
	case c.ReportToID == nil:
	case c.HolderID == *c.ReportToID:
		// Custody came to the superior who was to decide: that is the decision (F6).
		c.Status = casework.Received
		if err := a.decideReport(c, casework.ReportTakenOver, reason); err != nil {
			return false, err
		}
		if err := a.dispose(c); err != nil {
			return false, err
		}
	case !a.office.Roster.OnDuty(duty.StaffID(*c.ReportToID)):
		superior := a.office.Roster.Decider(duty.StaffID(c.HolderID), duty.StaffID(c.ResponsibleID))
		if superior == "" {
			return false, office.Refuse(office.NoSuperior, "F6", "staffId")
		}
		to := string(superior)
		c.ReportToID = &to
		if err := a.redirectReport(c, to); err != nil {
			return false, err
		}
		changed = true
	}
	if c.ResponsibleID != was {
		changed = true
		// An offer that waits at the one who answers now anyhow is over.
		if c.OfferToID != nil && *c.OfferToID == c.ResponsibleID {
			if err := a.endOffer(c, casework.HandOverWithdrawn, ""); err != nil {
				return false, err
			}
		}
		// Nor need a case be offered to its post whose person answers for it.
		if a.office.Post(c.PostID).Has(duty.StaffID(c.ResponsibleID)) {
			if err := a.silence(c, offerAlarms...); err != nil {
				return false, err
			}
		}
	}
	if changed {
		kind := casework.EventStoodIn
		if c.ResponsibleID == held && c.ResponsibleID != was {
			kind = casework.EventCustodyReturned
		}
		facts := map[string]any{"from": was, "to": c.ResponsibleID, "role": c.ResponsibleRole}
		if err := a.note(c, kind, reason, facts, duty.StaffID(c.ResponsibleID), duty.StaffID(was)); err != nil {
			return false, err
		}
	}
	if c.OfferToID != nil && !a.office.Roster.OnDuty(duty.StaffID(*c.OfferToID)) {
		if err := a.readdress(c, reason); err != nil {
			return false, err
		}
		changed = true
	}
	if !changed {
		return false, nil
	}
	return true, a.save(c)
}

// readdress takes an offer back from a receiver who is not there to answer it: it goes to the other half of the post
// that the receiver is of, else it is the giver's to offer anew (F10, B5).
func (a *act) readdress(c *ent.CaseFile, reason string) error {
	offer, err := a.waitingOffer(c)
	if err != nil {
		return err
	}
	if err := a.endOffer(c, casework.HandOverWithdrawn, reason); err != nil {
		return err
	}
	post := a.office.Post(c.PostID)
	if to := post.Other(duty.StaffID(offer.ToID)); a.office.Roster.OnDuty(to) && to != duty.StaffID(c.ResponsibleID) {
		return a.offer(c, to, "staffId", offer.Explanation)
	}
	if err := a.offerAgain(c, offer); err != nil {
		return err
	}
	return a.note(c, casework.EventHandOverReturned, reason, map[string]any{"to": c.ResponsibleID}, duty.StaffID(c.ResponsibleID))
}
