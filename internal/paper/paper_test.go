package paper

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ledongthuc/pdf"
	"pgregory.net/rapid"
)

func printed(t testing.TB, d Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.PDF(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func page4(t testing.TB, d Document, lang string) string {
	t.Helper()
	var b strings.Builder
	if err := d.HTML(&b, lang); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// read is the text of each page as an independent reader extracts it, without white space and without the mark that the
// reader puts after each line.
func read(t testing.TB, file []byte) []string {
	t.Helper()
	r, err := pdf.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var pages []string
	for i := range r.NumPage() {
		var b strings.Builder
		for _, piece := range r.Page(i + 1).Content().Text {
			b.WriteString(piece.S)
		}
		pages = append(pages, strings.ReplaceAll(strings.Join(strings.Fields(b.String()), ""), "\ufffd", ""))
	}
	return pages
}

func handover(rows int) Document {
	d := notice()
	d.Title = "离岗交接单"
	table := Table{Header: []string{"序号", "编号", "居民", "事项"}, Widths: []float64{1, 3, 2, 4}}
	for i := range rows {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i + 1), fmt.Sprintf("20260226-%05d", i+1), "王𬎆芳", "老年优待证办理"})
	}
	d.Blocks = []Block{Heading{"移交的办件"}, table, Signatures{[]string{"移交人", "接收人", "监交人"}}}
	return d
}

func TestTextCanBeExtracted(t *testing.T) {
	for _, size := range []Size{A4, A5} {
		d := notice()
		d.Size = size
		text := strings.Join(read(t, printed(t, d)), "")
		for _, want := range []string{"一次性告知书", "One-timeNotice", "编号：20260226-00012-告1", "新星社区居民委员会", "2026年2月26日",
			"䶮明先生：", "110101195803079876", "89.6m²", "¥0.00", "☑原件", "☐纸质", "①现场办理", "扫码查询办理进度", "（盖章处）",
			"申请人（签名）：", "打印：王小明2026-02-2609:12", "第1/2页", "第2/2页", "须出具授权委托书。"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in the text\n%s", size, want, text)
			}
		}
	}
}

func TestLongTableRepeatsItsHeader(t *testing.T) {
	pages := read(t, printed(t, handover(500)))
	if len(pages) < 15 || len(pages) > 25 {
		t.Fatalf("500 rows took %d pages", len(pages))
	}
	for i, p := range pages {
		if strings.Contains(p, "老年优待证办理") && strings.Count(p, "序号编号居民事项") != 1 {
			t.Errorf("page %d has no header: %.80s", i+1, p)
		}
		if !strings.Contains(p, fmt.Sprintf("第%d/%d页", i+1, len(pages))) {
			t.Errorf("page %d has no number", i+1)
		}
	}
	text := strings.Join(pages, "")
	for i := range 500 {
		if n := strings.Count(text, fmt.Sprintf("20260226-%05d王", i+1)); n != 1 {
			t.Fatalf("row %d is printed %d times", i+1, n)
		}
	}
}

func TestEndStaysTogether(t *testing.T) {
	for rows := 1; rows < 40; rows++ {
		pages := read(t, printed(t, handover(rows)))
		last := pages[len(pages)-1]
		for _, want := range []string{"移交人：", "监交人：", "（盖章处）", "2026年2月26日", fmt.Sprintf("20260226-%05d王", rows)} {
			if !strings.Contains(last, want) {
				t.Errorf("%d rows: %q is not on the last page: %s", rows, want, last)
			}
		}
	}
}

func TestHeadingIsNotLeftAlone(t *testing.T) {
	for lines := 60; lines < 140; lines++ { // beyond what is taken in to fit on one sheet
		d := Document{Title: "单", Blocks: []Block{Paragraph{Text: strings.Repeat("行\n", lines), Flush: true}, Heading{"标题在此"}, Paragraph{Text: "正文在此"}}}
		for _, p := range read(t, printed(t, d)) {
			if strings.Contains(p, "标题在此") != strings.Contains(p, "正文在此") {
				t.Errorf("%d lines part heading and text", lines)
			}
		}
	}
}

