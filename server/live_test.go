package main

import (
	"fmt"
	"slices"
	"testing"

	"xinxing/ent/caseevent"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
)

const (
	deskEvents     = `subscription($after: Cursor) { deskEvents(after: $after) { cursor eventId kind caseId receiptNo actorId responsibleId forViewer } }`
	deadlineEvents = `subscription($after: Cursor) { deadlineEvents(after: $after) { cursor eventId kind caseId title dueAt responsible { name } } }`
	caseEvents     = `subscription($id: ID!, $after: Cursor) { caseEvents(caseId: $id, after: $after) { cursor id kind caseId number actor { name } responsible { name } case { status } } }`
)

// listener hears a feed by one of the two ways, and after a cut goes on from the last cursor.
type listener struct {
	t     testing.TB
	field string
	query string
	v     vars
	// heard are the events' ids in the order in which they came; last is the last cursor.
	heard []string
	last  string

	socket *socket
	stream *stream
}

func listen(t testing.TB, field, query string, v vars) *listener {
	return &listener{t: t, field: field, query: query, v: v}
}

// onSocket listens over a websocket; after a cut the cursor goes along as a variable.
func (l *listener) onSocket(p *person) {
	l.t.Helper()
	l.cut()
	v := vars{}
	for name, value := range l.v {
		v[name] = value
	}
	if l.last != "" {
		v["after"] = l.last
	}
	l.socket = p.socket()
	l.socket.start(l.query, v)
}

// onStream listens by server-sent events; after a cut the cursor goes along as Last-Event-ID.
func (l *listener) onStream(p *person) {
	l.t.Helper()
	l.cut()
	v := vars{}
	for name, value := range l.v {
		if name != "after" || l.last == "" {
			v[name] = value
		}
	}
	l.stream = p.stream(l.query, v, l.last)
}

func (l *listener) cut() {
	if l.socket != nil {
		_ = l.socket.c.CloseNow()
	}
	if l.stream != nil {
		l.stream.close()
	}
	l.socket, l.stream = nil, nil
}

// hear waits for n events.
func (l *listener) hear(n int) {
	l.t.Helper()
	for range n {
		l.one()
	}
}

func (l *listener) one() map[string]any {
	l.t.Helper()
	var data map[string]any
	if l.socket != nil {
		data = l.socket.next()
	} else {
		e := l.stream.next()
		data = l.stream.parse(e)
		if of, ok := data[l.field].(map[string]any); ok && of["cursor"] != e.ID {
			l.t.Errorf("the event's id %q is not its cursor %v", e.ID, of["cursor"])
		}
	}
	e, ok := data[l.field].(map[string]any)
	if !ok {
		l.t.Fatalf("got %v", data)
	}
	id, _ := e["eventId"].(string)
	if id == "" {
		id, _ = e["id"].(string)
	}
	l.heard, l.last = append(l.heard, id), e["cursor"].(string)
	return e
}

// journalOf gives the ids of the entries of a community's journal for which which holds, in order.
func journalOf(h *house, community string, which func(kind string, audience []string, alarm bool) bool) []string {
	var ids []string
	for _, e := range h.Desk.Store.Read().CaseEvent.Query().Where(caseevent.CommunityID(community)).Order(caseevent.ByID()).AllX(h.System()) {
		if which(string(e.Kind), e.Audience, e.AlarmKind != nil) {
			ids = append(ids, service.EventKey(e.ID))
		}
	}
	return ids
}

func everything(string, []string, bool) bool { return true }

