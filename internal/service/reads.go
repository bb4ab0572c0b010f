package service

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"xinxing/ent"
	"xinxing/ent/caseevent"
	"xinxing/ent/casefile"
	"xinxing/ent/extension"
	"xinxing/ent/handover"
	"xinxing/ent/predicate"
	"xinxing/ent/upreport"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// Place is where a page of cases starts: after the case with this instant and key.
type Place struct {
	At time.Time
	ID string
}

// Cases reads a page of the queue: one more than first, so that the caller sees whether there is a next page, and how
// to count the whole. Every order is stable: place in the queue (E6) then key, or newest contact first then key.
func (d *Desk) Cases(ctx context.Context, filter *CaseFilter, order CaseOrder, first int, after *Place) ([]*ent.CaseFile, func(context.Context) (int, error), error) {
	where, err := d.caseFilter(ctx, filter)
	if err != nil {
		return nil, nil, err
	}
	q := d.Store.Read().CaseFile.Query().Where(where...).Limit(first + 1)
	at, direction := casefile.FieldQueueAt, sql.OrderAsc()
	if order == OrderNewest {
		at, direction = casefile.FieldContactAt, sql.OrderDesc()
	}
	if after != nil {
		place := *after
		q.Where(func(s *sql.Selector) {
			compare := func(column string, v any) *sql.Predicate { return sql.GT(s.C(column), v) }
			if order == OrderNewest {
				compare = func(column string, v any) *sql.Predicate { return sql.LT(s.C(column), v) }
			}
			s.Where(sql.Or(compare(at, place.At), sql.And(sql.EQ(s.C(at), place.At), compare(casefile.FieldID, place.ID))))
		})
	}
	cases, err := q.Order(sql.OrderByField(at, direction).ToFunc(), sql.OrderByField(casefile.FieldID, direction).ToFunc()).
		WithResident().All(ctx)
	if err != nil {
		return nil, nil, err
	}
	count := func(ctx context.Context) (int, error) {
		return d.Store.Read().CaseFile.Query().Where(where...).Count(ctx)
	}
	return cases, count, nil
}

func (d *Desk) caseFilter(ctx context.Context, f *CaseFilter) ([]predicate.CaseFile, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	now := d.Now()
	var where []predicate.CaseFile
	if len(v.Communities) == 1 {
		where = append(where, casefile.CommunityID(v.Community))
	}
	if f == nil {
		return where, nil
	}
	o, err := d.Office(ctx, v.Community)
	if err != nil {
		return nil, err
	}
	if f.Open != nil {
		where = append(where, isOpen(*f.Open))
	}
	if len(f.Matter) > 0 {
		where = append(where, casefile.MatterIn(f.Matter...))
	}
	if len(f.Status) > 0 {
		where = append(where, casefile.StatusIn(f.Status...))
	}
	if f.Standing != nil {
		where = append(where, standing(*f.Standing, now))
		where = append(where, queued(*f.Standing, now, startOfDay(o, now))...)
	}
	if f.Mine != nil && *f.Mine {
		where = append(where, casefile.ResponsibleID(string(v.Staff)))
	}
	if f.ResponsibleID != nil {
		where = append(where, casefile.ResponsibleID(*f.ResponsibleID))
	}
	if f.PostID != nil {
		where = append(where, casefile.PostID(*f.PostID))
	}
	if f.ItemCode != nil {
		where = append(where, casefile.ItemCode(*f.ItemCode))
	}
	if f.ResidentID != nil {
		where = append(where, casefile.ResidentID(*f.ResidentID))
	}
	if f.Channel != nil {
		where = append(where, casefile.ChannelEQ(*f.Channel))
	}
	if f.DueBefore != nil {
		where = append(where, casefile.DueAtLT(*f.DueBefore), casefile.QueueAtLT(*f.DueBefore))
	}
	if f.Green != nil {
		where = append(where, casefile.Green(*f.Green))
	}
	if f.DueToday != nil && *f.DueToday {
		tomorrow := endOfDay(o, now)
		where = append(where, isOpen(true), casefile.QueueAtGTE(startOfDay(o, now)), casefile.QueueAtLT(tomorrow), func(s *sql.Selector) { s.Where(dueToday(s, now, tomorrow)) })
	}
	if f.Extended != nil {
		where = append(where, casefile.Extended(*f.Extended))
	}
	if f.Offered != nil && *f.Offered {
		where = append(where, isOpen(true), casefile.OfferToIDNotNil())
	}
	if f.Search != nil && strings.TrimSpace(*f.Search) != "" {
		found, err := d.searched(ctx, *f.Search)
		if err != nil {
			return nil, err
		}
		where = append(where, found)
	}
	return where, nil
}

