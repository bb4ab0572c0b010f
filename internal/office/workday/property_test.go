package workday

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// GoString is what a failed property prints, instead of every year that was laid out.
func (c *Calendar) GoString() string {
	return fmt.Sprintf("calendar{%s, hours %v, make-up %v, %d notices, %d rows}", c.loc, c.hours, c.makeUp, len(c.notices), len(c.rows))
}

// anyCalendar draws offices as odd as an office may be: any hours on any weekdays, any
// rows, zones with and without summer time. At least one weekday is worked.
func anyCalendar(t *testing.T) *rapid.Generator[*Calendar] {
	var zones []*time.Location
	for _, name := range []string{"Asia/Shanghai", "Asia/Shanghai", "UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Beirut"} {
		zones = append(zones, zone(t, name))
	}
	notices, err := Notices()
	if err != nil {
		t.Fatal(err)
	}
	return rapid.Custom(func(r *rapid.T) *Calendar {
		cfg := Config{Location: rapid.SampledFrom(zones).Draw(r, "zone"), Hours: DefaultHours()}
		if rapid.Bool().Draw(r, "odd hours") {
			worked := rapid.SliceOfNDistinct(rapid.IntRange(0, 6), 1, 7, rapid.ID[int]).Draw(r, "weekdays")
			cfg.Hours = Hours{}
			for _, w := range worked {
				cfg.Hours[w] = anyPeriods.Draw(r, "hours")
			}
		}
		if rapid.Bool().Draw(r, "make-up hours") {
			cfg.MakeUpHours = anyPeriods.Draw(r, "hours")
		}
		if rapid.IntRange(0, 3).Draw(r, "notices") > 0 {
			cfg = cfg.WithNotices(notices)
		}
		days := rapid.SliceOfNDistinct(rapid.IntRange(0, 900), 0, 40, rapid.ID[int]).Draw(r, "local days")
		for _, n := range days {
			kind := rapid.SampledFrom([]RowKind{RowLocalClosure, RowLocalOpening}).Draw(r, "kind")
			cfg.Rows = append(cfg.Rows, Row{Date: Date{2025, 1, 1}.AddDays(n), Kind: kind, Name: "本地"})
		}
		c, err := New(cfg)
		if err != nil {
			r.Fatal(err)
		}
		return c
	})
}

var anyPeriods = rapid.Custom(func(r *rapid.T) []Period {
	edges := rapid.SliceOfNDistinct(rapid.IntRange(0, 96), 2, 6, rapid.ID[int]).Draw(r, "edges")
	for i := range edges { // insertion sort keeps the draw small to shrink
		for k := i; k > 0 && edges[k-1] > edges[k]; k-- {
			edges[k-1], edges[k] = edges[k], edges[k-1]
		}
	}
	var periods []Period
	for i := 0; i+1 < len(edges); i += 2 {
		periods = append(periods, Period{From: TimeOfDay(15 * edges[i]), To: TimeOfDay(15 * edges[i+1])})
	}
	return periods
})

// anyInstant draws instants of 2024 to 2028 in whole minutes and in nanoseconds; half of
// them are an edge of an office period, where mistakes live.
func anyInstant(r *rapid.T, c *Calendar, label string) time.Time {
	start := time.Date(2024, 1, 1, 0, 0, 0, 0, c.loc)
	v := start.Add(time.Duration(rapid.Int64Range(0, 5*366*24*60).Draw(r, label)) * time.Minute)
	switch rapid.IntRange(0, 3).Draw(r, label+" kind") {
	case 0:
		v = v.Add(time.Duration(rapid.Int64Range(0, int64(time.Minute)).Draw(r, label+" nanoseconds")))
	case 1:
		v = c.NextOpen(v)
	case 2:
		if end, ok := c.CloseOf(DateOf(c.NextOpen(v), c.loc)); ok {
			v = end
		}
	}
	beside := rapid.SampledFrom([]time.Duration{0, 0, 0, 1, -1, time.Second, -time.Minute, 30 * time.Second})
	return v.Add(beside.Draw(r, label+" beside"))
}

func anyWork(r *rapid.T, label string) time.Duration {
	if rapid.Bool().Draw(r, label+" whole") {
		return time.Duration(rapid.Int64Range(1, 400).Draw(r, label)) * 15 * time.Minute
	}
	return time.Duration(rapid.Int64Range(1, int64(60*time.Hour)).Draw(r, label))
}

func check(t *testing.T, property func(r *rapid.T, c *Calendar)) {
	calendars := anyCalendar(t)
	rapid.Check(t, func(r *rapid.T) { property(r, calendars.Draw(r, "calendar")) })
}

