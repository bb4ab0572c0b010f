package service_test

import (
	"fmt"
	"slices"
	"testing"

	"xinxing/ent"
	"xinxing/ent/alarm"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
)

func (p *people) dayOf(s string) workday.Date {
	p.t.Helper()
	d, err := workday.ParseDate(s)
	p.ok(err)
	return d
}

func (p *people) localDay(login, date string, kind workday.RowKind) (*service.CalendarDayPayload, error) {
	p.t.Helper()
	return p.Desk.SetCalendarDay(p.As(login), service.SetCalendarDayInput{
		Date: p.dayOf(date), Kind: kind, Name: "临时安排", Source: "街办〔2026〕3号", ClientMutationID: p.ID(),
	})
}

// changed changes a local day as the director, and tells how many promises moved and how many stayed as told.
func (p *people) changed(date string, kind workday.RowKind) string {
	p.t.Helper()
	payload, err := p.localDay("director", date, kind)
	p.ok(err)
	return fmt.Sprintf("%d moved, %d kept", payload.Recomputed, payload.Kept)
}

// pending lists the alarms that wait on a case.
func (p *people) pending(c *ent.CaseFile) []string {
	p.t.Helper()
	all, err := p.Desk.Store.Read().Alarm.Query().Where(alarm.CaseID(c.ID), alarm.Pending(true)).Order(alarm.ByAt(), alarm.ByID()).All(p.System())
	p.ok(err)
	out := []string{}
	for _, a := range all {
		out = append(out, p.day(a.At)+" "+string(a.Kind))
	}
	return out
}

func (p *people) count(c *ent.CaseFile, kind casework.EventKind) int {
	p.t.Helper()
	n := 0
	for _, e := range p.events(c) {
		if e.Kind == kind {
			n++
		}
	}
	return n
}

func TestTime_APromiseThatWouldMoveLaterStaysAsTold(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5)
		version := p.now(c).Version
		p.want("changed", p.changed("2026-03-03", workday.RowLocalClosure), "0 moved, 1 kept")
		c = p.now(c)
		p.want("due", p.day(c.DueAt), "03-04 17:00")
		p.want("promises", p.promises(c), []string{"FIRST 03-04 17:00"})
		p.want("version, by no one's act", c.Version, version)
		e := p.last(c, casework.EventPromiseKeptAsTold)
		p.want("would be", fmt.Sprint(e.Facts["dueAt"], " ", e.Facts["wouldBe"]), "2026-03-04T09:00:00Z 2026-03-05T09:00:00Z")
		// Its warnings move into the days that are worked now.
		p.want("alarms", p.pending(c), []string{
			"03-02 08:30 PROMISE_TWO_DAYS", "03-04 08:30 PROMISE_ONE_DAY", "03-04 15:00 PROMISE_TWO_HOURS", "03-04 17:00 PROMISE_PASSED",
		})
		// A change that does not touch it is not told again.
		p.want("changed", p.changed("2026-03-20", workday.RowLocalClosure), "0 moved, 0 kept")
		p.want("told", p.count(c, casework.EventPromiseKeptAsTold), 1)
		p.want("changed", p.changed("2026-03-02", workday.RowLocalClosure), "0 moved, 1 kept")
		p.want("told", p.count(c, casework.EventPromiseKeptAsTold), 2)
		// Even on a closed day it is due when it was told; the warnings fall in office hours before.
		p.want("changed", p.changed("2026-03-04", workday.RowLocalClosure), "0 moved, 1 kept")
		p.want("alarms", p.pending(c), []string{
			"02-27 08:30 PROMISE_TWO_DAYS", "02-28 08:30 PROMISE_ONE_DAY", "02-28 15:00 PROMISE_TWO_HOURS", "03-04 17:00 PROMISE_PASSED",
		})
		p.sound()
		_, err := p.Desk.RemoveCalendarDay(p.As("director"), service.RemoveCalendarDayInput{Date: p.dayOf("2026-03-05"), ClientMutationID: p.ID()})
		p.refused(err, office.NotFound, "")
		for _, day := range []string{"2026-03-02", "2026-03-03", "2026-03-04"} {
			_, err := p.Desk.RemoveCalendarDay(p.As("director"), service.RemoveCalendarDayInput{Date: p.dayOf(day), ClientMutationID: p.ID()})
			p.ok(err)
		}
		p.want("due", p.day(p.now(c).DueAt), "03-04 17:00")
		p.want("alarms", p.pending(c)[0], "03-03 08:30 PROMISE_TWO_DAYS")
		p.sound()
	})
}

