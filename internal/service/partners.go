package service

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"xinxing/ent"
	"xinxing/ent/partner"
	"xinxing/ent/partnercontact"
	"xinxing/ent/project"
	"xinxing/ent/projectpartner"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/person"
	"xinxing/internal/office/workday"
)

// PartnerPayload is the answer of an act on a partner.
type PartnerPayload struct {
	Partner          *ent.Partner
	ClientMutationID string
}

// SavePartnerInput is the input of the act of that name; the schema says what each field means.
type SavePartnerInput struct {
	PartnerID        *string
	Version          *int
	Name             string
	Kind             cobuild.PartnerKind
	Address          string
	About            string
	Offers           []cobuild.ResourceKind
	AgreementNo      string
	AgreedOn         *workday.Date
	AgreedUntil      *workday.Date
	Agreement        string
	ClientMutationID string
}

// AddPartnerContactInput is the input of the act of that name; the schema says what each field means.
type AddPartnerContactInput struct {
	PartnerID        string
	Name             string
	Title            string
	Phone            string
	ClientMutationID string
}

// RemovePartnerContactInput is the input of the act of that name; the schema says what each field means.
type RemovePartnerContactInput struct {
	ContactID        string
	ClientMutationID string
}

// RevealPartnerPhoneInput is the input of the act of that name; the schema says what each field means.
type RevealPartnerPhoneInput struct {
	ContactID        string
	Reason           string
	ClientMutationID string
}

// RevealPartnerPhonePayload is the answer of RevealPartnerPhone.
type RevealPartnerPhonePayload struct {
	Value            string
	ClientMutationID string
}

// EndPartnerInput is the input of the act of that name; the schema says what each field means.
type EndPartnerInput struct {
	PartnerID        string
	Version          int
	Reason           string
	ClientMutationID string
}

var partnerRecord = kindOf[*ent.Partner]{
	field: "partnerId",
	get: func(ctx context.Context, c *ent.Client, id string) (*ent.Partner, error) {
		return c.Partner.Get(ctx, id)
	},
	of: func(p *ent.Partner) (string, int) { return p.CommunityID, p.Version },
}

// mostPartners bounds the partners of a community, and each list of them.
const mostPartners = 500

// mayBuild refuses whoever does not lead: partners, resources and what is built together are a leader's to decide (P1–P3).
func (a *act) mayBuild(clause string) error {
	if !a.actor.Roles.Leads() {
		return office.Refuse(office.Forbidden, clause, "")
	}
	if a.actor.State == duty.Suspended || a.actor.State == duty.Left {
		return office.Refuse(office.NotOnDuty, "A7", "")
	}
	return nil
}

// mayHelp refuses whoever does not work in the office, or not now.
func (a *act) mayHelp(clause string) error {
	if !a.actor.Roles.Works() {
		return office.Refuse(office.Forbidden, clause, "")
	}
	if a.actor.State != duty.OnDuty {
		return office.Refuse(office.NotOnDuty, "B2", "")
	}
	return nil
}

// notePartner appends an entry to the journal of a partner; its saving follows.
func (a *act) notePartner(p *ent.Partner, kind casework.EventKind, reason string, facts map[string]any) error {
	return a.record(record{id: p.ID, community: p.CommunityID, events: &p.Events, head: &p.Head}, kind, reason, facts, nil)
}

// keepPartner writes the journal's end back; the version that somebody has on the screen stays good.
func (a *act) keepPartner(p *ent.Partner) error {
	n, err := a.program().tx.Partner.Update().Where(partner.ID(p.ID), partner.Version(p.Version)).SetEvents(p.Events).SetHead(p.Head).Save(a.program())
	if err == nil && n != 1 {
		err = office.Refuse(office.Conflict, "", "version")
	}
	return err
}

// checkedPartner is a partner as it is written down.
type checkedPartner struct {
	SavePartnerInput
	on, until string
}

