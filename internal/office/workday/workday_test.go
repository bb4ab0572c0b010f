package workday

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"
	"time"
	_ "time/tzdata"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// office is the usual office in Shanghai with the shipped notices and further rows.
func office(t testing.TB, local ...Row) *Calendar {
	t.Helper()
	notices, err := Notices()
	if err != nil {
		t.Fatal(err)
	}
	cfg := Config{Location: zone(t, "Asia/Shanghai"), Hours: DefaultHours(), Rows: local}
	return calendar(t, cfg.WithNotices(notices))
}

func calendar(t testing.TB, cfg Config) *Calendar {
	t.Helper()
	c, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func on(t testing.TB, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const clock = "2006-01-02 15:04"

func at(t testing.TB, c *Calendar, s string) time.Time {
	t.Helper()
	v, err := time.ParseInLocation(clock, s, c.loc)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func shown(c *Calendar, v time.Time) string { return v.In(c.loc).Format(clock) }

func TestTime_Art201_Art203_WorkingDays(t *testing.T) {
	c := office(t)
	for _, tt := range []struct {
		name, from  string
		n           int
		due         string
		provisional bool
	}{
		{"the day of the instant is not counted", "2026-03-02 08:30", 1, "2026-03-03 17:00", false},
		{"nor when it is early before opening", "2026-03-02 00:00", 1, "2026-03-03 17:00", false},
		{"after closing time counts as that day", "2026-03-02 17:00", 1, "2026-03-03 17:00", false},
		{"late at night too", "2026-03-02 23:59", 1, "2026-03-03 17:00", false},
		{"a weekend is skipped", "2026-03-06 09:00", 1, "2026-03-09 17:00", false},
		{"from a Saturday", "2026-03-07 10:00", 1, "2026-03-09 17:00", false},
		{"Q4 seven working days", "2026-03-02 09:00", 7, "2026-03-11 17:00", false},
		{"a make-up Saturday counts", "2026-02-13 09:00", 1, "2026-02-14 17:00", false},
		{"Spring Festival 2026 is skipped whole", "2026-02-14 09:00", 1, "2026-02-24 17:00", false},
		{"the make-up Saturday after it counts", "2026-02-24 09:00", 4, "2026-02-28 17:00", false},
		{"seven days over Spring Festival 2026", "2026-02-10 09:00", 7, "2026-02-26 17:00", false},
		{"from a make-up day", "2026-02-28 09:00", 1, "2026-03-02 17:00", false},
		{"2020 extended: February 1 and 2 are rest", "2020-01-23 09:00", 1, "2020-02-03 17:00", false},
		{"National Day 2026 with both make-up days", "2026-09-18 09:00", 10, "2026-10-09 17:00", false},
		{"a span that begins in the December before", "2022-12-30 09:00", 1, "2023-01-03 17:00", false},
		{"the last day of 2026", "2026-12-30 09:00", 1, "2026-12-31 17:00", false},
		{"2027 has no notice: plain weekdays, provisional", "2026-12-31 09:00", 1, "2027-01-01 17:00", true},
		{"from before the notices", "2019-12-31 09:00", 1, "2020-01-02 17:00", true},
		{"over a whole known year into an unknown one", "2025-12-31 09:00", 250, "2027-01-04 17:00", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := c.AddDays(at(t, c, tt.from), tt.n)
			if err != nil {
				t.Fatal(err)
			}
			if shown(c, got.At) != tt.due || got.Provisional != tt.provisional {
				t.Errorf("AddDays(%s, %d) = %s provisional %t, want %s %t",
					tt.from, tt.n, shown(c, got.At), got.Provisional, tt.due, tt.provisional)
			}
		})
	}
}

func TestTime_TheDayIsTheOfficesDay(t *testing.T) {
	c := office(t)
	// 16:30 UTC on Monday is already Tuesday in Shanghai.
	got, err := c.AddDays(time.Date(2026, 3, 2, 16, 30, 0, 0, time.UTC), 1)
	if err != nil || shown(c, got.At) != "2026-03-04 17:00" {
		t.Errorf("got %s, %v; want 2026-03-04 17:00", shown(c, got.At), err)
	}
}

func TestTime_WorkingHours(t *testing.T) {
	c := office(t)
	for _, tt := range []struct {
		name, from, d, due string
	}{
		{"inside a period", "2026-03-02 09:00", "2h", "2026-03-02 11:00"},
		{"up to the end of a period", "2026-03-02 09:30", "2h", "2026-03-02 11:30"},
		{"over lunch", "2026-03-02 10:30", "2h", "2026-03-02 14:30"},
		{"from lunch", "2026-03-02 12:00", "1h", "2026-03-02 14:30"},
		{"over night", "2026-03-02 16:30", "2h", "2026-03-03 10:00"},
		{"over a weekend", "2026-03-06 16:30", "2h", "2026-03-09 10:00"},
		{"to the close exactly", "2026-03-02 15:00", "2h", "2026-03-02 17:00"},
		{"before opening", "2026-03-02 06:00", "30m", "2026-03-02 09:00"},
		{"over Spring Festival", "2026-02-14 16:00", "2h", "2026-02-24 09:30"},
		{"into a make-up Saturday", "2026-02-27 16:00", "2h", "2026-02-28 09:30"},
		{"nothing, while open", "2026-03-02 09:00", "0s", "2026-03-02 09:00"},
		{"nothing, while closed", "2026-03-02 12:00", "0s", "2026-03-02 13:30"},
		{"a whole week", "2026-03-02 08:30", "32h30m", "2026-03-06 17:00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := time.ParseDuration(tt.d)
			if err != nil {
				t.Fatal(err)
			}
			got, err := c.AddHours(at(t, c, tt.from), d)
			if err != nil {
				t.Fatal(err)
			}
			if shown(c, got.At) != tt.due || got.Provisional {
				t.Errorf("AddHours(%s, %s) = %s provisional %t, want %s", tt.from, tt.d, shown(c, got.At), got.Provisional, tt.due)
			}
		})
	}
}

func TestTime_HoursIntoAYearWithoutNoticeAreProvisional(t *testing.T) {
	c := office(t)
	got, err := c.AddHours(at(t, c, "2026-12-31 16:30"), time.Hour)
	if err != nil || !got.Provisional || shown(c, got.At) != "2027-01-01 09:00" {
		t.Errorf("got %s provisional %t, %v", shown(c, got.At), got.Provisional, err)
	}
	got, err = c.AddHours(at(t, c, "2026-12-31 16:30"), 30*time.Minute)
	if err != nil || got.Provisional {
		t.Errorf("a deadline at the close of December 31 must not be provisional: %v, %v", got, err)
	}
}

func TestTime_ACloseAtMidnightBelongsToItsDay(t *testing.T) {
	h := Hours{}
	for w := range h {
		h[w] = []Period{{From: 0, To: 24 * 60}}
	}
	c := calendar(t, Config{Location: zone(t, "Asia/Shanghai"), Hours: h, NoticeYears: []int{2026}})
	days, err := c.AddDays(at(t, c, "2026-12-30 10:00"), 1)
	if err != nil || shown(c, days.At) != "2027-01-01 00:00" || days.Provisional {
		t.Errorf("AddDays: %s provisional %t, %v", shown(c, days.At), days.Provisional, err)
	}
	hours, err := c.AddHours(at(t, c, "2026-12-31 10:00"), 14*time.Hour)
	if err != nil || shown(c, hours.At) != "2027-01-01 00:00" || hours.Provisional {
		t.Errorf("AddHours: %s provisional %t, %v", shown(c, hours.At), hours.Provisional, err)
	}
	if !c.Open(days.At) {
		t.Error("an office that never closes is open at midnight")
	}
}

func TestF8_FirstContactLimit(t *testing.T) {
	c := office(t)
	for _, tt := range []struct {
		name, contact, due string
	}{
		{"morning: the same day's close", "2026-03-02 09:00", "2026-03-02 17:00"},
		{"exactly two hours left", "2026-03-02 15:00", "2026-03-02 17:00"},
		{"less than two hours left: two working hours", "2026-03-02 15:01", "2026-03-03 08:31"},
		{"just before the close", "2026-03-02 16:59", "2026-03-03 10:29"},
		{"at lunch: the same office day", "2026-03-02 12:15", "2026-03-02 17:00"},
		{"before opening: the day that opens", "2026-03-02 07:00", "2026-03-02 17:00"},
		{"after hours: the next office day", "2026-03-02 17:00", "2026-03-03 17:00"},
		{"Friday night: Monday", "2026-03-06 20:00", "2026-03-09 17:00"},
		{"a make-up Saturday is an office day", "2026-02-28 09:00", "2026-02-28 17:00"},
		{"the eve of Spring Festival, late", "2026-02-14 16:30", "2026-02-24 10:00"},
		{"in Spring Festival", "2026-02-17 10:00", "2026-02-24 17:00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := c.FirstContactBy(at(t, c, tt.contact), 2*time.Hour)
			if err != nil {
				t.Fatal(err)
			}
			if shown(c, got.At) != tt.due {
				t.Errorf("FirstContactBy(%s) = %s, want %s", tt.contact, shown(c, got.At), tt.due)
			}
		})
	}
	if got, err := c.FirstContactBy(at(t, c, "2026-12-31 16:30"), 2*time.Hour); err != nil || !got.Provisional {
		t.Errorf("a limit in 2027 must be provisional: %v, %v", got, err)
	}
}

