package service

import (
	"context"
	"fmt"

	"xinxing/ent"
	"xinxing/ent/member"
	"xinxing/ent/prop"
	"xinxing/ent/proploan"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/person"
	"xinxing/internal/office/program"
	"xinxing/internal/office/workday"
)

// SavePropInput writes down what was bought, or changes the lot that PropID names; the schema says what each field means.
type SavePropInput struct {
	PropID           *string
	Version          int
	Kind             program.PropKind
	Name             string
	GroupID          *string
	Quantity         int
	Cost, InvoiceNo  string
	BoughtOn         workday.Date
	Owner, KeptAt    string
	ClientMutationID string
}

// LendPropInput is the input of the act of that name; the schema says what each field means.
type LendPropInput struct {
	PropID           string
	MemberID         *string
	ToName           string
	Quantity         int
	DueOn            workday.Date
	Note             string
	ClientMutationID string
}

// ReturnPropInput is the input of the act of that name; the schema says what each field means.
type ReturnPropInput struct {
	LoanID            string
	Returned, Missing int
	ClientMutationID  string
}

// PropPayload is the answer of an act on a lot of things.
type PropPayload struct {
	Prop             *ent.Prop
	ClientMutationID string
}

func lot(p *ent.Prop) program.Lot {
	return program.Lot{Quantity: p.Quantity, Lent: p.Lent, Missing: p.Missing}
}

func (a *act) noteProp(p *ent.Prop, kind casework.EventKind, facts map[string]any) error {
	return a.record(record{id: p.ID, community: p.CommunityID, events: &p.Events, head: &p.Head}, kind, "", facts, nil)
}

func (a *act) saveProp(p *ent.Prop, l program.Lot, by int) error {
	u := a.tx.Prop.Update().Where(prop.ID(p.ID), prop.Version(p.Version)).SetKind(p.Kind).SetName(p.Name).SetPinyin(p.Pinyin).SetNillableGroupID(p.GroupID).
		SetQuantity(l.Quantity).SetLent(l.Lent).SetMissing(l.Missing).SetCostFen(p.CostFen).SetInvoiceNo(p.InvoiceNo).SetBoughtOn(p.BoughtOn).
		SetOwner(p.Owner).SetKeptAt(p.KeptAt).SetEvents(p.Events).SetHead(p.Head).SetVersion(p.Version + by)
	if p.GroupID == nil {
		u.ClearGroupID()
	}
	n, err := u.Save(a)
	if err == nil && n != 1 {
		err = office.Refuse(office.Conflict, "", "version")
	}
	return err
}

// fillProp puts what was written on a lot.
func (a *act) fillProp(p *ent.Prop, in SavePropInput) error {
	var t texts
	p.Name = t.need("name", "C3", in.Name, 100, office.BadInput)
	p.InvoiceNo = t.may("invoiceNo", in.InvoiceNo, 60)
	p.Owner = t.need("owner", "C3", in.Owner, 60, office.BadInput)
	p.KeptAt = t.need("keptAt", "C3", in.KeptAt, 100, office.BadInput)
	cost, err := costOf("cost", in.Cost)
	t.take(err)
	p.Kind, p.CostFen, p.BoughtOn, p.GroupID = in.Kind, cost, in.BoughtOn.String(), in.GroupID
	p.Pinyin = cutBytes(spelled(p.Name, false), 300)
	if p.BoughtOn > a.today().String() {
		t.refuse(office.Refuse(office.BadInput, "C3", "boughtOn"))
	}
	if t.err != nil {
		return t.err
	}
	if in.GroupID != nil {
		return a.knowsGroup(*in.GroupID)
	}
	return nil
}

// onProp runs an act of whoever works on a lot of things, at whatever version it is.
func (d *Desk) onProp(ctx context.Context, name, id, mutation string, input any, do func(*act, *ent.Prop) error) (*PropPayload, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, err
	}
	known, err := d.Store.Read().Prop.Get(ctx, id)
	if err != nil {
		return nil, missing(err, "propId")
	}
	k, err := perform(ctx, d, known.CommunityID, name, mutation, input, func(a *act) (caseKey, error) {
		if err := a.mayServe(); err != nil {
			return caseKey{}, err
		}
		p, err := a.tx.Prop.Get(a, id)
		if err != nil {
			return caseKey{}, missing(err, "propId")
		}
		return caseKey{id}, do(a, p)
	})
	return d.propPayload(ctx, k, mutation, err)
}

func (d *Desk) propPayload(ctx context.Context, k caseKey, mutation string, err error) (*PropPayload, error) {
	if err != nil {
		return nil, err
	}
	p, err := d.Store.Read().Prop.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "propId")
	}
	return &PropPayload{p, mutation}, nil
}

