package employment

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"xinxing/internal/office"
	"xinxing/internal/office/workday"
)

var aDay = workday.Date{Year: 2026, Month: time.March, Day: 2}

func TestE4_ReasonsOfAMatch(t *testing.T) {
	guard := Job{
		ID: "o1", Title: "小区保安", Place: "新兴街道", Sector: SectorProperty, Hours: HoursShifts, PayMaxFen: 350000,
		Skills: []string{"保安员证", "消防"}, Demands: []Obstacle{NightShift}, Expires: aDay,
	}
	for _, c := range []struct {
		name     string
		seeker   Seeker
		score    int
		excluded bool
		says     string
	}{
		{"nothing in common", Seeker{}, 0, false, "[SKILL_MISSING:保安员证:0 SKILL_MISSING:消防:0]"},
		{"a skill, whatever its case and spaces", Seeker{Skills: []string{" 消防 ", "消防"}}, 10, false, "[SKILL_MISSING:保安员证:0 SKILL:消防:10]"},
		{
			"all wishes", Seeker{Skills: []string{"保安员证", "消防"}, Wishes: Wishes{
				Titles: []string{"保洁", "保安"}, Sectors: []Sector{SectorProperty}, Places: []string{"新兴"}, Hours: []Hours{HoursShifts}, PayFen: 300000,
			}}, 78, false,
			"[TITLE:保安:20 SECTOR:PROPERTY:12 SKILL:保安员证:10 SKILL:消防:10 PLACE:新兴:8 HOURS:SHIFTS:8 PAY::10]",
		},
		{"pays less than is wished", Seeker{Wishes: Wishes{PayFen: 400000}}, -10, false, "[SKILL_MISSING:保安员证:0 SKILL_MISSING:消防:0 PAY_BELOW::-10]"},
		{"cannot work at night", Seeker{Obstacles: []Obstacle{NightShift}, Wishes: Wishes{Titles: []string{"保安"}}}, 20, true,
			"[OBSTACLE:NIGHT_SHIFT:0 TITLE:保安:20 SKILL_MISSING:保安员证:0 SKILL_MISSING:消防:0]"},
		{"empty wishes wish nothing", Seeker{Wishes: Wishes{Titles: []string{" "}, Places: []string{""}}}, 0, false, "[SKILL_MISSING:保安员证:0 SKILL_MISSING:消防:0]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := Fit(c.seeker, guard)
			var says []string
			for _, r := range m.Reasons {
				says = append(says, fmt.Sprintf("%s:%s:%d", r.Code, r.Word, r.Points))
			}
			if got := fmt.Sprint(says); m.Score != c.score || m.Excluded != c.excluded || got != c.says {
				t.Errorf("score %d, excluded %v, %s", m.Score, m.Excluded, got)
			}
		})
	}
}

var someSkills = rapid.SliceOfN(rapid.SampledFrom([]string{"保安员证", "消防", "电工", "月嫂", "驾驶", "收银"}), 0, 4)

func aSeeker(t *rapid.T, id string) Seeker {
	return Seeker{
		ID: id, Skills: someSkills.Draw(t, "skills"), Obstacles: rapid.SliceOfN(rapid.SampledFrom(obstacles), 0, 2).Draw(t, "obstacles"),
		Wishes: Wishes{
			Titles: rapid.SliceOfN(rapid.SampledFrom([]string{"保安", "保洁", "收银"}), 0, 2).Draw(t, "titles"), Sectors: rapid.SliceOfN(rapid.SampledFrom(sectors), 0, 2).Draw(t, "sectors"),
			Hours: rapid.SliceOfN(rapid.SampledFrom(hourKinds), 0, 2).Draw(t, "hours"), PayFen: rapid.IntRange(0, 5).Draw(t, "pay") * 100000,
		},
		Since: aDay.AddDays(rapid.IntRange(0, 2).Draw(t, "since")),
	}
}

