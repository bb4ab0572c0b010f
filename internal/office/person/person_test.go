package person

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestIDNumberTable(t *testing.T) {
	for _, c := range []struct {
		in     string
		want   string
		reason Reason
	}{
		// The standard's own examples.
		{"11010519491231002X", "11010519491231002X", ""},
		{"440524188001010014", "", BadBirthDate}, // the standard's centenarian: right in 1999, a slip today
		{"11010519491231002x", "11010519491231002X", ""},
		{" １１０１０５ 19491231 ００２Ｘ ", "11010519491231002X", ""},
		{"110105194912310021", "", BadCheckDigit},
		{"11010519491231002", "", BadLength},
		{"110105491231002", "", BadLength},
		{"11010519491231002X1", "", BadLength},
		{"1101051949123100XX", "", BadCharacter},
		{"", "", Empty},
		{"　", "", Empty},
		{"00010519491231002X", "", BadRegion},
		{"16010519491231002X", "", BadRegion},
		{"11000519491231002X", "", BadRegion},
		{"81010519491231002X", "", BadRegion},
		{"11010519490229002X", "", BadBirthDate},
		{"11010519491331002X", "", BadBirthDate},
		{"11010519490931002X", "", BadBirthDate},
		{"110105١9491231002X", "", BadCharacter},
	} {
		id, err := ParseIDNumber(c.in)
		if ReasonOf(err) != c.reason || (err != nil) != (c.reason != "") || id.String() != c.want {
			t.Errorf("ParseIDNumber(%q) = %q, %v; want %q, %q", c.in, id, err, c.want, c.reason)
		}
		if err != nil && strings.TrimSpace(c.in) != "" && strings.Contains(err.Error(), strings.TrimSpace(c.in)) {
			t.Errorf("the refusal of %q repeats it", c.in)
		}
	}
}

func TestIDNumberOfResidencePermits(t *testing.T) {
	for _, region := range []string{"810000", "820000", "830000", "931156", "911344"} {
		id, err := MakeIDNumber(region, 1990, time.July, 1, 12)
		if err != nil || id.Region() != region {
			t.Errorf("region %s: %v", region, err)
		}
	}
	if _, err := MakeIDNumber("840000", 1990, time.July, 1, 12); ReasonOf(err) != BadRegion {
		t.Errorf("region 840000: %v", err)
	}
}

func TestIDNumberLeapDay(t *testing.T) {
	if _, err := MakeIDNumber("220204", 2000, time.February, 29, 1); err != nil {
		t.Error(err)
	}
	if _, err := MakeIDNumber("220204", 1900, time.February, 29, 1); ReasonOf(err) != BadBirthDate {
		t.Errorf("29 February 1900: %v", err)
	}
}

func anyID(t *rapid.T) IDNumber {
	day := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 73000).Draw(t, "day"))
	region := rapid.SampledFrom([]string{"220204", "110101", "441900", "830000", "650106"}).Draw(t, "region")
	id, err := MakeIDNumber(region, day.Year(), day.Month(), day.Day(), rapid.IntRange(0, 999).Draw(t, "order"))
	if err != nil {
		t.Fatal(err)
	}
	y, m, d := id.BirthDate()
	if y != day.Year() || m != day.Month() || d != day.Day() {
		t.Fatalf("%v: birth date %d-%d-%d, want %v", id, y, m, d, day)
	}
	return id
}

func TestIDNumberFindsEveryWrongDigitAndSwap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := anyID(t)
		s := []byte(id.String())
		i := rapid.IntRange(0, 16).Draw(t, "place")
		if rapid.Bool().Draw(t, "swap") {
			if s[i] == s[i+1] || s[i+1] == 'X' {
				return
			}
			s[i], s[i+1] = s[i+1], s[i]
		} else {
			s[i] = '0' + (s[i]-'0'+byte(rapid.IntRange(1, 9).Draw(t, "add")))%10
		}
		if _, err := ParseIDNumber(string(s)); err == nil {
			t.Fatalf("%s accepted after a slip in %s", s, id)
		}
	})
}

func TestIDNumberMasked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := anyID(t)
		m := id.Masked()
		if len(m) != 18 || m[:3] != id.String()[:3] || m[14:] != id.Last4() || strings.Count(m, "*") != 11 {
			t.Fatalf("Masked = %s", m)
		}
		if (id.Sex() == Male) != ((id.String()[16]-'0')%2 == 1) {
			t.Fatalf("%s: %s", id, id.Sex())
		}
		y, mo, d := id.BirthDate()
		if !id.BornBy(y, mo, d) || id.BornBy(y-1, mo, d) {
			t.Fatal("BornBy is wrong about the birthday itself")
		}
	})
}

