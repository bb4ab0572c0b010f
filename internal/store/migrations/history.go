package migrations

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"ariga.io/atlas/sql/migrate"

	"xinxing/internal/store/sqldb"
)

const historyTable = "schema_migrations"

// history is the table of what has been applied, read and written inside the migration's transaction.
type history struct {
	tx      *sql.Tx
	dialect string
	written int
}

var _ migrate.RevisionReadWriter = (*history)(nil)

func (h *history) ensure(ctx context.Context) error {
	instant := "datetime"
	if h.dialect == sqldb.Postgres {
		instant = "timestamptz"
	}
	_, err := h.tx.ExecContext(ctx, "CREATE TABLE IF NOT EXISTS "+historyTable+
		" (version text NOT NULL PRIMARY KEY, description text NOT NULL, hash text NOT NULL, statements integer NOT NULL, applied_at "+instant+" NOT NULL)")
	return err
}

func (h *history) exists(ctx context.Context) (bool, error) {
	q := "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $1"
	if h.dialect == sqldb.Postgres {
		q = "SELECT count(*) FROM pg_tables WHERE schemaname = CURRENT_SCHEMA() AND tablename = $1"
	}
	var n int
	err := h.tx.QueryRowContext(ctx, q, historyTable).Scan(&n)
	return n > 0, err
}

// refuseForeignTables keeps PostgreSQL's first migration out of a schema that somebody else uses.
func (h *history) refuseForeignTables(ctx context.Context) error {
	var name string
	err := h.tx.QueryRowContext(ctx,
		"SELECT tablename FROM pg_tables WHERE schemaname = CURRENT_SCHEMA() AND tablename <> $1 ORDER BY 1 LIMIT 1", historyTable).Scan(&name)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return err
	}
	return fmt.Errorf("%w (there is a table %s)", ErrForeign, name)
}

// Ident names the table.
func (h *history) Ident() *migrate.TableIdent { return &migrate.TableIdent{Name: historyTable} }

const readRevisions = "SELECT version, description, hash, statements, applied_at FROM " + historyTable

// ReadRevisions returns what has been applied, in the order of versions.
func (h *history) ReadRevisions(ctx context.Context) ([]*migrate.Revision, error) {
	rows, err := h.tx.QueryContext(ctx, readRevisions+" ORDER BY version")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var revisions []*migrate.Revision
	for rows.Next() {
		r, err := scanRevision(rows)
		if err != nil {
			return nil, err
		}
		revisions = append(revisions, r)
	}
	return revisions, rows.Err()
}

// ReadRevision returns one, or migrate.ErrRevisionNotExist.
func (h *history) ReadRevision(ctx context.Context, version string) (*migrate.Revision, error) {
	r, err := scanRevision(h.tx.QueryRowContext(ctx, readRevisions+" WHERE version = $1", version))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, migrate.ErrRevisionNotExist
	}
	return r, err
}

func scanRevision(row interface{ Scan(...any) error }) (*migrate.Revision, error) {
	r := &migrate.Revision{Type: migrate.RevisionTypeExecute}
	if err := row.Scan(&r.Version, &r.Description, &r.Hash, &r.Total, &r.ExecutedAt); err != nil {
		return nil, err
	}
	r.Applied = r.Total
	return r, nil
}

// WriteRevision keeps finished migrations only: an unfinished one is rolled back with everything else.
func (h *history) WriteRevision(ctx context.Context, r *migrate.Revision) error {
	if r.Applied < r.Total || r.Error != "" {
		return nil
	}
	result, err := h.tx.ExecContext(ctx, "INSERT INTO "+historyTable+
		" (version, description, hash, statements, applied_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (version) DO NOTHING",
		r.Version, r.Description, r.Hash, r.Total, r.ExecutedAt.UTC())
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	h.written += int(n)
	return err
}

// DeleteRevision is part of the interface; nothing here takes a migration back.
func (h *history) DeleteRevision(context.Context, string) error {
	return errors.New("migrations are never taken back")
}
