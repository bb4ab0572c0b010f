package casework

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"xinxing/internal/office/workday"
)

// planned writes a plan as "KIND 2026-03-13 17:00" lines.
func planned(plan []AlarmPlan) string {
	var lines []string
	for _, p := range plan {
		lines = append(lines, fmt.Sprintf("%s %s", p.Kind, shown(p.At)))
	}
	return strings.Join(lines, "\n")
}

func TestF8_TheFirstContactLimitIsTheSameOfficeDayAtLeastTwoHours(t *testing.T) {
	cal := shanghaiOffice(t, workday.Row{Date: workday.Date{Year: 2026, Month: 3, Day: 11}, Kind: workday.RowLocalClosure, Name: "停电"})
	for _, c := range []struct{ contact, due string }{
		{"2026-03-09 09:00", "2026-03-09 17:00"}, // the same day
		{"2026-03-09 12:10", "2026-03-09 17:00"}, // at noon
		{"2026-03-09 15:00", "2026-03-09 17:00"}, // exactly two hours left
		{"2026-03-09 15:01", "2026-03-10 08:31"}, // less: the rest on the next morning
		{"2026-03-09 16:30", "2026-03-10 10:00"},
		{"2026-03-09 17:00", "2026-03-10 17:00"}, // at closing: the next office day
		{"2026-03-09 20:00", "2026-03-10 17:00"},
		{"2026-03-10 02:00", "2026-03-10 17:00"},
		{"2026-03-13 16:30", "2026-03-16 10:00"}, // over a weekend
		{"2026-03-14 10:00", "2026-03-16 17:00"}, // on a Saturday
		{"2026-02-28 10:00", "2026-02-28 17:00"}, // on a make-up Saturday
		{"2026-02-14 16:30", "2026-02-24 10:00"}, // over the Spring Festival
		{"2026-03-10 16:30", "2026-03-12 10:00"}, // over a local closure
	} {
		clock, err := StartContact(cal, DefaultLimits(), ClockFirstContact, at(t, c.contact))
		if err != nil {
			t.Fatal(err)
		}
		if shown(clock.Due) != c.due || clock.Kind != ClockFirstContact || !clock.From.Equal(at(t, c.contact)) || clock.Provisional {
			t.Errorf("contact at %s: %s, want %s; %+v", c.contact, shown(clock.Due), c.due, clock)
		}
	}
	clock, err := StartContact(cal, DefaultLimits(), ClockDisposal, at(t, "2026-12-31 16:30"))
	if err != nil || !clock.Provisional {
		t.Errorf("a limit in a year without a notice is provisional: %+v, %v", clock, err)
	}
}

func TestF6_F9_F10_TheOfficesOwnLimitsCountWorkingHours(t *testing.T) {
	cal := shanghaiOffice(t)
	lim := Limits{ReportHours: 1, HandOverOfferHours: 2, HandOverAnswerHours: 3}
	for kind, due := range map[ClockKind]string{
		ClockReport: "2026-03-16 09:30", ClockHandoverOffer: "2026-03-16 10:30", ClockHandoverAnswer: "2026-03-16 11:30",
	} {
		clock, err := StartHours(cal, lim, kind, at(t, "2026-03-14 10:00"))
		if err != nil || shown(clock.Due) != due || clock.Kind != kind {
			t.Errorf("%s: %+v, %v; want %s", kind, clock, err, due)
		}
	}
	for _, kind := range []ClockKind{ClockPromise, ClockMaterials, ClockFirstContact, ClockDisposal, ClockReview, ""} {
		if clock, err := StartHours(cal, DefaultLimits(), kind, well); err == nil {
			t.Errorf("%q starts a clock of no hours: %+v", kind, clock)
		}
	}
	clock, err := StartDays(cal, ClockMaterials, at(t, "2026-02-12 10:00"), 5)
	if err != nil || shown(clock.Due) != "2026-02-26 17:00" {
		t.Errorf("%+v, %v", clock, err)
	}
	if _, err := StartDays(cal, ClockPromise, well, 0); err == nil {
		t.Error("a promise of no days")
	}
}

