package public

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"html"
	"io/fs"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"xinxing/internal/files"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/program"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
)

var verb = regexp.MustCompile(`%(\[\d+\])?[a-z]`)

func TestWords_BothLanguagesTakeTheSame(t *testing.T) {
	for key, w := range words {
		if w.zh == "" || w.en == "" {
			t.Errorf("%s: %q, %q", key, w.zh, w.en)
		}
		if key == "date" || key == "month" {
			continue // one writes the month as a number, the other by its name
		}
		zh, en := verb.FindAllString(w.zh, -1), verb.FindAllString(w.en, -1)
		slices.Sort(zh)
		slices.Sort(en)
		if !slices.Equal(zh, en) {
			t.Errorf("%s takes %v and %v", key, zh, en)
		}
	}
}

func TestWords_EveryListIsWorded(t *testing.T) {
	lists := map[string][]string{
		"kind.": casework.ItemKind("").Values(), "channel.": casework.Channel("").Values(), "form.": casework.MaterialForm("").Values(),
		"status.": casework.Status("").Values(), "level.": casework.RatingLevel("").Values(), "tag.": casework.RatingTag("").Values(),
		"topic.": casework.ComplaintTopic("").Values(), "stage.": cobuild.Stage("").Values(), "picture.": cobuild.PictureKind("").Values(),
		"project-kind.": cobuild.ProjectKind("").Values(), "resource.": cobuild.ResourceKind("").Values(), "program.": program.Kind("").Values(), "confirmation.": program.EnrolmentState("").Values(), "state.": {stepDone, stepNow, stepToCome, stepSkipped},
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		lists["weekday."] = append(lists["weekday."], d.String())
	}
	for _, k := range files.BlankForm.Kinds() {
		lists["format."] = append(lists["format."], string(k))
	}
	for prefix, values := range lists {
		for _, v := range values {
			if !known(prefix + v) {
				t.Errorf("no word for %s%s", prefix, v)
			}
		}
	}
}

// Every word that a page asks for is there, and no word is there for nothing.
func TestWords_UsedAndDeclaredAgree(t *testing.T) {
	used := map[string]bool{}
	made := []string{ // put together where they are used
		"kind.", "channel.", "form.ORIGINAL", "form.COPY", "status.", "level.", "tag.", "topic.", "state.", "weekday.", "step.", "refusal.", "wall.", "format.", "work.",
		"stage.", "picture.", "project-kind.", "resource.",
	}
	for _, kind := range program.Kind("").Values() {
		made = append(made, "program."+kind)
	}
	asked := regexp.MustCompile(`(?:\{t |\(t |word\([a-z.]+, )"([^"]+)"`)
	pages, err := fs.Glob(sources, "pages/*.html")
	if err != nil || len(pages) < 8 {
		t.Fatal(pages, err)
	}
	for _, name := range pages {
		b, err := sources.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range asked.FindAllSubmatch(b, -1) {
			used[string(m[1])] = true
			if !known(string(m[1])) {
				t.Errorf("%s asks for %s", name, m[1])
			}
		}
	}
	inCode := map[string]bool{
		"list.comma": true, "month": true, "date": true, "by": true, "weekdays": true, "zone.Beijing": true, "zone.other": true, "fee.none": true, "fee.amount": true, "limit.immediate": true,
		"limit.one": true, "limit.days": true, "form.wrong": true, "complained.title": true, "board.title": true, "programs.title": true, "confirmation.title": true, "here.title": true, "wall.title": true,
		"problem.not-found": true, "problem.not-found-text": true, "problem.refused": true, "problem.ours": true, "problem.ours-text": true,
	}
	for key := range words {
		if !used[key] && !inCode[key] && !slices.ContainsFunc(made, func(p string) bool { return strings.HasPrefix(key, p) }) {
			t.Errorf("%s is asked for by no page", key)
		}
	}
}

func TestPages_RenderInBothLanguagesAndSizes(t *testing.T) {
	for _, lang := range []string{chinese, english} {
		for _, large := range []string{"0", "1"} {
			for name, d := range map[string]*fakeDesk{"running": anOffice(""), "closed": anOffice("").closed(), "two": two(anOffice(""))} {
				for _, target := range everyPage() {
					if target == "/public/" && name != "two" {
						continue // goes to the only one
					}
					g := get(t, d, target, langCookie+"="+lang, largeCookie+"="+large)
					g.has(`<html lang="`+lang+`"`, "<title>", "</html>", "<h1", "<main").hasNot("<no value>", "ZgotmplZ", "%!", "!(", ">!", "<nil>")
					if strings.Contains(g.body, `class="large"`) != (large == "1" && !strings.HasPrefix(target, "/wall")) {
						t.Errorf("%s %s: size %s", lang, target, large)
					}
					if n := strings.Count(g.body, "<h1"); n != 1 {
						t.Errorf("%s: %d first headings", target, n)
					}
				}
			}
		}
	}
}

