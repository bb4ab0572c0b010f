package service

import (
	"context"
	"fmt"
	"io"
	"iter"
	"strings"
	"sync"
	"time"

	"entgo.io/ent/dialect/sql"

	"xinxing/ent/caseevent"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/enum"
	"xinxing/internal/office/person"
	"xinxing/internal/office/workday"
	"xinxing/internal/sheet"
	"xinxing/internal/store"
)

// LedgerKind is one of the office's ledgers (台账, R).
type LedgerKind string

// The closed list of LedgerKind.
const (
	LedgerReception  LedgerKind = "RECEPTION"
	LedgerMaterials  LedgerKind = "MATERIALS"
	LedgerNotices    LedgerKind = "NOTICES"
	LedgerHandOvers  LedgerKind = "HANDOVERS"
	LedgerExtensions LedgerKind = "EXTENSIONS"
	LedgerBreaches   LedgerKind = "BREACHES"
	LedgerGifts      LedgerKind = "GIFTS"
	LedgerJobSeekers LedgerKind = "JOBSEEKERS"
	LedgerOpenings   LedgerKind = "OPENINGS"
	LedgerTraining   LedgerKind = "TRAINING"
	LedgerPartners   LedgerKind = "PARTNERS"
	LedgerCulture    LedgerKind = "CULTURE"
)

var ledgerKinds = []LedgerKind{
	LedgerReception, LedgerMaterials, LedgerNotices, LedgerHandOvers, LedgerExtensions, LedgerBreaches, LedgerGifts, LedgerJobSeekers,
	LedgerOpenings, LedgerTraining, LedgerPartners, LedgerCulture,
}

// MarshalGQL writes the word.
func (k LedgerKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(k)) }

// UnmarshalGQL reads the word; any other is refused.
func (k *LedgerKind) UnmarshalGQL(in any) (err error) {
	*k, err = enum.Unmarshal(in, ledgerKinds)
	return err
}

// Ledger is a ledger that the viewer may take.
type Ledger struct{ Kind LedgerKind }

const (
	// ledgerMost is the longest period of a ledger, in days: a leap year.
	ledgerMost = 366
	// ledgerPage is how many records of a ledger are read at a time: few enough to be held in memory.
	ledgerPage = 2000
)

// Bounds of the ledgers that one process makes and sends at a time, and after how many seconds who is refused may ask again.
const (
	ledgersAtOnce = 4
	ledgerAgain   = 10
)

// takers are those who take a ledger now, in this process.
type takers struct {
	mu  sync.Mutex
	now map[duty.StaffID]bool
}

// begin lets somebody take a ledger, and gives what ends it. It refuses with TOO_MANY who takes one already (own), and anybody where as many are
// taken as may be.
func (t *takers) begin(who duty.StaffID) (end func(), err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if own := t.now[who]; own || len(t.now) >= ledgersAtOnce {
		return nil, office.Refuse(office.TooMany, "R", "").With("own", own).With("retryAfter", ledgerAgain)
	}
	if t.now == nil {
		t.now = map[duty.StaffID]bool{}
	}
	t.now[who] = true
	return func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		delete(t.now, who)
	}, nil
}

// LedgerWords are the words of a ledger, by keys of the pages' words: column.receiptNo of the namespace of ledgers, and
// enums:Channel.VISIT for a word of a closed list.
type LedgerWords struct {
	English bool
	Say     func(key string, values map[string]any) string
}

// ledger is one kind: who may take it, and its sheets.
type ledger struct {
	may func(store.Viewer) bool
	// clause is what the kind is a register of.
	clause string
	sheets []ledgerSheet
}

// ledgerSheet is one sheet. page gives the rows of the records after a place, in the order of the day of what happened and
// then of their keys, and the place of the last, nil where there are no more.
type ledgerSheet struct {
	// name is the key of its title, "" where it is the ledger's own.
	name    string
	columns []ledgerColumn
	page    func(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error)
}

// ledgerColumn is a column by the key of its header, and how wide it is.
type ledgerColumn struct {
	key   string
	width float64
}

