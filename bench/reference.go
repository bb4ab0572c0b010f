package main

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os/signal"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
	"xinxing/internal/store"
)

// reference is the hand-written handler beside which the program is measured: net/http, database/sql over lib/pq or
// modernc, prepared statements, structs. It gives the same answers to the same requests, asks who the cookie names as the
// program does, and uses the same rules for working time and acts, but has no GraphQL, no ent, no guards, and serves one office.
type reference struct {
	pg         bool
	read       *sql.DB
	write      *sql.DB
	office     *service.Office
	clock      service.Clock
	mu         sync.Mutex // one act at a time, as the program has it
	statements sync.Map   // text → *sql.Stmt
	hub        hub
}

// serveReference is the hidden command that runs it.
func serveReference(args []string) error {
	flags := flag.NewFlagSet("reference", flag.ContinueOnError)
	listen := flags.String("listen", "", "")
	address := flags.String("database", "", "")
	master := flags.String("key", "", "")
	if err := flags.Parse(args); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	r := &reference{pg: !strings.HasPrefix(*address, "sqlite://")}
	if err := r.open(ctx, *address, *master); err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	for name, h := range map[string]func(context.Context, *viewer, json.RawMessage) (any, error){
		"page": r.queuePage, "list": r.queueList, "case": r.caseSheet, "journal": r.journal, "open": r.openCase,
	} {
		mux.HandleFunc("POST /"+name, r.answer(h))
	}
	mux.HandleFunc("GET /events", r.events)
	server := &http.Server{Addr: *listen, Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	ended := make(chan error, 1)
	go func() { ended <- server.ListenAndServe() }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
		return server.Close()
	}
}

func (r *reference) open(ctx context.Context, address, master string) (err error) {
	// The office's people, calendar and limits are read once, by the program's own means.
	d, err := openDesk(ctx, address, master, store.Options{NoMigrate: true})
	if err != nil {
		return err
	}
	r.clock = d.Clock
	community, err := d.OnlyCommunity(ctx)
	if err != nil {
		return errors.Join(err, d.Store.Close())
	}
	r.office, err = d.Office(ctx, community)
	if err = errors.Join(err, d.Store.Close()); err != nil {
		return err
	}
	if r.pg {
		if r.read, err = sql.Open("postgres", address); err != nil {
			return err
		}
		r.read.SetMaxOpenConns(16)
		r.read.SetMaxIdleConns(16)
		r.write = r.read
		return r.prepareWrites()
	}
	path := strings.TrimPrefix(address, "sqlite://")
	if r.write, err = sql.Open("sqlite", sqliteDSN(path, "FULL", "1", "&_txlock=immediate")); err != nil {
		return err
	}
	r.write.SetMaxOpenConns(1)
	if r.read, err = sql.Open("sqlite", sqliteDSN(path, "FULL", "1", "&_pragma=query_only(1)")); err != nil {
		return err
	}
	r.read.SetMaxOpenConns(4)
	r.read.SetMaxIdleConns(4)
	return errors.Join(r.prepareWrites(), r.read.PingContext(ctx))
}

// text brings a statement to the database's form: $1 is ?1 for SQLite.
func (r *reference) text(query string) string {
	if r.pg {
		return query
	}
	return strings.ReplaceAll(query, "$", "?")
}

// prepared gives the statement for a query, prepared once.
func (r *reference) prepared(db *sql.DB, query string) (*sql.Stmt, error) {
	if s, ok := r.statements.Load(query); ok {
		return s.(*sql.Stmt), nil
	}
	s, err := db.Prepare(r.text(query))
	if err != nil {
		return nil, fmt.Errorf("%w in %s", err, query)
	}
	if kept, raced := r.statements.LoadOrStore(query, s); raced {
		_ = s.Close()
		return kept.(*sql.Stmt), nil
	}
	return s, nil
}

