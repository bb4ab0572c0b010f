package reporting

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"xinxing/internal/office/workday"
)

func someDay(t *rapid.T, name string) workday.Date {
	return workday.Date{Year: 2025, Month: time.November, Day: 1}.AddDays(rapid.IntRange(0, 500).Draw(t, name))
}

// The parts of a period are its days, each once, and of other days that can count none: what is too much of a month is taken away again. Of less than a
// half of a month at each end entries are added up, unless the period is no longer than that or its steps are shorter than a month.
func TestR_PartsAreThePeriod(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := someDay(t, "from")
		until, today := from.AddDays(rapid.IntRange(0, 100).Draw(t, "days")), someDay(t, "today")
		step := Step(rapid.SampledFrom(Step("").Values()).Draw(t, "step"))
		short := step == StepDay || step == StepWeek
		parts := Parts(step, from, until, today)
		counts, read := map[workday.Date]int{}, 0
		for _, p := range parts {
			n := 1
			if p.Minus {
				n = -1
			}
			if p.Months && (short || p.Minus || p.From.Day != 1 || p.Until.AddDays(1).Day != 1) {
				t.Fatalf("months by %s from %s until %s", step, p.From, p.Until)
			}
			for d := p.From; !p.Until.Before(d); d = d.AddDays(1) {
				if counts[d] += n; !p.Months {
					read++
				}
			}
		}
		for d := from.AddDays(-60); d.Before(until.AddDays(60)); d = d.AddDays(1) {
			want := 1
			if d.Before(from) || until.Before(d) {
				want = 0
			}
			if counts[d] != want && !(today.Before(d) && until.Before(d)) {
				t.Fatalf("%s counts %d times in %v of %s until %s on %s", d, counts[d], parts, from, until, today)
			}
		}
		if !short && len(parts) > 1 && read > 32 {
			t.Fatalf("%d days are added up for %s until %s", read, from, until)
		}
	})
}

// What was packed is what is unpacked, tidy; and what is no packed spread is refused.
func TestR_SpreadsArePacked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SliceOf(rapid.Custom(func(t *rapid.T) Counted {
			return Counted{rapid.IntRange(-5, 100_000).Draw(t, "value"), rapid.IntRange(-3, 300).Draw(t, "n")}
		})).Draw(t, "spread")
		sums := map[int]int{}
		for _, x := range s {
			sums[x.Value] += x.N
		}
		got, err := Spread(nil).Unpack(Spread(slices.Clone(s)).Pack())
		if err != nil {
			t.Fatal(err)
		}
		for i, x := range got {
			if x.N == 0 || x.N != sums[x.Value] || i > 0 && got[i-1].Value >= x.Value {
				t.Fatalf("%v of %v", got, s)
			}
			delete(sums, x.Value)
		}
		for v, n := range sums {
			if n != 0 {
				t.Fatalf("%d times %d is gone", n, v)
			}
		}
	})
	for _, broken := range [][]byte{{0x80}, {2}, {2, 2, 4}, {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01}} {
		if _, err := Spread(nil).Unpack(broken); err == nil {
			t.Errorf("%v is a spread", broken)
		}
	}
}

// An entry counts once in each rollup, in the first day of its month but by day, and its spread is kept where a percentile is told of the measure.
func TestR_AnEntryCountsOnceInEachRollup(t *testing.T) {
	e := Entry{WorkingTime, workday.Date{Year: 2026, Month: time.February, Day: 26}, "st_1", "", 35}
	at := Place{"SQ-01", "po_1", "VISIT"}
	keys := map[Rollup]string{RollupDay: "", RollupMonth: "", RollupItem: "SQ-01", RollupPost: "po_1", RollupStaff: "st_1", RollupChannel: "VISIT"}
	for _, c := range CellsOf(e, at) {
		day := workday.Date{Year: 2026, Month: time.February, Day: 1}
		if c.Rollup == RollupDay {
			day = e.Day
		}
		if key, ok := keys[c.Rollup]; !ok || c != (Cell{c.Rollup, WorkingTime, day, key, ""}) {
			t.Errorf("%v", c)
		}
		delete(keys, c.Rollup)
	}
	if len(keys) > 0 {
		t.Errorf("in none of %v", keys)
	}
	for _, m := range measures {
		var r Rolled
		r.Take(m, 7, 2)
		r.Take(m, 3, -1)
		if r.Sum != 11 || (len(r.Spread) > 0) != (m == WorkingTime) {
			t.Errorf("%s: %v", m, r)
		}
	}
	for d, want := range map[Dimension]Rollup{ByItem: RollupItem, ByPost: RollupPost, ByStaff: RollupStaff, ByChannel: RollupChannel, ByCommunity: "", ByKind: ""} {
		if got, ok := RollupBy(d); got != want || ok != (want != "") {
			t.Errorf("by %s: %s", d, got)
		}
	}
}