// ledgerRow is a row, and whose it is.
type ledgerRow struct {
	community string
	cells     []any
}

// ledgerPlace is where a page starts: after the record with this day or instant and key.
type ledgerPlace struct {
	at any
	id string
}

func leadsOrSupervises(v store.Viewer) bool { return v.Roles.Leads() || v.Roles.Has(duty.Supervisor) }

// servesWho is who reads residents' files: a supervisor reads cases without them.
func servesWho(v store.Viewer) bool { return v.Roles.Works() }

// The widths of columns.
const (
	tiny   = 7
	short  = 9
	coded  = 15
	dated  = 20 // 2026年12月26日 周六, and the time below it
	medium = 15
	broad  = 24
)

var ledgers = map[LedgerKind]*ledger{
	LedgerReception: {readsCases, "F1", []ledgerSheet{{"", []ledgerColumn{
		{"receiptNo", coded}, {"contactAt", dated}, {"channel", short}, {"matter", short}, {"visitor", short}, {"phone", coded}, {"item", medium},
		{"situation", broad}, {"demand", broad}, {"firstResponder", short}, {"post", short}, {"status", short}, {"responsible", short},
		{"promised", dated}, {"closedAt", dated}, {"outcome", broad},
	}, receptionPage}}},
	LedgerMaterials: {readsCases, "A5", []ledgerSheet{{"", []ledgerColumn{
		{"receiptNo", coded}, {"takenAt", dated}, {"visitor", short}, {"material", medium}, {"form", short}, {"count", tiny}, {"condition", medium},
		{"place", medium}, {"takenBy", short}, {"pieceState", short}, {"returnedAt", dated}, {"returnedBy", short}, {"signedBy", short},
		{"report", medium},
	}, materialsPage}}},
	LedgerNotices: {readsCases, "Q3", []ledgerSheet{{"", []ledgerColumn{
		{"receiptNo", coded}, {"givenAt", dated}, {"visitor", short}, {"item", medium}, {"missing", broad}, {"toldWay", short}, {"givenBy", short},
		{"noticeNumber", tiny}, {"noticeReason", broad},
	}, noticesPage}}},
	LedgerHandOvers: {readsCases, "F10", []ledgerSheet{
		{"handOvers", []ledgerColumn{
			{"receiptNo", coded}, {"offeredAt", dated}, {"giveFrom", short}, {"to", short}, {"explanation", broad}, {"answerBy", dated},
			{"handOverState", short}, {"answeredAt", dated}, {"returnReason", broad},
		}, handOversPage},
		{"standIns", []ledgerColumn{
			{"absent", short}, {"absenceKind", short}, {"absentFrom", dated}, {"absentUntil", dated}, {"absenceReason", broad}, {"absenceState", short},
			{"post", medium}, {"standIn", short}, {"things", medium}, {"listWrittenAt", dated}, {"listAcceptedAt", dated}, {"decidedBy", short},
			{"decidedAt", dated},
		}, standInsPage},
	}},
	LedgerExtensions: {readsCases, "T5", []ledgerSheet{{"", []ledgerColumn{
		{"receiptNo", coded}, {"askedAt", dated}, {"askedBy", short}, {"extensionReason", broad}, {"workingDays", tiny}, {"oldDue", dated},
		{"newDue", dated}, {"extensionState", short}, {"decidedBy", short}, {"decidedAt", dated}, {"decision", medium}, {"toldAt", dated},
		{"toldBy", short}, {"toldWay", short},
	}, extensionsPage}}},
	LedgerBreaches: {leadsOrSupervises, "A4", []ledgerSheet{{"", []ledgerColumn{
		{"foundAt", dated}, {"receiptNo", coded}, {"answerable", short}, {"breachKind", short}, {"clause", tiny}, {"breachState", short},
		{"statement", broad}, {"measure", short}, {"decidedBy", short}, {"decidedAt", dated}, {"decision", broad}, {"carriedOutAt", dated},
		{"proof", medium}, {"appeal", medium}, {"appealOutcome", short}, {"breachClosedAt", dated},
	}, breachesPage}}},
	LedgerGifts: {leadsOrSupervises, "A1", []ledgerSheet{{"", []ledgerColumn{
		{"foundAt", dated}, {"answerable", short}, {"giftKind", short}, {"what", broad}, {"giver", medium}, {"value", short}, {"returned", short},
		{"returns", broad}, {"settledAt", dated}, {"registeredBy", short}, {"registeredAt", dated},
	}, giftsPage}}},
	LedgerJobSeekers: {servesWho, "E1", []ledgerSheet{{"", []ledgerColumn{
		{"registeredAt", dated}, {"name", short}, {"idNumber", dated}, {"phone", coded}, {"situations", medium}, {"residence", short},
		{"skills", medium}, {"wishes", medium}, {"obstacles", medium}, {"benefits", medium}, {"consent", tiny}, {"counsellor", short}, {"talks", tiny},
		{"referrals", tiny}, {"work", medium}, {"seekerState", short},
	}, jobSeekersPage}}},
	LedgerOpenings: {readsCases, "E3", []ledgerSheet{{"", []ledgerColumn{
		{"enteredAt", dated}, {"title", medium}, {"employer", medium}, {"sector", short}, {"workPlace", medium}, {"payMin", short}, {"payMax", short},
		{"headcount", tiny}, {"hired", tiny}, {"hours", short}, {"skillsAsked", medium}, {"demands", medium}, {"expiresOn", dated},
		{"contactName", short}, {"contactPhone", coded}, {"openingClosedAt", dated},
	}, openingsPage}}},
	LedgerTraining: {readsCases, "E5", []ledgerSheet{
		{"programs", []ledgerColumn{
			{"from", dated}, {"until", dated}, {"programKind", short}, {"programTitle", broad}, {"venue", medium}, {"organiser", short},
			{"programState", short}, {"capacity", tiny}, {"seated", tiny}, {"sessions", tiny}, {"attended", tiny}, {"passed", tiny},
			{"cost", short}, {"result", broad},
		}, trainingPage},
		{"studies", []ledgerColumn{
			{"date", dated}, {"staff", short}, {"post", medium}, {"subject", broad}, {"studyKind", short}, {"studyPassed", tiny}, {"note", broad},
			{"recordedBy", short},
		}, studiesPage},
	}},
	LedgerPartners: {readsCases, "P1", []ledgerSheet{
		{"partners", []ledgerColumn{
			{"partner", medium}, {"partnerKind", short}, {"address", medium}, {"contact", medium}, {"offers", medium}, {"agreementNo", medium},
			{"agreedOn", dated}, {"agreedUntil", dated}, {"joined", tiny}, {"leftAt", dated},
		}, partnersPage},
		{"projects", []ledgerColumn{
			{"projectNumber", coded}, {"proposedAt", dated}, {"project", broad}, {"projectKind", short}, {"origin", short}, {"projectPlace", medium},
			{"stage", short}, {"lead", short}, {"plannedFrom", dated}, {"plannedUntil", dated}, {"budget", short}, {"cost", short},
			{"units", medium}, {"pledges", broad}, {"residents", tiny}, {"projectOutcome", broad}, {"endedAt", dated},
		}, projectsPage},
	}},
	LedgerCulture: {readsCases, "C1", []ledgerSheet{
		{"groups", []ledgerColumn{
			{"group", medium}, {"groupKind", short}, {"foundedOn", dated}, {"groupContact", short}, {"members", tiny}, {"rehearsals", tiny},
			{"about", broad}, {"dissolvedAt", dated},
		}, groupsPage},
		{"events", []ledgerColumn{
			{"from", dated}, {"until", dated}, {"programKind", short}, {"programTitle", broad}, {"venue", medium}, {"organiser", short},
			{"group", medium}, {"programState", short}, {"acts", broad}, {"attended", tiny}, {"reached", tiny}, {"volunteerHours", tiny},
			{"cost", short}, {"result", broad},
		}, eventsPage},
	}},
}

