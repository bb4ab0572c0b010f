package service_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"xinxing/ent/resident"
	"xinxing/internal/office"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/program"
	"xinxing/internal/office/reporting"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
)

// adviseAt makes residents of a sex who were on the register since long before and with whom a talk was held at an instant.
func (p *people) adviseAt(community, sex string, n int, at time.Time) []string {
	p.t.Helper()
	var made []string
	p.ok(p.Desk.Store.Act(p.System(), community, func(ctx context.Context, tx *store.Tx) error {
		made = nil
		for range n {
			person := tx.Resident.Create().SetCommunityID(community).SetName("某人").SetSex(sex).SetBirthDate("1980-05-05").SetCreatedAt(at).SaveX(ctx)
			clerk := p.Staff["clerk-a"].ID
			if community != p.Community {
				clerk = p.Staff["neighbour"].ID
			}
			s := tx.JobSeeker.Create().SetCommunityID(community).SetResidentID(person.ID).SetCounsellorID(clerk).SetRegisteredAt(servicetest.Instant(p.t, "2025-06-01 09:00")).
				SetRegisteredByID(clerk).SetSituations([]employment.Situation{employment.Unemployed}).SetResidence(employment.ResidenceLocal).SetSkills([]string{}).
				SetWishes(employment.Wishes{}).SetObstacles([]employment.Obstacle{}).SetBenefits([]string{}).SetState(employment.SeekerSeeking).SetStateAt(at).SaveX(ctx)
			tx.Counselling.Create().SetCommunityID(community).SetJobSeekerID(s.ID).SetTalkedByID(clerk).SetHeldAt(at).SetWay(employment.TalkPhone).SetAdvised("-").
				SetRecordedAt(at).ExecX(ctx)
			made = append(made, person.ID)
		}
		return nil
	}))
	return made
}

// residents asks for figures of residents; each row as the community or group, its first day, and its values.
func (p *people) residents(ctx context.Context, by reporting.ResidentAttribute, from, until string, figures ...reporting.ResidentFigure) (string, error) {
	p.t.Helper()
	in := service.ResidentFiguresInput{Figures: figures, Step: reporting.StepWhole, From: p.dayOf(from), Until: p.dayOf(until)}
	if by != "" {
		in.By = &by
	}
	var out []string
	for after := ""; ; {
		const page = 3
		rows, err := p.Desk.ResidentFigures(ctx, in, page, after)
		if err != nil {
			return "", err
		}
		for _, r := range rows[:min(page, len(rows))] {
			words := []string{"all"}
			if r.Group != nil {
				words[0] = *r.Group
			}
			for _, v := range r.Values {
				if v == nil {
					words = append(words, "-")
				} else {
					words = append(words, fmt.Sprint(*v))
				}
			}
			if (r.ReleasedAt == nil) != (by == "") || r.Community == "" {
				p.t.Errorf("%+v", r)
			}
			out = append(out, strings.Join(words, " "))
			after = r.Cursor()
		}
		if len(rows) <= page {
			return strings.Join(out, ", "), nil
		}
	}
}

func (p *people) wantResidents(what string, ctx context.Context, by reporting.ResidentAttribute, from, until, want string, figures ...reporting.ResidentFigure) {
	p.t.Helper()
	got, err := p.residents(ctx, by, from, until, figures...)
	p.ok(err)
	p.want(what, got, want)
}

func (p *people) reporter(communities ...string) context.Context {
	return store.With(p.t.Context(), store.Viewer{Community: communities[0], Communities: communities, Token: "tok_1", Scopes: []cobuild.Scope{cobuild.ScopeReadAggregates}})
}

