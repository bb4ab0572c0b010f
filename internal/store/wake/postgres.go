package wake

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/lib/pq"

	"xinxing/internal/store/sqldb"
)

// Postgres is the Wake of all processes that use one PostgreSQL database, over LISTEN and NOTIFY on one
// connection of its own. pq.Listener is not used: it loses what is notified while it reconnects and
// never notices a connection that has gone silent.
type Postgres struct {
	subscribers
	opts    Options
	address string
	dirty   chan struct{}
	cancel  context.CancelFunc
	done    chan struct{}
	wg      sync.WaitGroup
}

// errSilent: the connection brought nothing, not even our own heartbeat, for Options.Silence.
var errSilent = errors.New("the connection has gone silent")

// firstConnect bounds the first attempt: a server that is only busy starts a program late rather than not at all.
const firstConnect = 10 * time.Second

// Listen connects to the database at address, a postgres:// URL, and returns when it is listening; it
// fails if that does not succeed before ctx ends or within firstConnect. Later it reconnects by itself.
func Listen(ctx context.Context, address string, opts Options) (*Postgres, error) {
	opts = opts.withDefaults()
	address, err := listenAddress(address, max(opts.Silence, firstConnect))
	if err != nil {
		return nil, err
	}
	background, cancel := context.WithCancel(context.Background())
	p := &Postgres{
		opts: opts, address: address, dirty: make(chan struct{}, 1),
		cancel: cancel, done: make(chan struct{}),
	}
	first, err := p.connect(ctx, max(opts.Silence, firstConnect))
	if err != nil {
		cancel()
		return nil, fmt.Errorf("listen on PostgreSQL at %s: %w", sqldb.Redact(address), err)
	}
	p.wg.Go(func() { p.tick(opts.Tick, p.done) })
	p.wg.Go(func() { p.run(background, first) })
	return p, nil
}

// Notify wakes the subscribers here at once and those of other processes after one NOTIFY, which stands
// for all calls until it is sent.
func (p *Postgres) Notify() {
	p.wake()
	signal(p.dirty)
}

// Close ends the connection and the ticks. A NOTIFY that waits for the connection is not sent.
func (p *Postgres) Close() error {
	p.cancel()
	p.wg.Wait()
	return nil
}

// listenAddress adds the settings of the listening connection to address. It bounds the opening in whole
// seconds, as lib/pq counts.
func listenAddress(address string, limit time.Duration) (string, error) {
	if _, err := sqldb.PostgresConnector(address, 0); err != nil {
		return "", err
	}
	u, err := url.Parse(address)
	if err != nil {
		return "", errors.New("database URL: unreadable")
	}
	q := u.Query()
	q.Set("connect_timeout", strconv.Itoa(max(1, int(limit.Seconds()))))
	q.Set("application_name", "xinxing wake")
	// Nothing that this connection commits is worth waiting for the disk.
	q.Set("synchronous_commit", "off")
	u.RawQuery = q.Encode()
	return u.String(), nil
}

// session is one connection that listens.
type session struct {
	conn  *pq.ListenerConn
	heard <-chan *pq.Notification
	// heart is a channel that only this session listens on: its heartbeats wake nobody.
	heart string
}

// close ends the connection without a word to the server, which may no longer hear, and waits for
// lib/pq's goroutine to end.
func (s *session) close() {
	s.conn.Close() // it may be closed already
	for range s.heard {
	}
}

