package casework

import (
	"fmt"
	"slices"
	"time"

	"xinxing/internal/office/workday"
)

// Clock is the deadline that runs on a case.
type Clock struct {
	Kind        ClockKind
	From        time.Time
	Due         time.Time
	Provisional bool
}

// AlarmPlan is one alarm that a clock will give.
type AlarmPlan struct {
	Kind AlarmKind
	At   time.Time
}

// StartHours starts a clock that counts working hours: REPORT, HANDOVER_OFFER, HANDOVER_ANSWER. The hours are the
// office's own limit for it. It fails for any other kind.
func StartHours(cal *workday.Calendar, lim Limits, kind ClockKind, from time.Time) (Clock, error) {
	hours, ok := map[ClockKind]int{
		ClockReport: lim.ReportHours, ClockHandoverOffer: lim.HandOverOfferHours, ClockHandoverAnswer: lim.HandOverAnswerHours,
	}[kind]
	if !ok {
		return Clock{}, fmt.Errorf("clock %q does not count the office's hours", kind)
	}
	due, err := cal.AddHours(from, time.Duration(hours)*time.Hour)
	if err != nil {
		return Clock{}, err
	}
	return Clock{kind, from, due.At, due.Provisional}, nil
}

// StartContact starts the first-contact clock, or the same limit anew after a superior's decision (F8): the same
// office day, at least the office's minimum of working hours.
func StartContact(cal *workday.Calendar, lim Limits, kind ClockKind, from time.Time) (Clock, error) {
	due, err := cal.FirstContactBy(from, time.Duration(lim.FirstContactHours)*time.Hour)
	if err != nil {
		return Clock{}, err
	}
	return Clock{kind, from, due.At, due.Provisional}, nil
}

// StartDays starts a clock that counts working days: PROMISE, MATERIALS, REVIEW.
func StartDays(cal *workday.Calendar, kind ClockKind, from time.Time, days int) (Clock, error) {
	due, err := cal.AddDays(from, days)
	if err != nil {
		return Clock{}, err
	}
	return Clock{kind, from, due.At, due.Provisional}, nil
}

// Alarms plans what a clock will say and when, in order: the warnings that still lie after its start, each inside
// office hours, then the limit itself (F8, F10, T7). A warning whose time was over when the clock started is left
// out, so that a short or a renewed promise never opens with an alarm (T6).
func Alarms(cal *workday.Calendar, lim Limits, c Clock) ([]AlarmPlan, error) {
	hours := func(n int) (time.Time, error) { return cal.SubHours(c.Due, time.Duration(n)*time.Hour) }
	days := func(n int) (time.Time, error) { return cal.SubDays(c.Due, n) }
	type warning struct {
		kind AlarmKind
		at   func(int) (time.Time, error)
		n    int
	}
	var warnings []warning
	last := AlarmKind("")
	switch c.Kind {
	case ClockPromise:
		warnings = []warning{{AlarmPromiseTwoDays, days, 2}, {AlarmPromiseOneDay, days, 1}, {AlarmPromiseTwoHours, hours, 2}}
		last = AlarmPromisePassed
	case ClockFirstContact:
		warnings, last = []warning{{AlarmFirstContactNear, hours, lim.NearHours}}, AlarmFirstContactPassed
	case ClockDisposal:
		warnings, last = []warning{{AlarmDisposalNear, hours, lim.NearHours}}, AlarmDisposalPassed
	case ClockReport:
		warnings, last = []warning{{AlarmReportNear, hours, lim.NearHours}}, AlarmReportPassed
	case ClockHandoverOffer:
		warnings, last = []warning{{AlarmHandoverOfferNear, hours, lim.NearHours}}, AlarmHandoverOfferPassed
	case ClockHandoverAnswer:
		last = AlarmHandoverAnswerPassed
	case ClockMaterials:
		last = AlarmMaterialsChase
	case ClockReview:
		warnings, last = []warning{{AlarmReviewNear, days, 1}}, AlarmReviewPassed
	}
	var plan []AlarmPlan
	for _, w := range warnings {
		at, err := w.at(w.n)
		if err != nil {
			return nil, err
		}
		if at.After(c.From) && at.Before(c.Due) {
			plan = append(plan, AlarmPlan{w.kind, at})
		}
	}
	// On a day with fewer than two office hours the last hours begin before the last day.
	slices.SortStableFunc(plan, func(a, b AlarmPlan) int { return a.At.Compare(b.At) })
	plan = append(plan, AlarmPlan{last, c.Due})
	if c.Kind == ClockHandoverAnswer {
		later, err := cal.AddHours(c.Due, time.Duration(lim.HandOverEscalateHours)*time.Hour)
		if err != nil {
			return nil, err
		}
		plan = append(plan, AlarmPlan{AlarmHandoverAnswerEscalated, later.At})
	}
	return plan, nil
}

// SoonAt is the instant from which a case counts as due soon: its clock's first warning, or the deadline itself
// where no warning is left.
func SoonAt(plan []AlarmPlan, c Clock) time.Time {
	if len(plan) > 0 {
		return plan[0].At
	}
	return c.Due
}

// StandingOf tells how a case stands. A deadline is passed from its own instant on; closedAt is nil while open.
func StandingOf(open bool, closedAt *time.Time, soon, due, now time.Time) Standing {
	if !open {
		if closedAt != nil && !closedAt.Before(due) {
			return StandingClosedLate
		}
		return StandingClosedInTime
	}
	switch {
	case !now.Before(due):
		return StandingOverdue
	case !now.Before(soon):
		return StandingDueSoon
	}
	return StandingOnTime
}

// Warning tells who is told of an alarm beside the case's responsible person, and the breach that it finds.
type Warning struct {
	Responsible bool // the responsible person
	Superior    bool // the responsible person's superior
	Giver       bool // both sides of the hand-over
	Receiver    bool
	ReceiverUp  bool // the receiver's superior
	Decider     bool // the superior who is to decide the report
	DeciderUp   bool // and that person's superior
	Breach      BreachKind
	Clause      string
}

// Warnings is the table of who is told what (F8, F9, F10, T7).
var warnings = map[AlarmKind]Warning{
	AlarmFirstContactNear:        {Responsible: true, Clause: "F8"},
	AlarmFirstContactPassed:      {Responsible: true, Superior: true, Breach: BreachFirstContactMissed, Clause: "F8"},
	AlarmDisposalNear:            {Responsible: true, Clause: "F8"},
	AlarmDisposalPassed:          {Responsible: true, Superior: true, Breach: BreachDisposalWithheld, Clause: "F9"},
	AlarmHandoverOfferNear:       {Responsible: true, Clause: "F9"},
	AlarmHandoverOfferPassed:     {Responsible: true, Superior: true, Breach: BreachHandoverNotOffered, Clause: "F9"},
	AlarmHandoverAnswerPassed:    {Giver: true, Receiver: true, Clause: "F10"},
	AlarmHandoverAnswerEscalated: {Giver: true, Receiver: true, ReceiverUp: true, Clause: "F10"},
	AlarmReportNear:              {Decider: true, Clause: "F6"},
	AlarmReportPassed:            {Decider: true, DeciderUp: true, Responsible: true, Clause: "F6"},
	AlarmMaterialsChase:          {Responsible: true, Clause: "Q4"},
	AlarmPromiseTwoDays:          {Responsible: true, Clause: "T7"},
	AlarmPromiseOneDay:           {Responsible: true, Clause: "T7"},
	AlarmPromiseTwoHours:         {Responsible: true, Superior: true, Clause: "T7"},
	AlarmPromisePassed:           {Responsible: true, Superior: true, Breach: BreachPromiseMissed, Clause: "T7"},
	AlarmReviewNear:              {Responsible: true, Clause: "Q6"},
	AlarmReviewPassed:            {Responsible: true, Superior: true, Breach: BreachReviewMissed, Clause: "Q6"},
}

// WarningOf gives the table's line for an alarm.
func WarningOf(k AlarmKind) Warning { return warnings[k] }
