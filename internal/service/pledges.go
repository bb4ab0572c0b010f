package service

import (
	"context"
	"slices"

	"xinxing/ent"
	"xinxing/ent/apitoken"
	"xinxing/ent/delivery"
	"xinxing/ent/partner"
	"xinxing/ent/pledge"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// speaker is who says something for a partner: a member of staff, or the partner itself by its token (P5).
type speaker struct{ staff, token *string }

// speaks gives who says something for a partner, or of all partners where it is "": a member of staff who works now, or the partner itself,
// by a token that has the scope and holds in this very transaction (P5).
func (a *act) speaks(scope cobuild.Scope, with string) (speaker, error) {
	v := a.viewer
	if v.Token == "" {
		return speaker{staff: a.me()}, a.mayHelp("P3")
	}
	if v.Partner == "" || !slices.Contains(v.Scopes, scope) {
		return speaker{}, office.Refuse(office.Forbidden, "P5", "")
	}
	if with != "" && with != v.Partner {
		return speaker{}, office.Refuse(office.Forbidden, "P5", "partnerId")
	}
	w := a.program()
	t, err := w.tx.APIToken.Query().Where(apitoken.ID(v.Token), apitoken.RevokedAtIsNil(), apitoken.ExpiresAtGT(a.desk.machineNow())).WithPartner().Only(w)
	if ent.IsNotFound(err) || err == nil && (t.Edges.Partner == nil || t.Edges.Partner.LeftAt != nil) {
		return speaker{}, office.Refuse(office.Unauthenticated, "P5", "")
	}
	return speaker{token: &v.Token}, err
}

// PledgePayload is the answer of an act on a pledge.
type PledgePayload struct {
	Pledge           *ent.Pledge
	ClientMutationID string
}

// DeliveryPayload is the answer of an act on a delivery.
type DeliveryPayload struct {
	Delivery         *ent.Delivery
	ClientMutationID string
}

// PledgeInput is the input of the act of that name; the schema says what each field means.
type PledgeInput struct {
	ProjectID string
	PartnerID string
	Kind      cobuild.ResourceKind
	What      string
	Quantity  int
	Unit      string
	// Worth in yuan.
	Worth            string
	ClientMutationID string
}

// WithdrawPledgeInput is the input of the act of that name; the schema says what each field means.
type WithdrawPledgeInput struct {
	PledgeID         string
	Version          int
	Reason           string
	ClientMutationID string
}

// ReportDeliveryInput is the input of the act of that name; the schema says what each field means.
type ReportDeliveryInput struct {
	PledgeID string
	Quantity int
	// Worth in yuan.
	Worth            string
	DeliveredOn      workday.Date
	Proof            string
	ClientMutationID string
}

// DecideDeliveryInput is the input of the act of that name; the schema says what each field means.
type DecideDeliveryInput struct {
	DeliveryID       string
	Confirmed        bool
	Reason           string
	ClientMutationID string
}

// mostQuantity bounds a quantity; of money, in yuan, it is the bound of an amount.
const mostQuantity = mostFen / 100

// unitOfMoney is the unit of pledged money.
const unitOfMoney = "元"

// Pledge writes down what a partner promises to a project (P3): as a member of staff heard it, or as the partner says itself by its token (P5).
func (d *Desk) Pledge(ctx context.Context, in PledgeInput) (*PledgePayload, error) {
	v, err := d.Reader(ctx)
	if err != nil {
		return nil, err
	}
	k, err := performBy(ctx, d, v, v.Community, "PLEDGE", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		by, err := a.speaks(cobuild.ScopePledge, in.PartnerID)
		if err != nil {
			return caseKey{}, err
		}
		return a.pledge(by, in)
	})
	return d.pledgePayload(ctx, k, in.ClientMutationID, err)
}

func (d *Desk) pledgePayload(ctx context.Context, k caseKey, id string, err error) (*PledgePayload, error) {
	if err != nil {
		return nil, err
	}
	p, err := d.Store.Read().Pledge.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "pledgeId")
	}
	return &PledgePayload{p, id}, nil
}

func (d *Desk) deliveryPayload(ctx context.Context, k caseKey, id string, err error) (*DeliveryPayload, error) {
	if err != nil {
		return nil, err
	}
	p, err := d.Store.Read().Delivery.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "deliveryId")
	}
	return &DeliveryPayload{p, id}, nil
}

