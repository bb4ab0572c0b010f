package casework

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"xinxing/internal/office"
	"xinxing/internal/office/workday"
)

func TestF5_APromiseIsNotLaterThanTheItemsLimit(t *testing.T) {
	cal := shanghaiOffice(t)
	now := at(t, "2026-03-09 10:00")
	for _, c := range []struct {
		name string
		item *ItemFacts
		days int
		due  string
		code office.Code
	}{
		{"one day", ordinary(), 1, "2026-03-10 17:00", ""},
		{"at the limit", ordinary(), 20, "2026-04-07 17:00", ""}, // the 6th of April is a rest day of 清明节
		{"beyond it", ordinary(), 21, "", office.LimitExceeded},
		{"no day", ordinary(), 0, "", office.LimitExceeded},
		{"back in time", ordinary(), -1, "", office.LimitExceeded},
		{"an item without a limit", &ItemFacts{Kind: ItemEnquiry}, 1, "", office.LimitExceeded},
	} {
		plan, err := PlanPromise(cal, c.item, nil, now, c.days)
		if c.code != "" {
			wantRefusal(t, err, c.code, "F5", "workingDays")
			if limit := refusal(t, err).Facts["limit"]; limit != c.item.LimitDays {
				t.Errorf("%s: the limit is told as %v", c.name, limit)
			}
			continue
		}
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if shown(plan.Clock.Due) != c.due || plan.Clock.Kind != ClockPromise || !plan.Clock.From.Equal(now) || plan.Clock.Provisional {
			t.Errorf("%s: %+v, want %s", c.name, plan.Clock, c.due)
		}
		if plan.Explanation.Days != c.days || !plan.Explanation.Due.At.Equal(plan.Clock.Due) {
			t.Errorf("%s: explained as %+v", c.name, plan.Explanation.Due)
		}
	}
	_, err := PlanPromise(cal, nil, nil, now, 1)
	wantRefusal(t, err, office.NeedsItem, "F5", "itemId")
}

func TestF7_WhatIsNotIssuedHasNoPromise(t *testing.T) {
	_, err := PlanPromise(shanghaiOffice(t), &ItemFacts{Kind: ItemNotIssued, LimitDays: 10}, nil, well, 1)
	wantRefusal(t, err, office.NotIssued, "F7", "itemId")
}

