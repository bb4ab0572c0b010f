package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

var people = []Column{
	{Key: "name", Header: "姓名", Aliases: []string{"name"}, Required: true},
	{Key: "id", Header: "身份证号", Aliases: []string{"ID number"}, Required: true},
	{Key: "born", Header: "出生日期", Aliases: []string{"born"}},
	{Key: "note", Header: "备注", Aliases: []string{"note"}},
}

func readBytes(data []byte, limits Limits) (*Table, error) {
	return Read(bytes.NewReader(data), int64(len(data)), limits)
}

func table(t testing.TB, data []byte) *Table {
	t.Helper()
	got, err := readBytes(data, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// matched gives the rows of a file that has the columns of people.
func matched(t testing.TB, data []byte) []Row {
	t.Helper()
	rows, problems := table(t, data).Match(people)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return rows
}

// workbookOf makes an XLSX with excelize.
func workbookOf(t testing.TB, fill func(f *excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	var b bytes.Buffer
	if err := errors.Join(fill(f), f.Write(&b), f.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// cellsOf makes an XLSX with headers and cells by reference.
func cellsOf(t testing.TB, cells map[string]any) []byte {
	return workbookOf(t, func(f *excelize.File) error {
		errs := []error{f.SetSheetRow("Sheet1", "A1", &[]any{"姓名", "身份证号", "出生日期", "备注"})}
		for ref, v := range cells {
			errs = append(errs, f.SetCellValue("Sheet1", ref, v))
		}
		return errors.Join(errs...)
	})
}

func written(t testing.TB, columns []Column, rows iter.Seq[[]string]) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, "居民", columns, rows); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// replaced is an XLSX whose parts are replaced.
func replaced(t testing.TB, data []byte, parts map[string]string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := parts[f.Name]; ok {
			_, err = io.WriteString(w, text)
		} else {
			var r io.ReadCloser
			if r, err = f.Open(); err == nil {
				_, err = io.Copy(w, r)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func wantRefused(t testing.TB, data []byte, limits Limits, want Code) {
	t.Helper()
	got, err := readBytes(data, limits)
	var refused *Refused
	if got != nil || !errors.As(err, &refused) || refused.Code != want {
		t.Errorf("%v, %v, want %s", got != nil, err, want)
	}
}

func TestWrite_WhatIsWrittenIsReadAgain(t *testing.T) {
	pieces := []string{
		"王小明", "欧阳", "0012", "220102199001011234", "=1+1", "+86", "-1", "@SUM(A1)", "a\nb", "👩‍👩‍👧", "𠮷", "a,b;c\td", `"quoted"`, "'", "_x000D_", "_x0041_", "_x", "<&>", " inner  space ",
		"2026-02-06", "1e5", "TRUE", "#N/A", "é", "\u202e", "x",
	}
	value := rapid.Custom(func(t *rapid.T) string {
		s := strings.Join(rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(pieces), rapid.StringMatching(`[\x20-\x7e一-龥]{0,6}`)), 0, 4).Draw(t, "pieces"), "")
		return (&builder{limits: Limits{}.orDefault()}).text(s).text
	})
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfN(value, len(people), len(people)), 0, 5).Draw(t, "rows")
		var b, again bytes.Buffer
		for _, w := range []io.Writer{&b, &again} {
			if err := Write(w, "居民", people, slices.Values(rows)); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Fatal("the same rows give other bytes")
		}
		got, err := readBytes(b.Bytes(), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		found, problems := got.Match(people)
		if len(problems) > 0 || got.Sheet != "居民" {
			t.Fatal(got.Sheet, problems)
		}
		for i, row := range rows {
			if !slices.ContainsFunc(row, func(s string) bool { return s != "" }) {
				continue // an empty row is none
			}
			if len(found) == 0 || found[0].Number != i+2 {
				t.Fatalf("row %d is lost: %v", i+2, found)
			}
			for n, c := range people {
				if v := found[0].Values[c.Key]; v != row[n] {
					t.Fatalf("row %d: %q, want %q", i+2, v, row[n])
				}
			}
			found = found[1:]
		}
		if len(found) > 0 {
			t.Fatalf("more than was written: %v", found)
		}
		// Another reader sees no formulas either.
		f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for i, row := range rows {
			for n, want := range row {
				ref, _ := excelize.CoordinatesToCellName(n+1, i+2)
				formula, _ := f.GetCellFormula("居民", ref)
				if v, err := f.GetCellValue("居民", ref); err != nil || formula != "" || v != want {
					t.Fatalf("%s: %q, formula %q, %v, want %q", ref, v, formula, err, want)
				}
			}
		}
	})
}

func TestWrite_TheHeaderIsBoldAndStaysInView(t *testing.T) {
	data := written(t, people, slices.Values([][]string{{"王小明", "000123"}}))
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	panes, err := f.GetPanes("居民")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("%+v, %v", panes, err)
	}
	for ref, bold := range map[string]bool{"A1": true, "B2": false, "D400": false} {
		id, err := f.GetCellStyle("居民", ref)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil || style.NumFmt != textFormat || (style.Font != nil && style.Font.Bold) != bold {
			t.Errorf("%s: %+v, %v", ref, style, err)
		}
	}
	if w, err := f.GetColWidth("居民", "A"); err != nil || w < 10 {
		t.Errorf("width %v, %v", w, err)
	}
}

func TestWrite_WhatNoSheetCanHoldIsMarked(t *testing.T) {
	got := table(t, written(t, people, slices.Values([][]string{{"a\x01b", "c\uffff", "\xff"}})))
	for i, want := range []string{"a\ufffdb", "c\ufffd", "\ufffd"} {
		if s := got.lines[0].at(i).text; s != want {
			t.Errorf("%q, want %q", s, want)
		}
	}
}

func TestWrite_RefusesWhatDoesNotFit(t *testing.T) {
	for name, row := range map[string][]string{
		"too many values": {"a", "b", "c", "d", "e"},
		"too long":        {strings.Repeat("长", maxWritten+1)},
		"too long in 16s": {strings.Repeat("𠮷", maxWritten/2+1)},
	} {
		if err := Write(io.Discard, "x", people, slices.Values([][]string{row})); err == nil {
			t.Errorf("%s is written", name)
		}
	}
	if err := Write(brokenWriter{}, "x", people, slices.Values([][]string{})); err == nil {
		t.Error("a writer that fails is no error")
	}
	for in, want := range map[string]string{
		"": "Sheet1", "a/b:c": "abc", "'quoted'": "quoted", strings.Repeat("长", 50): strings.Repeat("长", 31), "[]": "Sheet1", "新星社区": "新星社区",
	} {
		if got := sheetTitle(in); got != want {
			t.Errorf("%q gives %q", in, got)
		}
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestRead_AFormulaIsNeverItsValue(t *testing.T) {
	data := workbookOf(t, func(f *excelize.File) error {
		shared, ref := excelize.STCellFormulaTypeShared, "D2:D4"
		return errors.Join(
			f.SetSheetRow("Sheet1", "A1", &[]any{"姓名", "身份证号", "出生日期", "备注"}),
			f.SetSheetRow("Sheet1", "A2", &[]any{"王小明", "1", "", "x"}),
			f.SetSheetRow("Sheet1", "A3", &[]any{"刘建国", "2"}), f.SetSheetRow("Sheet1", "A4", &[]any{"张", "3"}),
			f.SetCellFormula("Sheet1", "B2", "1+1"),
			f.SetCellFormula("Sheet1", "D2", "B2&\"\"", excelize.FormulaOpts{Type: &shared, Ref: &ref}),
		)
	})
	rows := matched(t, data)
	want := []Problem{{2, "身份证号", Formula, nil}, {2, "备注", Formula, nil}, {3, "备注", Formula, nil}, {4, "备注", Formula, nil}}
	var got []Problem
	for _, r := range rows {
		got = append(got, r.Problems...)
		for _, p := range r.Problems {
			for _, c := range people {
				if _, ok := r.Values[c.Key]; ok && c.Header == p.Column {
					t.Errorf("row %d has a value for %s", r.Number, c.Header)
				}
			}
		}
	}
	if !reflect.DeepEqual(got, want) || rows[0].Values["name"] != "王小明" {
		t.Errorf("%v", got)
	}
	header := workbookOf(t, func(f *excelize.File) error {
		return errors.Join(f.SetSheetRow("Sheet1", "A1", &[]any{"姓名"}), f.SetCellFormula("Sheet1", "B1", `"身份证号"`))
	})
	if _, problems := table(t, header).Match(people); !slices.ContainsFunc(problems, func(p Problem) bool { return reflect.DeepEqual(p, Problem{1, "B", Formula, nil}) }) {
		t.Errorf("%v", problems)
	}
}

func TestRead_DatesAsNumbersAndAsText(t *testing.T) {
	data := workbookOf(t, func(f *excelize.File) error {
		errs := []error{f.SetSheetRow("Sheet1", "A1", &[]any{"姓名", "身份证号", "出生日期"})}
		for i, c := range []struct {
			id     int
			custom string
			number any
		}{
			{14, "", 46059}, {0, `yyyy"年"m"月"d"日";@`, 46059.75}, {31, "", 1}, {0, "[$-804]dddd", 59}, {22, "", 60}, {14, "", 61}, {14, "", -1}, {14, "", 3e6}, {0, "m/d", 46059},
			{0, "0.00E+00", 1.5}, {0, "00000000", 1234}, {0, `"day" 0`, 7}, {49, "", "2026/2/6"}, {0, `e"年"m"月"`, 46059}, {0, "[Red]0", 5}, {20, "", 0.5},
		} {
			style := &excelize.Style{NumFmt: c.id}
			if c.custom != "" {
				style.CustomNumFmt = &c.custom
			}
			id, err := f.NewStyle(style)
			row := i + 2
			errs = append(errs, err, f.SetCellValue("Sheet1", fmt.Sprintf("A%d", row), "x"), f.SetCellValue("Sheet1", fmt.Sprintf("B%d", row), "1"),
				f.SetCellValue("Sheet1", fmt.Sprintf("C%d", row), c.number), f.SetCellStyle("Sheet1", fmt.Sprintf("C%d", row), fmt.Sprintf("C%d", row), id))
		}
		return errors.Join(errs...)
	})
	want := []string{
		"2026-02-06", "2026-02-06", "1900-01-01", "1900-02-28", "BAD_DATE", "1900-03-01", "BAD_DATE", "BAD_DATE", "2026-02-06", "1.5", "00001234", "7", "2026/2/6", "2026-02-06", "5", "0.5",
	}
	for i, r := range matched(t, data) {
		got := r.Values["born"]
		for _, p := range r.Problems {
			got = string(p.Code)
		}
		if got != want[i] {
			t.Errorf("row %d: %s, want %s", r.Number, got, want[i])
		}
	}
	mac := workbookOf(t, func(f *excelize.File) error {
		yes := true
		id, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		return errors.Join(err, f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}), f.SetSheetRow("Sheet1", "A1", &[]any{"姓名"}),
			f.SetCellValue("Sheet1", "A2", 44597), f.SetCellStyle("Sheet1", "A2", "A2", id))
	})
	rows, problems := table(t, mac).Match(people[:1])
	if len(problems) > 0 || rows[0].Values["name"] != "2026-02-06" {
		t.Errorf("counted from 1904: %v, %v", rows, problems)
	}
}

func TestDate(t *testing.T) {
	for in, want := range map[string]string{
		"2026/2/6": "2026-02-06", "2026.2.6": "2026-02-06", "2026-02-06": "2026-02-06", "2026年2月6日": "2026-02-06", "20260206": "2026-02-06", "2026年2月6": "2026-02-06",
		" 2026 年 2 月 6 日 ": "2026-02-06", "２０２６／２／６": "2026-02-06", "2026/2/6 0:00": "2026-02-06", "2026-02-06 00:00:00": "2026-02-06", "2024-2-29": "2024-02-29",
		"1938-12-01T00:00:00.000": "1938-12-01",
		"":                        "", "2026-2-30": "", "2025-02-29": "", "20261306": "", "2026/2-6": "", "2026-2-6日": "", "26/2/6": "", "2/6/2026": "", "2026年2月": "", "2026": "",
		"0000-01-01": "", "202602061": "", "2026-02-06 12:30": "", "x2026-02-06": "", "46059": "",
	} {
		if got, ok := Date(in); got != want || ok != (want != "") {
			t.Errorf("%q gives %q, %v", in, got, ok)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 80_000).Draw(t, "day"))
		form := rapid.SampledFrom([]string{"2006-01-02", "2006-1-2", "2006/1/2", "2006.1.2", "2006年1月2日", "20060102"}).Draw(t, "form")
		if got, ok := Date(day.Format(form)); !ok || got != day.Format(time.DateOnly) {
			t.Fatalf("%s gives %q", day.Format(form), got)
		}
	})
}

