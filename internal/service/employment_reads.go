package service

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"xinxing/ent"
	"xinxing/ent/counselling"
	"xinxing/ent/enrolment"
	"xinxing/ent/followup"
	"xinxing/ent/jobseeker"
	"xinxing/ent/opening"
	"xinxing/ent/predicate"
	entprogram "xinxing/ent/program"
	"xinxing/ent/referral"
	"xinxing/ent/resident"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/program"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// JobSeekerFilter narrows the register; fields that are nil or empty do not.
type JobSeekerFilter struct {
	States       []employment.SeekerState
	Situations   []employment.Situation
	CounsellorID *string
	Mine         *bool
	Search       *string
}

// OpeningFilter narrows the openings; fields that are nil or empty do not.
type OpeningFilter struct {
	Open        *bool
	Sectors     []employment.Sector
	ThirdSector *bool
	Search      *string
}

// JobSeekers reads a page of the register, the latest registered first, each with the resident.
func (d *Desk) JobSeekers(ctx context.Context, f *JobSeekerFilter, first int, after *Place) ([]*ent.JobSeeker, func(context.Context) (int, error), error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, nil, err
	}
	where := []predicate.JobSeeker{jobseeker.CommunityID(v.Community)}
	if f != nil {
		if len(f.States) > 0 {
			where = append(where, jobseeker.StateIn(f.States...))
		}
		if len(f.Situations) > 0 {
			var any []predicate.JobSeeker
			for _, s := range f.Situations {
				any = append(any, func(q *sql.Selector) { q.Where(store.Lists(q, jobseeker.FieldSituations, string(s))) })
			}
			where = append(where, jobseeker.Or(any...))
		}
		if f.CounsellorID != nil {
			where = append(where, jobseeker.CounsellorID(*f.CounsellorID))
		}
		if f.Mine != nil && *f.Mine {
			where = append(where, jobseeker.CounsellorID(string(v.Staff)))
		}
		if f.Search != nil && strings.TrimSpace(*f.Search) != "" {
			found, err := d.Residents(ctx, *f.Search, residentsMost)
			if err != nil {
				return nil, nil, err
			}
			ids := make([]string, len(found))
			for i, r := range found {
				ids[i] = r.ID
			}
			where = append(where, jobseeker.ResidentIDIn(ids...))
		}
	}
	q := d.Store.Read().JobSeeker.Query().Where(where...)
	if after != nil {
		q.Where(jobseeker.Or(jobseeker.RegisteredAtLT(after.At), jobseeker.And(jobseeker.RegisteredAt(after.At), jobseeker.IDLT(after.ID))))
	}
	list, err := q.Order(ent.Desc(jobseeker.FieldRegisteredAt, jobseeker.FieldID)).Limit(first + 1).WithResident().All(ctx)
	return list, func(ctx context.Context) (int, error) {
		return d.Store.Read().JobSeeker.Query().Where(where...).Count(ctx)
	}, err
}

// Openings reads a page of the openings, the latest entered first.
func (d *Desk) Openings(ctx context.Context, f *OpeningFilter, first int, after *Place) ([]*ent.Opening, func(context.Context) (int, error), error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, nil, err
	}
	var where []predicate.Opening
	if len(v.Communities) == 1 {
		where = append(where, opening.CommunityID(v.Community))
	}
	if f != nil {
		if f.Open != nil {
			o, err := d.Office(ctx, v.Community)
			if err != nil {
				return nil, nil, err
			}
			today := d.today(o).String()
			open := opening.And(opening.ClosedAtIsNil(), opening.ExpiresOnGTE(today))
			if !*f.Open {
				open = opening.Or(opening.ClosedAtNotNil(), opening.ExpiresOnLT(today))
			}
			where = append(where, open)
		}
		if len(f.Sectors) > 0 {
			where = append(where, opening.SectorIn(f.Sectors...))
		}
		if f.ThirdSector != nil {
			other := opening.SectorIn(employment.OtherSectors()...)
			if *f.ThirdSector {
				other = opening.Not(other)
			}
			where = append(where, other)
		}
		if f.Search != nil && strings.TrimSpace(*f.Search) != "" {
			search, err := text("search", *f.Search, 100, "")
			if err != nil {
				return nil, nil, err
			}
			where = append(where, opening.Or(opening.TitleContainsFold(search), opening.EmployerContainsFold(search),
				opening.PlaceContainsFold(search), opening.PinyinContainsFold(search)))
		}
	}
	q := d.Store.Read().Opening.Query().Where(where...)
	if after != nil {
		q.Where(opening.Or(opening.EnteredAtLT(after.At), opening.And(opening.EnteredAt(after.At), opening.IDLT(after.ID))))
	}
	list, err := q.Order(ent.Desc(opening.FieldEnteredAt, opening.FieldID)).Limit(first + 1).All(ctx)
	return list, func(ctx context.Context) (int, error) {
		return d.Store.Read().Opening.Query().Where(where...).Count(ctx)
	}, err
}

