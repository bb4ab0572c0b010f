// Package paper prints the papers of the office: one pure value, rendered as a PDF that looks the same on every machine
// and as an HTML page that prints without scripts or outside resources.
package paper

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/skip2/go-qrcode"
)

// Size is the size of the sheet. The zero value is A4.
type Size string

// The sheets of an office's printer.
const (
	A4 Size = "A4"
	A5 Size = "A5"
)

// Document is one paper. It is a pure value: the same value gives the same bytes in either rendering, and every
// field but Title may be empty. Control characters in its texts are dropped; a line feed starts a new line.
type Document struct {
	Size      Size
	Title     string // 一次性告知书
	Subtitle  string // small, below the title
	Office    string // who issues the paper; at the head and above the date
	Number    string // 20260226-00012-告1
	Date      string // 2026年2月26日
	Draft     bool   // a large 草稿 lies under every page
	Blocks    []Block
	QR        string // what the code says, an address as a rule
	QRCaption string // below the code
	Seal      string // label of the place for the seal, beside office and date
	Footer    string // small, at the foot of every page
}

// Block is one part of a paper's body: Fields, Paragraph, Heading, Table, List, Signatures or Note.
type Block interface{ block() }

// Fields is a ruled grid of labels and values. Columns is 1 or 2, the zero value being 1.
type Fields struct {
	Columns int
	Items   []Field
}

// Field is a label and its value; a wide one takes a whole row of a two-column grid.
type Field struct {
	Label, Value string
	Wide         bool
}

// Paragraph is running text, its first line indented by two characters unless it is Flush, as a salutation is.
type Paragraph struct {
	Text  string
	Flush bool
}

// Heading stands over the block that follows it and is never left alone at the foot of a page.
type Heading struct{ Text string }

// Table is a ruled table whose header is repeated on every page it reaches. Widths are relative and may be missing;
// a row may be shorter than the header.
type Table struct {
	Header []string
	Rows   [][]string
	Widths []float64
}

// List is a numbered list.
type List struct{ Items []string }

// Signatures is a place to sign and to date for each label. At the end of a paper it stays together with the seal.
type Signatures struct{ Labels []string }

// Note is an explanation in small type.
type Note struct{ Text string }

func (Fields) block()     {}
func (Paragraph) block()  {}
func (Heading) block()    {}
func (Table) block()      {}
func (List) block()       {}
func (Signatures) block() {}
func (Note) block()       {}

// columns is how many columns a table has: the header's, or the longest row's.
func (t Table) columns() int {
	n := len(t.Header)
	for _, r := range t.Rows {
		n = max(n, len(r))
	}
	return n
}

// shares is the part of the whole width that each column takes; columns without a usable width take the mean one.
func (t Table) shares() []float64 {
	n := t.columns()
	out := make([]float64, n)
	usable := func(i int) bool { return i < len(t.Widths) && t.Widths[i] > 0 && t.Widths[i] < 1e9 }
	sum, given := 0.0, 0
	for i := range out {
		if usable(i) {
			sum, given = sum+t.Widths[i], given+1
		}
	}
	mean := 1.0
	if given > 0 {
		mean = sum / float64(given)
	}
	total := sum + mean*float64(n-given)
	for i := range out {
		out[i] = mean / total
		if usable(i) {
			out[i] = t.Widths[i] / total
		}
	}
	return out
}

// short tells which columns hold nothing longer than four characters, as numbers and amounts are; they are centred.
func (t Table) short() []bool {
	out := make([]bool, t.columns())
	for i := range out {
		out[i] = true
		for _, r := range t.Rows {
			out[i] = out[i] && utf8.RuneCountInString(cell(r, i)) <= 4
		}
	}
	return out
}

// cell is the text of a row's column, empty beyond the row's end.
func cell(row []string, i int) string {
	if i < len(row) {
		return row[i]
	}
	return ""
}

// rows lays the fields of a grid into rows of one or two; the last field of an odd run becomes wide.
func (f Fields) rows() [][]Field {
	var out [][]Field
	for i := 0; i < len(f.Items); i++ {
		if f.Columns == 2 && i+1 < len(f.Items) && !f.Items[i].Wide && !f.Items[i+1].Wide {
			out = append(out, f.Items[i:i+2])
			i++
			continue
		}
		out = append(out, f.Items[i:i+1])
	}
	return out
}

// closing is the index from which the blocks stay together with office, date and seal: the last signatures and the
// notes after them.
func (d Document) closing() int {
	for i := len(d.Blocks) - 1; i >= 0; i-- {
		switch d.Blocks[i].(type) {
		case Note:
		case Signatures:
			return i
		default:
			return len(d.Blocks)
		}
	}
	return len(d.Blocks)
}

// clean keeps what can be printed: line feeds and the characters that have a shape or a width.
func clean(s string) string {
	keep := true
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				keep = false
				break
			}
		}
		if r != '\n' && mapped(r) != r {
			keep = false
			break
		}
	}
	if keep {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(mapped, s)
}

// mapped is the printable form of a character, negative for none.
func mapped(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t':
		return ' '
	case r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return '\n'
	case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r), unicode.Is(unicode.Cs, r):
		return -1
	}
	return r
}

// oneLine is clean text without line feeds, for places that have room for none.
func oneLine(s string) string { return strings.ReplaceAll(clean(s), "\n", " ") }

// Code is the matrix of a QR code without its quiet zone, row by row; true is dark.
func Code(content string) ([][]bool, error) {
	q, err := qrcode.New(content, qrcode.Medium)
	if err != nil {
		return nil, fmt.Errorf("paper: QR code: %w", err)
	}
	q.DisableBorder = true
	return q.Bitmap(), nil
}
