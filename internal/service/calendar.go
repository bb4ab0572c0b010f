package service

import (
	"context"
	"fmt"
	"strings"
	"time"

	"xinxing/ent"
	"xinxing/ent/alarm"
	"xinxing/ent/calendarnotice"
	"xinxing/ent/caseevent"
	"xinxing/ent/casefile"
	"xinxing/ent/community"
	"xinxing/ent/localday"
	"xinxing/ent/promise"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// OfficePeriod is one span of office hours.
type OfficePeriod = workday.Interval

// OfficeTime is the office's clock now.
type OfficeTime struct {
	Now     time.Time
	Open    bool
	Periods []OfficePeriod
}

// OfficeTime gives the office's clock and its hours of the next 14 days.
func (d *Desk) OfficeTime(ctx context.Context) (*OfficeTime, error) {
	v, err := d.Reader(ctx)
	if err != nil {
		return nil, err
	}
	o, err := d.Office(ctx, v.Community)
	if err != nil {
		return nil, err
	}
	now := d.Now()
	zone := o.Calendar.Location()
	today := workday.DateOf(now, zone)
	return &OfficeTime{Now: now, Open: o.Calendar.Open(now), Periods: o.Calendar.Intervals(today.Start(zone), today.AddDays(14).Start(zone))}, nil
}

// mine is the viewer's own office.
func (d *Desk) mine(ctx context.Context) (*Office, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	return d.Office(ctx, v.Community)
}

// CalendarDay is one day of the office's calendar.
type CalendarDay struct {
	Date        workday.Date
	Working     bool
	Kind        workday.DayKind
	Name        string
	Source      string
	Provisional bool
}

// CalendarYear is one year of it.
type CalendarYear struct {
	Year        int
	Provisional bool
	Notice      *workday.Notice
	Days        []CalendarDay
	WorkingDays int
}

func dayOf(cal *workday.Calendar, date workday.Date) CalendarDay {
	day := cal.Day(date)
	return CalendarDay{date, day.Working, day.Kind, day.Name, day.Source, day.Provisional}
}

// CalendarYear draws a year between 2000 and 2100.
func (d *Desk) CalendarYear(ctx context.Context, year int) (*CalendarYear, error) {
	if year < 2000 || year > 2100 {
		return nil, office.Refuse(office.BadInput, "", "year")
	}
	o, err := d.mine(ctx)
	if err != nil {
		return nil, err
	}
	y := &CalendarYear{Year: year, Provisional: o.Calendar.Provisional(year)}
	if n, ok := o.Notices[year]; ok {
		y.Notice = &n
	}
	for date := (workday.Date{Year: year, Month: time.January, Day: 1}); date.Year == year; date = date.AddDays(1) {
		day := dayOf(o.Calendar, date)
		if day.Working {
			y.WorkingDays++
		}
		y.Days = append(y.Days, day)
	}
	return y, nil
}

// ExplainDeadline gives the deadline so many working days after a day, with its reasons.
func (d *Desk) ExplainDeadline(ctx context.Context, from workday.Date, days int) (*DeadlineExplanation, error) {
	o, err := d.mine(ctx)
	if err != nil {
		return nil, err
	}
	if days < 1 || days > 400 {
		return nil, office.Refuse(office.LimitExceeded, "", "workingDays").With("limit", 400)
	}
	if from.Year < 2000 || from.Year > 2100 {
		return nil, office.Refuse(office.BadInput, "", "from")
	}
	e, err := o.Calendar.ExplainDays(time.Date(from.Year, from.Month, from.Day, 12, 0, 0, 0, o.Calendar.Location()), days)
	if err != nil {
		return nil, err
	}
	return Explained(e), nil
}

// PreviewPromise gives the date that a promise made now would have; the same refusals as the promise itself.
func (d *Desk) PreviewPromise(ctx context.Context, itemID *string, days int) (*DeadlineExplanation, error) {
	o, err := d.mine(ctx)
	if err != nil {
		return nil, err
	}
	var facts *casework.ItemFacts
	if itemID != nil {
		facts = itemFacts(o.Items[*itemID])
	}
	plan, err := casework.PlanPromise(o.Calendar, facts, nil, d.Now(), days)
	if err != nil {
		return nil, err
	}
	return Explained(plan.Explanation), nil
}

// CalendarDayPayload is the answer of a change of the calendar.
type CalendarDayPayload struct {
	Day              CalendarDay
	Recomputed       int
	Kept             int
	ClientMutationID string
}

type recomputed struct {
	Date             workday.Date
	Recomputed, Kept int
}

// SetCalendarDay adds or replaces a local row; the open clocks that it touches are recomputed.
func (d *Desk) SetCalendarDay(ctx context.Context, in SetCalendarDayInput) (*CalendarDayPayload, error) {
	var t texts
	name := t.need("name", "", in.Name, 100, office.BadInput)
	source := t.need("source", "", in.Source, shortText, office.BadInput)
	if t.err != nil {
		return nil, t.err
	}
	if !in.Kind.Local() {
		return nil, office.Refuse(office.BadInput, "", "kind")
	}
	return d.changeCalendar(ctx, "SET_CALENDAR_DAY", in.ClientMutationID, in, in.Date, func(a *act) error {
		_, err := a.tx.LocalDay.Delete().Where(localday.CommunityID(a.office.Community.ID), localday.Date(in.Date.String())).Exec(a)
		if err != nil {
			return err
		}
		return a.tx.LocalDay.Create().SetCommunityID(a.office.Community.ID).SetDate(in.Date.String()).SetKind(in.Kind).
			SetName(name).SetSource(source).Exec(a)
	})
}

// RemoveCalendarDay takes a local row away.
func (d *Desk) RemoveCalendarDay(ctx context.Context, in RemoveCalendarDayInput) (*CalendarDayPayload, error) {
	return d.changeCalendar(ctx, "REMOVE_CALENDAR_DAY", in.ClientMutationID, in, in.Date, func(a *act) error {
		n, err := a.tx.LocalDay.Delete().Where(localday.CommunityID(a.office.Community.ID), localday.Date(in.Date.String())).Exec(a)
		if err == nil && n == 0 {
			err = office.Refuse(office.NotFound, "", "date")
		}
		return err
	})
}

func (d *Desk) changeCalendar(ctx context.Context, name, id string, input any, date workday.Date, change func(*act) error) (*CalendarDayPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if date.Year < 2000 || date.Year > 2100 {
		return nil, office.Refuse(office.BadInput, "", "date")
	}
	r, err := perform(ctx, d, v.Community, name, id, input, func(a *act) (recomputed, error) {
		if !a.actor.Roles.Has(duty.Director) && !a.actor.Roles.Has(duty.Administrator) {
			return recomputed{}, office.Refuse(office.Forbidden, "", "")
		}
		if err := change(a); err != nil {
			return recomputed{}, err
		}
		r := recomputed{Date: date}
		return r, a.recompute(&r)
	})
	if err != nil {
		return nil, err
	}
	o, err := d.Office(ctx, v.Community)
	if err != nil {
		return nil, err
	}
	return &CalendarDayPayload{Day: dayOf(o.Calendar, date), Recomputed: r.Recomputed, Kept: r.Kept, ClientMutationID: id}, nil
}

// reload reads the office anew after a change within the transaction, and tells every process of it.
func (a *act) reload() error {
	system := store.With(a.Context, store.System())
	if err := a.tx.Community.Update().Where(community.ID(a.office.Community.ID)).AddRefVersion(1).Exec(system); err != nil {
		return err
	}
	o, err := loadOffice(system, a.tx.Client, a.office.Community.ID)
	if err != nil {
		return err
	}
	a.office = o.at(a.now)
	return nil
}

// recompute applies a changed calendar to every open case: its main clock moves to where it would be now, with the
// old instant in the journal, and its warnings with it. A promise that would move later than what the resident was
// told stays where it is.
func (a *act) recompute(r *recomputed) error {
	if err := a.reload(); err != nil {
		return err
	}
	// The program itself recomputes: the one who changed the calendar need not be one who may touch cases.
	a = a.program()
	const page = 500
	last := ""
	for {
		cases, err := a.tx.CaseFile.Query().
			Where(casefile.CommunityID(a.office.Community.ID), isOpen(true), casefile.IDGT(last)).
			Order(casefile.ByID()).Limit(page).All(a)
		if err != nil {
			return err
		}
		for _, c := range cases {
			last = c.ID
			if err := a.recomputeCase(c, r); err != nil {
				return err
			}
		}
		if len(cases) < page {
			return nil
		}
	}
}

func (a *act) recomputeCase(c *ent.CaseFile, r *recomputed) error {
	if err := a.fall(c); err != nil { // what was due before the change fell before it
		return err
	}
	if err := a.replanBeside(c); err != nil {
		return err
	}
	cal, lim := a.office.Calendar, a.office.Limits
	clock := casework.Clock{Kind: c.Clock, From: c.ClockFrom, Due: c.DueAt, Provisional: c.Provisional}
	subject, err := a.subject(c)
	if err != nil {
		return err
	}
	var next casework.Clock
	var p *ent.Promise
	var plan workday.Explanation
	switch c.Clock {
	case casework.ClockFirstContact, casework.ClockDisposal:
		next, err = casework.StartContact(cal, lim, c.Clock, c.ClockFrom)
	case casework.ClockReport:
		next, err = casework.StartHours(cal, lim, c.Clock, c.ClockFrom)
	case casework.ClockMaterials:
		next, err = casework.StartDays(cal, c.Clock, c.ClockFrom, lim.MaterialsChaseDays)
	case casework.ClockReview:
		next, err = casework.StartDays(cal, c.Clock, c.ClockFrom, lim.ReviewDays)
	default:
		if p, err = a.tx.Promise.Query().Where(promise.ID(*c.PromiseID)).Only(a); err != nil {
			return err
		}
		if plan, err = cal.ExplainDays(p.StartAt, p.WorkingDays); err != nil {
			return err
		}
		next = casework.Clock{Kind: c.Clock, From: c.ClockFrom, Due: plan.Due.At, Provisional: plan.Due.Provisional}
	}
	if err != nil {
		return err
	}
	next.Due = store.Instant(next.Due)
	moved := !next.Due.Equal(clock.Due)
	passed := !a.now.Before(clock.Due)
	switch {
	case passed, !a.now.Before(next.Due):
		return nil // what is over stays over, and no change of the calendar makes anything overdue
	case p != nil && moved && next.Due.After(clock.Due):
		wouldBe := next.Due
		next.Due = clock.Due
		known, err := a.knownKept(c, wouldBe)
		if err != nil {
			return err
		}
		if known {
			break // this change does not touch it; an earlier one did
		}
		r.Kept++
		facts := map[string]any{"promise": c.PromisesMade, "dueAt": clock.Due, "wouldBe": wouldBe}
		if err := a.note(c, casework.EventPromiseKeptAsTold, "", facts); err != nil {
			return err
		}
	case p != nil && moved:
		r.Recomputed++
		if err := a.tx.Promise.UpdateOneID(p.ID).SetResult(casework.ResultReplaced).Exec(a); err != nil {
			return err
		}
		q, err := a.tx.Promise.Create().SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetNumber(c.PromisesMade + 1).
			SetOrigin(casework.PromiseCalendar).SetMadeAt(a.now).SetStartAt(p.StartAt).SetWorkingDays(p.WorkingDays).
			SetDueAt(next.Due).SetProvisional(next.Provisional).SetToldAt(p.ToldAt).SetToldWay(p.ToldWay).SetExplanation(plan).Save(a)
		if err != nil {
			return err
		}
		c.PromiseID, c.PromisesMade = &q.ID, q.Number
		if err := a.silence(c, mainAlarms...); err != nil {
			return err
		}
		next.From = a.now
		if err := a.run(c, next, q.ID); err != nil {
			return err
		}
		facts := map[string]any{"promise": q.Number, "oldDueAt": clock.Due, "dueAt": next.Due}
		if err := a.note(c, casework.EventPromiseRecomputed, "", facts, duty.StaffID(c.ResponsibleID)); err != nil {
			return err
		}
		return a.keep(c)
	}
	if err := a.replan(c, next, subject); err != nil {
		return err
	}
	return a.keep(c)
}

// knownKept tells whether the journal says already that the running promise stays as told, though it would end then.
func (a *act) knownKept(c *ent.CaseFile, wouldBe time.Time) (bool, error) {
	last, err := a.tx.CaseEvent.Query().Where(caseevent.CaseID(c.ID), caseevent.KindEQ(casework.EventPromiseKeptAsTold)).
		Order(ent.Desc(caseevent.FieldNumber)).Limit(1).All(a)
	if err != nil || len(last) == 0 {
		return false, err
	}
	want, err := plain(map[string]any{"promise": c.PromisesMade, "wouldBe": wouldBe})
	return err == nil && last[0].Facts["promise"] == want["promise"] && last[0].Facts["wouldBe"] == want["wouldBe"], err
}

// subject is the subject of the alarms of the case's main clock.
func (a *act) subject(c *ent.CaseFile) (string, error) {
	if c.Clock == casework.ClockPromise && c.PromiseID != nil {
		return *c.PromiseID, nil
	}
	one, err := a.tx.Alarm.Query().Where(alarm.CaseID(c.ID), alarm.KindIn(mainAlarms...)).
		Order(ent.Desc(alarm.FieldID)).Limit(1).Select(alarm.FieldSubject).Strings(a)
	if err != nil {
		return "", err
	}
	if len(one) == 0 {
		return "", fmt.Errorf("case %s has no alarm of its clock", c.ID)
	}
	return one[0], nil
}

// replan moves the alarms that have not fallen to where the clock puts them now. One that was left out, because its
// time was over when the clock started, stays out; one whose time would have been is left out from now on.
func (a *act) replan(c *ent.CaseFile, clock casework.Clock, subject string) error {
	plan, err := casework.Alarms(a.office.Calendar, a.office.Limits, clock)
	if err != nil {
		return err
	}
	c.DueAt, c.Provisional, c.SoonAt = store.Instant(clock.Due), clock.Provisional, store.Instant(casework.SoonAt(plan, clock))
	return a.rearm(subject, plan, clock.Due)
}

// rearm moves the pending alarms of a clock to their new instants.
func (a *act) rearm(subject string, plan []casework.AlarmPlan, due time.Time) error {
	var kinds []casework.AlarmKind
	for _, p := range plan {
		kinds = append(kinds, p.Kind)
		if err := a.tx.Alarm.Update().Where(alarm.Subject(subject), alarm.KindEQ(p.Kind), alarm.Pending(true)).
			SetAt(store.Instant(p.At)).SetDueAt(store.Instant(due)).Exec(a); err != nil {
			return err
		}
	}
	return a.tx.Alarm.Update().Where(alarm.Subject(subject), alarm.KindNotIn(kinds...), alarm.Pending(true)).SetPending(false).Exec(a)
}

// replanBeside does the same for the clocks that run beside the main one: the limits for offering a hand-over and
// for answering it.
func (a *act) replanBeside(c *ent.CaseFile) error {
	waiting, err := a.tx.Alarm.Query().
		Where(alarm.CaseID(c.ID), alarm.Pending(true), alarm.KindIn(casework.AlarmHandoverOfferPassed, casework.AlarmHandoverAnswerPassed)).All(a)
	if err != nil {
		return err
	}
	for _, al := range waiting {
		kind := casework.ClockHandoverAnswer
		var from time.Time
		if id, ok := strings.CutSuffix(al.Subject, ":offer"); ok {
			p, err := a.tx.Promise.Get(a, id)
			if err != nil {
				return err
			}
			kind, from = casework.ClockHandoverOffer, p.MadeAt
		} else {
			id, again := strings.CutSuffix(al.Subject, ":again")
			h, err := a.tx.HandOver.Get(a, id)
			if err != nil {
				return err
			}
			if from = h.OfferedAt; again {
				kind, from = casework.ClockHandoverOffer, *h.AnsweredAt
			}
		}
		clock, err := casework.StartHours(a.office.Calendar, a.office.Limits, kind, from)
		if err != nil {
			return err
		}
		if !a.now.Before(clock.Due) {
			continue
		}
		plan, err := casework.Alarms(a.office.Calendar, a.office.Limits, clock)
		if err != nil {
			return err
		}
		if err := a.rearm(al.Subject, plan, clock.Due); err != nil {
			return err
		}
	}
	return nil
}

// ShipNotices puts the notices that come with the program into the database where they are missing.
func (d *Desk) ShipNotices(ctx context.Context) error {
	notices, err := workday.Notices()
	if err != nil {
		return err
	}
	ctx = store.With(ctx, store.System())
	for _, n := range notices {
		known, err := d.Store.Read().CalendarNotice.Query().Where(calendarnotice.Year(n.Year)).Exist(ctx)
		if err != nil {
			return err
		}
		if known {
			continue
		}
		if _, err := d.ImportNotice(ctx, n); err != nil {
			return err
		}
	}
	return nil
}

// ImportNotice adds or replaces a year's notice and recomputes the open clocks of every community; it tells how many
// promises moved.
func (d *Desk) ImportNotice(ctx context.Context, n workday.Notice) (int, error) {
	ctx = store.With(ctx, store.System())
	err := d.Store.Act(ctx, "", func(ctx context.Context, tx *store.Tx) error {
		others, err := tx.CalendarNotice.Query().Where(calendarnotice.YearNEQ(n.Year)).All(ctx)
		if err != nil {
			return err
		}
		all := []workday.Notice{n}
		for _, o := range others {
			all = append(all, o.Notice)
		}
		// A notice that fits no calendar would leave every office without one.
		if _, err := workday.New(workday.Config{Location: time.UTC}.WithNotices(all)); err != nil {
			return err
		}
		k, err := tx.CalendarNotice.Update().Where(calendarnotice.Year(n.Year)).SetNotice(n).Save(ctx)
		if err != nil || k > 0 {
			return err
		}
		return tx.CalendarNotice.Create().SetYear(n.Year).SetNotice(n).Exec(ctx)
	})
	if err != nil {
		return 0, err
	}
	communities, err := d.Store.Read().Community.Query().IDs(ctx)
	if err != nil {
		return 0, err
	}
	total := 0
	for _, id := range communities {
		var r recomputed
		if err := d.transact(ctx, id, func(a *act) error {
			r = recomputed{}
			return a.recompute(&r)
		}); err != nil {
			return total, err
		}
		total += r.Recomputed
	}
	return total, nil
}
