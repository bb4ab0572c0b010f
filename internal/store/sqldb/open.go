// Package sqldb opens the two kinds of database that lie below ent, an embedded SQLite file and a
// PostgreSQL server, with the settings that the store relies on, and tells their errors apart.
package sqldb

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"time"
)

// The dialects by the names that ent gives them.
const (
	SQLite   = "sqlite3"
	Postgres = "postgres"
)

// Options tunes Open. The zero value is right for the program.
type Options struct {
	// StatementTimeout ends a statement of PostgreSQL that runs longer; zero sets no limit.
	StatementTimeout time.Duration
	// MaxConns bounds PostgreSQL's pool (default 16) or SQLite's pool of readers (default 4, or the
	// number of processors when that is more). SQLite has one writer whatever it says.
	MaxConns int
	// CachedStatements bounds the prepared statements kept on each connection: 0 means 256, a negative
	// number turns the cache off.
	CachedStatements int
	// NoSync leaves out SQLite's waiting for the disk. A power cut then loses data: for tests only.
	NoSync bool
	// OnStatement is called with the text of each statement before it is sent, from any goroutine.
	// BEGIN, COMMIT and ROLLBACK of a transaction are not statements here.
	OnStatement func(ctx context.Context, query string)
}

func (o Options) cacheSize() int {
	if o.CachedStatements == 0 {
		return 256
	}
	return max(o.CachedStatements, 0)
}

// DB is an open database: one pool that may write and one that reads.
type DB struct {
	dialect string
	writer  *sql.DB
	reader  *sql.DB
}

// Open opens the database that url names and proves that it answers. It takes sqlite://relative/path,
// sqlite:///absolute/path (folder and file are made when missing, readable by their owner only) and
// postgres://user:password@host:port/name?sslmode=…; an error never contains the password.
func Open(ctx context.Context, url string, opts Options) (*DB, error) {
	scheme, rest, found := strings.Cut(url, "://")
	if !found {
		return nil, errors.New("database URL: want sqlite://PATH or postgres://USER@HOST/NAME")
	}
	switch scheme {
	case "sqlite":
		return openSQLite(ctx, rest, opts)
	case "postgres", "postgresql":
		return openPostgres(ctx, url, opts)
	}
	return nil, fmt.Errorf("database URL: unknown kind %q: want sqlite or postgres", scheme)
}

// Dialect returns SQLite or Postgres.
func (db *DB) Dialect() string { return db.dialect }

// Writer returns the pool for transactions that write. On SQLite it holds one connection, so that a
// second use inside an open transaction waits until its context ends.
func (db *DB) Writer() *sql.DB { return db.writer }

// Reader returns the pool for reading. On SQLite its connections refuse to write and see what was
// committed when their transaction or statement began; on PostgreSQL it is the writer's pool.
func (db *DB) Reader() *sql.DB { return db.reader }

// Close closes all connections after the statements that still run on them.
func (db *DB) Close() error {
	var err error
	if db.reader != db.writer {
		err = db.reader.Close()
	}
	return errors.Join(err, db.writer.Close())
}

func openPool(c driver.Connector, maxConns int) *sql.DB {
	db := sql.OpenDB(c)
	db.SetMaxOpenConns(maxConns)
	// Idle connections are kept: a new one starts with an empty statement cache.
	db.SetMaxIdleConns(maxConns)
	return db
}

func readers(o Options) int {
	if o.MaxConns > 0 {
		return o.MaxConns
	}
	return max(4, runtime.NumCPU())
}
