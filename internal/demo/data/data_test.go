package data

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"xinxing/internal/office/person"
	"xinxing/internal/office/workday"
	"xinxing/internal/pinyin"
)

func TestCounts(t *testing.T) {
	if n := len(AllStaff()); n != 25 {
		t.Errorf("%d staff", n)
	}
	if n := len(Posts()); n != 12 {
		t.Errorf("%d posts", n)
	}
	if n := len(Items()); n != 73 {
		t.Errorf("%d items", n)
	}
	if n := len(Departments()); n < 15 {
		t.Errorf("%d departments", n)
	}
	if n := len(Estates()); n != 6 {
		t.Errorf("%d estates", n)
	}
}

func staffByLogin() map[string]Staff {
	m := map[string]Staff{}
	for _, s := range AllStaff() {
		m[s.Login] = s
	}
	return m
}

func TestStaff(t *testing.T) {
	byLogin, roles := staffByLogin(), map[Role]int{}
	if len(byLogin) != len(staff) {
		t.Error("two staff share a login")
	}
	for _, s := range AllStaff() {
		roles[s.Role]++
		if s.Login != login(s.Name) {
			t.Errorf("%s has the login %s, not %s", s.Name, s.Login, login(s.Name))
		}
		if name, err := person.NormaliseName(s.Name); err != nil || name != s.Name {
			t.Errorf("%s: %v", s.Name, err)
		}
		if _, err := person.ParsePhone(s.Phone); err != nil {
			t.Errorf("%s: %v", s.Phone, err)
		}
		// Everybody has a chain of superiors that ends with the supervisor.
		seen := map[string]bool{}
		for at := s; at.Role != Supervisor; {
			if seen[at.Login] {
				t.Fatalf("%s is above themself", at.Login)
			}
			seen[at.Login] = true
			next, ok := byLogin[at.Superior]
			if !ok {
				t.Fatalf("%s has no superior %q", at.Login, at.Superior)
			}
			at = next
		}
	}
	want := map[Role]int{Director: 1, Leader: 3, Clerk: 13, GridWorker: 6, Administrator: 1, Supervisor: 1}
	if !reflect.DeepEqual(roles, want) {
		t.Errorf("roles: %v", roles)
	}
}

func login(name string) string {
	out := ""
	for _, r := range person.PreferSurname(name, pinyin.Readings(name)) {
		out += r[0]
	}
	return out
}

func TestB1_PostsHaveTwoClerks(t *testing.T) {
	byLogin, codes, partner := staffByLogin(), map[string]bool{}, map[string]string{}
	for _, p := range Posts() {
		if codes[p.Code] {
			t.Errorf("%s twice", p.Code)
		}
		codes[p.Code] = true
		if p.A == p.B || byLogin[p.A].Role != Clerk || byLogin[p.B].Role != Clerk {
			t.Errorf("%s: A %q, B %q", p.Code, p.A, p.B)
		}
		for a, b := range map[string]string{p.A: p.B, p.B: p.A} {
			if partner[a] != "" && partner[a] != b {
				t.Errorf("%s shares posts with %s and %s", a, partner[a], b)
			}
			partner[a] = b
		}
		if p.Name == "" || p.Window == "" || p.Duties == "" {
			t.Errorf("%s lacks a text", p.Code)
		}
	}
}

func TestB8_PostsWantWhatMostHaveLearned(t *testing.T) {
	wanted, known := map[string]int{}, map[string]int{}
	learned, lacked := 0, 0
	seen := map[string]bool{}
	for _, p := range Posts() {
		wanted[p.Code], known[p.Code] = 0, 0
	}
	for _, s := range Subjects() {
		if _, ok := wanted[s.Post]; !ok || s.Name == "" || seen[s.Post+s.Name] {
			t.Errorf("subject %q of post %q", s.Name, s.Post)
		}
		seen[s.Post+s.Name] = true
		wanted[s.Post]++
		if s.BKnows {
			known[s.Post]++
		} else if len(s.B) > 0 {
			t.Errorf("B of %s learned %q, which nobody wants", s.Post, s.Name)
		}
		for _, how := range [][]string{s.A, s.B} {
			for _, one := range how {
				if one != "training" && one != "test" && one != "failed" {
					t.Errorf("%s: %q", s.Name, one)
				}
			}
		}
		for who, how := range map[string][]string{"A": s.A, "B": s.B} {
			switch {
			case who == "B" && !s.BKnows:
			case len(how) == 0 || how[len(how)-1] == "failed":
				lacked++
			default:
				learned++
			}
		}
	}
	for code, n := range wanted {
		if n < 2 || known[code] < 1 || known[code] >= n {
			t.Errorf("%s wants %d subjects of its A and %d of its B", code, n, known[code])
		}
	}
	if lacked < 2 || learned < 10*lacked {
		t.Errorf("%d learned, %d lacked", learned, lacked)
	}
}

