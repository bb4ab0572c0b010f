package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"xinxing/internal/service/servicetest"
)

// node runs a script of server/audit with Node; the machine needs it for the pages anyway.
func node(t *testing.T, args ...string) (stdout, stderr string, err error) {
	t.Helper()
	if _, err := os.Stat(filepath.Join("..", "node_modules", "graphql-http")); err != nil {
		t.Fatalf("the JavaScript packages are missing: run `npm ci` (%v)", err)
	}
	cmd := exec.CommandContext(t.Context(), "node", args...)
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	return out.String(), errs.String(), err
}

// The audit suite of GraphQL over HTTP: all 61 of it, as a member of staff, who may ask for the schema.
func TestGraphQLOverHTTP_61Audits(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	p := h.as("clerk-a")
	out, errs, err := node(t, "audit/audit.mjs", h.srv.URL+"/graphql", "--header", "Cookie: "+p.cookie.Name+"="+p.cookie.Value, "--expect", "61")
	if err != nil || !strings.Contains(out, "61 passed, 0 failed") {
		t.Fatalf("%v\n%s%s", err, out, errs)
	}
	// It can fail: the public may not read the schema.
	if out, _, err := node(t, "audit/audit.mjs", h.srv.URL+"/graphql"); err == nil || !strings.Contains(out, " failed") || strings.Contains(out, " 0 failed") {
		t.Errorf("the public passes the audits too: %v %s", err, out)
	}
}

// The client that the pages use speaks with our websocket.
func TestGraphQLTransportWS_RealClient(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	p := h.as("clerk-a")
	m := p.opens(nil)
	address := "ws" + strings.TrimPrefix(h.srv.URL, "http") + "/graphql"
	cookie := "Cookie: " + p.cookie.Name + "=" + p.cookie.Value

	out, errs, err := node(t, "audit/wsclient.mjs", address, `query { viewer { staff { name } } }`, "--header", cookie)
	if err != nil || !strings.Contains(out, "安晓梅") {
		t.Fatalf("query: %v\n%s%s", err, out, errs)
	}
	begin, err := json.Marshal(vars{"after": zeroCursor, "id": m.ID})
	if err != nil {
		t.Fatal(err)
	}
	out, errs, err = node(t, "audit/wsclient.mjs", address, `subscription($id: ID!, $after: Cursor) { caseEvents(caseId: $id, after: $after) { kind caseId } }`,
		"--variables", string(begin), "--header", cookie, "--count", "1")
	if err != nil || !strings.Contains(out, `"CASE_OPENED"`) || !strings.Contains(out, m.ID) {
		t.Fatalf("subscription: %v\n%s%s", err, out, errs)
	}
	if _, errs, err = node(t, "audit/wsclient.mjs", address, `query { viewer { staff { name } } }`); err == nil || !strings.Contains(errs, "4403") {
		t.Errorf("without a session: %v %s; want close code 4403", err, errs)
	}
}
