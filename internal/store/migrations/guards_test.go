package migrations_test

import (
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"strings"
	"sync"
	"testing"

	"entgo.io/ent"

	entschema "xinxing/ent/schema"
	"xinxing/internal/store/migrations"
	"xinxing/internal/store/sqldb"
)

// try runs one statement in a transaction that is rolled back.
func (o *office) try(q string, args ...any) error {
	return o.inTx(func(tx *sql.Tx) error {
		r, err := tx.ExecContext(o.t.Context(), q, args...)
		if err != nil {
			return err
		}
		n, err := r.RowsAffected()
		if err == nil && n == 0 {
			err = errors.New("no row was touched")
		}
		return err
	})
}

func (o *office) refuses(want migrations.Refusal, q string, args ...any) {
	o.t.Helper()
	err := o.try(q, args...)
	if got, ok := migrations.Refused(err); !ok || got != want {
		o.t.Errorf("%s\n%v: %v, want refusal %q", q, args, err, want)
	}
}

func (o *office) allows(q string, args ...any) {
	o.t.Helper()
	if err := o.try(q, args...); err != nil {
		o.t.Errorf("%s\n%v: %v, want it allowed", q, args, err)
	}
}

func TestGuards_JournalsAreAppendOnly(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		for _, table := range []string{"case_events", "accesses"} {
			o.refuses(migrations.AppendOnly, "UPDATE "+table+" SET reason = 'better'")
			o.refuses(migrations.AppendOnly, "UPDATE "+table+" SET reason = reason")
			o.refuses(migrations.AppendOnly, "DELETE FROM "+table)
			if dialect == sqldb.Postgres {
				o.refuses(migrations.AppendOnly, "TRUNCATE "+table)
			}
			o.must(o.insert(table+"3", table, "1", row{}))
		}
		// What a resident was told, paid, gave and said, and what was printed, column by column.
		for _, table := range []string{"one_time_notices", "charges", "attachments", "ratings", "printed_papers", "log_records", "log_checkpoints", "gift_returns", "apologies", "studies", "volunteers", "token_reads", "figure_entries", "figure_releases"} {
			columns := o.table(table).Columns
			for _, c := range columns {
				o.refuses(migrations.AppendOnly, fmt.Sprintf(`UPDATE %s SET "%s" = $1 WHERE id = $2`, table, c.Name), other(c), sample(table+"1", columns[0]))
			}
			o.refuses(migrations.AppendOnly, "DELETE FROM "+table)
			if dialect == sqldb.Postgres {
				o.refuses(migrations.AppendOnly, "TRUNCATE "+table)
			}
		}
		o.refuses(migrations.AppendOnly, "INSERT INTO accesses SELECT * FROM accesses WHERE true ON CONFLICT (id) DO UPDATE SET reason = 'better'")
		o.refuses(migrations.AppendOnly, "UPDATE act_records SET result = '{}'")
		o.allows("DELETE FROM act_records WHERE at <= $1", instant)
	})
}

// SQLite's REPLACE removes rows without asking the triggers on removal, unless the connection asks for it.
func TestGuards_SQLiteReplace(t *testing.T) {
	o := newOffice(t, sqldb.SQLite)
	o.must(o.exec("PRAGMA recursive_triggers = on"))
	o.refuses(migrations.AppendOnly, "REPLACE INTO accesses SELECT * FROM accesses")
	o.refuses(migrations.AppendOnly, "REPLACE INTO case_events SELECT * FROM case_events")
	o.refuses(migrations.Kept, "REPLACE INTO cases SELECT * FROM cases")
	o.refuses(migrations.Kept, "REPLACE INTO custody_pieces SELECT * FROM custody_pieces")
	o.refuses(migrations.AppendOnly, "REPLACE INTO log_records SELECT * FROM log_records")
	o.refuses(migrations.AppendOnly, "REPLACE INTO ratings SELECT * FROM ratings")
}

func TestF1_FirstContactNeverChanges(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		o.refuses(migrations.Fixed, "UPDATE cases SET first_responder_id = 'staff_b1' WHERE id = 'cases1'")
		o.allows("UPDATE cases SET responsible_id = 'staff_b1', holder_id = 'staff_b1', status = 'REPORTED', version = version + 1 WHERE id = 'cases1'")
		o.allows("UPDATE cases SET first_responder_id = first_responder_id, outcome = 'done' WHERE id = 'cases1'")
	})
}