func TestT7_WarningsInWorkingDays(t *testing.T) {
	c := office(t)
	for _, tt := range []struct {
		name, at string
		n        int
		want     string
	}{
		{"one day before a close is that day's opening", "2026-03-04 17:00", 1, "2026-03-04 08:30"},
		{"two days before a close", "2026-03-04 17:00", 2, "2026-03-03 08:30"},
		{"over a weekend", "2026-03-09 17:00", 2, "2026-03-06 08:30"},
		{"over Spring Festival", "2026-02-24 17:00", 2, "2026-02-14 08:30"},
		{"inside a day: the same time of day", "2026-03-04 10:00", 1, "2026-03-03 10:00"},
		{"inside a day over a weekend", "2026-03-09 15:00", 2, "2026-03-05 15:00"},
		{"at lunch: moved to the afternoon", "2026-03-04 12:00", 1, "2026-03-03 13:30"},
		{"at an opening: the opening before", "2026-03-04 08:30", 1, "2026-03-03 08:30"},
		{"before opening counts as the close before", "2026-03-04 07:00", 1, "2026-03-03 08:30"},
		{"after closing counts as the close", "2026-03-04 20:00", 1, "2026-03-04 08:30"},
		{"on a Saturday counts as Friday's close", "2026-03-07 10:00", 1, "2026-03-06 08:30"},
		{"over New Year", "2026-01-05 17:00", 3, "2025-12-31 08:30"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := c.SubDays(at(t, c, tt.at), tt.n)
			if err != nil {
				t.Fatal(err)
			}
			if shown(c, got) != tt.want {
				t.Errorf("SubDays(%s, %d) = %s, want %s", tt.at, tt.n, shown(c, got), tt.want)
			}
		})
	}
}