func TestPages_EnglishHoldsNoChineseOfOurs(t *testing.T) {
	han := regexp.MustCompile(`\p{Han}`)
	for key, w := range words {
		if key != "language.other" && han.MatchString(w.en) {
			t.Errorf("%s: %q", key, w.en)
		}
	}
	get(t, anOffice(""), "/public/"+office1+"?lang=en").has(`<span class="item-name" lang="zh-CN">最低生活保障申请协助</span>`, "Within 7 working days", "No fee")
	get(t, anOffice(""), "/public/"+office1).hasNot(`<span class="item-name" lang=`).has("7 个工作日内", "不收费", "12.50 元", "即时办结")
}

const evil = `<script>alert("x")</script>`

func TestPages_EveryTextIsEscaped(t *testing.T) {
	for _, d := range []*fakeDesk{anOffice(evil), anOffice(evil).closed(), two(anOffice(evil))} {
		for _, target := range everyPage() {
			get(t, d, target).hasNot("<script>", `alert("x")`)
		}
		d.refuse = office.Refuse(office.BadInput, "", "text")
		get(t, d, "/public/"+office1+"?q="+url.QueryEscape(evil)).hasNot("<script>")
		ask(t, d, http.MethodPost, "/public/follow", url.Values{"receiptNo": {evil}, "lastFour": {evil}}).hasNot("<script>").has("&lt;script&gt;")
		ask(t, d, http.MethodPost, "/public/"+office1+"/complain", url.Values{"text": {evil}, "about": {evil}, "person": {evil}, "contact": {evil}, "topic": {evil}, "repeat": {evil}}).
			hasNot("<script>").has("&lt;script&gt;")
		ask(t, d, http.MethodPost, casePth, url.Values{"comment": {evil}, "level": {evil}, "tags": {evil}}).hasNot("<script>")
	}
	d := anOffice("")
	d.board.Departments[0].Website = "javascript:alert(1)"
	d.followed.GuidedTo.Website = "javascript:alert(1)"
	get(t, d, "/public/"+office1).hasNot(`href="javascript:`)
	get(t, d, casePth).hasNot(`href="javascript:`)
}

func TestPages_ChoiceOfLanguageAndSizeIsKept(t *testing.T) {
	g := get(t, anOffice(""), "/public/follow?lang=en&large=1").has(`lang="en"`, `class="large"`, `/public/follow?lang=zh-CN`)
	kept := g.Result().Header.Values("Set-Cookie")
	if len(kept) != 2 {
		t.Fatalf("cookies: %v", kept)
	}
	for i, want := range []string{langCookie + "=en;", largeCookie + "=1;"} {
		if !strings.HasPrefix(kept[i], want) || !strings.Contains(kept[i], "SameSite=Lax") || !strings.Contains(kept[i], "HttpOnly") {
			t.Errorf("cookie %q", kept[i])
		}
	}
	get(t, anOffice(""), "/public/follow?lang=zh-CN", langCookie+"=en").has(`lang="zh-CN"`)
	g = get(t, anOffice(""), "/public/follow?lang=de&large=9", langCookie+"=fr", largeCookie+"=2").has(`<html lang="zh-CN">`)
	if kept := g.Result().Header.Values("Set-Cookie"); len(kept) != 0 {
		t.Errorf("a language that is none was kept: %v", kept)
	}
	get(t, anOffice(""), "/public/"+office1+"?q=zm&lang=en").has(`?lang=zh-CN&amp;q=zm`)
}

func TestPages_Headers(t *testing.T) {
	for _, c := range []struct {
		d                       *fakeDesk
		target, cache, referrer string
		hidden                  bool
	}{
		{anOffice(""), "/public/" + office1, "no-cache", "", false},
		{anOffice(""), "/wall/" + office1, "no-cache", "", false},
		{anOffice(""), "/public/follow", "no-cache", "", false},
		{anOffice(""), "/public/" + office1 + "/complain", "no-store", "", false},
		{anOffice(""), casePth, "no-store", "no-referrer", true},
		{anOffice("").closed(), casePth, "no-store", "same-origin", true}, // its form's origin would else be "null"
		{anOffice(""), "/p/" + receipt + "/wrong", "no-store", "no-referrer", true},
	} {
		g := get(t, c.d, c.target)
		h := g.Result().Header
		if h.Get("Cache-Control") != c.cache || h.Get("Referrer-Policy") != c.referrer || (h.Get("X-Robots-Tag") != "") != c.hidden || h.Get("Vary") != "Cookie" {
			t.Errorf("%s: %v", c.target, h)
		}
		if strings.Contains(g.body, `<meta name="robots" content="noindex`) != c.hidden {
			t.Errorf("%s: hidden from search engines is not %t", c.target, c.hidden)
		}
	}
}

