package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
	"xinxing/server/gqlhttp"
)

func TestLimit_Body256KiB(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	for _, p := range []*person{h.public(), h.as("clerk-a")} {
		body := func(n int) string {
			b := `{"query":"{ officeName }","variables":{"x":""}}`
			return strings.Replace(b, `"x":""`, `"x":"`+strings.Repeat("x", n-len(b))+`"`, 1)
		}
		if a := p.raw(body(256 << 10)); a.status != http.StatusOK || a.at("officeName") == nil {
			t.Errorf("256 KiB: %d %s", a.status, a.body)
		}
		a := p.raw(body(256<<10 + 1)).wantCode("BODY_TOO_LARGE")
		if a.status != http.StatusRequestEntityTooLarge || len(a.body) > 1000 {
			t.Errorf("a byte more: %d %s", a.status, a.body)
		}
	}
	s := h.as("clerk-a").socket()
	s.writeRaw(`{"id":"1","type":"subscribe","payload":{"query":"` + strings.Repeat("x", 256<<10) + `"}}`)
	if got := s.closed(); got != 1009 {
		t.Errorf("the socket was closed with %d, want 1009", got)
	}
}

func TestLimit_Tokens1000PublicMoreForStaff(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	of := func(tokens int) string { return "{" + strings.Repeat(" officeName", tokens-2) + "}" }
	public, clerk := h.public(), h.as("clerk-a")
	public.must(of(1000), nil)
	if a := public.ask(of(1001), nil).wantCode("TOO_MANY_TOKENS"); a.ext("limit") != 1000.0 {
		t.Errorf("limit %v", a.ext("limit"))
	}
	clerk.must(of(1001), nil)
	clerk.must(of(3000), nil)
	clerk.ask(of(3001), nil).wantCode("TOO_MANY_TOKENS")
	// However long it is, it costs no time.
	start := time.Now()
	clerk.ask("{"+strings.Repeat("a:officeName ", 19000)+"}", nil).wantCode("TOO_MANY_TOKENS")
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("refusing took %v", took)
	}
	if a := public.get(of(1001), nil); a.code() != "TOO_MANY_TOKENS" {
		t.Errorf("by GET: %s", a.body)
	}
}

func TestLimit_DepthAndAliases(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	public, clerk := h.public(), h.as("clerk-a")
	deep := func(n int) string { // viewer, staff, superiors, name
		return "{ viewer { staff {" + strings.Repeat(" superior {", n-3) + " name " + strings.Repeat("}", n-3) + "} } }"
	}
	public.must(deep(10), nil)
	public.ask(deep(11), nil).wantCode("TOO_DEEP")
	clerk.must(deep(20), nil)
	clerk.ask(deep(21), nil).wantCode("TOO_DEEP")
	fragments := "query { viewer { staff { ...A } } } fragment A on Staff { superior { superior { superior { superior { ...B } } } } } fragment B on Staff { superior { superior { superior { superior { superior { superior { name } } } } } } }"
	public.ask(fragments, nil).wantCode("TOO_DEEP")

	roots := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, " a%d: officeName", i)
		}
		return "{" + b.String() + " }"
	}
	public.must(roots(5), nil)
	public.ask(roots(6), nil).wantCode("TOO_MANY_ALIASES")
	clerk.must(roots(20), nil)
	clerk.ask(roots(21), nil).wantCode("TOO_MANY_ALIASES")
	below := func(n int) string {
		return strings.Replace("{ viewer { staff X } }", "X", strings.ReplaceAll(roots(n), "officeName", "name"), 1)
	}
	public.must(below(30), nil)
	public.ask(below(31), nil).wantCode("TOO_MANY_ALIASES")
	clerk.must(below(200), nil)
	clerk.ask(below(201), nil).wantCode("TOO_MANY_ALIASES")
	// Aliases are no way to try many passwords at once.
	guess := "mutation {"
	for i := range 6 {
		guess += fmt.Sprintf(` g%d: signIn(input: {login: "clerk-a", password: "guess-%d"}) { clientMutationId }`, i, i)
	}
	public.ask(guess+" }", nil).wantCode("TOO_MANY_ALIASES")
}

