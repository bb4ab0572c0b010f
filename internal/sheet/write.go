package sheet

import (
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

const (
	maxWritten = 32767 // characters of a cell in the format
	textFormat = 49    // "@"
)

// Write writes an XLSX with one sheet: a bold header that stays in view, and text in every cell, so that an identity
// number keeps its digits and =1+1 is no formula. The same input gives the same bytes; a row with more values than
// columns, or a value longer than a cell can hold, is an error, and control characters become U+FFFD.
func Write(w io.Writer, sheetName string, columns []Column, rows iter.Seq[[]string]) error {
	headers := make([]string, len(columns))
	for i, c := range columns {
		headers[i] = c.Header
	}
	return write(w, sheetName, headers, nil, rows)
}

// WriteFailures writes an XLSX of the rows that have problems: the columns of the table, then one with the reasons under
// header, which is one of ReasonHeaders; say phrases all problems of a row. It can be mended and read again as it is, as
// that column is ignored; a cell whose value could not be trusted is empty.
func WriteFailures(w io.Writer, t *Table, problems []Problem, header string, say func(row int, of []Problem) string) error {
	if !reasons(header) {
		return fmt.Errorf("write sheet: %q would not be ignored again", header)
	}
	of := map[int][]Problem{}
	for _, p := range problems {
		of[p.Row] = append(of[p.Row], p)
	}
	var columns []int
	var headers []string
	for i := range t.Headers {
		if !t.ignored(i) {
			columns, headers = append(columns, i), append(headers, t.Headers[i])
		}
	}
	widths := make([]float64, len(headers)+1)
	widths[len(headers)] = 72
	return write(w, t.Sheet, append(headers, header), widths, func(yield func([]string) bool) {
		for _, l := range t.lines {
			if len(of[l.number]) == 0 {
				continue
			}
			var row []string
			for _, i := range columns {
				row = append(row, l.at(i).text)
			}
			reason := []rune(say(l.number, of[l.number]))
			if !yield(append(row, string(reason[:min(len(reason), maxWritten/2)]))) {
				return
			}
		}
	})
}

// write writes the sheet; a width of 0 is found from the header.
func write(w io.Writer, name string, headers []string, widths []float64, rows iter.Seq[[]string]) (err error) {
	name = sheetTitle(name)
	f := excelize.NewFile()
	defer func() {
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
		if err != nil {
			err = fmt.Errorf("write sheet: %w", err)
		}
	}()
	if err := f.SetSheetName("Sheet1", name); err != nil {
		return err
	}
	text, err := f.NewStyle(&excelize.Style{NumFmt: textFormat})
	if err != nil {
		return err
	}
	bold, err := f.NewStyle(&excelize.Style{NumFmt: textFormat, Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	out, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, header := range headers {
		width := max(12, min(40, float64(len(header))*2/3+8)) // a Chinese character is three bytes and two digits wide
		if i < len(widths) && widths[i] > 0 {
			width = widths[i]
		}
		if err := out.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if len(headers) > 0 {
		if err := out.SetColStyle(1, len(headers), text); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	number := 0
	put := func(values []string, style int) error {
		number++
		if len(values) > len(headers) {
			return fmt.Errorf("row %d has %d values for %d columns", number, len(values), len(headers))
		}
		row := make([]any, len(values))
		for i, v := range values {
			if len(v) > maxWritten && len(utf16.Encode([]rune(v))) > maxWritten {
				return fmt.Errorf("row %d, column %s: more than %d characters", number, letters(i), maxWritten)
			}
			if v != "" {
				row[i] = excelize.Cell{StyleID: style, Value: strings.ToValidUTF8(v, "\ufffd")}
			}
		}
		return out.SetRow(fmt.Sprintf("A%d", number), row)
	}
	if err := put(headers, bold); err != nil {
		return err
	}
	for row := range rows {
		if err := put(row, text); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return f.Write(w)
}

// sheetTitle makes a name that a sheet may have.
func sheetTitle(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`[]:*?/\`, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	for len(utf16.Encode([]rune(name))) > excelize.MaxSheetNameLength {
		runes := []rune(name)
		name = string(runes[:len(runes)-1])
	}
	if name = strings.Trim(name, "' "); name == "" {
		return "Sheet1"
	}
	return name
}
