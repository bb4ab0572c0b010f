package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
)

// materialName is what the page asks of a material.
type materialName struct {
	Name string `json:"name"`
}

type (
	person struct {
		ID    string `json:"id"`
		Name  string `json:"name"`
		Title string `json:"title"`
		Duty  string `json:"duty"`
	}
	residentOfCase struct {
		ID             string   `json:"id"`
		Name           string   `json:"name"`
		Sex            string   `json:"sex"`
		BirthDate      string   `json:"birthDate"`
		PhoneMasked    *string  `json:"phoneMasked"`
		IDNumberMasked *string  `json:"idNumberMasked"`
		Address        string   `json:"address"`
		Tags           []string `json:"tags"`
	}
	itemOfCase struct {
		ID               string            `json:"id"`
		Code             string            `json:"code"`
		Version          int               `json:"version"`
		Name             string            `json:"name"`
		Kind             casework.ItemKind `json:"kind"`
		LimitDays        int               `json:"limitDays"`
		Immediate        bool              `json:"immediate"`
		Fee              string            `json:"fee"`
		Materials        []materialName    `json:"materials"`
		LegalBasis       string            `json:"legalBasis"`
		MaxExtensions    int               `json:"maxExtensions"`
		MaxExtensionDays int               `json:"maxExtensionDays"`
	}
	postOfCase struct {
		ID     string `json:"id"`
		Name   string `json:"name"`
		Window string `json:"window"`
		A      person `json:"a"`
		B      person `json:"b"`
		OnDuty *named `json:"onDuty"`
	}
	departmentOfCase struct {
		ID      string `json:"id"`
		Name    string `json:"name"`
		Address string `json:"address"`
		Phone   string `json:"phone"`
		Hours   string `json:"hours"`
		Website string `json:"website"`
	}
	stepOfPromise struct {
		Date        workday.Date   `json:"date"`
		Counted     bool           `json:"counted"`
		Ordinal     int            `json:"ordinal"`
		Reason      workday.Reason `json:"reason"`
		Name        string         `json:"name"`
		Provisional bool           `json:"provisional"`
	}
	explanationOfPromise struct {
		From        workday.Date    `json:"from"`
		WorkingDays int             `json:"workingDays"`
		DueAt       time.Time       `json:"dueAt"`
		Provisional bool            `json:"provisional"`
		Steps       []stepOfPromise `json:"steps"`
	}
	promiseOfCase struct {
		ID          string               `json:"id"`
		Number      int                  `json:"number"`
		MadeAt      time.Time            `json:"madeAt"`
		MadeBy      *named               `json:"madeBy"`
		StartAt     time.Time            `json:"startAt"`
		WorkingDays int                  `json:"workingDays"`
		DueAt       time.Time            `json:"dueAt"`
		Provisional bool                 `json:"provisional"`
		ToldAt      time.Time            `json:"toldAt"`
		ToldWay     string               `json:"toldWay"`
		Origin      string               `json:"origin"`
		Current     bool                 `json:"current"`
		Result      *string              `json:"result"`
		Explanation explanationOfPromise `json:"explanation"`
	}
	handOverOfCase struct {
		ID           string     `json:"id"`
		From         named      `json:"from"`
		To           named      `json:"to"`
		Explanation  string     `json:"explanation"`
		OfferedAt    time.Time  `json:"offeredAt"`
		AnswerBy     time.Time  `json:"answerBy"`
		State        string     `json:"state"`
		AnsweredAt   *time.Time `json:"answeredAt"`
		ReturnReason *string    `json:"returnReason"`
	}
	extensionOfCase struct {
		ID             string     `json:"id"`
		AskedBy        named      `json:"askedBy"`
		AskedAt        time.Time  `json:"askedAt"`
		Reason         string     `json:"reason"`
		WorkingDays    int        `json:"workingDays"`
		OldDueAt       time.Time  `json:"oldDueAt"`
		NewDueAt       time.Time  `json:"newDueAt"`
		State          string     `json:"state"`
		DecidedBy      *named     `json:"decidedBy"`
		DecidedAt      *time.Time `json:"decidedAt"`
		DecisionReason *string    `json:"decisionReason"`
		ToldAt         *time.Time `json:"toldAt"`
		ToldBy         *named     `json:"toldBy"`
		ToldWay        *string    `json:"toldWay"`
	}
	breachOfCase struct {
		ID         string         `json:"id"`
		Kind       string         `json:"kind"`
		Clause     string         `json:"clause"`
		Person     named          `json:"person"`
		FoundAt    time.Time      `json:"foundAt"`
		ReportedBy *named         `json:"reportedBy"`
		Facts      map[string]any `json:"facts"`
	}
	caseNode struct {
		ID                  string            `json:"id"`
		ReceiptNo           string            `json:"receiptNo"`
		Version             int               `json:"version"`
		Status              casework.Status   `json:"status"`
		Channel             string            `json:"channel"`
		ContactAt           time.Time         `json:"contactAt"`
		DueAt               time.Time         `json:"dueAt"`
		MissingMaterials    []string          `json:"missingMaterials"`
		MaterialsCompleteAt *time.Time        `json:"materialsCompleteAt"`
		Item                *itemOfCase       `json:"item"`
		Post                *postOfCase       `json:"post"`
		Responsible         person            `json:"responsible"`
		Extension           *extensionOfCase  `json:"extension"`
		Open                bool              `json:"open"`
		OpenedAt            time.Time         `json:"openedAt"`
		ClosedAt            *time.Time        `json:"closedAt"`
		FirstResponder      person            `json:"firstResponder"`
		ResponsibleRole     string            `json:"responsibleRole"`
		Holder              person            `json:"holder"`
		Anonymous           bool              `json:"anonymous"`
		ContactWayMasked    *string           `json:"contactWayMasked"`
		Resident            *residentOfCase   `json:"resident"`
		Situation           string            `json:"situation"`
		Demand              string            `json:"demand"`
		Outcome             *string           `json:"outcome"`
		GuidedTo            *departmentOfCase `json:"guidedTo"`
		Clock               string            `json:"clock"`
		Provisional         bool              `json:"provisional"`
		WorkingSecondsLeft  int               `json:"workingSecondsLeft"`
		Standing            casework.Standing `json:"standing"`
		Extended            bool              `json:"extended"`
		Promise             *promiseOfCase    `json:"promise"`
		Promises            []promiseOfCase   `json:"promises"`
		HandOver            *struct {
			ID string `json:"id"`
		} `json:"handOver"`
		HandOvers       []handOverOfCase  `json:"handOvers"`
		Report          any               `json:"report"`
		Extensions      []extensionOfCase `json:"extensions"`
		Breaches        []breachOfCase    `json:"breaches"`
		CallBackAskedAt *time.Time        `json:"callBackAskedAt"`
		CallBackResult  *string           `json:"callBackResult"`
		AllowedActs     []casework.Act    `json:"allowedActs"`
	}
)

