package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"xinxing/internal/files"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/sheet"
)

// form sends a multipart form with one file, fields first.
func (p *person) form(path string, fields map[string]string, name string, content []byte) *reply {
	p.t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for k, v := range fields {
		if err := w.WriteField(k, v); err != nil {
			p.t.Fatal(err)
		}
	}
	part, err := w.CreateFormFile("file", name)
	if err != nil {
		p.t.Fatal(err)
	}
	if _, err := part.Write(content); err != nil {
		p.t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		p.t.Fatal(err)
	}
	r := p.request(http.MethodPost, path, b.String())
	r.Header.Set("Content-Type", w.FormDataContentType())
	return p.send(r)
}

// wantRefusal fails the test where the reply is not this status and code.
func (a *reply) wantRefusal(status int, code, reason string) {
	a.t.Helper()
	if a.status != status || len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != code ||
		reason != "" && a.Errors[0].Extensions["reason"] != reason {
		a.t.Fatalf("status %d %s, want %d %s %s", a.status, a.body, status, code, reason)
	}
}

// openPromised opens and promises a registration as clerk-a and gives its key and version.
func openPromised(p *person) (id string, version int) {
	p.t.Helper()
	o := p.h.Office
	a := p.ask(`mutation($in: OpenCaseInput!) { openCase(input: $in) { case { id version } } }`, vars{"in": vars{
		"channel": "VISIT", "residentId": o.Resident.ID, "itemId": o.Items["DJ-01"].ID, "situation": "本小区居民", "demand": "办理居住登记", "clientMutationId": o.ID(),
	}})
	c := a.Data["openCase"].(map[string]any)["case"].(map[string]any)
	a = p.ask(`mutation($in: PromiseCaseInput!) { promiseCase(input: $in) { case { id version } } }`, vars{"in": vars{
		"caseId": c["id"], "version": c["version"], "workingDays": 3, "toldWay": "IN_PERSON", "clientMutationId": o.ID(),
	}})
	c = a.Data["promiseCase"].(map[string]any)["case"].(map[string]any)
	return c["id"].(string), int(c["version"].(float64))
}

func withFiles(t *testing.T, test func(t *testing.T, h *house, folder string)) {
	t.Helper()
	both(t, func(t *testing.T, h *house) {
		folder := t.TempDir()
		var err error
		if h.Desk.Files, err = files.Open("file://" + folder); err != nil {
			t.Fatal(err)
		}
		test(t, h, folder)
	})
}

