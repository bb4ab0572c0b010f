package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/transport"

	"xinxing/graph"
	"xinxing/internal/service"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
)

// counted is how many SQL statements one request took, at least and at most of some tries.
type counted struct {
	what        string
	least, most int
}

// tries shows whether the count is the same each time: resolvers run side by side.
const tries = 20

// countStatements runs the requests in this process, over the same resolvers and sign-in check as the program's, and
// counts what goes to the database for each, from the cookie to the answer.
func countStatements(ctx context.Context, address, master, token string, receipt, id string, opening func() []byte) ([]counted, error) {
	var n atomic.Int64
	d, err := openDesk(ctx, address, master, store.Options{
		NoMigrate: true, SQL: sqldb.Options{OnStatement: func(context.Context, string) { n.Add(1) }},
	})
	if err != nil {
		return nil, err
	}
	defer func() { _ = d.Store.Close() }()
	h := handler.New(graph.NewExecutableSchema(graph.Config{Resolvers: &graph.Resolver{Desk: d}}))
	h.AddTransport(transport.POST{})
	ask := func(body []byte) (int, error) {
		begin := n.Load()
		v, err := d.SessionViewer(ctx, token)
		if err != nil {
			return 0, err
		}
		r := httptest.NewRequestWithContext(store.With(service.Remember(ctx), v), http.MethodPost, "/graphql", bytes.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if bytes.Contains(w.Body.Bytes(), []byte(`"errors"`)) {
			return 0, fmt.Errorf("%.400s", w.Body)
		}
		return int(n.Load() - begin), nil
	}
	var out []counted
	for _, q := range []struct {
		what string
		body func() []byte
	}{
		{"queue page, 10 rows", same(request(queuePage, queueVariables(10)))},
		{"queue page, 50 rows", same(request(queuePage, queueVariables(50)))},
		{"queue page, 100 rows", same(request(queuePage, queueVariables(100)))},
		{"50 rows alone", same(request(queueList, queueVariables(50)))},
		{"case page", same(request(caseSheet, map[string]any{"receiptNo": receipt}))},
		{"case page with its materials, custody, fees, files and papers", same(request(caseWhole, map[string]any{"receiptNo": receipt}))},
		{"case journal", same(request(caseJournal, map[string]any{"id": id, "first": 50}))},
		{"openCase", opening},
	} {
		if _, err := ask(q.body()); err != nil { // the office is read into memory once
			return nil, fmt.Errorf("%s: %w", q.what, err)
		}
		c := counted{what: q.what, least: 1 << 30}
		for range tries {
			k, err := ask(q.body())
			if err != nil {
				return nil, fmt.Errorf("%s: %w", q.what, err)
			}
			c.least, c.most = min(c.least, k), max(c.most, k)
		}
		out = append(out, c)
	}
	return out, nil
}

func same(body []byte) func() []byte { return func() []byte { return body } }
