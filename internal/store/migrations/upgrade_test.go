package migrations_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"ariga.io/atlas/sql/migrate"
	"entgo.io/ent/dialect/sql/schema"

	"xinxing/internal/office/casework"
	"xinxing/internal/store/migrations"
	"xinxing/internal/store/migrations/draft"
	"xinxing/internal/store/sqldb"
	"xinxing/internal/store/storetest"
)

// before gives the migrations that stand before the one of a name.
func before(t *testing.T, dialect, name string) *migrate.MemDir {
	t.Helper()
	all, err := migrations.Folder(dialect)
	if err != nil {
		t.Fatal(err)
	}
	files, err := all.Files()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(files, func(f migrate.File) bool { return strings.HasSuffix(f.Name(), "_"+name+".sql") })
	if at < 1 {
		t.Fatalf("no migration %s among %d", name, len(files))
	}
	dir := &migrate.MemDir{}
	if err := dir.CopyFiles(files[:at]); err != nil {
		t.Fatal(err)
	}
	hash(t, dir)
	return dir
}

// columns are those that a table has in the database.
func (o *office) columns(table string) []string {
	o.t.Helper()
	q := "SELECT name FROM pragma_table_info($1)"
	if o.Dialect() == sqldb.Postgres {
		q = "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1"
	}
	rows, err := o.Writer().QueryContext(o.t.Context(), q, table)
	o.must(err)
	defer func() { _ = rows.Close() }()
	var out []string
	for rows.Next() {
		var name string
		o.must(rows.Scan(&name))
		out = append(out, name)
	}
	o.must(rows.Err())
	return out
}

// read gives the row of a key, each column as text.
func (o *office) read(table, key string, columns []string) map[string]string {
	o.t.Helper()
	quoted := make([]string, len(columns))
	for i, c := range columns {
		quoted[i] = fmt.Sprintf(`CAST("%s" AS TEXT)`, c)
	}
	by := "id"
	if table == "case_events" {
		by = "hash" // the key is the database's own
	}
	cells := make([]any, len(columns))
	for i := range cells {
		cells[i] = new(*string)
	}
	o.must(o.Writer().QueryRowContext(o.t.Context(), "SELECT "+strings.Join(quoted, ", ")+" FROM "+table+" WHERE "+by+" = $1", key).Scan(cells...))
	out := map[string]string{}
	for i, c := range columns {
		if p := *cells[i].(**string); p != nil {
			out[c] = *p
		} else {
			out[c] = "NULL"
		}
	}
	return out
}

