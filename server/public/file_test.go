package public

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"log/slog"
)

func TestB3_APersonHasAPhotoOrTheFamilyName(t *testing.T) {
	for _, target := range []string{"/public/" + office1, "/wall/" + office1} {
		get(t, anOffice(""), target).status(http.StatusOK).
			has(`<img class="face" src="`+filesPth+`pub_face" alt="刘建国的照片" width="480" height="600"`,
				`<span class="face two" aria-hidden="true" >欧阳</span>`, `<span class="face" aria-hidden="true" >王</span>`, "工作人员", "不在岗").
			hasNot(`>刘</span>`, `src=""`)
	}
	get(t, anOffice(""), "/public/"+office1+"?lang=en").has(`alt="Photo of 刘建国"`)
}

func TestQ5_AnItemOffersItsForms(t *testing.T) {
	get(t, anOffice(""), "/public/"+office1+"/items/MZ-01").has(`href="`+filesPth+`pub_form" download`, "最低生活保障申请表", "Word 文档", "35 KB", "1.2 MB", "PDF")
	get(t, anOffice(""), "/public/"+office1+"/items/ZH-02").hasNot("download", words["item.forms"].zh)
	g := get(t, anOffice(""), "/public/"+office1)
	if n := strings.Count(g.body, words["item.has-forms"].zh); n != 1 {
		t.Errorf("%d items have forms", n)
	}
}

func TestQ5_AFormIsDownloadedUnderItsName(t *testing.T) {
	d := anOffice("")
	g := get(t, d, filesPth+"pub_form").status(http.StatusOK)
	h := g.Result().Header
	for name, want := range map[string]string{
		"Content-Type":            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		"Content-Disposition":     "attachment; filename*=utf-8''%E6%9C%80%E4%BD%8E%E7%94%9F%E6%B4%BB%E4%BF%9D%E9%9A%9C%E7%94%B3%E8%AF%B7%E8%A1%A8.docx",
		"X-Content-Type-Options":  "nosniff",
		"Content-Security-Policy": "default-src 'none'; sandbox",
		"Cache-Control":           "public, no-cache",
		"Content-Length":          "34567",
		"Etag":                    `"d1"`,
		"Set-Cookie":              "",
	} {
		if h.Get(name) != want {
			t.Errorf("%s: %q, want %q", name, h.Get(name), want)
		}
	}
	if g.body != d.kept["pub_form"] {
		t.Errorf("%d bytes", len(g.body))
	}
	photo := get(t, d, filesPth+"pub_face").status(http.StatusOK).Result().Header
	if photo.Get("Content-Disposition") != "" || photo.Get("Content-Type") != "image/jpeg" {
		t.Errorf("a photo: %v", photo)
	}
}

func TestQ5_WhatABrowserHasIsNotSentAgain(t *testing.T) {
	ask := func(method, tag, path string) *httptest.ResponseRecorder {
		r := httptest.NewRequestWithContext(t.Context(), method, path, nil)
		r.Header.Set("If-None-Match", tag)
		w := httptest.NewRecorder()
		Handler(anOffice(""), slog.New(slog.DiscardHandler)).ServeHTTP(w, r)
		return w
	}
	for tag, want := range map[string]int{`"d1"`: 304, `"x", W/"d1"`: 304, "*": 304, `"d2"`: 200, `d1`: 200, "": 200} {
		if w := ask(http.MethodGet, tag, filesPth+"pub_form"); w.Code != want || (w.Body.Len() == 0) != (want == 304) || w.Header().Get("ETag") != `"d1"` {
			t.Errorf("%s: %d, %d bytes", tag, w.Code, w.Body.Len())
		}
	}
	if w := ask(http.MethodHead, "", filesPth+"pub_form"); w.Code != 200 || w.Body.Len() != 0 || w.Header().Get("Content-Length") != "34567" {
		t.Errorf("HEAD: %d %v", w.Code, w.Header())
	}
	// What was removed is not "unchanged".
	for _, path := range []string{filesPth + "pub_gone", filesPth + "pub_none"} {
		if w := ask(http.MethodGet, `"x"`, path); w.Code != 404 || w.Header().Get("ETag") != "" || strings.Contains(w.Header().Get("Cache-Control"), "public") {
			t.Errorf("%s: %d %v", path, w.Code, w.Header())
		}
	}
	for _, path := range []string{"/public/com_2/files/pub_form", filesPth + "fil_1", filesPth + "..%2fcases%2fx", filesPth, "/public/" + office1 + "/files"} {
		get(t, anOffice(""), path).status(http.StatusNotFound)
	}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete} {
		if w := ask(method, "", filesPth+"pub_form"); w.Code == 200 {
			t.Errorf("%s is answered", method)
		}
	}
}
