package migrations_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"ariga.io/atlas/sql/migrate"
	"entgo.io/ent/dialect/sql/schema"

	"xinxing/internal/store/migrations"
	"xinxing/internal/store/migrations/draft"
	"xinxing/internal/store/sqldb"
	"xinxing/internal/store/storetest"
)

func files(t *testing.T, dialect string) int {
	t.Helper()
	dir, err := migrations.Folder(dialect)
	if err != nil {
		t.Fatal(err)
	}
	all, err := dir.Files()
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

func folder(t *testing.T, content ...string) *migrate.MemDir {
	t.Helper()
	dir := &migrate.MemDir{}
	for i, c := range content {
		if err := dir.WriteFile("000"+string(rune('1'+i))+"_step.sql", []byte(c)); err != nil {
			t.Fatal(err)
		}
	}
	hash(t, dir)
	return dir
}

func hash(t *testing.T, dir migrate.Dir) {
	t.Helper()
	sum, err := dir.Checksum()
	if err == nil {
		err = migrate.WriteSumFile(dir, sum)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestApply_FromEmptyAndAgain(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		db, all := open(t, storetest.Empty(t, dialect)), files(t, dialect)
		if n, err := migrations.Pending(t.Context(), db); err != nil || n != all {
			t.Fatalf("before: %d pending, %v", n, err)
		}
		for i, want := range []int{all, 0, 0} {
			if n, err := migrations.Apply(t.Context(), db); err != nil || n != want {
				t.Fatalf("call %d applied %d, %v; want %d", i+1, n, err, want)
			}
		}
		s, err := migrations.Status(t.Context(), db)
		if err != nil || s.Applied != all || s.Pending != 0 || s.Database != s.Program || s.Program == "" {
			t.Errorf("after: %+v, %v", s, err)
		}
	})
}

func TestApply_ThreeAtOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		address := storetest.Empty(t, dialect)
		var applied [3]int
		var errs [3]error
		var wg sync.WaitGroup
		for i := range 3 {
			db := open(t, address)
			wg.Go(func() { applied[i], errs[i] = migrations.Apply(t.Context(), db) })
		}
		wg.Wait()
		if err := errors.Join(errs[:]...); err != nil {
			t.Fatal(err)
		}
		slices.Sort(applied[:])
		if want := [3]int{0, 0, files(t, dialect)}; applied != want {
			t.Errorf("applied %v, want %v", applied, want)
		}
	})
}

func TestApply_WaitsAsLongAsItsContext(t *testing.T) {
	address := storetest.Empty(t, sqldb.Postgres)
	db, other := open(t, address), open(t, address)
	locked, err := other.Writer().BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer locked.Rollback()
	if _, err := locked.Exec(migrations.TakeLock); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	result := make(chan error)
	go func() {
		_, err := migrations.Apply(ctx, db)
		result <- err
	}()
	for waiting := 0; waiting == 0; {
		if err := other.Reader().QueryRow("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted").Scan(&waiting); err != nil {
			t.Fatal(err)
		}
	}
	cancel()
	if err := <-result; err == nil || ctx.Err() == nil {
		t.Errorf("got %v", err)
	}
	if n, err := migrations.Pending(t.Context(), db); err != nil || n != files(t, sqldb.Postgres) {
		t.Errorf("%d pending, %v", n, err)
	}
}

