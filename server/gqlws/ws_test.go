package gqlws_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/coder/websocket"

	"xinxing/server/gqlhttp"
	"xinxing/server/gqlhttp/gqltest"
	"xinxing/server/gqlws"
)

type desk struct {
	t        *testing.T
	schema   *gqltest.Schema
	server   *handler.Server
	registry *gqlws.Registry
	client   *http.Client
}

var errStranger = errors.New("stranger")

// as reads who is calling from the header As, which stands for the cookie.
func as(r *http.Request) (context.Context, string, error) {
	if r.Header.Get("As") == "stranger" {
		return nil, "", errStranger
	}
	return r.Context(), r.Header.Get("As"), nil
}

func run(t *testing.T, opts []gqlws.Option, test func(t *testing.T, d *desk)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		d := &desk{t: t, schema: gqltest.New(), registry: gqlws.NewRegistry()}
		pipes := gqltest.NewPipes()
		transport := &http.Transport{DialContext: pipes.Dial}
		d.client = &http.Client{Transport: transport}
		srv := handler.New(d.schema)
		d.server = srv
		srv.SetRecoverFunc(func(_ context.Context, p any) error { return fmt.Errorf("recovered: %v", p) })
		srv.AddTransport(gqlws.New(d.registry, as, opts...))
		srv.AddTransport(gqlhttp.New())
		limits := gqlhttp.NewLimits(nil)
		srv.Use(limits)
		hs := &http.Server{Handler: srv}
		done := make(chan struct{})
		go func() {
			defer close(done)
			_ = hs.Serve(pipes)
		}()
		defer func() {
			transport.CloseIdleConnections()
			_ = d.registry.Shutdown(t.Context())
			_ = hs.Close()
			<-done
		}()
		test(t, d)
	})
}

type socket struct {
	t  *testing.T
	ws *websocket.Conn
}

func (d *desk) dial(header http.Header, protocols ...string) (*websocket.Conn, *http.Response, error) {
	return websocket.Dial(context.Background(), "ws://desk.example/graphql", &websocket.DialOptions{
		HTTPClient: d.client, HTTPHeader: header, Subprotocols: protocols,
	})
}

// open dials as somebody, without connection_init.
func (d *desk) open(who string) *socket {
	d.t.Helper()
	ws, _, err := d.dial(http.Header{"As": {who}}, gqlws.Subprotocol)
	if err != nil {
		d.t.Fatal(err)
	}
	ws.SetReadLimit(1 << 20)
	d.t.Cleanup(func() { _ = ws.CloseNow() })
	return &socket{d.t, ws}
}

// ready dials and initialises.
func (d *desk) ready(who string) *socket {
	d.t.Helper()
	s := d.open(who)
	s.send(`{"type":"connection_init"}`)
	s.expect(`{"type":"connection_ack"}`)
	return s
}

func (s *socket) send(raw string) {
	s.t.Helper()
	if err := s.ws.Write(context.Background(), websocket.MessageText, []byte(raw)); err != nil {
		s.t.Fatalf("send %s: %v", raw, err)
	}
}

func (s *socket) subscribe(id, query string) {
	s.t.Helper()
	payload, _ := json.Marshal(map[string]string{"query": query})
	s.send(fmt.Sprintf(`{"id":%q,"type":"subscribe","payload":%s}`, id, payload))
}

func (s *socket) read() string {
	s.t.Helper()
	_, raw, err := s.ws.Read(context.Background())
	if err != nil {
		s.t.Fatalf("read: %v", err)
	}
	return string(raw)
}

func (s *socket) expect(want string) {
	s.t.Helper()
	got := s.read()
	var a, b any
	if err := json.Unmarshal([]byte(got), &a); err != nil {
		s.t.Fatalf("not JSON: %s", got)
	}
	if err := json.Unmarshal([]byte(want), &b); err != nil {
		s.t.Fatalf("not JSON: %s", want)
	}
	if !reflect.DeepEqual(a, b) {
		s.t.Fatalf("got  %s\nwant %s", got, want)
	}
}