func TestT7_WarningsInWorkingHours(t *testing.T) {
	c := office(t)
	for _, tt := range []struct {
		name, at, d, want string
	}{
		{"before a close", "2026-03-04 17:00", "2h", "2026-03-04 15:00"},
		{"over lunch", "2026-03-04 14:30", "2h", "2026-03-04 10:30"},
		{"an opening rather than the close before", "2026-03-04 10:30", "2h", "2026-03-04 08:30"},
		{"the afternoon's opening rather than noon", "2026-03-04 15:30", "2h", "2026-03-04 13:30"},
		{"over night", "2026-03-04 09:30", "2h", "2026-03-03 16:00"},
		{"over Spring Festival", "2026-02-24 09:30", "2h", "2026-02-14 16:00"},
		{"over New Year", "2026-01-04 09:30", "2h", "2025-12-31 16:00"},
		{"from outside office hours", "2026-03-07 12:00", "2h", "2026-03-06 15:00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := time.ParseDuration(tt.d)
			if err != nil {
				t.Fatal(err)
			}
			got, err := c.SubHours(at(t, c, tt.at), d)
			if err != nil {
				t.Fatal(err)
			}
			if shown(c, got) != tt.want {
				t.Errorf("SubHours(%s, %s) = %s, want %s", tt.at, tt.d, shown(c, got), tt.want)
			}
		})
	}
}

func TestT7_WarningsComeInOrder(t *testing.T) {
	c := office(t)
	due, err := c.AddDays(at(t, c, "2026-02-10 09:00"), 7)
	if err != nil {
		t.Fatal(err)
	}
	two, _ := c.SubDays(due.At, 2)
	one, _ := c.SubDays(due.At, 1)
	hours, _ := c.SubHours(due.At, 2*time.Hour)
	got := fmt.Sprint(shown(c, two), ", ", shown(c, one), ", ", shown(c, hours), ", ", shown(c, due.At))
	if want := "2026-02-25 08:30, 2026-02-26 08:30, 2026-02-26 15:00, 2026-02-26 17:00"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTime_LocalRowsBeatNationalRows(t *testing.T) {
	local := []Row{
		{Date: Date{2026, 2, 28}, Kind: RowLocalClosure, Name: "停电", Source: "director"},
		{Date: Date{2026, 2, 23}, Kind: RowLocalOpening, Name: "提前上班", Source: "director"},
		{Date: Date{2026, 3, 7}, Kind: RowLocalOpening, Name: "便民服务日", Source: "director"},
		{Date: Date{2026, 3, 4}, Kind: RowLocalClosure, Name: "搬迁", Source: "director"},
	}
	c := office(t, local...)
	for _, row := range local {
		day := c.Day(row.Date)
		if day.Working != row.Kind.Working() || day.Kind != DayKind(row.Kind) || day.Name != row.Name || day.Source != row.Source {
			t.Errorf("Day(%s) = %+v, want what %+v says", row.Date, day, row)
		}
	}
	if got := c.WorkingDaysBetween(on(t, "2026-02-22"), on(t, "2026-03-07")); got != 10 {
		t.Errorf("working days after 2026-02-22 up to 2026-03-07: %d, want 10", got)
	}
	if periods := c.Day(on(t, "2026-03-07")).Periods; len(periods) != 2 || shown(c, periods[1].End) != "2026-03-07 17:00" {
		t.Errorf("a local opening on a Saturday has Monday's hours, got %v", periods)
	}
}

func TestTime_MakeUpHours(t *testing.T) {
	loc := zone(t, "Asia/Shanghai")
	saturday := Row{Date: Date{2026, 2, 28}, Kind: RowMakeUpWorkingDay, Name: "春节"}
	sunday := Row{Date: Date{2026, 9, 20}, Kind: RowMakeUpWorkingDay, Name: "国庆节"}
	h := DefaultHours()
	h[time.Monday] = nil
	h[time.Saturday] = []Period{{From: 9 * 60, To: 12 * 60}}
	for _, tt := range []struct {
		name   string
		makeUp []Period
		date   Date
		close  string
	}{
		{"its weekday's own hours", []Period{{600, 660}}, saturday.Date, "2026-02-28 12:00"},
		{"the make-up hours", []Period{{600, 660}}, sunday.Date, "2026-09-20 11:00"},
		{"by default the first weekday with hours", nil, sunday.Date, "2026-09-20 17:00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := calendar(t, Config{Location: loc, Hours: h, MakeUpHours: tt.makeUp, Rows: []Row{saturday, sunday}})
			got, ok := c.CloseOf(tt.date)
			if !ok || shown(c, got) != tt.close {
				t.Errorf("CloseOf(%s) = %s %t, want %s", tt.date, shown(c, got), ok, tt.close)
			}
			if c.Working(on(t, "2026-03-02")) {
				t.Error("a Monday without hours must not be worked")
			}
		})
	}
}

func TestTime_Day(t *testing.T) {
	c := office(t)
	for _, tt := range []struct {
		date, want string
	}{
		{"2026-02-13", "WEEKDAY working=true name= provisional=false periods=2"},
		{"2026-02-14", "MAKE_UP_WORKING_DAY working=true name=春节 provisional=false periods=2"},
		{"2026-02-15", "SHIFTED_REST_DAY working=false name=春节 provisional=false periods=0"},
		{"2026-02-16", "STATUTORY_HOLIDAY working=false name=春节 provisional=false periods=0"},
		{"2026-03-07", "WEEKEND working=false name= provisional=false periods=0"},
		{"2027-02-06", "WEEKEND working=false name= provisional=true periods=0"},
		{"2027-10-01", "WEEKDAY working=true name= provisional=true periods=2"},
		{"1899-12-29", "WEEKDAY working=false name= provisional=true periods=0"},
	} {
		d := c.Day(on(t, tt.date))
		got := fmt.Sprintf("%s working=%t name=%s provisional=%t periods=%d", d.Kind, d.Working, d.Name, d.Provisional, len(d.Periods))
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.date, got, tt.want)
		}
		if d.Working != c.Working(d.Date) {
			t.Errorf("%s: Working disagrees with Day", tt.date)
		}
	}
	if got := c.Day(on(t, "2020-02-01")).Source; got != "国办发明电〔2020〕1号" {
		t.Errorf("2020-02-01 comes from %q", got)
	}
}

