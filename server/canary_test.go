package main

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
)

// A resident whose name and numbers occur nowhere else: wherever they turn up without permission, somebody has talked.
const (
	canaryName  = "欧阳金丝雀"
	canaryPhone = "13912348765"
	canaryWay   = "13987654321"
)

// TestCanary_NobodyTalks lets a resident pass through everything that residents and the office do, right and wrong, and
// looks for their name and numbers in the log, in errors, in addresses and in what the public is answered.
func TestCanary_NobodyTalks(t *testing.T) {
	withFiles(t, func(t *testing.T, h *house, _ string) {
		idNumber := servicetest.MakeID(1966, 7)
		var public, errors strings.Builder
		clerk, director := h.as("clerk-a"), h.as("director")
		ask := func(p *person, query string, v vars) *reply {
			a := p.ask(query, v)
			for _, e := range a.Errors {
				fmt.Fprintln(&errors, e.Message, e.Extensions)
			}
			return a
		}
		register := `mutation($in: RegisterResidentInput!) { registerResident(input: $in) { resident { id } } }`
		resident := vars{"name": canaryName, "phone": canaryPhone, "idNumber": idNumber, "address": "新星小区1号楼", "clientMutationId": h.ID()}
		a := ask(clerk, register, vars{"in": resident})
		id := a.Data["registerResident"].(map[string]any)["resident"].(map[string]any)["id"]
		for _, wrong := range []vars{
			{"name": canaryName, "phone": canaryPhone + "99999", "idNumber": idNumber, "address": "", "clientMutationId": h.ID()},
			{"name": canaryName, "phone": canaryPhone, "idNumber": idNumber[:17] + "Y", "address": "", "clientMutationId": h.ID()},
			{"name": canaryName + "\u0000", "phone": canaryPhone, "address": "", "clientMutationId": h.ID()},
		} {
			if a := ask(clerk, register, vars{"in": wrong}); len(a.Errors) == 0 {
				t.Errorf("accepted %v", wrong["idNumber"])
			}
		}
		ask(clerk, `query($s: String!) { residents(search: $s) { nope } }`, vars{"s": canaryPhone})
		ask(h.public(), `query($s: String!) { residents(search: $s) { id } }`, vars{"s": idNumber})
		a = ask(clerk, `mutation($in: OpenCaseInput!) { openCase(input: $in) { case { id version receiptNo publicPath } } }`, vars{"in": vars{
			"channel": "PHONE", "residentId": id, "itemId": h.Items["DJ-01"].ID, "situation": canaryName + "来电", "demand": "本人电话" + canaryPhone, "clientMutationId": h.ID(),
		}})
		c := a.Data["openCase"].(map[string]any)["case"].(map[string]any)
		ask(clerk, `mutation($in: ResolveOnSpotInput!) { resolveOnSpot(input: $in) { case { id } } }`, vars{"in": vars{
			"caseId": c["id"], "version": c["version"], "outcome": "已为" + canaryName + "办理", "clientMutationId": h.ID(),
		}})
		ask(clerk, `mutation($in: PrintPaperInput!) { printPaper(input: $in) { paper { path } } }`, vars{"in": vars{
			"caseId": c["id"], "kind": "INTAKE", "clientMutationId": h.ID(),
		}})

		// What anybody can see, and what a resident can do.
		open := h.public()
		see := func(r *http.Request) *reply {
			fmt.Fprintln(&public, r.URL)
			open.h.srv.Client().CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
			a := open.send(r)
			fmt.Fprintln(&public, a.status, a.header, string(a.body))
			return a
		}
		get := func(path string) *reply { return see(open.request(http.MethodGet, path, "")) }
		post := func(path string, v url.Values) *reply {
			r := open.request(http.MethodPost, path, v.Encode())
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			return see(r)
		}
		board := "/public/" + h.Community
		portrait, form := h.published()
		number := c["receiptNo"].(string)
		for _, path := range []string{
			board + "/files/" + portrait, board + "/files/" + form, board + "/files/" + c["id"].(string), board + "/files/" + number,
			board, board + "?q=ouyangjinsique", board + "?q=ouyang&lang=en", board + "/items/DJ-01", "/wall/" + h.Community, board + "/complain",
			"/public/follow", c["publicPath"].(string), c["publicPath"].(string) + "x", "/exchange/residents.xlsx",
			"/ledgers/reception" + thisYear, "/ledgers/jobseekers" + thisYear,
		} {
			get(path)
		}
		// The ledgers tell the numbers masked, whoever takes them and wherever they were written.
		ledgers := ""
		for _, kind := range ledgerKinds {
			ledgers += unzipped(t, director.takes(kind, thisYear).body)
		}
		for _, secret := range []string{idNumber, canaryPhone, canaryWay} {
			if strings.Contains(ledgers, secret) {
				t.Errorf("a ledger tells %s", secret)
			}
		}
		if !strings.Contains(ledgers, canaryName) {
			t.Error("no ledger has the resident: the test looks at nothing")
		}
		right := post("/public/follow", url.Values{"receiptNo": {number}, "lastFour": {canaryPhone[7:]}})
		if right.status != http.StatusSeeOther || !strings.HasPrefix(right.header.Get("Location"), "/p/"+number) {
			t.Errorf("followed: %d %s", right.status, right.body)
		}
		post("/public/follow", url.Values{"receiptNo": {number}, "lastFour": {"0000"}})
		if _, err := h.Desk.Complain(h.Context(), service.ComplainInput{
			Community: h.Community, Topic: "CONDUCT", Text: canaryName + "：" + canaryPhone, About: number, Contact: canaryWay, From: "x", Repeat: "canary",
		}); err != nil {
			t.Fatal(err)
		}
		get(c["publicPath"].(string))

		// Exports are masked; who may not export gets nothing.
		out := director.send(director.request(http.MethodGet, "/exchange/residents.xlsx", ""))
		exported := unzipped(t, out.body)
		for _, secret := range []string{idNumber, canaryPhone} {
			if strings.Contains(exported, secret) {
				t.Errorf("the export tells %s", secret)
			}
		}
		if !strings.Contains(exported, canaryName) {
			t.Error("the export lacks the resident: the test looks at nothing")
		}
		for place, text := range map[string]string{"the log": h.log.String(), "an error": errors.String(), "the public": public.String()} {
			for _, secret := range []string{canaryName, url.QueryEscape(canaryName), idNumber, idNumber[:17], canaryPhone, canaryWay} {
				if at := strings.Index(text, secret); at >= 0 {
					t.Errorf("%s tells %q: …%s…", place, secret, text[max(0, at-80):min(len(text), at+80)])
				}
			}
		}
		if !strings.Contains(public.String(), "居住登记") {
			t.Error("the public saw nothing: the test looks at nothing")
		}
	})
}

