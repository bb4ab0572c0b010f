package service_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"xinxing/ent"
	"xinxing/ent/casefile"
	"xinxing/internal/office/accountability"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
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
	full := func(p *people) *ent.CaseFile { // with a notice, two pieces and a charge
		c := p.done(p.ask4("clerk-a", p.open("clerk-a", "DJ-01"), "", "居民身份证"))
		c = p.take("clerk-a", c, "户口簿", "房产证")
		return p.done(p.Desk.Charge(p.As("clerk-a"), service.ChargeInput{CaseRef: p.ref(c), Amount: "6.00"}))
	}
	matter := func(p *people) *ent.CaseFile {
		_, err := p.Desk.Complain(p.Context(), service.ComplainInput{
			Community: p.Community, Topic: casework.TopicConduct, Text: "态度不好", Person: "安晓梅", From: "x", Repeat: "1",
		})
		p.ok(err)
		c, err := p.Desk.Store.Read().CaseFile.Query().Where(casefile.MatterEQ(casework.MatterComplaint)).Only(p.System())
		p.ok(err)
		return c
	}
	for name, test := range map[string]struct {
		of        func(*people) *ent.CaseFile
		statement string // $1 is the case, $2 clerk-b
		want      string
	}{
		"a reason was changed":               {open, "UPDATE case_events SET reason = '没有原因' WHERE case_id = $1 AND number = 1 AND $2 <> ''", "entry 1 was changed"},
		"an instant was changed":             {open, "UPDATE case_events SET at = due_at WHERE case_id = $1 AND number = 2 AND $2 <> ''", "entry 2 was changed"},
		"the actor was changed":              {open, "UPDATE case_events SET actor_id = $2 WHERE case_id = $1 AND number = 2", "entry 2 was changed"},
		"the audience was changed":           {open, "UPDATE case_events SET audience = '[]' WHERE case_id = $1 AND number = 2 AND $2 <> ''", "entry 2 was changed"},
		"facts were changed":                 {open, `UPDATE case_events SET facts = '{"workingDays":9}' WHERE case_id = $1 AND number = 2 AND $2 <> ''`, "entry 2 was changed"},
		"an entry was deleted":               {closed, "DELETE FROM case_events WHERE case_id = $1 AND number = 2 AND $2 <> ''", "entry 3 stands where 2 belongs"},
		"the first entry was deleted":        {closed, "DELETE FROM case_events WHERE case_id = $1 AND number = 1 AND $2 <> ''", "entry 2 stands where 1 belongs"},
		"the last entry was deleted":         {closed, "DELETE FROM case_events WHERE case_id = $1 AND number = 3 AND $2 <> ''", "the journal has 2 entries, the case counts 3"},
		"all entries were deleted":           {open, "DELETE FROM case_events WHERE case_id = $1 AND $2 <> ''", "the journal has 0 entries"},
		"the responsible was swapped":        {open, "UPDATE cases SET responsible_id = $2 WHERE id = $1", "the rules name"},
		"custody was swapped":                {open, "UPDATE cases SET holder_id = $2, responsible_id = $2 WHERE id = $1", "the journal ends with"},
		"the status was changed":             {open, "UPDATE cases SET status = 'RECEIVED' WHERE id = $1 AND $2 <> ''", "the journal ends with PROMISED"},
		"the deadline was moved":             {open, "UPDATE cases SET due_at = opened_at WHERE id = $1 AND $2 <> ''", "no alarm at its deadline"},
		"another place in the queue":         {open, "UPDATE cases SET queue_at = opened_at WHERE id = $1 AND $2 <> ''", "its place in the queue is"},
		"green without a job-seeker's place": {open, "UPDATE cases SET green = true WHERE id = $1 AND $2 <> ''", "its place in the queue is"},
		"an alarm is missing":                {open, "DELETE FROM alarms WHERE case_id = $1 AND kind = 'PROMISE_PASSED' AND $2 <> ''", "no alarm at its deadline"},
		"an alarm was silenced":              {open, "UPDATE alarms SET pending = false WHERE case_id = $1 AND $2 <> ''", "no alarm at its deadline"},
		"closed with a pending alarm":        {closed, "UPDATE alarms SET pending = true WHERE case_id = $1 AND kind = 'PROMISE_PASSED' AND $2 <> ''", "closed, but 1 alarms wait"},
		"hidden as closed":                   {open, "UPDATE cases SET open = false WHERE id = $1 AND $2 <> ''", "open is false but the status is PROMISED"},
		"closed and something waits":         {closed, "UPDATE cases SET offer_to_id = $2 WHERE id = $1", "closed, but something waits on it"},
		"a report that nobody decides":       {open, "UPDATE cases SET report_to_id = $2 WHERE id = $1", "a report waits"},
		"the responsible is away": {open, "INSERT INTO absences (id, community_id, staff_id, kind, from_at, asked_by_id, asked_at, state) " +
			"SELECT 'abs_1', community_id, responsible_id, 'EMERGENCY', opened_at, responsible_id, opened_at, 'RUNNING' FROM cases WHERE id = $1 AND $2 <> ''", "is not on duty"},
		"a piece is gone":               {full, "DELETE FROM custody_pieces WHERE case_id = $1 AND name = '房产证' AND $2 <> ''", "2 pieces, 2 kept, 600 fen; beside it are 1, 1, 1, 600"},
		"a piece went back unsaid":      {full, "UPDATE custody_pieces SET state = 'RETURNED' WHERE case_id = $1 AND name = '房产证' AND $2 <> ''", "beside it are 1, 2, 1, 600"},
		"a piece is lost unsaid":        {full, "UPDATE custody_pieces SET state = 'LOST' WHERE case_id = $1 AND $2 <> ''", "beside it are 1, 2, 0, 600"},
		"a piece is said to be back":    {full, "UPDATE cases SET pieces_held = 1 WHERE id = $1 AND $2 <> ''", "1 kept, 600 fen; beside it are 1, 2, 2, 600"},
		"pieces are said that are none": {open, "UPDATE cases SET pieces = 1, pieces_held = 1 WHERE id = $1 AND $2 <> ''", "1 pieces, 1 kept, 0 fen; beside it are 0, 0, 0, 0"},
		"a notice is gone":              {full, "DELETE FROM one_time_notices WHERE case_id = $1 AND $2 <> ''", "beside it are 0, 2, 2, 600"},
		"a notice is not counted":       {full, "UPDATE cases SET notices = 0 WHERE id = $1 AND $2 <> ''", "it counts 0 notices"},
		"a charge is gone":              {full, "DELETE FROM charges WHERE case_id = $1 AND $2 <> ''", "beside it are 1, 2, 2, 0"},
		"a charge was raised":           {full, "UPDATE charges SET amount_fen = 999 WHERE case_id = $1 AND $2 <> ''", "beside it are 1, 2, 2, 999"},
		"a charge is not counted":       {full, "UPDATE cases SET charged_fen = 0 WHERE id = $1 AND $2 <> ''", "0 fen; beside it"},
		"closed and originals are kept": {full, "UPDATE cases SET status = 'WITHDRAWN', open = false, closed_at = opened_at WHERE id = $1 AND $2 <> ''", "closed, but 2 pieces are kept"},
		"kept and said to be none, closed": {func(p *people) *ent.CaseFile {
			c := p.take("clerk-a", p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3), "户口簿")
			pieces, err := p.Desk.Pieces(p.As("clerk-a"), c)
			p.ok(err)
			p.done(p.Desk.ReturnPiece(p.As("clerk-a"), service.ReturnPieceInput{CaseRef: p.ref(c), PieceID: pieces[0].ID, SignedBy: "王小明"}))
			return p.complete("clerk-a", p.now(c))
		}, "UPDATE custody_pieces SET state = 'DAMAGED' WHERE case_id = $1 AND $2 <> ''", "closed, but 1 pieces are kept"},
		"whom it is about answers for it": {matter, "UPDATE cases SET holder_id = about_id, responsible_id = about_id WHERE id = $1 AND $2 <> ''", "whom it is about, answers for it"},
		"whom it is about holds it":       {matter, "UPDATE cases SET about_id = holder_id WHERE id = $1 AND $2 <> ''", "whom it is about, answers for it"},
		"a matter without a deadline":     {matter, "DELETE FROM alarms WHERE case_id = $1 AND kind = 'REVIEW_PASSED' AND $2 <> ''", "no alarm at its deadline"},
		"the head was changed":            {open, "UPDATE cases SET head = 'none' WHERE id = $1 AND $2 <> ''", "the case's head"},
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
		p.want("report", fmt.Sprint(r.Cases, r.Open, r.Events, len(r.Findings)), "2 1 7 0")
	})
}

