package main

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
)

// queuePage is what the pages ask of the queue, with everything that lies near.
const queuePage = `query($filter: CaseFilter, $order: CaseOrder, $first: Int, $after: Cursor) {
	cases(filter: $filter, order: $order, first: $first, after: $after) {
		edges { cursor node {
			id receiptNo status open channel contactAt openedAt closedAt anonymous
			resident { id name phoneMasked } item { id name code } post { id name a { id name } b { id name } onDuty { id name } }
			firstResponder { id name } responsible { id name duty } holder { id name } responsibleRole
			demand clock dueAt provisional workingSecondsLeft standing extended allowedActs version
		} }
		pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
	}
}`

// statements counts what is sent to the database.
type statements struct {
	mu   sync.Mutex
	sent []string
}

func (s *statements) on(_ context.Context, query string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sent = append(s.sent, query)
}

// during gives what was sent while f ran.
func (s *statements) during(f func()) []string {
	s.mu.Lock()
	s.sent = nil
	s.mu.Unlock()
	f()
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.sent...)
}

// countedOffice is an office with n open cases of many people, items and due instants, several of each instant, and the
// count of its statements.
func countedOffice(t *testing.T, dialect string, n int) (*house, *statements) {
	t.Helper()
	s := &statements{}
	o := servicetest.NewWith(t, dialect, store.Options{SQL: sqldb.Options{OnStatement: s.on}})
	h := serve(t, o)
	at := servicetest.Instant(t, "2026-02-26 09:00")
	logins, codes := []string{"clerk-a", "clerk-b", "clerk-c", "leader"}, []string{"DJ-01", "SQ-01", "ZX-01", "ZM-01"}
	people := map[string]*person{}
	for _, l := range logins {
		people[l] = h.as(l)
	}
	for i := range n {
		more := vars{"itemId": h.Items[codes[i%len(codes)]].ID}
		if i%3 > 0 {
			more["residentId"], more["anonymous"] = h.Resident.ID, false
		}
		// Seven at each instant; opened in no order of their due instants.
		o.Clock.Set(at.Add(time.Duration((i*5)%((n+6)/7)) * time.Minute))
		people[logins[i%len(logins)]].opens(more)
	}
	o.At("2026-02-26 11:00")
	return h, s
}

func TestT1_QueuePageCostsTheSameFewStatements(t *testing.T) {
	for _, dialect := range []string{servicetest.SQLite, servicetest.Postgres} {
		t.Run(dialect, func(t *testing.T) {
			h, s := countedOffice(t, dialect, 105)
			clerk := h.as("clerk-a")
			cost := map[int]int{}
			for _, first := range []int{5, 50, 100, 5, 50, 100} {
				var a *reply
				sent := s.during(func() { a = clerk.must(queuePage, vars{"first": first, "filter": vars{"open": true}}) })
				if got := len(a.list("cases.edges")); got != first {
					t.Fatalf("%d cases, want %d", got, first)
				}
				if was, ok := cost[first]; ok && was != len(sent) {
					t.Errorf("first: %d took %d statements, before %d", first, len(sent), was)
				}
				cost[first] = len(sent)
				for _, q := range sent {
					if strings.Contains(strings.ToUpper(q), "COUNT(") {
						t.Errorf("counted without being asked: %s", q)
					}
				}
				if first == 100 && len(sent) > 6 {
					t.Errorf("%d statements:\n%s", len(sent), strings.Join(sent, "\n"))
				}
			}
			if cost[5] != cost[50] || cost[50] != cost[100] {
				t.Errorf("statements by size of the page: %v", cost)
			}
			t.Logf("%d statements a page", cost[100])

			counts := 0
			var a *reply
			for _, q := range s.during(func() { a = clerk.must(`{ cases(first: 5) { totalCount edges { cursor } } }`, nil) }) {
				if strings.Contains(strings.ToUpper(q), "COUNT(") {
					counts++
				}
			}
			if counts != 1 || a.number("cases.totalCount") != 105 {
				t.Errorf("%d counts: %s", counts, a.body)
			}
			// The numbers beside the queue take one statement more than the session.
			if sent := s.during(func() { clerk.must(`{ queueTotals { open mine overdue dueToday offers offered inbox } }`, nil) }); len(sent) > 4 {
				t.Errorf("queueTotals: %d statements:\n%s", len(sent), strings.Join(sent, "\n"))
			}
		})
	}
}

