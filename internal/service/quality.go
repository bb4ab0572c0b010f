package service

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"xinxing/ent"
	"xinxing/ent/casefile"
	"xinxing/ent/charge"
	"xinxing/ent/custodypiece"
	"xinxing/ent/onetimenotice"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
)

// fen reads an amount that was written by yuan; 0 for none.
func fen(yuan string) int {
	n, err := strconv.Atoi(strings.ReplaceAll(yuan, ".", ""))
	if err != nil {
		return 0
	}
	return n
}

// found is a breach as it is opened: who, what, and what it was found in, which opens one breach and no more.
type found struct {
	kind   casework.BreachKind
	clause string
	person string
	// alarm or in is what found it; by, whoever reported it.
	alarm, in, by *string
	facts         map[string]any
}

// breach opens a breach with its facts, and tells the person and whoever stands above.
func (a *act) breach(c *ent.CaseFile, f found) (*ent.Breach, error) {
	b, err := a.tx.Breach.Create().SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetKind(f.kind).SetClause(f.clause).
		SetPersonID(f.person).SetFoundAt(a.now).SetNillableAlarmID(f.alarm).SetNillableFoundIn(f.in).SetNillableReportedByID(f.by).
		SetFacts(f.facts).Save(a)
	if err != nil {
		return nil, err
	}
	facts := map[string]any{"breach": f.kind, "person": f.person, "clause": f.clause}
	if f.by != nil {
		said, _ := f.facts["said"].(string)
		return b, a.note(c, casework.EventBreachReported, said, facts, a.office.Roster.Superior(duty.StaffID(f.person)))
	}
	return b, a.note(c, casework.EventBreachFound, "", facts, duty.StaffID(f.person), a.office.Roster.Above(duty.StaffID(f.person)))
}

// notice gives the one-time notice (Q3) and tells what it names. A second one needs a reason and is the breach of whoever
// gave the first, which the caller opens once the notice stands in the journal; nil where it is the one notice.
func (a *act) notice(c *ent.CaseFile, named []string, reason *string, way casework.TellWay) ([]string, *found, error) {
	if len(named) == 0 || len(named) > 50 {
		return nil, nil, office.Refuse(office.NeedsMaterials, "Q3", "missing")
	}
	var t texts
	missing := make([]string, len(named))
	for i, m := range named {
		missing[i] = t.need(fmt.Sprintf("missing.%d", i), "Q3", m, shortText, office.NeedsMaterials)
	}
	why := ""
	if reason != nil {
		why = t.may("reason", *reason, longText)
	}
	if t.err != nil {
		return nil, nil, t.err
	}
	earlier, givers, err := a.earlierNotices(c)
	if err != nil {
		return nil, nil, err
	}
	repeats := casework.Repeats(earlier, missing)
	if repeats != nil && why == "" {
		return nil, nil, office.Refuse(office.SecondNotice, "Q3", "reason").With("named", repeats.Missing)
	}
	if repeats == nil {
		why = "" // the one notice needs none
	}
	create := a.tx.OneTimeNotice.Create().SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetNumber(c.Notices + 1).
		SetNillableResidentID(c.ResidentID).SetItemID(*c.ItemID).SetMissing(missing).SetReason(why).SetToldWay(way).
		SetGivenByID(string(a.actor.ID)).SetGivenAt(a.now)
	if repeats != nil {
		create.SetRepeatsID(repeats.ID)
	}
	n, err := create.Save(a)
	if err != nil {
		return nil, nil, err
	}
	c.Notices++
	if repeats == nil {
		return missing, nil, nil
	}
	return missing, &found{
		kind: casework.BreachSecondNotice, clause: "Q3", person: givers[repeats.ID], in: &n.ID,
		facts: map[string]any{"missing": missing, "named": repeats.Missing, "reason": why, "notice": n.Number},
	}, nil
}

// earlierNotices finds the notices that the resident got for the same version of the item: on this case, and on others
// that came to no end.
func (a *act) earlierNotices(c *ent.CaseFile) ([]casework.EarlierNotice, map[string]string, error) {
	mine := onetimenotice.CaseID(c.ID)
	if c.ResidentID != nil {
		mine = onetimenotice.Or(mine, onetimenotice.And(onetimenotice.CommunityID(c.CommunityID),
			onetimenotice.ResidentID(*c.ResidentID), onetimenotice.ItemID(*c.ItemID)))
	}
	all, err := a.tx.OneTimeNotice.Query().Where(mine).Order(onetimenotice.ByGivenAt(), onetimenotice.ByID()).Limit(ListBound).All(a)
	if err != nil || len(all) == 0 {
		return nil, nil, err
	}
	ids := []string{}
	for _, n := range all {
		ids = append(ids, n.CaseID)
	}
	ended, err := a.tx.CaseFile.Query().
		Where(casefile.IDIn(ids...), casefile.StatusIn(casework.Completed, casework.ResolvedOnSpot)).IDs(a)
	if err != nil {
		return nil, nil, err
	}
	var out []casework.EarlierNotice
	givers := map[string]string{}
	for _, n := range all {
		if n.CaseID != c.ID && slices.Contains(ended, n.CaseID) {
			continue
		}
		out = append(out, casework.EarlierNotice{ID: n.ID, Missing: n.Missing, Same: n.CaseID == c.ID})
		givers[n.ID] = n.GivenByID
	}
	return out, givers, nil
}