// checkPartner checks what is said of a partner; names tells those that others of the community have.
func (a *act) checkPartner(in SavePartnerInput, names func(name string) bool) (checkedPartner, faults) {
	var t texts
	out := checkedPartner{SavePartnerInput: in}
	out.Name = t.need("name", "P1", in.Name, 100, office.BadInput)
	out.Address, out.About = t.may("address", in.Address, shortText), t.may("about", in.About, longText)
	out.AgreementNo, out.Agreement = t.may("agreementNo", in.AgreementNo, 60), t.may("agreement", in.Agreement, longText)
	if !slices.Contains(in.Kind.Values(), string(in.Kind)) {
		t.refuse(office.Refuse(office.BadInput, "P1", "kind"))
	}
	out.Offers = []cobuild.ResourceKind{}
	for _, o := range in.Offers {
		if !slices.Contains(o.Values(), string(o)) {
			t.refuse(office.Refuse(office.BadInput, "P1", "offers"))
		} else if !slices.Contains(out.Offers, o) {
			out.Offers = append(out.Offers, o)
		}
	}
	if in.AgreedOn != nil {
		out.on = in.AgreedOn.String()
	}
	if in.AgreedUntil != nil {
		out.until = in.AgreedUntil.String()
		if out.until < out.on {
			t.refuse(office.Refuse(office.BadInput, "P1", "agreedUntil").With("reason", "span"))
		}
	}
	if out.Name != "" && names(out.Name) {
		t.refuse(office.Refuse(office.AlreadyDone, "P1", "name"))
	}
	return out, t.faults
}

// SavePartner takes a partner of the community in, or changes what is said of it (P1). Leaders only.
func (d *Desk) SavePartner(ctx context.Context, in SavePartnerInput) (*PartnerPayload, error) {
	if in.PartnerID != nil {
		version := 0
		if in.Version != nil {
			version = *in.Version
		}
		p, err := onRecord(ctx, d, partnerRecord, "SAVE_PARTNER", RecordRef{*in.PartnerID, version, in.ClientMutationID}, in, func(a *act, p *ent.Partner) error {
			return a.changePartner(p, in)
		})
		if err != nil {
			return nil, err
		}
		return &PartnerPayload{p, in.ClientMutationID}, nil
	}
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "SAVE_PARTNER", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		if err := a.mayBuild("P1"); err != nil {
			return caseKey{}, err
		}
		n, err := a.tx.Partner.Query().Where(partner.CommunityID(v.Community)).Count(a)
		if err != nil {
			return caseKey{}, err
		}
		if n >= mostPartners {
			return caseKey{}, office.Refuse(office.LimitExceeded, "P1", "").With("limit", mostPartners)
		}
		var taken error
		made, wrong := a.checkPartner(in, func(name string) (has bool) {
			has, taken = a.tx.Partner.Query().Where(partner.CommunityID(v.Community), partner.Name(name)).Exist(a)
			return has
		})
		if taken != nil {
			return caseKey{}, taken
		}
		if err := wrong.first(); err != nil {
			return caseKey{}, err
		}
		return a.addPartner(made)
	})
	return d.partnerPayload(ctx, k, in.ClientMutationID, err)
}

func (d *Desk) partnerPayload(ctx context.Context, k caseKey, id string, err error) (*PartnerPayload, error) {
	if err != nil {
		return nil, err
	}
	p, err := d.Store.Read().Partner.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "partnerId")
	}
	return &PartnerPayload{p, id}, nil
}

// addPartner writes a checked partner.
func (a *act) addPartner(in checkedPartner) (caseKey, error) {
	p := &ent.Partner{ID: key.Maker(key.Partner)(), CommunityID: a.office.Community.ID}
	if err := a.notePartner(p, casework.EventPartnerAdded, "", map[string]any{"kind": in.Kind}); err != nil {
		return caseKey{}, err
	}
	return caseKey{p.ID}, a.tx.Partner.Create().SetID(p.ID).SetCommunityID(p.CommunityID).SetName(in.Name).SetPinyin(cutBytes(spelled(in.Name, false), 300)).
		SetKind(in.Kind).SetAddress(in.Address).SetAbout(in.About).SetOffers(in.Offers).SetAgreementNo(in.AgreementNo).SetAgreedOn(in.on).
		SetAgreedUntil(in.until).SetAgreement(in.Agreement).SetEvents(p.Events).SetHead(p.Head).Exec(a)
}

