// Package demo fills an empty database with the demo community: its people, posts, catalogue, residents and a year
// of cases, every one made by the same acts as at the desk, on a clock that runs through the year.
package demo

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"xinxing/ent"
	"xinxing/ent/fact"
	"xinxing/ent/staff"
	"xinxing/internal/demo/data"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
	"xinxing/internal/store"
)

// Password is every demo login's.
const Password = "xinxing-2026"

// The size of the demo community.
const (
	residents = 2000
	cases     = 606
	seed      = 20260226
)

const mark = "demo"

// Login is one of the logins that are printed.
type Login struct{ Role, Login, Name string }

// Is tells whether the database is a demo.
func Is(ctx context.Context, d *service.Desk) (bool, error) {
	return d.Store.Read().Fact.Query().Where(fact.ID(mark)).Exist(store.With(ctx, store.System()))
}

// Empty tells whether there is no office in the database yet.
func Empty(ctx context.Context, d *service.Desk) (bool, error) {
	n, err := d.Store.Read().Community.Query().Count(store.With(ctx, store.System()))
	return n == 0, err
}

// ErrNotEmpty says that a database holds an office already.
var ErrNotEmpty = errors.New("the database is not empty: a demo is only made in an empty one")

type world struct {
	ctx       context.Context
	d         *service.Desk
	clock     *stepClock
	community string
	logins    map[string]*ent.Staff
	posts     map[string]string
	people    []string
	departs   map[string]string
	office    *service.Office
	dice      *dice
	queue     agenda
	acts      int
	now       time.Time
}

// stepClock shows the instant that the story has reached.
type stepClock struct{ at time.Time }

// Now is the story's instant.
func (c *stepClock) Now() time.Time { return c.at }

