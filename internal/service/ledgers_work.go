package service

import (
	"slices"
	"strconv"

	"entgo.io/ent/dialect/sql"

	"xinxing/ent"
	"xinxing/ent/attendance"
	"xinxing/ent/counselling"
	"xinxing/ent/enrolment"
	"xinxing/ent/group"
	"xinxing/ent/jobseeker"
	"xinxing/ent/member"
	"xinxing/ent/opening"
	"xinxing/ent/partner"
	"xinxing/ent/partnercontact"
	"xinxing/ent/pledge"
	entprogram "xinxing/ent/program"
	"xinxing/ent/project"
	"xinxing/ent/projectpartner"
	"xinxing/ent/referral"
	"xinxing/ent/rehearsal"
	"xinxing/ent/study"
	"xinxing/ent/volunteer"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/program"
	"xinxing/internal/sheet"
)

func keysOf[T any](all []T, of func(T) string) []string {
	ids := make([]string, len(all))
	for i, x := range all {
		ids[i] = of(x)
	}
	return ids
}

// tally is how many records, or how much of something, there are of each key.
type tally []struct {
	Of    string `sql:"of"`
	Count int    `sql:"count"`
}

// counted gives a tally's numbers by key.
func (t tally) counted() map[string]int {
	n := make(map[string]int, len(t))
	for _, one := range t {
		n[one.Of] = one.Count
	}
	return n
}

// tallied groups a query by a column: how many rows each has, or what their column sums up to.
func tallied(by, sum string) func(*sql.Selector) {
	return func(s *sql.Selector) {
		count := sql.Count("*")
		if sum != "" {
			count = sql.Sum(s.C(sum))
		}
		s.Select(sql.As(s.C(by), "of"), sql.As(count, "count")).GroupBy(s.C(by))
	}
}

func jobSeekersPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	client := l.desk.Store.Read()
	all, err := client.JobSeeker.Query().Where(l.within(jobseeker.FieldRegisteredAt, after)).Order(inOrder(jobseeker.FieldRegisteredAt)).
		Limit(ledgerPage).WithResident().All(l)
	if err != nil || len(all) == 0 {
		return nil, nil, err
	}
	ids := keysOf(all, func(s *ent.JobSeeker) string { return s.ID })
	var talks tally
	if err := client.Counselling.Query().Where(counselling.JobSeekerIDIn(ids...)).Modify(tallied(counselling.FieldJobSeekerID, "")).Scan(l, &talks); err != nil {
		return nil, nil, err
	}
	var referrals tally
	if err := client.Referral.Query().Where(referral.JobSeekerIDIn(ids...)).Modify(tallied(referral.FieldJobSeekerID, "")).Scan(l, &referrals); err != nil {
		return nil, nil, err
	}
	hired, err := client.Referral.Query().Where(referral.JobSeekerIDIn(ids...), referral.StateEQ(employment.ReferralHired)).WithOpening().All(l)
	if err != nil {
		return nil, nil, err
	}
	work := map[string][]string{}
	for _, r := range hired {
		if o := r.Edges.Opening; o != nil {
			work[r.JobSeekerID] = append(work[r.JobSeekerID], l.words.Say("work", map[string]any{"employer": o.Employer, "title": o.Title, "from": l.day(r.StartedOn)}))
		}
	}
	talked, referred := talks.counted(), referrals.counted()
	rows := make([]ledgerRow, len(all))
	for i, s := range all {
		name, number, phone := "", "", ""
		if r := s.Edges.Resident; r != nil {
			name, number, phone = r.Name, r.IDNumberMask, r.PhoneMask
		}
		rows[i] = ledgerRow{s.CommunityID, []any{
			l.time(s.RegisteredAt), name, number, phone, ledgerList(l, "Situation", s.Situations), ledgerWord(l, "ResidenceKind", s.Residence),
			l.join(s.Skills), l.wishes(s.Wishes), ledgerList(l, "Obstacle", s.Obstacles), l.join(s.Benefits), l.yes(s.ConsentedAt != nil),
			l.person(s.CommunityID, s.CounsellorID), talked[s.ID], referred[s.ID], l.join(work[s.ID]), ledgerWord(l, "JobSeekerState", s.State),
		}}
	}
	return rows, lastOf(all, func(s *ent.JobSeeker) (any, string) { return s.RegisteredAt, s.ID }), nil
}