func TestItems(t *testing.T) {
	posts, departments := map[string]int{}, map[string]bool{}
	for _, p := range Posts() {
		posts[p.Code] = 0
	}
	for _, d := range Departments() {
		departments[d.Code] = true
	}
	codes, names, kinds := map[string]bool{}, map[string]bool{}, map[ItemKind]int{}
	fee := regexp.MustCompile(`^\d+\.\d\d$`)
	channels := []string{"VISIT", "PHONE", "FAX", "LETTER", "WEB", "HOTLINE", "GRID"}
	for _, it := range Items() {
		if codes[it.Code] || names[it.Name] {
			t.Errorf("%s %s twice", it.Code, it.Name)
		}
		codes[it.Code], names[it.Name] = true, true
		kinds[it.Kind]++
		if _, ok := posts[it.Post]; !ok {
			t.Errorf("%s: no post %q", it.Code, it.Post)
		}
		posts[it.Post]++
		if it.LimitDays < 1 || it.Kind == Registration && it.LimitDays > 7 {
			t.Errorf("Q4: %s has %d days", it.Code, it.LimitDays)
		}
		if (it.Kind == NotIssued) != departments[it.Department] {
			t.Errorf("F7: %s %s has the department %q", it.Code, it.Kind, it.Department)
		}
		if !fee.MatchString(it.Fee) || (it.MaxExtensions == 0) != (it.ExtensionDays == 0) {
			t.Errorf("%s: fee %q, %d extensions of %d days", it.Code, it.Fee, it.MaxExtensions, it.ExtensionDays)
		}
		if it.Kind == NotIssued && it.LegalBasis != "民发〔2020〕20号" {
			t.Errorf("%s: %q", it.Code, it.LegalBasis)
		}
		if len(it.Steps) < 3 || slices.Contains(it.Steps, "") || len(it.Channels) == 0 {
			t.Errorf("%s lacks steps or channels", it.Code)
		}
		for _, c := range it.Channels {
			if !slices.Contains(channels, c) {
				t.Errorf("%s: channel %q", it.Code, c)
			}
		}
	}
	for code, n := range posts {
		if n == 0 {
			t.Errorf("post %s has no item", code)
		}
	}
	if len(items)-kinds[NotIssued] > 64 || kinds[NotIssued] < 15 || kinds[Certificate] == 0 || kinds[Appeal] < 8 || kinds[Enquiry] < 8 || kinds[Registration] < 20 {
		t.Errorf("kinds: %v", kinds)
	}
}

func TestQ3_Materials(t *testing.T) {
	forms := []string{"ORIGINAL", "COPY", "ORIGINAL_AND_COPY"}
	codes := map[string]bool{}
	for _, it := range Items() {
		codes[it.Code] = true
		needs := it.Kind == Registration || it.Kind == Certificate
		if needs != (len(it.Materials) > 0) || len(it.Materials) > 7 {
			t.Errorf("%s %s has %d materials", it.Code, it.Kind, len(it.Materials))
		}
		names, required := map[string]bool{}, 0
		for _, m := range it.Materials {
			if m.Name == "" || m.IssuedBy == "" || m.Why == "" || names[m.Name] || m.Copies < 1 || m.Copies > 5 || !slices.Contains(forms, m.Form) {
				t.Errorf("%s: %+v", it.Code, m)
			}
			names[m.Name] = true
			for _, s := range []string{m.Name, m.IssuedBy, m.Why, m.Sample} {
				if s != strings.TrimSpace(s) || utf8.RuneCountInString(s) > 60 {
					t.Errorf("%s: %q is no short text", it.Code, s)
				}
			}
			if m.Required {
				required++
			}
		}
		if needs && required == 0 {
			t.Errorf("%s needs nothing for certain", it.Code)
		}
	}
	for code := range materials {
		if !codes[code] {
			t.Errorf("materials for %s, which is no item", code)
		}
	}
}