func TestApply_RefusesANewerDatabase(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		db := open(t, storetest.Empty(t, dialect))
		one, two := "CREATE TABLE a (id integer PRIMARY KEY);", "CREATE TABLE b (id integer PRIMARY KEY);"
		if n, err := migrations.ApplyFolder(t.Context(), db, folder(t, one, two)); err != nil || n != 2 {
			t.Fatalf("%d, %v", n, err)
		}
		_, err := migrations.ApplyFolder(t.Context(), db, folder(t, one))
		if !errors.Is(err, migrations.ErrNewer) || !strings.Contains(err.Error(), "at 0002, this program's last is 0001") {
			t.Errorf("a newer database: %v", err)
		}
		s, err := migrations.StatusOf(t.Context(), db, folder(t, one))
		if !errors.Is(err, migrations.ErrNewer) || s.Database != "0002" || s.Program != "0001" {
			t.Errorf("its status: %+v, %v", s, err)
		}
		if _, err := migrations.ApplyFolder(t.Context(), db, folder(t, one+"\n-- changed", two)); !errors.Is(err, migrations.ErrOtherHistory) {
			t.Errorf("a changed file: %v", err)
		}
		if _, err := migrations.Apply(t.Context(), db); !errors.Is(err, migrations.ErrOtherHistory) {
			t.Errorf("another program's database: %v", err)
		}
	})
}

func TestApply_RefusesAForeignDatabase(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		db := open(t, storetest.Empty(t, dialect))
		if _, err := db.Writer().Exec("CREATE TABLE theirs (id integer)"); err != nil {
			t.Fatal(err)
		}
		if _, err := migrations.Apply(t.Context(), db); !errors.Is(err, migrations.ErrForeign) {
			t.Fatalf("got %v", err)
		}
		if _, err := db.Reader().Exec("SELECT 1 FROM cases"); err == nil {
			t.Error("tables were made all the same")
		}
	})
}

// A migration that fails leaves the database as it was, the earlier ones of the same call included, and the program
// of before goes on with it.
func TestApply_AllOrNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		db := open(t, storetest.Empty(t, dialect))
		one := "CREATE TABLE a (id integer PRIMARY KEY); INSERT INTO a VALUES (1);"
		if _, err := migrations.ApplyFolder(t.Context(), db, folder(t, one)); err != nil {
			t.Fatal(err)
		}
		_, err := migrations.ApplyFolder(t.Context(), db, folder(t, one, "DELETE FROM a;", "CREATE TABLE b (id integer); INSERT INTO nowhere VALUES (1);"))
		if err == nil || !strings.Contains(err.Error(), "0003_step.sql") || !strings.Contains(err.Error(), "INSERT INTO nowhere") {
			t.Fatalf("got %v", err)
		}
		var n int
		if err := db.Writer().QueryRow("SELECT count(*) FROM a").Scan(&n); err != nil || n != 1 {
			t.Errorf("%d rows, %v", n, err)
		}
		if n, err := migrations.ApplyFolder(t.Context(), db, folder(t, one)); err != nil || n != 0 {
			t.Errorf("the program of before: %d, %v", n, err)
		}
	})
}

const (
	family = `CREATE TABLE parent (id integer PRIMARY KEY, name text);
CREATE TABLE child (id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES parent (id));
INSERT INTO parent VALUES (1, 'a'), (2, 'b');
INSERT INTO child VALUES (10, 1), (20, 2);`
	rebuild = `PRAGMA foreign_keys = off;
CREATE TABLE new_parent (id integer PRIMARY KEY, name text NOT NULL);
INSERT INTO new_parent SELECT id, name FROM parent;
DROP TABLE parent;
ALTER TABLE new_parent RENAME TO parent;
PRAGMA foreign_keys = on;`
)

func TestApply_RebuildsATableWithKeysOnSQLite(t *testing.T) {
	db := open(t, storetest.Empty(t, sqldb.SQLite))
	if _, err := migrations.ApplyFolder(t.Context(), db, folder(t, family)); err != nil {
		t.Fatal(err)
	}
	loses := folder(t, family, strings.Replace(rebuild, "FROM parent;", "FROM parent WHERE id > 1;", 1))
	if _, err := migrations.ApplyFolder(t.Context(), db, loses); err == nil || !strings.Contains(err.Error(), "row of child (rowid 10) without its row of parent") {
		t.Fatalf("a rebuild that loses a parent: %v", err)
	}
	check := func(q string, want int) {
		t.Helper()
		var n int
		if err := db.Writer().QueryRow(q).Scan(&n); err != nil || n != want {
			t.Errorf("%s: %d, %v; want %d", q, n, err, want)
		}
	}
	check("SELECT count(*) FROM parent", 2)
	check("PRAGMA foreign_keys", 1)
	if n, err := migrations.ApplyFolder(t.Context(), db, folder(t, family, rebuild)); err != nil || n != 1 {
		t.Fatalf("%d, %v", n, err)
	}
	check("SELECT count(*) FROM child JOIN parent ON parent.id = parent_id", 2)
	check("PRAGMA foreign_keys", 1)
	if _, err := db.Writer().Exec("DELETE FROM parent"); err == nil {
		t.Error("the key is lost")
	}
}