const caseSQL = `SELECT c.id, c.receipt_no, c.version, c.status, c.channel, c.contact_at, c.due_at, c.missing_materials, c.materials_complete_at,
  c.open, c.opened_at, c.closed_at, c.responsible_role, c.anonymous, c.contact_way_mask, c.situation, c.demand, c.outcome, c.clock,
  c.provisional, c.soon_at, c.extended, c.call_back_asked_at, c.call_back_result, c.promise_id, c.offer_to_id, c.report_to_id,
  c.extension_by_id, c.extension_state, c.extensions_used,
  f.id, f.name, f.title, s.id, s.name, s.title, h.id, h.name, h.title,
  r.id, r.name, r.sex, r.birth_date, r.phone_mask, r.id_number_mask, r.address, r.tags,
  i.id, i.code, i.version, i.name, i.kind, i.limit_days, i.immediate, i.fee, i.materials, i.legal_basis, i.max_extensions, i.max_extension_days,
  p.id, p.name, p."window", a.id, a.name, a.title, b.id, b.name, b.title,
  d.id, d.name, d.address, d.phone, d.hours, d.website
FROM cases c
JOIN staff f ON f.id = c.first_responder_id
JOIN staff s ON s.id = c.responsible_id
JOIN staff h ON h.id = c.holder_id
LEFT JOIN residents r ON r.id = c.resident_id
LEFT JOIN items i ON i.id = c.item_id
LEFT JOIN posts p ON p.id = c.post_id
LEFT JOIN staff a ON a.id = p.a_id
LEFT JOIN staff b ON b.id = p.b_id
LEFT JOIN departments d ON d.id = c.department_id
WHERE c.community_id = $1 AND c.receipt_no = $2`