// Ledgers gives the ledgers that the viewer may take.
func (d *Desk) Ledgers(ctx context.Context) ([]*Ledger, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	all := []*Ledger{}
	for _, kind := range ledgerKinds {
		if ledgers[kind].may(v) {
			all = append(all, &Ledger{kind})
		}
	}
	return all, nil
}

// TakeLedger reads a ledger from a day to a day, both included, in the office's zone, and then writes it as XLSX (R). The
// viewer's own cases and records are in it and counted, and nothing else; numbers of people are masked. Before the first byte
// it is written down who took which, of what period, with how many rows. What was written before an error is no whole file:
// begun tells whether there was any. One viewer takes one at a time, and few take one at once: others are refused with TOO_MANY
// before anything is read.
func (d *Desk) TakeLedger(ctx context.Context, kind LedgerKind, from, until workday.Date, words LedgerWords, w io.Writer) (begun bool, err error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return false, err
	}
	which, known := ledgers[kind]
	if !known {
		return false, office.Refuse(office.NotFound, "R", "kind")
	}
	if !which.may(v) {
		return false, office.Refuse(office.Forbidden, which.clause, "")
	}
	if from.IsZero() || until.IsZero() || until.Before(from) || from.AddDays(ledgerMost-1).Before(until) {
		return false, office.Refuse(office.BadInput, "R", "until").With("max", ledgerMost)
	}
	end, err := d.takers.begin(v.Staff)
	if err != nil {
		return false, err
	}
	defer end()
	ctx = Remember(ctx)
	l, err := d.ledgerReader(ctx, v, from, until, words)
	if err != nil {
		return false, err
	}
	book, err := sheet.NewBook()
	if err != nil {
		return false, err
	}
	defer func() {
		if closeErr := book.Close(); err == nil {
			err = closeErr
		}
	}()
	taken := LedgerTaken{Kind: kind, From: from, Until: until}
	for i := range which.sheets {
		n, err := book.Add(l.form(kind, &which.sheets[i]))
		if err != nil {
			return false, err
		}
		taken.Rows += n
	}
	if err := d.writeDownLedger(ctx, v, taken); err != nil {
		return false, err
	}
	return true, book.Send(w)
}