func TestDrift_FoldersMakeTheSchema(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		written, err := draft.Update(t.Context(), ".", dialect, "drift", scratch(t, dialect), true, false)
		if err != nil || len(written) > 0 {
			t.Errorf("missing %v, %v: run go run ./internal/store/migrations/cmd/migrationdiff NAME", written, err)
		}
	})
}

// An index has exactly the columns of the schema, in its order, and is partial exactly where the schema says so.
func TestIndexes_AsTheSchemaSays(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		db := open(t, storetest.Empty(t, dialect))
		if _, err := migrations.Apply(t.Context(), db); err != nil {
			t.Fatal(err)
		}
		q := `SELECT COALESCE((SELECT group_concat(name || CASE "desc" WHEN 1 THEN ' DESC' ELSE '' END) FROM pragma_index_xinfo(m.name) WHERE key = 1), ''), partial <> 0, "unique" <> 0
			FROM sqlite_master m JOIN pragma_index_list(m.tbl_name) l ON l.name = m.name WHERE m.tbl_name = $1 AND m.name = $2`
		if dialect == sqldb.Postgres {
			q = `SELECT string_agg(pg_get_indexdef(i.indexrelid, k, true) || CASE WHEN i.indoption[k - 1] & 1 = 1 THEN ' DESC' ELSE '' END, ',' ORDER BY k), i.indpred IS NOT NULL, i.indisunique
				FROM pg_index i, generate_series(1, i.indnkeyatts) k
				WHERE i.indrelid = $1::regclass AND i.indexrelid = $2::regclass GROUP BY i.indexrelid, i.indpred, i.indisunique`
		}
		tables, err := draft.Tables()
		if err != nil {
			t.Fatal(err)
		}
		partials := 0
		for _, table := range tables {
			for _, index := range table.Indexes {
				var columns string
				var partial, unique bool
				if err := db.Writer().QueryRow(q, table.Name, index.Name).Scan(&columns, &partial, &unique); err != nil {
					t.Errorf("%s: %v", index.Name, err)
					continue
				}
				var want []string
				for _, c := range index.Columns {
					name := c.Name
					if index.Annotation != nil && (index.Annotation.Desc || index.Annotation.DescColumns[c.Name]) {
						name += " DESC"
					}
					want = append(want, name)
				}
				where := index.Annotation != nil && index.Annotation.Where != ""
				if columns != strings.Join(want, ",") || partial != where || unique != index.Unique {
					t.Errorf("%s: (%s) partial %v unique %v, want (%s) %v %v", index.Name, columns, partial, unique, strings.Join(want, ","), where, index.Unique)
				}
				if where {
					partials++
				}
			}
		}
		if partials < 5 {
			t.Errorf("%d partial indexes", partials)
		}
	})
}

