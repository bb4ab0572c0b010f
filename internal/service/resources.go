package service

import (
	"context"
	"slices"
	"strings"

	"xinxing/ent"
	"xinxing/ent/partner"
	"xinxing/ent/resource"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
)

// ResourcePayload is the answer of an act on a resource.
type ResourcePayload struct {
	Resource         *ent.Resource
	ClientMutationID string
}

// SaveResourceInput is the input of the act of that name; the schema says what each field means.
type SaveResourceInput struct {
	ResourceID *string
	Version    *int
	// PartnerID is whose it is; the community's own where nil.
	PartnerID        *string
	Kind             cobuild.ResourceKind
	Name             string
	About            string
	Place            string
	Quantity         int
	Unit             string
	ClientMutationID string
}

// RemoveResourceInput is the input of the act of that name; the schema says what each field means.
type RemoveResourceInput struct {
	ResourceID       string
	Version          int
	Reason           string
	ClientMutationID string
}

var resourceRecord = kindOf[*ent.Resource]{
	field: "resourceId",
	get: func(ctx context.Context, c *ent.Client, id string) (*ent.Resource, error) {
		return c.Resource.Get(ctx, id)
	},
	of: func(r *ent.Resource) (string, int) { return r.CommunityID, r.Version },
}

// mostResources bounds the resources of a community, and each list of them.
const mostResources = 200

func (a *act) noteResource(r *ent.Resource, kind casework.EventKind, reason string, facts map[string]any) error {
	return a.record(record{id: r.ID, community: r.CommunityID, events: &r.Events, head: &r.Head}, kind, reason, facts, nil)
}

// putResource writes a resource back with its journal's end.
func (a *act) putResource(r *ent.Resource, version int) error {
	a = a.program() // who books may not write a resource, and its journal tells of it all the same
	n, err := a.tx.Resource.Update().Where(resource.ID(r.ID), resource.Version(r.Version)).SetKind(r.Kind).SetName(r.Name).SetPinyin(r.Pinyin).
		SetAbout(r.About).SetPlace(r.Place).SetQuantity(r.Quantity).SetUnit(r.Unit).SetNillableRemovedAt(r.RemovedAt).
		SetEvents(r.Events).SetHead(r.Head).SetVersion(version).Save(a)
	if err == nil && n != 1 {
		err = office.Refuse(office.Conflict, "", "version")
	}
	return err
}

func describeResource(r *ent.Resource, in SaveResourceInput) error {
	var t texts
	r.Name = t.need("name", "P2", in.Name, 100, office.BadInput)
	r.Place, r.Unit, r.About = t.may("place", in.Place, 100), t.may("unit", in.Unit, 20), t.may("about", in.About, longText)
	if !slices.Contains(in.Kind.Values(), string(in.Kind)) {
		t.refuse(office.Refuse(office.BadInput, "P2", "kind"))
	}
	t.quantity(in.Quantity)
	r.Kind, r.Quantity, r.Pinyin = in.Kind, in.Quantity, cutBytes(spelled(r.Name, false), 300)
	return t.err
}

// SaveResource takes a resource of a partner or of the community itself in, or changes what is said of it (P2). Leaders only.
func (d *Desk) SaveResource(ctx context.Context, in SaveResourceInput) (*ResourcePayload, error) {
	if in.ResourceID != nil {
		version := 0
		if in.Version != nil {
			version = *in.Version
		}
		return d.onResource(ctx, "SAVE_RESOURCE", RecordRef{*in.ResourceID, version, in.ClientMutationID}, in, func(a *act, r *ent.Resource) error {
			if err := describeResource(r, in); err != nil {
				return err
			}
			return a.noteResource(r, casework.EventResourceChanged, "", nil)
		})
	}
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "SAVE_RESOURCE", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		if err := a.mayBuild("P2"); err != nil {
			return none, err
		}
		n, err := a.tx.Resource.Query().Where(resource.CommunityID(v.Community), resource.RemovedAtIsNil()).Count(a)
		if err != nil {
			return none, err
		}
		if n >= mostResources {
			return none, office.Refuse(office.LimitExceeded, "P2", "").With("limit", mostResources)
		}
		r := &ent.Resource{ID: key.Maker(key.Resource)(), CommunityID: v.Community}
		if err := describeResource(r, in); err != nil {
			return none, err
		}
		if in.PartnerID != nil {
			of, err := a.tx.Partner.Query().Where(partner.ID(*in.PartnerID), partner.CommunityID(v.Community)).Only(a)
			if err != nil {
				return none, missing(err, "partnerId")
			}
			if of.LeftAt != nil {
				return none, office.Refuse(office.RefusedState, "P1", "partnerId")
			}
		}
		if err := a.noteResource(r, casework.EventResourceAdded, "", map[string]any{"kind": r.Kind, "quantity": r.Quantity}); err != nil {
			return none, err
		}
		return caseKey{r.ID}, a.tx.Resource.Create().SetID(r.ID).SetCommunityID(r.CommunityID).SetNillablePartnerID(in.PartnerID).SetKind(r.Kind).
			SetName(r.Name).SetPinyin(r.Pinyin).SetAbout(r.About).SetPlace(r.Place).SetQuantity(r.Quantity).SetUnit(r.Unit).
			SetEvents(r.Events).SetHead(r.Head).Exec(a)
	})
	return d.resourcePayload(ctx, k, in.ClientMutationID, err)
}

