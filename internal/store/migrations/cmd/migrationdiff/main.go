// Command migrationdiff writes the next migrations, one folder a dialect, when the ent schema or the guards have changed.
//
//	go run ./internal/store/migrations/cmd/migrationdiff add_ratings   write what is missing, described as add_ratings
//	go run ./internal/store/migrations/cmd/migrationdiff -check        write nothing; exit 1 when something is missing
//	go run ./internal/store/migrations/cmd/migrationdiff -reset        write the first migrations anew, before a release
//	go run ./internal/store/migrations/cmd/migrationdiff -hash         renew the sums after adding a file by hand
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"

	"xinxing/internal/store/migrations/draft"
	"xinxing/internal/store/pgcluster"
	"xinxing/internal/store/sqldb"
)

func main() {
	check := flag.Bool("check", false, "write nothing; exit 1 when the folders and the schema differ")
	reset := flag.Bool("reset", false, "replace all generated files by one first migration; files of other hands stay")
	hash := flag.Bool("hash", false, "renew atlas.sum in both folders, and nothing else")
	root := flag.String("dir", filepath.Join("internal", "store", "migrations"), "folder that holds the dialects' folders")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: migrationdiff [-dir DIR] NAME | -check | -reset | -hash")
		flag.PrintDefaults()
	}
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	code, err := run(ctx, *root, flag.Args(), *check, *reset, *hash)
	if err != nil {
		fmt.Fprintln(os.Stderr, "migrationdiff:", err)
		os.Exit(2)
	}
	os.Exit(code)
}

var nameForm = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

func run(ctx context.Context, root string, args []string, check, reset, hash bool) (int, error) {
	name := "initial"
	switch {
	case hash:
		return 0, errors.Join(draft.Rehash(root, sqldb.SQLite), draft.Rehash(root, sqldb.Postgres))
	case check == reset && !check && len(args) == 1 && nameForm.MatchString(args[0]):
		name = args[0]
	case check == reset || len(args) > 0:
		flag.Usage()
		return 2, nil
	}
	dialects := []struct {
		name    string
		scratch draft.Scratch
	}{{sqldb.SQLite, sqliteScratch}, {sqldb.Postgres, postgresScratch}}
	differ := false
	for _, d := range dialects {
		files, err := draft.Update(ctx, root, d.name, name, d.scratch, check, reset)
		if err != nil {
			return 2, fmt.Errorf("%s: %w", d.name, err)
		}
		for _, f := range files {
			differ = true
			if check {
				fmt.Println("missing", f)
			} else {
				fmt.Println("wrote", f)
			}
		}
	}
	if check && differ {
		fmt.Println("the schema or the guards have changed: go run ./internal/store/migrations/cmd/migrationdiff NAME")
		return 1, nil
	}
	return 0, nil
}

func sqliteScratch(ctx context.Context) (*sqldb.DB, func(), error) {
	folder, err := os.MkdirTemp("", "migrationdiff-")
	if err != nil {
		return nil, nil, err
	}
	db, err := sqldb.Open(ctx, "sqlite://"+filepath.Join(folder, "scratch.db"), sqldb.Options{NoSync: true})
	if err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(folder))
	}
	return db, func() {
		db.Close()           //nolint:errcheck // thrown away
		os.RemoveAll(folder) //nolint:errcheck // thrown away
	}, nil
}

var scratchDatabases int

func postgresScratch(ctx context.Context) (*sqldb.DB, func(), error) {
	server, err := pgcluster.Shared()
	if err != nil {
		return nil, nil, err
	}
	scratchDatabases++
	name := fmt.Sprintf("migrationdiff_%d_%d", os.Getpid(), scratchDatabases)
	if err := server.CreateDatabase(name, ""); err != nil {
		return nil, nil, err
	}
	db, err := sqldb.Open(ctx, server.URL(name), sqldb.Options{})
	if err != nil {
		return nil, nil, errors.Join(err, server.DropDatabase(name))
	}
	return db, func() {
		db.Close()                //nolint:errcheck // thrown away
		server.DropDatabase(name) //nolint:errcheck // thrown away
	}, nil
}
