package gqlws

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"xinxing/server/gqlhttp"
)

// conn is one socket. An idle one costs the goroutine that reads it and one for each running operation: pings are
// timers, and a writer lives only while something waits to be written.
type conn struct {
	t      *Transport
	ws     *websocket.Conn
	exec   graphql.GraphExecutor
	header http.Header
	ctx    context.Context
	cancel context.CancelFunc
	wg     sync.WaitGroup // writer and operations

	mu      sync.Mutex
	room    *sync.Cond // the queue got shorter, or the socket closed
	queue   [][]byte
	queued  int // bytes in queue
	writing bool
	closed  bool // nothing more is queued, no operation begins
	final   *websocket.CloseError
	inited  bool
	acked   bool
	heard   bool // since the last ping
	ops     map[string]*operation
	running int // operations that have not returned, those no longer in ops included
	init    *time.Timer
	ping    *time.Timer
}

type operation struct {
	id     string
	cancel context.CancelFunc
	ended  bool // error, complete or the client's complete: nothing may follow
}

func newConn(ctx context.Context, t *Transport, ws *websocket.Conn, exec graphql.GraphExecutor, header http.Header) *conn {
	c := &conn{t: t, ws: ws, exec: exec, header: header, ops: map[string]*operation{}}
	c.room = sync.NewCond(&c.mu)
	c.ctx, c.cancel = context.WithCancel(ctx)
	// coder's own limit would cut the line right after its close frame, which then gets lost; see read.
	ws.SetReadLimit(-1)
	return c
}

// serve reads until the socket is closed, then waits for everything that runs on its behalf.
func (c *conn) serve() {
	c.mu.Lock()
	if !c.closed {
		c.init = time.AfterFunc(c.t.initTimeout, func() {
			c.mu.Lock()
			defer c.mu.Unlock()
			if !c.inited {
				c.closeLocked(CloseInitTimeout, "Connection initialisation timeout", true)
			}
		})
	}
	c.mu.Unlock()
	for c.read() {
	}
	c.mu.Lock()
	byUs := c.final != nil
	c.stopLocked()
	c.queue = nil
	c.mu.Unlock()
	if !byUs {
		_ = c.ws.CloseNow()
	}
	c.wg.Wait()
	_ = c.ws.CloseNow()
}

// read takes one message. It is false when the socket can give no more.
func (c *conn) read() bool {
	// Without a cancelable context, because coder would set up and tear down a timer for every frame; closing the
	// socket ends the wait.
	kind, r, err := c.ws.Reader(context.Background())
	if err != nil {
		return false
	}
	raw, err := io.ReadAll(io.LimitReader(r, c.t.maxMessage+1))
	switch {
	case err != nil:
		return false
	case int64(len(raw)) > c.t.maxMessage:
		c.end(websocket.StatusMessageTooBig, "Message too big")
		return false // the closing handshake throws the rest away
	case kind != websocket.MessageText:
		c.end(CloseBadMessage, "Binary messages are not accepted")
		return true
	}
	m, complaint := readMessage(raw, c.t.maxDepth)
	if complaint != "" {
		c.end(CloseBadMessage, complaint)
		return true
	}
	c.handle(m)
	return true
}

func (c *conn) handle(m message) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return
	}
	c.heard = true
	switch m.kind {
	case typeInit:
		if c.inited {
			c.closeLocked(CloseTooManyInits, "Too many initialisation requests", true)
			return
		}
		c.inited, c.acked = true, true
		c.init.Stop()
		c.sendLocked(frame(typeAck, "", nil))
		if c.t.pingEvery > 0 {
			c.ping = time.AfterFunc(c.t.pingEvery, c.beat)
		}
	case typePing:
		var payload []byte
		if m.payload != nil && string(m.payload) != "null" {
			payload = m.payload
		}
		c.sendLocked(frame(typePong, "", payload))
	case typePong:
	case typeSubscribe:
		c.subscribeLocked(m)
	case typeComplete:
		if op := c.ops[m.id]; op != nil {
			c.endLocked(op, nil)
			c.room.Broadcast()
		}
	}
}

