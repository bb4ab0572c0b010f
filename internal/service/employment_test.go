package service_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/ent/caseevent"
	"xinxing/ent/reminder"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/program"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
)

// resident opens a new resident's file.
func (p *people) resident(name string) string {
	p.t.Helper()
	made, err := p.Desk.RegisterResident(p.As("clerk-a"), service.RegisterResidentInput{Name: name, ClientMutationID: p.ID()})
	p.ok(err)
	return made.Resident.ID
}

func (p *people) seekerInput(resident string) service.RegisterJobSeekerInput {
	return service.RegisterJobSeekerInput{
		ResidentID: resident, Situations: []employment.Situation{employment.Unemployed}, Residence: employment.ResidenceElsewhere,
		Skills: []string{"消防"}, Wishes: &service.WishesInput{Titles: []string{"保安"}}, Consent: true, ClientMutationID: p.ID(),
	}
}

// seeker registers a resident as a job-seeker of clerk-a.
func (p *people) seeker(resident string) *ent.JobSeeker {
	p.t.Helper()
	made, err := p.Desk.RegisterJobSeeker(p.As("clerk-a"), p.seekerInput(resident))
	p.ok(err)
	return made.JobSeeker
}

func (p *people) seekerNow(s *ent.JobSeeker) *ent.JobSeeker {
	p.t.Helper()
	s, err := p.Desk.Store.Read().JobSeeker.Get(p.System(), s.ID)
	p.ok(err)
	return s
}

func (p *people) seekerRef(s *ent.JobSeeker) service.SeekerRef {
	p.t.Helper()
	return service.SeekerRef{JobSeekerID: s.ID, Version: p.seekerNow(s).Version, ClientMutationID: p.ID()}
}

func (p *people) openingInput(places int) service.SaveOpeningInput {
	return service.SaveOpeningInput{
		Title: "小区保安", Employer: "新兴物业", Sector: employment.SectorProperty, Place: "新兴街道", PayMin: "2800", PayMax: "3200.50", Headcount: places,
		Hours: employment.HoursShifts, Skills: []string{"消防"}, ExpiresOn: p.dayOf("2026-12-31"), ClientMutationID: p.ID(),
	}
}

func (p *people) opening(places int) *ent.Opening {
	p.t.Helper()
	made, err := p.Desk.SaveOpening(p.As("clerk-a"), p.openingInput(places))
	p.ok(err)
	return made.Opening
}

func (p *people) openingNow(o *ent.Opening) *ent.Opening {
	p.t.Helper()
	o, err := p.Desk.Store.Read().Opening.Get(p.System(), o.ID)
	p.ok(err)
	return o
}

func (p *people) refer(s *ent.JobSeeker, o *ent.Opening) error {
	_, err := p.Desk.ReferJobSeeker(p.As("clerk-a"), service.ReferJobSeekerInput{SeekerRef: p.seekerRef(s), OpeningID: o.ID})
	return err
}

// referral is the latest referral of somebody.
func (p *people) referral(s *ent.JobSeeker) *ent.Referral {
	p.t.Helper()
	list, err := p.Desk.ReferralsOf(p.As("clerk-a"), s)
	p.ok(err)
	return list[0]
}

func (p *people) step(s *ent.JobSeeker, to employment.ReferralState, reason string) error {
	in := service.StepReferralInput{SeekerRef: p.seekerRef(s), ReferralID: p.referral(s).ID, State: to, Reason: reason}
	if to == employment.ReferralInterview {
		in.InterviewAt = new(p.Desk.Now().Add(48 * time.Hour))
	}
	_, err := p.Desk.StepReferral(p.As("clerk-a"), in)
	return err
}

// recordKinds are the kinds of a record's journal.
func (p *people) recordKinds(id string) string {
	p.t.Helper()
	list, err := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.RecordID(id)).Order(caseevent.ByNumber()).All(p.System())
	p.ok(err)
	kinds := make([]casework.EventKind, len(list))
	for i, e := range list {
		kinds[i] = e.Kind
		if e.Reason != "" {
			p.t.Errorf("%s tells %q in the journal", e.Kind, e.Reason)
		}
	}
	return fmt.Sprint(kinds)
}