// expectError reads the error message of an operation and returns its extensions.
func (s *socket) expectError(id, code string) map[string]any {
	s.t.Helper()
	raw := s.read()
	var got struct {
		Type, ID string
		Payload  []struct {
			Message    string
			Extensions map[string]any
		}
	}
	if err := json.Unmarshal([]byte(raw), &got); err != nil {
		s.t.Fatalf("not an error message: %s", raw)
	}
	if got.Type != "error" || got.ID != id || len(got.Payload) == 0 || got.Payload[0].Message == "" {
		s.t.Fatalf("got %s, want an error of %s", raw, id)
	}
	if code != "" && got.Payload[0].Extensions["code"] != code {
		s.t.Fatalf("got %s, want code %s", raw, code)
	}
	return got.Payload[0].Extensions
}

// expectPong shows that the socket lives and that nothing came before the pong.
func (s *socket) expectPong() {
	s.t.Helper()
	s.send(`{"type":"ping"}`)
	s.expect(`{"type":"pong"}`)
}

func (s *socket) expectClose(code websocket.StatusCode, reason string) {
	s.t.Helper()
	_, raw, err := s.ws.Read(context.Background())
	if err == nil {
		s.t.Fatalf("got %s, want a close with %d", raw, code)
	}
	closed, ok := errors.AsType[websocket.CloseError](err)
	if !ok || closed.Code != code {
		s.t.Fatalf("got %v, want a close with %d", err, code)
	}
	if reason != "" && closed.Reason != reason {
		s.t.Fatalf("closed with reason %q, want %q", closed.Reason, reason)
	}
}

// feed is a ticks source that a test drives; stopped is closed when the subscription's context ends.
type feed struct {
	ticks   chan int
	started chan struct{}
	stopped chan struct{}
	once    sync.Once
}

func (d *desk) feed() *feed {
	f := &feed{ticks: make(chan int), started: make(chan struct{}, 1000), stopped: make(chan struct{})}
	d.schema.Ticks = func(ctx context.Context, _ string) <-chan int {
		context.AfterFunc(ctx, func() { f.once.Do(func() { close(f.stopped) }) })
		f.started <- struct{}{}
		return f.ticks
	}
	return f
}

const ticks = `subscription { ticks { n } }`

func next(id string, n int) string {
	return fmt.Sprintf(`{"type":"next","id":%q,"payload":{"data":{"ticks":{"cursor":"c%d","n":%d}}}}`, id, n, n)
}

func TestSubprotocolIsRequired(t *testing.T) {
	for _, protocols := range [][]string{nil, {"graphql-ws"}, {"graphql-ws", "soap"}} {
		run(t, nil, func(t *testing.T, d *desk) {
			ws, _, err := d.dial(nil, protocols...)
			if err != nil {
				t.Fatal(err)
			}
			(&socket{t, ws}).expectClose(gqlws.CloseSubprotocol, "Subprotocol not acceptable")
			if n := d.registry.Len(); n != 0 {
				t.Errorf("%d sockets registered", n)
			}
		})
	}
	run(t, nil, func(t *testing.T, d *desk) {
		ws, _, err := d.dial(nil, "graphql-ws", gqlws.Subprotocol)
		if err != nil {
			t.Fatal(err)
		}
		if ws.Subprotocol() != gqlws.Subprotocol {
			t.Errorf("speaks %q", ws.Subprotocol())
		}
		s := &socket{t, ws}
		s.expectPong()
		_ = ws.CloseNow()
	})
}

func TestOrigin(t *testing.T) {
	opts := []gqlws.Option{gqlws.AllowOrigins("https://partner.example")}
	for origin, allowed := range map[string]bool{
		"":                            true,
		"http://desk.example":         true,
		"https://DESK.example":        true,
		"https://partner.example":     true,
		"http://partner.example":      false,
		"https://evil.example":        false,
		"https://desk.example.evil":   false,
		"https://desk.example:8443":   false,
		"null":                        false,
		"file://desk.example":         false,
		"https://x@evil/desk.example": false,
	} {
		run(t, opts, func(t *testing.T, d *desk) {
			header := http.Header{}
			if origin != "" {
				header.Set("Origin", origin)
			}
			ws, resp, err := d.dial(header, gqlws.Subprotocol)
			if allowed {
				if err != nil {
					t.Fatalf("origin %q: %v", origin, err)
				}
				_ = ws.CloseNow()
				return
			}
			if err == nil || resp.StatusCode != http.StatusForbidden {
				t.Errorf("origin %q was let in", origin)
			}
			if resp != nil {
				_, _ = io.Copy(io.Discard, resp.Body)
			}
		})
	}
}

