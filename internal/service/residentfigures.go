package service

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"xinxing/ent"
	"xinxing/ent/delivery"
	"xinxing/ent/figurerelease"
	"xinxing/ent/jobseeker"
	"xinxing/ent/participation"
	"xinxing/ent/pledge"
	"xinxing/ent/resident"
	"xinxing/internal/office"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// ResidentFiguresInput asks for figures of residents (E7, C4, P6); the schema says what each field means.
type ResidentFiguresInput struct {
	Figures      []reporting.ResidentFigure
	By           *reporting.ResidentAttribute
	Step         reporting.Step
	From, Until  workday.Date
	CommunityIDs []string
}

// ResidentFigureRow is a period of a community, or of a group of its residents, with the figures in the order asked for; nil where it is suppressed.
type ResidentFigureRow struct {
	CommunityID, Community string
	From, Until            workday.Date
	// Group is nil for all residents.
	Group      *string
	Values     []*float64
	ReleasedAt *time.Time
	cursor     string
}

// Cursor is the place of the row.
func (r *ResidentFigureRow) Cursor() string { return r.cursor }

// ResidentMetric is what a figure of residents means, as it is served.
type ResidentMetric struct {
	Figure                                     reporting.ResidentFigure
	Unit                                       reporting.ResidentUnit
	Clause                                     string
	ByAttribute                                bool
	NameZh, NameEn, DefinitionZh, DefinitionEn string
}

// Bounds of figures of residents.
const (
	mostResidentPage    = 200
	mostResidentFigures = 30
)

// residentFigureReader gives the viewer where it may read figures of residents: who leads, supervises, or came by the reporting tool's token (R).
func (d *Desk) residentFigureReader(ctx context.Context) (store.Viewer, error) {
	v, err := d.Reader(ctx)
	if err == nil && !store.ReadsReleases(v) {
		return v, office.Refuse(office.Forbidden, "R", "")
	}
	return v, err
}

// ResidentMetrics gives the one definition of each figure of residents, in the order in which they are told (R).
func (d *Desk) ResidentMetrics(ctx context.Context) ([]*ResidentMetric, error) {
	if _, err := d.residentFigureReader(ctx); err != nil {
		return nil, err
	}
	var out []*ResidentMetric
	for _, x := range reporting.ResidentDefinitions() {
		out = append(out, &ResidentMetric{x.Figure, x.Unit, x.Clause, x.People, x.Name[0], x.Name[1], x.Says[0], x.Says[1]})
	}
	return out, nil
}

func (in *ResidentFiguresInput) check() error {
	bad := func(field string) *office.Refusal { return office.Refuse(office.BadInput, "R", field) }
	exceeded := func(field string, limit int) error {
		return office.Refuse(office.LimitExceeded, "R", field).With("limit", limit)
	}
	switch {
	case len(in.Figures) == 0:
		return bad("figures")
	case len(in.Figures) > mostResidentFigures:
		return exceeded("figures", mostResidentFigures)
	case len(in.CommunityIDs) > mostReportFilter:
		return exceeded("communityIds", mostReportFilter)
	case !slices.Contains(in.Step.Values(), string(in.Step)), in.By != nil && in.Step != reporting.StepWhole && in.Step != reporting.StepMonth:
		return bad("step")
	case in.Until.Before(in.From):
		return bad("until")
	case !in.Until.Before(in.From.AddDays(mostFigureDays)):
		return exceeded("until", mostFigureDays)
	}
	for _, f := range in.Figures {
		def, ok := reporting.DefineResident(f)
		if !ok || in.By != nil && !def.People {
			return bad("figures")
		}
	}
	if in.By == nil {
		return nil
	}
	month := reporting.StepMonth
	switch {
	case len(in.By.Groups()) == 0:
		return bad("by")
	case month.Begin(in.From) != in.From: // two periods that differ by days would tell of who came on them
		return bad("from").With("step", string(month))
	case month.End(month.Begin(in.Until)) != in.Until:
		return bad("until").With("step", string(month))
	}
	return nil
}

