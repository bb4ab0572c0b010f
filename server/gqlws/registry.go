package gqlws

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/coder/websocket"

	"xinxing/server/gqlhttp"
)

// remembered is how long an ended session is still known, so that an upgrade which was authenticated just before the
// logout does not outlive it.
const remembered = time.Minute

// ErrSessionEnded is what Track answers for a session that CloseSession has ended.
var ErrSessionEnded = errors.New("the session has ended")

// Registry knows every live connection and the session it belongs to. One Registry serves the websockets and, as a
// gqlhttp.Tracker, the event streams of a process.
type Registry struct {
	mu        sync.Mutex
	live      map[*entry]struct{}
	bySession map[string]map[*entry]struct{}
	ended     map[string]time.Time
	stopping  bool
	drained   chan struct{}
}

type entry struct {
	session string
	end     func(code websocket.StatusCode, reason string)
}

var _ gqlhttp.Tracker = (*Registry)(nil)

// NewRegistry returns an empty registry.
func NewRegistry() *Registry {
	return &Registry{
		live:      map[*entry]struct{}{},
		bySession: map[string]map[*entry]struct{}{},
		ended:     map[string]time.Time{},
		drained:   make(chan struct{}),
	}
}

// Track registers a stream that is not a websocket; see gqlhttp.Tracker. It fails with ErrSessionEnded or
// gqlhttp.ErrShuttingDown.
func (r *Registry) Track(sessionID string, end func()) (release func(), err error) {
	return r.add(sessionID, func(websocket.StatusCode, string) { end() })
}

func (r *Registry) add(session string, end func(websocket.StatusCode, string)) (func(), error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.stopping {
		return nil, gqlhttp.ErrShuttingDown
	}
	if at, ok := r.ended[session]; ok && time.Since(at) < remembered {
		return nil, ErrSessionEnded
	}
	e := &entry{session, end}
	r.live[e] = struct{}{}
	if session != "" {
		if r.bySession[session] == nil {
			r.bySession[session] = map[*entry]struct{}{}
		}
		r.bySession[session][e] = struct{}{}
	}
	return func() { r.remove(e) }, nil
}

func (r *Registry) remove(e *entry) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, ok := r.live[e]; !ok {
		return
	}
	delete(r.live, e)
	if same := r.bySession[e.session]; same != nil {
		delete(same, e)
		if len(same) == 0 {
			delete(r.bySession, e.session)
		}
	}
	if r.stopping && len(r.live) == 0 {
		close(r.drained)
	}
}

// Len returns how many connections are live.
func (r *Registry) Len() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.live)
}

// CloseSession ends every connection of a session, websockets with 4403, and returns how many there were. It does not
// wait for them. For a minute nothing new is taken under that session id, which therefore may not be used again. The
// empty id belongs to nobody and ends nothing.
func (r *Registry) CloseSession(sessionID string) int {
	if sessionID == "" {
		return 0
	}
	r.mu.Lock()
	now := time.Now()
	for id, at := range r.ended {
		if now.Sub(at) >= remembered {
			delete(r.ended, id)
		}
	}
	r.ended[sessionID] = now
	var of []*entry
	for e := range r.bySession[sessionID] {
		of = append(of, e)
	}
	r.mu.Unlock()
	for _, e := range of {
		e.end(CloseForbidden, "The session has ended")
	}
	return len(of)
}

// Shutdown refuses new connections, ends the live ones, websockets with 1001, and waits until all are gone or ctx is
// done, whose error it then returns. Call it before http.Server.Shutdown, which would wait for event streams and does
// not know websockets.
func (r *Registry) Shutdown(ctx context.Context) error {
	r.mu.Lock()
	first := !r.stopping
	r.stopping = true
	var all []*entry
	for e := range r.live {
		all = append(all, e)
	}
	if first && len(all) == 0 {
		close(r.drained)
	}
	r.mu.Unlock()
	for _, e := range all {
		e.end(websocket.StatusGoingAway, "The server is shutting down")
	}
	select {
	case <-r.drained:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