func TestPhoneTable(t *testing.T) {
	for _, c := range []struct {
		in, want, digits, masked, last4 string
		kind                            PhoneKind
		reason                          Reason
	}{
		{"13900001234", "13900001234", "13900001234", "139****1234", "1234", Mobile, ""},
		{"+86 139-0000-1234", "13900001234", "13900001234", "139****1234", "1234", Mobile, ""},
		{"0086 13900001234", "13900001234", "13900001234", "139****1234", "1234", Mobile, ""},
		{"8613900001234", "13900001234", "13900001234", "139****1234", "1234", Mobile, ""},
		{"＋８６１３９００００１２３４", "13900001234", "13900001234", "139****1234", "1234", Mobile, ""},
		{"0432-63000123", "0432-63000123", "043263000123", "0432****0123", "0123", Landline, ""},
		{"(0432)6300 0123", "0432-63000123", "043263000123", "0432****0123", "0123", Landline, ""},
		{"（0432）63000123转801", "0432-63000123-801", "043263000123", "0432****0123", "0123", Landline, ""},
		{"0432－63000123－801", "0432-63000123-801", "043263000123", "0432****0123", "0123", Landline, ""},
		{"0432-63000123 分机 801", "0432-63000123-801", "043263000123", "0432****0123", "0123", Landline, ""},
		{"0432-63000123 ext. 801", "0432-63000123-801", "043263000123", "0432****0123", "0123", Landline, ""},
		{"0437-3000123", "0437-3000123", "04373000123", "0437****123", "0123", Landline, ""},
		{"010 65000123", "010-65000123", "01065000123", "010****0123", "0123", Landline, ""},
		{"+86 10 6500 0123", "010-65000123", "01065000123", "010****0123", "0123", Landline, ""},
		{"+86 (0)432 63000123", "0432-63000123", "043263000123", "0432****0123", "0123", Landline, ""},
		{"400-000-0123", "4000000123", "4000000123", "400***0123", "0123", Service, ""},
		{"12345", "12345", "12345", "12345", "2345", Service, ""},
		{"110", "110", "110", "110", "110", Service, ""},
		{"95598", "95598", "95598", "95598", "5598", Service, ""},
		{"", "", "", "", "", "", Empty},
		{"12900001234", "", "", "", "", "", NotANumber},
		{"1390000123", "", "", "", "", "", NotANumber},
		{"139000012345", "", "", "", "", "", NotANumber},
		{"63000123", "", "", "", "", "", NotANumber},
		{"0432-03000123", "", "", "", "", "", NotANumber},
		{"0032-63000123", "", "", "", "", "", ForeignNumber},
		{"+852 2300 0123", "", "", "", "", "", ForeignNumber},
		{"+1 212 555 0100", "", "", "", "", "", ForeignNumber},
		{"1390000a234", "", "", "", "", "", BadCharacter},
		{"0432-63000123转八", "", "", "", "", "", NotANumber},
		{"13900001234转8", "", "", "", "", "", NotANumber},
		{"1", "", "", "", "", "", BadLength},
		{"--", "", "", "", "", "", BadCharacter},
	} {
		p, err := ParsePhone(c.in)
		if ReasonOf(err) != c.reason || (err != nil) != (c.reason != "") {
			t.Errorf("ParsePhone(%q): %v, want %q", c.in, err, c.reason)
		}
		if p.String() != c.want || p.Digits() != c.digits || p.Masked() != c.masked || p.Last4() != c.last4 || p.Kind() != c.kind {
			t.Errorf("ParsePhone(%q) = %q %q %q %q %q", c.in, p.String(), p.Digits(), p.Masked(), p.Last4(), p.Kind())
		}
	}
}

func TestPhoneReadsBackWhatItWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, err := ParsePhone(rapid.StringMatching(`(1[3-9][0-9]{9}|0[3-9][0-9]{2}-[2-8][0-9]{6,7}(-[0-9]{1,6})?|0(10|2[0-9])-[2-8][0-9]{7}(转[0-9]{3})?|400[0-9]{7}|9[56][0-9]{3})`).Draw(t, "phone"))
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParsePhone(p.String())
		// 7 digits and a one-digit extension read like 8 digits when nothing but a dash stands between.
		if err != nil || again.Digits() != p.Digits() && len(p.Extension()) != 1 {
			t.Fatalf("%q reads back as %q, %v", p.String(), again.String(), err)
		}
		if p.Kind() != Service && strings.Contains(p.Masked(), p.Digits()) {
			t.Fatalf("%q is shown whole", p.Masked())
		}
	})
}