func (p *people) whole() {
	p.t.Helper()
	report, err := p.Desk.Verify(p.System())
	p.ok(err)
	for _, f := range report.Findings {
		p.t.Errorf("%s: %s", f.Receipt, f.What)
	}
}

func TestE1_OneFileForEachResident(t *testing.T) {
	both(t, func(p *people) {
		s := p.seeker(p.Resident.ID)
		p.want("registered", fmt.Sprint(s.State, p.name(s.CounsellorID), s.ConsentedAt != nil, s.Residence), "SEEKINGclerk-atrueELSEWHERE")
		_, err := p.Desk.RegisterJobSeeker(p.As("clerk-b"), p.seekerInput(p.Resident.ID))
		p.refused(err, office.AlreadyDone, "E1")
		in := p.seekerInput(p.resident("王一"))
		in.Situations = nil
		_, err = p.Desk.RegisterJobSeeker(p.As("clerk-a"), in)
		p.refused(err, office.NeedsSituation, "E1")
		_, err = p.Desk.EditJobSeeker(p.As("clerk-b"), service.EditJobSeekerInput{
			SeekerRef: p.seekerRef(s), Situations: []employment.Situation{employment.Aged}, Residence: employment.ResidenceLocal, Skills: []string{" 月嫂 ", "月嫂"},
			Wishes: &service.WishesInput{Pay: new("3000")}, Obstacles: []employment.Obstacle{employment.NightShift},
		})
		p.ok(err)
		s = p.seekerNow(s)
		p.want("edited", fmt.Sprint(s.Situations, s.Skills, s.Wishes.PayFen, s.Obstacles, s.ConsentedAt), "[AGED] [月嫂] 300000 [NIGHT_SHIFT] <nil>")
		p.want("journal", p.recordKinds(s.ID), "[JOB_SEEKER_REGISTERED JOB_SEEKER_EDITED]")
		_, err = p.Desk.EditJobSeeker(p.As("clerk-b"), service.EditJobSeekerInput{SeekerRef: service.SeekerRef{JobSeekerID: s.ID, Version: 1, ClientMutationID: p.ID()}})
		p.refused(err, office.Conflict, "")
		for _, login := range []string{"supervisor", "administrator"} {
			_, err := p.Desk.RegisterJobSeeker(p.As(login), p.seekerInput(p.Resident.ID))
			p.want(login+" is refused", err != nil, true)
			if found, err := p.Desk.Store.Read().JobSeeker.Query().Count(p.As(login)); err == nil && found > 0 {
				t.Errorf("%s sees %d files", login, found)
			}
		}
		p.whole()
	})
}

