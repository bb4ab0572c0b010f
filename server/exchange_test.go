package main

import (
	"bytes"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xinxing/ent/resident"
	"xinxing/ent/residentterm"
	"xinxing/frontend"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/sheet"
)

// cells gives a table as it is read again: the headers, then the rows, each as wide as the headers.
func cells(t *testing.T, content []byte) [][]string {
	t.Helper()
	got, err := sheet.Read(bytes.NewReader(content), int64(len(content)), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var columns []sheet.Column
	for _, h := range got.Headers {
		columns = append(columns, sheet.Column{Key: h, Header: h})
	}
	out := [][]string{got.Headers}
	rows, _ := got.Match(columns)
	for _, r := range rows {
		var row []string
		for _, h := range got.Headers {
			row = append(row, r.Values[h])
		}
		out = append(out, row)
	}
	return out
}

// reasonsOf gives the last column of a table of bad rows, which reading it as a table ignores.
func reasonsOf(t *testing.T, content []byte) (header string, reasons []string) {
	t.Helper()
	// As CSV the same text would be read alike; here the cells are looked at as they stand in the file.
	f := openBook(t, content)
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	last := len(rows[0]) - 1
	for _, row := range rows[1:] {
		reasons = append(reasons, row[last])
	}
	return rows[0][last], reasons
}

func (p *person) failures(kind, lang string, content []byte) []byte {
	p.t.Helper()
	a := p.form("/exchange/"+kind, map[string]string{"as": "failures", "lang": lang, "clientMutationId": p.h.ID()}, "t.xlsx", content)
	if a.status != http.StatusOK {
		p.t.Fatalf("%d %s", a.status, a.body)
	}
	return a.body
}

func (p *person) exported(kind string) []byte {
	p.t.Helper()
	a := p.send(p.request(http.MethodGet, "/exchange/"+kind+".xlsx", ""))
	if a.status != http.StatusOK {
		p.t.Fatalf("%d %s", a.status, a.body)
	}
	return a.body
}

// A bad row lists all that is wrong with it, each fault by its column; what depends on a cell that could not be read is not
// guessed.
func TestExchange_ABadRowListsEveryFault(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		director := h.as("director")
		heads := []string{"编码", "名称", "类别", "承诺工作日", "当场办结", "岗位编码", "职能部门编码", "收费（元）", "渠道", "材料", "可延时次数", "每次可延工作日", "生效日期"}
		bad := table(t, heads,
			[]string{"一号", "", "登记", "8", "也许", "P-99", "D-99", "-1", "来访、心灵感应", "身份证|0\n户口簿|1|口头\n身份证|两\n|1\n照片|1|原件|a|b|c|大概|多", "11", "401", "明天"},
			[]string{"DJ-09", "老年证", "登录", "五", "是", "", "", "1.234", "", "", "", "", "2020-01-01"},
			[]string{"DJ-10", "老年证", "登记", "5", "", "", "", "", "", "", "", "", ""},
		)
		want := []string{
			"2编码BAD_INPUTmap[reason:code]", "2名称REQUIRED", "2承诺工作日LIMIT_EXCEEDEDmap[limit:7]", "2当场办结BAD_INPUTmap[reason:yes_no]",
			"2岗位编码NOT_FOUND", "2职能部门编码NOT_FOUND", "2收费（元）BAD_INPUTmap[reason:money]", "2渠道BAD_INPUTmap[reason:channel]",
			"2材料BAD_INPUTmap[line:1 part:copies reason:copies]", "2材料BAD_INPUTmap[line:2 part:form reason:form]",
			"2材料BAD_INPUTmap[line:3 part:copies reason:whole_number]", "2材料BAD_INPUTmap[line:3 part:name reason:same_name]",
			"2材料BAD_INPUTmap[line:4 part:name]", "2材料BAD_INPUTmap[line:5 reason:parts]", "2材料BAD_INPUTmap[line:5 part:required reason:yes_no]",
			"2可延时次数LIMIT_EXCEEDEDmap[limit:10]", "2每次可延工作日LIMIT_EXCEEDEDmap[limit:400]", "2生效日期BAD_DATE",
			"3类别BAD_INPUTmap[reason:kind]", "3承诺工作日BAD_INPUTmap[reason:whole_number]", "3收费（元）BAD_INPUTmap[reason:money]", "3生效日期BAD_INPUTmap[reason:past]",
			"4岗位编码REQUIRED",
		}
		before := director.ask(`{ items { code version } }`, nil).Data["items"]
		for _, dry := range []bool{true, false} {
			got := director.imports("items", dry, bad)
			said := got.said()
			slices.Sort(said)
			slices.Sort(want)
			if !slices.Equal(said, want) || got.Written || got.BadRows != 3 {
				t.Errorf("problems\n%s\nwant\n%s", strings.Join(said, "\n"), strings.Join(want, "\n"))
			}
		}
		if now := director.ask(`{ items { code version } }`, nil).Data["items"]; !reflect.DeepEqual(before, now) {
			t.Errorf("something was written: %v", now)
		}
		got := director.imports("residents", true, table(t, []string{"姓名", "身份证号", "电话", "住址"}, []string{"9", "110101199003074518", "12", strings.Repeat("长", 201)}))
		if said, want := got.said(), []string{
			"2姓名BAD_INPUTmap[reason:character]", "2身份证号BAD_INPUTmap[reason:check_digit]", "2电话BAD_INPUTmap[reason:length]", "2住址TOO_LONGmap[length:201 max:66]",
		}; !slices.Equal(said, want) {
			t.Errorf("faults of a resident: %v, want %v", said, want)
		}
		// Columns go by the names that the file gives them, and a cell that could not be read is one fault.
		got = director.imports("residents", true, []byte("NAME,phone,idNumber\n,"+strings.Repeat("1", 5000)+",x\n"))
		if said, want := got.said(), []string{"2NAMEREQUIRED", "2phoneTOO_LONG", "2idNumberBAD_INPUTmap[reason:character]"}; !slices.Equal(said, want) {
			t.Errorf("by other names: %v, want %v", said, want)
		}
	})
}

