package store_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"xinxing/ent"
	"xinxing/ent/migrate"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
	"xinxing/internal/store/wake"
)

func refused(err error, code office.Code) bool {
	r, ok := errors.AsType[*office.Refusal](err)
	return ok && r.Code == code
}

// matrix is a database with two communities and the subdistrict above the first, and one viewer for each column of
// the table.
type matrix struct {
	s                 *store.Store
	own, above, other records
	viewers           map[string]store.Viewer
	rows              func(table string, communities ...string) int
}

func newMatrix(t *testing.T, url string) *matrix {
	t.Helper()
	m := &matrix{s: open(t, url, wake.Options{})}
	m.above = fill(t, m.s, "街道", nil)
	m.own = fill(t, m.s, "社区", &m.above.community)
	m.other = fill(t, m.s, "邻家", nil)
	one := func(r records, role duty.Role, more ...string) store.Viewer {
		return store.Viewer{Staff: duty.StaffID(r.staff), Community: r.community, Communities: append([]string{r.community}, more...), Roles: duty.Roles{role}}
	}
	m.viewers = map[string]store.Viewer{
		"c": one(m.own, duty.Clerk), "l": one(m.own, duty.Leader), "d": one(m.own, duty.Director), "a": one(m.own, duty.Administrator),
		"s": one(m.above, duty.Supervisor, m.own.community), "n": one(m.other, duty.Director),
	}
	m.rows = func(table string, communities ...string) int {
		t.Helper()
		n := 0
		column := "community_id"
		if table == "communities" {
			column = "id"
		}
		for _, c := range communities {
			var k int
			if err := m.s.DB().Reader().QueryRowContext(t.Context(), "SELECT COUNT(*) FROM "+table+" WHERE "+column+" = $1", c).Scan(&k); err != nil {
				t.Fatal(err)
			}
			n += k
		}
		return n
	}
	return m
}

func TestGuards_NameEveryType(t *testing.T) {
	known := map[string]bool{"calendar_notices": true, "sessions": true, "sign_in_attempts": true, "facts": true}
	for _, k := range kinds {
		known[k.table] = true
	}
	for _, table := range migrate.Tables {
		if !known[table.Name] {
			t.Errorf("nobody says who may read %s", table.Name)
		}
	}
}

func TestGuards_WhoReadsWhat(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		m := newMatrix(t, url)
		for _, k := range kinds {
			n, err := k.count(t.Context(), m.s.Read())
			if err != nil || n != 0 {
				t.Errorf("the public reads %d of %s (%v)", n, k.name, err)
			}
			for who, v := range m.viewers {
				want := 0
				if strings.Contains(k.read, who) {
					want = m.rows(k.table, v.Communities...)
				}
				n, err := k.count(store.With(t.Context(), v), m.s.Read())
				if err != nil || n != want {
					t.Errorf("%s reads %d of %s, want %d (%v)", who, n, k.name, want, err)
				}
			}
			all, err := k.count(system(t), m.s.Read())
			if want := m.rows(k.table, m.own.community, m.above.community, m.other.community); err != nil || all != want || want < 3 {
				t.Errorf("the program reads %d of %s, want %d (%v)", all, k.name, want, err)
			}
		}
		// A role alone shows nothing where no community is named.
		n, err := m.s.Read().CaseFile.Query().Count(store.With(t.Context(), store.Viewer{Roles: duty.Roles{duty.Director}}))
		if err != nil || n != 0 {
			t.Errorf("a director of nowhere reads %d cases (%v)", n, err)
		}
	})
}

func TestGuards_EdgesAreGuardedToo(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		m := newMatrix(t, url)
		ctx := store.With(t.Context(), m.viewers["n"])
		c, err := m.s.Read().CaseFile.Query().WithResponsible().All(ctx)
		if err != nil || len(c) != 1 || c[0].ID != m.other.kase || c[0].Edges.Responsible == nil {
			t.Fatalf("%v, %v", c, err)
		}
		foreign, err := m.s.Read().CaseFile.Get(system(t), m.own.kase)
		if err != nil {
			t.Fatal(err)
		}
		if s, err := foreign.QueryResponsible().Only(ctx); !ent.IsNotFound(err) {
			t.Errorf("from a case of another community: %v, %v", s, err)
		}
		if _, err := m.s.Read().CaseFile.Get(ctx, m.own.kase); !ent.IsNotFound(err) {
			t.Errorf("another community's case: %v", err)
		}
	})
}

func TestGuards_WhoWritesWhat(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		m := newMatrix(t, url)
		for _, k := range kinds {
			type try struct {
				name    string
				allowed bool
				do      func(ctx context.Context, c *ent.Client) (int, error)
			}
			for _, x := range []try{{"changes", !k.fixed, k.update}, {"removes", !k.stays, k.remove}} {
				var n int
				do := func(ctx context.Context, c *ent.Client) (err error) { n, err = x.do(ctx, c); return err }
				err := tried(t.Context(), m.s, do)
				if want := office.Unauthenticated; x.allowed && !refused(err, want) || !x.allowed && !refused(err, office.Forbidden) {
					t.Errorf("the public %s %s: %v", x.name, k.name, err)
				}
				if !x.allowed {
					// Not even the program itself.
					if err := tried(system(t), m.s, do); !refused(err, office.Forbidden) {
						t.Errorf("the program %s %s: %v", x.name, k.name, err)
					}
				}
				for who, v := range m.viewers {
					err := tried(store.With(t.Context(), v), m.s, do)
					if !x.allowed || !strings.Contains(k.write, who) {
						if !refused(err, office.Forbidden) {
							t.Errorf("%s %s %s: %v", who, x.name, k.name, err)
						}
						continue
					}
					if want := m.rows(k.table, v.Communities...); err != nil || n != want {
						t.Errorf("%s %s %d of %s, want %d (%v)", who, x.name, n, k.name, want, err)
					}
				}
			}
		}
	})
}

