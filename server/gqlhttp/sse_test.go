package gqlhttp_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"xinxing/server/gqlhttp"
	"xinxing/server/gqlhttp/gqltest"
)

// browser is a response writer that hands every write to the test; unread writes block it like a full line.
type browser struct {
	header http.Header
	status int
	writes chan string
	broken atomic.Bool
}

func (b *browser) Header() http.Header { return b.header }
func (b *browser) WriteHeader(s int)   { b.status = s }
func (b *browser) Flush()              {}
func (b *browser) Write(p []byte) (int, error) {
	if b.broken.Load() {
		return 0, errors.New("broken pipe")
	}
	b.writes <- string(p)
	return len(p), nil
}

func (b *browser) expect(t *testing.T, want string) {
	t.Helper()
	if got := <-b.writes; got != want {
		t.Fatalf("got %q, want %q", got, want)
	}
}

// stream starts a request and returns what the browser sees; ended is closed when the handler returns.
func stream(h http.Handler, r *http.Request) (b *browser, ended chan struct{}) {
	b = &browser{header: http.Header{}, writes: make(chan string)}
	ended = make(chan struct{})
	r.Header.Set("Accept", "text/event-stream")
	go func() {
		defer close(ended)
		h.ServeHTTP(b, r)
	}()
	return b, ended
}

func cursorOf(data json.RawMessage) string {
	var event struct{ Ticks struct{ Cursor string } }
	_ = json.Unmarshal(data, &event)
	return event.Ticks.Cursor
}

const ticks = `subscription { ticks { cursor n } }`

func ticking(ch <-chan int, seen *string) *gqltest.Schema {
	schema := gqltest.New()
	schema.Ticks = func(ctx context.Context, _ string) <-chan int {
		*seen = gqlhttp.LastEventID(ctx)
		return ch
	}
	return schema
}

func TestStreamOfASubscription(t *testing.T) {
	for name, request := range map[string]func() *http.Request{
		"POST": func() *http.Request { return query(ticks) },
		"GET":  func() *http.Request { return get("query", ticks) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ch, seen := make(chan int), ""
				h := server(ticking(ch, &seen), gqlhttp.CursorOf(cursorOf), gqlhttp.Heartbeat(20*time.Second))
				b, ended := stream(h, with(request(), "Last-Event-ID", "c6"))
				b.expect(t, ":\n\n")
				ch <- 7
				b.expect(t, "event: next\nid: c7\ndata: {\"data\":{\"ticks\":{\"cursor\":\"c7\",\"n\":7}}}\n\n")
				if seen != "c6" {
					t.Errorf("Last-Event-ID %q", seen)
				}
				if b.status != 200 || b.header.Get("Content-Type") != "text/event-stream; charset=utf-8" || b.header.Get("Cache-Control") != "no-store" {
					t.Errorf("%d %v", b.status, b.header)
				}

				start := time.Now()
				b.expect(t, ":\n\n") // heart-beats while nothing happens
				b.expect(t, ":\n\n")
				if took := time.Since(start); took != 40*time.Second {
					t.Errorf("two beats in %v", took)
				}
				<-time.After(19 * time.Second)
				ch <- 8
				b.expect(t, "event: next\nid: c8\ndata: {\"data\":{\"ticks\":{\"cursor\":\"c8\",\"n\":8}}}\n\n")
				start = time.Now()
				b.expect(t, ":\n\n") // counted from the last event
				if took := time.Since(start); took != 20*time.Second {
					t.Errorf("beat after %v", took)
				}

				close(ch)
				b.expect(t, "event: complete\ndata:\n\n")
				<-ended
			})
		})
	}
}