func TestNoSessionCloses4403(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		d.open("stranger").expectClose(gqlws.CloseForbidden, "Forbidden")
	})
}

func TestInitTimeoutCloses4408(t *testing.T) {
	run(t, []gqlws.Option{gqlws.InitTimeout(3 * time.Second)}, func(t *testing.T, d *desk) {
		start := time.Now()
		s := d.open("li")
		s.expectPong() // a ping is no init
		s.expectClose(gqlws.CloseInitTimeout, "Connection initialisation timeout")
		if took := time.Since(start); took != 3*time.Second {
			t.Errorf("closed after %v", took)
		}
	})
	run(t, []gqlws.Option{gqlws.InitTimeout(3 * time.Second)}, func(t *testing.T, d *desk) {
		s := d.ready("li")
		<-time.After(time.Minute / 4)
		s.expectPong()
	})
}

func TestSecondInitCloses4429(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		s := d.ready("li")
		s.send(`{"type":"connection_init"}`)
		s.expectClose(gqlws.CloseTooManyInits, "Too many initialisation requests")
	})
}

func TestSubscribeBeforeAckCloses4401(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		s := d.open("li")
		s.subscribe("1", `{ hello }`)
		s.expectClose(gqlws.CloseUnauthorized, "Unauthorized")
		if ran := d.schema.Executed(); len(ran) != 0 {
			t.Errorf("executed %v", ran)
		}
	})
}

func TestBadMessageCloses4400(t *testing.T) {
	for name, raw := range map[string]string{
		"empty":                  ``,
		"no JSON":                `{"type":`,
		"trailing":               `{"type":"ping"}{}`,
		"null":                   `null`,
		"string":                 `"ping"`,
		"list":                   `[{"type":"ping"}]`,
		"no type":                `{}`,
		"type null":              `{"type":null}`,
		"type number":            `{"type":1}`,
		"type in capitals":       `{"Type":"ping"}`,
		"unknown type":           `{"type":"start","id":"1","payload":{"query":"{ hello }"}}`,
		"terminate":              `{"type":"connection_terminate"}`,
		"server's ack":           `{"type":"connection_ack"}`,
		"server's next":          `{"type":"next","id":"1","payload":{}}`,
		"server's error":         `{"type":"error","id":"1","payload":[]}`,
		"ping with string":       `{"type":"ping","payload":"x"}`,
		"pong with list":         `{"type":"pong","payload":[]}`,
		"subscribe without id":   `{"type":"subscribe","payload":{"query":"{ hello }"}}`,
		"subscribe id empty":     `{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}`,
		"subscribe id number":    `{"type":"subscribe","id":1,"payload":{"query":"{ hello }"}}`,
		"subscribe id null":      `{"type":"subscribe","id":null,"payload":{"query":"{ hello }"}}`,
		"subscribe id surrogate": `{"type":"subscribe","id":"\ud800","payload":{"query":"{ hello }"}}`,
		"subscribe id too long":  `{"type":"subscribe","id":"` + strings.Repeat("x", 257) + `","payload":{"query":"{ hello }"}}`,
		"subscribe no payload":   `{"type":"subscribe","id":"1"}`,
		"subscribe null payload": `{"type":"subscribe","id":"1","payload":null}`,
		"subscribe list":         `{"type":"subscribe","id":"1","payload":[{"query":"{ hello }"}]}`,
		"subscribe no query":     `{"type":"subscribe","id":"1","payload":{}}`,
		"query number":           `{"type":"subscribe","id":"1","payload":{"query":1}}`,
		"variables list":         `{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":[]}}`,
		"operationName number":   `{"type":"subscribe","id":"1","payload":{"query":"{ hello }","operationName":1}}`,
		"extensions string":      `{"type":"subscribe","id":"1","payload":{"query":"{ hello }","extensions":"x"}}`,
		"complete without id":    `{"type":"complete"}`,
		"complete id number":     `{"type":"complete","id":1}`,
		"not UTF-8":              "{\"type\":\"ping\",\"payload\":{\"a\":\"\xff\"}}",
	} {
		t.Run(name, func(t *testing.T) {
			run(t, nil, func(t *testing.T, d *desk) {
				s := d.ready("li")
				s.send(raw)
				s.expectClose(gqlws.CloseBadMessage, "")
				if ran := d.schema.Executed(); len(ran) != 0 {
					t.Errorf("executed %v", ran)
				}
			})
		})
	}
	t.Run("init with list", func(t *testing.T) {
		run(t, nil, func(t *testing.T, d *desk) {
			s := d.open("li")
			s.send(`{"type":"connection_init","payload":[]}`)
			s.expectClose(gqlws.CloseBadMessage, "")
		})
	})
	t.Run("binary", func(t *testing.T) {
		run(t, nil, func(t *testing.T, d *desk) {
			s := d.ready("li")
			if err := s.ws.Write(context.Background(), websocket.MessageBinary, []byte(`{"type":"ping"}`)); err != nil {
				t.Fatal(err)
			}
			s.expectClose(gqlws.CloseBadMessage, "Binary messages are not accepted")
		})
	})
}

