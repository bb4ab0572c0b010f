package service

import (
	"context"

	"xinxing/ent"
	"xinxing/ent/opening"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/workday"
)

// SaveOpeningInput is the input of the act of that name; the schema says what each field means.
type SaveOpeningInput struct {
	OpeningID        *string
	Version          *int
	Title            string
	Employer         string
	PartnerID        *string
	Sector           employment.Sector
	Place            string
	PayMin, PayMax   string
	Headcount        int
	Hours            employment.Hours
	Skills           []string
	Demands          []employment.Obstacle
	About            string
	ContactName      string
	ContactPhone     string
	ExpiresOn        workday.Date
	ClientMutationID string
}

// CloseOpeningInput is the input of the act of that name; the schema says what each field means.
type CloseOpeningInput struct {
	OpeningID        string
	Version          int
	Reason           string
	ClientMutationID string
}

// OpeningPayload is the answer of an act on an opening.
type OpeningPayload struct {
	Opening          *ent.Opening
	ClientMutationID string
}

var openingKind = kindOf[*ent.Opening]{
	field: "openingId",
	get: func(ctx context.Context, c *ent.Client, id string) (*ent.Opening, error) {
		return c.Opening.Get(ctx, id)
	},
	of: func(o *ent.Opening) (string, int) { return o.CommunityID, o.Version },
}

// offered tells whether an opening is offered on a day (E3).
func offered(o *ent.Opening, on workday.Date) bool {
	return o.ClosedAt == nil && o.ExpiresOn >= on.String()
}

// Offered tells whether an opening is offered today.
func (d *Desk) Offered(ctx context.Context, o *ent.Opening) (bool, error) {
	of, err := d.Office(ctx, o.CommunityID)
	if err != nil {
		return false, err
	}
	return offered(o, d.today(of)), nil
}

// mostPlaces bounds the places of one opening.
const mostPlaces = 1000

// SaveOpening enters what an employer or partner offers, or changes it (E3).
func (d *Desk) SaveOpening(ctx context.Context, in SaveOpeningInput) (*OpeningPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if in.OpeningID != nil {
		ref := RecordRef{ID: *in.OpeningID, ClientMutationID: in.ClientMutationID}
		if in.Version != nil {
			ref.Version = *in.Version
		}
		o, err := onRecord(ctx, d, openingKind, "SAVE_OPENING", ref, in, func(a *act, o *ent.Opening) error {
			if err := a.mayServe(); err != nil {
				return err
			}
			if o.ClosedAt != nil {
				return office.Refuse(office.AlreadyDone, "E3", "")
			}
			var t texts
			if a.describedOpening(o, &t, in); t.err != nil {
				return t.err
			}
			if err := a.noteOpening(o, casework.EventOpeningEdited, map[string]any{"headcount": o.Headcount, "expiresOn": o.ExpiresOn}); err != nil {
				return err
			}
			return a.saveOpening(o)
		})
		return openingPayload(o, in.ClientMutationID, err)
	}
	k, err := perform(ctx, d, v.Community, "SAVE_OPENING", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		var t texts
		return a.enterOpening(in, &t)
	})
	if err != nil {
		return nil, err
	}
	o, err := d.Store.Read().Opening.Get(ctx, k.ID)
	return openingPayload(o, in.ClientMutationID, missing(err, "openingId"))
}

func openingPayload(o *ent.Opening, id string, err error) (*OpeningPayload, error) {
	if err != nil {
		return nil, err
	}
	return &OpeningPayload{o, id}, nil
}

func (a *act) enterOpening(in SaveOpeningInput, t *texts) (caseKey, error) {
	if err := a.mayServe(); err != nil {
		return caseKey{}, err
	}
	o := &ent.Opening{ID: key.Maker(key.Opening)(), CommunityID: a.office.Community.ID}
	if a.describedOpening(o, t, in); t.err != nil {
		return caseKey{}, t.err
	}
	if in.PartnerID != nil {
		if _, err := a.tx.Partner.Get(a.program(), *in.PartnerID); err != nil {
			return caseKey{}, missing(err, "partnerId")
		}
	}
	if err := a.noteOpening(o, casework.EventOpeningEntered, map[string]any{"sector": o.Sector, "headcount": o.Headcount, "expiresOn": o.ExpiresOn}); err != nil {
		return caseKey{}, err
	}
	return caseKey{o.ID}, a.tx.Opening.Create().SetID(o.ID).SetCommunityID(o.CommunityID).SetTitle(o.Title).SetPinyin(o.Pinyin).SetEmployer(o.Employer).
		SetNillablePartnerID(in.PartnerID).SetSector(o.Sector).SetPlace(o.Place).SetPayMinFen(o.PayMinFen).SetPayMaxFen(o.PayMaxFen).
		SetHeadcount(o.Headcount).SetHours(o.Hours).SetSkills(o.Skills).SetDemands(o.Demands).SetAbout(o.About).SetContactName(o.ContactName).
		SetContactPhone(o.ContactPhone).SetExpiresOn(o.ExpiresOn).SetEnteredAt(a.now).SetEnteredByID(string(a.actor.ID)).
		SetEvents(o.Events).SetHead(o.Head).Exec(a)
}

