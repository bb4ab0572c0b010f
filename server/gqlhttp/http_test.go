package gqlhttp_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"xinxing/server/gqlhttp"
	"xinxing/server/gqlhttp/gqltest"
)

type asStaff struct{}

// classOf reads the audience that the header Class has put into the context.
func classOf(ctx context.Context) gqlhttp.Class {
	if ctx.Value(asStaff{}) != nil {
		return gqlhttp.Staff
	}
	return gqlhttp.Public
}

// server is the whole assembly, with the header Class standing for the session.
func server(schema *gqltest.Schema, opts ...gqlhttp.Option) http.Handler {
	srv := handler.New(schema)
	srv.SetRecoverFunc(func(_ context.Context, p any) error { return fmt.Errorf("recovered: %v", p) })
	srv.AddTransport(gqlhttp.NewSSE(opts...))
	srv.AddTransport(gqlhttp.New(opts...))
	limits := gqlhttp.NewLimits(classOf)
	srv.SetParserTokenLimit(limits.MaxTokens())
	srv.SetQueryCache(gqlhttp.NewCache[*ast.QueryDocument](100, 16<<10))
	srv.Use(limits)
	srv.Use(extension.AutomaticPersistedQuery{Cache: gqlhttp.NewCache[string](100, 16<<10)})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Class") == "staff" {
			r = r.WithContext(context.WithValue(r.Context(), asStaff{}, true))
		}
		srv.ServeHTTP(w, r)
	})
}

type answer struct {
	*httptest.ResponseRecorder
	fields map[string]json.RawMessage
	errs   gqlerror.List
}

func ask(t *testing.T, h http.Handler, r *http.Request) answer {
	t.Helper()
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, r)
	a := answer{ResponseRecorder: rec}
	if err := json.Unmarshal(rec.Body.Bytes(), &a.fields); err != nil {
		t.Fatalf("%d, not JSON: %s", rec.Code, rec.Body)
	}
	if raw, ok := a.fields["errors"]; ok {
		if err := json.Unmarshal(raw, &a.errs); err != nil {
			t.Fatal(err)
		}
	}
	if got := rec.Header().Get("Cache-Control"); got != "no-store" {
		t.Errorf("Cache-Control %q", got)
	}
	if got := rec.Header().Get("Content-Type"); !strings.HasSuffix(got, "; charset=utf-8") {
		t.Errorf("Content-Type %q", got)
	}
	return a
}

func (a answer) code() string {
	if len(a.errs) == 0 {
		return ""
	}
	code, _ := a.errs[0].Extensions["code"].(string)
	return code
}

func (a answer) field() string {
	field, _ := a.errs[0].Extensions["field"].(string)
	return field
}

func post(body string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	return r
}

func query(document string) *http.Request {
	b, _ := json.Marshal(map[string]string{"query": document})
	return post(string(b))
}

func get(params ...string) *http.Request {
	values := url.Values{}
	for i := 0; i < len(params); i += 2 {
		values.Add(params[i], params[i+1])
	}
	return httptest.NewRequest(http.MethodGet, "/graphql?"+values.Encode(), nil)
}

func with(r *http.Request, name, value string) *http.Request {
	r.Header.Set(name, value)
	return r
}

const (
	modern = "application/graphql-response+json"
	plain  = "application/json"
)

func TestAcceptNegotiation(t *testing.T) {
	h := server(gqltest.New())
	for accept, want := range map[string]string{
		"":                                    plain,
		"*/*":                                 plain,
		"application/*":                       plain,
		plain:                                 plain,
		modern:                                modern,
		modern + ", " + plain:                 modern,
		plain + ", " + modern:                 plain,
		plain + ";q=0.9," + modern + ";q=0.9": plain,
		plain + ";q=0.9, " + modern:           modern,
		modern + ";q=0.2, */*;q=0.5":          plain,
		modern + ", */*":                      modern,
		modern + ";charset=UTF-8":             modern,
		"APPLICATION/GRAPHQL-RESPONSE+JSON":   modern,
		"text/html, */*;q=0.1":                plain,
		modern + ", " + plain + ";q=0.9, text/event-stream": modern,
		plain + ", text/event-stream":                       plain,
		"text/x-event-stream, */*":                          plain,
		"text/event-stream;q=0, */*":                        plain,
	} {
		a := ask(t, h, with(query(`{ hello }`), "Accept", accept))
		if got, _, _ := strings.Cut(a.Header().Get("Content-Type"), ";"); a.Code != 200 || got != want {
			t.Errorf("Accept %q: %d %s, want %s", accept, a.Code, got, want)
		}
	}
	for _, accept := range []string{"text/html", "image/*", modern + ";q=0", "*/*;q=0", modern + ";charset=latin1", "application/xml, text/*"} {
		a := ask(t, h, with(query(`{ hello }`), "Accept", accept))
		if a.Code != http.StatusNotAcceptable || a.code() != gqlhttp.CodeNotAcceptable {
			t.Errorf("Accept %q: %d %s", accept, a.Code, a.code())
		}
	}
}

