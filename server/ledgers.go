package main

import (
	"mime"
	"net/http"
	"strings"
	"time"

	"xinxing/frontend"
	"xinxing/internal/office"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
)

// ledgerStall is how long a reader of a ledger may take nothing of it: a file that nobody reads on keeps its place from others.
const ledgerStall = time.Minute

// noLedgerHead is HEAD /ledgers/{kind}: who looks only takes no ledger, and none is made for a size that nobody knows before (R).
func (s *site) noLedgerHead(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Allow", http.MethodGet)
	w.WriteHeader(http.StatusMethodNotAllowed)
}

// ledger is GET /ledgers/{kind}?from=2026-01-01&until=2026-03-31&lang=zh-CN: one of the office's ledgers of a period, both days
// included, as XLSX in the language lang, zh-CN or en. It is made page by page and never as a whole in memory; where it
// cannot be sent to its end the connection is cut, so that nobody takes a part for the whole.
func (s *site) ledger(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	lang := query.Get("lang")
	words, err := ledgerWords(lang)
	if err != nil {
		s.refused(w, r, err)
		return
	}
	var days [2]workday.Date
	for i, name := range []string{"from", "until"} {
		if days[i], err = workday.ParseDate(query.Get(name)); err != nil {
			s.refused(w, r, office.Refuse(office.BadInput, "R", name))
			return
		}
	}
	kind := service.LedgerKind(strings.ToUpper(r.PathValue("kind")))
	name := words.Say("name."+string(kind), nil) + " " + days[0].String() + " " + days[1].String() + ".xlsx"
	begun, err := s.desk.TakeLedger(r.Context(), kind, days[0], days[1], words, &lateHeader{ResponseWriter: w, name: name})
	switch {
	case err == nil:
	case begun:
		s.log.Error("ledger cut short", "error", err, "path", r.Pattern)
		panic(http.ErrAbortHandler)
	default:
		s.refused(w, r, err)
	}
}

// ledgerWords are the words of a ledger: its own, and those of the closed lists of the API, as the pages say them.
func ledgerWords(lang string) (service.LedgerWords, error) {
	own, err := frontend.Words(lang, "ledgers")
	if err != nil {
		return service.LedgerWords{}, err
	}
	enums, err := frontend.Words(lang, "enums")
	if err != nil {
		return service.LedgerWords{}, err
	}
	return service.LedgerWords{English: lang == "en", Say: func(key string, values map[string]any) string {
		if of, ok := strings.CutPrefix(key, "enums:"); ok {
			return enums.Say(of, values)
		}
		return own.Say(key, values)
	}}, nil
}

// lateHeader says that a sheet comes when its first byte does: until then the answer may be a refusal.
type lateHeader struct {
	http.ResponseWriter
	name string
	sent bool
}

// Write sends the header before the first byte.
func (l *lateHeader) Write(b []byte) (int, error) {
	// Where a connection knows no deadline, as in a test, it is not cut.
	_ = http.NewResponseController(l.ResponseWriter).SetWriteDeadline(time.Now().Add(ledgerStall))
	if !l.sent {
		l.sent = true
		h := l.Header()
		h.Set("Content-Type", xlsxType)
		h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": l.name}))
		h.Set("Cache-Control", "private, no-store")
	}
	return l.ResponseWriter.Write(b)
}
