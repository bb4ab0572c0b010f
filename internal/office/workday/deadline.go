package workday

import (
	"fmt"
	"math"
	"sort"
	"time"
)

// Deadline is an instant by which something is due. Provisional means that a day
// between the start and the instant lies in a year that has no notice yet.
type Deadline struct {
	At          time.Time
	Provisional bool
}

// AddDays returns the deadline of n working days (1 to MaxDays) from an instant: the
// day of the instant is not counted (Civil Code art. 201), and the deadline is the
// close of business of the n-th working day after it (art. 203). It fails when two
// years hold no working day.
func (c *Calendar) AddDays(from time.Time, n int) (Deadline, error) {
	if n < 1 || n > MaxDays {
		return Deadline{}, fmt.Errorf("%d working days: want 1 to %d: %w", n, MaxDays, ErrOutOfBounds)
	}
	start := DateOf(from, c.loc)
	day, err := c.nthAfter(start, n)
	if err != nil {
		return Deadline{}, err
	}
	at, _ := c.CloseOf(day)
	return Deadline{At: at, Provisional: c.anyProvisional(start.Year, day.Year)}, nil
}

// AddHours returns the deadline of d of working time (0 to MaxHours) from an instant:
// the first instant by which the office has been open for d. With d zero it is the
// next instant at which the office is open. It fails when two years hold no working day.
func (c *Calendar) AddHours(from time.Time, d time.Duration) (Deadline, error) {
	if d < 0 || d > MaxHours {
		return Deadline{}, fmt.Errorf("working time %s: want 0 to %s: %w", d, MaxHours, ErrOutOfBounds)
	}
	start := DateOf(from, c.loc)
	if d == 0 {
		at := c.NextOpen(from)
		if at.IsZero() {
			return Deadline{}, fmt.Errorf("after %s: %w", start, ErrNoWorkingDay)
		}
		return Deadline{At: at.In(c.loc), Provisional: c.anyProvisional(start.Year, DateOf(at, c.loc).Year)}, nil
	}
	y, last := c.year(start.Year), start.number()
	if y == nil {
		return Deadline{}, fmt.Errorf("after %s: %w", start, ErrNoWorkingDay)
	}
	for target, n := y.elapsed(from)+d, start.Year; ; {
		if total := seconds(y.total); target > total {
			target -= total
			last = y.lastWorked(last)
			n++
			var err error
			if y, err = c.forward(n, last); err != nil {
				return Deadline{}, fmt.Errorf("after %s: %w", start, err)
			}
			continue
		}
		i := sort.Search(len(y.spans), func(i int) bool {
			s := y.spans[i]
			return seconds(s.before+s.end-s.start) >= target
		})
		s := y.spans[i]
		return Deadline{
			At:          c.at(s.start).Add(target - seconds(s.before)),
			Provisional: c.anyProvisional(start.Year, n),
		}, nil
	}
}

// SubHours returns the instant inside office hours at which exactly d of working time
// (more than 0, at most MaxHours) remains before at: the last such instant, so an
// opening rather than the closing before it (T7). It fails when two years hold no
// working day.
func (c *Calendar) SubHours(at time.Time, d time.Duration) (time.Time, error) {
	if d <= 0 || d > MaxHours {
		return time.Time{}, fmt.Errorf("working time %s: want more than 0, at most %s: %w", d, MaxHours, ErrOutOfBounds)
	}
	end := DateOf(at, c.loc)
	y, first := c.year(end.Year), end.number()
	if y == nil {
		return time.Time{}, fmt.Errorf("before %s: %w", end, ErrNoWorkingDay)
	}
	target := y.elapsed(at) - d
	for n := end.Year - 1; target < 0; n-- {
		first = y.firstWorked(first)
		var err error
		if y, err = c.backward(n, first); err != nil {
			return time.Time{}, fmt.Errorf("before %s: %w", end, err)
		}
		target += seconds(y.total)
	}
	i := sort.Search(len(y.spans), func(i int) bool { return seconds(y.spans[i].before) > target }) - 1
	s := y.spans[i]
	return c.at(s.start).Add(target - seconds(s.before)), nil
}

// SubDays returns the instant inside office hours at which n working days (1 to
// MaxDays) remain before at (T7). Before a close of business, 1 is the opening of that
// same day and 2 the opening of the working day before. An instant inside a working
// day moves n working days back at the same time of day, then into office hours. Any
// other instant counts as the last close before it.
func (c *Calendar) SubDays(at time.Time, n int) (time.Time, error) {
	if n < 1 || n > MaxDays {
		return time.Time{}, fmt.Errorf("%d working days: want 1 to %d: %w", n, MaxDays, ErrOutOfBounds)
	}
	day := DateOf(at, c.loc)
	spans := c.spansOf(day)
	atClose := len(spans) == 0 || at.Unix() >= spans[len(spans)-1].end
	if atClose {
		// The deadline's own day is the first of the n, so look from the day after.
		day = day.AddDays(1)
	}
	day, err := c.nthBefore(day, n)
	if err != nil {
		return time.Time{}, err
	}
	if atClose || at.Unix() <= spans[0].start {
		opening, _ := c.OpenOf(day)
		return opening, nil
	}
	local := at.In(c.loc)
	hour, minute, second := local.Clock()
	same := time.Date(day.Year, day.Month, day.Day, hour, minute, second, local.Nanosecond(), c.loc)
	return c.NextOpen(same), nil
}