// writeDownLedger enters in the journal that a ledger was taken: a record of its own, about who took it.
func (d *Desk) writeDownLedger(ctx context.Context, v store.Viewer, taken LedgerTaken) error {
	id := key.Maker(key.Ledger)()
	_, err := perform(ctx, d, v.Community, "TAKE_LEDGER", id, taken, func(a *act) (caseKey, error) {
		events, head := 0, ""
		return caseKey{id}, a.record(record{id, v.Community, string(v.Staff), &events, &head}, casework.EventLedgerTaken, "",
			map[string]any{"ledger": taken.Kind, "from": taken.From, "until": taken.Until, "rows": taken.Rows}, nil)
	})
	return err
}

// LedgerTaken is a ledger that somebody took.
type LedgerTaken struct {
	Kind        LedgerKind
	From, Until workday.Date
	Rows        int
	At          time.Time
	ByID        string
	CommunityID string
}

// LedgersTaken gives the ledgers that were taken lately, the latest first: those of the viewer's communities for who leads or
// supervises, everybody else's own (bounded: 20). The keys of such entries ascend, and their index ends the reading.
func (d *Desk) LedgersTaken(ctx context.Context) ([]*LedgerTaken, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, err
	}
	entries, err := d.Store.Read().CaseEvent.Query().
		Where(caseevent.RecordIDGT(key.Ledger+"_"), caseevent.RecordIDLT(key.Ledger+"_8"), caseevent.KindEQ(casework.EventLedgerTaken)).
		Order(caseevent.ByRecordID(sql.OrderDesc())).Limit(20).All(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]*LedgerTaken, len(entries))
	for i, e := range entries {
		fact := func(name string) string { s, _ := e.Facts[name].(string); return s }
		one := &LedgerTaken{Kind: LedgerKind(fact("ledger")), At: e.At, CommunityID: e.CommunityID}
		if one.From, err = workday.ParseDate(fact("from")); err != nil {
			return nil, fmt.Errorf("entry %d: %w", e.ID, err)
		}
		if one.Until, err = workday.ParseDate(fact("until")); err != nil {
			return nil, fmt.Errorf("entry %d: %w", e.ID, err)
		}
		if n, ok := e.Facts["rows"].(float64); ok {
			one.Rows = int(n)
		}
		if e.ActorID != nil {
			one.ByID = *e.ActorID
		}
		all[i] = one
	}
	return all, nil
}