// NoticeAgain is Q3: a further notice on the same case, with its reason; the breach is recorded, and a promise that runs
// holds.
func (d *Desk) NoticeAgain(ctx context.Context, in NoticeAgainInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActNoticeAgain, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		if strings.TrimSpace(in.Reason) == "" {
			return office.Refuse(office.SecondNotice, "Q3", "reason")
		}
		named, second, err := a.notice(c, in.Missing, &in.Reason, in.ToldWay)
		if err != nil {
			return err
		}
		for _, m := range named {
			if !slices.Contains(c.MissingMaterials, m) {
				c.MissingMaterials = append(c.MissingMaterials, m)
			}
		}
		if err := a.note(c, casework.EventNoticedAgain, in.Reason, map[string]any{"missing": named, "toldWay": in.ToldWay}); err != nil || second == nil {
			return err
		}
		_, err = a.breach(c, *second)
		return err
	})
}

// ReceiveSome is Q3: some of what was missing is here; the last of it starts the promise and is ReceiveMaterials. Where a
// promise runs already, what a further notice named may come in whole.
func (d *Desk) ReceiveSome(ctx context.Context, in ReceiveSomeInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActReceiveSome, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		left, unknown := casework.Without(c.MissingMaterials, in.Received)
		switch {
		case unknown != "":
			return office.Refuse(office.NotFound, "Q3", "received").With("name", unknown)
		case len(in.Received) == 0 || len(left) == 0 && c.Status == casework.AwaitingMaterials:
			return office.Refuse(office.BadInput, "Q4", "received")
		}
		c.MissingMaterials = left
		return a.note(c, casework.EventMaterialsPartly, "", map[string]any{"received": in.Received, "missing": left})
	})
}

// Withdraw ends a case whose missing materials will not come: the resident gave it up, or stayed away though asked again.
func (d *Desk) Withdraw(ctx context.Context, in WithdrawInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActWithdraw, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		if c.Outcome = t.need("reason", "Q3", in.Reason, longText, office.NeedsReason); t.err != nil {
			return t.err
		}
		if err := a.close(c); err != nil {
			return err
		}
		return a.note(c, casework.EventWithdrawn, c.Outcome, nil)
	})
}

// mostPieces bounds what one act takes into custody, and a case altogether.
const mostPieces = 50

// TakePieces is A5: originals are taken in piece by piece, each with its count, condition and place.
func (d *Desk) TakePieces(ctx context.Context, in TakePiecesInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActTakePieces, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		if len(in.Pieces) == 0 || c.Pieces+len(in.Pieces) > mostPieces {
			return office.Refuse(office.LimitExceeded, "A5", "pieces").With("limit", mostPieces)
		}
		var t texts
		var rows []*ent.CustodyPieceCreate
		names := []string{}
		for i, p := range in.Pieces {
			field := fmt.Sprintf("pieces.%d.", i)
			name := t.need(field+"name", "A5", p.Name, shortText, office.BadInput)
			condition := t.may(field+"condition", p.Condition, shortText)
			place := t.need(field+"place", "A5", p.Place, shortText, office.BadInput)
			switch {
			case t.err != nil:
				return t.err
			case p.Count < 1 || p.Count > 999:
				return office.Refuse(office.BadInput, "A5", field+"count")
			case !slices.Contains(p.Form.Values(), string(p.Form)):
				return office.Refuse(office.BadInput, "A5", field+"form")
			}
			rows = append(rows, a.tx.CustodyPiece.Create().SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetName(name).SetForm(p.Form).
				SetCount(p.Count).SetCondition(condition).SetPlace(place).SetState(casework.PieceHeld).SetTakenAt(a.now).
				SetTakenByID(string(a.actor.ID)))
			names = append(names, fmt.Sprintf("%s × %d", name, p.Count))
		}
		if err := a.tx.CustodyPiece.CreateBulk(rows...).Exec(a); err != nil {
			return err
		}
		c.Pieces += len(rows)
		c.PiecesHeld += len(rows)
		return a.note(c, casework.EventPiecesTaken, "", map[string]any{"pieces": names})
	})
}

func (a *act) piece(c *ent.CaseFile, id string) (*ent.CustodyPiece, error) {
	p, err := a.tx.CustodyPiece.Query().Where(custodypiece.ID(id), custodypiece.CaseID(c.ID)).Only(a)
	return p, missing(err, "pieceId")
}