// Between returns the office time between two instants, negative when b lies before
// a. Years outside the calendar hold none.
func (c *Calendar) Between(a, b time.Time) time.Duration {
	if b.Before(a) {
		return -c.Between(b, a)
	}
	from, before := c.position(a)
	to, after := c.position(b)
	sum := after - before
	for n := from; n < to; n++ {
		sum += seconds(c.year(n).total)
		if sum < 0 && n > from {
			return math.MaxInt64
		}
	}
	return sum
}

// position returns the year of t, held inside the calendar, and its office time before t.
func (c *Calendar) position(t time.Time) (int, time.Duration) {
	n := t.In(c.loc).Year()
	switch {
	case n < FirstYear:
		return FirstYear, 0
	case n > LastYear:
		return LastYear, seconds(c.year(LastYear).total)
	default:
		return n, c.year(n).elapsed(t)
	}
}

// WorkingDaysBetween returns the number of working days after a up to and including b,
// negative when b lies before a: WorkingDaysBetween(a, b) is -WorkingDaysBetween(b, a).
func (c *Calendar) WorkingDaysBetween(a, b Date) int {
	if b.Before(a) {
		return -c.WorkingDaysBetween(b, a)
	}
	from, before := c.count(a)
	to, upTo := c.count(b)
	sum := upTo - before
	for n := from; n < to; n++ {
		sum += len(c.year(n).worked)
	}
	return sum
}

// count returns the year of d, held inside the calendar, and its working days up to
// and including d.
func (c *Calendar) count(d Date) (int, int) {
	d = d.AddDays(0)
	switch {
	case d.Year < FirstYear:
		return FirstYear, 0
	case d.Year > LastYear:
		return LastYear, len(c.year(LastYear).worked)
	default:
		y := c.year(d.Year)
		return d.Year, int(y.ordinal[d.number()-y.number+1])
	}
}

// FirstContactBy returns the limit of the first contact (F8): the later of the close of
// business of the contact's office day and min of working time (0 to MaxHours) after the
// contact. A contact outside office hours belongs to the day of the next opening.
func (c *Calendar) FirstContactBy(contact time.Time, min time.Duration) (Deadline, error) {
	limit, err := c.AddHours(contact, min)
	if err != nil {
		return Deadline{}, err
	}
	start := DateOf(contact, c.loc)
	day := DateOf(c.NextOpen(contact), c.loc)
	if closing, open := c.CloseOf(day); open && closing.After(limit.At) {
		return Deadline{At: closing, Provisional: c.anyProvisional(start.Year, day.Year)}, nil
	}
	return limit, nil
}

// nthAfter returns the n-th working day after d.
func (c *Calendar) nthAfter(d Date, n int) (Date, error) {
	y, last := c.year(d.Year), d.number()
	if y == nil {
		return Date{}, fmt.Errorf("after %s: %w", d, ErrNoWorkingDay)
	}
	target := int(y.ordinal[last-y.number+1]) + n
	for number := d.Year; target > len(y.worked); {
		target -= len(y.worked)
		last = y.lastWorked(last)
		number++
		var err error
		if y, err = c.forward(number, last); err != nil {
			return Date{}, fmt.Errorf("after %s: %w", d, err)
		}
	}
	return y.date(int(y.worked[target-1])), nil
}

// nthBefore returns the n-th working day before d.
func (c *Calendar) nthBefore(d Date, n int) (Date, error) {
	y, first := c.year(d.Year), d.number()
	if y == nil {
		return Date{}, fmt.Errorf("before %s: %w", d, ErrNoWorkingDay)
	}
	target := int(y.ordinal[first-y.number]) - n
	for number := d.Year - 1; target < 0; number-- {
		first = y.firstWorked(first)
		var err error
		if y, err = c.backward(number, first); err != nil {
			return Date{}, fmt.Errorf("before %s: %w", d, err)
		}
		target += len(y.worked)
	}
	return y.date(int(y.worked[target])), nil
}

// forward enters year n from the working day numbered last, the start counting as one.
func (c *Calendar) forward(n, last int) (*year, error) {
	y := c.year(n)
	if y == nil {
		return nil, ErrNoWorkingDay
	}
	reached := y.number + y.length
	if len(y.worked) > 0 {
		reached = y.number + int(y.worked[0])
	}
	if reached-last > maxGap {
		return nil, ErrNoWorkingDay
	}
	return y, nil
}

// backward enters year n from the working day numbered first, the end counting as one.
func (c *Calendar) backward(n, first int) (*year, error) {
	y := c.year(n)
	if y == nil {
		return nil, ErrNoWorkingDay
	}
	reached := y.number
	if k := len(y.worked); k > 0 {
		reached = y.number + int(y.worked[k-1])
	}
	if first-reached > maxGap {
		return nil, ErrNoWorkingDay
	}
	return y, nil
}

// lastWorked returns the number of the year's last working day, or since when that is later.
func (y *year) lastWorked(since int) int {
	if k := len(y.worked); k > 0 {
		return max(since, y.number+int(y.worked[k-1]))
	}
	return since
}

// firstWorked returns the number of the year's first working day, or until when that is earlier.
func (y *year) firstWorked(until int) int {
	if len(y.worked) > 0 {
		return min(until, y.number+int(y.worked[0]))
	}
	return until
}

// date returns the day i days after January 1.
func (y *year) date(i int) Date {
	return DateOf(time.Unix(int64(y.number+i)*86400, 0), time.UTC)
}