// ledgerReader reads one ledger for one viewer.
type ledgerReader struct {
	context.Context
	desk       *Desk
	viewer     store.Viewer
	words      LedgerWords
	zone       *time.Location
	from, next time.Time // next is the first instant after the period
	days       [2]string
	office     *Office
	// offices are those of the communities that the viewer reads.
	offices map[string]*Office
}

func (d *Desk) ledgerReader(ctx context.Context, v store.Viewer, from, until workday.Date, words LedgerWords) (*ledgerReader, error) {
	l := &ledgerReader{Context: ctx, desk: d, viewer: v, words: words, days: [2]string{from.String(), until.String()}, offices: map[string]*Office{}}
	for _, c := range append([]string{v.Community}, v.Communities...) {
		o, err := d.Office(ctx, c)
		if err != nil {
			return nil, err
		}
		l.offices[c] = o
	}
	l.office = l.offices[v.Community]
	l.zone = l.office.Calendar.Location()
	l.from, l.next = from.Start(l.zone), until.AddDays(1).Start(l.zone)
	return l, nil
}

func (l *ledgerReader) say(key string) string { return l.words.Say(key, nil) }

// several tells whether the ledger is of more than one community, and names each row's.
func (l *ledgerReader) several() bool { return len(l.viewer.Communities) > 1 }

func (l *ledgerReader) form(kind LedgerKind, s *ledgerSheet) sheet.Form {
	name := l.say("name." + string(kind))
	if s.name != "" {
		name = l.say("sheet." + s.name)
	}
	who := l.office.Staff[string(l.viewer.Staff)]
	note := map[string]any{"from": l.day(l.days[0]), "until": l.day(l.days[1]), "at": l.time(l.desk.Now()), "who": ""}
	if who != nil {
		note["who"] = who.Name
	}
	f := sheet.Form{
		Name: name, Title: l.words.Say("form", map[string]any{"office": l.office.Community.Name, "name": name}), Note: l.words.Say("note", note),
		Number: l.say("column.number"), Footer: l.words.Say("page", map[string]any{"page": "&P", "pages": "&N"}), Rows: l.rows(s),
	}
	if l.several() {
		f.Columns = append(f.Columns, sheet.FormColumn{Header: l.say("column.community"), Width: short})
	}
	for _, c := range s.columns {
		f.Columns = append(f.Columns, sheet.FormColumn{Header: l.say("column." + c.key), Width: c.width})
	}
	return f
}

// rows reads page after page: what is kept of the ledger is never more than one.
func (l *ledgerReader) rows(s *ledgerSheet) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		var after *ledgerPlace
		for {
			rows, next, err := s.page(l, after)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, r := range rows {
				cells := l.masked(s, r.cells)
				if l.several() {
					cells = append([]any{l.communityName(r.community)}, cells...)
				}
				if !yield(cells, nil) {
					return
				}
			}
			if next == nil {
				return
			}
			after = next
		}
	}
}

// masked masks the numbers of people that somebody wrote into a text: the file leaves the office's hands. How to reach an
// employer is no secret of anybody's.
func (l *ledgerReader) masked(s *ledgerSheet, cells []any) []any {
	for i, cell := range cells {
		if text, ok := cell.(string); ok && s.columns[i].key != "contactPhone" {
			cells[i] = person.MaskNumbers(text)
		}
	}
	return cells
}

// within narrows to what happened in the period, after the place of the page before.
func (l *ledgerReader) within(column string, after *ledgerPlace) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(sql.And(sql.GTE(s.C(column), l.from), sql.LT(s.C(column), l.next)))
		beyond(s, column, after)
	}
}

