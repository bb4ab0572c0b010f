// Package workday is the arithmetic of office working time: which days are
// worked, when the office is open, and when a promise of so many working days
// or hours falls due (MECHANISMS.md, section Time; F8, Q4, T7).
//
// It is pure: every instant is passed in, nothing is read from a clock.
package workday

import (
	"errors"
	"fmt"
	"sync/atomic"
	"time"
)

// A Calendar answers for these years; outside them no office is open.
const (
	FirstYear = 1900
	LastYear  = 2199
)

// MaxDays and MaxHours bound what may be counted in one call.
const (
	MaxDays  = 2000
	MaxHours = MaxDays * 24 * time.Hour
)

// maxGap is the longest stretch without a working day that is searched, in days.
const maxGap = 2 * 366

// Errors of the arithmetic; they come wrapped with the facts.
var (
	// ErrOutOfBounds: a number of days or hours that is not positive or too large.
	ErrOutOfBounds = errors.New("out of bounds")
	// ErrNoWorkingDay: no working day within two years, or none the Calendar knows.
	ErrNoWorkingDay = errors.New("no working day within two years")
)

// Row is one dated row of the calendar: what it makes of the day, the festival's
// or closure's name, and where it comes from (a notice's number, a person).
type Row struct {
	Date   Date    `json:"date"`
	Kind   RowKind `json:"kind"`
	Name   string  `json:"name"`
	Source string  `json:"source,omitempty"`
}

// Config is what a Calendar is made of. MakeUpHours are the hours of a make-up
// or local opening day whose weekday has none (default: Monday's, or those of the
// first weekday after it that has any). NoticeYears are the years whose notice is
// known; every other year counts as plain weekdays and is provisional.
type Config struct {
	Location    *time.Location
	Hours       Hours
	MakeUpHours []Period
	NoticeYears []int
	Rows        []Row
}

// Calendar is an office's working time. It is immutable and safe for concurrent use.
type Calendar struct {
	loc     *time.Location
	hours   Hours
	makeUp  []Period
	notices map[int]bool
	rows    map[Date]Row
	// Filled on first use; two callers may compute the same year, with the same result.
	years [LastYear - FirstYear + 1]atomic.Pointer[year]
}

// Interval is a stretch of instants, half-open: [Start, End).
type Interval struct {
	Start time.Time
	End   time.Time
}

// Duration returns the length of the interval.
func (i Interval) Duration() time.Duration { return i.End.Sub(i.Start) }

// Day is what the calendar knows of one day. Name and Source are those of the row
// that decides the day; Periods is empty when the day is not worked. Provisional
// means that the year has no notice yet.
type Day struct {
	Date        Date
	Working     bool
	Kind        DayKind
	Name        string
	Source      string
	Provisional bool
	Periods     []Interval
}

// New makes a Calendar. It fails without a location, on empty or overlapping
// periods, on a row with no real day or no known kind, and on two national or two
// local rows for one day. A local row beats the national row of its day.
func New(cfg Config) (*Calendar, error) {
	if cfg.Location == nil {
		return nil, errors.New("calendar: no location")
	}
	c := &Calendar{loc: cfg.Location, notices: make(map[int]bool), rows: make(map[Date]Row, len(cfg.Rows))}
	for w, periods := range cfg.Hours {
		sorted, err := ordered(periods)
		if err != nil {
			return nil, fmt.Errorf("calendar: hours of %s: %w", time.Weekday(w), err)
		}
		c.hours[w] = sorted
	}
	makeUp, err := ordered(cfg.MakeUpHours)
	if err != nil {
		return nil, fmt.Errorf("calendar: make-up hours: %w", err)
	}
	for i := 0; len(makeUp) == 0 && i < 7; i++ {
		makeUp = c.hours[(int(time.Monday)+i)%7]
	}
	c.makeUp = makeUp
	for _, y := range cfg.NoticeYears {
		c.notices[y] = true
	}
	type place struct {
		date  Date
		local bool
	}
	seen := make(map[place]Row, len(cfg.Rows))
	for _, row := range cfg.Rows {
		if !row.Date.valid() {
			return nil, fmt.Errorf("calendar: row %q: %s is no day", row.Name, row.Date)
		}
		if !row.Kind.IsValid() {
			return nil, fmt.Errorf("calendar: row of %s: unknown kind %.40q", row.Date, row.Kind)
		}
		at := place{row.Date, row.Kind.Local()}
		if first, twice := seen[at]; twice {
			return nil, fmt.Errorf("calendar: two rows for %s: %s (%s) and %s (%s)",
				row.Date, first.Kind, first.Name, row.Kind, row.Name)
		}
		seen[at] = row
		if other, ok := c.rows[row.Date]; !ok || !other.Kind.Local() {
			c.rows[row.Date] = row
		}
	}
	return c, nil
}

