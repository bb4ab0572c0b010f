package workday

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

//go:embed notices/*.json
var noticeFiles embed.FS

// maxNotice bounds what ParseNotice reads; a real notice is about 5 kB.
const maxNotice = 256 << 10

// Notice is one year's notice of holidays by the State Council's general office, with
// the later notices that changed it already worked into Rows. Published is a day in
// the form "2025-11-04"; Source is a web address or empty; the Source of each row is
// the number of the notice that fixed it.
type Notice struct {
	Year       int
	Title      string
	Number     string
	Published  string
	Source     string
	Amendments []Amendment
	Rows       []Row
}

// Amendment is a later notice that changed a year's notice.
type Amendment struct {
	Title     string
	Number    string
	Published string
	Source    string
}

// Notices returns the notices that ship with the program, in order of their year. Their
// rows never name a day twice and can go into one Config.
func Notices() ([]Notice, error) {
	entries, err := noticeFiles.ReadDir("notices")
	if err != nil {
		return nil, err
	}
	var all []Notice
	taken := make(map[Date]int)
	for _, entry := range entries {
		data, err := noticeFiles.ReadFile(path.Join("notices", entry.Name()))
		if err != nil {
			return nil, err
		}
		n, err := ParseNotice(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", entry.Name(), err)
		}
		if want := fmt.Sprintf("%d.json", n.Year); entry.Name() != want {
			return nil, fmt.Errorf("%s: holds the notice of %d, so its name must be %s", entry.Name(), n.Year, want)
		}
		for _, row := range n.Rows {
			if year, twice := taken[row.Date]; twice {
				return nil, fmt.Errorf("%s: %s is also in the notice of %d", entry.Name(), row.Date, year)
			}
			taken[row.Date] = n.Year
		}
		all = append(all, n)
	}
	return all, nil
}

// WithNotices returns the configuration with the years and rows of the notices added.
func (cfg Config) WithNotices(notices []Notice) Config {
	cfg.NoticeYears, cfg.Rows = slices.Clone(cfg.NoticeYears), slices.Clone(cfg.Rows)
	for _, n := range notices {
		cfg.NoticeYears = append(cfg.NoticeYears, n.Year)
		cfg.Rows = append(cfg.Rows, n.Rows...)
	}
	return cfg
}

// ParseNotice reads one notice as JSON (notices/SOURCES.md describes the form). It fails,
// naming line and field, on what it does not know, on days outside the year (December
// before it belongs to New Year's), out of order or named twice, on a make-up day that
// is not a weekend, and on a rest day that does not adjoin a statutory holiday.
func ParseNotice(r io.Reader) (Notice, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxNotice+1))
	if err != nil {
		return Notice{}, fmt.Errorf("notice: %w", err)
	}
	if len(data) > maxNotice {
		return Notice{}, fmt.Errorf("notice: larger than %d bytes", maxNotice)
	}
	if !utf8.Valid(data) {
		return Notice{}, errors.New("notice: not UTF-8 text")
	}
	p := &noticeReader{data: data, dec: json.NewDecoder(bytes.NewReader(data))}
	n, err := p.notice()
	if err != nil {
		return Notice{}, fmt.Errorf("notice: %w", err)
	}
	return n, nil
}

// noticeReader walks the JSON token by token, because encoding/json tells neither the
// line of a wrong field nor a field that is there twice.
type noticeReader struct {
	data    []byte
	dec     *json.Decoder
	counted int // bytes of data whose newlines are counted
	above   int // newlines among them
}

// parsedRow is a row and the line on which it begins.
type parsedRow struct {
	Row
	line int
}