func TestShortOverflowIsTakenIn(t *testing.T) {
	height := func(lines int) int {
		return len(read(t, printed(t, Document{Title: "单", Blocks: []Block{Paragraph{Text: strings.Repeat("行\n", lines), Flush: true}}})))
	}
	one := 1
	for height(one+1) == 1 {
		one++
	}
	if one < 36 || height(one+1) != 2 {
		t.Errorf("a page holds %d lines, and one more takes %d pages", one, height(one+1))
	}
}

func TestLongTextsLoseNothing(t *testing.T) {
	long := strings.Repeat("逐件核对，《办法》（2026）第十二条。", 600)
	d := Document{Title: "长文", Blocks: []Block{
		Paragraph{Text: long}, Fields{Items: []Field{{Label: "长值", Value: long}}},
		Table{Header: []string{"甲", "乙"}, Rows: [][]string{{long, "短"}, {"尾", "行"}}},
		List{Items: []string{long}}, Note{Text: long},
	}}
	pages := read(t, printed(t, d))
	text := strings.Join(pages, "")
	if got := strings.Count(text, "逐"); got != 3000 {
		t.Errorf("%d of 3000 sentences printed", got)
	}
	if len(pages) < 15 {
		t.Errorf("only %d pages", len(pages))
	}
}

func TestFontIsEmbedded(t *testing.T) {
	file := printed(t, notice())
	if n := bytes.Count(file, []byte("/FontFile2 ")); n != 2 {
		t.Errorf("%d fonts embedded, want the text's and the title's", n)
	}
	if n := bytes.Count(file, []byte("/ToUnicode ")); n != 2 {
		t.Errorf("%d fonts can be searched", n)
	}
	if len(file) > 200_000 {
		t.Errorf("%d bytes: the fonts are not subset", len(file))
	}
	d := notice()
	d.Title = "䶮氏证明"
	if !strings.Contains(strings.Join(read(t, printed(t, d)), ""), "䶮氏证明") {
		t.Error("a title with a rare character is lost")
	}
}

func TestSubsetIsAFont(t *testing.T) {
	s := newSubset(sans())
	for _, r := range "新星䶮A1¥" {
		s.id(r)
	}
	file := s.file()
	if checksum(file) != 0xB1B0AFBA {
		t.Errorf("checksum of the file is %x", checksum(file))
	}
	if n := u16(file, 4); n != 6 {
		t.Errorf("%d tables", n)
	}
}

func TestFontsOfTheProduct(t *testing.T) {
	for _, f := range []*face{sans(), serif()} {
		for g := range f.glyphs {
			if o := f.outline(g); len(o) > 0 && i16(o, 0) < 0 {
				t.Fatalf("%s: glyph %d is composite", f.name, g)
			}
		}
		for _, r := range string(replacement) + "草稿编号第页年月日一次性告知书0123456789XABCxyz，。（）《》：；、！？“”¥²①☐☑" {
			if f.glyph(r) == 0 {
				t.Errorf("%s lacks %c", f.name, r)
			}
		}
	}
	for _, r := range "䶮㛃𬭚𠅤龘犇赟㎡℃％—…·〇" {
		if sans().glyph(r) == 0 {
			t.Errorf("the text's font lacks %c", r)
		}
	}
}

func TestMissingCharacterIsSeen(t *testing.T) {
	const rare = '𬎆'
	if sans().glyph(rare) != 0 {
		t.Fatal("the font has the example")
	}
	l := newLayout(Document{}, 1)
	gs := l.shape(l.plain(), "王𬎆芳😀")
	want := sans().glyph(replacement)
	for _, i := range []int{1, 3} {
		if got := l.fonts[sansFont].old[gs[i].id]; got != want || gs[i].adv != 1000 {
			t.Errorf("%c is printed as glyph %d of width %d", gs[i].r, got, gs[i].adv)
		}
	}
	if text := strings.Join(read(t, printed(t, Document{Title: "证明", Blocks: []Block{Paragraph{Text: "王𬎆芳"}}})), ""); !strings.Contains(text, "王𬎆芳") {
		t.Errorf("a copy of the text has lost the name: %s", text)
	}
}