// connect opens a connection and listens. lib/pq takes no context here, so an attempt that lasts too
// long is left to its connect timeout.
func (p *Postgres) connect(ctx context.Context, within time.Duration) (*session, error) {
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	type result struct {
		s   *session
		err error
	}
	opened := make(chan result, 1)
	go func() {
		heard := make(chan *pq.Notification, 64)
		conn, err := pq.NewListenerConn(p.address, heard)
		if err != nil {
			opened <- result{err: err}
			return
		}
		opened <- result{s: &session{conn: conn, heard: heard, heart: "xinxing_heart_" + strings.ToLower(rand.Text())}}
	}()
	var s *session
	select {
	case r := <-opened:
		if r.err != nil {
			return nil, r.err
		}
		s = r.s
	case <-ctx.Done():
		go func() {
			if r := <-opened; r.s != nil {
				r.s.close()
			}
		}()
		return nil, ctx.Err()
	}

	listening := make(chan error, 1)
	go func() {
		_, err := s.conn.Listen(p.opts.Channel)
		if err == nil {
			_, err = s.conn.Listen(s.heart)
		}
		listening <- err
	}()
	for {
		select {
		case err := <-listening:
			if err != nil {
				s.close()
				return nil, err
			}
			return s, nil
		case _, ok := <-s.heard:
			// Whoever waits for us re-reads anyway once we listen.
			if !ok {
				return nil, errors.Join(errors.New("the connection was lost"), <-listening)
			}
		case <-ctx.Done():
			s.close()
			<-listening
			return nil, ctx.Err()
		}
	}
}

// run keeps a session open until ctx ends.
func (p *Postgres) run(ctx context.Context, s *session) {
	defer close(p.done)
	for {
		err := p.serve(ctx, s)
		s.close()
		if ctx.Err() != nil {
			return
		}
		lost := time.Now()
		p.opts.Log.Warn("wake-up connection lost", "error", err)
		if s = p.reconnect(ctx); s == nil {
			return
		}
		p.opts.Log.Info("wake-up connection restored", "after", time.Since(lost))
		// What was notified while nobody listened is lost: everybody reads again.
		p.wake()
	}
}

func (p *Postgres) reconnect(ctx context.Context) *session {
	for pause := p.opts.Retry; ; pause = min(2*pause, p.opts.Silence) {
		s, err := p.connect(ctx, p.opts.Silence)
		if err == nil {
			return s
		}
		timer := time.NewTimer(pause)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return nil
		}
		p.opts.Log.Debug("wake-up connection not restored yet", "error", err)
	}
}

// serve passes wake-ups on until the connection fails, falls silent, or ctx ends. The caller closes it.
func (p *Postgres) serve(ctx context.Context, s *session) error {
	ctx, cancel := context.WithCancel(ctx)
	sent := make(chan error, 1)
	go func() { sent <- p.send(ctx, s) }()
	defer func() {
		cancel()
		s.close() // unblocks the sender
		<-sent
	}()

	silence := time.NewTimer(p.opts.Silence)
	defer silence.Stop()
	self := 0
	for {
		select {
		case n, ok := <-s.heard:
			if !ok {
				return errors.New("the connection was closed")
			}
			silence.Reset(p.opts.Silence)
			switch {
			case n.Channel == s.heart:
				self = n.BePid
			case n.BePid != self:
				// Our own NOTIFY comes back too; its subscribers were woken when it was asked for.
				p.wake()
			}
		case <-silence.C:
			return errSilent
		case err := <-sent:
			sent <- err
			return err
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// send writes heartbeats and NOTIFYs, the only goroutine that does.
func (p *Postgres) send(ctx context.Context, s *session) error {
	notify := func(channel string) error {
		_, err := s.conn.ExecSimpleQuery("NOTIFY " + pq.QuoteIdentifier(channel))
		return err
	}
	if err := notify(s.heart); err != nil {
		return err
	}
	beat := time.NewTicker(p.opts.Heartbeat)
	defer beat.Stop()
	gap := time.NewTimer(0)
	defer gap.Stop()
	var dirty <-chan struct{}
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-beat.C:
			if err := notify(s.heart); err != nil {
				return err
			}
		case <-gap.C:
			dirty = p.dirty
		case <-dirty:
			if err := notify(p.opts.Channel); err != nil {
				// Not known to be sent: the next session sends it again.
				signal(p.dirty)
				return err
			}
			dirty = nil
			gap.Reset(p.opts.Gap)
		}
	}
}