func TestGuards_WhoCreatesWhatAndWhere(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		m := newMatrix(t, url)
		for _, k := range kinds {
			if k.create == nil {
				continue
			}
			for who, v := range m.viewers {
				for _, at := range []records{m.own, m.above, m.other} {
					r := at
					err := tried(store.With(t.Context(), v), m.s, func(ctx context.Context, c *ent.Client) error { return k.create(ctx, c, &r, "+") })
					if strings.Contains(k.write, who) && slices.Contains(v.Communities, at.community) {
						if err != nil {
							t.Errorf("%s creates %s: %v", who, k.name, err)
						}
					} else if !refused(err, office.Forbidden) {
						t.Errorf("%s creates %s for another: %v", who, k.name, err)
					}
				}
			}
			r := m.own
			err := tried(t.Context(), m.s, func(ctx context.Context, c *ent.Client) error { return k.create(ctx, c, &r, "+") })
			if !refused(err, office.Unauthenticated) {
				t.Errorf("the public creates %s: %v", k.name, err)
			}
		}
		// Communities are made by the program alone.
		for who, v := range m.viewers {
			err := tried(store.With(t.Context(), v), m.s, func(ctx context.Context, c *ent.Client) error {
				return c.Community.Create().SetName("新").SetHours(workday.DefaultHours()).Exec(ctx)
			})
			if !refused(err, office.Forbidden) {
				t.Errorf("%s creates a community: %v", who, err)
			}
		}
	})
}

func TestGuards_TheProgramsOwnIsHidden(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		m := newMatrix(t, url)
		err := m.s.Act(system(t), "", func(ctx context.Context, tx *store.Tx) error {
			return errors.Join(
				tx.Session.Create().SetTokenHash("hash").SetStaffID(m.own.staff).SetCreatedAt(instant).SetExpiresAt(instant).Exec(ctx),
				tx.SignInAttempt.Create().SetLoginHash("hash").SetLastAt(instant).Exec(ctx),
				tx.Fact.Create().SetID("demo").SetValue("yes").Exec(ctx),
				tx.CalendarNotice.Create().SetYear(2026).SetNotice(workday.Notice{Year: 2026}).Exec(ctx),
			)
		})
		if err != nil {
			t.Fatal(err)
		}
		contexts := map[string]context.Context{"the public": t.Context()}
		for who, v := range m.viewers {
			contexts[who] = store.With(t.Context(), v)
		}
		c := m.s.Read()
		for who, ctx := range contexts {
			sessions, err1 := c.Session.Query().Count(ctx)
			attempts, err2 := c.SignInAttempt.Query().Count(ctx)
			facts, err3 := c.Fact.Query().Count(ctx)
			if err := errors.Join(err1, err2, err3); err != nil || sessions+attempts+facts != 0 {
				t.Errorf("%s reads %d sessions, %d attempts, %d facts (%v)", who, sessions, attempts, facts, err)
			}
			notices, err := c.CalendarNotice.Query().Count(ctx)
			if err != nil || notices != 1 {
				t.Errorf("%s reads %d notices (%v)", who, notices, err)
			}
			for name, write := range map[string]func(context.Context, *ent.Client) error{
				"a session": func(ctx context.Context, c *ent.Client) error {
					return c.Session.Update().SetExpiresAt(instant).Exec(ctx)
				},
				"an attempt": func(ctx context.Context, c *ent.Client) error {
					_, err := c.SignInAttempt.Delete().Exec(ctx)
					return err
				},
				"a fact": func(ctx context.Context, c *ent.Client) error {
					return c.Fact.Create().SetID("x").SetValue("x").Exec(ctx)
				},
				"the notices": func(ctx context.Context, c *ent.Client) error {
					return c.CalendarNotice.Update().SetYear(1999).Exec(ctx)
				},
			} {
				if err := tried(ctx, m.s, write); !refused(err, office.Forbidden) && !refused(err, office.Unauthenticated) {
					t.Errorf("%s writes %s: %v", who, name, err)
				}
			}
		}
	})
}

func TestViewer_Arrives(t *testing.T) {
	v := store.Viewer{Staff: "stf_1", Community: "com_1", Communities: []string{"com_1"}, Roles: duty.Roles{duty.Clerk}}
	if _, ok := store.ViewerOf(t.Context()); ok {
		t.Error("somebody is there before anybody came")
	}
	store.Arrive(t.Context(), &v) // of no effect where nobody is expected
	if _, ok := store.ViewerOf(t.Context()); ok {
		t.Error("somebody came who was not expected")
	}
	ctx := store.Expect(t.Context())
	below := context.WithValue(ctx, belowKey{}, 1)
	if _, ok := store.ViewerOf(below); ok {
		t.Error("expected is not there")
	}
	store.Arrive(below, &v)
	for _, c := range []context.Context{ctx, below} {
		if got, ok := store.ViewerOf(c); !ok || got.Staff != v.Staff {
			t.Errorf("%v, %v", got, ok)
		}
	}
	if got, _ := store.ViewerOf(store.With(ctx, store.System())); !got.IsSystem() {
		t.Error("the program itself is not asked for its name")
	}
	store.Arrive(ctx, nil)
	if _, ok := store.ViewerOf(below); ok {
		t.Error("who went is still there")
	}
	if v.IsSystem() || !store.System().IsSystem() {
		t.Error("who is the program?")
	}
}

type belowKey struct{}