func TestRead_NumbersForIdentityNumbersAreFound(t *testing.T) {
	for _, c := range []struct {
		number any
		want   string
	}{
		{220102199001011234, ""}, {2.20102199001011e17, ""}, {1e15, ""}, {-1e15, ""}, {1e300, ""},
		{999999999999999, "999999999999999"}, {13800138000, "13800138000"}, {220102900101123, "220102900101123"}, {0, "0"}, {-5, "-5"}, {0.1 + 0.2, "0.3"}, {12.5, "12.5"}, {1e-9, "0.000000001"},
		{math.SmallestNonzeroFloat64, "5e-324"}, {"220102199001011234", "220102199001011234"}, {true, "TRUE"}, {false, "FALSE"},
	} {
		rows := matched(t, cellsOf(t, map[string]any{"A2": "x", "B2": c.number}))
		if c.want == "" {
			if want := []Problem{{2, "身份证号", LostDigits, nil}}; !reflect.DeepEqual(rows[0].Problems, want) || rows[0].Values["id"] != "" {
				t.Errorf("%v: %v", c.number, rows[0])
			}
		} else if got := rows[0].Values["id"]; got != c.want {
			t.Errorf("%v: %q %v", c.number, got, rows[0].Problems)
		}
	}
}

func TestRead_TheFirstVisibleSheetAndTheNumbersAPersonSees(t *testing.T) {
	data := workbookOf(t, func(f *excelize.File) error {
		_, err1 := f.NewSheet("名册")
		_, err2 := f.NewSheet("其他")
		f.SetActiveSheet(1) // the active one cannot be hidden
		return errors.Join(err1, err2,
			f.SetSheetRow("Sheet1", "A1", &[]any{"hidden"}),
			f.SetSheetRow("其他", "A1", &[]any{"other"}),
			f.SetSheetRow("名册", "B3", &[]any{" ＩＤ　Number ", "*姓 名"}),
			f.SetSheetRow("名册", "B5", &[]any{"1", "  王小明\u3000"}),
			f.SetSheetRow("名册", "B9", &[]any{"2", "刘\r\n建国"}),
			f.SetCellValue("名册", "B7", "   "),
			f.SetSheetVisible("Sheet1", false),
		)
	})
	got := table(t, data)
	rows, problems := got.Match(people)
	if len(problems) > 0 || got.Sheet != "名册" || got.HeaderRow != 3 || got.Len() != 2 || !slices.Equal(got.Headers, []string{"", "ＩＤ　Number", "*姓 名"}) {
		t.Fatalf("%+v, %v", got, problems)
	}
	if rows[0].Number != 5 || rows[0].Values["name"] != "王小明" || rows[1].Number != 9 || rows[1].Values["name"] != "刘\n建国" || rows[1].Values["id"] != "2" {
		t.Errorf("%v", rows)
	}
}