func (a *act) changePartner(p *ent.Partner, in SavePartnerInput) error {
	if err := a.mayBuild("P1"); err != nil {
		return err
	}
	var taken error
	made, wrong := a.checkPartner(in, func(name string) (has bool) {
		has, taken = a.tx.Partner.Query().Where(partner.CommunityID(p.CommunityID), partner.Name(name), partner.IDNEQ(p.ID)).Exist(a)
		return has
	})
	if taken != nil {
		return taken
	}
	if err := wrong.first(); err != nil {
		return err
	}
	return a.writePartner(p, made)
}

func (a *act) writePartner(p *ent.Partner, in checkedPartner) error {
	if err := a.notePartner(p, casework.EventPartnerChanged, "", nil); err != nil {
		return err
	}
	n, err := a.tx.Partner.Update().Where(partner.ID(p.ID), partner.Version(p.Version)).SetName(in.Name).SetPinyin(cutBytes(spelled(in.Name, false), 300)).
		SetKind(in.Kind).SetAddress(in.Address).SetAbout(in.About).SetOffers(in.Offers).SetAgreementNo(in.AgreementNo).SetAgreedOn(in.on).
		SetAgreedUntil(in.until).SetAgreement(in.Agreement).SetEvents(p.Events).SetHead(p.Head).AddVersion(1).Save(a)
	if err == nil && n != 1 {
		err = office.Refuse(office.Conflict, "", "version")
	}
	return err
}