// isOpen selects open or closed cases as an equality: SQLite takes the bare column, which ent writes, for no such
// thing and reads the whole table past the index.
func isOpen(open bool) predicate.CaseFile {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) { b.Ident(s.C(casefile.FieldOpen)).WriteString(" = " + strconv.FormatBool(open)) }))
	}
}

// startOfDay is the first instant of the office's day.
func startOfDay(o *Office, now time.Time) time.Time {
	zone := o.Calendar.Location()
	return workday.DateOf(now, zone).Start(zone)
}

// queued is what a standing of open cases says of their place in the queue, so that the index of the queue bounds what is
// read: the place is never after the deadline, and never before the day of the deadline.
func queued(s casework.Standing, now, today time.Time) []predicate.CaseFile {
	switch s {
	case casework.StandingOverdue:
		return []predicate.CaseFile{casefile.QueueAtLTE(now)}
	case casework.StandingDueSoon, casework.StandingOnTime:
		return []predicate.CaseFile{casefile.QueueAtGTE(today)}
	}
	return nil
}

// endOfDay is the first instant of the office's next day.
func endOfDay(o *Office, now time.Time) time.Time {
	zone := o.Calendar.Location()
	return workday.DateOf(now, zone).AddDays(1).Start(zone)
}

// dueToday selects what falls due in the rest of the day: what is overdue is not due today.
func dueToday(s *sql.Selector, now, tomorrow time.Time) *sql.Predicate {
	return sql.And(sql.GT(s.C(casefile.FieldDueAt), now), sql.LT(s.C(casefile.FieldDueAt), tomorrow))
}

// standing is the same rule as casework.StandingOf, over columns.
func standing(s casework.Standing, now time.Time) predicate.CaseFile {
	switch s {
	case casework.StandingOverdue:
		return casefile.And(isOpen(true), casefile.DueAtLTE(now))
	case casework.StandingDueSoon:
		return casefile.And(isOpen(true), casefile.DueAtGT(now), casefile.SoonAtLTE(now))
	case casework.StandingOnTime:
		return casefile.And(isOpen(true), casefile.DueAtGT(now), casefile.SoonAtGT(now))
	case casework.StandingClosedLate:
		return casefile.And(isOpen(false), columns(sql.OpGTE))
	}
	return casefile.And(isOpen(false), columns(sql.OpLT))
}

func columns(op sql.Op) predicate.CaseFile {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C(casefile.FieldClosedAt)).WriteOp(op).Ident(s.C(casefile.FieldDueAt))
		}))
	}
}

// searched finds cases by the beginning of their receipt number, or by their resident.
func (d *Desk) searched(ctx context.Context, search string) (predicate.CaseFile, error) {
	search, err := text("search", search, 100, "")
	if err != nil {
		return nil, err
	}
	digits := strings.ReplaceAll(search, "-", "")
	if strings.HasPrefix(digits, "20") && len(digits) >= 6 && len(digits) <= receiptDigits && strings.Trim(digits, "0123456789") == "" {
		from, to := receipts(digits)
		return casefile.And(casefile.ReceiptNoGTE(from), casefile.ReceiptNoLTE(to)), nil
	}
	people, err := d.Residents(ctx, search, 50)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(people))
	for i, p := range people {
		ids[i] = p.ID
	}
	return casefile.ResidentIDIn(ids...), nil
}

// Case reads one case by its key or receipt number.
func (d *Desk) Case(ctx context.Context, id, receipt *string) (*ent.CaseFile, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if (id == nil) == (receipt == nil) {
		return nil, office.Refuse(office.BadInput, "", "receiptNo")
	}
	q := d.Store.Read().CaseFile.Query().WithResident()
	if id != nil {
		q.Where(casefile.ID(*id))
	} else {
		q.Where(casefile.ReceiptNo(*receipt))
	}
	// Each community counts its own receipts: whoever sees several gets the own one first, and always the same.
	found, err := q.Order(casefile.ByCommunityID()).Limit(ListBound).All(ctx)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[max(0, slices.IndexFunc(found, func(c *ent.CaseFile) bool { return c.CommunityID == v.Community }))], nil
}

