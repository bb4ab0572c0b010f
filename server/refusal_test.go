package main

import (
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
)

func TestRefusal_TellsCodeClauseFieldAndFacts(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("clerk-a")
		m := clerk.opens(vars{"itemId": h.Items["SQ-01"].ID})
		in := func(more vars) vars {
			all := vars{"caseId": m.ID, "version": m.Version, "clientMutationId": h.ID()}
			for k, v := range more {
				all[k] = v
			}
			return vars{"input": all}
		}
		a := clerk.ask(promise, in(vars{"workingDays": 11, "toldWay": "BY_PHONE"}))
		if a.status != http.StatusOK || a.at("promiseCase") != nil || len(a.Errors) != 1 {
			t.Fatalf("%d %s", a.status, a.body)
		}
		e := a.Errors[0]
		if e.Extensions["code"] != "LIMIT_EXCEEDED" || e.Extensions["clause"] != "F5" || e.Extensions["field"] != "workingDays" || e.Extensions["limit"] != 10.0 ||
			len(e.Path) != 1 || e.Path[0] != "promiseCase" {
			t.Errorf("%s", a.body)
		}
		for name, r := range map[string]struct {
			a                   *reply
			code, clause, field string
		}{
			"no demand":       {clerk.ask(openCase, vars{"input": clerk.contact(vars{"demand": "  "})}), "NEEDS_SITUATION", "F3", "demand"},
			"in the future":   {clerk.ask(openCase, vars{"input": clerk.contact(vars{"contactAt": "2026-02-26T10:00:00+08:00"})}), "BAD_INPUT", "F1", "contactAt"},
			"too early":       {clerk.ask(offer, in(vars{"toStaffId": h.Staff["clerk-b"].ID, "explanation": "x"})), "REFUSED_STATE", "F10", ""},
			"no outcome":      {clerk.ask(resolve, in(vars{"outcome": " "})), "NEEDS_REASON", "", "outcome"},
			"no case":         {clerk.ask(resolve, vars{"input": vars{"caseId": "cas_none", "version": 1, "outcome": "x", "clientMutationId": h.ID()}}), "NOT_FOUND", "", "caseId"},
			"another's case":  {h.as("clerk-b").ask(resolve, in(vars{"outcome": "x"})), "NOT_RESPONSIBLE", "", ""},
			"no mutation id":  {clerk.ask(openCase, vars{"input": clerk.contact(vars{"clientMutationId": strings.Repeat("x", 101)})}), "TOO_LONG", "", "clientMutationId"},
			"nobody":          {h.public().ask(openCase, vars{"input": clerk.contact(nil)}), "UNAUTHENTICATED", "", ""},
			"both id and no.": {clerk.ask(`{ case(id: "a", receiptNo: "b") { id } }`, nil), "BAD_INPUT", "", "receiptNo"},
			"neither":         {clerk.ask(`{ case { id } }`, nil), "BAD_INPUT", "", "receiptNo"},
		} {
			clause, _ := r.a.ext("clause").(string)
			field, _ := r.a.ext("field").(string)
			if r.a.code() != r.code || r.clause != "" && clause != r.clause || r.field != "" && field != r.field {
				t.Errorf("%s: %s; want %s %s %s", name, r.a.body, r.code, r.clause, r.field)
			}
		}
		if n := h.Desk.Store.Read().CaseFile.Query().CountX(h.System()); n != 1 {
			t.Errorf("%d cases", n)
		}
		// A value that is none is no refusal of a rule: nothing was executed.
		a = clerk.ask(openCase, vars{"input": clerk.contact(vars{"channel": "PIGEON"})})
		if a.code() != "GRAPHQL_VALIDATION_FAILED" || a.Data != nil {
			t.Errorf("%s", a.body)
		}
	})
}

func TestConflict_OnAStaleVersion(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("clerk-a")
		m := clerk.opens(nil)
		stale := m
		clerk.acts(&m, promise, vars{"workingDays": 3, "toldWay": "BY_PHONE", "itemId": h.Items["ZX-01"].ID})
		a := clerk.ask(offer, vars{"input": vars{"caseId": stale.ID, "version": stale.Version, "toStaffId": h.Staff["clerk-b"].ID, "explanation": "请续办", "clientMutationId": h.ID()}})
		a.wantCode("CONFLICT")
		if a.ext("version") != float64(m.Version) || a.ext("field") != "version" || m.Version <= stale.Version {
			t.Errorf("%s; the case is at %d", a.body, m.Version)
		}
		if n := h.Desk.Store.Read().HandOver.Query().CountX(h.System()); n != 0 {
			t.Errorf("%d hand-overs", n)
		}
		// Two acts at once on one version: one is done.
		codes := make(chan string, 4)
		for range 4 {
			go func() {
				r, err := clerk.try(clerk.post(offer, vars{"input": vars{"caseId": m.ID, "version": m.Version, "toStaffId": h.Staff["clerk-b"].ID, "explanation": "请续办", "clientMutationId": h.ID()}}))
				if err != nil {
					codes <- err.Error()
					return
				}
				codes <- r.code()
			}()
		}
		got := map[string]int{}
		for range 4 {
			got[<-codes]++
		}
		if got[""] != 1 || got["CONFLICT"] != 3 {
			t.Errorf("%v; want one done, three in conflict", got)
		}
	})
}