// wishes says what work somebody looks for.
func (l *ledgerReader) wishes(w employment.Wishes) string {
	all := slices.Clone(w.Titles)
	for _, s := range w.Sectors {
		all = append(all, ledgerWord(l, "Sector", s))
	}
	all = append(all, w.Places...)
	for _, h := range w.Hours {
		all = append(all, ledgerWord(l, "WorkHours", h))
	}
	if w.PayFen > 0 {
		all = append(all, l.words.Say("leastPay", map[string]any{"pay": casework.Yuan(w.PayFen)}))
	}
	return l.join(all)
}

func openingsPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	all, err := l.desk.Store.Read().Opening.Query().Where(l.within(opening.FieldEnteredAt, after)).Order(inOrder(opening.FieldEnteredAt)).
		Limit(ledgerPage).All(l)
	if err != nil {
		return nil, nil, err
	}
	rows := make([]ledgerRow, len(all))
	for i, o := range all {
		rows[i] = ledgerRow{o.CommunityID, []any{
			l.time(o.EnteredAt), o.Title, o.Employer, ledgerWord(l, "Sector", o.Sector), o.Place, sheet.Amount(o.PayMinFen), sheet.Amount(o.PayMaxFen),
			o.Headcount, o.Hired, ledgerWord(l, "WorkHours", o.Hours), l.join(o.Skills), ledgerList(l, "Obstacle", o.Demands), l.day(o.ExpiresOn),
			o.ContactName, o.ContactPhone, l.maybeTime(o.ClosedAt),
		}}
	}
	return rows, lastOf(all, func(o *ent.Opening) (any, string) { return o.EnteredAt, o.ID }), nil
}

// programsOf reads a page of the programs of some kinds, with their sessions, acts and groups.
func (l *ledgerReader) programsOf(after *ledgerPlace, kinds ...program.Kind) ([]*ent.Program, error) {
	return l.desk.Store.Read().Program.Query().Where(entprogram.KindIn(kinds...)).Where(l.within(entprogram.FieldFromAt, after)).
		Order(inOrder(entprogram.FieldFromAt)).Limit(ledgerPage).WithSessions().WithActs().WithGroup().All(l)
}

// attended counts who was at the sessions of each program, for who reads them.
func (l *ledgerReader) attended(ids []string) (map[string]int, error) {
	var t tally
	wanted := make([]any, len(ids))
	for i, id := range ids {
		wanted[i] = id
	}
	err := l.desk.Store.Read().Attendance.Query().Modify(func(s *sql.Selector) {
		e := sql.Dialect(s.Dialect()).Table(enrolment.Table).As("of_program")
		s.Join(e).On(s.C(attendance.FieldEnrolmentID), e.C(enrolment.FieldID))
		s.Where(sql.In(e.C(enrolment.FieldProgramID), wanted...))
		s.Select(sql.As(e.C(enrolment.FieldProgramID), "of"), sql.As(sql.Count("*"), "count")).GroupBy(e.C(enrolment.FieldProgramID))
	}).Scan(l, &t)
	return t.counted(), err
}

// number is a count for who reads what was counted; a supervisor reads who came to nothing.
func (l *ledgerReader) number(counts map[string]int, id string) any {
	if !l.viewer.Roles.Works() {
		return nil
	}
	return counts[id]
}

func trainingPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	all, err := l.programsOf(after, program.Training, program.PolicyTalk, program.RoleModel, program.Lecture)
	if err != nil || len(all) == 0 {
		return nil, nil, err
	}
	ids := keysOf(all, func(p *ent.Program) string { return p.ID })
	attended, err := l.attended(ids)
	if err != nil {
		return nil, nil, err
	}
	var passing tally
	if err := l.desk.Store.Read().Enrolment.Query().Where(enrolment.ProgramIDIn(ids...), enrolment.Passed(true)).
		Modify(tallied(enrolment.FieldProgramID, "")).Scan(l, &passing); err != nil {
		return nil, nil, err
	}
	passed := passing.counted()
	rows := make([]ledgerRow, len(all))
	for i, p := range all {
		rows[i] = ledgerRow{p.CommunityID, []any{
			l.time(p.FromAt), l.time(p.UntilAt), ledgerWord(l, "ProgramKind", p.Kind), p.Title, p.Place, l.person(p.CommunityID, p.OrganiserID),
			ledgerWord(l, "ProgramState", p.State), p.Capacity, p.Seated, len(p.Edges.Sessions), l.number(attended, p.ID), l.number(passed, p.ID),
			sheet.Amount(p.CostFen), p.Result,
		}}
	}
	return rows, lastOf(all, func(p *ent.Program) (any, string) { return p.FromAt, p.ID }), nil
}

func studiesPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	all, err := l.desk.Store.Read().Study.Query().Where(l.onDays(study.FieldDate, after)).Order(inOrder(study.FieldDate)).Limit(ledgerPage).All(l)
	if err != nil {
		return nil, nil, err
	}
	rows := make([]ledgerRow, len(all))
	for i, s := range all {
		rows[i] = ledgerRow{s.CommunityID, []any{
			l.day(s.Date), l.person(s.CommunityID, s.StaffID), l.postName(s.CommunityID, &s.PostID), s.Subject, ledgerWord(l, "StudyKind", s.Kind),
			l.yes(s.Passed), s.Note, l.person(s.CommunityID, s.RecordedByID),
		}}
	}
	return rows, lastOf(all, func(s *ent.Study) (any, string) { return s.Date, s.ID }), nil
}

// partnersPage gives the units that were partners during the period, in the order of their agreements.
func partnersPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	client := l.desk.Store.Read()
	all, err := client.Partner.Query().Where(l.there(partner.FieldAgreedOn, partner.FieldLeftAt, after)).Order(inOrder(partner.FieldAgreedOn)).
		Limit(ledgerPage).WithContacts(func(q *ent.PartnerContactQuery) { q.Where(partnercontact.RemovedAtIsNil()) }).All(l)
	if err != nil || len(all) == 0 {
		return nil, nil, err
	}
	var t tally
	if err := client.ProjectPartner.Query().Where(projectpartner.PartnerIDIn(keysOf(all, func(p *ent.Partner) string { return p.ID })...)).
		Modify(tallied(projectpartner.FieldPartnerID, "")).Scan(l, &t); err != nil {
		return nil, nil, err
	}
	joined := t.counted()
	rows := make([]ledgerRow, len(all))
	for i, p := range all {
		contacts := make([]string, len(p.Edges.Contacts))
		for n, c := range p.Edges.Contacts {
			contacts[n] = l.words.Say("contactOf", map[string]any{"name": c.Name, "phone": c.PhoneMask})
		}
		rows[i] = ledgerRow{p.CommunityID, []any{
			p.Name, ledgerWord(l, "PartnerKind", p.Kind), p.Address, l.join(contacts), ledgerList(l, "ResourceKind", p.Offers), p.AgreementNo, l.day(p.AgreedOn),
			l.day(p.AgreedUntil), joined[p.ID], l.maybeTime(p.LeftAt),
		}}
	}
	return rows, lastOf(all, func(p *ent.Partner) (any, string) { return p.AgreedOn, p.ID }), nil
}

func projectsPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	all, err := l.desk.Store.Read().Project.Query().Where(l.within(project.FieldProposedAt, after)).Order(inOrder(project.FieldProposedAt)).
		Limit(ledgerPage).
		WithPartners(func(q *ent.ProjectPartnerQuery) { q.WithPartner() }).
		WithPledges(func(q *ent.PledgeQuery) { q.Where(pledge.WithdrawnAtIsNil()).WithPartner() }).All(l)
	if err != nil {
		return nil, nil, err
	}
	rows := make([]ledgerRow, len(all))
	for i, p := range all {
		var units, pledges []string
		for _, with := range p.Edges.Partners {
			if with.Edges.Partner != nil {
				units = append(units, with.Edges.Partner.Name)
			}
		}
		for _, promised := range p.Edges.Pledges {
			unit := ""
			if promised.Edges.Partner != nil {
				unit = promised.Edges.Partner.Name
			}
			pledges = append(pledges, l.words.Say("pledge", map[string]any{
				"unit": unit, "what": promised.What, "quantity": promised.Quantity, "of": promised.Unit, "delivered": promised.Delivered,
			}))
		}
		rows[i] = ledgerRow{p.CommunityID, []any{
			p.Number, l.time(p.ProposedAt), p.Title, ledgerWord(l, "ProjectKind", p.Kind), ledgerWord(l, "ProjectOrigin", p.Origin), p.Place,
			ledgerWord(l, "ProjectStage", p.Stage), l.person(p.CommunityID, p.LeadID), l.day(p.PlannedFrom), l.day(p.PlannedUntil),
			sheet.Amount(p.BudgetFen), sheet.Amount(p.CostFen), l.join(units), l.join(pledges), p.Residents, p.Outcome, l.maybeTime(p.EndedAt),
		}}
	}
	return rows, lastOf(all, func(p *ent.Project) (any, string) { return p.ProposedAt, p.ID }), nil
}

