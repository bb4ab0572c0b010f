package sheet

import (
	"fmt"
	"io"
	"iter"
	"slices"
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

// WriteFailures writes an XLSX of the rows that have problems: a column 问题 with the reasons, then the columns of the
// table. It can be mended and read again, as that column is ignored; a cell whose value could not be trusted is empty.
// A problem of a code that is not of this package is phrased by its Detail.
func WriteFailures(w io.Writer, t *Table, problems []Problem) error {
	reasons := map[int][]string{}
	for _, p := range problems {
		reason := p.phrase()
		if !slices.Contains(reasons[p.Row], reason) {
			reasons[p.Row] = append(reasons[p.Row], reason)
		}
	}
	var columns []int
	headers := []string{problemHeader}
	for i := range t.Headers {
		if !t.ignored(i) {
			columns, headers = append(columns, i), append(headers, t.Headers[i])
		}
	}
	widths := make([]float64, len(headers))
	widths[0] = 48
	return write(w, t.Sheet, headers, widths, func(yield func([]string) bool) {
		for _, l := range t.lines {
			if len(reasons[l.number]) == 0 {
				continue
			}
			reason := []rune(fmt.Sprintf("第%d行 %s", l.number, strings.Join(reasons[l.number], "；")))
			row := []string{string(reason[:min(len(reason), maxWritten/2)])}
			for _, i := range columns {
				row = append(row, l.at(i).text)
			}
			if !yield(row) {
				return
			}
		}
	})
}

var phrases = map[Code]string{
	Formula:    "不接受公式，请填写值",
	LostDigits: "数字超过15位已失真，请把单元格设为文本后重新填写",
	BadDate:    "日期无效",
	CellError:  "单元格是错误值",
	Merged:     "请取消合并单元格并逐行填写",
	TooLong:    "内容过长",
	Required:   "必填",
}

// phrase says a problem in Chinese.
func (p Problem) phrase() string {
	s, own := phrases[p.Code]
	switch {
	case own && p.Detail != "":
		s += "（" + p.Detail + "）"
	case !own && p.Detail != "":
		s = p.Detail
	case !own:
		s = string(p.Code)
	}
	if p.Column != "" {
		return p.Column + "：" + s
	}
	return s
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
