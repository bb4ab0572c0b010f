// Package sheet reads and writes tables of people: XLSX and CSV in, XLSX out.
package sheet

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Code names what is wrong with a file, a header or a cell; a client phrases it in its own language.
type Code string

// What is wrong with a file as a whole: these stand in a *Refused.
const (
	TooLarge       Code = "TOO_LARGE" // as sent, or when unpacked
	TooManyRows    Code = "TOO_MANY_ROWS"
	TooManyColumns Code = "TOO_MANY_COLUMNS"
	WrongKind      Code = "WRONG_KIND" // neither XLSX nor CSV; an XLSX with a password looks like an old XLS and is one of them
	Broken         Code = "BROKEN"
	Empty          Code = "EMPTY" // no header
)

// What is wrong with the headers.
const (
	MissingHeader   Code = "MISSING_HEADER"
	UnknownHeader   Code = "UNKNOWN_HEADER"
	DuplicateHeader Code = "DUPLICATE_HEADER"
)

// What is wrong with a cell.
const (
	Formula    Code = "FORMULA"     // a formula, whatever it came to when the file was saved
	LostDigits Code = "LOST_DIGITS" // a number of 16 digits or more: a spreadsheet keeps 15 and puts zeros for the others
	BadDate    Code = "BAD_DATE"    // a number that is shown as a date and is none
	CellError  Code = "CELL_ERROR"  // #N/A and the like
	Merged     Code = "MERGED"      // covered by a merged cell: whether its value holds here too is not to be guessed
	TooLong    Code = "TOO_LONG"
	Required   Code = "REQUIRED" // empty
)

// Refused is the no to a file. Detail is for the log.
type Refused struct {
	Code   Code
	Detail string
}

// Error gives the code and the detail.
func (r *Refused) Error() string {
	if r.Detail == "" {
		return "sheet refused: " + string(r.Code)
	}
	return "sheet refused: " + string(r.Code) + ": " + r.Detail
}

func refuse(code Code, format string, args ...any) *Refused {
	return &Refused{Code: code, Detail: fmt.Sprintf(format, args...)}
}

// Limits bounds what is read; a field that is 0 or less stands for its default.
type Limits struct {
	Size    int64 // bytes of the file, 10 MiB
	Rows    int   // data rows that are not empty, 20,000
	Columns int   // 60
	Cell    int   // characters of a cell, 4,000
}

func (l Limits) orDefault() Limits {
	if l.Size <= 0 {
		l.Size = 10 << 20
	}
	if l.Rows <= 0 {
		l.Rows = 20_000
	}
	if l.Columns <= 0 {
		l.Columns = 60
	}
	if l.Cell <= 0 {
		l.Cell = 4_000
	}
	return l
}

// Column is a column that a table is expected to have. Header is what a person writes and reads; Aliases are other names
// that are understood.
type Column struct {
	Key      string
	Header   string
	Aliases  []string
	Required bool // the column must be there, and its cells be filled
}

// Problem is what is wrong with a cell or a header: the row as the spreadsheet numbers it, the header (the letter of the
// column where it has none), a code, which may be one of a caller's own, and what a sentence about it needs: numbers and
// texts by name, never what stood in the cell.
type Problem struct {
	Row    int
	Column string
	Code   Code
	Args   map[string]any
}

// Row is a data row: its number in the spreadsheet and its values by the keys of the columns. A cell with a problem has
// no value.
type Row struct {
	Number   int
	Values   map[string]string
	Problems []Problem
}

// Table is what was read. Headers stand as they were written, without space around them; HeaderRow is their number in
// the spreadsheet, and Sheet its name, "" for CSV.
type Table struct {
	Sheet     string
	Headers   []string
	HeaderRow int

	header []cell
	lines  []line
}

type line struct {
	number int
	cells  []cell
}

type cell struct {
	text    string
	problem Code // "" where there is none; text is "" where there is one
}

// Len is the number of data rows.
func (t *Table) Len() int { return len(t.lines) }

// ReasonHeaders head the column of reasons in a file of failures; such a column is ignored when the file is read.
var ReasonHeaders = []string{"问题", "Problems"}

// reasons says whether a header is one of them.
func reasons(header string) bool {
	return slices.ContainsFunc(ReasonHeaders, func(h string) bool { return fold(h) == fold(header) })
}

// fold makes headers comparable: full width and half width, capitals, spaces and the star of a required column.
func fold(header string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '*' || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(header))
}