func TestRead_MergedCellsAreNotGuessed(t *testing.T) {
	data := workbookOf(t, func(f *excelize.File) error {
		return errors.Join(
			f.SetSheetRow("Sheet1", "A1", &[]any{"姓名", "身份证号", "出生日期", "备注"}),
			f.SetSheetRow("Sheet1", "A2", &[]any{"王", "1", "", "同一户"}), f.SetSheetRow("Sheet1", "A3", &[]any{"刘", "2"}), f.SetSheetRow("Sheet1", "A4", &[]any{"张", "3"}),
			f.MergeCell("Sheet1", "D2", "D3"),
		)
	})
	rows := matched(t, data)
	if rows[0].Values["note"] != "同一户" || len(rows[0].Problems) > 0 || !reflect.DeepEqual(rows[1].Problems, []Problem{{3, "备注", Merged, nil}}) || len(rows[2].Problems) > 0 {
		t.Errorf("%v", rows)
	}
}

func TestRead_OtherKindsOfCells(t *testing.T) {
	sheet := `<worksheet><sheetData><row><c t="inlineStr"><is><t>姓名</t></is></c><c t="str"><v>身份证号</v></c><c r="D1" t="s"><v>0</v></c></row>` +
		`<row r="4"><c t="inlineStr"><is><r><t>王</t></r><r><t xml:space="preserve">小明</t></r><rPh><t>wang</t></rPh></is></c><c t="e"><v>#N/A</v></c><c/><c t="d"><v>2026-02-06T00:00:00</v></c></row>` +
		`<row><c t="inlineStr"><is><t>a_x000D__xD83D__xDE00_b</t></is></c><c s="99"><v> 5 </v></c><c s="1"/></row></sheetData></worksheet>`
	data := replaced(t, cellsOf(t, nil), map[string]string{
		"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": `<sst><si><r><t>备</t></r><r><t>注</t></r><rPh><t>bei</t></rPh></si></sst>`,
	})
	rows := matched(t, data)
	want := []Row{
		{4, map[string]string{"name": "王小明", "note": "2026-02-06"}, []Problem{{4, "身份证号", CellError, nil}}},
		{5, map[string]string{"name": "a\n😀b", "id": "5", "note": ""}, nil},
	}
	if !reflect.DeepEqual(rows, want) {
		t.Errorf("%v", rows)
	}
}