// EndPartner ends the work with a partner, for a reason (P1): it pledges no more; what was pledged and delivered stays.
func (d *Desk) EndPartner(ctx context.Context, in EndPartnerInput) (*PartnerPayload, error) {
	p, err := onRecord(ctx, d, partnerRecord, "END_PARTNER", RecordRef{in.PartnerID, in.Version, in.ClientMutationID}, in, func(a *act, p *ent.Partner) error {
		if err := a.mayBuild("P1"); err != nil {
			return err
		}
		reason, err := text("reason", in.Reason, shortText, office.NeedsReason)
		if err != nil {
			return clause(err, "P1")
		}
		if p.LeftAt != nil {
			return office.Refuse(office.AlreadyDone, "P1", "")
		}
		if err := a.notePartner(p, casework.EventPartnerLeft, reason, nil); err != nil {
			return err
		}
		n, err := a.tx.Partner.Update().Where(partner.ID(p.ID), partner.Version(p.Version)).SetLeftAt(a.now).SetEvents(p.Events).SetHead(p.Head).
			AddVersion(1).Save(a)
		if err == nil && n != 1 {
			err = office.Refuse(office.Conflict, "", "version")
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return &PartnerPayload{p, in.ClientMutationID}, nil
}

// mostContacts bounds the people of a partner.
const mostContacts = 20

// AddPartnerContact writes down whom to reach at a partner (P1). The phone is sealed, and masked in every answer. Leaders only.
func (d *Desk) AddPartnerContact(ctx context.Context, in AddPartnerContactInput) (*PartnerPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "ADD_PARTNER_CONTACT", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		if err := a.mayBuild("P1"); err != nil {
			return caseKey{}, err
		}
		p, err := a.tx.Partner.Get(a, in.PartnerID)
		if err != nil {
			return caseKey{}, missing(err, "partnerId")
		}
		n, err := a.tx.PartnerContact.Query().Where(partnercontact.PartnerID(p.ID), partnercontact.RemovedAtIsNil()).Count(a)
		if err != nil {
			return caseKey{}, err
		}
		if n >= mostContacts {
			return caseKey{}, office.Refuse(office.LimitExceeded, "P1", "").With("limit", mostContacts)
		}
		contact, wrong := checkContact(in.Name, in.Title, in.Phone)
		if err := wrong.first(); err != nil {
			return caseKey{}, err
		}
		if err := a.addContact(p, contact); err != nil {
			return caseKey{}, err
		}
		return caseKey{p.ID}, a.keepPartner(p)
	})
	return d.partnerPayload(ctx, k, in.ClientMutationID, err)
}

// checkedContact is a person of a partner as they are written down.
type checkedContact struct {
	name, title string
	phone       person.Phone
}

func checkContact(name, title, phone string) (checkedContact, faults) {
	var t texts
	c := checkedContact{name: t.need("name", "P1", name, 60, office.BadInput), title: t.may("title", title, 60)}
	if strings.TrimSpace(phone) != "" {
		p, err := person.ParsePhone(phone)
		t.take(clause(err, "P1"))
		c.phone = p
	}
	return c, t.faults
}

// addContact writes a checked contact and its entry; the partner's saving follows.
func (a *act) addContact(p *ent.Partner, in checkedContact) error {
	id := key.Maker(key.PartnerContact)()
	create := a.tx.PartnerContact.Create().SetID(id).SetCommunityID(p.CommunityID).SetPartnerID(p.ID).SetName(in.name).SetTitle(in.title)
	if !in.phone.IsZero() {
		sealed, err := a.desk.Box.Seal(in.phone.String(), contactPlace(id))
		if err != nil {
			return err
		}
		create.SetPhoneSealed(sealed).SetPhoneMask(in.phone.Masked())
	}
	if err := create.Exec(a); err != nil {
		return err
	}
	return a.notePartner(p, casework.EventPartnerContactAdded, "", map[string]any{"contact": id})
}

// contactPlace is what a contact's phone was sealed for.
func contactPlace(id string) string { return id + ".phone" }

// RemovePartnerContact takes a person of a partner off its page. Leaders only.
func (d *Desk) RemovePartnerContact(ctx context.Context, in RemovePartnerContactInput) (*PartnerPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "REMOVE_PARTNER_CONTACT", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		if err := a.mayBuild("P1"); err != nil {
			return caseKey{}, err
		}
		c, p, err := a.contactOf(in.ContactID)
		if err != nil {
			return caseKey{}, err
		}
		if c.RemovedAt != nil {
			return caseKey{}, office.Refuse(office.AlreadyDone, "P1", "contactId")
		}
		if err := a.tx.PartnerContact.UpdateOneID(c.ID).SetRemovedAt(a.now).Exec(a); err != nil {
			return caseKey{}, err
		}
		if err := a.notePartner(p, casework.EventPartnerContactRemoved, "", map[string]any{"contact": c.ID}); err != nil {
			return caseKey{}, err
		}
		return caseKey{p.ID}, a.keepPartner(p)
	})
	return d.partnerPayload(ctx, k, in.ClientMutationID, err)
}

func (a *act) contactOf(id string) (*ent.PartnerContact, *ent.Partner, error) {
	c, err := a.tx.PartnerContact.Get(a, id)
	if err != nil {
		return nil, nil, missing(err, "contactId")
	}
	p, err := a.tx.Partner.Get(a, c.PartnerID)
	return c, p, missing(err, "contactId")
}