func TestStreamOfOneResult(t *testing.T) {
	for document, want := range map[string]string{
		`{ hello }`:                           `{"data":{"hello":"hello"}}`,
		`mutation { note(text: "x") }`:        `{"data":{"note":"x"}}`,
		`{ nope }`:                            `GRAPHQL_VALIDATION_FAILED`,
		`{ __schema { queryType { name } } }`: gqlhttp.CodeIntrospectionDisabled,
		`subscription { refused { n } }`:      `no ticks for you`,
		`subscription { panics { n } }`:       `recovered: subscription panics`,
	} {
		synctest.Test(t, func(t *testing.T) {
			b, ended := stream(server(gqltest.New()), query(document))
			b.expect(t, ":\n\n")
			got := <-b.writes
			if !strings.HasPrefix(got, "event: next\ndata: {") || !strings.Contains(got, want) || strings.Count(got, "\n") != 3 {
				t.Errorf("%s: %q", document, got)
			}
			b.expect(t, "event: complete\ndata:\n\n")
			<-ended
		})
	}
}

func TestStreamRefusals(t *testing.T) {
	h := server(gqltest.New())
	for _, test := range []struct {
		request *http.Request
		status  int
		code    string
	}{
		{post(`{`), 400, gqlhttp.CodeBadRequest},
		{post(`[]`), 400, gqlhttp.CodeBatchRefused},
		{post(`{"query":"{ hello }","variables":{"a":"\u0000"}}`), 400, gqlhttp.CodeBadString},
		{with(query(ticks), "Content-Type", "text/plain"), 415, gqlhttp.CodeMediaType},
		{post(strings.Repeat(" ", gqlhttp.DefaultMaxBody+1)), 413, gqlhttp.CodeBodyTooLarge},
		{get("query", `mutation { note }`), 405, gqlhttp.CodeMethodNotAllowed},
		{httptest.NewRequest(http.MethodDelete, "/graphql", nil), 405, gqlhttp.CodeMethodNotAllowed},
		{with(get("query", ticks), "Last-Event-ID", "\xff"), 400, gqlhttp.CodeBadString},
		{with(get("query", ticks), "Last-Event-ID", strings.Repeat("x", 257)), 400, gqlhttp.CodeBadString},
	} {
		a := ask(t, h, with(test.request, "Accept", "text/event-stream"))
		if a.Code != test.status || a.code() != test.code || !strings.HasPrefix(a.Header().Get("Content-Type"), plain) {
			t.Errorf("%d %s, want %d %s", a.Code, a.Body, test.status, test.code)
		}
	}
}

func TestStreamCursorIsOneLine(t *testing.T) {
	for _, cursor := range []string{"", "a\nevent: complete", "a\rb", "a\x00"} {
		synctest.Test(t, func(t *testing.T) {
			b, ended := stream(server(gqltest.New(), gqlhttp.CursorOf(func(json.RawMessage) string { return cursor })), query(`{ hello }`))
			b.expect(t, ":\n\n")
			b.expect(t, "event: next\ndata: {\"data\":{\"hello\":\"hello\"}}\n\n")
			b.expect(t, "event: complete\ndata:\n\n")
			<-ended
		})
	}
}

func TestStreamEndsWithItsClient(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		seen := ""
		ctx, leave := context.WithCancel(context.Background())
		b, ended := stream(server(ticking(make(chan int), &seen)), query(ticks).WithContext(ctx))
		b.expect(t, ":\n\n")
		leave()
		<-ended // with no complete
	})
	synctest.Test(t, func(t *testing.T) { // a broken line is found by the heart-beat
		seen := ""
		b, ended := stream(server(ticking(make(chan int), &seen)), query(ticks))
		b.expect(t, ":\n\n")
		synctest.Wait()
		b.broken.Store(true)
		start := time.Now()
		<-ended
		if took := time.Since(start); took != 15*time.Second {
			t.Errorf("ended after %v", took)
		}
	})
}

type tracker struct {
	end      func()
	session  string
	err      error
	released bool
}

func (tr *tracker) Track(session string, end func()) (func(), error) {
	tr.session, tr.end = session, end
	return func() { tr.released = true }, tr.err
}