func TestNormaliseName(t *testing.T) {
	long := strings.Repeat("长", MaxName)
	for _, c := range []struct {
		in, want string
		reason   Reason
	}{
		{"王小明", "王小明", ""},
		{"　王　明 ", "王明", ""},
		{"阿依古丽•买买提", "阿依古丽·买买提", ""},
		{"阿依古丽 ・ 买买提", "阿依古丽·买买提", ""},
		{"阿依古丽.买买提", "阿依古丽·买买提", ""},
		{"阿依古丽‧买买提", "阿依古丽·买买提", ""},
		{"𠮷田", "𠮷田", ""},
		{"䶮", "䶮", ""},
		{"㑇", "㑇", ""},
		{"葛\U000E0100优", "葛优", ""},
		{"John  Smith", "John Smith", ""},
		{"Ｊｏｈｎ", "John", ""},
		{"O’Brien", "O'Brien", ""},
		{"Anne-Marie", "Anne-Marie", ""},
		{long, long, ""},
		{long + "长", "", BadLength},
		{"", "", Empty},
		{"　", "", Empty},
		{"王\x00明", "", BadCharacter},
		{"王\n明", "", BadCharacter},
		{"王\u200b明", "", BadCharacter},
		{"王2", "", BadCharacter},
		{"王２", "", BadCharacter},
		{"王😀", "", BadCharacter},
		{"王\xff", "", BadCharacter},
		{"⼀", "", BadCharacter},
		{"·王", "", BadDot},
		{"王·", "", BadDot},
		{"阿依··古丽", "", BadDot},
		{"-Smith", "", BadCharacter},
	} {
		got, err := NormaliseName(c.in)
		if got != c.want || ReasonOf(err) != c.reason || (err != nil) != (c.reason != "") {
			t.Errorf("NormaliseName(%q) = %q, %v; want %q, %q", c.in, got, err, c.want, c.reason)
		}
	}
}

func TestNormaliseNameIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.StringOf(rapid.SampledFrom([]rune("王小䶮𠮷·•． 　abÜ'-\u0301\u200b１x\t"))).Draw(t, "name")
		once, err := NormaliseName(in)
		if err != nil {
			if once != "" {
				t.Fatalf("refused and answered %q", once)
			}
			return
		}
		twice, err := NormaliseName(once)
		if err != nil || twice != once {
			t.Fatalf("%q becomes %q becomes %q, %v", in, once, twice, err)
		}
	})
}

var dictionary = map[rune][]string{
	'王': {"wang"}, '小': {"xiao"}, '明': {"ming"}, '单': {"dan", "shan", "chan"}, '解': {"jie", "xie"}, '仇': {"chou", "qiu"},
	'曾': {"ceng", "zeng"}, '尉': {"wei", "yu"}, '迟': {"chi"}, '万': {"wan", "mo"}, '俟': {"si", "qi"}, '区': {"qu", "ou"},
	'查': {"cha", "zha"}, '朴': {"pu", "piao"}, '盖': {"gai", "ge"}, '任': {"ren"}, '覃': {"tan", "qin"}, '翟': {"di", "zhai"},
	'乐': {"le", "yue"}, '纪': {"ji"}, '吕': {"lv"}, '行': {"xing", "hang"}, '阿': {"a"}, '依': {"yi"}, '于': {"yu"}, '长': {"zhang", "chang"},
}

func readings(s string) [][]string {
	var out [][]string
	for _, r := range s {
		out = append(out, dictionary[r])
	}
	return out
}

func TestTermsOfAName(t *testing.T) {
	want := []string{"m", "ming", "wang", "x", "明", "xm", "xming", "xiaom", "小明", "王小明", "wxm", "wangxm", "wangxiaoming", "xiaoming"}
	want = slices.DeleteFunc(want, func(s string) bool { return s == "x" || s == "wang" || s == "xming" })
	slices.Sort(want)
	if got := Terms("王小明", readings); !slices.Equal(got, want) {
		t.Errorf("Terms = %q\n want   %q", got, want)
	}
}

