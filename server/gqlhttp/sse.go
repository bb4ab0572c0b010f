package gqlhttp

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

const maxEventID = 256

// Heartbeat sets how long an event stream may be silent before a comment is sent; 15 seconds by default.
func Heartbeat(d time.Duration) Option { return func(c *config) { c.heartbeat = d } }

// StreamWriteTimeout sets how long one write to an event stream may take before the client is given up; 10 seconds by
// default.
func StreamWriteTimeout(d time.Duration) Option { return func(c *config) { c.writeTimeout = d } }

// CursorOf sets the function that finds the cursor in the data of a result; it becomes the event's id, which the browser
// sends back as Last-Event-ID. An empty cursor, or one with a line break or NUL, gives no id.
func CursorOf(f func(data json.RawMessage) string) Option {
	return func(c *config) { c.cursorOf = f }
}

// ErrShuttingDown is what a Tracker answers when the server no longer takes streams.
var ErrShuttingDown = errors.New("the server is shutting down")

// Tracker knows the live streams and ends them at logout or shutdown. Track registers one under its session ("" for
// nobody's) with the function that ends it, which may be called at any time and more than once, and returns the function
// to call when the stream is over; or an error where the session has ended or the server is stopping.
type Tracker interface {
	Track(sessionID string, end func()) (release func(), err error)
}

// TrackedBy makes every event stream known to t, under the session id that sessionOf reads from the request.
func TrackedBy(t Tracker, sessionOf func(*http.Request) string) Option {
	return func(c *config) { c.tracker, c.sessionOf = t, sessionOf }
}

// RecheckStream sets a function that is asked every 25 seconds whether the stream's caller, whose context it gets, may
// stay; an error cuts the stream. It finds sessions that expired or were ended by another process.
func RecheckStream(f func(ctx context.Context) error) Option {
	return func(c *config) { c.recheck = f }
}

const recheckEvery = 25 * time.Second

// SSE is the transport of server-sent events, one operation per request (the distinct connections mode of graphql-sse),
// by GET and POST. Results are events named next, the end is an event named complete; a stream that ends without it was
// cut, and the client should come again with Last-Event-ID.
type SSE struct{ config }

var _ graphql.Transport = (*SSE)(nil)

// NewSSE makes the transport for event streams; add it before New's.
func NewSSE(opts ...Option) *SSE { return &SSE{newConfig(opts)} }

// Supports is true where the client prefers text/event-stream.
func (s *SSE) Supports(r *http.Request) bool { return WantsStream(r) }

// Do runs one operation and streams its results until it is over, the client leaves, or the Tracker ends it. A malformed
// request is answered with 4xx and JSON; a request error of GraphQL is the stream's only next event.
func (s *SSE) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	params, bad := s.readParams(w, r)
	lastID := r.Header.Get("Last-Event-ID")
	if bad == nil && (len(lastID) > maxEventID || !ValidText(lastID)) {
		bad = refuseField(CodeBadString, "Last-Event-ID", badStringMessage)
	}
	if bad != nil {
		writeRefusal(w, typeJSON, bad)
		return
	}

	ctx, cancel := context.WithCancel(context.WithValue(r.Context(), lastEventKey{}, lastID))
	defer cancel()
	opCtx, errs := exec.CreateOperationContext(ctx, params)
	if len(errs) == 0 {
		if bad := refuseOperation(r, opCtx, true); bad != nil {
			writeRefusal(w, typeJSON, bad)
			return
		}
	}
	if s.tracker != nil {
		release, err := s.tracker.Track(s.sessionOf(r), cancel)
		if err != nil {
			bad := refuse(http.StatusForbidden, CodeSessionEnded, "The session has ended.")
			if errors.Is(err, ErrShuttingDown) {
				bad = refuse(http.StatusServiceUnavailable, CodeShuttingDown, "The server is shutting down.")
			}
			writeRefusal(w, typeJSON, bad)
			return
		}
		defer release()
	}

	if s.recheck != nil {
		defer s.watch(ctx, cancel)()
	}
	out := s.open(w, cancel)
	defer out.close()
	if len(errs) != 0 {
		out.next(exec.DispatchError(graphql.WithOperationContext(ctx, opCtx), errs), "")
		out.complete()
		return
	}
	defer func() {
		// The headers are gone, so the panic may not reach gqlgen's handler, which would write a second answer.
		if p := recover(); p != nil {
			out.next(recovered(ctx, exec, opCtx, p), "")
			out.complete()
		}
	}()
	responses, opScope := exec.DispatchOperation(ctx, opCtx)
	for {
		resp := responses(opScope)
		if resp == nil || ctx.Err() != nil {
			break // cut: an error that only tells of the cutting is not the operation's
		}
		cursor := ""
		if s.cursorOf != nil && resp.Data != nil {
			cursor = s.cursorOf(resp.Data)
		}
		out.next(resp, cursor)
		if opCtx.Operation.Operation != ast.Subscription {
			break
		}
	}
	if ctx.Err() == nil {
		out.complete()
	}
}