func TestTime_APromiseMovesEarlierAndKeepsTheOldInstant(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5)
		untouched := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 2)
		p.want("changed", p.changed("2026-03-01", workday.RowLocalOpening), "1 moved, 0 kept")
		c = p.now(c)
		p.want("due", p.day(c.DueAt), "03-03 17:00")
		p.want("promises", p.promises(c), []string{"FIRST 03-04 17:00 REPLACED", "CALENDAR 03-03 17:00"})
		e := p.last(c, casework.EventPromiseRecomputed)
		p.want("old instant", fmt.Sprint(e.Facts["oldDueAt"], " ", e.Facts["dueAt"], " ", p.names(e.Audience)), "2026-03-04T09:00:00Z 2026-03-03T09:00:00Z clerk-a")
		p.want("alarms", p.pending(c), []string{
			"03-02 08:30 PROMISE_TWO_DAYS", "03-03 08:30 PROMISE_ONE_DAY", "03-03 15:00 PROMISE_TWO_HOURS", "03-03 17:00 PROMISE_PASSED",
		})
		p.want("what it does not touch", p.promises(untouched), []string{"FIRST 02-28 17:00"})
		p.sound()
		c = p.complete("clerk-a", c)
		p.want("promises", p.promises(c), []string{"FIRST 03-04 17:00 REPLACED", "CALENDAR 03-03 17:00 KEPT"})
	})
}

// What was due before the change fell before it; what is over stays over; and no opening in the past makes a promise
// overdue all at once.
func TestTime_AChangeMakesNothingOverdueAndUndoesNoBreach(t *testing.T) {
	both(t, func(p *people) {
		missed := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 1) // Friday
		running := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 3)
		p.At("2026-03-02 16:00") // Monday, two hours before the other is due; the engine has not looked
		p.want("changed", p.changed("2026-02-27", workday.RowLocalClosure), "0 moved, 1 kept")
		p.want("breaches", p.breaches(missed), []string{"A2 PROMISE_MISSED: clerk-a"})
		p.want("warned", p.warned(running), []string{
			"02-28 08:30 PROMISE_TWO_DAYS: clerk-a", "03-02 08:30 PROMISE_ONE_DAY: clerk-a", "03-02 15:00 PROMISE_TWO_HOURS: clerk-a leader",
		})
		_, err := p.Desk.RemoveCalendarDay(p.As("director"), service.RemoveCalendarDayInput{Date: p.dayOf("2026-02-27"), ClientMutationID: p.ID()})
		p.ok(err)
		p.want("changed", p.changed("2026-03-01", workday.RowLocalOpening), "0 moved, 0 kept") // would be due last Saturday
		p.want("due", p.day(p.now(running).DueAt), "03-02 17:00")
		p.want("fallen", p.fire(), 0)
		p.want("breaches", p.breaches(running), []string{})
		p.sound()
	})
}

// A warning whose time would have been before the promise was made is left out; it does not fall on the closed day.
func TestTime_AWarningThatIsOverIsLeftOut(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 3)
		p.want("before", p.pending(c)[0], "02-28 08:30 PROMISE_TWO_DAYS")
		p.changed("2026-02-28", workday.RowLocalClosure)
		p.changed("2026-02-27", workday.RowLocalClosure)
		p.want("alarms", p.pending(c), []string{"03-02 08:30 PROMISE_ONE_DAY", "03-02 15:00 PROMISE_TWO_HOURS", "03-02 17:00 PROMISE_PASSED"})
		p.At("2026-03-01 12:00")
		p.want("fallen on the closed days", p.fire(), 0)
		p.sound()
	})
}