func TestTime_Open_NextOpen(t *testing.T) {
	c := office(t)
	for _, tt := range []struct {
		at   string
		open bool
		next string
	}{
		{"2026-03-02 08:29", false, "2026-03-02 08:30"},
		{"2026-03-02 08:30", true, "2026-03-02 08:30"},
		{"2026-03-02 11:29", true, "2026-03-02 11:29"},
		{"2026-03-02 11:30", false, "2026-03-02 13:30"},
		{"2026-03-02 17:00", false, "2026-03-03 08:30"},
		{"2026-02-14 17:00", false, "2026-02-24 08:30"},
		{"2025-12-31 18:00", false, "2026-01-04 08:30"},
	} {
		v := at(t, c, tt.at)
		if got := c.Open(v); got != tt.open {
			t.Errorf("Open(%s) = %t", tt.at, got)
		}
		if got := shown(c, c.NextOpen(v)); got != tt.next {
			t.Errorf("NextOpen(%s) = %s, want %s", tt.at, got, tt.next)
		}
	}
	closing := at(t, c, "2026-03-02 11:30")
	if before := closing.Add(-time.Nanosecond); !c.Open(before) || !c.NextOpen(before).Equal(before) {
		t.Error("the last nanosecond of a period is open")
	}
}

func TestTime_Intervals(t *testing.T) {
	c := office(t)
	var got []string
	for _, i := range c.Intervals(at(t, c, "2025-12-31 16:00"), at(t, c, "2026-01-05 09:00")) {
		got = append(got, shown(c, i.Start)+"/"+i.End.Format("15:04"))
	}
	want := "2025-12-31 16:00/17:00 2026-01-04 08:30/11:30 2026-01-04 13:30/17:00 2026-01-05 08:30/09:00"
	if strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if got := c.Intervals(at(t, c, "2026-01-05 09:00"), at(t, c, "2026-01-05 09:00")); len(got) != 0 {
		t.Errorf("an empty range has no intervals, got %v", got)
	}
	if got := c.Intervals(at(t, c, "2026-01-06 09:00"), at(t, c, "2026-01-05 09:00")); len(got) != 0 {
		t.Errorf("a range that ends before it starts has no intervals, got %v", got)
	}
}

