package program

import (
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"xinxing/internal/office"
)

func at(hm string) time.Time {
	t, err := time.Parse("2006-01-02 15:04", "2026-03-05 "+hm)
	if err != nil {
		panic(err)
	}
	return t
}

func code(err error) office.Code {
	if r, ok := errors.AsType[*office.Refusal](err); ok {
		return r.Code
	}
	return ""
}

// E5: whatever order people come, withdraw and places are added in, no more are seated than there are places, nobody waits
// beside a free place, and the seated are those of the lowest tickets that were not given back.
func TestE5_NobodyIsSkipped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		capacity := rapid.IntRange(1, 6).Draw(t, "capacity")
		turns := []Turn{}
		settle := func() {
			next := Next(turns, capacity)
			for i := range turns {
				if slices.Contains(next, turns[i].Ticket) {
					if turns[i].State != Waiting {
						t.Fatalf("ticket %d moves up although it is %s", turns[i].Ticket, turns[i].State)
					}
					turns[i].State = Seated
				}
			}
		}
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			switch rapid.IntRange(0, 3).Draw(t, "step") {
			case 0, 1:
				p, _ := count(turns, capacity)
				state, err := p.Admit()
				if err != nil {
					t.Fatal(err)
				}
				turns = append(turns, Turn{len(turns) + 1, state})
			case 2:
				if len(turns) > 0 {
					turns[rapid.IntRange(0, len(turns)-1).Draw(t, "who")].State = Withdrawn
					settle()
				}
			case 3:
				p, _ := count(turns, capacity)
				grown := rapid.IntRange(0, 9).Draw(t, "places")
				if err := CheckCapacity(grown, p.Seated); (err == nil) != (grown >= max(1, p.Seated)) {
					t.Fatalf("%d places for %d seated: %v", grown, p.Seated, err)
				} else if err == nil {
					capacity = grown
					settle()
				}
			}
			if wrong := Unfair(turns, capacity); len(wrong) > 0 {
				t.Fatalf("%v: %v", turns, wrong)
			}
		}
	})
}

func TestE5_WhatIsUnfairIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		turns    []Turn
		capacity int
		wrong    int
	}{
		"nobody":               {nil, 1, 0},
		"right":                {[]Turn{{1, Seated}, {2, Withdrawn}, {3, Waiting}}, 1, 0},
		"too many":             {[]Turn{{1, Seated}, {2, Seated}}, 1, 1},
		"waits beside a place": {[]Turn{{1, Seated}, {2, Waiting}}, 2, 1},
		"passed over":          {[]Turn{{1, Waiting}, {2, Seated}}, 1, 1},
		"drawn twice":          {[]Turn{{1, Seated}, {1, Withdrawn}}, 1, 1},
	} {
		if wrong := Unfair(c.turns, c.capacity); len(wrong) != c.wrong {
			t.Errorf("%s: %v", name, wrong)
		}
	}
	if _, err := (Places{1, 1, MostWaiting}).Admit(); code(err) != office.LimitExceeded {
		t.Errorf("a full waiting list: %v", err)
	}
}