func TestIdempotency_OneActHoweverOftenItIsSent(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk, other := h.as("clerk-a"), h.as("clerk-b")
		count := func() int { return h.Desk.Store.Read().CaseFile.Query().CountX(h.System()) }
		in := clerk.contact(vars{"clientMutationId": "same", "contactAt": "2026-02-26T08:40:00+08:00"})
		first := clerk.must(openCase, vars{"input": in})
		h.Clock.Set(servicetest.Instant(t, "2026-02-26 10:00"))
		second := clerk.must(openCase, vars{"input": in})
		if string(first.body) != string(second.body) || count() != 1 || first.text("openCase.clientMutationId") != "same" {
			t.Errorf("%d cases:\n%s\n%s", count(), first.body, second.body)
		}
		in["demand"] = "另一件事"
		clerk.ask(openCase, vars{"input": in}).wantCode("IDEMPOTENCY_MISMATCH")
		// Another act under the same id is no repetition either.
		clerk.ask(resolve, vars{"input": vars{"caseId": first.text("openCase.case.id"), "version": 1, "outcome": "x", "clientMutationId": "same"}}).wantCode("IDEMPOTENCY_MISMATCH")
		// Somebody else's id is their own.
		if a := other.must(openCase, vars{"input": in}); a.text("openCase.case.id") == first.text("openCase.case.id") || count() != 2 {
			t.Errorf("%s", a.body)
		}
		// What was refused was not done: put right, it may be sent under the same id.
		bad := clerk.contact(vars{"clientMutationId": "again", "demand": ""})
		clerk.ask(openCase, vars{"input": bad}).wantCode("NEEDS_SITUATION")
		bad["demand"] = "补上"
		clerk.must(openCase, vars{"input": bad})

		// At once, as from a page that lost the answer.
		before := count()
		in = clerk.contact(vars{"clientMutationId": "at once"})
		ids := make(chan string, 8)
		for range 8 {
			go func() {
				a, err := clerk.try(clerk.post(openCase, vars{"input": in}))
				if err != nil || len(a.Errors) > 0 {
					ids <- "refused"
					return
				}
				ids <- a.text("openCase.case.receiptNo")
			}()
		}
		got := map[string]int{}
		for range 8 {
			got[<-ids]++
		}
		if len(got) != 1 || got["refused"] > 0 || count() != before+1 {
			t.Errorf("%v, %d cases more", got, count()-before)
		}
		// Each act of its own gets a receipt of its own, also at once.
		for range 8 {
			go func() {
				a, err := clerk.try(clerk.post(openCase, vars{"input": clerk.contact(nil)}))
				if err != nil || len(a.Errors) > 0 {
					ids <- "refused"
					return
				}
				ids <- a.text("openCase.case.receiptNo")
			}()
		}
		clear(got)
		for range 8 {
			got[<-ids]++
		}
		if len(got) != 8 || got["refused"] > 0 {
			t.Errorf("receipts %v", got)
		}
		// A reveal shows the same number again and is journalled once.
		v := vars{"input": vars{"residentId": h.Resident.ID, "field": "PHONE", "reason": "回访", "clientMutationId": "reveal"}}
		if a, b := clerk.must(reveal, v), clerk.must(reveal, v); a.text("revealResident.value") != servicetest.Phone || string(a.body) != string(b.body) {
			t.Errorf("%s %s", a.body, b.body)
		}
		if n := h.Desk.Store.Read().Access.Query().CountX(h.System()); n != 1 {
			t.Errorf("%d entries of access", n)
		}
	})
}