func TestT4_APromiseIsNeverEdited(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		o.refuses(migrations.Fixed, "UPDATE promises SET due_at = $1", instant.AddDate(0, 0, 1))
		o.must(o.exec("UPDATE promises SET result = 'KEPT' WHERE id = 'promises1'"))
		o.refuses(migrations.Fixed, "UPDATE promises SET result = 'MISSED' WHERE id = 'promises1'")
		o.refuses(migrations.Fixed, "UPDATE promises SET result = NULL WHERE id = 'promises1'")
		o.refuses(migrations.Fixed, "UPDATE promises SET result = 'KEPT', due_at = $1 WHERE id = 'promises2'", instant.AddDate(0, 0, 1))
		o.allows("UPDATE promises SET result = 'MISSED' WHERE id = 'promises2'")
	})
}

func TestT7_AnAlarmEndsOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		for id, q := range map[string]string{
			"fired":     "UPDATE alarms SET pending = false, fired_at = $2 WHERE id = $1",
			"cancelled": "UPDATE alarms SET pending = false WHERE id = $1 AND at <= $2",
		} {
			o.must(o.insert(id, "alarms", "1", row{}))
			o.must(o.exec(q, id, instant))
			o.refuses(migrations.Fixed, "UPDATE alarms SET pending = true WHERE id = $1", id)
			o.refuses(migrations.Fixed, "UPDATE alarms SET pending = true, fired_at = NULL WHERE id = $1", id)
			o.refuses(migrations.Fixed, "UPDATE alarms SET fired_at = $2 WHERE id = $1", id, instant.AddDate(0, 0, 1))
			o.refuses(migrations.Fixed, "UPDATE alarms SET at = $2 WHERE id = $1", id, instant.AddDate(0, 0, 1))
			o.allows("UPDATE alarms SET pending = false WHERE id = $1", id)
		}
		o.refuses(migrations.Kept, "DELETE FROM alarms WHERE id = 'fired'")
		o.allows("DELETE FROM alarms WHERE id = 'cancelled'")
		o.allows("UPDATE alarms SET at = $1, due_at = $1 WHERE id = 'alarms1'", instant.AddDate(0, 0, 1))
		if err := o.try("UPDATE alarms SET fired_at = $1 WHERE id = 'alarms1'", instant); err == nil || !strings.Contains(err.Error(), "alarm_fired_is_not_pending") {
			t.Errorf("an alarm fell and is pending still: %v", err)
		}
		if err := o.insert("again", "alarms", "1", row{"subject": "alarms1"}); err == nil {
			t.Error("a second alarm of one kind on one clock was taken")
		} else if _, ok := sqldb.IsUnique(err); !ok {
			t.Error(err)
		}
	})
}

func TestP5_ARevokedTokenStaysRevoked(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		o.must(o.exec("UPDATE api_tokens SET revoked_at = $1 WHERE id = 'api_tokens1'", instant))
		o.refuses(migrations.Fixed, "UPDATE api_tokens SET revoked_at = NULL WHERE id = 'api_tokens1'")
		o.refuses(migrations.Fixed, "UPDATE api_tokens SET revoked_at = $1 WHERE id = 'api_tokens1'", instant.AddDate(1, 0, 0))
		o.allows("UPDATE api_tokens SET last_used_at = $1 WHERE id = 'api_tokens1'", instant)
	})
}

func TestGuards_AReportPullGoesOneWay(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		ready := "state = 'READY', ready_at = $1, gone_at = $2, row_count = 3"
		o.must(o.exec("UPDATE report_pulls SET "+ready+" WHERE id = 'report_pulls1'", instant, instant.AddDate(0, 0, 7)))
		o.refuses(migrations.Fixed, "UPDATE report_pulls SET state = 'WAITING', ready_at = NULL WHERE id = 'report_pulls1'")
		o.refuses(migrations.Fixed, "UPDATE report_pulls SET row_count = 4 WHERE id = 'report_pulls1'")
		o.must(o.exec("UPDATE report_pulls SET state = 'GONE' WHERE id = 'report_pulls1'"))
		o.refuses(migrations.Fixed, "UPDATE report_pulls SET state = 'READY' WHERE id = 'report_pulls1'")
		o.allows("UPDATE report_pulls SET parts = 0 WHERE id = 'report_pulls1'")
	})
}

