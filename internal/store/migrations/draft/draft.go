package draft

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/postgres"
	"ariga.io/atlas/sql/sqlite"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"

	"xinxing/internal/store/migrations"
	"xinxing/internal/store/sqldb"
)

//go:embed guards/*.sql
var guardFiles embed.FS

// header marks the files that Reset may remove.
const header = "-- Written by migrationdiff; not edited by hand.\n\n"

// Scratch opens a new empty database of one dialect, to be closed by its second result.
type Scratch func(ctx context.Context) (*sqldb.DB, func(), error)

// Difference returns the files, by name and in order, that have to be added to dir so that it makes tables and the
// guards of this package: none when dir already does. It fails when dir does not apply to an empty database.
func Difference(ctx context.Context, dir *migrate.MemDir, tables []*schema.Table, name string, scratch Scratch) ([]migrate.File, error) {
	work := &migrate.MemDir{}
	before, err := dir.Files()
	if err != nil {
		return nil, err
	}
	if err := work.CopyFiles(before); err != nil {
		return nil, err
	}
	if err := rehash(work); err != nil {
		return nil, err
	}
	if err := tableDifference(ctx, work, tables, name, scratch); err != nil {
		return nil, err
	}
	if err := guardDifference(ctx, work, scratch); err != nil {
		return nil, err
	}
	after, err := work.Files()
	if err != nil {
		return nil, err
	}
	return after[len(before):], nil
}

// tableDifference adds the file that changes the tables, if they change. It begins by dropping the guards, which
// a rebuilt table would lose and a dropped column would miss; guardDifference puts them back.
func tableDifference(ctx context.Context, dir *migrate.MemDir, tables []*schema.Table, name string, scratch Scratch) error {
	var drops []string
	err := with(ctx, scratch, func(db *sqldb.DB) error {
		if err := replay(ctx, db, dir); err != nil {
			return err
		}
		now, err := guards(ctx, db)
		drops = now.drops()
		return err
	})
	if err != nil {
		return err
	}
	return with(ctx, scratch, func(db *sqldb.DB) error {
		m, err := schema.NewMigrate(entsql.OpenDB(db.Dialect(), db.Writer()),
			schema.WithDir(dir), schema.WithMigrationMode(schema.ModeReplay), schema.WithFormatter(formatter{dir, drops}),
			schema.WithDropColumn(true), schema.WithDropIndex(true))
		if err != nil {
			return err
		}
		return m.NamedDiff(ctx, name, tables...)
	})
}

// guardDifference adds the file that makes the guards what guards/*.sql says, if they are not.
func guardDifference(ctx context.Context, dir *migrate.MemDir, scratch Scratch) error {
	return with(ctx, scratch, func(db *sqldb.DB) error {
		if err := replay(ctx, db, dir); err != nil {
			return err
		}
		folder, err := migrations.FolderName(db.Dialect())
		if err != nil {
			return err
		}
		script, err := guardFiles.ReadFile("guards/" + folder + ".sql")
		if err != nil {
			return err
		}
		have, err := guards(ctx, db)
		if err != nil {
			return err
		}
		content := []byte(header)
		for _, d := range have.drops() {
			content = append(content, d+";\n"...)
		}
		if len(have) > 0 {
			content = append(content, '\n')
		}
		content = append(content, script...)
		file := migrate.NewLocalFile(nextName(dir, "guards"), content)
		if err := run(ctx, db, file); err != nil {
			return fmt.Errorf("guards/%s.sql: %w", folder, err)
		}
		want, err := guards(ctx, db)
		if err != nil || maps.Equal(have, want) {
			return err
		}
		return add(dir, file)
	})
}

