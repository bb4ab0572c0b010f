package migrations_test

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"xinxing/internal/store/migrations"
	"xinxing/internal/store/migrations/draft"
	"xinxing/internal/store/sqldb"
	"xinxing/internal/store/storetest"
)

var instant = time.Date(2026, 2, 10, 1, 0, 0, 0, time.UTC)

func open(t *testing.T, address string) *sqldb.DB {
	t.Helper()
	db, err := sqldb.Open(t.Context(), address, sqldb.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// scratch serves package draft with databases that end with the test.
func scratch(t *testing.T, dialect string) draft.Scratch {
	return func(context.Context) (*sqldb.DB, func(), error) {
		db := open(t, storetest.Empty(t, dialect))
		return db, func() { db.Close() }, nil
	}
}

func onBoth(t *testing.T, fn func(t *testing.T, dialect string)) {
	for _, dialect := range []string{sqldb.SQLite, sqldb.Postgres} {
		t.Run(dialect, func(t *testing.T) { fn(t, dialect) })
	}
}

// office is a migrated database with two communities that have one row in every table each.
type office struct {
	*sqldb.DB
	t      *testing.T
	tables []*schema.Table
}

type row map[string]any

func newOffice(t *testing.T, dialect string) *office {
	t.Helper()
	o := &office{DB: open(t, storetest.Empty(t, dialect)), t: t}
	if _, err := migrations.Apply(t.Context(), o.DB); err != nil {
		t.Fatal(err)
	}
	o.fill()
	return o
}

func (o *office) fill() {
	o.t.Helper()
	var err error
	if o.tables, err = draft.Tables(); err != nil {
		o.t.Fatal(err)
	}
	first := []string{"communities", "staff", "departments", "posts", "items", "residents", "cases"}
	for _, community := range []string{"1", "2"} {
		for _, t := range first {
			o.must(o.insert(t+community, t, community, row{}))
			if t == "staff" {
				o.must(o.insert("staff_b"+community, t, community, row{}))
			}
		}
		o.fillRest(community, first)
		o.must(o.exec("UPDATE cases SET promise_id = $1 WHERE id = $2", "promises"+community, "cases"+community))
	}
}

// fillRest puts one row of a community into each table but those that have theirs: what a row points to is there before it.
func (o *office) fillRest(community string, have []string) {
	for there := slices.Clone(have); len(there) < len(o.tables); {
		before := len(there)
		for _, t := range o.tables {
			waits := func(fk *schema.ForeignKey) bool { return fk.RefTable != t && !slices.Contains(there, fk.RefTable.Name) }
			if !slices.Contains(there, t.Name) && !slices.ContainsFunc(t.ForeignKeys, waits) {
				o.must(o.insert(t.Name+community, t.Name, community, row{}))
				there = append(there, t.Name)
			}
		}
		if len(there) == before {
			o.t.Fatalf("what waits for what is never there: all but %v", there)
		}
	}
}

func (o *office) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) exec(q string, args ...any) error {
	_, err := o.Writer().ExecContext(o.t.Context(), q, args...)
	return err
}

func (o *office) count(q string, args ...any) int {
	o.t.Helper()
	var n int
	o.must(o.Writer().QueryRowContext(o.t.Context(), q, args...).Scan(&n))
	return n
}

func (o *office) table(name string) *schema.Table {
	o.t.Helper()
	i := slices.IndexFunc(o.tables, func(t *schema.Table) bool { return t.Name == name })
	if i < 0 {
		o.t.Fatalf("no table %s", name)
	}
	return o.tables[i]
}

// insert adds a row to table with every column set and every key pointing into the community, save what given says.
func (o *office) insert(id, table, community string, given row) error {
	values := row{}
	t := o.table(table)
	for _, c := range t.Columns {
		values[c.Name] = sample(id, c)
	}
	for _, fk := range t.ForeignKeys {
		if column := fk.Columns[len(fk.Columns)-1].Name; t.HasColumn(column) { // an old table has not all
			values[column] = fk.RefTable.Name + community
		}
	}
	switch table {
	case "posts":
		values["b_id"] = "staff_b" + community
	case "items":
		values["kind"] = "ENQUIRY"
	case "cases":
		values["promise_id"] = nil
	case "alarms":
		values["pending"], values["fired_at"] = true, nil
	case "promises":
		values["result"] = nil
	case "public_files":
		values["item_code"], values["removed_at"], values["removed_by_id"] = nil, nil, nil
	case "case_events":
		delete(values, "id")
		if _, there := values["record_id"]; there { // not before there were entries of other records
			values["record_id"] = nil
		}
	case "figure_entries":
		if id != table+community {
			delete(values, "id")
		}
		values["record_id"], values["n"] = nil, 1
	case "post_hand_overs":
		values["accepted_at"] = nil
	case "breaches":
		for _, c := range []string{"heard_at", "appealed_at"} {
			if t.HasColumn(c) {
				values[c] = nil
			}
		}
	case "printed_papers": // of a case or of an absence
		if _, there := values["absence_id"]; there {
			of := "absence_id"
			if given[of] != nil {
				of = "case_id"
			}
			values[of] = nil
		}
	case "gifts":
		values["kind"], values["value_fen"], values["returned_fen"], values["closed_at"] = "TAKEN", 100, 0, nil
	case "bookings":
		values["until_at"], values["program_id"] = instant.Add(2*time.Hour), nil
	case "programs", "program_sessions", "rehearsals":
		values["until_at"] = instant.Add(time.Hour)
	case "props":
		values["quantity"], values["lent"], values["missing"] = 10, 0, 0
	case "prop_loans":
		values["quantity"], values["returned"], values["missing"], values["closed_at"] = 10, 0, 0, nil
	case "follow_ups":
		values["months"], values["done_at"], values["employed"] = 3, nil, nil
	case "reminders":
		values["pending"], values["fired_at"] = true, nil
	case "projects":
		values["ended_at"], values["planned_from"] = nil, ""
	case "project_tasks":
		values["partner_id"] = nil
	case "pledges", "deliveries":
		values["token_id"], values["withdrawn_at"], values["decided_at"] = nil, nil, nil
		for _, c := range []string{"withdrawn_at", "decided_at"} {
			if !t.HasColumn(c) {
				delete(values, c)
			}
		}
	case "pictures":
		values["program_id"], values["removed_at"] = nil, nil
	case "report_pulls":
		values["state"], values["ready_at"], values["gone_at"], values["failure"] = "WAITING", nil, nil, nil
	case "api_tokens":
		values["kind"], values["revoked_at"] = "PARTNER", nil
	}
	if _, ok := values["community_id"]; ok {
		values["community_id"] = "communities" + community
	}
	maps.Copy(values, given)
	columns := slices.Sorted(maps.Keys(values))
	var marks []string
	var args []any
	for i, c := range columns {
		marks = append(marks, fmt.Sprintf("$%d", i+1))
		args = append(args, values[c])
		columns[i] = `"` + c + `"`
	}
	return o.exec(fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", table, strings.Join(columns, ", "), strings.Join(marks, ", ")), args...)
}

// sample is a value for column c that is the row's own where it may have to be unique.
func sample(id string, c *schema.Column) any {
	switch c.Type {
	case field.TypeEnum:
		return c.Enums[0]
	case field.TypeBool:
		return false
	case field.TypeTime:
		return instant
	case field.TypeJSON:
		return "{}"
	case field.TypeInt, field.TypeInt64:
		return int(id[len(id)-1])
	default:
		return id
	}
}

// other is a value for column c that is not sample's.
func other(c *schema.Column) any {
	switch c.Type {
	case field.TypeBool:
		return true
	case field.TypeTime:
		return instant.Add(time.Hour)
	case field.TypeJSON:
		return `{"other":1}`
	case field.TypeInt, field.TypeInt64:
		return 1
	default:
		return "OTHER"
	}
}

func (o *office) inTx(fn func(*sql.Tx) error) error {
	tx, err := o.Writer().BeginTx(o.t.Context(), nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	return fn(tx)
}
