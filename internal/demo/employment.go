package demo

import (
	"time"

	"xinxing/ent/jobseeker"
	"xinxing/ent/referral"
	"xinxing/internal/demo/data"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
)

// work is an opening of the demo.
type work struct {
	title, employer, place string
	sector                 employment.Sector
	hours                  employment.Hours
	from, to               string
	places                 int
	skills                 []string
	demands                []employment.Obstacle
}

var works = []work{
	{"小区保安", "新兴物业服务公司", "新兴街道", employment.SectorProperty, employment.HoursShifts, "2600", "3000", 4, []string{"保安员证"}, []employment.Obstacle{employment.NightShift, employment.Standing}},
	{"门岗值班员", "新兴物业服务公司", "新兴街道", employment.SectorProperty, employment.HoursFullTime, "2400", "2600", 2, nil, nil},
	{"楼道保洁", "洁净家保洁队", "新兴街道", employment.SectorProperty, employment.HoursPartTime, "1500", "1800", 6, nil, []employment.Obstacle{employment.Standing}},
	{"家政服务员", "暖心家政服务部", "市区", employment.SectorHousekeeping, employment.HoursFlexible, "3000", "4500", 8, []string{"家政服务员证"}, nil},
	{"月嫂", "暖心家政服务部", "市区", employment.SectorHousekeeping, employment.HoursFullTime, "5000", "8000", 3, []string{"母婴护理证"}, []employment.Obstacle{employment.NightShift}},
	{"养老护理员", "松江养老服务中心", "江北", employment.SectorCare, employment.HoursShifts, "2800", "3600", 5, []string{"养老护理员证"}, []employment.Obstacle{employment.HeavyWork}},
	{"托育助理", "小脚丫托育园", "新兴街道", employment.SectorCare, employment.HoursFullTime, "2600", "3200", 2, []string{"育婴员证"}, nil},
	{"超市收银员", "惠民超市", "新兴街道", employment.SectorCommerce, employment.HoursShifts, "2500", "2900", 3, []string{"收银"}, []employment.Obstacle{employment.Standing, employment.Weekend}},
	{"理货员", "惠民超市", "新兴街道", employment.SectorCommerce, employment.HoursFullTime, "2400", "2700", 2, nil, []employment.Obstacle{employment.HeavyWork}},
	{"面点师傅", "老街早餐店", "新兴街道", employment.SectorCatering, employment.HoursFullTime, "3500", "4500", 1, []string{"面点"}, nil},
	{"后厨帮工", "江城饭店", "市区", employment.SectorCatering, employment.HoursFullTime, "2600", "3000", 3, nil, []employment.Obstacle{employment.Standing}},
	{"快递分拣", "顺路快递站", "江北", employment.SectorLogistics, employment.HoursShifts, "3200", "4200", 6, nil, []employment.Obstacle{employment.NightShift, employment.HeavyWork}},
	{"社区公益岗位（环境维护）", "新兴社区居民委员会", "新兴街道", employment.SectorPublicWelfare, employment.HoursPartTime, "1880", "1880", 4, nil, nil},
	{"缝纫工", "江北服装厂", "江北", employment.SectorIndustry, employment.HoursFullTime, "3000", "4000", 5, []string{"缝纫"}, nil},
	{"大棚种植工", "城郊蔬菜合作社", "城郊", employment.SectorFarming, employment.HoursFullTime, "2400", "2800", 3, nil, []employment.Obstacle{employment.HeavyWork}},
}

// wanting is a job-seeker of the demo.
type wanting struct {
	situations []employment.Situation
	residence  employment.Residence
	skills     []string
	titles     []string
	sectors    []employment.Sector
	pay        string
	obstacles  []employment.Obstacle
	benefits   []string
	consent    bool
}