func TestE2_TheNextStepComesBackOnceInOfficeHours(t *testing.T) {
	both(t, func(p *people) {
		s := p.seeker(p.Resident.ID)
		talk := func(on string) {
			day := p.dayOf(on)
			_, err := p.Desk.RecordTalk(p.As("clerk-b"), service.RecordTalkInput{
				SeekerRef: p.seekerRef(s), Way: employment.TalkVisit, Advised: "先易后难，先就业再择业", NextStep: "陪同参加招聘会", NextOn: &day,
			})
			p.ok(err)
		}
		talk("2026-03-08") // a Sunday
		if _, err := p.Desk.RecordTalk(p.As("clerk-b"), service.RecordTalkInput{SeekerRef: p.seekerRef(s), Way: employment.TalkPhone, Advised: "x", NextStep: "y"}); !servicetest.Refused(err, office.BadInput, "E2") {
			t.Errorf("a next step without a day: %v", err)
		}
		due, err := p.Desk.NextAlarm(p.System())
		p.ok(err)
		waits, err := p.Desk.Store.Read().Reminder.Query().Only(p.System())
		p.ok(err)
		p.want("comes back on Monday morning", waits.At.In(time.FixedZone("", 8*3600)).Format("Mon 15:04"), "Mon 08:30")
		p.want("the engine wakes for it", due.After(waits.At), false)
		p.Clock.Set(waits.At.Add(-time.Minute))
		p.fire()
		p.want("not before", p.recordKinds(s.ID), "[JOB_SEEKER_REGISTERED TALKED]")
		p.Clock.Set(waits.At.Add(12 * time.Hour)) // the engine was off, and the office is closed
		p.fire()
		p.want("not at night", p.recordKinds(s.ID), "[JOB_SEEKER_REGISTERED TALKED]")
		p.At("2026-03-10 09:00")
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				if _, err := p.Desk.FireDue(p.System()); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		p.want("once", p.recordKinds(s.ID), "[JOB_SEEKER_REGISTERED TALKED TALK_DUE]")
		mine, err := p.Desk.MyWarnings(p.As("clerk-a"), 20)
		p.ok(err)
		i := slices.IndexFunc(mine, func(w *service.DeadlineEvent) bool { return w.Kind == casework.AlarmReminder })
		if i < 0 {
			t.Fatal("the counsellor is not told")
		}
		w := mine[i]
		p.want("told", fmt.Sprint(string(*w.About)+" ", *w.RecordID == s.ID, w.CaseID == nil, w.Title == p.Resident.Name, w.Responsible.ID == s.CounsellorID), "TALK_DUE true true true true")
		others, err := p.Desk.MyWarnings(p.As("clerk-b"), 20)
		p.ok(err)
		p.want("nobody else", len(others), 0)
		talks, err := p.Desk.TalksOf(p.As("clerk-a"), s)
		p.ok(err)
		_, err = p.Desk.FinishTalk(p.As("clerk-a"), service.FinishTalkInput{SeekerRef: p.seekerRef(s), TalkID: talks[0].ID, Result: "已参加"})
		p.ok(err)
		_, err = p.Desk.FinishTalk(p.As("clerk-a"), service.FinishTalkInput{SeekerRef: p.seekerRef(s), TalkID: talks[0].ID, Result: "已参加"})
		p.refused(err, office.AlreadyDone, "E2")
		p.whole()
	})
}

func TestE2_WhatIsDoneOrHandedOnComesBackToNobodyElse(t *testing.T) {
	both(t, func(p *people) {
		s := p.seeker(p.Resident.ID)
		for _, on := range []string{"2026-03-05", "2026-03-06"} {
			day := p.dayOf(on)
			_, err := p.Desk.RecordTalk(p.As("clerk-a"), service.RecordTalkInput{SeekerRef: p.seekerRef(s), Way: employment.TalkPhone, Advised: "技能培训", NextStep: on, NextOn: &day})
			p.ok(err)
		}
		talks, err := p.Desk.TalksOf(p.As("clerk-a"), s)
		p.ok(err)
		first := talks[slices.IndexFunc(talks, func(c *ent.Counselling) bool { return c.NextOn == "2026-03-05" })]
		_, err = p.Desk.FinishTalk(p.As("clerk-a"), service.FinishTalkInput{SeekerRef: p.seekerRef(s), TalkID: first.ID, Result: "已报名"})
		p.ok(err)
		_, err = p.Desk.SetCounsellor(p.As("leader"), service.SetCounsellorInput{SeekerRef: p.seekerRef(s), CounsellorID: p.Staff["clerk-b"].ID})
		p.ok(err)
		p.At("2026-03-06 10:00")
		p.fire()
		told := func(login string) int {
			mine, err := p.Desk.MyWarnings(p.As(login), 20)
			p.ok(err)
			return len(mine)
		}
		p.want("told", fmt.Sprint(told("clerk-a"), told("clerk-b")), "0 1")
		waiting, err := p.Desk.Store.Read().Reminder.Query().Where(reminder.Pending(true)).Count(p.System())
		p.ok(err)
		p.want("waiting", waiting, 0)
	})
}

