package main

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"time"

	"xinxing/internal/files"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/paper"
	"xinxing/internal/service"
	"xinxing/internal/store"
	"xinxing/server/public"
)

// The bounds of what comes in beside GraphQL: a file and the few fields around it.
const (
	formFields  = 64 << 10
	uploadTime  = 2 * time.Minute
	uploadLimit = files.MaxSize + formFields
)

// refused answers with a refusal in the shape that GraphQL has, so that pages phrase both alike; anything else is
// INTERNAL and its detail stays in the log.
func (s *site) refused(w http.ResponseWriter, r *http.Request, err error) {
	var no *office.Refusal
	if !errors.As(err, &no) {
		s.log.Error("internal error", "error", err, "path", r.Pattern)
		no = office.Refuse(office.Internal, "", "")
	}
	status, known := map[office.Code]int{
		office.Unauthenticated: http.StatusUnauthorized, office.Forbidden: http.StatusForbidden, office.NotFound: http.StatusNotFound,
		office.TooMany: http.StatusTooManyRequests, office.Internal: http.StatusInternalServerError, office.Conflict: http.StatusConflict,
	}[no.Code]
	if !known {
		status = http.StatusUnprocessableEntity
	}
	extensions := map[string]any{}
	for k, v := range no.Facts {
		extensions[k] = v
	}
	extensions["code"], extensions["clause"], extensions["field"] = no.Code, no.Clause, no.Field
	if wait, ok := no.Facts["retryAfter"].(int); ok {
		w.Header().Set("Retry-After", strconv.Itoa(wait))
	}
	writeJSON(w, status, map[string]any{"errors": []any{map[string]any{"message": no.Error(), "extensions": extensions}}})
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

// viewerOnly refuses the public, and who came by a token, before anything is read of the request.
func (s *site) viewerOnly(next func(http.ResponseWriter, *http.Request)) http.Handler {
	return s.readerOnly(s.noToken(next))
}

// noToken refuses who came by a token.
func (s *site) noToken(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if v, _ := store.ViewerOf(r.Context()); v.Token != "" {
			s.refused(w, r, office.Refuse(office.Forbidden, "P5", ""))
			return
		}
		next(w, r)
	}
}

// readerOnly refuses the public before anything is read of the request.
func (s *site) readerOnly(next func(http.ResponseWriter, *http.Request)) http.Handler {
	return s.withSession(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := store.ViewerOf(r.Context()); !ok {
			s.refused(w, r, office.Refuse(office.Unauthenticated, "", ""))
			return
		}
		next(w, r)
	}))
}

// upload reads a multipart form as it comes in: the fields first, then the one file, which take reads; nothing of it is
// kept on disk meanwhile.
func upload(w http.ResponseWriter, r *http.Request, limit int64, take func(fields map[string]string, name string, content io.Reader) error) error {
	// Sending a file may take longer than any other request.
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(uploadTime))
	r.Body = http.MaxBytesReader(w, r.Body, limit)
	parts, err := r.MultipartReader()
	if err != nil {
		return office.Refuse(office.BadInput, "", "file")
	}
	fields := map[string]string{}
	for range 20 {
		part, err := parts.NextPart()
		if err != nil {
			return office.Refuse(office.BadInput, "", "file")
		}
		if part.FileName() == "" {
			value, err := io.ReadAll(io.LimitReader(part, formFields))
			if err != nil {
				return office.Refuse(office.BadInput, "", part.FormName())
			}
			fields[part.FormName()] = string(value)
			continue
		}
		err = take(fields, part.FileName(), part)
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			return office.Refuse(office.BadFile, "A5", "file").With("reason", string(files.TooLarge))
		}
		return err
	}
	return office.Refuse(office.BadInput, "", "file")
}