const promisesSQL = `SELECT p.id, p.number, p.made_at, s.id, s.name, p.start_at, p.working_days, p.due_at, p.provisional, p.told_at, p.told_way,
  p.origin, p.result, p.explanation FROM promises p LEFT JOIN staff s ON s.id = p.made_by_id WHERE p.case_id = $1 ORDER BY p.number LIMIT 100`

const handOversSQL = `SELECT o.id, f.id, f.name, t.id, t.name, o.explanation, o.offered_at, o.answer_by, o.state, o.answered_at, o.return_reason
FROM hand_overs o JOIN staff f ON f.id = o.from_id JOIN staff t ON t.id = o.to_id WHERE o.case_id = $1 ORDER BY o.offered_at, o.id LIMIT 100`

const extensionsSQL = `SELECT x.id, q.id, q.name, x.asked_at, x.reason, x.working_days, x.old_due_at, x.new_due_at, x.state, d.id, d.name,
  x.decided_at, x.decision_reason, x.told_at, t.id, t.name, x.told_way FROM extensions x JOIN staff q ON q.id = x.asked_by_id
LEFT JOIN staff d ON d.id = x.decided_by_id LEFT JOIN staff t ON t.id = x.told_by_id WHERE x.case_id = $1 ORDER BY x.asked_at, x.id LIMIT 100`

const breachesSQL = `SELECT b.id, b.kind, b.clause, p.id, p.name, b.found_at, r.id, r.name, b.facts FROM breaches b
JOIN staff p ON p.id = b.person_id LEFT JOIN staff r ON r.id = b.reported_by_id WHERE b.case_id = $1 ORDER BY b.found_at, b.id LIMIT 100`