func TestLimit_Complexity(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	public, clerk := h.public(), h.as("clerk-a")
	clerk.must(queuePage, vars{"first": 100})
	for name, query := range map[string]string{
		"journals of a page":   `{ cases(first: 100) { edges { node { events(first: 100) { edges { node { id } } } } } } }`,
		"of a variable's page": `query($n: Int = 100) { cases(first: $n) { edges { node { events(first: $n) { edges { node { id } } } } } } }`,
		"of the usual page":    `{ cases { edges { node { events { edges { node { id case { events { edges { node { id } } } } } } } } } } }`,
		"through nodes":        `{ nodes(ids: ["a","b","c","d","e","f","g","h","i","j"]) { ... on Case { events(first: 100) { edges { node { id at kind reason hash case { events(first: 100) { edges { node { id } } } } } } } } } }`,
		"in fragments":         `{ cases(first: 100) { edges { ...E } } } fragment E on CaseEdge { node { ...C } } fragment C on Case { breaches { case { breaches { case { breaches { case { breaches { id } } } } } } } }`,
		"residents' cases":     `{ residents(search: "王", first: 50) { recentCases { events(first: 100) { edges { cursor } } } } }`,
		"the inbox' journals":  `{ inbox { offers { case { events(first: 100) { edges { node { case { id responsible { id name } } } } } } } reports { case { events(first: 100) { edges { node { case { id responsible { id name } } } } } } } } }`,
	} {
		a := clerk.ask(query, nil)
		if a.code() != "COMPLEXITY" || a.ext("limit") != 20000.0 || a.Data != nil {
			t.Errorf("%s: %s", name, a.body)
		}
	}
	public.ask(`{ cases(first: 100) { edges { node { id receiptNo demand situation item { id name } resident { id name } responsible { id name } post { id name } } } } }`, nil).wantCode("UNAUTHENTICATED")
	public.ask(`{ cases(first: 100) { edges { node { events { edges { cursor } } } } } }`, nil).wantCode("COMPLEXITY")
}

func TestLimit_PageSize(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("clerk-a")
		m := clerk.opens(nil)
		for name, query := range map[string]string{
			"cases":      `query($n: Int) { cases(first: $n) { edges { cursor } } }`,
			"breaches":   `query($n: Int) { breaches(first: $n) { edges { cursor } } }`,
			"events":     `query($n: Int) { case(id: "` + m.ID + `") { events(first: $n) { edges { cursor } } } }`,
			"myWarnings": `query($n: Int) { myWarnings(first: $n) { cursor } }`,
		} {
			for _, n := range []int{0, -1, 101, 1 << 30} {
				a := clerk.ask(query, vars{"n": n})
				if a.code() != "LIMIT_EXCEEDED" || a.ext("field") != "first" || a.ext("limit") != 100.0 {
					t.Errorf("%s(first: %d): %s", name, n, a.body)
				}
			}
			for _, n := range []int{1, 100} {
				if a := clerk.ask(query, vars{"n": n}); len(a.Errors) > 0 {
					t.Errorf("%s(first: %d): %s", name, n, a.body)
				}
			}
			if a := clerk.ask(query, vars{"n": nil}); len(a.Errors) > 0 {
				t.Errorf("%s(first: null): %s", name, a.body)
			}
		}
		// Lists without pages are bounded: whatever is asked, no more comes and nothing breaks.
		for name, query := range map[string]string{
			"residents":   `query($n: Int) { list: residents(search: "王", first: $n) { id } }`,
			"items":       `query($n: Int) { list: items(first: $n) { id } }`,
			"departments": `query($n: Int) { list: departments(first: $n) { id } }`,
		} {
			for _, n := range []int{-1 << 31, -1, 0, 1, 100, 101, 1<<31 - 1} {
				a := clerk.ask(query, vars{"n": n})
				switch {
				case a.code() == "INTERNAL" || a.status != http.StatusOK:
					t.Errorf("%s(first: %d): %d %s", name, n, a.status, a.body)
				case len(a.Errors) == 0 && n < 1 && len(a.list("list")) > 0:
					t.Errorf("%s(first: %d): %s", name, n, a.body)
				}
			}
		}
		for after, want := range map[string]string{"nonsense": "BAD_INPUT", "": "BAD_INPUT", zeroCursor: "BAD_INPUT"} {
			a := clerk.ask(`query($after: Cursor) { cases(after: $after) { edges { cursor } } }`, vars{"after": after}).wantCode(want)
			if a.ext("field") != "after" {
				t.Errorf("after %q: %s", after, a.body)
			}
		}
	})
}