func TestCloseReasonNeverEchoes(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		s := d.ready("li")
		s.send(`{"type":"wanggang-13800138000"}`)
		_, _, err := s.ws.Read(context.Background())
		if closed, ok := errors.AsType[websocket.CloseError](err); !ok || strings.Contains(closed.Reason, "138") {
			t.Errorf("closed with %v", err)
		}
	})
}

func TestMessageTooBigCloses1009(t *testing.T) {
	run(t, []gqlws.Option{gqlws.MaxMessage(1000)}, func(t *testing.T, d *desk) {
		s := d.ready("li")
		s.send(`{"type":"ping"` + strings.Repeat(" ", 1000-len(`{"type":"ping"}`)) + `}`)
		s.expect(`{"type":"pong"}`)
		done := make(chan struct{})
		go func() {
			defer close(done)
			_ = s.ws.Write(context.Background(), websocket.MessageText, make([]byte, 300_000))
		}()
		s.expectClose(websocket.StatusMessageTooBig, "Message too big")
		<-done
	})
}

func TestLargeMessagesAreTaken(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		s := d.ready("li")
		name := strings.Repeat("x", 200_000)
		s.subscribe("a", `{ hello(name: "`+name+`") }`)
		s.expect(`{"type":"next","id":"a","payload":{"data":{"hello":"hello ` + name + `"}}}`)
		s.expect(`{"type":"complete","id":"a"}`)
	})
}

func TestDuplicateIDCloses4409(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		f := d.feed()
		s := d.ready("li")
		s.subscribe("one", ticks)
		<-f.started
		s.subscribe("one", `{ hello }`)
		s.expectClose(gqlws.CloseSubscriberExists, "Subscriber for one already exists")
		<-f.stopped
		if ran := d.schema.Executed(); len(ran) != 0 {
			t.Errorf("executed %v", ran)
		}
	})
	run(t, nil, func(t *testing.T, d *desk) {
		f := d.feed()
		s := d.ready("li")
		id := strings.Repeat("x", 200)
		s.subscribe(id, ticks)
		<-f.started
		s.subscribe(id, ticks)
		s.expectClose(gqlws.CloseSubscriberExists, "Subscriber already exists")
	})
}

func TestIDIsFreeAgainAfterItsEnd(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		s := d.ready("li")
		for range 3 {
			s.subscribe("1", `{ hello }`)
			s.expect(`{"type":"next","id":"1","payload":{"data":{"hello":"hello"}}}`)
			s.expect(`{"type":"complete","id":"1"}`)
		}
		f := d.feed()
		for range 3 {
			s.subscribe("1", ticks)
			<-f.started
			s.send(`{"type":"complete","id":"1"}`)
		}
		s.subscribe("1", `{ nope }`)
		s.expectError("1", "GRAPHQL_VALIDATION_FAILED")
		s.subscribe("1", `mutation { note(text: "x") }`)
		s.expect(`{"type":"next","id":"1","payload":{"data":{"note":"x"}}}`)
		s.expect(`{"type":"complete","id":"1"}`)
	})
}

