// Package service holds the use cases: each begins a transaction, loads the facts, asks the rule of the office,
// saves, appends to the journal and commits. It owns the transaction, the clock and the repetition of acts.
package service

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"log/slog"
	"sync"
	"time"

	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/actrecord"
	"xinxing/ent/calendarnotice"
	"xinxing/ent/community"
	"xinxing/ent/department"
	"xinxing/ent/item"
	"xinxing/ent/localday"
	"xinxing/ent/post"
	"xinxing/ent/staff"
	"xinxing/internal/files"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/seal"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
)

// Desk is the office at work: every use case is one of its methods.
type Desk struct {
	Store *store.Store
	Clock Clock
	Box   *seal.Box
	Log   *slog.Logger
	// Files keeps scans, photos and published files; nil where none can be taken in.
	Files files.Store
	// PublicURL is how residents reach the public pages, e.g. https://xinxing.example; it stands in the codes of papers.
	PublicURL string
	// Evidence signs and keeps the checkpoints of the journal; the zero value takes nothing into the log.
	Evidence Evidence

	mu      sync.RWMutex
	offices map[string]*Office
	// manyEntries is from how many entries on the cases behind a figure are looked through; tests make it small.
	manyEntries int
	// partSize is what is held of a file of a report before it is stored; tests make it small.
	partSize int
	takers   takers
}

// New makes a desk on an open store. box seals personal fields; clock tells the time.
func New(s *store.Store, clock Clock, box *seal.Box, log *slog.Logger) *Desk {
	return &Desk{Store: s, Clock: clock, Box: box, Log: log, offices: map[string]*Office{}, manyEntries: manyEntries, partSize: partSize}
}

// Office is what changes seldom in a community: its people, posts, items, directory, calendar and limits. A copy
// is never changed; a new version replaces it.
type Office struct {
	Community *ent.Community
	Calendar  *workday.Calendar
	Limits    casework.Limits
	Notices   map[int]workday.Notice
	Staff     map[string]*ent.Staff
	// Roster is who is on duty; it holds from since until until, when an absence begins or ends.
	Roster       duty.Roster
	Spells       []duty.Spell
	since, until time.Time
	// running are those that have been begun in the books and not ended.
	running []duty.Spell
	// turn is when the next of them must be begun or ended in the books; the zero time where none waits.
	turn        time.Time
	Posts       map[string]*ent.Post
	Items       map[string]*ent.Item
	Departments map[string]*ent.Department
	// What is on the public board: portraits by person, blank forms by the code of their item (B3, Q5).
	Portraits map[string]*ent.PublicFile
	Forms     map[string][]*ent.PublicFile
}

// Post gives a post as the rules see it; nil for none.
func (o *Office) Post(id *string) *duty.Post {
	if id == nil {
		return nil
	}
	p, ok := o.Posts[*id]
	if !ok {
		return nil
	}
	return &duty.Post{ID: p.ID, A: duty.StaffID(p.AID), B: duty.StaffID(p.BID)}
}

// holds tells whether the roster is that of the instant.
func (o *Office) holds(now time.Time) bool {
	return !now.Before(o.since) && (o.until.IsZero() || now.Before(o.until))
}

// at is the office with the roster of the instant.
func (o *Office) at(now time.Time) *Office {
	at := *o
	at.Roster, at.since, at.until = o.Roster.At(now, o.Spells), now, duty.Turn(now, o.Spells)
	return &at
}

// settled is the office with the roster that its books stand for: an absence counts from when it was begun until it was
// ended there, which is the next thing that anybody does after its time has come.
func (o *Office) settled(now time.Time) *Office {
	at := *o
	at.Roster = o.Roster.At(now, o.running)
	return &at
}

type officeKey struct{}

// Remember lets one request read each office's version once.
func Remember(ctx context.Context) context.Context {
	return context.WithValue(ctx, officeKey{}, &sync.Map{})
}

