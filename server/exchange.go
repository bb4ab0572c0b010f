package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"

	"xinxing/frontend"
	"xinxing/internal/office"
	"xinxing/internal/service"
	"xinxing/internal/sheet"
)

const (
	tableLimit = 10 << 20
	xlsxType   = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

// export is GET /exchange/{file}: items.xlsx, residents.xlsx, directory.xlsx or members.xlsx; with ?template=1 the headers alone.
func (s *site) export(w http.ResponseWriter, r *http.Request) {
	kind, ok := strings.CutSuffix(r.PathValue("file"), ".xlsx")
	if !ok {
		s.refused(w, r, office.Refuse(office.NotFound, "", "kind"))
		return
	}
	var b bytes.Buffer
	if err := s.desk.Export(r.Context(), service.ExchangeKind(kind), r.URL.Query().Get("template") == "1", &b); err != nil {
		s.refused(w, r, err)
		return
	}
	sendSheet(w, kind+".xlsx", &b)
}

func sendSheet(w http.ResponseWriter, name string, b *bytes.Buffer) {
	h := w.Header()
	h.Set("Content-Type", xlsxType)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Cache-Control", "private, no-store")
	_, _ = b.WriteTo(w)
}

// exchangedJSON is the answer of an import; at most 1,000 faults are told one by one, each as a code and what a sentence
// about it needs.
func exchangedJSON(done *service.Exchanged) map[string]any {
	type problem struct {
		Row    int            `json:"row"`
		Column string         `json:"column"`
		Code   sheet.Code     `json:"code"`
		Args   map[string]any `json:"args"`
	}
	list := []problem{}
	rows := map[int]bool{}
	for i, p := range done.Problems {
		rows[p.Row] = true
		if i < 1000 {
			list = append(list, problem(p))
		}
	}
	return map[string]any{
		"rows": done.Rows, "created": done.Created, "changed": done.Changed, "unchanged": done.Unchanged, "written": done.Written,
		"problems": list, "problemsTotal": len(done.Problems), "badRows": len(rows),
	}
}

// exchange is POST /exchange/{file}: fields dry, as, lang and clientMutationId, then the table as file. It answers with what
// was done, or with dry=1 what would be, and every fault of every bad row; with as=failures it gives the bad rows as a
// table to mend, whose last column says what is wrong in the language lang, zh-CN or en.
func (s *site) exchange(w http.ResponseWriter, r *http.Request) {
	kind := service.ExchangeKind(r.PathValue("file"))
	err := upload(w, r, tableLimit+formFields, func(fields map[string]string, _ string, content io.Reader) error {
		b, err := io.ReadAll(io.LimitReader(content, tableLimit+1))
		if err != nil {
			return err
		}
		sum := sha256.Sum256(b)
		table, err := sheet.Read(bytes.NewReader(b), int64(len(b)), sheet.Limits{Size: tableLimit})
		var no *sheet.Refused
		if errors.As(err, &no) {
			return office.Refuse(office.BadFile, "", "file").With("reason", string(no.Code))
		}
		if err != nil {
			return err
		}
		failures := fields["as"] == "failures"
		done, err := s.desk.Import(r.Context(), kind, table, failures || fields["dry"] == "1", fields["clientMutationId"], hex.EncodeToString(sum[:]))
		if err != nil {
			return err
		}
		if !failures {
			writeJSON(w, http.StatusOK, exchangedJSON(done))
			return nil
		}
		words, err := frontend.Words(fields["lang"], "exchange")
		if err != nil {
			return err
		}
		var bad bytes.Buffer
		if err := sheet.WriteFailures(&bad, table, done.Problems, words.Say("reasons", nil), func(row int, of []sheet.Problem) string {
			return rowReasons(words, row, of)
		}); err != nil {
			return err
		}
		sendSheet(w, string(kind)+"-问题行.xlsx", &bad)
		return nil
	})
	if err != nil {
		s.refused(w, r, err)
	}
}

// rowReasons says all that is wrong with a row, in the words with which the page says it (frontend's sayProblem).
func rowReasons(words frontend.Wording, row int, of []sheet.Problem) string {
	said := make([]string, len(of))
	for i, p := range of {
		said[i] = words.Say("reasonIn", map[string]any{"column": p.Column, "why": reason(words, p)})
	}
	return words.Say("rowReasons", map[string]any{"row": row, "reasons": strings.Join(said, words.Say("reasonsJoin", nil))})
}

func reason(words frontend.Wording, p sheet.Problem) string {
	keys := []string{"problem." + string(p.Code)}
	if p.Args["limit"] != nil {
		keys = append([]string{keys[0] + "_AT"}, keys...)
	}
	if p.Args["max"] != nil {
		keys = append([]string{keys[0] + "_MAX"}, keys...)
	}
	if why, ok := p.Args["reason"].(string); ok {
		keys = append([]string{"reason." + why}, keys...)
	}
	said := string(p.Code)
	for _, key := range keys {
		if words.Has(key) {
			said = words.Say(key, p.Args)
			break
		}
	}
	if p.Args["line"] == nil {
		return said
	}
	part := ""
	if name, ok := p.Args["part"].(string); ok && words.Has("part."+name) {
		part = words.Say("part."+name, nil)
	}
	return words.Say("problemLine", map[string]any{"line": p.Args["line"], "part": part}) + said
}