func TestPages_ScriptWeighsNextToNothing(t *testing.T) {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, err := z.Write(asset("wall.js"))
	if err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	if out.Len() >= 2<<10 {
		t.Errorf("the script weighs %d bytes", out.Len())
	}
	for _, target := range everyPage() {
		g := get(t, two(anOffice("")), target)
		want := 0
		if strings.HasPrefix(target, "/wall") {
			want = 1
			g.has(`<script src="/public/wall.js?v=`)
		}
		if n := strings.Count(g.body, "<script"); n != want {
			t.Errorf("%s has %d scripts", target, n)
		}
		g.hasNot(" onclick", " onload", "http://", "//cdn", "@import")
	}
}

func TestPages_AssetsAreServed(t *testing.T) {
	for name, kind := range map[string]string{"public.css": "text/css; charset=utf-8", "wall.js": "text/javascript; charset=utf-8"} {
		g := get(t, anOffice(""), "/public/"+name).status(http.StatusOK)
		if h := g.Result().Header; h.Get("Content-Type") != kind || h.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s: %v", name, h)
		}
		if c := get(t, anOffice(""), addressOf(name)).Result().Header.Get("Cache-Control"); !strings.Contains(c, "immutable") {
			t.Errorf("%s: %s", name, c)
		}
	}
	for _, name := range []string{"/public/pages/board.html", "/public/assets/public.css", "/p/", "/p/x", "/wall/", "/elsewhere"} {
		get(t, anOffice(""), name).status(http.StatusNotFound)
	}
}

func TestQ5_TheBoardShowsEverySection(t *testing.T) {
	get(t, anOffice(""), "/public/").status(http.StatusSeeOther)
	get(t, two(anOffice("")), "/public/").status(http.StatusOK).has("新星社区", "九站社区", `href="/public/com_2"`)
	none := anOffice("")
	none.communities = nil
	get(t, none, "/public/").status(http.StatusOK).has(words["communities.none"].zh)

	g := get(t, anOffice(""), "/public/"+office1).status(http.StatusOK)
	for _, id := range []string{"organisation", "posts", "people", "items", "not-issued", "departments", "procedure", "supervision", "figures"} {
		g.has(`id="` + id + `"`)
	}
	g.has("2026年2月26日 周四", "正在办公", "周一至周五 08:30–11:30、13:30–17:00", "1,214", "tel:043220001234", "九站街道纪工委", "截至 09:00")
	get(t, anOffice(""), "/public/"+office1+"?lang=en").has("Thu 26 February 2026", "Mon–Fri 08:30–11:30, 13:30–17:00", "February 2026")

	d := anOffice("")
	d.board.Open, d.board.Texts = false, casework.Disclosure{}
	get(t, d, "/public/"+office1).has("现在不在办公时间", "12345").hasNot("tel:0432-20001234")
	d.board.Working = false
	d.figures = &service.DisclosedFigures{Months: d.figures.Months, Ratings: []service.RatingSum{{Level: casework.Satisfied}}}
	get(t, d, "/public/"+office1).has("今天不办公", words["figures.no-ratings"].zh)
	d.figures.Ratings = nil
	get(t, d, "/public/"+office1).has(words["figures.few-ratings"].zh)
}

// Beside each figure stands what it means, in the reader's language; the months before follow; the wall has the same values.
func TestQ5_EveryFigureIsShownWithItsDefinition(t *testing.T) {
	zh, en := get(t, anOffice(""), "/public/"+office1), get(t, anOffice(""), "/public/"+office1+"?lang=en")
	wall := get(t, anOffice(""), "/wall/"+office1)
	for _, f := range figuresTold() {
		mark := `data-figure="` + string(f.Figure) + `"`
		zh.has(mark, f.Name[0], f.Says[0], `data-before="`+string(f.Figure)+`"`)
		en.has(html.EscapeString(f.Name[1]), html.EscapeString(f.Says[1]))
		wall.has(mark, f.Name[0], figureWords(*f.Values[0], f.Unit))
	}
	zh.has("2026年1月", "2025年11月", words["figures.none"].zh, "工作小时", "日期按北京时间计", "%").hasNot("失责", "紧急代岗")
	en.has("November 2025", "days are by Beijing time", "none yet")
	for n, want := range map[float64]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		if got := figureWords(n, reporting.UnitCount); got != want {
			t.Errorf("%f is written %s", n, got)
		}
	}
}

