package sqldb_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"xinxing/internal/store/pgcluster"
	"xinxing/internal/store/sqldb"
)

// single returns one connection, since each has statements of its own.
func single(t *testing.T, db *sqldb.DB) *sql.Conn {
	t.Helper()
	c, err := db.Writer().Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

const countPrepared = "TABLE pg_prepared_statements"

// preparedTexts asks by a statement which is itself never prepared.
func preparedTexts(t *testing.T, c *sql.Conn) []string {
	t.Helper()
	rows, err := c.QueryContext(t.Context(), countPrepared)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for rows.Next() {
		row := make([]any, len(columns))
		for i := range row {
			row[i] = new(any)
		}
		var text string
		row[slices.Index(columns, "statement")] = &text
		if err := rows.Scan(row...); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return texts
}

func TestStatements_PreparedOnSecondUseAndBounded(t *testing.T) {
	c := single(t, open(t, pgcluster.Fresh(t, ""), sqldb.Options{CachedStatements: 4}))
	exec(t, c, "CREATE TABLE t (n int, s text)")
	for i := range 5 {
		if got := value(t, c, "SELECT $1::int + 1", i); got != fmt.Sprint(i+1) {
			t.Fatalf("got %s", got)
		}
		want := 0
		if i > 0 {
			want = 1
		}
		if got := preparedTexts(t, c); len(got) != want {
			t.Fatalf("after use %d there are prepared: %q, want %d", i+1, got, want)
		}
	}
	for i := range 20 {
		for range 2 {
			exec(t, c, fmt.Sprintf("INSERT INTO t (n) VALUES ($1 + %d)", i), i)
		}
	}
	if got := preparedTexts(t, c); len(got) != 4 || !slices.Contains(got, "INSERT INTO t (n) VALUES ($1 + 19)") {
		t.Errorf("prepared: %q, want the last 4", got)
	}
	// Neither scripts nor statements of administration are prepared.
	for range 3 {
		exec(t, c, "UPDATE t SET s = 'a'; UPDATE t SET s = 'b'")
		exec(t, c, "SET work_mem = '4MB'")
	}
	for _, text := range preparedTexts(t, c) {
		if text == "SET work_mem = '4MB'" || text == "UPDATE t SET s = 'a'; UPDATE t SET s = 'b'" {
			t.Errorf("prepared: %q", text)
		}
	}
}

func TestStatements_OffWhenAsked(t *testing.T) {
	c := single(t, open(t, pgcluster.Fresh(t, ""), sqldb.Options{CachedStatements: -1}))
	for i := range 3 {
		value(t, c, "SELECT $1::int", i)
	}
	if got := preparedTexts(t, c); len(got) != 0 {
		t.Errorf("prepared: %q", got)
	}
}

func TestStatements_SurviveAlterTable(t *testing.T) {
	onBoth(t, sqldb.Options{}, func(t *testing.T, db *sqldb.DB) {
		c := single(t, db)
		exec(t, c, "CREATE TABLE t (a INTEGER)")
		exec(t, c, "INSERT INTO t VALUES (1)")
		columns := func(q interface {
			QueryContext(context.Context, string, ...any) (*sql.Rows, error)
		}) (int, error) {
			rows, err := q.QueryContext(t.Context(), "SELECT * FROM t WHERE a = $1", 1)
			if err != nil {
				return 0, err
			}
			defer rows.Close()
			names, err := rows.Columns()
			if err != nil {
				return 0, err
			}
			n := 0
			for rows.Next() {
				n++
			}
			if n != 1 {
				t.Errorf("%d rows, want 1", n)
			}
			return len(names), rows.Err()
		}
		for want := 1; want <= 4; want++ {
			for use := range 3 {
				if got, err := columns(c); err != nil || got != want {
					t.Fatalf("use %d: %d columns, %v; want %d", use, got, err, want)
				}
			}
			exec(t, c, fmt.Sprintf("ALTER TABLE t ADD COLUMN b%d INTEGER", want))
		}
		// Inside a transaction the error has ended it: the caller's next try succeeds.
		tries := 0
		err := sqldb.Retry(t.Context(), func() error {
			tries++
			tx, err := c.BeginTx(t.Context(), nil)
			if err != nil {
				return err
			}
			defer tx.Rollback()
			if got, err := columns(tx); err != nil || got != 5 {
				return fmt.Errorf("%d columns: %w", got, err)
			}
			return tx.Commit()
		})
		if err != nil || tries > 2 {
			t.Errorf("%d tries: %v", tries, err)
		}
		if db.Dialect() == sqldb.Postgres && tries != 2 {
			t.Errorf("%d tries: the statement was not prepared", tries)
		}
	})
}

func TestStatements_AfterAFailedTransaction(t *testing.T) {
	onBoth(t, sqldb.Options{}, func(t *testing.T, db *sqldb.DB) {
		c := single(t, db)
		exec(t, c, "CREATE TABLE t (a INTEGER PRIMARY KEY)")
		insert := "INSERT INTO t VALUES ($1)"
		for i := range 3 {
			exec(t, c, insert, i)
		}
		tx, err := c.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := tx.ExecContext(t.Context(), insert, 1); err == nil {
			t.Fatal("a duplicate was taken")
		} else if _, ok := sqldb.IsUnique(err); !ok {
			t.Fatal(err)
		}
		if err := tx.Rollback(); err != nil {
			t.Fatal(err)
		}
		exec(t, c, insert, 9)
		if got := value(t, c, "SELECT count(*) FROM t"); got != "4" {
			t.Errorf("%s rows, want 4", got)
		}
	})
}

// The cancelling of a statement may reach the server late: the connection is not used again.
func TestStatements_CancelledRunsDoNotHarmTheNext(t *testing.T) {
	db := open(t, pgcluster.Fresh(t, ""), sqldb.Options{MaxConns: 1})
	const sleep = "SELECT pg_sleep($1)"
	for range 3 {
		exec(t, db.Writer(), sleep, 0)
		exec(t, db.Writer(), sleep, 0)
		before := value(t, db.Writer(), "SELECT pg_backend_pid()")
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		if _, err := db.Writer().ExecContext(ctx, sleep, 60); err == nil {
			t.Fatal("slept for a minute")
		}
		cancel()
		if after := value(t, db.Writer(), "SELECT pg_backend_pid()"); after == before {
			t.Error("the connection of a cancelled statement was used again")
		}
	}
}

// A statement that leaves the cache while its rows are read is closed after them, not under them.
func TestStatements_EvictedWhileItsRowsAreOpen(t *testing.T) {
	c := single(t, open(t, "sqlite://"+filepath.Join(t.TempDir(), "x.db"), sqldb.Options{CachedStatements: 2}))
	exec(t, c, "CREATE TABLE t (n INTEGER)")
	for i := range 5 {
		exec(t, c, "INSERT INTO t VALUES ($1)", i)
	}
	q := "SELECT n FROM t WHERE n >= $1 ORDER BY n"
	for range 2 {
		value(t, c, q, 0)
	}
	tx, err := c.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	rows, err := tx.QueryContext(t.Context(), q, 0)
	if err != nil {
		t.Fatal(err)
	}
	var seen []int
	for rows.Next() {
		var n int
		if err := rows.Scan(&n); err != nil {
			t.Fatal(err)
		}
		seen = append(seen, n)
		for i := range 4 {
			for range 2 {
				value(t, tx, fmt.Sprintf("SELECT %d + $1", i), n)
			}
		}
	}
	if err := rows.Err(); err != nil || !slices.Equal(seen, []int{0, 1, 2, 3, 4}) {
		t.Errorf("read %v, %v", seen, err)
	}
}

// A second statement while rows are open is refused on PostgreSQL, whose protocol cannot carry it, and
// leaves the transaction usable; SQLite runs it, even the same statement again.
func TestStatements_InsideOpenRows(t *testing.T) {
	onBoth(t, sqldb.Options{}, func(t *testing.T, db *sqldb.DB) {
		c := single(t, db)
		exec(t, c, "CREATE TABLE t (a INTEGER)")
		q := "SELECT a FROM t WHERE a >= $1 ORDER BY a"
		for i := range 3 {
			exec(t, c, "INSERT INTO t VALUES ($1)", i)
			value(t, c, "SELECT count(*) FROM t WHERE a >= $1", 0)
		}
		for range 2 {
			value(t, c, q, 0)
		}
		tx, err := c.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		defer tx.Rollback()
		rows, err := tx.QueryContext(t.Context(), q, 0)
		if err != nil {
			t.Fatal(err)
		}
		var seen []int
		for rows.Next() {
			var a int
			if err := rows.Scan(&a); err != nil {
				t.Fatal(err)
			}
			seen = append(seen, a)
			var inside int
			err := tx.QueryRowContext(t.Context(), q, 2).Scan(&inside)
			if db.Dialect() == sqldb.Postgres && err == nil {
				t.Error("PostgreSQL ran a statement inside another's rows")
			}
			if db.Dialect() == sqldb.SQLite && (err != nil || inside != 2) {
				t.Errorf("SQLite inside open rows: %d, %v", inside, err)
			}
		}
		if err := rows.Err(); err != nil || !slices.Equal(seen, []int{0, 1, 2}) {
			t.Errorf("read %v, %v", seen, err)
		}
		if got := value(t, tx, q, 1); got != "1" {
			t.Errorf("afterwards: %s", got)
		}
	})
}

// A statement kept for the next use holds no snapshot: a reader sees what is committed later.
func TestStatements_KeptOnesHoldNoSnapshot(t *testing.T) {
	db := open(t, "sqlite://"+filepath.Join(t.TempDir(), "x.db"), sqldb.Options{MaxConns: 1})
	exec(t, db.Writer(), "CREATE TABLE t (n INTEGER)")
	for i := range 5 {
		exec(t, db.Writer(), "INSERT INTO t VALUES ($1)", i)
		// One row of several is read, the rest is left.
		if got := value(t, db.Reader(), "SELECT n FROM t WHERE n >= $1 ORDER BY n DESC", 0); got != fmt.Sprint(i) {
			t.Fatalf("the reader sees %s, want %d", got, i)
		}
	}
	var busy, log, moved int
	if err := db.Writer().QueryRowContext(t.Context(), "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &moved); err != nil || busy != 0 {
		t.Errorf("a checkpoint is held up: busy %d, %v", busy, err)
	}
}

func TestOnStatement_CountsEveryStatement(t *testing.T) {
	var mu sync.Mutex
	var seen []string
	opts := sqldb.Options{OnStatement: func(_ context.Context, q string) {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, q)
	}}
	onBoth(t, opts, func(t *testing.T, db *sqldb.DB) {
		exec(t, db.Writer(), "CREATE TABLE t (n INTEGER)")
		mu.Lock()
		seen = nil
		mu.Unlock()
		tx, err := db.Writer().BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for i := range 3 {
			exec(t, tx, "INSERT INTO t VALUES ($1)", i)
		}
		st, err := tx.PrepareContext(t.Context(), "SELECT count(*) FROM t")
		if err != nil {
			t.Fatal(err)
		}
		var n int
		for range 2 {
			if err := st.QueryRowContext(t.Context()).Scan(&n); err != nil {
				t.Fatal(err)
			}
		}
		st.Close()
		if err := tx.Commit(); err != nil {
			t.Fatal(err)
		}
		value(t, db.Reader(), "SELECT max(n) FROM t")
		mu.Lock()
		defer mu.Unlock()
		if len(seen) != 6 || n != 3 {
			t.Errorf("%d statements, want 6: %q", len(seen), seen)
		}
	})
}
