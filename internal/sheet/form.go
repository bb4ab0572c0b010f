package sheet

import (
	"archive/zip"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/width"
)

// Amount is a sum of money in hundredths; its cell is a number with two decimals, so that a column of them can be added up.
type Amount int64

// FormColumn is a column of a form: its header, and its width in digits of the default font.
type FormColumn struct {
	Header string
	Width  float64
}

// Form is a sheet as an office keeps its registers: a title over all columns, a note under it, a header that stays in view
// and comes again on each page, and rows that are numbered in the first column, which is headed Number. It prints on A4,
// landscape, as wide as the page. Footer stands under each page; &P in it is the page and &N how many there are.
type Form struct {
	Name, Title, Note, Number, Footer string
	Columns                           []FormColumn
	// Rows gives the cells of each row: string, int, float64 or Amount, and nil for none. An error ends the form.
	Rows iter.Seq2[[]any, error]
}

const (
	formFont   = "宋体"
	formHeader = 3 // the row of the header, below the title and the note
	a4         = 9

	numberWidth = 6
	lineHeight  = 13.5 // points, of the text's size
	mostHeight  = 409  // of a row in the format
)

// Book is a workbook of forms. What its memory holds of them is bounded: the rows lie in a file of the system's until Send.
type Book struct {
	file  *excelize.File
	forms int
	looks looks
}

// looks are the styles of a book.
type looks struct{ title, note, header, text, number, amount int }

// NewBook begins a workbook, which must be closed.
func NewBook() (*Book, error) {
	b := &Book{file: excelize.NewFile()}
	if err := b.style(); err != nil {
		_ = b.file.Close()
		return nil, fmt.Errorf("begin book: %w", err)
	}
	return b, nil
}

func (b *Book) style() error {
	if err := b.file.SetDefaultFont(formFont); err != nil {
		return err
	}
	var borders []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		borders = append(borders, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	two := "0.00"
	middle := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&b.looks.title, excelize.Style{Font: &excelize.Font{Family: formFont, Size: 16, Bold: true}, Alignment: middle}},
		{&b.looks.note, excelize.Style{Font: &excelize.Font{Family: formFont, Size: 10}, Alignment: &excelize.Alignment{Vertical: "center"}}},
		{&b.looks.header, excelize.Style{Font: &excelize.Font{Family: formFont, Size: 10, Bold: true}, Alignment: middle, Border: borders, NumFmt: textFormat}},
		{&b.looks.text, excelize.Style{Font: &excelize.Font{Family: formFont, Size: 10}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}, Border: borders, NumFmt: textFormat}},
		{&b.looks.number, excelize.Style{Font: &excelize.Font{Family: formFont, Size: 10}, Alignment: middle, Border: borders}},
		{&b.looks.amount, excelize.Style{Font: &excelize.Font{Family: formFont, Size: 10}, Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "center"}, Border: borders, CustomNumFmt: &two}},
	} {
		id, err := b.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.id = id
	}
	return nil
}

// Close removes what the book kept.
func (b *Book) Close() error { return b.file.Close() }

// Add reads the rows of a form into the book and tells how many there were.
func (b *Book) Add(form Form) (rows int, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("write form: %w", err)
		}
	}()
	name := sheetTitle(form.Name)
	if b.forms == 0 {
		err = b.file.SetSheetName("Sheet1", name)
	} else {
		_, err = b.file.NewSheet(name)
	}
	if err != nil {
		return 0, err
	}
	b.forms++
	if err := b.page(name, form.Footer); err != nil {
		return 0, err
	}
	out, err := b.file.NewStreamWriter(name)
	if err != nil {
		return 0, err
	}
	if err := b.head(out, form); err != nil {
		return 0, err
	}
	for cells, err := range form.Rows {
		if err != nil {
			return rows, err
		}
		rows++
		if len(cells) > len(form.Columns) {
			return rows, fmt.Errorf("row %d has %d cells for %d columns", rows, len(cells), len(form.Columns))
		}
		row := make([]any, len(form.Columns)+1)
		row[0] = excelize.Cell{StyleID: b.looks.number, Value: rows}
		tall := 1
		for i, c := range form.Columns {
			cell, err := b.cell(at(cells, i))
			if err != nil {
				return rows, fmt.Errorf("row %d, column %s: %w", rows, letters(i+1), err)
			}
			if text, ok := cell.Value.(string); ok {
				tall = max(tall, linesOf(text, c.Width))
			}
			row[i+1] = cell
		}
		if err := out.SetRow(fmt.Sprintf("A%d", formHeader+rows), row, excelize.RowOpts{Height: heightOf(tall)}); err != nil {
			return rows, err
		}
	}
	return rows, out.Flush()
}

func at(cells []any, i int) any {
	if i < len(cells) {
		return cells[i]
	}
	return nil
}

