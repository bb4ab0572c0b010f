// Package gqlhttp carries GraphQL over plain HTTP and over server-sent events for gqlgen, as the GraphQL-over-HTTP
// specification and the distinct connections mode of graphql-sse say, and bounds what one operation may cost.
package gqlhttp

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

type config struct {
	maxBody      int64
	maxDepth     int
	heartbeat    time.Duration
	writeTimeout time.Duration
	cursorOf     func(json.RawMessage) string
	tracker      Tracker
	sessionOf    func(*http.Request) string
	recheck      func(context.Context) error
}

// The bounds that hold where no Option says otherwise: bytes of a body or URL query, and levels of nested JSON.
const (
	DefaultMaxBody      = 256 << 10
	DefaultMaxJSONDepth = 32
)

// Option changes one setting of New or NewSSE.
type Option func(*config)

// MaxBody sets the largest request body, and the longest URL query, in bytes; 256 KiB by default. Beyond it the answer
// is 413 (414 for a URL) with code BODY_TOO_LARGE.
func MaxBody(n int64) Option { return func(c *config) { c.maxBody = n } }

// MaxJSONDepth sets how deeply objects and lists of a request may nest, the request itself being level one; 32 by
// default. Beyond it the answer is 400 with code BODY_TOO_DEEP.
func MaxJSONDepth(n int) Option { return func(c *config) { c.maxDepth = n } }

func newConfig(opts []Option) config {
	c := config{
		maxBody: DefaultMaxBody, maxDepth: DefaultMaxJSONDepth,
		heartbeat: 15 * time.Second, writeTimeout: 10 * time.Second,
	}
	for _, opt := range opts {
		opt(&c)
	}
	return c
}

// HTTP is the transport of queries and mutations by POST and of queries by GET. It takes every request that reaches it,
// so it must be the last transport added; what it cannot serve it answers with 405, 406 or 415.
type HTTP struct{ config }

var _ graphql.Transport = (*HTTP)(nil)

// New makes the transport for POST and GET.
func New(opts ...Option) *HTTP { return &HTTP{newConfig(opts)} }

// Supports is always true.
func (h *HTTP) Supports(*http.Request) bool { return true }

// Do answers one request with exactly one JSON object. A request error has no data entry; it is 400 as
// application/graphql-response+json and 200 as application/json, while a malformed request is 4xx in both.
func (h *HTTP) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	kind := responseType(r)
	if kind == "" {
		writeRefusal(w, typeJSON, refuse(http.StatusNotAcceptable, CodeNotAcceptable,
			"The answer can be application/graphql-response+json or application/json."))
		return
	}
	params, bad := h.readParams(w, r)
	if bad != nil {
		writeRefusal(w, kind, bad)
		return
	}
	ctx := r.Context()
	opCtx, errs := exec.CreateOperationContext(ctx, params)
	if len(errs) != 0 {
		status := http.StatusOK
		if kind == typeGraphQL {
			status = http.StatusBadRequest
		}
		writeResponse(w, kind, status, exec.DispatchError(graphql.WithOperationContext(ctx, opCtx), errs))
		return
	}
	if bad := refuseOperation(r, opCtx, false); bad != nil {
		writeRefusal(w, kind, bad)
		return
	}
	responses, ctx := exec.DispatchOperation(ctx, opCtx)
	resp := responses(ctx)
	if resp == nil {
		writeResponse(w, kind, http.StatusInternalServerError, internalError())
		return
	}
	status := http.StatusOK
	if resp.Data == nil && kind == typeGraphQL {
		// Stopped by an extension before execution began.
		status = http.StatusBadRequest
	}
	writeResponse(w, kind, status, resp)
}

// refuseOperation holds an operation's kind against how it came.
func refuseOperation(r *http.Request, opCtx *graphql.OperationContext, stream bool) *Refusal {
	switch kind := opCtx.Operation.Operation; {
	case kind == ast.Mutation && r.Method == http.MethodGet:
		bad := refuse(http.StatusMethodNotAllowed, CodeMethodNotAllowed, "A mutation must be sent by POST.")
		bad.allow = "POST"
		return bad
	case kind == ast.Subscription && !stream:
		return refuse(http.StatusNotAcceptable, CodeNeedsStream,
			"A subscription needs a websocket or an answer of type text/event-stream.")
	}
	return nil
}

func internalError() *graphql.Response {
	return &graphql.Response{Errors: gqlerror.List{codedError(CodeInternal, "The operation gave no answer.")}}
}

func writeRefusal(w http.ResponseWriter, kind string, bad *Refusal) {
	if bad.allow != "" {
		w.Header().Set("Allow", bad.allow)
	}
	writeResponse(w, kind, bad.Status, &graphql.Response{Errors: gqlerror.List{bad.Err}})
}

func writeResponse(w http.ResponseWriter, kind string, status int, resp *graphql.Response) {
	body := Encode(resp)
	h := w.Header()
	h.Set("Content-Type", kind+"; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// Encode writes a response as JSON in a buffer of its own. A response without data has no data entry, as the
// specification asks of a request error; Data is copied as it stands, which gqlgen has made valid JSON.
func Encode(resp *graphql.Response) []byte {
	var b bytes.Buffer
	b.Grow(len(resp.Data) + 64)
	b.WriteByte('{')
	if len(resp.Errors) != 0 {
		writeMember(&b, "errors", resp.Errors)
	}
	if resp.Data != nil {
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		b.WriteString(`"data":`)
		b.Write(resp.Data)
	}
	if len(resp.Extensions) != 0 {
		writeMember(&b, "extensions", resp.Extensions)
	}
	b.WriteByte('}')
	return b.Bytes()
}

func writeMember(b *bytes.Buffer, name string, value any) {
	if b.Len() > 1 {
		b.WriteByte(',')
	}
	encoded, err := json.Marshal(value)
	if err != nil {
		// Only an extension's value can fail to marshal; the answer stays readable.
		encoded = []byte(`null`)
	}
	b.WriteString(`"` + name + `":`)
	b.Write(encoded)
}

type lastEventKey struct{}

// LastEventID returns the cursor that the client of a server-sent event stream saw last, from its Last-Event-ID header;
// empty where there is none.
func LastEventID(ctx context.Context) string {
	id, _ := ctx.Value(lastEventKey{}).(string)
	return id
}