func TestTime_Property_AddDaysIsMonotonic(t *testing.T) {
	check(t, func(r *rapid.T, c *Calendar) {
		a, b := anyInstant(r, c, "a"), anyInstant(r, c, "b")
		if b.Before(a) {
			a, b = b, a
		}
		n := rapid.IntRange(1, 40).Draw(r, "n")
		da, db := ok(r)(c.AddDays(a, n)), ok(r)(c.AddDays(b, n))
		if db.At.Before(da.At) {
			r.Fatalf("%s + %d = %s, but the later %s + %d = %s", a, n, da.At, b, n, db.At)
		}
		if more := ok(r)(c.AddDays(a, n+1)); !more.At.After(da.At) {
			r.Fatalf("%s + %d = %s, but + %d = %s", a, n, da.At, n+1, more.At)
		}
		if !da.At.After(a) {
			r.Fatalf("%s + %d = %s lies not after it", a, n, da.At)
		}
		if da.Provisional && !db.Provisional && DateOf(a, c.loc).Year == DateOf(b, c.loc).Year {
			r.Fatalf("provisional at %s but not at the later %s", da.At, db.At)
		}
	})
}

// ok returns a function that fails the property when there is no deadline.
func ok(r *rapid.T) func(Deadline, error) Deadline {
	return func(d Deadline, err error) Deadline {
		r.Helper()
		if err != nil {
			r.Fatal(err)
		}
		return d
	}
}

func TestTime_Property_AddDaysIsAdditive(t *testing.T) {
	check(t, func(r *rapid.T, c *Calendar) {
		from := anyInstant(r, c, "from")
		n, m := rapid.IntRange(1, 30).Draw(r, "n"), rapid.IntRange(1, 30).Draw(r, "m")
		first, whole := ok(r)(c.AddDays(from, n)), ok(r)(c.AddDays(from, n+m))
		// A close at midnight already belongs to the next day; go on from inside day n.
		second := ok(r)(c.AddDays(first.At.Add(-1), m))
		if !second.At.Equal(whole.At) {
			r.Fatalf("%s + %d + %d = %s, + %d = %s", from, n, m, second.At, n+m, whole.At)
		}
	})
}

func TestTime_Property_AddDaysCountsWorkingDays(t *testing.T) {
	check(t, func(r *rapid.T, c *Calendar) {
		from, n := anyInstant(r, c, "from"), rapid.IntRange(1, 60).Draw(r, "n")
		due := ok(r)(c.AddDays(from, n))
		start, day := DateOf(from, c.loc), DateOf(due.At.Add(-1), c.loc)
		if got := c.WorkingDaysBetween(start, day); got != n {
			r.Fatalf("after %s up to %s lie %d working days, want %d", start, day, got, n)
		}
		closing, ok := c.CloseOf(day)
		if !ok || !closing.Equal(due.At) {
			r.Fatalf("%s is not the close of %s", due.At, day)
		}
		counted, provisional := 0, c.Provisional(start.Year)
		for d := start.AddDays(1); !d.After(day); d = d.AddDays(1) {
			info := c.Day(d)
			provisional = provisional || info.Provisional
			if info.Working {
				counted++
			} else if info.Kind == DayMakeUpWorkingDay || info.Kind == DayLocalOpening {
				r.Fatalf("%s %s is not worked", d, info.Kind)
			}
		}
		if counted != n || provisional != due.Provisional {
			r.Fatalf("counted %d of %d, provisional %t and %t", counted, n, provisional, due.Provisional)
		}
	})
}

func TestTime_Property_AMakeUpDayBringsDeadlinesForward(t *testing.T) {
	loc := zone(t, "Asia/Shanghai")
	rapid.Check(t, func(r *rapid.T) {
		day := Date{2026, 1, 3}.AddDays(7 * rapid.IntRange(0, 51).Draw(r, "week"))
		cfg := Config{Location: loc, Hours: DefaultHours()}
		plain := calendar(t, cfg)
		cfg.Rows = []Row{{Date: day, Kind: RowMakeUpWorkingDay, Name: "调休"}}
		makeUp := calendar(t, cfg)
		from := time.Date(day.Year, day.Month, day.Day, 9, 0, 0, 0, loc).AddDate(0, 0, -rapid.IntRange(1, 10).Draw(r, "days before"))
		for n := 1; n <= 15; n++ {
			without, with := ok(r)(plain.AddDays(from, n)), ok(r)(makeUp.AddDays(from, n))
			reaches := DateOf(without.At, loc).After(day)
			if reaches != with.At.Before(without.At) {
				r.Fatalf("%s + %d: %s without and %s with the make-up day %s", from, n, without.At, with.At, day)
			}
		}
	})
}