// pledge is a pledge by whoever says it: what they may not see is not found, and it is written by the program, since a token writes nothing
// itself. A partner that did not take part does so from now on.
func (a *act) pledge(by speaker, in PledgeInput) (caseKey, error) {
	none := caseKey{}
	p, err := a.tx.Project.Get(a, in.ProjectID)
	if err != nil {
		return none, missing(err, "projectId")
	}
	with, err := a.tx.Partner.Query().Where(partner.ID(in.PartnerID), partner.CommunityID(p.CommunityID)).Only(a)
	if err != nil {
		return none, missing(err, "partnerId")
	}
	part, err := a.takesPart(p.ID, with.ID)
	if err != nil {
		return none, err
	}
	if err := cobuild.CheckPledge(cobuild.Facts{Stage: p.Stage, OpenToJoin: p.OpenToJoin}, part, with.LeftAt != nil); err != nil {
		return none, err
	}
	n, err := a.tx.Pledge.Query().Where(pledge.ProjectID(p.ID), pledge.PartnerID(with.ID)).Count(a)
	if err != nil {
		return none, err
	}
	if n >= ListBound {
		return none, office.Refuse(office.LimitExceeded, "P3", "").With("limit", ListBound)
	}
	w := a.program() // a token counts its own alone
	if n, err = w.tx.Pledge.Query().Where(pledge.ProjectID(p.ID)).Count(w); err != nil {
		return none, err
	}
	if n >= mostPledges {
		return none, office.Refuse(office.LimitExceeded, "P3", "projectId").With("limit", mostPledges)
	}
	var t texts
	what, unit := t.need("what", "P3", in.What, shortText, office.BadInput), in.Unit
	if in.Kind == cobuild.Money {
		unit = unitOfMoney
	}
	unit = t.need("unit", "P3", unit, 20, office.BadInput)
	if !slices.Contains(in.Kind.Values(), string(in.Kind)) {
		t.refuse(office.Refuse(office.BadInput, "P3", "kind"))
	}
	t.quantity(in.Quantity)
	worth := t.money("worth", in.Worth)
	if in.Kind == cobuild.Money {
		worth = in.Quantity * 100
	}
	if t.err != nil {
		return none, t.err
	}
	id := key.Maker(key.Pledge)()
	if !part {
		if err := w.join(p, with.ID); err != nil {
			return none, err
		}
	}
	facts := map[string]any{"pledge": id, "partner": with.ID, "kind": in.Kind, "quantity": in.Quantity, "unit": unit, "worth": casework.Yuan(worth)}
	if err := w.noteProject(p, casework.EventPledged, "", facts); err != nil {
		return none, err
	}
	if err := w.tx.Pledge.Create().SetID(id).SetCommunityID(p.CommunityID).SetProjectID(p.ID).SetPartnerID(with.ID).SetKind(in.Kind).SetWhat(what).
		SetQuantity(in.Quantity).SetUnit(unit).SetWorthFen(worth).SetPledgedAt(a.now).SetNillablePledgedByID(by.staff).SetNillableTokenID(by.token).
		Exec(w); err != nil {
		return none, err
	}
	return caseKey{id}, w.keepProject(p)
}

// quantity bounds a quantity.
func (t *texts) quantity(n int) {
	if n < 1 || n > mostQuantity {
		t.refuse(office.Refuse(office.BadInput, "P3", "quantity").With("reason", "quantity"))
	}
}

// pledgeOf gives a pledge with its project, as far as whoever acts may see.
func (a *act) pledgeOf(id string) (*ent.Pledge, *ent.Project, error) {
	g, err := a.tx.Pledge.Get(a, id)
	if err != nil {
		return nil, nil, missing(err, "pledgeId")
	}
	if a.viewer.Token != "" && g.PartnerID != a.viewer.Partner {
		return nil, nil, office.Refuse(office.NotFound, "", "pledgeId")
	}
	p, err := a.tx.Project.Get(a, g.ProjectID)
	return g, p, missing(err, "pledgeId")
}

// WithdrawPledge takes back what was not delivered yet of a pledge, for a reason (P3).
func (d *Desk) WithdrawPledge(ctx context.Context, in WithdrawPledgeInput) (*PledgePayload, error) {
	v, err := d.Reader(ctx)
	if err != nil {
		return nil, err
	}
	k, err := performBy(ctx, d, v, v.Community, "WITHDRAW_PLEDGE", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		if _, err := a.speaks(cobuild.ScopePledge, ""); err != nil {
			return caseKey{}, err
		}
		return a.withdrawPledge(in)
	})
	return d.pledgePayload(ctx, k, in.ClientMutationID, err)
}

