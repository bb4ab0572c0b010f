package service_test

import (
	"fmt"
	"strings"
	"testing"

	"xinxing/ent"
	"xinxing/internal/office/duty"
)

// damage changes the database behind the program's back: without the triggers, which refuse all of it.
func (p *people) damage(statement string, args ...any) {
	p.t.Helper()
	db := p.Desk.Store.DB()
	var triggers []string
	if p.Desk.Store.Postgres() {
		triggers = []string{"DO $$ DECLARE r record; BEGIN FOR r IN SELECT tgname, tgrelid::regclass AS of FROM pg_trigger WHERE NOT tgisinternal LOOP EXECUTE format('DROP TRIGGER %I ON %s', r.tgname, r.of); END LOOP; END $$"}
	} else {
		rows, err := db.Reader().QueryContext(p.Context(), "SELECT name FROM sqlite_master WHERE type = 'trigger'")
		p.ok(err)
		defer func() { _ = rows.Close() }()
		for rows.Next() {
			var name string
			p.ok(rows.Scan(&name))
			triggers = append(triggers, "DROP TRIGGER "+name)
		}
		p.ok(rows.Err())
		p.ok(rows.Close())
	}
	for _, drop := range triggers {
		_, err := db.Writer().ExecContext(p.Context(), drop)
		p.ok(err)
	}
	r, err := db.Writer().ExecContext(p.Context(), statement, args...)
	p.ok(err)
	if n, err := r.RowsAffected(); err != nil || n == 0 {
		p.t.Fatalf("%s touched %d rows (%v)", statement, n, err)
	}
}

func TestVerify_FindsEveryKindOfDamage(t *testing.T) {
	open := func(p *people) *ent.CaseFile { return p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5) }
	closed := func(p *people) *ent.CaseFile { return p.complete("clerk-a", open(p)) }
	for name, test := range map[string]struct {
		of        func(*people) *ent.CaseFile
		statement string // $1 is the case, $2 clerk-b
		want      string
	}{
		"a reason was changed":         {open, "UPDATE case_events SET reason = '没有原因' WHERE case_id = $1 AND number = 1 AND $2 <> ''", "entry 1 was changed"},
		"an instant was changed":       {open, "UPDATE case_events SET at = due_at WHERE case_id = $1 AND number = 2 AND $2 <> ''", "entry 2 was changed"},
		"the actor was changed":        {open, "UPDATE case_events SET actor_id = $2 WHERE case_id = $1 AND number = 2", "entry 2 was changed"},
		"the audience was changed":     {open, "UPDATE case_events SET audience = '[]' WHERE case_id = $1 AND number = 2 AND $2 <> ''", "entry 2 was changed"},
		"facts were changed":           {open, `UPDATE case_events SET facts = '{"workingDays":9}' WHERE case_id = $1 AND number = 2 AND $2 <> ''`, "entry 2 was changed"},
		"an entry was deleted":         {closed, "DELETE FROM case_events WHERE case_id = $1 AND number = 2 AND $2 <> ''", "entry 3 stands where 2 belongs"},
		"the first entry was deleted":  {closed, "DELETE FROM case_events WHERE case_id = $1 AND number = 1 AND $2 <> ''", "entry 2 stands where 1 belongs"},
		"the last entry was deleted":   {closed, "DELETE FROM case_events WHERE case_id = $1 AND number = 3 AND $2 <> ''", "the journal has 2 entries, the case counts 3"},
		"all entries were deleted":     {open, "DELETE FROM case_events WHERE case_id = $1 AND $2 <> ''", "the journal has 0 entries"},
		"the responsible was swapped":  {open, "UPDATE cases SET responsible_id = $2 WHERE id = $1", "the rules name"},
		"custody was swapped":          {open, "UPDATE cases SET holder_id = $2, responsible_id = $2 WHERE id = $1", "the journal ends with"},
		"the status was changed":       {open, "UPDATE cases SET status = 'RECEIVED' WHERE id = $1 AND $2 <> ''", "the journal ends with PROMISED"},
		"the deadline was moved":       {open, "UPDATE cases SET due_at = opened_at WHERE id = $1 AND $2 <> ''", "no alarm at its deadline"},
		"an alarm is missing":          {open, "DELETE FROM alarms WHERE case_id = $1 AND kind = 'PROMISE_PASSED' AND $2 <> ''", "no alarm at its deadline"},
		"an alarm was silenced":        {open, "UPDATE alarms SET pending = false WHERE case_id = $1 AND $2 <> ''", "no alarm at its deadline"},
		"closed with a pending alarm":  {closed, "UPDATE alarms SET pending = true WHERE case_id = $1 AND kind = 'PROMISE_PASSED' AND $2 <> ''", "closed, but 1 alarms wait"},
		"hidden as closed":             {open, "UPDATE cases SET open = false WHERE id = $1 AND $2 <> ''", "open is false but the status is PROMISED"},
		"closed and something waits":   {closed, "UPDATE cases SET offer_to_id = $2 WHERE id = $1", "closed, but something waits on it"},
		"a report that nobody decides": {open, "UPDATE cases SET report_to_id = $2 WHERE id = $1", "a report waits"},
		"the responsible is away":      {open, "UPDATE staff SET duty = 'AWAY' FROM cases WHERE staff.id = cases.responsible_id AND cases.id = $1 AND $2 <> ''", "is not on duty"},
		"the head was changed":         {open, "UPDATE cases SET head = 'none' WHERE id = $1 AND $2 <> ''", "the case's head"},
	} {
		t.Run(name, func(t *testing.T) {
			both(t, func(p *people) {
				c := test.of(p)
				beside := p.promise("clerk-c", p.open("clerk-c", "SQ-01"), 2)
				p.sound()
				p.damage(test.statement, c.ID, p.Staff["clerk-b"].ID)
				p.damageless("UPDATE communities SET ref_version = ref_version + 1")
				r, err := p.Desk.Verify(p.System())
				p.ok(err)
				found := false
				for _, f := range r.Findings {
					found = found || f.Receipt == c.ReceiptNo && strings.Contains(f.What, test.want)
					if f.Receipt == beside.ReceiptNo {
						t.Errorf("it finds fault with another case: %s", f.What)
					}
				}
				if !found {
					t.Errorf("want %q, found %v", test.want, r.Findings)
				}
			})
		})
	}
}

// damageless is a change that every process makes by itself.
func (p *people) damageless(statement string) {
	p.t.Helper()
	_, err := p.Desk.Store.DB().Writer().ExecContext(p.Context(), statement)
	p.ok(err)
}

func TestVerify_CountsWhatItLookedAt(t *testing.T) {
	both(t, func(p *people) {
		p.complete("clerk-a", p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5))
		p.open("clerk-b", "")
		p.duty("leader", "clerk-b", duty.Away)
		r, err := p.Desk.Verify(p.System())
		p.ok(err)
		p.want("report", fmt.Sprint(r.Cases, r.Open, r.Events, len(r.Findings)), "2 1 5 0")
	})
}