func TestGuards_NothingOfACaseIsRemoved(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		for _, table := range []string{"cases", "promises", "hand_overs", "up_reports", "extensions", "breaches", "custody_pieces", "public_files", "gifts",
			"partners", "projects", "bookings", "pledges", "deliveries", "pictures", "programs", "enrolments", "props", "prop_loans", "job_seekers", "counsellings", "referrals", "follow_ups", "api_tokens", "report_pulls"} {
			o.refuses(migrations.Kept, "DELETE FROM "+table)
			if dialect == sqldb.Postgres {
				// case_events is the first that the cascade reaches in the case of cases.
				if _, ok := migrations.Refused(o.inTx(func(tx *sql.Tx) error {
					_, err := tx.ExecContext(t.Context(), "TRUNCATE "+table+" CASCADE")
					return err
				})); !ok {
					t.Errorf("TRUNCATE %s was not refused", table)
				}
			}
		}
	})
}

// What the ent schema calls immutable on the records of a case is so in the database too, and nothing else is.
func TestGuards_FollowTheSchema(t *testing.T) {
	types := map[string]ent.Interface{
		"cases": entschema.CaseFile{}, "promises": entschema.Promise{}, "hand_overs": entschema.HandOver{},
		"up_reports": entschema.UpReport{}, "extensions": entschema.Extension{}, "breaches": entschema.Breach{}, "alarms": entschema.Alarm{},
		"custody_pieces": entschema.CustodyPiece{}, "absences": entschema.Absence{}, "absence_posts": entschema.AbsencePost{},
		"post_hand_overs": entschema.PostHandOver{},
		"public_files":    entschema.PublicFile{},
		"gifts":           entschema.Gift{},
		"projects":        entschema.Project{}, "bookings": entschema.Booking{}, "pledges": entschema.Pledge{}, "deliveries": entschema.Delivery{},
		"pictures": entschema.Picture{}, "api_tokens": entschema.APIToken{}, "report_pulls": entschema.ReportPull{},
		"enrolments": entschema.Enrolment{}, "prop_loans": entschema.PropLoan{},
		"job_seekers": entschema.JobSeeker{}, "counsellings": entschema.Counselling{}, "referrals": entschema.Referral{}, "follow_ups": entschema.FollowUp{},
	}
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		for table, declared := range types {
			fields := declared.Fields()
			for _, m := range declared.Mixin() {
				fields = append(fields, m.Fields()...)
			}
			immutable := map[string]bool{}
			for _, f := range fields {
				immutable[f.Descriptor().Name] = f.Descriptor().Immutable
			}
			tab := o.table(table)
			for _, c := range tab.Columns {
				value := other(c)
				for _, fk := range tab.ForeignKeys {
					if !immutable[c.Name] && fk.Columns[len(fk.Columns)-1].Name == c.Name {
						value = o.otherParent(fk.RefTable.Name)
					}
				}
				q := fmt.Sprintf(`UPDATE %s SET "%s" = $1 WHERE id = $2`, table, c.Name)
				switch {
				case immutable[c.Name]:
					o.refuses(migrations.Fixed, q, value, table+"1")
				case table == "alarms" && (c.Name == "pending" || c.Name == "fired_at"), table == "gifts" && (c.Name == "returned_fen" || c.Name == "closed_at"),
					table == "bookings" && c.Name == "holds", table == "prop_loans" && c.Name == "closed_at",
					table == "report_pulls" && (c.Name == "state" || c.Name == "ready_at" || c.Name == "failure"),
					table == "follow_ups" && (c.Name == "done_at" || c.Name == "employed"):
					// their own test
				default:
					o.allows(q, value, table+"1")
				}
			}
		}
	})
}

