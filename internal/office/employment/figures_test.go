package employment

import (
	"testing"
	"time"
)

// Of several acts the first in the period counts, whatever their order; the end does not belong to it.
func TestE7_TheFirstInAPeriod(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 3, d, 0, 0, 0, 0, time.UTC) }
	for name, c := range map[string]struct {
		acts []time.Time
		want int // day of March, 0 for none
	}{
		"none":                      {nil, 0},
		"never happened":            {[]time.Time{{}}, 0},
		"at its beginning":          {[]time.Time{day(5)}, 5},
		"at its end":                {[]time.Time{day(10)}, 0},
		"before and after":          {[]time.Time{day(4), day(11)}, 0},
		"the earlier of two":        {[]time.Time{day(8), day(6)}, 6},
		"not the one before it":     {[]time.Time{day(1), day(9)}, 9},
		"the last instant of it":    {[]time.Time{day(10).Add(-time.Nanosecond)}, 9},
		"the same instant twice":    {[]time.Time{day(7), day(7)}, 7},
		"an earlier one of a month": {[]time.Time{day(9), day(3), day(7), day(20)}, 7},
	} {
		got, found := FirstIn(day(5), day(10), c.acts...)
		if found != (c.want > 0) || found && got.Day() != c.want {
			t.Errorf("%s: %s, %t", name, got, found)
		}
	}
}