// JobSeekerOf gives the file of a resident as a job-seeker; nil for none that the viewer may see.
func (d *Desk) JobSeekerOf(ctx context.Context, resident string) (*ent.JobSeeker, error) {
	s, err := d.Store.Read().JobSeeker.Query().Where(jobseeker.ResidentID(resident)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return s, err
}

// TalksOf gives the talks with a job-seeker, newest first. At most 100.
func (d *Desk) TalksOf(ctx context.Context, s *ent.JobSeeker) ([]*ent.Counselling, error) {
	return d.Store.Read().Counselling.Query().Where(counselling.JobSeekerID(s.ID)).
		Order(ent.Desc(counselling.FieldHeldAt, counselling.FieldID)).Limit(ListBound).All(ctx)
}

// ReferralsOf gives the referrals of a job-seeker with their openings, newest first. At most 100.
func (d *Desk) ReferralsOf(ctx context.Context, s *ent.JobSeeker) ([]*ent.Referral, error) {
	list, err := d.Store.Read().Referral.Query().Where(referral.JobSeekerID(s.ID)).
		Order(ent.Desc(referral.FieldReferredAt, referral.FieldID)).Limit(ListBound).WithOpening().All(ctx)
	for _, r := range list {
		r.Edges.JobSeeker = s
	}
	return list, err
}

// ReferralsTo gives the referrals to an opening with the people, newest first, as far as the viewer may see. At most 100.
func (d *Desk) ReferralsTo(ctx context.Context, o *ent.Opening) ([]*ent.Referral, error) {
	list, err := d.Store.Read().Referral.Query().Where(referral.OpeningID(o.ID)).
		Order(ent.Desc(referral.FieldReferredAt, referral.FieldID)).Limit(ListBound).
		WithJobSeeker(func(q *ent.JobSeekerQuery) { q.WithResident() }).All(ctx)
	for _, r := range list {
		r.Edges.Opening = o
	}
	return list, err
}

// FollowUpsOf gives the follow-ups of a job-seeker in order of their days. At most 100.
func (d *Desk) FollowUpsOf(ctx context.Context, s *ent.JobSeeker) ([]*ent.FollowUp, error) {
	return d.Store.Read().FollowUp.Query().Where(followup.JobSeekerID(s.ID)).
		Order(followup.ByDueOn(), followup.ByID()).Limit(ListBound).All(ctx)
}

// MayServe tells whether the viewer may act on records of the community that are about residents: whoever works on cases
// there, on duty.
func (d *Desk) MayServe(ctx context.Context, community string) (bool, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return false, err
	}
	o, err := d.Office(ctx, community)
	if err != nil {
		return false, err
	}
	me, ok := o.Staff[string(v.Staff)]
	return ok && duty.Roles(me.Roles).Works() && o.Roster.OnDuty(v.Staff), nil
}

// OpeningMatch is how an opening fits a person, as a page shows it.
type OpeningMatch struct {
	Opening  *ent.Opening
	Score    int
	Excluded bool
	Referred bool
	Reasons  []employment.Reason
}

// SeekerMatch is how a person fits an opening, as a page shows it.
type SeekerMatch struct {
	JobSeeker *ent.JobSeeker
	Score     int
	Excluded  bool
	Referred  bool
	Reasons   []employment.Reason
}

// mostCompared bounds what one person or one opening is compared with.
const mostCompared = 2000

func seekerOf(s *ent.JobSeeker, zone *time.Location) employment.Seeker {
	return employment.Seeker{
		ID: s.ID, Skills: s.Skills, Wishes: s.Wishes, Obstacles: s.Obstacles, Since: workday.DateOf(s.RegisteredAt, zone),
	}
}

func jobOf(o *ent.Opening) employment.Job {
	j := employment.Job{
		ID: o.ID, Title: o.Title, Place: o.Place, Sector: o.Sector, Hours: o.Hours, PayMaxFen: o.PayMaxFen, Skills: o.Skills, Demands: o.Demands,
	}
	if day, err := workday.ParseDate(o.ExpiresOn); err == nil {
		j.Expires = day
	}
	return j
}