func TestDraftOnly(t *testing.T) {
	for _, draft := range []bool{false, true} {
		d := handover(100)
		d.Draft = draft
		for i, p := range read(t, printed(t, d)) {
			if strings.Contains(p, "草稿") != draft {
				t.Errorf("draft %v: page %d", draft, i+1)
			}
		}
		if strings.Contains(page4(t, d, "zh-CN"), "草稿") != draft {
			t.Errorf("draft %v: page in HTML", draft)
		}
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	d := notice()
	first, markup := printed(t, d), page4(t, d, "zh-CN")
	for range 5 {
		if !bytes.Equal(first, printed(t, d)) || markup != page4(t, d, "zh-CN") {
			t.Fatal("two renderings differ")
		}
	}
	d.Number += "0"
	if bytes.Equal(first, printed(t, d)) {
		t.Error("two papers are the same")
	}
}

func TestControlCharactersAreDropped(t *testing.T) {
	if got, want := clean("a\x00b\x1b\u202ec\ufeff\r\n一\t二\u2028三\ufe0f"), "abc\n一 二\n三"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := clean("坏\xff字"); got != "坏\ufffd字" {
		t.Errorf("%q", got)
	}
	d := Document{Title: "题\x00目", Office: "甲\n乙", Blocks: []Block{Paragraph{Text: "前\x07后"}}}
	if text := strings.Join(read(t, printed(t, d)), ""); !strings.Contains(text, "题目") || !strings.Contains(text, "前后") {
		t.Error(text)
	}
	if regexp.MustCompile("[\x00-\x08\x0b-\x1f]").MatchString(page4(t, d, "")) {
		t.Error("a control character is in the page")
	}
}

func TestHTMLEscapes(t *testing.T) {
	const evil = `<script>alert("1")</script>&'`
	d := Document{Title: evil, Subtitle: evil, Office: evil, Number: evil, Date: evil, QR: evil, QRCaption: `"` + evil, Seal: evil, Footer: evil,
		Blocks: []Block{Fields{Columns: 2, Items: []Field{{evil, evil, false}, {evil, evil, true}}}, Paragraph{Text: evil}, Heading{evil},
			Table{Header: []string{evil}, Rows: [][]string{{evil, evil}}}, List{[]string{evil}}, Note{evil}, Signatures{[]string{evil}}}}
	page := page4(t, d, `"><script>`)
	if strings.Contains(page, "<script") || strings.Contains(page, `alert("`) {
		t.Error("markup of a text is markup of the page")
	}
	if n := strings.Count(page, "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;&amp;&#39;"); n < 18 {
		t.Errorf("%d texts found", n)
	}
	if regexp.MustCompile(`(?i)\bsrc=|href=|url\(|@import|\sstyle=|\son\w+=`).MatchString(page) {
		t.Error("the page reaches outside or carries inline styles")
	}
}

func TestHTMLIsWhole(t *testing.T) {
	d := notice()
	page := page4(t, d, "zh-CN")
	for _, want := range []string{`<html lang="zh-CN">`, "@page { size: A4", "<h1>一次性告知书</h1>", "<thead>", "编号：20260226-00012-告1", `<svg viewBox="0 0 `, "（盖章处）", "打印：王小明"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is missing", want)
		}
	}
	d.Size = A5
	if !strings.Contains(page4(t, d, "en"), `<body class="a5">`) || !strings.Contains(page4(t, d, "en"), "No. 2026") {
		t.Error("A5 in English")
	}
	if p := ContentSecurityPolicy(); !strings.Contains(p, "style-src 'sha256-") {
		t.Error(p)
	}
}

func TestLeastDocument(t *testing.T) {
	for _, d := range []Document{{}, {Title: "空", Blocks: []Block{Fields{}, Table{}, List{}, Signatures{}, Paragraph{}, Heading{}, Note{},
		Table{Rows: [][]string{{}, {"a"}, {"a", "b"}}, Widths: []float64{0, -1, 5}}, Table{Header: []string{"只有表头"}}}},
		{Title: "码", QR: "x"}, {Title: "章", Seal: "（盖章处）"}, {Title: "尾", Footer: strings.Repeat("很长的页脚", 900)}} {
		if n := len(read(t, printed(t, d))); n != 1 {
			t.Errorf("%q takes %d pages", d.Title, n)
		}
		page4(t, d, "")
	}
}