// The bad rows go out with the reasons in the reader's words in the last column, and come in again with it.
func TestExchange_BadRowsAreMendedAndComeInAgain(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		director := h.as("director")
		bad := table(t, directoryHeads,
			[]string{"D-20", "街道残联", "九站大街9号", "0432-20009999", "周一至周五", "", ""},
			[]string{"D 21", "", "九站大街8号", "1", "周一", "ftp://x", ""},
		)
		for lang, want := range map[string][2]string{
			"zh-CN": {"问题", "原表第 3 行 编码：只用字母、数字、点、横线和下划线，以字母或数字开头，不超过 40 位；名称：必填，不能空着；网址：网址要以 http:// 或 https:// 开头"},
			"en":    {"Problems", "Row 3 of the table: 编码 – begins with a letter or digit and has only those, dots, hyphens and underscores; at most 40; 名称 – must not be empty; 网址 – a web page begins with http:// or https://"},
			"xx":    {"问题", "原表第 3 行 编码：只用字母、数字、点、横线和下划线，以字母或数字开头，不超过 40 位；名称：必填，不能空着；网址：网址要以 http:// 或 https:// 开头"},
		} {
			content := director.failures("directory", lang, bad)
			header, reasons := reasonsOf(t, content)
			if header != want[0] || !slices.Equal(reasons, want[1:]) {
				t.Errorf("%s: %s %q, want %q", lang, header, reasons, want)
			}
			// As it is it is no better, and the reasons themselves are no fault.
			again := director.imports("directory", true, content)
			if got := again.said(); len(got) != 3 || got[1] != "2名称REQUIRED" {
				t.Errorf("not mended: %v", got)
			}
			f := openBook(t, content)
			name := f.GetSheetName(0)
			for ref, value := range map[string]string{"A2": "D-21-" + lang, "B2": "街道武装部", "F2": "https://wz.example"} {
				if err := f.SetCellValue(name, ref, value); err != nil {
					t.Fatal(err)
				}
			}
			var mended bytes.Buffer
			if err := f.Write(&mended); err != nil {
				t.Fatal(err)
			}
			if got := director.imports("directory", false, mended.Bytes()); !got.Written || got.Created != 1 || got.Rows != 1 {
				t.Errorf("mended: %+v", got)
			}
		}
	})
}