// Who asks, by the header and the number of trusted proxies; "" where the header tells nothing that can be believed.
func TestAsker(t *testing.T) {
	for _, c := range []struct {
		name    string
		lines   []string
		proxies int
		want    string
	}{
		{"one proxy", []string{"198.51.100.7"}, 1, "198.51.100.7"},
		{"what the asker wrote stands before it", []string{"203.0.113.9, 198.51.100.7"}, 1, "198.51.100.7"},
		{"two proxies", []string{"198.51.100.7, 10.0.0.2"}, 2, "198.51.100.7"},
		{"two proxies and a forged entry", []string{"203.0.113.9, 198.51.100.7, 10.0.0.2"}, 2, "198.51.100.7"},
		{"several lines are one list", []string{"203.0.113.9", "198.51.100.7", "10.0.0.2"}, 2, "198.51.100.7"},
		{"fewer entries than proxies: forged by who came round one", []string{"203.0.113.9"}, 2, ""},
		{"no header", nil, 1, ""},
		{"an empty header", []string{""}, 1, ""},
		{"no address", []string{"198.51.100.7, unknown"}, 1, ""},
		{"an empty entry", []string{"198.51.100.7,"}, 1, ""},
		{"a name", []string{"proxy.example"}, 1, ""},
		{"with a port", []string{"198.51.100.7:51234"}, 1, "198.51.100.7"},
		{"IPv6", []string{"2001:db8::7"}, 1, "2001:db8::7"},
		{"IPv6 in brackets", []string{"[2001:db8::7]"}, 1, "2001:db8::7"},
		{"IPv6 with a port", []string{"[2001:db8::7]:51234"}, 1, "2001:db8::7"},
		{"IPv6 with a zone", []string{"fe80::1%eth0"}, 1, "fe80::1%eth0"},
		{"IPv4 as IPv6", []string{"::ffff:198.51.100.7"}, 1, "::ffff:198.51.100.7"},
		{"IPv4 in brackets is none", []string{"[198.51.100.7]"}, 1, ""},
		{"half a bracket", []string{"[2001:db8::7"}, 1, ""},
		{"white space", []string{" 203.0.113.9 ,\t198.51.100.7 "}, 1, "198.51.100.7"},
	} {
		got, ok := asker(c.lines, c.proxies)
		if ok != (c.want != "") || ok && got.String() != c.want {
			t.Errorf("%s: %v %t, want %q", c.name, got, ok, c.want)
		}
	}
}

// As many proxies are believed as are set and no more: none without the setting where nothing ends TLS.
func TestForwarded_AsManyProxiesAsAreSet(t *testing.T) {
	const peer = "192.0.2.1:4711"
	for _, c := range []struct {
		tls     bool
		proxies int // -1 for the setting left alone
		header  string
		want    string
	}{
		{false, -1, "203.0.113.9", peer},
		{true, -1, "203.0.113.9, 198.51.100.7", "198.51.100.7:0"},
		{true, 0, "203.0.113.9", peer},
		{true, 2, "203.0.113.9, 198.51.100.7, 10.0.0.2", "198.51.100.7:0"},
		{true, 2, "203.0.113.9", peer},
		{false, 1, "2001:db8::7", "[2001:db8::7]:0"},
	} {
		s := newSite(nil, c.tls, slog.New(slog.DiscardHandler))
		if c.proxies >= 0 {
			s.proxies = c.proxies
		}
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = peer
		r.Header.Set("X-Forwarded-For", c.header)
		got := ""
		s.forwarded(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { got = r.RemoteAddr })).ServeHTTP(httptest.NewRecorder(), r)
		if got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

// Behind a proxy everybody comes from the proxy's address: guessing slows down who guesses, by the address that the proxy
// added, and nobody else.
func TestQ7_BehindAProxyEachIsSlowedDownAlone(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		h := serveWith(t, o, true, nil)
		h.srv.Client().CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		guess := func(n int, forwarded string) int {
			p := h.public()
			v := url.Values{"receiptNo": {fmt.Sprintf("20260226-%05d", n)}, "lastFour": {"0000"}}
			r := p.request(http.MethodPost, "/public/follow", v.Encode())
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			r.Header.Set("X-Forwarded-For", forwarded)
			return p.send(r).status
		}
		for n := range 40 {
			guess(n, fmt.Sprintf("203.0.113.%d, 198.51.100.7", n)) // what stands first is the guesser's to write
		}
		if got := guess(50, "198.51.100.7"); got != http.StatusTooManyRequests {
			t.Errorf("who guessed: %d", got)
		}
		if got := guess(51, "198.51.100.8"); got != http.StatusNotFound {
			t.Errorf("somebody else: %d", got)
		}
	})
}