func TestT7_TheWarningsOfAPromise(t *testing.T) {
	cal := shanghaiOffice(t)
	for _, c := range []struct {
		name, from string
		days       int
		want       string
	}{
		{"a week", "2026-03-06 10:00", 5,
			"PROMISE_TWO_DAYS 2026-03-12 08:30\nPROMISE_ONE_DAY 2026-03-13 08:30\nPROMISE_TWO_HOURS 2026-03-13 15:00\nPROMISE_PASSED 2026-03-13 17:00"},
		{"over a weekend", "2026-03-06 10:00", 6,
			"PROMISE_TWO_DAYS 2026-03-13 08:30\nPROMISE_ONE_DAY 2026-03-16 08:30\nPROMISE_TWO_HOURS 2026-03-16 15:00\nPROMISE_PASSED 2026-03-16 17:00"},
		{"over the Spring Festival, on its make-up Saturday", "2026-02-12 10:00", 3,
			"PROMISE_TWO_DAYS 2026-02-14 08:30\nPROMISE_ONE_DAY 2026-02-24 08:30\nPROMISE_TWO_HOURS 2026-02-24 15:00\nPROMISE_PASSED 2026-02-24 17:00"},
		{"two days: made inside the first warning's day", "2026-03-09 10:00", 2,
			"PROMISE_TWO_DAYS 2026-03-10 08:30\nPROMISE_ONE_DAY 2026-03-11 08:30\nPROMISE_TWO_HOURS 2026-03-11 15:00\nPROMISE_PASSED 2026-03-11 17:00"},
		{"one day: its two days were over at the start", "2026-03-09 10:00", 1,
			"PROMISE_ONE_DAY 2026-03-10 08:30\nPROMISE_TWO_HOURS 2026-03-10 15:00\nPROMISE_PASSED 2026-03-10 17:00"},
		{"T6: a warning at the very start is over", "2026-03-09 08:30", 1,
			"PROMISE_ONE_DAY 2026-03-10 08:30\nPROMISE_TWO_HOURS 2026-03-10 15:00\nPROMISE_PASSED 2026-03-10 17:00"},
		{"made the night before", "2026-03-09 08:29", 1,
			"PROMISE_TWO_DAYS 2026-03-09 08:30\nPROMISE_ONE_DAY 2026-03-10 08:30\nPROMISE_TWO_HOURS 2026-03-10 15:00\nPROMISE_PASSED 2026-03-10 17:00"},
	} {
		clock, err := StartDays(cal, ClockPromise, at(t, c.from), c.days)
		if err != nil {
			t.Fatal(err)
		}
		plan, err := Alarms(cal, DefaultLimits(), clock)
		if err != nil {
			t.Fatal(err)
		}
		if got := planned(plan); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
		if soon := SoonAt(plan, clock); !soon.Equal(plan[0].At) {
			t.Errorf("%s: due soon from %s", c.name, shown(soon))
		}
	}
}

func TestT6_ALatePromiseOpensWithNoAlarm(t *testing.T) {
	// A promise recomputed or extended late: everything but the deadline is over when its clock starts.
	clock := Clock{Kind: ClockPromise, From: at(t, "2026-03-13 16:00"), Due: at(t, "2026-03-13 17:00")}
	plan, err := Alarms(shanghaiOffice(t), DefaultLimits(), clock)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := planned(plan), "PROMISE_PASSED 2026-03-13 17:00"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if soon := SoonAt(plan, clock); !soon.Equal(clock.Due) {
		t.Errorf("due soon from %s", shown(soon))
	}
	if soon := SoonAt(nil, clock); !soon.Equal(clock.Due) {
		t.Errorf("without alarms due soon from %s", shown(soon))
	}
}

