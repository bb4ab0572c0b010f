package data

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"xinxing/internal/office/person"
)

// Resident is a person served. IDNumber is well formed but generated: a region code, a birth date and an order code counted
// up from 000 for each day, with the check digit that follows. Phone is as person.Phone writes it, empty for children and some of
// the old; people of one household may share it. BirthDate is 2006-01-02; Household counts from 1 and is shared by those
// who live together.
type Resident struct {
	Name      string
	Sex       person.Sex
	BirthDate string
	IDNumber  string
	Phone     string
	Household int
	Estate    string
	Building  int
	Unit      int
	Room      int
	Address   string
	Tags      []string
}

// Residents is counted as of the end of 2025: nobody is born later, and ages below are of that day.
const referenceYear = 2025

// The tags of residents.
const (
	TagMinimumLiving = "低保"
	TagDestitute     = "特困"
	TagLivingAlone   = "独居老人"
	TagEmptyNest     = "空巢老人"
	TagOldAge        = "高龄老人"
	TagDisabled      = "残疾"
	TagVeteran       = "退役军人"
	TagUnemployed    = "失业登记"
	TagHardToPlace   = "就业困难"
	TagPartyMember   = "党员"
	TagVolunteer     = "志愿者"
	TagTenant        = "租住"
	TagChild         = "未成年人"
)

// notable are residents that every size of the demo holds as far as it goes: same names, two-character names,
// compound surnames, surnames that are misread, rare characters, names with a middle dot, and the longest name allowed.
var notable = []struct {
	name string
	sex  person.Sex
	year int
	tags string
}{
	{"王小明", person.Male, 1985, ""},
	{"王小明", person.Male, 2012, ""},
	{"王小明", person.Male, 1961, TagUnemployed},
	{"王晓明", person.Male, 1978, TagVeteran},
	{"李丽", person.Female, 1979, ""},
	{"李丽", person.Female, 1990, TagVolunteer},
	{"李莉", person.Female, 1979, ""},
	{"张伟", person.Male, 1983, ""},
	{"张伟", person.Male, 1970, TagHardToPlace},
	{"欧阳雪", person.Female, 1994, ""},
	{"尉迟刚", person.Male, 1968, TagVeteran},
	{"万俟雅", person.Female, 2001, ""},
	{"司马文", person.Male, 1955, TagPartyMember},
	{"单雄", person.Male, 1974, ""},
	{"解文慧", person.Female, 1988, ""},
	{"仇英", person.Female, 1959, ""},
	{"曾强", person.Male, 1991, ""},
	{"区家明", person.Male, 1996, TagTenant},
	{"查良平", person.Male, 1948, TagPartyMember},
	{"朴哲洙", person.Male, 1966, ""},
	{"朴顺子", person.Female, 1943, TagLivingAlone},
	{"盖文华", person.Male, 1957, ""},
	{"覃芳", person.Female, 1999, TagTenant},
	{"翟飞", person.Male, 1987, ""},
	{"乐阳", person.Male, 1993, ""},
	{"纪春兰", person.Female, 1950, TagEmptyNest},
	{"任鹏程", person.Male, 1982, ""},
	{"吕梁", person.Male, 1976, ""},
	{"李㑇", person.Male, 1964, ""},
	{"张䶮", person.Male, 2008, ""},
	{"𠮷野春子", person.Female, 1947, TagLivingAlone},
	{"马𬍤", person.Male, 1998, ""},
	{"阿依古丽·买买提", person.Female, 1992, TagTenant},
	{"买买提·吐尔逊", person.Male, 1989, TagTenant},
	{"扎西次仁", person.Male, 1986, ""},
	{"娜仁托娅", person.Female, 1981, ""},
	{"爱新觉罗·恒安", person.Male, 1952, ""},
	{"朱丽娅·伊万诺夫娜", person.Female, 1995, TagTenant},
	{"金英爱", person.Female, 1936, TagOldAge},
	{"王一", person.Male, 2016, TagChild},
	{longest, person.Female, 1997, TagTenant},
}

const longest = "玛丽埃塔·安东尼娜·克里斯蒂娜·亚历山德琳娜·叶卡捷琳娜·斯维特兰娜·康斯坦丁诺夫娜·罗曼诺夫斯卡娅"