func TestQ4_ARegistrationIsFinishedWithinSevenWorkingDaysOfItsLastMaterial(t *testing.T) {
	cal := shanghaiOffice(t)
	registration := func(limit int) *ItemFacts { return &ItemFacts{Kind: ItemRegistration, LimitDays: limit} }
	complete := at(t, "2026-03-05 15:00")
	now := at(t, "2026-03-09 10:00")
	for _, c := range []struct {
		name     string
		item     *ItemFacts
		complete *time.Time
		days     int
		due      string
		code     office.Code
		limit    any
	}{
		{"from the last material, not from now", registration(7), &complete, 7, "2026-03-16 17:00", "", nil},
		{"eight days, whatever the item says", registration(30), &complete, 8, "", office.LimitExceeded, 7},
		{"the item promises less", registration(3), &complete, 4, "", office.LimitExceeded, 3},
		{"less is kept", registration(3), &complete, 3, "2026-03-10 17:00", "", nil},
		{"two days: due at the end of today", registration(7), &complete, 2, "2026-03-09 17:00", "", nil},
		{"one day: over already", registration(7), &complete, 1, "", office.TooLate, nil},
		{"reopened: from now", registration(7), nil, 7, "2026-03-18 17:00", "", nil},
		{"reopened: no more than seven days", registration(7), nil, 8, "", office.LimitExceeded, 7},
		{"an item that promises nothing", registration(0), &complete, 1, "", office.LimitExceeded, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			plan, err := PlanPromise(cal, c.item, c.complete, now, c.days)
			if c.code != "" {
				wantRefusal(t, err, c.code, "Q4", "workingDays")
				if got := refusal(t, err).Facts["limit"]; got != c.limit {
					t.Errorf("the limit is told as %v, want %v", got, c.limit)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if shown(plan.Clock.Due) != c.due {
				t.Errorf("due %s, want %s", shown(plan.Clock.Due), c.due)
			}
		})
	}
	// Another kind counts from now even when its materials came long ago.
	plan, err := PlanPromise(cal, ordinary(), &complete, now, 1)
	if err != nil || shown(plan.Clock.Due) != "2026-03-10 17:00" {
		t.Errorf("%+v, %v", plan.Clock, err)
	}
	// At the closing instant itself the day is over.
	_, err = PlanPromise(cal, registration(7), &complete, at(t, "2026-03-06 17:00"), 1)
	wantRefusal(t, err, office.TooLate, "Q4", "workingDays")
	// Materials completed after closing time count as that day.
	evening := at(t, "2026-03-05 19:00")
	plan, err = PlanPromise(cal, registration(7), &evening, at(t, "2026-03-05 19:00"), 1)
	if err != nil || shown(plan.Clock.Due) != "2026-03-06 17:00" {
		t.Errorf("%+v, %v", plan.Clock, err)
	}
}

func TestF5_Q4_Property_APromiseIsNeverLaterThanItsLimit(t *testing.T) {
	offices := anyOffice(t, false)
	rapid.Check(t, func(r *rapid.T) {
		cal := offices.Draw(r, "office").Calendar
		item := &ItemFacts{
			Kind:      rapid.SampledFrom(itemKinds).Draw(r, "kind"),
			LimitDays: rapid.IntRange(-2, 40).Draw(r, "limit"), Immediate: rapid.Bool().Draw(r, "immediate"),
		}
		now, days := anyInstant(r, cal, "now"), rapid.IntRange(-1, 45).Draw(r, "days")
		var complete *time.Time
		start := now
		if rapid.Bool().Draw(r, "complete") {
			v := now.Add(-time.Duration(rapid.IntRange(0, 20*24).Draw(r, "hours ago")) * time.Hour)
			complete = &v
			if item.Kind == ItemRegistration {
				start = v
			}
		}
		limit, clause := item.LimitDays, "F5"
		if item.Kind == ItemRegistration {
			limit, clause = min(limit, 7), "Q4"
		}
		plan, err := PlanPromise(cal, item, complete, now, days)
		if err != nil {
			no := refusal(t, err)
			switch {
			case item.Kind == ItemNotIssued && no.Code == office.NotIssued && no.Clause == "F7":
			case (days < 1 || days > limit) && no.Code == office.LimitExceeded && no.Clause == clause:
			case no.Code == office.TooLate && no.Clause == clause:
				if due, err := cal.AddDays(start, days); err != nil || now.Before(due.At) {
					r.Fatalf("TOO_LATE before %s: %v", due.At, err)
				}
			default:
				r.Fatalf("refused with %v: %d of %d days, %s", no, days, limit, item.Kind)
			}
			if plan.Clock != (Clock{}) {
				r.Fatalf("refused, and planned %+v", plan.Clock)
			}
			return
		}
		if item.Kind == ItemNotIssued || days > limit || days < 1 {
			r.Fatalf("%d of %d days promised, %s", days, limit, item.Kind)
		}
		latest, err := cal.AddDays(start, limit)
		if err != nil {
			r.Fatal(err)
		}
		due := plan.Clock.Due
		if due.After(latest.At) || !due.After(now) || !plan.Clock.From.Equal(start) {
			r.Fatalf("%+v; the limit ends at %s, now %s", plan.Clock, latest.At, now)
		}
		counted := cal.WorkingDaysBetween(workday.DateOf(start, shanghai), workday.DateOf(due.Add(-1), shanghai))
		if counted != days || item.Kind == ItemRegistration && counted > 7 {
			r.Fatalf("%d working days, promised %d", counted, days)
		}
		told := 0
		for _, step := range plan.Explanation.Steps {
			if step.Counted {
				told++
			}
		}
		if told != days || !plan.Explanation.Due.At.Equal(due) {
			r.Fatalf("explained with %d days up to %s", told, plan.Explanation.Due.At)
		}
	})
}

func TestT5_AnExtensionIsCappedInLengthByTheItem(t *testing.T) {
	cal := shanghaiOffice(t)
	for _, c := range []struct {
		name string
		days int
		due  string
		code office.Code
	}{
		{"one day", 1, "2026-03-16 17:00", ""},
		{"as long as the item allows", 10, "2026-03-27 17:00", ""},
		{"longer", 11, "", office.LimitExceeded},
		{"no day", 0, "", office.LimitExceeded},
		{"back in time", -3, "", office.LimitExceeded},
	} {
		plan, err := PlanExtension(cal, ordinary(), dueAt, c.days)
		if c.code != "" {
			wantRefusal(t, err, c.code, "T5", "workingDays")
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		// Counted from the old deadline, not from the day of the request.
		if shown(plan.Clock.Due) != c.due || !plan.Clock.From.Equal(dueAt) || plan.Clock.Kind != ClockPromise || plan.Explanation.Days != c.days {
			t.Errorf("%s: %+v, want %s", c.name, plan.Clock, c.due)
		}
	}
	_, err := PlanExtension(cal, nil, dueAt, 1)
	wantRefusal(t, err, office.NeedsItem, "T5", "")
	_, err = PlanExtension(cal, &ItemFacts{Kind: ItemRegistration, LimitDays: 7}, dueAt, 1)
	wantRefusal(t, err, office.LimitExceeded, "T5", "workingDays")
}

func TestT5_Property_AnExtensionIsLater(t *testing.T) {
	offices := anyOffice(t, false)
	rapid.Check(t, func(r *rapid.T) {
		cal := offices.Draw(r, "office").Calendar
		first, err := cal.AddDays(anyInstant(r, cal, "from"), rapid.IntRange(1, 30).Draw(r, "promised"))
		if err != nil {
			r.Fatal(err)
		}
		item := &ItemFacts{MaxExtensionDays: rapid.IntRange(0, 15).Draw(r, "most")}
		days := rapid.IntRange(-1, 20).Draw(r, "days")
		plan, err := PlanExtension(cal, item, first.At, days)
		if allowed := days >= 1 && days <= item.MaxExtensionDays; allowed != (err == nil) {
			r.Fatalf("%d of %d days: %v", days, item.MaxExtensionDays, err)
		}
		if err == nil && !plan.Clock.Due.After(first.At) {
			r.Fatalf("moves %s to %s", first.At, plan.Clock.Due)
		}
	})
}

func TestQ4_F5_F7_T5_AnItemsOwnRules(t *testing.T) {
	item := func(change func(*ItemFacts)) ItemFacts { i := *ordinary(); change(&i); return i }
	limit := func(n int) func(*ItemFacts) { return func(i *ItemFacts) { i.LimitDays = n } }
	registration := func(n int) ItemFacts { return ItemFacts{Kind: ItemRegistration, LimitDays: n} }
	for _, c := range []struct {
		name          string
		item          ItemFacts
		post, dept    bool
		code          office.Code
		clause, field string
	}{
		{"ordinary", *ordinary(), true, false, "", "", ""},
		{"registration of seven days", registration(7), true, false, "", "", ""},
		{"registration of one", registration(1), true, false, "", "", ""},
		{"registration of eight", registration(8), true, false, office.LimitExceeded, "Q4", "limitDays"},
		{"registration of none", registration(0), true, false, office.LimitExceeded, "Q4", "limitDays"},
		{"registration back in time", registration(-1), true, false, office.LimitExceeded, "Q4", "limitDays"},
		{"registration without a post", registration(7), false, true, office.BadInput, "B1", "postId"},
		{"the longest", item(limit(400)), true, false, "", "", ""},
		{"longer", item(limit(401)), true, false, office.LimitExceeded, "F5", "limitDays"},
		{"no limit", item(limit(0)), true, false, office.BadInput, "F5", "limitDays"},
		{"back in time", item(limit(-1)), true, false, office.LimitExceeded, "F5", "limitDays"},
		{"no post", *ordinary(), false, true, office.BadInput, "B1", "postId"},
		{"not issued", ItemFacts{Kind: ItemNotIssued}, false, true, "", "", ""},
		{"not issued, nowhere to go", ItemFacts{Kind: ItemNotIssued}, true, false, office.BadInput, "F7", "departmentId"},
		{"no extensions", item(func(i *ItemFacts) { i.MaxExtensions, i.MaxExtensionDays = 0, 0 }), true, false, "", "", ""},
		{"eleven extensions", item(func(i *ItemFacts) { i.MaxExtensions = 11 }), true, false, office.LimitExceeded, "T5", "maxExtensions"},
		{"fewer than none", item(func(i *ItemFacts) { i.MaxExtensions = -1 }), true, false, office.LimitExceeded, "T5", "maxExtensions"},
		{"an endless extension", item(func(i *ItemFacts) { i.MaxExtensionDays = 401 }), true, false, office.LimitExceeded, "T5", "maxExtensionDays"},
		{"an extension back in time", item(func(i *ItemFacts) { i.MaxExtensionDays = -1 }), true, false, office.LimitExceeded, "T5", "maxExtensionDays"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := CheckItem(c.item, c.post, c.dept)
			if c.code == "" {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			wantRefusal(t, err, c.code, c.clause, c.field)
		})
	}
}

// Every item that may be kept, and is issued, can be promised in at least one day.
func TestQ4_F5_Property_AnAllowedItemCanBePromised(t *testing.T) {
	cal := shanghaiOffice(t)
	rapid.Check(t, func(r *rapid.T) {
		item := ItemFacts{
			Kind: rapid.SampledFrom(itemKinds).Draw(r, "kind"), LimitDays: rapid.IntRange(-10, 500).Draw(r, "limit"),
			MaxExtensions: rapid.IntRange(-1, 12).Draw(r, "extensions"), MaxExtensionDays: rapid.IntRange(-1, 500).Draw(r, "days"),
		}
		err := CheckItem(item, rapid.Bool().Draw(r, "post"), rapid.Bool().Draw(r, "department"))
		if err != nil || item.Kind == ItemNotIssued {
			return
		}
		if _, err := PlanPromise(cal, &item, nil, well, item.LimitDays); err != nil {
			r.Fatalf("%+v may be kept but not promised: %v", item, err)
		}
		if item.MaxExtensionDays > 0 {
			if _, err := PlanExtension(cal, &item, dueAt, item.MaxExtensionDays); err != nil {
				r.Fatalf("%+v may be kept but not extended: %v", item, err)
			}
		}
	})
}
