package service

import (
	"cmp"
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/breach"
	"xinxing/ent/delivery"
	"xinxing/ent/figureentry"
	"xinxing/ent/jobseeker"
	"xinxing/ent/participation"
	"xinxing/ent/pledge"
	entprogram "xinxing/ent/program"
	"xinxing/ent/project"
	"xinxing/internal/office"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// FigureRecord is a record behind a figure that is no case.
type FigureRecord struct {
	// About is the job-seeker, the program, the project, the failure of duty or the absence; nil where the viewer may not see it.
	About any
	// Day is the one on which it counted, of somebody who counts once the first.
	Day workday.Date
	// Value is what it adds to the figure, in the figure's unit.
	Value float64

	id, about string
}

// Place is where the record stands in its list.
func (r *FigureRecord) Place() Place { return Place{r.Day.Start(time.UTC), r.id} }

// FigureRecords gives the records behind a figure of residents of one community, the latest first: one more than first, and how many there are. Of people
// who count once each is given once, so that the values add up to the figure; of ATTENDED it gives the programs, at each of which all who came are counted.
// FORBIDDEN to whoever may not ask for the figure, and of job-seekers to a supervisor, who reads no resident's file (R).
func (d *Desk) FigureRecords(ctx context.Context, figure reporting.ResidentFigure, from, until workday.Date, community *string, first int, after *Place) ([]*FigureRecord, int, error) {
	v, err := d.residentFigureReader(ctx)
	if err != nil {
		return nil, 0, err
	}
	def, ok := reporting.DefineResident(figure)
	if !ok {
		return nil, 0, office.Refuse(office.BadInput, "R", "figure")
	}
	if v.Token != "" || def.Clause == "E7" && !v.Roles.Leads() {
		return nil, 0, office.Refuse(office.Forbidden, "R", "figure")
	}
	in := ResidentFiguresInput{Figures: []reporting.ResidentFigure{figure}, Step: reporting.StepWhole, From: from, Until: until}
	if err := in.check(); err != nil {
		return nil, 0, err
	}
	of := v.Community
	if community != nil {
		if of = *community; !slices.Contains(v.Communities, of) {
			return nil, 0, office.Refuse(office.NotFound, "R", "communityId")
		}
	}
	o, err := d.Office(ctx, of)
	if err != nil {
		return nil, 0, err
	}
	// That something counted the viewer was told; what it is of they read by their own right.
	all, err := figureRecords(store.With(ctx, store.System()), d.Store.Read(), o, def, from, until)
	if err != nil {
		return nil, 0, err
	}
	page := pageOfRecords(all, first, after)
	return page, len(all), d.about(ctx, def.Clause, page)
}

// pageOfRecords gives the page of some records after a place, the latest first: one more than first.
func pageOfRecords(all []*FigureRecord, first int, after *Place) []*FigureRecord {
	order := func(a, b Place) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.ID, a.ID)) }
	slices.SortFunc(all, func(a, b *FigureRecord) int { return order(a.Place(), b.Place()) })
	begin := 0
	if after != nil {
		begin, _ = slices.BinarySearchFunc(all, *after, func(r *FigureRecord, at Place) int {
			if order(r.Place(), at) <= 0 {
				return -1
			}
			return 1
		})
	}
	return all[begin:min(begin+first+1, len(all))]
}

// mostOtherRecords bounds what of a figure is of no case.
const mostOtherRecords = 10_000

// FigureOthers gives what of a figure is of no case, the latest first: failures of duty that were found without one, and absences; one more than first, and
// how many there are. What the viewer may not see is not among them. LIMIT_EXCEEDED where there are more than 10,000 (R).
func (d *Desk) FigureOthers(ctx context.Context, figure reporting.Figure, from, until workday.Date, f *FigureFilter, first int, after *Place) ([]*FigureRecord, int, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, 0, err
	}
	in := ReportInput{Figures: []reporting.Figure{figure}, From: from, Until: until, Where: f}
	if err := in.check(); err != nil {
		return nil, 0, err
	}
	def, ok := reporting.Define(figure)
	if !ok {
		return nil, 0, office.Refuse(office.BadInput, "R", "figure")
	}
	var found []struct {
		RecordID string `json:"record_id"`
		Day      string `json:"day"`
		N        int    `json:"n"`
	}
	err := d.Store.Read().FigureEntry.Query().Where(f.counting([]reporting.Measure{def.Sum})...).
		Where(figureentry.RecordIDNotNil(), figureentry.DayGTE(from.String()), figureentry.DayLTE(until.String())).
		Limit(mostOtherRecords+1).Modify(func(s *sql.Selector) {
		n := sql.Sum(s.C(figureentry.FieldN))
		s.Select(s.C(figureentry.FieldRecordID), sql.As(sql.Min(s.C(figureentry.FieldDay)), "day"), sql.As(n, "n")).
			GroupBy(s.C(figureentry.FieldRecordID)).Having(sql.ExprP(n + " > 0"))
	}).Scan(ctx, &found)
	if err != nil {
		return nil, 0, err
	}
	if len(found) > mostOtherRecords {
		return nil, 0, office.Refuse(office.LimitExceeded, "R", "until").With("limit", mostOtherRecords)
	}
	all := make([]*FigureRecord, len(found))
	for i, x := range found {
		day, err := workday.ParseDate(x.Day)
		if err != nil {
			return nil, 0, err
		}
		all[i] = &FigureRecord{id: x.RecordID, about: x.RecordID, Day: day, Value: float64(x.N)}
	}
	page := pageOfRecords(all, first, after)
	ids := make([]string, len(page))
	for i, r := range page {
		ids[i] = r.about
	}
	by := map[string]any{}
	breaches, err := d.Store.Read().Breach.Query().Where(breach.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, 0, err
	}
	for _, x := range breaches {
		by[x.ID] = x
	}
	absences, err := d.Store.Read().Absence.Query().Where(absence.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, 0, err
	}
	for _, x := range absences {
		by[x.ID] = x
	}
	for _, r := range page {
		r.About = by[r.about]
	}
	return page, len(all), nil
}