func TestMatch_SaysWhatIsWrongWithTheHeaders(t *testing.T) {
	for text, want := range map[string][]Problem{
		"姓名,电话\n王,1":                  {{1, "电话", UnknownHeader, nil}, {1, "身份证号", MissingHeader, nil}},
		"姓名,身份证号,NAME\n王,1,刘":         {{1, "NAME", DuplicateHeader, map[string]any{"header": "姓名"}}},
		"姓名,身份证号,,\n王,1,,x":           {{1, "D", UnknownHeader, nil}},
		"\n\n备注\nx":                   {{3, "姓名", MissingHeader, nil}, {3, "身份证号", MissingHeader, nil}},
		"姓名,身份证号,,,\n王,1":             nil,
		"ＮＡＭＥ,Id NUMBER,问题\n王,1,缺":    nil,
		"Name;ID number;Born\n王;1;\n": nil,
	} {
		rows, problems := table(t, []byte(text)).Match(people)
		if !reflect.DeepEqual(problems, want) || (len(rows) == 1) != (want == nil) {
			t.Errorf("%q: %v, %v", text, problems, rows)
		}
	}
}

func TestMatch_ARequiredCellIsFilled(t *testing.T) {
	rows := matched(t, []byte("姓名,身份证号\n王, \n,2\n刘,3"))
	if !reflect.DeepEqual(rows[0].Problems, []Problem{{2, "身份证号", Required, nil}}) || !reflect.DeepEqual(rows[1].Problems, []Problem{{3, "姓名", Required, nil}}) || rows[2].Problems != nil {
		t.Errorf("%v", rows)
	}
}