// A reminder that cannot fall holds up nobody else's, in no other community (E2).
func TestE2_AReminderThatFailsHoldsUpNoOtherCommunity(t *testing.T) {
	both(t, func(p *people) {
		s := p.seeker(p.Resident.ID)
		day := p.dayOf("2026-03-06")
		_, err := p.Desk.RecordTalk(p.As("clerk-a"), service.RecordTalkInput{SeekerRef: p.seekerRef(s), Way: employment.TalkPhone, Advised: "技能培训", NextStep: "报名", NextOn: &day})
		p.ok(err)
		p.ok(p.Desk.Store.Act(p.System(), p.Neighbour, func(ctx context.Context, tx *store.Tx) error {
			return tx.Reminder.Create().SetCommunityID(p.Neighbour).SetRecordID("job_NOBODY").SetSubjectID("cns_NOTHING").SetKind(casework.EventTalkDue).
				SetStaffID(p.Staff["neighbour"].ID).SetAt(servicetest.Instant(p.t, "2026-03-05 09:00")).Exec(ctx)
		}))
		p.At("2026-03-06 10:00")
		if _, err := p.Desk.FireDue(p.System()); err == nil || !strings.Contains(err.Error(), p.Neighbour) {
			t.Errorf("the engine says %v", err)
		}
		p.want("told", p.recordKinds(s.ID), "[JOB_SEEKER_REGISTERED TALKED TALK_DUE]")
	})
}

func TestE4_FromReferralToWorkAndFollowUps(t *testing.T) {
	both(t, func(p *people) {
		s, o := p.seeker(p.Resident.ID), p.opening(1)
		matches, err := p.Desk.MatchesOf(p.As("clerk-a"), s, 20)
		p.ok(err)
		p.want("matches", fmt.Sprint(len(matches), matches[0].Score, matches[0].Referred), "1 30 false")
		p.ok(p.refer(s, o))
		p.refused(p.refer(s, o), office.AlreadyDone, "E4")
		p.refused(p.step(s, employment.ReferralNotHired, ""), office.NeedsReason, "E4")
		p.ok(p.step(s, employment.ReferralInterview, ""))
		p.ok(p.step(s, employment.ReferralHired, ""))
		p.refused(p.step(s, employment.ReferralDeclined, "x"), office.AlreadyDone, "E4")
		p.want("employed", p.seekerNow(s).State, employment.SeekerEmployed)
		p.want("filled", p.recordKinds(o.ID), "[OPENING_ENTERED HIRED OPENING_FILLED]")
		other := p.seeker(p.resident("王二"))
		p.refused(p.refer(other, o), office.TooLate, "E3")
		checks, err := p.Desk.FollowUpsOf(p.As("clerk-a"), s)
		p.ok(err)
		days := ""
		for _, f := range checks {
			days += fmt.Sprint(f.Months, " ", f.DueOn, " ")
		}
		p.want("follow-ups", days, "1 2026-03-26 3 2026-05-26 6 2026-08-26 ")
		follow := func(i int, employed bool) error {
			_, err := p.Desk.RecordFollowUp(p.As("clerk-a"), service.RecordFollowUpInput{SeekerRef: p.seekerRef(s), FollowUpID: checks[i].ID, Employed: employed})
			return err
		}
		p.refused(follow(0, true), office.BadInput, "E4")
		p.At("2026-03-26 09:00")
		p.fire()
		p.ok(follow(0, true))
		p.refused(follow(0, true), office.AlreadyDone, "E4")
		p.At("2026-05-20 09:00")
		p.ok(follow(1, false)) // lost the work
		p.refused(follow(2, true), office.AlreadyDone, "E4")
		p.want("looks for work again", p.seekerNow(s).State, employment.SeekerSeeking)
		p.At("2026-08-26 09:00")
		p.fire()
		p.want("journal", p.recordKinds(s.ID), "[JOB_SEEKER_REGISTERED REFERRED INTERVIEW_SET HIRED JOB_SEEKER_STATE FOLLOW_UP_DUE FOLLOWED_UP FOLLOWED_UP JOB_SEEKER_STATE]")
		p.whole()
	})
}