// Every code and reason that the program gives has words in both languages, and the column of reasons is ignored when it
// comes in again.
func TestExchange_EveryReasonHasWords(t *testing.T) {
	for _, lang := range []string{"zh-CN", "en"} {
		w, err := frontend.Words(lang, "exchange")
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(sheet.ReasonHeaders, w.Say("reasons", nil)) {
			t.Errorf("%s: a column %q would not be ignored", lang, w.Say("reasons", nil))
		}
		for _, code := range []string{
			"BAD_INPUT", "BAD_STRING", "TOO_LONG", "TOO_LONG_MAX", "NOT_FOUND", "LIMIT_EXCEEDED", "LIMIT_EXCEEDED_AT", "DUPLICATE", "MASKED_NEW", "MASK_CHANGED",
			"OTHER_NUMBER", "NUMBER_ON_FILE", string(sheet.Formula), string(sheet.LostDigits), string(sheet.BadDate), string(sheet.CellError),
			string(sheet.Merged), string(sheet.TooLong), string(sheet.Required), string(sheet.MissingHeader), string(sheet.UnknownHeader), string(sheet.DuplicateHeader),
		} {
			if !w.Has("problem." + code) {
				t.Errorf("%s: no words for %s", lang, code)
			}
		}
	}
	en, err := frontend.Words("en", "exchange")
	if err != nil {
		t.Fatal(err)
	}
	for want, p := range map[string]sheet.Problem{
		"too long, at most 200":                          {Code: "TOO_LONG", Args: map[string]any{"max": 200, "length": 300}},
		"Line 3 copies: not a value that can stand here": {Code: "BAD_INPUT", Args: map[string]any{"line": 3, "part": "copies"}},
		"SOMETHING_NEW":                                  {Code: "SOMETHING_NEW"},
	} {
		if got := reason(en, p); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A masked number is never written: left as it was exported it leaves what is there, in a new file it is a fault.
func TestExchange_AMaskIsNeverWritten(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		director := h.as("director")
		db, system := h.Desk.Store.Read(), h.System()
		heads := []string{"姓名", "身份证号", "电话", "住址"}
		other := servicetest.MakeID(1975, 3)
		if got := director.imports("residents", false, table(t, heads, []string{"李四", other, "13900007777", "5栋"}, []string{"张无号", "", "", "6栋"})); got.Created != 2 {
			t.Fatalf("%+v", got)
		}
		kept := func() string {
			var b strings.Builder
			for _, r := range db.Resident.Query().Order(resident.ByID()).AllX(system) {
				b.WriteString(strings.Join([]string{r.ID, r.Name, r.Address, r.PhoneSealed, r.PhoneMask, r.IDNumberSealed, r.IDNumberMask, r.BirthDate}, "|") + "\n")
			}
			return b.String()
		}
		before := kept()
		out := director.exported("residents")
		if got := director.imports("residents", false, out); !got.Written || got.Unchanged != 3 || got.Changed+got.Created != 0 {
			t.Errorf("the export as it is: %+v", got)
		}
		if now := kept(); now != before {
			t.Errorf("the export as it is changed\n%s\nto\n%s", before, now)
		}

		// Changed beside its masks: the numbers stay, are still found and still open.
		rows := cells(t, out)
		if want := []string{"档案号", "姓名", "身份证号", "电话", "住址"}; !slices.Equal(rows[0], want) {
			t.Fatalf("headers %v, want %v", rows[0], want)
		}
		at := slices.IndexFunc(rows, func(r []string) bool { return r[1] == "李四" })
		li := rows[at]
		if !strings.Contains(li[2], "*") || !strings.Contains(li[3], "*") {
			t.Fatalf("no masks: %v", li)
		}
		change := func(column int, value string) []byte {
			row := slices.Clone(li)
			row[column] = value
			return table(t, rows[0], row)
		}
		if got := director.imports("residents", true, change(4, "新址9栋")); got.Changed != 1 || got.Written || kept() != before {
			t.Errorf("dry: %+v", got)
		}
		if got := director.imports("residents", false, change(4, "新址9栋")); got.Changed != 1 || !got.Written {
			t.Errorf("the address: %+v", got)
		}
		find := func(search string) string {
			found, err := h.Desk.Residents(h.As("clerk-a"), search, 10)
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for _, r := range found {
				ids = append(ids, r.ID+r.Address)
			}
			return strings.Join(ids, " ")
		}
		for _, search := range []string{other, "13900007777", "7777", "李四", "lisi"} {
			if got := find(search); got != li[0]+"新址9栋" {
				t.Errorf("%s finds %q", search, got)
			}
		}
		if phone, id := unsealed(t, h, li[0]); phone != "13900007777" || id != other {
			t.Errorf("kept are %s, %s", phone, id)
		}

		// A new phone is a new phone; the old one finds nobody any more. The full width of a mask is the mask.
		if got := director.imports("residents", false, change(3, "13900008888")); got.Changed != 1 || !got.Written {
			t.Errorf("the phone: %+v", got)
		}
		if phone, id := unsealed(t, h, li[0]); phone != "13900008888" || id != other {
			t.Errorf("kept are %s, %s", phone, id)
		}
		if find("13900007777") != "" || !strings.HasPrefix(find("8888"), li[0]) {
			t.Errorf("found by the old phone %q, by the new %q", find("13900007777"), find("8888"))
		}
		li[3] = db.Resident.GetX(system, li[0]).PhoneMask
		if got := director.imports("residents", false, change(2, strings.ReplaceAll(li[2], "*", "＊"))); got.Unchanged != 1 || !got.Written {
			t.Errorf("a mask in full width: %+v", got)
		}
		if got := director.imports("residents", false, change(3, "")); got.Unchanged != 1 {
			t.Errorf("an empty cell leaves the phone: %+v", got)
		}
		if phone, _ := unsealed(t, h, li[0]); phone != "13900008888" {
			t.Errorf("an empty cell made the phone %q", phone)
		}
		nobody := slices.IndexFunc(rows, func(r []string) bool { return r[1] == "张无号" })
		number := slices.Clone(rows[nobody])
		number[2] = servicetest.MakeID(1990, 7)
		twice := slices.Clone(number)
		twice[2] = other

		before = kept()
		wang := db.Resident.Query().Where(resident.Name("王小明")).OnlyX(system)
		for what, c := range map[string]struct {
			content []byte
			want    []string
		}{
			"a mask in a new file":             {table(t, heads, []string{"赵六", li[2], li[3], ""}), []string{"2身份证号MASKED_NEW", "2电话MASKED_NEW"}},
			"a mask beside other faults":       {table(t, heads, []string{"", "", "139****1234", ""}), []string{"2姓名REQUIRED", "2电话MASKED_NEW"}},
			"another mask":                     {change(3, "138****0000"), []string{"2电话MASK_CHANGED"}},
			"another mask of the number":       {change(2, "110***********0000"), []string{"2身份证号MASK_CHANGED"}},
			"another number":                   {change(2, servicetest.MakeID(1976, 4)), []string{"2身份证号OTHER_NUMBER"}},
			"somebody's number":                {table(t, rows[0], twice), []string{"2身份证号NUMBER_ON_FILE"}},
			"a file that is not there":         {change(0, "res_01JNV4E1Q0M5K2Q6P1S8X3T7YA"), []string{"2档案号NOT_FOUND"}},
			"a neighbour's file":               {change(0, db.Resident.Query().Where(resident.Name("王邻居")).OnlyIDX(system)), []string{"2档案号NOT_FOUND"}},
			"one file twice":                   {table(t, rows[0], li, li), []string{"3档案号DUPLICATE"}},
			"the mask of another, by number":   {table(t, heads, []string{"王小明", servicetest.IDNumber(), "138****0000", ""}), []string{"2电话MASK_CHANGED"}},
			"one good row beside a masked one": {table(t, rows[0], number, []string{"", "赵六", "", "139****1234", ""}), []string{"3电话MASKED_NEW"}},
		} {
			got := director.imports("residents", false, c.content)
			if said := got.said(); !slices.Equal(said, c.want) || got.Written {
				t.Errorf("%s: %v, want %v", what, said, c.want)
			}
			if now := kept(); now != before {
				t.Fatalf("%s: written\n%s\nwas\n%s", what, now, before)
			}
		}
		if got := director.imports("residents", false, table(t, heads, []string{"王小明", servicetest.IDNumber(), wang.PhoneMask, ""})); got.Unchanged != 1 || kept() != before {
			t.Errorf("by number, with the file's own mask: %+v", got)
		}
		if got := director.imports("residents", false, table(t, rows[0], number)); got.Changed != 1 || !got.Written {
			t.Errorf("a number for a file that had none: %+v", got)
		}
		if _, id := unsealed(t, h, number[0]); id != number[2] {
			t.Errorf("the number is %q", id)
		}
		if n := db.ResidentTerm.Query().Where(residentterm.TermContains("*")).CountX(system); n != 0 {
			t.Errorf("%d terms hold a mask", n)
		}
		for _, r := range db.Resident.Query().AllX(system) {
			phone, id := unsealed(t, h, r.ID)
			if strings.Contains(phone+id, "*") {
				t.Errorf("%s keeps a mask: %s %s", r.Name, phone, id)
			}
		}
	})
}