func TestLimit_Nodes100(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	clerk := h.as("clerk-a")
	ids := make([]string, 101)
	for i := range ids {
		ids[i] = h.Posts["P-1"].ID
	}
	query := `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`
	if got := clerk.must(query, vars{"ids": ids[:100]}).list("nodes"); len(got) != 100 {
		t.Errorf("%d nodes", len(got))
	}
	if a := clerk.ask(query, vars{"ids": ids}).wantCode("LIMIT_EXCEEDED"); a.ext("field") != "ids" {
		t.Errorf("%s", a.body)
	}
	for _, id := range []string{"", "cas_", "cas_x", "evt_0", "evt_-1", "evt_99999999999999999999", "nothing", strings.Repeat("x", 10000)} {
		if a := clerk.must(`query($id: ID!) { node(id: $id) { id } }`, vars{"id": id}); a.at("node") != nil {
			t.Errorf("%.20q: %s", id, a.body)
		}
	}
}

// A statement of the database that does not end takes the operation with it, and neither the server nor the next one.
func TestLimit_OperationTimeout(t *testing.T) {
	for _, dialect := range []string{servicetest.SQLite, servicetest.Postgres} {
		t.Run(dialect, func(t *testing.T) {
			var stuck atomic.Bool
			o := servicetest.NewWith(t, dialect, store.Options{SQL: sqldb.Options{OnStatement: func(ctx context.Context, query string) {
				if stuck.Load() && strings.Contains(query, "breaches") {
					<-ctx.Done()
				}
			}}})
			h := serveWith(t, o, false, func(s *site) {
				b := s.limits.Bounds[gqlhttp.Staff]
				if b.Timeout != 15*time.Second || s.limits.Bounds[gqlhttp.Public].Timeout != 5*time.Second {
					t.Errorf("bounds %+v", s.limits.Bounds)
				}
				b.Timeout = 100 * time.Millisecond
				s.limits.Bounds[gqlhttp.Staff] = b
			})
			clerk := h.as("clerk-a")
			stuck.Store(true)
			a := clerk.ask(`{ officeName breaches { totalCount edges { cursor } } }`, nil).wantCode("OPERATION_TIMEOUT")
			if a.Data != nil {
				t.Errorf("data beside it: %s", a.body)
			}
			stuck.Store(false)
			clerk.must(`{ breaches { totalCount } }`, nil)
		})
	}
}

func TestLimit_SubscriptionsPerSocket(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	clerk := h.as("clerk-a")
	s := clerk.socket()
	for range 50 {
		s.start(`subscription { deskEvents { cursor } }`, nil)
	}
	s.start(`subscription { deskEvents { cursor } }`, nil)
	if got := s.code(); got != "TOO_MANY_SUBSCRIPTIONS" {
		t.Errorf("the 51st: %s", got)
	}
	s.write(vars{"id": "1", "type": "complete"})
	id := s.start(whoAmI, nil)
	if m := s.read(); m.Type != "next" || m.ID != id {
		t.Errorf("after one has ended: %s %s %s", m.Type, m.ID, m.Payload)
	}
}

