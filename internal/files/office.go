package files

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

const (
	maxParts = 2000      // of an office file
	maxList  = 1 << 20   // bytes of one list of types or of references
	maxPlain = 200 << 20 // bytes of all parts, as the archive claims
)

// Parts of an office file that run something, or carry or fetch another file.
var activeParts = []string{"vbaproject", "vbadata", "activex", "embeddings/", "externallinks/", "macrosheets/", "oleobject", "attachedtoolbars", "customui"}

// The part that an office file begins with, by its type, tells what it is; templates and files with macros have others.
var mainParts = map[string]Kind{
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": DOCX,
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml":       XLSX,
}

// acceptOffice screens a DOCX or XLSX and keeps it as it is. As with PDF it is a screen and no proof: the parts are looked
// at by name and type, and what is fetched from elsewhere by the references, but the text is not interpreted.
func acceptOffice(data []byte, _ Use) (*Accepted, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, refuse(Broken, "archive: %v", err)
	}
	if len(archive.File) > maxParts {
		return nil, refuse(TooLarge, "%d parts", len(archive.File))
	}
	types, seen, plain := (*zip.File)(nil), map[string]bool{}, uint64(0)
	var references []*zip.File
	for _, f := range archive.File {
		// Names of parts differ by more than case, so that every reader takes the same part.
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		if seen[name] || path.Clean("/"+name) != "/"+strings.TrimSuffix(name, "/") {
			return nil, refuse(Broken, "a part twice, or out of place")
		}
		seen[name] = true
		if f.Flags&1 != 0 {
			return nil, refuse(Encrypted, "an encrypted part")
		}
		if plain += min(f.UncompressedSize64, maxPlain+1); plain > maxPlain {
			return nil, refuse(TooLarge, "parts of more than %d bytes", maxPlain)
		}
		for _, active := range activeParts {
			if strings.Contains(name, active) {
				return nil, refuse(ActiveContent, "a part of %s", active)
			}
		}
		switch {
		case name == "[content_types].xml":
			types = f
		case strings.HasSuffix(name, ".rels"):
			references = append(references, f)
		}
	}
	if types == nil {
		return nil, refuse(WrongKind, "an archive")
	}
	kind, err := officeKind(types)
	if err != nil {
		return nil, err
	}
	for _, f := range references {
		if err := nothingFetched(f); err != nil {
			return nil, err
		}
	}
	return &Accepted{Kind: kind, Bytes: data}, nil
}

// officeKind tells what an office file is by its list of types.
func officeKind(list *zip.File) (kind Kind, err error) {
	err = elements(list, func(e xml.StartElement) error {
		media := strings.ToLower(attribute(e, "ContentType"))
		if strings.Contains(media, "macroenabled") || strings.Contains(media, "vbaproject") || strings.Contains(media, "activex") {
			return refuse(ActiveContent, "a part with macros")
		}
		if found, ok := mainParts[media]; ok && e.Name.Local == "Override" {
			if kind != "" {
				return refuse(Broken, "two documents in one")
			}
			kind = found
		}
		return nil
	})
	if err == nil && kind == "" {
		err = refuse(WrongKind, "no document or sheet")
	}
	return kind, err
}

// nothingFetched refuses references to what lies elsewhere, such as a template or a picture that tells who opened the
// form; links that a reader follows by hand are none.
func nothingFetched(list *zip.File) error {
	return elements(list, func(e xml.StartElement) error {
		if strings.EqualFold(attribute(e, "TargetMode"), "External") && path.Base(attribute(e, "Type")) != "hyperlink" {
			return refuse(ActiveContent, "a reference to elsewhere: %.60q", path.Base(attribute(e, "Type")))
		}
		return nil
	})
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// elements calls fn for every element of a part; a part that cannot be read is broken.
func elements(f *zip.File, fn func(xml.StartElement) error) error {
	r, err := f.Open()
	if err != nil {
		return refuse(Broken, "part: %v", err)
	}
	defer func() { _ = r.Close() }()
	text, err := io.ReadAll(io.LimitReader(r, maxList+1))
	if err != nil {
		return refuse(Broken, "part: %v", err)
	}
	if len(text) > maxList {
		return refuse(TooLarge, "a list of more than %d bytes", maxList)
	}
	for d := xml.NewDecoder(bytes.NewReader(text)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return refuse(Broken, "part: %v", err)
		}
		if e, ok := token.(xml.StartElement); ok {
			if err := fn(e); err != nil {
				return err
			}
		}
	}
}