// Whatever the reporting tool and the leader ask, one after another and by days, months, communities and groups, nobody of a small group is found.
func TestR_NobodyIsFoundByAskingTwice(t *testing.T) {
	both(t, func(p *people) {
		at := servicetest.Instant(t, "2026-01-15 10:00")
		women := p.adviseAt(p.Community, "FEMALE", 9, at)
		p.adviseAt(p.Community, "MALE", 7, at)
		p.adviseAt(p.Community, "", 6, at)
		p.adviseAt(p.Community, "MALE", 1, at.AddDate(0, 1, 0)) // one of February
		tool, leader := p.reporter(p.Community), p.As("director")
		ask := func(by reporting.ResidentAttribute, from, until string) error {
			_, err := p.residents(tool, by, from, until, reporting.FigureAdvised)
			return err
		}
		// By days that leave one out: nothing but whole months.
		for _, c := range [][2]string{{"2026-01-02", "2026-01-31"}, {"2026-01-01", "2026-01-30"}, {"2026-01-15", "2026-01-15"}} {
			p.refused(ask(reporting.BySex, c[0], c[1]), office.BadInput, "R")
		}
		// The month that runs, today and tomorrow: not before it is over.
		err := ask(reporting.BySex, "2026-01-01", "2026-02-28")
		p.refused(err, office.PeriodOpen, "R")
		p.want("the field and the last day that can be asked for", fmt.Sprint(err.(*office.Refusal).Field, err.(*office.Refusal).Facts["until"]), "until2026-01-31")
		// What is no number of people by an attribute is refused, and is told without.
		_, err = p.residents(tool, reporting.BySex, "2026-01-01", "2026-01-31", reporting.FigureReached)
		p.refused(err, office.BadInput, "R")

		const january = "all 22, FEMALE 9, MALE 7, UNKNOWN 6"
		p.wantResidents("the tool", tool, reporting.BySex, "2026-01-01", "2026-01-31", january, reporting.FigureAdvised)
		// One woman moves to another group, one person comes to light and one is struck: what was told stays, the sum of today is another.
		p.ok(p.Desk.Store.Act(p.System(), p.Community, func(ctx context.Context, tx *store.Tx) error {
			return tx.Resident.Update().Where(resident.ID(women[0])).SetSex("MALE").Exec(ctx)
		}))
		p.adviseAt(p.Community, "MALE", 1, at)
		for name, ctx := range map[string]context.Context{"the leader": leader, "the tool again": tool, "the supervisor": p.As("supervisor")} {
			if name == "the supervisor" {
				got, err := p.residents(ctx, reporting.BySex, "2026-01-01", "2026-01-31", reporting.FigureAdvised)
				p.ok(err)
				if !strings.Contains(got, january) {
					t.Errorf("the supervisor hears %s", got)
				}
				continue
			}
			p.wantResidents(name, ctx, reporting.BySex, "2026-01-01", "2026-01-31", january, reporting.FigureAdvised)
		}
		p.wantResidents("without groups", tool, "", "2026-01-01", "2026-01-31", "all 23", reporting.FigureAdvised)
		// One of February shows in no group, and two months are never added up.
		p.At("2026-03-02 09:00")
		p.wantResidents("two months", tool, reporting.BySex, "2026-01-01", "2026-02-28", january+", all 1, FEMALE -, MALE -, UNKNOWN -", reporting.FigureAdvised)
		// Two communities are told apart, and a small one shows nothing.
		p.adviseAt(p.Neighbour, "FEMALE", 3, at)
		got, err := p.residents(p.reporter(p.Community, p.Neighbour), reporting.BySex, "2026-01-01", "2026-01-31", reporting.FigureAdvised)
		p.ok(err)
		for _, want := range []string{january, "all 3, FEMALE -, MALE -, UNKNOWN -"} {
			if !strings.Contains(got, want) {
				t.Errorf("two communities: %s", got)
			}
		}
		// By other attributes all are alike, or nothing is on file.
		p.wantResidents("by age", tool, reporting.ByAgeBand, "2026-01-01", "2026-01-31",
			"all 23, UNDER_18 -, FROM_18_TO_34 -, FROM_35_TO_44 -, FROM_45_TO_59 23, FROM_60 -, UNKNOWN -", reporting.FigureAdvised)
		p.wantResidents("by residence", tool, reporting.ByResidence, "2026-01-01", "2026-01-31", "all 23, LOCAL 23, ELSEWHERE -, UNKNOWN -", reporting.FigureAdvised)
		// What is kept of a month holds no number that was not told.
		kept := p.Desk.Store.Read().FigureRelease.Query().AllX(p.System())
		for _, r := range kept {
			for _, cells := range r.Cells.Groups {
				for f, n := range cells {
					if n < reporting.Least {
						t.Errorf("%s keeps %d of %s", r.Month, n, f)
					}
				}
			}
		}
		p.want("releases", len(kept), 6) // of the subdistrict, which has no residents, as well
		for name, err := range map[string]error{
			"changed": p.Desk.Store.Read().FigureRelease.Update().Exec(p.System()),
			"written": p.Desk.Store.Read().FigureRelease.Create().SetCommunityID(p.Community).SetMonth("2025-12").SetAttribute(reporting.BySex).
				SetCells(reporting.Cells{}).SetAt(at).Exec(leader),
		} {
			if err == nil {
				t.Errorf("a release is %s", name)
			}
		}
	})
}

