// Package migrations brings a database to the tables, keys and guards that this program was built with. Each
// dialect has a folder of numbered files, embedded; the files are written by cmd/migrationdiff from the ent schema
// and from draft/guards, and never edited after a release.
package migrations

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/postgres"
	"ariga.io/atlas/sql/sqlite"

	"xinxing/internal/store/sqldb"
)

//go:embed sqlite/*.sql sqlite/atlas.sum postgres/*.sql postgres/atlas.sum
var embedded embed.FS

var (
	// ErrNewer says that a newer program has migrated the database: this one would not understand it.
	ErrNewer = errors.New("the database was migrated by a newer version of the program; start that version")
	// ErrOtherHistory says that the database was made from other migration files than this program's.
	ErrOtherHistory = errors.New("the database was made from other migration files than this program has")
	// ErrForeign says that an empty history stands beside tables that the program did not make.
	ErrForeign = errors.New("the database is not empty and was not made by this program")
)

// State is how far a database has been migrated.
type State struct {
	// Database is the version that the database is at, "" when it is empty; Program the version this program brings it to.
	Database, Program string
	// Applied and Pending count the program's migrations that the database has and lacks.
	Applied, Pending int
}

// Apply brings the database to this program's version in one transaction and returns how many migrations it took:
// all of them or, with an error, none. Several processes may call it at once; the later ones wait for the first.
// It fails with ErrNewer, ErrOtherHistory or ErrForeign on a database that is not an older one of this program's.
func Apply(ctx context.Context, db *sqldb.DB) (applied int, err error) {
	dir, err := Folder(db.Dialect())
	if err != nil {
		return 0, err
	}
	return applyFolder(ctx, db, dir)
}

// Pending returns how many migrations Apply would take. It fails as Apply does, and writes nothing.
func Pending(ctx context.Context, db *sqldb.DB) (int, error) {
	s, err := Status(ctx, db)
	return s.Pending, err
}

// Status returns how far the database has been migrated. It fails as Apply does, and writes nothing; with ErrNewer
// and ErrOtherHistory the versions are still told.
func Status(ctx context.Context, db *sqldb.DB) (State, error) {
	dir, err := Folder(db.Dialect())
	if err != nil {
		return State{}, err
	}
	return statusOf(ctx, db, dir)
}

// Folder returns the embedded folder of a dialect, sqldb.SQLite or sqldb.Postgres. It fails when a file does not
// match the folder's sum.
func Folder(dialect string) (migrate.Dir, error) {
	name, err := FolderName(dialect)
	if err != nil {
		return nil, err
	}
	sub, err := fs.Sub(embedded, name)
	if err != nil {
		return nil, err
	}
	return ReadFolder(sub)
}

// FolderName returns the name of the folder that holds a dialect's files.
func FolderName(dialect string) (string, error) {
	switch dialect {
	case sqldb.SQLite:
		return "sqlite", nil
	case sqldb.Postgres:
		return "postgres", nil
	}
	return "", fmt.Errorf("migrations: unknown dialect %q", dialect)
}

// ReadFolder returns the migrations in files, which may be none, after comparing them with their sum.
func ReadFolder(files fs.FS) (*migrate.MemDir, error) {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, err
	}
	dir := &migrate.MemDir{}
	for _, e := range entries {
		b, err := fs.ReadFile(files, e.Name())
		if err != nil {
			return nil, err
		}
		if err := dir.WriteFile(e.Name(), b); err != nil {
			return nil, err
		}
	}
	if err := migrate.Validate(dir); err != nil && (len(entries) > 0 || !errors.Is(err, migrate.ErrChecksumNotFound)) {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	return dir, nil
}

func applyFolder(ctx context.Context, db *sqldb.DB, dir migrate.Dir) (applied int, err error) {
	err = sqldb.Retry(ctx, func() error {
		applied = 0
		return inTransaction(ctx, db, func(tx *sql.Tx) error {
			var err error
			applied, err = execute(ctx, tx, db.Dialect(), dir)
			return err
		})
	})
	if err != nil {
		return 0, fmt.Errorf("migrate the database: %w", err)
	}
	return applied, nil
}

// takeLock waits for the lock of this database that ends with the transaction; the number is only ours.
const takeLock = "SELECT pg_advisory_xact_lock(7024811390456117)"

