package store_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"xinxing/ent"
	"xinxing/ent/caseevent"
	"xinxing/ent/casefile"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
)

// matterCase opens a supervision matter of a community about somebody, worked on by somebody else.
func matterCase(c *ent.Client, community, receipt string, matter casework.Matter, about *string, worker string) *ent.CaseFileCreate {
	return c.CaseFile.Create().SetCommunityID(community).SetReceiptNo(receipt).SetStatus(casework.ToCheck).SetChannel(casework.ChannelWeb).
		SetContactAt(instant).SetOpenedAt(instant).SetFirstResponderID(worker).SetHolderID(worker).SetHolderRole(duty.AsSuperior).
		SetResponsibleID(worker).SetResponsibleRole(duty.AsSuperior).SetAnonymous(true).SetSituation("-").SetDemand("-").
		SetClock(casework.ClockReview).SetClockFrom(instant).SetDueAt(instant).SetQueueAt(instant).SetSoonAt(instant).SetMatter(matter).SetNillableAboutID(about)
}

// beside are the types whose records stand beside one case.
func beside(k kind) bool {
	switch k.name {
	case ent.TypePromise, ent.TypeHandOver, ent.TypeUpReport, ent.TypeExtension, ent.TypeBreach, ent.TypeAlarm, ent.TypeCaseEvent,
		ent.TypeOneTimeNotice, ent.TypeCustodyPiece, ent.TypeCharge, ent.TypeAttachment, ent.TypePrintedPaper, ent.TypeApology:
		return true
	}
	return false
}