// A group so small that people in it could be known is told without its number; none is told as none.
func TestE7_SmallGroupsAreNotTold(t *testing.T) {
	g := get(t, anOffice(""), "/public/"+office1)
	g.has(words["work.title"].zh, ">37<", ">33<", ">21<", ">12<", ">5<", ">0<", words["work.few"].zh).hasNot(`<p class="big">4</p>`)
	if n := strings.Count(g.body, words["work.few"].zh+"</p>"); n != 1 {
		t.Errorf("%d small groups", n)
	}
}

func TestB3_WhoIsOnDutyIsMarked(t *testing.T) {
	d := anOffice("")
	d.board.Posts = d.board.Posts[1:2]
	body := get(t, d, "/public/"+office1).body
	mark := `<li class="here"><span class="half">B岗</span><span class="who" >单晓燕</span><span class="chip good">当班</span></li>`
	if !strings.Contains(body, mark) || strings.Count(body, "当班") != 1 {
		t.Errorf("B is not marked alone")
	}
}

func TestB3_TheSuperiorStandsIn(t *testing.T) {
	d := anOffice("")
	d.board.Posts = d.board.Posts[1:2]
	d.board.Posts[0].OnDuty, d.board.Posts[0].Superior = "SUPERIOR", "刘建国"
	mark := `<li class="here"><span class="half">上级</span><span class="who" >刘建国</span><span class="chip good">由上级代岗</span></li>`
	for _, page := range []string{"/public/" + office1, "/wall/" + office1} {
		get(t, d, page).has(mark).hasNot(`<span class="chip good">当班`)
	}
	get(t, d, "/public/"+office1+"?lang=en").has("stands in")
}

func TestQ2_TheBoardIsSearched(t *testing.T) {
	get(t, anOffice(""), "/public/"+office1+"?q=zm").status(http.StatusOK).has(`value="zm"`, "“zm”：找到 6 项", "亲属关系证明")
	get(t, anOffice(""), "/public/"+office1+"?q=%20").hasNot(`id="found"`)
	d := anOffice("")
	d.found = &service.DisclosedFinds{}
	get(t, d, "/public/"+office1+"?q=zz").has(words["search.none"].zh)
	d.refuse = office.Refuse(office.TooLong, "", "search").With("max", 100).With("length", 120)
	get(t, d, "/public/"+office1+"?q=zz").status(http.StatusUnprocessableEntity).has("最多 100 字，现在有 120 字", `value="zz"`)
	d.refuse = fmt.Errorf("database gone")
	get(t, d, "/public/"+office1+"?q=zz").status(http.StatusInternalServerError).has(words["problem.ours"].zh).hasNot("database gone")
}

func TestQ5_AnItemShowsItsMaterialsAsATable(t *testing.T) {
	get(t, anOffice(""), "/public/"+office1+"/items/MZ-01").status(http.StatusOK).
		has("<table", "验原件，留复印件", "公安机关", "核定家庭收入", "正反面复印在同一张纸上", "视情况", "7 个工作日内", "不收费", "第649号", "单晓燕", "入户走访")
	get(t, anOffice(""), "/public/"+office1+"/items/ZH-02").has("不需要材料", "1 个工作日内").hasNot("<table")
	get(t, anOffice(""), "/public/"+office1+"/items/BC-01").has(words["item.not-issued"].zh, "九站派出所户籍窗口", "0432-20003001").hasNot("<table")
	for _, target := range []string{"/public/" + office1 + "/items/none", "/public/nowhere/items/MZ-01", "/public/nowhere", "/wall/nowhere", "/public/nowhere/complain"} {
		get(t, anOffice(""), target).status(http.StatusNotFound).has(words["problem.not-found"].zh)
	}
}

// A printed page tells where it is from: the board and an item by their own address, one's own case by where to follow it,
// since its own address is the key to it.
func TestQ7_APrintedPageTellsItsAddressAndNoKey(t *testing.T) {
	d := anOffice("")
	at := func(path string) string {
		return `<p class="print-only address">网址：https://xinxing.example` + path + "</p>"
	}
	for _, path := range []string{"/public/" + office1, "/public/" + office1 + "/items/ZH-02", "/public/" + office1 + "/complain", "/public/follow"} {
		get(t, d, path).status(http.StatusOK).has(at(path))
	}
	get(t, d, "/public/"+office1+"?q=zm&lang=zh-CN").has(at("/public/" + office1))
	get(t, d, "/public/"+office1).has("https://xinxing.example/public/" + office1 + "/complain")
	get(t, d, casePth).status(http.StatusOK).has(at("/public/follow")).hasNot("xinxing.example" + casePth)
	get(t, d, "/public/%3Cscript%3E").hasNot("<script>")
}

