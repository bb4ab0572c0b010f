package sqldb_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"xinxing/internal/store/pgcluster"
	"xinxing/internal/store/sqldb"
)

// addresses returns a fresh database of each kind.
func addresses(t *testing.T) map[string]string {
	t.Helper()
	return map[string]string{
		sqldb.SQLite:   "sqlite://" + filepath.Join(t.TempDir(), "x.db"),
		sqldb.Postgres: pgcluster.Fresh(t, ""),
	}
}

func onBoth(t *testing.T, opts sqldb.Options, f func(t *testing.T, db *sqldb.DB)) {
	t.Helper()
	for dialect, address := range addresses(t) {
		t.Run(dialect, func(t *testing.T) { f(t, open(t, address, opts)) })
	}
}

func open(t *testing.T, address string, opts sqldb.Options) *sqldb.DB {
	t.Helper()
	db, err := sqldb.Open(t.Context(), address, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

func exec(t *testing.T, db interface {
	ExecContext(context.Context, string, ...any) (sql.Result, error)
}, query string, args ...any) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), query, args...); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

func value(t *testing.T, db interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}, query string, args ...any) string {
	t.Helper()
	var v string
	if err := db.QueryRowContext(t.Context(), query, args...).Scan(&v); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return v
}

func TestSQLite_SettingsAreInForce(t *testing.T) {
	db := open(t, "sqlite://"+filepath.Join(t.TempDir(), "x.db"), sqldb.Options{})
	if db.Dialect() != "sqlite3" {
		t.Errorf("dialect %q", db.Dialect())
	}
	for pool, p := range map[string]*sql.DB{"writer": db.Writer(), "reader": db.Reader()} {
		queryOnly := "0"
		if pool == "reader" {
			queryOnly = "1"
		}
		for pragma, want := range map[string]string{
			"journal_mode": "wal", "synchronous": "2", "busy_timeout": "5000", "foreign_keys": "1", "query_only": queryOnly,
		} {
			if got := value(t, p, "PRAGMA "+pragma); got != want {
				t.Errorf("%s: %s = %s, want %s", pool, pragma, got, want)
			}
		}
	}
	if n := db.Writer().Stats().MaxOpenConnections; n != 1 {
		t.Errorf("the writer's pool may open %d connections, want 1", n)
	}
	if n := db.Reader().Stats().MaxOpenConnections; n < 4 {
		t.Errorf("the reader's pool may open %d connections, want several", n)
	}
}

func TestSQLite_ReaderNeverWritesAndKeepsItsSnapshot(t *testing.T) {
	db := open(t, "sqlite://"+filepath.Join(t.TempDir(), "x.db"), sqldb.Options{})
	exec(t, db.Writer(), "CREATE TABLE t (n INTEGER)")
	if _, err := db.Reader().ExecContext(t.Context(), "INSERT INTO t VALUES (1)"); err == nil {
		t.Error("the reader wrote")
	}
	rtx, err := db.Reader().BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatalf("the reader cannot begin: %v", err)
	}
	defer rtx.Rollback()
	if got := value(t, rtx, "SELECT count(*) FROM t"); got != "0" {
		t.Errorf("the reader sees %s rows, want 0", got)
	}
	exec(t, db.Writer(), "INSERT INTO t VALUES (1)")
	if got := value(t, rtx, "SELECT count(*) FROM t"); got != "0" {
		t.Errorf("the reader's transaction sees a later row")
	}
	if got := value(t, db.Reader(), "SELECT count(*) FROM t"); got != "1" {
		t.Errorf("a new read sees %s rows, want 1", got)
	}
}

// A writer takes its lock when it begins: a second one, of another process, waits and does not fail.
func TestSQLite_WritersBeginImmediate(t *testing.T) {
	address := "sqlite://" + filepath.Join(t.TempDir(), "x.db")
	one, two := open(t, address, sqldb.Options{}), open(t, address, sqldb.Options{})
	exec(t, one.Writer(), "CREATE TABLE t (n INTEGER)")
	tx, err := one.Writer().BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if other, err := two.Writer().BeginTx(ctx, nil); err == nil {
		other.Rollback()
		t.Error("two writers were in a transaction at once")
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	exec(t, two.Writer(), "INSERT INTO t VALUES (1)")
}

func TestSQLite_FilesArePrivate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "made", "here")
	path := filepath.Join(dir, "100% #1 新星.db")
	db := open(t, "sqlite://"+path, sqldb.Options{})
	exec(t, db.Writer(), "CREATE TABLE t (n INTEGER)")
	for name, want := range map[string]os.FileMode{dir: 0o700, path: 0o600, path + "-wal": 0o600, path + "-shm": 0o600} {
		info, err := os.Stat(name)
		if err != nil {
			t.Error(err)
			continue
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", filepath.Base(name), got, want)
		}
	}
}