// A figure that counts all but one of another's is not told beside it.
func TestR_AFigureIsNotTakenFromAnother(t *testing.T) {
	both(t, func(p *people) {
		at := servicetest.Instant(t, "2026-01-15 10:00")
		women := p.adviseAt(p.Community, "FEMALE", 12, at)
		p.adviseAt(p.Community, "MALE", 20, at)
		p.ok(p.Desk.Store.Act(p.System(), p.Community, func(ctx context.Context, tx *store.Tx) error {
			class := tx.Program.Create().SetCommunityID(p.Community).SetKind(program.PolicyTalk).SetTitle("-").SetPlace("-").SetOrganiserID(p.Staff["clerk-a"].ID).
				SetState(program.Held).SetCapacity(99).SetReached(4).SetEnrolUntil(at).SetFromAt(at).SetUntilAt(at.Add(time.Hour)).SaveX(ctx)
			session := tx.ProgramSession.Create().SetCommunityID(p.Community).SetProgramID(class.ID).SetNumber(1).SetFromAt(at).SetUntilAt(at.Add(time.Hour)).SetPlace("-").SaveX(ctx)
			for i, id := range women[:11] {
				e := tx.Enrolment.Create().SetCommunityID(p.Community).SetProgramID(class.ID).SetTicket(i + 1).SetResidentID(id).SetName("-").SetPhoneSealed("-").SetPhoneMask("-").
					SetPhoneHash(fmt.Sprint(i)).SetWay(program.ByStaff).SetState(program.Seated).SetEnrolledAt(at).SaveX(ctx)
				tx.Attendance.Create().SetCommunityID(p.Community).SetSessionID(session.ID).SetEnrolmentID(e.ID).SetAt(at).SetWay(program.InList).ExecX(ctx)
			}
			return nil
		}))
		p.wantResidents("by sex", p.reporter(p.Community), reporting.BySex, "2026-01-01", "2026-01-31", "all 32 11, FEMALE 12 -, MALE 20 -, UNKNOWN - -",
			reporting.FigureAdvised, reporting.FigureAttended)
		p.wantResidents("of all", p.reporter(p.Community), "", "2026-01-01", "2026-01-31", "all 32 11 15 1",
			reporting.FigureAdvised, reporting.FigureAttended, reporting.FigureReached, reporting.FigureEvents)
	})
}