func (r *reference) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := r.prepared(r.read, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

type viewer struct {
	id    string
	roles duty.Roles
	state duty.State
}

func (r *reference) viewer(ctx context.Context, q *http.Request) (*viewer, error) {
	c, err := q.Cookie("xinxing")
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(c.Value))
	s, err := r.prepared(r.read, `SELECT s.id, s.roles FROM sessions t JOIN staff s ON s.id = t.staff_id WHERE t.token_hash = $1 AND t.expires_at > $2`)
	if err != nil {
		return nil, err
	}
	v := &viewer{}
	var roles []byte
	if err := s.QueryRowContext(ctx, hex.EncodeToString(sum[:]), time.Now().UTC()).Scan(&v.id, &roles); err != nil {
		return nil, err
	}
	v.state = r.office.Roster[duty.StaffID(v.id)].State
	return v, json.Unmarshal(roles, &v.roles)
}

func (r *reference) answer(h func(context.Context, *viewer, json.RawMessage) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, q *http.Request) {
		var body struct{ Variables json.RawMessage }
		raw, err := io.ReadAll(http.MaxBytesReader(w, q.Body, 256<<10))
		if err == nil {
			err = json.Unmarshal(raw, &body)
		}
		var v *viewer
		if err == nil {
			v, err = r.viewer(q.Context(), q)
		}
		var data any
		if err == nil {
			data, err = h(q.Context(), v, body.Variables)
		}
		var out []byte
		if err == nil {
			out, err = json.Marshal(struct {
				Data any `json:"data"`
			}{data})
		}
		w.Header().Set("Content-Type", "application/json")
		if err != nil {
			w.WriteHeader(http.StatusInternalServerError)
			_, _ = fmt.Fprintf(w, `{"errors":[{"message":%q}]}`, err.Error())
			return
		}
		_, _ = w.Write(out)
	}
}

func (r *reference) now() time.Time { return instant(r.clock.Now()) }

func (r *reference) secondsLeft(open bool, due time.Time) int {
	if !open {
		return 0
	}
	return int(r.office.Calendar.Between(r.now(), due) / time.Second)
}

func cursor(at time.Time, id string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(strconv.FormatInt(at.UnixMicro(), 10) + "|" + id))
}

func eventCursor(id int64) string {
	return base64.RawURLEncoding.EncodeToString([]byte("e|" + strconv.FormatInt(id, 10)))
}

// The parts of the answers, in the documents' order.
type (
	named struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	}
	pageInfo struct {
		HasNextPage bool    `json:"hasNextPage"`
		EndCursor   *string `json:"endCursor"`
	}
	postOfRow struct {
		named
		A named `json:"a"`
		B named `json:"b"`
	}
	personOnDuty struct {
		named
		Duty string `json:"duty"`
	}
	queueNode struct {
		ID                 string            `json:"id"`
		ReceiptNo          string            `json:"receiptNo"`
		Status             string            `json:"status"`
		Open               bool              `json:"open"`
		Channel            string            `json:"channel"`
		ContactAt          time.Time         `json:"contactAt"`
		OpenedAt           time.Time         `json:"openedAt"`
		ClosedAt           *time.Time        `json:"closedAt"`
		Anonymous          bool              `json:"anonymous"`
		Resident           *named            `json:"resident"`
		Item               *named            `json:"item"`
		Post               *postOfRow        `json:"post"`
		Responsible        personOnDuty      `json:"responsible"`
		ResponsibleRole    string            `json:"responsibleRole"`
		Demand             string            `json:"demand"`
		Clock              string            `json:"clock"`
		DueAt              time.Time         `json:"dueAt"`
		Provisional        bool              `json:"provisional"`
		WorkingSecondsLeft int               `json:"workingSecondsLeft"`
		Standing           casework.Standing `json:"standing"`
		Extended           bool              `json:"extended"`
	}
	queueEdge struct {
		Cursor string    `json:"cursor"`
		Node   queueNode `json:"node"`
	}
	queueCases struct {
		Edges    []queueEdge `json:"edges"`
		PageInfo pageInfo    `json:"pageInfo"`
	}
	queueTotals struct {
		Open     int `json:"open"`
		Mine     int `json:"mine"`
		Overdue  int `json:"overdue"`
		DueToday int `json:"dueToday"`
		Offers   int `json:"offers"`
		Inbox    int `json:"inbox"`
	}
)