// surnames with their weight: the national order, tilted to the north-east.
var surnames = weighted(`王 82 李 78 张 76 刘 64 赵 34 孙 30 陈 28 杨 27 于 24 高 20 徐 19 周 18 马 17 吴 16 朱 15 郭 15 宋 14 韩 14 姜 13 林 12 胡 12
何 11 金 11 崔 10 董 10 梁 10 许 9 郑 9 谢 8 罗 8 唐 8 曹 8 冯 8 邓 7 程 7 田 7 丁 7 潘 7 范 6 付 6 关 6 石 6 苏 6 吕 6 魏 6 蒋 5 蔡 5 贾 5 杜 5
叶 5 阎 4 余 4 夏 4 钟 4 汪 4 任 4 姚 4 卢 4 白 4 邹 4 侯 3 孟 3 秦 3 尹 3 史 3 薛 3 江 3 康 3 曲 3 迟 2 曾 2 朴 3 佟 2 那 2 富 1 单 1 解 1 仇 1 翟 1
纪 1 盖 1 慕 1 欧阳 1 司徒 1 上官 1 诸葛 1`)

// given names by generation and sex; a generation ends with the year named.
var given = []struct {
	until        int
	men, women   []string
	single       int // per cent of one-character given names
	menS, womenS []string
}{
	{1949, words("德福 玉山 振海 万山 凤山 永贵 长林 占山 文才 殿臣 洪山 树林 国栋 宝山 廷玉 连福 兴业 守义 景林 贵"),
		words("桂兰 秀英 玉珍 淑芬 凤英 秀兰 桂英 玉兰 淑珍 桂芝 素珍 凤兰 淑兰 玉芝 桂荣 秀珍 淑清 素芹 玉梅 翠兰"), 6, words("义 福 林 山"), words("兰 英 珍 芝")},
	{1966, words("建国 国庆 援朝 建军 立新 跃进 卫国 志远 胜利 永胜 文革 长春 庆丰 国强 德明 忠诚 铁军 凤林 学文 宝成"),
		words("桂芳 丽华 淑华 秀芳 桂香 亚琴 玉华 淑云 凤霞 丽萍 秀华 桂珍 玉霞 亚芬 淑梅 月华 春梅 艳芳 静波 敏"), 12, words("军 平 明 强 刚 义"), words("敏 华 芳 琴 霞 静")},
	{1980, words("志强 建华 卫东 立军 洪波 永刚 海涛 晓东 志刚 春雷 宏伟 国辉 建民 庆伟 立明 长江 喜龙 红军 亚军 文杰"),
		words("丽娟 艳红 红梅 春艳 晓红 丽丽 海燕 玉红 艳华 立红 晶晶 淑艳 雪梅 秋菊 亚玲 桂红 彦红 冬梅 丽艳 金凤"), 30, words("伟 勇 军 强 刚 涛 杰 辉 斌 波"), words("丽 艳 静 敏 红 梅 霞 娟 燕 玲")},
	{1994, words("鹏飞 晓峰 海龙 志鹏 立伟 天宇 明亮 雪松 文博 俊杰 晓宇 佳明 洪亮 春晓 冠男 思明 庆龙 世杰 大伟 中原"),
		words("婷婷 丹丹 佳佳 雪莹 晓雪 丽娜 思思 莹莹 春雨 美玲 海英 晓彤 冰冰 佳慧 文静 雅静 诗雨 明月 秋实 娇娇"), 34, words("磊 鹏 超 帅 亮 洋 旭 宇 博 龙"), words("娜 婷 雪 丹 莹 爽 玥 琳 晶 欢")},
	{2008, words("浩然 子豪 宇航 思远 家豪 明轩 子涵 俊熙 天佑 博文 嘉诚 泽宇 鑫磊 文轩 冠宇 昊天 铭泽 一鸣 奕博 皓轩"),
		words("欣怡 雨桐 思琪 佳琪 梦瑶 子涵 诗涵 紫萱 可欣 语嫣 雅婷 欣悦 佳怡 雨欣 梓琪 心怡 嘉怡 美琪 馨月 若彤"), 10, words("睿 轩 浩 畅 硕"), words("悦 彤 妍 瑶 萌")},
	{9999, words("沐宸 奕辰 宇轩 子墨 梓轩 景行 一诺 浩宇 亦辰 俊驰 泽洋 言蹊 沐阳 允泽 嘉佑 牧之 星野 云帆 予安 逸凡"),
		words("若汐 沐瑶 一诺 语桐 梓涵 芯玥 锦瑟 知夏 诗语 念安 苡沫 清欢 星妍 雨泽 佑宁 可心 书瑶 初夏 安然 予希"), 6, words("玥 辰 宸 朔"), words("玥 苒 禾 宁")},
}