// Of all who ask for a month first at the same time, each gets the same, and there is one release.
func TestR_AMonthIsReleasedOnce(t *testing.T) {
	both(t, func(p *people) {
		p.adviseAt(p.Community, "FEMALE", 9, servicetest.Instant(t, "2026-01-15 10:00"))
		again := p.Again(t) // another process
		desks := []*service.Desk{p.Desk, again.Desk}
		by := reporting.BySex
		in := service.ResidentFiguresInput{Figures: []reporting.ResidentFigure{reporting.FigureAdvised}, By: &by, Step: reporting.StepWhole, From: p.dayOf("2026-01-01"), Until: p.dayOf("2026-01-31")}
		ctx := p.reporter(p.Community)
		var wg sync.WaitGroup
		var mu sync.Mutex
		seen := map[string]int{}
		for i := range 12 {
			wg.Go(func() {
				rows, err := desks[i%2].ResidentFigures(ctx, in, 10, "")
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				defer mu.Unlock()
				seen[fmt.Sprint(len(rows), *rows[0].Values[0], *rows[1].Values[0], rows[0].ReleasedAt.UnixMicro())]++
			})
		}
		for i := range 3 { // and the records change meanwhile
			p.adviseAt(p.Community, "FEMALE", 1, servicetest.Instant(t, fmt.Sprintf("2026-01-%d 10:00", 20+i)))
		}
		wg.Wait()
		if len(seen) != 1 {
			t.Errorf("%v", seen)
		}
		p.want("releases", p.Desk.Store.Read().FigureRelease.Query().CountX(p.System()), 1)
	})
}

// Month by month the figures are those of the office's other counts: what was registered, held and delivered.
func TestR_ResidentFiguresAreTheOfficesCounts(t *testing.T) {
	both(t, func(p *people) {
		p.adviseAt(p.Community, "FEMALE", 3, servicetest.Instant(t, "2026-01-31 23:30"))
		p.adviseAt(p.Community, "MALE", 2, servicetest.Instant(t, "2026-02-01 00:30"))
		p.ok(p.Desk.Store.Act(p.System(), p.Community, func(ctx context.Context, tx *store.Tx) error {
			return p.delivers(ctx, tx)
		}))
		all := []reporting.ResidentFigure{
			reporting.FigureRegistered, reporting.FigureAdvised, reporting.FigureParticipants, reporting.FigureParticipationMinutes, reporting.FigurePledgedWorth, reporting.FigureDeliveredWorth,
		}
		in := service.ResidentFiguresInput{Figures: all, Step: reporting.StepMonth, From: p.dayOf("2026-01-10"), Until: p.dayOf("2026-02-20")}
		rows, err := p.Desk.ResidentFigures(p.As("leader"), in, 10, "")
		p.ok(err)
		var got []string
		for _, r := range rows {
			line := r.From.String()[5:] + " " + r.Until.String()[5:]
			for _, v := range r.Values {
				line += " " + fmt.Sprint(*v)
			}
			got = append(got, line)
			f, err := p.Desk.EmploymentFigures(p.As("leader"), r.From, r.Until)
			p.ok(err)
			p.want("advised", *r.Values[1], float64(f.Advised))
		}
		p.want("by month", strings.Join(got, ", "), "01-10 01-31 0 3 12 120 100.5 0, 02-01 02-20 0 2 2 20 0 60.25")

		// By every step the periods are the office's, without a gap, and add up.
		for step, n := range map[reporting.Step]int{reporting.StepWhole: 1, reporting.StepDay: 42, reporting.StepWeek: 7, reporting.StepMonth: 2, reporting.StepQuarter: 1, reporting.StepYear: 1} {
			in.Step = step
			rows, err := p.Desk.ResidentFigures(p.As("leader"), in, 50, "")
			p.ok(err)
			p.want(string(step)+", rows", len(rows), n)
			sums := make([]float64, len(all))
			next := in.From
			for _, r := range rows {
				p.want(string(step)+" goes on", r.From, next)
				next = r.Until.AddDays(1)
				for i, v := range r.Values {
					sums[i] += *v
				}
			}
			p.want(string(step)+" ends", next, in.Until.AddDays(1))
			p.want(string(step)+" adds up", fmt.Sprint(sums), "[0 5 14 140 100.5 60.25]")
		}
	})
}