// Update writes the difference between the folder under root, one a dialect, and this program's tables and guards
// into the folder, unless check is set, and returns the paths of the new files. name describes the change.
// With reset the files that were written so before are replaced by the first ones anew, and those of other hands kept.
func Update(ctx context.Context, root, dialect, name string, scratch Scratch, check, reset bool) ([]string, error) {
	tables, err := Tables()
	if err != nil {
		return nil, err
	}
	folder, err := migrations.FolderName(dialect)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(root, folder)
	dir, removed, err := load(path, reset)
	if err != nil {
		return nil, err
	}
	var files []migrate.File
	if reset {
		if files, err = fromScratch(ctx, dir, tables, name, scratch); err != nil {
			return nil, err
		}
	} else if files, err = Difference(ctx, dir, tables, name, scratch); err != nil {
		return nil, err
	}
	written := make([]string, 0, len(files))
	for _, f := range files {
		written = append(written, filepath.Join(path, f.Name()))
	}
	if check || len(files) == 0 {
		return written, nil
	}
	for _, name := range removed {
		if err := os.Remove(filepath.Join(path, name)); err != nil {
			return nil, err
		}
	}
	out, err := migrate.NewLocalDir(path)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if err := out.WriteFile(f.Name(), f.Bytes()); err != nil {
			return nil, err
		}
	}
	return written, rehash(out)
}

// fromScratch returns the first files of an empty folder. Files of other hands, which follow them, have to apply after.
func fromScratch(ctx context.Context, kept *migrate.MemDir, tables []*schema.Table, name string, scratch Scratch) ([]migrate.File, error) {
	files, err := Difference(ctx, &migrate.MemDir{}, tables, name, scratch)
	if err != nil {
		return nil, err
	}
	others, err := kept.Files()
	if err != nil {
		return nil, err
	}
	for _, f := range others {
		if f.Version() <= files[len(files)-1].Version() {
			return nil, fmt.Errorf("%s has to come after %s: give it a higher number", f.Name(), files[len(files)-1].Name())
		}
	}
	all := &migrate.MemDir{}
	if err := all.CopyFiles(append(slices.Clone(files), others...)); err != nil {
		return nil, err
	}
	return files, with(ctx, scratch, func(db *sqldb.DB) error { return replay(ctx, db, all) })
}

// load reads a folder; with reset, without the files that migrationdiff wrote, whose names it returns.
func load(path string, reset bool) (dir *migrate.MemDir, removed []string, err error) {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return nil, nil, err
	}
	if !reset {
		dir, err = migrations.ReadFolder(os.DirFS(path))
		return dir, nil, err
	}
	local, err := migrate.NewLocalDir(path)
	if err != nil {
		return nil, nil, err
	}
	files, err := local.Files()
	if err != nil {
		return nil, nil, err
	}
	dir = &migrate.MemDir{}
	for _, f := range files {
		if bytes.HasPrefix(f.Bytes(), []byte(header)) {
			removed = append(removed, f.Name())
		} else if err := dir.WriteFile(f.Name(), f.Bytes()); err != nil {
			return nil, nil, err
		}
	}
	return dir, removed, nil
}

// Rehash writes the sum of a dialect's folder under root anew, as is needed after adding a file by hand.
func Rehash(root, dialect string) error {
	folder, err := migrations.FolderName(dialect)
	if err != nil {
		return err
	}
	dir, err := migrate.NewLocalDir(filepath.Join(root, folder))
	if err != nil {
		return err
	}
	return rehash(dir)
}

func rehash(dir migrate.Dir) error {
	sum, err := dir.Checksum()
	if err != nil {
		return err
	}
	return migrate.WriteSumFile(dir, sum)
}

func add(dir *migrate.MemDir, f migrate.File) error {
	if err := dir.WriteFile(f.Name(), f.Bytes()); err != nil {
		return err
	}
	return rehash(dir)
}

// formatter gives the planned file the next number, and the drops before its first statement.
type formatter struct {
	dir   migrate.Dir
	drops []string
}