func TestRead_CSVInEveryEncodingAndWithEverySeparator(t *testing.T) {
	gb, err := simplifiedchinese.GB18030.NewEncoder().String("姓名,身份证号,备注\n王小明,007,=1+1\n\n刘建国㐀𠮷,+2,\"两\n行,\"\"引\"\"\"\n张,-3,@x\n")
	if err != nil {
		t.Fatal(err)
	}
	utf8 := "姓名,身份证号,备注\r\n王小明,007,=1+1\r\n\r\n刘建国㐀𠮷,+2,\"两\r\n行,\"\"引\"\"\"\r\n张,-3,@x"
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.ReplaceAll(strings.ReplaceAll(utf8, ",", "\t"), "行\t", "行,"))
	if err != nil {
		t.Fatal(err)
	}
	want := []Row{
		{2, map[string]string{"name": "王小明", "id": "007", "note": "=1+1"}, nil},
		{4, map[string]string{"name": "刘建国㐀𠮷", "id": "+2", "note": "两\n行,\"引\""}, nil},
		{5, map[string]string{"name": "张", "id": "-3", "note": "@x"}, nil},
	}
	for name, text := range map[string]string{
		"GB18030": gb, "UTF-8": utf8, "UTF-8 with a mark": "\ufeff" + utf8, "UTF-16": utf16,
		"semicolons": strings.ReplaceAll(strings.ReplaceAll(utf8, ",", ";"), "行;", "行,"),
		"tabs":       strings.ReplaceAll(strings.ReplaceAll(utf8, ",", "\t"), "行\t", "行,"),
	} {
		if got := matched(t, []byte(text)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestRead_Refuses(t *testing.T) {
	docx := func() []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		_, err := z.Create("word/document.xml")
		if err := errors.Join(err, z.Close()); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}()
	good := cellsOf(t, map[string]any{"A2": "王", "B2": "1"})
	part := func(name, text string) []byte { return replaced(t, good, map[string]string{name: text}) }
	const sheet1 = "xl/worksheets/sheet1.xml"
	for name, c := range map[string]struct {
		data   []byte
		limits Limits
		want   Code
	}{
		"nothing":               {nil, Limits{}, Empty},
		"only lines":            {[]byte("\n\n,,\n"), Limits{}, Empty},
		"an empty workbook":     {workbookOf(t, func(*excelize.File) error { return nil }), Limits{}, Empty},
		"a large file":          {make([]byte, 10<<20+1), Limits{}, TooLarge},
		"larger than set":       {good, Limits{Size: 100}, TooLarge},
		"a docx":                {docx, Limits{}, WrongKind},
		"an old XLS":            {append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 512)...), Limits{}, WrongKind},
		"a web page":            {[]byte("<html><table><tr><td>姓名</td></tr></table></html>"), Limits{}, WrongKind},
		"a PDF":                 {[]byte("%PDF-1.7\n"), Limits{}, WrongKind},
		"a picture":             {[]byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), Limits{}, WrongKind},
		"bytes":                 {[]byte("\xff\xfd\xfc,\x81"), Limits{}, WrongKind},
		"half UTF-16":           {[]byte("\xff\xfe\x00\xd8"), Limits{}, Broken},
		"an open quote":         {[]byte("姓名\n\"王\n刘\n"), Limits{}, Broken},
		"a cut XLSX":            {good[:len(good)-100], Limits{}, Broken},
		"many rows of CSV":      {[]byte("姓名\n" + strings.Repeat("王\n", 20_001)), Limits{}, TooManyRows},
		"more rows than set":    {[]byte("姓名\n1\n2\n3\n4"), Limits{Rows: 3}, TooManyRows},
		"many columns of CSV":   {[]byte("姓名\n" + strings.Repeat(",", 60) + "x"), Limits{}, TooManyColumns},
		"far columns of CSV":    {[]byte("姓名\n" + strings.Repeat(",", 5000) + "x"), Limits{}, TooManyColumns},
		"many columns":          {cellsOf(t, map[string]any{"BI2": "x"}), Limits{}, TooManyColumns},
		"the last column":       {cellsOf(t, map[string]any{"XFD2": "x"}), Limits{}, TooManyColumns},
		"no end of XML":         {part(sheet1, `<worksheet><sheetData><row r="1"><c><v>1</v></c>`), Limits{}, Broken},
		"no cells":              {part(sheet1, `<worksheet/>`), Limits{}, Broken},
		"rows out of order":     {part(sheet1, `<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>`), Limits{}, Broken},
		"a row twice":           {part(sheet1, `<worksheet><sheetData><row r="2"/><row r="2"/></sheetData></worksheet>`), Limits{}, Broken},
		"cells out of order":    {part(sheet1, `<worksheet><sheetData><row r="1"><c r="B1"/><c r="A1"/></row></sheetData></worksheet>`), Limits{}, Broken},
		"no such string":        {part(sheet1, `<worksheet><sheetData><row r="1"><c t="s"><v>99</v></c></row></sheetData></worksheet>`), Limits{}, Broken},
		"no number":             {part(sheet1, `<worksheet><sheetData><row r="1"><c><v>NaN</v></c></row></sheetData></worksheet>`), Limits{}, Broken},
		"an entity":             {part(sheet1, `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>`), Limits{}, Broken},
		"no visible sheet":      {part("xl/workbook.xml", `<workbook><sheets><sheet name="a" state="veryHidden"/></sheets></workbook>`), Limits{}, Empty},
		"overlapping merges":    {part(sheet1, `<worksheet><sheetData><row><c><v>1</v></c></row><row><c><v>1</v></c></row></sheetData>`+strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 50)+`</worksheet>`), Limits{}, Broken},
		"a sheet that explodes": {part(sheet1, `<worksheet><sheetData>`+strings.Repeat(" ", maxSheet)+`</sheetData></worksheet>`), Limits{}, TooLarge},
		"strings that explode":  {part("xl/sharedStrings.xml", `<sst>`+strings.Repeat(" ", maxStrings)+`</sst>`), Limits{}, TooLarge},
		"countless strings":     {part("xl/sharedStrings.xml", `<sst>`+strings.Repeat("<si/>", 1000)+`</sst>`), Limits{Rows: 2, Columns: 4}, TooLarge},
		"styles that explode":   {part("xl/styles.xml", strings.Repeat(" ", maxPart+1)), Limits{}, TooLarge},
	} {
		t.Run(name, func(t *testing.T) { wantRefused(t, c.data, c.limits, c.want) })
	}
}

