package gqlhttp_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"xinxing/server/gqlhttp"
	"xinxing/server/gqlhttp/gqltest"
)

func sum256(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

var badEscapes = []string{
	`\u0000`, `\u0007`, `\u001F`, `\u001b`, `\u007f`, `\u0080`, `\u009F`, `\b`, `\f`,
	`\ud800`, `\uD800x`, `\udbff\n`, `\udc00`, `\uDFFF`, `\ud83d\ud83d`, `\ud800\u0041`, `\udc00\ud800`, `\ud83d\\udc00`,
}

var goodEscapes = []string{
	`\t\n\r`, `\u0009\u000a\u000D`, `\"\\`, `\u4e2d`, `\ud83c\udfc3`, `\uD83C\uDFC3`, `中文🏃`, `\u00a0`, `\ufffd`, `\\ud800`, `\\u0000`, `\\b`,
}

func TestBadStringsInVariables(t *testing.T) {
	schema := gqltest.New()
	h := server(schema)
	const request = `{"query":"query($i: FindInput) { find(input: $i) }","operationName":null,"variables":{"i":{"name":"ok","tags":["a",  "%s" ]}}}`
	bad := append([]string{"\xff", "a\xc3", "\xed\xa0\x80", "\x7f", "\u0085"}, badEscapes...)
	for _, text := range bad {
		a := ask(t, h, post(fmt.Sprintf(request, text)))
		if a.Code != 400 || a.code() != gqlhttp.CodeBadString || a.field() != "variables.i.tags.1" {
			t.Errorf("%q: %d %s", text, a.Code, a.Body)
		}
		a = ask(t, h, get("query", `{ hello }`, "variables", `{"n":"`+text+`"}`))
		if a.Code != 400 || a.code() != gqlhttp.CodeBadString {
			t.Errorf("%q by GET: %d %s", text, a.Code, a.Body)
		}
	}
	for _, text := range []string{"\x00", "\x1b"} { // no JSON at all
		if a := ask(t, h, post(fmt.Sprintf(request, text))); a.Code != 400 || a.code() != gqlhttp.CodeBadRequest {
			t.Errorf("%q: %d %s", text, a.Code, a.Body)
		}
	}
	if ran := schema.Executed(); len(ran) != 0 {
		t.Errorf("executed %v", ran)
	}
	for _, text := range goodEscapes {
		if a := ask(t, h, post(fmt.Sprintf(request, text))); a.Code != 200 || a.code() != "" {
			t.Errorf("%q: %d %s", text, a.Code, a.Body)
		}
	}
}

func TestBadStringsElsewhere(t *testing.T) {
	h := server(gqltest.New())
	for request, field := range map[string]string{
		`{"query":"query A { hello }","operationName":"A\u0000"}`:    "operationName",
		`{"query":"query A { hello }","operationName":"\ud800"}`:     "operationName",
		`{"query":"{ hello }","extensions":{"a":{"b":["\u0001"]}}}`:  "extensions.a.b.0",
		`{"query":"{ hello }","variables":{"\u0000":1}}`:             "variables",
		`{"query":"{ hello }","variables":{"a b":"\u0000"}}`:         "variables.?",
		`{"query":"{ hello }","variables":{"a":{"13800":"\u0000"}}}`: "variables.a.?",
		`{"query":"{ hello }","variables":{"a":[[],{},["x","\f"]]}}`: "variables.a.2.1",
		`{"query":"{ hello } # \u0007"}`:                             "query",
		`{"query":"{ hello \ud800 }"}`:                               "query",
		"{\"query\":\"{ hello(name: \\\"\xff\\\") }\"}":              "query",
		`{"query":"{ hello }","unknown":"\u0000"}`:                   "unknown",
	} {
		a := ask(t, h, post(request))
		if a.Code != 400 || a.code() != gqlhttp.CodeBadString || a.field() != field {
			t.Errorf("%s: %d %s", request, a.Code, a.Body)
		}
	}
	for _, r := range []string{"query", "operationName", "variables", "extensions"} {
		if a := ask(t, h, get("query", "{ hello }", r+"x", "y", r, "\x00")); a.Code != 400 {
			t.Errorf("%s: %d", r, a.Code)
		}
	}
	if a := ask(t, h, get("query", "{ hello }", "operationName", "\xff")); a.code() != gqlhttp.CodeBadString || a.field() != "operationName" {
		t.Errorf("%s", a.Body)
	}
}

func TestBadStringsInTheDocument(t *testing.T) {
	h := server(gqltest.New())
	bad := append([]string{`\u{0}`, `\u{7}`, `\u{d800}`, `\u{DFFF}`, `\u{85}`, `\u{0000007f}`}, badEscapes...)
	for _, text := range bad {
		for _, document := range []string{
			`{ hello(name: "` + text + `") }`,
			`{ hello(name: "ok") a: hello(name: "x` + text + `y") }`,
			"# \"\n{ hello(name: \"" + text + `") }`,
			`{ a: hello(name: """ " """) hello(name: "` + text + `") }`,
			`{ a: hello(name: """ \""" " """") hello(name: "` + text + `") }`,
			`{ a: hello(name: "") hello(name: "` + text + `") }`,
			`query($n: String = "` + text + `") { hello(name: $n) }`,
		} {
			a := ask(t, h, query(document))
			if a.Code != 400 || a.code() != gqlhttp.CodeBadString || a.field() != "query" {
				t.Errorf("%s: %d %s", document, a.Code, a.Body)
			}
		}
	}
	for _, text := range append([]string{`\u{1F600}`, `\u{4e2d}`, `\u{a}`}, goodEscapes...) {
		if a := ask(t, h, query(`{ hello(name: "`+text+`") }`)); a.Code != 200 || a.code() != "" {
			t.Errorf("%q: %d %s", text, a.Code, a.Body)
		}
	}
	for _, document := range []string{
		"# \\u0000 in a comment\n{ hello }",
		`{ hello(name: """ \u0000 is no escape in a block """) }`,
	} {
		if a := ask(t, h, query(document)); a.code() != "" {
			t.Errorf("%s: %s", document, a.Body)
		}
	}
	for _, document := range []string{`{ hello(name: "\u{zz}") }`, `{ hello(name: "\u{}") }`, `{ hello(name: "\u00`, `{ hello(name: "\`, `{ hello(name: """`, `{ hello(name: "\u{`, `{ hello(name: "\x") }`} {
		if a := ask(t, h, query(document)); a.code() != "GRAPHQL_PARSE_FAILED" {
			t.Errorf("%s: %s", document, a.Body)
		}
	}
}

// TestStringsByProperty holds the scan against a plain definition: a string gets through exactly when it has no control
// characters but tab, line feed and carriage return, and gets through unchanged.
func TestStringsByProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.RuneFrom([]rune("\"\\\n\t\r\x00\x7f\u0085u{}/bf中🏃")))).Draw(t, "text")
		clean := true
		for _, r := range text {
			if unicode.IsControl(r) && !strings.ContainsRune("\t\n\r", r) {
				clean = false
			}
		}
		raw, err := json.Marshal(map[string]any{"query": "{ hello }", "variables": map[string]any{"n": []any{1, text}}})
		if err != nil {
			t.Fatal(err)
		}
		p, bad := gqlhttp.Decode(raw, 32)
		if (bad == nil) != clean || gqlhttp.ValidText(text) != clean {
			t.Fatalf("%q: clean %v, refused %v", text, clean, bad)
		}
		if bad == nil && p.Variables["n"].([]any)[1] != text {
			t.Fatalf("%q became %q", text, p.Variables["n"])
		}
	})
}

// TestDecodeByProperty feeds mangled requests: it never panics, and what it lets through is clean.
func TestDecodeByProperty(t *testing.T) {
	seed := []byte(`{"query":"{ hello(name: \"a\\u0041\\ud83c\\udfc3\") }","operationName":null,"variables":{"a":[1,{"b":"\ud83c\udfc3"}],"c":""},"extensions":{}}`)
	rapid.Check(t, func(t *rapid.T) {
		raw := append([]byte(nil), seed...)
		for range rapid.IntRange(0, 4).Draw(t, "changes") {
			at := rapid.IntRange(0, len(raw)-1).Draw(t, "at")
			switch rapid.IntRange(0, 2).Draw(t, "kind") {
			case 0:
				raw[at] = rapid.Byte().Draw(t, "byte")
			case 1:
				raw = append(raw[:at], raw[at+1:]...)
			default:
				raw = append(raw[:at], append([]byte{raw[at]}, raw[at:]...)...)
			}
			if len(raw) == 0 {
				return
			}
		}
		p, bad := gqlhttp.Decode(raw, 32)
		if bad != nil {
			if bad.Status != 400 || bad.Err.Extensions["code"] == nil || bad.Error() == "" {
				t.Fatalf("%q: %+v", raw, bad)
			}
			return
		}
		if !utf8.ValidString(p.Query) || !clean(p.Variables) || !gqlhttp.ValidText(p.OperationName) {
			t.Fatalf("%q got through", raw)
		}
	})
}

func clean(value any) bool {
	switch v := value.(type) {
	case string:
		// encoding/json's mark of a replaced surrogate; the seed has none of its own.
		return gqlhttp.ValidText(v) && !strings.ContainsRune(v, utf8.RuneError)
	case []any:
		for _, item := range v {
			if !clean(item) {
				return false
			}
		}
	case map[string]any:
		for key, item := range v {
			if !clean(key) || !clean(item) {
				return false
			}
		}
	}
	return true
}
