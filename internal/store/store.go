// Package store keeps the records: it opens SQLite or PostgreSQL, brings the tables up to date, puts the guards on
// every client, runs transactions and gives the journal out as a feed. Nothing above it knows which database runs.
package store

import (
	"context"
	"database/sql"
	"fmt"
	"hash/fnv"
	"sync"
	"time"

	entsql "entgo.io/ent/dialect/sql"

	"xinxing/ent"
	_ "xinxing/ent/runtime" // defaults and checks of the schema
	"xinxing/internal/store/migrations"
	"xinxing/internal/store/sqldb"
	"xinxing/internal/store/wake"
)

// Options tunes Open; the zero value is right for the program.
type Options struct {
	SQL  sqldb.Options
	Wake wake.Options
	// NoMigrate leaves the tables as they are; Open then fails when they are not up to date.
	NoMigrate bool
}

// Store is an open database with its guards.
type Store struct {
	db    *sqldb.DB
	write *ent.Client
	read  *ent.Client
	wake  wake.Wake
	feed  *feed

	gates sync.Map // community → chan struct{}
}

// Open opens the database at url (sqlite://… or postgres://…), applies the migrations that it lacks and connects
// the wake-up.
func Open(ctx context.Context, url string, opts Options) (*Store, error) {
	db, err := sqldb.Open(ctx, url, opts.SQL)
	if err != nil {
		return nil, err
	}
	s, err := open(ctx, db, url, opts)
	if err != nil {
		_ = db.Close()
		return nil, err
	}
	return s, nil
}

func open(ctx context.Context, db *sqldb.DB, url string, opts Options) (*Store, error) {
	if opts.NoMigrate {
		n, err := migrations.Pending(ctx, db)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			return nil, fmt.Errorf("the database lacks %d migrations: run `xinxing migrate`", n)
		}
	} else if _, err := migrations.Apply(ctx, db); err != nil {
		return nil, fmt.Errorf("migrate: %w", err)
	}
	s := &Store{db: db}
	client := func(pool *sql.DB) *ent.Client {
		c := ent.NewClient(ent.Driver(entsql.OpenDB(db.Dialect(), pool)))
		install(c)
		return c
	}
	s.write, s.read = client(db.Writer()), client(db.Reader())
	if db.Dialect() == sqldb.Postgres {
		w, err := wake.Listen(ctx, url, opts.Wake)
		if err != nil {
			return nil, err
		}
		s.wake = w
	} else {
		s.wake = wake.NewLocal(opts.Wake)
	}
	s.feed = newFeed(s)
	return s, nil
}

// Close ends the feed and the connections.
func (s *Store) Close() error {
	s.feed.close()
	err := s.wake.Close()
	if e := s.db.Close(); e != nil {
		return e
	}
	return err
}

// Read is the guarded client for queries; what it shows depends on the viewer in the context.
func (s *Store) Read() *ent.Client { return s.read }

// DB is the database below, for the few hand-written statements.
func (s *Store) DB() *sqldb.DB { return s.db }

// Ping tells whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return s.db.Reader().PingContext(ctx) }

// Postgres tells whether the database is PostgreSQL.
func (s *Store) Postgres() bool { return s.db.Dialect() == sqldb.Postgres }

// Wakes is woken after commits, here and in other processes, and at a slow tick.
func (s *Store) Wakes() (<-chan struct{}, func()) { return s.wake.Subscribe() }

// Notify wakes the readers of the feed.
func (s *Store) Notify() { s.wake.Notify() }

// Tx is a transaction that may write.
type Tx struct {
	*ent.Client
	tx       *ent.Tx
	postgres bool
}

// Act runs fn in one serializable transaction and commits it; where the database ends it for another's sake, fn
// runs again from the start on fresh facts. Acts of one community go one after another within a process, since they
// would mostly end each other; between processes the database decides. fn must do nothing outside the transaction.
func (s *Store) Act(ctx context.Context, community string, fn func(ctx context.Context, tx *Tx) error) error {
	gate, _ := s.gates.LoadOrStore(community, make(chan struct{}, 1))
	select {
	case gate.(chan struct{}) <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-gate.(chan struct{}) }() // also when fn breaks down
	err := sqldb.Retry(ctx, func() error { return s.once(ctx, fn) })
	if err == nil {
		s.wake.Notify()
	}
	return err
}

func (s *Store) once(ctx context.Context, fn func(ctx context.Context, tx *Tx) error) error {
	opts := &sql.TxOptions{}
	if s.Postgres() {
		opts.Isolation = sql.LevelSerializable
	}
	tx, err := s.write.BeginTx(ctx, opts)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // of no effect after the commit
	if err := fn(ctx, &Tx{Client: tx.Client(), tx: tx, postgres: s.Postgres()}); err != nil {
		return err
	}
	return tx.Commit()
}

// Log runs fn in one transaction that may add to a log, by its name, and commits it. Of all processes one at a time does
// so: it reads what the one before committed. Acts do not wait for it, except for SQLite's one writer; and since what it
// reads is only ever added to, or changed under this lock alone, it needs no serializable transaction, which would end acts. Nobody is woken.
func (s *Store) Log(ctx context.Context, name string, fn func(ctx context.Context, tx *Tx) error) error {
	return sqldb.Retry(ctx, func() error {
		opts := &sql.TxOptions{}
		if s.Postgres() {
			opts.Isolation = sql.LevelReadCommitted // each statement sees what is committed, once the lock is ours
		}
		tx, err := s.write.BeginTx(ctx, opts)
		if err != nil {
			return err
		}
		defer func() { _ = tx.Rollback() }() // of no effect after the commit
		t := &Tx{Client: tx.Client(), tx: tx, postgres: s.Postgres()}
		if err := t.lock(ctx, "log "+name); err != nil {
			return err
		}
		if err := fn(ctx, t); err != nil {
			return err
		}
		return tx.Commit()
	})
}

// Snapshot runs fn on the database as it is at one instant: what others commit meanwhile is not seen.
func (s *Store) Snapshot(ctx context.Context, fn func(*ent.Client) error) error {
	opts := &sql.TxOptions{ReadOnly: true}
	if s.Postgres() {
		opts.Isolation = sql.LevelRepeatableRead
	}
	tx, err := s.read.BeginTx(ctx, opts)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	return fn(tx.Client())
}

// LockJournal makes the entries of a community get their numbers in the order in which they are committed, so that
// a reader who remembers the last number skips none. Call it last, right before the entries are written.
func (t *Tx) LockJournal(ctx context.Context, community string) error { return t.lock(ctx, community) }

// lock waits for the lock of a name, which ends with the transaction.
func (t *Tx) lock(ctx context.Context, name string) error {
	if !t.postgres {
		return nil // one writer
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(name))
	_, err := t.tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock($1)", int64(h.Sum64()))
	return err
}

// TryLeader lets one transaction at a time be the deadline engine of all processes; false when another is.
func (t *Tx) TryLeader(ctx context.Context) (bool, error) {
	if !t.postgres {
		return true, nil
	}
	rows, err := t.tx.QueryContext(ctx, "SELECT pg_try_advisory_xact_lock($1)", int64(0x78696e78696e67))
	if err != nil {
		return false, err
	}
	defer func() { _ = rows.Close() }()
	var ok bool
	for rows.Next() {
		if err := rows.Scan(&ok); err != nil {
			return false, err
		}
	}
	return ok, rows.Err()
}

// Instant brings an instant to what both databases keep: UTC, microseconds.
func Instant(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }
