package sqldb

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	lru "github.com/hashicorp/golang-lru/v2/simplelru"
	"github.com/lib/pq"
)

// cachingConnector opens connections that keep prepared statements by their text. Neither ent nor
// database/sql prepares anything by itself, so that each execution would be parsed and planned anew.
type cachingConnector struct {
	driver.Connector
	size        int
	exclusive   bool
	onStatement func(context.Context, string)
}

// inner is what both drivers' connections offer.
type inner interface {
	driver.Conn
	driver.ConnPrepareContext
	driver.ConnBeginTx
	driver.QueryerContext
	driver.ExecerContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

func (c *cachingConnector) Connect(ctx context.Context) (driver.Conn, error) {
	dc, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	in, ok := dc.(inner)
	if !ok {
		dc.Close() // the other error is the one to tell
		return nil, fmt.Errorf("sqldb: driver connection %T lacks an interface", dc)
	}
	conn := &conn{inner: in, exclusive: c.exclusive, onStatement: c.onStatement}
	if c.size > 0 {
		if conn.stmts, err = lru.NewLRU(c.size, func(_ string, s *statement) { s.retire() }); err != nil {
			return nil, err
		}
		if conn.seen, err = lru.NewLRU[string, struct{}](2*c.size, nil); err != nil {
			return nil, err
		}
	}
	return conn, nil
}

// conn is one connection with its statements. database/sql lets one goroutine at a time call it.
type conn struct {
	inner
	// exclusive: an open result occupies the whole connection (PostgreSQL's protocol).
	exclusive   bool
	stmts       *lru.LRU[string, *statement]
	seen        *lru.LRU[string, struct{}]
	onStatement func(context.Context, string)
	open        int
	inTx        bool
	broken      bool
}

// Close ends the connection. SQLite keeps one half open, and its write-ahead log with it, as long as a statement of it
// is not finalised; PostgreSQL's end with the connection.
func (c *conn) Close() error {
	if c.stmts != nil && !c.exclusive {
		c.stmts.Purge()
	}
	return c.inner.Close()
}

// statement is a prepared statement in the cache. While its rows are read it can neither run again nor
// be closed.
type statement struct {
	driver.Stmt
	inUse   bool
	retired bool
}

func (s *statement) retire() {
	s.retired = true
	if !s.inUse {
		s.Stmt.Close() // a dead connection is found by its next use
	}
}

func (s *statement) release() {
	s.inUse = false
	if s.retired {
		s.Stmt.Close() // as above
	}
}

// cachedTextLimit keeps long one-off texts, such as bulk inserts, out of the cache.
const cachedTextLimit = 16 << 10

// cacheable tells whether query is one statement that can be prepared and is likely to come again.
func cacheable(query string) bool {
	if len(query) > cachedTextLimit || strings.Contains(query, ";") {
		return false
	}
	word := strings.TrimLeft(query, " \t\r\n")
	if end := strings.IndexAny(word, " \t\r\n("); end > 0 {
		word = word[:end]
	}
	switch strings.ToUpper(word) {
	case "SELECT", "INSERT", "UPDATE", "DELETE", "WITH":
		return true
	}
	return false
}

// errResultOpen is a programmer's error: sent on, the statement would be mixed up with the open result.
var errResultOpen = errors.New("sqldb: the rows of another statement are still being read in this transaction")

// prepared returns the statement to run query with, marked as in use, or nil when query is to be sent
// as it is: the first time its text is seen, or when nothing can be prepared.
func (c *conn) prepared(ctx context.Context, query string) (*statement, error) {
	if c.exclusive && c.open > 0 {
		return nil, errResultOpen
	}
	if c.stmts == nil || !cacheable(query) {
		return nil, nil
	}
	if s, ok := c.stmts.Get(query); ok {
		if s.inUse {
			return nil, nil
		}
		s.inUse = true
		return s, nil
	}
	if !c.seen.Contains(query) {
		c.seen.Add(query, struct{}{})
		return nil, nil
	}
	st, err := c.inner.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	s := &statement{Stmt: st, inUse: true}
	c.stmts.Add(query, s)
	c.seen.Remove(query)
	return s, nil
}

// stale drops query's statement when err says that the server no longer accepts it, and reports
// whether the caller may run query once more: inside a transaction the error has already ended it.
func (c *conn) stale(query string, err error) bool {
	if !isStaleStatement(err) {
		return false
	}
	c.stmts.Remove(query)
	return !c.inTx
}

func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	if c.onStatement != nil {
		c.onStatement(ctx, query)
	}
	r, err := c.query(ctx, query, args)
	if err != nil && c.stale(query, err) {
		if again, err2 := c.query(ctx, query, args); err2 == nil || !isAborted(err2) {
			return again, err2
		}
	}
	return r, err
}

func (c *conn) query(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	s, err := c.prepared(ctx, query)
	if err != nil {
		return nil, c.failed(ctx, err)
	}
	var r driver.Rows
	if s != nil {
		r, err = s.Stmt.(driver.StmtQueryContext).QueryContext(ctx, args)
	} else {
		r, err = c.inner.QueryContext(ctx, query, args)
	}
	if err != nil {
		if s != nil {
			s.release()
		}
		return nil, c.failed(ctx, err)
	}
	c.open++
	return &rows{Rows: r, ctx: ctx, conn: c, stmt: s}, nil
}

