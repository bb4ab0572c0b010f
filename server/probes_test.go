package main

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"xinxing/internal/service/servicetest"
)

func TestProbes_HealthAndReadiness(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		p := h.public()
		get := func(path string) (int, string) {
			a := p.send(p.request(http.MethodGet, path, ""))
			if a.header.Get("Cache-Control") != "no-store" {
				t.Errorf("%s may be cached: %v", path, a.header)
			}
			return a.status, strings.TrimSpace(string(a.body))
		}
		want := func(path string, status int, text string) {
			t.Helper()
			if s, b := get(path); s != status || b != text {
				t.Errorf("%s: %d %q, want %d %q", path, s, b, status, text)
			}
		}
		want("/healthz", 200, "ok")
		want("/readyz", 200, "ready")
		h.site.ready.Store(false)
		want("/readyz", 503, "stopping")
		want("/healthz", 200, "ok")
		h.site.ready.Store(true)
		if err := h.Desk.Store.DB().Close(); err != nil {
			t.Fatal(err)
		}
		want("/readyz", 503, "database")
		want("/healthz", 200, "ok") // to be restarted would not help
	})
}

// What is measured holds numbers, and words of closed lists: nothing that a client wrote.
func TestMetrics_HoldNoPersonalData(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	clerk := h.as("clerk-a")
	h.public().signIn("secret-login", "secret-password")
	clerk.must(`query SecretName($s: String!) { residents(search: $s) { name } }`, vars{"s": servicetest.Phone})
	clerk.ask(`query { secretField }`, nil)
	clerk.ask(openCase, vars{"input": clerk.contact(vars{"demand": ""})})
	clerk.opens(vars{"demand": "secret-demand", "contactWay": "13912340000"})
	p := h.public()
	p.send(p.request(http.MethodGet, "/secret-path?secret-query=1", ""))
	p.raw(`{"secret`)
	s := clerk.socket()
	s.start(whoAmI, nil)
	s.read()

	w := httptest.NewRecorder()
	h.site.metrics.handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	text := w.Body.String()
	for _, want := range []string{
		`xinxing_http_requests_total{status="200"}`, `xinxing_operation_seconds_count{kind="query"}`, `xinxing_operation_seconds_count{kind="mutation"}`,
		`xinxing_operation_errors_total{code="BAD_CREDENTIALS"} 1`, `xinxing_operation_errors_total{code="NEEDS_SITUATION"} 1`, "xinxing_sockets 1", "go_goroutines",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
	for _, leak := range []string{"secret", "Secret", "clerk-a", "安晓梅", "王小明", servicetest.Phone, "13912340000", clerk.cookie.Value} {
		if strings.Contains(text, leak) {
			t.Errorf("the metrics tell %q", leak)
		}
	}
	for _, l := range regexp.MustCompile(`(?m)^xinxing_[a-z_]+\{([^}]*)\}`).FindAllStringSubmatch(text, -1) {
		if !regexp.MustCompile(`^(?:(?:kind="(?:query|mutation)"|status="[1-5]\d\d"|code="[A-Z_]*"|le="[0-9.+Inf]+"),?)+$`).MatchString(l[1]) {
			t.Errorf("label %s", l[1])
		}
	}
	// They have a port of their own: the desk's does not give them.
	if a := p.send(p.request(http.MethodGet, "/metrics", "")); strings.Contains(string(a.body), "go_goroutines") {
		t.Error("the desk's own port gives the metrics")
	}
}

func TestPages_FallbackAndCaching(t *testing.T) {
	files := fstest.MapFS{
		"index.html":         {Data: []byte("<title>the page</title>")},
		"favicon.svg":        {Data: []byte("<svg/>")},
		"assets/app-1234.js": {Data: []byte("1")},
	}
	h := pages(files)
	for _, test := range []struct {
		method, path string
		status       int
		body, cache  string
	}{
		{"GET", "/", 200, "the page", "no-cache"},
		{"GET", "/index.html", 200, "the page", "no-cache"},
		{"GET", "/queue", 200, "the page", "no-cache"},
		{"GET", "/cases/20260226-00001?tab=journal", 200, "the page", "no-cache"},
		{"HEAD", "/queue", 200, "", "no-cache"},
		{"GET", "/assets", 200, "the page", "no-cache"},
		{"GET", "/favicon.svg", 200, "<svg/>", ""},
		{"GET", "/assets/app-1234.js", 200, "1", "public, max-age=31536000, immutable"},
		{"GET", "/assets/none", 404, "not found", "no-store"},
		{"GET", "/assets/app-0000.js", 404, "not found", "no-store"},
		{"GET", "/assets/../assets/none.js", 404, "not found", "no-store"},
		{"GET", "/../../etc/passwd", 200, "the page", "no-cache"},
		{"POST", "/queue", 405, "method not allowed", "no-store"},
		{"DELETE", "/", 405, "method not allowed", "no-store"},
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(test.method, test.path, nil))
		if w.Code != test.status || w.Header().Get("Cache-Control") != test.cache || test.method != "HEAD" && !strings.Contains(w.Body.String(), test.body) {
			t.Errorf("%s %s: %d %q %q", test.method, test.path, w.Code, w.Header().Get("Cache-Control"), w.Body)
		}
	}
	w := httptest.NewRecorder()
	pages(fstest.MapFS{}).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "make build") {
		t.Errorf("without built pages: %d %s", w.Code, w.Body)
	}
}