// beat runs at every ping.
func (c *conn) beat() {
	if c.t.recheck != nil && c.t.recheck(c.ctx) != nil {
		c.end(CloseForbidden, "The session has ended")
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return
	}
	if !c.heard {
		c.closeLocked(CloseNoPong, "No answer to ping", false)
		return
	}
	c.heard = false
	c.sendLocked(frame(typePing, "", nil))
	c.ping.Reset(c.t.pingEvery)
}

func (c *conn) subscribeLocked(m message) {
	if !c.acked {
		c.closeLocked(CloseUnauthorized, "Unauthorized", true)
		return
	}
	if _, exists := c.ops[m.id]; exists {
		reason := fmt.Sprintf("Subscriber for %s already exists", m.id)
		if len(reason) > 123 { // what a close frame can hold
			reason = "Subscriber already exists"
		}
		c.closeLocked(CloseSubscriberExists, reason, true)
		return
	}
	if m.bad != nil {
		c.sendLocked(frame(typeError, m.id, encodeErrors(gqlerror.List{m.bad.Err})))
		return
	}
	// Operations that were cancelled and have not returned yet count too, or a client could pile them up.
	if len(c.ops) >= c.t.maxOps || c.running >= 2*c.t.maxOps {
		c.sendLocked(frame(typeError, m.id, encodeErrors(gqlerror.List{{
			Message:    fmt.Sprintf("No more than %d operations at a time on one socket.", c.t.maxOps),
			Extensions: map[string]any{"code": CodeTooManySubscriptions, "limit": c.t.maxOps},
		}})))
		return
	}
	ctx, cancel := context.WithCancel(c.ctx)
	op := &operation{id: m.id, cancel: cancel}
	c.ops[m.id] = op
	c.running++
	c.wg.Add(1)
	m.params.Headers = c.header
	go c.run(ctx, op, m.params)
}

// run executes one operation to its end.
func (c *conn) run(ctx context.Context, op *operation, params *graphql.RawParams) {
	defer c.wg.Done()
	defer func() {
		op.cancel()
		c.mu.Lock()
		c.running--
		c.mu.Unlock()
	}()
	ctx = graphql.StartOperationTrace(ctx)
	var opCtx *graphql.OperationContext
	defer func() {
		if p := recover(); p != nil {
			c.fail(op, c.recovered(ctx, opCtx, p))
		}
	}()
	now := graphql.Now()
	params.ReadTime = graphql.TraceTiming{Start: now, End: now}
	opCtx, errs := c.exec.CreateOperationContext(ctx, params)
	ctx = graphql.WithOperationContext(ctx, opCtx)
	if len(errs) != 0 {
		c.fail(op, c.exec.DispatchError(ctx, errs))
		return
	}
	responses, ctx := c.exec.DispatchOperation(ctx, opCtx)
	for {
		resp := responses(ctx)
		if resp == nil {
			break
		}
		if resp.Data == nil && len(resp.Errors) != 0 {
			// It did not come to execution, or its source failed: the protocol's error, after which nothing follows.
			c.fail(op, resp)
			return
		}
		if opCtx.Operation.Operation != ast.Subscription {
			c.answer(op, resp)
			return
		}
		if !c.send(op, resp) {
			break
		}
	}
	c.finish(op, frame(typeComplete, op.id, nil))
}

// recovered turns a panic into an error; unlike a request's goroutine, nobody above this one would catch it.
func (c *conn) recovered(ctx context.Context, opCtx *graphql.OperationContext, p any) *graphql.Response {
	if opCtx == nil || opCtx.RecoverFunc == nil {
		return &graphql.Response{}
	}
	return c.exec.DispatchError(ctx, gqlerror.List{gqlerror.WrapPath(nil, opCtx.Recover(ctx, p))})
}

// send queues one result of a stream; it is false when nothing more may be sent for op. It never waits for room in the
// queue, because whoever feeds the stream would wait as well.
func (c *conn) send(op *operation, resp *graphql.Response) bool {
	b := frame(typeNext, op.id, gqlhttp.Encode(resp)) // outside the lock, and at once: gqlgen reuses the buffer under Data
	c.mu.Lock()
	defer c.mu.Unlock()
	if op.ended {
		return false
	}
	c.sendLocked(b)
	return !c.closed
}