// runningReferral selects referrals that are not decided, and those that ended in work.
func runningReferral() predicate.Referral {
	return referral.StateIn(employment.ReferralReferred, employment.ReferralInterview, employment.ReferralHired)
}

// MatchesOf ranks the openings that are offered now for a job-seeker (E4), in two statements however many there are. Of more
// than 2000 openings those that end last are compared.
func (d *Desk) MatchesOf(ctx context.Context, s *ent.JobSeeker, first int) ([]*OpeningMatch, error) {
	o, err := d.Office(ctx, s.CommunityID)
	if err != nil {
		return nil, err
	}
	zone := o.Calendar.Location()
	list, err := d.Store.Read().Opening.Query().Where(opening.CommunityID(s.CommunityID), opening.ClosedAtIsNil(),
		opening.ExpiresOnGTE(d.today(o).String())).
		Order(ent.Desc(opening.FieldExpiresOn, opening.FieldID)).Limit(mostCompared).All(ctx)
	if err != nil {
		return nil, err
	}
	jobs, by := make([]employment.Job, len(list)), make(map[string]*ent.Opening, len(list))
	for i, x := range list {
		jobs[i], by[x.ID] = jobOf(x), x
	}
	sent, err := d.Store.Read().Referral.Query().Where(referral.JobSeekerID(s.ID), runningReferral()).Limit(mostCompared).
		Select(referral.FieldOpeningID).Strings(ctx)
	if err != nil {
		return nil, err
	}
	ranked := employment.Openings(seekerOf(s, zone), jobs)
	out := make([]*OpeningMatch, min(first, len(ranked)))
	for i := range out {
		m := ranked[i]
		out[i] = &OpeningMatch{by[m.Job], m.Score, m.Excluded, slices.Contains(sent, m.Job), m.Reasons}
	}
	return out, nil
}

// MatchesFor ranks the people who look for work for an opening (E4), as far as the viewer may see, in three statements
// however many there are. Of more than 2000 people those registered first are compared.
func (d *Desk) MatchesFor(ctx context.Context, x *ent.Opening, first int) ([]*SeekerMatch, error) {
	o, err := d.Office(ctx, x.CommunityID)
	if err != nil {
		return nil, err
	}
	list, err := d.Store.Read().JobSeeker.Query().Where(jobseeker.CommunityID(x.CommunityID), jobseeker.StateEQ(employment.SeekerSeeking)).
		Order(jobseeker.ByRegisteredAt(), jobseeker.ByID()).Limit(mostCompared).All(ctx)
	if err != nil {
		return nil, err
	}
	people, by := make([]employment.Seeker, len(list)), make(map[string]*ent.JobSeeker, len(list))
	for i, s := range list {
		people[i], by[s.ID] = seekerOf(s, o.Calendar.Location()), s
	}
	sent, err := d.Store.Read().Referral.Query().Where(referral.OpeningID(x.ID), runningReferral()).Limit(mostCompared).
		Select(referral.FieldJobSeekerID).Strings(ctx)
	if err != nil {
		return nil, err
	}
	ranked := employment.People(jobOf(x), people)
	out := make([]*SeekerMatch, min(first, len(ranked)))
	for i := range out {
		m := ranked[i]
		out[i] = &SeekerMatch{by[m.Seeker], m.Score, m.Excluded, slices.Contains(sent, m.Seeker), m.Reasons}
	}
	return out, d.withResidents(ctx, out)
}

// withResidents loads the residents of some matches in one statement.
func (d *Desk) withResidents(ctx context.Context, matches []*SeekerMatch) error {
	ids := make([]string, len(matches))
	for i, m := range matches {
		ids[i] = m.JobSeeker.ResidentID
	}
	of, err := d.Store.Read().Resident.Query().Where(resident.IDIn(ids...)).All(ctx)
	for _, r := range of {
		matches[slices.Index(ids, r.ID)].JobSeeker.Edges.Resident = r
	}
	return err
}

// mostFigureDays bounds the period of the figures.
const mostFigureDays = 366

// EmploymentFigures counts what counts of a period, from one day up to and including another (E7).
func (d *Desk) EmploymentFigures(ctx context.Context, from, until workday.Date) (*employment.Figures, error) {
	v, err := d.caseReader(ctx)
	if err != nil {
		return nil, err
	}
	if until.Before(from) || from.AddDays(mostFigureDays).Before(until) {
		return nil, office.Refuse(office.LimitExceeded, "E7", "until").With("limit", mostFigureDays)
	}
	o, err := d.Office(ctx, v.Community)
	if err != nil {
		return nil, err
	}
	zone := o.Calendar.Location()
	// Numbers without people: whoever is of the office may know them, though not the register.
	return countEmployment(store.With(ctx, store.System()), d.Store.Read(), v.Community, from.Start(zone), until.AddDays(1).Start(zone))
}