func TestMethodsAndMediaTypes(t *testing.T) {
	schema := gqltest.New()
	h := server(schema)
	for _, method := range []string{"PUT", "PATCH", "DELETE", "OPTIONS"} {
		a := ask(t, h, httptest.NewRequest(method, "/graphql", strings.NewReader(`{"query":"{ hello }"}`)))
		if a.Code != 405 || a.Header().Get("Allow") != "GET, POST" || a.code() != gqlhttp.CodeMethodNotAllowed {
			t.Errorf("%s: %d, Allow %q, %s", method, a.Code, a.Header().Get("Allow"), a.code())
		}
	}
	for _, kind := range []string{"", "text/plain", "application/graphql", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=latin1", "application/json;;"} {
		r := query(`{ hello }`)
		r.Header.Del("Content-Type")
		if kind != "" {
			r.Header.Set("Content-Type", kind)
		}
		if a := ask(t, h, r); a.Code != 415 || a.code() != gqlhttp.CodeMediaType {
			t.Errorf("Content-Type %q: %d %s", kind, a.Code, a.code())
		}
	}
	if a := ask(t, h, with(query(`{ hello }`), "Content-Encoding", "gzip")); a.Code != 415 {
		t.Errorf("gzip: %d", a.Code)
	}
	if ran := schema.Executed(); len(ran) != 0 {
		t.Errorf("executed %v", ran)
	}
	if a := ask(t, h, with(query(`{ hello }`), "Content-Type", "application/json; charset=UTF-8")); a.Code != 200 {
		t.Errorf("UTF-8: %d", a.Code)
	}
}