func TestPingPong(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		s := d.open("li")
		s.expectPong() // before the init too
		s.send(`{"type":"ping","payload":{"at":[1,"二"]}}`)
		s.expect(`{"type":"pong","payload":{"at":[1,"二"]}}`)
		s.send(`{"type":"pong"}`)
		s.send(`{"type":"pong","payload":{"a":1}}`)
		s.send(`{"type":"ping","payload":null}`)
		s.expect(`{"type":"pong"}`)
		s.send(`{"type":"complete","id":"unknown"}`)
		s.expectPong()
	})
}

func TestOperations(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		s := d.ready("li")
		s.send(`{"type":"subscribe","id":"q","payload":{"query":"query A { hello } query B($n: String) { b: hello(name: $n) }","operationName":"B","variables":{"n":"王"}}}`)
		s.expect(`{"type":"next","id":"q","payload":{"data":{"b":"hello 王"}}}`)
		s.expect(`{"type":"complete","id":"q"}`)

		s.subscribe("f", `{ fail hello }`) // an execution error is a result
		s.expect(`{"type":"next","id":"f","payload":{"errors":[{"message":"it failed"}],"data":{"fail":null,"hello":"hello"}}}`)
		s.expect(`{"type":"complete","id":"f"}`)

		s.subscribe("p", `{`) // a request error ends the operation, with nothing after it
		s.expectError("p", "GRAPHQL_PARSE_FAILED")
		s.expectPong()

		s.subscribe("n", `subscription { refused { n } }`) // so does a source that fails
		s.expectError("n", "")
		s.expectPong()

		for _, query := range []string{`{ panic }`, `subscription { panics { n } }`} {
			s.subscribe("x", query) // the process lives on
			s.expectError("x", "")
			s.expectPong()
		}
	})
}

func TestSubscriptionStreamsInOrder(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		f := d.feed()
		s := d.ready("li")
		s.subscribe("a", ticks)
		<-f.started
		go func() {
			for n := range 100 {
				f.ticks <- n
			}
			close(f.ticks)
		}()
		for n := range 100 {
			s.expect(next("a", n))
		}
		s.expect(`{"type":"complete","id":"a"}`)
		s.expectPong()
	})
}

func TestCompleteCancelsTheOperation(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		f := d.feed()
		s := d.ready("li")
		s.subscribe("a", ticks)
		<-f.started
		f.ticks <- 1
		s.expect(next("a", 1))
		s.send(`{"type":"complete","id":"a"}`)
		<-f.stopped
		s.expectPong() // and no complete comes back
	})
}

func TestClientsCloseCancelsEverything(t *testing.T) {
	for name, leave := range map[string]func(*socket){
		"close": func(s *socket) { _ = s.ws.Close(websocket.StatusNormalClosure, "") },
		"cut":   func(s *socket) { _ = s.ws.CloseNow() },
	} {
		t.Run(name, func(t *testing.T) {
			run(t, nil, func(t *testing.T, d *desk) {
				f := d.feed()
				s := d.ready("li")
				s.subscribe("a", ticks)
				s.subscribe("b", `{ block }`)
				<-f.started
				leave(s)
				<-f.stopped
				synctest.Wait()
				if n := d.registry.Len(); n != 0 {
					t.Errorf("%d sockets registered", n)
				}
			})
		})
	}
}

func TestTooManySubscriptions(t *testing.T) {
	run(t, []gqlws.Option{gqlws.MaxOperations(2)}, func(t *testing.T, d *desk) {
		f := d.feed()
		s := d.ready("li")
		s.subscribe("a", ticks)
		s.subscribe("b", ticks)
		<-f.started
		<-f.started
		s.subscribe("c", ticks)
		if limit := s.expectError("c", gqlws.CodeTooManySubscriptions)["limit"]; limit != 2.0 {
			t.Errorf("limit %v", limit)
		}
		s.expectPong()
		s.send(`{"type":"complete","id":"a"}`)
		s.subscribe("c", ticks) // there is room again
		<-f.started
		f.ticks <- 7
		if got := s.read(); !strings.Contains(got, `"type":"next"`) {
			t.Errorf("got %s", got)
		}
	})
}

