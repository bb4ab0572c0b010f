package reporting

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"xinxing/internal/office/casework"
	"xinxing/internal/office/workday"
)

func calendar(t testing.TB) *workday.Calendar {
	t.Helper()
	zone, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	c, err := workday.New(workday.Config{Location: zone, Hours: workday.DefaultHours()})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// at is an instant of the office's zone.
func at(t testing.TB, s string) time.Time {
	t.Helper()
	zone, _ := time.LoadLocation("Asia/Shanghai")
	x, err := time.ParseInLocation("2006-01-02 15:04", s, zone)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// What each journal counts: measure, day, who, and the value where it is not one.
func TestR_WhatAJournalCounts(t *testing.T) {
	cal := calendar(t)
	ev := func(kind casework.EventKind, when, actor string, facts ...any) Event {
		e := Event{Kind: kind, At: at(t, when), Actor: actor, Responsible: "holder", Facts: map[string]any{}}
		for i := 0; i+1 < len(facts); i += 2 {
			e.Facts[facts[i].(string)] = facts[i+1]
		}
		return e
	}
	warn := func(alarm casework.AlarmKind, when string) Event {
		e := ev(casework.EventWarning, when, "")
		e.Alarm = alarm
		return e
	}
	opened := ev(casework.EventCaseOpened, "2026-03-02 09:00", "first")
	for name, c := range map[string]struct {
		events []Event
		matter bool
		want   string
	}{
		"resolved on the spot": {events: []Event{opened, ev(casework.EventResolvedOnSpot, "2026-03-02 10:30", "first")},
			want: "RECEIVED 03-02 first, FIRST_CONTACT_KEPT 03-02 first, ON_SPOT 03-02 first, RESOLVED 03-02 first, IN_TIME 03-02 first, WORKING_TIME 03-02 first =15"},
		"after midnight in UTC it is still the office's day": {events: []Event{ev(casework.EventCaseOpened, "2026-03-02 07:00", "first"), ev(casework.EventGuided, "2026-03-03 00:10", "other")},
			want: "RECEIVED 03-02 first, FIRST_CONTACT_KEPT 03-03 first, GUIDED 03-03 other"},
		"kept, handed over in time, by another": {events: []Event{opened, ev(casework.EventHandOverOffered, "2026-03-02 09:30", "first"), ev(casework.EventHandOverAccepted, "2026-03-02 10:00", "second"),
			ev(casework.EventPromised, "2026-03-02 10:10", "second"), ev(casework.EventCompleted, "2026-03-03 09:00", "second", "result", "KEPT", WorkedMinutes, 390.0)},
			want: "RECEIVED 03-02 first, FIRST_CONTACT_KEPT 03-02 first, HAND_OVERS 03-02 second, HAND_OVERS_IN_TIME 03-02 second, RESOLVED 03-03 second, IN_TIME 03-03 second, WORKING_TIME 03-03 second =65"},
		"missed, answered late, resolved late": {events: []Event{opened, ev(casework.EventHandOverOffered, "2026-03-02 09:30", "first"), warn(casework.AlarmFirstContactPassed, "2026-03-02 11:30"),
			warn(casework.AlarmHandoverAnswerPassed, "2026-03-02 14:00"), ev(casework.EventHandOverAccepted, "2026-03-02 15:00", "second"), warn(casework.AlarmPromisePassed, "2026-03-09 17:00"),
			ev(casework.EventCompleted, "2026-03-10 09:00", "second", "result", "MISSED", WorkedMinutes, 60.0)},
			want: "RECEIVED 03-02 first, FIRST_CONTACT_MISSED 03-02 first, HAND_OVERS 03-02 second, OVERDUE 03-09 holder, RESOLVED 03-10 second, WORKING_TIME 03-10 second =10"},
		"a second offer is a new chance": {events: []Event{ev(casework.EventHandOverOffered, "2026-03-02 09:30", "first"), warn(casework.AlarmHandoverAnswerPassed, "2026-03-02 14:00"),
			ev(casework.EventHandOverReturned, "2026-03-02 14:10", "second"), ev(casework.EventHandOverOffered, "2026-03-02 14:20", "first"), ev(casework.EventHandOverAccepted, "2026-03-02 14:30", "third")},
			want: "FIRST_CONTACT_KEPT 03-02 first, HAND_OVERS 03-02 third, HAND_OVERS_IN_TIME 03-02 third"},
		"extended is not overdue": {events: []Event{opened, ev(casework.EventPromised, "2026-03-02 09:10", "first"), ev(casework.EventExtensionApproved, "2026-03-05 09:00", "leader"), ev(casework.EventExtensionTold, "2026-03-05 10:00", "first")},
			want: "RECEIVED 03-02 first, FIRST_CONTACT_KEPT 03-02 first, EXTENDED 03-05 first"},
		"opened again it is resolved again, from then on": {events: []Event{opened, ev(casework.EventResolvedOnSpot, "2026-03-02 09:30", "first", WorkedMinutes, 30.0), ev(casework.EventReopened, "2026-03-04 09:00", "leader"),
			ev(casework.EventCompleted, "2026-03-04 10:00", "second", "result", "KEPT")},
			want: "RECEIVED 03-02 first, FIRST_CONTACT_KEPT 03-02 first, ON_SPOT 03-02 first, RESOLVED 03-02 first, IN_TIME 03-02 first, WORKING_TIME 03-02 first =5, RESOLVED 03-04 second, IN_TIME 03-04 second, WORKING_TIME 03-04 second =10"},
		"a failure of duty is the person's": {events: []Event{opened, ev(casework.EventBreachFound, "2026-03-02 12:00", "", "breach", "PROMISE_MISSED", "person", "late")},
			want: "RECEIVED 03-02 first, BREACHES 03-02 late PROMISE_MISSED"},
		"of a supervision matter nothing else counts": {matter: true, events: []Event{opened, ev(casework.EventCompleted, "2026-03-02 10:30", "first", "result", "KEPT"), ev(casework.EventBreachReported, "2026-03-02 12:00", "x", "breach", "AVOIDANCE", "person", "late")},
			want: "BREACHES 03-02 late AVOIDANCE"},
		"what else there is": {events: []Event{opened, ev(casework.EventRefused, "2026-03-02 09:10", "first"), ev(casework.EventNoticedAgain, "2026-03-03 09:00", "second"), ev(casework.EventStoodIn, "2026-03-04 09:00", "", "to", "b"), ev(casework.EventWithdrawn, "2026-03-05 09:00", "x")},
			want: "RECEIVED 03-02 first, FIRST_CONTACT_KEPT 03-02 first, REFUSED 03-02 first, SECOND_NOTICES 03-03 second, STAND_INS 03-04 b"},
	} {
		var got []string
		state := State{}
		for _, e := range c.events {
			var out []Entry
			state, out = Count(state, Case{FirstResponder: "first", ContactAt: c.events[0].At, Service: !c.matter}, e, cal)
			for _, x := range out {
				s := fmt.Sprintf("%s %s %s", x.Measure, x.Day.String()[5:], x.Staff)
				if x.Kind != "" {
					s += " " + x.Kind
				}
				if x.Measure == WorkingTime {
					s += fmt.Sprintf(" =%d", x.Value)
				} else if x.Value != 1 {
					t.Errorf("%s: %s counts %d", name, x.Measure, x.Value)
				}
				got = append(got, s)
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, s, c.want)
		}
	}
}

// An absence that began at once counts for who is away, one that was planned does not.
func TestB5_AnEmergencyCounts(t *testing.T) {
	for kind, want := range map[string]int{"EMERGENCY": 1, "PLANNED": 0} {
		_, got := Count(State{}, Case{}, Event{Kind: casework.EventAbsenceBegan, At: at(t, "2026-03-02 09:00"), About: "away", Facts: map[string]any{"kind": kind}}, calendar(t))
		if len(got) != want || want == 1 && got[0].Staff != "away" {
			t.Errorf("%s: %v", kind, got)
		}
	}
}

// A service case counts where it stands, a supervision matter nowhere; a rating counts on the office's day, for whom it is about.
func TestR_WhereItCounts(t *testing.T) {
	at := Place{Item: "MZ-01", Post: "pst_1", Channel: "VISIT"}
	if got := (Case{Service: true}).Counts(at); got != at {
		t.Errorf("a service case counts at %v", got)
	}
	if got := (Case{}).Counts(at); got != (Place{}) {
		t.Errorf("a supervision matter counts at %v", got)
	}
	rated := Rated(time.Date(2026, 3, 1, 16, 30, 0, 0, time.UTC), "about", casework.Satisfied, calendar(t))
	if want := (Entry{Ratings, workday.Date{Year: 2026, Month: 3, Day: 2}, "about", "SATISFIED", 1}); rated != want {
		t.Errorf("%v, want %v", rated, want)
	}
}

// Whatever a journal holds, what counts of it never contradicts itself: no first contact is both kept and missed or counted twice, nothing is resolved in
// time that is not resolved, and each resolution has its time.
func TestR_NoCountContradictsAnother(t *testing.T) {
	cal := calendar(t)
	kinds := []casework.EventKind(nil)
	for _, k := range casework.EventKind("").Values() {
		kinds = append(kinds, casework.EventKind(k))
	}
	alarms := casework.AlarmKind("").Values()
	rapid.Check(t, func(t *rapid.T) {
		n := map[Measure]int{}
		state, when := State{}, time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)
		c := Case{FirstResponder: "first", ContactAt: when, Service: true}
		for range rapid.IntRange(0, 30).Draw(t, "entries") {
			when = when.Add(time.Duration(rapid.IntRange(0, 600).Draw(t, "minutes")) * time.Minute)
			e := Event{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), At: when, Actor: "actor", Facts: map[string]any{}}
			if e.Kind == casework.EventWarning {
				e.Alarm = casework.AlarmKind(rapid.SampledFrom(alarms).Draw(t, "alarm"))
			}
			if rapid.Bool().Draw(t, "kept") {
				e.Facts["result"] = "KEPT"
			}
			var out []Entry
			state, out = Count(state, c, e, cal)
			for _, x := range out {
				n[x.Measure]++
				if x.Value < 0 {
					t.Fatalf("%v is negative", x)
				}
			}
		}
		if n[FirstContactKept]+n[FirstContactMissed] > 1 || n[InTime] > n[Resolved] || n[OnSpot] > n[InTime] || n[WorkingTime] != n[Resolved] || n[HandOversInTime] > n[HandOvers] {
			t.Fatalf("%v", n)
		}
	})
}