// residentPeriod is what one row, or the rows of one month by an attribute, are of.
type residentPeriod struct {
	community   string
	from, until workday.Date
}

func (in *ResidentFiguresInput) periods(communities []string) []residentPeriod {
	var out []residentPeriod
	step := in.Step
	if in.By != nil {
		step = reporting.StepMonth
	}
	for _, c := range communities {
		if step == reporting.StepWhole {
			out = append(out, residentPeriod{c, in.From, in.Until})
			continue
		}
		for from := in.From; !from.After(in.Until); {
			until := earlierDay(step.End(step.Begin(from)), in.Until)
			out = append(out, residentPeriod{c, from, until})
			from = until.AddDays(1)
		}
	}
	return out
}

// ResidentFigures gives figures of residents, community by community and never added up over them, in the order of communities, periods and groups, after a
// cursor: one more row than first. By an attribute it gives what was released of each month, of all residents first and then group by group (R).
func (d *Desk) ResidentFigures(ctx context.Context, in ResidentFiguresInput, first int, after string) ([]*ResidentFigureRow, error) {
	v, err := d.residentFigureReader(ctx)
	if err != nil {
		return nil, err
	}
	if err := in.check(); err != nil {
		return nil, err
	}
	if first < 1 || first > mostResidentPage {
		return nil, office.Refuse(office.LimitExceeded, "R", "first").With("limit", mostResidentPage)
	}
	communities := slices.Compact(slices.Sorted(slices.Values(v.Communities)))
	if len(in.CommunityIDs) > 0 {
		communities = slices.DeleteFunc(communities, func(c string) bool { return !slices.Contains(in.CommunityIDs, c) })
	}
	offices := map[string]*Office{}
	for _, c := range communities {
		o, err := d.Office(ctx, c)
		if err != nil {
			return nil, err
		}
		offices[c] = o
		if begun := reporting.StepMonth.Begin(d.today(o)); in.By != nil && !in.Until.Before(begun) {
			return nil, office.Refuse(office.PeriodOpen, "R", "until").With("until", begun.AddDays(-1).String())
		}
	}
	groups := []string{""}
	if in.By != nil {
		groups = append(groups, in.By.Groups()...)
	}
	begin, err := residentPlace(after)
	if err != nil {
		return nil, err
	}
	var wanted []residentPeriod
	var rows []*ResidentFigureRow
	for _, p := range in.periods(communities) {
		for g, group := range groups {
			at := residentCursor{p.community, p.from.String(), g}
			if after != "" && at.compare(begin) <= 0 || len(rows) > first {
				continue
			}
			cursor, err := writeCursor([]string{at.community, at.from, strconv.Itoa(at.group)})
			if err != nil {
				return nil, err
			}
			r := &ResidentFigureRow{
				CommunityID: p.community, Community: offices[p.community].Community.Name, From: p.from, Until: p.until, Values: make([]*float64, len(in.Figures)), cursor: cursor,
			}
			if g > 0 {
				r.Group = &group
			}
			rows = append(rows, r)
			if n := len(wanted); n == 0 || wanted[n-1] != p {
				wanted = append(wanted, p)
			}
		}
	}
	// What the viewer asks for is told as numbers: the records behind it are the program's to read.
	inside := store.With(ctx, store.System())
	values := map[residentPeriod]map[reporting.ResidentFigure]float64{}
	released := map[residentPeriod]*ent.FigureRelease{}
	for len(wanted) > 0 {
		n := 1
		for n < len(wanted) && wanted[n].community == wanted[0].community {
			n++
		}
		o := offices[wanted[0].community]
		if in.By != nil {
			err = d.released(ctx, o, *in.By, wanted[:n], released)
		} else {
			err = d.residentTotals(inside, o, wanted[:n], in.Figures, values)
		}
		if err != nil {
			return nil, err
		}
		wanted = wanted[n:]
	}
	for _, r := range rows {
		p := residentPeriod{r.CommunityID, r.From, r.Until}
		release := released[p]
		if release != nil {
			r.ReleasedAt = &release.At
		}
		for i, f := range in.Figures {
			switch {
			case release == nil:
				n := values[p][f]
				r.Values[i] = &n
			case r.Group == nil:
				r.Values[i] = toldOf(release.Cells.Totals, f)
			default:
				r.Values[i] = toldOf(release.Cells.Groups[*r.Group], f)
			}
		}
	}
	return rows, nil
}