func TestE4_ConsentAndObstacles(t *testing.T) {
	both(t, func(p *people) {
		in := p.seekerInput(p.Resident.ID)
		in.Consent = false
		made, err := p.Desk.RegisterJobSeeker(p.As("clerk-a"), in)
		p.ok(err)
		p.refused(p.refer(made.JobSeeker, p.opening(1)), office.NeedsProof, "E1")
		in = p.seekerInput(p.resident("王三"))
		in.Obstacles = []employment.Obstacle{employment.NightShift}
		made, err = p.Desk.RegisterJobSeeker(p.As("clerk-a"), in)
		p.ok(err)
		night := p.openingInput(2)
		night.Demands = in.Obstacles
		o, err := p.Desk.SaveOpening(p.As("clerk-a"), night)
		p.ok(err)
		p.refused(p.refer(made.JobSeeker, o.Opening), office.RefusedState, "E4")
		matches, err := p.Desk.MatchesFor(p.As("clerk-a"), o.Opening, 20)
		p.ok(err)
		p.want("told as excluded, last", fmt.Sprint(len(matches), matches[0].Excluded, matches[1].Excluded), "2 false true")
	})
}

// The last place goes to one of all who are hired at once.
func TestE4_TheLastPlaceAtOnce(t *testing.T) {
	both(t, func(p *people) {
		o := p.opening(2)
		var all []*ent.JobSeeker
		for i := range 5 {
			s := p.seeker(p.resident("王小" + string([]rune("甲乙丙丁戊")[i])))
			p.ok(p.refer(s, o))
			all = append(all, s)
		}
		var wg sync.WaitGroup
		errs := make([]error, len(all))
		for i, s := range all {
			in := service.StepReferralInput{SeekerRef: p.seekerRef(s), ReferralID: p.referral(s).ID, State: employment.ReferralHired}
			wg.Go(func() { _, errs[i] = p.Desk.StepReferral(p.As("clerk-a"), in) })
		}
		wg.Wait()
		hired := 0
		for _, err := range errs {
			if err == nil {
				hired++
			} else if !servicetest.Refused(err, office.LimitExceeded, "E3") {
				t.Error(err)
			}
		}
		p.want("hired", fmt.Sprint(hired, p.openingNow(o).Hired, p.openingNow(o).ClosedAt != nil), "2 2 true")
		p.whole()
	})
}

func TestE6_GreenCasesComeFirstWithinTheirDueDayAndCostNothing(t *testing.T) {
	both(t, func(p *people) {
		plain, green := p.resident("赵甲"), p.resident("赵乙")
		open := func(resident, item string) *ent.CaseFile {
			in := p.openInput(item)
			in.ResidentID = &resident
			return p.done(p.Desk.OpenCase(p.As("clerk-a"), in))
		}
		before := open(green, "DJ-01")
		p.want("not green yet", before.Green, false)
		first := open(plain, "SQ-01")
		s := p.seeker(green)
		after := open(green, "DJ-01")
		for _, c := range []*ent.CaseFile{first, before, after} {
			p.promise("clerk-a", c, 2)
		}
		p.want("green", fmt.Sprint(p.now(before).Green, p.now(first).Green, p.now(after).Green), "true false true")
		p.want("the deadline stays", p.now(after).DueAt.Equal(p.now(first).DueAt), true)
		sooner := p.promise("clerk-a", open(plain, "SQ-01"), 1)
		names := map[string]string{before.ID: "green", after.ID: "green", first.ID: "first", sooner.ID: "sooner"}
		var order []string
		var place *service.Place
		for { // one by one, as the pages turn
			list, _, err := p.Desk.Cases(p.As("clerk-a"), &service.CaseFilter{Open: new(true)}, service.OrderDue, 1, place)
			p.ok(err)
			if len(list) == 0 {
				break
			}
			order = append(order, names[list[0].ID])
			place = &service.Place{At: list[0].QueueAt, ID: list[0].ID}
			if len(list) == 1 {
				break
			}
		}
		p.want("order", fmt.Sprint(order), "[sooner green green first]")
		_, err := p.Desk.Charge(p.As("clerk-a"), service.ChargeInput{CaseRef: p.ref(after), Amount: "1", BillNo: "1"})
		p.refused(err, office.OverStandard, "E6")
		_, err = p.Desk.SetJobSeekerState(p.As("clerk-a"), service.SetJobSeekerStateInput{SeekerRef: p.seekerRef(s), State: employment.SeekerLeft, Reason: "迁出"})
		p.ok(err)
		p.want("left", fmt.Sprint(p.now(after).Green, p.now(after).QueueAt.Equal(p.now(after).DueAt)), "false true")
		p.whole()
	})
}