func TestLimit_IntrospectionForStaffOnly(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	public, clerk := h.public(), h.as("clerk-a")
	for _, query := range []string{`{ __schema { types { name } } }`, `{ __type(name: "Case") { name } }`, `{ officeName ...F } fragment F on Query { __schema { queryType { name } } }`} {
		clerk.must(query, nil)
		for how, a := range map[string]*reply{"POST": public.ask(query, nil), "GET": public.get(query, nil)} {
			if a.code() != "INTROSPECTION_DISABLED" || a.Data != nil {
				t.Errorf("%s %s: %s", how, query, a.body)
			}
		}
		if e := public.stream(query, nil, "").next(); !strings.Contains(e.Data, "INTROSPECTION_DISABLED") {
			t.Errorf("stream %s: %s", query, e.Data)
		}
	}
	public.must(`{ __typename }`, nil)
	// What is misspelt is not put right for whoever tries names.
	if a := public.ask(`{ officeNam }`, nil); strings.Contains(string(a.body), "Did you mean") || strings.Contains(string(a.body), "officeName") {
		t.Errorf("%s", a.body)
	}
}

// No string with NUL, a control character or half a surrogate pair gets in, by no way; what is written in Chinese,
// in emoji, on two lines does.
func TestLimit_ForbiddenCharacters(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("clerk-a")
		post := func(body string) *reply { return clerk.raw(body) }
		by := map[string]func(query, variables string) (code, field string){
			"POST": func(q, v string) (string, string) {
				a := post(`{"query":"` + q + `","variables":` + v + `}`)
				f, _ := a.ext("field").(string)
				return a.code(), f
			},
			"GET": func(q, v string) (string, string) {
				r := clerk.request(http.MethodGet, "/graphql?query="+unescaped(q)+"&variables="+unescaped(v), "")
				a := clerk.send(r)
				f, _ := a.ext("field").(string)
				return a.code(), f
			},
			"stream": func(q, v string) (string, string) {
				r := clerk.request(http.MethodPost, "/graphql", `{"query":"`+q+`","variables":`+v+`}`)
				r.Header.Set("Accept", "text/event-stream")
				a := clerk.send(r)
				f, _ := a.ext("field").(string)
				if strings.Contains(string(a.body), "event: next") {
					return "", ""
				}
				return a.code(), f
			},
			"socket": func(q, v string) (string, string) {
				s := clerk.socket()
				s.writeRaw(`{"id":"1","type":"subscribe","payload":{"query":"` + q + `","variables":` + v + `}}`)
				m := s.read()
				if m.Type == "next" {
					return "", ""
				}
				if strings.Contains(string(m.Payload), `"BAD_STRING"`) {
					return "BAD_STRING", ""
				}
				return string(m.Payload), ""
			},
		}
		bad := []string{`\u0000`, `\u0001`, `\u001b`, `\u007f`, `\u0085`, `\ud800`, `\udc00x`, `\ud800\ud800`, `a\ud83d`, `\b`, `\f`}
		good := []string{`王小明`, `😀`, `\ud83d\ude00`, `a\nb`, `a\tb`, `\u738b`, ``}
		const query = `query($s: String!) { residents(search: $s) { id } }`
		for how, ask := range by {
			for _, s := range bad {
				if code, field := ask(query, `{"s":"`+s+`"}`); code != "BAD_STRING" || how == "POST" && field != "variables.s" {
					t.Errorf("%s, variable %s: %q in %q", how, s, code, field)
				}
				// The literal's own escape stands inside the JSON string, so it is escaped once more.
				literal := `{ residents(search: \"` + strings.ReplaceAll(s, `\`, `\\`) + `\") { id } }`
				if code, _ := ask(literal, `{}`); code != "BAD_STRING" {
					t.Errorf("%s, literal %s: %q", how, s, code)
				}
			}
			for _, s := range good {
				if code, _ := ask(query, `{"s":"`+s+`"}`); code != "" {
					t.Errorf("%s, variable %s is refused: %s", how, s, code)
				}
			}
		}
		// Raw, not escaped: a byte that is no UTF-8 and a C1 control character.
		for _, s := range []string{"\xff", "\xed\xa0\x80", "\u0085", "\x7f"} {
			if a := post(`{"query":"` + query + `","variables":{"s":"` + s + `"}}`); a.code() != "BAD_STRING" && a.code() != "BAD_REQUEST" {
				t.Errorf("raw %q: %s", s, a.body)
			}
		}
		// In a key, in a nested input, in the operation's name.
		for _, body := range []string{
			`{"query":"{ officeName }","variables":{"a\u0000":1}}`,
			`{"query":"mutation($i: OpenCaseInput!) { openCase(input: $i) { case { id } } }","variables":{"i":{"channel":"PHONE","anonymous":true,"situation":"a","demand":"b\u0000","clientMutationId":"x"}}}`,
			`{"query":"query A { officeName }","operationName":"A\u0000"}`,
			`{"query":"{ officeName }","extensions":{"x":"\ud800"}}`,
		} {
			if a := post(body); a.code() != "BAD_STRING" {
				t.Errorf("%s: %s", body, a.body)
			}
		}
		if n := h.Desk.Store.Read().CaseFile.Query().CountX(h.System()); n != 0 {
			t.Errorf("%d cases were opened", n)
		}
	})
}