func toldOf(cells map[reporting.ResidentFigure]int, f reporting.ResidentFigure) *float64 {
	n, ok := cells[f]
	if !ok {
		return nil
	}
	value := float64(n)
	return &value
}

type residentCursor struct {
	community, from string
	group           int
}

func (c residentCursor) compare(o residentCursor) int {
	return cmp.Or(cmp.Compare(c.community, o.community), cmp.Compare(c.from, o.from), cmp.Compare(c.group, o.group))
}

func residentPlace(after string) (residentCursor, error) {
	if after == "" {
		return residentCursor{}, nil
	}
	var parts []string
	if err := readCursor(after, &parts); err != nil {
		return residentCursor{}, err
	}
	if len(parts) != 3 {
		return residentCursor{}, office.Refuse(office.BadInput, "R", "after")
	}
	group, err := strconv.Atoi(parts[2])
	if err != nil {
		return residentCursor{}, office.Refuse(office.BadInput, "R", "after")
	}
	return residentCursor{parts[0], parts[1], group}, nil
}

// residentTotals reckons figures of some periods of one community, which follow one another: as many statements however many periods there are.
func (d *Desk) residentTotals(ctx context.Context, o *Office, periods []residentPeriod, figures []reporting.ResidentFigure, out map[residentPeriod]map[reporting.ResidentFigure]float64) error {
	c, community, zone := d.Store.Read(), o.Community.ID, o.Calendar.Location()
	from, until := periods[0].from, periods[len(periods)-1].until
	begin, end := from.Start(zone), until.AddDays(1).Start(zone)
	for _, p := range periods {
		out[p] = map[reporting.ResidentFigure]float64{}
	}
	asked := map[string]bool{}
	for _, f := range figures {
		def, _ := reporting.DefineResident(f)
		asked[def.Clause] = true
	}
	if asked["E7"] {
		people, err := employmentHistories(ctx, c, community, begin, end)
		if err != nil {
			return err
		}
		for _, h := range people {
			for f, acts := range reporting.EmploymentActs(h) {
				var asked []residentPeriod // those in which there is an act: a year has many days, a person few acts
				for _, at := range acts {
					if day := workday.DateOf(at, zone); !day.Before(from) && !day.After(until) {
						asked = append(asked, periodAt(periods, day))
					}
				}
				slices.SortFunc(asked, func(a, b residentPeriod) int { return a.from.Compare(b.from) })
				for _, p := range slices.Compact(asked) {
					if _, counts := employment.FirstIn(p.from.Start(zone), p.until.AddDays(1).Start(zone), acts...); counts {
						out[p][f]++
					}
				}
			}
		}
	}
	if asked["C4"] {
		held, err := programsHeld(ctx, c, community, begin, end)
		if err != nil {
			return err
		}
		came, err := residentsWhoCame(ctx, c, community, begin, end)
		if err != nil {
			return err
		}
		seen := map[residentPeriod]map[string]bool{}
		for id, x := range held {
			p := periodAt(periods, workday.DateOf(x.from, zone))
			v := out[p]
			v[reporting.FigureEvents]++
			v[reporting.FigureReached] += float64(x.people)
			v[reporting.FigureVolunteerMinutes] += float64(x.minutes)
			if seen[p] == nil {
				seen[p] = map[string]bool{}
			}
			for _, r := range came[id] {
				seen[p][r] = true
			}
			v[reporting.FigureAttended] = float64(len(seen[p]))
		}
	}
	if !asked["P6"] {
		return nil
	}
	var days []struct {
		Date      string `json:"date"`
		Residents int    `json:"residents"`
		Minutes   int    `json:"minutes"`
	}
	if err := c.Participation.Query().Where(participation.CommunityID(community), participation.DateGTE(from.String()), participation.DateLTE(until.String())).
		GroupBy(participation.FieldDate).Aggregate(ent.As(ent.Sum(participation.FieldResidents), "residents"), ent.As(ent.Sum(participation.FieldMinutes), "minutes")).
		Scan(ctx, &days); err != nil {
		return err
	}
	for _, x := range days {
		day, err := workday.ParseDate(x.Date)
		if err != nil {
			return err
		}
		v := out[periodAt(periods, day)]
		v[reporting.FigureParticipants] += float64(x.Residents)
		v[reporting.FigureParticipationMinutes] += float64(x.Minutes)
	}
	fen := map[residentPeriod][2]int{}
	pledged, err := c.Pledge.Query().Where(standingPledges(community)...).Where(pledge.PledgedAtGTE(begin), pledge.PledgedAtLT(end)).
		Select(pledge.FieldPledgedAt, pledge.FieldWorthFen).All(ctx)
	if err != nil {
		return err
	}
	for _, x := range pledged {
		p := periodAt(periods, workday.DateOf(x.PledgedAt, zone))
		fen[p] = [2]int{fen[p][0] + x.WorthFen, fen[p][1]}
	}
	delivered, err := c.Delivery.Query().Where(countedDeliveries(community)...).Where(delivery.DeliveredOnGTE(from.String()), delivery.DeliveredOnLTE(until.String())).
		Select(delivery.FieldDeliveredOn, delivery.FieldWorthFen).All(ctx)
	if err != nil {
		return err
	}
	for _, x := range delivered {
		day, err := workday.ParseDate(x.DeliveredOn)
		if err != nil {
			return err
		}
		p := periodAt(periods, day)
		fen[p] = [2]int{fen[p][0], fen[p][1] + x.WorthFen}
	}
	for p, sums := range fen {
		out[p][reporting.FigurePledgedWorth], out[p][reporting.FigureDeliveredWorth] = float64(sums[0])/100, float64(sums[1])/100
	}
	return nil
}

