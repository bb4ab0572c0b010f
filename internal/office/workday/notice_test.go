package workday

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestNotices_ShippedYears(t *testing.T) {
	notices, err := Notices()
	if err != nil {
		t.Fatal(err)
	}
	for i, n := range notices {
		if n.Year != 2020+i {
			t.Fatalf("notice %d is of %d, want %d", i, n.Year, 2020+i)
		}
		if want := fmt.Sprintf("国务院办公厅关于%d年部分节假日安排的通知", n.Year); n.Title != want {
			t.Errorf("%d: title %q, want %q", n.Year, n.Title, want)
		}
		if !strings.HasPrefix(n.Number, fmt.Sprintf("国办发明电〔%d〕", n.Year-1)) || !strings.HasPrefix(n.Published, fmt.Sprint(n.Year-1)) {
			t.Errorf("%d: number %s of %s", n.Year, n.Number, n.Published)
		}
		if !strings.HasPrefix(n.Source, "https://www.gov.cn/") {
			t.Errorf("%d: source %q", n.Year, n.Source)
		}
		statutory := 0
		for _, row := range n.Rows {
			if row.Kind == RowStatutoryHoliday {
				statutory++
			}
		}
		want := 11
		if n.Year >= 2025 {
			want = 13 // the eve of Spring Festival and May 2 since the revision of 2024
		}
		if n.Year == 2020 {
			want = 11 - 1 // the Mid-Autumn Festival fell on National Day
		}
		if statutory != want {
			t.Errorf("%d: %d statutory holidays, want %d", n.Year, statutory, want)
		}
	}
	if len(notices) != 7 {
		t.Errorf("%d notices, want those of 2020 to 2026", len(notices))
	}
	if a := notices[0].Amendments; len(a) != 1 || a[0].Number != "国办发明电〔2020〕1号" || a[0].Published != "2020-01-26" {
		t.Errorf("amendments of 2020: %+v", a)
	}
}