// Who may ask, and what is asked wrong.
func TestR_WhoAsksForFiguresOfResidents(t *testing.T) {
	both(t, func(p *people) {
		good := service.ResidentFiguresInput{Figures: []reporting.ResidentFigure{reporting.FigureAdvised}, Step: reporting.StepWhole, From: p.dayOf("2026-01-01"), Until: p.dayOf("2026-01-31")}
		for _, login := range []string{"clerk-a", "administrator"} {
			_, err := p.Desk.ResidentFigures(p.As(login), good, 10, "")
			p.refused(err, office.Forbidden, "R")
			_, err = p.Desk.ResidentMetrics(p.As(login))
			p.refused(err, office.Forbidden, "R")
		}
		partner := store.With(t.Context(), store.Viewer{Community: p.Community, Communities: []string{p.Community}, Token: "tok_1", Partner: "ptn_1", Scopes: []cobuild.Scope{cobuild.ScopeReadProjects, cobuild.ScopeReadAggregates}})
		_, err := p.Desk.ResidentFigures(partner, good, 10, "")
		p.refused(err, office.Forbidden, "R")
		_, err = p.Desk.ResidentFigures(t.Context(), good, 10, "")
		p.refused(err, office.Unauthenticated, "")
		for _, ctx := range []context.Context{p.As("leader"), p.As("director"), p.As("supervisor"), p.reporter(p.Community)} {
			_, err := p.Desk.ResidentFigures(ctx, good, 10, "")
			p.ok(err)
			metrics, err := p.Desk.ResidentMetrics(ctx)
			p.ok(err)
			p.want("definitions", len(metrics), len(reporting.ResidentDefinitions()))
		}
		// A community that is not the viewer's is not there.
		other := good
		other.CommunityIDs = []string{p.Neighbour}
		rows, err := p.Desk.ResidentFigures(p.As("leader"), other, 10, "")
		p.ok(err)
		p.want("another's", len(rows), 0)
		sex := reporting.BySex
		unknown := reporting.ResidentAttribute("X")
		for name, c := range map[string]struct {
			change func(*service.ResidentFiguresInput)
			code   office.Code
			first  int
			after  string
		}{
			"no figure":         {func(in *service.ResidentFiguresInput) { in.Figures = nil }, office.BadInput, 10, ""},
			"an unknown figure": {func(in *service.ResidentFiguresInput) { in.Figures = []reporting.ResidentFigure{"X"} }, office.BadInput, 10, ""},
			"too many figures":  {func(in *service.ResidentFiguresInput) { in.Figures = make([]reporting.ResidentFigure, 31) }, office.LimitExceeded, 10, ""},
			"no such step":      {func(in *service.ResidentFiguresInput) { in.Step = "HOUR" }, office.BadInput, 10, ""},
			"by sex and days":   {func(in *service.ResidentFiguresInput) { in.By, in.Step = &sex, reporting.StepDay }, office.BadInput, 10, ""},
			"ends before":       {func(in *service.ResidentFiguresInput) { in.Until = p.dayOf("2025-12-31") }, office.BadInput, 10, ""},
			"too long":          {func(in *service.ResidentFiguresInput) { in.From = p.dayOf("2025-01-01") }, office.LimitExceeded, 10, ""},
			"an unknown group":  {func(in *service.ResidentFiguresInput) { in.By = &unknown }, office.BadInput, 10, ""},
			"worth by sex": {func(in *service.ResidentFiguresInput) {
				in.By, in.Figures = &sex, []reporting.ResidentFigure{reporting.FigurePledgedWorth}
			}, office.BadInput, 10, ""},
			"a day less, by sex": {func(in *service.ResidentFiguresInput) { in.By, in.From = &sex, p.dayOf("2026-01-02") }, office.BadInput, 10, ""},
			"an open month":      {func(in *service.ResidentFiguresInput) { in.By, in.Until = &sex, p.dayOf("2026-02-28") }, office.PeriodOpen, 10, ""},
			"no page":            {func(*service.ResidentFiguresInput) {}, office.LimitExceeded, 0, ""},
			"too large a page":   {func(*service.ResidentFiguresInput) {}, office.LimitExceeded, 201, ""},
			"a broken cursor":    {func(*service.ResidentFiguresInput) {}, office.BadInput, 10, "!"},
			"too many of them":   {func(in *service.ResidentFiguresInput) { in.CommunityIDs = make([]string, 101) }, office.LimitExceeded, 10, ""},
		} {
			in := good
			c.change(&in)
			_, err := p.Desk.ResidentFigures(p.As("director"), in, c.first, c.after)
			if err == nil {
				t.Errorf("%s is answered", name)
				continue
			}
			p.refused(err, c.code, "R")
		}
	})
}

