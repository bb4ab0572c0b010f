package wake_test

import (
	"context"
	"database/sql"
	"log/slog"
	"net"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/lib/pq"
	"go.uber.org/goleak"

	"xinxing/internal/store/pgcluster"
	"xinxing/internal/store/wake"
)

// patient is far more than any wake-up needs; quick are intervals that let tests see cuts soon, with
// ticks so rare that none can be taken for a wake-up.
const patient = 20 * time.Second

var quick = wake.Options{
	Tick: time.Hour, Heartbeat: 50 * time.Millisecond, Silence: 250 * time.Millisecond, Retry: 10 * time.Millisecond,
	Log: slog.New(slog.DiscardHandler),
}

func woken(t *testing.T, c <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-c:
	case <-time.After(patient):
		t.Fatalf("not woken: %s", what)
	}
}

func asleep(t *testing.T, c <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-c:
		t.Fatalf("woken: %s", what)
	default:
	}
}

func listen(t *testing.T, address string, opts wake.Options) *wake.Postgres {
	t.Helper()
	w, err := wake.Listen(t.Context(), address, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

func subscribe(t *testing.T, w wake.Wake) <-chan struct{} {
	t.Helper()
	c, cancel := w.Subscribe()
	t.Cleanup(cancel)
	return c
}

func TestLocal_WakesEachOnceForMany(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	w := wake.NewLocal(wake.Options{Tick: time.Hour})
	defer w.Close()
	one, cancelOne := w.Subscribe()
	two, cancelTwo := w.Subscribe()
	defer cancelTwo()
	asleep(t, one, "before anything happened")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 100 {
				w.Notify()
			}
		})
	}
	wg.Wait()
	woken(t, one, "after Notify")
	asleep(t, one, "twice for what was one wake-up")
	woken(t, two, "the other subscriber")
	cancelOne()
	cancelOne()
	w.Notify()
	asleep(t, one, "after the subscription ended")
	woken(t, two, "who stayed")
}

func TestLocal_TicksWithoutCause(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	w := wake.NewLocal(wake.Options{Tick: time.Millisecond})
	defer w.Close()
	c, cancel := w.Subscribe()
	defer cancel()
	for range 3 {
		woken(t, c, "by the tick")
	}
}

func TestPostgres_WakesOtherProcesses(t *testing.T) {
	address := pgcluster.Fresh(t, "")
	a, b := listen(t, address, quick), listen(t, address, quick)
	subA, subB := subscribe(t, a), subscribe(t, b)
	for range 50 {
		drain(subA)
		a.Notify()
		woken(t, subA, "in the process that wrote")
		woken(t, subB, "in the other process")
	}
}

func drain(c <-chan struct{}) {
	select {
	case <-c:
	default:
	}
}

// observer listens by lib/pq's own means.
func observer(t *testing.T, address string) *pq.Listener {
	t.Helper()
	l := pq.NewListener(address, 10*time.Millisecond, time.Second, nil)
	t.Cleanup(func() { l.Close() })
	if err := l.Listen("xinxing_wake"); err != nil {
		t.Fatal(err)
	}
	return l
}

// Many commits make few NOTIFYs, all without content, and the last one is not left out.
func TestPostgres_NotifiesAreCoalescedAndEmpty(t *testing.T) {
	address := pgcluster.Fresh(t, "")
	seen := observer(t, address)
	opts := quick
	opts.Gap = 100 * time.Millisecond
	w := listen(t, address, opts)
	count := 0
	take := func(n *pq.Notification) {
		if n.Extra != "" {
			t.Errorf("payload %q, want none", n.Extra)
		}
		count++
	}
	start := time.Now()
	often := time.NewTicker(time.Millisecond)
	defer often.Stop()
	for time.Since(start) < 3*opts.Gap {
		select {
		case <-often.C:
			w.Notify()
		case n := <-seen.Notify:
			take(n)
		}
	}
	for end := time.After(3 * opts.Gap); ; {
		select {
		case n := <-seen.Notify:
			take(n)
			continue
		case <-end:
		}
		break
	}
	if most := 2 + int(time.Since(start)/opts.Gap); count < 2 || count > most {
		t.Errorf("%d NOTIFYs for calls at every millisecond, want 2 to %d", count, most)
	}
}

// Heartbeats keep the connection and wake nobody.
func TestPostgres_HeartbeatsWakeNobody(t *testing.T) {
	address := pgcluster.Fresh(t, "")
	opts := quick
	opts.Heartbeat = 5 * time.Millisecond
	a, b := listen(t, address, opts), listen(t, address, opts)
	subA, subB := subscribe(t, a), subscribe(t, b)
	// Each of these takes many heartbeats' time.
	for range 10 {
		exec(t, address, "SELECT pg_sleep(0.02)")
	}
	drain(subA)
	drain(subB)
	for range 10 {
		exec(t, address, "SELECT pg_sleep(0.02)")
	}
	asleep(t, subA, "by a heartbeat of its own")
	asleep(t, subB, "by a heartbeat of another")
}