func (a *act) withdrawPledge(in WithdrawPledgeInput) (caseKey, error) {
	none := caseKey{}
	g, p, err := a.pledgeOf(in.PledgeID)
	if err != nil {
		return none, err
	}
	if g.Version != in.Version {
		return none, office.Refuse(office.Conflict, "", "version").With("version", g.Version)
	}
	if g.WithdrawnAt != nil {
		return none, office.Refuse(office.AlreadyDone, "P3", "pledgeId")
	}
	if cobuild.Ended(p.Stage) {
		return none, office.Refuse(office.RefusedState, "P3", "pledgeId").With("stage", p.Stage)
	}
	reason, err := text("reason", in.Reason, shortText, office.NeedsReason)
	if err != nil {
		return none, clause(err, "P3")
	}
	w := a.program()
	// Why stands on the pledge: a partner's own words may name somebody, and the journal holds nobody's.
	if err := w.noteProject(p, casework.EventPledgeWithdrawn, "", map[string]any{"pledge": g.ID, "partner": g.PartnerID, "delivered": g.Delivered}); err != nil {
		return none, err
	}
	n, err := w.tx.Pledge.Update().Where(pledge.ID(g.ID), pledge.Version(g.Version)).SetWithdrawnAt(a.now).SetWithdrawnReason(reason).AddVersion(1).Save(w)
	if err != nil {
		return none, err
	}
	if n != 1 {
		return none, office.Refuse(office.Conflict, "", "version")
	}
	return caseKey{g.ID}, w.keepProject(p)
}

// ReportDelivery reports what was really delivered of a pledge, with proof (P3). It counts when the community confirmed it.
func (d *Desk) ReportDelivery(ctx context.Context, in ReportDeliveryInput) (*DeliveryPayload, error) {
	v, err := d.Reader(ctx)
	if err != nil {
		return nil, err
	}
	k, err := performBy(ctx, d, v, v.Community, "REPORT_DELIVERY", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		by, err := a.speaks(cobuild.ScopeReportDelivery, "")
		if err != nil {
			return caseKey{}, err
		}
		return a.reportDelivery(by, in)
	})
	return d.deliveryPayload(ctx, k, in.ClientMutationID, err)
}

func (a *act) reportDelivery(by speaker, in ReportDeliveryInput) (caseKey, error) {
	none := caseKey{}
	g, p, err := a.pledgeOf(in.PledgeID)
	if err != nil {
		return none, err
	}
	if err := cobuild.CheckDelivery(cobuild.Facts{Stage: p.Stage}, g.WithdrawnAt != nil); err != nil {
		return none, err
	}
	n, err := a.tx.Delivery.Query().Where(delivery.PledgeID(g.ID)).Count(a)
	if err != nil {
		return none, err
	}
	if n >= ListBound {
		return none, office.Refuse(office.LimitExceeded, "P3", "").With("limit", ListBound)
	}
	var t texts
	proof := t.need("proof", "P3", in.Proof, longText, office.NeedsProof)
	t.quantity(in.Quantity)
	worth := t.money("worth", in.Worth)
	if g.Kind == cobuild.Money {
		worth = in.Quantity * 100
	}
	if in.DeliveredOn.After(a.today()) {
		t.refuse(office.Refuse(office.BadInput, "P3", "deliveredOn").With("reason", "future"))
	}
	if t.err != nil {
		return none, t.err
	}
	w := a.program()
	id := key.Maker(key.Delivery)()
	facts := map[string]any{"delivery": id, "pledge": g.ID, "partner": g.PartnerID, "quantity": in.Quantity, "unit": g.Unit, "worth": casework.Yuan(worth)}
	if err := w.noteProject(p, casework.EventDeliveryReported, "", facts); err != nil {
		return none, err
	}
	if err := w.tx.Delivery.Create().SetID(id).SetCommunityID(p.CommunityID).SetPledgeID(g.ID).SetProjectID(p.ID).SetPartnerID(g.PartnerID).
		SetQuantity(in.Quantity).SetWorthFen(worth).SetDeliveredOn(in.DeliveredOn.String()).SetProof(proof).SetReportedAt(a.now).
		SetNillableReportedByID(by.staff).SetNillableTokenID(by.token).Exec(w); err != nil {
		return none, err
	}
	return caseKey{id}, w.keepProject(p)
}

