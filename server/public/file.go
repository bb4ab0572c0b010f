package public

import (
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"xinxing/internal/files"
	"xinxing/internal/service"
)

// file gives a portrait to show, or a blank form to download. A browser keeps it and asks each time whether it still
// stands on the board: what was removed is gone at once.
func (p *pages) file(w http.ResponseWriter, r *http.Request) {
	f, open, err := p.desk.DisclosedFile(r.Context(), r.PathValue("community"), r.PathValue("id"))
	if err != nil {
		p.serve(func(*request) (*answer, error) { return nil, err })(w, r)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "public, no-cache")
	if Unchanged(w, r, f.Digest) {
		return
	}
	content, err := open()
	if err != nil {
		h.Del("ETag")
		p.serve(func(*request) (*answer, error) { return nil, err })(w, r)
		return
	}
	defer func() { _ = content.Close() }()
	h.Set("Content-Type", files.Kind(f.Format).MediaType())
	h.Set("Content-Length", strconv.Itoa(f.Size))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	if !shown(f) {
		h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.Name}))
	}
	if r.Method != http.MethodHead {
		_, _ = io.Copy(w, content)
	}
}

// Unchanged tags the answer with the digest of a content that never changes, and is the whole answer, 304, where the client
// has it already.
func Unchanged(w http.ResponseWriter, r *http.Request, digest string) bool {
	tag := `"` + digest + `"`
	w.Header().Set("ETag", tag)
	if !matches(r.Header.Values("If-None-Match"), tag) {
		return false
	}
	w.WriteHeader(http.StatusNotModified)
	return true
}

// shown tells whether a file is shown on a page rather than downloaded.
func shown(f *service.DisclosedFile) bool { return files.Kind(f.Format) == files.JPEG }

// matches tells whether a client has the content of a tag already.
func matches(headers []string, tag string) bool {
	for one := range strings.SplitSeq(strings.Join(headers, ","), ",") {
		if one = strings.TrimPrefix(strings.TrimSpace(one), "W/"); one == tag || one == "*" {
			return true
		}
	}
	return false
}