// periodAt gives the period in which a day lies.
func periodAt(periods []residentPeriod, day workday.Date) residentPeriod {
	i, _ := slices.BinarySearchFunc(periods, day, func(p residentPeriod, day workday.Date) int { return p.until.Compare(day) })
	return periods[i]
}

// released gives what was told of some months of one community, all of them over; what nobody asked for yet is told now and stays so, whatever is corrected
// later: by the difference of two tellings somebody would be found (R).
func (d *Desk) released(ctx context.Context, o *Office, by reporting.ResidentAttribute, months []residentPeriod, out map[residentPeriod]*ent.FigureRelease) error {
	community := o.Community.ID
	names := make([]string, len(months))
	for i, m := range months {
		names[i] = monthOf(m.from)
	}
	there, err := d.Store.Read().FigureRelease.Query().Where(figurerelease.CommunityID(community), figurerelease.AttributeEQ(by), figurerelease.MonthIn(names...)).All(ctx)
	if err != nil {
		return err
	}
	for _, r := range there {
		out[months[slices.Index(names, r.Month)]] = r
	}
	for _, m := range months {
		if out[m] != nil {
			continue
		}
		if out[m], err = d.release(ctx, o, by, m); err != nil {
			return err
		}
	}
	return nil
}

func monthOf(day workday.Date) string { return day.String()[:len("2006-01")] }