func exec(t *testing.T, address, query string) {
	t.Helper()
	db, err := sql.Open("postgres", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	ctx, cancel := context.WithTimeout(t.Context(), patient)
	defer cancel()
	if _, err := db.ExecContext(ctx, query); err != nil {
		t.Fatal(err)
	}
}

// What is notified while the connection is down is not heard; its restoring wakes everybody instead.
func TestPostgres_RestoredConnectionWakes(t *testing.T) {
	for name, fault := range map[string]func(*proxy){"cut": (*proxy).cut, "black hole": (*proxy).blackHole} {
		t.Run(name, func(t *testing.T) {
			address := pgcluster.Fresh(t, "")
			p := newProxy(t, address)
			far := listen(t, p.address, quick)
			near := listen(t, address, quick)
			farSub, nearSub := subscribe(t, far), subscribe(t, near)
			near.Notify()
			woken(t, farSub, "through the proxy, before the fault")
			drain(nearSub)

			fault(p)
			far.Notify()   // cannot be sent, or is swallowed
			p.waitTried(t) // the silence or the cut was noticed, and a new connection was tried
			near.Notify()
			drain(farSub)
			drain(nearSub)

			restored := time.Now()
			p.restore()
			woken(t, farSub, "after the connection was restored")
			if took := time.Since(restored); took > 5*time.Second {
				t.Errorf("woken %v after the connection was restored", took)
			}
			woken(t, nearSub, "by what was notified while the connection was down")

			drain(farSub)
			near.Notify()
			woken(t, farSub, "through the restored connection")
		})
	}
}

func TestPostgres_TicksWhileTheServerIsAway(t *testing.T) {
	p := newProxy(t, pgcluster.Fresh(t, ""))
	opts := quick
	opts.Tick = time.Millisecond
	w := listen(t, p.address, opts)
	c := subscribe(t, w)
	p.blackHole()
	p.waitTried(t)
	for range 3 {
		woken(t, c, "by the tick")
	}
	done := make(chan struct{})
	go func() {
		for range 1000 {
			w.Notify()
		}
		w.Close()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(patient):
		t.Fatal("Notify or Close hangs while the server is away")
	}
}

func TestPostgres_CloseLeavesNothingBehind(t *testing.T) {
	address := pgcluster.Fresh(t, "")
	before := goleak.IgnoreCurrent()
	for range 3 {
		w, err := wake.Listen(t.Context(), address, quick)
		if err != nil {
			t.Fatal(err)
		}
		w.Notify()
		w.Close()
		w.Close()
		w.Notify()
	}
	goleak.VerifyNone(t, before)
}

func TestListen_FailsAtOnceAndTellsNoPassword(t *testing.T) {
	for _, address := range []string{
		"postgres://u:s3cret!x@127.0.0.1:1/db?sslmode=disable",
		"postgres://u:s3cret!x%zz@127.0.0.1:1/db",
		"postgres://u:s3cret!x/y@127.0.0.1:1/db",
	} {
		w, err := wake.Listen(t.Context(), address, quick)
		if err == nil {
			w.Close()
			t.Errorf("listens on nothing")
			continue
		}
		if strings.Contains(err.Error(), "s3cret") {
			t.Errorf("the error tells the password: %v", err)
		}
	}
}

// proxy stands between a client and the server and can fail as networks do.
type proxy struct {
	address string
	server  string
	mu      sync.Mutex
	fault   func(client net.Conn)
	links   []*link
	tried   chan struct{}
}

// link is one connection through the proxy. A hole swallows what either side sends, for ever.
type link struct {
	client, server net.Conn
	hole           atomic.Bool
}

func (l *link) close() {
	l.client.Close()
	if l.server != nil {
		l.server.Close()
	}
}

func newProxy(t *testing.T, address string) *proxy {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &proxy{server: u.Host, tried: make(chan struct{}, 1)}
	u.Host = l.Addr().String()
	p.address = u.String()
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			p.serve(&wg, c)
		}
	})
	t.Cleanup(func() {
		l.Close()
		p.closeAll()
		wg.Wait()
	})
	return p
}

func (p *proxy) serve(wg *sync.WaitGroup, client net.Conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	l := &link{client: client}
	p.links = append(p.links, l)
	if p.fault != nil {
		p.fault(client)
		select {
		case p.tried <- struct{}{}:
		default:
		}
		return
	}
	server, err := net.Dial("tcp", p.server)
	if err != nil {
		l.close()
		return
	}
	l.server = server
	wg.Go(func() { l.copy(server, client) })
	wg.Go(func() { l.copy(client, server) })
}

func (l *link) copy(dst, src net.Conn) {
	buf := make([]byte, 4096)
	for {
		n, err := src.Read(buf)
		switch {
		case l.hole.Load() && err == nil:
			continue
		case l.hole.Load():
			return
		case err == nil:
			_, err = dst.Write(buf[:n])
		}
		if err != nil {
			l.close()
			return
		}
	}
}

// cut closes all connections and refuses new ones.
func (p *proxy) cut() {
	p.mu.Lock()
	p.fault = func(client net.Conn) { client.Close() }
	p.mu.Unlock()
	p.closeAll()
}

// blackHole swallows everything on all connections, new ones included, and closes none.
func (p *proxy) blackHole() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fault = func(net.Conn) {}
	for _, l := range p.links {
		l.hole.Store(true)
	}
}

// restore lets new connections through. Those that a black hole has swallowed stay silent.
func (p *proxy) restore() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fault = nil
}

func (p *proxy) closeAll() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, l := range p.links {
		l.close()
	}
	p.links = nil
}

func (p *proxy) waitTried(t *testing.T) {
	t.Helper()
	select {
	case <-p.tried:
	case <-time.After(patient):
		t.Fatal("the fault was not noticed: no new connection was tried")
	}
}
