package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"time"
)

// result is what one scenario showed of one server.
type result struct {
	requests  int
	span      time.Duration
	latencies []time.Duration
	most      int64
	cpu       time.Duration
	bytes     int64
}

func (r *result) add(o *result) {
	r.requests += o.requests
	r.span += o.span
	r.latencies = append(r.latencies, o.latencies...)
	r.most = max(r.most, o.most)
	r.cpu += o.cpu
	r.bytes += o.bytes
}

func (r *result) rate() float64 { return float64(r.requests) / max(r.span.Seconds(), 1e-9) }

// percentile of the latencies, p from 0 to 1.
func percentile(all []time.Duration, p float64) time.Duration {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Clone(all)
	slices.Sort(sorted)
	return sorted[min(int(p*float64(len(sorted))), len(sorted)-1)]
}

// target is one of the two servers that are compared.
type target struct {
	*child
	path   string
	cookie string
	client *http.Client
}

func newTarget(c *child, path, cookie string, conns int) *target {
	return &target{child: c, path: path, cookie: cookie, client: &http.Client{
		Timeout:   time.Minute,
		Transport: &http.Transport{MaxIdleConnsPerHost: conns, MaxConnsPerHost: conns, DisableCompression: true},
	}}
}

// ask sends one operation and gives its answer; an answer with errors is one.
func (t *target) ask(ctx context.Context, name string, body []byte) ([]byte, error) {
	path := t.path
	if path == "" {
		path = "/" + name
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, t.url+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json")
	r.Header.Set("Cookie", t.cookie)
	resp, err := t.client.Do(r)
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK || bytes.HasPrefix(b, []byte(`{"errors"`)) {
		return nil, fmt.Errorf("%s: %s answered %d: %.400s", t.name, name, resp.StatusCode, b)
	}
	return b, nil
}

// scenario is one kind of request: its name is also the reference's path.
type scenario struct {
	name  string
	title string
	body  func() []byte
	most  int // requests in all, 0 for no bound
}

// drive sends requests over conns connections, one after another on each, for the span.
func drive(ctx context.Context, t *target, s scenario, conns int, span time.Duration) (*result, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	t.forget()
	before, begin := t.usage(), time.Now()
	var mu sync.Mutex
	var failed error
	var wg sync.WaitGroup
	total := &result{}
	left := s.most
	if left == 0 {
		left = 1 << 40
	}
	for range conns {
		wg.Go(func() {
			mine := &result{}
			for time.Since(begin) < span {
				mu.Lock()
				left--
				over := left < 0
				mu.Unlock()
				if over {
					break
				}
				body := s.body()
				at := time.Now()
				b, err := t.ask(ctx, s.name, body)
				if err != nil {
					mu.Lock()
					if failed == nil {
						failed = err
					}
					mu.Unlock()
					cancel()
					return
				}
				mine.latencies = append(mine.latencies, time.Since(at))
				mine.requests++
				mine.bytes += int64(len(b))
			}
			mu.Lock()
			total.add(mine)
			mu.Unlock()
		})
	}
	wg.Wait()
	after := t.usage()
	total.span, total.cpu, total.most = time.Since(begin), after.cpu-before.cpu, after.most
	return total, failed
}