// The wording of each notice, item by item, so that a wrong row shows against the text.
func TestNotices_SayWhatTheNoticesSay(t *testing.T) {
	c := office(t)
	for _, tt := range []struct {
		name, from, to string
		worked         string
	}{
		{"2020 元旦", "2020-01-01", "2020-01-01", ""},
		{"2020 春节, extended", "2020-01-24", "2020-02-02", "2020-01-19"},
		{"2020 清明节", "2020-04-04", "2020-04-06", ""},
		{"2020 劳动节", "2020-05-01", "2020-05-05", "2020-04-26 2020-05-09"},
		{"2020 端午节", "2020-06-25", "2020-06-27", "2020-06-28"},
		{"2020 国庆节、中秋节", "2020-10-01", "2020-10-08", "2020-09-27 2020-10-10"},
		{"2021 元旦", "2021-01-01", "2021-01-03", ""},
		{"2021 春节", "2021-02-11", "2021-02-17", "2021-02-07 2021-02-20"},
		{"2021 清明节", "2021-04-03", "2021-04-05", ""},
		{"2021 劳动节", "2021-05-01", "2021-05-05", "2021-04-25 2021-05-08"},
		{"2021 端午节", "2021-06-12", "2021-06-14", ""},
		{"2021 中秋节", "2021-09-19", "2021-09-21", "2021-09-18"},
		{"2021 国庆节", "2021-10-01", "2021-10-07", "2021-09-26 2021-10-09"},
		{"2022 元旦", "2022-01-01", "2022-01-03", ""},
		{"2022 春节", "2022-01-31", "2022-02-06", "2022-01-29 2022-01-30"},
		{"2022 清明节", "2022-04-03", "2022-04-05", "2022-04-02"},
		{"2022 劳动节", "2022-04-30", "2022-05-04", "2022-04-24 2022-05-07"},
		{"2022 端午节", "2022-06-03", "2022-06-05", ""},
		{"2022 中秋节", "2022-09-10", "2022-09-12", ""},
		{"2022 国庆节", "2022-10-01", "2022-10-07", "2022-10-08 2022-10-09"},
		{"2023 元旦", "2022-12-31", "2023-01-02", ""},
		{"2023 春节", "2023-01-21", "2023-01-27", "2023-01-28 2023-01-29"},
		{"2023 清明节", "2023-04-05", "2023-04-05", ""},
		{"2023 劳动节", "2023-04-29", "2023-05-03", "2023-04-23 2023-05-06"},
		{"2023 端午节", "2023-06-22", "2023-06-24", "2023-06-25"},
		{"2023 中秋节、国庆节", "2023-09-29", "2023-10-06", "2023-10-07 2023-10-08"},
		{"2024 元旦", "2024-01-01", "2024-01-01", ""},
		{"2024 春节", "2024-02-10", "2024-02-17", "2024-02-04 2024-02-18"},
		{"2024 清明节", "2024-04-04", "2024-04-06", "2024-04-07"},
		{"2024 劳动节", "2024-05-01", "2024-05-05", "2024-04-28 2024-05-11"},
		{"2024 端午节", "2024-06-10", "2024-06-10", ""},
		{"2024 中秋节", "2024-09-15", "2024-09-17", "2024-09-14"},
		{"2024 国庆节", "2024-10-01", "2024-10-07", "2024-09-29 2024-10-12"},
		{"2025 元旦", "2025-01-01", "2025-01-01", ""},
		{"2025 春节", "2025-01-28", "2025-02-04", "2025-01-26 2025-02-08"},
		{"2025 清明节", "2025-04-04", "2025-04-06", ""},
		{"2025 劳动节", "2025-05-01", "2025-05-05", "2025-04-27"},
		{"2025 端午节", "2025-05-31", "2025-06-02", ""},
		{"2025 国庆节、中秋节", "2025-10-01", "2025-10-08", "2025-09-28 2025-10-11"},
		{"2026 元旦", "2026-01-01", "2026-01-03", "2026-01-04"},
		{"2026 春节", "2026-02-15", "2026-02-23", "2026-02-14 2026-02-28"},
		{"2026 清明节", "2026-04-04", "2026-04-06", ""},
		{"2026 劳动节", "2026-05-01", "2026-05-05", "2026-05-09"},
		{"2026 端午节", "2026-06-19", "2026-06-21", ""},
		{"2026 中秋节", "2026-09-25", "2026-09-27", ""},
		{"2026 国庆节", "2026-10-01", "2026-10-07", "2026-09-20 2026-10-10"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for d := on(t, tt.from); !d.After(on(t, tt.to)); d = d.AddDays(1) {
				if day := c.Day(d); day.Working || day.Name == "" || day.Provisional {
					t.Errorf("%s must be a rest day with a name: %+v", d, day)
				}
				delete(c.rows, d)
			}
			for _, s := range strings.Fields(tt.worked) {
				if day := c.Day(on(t, s)); !day.Working || day.Kind != DayMakeUpWorkingDay || day.Name == "" {
					t.Errorf("%s must be a make-up day with a name: %+v", s, day)
				}
				delete(c.rows, on(t, s))
			}
		})
	}
	for d, row := range c.rows {
		t.Errorf("%s %s %s is in the data and in no notice", d, row.Kind, row.Name)
	}
}

const goodNotice = `{
  "year": 2027,
  "title": "国务院办公厅关于2027年部分节假日安排的通知",
  "number": "国办发明电〔2026〕9号",
  "published": "2026-11-05",
  "source": "https://www.gov.cn/x.htm",
  "amendments": [
    {"title": "延长", "number": "国办发明电〔2027〕1号", "published": "2027-01-20"}
  ],
  "rows": [
    {"date": "2026-12-31", "kind": "SHIFTED_REST_DAY", "name": "元旦"},
    {"date": "2027-01-01", "kind": "STATUTORY_HOLIDAY", "name": "元旦"},
    {"date": "2027-01-04", "kind": "SHIFTED_REST_DAY", "name": "元旦", "source": "国办发明电〔2027〕1号"},
    {"date": "2027-01-10", "kind": "MAKE_UP_WORKING_DAY", "name": "元旦"}
  ]
}
`