// unescaped makes of what would stand in a JSON string what stands in a URL.
func unescaped(s string) string {
	var text string
	if json.Unmarshal([]byte(`"`+s+`"`), &text) == nil && !strings.HasPrefix(s, "{\"") {
		s = text
	}
	return url.QueryEscape(s)
}

func TestCrossOrigin_IsRefused(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	clerk := h.as("clerk-a")
	act := openCase
	body := vars{"input": clerk.contact(nil)}
	for name, header := range map[string][2]string{
		"foreign origin": {"Origin", "https://evil.example"},
		"null origin":    {"Origin", "null"},
		"cross-site":     {"Sec-Fetch-Site", "cross-site"},
		"same site":      {"Sec-Fetch-Site", "same-site"},
	} {
		r := clerk.post(act, body)
		r.Header.Set(header[0], header[1])
		if a := clerk.send(r); a.status != http.StatusForbidden {
			t.Errorf("%s: %d %s", name, a.status, a.body)
		}
	}
	// A form of another site can send only what needs no asking first: never JSON.
	for _, kind := range []string{"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""} {
		r := clerk.post(act, body)
		r.Header.Set("Content-Type", kind)
		if a := clerk.send(r); a.status != http.StatusUnsupportedMediaType {
			t.Errorf("%s: %d %s", kind, a.status, a.body)
		}
	}
	if a := clerk.get(`mutation { signOut(input: {}) { clientMutationId } }`, nil); a.status != http.StatusMethodNotAllowed {
		t.Errorf("a mutation by GET: %d %s", a.status, a.body)
	}
	if n := h.Desk.Store.Read().CaseFile.Query().CountX(h.System()); n != 0 {
		t.Errorf("%d cases were opened", n)
	}
	r := clerk.post(act, body)
	r.Header.Set("Origin", h.srv.URL)
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if a := clerk.send(r); a.status != http.StatusOK || len(a.Errors) > 0 {
		t.Errorf("the page's own: %d %s", a.status, a.body)
	}
	r = clerk.request(http.MethodGet, "/graphql", "")
	for name, value := range map[string]string{"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Protocol": "graphql-transport-ws", "Origin": "https://evil.example"} {
		r.Header.Set(name, value)
	}
	if a := clerk.send(r); a.status != http.StatusForbidden {
		t.Errorf("a foreign page's socket: %d", a.status)
	}
}