// QueueTotals counts what is open.
type QueueTotals struct{ Open, Mine, Overdue, DueToday, Offers, Offered, Inbox int }

// QueueTotals counts the open cases in one statement, and what waits for the viewer.
func (d *Desk) QueueTotals(ctx context.Context) (*QueueTotals, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	o, err := d.Office(ctx, v.Community)
	if err != nil {
		return nil, err
	}
	now := d.Now()
	tomorrow := endOfDay(o, now)
	me := string(v.Staff)
	sums := []struct {
		name  string
		where func(*sql.Selector) *sql.Predicate
	}{
		{"mine", func(s *sql.Selector) *sql.Predicate { return sql.EQ(s.C(casefile.FieldResponsibleID), me) }},
		{"overdue", func(s *sql.Selector) *sql.Predicate { return sql.LTE(s.C(casefile.FieldDueAt), now) }},
		{"due_today", func(s *sql.Selector) *sql.Predicate { return dueToday(s, now, tomorrow) }},
		{"offers", func(s *sql.Selector) *sql.Predicate { return sql.EQ(s.C(casefile.FieldOfferToID), me) }},
		{"offered", func(s *sql.Selector) *sql.Predicate { return sql.NotNull(s.C(casefile.FieldOfferToID)) }},
		{"inbox", func(s *sql.Selector) *sql.Predicate { return waiting(s, v) }},
	}
	var rows []struct {
		Open     int `sql:"open_cases"`
		Mine     int `sql:"mine"`
		Overdue  int `sql:"overdue"`
		DueToday int `sql:"due_today"`
		Offers   int `sql:"offers"`
		Offered  int `sql:"offered"`
		Inbox    int `sql:"inbox"`
	}
	// The bare column here: it is what the partial index of the totals says.
	q := d.Store.Read().CaseFile.Query().Where(casefile.Open(true)).Modify(func(s *sql.Selector) {
		s.Select(sql.As(sql.Count("*"), "open_cases"))
		for _, sum := range sums {
			s.AppendSelectExprAs(sql.ExprFunc(func(b *sql.Builder) {
				b.WriteString("COALESCE(SUM(CASE WHEN ").Join(sum.where(s)).WriteString(" THEN 1 ELSE 0 END), 0)")
			}), sum.name)
		}
	})
	if err := q.Scan(ctx, &rows); err != nil {
		return nil, err
	}
	t := &QueueTotals{}
	if len(rows) == 1 {
		r := rows[0]
		*t = QueueTotals{Open: r.Open, Mine: r.Mine, Overdue: r.Overdue, DueToday: r.DueToday, Offers: r.Offers, Offered: r.Offered, Inbox: r.Inbox}
	}
	return t, nil
}

// waiting selects the open cases that wait for the viewer's decision: a report (F6), or an extension that the viewer
// may decide (T5).
func waiting(s *sql.Selector, v store.Viewer) *sql.Predicate {
	me := string(v.Staff)
	report := sql.EQ(s.C(casefile.FieldReportToID), me)
	if !v.Roles.Leads() && !v.Roles.Has(duty.Supervisor) {
		return report
	}
	return sql.Or(report, sql.And(
		sql.EQ(s.C(casefile.FieldExtensionState), string(casework.ExtensionRequested)),
		sql.NEQ(s.C(casefile.FieldExtensionByID), me), sql.NEQ(s.C(casefile.FieldResponsibleID), me)))
}

// Inbox is what waits for the viewer's answer.
type Inbox struct {
	Offers     []*ent.HandOver
	Reports    []*ent.UpReport
	Extensions []*ent.Extension
	ToTell     []*ent.Extension
}

// inboxBound is the most entries of one list of the inbox.
const inboxBound = 100