// release reckons what is told of a month and keeps it, in one transaction; whoever asks at the same time gets the same.
func (d *Desk) release(ctx context.Context, o *Office, by reporting.ResidentAttribute, m residentPeriod) (*ent.FigureRelease, error) {
	var out *ent.FigureRelease
	err := d.program(ctx, func(ctx context.Context, tx *store.Tx) error {
		there, err := tx.FigureRelease.Query().Where(figurerelease.CommunityID(m.community), figurerelease.AttributeEQ(by), figurerelease.Month(monthOf(m.from))).Only(ctx)
		if err == nil {
			out = there
			return nil
		}
		if !ent.IsNotFound(err) {
			return err
		}
		counted, err := countedResidents(ctx, tx.Client, m.community, m.from.Start(o.Calendar.Location()), m.until.AddDays(1).Start(o.Calendar.Location()))
		if err != nil {
			return err
		}
		out, err = tx.FigureRelease.Create().SetCommunityID(m.community).SetMonth(monthOf(m.from)).SetAttribute(by).
			SetCells(reporting.Tell(by, m.until, counted)).SetAt(d.Now()).Save(ctx)
		return err
	})
	return out, err
}

// idsAtOnce is how many keys one statement names.
const idsAtOnce = 1000

// countedResidents reads whom a period's figures count, with what is on file of them.
func countedResidents(ctx context.Context, c *ent.Client, community string, from, until time.Time) ([]reporting.CountedResident, error) {
	people, err := employmentHistories(ctx, c, community, from, until)
	if err != nil {
		return nil, err
	}
	came, err := residentsWhoCame(ctx, c, community, from, until)
	if err != nil {
		return nil, err
	}
	counted := map[string]*reporting.CountedResident{}
	of := func(id string) *reporting.CountedResident {
		if counted[id] == nil {
			counted[id] = &reporting.CountedResident{}
		}
		return counted[id]
	}
	seekers := make([]string, 0, len(people))
	for id := range people {
		seekers = append(seekers, id)
	}
	for ids := range slices.Chunk(seekers, idsAtOnce) {
		list, err := c.JobSeeker.Query().Where(jobseeker.IDIn(ids...)).Select(jobseeker.FieldID, jobseeker.FieldResidentID).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, s := range list {
			for f, acts := range reporting.EmploymentActs(people[s.ID]) {
				if _, counts := employment.FirstIn(from, until, acts...); counts {
					of(s.ResidentID).Figures = append(of(s.ResidentID).Figures, f)
				}
			}
		}
	}
	for _, residents := range came {
		for _, id := range residents {
			if r := of(id); !slices.Contains(r.Figures, reporting.FigureAttended) {
				r.Figures = append(r.Figures, reporting.FigureAttended)
			}
		}
	}
	all := make([]string, 0, len(counted))
	for id := range counted {
		all = append(all, id)
	}
	for ids := range slices.Chunk(all, idsAtOnce) {
		files, err := c.Resident.Query().Where(resident.IDIn(ids...)).Select(resident.FieldID, resident.FieldSex, resident.FieldBirthDate).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, r := range files {
			facts := &counted[r.ID].ResidentFacts
			facts.Sex = r.Sex
			if born, err := workday.ParseDate(r.BirthDate); err == nil {
				facts.Born = born
			}
		}
		registered, err := c.JobSeeker.Query().Where(jobseeker.ResidentIDIn(ids...)).
			Select(jobseeker.FieldID, jobseeker.FieldResidentID, jobseeker.FieldSituations, jobseeker.FieldResidence).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, s := range registered {
			facts := &counted[s.ResidentID].ResidentFacts
			facts.Situations, facts.Residence = s.Situations, s.Residence
		}
	}
	out := make([]reporting.CountedResident, 0, len(counted))
	for _, r := range counted {
		out = append(out, *r)
	}
	return out, nil
}