func (f formatter) Format(plan *migrate.Plan) ([]migrate.File, error) {
	planned, err := migrate.DefaultFormatter.FormatFile(plan)
	if err != nil {
		return nil, err
	}
	content := []byte(header)
	for _, d := range f.drops {
		content = append(content, d+";\n"...)
	}
	content = append(content, planned.Bytes()...)
	return []migrate.File{migrate.NewLocalFile(nextName(f.dir, plan.Name), append(content, filled(string(content))...))}, nil
}

// adds tells whether a file adds a column to a table that was there: by itself, or as the table is rebuilt and its rows copied.
func adds(script, table, column string) bool {
	if regexp.MustCompile("ALTER TABLE [`\"]" + table + "[`\"][^;]* ADD COLUMN [`\"]" + column + "[`\"]").MatchString(script) {
		return true
	}
	copied := regexp.MustCompile("INSERT INTO `new_" + table + "` [(]([^)]*)[)]").FindStringSubmatch(script)
	return copied != nil && !strings.Contains(copied[1], "`"+column+"`") && strings.Contains(script, "`"+column+"`")
}

// filled gives the statements that fill the columns which a file adds.
func filled(script string) string {
	var b strings.Builder
	for _, table := range slices.Sorted(maps.Keys(fills)) {
		for _, column := range slices.Sorted(maps.Keys(fills[table])) {
			if adds(script, table, column) {
				fmt.Fprintf(&b, "-- What was there before has it too\nUPDATE %s SET %s = %s;\n", table, column, fills[table][column])
			}
		}
	}
	return b.String()
}

func nextName(dir migrate.Dir, name string) string {
	last := 0
	if files, err := dir.Files(); err == nil && len(files) > 0 {
		last, _ = strconv.Atoi(files[len(files)-1].Version())
	}
	return fmt.Sprintf("%04d_%s.sql", last+1, name)
}

func with(ctx context.Context, scratch Scratch, fn func(*sqldb.DB) error) error {
	db, done, err := scratch(ctx)
	if err != nil {
		return err
	}
	defer done()
	return fn(db)
}

func replay(ctx context.Context, db *sqldb.DB, dir migrate.Dir) error {
	files, err := dir.Files()
	if err != nil {
		return err
	}
	return run(ctx, db, files...)
}

func run(ctx context.Context, db *sqldb.DB, files ...migrate.File) error {
	drv, err := driver(db)
	if err != nil {
		return err
	}
	for _, f := range files {
		stmts, err := migrate.FileStmts(drv, f)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name(), err)
		}
		for _, s := range stmts {
			if _, err := db.Writer().ExecContext(ctx, s); err != nil {
				return fmt.Errorf("%s: %w\n%s", f.Name(), err, s)
			}
		}
	}
	return nil
}

func driver(db *sqldb.DB) (migrate.Driver, error) {
	if db.Dialect() == sqldb.SQLite {
		return sqlite.Open(db.Writer())
	}
	return postgres.Open(db.Writer())
}

// guardSet is the triggers of a database: the statement that drops each, and its definition.
type guardSet map[string]string

func (g guardSet) drops() []string { return slices.Sorted(maps.Keys(g)) }

func guards(ctx context.Context, db *sqldb.DB) (guardSet, error) {
	q := "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
	if db.Dialect() == sqldb.Postgres {
		q = `SELECT t.tgname, c.relname, pg_get_triggerdef(t.oid) || p.prosrc
			FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
			WHERE NOT t.tgisinternal AND c.relnamespace = CURRENT_SCHEMA()::regnamespace`
	}
	rows, err := db.Writer().QueryContext(ctx, q)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	set := guardSet{}
	for rows.Next() {
		var name, table, definition string
		if err := rows.Scan(&name, &table, &definition); err != nil {
			return nil, err
		}
		drop := "DROP TRIGGER " + name
		if db.Dialect() == sqldb.Postgres {
			drop += " ON " + table
		}
		set[drop] = strings.Join(strings.Fields(definition), " ")
	}
	return set, errors.Join(rows.Err(), rows.Close())
}