// Office gives the community's office as it is now. It costs one small statement, once a request.
func (d *Desk) Office(ctx context.Context, id string) (*Office, error) {
	memory, ok := ctx.Value(officeKey{}).(*sync.Map)
	if !ok {
		return d.officeOf(ctx, d.Store.Read(), id)
	}
	// A page's rows are resolved side by side: the first asks, the others wait for its answer.
	known, _ := memory.LoadOrStore(id, &remembered{})
	r := known.(*remembered)
	r.once.Do(func() {
		r.err = office.Refuse(office.Internal, "", "") // what the others find if this panics
		r.office, r.err = d.officeOf(ctx, d.Store.Read(), id)
	})
	if r.err != nil {
		memory.CompareAndDelete(id, r)
	}
	return r.office, r.err
}

type remembered struct {
	once   sync.Once
	office *Office
	err    error
}

// Forget takes that memory away again, for what lives longer than a request.
func Forget(ctx context.Context) context.Context { return context.WithValue(ctx, officeKey{}, nil) }

// Fresh forgets what this request remembered, after an act.
func Fresh(ctx context.Context) {
	if memory, ok := ctx.Value(officeKey{}).(*sync.Map); ok {
		memory.Clear()
	}
}

func (d *Desk) officeOf(ctx context.Context, c *ent.Client, id string) (*Office, error) {
	ctx = store.With(ctx, store.System())
	version, err := c.Community.Query().Where(community.ID(id)).Select(community.FieldRefVersion).Int(ctx)
	if ent.IsNotFound(err) {
		return nil, office.Refuse(office.NotFound, "", "community")
	}
	if err != nil {
		return nil, err
	}
	d.mu.RLock()
	o := d.offices[id]
	d.mu.RUnlock()
	now := d.Now()
	current := o != nil && o.Community.RefVersion == version
	if current && o.holds(now) {
		return o, nil
	}
	if !current {
		if o, err = loadOffice(ctx, c, id); err != nil {
			return nil, err
		}
	}
	o = o.at(now)
	d.mu.Lock()
	d.offices[id] = o
	d.mu.Unlock()
	return o, nil
}