// onDays is within for a column that holds a day.
func (l *ledgerReader) onDays(column string, after *ledgerPlace) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(sql.And(sql.GTE(s.C(column), l.days[0]), sql.LTE(s.C(column), l.days[1])))
		beyond(s, column, after)
	}
}

// there narrows to what was there during the period: begun, on a day that may not be known, before its end, and not ended
// before its beginning.
func (l *ledgerReader) there(begun, ended string, after *ledgerPlace) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(sql.And(sql.LTE(s.C(begun), l.days[1]), sql.Or(sql.IsNull(s.C(ended)), sql.GTE(s.C(ended), l.from))))
		beyond(s, begun, after)
	}
}

func beyond(s *sql.Selector, column string, after *ledgerPlace) {
	if after == nil {
		return
	}
	s.Where(sql.Or(sql.GT(s.C(column), after.at), sql.And(sql.EQ(s.C(column), after.at), sql.GT(s.C("id"), after.id))))
}

// inOrder is the order of a sheet.
func inOrder(column string) func(*sql.Selector) {
	return func(s *sql.Selector) { s.OrderBy(s.C(column), s.C("id")) }
}

// lastOf is the place of a page's last record, nil where it is the last page.
func lastOf[T any](page []T, place func(T) (at any, id string)) *ledgerPlace {
	if len(page) < ledgerPage {
		return nil
	}
	at, id := place(page[len(page)-1])
	return &ledgerPlace{at, id}
}

// person is the name of a member of staff, "" for none.
func (l *ledgerReader) person(community, id string) string {
	if o := l.offices[community]; o != nil {
		if s := o.Staff[id]; s != nil {
			return s.Name
		}
	}
	return ""
}

func (l *ledgerReader) maybePerson(community string, id *string) string {
	if id == nil {
		return ""
	}
	return l.person(community, *id)
}

func (l *ledgerReader) postName(community string, id *string) string {
	if o := l.offices[community]; o != nil && id != nil {
		if p := o.Posts[*id]; p != nil {
			return p.Name
		}
	}
	return ""
}

func (l *ledgerReader) itemName(community string, id *string) string {
	if o := l.offices[community]; o != nil && id != nil {
		if i := o.Items[*id]; i != nil {
			return i.Name
		}
	}
	return ""
}

func (l *ledgerReader) communityName(id string) string {
	if o := l.offices[id]; o != nil {
		return o.Community.Name
	}
	return ""
}

// time writes an instant of the office: 2026年2月26日 周四 09:00.
func (l *ledgerReader) time(t time.Time) string {
	if l.words.English {
		return t.In(l.zone).Format("Mon 2 Jan 2006 15:04")
	}
	return zhTime(t, l.zone)
}

func (l *ledgerReader) maybeTime(t *time.Time) string {
	if t == nil {
		return ""
	}
	return l.time(*t)
}

// day writes a day as it is kept; "" for none.
func (l *ledgerReader) day(s string) string {
	d, err := workday.ParseDate(s)
	if err != nil {
		return s
	}
	if l.words.English {
		return d.Start(l.zone).Format("Mon 2 Jan 2006")
	}
	return zhDay(d.Start(l.zone), l.zone)
}

// word is a word of a closed list of the API, "" for none.
func ledgerWord[T ~string](l *ledgerReader, list string, v T) string {
	if v == "" {
		return ""
	}
	return l.say(fmt.Sprintf("enums:%s.%s", list, v))
}

func maybeWord[T ~string](l *ledgerReader, list string, v *T) string {
	if v == nil {
		return ""
	}
	return ledgerWord(l, list, *v)
}

func ledgerList[T ~string](l *ledgerReader, list string, all []T) string {
	words := make([]string, len(all))
	for i, v := range all {
		words[i] = ledgerWord(l, list, v)
	}
	return l.join(words)
}

// join writes a list in one cell.
func (l *ledgerReader) join(words []string) string {
	if l.words.English {
		return strings.Join(words, ", ")
	}
	return strings.Join(words, cellJoin)
}

func (l *ledgerReader) yes(b bool) string {
	if b {
		return l.say("yes")
	}
	return l.say("no")
}