// RevealPartnerPhone shows the phone of a person of a partner to whoever works in the office, for a reason. Who looked and why stands in
// the partner's journal before the number is opened; it is kept nowhere.
func (d *Desk) RevealPartnerPhone(ctx context.Context, in RevealPartnerPhoneInput) (*RevealPartnerPhonePayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "REVEAL_PARTNER_PHONE", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		if err := a.mayHelp("P1"); err != nil {
			return caseKey{}, err
		}
		reason, err := text("reason", in.Reason, shortText, office.NeedsReason)
		if err != nil {
			return caseKey{}, err
		}
		c, p, err := a.contactOf(in.ContactID)
		if err != nil {
			return caseKey{}, err
		}
		if c.PhoneSealed == "" {
			return caseKey{}, office.Refuse(office.NotFound, "", "contactId")
		}
		if err := a.notePartner(p, casework.EventPartnerPhoneRevealed, reason, map[string]any{"contact": c.ID}); err != nil {
			return caseKey{}, err
		}
		return caseKey{c.ID}, a.keepPartner(p)
	})
	if err != nil {
		return nil, err
	}
	c, err := d.Store.Read().PartnerContact.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "contactId")
	}
	value, err := d.Box.Open(c.PhoneSealed, contactPlace(c.ID))
	if err != nil {
		return nil, fmt.Errorf("partner contact %s: %w", c.ID, err)
	}
	return &RevealPartnerPhonePayload{value, in.ClientMutationID}, nil
}

// PartnerFilter narrows the list of partners.
type PartnerFilter struct {
	Search string
	Kind   *cobuild.PartnerKind
	// Left: those with whom the work has ended, instead of the others.
	Left bool
}

// Partners reads the partners of the viewer's community in the order of their names, after the key of one of them (P1).
func (d *Desk) Partners(ctx context.Context, f PartnerFilter, first int, after *SpelledPlace) ([]*ent.Partner, func(context.Context) (int, error), error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, nil, err
	}
	search, err := text("search", f.Search, 100, "")
	if err != nil {
		return nil, nil, err
	}
	q := func() *ent.PartnerQuery {
		q := d.Store.Read().Partner.Query().Where(partner.CommunityIDIn(v.Communities...))
		if f.Kind != nil {
			q.Where(partner.KindEQ(*f.Kind))
		}
		if f.Left {
			q.Where(partner.LeftAtNotNil())
		} else {
			q.Where(partner.LeftAtIsNil())
		}
		if search != "" {
			q.Where(partner.Or(partner.NameContains(search), partner.PinyinContains(strings.ToLower(search))))
		}
		return q
	}
	page := q()
	if after != nil {
		page.Where(partner.Or(partner.PinyinGT(after.Pinyin), partner.And(partner.Pinyin(after.Pinyin), partner.IDGT(after.ID))))
	}
	list, err := page.Order(partner.ByPinyin(), partner.ByID()).Limit(first + 1).All(ctx)
	return list, func(ctx context.Context) (int, error) { return q().Count(ctx) }, err
}

// SpelledPlace is a place in a list ordered by pinyin.
type SpelledPlace struct{ Pinyin, ID string }

// ContactsOf gives the people of a partner, in the order in which they were written down.
func (d *Desk) ContactsOf(ctx context.Context, p *ent.Partner) ([]*ent.PartnerContact, error) {
	return d.Store.Read().PartnerContact.Query().Where(partnercontact.PartnerID(p.ID), partnercontact.RemovedAtIsNil()).Order(partnercontact.ByID()).
		Limit(mostContacts).All(ctx)
}

// ProjectsOf gives the projects that a partner takes part in, the latest first. At most 100.
func (d *Desk) ProjectsOf(ctx context.Context, p *ent.Partner) ([]*ent.Project, error) {
	return d.Store.Read().Project.Query().Where(project.HasPartnersWith(projectpartner.PartnerID(p.ID))).
		Order(ent.Desc(project.FieldProposedAt, project.FieldID)).Limit(ListBound).All(ctx)
}

// MayBuild tells whether the viewer may decide about partners, resources and projects (P1–P3).
func (d *Desk) MayBuild(ctx context.Context, community string) (bool, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return false, err
	}
	o, err := d.Office(ctx, community)
	if err != nil {
		return false, err
	}
	me, ok := o.Roster[v.Staff]
	return ok && me.Roles.Leads() && me.State != duty.Suspended && me.State != duty.Left, nil
}