func TestF8_F9_F10_F6_Q4_Q6_TheWarningsOfTheOtherClocks(t *testing.T) {
	cal := shanghaiOffice(t)
	for _, c := range []struct {
		kind      ClockKind
		from, due string
		want      string
	}{
		{ClockFirstContact, "2026-03-09 09:00", "2026-03-09 17:00", "FIRST_CONTACT_NEAR 2026-03-09 16:00\nFIRST_CONTACT_PASSED 2026-03-09 17:00"},
		{ClockFirstContact, "2026-03-09 16:30", "2026-03-10 10:00", "FIRST_CONTACT_NEAR 2026-03-10 09:00\nFIRST_CONTACT_PASSED 2026-03-10 10:00"},
		{ClockFirstContact, "2026-03-09 15:01", "2026-03-10 08:31", "FIRST_CONTACT_NEAR 2026-03-09 16:01\nFIRST_CONTACT_PASSED 2026-03-10 08:31"},
		{ClockDisposal, "2026-03-09 09:00", "2026-03-09 17:00", "DISPOSAL_NEAR 2026-03-09 16:00\nDISPOSAL_PASSED 2026-03-09 17:00"},
		{ClockReport, "2026-03-09 09:00", "2026-03-09 14:30", "REPORT_NEAR 2026-03-09 13:30\nREPORT_PASSED 2026-03-09 14:30"},
		{ClockReport, "2026-03-09 16:00", "2026-03-10 11:30", "REPORT_NEAR 2026-03-10 10:30\nREPORT_PASSED 2026-03-10 11:30"},
		{ClockHandoverOffer, "2026-03-09 09:00", "2026-03-09 15:00", "HANDOVER_OFFER_NEAR 2026-03-09 14:00\nHANDOVER_OFFER_PASSED 2026-03-09 15:00"},
		{ClockHandoverAnswer, "2026-03-09 09:00", "2026-03-09 14:30", "HANDOVER_ANSWER_PASSED 2026-03-09 14:30\nHANDOVER_ANSWER_ESCALATED 2026-03-09 16:30"},
		{ClockHandoverAnswer, "2026-03-09 16:00", "2026-03-10 11:30", "HANDOVER_ANSWER_PASSED 2026-03-10 11:30\nHANDOVER_ANSWER_ESCALATED 2026-03-10 15:30"},
		{ClockMaterials, "2026-03-06 10:00", "2026-03-13 17:00", "MATERIALS_CHASE 2026-03-13 17:00"},
		{ClockReview, "2026-03-06 10:00", "2026-03-13 17:00", "REVIEW_NEAR 2026-03-13 08:30\nREVIEW_PASSED 2026-03-13 17:00"},
		{ClockReview, "2026-03-06 10:00", "2026-03-16 17:00", "REVIEW_NEAR 2026-03-16 08:30\nREVIEW_PASSED 2026-03-16 17:00"}, // over a weekend
		{ClockReview, "2026-03-13 08:30", "2026-03-13 17:00", "REVIEW_PASSED 2026-03-13 17:00"},                               // T6: its warning was over
	} {
		plan, err := Alarms(cal, DefaultLimits(), Clock{Kind: c.kind, From: at(t, c.from), Due: at(t, c.due)})
		if err != nil {
			t.Fatal(err)
		}
		if got := planned(plan); got != c.want {
			t.Errorf("%s from %s:\n%s\nwant\n%s", c.kind, c.from, got, c.want)
		}
	}
}

