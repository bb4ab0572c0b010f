package gqlhttp_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/vektah/gqlparser/v2/ast"

	"xinxing/server/gqlhttp"
	"xinxing/server/gqlhttp/gqltest"
)

// limited is a server where everybody has the same bounds.
func limited(schema *gqltest.Schema, bounds gqlhttp.Bounds) http.Handler {
	srv := handler.New(schema)
	srv.AddTransport(gqlhttp.New())
	srv.Use(&gqlhttp.Limits{Bounds: map[gqlhttp.Class]gqlhttp.Bounds{gqlhttp.Public: bounds}})
	return srv
}

func TestTokenLimit(t *testing.T) {
	schema := gqltest.New()
	h := server(schema)
	for _, test := range []struct {
		class    string
		document string
		refused  bool
	}{
		{"public", "{" + strings.Repeat(" hello", 998) + " }", false},
		{"public", "{" + strings.Repeat(" hello", 999) + " }", true},
		{"public", "{ hello }" + strings.Repeat("#x\n", 998), true},      // comments count
		{"public", "{" + strings.Repeat(" hello", 1000) + " \x60", true}, // before the parser sees what is wrong
		{"staff", "{" + strings.Repeat(" hello", 999) + " }", false},
		{"staff", "{" + strings.Repeat(" hello", 2998) + " }", false},
		{"staff", "{" + strings.Repeat(" hello", 2999) + " }", true},
		{"somebody", "{" + strings.Repeat(" hello", 999) + " }", true},
	} {
		a := ask(t, h, with(query(test.document), "Class", test.class))
		if refused := a.code() == gqlhttp.CodeTooManyTokens; refused != test.refused || (!refused && a.code() != "") {
			t.Errorf("%s, %d bytes: %s", test.class, len(test.document), a.Body)
		}
	}
	// A known document is not let through because it is known.
	known := "{" + strings.Repeat(" hello", 1200) + " }"
	ask(t, h, with(query(known), "Class", "staff"))
	if a := ask(t, h, query(known)); a.code() != gqlhttp.CodeTooManyTokens || a.errs[0].Extensions["limit"] != 1000.0 {
		t.Errorf("cached: %s", a.Body)
	}
}

func TestMaxTokens(t *testing.T) {
	l := gqlhttp.NewLimits(nil)
	if got := l.MaxTokens(); got != 3000 {
		t.Errorf("got %d", got)
	}
	l.Bounds[gqlhttp.Partner] = gqlhttp.Bounds{}
	if got := l.MaxTokens(); got != 0 {
		t.Errorf("with an unbounded class: %d", got)
	}
	if err := (&gqlhttp.Limits{}).Validate(gqltest.New()); err == nil {
		t.Error("no bounds at all were accepted")
	}
}

func TestDepthLimit(t *testing.T) {
	for document, depth := range map[string]int{
		`{ hello }`:                       1,
		`{ node { id } }`:                 2,
		`{ node { child { id } } hello }`: 3,
		`{ ...a } fragment a on Query { node { ...b } } fragment b on Node { child { ...c } } fragment c on Node { id }`: 3,
		`{ node { ... { ... on Node { child { id } } } } }`:                                                              3,
		`{ node { ...b id } } fragment b on Node { id child { child { id } } }`:                                          4,
		`mutation { note }`: 1,
	} {
		for _, limit := range []int{depth, depth - 1} {
			if limit == 0 {
				continue
			}
			a := ask(t, limited(gqltest.New(), gqlhttp.Bounds{Depth: limit}), query(document))
			if refused := a.code() == gqlhttp.CodeTooDeep; refused != (limit < depth) {
				t.Errorf("%s with %d: %s", document, limit, a.Body)
			}
		}
	}
}

func TestAliasLimits(t *testing.T) {
	for _, test := range []struct {
		document    string
		root, total int
	}{
		{`{ hello node { id } }`, 0, 0},
		{`{ hello: hello }`, 0, 0},
		{`{ a: hello b: hello }`, 2, 2},
		{`{ a: node { b: id c: child { d: id } } }`, 1, 4},
		{`{ ...f } fragment f on Query { a: hello ... { b: hello } }`, 2, 2},
		{`{ x: node { ...f } y: node { ...f } } fragment f on Node { a: id b: name }`, 2, 6},
		{`mutation { a: note b: note c: note }`, 3, 3},
	} {
		for _, b := range []gqlhttp.Bounds{
			{RootAliases: test.root, Aliases: test.total},
			{RootAliases: test.root - 1}, {Aliases: test.total - 1},
		} {
			if b.RootAliases < 0 || b.Aliases < 0 {
				continue
			}
			over := (b.RootAliases > 0 && test.root > b.RootAliases) || (b.Aliases > 0 && test.total > b.Aliases)
			schema := gqltest.New()
			a := ask(t, limited(schema, b), query(test.document))
			if refused := a.code() == gqlhttp.CodeTooManyAliases; refused != over {
				t.Errorf("%s with %+v: %s", test.document, b, a.Body)
			}
			if over && len(schema.Executed()) != 0 {
				t.Errorf("executed %v", schema.Executed())
			}
		}
	}
}

