package workday

import "time"

// Explanation answers "why this date?" for a deadline of working days: Steps holds
// every day once, from the day of the instant (never counted) to the due day.
type Explanation struct {
	From  Date
	Days  int
	Due   Deadline
	Steps []Step
}

// Step is one day of an explanation. Ordinal numbers the counted days from 1 and is 0
// on a day that was skipped; Name and Source are those of the calendar's row.
type Step struct {
	Date        Date
	Counted     bool
	Ordinal     int
	Kind        DayKind
	Name        string
	Source      string
	Provisional bool
	Reason      Reason
}

// ExplainDays explains what AddDays returns, and fails when it fails.
func (c *Calendar) ExplainDays(from time.Time, n int) (Explanation, error) {
	due, err := c.AddDays(from, n)
	if err != nil {
		return Explanation{}, err
	}
	start := DateOf(from, c.loc)
	e := Explanation{From: start, Days: n, Due: due, Steps: make([]Step, 0, n+n/2+2)}
	for d, ordinal := start, 0; ; d = d.AddDays(1) {
		step := c.step(d)
		switch {
		case d == start:
			step.Counted, step.Reason = false, ReasonDayOfEvent
		case step.Counted:
			ordinal++
			step.Ordinal = ordinal
		}
		e.Steps = append(e.Steps, step)
		if ordinal == n {
			return e, nil
		}
	}
}

// step tells what the calendar makes of a day, without its instants.
func (c *Calendar) step(d Date) Step {
	s := Step{Date: d, Counted: c.Working(d), Kind: DayWeekday, Provisional: c.Provisional(d.Year)}
	if isWeekend(d.Weekday()) {
		s.Kind = DayWeekend
	}
	row, decided := c.rows[d]
	if decided {
		s.Kind, s.Name, s.Source = DayKind(row.Kind), row.Name, row.Source
	}
	switch {
	case decided && row.Kind.Working() == s.Counted:
		s.Reason = Reason(row.Kind)
	case s.Counted:
		s.Reason = ReasonWorkingDay
	case s.Kind == DayWeekend:
		s.Reason = ReasonWeekend
	default:
		s.Reason = ReasonNoOfficeHours
	}
	return s
}

// HoursExplanation answers "why this hour?" for a deadline of working time: Uses holds
// each stretch of office hours that was used, in order; together they last Duration.
type HoursExplanation struct {
	From     time.Time
	Duration time.Duration
	Due      Deadline
	Uses     []HoursUse
}

// HoursUse is a stretch of office hours that was used: how long it is and how much had
// been used at its end.
type HoursUse struct {
	Interval Interval
	Used     time.Duration
	Total    time.Duration
}

// ExplainHours explains what AddHours returns, and fails when it fails.
func (c *Calendar) ExplainHours(from time.Time, d time.Duration) (HoursExplanation, error) {
	due, err := c.AddHours(from, d)
	if err != nil {
		return HoursExplanation{}, err
	}
	e := HoursExplanation{From: from.In(c.loc), Duration: d, Due: due}
	var total time.Duration
	for _, i := range c.Intervals(from, due.At) {
		total += i.Duration()
		e.Uses = append(e.Uses, HoursUse{Interval: i, Used: i.Duration(), Total: total})
	}
	return e, nil
}