func (c *conn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	if c.onStatement != nil {
		c.onStatement(ctx, query)
	}
	r, err := c.exec(ctx, query, args)
	if err != nil && c.stale(query, err) {
		if again, err2 := c.exec(ctx, query, args); err2 == nil || !isAborted(err2) {
			return again, err2
		}
	}
	return r, err
}

func (c *conn) exec(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	s, err := c.prepared(ctx, query)
	if err != nil {
		return nil, c.failed(ctx, err)
	}
	if s == nil {
		r, err := c.inner.ExecContext(ctx, query, args)
		return r, c.failed(ctx, err)
	}
	r, err := s.Stmt.(driver.StmtExecContext).ExecContext(ctx, args)
	s.release()
	return r, c.failed(ctx, err)
}

// failed marks the connection when a cancelled context ended its statement: the cancelling may reach
// the server late and would hit whatever runs next.
func (c *conn) failed(ctx context.Context, err error) error {
	if err != nil && c.exclusive && ctx.Err() != nil {
		c.broken = true
	}
	return err
}

// PrepareContext prepares for the caller, who closes it: such statements are not in the cache.
func (c *conn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	st, err := c.inner.PrepareContext(ctx, query)
	if err != nil || c.onStatement == nil {
		return st, err
	}
	return &countedStmt{Stmt: st, conn: c, query: query}, nil
}

func (c *conn) Prepare(query string) (driver.Stmt, error) {
	return c.PrepareContext(context.Background(), query)
}

func (c *conn) BeginTx(ctx context.Context, opts driver.TxOptions) (driver.Tx, error) {
	t, err := c.inner.BeginTx(ctx, opts)
	if err != nil {
		return nil, err
	}
	c.inTx = true
	return &tx{Tx: t, conn: c}, nil
}

func (c *conn) ResetSession(ctx context.Context) error {
	if c.broken {
		return driver.ErrBadConn
	}
	return c.inner.ResetSession(ctx)
}

func (c *conn) IsValid() bool { return !c.broken && c.inner.IsValid() }

// CheckNamedValue lets the driver convert its own kinds of argument.
func (c *conn) CheckNamedValue(nv *driver.NamedValue) error {
	if checker, ok := c.inner.(driver.NamedValueChecker); ok {
		return checker.CheckNamedValue(nv)
	}
	return driver.ErrSkip
}

// Unwrap returns the driver's own connection, for sql.Conn.Raw.
func (c *conn) Unwrap() driver.Conn { return c.inner }

type tx struct {
	driver.Tx
	conn *conn
}

func (t *tx) Commit() error {
	t.conn.inTx = false
	return t.Tx.Commit()
}

func (t *tx) Rollback() error {
	t.conn.inTx = false
	return t.Tx.Rollback()
}

// rows frees its statement and connection when it is closed, as database/sql does after the last row.
type rows struct {
	driver.Rows
	ctx    context.Context
	conn   *conn
	stmt   *statement
	closed bool
}

func (r *rows) Close() error {
	if r.closed {
		return nil
	}
	r.closed = true
	err := r.Rows.Close()
	if r.conn.exclusive && r.ctx.Err() != nil {
		r.conn.broken = true
	}
	r.conn.open--
	if r.stmt != nil {
		r.stmt.release()
	}
	return err
}

func (r *rows) HasNextResultSet() bool {
	n, ok := r.Rows.(driver.RowsNextResultSet)
	return ok && n.HasNextResultSet()
}

func (r *rows) NextResultSet() error {
	if n, ok := r.Rows.(driver.RowsNextResultSet); ok {
		return n.NextResultSet()
	}
	return io.EOF
}

func (r *rows) ColumnTypeDatabaseTypeName(i int) string {
	if t, ok := r.Rows.(driver.RowsColumnTypeDatabaseTypeName); ok {
		return t.ColumnTypeDatabaseTypeName(i)
	}
	return ""
}

func (r *rows) ColumnTypeLength(i int) (int64, bool) {
	if t, ok := r.Rows.(driver.RowsColumnTypeLength); ok {
		return t.ColumnTypeLength(i)
	}
	return 0, false
}

func (r *rows) ColumnTypeNullable(i int) (nullable, ok bool) {
	if t, is := r.Rows.(driver.RowsColumnTypeNullable); is {
		return t.ColumnTypeNullable(i)
	}
	return false, false
}

func (r *rows) ColumnTypePrecisionScale(i int) (precision, scale int64, ok bool) {
	if t, is := r.Rows.(driver.RowsColumnTypePrecisionScale); is {
		return t.ColumnTypePrecisionScale(i)
	}
	return 0, 0, false
}

func (r *rows) ColumnTypeScanType(i int) reflect.Type {
	if t, ok := r.Rows.(driver.RowsColumnTypeScanType); ok {
		return t.ColumnTypeScanType(i)
	}
	return reflect.TypeFor[any]()
}

// countedStmt reports the executions of a statement that a caller prepared.
type countedStmt struct {
	driver.Stmt
	conn  *conn
	query string
}

func (s *countedStmt) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	s.conn.onStatement(ctx, s.query)
	return s.Stmt.(driver.StmtQueryContext).QueryContext(ctx, args)
}

func (s *countedStmt) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	s.conn.onStatement(ctx, s.query)
	return s.Stmt.(driver.StmtExecContext).ExecContext(ctx, args)
}

func isStaleStatement(err error) bool {
	e := pq.As(err, "0A000", "26000")
	return e != nil && (e.Code == "26000" || e.Routine == "RevalidateCachedQuery")
}

// isAborted: an earlier error has already ended the transaction.
func isAborted(err error) bool { return pq.As(err, "25P02") != nil }