// A percentile is one of the values, and that share of them, and no smaller one, is at or below it.
func TestR_APercentileIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.IntRange(0, 40), 1, 60).Draw(t, "values")
		p := rapid.IntRange(1, 100).Draw(t, "p")
		slices.Sort(values)
		var s Spread
		for _, v := range values {
			if n := len(s); n > 0 && s[n-1].Value == v {
				s[n-1].N++
			} else {
				s = append(s, struct{ Value, N int }{v, 1})
			}
		}
		got, ok := s.Percentile(p)
		atMost, below := 0, 0
		for _, v := range values {
			if v <= got {
				atMost++
			}
			if v < got {
				below++
			}
		}
		if !ok || atMost*100 < p*len(values) || below*100 >= p*len(values) {
			t.Fatalf("%d of %v: %d", p, values, got)
		}
	})
	if _, ok := (Spread)(nil).Percentile(50); ok {
		t.Error("a percentile of nothing")
	}
}

// Every figure has one definition, in both languages, with a clause; a share is never over a hundred.
func TestR_EveryFigureIsDefinedOnce(t *testing.T) {
	for _, f := range figures {
		d, ok := Define(f)
		if !ok || d.Clause == "" || d.Name[0] == "" || d.Name[1] == "" || d.Says[0] == "" || d.Says[1] == "" || !slices.Contains(measures, d.Sum) {
			t.Errorf("%s: %+v", f, d)
		}
		if (d.Unit == UnitPercent) != (d.Over != nil) || (d.Unit == UnitHours) != (d.Percent > 0) {
			t.Errorf("%s is no %s", f, d.Unit)
		}
	}
	if len(definitions) != len(figures) {
		t.Errorf("%d definitions of %d figures", len(definitions), len(figures))
	}
	rate, _ := Define(FigureOnTimeRate)
	for _, c := range []struct {
		in, all int
		want    string
	}{{0, 0, "none"}, {2, 3, "66.7"}, {3, 3, "100"}, {0, 3, "0"}} {
		got := "none"
		if v, ok := rate.Of(Sums{InTime: c.in, Resolved: c.all}, nil); ok {
			got = fmt.Sprint(v)
		}
		if got != c.want {
			t.Errorf("%d of %d: %s", c.in, c.all, got)
		}
	}
}

// Periods are the office's: each day is in exactly one of each length, between its first day and its last.
func TestR_EachDayIsInOnePeriod(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := workday.Date{Year: 2024, Month: 1, Day: 1}.AddDays(rapid.IntRange(0, 1500).Draw(t, "day"))
		for _, s := range steps[1:] {
			from := s.Begin(day)
			if from.After(day) || s.End(from).Before(day) || s.Begin(from) != from || s.Begin(s.End(from).AddDays(1)) == from {
				t.Fatalf("%s of %s: %s to %s", s, day, from, s.End(from))
			}
		}
	})
	for s, want := range map[Step]string{StepWeek: "2026-02-23", StepMonth: "2026-03-01", StepQuarter: "2026-01-01", StepYear: "2026-01-01"} {
		if got := s.Begin(workday.Date{Year: 2026, Month: 3, Day: 1}).String(); got != want {
			t.Errorf("%s: %s", s, got)
		}
	}
}