// However many cases a page has and whatever stands beside them, it is read with the same few statements.
func TestVerify_CostsTheSameFewStatements(t *testing.T) {
	for _, dialect := range servicetest.Databases() {
		t.Run(dialect, func(t *testing.T) {
			var sent atomic.Int64
			count := func(context.Context, string) { sent.Add(1) }
			p := &people{servicetest.NewWith(t, dialect, store.Options{SQL: sqldb.Options{OnStatement: count}}), t}
			cost := func() int64 {
				p.sound()
				sent.Store(0)
				p.sound()
				return sent.Load()
			}
			fill := func() {
				c := p.done(p.ask4("clerk-a", p.open("clerk-a", "DJ-01"), "再次", "居民身份证"))
				c = p.take("clerk-a", c, "户口簿", "房产证")
				p.done(p.Desk.Charge(p.As("clerk-a"), service.ChargeInput{CaseRef: p.ref(c), Amount: "6.00"}))
				_, err := p.Desk.Complain(p.Context(), service.ComplainInput{
					Community: p.Community, Topic: casework.TopicConduct, Text: "态度不好", Person: "安晓梅", From: p.ID(), Repeat: p.ID(),
				})
				p.ok(err)
			}
			fill()
			one := cost()
			for range 10 {
				fill()
			}
			many := cost()
			if many != one || many > 23 {
				t.Errorf("%d statements for 22 cases, %d for two", many, one)
			}
			t.Logf("%d statements a page, and the empty one after it", many)
		})
	}
}