var wantings = []wanting{
	{[]employment.Situation{employment.Unemployed, employment.Aged}, employment.ResidenceLocal, []string{"保安员证"}, []string{"保安", "门岗"}, []employment.Sector{employment.SectorProperty}, "2400", nil, []string{"社会保险补贴"}, true},
	{[]employment.Situation{employment.Hardship}, employment.ResidenceLocal, []string{"家政服务员证"}, []string{"家政"}, []employment.Sector{employment.SectorHousekeeping}, "3000", nil, nil, true},
	{[]employment.Situation{employment.ZeroEmploymentFamily}, employment.ResidenceLocal, nil, []string{"保洁", "公益岗位"}, []employment.Sector{employment.SectorPublicWelfare}, "1500", []employment.Obstacle{employment.NightShift}, []string{"低保"}, true},
	{[]employment.Situation{employment.Migrant}, employment.ResidenceElsewhere, []string{"面点"}, []string{"面点", "后厨"}, []employment.Sector{employment.SectorCatering}, "3500", nil, nil, true},
	{[]employment.Situation{employment.Unemployed}, employment.ResidenceLocal, []string{"收银", "电脑"}, []string{"收银"}, []employment.Sector{employment.SectorCommerce}, "2500", []employment.Obstacle{employment.NightShift}, nil, true},
	{[]employment.Situation{employment.Disabled}, employment.ResidenceLocal, []string{"电脑"}, []string{"值班"}, nil, "2000", []employment.Obstacle{employment.Standing, employment.HeavyWork}, []string{"残疾人两项补贴"}, true},
	{[]employment.Situation{employment.Veteran}, employment.ResidenceLocal, []string{"驾驶证"}, []string{"快递", "保安"}, []employment.Sector{employment.SectorLogistics, employment.SectorProperty}, "3200", nil, nil, true},
	{[]employment.Situation{employment.Graduate}, employment.ResidenceLocal, []string{"育婴员证", "电脑"}, []string{"托育"}, []employment.Sector{employment.SectorCare}, "2600", nil, nil, true},
	{[]employment.Situation{employment.LowIncome, employment.Hardship}, employment.ResidenceLocal, []string{"缝纫"}, []string{"缝纫工"}, []employment.Sector{employment.SectorIndustry}, "2800", nil, []string{"低保", "取暖补贴"}, true},
	{[]employment.Situation{employment.Migrant, employment.Unemployed}, employment.ResidenceElsewhere, []string{"养老护理员证"}, []string{"护理"}, []employment.Sector{employment.SectorCare}, "2800", nil, nil, true},
	{[]employment.Situation{employment.Aged}, employment.ResidenceLocal, nil, []string{"保洁"}, nil, "1500", []employment.Obstacle{employment.HeavyWork}, nil, false},
	{[]employment.Situation{employment.Unemployed}, employment.ResidenceElsewhere, []string{"母婴护理证"}, []string{"月嫂"}, []employment.Sector{employment.SectorHousekeeping}, "5000", nil, nil, true},
	{[]employment.Situation{employment.Hardship}, employment.ResidenceLocal, nil, []string{"理货", "后厨"}, nil, "2400", nil, nil, true},
	{[]employment.Situation{employment.Unemployed, employment.LowIncome}, employment.ResidenceLocal, nil, []string{"种植"}, []employment.Sector{employment.SectorFarming}, "2400", []employment.Obstacle{employment.NightShift, employment.Computer}, nil, true},
}

var advice = []string{
	"分析本人年龄、技能和身体情况，建议先到家门口的服务业岗位，先就业再择业。",
	"讲解社会保险补贴和公益性岗位政策，消除“只想坐办公室”的顾虑。",
	"谈家政、养老护理行业前景，介绍同小区居民转行的实例。",
	"帮助修改简历，练习面试问答，约定一同参加招聘会。",
}

var nextSteps = []string{"陪同参加街道招聘会", "报名免费技能培训", "电话询问面试结果", "上门送岗位清单"}

// employ tells the story of the re-employment green channel over the year: openings, registrations, talks with their next
// steps, referrals, work and follow-ups (E1–E4).
func (w *world) employ(begin time.Time) {
	luck := newDice(seed + 2)
	span := w.now.Sub(begin)
	moment := func(part float64) time.Time {
		at, err := w.office.Calendar.AddHours(begin.Add(time.Duration(part*float64(span))), luck.between(time.Minute, 5*time.Hour))
		if err != nil || at.At.After(w.now) {
			return w.before(time.Hour)
		}
		return at.At
	}
	for i, x := range works {
		until := 14
		if i%5 == 4 {
			until = 2
		}
		w.queue.add(moment(0.02+0.05*float64(i)), func() error {
			_, err := w.d.SaveOpening(w.as(w.clerk(luck)), service.SaveOpeningInput{
				Title: x.title, Employer: x.employer, Sector: x.sector, Place: x.place, PayMin: x.from, PayMax: x.to, Headcount: x.places, Hours: x.hours,
				Skills: x.skills, Demands: x.demands, ContactName: "人事", ContactPhone: "0432-20008888",
				ExpiresOn: w.today().AddMonths(until), ClientMutationID: w.key(),
			})
			return tolerate(err)
		})
	}
	for i, x := range wantings {
		person := w.people[(i*17+3)%len(w.people)]
		w.queue.add(moment(0.1+0.85*float64(i)/float64(len(wantings))), func() error {
			by := w.clerk(luck)
			made, err := w.d.RegisterJobSeeker(w.as(by), service.RegisterJobSeekerInput{
				ResidentID: person, Situations: x.situations, Residence: x.residence, Skills: x.skills,
				Wishes:    &service.WishesInput{Titles: x.titles, Sectors: x.sectors, Pay: &x.pay},
				Obstacles: x.obstacles, Benefits: x.benefits, Consent: x.consent, ClientMutationID: w.key(),
			})
			if err != nil {
				return tolerate(err)
			}
			w.talk(made.JobSeeker.ID, luck)
			return nil
		})
	}
	for i, before := range []time.Duration{3 * time.Hour, 7 * time.Hour, 11 * time.Hour} {
		w.queue.add(w.before(before), func() error { return tolerate(w.green(w.people[(i*2*17+3)%len(w.people)], luck)) })
	}
}

