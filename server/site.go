package main

import (
	"context"
	"encoding/json"
	"io/fs"
	"log/slog"
	"net/http"
	"net/netip"
	"path"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/vektah/gqlparser/v2/ast"

	"xinxing/frontend"
	"xinxing/graph"
	"xinxing/internal/service"
	"xinxing/internal/store"
	"xinxing/server/gqlhttp"
	"xinxing/server/gqlws"
	"xinxing/server/public"
)

// site is the desk on the web: the API, the pages and the probes.
type site struct {
	desk *service.Desk
	log  *slog.Logger
	tls  bool
	// proxies is how many trusted proxies stand before the desk.
	proxies int
	sockets *gqlws.Registry
	metrics *metrics
	limits  *gqlhttp.Limits
	ready   atomic.Bool
}

func newSite(d *service.Desk, tls bool, log *slog.Logger) *site {
	s := &site{desk: d, log: log, tls: tls, sockets: gqlws.NewRegistry()}
	if tls {
		s.proxies = 1 // the one that ends TLS
	}
	s.metrics = newMetrics(s.sockets)
	s.limits = gqlhttp.NewLimits(func(ctx context.Context) gqlhttp.Class {
		v, ok := store.ViewerOf(ctx)
		switch {
		case ok && v.Session != "":
			return gqlhttp.Staff
		case ok && v.Token != "":
			return gqlhttp.Partner
		}
		return gqlhttp.Public
	})
	s.ready.Store(true)
	return s
}

func (s *site) handler() http.Handler {
	mux := http.NewServeMux()
	api := s.withSession(s.graphql())
	mux.Handle("/graphql", api)
	mux.Handle(partnerPath+"graphql", api)
	mux.Handle("GET "+partnerPath+"files/{id}", s.readerOnly(s.file))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /readyz", s.readyz)
	mux.Handle("POST /files", s.viewerOnly(s.receive))
	mux.Handle("GET /files/{id}", s.readerOnly(s.file))
	mux.Handle("GET /papers/{id}", s.viewerOnly(s.printed))
	open := public.Handler(s.desk, s.log)
	for _, path := range []string{"/public/", "/p/", "/wall", "/wall/"} {
		mux.Handle(path, open)
	}
	mux.Handle("GET /exchange/{file}", s.viewerOnly(s.export))
	mux.Handle("POST /exchange/{file}", s.viewerOnly(s.exchange))
	mux.Handle("GET /ledgers/{kind}", s.viewerOnly(s.ledger))
	mux.Handle("GET /reports/{id}", s.readerOnly(s.pull))
	mux.Handle("POST /sheets", s.viewerOnly(s.sheet))
	mux.HandleFunc("HEAD /ledgers/{kind}", s.noLedgerHead)
	mux.Handle("/", pages(frontend.FS()))
	protection := http.NewCrossOriginProtection()
	return s.recovered(s.forwarded(s.metrics.count(headers(protection.Handler(mux)))))
}

// forwarded names who really asks where proxies stand before the desk. Each proxy adds at the end of X-Forwarded-For who
// asked it, so that of n trusted ones the n-th entry from the end is who asked the first; what stands before it is the
// asker's own to write. A request with fewer entries did not come through all of them: nothing of its header is believed.
func (s *site) forwarded(next http.Handler) http.Handler {
	if s.proxies < 1 {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if at, ok := asker(r.Header.Values("X-Forwarded-For"), s.proxies); ok {
			r = r.Clone(r.Context())
			r.RemoteAddr = netip.AddrPortFrom(at, 0).String()
		}
		next.ServeHTTP(w, r)
	})
}

// asker is the address that the outermost of n proxies added to the lines of X-Forwarded-For, with or without a port;
// false where there are fewer entries, or none that is an address.
func asker(lines []string, n int) (netip.Addr, bool) {
	chain := strings.Split(strings.Join(lines, ","), ",")
	if len(lines) == 0 || len(chain) < n {
		return netip.Addr{}, false
	}
	entry := strings.TrimSpace(chain[len(chain)-n])
	if with, err := netip.ParseAddrPort(entry); err == nil {
		return with.Addr(), true
	}
	if inner, bracketed := strings.CutPrefix(entry, "["); bracketed {
		entry, bracketed = strings.CutSuffix(inner, "]")
		if !bracketed || !strings.Contains(entry, ":") {
			return netip.Addr{}, false
		}
	}
	at, err := netip.ParseAddr(entry)
	return at, err == nil
}