// Paper is white: every colour that a dark screen changes is set for print, after it.
func TestStyle_PaperIsBlackOnWhite(t *testing.T) {
	css := string(asset("public.css"))
	before, print, found := strings.Cut(css, "@media print {")
	if !found || strings.Contains(print, "prefers-color-scheme") || !strings.Contains(print, "color-scheme: only light") {
		t.Fatal("print does not come last")
	}
	for _, name := range regexp.MustCompile(`--[a-z-]+:`).FindAllString(before, -1) {
		if name != "--font:" && !strings.Contains(print, " "+name) {
			t.Errorf("%s is not set for print", name)
		}
	}
}

func TestQ5_FiguresAreCountedOnceAMinute(t *testing.T) {
	d := anOffice("")
	h := Handler(d, slog.New(slog.DiscardHandler))
	look := func() {
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/public/"+office1, nil))
	}
	look()
	look()
	if d.counted != 1 {
		t.Errorf("counted %d times", d.counted)
	}
	d.now = d.now.Add(countedFor)
	look()
	if d.counted != 2 {
		t.Errorf("after a minute counted %d times", d.counted)
	}
}

func TestQ7_ACaseIsFoundByNumberAndFourDigits(t *testing.T) {
	d := anOffice("")
	g := ask(t, d, http.MethodPost, "/public/follow", url.Values{"receiptNo": {" ２０２６０２２６—00012 "}, "lastFour": {"１２３４"}}).status(http.StatusSeeOther)
	if to := g.Result().Header.Get("Location"); to != casePth {
		t.Errorf("goes to %s", to)
	}
	if want := (service.FollowInput{ReceiptNo: receipt, LastFour: "1234", From: "192.0.2.7"}); d.follow != want {
		t.Errorf("asked for %+v", d.follow)
	}
}

func TestQ7_RefusalsArePhrasedBesideTheFormAndWhatWasTypedStays(t *testing.T) {
	typed := url.Values{"receiptNo": {"20260226-00099"}, "lastFour": {"9876"}}
	for _, c := range []struct {
		refuse *office.Refusal
		status int
		zh, en string
	}{
		{office.Refuse(office.NotFound, "Q7", "receiptNo"), 404, "没有查到", "Not found"},
		{office.Refuse(office.TooMany, "Q7", "").With("retryAfter", 900), 429, "请 15 分钟后再试", "again in 15 min"},
		{office.Refuse(office.TooMany, "Q7", "").With("retryAfter", 61), 429, "请 2 分钟后再试", "again in 2 min"},
		{office.Refuse(office.TooMany, "Q7", ""), 429, "请稍后再试", "wait a while"},
		{office.Refuse(office.BadInput, "Q7", "receiptNo"), 422, "20260226-00012", "should look like"},
		{office.Refuse(office.BadInput, "Q7", "lastFour"), 422, "后四位数字", "last four digits"},
		{office.Refuse(office.BadInput, "Q7", "other"), 422, "没有填对", "not filled in rightly"},
		{office.Refuse(office.Conflict, "", ""), 422, "现在无法办理", "cannot be done now"},
	} {
		for lang, want := range map[string]string{chinese: c.zh, english: c.en} {
			d := anOffice("")
			d.refuse = c.refuse
			g := ask(t, d, http.MethodPost, "/public/follow", typed, langCookie+"="+lang).status(c.status)
			g.has(`role="alert"`, want, `value="20260226-00099"`, `value="9876"`)
			if c.refuse.Field == "lastFour" && strings.Count(g.body, `aria-invalid="true"`) != 1 {
				t.Error("the wrong field is not marked")
			}
		}
	}
	for _, code := range []office.Code{office.TooLong, office.RefusedState, office.AlreadyDone, office.BadString, office.IdempotencyClash, office.NoSuperior} {
		if p := phrase(chinese, office.Refuse(code, "", "")); p == word(chinese, "refusal.other") || strings.Contains(p, "!") {
			t.Errorf("%s: %q", code, p)
		}
	}
	d := anOffice("")
	d.refuse = office.Refuse(office.Internal, "", "")
	ask(t, d, http.MethodPost, "/public/follow", typed).status(http.StatusInternalServerError).hasNot("INTERNAL")
}