// Location returns the office's time zone.
func (c *Calendar) Location() *time.Location { return c.loc }

// Provisional reports whether the year has no notice yet.
func (c *Calendar) Provisional(year int) bool { return !c.notices[year] }

func (c *Calendar) anyProvisional(from, to int) bool {
	for y := from; y <= to; y++ {
		if c.Provisional(y) {
			return true
		}
	}
	return false
}

// Day tells what the calendar knows of a day.
func (c *Calendar) Day(d Date) Day {
	day := Day{Date: d, Kind: DayWeekday, Provisional: c.Provisional(d.Year)}
	if isWeekend(d.Weekday()) {
		day.Kind = DayWeekend
	}
	if row, ok := c.rows[d]; ok {
		day.Kind, day.Name, day.Source = DayKind(row.Kind), row.Name, row.Source
	}
	for _, s := range c.spansOf(d) {
		day.Periods = append(day.Periods, Interval{Start: c.at(s.start), End: c.at(s.end)})
	}
	day.Working = len(day.Periods) > 0
	return day
}

// Working reports whether the day is worked.
func (c *Calendar) Working(d Date) bool { return len(c.spansOf(d)) > 0 }

// OpenOf returns the opening instant of the day; false on a day that is not worked.
func (c *Calendar) OpenOf(d Date) (time.Time, bool) {
	spans := c.spansOf(d)
	if len(spans) == 0 {
		return time.Time{}, false
	}
	return c.at(spans[0].start), true
}

// CloseOf returns the close of business of the day (Civil Code art. 203); false
// on a day that is not worked.
func (c *Calendar) CloseOf(d Date) (time.Time, bool) {
	spans := c.spansOf(d)
	if len(spans) == 0 {
		return time.Time{}, false
	}
	return c.at(spans[len(spans)-1].end), true
}

// Open reports whether t lies inside an office period.
func (c *Calendar) Open(t time.Time) bool {
	y := c.year(t.In(c.loc).Year())
	if y == nil {
		return false
	}
	i := y.lastStarting(t)
	return i >= 0 && t.Before(time.Unix(y.spans[i].end, 0))
}

// NextOpen returns t itself when the office is open, else the next opening
// instant; the zero time when there is none within two years.
func (c *Calendar) NextOpen(t time.Time) time.Time {
	start := DateOf(t, c.loc)
	for n := max(start.Year, FirstYear); n <= start.Year+3; n++ {
		y := c.year(n)
		if y == nil {
			break
		}
		i := y.lastStarting(t)
		if i >= 0 && t.Before(time.Unix(y.spans[i].end, 0)) {
			return t
		}
		if i+1 < len(y.spans) {
			next := c.at(y.spans[i+1].start)
			if DateOf(next, c.loc).number()-start.number() > maxGap {
				break
			}
			return next
		}
	}
	return time.Time{}
}

// Intervals returns the office periods between two instants, clipped to them, in
// order; nothing when to is not after from.
func (c *Calendar) Intervals(from, to time.Time) []Interval {
	var out []Interval
	if !from.Before(to) {
		return out
	}
	first, last := max(from.In(c.loc).Year(), FirstYear), min(to.In(c.loc).Year(), LastYear)
	for n := first; n <= last; n++ {
		y := c.year(n)
		for i := max(y.lastStarting(from), 0); i < len(y.spans); i++ {
			start, end := c.at(y.spans[i].start), c.at(y.spans[i].end)
			if !start.Before(to) {
				break
			}
			if start.Before(from) {
				start = from.In(c.loc)
			}
			if end.After(to) {
				end = to.In(c.loc)
			}
			if start.Before(end) {
				out = append(out, Interval{Start: start, End: end})
			}
		}
	}
	return out
}

func (c *Calendar) at(unix int64) time.Time { return time.Unix(unix, 0).In(c.loc) }
