package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/coder/websocket"

	"xinxing/internal/key"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/store/sqldb"
)

type openInput struct {
	Channel          string `json:"channel"`
	ResidentID       string `json:"residentId"`
	ItemID           string `json:"itemId"`
	Situation        string `json:"situation"`
	Demand           string `json:"demand"`
	ClientMutationID string `json:"clientMutationId"`
}

type opened struct {
	id, receipt string
	event       int64
	at          time.Time
}

// openCase does what the program's openCase does, in one serializable transaction: the act is remembered, the case, its
// alarms and its first journal entry are written. It answers in the document's form.
func (r *reference) openCase(ctx context.Context, v *viewer, raw json.RawMessage) (any, error) {
	var in struct{ Input openInput }
	if err := json.Unmarshal(raw, &in); err != nil {
		return nil, err
	}
	o := r.office
	now := r.now()
	clock, err := casework.StartContact(o.Calendar, o.Limits, casework.ClockFirstContact, now)
	if err != nil {
		return nil, err
	}
	plan, err := casework.Alarms(o.Calendar, o.Limits, clock)
	if err != nil {
		return nil, err
	}
	item := o.Items[in.Input.ItemID]
	if item == nil {
		return nil, errors.New("no such item")
	}
	due := instant(clock.Due)
	made := &opened{id: key.Maker(key.Case)(), at: now}
	err = r.act(ctx, func(tx *sql.Tx) error { return r.insert(ctx, tx, v, in.Input, made, clock, plan) })
	if err != nil {
		return nil, err
	}
	r.hub.tell(made, v.id)
	post := o.Posts[*item.PostID]
	var on *named
	if s := o.Staff[string(o.Roster.Holder(duty.Post{ID: post.ID, A: duty.StaffID(post.AID), B: duty.StaffID(post.BID)}))]; s != nil {
		on = &named{s.ID, s.Name}
	}
	acts := casework.Allowed(casework.Facts{Status: casework.Received, FirstResponder: duty.StaffID(v.id), Holder: duty.StaffID(v.id),
		Responsible: duty.StaffID(v.id), Post: o.Post(&post.ID), ContactAt: now, DueAt: due,
		Item: &casework.ItemFacts{Kind: item.Kind, LimitDays: item.LimitDays, Immediate: item.Immediate,
			MaxExtensions: item.MaxExtensions, MaxExtensionDays: item.MaxExtensionDays}},
		casework.Actor{ID: duty.StaffID(v.id), Roles: v.roles, State: v.state}, now)
	return map[string]any{"openCase": map[string]any{
		"case": map[string]any{
			"id": made.id, "receiptNo": made.receipt, "status": casework.Received, "open": true, "version": 1, "dueAt": due,
			"clock": clock.Kind, "workingSecondsLeft": r.secondsLeft(true, due), "responsible": named{v.id, o.Staff[v.id].Name},
			"post": map[string]any{"id": post.ID, "name": post.Name, "onDuty": on}, "promise": nil, "allowedActs": acts,
		},
		"clientMutationId": in.Input.ClientMutationID,
	}}, nil
}

// prepareWrites prepares what a transaction runs: inside one, SQLite has no second connection to prepare on.
func (r *reference) prepareWrites() error {
	for _, query := range []string{receiptSQL, insertCaseSQL, insertAlarmSQL, insertActSQL, insertEventSQL} {
		if _, err := r.prepared(r.write, query); err != nil {
			return err
		}
	}
	return nil
}

// act runs a transaction as the program does: one at a time here, serializable, again where the database asks for it.
func (r *reference) act(ctx context.Context, fn func(*sql.Tx) error) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return sqldb.Retry(ctx, func() error {
		opts := &sql.TxOptions{}
		if r.pg {
			opts.Isolation = sql.LevelSerializable
		}
		tx, err := r.write.BeginTx(ctx, opts)
		if err != nil {
			return err
		}
		defer func() { _ = tx.Rollback() }() // of no effect after the commit
		if err := fn(tx); err != nil {
			return err
		}
		return tx.Commit()
	})
}

const receiptSQL = `SELECT (SELECT result FROM act_records WHERE actor_id = $1 AND client_mutation_id = $2),
  (SELECT receipt_no FROM cases WHERE community_id = $3 AND receipt_no > $4 AND receipt_no < $5 ORDER BY receipt_no DESC LIMIT 1)`

const insertCaseSQL = `INSERT INTO cases (id, community_id, receipt_no, status, open, channel, contact_at, opened_at, holder_role,
  responsible_role, item_code, situation, demand, clock, clock_from, due_at, queue_at, provisional, soon_at, missing_materials, events, head,
  first_responder_id, holder_id, responsible_id, resident_id, item_id, post_id)
VALUES ($1, $2, $3, 'RECEIVED', true, $4, $5, $5, $6, $6, $7, $8, $9, $10, $5, $11, $11, $12, $13, '[]', 1, $14, $15, $15, $15, $16, $17, $18)`

const insertActSQL = `INSERT INTO act_records (id, community_id, actor_id, client_mutation_id, act, digest, result, at)
VALUES ($1, $2, $3, $4, 'OPEN', $5, $6, $7)`

const insertEventSQL = `INSERT INTO case_events (community_id, case_id, receipt_no, number, kind, at, actor_id, facts, audience, responsible_id,
  holder_id, status, due_at, previous, hash) VALUES ($1, $2, $3, 1, 'CASE_OPENED', $4, $5, $6, '[]', $5, $5, 'RECEIVED', $7, '', $8) RETURNING id`

