package service_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/ent/jobseeker"
	"xinxing/internal/office"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/program"
	"xinxing/internal/office/reporting"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
)

// records pages through what is behind a figure, and gives each as its day, what it is of and its value.
func (p *people) records(ctx context.Context, f reporting.ResidentFigure, from, until string, community *string) (lines []string, sum float64, err error) {
	p.t.Helper()
	for after := (*service.Place)(nil); ; {
		const page = 2
		list, n, err := p.Desk.FigureRecords(ctx, f, p.dayOf(from), p.dayOf(until), community, page, after)
		if err != nil {
			return nil, 0, err
		}
		for _, r := range list[:min(page, len(list))] {
			of := "-"
			switch x := r.About.(type) {
			case *ent.JobSeeker:
				of = "job-seeker " + x.Edges.Resident.Name
			case *ent.Program:
				of = "program " + x.Title
			case *ent.Project:
				of = "project " + x.Number
			}
			lines, sum = append(lines, fmt.Sprint(r.Day.String()[5:], " ", of, " ", r.Value)), sum+r.Value
			at := r.Place()
			after = &at
		}
		if len(list) <= page {
			p.want("as many as there are", len(lines), n)
			return lines, sum, nil
		}
	}
}

// Behind each number stand the records that make it, each once, on the day on which it counted.
func TestR_TheRecordsBehindAFigureOfResidents(t *testing.T) {
	both(t, func(p *people) {
		at := servicetest.Instant(t, "2026-01-12 10:00")
		people := p.adviseAt(p.Community, "FEMALE", 5, at)
		p.adviseAt(p.Neighbour, "FEMALE", 1, at)
		p.ok(p.Desk.Store.Act(p.System(), p.Community, func(ctx context.Context, tx *store.Tx) error {
			if err := p.delivers(ctx, tx); err != nil {
				return err
			}
			clerk := p.Staff["clerk-a"].ID
			seekers := tx.JobSeeker.Query().Where(jobseeker.ResidentIDIn(people...)).Order(jobseeker.ByID()).AllX(ctx)
			for i, s := range seekers {
				tx.Resident.UpdateOneID(s.ResidentID).SetName(fmt.Sprint("甲", i)).ExecX(ctx)
			}
			// The first is talked with again: still one, on the day of the first talk.
			tx.Counselling.Create().SetCommunityID(p.Community).SetJobSeekerID(seekers[0].ID).SetTalkedByID(clerk).SetHeldAt(at.AddDate(0, 0, 9)).SetWay(employment.TalkPhone).
				SetAdvised("-").SetRecordedAt(at).ExecX(ctx)
			job := tx.Opening.Create().SetCommunityID(p.Community).SetTitle("-").SetEmployer("-").SetSector(employment.SectorCare).SetPlace("-").SetPayMinFen(1).SetPayMaxFen(2).SetHeadcount(2).SetHours(employment.HoursFullTime).
				SetSkills([]string{}).SetDemands([]employment.Obstacle{}).SetContactName("-").SetContactPhone("-").SetExpiresOn("2026-12-31").SetEnteredAt(at).SetEnteredByID(clerk).SaveX(ctx)
			hired := tx.Referral.Create().SetCommunityID(p.Community).SetJobSeekerID(seekers[1].ID).SetOpeningID(job.ID).SetReferredAt(at).SetReferredByID(clerk).SetScore(1).SetReasons([]employment.Reason{}).
				SetState(employment.ReferralHired).SetDecidedAt(at.AddDate(0, 0, 2)).SaveX(ctx)
			for i, months := range []int{3, 6} {
				tx.FollowUp.Create().SetCommunityID(p.Community).SetJobSeekerID(seekers[1].ID).SetReferralID(hired.ID).SetMonths(months).SetDueOn("2026-01-15").
					SetDoneAt(at.AddDate(0, 0, 3+i)).SetEmployed(true).ExecX(ctx)
			}
			for n, state := range []program.State{program.Held, program.Held, program.Open} {
				begin := at.AddDate(0, 0, 5+n)
				class := tx.Program.Create().SetCommunityID(p.Community).SetKind(program.Training).SetTitle(fmt.Sprint("班", n)).SetPlace("-").SetOrganiserID(clerk).
					SetState(state).SetCapacity(99).SetReached(4).SetEnrolUntil(begin).SetFromAt(begin).SetUntilAt(begin.Add(time.Hour)).SaveX(ctx)
				session := tx.ProgramSession.Create().SetCommunityID(p.Community).SetProgramID(class.ID).SetNumber(1).SetFromAt(begin).SetUntilAt(begin.Add(time.Hour)).SetPlace("-").SaveX(ctx)
				for i, id := range people[:3] {
					e := tx.Enrolment.Create().SetCommunityID(p.Community).SetProgramID(class.ID).SetTicket(i + 1).SetResidentID(id).SetName("-").SetPhoneSealed("-").SetPhoneMask("-").
						SetPhoneHash(fmt.Sprint(i)).SetWay(program.ByStaff).SetState(program.Seated).SetEnrolledAt(at).SetPassed(i == 0 && state == program.Held).SaveX(ctx)
					tx.Attendance.Create().SetCommunityID(p.Community).SetSessionID(session.ID).SetEnrolmentID(e.ID).SetAt(begin).SetWay(program.InList).ExecX(ctx)
				}
				if n > 0 {
					tx.Volunteer.Create().SetCommunityID(p.Community).SetProgramID(class.ID).SetName("-").SetMinutes(30 * n).SetRecordedAt(at).SetRecordedByID(clerk).ExecX(ctx)
				}
			}
			return nil
		}))
		const from, until = "2026-01-10", "2026-02-20"
		me := p.As("director")
		var figures []reporting.ResidentFigure
		for _, def := range reporting.ResidentDefinitions() {
			figures = append(figures, def.Figure)
		}
		rows, err := p.Desk.ResidentFigures(me, service.ResidentFiguresInput{Figures: figures, Step: reporting.StepWhole, From: p.dayOf(from), Until: p.dayOf(until)}, 10, "")
		p.ok(err)
		for i, f := range figures {
			lines, sum, err := p.records(me, f, from, until, nil)
			p.ok(err)
			value := *rows[0].Values[i]
			switch f {
			case reporting.FigureRegistered: // before the period
				p.want(string(f), fmt.Sprint(value, lines), "0 []")
				continue
			case reporting.FigureAttended: // three people at two programs
				p.want(string(f), fmt.Sprint(value, sum), "3 6")
			default:
				p.want(string(f), sum, value)
			}
			if len(lines) == 0 {
				t.Errorf("nothing is behind %s", f)
			}
		}
		for f, want := range map[reporting.ResidentFigure]string{
			reporting.FigureAdvised:          "01-12 job-seeker 甲4 1, 01-12 job-seeker 甲3 1, 01-12 job-seeker 甲2 1, 01-12 job-seeker 甲1 1, 01-12 job-seeker 甲0 1",
			reporting.FigurePlaced:           "01-14 job-seeker 甲1 1",
			reporting.FigureReferred:         "01-12 job-seeker 甲1 1",
			reporting.FigureKept3:            "01-15 job-seeker 甲1 1",
			reporting.FigureKept6:            "01-16 job-seeker 甲1 1",
			reporting.FigureEvents:           "01-18 program 班1 1, 01-17 program 班0 1",
			reporting.FigureReached:          "01-18 program 班1 7, 01-17 program 班0 7",
			reporting.FigureVolunteerMinutes: "01-18 program 班1 30", // nobody worked at the other
			reporting.FigureParticipants:     "02-20 project GJ-2026-001 2, 01-31 project GJ-2026-001 5, 01-10 project GJ-2026-001 7",
			reporting.FigurePledgedWorth:     "01-12 project GJ-2026-001 100.5",
			reporting.FigureDeliveredWorth:   "02-20 project GJ-2026-001 60.25",
		} {
			lines, _, err := p.records(me, f, from, until, nil)
			p.ok(err)
			p.want(string(f), strings.Join(lines, ", "), want)
		}

		// Who supervises reads programs and projects of each community, and no resident's file.
		over := p.As("supervisor")
		for _, f := range []reporting.ResidentFigure{reporting.FigureEvents, reporting.FigureDeliveredWorth} {
			mine, _, err := p.records(me, f, from, until, nil)
			p.ok(err)
			theirs, _, err := p.records(over, f, from, until, &p.Community)
			p.ok(err)
			p.want("the supervisor's", strings.Join(theirs, ", "), strings.Join(mine, ", "))
		}
		_, _, err = p.records(over, reporting.FigureAdvised, from, until, &p.Community)
		p.refused(err, office.Forbidden, "R")
		for name, ctx := range map[string]context.Context{"clerk": p.As("clerk-a"), "administrator": p.As("administrator"), "tool": p.reporter(p.Community)} {
			for _, f := range []reporting.ResidentFigure{reporting.FigureAdvised, reporting.FigureEvents, reporting.FigureDeliveredWorth} {
				if _, _, err := p.records(ctx, f, from, until, nil); err == nil {
					t.Errorf("%s reads what is behind %s", name, f)
				}
			}
		}
		_, _, err = p.records(me, reporting.FigureAdvised, from, until, &p.Neighbour)
		p.refused(err, office.NotFound, "R")
		_, _, err = p.records(me, "X", from, until, nil)
		p.refused(err, office.BadInput, "R")
		_, _, err = p.records(me, reporting.FigureAdvised, until, from, nil)
		p.refused(err, office.BadInput, "R")
		_, _, err = p.records(me, reporting.FigureAdvised, "2025-01-01", until, nil)
		p.refused(err, office.LimitExceeded, "R")
	})
}
