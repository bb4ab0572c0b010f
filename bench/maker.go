package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/oklog/ulid/v2"

	"xinxing/ent"
	"xinxing/internal/demo/data"
	"xinxing/internal/key"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
)

// The shape of the load, in parts of a thousand. Open cases are received or promised; of the closed ones only some carry
// their promise, alarms and journal, the rest stand as imported from older times.
const (
	openPerMille     = 10
	receivedPerMille = 120 // of the open
	latePerMille     = 80  // of the promised that would be overdue now, this many are kept as such
	resolvedPerMille = 350 // of the closed
	guidedPerMille   = 100
	refusedPerMille  = 50
	yearsBack        = 3
)

// maker makes cases as the acts of the desk would have left them. Instants are UTC microseconds.
type maker struct {
	office    *service.Office
	community string
	now       time.Time
	begin     time.Time
	history   int // of a hundred closed cases
	rand      *rand.Rand
	people    []string
	items     []*ent.Item
	departs   []*ent.Department
	perDay    map[string]int
	texts     map[string]data.Texts

	turn          int // of the communities
	open, journal int
	sample        []string // receipts of cases with promise and journal
	sampleIDs     []string
}

// firstReceipt keeps clear of the numbers that the demo gave out.
const firstReceipt = 2000

func newMaker(o *service.Office, people []string, now time.Time, history int) *maker {
	m := &maker{
		office: o, community: o.Community.ID, now: now, begin: now.AddDate(-yearsBack, 0, 0), history: history,
		rand: rand.New(rand.NewPCG(20260303, 7)), people: people, perDay: map[string]int{}, texts: map[string]data.Texts{},
	}
	for _, i := range o.Items {
		if i.Kind != casework.ItemNotIssued && i.PostID != nil && i.LimitDays > 0 {
			m.items = append(m.items, i)
		}
		m.texts[i.Code] = data.Demands(i.Code)
	}
	slices.SortFunc(m.items, func(a, b *ent.Item) int { return compare(a.Code, b.Code) })
	for _, d := range o.Departments {
		m.departs = append(m.departs, d)
	}
	slices.SortFunc(m.departs, func(a, b *ent.Department) int { return compare(a.Code, b.Code) })
	return m
}

func compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func (m *maker) chance(perMille int) bool { return m.rand.IntN(1000) < perMille }

func pick[T any](m *maker, from []T) (one T) {
	if len(from) == 0 {
		return one
	}
	return from[m.rand.IntN(len(from))]
}

func instant(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }

// id makes a key with the time at which the record was made, so that the keys lie as they would in use.
func (m *maker) id(prefix string, at time.Time) string {
	var u ulid.ULID
	_ = u.SetTime(ulid.Timestamp(at)) // fails in the year 10889
	a, b := m.rand.Uint64(), m.rand.Uint64()
	for i := range 8 {
		u[6+i] = byte(a >> (8 * i))
	}
	u[14], u[15] = byte(b), byte(b>>8)
	return prefix + "_" + u.String()
}

// made is a case under construction, with the rows that belong to it.
type made struct {
	*ent.CaseFile
	m    *maker
	rows *rows
	kept bool // with journal, promise and alarms
}

// add makes n cases into chunks of some thousand and hands them on, oldest keys first within a chunk; where communities are named, they share them.
func (m *maker) add(n int, among []string, out chan<- *rows, stop <-chan struct{}) error {
	const chunk = 2000
	for done := 0; done < n; {
		r := &rows{}
		for range min(chunk, n-done) {
			if err := m.one(r); err != nil {
				return err
			}
			done++
		}
		if len(among) > 0 {
			m.scatter(r, among)
		}
		select {
		case out <- r:
		case <-stop:
			return nil
		}
	}
	return nil
}

func (m *maker) one(r *rows) error {
	if m.chance(openPerMille) {
		m.open++
		if m.chance(receivedPerMille) {
			return m.received(r)
		}
		return m.promised(r)
	}
	return m.closed(r)
}

// contact brings an instant into office hours, within the half day after it.
func (m *maker) contact(at time.Time) time.Time {
	open := m.office.Calendar.NextOpen(at)
	return instant(open.Add(time.Duration(m.rand.Int64N(int64(2 * time.Hour)))))
}

