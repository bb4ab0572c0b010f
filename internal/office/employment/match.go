package employment

import (
	"cmp"
	"slices"
	"strings"

	"xinxing/internal/office/workday"
)

// Seeker is what the rule of matching looks at of a person.
type Seeker struct {
	ID        string
	Skills    []string
	Wishes    Wishes
	Obstacles []Obstacle
	// Since is the day of the registration: among equals whoever waits longest comes first.
	Since workday.Date
}

// Job is what the rule of matching looks at of an opening.
type Job struct {
	ID, Title, Place string
	Sector           Sector
	Hours            Hours
	// PayMaxFen is the most that is paid a month.
	PayMaxFen int
	Skills    []string
	Demands   []Obstacle
	// Expires is the last day: among equals what ends first comes first.
	Expires workday.Date
}

// ReasonCode is one kind of line of why an opening fits, or does not (E4).
type ReasonCode string

// The closed list of ReasonCode.
const (
	// ReasonSkill: a skill that is asked for and there.
	ReasonSkill ReasonCode = "SKILL"
	// ReasonSkillMissing: a skill that is asked for and not there; it counts nothing and is said.
	ReasonSkillMissing ReasonCode = "SKILL_MISSING"
	// ReasonTitle: a kind of work that the person wishes.
	ReasonTitle ReasonCode = "TITLE"
	// ReasonSector: a sector that the person wishes.
	ReasonSector ReasonCode = "SECTOR"
	// ReasonPlace: a place that the person wishes.
	ReasonPlace ReasonCode = "PLACE"
	// ReasonHours: working hours that the person wishes.
	ReasonHours ReasonCode = "HOURS"
	// ReasonPay: at least what the person wishes is paid.
	ReasonPay ReasonCode = "PAY"
	// ReasonPayBelow: less than the person wishes is paid.
	ReasonPayBelow ReasonCode = "PAY_BELOW"
	// ReasonObstacle: the work asks for what the person cannot; it excludes.
	ReasonObstacle ReasonCode = "OBSTACLE"
)

// points are what each kind of line counts.
var points = map[ReasonCode]int{
	ReasonTitle: 20, ReasonSector: 12, ReasonSkill: 10, ReasonPay: 10, ReasonPlace: 8, ReasonHours: 8,
	ReasonPayBelow: -10, ReasonSkillMissing: 0, ReasonObstacle: 0,
}

// Match is how a person and an opening fit: the points of the reasons add up to the score. Where an obstacle clashes with
// what the work asks for it is excluded, and said to be.
type Match struct {
	Seeker, Job string
	Score       int
	Excluded    bool
	Reasons     []Reason
}

// Fit tells how a person and an opening fit, line by line (E4).
func Fit(s Seeker, j Job) Match {
	m := Match{Seeker: s.ID, Job: j.ID, Reasons: []Reason{}}
	say := func(code ReasonCode, word string) {
		m.Reasons = append(m.Reasons, Reason{Code: code, Word: word, Points: points[code]})
		m.Score += points[code]
	}
	for _, o := range unique(j.Demands) {
		if slices.Contains(s.Obstacles, o) {
			m.Excluded = true
			say(ReasonObstacle, string(o))
		}
	}
	if w := like(s.Wishes.Titles, j.Title); w != "" {
		say(ReasonTitle, w)
	}
	if slices.Contains(s.Wishes.Sectors, j.Sector) {
		say(ReasonSector, string(j.Sector))
	}
	has := map[string]bool{}
	for _, skill := range s.Skills {
		has[plain(skill)] = true
	}
	asked := map[string]bool{}
	for _, skill := range j.Skills {
		p := plain(skill)
		if p == "" || asked[p] {
			continue
		}
		asked[p] = true
		if has[p] {
			say(ReasonSkill, strings.TrimSpace(skill))
		} else {
			say(ReasonSkillMissing, strings.TrimSpace(skill))
		}
	}
	if w := like(s.Wishes.Places, j.Place); w != "" {
		say(ReasonPlace, w)
	}
	if slices.Contains(s.Wishes.Hours, j.Hours) {
		say(ReasonHours, string(j.Hours))
	}
	if s.Wishes.PayFen > 0 {
		if j.PayMaxFen >= s.Wishes.PayFen {
			say(ReasonPay, "")
		} else {
			say(ReasonPayBelow, "")
		}
	}
	return m
}

// Openings ranks openings for a person: what is excluded comes last, the highest score first; among equals what ends first,
// then the lesser key.
func Openings(s Seeker, jobs []Job) []Match {
	expires := make(map[string]workday.Date, len(jobs))
	all := make([]Match, len(jobs))
	for i, j := range jobs {
		all[i], expires[j.ID] = Fit(s, j), j.Expires
	}
	slices.SortFunc(all, func(a, b Match) int {
		return cmp.Or(before(a, b), expires[a.Job].Compare(expires[b.Job]), cmp.Compare(a.Job, b.Job))
	})
	return all
}

// People ranks people for an opening: whoever is excluded comes last, the highest score first; among equals whoever has been
// registered longest, then the lesser key.
func People(j Job, people []Seeker) []Match {
	since := make(map[string]workday.Date, len(people))
	all := make([]Match, len(people))
	for i, s := range people {
		all[i], since[s.ID] = Fit(s, j), s.Since
	}
	slices.SortFunc(all, func(a, b Match) int {
		return cmp.Or(before(a, b), since[a.Seeker].Compare(since[b.Seeker]), cmp.Compare(a.Seeker, b.Seeker))
	})
	return all
}

func before(a, b Match) int {
	if a.Excluded != b.Excluded {
		if a.Excluded {
			return 1
		}
		return -1
	}
	return cmp.Compare(b.Score, a.Score)
}

// plain is how words are compared: without spaces around, in lower case.
func plain(word string) string { return strings.ToLower(strings.TrimSpace(word)) }

// like gives the first wish that is part of a text, or that the text is part of; "" for none.
func like(wishes []string, text string) string {
	text = plain(text)
	for _, w := range wishes {
		if p := plain(w); p != "" && text != "" && (strings.Contains(text, p) || strings.Contains(p, text)) {
			return strings.TrimSpace(w)
		}
	}
	return ""
}

func unique[T comparable](list []T) []T {
	var out []T
	for _, x := range list {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}