func TestE5_WhenOneEnrolsAndWithdraws(t *testing.T) {
	course := Course{State: Open, EnrolUntil: at("09:00"), Span: Span{at("10:00"), at("12:00")}, Public: true}
	closed := course
	closed.Public = false
	for name, c := range map[string]struct {
		course Course
		way    EnrolWay
		now    string
		want   office.Code
	}{
		"in time":               {course, ByPublic, "08:59", ""},
		"at the end":            {course, ByPublic, "09:00", office.TooLate},
		"staff at the end":      {course, ByStaff, "09:00", office.TooLate},
		"not for residents":     {closed, ByPublic, "08:00", office.RefusedState},
		"staff all the same":    {closed, ByStaff, "08:00", ""},
		"planned":               {Course{State: Planned, EnrolUntil: at("09:00"), Public: true}, ByStaff, "08:00", office.RefusedState},
		"cancelled":             {Course{State: Cancelled, EnrolUntil: at("09:00"), Public: true}, ByPublic, "08:00", office.RefusedState},
		"held, and in due time": {Course{State: Held, EnrolUntil: at("09:00"), Public: true}, ByStaff, "08:00", office.RefusedState},
	} {
		if err := c.course.CheckEnrol(c.way, at(c.now)); code(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, c := range []struct {
		state EnrolmentState
		of    State
		now   string
		want  office.Code
	}{
		{Seated, Open, "11:59", ""}, {Waiting, Open, "08:00", ""}, {Withdrawn, Open, "08:00", office.AlreadyDone},
		{Seated, Open, "12:00", office.TooLate}, {Seated, Held, "08:00", office.RefusedState},
	} {
		of := course
		of.State = c.of
		if err := of.CheckWithdraw(c.state, at(c.now)); code(err) != c.want {
			t.Errorf("%v: %v", c, err)
		}
	}
}

func TestE5_StepsOfAProgram(t *testing.T) {
	for _, from := range states {
		for _, to := range states {
			c := Course{State: from, Span: Span{at("10:00"), at("12:00")}}
			want := office.RefusedState
			switch {
			case from == to:
				want = office.AlreadyDone
			case from == Planned && to == Open, from == Open && to == Held, (from == Planned || from == Open) && to == Cancelled:
				want = ""
			}
			if err := c.CheckStep(to, at("10:00")); code(err) != want {
				t.Errorf("%s to %s: %v", from, to, err)
			}
		}
	}
	open := Course{State: Open, Span: Span{at("10:00"), at("12:00")}}
	if err := open.CheckStep(Held, at("09:59")); code(err) != office.RefusedState {
		t.Errorf("held before it began: %v", err)
	}
	open.State = Planned
	if err := open.CheckStep(Open, at("12:00")); code(err) != office.TooLate {
		t.Errorf("published after its end: %v", err)
	}
}

func TestE5_SignedInNearTheSession(t *testing.T) {
	session := Span{at("10:00"), at("12:00")}
	for _, c := range []struct {
		state EnrolmentState
		of    State
		way   CheckIn
		now   string
		want  office.Code
	}{
		{Seated, Open, InCode, "09:29", office.RefusedState}, {Seated, Open, InCode, "09:30", ""}, {Seated, Open, InCode, "12:30", ""},
		{Seated, Open, InCode, "12:31", office.TooLate}, {Seated, Open, InList, "20:00", ""}, {Seated, Open, InList, "09:29", office.RefusedState},
		{Waiting, Open, InList, "10:00", office.RefusedState}, {Withdrawn, Open, InCode, "10:00", office.RefusedState},
		{Seated, Held, InList, "10:00", office.RefusedState}, {Seated, Planned, InCode, "10:00", office.RefusedState},
	} {
		if err := CheckAttend(c.state, c.of, session, c.way, at(c.now)); code(err) != c.want {
			t.Errorf("%v: %v", c, err)
		}
	}
}

func TestE5_SessionsOfAProgram(t *testing.T) {
	for name, c := range map[string]struct {
		all   []Span
		field string
	}{
		"none":        {nil, "sessions"},
		"one":         {[]Span{{at("10:00"), at("12:00")}}, ""},
		"back":        {[]Span{{at("12:00"), at("10:00")}}, "sessions.0.until"},
		"no time":     {[]Span{{at("12:00"), at("12:00")}}, "sessions.0.until"},
		"days":        {[]Span{{at("10:00"), at("10:00").Add(25 * time.Hour)}}, "sessions.0.until"},
		"one another": {[]Span{{at("10:00"), at("12:00")}, {at("12:00"), at("13:00")}}, ""},
		"overlapping": {[]Span{{at("10:00"), at("12:00")}, {at("11:59"), at("13:00")}}, "sessions.1.from"},
		"too many":    {make([]Span, MostSessions+1), "sessions"},
	} {
		err := CheckSessions(c.all)
		r, _ := errors.AsType[*office.Refusal](err)
		if (err == nil) != (c.field == "") || r != nil && r.Field != c.field {
			t.Errorf("%s: %v", name, err)
		}
	}
	if w := Whole([]Span{{at("14:00"), at("15:00")}, {at("08:00"), at("09:00")}}); w != (Span{at("08:00"), at("15:00")}) {
		t.Errorf("whole %v", w)
	}
}

// C3: however things are lent, come back in parts or go missing, every one is in the store, out or known to be missing.
func TestC3_EveryThingIsSomewhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lot := Lot{Quantity: rapid.IntRange(1, 30).Draw(t, "bought")}
		loans := []Loan{}
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			before := lot
			if n := rapid.IntRange(-1, 12).Draw(t, "n"); rapid.Bool().Draw(t, "lend") || len(loans) == 0 {
				next, err := lot.Lend(n)
				if (err == nil) != (n >= 1 && n <= before.There()) {
					t.Fatalf("%d of %v: %v", n, before, err)
				}
				if lot = next; err == nil {
					loans = append(loans, Loan{Quantity: n})
				}
			} else {
				i := rapid.IntRange(0, len(loans)-1).Draw(t, "loan")
				missing := rapid.IntRange(-1, 4).Draw(t, "missing")
				next, loan, err := lot.Return(loans[i], n, missing)
				if (err == nil) != (n >= 0 && missing >= 0 && n+missing > 0 && n+missing <= loans[i].Out()) {
					t.Fatalf("%d and %d of %v: %v", n, missing, loans[i], err)
				}
				lot, loans[i] = next, loan
			}
			out, missing := 0, 0
			for _, l := range loans {
				out, missing = out+l.Out(), missing+l.Missing
			}
			if lot.There() < 0 || lot.Lent != out || lot.Missing != missing {
				t.Fatalf("%v beside %v", lot, loans)
			}
		}
		if _, err := lot.Resize(lot.Lent + lot.Missing - 1); err == nil {
			t.Fatalf("%v shrinks below what is out", lot)
		}
	})
}