// unsealed opens the numbers of a file past the desk.
func unsealed(t *testing.T, h *house, id string) (phone, number string) {
	t.Helper()
	r := h.Desk.Store.Read().Resident.GetX(h.System(), id)
	for place, to := range map[string]*string{".phone": &phone, ".id_number": &number} {
		sealed := r.PhoneSealed
		if place == ".id_number" {
			sealed = r.IDNumberSealed
		}
		if sealed == "" {
			continue
		}
		var err error
		if *to, err = h.Desk.Box.Open(sealed, r.ID+place); err != nil {
			t.Fatal(err)
		}
	}
	return phone, number
}

// A column that identifies an item is called the same everywhere; what was exported under the older header comes in too.
func TestExchange_ACodeIsCalledTheSameEverywhere(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		director := h.as("director")
		for _, kind := range []string{"items", "directory"} {
			out := director.exported(kind)
			rows := cells(t, out)
			if rows[0][0] != "编码" || slices.ContainsFunc(rows[0], func(s string) bool { return strings.Contains(s, "编号") }) {
				t.Errorf("%s: headers %v", kind, rows[0])
			}
			old := slices.Clone(rows[0])
			for i := range old {
				old[i] = strings.ReplaceAll(old[i], "编码", "编号")
			}
			if got := director.imports(kind, true, table(t, old, rows[1:]...)); got.Unchanged != len(rows)-1 {
				t.Errorf("%s with the older headers: %+v", kind, got)
			}
		}
	})
}

func openBook(t *testing.T, content []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}
