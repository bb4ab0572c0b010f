package workday

import (
	"testing"
	"time"
)

func BenchmarkCalendar(b *testing.B) {
	c := office(b)
	from := time.Date(2026, 2, 10, 9, 0, 0, 0, c.loc)
	year := from.AddDate(1, 0, 0)
	due, err := c.AddDays(from, 7)
	if err != nil {
		b.Fatal(err)
	}
	for _, bench := range []struct {
		name string
		run  func() error
	}{
		{"AddDays/7", func() error { _, err := c.AddDays(from, 7); return err }},
		{"AddDays/2000", func() error { _, err := c.AddDays(from, 2000); return err }},
		{"AddHours/2h", func() error { _, err := c.AddHours(from, 2*time.Hour); return err }},
		{"AddHours/1000h", func() error { _, err := c.AddHours(from, 1000*time.Hour); return err }},
		{"SubHours/2h", func() error { _, err := c.SubHours(due.At, 2*time.Hour); return err }},
		{"SubDays/2", func() error { _, err := c.SubDays(due.At, 2); return err }},
		{"Between/7days", func() error { c.Between(from, due.At); return nil }},
		{"Between/year", func() error { c.Between(from, year); return nil }},
		{"WorkingDaysBetween/year", func() error { c.WorkingDaysBetween(Date{2026, 1, 1}, Date{2026, 12, 31}); return nil }},
		{"Open", func() error { c.Open(from); return nil }},
		{"NextOpen", func() error { c.NextOpen(from); return nil }},
		{"Working", func() error { c.Working(Date{2026, 2, 28}); return nil }},
		{"FirstContactBy", func() error { _, err := c.FirstContactBy(from, 2*time.Hour); return err }},
		{"ExplainDays/7", func() error { _, err := c.ExplainDays(from, 7); return err }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := bench.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A new calendar and its first deadline: what a changed row costs.
func BenchmarkNewAndFirstDeadline(b *testing.B) {
	notices, err := Notices()
	if err != nil {
		b.Fatal(err)
	}
	cfg := Config{Location: zone(b, "Asia/Shanghai"), Hours: DefaultHours()}.WithNotices(notices)
	from := time.Date(2026, 2, 10, 9, 0, 0, 0, cfg.Location)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := calendar(b, cfg).AddDays(from, 7); err != nil {
			b.Fatal(err)
		}
	}
}