// What was said and appealed stays as it was said, and what has ended has ended (A4); a gift is closed when its value went
// back, once, and not before (A1).
func TestA1_A4_TheRegistersKeepWhatWasSaid(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		o.must(o.exec("UPDATE breaches SET state = 'HEARD', heard_at = $1, statement = 'said' WHERE id = 'breaches1'", instant))
		o.refuses(migrations.Fixed, "UPDATE breaches SET statement = 'better' WHERE id = 'breaches1'")
		o.refuses(migrations.Fixed, "UPDATE breaches SET heard_at = NULL WHERE id = 'breaches1'")
		o.must(o.exec("UPDATE breaches SET state = 'APPEALED', appealed_at = $1, appeal = 'said' WHERE id = 'breaches1'", instant))
		o.refuses(migrations.Fixed, "UPDATE breaches SET appeal = 'better' WHERE id = 'breaches1'")
		o.must(o.exec("UPDATE breaches SET state = 'DISMISSED' WHERE id = 'breaches1'"))
		o.refuses(migrations.Fixed, "UPDATE breaches SET state = 'FOUND' WHERE id = 'breaches1'")
		o.refuses(migrations.Fixed, "UPDATE breaches SET parent_id = 'breaches1' WHERE id = 'breaches2'")

		checked := func(name, check, q string, args ...any) {
			t.Helper()
			if err := o.try(q, args...); err == nil || !strings.Contains(err.Error(), check) {
				t.Errorf("%s: %v, want %s", name, err, check)
			}
		}
		checked("more than its value", "gift_", "UPDATE gifts SET returned_fen = 101 WHERE id = 'gifts1'")
		checked("closed too early", "gift_closed_when_whole", "UPDATE gifts SET returned_fen = 99, closed_at = $1 WHERE id = 'gifts1'", instant)
		checked("whole and open", "gift_open_until_whole", "UPDATE gifts SET returned_fen = 100 WHERE id = 'gifts1'")
		o.must(o.exec("UPDATE gifts SET returned_fen = 99 WHERE id = 'gifts1'"))
		o.must(o.exec("UPDATE gifts SET returned_fen = 100, closed_at = $1 WHERE id = 'gifts1'", instant))
		o.refuses(migrations.Fixed, "UPDATE gifts SET returned_fen = 1, closed_at = NULL WHERE id = 'gifts1'")
		if err := o.insert("gift9", "gifts", "1", row{"value_fen": 0}); err == nil || !strings.Contains(err.Error(), "gift_has_value") {
			t.Errorf("a gift of no value: %v", err)
		}
		if err := o.insert("gift8", "gifts", "1", row{"kind": "OFFERED"}); err == nil || !strings.Contains(err.Error(), "gift_open_until_whole") {
			t.Errorf("what was not taken is open: %v", err)
		}
	})
}

// otherParent is another possible parent in community 1, or none.
func (o *office) otherParent(table string) any {
	if table == "staff" {
		return "staff_b1"
	}
	return nil
}

func TestQ4_B1_ChecksOfReferenceData(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		for days, allowed := range map[int]bool{0: false, 1: true, 7: true, 8: false} {
			err := o.insert(fmt.Sprintf("item%d", days), "items", "1", row{"kind": "REGISTRATION", "limit_days": days})
			if (err == nil) != allowed || err != nil && !strings.Contains(err.Error(), "item_registration_cap") {
				t.Errorf("registration in %d days: %v", days, err)
			}
		}
		o.must(o.insert("item30", "items", "1", row{"kind": "CERTIFICATE", "limit_days": 30}))
		if err := o.insert("post9", "posts", "1", row{"a_id": "staff1", "b_id": "staff1"}); err == nil || !strings.Contains(err.Error(), "post_a_is_not_b") {
			t.Errorf("A = B: %v", err)
		}
	})
}