// ReturnPiece is A5: a piece is handed back against a signature; one that was reported lost may have been found again.
func (d *Desk) ReturnPiece(ctx context.Context, in ReturnPieceInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActReturnPiece, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		signed := t.need("signedBy", "A5", in.SignedBy, 100, office.BadInput)
		if t.err != nil {
			return t.err
		}
		p, err := a.piece(c, in.PieceID)
		if err != nil {
			return err
		}
		if p.State == casework.PieceReturned {
			return office.Refuse(office.AlreadyDone, "A5", "pieceId")
		}
		if p.State != casework.PieceLost {
			c.PiecesHeld--
		}
		if err := p.Update().SetState(casework.PieceReturned).SetReturnedAt(a.now).SetReturnedByID(string(a.actor.ID)).
			SetSignedBy(signed).Exec(a); err != nil {
			return err
		}
		return a.note(c, casework.EventPieceReturned, "", map[string]any{"piece": p.Name, "count": p.Count, "signedBy": signed})
	})
}

// ReportPiece is A5: loss or damage is reported on the piece itself and opens one breach of whoever has the case.
func (d *Desk) ReportPiece(ctx context.Context, in ReportPieceInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActReportPiece, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		said := t.need("facts", "A5", in.Facts, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		kind, ok := map[casework.PieceState]casework.BreachKind{
			casework.PieceLost: casework.BreachMaterialLost, casework.PieceDamaged: casework.BreachMaterialDamaged,
		}[in.As]
		if !ok {
			return office.Refuse(office.BadInput, "A5", "as")
		}
		p, err := a.piece(c, in.PieceID)
		if err != nil {
			return err
		}
		if p.State != casework.PieceHeld {
			return office.Refuse(office.AlreadyDone, "A5", "pieceId")
		}
		if in.As == casework.PieceLost {
			c.PiecesHeld--
		}
		if err := p.Update().SetState(in.As).SetReportedAs(in.As).SetReport(said).SetReportedAt(a.now).
			SetReportedByID(string(a.actor.ID)).Exec(a); err != nil {
			return err
		}
		if err := a.note(c, casework.EventPieceReported, said, map[string]any{"piece": p.Name, "count": p.Count, "as": in.As},
			duty.StaffID(c.HolderID)); err != nil {
			return err
		}
		_, err = a.breach(c, found{
			kind: kind, clause: "A5", person: c.HolderID, in: &p.ID,
			facts: map[string]any{"piece": p.Name, "count": p.Count, "place": p.Place, "said": said, "reportedBy": string(a.actor.ID)},
		})
		return err
	})
}

// Charge is A6: what a resident pays, never more altogether than the item's standard.
func (d *Desk) Charge(ctx context.Context, in ChargeInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActCharge, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		amount, err := yuan("amount", in.Amount)
		if err != nil {
			return err
		}
		var t texts
		bill := t.may("billNo", in.BillNo, 60)
		n, standard := fen(amount), FactsOf(a.office, c).Item.FeeFen
		switch {
		case t.err != nil:
			return t.err
		case n == 0:
			return office.Refuse(office.BadInput, "A6", "amount")
		case c.ChargedFen+n > standard:
			return office.Refuse(office.OverStandard, "A6", "amount").With("standard", casework.Yuan(standard)).With("charged", casework.Yuan(c.ChargedFen))
		}
		if err := a.tx.Charge.Create().SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetAmountFen(n).SetBillNo(bill).
			SetChargedAt(a.now).SetChargedByID(string(a.actor.ID)).Exec(a); err != nil {
			return err
		}
		c.ChargedFen += n
		return a.note(c, casework.EventCharged, "", map[string]any{"amount": amount, "billNo": bill, "standard": casework.Yuan(standard)})
	})
}

// Notices reads the one-time notices of a case, in their order. The case counts them: most have none, and ask for nothing.
func (d *Desk) Notices(ctx context.Context, c *ent.CaseFile) ([]*ent.OneTimeNotice, error) {
	return noticesOf(ctx, d.Store.Read(), c)
}

func noticesOf(ctx context.Context, client *ent.Client, c *ent.CaseFile) ([]*ent.OneTimeNotice, error) {
	if c.Notices == 0 {
		return []*ent.OneTimeNotice{}, nil
	}
	return client.OneTimeNotice.Query().Where(onetimenotice.CaseID(c.ID)).Order(onetimenotice.ByNumber()).Limit(ListBound).All(ctx)
}

// Pieces reads the pieces that were taken into custody, oldest first.
func (d *Desk) Pieces(ctx context.Context, c *ent.CaseFile) ([]*ent.CustodyPiece, error) {
	if c.Pieces == 0 {
		return []*ent.CustodyPiece{}, nil
	}
	return d.Store.Read().CustodyPiece.Query().Where(custodypiece.CaseID(c.ID)).
		Order(custodypiece.ByTakenAt(), custodypiece.ByID()).Limit(ListBound).All(ctx)
}

// Charges reads what was paid, oldest first.
func (d *Desk) Charges(ctx context.Context, c *ent.CaseFile) ([]*ent.Charge, error) {
	if c.ChargedFen == 0 {
		return []*ent.Charge{}, nil
	}
	return d.Store.Read().Charge.Query().Where(charge.CaseID(c.ID)).Order(charge.ByChargedAt(), charge.ByID()).Limit(ListBound).All(ctx)
}