func TestQ7_TheCasePage(t *testing.T) {
	g := get(t, anOffice(""), casePth).status(http.StatusOK).has(
		"办件 "+receipt, "最低生活保障申请协助", "办理中", "已延期", "2026年3月5日 周四 17:00 前", "还有 6 个工作日", "单晓燕", "民政救助", "2号窗口",
		"2026年3月2日 周一 17:00 前", "等待街道入户核查结果", "2026年2月27日 周五 10:30", "家庭收入证明", "九站派出所", `aria-current="step"`, "/public/"+office1+"/complain",
	)
	// Nothing of anybody but the case: neither the office's people nor other cases are on the page.
	g.hasNot("王晓梅", "李娜", "刘建国", "张伟", `name="level"`, "13900001234")
	if n := strings.Count(g.body, `aria-current="step"`); n != 1 {
		t.Errorf("%d steps are now", n)
	}
	get(t, anOffice(""), casePth+"?lang=en").has("by 17:00 on Thu 5 March 2026", "6 working days left", "Responsible person")

	for left, want := range map[int]string{0: "今天到期", 1: "还有 1 个工作日"} {
		d := anOffice("")
		d.followed.WorkingDaysLeft = left
		get(t, d, casePth).has(want)
	}
	d := anOffice("")
	d.followed.Overdue, d.followed.Provisional = true, true
	get(t, d, casePth).has("已超过承诺时间", "日期暂定").hasNot("还有")
	d.followed.DueAt, d.followed.Overdue = nil, false
	get(t, d, casePth).has(words["case.no-promise"].zh)
	for _, target := range []string{"/p/" + receipt + "/other", "/p/20260226-00013/" + token} {
		get(t, anOffice(""), target).status(http.StatusNotFound).hasNot("单晓燕", "最低生活保障")
	}
	d = anOffice("")
	d.followed.Supervision, d.followed.Item, d.followed.Status, d.followed.Step = true, "", casework.ToPutRight, 2
	get(t, d, casePth).has("监督事项 "+receipt, "待整改", "答复期限").hasNot("办件 " + receipt)
	// Where two communities bear the name nobody guesses which it is.
	d = two(anOffice(""))
	d.communities[1].Name = "新星社区"
	get(t, d, casePth).hasNot("/complain")
}

func TestQ7_TheSteps(t *testing.T) {
	due, end := at("2026-03-05 17:00"), at("2026-03-04 15:00")
	for _, c := range []struct {
		name string
		f    service.FollowedCase
		want string
	}{
		{"received", service.FollowedCase{Status: casework.Received, Step: 1}, "now to-come to-come to-come to-come to-come"},
		{"awaiting", service.FollowedCase{Status: casework.AwaitingMaterials, Step: 2}, "done now to-come to-come to-come to-come"},
		{"promised", service.FollowedCase{Status: casework.Promised, Step: 4, DueAt: &due}, "done done done now to-come to-come"},
		{"completed", service.FollowedCase{Status: casework.Completed, Step: 5, DueAt: &due, ClosedAt: &end, MayRate: true}, "done done done done done now"},
		{"rated", service.FollowedCase{Status: casework.Completed, Step: 6, DueAt: &due, ClosedAt: &end, Rated: true}, "done done done done done done"},
		{"on the spot", service.FollowedCase{Status: casework.ResolvedOnSpot, Step: 5, ClosedAt: &end, MayRate: true}, "done done skipped skipped done now"},
		{"withdrawn", service.FollowedCase{Status: casework.Withdrawn, Step: 5, ClosedAt: &end}, "done done skipped skipped done"},
		{"complaint", service.FollowedCase{Status: casework.ToPutRight, Step: 2, Supervision: true}, "done now to-come to-come to-come"},
		{"complaint answered", service.FollowedCase{Status: casework.Completed, Step: 5, Supervision: true, ClosedAt: &end}, "done done done done done"},
	} {
		var states []string
		for _, s := range stepsOf(chinese, &c.f) {
			states = append(states, s.State)
		}
		if got := strings.Join(states, " "); got != c.want {
			t.Errorf("%s: %s; want %s", c.name, got, c.want)
		}
	}
	if s := stepsOf(chinese, &service.FollowedCase{Status: casework.Guided, Step: 5, ClosedAt: &end})[4]; s.Name != "已指引" {
		t.Errorf("a guided case ends with %s", s.Name)
	}
}

