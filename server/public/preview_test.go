package public

import (
	"log/slog"
	"net/http"
	"os"
	"testing"

	"xinxing/internal/office"
)

func TestPreview(t *testing.T) {
	d := anOffice("")
	h := Handler(d, slog.New(slog.NewTextHandler(os.Stderr, nil)))
	state := func(w http.ResponseWriter, r *http.Request) {
		*d = *anOffice("")
		switch r.URL.Query().Get("as") {
		case "closed":
			d.closed()
		case "rated":
			d.closed()
			d.followed.MayRate, d.followed.Rated, d.followed.Step = false, true, 6
		case "overdue":
			d.followed.Overdue, d.followed.Extensions, d.followed.Extended, d.followed.GuidedTo = true, nil, false, nil
		case "two":
			two(d)
		case "refuse":
			d.refuse = office.Refuse(office.NotFound, "Q7", "receiptNo")
		}
	}
	mux := http.NewServeMux()
	mux.Handle("/", h)
	mux.HandleFunc("/state", state)
	t.Log(http.ListenAndServe("127.0.0.1:8765", http.NewCrossOriginProtection().Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'")
		mux.ServeHTTP(w, r)
	}))))
}