const queueSQL = `SELECT c.id, c.receipt_no, c.status, c.open, c.channel, c.contact_at, c.opened_at, c.closed_at, c.anonymous,
  r.id, r.name, i.id, i.name, p.id, p.name, a.id, a.name, b.id, b.name, s.id, s.name, c.responsible_role,
  c.demand, c.clock, c.due_at, c.provisional, c.soon_at, c.extended, c.queue_at
FROM cases c
LEFT JOIN residents r ON r.id = c.resident_id
LEFT JOIN items i ON i.id = c.item_id
LEFT JOIN posts p ON p.id = c.post_id
LEFT JOIN staff a ON a.id = p.a_id
LEFT JOIN staff b ON b.id = p.b_id
JOIN staff s ON s.id = c.responsible_id
WHERE c.community_id = $1 AND c.open = true
  AND (c.matter = 'SERVICE' OR (c.about_id IS NULL OR c.about_id <> $3) AND (c.responsible_id = $3 OR c.holder_id = $3))
ORDER BY c.queue_at, c.id LIMIT $2`

// dutyOf is computed from the office, as the program does (B2).
func (r *reference) dutyOf(staff string) string {
	return string(r.office.Roster[duty.StaffID(staff)].State)
}

// queue shows a clerk, as the program does, no supervision matter that is not the clerk's to work on.
func (r *reference) queue(ctx context.Context, v *viewer, raw json.RawMessage) (*queueCases, error) {
	var in struct{ First int }
	if err := json.Unmarshal(raw, &in); err != nil {
		return nil, err
	}
	rows, err := r.query(ctx, queueSQL, r.office.Community.ID, in.First+1, v.id)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	out, now := &queueCases{Edges: make([]queueEdge, 0, in.First)}, r.now()
	for rows.Next() {
		var n queueNode
		var resident, residentName, item, itemName, post, postName, a, aName, b, bName sql.NullString
		var soon, place time.Time
		if err := rows.Scan(&n.ID, &n.ReceiptNo, &n.Status, &n.Open, &n.Channel, &n.ContactAt, &n.OpenedAt, &n.ClosedAt, &n.Anonymous,
			&resident, &residentName, &item, &itemName, &post, &postName, &a, &aName, &b, &bName, &n.Responsible.ID, &n.Responsible.Name,
			&n.ResponsibleRole, &n.Demand, &n.Clock, &n.DueAt, &n.Provisional, &soon, &n.Extended, &place); err != nil {
			return nil, err
		}
		n.Responsible.Duty = r.dutyOf(n.Responsible.ID)
		if resident.Valid {
			n.Resident = &named{resident.String, residentName.String}
		}
		if item.Valid {
			n.Item = &named{item.String, itemName.String}
		}
		if post.Valid {
			n.Post = &postOfRow{named{post.String, postName.String}, named{a.String, aName.String}, named{b.String, bName.String}}
		}
		n.ContactAt, n.OpenedAt, n.DueAt, n.ClosedAt = n.ContactAt.UTC(), n.OpenedAt.UTC(), n.DueAt.UTC(), utc(n.ClosedAt)
		n.WorkingSecondsLeft = r.secondsLeft(n.Open, n.DueAt)
		n.Standing = casework.StandingOf(n.Open, n.ClosedAt, soon, n.DueAt, now)
		out.Edges = append(out.Edges, queueEdge{cursor(place.UTC(), n.ID), n})
	}
	if len(out.Edges) > in.First {
		out.PageInfo.HasNextPage, out.Edges = true, out.Edges[:in.First]
	}
	if k := len(out.Edges); k > 0 {
		out.PageInfo.EndCursor = &out.Edges[k-1].Cursor
	}
	return out, rows.Err()
}

func utc(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	u := t.UTC()
	return &u
}

func (r *reference) queueList(ctx context.Context, v *viewer, raw json.RawMessage) (any, error) {
	cases, err := r.queue(ctx, v, raw)
	return map[string]any{"cases": cases}, err
}