// TestCancelledOperationsDoNotPileUp has sources that do not notice that they were cancelled.
func TestCancelledOperationsDoNotPileUp(t *testing.T) {
	run(t, []gqlws.Option{gqlws.MaxOperations(2)}, func(t *testing.T, d *desk) {
		gate, started := make(chan struct{}), make(chan struct{})
		d.schema.Ticks = func(context.Context, string) <-chan int {
			started <- struct{}{}
			<-gate
			return make(chan int)
		}
		s := d.ready("li")
		for range 4 {
			s.subscribe("a", ticks)
			<-started
			s.send(`{"type":"complete","id":"a"}`)
		}
		s.subscribe("a", ticks)
		s.expectError("a", gqlws.CodeTooManySubscriptions)
		close(gate)
		synctest.Wait()
		for range 10 {
			s.subscribe("a", ticks)
			<-started
			s.send(`{"type":"complete","id":"a"}`)
			synctest.Wait()
		}
		s.expectPong()
	})
}

func TestNothingFollowsTheClientsComplete(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		produced, hold := make(chan struct{}), make(chan struct{})
		d.server.AroundResponses(func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
			resp := next(ctx)
			produced <- struct{}{}
			<-hold
			return resp
		})
		f := d.feed()
		s := d.ready("li")
		for _, document := range []string{ticks, `{ hello }`} {
			s.subscribe("a", document)
			if document == ticks {
				f.ticks <- 1
			}
			<-produced // there is a result, which has not been sent
			s.send(`{"type":"complete","id":"a"}`)
			s.expectPong()
			hold <- struct{}{}
			synctest.Wait()
			s.expectPong()
		}
	})
}

func TestStringsAndLimitsHoldOnTheSocket(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		s := d.ready("li")
		const find = `"query":"query($i: FindInput) { find(input: $i) }"`
		for _, bad := range []string{`\u0000`, `\u001b`, `\ud800`, `\udc00x`, `\b`, `\u0085`} {
			s.send(`{"type":"subscribe","id":"1","payload":{` + find + `,"variables":{"i":{"tags":["ok","` + bad + `"]}}}}`)
			if field := s.expectError("1", gqlhttp.CodeBadString)["field"]; field != "variables.i.tags.1" {
				t.Errorf("%s: field %v", bad, field)
			}
		}
		s.send(`{"type":"subscribe","id":"1","payload":{"query":"{ hello(name: \"\\u0000\") }"}}`)
		s.expectError("1", gqlhttp.CodeBadString)
		s.subscribe("1", "{"+strings.Repeat(" hello", 1001)+"}")
		s.expectError("1", gqlhttp.CodeTooManyTokens)
		s.subscribe("1", strings.Repeat("{ node ", 1)+strings.Repeat("{ child ", 12)+"{ id }"+strings.Repeat("}", 13))
		s.expectError("1", gqlhttp.CodeTooDeep)
		s.subscribe("1", `{ __schema { types { name } } }`)
		s.expectError("1", gqlhttp.CodeIntrospectionDisabled)
		s.send(`{"type":"subscribe","id":"1","payload":{` + find + `,"variables":{"i":` +
			strings.Repeat(`{"deeper":`, 40) + `null` + strings.Repeat(`}`, 40) + `}}}`)
		s.expectError("1", gqlhttp.CodeBodyTooDeep)
		s.expectPong()
		if ran := d.schema.Executed(); len(ran) != 0 {
			t.Errorf("executed %v", ran)
		}
		start := time.Now()
		s.subscribe("1", `{ block }`)
		s.expect(`{"type":"next","id":"1","payload":{"data":null,"errors":[{"message":"The operation took too long and was stopped.","extensions":{"code":"OPERATION_TIMEOUT"}}]}}`)
		s.expect(`{"type":"complete","id":"1"}`)
		if took := time.Since(start); took != gqlhttp.PublicBounds().Timeout {
			t.Errorf("stopped after %v", took)
		}
	})
}