// Inbox reads it, oldest first, each with its case.
func (d *Desk) Inbox(ctx context.Context) (*Inbox, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	c, me, in := d.Store.Read(), string(v.Staff), &Inbox{}
	withCase := func(q *ent.CaseFileQuery) { q.WithResident() }
	if in.Offers, err = c.HandOver.Query().Where(handover.ToID(me), handover.StateEQ(casework.HandOverOffered)).
		Order(handover.ByOfferedAt(), handover.ByID()).Limit(inboxBound).WithCase(withCase).All(ctx); err != nil {
		return nil, err
	}
	if in.Reports, err = c.UpReport.Query().Where(upreport.SuperiorID(me), upreport.StateEQ(casework.ReportWaiting)).
		Order(upreport.ByReportedAt(), upreport.ByID()).Limit(inboxBound).WithCase(withCase).All(ctx); err != nil {
		return nil, err
	}
	running, err := c.Extension.Query().Where(
		extension.Or(
			extension.StateEQ(casework.ExtensionRequested),
			extension.And(extension.StateEQ(casework.ExtensionApproved), extension.HasCaseWith(casefile.ResponsibleID(me))),
		)).Order(extension.ByAskedAt(), extension.ByID()).Limit(inboxBound * 2).WithCase(withCase).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, x := range running {
		acts, err := d.AllowedActs(ctx, x.Edges.Case)
		if err != nil {
			return nil, err
		}
		for _, act := range acts {
			switch act {
			case casework.ActDecideExtension:
				in.Extensions = append(in.Extensions, x)
			case casework.ActTellExtension:
				in.ToTell = append(in.ToTell, x)
			}
		}
	}
	return in, nil
}

// AllowedActs lists what the viewer may do to a case now.
func (d *Desk) AllowedActs(ctx context.Context, c *ent.CaseFile) ([]casework.Act, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	o, err := d.Office(ctx, c.CommunityID)
	if err != nil {
		return nil, err
	}
	me, ok := o.Staff[string(v.Staff)]
	if !ok {
		return []casework.Act{}, nil
	}
	acts := casework.Allowed(FactsOf(o, c), casework.Actor{ID: v.Staff, Roles: me.Roles, State: o.Roster[v.Staff].State}, d.Now())
	if o.Roster.Superior(v.Staff) == "" {
		acts = slices.DeleteFunc(acts, func(a casework.Act) bool { return a == casework.ActReportUp })
	}
	return acts, nil
}

// StandingOf tells how a case stands now.
func (d *Desk) StandingOf(c *ent.CaseFile) casework.Standing {
	return casework.StandingOf(c.Open, c.ClosedAt, c.SoonAt, c.DueAt, d.Now())
}

// SecondsLeft is the working time to the deadline in seconds; negative when it passed, 0 when the case is closed.
func (d *Desk) SecondsLeft(ctx context.Context, c *ent.CaseFile) (int, error) {
	if !c.Open {
		return 0, nil
	}
	o, err := d.Office(ctx, c.CommunityID)
	if err != nil {
		return 0, err
	}
	return int(o.Calendar.Between(d.Now(), c.DueAt) / time.Second), nil
}

// Events reads a page of one case's journal, oldest first; after is the number of an entry of the feed.
func (d *Desk) Events(ctx context.Context, caseID string, first int, after int64) ([]*ent.CaseEvent, func(context.Context) (int, error), error) {
	q := func() *ent.CaseEventQuery { return d.Store.Read().CaseEvent.Query().Where(caseevent.CaseID(caseID)) }
	list, err := q().Where(caseevent.IDGT(after)).Order(caseevent.ByID()).Limit(first + 1).All(ctx)
	return list, func(ctx context.Context) (int, error) { return q().Count(ctx) }, err
}

// DeadlineEvent is a warning as it is sent to the people concerned.
type DeadlineEvent struct {
	Cursor  string
	EventID string
	Kind    casework.AlarmKind
	// CaseID and ReceiptNo of a case; RecordID and About of a reminder.
	CaseID      *string
	ReceiptNo   string
	RecordID    *string
	About       *casework.EventKind
	Title       string
	At          time.Time
	DueAt       time.Time
	Responsible *ent.Staff
}

// DeskEvent tells that something happened on the desk.
type DeskEvent struct {
	Cursor  string
	EventID string
	Kind    casework.EventKind
	// CaseID or RecordID: what it happened to; receipt number and responsible person only of a case.
	CaseID        *string
	RecordID      *string
	ReceiptNo     *string
	At            time.Time
	ActorID       *string
	ResponsibleID *string
	ForViewer     bool
}

