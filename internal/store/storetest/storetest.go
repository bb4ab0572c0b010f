// Package storetest gives tests the databases that they run on, built once and copied for each: to migrate one takes seconds under the race detector.
package storetest

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"xinxing/internal/store"
	"xinxing/internal/store/migrations"
	"xinxing/internal/store/pgcluster"
	"xinxing/internal/store/sqldb"
)

// The databases by the names of their subtests.
const (
	SQLite   = "sqlite"
	Postgres = "postgres"
)

// Databases are the kinds that tests run on: both, or what XINXING_TEST_DATABASES names for the inner loop.
func Databases() []string {
	if only := os.Getenv("XINXING_TEST_DATABASES"); only != "" {
		return strings.Split(only, ",")
	}
	return []string{SQLite, Postgres}
}

// Empty gives the address of a database without tables that is the test's own and goes with it.
func Empty(tb testing.TB, dialect string) string {
	tb.Helper()
	if dialect == Postgres {
		return pgcluster.Fresh(tb, "")
	}
	return "sqlite://" + filepath.Join(tb.TempDir(), "office.db")
}

// Template is a database of each kind that is built when the first test asks for a copy of it.
type Template struct {
	file     func() ([]byte, error)
	database func() (string, error)
}

// NewTemplate makes a template by build, which gets the address of an empty database and closes all its connections before it returns. The sources are
// what build is made of: the name and they tell what is in it, so that a server that lives longer than the tests never gives an old one.
func NewTemplate(name string, sources embed.FS, build func(address string) error) *Template {
	return &Template{
		file: sync.OnceValues(func() ([]byte, error) {
			dir, err := os.MkdirTemp("", name)
			if err != nil {
				return nil, err
			}
			defer func() { _ = os.RemoveAll(dir) }()
			path := filepath.Join(dir, "template.db")
			if err := build("sqlite://" + path); err != nil {
				return nil, err
			}
			return os.ReadFile(path)
		}),
		database: sync.OnceValues(func() (string, error) {
			c, err := pgcluster.Shared()
			if err != nil {
				return "", err
			}
			digest, err := digestOf(sources)
			if err != nil {
				return "", err
			}
			return name + "_" + digest, c.EnsureTemplate(name+"_"+digest, build)
		}),
	}
}

// Migrated is a template with the tables and nothing in them.
var Migrated = NewTemplate("migrated", embed.FS{}, func(address string) error {
	s, err := store.Open(store.With(context.Background(), store.System()), address, store.Options{SQL: sqldb.Options{NoSync: true}})
	if err != nil {
		return err
	}
	return s.Close()
})

// Copy gives the address of a copy that is the test's own and goes with it.
func (t *Template) Copy(tb testing.TB, dialect string) string {
	tb.Helper()
	if dialect == Postgres {
		name, err := t.database()
		if err != nil {
			tb.Fatal(err)
		}
		return pgcluster.Fresh(tb, name)
	}
	file, err := t.file()
	if err != nil {
		tb.Fatal(err)
	}
	address := Empty(tb, dialect)
	if err := os.WriteFile(strings.TrimPrefix(address, "sqlite://"), file, 0o600); err != nil {
		tb.Fatal(err)
	}
	return address
}

// digestOf is of the migrations and of the files of a folder.
func digestOf(sources embed.FS) (string, error) {
	h := sha256.New()
	dir, err := migrations.Folder(sqldb.Postgres)
	if err != nil {
		return "", err
	}
	sum, err := dir.Checksum()
	if err != nil {
		return "", err
	}
	h.Write([]byte(sum.Sum()))
	files, err := sources.ReadDir(".")
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return "", err
	}
	for _, f := range files {
		b, err := sources.ReadFile(f.Name())
		if err != nil {
			return "", err
		}
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil)[:8]), nil
}