// Fill makes the demo community as it stands at now, with a year of history behind it. Small makes a tenth of the
// cases and residents, for tests.
func Fill(ctx context.Context, d *service.Desk, now time.Time, small bool) error {
	empty, err := Empty(ctx, d)
	if err != nil {
		return err
	}
	if !empty {
		return ErrNotEmpty
	}
	nPeople, nCases := residents, cases
	if small {
		nPeople, nCases = nPeople/10, nCases/10
	}
	w := &world{
		ctx: store.With(ctx, store.System()), clock: &stepClock{}, logins: map[string]*ent.Staff{}, posts: map[string]string{},
		departs: map[string]string{}, dice: newDice(seed), now: store.Instant(now),
	}
	w.d = service.New(d.Store, w.clock, d.Box, slog.New(slog.DiscardHandler))
	w.d.Files = d.Files
	w.clock.at = w.now.AddDate(-1, 0, -7)
	for _, step := range []func() error{
		w.found, w.staff, w.place, w.catalogue, w.disclose, w.publish, func() error { return w.residents(nPeople) }, func() error { return w.year(nCases) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return d.Store.Act(w.ctx, "", func(ctx context.Context, tx *store.Tx) error {
		return tx.Fact.Create().SetID(mark).SetValue("1").Exec(ctx)
	})
}

func (w *world) found() error {
	if _, err := w.d.FoundOffice(w.ctx, data.Home.SubdistrictName, ""); err != nil {
		return err
	}
	c, err := w.d.FoundOffice(w.ctx, data.Home.Name, data.Home.SubdistrictName)
	if err != nil {
		return err
	}
	w.community = c.ID
	return nil
}

func (w *world) staff() error {
	roles := map[data.Role][]duty.Role{
		data.Director: {duty.Director}, data.Leader: {duty.Leader}, data.Clerk: {duty.Clerk}, data.GridWorker: {duty.Clerk},
		data.Administrator: {duty.Administrator}, data.Supervisor: {duty.Supervisor},
	}
	// Superiors first.
	waiting := data.AllStaff()
	for len(waiting) > 0 {
		var later []data.Staff
		for _, s := range waiting {
			if s.Superior != "" && w.logins[s.Superior] == nil {
				later = append(later, s)
				continue
			}
			of := data.Home.Name
			if s.Outside() {
				of = data.Home.SubdistrictName
			}
			made, err := w.d.AddUser(w.ctx, service.NewUser{
				Community: of, Login: s.Login, Name: s.Name, Title: s.Title, Password: Password, Roles: roles[s.Role], Superior: s.Superior,
			})
			if err != nil {
				return fmt.Errorf("%s: %w", s.Login, err)
			}
			w.logins[s.Login] = made
		}
		if len(later) == len(waiting) {
			return errors.New("the demo staff's superiors go in a circle")
		}
		waiting = later
	}
	return nil
}

// place makes the posts, with what they want of their A and B (B8), and the directory.
func (w *world) place() error {
	director := w.as(w.logins[w.first(data.Director)].ID)
	for _, p := range data.Posts() {
		in := service.SavePostInput{
			Code: p.Code, Name: p.Name, Duties: p.Duties, Window: p.Window, AID: w.logins[p.A].ID, BID: w.logins[p.B].ID,
			ClientMutationID: "post-" + p.Code,
		}
		for _, s := range data.Subjects() {
			if s.Post != p.Code {
				continue
			}
			in.AMustMaster = append(in.AMustMaster, s.Name)
			if s.BKnows {
				in.BMustKnow = append(in.BMustKnow, s.Name)
			}
		}
		made, err := w.d.SavePost(director, in)
		if err != nil {
			return fmt.Errorf("post %s: %w", p.Code, err)
		}
		w.posts[p.Code] = made.Post.ID
	}
	return w.d.Store.Act(w.ctx, w.community, func(ctx context.Context, tx *store.Tx) error {
		for _, p := range data.Departments() {
			made, err := tx.Department.Create().SetCommunityID(w.community).SetCode(p.Code).SetName(p.Name).SetPinyin(service.Spelled(p.Name)).
				SetAddress(p.Address).SetPhone(p.Phone).SetHours(p.Hours).SetWebsite(p.Web).SetDuties(p.Duties).Save(ctx)
			if err != nil {
				return err
			}
			w.departs[p.Code] = made.ID
		}
		return tx.Community.UpdateOneID(w.community).AddRefVersion(1).Exec(ctx)
	})
}

// materialsOf gives an item's list of materials as it is published.
func materialsOf(i data.Item) []*service.MaterialInput {
	out := []*service.MaterialInput{}
	for _, m := range i.Materials {
		out = append(out, &service.MaterialInput{
			Name: m.Name, Copies: m.Copies, Form: casework.MaterialForm(m.Form), IssuedBy: m.IssuedBy, Why: m.Why, Sample: m.Sample,
			Required: m.Required,
		})
	}
	return out
}

func (w *world) catalogue() error {
	from := workday.DateOf(w.clock.at, time.FixedZone("", 8*3600))
	director := w.as(w.logins[w.first(data.Director)].ID)
	for _, i := range data.Items() {
		channels := make([]casework.Channel, len(i.Channels))
		for k, c := range i.Channels {
			channels[k] = casework.Channel(c)
		}
		in := service.PublishItemInput{
			Code: i.Code, Name: i.Name, Kind: casework.ItemKind(i.Kind), LimitDays: i.LimitDays, Immediate: i.Kind == data.Enquiry,
			Fee: i.Fee, Channels: channels, Materials: materialsOf(i), Steps: i.Steps, LegalBasis: i.LegalBasis,
			MaxExtensions: i.MaxExtensions, MaxExtensionDays: i.ExtensionDays, ValidFrom: from, ClientMutationID: "item-" + i.Code,
		}
		if id, ok := w.posts[i.Post]; ok && i.Kind != data.NotIssued {
			in.PostID = &id
		}
		if id, ok := w.departs[i.Department]; ok {
			in.DepartmentID = &id
		}
		if _, err := w.d.PublishItem(director, in); err != nil {
			return fmt.Errorf("item %s: %w", i.Code, err)
		}
	}
	return nil
}

func (w *world) residents(n int) error {
	begin := w.clock.at
	w.clock.at = w.now
	defer func() { w.clock.at = begin }()
	var rows []service.NewResident
	for _, p := range data.Residents(n, seed) {
		if p.BirthDate >= w.now.Format(time.DateOnly) {
			continue // not born yet
		}
		rows = append(rows, service.NewResident{
			Name: p.Name, Phone: p.Phone, IDNumber: p.IDNumber, Address: p.Address, Tags: p.Tags, CreatedAt: begin,
		})
	}
	if err := w.d.ImportResidents(w.ctx, w.community, rows); err != nil {
		return err
	}
	var err error
	w.people, err = w.d.Store.Read().Resident.Query().IDs(w.ctx)
	slices.Sort(w.people)
	return err
}

// as gives the context of a member of staff at the desk.
func (w *world) as(id string) context.Context {
	var roles duty.Roles
	community := w.community
	for _, s := range w.logins {
		if s.ID == id {
			roles, community = s.Roles, s.CommunityID
		}
	}
	communities := []string{community}
	if roles.Has(duty.Supervisor) {
		communities = append(communities, w.community)
	}
	return store.With(w.ctx, store.Viewer{Staff: duty.StaffID(id), Community: community, Communities: communities, Roles: roles})
}

func (w *world) first(r data.Role) string {
	for _, s := range data.AllStaff() {
		if s.Role == r {
			return s.Login
		}
	}
	return ""
}

// Logins gives one demo login for each role, of the people who are on duty.
func Logins(ctx context.Context, d *service.Desk) ([]Login, error) {
	ctx = store.With(ctx, store.System())
	var out []Login
	for _, role := range []data.Role{data.Director, data.Leader, data.Clerk, data.Clerk, data.GridWorker, data.Supervisor, data.Administrator} {
		for _, s := range data.AllStaff() {
			if s.Role != role || slices.ContainsFunc(out, func(l Login) bool { return l.Login == s.Login }) {
				continue
			}
			known, err := d.Store.Read().Staff.Query().Where(staff.Login(s.Login)).Only(ctx)
			if ent.IsNotFound(err) {
				continue
			}
			if err != nil {
				return nil, err
			}
			o, err := d.Office(ctx, known.CommunityID)
			if err != nil {
				return nil, err
			}
			if o.Roster.OnDuty(duty.StaffID(known.ID)) {
				out = append(out, Login{string(role), s.Login, s.Name + " " + s.Title})
				break
			}
		}
	}
	return out, nil
}
