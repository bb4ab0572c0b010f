package pinyin

import (
	"slices"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"xinxing/internal/office/person"
)

func TestReadings(t *testing.T) {
	for s, want := range map[string]string{"王": "wang", "吕": "lv", "女": "nv", "略": "lve", "行": "hang", "重": "chong", "单": "shan", "绿": "lv"} {
		if got := Readings(s); len(got) != 1 || !slices.Contains(got[0], want) {
			t.Errorf("Readings(%s) = %q lacks %q", s, got, want)
		}
	}
	if got := Readings("王A1·"); len(got) != 4 || got[1] != nil || got[2] != nil || got[3] != nil {
		t.Errorf("Readings of what is no character: %q", got)
	}
}

func TestReadingsKeepThePlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		got := Readings(s)
		if len(got) != utf8.RuneCountInString(s) {
			t.Fatalf("%d entries for %q", len(got), s)
		}
		for _, syllables := range got {
			for _, p := range syllables {
				for _, r := range p {
					if r < 'a' || r > 'z' {
						t.Fatalf("%q in the readings of %q", p, s)
					}
				}
			}
		}
	})
}

// Each surname that is easily misread is found by its right reading, by the other, and by initials.
func TestTermsWithTheDictionary(t *testing.T) {
	for name, words := range map[string][]string{
		"王小明": {"wangxiaoming", "xiaoming", "ming", "wxm", "xm", "wangxm"},
		"单雄":  {"shanxiong", "danxiong"},
		"解文":  {"xiewen", "jiewen"},
		"仇英":  {"qiuying", "chouying"},
		"曾强":  {"zengqiang", "cengqiang"},
		"尉迟刚": {"yuchigang", "weichigang"},
		"万俟雅": {"moqiya"},
		"区明":  {"ouming", "quming"},
		"查良":  {"zhaliang", "chaliang"},
		"朴哲":  {"piaozhe", "puzhe"},
		"盖文":  {"gewen", "gaiwen"},
		"任杰":  {"renjie"},
		"覃芳":  {"qinfang", "tanfang"},
		"翟飞":  {"zhaifei", "difei"},
		"乐乐":  {"yuele", "lele"},
		"纪平":  {"jiping"},
		"吕梁":  {"lvliang", "luliang"},
	} {
		got := person.Terms(name, Readings)
		for _, w := range words {
			if !slices.Contains(got, w) {
				t.Errorf("Terms(%s) lacks %q: %q", name, w, got)
			}
		}
	}
}

func TestSorting(t *testing.T) {
	names := []string{"张伟", "单雄", "王小明", "王晓明", "安娜", "尉迟刚", "曾强", "李娜", "Anna", "陈"}
	slices.SortFunc(names, func(a, b string) int {
		if Sorting(a) < Sorting(b) {
			return -1
		}
		return 1
	})
	want := []string{"安娜", "Anna", "陈", "李娜", "单雄", "王小明", "王晓明", "尉迟刚", "曾强", "张伟"}
	if !slices.Equal(names, want) {
		t.Errorf("sorted: %q", names)
	}
	if Sorting("伟") == Sorting("玮") {
		t.Error("two names share a key")
	}
}