func TestParseNotice(t *testing.T) {
	n, err := ParseNotice(strings.NewReader(goodNotice))
	if err != nil {
		t.Fatal(err)
	}
	if n.Year != 2027 || n.Published != "2026-11-05" || n.Source != "https://www.gov.cn/x.htm" || len(n.Rows) != 4 {
		t.Errorf("notice %+v", n)
	}
	want := Row{Date: Date{2027, 1, 4}, Kind: RowShiftedRestDay, Name: "元旦", Source: "国办发明电〔2027〕1号"}
	if n.Rows[2] != want || n.Rows[3].Source != n.Number {
		t.Errorf("rows %+v", n.Rows)
	}
	shipped, err := Notices()
	if err != nil {
		t.Fatal(err)
	}
	before := Config{Location: zone(t, "Asia/Shanghai"), Hours: DefaultHours()}.WithNotices(shipped)
	c := calendar(t, before.WithNotices([]Notice{n}))
	if c.Provisional(2027) || c.Working(Date{2027, 1, 4}) || !c.Working(Date{2027, 1, 10}) {
		t.Error("the imported notice does not hold")
	}
	if !calendar(t, before).Provisional(2027) {
		t.Error("WithNotices changed the configuration that it was called on")
	}
}

func TestParseNotice_Refuses(t *testing.T) {
	for _, tt := range []struct {
		name, old, new string
		want           string
	}{
		{"an unknown field", `"source": "https`, `"sauce": "https`, `line 6: field "sauce": unknown field`},
		{"an unknown field of a row", `, "name": "元旦"},
    {"date": "2027-01-01"`, `, "nom": "元旦"},
    {"date": "2027-01-01"`, `line 11: field rows[0]."nom": unknown field`},
		{"a field of another case", `"year"`, `"Year"`, `line 2: field "Year": unknown field`},
		{"a field twice", `"year": 2027,`, "\"year\": 2027,\n\"year\": 2027,", "line 3: field year: the field is there twice"},
		{"a missing field", `  "title": "国务院办公厅关于2027年部分节假日安排的通知",` + "\n", "", "line 1: field title: missing"},
		{"a missing field of a row", `, "name": "元旦"}
  ]`, "}\n  ]", "line 14: field rows[3].name: missing"},
		{"a year as text", `"year": 2027`, `"year": "2027"`, "line 2: field year: want a whole number"},
		{"a broken year", `"year": 2027`, `"year": 2027.5`, "line 2: field year: want a whole number"},
		{"a far year", `"year": 2027`, `"year": 20270`, "line 2: field year: 20270 is not between"},
		{"the wrong year", `"year": 2027`, `"year": 2028`, "line 5: field published: a notice for 2028"},
		{"rows of the wrong year", `"date": "2027-01-10"`, `"date": "2028-01-09"`, "line 14: field rows[3].date: 2028-01-09 is not in 2027"},
		{"rows of the November before", `"date": "2026-12-31"`, `"date": "2026-11-30"`, "line 11: field rows[0].date: 2026-11-30 is not in 2027"},
		{"no such day", `"date": "2027-01-04"`, `"date": "2027-02-29"`, `line 13: field rows[2].date: date "2027-02-29": no such day`},
		{"a day in another form", `"date": "2027-01-04"`, `"date": "2027-1-4"`, "line 13: field rows[2].date: "},
		{"a day that was published nowhere", `"published": "2026-11-05"`, `"published": "soon"`, "line 5: field published: "},
		{"published too early", `"published": "2026-11-05"`, `"published": "2020-11-05"`, "line 5: field published: a notice for 2027"},
		{"a day twice", `"date": "2027-01-04"`, `"date": "2027-01-01"`, "line 13: field rows[2].date: 2027-01-01 is there twice"},
		{"days out of order", `"date": "2026-12-31"`, `"date": "2027-01-02"`, "line 12: field rows[1].date: 2027-01-01 comes after 2027-01-02"},
		{"a make-up day on a weekday", `"date": "2027-01-10"`, `"date": "2027-01-11"`, "line 14: field rows[3].kind: 2027-01-11 is a Monday, which is worked anyway"},
		{"a rest day on its own", `"date": "2027-01-04"`, `"date": "2027-01-06"`, "line 13: field rows[2].kind: the rest day 2027-01-06 adjoins no statutory holiday"},
		{"a local kind", `"MAKE_UP_WORKING_DAY"`, `"LOCAL_OPENING"`, `line 14: field rows[3].kind: "LOCAL_OPENING" is not`},
		{"an unknown kind", `"MAKE_UP_WORKING_DAY"`, `"WORK"`, `line 14: field rows[3].kind: "WORK" is not`},
		{"an empty name", `"name": "元旦"}
  ]`, `"name": ""}
  ]`, "line 14: field rows[3].name: want a text that is not empty"},
		{"a control character", `"title": "国务院`, `"title": "国\u0000务院`, "line 3: field title: holds a control character"},
		{"half a surrogate", `"title": "国务院`, `"title": "国\ud800务院`, "line 3: field title: holds a control character or a broken one"},
		{"a long title", `"title": "国务院`, `"title": "` + strings.Repeat("国", 200), "line 3: field title: longer than"},
		{"a source that is no address", `"source": "https://www`, `"source": "javascript:www`, "line 6: field source: want a web address"},
		{"an unknown source of a row", `"source": "国办发明电〔2027〕1号"`, `"source": "国办发明电〔2027〕2号"`, "line 13: field rows[2].source: 国办发明电〔2027〕2号 is neither"},
		{"an amendment with the notice's number", `"number": "国办发明电〔2027〕1号"`, `"number": "国办发明电〔2026〕9号"`, "line 7: field amendments[0].number: "},
		{"rows that are no list", `"rows": [`, `"rows": {`, "line 10: field rows: want '['"},
		{"a row that is no object", `{"date": "2026-12-31", "kind": "SHIFTED_REST_DAY", "name": "元旦"}`, `"2026-12-31"`, "line 11: field rows[0]: want '{'"},
		{"a missing comma", `"元旦"},
    {"date": "2027-01-01"`, `"元旦"}
    {"date": "2027-01-01"`, "line 1"},
		{"something after it", "\n}\n", "\n}\n{}\n", "line 16: something follows"},
		{"an early end", "\n  ]\n}\n", "", "the file ends too early"},
		{"not UTF-8", "延长", "\xff", "not UTF-8"},
		{"too large", "\n}\n", "\n}\n" + strings.Repeat(" ", maxNotice), "larger than"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if strings.Count(goodNotice, tt.old) == 0 {
				t.Fatalf("the good notice has no %q", tt.old)
			}
			n, err := ParseNotice(strings.NewReader(strings.Replace(goodNotice, tt.old, tt.new, 1)))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("err = %v, want %q", err, tt.want)
			}
			if err != nil && n.Year != 0 {
				t.Errorf("a refused notice must not be returned: %+v", n)
			}
		})
	}
	for _, s := range []string{"", "null", "[]", "2026", `"x"`, "{", "{}", `{"year": 1e999}`, `{"rows": []}`, strings.Repeat("[", 100000)} {
		if _, err := ParseNotice(strings.NewReader(s)); err == nil {
			t.Errorf("ParseNotice(%.20q) takes it", s)
		}
	}
	empty := goodNotice[:strings.Index(goodNotice, `"rows"`)] + `"rows": []}`
	if _, err := ParseNotice(strings.NewReader(empty)); err == nil || !strings.Contains(err.Error(), "at least one row") {
		t.Errorf("no rows: %v", err)
	}
}