func aJob(t *rapid.T, id string) Job {
	return Job{
		ID: id, Title: rapid.SampledFrom([]string{"小区保安", "商场保洁", "超市收银"}).Draw(t, "title"), Place: "新兴", Sector: rapid.SampledFrom(sectors).Draw(t, "sector"),
		Hours: rapid.SampledFrom(hourKinds).Draw(t, "hours"), PayMaxFen: rapid.IntRange(0, 5).Draw(t, "pays") * 100000, Skills: someSkills.Draw(t, "asks"),
		Demands: rapid.SliceOfN(rapid.SampledFrom(obstacles), 0, 2).Draw(t, "demands"), Expires: aDay.AddDays(rapid.IntRange(0, 2).Draw(t, "expires")),
	}
}

func someJobs(t *rapid.T) []Job {
	jobs := make([]Job, rapid.IntRange(1, 8).Draw(t, "jobs"))
	for i := range jobs {
		jobs[i] = aJob(t, fmt.Sprintf("o%d", i))
	}
	return jobs
}

func TestE4_PointsAddUpAndNothingIsHidden(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, jobs := aSeeker(t, "s"), someJobs(t)
		ranked := Openings(s, jobs)
		if len(ranked) != len(jobs) {
			t.Fatalf("%d of %d openings", len(ranked), len(jobs))
		}
		for i, m := range ranked {
			sum, clash := 0, false
			for _, r := range m.Reasons {
				sum += r.Points
				clash = clash || r.Code == ReasonObstacle
			}
			if sum != m.Score || clash != m.Excluded {
				t.Fatalf("%+v", m)
			}
			if i > 0 && (ranked[i-1].Excluded && !m.Excluded || ranked[i-1].Excluded == m.Excluded && ranked[i-1].Score < m.Score) {
				t.Fatalf("%+v before %+v", ranked[i-1], m)
			}
		}
	})
}

func TestE4_RankIsStableInAnyOrderOfTheFacts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, jobs := aSeeker(t, "s"), someJobs(t)
		shuffled := rapid.Permutation(jobs).Draw(t, "shuffled")
		if a, b := fmt.Sprint(Openings(s, jobs)), fmt.Sprint(Openings(s, shuffled)); a != b {
			t.Fatalf("%s\n%s", a, b)
		}
		people := []Seeker{aSeeker(t, "a"), aSeeker(t, "b"), aSeeker(t, "c")}
		other := rapid.Permutation(people).Draw(t, "other")
		if a, b := fmt.Sprint(People(jobs[0], people)), fmt.Sprint(People(jobs[0], other)); a != b {
			t.Fatalf("%s\n%s", a, b)
		}
	})
}

func TestE4_AMatchingSkillNeverLowers(t *testing.T) {
	place := func(ms []Match, id string) int {
		return slices.IndexFunc(ms, func(m Match) bool { return m.Seeker == id })
	}
	rapid.Check(t, func(t *rapid.T) {
		j := aJob(t, "o")
		people := []Seeker{aSeeker(t, "a"), aSeeker(t, "b"), aSeeker(t, "c")}
		if len(j.Skills) == 0 {
			return
		}
		before, rank := Fit(people[1], j), place(People(j, people), "b")
		people[1].Skills = append(slices.Clone(people[1].Skills), rapid.SampledFrom(j.Skills).Draw(t, "learned"))
		if after := Fit(people[1], j); after.Score < before.Score || place(People(j, people), "b") > rank {
			t.Fatalf("%+v, then %+v", before, after)
		}
	})
}

func TestE4_EqualsAreOrderedByTheirDayAndKey(t *testing.T) {
	jobs := []Job{{ID: "c", Expires: aDay}, {ID: "b", Expires: aDay}, {ID: "a", Expires: aDay.AddDays(1)}}
	var got string
	for _, m := range Openings(Seeker{}, jobs) {
		got += m.Job
	}
	for _, m := range People(Job{}, []Seeker{{ID: "y", Since: aDay}, {ID: "x", Since: aDay}, {ID: "z", Since: aDay.AddDays(-1)}}) {
		got += m.Seeker
	}
	if got != "bcazxy" {
		t.Error(got)
	}
}