func TestStatusAndDataEntry(t *testing.T) {
	tests := []struct {
		name          string
		request       func() *http.Request
		modern, plain int
		code          string
		data          bool
	}{
		{"query", func() *http.Request { return query(`{ hello }`) }, 200, 200, "", true},
		{"mutation", func() *http.Request { return query(`mutation { note(text: "x") }`) }, 200, 200, "", true},
		{"execution error", func() *http.Request { return query(`{ fail }`) }, 200, 200, "", true},
		{"parse error", func() *http.Request { return query(`{`) }, 400, 200, "GRAPHQL_PARSE_FAILED", false},
		{"validation error", func() *http.Request { return query(`{ nope }`) }, 400, 200, "GRAPHQL_VALIDATION_FAILED", false},
		{"coercion error", func() *http.Request {
			return post(`{"query":"query($n: Int!) { list(first: $n) { id } }","variables":{"n":"x"}}`)
		}, 400, 200, "GRAPHQL_VALIDATION_FAILED", false},
		{"unknown operation", func() *http.Request { return post(`{"query":"query A { hello }","operationName":"B"}`) }, 400, 200, "GRAPHQL_VALIDATION_FAILED", false},
		{"limit", func() *http.Request { return query(`{ __schema { queryType { name } } }`) }, 400, 200, gqlhttp.CodeIntrospectionDisabled, false},
		{"persisted query not found", func() *http.Request {
			return post(`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`)
		}, 400, 200, "PERSISTED_QUERY_NOT_FOUND", false},
		{"subscription", func() *http.Request { return query(`subscription { ticks { n } }`) }, 406, 406, gqlhttp.CodeNeedsStream, false},
		{"subscription by GET", func() *http.Request { return get("query", `subscription { ticks { n } }`) }, 406, 406, gqlhttp.CodeNeedsStream, false},
		{"mutation by GET", func() *http.Request { return get("query", `mutation { note }`) }, 405, 405, gqlhttp.CodeMethodNotAllowed, false},
		{"second mutation by GET", func() *http.Request {
			return get("query", `query A { hello } mutation B { note }`, "operationName", "B")
		}, 405, 405, gqlhttp.CodeMethodNotAllowed, false},
		{"query by GET", func() *http.Request {
			return get("query", `query A($n: String) { hello(name: $n) }`, "operationName", "A", "variables", `{"n":"王"}`, "extensions", `{}`)
		}, 200, 200, "", true},
		{"empty body", func() *http.Request { return post(``) }, 400, 400, gqlhttp.CodeBadRequest, false},
		{"no JSON", func() *http.Request { return post(`{"query":`) }, 400, 400, gqlhttp.CodeBadRequest, false},
		{"trailing JSON", func() *http.Request { return post(`{"query":"{ hello }"} {}`) }, 400, 400, gqlhttp.CodeBadRequest, false},
		{"null", func() *http.Request { return post(`null`) }, 400, 400, gqlhttp.CodeBadRequest, false},
		{"string", func() *http.Request { return post(`"{ hello }"`) }, 400, 400, gqlhttp.CodeBadRequest, false},
		{"batch", func() *http.Request { return post(` [{"query":"{ hello }"}]`) }, 400, 400, gqlhttp.CodeBatchRefused, false},
		{"no query", func() *http.Request { return post(`{}`) }, 400, 400, gqlhttp.CodeBadRequest, false},
		{"Query in capitals", func() *http.Request { return post(`{"QUERY":"{ hello }"}`) }, 400, 400, gqlhttp.CodeBadRequest, false},
		{"query null", func() *http.Request { return post(`{"query":null}`) }, 400, 400, gqlhttp.CodeBadRequest, false},
		{"query twice by GET", func() *http.Request { return get("query", `{ hello }`, "query", `{ fail }`) }, 400, 400, gqlhttp.CodeBadRequest, false},
		{"no query by GET", func() *http.Request { return get() }, 400, 400, gqlhttp.CodeBadRequest, false},
		{"bad variables by GET", func() *http.Request { return get("query", `{ hello }`, "variables", `{`) }, 400, 400, gqlhttp.CodeBadRequest, false},
		{"list of variables by GET", func() *http.Request { return get("query", `{ hello }`, "variables", `[]`) }, 400, 400, gqlhttp.CodeBadRequest, false},
		{"bad escape in URL", func() *http.Request {
			r := get()
			r.URL.RawQuery = "query=%zz"
			return r
		}, 400, 400, gqlhttp.CodeBadRequest, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			h := server(gqltest.New())
			for accept, status := range map[string]int{modern: test.modern, plain: test.plain} {
				a := ask(t, h, with(test.request(), "Accept", accept))
				if a.Code != status || a.code() != test.code {
					t.Errorf("%s: %d %s, want %d %s: %s", accept, a.Code, a.code(), status, test.code, a.Body)
				}
				if _, ok := a.fields["data"]; ok != test.data {
					t.Errorf("%s: data entry %v", accept, ok)
				}
				if got := a.Header().Get("Content-Type"); !strings.HasPrefix(got, accept) {
					t.Errorf("Content-Type %q", got)
				}
				if a.Code == 405 && a.Header().Get("Allow") != "POST" {
					t.Errorf("Allow %q", a.Header().Get("Allow"))
				}
			}
		})
	}
}

func TestParametersOfTheWrongKind(t *testing.T) {
	schema := gqltest.New()
	h := server(schema)
	for _, name := range []string{"query", "operationName", "variables", "extensions"} {
		for _, value := range []string{`0`, `false`, `["x"]`, `{"a":1}`, `"x"`} {
			text := name == "query" || name == "operationName"
			if right := map[bool]string{true: `"`, false: `{`}[text]; strings.HasPrefix(value, right) {
				continue
			}
			body := fmt.Sprintf(`{"query":"{ hello }",%q:%s}`, name, value)
			a := ask(t, h, post(body))
			if a.Code != 400 || a.code() != gqlhttp.CodeBadRequest || a.field() != name {
				t.Errorf("%s: %d %s %s", body, a.Code, a.code(), a.field())
			}
		}
	}
	if ran := schema.Executed(); len(ran) != 0 {
		t.Errorf("executed %v", ran)
	}
	for _, name := range []string{"operationName", "variables", "extensions"} {
		if a := ask(t, h, post(fmt.Sprintf(`{"query":"{ hello }",%q:null}`, name))); a.Code != 200 || a.code() != "" {
			t.Errorf("%s null: %d", name, a.Code)
		}
	}
}

