package main

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"xinxing/internal/files"
)

const (
	askedFor = `mutation($input: AskReportInput!) { askReport(input: $input) { reportPull { id state path failure } } }`
	howFar   = `query Pull($id: ID!) { reportPull(id: $id) { state rows path askedAt readyAt goneAt failure format } }`
)

func (h *house) asking(format string) vars {
	return vars{"input": vars{
		"figures": []string{"RECEIVED"}, "by": []string{"ITEM"}, "step": "MONTH", "from": "2026-01-01", "until": "2026-12-31", "format": format, "clientMutationId": h.ID(),
	}}
}

// made makes what was asked for, as the worker of the program does.
func (h *house) made() {
	h.t.Helper()
	if _, err := h.Desk.MakePulls(h.System()); err != nil {
		h.t.Fatal(err)
	}
}

func TestR_APullIsFetchedByWhoAskedForItAlone(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		var err error
		if h.Desk.Files, err = files.Open("file://" + t.TempDir()); err != nil {
			t.Fatal(err)
		}
		openPromised(h.as("clerk-a"))
		leader := h.as("leader")
		token := leader.must(tokenMade, h.tokenInput("", vars{"kind": "REPORTER", "partnerId": nil, "scopes": []string{"READ_AGGREGATES"}})).text("createToken.secret")
		get := func(p *person, id, bearer string) *reply {
			r := p.request(http.MethodGet, "/reports/"+id, "")
			if bearer != "" {
				r.Header.Set("Authorization", "Bearer "+bearer)
			}
			return p.send(r)
		}
		for format, c := range map[string]struct{ kind, ending, begins string }{
			"CSV":    {"text/csv; charset=utf-8", ".csv", "\ufeff期间起,"},
			"XLSX":   {xlsxType, ".xlsx", "PK"},
			"NDJSON": {"application/x-ndjson", ".ndjson", `{"from":"2026-02-01","until":"2026-02-28","ITEM":`},
		} {
			id := leader.must(askedFor, h.asking(format)).text("askReport.reportPull.id")
			get(leader, id, "").wantRefusal(http.StatusUnprocessableEntity, "REFUSED_STATE", "")
			h.made()
			state := leader.must(howFar, vars{"id": id})
			if state.text("reportPull.state") != "READY" || state.text("reportPull.path") != "/reports/"+id || state.at("reportPull.failure") != nil {
				t.Fatalf("%s", state.body)
			}
			a := get(leader, id, "")
			named, err := url.PathUnescape(a.header.Get("Content-Disposition"))
			if err != nil || a.status != http.StatusOK || !strings.HasPrefix(string(a.body), c.begins) || a.header.Get("Content-Type") != c.kind || a.header.Get("Cache-Control") != "private, no-store" ||
				!strings.HasPrefix(named, "attachment") || !strings.HasSuffix(named, "统计报表 2026-01-01 2026-12-31"+c.ending) {
				t.Errorf("%s: %d, %v, %q", format, a.status, a.header, a.body[:min(80, len(a.body))])
			}
			get(h.public(), id, "").wantRefusal(http.StatusUnauthorized, "UNAUTHENTICATED", "")
			for _, who := range []string{"director", "clerk-a", "supervisor", "administrator", "neighbour"} {
				get(h.as(who), id, "").wantRefusal(http.StatusNotFound, "NOT_FOUND", "")
				if got := h.as(who).must(howFar, vars{"id": id}); got.at("reportPull") != nil {
					t.Errorf("%s: %s", who, got.body)
				}
			}
			get(leader, id, token).wantRefusal(http.StatusNotFound, "NOT_FOUND", "") // the header is what counts
			get(leader, id, "xxt_wrong").wantRefusal(http.StatusUnauthorized, "UNAUTHENTICATED", "")
		}
		// The same by token, which is kept before it is given out.
		id := h.bearer(token, askedFor, h.asking("CSV")).text("askReport.reportPull.id")
		h.made()
		if got := h.bearer(token, howFar, vars{"id": id}); got.text("reportPull.state") != "READY" {
			t.Fatalf("%s", got.body)
		}
		if a := get(h.public(), id, token); a.status != http.StatusOK || !strings.HasPrefix(string(a.body), "\ufeff") {
			t.Errorf("%d %s", a.status, a.body)
		}
		get(leader, id, "").wantRefusal(http.StatusNotFound, "NOT_FOUND", "")
		read := false
		for _, r := range h.Desk.Store.Read().TokenRead.Query().AllX(h.System()) {
			read = read || r.Operation == "report" && len(r.Records) == 1 && r.Records[0] == id && r.Fields[0] == "reports.file"
		}
		if !read {
			t.Error("nobody wrote down that the file was given out")
		}
		partner := leader.must(tokenMade, h.tokenInput(h.unit("第一小学"), nil)).text("createToken.secret")
		get(h.public(), id, partner).wantRefusal(http.StatusNotFound, "NOT_FOUND", "")
		if got := h.bearer(partner, askedFor, h.asking("CSV")); got.code() != "FORBIDDEN" {
			t.Errorf("%s", got.body)
		}
	})
}

func TestR_ATableOfThePageComesAsAWorkbook(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		post := func(p *person, body string) *reply {
			r := p.request(http.MethodPost, "/sheets", body)
			r.Header.Set("Content-Type", "application/json")
			return p.send(r)
		}
		good := `{"title":"按人员","note":"今年","number":"序号","columns":["人员","接待件数"],"rows":[["安晓梅",3],["=1+1",2.5],["无",null]]}`
		a := post(h.as("clerk-a"), good)
		if a.status != http.StatusOK || a.header.Get("Content-Type") != xlsxType || a.header.Get("Cache-Control") != "private, no-store" {
			t.Fatalf("%d %v %s", a.status, a.header, a.body)
		}
		f := openBook(t, a.body)
		rows, err := f.GetRows(f.GetSheetName(0))
		if err != nil || len(rows) != 6 || rows[0][0] != "按人员" || rows[2][2] != "接待件数" || rows[3][2] != "3" || rows[4][1] != "'=1+1" || rows[4][2] != "2.5" {
			t.Errorf("%q, %v", rows, err)
		}
		if formula, err := f.GetCellFormula(f.GetSheetName(0), "B5"); err != nil || formula != "" {
			t.Errorf("a formula %q, %v", formula, err)
		}
		post(h.public(), good).wantRefusal(http.StatusUnauthorized, "UNAUTHENTICATED", "")
		for body, code := range map[string]string{
			``: "BAD_INPUT", `[]`: "BAD_INPUT", `{"title":"x"}`: "BAD_INPUT", `{"title":"x","columns":["a"],"rows":[["a","b"]]}`: "BAD_INPUT",
			`{"title":"x","columns":["a"],"rows":[[{"f":1}]]}`: "BAD_INPUT", `{"title":"x","columns":["a"` + strings.Repeat(`,"a"`, 50) + `],"rows":[]}`: "LIMIT_EXCEEDED",
			`{"title":"x","columns":["a"],"rows":[` + strings.Repeat(`[1],`, 5000) + `[1]]}`: "LIMIT_EXCEEDED", `{"title":"` + strings.Repeat("x", 1<<20) + `","columns":["a"]}`: "BAD_INPUT",
		} {
			post(h.as("clerk-a"), body).wantRefusal(http.StatusUnprocessableEntity, code, "")
		}
	})
}