func (p *noticeReader) notice() (Notice, error) {
	var n Notice
	var rows []parsedRow
	lines, err := p.object("", map[string]func(string) error{
		"year":      func(f string) error { return p.number(f, &n.Year) },
		"title":     func(f string) error { return p.text(f, &n.Title) },
		"number":    func(f string) error { return p.text(f, &n.Number) },
		"published": func(f string) error { return p.day(f, &n.Published) },
		"source":    func(f string) error { return p.address(f, &n.Source) },
		"amendments": func(f string) error {
			return p.array(f, func(f string) error {
				var a Amendment
				_, err := p.object(f, map[string]func(string) error{
					"title":     func(f string) error { return p.text(f, &a.Title) },
					"number":    func(f string) error { return p.text(f, &a.Number) },
					"published": func(f string) error { return p.day(f, &a.Published) },
					"source":    func(f string) error { return p.address(f, &a.Source) },
				}, "title", "number", "published")
				n.Amendments = append(n.Amendments, a)
				return err
			})
		},
		"rows": func(f string) error {
			return p.array(f, func(f string) error {
				row, err := p.row(f)
				rows = append(rows, row)
				return err
			})
		},
	}, "year", "title", "number", "published", "rows")
	if err != nil {
		return Notice{}, err
	}
	end := p.line()
	if _, err := p.dec.Token(); err != io.EOF {
		return Notice{}, fmt.Errorf("line %d: something follows the notice", end)
	}
	if n.Year < FirstYear || n.Year > LastYear {
		return Notice{}, fmt.Errorf("line %d: field year: %d is not between %d and %d", lines["year"], n.Year, FirstYear, LastYear)
	}
	published, err := ParseDate(n.Published)
	if err != nil {
		return Notice{}, fmt.Errorf("line %d: field published: %w", lines["published"], err)
	}
	if published.Year != n.Year && published.Year != n.Year-1 {
		return Notice{}, fmt.Errorf("line %d: field published: a notice for %d is published in that year or the year before, not on %s",
			lines["published"], n.Year, published)
	}
	numbers := map[string]bool{n.Number: true}
	for i, a := range n.Amendments {
		if numbers[a.Number] {
			return Notice{}, fmt.Errorf("line %d: field amendments[%d].number: %s is there twice", lines["amendments"], i, a.Number)
		}
		numbers[a.Number] = true
	}
	if len(rows) == 0 {
		return Notice{}, fmt.Errorf("line %d: field rows: a notice has at least one row", lines["rows"])
	}
	for i := range rows {
		if rows[i].Source == "" {
			rows[i].Source = n.Number
		}
		if !numbers[rows[i].Source] {
			return Notice{}, fmt.Errorf("line %d: field rows[%d].source: %s is neither the notice nor an amendment", rows[i].line, i, rows[i].Source)
		}
		n.Rows = append(n.Rows, rows[i].Row)
	}
	return n, checkRows(n.Year, rows)
}

func (p *noticeReader) row(field string) (parsedRow, error) {
	var row parsedRow
	lines, err := p.object(field, map[string]func(string) error{
		"date": func(f string) error {
			var s string
			if err := p.day(f, &s); err != nil {
				return err
			}
			row.Date, _ = ParseDate(s)
			return nil
		},
		"kind": func(f string) error {
			var s string
			if err := p.text(f, &s); err != nil {
				return err
			}
			row.Kind = RowKind(s)
			if !row.Kind.IsValid() || row.Kind.Local() {
				return p.fail(f, "%q is not %s, %s or %s", s, RowStatutoryHoliday, RowShiftedRestDay, RowMakeUpWorkingDay)
			}
			return nil
		},
		"name":   func(f string) error { return p.text(f, &row.Name) },
		"source": func(f string) error { return p.text(f, &row.Source) },
	}, "date", "kind", "name")
	row.line = lines["date"]
	return row, err
}

// checkRows checks what only the rows together can show.
func checkRows(year int, rows []parsedRow) error {
	rest := make(map[Date]RowKind)
	for i, row := range rows {
		fail := func(field, format string, args ...any) error {
			return fmt.Errorf("line %d: field rows[%d].%s: %s", row.line, i, field, fmt.Sprintf(format, args...))
		}
		eve := row.Date.Year == year-1 && row.Date.Month == time.December
		if row.Date.Year != year && !eve {
			return fail("date", "%s is not in %d, nor in the December before", row.Date, year)
		}
		if i > 0 && rows[i-1].Date == row.Date {
			return fail("date", "%s is there twice", row.Date)
		}
		if i > 0 && row.Date.Before(rows[i-1].Date) {
			return fail("date", "%s comes after %s; rows go by date", row.Date, rows[i-1].Date)
		}
		if row.Kind != RowMakeUpWorkingDay {
			rest[row.Date] = row.Kind
		} else if !isWeekend(row.Date.Weekday()) {
			return fail("kind", "%s is a %s, which is worked anyway; a make-up day is a Saturday or Sunday", row.Date, row.Date.Weekday())
		}
	}
	for i, row := range rows {
		if row.Kind == RowShiftedRestDay && !adjoins(rest, row.Date, -1) && !adjoins(rest, row.Date, 1) {
			return fmt.Errorf("line %d: field rows[%d].kind: the rest day %s adjoins no statutory holiday", row.line, i, row.Date)
		}
	}
	return nil
}