func loadOffice(ctx context.Context, c *ent.Client, id string) (*Office, error) {
	com, err := c.Community.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	o := &Office{
		Community: com, Limits: com.Limits, Notices: map[int]workday.Notice{},
		Staff: map[string]*ent.Staff{}, Roster: duty.Roster{}, Posts: map[string]*ent.Post{},
		Items: map[string]*ent.Item{}, Departments: map[string]*ent.Department{},
		Portraits: map[string]*ent.PublicFile{}, Forms: map[string][]*ent.PublicFile{},
	}
	above := []string{id}
	if com.ParentID != nil {
		above = append(above, *com.ParentID)
	}
	people, err := c.Staff.Query().Where(staff.CommunityIDIn(above...)).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, s := range people {
		o.Staff[s.ID] = s
		m := duty.Member{ID: duty.StaffID(s.ID), State: duty.OnDuty, Roles: s.Roles}
		if s.LeftAt != nil {
			m.State = duty.Left
		}
		if s.SuperiorID != nil {
			m.Superior = duty.StaffID(*s.SuperiorID)
		}
		o.Roster[m.ID] = m
	}
	away, err := c.Absence.Query().Where(absence.CommunityIDIn(above...), absence.StateIn(duty.AbsenceAsked, duty.AbsenceApproved, duty.AbsenceRunning)).
		Order(absence.ByFromAt(), absence.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, ab := range away {
		if ab.State.Away() {
			o.Spells = append(o.Spells, spell(ab))
		}
		if ab.State == duty.AbsenceRunning {
			o.running = append(o.running, duty.Spell{Staff: duty.StaffID(ab.StaffID), State: spell(ab).State, From: ab.FromAt})
		}
		if ab.CommunityID == id && ab.NextAt != nil && (o.turn.IsZero() || ab.NextAt.Before(o.turn)) {
			o.turn = *ab.NextAt
		}
	}
	posts, err := c.Post.Query().Where(post.CommunityID(id)).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range posts {
		o.Posts[p.ID] = p
	}
	items, err := c.Item.Query().Where(item.CommunityID(id)).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, i := range items {
		o.Items[i.ID] = i
	}
	departments, err := c.Department.Query().Where(department.CommunityID(id)).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range departments {
		o.Departments[p.ID] = p
	}
	if err := o.loadPublicFiles(ctx, c); err != nil {
		return nil, err
	}
	if o.Calendar, err = loadCalendar(ctx, c, o); err != nil {
		return nil, err
	}
	return o, nil
}

func loadCalendar(ctx context.Context, c *ent.Client, o *Office) (*workday.Calendar, error) {
	loc, err := time.LoadLocation(o.Community.TimeZone)
	if err != nil {
		return nil, err
	}
	cfg := workday.Config{Location: loc, Hours: o.Community.Hours}
	notices, err := c.CalendarNotice.Query().Order(calendarnotice.ByYear()).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, n := range notices {
		o.Notices[n.Year] = n.Notice
		cfg.NoticeYears = append(cfg.NoticeYears, n.Year)
		cfg.Rows = append(cfg.Rows, n.Notice.Rows...)
	}
	days, err := c.LocalDay.Query().Where(localday.CommunityID(o.Community.ID)).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, l := range days {
		date, err := workday.ParseDate(l.Date)
		if err != nil {
			return nil, err
		}
		cfg.Rows = append(cfg.Rows, workday.Row{Date: date, Kind: l.Kind, Name: l.Name, Source: l.Source})
	}
	return workday.New(cfg)
}

// Now is the present instant as the store keeps it.
func (d *Desk) Now() time.Time { return store.Instant(d.Clock.Now()) }

// Viewer gives who is signed in; it refuses the public, and who came by a token: what a token may do is asked for by
// Reader and nothing else (P5).
func (d *Desk) Viewer(ctx context.Context) (store.Viewer, error) {
	v, err := d.Reader(ctx)
	if err == nil && v.Token != "" {
		return store.Viewer{}, office.Refuse(office.Forbidden, "P5", "")
	}
	return v, err
}

// act is one running act: its transaction, the office as it is in it, who acts and when, and what it adds to the
// journal.
type act struct {
	context.Context
	desk   *Desk
	tx     *store.Tx
	office *Office
	viewer store.Viewer
	actor  casework.Actor
	now    time.Time
	// entries is shared by copies of an act that run under another viewer.
	entries *[]*ent.CaseEventCreate
	figures *figures
}

// perform runs an act once for each client mutation id of an actor: repeated with the same input it gives the first
// result, with another input it is refused. The result is kept in the same transaction, as JSON: it must hold keys,
// no personal data.
func perform[R any](ctx context.Context, d *Desk, community, name, id string, input any, do func(*act) (R, error)) (R, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		var none R
		return none, err
	}
	return performBy(ctx, d, v, community, name, id, input, do)
}

// performBy is perform for a member of staff, or for a partner that came by a token (P5): the journal names the token, and
// do must have asked whether the partner may before it writes as the program.
func performBy[R any](ctx context.Context, d *Desk, v store.Viewer, community, name, id string, input any, do func(*act) (R, error)) (R, error) {
	var result R
	if _, err := text("clientMutationId", id, 100, office.BadInput); err != nil {
		return result, err
	}
	digest, err := d.digest(name, input)
	if err != nil {
		return result, err
	}
	err = d.transact(ctx, community, func(a *act) error {
		a.viewer = v
		if v.Token != "" {
			a.actor = casework.Actor{ID: duty.StaffID(v.Token)}
		} else if me, ok := a.office.Staff[string(v.Staff)]; ok {
			a.actor = casework.Actor{ID: v.Staff, Roles: me.Roles, State: a.office.Roster[v.Staff].State}
		} else {
			return office.Refuse(office.Forbidden, "", "")
		}
		books := a.program()
		known, err := books.tx.ActRecord.Query().
			Where(actrecord.ActorID(string(a.actor.ID)), actrecord.ClientMutationID(id)).Only(books)
		if err == nil {
			if known.Digest != digest {
				return office.Refuse(office.IdempotencyClash, "", "clientMutationId")
			}
			return json.Unmarshal([]byte(known.Result), &result)
		}
		if !ent.IsNotFound(err) {
			return err
		}
		var fresh R
		if fresh, err = do(a); err != nil {
			return err
		}
		result = fresh
		kept, err := json.Marshal(result)
		if err != nil {
			return err
		}
		return books.tx.ActRecord.Create().SetCommunityID(community).SetActorID(string(a.actor.ID)).SetClientMutationID(id).
			SetAct(name).SetDigest(digest).SetResult(string(kept)).SetAt(a.now).Exec(books)
	})
	Fresh(ctx)
	return result, err
}