func words(s string) []string { return strings.Fields(s) }

type weight struct {
	word string
	upTo int
}

func weighted(s string) []weight {
	f := strings.Fields(s)
	out := make([]weight, 0, len(f)/2)
	total := 0
	for i := 0; i+1 < len(f); i += 2 {
		total += count(f[i+1])
		out = append(out, weight{f[i], total})
	}
	return out
}

// maker holds what the generation of one population counts.
type maker struct {
	rand       *rand.Rand
	out        []Resident
	orders     map[string]int  // next order code of a region, day and sex
	phones     map[string]bool // numbers given out
	places     map[string]bool // rooms taken
	households int
}

// Residents makes n residents of the community, the same for the same n and seed: households of one to five in the
// estates' rooms, with the surnames, given names by generation and ages of an old north-eastern neighbourhood. The first
// few are chosen for what makes names hard. It panics for more people than the estates can hold.
func Residents(n int, seed uint64) []Resident {
	m := &maker{
		rand: rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15)), orders: map[string]int{}, phones: map[string]bool{}, places: map[string]bool{},
	}
	for _, p := range notable {
		home := m.home()
		r := m.person(p.name, p.sex, m.day(p.year), home, false)
		if p.tags != "" {
			r.Tags = distinctTags(append(r.Tags, p.tags))
		}
		m.out = append(m.out, r)
	}
	for len(m.out) < n {
		m.household()
	}
	return m.out[:n]
}

func (m *maker) chance(percent int) bool { return m.rand.IntN(100) < percent }

func (m *maker) between(from, to int) int { return from + m.rand.IntN(to-from+1) }

func (m *maker) surname() string {
	k := m.rand.IntN(surnames[len(surnames)-1].upTo)
	for _, w := range surnames {
		if k < w.upTo {
			return w.word
		}
	}
	return surnames[0].word
}

func (m *maker) named(surname string, sex person.Sex, year int) string {
	for _, g := range given {
		if year > g.until {
			continue
		}
		pool, one := g.men, g.menS
		if sex == person.Female {
			pool, one = g.women, g.womenS
		}
		if m.chance(g.single) {
			pool = one
		}
		return surname + pool[m.rand.IntN(len(pool))]
	}
	return surname
}

func (m *maker) day(year int) time.Time {
	return time.Date(year, time.January, 1+m.rand.IntN(365), 0, 0, 0, 0, time.UTC)
}

// home takes a free room.
func (m *maker) home() Resident {
	for tries := 0; tries < 10000; tries++ {
		e := estates[m.rand.IntN(len(estates))]
		r := Resident{Estate: e.Name, Building: m.between(1, e.Buildings), Unit: m.between(1, e.Units)}
		r.Room = m.between(1, e.Floors)*100 + m.between(1, e.Rooms)
		r.Address = fmt.Sprintf("%s%s%d号楼%d单元%d室", e.Street, e.Name, r.Building, r.Unit, r.Room)
		if !m.places[r.Address] {
			m.places[r.Address] = true
			m.households++
			r.Household = m.households
			return r
		}
	}
	panic("data: the estates are full")
}

func (m *maker) household() {
	home := m.home()
	tenant := m.chance(14)
	switch k := m.rand.IntN(100); {
	case k < 14: // an old person alone
		m.add(m.surname(), m.anySex(60), m.between(1934, 1960), home, false, TagLivingAlone)
	case k < 36: // an old couple
		year := m.between(1938, 1962)
		m.add(m.surname(), person.Male, year, home, false, TagEmptyNest)
		m.add(m.surname(), person.Female, year+m.between(-1, 5), home, false, TagEmptyNest)
	case k < 50: // one adult
		m.add(m.surname(), m.anySex(45), m.between(1961, 2003), home, tenant)
	case k < 62: // a couple
		year := m.between(1958, 1999)
		m.add(m.surname(), person.Male, year, home, tenant)
		m.add(m.surname(), person.Female, year+m.between(-3, 4), home, tenant)
	case k < 88: // parents and children
		family, year := m.surname(), m.between(1962, 1996)
		m.add(family, person.Male, year, home, tenant)
		m.add(m.surname(), person.Female, year+m.between(-2, 4), home, tenant)
		m.children(family, year, home, tenant)
	case k < 94: // one parent with a child
		family, year := m.surname(), m.between(1968, 1994)
		m.add(family, m.anySex(75), year, home, tenant)
		m.children(family, year, home, tenant)
	default: // three generations
		family, year := m.surname(), m.between(1966, 1990)
		m.add(family, m.anySex(50), year-m.between(22, 30), home, false)
		m.add(family, person.Male, year, home, false)
		m.add(m.surname(), person.Female, year+m.between(-2, 3), home, false)
		m.children(family, year, home, false)
	}
}