// adjoins reports whether rest days lead without a gap from d to a statutory holiday.
// An ordinary weekend on the way needs no row.
func adjoins(rest map[Date]RowKind, d Date, step int) bool {
	for range 31 {
		d = d.AddDays(step)
		kind, ok := rest[d]
		if kind == RowStatutoryHoliday {
			return true
		}
		if !ok && !isWeekend(d.Weekday()) {
			return false
		}
	}
	return false
}

// object reads a JSON object by its fields' readers and returns the line of each field.
func (p *noticeReader) object(field string, readers map[string]func(string) error, required ...string) (map[string]int, error) {
	if err := p.delim(field, '{'); err != nil {
		return nil, err
	}
	opened := p.line()
	lines := make(map[string]int)
	for p.dec.More() {
		token, err := p.token(field)
		if err != nil {
			return nil, err
		}
		name, _ := token.(string)
		inner := name
		if field != "" {
			inner = field + "." + name
		}
		read, known := readers[name]
		if !known {
			return nil, p.fail(strings.TrimPrefix(field+".", ".")+fmt.Sprintf("%.40q", name), "unknown field")
		}
		if _, twice := lines[name]; twice {
			return nil, p.fail(inner, "the field is there twice")
		}
		lines[name] = p.line()
		if err := read(inner); err != nil {
			return nil, err
		}
	}
	if err := p.delim(field, '}'); err != nil {
		return nil, err
	}
	for _, name := range required {
		if _, ok := lines[name]; !ok {
			if field != "" {
				name = field + "." + name
			}
			return nil, fmt.Errorf("line %d: field %s: missing", opened, name)
		}
	}
	return lines, nil
}

func (p *noticeReader) array(field string, element func(string) error) error {
	if err := p.delim(field, '['); err != nil {
		return err
	}
	for i := 0; p.dec.More(); i++ {
		if err := element(fmt.Sprintf("%s[%d]", field, i)); err != nil {
			return err
		}
	}
	return p.delim(field, ']')
}

func (p *noticeReader) token(field string) (json.Token, error) {
	token, err := p.dec.Token()
	if err == nil {
		return token, nil
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, p.fail(field, "the file ends too early")
	}
	return nil, p.fail(field, "not JSON: %v", err)
}

func (p *noticeReader) delim(field string, want json.Delim) error {
	token, err := p.token(field)
	if err != nil {
		return err
	}
	if token != want {
		return p.fail(field, "want %q", rune(want))
	}
	return nil
}

func (p *noticeReader) number(field string, into *int) error {
	token, err := p.token(field)
	if err != nil {
		return err
	}
	f, ok := token.(float64)
	if !ok || f != float64(int32(f)) {
		return p.fail(field, "want a whole number")
	}
	*into = int(f)
	return nil
}

func (p *noticeReader) text(field string, into *string) error {
	token, err := p.token(field)
	if err != nil {
		return err
	}
	s, ok := token.(string)
	switch {
	case !ok:
		return p.fail(field, "want a text")
	case s == "" || strings.TrimSpace(s) != s:
		return p.fail(field, "want a text that is not empty and has no space around it")
	case len(s) > 500:
		return p.fail(field, "longer than 500 bytes")
	case strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || r == utf8.RuneError }):
		return p.fail(field, "holds a control character or a broken one")
	}
	*into = s
	return nil
}

func (p *noticeReader) day(field string, into *string) error {
	if err := p.text(field, into); err != nil {
		return err
	}
	if _, err := ParseDate(*into); err != nil {
		return p.fail(field, "%v", err)
	}
	return nil
}

func (p *noticeReader) address(field string, into *string) error {
	if err := p.text(field, into); err != nil {
		return err
	}
	if !strings.HasPrefix(*into, "https://") && !strings.HasPrefix(*into, "http://") {
		return p.fail(field, "want a web address")
	}
	return nil
}

// line returns the line on which the reader stands, from 1.
func (p *noticeReader) line() int {
	if offset := min(int(p.dec.InputOffset()), len(p.data)); offset > p.counted {
		p.above += bytes.Count(p.data[p.counted:offset], []byte{'\n'})
		p.counted = offset
	}
	return 1 + p.above
}

func (p *noticeReader) fail(field, format string, args ...any) error {
	what := fmt.Sprintf(format, args...)
	if field == "" {
		return fmt.Errorf("line %d: %s", p.line(), what)
	}
	return fmt.Errorf("line %d: field %s: %s", p.line(), field, what)
}