// green opens a case of a job-seeker, and promises it (E6).
func (w *world) green(resident string, luck *dice) error {
	by := w.as(w.clerk(luck))
	in := service.OpenCaseInput{
		Channel: casework.ChannelVisit, ResidentID: &resident, Situation: "在本社区登记求职", Demand: "申请开具就业失业登记所需的居住证明", ClientMutationID: w.key(),
	}
	for _, i := range w.office.Items {
		if i.LimitDays > 2 && i.Kind != casework.ItemNotIssued && !i.Immediate && (in.ItemID == nil || i.ID < *in.ItemID) {
			in.ItemID = &i.ID
		}
	}
	made, err := w.d.OpenCase(by, in)
	if err != nil {
		return err
	}
	_, ref, err := w.read(made.Case.ID)
	if err != nil {
		return err
	}
	_, err = w.d.PromiseCase(by, service.PromiseCaseInput{CaseRef: ref, WorkingDays: 2, ToldWay: casework.TellInPerson})
	return err
}

// after is so much working time after the story's instant, by dice of its own: the rest of the story stays as it was.
func (w *world) after(luck *dice, from, to time.Duration) time.Time {
	d, err := w.office.Calendar.AddHours(w.clock.at, luck.between(from, to))
	if err != nil {
		return w.now.Add(time.Hour)
	}
	return d.At
}

// clerk is somebody on duty who works at the window.
func (w *world) clerk(luck *dice) string {
	for {
		s := pick(luck, data.AllStaff())
		if m := w.logins[s.Login]; s.Role == data.Clerk && w.state(m.ID) == duty.OnDuty {
			return m.ID
		}
	}
}

func (w *world) today() workday.Date {
	return workday.DateOf(w.clock.at, w.office.Calendar.Location())
}

// seeker names a job-seeker for an act, and gives the counsellor.
func (w *world) seeker(id string) (service.SeekerRef, string, error) {
	s, err := w.d.Store.Read().JobSeeker.Query().Where(jobseeker.ID(id)).Only(w.ctx)
	if err != nil {
		return service.SeekerRef{}, "", err
	}
	return service.SeekerRef{JobSeekerID: id, Version: s.Version, ClientMutationID: w.key()}, s.CounsellorID, nil
}

// talk is a talk with a job-seeker some days later, its next step, and after it a referral.
func (w *world) talk(id string, luck *dice) {
	w.queue.add(w.after(luck, 4*time.Hour, 40*time.Hour), func() error {
		ref, by, err := w.seeker(id)
		if err != nil {
			return err
		}
		next := w.today().AddDays(3 + luck.IntN(12))
		if _, err := w.d.RecordTalk(w.as(by), service.RecordTalkInput{
			SeekerRef: ref, Way: pick(luck, []employment.TalkWay{employment.TalkVisit, employment.TalkPhone, employment.TalkHome}),
			Advised: pick(luck, advice), NextStep: pick(luck, nextSteps), NextOn: &next,
		}); err != nil {
			return tolerate(err)
		}
		w.queue.add(w.after(luck, 50*time.Hour, 90*time.Hour), func() error { return w.finishTalk(id) })
		w.queue.add(w.after(luck, 8*time.Hour, 60*time.Hour), func() error { return w.refer(id, luck) })
		return nil
	})
}