// What the statements count is what the rule counts over the same histories, whatever they are (E7).
func TestE7_TheStatementsCountWhatTheRuleCounts(t *testing.T) {
	both(t, func(p *people) {
		luck := rand.New(rand.NewPCG(7, 7))
		day := func() time.Time { return p.Desk.Now().Add(time.Duration(luck.IntN(300)) * 24 * time.Hour) }
		var histories []employment.History
		c, ctx := p.Desk.Store, p.System()
		p.ok(c.Act(ctx, p.Community, func(ctx context.Context, tx *store.Tx) error {
			o := tx.Opening.Create().SetCommunityID(p.Community).SetTitle("-").SetEmployer("-").SetSector(employment.SectorCare).SetPlace("-").SetPayMinFen(0).SetPayMaxFen(0).
				SetHeadcount(900).SetHours(employment.HoursFullTime).SetSkills([]string{}).SetDemands([]employment.Obstacle{}).SetExpiresOn("2026-12-31").
				SetEnteredAt(p.Desk.Now()).SetEnteredByID(p.Staff["clerk-a"].ID).SaveX(ctx)
			for i := range 40 {
				person := tx.Resident.Create().SetCommunityID(p.Community).SetName("某人").SetCreatedAt(p.Desk.Now()).SaveX(ctx)
				h := employment.History{Registered: day()}
				s := tx.JobSeeker.Create().SetCommunityID(p.Community).SetResidentID(person.ID).SetCounsellorID(p.Staff["clerk-a"].ID).SetRegisteredAt(h.Registered).
					SetRegisteredByID(p.Staff["clerk-a"].ID).SetSituations([]employment.Situation{employment.Unemployed}).SetResidence(employment.ResidenceLocal).SetSkills([]string{}).
					SetWishes(employment.Wishes{}).SetObstacles([]employment.Obstacle{}).SetBenefits([]string{}).SetState(employment.SeekerSeeking).SetStateAt(h.Registered).SaveX(ctx)
				for range luck.IntN(4) {
					at := day()
					h.Talks = append(h.Talks, at)
					tx.Counselling.Create().SetCommunityID(p.Community).SetJobSeekerID(s.ID).SetTalkedByID(p.Staff["clerk-a"].ID).SetHeldAt(at).SetWay(employment.TalkPhone).
						SetAdvised("-").SetRecordedAt(at).ExecX(ctx)
				}
				for n := range luck.IntN(3) {
					class := tx.Program.Create().SetCommunityID(p.Community).SetKind([]program.Kind{program.Training, program.PolicyTalk}[luck.IntN(2)]).SetTitle("-").SetPlace("-").
						SetOrganiserID(p.Staff["clerk-a"].ID).SetState(program.Held).SetCapacity(9).SetEnrolUntil(p.Desk.Now()).SetFromAt(p.Desk.Now()).SetUntilAt(day()).SaveX(ctx)
					passed := luck.IntN(2) == 0
					tx.Enrolment.Create().SetCommunityID(p.Community).SetProgramID(class.ID).SetTicket(n + 1).SetResidentID(person.ID).SetName("-").SetPhoneSealed("-").SetPhoneMask("-").
						SetPhoneHash(fmt.Sprint(i, n)).SetWay(program.ByStaff).SetState(program.Seated).SetEnrolledAt(p.Desk.Now()).SetPassed(passed).ExecX(ctx)
					if passed && class.Kind == program.Training {
						h.Trained = append(h.Trained, class.UntilAt)
					}
				}
				for range luck.IntN(3) {
					sent, decided := day(), day()
					h.Referred = append(h.Referred, sent)
					state := []employment.ReferralState{employment.ReferralNotHired, employment.ReferralDeclined, employment.ReferralHired}[luck.IntN(3)]
					if state == employment.ReferralHired && len(h.Hired) > 0 {
						state = employment.ReferralNotHired
					}
					r := tx.Referral.Create().SetCommunityID(p.Community).SetJobSeekerID(s.ID).SetOpeningID(o.ID).SetState(state).SetReferredAt(sent).
						SetReferredByID(p.Staff["clerk-a"].ID).SetScore(0).SetReasons([]employment.Reason{}).SetDecidedAt(decided).SaveX(ctx)
					if state != employment.ReferralHired {
						continue
					}
					h.Hired = append(h.Hired, decided)
					for _, months := range []int{1, 3, 6} {
						create := tx.FollowUp.Create().SetCommunityID(p.Community).SetReferralID(r.ID).SetJobSeekerID(s.ID).SetMonths(months).SetDueOn("2026-05-01")
						if at := day(); luck.IntN(3) > 0 {
							still := luck.IntN(2) == 0
							create.SetDoneAt(at).SetDoneByID(p.Staff["clerk-a"].ID).SetEmployed(still)
							if still && months == 3 {
								h.Kept3 = append(h.Kept3, at)
							} else if still && months == 6 {
								h.Kept6 = append(h.Kept6, at)
							}
						}
						create.ExecX(ctx)
					}
				}
				histories = append(histories, h)
			}
			return nil
		}))
		seen := employment.Figures{}
		zone := time.FixedZone("", 8*3600)
		for range 40 {
			from := workday.DateOf(day(), zone)
			until := from.AddDays(luck.IntN(120))
			got, err := p.Desk.EmploymentFigures(p.As("leader"), from, until)
			p.ok(err)
			midnight := func(d workday.Date) time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, zone) }
			if want := employment.Count(midnight(from), midnight(until.AddDays(1)), histories); *got != want {
				t.Fatalf("%s–%s: %+v, want %+v", from, until, *got, want)
			}
			seen.Trained, seen.Kept6 = seen.Trained+got.Trained, seen.Kept6+got.Kept6
		}
		if seen.Trained == 0 || seen.Kept6 == 0 {
			t.Error("the histories tried nothing")
		}
		_, err := p.Desk.EmploymentFigures(p.As("leader"), p.dayOf("2026-01-01"), p.dayOf("2027-06-01"))
		p.refused(err, office.LimitExceeded, "E7")
	})
}