func TestTermsReadSurnames(t *testing.T) {
	for name, words := range map[string][]string{
		"单明":   {"shanming", "danming", "sm", "dm"},
		"解明":   {"xieming", "jieming"},
		"仇明":   {"qiuming", "chouming"},
		"曾明":   {"zengming", "cengming"},
		"尉迟明":  {"yuchiming", "weichiming", "ycm"},
		"万俟明":  {"moqiming", "mqm", "wansiming"},
		"单于明":  {"chanyuming"},
		"区明":   {"ouming", "quming"},
		"查明":   {"zhaming", "chaming"},
		"朴明":   {"piaoming", "puming"},
		"盖明":   {"geming", "gaiming"},
		"任明":   {"renming"},
		"覃明":   {"qinming", "tanming"},
		"翟明":   {"zhaiming", "diming"},
		"乐明":   {"yueming", "leming"},
		"纪明":   {"jiming"},
		"吕明":   {"lvming", "luming", "lm"},
		"阿依·明": {"ayiming", "阿依明", "aym"},
		"王㑇明":  {"wangming", "王㑇明", "㑇明"},
		"65岁明": {"65ming", "65岁明"},
		"AB行明": {"abhangming", "ab行明", "axm"},
	} {
		got := Terms(name, readings)
		for _, w := range words {
			if !slices.Contains(got, w) {
				t.Errorf("Terms(%s) lacks %q: %q", name, w, got)
			}
		}
	}
	if first := PreferSurname("单明", readings("单明")); first[0][0] != "shan" || len(first[0]) != 3 {
		t.Errorf("PreferSurname(单明) = %q", first)
	}
}

func TestTermsProperties(t *testing.T) {
	var known []rune
	for r := range dictionary {
		known = append(known, r)
	}
	slices.Sort(known)
	rapid.Check(t, func(t *rapid.T) {
		rs := rapid.SliceOfN(rapid.SampledFrom(append(known, '㑇', '·', 'B', '7', '（')), 1, MaxName).Draw(t, "name")
		terms := Terms(string(rs), readings)
		if !slices.IsSorted(terms) || len(slices.Compact(slices.Clone(terms))) != len(terms) {
			t.Fatal("not sorted or not distinct")
		}
		if len(terms) > len(rs)*(1+3*maxCombinations) {
			t.Fatalf("%d terms for %d characters", len(terms), len(rs))
		}
		for _, term := range terms {
			if term == "" || len([]rune(term)) > MaxTerm || strings.ToLower(term) != term {
				t.Fatalf("bad term %q", term)
			}
		}
		// Whatever two neighbouring characters a clerk types, a term begins with them.
		i := rapid.IntRange(0, len(rs)-1).Draw(t, "from")
		if term, kind := QueryTerm(string(rs[i:min(i+2, len(rs))])); kind == NameQuery && isHan(rs[i]) {
			if !slices.ContainsFunc(terms, func(s string) bool { return strings.HasPrefix(s, term) }) {
				t.Fatalf("%q is not found by %q in %q", string(rs), term, terms)
			}
		}
	})
}

func TestQueries(t *testing.T) {
	for in, want := range map[string][]Query{
		"":                   nil,
		" ·":                 nil,
		"王小":                 {{NameQuery, "王小"}},
		"阿依古丽·买买提":           {{NameQuery, "阿依古丽买买提"}},
		"WXM":                {{PinyinQuery, "wxm"}},
		"Wang Xiaoming":      {{PinyinQuery, "wangxiaoming"}},
		"xi'an":              {{PinyinQuery, "xian"}},
		"lü":                 {{PinyinQuery, "lv"}},
		"1234":               {{LastFourQuery, "1234"}},
		"002x":               {{LastFourQuery, "002X"}},
		"139 0000 1234":      {{PhoneQuery, "13900001234"}},
		"+86 13900001234":    {{PhoneQuery, "13900001234"}},
		"0432-63000123":      {{PhoneQuery, "043263000123"}},
		"11010519491231002x": {{IDNumberQuery, "11010519491231002X"}},
		"wang小":              {{NameQuery, "小"}, {PinyinQuery, "wang"}},
		"王xm":                {{NameQuery, "王"}, {PinyinQuery, "xm"}},
		"王 5678":             {{LastFourQuery, "5678"}, {NameQuery, "王"}},
		"65岁":                {{NameQuery, "65岁"}},
		"2026年度":             {{NameQuery, "2026年度"}},
		"110105194912310021": {{NameQuery, "110105194912310021"}},
		"12345":              {{NameQuery, "12345"}},
	} {
		if got := Queries(in); !slices.Equal(got, want) {
			t.Errorf("Queries(%q) = %v, want %v", in, got, want)
		}
	}
	if _, kind := QueryTerm("　"); kind != NoQuery {
		t.Error("a blank is something to look for")
	}
}

func TestFamilyName(t *testing.T) {
	for name, want := range map[string]string{
		"刘建国": "刘", "欧阳涛": "欧阳", "司马相如": "司马", "单晓燕": "单", "单于": "单", "欧阳": "欧", "王": "王", "𠮷田": "𠮷", "Anna": "A", "": "",
	} {
		if got := FamilyName(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