// Each event once and in order, whatever is cut: the socket, the stream, the site itself.
func TestLive_DeskEventsSurviveEveryCut(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk, other, neighbour := h.as("clerk-a"), h.as("clerk-b"), h.as("neighbour")
		over := map[string]*listener{
			"socket": listen(t, "deskEvents", deskEvents, vars{"after": zeroCursor}),
			"stream": listen(t, "deskEvents", deskEvents, vars{"after": zeroCursor}),
			"both":   listen(t, "deskEvents", deskEvents, vars{"after": zeroCursor}),
		}
		n := 0
		again := func(round int) {
			over["socket"].onSocket(clerk)
			over["stream"].onStream(clerk)
			if round%2 == 0 {
				over["both"].onSocket(clerk)
			} else {
				over["both"].onStream(clerk)
			}
		}
		happen := func(k int) { // k events, with some next door between them
			for i := range k {
				if i%2 == 0 {
					other.opens(nil)
				} else {
					m := clerk.opens(nil)
					clerk.acts(&m, resolve, vars{"outcome": "当场答复"})
					n++
				}
				n++
				neighbour.opens(nil)
			}
		}
		for round := range 4 {
			happen(2) // while nobody listens
			again(round)
			happen(1 + round) // while they listen
			for _, l := range over {
				l.hear(n - len(l.heard))
			}
			happen(round)
			for _, l := range over {
				l.cut()
			}
		}
		// The site stops and starts again on the same database; the same cookie, the same cursor.
		again(0)
		happen(1)
		for _, l := range over {
			l.hear(n - len(l.heard))
		}
		h.stop()
		restarted := serve(t, h.Again(t))
		moved := func(p *person) *person { return &person{h: restarted, t: t, login: p.login, cookie: p.cookie} }
		clerk, other, neighbour = moved(clerk), moved(other), moved(neighbour)
		happen(3)
		again(1)
		happen(2)
		want := journalOf(restarted, h.Community, everything)
		for name, l := range over {
			l.hear(n - len(l.heard))
			if !slices.Equal(l.heard, want) || len(want) != n {
				t.Errorf("%s: heard\n%v, the journal holds\n%v", name, l.heard, want)
			}
		}
	})
}

// Warnings go to those whom they address, each once, those missed first.
func TestF8_T7_DeadlineEventsResume(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		first := h.as("clerk-c")
		l := listen(t, "deadlineEvents", deadlineEvents, vars{"after": zeroCursor})
		boss := listen(t, "deadlineEvents", deadlineEvents, vars{"after": zeroCursor})
		nobody := listen(t, "deadlineEvents", deadlineEvents, vars{"after": zeroCursor})
		at, desk := h.At, h.Desk
		fire := func(instant string) {
			t.Helper()
			at(instant)
			if _, err := desk.FireDue(h.System()); err != nil {
				t.Fatal(err)
			}
		}
		first.opens(nil)
		promised := first.opens(vars{"itemId": h.Items["SQ-01"].ID})
		first.acts(&promised, promise, vars{"workingDays": 2, "toldWay": "BY_PHONE"}) // due on Saturday the 28th, which is worked
		l.onSocket(first)
		who := func(login string) func(string, []string, bool) bool {
			return func(_ string, audience []string, alarm bool) bool {
				return alarm && slices.Contains(audience, h.Staff[login].ID)
			}
		}
		want := func() []string { return journalOf(h, h.Community, who("clerk-c")) }

		fire("2026-02-26 16:59") // F8 near, and the promise is two days away
		if len(want()) == 0 {
			t.Fatal("nothing fell")
		}
		l.hear(len(want()))
		l.cut()
		fire("2026-02-26 18:00") // F8 has passed
		h.At("2026-02-27 08:00")
		first = h.as("clerk-c") // a new day, a new sign-in
		l.onStream(first)
		l.hear(len(want()) - len(l.heard))
		l.cut()
		fire("2026-02-27 16:59")
		h.stop()
		restarted := serve(t, h.Again(t))
		desk = restarted.Desk
		fire("2026-02-28 17:30") // the promise has passed, while the site stood still
		first = restarted.as("clerk-c")
		l.onSocket(first)
		leader, clerk := restarted.as("leader"), restarted.as("clerk-a")
		boss.onSocket(leader)
		nobody.onSocket(clerk)
		l.hear(len(want()) - len(l.heard))
		if got := want(); !slices.Equal(l.heard, got) || len(got) < 6 {
			t.Errorf("heard %v, want %v", l.heard, got)
		}
		up := journalOf(h, h.Community, who("leader"))
		boss.hear(len(up))
		if !slices.Equal(boss.heard, up) || len(up) == 0 || len(up) >= len(l.heard) {
			t.Errorf("the superior heard %v, want %v", boss.heard, up)
		}
		// 安晓梅 was addressed by none of them: the first that she hears is her own.
		mine := clerk.opens(nil)
		fire("2026-03-02 17:30")
		if e := nobody.one(); e["caseId"] != mine.ID {
			t.Errorf("heard of %v, which is not addressed to her", e)
		}
		// The list of warnings tells the same, newest first.
		listed := restarted.as("clerk-c").must(`{ myWarnings(first: 100) { eventId } }`, nil).list("myWarnings")
		var ids []string
		for _, w := range listed {
			ids = append(ids, w.(map[string]any)["eventId"].(string))
		}
		slices.Reverse(ids)
		if !slices.Equal(ids, want()) {
			t.Errorf("listed %v, want %v", ids, want())
		}
	})
}