// Match finds the columns by their headers and gives the rows. Where a required column is missing, a header is unknown
// or two mean the same, it gives these problems and no rows; a column without header and content counts for nothing.
func (t *Table) Match(columns []Column) ([]Row, []Problem) {
	known := map[string]int{}
	for i, c := range columns {
		for _, name := range append([]string{c.Header}, c.Aliases...) {
			known[fold(name)] = i
		}
	}
	var problems []Problem
	place := make([]int, len(columns)) // of each column in the table, counted from 1
	for i := range t.Headers {
		problem := Problem{Row: t.HeaderRow, Column: t.headerAt(i)}
		switch column, ok := known[fold(t.Headers[i])]; {
		case t.header[i].problem != "":
			problem.Code = t.header[i].problem
		case t.ignored(i):
			continue
		case !ok:
			problem.Code = UnknownHeader
		case place[column] > 0:
			problem.Code, problem.Args = DuplicateHeader, map[string]any{"header": columns[column].Header}
		default:
			place[column] = i + 1
			continue
		}
		problems = append(problems, problem)
	}
	for i, c := range columns {
		if c.Required && place[i] == 0 {
			problems = append(problems, Problem{Row: t.HeaderRow, Column: c.Header, Code: MissingHeader})
		}
	}
	if len(problems) > 0 {
		return nil, problems
	}
	rows := make([]Row, len(t.lines))
	for n, l := range t.lines {
		row := Row{Number: l.number, Values: make(map[string]string, len(columns))}
		for i, c := range columns {
			if place[i] == 0 {
				continue
			}
			found := l.at(place[i] - 1)
			if found.problem == "" && found.text == "" && c.Required {
				found.problem = Required
			}
			if found.problem != "" {
				row.Problems = append(row.Problems, Problem{Row: l.number, Column: t.headerAt(place[i] - 1), Code: found.problem})
				continue
			}
			row.Values[c.Key] = found.text
		}
		rows[n] = row
	}
	return rows, nil
}

// Names gives the header of each column by its key: as it is written in the table, or its own where it is not there.
func (t *Table) Names(columns []Column) map[string]string {
	names := map[string]string{}
	for _, c := range columns {
		names[c.Key] = c.Header
		for _, header := range t.Headers {
			if slices.ContainsFunc(append([]string{c.Header}, c.Aliases...), func(n string) bool { return fold(n) == fold(header) }) {
				names[c.Key] = header
			}
		}
	}
	return names
}

// ignored says whether a column of the table is the column of reasons, or has neither header nor content.
func (t *Table) ignored(i int) bool {
	if t.Headers[i] != "" {
		return reasons(t.Headers[i])
	}
	return t.header[i].problem == "" && !slices.ContainsFunc(t.lines, func(l line) bool { return l.at(i) != cell{} })
}

// headerAt names a column to a person.
func (t *Table) headerAt(i int) string {
	if i < len(t.Headers) && t.Headers[i] != "" {
		return t.Headers[i]
	}
	return letters(i)
}

func (l line) at(i int) cell {
	if i < len(l.cells) {
		return l.cells[i]
	}
	return cell{}
}

// letters is the name of a column in a spreadsheet, A for 0.
func letters(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}

// builder makes a table from rows in their order, within the limits.
type builder struct {
	limits Limits
	table  *Table
}

// add takes the next row that the file has; number is the one that a person sees.
func (b *builder) add(number int, cells []cell) error {
	last := -1
	for i, c := range cells {
		if c != (cell{}) {
			last = i
		}
	}
	if last < 0 {
		return nil
	}
	if err := b.fits(number, last); err != nil {
		return err
	}
	cells = slices.Clone(cells[:last+1])
	if b.table.HeaderRow == 0 {
		b.table.HeaderRow, b.table.header = number, cells
		return nil
	}
	if len(b.table.lines) == b.limits.Rows {
		return refuse(TooManyRows, "more than %d", b.limits.Rows)
	}
	b.table.lines = append(b.table.lines, line{number: number, cells: cells})
	return nil
}

// fits says whether a column may be there at all: one more than allowed, which may be the one of reasons.
func (b *builder) fits(number, column int) error {
	if column > b.limits.Columns {
		return refuse(TooManyColumns, "row %d reaches column %s, at most %d", number, letters(column), b.limits.Columns)
	}
	return nil
}

// done gives the table. Every column that has content gets a place among the headers.
func (b *builder) done() (*Table, error) {
	t := b.table
	if t.HeaderRow == 0 {
		return nil, refuse(Empty, "")
	}
	width := len(t.header)
	for _, l := range t.lines {
		width = max(width, len(l.cells))
	}
	t.header = append(t.header, make([]cell, width-len(t.header))...)
	for _, c := range t.header {
		t.Headers = append(t.Headers, c.text)
	}
	if width > b.limits.Columns && !slices.ContainsFunc(t.Headers, reasons) {
		return nil, refuse(TooManyColumns, "%d, at most %d", width, b.limits.Columns)
	}
	return t, nil
}

// text makes a cell of a text: without space around it, with plain line ends, and not longer than allowed.
func (b *builder) text(s string) cell {
	s = strings.ToValidUTF8(s, "\ufffd")
	if strings.ContainsRune(s, '\r') {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	s = strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' })
	if len(s) > b.limits.Cell && len([]rune(s)) > b.limits.Cell {
		return cell{problem: TooLong}
	}
	return cell{text: s}
}