// receive is POST /files: the field clientMutationId and what the file is for, then file. With caseId it is a scan of a case;
// with staffId a portrait, with itemId and title a blank form, both for the public board (Q5, B3);
// with projectId or programId, kind, caption and published a picture of it (P3, C2). 200 with the file's id and
// name, or a refusal.
func (s *site) receive(w http.ResponseWriter, r *http.Request) {
	err := upload(w, r, uploadLimit, func(fields map[string]string, name string, content io.Reader) error {
		var made struct {
			ID   string `json:"id"`
			Name string `json:"name"`
		}
		if fields["projectId"] != "" || fields["programId"] != "" {
			if fields["caseId"] != "" || fields["staffId"] != "" || fields["itemId"] != "" {
				return office.Refuse(office.BadInput, "P3", "projectId")
			}
			f, err := s.desk.AddPicture(r.Context(), service.AddPictureInput{
				ProjectID: fields["projectId"], ProgramID: fields["programId"], Kind: cobuild.PictureKind(fields["kind"]), Caption: fields["caption"],
				Published: fields["published"] == "true", ClientMutationID: fields["clientMutationId"],
			}, name, content)
			if err != nil {
				return err
			}
			made.ID, made.Name = f.ID, f.Name
		} else if fields["staffId"] != "" || fields["itemId"] != "" {
			if fields["caseId"] != "" { // a file of a case is never published by a slip
				return office.Refuse(office.BadInput, "Q5", "caseId")
			}
			f, err := s.desk.PublishFile(r.Context(), service.PublishFileInput{
				StaffID: fields["staffId"], ItemID: fields["itemId"], Title: fields["title"], ClientMutationID: fields["clientMutationId"],
			}, name, content)
			if err != nil {
				return err
			}
			made.ID, made.Name = f.ID, f.Name
		} else {
			f, err := s.desk.Attach(r.Context(), fields["caseId"], fields["clientMutationId"], name, content)
			if err != nil {
				return err
			}
			made.ID, made.Name = f.ID, f.Name
		}
		writeJSON(w, http.StatusOK, made)
		return nil
	})
	if err != nil {
		s.refused(w, r, err)
	}
}

// file is GET /files/{id}: a picture of a project or program, which is all that a token opens here (P5), or a scan.
func (s *site) file(w http.ResponseWriter, r *http.Request) {
	if key.Prefix(r.PathValue("id")) == key.Picture {
		s.picture(w, r)
		return
	}
	s.noToken(s.scan)(w, r)
}

// scan gives the file of a case as a download, which no browser shows as a page of ours.
func (s *site) scan(w http.ResponseWriter, r *http.Request) {
	f, content, err := s.desk.OpenAttachment(r.Context(), r.PathValue("id"))
	if err != nil {
		s.refused(w, r, err)
		return
	}
	defer func() { _ = content.Close() }()
	h := w.Header()
	h.Set("Content-Type", files.Kind(f.Kind).MediaType())
	h.Set("Content-Length", strconv.Itoa(f.Size))
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.Name}))
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("Cache-Control", "private, no-store")
	_, _ = io.Copy(w, content)
}

// picture shows a picture, never runs it: what it holds never changes, whether it is there is asked again each time.
func (s *site) picture(w http.ResponseWriter, r *http.Request) {
	f, open, err := s.desk.OpenPicture(r.Context(), r.PathValue("id"))
	if err != nil {
		s.refused(w, r, err)
		return
	}
	if err := s.desk.RecordRead(r.Context(), service.Read{Operation: "picture", Fields: []string{"files.picture"}, Records: []string{f.ID}}); err != nil {
		s.refused(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "private, no-cache")
	if public.Unchanged(w, r, f.Digest) {
		return
	}
	content, err := open()
	if err != nil {
		h.Del("ETag")
		s.refused(w, r, err)
		return
	}
	defer func() { _ = content.Close() }()
	h.Set("Content-Type", files.Kind(f.Format).MediaType())
	h.Set("Content-Length", strconv.Itoa(f.Size))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	_, _ = io.Copy(w, content)
}

// printed is GET /papers/{id}: a paper as it was printed, as PDF, or with ?as=html as a page.
func (s *site) printed(w http.ResponseWriter, r *http.Request) {
	p, doc, err := s.desk.PaperPrinted(r.Context(), r.PathValue("id"))
	if err != nil {
		s.refused(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "private, no-store")
	if r.URL.Query().Get("as") == "html" {
		h.Set("Content-Type", "text/html; charset=utf-8")
		h.Set("Content-Security-Policy", paper.ContentSecurityPolicy())
		err = doc.HTML(w, "zh-CN")
	} else {
		h.Set("Content-Type", "application/pdf")
		h.Set("Content-Disposition", mime.FormatMediaType("inline", map[string]string{"filename": p.Number + ".pdf"}))
		err = doc.PDF(w)
	}
	if err != nil {
		s.log.Error("paper", "error", err)
	}
}