func TestStreamIsTracked(t *testing.T) {
	session := func(r *http.Request) string { return r.Header.Get("Session") }
	synctest.Test(t, func(t *testing.T) {
		tr, seen := &tracker{}, ""
		h := server(ticking(make(chan int), &seen), gqlhttp.TrackedBy(tr, session))
		b, ended := stream(h, with(query(ticks), "Session", "s1"))
		b.expect(t, ":\n\n")
		if tr.session != "s1" || tr.released {
			t.Errorf("tracked %q, released %v", tr.session, tr.released)
		}
		tr.end()
		<-ended // no complete: the client is to come again
		tr.end()
		if !tr.released {
			t.Error("not released")
		}
	})
	for err, want := range map[error]struct {
		status int
		code   string
	}{
		gqlhttp.ErrShuttingDown:  {503, gqlhttp.CodeShuttingDown},
		errors.New("logged out"): {403, gqlhttp.CodeSessionEnded},
	} {
		schema := gqltest.New()
		h := server(schema, gqlhttp.TrackedBy(&tracker{err: err}, session))
		a := ask(t, h, with(query(`{ hello }`), "Accept", "text/event-stream"))
		if a.Code != want.status || a.code() != want.code || len(schema.Executed()) != 0 {
			t.Errorf("%v: %d %s", err, a.Code, a.Body)
		}
	}
}

// TestStreamOutlivesTheServersTimeouts runs on a real http.Server, whose time-outs are meant for short requests.
func TestStreamOutlivesTheServersTimeouts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ch, seen := make(chan int), ""
		pipes := gqltest.NewPipes()
		hs := &http.Server{
			Handler:     server(ticking(ch, &seen), gqlhttp.Heartbeat(0), gqlhttp.StreamWriteTimeout(3*time.Second)),
			ReadTimeout: 5 * time.Second, WriteTimeout: 5 * time.Second, IdleTimeout: 5 * time.Second,
		}
		served := make(chan struct{})
		go func() {
			defer close(served)
			_ = hs.Serve(pipes)
		}()
		client := &http.Client{Transport: &http.Transport{DialContext: pipes.Dial}}
		ask := func() *http.Response {
			r, _ := http.NewRequest(http.MethodGet, "http://desk.example/graphql?query="+url.QueryEscape(ticks), nil)
			r.Header.Set("Accept", "text/event-stream")
			resp, err := client.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			return resp
		}

		resp := ask()
		<-time.After(time.Hour)
		go func() {
			ch <- 1
			<-time.After(time.Hour)
			ch <- 2
			close(ch)
		}()
		body, err := io.ReadAll(resp.Body)
		if err != nil || strings.Count(string(body), "event: next") != 2 || !strings.HasSuffix(string(body), "event: complete\ndata:\n\n") {
			t.Errorf("%v: %q", err, body)
		}

		// A client that does not read is given up.
		ch = make(chan int)
		hs2 := server(ticking(ch, &seen), gqlhttp.StreamWriteTimeout(3*time.Second))
		hs.Handler = hs2
		stuck := ask()
		for range 3 {
			select { // nobody takes the rest once the first has filled the pipe
			case ch <- 1:
			case <-time.After(time.Minute):
			}
		}
		if rest, err := io.ReadAll(stuck.Body); err == nil || strings.Contains(string(rest), "event: complete") {
			t.Errorf("%v: %q", err, rest)
		}
		client.CloseIdleConnections()
		_ = hs.Close()
		<-served
	})
}

func TestStreamIsCutWhereItsSessionIsOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		asked, seen := 0, ""
		b, ended := stream(server(ticking(make(chan int), &seen), gqlhttp.Heartbeat(time.Hour), gqlhttp.RecheckStream(func(context.Context) error {
			if asked++; asked == 3 {
				return errors.New("over")
			}
			return nil
		})), query(ticks))
		b.expect(t, ":\n\n")
		start := time.Now()
		<-ended // no complete: the client is to come again
		if took := time.Since(start); took != 75*time.Second || asked != 3 {
			t.Errorf("ended after %v, asked %d times", took, asked)
		}
	})
}