func answer(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text + "\n"))
}

// readyz is 200 while the database answers and the server takes requests.
func (s *site) readyz(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	if !s.ready.Load() {
		answer(w, http.StatusServiceUnavailable, "stopping")
		return
	}
	if err := s.desk.Store.Ping(ctx); err != nil {
		answer(w, http.StatusServiceUnavailable, "database")
		return
	}
	answer(w, http.StatusOK, "ready")
}

// graphql assembles the API: transports, limits, persisted queries.
func (s *site) graphql() http.Handler {
	config := graph.Config{Resolvers: &graph.Resolver{Desk: s.desk, Auth: s, LastEventID: gqlhttp.LastEventID}}
	graph.Weigh(&config.Complexity)
	h := handler.New(graph.NewExecutableSchema(config))
	h.SetErrorPresenter(graph.Present(s.log))
	h.SetRecoverFunc(graph.Recover(s.log))
	h.AddTransport(gqlws.New(s.sockets, s.authenticate, gqlws.Recheck(s.recheck)))
	h.AddTransport(gqlhttp.NewSSE(gqlhttp.CursorOf(cursorOf), gqlhttp.TrackedBy(s.sockets, sessionOf), gqlhttp.RecheckStream(s.recheck)))
	h.AddTransport(gqlhttp.New())
	h.SetParserTokenLimit(s.limits.MaxTokens())
	h.SetDisableSuggestion(true)
	h.SetQueryCache(gqlhttp.NewCache[*ast.QueryDocument](1000, 32<<10))
	h.Use(s.limits) // before persisted queries, so that no oversized document gets into their cache
	h.Use(extension.AutomaticPersistedQuery{Cache: gqlhttp.NewCache[string](1000, 32<<10)})
	h.Use(graph.Scopes{})
	h.AroundOperations(gathered)
	h.AroundResponses(s.recordRead)
	h.AroundResponses(s.metrics.operation)
	return h
}

// cursorOf finds the cursor in the data of a subscription's event: {"field":{"cursor":"…"}}.
func cursorOf(data json.RawMessage) string {
	var fields map[string]struct {
		Cursor string `json:"cursor"`
	}
	if json.Unmarshal(data, &fields) != nil {
		return ""
	}
	for _, f := range fields {
		return f.Cursor
	}
	return ""
}

// pages serves the built SPA: files as they are, anything else the page itself, which knows its own addresses.
func pages(files fs.FS) http.Handler {
	server := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if info, err := fs.Stat(files, name); name != "" && name != "index.html" && err == nil && !info.IsDir() {
			if strings.HasPrefix(name, "assets/") {
				w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
			}
			server.ServeHTTP(w, r)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			answer(w, http.StatusMethodNotAllowed, "method not allowed")
			return
		}
		if strings.HasPrefix(name, "assets/") {
			answer(w, http.StatusNotFound, "not found")
			return
		}
		page, err := fs.ReadFile(files, "index.html")
		if err != nil {
			answer(w, http.StatusServiceUnavailable, "the pages were not built: run `make build`")
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Cache-Control", "no-cache")
		_, _ = w.Write(page)
	})
}

// headers sets what a browser must not do with our pages.
func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("X-Frame-Options", "DENY")
		// Ant Design writes its styles into the page.
		h.Set("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'")
		next.ServeHTTP(w, r)
	})
}

func (s *site) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			p := recover()
			if p == http.ErrAbortHandler {
				panic(p) // the server cuts the connection
			}
			if p != nil {
				s.log.Error("panic", "panic", p, "page", r.Pattern, "stack", string(debug.Stack()))
				answer(w, http.StatusInternalServerError, "internal error")
			}
		}()
		next.ServeHTTP(w, r)
	})
}