// watch cuts a stream whose caller may no longer stay; it ends with the function that it returns.
func (s *SSE) watch(ctx context.Context, cut context.CancelFunc) (end func()) {
	var mu sync.Mutex
	var next *time.Timer
	check := func() {
		if ctx.Err() != nil {
			return
		}
		if s.recheck(ctx) != nil {
			cut()
			return
		}
		mu.Lock()
		defer mu.Unlock()
		next.Reset(recheckEvery)
	}
	mu.Lock()
	defer mu.Unlock()
	next = time.AfterFunc(recheckEvery, check)
	return func() {
		cut()
		mu.Lock()
		defer mu.Unlock()
		next.Stop()
	}
}

func recovered(ctx context.Context, exec graphql.GraphExecutor, opCtx *graphql.OperationContext, p any) *graphql.Response {
	ctx = graphql.WithOperationContext(ctx, opCtx)
	return exec.DispatchError(ctx, gqlerror.List{gqlerror.WrapPath(nil, opCtx.Recover(ctx, p))})
}

// stream writes one response body from two sides: the operation and the heart-beat's timer.
type stream struct {
	mu     sync.Mutex
	w      http.ResponseWriter
	rc     *http.ResponseController
	cfg    *config
	cancel context.CancelFunc
	over   bool
	beat   *time.Timer
}

func (s *SSE) open(w http.ResponseWriter, cancel context.CancelFunc) *stream {
	h := w.Header()
	h.Set("Content-Type", typeStream+"; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Accel-Buffering", "no") // nginx would hold events back
	out := &stream{w: w, rc: http.NewResponseController(w), cfg: &s.config, cancel: cancel}
	out.mu.Lock()
	defer out.mu.Unlock()
	if s.heartbeat > 0 {
		out.beat = time.AfterFunc(s.heartbeat, func() { out.write([]byte(":\n\n")) })
	}
	w.WriteHeader(http.StatusOK)
	out.writeLocked([]byte(":\n\n"))
	return out
}

func (o *stream) write(event []byte) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.writeLocked(event)
}

func (o *stream) writeLocked(event []byte) {
	if o.over {
		return
	}
	// The server's own write time-out is for short answers; here it counts anew for every event. A writer that knows no
	// deadlines is used without.
	_ = o.rc.SetWriteDeadline(time.Now().Add(o.cfg.writeTimeout))
	_, err := o.w.Write(event)
	if err == nil {
		err = o.rc.Flush()
	}
	if err != nil {
		o.over = true
		o.cancel()
		return
	}
	if o.beat != nil {
		o.beat.Reset(o.cfg.heartbeat)
	}
}

func (o *stream) next(resp *graphql.Response, cursor string) {
	data := Encode(resp)
	if bytes.ContainsAny(data, "\r\n") {
		// Between tokens JSON may hold line breaks, an event's line may not.
		var flat bytes.Buffer
		if json.Compact(&flat, data) == nil {
			data = flat.Bytes()
		}
	}
	var b bytes.Buffer
	b.Grow(len(data) + len(cursor) + 32)
	b.WriteString("event: next\n")
	if cursor != "" && !strings.ContainsAny(cursor, "\r\n\x00") {
		b.WriteString("id: " + cursor + "\n")
	}
	b.WriteString("data: ")
	b.Write(data)
	b.WriteString("\n\n")
	o.write(b.Bytes())
}

// complete ends the stream. The empty data line is needed: browsers drop an event that has none.
func (o *stream) complete() { o.write([]byte("event: complete\ndata:\n\n")) }

func (o *stream) close() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.over = true
	if o.beat != nil {
		o.beat.Stop()
	}
}
