package casework

import (
	"cmp"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestE6_GreenComesFirstWithinItsDueDayAndNoEarlier(t *testing.T) {
	zone := time.FixedZone("", 8*3600)
	day := func(at time.Time) string { return at.In(zone).Format(time.DateOnly) }
	type queued struct {
		due   time.Time
		green bool
	}
	rapid.Check(t, func(t *rapid.T) {
		cases := make([]queued, rapid.IntRange(1, 12).Draw(t, "cases"))
		for i := range cases {
			at := time.Date(2026, time.March, 2, 0, 0, 0, 0, zone).Add(time.Duration(rapid.IntRange(1, 4*24*60).Draw(t, "minutes")) * time.Minute)
			cases[i] = queued{at, rapid.Bool().Draw(t, "green")}
		}
		slices.SortStableFunc(cases, func(a, b queued) int {
			return cmp.Compare(QueueAt(a.due, a.green, zone).UnixMicro(), QueueAt(b.due, b.green, zone).UnixMicro())
		})
		for i, c := range cases {
			if at := QueueAt(c.due, c.green, zone); at.After(c.due) || day(at) != day(c.due) {
				t.Fatalf("due %s, in the queue at %s", c.due, at)
			}
			for _, later := range cases[i+1:] {
				midnight := day(c.due) != day(c.due.Add(-time.Microsecond)) // due as the day begins: nothing is before it
				if day(later.due) < day(c.due) || day(later.due) == day(c.due) && later.green && !c.green && !midnight {
					t.Fatalf("%+v is behind %+v", later, c)
				}
				if day(later.due) == day(c.due) && !later.green && !c.green && later.due.Before(c.due) {
					t.Fatalf("%+v is behind %+v", later, c)
				}
			}
		}
	})
}