// The directory of a zip may lie about the size of a part.
func TestRead_ABombThatLiesAboutItsSize(t *testing.T) {
	data := replaced(t, cellsOf(t, nil), map[string]string{"xl/styles.xml": strings.Repeat(" ", maxPart+100)})
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.Name == "xl/styles.xml" {
			f.UncompressedSize64 = 10
			w := &workbook{files: map[string]*zip.File{"xl/styles.xml": f}}
			if err := w.readStyles(nil); err == nil {
				t.Error("read")
			}
		}
	}
	r := &bounded{r: strings.NewReader("12345"), left: 4, name: "x"}
	var refused *Refused
	if _, err := io.ReadAll(r); !errors.As(err, &refused) || refused.Code != TooLarge {
		t.Errorf("%v", err)
	}
	if b, err := io.ReadAll(&bounded{r: strings.NewReader("1234"), left: 4, name: "x"}); err != nil || string(b) != "1234" {
		t.Errorf("%q, %v", b, err)
	}
}

func TestRead_TheMostThatIsAllowed(t *testing.T) {
	headers := make([]Column, 60)
	row := make([]string, 60)
	for i := range headers {
		headers[i] = Column{Key: fmt.Sprint(i), Header: fmt.Sprintf("列%d", i)}
		row[i] = strings.Repeat("长", 10)
	}
	row[59] = strings.Repeat("长", 4000)
	long := slices.Clone(row)
	long[0] += strings.Repeat("长", 3991)
	got := table(t, written(t, headers, slices.Values([][]string{row, long})))
	rows, problems := got.Match(headers)
	if len(problems) > 0 || len(rows) != 2 || rows[0].Values["59"] != row[59] || rows[0].Problems != nil || !reflect.DeepEqual(rows[1].Problems, []Problem{{3, "列0", TooLong, nil}}) {
		t.Fatalf("%d rows, %v", len(rows), problems)
	}
	var b bytes.Buffer
	if err := WriteFailures(&b, got, rows[1].Problems, "问题", func(int, []Problem) string { return "x" }); err != nil {
		t.Fatal(err)
	}
	if again := table(t, b.Bytes()); len(again.Headers) != 61 || again.Len() != 1 {
		t.Errorf("the column of reasons makes it too wide: %d, %d", len(again.Headers), again.Len())
	}
	wantRefused(t, written(t, append(headers, Column{Header: "多"}), slices.Values([][]string{})), Limits{}, TooManyColumns)
}