func TestQ6_RatingIsSentOnceAndThanked(t *testing.T) {
	d := anOffice("").closed()
	g := get(t, d, casePth).has("非常不满意", `name="level"`, `name="tags"`, `maxlength="500"`, `action="`+casePth+`#rating"`)
	if n := strings.Count(g.body, `type="radio"`); n != 5 {
		t.Errorf("%d levels", n)
	}
	if n := strings.Count(g.body, `type="checkbox"`); n != len(casework.RatingTag("").Values()) {
		t.Errorf("%d tags", n)
	}
	g = ask(t, d, http.MethodPost, casePth, url.Values{"level": {"SATISFIED"}, "tags": {"WARM", "FAST"}, "comment": {"谢谢\r\n大家"}}).status(http.StatusSeeOther)
	if to := g.Result().Header.Get("Location"); to != casePth+"#rating" {
		t.Errorf("goes to %s", to)
	}
	if in := d.rated; in.ReceiptNo != receipt || in.Token != token || in.Level != casework.Satisfied || len(in.Tags) != 2 || in.Comment != "谢谢\n大家" || in.From != "192.0.2.7" {
		t.Errorf("rated %+v", in)
	}
	typed := url.Values{"tags": {"SLOW"}, "comment": {"等了很久"}}
	d.refuse = office.Refuse(office.BadInput, "Q6", "level")
	ask(t, d, http.MethodPost, casePth, typed).status(http.StatusUnprocessableEntity).has(`role="alert"`, "请选择满意程度", `value="SLOW" checked`, "等了很久</textarea>")
	d.refuse = office.Refuse(office.TooLong, "", "comment").With("max", 500).With("length", 501)
	ask(t, d, http.MethodPost, casePth, typed).has("最多 500 字，现在有 501 字", `aria-invalid="true"`)
	d.followed.MayRate, d.followed.Rated, d.followed.Step = false, true, 6
	d.refuse = office.Refuse(office.AlreadyDone, "Q6", "")
	ask(t, d, http.MethodPost, casePth, typed).status(http.StatusConflict).has("谢谢您的评价").hasNot(`name="level"`)
	get(t, d, casePth).has("谢谢您的评价").hasNot(`name="level"`)
	d.refuse = office.Refuse(office.NotFound, "Q7", "receiptNo")
	ask(t, d, http.MethodPost, "/p/"+receipt+"/other", typed).status(http.StatusNotFound).hasNot("单晓燕")
}

func TestQ5_AComplaintIsTakenInConfidence(t *testing.T) {
	repeat := regexp.MustCompile(`name="repeat" value="([^"]+)"`)
	key := func(body string) string {
		m := repeat.FindStringSubmatch(body)
		if m == nil || len(m[1]) < 20 {
			t.Fatal("no key of repetition")
		}
		return m[1]
	}
	d := anOffice("")
	at := "/public/" + office1 + "/complain"
	first, second := key(get(t, d, at).has("被投诉人看不到这份投诉", "收受礼品").body), key(get(t, d, at).body)
	if first == second {
		t.Error("two forms have one key")
	}
	form := url.Values{"topic": {"GIFT"}, "text": {"收了礼\r\n品"}, "about": {"20260226—00012"}, "person": {" 张伟 "}, "contact": {"13900001234"}, "repeat": {first}}
	ask(t, d, http.MethodPost, at, form).status(http.StatusOK).has(receipt, `href="`+casePth+`"`, "投诉已收到").hasNot("13900001234", "张伟", "收了礼")
	want := service.ComplainInput{
		Community: office1, Topic: casework.TopicGift, Text: "收了礼\n品", About: receipt, Person: "张伟", Contact: "13900001234", From: "192.0.2.7", Repeat: first,
	}
	if d.complain != want {
		t.Errorf("complained %+v", d.complain)
	}
	d.refuse = office.Refuse(office.NeedsReason, "Q5", "text")
	g := ask(t, d, http.MethodPost, at, form).status(http.StatusUnprocessableEntity).has("请说明经过。", `value="GIFT" checked`, `value="张伟"`, `value="13900001234"`, "收了礼\n品</textarea>", `aria-invalid="true"`)
	if key(g.body) != first {
		t.Error("a form that was refused has another key")
	}
	d.refuse = office.Refuse(office.BadInput, "Q5", "topic")
	ask(t, d, http.MethodPost, at, form).has("请选择投诉什么")
	d.refuse = office.Refuse(office.IdempotencyClash, "", "repeat")
	if g := ask(t, d, http.MethodPost, at, form).status(http.StatusConflict); key(g.body) == first {
		t.Error("the used key is offered again")
	}
	ask(t, d, http.MethodPost, "/public/nowhere/complain", form).status(http.StatusNotFound)
}