func TestErrors(t *testing.T) {
	d := Document{Title: "单", QR: strings.Repeat("长", 4000)}
	if d.PDF(io.Discard) == nil || d.HTML(io.Discard, "") == nil {
		t.Error("a code too long is no error")
	}
	d.QR = ""
	if err := d.PDF(broken{}); !errors.Is(err, errBroken) {
		t.Errorf("PDF: %v", err)
	}
	if err := d.HTML(broken{}, ""); !errors.Is(err, errBroken) {
		t.Errorf("HTML: %v", err)
	}
}

var errBroken = errors.New("no paper")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }

// lines breaks a text at a width in characters.
func lines(s string, width float64) []string {
	l := newLayout(Document{}, 1)
	gs := l.shape(l.plain(), s)
	var out []string
	for _, sp := range breakLines(gs, int(width*1000), int(width*1000)) {
		var b strings.Builder
		for _, g := range gs[sp.from:sp.to] {
			b.WriteRune(g.r)
		}
		out = append(out, b.String())
	}
	return out
}

func TestLineBreaking(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"", 4, []string{""}},
		{"新星社区居民", 4, []string{"新星社区", "居民"}},
		{"新星社区。居民", 4, []string{"新星社", "区。居民"}},
		{"新星社区。居民", 4.5, []string{"新星社区。", "居民"}},
		{"新星社（居民）", 4, []string{"新星社", "（居民）"}},
		{"他说：“好！”", 4, []string{"他说：", "“好！”"}},
		{"费用¥100元", 3.4, []string{"费用", "¥100元"}},
		{"办理 registration 手续", 6.3, []string{"办理 ", "registration ", "手续"}},
		{"电话0432-66668888", 8, []string{"电话", "0432-66668888"}},
		{"abcdefghijklmnop", 4, []string{"abcdefg", "hijklmn", "op"}},
		{"见example.cn/query/00012页", 6, []string{"见", "example.cn/", "query/00012", "页"}},
		{"甲乙丙①丁", 4, []string{"甲乙丙", "①丁"}},
		{"勾选甲☐乙", 4, []string{"勾选甲", "☐乙"}},
		{"甲乙丙——丁", 4, []string{"甲乙丙", "——丁"}},
		{"甲乙丙……丁", 4, []string{"甲乙", "丙……丁"}},
		{"占比25%以上", 4.4, []string{"占比25%", "以上"}},
		{"面积89.6m²整", 4, []string{"面积", "89.6m²", "整"}},
		{"。。。。。。", 2, []string{"。。。。", "。。"}},
	} {
		if got := lines(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%q in %v: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestLinesKeepTheTextAndTheRules(t *testing.T) {
	alphabet := []rune("新星社区居民办理事项甲乙。，、；：？！）》」（《「“”—…¥①☐ ab0-/%²𬎆䶮")
	l := newLayout(Document{}, 1)
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOf(rapid.SampledFrom(alphabet)).Draw(t, "text"))
		room := rapid.IntRange(1000, 20000).Draw(t, "room")
		gs := l.shape(l.plain(), text)
		spans := breakLines(gs, room, room)
		at := 0
		for i, sp := range spans {
			if sp.from != at || sp.to < sp.from || len(gs) > 0 && sp.to == sp.from {
				t.Fatalf("line %d covers %d to %d after %d", i, sp.from, sp.to, at)
			}
			at = sp.to
			if sp.width > room+half && sp.to-sp.from > 1 {
				t.Fatalf("line %d is %d wide in %d", i, sp.width, room)
			}
			if i == len(spans)-1 {
				continue
			}
			if a, b := gs[sp.to-1].r, gs[sp.to].r; !sp.forced && !canBreak(a, b) {
				t.Fatalf("line %d ends with %c before %c", i, a, b)
			}
			for k := sp.from + 1; sp.forced && k < sp.to; k++ {
				if canBreak(gs[k-1].r, gs[k].r) {
					t.Fatalf("line %d is forced although it breaks before %c", i, gs[k].r)
				}
			}
		}
		if at != len(gs) {
			t.Fatalf("%d of %d characters set", at, len(gs))
		}
	})
}