func (m *maker) begun(r *rows, contact time.Time, kept, disposed bool) (*made, error) {
	item := pick(m, m.items)
	post := m.office.Post(item.PostID)
	responder := post.A
	if m.chance(300) {
		responder = post.B
	}
	to, err := m.office.Roster.Answers(responder, duty.AsFirstResponder, post)
	if err != nil {
		return nil, err
	}
	day := workday.DateOf(contact, m.office.Calendar.Location())
	prefix := fmt.Sprintf("%04d%02d%02d-", day.Year, int(day.Month), day.Day)
	m.perDay[prefix]++
	texts := m.texts[item.Code]
	clock, err := casework.StartContact(m.office.Calendar, m.office.Limits, casework.ClockFirstContact, contact)
	if err != nil {
		return nil, err
	}
	c := &made{m: m, rows: r, kept: kept, CaseFile: &ent.CaseFile{
		ID: m.id(key.Case, contact), CommunityID: m.community, ReceiptNo: fmt.Sprintf("%s%05d", prefix, firstReceipt+m.perDay[prefix]),
		Status: casework.Received,
		Channel: pick(m, []casework.Channel{casework.ChannelVisit, casework.ChannelVisit, casework.ChannelPhone, casework.ChannelPhone,
			casework.ChannelWeb, casework.ChannelHotline, casework.ChannelGrid}),
		ContactAt: contact, OpenedAt: contact, FirstResponderID: string(responder), HolderID: string(responder),
		HolderRole: duty.AsFirstResponder, ResponsibleID: string(to.Staff), ResponsibleRole: to.Role,
		ItemID: &item.ID, ItemCode: item.Code, PostID: item.PostID, Situation: pick(m, texts.Situations), Demand: pick(m, texts.Demands),
		MissingMaterials: []string{}, Version: 1,
	}}
	if c.Demand == "" {
		c.Demand, c.Situation = item.Name, item.Name
	}
	if m.chance(50) {
		c.Anonymous = true
	} else {
		id := pick(m, m.people)
		c.ResidentID = &id
	}
	var until *time.Time
	if disposed {
		until = &contact
	}
	c.DueAt = instant(clock.Due)
	c.note(casework.EventCaseOpened, contact, string(responder), "", map[string]any{
		"channel": c.Channel, "contactAt": contact, "dueAt": c.DueAt})
	return c, c.run(clock, c.ID+":contact", until)
}

// run starts a clock and writes its alarms. Those due up to now fell, or up to until where the clock stopped then; the
// others wait, or were silenced.
func (c *made) run(clock casework.Clock, subject string, until *time.Time) error {
	plan, err := casework.Alarms(c.m.office.Calendar, c.m.office.Limits, clock)
	if err != nil {
		return err
	}
	c.Clock, c.ClockFrom, c.DueAt, c.Provisional = clock.Kind, instant(clock.From), instant(clock.Due), clock.Provisional
	c.SoonAt = instant(casework.SoonAt(plan, clock))
	if !c.kept {
		return nil
	}
	last := c.m.now
	if until != nil {
		last = *until
	}
	for _, p := range plan {
		at, id := instant(p.At), c.m.id(key.Alarm, clock.From)
		fell := !at.After(last)
		var fired any
		if fell {
			fired = at
		}
		c.rows.alarms = append(c.rows.alarms, []any{id, c.CommunityID, c.ID, subject, string(p.Kind), at, c.DueAt, !fell && until == nil, fired})
		if fell {
			c.fall(id, p.Kind, at)
		}
	}
	return nil
}

// fall notes that an alarm fell, and the breach that it found (T7, A2).
func (c *made) fall(id string, kind casework.AlarmKind, at time.Time) {
	w := casework.WarningOf(kind)
	audience := []string{c.ResponsibleID}
	superior := string(c.m.office.Roster.Superior(duty.StaffID(c.ResponsibleID)))
	if w.Superior && superior != "" {
		audience = append(audience, superior)
	}
	c.write(casework.EventWarning, at, "", "", map[string]any{"alarm": kind, "scheduledAt": at, "dueAt": c.DueAt, "clause": w.Clause},
		audience, &kind, &id)
	if w.Breach == "" {
		return
	}
	c.rows.breaches = append(c.rows.breaches, []any{c.m.id(key.Breach, at), c.CommunityID, string(w.Breach), "A2", c.ResponsibleID, at,
		nil, id, plain(map[string]any{"dueAt": c.DueAt, "foundAt": at, "status": c.Status, "responsible": c.ResponsibleID,
			"holder": c.HolderID, "firstResponder": c.FirstResponderID}), c.ID})
	c.note(casework.EventBreachFound, at, "", "", map[string]any{"breach": w.Breach, "person": c.ResponsibleID, "clause": "A2"})
}

func (c *made) note(kind casework.EventKind, at time.Time, actor, reason string, facts map[string]any) {
	c.write(kind, at, actor, reason, facts, []string{c.ResponsibleID}, nil, nil)
}

