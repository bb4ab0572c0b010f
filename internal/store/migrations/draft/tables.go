// Package draft writes migrations: it compares the folders of package migrations with the ent schema, widened by
// the keys that keep tenants apart, and with the guards, and writes the difference as the next files.
package draft

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql/schema"

	"xinxing/ent/migrate"
)

// A foreign key that no edge of the ent schema declares.
type foreignKey struct{ table, column, parent string }

// keys are the parents that have to exist. Where both sides belong to a community it has to be the same one.
// People who may belong to the subdistrict above (superiors, deciders, actors) are not among them.
var keys = []foreignKey{
	{"promises", "case_id", "cases"},
	{"alarms", "case_id", "cases"},
	{"case_events", "case_id", "cases"},
	{"figure_entries", "case_id", "cases"},
	{"hand_overs", "from_id", "staff"},
	{"hand_overs", "to_id", "staff"},
	{"absence_posts", "post_id", "posts"},
	{"absence_posts", "staff_id", "staff"},
	{"post_hand_overs", "post_id", "posts"},
	{"post_hand_overs", "from_id", "staff"},
	{"post_hand_overs", "to_id", "staff"},
	{"breaches", "absence_id", "absences"},
	{"apologies", "case_id", "cases"},
	{"one_time_notices", "case_id", "cases"},
	{"custody_pieces", "case_id", "cases"},
	{"charges", "case_id", "cases"},
	{"attachments", "case_id", "cases"},
	{"ratings", "case_id", "cases"},
	{"accesses", "resident_id", "residents"},
	{"staff", "community_id", "communities"},
	{"residents", "community_id", "communities"},
	{"departments", "community_id", "communities"},
	{"posts", "community_id", "communities"},
	{"items", "community_id", "communities"},
	{"local_days", "community_id", "communities"},
	{"log_records", "community_id", "communities"},
	{"log_checkpoints", "community_id", "communities"},
	{"public_files", "community_id", "communities"},
	{"openings", "community_id", "communities"},
	{"programs", "community_id", "communities"},
	{"culture_groups", "community_id", "communities"},
	{"props", "community_id", "communities"},
	{"partners", "community_id", "communities"},
	{"resources", "community_id", "communities"},
	{"projects", "community_id", "communities"},
	{"api_tokens", "community_id", "communities"},
	{"figure_releases", "community_id", "communities"},
	{"reminders", "community_id", "communities"},
	{"figure_rollups", "community_id", "communities"},
	{"report_pulls", "community_id", "communities"},
}

// checks are conditions on one row, by table and name.
var checks = map[string]map[string]string{
	"alarms": {"alarm_fired_is_not_pending": "fired_at IS NULL OR NOT pending"},
}

// defaults are the JSON of columns that came to tables which had rows; ent's own default is the program's and not the
// database's.
var defaults = map[string]map[string]string{
	"communities": {"disclosure": "{}"},
	"posts":       {"a_must_master": "[]", "b_must_know": "[]"},
	"api_tokens":  {"communities": "[]"},
	"cases":       {"queue_at": "'1970-01-01 00:00:00+00:00'", "tally": "{}"},
}

// fills are what columns hold in the rows that were there before them, by table and column, as an expression over the row.
var fills = map[string]map[string]string{
	"cases": {"queue_at": "due_at"},
}

const tenant = "community_id"