func TestWall_TurnsThroughTheOfficeAndShowsNobodyElse(t *testing.T) {
	g := get(t, anOffice(""), "/wall").status(http.StatusSeeOther)
	if to := g.Result().Header.Get("Location"); to != "/wall/"+office1 {
		t.Errorf("goes to %s", to)
	}
	none := anOffice("")
	none.communities = nil
	get(t, none, "/wall").status(http.StatusNotFound)
	g = get(t, anOffice(""), "/wall/"+office1).status(http.StatusOK).has("今日当班", "办这件事要带什么", "社区不予出具", "监督渠道", "12345", "本月数据", "居民身份证")
	g.hasNot(receipt, "hidden>") // one long page without script
	if n := strings.Count(g.body, `<section class="panel`); n != 8 {
		t.Errorf("%d panels", n)
	}

	d := anOffice("")
	for len(d.board.Items) < 20 {
		d.board.Items = append(d.board.Items, d.board.Items[0])
	}
	var counts []string
	for _, p := range panelsOf(d.board, d.figures) {
		if p.Kind == "items" {
			counts = append(counts, fmt.Sprint(p.Number, "/", p.Of, ":", len(p.Items)))
		}
	}
	if got := strings.Join(counts, " "); got != "1/3:7 2/3:7 3/3:6" {
		t.Errorf("items on screens: %s", got)
	}
	empty := panelsOf(&service.Disclosed{}, &service.DisclosedFigures{Popular: []string{"gone"}})
	if len(empty) != 2 {
		t.Errorf("an empty office has %d panels", len(empty))
	}
}

func TestFrom_NamesASubscriber(t *testing.T) {
	for addr, want := range map[string]string{
		"192.0.2.7:1": "192.0.2.7", "[::ffff:192.0.2.7]:1": "192.0.2.7", "[2001:db8:1:2:3:4:5:6]:1": "2001:db8:1:2::/64", "[fe80::1%eth0]:1": "fe80::/64", "@": "@",
	} {
		if got := from(&http.Request{RemoteAddr: addr}); got != want {
			t.Errorf("%s: %s; want %s", addr, got, want)
		}
	}
}

func TestProblems_TellNoAddressToTheLog(t *testing.T) {
	var log bytes.Buffer
	d := anOffice("")
	d.refuse = fmt.Errorf("gone")
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, casePth, strings.NewReader("level=SATISFIED&comment=secret"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	Handler(d, slog.New(slog.NewTextHandler(&log, nil))).ServeHTTP(w, r)
	if w.Code != http.StatusInternalServerError || !strings.Contains(log.String(), "POST /p/{receipt}/{token}") {
		t.Errorf("%d %s", w.Code, log.String())
	}
	for _, secret := range []string{token, receipt, "secret"} {
		if strings.Contains(log.String(), secret) {
			t.Errorf("the log holds %s", secret)
		}
	}
	big := url.Values{"text": {strings.Repeat("长", 30000)}}
	ask(t, anOffice(""), http.MethodPost, "/public/follow", big).status(http.StatusUnprocessableEntity)
}

func TestWeekWords(t *testing.T) {
	var h workday.Hours
	p := []workday.Period{{From: 9 * 60, To: 12 * 60}}
	h[time.Monday], h[time.Wednesday], h[time.Thursday], h[time.Sunday] = p, p, p, p
	if got := weekWords(chinese, h); !slices.Equal(got, []string{"周一 09:00–12:00", "周三至周四 09:00–12:00", "周日 09:00–12:00"}) {
		t.Errorf("%q", got)
	}
	for fee, want := range map[string]string{"0.00": "No fee", "0": "No fee", "": "No fee", "12.00": "12 yuan", "0.50": "0.50 yuan", "10.00": "10 yuan"} {
		if got := feeWords(english, fee); got != want {
			t.Errorf("fee %s: %s", fee, got)
		}
	}
	for phone, want := range map[string]string{"0432-20003001": "043220003001", "0432-1、0432-2": "04321", "内线": "", "": ""} {
		if got := dial(phone); got != want {
			t.Errorf("dial %s: %s", phone, got)
		}
	}
	for _, c := range [][3]int{{0, 0, 0}, {1, 1000, 1}, {3, 4, 75}, {0, 9, 0}, {9, 9, 100}} {
		if got := share(c[0], c[1]); got != c[2] {
			t.Errorf("share %v: %d", c, got)
		}
	}
}

func TestWords_KeysAreSpelledAlike(t *testing.T) {
	for key := range maps.Keys(words) {
		if !regexp.MustCompile(`^[a-zA-Z0-9._-]+$`).MatchString(key) {
			t.Errorf("%q", key)
		}
	}
}

// All of China has one time, by whatever city its zone is named; another zone is told by its name.
func TestQ5_TheZoneIsNamed(t *testing.T) {
	for name, want := range map[string][2]string{
		"Asia/Shanghai": {"北京时间", "Beijing time"}, "PRC": {"北京时间", "Beijing time"}, "Europe/Berlin": {" Europe/Berlin 时区", "the time zone Europe/Berlin"},
	} {
		zone := time.FixedZone(name, 0)
		if got := [2]string{zoneWords("zh-CN", zone), zoneWords("en", zone)}; got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