// write adds an entry to the journal, chained to the one before.
func (c *made) write(kind casework.EventKind, at time.Time, actor, reason string, facts map[string]any, audience []string, alarm *casework.AlarmKind, alarmID *string) {
	if !c.kept {
		return
	}
	if kind == casework.EventCaseOpened {
		audience = []string{}
	}
	if facts == nil {
		facts = map[string]any{}
	}
	text := plain(facts)
	back := map[string]any{}
	if err := json.Unmarshal(text, &back); err != nil {
		panic(err) // it was marshalled just now
	}
	e := casework.Entry{
		CaseID: c.ID, Number: c.Events + 1, Kind: kind, At: at, Actor: actor, Reason: reason, Facts: back, Audience: audience,
		Responsible: c.ResponsibleID, Holder: c.HolderID, Status: c.Status, DueAt: c.DueAt, Previous: c.Head,
	}
	var actorID, alarmKind, alarmKey any
	if actor != "" {
		actorID = actor
	}
	if alarm != nil {
		alarmKind, alarmKey, e.Alarm = string(*alarm), *alarmID, *alarmID
	}
	hash, err := e.Hash()
	if err != nil {
		panic(err) // its facts were JSON a moment ago
	}
	c.rows.events = append(c.rows.events, []any{c.CommunityID, c.ID, c.ReceiptNo, e.Number, string(kind), at, actorID, reason, text,
		plain(audience), alarmKind, alarmKey, c.ResponsibleID, c.HolderID, string(c.Status), c.DueAt, c.Head, hash})
	c.Events, c.Head = e.Number, hash
	counts := reporting.Event{Kind: kind, At: at, Actor: actor, Responsible: c.ResponsibleID, Facts: back}
	if alarm != nil {
		counts.Alarm = *alarm
	}
	tally, figures := reporting.Count(c.Tally, reporting.Case{FirstResponder: c.FirstResponderID, ContactAt: c.ContactAt, Service: true}, counts, c.m.office.Calendar)
	c.Tally = tally
	post := ""
	if c.PostID != nil {
		post = *c.PostID
	}
	for _, f := range figures {
		c.rows.figures = append(c.rows.figures, []any{c.CommunityID, c.ID, string(f.Measure), f.Day.String(), c.ItemCode, post, f.Staff,
			string(c.Channel), f.Kind, f.Value, 1})
	}
}

func plain(v any) document {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // maps of plain values only
	}
	return b
}

// promise is F5: made by the responsible person at the instant, for so many working days.
func (c *made) promise(at time.Time, days int, silenced *time.Time, result any) error {
	item := c.m.office.Items[*c.ItemID]
	if item.Kind == casework.ItemRegistration {
		complete := c.ContactAt
		c.MaterialsCompleteAt = &complete
	}
	plan, err := casework.PlanPromise(c.m.office.Calendar, &casework.ItemFacts{Kind: item.Kind, LimitDays: item.LimitDays},
		c.MaterialsCompleteAt, at, days)
	if err != nil {
		return err
	}
	c.Status, c.Version = casework.Promised, c.Version+1
	c.DueAt = instant(plan.Clock.Due)
	if !c.kept {
		c.Clock, c.ClockFrom, c.SoonAt, c.Provisional = plan.Clock.Kind, instant(plan.Clock.From), c.DueAt, plan.Clock.Provisional
		return nil
	}
	id := c.m.id(key.Promise, at)
	c.PromiseID, c.PromisesMade = &id, 1
	explanation, err := json.Marshal(plan.Explanation)
	if err != nil {
		return err
	}
	c.rows.promises = append(c.rows.promises, []any{id, c.CommunityID, c.ID, 1, string(casework.PromiseFirst), at, c.ResponsibleID,
		instant(plan.Clock.From), days, c.DueAt, plan.Clock.Provisional, at, string(casework.TellByPhone), document(explanation), result})
	c.note(casework.EventPromised, at, c.ResponsibleID, "", map[string]any{
		"promise": 1, "origin": casework.PromiseFirst, "workingDays": days, "startAt": instant(plan.Clock.From), "dueAt": c.DueAt,
		"toldWay": casework.TellByPhone, "toldAt": at, "provisional": plan.Clock.Provisional})
	return c.run(plan.Clock, id, silenced)
}

// end closes a case by an act.
func (c *made) end(status casework.Status, kind casework.EventKind, at time.Time, outcome string, facts map[string]any) {
	c.Status, c.ClosedAt, c.Outcome, c.Version = status, &at, outcome, c.Version+1
	c.note(kind, at, c.ResponsibleID, outcome, facts)
}

