package sheet

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

// Excelize's streaming rows give the value of a cell and neither its formula, nor its type, nor its style; what gives
// these loads the whole sheet and searches it from the top for every cell. A formula must never pass as the value that
// it once had, and a damaged number never as an identity number, so that the parts are read here, each within a bound.

// Bytes of a part when unpacked: what 20,000 rows of 60 columns take, and what is no table of people.
const (
	maxSheet   = 64 << 20
	maxStrings = 64 << 20
	maxPart    = 8 << 20
	maxParts   = 2_000
)

type workbook struct {
	files   map[string]*zip.File // by path in lower case
	strings []cell               // made ready once, as any number of cells may name the same long text
	styles  []style
	base    time.Time // day 0
	sheet   string    // the path of the sheet
}

// A style is what the look of a number says about its meaning.
type style struct {
	date   bool
	digits int // leading zeros are shown up to so many
}

func readXLSX(b *builder, r io.ReaderAt, size int64) error {
	source := &watched{r: r}
	// Through a section, as a damaged directory asks for what lies before the file.
	z, err := zip.NewReader(io.NewSectionReader(source, 0, size), size)
	if err != nil {
		return source.explain(err)
	}
	if len(z.File) > maxParts {
		return refuse(TooLarge, "%d parts", len(z.File))
	}
	w := &workbook{files: map[string]*zip.File{}}
	for _, f := range z.File {
		w.files[strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))] = f
	}
	if w.files["xl/workbook.xml"] == nil {
		return refuse(WrongKind, "a zip that is no XLSX")
	}
	for _, step := range []func(*builder) error{w.readWorkbook, w.readStrings, w.readStyles, w.readSheet} {
		if err := step(b); err != nil {
			return source.explain(err)
		}
	}
	return nil
}

// watched remembers that the file could not be read, which is not the file's own fault.
type watched struct {
	r   io.ReaderAt
	err error
}

func (w *watched) ReadAt(p []byte, at int64) (int, error) {
	n, err := w.r.ReadAt(p, at)
	if err != nil && !errors.Is(err, io.EOF) {
		w.err = err
	}
	return n, err
}

// explain makes a refusal of what the zip and the XML have to complain of.
func (w *watched) explain(err error) error {
	var refused *Refused
	switch {
	case w.err != nil:
		return fmt.Errorf("read sheet: %w", w.err)
	case errors.As(err, &refused):
		return refused
	}
	return refuse(Broken, "XLSX: %v", err)
}

// bounded fails with TOO_LARGE behind its bound, where io.LimitReader would say that all is read.
type bounded struct {
	r    io.Reader
	left int64
	name string
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p[:min(int64(len(p)), b.left+1)])
	if b.left -= int64(n); b.left < 0 {
		return 0, refuse(TooLarge, "%s when unpacked", b.name)
	}
	return n, err
}