// rowsOf gives n people.
func rowsOf(n int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for i := range n {
			if !yield([]string{fmt.Sprintf("王小明%d", i), fmt.Sprintf("%018d", i), "1990-01-01", "吉林省吉林市九站街道新星社区"}) {
				return
			}
		}
	}
}

func TestRead_AHundredThousandRowsAreRefusedCheaply(t *testing.T) {
	data := written(t, people, rowsOf(100_000))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	wantRefused(t, data, Limits{}, TooManyRows)
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 200<<20 {
		t.Errorf("%d MiB were allocated in all", used>>20)
	}
}

func TestWriteFailures_MendedAndReadAgain(t *testing.T) {
	source := workbookOf(t, func(f *excelize.File) error {
		return errors.Join(
			f.SetSheetRow("Sheet1", "A1", &[]any{"姓名", "身份证号", "出生日期", "", "备注"}),
			f.SetSheetRow("Sheet1", "A2", &[]any{"王小明", "1", "1990.1.1"}),
			f.SetSheetRow("Sheet1", "A3", &[]any{"刘建国", 220102199001011234, "1991.1.1", nil, "=1+1"}),
			f.SetSheetRow("Sheet1", "A6", &[]any{"", "0033", "不详"}),
			f.SetCellFormula("Sheet1", "E6", "A1"),
		)
	})
	first := table(t, source)
	rows, problems := first.Match(people)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, r := range rows {
		problems = append(problems, r.Problems...)
		if _, ok := Date(r.Values["born"]); !ok {
			problems = append(problems, Problem{Row: r.Number, Column: "出生日期", Code: "NO_DATE", Args: map[string]any{"line": 2}})
		}
	}
	say := func(row int, of []Problem) string {
		said := fmt.Sprint(row)
		for _, p := range of {
			said += fmt.Sprint(" ", p.Column, p.Code, p.Args)
		}
		return said
	}
	var b, again, english bytes.Buffer
	if err := errors.Join(WriteFailures(&b, first, problems, "问题", say), WriteFailures(&again, first, problems, "问题", say), WriteFailures(&english, first, problems, "Problems", say)); err != nil {
		t.Fatal(err)
	}
	if err := WriteFailures(io.Discard, first, problems, "备注", say); err == nil {
		t.Error("reasons under a header that is read again")
	}
	if rows, problems := table(t, english.Bytes()).Match(people); len(problems) > 0 || len(rows) != 2 {
		t.Errorf("the English column of reasons is not ignored: %v", problems)
	}
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("the same failures give other bytes")
	}
	second := table(t, b.Bytes())
	if want := []string{"姓名", "身份证号", "出生日期", "备注", "问题"}; !slices.Equal(second.Headers, want) || second.Len() != 2 {
		t.Fatalf("%v, %d rows", second.Headers, second.Len())
	}
	for i, want := range []string{
		"3 身份证号LOST_DIGITSmap[]",
		"6 姓名REQUIREDmap[] 备注FORMULAmap[] 出生日期NO_DATEmap[line:2]",
	} {
		if got := second.lines[i].at(4).text; got != want {
			t.Errorf("%q", got)
		}
	}
	// Not mended, what could not be trusted is absent and not wrong.
	rows, problems = second.Match(people)
	if len(problems) > 0 || rows[0].Values["id"] != "" || rows[0].Values["note"] != "=1+1" || !reflect.DeepEqual(rows[0].Problems, []Problem{{2, "身份证号", Required, nil}}) {
		t.Errorf("%v, %v", rows, problems)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	var mended bytes.Buffer
	err = errors.Join(f.SetCellValue("Sheet1", "B2", "220102199001011234"), f.SetCellValue("Sheet1", "A3", "张三"), f.SetCellValue("Sheet1", "C3", "20000101"), f.Write(&mended), f.Close())
	if err != nil {
		t.Fatal(err)
	}
	want := []Row{
		{2, map[string]string{"name": "刘建国", "id": "220102199001011234", "born": "1991.1.1", "note": "=1+1"}, nil},
		{3, map[string]string{"name": "张三", "id": "0033", "born": "20000101", "note": ""}, nil},
	}
	if got := matched(t, mended.Bytes()); !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
}