// received is a contact of this morning that nobody has disposed of yet.
func (m *maker) received(r *rows) error {
	c, err := m.begun(r, instant(m.now.Add(-time.Duration(m.rand.Int64N(int64(90*time.Minute))))), true, false)
	if err != nil {
		return err
	}
	return c.done()
}

// promised is an open case with its promise: mostly in time.
func (m *maker) promised(r *rows) error {
	for {
		back := time.Duration(m.rand.Int64N(int64(14 * 24 * time.Hour)))
		contact := m.contact(m.now.Add(-back))
		at := instant(contact.Add(time.Duration(m.rand.Int64N(int64(40 * time.Minute)))))
		if at.After(m.now) {
			continue
		}
		trial := &rows{}
		c, err := m.begun(trial, contact, true, true)
		if err != nil {
			return err
		}
		days := 1 + m.rand.IntN(m.office.Items[*c.ItemID].LimitDays)
		if err := c.promise(at, days, nil, nil); err != nil {
			return err
		}
		if !c.DueAt.After(m.now) && !m.chance(latePerMille) {
			continue
		}
		r.promises = append(r.promises, trial.promises...)
		r.alarms = append(r.alarms, trial.alarms...)
		r.events = append(r.events, trial.events...)
		r.figures = append(r.figures, trial.figures...)
		r.breaches = append(r.breaches, trial.breaches...)
		c.rows = r
		m.remember(c)
		return c.done()
	}
}

// remember keeps some cases as those whose pages are asked for.
func (m *maker) remember(c *made) {
	if len(m.sample) < 20000 {
		m.sample, m.sampleIDs = append(m.sample, c.ReceiptNo), append(m.sampleIDs, c.ID)
	}
}

func (m *maker) closed(r *rows) error {
	span := m.now.AddDate(0, 0, -30).Sub(m.begin)
	contact := m.contact(m.begin.Add(time.Duration(m.rand.Int64N(int64(span)))))
	c, err := m.begun(r, contact, m.rand.IntN(100) < m.history, true)
	if err != nil {
		return err
	}
	at := instant(contact.Add(time.Duration(m.rand.Int64N(int64(40 * time.Minute)))))
	texts := m.texts[c.ItemCode]
	outcome := pick(m, texts.Results)
	switch n := m.rand.IntN(1000); {
	case n < resolvedPerMille:
		c.end(casework.ResolvedOnSpot, casework.EventResolvedOnSpot, at, outcome, nil)
	case n < resolvedPerMille+guidedPerMille:
		d := pick(m, m.departs)
		c.DepartmentID = &d.ID
		c.end(casework.Guided, casework.EventGuided, at, outcome, map[string]any{"department": d.Name, "phone": d.Phone, "address": d.Address})
	case n < resolvedPerMille+guidedPerMille+refusedPerMille:
		c.end(casework.Refused, casework.EventRefused, at, outcome, map[string]any{"toldWay": casework.TellInPerson})
	default:
		days := 1 + m.rand.IntN(m.office.Items[*c.ItemID].LimitDays)
		due, err := m.office.Calendar.AddDays(at, days)
		if err != nil {
			return err
		}
		closed := instant(at.Add(time.Duration(m.rand.Int64N(int64(due.At.Sub(at)) * 102 / 100))))
		if closed.After(m.now) {
			closed = instant(m.now.Add(-time.Hour))
		}
		result := casework.ResultKept
		if !closed.Before(instant(due.At)) {
			result = casework.ResultMissed
		}
		if err := c.promise(at, days, &closed, string(result)); err != nil {
			return err
		}
		if c.kept {
			m.remember(c)
		}
		c.end(casework.Completed, casework.EventCompleted, closed, outcome, map[string]any{"result": result})
	}
	return c.done()
}

// done writes the case itself.
func (c *made) done() error {
	c.m.journal += c.Events
	c.rows.cases = append(c.rows.cases, []any{
		c.ID, c.CommunityID, c.ReceiptNo, string(c.Status), c.Status.Open(), string(c.Channel), c.ContactAt, c.OpenedAt, orNull(c.ClosedAt),
		string(c.HolderRole), string(c.ResponsibleRole), c.Anonymous, c.ItemCode, c.Situation, c.Demand, c.Outcome, string(c.Clock), c.ClockFrom,
		c.DueAt, c.DueAt, c.Provisional, c.SoonAt, orNull(c.MaterialsCompleteAt), document("[]"), plain(c.Tally), c.PromisesMade, c.Events, c.Head, c.Version,
		c.FirstResponderID, c.HolderID, c.ResponsibleID, orNull(c.ResidentID), orNull(c.ItemID), orNull(c.PostID), orNull(c.DepartmentID),
		orNull(c.PromiseID),
	})
	return nil
}

func orNull[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}
