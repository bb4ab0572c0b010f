package store_test

import (
	"context"
	"testing"

	"xinxing/ent"
	"xinxing/ent/breach"
	"xinxing/ent/caseevent"
	"xinxing/ent/gift"
	"xinxing/internal/office"
	"xinxing/internal/office/accountability"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/store"
)

// What was said and decided about somebody is for the person, and for those who lead and supervise; what is of no case is
// for them and for whoever reported it (A1, A4).
func TestA4_ARegisterIsForWhomItConcerns(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		m := newMatrix(t, url)
		person := map[string]string{}
		var ofCase, ofNone, given string
		var entry int64
		err := m.s.Act(system(t), "", func(ctx context.Context, tx *store.Tx) error {
			for _, name := range []string{"person", "reporter", "colleague"} {
				p, err := tx.Staff.Create().SetCommunityID(m.own.community).SetName(name).SetLogin(name).SetPasswordHash("-").SetRoles([]duty.Role{duty.Clerk}).Save(ctx)
				if err != nil {
					return err
				}
				person[name] = p.ID
			}
			made := func(c *ent.BreachCreate) (string, error) {
				b, err := c.SetCommunityID(m.own.community).SetClause("F9").SetPersonID(person["person"]).SetReportedByID(person["reporter"]).SetFoundAt(instant).
					SetFacts(map[string]any{}).SetState(accountability.Decided).SetStatement("said").SetMeasure(accountability.Criticism).
					SetDecisionReason("why").SetDecidedByID("somebody").SetDecidedAt(instant).SetHeardAt(instant).SetProof("proof").SetAppeal("appeal").Save(ctx)
				if err != nil {
					return "", err
				}
				return b.ID, nil
			}
			var err error
			if ofCase, err = made(tx.Breach.Create().SetCaseID(m.own.kase).SetKind(casework.BreachAvoidance)); err != nil {
				return err
			}
			if ofNone, err = made(tx.Breach.Create().SetKind(casework.BreachPostHandOverMissed)); err != nil {
				return err
			}
			g, err := tx.Gift.Create().SetCommunityID(m.own.community).SetPersonID(person["person"]).SetKind(accountability.GiftTaken).SetWhat("-").SetGiver("-").
				SetValueFen(1).SetFoundAt(instant).SetRegisteredAt(instant).SetRegisteredByID(person["reporter"]).Save(ctx)
			if err != nil {
				return err
			}
			given = g.ID
			e, err := tx.CaseEvent.Create().SetCommunityID(m.own.community).SetRecordID(ofNone).SetAboutID(person["person"]).SetRestricted(true).SetNumber(1).
				SetKind(casework.EventBreachDecided).SetAt(instant).SetFacts(map[string]any{}).SetAudience([]string{}).SetPrevious("").SetHash("-").Save(ctx)
			if err == nil {
				entry = e.ID
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		viewer := func(name string) store.Viewer {
			v := m.viewers["c"]
			v.Staff = duty.StaffID(person[name])
			return v
		}
		// There is no supervision matter in this office: what is hidden is hidden all the same.
		for _, x := range []struct {
			who                         string
			v                           store.Viewer
			follows, ofNone, gift, told bool
		}{
			{"the person", viewer("person"), true, true, true, true},
			{"the reporter", viewer("reporter"), false, true, true, false},
			{"a colleague", viewer("colleague"), false, false, false, false},
			{"a leader", m.viewers["l"], true, true, true, true},
			{"the director", m.viewers["d"], true, true, true, true},
			{"the supervisor", m.viewers["s"], true, true, true, true},
		} {
			ctx := store.With(t.Context(), x.v)
			c := m.s.Read()
			b, err := c.Breach.Get(ctx, ofCase)
			if err != nil || b.Kind != casework.BreachAvoidance || b.PersonID != person["person"] {
				t.Fatalf("%s: %v, %v", x.who, b, err)
			}
			hidden := b.State == "" && b.Statement == "" && b.Measure == nil && b.DecisionReason == "" && b.DecidedByID == nil && b.DecidedAt == nil &&
				b.HeardAt == nil && b.Proof == "" && b.Appeal == "" && b.Version == 0
			shown := b.State == accountability.Decided && b.Statement == "said" && b.Measure != nil && b.DecisionReason == "why" && b.Proof == "proof" && b.Version == 1
			if x.follows && !shown || !x.follows && !hidden {
				t.Errorf("%s sees %v", x.who, b)
			}
			all, err := c.Breach.Query().Where(breach.PersonID(person["person"])).Order(breach.ByID()).All(ctx)
			if want := map[bool]int{true: 2, false: 1}[x.ofNone]; err != nil || len(all) != want {
				t.Errorf("%s sees %d breaches, want %d (%v)", x.who, len(all), want, err)
			}
			for _, one := range all {
				if !x.follows && (one.State != "" || one.Statement != "") {
					t.Errorf("%s follows %s: %v", x.who, one.Kind, one)
				}
			}
			_, err = c.Breach.Query().Where(breach.ID(ofCase)).Select(breach.FieldMeasure).Strings(ctx)
			if all := x.v.Roles.Leads() || x.v.Roles.Has(duty.Supervisor); all != (err == nil) || !all && !refused(err, office.Forbidden) {
				t.Errorf("%s selects the measure: %v", x.who, err)
			}
			if n, err := c.Gift.Query().Where(gift.ID(given)).Count(ctx); err != nil || (n == 1) != x.gift {
				t.Errorf("%s sees %d gifts (%v)", x.who, n, err)
			}
			if n, err := c.CaseEvent.Query().Where(caseevent.ID(entry)).Count(ctx); err != nil || (n == 1) != x.told {
				t.Errorf("%s sees %d entries of the register (%v)", x.who, n, err)
			}
		}
		for who, v := range map[string]store.Viewer{"the administrator": m.viewers["a"], "the neighbour": m.viewers["n"], "the public": {}} {
			n, err := m.s.Read().Breach.Query().Where(breach.IDIn(ofCase, ofNone)).Count(store.With(t.Context(), v))
			g, err2 := m.s.Read().Gift.Query().Where(gift.ID(given)).Count(store.With(t.Context(), v))
			if err != nil || err2 != nil || n+g != 0 {
				t.Errorf("%s sees %d and %d (%v, %v)", who, n, g, err, err2)
			}
		}
	})
}