func TestNoForbiddenLineStartInProse(t *testing.T) {
	prose := strings.Repeat("接收人（王小明）逐件核对《办法》第12条：“材料齐全”，共计60件；是否属实？属实！办结——", 40)
	for width := 5.0; width < 45; width += 0.7 {
		for _, ln := range lines(prose, width) {
			rs := []rune(ln)
			if strings.ContainsRune("。，、；：？！）》」”", rs[0]) || strings.ContainsRune("（《「“", rs[len(rs)-1]) {
				t.Fatalf("in %v: line %q", width, ln)
			}
		}
	}
}

func BenchmarkPageA4(b *testing.B) {
	d := notice()
	d.Blocks = d.Blocks[:4]
	printed(b, d)
	b.ReportAllocs()
	for b.Loop() {
		if err := d.PDF(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTableOf500(b *testing.B) {
	d := handover(500)
	b.ReportAllocs()
	for b.Loop() {
		if err := d.PDF(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	d := notice()
	b.ReportAllocs()
	for b.Loop() {
		if err := d.HTML(io.Discard, "zh-CN"); err != nil {
			b.Fatal(err)
		}
	}
}

// notice is a paper of the usual kind with everything on it.
func notice() Document {
	return Document{
		Title: "一次性告知书", Subtitle: "One-time Notice", Office: "新星社区居民委员会", Number: "20260226-00012-告1", Date: "2026年2月26日",
		QR: "https://xinxing.example.cn/q/20260226-00012", QRCaption: "扫码查询办理进度", Seal: "（盖章处）",
		Footer: "打印：王小明 2026-02-26 09:12",
		Blocks: []Block{
			Paragraph{Text: "䶮明先生：", Flush: true},
			Paragraph{Text: "您于2026年2月26日通过窗口申请办理“老年优待证（60—69周岁）”。经核对，您提交的材料尚不齐全，现依据《社区服务事项管理办法》第十二条，一次性告知需要补正的全部材料。请于2026年3月6日17:30前补齐；逾期未补正的，视为放弃本次申请，您可以随时重新申请，不影响您的其他权利。"},
			Fields{Columns: 2, Items: []Field{
				{Label: "申请人", Value: "䶮明"}, {Label: "联系电话", Value: "138****5678"},
				{Label: "身份证号", Value: "110101195803079876"}, {Label: "受理岗位", Value: "民生服务岗（A岗 刘建国）"},
				{Label: "事项名称", Value: "老年优待证办理", Wide: true},
				{Label: "家庭住址", Value: "九站街道新星社区幸福里小区12号楼3单元1502室，建筑面积89.6m²，由长女王秀英（电话 13900001111）代为联系，工作日白天请打办公室电话0432-66668888转801。", Wide: true},
			}},
			Heading{Text: "一、需要补正的材料"},
			Table{Header: []string{"序号", "材料名称", "形式", "份数", "说明"}, Widths: []float64{1, 4, 2, 1, 5},
				Rows: [][]string{
					{"1", "居民身份证", "☑原件 ☐复印件", "1", "正反面复印在同一张A4纸上；原件核验后当场退回。"},
					{"2", "近期免冠彩色照片", "☐纸质 ☑电子", "2", "一寸白底，电子版不小于300dpi（JPG或PNG）。"},
					{"3", "户口簿首页及本人页", "☑原件", "1", ""},
				}},
			Heading{Text: "二、办理须知"},
			List{Items: []string{"工本费¥0.00，本事项不收取任何费用；如遇收费，请拨打12345或监督电话0432-66668899举报。",
				"办理时限：材料齐全之日起7个工作日（法定不超过20个工作日），遇调休按国务院办公厅通知执行。",
				"①现场办理；②网上办理：https://www.example.gov.cn/service/elderly/preferential-card?id=20260226；③委托他人办理，须出具授权委托书。"}},
			Signatures{Labels: []string{"申请人（签名）", "经办人（签名）"}},
			Note{Text: "本告知书一式两份，申请人与社区各执一份。对本告知有异议的，可自收到之日起60日内向九站街道办事处提出。"},
		},
	}
}