// A supervision matter, and all that stands beside it, is for who works on it and for leaders, and never for whom it is
// about: neither a query nor a change reaches it for anybody else (Q6, A3).
func TestQ6_A3_AMatterIsHiddenFromWhomItIsAboutAndFromColleagues(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		m := newMatrix(t, url)
		person := map[string]string{}
		err := m.s.Act(system(t), "", func(ctx context.Context, tx *store.Tx) error {
			for _, name := range []string{"about", "worker", "colleague"} {
				p, err := tx.Staff.Create().SetCommunityID(m.own.community).SetName(name).SetLogin(name).SetPasswordHash("-").SetRoles([]duty.Role{duty.Clerk}).Save(ctx)
				if err != nil {
					return err
				}
				person[name] = p.ID
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		who := func(id, community string, role duty.Role, more ...string) store.Viewer {
			return store.Viewer{Staff: duty.StaffID(id), Community: community, Communities: append([]string{community}, more...), Roles: duty.Roles{role}}
		}
		own := m.own.community
		aboutSomebody, aboutNobody := person["about"], (*string)(nil)
		for n, x := range []struct {
			matter casework.Matter
			about  *string
		}{{casework.MatterComplaint, &aboutSomebody}, {casework.MatterBadRating, &aboutSomebody}, {casework.MatterComplaint, aboutNobody}} {
			r := m.own
			err := m.s.Act(system(t), "", func(ctx context.Context, tx *store.Tx) error {
				made, err := matterCase(tx.Client, own, fmt.Sprintf("20260226-1000%d", n), x.matter, x.about, person["worker"]).Save(ctx)
				if err != nil {
					return err
				}
				r.kase = made.ID
				for _, k := range kinds {
					if beside(k) {
						if err := k.create(ctx, tx.Client, &r, ""); err != nil {
							return fmt.Errorf("%s: %w", k.name, err)
						}
					}
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range []struct {
				name string
				v    store.Viewer
				sees bool
			}{
				{"a colleague", who(person["colleague"], own, duty.Clerk), false},
				{"who works on it", who(person["worker"], own, duty.Clerk), true},
				{"a leader", who(person["colleague"], own, duty.Leader), true},
				{"the director", who(person["colleague"], own, duty.Director), true},
				{"the supervisor", who(person["colleague"], m.above.community, duty.Supervisor, own), true},
				{"whom it is about", who(person["about"], own, duty.Clerk), false},
				{"whom it is about, a leader", who(person["about"], own, duty.Leader), x.about == nil},
				{"whom it is about, the director", who(person["about"], own, duty.Director), x.about == nil},
				{"whom it is about, the supervisor", who(person["about"], m.above.community, duty.Supervisor, own), x.about == nil},
				{"the administrator", who(person["colleague"], own, duty.Administrator), false},
				{"a director next door", who(m.other.staff, m.other.community, duty.Director), false},
			} {
				ctx := store.With(t.Context(), v.v)
				for _, k := range kinds {
					if !beside(k) {
						continue
					}
					want := 0
					if strings.Contains(k.read, letter(v.v)) {
						want = m.visible(t, v.v, k)
					}
					if got, err := k.count(ctx, m.s.Read()); err != nil || got != want {
						t.Errorf("%s, %s: reads %d of %s, want %d (%v)", x.matter, v.name, got, k.name, want, err)
					}
					if k.fixed || !strings.Contains(k.write, letter(v.v)) {
						continue
					}
					var n int
					if err := tried(ctx, m.s, func(ctx context.Context, c *ent.Client) (err error) { n, err = k.update(ctx, c); return err }); err != nil || n != want {
						t.Errorf("%s, %s: changes %d of %s, want %d (%v)", x.matter, v.name, n, k.name, want, err)
					}
				}
				// By its key nobody else reads it or changes it either.
				c, err := m.s.Read().CaseFile.Get(ctx, r.kase)
				if v.sees != (err == nil) || !v.sees && !ent.IsNotFound(err) {
					t.Errorf("%s, %s: %v, %v", x.matter, v.name, c, err)
				}
				events, err := m.s.Read().CaseEvent.Query().Where(caseevent.CaseID(r.kase)).Count(ctx)
				if err != nil || (events == 1) != v.sees {
					t.Errorf("%s, %s: %d entries (%v)", x.matter, v.name, events, err)
				}
				var changed int
				err = tried(ctx, m.s, func(ctx context.Context, c *ent.Client) (err error) {
					changed, err = c.CaseFile.Update().Where(casefile.ID(r.kase)).SetOutcome("-").Save(ctx)
					return err
				})
				if v.v.Roles.Has(duty.Administrator) {
					if !refused(err, office.Forbidden) {
						t.Errorf("the administrator changes it: %v", err)
					}
				} else if err != nil || (changed == 1) != v.sees {
					t.Errorf("%s, %s: changes %d (%v)", x.matter, v.name, changed, err)
				}
				err = tried(ctx, m.s, func(ctx context.Context, c *ent.Client) error {
					return c.CaseFile.UpdateOneID(r.kase).SetOutcome("-").Exec(ctx)
				})
				if (err == nil) != v.sees || !v.sees && !ent.IsNotFound(err) && !refused(err, office.Forbidden) {
					t.Errorf("%s, %s: changes it by its key: %v", x.matter, v.name, err)
				}
			}
		}
	})
}

// letter is the column of a viewer in the table of kinds.
func letter(v store.Viewer) string {
	for role, l := range map[duty.Role]string{duty.Clerk: "c", duty.Leader: "l", duty.Director: "d", duty.Administrator: "a", duty.Supervisor: "s"} {
		if v.Roles.Has(role) {
			return l
		}
	}
	return "-"
}

// visible counts the records of a type in the viewer's communities whose case the viewer may see, case by case, by MaySee.
func (m *matrix) visible(t *testing.T, v store.Viewer, k kind) int {
	t.Helper()
	cases, err := m.s.Read().CaseFile.Query().Where(casefile.CommunityIDIn(v.Communities...)).All(system(t))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, c := range cases {
		if !v.MaySee(c.Matter, c.AboutID, c.ResponsibleID, c.HolderID) {
			continue
		}
		var of int
		if err := m.s.DB().Reader().QueryRowContext(t.Context(), "SELECT COUNT(*) FROM "+k.table+" WHERE case_id = $1", c.ID).Scan(&of); err != nil {
			t.Fatal(err)
		}
		n += of
	}
	return n
}

// Ratings are never shown to whom they are about, whatever the role.
func TestQ6_NobodyReadsTheRatingsOfOwnWork(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		m := newMatrix(t, url)
		for _, role := range []duty.Role{duty.Leader, duty.Director, duty.Supervisor} {
			v := store.Viewer{Staff: duty.StaffID(m.own.other), Community: m.own.community, Communities: []string{m.own.community}, Roles: duty.Roles{role}}
			n, err := m.s.Read().Rating.Query().Count(store.With(t.Context(), v))
			if err != nil || n != 0 {
				t.Errorf("rated, the %s reads %d (%v)", role, n, err)
			}
		}
	})
}

// What the guards add to a query beside a case is found by the partial index of the few supervision matters, however many
// cases there are.
func TestGuards_TheFewMattersAreFoundByTheirIndex(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		var mu sync.Mutex
		sent := ""
		s, err := store.Open(t.Context(), url, store.Options{SQL: sqldb.Options{NoSync: true, OnStatement: func(_ context.Context, q string) {
			mu.Lock()
			defer mu.Unlock()
			sent = q
		}}})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		r := fill(t, s, "社区", nil)
		err = s.Act(system(t), "", func(ctx context.Context, tx *store.Tx) error {
			for n := range 20 {
				var cases []*ent.CaseFileCreate
				for i := range 100 {
					matter := casework.MatterService
					if i == 0 {
						matter = casework.MatterComplaint
					}
					cases = append(cases, matterCase(tx.Client, r.community, fmt.Sprintf("20260226-2%02d%02d", n, i), matter, nil, r.staff))
				}
				made, err := tx.CaseFile.CreateBulk(cases...).Save(ctx)
				if err != nil {
					return err
				}
				var events []*ent.CaseEventCreate
				for _, c := range made {
					at := r
					at.kase = c.ID
					events = append(events, event(tx.Client, &at, 1))
				}
				if err := tx.CaseEvent.CreateBulk(events...).Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.DB().Writer().ExecContext(t.Context(), "ANALYZE"); err != nil {
			t.Fatal(err)
		}
		for _, role := range []duty.Role{duty.Clerk, duty.Director} {
			v := store.Viewer{Staff: duty.StaffID(r.other), Community: r.community, Communities: []string{r.community}, Roles: duty.Roles{role}}
			if _, err := s.Read().CaseEvent.Query().Where(caseevent.CaseID(r.kase)).All(store.With(t.Context(), v)); err != nil {
				t.Fatal(err)
			}
			mu.Lock()
			query := sent
			mu.Unlock()
			plan := explain(t, s, query, r, role)
			t.Logf("%s\n%s", query, plan)
			if !strings.Contains(plan, "case_supervision") {
				t.Errorf("the guards of a %s do not use the index of the few matters:\n%s", role, plan)
			}
			if strings.Contains(plan, "Seq Scan") || strings.Contains(plan, "SCAN ") {
				t.Errorf("a whole table is read for a %s:\n%s", role, plan)
			}
		}
	})
}

// explain gives the database's plan of a query of the entries of one case.
func explain(t *testing.T, s *store.Store, query string, r records, role duty.Role) string {
	t.Helper()
	args := []any{r.kase, r.community, r.community, r.other}
	if role == duty.Clerk {
		args = append(args, r.other, r.other, r.other, `%"`+r.other+`"%`)
	}
	how := "EXPLAIN QUERY PLAN "
	if s.Postgres() {
		how = "EXPLAIN "
	}
	rows, err := s.DB().Reader().QueryContext(t.Context(), how+query, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for rows.Next() {
		cells := make([]any, len(columns))
		for i := range cells {
			cells[i] = new(any)
		}
		if err := rows.Scan(cells...); err != nil {
			t.Fatal(err)
		}
		last := *cells[len(cells)-1].(*any)
		if text, ok := last.([]byte); ok {
			last = string(text)
		}
		fmt.Fprintln(&b, last)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
