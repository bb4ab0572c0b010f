package reporting

import (
	"cmp"
	"math"
	"slices"
	"time"

	"xinxing/internal/office/workday"
)

// Definition is what a figure means. Exactly one of Sum, Over and Percent says how it is made: a sum of Sum; the share of Sum in all of
// Over; the value of Sum below which Percent of a hundred lie.
type Definition struct {
	Figure  Figure
	Unit    Unit
	Clause  string // of the mechanisms
	Sum     Measure
	Over    []Measure
	Percent int
	// Name and Says are what it is called and what it means, Chinese and English.
	Name, Says [2]string
}

var definitions = []Definition{
	{FigureReceived, UnitCount, "F1", Received, nil, 0, [2]string{"接待件数", "Received"},
		[2]string{"按来电来访当日计入首问责任人；投诉监督件不计。", "Contacts taken up, on the day of the contact, for the first responder; supervision matters are not counted."}},
	{FigureOnSpot, UnitCount, "F4", OnSpot, nil, 0, [2]string{"当场办结", "Resolved on the spot"},
		[2]string{"职责范围内当场办结的件数。", "Within duty and finished at once."}},
	{FigureResolved, UnitCount, "T1", Resolved, nil, 0, [2]string{"办结件数", "Resolved"},
		[2]string{"当场办结加承诺后办结；重新办理后再次办结的再计一次。", "On the spot or after a promise; a case that was opened again counts again."}},
	{FigureInTime, UnitCount, "T1", InTime, nil, 0, [2]string{"按期办结", "Resolved in time"},
		[2]string{"当场办结，或在承诺时限（含已告知的延期）内办结的件数。", "On the spot, or before the promise passed, an extension that was told included."}},
	{FigureOnTimeRate, UnitPercent, "T1", InTime, []Measure{Resolved}, 0, [2]string{"按期办结率", "On-time rate"},
		[2]string{"按期办结占办结件数的百分比。", "Resolved in time, of all resolved."}},
	{FigureOverdue, UnitCount, "T7", Overdue, nil, 0, [2]string{"逾期", "Overdue"},
		[2]string{"承诺时限已过的次数，计入当时的责任人；与延期分开统计。", "Promises that passed, for who answered then; apart from extended."}},
	{FigureExtended, UnitCount, "T5", Extended, nil, 0, [2]string{"延期", "Extended"},
		[2]string{"经批准并已告知居民的延期次数；不算逾期。", "Extensions that were approved and told to the resident; not overdue."}},
	{FigureGuided, UnitCount, "F7", Guided, nil, 0, [2]string{"指引件数", "Guided"},
		[2]string{"不属职责范围、指引到职能部门的件数。", "Not within duty, shown the way to a department."}},
	{FigureRefused, UnitCount, "T2", Refused, nil, 0, [2]string{"不予受理", "Refused"},
		[2]string{"依法不予受理并已说明理由的件数。", "Not accepted, with the legal reason told."}},
	{FigureMedianHours, UnitHours, "R", WorkingTime, nil, 50, [2]string{"办理用时中位数", "Median time"},
		[2]string{"从来访（或重新办理）到办结的工作小时，一半件数不超过此值。", "Working hours from the contact, or from opening again, until resolved: half took no longer."}},
	{FigureP90Hours, UnitHours, "R", WorkingTime, nil, 90, [2]string{"办理用时九成分位", "90th percentile of time"},
		[2]string{"从来访（或重新办理）到办结的工作小时，九成件数不超过此值。", "Working hours from the contact, or from opening again, until resolved: nine of ten took no longer."}},
	{FigureFirstContactRate, UnitPercent, "F8", FirstContactKept, []Measure{FirstContactKept, FirstContactMissed}, 0, [2]string{"首问合规率", "First-contact compliance"},
		[2]string{"首问时限内完成办结、承诺、上报、指引或移交的百分比。", "First contacts that were resolved, promised, reported, guided or handed over within the limit."}},
	{FigureSecondNotices, UnitCount, "Q3", SecondNotices, nil, 0, [2]string{"二次告知", "Second notices"},
		[2]string{"同一件再次告知补件的次数。", "Second one-time notices on the same case."}},
	{FigureHandOvers, UnitCount, "F10", HandOvers, nil, 0, [2]string{"交接件数", "Hand-overs"},
		[2]string{"已接收的移交，计入接收人。", "Hand-overs that were accepted, for who accepted."}},
	{FigureHandOverRate, UnitPercent, "F10", HandOversInTime, []Measure{HandOvers}, 0, [2]string{"交接及时率", "Hand-overs in time"},
		[2]string{"在答复时限内接收的移交占全部接收移交的百分比。", "Accepted within the limit to answer, of all accepted."}},
	{FigureStandIns, UnitCount, "B7", StandIns, nil, 0, [2]string{"代岗接办", "Stood in"},
		[2]string{"由协办人或上级顶岗接办的件次，计入顶岗人。", "Cases that passed to the stand-in or the superior, for who stood in."}},
	{FigureEmergencies, UnitCount, "B5", Emergencies, nil, 0, [2]string{"紧急代岗", "Emergency stand-ins"},
		[2]string{"未能提前一天交接的离岗次数，计入离岗人。", "Absences that could not be handed over a day ahead, for who was away."}},
	{FigureBreaches, UnitCount, "A4", Breaches, nil, 0, [2]string{"失责", "Breaches"},
		[2]string{"发现或被反映的失责，按类型，计入当事人；是否成立以处理结果为准。", "Failures of duty found or reported, by kind, for the person; whether they stand is decided later."}},
	{FigureRatings, UnitCount, "Q6", Ratings, nil, 0, [2]string{"居民评价", "Ratings"},
		[2]string{"居民对已办结件的评价，按五个等次。", "Ratings of closed cases, by the five levels."}},
}

