package main

import (
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"

	"xinxing/internal/office"
	"xinxing/internal/service"
	"xinxing/internal/sheet"
)

// pull is GET /reports/{id}: the file of a report that was asked for, for who asked for it, by session or token. Where it cannot be sent to its end the
// connection is cut, so that nobody takes a part for the whole.
func (s *site) pull(w http.ResponseWriter, r *http.Request) {
	p, name, content, err := s.desk.OpenPull(r.Context(), r.PathValue("id"))
	if err != nil {
		s.refused(w, r, err)
		return
	}
	defer func() { _ = content.Close() }()
	if err := s.desk.RecordRead(r.Context(), service.Read{Operation: "report", Fields: []string{"reports.file"}, Records: []string{p.ID}}); err != nil {
		s.refused(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", service.PullKind(p).MediaType())
	h.Set("Content-Length", strconv.FormatInt(p.Bytes, 10))
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "private, no-store")
	if _, err := io.Copy(w, content); err != nil {
		s.log.Error("report cut short", "error", err, "path", r.Pattern)
		panic(http.ErrAbortHandler)
	}
}

// The bounds of a table that a page sends to have it as a workbook.
const (
	sheetLimit   = 1 << 20
	sheetColumns = 50
	sheetRows    = 5000
)

// tableSent is a table as a page shows it: a text or number in each cell, null for none.
type tableSent struct {
	Title   string   `json:"title"`
	Note    string   `json:"note"`
	Number  string   `json:"number"`
	Columns []string `json:"columns"`
	Rows    [][]any  `json:"rows"`
}

// check refuses what is no table, with BAD_INPUT, or too large a one, with LIMIT_EXCEEDED.
func (t *tableSent) check() error {
	switch {
	case t.Title == "" || len(t.Columns) == 0:
		return office.Refuse(office.BadInput, "R", "columns")
	case len(t.Columns) > sheetColumns:
		return office.Refuse(office.LimitExceeded, "R", "columns").With("limit", sheetColumns)
	case len(t.Rows) > sheetRows:
		return office.Refuse(office.LimitExceeded, "R", "rows").With("limit", sheetRows)
	}
	for _, row := range t.Rows {
		if len(row) > len(t.Columns) || slices.ContainsFunc(row, func(cell any) bool {
			switch cell.(type) {
			case nil, string, float64:
				return false
			}
			return true
		}) {
			return office.Refuse(office.BadInput, "R", "rows")
		}
	}
	return nil
}

// sheet is POST /sheets: a table that a page shows comes back as XLSX in the office's form. Nothing is read for it and nothing kept.
func (s *site) sheet(w http.ResponseWriter, r *http.Request) {
	var t tableSent
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, sheetLimit)).Decode(&t); err != nil {
		s.refused(w, r, office.Refuse(office.BadInput, "R", ""))
		return
	}
	err := t.check()
	if err == nil {
		err = writeTable(&lateHeader{ResponseWriter: w, name: t.Title + ".xlsx"}, t)
	}
	if err != nil {
		s.refused(w, r, err)
	}
}

func writeTable(w io.Writer, t tableSent) error {
	book, err := sheet.NewBook()
	if err != nil {
		return err
	}
	defer func() { _ = book.Close() }()
	form := sheet.Form{Name: t.Title, Title: t.Title, Note: t.Note, Number: t.Number, Footer: "&P / &N", Rows: func(yield func([]any, error) bool) {
		for _, row := range t.Rows {
			if !yield(row, nil) {
				return
			}
		}
	}}
	for i, c := range t.Columns {
		width := 14.0
		if i == 0 {
			width = 24
		}
		form.Columns = append(form.Columns, sheet.FormColumn{Header: c, Width: width})
	}
	if _, err := book.Add(form); err != nil {
		return err
	}
	return book.Send(w)
}