// Whatever breaks below, the caller learns that it broke and no more, and the log learns what.
func TestInternal_LeaksNothing(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("clerk-a")
		m := clerk.opens(nil)
		socket := clerk.socket()
		// A table is gone.
		if _, err := h.Desk.Store.DB().Writer().ExecContext(h.System(), "ALTER TABLE breaches RENAME TO mislaid"); err != nil {
			t.Fatal(err)
		}
		query := `query($id: ID) { officeName case(id: $id) { receiptNo breaches { kind } } }`
		socket.start(query, vars{"id": m.ID})
		answers := map[string]string{
			"POST":   string(clerk.ask(query, vars{"id": m.ID}).wantCode("INTERNAL").body),
			"GET":    string(clerk.get(query, vars{"id": m.ID}).wantCode("INTERNAL").body),
			"stream": clerk.stream(query, vars{"id": m.ID}, "").next().Data,
			"socket": string(socket.read().Payload),
			"act": string(clerk.ask(breached, vars{"input": vars{"caseId": m.ID, "kind": "AVOIDANCE", "facts": "x", "clientMutationId": h.ID()}}).
				wantCode("INTERNAL").body),
		}
		for how, body := range answers {
			if !strings.Contains(body, `"internal error"`) || !strings.Contains(body, `"INTERNAL"`) {
				t.Errorf("%s: %s", how, body)
			}
			for _, leak := range []string{"mislaid", "SQL", "sql", "pq:", "table", "relation", "goroutine", ".go"} {
				if strings.Contains(body, leak) {
					t.Errorf("%s tells of %q: %s", how, leak, body)
				}
			}
		}
		if log := h.log.String(); !strings.Contains(log, "breaches") || !strings.Contains(log, "internal error") {
			t.Errorf("the log does not tell: %s", log)
		}
		if n := h.Desk.Store.Read().CaseEvent.Query().CountX(h.System()); n != 1 {
			t.Errorf("the act that failed left %d entries in the journal", n)
		}
		if strings.Contains(h.log.String(), servicetest.Phone) || strings.Contains(h.log.String(), clerk.cookie.Value) {
			t.Errorf("the log holds personal data: %s", h.log)
		}
	})
}

func TestInternal_DatabaseGone(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("clerk-a")
		if err := h.Desk.Store.DB().Close(); err != nil {
			t.Fatal(err)
		}
		a := clerk.ask(whoAmI, nil)
		if a.status != http.StatusServiceUnavailable || string(a.body) != "database\n" {
			t.Errorf("with a session: %d %s", a.status, a.body)
		}
		a = h.public().ask(`{ officeName }`, nil)
		if a.code() != "INTERNAL" || strings.Contains(string(a.body), "closed") {
			t.Errorf("without one: %d %s", a.status, a.body)
		}
		h.public().signIn("clerk-a", servicetest.Password).wantCode("INTERNAL")
	})
}

// brokenClock shows the time so many times, then it panics; a negative number never.
type brokenClock struct {
	service.Clock
	left atomic.Int64
}

func (c *brokenClock) Now() time.Time {
	if n := c.left.Load(); n == 0 {
		panic("secret of the clock")
	} else if n > 0 {
		c.left.Add(-1)
	}
	return c.Clock.Now()
}

func TestInternal_Panics(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	clock := &brokenClock{Clock: h.Desk.Clock}
	clock.left.Store(-1)
	h.Desk.Clock = clock
	clerk := h.as("clerk-a")
	s := clerk.socket()
	const query = `{ officeName officeTime { now } }`
	told := func(how, body string) {
		t.Helper()
		if !strings.Contains(body, "INTERNAL") || strings.Contains(body, "secret") || strings.Contains(body, ".go") {
			t.Errorf("%s: %s", how, body)
		}
	}
	clock.left.Store(1) // the session's
	told("POST", string(clerk.ask(query, nil).body))
	clock.left.Store(1)
	told("stream", clerk.stream(query, nil, "").next().Data)
	clock.left.Store(0)
	s.start(query, nil)
	told("socket", string(s.read().Payload))
	clock.left.Store(0)
	if a := clerk.ask(whoAmI, nil); a.status != http.StatusInternalServerError || string(a.body) != "internal error\n" {
		t.Errorf("%d %s", a.status, a.body)
	}
	if got := strings.Count(h.log.String(), "secret of the clock"); got != 4 {
		t.Errorf("the log tells %d times: %s", got, h.log)
	}
	clock.left.Store(-1)
	clerk.must(query, nil)
	if m := s.answer(s.start(query, nil)); m.Type != "next" || strings.Contains(string(m.Payload), "INTERNAL") {
		t.Errorf("the socket is broken: %s", m.Payload)
	}
}

// What breaks in the middle of an act gives back what it held: the next act of the community goes through.
func TestInternal_PanicInAnActHoldsNothing(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clock := &brokenClock{Clock: h.Desk.Clock}
		clock.left.Store(-1)
		h.Desk.Clock = clock
		clerk := h.as("clerk-a")
		clock.left.Store(1) // the session's; the next is inside the transaction
		clerk.ask(openCase, vars{"input": clerk.contact(nil)}).wantCode("INTERNAL")
		clock.left.Store(-1)
		clerk.opens(nil)
		if n := h.Desk.Store.Read().CaseFile.Query().CountX(h.System()); n != 1 {
			t.Errorf("%d cases", n)
		}
	})
}
