package main

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	_ "github.com/lib/pq" // the driver
	"golang.org/x/sync/errgroup"
	_ "modernc.org/sqlite" // the driver
)

// table is one of the tables that are loaded in bulk.
type table struct {
	name    string
	columns []string
}

var (
	casesTable = table{"cases", strings.Fields(`id community_id receipt_no status open channel contact_at opened_at closed_at
		holder_role responsible_role anonymous item_code situation demand outcome clock clock_from due_at queue_at provisional soon_at
		materials_complete_at missing_materials tally promises_made events head version first_responder_id holder_id responsible_id
		resident_id item_id post_id department_id promise_id`)}
	promisesTable = table{"promises", strings.Fields(`id community_id case_id number origin made_at made_by_id start_at working_days
		due_at provisional told_at told_way explanation result`)}
	alarmsTable = table{"alarms", strings.Fields(`id community_id case_id subject kind at due_at pending fired_at`)}
	eventsTable = table{"case_events", strings.Fields(`community_id case_id receipt_no number kind at actor_id reason facts audience
		alarm_kind alarm_id responsible_id holder_id status due_at previous hash`)}
	figuresTable  = table{"figure_entries", strings.Fields(`community_id case_id measure day item_code post_id staff_id channel kind value n`)}
	breachesTable = table{"breaches", strings.Fields(`id community_id kind clause person_id found_at reported_by_id alarm_id facts case_id`)}
)

// document is a JSON value in the form of the database: text for PostgreSQL, bytes for SQLite, as the program writes it.
type document []byte

// rows are rows of the six tables that belong together.
type rows struct {
	cases, promises, alarms, events, figures, breaches [][]any
}

func (r *rows) parts() map[*table][][]any {
	return map[*table][][]any{
		&casesTable: r.cases, &promisesTable: r.promises, &alarmsTable: r.alarms, &eventsTable: r.events, &figuresTable: r.figures, &breachesTable: r.breaches,
	}
}

// copyRows loads into PostgreSQL by COPY, each table over a connection of its own. Foreign keys are not looked up row by
// row: the loader draws its references from what it read.
func copyRows(ctx context.Context, address string, chunks <-chan *rows) error {
	db, err := sql.Open("postgres", address)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	g, ctx := errgroup.WithContext(ctx)
	queues := map[*table]chan [][]any{}
	for t := range (&rows{}).parts() {
		queue := make(chan [][]any, 4)
		queues[t] = queue
		g.Go(func() error {
			conn, err := db.Conn(ctx)
			if err != nil {
				return err
			}
			defer func() { _ = conn.Close() }()
			if _, err := conn.ExecContext(ctx, "SET session_replication_role = replica"); err != nil {
				return fmt.Errorf("loading in bulk needs a superuser of PostgreSQL: %w", err)
			}
			for {
				select {
				case part, ok := <-queue:
					if !ok {
						return nil
					}
					if err := copyPart(ctx, conn, t, part); err != nil {
						return fmt.Errorf("%s: %w", t.name, err)
					}
				case <-ctx.Done():
					return ctx.Err()
				}
			}
		})
	}
	g.Go(func() error {
		defer func() {
			for _, q := range queues {
				close(q)
			}
		}()
		for r := range chunks {
			for t, part := range r.parts() {
				if len(part) == 0 {
					continue
				}
				select {
				case queues[t] <- part:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
		}
		return nil
	})
	return g.Wait()
}

func copyPart(ctx context.Context, conn *sql.Conn, t *table, part [][]any) error {
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // of no effect after the commit
	in, err := tx.PrepareContext(ctx, "COPY "+t.name+" ("+strings.Join(t.columns, ",")+") FROM STDIN")
	if err != nil {
		return err
	}
	for _, row := range part {
		for i, v := range row {
			if d, ok := v.(document); ok {
				row[i] = string(d)
			}
		}
		if _, err := in.ExecContext(ctx, row...); err != nil {
			return err
		}
	}
	if _, err := in.ExecContext(ctx); err != nil {
		return err
	}
	if err := in.Close(); err != nil {
		return err
	}
	return tx.Commit()
}

// insertRows loads into SQLite: inserts of many rows, all in one transaction.
func insertRows(ctx context.Context, path string, chunks <-chan *rows) error {
	db, err := sql.Open("sqlite", sqliteDSN(path, "OFF", "0", ""))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	defer func() { _ = db.Close() }()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // of no effect after the commit
	for r := range chunks {
		for t, part := range r.parts() {
			if err := insertPart(ctx, tx, t, part); err != nil {
				return fmt.Errorf("%s: %w", t.name, err)
			}
		}
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}

// sqliteDSN is the program's own, but for what a load may leave out.
func sqliteDSN(path, synchronous, foreignKeys, more string) string {
	return "file:" + path + "?_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=synchronous(" + synchronous +
		")&_pragma=foreign_keys(" + foreignKeys + ")&_pragma=recursive_triggers(1)&_time_format=sqlite&_timezone=UTC" + more
}

const rowsAtOnce = 50

func insertPart(ctx context.Context, tx *sql.Tx, t *table, part [][]any) error {
	var full *sql.Stmt
	for len(part) > 0 {
		n := min(rowsAtOnce, len(part))
		args := make([]any, 0, n*len(t.columns))
		for _, row := range part[:n] {
			for _, v := range row {
				if d, ok := v.(document); ok {
					v = []byte(d)
				}
				args = append(args, v)
			}
		}
		var err error
		switch {
		case n < rowsAtOnce:
			_, err = tx.ExecContext(ctx, t.insert(n), args...)
		case full == nil:
			if full, err = tx.PrepareContext(ctx, t.insert(n)); err != nil {
				return err
			}
			defer func() { _ = full.Close() }()
			fallthrough
		default:
			_, err = full.ExecContext(ctx, args...)
		}
		if err != nil {
			return err
		}
		part = part[n:]
	}
	return nil
}

func (t *table) insert(n int) string {
	one := "(" + strings.TrimSuffix(strings.Repeat("?,", len(t.columns)), ",") + ")"
	return "INSERT INTO " + t.name + " (" + strings.Join(t.columns, ",") + ") VALUES " +
		strings.TrimSuffix(strings.Repeat(one+",", n), ",")
}