// caseSheet asks for the case with all that it names in one statement, and for its lists in one each.
func (r *reference) caseSheet(ctx context.Context, v *viewer, raw json.RawMessage) (any, error) {
	var in struct{ ReceiptNo string }
	if err := json.Unmarshal(raw, &in); err != nil {
		return nil, err
	}
	s, err := r.prepared(r.read, caseSQL)
	if err != nil {
		return nil, err
	}
	var n caseNode
	var soon time.Time
	var missing []byte
	var way, outcome, called string
	var promise, offer, report, asker, asked *string
	var used int
	var res, resName, sex, birth, phone, number, address sql.NullString
	var tags, materials []byte
	var item, code, itemName, kind, fee, basis sql.NullString
	var version, limit, maxExt, maxDays sql.NullInt64
	var immediate sql.NullBool
	var post, postName, window, a, aName, aTitle, b, bName, bTitle sql.NullString
	var dep, depName, depAddress, depPhone, depHours, depWeb sql.NullString
	if err := s.QueryRowContext(ctx, r.office.Community.ID, in.ReceiptNo).Scan(&n.ID, &n.ReceiptNo, &n.Version, &n.Status, &n.Channel,
		&n.ContactAt, &n.DueAt, &missing, &n.MaterialsCompleteAt, &n.Open, &n.OpenedAt, &n.ClosedAt, &n.ResponsibleRole, &n.Anonymous,
		&way, &n.Situation, &n.Demand, &outcome, &n.Clock, &n.Provisional, &soon, &n.Extended, &n.CallBackAskedAt, &called, &promise,
		&offer, &report, &asker, &asked, &used,
		&n.FirstResponder.ID, &n.FirstResponder.Name, &n.FirstResponder.Title,
		&n.Responsible.ID, &n.Responsible.Name, &n.Responsible.Title,
		&n.Holder.ID, &n.Holder.Name, &n.Holder.Title,
		&res, &resName, &sex, &birth, &phone, &number, &address, &tags,
		&item, &code, &version, &itemName, &kind, &limit, &immediate, &fee, &materials, &basis, &maxExt, &maxDays,
		&post, &postName, &window, &a, &aName, &aTitle, &b, &bName, &bTitle,
		&dep, &depName, &depAddress, &depPhone, &depHours, &depWeb); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(missing, &n.MissingMaterials); err != nil {
		return nil, err
	}
	n.ContactAt, n.DueAt, n.OpenedAt, n.ClosedAt = n.ContactAt.UTC(), n.DueAt.UTC(), n.OpenedAt.UTC(), utc(n.ClosedAt)
	n.MaterialsCompleteAt, n.CallBackAskedAt = utc(n.MaterialsCompleteAt), utc(n.CallBackAskedAt)
	n.ContactWayMasked, n.Outcome, n.CallBackResult = orNil(way), orNil(outcome), orNil(called)
	for _, p := range []*person{&n.FirstResponder, &n.Responsible, &n.Holder} {
		p.Duty = r.dutyOf(p.ID)
	}
	if res.Valid {
		n.Resident = &residentOfCase{ID: res.String, Name: resName.String, Sex: sex.String, BirthDate: birth.String,
			PhoneMasked: orNil(phone.String), IDNumberMasked: orNil(number.String), Address: address.String}
		if err := json.Unmarshal(tags, &n.Resident.Tags); err != nil {
			return nil, err
		}
	}
	facts := casework.Facts{Status: n.Status, FirstResponder: duty.StaffID(n.FirstResponder.ID), Holder: duty.StaffID(n.Holder.ID),
		Responsible: duty.StaffID(n.Responsible.ID), ContactAt: n.ContactAt, MaterialsCompleteAt: n.MaterialsCompleteAt, DueAt: n.DueAt,
		ExtensionsUsed: used, CallBackAsked: n.CallBackAskedAt != nil, CallBackDone: called != ""}
	if item.Valid {
		n.Item = &itemOfCase{item.String, code.String, int(version.Int64), itemName.String, casework.ItemKind(kind.String), int(limit.Int64),
			immediate.Bool, fee.String, nil, basis.String, int(maxExt.Int64), int(maxDays.Int64)}
		if err := json.Unmarshal(materials, &n.Item.Materials); err != nil {
			return nil, err
		}
		facts.Item = &casework.ItemFacts{Kind: n.Item.Kind, LimitDays: n.Item.LimitDays, Immediate: n.Item.Immediate,
			MaxExtensions: n.Item.MaxExtensions, MaxExtensionDays: n.Item.MaxExtensionDays}
	}
	if post.Valid {
		n.Post = &postOfCase{ID: post.String, Name: postName.String, Window: window.String,
			A: person{a.String, aName.String, aTitle.String, r.dutyOf(a.String)}, B: person{b.String, bName.String, bTitle.String, r.dutyOf(b.String)}}
		n.Post.OnDuty = onDuty(n.Post)
		facts.Post = &duty.Post{ID: post.String, A: duty.StaffID(a.String), B: duty.StaffID(b.String)}
	}
	if dep.Valid {
		n.GuidedTo = &departmentOfCase{dep.String, depName.String, depAddress.String, depPhone.String, depHours.String, depWeb.String}
	}
	if offer != nil {
		facts.HandOver = &casework.Offer{From: facts.Holder, To: duty.StaffID(*offer)}
	}
	if report != nil {
		facts.Report = &casework.Waiting{Reporter: facts.Holder, Superior: duty.StaffID(*report)}
	}
	if asked != nil && asker != nil {
		by := duty.StaffID(*asker)
		facts.Extension = &casework.Asked{By: by, Director: r.office.Roster[by].Roles.Has(duty.Director), State: casework.ExtensionState(*asked)}
	}
	now := r.now()
	n.WorkingSecondsLeft = r.secondsLeft(n.Open, n.DueAt)
	n.Standing = casework.StandingOf(n.Open, n.ClosedAt, soon, n.DueAt, now)
	n.AllowedActs = casework.Allowed(facts, casework.Actor{ID: duty.StaffID(v.id), Roles: v.roles, State: v.state}, now)
	if err := r.lists(ctx, &n); err != nil {
		return nil, err
	}
	for i := range n.Promises {
		if promise != nil && n.Promises[i].ID == *promise {
			n.Promise = &n.Promises[i]
		}
	}
	for i := range n.Extensions {
		if asked != nil && (n.Extensions[i].State == string(casework.ExtensionRequested) || n.Extensions[i].State == string(casework.ExtensionApproved)) {
			n.Extension = &n.Extensions[i]
		}
	}
	return map[string]any{"case": &n}, nil
}

func onDuty(p *postOfCase) *named {
	switch string(duty.OnDuty) {
	case p.A.Duty:
		return &named{p.A.ID, p.A.Name}
	case p.B.Duty:
		return &named{p.B.ID, p.B.Name}
	}
	return nil
}

func orNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func maybeNamed(id, name sql.NullString) *named {
	if !id.Valid {
		return nil
	}
	return &named{id.String, name.String}
}