// A change of a protected table rebuilds it on SQLite, which loses its triggers: the next files put them back.
func TestDifference_KeepsGuardsAndData(t *testing.T) {
	onBoth(t, func(t *testing.T, dialect string) {
		o := newOffice(t, dialect)
		o.must(o.exec("UPDATE promises SET result = 'KEPT' WHERE id = 'promises1'"))
		changed, err := draft.Tables()
		o.must(err)
		for _, table := range changed {
			switch table.Name {
			case "promises":
				for _, c := range table.Columns {
					if c.Name == "told_way" {
						c.Nullable = true
					}
				}
			case "case_events":
				table.Columns = slices.DeleteFunc(table.Columns, func(c *schema.Column) bool { return c.Name == "receipt_no" })
			}
		}
		embedded, err := migrations.Folder(dialect)
		o.must(err)
		next, err := draft.Difference(t.Context(), embedded.(*migrate.MemDir), changed, "told", scratch(t, dialect))
		o.must(err)
		if len(next) != 2 || !strings.HasSuffix(next[0].Name(), "_told.sql") || !strings.HasSuffix(next[1].Name(), "_guards.sql") {
			t.Fatalf("got %v", next)
		}
		old, err := embedded.Files()
		o.must(err)
		dir := &migrate.MemDir{}
		o.must(dir.CopyFiles(append(old, next...)))
		hash(t, dir)
		if n, err := migrations.ApplyFolder(t.Context(), o.DB, dir); err != nil || n != 2 {
			t.Fatalf("%d, %v", n, err)
		}
		if n := o.count("SELECT count(*) FROM promises"); n != 2 {
			t.Errorf("%d promises", n)
		}
		o.refuses(migrations.Fixed, "UPDATE promises SET due_at = told_at, told_at = $1", instant.AddDate(0, 0, 1))
		o.refuses(migrations.Kept, "DELETE FROM promises")
		o.refuses(migrations.AppendOnly, "DELETE FROM case_events")
		o.allows("UPDATE promises SET result = 'MISSED' WHERE id = 'promises2'")
		if _, err := migrations.Apply(t.Context(), o.DB); !errors.Is(err, migrations.ErrNewer) {
			t.Errorf("the program of before: %v", err)
		}
		again, err := draft.Difference(t.Context(), dir, changed, "again", scratch(t, dialect))
		if err != nil || len(again) > 0 {
			t.Errorf("unchanged, yet %v, %v", again, err)
		}
	})
}

// Reset replaces what migrationdiff wrote and keeps what somebody else did.
func TestReset_KeepsFilesOfOtherHands(t *testing.T) {
	const dialect = sqldb.SQLite
	root := t.TempDir()
	name, err := migrations.FolderName(dialect)
	if err != nil {
		t.Fatal(err)
	}
	update := func(name string, check, reset bool) []string {
		t.Helper()
		written, err := draft.Update(t.Context(), root, dialect, name, scratch(t, dialect), check, reset)
		if err != nil {
			t.Fatal(err)
		}
		return written
	}
	if got := update("first", true, false); len(got) != 2 {
		t.Fatalf("an empty folder lacks %v", got)
	}
	if got := update("first", false, false); len(got) != 2 {
		t.Fatalf("wrote %v", got)
	}
	byHand := filepath.Join(root, name, "0100_by_hand.sql")
	if err := os.WriteFile(byHand, []byte("INSERT INTO facts (id, value) VALUES ('a', 'b');\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := draft.Update(t.Context(), root, dialect, "x", scratch(t, dialect), true, false); err == nil {
		t.Error("a file that is not in the sum was taken")
	}
	if err := draft.Rehash(root, dialect); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if got := update("initial", false, true); len(got) != 2 || !strings.HasSuffix(got[0], "0001_initial.sql") {
			t.Fatalf("reset wrote %v", got)
		}
	}
	entries, err := os.ReadDir(filepath.Join(root, name))
	if err != nil || len(entries) != 4 || entries[2].Name() != "0100_by_hand.sql" {
		t.Fatalf("%v, %v", entries, err)
	}
	if got := update("x", true, false); len(got) != 0 {
		t.Errorf("after the reset %v is missing", got)
	}
	dir, err := migrations.ReadFolder(os.DirFS(filepath.Join(root, name)))
	if err != nil {
		t.Fatal(err)
	}
	if n, err := migrations.ApplyFolder(t.Context(), open(t, storetest.Empty(t, dialect)), dir); err != nil || n != 3 {
		t.Errorf("%d, %v", n, err)
	}
}
