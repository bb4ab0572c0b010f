package public

import (
	"embed"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"xinxing/internal/office/casework"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
)

//go:embed pages
var sources embed.FS

// templates are the pages in each language.
var templates = map[string]*template.Template{chinese: parse(chinese), english: parse(english)}

func parse(lang string) *template.Template {
	own := func(key string) func(...any) string {
		return func(args ...any) string { return word(lang, key, args...) }
	}
	return template.Must(template.New("").Funcs(template.FuncMap{
		"t": func(key string, args ...any) (string, error) {
			if !known(key) {
				return "", fmt.Errorf("no word %q", key)
			}
			return word(lang, key, args...), nil
		},
		// han marks text that stays Chinese in every language.
		"han": func() template.HTMLAttr {
			if lang == chinese {
				return ""
			}
			return `lang="zh-CN"`
		},
		"day":      func(d workday.Date) string { return dayWords(lang, d) },
		"dayOf":    func(at time.Time, zone *time.Location) string { return dayWords(lang, workday.DateOf(at, zone)) },
		"clock":    func(at time.Time, zone *time.Location) string { return at.In(zone).Format("15:04") },
		"zone":     func(zone *time.Location) string { return zoneWords(lang, zone) },
		"iso":      func(at time.Time, zone *time.Location) string { return at.In(zone).Format(time.RFC3339) },
		"by":       func(at time.Time, zone *time.Location) string { return byWords(lang, at.In(zone)) },
		"month":    func(d workday.Date) string { return word(lang, "month", d.Year, int(d.Month), d.Month.String()) },
		"week":     func(h workday.Hours) []string { return weekWords(lang, h) },
		"fee":      func(s string) string { return feeWords(lang, s) },
		"limit":    func(days int, immediate bool) string { return limitWords(lang, days, immediate) },
		"join":     func(all []string) string { return strings.Join(all, own("list.comma")()) },
		"channels": func(all []casework.Channel) string { return channelWords(lang, all) },
		"length":   utf8.RuneCountInString,
		"bytes":    byteWords,
		"dial":     dial,
		"yuan":     func(fen int) string { return strings.TrimSuffix(casework.Yuan(fen), ".00") },
		"share":    share,
		"figure":   func(v *float64, unit reporting.Unit) string { return figureWords(*v, unit) },
		"own": func(both [2]string) string {
			if lang == english {
				return both[1]
			}
			return both[0]
		},
		"rest":      func(n, of int) int { return max(0, n-of) },
		"first":     func(n int, all []casework.Material) []casework.Material { return all[:min(n, len(all))] },
		"sum":       func(a, b int) int { return a + b },
		"mouth":     mouth,
		"people":    people,
		"map":       pairs,
		"materials": func() int { return wallMaterials },
		"unix":      func(at time.Time) int64 { return at.UnixMilli() },
	}).ParseFS(sources, "pages/*.html"))
}

// group is a number of people as the public hears it: none where the group is so small that people in it could be known (E7).
type group struct {
	Name string
	N    int
	Told bool
}

// people are the figures of re-employment in their order.
func people(f employment.Figures) []group {
	all := []group{
		{Name: "registered", N: f.Registered}, {Name: "advised", N: f.Advised}, {Name: "trained", N: f.Trained}, {Name: "referred", N: f.Referred},
		{Name: "placed", N: f.Placed}, {Name: "kept3", N: f.Kept3}, {Name: "kept6", N: f.Kept6},
	}
	for i := range all {
		all[i].N, all[i].Told = employment.Told(all[i].N)
	}
	return all
}

// pairs makes a map for a template that takes several values.
func pairs(all ...any) (map[string]any, error) {
	m := map[string]any{}
	for c := range slices.Chunk(all, 2) {
		name, ok := c[0].(string)
		if !ok || len(c) != 2 {
			return nil, fmt.Errorf("%v is no pair", c)
		}
		m[name] = c[1]
	}
	return m, nil
}