// Definitions gives all definitions, in the order in which a report shows them.
func Definitions() []Definition { return slices.Clone(definitions) }

// Define gives what a figure means.
func Define(f Figure) (Definition, bool) {
	i := slices.IndexFunc(definitions, func(d Definition) bool { return d.Figure == f })
	if i < 0 {
		return Definition{}, false
	}
	return definitions[i], true
}

// disclosed are the figures of the public board (Q5): of the whole office, and none that is about its staff.
var disclosed = []Figure{
	FigureReceived, FigureOnSpot, FigureResolved, FigureOnTimeRate, FigureMedianHours, FigureFirstContactRate, FigureExtended, FigureOverdue,
	FigureGuided, FigureRatings,
}

// Disclosed gives the figures that anybody may read of an office as a whole (Q5), in the order of the board.
func Disclosed() []Figure { return slices.Clone(disclosed) }

// DisclosedMeasures are those that the disclosed figures are made of.
func DisclosedMeasures() []Measure {
	var out []Measure
	for _, f := range disclosed {
		if d, ok := Define(f); ok {
			out = append(append(out, d.Sum), d.Over...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Sums are the sums of measures of one group: what the figures that are no percentile are made of.
type Sums map[Measure]int

// Counted is how often a value counts.
type Counted struct{ Value, N int }

// Spread is how often each value of a measure counts in a group.
type Spread []Counted

// Tidy brings a spread into the order of its values, each once, and without those that do not count. It may change the spread itself.
func (s Spread) Tidy() Spread {
	slices.SortFunc(s, func(a, b Counted) int { return cmp.Compare(a.Value, b.Value) })
	out := s[:0]
	for _, x := range s {
		if last := len(out) - 1; last >= 0 && out[last].Value == x.Value {
			out[last].N += x.N
			continue
		}
		out = append(out, x)
	}
	return slices.DeleteFunc(out, func(x Counted) bool { return x.N == 0 })
}

// Percentile is the least of the values of a tidy spread at or below which p of a hundred lie (nearest rank): exact, and always one of them. It gives
// false of none.
func (s Spread) Percentile(p int) (int, bool) {
	all := 0
	for _, x := range s {
		all += x.N
	}
	upto := 0
	for _, x := range s {
		if upto += x.N; upto*100 >= all*p && x.N > 0 {
			return x.Value, true
		}
	}
	return 0, false
}

// Of gives a figure of a group from its sums, and of a percentile from how its measure is spread; false where there is nothing to tell it of.
func (d Definition) Of(sums Sums, spread Spread) (float64, bool) {
	switch {
	case d.Percent > 0:
		tenths, ok := spread.Percentile(d.Percent)
		return float64(tenths) / 10, ok
	case d.Over != nil:
		all := 0
		for _, m := range d.Over {
			all += sums[m]
		}
		if all == 0 {
			return 0, false
		}
		return round(100 * float64(sums[d.Sum]) / float64(all)), true
	}
	return float64(sums[d.Sum]), true
}

func round(x float64) float64 { return math.Round(x*10) / 10 }

// Begin is the first day of the period on which a day falls; of the whole it is the zero day.
func (s Step) Begin(d workday.Date) workday.Date {
	switch s {
	case StepDay:
		return d
	case StepWeek:
		return d.AddDays(-(int(d.Weekday()) + 6) % 7)
	case StepMonth:
		return workday.Date{Year: d.Year, Month: d.Month, Day: 1}
	case StepQuarter:
		return workday.Date{Year: d.Year, Month: (d.Month-1)/3*3 + 1, Day: 1}
	case StepYear:
		return workday.Date{Year: d.Year, Month: time.January, Day: 1}
	}
	return workday.Date{}
}

// End is the last day of the period that begins with a day.
func (s Step) End(from workday.Date) workday.Date {
	switch s {
	case StepWeek:
		return from.AddDays(6)
	case StepMonth:
		return from.AddMonths(1).AddDays(-1)
	case StepQuarter:
		return from.AddMonths(3).AddDays(-1)
	case StepYear:
		return from.AddMonths(12).AddDays(-1)
	}
	return from
}
