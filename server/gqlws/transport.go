// Package gqlws carries GraphQL over websockets for gqlgen by the graphql-transport-ws protocol, and that one only.
package gqlws

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"

	"xinxing/server/gqlhttp"
)

// Subprotocol is the only websocket subprotocol spoken here.
const Subprotocol = "graphql-transport-ws"

// The codes a socket is closed with: 44xx are the protocol's own, 42xx ours. After CloseResync and CloseNoPong, as after
// 1001, the client should connect again and resume from its cursor; CloseForbidden asks it to sign in first.
const (
	CloseBadMessage       websocket.StatusCode = 4400
	CloseUnauthorized     websocket.StatusCode = 4401 // subscribe before the acknowledgement
	CloseForbidden        websocket.StatusCode = 4403 // no session, or the session has ended
	CloseSubprotocol      websocket.StatusCode = 4406
	CloseInitTimeout      websocket.StatusCode = 4408
	CloseSubscriberExists websocket.StatusCode = 4409
	CloseTooManyInits     websocket.StatusCode = 4429
	CloseResync           websocket.StatusCode = 4290 // the client reads too slowly and its queue was dropped
	CloseNoPong           websocket.StatusCode = 4291 // nothing heard since the last ping
)

// CodeTooManySubscriptions is in extensions.code of the error for an operation beyond MaxOperations.
const CodeTooManySubscriptions = "TOO_MANY_SUBSCRIPTIONS"

// Authenticate finds out at the upgrade who is calling, usually from the cookie. The context it returns, made from the
// request's, is the one operations run under; the session id groups the sockets for Registry.CloseSession and is empty
// for nobody's. An error closes the socket with 4403.
type Authenticate func(r *http.Request) (ctx context.Context, sessionID string, err error)

// Transport is gqlgen's transport for websockets.
type Transport struct {
	registry     *Registry
	authenticate Authenticate
	origins      []string
	recheck      func(context.Context) error
	initTimeout  time.Duration
	pingEvery    time.Duration
	writeTimeout time.Duration
	maxMessage   int64
	maxDepth     int
	maxOps       int
	queueLen     int
	queueBytes   int
}

var _ graphql.Transport = (*Transport)(nil)

// Option changes one setting of New.
type Option func(*Transport)

// AllowOrigins adds origins, as https://desk.example, to the server's own, which is always allowed.
func AllowOrigins(origins ...string) Option {
	return func(t *Transport) { t.origins = append(t.origins, origins...) }
}

// InitTimeout sets how long a socket may live without connection_init; 5 seconds by default. Then it is closed with 4408.
func InitTimeout(d time.Duration) Option { return func(t *Transport) { t.initTimeout = d } }

// PingEvery sets how often the server pings; 25 seconds by default. A client that has sent nothing, not even the pong,
// by the next ping is closed with 4291.
func PingEvery(d time.Duration) Option { return func(t *Transport) { t.pingEvery = d } }

// WriteTimeout sets how long one message may take to leave; 10 seconds by default. Then the socket is cut.
func WriteTimeout(d time.Duration) Option { return func(t *Transport) { t.writeTimeout = d } }

// MaxMessage sets the largest incoming message in bytes, 256 KiB by default. A larger one closes the socket with 1009.
func MaxMessage(n int64) Option { return func(t *Transport) { t.maxMessage = n } }

// MaxJSONDepth sets how deeply the payload of a subscribe message may nest, as gqlhttp.MaxJSONDepth does for a body; 32
// by default.
func MaxJSONDepth(n int) Option { return func(t *Transport) { t.maxDepth = n } }

// MaxOperations sets how many operations one socket may run at a time; 50 by default. One more is answered with an error
// of code TOO_MANY_SUBSCRIPTIONS and the socket stays.
func MaxOperations(n int) Option { return func(t *Transport) { t.maxOps = n } }

// Queue sets how many messages, and how many bytes of them, may wait for a slow client; 512 and 4 MiB by default. Beyond
// either the queue is dropped and the socket closed with 4290.
func Queue(messages, bytes int) Option {
	return func(t *Transport) { t.queueLen, t.queueBytes = messages, bytes }
}

// Recheck sets a function that is asked at every ping whether the caller, whose context it gets, may stay; an error
// closes the socket with 4403. It finds sessions that expired or were ended by another process.
func Recheck(f func(ctx context.Context) error) Option {
	return func(t *Transport) { t.recheck = f }
}

// New makes the websocket transport. Every socket is kept in registry while it lives.
func New(registry *Registry, authenticate Authenticate, opts ...Option) *Transport {
	t := &Transport{
		registry: registry, authenticate: authenticate,
		initTimeout: 5 * time.Second, pingEvery: 25 * time.Second, writeTimeout: 10 * time.Second,
		maxMessage: gqlhttp.DefaultMaxBody, maxDepth: gqlhttp.DefaultMaxJSONDepth,
		maxOps: 50, queueLen: 512, queueBytes: 4 << 20,
	}
	for _, opt := range opts {
		opt(t)
	}
	return t
}

// Supports is true for a websocket upgrade.
func (t *Transport) Supports(r *http.Request) bool {
	return strings.EqualFold(r.Header.Get("Upgrade"), "websocket")
}

// Do serves one socket until it is closed and every operation on it has ended. A foreign origin is refused with 403
// before the upgrade; a missing subprotocol or session closes the socket after it, because a browser tells its page
// nothing of a refused upgrade.
func (t *Transport) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	if !t.originAllowed(r) {
		http.Error(w, "origin not allowed", http.StatusForbidden)
		return
	}
	ws, err := websocket.Accept(w, r, &websocket.AcceptOptions{
		Subprotocols:       []string{Subprotocol},
		InsecureSkipVerify: true, // the origin was checked above, with its scheme
	})
	if err != nil {
		return // Accept has answered
	}
	if ws.Subprotocol() != Subprotocol {
		_ = ws.Close(CloseSubprotocol, "Subprotocol not acceptable")
		return
	}
	ctx, session, err := t.authenticate(r)
	if err != nil {
		_ = ws.Close(CloseForbidden, "Forbidden")
		return
	}
	c := newConn(ctx, t, ws, exec, r.Header)
	release, err := t.registry.add(session, c.end)
	switch {
	case errors.Is(err, gqlhttp.ErrShuttingDown):
		c.end(websocket.StatusGoingAway, "The server is shutting down")
	case err != nil:
		c.end(CloseForbidden, "The session has ended")
	default:
		defer release()
	}
	c.serve()
}

// originAllowed compares hosts for the server's own origin, since behind a proxy the scheme is not known here, and whole
// origins for the others. A client that sends no Origin is no browser and carries nobody's cookie unawares.
func (t *Transport) originAllowed(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" || slices.Contains(t.origins, origin) {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && strings.EqualFold(u.Host, r.Host)
}
