package service

import (
	"context"

	"xinxing/ent"
	"xinxing/ent/apology"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/store"
)

// apologise keeps the apology and the remedy without which a missed promise cannot be closed (A2): how, when, by whom.
func (a *act) apologise(c *ent.CaseFile, in *ApologyInput) error {
	if in == nil {
		return office.Refuse(office.NeedsApology, "A2", "apology").With("dueAt", c.DueAt)
	}
	var t texts
	words := t.need("apology.text", "A2", in.Text, longText, office.NeedsApology)
	remedy := t.need("apology.remedy", "A2", in.Remedy, longText, office.NeedsApology)
	if t.err != nil {
		return t.err
	}
	at, by := a.now, string(a.actor.ID)
	if in.At != nil {
		at = store.Instant(*in.At)
	}
	if in.ByID != nil {
		by = *in.ByID
	}
	s, known := a.office.Staff[by]
	var way casework.TellWay
	switch {
	case way.UnmarshalGQL(string(in.Way)) != nil:
		return office.Refuse(office.BadInput, "A2", "apology.way")
	case at.After(a.now) || at.Before(c.ContactAt):
		return office.Refuse(office.BadInput, "A2", "apology.at")
	case !known || s.LeftAt != nil:
		return office.Refuse(office.NotFound, "A2", "apology.byId")
	case c.PromiseID == nil:
		return office.Refuse(office.RefusedState, "A2", "apology").With("status", c.Status)
	}
	if err := a.tx.Apology.Create().SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetPromiseID(*c.PromiseID).SetDueAt(c.DueAt).
		SetWay(way).SetGivenAt(at).SetGivenByID(by).SetWords(words).SetRemedy(remedy).SetRecordedAt(a.now).
		SetRecordedByID(string(a.actor.ID)).Exec(a); err != nil {
		return err
	}
	return a.note(c, casework.EventApologised, words, map[string]any{"way": way, "at": at, "by": by, "remedy": remedy, "dueAt": c.DueAt},
		a.office.Roster.Above(duty.StaffID(c.ResponsibleID)))
}

// Apologies reads the apologies of a case, oldest first.
func (d *Desk) Apologies(ctx context.Context, c *ent.CaseFile) ([]*ent.Apology, error) {
	return apologiesOf(ctx, d.Store.Read(), c)
}

// apologiesOf asks for nothing where no promise can have been missed: the only one runs, or was kept.
func apologiesOf(ctx context.Context, client *ent.Client, c *ent.CaseFile) ([]*ent.Apology, error) {
	if late := c.ClosedAt != nil && !c.ClosedAt.Before(c.DueAt); c.PromisesMade == 0 || c.PromisesMade == 1 && !late {
		return []*ent.Apology{}, nil
	}
	return client.Apology.Query().Where(apology.CaseID(c.ID)).Order(apology.ByRecordedAt(), apology.ByID()).Limit(ListBound).All(ctx)
}