func (w *world) finishTalk(id string) error {
	ref, by, err := w.seeker(id)
	if err != nil {
		return err
	}
	s, err := w.d.Store.Read().JobSeeker.Get(w.ctx, id)
	if err != nil {
		return err
	}
	talks, err := w.d.TalksOf(w.as(by), s)
	if err != nil || len(talks) == 0 || talks[0].DoneAt != nil {
		return err
	}
	_, err = w.d.FinishTalk(w.as(by), service.FinishTalkInput{SeekerRef: ref, TalkID: talks[0].ID, Result: "已办妥，本人态度积极。"})
	return tolerate(err)
}

// refer sends somebody to the best opening, and some days later says what came of it.
func (w *world) refer(id string, luck *dice) error {
	ref, by, err := w.seeker(id)
	if err != nil {
		return err
	}
	s, err := w.d.Store.Read().JobSeeker.Get(w.ctx, id)
	if err != nil {
		return err
	}
	matches, err := w.d.MatchesOf(w.as(by), s, 3)
	if err != nil {
		return err
	}
	for _, m := range matches {
		if m.Excluded || m.Referred || m.Score < 10 {
			continue
		}
		if _, err := w.d.ReferJobSeeker(w.as(by), service.ReferJobSeekerInput{SeekerRef: ref, OpeningID: m.Opening.ID}); err != nil {
			return tolerate(err)
		}
		w.queue.add(w.after(luck, 8*time.Hour, 30*time.Hour), func() error { return w.interview(id, luck) })
		return nil
	}
	return nil
}

func (w *world) latest(id string) (string, error) {
	list, err := w.d.Store.Read().Referral.Query().Where(referral.JobSeekerID(id), referral.DecidedAtIsNil()).Limit(1).IDs(w.ctx)
	if err != nil || len(list) == 0 {
		return "", err
	}
	return list[0], nil
}

func (w *world) interview(id string, luck *dice) error {
	ref, by, err := w.seeker(id)
	if err != nil {
		return err
	}
	to, err := w.latest(id)
	if err != nil || to == "" {
		return err
	}
	at := w.after(luck, 8*time.Hour, 24*time.Hour)
	if _, err := w.d.StepReferral(w.as(by), service.StepReferralInput{SeekerRef: ref, ReferralID: to, State: employment.ReferralInterview, InterviewAt: &at}); err != nil {
		return tolerate(err)
	}
	w.queue.add(w.after(luck, 26*time.Hour, 60*time.Hour), func() error {
		ref, by, err := w.seeker(id)
		if err != nil {
			return err
		}
		in := service.StepReferralInput{SeekerRef: ref, ReferralID: to, State: employment.ReferralHired}
		switch {
		case luck.chance(15):
			in.State, in.Reason = employment.ReferralNotHired, "用人单位要求有经验"
		case luck.chance(12):
			in.State, in.Reason = employment.ReferralDeclined, "路程太远，照顾不了老人"
		}
		if _, err := w.d.StepReferral(w.as(by), in); err != nil {
			return tolerate(err)
		}
		if in.State != employment.ReferralHired {
			w.queue.add(w.after(luck, 20*time.Hour, 80*time.Hour), func() error { return w.refer(id, luck) })
			return nil
		}
		for _, c := range employment.FollowUps(w.today()) {
			on := c.On.AddDays(3)
			at := w.office.Calendar.NextOpen(time.Date(on.Year, on.Month, on.Day, 9, 30, 0, 0, w.office.Calendar.Location()))
			w.queue.add(at, func() error { return w.followUp(id, luck) })
		}
		return nil
	})
	return nil
}

// followUp asks whether the person still has the work, of the first follow-up that is due.
func (w *world) followUp(id string, luck *dice) error {
	ref, by, err := w.seeker(id)
	if err != nil {
		return err
	}
	s, err := w.d.Store.Read().JobSeeker.Get(w.ctx, id)
	if err != nil {
		return err
	}
	checks, err := w.d.FollowUpsOf(w.as(by), s)
	if err != nil {
		return err
	}
	for _, f := range checks {
		if f.DoneAt != nil || f.DueOn > w.today().String() {
			continue
		}
		in := service.RecordFollowUpInput{SeekerRef: ref, FollowUpID: f.ID, Employed: !luck.chance(12), Note: "电话回访，工资按时发放。"}
		if !in.Employed {
			in.Note = "家中有事，已辞职，希望再找一份离家近的。"
		}
		_, err := w.d.RecordFollowUp(w.as(by), in)
		return tolerate(err)
	}
	return nil
}