// describedOpening checks what stands on an opening, and writes it there.
func (a *act) describedOpening(o *ent.Opening, t *texts, in SaveOpeningInput) {
	o.Title = t.need("title", "E3", in.Title, 100, office.BadInput)
	o.Pinyin = cutBytes(spelled(o.Title, false), 300)
	o.Employer = t.need("employer", "E3", in.Employer, 100, office.BadInput)
	o.Place = t.need("place", "E3", in.Place, 100, office.BadInput)
	o.Sector, o.Hours, o.Demands, o.Skills = in.Sector, in.Hours, distinct(in.Demands), t.words("skills", in.Skills)
	o.PayMinFen, o.PayMaxFen = t.pay("payMin", in.PayMin), t.pay("payMax", in.PayMax)
	o.About = t.may("about", in.About, longText)
	o.ContactName, o.ContactPhone = t.may("contactName", in.ContactName, 60), t.may("contactPhone", in.ContactPhone, 60)
	if o.PayMaxFen < o.PayMinFen {
		t.refuse(office.Refuse(office.BadInput, "E3", "payMax"))
	}
	if in.Headcount < max(1, o.Hired) || in.Headcount > mostPlaces {
		t.refuse(office.Refuse(office.BadInput, "E3", "headcount").With("limit", mostPlaces))
	}
	if in.ExpiresOn.Before(a.today()) || in.ExpiresOn.After(a.today().AddMonths(24)) {
		t.refuse(office.Refuse(office.BadInput, "E3", "expiresOn"))
	}
	o.Headcount, o.ExpiresOn = in.Headcount, in.ExpiresOn.String()
}

// CloseOpening ends an opening, for a reason (E3).
func (d *Desk) CloseOpening(ctx context.Context, in CloseOpeningInput) (*OpeningPayload, error) {
	ref := RecordRef{in.OpeningID, in.Version, in.ClientMutationID}
	o, err := onRecord(ctx, d, openingKind, "CLOSE_OPENING", ref, in, func(a *act, o *ent.Opening) error {
		if err := a.mayServe(); err != nil {
			return err
		}
		var t texts
		o.ClosedReason = t.need("reason", "E3", in.Reason, shortText, office.NeedsReason)
		switch {
		case t.err != nil:
			return t.err
		case o.ClosedAt != nil:
			return office.Refuse(office.AlreadyDone, "E3", "")
		}
		o.ClosedAt = &a.now
		if err := a.noteOpening(o, casework.EventOpeningClosed, map[string]any{"hired": o.Hired, "headcount": o.Headcount}); err != nil {
			return err
		}
		return a.saveOpening(o)
	})
	return openingPayload(o, in.ClientMutationID, err)
}

func (a *act) noteOpening(o *ent.Opening, kind casework.EventKind, facts map[string]any) error {
	return a.record(record{id: o.ID, community: o.CommunityID, events: &o.Events, head: &o.Head}, kind, "", facts, nil)
}

// saveOpening writes an opening back; another writer who was faster makes it fail with CONFLICT.
func (a *act) saveOpening(o *ent.Opening) error {
	n, err := a.tx.Opening.Update().Where(opening.ID(o.ID), opening.Version(o.Version)).SetTitle(o.Title).SetPinyin(o.Pinyin).SetEmployer(o.Employer).
		SetSector(o.Sector).SetPlace(o.Place).SetPayMinFen(o.PayMinFen).SetPayMaxFen(o.PayMaxFen).SetHeadcount(o.Headcount).SetHired(o.Hired).
		SetHours(o.Hours).SetSkills(o.Skills).SetDemands(o.Demands).SetAbout(o.About).SetContactName(o.ContactName).SetContactPhone(o.ContactPhone).
		SetExpiresOn(o.ExpiresOn).SetNillableClosedAt(o.ClosedAt).SetClosedReason(o.ClosedReason).SetEvents(o.Events).SetHead(o.Head).
		SetVersion(o.Version + 1).Save(a)
	if err == nil && n != 1 {
		err = office.Refuse(office.Conflict, "", "version")
	}
	return err
}