// Tables returns the tables that the program wants: those of ent, in which every key from one record of a community to
// another is (community_id, x_id) → (community_id, id), so that the database itself keeps tenants apart. ent's own
// description is left as it is.
func Tables() ([]*schema.Table, error) {
	tables, err := schema.CopyTables(migrate.Tables)
	if err != nil {
		return nil, err
	}
	byName := map[string]*schema.Table{}
	for _, t := range tables {
		byName[t.Name] = t
	}
	for _, k := range keys {
		t, parent := byName[k.table], byName[k.parent]
		if t == nil || parent == nil {
			return nil, fmt.Errorf("draft: key %v names a table that is not in the schema", k)
		}
		c, err := column(t, k.column)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(t.ForeignKeys, func(fk *schema.ForeignKey) bool { return len(fk.Columns) == 1 && fk.Columns[0] == c }) {
			continue // an edge declares it by now
		}
		t.AddForeignKey(&schema.ForeignKey{
			Symbol:  t.Name + "_" + parent.Name + "_" + k.column,
			Columns: []*schema.Column{c}, RefTable: parent, RefColumns: parent.PrimaryKey,
		})
	}
	for _, t := range tables {
		for _, fk := range t.ForeignKeys {
			if err := widen(t, fk); err != nil {
				return nil, err
			}
		}
	}
	for _, t := range tables {
		for _, i := range t.Indexes {
			if i.Annotation != nil {
				i.Annotation.Where = spelledOut(i.Annotation.Where)
			}
		}
	}
	for name, columns := range defaults {
		for of, value := range columns {
			if byName[name] == nil {
				return nil, fmt.Errorf("draft: default on %s, which is not in the schema", name)
			}
			c, err := column(byName[name], of)
			if err != nil {
				return nil, err
			}
			c.Default = value
		}
	}
	for name, conditions := range checks {
		t := byName[name]
		if t == nil {
			return nil, fmt.Errorf("draft: check on %s, which is not in the schema", name)
		}
		all := maps.Clone(conditions)
		maps.Copy(all, t.Annotation.Checks)
		t.Annotation.Checks = all
	}
	return tables, nil
}

// widen makes fk the key that also compares the community, or for a case's current promise the case.
func widen(t *schema.Table, fk *schema.ForeignKey) error {
	// Nothing is forgotten because something else is removed: the removal is refused.
	fk.OnDelete = schema.NoAction
	if len(fk.Columns) != 1 || fk.Columns[0].Name == tenant {
		return nil
	}
	own, ref := tenant, tenant
	if t.Name == "cases" && fk.RefTable.Name == "promises" {
		own, ref = "id", "case_id"
	}
	if !hasColumn(t, own) || !hasColumn(fk.RefTable, ref) {
		return nil
	}
	ownColumn, err := column(t, own)
	if err != nil {
		return err
	}
	refColumn, err := column(fk.RefTable, ref)
	if err != nil {
		return err
	}
	fk.Columns = []*schema.Column{ownColumn, fk.Columns[0]}
	fk.RefColumns = []*schema.Column{refColumn, fk.RefColumns[0]}
	target := fk.RefTable.Name + "_" + ref + "_id"
	if !slices.ContainsFunc(fk.RefTable.Indexes, func(i *schema.Index) bool { return i.Name == target }) {
		fk.RefTable.Indexes = append(fk.RefTable.Indexes, &schema.Index{Name: target, Unique: true, Columns: slices.Clone(fk.RefColumns)})
	}
	return nil
}

var inList = regexp.MustCompile(`(\w+) IN \(([^()]*)\)`)

// spelledOut writes x IN ('A', 'B') as x = 'A' OR x = 'B': PostgreSQL prints the former differently each time that it
// reads its own print, which would look like a change for ever.
func spelledOut(condition string) string {
	return inList.ReplaceAllStringFunc(condition, func(m string) string {
		parts := inList.FindStringSubmatch(m)
		var alternatives []string
		for v := range strings.SplitSeq(parts[2], ",") {
			alternatives = append(alternatives, parts[1]+" = "+strings.TrimSpace(v))
		}
		return "(" + strings.Join(alternatives, " OR ") + ")"
	})
}

func hasColumn(t *schema.Table, name string) bool {
	_, err := column(t, name)
	return err == nil
}

func column(t *schema.Table, name string) (*schema.Column, error) {
	for _, c := range t.Columns {
		if c.Name == name {
			return c, nil
		}
	}
	return nil, fmt.Errorf("draft: table %s has no column %s", t.Name, name)
}
