package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"image/jpeg"
	"net/http"
	"slices"
	"strings"
	"testing"

	"xinxing/internal/files"
	"xinxing/internal/service"
)

func pdfOf(what string) []byte {
	return []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n% " + what +
		"\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n110\n%%EOF\n")
}

func docxOf(t *testing.T, main string, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"[Content_Types].xml": `<Types><Override PartName="/word/document.xml" ContentType="application/` + main + `.main+xml"/></Types>`, "word/document.xml": "<document/>",
	} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range parts {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const wordType = "vnd.openxmlformats-officedocument.wordprocessingml.document"

// published puts a portrait of 安晓梅 and a form of 居住登记 on the board, as the director, and gives their keys.
func (h *house) published() (portrait, form string) {
	h.t.Helper()
	publish := func(in service.PublishFileInput, content []byte) string {
		in.ClientMutationID = h.ID()
		f, err := h.Desk.PublishFile(h.As("director"), in, "x", bytes.NewReader(content))
		if err != nil {
			h.t.Fatal(err)
		}
		return f.ID
	}
	return publish(service.PublishFileInput{StaffID: h.Staff["clerk-a"].ID}, jpegOf(h.t, 60, 80)),
		publish(service.PublishFileInput{ItemID: h.Items["DJ-01"].ID, Title: "居住登记表"}, pdfOf("form"))
}

// sends publishes over HTTP and gives the file's key.
func (p *person) sends(fields map[string]string, name string, content []byte) string {
	p.t.Helper()
	fields["clientMutationId"] = p.h.ID()
	a := p.form("/files", fields, name, content)
	var made struct{ ID, Name string }
	if err := json.Unmarshal(a.body, &made); err != nil || a.status != http.StatusOK || !strings.HasPrefix(made.ID, "pub_") {
		p.t.Fatalf("%d %s", a.status, a.body)
	}
	return made.ID
}

func (p *person) gets(path string) *reply { return p.send(p.request(http.MethodGet, path, "")) }

func TestQ5_FormsAndPhotosAreFetchedByAnybody(t *testing.T) {
	withFiles(t, func(t *testing.T, h *house, folder string) {
		director, public := h.as("director"), h.public()
		photo := jpegOf(t, 900, 1200)
		tagged := slices.Concat(photo[:2], []byte{0xff, 0xe1, 0, 22}, []byte("Exif\x00\x00GPS 43.9N 126E!!"[:20]), photo[2:])
		board := "/public/" + h.Community
		face := board + "/files/" + director.sends(map[string]string{"staffId": h.Staff["clerk-a"].ID}, "IMG_0001.jpg", tagged)
		doc := docxOf(t, wordType)
		form := board + "/files/" + director.sends(map[string]string{"itemId": h.Items["DJ-01"].ID, "title": "居住登记表"}, "附件1.docx", doc)

		got := public.gets(face)
		m, err := jpeg.Decode(bytes.NewReader(got.body))
		if err != nil || got.status != http.StatusOK || m.Bounds().Dx() != 480 || bytes.Contains(got.body, []byte("GPS")) || bytes.Contains(got.body, []byte("Exif")) {
			t.Fatalf("a photo: %d, %v", got.status, err)
		}
		if got.header.Get("Content-Type") != "image/jpeg" || got.header.Get("X-Content-Type-Options") != "nosniff" || got.header.Get("Set-Cookie") != "" {
			t.Errorf("a photo: %v", got.header)
		}
		got = public.gets(form)
		h1 := got.header
		if got.status != http.StatusOK || !bytes.Equal(got.body, doc) || h1.Get("Content-Disposition") != "attachment; filename*=utf-8''%E5%B1%85%E4%BD%8F%E7%99%BB%E8%AE%B0%E8%A1%A8.docx" ||
			h1.Get("X-Content-Type-Options") != "nosniff" || !strings.Contains(h1.Get("Content-Security-Policy"), "sandbox") || h1.Get("Cache-Control") != "public, no-cache" {
			t.Errorf("a form: %d %v", got.status, h1)
		}
		r := public.request(http.MethodGet, form, "")
		r.Header.Set("If-None-Match", h1.Get("ETag"))
		if again := public.send(r); again.status != http.StatusNotModified || len(again.body) != 0 {
			t.Errorf("again: %d, %d bytes", again.status, len(again.body))
		}
		for page, wants := range map[string][]string{
			board: {`<img class="face" src="` + face, "可下载表格"}, board + "/items/DJ-01": {`href="` + form + `" download`, "居住登记表", "Word 文档"}, "/wall/" + h.Community: {`src="` + face},
			board + "?q=anxiaomei": {`src="` + face},
		} {
			a := public.gets(page)
			for _, want := range wants {
				if !strings.Contains(string(a.body), want) {
					t.Errorf("%s lacks %s", page, want)
				}
			}
		}
		// Removed: gone at once, also for whoever has it.
		id := form[strings.LastIndex(form, "/")+1:]
		director.must(`mutation($input: RemovePublicFileInput!) { removePublicFile(input: $input) { file { path } } }`, vars{"input": vars{"fileId": id, "clientMutationId": h.ID()}})
		r = public.request(http.MethodGet, form, "")
		r.Header.Set("If-None-Match", h1.Get("ETag"))
		if a := public.send(r); a.status != http.StatusNotFound || !strings.Contains(string(a.body), "<html") {
			t.Errorf("removed: %d", a.status)
		}
		if a := public.gets(board + "/items/DJ-01"); strings.Contains(string(a.body), "居住登记表") {
			t.Error("the item still offers what was removed")
		}
		if n := stored(t, folder); n != 1 {
			t.Errorf("%d files in the store", n)
		}
	})
}

func TestQ5_WhatIsRefusedIsNotPublished(t *testing.T) {
	withFiles(t, func(t *testing.T, h *house, folder string) {
		director := h.as("director")
		photo := jpegOf(t, 30, 40)
		of := func(more map[string]string) map[string]string {
			more["clientMutationId"] = h.ID()
			return more
		}
		item := func() map[string]string { return of(map[string]string{"itemId": h.Items["DJ-01"].ID, "title": "表"}) }
		face := func() map[string]string { return of(map[string]string{"staffId": h.Staff["clerk-a"].ID}) }
		page := []byte("<!doctype html><script>alert(1)</script>")
		for name, bad := range map[string]struct {
			fields  map[string]string
			content []byte
			reason  string
		}{
			"表.pdf":    {item(), append([]byte("MZ\x90\x00"), make([]byte, 900)...), "WRONG_KIND"},
			"page.pdf": {item(), page, "WRONG_KIND"},
			"both.pdf": {item(), append(page, pdfOf("x")...), "WRONG_KIND"},
			"photo":    {item(), photo, "WRONG_KIND"},
			"m.docx":   {item(), docxOf(t, "vnd.ms-word.document.macroEnabled"), "ACTIVE_CONTENT"},
			"vba.docx": {item(), docxOf(t, wordType, "word/vbaProject.bin"), "ACTIVE_CONTENT"},
			"js.pdf":   {item(), []byte(strings.Replace(string(pdfOf("x")), "% x", "<</S/JavaScript/JS(x)>>", 1)), "ACTIVE_CONTENT"},
			"big.pdf":  {item(), append(pdfOf("x"), make([]byte, files.MaxSize)...), "TOO_LARGE"},
			"page.jpg": {face(), page, "WRONG_KIND"},
			"a.svg":    {face(), []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`), "WRONG_KIND"},
			"a.pdf":    {face(), pdfOf("x"), "WRONG_KIND"},
			"cut.jpg":  {face(), photo[:len(photo)/2], "BROKEN"},
		} {
			director.form("/files", bad.fields, name, bad.content).wantRefusal(http.StatusUnprocessableEntity, "BAD_FILE", bad.reason)
		}
		id, _ := openPromised(h.as("clerk-a"))
		both := item()
		both["caseId"] = id
		director.form("/files", both, "x.pdf", pdfOf("x")).wantRefusal(http.StatusUnprocessableEntity, "BAD_INPUT", "")
		both = item()
		both["staffId"] = h.Staff["clerk-a"].ID
		director.form("/files", both, "x.pdf", pdfOf("x")).wantRefusal(http.StatusUnprocessableEntity, "BAD_INPUT", "")
		director.form("/files", of(map[string]string{"itemId": h.Items["DJ-01"].ID}), "x.pdf", pdfOf("x")).wantRefusal(http.StatusUnprocessableEntity, "BAD_INPUT", "")
		for login, status := range map[string]int{"clerk-a": http.StatusForbidden, "supervisor": http.StatusForbidden, "neighbour": http.StatusNotFound} {
			code := map[int]string{http.StatusForbidden: "FORBIDDEN", http.StatusNotFound: "NOT_FOUND"}[status]
			h.as(login).form("/files", item(), "x.pdf", pdfOf("x")).wantRefusal(status, code, "")
			h.as(login).form("/files", face(), "x.jpg", photo).wantRefusal(status, code, "")
		}
		h.public().form("/files", item(), "x.pdf", pdfOf("x")).wantRefusal(http.StatusUnauthorized, "UNAUTHENTICATED", "")
		if n := stored(t, folder); n != 0 {
			t.Errorf("%d files in the store", n)
		}
	})
}

// A scan of a case is reached by no address of the board, whoever asks and however it is spelled.
func TestQ5_ScansOfCasesAreOnNoBoard(t *testing.T) {
	withFiles(t, func(t *testing.T, h *house, _ string) {
		clerk := h.as("clerk-a")
		id, _ := openPromised(clerk)
		a := clerk.form("/files", map[string]string{"caseId": id, "clientMutationId": h.ID()}, "户口簿.jpg", jpegOf(t, 30, 20))
		var scan struct{ ID string }
		if err := json.Unmarshal(a.body, &scan); err != nil || scan.ID == "" {
			t.Fatalf("%s", a.body)
		}
		kept := h.Desk.Store.Read().Attachment.GetX(h.System(), scan.ID)
		_, form := h.published()
		base := "/public/" + h.Community + "/files/"
		if a := h.public().gets(base + form); a.status != http.StatusOK {
			t.Fatalf("what was published: %d", a.status)
		}
		for _, who := range []*person{h.public(), clerk, h.as("director")} {
			for _, path := range []string{
				base + scan.ID, base + strings.Replace(scan.ID, "fil_", "pub_", 1), base + kept.Digest, base + kept.StoredAs, base + strings.ReplaceAll(kept.StoredAs, "/", "%2f"),
				base + "..%2f" + strings.ReplaceAll(kept.StoredAs, "/", "%2f"), base + "%2e%2e/%2e%2e/files/" + scan.ID, base + id,
				"/public/" + h.Neighbour + "/files/" + form, "/public/" + h.Subdistrict + "/files/" + form, "/public/files/" + scan.ID, "/public/" + h.Community + "/files",
				"/wall/" + h.Community + "/files/" + form, "/p/" + h.Community + "/" + form,
			} {
				if a := who.gets(path); a.status == http.StatusOK || bytes.HasPrefix(a.body, []byte("\xff\xd8")) {
					t.Errorf("%s as %q: %d", path, who.login, a.status)
				}
			}
		}
		// Nor is a published file a scan.
		clerk.gets("/files/"+form).wantRefusal(http.StatusNotFound, "NOT_FOUND", "")
	})
}