func TestTime_Property_TheExplanationAddsUp(t *testing.T) {
	check(t, func(r *rapid.T, c *Calendar) {
		from, n := anyInstant(r, c, "from"), rapid.IntRange(1, 60).Draw(r, "n")
		e, err := c.ExplainDays(from, n)
		if err != nil {
			r.Fatal(err)
		}
		if due := ok(r)(c.AddDays(from, n)); due != e.Due {
			r.Fatalf("explains %v instead of %v", e.Due, due)
		}
		counted, provisional := 0, false
		for i, s := range e.Steps {
			if want := DateOf(from, c.loc).AddDays(i); s.Date != want {
				r.Fatalf("step %d is %s, want %s", i, s.Date, want)
			}
			info := c.Day(s.Date)
			if s.Kind != info.Kind || s.Name != info.Name || s.Source != info.Source || s.Provisional != info.Provisional {
				r.Fatalf("step %+v differs from day %+v", s, info)
			}
			provisional = provisional || s.Provisional
			if (i == 0) != (s.Reason == ReasonDayOfEvent) {
				r.Fatalf("step %d has reason %s", i, s.Reason)
			}
			working := s.Reason == ReasonWorkingDay || s.Reason == ReasonMakeUpWorkingDay || s.Reason == ReasonLocalOpening
			if s.Counted != working || i > 0 && s.Counted != info.Working {
				r.Fatalf("step %+v of %+v", s, info)
			}
			if s.Counted {
				counted++
				if s.Ordinal != counted {
					r.Fatalf("step %+v has ordinal %d, want %d", s, s.Ordinal, counted)
				}
			} else if s.Ordinal != 0 {
				r.Fatalf("a skipped step has an ordinal: %+v", s)
			}
		}
		last := e.Steps[len(e.Steps)-1]
		if counted != n || !last.Counted || last.Date != DateOf(e.Due.At.Add(-1), c.loc) || provisional != e.Due.Provisional {
			r.Fatalf("counted %d of %d, last %+v, due %v", counted, n, last, e.Due)
		}
	})
}

func TestTime_Property_HoursAddUp(t *testing.T) {
	check(t, func(r *rapid.T, c *Calendar) {
		from, d := anyInstant(r, c, "from"), anyWork(r, "d")
		due := ok(r)(c.AddHours(from, d))
		if got := c.Between(from, due.At); got != d {
			r.Fatalf("between %s and %s lie %s, want %s", from, due.At, got, d)
		}
		if !c.Open(due.At.Add(-1)) {
			r.Fatalf("%s is not the first instant after %s of work", due.At, d)
		}
		more := anyWork(r, "more")
		if second, whole := ok(r)(c.AddHours(due.At, more)), ok(r)(c.AddHours(from, d+more)); !second.At.Equal(whole.At) {
			r.Fatalf("%s + %s + %s = %s, together %s", from, d, more, second.At, whole.At)
		}
		e, err := c.ExplainHours(from, d)
		if err != nil {
			r.Fatal(err)
		}
		var sum time.Duration
		for i, u := range e.Uses {
			sum += u.Used
			if u.Used <= 0 || u.Used != u.Interval.Duration() || u.Total != sum || i > 0 && u.Interval.Start.Before(e.Uses[i-1].Interval.End) {
				r.Fatalf("use %d of %+v", i, e.Uses)
			}
		}
		if sum != d || e.Due != due {
			r.Fatalf("the explanation has %s until %v, want %s until %v", sum, e.Due, d, due)
		}
	})
}

func TestTime_Property_SubHoursIsTheInverse(t *testing.T) {
	check(t, func(r *rapid.T, c *Calendar) {
		at, d := anyInstant(r, c, "at"), anyWork(r, "d")
		back, err := c.SubHours(at, d)
		if err != nil {
			r.Fatal(err)
		}
		if !c.Open(back) || !back.Before(at) {
			r.Fatalf("%s - %s = %s is not open and before", at, d, back)
		}
		if got := c.Between(back, at); got != d {
			r.Fatalf("between %s and %s lie %s, want %s", back, at, got, d)
		}
		forth := ok(r)(c.AddHours(back, d))
		if forth.At.After(at) || c.Between(forth.At, at) != 0 {
			r.Fatalf("%s - %s + %s = %s", at, d, d, forth.At)
		}
		if again, err := c.SubHours(forth.At, d); err != nil || !again.Equal(back) {
			r.Fatalf("%s - %s = %s, want %s (%v)", forth.At, d, again, back, err)
		}
	})
}

func TestT7_Property_SubDaysFallsInOfficeHours(t *testing.T) {
	check(t, func(r *rapid.T, c *Calendar) {
		at, n := anyInstant(r, c, "at"), rapid.IntRange(1, 40).Draw(r, "n")
		back, err := c.SubDays(at, n)
		if err != nil {
			r.Fatal(err)
		}
		if !c.Open(back) || back.After(at) {
			r.Fatalf("%s - %d days = %s is not open and before", at, n, back)
		}
		earlier, err := c.SubDays(at, n+1)
		// The same instant only where weekdays close at different times and both move to one opening.
		if err != nil || earlier.After(back) {
			r.Fatalf("%s - %d days = %s, - %d days = %s (%v)", at, n, back, n+1, earlier, err)
		}
	})
}