// delivers makes a project of a partner: people took part on three days, of two pledges one was withdrawn, of two deliveries one is confirmed.
func (p *people) delivers(ctx context.Context, tx *store.Tx) error {
	clerk, at := p.Staff["clerk-a"].ID, servicetest.Instant(p.t, "2026-01-12 10:00")
	one := tx.Partner.Create().SetCommunityID(p.Community).SetName("单位").SetKind(cobuild.PartnerSocial).SetOffers([]cobuild.ResourceKind{}).SaveX(ctx)
	road := tx.Project.Create().SetCommunityID(p.Community).SetNumber("GJ-2026-001").SetTitle("-").SetKind(cobuild.ProjectRoad).SetOrigin(cobuild.FromPlan).SetStage(cobuild.Proposed).
		SetStageAt(at).SetPlace("-").SetLeadID(clerk).SetPlannedFrom("2026-03-01").SetPlannedUntil("2026-03-02").SetProposedAt(at).SetProposedByID(clerk).SaveX(ctx)
	for day, n := range map[string]int{"2026-01-09": 50, "2026-01-10": 7, "2026-01-31": 5, "2026-02-20": 2, "2026-02-21": 60} {
		tx.Participation.Create().SetCommunityID(p.Community).SetProjectID(road.ID).SetDate(day).SetResidents(n).SetMinutes(n * 10).SetRecordedAt(at).SetRecordedByID(clerk).ExecX(ctx)
	}
	pledged := tx.Pledge.Create().SetCommunityID(p.Community).SetProjectID(road.ID).SetPartnerID(one.ID).SetKind(cobuild.Labour).SetWhat("-").SetQuantity(1).SetUnit("人").
		SetWorthFen(10050).SetPledgedAt(at).SetPledgedByID(clerk).SaveX(ctx)
	tx.Pledge.Create().SetCommunityID(p.Community).SetProjectID(road.ID).SetPartnerID(one.ID).SetKind(cobuild.Labour).SetWhat("-").SetQuantity(1).SetUnit("人").
		SetWorthFen(900).SetPledgedAt(at).SetPledgedByID(clerk).SetWithdrawnAt(at).SetWithdrawnReason("-").ExecX(ctx)
	for _, fen := range []int{6025, 800} {
		d := tx.Delivery.Create().SetCommunityID(p.Community).SetPledgeID(pledged.ID).SetProjectID(road.ID).SetPartnerID(one.ID).SetQuantity(1).SetWorthFen(fen).
			SetDeliveredOn("2026-02-20").SetProof("-").SetReportedAt(at).SetReportedByID(clerk).SaveX(ctx)
		tx.Delivery.UpdateOne(d).SetDecidedAt(at).SetDecidedByID(clerk).SetConfirmed(fen == 6025).ExecX(ctx)
	}
	return nil
}
