package workday

import (
	"sort"
	"time"
)

// span is an office period as instants, in Unix seconds, with the office time of
// its year that lies before it, in seconds. Periods begin and end on whole minutes
// and zones shift by whole seconds, so nothing is lost.
type span struct {
	start  int64
	end    int64
	before int64
}

// year is one calendar year laid out for searching: its spans in order, where each
// day's spans begin, and how many working days precede each day.
type year struct {
	spans   []span
	first   [367]int32 // index of the first span on or after the day of the year, from 0
	ordinal [367]int16 // working days before the day of the year, from 0
	worked  []int16    // the day of the year, from 0, of each working day
	length  int        // days
	total   int64      // office seconds
	number  int        // of January 1, days since the epoch
}

// year returns the laid-out year, or nil outside the calendar.
func (c *Calendar) year(n int) *year {
	if n < FirstYear || n > LastYear {
		return nil
	}
	slot := &c.years[n-FirstYear]
	if y := slot.Load(); y != nil {
		return y
	}
	y := c.layOut(n)
	slot.Store(y)
	return y
}

func (c *Calendar) layOut(n int) *year {
	newYear := Date{Year: n, Month: time.January, Day: 1}
	y := &year{number: newYear.number()}
	y.length = Date{Year: n + 1, Month: time.January, Day: 1}.number() - y.number
	d := newYear
	for i := range y.length {
		y.first[i] = int32(len(y.spans))
		y.ordinal[i] = int16(len(y.worked))
		for _, p := range c.periodsOf(d) {
			start, end := c.instant(d, p.From), c.instant(d, p.To)
			// A period inside the hour that a clock skips, or on a day that a zone left out, has no instants.
			if start >= end {
				continue
			}
			y.spans = append(y.spans, span{start: start, end: end, before: y.total})
			y.total += end - start
		}
		if int(y.first[i]) < len(y.spans) {
			y.worked = append(y.worked, int16(i))
		}
		d = d.AddDays(1)
	}
	for i := y.length; i < len(y.first); i++ {
		y.first[i] = int32(len(y.spans))
		y.ordinal[i] = int16(len(y.worked))
	}
	return y
}

// periodsOf returns the office's periods of a day on the wall clock.
func (c *Calendar) periodsOf(d Date) []Period {
	usual := c.hours[d.Weekday()]
	row, ok := c.rows[d]
	switch {
	case !ok:
		return usual
	case !row.Kind.Working():
		return nil
	case len(usual) == 0:
		return c.makeUp
	default:
		return usual
	}
}

// instant returns the Unix second at which the wall clock of day d shows t. A time
// that the clock skips becomes the instant of the skip.
func (c *Calendar) instant(d Date, t TimeOfDay) int64 {
	asked := time.Date(d.Year, d.Month, d.Day, 0, int(t), 0, 0, time.UTC)
	got := time.Date(d.Year, d.Month, d.Day, 0, int(t), 0, 0, c.loc)
	_, offset := got.Zone()
	// time.Date moves a skipped time to one side of the skip and does not say to which.
	switch shows := got.Unix() + int64(offset); {
	case shows > asked.Unix():
		skip, _ := got.ZoneBounds()
		return skip.Unix()
	case shows < asked.Unix():
		_, skip := got.ZoneBounds()
		return skip.Unix()
	default:
		return got.Unix()
	}
}

// spansOf returns the spans of a day; none when it is not worked or not known.
func (c *Calendar) spansOf(d Date) []span {
	y := c.year(d.Year)
	if y == nil {
		return nil
	}
	i := d.number() - y.number
	if i < 0 || i >= y.length {
		return nil
	}
	return y.spans[y.first[i]:y.first[i+1]]
}

// lastStarting returns the index of the last span that starts at or before t, or -1.
func (y *year) lastStarting(t time.Time) int {
	second := t.Unix()
	return sort.Search(len(y.spans), func(i int) bool { return y.spans[i].start > second }) - 1
}

// elapsed returns the office time of the year before t.
func (y *year) elapsed(t time.Time) time.Duration {
	i := y.lastStarting(t)
	if i < 0 {
		return 0
	}
	s := y.spans[i]
	if t.Unix() >= s.end {
		return seconds(s.before + s.end - s.start)
	}
	return seconds(s.before) + t.Sub(time.Unix(s.start, 0))
}

func seconds(n int64) time.Duration { return time.Duration(n) * time.Second }