func TestRead_AReaderThatFailsIsNoRefusal(t *testing.T) {
	var refused *Refused
	xlsx, csv := written(t, people, rowsOf(100)), []byte("姓名\n"+strings.Repeat("王\n", 500))
	for name, data := range map[string][]byte{"XLSX": xlsx, "CSV": csv} {
		for _, good := range []int{0, 600, len(data) - 5} {
			if _, err := Read(failingAt{data, good}, int64(len(data)), Limits{}); !errors.Is(err, errDisk) || errors.As(err, &refused) {
				t.Errorf("%s, %d: %v", name, good, err)
			}
		}
	}
}

var errDisk = errors.New("disk failed")

// failingAt fails for every read that reaches beyond its good bytes and is not at the directory of a zip.
type failingAt struct {
	data []byte
	good int
}

func (f failingAt) ReadAt(p []byte, at int64) (int, error) {
	if int(at)+len(p) > f.good && (f.good != 600 || at < int64(len(f.data))/2) {
		return 0, errDisk
	}
	return bytes.NewReader(f.data).ReadAt(p, at)
}

func FuzzRead(f *testing.F) {
	for _, seed := range [][]byte{
		nil, []byte("姓名,身份证号\n王,1\n"), []byte("\xff\xfea\x00"), []byte("\"\n"), []byte("\xd0\xd5\xc3\xfb;x\n1;2"), cellsOf(f, map[string]any{"A2": "x", "B2": 1e17}),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := readBytes(data, Limits{Rows: 50})
		if err != nil {
			var refused *Refused
			if got != nil || !errors.As(err, &refused) {
				t.Fatalf("%v, %v", got, err)
			}
			return
		}
		got.Match(people)
		if err := WriteFailures(io.Discard, got, []Problem{{Row: got.HeaderRow + 1, Code: Required}}, "问题", func(int, []Problem) string { return "" }); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for _, rows := range []int{20_000, 100_000} {
		data := written(b, people, rowsOf(rows))
		b.Run(fmt.Sprintf("rows=%d/bytes=%d", rows, len(data)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := readBytes(data, Limits{}); (err != nil) != (rows > 20_000) {
					b.Fatal(err)
				}
			}
		})
	}
	empty := replaced(b, cellsOf(b, nil), map[string]string{
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData>` + strings.Repeat(`<row><c/></row>`, maxSheet/15-10) + `</sheetData></worksheet>`,
	})
	b.Run("largest-sheet-without-content", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = readBytes(empty, Limits{})
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, "居民", people, rowsOf(20_000)); err != nil {
			b.Fatal(err)
		}
	}
}