func TestT7_OnShortDaysTheWarningsKeepTheOrderOfTheirInstants(t *testing.T) {
	// An office that is open for one hour a day: two working hours lie before the opening of the last day.
	var hours workday.Hours
	for w := range hours {
		hours[w] = []workday.Period{{From: 9 * 60, To: 10 * 60}}
	}
	cal, err := workday.New(workday.Config{Location: shanghai, Hours: hours})
	if err != nil {
		t.Fatal(err)
	}
	clock := Clock{Kind: ClockPromise, From: at(t, "2026-03-02 09:00"), Due: at(t, "2026-03-13 10:00")}
	plan, err := Alarms(cal, DefaultLimits(), clock)
	if err != nil {
		t.Fatal(err)
	}
	want := "PROMISE_TWO_DAYS 2026-03-12 09:00\nPROMISE_TWO_HOURS 2026-03-12 09:00\nPROMISE_ONE_DAY 2026-03-13 09:00\nPROMISE_PASSED 2026-03-13 10:00"
	if got := planned(plan); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// warningsOf are the alarms that may fall before a clock's limit, passedOf the limit itself.
var (
	warningsOf = map[ClockKind][]AlarmKind{
		ClockFirstContact:  {AlarmFirstContactNear},
		ClockDisposal:      {AlarmDisposalNear},
		ClockReport:        {AlarmReportNear},
		ClockPromise:       {AlarmPromiseTwoDays, AlarmPromiseOneDay, AlarmPromiseTwoHours},
		ClockHandoverOffer: {AlarmHandoverOfferNear},
		ClockReview:        {AlarmReviewNear},
	}
	passedOf = map[ClockKind]AlarmKind{
		ClockFirstContact: AlarmFirstContactPassed, ClockDisposal: AlarmDisposalPassed, ClockReport: AlarmReportPassed,
		ClockMaterials: AlarmMaterialsChase, ClockPromise: AlarmPromisePassed, ClockHandoverOffer: AlarmHandoverOfferPassed,
		ClockHandoverAnswer: AlarmHandoverAnswerPassed, ClockReview: AlarmReviewPassed,
	}
)

// anyOffice draws an office in Shanghai with its own hours and local days; usual ones have no day of less than three hours.
func anyOffice(t *testing.T, usual bool) *rapid.Generator[testOffice] {
	notices, err := workday.Notices()
	if err != nil {
		t.Fatal(err)
	}
	return rapid.Custom(func(r *rapid.T) testOffice {
		cfg := workday.Config{Location: shanghai, Hours: workday.DefaultHours()}
		if rapid.Bool().Draw(r, "own hours") {
			cfg.Hours = workday.Hours{}
			for _, w := range rapid.SliceOfNDistinct(rapid.IntRange(0, 6), 1, 7, rapid.ID[int]).Draw(r, "weekdays") {
				from := rapid.IntRange(0, 40).Draw(r, "from")
				least := 1
				if usual {
					least = 12
				}
				length := rapid.IntRange(least, 40).Draw(r, "length")
				p := workday.Period{From: workday.TimeOfDay(15 * from), To: workday.TimeOfDay(15 * (from + length))}
				cfg.Hours[w] = []workday.Period{p}
			}
		}
		if rapid.Bool().Draw(r, "notices") {
			cfg = cfg.WithNotices(notices)
		}
		for _, n := range rapid.SliceOfNDistinct(rapid.IntRange(0, 400), 0, 15, rapid.ID[int]).Draw(r, "local days") {
			kind := rapid.SampledFrom([]workday.RowKind{workday.RowLocalClosure, workday.RowLocalOpening}).Draw(r, "kind")
			cfg.Rows = append(cfg.Rows, workday.Row{Date: workday.Date{Year: 2025, Month: 9, Day: 1}.AddDays(n), Kind: kind, Name: "本地"})
		}
		cal, err := workday.New(cfg)
		if err != nil {
			r.Fatal(err)
		}
		return testOffice{cal, cfg}
	})
}

// testOffice prints as what it is made of when a property fails.
type testOffice struct {
	*workday.Calendar
	made workday.Config
}

func (o testOffice) GoString() string {
	return fmt.Sprintf("hours %v, %d notices, local days %v", o.made.Hours, len(o.made.NoticeYears), o.made.Rows[max(0, len(o.made.Rows)-15):])
}

// anyInstant draws instants of about a year; many of them at an edge of office hours.
func anyInstant(r *rapid.T, cal *workday.Calendar, label string) time.Time {
	v := time.Date(2025, 10, 1, 0, 0, 0, 0, shanghai).Add(time.Duration(rapid.Int64Range(0, 300*24*60).Draw(r, label)) * time.Minute)
	switch rapid.IntRange(0, 3).Draw(r, label+" edge") {
	case 0:
		v = cal.NextOpen(v)
	case 1:
		if end, ok := cal.CloseOf(workday.DateOf(cal.NextOpen(v), shanghai)); ok {
			v = end
		}
	}
	return v.Add(rapid.SampledFrom([]time.Duration{0, 0, 0, 1, -1, time.Second, -time.Minute}).Draw(r, label+" beside"))
}

func anyLimits(r *rapid.T) Limits {
	h := func(label string) int { return rapid.IntRange(1, 12).Draw(r, label) }
	return Limits{
		FirstContactHours: h("first contact"), NearHours: h("near"), HandOverOfferHours: h("offer"), HandOverAnswerHours: h("answer"),
		HandOverEscalateHours: h("escalate"), ReportHours: h("report"), MaterialsChaseDays: h("chase"), ReviewDays: h("review"),
	}
}

// anyClock draws a clock that an office starts.
func anyClock(r *rapid.T, cal *workday.Calendar, lim Limits) Clock {
	kind, from := rapid.SampledFrom(clockKinds).Draw(r, "clock"), anyInstant(r, cal, "from")
	var c Clock
	var err error
	switch kind {
	case ClockFirstContact, ClockDisposal:
		c, err = StartContact(cal, lim, kind, from)
	case ClockPromise:
		c, err = StartDays(cal, kind, from, rapid.IntRange(1, 30).Draw(r, "days"))
	case ClockMaterials:
		c, err = StartDays(cal, kind, from, lim.MaterialsChaseDays)
	case ClockReview:
		c, err = StartDays(cal, kind, from, lim.ReviewDays)
	default:
		c, err = StartHours(cal, lim, kind, from)
	}
	if err != nil {
		r.Fatal(err)
	}
	return c
}

func TestT6_T7_F8_F10_Property_Alarms(t *testing.T) {
	for _, usual := range []bool{true, false} {
		offices := anyOffice(t, usual)
		rapid.Check(t, func(r *rapid.T) {
			cal, lim := offices.Draw(r, "office").Calendar, anyLimits(r)
			c := anyClock(r, cal, lim)
			if c.Due.Before(c.From) || c.Kind != ClockReport && !c.Due.After(c.From) {
				r.Fatalf("a clock that ends as it starts: %+v", c)
			}
			plan, err := Alarms(cal, lim, c)
			if err != nil {
				r.Fatal(err)
			}
			for i, p := range plan {
				if i > 0 && (p.At.Before(plan[i-1].At) || usual && !p.At.After(plan[i-1].At)) {
					r.Fatalf("not in order:\n%s", planned(plan))
				}
				if !p.At.After(c.From) {
					r.Fatalf("T6: %s falls at or before the start %s", p.Kind, shown(c.From))
				}
				if slices.ContainsFunc(plan[:i], func(q AlarmPlan) bool { return q.Kind == p.Kind }) {
					r.Fatalf("%s twice:\n%s", p.Kind, planned(plan))
				}
			}
			escalated := 0
			if c.Kind == ClockHandoverAnswer {
				escalated = 1
				if last := plan[len(plan)-1]; last.Kind != AlarmHandoverAnswerEscalated || cal.Between(c.Due, last.At) != time.Duration(lim.HandOverEscalateHours)*time.Hour {
					r.Fatalf("F10: the superior is told late or never:\n%s", planned(plan))
				}
			}
			passed := plan[len(plan)-1-escalated]
			if passed.Kind != passedOf[c.Kind] || !passed.At.Equal(c.Due) {
				r.Fatalf("%s ends with %s at %s, due %s", c.Kind, passed.Kind, passed.At, c.Due)
			}
			given := map[AlarmKind]bool{}
			for _, p := range plan[:len(plan)-1-escalated] {
				given[p.Kind] = true
				if !p.At.Before(c.Due) || !cal.Open(p.At) {
					r.Fatalf("%s at %s: not inside office hours before %s", p.Kind, p.At, c.Due)
				}
				if !slices.Contains(warningsOf[c.Kind], p.Kind) {
					r.Fatalf("%s on %s", p.Kind, c.Kind)
				}
			}
			// T7: what is left out was over when the clock started, and nothing else is.
			for _, k := range warningsOf[c.Kind] {
				left := lim.NearHours
				switch k {
				case AlarmPromiseTwoDays, AlarmPromiseOneDay, AlarmReviewNear:
					continue
				case AlarmPromiseTwoHours:
					left = 2
				}
				long, limit := cal.Between(c.From, c.Due), time.Duration(left)*time.Hour
				if long > limit && !given[k] || long < limit && given[k] {
					r.Fatalf("%s of a clock of %s: planned %t", k, long, given[k])
				}
			}
			if soon := SoonAt(plan, c); soon.After(c.Due) || !soon.After(c.From) {
				r.Fatalf("due soon from %s, clock %+v", soon, c)
			}
		})
	}
}

func TestT7_F10_WarningsTellTheRightPeople(t *testing.T) {
	// Who is told, and what breach is found: T7 and F8 to F10 once more.
	type told struct {
		who    string
		breach BreachKind
		clause string
	}
	want := map[AlarmKind]told{
		AlarmFirstContactNear:        {"responsible", "", "F8"},
		AlarmFirstContactPassed:      {"responsible superior", BreachFirstContactMissed, "F8"},
		AlarmDisposalNear:            {"responsible", "", "F8"},
		AlarmDisposalPassed:          {"responsible superior", BreachDisposalWithheld, "F9"},
		AlarmHandoverOfferNear:       {"responsible", "", "F9"},
		AlarmHandoverOfferPassed:     {"responsible superior", BreachHandoverNotOffered, "F9"},
		AlarmHandoverAnswerPassed:    {"giver receiver", "", "F10"},
		AlarmHandoverAnswerEscalated: {"giver receiver receiver's-superior", "", "F10"},
		AlarmReportNear:              {"decider", "", "F6"},
		AlarmReportPassed:            {"responsible decider decider's-superior", "", "F6"},
		AlarmMaterialsChase:          {"responsible", "", "Q4"},
		AlarmPromiseTwoDays:          {"responsible", "", "T7"},
		AlarmPromiseOneDay:           {"responsible", "", "T7"},
		AlarmPromiseTwoHours:         {"responsible superior", "", "T7"},
		AlarmPromisePassed:           {"responsible superior", BreachPromiseMissed, "T7"},
		AlarmReviewNear:              {"responsible", "", "Q6"},
		AlarmReviewPassed:            {"responsible superior", BreachReviewMissed, "Q6"},
	}
	clocks := slices.DeleteFunc(slices.Clone(alarmKinds), func(k AlarmKind) bool { return k == AlarmReminder }) // of no clock
	if len(warnings) != len(clocks) {
		t.Errorf("%d lines for %d alarms", len(warnings), len(clocks))
	}
	found := map[BreachKind]AlarmKind{}
	for _, k := range clocks {
		w := WarningOf(k)
		var who []string
		for _, p := range []struct {
			yes  bool
			name string
		}{
			{w.Responsible, "responsible"}, {w.Superior, "superior"}, {w.Giver, "giver"}, {w.Receiver, "receiver"},
			{w.ReceiverUp, "receiver's-superior"}, {w.Decider, "decider"}, {w.DeciderUp, "decider's-superior"},
		} {
			if p.yes {
				who = append(who, p.name)
			}
		}
		if got := (told{strings.Join(who, " "), w.Breach, w.Clause}); got != want[k] {
			t.Errorf("%s: %+v, want %+v", k, got, want[k])
		}
		if other, twice := found[w.Breach]; twice && w.Breach != "" {
			t.Errorf("%s and %s find the same breach", k, other)
		}
		found[w.Breach] = k
	}
	if w := WarningOf(""); w != (Warning{}) {
		t.Errorf("no alarm warns: %+v", w)
	}
}

func TestT5_T7_StandingIsPassedFromTheInstantOfTheDeadline(t *testing.T) {
	soon := dueAt.Add(-8 * time.Hour)
	when := func(d time.Duration) *time.Time { v := dueAt.Add(d); return &v }
	for _, c := range []struct {
		name   string
		open   bool
		closed *time.Time
		now    time.Time
		want   Standing
	}{
		{"long before", true, nil, well, StandingOnTime},
		{"just before the first warning", true, nil, soon.Add(-1), StandingOnTime},
		{"at the first warning", true, nil, soon, StandingDueSoon},
		{"the last nanosecond", true, nil, dueAt.Add(-1), StandingDueSoon},
		{"at the deadline", true, nil, dueAt, StandingOverdue},
		{"after it", true, nil, dueAt.Add(time.Hour), StandingOverdue},
		{"closed before, looked at after", false, when(-1), dueAt.Add(time.Hour), StandingClosedInTime},
		{"closed at the deadline", false, when(0), dueAt, StandingClosedLate},
		{"closed after, looked at as if before", false, when(1), well, StandingClosedLate},
	} {
		if got := StandingOf(c.open, c.closed, soon, dueAt, c.now); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// The lists of the desk select by columns; both say the same of every case, and each case stands one way.
func TestT7_Property_StandingIsWhatTheListsSelect(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		instant := func(label string) time.Time { return dueAt.Add(time.Duration(rapid.IntRange(-4, 4).Draw(r, label))) }
		due, soon, now, closedAt := dueAt, instant("soon"), instant("now"), instant("closed")
		if soon.After(due) {
			soon = due
		}
		open := rapid.Bool().Draw(r, "open")
		selected := map[Standing]bool{
			StandingOverdue:      open && due.Compare(now) <= 0,
			StandingDueSoon:      open && due.Compare(now) > 0 && soon.Compare(now) <= 0,
			StandingOnTime:       open && due.Compare(now) > 0 && soon.Compare(now) > 0,
			StandingClosedLate:   !open && closedAt.Compare(due) >= 0,
			StandingClosedInTime: !open && closedAt.Compare(due) < 0,
		}
		var at *time.Time
		if !open {
			at = &closedAt
		}
		got := StandingOf(open, at, soon, due, now)
		for _, s := range standings {
			if selected[s] != (s == got) {
				r.Fatalf("stands %s, lists %v", got, selected)
			}
		}
	})
}