// stored counts the files of a folder, whatever lies in it.
func stored(t *testing.T, folder string) int {
	t.Helper()
	n := 0
	err := filepath.WalkDir(folder, func(_ string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func jpegOf(t testing.TB, w, h int) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	m.Set(w/2, h/2, color.RGBA{200, 10, 10, 255})
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestA5_UploadsThatAreRefusedLeaveNothing(t *testing.T) {
	withFiles(t, func(t *testing.T, h *house, folder string) {
		clerk := h.as("clerk-a")
		id, _ := openPromised(clerk)
		photo := jpegOf(t, 30, 20)
		// A picture that tells where it was taken tells it no more.
		tagged := slices.Concat(photo[:2], []byte{0xff, 0xe1, 0, 22}, []byte("Exif\x00\x00GPS 43.9N 126E!!"[:20]), photo[2:])
		fields := func() map[string]string { return map[string]string{"caseId": id, "clientMutationId": h.ID()} }
		ok := clerk.form("/files", fields(), "身份证.jpg", tagged)
		var made struct{ ID, Name string }
		if err := json.Unmarshal(ok.body, &made); err != nil || ok.status != http.StatusOK || made.Name != "身份证.jpg" {
			t.Fatalf("%d %s", ok.status, ok.body)
		}
		got := clerk.send(clerk.request(http.MethodGet, "/files/"+made.ID, ""))
		if got.status != http.StatusOK || !strings.HasPrefix(got.header.Get("Content-Disposition"), "attachment") ||
			got.header.Get("Content-Type") != "image/jpeg" || !strings.Contains(got.header.Get("Content-Security-Policy"), "sandbox") ||
			got.header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("served %d %v", got.status, got.header)
		}
		if bytes.Contains(got.body, []byte("GPS")) || bytes.Contains(got.body, []byte("Exif")) {
			t.Error("the picture still tells where it was taken")
		}
		before := stored(t, folder)
		for name, bad := range map[string]struct {
			content []byte
			reason  string
		}{
			"page.jpg":    {[]byte("<!doctype html><script>alert(1)</script>"), "WRONG_KIND"},
			"drawing.png": {[]byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`), "WRONG_KIND"},
			"cut.jpg":     {photo[:len(photo)/2], "BROKEN"},
			"nothing.png": {nil, "EMPTY"},
			"large.jpg":   {append(slices.Clone(photo), make([]byte, files.MaxSize)...), "TOO_LARGE"},
			"IMG_1.HEIC":  {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), "PHONE_FORMAT"},
			"active.pdf":  {[]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"), ""},
		} {
			clerk.form("/files", fields(), name, bad.content).wantRefusal(http.StatusUnprocessableEntity, "BAD_FILE", bad.reason)
		}
		if after := stored(t, folder); after != before {
			t.Errorf("%d files in the store, want %d", after, before)
		}
		clerk.form("/files", map[string]string{"caseId": id}, "x.jpg", photo).wantRefusal(http.StatusUnprocessableEntity, "BAD_INPUT", "")
		h.public().form("/files", fields(), "x.jpg", photo).wantRefusal(http.StatusUnauthorized, "UNAUTHENTICATED", "")
		h.as("neighbour").form("/files", fields(), "x.jpg", photo).wantRefusal(http.StatusNotFound, "NOT_FOUND", "")
		public := h.public()
		public.send(public.request(http.MethodGet, "/files/"+made.ID, "")).wantRefusal(http.StatusUnauthorized, "UNAUTHENTICATED", "")
		// Another site's page cannot send a file in somebody's name.
		r := clerk.request(http.MethodPost, "/files", "x")
		r.Header.Set("Sec-Fetch-Site", "cross-site")
		if a := clerk.send(r); a.status != http.StatusForbidden {
			t.Errorf("from another site: %d", a.status)
		}
	})
}

func TestPapers_ServedAsTheyWerePrinted(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("clerk-a")
		id, _ := openPromised(clerk)
		a := clerk.ask(`mutation($in: PrintPaperInput!) { printPaper(input: $in) { paper { id path number draft printedBy { name } } } }`, vars{"in": vars{
			"caseId": id, "kind": "ACCEPTANCE", "clientMutationId": h.ID(),
		}})
		paper := a.Data["printPaper"].(map[string]any)["paper"].(map[string]any)
		path := paper["path"].(string)
		pdf := clerk.send(clerk.request(http.MethodGet, path, ""))
		if pdf.status != http.StatusOK || !bytes.HasPrefix(pdf.body, []byte("%PDF-")) || !bytes.Contains(pdf.body, []byte("FontFile2")) {
			t.Fatalf("%d, no PDF with its font: %.40q", pdf.status, pdf.body)
		}
		again := clerk.send(clerk.request(http.MethodGet, path, ""))
		if !bytes.Equal(pdf.body, again.body) {
			t.Error("shown again, it is another paper")
		}
		page := clerk.send(clerk.request(http.MethodGet, path+"?as=html", ""))
		for _, want := range []string{"受理回执", "为什么是这一天", "安晓梅"} {
			if !bytes.Contains(page.body, []byte(want)) {
				t.Errorf("the page lacks %q", want)
			}
		}
		if bytes.Contains(page.body, []byte("13900001234")) {
			t.Error("the page tells the whole phone number")
		}
		public := h.public()
		public.send(public.request(http.MethodGet, path, "")).wantRefusal(http.StatusUnauthorized, "UNAUTHENTICATED", "")
		neighbour := h.as("neighbour")
		neighbour.send(neighbour.request(http.MethodGet, path, "")).wantRefusal(http.StatusNotFound, "NOT_FOUND", "")
	})
}

// imported is the answer of an import.
type imported struct {
	Rows, Created, Changed, Unchanged, ProblemsTotal, BadRows int
	Written                                                   bool
	Problems                                                  []struct {
		Row          int
		Column, Code string
		Args         map[string]any
	}
}

// said gives the faults as row, column, code and arguments.
func (i imported) said() []string {
	var out []string
	for _, p := range i.Problems {
		delete(p.Args, "clause")
		out = append(out, strings.TrimSuffix(fmt.Sprint(p.Row, p.Column, p.Code, p.Args), "map[]"))
	}
	return out
}

func (p *person) imports(kind string, dry bool, content []byte) imported {
	p.t.Helper()
	fields := map[string]string{"clientMutationId": p.h.ID()}
	if dry {
		fields["dry"] = "1"
	}
	a := p.form("/exchange/"+kind, fields, "table", content)
	var out imported
	if err := json.Unmarshal(a.body, &out); err != nil || a.status != http.StatusOK {
		p.t.Fatalf("%d %s", a.status, a.body)
	}
	return out
}

func table(t *testing.T, columns []string, rows ...[]string) []byte {
	t.Helper()
	var cs []sheet.Column
	for _, c := range columns {
		cs = append(cs, sheet.Column{Header: c})
	}
	var b bytes.Buffer
	if err := sheet.Write(&b, "表", cs, slices.Values(rows)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var directoryHeads = []string{"编码", "名称", "地址", "电话", "办公时间", "网址", "职责"}

func TestQ2_TheDirectoryGoesOutAndInAgain(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		director := h.as("director")
		out := director.send(director.request(http.MethodGet, "/exchange/directory.xlsx", ""))
		if out.status != http.StatusOK || !strings.HasPrefix(out.header.Get("Content-Disposition"), "attachment") {
			t.Fatalf("%d %v", out.status, out.header)
		}
		if got := director.imports("directory", false, out.body); got.Unchanged != got.Rows || got.Created+got.Changed != 0 || !got.Written {
			t.Errorf("the same again: %+v", got)
		}
		names := func() string {
			return fmt.Sprint(director.ask(`{ departments { code name phone } }`, nil).Data["departments"])
		}
		before := names()
		good := []string{"D-9", "街道残联", "九站大街9号", "0432-20009999", "周一至周五", "https://cl.example", "残疾人证"}
		bad := table(t, directoryHeads, good, []string{"D-1", "九站派出所", "九站大街8号", "", "周一", "", ""},
			[]string{"D 8", "某单位", "某地", "1", "周一", "javascript:alert(1)", ""}, good)
		for _, dry := range []bool{true, false} {
			got := director.imports("directory", dry, bad)
			if got.Written || got.ProblemsTotal != 4 || got.BadRows != 3 || got.Rows != 4 {
				t.Errorf("with bad rows: %+v", got)
			}
			said := got.said()
			if want := []string{"3电话REQUIRED", "4编码BAD_INPUTmap[reason:code]", "4网址BAD_INPUTmap[reason:web_page]", "5编码DUPLICATE"}; !slices.Equal(said, want) {
				t.Errorf("problems %v, want %v", said, want)
			}
		}
		if now := names(); now != before {
			t.Errorf("something was written: %s", now)
		}
		failures := director.form("/exchange/directory", map[string]string{"as": "failures", "clientMutationId": h.ID()}, "t.xlsx", bad)
		f, err := excelize.OpenReader(bytes.NewReader(failures.body))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows(f.GetSheetName(0))
		if err != nil || len(rows) != 4 {
			t.Errorf("%d rows to mend (%v)", len(rows), err)
		}
		if got := director.imports("directory", true, table(t, directoryHeads, good)); got.Created != 1 || got.Written {
			t.Errorf("dry: %+v", got)
		}
		if now := names(); now != before {
			t.Error("a dry run wrote")
		}
		if got := director.imports("directory", false, table(t, directoryHeads, good)); got.Created != 1 || !got.Written {
			t.Errorf("mended: %+v", got)
		}
		if now := names(); !strings.Contains(now, "街道残联") {
			t.Errorf("not written: %s", now)
		}
		// In the old Windows encoding too, and with fields in Excel's quotes.
		csv, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(strings.Join(directoryHeads, ",") + "\nD-10,街道司法所,\"九站大街10号,二楼\",0432-20001010,周一至周五,,调解\n"))
		if err != nil {
			t.Fatal(err)
		}
		if got := director.imports("directory", false, csv); got.Created != 1 || !got.Written {
			t.Errorf("GB18030: %+v", got)
		}
		if now := names(); !strings.Contains(now, "街道司法所") {
			t.Errorf("misread: %s", now)
		}
		for login, status := range map[string]int{"clerk-a": http.StatusForbidden, "supervisor": http.StatusForbidden} {
			p := h.as(login)
			p.send(p.request(http.MethodGet, "/exchange/directory.xlsx", "")).wantRefusal(status, "FORBIDDEN", "")
			p.form("/exchange/directory", map[string]string{"dry": "1"}, "t.xlsx", bad).wantRefusal(status, "FORBIDDEN", "")
		}
		public := h.public()
		public.send(public.request(http.MethodGet, "/exchange/directory.xlsx", "")).wantRefusal(http.StatusUnauthorized, "UNAUTHENTICATED", "")
		director.send(director.request(http.MethodGet, "/exchange/cases.xlsx", "")).wantRefusal(http.StatusNotFound, "NOT_FOUND", "")
	})
}

func TestQ4_ItemsGoOutAndInAgain(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		director := h.as("director")
		out := director.send(director.request(http.MethodGet, "/exchange/items.xlsx", ""))
		if got := director.imports("items", false, out.body); got.Unchanged != got.Rows || got.Rows != 5 {
			t.Errorf("the same again: %+v", got)
		}
		heads := []string{"编码", "名称", "类别", "承诺工作日", "岗位编码", "材料", "渠道", "生效日期"}
		row := func(days, materials, from string) []byte {
			return table(t, heads, []string{"DJ-01", "居住登记", "登记", days, "P-1", materials, "来访、电话", from})
		}
		for what, bad := range map[string][]byte{
			"eight days":       row("8", "居民身份证", ""),
			"a past day":       row("5", "居民身份证", "2020年1月1日"),
			"no day":           row("5", "居民身份证", "明天"),
			"a form":           row("5", "居民身份证|1|口头", ""),
			"two of one name":  row("5", "居民身份证\n居民身份证", ""),
			"days that are no": row("五", "居民身份证", ""),
		} {
			if got := director.imports("items", false, bad); got.Written || got.ProblemsTotal != 1 {
				t.Errorf("%s: %+v", what, got)
			}
		}
		day := h.Desk.Now().In(servicetest.Zone).Format("2006/1/2")
		if got := director.imports("items", false, row("6", "居民身份证|2|验原件留复印件|公安机关|核对身份|正反面|是\n委托书|1|原件||代办时||否", day)); got.Changed != 1 || !got.Written {
			t.Fatalf("%+v", got)
		}
		item := fmt.Sprint(director.ask(`{ items(search: "DJ-01") { version limitDays materials { name copies form required } } }`, nil).Data)
		if !strings.Contains(item, "copies:2") || !strings.Contains(item, "ORIGINAL_AND_COPY") || !strings.Contains(item, "version:2") || !strings.Contains(item, "limitDays:6") {
			t.Errorf("published %s", item)
		}
	})
}

func TestSheets_WhatNobodyShouldSendIsRefusedWhole(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		director := h.as("director")
		residents := []string{"姓名", "身份证号", "电话", "住址"}
		count := func() int {
			n, err := h.Desk.Store.Read().Resident.Query().Count(h.System())
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		before := count()
		many := make([][]string, 100_000)
		for i := range many {
			many[i] = []string{"张三", "", "", fmt.Sprint("新星小区", i)}
		}
		var bomb bytes.Buffer
		z := zip.NewWriter(&bomb)
		for _, name := range []string{"[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"} {
			w, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			for range 300 {
				if _, err := w.Write(bytes.Repeat([]byte(" "), 1<<20)); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		for what, bad := range map[string][]byte{
			"a hundred thousand rows": table(t, residents, many...), "a zip bomb": bomb.Bytes(), "a picture": jpegOf(t, 9, 9), "nothing": nil,
		} {
			a := director.form("/exchange/residents", map[string]string{"clientMutationId": h.ID()}, "t.xlsx", bad)
			if a.status != http.StatusUnprocessableEntity || len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "BAD_FILE" {
				t.Errorf("%s: %d %.200s", what, a.status, a.body)
			}
		}
		// A formula is no value, whatever it came to when the file was saved.
		f := excelize.NewFile()
		for i, head := range residents {
			if err := f.SetCellValue("Sheet1", fmt.Sprintf("%c1", 'A'+i), head); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetCellFormula("Sheet1", "A2", `HYPERLINK("http://x.example","张三")`); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellValue("Sheet1", "B2", 220204198005010019.0); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		got := director.imports("residents", false, b.Bytes())
		codes := map[string]bool{}
		for _, p := range got.Problems {
			codes[p.Code] = true
		}
		if got.Written || !codes["FORMULA"] || !codes["LOST_DIGITS"] {
			t.Errorf("%+v", got)
		}
		if now := count(); now != before {
			t.Errorf("%d residents, want %d", now, before)
		}
		// A text that looks like a formula is a text, in and out.
		good := table(t, residents, []string{"李四", servicetest.MakeID(1975, 3), "13900007777", "=1+1"})
		if got := director.imports("residents", false, good); got.Created != 1 || !got.Written {
			t.Fatalf("%+v", got)
		}
		if got := director.imports("residents", false, good); got.Created != 0 || got.Unchanged != 1 {
			t.Errorf("one person, one file: %+v", got)
		}
		out := director.send(director.request(http.MethodGet, "/exchange/residents.xlsx", ""))
		back, err := sheet.Read(bytes.NewReader(out.body), int64(len(out.body)), sheet.Limits{})
		if err != nil || back.Len() != 2 {
			t.Fatalf("%v: %v", back, err)
		}
		for _, secret := range []string{servicetest.MakeID(1975, 3), servicetest.IDNumber(), "13900007777", servicetest.Phone} {
			if text := unzipped(t, out.body); strings.Contains(text, secret) {
				t.Errorf("the export tells %s", secret)
			}
		}
		for _, login := range []string{"clerk-a", "administrator"} {
			p := h.as(login)
			p.send(p.request(http.MethodGet, "/exchange/residents.xlsx", "")).wantRefusal(http.StatusForbidden, "FORBIDDEN", "")
		}
	})
}

// unzipped is all that a spreadsheet's file holds, as one text.
func unzipped(t *testing.T, b []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := all.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		_ = r.Close()
	}
	return all.String()
}