func TestE4_VerifyFindsDamageOfTheRegisters(t *testing.T) {
	for name, statement := range map[string]string{
		"1 were hired for 3 places, it counts 2":          "UPDATE openings SET hired = 2",
		"the case's head is not the journal's last entry": "UPDATE job_seekers SET head = 'x'",
		"the journal has 3 entries, the case counts 2":    "UPDATE openings SET events = 2",
		"but the resident is on the register: true":       "UPDATE cases SET green = false, queue_at = due_at",
		"1 were hired for 3 places, it counts 0":          "UPDATE openings SET hired = 0",
		"0 were hired for 3 places, it counts 1":          "UPDATE referrals SET state = 'DECLINED'",
		"but the resident is on the register: false":      "UPDATE job_seekers SET state = 'LEFT'",
		"entry 1 was changed":                             "UPDATE case_events SET reason = 'x' WHERE record_id IN (SELECT id FROM job_seekers) AND number = 1",
	} {
		t.Run(name, func(t *testing.T) {
			both(t, func(p *people) {
				s, o := p.seeker(p.Resident.ID), p.opening(3)
				p.open("clerk-a", "SQ-01")
				p.ok(p.refer(s, o))
				p.ok(p.step(s, employment.ReferralHired, ""))
				_, err := p.Desk.SaveOpening(p.As("clerk-a"), func() service.SaveOpeningInput {
					in := p.openingInput(3)
					in.OpeningID, in.Version = &o.ID, new(p.openingNow(o).Version)
					return in
				}())
				p.ok(err)
				p.whole()
				p.damage(statement)
				report, err := p.Desk.Verify(p.System())
				p.ok(err)
				for _, f := range report.Findings {
					if strings.Contains(f.What, name) {
						return
					}
				}
				t.Errorf("%+v", report.Findings)
			})
		})
	}
}