func (d *Desk) resourcePayload(ctx context.Context, k caseKey, id string, err error) (*ResourcePayload, error) {
	if err != nil {
		return nil, err
	}
	r, err := d.Store.Read().Resource.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "resourceId")
	}
	return &ResourcePayload{r, id}, nil
}

func (d *Desk) onResource(ctx context.Context, name string, ref RecordRef, input any, do func(a *act, r *ent.Resource) error) (*ResourcePayload, error) {
	r, err := onRecord(ctx, d, resourceRecord, name, ref, input, func(a *act, r *ent.Resource) error {
		if err := a.mayBuild("P2"); err != nil {
			return err
		}
		if r.RemovedAt != nil {
			return office.Refuse(office.RefusedState, "P2", "resourceId")
		}
		if err := do(a, r); err != nil {
			return err
		}
		return a.putResource(r, r.Version+1)
	})
	if err != nil {
		return nil, err
	}
	return &ResourcePayload{r, ref.ClientMutationID}, nil
}

// RemoveResource takes a resource off the list, for a reason (P2); nothing books it any more, and bookings that are to come are refused it.
func (d *Desk) RemoveResource(ctx context.Context, in RemoveResourceInput) (*ResourcePayload, error) {
	return d.onResource(ctx, "REMOVE_RESOURCE", RecordRef{in.ResourceID, in.Version, in.ClientMutationID}, in, func(a *act, r *ent.Resource) error {
		reason, err := text("reason", in.Reason, shortText, office.NeedsReason)
		if err != nil {
			return clause(err, "P2")
		}
		booked, err := a.firstBooked(r.ID, a.now, nil)
		if err != nil {
			return err
		}
		if booked != nil {
			return a.taken(r, booked, "resourceId")
		}
		r.RemovedAt = &a.now
		return a.noteResource(r, casework.EventResourceRemoved, reason, nil)
	})
}

// ResourceFilter narrows the list of resources.
type ResourceFilter struct {
	Kind      *cobuild.ResourceKind
	PartnerID *string
	Search    string
}

// Resources reads the resources that can be booked, in the order of their names (P2).
func (d *Desk) Resources(ctx context.Context, f ResourceFilter, first int, after *SpelledPlace) ([]*ent.Resource, func(context.Context) (int, error), error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, nil, err
	}
	search, err := text("search", f.Search, 100, "")
	if err != nil {
		return nil, nil, err
	}
	q := func() *ent.ResourceQuery {
		q := d.Store.Read().Resource.Query().Where(resource.CommunityIDIn(v.Communities...), resource.RemovedAtIsNil())
		if f.Kind != nil {
			q.Where(resource.KindEQ(*f.Kind))
		}
		if f.PartnerID != nil {
			q.Where(resource.PartnerID(*f.PartnerID))
		}
		if search != "" {
			q.Where(resource.Or(resource.NameContains(search), resource.PinyinContains(strings.ToLower(search))))
		}
		return q
	}
	page := q()
	if after != nil {
		page.Where(resource.Or(resource.PinyinGT(after.Pinyin), resource.And(resource.Pinyin(after.Pinyin), resource.IDGT(after.ID))))
	}
	list, err := page.Order(resource.ByPinyin(), resource.ByID()).Limit(first + 1).WithPartner().All(ctx)
	return list, func(ctx context.Context) (int, error) { return q().Count(ctx) }, err
}