func TestShutdownCloses1001(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		f := d.feed()
		a, b := d.ready("li"), d.open("wang")
		a.subscribe("a", ticks)
		<-f.started
		done := make(chan error)
		go func() { done <- d.registry.Shutdown(context.Background()) }()
		a.expectClose(websocket.StatusGoingAway, "The server is shutting down")
		b.expectClose(websocket.StatusGoingAway, "The server is shutting down")
		if err := <-done; err != nil {
			t.Error(err)
		}
		<-f.stopped
		d.open("zhao").expectClose(websocket.StatusGoingAway, "")
		if _, err := d.registry.Track("", func() {}); !errors.Is(err, gqlhttp.ErrShuttingDown) {
			t.Errorf("Track: %v", err)
		}
	})
}

func TestShutdownGivesUpWithItsContext(t *testing.T) {
	r := gqlws.NewRegistry()
	ended := false
	release, err := r.Track("li", func() { ended = true })
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := r.Shutdown(ctx); !errors.Is(err, context.Canceled) || !ended {
		t.Errorf("err %v, ended %v", err, ended)
	}
	release()
	release()
	if err := r.Shutdown(context.Background()); err != nil {
		t.Error(err)
	}
}

func TestLogoutClosesTheSessionsSockets(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		f := d.feed()
		one, two, other, nobody := d.ready("li"), d.open("li"), d.ready("wang"), d.ready("")
		one.subscribe("a", ticks)
		<-f.started
		streamEnded := false
		release, err := d.registry.Track("li", func() { streamEnded = true })
		if err != nil {
			t.Fatal(err)
		}
		defer release()
		synctest.Wait() // an upgrade is answered before it is registered
		if n := d.registry.CloseSession("li"); n != 3 {
			t.Errorf("closed %d", n)
		}
		if n := d.registry.CloseSession(""); n != 0 {
			t.Errorf("closed %d of nobody's", n)
		}
		one.expectClose(gqlws.CloseForbidden, "The session has ended")
		two.expectClose(gqlws.CloseForbidden, "The session has ended")
		<-f.stopped
		if !streamEnded {
			t.Error("the event stream goes on")
		}
		other.expectPong()
		nobody.expectPong()

		// An upgrade that was authenticated just before the logout comes too late.
		d.open("li").expectClose(gqlws.CloseForbidden, "The session has ended")
		if _, err := d.registry.Track("li", func() {}); !errors.Is(err, gqlws.ErrSessionEnded) {
			t.Errorf("Track: %v", err)
		}
		d.ready("wang").expectPong()
	})
	run(t, nil, func(t *testing.T, d *desk) {
		d.registry.CloseSession("li")
		<-time.After(time.Minute)
		d.registry.CloseSession("wang") // forgets the old one
		d.ready("li").expectPong()
	})
}