const insertAlarmSQL = `INSERT INTO alarms (id, community_id, case_id, subject, kind, at, due_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`

func (r *reference) insert(ctx context.Context, tx *sql.Tx, v *viewer, in openInput, made *opened, clock casework.Clock, plan []casework.AlarmPlan) error {
	o := r.office
	day := workday.DateOf(made.at, o.Calendar.Location())
	prefix := fmt.Sprintf("%04d%02d%02d-", day.Year, int(day.Month), day.Day)
	find, err := r.prepared(r.write, receiptSQL)
	if err != nil {
		return err
	}
	var known, last sql.NullString
	if err := tx.StmtContext(ctx, find).QueryRowContext(ctx, v.id, in.ClientMutationID, o.Community.ID, prefix, prefix+":").Scan(&known, &last); err != nil {
		return err
	}
	if known.Valid {
		return errors.New("done already")
	}
	number := 0
	if last.Valid {
		if number, err = strconv.Atoi(last.String[len(prefix):]); err != nil {
			return err
		}
	}
	made.receipt = fmt.Sprintf("%s%05d", prefix, number+1)
	item, due := o.Items[in.ItemID], instant(clock.Due)
	facts := map[string]any{"channel": in.Channel, "contactAt": made.at, "dueAt": due}
	text := plain(facts)
	back := map[string]any{}
	if err := json.Unmarshal(text, &back); err != nil {
		return err
	}
	entry := casework.Entry{CaseID: made.id, Number: 1, Kind: casework.EventCaseOpened, At: made.at, Actor: v.id, Facts: back,
		Responsible: v.id, Holder: v.id, Status: casework.Received, DueAt: due}
	hash, err := entry.Hash()
	if err != nil {
		return err
	}
	run := func(query string, args ...any) error {
		s, err := r.prepared(r.write, query)
		if err != nil {
			return err
		}
		_, err = tx.StmtContext(ctx, s).ExecContext(ctx, args...)
		return err
	}
	if err := run(insertCaseSQL, made.id, o.Community.ID, made.receipt, in.Channel, made.at, string(duty.AsFirstResponder), item.Code, in.Situation,
		in.Demand, string(clock.Kind), due, clock.Provisional, instant(casework.SoonAt(plan, clock)), hash, v.id, in.ResidentID, item.ID, *item.PostID); err != nil {
		return err
	}
	for _, p := range plan {
		if err := run(insertAlarmSQL, key.Maker(key.Alarm)(), o.Community.ID, made.id, made.id+":contact", string(p.Kind), instant(p.At), due); err != nil {
			return err
		}
	}
	if err := run(insertActSQL, key.Maker(key.ActRecord)(), o.Community.ID, v.id, in.ClientMutationID, hash, `{"ID":"`+made.id+`"}`, made.at); err != nil {
		return err
	}
	s, err := r.prepared(r.write, insertEventSQL)
	if err != nil {
		return err
	}
	return tx.StmtContext(ctx, s).QueryRowContext(ctx, o.Community.ID, made.id, made.receipt, made.at, v.id, string(text), due, hash).Scan(&made.event)
}

// hub sends each opened case to every subscriber, encoded once.
type hub struct {
	mu   sync.Mutex
	subs map[chan []byte]struct{}
}

func (h *hub) tell(o *opened, actor string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.subs) == 0 {
		return
	}
	data, err := json.Marshal(map[string]any{"id": "1", "type": "next", "payload": map[string]any{"data": map[string]any{
		"deskEvents": map[string]any{"cursor": eventCursor(o.event), "eventId": "evt_" + strconv.FormatInt(o.event, 10),
			"kind": casework.EventCaseOpened, "caseId": o.id, "receiptNo": o.receipt, "at": o.at, "actorId": actor,
			"responsibleId": actor, "forViewer": false}}}})
	if err != nil {
		return
	}
	for s := range h.subs {
		select {
		case s <- data:
		default: // too slow: it would be told to begin anew
		}
	}
}

// events is the raw counterpart of the subscription: the protocol's greeting, then every event.
func (r *reference) events(w http.ResponseWriter, q *http.Request) {
	if _, err := r.viewer(q.Context(), q); err != nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	c, err := websocket.Accept(w, q, &websocket.AcceptOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		return
	}
	defer func() { _ = c.CloseNow() }()
	ctx := q.Context()
	if _, _, err := c.Read(ctx); err != nil {
		return
	}
	if err := c.Write(ctx, websocket.MessageText, []byte(`{"type":"connection_ack"}`)); err != nil {
		return
	}
	if _, _, err := c.Read(ctx); err != nil {
		return
	}
	queue := make(chan []byte, 64)
	r.hub.mu.Lock()
	if r.hub.subs == nil {
		r.hub.subs = map[chan []byte]struct{}{}
	}
	r.hub.subs[queue] = struct{}{}
	r.hub.mu.Unlock()
	defer func() {
		r.hub.mu.Lock()
		delete(r.hub.subs, queue)
		r.hub.mu.Unlock()
	}()
	ctx = c.CloseRead(ctx)
	for {
		select {
		case m := <-queue:
			if err := c.Write(ctx, websocket.MessageText, m); err != nil {
				return
			}
		case <-ctx.Done():
			return
		}
	}
}