func (m *maker) children(family string, parent int, home Resident, tenant bool) {
	born := parent + m.between(24, 31)
	if born > referenceYear {
		return
	}
	m.add(family, m.anySex(48), born, home, tenant)
	if second := born + m.between(2, 6); parent > 1978 && second <= referenceYear && m.chance(25) {
		m.add(family, m.anySex(48), second, home, tenant)
	}
}

func (m *maker) anySex(women int) person.Sex {
	if m.chance(women) {
		return person.Female
	}
	return person.Male
}

func (m *maker) add(surname string, sex person.Sex, year int, home Resident, tenant bool, tags ...string) {
	r := m.person(m.named(surname, sex, year), sex, m.day(year), home, tenant)
	r.Tags = distinctTags(append(tags, r.Tags...))
	m.out = append(m.out, r)
}

func (m *maker) person(name string, sex person.Sex, born time.Time, home Resident, tenant bool) Resident {
	r := home
	r.Name, r.Sex, r.BirthDate = name, sex, born.Format(time.DateOnly)
	r.IDNumber = m.idNumber(sex, born, tenant)
	age := referenceYear - born.Year()
	r.Phone = m.phone(age)
	r.Tags = m.tags(sex, age, tenant)
	return r
}

// idNumber counts order codes up from 000 (women) and 001 (men) for each region and day, so that all differ.
func (m *maker) idNumber(sex person.Sex, born time.Time, tenant bool) string {
	region := "220204"
	switch {
	case tenant:
		region = []string{"220284", "230183", "211322", "371724", "411522", "650104"}[m.rand.IntN(6)]
	case m.chance(30):
		region = []string{"220202", "220203", "220211", "220221", "220281"}[m.rand.IntN(5)]
	}
	key := region + born.Format(time.DateOnly) + string(sex)
	order := m.orders[key]
	m.orders[key] += 2
	if sex == person.Male {
		order++
	}
	id, err := person.MakeIDNumber(region, born.Year(), born.Month(), born.Day(), order)
	if err != nil {
		panic(err)
	}
	return id.String()
}

func (m *maker) phone(age int) string {
	switch {
	case age < 12, age >= 75 && m.chance(15), m.chance(1):
		return ""
	case age >= 65 && m.chance(18):
		return m.fresh(func() string { return fmt.Sprintf("0432-200%05d", 10000+m.rand.IntN(90000)) })
	}
	return m.fresh(func() string {
		return []string{"160", "161", "163", "164", "168", "169"}[m.rand.IntN(6)] + fmt.Sprintf("%08d", m.rand.IntN(100000000))
	})
}

func (m *maker) fresh(draw func() string) string {
	for {
		if p := draw(); !m.phones[p] {
			m.phones[p] = true
			return p
		}
	}
}

func (m *maker) tags(sex person.Sex, age int, tenant bool) []string {
	var t []string
	mark := func(tag string, percent int) {
		if m.chance(percent) {
			t = append(t, tag)
		}
	}
	if age < 18 {
		t = append(t, TagChild)
	}
	if age >= 80 {
		t = append(t, TagOldAge)
	}
	if tenant {
		t = append(t, TagTenant)
	} else {
		mark(TagMinimumLiving, 3)
	}
	if age >= 60 && len(t) == 0 {
		mark(TagDestitute, 1)
	}
	if age >= 60 {
		mark(TagDisabled, 9)
	} else {
		mark(TagDisabled, 3)
	}
	if sex == person.Male && age >= 22 {
		mark(TagVeteran, 7)
	}
	if age >= 20 {
		mark(TagPartyMember, 8)
	}
	if age >= 16 {
		mark(TagVolunteer, 6)
	}
	if age >= 20 && age < 60 && m.chance(8) {
		t = append(t, TagUnemployed)
		if age >= 45 {
			mark(TagHardToPlace, 40)
		}
	}
	return t
}

func distinctTags(tags []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, t := range tags {
		if !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}