// answer queues the only result of a query or mutation, waiting for room, and ends op.
func (c *conn) answer(op *operation, resp *graphql.Response) {
	b := frame(typeNext, op.id, gqlhttp.Encode(resp))
	c.mu.Lock()
	defer c.mu.Unlock()
	for !op.ended && !c.closed && c.fullLocked(b) {
		c.room.Wait()
	}
	if op.ended {
		return
	}
	c.sendLocked(b)
	c.endLocked(op, nil)
	c.pushLocked(frame(typeComplete, op.id, nil)) // came in with its result
}

func (c *conn) fail(op *operation, resp *graphql.Response) {
	c.finish(op, frame(typeError, op.id, encodeErrors(resp.Errors)))
}

func (c *conn) finish(op *operation, last []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.endLocked(op, last)
}

// endLocked ends op with its last message, or silently where the client asked for it. From here on its id is free.
func (c *conn) endLocked(op *operation, last []byte) {
	if op.ended {
		return
	}
	op.ended = true
	op.cancel()
	delete(c.ops, op.id)
	if last != nil {
		c.sendLocked(last)
	}
}

// sendLocked puts a message in the queue, or closes the socket where there is no room.
func (c *conn) sendLocked(b []byte) {
	if !c.closed && c.fullLocked(b) {
		c.closeLocked(CloseResync, "Too slow: reconnect and resume from your cursor", false)
		return
	}
	c.pushLocked(b)
}

// pushLocked puts a message in the queue and sees to it that somebody writes it.
func (c *conn) pushLocked(b []byte) {
	if c.closed {
		return
	}
	c.queue = append(c.queue, b)
	c.queued += len(b)
	c.writeLocked()
}

// fullLocked tells whether b is too much for the queue. The message that is next to go does not count, or one large
// result could have nothing behind it, not even its own complete.
func (c *conn) fullLocked(b []byte) bool {
	if len(c.queue) == 0 {
		return false
	}
	return len(c.queue) >= c.t.queueLen || c.queued-len(c.queue[0])+len(b) > c.t.queueBytes
}

func (c *conn) writeLocked() {
	if !c.writing {
		c.writing = true
		c.wg.Add(1)
		go c.write()
	}
}

// write empties the queue, closes the socket if that is what remains to be done, and ends.
func (c *conn) write() {
	defer c.wg.Done()
	for {
		c.mu.Lock()
		if len(c.queue) == 0 {
			c.queue = nil
			final := c.final
			c.writing = false
			c.mu.Unlock()
			if final != nil {
				_ = c.ws.Close(final.Code, final.Reason)
			}
			return
		}
		b := c.queue[0]
		c.queue[0] = nil
		c.queue = c.queue[1:]
		c.queued -= len(b)
		c.room.Broadcast()
		c.mu.Unlock()

		ctx, cancel := context.WithTimeout(context.Background(), c.t.writeTimeout)
		err := c.ws.Write(ctx, websocket.MessageText, b)
		cancel()
		if err != nil {
			c.mu.Lock()
			c.stopLocked()
			c.queue = nil
			c.writing = false
			c.mu.Unlock()
			_ = c.ws.CloseNow()
			return
		}
	}
}

// end closes the socket after what is queued.
func (c *conn) end(code websocket.StatusCode, reason string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closeLocked(code, reason, true)
}

// closeLocked stops the operations and leaves the close frame to the writer, so that a stuck client keeps nobody waiting.
// Only the first call counts.
func (c *conn) closeLocked(code websocket.StatusCode, reason string, flush bool) {
	if c.closed {
		return
	}
	c.stopLocked()
	c.final = &websocket.CloseError{Code: code, Reason: reason}
	if !flush {
		c.queue, c.queued = nil, 0
	}
	c.writeLocked()
}

func (c *conn) stopLocked() {
	c.closed = true
	c.cancel()
	c.room.Broadcast()
	for _, timer := range []*time.Timer{c.init, c.ping} {
		if timer != nil {
			timer.Stop()
		}
	}
}

func encodeErrors(errs gqlerror.List) []byte {
	b, err := json.Marshal(errs)
	if err != nil || len(errs) == 0 {
		return []byte(`[{"message":"The operation failed.","extensions":{"code":"` + gqlhttp.CodeInternal + `"}}]`)
	}
	return b
}
