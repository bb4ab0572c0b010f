// Package files takes in scans and photos that are attached to a case, and what an office publishes, and keeps them in a
// folder or in an S3 bucket.
package files

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/gabriel-vasile/mimetype"
)

const (
	// MaxSize is the most bytes that a file may have, both as sent and as stored.
	MaxSize = 20 << 20
	// MaxPixels is the most pixels that a picture may have: the largest sensors of telephones in their usual modes, and
	// A3 at 500 dpi.
	MaxPixels = 50_000_000

	sniffed = 3072 // what mimetype looks at
)

// Accepted is a file that may be stored. Size and SHA256 (lower-case hexadecimal) are those of Bytes, which differ from
// what was sent wherever a picture was drawn anew; Width and Height are 0 for what is no picture.
type Accepted struct {
	Kind          Kind
	Name          string
	Bytes         []byte
	Size          int64
	SHA256        string
	Width, Height int
}

// Accept reads a file, decides by its content what it is, and gives it in the form in which it may be stored and shown:
// pictures upright and without metadata, PDFs and office files as they are. A file that is not wanted for the use gives a
// *Refused, a reader that fails its own error; at most MaxSize+1 bytes are read, and of a file of a wrong kind only the
// first 3 KiB.
func Accept(r io.Reader, name string, use Use) (*Accepted, error) {
	head := make([]byte, sniffed)
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, fmt.Errorf("read file: %w", err)
	}
	head = head[:n]
	if n == 0 {
		return nil, refuse(Empty, "")
	}
	entry, err := recognise(head, use)
	if err != nil {
		return nil, err
	}
	var all bytes.Buffer
	all.Write(head)
	if _, err := all.ReadFrom(io.LimitReader(r, int64(MaxSize+1-n))); err != nil {
		return nil, fmt.Errorf("read file: %w", err)
	}
	if all.Len() > MaxSize {
		return nil, refuse(TooLarge, "more than %d bytes", MaxSize)
	}
	a, err := entry.accept(all.Bytes(), use)
	if err != nil {
		return nil, err
	}
	if len(a.Bytes) > MaxSize {
		return nil, refuse(TooLarge, "%d bytes when drawn anew", len(a.Bytes))
	}
	sum := sha256.Sum256(a.Bytes)
	a.Size, a.SHA256, a.Name = int64(len(a.Bytes)), hex.EncodeToString(sum[:]), displayName(name, a.Kind)
	return a, nil
}

// recognise finds the entry of the allow-list. The content must begin with the mark of its kind: viewers look for a PDF
// in the first kilobyte, so that a file may be a PDF to one of them and a web page to another. Of an archive that begins
// as one, what it is stands at its end.
func recognise(head []byte, use Use) (allowed, error) {
	found := mimetype.Detect(head)
	archive := bytes.HasPrefix(head, []byte("PK\x03\x04"))
	for _, entry := range allowList {
		if !slices.Contains(entry.uses, use) || !found.Is(entry.mediaType) && !(archive && entry.mediaType == zipType) {
			continue
		}
		if entry.mediaType == PDF.MediaType() && !bytes.HasPrefix(head, []byte("%PDF-")) {
			return allowed{}, refuse(WrongKind, "a PDF that does not begin as one")
		}
		return entry, nil
	}
	for _, phone := range phoneFormats {
		if found.Is(phone) {
			return allowed{}, refuse(PhoneFormat, "%s", phone)
		}
	}
	return allowed{}, refuse(WrongKind, "%s", found.String())
}