func TestTime_Between(t *testing.T) {
	c := office(t)
	for _, tt := range []struct {
		a, b string
		want time.Duration
	}{
		{"2026-03-02 08:30", "2026-03-02 17:00", 6*time.Hour + 30*time.Minute},
		{"2026-03-02 10:30", "2026-03-02 14:30", 2 * time.Hour},
		{"2026-03-02 12:00", "2026-03-02 13:00", 0},
		{"2026-02-14 17:00", "2026-02-24 08:30", 0},
		{"2026-03-02 14:30", "2026-03-02 10:30", -2 * time.Hour},
		{"2025-12-31 16:00", "2026-01-04 09:30", 2 * time.Hour},
		{"2026-01-01 00:00", "2027-01-01 00:00", 248 * (6*time.Hour + 30*time.Minute)},
	} {
		if got := c.Between(at(t, c, tt.a), at(t, c, tt.b)); got != tt.want {
			t.Errorf("Between(%s, %s) = %s, want %s", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestTime_WorkingDaysOfEachYear(t *testing.T) {
	c := office(t)
	for _, tt := range []struct{ year, days, weekend, statutory, extension, want int }{
		{2020, 366, 104, 11, 2, 249}, // the extension took Friday, January 31 and the make-up Saturday after it
		{2021, 365, 104, 11, 0, 250},
		{2022, 365, 105, 11, 0, 249},
		{2023, 365, 105, 11, 0, 249},
		{2024, 366, 104, 11, 0, 251},
		{2025, 365, 104, 13, 0, 248},
		{2026, 365, 104, 13, 0, 248},
	} {
		// Shifting is neutral: what a notice gives besides the statutory holidays it takes back on a weekend.
		if sum := tt.days - tt.weekend - tt.statutory - tt.extension; sum != tt.want {
			t.Errorf("%d: the table says %d and %d", tt.year, sum, tt.want)
		}
		if got := c.WorkingDaysBetween(Date{tt.year - 1, 12, 31}, Date{tt.year, 12, 31}); got != tt.want {
			t.Errorf("%d has %d working days, want %d", tt.year, got, tt.want)
		}
	}
}

func TestTime_WorkingDaysBetween(t *testing.T) {
	c := office(t)
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"2026-03-02", "2026-03-02", 0},
		{"2026-03-02", "2026-03-03", 1},
		{"2026-03-03", "2026-03-02", -1},
		{"2026-03-06", "2026-03-09", 1},
		{"2026-02-13", "2026-02-28", 6},
		{"2025-12-31", "2026-01-05", 2},
	} {
		if got := c.WorkingDaysBetween(on(t, tt.a), on(t, tt.b)); got != tt.want {
			t.Errorf("WorkingDaysBetween(%s, %s) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestTime_ExplainDays(t *testing.T) {
	c := office(t)
	e, err := c.ExplainDays(at(t, c, "2026-02-12 16:00"), 4)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range e.Steps {
		got = append(got, fmt.Sprintf("%s %d %s %s", s.Date, s.Ordinal, s.Reason, s.Name))
	}
	want := []string{
		"2026-02-12 0 DAY_OF_EVENT ",
		"2026-02-13 1 WORKING_DAY ",
		"2026-02-14 2 MAKE_UP_WORKING_DAY 春节",
		"2026-02-15 0 SHIFTED_REST_DAY 春节",
		"2026-02-16 0 STATUTORY_HOLIDAY 春节",
		"2026-02-17 0 STATUTORY_HOLIDAY 春节",
		"2026-02-18 0 STATUTORY_HOLIDAY 春节",
		"2026-02-19 0 STATUTORY_HOLIDAY 春节",
		"2026-02-20 0 SHIFTED_REST_DAY 春节",
		"2026-02-21 0 SHIFTED_REST_DAY 春节",
		"2026-02-22 0 SHIFTED_REST_DAY 春节",
		"2026-02-23 0 SHIFTED_REST_DAY 春节",
		"2026-02-24 3 WORKING_DAY ",
		"2026-02-25 4 WORKING_DAY ",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if e.Steps[4].Source != "国办发明电〔2025〕7号" || e.Steps[4].Provisional {
		t.Errorf("step %+v", e.Steps[4])
	}
	if shown(c, e.Due.At) != "2026-02-25 17:00" || e.Days != 4 || e.From != on(t, "2026-02-12") {
		t.Errorf("explanation %+v", e)
	}
}

func TestTime_ExplainDays_LocalAndUnusualDays(t *testing.T) {
	h := DefaultHours()
	h[time.Wednesday] = nil
	h[time.Saturday] = []Period{{540, 720}}
	c := calendar(t, Config{Location: zone(t, "Asia/Shanghai"), Hours: h, Rows: []Row{
		{Date: Date{2026, 3, 5}, Kind: RowLocalClosure, Name: "停电"},
		{Date: Date{2026, 3, 8}, Kind: RowLocalOpening, Name: "便民服务日"},
	}})
	e, err := c.ExplainDays(at(t, c, "2026-03-03 09:00"), 3)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range e.Steps {
		got = append(got, fmt.Sprintf("%s %t %s %s %t", s.Date, s.Counted, s.Kind, s.Reason, s.Provisional))
	}
	want := []string{
		"2026-03-03 false WEEKDAY DAY_OF_EVENT true",
		"2026-03-04 false WEEKDAY NO_OFFICE_HOURS true",
		"2026-03-05 false LOCAL_CLOSURE LOCAL_CLOSURE true",
		"2026-03-06 true WEEKDAY WORKING_DAY true",
		"2026-03-07 true WEEKEND WORKING_DAY true",
		"2026-03-08 true LOCAL_OPENING LOCAL_OPENING true",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTime_ExplainHours(t *testing.T) {
	c := office(t)
	e, err := c.ExplainHours(at(t, c, "2026-02-28 16:00"), 5*time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, u := range e.Uses {
		got = append(got, fmt.Sprintf("%s–%s %s %s", shown(c, u.Interval.Start), u.Interval.End.Format("15:04"), u.Used, u.Total))
	}
	want := []string{
		"2026-02-28 16:00–17:00 1h0m0s 1h0m0s",
		"2026-03-02 08:30–11:30 3h0m0s 4h0m0s",
		"2026-03-02 13:30–14:30 1h0m0s 5h0m0s",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestNew_Refuses(t *testing.T) {
	loc := zone(t, "Asia/Shanghai")
	hours := func(p ...Period) Hours { var h Hours; h[time.Monday] = p; return h }
	day := Date{2026, 3, 2}
	for _, tt := range []struct {
		name, want string
		cfg        Config
	}{
		{"no location", "no location", Config{}},
		{"an empty period", "period 08:00-08:00 is empty", Config{Location: loc, Hours: hours(Period{480, 480})}},
		{"a period backwards", "is empty", Config{Location: loc, Hours: hours(Period{600, 480})}},
		{"a period past midnight", "outside the day", Config{Location: loc, Hours: hours(Period{480, 1441})}},
		{"a period before midnight", "outside the day", Config{Location: loc, Hours: hours(Period{-1, 480})}},
		{"overlapping periods", "Monday: periods 08:00-10:00 and 09:00-11:00 overlap", Config{Location: loc, Hours: hours(Period{540, 660}, Period{480, 600})}},
		{"overlapping make-up hours", "make-up hours: periods", Config{Location: loc, MakeUpHours: []Period{{480, 600}, {540, 660}}}},
		{"two national rows", "two rows for 2026-03-02", Config{Location: loc, Rows: []Row{{day, RowStatutoryHoliday, "甲", ""}, {day, RowMakeUpWorkingDay, "乙", ""}}}},
		{"two local rows", "two rows for 2026-03-02", Config{Location: loc, Rows: []Row{{day, RowLocalClosure, "甲", ""}, {day, RowLocalOpening, "乙", ""}}}},
		{"an unknown kind", `unknown kind "HOLIDAY"`, Config{Location: loc, Rows: []Row{{day, "HOLIDAY", "甲", ""}}}},
		{"no day", "2026-02-30 is no day", Config{Location: loc, Rows: []Row{{Date{2026, 2, 30}, RowLocalClosure, "甲", ""}}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := New(tt.cfg)
			if err == nil || c != nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("New = %v, %v; want an error with %q", c, err, tt.want)
			}
		})
	}
	// A local and a national row for one day is how an office overrules the State Council; the order does not matter.
	for _, rows := range [][]Row{
		{{day, RowLocalOpening, "甲", ""}, {day, RowStatutoryHoliday, "乙", ""}},
		{{day, RowStatutoryHoliday, "乙", ""}, {day, RowLocalOpening, "甲", ""}},
	} {
		c := calendar(t, Config{Location: loc, Hours: DefaultHours(), Rows: rows})
		if got := c.Day(day); got.Kind != DayLocalOpening || !got.Working {
			t.Errorf("Day = %+v", got)
		}
	}
}

func TestNew_SharesNothingWithItsConfig(t *testing.T) {
	cfg := Config{Location: zone(t, "Asia/Shanghai"), Hours: DefaultHours(), NoticeYears: []int{2026},
		Rows: []Row{{Date{2026, 3, 2}, RowLocalClosure, "停电", ""}}}
	c := calendar(t, cfg)
	cfg.Hours[time.Tuesday][0].From = 0
	cfg.Rows[0].Kind = RowLocalOpening
	cfg.NoticeYears[0] = 2030
	if c.Working(on(t, "2026-03-02")) || c.Provisional(2026) || c.Open(at(t, c, "2026-03-03 07:00")) {
		t.Error("the calendar changed with its configuration")
	}
}

func TestCalendar_ServesManyAtOnce(t *testing.T) {
	c := office(t)
	from := at(t, c, "2025-06-02 09:00")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for n := 1; n <= 600; n += 7 {
				due, err := c.AddDays(from, n)
				if err != nil || c.WorkingDaysBetween(DateOf(from, c.loc), DateOf(due.At, c.loc)) != n {
					t.Errorf("%d days: %v, %v", n, due, err)
				}
			}
		})
	}
	wg.Wait()
}

func TestTime_BoundsAndClosedCalendars(t *testing.T) {
	loc := zone(t, "Asia/Shanghai")
	never := calendar(t, Config{Location: loc})
	var rows []Row
	for d := (Date{2024, 1, 2}); d.Before(Date{2026, 6, 1}); d = d.AddDays(1) {
		rows = append(rows, Row{Date: d, Kind: RowLocalClosure, Name: "停业"})
	}
	longShut := calendar(t, Config{Location: loc, Hours: DefaultHours(), Rows: rows})
	yearShut := calendar(t, Config{Location: loc, Hours: DefaultHours(), Rows: rows[:500]})
	from := time.Date(2024, 1, 1, 16, 0, 0, 0, loc)
	to := time.Date(2026, 6, 1, 9, 0, 0, 0, loc)
	for name, c := range map[string]*Calendar{"never open": never, "shut for more than two years": longShut} {
		errs := map[string]error{}
		_, errs["AddDays"] = c.AddDays(from, 1)
		_, errs["AddHours"] = c.AddHours(from, 2*time.Hour)
		_, errs["SubDays"] = c.SubDays(to, 2)
		_, errs["SubHours"] = c.SubHours(to, 2*time.Hour)
		_, errs["FirstContactBy"] = c.FirstContactBy(from, 2*time.Hour)
		_, errs["ExplainDays"] = c.ExplainDays(from, 1)
		_, errs["ExplainHours"] = c.ExplainHours(from, 2*time.Hour)
		for call, err := range errs {
			if !errors.Is(err, ErrNoWorkingDay) {
				t.Errorf("%s: %s: %v, want ErrNoWorkingDay", name, call, err)
			}
		}
	}
	c := office(t)
	if got, err := c700(t, loc).AddDays(time.Date(2024, 5, 31, 9, 0, 0, 0, loc), 1); err != nil || shown(c, got.At) != "2026-05-03 00:00" {
		t.Errorf("700 days of closure with no working day in 2025 must be bridged: %v, %v", got, err)
	}
	if got := c700(t, loc).NextOpen(time.Date(2024, 6, 1, 9, 0, 0, 0, loc)); DateOf(got, loc) != (Date{2026, 5, 2}) {
		t.Errorf("NextOpen over 700 days of closure = %s", got)
	}
	if got := longShut.NextOpen(from.AddDate(0, 0, 1)); !got.IsZero() {
		t.Errorf("NextOpen over more than two years of closure = %s, want none", got)
	}
	if got := never.NextOpen(from); !got.IsZero() {
		t.Errorf("NextOpen of an office that never opens = %s", got)
	}
	if _, err := never.AddHours(from, 0); !errors.Is(err, ErrNoWorkingDay) {
		t.Errorf("AddHours 0 = %v", err)
	}
	if got := never.Between(from, to); got != 0 {
		t.Errorf("Between = %s", got)
	}
	if got, err := yearShut.AddDays(from, 1); err != nil || DateOf(got.At, loc) != (Date{2025, 5, 16}) {
		t.Errorf("500 days of closure must be bridged: %v, %v", got, err)
	}
	for _, n := range []int{math.MinInt, -1, 0, MaxDays + 1, math.MaxInt} {
		if _, err := c.AddDays(from, n); !errors.Is(err, ErrOutOfBounds) {
			t.Errorf("AddDays %d: %v", n, err)
		}
		if _, err := c.SubDays(from, n); !errors.Is(err, ErrOutOfBounds) {
			t.Errorf("SubDays %d: %v", n, err)
		}
	}
	for _, d := range []time.Duration{math.MinInt64, -1, MaxHours + 1, math.MaxInt64} {
		if _, err := c.AddHours(from, d); !errors.Is(err, ErrOutOfBounds) {
			t.Errorf("AddHours %s: %v", d, err)
		}
		if _, err := c.SubHours(from, d); !errors.Is(err, ErrOutOfBounds) {
			t.Errorf("SubHours %s: %v", d, err)
		}
	}
	if _, err := c.SubHours(from, 0); !errors.Is(err, ErrOutOfBounds) {
		t.Errorf("SubHours 0: %v", err)
	}
	if _, err := c.AddDays(from, MaxDays); err != nil {
		t.Errorf("AddDays %d: %v", MaxDays, err)
	}
	if _, err := c.AddHours(from, MaxHours); err != nil {
		t.Errorf("AddHours %s: %v", MaxHours, err)
	}
	if got, err := c.SubDays(to, MaxDays); err != nil || c.WorkingDaysBetween(DateOf(got, loc), DateOf(to, loc)) != MaxDays {
		t.Errorf("SubDays %d: %s, %v", MaxDays, got, err)
	}
	if got, err := c.SubHours(to, MaxHours); err != nil || c.Between(got, to) != MaxHours {
		t.Errorf("SubHours %s: %s, %v", MaxHours, got, err)
	}
}

// c700 is an office open every day but for 700 days from June 1, 2024.
func c700(t *testing.T, loc *time.Location) *Calendar {
	var h Hours
	for w := range h {
		h[w] = []Period{{From: 0, To: 24 * 60}}
	}
	var rows []Row
	for n := range 700 {
		rows = append(rows, Row{Date: Date{2024, 6, 1}.AddDays(n), Kind: RowLocalClosure, Name: "停业"})
	}
	return calendar(t, Config{Location: loc, Hours: h, Rows: rows})
}

func TestTime_BetweenDoesNotOverflow(t *testing.T) {
	c := c700(t, time.UTC)
	first, last := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)
	if got := c.Between(first, last); got != math.MaxInt64 {
		t.Errorf("300 years of open office = %s, want the largest duration", got)
	}
}

func TestTime_FarInstantsNeitherHangNorPanic(t *testing.T) {
	c := office(t)
	far := []time.Time{{}, time.Unix(math.MinInt64/2, 0), time.Unix(math.MaxInt64/4, 0),
		time.Date(1899, 12, 31, 12, 0, 0, 0, c.loc), time.Date(1900, 1, 1, 0, 0, 0, 0, c.loc),
		time.Date(2199, 12, 31, 18, 0, 0, 0, c.loc), time.Date(2200, 1, 1, 0, 0, 0, 0, c.loc)}
	for _, a := range far {
		c.Open(a)
		c.NextOpen(a)
		c.Day(DateOf(a, c.loc))
		_, _ = c.AddDays(a, 3)
		_, _ = c.AddHours(a, time.Hour)
		_, _ = c.SubDays(a, 3)
		_, _ = c.SubHours(a, time.Hour)
		_, _ = c.ExplainDays(a, 3)
		_, _ = c.FirstContactBy(a, time.Hour)
		for _, b := range far {
			if c.Between(a, b) != -c.Between(b, a) {
				t.Errorf("Between(%s, %s) is not the negative of its reverse", a, b)
			}
			c.WorkingDaysBetween(DateOf(a, c.loc), DateOf(b, c.loc))
			c.Intervals(a, b)
		}
	}
	if _, err := c.AddDays(far[5], 1); !errors.Is(err, ErrNoWorkingDay) {
		t.Errorf("beyond the last year: %v", err)
	}
}

func TestTime_ZonesWithSummerTime(t *testing.T) {
	// New York loses 02:00–03:00 on 2026-03-08 and has 01:00–02:00 twice on 2026-11-01.
	var h Hours
	for w := range h {
		h[w] = []Period{{From: 60, To: 150}, {From: 150, To: 240}}
	}
	c := calendar(t, Config{Location: zone(t, "America/New_York"), Hours: h, NoticeYears: []int{2026}})
	day := func(s string) time.Duration {
		var sum time.Duration
		for _, p := range c.Day(on(t, s)).Periods {
			sum += p.Duration()
		}
		return sum
	}
	for s, want := range map[string]time.Duration{"2026-03-07": 3 * time.Hour, "2026-03-08": 2 * time.Hour, "2026-11-01": 4 * time.Hour} {
		if got := day(s); got != want {
			t.Errorf("%s has %s of office time, want %s", s, got, want)
		}
	}
	// A period inside the skipped hour does not exist; the one after it is whole.
	var night Hours
	night[time.Sunday] = []Period{{From: 135, To: 165}, {From: 180, To: 240}}
	for name, day := range map[string]string{"America/New_York": "2026-03-08", "Asia/Shanghai": "1986-05-04"} {
		n := calendar(t, Config{Location: zone(t, name), Hours: night})
		if p := n.Day(on(t, day)).Periods; len(p) != 1 || p[0].Duration() != time.Hour {
			t.Errorf("%s in %s has the periods %v, want 03:00 to 04:00", day, name, p)
		}
	}
	// Shanghai had summer time from 1986 to 1991: on 1986-05-04 the clock went from 02:00 to 03:00.
	s := calendar(t, Config{Location: zone(t, "Asia/Shanghai"), Hours: h})
	var sum time.Duration
	for _, p := range s.Day(on(t, "1986-05-04")).Periods {
		sum += p.Duration()
	}
	if sum != 2*time.Hour {
		t.Errorf("1986-05-04 in Shanghai has %s, want 2h", sum)
	}
	// A day that the zone left out was not worked, and nothing of it falls on its neighbour.
	apia := calendar(t, Config{Location: zone(t, "Pacific/Apia"), Hours: DefaultHours()})
	if apia.Working(on(t, "2011-12-30")) || !apia.Working(on(t, "2011-12-29")) {
		t.Error("Samoa had no 2011-12-30")
	}
	got, err := apia.AddDays(at(t, apia, "2011-12-29 09:00"), 1)
	if err != nil || shown(apia, got.At) != "2012-01-02 17:00" {
		t.Errorf("Samoa: %s, %v", shown(apia, got.At), err)
	}
	apia = calendar(t, Config{Location: apia.loc, Hours: DefaultHours(), Rows: []Row{{Date: Date{2011, 12, 30}, Kind: RowLocalOpening, Name: "便民服务日"}}})
	e, err := apia.ExplainDays(at(t, apia, "2011-12-29 09:00"), 1)
	if err != nil || e.Steps[1].Counted || e.Steps[1].Reason != ReasonNoOfficeHours {
		t.Errorf("Samoa: a row cannot open a day that did not exist: %+v, %v", e.Steps, err)
	}
	// Kwajalein had 1969-09-30 twice: its periods still come in order, and none is counted twice.
	kwajalein := calendar(t, Config{Location: zone(t, "Pacific/Kwajalein"), Hours: h})
	year := kwajalein.year(1969)
	for i := 1; i < len(year.spans); i++ {
		if year.spans[i].start < year.spans[i-1].end {
			t.Errorf("Kwajalein: %s begins before %s", kwajalein.at(year.spans[i].start), kwajalein.at(year.spans[i-1].end))
		}
	}
	// Midnight itself is skipped in Beirut on 2026-03-29: a period from 00:00 begins at 01:00 of that day.
	var all Hours
	for w := range all {
		all[w] = []Period{{From: 0, To: 24 * 60}}
	}
	beirut := calendar(t, Config{Location: zone(t, "Asia/Beirut"), Hours: all})
	periods := beirut.Day(on(t, "2026-03-29")).Periods
	if len(periods) != 1 || shown(beirut, periods[0].Start) != "2026-03-29 01:00" || periods[0].Duration() != 23*time.Hour {
		t.Errorf("Beirut: %v", periods)
	}
}

func TestDate(t *testing.T) {
	for _, s := range []string{"2026-02-26", "2024-02-29", "0001-01-01", "9999-12-31"} {
		if d := on(t, s); d.String() != s {
			t.Errorf("ParseDate(%s) = %s", s, d)
		}
	}
	for _, s := range []string{"", "2026-2-26", "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "0000-01-01",
		"2026/02/26", "2026-02-26 ", "+026-02-26", "2026-02-26T00:00:00Z", "２０２６-02-26", "20260226", "-001-01-01"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %s, want an error", s, d)
		}
	}
	d := on(t, "2024-02-28")
	if got := d.AddDays(2).String(); got != "2024-03-01" {
		t.Errorf("AddDays = %s", got)
	}
	if got := d.AddDays(-59).String(); got != "2023-12-31" {
		t.Errorf("AddDays = %s", got)
	}
	if !d.Before(d.AddDays(1)) || d.Before(d) || !d.After(d.AddDays(-30)) || d.Compare(d) != 0 || d.Compare(d.AddDays(400)) != -1 || d.Compare(d.AddDays(-400)) != 1 {
		t.Error("dates do not order")
	}
	if d.Weekday() != time.Wednesday || d.IsZero() || !(Date{}).IsZero() {
		t.Error("weekday or zero")
	}
	b, err := json.Marshal(map[string]any{"d": d, "h": DefaultHours()[1], "row": Row{Date: d, Kind: RowLocalClosure, Name: "停电"}})
	want := `{"d":"2024-02-28","h":[{"from":"08:30","to":"11:30"},{"from":"13:30","to":"17:00"}],"row":{"date":"2024-02-28","kind":"LOCAL_CLOSURE","name":"停电"}}`
	if err != nil || string(b) != want {
		t.Errorf("json = %s, %v; want %s", b, err, want)
	}
	var back struct {
		D Date
		H []Period
	}
	if err := json.Unmarshal(b, &back); err != nil || back.D != d || back.H[1] != (Period{810, 1020}) {
		t.Errorf("back = %+v, %v", back, err)
	}
	if _, err := json.Marshal(Date{2026, 2, 30}); err == nil {
		t.Error("a date that is no day must not be written")
	}
}

func TestTimeOfDay(t *testing.T) {
	for s, want := range map[string]TimeOfDay{"00:00": 0, "08:30": 510, "23:59": 1439, "24:00": 1440} {
		got, err := ParseTimeOfDay(s)
		if err != nil || got != want || got.String() != s {
			t.Errorf("ParseTimeOfDay(%s) = %d %s, %v", s, got, got, err)
		}
	}
	for _, s := range []string{"", "8:30", "08:60", "24:01", "25:00", "08-30", "08:3x", " 8:30", "08:30:00", "-1:00"} {
		if got, err := ParseTimeOfDay(s); err == nil {
			t.Errorf("ParseTimeOfDay(%q) = %s, want an error", s, got)
		}
	}
	if _, err := TimeOfDay(1441).MarshalText(); err == nil {
		t.Error("a time past the day must not be written")
	}
}

func TestEnums(t *testing.T) {
	for _, s := range RowKind("").Values() {
		var k RowKind
		if err := k.UnmarshalGQL(s); err != nil || !k.IsValid() {
			t.Errorf("%s: %v", s, err)
		}
		var b strings.Builder
		k.MarshalGQL(&b)
		if b.String() != `"`+s+`"` {
			t.Errorf("MarshalGQL = %s", b.String())
		}
		if want := strings.Contains(s, "WORKING") || strings.Contains(s, "OPENING"); k.Working() != want {
			t.Errorf("%s.Working() = %t", s, k.Working())
		}
	}
	var k RowKind
	for _, v := range []any{"", "WEEKEND", "local_closure", 1, nil, []string{"LOCAL_CLOSURE"}} {
		if err := k.UnmarshalGQL(v); err == nil || k != "" {
			t.Errorf("UnmarshalGQL(%v) = %q, %v; want an error", v, k, err)
		}
	}
	var d DayKind
	var r Reason
	var date Date
	if d.UnmarshalGQL("WEEKEND") != nil || r.UnmarshalGQL("DAY_OF_EVENT") != nil || date.UnmarshalGQL("2026-02-26") != nil {
		t.Error("a good value was refused")
	}
	if d.UnmarshalGQL("DAY_OF_EVENT") == nil || r.UnmarshalGQL("WEEKDAY") == nil || date.UnmarshalGQL(20260226) == nil {
		t.Error("a bad value was taken")
	}
}