func TestBodyLimit(t *testing.T) {
	schema := gqltest.New()
	h := server(schema)
	body := func(n int) string {
		const frame = `{"query":"{ hello }","extensions":{"pad":""}}`
		return strings.Replace(frame, `""`, `"`+strings.Repeat("x", n-len(frame))+`"`, 1)
	}
	if a := ask(t, h, post(body(gqlhttp.DefaultMaxBody))); a.Code != 200 {
		t.Errorf("at the limit: %d", a.Code)
	}
	for name, r := range map[string]*http.Request{
		"announced": post(body(gqlhttp.DefaultMaxBody + 1)),
		"chunked": func() *http.Request {
			r := post("")
			r.Body, r.ContentLength = io.NopCloser(strings.NewReader(body(gqlhttp.DefaultMaxBody+1))), -1
			return r
		}(),
		"endless": func() *http.Request {
			r := post("")
			r.Body, r.ContentLength = io.NopCloser(endless{}), -1
			return r
		}(),
	} {
		a := ask(t, h, r)
		if a.Code != 413 || a.code() != gqlhttp.CodeBodyTooLarge || a.errs[0].Extensions["limit"] != float64(gqlhttp.DefaultMaxBody) {
			t.Errorf("%s: %d %s", name, a.Code, a.Body)
		}
	}
	r := post("")
	r.Body, r.ContentLength = io.NopCloser(unread{t}), gqlhttp.DefaultMaxBody+1
	if a := ask(t, h, r); a.Code != 413 {
		t.Errorf("announced: %d", a.Code)
	}
	if a := ask(t, h, get("query", `{ hello }`, "pad", strings.Repeat("x", gqlhttp.DefaultMaxBody))); a.Code != 414 || a.code() != gqlhttp.CodeBodyTooLarge {
		t.Errorf("URL: %d %s", a.Code, a.code())
	}
	if a := ask(t, server(schema, gqlhttp.MaxBody(10)), query(`{ hello }`)); a.Code != 413 {
		t.Errorf("option: %d", a.Code)
	}
	if n := len(schema.Executed()); n != 1 {
		t.Errorf("%d fields executed", n)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return copy(p, strings.Repeat(" ", len(p))), nil }

// unread is a body of which not a byte is to be read.
type unread struct{ t *testing.T }

func (u unread) Read([]byte) (int, error) {
	u.t.Error("the body was read")
	return 0, io.EOF
}

func TestNestingLimit(t *testing.T) {
	h := server(gqltest.New())
	// The request, variables and i are three levels; the innermost value is none.
	nested := func(n int) string {
		return `{"query":"query($i: FindInput) { find(input: $i) }","variables":{"i":` +
			strings.Repeat(`{"deeper":`, n) + `null` + strings.Repeat(`}`, n) + `}}`
	}
	if a := ask(t, h, post(nested(30))); a.Code != 200 || a.code() != "" {
		t.Errorf("at the limit: %d %s", a.Code, a.Body)
	}
	for _, n := range []int{31, 5000} {
		if a := ask(t, h, post(nested(n))); a.Code != 400 || a.code() != gqlhttp.CodeBodyTooDeep {
			t.Errorf("%d: %d %s", n, a.Code, a.code())
		}
	}
	if a := ask(t, h, post(strings.Repeat(`[`, 100_000))); a.Code != 400 {
		t.Errorf("brackets: %d", a.Code)
	}
	lists := `{"query":"{ hello }","extensions":{"a":` + strings.Repeat(`[`, 31) + strings.Repeat(`]`, 31) + `}}`
	if a := ask(t, h, post(lists)); a.code() != gqlhttp.CodeBodyTooDeep {
		t.Errorf("lists: %s", a.code())
	}
	deep := strings.Repeat(`{"deeper":`, 31) + `null` + strings.Repeat(`}`, 31)
	if a := ask(t, h, get("query", `{ hello }`, "variables", `{"i":`+deep+`}`)); a.code() != gqlhttp.CodeBodyTooDeep {
		t.Errorf("GET: %s", a.code())
	}
}

func TestNothingIsEchoed(t *testing.T) {
	const secret = "13800138000"
	h := server(gqltest.New())
	for _, r := range []*http.Request{
		post(secret),
		post(`{"query":"` + secret),
		post(`{"query":` + secret + `}`),
		post(`[{"query":"` + secret + `"}]`),
		post(`{"query":"{ hello }","variables":["` + secret + `"]}`),
		post(`{"query":"{ hello }","variables":{"` + secret + `":"\u0000"}}`),
		post(`{"query":"{ hello }","variables":{"n":"` + secret + `\u0000"}}`),
		post(`{"query":"{ hello(name: \"` + secret + `\\u0000\") }"}`),
		with(post(secret), "Content-Type", secret),
		with(post(secret), "Accept", secret+"/x"),
		get("query", secret+"\x00"),
		get("query", "{ hello }", "variables", secret+"x"),
	} {
		if a := ask(t, h, r); a.Code < 400 || strings.Contains(a.Body.String(), secret) || strings.Contains(fmt.Sprint(a.Header()), secret) {
			t.Errorf("%d %s", a.Code, a.Body)
		}
	}
}

func TestPersistedQueries(t *testing.T) {
	h := server(gqltest.New())
	ext := func(sum string) string {
		return `"extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + sum + `"}}`
	}
	known := sum256(`{ hello }`)
	if a := ask(t, h, post(`{`+ext(known)+`}`)); a.code() != "PERSISTED_QUERY_NOT_FOUND" {
		t.Errorf("unknown: %s", a.Body)
	}
	if a := ask(t, h, post(`{"query":"{ hello }",`+ext(known)+`}`)); a.code() != "" {
		t.Errorf("register: %s", a.Body)
	}
	if a := ask(t, h, post(`{`+ext(known)+`}`)); string(a.fields["data"]) != `{"hello":"hello"}` {
		t.Errorf("by hash: %s", a.Body)
	}
	if a := ask(t, h, get("extensions", `{"persistedQuery":{"version":1,"sha256Hash":"`+known+`"}}`)); string(a.fields["data"]) != `{"hello":"hello"}` {
		t.Errorf("by hash in a URL: %s", a.Body)
	}

	// What is too large for the public does not get in by its hash, neither before nor after staff have registered it.
	big := "{" + strings.Repeat(" hello", 1500) + " }"
	register := func() *http.Request { return post(`{"query":"` + big + `",` + ext(sum256(big)) + `}`) }
	byHash := func() *http.Request { return post(`{` + ext(sum256(big)) + `}`) }
	if a := ask(t, h, register()); a.code() != gqlhttp.CodeTooManyTokens {
		t.Errorf("register by the public: %s", a.Body)
	}
	if a := ask(t, h, with(byHash(), "Class", "staff")); a.code() != "PERSISTED_QUERY_NOT_FOUND" {
		t.Errorf("the public's attempt was kept: %s", a.Body)
	}
	if a := ask(t, h, with(register(), "Class", "staff")); a.code() != "" {
		t.Errorf("register by staff: %s", a.Body)
	}
	if a := ask(t, h, with(byHash(), "Class", "staff")); a.code() != "" {
		t.Errorf("staff by hash: %s", a.Body)
	}
	if a := ask(t, h, byHash()); a.code() != gqlhttp.CodeTooManyTokens {
		t.Errorf("the public by hash: %s", a.Body)
	}
}

func TestCacheKeepsNothingLarge(t *testing.T) {
	ctx := context.Background()
	texts := gqlhttp.NewCache[string](2, 10)
	texts.Add(ctx, "a", "0123456789")
	texts.Add(ctx, "b", "0123456789x")
	if _, ok := texts.Get(ctx, "a"); !ok {
		t.Error("a is gone")
	}
	if _, ok := texts.Get(ctx, "b"); ok {
		t.Error("b was kept")
	}
	docs := gqlhttp.NewCache[*ast.QueryDocument](2, 10)
	docs.Add(ctx, "0123456789x", &ast.QueryDocument{})
	if _, ok := docs.Get(ctx, "0123456789x"); ok {
		t.Error("a large document was kept")
	}
}

func TestEncode(t *testing.T) {
	for want, resp := range map[string]*graphql.Response{
		`{}`:                                {},
		`{"data":null}`:                     {Data: []byte(`null`)},
		`{"data":{"a":1}}`:                  {Data: []byte(`{"a":1}`)},
		`{"errors":[{"message":"x"}]}`:      {Errors: gqlerror.List{{Message: "x"}}},
		`{"data":1,"extensions":{"a":"b"}}`: {Data: []byte(`1`), Extensions: map[string]any{"a": "b"}},
		`{"errors":[{"message":"x"}],"data":null,"extensions":{"a":"b"}}`: {
			Errors: gqlerror.List{{Message: "x"}}, Data: []byte(`null`), Extensions: map[string]any{"a": "b"},
		},
	} {
		if got := string(gqlhttp.Encode(resp)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
