package workday

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew")

const deadlinesGolden = "testdata/deadlines-2026.golden"

// The deadlines of a whole year, for a person to review: from 09:00 of each day of 2026
// to the close of business of the 1st, 5th, 7th and 20th working day.
func TestTime_Golden_Deadlines2026(t *testing.T) {
	c := office(t)
	counts := []int{1, 5, 7, 20}
	var b bytes.Buffer
	b.WriteString("# Due dates from 09:00 of each day of 2026, at the close of business (17:00), in working days.\n")
	b.WriteString("# After the weekday: . worked, - weekend, H statutory holiday, R shifted rest day, W make-up working day.\n")
	b.WriteString("# A due date marked ? is provisional: it reaches into a year that has no notice yet.\n")
	fmt.Fprintf(&b, "%-16s", "# from")
	for _, n := range counts {
		fmt.Fprintf(&b, "%17s", fmt.Sprintf("in %d", n))
	}
	b.WriteString("\n")
	marks := map[DayKind]string{DayWeekday: ".", DayWeekend: "-", DayStatutoryHoliday: "H", DayShiftedRestDay: "R", DayMakeUpWorkingDay: "W"}
	weekday := func(d Date) string { return d.Weekday().String()[:3] }
	for d := (Date{2026, 1, 1}); d.Year == 2026; d = d.AddDays(1) {
		day := c.Day(d)
		fmt.Fprintf(&b, "%s %s %s", d, weekday(d), marks[day.Kind])
		for _, n := range counts {
			due, err := c.AddDays(time.Date(d.Year, d.Month, d.Day, 9, 0, 0, 0, c.loc), n)
			if err != nil {
				t.Fatal(err)
			}
			if due.At.Format("15:04:05") != "17:00:00" {
				t.Errorf("%s + %d is due at %s", d, n, due.At)
			}
			mark := " "
			if due.Provisional {
				mark = "?"
			}
			on := DateOf(due.At, c.loc)
			fmt.Fprintf(&b, "  %s %s%s", on, weekday(on), mark)
		}
		line := b.Bytes()
		b.Truncate(len(bytes.TrimRight(line, " ")))
		if day.Name != "" {
			fmt.Fprintf(&b, "  %s", day.Name)
		}
		b.WriteString("\n")
	}
	if *update {
		if err := os.WriteFile(deadlinesGolden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(deadlinesGolden)
	if err != nil {
		t.Fatal(err)
	}
	got, wanted := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	if len(got) != len(wanted) {
		t.Fatalf("%d lines, the golden file has %d; look at the difference, then run with -update", len(got), len(wanted))
	}
	for i := range got {
		if got[i] != wanted[i] {
			t.Errorf("line %d:\n got %s\nwant %s", i+1, got[i], wanted[i])
		}
	}
}