func TestSQLite_RelativePath(t *testing.T) {
	t.Chdir(t.TempDir())
	open(t, "sqlite://data/x.db", sqldb.Options{})
	if _, err := os.Stat("data/x.db"); err != nil {
		t.Error(err)
	}
}

func TestPostgres_SettingsAreInForce(t *testing.T) {
	db := open(t, pgcluster.Fresh(t, ""), sqldb.Options{StatementTimeout: 500 * time.Millisecond, MaxConns: 3})
	if db.Dialect() != "postgres" || db.Reader() != db.Writer() {
		t.Errorf("dialect %q, one pool %v", db.Dialect(), db.Reader() == db.Writer())
	}
	if n := db.Writer().Stats().MaxOpenConnections; n != 3 {
		t.Errorf("pool of %d, want 3", n)
	}
	for setting, want := range map[string]string{
		"TimeZone": "UTC", "application_name": "xinxing", "statement_timeout": "500ms", "client_encoding": "UTF8",
	} {
		if got := value(t, db.Writer(), "SELECT current_setting($1)", setting); got != want {
			t.Errorf("%s = %s, want %s", setting, got, want)
		}
	}
	tx, err := db.Writer().BeginTx(t.Context(), &sql.TxOptions{Isolation: sql.LevelSerializable, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	for setting, want := range map[string]string{"transaction_isolation": "serializable", "transaction_read_only": "on"} {
		if got := value(t, tx, "SELECT current_setting($1)", setting); got != want {
			t.Errorf("%s = %s, want %s", setting, got, want)
		}
	}
	if _, err := db.Writer().ExecContext(t.Context(), "SELECT pg_sleep(30)"); err == nil || !strings.Contains(err.Error(), "statement timeout") {
		t.Errorf("a statement of 30 s gave %v", err)
	}
}

// Both databases give instants back as UTC to the microsecond, and compare and sort them as instants.
func TestTime_RoundTrip(t *testing.T) {
	onBoth(t, sqldb.Options{}, func(t *testing.T, db *sqldb.DB) {
		exec(t, db.Writer(), map[string]string{
			"sqlite3": "CREATE TABLE t (n INTEGER, at DATETIME)", "postgres": "CREATE TABLE t (n int, at timestamptz)",
		}[db.Dialect()])
		shanghai := time.FixedZone("CST", 8*3600)
		base := time.Date(2026, 2, 10, 8, 59, 59, 999_999_000, shanghai)
		for n := range 3 {
			// Three times: the statement is prepared on the second.
			exec(t, db.Writer(), "INSERT INTO t VALUES ($1, $2)", n, base.Add(time.Duration(n)*time.Microsecond))
		}
		for range 3 {
			var at time.Time
			if err := db.Reader().QueryRowContext(t.Context(), "SELECT at FROM t WHERE at > $1 ORDER BY at LIMIT 1", base).Scan(&at); err != nil {
				t.Fatal(err)
			}
			if !at.Equal(base.Add(time.Microsecond)) || at.Location() != time.UTC {
				t.Errorf("read %v, want %v in UTC", at, base.Add(time.Microsecond).UTC())
			}
		}
	})
}

func TestRetry_ConcurrentIncrementsLoseNothing(t *testing.T) {
	onBoth(t, sqldb.Options{NoSync: true}, func(t *testing.T, db *sqldb.DB) {
		exec(t, db.Writer(), "CREATE TABLE counter (n INTEGER)")
		exec(t, db.Writer(), "INSERT INTO counter VALUES (0)")
		const goroutines, each = 64, 3
		var wg sync.WaitGroup
		for range goroutines {
			wg.Go(func() {
				for range each {
					err := sqldb.Retry(t.Context(), func() error {
						tx, err := db.Writer().BeginTx(t.Context(), &sql.TxOptions{Isolation: sql.LevelSerializable})
						if err != nil {
							return err
						}
						defer tx.Rollback()
						// Read, then write what was read: lost without serializable or immediate transactions.
						var n int
						if err := tx.QueryRowContext(t.Context(), "SELECT n FROM counter").Scan(&n); err != nil {
							return err
						}
						if _, err := tx.ExecContext(t.Context(), "UPDATE counter SET n = $1", n+1); err != nil {
							return err
						}
						return tx.Commit()
					})
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		if got := value(t, db.Reader(), "SELECT n FROM counter"); got != strconv.Itoa(goroutines*each) {
			t.Errorf("the counter is %s, want %d", got, goroutines*each)
		}
	})
}

func TestRetry_StopsAtOtherErrorsAndAtTheContext(t *testing.T) {
	other := errors.New("other")
	calls := 0
	if err := sqldb.Retry(t.Context(), func() error { calls++; return other }); err != other || calls != 1 {
		t.Errorf("%d calls, %v", calls, err)
	}
	db := open(t, pgcluster.Fresh(t, ""), sqldb.Options{})
	fail := func() error {
		_, err := db.Writer().ExecContext(t.Context(), "DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$")
		return err
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	err := sqldb.Retry(ctx, fail)
	if !errors.Is(err, context.DeadlineExceeded) || !sqldb.IsSerialization(err) {
		t.Errorf("an ended context gave %v", err)
	}
	calls = 0
	err = sqldb.Retry(t.Context(), func() error { calls++; return fail() })
	if !sqldb.IsSerialization(err) || calls < 2 || calls > 100 {
		t.Errorf("%d calls, %v", calls, err)
	}
}

func TestIsSerialization_SQLiteBusy(t *testing.T) {
	address := "sqlite://" + filepath.Join(t.TempDir(), "x.db")
	one, two := open(t, address, sqldb.Options{}), open(t, address, sqldb.Options{})
	exec(t, two.Writer(), "PRAGMA busy_timeout = 1")
	tx, err := one.Writer().BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	_, err = two.Writer().BeginTx(t.Context(), nil)
	if !sqldb.IsSerialization(fmt.Errorf("begin: %w", err)) {
		t.Errorf("busy is not worth another try: %v", err)
	}
}

func TestIsUnique_NamesTheColumnsOnBoth(t *testing.T) {
	onBoth(t, sqldb.Options{}, func(t *testing.T, db *sqldb.DB) {
		exec(t, db.Writer(), `CREATE TABLE "cases" (id TEXT PRIMARY KEY, community_id TEXT, "number" TEXT)`)
		exec(t, db.Writer(), `CREATE UNIQUE INDEX case_number ON "cases" (community_id, "number")`)
		exec(t, db.Writer(), "INSERT INTO cases VALUES ('a', 'c', 'n')")
		for query, want := range map[string]string{
			"INSERT INTO cases VALUES ('b', 'c', 'n')": "cases.community_id, cases.number",
			"INSERT INTO cases VALUES ('a', 'd', 'm')": "cases.id",
		} {
			_, err := db.Writer().ExecContext(t.Context(), query)
			if got, ok := sqldb.IsUnique(fmt.Errorf("save: %w", err)); !ok || got != want {
				t.Errorf("%s: %q %v, want %q (%v)", query, got, ok, want, err)
			}
			if sqldb.IsSerialization(err) {
				t.Errorf("a unique violation would be tried again")
			}
		}
		_, err := db.Writer().ExecContext(t.Context(), "INSERT INTO missing VALUES (1)")
		if _, ok := sqldb.IsUnique(err); ok || err == nil {
			t.Errorf("%v taken for a unique violation", err)
		}
	})
}

func TestOpen_RefusesAndNeverTellsThePassword(t *testing.T) {
	for _, address := range []string{
		"", "xinxing.db", "mysql://u:s3cret!x@h/db", "sqlite://", "sqlite://:memory:", "sqlite://x.db?_pragma=synchronous(0)",
		"postgres://u:s3cret!x@127.0.0.1:1/db?sslmode=disable",
		"postgres://u:s3cret!x@127.0.0.1:port/db",
		"postgres://u:s3cret!x/y@127.0.0.1/db",
		"postgres://u:s3cret!x%zz@127.0.0.1/db",
		"postgres://u@127.0.0.1:1/db?password=s3cret!x&sslmode=s3cret!x",
		"postgres://u:s3cret!x@127.0.0.1:1/db?binary_parameters=yes",
		"postgres://u:s3cret!x@127.0.0.1:1/db?connect_timeout=s3cret!x",
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		db, err := sqldb.Open(ctx, address, sqldb.Options{})
		cancel()
		if err == nil {
			db.Close()
			t.Errorf("%q was opened", address)
			continue
		}
		if strings.Contains(err.Error(), "s3cret") {
			t.Errorf("the error tells the password: %v", err)
		}
	}
	wrong := strings.Replace(pgcluster.Fresh(t, ""), "sslmode=disable", "sslmode=require", 1)
	if _, err := sqldb.Open(t.Context(), wrong, sqldb.Options{}); err == nil || !strings.Contains(err.Error(), "sslmode=disable") {
		t.Errorf("a server without TLS gave %v", err)
	}
}

func TestRedact(t *testing.T) {
	for address, want := range map[string]string{
		"postgres://u:s3cret@h:5433/db?password=s3cret": "postgres://u@h:5433/db",
		"postgres://u:s3c/ret@h/db":                     "postgres://…",
		"sqlite://data/xinxing.db":                      "sqlite://data/xinxing.db",
		"s3cret":                                        "(unreadable database URL)",
	} {
		if got := sqldb.Redact(address); got != want {
			t.Errorf("Redact(%q) = %q, want %q", address, got, want)
		}
	}
}
