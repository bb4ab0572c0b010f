package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"
)

// fan is what the fan-out showed: delays from the answer of the act, over all deliveries and for the last subscriber of
// each act; negative ones, a delivery before the answer, count as none.
type fan struct {
	subscribers, acts int
	lost, twice       int
	all, last         []time.Duration
	answer            []time.Duration
	whole             []time.Duration // from asking for the act to the last receipt
	span              time.Duration
	memory            int64 // of one subscriber
	cpu               time.Duration
	most              int64
}

const (
	connectAtOnce = 32
	waitForLast   = 30 * time.Second
)

// fanOut connects so many subscribers of what happens on the desk, lets so many cases be opened one after another, and
// waits each time until the last subscriber was told.
func fanOut(ctx context.Context, t *target, path string, subscribers, acts int, body func() []byte) (*fan, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if _, err := t.ask(ctx, "open", body()); err != nil { // warm
		return nil, err
	}
	time.Sleep(time.Second)
	before := t.usage()
	w := &watch{subscribers: subscribers}
	w.begin()
	var readers sync.WaitGroup
	defer readers.Wait()
	defer cancel()
	conns := make([]*websocket.Conn, subscribers)
	defer func() {
		for _, c := range conns {
			if c != nil {
				_ = c.CloseNow()
			}
		}
	}()
	var failed atomic.Pointer[error]
	var connecting sync.WaitGroup
	next := atomic.Int64{}
	for range connectAtOnce {
		connecting.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= subscribers || failed.Load() != nil {
					return
				}
				c, err := subscribe(ctx, t, path)
				if err != nil {
					err = fmt.Errorf("subscriber %d: %w", i, err)
					failed.Store(&err)
					return
				}
				conns[i] = c
			}
		})
	}
	connecting.Wait()
	if err := failed.Load(); err != nil {
		return nil, *err
	}
	for i, c := range conns {
		readers.Go(func() { w.read(ctx, i, c) })
	}
	// The subscriptions stand when every subscriber was told of one act; that one does not count.
	if _, err := w.act(ctx, t, body); err != nil {
		return nil, err
	}
	time.Sleep(2 * time.Second)
	settled := t.usage()
	out := &fan{subscribers: subscribers, memory: (settled.now - before.now) / int64(subscribers)}
	t.forget()
	begin := time.Now()
	for range acts {
		round, err := w.act(ctx, t, body)
		if err != nil {
			return nil, err
		}
		out.acts++
		out.lost += round.lost
		out.all = append(out.all, round.delays...)
		out.last = append(out.last, round.last)
		out.answer = append(out.answer, round.answer)
		out.whole = append(out.whole, round.whole)
	}
	out.twice = int(w.extra.Load())
	after := t.usage()
	out.span, out.cpu, out.most = time.Since(begin), after.cpu-settled.cpu, after.most
	return out, nil
}

func subscribe(ctx context.Context, t *target, path string) (*websocket.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	c, resp, err := websocket.Dial(ctx, strings.Replace(t.url, "http", "ws", 1)+path, &websocket.DialOptions{
		HTTPHeader: http.Header{"Cookie": {t.cookie}}, Subprotocols: []string{"graphql-transport-ws"},
		CompressionMode: websocket.CompressionDisabled,
	})
	if err != nil {
		return nil, err
	}
	if resp.Body != nil {
		_ = resp.Body.Close()
	}
	if err := c.Write(ctx, websocket.MessageText, []byte(`{"type":"connection_init"}`)); err != nil {
		return nil, err
	}
	if _, m, err := c.Read(ctx); err != nil || !bytes.Contains(m, []byte("connection_ack")) {
		return nil, errors.Join(fmt.Errorf("no acknowledgement: %s", m), err)
	}
	start, err := json.Marshal(map[string]any{"id": "1", "type": "subscribe", "payload": map[string]any{"query": deskEvents}})
	if err != nil {
		return nil, err
	}
	return c, c.Write(ctx, websocket.MessageText, start)
}

// watch counts who was told of the act that runs.
type watch struct {
	subscribers int
	round       atomic.Pointer[round]
	extra       atomic.Int64
}

type round struct {
	at    []atomic.Int64 // nanoseconds after begin, 0 for not yet
	begin time.Time
	heard atomic.Int64
	all   chan struct{}
}

func (w *watch) begin() *round {
	r := &round{at: make([]atomic.Int64, w.subscribers), begin: time.Now(), all: make(chan struct{})}
	w.round.Store(r)
	return r
}

var (
	openedKind = []byte(`"kind":"CASE_OPENED"`)
	pingType   = []byte(`"type":"ping"`)
)

func (w *watch) read(ctx context.Context, i int, c *websocket.Conn) {
	for {
		_, m, err := c.Read(ctx)
		if err != nil {
			return
		}
		switch {
		case bytes.Contains(m, openedKind):
			r := w.round.Load()
			if !r.at[i].CompareAndSwap(0, int64(time.Since(r.begin))) {
				w.extra.Add(1)
				continue
			}
			if r.heard.Add(1) == int64(w.subscribers) {
				close(r.all)
			}
		case bytes.Contains(m, pingType):
			if err := c.Write(ctx, websocket.MessageText, []byte(`{"type":"pong"}`)); err != nil {
				return
			}
		}
	}
}

type told struct {
	delays       []time.Duration
	last, answer time.Duration
	whole        time.Duration
	lost         int
}

func (w *watch) act(ctx context.Context, t *target, body func() []byte) (*told, error) {
	r := w.begin()
	if _, err := t.ask(ctx, "open", body()); err != nil {
		return nil, err
	}
	answered := time.Since(r.begin)
	timer := time.NewTimer(waitForLast)
	defer timer.Stop()
	select {
	case <-r.all:
	case <-timer.C:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	out := &told{answer: answered, delays: make([]time.Duration, 0, w.subscribers)}
	for i := range r.at {
		at := time.Duration(r.at[i].Load())
		if at == 0 {
			out.lost++
			continue
		}
		out.whole = max(out.whole, at)
		delay := max(at-answered, 0)
		out.delays = append(out.delays, delay)
		out.last = max(out.last, delay)
	}
	return out, nil
}