const totalsSQL = `SELECT count(*), coalesce(sum(CASE WHEN responsible_id = $1 THEN 1 ELSE 0 END), 0),
  coalesce(sum(CASE WHEN due_at <= $2 THEN 1 ELSE 0 END), 0),
  coalesce(sum(CASE WHEN due_at > $2 AND due_at < $3 THEN 1 ELSE 0 END), 0),
  coalesce(sum(CASE WHEN offer_to_id = $1 THEN 1 ELSE 0 END), 0),
  coalesce(sum(CASE WHEN report_to_id = $1 OR $4 AND extension_state = 'REQUESTED' AND extension_by_id <> $1 AND responsible_id <> $1 THEN 1 ELSE 0 END), 0)
FROM cases WHERE community_id = $5 AND open = true
  AND (matter = 'SERVICE' OR (about_id IS NULL OR about_id <> $1) AND (responsible_id = $1 OR holder_id = $1))`

func (r *reference) queuePage(ctx context.Context, v *viewer, raw json.RawMessage) (any, error) {
	cases, err := r.queue(ctx, v, raw)
	if err != nil {
		return nil, err
	}
	s, err := r.prepared(r.read, totalsSQL)
	if err != nil {
		return nil, err
	}
	now, zone := r.now(), r.office.Calendar.Location()
	day := workday.DateOf(now, zone).AddDays(1)
	tomorrow := time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, zone).UTC()
	var t queueTotals
	if err := s.QueryRowContext(ctx, v.id, now, tomorrow, v.roles.Leads(), r.office.Community.ID).
		Scan(&t.Open, &t.Mine, &t.Overdue, &t.DueToday, &t.Offers, &t.Inbox); err != nil {
		return nil, err
	}
	return struct {
		Totals queueTotals `json:"queueTotals"`
		Cases  *queueCases `json:"cases"`
	}{t, cases}, nil
}

type (
	journalNode struct {
		ID          string         `json:"id"`
		Cursor      string         `json:"cursor"`
		Number      int            `json:"number"`
		Kind        string         `json:"kind"`
		At          time.Time      `json:"at"`
		Actor       *named         `json:"actor"`
		Reason      string         `json:"reason"`
		Facts       map[string]any `json:"facts"`
		Responsible named          `json:"responsible"`
		Hash        string         `json:"hash"`
	}
	journalEdge struct {
		Cursor string      `json:"cursor"`
		Node   journalNode `json:"node"`
	}
)

const journalSQL = `SELECT e.id, e.number, e.kind, e.at, a.id, a.name, e.reason, e.facts, s.id, s.name, e.hash
FROM case_events e LEFT JOIN staff a ON a.id = e.actor_id JOIN staff s ON s.id = e.responsible_id
WHERE e.case_id = $1 AND e.community_id = $2 ORDER BY e.id LIMIT $3`

func (r *reference) journal(ctx context.Context, _ *viewer, raw json.RawMessage) (any, error) {
	var in struct {
		ID    string
		First int
	}
	if err := json.Unmarshal(raw, &in); err != nil {
		return nil, err
	}
	rows, err := r.query(ctx, journalSQL, in.ID, r.office.Community.ID, in.First+1)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	edges := []journalEdge{}
	for rows.Next() {
		var n journalNode
		var id int64
		var actor, actorName sql.NullString
		var facts []byte
		if err := rows.Scan(&id, &n.Number, &n.Kind, &n.At, &actor, &actorName, &n.Reason, &facts, &n.Responsible.ID, &n.Responsible.Name, &n.Hash); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(facts, &n.Facts); err != nil {
			return nil, err
		}
		if actor.Valid {
			n.Actor = &named{actor.String, actorName.String}
		}
		n.ID, n.Cursor, n.At = "evt_"+strconv.FormatInt(id, 10), eventCursor(id), n.At.UTC()
		edges = append(edges, journalEdge{n.Cursor, n})
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	var info pageInfo
	total := len(edges)
	if len(edges) > in.First {
		info.HasNextPage, edges = true, edges[:in.First]
		s, err := r.prepared(r.read, `SELECT count(*) FROM case_events WHERE case_id = $1`)
		if err != nil {
			return nil, err
		}
		if err := s.QueryRowContext(ctx, in.ID).Scan(&total); err != nil {
			return nil, err
		}
	}
	if len(edges) > 0 {
		info.EndCursor = &edges[len(edges)-1].Cursor
	}
	return map[string]any{"case": map[string]any{
		"id": in.ID, "events": map[string]any{"edges": edges, "pageInfo": info, "totalCount": total},
	}}, nil
}
