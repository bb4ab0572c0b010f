package service

import (
	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/breach"
	"xinxing/ent/casefile"
	"xinxing/ent/custodypiece"
	"xinxing/ent/extension"
	"xinxing/ent/gift"
	"xinxing/ent/handover"
	"xinxing/ent/onetimenotice"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/person"
	"xinxing/internal/sheet"
)

func receptionPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	all, err := l.desk.Store.Read().CaseFile.Query().Where(l.within(casefile.FieldContactAt, after)).Order(inOrder(casefile.FieldContactAt)).
		Limit(ledgerPage).WithResident().All(l)
	if err != nil {
		return nil, nil, err
	}
	rows := make([]ledgerRow, len(all))
	for i, c := range all {
		promised := ""
		if c.PromiseID != nil {
			promised = l.time(c.DueAt)
		}
		rows[i] = ledgerRow{c.CommunityID, []any{
			c.ReceiptNo, l.time(c.ContactAt), ledgerWord(l, "Channel", c.Channel), ledgerWord(l, "Matter", c.Matter), l.visitor(c), l.phone(c),
			l.itemName(c.CommunityID, c.ItemID), c.Situation, c.Demand, l.person(c.CommunityID, c.FirstResponderID), l.postName(c.CommunityID, c.PostID),
			ledgerWord(l, "CaseStatus", c.Status), l.person(c.CommunityID, c.ResponsibleID), promised, l.maybeTime(c.ClosedAt), c.Outcome,
		}}
	}
	return rows, lastOf(all, func(c *ent.CaseFile) (any, string) { return c.ContactAt, c.ID }), nil
}

// visitor is who brought a case, for who serves residents; "" where the viewer may not know.
func (l *ledgerReader) visitor(c *ent.CaseFile) string {
	switch {
	case c == nil:
		return ""
	case c.Edges.Resident != nil:
		return c.Edges.Resident.Name
	case c.Anonymous:
		return l.say("anonymous")
	}
	return ""
}

// phone is the masked way to reach who brought a case, for whom ContactMask gives one.
func (l *ledgerReader) phone(c *ent.CaseFile) string {
	switch {
	case !l.viewer.Roles.Works() && (c.Matter == casework.MatterService || c.ResponsibleID != string(l.viewer.Staff)):
		return ""
	case c.ContactWayMask != "":
		return c.ContactWayMask
	case c.Edges.Resident != nil:
		return c.Edges.Resident.PhoneMask
	}
	return ""
}

// cases reads the cases beside which the records of a page stand, with their residents: two statements.
func (l *ledgerReader) cases(ids []string) (map[string]*ent.CaseFile, error) {
	found := make(map[string]*ent.CaseFile, len(ids))
	if len(ids) == 0 {
		return found, nil
	}
	all, err := l.desk.Store.Read().CaseFile.Query().Where(casefile.IDIn(ids...)).WithResident().All(l)
	for _, c := range all {
		found[c.ID] = c
	}
	return found, err
}

// casesOf reads the cases of records.
func casesOf[T any](l *ledgerReader, all []T, of func(T) string) (map[string]*ent.CaseFile, error) {
	var ids []string
	for _, x := range all {
		if id := of(x); id != "" {
			ids = append(ids, id)
		}
	}
	return l.cases(ids)
}

func receiptOf(c *ent.CaseFile) string {
	if c == nil {
		return ""
	}
	return c.ReceiptNo
}

func materialsPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	all, err := l.desk.Store.Read().CustodyPiece.Query().Where(l.within(custodypiece.FieldTakenAt, after)).Order(inOrder(custodypiece.FieldTakenAt)).
		Limit(ledgerPage).All(l)
	if err != nil {
		return nil, nil, err
	}
	cases, err := casesOf(l, all, func(p *ent.CustodyPiece) string { return p.CaseID })
	if err != nil {
		return nil, nil, err
	}
	rows := make([]ledgerRow, len(all))
	for i, p := range all {
		c := cases[p.CaseID]
		signed := p.SignedBy
		if !l.viewer.Roles.Works() {
			signed = person.MaskName(signed)
		}
		report := maybeWord(l, "PieceState", p.ReportedAs)
		if report != "" && p.Report != "" {
			report = l.words.Say("reported", map[string]any{"as": report, "report": p.Report})
		}
		rows[i] = ledgerRow{p.CommunityID, []any{
			receiptOf(c), l.time(p.TakenAt), l.visitor(c), p.Name, ledgerWord(l, "MaterialForm", p.Form), p.Count, p.Condition, p.Place,
			l.person(p.CommunityID, p.TakenByID), ledgerWord(l, "PieceState", p.State), l.maybeTime(p.ReturnedAt),
			l.maybePerson(p.CommunityID, p.ReturnedByID), signed, report,
		}}
	}
	return rows, lastOf(all, func(p *ent.CustodyPiece) (any, string) { return p.TakenAt, p.ID }), nil
}

func noticesPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	all, err := l.desk.Store.Read().OneTimeNotice.Query().Where(l.within(onetimenotice.FieldGivenAt, after)).Order(inOrder(onetimenotice.FieldGivenAt)).
		Limit(ledgerPage).All(l)
	if err != nil {
		return nil, nil, err
	}
	cases, err := casesOf(l, all, func(n *ent.OneTimeNotice) string { return n.CaseID })
	if err != nil {
		return nil, nil, err
	}
	rows := make([]ledgerRow, len(all))
	for i, n := range all {
		c := cases[n.CaseID]
		rows[i] = ledgerRow{n.CommunityID, []any{
			receiptOf(c), l.time(n.GivenAt), l.visitor(c), l.itemName(n.CommunityID, &n.ItemID), l.join(n.Missing), ledgerWord(l, "TellWay", n.ToldWay),
			l.person(n.CommunityID, n.GivenByID), n.Number, n.Reason,
		}}
	}
	return rows, lastOf(all, func(n *ent.OneTimeNotice) (any, string) { return n.GivenAt, n.ID }), nil
}

func handOversPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	all, err := l.desk.Store.Read().HandOver.Query().Where(l.within(handover.FieldOfferedAt, after)).Order(inOrder(handover.FieldOfferedAt)).
		Limit(ledgerPage).WithCase().All(l)
	if err != nil {
		return nil, nil, err
	}
	rows := make([]ledgerRow, len(all))
	for i, h := range all {
		rows[i] = ledgerRow{h.CommunityID, []any{
			receiptOf(h.Edges.Case), l.time(h.OfferedAt), l.person(h.CommunityID, h.FromID), l.person(h.CommunityID, h.ToID), h.Explanation, l.time(h.AnswerBy),
			ledgerWord(l, "HandOverState", h.State), l.maybeTime(h.AnsweredAt), h.ReturnReason,
		}}
	}
	return rows, lastOf(all, func(h *ent.HandOver) (any, string) { return h.OfferedAt, h.ID }), nil
}

// standInsPage gives a row for each hand-over list of an absence, and one for an absence without any.
func standInsPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	all, err := l.desk.Store.Read().Absence.Query().Where(l.within(absence.FieldFromAt, after)).Order(inOrder(absence.FieldFromAt)).
		Limit(ledgerPage).WithLists().All(l)
	if err != nil {
		return nil, nil, err
	}
	var rows []ledgerRow
	for _, ab := range all {
		reason := ab.Reason
		if !l.desk.MaySeeReason(l, ab) {
			reason = ""
		}
		lists := ab.Edges.Lists
		if len(lists) == 0 {
			lists = []*ent.PostHandOver{{}}
		}
		for _, list := range lists {
			post := l.postName(ab.CommunityID, list.PostID)
			if list.ID != "" && list.PostID == nil {
				post = l.say("ofNoPost")
			}
			things := make([]string, len(list.Things))
			for i, t := range list.Things {
				things[i] = t.Name
			}
			rows = append(rows, ledgerRow{ab.CommunityID, []any{
				l.person(ab.CommunityID, ab.StaffID), ledgerWord(l, "AbsenceKind", ab.Kind), l.time(ab.FromAt), l.maybeTime(ab.UntilAt), reason,
				ledgerWord(l, "AbsenceState", ab.State), post, l.person(ab.CommunityID, list.ToID), l.join(things), l.maybeTime(list.WrittenAt),
				l.maybeTime(list.AcceptedAt), l.maybePerson(ab.CommunityID, ab.DecidedByID), l.maybeTime(ab.DecidedAt),
			}})
		}
	}
	return rows, lastOf(all, func(ab *ent.Absence) (any, string) { return ab.FromAt, ab.ID }), nil
}

func extensionsPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	all, err := l.desk.Store.Read().Extension.Query().Where(l.within(extension.FieldAskedAt, after)).Order(inOrder(extension.FieldAskedAt)).
		Limit(ledgerPage).WithCase().All(l)
	if err != nil {
		return nil, nil, err
	}
	rows := make([]ledgerRow, len(all))
	for i, e := range all {
		rows[i] = ledgerRow{e.CommunityID, []any{
			receiptOf(e.Edges.Case), l.time(e.AskedAt), l.person(e.CommunityID, e.AskedByID), e.Reason, e.WorkingDays, l.time(e.OldDueAt), l.time(e.NewDueAt),
			ledgerWord(l, "ExtensionState", e.State), l.maybePerson(e.CommunityID, e.DecidedByID), l.maybeTime(e.DecidedAt), e.DecisionReason,
			l.maybeTime(e.ToldAt), l.maybePerson(e.CommunityID, e.ToldByID), maybeWord(l, "TellWay", e.ToldWay),
		}}
	}
	return rows, lastOf(all, func(e *ent.Extension) (any, string) { return e.AskedAt, e.ID }), nil
}

// breachesPage tells nothing of who reported a breach.
func breachesPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	all, err := l.desk.Store.Read().Breach.Query().Where(l.within(breach.FieldFoundAt, after)).Order(inOrder(breach.FieldFoundAt)).
		Limit(ledgerPage).All(l)
	if err != nil {
		return nil, nil, err
	}
	cases, err := casesOf(l, all, func(b *ent.Breach) string { return b.CaseID })
	if err != nil {
		return nil, nil, err
	}
	rows := make([]ledgerRow, len(all))
	for i, b := range all {
		statement := b.Statement
		if b.Waived {
			statement = l.say("waived")
		}
		rows[i] = ledgerRow{b.CommunityID, []any{
			l.time(b.FoundAt), receiptOf(cases[b.CaseID]), l.person(b.CommunityID, b.PersonID), ledgerWord(l, "BreachKind", b.Kind), b.Clause,
			ledgerWord(l, "BreachState", b.State), statement, maybeWord(l, "Measure", b.Measure), l.maybePerson(b.CommunityID, b.DecidedByID),
			l.maybeTime(b.DecidedAt), b.DecisionReason, l.maybeTime(b.CarriedOutAt), b.Proof, b.Appeal,
			maybeWord(l, "AppealOutcome", b.AppealOutcome), l.maybeTime(b.ClosedAt),
		}}
	}
	return rows, lastOf(all, func(b *ent.Breach) (any, string) { return b.FoundAt, b.ID }), nil
}

func giftsPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	all, err := l.desk.Store.Read().Gift.Query().Where(l.within(gift.FieldFoundAt, after)).Order(inOrder(gift.FieldFoundAt)).
		Limit(ledgerPage).WithReturns().All(l)
	if err != nil {
		return nil, nil, err
	}
	rows := make([]ledgerRow, len(all))
	for i, g := range all {
		returns := make([]string, len(g.Edges.Returns))
		for n, r := range g.Edges.Returns {
			returns[n] = l.words.Say("giftReturn", map[string]any{
				"at": l.time(r.ReturnedAt), "way": ledgerWord(l, "ReturnWay", r.Way), "amount": casework.Yuan(r.AmountFen), "proof": r.Proof,
			})
		}
		rows[i] = ledgerRow{g.CommunityID, []any{
			l.time(g.FoundAt), l.person(g.CommunityID, g.PersonID), ledgerWord(l, "GiftKind", g.Kind), g.What, g.Giver, sheet.Amount(g.ValueFen),
			sheet.Amount(g.ReturnedFen), l.join(returns), l.maybeTime(g.ClosedAt), l.person(g.CommunityID, g.RegisteredByID), l.time(g.RegisteredAt),
		}}
	}
	return rows, lastOf(all, func(g *ent.Gift) (any, string) { return g.FoundAt, g.ID }), nil
}
