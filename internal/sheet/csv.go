package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// readCSV reads all of it, as the encoding shows only in the whole. A text that begins with = + - @ is only a text.
func readCSV(b *builder, r io.Reader) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return fmt.Errorf("read sheet: %w", err)
	}
	if data, err = toUTF8(data); err != nil {
		return err
	}
	for _, c := range data {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' {
			return refuse(WrongKind, "not a text: it holds the byte %#x", c)
		}
	}
	for _, mark := range []string{"<", "%PDF-", `{\rtf`} {
		if bytes.HasPrefix(bytes.TrimSpace(data), []byte(mark)) {
			return refuse(WrongKind, "a document, not a table")
		}
	}
	reader := csv.NewReader(bytes.NewReader(data))
	reader.Comma, reader.FieldsPerRecord, reader.ReuseRecord = separator(data), -1, true
	number, end := 0, 0 // of the last row, and the line of the file on which it ended
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return refuse(Broken, "CSV: %v", err)
		}
		// A spreadsheet counts an empty line as a row, and a record of several lines as one.
		start, _ := reader.FieldPos(0)
		number += start - end
		last := len(record) - 1
		end, _ = reader.FieldPos(last)
		end += strings.Count(record[last], "\n")
		cells := make([]cell, 0, min(len(record), b.limits.Columns+2))
		for i, field := range record {
			c := b.text(field)
			if c == (cell{}) && i > b.limits.Columns {
				continue // commas that follow the last column
			}
			cells = append(cells, c)
		}
		if err := b.add(number, cells); err != nil {
			return err
		}
	}
}

// toUTF8 decodes by the mark at the beginning; without one it is UTF-8 where it can be, as GB18030 hardly ever is, and
// otherwise GB18030, which is what Chinese spreadsheets write.
func toUTF8(data []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		decoded, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil || bytes.Contains(decoded, []byte("\ufffd")) {
			return nil, refuse(Broken, "not UTF-16")
		}
		return decoded, nil
	}
	if utf8.Valid(data) {
		return data, nil
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return nil, refuse(WrongKind, "not a text")
	}
	decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || bytes.Contains(decoded, []byte("\ufffd")) {
		return nil, refuse(WrongKind, "neither UTF-8 nor GB18030")
	}
	return decoded, nil
}

// separator is the one of , ; and tab that the first line with any content has most of, outside of quotes.
func separator(data []byte) rune {
	counts, quoted, content := map[byte]int{}, false, false
	for _, c := range data {
		switch {
		case c == '"':
			quoted, content = !quoted, true
		case quoted:
		case c == '\n' || c == '\r':
			if content {
				return most(counts)
			}
		case c == ',' || c == ';' || c == '\t':
			counts[c]++
		default:
			content = true
		}
	}
	return most(counts)
}

func most(counts map[byte]int) rune {
	best := byte(',')
	for _, c := range []byte{';', '\t'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return rune(best)
}

// CSV writes a table as a text that every spreadsheet opens: UTF-8 with its mark, fields apart by commas, lines by CRLF. No text in it is a formula.
type CSV struct{ out *csv.Writer }

// NewCSV begins a table.
func NewCSV(w io.Writer) (*CSV, error) {
	if _, err := io.WriteString(w, "\xef\xbb\xbf"); err != nil {
		return nil, err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	return &CSV{out}, nil
}

// Row writes the cells of a row: string, int or float64, and nil for none.
func (c *CSV) Row(cells []any) error {
	row := make([]string, len(cells))
	for i, cell := range cells {
		switch v := cell.(type) {
		case nil:
		case string:
			row[i] = harmless(v)
		case int:
			row[i] = strconv.Itoa(v)
		case float64:
			row[i] = strconv.FormatFloat(v, 'f', -1, 64)
		default:
			return fmt.Errorf("a %T is no cell", v)
		}
	}
	return c.out.Write(row)
}

// End writes what is left.
func (c *CSV) End() error {
	c.out.Flush()
	return c.out.Error()
}