// zoneWords names the zone of an office: 北京时间 of all of China, any other by its name.
func zoneWords(lang string, zone *time.Location) string {
	switch zone.String() {
	case "Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "PRC":
		return word(lang, "zone.Beijing")
	}
	return word(lang, "zone.other", zone.String())
}

func dayWords(lang string, d workday.Date) string {
	return word(lang, "date", d.Year, int(d.Month), d.Day, d.Month.String(), word(lang, "weekday."+d.Weekday().String()))
}

// byWords writes a deadline with its weekday: 2026年2月26日 周四 17:00 前.
func byWords(lang string, at time.Time) string {
	return word(lang, "by", dayWords(lang, workday.DateOf(at, at.Location())), at.Format("15:04"))
}

// weekWords writes office hours, weekdays with the same hours in one line, Monday first.
func weekWords(lang string, h workday.Hours) (out []string) {
	periods := func(d time.Weekday) string {
		var all []string
		for _, p := range h[d] {
			all = append(all, strings.Replace(p.String(), "-", "–", 1))
		}
		return strings.Join(all, word(lang, "list.comma"))
	}
	order := []time.Weekday{1, 2, 3, 4, 5, 6, 0}
	for i := 0; i < len(order); {
		said, first, last := periods(order[i]), order[i], order[i]
		for i++; i < len(order) && periods(order[i]) == said; i++ {
			last = order[i]
		}
		if said == "" {
			continue
		}
		days := word(lang, "weekday."+first.String())
		if first != last {
			days = word(lang, "weekdays", days, word(lang, "weekday."+last.String()))
		}
		out = append(out, days+" "+said)
	}
	return out
}

func feeWords(lang, fee string) string {
	if strings.Trim(fee, "0.") == "" {
		return word(lang, "fee.none")
	}
	return word(lang, "fee.amount", strings.TrimSuffix(fee, ".00"))
}

func limitWords(lang string, days int, immediate bool) string {
	switch {
	case immediate:
		return word(lang, "limit.immediate")
	case days == 1:
		return word(lang, "limit.one")
	}
	return word(lang, "limit.days", days)
}

func channelWords(lang string, all []casework.Channel) string {
	var out []string
	for _, c := range all {
		out = append(out, word(lang, "channel."+string(c)))
	}
	return strings.Join(out, word(lang, "list.comma"))
}

// figureWords writes a figure as people read it: 1,204, 87.5%, 3.2.
func figureWords(v float64, unit reporting.Unit) string {
	switch unit {
	case reporting.UnitPercent:
		return strconv.FormatFloat(v, 'f', -1, 64) + "%"
	case reporting.UnitHours:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	digits := strconv.Itoa(int(v))
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

// byteWords writes a size as people read it: 34 KB, 1.2 MB.
func byteWords(n int) string {
	if n < 1_000_000 {
		return fmt.Sprintf("%d KB", max(1, (n+500)/1000))
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}

// dial is the first number of a text of telephone numbers, for a link to call it; "" where there is none.
func dial(s string) string {
	start := strings.IndexAny(s, "0123456789+")
	if start < 0 {
		return ""
	}
	end := start
	for end < len(s) && strings.IndexByte("0123456789-+", s[end]) >= 0 {
		end++
	}
	return strings.ReplaceAll(s[start:end], "-", "")
}

// share is a part of a whole in percent, at least 1 where there is any.
func share(part, whole int) int {
	if whole <= 0 || part <= 0 {
		return 0
	}
	return min(100, max(1, (part*100+whole/2)/whole))
}

// mouth draws the mouth of a face for a level of rating.
func mouth(l casework.RatingLevel) string {
	switch l {
	case casework.VerySatisfied:
		return "M11 23q9 13 18 0z"
	case casework.Satisfied:
		return "M12 25q8 7 16 0"
	case casework.BasicallySatisfied:
		return "M13 27h14"
	case casework.Dissatisfied:
		return "M12 29q8-6 16 0"
	}
	return "M11 31q9-12 18 0"
}