// MyWarnings reads the warnings of the last 31 days that were sent to the viewer, newest first.
func (d *Desk) MyWarnings(ctx context.Context, first int) ([]*DeadlineEvent, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if first < 1 || first > 100 {
		return nil, office.Refuse(office.LimitExceeded, "", "first").With("limit", 100)
	}
	heads := places{} // read before the list, so that nothing falls between the list and the feed
	for _, c := range v.Communities {
		if heads[c], err = d.Store.Head(ctx, c); err != nil {
			return nil, err
		}
	}
	page, err := d.Store.Read().CaseEvent.Query().
		Where(caseevent.AlarmKindNotNil(), caseevent.AtGTE(d.Now().Add(-warningsKept)), addressed(v.Staff)).
		Order(ent.Desc(caseevent.FieldAt, caseevent.FieldID)).Limit(first).All(ctx)
	if err != nil {
		return nil, err
	}
	mine := make([]*DeadlineEvent, 0, len(page))
	cursors := cursorsOf(page, heads)
	names, err := d.namesOf(ctx, page)
	if err != nil {
		return nil, err
	}
	for i, e := range page {
		ev, err := d.deadlineEvent(ctx, e, cursors[i], names)
		if err != nil {
			return nil, err
		}
		mine = append(mine, ev)
	}
	return mine, nil
}

// cursorsOf gives for each of some entries, newest first, the cursor after which every newer one comes, of several
// communities too; heads are the last numbers of their journals before the entries were read.
func cursorsOf(page []*ent.CaseEvent, heads places) []string {
	at := maps.Clone(heads)
	for _, e := range page {
		at[e.CommunityID] = min(at[e.CommunityID], e.ID-1)
	}
	cursors := make([]string, len(page))
	for i, e := range slices.Backward(page) {
		at[e.CommunityID] = max(at[e.CommunityID], e.ID)
		cursors[i] = at.cursor()
	}
	return cursors
}

// warningsKept is how far back the list of warnings goes; the journal keeps them all.
const warningsKept = 31 * 24 * time.Hour

// addressed narrows entries to those addressed to the person.
func addressed(s duty.StaffID) predicate.CaseEvent {
	return func(q *sql.Selector) { q.Where(store.Addressed(q, string(s))) }
}

// deadlineEvent makes a warning of an entry; names are those of the records that reminders are of.
func (d *Desk) deadlineEvent(ctx context.Context, e *ent.CaseEvent, cursor string, names map[string]string) (*DeadlineEvent, error) {
	o, err := d.Office(ctx, e.CommunityID)
	if err != nil {
		return nil, err
	}
	ev := &DeadlineEvent{
		Cursor: cursor, EventID: EventKey(e.ID), ReceiptNo: e.ReceiptNo, At: e.At,
		DueAt: e.DueAt, Responsible: o.Staff[e.ResponsibleID],
	}
	if e.CaseID != "" {
		ev.CaseID = &e.CaseID
	} else {
		ev.RecordID, ev.About = &e.RecordID, &e.Kind
		if staff, ok := e.Facts["staff"].(string); ok {
			ev.Responsible = o.Staff[staff]
		}
	}
	if e.AlarmKind != nil {
		ev.Kind = *e.AlarmKind
	}
	if due, ok := e.Facts["dueAt"].(string); ok {
		if t, err := time.Parse(time.RFC3339Nano, due); err == nil {
			ev.DueAt = t
		}
	}
	ev.Title = e.ReceiptNo
	if item, ok := e.Facts["item"].(string); ok {
		ev.Title = item
	}
	if name, ok := names[e.RecordID]; ok {
		ev.Title = name
	}
	return ev, nil
}

// EventKey is the API's id of an entry of the journal.
func EventKey(id int64) string { return fmt.Sprintf("evt_%d", id) }

// EventID reads it back; false where it is none.
func EventID(key string) (int64, bool) {
	n, ok := strings.CutPrefix(key, "evt_")
	if !ok {
		return 0, false
	}
	id, err := strconv.ParseInt(n, 10, 64)
	return id, err == nil && id > 0
}

// responsibleAt reads from the journal who answered for a case at an instant; "" before it was opened.
func (d *Desk) responsibleAt(ctx context.Context, caseID string, at time.Time) (string, error) {
	last, err := d.Store.Read().CaseEvent.Query().Where(caseevent.CaseID(caseID), caseevent.AtLTE(at)).
		Order(ent.Desc(caseevent.FieldNumber)).Limit(1).All(ctx)
	if err != nil || len(last) == 0 {
		return "", err
	}
	return last[0].ResponsibleID, nil
}