// countEmployment is employment.Count over the records.
func countEmployment(ctx context.Context, c *ent.Client, community string, from, until time.Time) (*employment.Figures, error) {
	people, err := employmentHistories(ctx, c, community, from, until)
	if err != nil {
		return nil, err
	}
	f := employment.Count(from, until, slices.Collect(maps.Values(people)))
	return &f, nil
}

// employmentHistories reads what happened in a period with the people on a community's register, by the keys of their files: a statement for each figure,
// however many they are.
func employmentHistories(ctx context.Context, c *ent.Client, community string, from, until time.Time) (map[string]employment.History, error) {
	people := map[string]employment.History{}
	note := func(seeker string, note func(*employment.History)) {
		h := people[seeker]
		note(&h)
		people[seeker] = h
	}
	came, err := c.JobSeeker.Query().Where(jobseeker.CommunityID(community), jobseeker.RegisteredAtGTE(from), jobseeker.RegisteredAtLT(until)).
		Select(jobseeker.FieldID, jobseeker.FieldRegisteredAt).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, x := range came {
		note(x.ID, func(h *employment.History) { h.Registered = x.RegisteredAt })
	}
	talks, err := c.Counselling.Query().Where(counselling.CommunityID(community), counselling.HeldAtGTE(from), counselling.HeldAtLT(until)).
		Select(counselling.FieldJobSeekerID, counselling.FieldHeldAt).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, x := range talks {
		note(x.JobSeekerID, func(h *employment.History) { h.Talks = append(h.Talks, x.HeldAt) })
	}
	var passed []struct {
		Seeker string    `json:"seeker"`
		At     time.Time `json:"at"`
	}
	if err := c.JobSeeker.Query().Where(jobseeker.CommunityID(community)).Modify(func(s *sql.Selector) {
		e, p := sql.Table(enrolment.Table).As("e"), sql.Table(entprogram.Table).As("p")
		s.Join(e).On(s.C(jobseeker.FieldResidentID), e.C(enrolment.FieldResidentID)).Join(p).On(e.C(enrolment.FieldProgramID), p.C(entprogram.FieldID))
		s.Where(sql.And(
			sql.EQ(e.C(enrolment.FieldCommunityID), community), sql.EQ(e.C(enrolment.FieldPassed), true), sql.EQ(p.C(entprogram.FieldKind), string(program.Training)),
			sql.GTE(p.C(entprogram.FieldUntilAt), from), sql.LT(p.C(entprogram.FieldUntilAt), until),
		))
		s.Select(sql.As(s.C(jobseeker.FieldID), "seeker"), sql.As(p.C(entprogram.FieldUntilAt), "at"))
	}).Scan(ctx, &passed); err != nil {
		return nil, err
	}
	for _, x := range passed {
		note(x.Seeker, func(h *employment.History) { h.Trained = append(h.Trained, x.At) })
	}
	sent, err := c.Referral.Query().Where(referral.CommunityID(community), referral.ReferredAtGTE(from), referral.ReferredAtLT(until)).
		Select(referral.FieldJobSeekerID, referral.FieldReferredAt).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, x := range sent {
		note(x.JobSeekerID, func(h *employment.History) { h.Referred = append(h.Referred, x.ReferredAt) })
	}
	hired, err := c.Referral.Query().Where(referral.CommunityID(community), referral.StateEQ(employment.ReferralHired), referral.DecidedAtGTE(from),
		referral.DecidedAtLT(until)).Select(referral.FieldJobSeekerID, referral.FieldDecidedAt).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, x := range hired {
		note(x.JobSeekerID, func(h *employment.History) { h.Hired = append(h.Hired, *x.DecidedAt) })
	}
	kept, err := c.FollowUp.Query().Where(followup.CommunityID(community), followup.MonthsIn(3, 6), followup.Employed(true), followup.DoneAtGTE(from),
		followup.DoneAtLT(until)).Select(followup.FieldJobSeekerID, followup.FieldMonths, followup.FieldDoneAt).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, x := range kept {
		note(x.JobSeekerID, func(h *employment.History) {
			if x.Months == 3 {
				h.Kept3 = append(h.Kept3, *x.DoneAt)
			} else {
				h.Kept6 = append(h.Kept6, *x.DoneAt)
			}
		})
	}
	return people, nil
}
