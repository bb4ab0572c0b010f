// Package servicetest sets up a small office for tests, the same on both databases.
package servicetest

import (
	"context"
	"crypto/sha256"
	"embed"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/ent/community"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/seal"
	"xinxing/internal/service"
	"xinxing/internal/store"
	"xinxing/internal/store/storetest"
)

// The databases by the names of their subtests.
const (
	SQLite   = storetest.SQLite
	Postgres = storetest.Postgres
)

// Start is where the clock of a new office stands: a Thursday morning in office hours, two working days before the
// make-up Saturday of 28 February 2026.
const Start = "2026-02-26 09:00"

// Zone is the time zone of the office.
var Zone = time.FixedZone("Asia/Shanghai", 8*3600)

// Clock is a clock that stands still until it is set. It is safe for use by many goroutines.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// Now is the instant that it was set to.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Set sets it, forward or back.
func (c *Clock) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = t
}

// Instant reads a time of the office such as "2026-02-26 09:00".
func Instant(t testing.TB, s string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", s, Zone)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// Office is a small office on a database of its own: 新星社区 below 九站街道, and 邻家社区 that belongs to neither. People
// go by their sign-in names, posts, items and departments by their codes; seed.go lists them.
type Office struct {
	Desk  *service.Desk
	Clock *Clock
	// URL is the address of the database.
	URL string
	// Community and Neighbour are the keys of 新星社区 and 邻家社区, Subdistrict that of 九站街道.
	Community, Neighbour, Subdistrict string
	Staff                             map[string]*ent.Staff
	Posts                             map[string]*ent.Post
	Items                             map[string]*ent.Item
	Departments                       map[string]*ent.Department
	// Resident is 王小明, of 新星社区.
	Resident *ent.Resident

	t   testing.TB
	ctx context.Context
}

// Databases are those that the tests run on.
func Databases() []string { return storetest.Databases() }

// Both runs a test on each database, with a new office each.
func Both(t *testing.T, test func(t *testing.T, o *Office)) {
	t.Helper()
	for _, dialect := range Databases() {
		t.Run(dialect, func(t *testing.T) { test(t, New(t, dialect)) })
	}
}

// Box is the box that seals in every office of tests.
func Box() *seal.Box {
	key := sha256.Sum256([]byte("xinxing servicetest"))
	b, err := seal.New(key[:])
	if err != nil {
		panic(err) // 32 bytes are a key
	}
	return b
}

// New makes an office on a new database of a kind, SQLite or Postgres. Everything goes with the test. Without
// PostgreSQL a test that wants it fails.
func New(t testing.TB, dialect string) *Office { return NewWith(t, dialect, store.Options{}) }

// NewWith is New with a store tuned by opts.
func NewWith(t testing.TB, dialect string, opts store.Options) *Office {
	t.Helper()
	o := &Office{URL: template.Copy(t, dialect), Clock: &Clock{}, t: t, ctx: t.Context()}
	o.At(Start)
	o.Desk = o.open(t, opts)
	o.read(t)
	return o
}

// Again opens a second process's desk on the same database, by the same clock.
func (o *Office) Again(t testing.TB) *Office {
	t.Helper()
	other := *o
	other.t, other.ctx = t, t.Context()
	other.Desk = o.open(t, store.Options{})
	return &other
}

func (o *Office) open(t testing.TB, opts store.Options) *service.Desk {
	t.Helper()
	opts.NoMigrate, opts.SQL.NoSync = true, true
	s, err := store.Open(t.Context(), o.URL, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return service.New(s, o.Clock, Box(), slog.New(slog.DiscardHandler))
}

// At sets the clock to a time of the office such as "2026-02-26 09:00".
func (o *Office) At(s string) {
	o.t.Helper()
	o.Clock.Set(Instant(o.t, s))
}

// Context is the test's context of the public: nobody is signed in.
func (o *Office) Context() context.Context { return o.ctx }

// System is the test's context of the program itself.
func (o *Office) System() context.Context { return store.With(o.ctx, store.System()) }

// Viewer is a member of staff as a viewer.
func (o *Office) Viewer(login string) store.Viewer {
	o.t.Helper()
	s, ok := o.Staff[login]
	if !ok {
		o.t.Fatalf("nobody signs in as %q", login)
	}
	v := store.Viewer{
		Staff: duty.StaffID(s.ID), Community: s.CommunityID, Communities: []string{s.CommunityID}, Roles: s.Roles,
	}
	if v.Roles.Has(duty.Supervisor) {
		v.Communities = append(v.Communities, o.Community)
	}
	return v
}

// As is the test's context with somebody signed in.
func (o *Office) As(login string) context.Context {
	o.t.Helper()
	return store.With(o.ctx, o.Viewer(login))
}

var lastID atomic.Int64

// ID gives a clientMutationId that was not used before.
func ID() string { return fmt.Sprintf("test-%d", lastID.Add(1)) }

// ID gives a clientMutationId that was not used before.
func (o *Office) ID() string { return ID() }

// Refused tells whether err is a refusal with this code, about this clause; an empty clause fits any.
func Refused(err error, code office.Code, clause string) bool {
	r, ok := errors.AsType[*office.Refusal](err)
	return ok && r.Code == code && (clause == "" || r.Clause == clause)
}

// WantRefused fails the test where err is no such refusal.
func WantRefused(t testing.TB, err error, code office.Code, clause string) {
	t.Helper()
	if !Refused(err, code, clause) {
		t.Fatalf("got %v; want the refusal %s (%s)", err, code, clause)
	}
}

// read finds the keys of what the seed made.
func (o *Office) read(t testing.TB) {
	t.Helper()
	ctx, c := o.System(), o.Desk.Store.Read()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	communities, err := c.Community.Query().Order(community.ByID()).All(ctx)
	check(err)
	for _, com := range communities {
		switch com.Name {
		case officeName:
			o.Community = com.ID
		case neighbourName:
			o.Neighbour = com.ID
		case subdistrictName:
			o.Subdistrict = com.ID
		}
	}
	o.Staff, o.Posts, o.Items, o.Departments = map[string]*ent.Staff{}, map[string]*ent.Post{}, map[string]*ent.Item{}, map[string]*ent.Department{}
	people, err := c.Staff.Query().All(ctx)
	check(err)
	for _, s := range people {
		o.Staff[s.Login] = s
	}
	posts, err := c.Post.Query().All(ctx)
	check(err)
	for _, p := range posts {
		o.Posts[p.Code] = p
	}
	items, err := c.Item.Query().All(ctx)
	check(err)
	for _, i := range items {
		o.Items[i.Code] = i
	}
	departments, err := c.Department.Query().All(ctx)
	check(err)
	for _, d := range departments {
		o.Departments[d.Code] = d
	}
	residents, err := c.Resident.Query().All(ctx)
	check(err)
	for _, r := range residents {
		if r.CommunityID == o.Community {
			o.Resident = r
		}
	}
}

//go:embed *.go
var source embed.FS

// template is a database with the seed in it.
var template = storetest.NewTemplate("servicetest", source, build)