// inTransaction runs fn alone: on SQLite the transaction itself is the lock, on PostgreSQL an advisory lock that
// ends with it.
func inTransaction(ctx context.Context, db *sqldb.DB, fn func(*sql.Tx) error) (err error) {
	conn, err := db.Writer().Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	lite := db.Dialect() == sqldb.SQLite
	if lite {
		// A table is rebuilt by dropping it, which enforced keys refuse; inside a transaction the switch has no effect.
		if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = off"); err != nil {
			return err
		}
		defer func() {
			if _, on := conn.ExecContext(context.WithoutCancel(ctx), "PRAGMA foreign_keys = on"); on != nil {
				err = errors.Join(err, fmt.Errorf("switch foreign keys on again: %w", on))
			}
		}()
	}
	// Read committed: the history is read as it stands once the lock is ours.
	opts := &sql.TxOptions{Isolation: sql.LevelReadCommitted}
	if lite {
		opts = nil
	}
	tx, err := conn.BeginTx(ctx, opts)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	if !lite {
		for _, q := range []string{
			// A migration and the wait for another process's may take longer than any act.
			"SET LOCAL statement_timeout = 0",
			"SET LOCAL lock_timeout = 0",
			takeLock,
		} {
			if _, err := tx.ExecContext(ctx, q); err != nil {
				return err
			}
		}
	}
	if err := fn(tx); err != nil {
		return err
	}
	if lite {
		if err := checkForeignKeys(ctx, tx); err != nil {
			return err
		}
	}
	return tx.Commit()
}

func execute(ctx context.Context, tx *sql.Tx, dialect string, dir migrate.Dir) (int, error) {
	h := &history{tx: tx, dialect: dialect}
	if err := h.ensure(ctx); err != nil {
		return 0, err
	}
	revisions, err := h.ReadRevisions(ctx)
	if err != nil {
		return 0, err
	}
	if err := compare(dir, revisions); err != nil {
		return 0, err
	}
	drv, err := atlasDriver(tx, dialect)
	if err != nil {
		return 0, err
	}
	// On PostgreSQL a database may hold schemas and extensions of its own; ours are looked for by name.
	allowDirty := dialect == sqldb.Postgres
	if allowDirty && len(revisions) == 0 {
		if err := h.refuseForeignTables(ctx); err != nil {
			return 0, err
		}
	}
	executor, err := migrate.NewExecutor(drv, dir, h, migrate.WithAllowDirty(allowDirty))
	if err != nil {
		return 0, err
	}
	err = executor.ExecuteN(ctx, 0)
	switch {
	case errors.Is(err, migrate.ErrNoPendingFiles):
		return 0, nil
	case errors.As(err, new(*migrate.NotCleanError)):
		return 0, ErrForeign
	case err != nil:
		if failed, ok := errors.AsType[*migrate.StmtExecError](err); ok {
			return 0, fmt.Errorf("%s: %w\n%s", failed.File.Name(), failed.Err, failed.Stmt.Text)
		}
		return 0, err
	}
	return h.written, nil
}

func atlasDriver(q *sql.Tx, dialect string) (migrate.Driver, error) {
	if dialect == sqldb.SQLite {
		return sqlite.Open(q)
	}
	return postgres.Open(q)
}

// checkForeignKeys looks for rows whose parent is missing, as SQLite does not after keys were switched off.
func checkForeignKeys(ctx context.Context, tx *sql.Tx) error {
	rows, err := tx.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		var table, parent string
		var row, key sql.NullInt64
		if err := rows.Scan(&table, &row, &parent, &key); err != nil {
			return err
		}
		return fmt.Errorf("the migration leaves a row of %s (rowid %d) without its row of %s", table, row.Int64, parent)
	}
	return rows.Err()
}

// compare tells whether the database's history is the beginning of the folder's.
func compare(dir migrate.Dir, revisions []*migrate.Revision) error {
	files, err := dir.Files()
	if err != nil {
		return err
	}
	sums, err := dir.Checksum()
	if err != nil {
		return err
	}
	for i, r := range revisions {
		if i >= len(files) {
			last := "none"
			if i > 0 {
				last = files[i-1].Version()
			}
			return fmt.Errorf("%w (the database is at %s, this program's last is %s)", ErrNewer, revisions[len(revisions)-1].Version, last)
		}
		sum, err := sums.SumByName(files[i].Name())
		if err != nil {
			return err
		}
		if r.Version != files[i].Version() || r.Hash != sum {
			return fmt.Errorf("%w (first difference: %s in the database, %s here)", ErrOtherHistory, r.Version, files[i].Name())
		}
	}
	return nil
}

func statusOf(ctx context.Context, db *sqldb.DB, dir migrate.Dir) (State, error) {
	files, err := dir.Files()
	if err != nil {
		return State{}, err
	}
	s := State{Pending: len(files)}
	if len(files) > 0 {
		s.Program = files[len(files)-1].Version()
	}
	tx, err := db.Reader().BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return s, err
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	h := &history{tx: tx, dialect: db.Dialect()}
	exists, err := h.exists(ctx)
	if err != nil || !exists {
		return s, err
	}
	revisions, err := h.ReadRevisions(ctx)
	if err != nil || len(revisions) == 0 {
		return s, err
	}
	s.Database = revisions[len(revisions)-1].Version
	if err := compare(dir, revisions); err != nil {
		s.Pending = 0
		return s, err
	}
	s.Applied, s.Pending = len(revisions), len(files)-len(revisions)
	return s, nil
}