func TestComplexityLimit(t *testing.T) {
	for document, complexity := range map[string]int{
		`{ hello }`:                       1,
		`{ node { id name } }`:            3,
		`{ list { id } }`:                 11,
		`{ list(first: 50) { id name } }`: 101,
		`{ list(first: 50) { ...f } } fragment f on Node { id name child { id } }`: 201,
		`{ a: node { ...f } b: node { ...f } } fragment f on Node { id name }`:     6,
	} {
		if a := ask(t, limited(gqltest.New(), gqlhttp.Bounds{Complexity: complexity}), query(document)); a.code() != "" {
			t.Errorf("%s with %d: %s", document, complexity, a.Body)
		}
		if complexity == 1 {
			continue
		}
		a := ask(t, limited(gqltest.New(), gqlhttp.Bounds{Complexity: complexity - 1}), query(document))
		if a.code() != gqlhttp.CodeComplexity || a.errs[0].Extensions["limit"] != float64(complexity-1) {
			t.Errorf("%s with %d: %s", document, complexity-1, a.Body)
		}
	}
	// Variables count with their values.
	h := limited(gqltest.New(), gqlhttp.Bounds{Complexity: 100})
	for first, want := range map[int]string{99: "", 100: gqlhttp.CodeComplexity} {
		a := ask(t, h, post(fmt.Sprintf(`{"query":"query($n: Int) { list(first: $n) { id } }","variables":{"n":%d}}`, first)))
		if a.code() != want {
			t.Errorf("%d: %s", first, a.Body)
		}
	}
}

// TestNestedFragmentsAreMeasuredOnce has fragments that would expand to 2^60 fields; walked naively it would not end.
func TestNestedFragmentsAreMeasuredOnce(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{ node { ...f0 } }`)
	for i := range 60 {
		fmt.Fprintf(&b, " fragment f%d on Node { a: child { ...f%d } b: child { ...f%d } }", i, i+1, i+1)
	}
	b.WriteString(` fragment f60 on Node { id }`)
	for bounds, want := range map[gqlhttp.Bounds]string{
		{Depth: 61}:          gqlhttp.CodeTooDeep,
		{Aliases: 1_000_000}: gqlhttp.CodeTooManyAliases,
		{Complexity: 10_000}: gqlhttp.CodeComplexity,
	} {
		schema := gqltest.New()
		if a := ask(t, limited(schema, bounds), query(b.String())); a.code() != want {
			t.Errorf("%+v: %s", bounds, a.code())
		}
	}
	// Without aliases the same tower is one field after another, however often a fragment is spread.
	b.Reset()
	b.WriteString(`{ node { ...f0 } }`)
	for i := range 60 {
		fmt.Fprintf(&b, " fragment f%d on Node { ...f%d ...f%d }", i, i+1, i+1)
	}
	b.WriteString(` fragment f60 on Node { id }`)
	if a := ask(t, limited(gqltest.New(), gqlhttp.Bounds{Depth: 2, Aliases: 1}), query(b.String())); a.code() != "" {
		t.Errorf("%s", a.Body)
	}
}

func TestFragmentCyclesEnd(t *testing.T) {
	a := ask(t, server(gqltest.New()), query(`{ node { ...f } } fragment f on Node { child { ...g } } fragment g on Node { child { ...f } }`))
	if a.code() != "GRAPHQL_VALIDATION_FAILED" {
		t.Errorf("%s", a.Body)
	}
}

func TestIntrospectionIsForStaff(t *testing.T) {
	h := server(gqltest.New())
	for _, document := range []string{
		`{ __schema { queryType { name } } }`,
		`{ hello a: __type(name: "Node") { name } }`,
		`{ ...f } fragment f on Query { ... { __type(name: "Node") { name } } }`,
	} {
		if a := ask(t, h, query(document)); a.code() != gqlhttp.CodeIntrospectionDisabled {
			t.Errorf("public: %s", a.Body)
		}
		if a := ask(t, h, with(query(document), "Class", "staff")); len(a.errs) != 0 {
			t.Errorf("staff: %s", a.Body)
		}
	}
	if a := ask(t, h, query(`{ __typename node { __typename } }`)); len(a.errs) != 0 {
		t.Errorf("__typename: %s", a.Body)
	}
}

func TestDeferIsRefused(t *testing.T) {
	h := server(gqltest.New())
	for _, document := range []string{
		`{ ... @defer { hello } }`,
		`{ node { ...f @defer(label: "x") } } fragment f on Node { id }`,
	} {
		if a := ask(t, h, query(document)); a.code() != gqlhttp.CodeDeferUnsupported {
			t.Errorf("%s: %s", document, a.Body)
		}
	}
}

func TestOperationTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		bounds := gqlhttp.Bounds{Timeout: 3 * time.Second}
		start := time.Now()
		a := ask(t, limited(gqltest.New(), bounds), query(`{ block }`))
		if took := time.Since(start); took != bounds.Timeout {
			t.Errorf("stopped after %v", took)
		}
		if a.Code != 200 || a.code() != gqlhttp.CodeOperationTimeout || string(a.fields["data"]) != "null" {
			t.Errorf("%d %s", a.Code, a.Body)
		}

		// A transport that asks on gets the end, not the error for ever.
		ctx := graphql.WithOperationContext(t.Context(), &graphql.OperationContext{Operation: &ast.OperationDefinition{Operation: ast.Query}})
		limits := &gqlhttp.Limits{Bounds: map[gqlhttp.Class]gqlhttp.Bounds{gqlhttp.Public: bounds}}
		responses := limits.InterceptOperation(ctx, func(ctx context.Context) graphql.ResponseHandler {
			return func(context.Context) *graphql.Response {
				<-ctx.Done()
				return nil
			}
		})
		if first, second := responses(ctx), responses(ctx); first == nil || second != nil {
			t.Errorf("first %v, second %v", first, second)
		}

		schema := gqltest.New()
		gate := make(chan struct{})
		schema.Block = gate
		time.AfterFunc(2*time.Second, func() { close(gate) })
		if a := ask(t, limited(schema, bounds), query(`{ block }`)); string(a.fields["data"]) != `{"block":"unblocked"}` || len(a.errs) != 0 {
			t.Errorf("in time: %s", a.Body)
		}
	})
}