// What stands in the registers is proved as cases are: a journal that was changed, shortened or put in another order, two
// absences on one post at one time, a gift that went back by half (A1, A4, B6).
func TestVerify_TheRegistersToo(t *testing.T) {
	for name, test := range map[string]struct{ statement, want string }{
		"a changed reason":        {"UPDATE case_events SET reason = 'better' WHERE record_id LIKE 'abs_%' AND number = 1", "entry 1 was changed"},
		"a moved date":            {"UPDATE case_events SET at = from_at FROM absences WHERE record_id = absences.id AND number = 1", "entry 1 was changed"},
		"a removed entry":         {"DELETE FROM case_events WHERE record_id LIKE 'abs_%' AND number = 2", "the journal has 1 entries, the case counts 2"},
		"two in another order":    {"UPDATE case_events SET number = 5 - number WHERE record_id LIKE 'abs_%'", "entry"},
		"a breach's entry":        {"UPDATE case_events SET reason = 'better' WHERE record_id LIKE 'bre_%'", "was changed"},
		"a gift's head":           {"UPDATE gifts SET head = 'none'", "head is not the journal's last entry"},
		"a gift counted too high": {"UPDATE gifts SET returned_fen = 7000", "6000 fen went back, it counts 7000"},
		"two on one post": {"INSERT INTO absence_posts (id, community_id, absence_id, post_id, staff_id, from_at, holds) " +
			"SELECT 'abp_1', community_id, absence_id, post_id, staff_id, from_at, TRUE FROM absence_posts LIMIT 1", "at one time"},
	} {
		t.Run(name, func(t *testing.T) {
			both(t, func(p *people) {
				ab := p.planned("clerk-a", "2026-03-02 08:30", "2026-03-03 17:00")
				p.write("clerk-a", ab)
				g, err := p.Desk.RegisterGift(p.As("clerk-b"), service.RegisterGiftInput{
					PersonID: p.Staff["clerk-a"].ID, Kind: accountability.GiftTaken, What: "购物卡", Giver: "办事居民", Value: "100", ClientMutationID: p.ID(),
				})
				p.ok(err)
				_, err = p.Desk.ReturnGift(p.As("leader"), service.ReturnGiftInput{
					GiftID: g.Gift.ID, Version: g.Gift.Version, Amount: "60", Way: accountability.GivenBack, Proof: "收条", ClientMutationID: p.ID(),
				})
				p.ok(err)
				p.sound()
				p.damage(test.statement)
				r, err := p.Desk.Verify(p.System())
				p.ok(err)
				if !slices.ContainsFunc(r.Findings, func(f service.Finding) bool { return strings.Contains(f.What, test.want) }) {
					t.Errorf("want %q, found %v", test.want, r.Findings)
				}
			})
		})
	}
}
