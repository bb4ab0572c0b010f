package service

import (
	"context"
	"fmt"

	"xinxing/ent"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/store"
)

// RevealContactInput is the input of the act of that name; the schema says what each field means.
type RevealContactInput struct {
	CaseID           string
	Reason           string
	ClientMutationID string
}

// RevealContactPayload is the answer of RevealContact.
type RevealContactPayload struct {
	Value            string
	ClientMutationID string
}

// way is how to reach who brought a case: masked, as it is kept, and the resident in whose file it stands, nil where it was
// left with the case itself.
type way struct {
	mask, sealed, place string
	of                  *ent.Resident
}

// wayTo finds the way to reach who brought a case: what was left with it; of a supervision matter that has none the phone of
// its resident, and of a bad rating above the community what the resident of the rated case left. The zero value where
// there is none, and for a service that names its resident, whose file has its own act. Read as the program: the
// resident's file is not for the subdistrict, the one number is.
func (d *Desk) wayTo(ctx context.Context, client *ent.Client, c *ent.CaseFile) (way, error) {
	ctx = store.With(ctx, store.System())
	if c.Matter == casework.MatterBadRating && c.ContactWaySealed == "" && c.ResidentID == nil && c.AboutCaseID != nil {
		rated, err := client.CaseFile.Get(ctx, *c.AboutCaseID)
		if err != nil {
			return way{}, err
		}
		c = rated
	} else if c.Matter == casework.MatterService && c.ContactWaySealed == "" {
		return way{}, nil
	}
	switch {
	case c.ContactWaySealed != "":
		return way{c.ContactWayMask, c.ContactWaySealed, c.ID + ".contact_way", nil}, nil
	case c.ResidentID == nil:
		return way{}, nil
	}
	r, err := client.Resident.Get(ctx, *c.ResidentID)
	if err != nil || r.PhoneSealed == "" {
		return way{}, err
	}
	return way{r.PhoneMask, r.PhoneSealed, r.ID + ".phone", r}, nil
}

// ContactMask is the masked way to reach who brought a case, "" for none: for who serves residents, and for who works on
// a supervision matter wherever they sit.
func (d *Desk) ContactMask(ctx context.Context, c *ent.CaseFile) (string, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return "", err
	}
	if !v.Roles.Works() && (c.Matter == casework.MatterService || c.ResponsibleID != string(v.Staff)) {
		return "", nil
	}
	w, err := d.wayTo(ctx, d.Store.Read(), c)
	return w.mask, err
}

// ContactRevealable tells whether the viewer may have the way to reach who brought a case shown now.
func (d *Desk) ContactRevealable(ctx context.Context, c *ent.CaseFile) (bool, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return false, err
	}
	o, err := d.Office(ctx, c.CommunityID)
	if err != nil {
		return false, err
	}
	me, ok := o.Staff[string(v.Staff)]
	if !ok || casework.CheckContact(FactsOf(o, c), casework.Actor{ID: v.Staff, Roles: me.Roles, State: o.Roster[v.Staff].State}) != nil {
		return false, nil
	}
	w, err := d.wayTo(ctx, d.Store.Read(), c)
	return w.sealed != "", err
}

// RevealContact shows how to reach who brought a case, for a reason. Who looked and why stands in the case's journal, and
// beside the resident's file where the number is from there, before the value is opened; it is kept nowhere.
func (d *Desk) RevealContact(ctx context.Context, in RevealContactInput) (*RevealContactPayload, error) {
	community, err := d.communityOf(ctx, in.CaseID)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, community, "REVEAL_CONTACT", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		c, err := a.tx.CaseFile.Get(a, in.CaseID)
		if err != nil {
			return none, missing(err, "caseId")
		}
		if err := casework.CheckContact(FactsOf(a.office, c), a.actor); err != nil {
			return none, err
		}
		var t texts
		reason := t.need("reason", "", in.Reason, shortText, office.NeedsReason)
		if t.err != nil {
			return none, t.err
		}
		w, err := d.wayTo(a, a.tx.Client, c)
		if err != nil {
			return none, err
		}
		if w.sealed == "" {
			return none, office.Refuse(office.NotFound, "", "contact")
		}
		if r := w.of; r != nil {
			if err := a.tx.Access.Create().SetCommunityID(r.CommunityID).SetResidentID(r.ID).SetActorID(string(a.actor.ID)).
				SetField(string(FieldPhone)).SetReason(reason).SetAt(a.now).Exec(store.With(a, store.System())); err != nil {
				return none, err
			}
		}
		if err := a.note(c, casework.EventContactRevealed, reason, nil); err != nil {
			return none, err
		}
		return caseKey{c.ID}, a.keep(c) // looking changes nothing of the case
	})
	if err != nil {
		return nil, err
	}
	c, err := d.Store.Read().CaseFile.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "caseId")
	}
	w, err := d.wayTo(ctx, d.Store.Read(), c)
	if err != nil {
		return nil, err
	}
	value, err := d.Box.Open(w.sealed, w.place)
	if err != nil {
		return nil, fmt.Errorf("contact of case %s: %w", c.ID, err)
	}
	return &RevealContactPayload{Value: value, ClientMutationID: in.ClientMutationID}, nil
}