// The list is the annex of 民发〔2020〕20号: nothing else is refused as not to be issued, and nothing of it is left out.
func TestF7_NotIssuedIsTheFirstList(t *testing.T) {
	want := []string{
		"亲属关系证明", "居民身份信息证明", "户口登记项目内容变更申请证明", "居民养犬证明", "无犯罪记录证明", "社区戒毒社区康复人员情况证明", "人员失踪证明",
		"婚姻状况证明", "出生证明", "健在证明", "死亡证明", "疾病状况证明", "残疾状况证明", "婚育状况证明", "居民就业状况证明", "居民个人档案证明", "居民财产证明",
		"遗产继承权证明", "市场主体住所证明", "证件遗失证明",
	}
	var got []string
	for _, it := range Items() {
		if it.Kind == NotIssued {
			got = append(got, it.Name)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

func TestDisclosure(t *testing.T) {
	d := OfficeDisclosure()
	for name, text := range map[string]string{"organisation": d.Organisation, "duties": d.Duties, "procedure": d.Procedure, "supervision": d.Supervision, "hours": d.Hours} {
		if n := strings.Count(text, "。"); n < 2 || strings.ContainsAny(text, "\n\t") {
			t.Errorf("%s: %d sentences", name, n)
		}
	}
	hours := func(period int) string {
		return strings.ReplaceAll(strings.TrimPrefix(workday.DefaultHours()[time.Monday][period].String(), "0"), "-", "–")
	}
	own := 0
	for _, s := range AllStaff() {
		if !s.Outside() {
			own++
		}
	}
	for text, parts := range map[string][]string{
		d.Organisation: {fmt.Sprintf("%d名", own), fmt.Sprintf("%d个服务岗位", len(Posts())), fmt.Sprintf("%d个网格", len(Estates()))},
		d.Procedure:    {"首问", "承诺", "办理", "办结", "评价"},
		d.Supervision:  {"监督电话", "街道督办", "意见箱", "12345"},
		d.Hours:        {hours(0), hours(1)},
	} {
		at := 0
		for _, part := range parts {
			i := strings.Index(text[at:], part)
			if i < 0 {
				t.Errorf("%q is not in its place in %s", part, text)
				break
			}
			at += i
		}
	}
	if !strings.Contains(ExampleNotice, "示例") {
		t.Error(ExampleNotice)
	}
}

// Whatever could be dialled or be an identity number is of the ranges that nobody has.
func TestNumbersAreMadeUp(t *testing.T) {
	digits, safe := regexp.MustCompile(`[0-9０-９][0-9０-９ -]*[0-9０-９xX]`), regexp.MustCompile(`^(0432200\d{5}|1690000\d{4})$`)
	names, err := files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	d := OfficeDisclosure()
	texts := map[string]string{"Home": fmt.Sprintf("%+v", Home), "disclosure": strings.Join([]string{d.Organisation, d.Duties, d.Procedure, d.Supervision, d.Hours}, "\n")}
	for _, f := range names {
		texts[f.Name()] = strings.Join(lines(f.Name()), "\n")
	}
	for name, text := range texts {
		for _, n := range digits.FindAllString(text, -1) {
			n = strings.NewReplacer("-", "", " ", "").Replace(n)
			if len(n) >= 7 && !safe.MatchString(n) {
				t.Errorf("%s: %s", name, n)
			}
		}
	}
	if len(texts) < 10 {
		t.Errorf("%d texts", len(texts))
	}
}

func TestDepartmentsAndEstates(t *testing.T) {
	codes, names := map[string]bool{}, map[string]bool{}
	for _, d := range Departments() {
		if names[d.Name] {
			t.Errorf("%s twice", d.Name)
		}
		names[d.Name] = true
		if _, err := person.ParsePhone(d.Phone); err != nil || codes[d.Code] {
			t.Errorf("%s: %v", d.Code, err)
		}
		codes[d.Code] = true
		if d.Name == "" || d.Address == "" || d.Hours == "" || d.Duties == "" || !strings.HasPrefix(d.Web, "https://") || !strings.HasSuffix(d.Web, ".example") {
			t.Errorf("F7: %s lacks something: %+v", d.Code, d)
		}
	}
	byLogin := staffByLogin()
	for _, e := range Estates() {
		if byLogin[e.GridWorker].Role != GridWorker || e.Buildings*e.Units*e.Floors*e.Rooms < 100 {
			t.Errorf("%+v", e)
		}
	}
	for _, o := range OutsideDemands() {
		if !codes[o.Department] || o.Demand == "" || o.Situation == "" || o.Guidance == "" {
			t.Errorf("%+v", o)
		}
	}
}

func TestDemands(t *testing.T) {
	for code := range byItem {
		if !slices.ContainsFunc(Items(), func(it Item) bool { return it.Code == code }) {
			t.Errorf("texts for %s, which is no item", code)
		}
	}
	for _, it := range Items() {
		d := Demands(it.Code)
		if len(d.Demands) < 2 && it.Kind != Certificate || len(d.Demands) == 0 || len(d.Demands) > 5 || len(d.Situations) == 0 {
			t.Errorf("%s: %d demands, %d situations", it.Code, len(d.Demands), len(d.Situations))
		}
		if (it.Kind == NotIssued) != (len(d.Guidance) > 0) || (it.Kind == NotIssued) != (len(d.Results) == 0) {
			t.Errorf("%s: %d guidance, %d results", it.Code, len(d.Guidance), len(d.Results))
		}
		for what, list := range map[string][]string{"hand-over": d.HandOvers, "return": d.Returns, "extension": d.Extensions, "report": d.Reports, "instruction": d.Instructions, "refusal": d.Refusals} {
			if len(list) == 0 {
				t.Errorf("%s has no %s text", it.Code, what)
			}
		}
	}
	if d := Demands("none"); len(d.Demands)+len(d.HandOvers) != 0 {
		t.Errorf("texts for no item: %+v", d)
	}
}

func TestResidents(t *testing.T) {
	rs := Residents(2000, 1)
	if len(rs) != 2000 {
		t.Fatalf("%d residents", len(rs))
	}
	ids, rooms, names := map[string]bool{}, map[string]int{}, map[string]int{}
	var old, children, withPhone int
	for _, r := range rs {
		if name, err := person.NormaliseName(r.Name); err != nil || name != r.Name {
			t.Errorf("%q: %v", r.Name, err)
		}
		id, err := person.ParseIDNumber(r.IDNumber)
		if err != nil || ids[r.IDNumber] {
			t.Errorf("%s: %v, or twice", r.IDNumber, err)
		}
		ids[r.IDNumber] = true
		y, m, d := id.BirthDate()
		if time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Format(time.DateOnly) != r.BirthDate || id.Sex() != r.Sex || !id.BornBy(referenceYear, time.December, 31) {
			t.Errorf("%s: born %s, %s", r.IDNumber, r.BirthDate, r.Sex)
		}
		if r.Phone != "" {
			withPhone++
			if p, err := person.ParsePhone(r.Phone); err != nil || p.String() != r.Phone {
				t.Errorf("%s: %v", r.Phone, err)
			}
		}
		if h, ok := rooms[r.Address]; ok && h != r.Household {
			t.Errorf("two households in %s", r.Address)
		}
		rooms[r.Address] = r.Household
		names[r.Name]++
		age := referenceYear - y
		if age >= 60 {
			old++
		}
		if age < 18 {
			children++
		}
		if slices.Contains(r.Tags, TagChild) != (age < 18) || slices.Contains(r.Tags, TagLivingAlone) && age < 60 || slices.Contains(r.Tags, TagOldAge) && age < 80 {
			t.Errorf("%s is %d with %v", r.Name, age, r.Tags)
		}
	}
	if old < 500 || old > 1000 || children < 100 || children > 500 || withPhone < 1600 {
		t.Errorf("%d of 60 and more, %d children, %d with a phone", old, children, withPhone)
	}
	if names["王小明"] < 3 || names["李丽"] < 2 {
		t.Error("no two people share a name")
	}
	for _, hard := range []string{"尉迟刚", "单雄", "李㑇", "张䶮", "𠮷野春子", "阿依古丽·买买提", longest} {
		if names[hard] == 0 {
			t.Errorf("%s is missing", hard)
		}
	}
	if n := utf8.RuneCountInString(longest); n != person.MaxName {
		t.Errorf("the longest name has %d characters", n)
	}
}

func TestResidentsAreTheSameForASeed(t *testing.T) {
	if !reflect.DeepEqual(Residents(300, 7), Residents(300, 7)) {
		t.Error("two runs differ")
	}
	if reflect.DeepEqual(Residents(300, 7), Residents(300, 8)) {
		t.Error("two seeds agree")
	}
	if len(Residents(5, 1)) != 5 || len(Residents(0, 1)) != 0 {
		t.Error("a small population is not of its size")
	}
}