func TestQ5_B3_APublishedFileIsOfOneThingAndIsRemovedOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		for name, bad := range map[string]row{
			"of nobody":           {"staff_id": nil},
			"of both":             {"item_code": "DJ-01", "removed_at": instant},
			"a form of a person":  {"kind": "FORM", "removed_at": instant},
			"a portrait of items": {"staff_id": nil, "item_code": "DJ-01"},
		} {
			if err := o.insert("bad", "public_files", "1", bad); err == nil || !strings.Contains(err.Error(), "public_file_of") {
				t.Errorf("%s: %v", name, err)
			}
		}
		o.must(o.insert("form1", "public_files", "1", row{"kind": "FORM", "staff_id": nil, "item_code": "DJ-01"}))
		o.must(o.insert("form2", "public_files", "1", row{"kind": "FORM", "staff_id": nil, "item_code": "DJ-01"}))
		if err := o.insert("again", "public_files", "1", row{}); err == nil {
			t.Error("a second portrait of one person")
		} else if _, ok := sqldb.IsUnique(err); !ok {
			t.Error(err)
		}
		o.must(o.exec("UPDATE public_files SET removed_at = $1, removed_by_id = 'staff1' WHERE id = 'public_files1'", instant))
		o.must(o.insert("again", "public_files", "1", row{}))
		o.refuses(migrations.Fixed, "UPDATE public_files SET removed_at = NULL WHERE id = 'public_files1'")
		o.refuses(migrations.Fixed, "UPDATE public_files SET removed_at = $1 WHERE id = 'public_files1'", instant.AddDate(0, 0, 1))
		o.refuses(migrations.Fixed, "UPDATE public_files SET removed_by_id = 'staff_b1' WHERE id = 'public_files1'")
	})
}

// Every key from one record of a community to another refuses a parent of another community, and a missing one.
func TestTenants_NeverMix(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		o.must(o.insert("cases7", "cases", "2", row{}))
		// Nobody of these looks for work yet: a resident does once.
		o.must(o.insert("residents7", "residents", "2", row{"id_number_hash": nil}))
		o.must(o.insert("residents8", "residents", "1", row{"id_number_hash": nil}))
		// What a row must say beside the key that is tried, so that the key is all that is wrong with it.
		beside := map[string]row{
			"bookings.program_id": {"project_id": nil}, "pictures.program_id": {"project_id": nil}, "project_tasks.partner_id": {"owner_id": nil},
			"enrolments": {"ticket": 99}, "follow_ups": {"months": 1}, "project_tasks": {"number": 99}, "job_seekers": {"resident_id": "residents8"},
			"report_pulls": {"ready_at": instant, "gone_at": instant},
		}
		tried := map[string]bool{}
		for _, table := range o.tables {
			for _, fk := range table.ForeignKeys {
				column := fk.Columns[len(fk.Columns)-1].Name
				tried[table.Name+"."+column] = true
				bad := []string{"nobody"}
				if len(fk.Columns) == 2 && table.Name == "ratings" {
					bad = append(bad, "cases7") // a case is rated once, and the other one is already
				} else if table.Name == "job_seekers" && column == "resident_id" {
					bad = append(bad, "residents7")
				} else if len(fk.Columns) == 2 {
					bad = append(bad, fk.RefTable.Name+"2")
				}
				for n, parent := range bad {
					id := fmt.Sprintf("%s_%s%d", table.Name, column, n)
					given := row{}
					maps.Copy(given, beside[table.Name])
					maps.Copy(given, beside[table.Name+"."+column])
					given[column] = parent
					for _, c := range table.Columns {
						if c.Name == "state" {
							given["state"] = c.Enums[len(c.Enums)-1] // one running record on a case is there already
						}
						if c.Name == "removed_at" {
							given["removed_at"] = instant // one portrait of a person is there already
						}
					}
					err := o.insert(id, table.Name, "1", given)
					if err == nil || !strings.Contains(strings.ToUpper(err.Error()), "FOREIGN KEY") {
						t.Errorf("%s.%s = %s: %v", table.Name, column, parent, err)
					}
				}
			}
		}
		for _, want := range strings.Fields(`cases.first_responder_id cases.holder_id cases.responsible_id cases.resident_id cases.item_id cases.post_id
			cases.department_id cases.promise_id promises.case_id hand_overs.case_id up_reports.case_id extensions.case_id breaches.case_id
			alarms.case_id case_events.case_id resident_terms.resident_id accesses.resident_id items.post_id posts.a_id posts.b_id sessions.staff_id
			one_time_notices.case_id custody_pieces.case_id charges.case_id attachments.case_id ratings.case_id printed_papers.case_id printed_papers.absence_id
			public_files.staff_id public_files.community_id
			breaches.absence_id apologies.case_id gift_returns.gift_id`) {
			if !tried[want] {
				t.Errorf("there is no key on %s", want)
			}
		}
		// A case's promise is one of its own.
		o.must(o.insert("cases9", "cases", "1", row{}))
		if err := o.try("UPDATE cases SET promise_id = 'promises1' WHERE id = 'cases9'"); err == nil {
			t.Error("a case was given another case's promise")
		}
		// Optional parents may be missing.
		o.must(o.insert("cases8", "cases", "1", row{"resident_id": nil, "item_id": nil, "post_id": nil, "department_id": nil}))
		// What is referred to cannot be removed from under a case.
		for _, parent := range []string{"staff", "residents", "items", "posts", "departments", "communities"} {
			if err := o.try("DELETE FROM "+parent+" WHERE id = $1", parent+"1"); err == nil {
				t.Errorf("the case's row of %s was removed", parent)
			}
		}
	})
}