func TestE4_Steps(t *testing.T) {
	all := []ReferralState{ReferralReferred, ReferralInterview, ReferralHired, ReferralNotHired, ReferralDeclined}
	allowed := map[ReferralState]string{ReferralReferred: "_iHnd", ReferralInterview: "_iHnd"}
	letters := map[ReferralState]string{ReferralReferred: "r", ReferralInterview: "i", ReferralHired: "H", ReferralNotHired: "n", ReferralDeclined: "d"}
	for _, from := range all {
		for _, to := range all {
			want := len(allowed[from]) > 0 && slices.Contains([]rune(allowed[from]), []rune(letters[to])[0])
			if err := CheckStep(from, to, "工资谈不拢"); (err == nil) != want {
				t.Errorf("%s → %s: %v", from, to, err)
			}
			err, _ := CheckStep(from, to, "").(*office.Refusal)
			if needs := to == ReferralNotHired || to == ReferralDeclined; want && needs != (err != nil && err.Code == office.NeedsReason && err.Clause == "E4") {
				t.Errorf("%s → %s without a reason: %v", from, to, err)
			}
		}
	}
	if err, _ := CheckStep(ReferralHired, ReferralNotHired, "x").(*office.Refusal); err == nil || err.Code != office.AlreadyDone {
		t.Error(err)
	}
}

func TestE4_FollowUpsAreCalendarMonths(t *testing.T) {
	for start, want := range map[string]string{
		"2026-03-02": "2026-04-02 2026-06-02 2026-09-02",
		"2026-08-31": "2026-09-30 2026-11-30 2027-02-28",
		"2027-11-30": "2027-12-30 2028-02-29 2028-05-30",
		"2026-12-15": "2027-01-15 2027-03-15 2027-06-15",
	} {
		day, err := workday.ParseDate(start)
		if err != nil {
			t.Fatal(err)
		}
		c := FollowUps(day)
		if got := fmt.Sprintf("%s %s %s", c[0].On, c[1].On, c[2].On); got != want || c[0].Months != 1 || c[1].Months != 3 || c[2].Months != 6 {
			t.Errorf("%s: %s", start, got)
		}
	}
}

// Who says what their situation is, is registered: the rule does not even ask where the residence is registered.
func TestE1_WhoSaysTheirSituationIsRegistered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		said := rapid.SliceOfN(rapid.SampledFrom(situations), 0, len(situations)+2).Draw(t, "situations")
		err := CheckRegistration(said)
		if fits := len(said) > 0 && len(said) <= len(situations); fits != (err == nil) {
			t.Fatalf("%v: %v", said, err)
		}
	})
}

func TestE4_WithoutConsentNobodyIsReferred(t *testing.T) {
	for _, c := range []struct {
		state   SeekerState
		consent bool
		code    office.Code
	}{
		{SeekerSeeking, true, ""}, {SeekerSeeking, false, office.NeedsProof}, {SeekerEmployed, true, office.RefusedState}, {SeekerLeft, true, office.RefusedState},
	} {
		err, _ := CheckRefer(c.state, c.consent).(*office.Refusal)
		if (err == nil) != (c.code == "") || err != nil && err.Code != c.code {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

func TestE3_ThirdSector(t *testing.T) {
	var others []Sector
	for _, s := range sectors {
		if !s.Third() {
			others = append(others, s)
		}
	}
	if fmt.Sprint(others) != "[FARMING INDUSTRY]" {
		t.Error(others)
	}
}

func TestE7_PeopleCountOnceAndOnlyInThePeriod(t *testing.T) {
	at := func(day int) time.Time { return time.Date(2026, time.March, day, 9, 0, 0, 0, time.UTC) }
	people := []History{
		{Registered: at(1), Talks: []time.Time{at(3), at(4)}, Referred: []time.Time{at(5)}, Hired: []time.Time{at(9)}},
		{Registered: at(4), Talks: []time.Time{at(2)}, Kept3: []time.Time{at(10)}},
		{Registered: at(10)},
	}
	got := Count(at(3), at(10), people)
	if want := (Figures{Registered: 1, Advised: 1, Referred: 1, Placed: 1}); got != want {
		t.Errorf("%+v", got)
	}
}

func TestE7_SmallGroupsAreNotToldAsNumbers(t *testing.T) {
	for n, told := range map[int]bool{0: true, 1: false, 4: false, 5: true, 60: true} {
		if _, ok := Told(n); ok != told {
			t.Errorf("%d: %v", n, ok)
		}
	}
}