func TestLive_CaseEventsOfThisCaseOnly(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("clerk-a")
		m, noise := clerk.opens(nil), clerk.opens(nil)
		l := listen(t, "caseEvents", caseEvents, vars{"id": m.ID, "after": zeroCursor})
		l.onSocket(clerk)
		s := listen(t, "caseEvents", caseEvents, vars{"id": m.ID, "after": zeroCursor})
		s.onStream(h.as("leader"))
		clerk.acts(&noise, resolve, vars{"outcome": "好"})
		clerk.acts(&m, promise, vars{"workingDays": 3, "toldWay": "BY_PHONE", "itemId": h.Items["ZX-01"].ID})
		clerk.acts(&m, offer, vars{"toStaffId": h.Staff["clerk-b"].ID, "explanation": "请续办"})
		for _, who := range []*listener{l, s} {
			for i, want := range []string{"CASE_OPENED", "PROMISED", "HAND_OVER_OFFERED"} {
				e := who.one()
				if e["kind"] != want || e["caseId"] != m.ID || e["number"] != float64(i+1) {
					t.Errorf("event %d: %v, want %s", i+1, e, want)
				}
				if actor := e["actor"].(map[string]any)["name"]; actor != "安晓梅" {
					t.Errorf("actor %v", actor)
				}
			}
		}
		// Until it is accepted it stays the giver's (F10); the receiver hears that it is offered to them.
		receiver := listen(t, "deskEvents", deskEvents, vars{"after": zeroCursor})
		receiver.onSocket(h.as("clerk-b"))
		var offered map[string]any
		for offered == nil {
			if e := receiver.one(); e["kind"] == "HAND_OVER_OFFERED" {
				offered = e
			}
		}
		if offered["forViewer"] != true || offered["responsibleId"] != h.Staff["clerk-a"].ID {
			t.Errorf("%v", offered)
		}
		for _, id := range []string{"", "cas_none", h.Staff["clerk-a"].ID} {
			s := clerk.socket()
			s.start(caseEvents, vars{"id": id})
			if got := s.code(); got != "NOT_FOUND" {
				t.Errorf("%q: %s", id, got)
			}
		}
		for _, after := range []string{"nonsense", service.EventCursor(-5), "ZXw5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk"} {
			s := clerk.socket()
			s.start(deskEvents, vars{"after": after})
			if got := s.code(); got != "BAD_INPUT" {
				t.Errorf("after %q: %s", after, got)
			}
		}
	})
}

// A subscriber far behind gets all of it, though far more than the feed keeps in memory.
func TestLive_FarBehind(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	clerk := h.as("clerk-a")
	const n = 1100
	for i := range n {
		h.opensBelow(i)
	}
	l := listen(t, "deskEvents", deskEvents, vars{"after": zeroCursor})
	l.onStream(clerk)
	l.hear(n)
	if want := journalOf(h, h.Community, everything); !slices.Equal(l.heard, want) {
		t.Errorf("heard %d events, want %d", len(l.heard), len(want))
	}
}

// opensBelow opens a case without the way over HTTP.
func (h *house) opensBelow(i int) {
	h.t.Helper()
	_, err := h.Desk.OpenCase(h.As("clerk-a"), service.OpenCaseInput{
		Channel: "PHONE", Anonymous: true, Situation: "来电", Demand: fmt.Sprintf("第%d件", i), ClientMutationID: servicetest.ID(),
	})
	if err != nil {
		h.t.Fatal(err)
	}
}