// figureRecords reads what counts in a figure between two days, both included.
func figureRecords(ctx context.Context, c *ent.Client, o *Office, def reporting.ResidentDefinition, from, until workday.Date) ([]*FigureRecord, error) {
	zone, community := o.Calendar.Location(), o.Community.ID
	begin, end := from.Start(zone), until.AddDays(1).Start(zone)
	var all []*FigureRecord
	put := func(id, about string, day workday.Date, value float64) {
		if value != 0 {
			all = append(all, &FigureRecord{id: id, about: about, Day: day, Value: value})
		}
	}
	switch def.Clause {
	case "E7":
		people, err := employmentHistories(ctx, c, community, begin, end)
		if err != nil {
			return nil, err
		}
		for id, h := range people {
			if at, counts := employment.FirstIn(begin, end, reporting.EmploymentActs(h)[def.Figure]...); counts {
				put(id, id, workday.DateOf(at, zone), 1)
			}
		}
	case "C4":
		held, err := programsHeld(ctx, c, community, begin, end)
		if err != nil {
			return nil, err
		}
		came, err := residentsWhoCame(ctx, c, community, begin, end)
		if err != nil {
			return nil, err
		}
		for id, p := range held {
			value := map[reporting.ResidentFigure]int{
				reporting.FigureEvents: 1, reporting.FigureReached: p.people, reporting.FigureVolunteerMinutes: p.minutes, reporting.FigureAttended: len(came[id]),
			}[def.Figure]
			put(id, id, workday.DateOf(p.from, zone), float64(value))
		}
	case "P6":
		return all, buildingRecords(ctx, c, o, def.Figure, from, until, put)
	}
	return all, nil
}

// buildingRecords puts what counts of building together (P6).
func buildingRecords(ctx context.Context, c *ent.Client, o *Office, f reporting.ResidentFigure, from, until workday.Date, put func(id, about string, day workday.Date, value float64)) error {
	zone, community := o.Calendar.Location(), o.Community.ID
	dated := func(id, about, day string, value float64) error {
		on, err := workday.ParseDate(day)
		if err == nil {
			put(id, about, on, value)
		}
		return err
	}
	switch f {
	case reporting.FigureParticipants, reporting.FigureParticipationMinutes:
		list, err := c.Participation.Query().Where(participation.CommunityID(community), participation.DateGTE(from.String()), participation.DateLTE(until.String())).All(ctx)
		if err != nil {
			return err
		}
		for _, x := range list {
			value := x.Residents
			if f == reporting.FigureParticipationMinutes {
				value = x.Minutes
			}
			if err := dated(x.ID, x.ProjectID, x.Date, float64(value)); err != nil {
				return err
			}
		}
	case reporting.FigurePledgedWorth:
		list, err := c.Pledge.Query().Where(standingPledges(community)...).Where(pledge.PledgedAtGTE(from.Start(zone)), pledge.PledgedAtLT(until.AddDays(1).Start(zone))).All(ctx)
		if err != nil {
			return err
		}
		for _, x := range list {
			put(x.ID, x.ProjectID, workday.DateOf(x.PledgedAt, zone), float64(x.WorthFen)/100)
		}
	case reporting.FigureDeliveredWorth:
		list, err := c.Delivery.Query().Where(countedDeliveries(community)...).Where(delivery.DeliveredOnGTE(from.String()), delivery.DeliveredOnLTE(until.String())).All(ctx)
		if err != nil {
			return err
		}
		for _, x := range list {
			if err := dated(x.ID, x.ProjectID, x.DeliveredOn, float64(x.WorthFen)/100); err != nil {
				return err
			}
		}
	}
	return nil
}

// about loads what the records of a page are of, in one statement, and of job-seekers the residents in another.
func (d *Desk) about(ctx context.Context, clause string, page []*FigureRecord) error {
	ids := make([]string, len(page))
	for i, r := range page {
		ids[i] = r.about
	}
	c, by := d.Store.Read(), map[string]any{}
	switch clause {
	case "E7":
		list, err := c.JobSeeker.Query().Where(jobseeker.IDIn(ids...)).WithResident().All(ctx)
		if err != nil {
			return err
		}
		for _, x := range list {
			by[x.ID] = x
		}
	case "C4":
		list, err := c.Program.Query().Where(entprogram.IDIn(ids...)).WithGroup().All(ctx)
		if err != nil {
			return err
		}
		for _, x := range list {
			by[x.ID] = x
		}
	case "P6":
		list, err := c.Project.Query().Where(project.IDIn(ids...)).All(ctx)
		if err != nil {
			return err
		}
		for _, x := range list {
			by[x.ID] = x
		}
	}
	for _, r := range page {
		r.About = by[r.about]
	}
	return nil
}