// groupsPage gives the groups that there were during the period, and how often each rehearsed in it.
func groupsPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	client := l.desk.Store.Read()
	all, err := client.Group.Query().Where(l.there(group.FieldFoundedOn, group.FieldDissolvedAt, after)).Order(inOrder(group.FieldFoundedOn)).
		Limit(ledgerPage).All(l)
	if err != nil || len(all) == 0 {
		return nil, nil, err
	}
	ids := keysOf(all, func(g *ent.Group) string { return g.ID })
	var people tally
	if err := client.Member.Query().Where(member.GroupIDIn(ids...), member.LeftOn("")).Modify(tallied(member.FieldGroupID, "")).Scan(l, &people); err != nil {
		return nil, nil, err
	}
	var held tally
	if err := client.Rehearsal.Query().Where(rehearsal.GroupIDIn(ids...), rehearsal.CancelledAtIsNil()).Where(l.within(rehearsal.FieldFromAt, nil)).
		Modify(tallied(rehearsal.FieldGroupID, "")).Scan(l, &held); err != nil {
		return nil, nil, err
	}
	members, rehearsals := people.counted(), held.counted()
	rows := make([]ledgerRow, len(all))
	for i, g := range all {
		rows[i] = ledgerRow{g.CommunityID, []any{
			g.Name, ledgerWord(l, "GroupKind", g.Kind), l.day(g.FoundedOn), l.person(g.CommunityID, g.ContactID), l.number(members, g.ID),
			l.number(rehearsals, g.ID), g.About, l.maybeTime(g.DissolvedAt),
		}}
	}
	return rows, lastOf(all, func(g *ent.Group) (any, string) { return g.FoundedOn, g.ID }), nil
}

func eventsPage(l *ledgerReader, after *ledgerPlace) ([]ledgerRow, *ledgerPlace, error) {
	all, err := l.programsOf(after, program.Contest, program.Show, program.Volunteer, program.Other)
	if err != nil || len(all) == 0 {
		return nil, nil, err
	}
	ids := keysOf(all, func(p *ent.Program) string { return p.ID })
	attended, err := l.attended(ids)
	if err != nil {
		return nil, nil, err
	}
	var worked tally
	if err := l.desk.Store.Read().Volunteer.Query().Where(volunteer.ProgramIDIn(ids...)).
		Modify(tallied(volunteer.FieldProgramID, volunteer.FieldMinutes)).Scan(l, &worked); err != nil {
		return nil, nil, err
	}
	minutes := worked.counted()
	rows := make([]ledgerRow, len(all))
	for i, p := range all {
		group := ""
		if p.Edges.Group != nil {
			group = p.Edges.Group.Name
		}
		acts := make([]string, len(p.Edges.Acts))
		for n, a := range p.Edges.Acts {
			acts[n] = a.Title
			if a.Award != "" {
				acts[n] = l.words.Say("award", map[string]any{"act": a.Title, "award": a.Award})
			}
		}
		var hours any
		if l.viewer.Roles.Works() {
			hours = strconv.FormatFloat(float64(minutes[p.ID])/60, 'f', 1, 64)
		}
		rows[i] = ledgerRow{p.CommunityID, []any{
			l.time(p.FromAt), l.time(p.UntilAt), ledgerWord(l, "ProgramKind", p.Kind), p.Title, p.Place, l.person(p.CommunityID, p.OrganiserID), group,
			ledgerWord(l, "ProgramState", p.State), l.join(acts), l.number(attended, p.ID), p.Reached, hours, sheet.Amount(p.CostFen), p.Result,
		}}
	}
	return rows, lastOf(all, func(p *ent.Program) (any, string) { return p.FromAt, p.ID }), nil
}