func TestT1_PagingGivesEveryCaseOnceInDueOrder(t *testing.T) {
	for _, dialect := range []string{servicetest.SQLite, servicetest.Postgres} {
		t.Run(dialect, func(t *testing.T) {
			const n = 60
			h, _ := countedOffice(t, dialect, n)
			clerk := h.as("clerk-a")
			for _, order := range []string{"DUE", "NEWEST"} {
				for _, first := range []int{1, 7, 13, 60, 100} {
					seen := map[string]bool{}
					var last, lastID, after string
					pages, ties := 0, 0
					for more := true; more; pages++ {
						v := vars{"first": first, "order": order}
						if after != "" {
							v["after"] = after
						}
						a := clerk.must(queuePage, v)
						if got := a.at("cases.pageInfo.hasPreviousPage"); got != (after != "") {
							t.Errorf("hasPreviousPage %v on page %d", got, pages)
						}
						for _, e := range a.list("cases.edges") {
							node := e.(map[string]any)["node"].(map[string]any)
							id, at := node["id"].(string), node["dueAt"].(string)
							if order == "NEWEST" {
								at = node["contactAt"].(string)
							}
							if seen[id] {
								t.Fatalf("%s first %d: %s comes twice", order, first, id)
							}
							seen[id] = true
							if at == last {
								ties++
							}
							wrong := last > at || last == at && lastID > id
							if order == "NEWEST" {
								wrong = last != "" && (last < at || last == at && lastID < id)
							}
							if wrong {
								t.Fatalf("%s first %d: %s %s after %s %s", order, first, at, id, last, lastID)
							}
							last, lastID = at, id
						}
						more = a.at("cases.pageInfo.hasNextPage").(bool)
						if more {
							after = a.text("cases.pageInfo.endCursor")
						}
					}
					if len(seen) != n || pages != (n+first-1)/first {
						t.Errorf("%s first %d: %d cases on %d pages", order, first, len(seen), pages)
					}
					if ties < n/2 {
						t.Errorf("only %d have the instant of another: the test says little", ties)
					}
				}
			}
			// While somebody pages, what was read does not come again, and what is opened meanwhile comes in its place.
			a := clerk.must(queuePage, vars{"first": 10})
			late := clerk.opens(nil)
			b := clerk.must(queuePage, vars{"first": 100, "after": a.text("cases.pageInfo.endCursor")})
			if got := len(b.list("cases.edges")); got != n-10+1 || b.text("cases.edges.50.node.id") != late.ID {
				t.Errorf("%d cases on the rest, the last %v", got, b.at("cases.edges.50.node.id"))
			}
			if got := clerk.must(queuePage, vars{"first": 5, "filter": vars{"dueBefore": "2020-01-01T00:00:00Z"}}); len(got.list("cases.edges")) != 0 || got.at("cases.pageInfo.endCursor") != nil {
				t.Errorf("an empty page: %s", got.body)
			}
		})
	}
}

// What the queue's filters say of standing is what each case says of itself.
func TestT1_FilterByStandingAgreesWithTheCase(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("clerk-a")
		closed := clerk.opens(nil)
		clerk.acts(&closed, resolve, vars{"outcome": "已更换灯泡"})
		clerk.opens(nil)
		h.At("2026-02-26 14:30")
		clerk.opens(nil)
		for _, at := range []string{"2026-02-26 14:30", "2026-02-26 16:30", "2026-02-26 17:00", "2026-02-26 18:00"} {
			h.At(at)
			all := clerk.must(`{ cases(first: 100) { edges { node { id standing } } } }`, nil).list("cases.edges")
			want := map[string]int{}
			for _, e := range all {
				want[e.(map[string]any)["node"].(map[string]any)["standing"].(string)]++
			}
			for _, standing := range []string{"ON_TIME", "DUE_SOON", "OVERDUE", "CLOSED_IN_TIME", "CLOSED_LATE"} {
				if got := clerk.must(`query($s: Standing) { cases(filter: {standing: $s}) { totalCount } }`, vars{"s": standing}).number("cases.totalCount"); got != want[standing] {
					t.Errorf("%s %s: %d, the cases say %v", at, standing, got, want)
				}
			}
		}
	})
}
