package main

import (
	"net/http"
	"strings"
	"testing"

	"xinxing/internal/service/servicetest"
)

// A value that is none is the caller's mistake, told as such: never an internal error, and nothing is done.
func TestScalars_BadValuesAreTheCallersMistake(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	clerk := h.as("director")
	m := h.as("clerk-a").opens(nil)
	for query, values := range map[string][]any{
		`query($v: Date!) { explainDeadline(from: $v, workingDays: 1) { dueAt } }`:            {"2026-02-30", "2026-2-1", "", "x", 20260210, true, "0000-01-01", "99999-01-01"},
		`query($v: Int!) { explainDeadline(from: "2026-02-10", workingDays: $v) { dueAt } }`:  {0, -1, 401, 1 << 31, "x", 1.5},
		`query($v: Int!) { calendarYear(year: $v) { year } }`:                                 {0, -1, 99999, 1 << 40},
		`query($v: Time) { cases(filter: {dueBefore: $v}) { totalCount } }`:                   {"2026-02-10", "x", 5, "2026-02-10T25:00:00Z"},
		`query($v: Cursor) { cases(after: $v) { totalCount } }`:                               {"x", 5, "fHw", "LTE4NDQ2NzQ0MDczNzA5NTUxNjE2fGE"},
		`query($v: Cursor) { breaches(after: $v) { totalCount } }`:                            {"x", 5},
		`query($v: Cursor) { case(id: "` + m.ID + `") { events(after: $v) { totalCount } } }`: {"x", 5, true},
		`query($v: ID!) { node(id: $v) { id } }`:                                              {true},
		`query($v: CaseStatus!) { cases(filter: {status: [$v]}) { totalCount } }`:             {"NONE", "", 1},
		`mutation($v: Money!) { publishItem(input: {code: "X-1", name: "x", kind: ENQUIRY, limitDays: 3, fee: $v, channels: [VISIT], materials: [], steps: [], legalBasis: "", maxExtensions: 0, maxExtensionDays: 0, validFrom: "2026-03-02", clientMutationId: "m"}) { item { id } } }`: {"-1.00", "1,50", "x", "", "1e3", "1.005", 5},
		`mutation($v: Date!) { setCalendarDay(input: {date: $v, kind: LOCAL_CLOSURE, name: "x", source: "x", clientMutationId: "d"}) { recomputed } }`:                                                                                                                                    {"2026-02-30", "x", 1},
		`mutation($v: Time!) { moveClock(input: {to: $v, clientMutationId: "c"}) { now } }`:                                                                                                                                                                                               {"x", 1},
		`mutation($v: Time) { openCase(input: {channel: PHONE, anonymous: true, situation: "x", demand: "x", contactAt: $v, clientMutationId: "o"}) { case { id } } }`:                                                                                                                    {"x", 1, "2027-01-01T00:00:00Z", "0001-01-01T00:00:00Z"},
		`mutation($v: String!) { openCase(input: {channel: PHONE, anonymous: true, situation: "x", demand: $v, clientMutationId: "p"}) { case { id } } }`:                                                                                                                                 {strings.Repeat("长", 4001), "  ", nil},
	} {
		for _, v := range values {
			a := clerk.ask(query, vars{"v": v})
			if a.code() == "BAD_INPUT" && a.ext("field") == nil {
				t.Errorf("%.90s with %.30q names no field: %.300s", query, v, a.body)
			}
			if a.code() == "" || a.code() == "INTERNAL" || a.status != http.StatusOK {
				t.Errorf("%.90s with %.30q: %d %.300s", query, v, a.status, a.body)
			}
		}
	}
	a := clerk.ask(`mutation($v: Time) { openCase(input: {channel: PHONE, anonymous: true, situation: "x", demand: "x", contactAt: $v, clientMutationId: "q"}) { case { id } } }`, vars{"v": "noon"})
	if a.code() != "BAD_INPUT" || a.ext("field") != "contactAt" {
		t.Errorf("%s", a.body)
	}
	if n := h.Desk.Store.Read().CaseFile.Query().CountX(h.System()); n != 1 {
		t.Errorf("%d cases", n)
	}
}
