package reporting

import (
	"encoding/binary"
	"errors"
	"io"
	"slices"

	"xinxing/internal/office/enum"
	"xinxing/internal/office/workday"
)

// Rollup is a kind of sum that is kept of entries, so that a report need not add all of them up: what it tells apart beside the measure, its kind
// and the day. There is none by two things at once; such reports add entries up.
type Rollup string

// The closed list of Rollup.
const (
	// RollupDay: of a day.
	RollupDay Rollup = "DAY"
	// RollupMonth: of a month, and so are those below.
	RollupMonth   Rollup = "MONTH"
	RollupItem    Rollup = "ITEM"
	RollupPost    Rollup = "POST"
	RollupStaff   Rollup = "STAFF"
	RollupChannel Rollup = "CHANNEL"
)

var rollups = []Rollup{RollupDay, RollupMonth, RollupItem, RollupPost, RollupStaff, RollupChannel}

// Rollups gives all kinds of rollups.
func Rollups() []Rollup { return slices.Clone(rollups) }

// Values lists the words for the database.
func (Rollup) Values() []string { return enum.Strings(rollups) }

// MarshalGQL writes the word.
func (r Rollup) MarshalGQL(w io.Writer) { enum.Marshal(w, string(r)) }

// UnmarshalGQL reads the word; any other is refused.
func (r *Rollup) UnmarshalGQL(in any) (err error) { *r, err = enum.Unmarshal(in, rollups); return err }

// RollupBy is the rollup that tells one dimension apart; false where there is none.
func RollupBy(d Dimension) (Rollup, bool) {
	switch d {
	case ByItem:
		return RollupItem, true
	case ByPost:
		return RollupPost, true
	case ByStaff:
		return RollupStaff, true
	case ByChannel:
		return RollupChannel, true
	}
	return "", false
}

// Cell is what one sum is of. Day is the first of its day or month, Key what the rollup tells apart, "" of a day or month as a whole.
type Cell struct {
	Rollup  Rollup
	Measure Measure
	Day     workday.Date
	Key     string
	Kind    string
}

// CellsOf are the cells in which an entry counts, one of each rollup.
func CellsOf(e Entry, at Place) []Cell {
	month := StepMonth.Begin(e.Day)
	return []Cell{
		{RollupDay, e.Measure, e.Day, "", e.Kind},
		{RollupMonth, e.Measure, month, "", e.Kind},
		{RollupItem, e.Measure, month, at.Item, e.Kind},
		{RollupPost, e.Measure, month, at.Post, e.Kind},
		{RollupStaff, e.Measure, month, e.Staff, e.Kind},
		{RollupChannel, e.Measure, month, at.Channel, e.Kind},
	}
}

// Spreads tells whether a figure is a percentile of the measure: how its values are spread is kept beside their sum then.
func Spreads(m Measure) bool {
	return slices.ContainsFunc(definitions, func(d Definition) bool { return d.Percent > 0 && d.Sum == m })
}

// Rolled is what counts in a cell: the sum of the values and, of a measure that Spreads, how often each counts.
type Rolled struct {
	Sum    int
	Spread Spread
}

// Take adds n times a value of the measure.
func (r *Rolled) Take(m Measure, value, n int) {
	r.Sum += value * n
	if Spreads(m) {
		r.Spread = append(r.Spread, Counted{value, n})
	}
}

// Pack writes a spread: in the order of values how far each is from the one before, and how often it counts, as varints. It is nil of none.
func (s Spread) Pack() []byte {
	var out []byte
	last := 0
	for _, x := range s.Tidy() {
		out = binary.AppendVarint(binary.AppendVarint(out, int64(x.Value-last)), int64(x.N))
		last = x.Value
	}
	return out
}

// ErrPacked is given where bytes are no packed spread.
var ErrPacked = errors.New("no packed spread")

// Unpack adds what was packed to a spread.
func (s Spread) Unpack(packed []byte) (Spread, error) {
	for last := 0; len(packed) > 0; {
		step, a := binary.Varint(packed)
		if a <= 0 {
			return s, ErrPacked
		}
		n, b := binary.Varint(packed[a:])
		if b <= 0 {
			return s, ErrPacked
		}
		last += int(step)
		s, packed = append(s, Counted{last, int(n)}), packed[a+b:]
	}
	return s, nil
}

// Part is a stretch of days, both included: of whole months where Months, and to be taken away from what the others give where Minus.
type Part struct {
	From, Until   workday.Date
	Months, Minus bool
}

// Parts cuts the days of a report into whole months and what is to be added for the days before and after them, or taken away for those of the months that
// were not asked for, whichever is less. After today nothing counts yet, so that a month that is asked for up to today is whole. By steps shorter than a
// month no part is of months.
func Parts(step Step, from, until, today workday.Date) []Part {
	days := []Part{{From: from, Until: until}}
	if step == StepDay || step == StepWeek {
		return days
	}
	first, last := StepMonth.Begin(from), StepMonth.Begin(until).AddMonths(1).AddDays(-1)
	var edges []Part
	if before := from.Day - 1; before > 0 {
		if next := first.AddMonths(1); 2*before <= next.AddDays(-1).Day {
			edges = append(edges, Part{From: first, Until: from.AddDays(-1), Minus: true})
		} else {
			edges, first = append(edges, Part{From: from, Until: next.AddDays(-1)}), next
		}
	}
	if until.Before(last) && until.Before(today) {
		if begin := StepMonth.Begin(until); 2*until.Day > last.Day {
			edges = append(edges, Part{From: until.AddDays(1), Until: last, Minus: true})
		} else {
			edges, last = append(edges, Part{From: begin, Until: until}), begin.AddDays(-1)
		}
	}
	if last.Before(first) {
		return days
	}
	return append(edges, Part{From: first, Until: last, Months: true})
}