func TestA5_A6_Q6_ChecksOfWhatStandsBesideACase(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		refused := func(name, check string, err error) {
			t.Helper()
			if err == nil || !strings.Contains(err.Error(), check) {
				t.Errorf("%s: %v, want %s", name, err, check)
			}
		}
		for n, count := range []int{0, -1, 1000} {
			refused("pieces", "custody_piece_count", o.insert(fmt.Sprintf("piece%d", n), "custody_pieces", "1", row{"count": count}))
		}
		o.must(o.insert("piece9", "custody_pieces", "1", row{"count": 999}))
		refused("a charge of nothing", "charge_amount", o.insert("charge0", "charges", "1", row{"amount_fen": 0}))
		refused("a charge below nothing", "charge_amount", o.insert("charge1", "charges", "1", row{"amount_fen": -1}))
		unique := func(name string, err error) {
			t.Helper()
			if _, ok := sqldb.IsUnique(err); !ok {
				t.Errorf("%s: %v", name, err)
			}
		}
		unique("rated twice", o.insert("rating9", "ratings", "1", row{}))
		unique("two notices of one number", o.insert("notice9", "one_time_notices", "1", row{"number": 1 + int('0')}))
		o.must(o.insert("breach8", "breaches", "1", row{"alarm_id": nil, "found_in": "otn_1"}))
		unique("one notice, two breaches", o.insert("breach9", "breaches", "1", row{"alarm_id": nil, "found_in": "otn_1"}))
		o.must(o.insert("breach7", "breaches", "1", row{"alarm_id": nil, "found_in": nil}))
		// A piece is handed back, reported and found again; what was receipted stays.
		o.allows("UPDATE custody_pieces SET state = 'RETURNED', signed_by = '王小明', returned_at = $1 WHERE id = 'custody_pieces1'", instant)
		o.refuses(migrations.Fixed, "UPDATE custody_pieces SET state = 'RETURNED', place = 'elsewhere' WHERE id = 'custody_pieces1'")
		o.refuses(migrations.Fixed, "UPDATE cases SET matter = 'COMPLAINT' WHERE id = 'cases1'")
		o.refuses(migrations.Fixed, "UPDATE cases SET about_case_id = 'cases2' WHERE id = 'cases1'")
	})
}

func TestRefused_TellsOnlyGuards(t *testing.T) {
	for text, want := range map[string]migrations.Refusal{
		"pq: xinxing: append-only: case_events":                     migrations.AppendOnly,
		"constraint failed: xinxing: fixed: cases (F1) (1811)":      migrations.Fixed,
		"ent: update: constraint failed: xinxing: kept: cases (18)": migrations.Kept,
		"pq: xinxing: apart: absence_posts (B6)":                    migrations.Apart,
		"xinxing: another word":                                     "",
		"FOREIGN KEY constraint failed":                             "",
	} {
		if got, ok := migrations.Refused(fmt.Errorf("%s", text)); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v", text, got, ok)
		}
	}
	if _, ok := migrations.Refused(nil); ok {
		t.Error("no error is no refusal")
	}
}

