package service_test

import (
	"slices"
	"testing"

	"xinxing/ent"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
)

// waiting tells whether an absence waits for each of the people.
func (p *people) waiting(ab *ent.Absence, logins ...string) string {
	p.t.Helper()
	out := ""
	for _, login := range logins {
		list, err := p.Desk.AbsencesWaiting(p.As(login))
		p.ok(err)
		if slices.ContainsFunc(list, func(one *ent.Absence) bool { return one.ID == ab.ID }) {
			out += login + " "
		}
	}
	return out
}

func TestB4_AnAbsenceWaitsForOneAfterTheOther(t *testing.T) {
	both(t, func(p *people) {
		everybody := []string{"clerk-a", "clerk-b", "clerk-c", "leader", "director", "supervisor", "administrator"}
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 3)
		from, until := servicetest.Instant(t, "2026-03-02 08:30"), servicetest.Instant(t, "2026-03-03 17:00")
		asked, err := p.Desk.AskAbsence(p.As("clerk-a"), service.AskAbsenceInput{
			Kind: duty.Planned, From: &from, Until: &until, Reason: "年休假", ClientMutationID: p.ID(),
		})
		p.ok(err)
		ab := asked.Absence
		p.want("for the person", p.waiting(ab, everybody...), "clerk-a ")
		ref := func() service.AbsenceRef {
			return service.AbsenceRef{AbsenceID: ab.ID, Version: ab.Version, ClientMutationID: p.ID()}
		}

		// What is opened between the asking and the writing stands on the list as it would be written.
		lists, err := p.Desk.ListsOf(p.As("clerk-a"), ab)
		p.ok(err)
		later := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 3)
		var receivers []string
		for _, l := range lists {
			lines, err := p.Desk.LinesNow(p.As("clerk-a"), l)
			p.ok(err)
			notes := []service.LineNoteInput{}
			for _, line := range lines {
				notes = append(notes, service.LineNoteInput{CaseID: line.Case, Note: "已约好周三来取"})
			}
			if slices.ContainsFunc(l.Lines, func(line duty.Line) bool { return line.Case == c.ID }) {
				p.want("now", slices.ContainsFunc(lines, func(line duty.Line) bool { return line.Case == later.ID }), true)
				p.want("when asked", slices.ContainsFunc(l.Lines, func(line duty.Line) bool { return line.Case == later.ID }), false)
			}
			written, err := p.Desk.WriteHandOverList(p.As("clerk-a"), service.WriteHandOverListInput{AbsenceRef: ref(), ListID: l.ID, Notes: notes})
			p.ok(err)
			ab = written.Absence
			receivers = append(receivers, l.ToID)
		}
		p.want("for nobody but who takes over", p.waiting(ab, "clerk-a", "leader", "director", "supervisor", "administrator"), "")
		for i, l := range lists {
			login := ""
			for name, s := range p.Staff {
				if s.ID == receivers[i] {
					login = name
				}
			}
			p.want("to accept", p.waiting(ab, login), login+" ")
			taken, err := p.Desk.AcceptHandOverList(p.As(login), service.AcceptHandOverListInput{AbsenceRef: ref(), ListID: l.ID})
			p.ok(err)
			ab = taken.Absence
		}
		p.want("for who decides", p.waiting(ab, everybody...), "leader director ")
		decided, err := p.Desk.DecideAbsence(p.As("director"), service.DecideAbsenceInput{AbsenceRef: ref(), Approve: true})
		p.ok(err)
		p.want("for nobody", p.waiting(decided.Absence, everybody...), "")
		// An accepted list stays as it was taken over.
		p.open("clerk-a", "SQ-01")
		lists, err = p.Desk.ListsOf(p.As("clerk-a"), ab)
		p.ok(err)
		for _, l := range lists {
			lines, err := p.Desk.LinesNow(p.As("clerk-a"), l)
			p.ok(err)
			p.want("accepted", len(lines), len(l.Lines))
		}
	})
}

func TestA3_TheDirectorsAbsenceWaitsForTheSupervisor(t *testing.T) {
	both(t, func(p *people) {
		from, until := servicetest.Instant(t, "2026-03-02 08:30"), servicetest.Instant(t, "2026-03-03 17:00")
		asked, err := p.Desk.AskAbsence(p.As("director"), service.AskAbsenceInput{
			Kind: duty.Planned, From: &from, Until: &until, Reason: "开会", ClientMutationID: p.ID(),
		})
		p.ok(err)
		p.want("waits", p.waiting(asked.Absence, "clerk-a", "leader", "director", "supervisor", "neighbour"), "supervisor ")
	})
}

func TestB4_OfficePeriods(t *testing.T) {
	both(t, func(p *people) {
		periods, err := p.Desk.OfficePeriods(p.As("clerk-a"), p.dayOf("2026-02-27"), 4)
		p.ok(err)
		var out []string
		for _, one := range periods {
			out = append(out, p.day(one.Start)+"–"+one.End.In(servicetest.Zone).Format("15:04"))
		}
		// Saturday is a make-up working day, Sunday is off.
		p.want("periods", out, []string{
			"02-27 08:30–11:30", "02-27 13:30–17:00", "02-28 08:30–11:30", "02-28 13:30–17:00", "03-02 08:30–11:30", "03-02 13:30–17:00",
		})
		for _, days := range []int{0, 367} {
			_, err := p.Desk.OfficePeriods(p.As("clerk-a"), p.dayOf("2026-02-27"), days)
			p.refused(err, office.LimitExceeded, "B4")
		}
		_, err = p.Desk.OfficePeriods(p.Context(), p.dayOf("2026-02-27"), 1)
		p.refused(err, office.Unauthenticated, "")
	})
}
