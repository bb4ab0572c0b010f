package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"xinxing/server/gqlws"
)

// patience bounds what a test waits for when something never comes.
const patience = 20 * time.Second

// socket is a websocket that speaks graphql-transport-ws.
type socket struct {
	t    testing.TB
	c    *websocket.Conn
	last int
}

// dial opens a socket without a word.
func (p *person) dial() *socket {
	p.t.Helper()
	header := http.Header{}
	if p.cookie != nil {
		header.Set("Cookie", p.cookie.Name+"="+p.cookie.Value)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c, _, err := websocket.Dial(ctx, "ws"+strings.TrimPrefix(p.h.srv.URL, "http")+"/graphql", &websocket.DialOptions{
		HTTPClient: p.h.srv.Client(), HTTPHeader: header, Subprotocols: []string{gqlws.Subprotocol},
	})
	if err != nil {
		p.t.Fatal(err)
	}
	c.SetReadLimit(1 << 20)
	p.t.Cleanup(func() { _ = c.CloseNow() })
	return &socket{t: p.t, c: c}
}

// socket opens a socket and greets.
func (p *person) socket() *socket {
	p.t.Helper()
	s := p.dial()
	s.write(vars{"type": "connection_init"})
	if m := s.read(); m.Type != "connection_ack" {
		p.t.Fatalf("got %+v, want connection_ack", m)
	}
	return s
}

func (s *socket) write(m any) {
	s.t.Helper()
	b, err := json.Marshal(m)
	if err != nil {
		s.t.Fatal(err)
	}
	s.writeRaw(string(b))
}

func (s *socket) writeRaw(text string) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := s.c.Write(ctx, websocket.MessageText, []byte(text)); err != nil {
		s.t.Fatal(err)
	}
}

type message struct {
	Type, ID string
	Payload  json.RawMessage
}

// read gives the next message that is no ping.
func (s *socket) read() message {
	s.t.Helper()
	m, err := s.tryRead()
	if err != nil {
		s.t.Fatal(err)
	}
	return m
}

func (s *socket) tryRead() (message, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for {
		_, b, err := s.c.Read(ctx)
		if err != nil {
			return message{}, err
		}
		var m message
		if err := json.Unmarshal(b, &m); err != nil {
			return m, fmt.Errorf("%w: %s", err, b)
		}
		if m.Type == "ping" {
			s.write(vars{"type": "pong"})
			continue
		}
		return m, nil
	}
}

// closed gives the code with which the server closed the socket; messages before it are passed over.
func (s *socket) closed() websocket.StatusCode {
	s.t.Helper()
	for {
		if _, err := s.tryRead(); err != nil {
			return websocket.CloseStatus(err)
		}
	}
}

// start starts an operation and gives its id.
func (s *socket) start(query string, v vars) string {
	s.t.Helper()
	s.last++
	id := fmt.Sprint(s.last)
	s.write(vars{"id": id, "type": "subscribe", "payload": vars{"query": query, "variables": v}})
	return id
}

// answer gives the first message of one operation; those of others are passed over.
func (s *socket) answer(id string) message {
	s.t.Helper()
	for {
		if m := s.read(); m.ID == id {
			return m
		}
	}
}

// next gives the data of the next result.
func (s *socket) next() map[string]any {
	s.t.Helper()
	m := s.read()
	var result struct{ Data map[string]any }
	if m.Type != "next" || json.Unmarshal(m.Payload, &result) != nil || result.Data == nil {
		s.t.Fatalf("got %s %s, want a result", m.Type, m.Payload)
	}
	return result.Data
}

// code gives the code of an operation that is refused.
func (s *socket) code() string {
	s.t.Helper()
	m := s.read()
	type coded struct{ Extensions struct{ Code string } }
	var errs []coded
	if m.Type == "next" {
		var result struct{ Errors []coded }
		if json.Unmarshal(m.Payload, &result) != nil {
			s.t.Fatalf("got %s", m.Payload)
		}
		errs = result.Errors
	} else if json.Unmarshal(m.Payload, &errs) != nil {
		s.t.Fatalf("got %s %s, want an error", m.Type, m.Payload)
	}
	if len(errs) == 0 {
		s.t.Fatalf("got %s %s, want an error", m.Type, m.Payload)
	}
	return errs[0].Extensions.Code
}

// stream is a stream of server-sent events.
type stream struct {
	t      testing.TB
	resp   *http.Response
	lines  *bufio.Reader
	cancel context.CancelFunc
}

// event is one event of a stream.
type event struct{ Name, ID, Data string }

// stream starts an operation as server-sent events, after the last event that was seen.
func (p *person) stream(query string, v vars, last string) *stream {
	p.t.Helper()
	r := p.post(query, v)
	ctx, cancel := context.WithCancel(context.Background())
	r = r.WithContext(ctx)
	r.Header.Set("Accept", "text/event-stream")
	if last != "" {
		r.Header.Set("Last-Event-ID", last)
	}
	resp, err := p.h.srv.Client().Do(r)
	if err != nil {
		cancel()
		p.t.Fatal(err)
	}
	s := &stream{t: p.t, resp: resp, lines: bufio.NewReader(resp.Body), cancel: cancel}
	p.t.Cleanup(s.close)
	return s
}

func (s *stream) close() {
	s.cancel()
	_ = s.resp.Body.Close()
}

var errStreamOver = errors.New("the stream is over")

// next gives the next event; comments are passed over.
func (s *stream) next() event {
	s.t.Helper()
	e, err := s.tryNext()
	if err != nil {
		s.t.Fatal(err)
	}
	return e
}

func (s *stream) tryNext() (event, error) {
	giveUp := time.AfterFunc(patience, s.cancel)
	defer giveUp.Stop()
	var e event
	for {
		line, err := s.lines.ReadString('\n')
		if err != nil {
			return e, errors.Join(errStreamOver, err)
		}
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ":")
		value = strings.TrimPrefix(value, " ")
		switch name {
		case "event":
			e.Name = value
		case "id":
			e.ID = value
		case "data":
			e.Data = value
		case "":
			if e.Name != "" {
				return e, nil
			}
		}
	}
}

// parse gives the data of a result.
func (s *stream) parse(e event) map[string]any {
	s.t.Helper()
	var result struct{ Data map[string]any }
	if e.Name != "next" || json.Unmarshal([]byte(e.Data), &result) != nil || result.Data == nil {
		s.t.Fatalf("got %+v, want a result", e)
	}
	return result.Data
}