// SaveProp writes down costumes or props that were bought, or changes what is said of them (C3).
func (d *Desk) SaveProp(ctx context.Context, in SavePropInput) (*PropPayload, error) {
	if in.PropID != nil {
		return d.onProp(ctx, "SAVE_PROP", *in.PropID, in.ClientMutationID, in, func(a *act, p *ent.Prop) error {
			if p.Version != in.Version {
				return office.Refuse(office.Conflict, "", "version").With("version", p.Version)
			}
			l, err := lot(p).Resize(in.Quantity)
			if err != nil {
				return err
			}
			before := p.Quantity
			if err := a.fillProp(p, in); err != nil {
				return err
			}
			if err := a.noteProp(p, casework.EventPropChanged, map[string]any{"quantity": l.Quantity, "before": before}); err != nil {
				return err
			}
			return a.saveProp(p, l, 1)
		})
	}
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "SAVE_PROP", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		if err := a.mayServe(); err != nil {
			return none, err
		}
		l, err := program.Lot{}.Resize(in.Quantity)
		if err != nil {
			return none, err
		}
		p := &ent.Prop{ID: key.Maker(key.Prop)(), CommunityID: v.Community}
		if err := a.fillProp(p, in); err != nil {
			return none, err
		}
		if err := a.noteProp(p, casework.EventPropBought, map[string]any{"quantity": l.Quantity, "cost": casework.Yuan(p.CostFen)}); err != nil {
			return none, err
		}
		return caseKey{p.ID}, a.tx.Prop.Create().SetID(p.ID).SetCommunityID(p.CommunityID).SetKind(p.Kind).SetName(p.Name).SetPinyin(p.Pinyin).
			SetNillableGroupID(p.GroupID).SetQuantity(l.Quantity).SetCostFen(p.CostFen).SetInvoiceNo(p.InvoiceNo).SetBoughtOn(p.BoughtOn).
			SetOwner(p.Owner).SetKeptAt(p.KeptAt).SetEvents(p.Events).SetHead(p.Head).Exec(a)
	})
	return d.propPayload(ctx, k, in.ClientMutationID, err)
}

// LendProp lends things to a member or somebody by name, until a day (C3).
func (d *Desk) LendProp(ctx context.Context, in LendPropInput) (*PropPayload, error) {
	return d.onProp(ctx, "LEND_PROP", in.PropID, in.ClientMutationID, in, func(a *act, p *ent.Prop) error {
		l, err := lot(p).Lend(in.Quantity)
		if err != nil {
			return err
		}
		var t texts
		to := ""
		if in.MemberID != nil {
			m, err := a.tx.Member.Query().Where(member.ID(*in.MemberID), member.CommunityID(p.CommunityID), member.LeftOn("")).Only(a)
			if err != nil {
				return missing(err, "memberId")
			}
			to = m.Name
		} else {
			to, err = person.NormaliseName(in.ToName)
			if r, ok := clause(err, "C3").(*office.Refusal); ok {
				t.refuse(&office.Refusal{Code: r.Code, Clause: r.Clause, Field: "toName", Facts: r.Facts})
			}
		}
		note := t.may("note", in.Note, longText)
		if in.DueOn.String() < a.today().String() {
			t.refuse(office.Refuse(office.BadInput, "C3", "dueOn"))
		}
		if t.err != nil {
			return t.err
		}
		made, err := a.tx.PropLoan.Create().SetCommunityID(p.CommunityID).SetPropID(p.ID).SetNillableMemberID(in.MemberID).SetToName(to).
			SetQuantity(in.Quantity).SetLentAt(a.now).SetLentByID(*a.me()).SetDueOn(in.DueOn.String()).SetNote(note).Save(a)
		if err != nil {
			return err
		}
		if err := a.noteProp(p, casework.EventPropLent, map[string]any{"loan": made.ID, "quantity": in.Quantity, "due": made.DueOn}); err != nil {
			return err
		}
		return a.saveProp(p, l, 0)
	})
}