func TestT7_Property_SubDaysOfACloseIsAnOpening(t *testing.T) {
	check(t, func(r *rapid.T, c *Calendar) {
		from := anyInstant(r, c, "from")
		n := rapid.IntRange(1, 40).Draw(r, "n")
		due := ok(r)(c.AddDays(from, n))
		day := DateOf(due.At.Add(-1), c.loc)
		if c.Open(due.At) {
			return // an office open over midnight: this close is the next day's opening
		}
		for k := 1; k <= n; k++ {
			back, err := c.SubDays(due.At, k)
			if err != nil {
				r.Fatal(err)
			}
			first := DateOf(back, c.loc)
			opening, ok := c.OpenOf(first)
			if !ok || !opening.Equal(back) || c.WorkingDaysBetween(first.AddDays(-1), day) != k {
				r.Fatalf("%d days before the close of %s: %s", k, day, back)
			}
		}
	})
}

func TestTime_Property_BetweenIsAdditive(t *testing.T) {
	check(t, func(r *rapid.T, c *Calendar) {
		x, y, z := anyInstant(r, c, "x"), anyInstant(r, c, "y"), anyInstant(r, c, "z")
		if got, want := c.Between(x, y)+c.Between(y, z), c.Between(x, z); got != want {
			r.Fatalf("%s and not %s", got, want)
		}
		if c.Between(x, y) != -c.Between(y, x) {
			r.Fatal("not antisymmetric")
		}
		if y.Before(x) {
			x, y = y, x
		}
		var sum time.Duration
		for i, iv := range c.Intervals(x, y) {
			sum += iv.Duration()
			if iv.Start.Before(x) || iv.End.After(y) || !c.Open(iv.Start) || !iv.Start.Before(iv.End) {
				r.Fatalf("interval %d %v of %s to %s", i, iv, x, y)
			}
		}
		if got := c.Between(x, y); got != sum || got > y.Sub(x) {
			r.Fatalf("between %s and %s lie %s, the intervals hold %s", x, y, got, sum)
		}
		a, b, d := DateOf(x, c.loc), DateOf(y, c.loc), DateOf(z, c.loc)
		if c.WorkingDaysBetween(a, b)+c.WorkingDaysBetween(b, d) != c.WorkingDaysBetween(a, d) {
			r.Fatalf("working days are not additive: %s %s %s", a, b, d)
		}
	})
}

func TestTime_Property_OpenAgreesWithDay(t *testing.T) {
	check(t, func(r *rapid.T, c *Calendar) {
		v := anyInstant(r, c, "v")
		open := false
		for _, p := range c.Day(DateOf(v, c.loc)).Periods {
			open = open || !v.Before(p.Start) && v.Before(p.End)
		}
		if got := c.Open(v); got != open {
			r.Fatalf("Open(%s) = %t, its day says %t", v, got, open)
		}
		next := c.NextOpen(v)
		if !c.Open(next) || next.Before(v) || open && !next.Equal(v) || c.Between(v, next) != 0 {
			r.Fatalf("NextOpen(%s) = %s", v, next)
		}
		if !open && c.Open(next.Add(-1)) && c.Between(v, next) != 0 {
			r.Fatalf("NextOpen(%s) = %s is not an opening", v, next)
		}
	})
}

func TestF8_Property_FirstContactLimit(t *testing.T) {
	check(t, func(r *rapid.T, c *Calendar) {
		contact := anyInstant(r, c, "contact")
		least := time.Duration(rapid.Int64Range(0, 12*60).Draw(r, "min")) * time.Minute
		due := ok(r)(c.FirstContactBy(contact, least))
		closing, _ := c.CloseOf(DateOf(c.NextOpen(contact), c.loc))
		if due.At.Before(closing) || c.Between(contact, due.At) < least {
			r.Fatalf("%s: %s gives %s, closes %s", contact, due.At, c.Between(contact, due.At), closing)
		}
		if due.At.After(closing) && c.Between(contact, due.At) != least {
			r.Fatalf("%s: %s is later than both limits", contact, due.At)
		}
	})
}

func TestDate_Property_NumbersAndForms(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := Date{1, 1, 1}.AddDays(rapid.IntRange(0, 3652058).Draw(r, "day"))
		back, err := ParseDate(d.String())
		if err != nil || back != d {
			r.Fatalf("%s comes back as %s, %v", d, back, err)
		}
		n := rapid.IntRange(-1000, 1000).Draw(r, "n")
		e := d.AddDays(n)
		if e.number()-d.number() != n || (n > 0) != e.After(d) || (n < 0) != e.Before(d) {
			r.Fatalf("%s and %d days: %s", d, n, e)
		}
	})
}