// A and B are never away together (B6), whatever isolation a client asks for and whoever comes first.
func TestB6_NoTwoClaimsOnAPostOverlap(t *testing.T) {
	day := func(n int) any { return instant.AddDate(0, 0, n) }
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		o.must(o.insert("held", "absence_posts", "1", row{"from_at": day(10), "until_at": day(12), "holds": true}))
		for name, test := range map[string]struct {
			from, until any
			holds       bool
			refused     bool
		}{
			"before":              {day(8), day(10), true, false},
			"after":               {day(12), day(13), true, false},
			"the same":            {day(10), day(12), true, true},
			"over the beginning":  {day(9), day(11), true, true},
			"over the end":        {day(11), day(14), true, true},
			"within":              {day(10), day(11), true, true},
			"around":              {day(1), day(30), true, true},
			"open, from before":   {day(9), nil, true, true},
			"open, from the end":  {day(20), nil, true, false},
			"refused by a leader": {day(10), day(12), false, false},
		} {
			err := o.insert(strings.ReplaceAll(name, " ", "_"), "absence_posts", "1", row{"from_at": test.from, "until_at": test.until, "holds": test.holds})
			if word, ok := migrations.Refused(err); ok != test.refused || ok && word != migrations.Apart || !ok && err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		o.refuses(migrations.Apart, "UPDATE absence_posts SET until_at = $1 WHERE id = 'before'", day(11))
		o.refuses(migrations.Apart, "UPDATE absence_posts SET holds = $1 WHERE id = 'refused_by_a_leader'", true)
		if err := o.insert("late", "absence_posts", "1", row{"from_at": day(40), "until_at": day(41), "holds": true}); err == nil {
			t.Error("over the open one")
		}
	})
	o := newOffice(t, sqldb.Postgres)
	for n, level := range []sql.IsolationLevel{sql.LevelReadCommitted, sql.LevelRepeatableRead, sql.LevelSerializable} {
		claim := func(tx *sql.Tx, id string) error {
			_, err := tx.ExecContext(t.Context(), `INSERT INTO absence_posts (id, community_id, absence_id, post_id, staff_id, from_at, until_at, holds)
				VALUES ($1, 'communities1', 'absences1', 'posts1', 'staff1', $2, $3, TRUE)`, id, day(100*n+100), day(100*n+110))
			return err
		}
		begin := func() *sql.Tx {
			tx, err := o.Writer().BeginTx(t.Context(), &sql.TxOptions{Isolation: level})
			o.must(err)
			// The snapshot is taken before the other's claim is there.
			_, err = tx.ExecContext(t.Context(), "SELECT count(*) FROM absence_posts")
			o.must(err)
			return tx
		}
		first, second := begin(), begin()
		o.must(claim(first, fmt.Sprintf("first%d", n)))
		done := make(chan error)
		go func() {
			err := claim(second, fmt.Sprintf("second%d", n))
			if err == nil {
				err = second.Commit()
			}
			done <- err
		}()
		o.must(first.Commit())
		if err := <-done; err == nil {
			t.Errorf("%s: both are away", level)
		} else if _, apart := migrations.Refused(err); !apart && !sqldb.IsSerialization(err) {
			t.Errorf("%s: %v", level, err)
		}
		_ = second.Rollback()
	}
	if n := o.count("SELECT COUNT(*) FROM absence_posts WHERE holds AND from_at > '2026-04-01'"); n != 3 {
		t.Errorf("%d claims, want 3", n)
	}
}