// page sets how a sheet is printed.
func (b *Book) page(name, footer string) error {
	size, landscape, wide, tall, fit := a4, "landscape", 1, 0, true
	if err := b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	if err := b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	side, edge, centred := 0.4, 0.6, true
	if err := b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge, Horizontally: &centred}); err != nil {
		return err
	}
	if footer != "" {
		if err := b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&C" + footer}); err != nil {
			return err
		}
	}
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", strings.ReplaceAll(name, "'", "''"), formHeader, formHeader), Scope: name,
	})
}

// head writes what stands above the rows.
func (b *Book) head(out *excelize.StreamWriter, form Form) error {
	if err := out.SetColWidth(1, 1, numberWidth); err != nil {
		return err
	}
	headers, tall := []any{excelize.Cell{StyleID: b.looks.header, Value: form.Number}}, 2
	for i, c := range form.Columns {
		if err := out.SetColWidth(i+2, i+2, c.Width); err != nil {
			return err
		}
		headers = append(headers, excelize.Cell{StyleID: b.looks.header, Value: c.Header})
		tall = max(tall, linesOf(c.Header, c.Width))
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: formHeader, TopLeftCell: fmt.Sprintf("A%d", formHeader+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	last := letters(len(form.Columns))
	for i, line := range []struct {
		text   string
		style  int
		height float64
	}{{form.Title, b.looks.title, 30}, {form.Note, b.looks.note, 20}} {
		row := i + 1
		if err := out.SetRow(fmt.Sprintf("A%d", row), []any{excelize.Cell{StyleID: line.style, Value: harmless(line.text)}}, excelize.RowOpts{Height: line.height}); err != nil {
			return err
		}
		if err := out.MergeCell(fmt.Sprintf("A%d", row), fmt.Sprintf("%s%d", last, row)); err != nil {
			return err
		}
	}
	return out.SetRow(fmt.Sprintf("A%d", formHeader), headers, excelize.RowOpts{Height: heightOf(tall)})
}

// linesOf is how many lines a text takes in a column: not every program finds the height of a row by itself. A Chinese
// character is as wide as two digits; a little of the column is its margins'.
func linesOf(text string, columnWidth float64) int {
	room, lines := max(2, int(columnWidth)-1), 0
	for line := range strings.SplitSeq(text, "\n") {
		lines++
		used, word := 0, 0 // of the line, and of what at its end is not broken
		for _, r := range line {
			wide := 1
			switch width.LookupRune(r).Kind() {
			case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
				wide = 2
			}
			if word += wide; wide == 2 || r == ' ' {
				word = 0
			}
			if used += wide; used > room {
				lines++
				switch {
				case word == 0:
					used = wide
				case word < used:
					used = word
				default: // a word longer than the line
					used, word = wide, wide
				}
			}
		}
	}
	return lines
}

func heightOf(lines int) float64 { return min(mostHeight, 4+lineHeight*float64(lines)) }

// cell is a cell with its borders.
func (b *Book) cell(value any) (excelize.Cell, error) {
	switch v := value.(type) {
	case nil:
		return excelize.Cell{StyleID: b.looks.text}, nil
	case string:
		if v == "" {
			return excelize.Cell{StyleID: b.looks.text}, nil
		}
		return excelize.Cell{StyleID: b.looks.text, Value: harmless(v)}, nil
	case int:
		return excelize.Cell{StyleID: b.looks.number, Value: v}, nil
	case float64:
		return excelize.Cell{StyleID: b.looks.number, Value: v}, nil
	case Amount:
		return excelize.Cell{StyleID: b.looks.amount, Value: float64(v) / 100}, nil
	}
	return excelize.Cell{}, fmt.Errorf("a %T is no cell", value)
}

// opening are the characters with which a spreadsheet lets a formula begin where it reads a text file, in half width and full.
const opening = "=+-@\t\r\n＝＋－＠"

// harmless is a text that is no formula here, where it is a text whatever it says, nor in a text file that is saved of it,
// where it would be one: an apostrophe before it says that it is a text. What is too long for a cell ends in ….
func harmless(v string) string {
	v = strings.ToValidUTF8(v, "\ufffd")
	if first := []rune(v[:min(len(v), 4)]); len(first) > 0 && strings.ContainsRune(opening, first[0]) {
		v = "'" + v
	}
	if len(v) > maxWritten && len(utf16.Encode([]rune(v))) > maxWritten {
		v = string([]rune(v)[:maxWritten/2]) + "…"
	}
	return v
}

// Send writes the book. What was written before an error is no whole file, and cannot be opened as one.
func (b *Book) Send(w io.Writer) error {
	out := zip.NewWriter(w)
	// Otherwise the whole file would be made in memory first; and it would be ended as if it were whole after an error.
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return unended{out} })
	if _, err := b.file.WriteToBuffer(); err != nil {
		return fmt.Errorf("send book: %w", err)
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("send book: %w", err)
	}
	return nil
}

// unended is an archive that somebody else ends.
type unended struct{ *zip.Writer }

// Close does nothing.
func (unended) Close() error { return nil }