func FuzzParseNotice(f *testing.F) {
	f.Add([]byte(goodNotice))
	f.Add([]byte(`{"year": 2027, "rows": [{"date": "2027-01-01"}]}`))
	f.Add([]byte(`{"year": -1e9, "amendments": [[]]}`))
	entries, err := noticeFiles.ReadDir("notices")
	if err != nil {
		f.Fatal(err)
	}
	for _, entry := range entries {
		data, err := noticeFiles.ReadFile("notices/" + entry.Name())
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	loc := zone(f, "Asia/Shanghai")
	f.Fuzz(func(t *testing.T, data []byte) {
		n, err := ParseNotice(strings.NewReader(string(data)))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "notice: ") || strings.ContainsRune(err.Error(), 0) {
				t.Errorf("error %q", err)
			}
			return
		}
		// Whatever was taken makes a calendar that says what the notice says.
		c, err := New(Config{Location: loc, Hours: DefaultHours()}.WithNotices([]Notice{n}))
		if err != nil {
			t.Fatalf("a notice that parses must make a calendar: %v", err)
		}
		if c.Provisional(n.Year) || n.Title == "" || n.Number == "" {
			t.Errorf("notice %+v", n)
		}
		for _, row := range n.Rows {
			if c.Working(row.Date) != row.Kind.Working() {
				t.Errorf("%+v does not hold", row)
			}
			if row.Kind == RowMakeUpWorkingDay && row.Date.Weekday() != time.Saturday && row.Date.Weekday() != time.Sunday {
				t.Errorf("%+v is a make-up day on a weekday", row)
			}
		}
	})
}