// A resource is never booked twice for one time (P2), whatever isolation a client asks for and whoever comes first.
func TestP2_NoTwoBookingsOfAResourceOverlap(t *testing.T) {
	day := func(n int) any { return instant.AddDate(0, 0, n) }
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		o.must(o.insert("held", "bookings", "1", row{"from_at": day(10), "until_at": day(12), "holds": true}))
		for name, test := range map[string]struct {
			from, until any
			holds       bool
			refused     bool
		}{
			"before":             {day(8), day(10), true, false},
			"after":              {day(12), day(13), true, false},
			"the same":           {day(10), day(12), true, true},
			"over the beginning": {day(9), day(11), true, true},
			"over the end":       {day(11), day(14), true, true},
			"within":             {day(10), day(11), true, true},
			"around":             {day(1), day(30), true, true},
			"cancelled":          {day(10), day(12), false, false},
		} {
			err := o.insert(strings.ReplaceAll(name, " ", "_"), "bookings", "1", row{"from_at": test.from, "until_at": test.until, "holds": test.holds})
			if word, ok := migrations.Refused(err); ok != test.refused || ok && word != migrations.Apart || !ok && err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		o.refuses(migrations.Apart, "UPDATE bookings SET holds = $1 WHERE id = 'cancelled'", true)
		o.refuses(migrations.Apart, "UPDATE bookings SET until_at = $1 WHERE id = 'before'", day(11))
	})
	o := newOffice(t, sqldb.Postgres)
	for n, level := range []sql.IsolationLevel{sql.LevelReadCommitted, sql.LevelRepeatableRead, sql.LevelSerializable} {
		const clients = 50
		refused := make(chan error, clients)
		var ready, begun sync.WaitGroup
		ready.Add(1)
		for i := range clients {
			begun.Add(1)
			go func() {
				refused <- func() error {
					tx, err := o.Writer().BeginTx(t.Context(), &sql.TxOptions{Isolation: level})
					if err == nil {
						// The snapshot is taken before another's booking is there.
						_, err = tx.ExecContext(t.Context(), "SELECT count(*) FROM bookings")
					}
					begun.Done()
					if err != nil {
						return err
					}
					ready.Wait()
					defer func() { _ = tx.Rollback() }()
					if _, err := tx.ExecContext(t.Context(), `INSERT INTO bookings (id, community_id, resource_id, from_at, until_at, purpose, booked_at, booked_by_id, holds)
						VALUES ($1, 'communities1', 'resources1', $2, $3, 'x', $2, 'staff1', TRUE)`, fmt.Sprintf("race%d_%d", n, i), day(100*n+100), day(100*n+110)); err != nil {
						return err
					}
					return tx.Commit()
				}()
			}()
			// The pool may hold fewer connections than there are clients: who waits for one has not begun, and comes later.
			if i < 3 {
				begun.Wait()
			}
		}
		ready.Done()
		won := 0
		for range clients {
			switch err := <-refused; {
			case err == nil:
				won++
			default:
				if _, apart := migrations.Refused(err); !apart && !sqldb.IsSerialization(err) {
					t.Errorf("%s: %v", level, err)
				}
			}
		}
		if won != 1 {
			t.Errorf("%s: %d of %d hold it", level, won, clients)
		}
	}
}

// No more are seated than there are places and no ticket is drawn twice (E5); what is out, back and missing adds up (C3),
// whoever sends the statement.
func TestE5_C3_CountsHold(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		checked := func(name, check, q string) {
			t.Helper()
			if err := o.try(q); err == nil || !strings.Contains(err.Error(), check) {
				t.Errorf("%s: %v, want %s", name, err, check)
			}
		}
		o.must(o.exec("UPDATE programs SET capacity = 3, seated = 3 WHERE id = 'programs1'"))
		checked("one too many", "program_capacity", "UPDATE programs SET seated = 4 WHERE id = 'programs1'")
		checked("fewer places than seated", "program_capacity", "UPDATE programs SET capacity = 2 WHERE id = 'programs1'")
		checked("less than nobody waits", "program_waiting", "UPDATE programs SET waiting = -1 WHERE id = 'programs1'")
		if err := o.insert("again", "enrolments", "1", row{"ticket": int('1'), "phone_hash": "another"}); err == nil {
			t.Error("a ticket was drawn twice")
		} else if _, ok := sqldb.IsUnique(err); !ok {
			t.Error(err)
		}
		if err := o.insert("twice", "enrolments", "1", row{"ticket": 9, "phone_hash": "enrolments1"}); err == nil {
			t.Error("a number was enrolled twice")
		} else if _, ok := sqldb.IsUnique(err); !ok {
			t.Error(err)
		}
		checked("more out than there are", "prop_counts", "UPDATE props SET lent = 9, missing = 2 WHERE id = 'props1'")
		checked("more back than were lent", "loan_", "UPDATE prop_loans SET returned = 9, missing = 2 WHERE id = 'prop_loans1'")
		checked("closed too early", "loan_closed_when_whole", "UPDATE prop_loans SET returned = 9, closed_at = lent_at WHERE id = 'prop_loans1'")
		checked("back and open", "loan_closed_when_whole", "UPDATE prop_loans SET returned = 9, missing = 1 WHERE id = 'prop_loans1'")
	})
}