// each calls visit for every token of a part, which may be missing; it stops where visit gives io.EOF.
func (w *workbook) each(name string, most int64, visit func(d *xml.Decoder, t xml.Token) error) error {
	f := w.files[strings.ToLower(name)]
	if f == nil {
		return nil
	}
	if f.UncompressedSize64 > uint64(most) {
		return refuse(TooLarge, "%s of %d bytes when unpacked", name, f.UncompressedSize64)
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(&bounded{r: r, left: most, name: name})
	for {
		t, err := d.Token()
		if err == nil {
			err = visit(d, t)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// readWorkbook finds the first sheet of cells that a person sees.
func (w *workbook) readWorkbook(b *builder) error {
	type part struct{ name, id string }
	var visible []part
	w.base = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	err := w.each("xl/workbook.xml", maxPart, func(_ *xml.Decoder, t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		switch e.Name.Local {
		case "workbookPr":
			if v := attribute(e, "date1904"); v == "1" || v == "true" {
				w.base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
			}
		case "sheet":
			if s := attribute(e, "state"); s == "" || s == "visible" {
				visible = append(visible, part{attribute(e, "name"), attribute(e, "id")})
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	targets := map[string]string{}
	err = w.each("xl/_rels/workbook.xml.rels", maxPart, func(_ *xml.Decoder, t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if ok && e.Name.Local == "Relationship" && strings.HasSuffix(attribute(e, "Type"), "/worksheet") {
			target := attribute(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = "/xl/" + target
			}
			targets[attribute(e, "Id")] = strings.TrimPrefix(path.Clean(target), "/")
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, p := range visible {
		if target, ok := targets[p.id]; ok && w.files[strings.ToLower(target)] != nil {
			w.sheet, b.table.Sheet = target, p.name
			return nil
		}
	}
	return refuse(Empty, "no visible sheet")
}

// A rich text is its runs in a row; phonetic signs (rPh) are no part of it.
type richText struct {
	Text string `xml:"t"`
	Runs []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (r richText) String() string {
	if len(r.Runs) == 0 {
		return unescape(r.Text)
	}
	var s strings.Builder
	s.WriteString(r.Text)
	for _, run := range r.Runs {
		s.WriteString(run.Text)
	}
	return unescape(s.String())
}

func (w *workbook) readStrings(b *builder) error {
	return w.each("xl/sharedStrings.xml", maxStrings, func(d *xml.Decoder, t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if !ok || e.Name.Local != "si" {
			return nil
		}
		if most := (b.limits.Rows + 1) * (b.limits.Columns + 1); len(w.strings) == most {
			return refuse(TooLarge, "more than %d shared strings", most)
		}
		var s richText
		if err := d.DecodeElement(&s, &e); err != nil {
			return err
		}
		w.strings = append(w.strings, b.text(s.String()))
		return nil
	})
}

func (w *workbook) readStyles(*builder) error {
	formats, inCells := map[int]string{}, false
	return w.each("xl/styles.xml", maxPart, func(_ *xml.Decoder, t xml.Token) error {
		if e, ok := t.(xml.EndElement); ok && e.Name.Local == "cellXfs" {
			return io.EOF
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		switch e.Name.Local {
		case "numFmt":
			if id, err := strconv.Atoi(attribute(e, "numFmtId")); err == nil {
				formats[id] = attribute(e, "formatCode")
			}
		case "cellXfs":
			inCells = true
		case "xf":
			if inCells {
				id, _ := strconv.Atoi(attribute(e, "numFmtId"))
				w.styles = append(w.styles, styleOf(id, formats[id]))
			}
		}
		return nil
	})
}

var (
	formatText = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[[^\]]*\]`) // what is shown as it stands, colours, conditions
	daySigns   = regexp.MustCompile(`[yd]|e(?:[^+-]|$)`)             // e is a year too, but 0.0E+00 is none
	zeros      = regexp.MustCompile(`^0{2,}$`)
)

// styleOf reads a number format: whether it shows a day, and how many digits at least.
func styleOf(id int, code string) style {
	if code == "" { // built in; 27 to 36 and 50 to 58 are the Chinese dates
		return style{date: id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 ||
			id >= 50 && id <= 54 || id == 57 || id == 58}
	}
	signs := strings.ToLower(formatText.ReplaceAllString(code, ""))
	if zeros.MatchString(signs) {
		return style{digits: len(signs)}
	}
	signs, _, _ = strings.Cut(signs, ";")
	return style{date: daySigns.MatchString(strings.ReplaceAll(signs, "general", ""))}
}

// One cell as it is written.
type rawCell struct {
	Formula *struct{} `xml:"f"`
	Value   string    `xml:"v"`
	Inline  richText  `xml:"is"`
}

func (w *workbook) readSheet(b *builder) error {
	var cells []cell
	number, column, inData, seen := 0, 0, false, false
	var merges [][4]int
	err := w.each(w.sheet, maxSheet, func(d *xml.Decoder, t xml.Token) error {
		switch e := t.(type) {
		case xml.StartElement:
			switch {
			case e.Name.Local == "sheetData":
				inData = true
			case e.Name.Local == "mergeCell" && !inData:
				if m, ok := area(attribute(e, "ref")); ok {
					merges = append(merges, m)
				}
			case e.Name.Local == "row" && inData:
				next := number + 1
				if r := attribute(e, "r"); r != "" {
					if n, err := strconv.Atoi(r); err != nil || n < next {
						return refuse(Broken, "row %q after row %d", r, number)
					} else {
						next = n
					}
				}
				number, column, cells = next, 0, cells[:0]
			case e.Name.Local == "c" && inData:
				if r := attribute(e, "r"); r != "" {
					c, _, ok := reference(r)
					if !ok || c < column {
						return refuse(Broken, "cell %q in row %d", r, number)
					}
					column = c
				}
				var raw rawCell
				if err := d.DecodeElement(&raw, &e); err != nil {
					return err
				}
				c, err := w.cell(b, raw, attribute(e, "t"), attribute(e, "s"))
				if err != nil {
					return err
				}
				if c != (cell{}) {
					if err := b.fits(number, column); err != nil {
						return err
					}
					cells = append(cells, make([]cell, column-len(cells))...)
					cells = append(cells, c)
				}
				column++
			}
		case xml.EndElement:
			switch {
			case e.Name.Local == "row" && inData:
				return b.add(number, cells)
			case e.Name.Local == "sheetData":
				inData, seen = false, true
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if !seen {
		return refuse(Broken, "a sheet without cells")
	}
	return b.merge(merges)
}

// cell gives the text of a cell, or what is wrong with it.
func (w *workbook) cell(b *builder, raw rawCell, kind, look string) (cell, error) {
	if raw.Formula != nil {
		return cell{problem: Formula}, nil
	}
	switch kind {
	case "s":
		if raw.Value == "" {
			return cell{}, nil
		}
		i, err := strconv.Atoi(strings.TrimSpace(raw.Value))
		if err != nil || i < 0 || i >= len(w.strings) {
			return cell{}, refuse(Broken, "no shared string %.20q", raw.Value)
		}
		return w.strings[i], nil
	case "inlineStr":
		return b.text(raw.Inline.String()), nil
	case "str":
		return b.text(unescape(raw.Value)), nil
	case "e":
		return cell{problem: CellError}, nil
	case "b":
		if strings.TrimSpace(raw.Value) == "1" {
			return cell{text: "TRUE"}, nil
		}
		return cell{text: "FALSE"}, nil
	case "d":
		if day, ok := Date(strings.SplitN(raw.Value, "T", 2)[0]); ok {
			return cell{text: day}, nil
		}
		return cell{problem: BadDate}, nil
	}
	value := strings.TrimSpace(raw.Value)
	if value == "" {
		return cell{}, nil
	}
	number, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsNaN(number) || math.IsInf(number, 0) {
		return cell{}, refuse(Broken, "no number: %.20q", value)
	}
	var s style
	if i, err := strconv.Atoi(look); err == nil && i >= 0 && i < len(w.styles) {
		s = w.styles[i]
	}
	if s.date {
		return w.day(number), nil
	}
	return plainNumber(number, s.digits), nil
}

// day turns the number of a day into a date. 1900 was no leap year, but counts as one.
func (w *workbook) day(number float64) cell {
	n := math.Floor(number)
	if n < 0 || n > 2958465 { // the end of 9999
		return cell{problem: BadDate}
	}
	if w.base.Year() == 1899 {
		switch {
		case n < 1 || n == 60:
			return cell{problem: BadDate}
		case n < 60:
			n++
		}
	}
	return cell{text: time.Date(w.base.Year(), w.base.Month(), w.base.Day()+int(n), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)}
}

// plainNumber writes a number as a person sees it: with the 15 digits that a spreadsheet keeps and never as 2.2E+17.
func plainNumber(number float64, digits int) cell {
	if math.Abs(number) >= 1e15 {
		return cell{problem: LostDigits}
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(number, 'e', 14, 64), 64)
	if err != nil {
		return cell{problem: LostDigits}
	}
	s := strconv.FormatFloat(rounded, 'f', -1, 64)
	if len(s) > 32 { // nobody wrote this
		s = strconv.FormatFloat(rounded, 'g', -1, 64)
	}
	if number >= 0 && number == math.Trunc(number) && len(s) < digits {
		s = strings.Repeat("0", min(digits, 64)-len(s)) + s
	}
	return cell{text: s}
}

// merge marks the cells that a merged cell covers.
func (b *builder) merge(areas [][4]int) error {
	room := (len(b.table.lines) + 1) * (b.limits.Columns + 1)
	for _, a := range areas {
		lines := b.table.lines
		first := sort.Search(len(lines), func(i int) bool { return lines[i].number >= a[1] })
		for i := first; i < len(lines) && lines[i].number <= a[3]; i++ {
			for column := a[0]; column <= min(a[2], b.limits.Columns); column++ {
				if room--; room < 0 {
					return refuse(Broken, "merged cells that overlap")
				}
				if lines[i].number == a[1] && column == a[0] {
					continue
				}
				if n := column + 1 - len(lines[i].cells); n > 0 {
					lines[i].cells = append(slices.Clip(lines[i].cells), make([]cell, n)...)
				}
				lines[i].cells[column] = cell{problem: Merged}
			}
		}
	}
	return nil
}

// area reads A1:B2 as columns and rows, columns counted from 0 and rows from 1: left, top, right, bottom.
func area(ref string) (a [4]int, ok bool) {
	from, to, ok := strings.Cut(ref, ":")
	if !ok {
		return a, false
	}
	var fromOK, toOK bool
	a[0], a[1], fromOK = reference(from)
	a[2], a[3], toOK = reference(to)
	return a, fromOK && toOK
}

// reference reads B7 as column 1 and row 7.
func reference(ref string) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4 && (ref[i] >= 'A' && ref[i] <= 'Z' || ref[i] >= 'a' && ref[i] <= 'z'); i++ {
		column = column*26 + int(ref[i]&^0x20-'A') + 1
	}
	row, err := strconv.Atoi(ref[i:])
	return column - 1, row, err == nil && row > 0 && column > 0 && column <= 16384
}

var escaped = regexp.MustCompile(`(?:_x[0-9A-Fa-f]{4}_)+`)

// unescape resolves _x000D_, with which the format writes what XML cannot.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escaped.ReplaceAllStringFunc(s, func(found string) string {
		var units []uint16
		for i := 0; i+7 <= len(found); i += 7 {
			n, _ := strconv.ParseUint(found[i+2:i+6], 16, 16)
			units = append(units, uint16(n))
		}
		return string(utf16.Decode(units))
	})
}
