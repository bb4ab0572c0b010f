package sqldb

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
)

func openSQLite(ctx context.Context, path string, opts Options) (*DB, error) {
	path, err := sqliteFile(path)
	if err != nil {
		return nil, err
	}
	writer, err := sqlitePool(path, opts, true)
	if err != nil {
		return nil, err
	}
	// The writer goes first: it turns the file to WAL, which readers cannot.
	if err := writer.PingContext(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open SQLite database %s: %w", path, err), writer.Close())
	}
	reader, err := sqlitePool(path, opts, false)
	if err != nil {
		return nil, errors.Join(err, writer.Close())
	}
	db := &DB{dialect: SQLite, writer: writer, reader: reader}
	if err := reader.PingContext(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open SQLite database %s for reading: %w", path, err), db.Close())
	}
	return db, nil
}

// sqliteFile makes sure that the file exists and returns its absolute path. SQLite gives the -wal and
// -shm files beside it the same permissions.
func sqliteFile(path string) (string, error) {
	switch {
	case path == "":
		return "", errors.New("database URL: sqlite:// needs a path, as in sqlite://data/xinxing.db")
	case strings.HasPrefix(path, ":memory:"):
		return "", errors.New("database URL: SQLite in memory is not offered, readers and writer would see different databases; name a file")
	case strings.Contains(path, "?"):
		return "", errors.New("database URL: sqlite:// takes a path and no parameters")
	}
	path, err := filepath.Abs(filepath.FromSlash(path))
	if err != nil {
		return "", fmt.Errorf("database URL: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", fmt.Errorf("make the database's folder: %w", err)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return "", fmt.Errorf("open the database file: %w", err)
	}
	return path, f.Close()
}

func sqlitePool(path string, opts Options, write bool) (*sql.DB, error) {
	connector, err := sqlite.NewConnector(sqliteDSN(path, opts, write))
	if err != nil {
		return nil, fmt.Errorf("open SQLite database %s: %w", path, err)
	}
	c := &cachingConnector{Connector: connector, size: opts.cacheSize(), onStatement: opts.OnStatement}
	if write {
		return openPool(c, 1), nil
	}
	return openPool(c, readers(opts)), nil
}

func sqliteDSN(path string, opts Options, write bool) string {
	synchronous := "FULL"
	if opts.NoSync {
		synchronous = "OFF"
	}
	uri := "file:" + strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(filepath.ToSlash(path)) +
		"?_pragma=busy_timeout(5000)" +
		"&_pragma=journal_mode(WAL)" +
		"&_pragma=synchronous(" + synchronous + ")" +
		"&_pragma=foreign_keys(1)" +
		// Without it INSERT OR REPLACE would delete a row of the journal past its trigger.
		"&_pragma=recursive_triggers(1)" +
		"&_time_format=sqlite&_timezone=UTC"
	if write {
		return uri + "&_txlock=immediate"
	}
	// An immediate transaction takes the writer's lock, which a connection for reading is refused.
	return uri + "&_pragma=query_only(1)&_txlock=deferred"
}