func TestTime_LimitsInHoursMove(t *testing.T) {
	both(t, func(p *people) {
		p.At("2026-02-27 16:30")
		contact := p.open("clerk-b", "")
		reported := p.report("clerk-a", p.open("clerk-a", ""))
		unoffered := p.promise("clerk-a", p.open("clerk-a", "ZX-01"), 3)
		offered := p.offer("clerk-a", p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 10), "clerk-c")
		p.want("before", p.pending(contact), []string{"02-28 09:00 FIRST_CONTACT_NEAR", "02-28 10:00 FIRST_CONTACT_PASSED"})
		p.changed("2026-02-28", workday.RowLocalClosure)
		p.want("first contact", p.pending(contact), []string{"03-02 09:00 FIRST_CONTACT_NEAR", "03-02 10:00 FIRST_CONTACT_PASSED"})
		p.want("due", p.day(p.now(contact).DueAt), "03-02 10:00")
		p.want("report", p.pending(reported), []string{"03-02 11:00 REPORT_NEAR", "03-02 14:00 REPORT_PASSED"})
		p.want("offering", p.pending(unoffered)[1:3], []string{"03-02 11:00 HANDOVER_OFFER_NEAR", "03-02 14:00 HANDOVER_OFFER_PASSED"})
		p.want("answering", p.pending(offered)[:2], []string{"03-02 14:00 HANDOVER_ANSWER_PASSED", "03-02 16:00 HANDOVER_ANSWER_ESCALATED"})
		p.sound()
		p.At("2026-02-28 12:00")
		p.want("fallen on the closed day", p.fire(), 0)
	})
}

func TestTime_ANoticeEndsTheProvisional(t *testing.T) {
	both(t, func(p *people) {
		p.At("2026-12-28 09:00")
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5)
		p.want("before", fmt.Sprint(p.day(c.DueAt), " ", c.Provisional), "01-04 17:00 true")
		holiday := workday.Row{Date: p.dayOf("2027-01-01"), Kind: workday.RowStatutoryHoliday, Name: "元旦", Source: "国办发明电〔2026〕9号"}
		notice := workday.Notice{Year: 2027, Title: "关于2027年部分节假日安排的通知", Number: "国办发明电〔2026〕9号", Published: "2026-11-05", Rows: []workday.Row{holiday}}
		moved, err := p.Desk.ImportNotice(p.System(), notice)
		p.ok(err)
		c = p.now(c)
		p.want("after", fmt.Sprint(moved, " ", p.day(c.DueAt), " ", c.Provisional), "0 01-04 17:00 false")
		p.want("told", p.count(c, casework.EventPromiseKeptAsTold), 1)
		y, err := p.Desk.CalendarYear(p.As("clerk-a"), 2027)
		p.ok(err)
		p.want("year", fmt.Sprint(y.Provisional, " ", y.Days[0].Kind, " ", y.Days[0].Working), "false STATUTORY_HOLIDAY false")
		// Imported again, it is the same.
		_, err = p.Desk.ImportNotice(p.System(), notice)
		p.ok(err)
		p.want("told", p.count(c, casework.EventPromiseKeptAsTold), 1)
		// One that contradicts another year's is refused whole, and the office keeps its calendar.
		bad := notice
		bad.Year, bad.Rows = 2028, []workday.Row{holiday}
		if _, err := p.Desk.ImportNotice(p.System(), bad); err == nil {
			t.Error("took two notices for one day")
		}
		if _, err := p.Desk.CalendarYear(p.As("clerk-a"), 2028); err != nil {
			t.Error(err)
		}
		p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5)
		p.sound()
	})
}

func TestTime_WhoMayChangeTheCalendar(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5)
		for _, login := range []string{"clerk-a", "leader", "supervisor"} {
			_, err := p.localDay(login, "2026-03-03", workday.RowLocalClosure)
			p.refused(err, office.Forbidden, "")
		}
		_, err := p.localDay("director", "2026-03-03", workday.RowStatutoryHoliday) // the State Council's to say
		p.refused(err, office.BadInput, "")
		_, err = p.localDay("administrator", "2026-03-03", workday.RowLocalClosure) // who sees no case
		p.ok(err)
		p.want("told", p.count(c, casework.EventPromiseKeptAsTold), 1)
		// It is the community's own day.
		y, err := p.Desk.CalendarYear(p.As("neighbour"), 2026)
		p.ok(err)
		i := slices.IndexFunc(y.Days, func(d service.CalendarDay) bool { return d.Date == p.dayOf("2026-03-03") })
		p.want("the neighbour's day", y.Days[i].Working, true)
		p.sound()
	})
}

// T5: an extension that is told after the calendar changed counts the days as they are then.
func TestT5_CountsTheDaysAsTheyAreWhenTold(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 3)
		p.ask("clerk-a", c, 1)
		p.decide("leader", c, true)
		p.changed("2026-03-03", workday.RowLocalClosure)
		p.want("due", p.day(p.tell("clerk-a", c).DueAt), "03-04 17:00")
		p.sound()
	})
}
