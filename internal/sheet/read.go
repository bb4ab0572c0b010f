package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Read reads a table from an XLSX or CSV file, told apart by content: of XLSX the first visible sheet, of CSV text in
// UTF-8, UTF-16 with its mark or GB18030, separated by commas, semicolons or tabs. The first row that is not empty holds
// the headers; values are trimmed, numbers and dates (2006-01-02) given as text. A file that cannot be taken gives a *Refused.
func Read(r io.ReaderAt, size int64, limits Limits) (*Table, error) {
	limits = limits.orDefault()
	if size > limits.Size {
		return nil, refuse(TooLarge, "%d bytes, at most %d", size, limits.Size)
	}
	head := make([]byte, min(size, 512))
	if n, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read sheet: %w", err)
	} else if head = head[:n]; n == 0 {
		return nil, refuse(Empty, "")
	}
	b := &builder{limits: limits, table: &Table{}}
	var err error
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		err = readXLSX(b, r, size)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		err = refuse(WrongKind, "an old XLS, or an XLSX with a password")
	default:
		err = readCSV(b, io.NewSectionReader(r, 0, size))
	}
	if err != nil {
		return nil, err
	}
	return b.done()
}