func explained(e workday.Explanation) explanationOfPromise {
	x := service.Explained(e)
	out := explanationOfPromise{x.From, x.WorkingDays, x.DueAt, x.Provisional, make([]stepOfPromise, len(x.Steps))}
	for i, s := range x.Steps {
		out.Steps[i] = stepOfPromise{s.Date, s.Counted, s.Ordinal, s.Reason, s.Name, s.Provisional}
	}
	return out
}

func (r *reference) lists(ctx context.Context, n *caseNode) error {
	n.Promises, n.HandOvers = []promiseOfCase{}, []handOverOfCase{}
	n.Extensions, n.Breaches = []extensionOfCase{}, []breachOfCase{}
	if err := r.each(ctx, promisesSQL, n.ID, func(rows *sql.Rows) error {
		var p promiseOfCase
		var by, byName sql.NullString
		var raw []byte
		if err := rows.Scan(&p.ID, &p.Number, &p.MadeAt, &by, &byName, &p.StartAt, &p.WorkingDays, &p.DueAt, &p.Provisional, &p.ToldAt,
			&p.ToldWay, &p.Origin, &p.Result, &raw); err != nil {
			return err
		}
		var e workday.Explanation
		if err := json.Unmarshal(raw, &e); err != nil {
			return err
		}
		p.MadeAt, p.StartAt, p.DueAt, p.ToldAt = p.MadeAt.UTC(), p.StartAt.UTC(), p.DueAt.UTC(), p.ToldAt.UTC()
		p.MadeBy, p.Current, p.Explanation = maybeNamed(by, byName), p.Result == nil, explained(e)
		n.Promises = append(n.Promises, p)
		return nil
	}); err != nil {
		return err
	}
	if err := r.each(ctx, handOversSQL, n.ID, func(rows *sql.Rows) error {
		var o handOverOfCase
		var reason string
		if err := rows.Scan(&o.ID, &o.From.ID, &o.From.Name, &o.To.ID, &o.To.Name, &o.Explanation, &o.OfferedAt, &o.AnswerBy, &o.State,
			&o.AnsweredAt, &reason); err != nil {
			return err
		}
		o.ReturnReason, o.OfferedAt, o.AnswerBy, o.AnsweredAt = orNil(reason), o.OfferedAt.UTC(), o.AnswerBy.UTC(), utc(o.AnsweredAt)
		n.HandOvers = append(n.HandOvers, o)
		return nil
	}); err != nil {
		return err
	}
	if err := r.each(ctx, extensionsSQL, n.ID, func(rows *sql.Rows) error {
		var x extensionOfCase
		var by, byName, told, toldName sql.NullString
		var reason string
		if err := rows.Scan(&x.ID, &x.AskedBy.ID, &x.AskedBy.Name, &x.AskedAt, &x.Reason, &x.WorkingDays, &x.OldDueAt, &x.NewDueAt, &x.State,
			&by, &byName, &x.DecidedAt, &reason, &x.ToldAt, &told, &toldName, &x.ToldWay); err != nil {
			return err
		}
		x.AskedAt, x.OldDueAt, x.NewDueAt, x.DecidedAt, x.ToldAt = x.AskedAt.UTC(), x.OldDueAt.UTC(), x.NewDueAt.UTC(), utc(x.DecidedAt), utc(x.ToldAt)
		x.DecidedBy, x.ToldBy, x.DecisionReason = maybeNamed(by, byName), maybeNamed(told, toldName), orNil(reason)
		n.Extensions = append(n.Extensions, x)
		return nil
	}); err != nil {
		return err
	}
	return r.each(ctx, breachesSQL, n.ID, func(rows *sql.Rows) error {
		var b breachOfCase
		var by, byName sql.NullString
		var facts []byte
		if err := rows.Scan(&b.ID, &b.Kind, &b.Clause, &b.Person.ID, &b.Person.Name, &b.FoundAt, &by, &byName, &facts); err != nil {
			return err
		}
		b.ReportedBy, b.FoundAt = maybeNamed(by, byName), b.FoundAt.UTC()
		if err := json.Unmarshal(facts, &b.Facts); err != nil {
			return err
		}
		n.Breaches = append(n.Breaches, b)
		return nil
	})
}

func (r *reference) each(ctx context.Context, query, id string, row func(*sql.Rows) error) error {
	rows, err := r.query(ctx, query, id)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
