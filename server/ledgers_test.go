package main

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"xinxing/ent/caseevent"
	"xinxing/internal/office/casework"
)

const thisYear = "?from=2026-01-01&until=2026-12-31&lang=zh-CN"

var ledgerKinds = []string{
	"reception", "materials", "notices", "handovers", "extensions", "breaches", "gifts", "jobseekers", "openings", "training", "partners", "culture",
}

// takes takes a ledger.
func (p *person) takes(kind, query string) *reply {
	p.t.Helper()
	a := p.send(p.request(http.MethodGet, "/ledgers/"+kind+query, ""))
	if a.status != http.StatusOK {
		p.t.Fatalf("%s: %d %s", kind, a.status, a.body)
	}
	return a
}

func TestR_ALedgerComesAsAFileInTheReadersLanguage(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("clerk-a")
		openPromised(clerk)
		for _, c := range []struct{ lang, file, title, way string }{
			{"zh-CN", "首问接待登记台账 2026-01-01 2026-12-31.xlsx", "新星社区首问接待登记台账", "来访"},
			{"en", "Register of first contacts 2026-01-01 2026-12-31.xlsx", "新星社区 · Register of first contacts", "Visit"},
			{"xx", "首问接待登记台账 2026-01-01 2026-12-31.xlsx", "新星社区首问接待登记台账", "来访"},
		} {
			a := clerk.takes("reception", "?from=2026-01-01&until=2026-12-31&lang="+c.lang)
			named, err := url.PathUnescape(a.header.Get("Content-Disposition"))
			if err != nil || !strings.Contains(named, c.file) || a.header.Get("Content-Type") != xlsxType || a.header.Get("Cache-Control") != "private, no-store" {
				t.Errorf("%s: %v, %v", c.lang, a.header, err)
			}
			f := openBook(t, a.body)
			rows, err := f.GetRows(f.GetSheetName(0))
			if err != nil || len(rows) != 4 || rows[0][0] != c.title || rows[3][3] != c.way {
				t.Errorf("%s: %q, %v", c.lang, rows, err)
			}
		}
		offered := clerk.must(`{ ledgers { kind } }`, nil)
		if n := len(offered.Data["ledgers"].([]any)); n != len(ledgerKinds)-2 {
			t.Errorf("%d are offered: %s", n, offered.body)
		}
		leader := h.as("leader")
		for _, kind := range ledgerKinds {
			leader.takes(kind, thisYear)
		}
	})
}

func TestR_WhoMayNotTakeALedgerGetsNothing(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		get := func(p *person, path string) *reply { return p.send(p.request(http.MethodGet, path, "")) }
		clerk := h.as("clerk-a")
		get(h.public(), "/ledgers/reception"+thisYear).wantRefusal(http.StatusUnauthorized, "UNAUTHENTICATED", "")
		get(h.as("administrator"), "/ledgers/reception"+thisYear).wantRefusal(http.StatusForbidden, "FORBIDDEN", "")
		get(clerk, "/ledgers/breaches"+thisYear).wantRefusal(http.StatusForbidden, "FORBIDDEN", "")
		get(h.as("supervisor"), "/ledgers/jobseekers"+thisYear).wantRefusal(http.StatusForbidden, "FORBIDDEN", "")
		get(clerk, "/ledgers/everything"+thisYear).wantRefusal(http.StatusNotFound, "NOT_FOUND", "")
		for _, query := range []string{"", "?from=2026-01-01", "?from=2026-01-01&until=soon", "?from=2026-02-01&until=2026-01-01", "?from=2024-01-01&until=2026-01-01"} {
			get(clerk, "/ledgers/reception"+query).wantRefusal(http.StatusUnprocessableEntity, "BAD_INPUT", "")
		}
		made := h.as("leader").must(tokenMade, h.tokenInput(h.unit("第一小学"), nil))
		r := h.public().request(http.MethodGet, "/ledgers/partners"+thisYear, "")
		r.Header.Set("Authorization", "Bearer "+made.text("createToken.secret"))
		if a := h.public().send(r); a.status != http.StatusForbidden && a.status != http.StatusUnauthorized {
			t.Errorf("by a token: %d %s", a.status, a.body)
		}
		if n := h.Desk.Store.Read().CaseEvent.Query().Where(caseevent.KindEQ(casework.EventLedgerTaken)).CountX(h.System()); n != 0 {
			t.Errorf("%d ledgers were taken", n)
		}
	})
}

// Who only looks takes nothing: no file is made, and nothing is entered in the journal.
func TestR_AHeadTakesNoLedger(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("clerk-a")
		openPromised(clerk)
		a := clerk.send(clerk.request(http.MethodHead, "/ledgers/reception"+thisYear, ""))
		if a.status != http.StatusMethodNotAllowed || a.header.Get("Allow") != http.MethodGet || len(a.body) > 0 {
			t.Errorf("%d, %v, %q", a.status, a.header, a.body)
		}
		if n := h.Desk.Store.Read().CaseEvent.Query().Where(caseevent.KindEQ(casework.EventLedgerTaken)).CountX(h.System()); n != 0 {
			t.Errorf("%d ledgers were taken", n)
		}
	})
}

// waiting is a connection whose reader takes nothing until it is let go.
type waiting struct {
	*httptest.ResponseRecorder
	begun, free chan struct{}
	once        sync.Once
}

// Write waits.
func (w *waiting) Write(b []byte) (int, error) {
	w.once.Do(func() { close(w.begun) })
	<-w.free
	return w.ResponseRecorder.Write(b)
}

// Who takes a ledger while another of theirs is on its way is told when to ask again; the first comes whole.
func TestR_ASecondLedgerAtOnceIsRefused(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("clerk-a")
		openPromised(clerk)
		first := &waiting{ResponseRecorder: httptest.NewRecorder(), begun: make(chan struct{}), free: make(chan struct{})}
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			h.site.handler().ServeHTTP(first, clerk.request(http.MethodGet, "/ledgers/reception"+thisYear, ""))
		}()
		<-first.begun
		a := clerk.send(clerk.request(http.MethodGet, "/ledgers/materials"+thisYear, ""))
		a.wantRefusal(http.StatusTooManyRequests, "TOO_MANY", "")
		if a.header.Get("Retry-After") != "10" || a.header.Get("Content-Disposition") != "" {
			t.Errorf("%v", a.header)
		}
		close(first.free)
		<-ended
		openBook(t, first.Body.Bytes())
		clerk.takes("materials", thisYear)
	})
}

// closing is a connection that ends after some bytes.
type closing struct {
	*httptest.ResponseRecorder
	left int
}

// Write takes what is left.
func (c *closing) Write(b []byte) (int, error) {
	if len(b) > c.left {
		return 0, io.ErrClosedPipe
	}
	c.left -= len(b)
	return c.ResponseRecorder.Write(b)
}

// A ledger that cannot be sent to its end is cut: nobody is told that it was whole.
func TestR_ALedgerThatIsCutShortDoesNotLookFinished(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("clerk-a")
		openPromised(clerk)
		defer func() {
			if p := recover(); p == nil || !errors.Is(p.(error), http.ErrAbortHandler) {
				t.Errorf("the answer ended with %v", p)
			}
			if !strings.Contains(h.log.String(), "ledger cut short") {
				t.Errorf("the log says nothing of it: %s", h.log)
			}
		}()
		h.site.handler().ServeHTTP(&closing{httptest.NewRecorder(), 1000}, clerk.request(http.MethodGet, "/ledgers/reception"+thisYear, ""))
		t.Error("the answer ended as if it were whole")
	})
}