func TestHeaders_OnEveryAnswer(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	p := h.public()
	for _, path := range []string{"/", "/queue", "/assets/none", "/healthz", "/readyz", "/graphql", "/graphql?query={officeName}"} {
		a := p.send(p.request(http.MethodGet, path, ""))
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "X-Frame-Options": "DENY"} {
			if got := a.header.Get(name); got != want {
				t.Errorf("%s: %s %q", path, name, got)
			}
		}
		policy := a.header.Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"} {
			if !strings.Contains(policy, want) {
				t.Errorf("%s: policy %q lacks %s", path, policy, want)
			}
		}
		if strings.Contains(policy, "unsafe-eval") || strings.Contains(strings.ReplaceAll(policy, "style-src 'self' 'unsafe-inline'", ""), "unsafe-inline") {
			t.Errorf("%s: policy %q", path, policy)
		}
		if a.header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: other sites may read it", path)
		}
	}
	if a := p.must(`{ officeName }`, nil); a.header.Get("Cache-Control") != "no-store" {
		t.Errorf("an answer of the API may be cached: %v", a.header)
	}
}

// A stop tells each socket 1001 and takes no new one.
func TestStop_ClosesSocketsWith1001(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	clerk := h.as("clerk-a")
	idle, busy := clerk.socket(), clerk.socket()
	busy.start(deskEvents, nil)
	events := clerk.stream(deskEvents, nil, "")
	done := make(chan error, 1)
	go func() { done <- h.site.sockets.Shutdown(context.Background()) }()
	for name, s := range map[string]*socket{"idle": idle, "busy": busy} {
		if got := s.closed(); got != 1001 {
			t.Errorf("the %s socket was closed with %d, want 1001", name, got)
		}
	}
	if e, err := events.tryNext(); err == nil {
		t.Errorf("the stream goes on: %+v", e)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
	if got := clerk.dial().closed(); got != 1001 {
		t.Errorf("a new socket was closed with %d, want 1001", got)
	}
	if e := clerk.stream(deskEvents, nil, ""); e.resp.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("a new stream: %d", e.resp.StatusCode)
	}
	clerk.opens(nil) // requests are served to the end
	if n := h.site.sockets.Len(); n != 0 {
		t.Errorf("%d sockets are left", n)
	}
	_, _ = io.Copy(io.Discard, events.resp.Body)
}
