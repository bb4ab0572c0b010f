package sqldb

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/lib/pq"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// retryAttempts bounds Retry: with the pauses below the last try begins about three seconds in.
const retryAttempts = 24

// Retry calls fn, which runs one whole transaction, until it does not fail for a reason that another
// try mends (see IsSerialization), pausing a little longer and at random each time. It gives up with
// fn's last error after 24 tries or when ctx ends.
func Retry(ctx context.Context, fn func() error) error {
	const first, longest = 2 * time.Millisecond, 200 * time.Millisecond
	for try, pause := 1, first; ; try++ {
		err := fn()
		if err == nil || !IsSerialization(err) {
			return err
		}
		if try == retryAttempts {
			return fmt.Errorf("gave up after %d tries: %w", try, err)
		}
		timer := time.NewTimer(pause/2 + rand.N(pause))
		select {
		case <-ctx.Done():
			timer.Stop()
			return errors.Join(ctx.Err(), err)
		case <-timer.C:
		}
		pause = min(2*pause, longest)
	}
}

// IsSerialization reports whether err ended a transaction only because of others beside it: a
// serialization failure, a deadlock, SQLite's busy, or a prepared statement that a migration outdated.
func IsSerialization(err error) bool {
	if e := pq.As(err); e != nil {
		return e.Code == "40001" || e.Code == "40P01" || isStaleStatement(err)
	}
	code, ok := sqliteCode(err)
	return ok && code&0xff == sqlite3.SQLITE_BUSY
}

// IsUnique reports whether err is the violation of a unique index or primary key, and its columns as
// "table.a, table.b", the same on both databases. Where PostgreSQL does not name the columns, it is the
// constraint's name.
func IsUnique(err error) (constraint string, ok bool) {
	if e := pq.As(err, "23505"); e != nil {
		return postgresColumns(e), true
	}
	switch code, _ := sqliteCode(err); code {
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_ROWID:
		_, columns, _ := strings.Cut(err.Error(), "constraint failed: UNIQUE constraint failed: ")
		if columns == "" {
			_, columns, _ = strings.Cut(err.Error(), "UNIQUE constraint failed: ")
		}
		columns, _, _ = strings.Cut(columns, " (")
		return columns, true
	}
	return "", false
}

// postgresColumns reads them from the detail, Key (a, b)=(1, 2) already exists.
func postgresColumns(e *pq.Error) string {
	_, list, ok := strings.Cut(e.Detail, "(")
	if !ok {
		return e.Constraint
	}
	list, _, ok = strings.Cut(list, ")=(")
	if !ok {
		return e.Constraint
	}
	columns := strings.Split(list, ", ")
	for i, c := range columns {
		columns[i] = e.Table + "." + strings.Trim(c, `"`)
	}
	return strings.Join(columns, ", ")
}

func sqliteCode(err error) (int, bool) {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return e.Code(), true
	}
	return 0, false
}