func TestStuckClientDelaysNobodyAndMustResync(t *testing.T) {
	opts := []gqlws.Option{gqlws.Queue(10, 1<<20), gqlws.WriteTimeout(8 * time.Second)}
	t.Run("slow", func(t *testing.T) {
		run(t, opts, func(t *testing.T, d *desk) {
			feeds := map[string]chan int{"slow": make(chan int), "quick": make(chan int)}
			d.schema.Ticks = func(_ context.Context, after string) <-chan int { return feeds[after] }
			slow, quick := d.ready("li"), d.ready("wang")
			slow.subscribe("s", `subscription { ticks(after: "slow") { n } }`)
			quick.subscribe("q", `subscription { ticks(after: "quick") { n } }`)
			start := time.Now()
			// One message is on its way, ten wait, the twelfth is too many; nobody reads.
			for n := range 12 {
				feeds["slow"] <- n
				feeds["quick"] <- n
				quick.expect(next("q", n))
				synctest.Wait()
			}
			if took := time.Since(start); took != 0 {
				t.Errorf("the quick one waited %v", took)
			}
			slow.expect(next("s", 0)) // was on its way
			slow.expectClose(gqlws.CloseResync, "Too slow: reconnect and resume from your cursor")
			quick.expectPong()
		})
	})
	t.Run("bytes", func(t *testing.T) {
		run(t, []gqlws.Option{gqlws.Queue(1000, 200)}, func(t *testing.T, d *desk) {
			f := d.feed()
			s := d.ready("li")
			s.subscribe("s", ticks)
			for n := range 5 { // of 74 bytes: one on its way, one next, two of 148 behind, the fifth is too much
				f.ticks <- n
				synctest.Wait()
			}
			s.expect(next("s", 0))
			s.expectClose(gqlws.CloseResync, "")
		})
	})
	t.Run("one large message passes", func(t *testing.T) {
		run(t, []gqlws.Option{gqlws.Queue(1000, 200)}, func(t *testing.T, d *desk) {
			s := d.ready("li")
			name := strings.Repeat("x", 5000)
			s.subscribe("s", `{ hello(name: "`+name+`") }`)
			s.expect(`{"type":"next","id":"s","payload":{"data":{"hello":"hello ` + name + `"}}}`)
			s.expect(`{"type":"complete","id":"s"}`)
		})
	})
	for name, queue := range map[string]gqlws.Option{"bytes": gqlws.Queue(3, 200), "messages": gqlws.Queue(1, 1<<20)} {
		t.Run("results of queries wait for each other: "+name, func(t *testing.T) {
			run(t, []gqlws.Option{queue}, func(t *testing.T, d *desk) {
				s := d.ready("li")
				const many = 20
				for n := range many {
					s.subscribe(fmt.Sprint(n), `{ hello(name: "`+strings.Repeat("x", 5000)+`") }`)
				}
				synctest.Wait()
				completed := 0
				for completed < many {
					if strings.Contains(s.read(), `"type":"complete"`) {
						completed++
					}
				}
				s.expectPong()
			})
		})
	}
	t.Run("dead", func(t *testing.T) {
		run(t, opts, func(t *testing.T, d *desk) {
			f := d.feed()
			s := d.ready("li")
			s.subscribe("s", ticks)
			<-f.started
			start := time.Now()
			f.ticks <- 1 // nobody reads it
			<-f.stopped
			synctest.Wait()
			if took := time.Since(start); took != 8*time.Second {
				t.Errorf("cut after %v", took)
			}
			if n := d.registry.Len(); n != 0 {
				t.Errorf("%d sockets registered", n)
			}
		})
	})
}

func TestServerPings(t *testing.T) {
	opts := []gqlws.Option{gqlws.PingEvery(20 * time.Second)}
	t.Run("an answer keeps the socket", func(t *testing.T) {
		run(t, opts, func(t *testing.T, d *desk) {
			start := time.Now()
			s := d.ready("li")
			for range 5 {
				s.expect(`{"type":"ping"}`)
				s.send(`{"type":"pong"}`)
			}
			if took := time.Since(start); took != 100*time.Second {
				t.Errorf("five pings took %v", took)
			}
			s.expectPong()
		})
	})
	t.Run("silence closes 4291", func(t *testing.T) {
		run(t, opts, func(t *testing.T, d *desk) {
			s := d.ready("li")
			s.expect(`{"type":"ping"}`)
			s.expectClose(gqlws.CloseNoPong, "No answer to ping")
		})
	})
}

func TestRecheckCloses4403(t *testing.T) {
	asked := 0
	opts := []gqlws.Option{gqlws.PingEvery(20 * time.Second), gqlws.Recheck(func(ctx context.Context) error {
		if ctx.Err() != nil {
			t.Error("the context has ended")
		}
		if asked++; asked == 2 {
			return errStranger
		}
		return nil
	})}
	run(t, opts, func(t *testing.T, d *desk) {
		s := d.ready("li")
		s.expect(`{"type":"ping"}`)
		s.send(`{"type":"pong"}`)
		s.expectClose(gqlws.CloseForbidden, "The session has ended")
	})
}

func TestIdleSubscriberCostsTwoGoroutines(t *testing.T) {
	run(t, nil, func(t *testing.T, d *desk) {
		f := d.feed()
		const sockets = 50
		before := runtime.NumGoroutine()
		for range sockets {
			s := d.ready("li")
			s.subscribe("s", ticks)
			<-f.started
		}
		synctest.Wait()
		if each := float64(runtime.NumGoroutine()-before) / sockets; each > 2.2 {
			t.Errorf("%.1f goroutines for each idle subscriber", each)
		}
	})
}