// DecideDelivery confirms that something was delivered, or refuses it for a reason (P3): leaders and who leads the project, never who
// reported it. What is confirmed counts.
func (d *Desk) DecideDelivery(ctx context.Context, in DecideDeliveryInput) (*DeliveryPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "DECIDE_DELIVERY", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		x, err := a.tx.Delivery.Get(a, in.DeliveryID)
		if err != nil {
			return none, missing(err, "deliveryId")
		}
		g, p, err := a.pledgeOf(x.PledgeID)
		if err != nil {
			return none, err
		}
		if err := a.mayRun(p); err != nil {
			return none, err
		}
		if x.ReportedByID != nil && *x.ReportedByID == string(a.actor.ID) {
			return none, office.Refuse(office.OwnCase, "P3", "deliveryId")
		}
		if x.DecidedAt != nil {
			return none, office.Refuse(office.AlreadyDone, "P3", "deliveryId")
		}
		if cobuild.Ended(p.Stage) {
			return none, office.Refuse(office.RefusedState, "P3", "deliveryId").With("stage", p.Stage)
		}
		need := office.NeedsReason
		if in.Confirmed {
			need = ""
		}
		reason, err := text("reason", in.Reason, shortText, need)
		if err != nil {
			return none, clause(err, "P3")
		}
		w := a.program()
		if err := w.tx.Delivery.UpdateOneID(x.ID).SetDecidedAt(a.now).SetDecidedByID(string(a.actor.ID)).SetConfirmed(in.Confirmed).SetDecisionReason(reason).
			Exec(w); err != nil {
			return none, err
		}
		kind := casework.EventDeliveryRefused
		if in.Confirmed {
			kind = casework.EventDeliveryConfirmed
			if err := w.tx.Pledge.UpdateOneID(g.ID).AddDelivered(x.Quantity).AddVersion(1).Exec(w); err != nil {
				return none, err
			}
		}
		facts := map[string]any{"delivery": x.ID, "pledge": g.ID, "partner": g.PartnerID, "quantity": x.Quantity, "unit": g.Unit, "worth": casework.Yuan(x.WorthFen)}
		if err := w.noteProject(p, kind, reason, facts); err != nil {
			return none, err
		}
		return caseKey{x.ID}, w.keepProject(p)
	})
	return d.deliveryPayload(ctx, k, in.ClientMutationID, err)
}

// MayDecide tells whether the viewer may confirm or refuse a delivery now.
func (d *Desk) MayDecide(ctx context.Context, x *ent.Delivery) (bool, error) {
	v, err := d.Viewer(ctx)
	if err != nil || x.DecidedAt != nil || x.ReportedByID != nil && *x.ReportedByID == string(v.Staff) {
		return false, err
	}
	p, err := d.Store.Read().Project.Get(ctx, x.ProjectID)
	if err != nil {
		return false, missing(err, "projectId")
	}
	may, err := d.MayRun(ctx, p)
	return may && !cobuild.Ended(p.Stage), err
}

// PledgesOf gives the pledges to a project that the viewer may see, oldest first: at most 200.
func (d *Desk) PledgesOf(ctx context.Context, p *ent.Project) ([]*ent.Pledge, error) {
	return d.Store.Read().Pledge.Query().Where(pledge.ProjectID(p.ID)).Order(pledge.ByPledgedAt(), pledge.ByID()).Limit(mostPledges).
		WithPartner().WithDeliveries(func(q *ent.DeliveryQuery) { q.Order(delivery.ByReportedAt(), delivery.ByID()) }).All(ctx)
}

// mostPledges bounds the pledges of one project: all of them are read to sum them up.
const mostPledges = 200

// DeliveriesOf gives what was delivered of a pledge, oldest first.
func (d *Desk) DeliveriesOf(ctx context.Context, g *ent.Pledge) ([]*ent.Delivery, error) {
	if g.Edges.Deliveries != nil {
		return g.Edges.Deliveries, nil
	}
	return d.Store.Read().Delivery.Query().Where(delivery.PledgeID(g.ID)).Order(delivery.ByReportedAt(), delivery.ByID()).Limit(ListBound).All(ctx)
}

// promised is a pledge as sums need it.
func promised(g *ent.Pledge, deliveries []*ent.Delivery) cobuild.Promised {
	p := cobuild.Promised{Kind: g.Kind, Unit: g.Unit, Quantity: g.Quantity, Worth: g.WorthFen, Withdrawn: g.WithdrawnAt != nil, Delivered: g.Delivered}
	for _, x := range deliveries {
		if x.Confirmed != nil && *x.Confirmed {
			p.DeliveredWorth += x.WorthFen
		}
	}
	return p
}

// TotalsOf gives what was pledged to a project and what was delivered, one line a kind and unit (P3): of all partners, also to one of them,
// who sees no more of the others (P5).
func (d *Desk) TotalsOf(ctx context.Context, p *ent.Project) ([]cobuild.Total, error) {
	if v, _ := store.ViewerOf(ctx); v.Token != "" {
		ctx = store.With(ctx, store.System())
	}
	list, err := d.PledgesOf(ctx, p)
	if err != nil {
		return nil, err
	}
	all := make([]cobuild.Promised, len(list))
	for i, g := range list {
		all[i] = promised(g, g.Edges.Deliveries)
	}
	return cobuild.Sum(all), nil
}