// digest names an input without keeping it; it is keyed, since an input may hold a personal number.
func (d *Desk) digest(name string, input any) (string, error) {
	b, err := json.Marshal(input)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(d.Box.Lookup("act", name+"\n"+string(b))))
	return hex.EncodeToString(sum[:]), nil
}

// transact runs fn on the office as it is in the transaction, after what the clock has brought, and appends to the journal
// what was noted.
func (d *Desk) transact(ctx context.Context, community string, fn func(*act) error) error {
	turning := false // whether what fails is the turn, or the writing of both
	err := d.transactUnturned(ctx, community, func(a *act) error {
		turn := a.office.turn
		turning = !turn.IsZero() && !turn.After(a.now)
		// Nobody acts on yesterday's roster.
		if turning {
			if err := a.turn(); err != nil {
				return err
			}
		}
		err := fn(a)
		turning = turning && err == nil
		return err
	})
	if err == nil || !turning || ctx.Err() != nil {
		return err
	}
	// An absence that cannot turn holds nobody up: who is on duty goes by the clock all the same.
	d.Log.Error("turn of absences", "community", community, "error", err)
	return d.transactUnturned(ctx, community, fn)
}

// transactUnturned is transact where absences neither begin nor end before fn. Where two writers met on a unique key, it
// looks again.
func (d *Desk) transactUnturned(ctx context.Context, community string, fn func(*act) error) error {
	var err error
	for range 5 {
		err = d.Store.Act(ctx, community, func(ctx context.Context, tx *store.Tx) error {
			o, err := d.officeOf(ctx, tx.Client, community)
			if err != nil {
				return err
			}
			a := &act{Context: ctx, desk: d, tx: tx, office: o, now: d.Now(), entries: &[]*ent.CaseEventCreate{}, figures: &figures{}}
			if !o.holds(a.now) {
				a.office = o.at(a.now)
			}
			if err := fn(a); err != nil {
				return err
			}
			return a.append()
		})
		if _, unique := sqldb.IsUnique(err); !unique {
			return err
		}
	}
	return err
}

// append writes what counts and the noted entries, last of all and under the journal's lock: the numbers of both are in the order of commits.
func (a *act) append() error {
	entries := *a.entries
	if len(entries) == 0 && len(a.figures.of) == 0 {
		return nil
	}
	a = a.program() // an administrator whose act moves cases may write to none, and the journal tells of it all the same
	if err := a.tx.LockJournal(a, a.office.Community.ID); err != nil {
		return err
	}
	if err := a.writeFigures(); err != nil {
		return err
	}
	for len(entries) > 0 {
		n := min(len(entries), 200)
		if err := a.tx.CaseEvent.CreateBulk(entries[:n]...).Exec(a); err != nil {
			return err
		}
		entries = entries[n:]
	}
	return nil
}

// program is the same act run by the program itself: what a rule moves, it moves whoever set it going.
func (a *act) program() *act {
	p := *a
	p.Context = store.With(a.Context, store.System())
	return &p
}