// ReturnProp takes things back, some or all, and writes down what is missing (C3).
func (d *Desk) ReturnProp(ctx context.Context, in ReturnPropInput) (*PropPayload, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, err
	}
	known, err := d.Store.Read().PropLoan.Get(ctx, in.LoanID)
	if err != nil {
		return nil, missing(err, "loanId")
	}
	return d.onProp(ctx, "RETURN_PROP", known.PropID, in.ClientMutationID, in, func(a *act, p *ent.Prop) error {
		x, err := a.tx.PropLoan.Get(a, in.LoanID)
		if err != nil {
			return missing(err, "loanId")
		}
		l, loan, err := lot(p).Return(program.Loan{Quantity: x.Quantity, Returned: x.Returned, Missing: x.Missing}, in.Returned, in.Missing)
		if err != nil {
			return err
		}
		u := a.tx.PropLoan.UpdateOneID(x.ID).SetReturned(loan.Returned).SetMissing(loan.Missing)
		if loan.Closed() {
			u.SetClosedAt(a.now)
		}
		if err := u.Exec(a); err != nil {
			return err
		}
		if err := a.noteProp(p, casework.EventPropReturned, map[string]any{"loan": x.ID, "returned": in.Returned, "missing": in.Missing, "out": loan.Out()}); err != nil {
			return err
		}
		return a.saveProp(p, l, 0)
	})
}

// PropFilter narrows the list of things.
type PropFilter struct {
	Kinds   []program.PropKind
	GroupID *string
	// Out: some are lent now. Missing: some did not come back.
	Out, Missing *bool
}

// Props reads a page of costumes, props, instruments and equipment, by name (C3).
func (d *Desk) Props(ctx context.Context, f PropFilter, first int, after *SpelledPlace) ([]*ent.Prop, func(context.Context) (int, error), error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, nil, err
	}
	q := func() *ent.PropQuery {
		q := d.Store.Read().Prop.Query()
		if len(f.Kinds) > 0 {
			q.Where(prop.KindIn(f.Kinds...))
		}
		if f.GroupID != nil {
			q.Where(prop.GroupID(*f.GroupID))
		}
		if f.Out != nil && *f.Out {
			q.Where(prop.LentGT(0))
		}
		if f.Missing != nil && *f.Missing {
			q.Where(prop.MissingGT(0))
		}
		return q
	}
	page := q()
	if after != nil {
		page.Where(prop.Or(prop.PinyinGT(after.Pinyin), prop.And(prop.Pinyin(after.Pinyin), prop.IDGT(after.ID))))
	}
	list, err := page.WithGroup().Order(prop.ByPinyin(), prop.ByID()).Limit(first + 1).All(ctx)
	return list, func(ctx context.Context) (int, error) { return q().Count(ctx) }, err
}

// LoansOf gives the loans of a lot, those that are out first, then the latest; at most 100.
func (d *Desk) LoansOf(ctx context.Context, propID string) ([]*ent.PropLoan, error) {
	out, err := d.Store.Read().PropLoan.Query().Where(proploan.PropID(propID), proploan.ClosedAtIsNil()).WithMember().Order(proploan.ByDueOn(), proploan.ByID()).Limit(ListBound).All(ctx)
	if err != nil || len(out) == ListBound {
		return out, err
	}
	closed, err := d.Store.Read().PropLoan.Query().Where(proploan.PropID(propID), proploan.ClosedAtNotNil()).WithMember().
		Order(ent.Desc(proploan.FieldLentAt, proploan.FieldID)).Limit(ListBound - len(out)).All(ctx)
	return append(out, closed...), err
}

// LoanLate tells whether things of a loan should have been back before today.
func (d *Desk) LoanLate(ctx context.Context, l *ent.PropLoan) (bool, error) {
	o, err := d.Office(ctx, l.CommunityID)
	if err != nil {
		return false, err
	}
	return l.ClosedAt == nil && l.DueOn < d.today(o).String(), nil
}

// verifyProps looks at the things after a key: their journals are whole, and every one is in the store, out or missing (C3).
func verifyProps(ctx context.Context, client *ent.Client, last string, r *Report) (string, bool, error) {
	page, err := client.Prop.Query().Where(prop.IDGT(last)).Order(prop.ByID()).Limit(200).All(ctx)
	if err != nil || len(page) == 0 {
		return last, false, err
	}
	records, ids := make([]kept, len(page)), make([]string, len(page))
	for i, p := range page {
		records[i], ids[i] = kept{p.ID, p.Head, p.Events}, p.ID
	}
	loans, err := client.PropLoan.Query().Where(proploan.PropIDIn(ids...)).All(ctx)
	if err != nil {
		return last, false, err
	}
	out, gone := map[string]int{}, map[string]int{}
	for _, l := range loans {
		out[l.PropID] += l.Quantity - l.Returned - l.Missing
		gone[l.PropID] += l.Missing
	}
	for _, p := range page {
		if out[p.ID] != p.Lent || gone[p.ID] != p.Missing {
			r.find(p.ID, fmt.Sprintf("%d are out and %d missing; it counts %d and %d", out[p.ID], gone[p.ID], p.Lent, p.Missing))
		}
	}
	return page[len(page)-1].ID, true, verifyKept(ctx, client, records, r)
}