// An office that worked with the tables of before goes on with every row that it had, and with the rules of now.
func TestUpgrade_ServiceQualityKeepsEveryRow(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := &office{DB: open(t, storetest.Empty(t, dialect)), t: t}
		_, err := migrations.ApplyFolder(t.Context(), o.DB, before(t, dialect, "service_quality"))
		o.must(err)
		tables, err := draft.Tables()
		o.must(err)
		// Only what the old tables know is filled in.
		old := map[string][]string{}
		for _, table := range tables {
			there := o.columns(table.Name)
			if len(there) == 0 {
				continue
			}
			old[table.Name] = there
			was := &schema.Table{Name: table.Name, ForeignKeys: table.ForeignKeys}
			for _, c := range table.Columns {
				if slices.Contains(there, c.Name) {
					was.Columns = append(was.Columns, c)
				}
			}
			o.tables = append(o.tables, was)
		}
		if _, there := old["ratings"]; there || len(old) < 15 || slices.Contains(old["cases"], "matter") {
			t.Fatalf("these are not the old tables: %v", slices.Sorted(maps.Keys(old)))
		}
		first := []string{"communities", "staff", "departments", "posts", "items", "residents", "cases"}
		for _, community := range []string{"1", "2"} {
			for _, table := range first {
				o.must(o.insert(table+community, table, community, row{}))
				if table == "staff" {
					o.must(o.insert("staff_b"+community, table, community, row{}))
				}
			}
			for _, table := range o.tables {
				if !slices.Contains(first, table.Name) {
					o.must(o.insert(table.Name+community, table.Name, community, row{}))
				}
			}
		}
		o.must(o.exec(`UPDATE items SET materials = '["身份证","户口簿"]'`))
		o.must(o.exec(`UPDATE communities SET limits = '{"firstContactHours":3,"nearHours":1}'`))
		// Who was away, suspended or had left is known by other records now.
		for who, duty := range map[string]string{"staff1": "AWAY", "staff2": "SUSPENDED", "staff_b2": "LEFT"} {
			o.must(o.exec("UPDATE staff SET duty = $1 WHERE id = $2", duty, who))
		}
		old["staff"] = slices.DeleteFunc(old["staff"], func(c string) bool { return c == "duty" })
		was := map[string]map[string]string{}
		for _, table := range o.tables {
			for _, community := range []string{"1", "2"} {
				was[table.Name+community] = o.read(table.Name, table.Name+community, old[table.Name])
			}
		}
		n, err := migrations.Apply(t.Context(), o.DB)
		if err != nil || n < 2 {
			t.Fatalf("%d applied, %v", n, err)
		}
		for name, rows := range was {
			table := name[:len(name)-1]
			if got := o.count("SELECT COUNT(*) FROM " + table); got != 2 && (table != "staff" || got != 4) {
				t.Errorf("%d rows of %s", got, table)
			}
			if got := o.read(table, name, old[table]); !maps.Equal(got, rows) {
				t.Errorf("%s was\n%v, is\n%v", name, rows, got)
			}
		}
		// An open case keeps its turn: nobody was of the green channel yet (E6).
		if got := o.count("SELECT COUNT(*) FROM cases WHERE queue_at = due_at AND NOT green"); got != 2 {
			t.Errorf("%d of 2 cases stand in the queue by their deadline", got)
		}
		for who, kind := range map[string]string{"staff1": "EMERGENCY", "staff2": "SUSPENSION"} {
			if got := o.count("SELECT COUNT(*) FROM absences WHERE staff_id = '" + who + "' AND kind = '" + kind + "' AND state = 'RUNNING' AND until_at IS NULL"); got != 1 {
				t.Errorf("%s: %d absences of kind %s", who, got, kind)
			}
		}
		if got := o.count("SELECT COUNT(*) FROM absence_posts WHERE staff_id = 'staff1' AND post_id = 'posts1' AND holds"); got != 1 || o.count("SELECT COUNT(*) FROM absence_posts") != 1 {
			t.Errorf("%d claims of who was away", got)
		}
		if got := o.count("SELECT COUNT(*) FROM staff WHERE left_at IS NOT NULL"); got != 1 || o.read("staff", "staff_b2", []string{"left_at"})["left_at"] == "NULL" {
			t.Errorf("%d have left", got)
		}
		// A case of before is an ordinary one with nothing beside it; an entry of its journal, and its hash, are unchanged.
		want := map[string]string{
			"matter": "SERVICE", "topic": "NULL", "about_id": "NULL", "about_case_id": "NULL", "upheld": "NULL",
			"notices": "0", "pieces": "0", "pieces_held": "0", "charged_fen": "0",
		}
		if got := o.read("cases", "cases1", slices.Sorted(maps.Keys(want))); !maps.Equal(got, want) {
			t.Errorf("a case of before is %v", got)
		}
		if got := o.read("case_events", "case_events1", []string{"matter", "about_id"}); got["matter"] != "SERVICE" || got["about_id"] != "NULL" {
			t.Errorf("an entry of before is %v", got)
		}
		if got := o.read("breaches", "breaches1", []string{"found_in"}); got["found_in"] != "NULL" {
			t.Errorf("a breach of before is %v", got)
		}
		var materials []casework.Material
		o.must(json.Unmarshal([]byte(o.read("items", "items1", []string{"materials"})["materials"]), &materials))
		if len(materials) != 2 || materials[1] != (casework.Material{Name: "户口簿", Copies: 1, Form: casework.FormOriginal, Required: true}) {
			t.Errorf("materials of before: %+v", materials)
		}
		var limits casework.Limits
		o.must(json.Unmarshal([]byte(o.read("communities", "communities1", []string{"limits"})["limits"]), &limits))
		if limits.FirstContactHours != 3 || limits.ReviewDays != casework.DefaultLimits().ReviewDays {
			t.Errorf("limits of before: %+v", limits)
		}
		// The rules hold over the old rows and the new tables.
		o.tables = tables
		o.fillRest("1", slices.Collect(maps.Keys(old)))
		o.refuses(migrations.AppendOnly, "UPDATE case_events SET reason = 'better'")
		o.refuses(migrations.AppendOnly, "UPDATE ratings SET comment = 'better'")
		o.refuses(migrations.Fixed, "UPDATE cases SET matter = 'COMPLAINT'")
		o.refuses(migrations.Fixed, "UPDATE cases SET first_responder_id = 'staff_b1' WHERE id = 'cases1'")
		o.refuses(migrations.Fixed, "UPDATE promises SET due_at = $1", instant.AddDate(0, 0, 1))
		o.refuses(migrations.Kept, "DELETE FROM cases")
		o.refuses(migrations.Kept, "DELETE FROM custody_pieces")
		o.allows("UPDATE cases SET pieces = 1, pieces_held = 1, version = version + 1 WHERE id = 'cases1'")
		if err := o.insert("charge8", "charges", "1", row{"case_id": "cases2"}); err == nil || !strings.Contains(strings.ToUpper(err.Error()), "FOREIGN KEY") {
			t.Errorf("a charge on another community's case: %v", err)
		}
		if dialect == sqldb.SQLite {
			if got := o.count("SELECT COUNT(*) FROM pragma_foreign_key_check"); got != 0 {
				t.Errorf("%d rows without their parents", got)
			}
		}
	})
}
