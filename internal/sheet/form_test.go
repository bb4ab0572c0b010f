package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// sent is a book of forms as it is sent.
func sent(t testing.TB, forms ...Form) []byte {
	t.Helper()
	var b bytes.Buffer
	book, err := NewBook()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range forms {
		if _, err := book.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(book.Send(&b), book.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func given(rows ...[]any) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func visits(rows iter.Seq2[[]any, error]) Form {
	return Form{
		Name: "接待", Title: "新星社区首问接待登记台账", Note: "期间：2026年2月1日 周日 至 2026年2月28日 周六", Number: "序号", Footer: "第 &P 页，共 &N 页",
		Columns: []FormColumn{{"姓名", 10}, {"诉求", 30}, {"收费（元）", 10}, {"份数", 8}}, Rows: rows,
	}
}

func opened(t testing.TB, content []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func part(t testing.TB, content []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestR_AFormIsInTheOfficesForm(t *testing.T) {
	content := sent(t, visits(given([]any{"王小明", "楼上漏水", Amount(1050), 2}, []any{"李红"})), Form{
		Name: "代岗", Title: "新星社区代岗台账", Number: "序号", Columns: []FormColumn{{"离岗人", 10}}, Rows: given(),
	})
	f := opened(t, content)
	rows, err := f.GetRows("接待")
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("%q", rows)
	want := `[["新星社区首问接待登记台账"] ["期间：2026年2月1日 周日 至 2026年2月28日 周六"] ["序号" "姓名" "诉求" "收费（元）" "份数"] ` +
		`["1" "王小明" "楼上漏水" "10.50" "2"] ["2" "李红"]]`
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	empty, err := f.GetRows("代岗")
	if err != nil || len(empty) != 3 || strings.Join(empty[2], " ") != "序号 离岗人" {
		t.Errorf("an empty form is %q, %v", empty, err)
	}
	sheet, book, styles := part(t, content, "xl/worksheets/sheet1.xml"), part(t, content, "xl/workbook.xml"), part(t, content, "xl/styles.xml")
	for _, c := range []struct{ in, want string }{
		{sheet, `<mergeCell ref="A1:E1"/><mergeCell ref="A2:E2"/>`}, {sheet, `ySplit="3"`}, {sheet, `state="frozen"`}, {sheet, `orientation="landscape"`},
		{sheet, `paperSize="9"`}, {sheet, `fitToPage="true"`}, {sheet, `fitToHeight="0"`}, {sheet, "第 &amp;P 页，共 &amp;N 页"},
		{sheet, `<c r="E5" s="`}, // an empty cell has its borders
		{book, `name="_xlnm.Print_Titles"`}, {book, "&#39;接待&#39;!$3:$3"}, {book, "&#39;代岗&#39;!$3:$3"}, {styles, `<name val="宋体">`},
	} {
		if !strings.Contains(strings.ReplaceAll(c.in, `="1"`, `="true"`), strings.ReplaceAll(c.want, `="1"`, `="true"`)) {
			t.Errorf("no %s in %s", c.want, c.in[:min(len(c.in), 3000)])
		}
	}
}

// A row is as tall as its longest text, also where no program finds that by itself; no taller than the format has it.
func TestR_ARowOfAFormIsAsTallAsItsText(t *testing.T) {
	long := strings.Repeat("楼上漏水，", 20) // 200 digits wide, in a column of 30
	content := sent(t, visits(given([]any{"王小明", "漏水"}, []any{"王小明", long}, []any{"一\n二\n三"}, []any{strings.Repeat("长", 2000)})))
	f := opened(t, content)
	for row, lines := range map[int]int{3: 2, 4: 1, 5: 8, 6: 3} {
		if got, err := f.GetRowHeight("接待", row); err != nil || got != 4+13.5*float64(lines) {
			t.Errorf("row %d is %v high, %v; want %d lines", row, got, err, lines)
		}
	}
	if got, err := f.GetRowHeight("接待", 7); err != nil || got != 409 {
		t.Errorf("the tallest is %v, %v", got, err)
	}
	for text, lines := range map[string]int{"": 1, "2026年12月26日 周六 09:00": 2, "Thu 26 Feb 2026 09:00": 2, "Unterschriftenliste der Anwohner": 2, strings.Repeat("x", 41): 3} {
		if got := linesOf(text, 20); got != lines {
			t.Errorf("%q is %d lines, want %d", text, got, lines)
		}
	}
}

// What begins like a formula is a text in the sheet, and stays one where the sheet is saved as a text file and opened again.
func TestR_NoCellIsAFormula(t *testing.T) {
	var rows [][]any
	for _, c := range []string{"=1+1", "+86 139", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠1", `=HYPERLINK("http://x","y")`} {
		rows = append(rows, []any{c, " " + c, Amount(-5)})
	}
	form := visits(given(rows...))
	form.Title, form.Note = "=cmd|' /C calc'!A0", "@note"
	content := sent(t, form)
	sheet := part(t, content, "xl/worksheets/sheet1.xml")
	if strings.Contains(sheet, "<f") {
		t.Errorf("a formula in %s", sheet)
	}
	f := opened(t, content)
	all, err := f.GetRows("接待")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(all); err != nil {
		t.Fatal(err)
	}
	saved, err := csv.NewReader(bytes.NewReader(b.Bytes())).ReadAll()
	if err == nil && len(saved) != len(all) {
		t.Fatalf("%d rows of %d", len(saved), len(all))
	}
	for n, row := range all {
		for i, cell := range row {
			if i != 3 && strings.IndexAny(cell, opening) == 0 {
				t.Errorf("row %d, cell %d is %q", n, i, cell)
			}
		}
	}
	if got := all[3][1]; got != "'=1+1" {
		t.Errorf("the first cell is %q", got)
	}
}

func TestR_AFormThatFailsIsNoFile(t *testing.T) {
	book, err := NewBook()
	if err != nil {
		t.Fatal(err)
	}
	broken := errors.New("the database is gone")
	n, err := book.Add(visits(func(yield func([]any, error) bool) {
		if yield([]any{"王小明"}, nil) {
			yield(nil, broken)
		}
	}))
	if !errors.Is(err, broken) || n != 1 {
		t.Errorf("%d rows, %v", n, err)
	}
	for _, rows := range [][]any{{"1", "2", "3", "4", "5"}, {struct{}{}}} {
		if _, err := book.Add(visits(given(rows))); err == nil {
			t.Errorf("%v is written", rows)
		}
	}
	if err := book.Close(); err != nil {
		t.Error(err)
	}
	// One that cannot be sent to its end is no archive.
	book, err = NewBook()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := book.Add(visits(given([]any{"王小明"}))); err != nil {
		t.Fatal(err)
	}
	short := &closing{left: 700}
	if err := book.Send(short); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("sent: %v", err)
	}
	if _, err := zip.NewReader(bytes.NewReader(short.Bytes()), int64(short.Len())); err == nil {
		t.Error("a part can be opened")
	}
	if err := book.Close(); err != nil {
		t.Error(err)
	}
}

// closing takes some bytes and no more.
type closing struct {
	bytes.Buffer
	left int
}

func (c *closing) Write(b []byte) (int, error) {
	if len(b) > c.left {
		n, _ := c.Buffer.Write(b[:c.left])
		c.left = 0
		return n, io.ErrClosedPipe
	}
	c.left -= len(b)
	return c.Buffer.Write(b)
}

// A hundred thousand rows need no more memory than ten thousand: what is kept of them is less than half of what they are.
func TestR_ALongFormInBoundedMemory(t *testing.T) {
	const rows, columns, letters = 100_000, 14, 24
	const all = rows * columns * (letters + 16) // the texts and their headers alone, were they kept
	const most = 32 << 20
	if all < 3*most/4 {
		t.Fatalf("%d bytes of rows prove nothing below %d", all, most)
	}
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before, peak := heap(), uint64(0)
	var kept [][]any
	write := func(keep bool) {
		form := Form{Name: "长", Title: "长", Number: "序号", Rows: func(yield func([]any, error) bool) {
			for n := range rows {
				row := make([]any, columns)
				for i := range row {
					row[i] = fmt.Sprintf("%0*d", letters, n*columns+i)
				}
				if keep {
					kept = append(kept, row)
				}
				if n%10_000 == 9_999 {
					peak = max(peak, heap()-before)
				}
				if !yield(row, nil) {
					return
				}
			}
		}}
		for range columns {
			form.Columns = append(form.Columns, FormColumn{"列", 10})
		}
		book, err := NewBook()
		if err != nil {
			t.Fatal(err)
		}
		if n, err := book.Add(form); err != nil || n != rows {
			t.Fatalf("%d rows, %v", n, err)
		}
		peak = max(peak, heap()-before)
		if err := errors.Join(book.Send(&lookedAt{func() { peak = max(peak, heap()-before) }, 0}), book.Close()); err != nil {
			t.Fatal(err)
		}
	}
	write(false)
	if peak > most {
		t.Errorf("%d MiB at the peak", peak>>20)
	}
	// And the measure would have told: rows that are kept are seen.
	peak = 0
	write(true)
	if peak <= most || len(kept) != rows {
		t.Errorf("%d rows that are kept are %d MiB", len(kept), peak>>20)
	}
}

// lookedAt looks now and then while something is written, and keeps nothing.
type lookedAt struct {
	look func()
	n    int
}

func (w *lookedAt) Write(b []byte) (int, error) {
	if w.n++; w.n%200 == 0 {
		w.look()
	}
	return len(b), nil
}
