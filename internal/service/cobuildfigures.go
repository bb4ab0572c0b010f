package service

import (
	"cmp"
	"context"
	"slices"

	entsql "entgo.io/ent/dialect/sql"

	"xinxing/ent"
	"xinxing/ent/delivery"
	"xinxing/ent/participation"
	"xinxing/ent/partner"
	"xinxing/ent/pledge"
	"xinxing/ent/predicate"
	"xinxing/ent/project"
	"xinxing/ent/projectpartner"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/workday"
)

// Contribution is what one partner pledged and delivered, as worth in fen (P6).
type Contribution struct {
	Partner                  *ent.Partner
	Projects                 int
	PledgedFen, DeliveredFen int
}

// ParticipationMonth counts the residents who took part in projects in a month, such as 2026-02.
type ParticipationMonth struct {
	Month     string `json:"month"`
	Residents int    `json:"residents"`
	Minutes   int    `json:"minutes"`
}

// StageCount counts the projects in a stage.
type StageCount struct {
	Stage cobuild.Stage
	Count int
}

// CobuildFigures tells what partners and residents did together (P6).
type CobuildFigures struct {
	Contributions      []*Contribution
	Months             []*ParticipationMonth
	Stages             []*StageCount
	Residents, Minutes int
}

// The bounds of the figures.
const (
	mostContributions = 50
	figureMonths      = 12
)

// CobuildFigures counts, of the viewer's community, the contribution of each partner, the residents who took part over the last twelve months and
// of all time, and the projects by stage (P6). Of a withdrawn pledge counts only what was delivered.
func (d *Desk) CobuildFigures(ctx context.Context) (*CobuildFigures, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	o, err := d.Office(ctx, v.Community)
	if err != nil {
		return nil, err
	}
	return cobuildFigures(ctx, d.Store.Read(), v.Community, d.today(o))
}

func cobuildFigures(ctx context.Context, c *ent.Client, community string, today workday.Date) (*CobuildFigures, error) {
	f := &CobuildFigures{Contributions: []*Contribution{}, Months: []*ParticipationMonth{}, Stages: []*StageCount{}}
	sums := map[string]*Contribution{}
	of := func(id string) *Contribution {
		if sums[id] == nil {
			sums[id] = &Contribution{}
		}
		return sums[id]
	}
	var rows []struct {
		PartnerID string `json:"partner_id"`
		Sum       int    `json:"sum"`
		Count     int    `json:"count"`
	}
	if err := c.Pledge.Query().Where(standingPledges(community)...).GroupBy(pledge.FieldPartnerID).
		Aggregate(ent.Sum(pledge.FieldWorthFen)).Scan(ctx, &rows); err != nil {
		return nil, err
	}
	for _, r := range rows {
		of(r.PartnerID).PledgedFen = r.Sum
	}
	rows = nil
	if err := c.Delivery.Query().Where(countedDeliveries(community)...).GroupBy(delivery.FieldPartnerID).
		Aggregate(ent.Sum(delivery.FieldWorthFen)).Scan(ctx, &rows); err != nil {
		return nil, err
	}
	for _, r := range rows {
		of(r.PartnerID).DeliveredFen = r.Sum
	}
	rows = nil
	if err := c.ProjectPartner.Query().Where(projectpartner.CommunityID(community)).GroupBy(projectpartner.FieldPartnerID).
		Aggregate(ent.Count()).Scan(ctx, &rows); err != nil {
		return nil, err
	}
	for _, r := range rows {
		of(r.PartnerID).Projects = r.Count
	}
	ids := make([]string, 0, len(sums))
	for id := range sums {
		ids = append(ids, id)
	}
	partners, err := c.Partner.Query().Where(partner.CommunityID(community), partner.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range partners {
		sums[p.ID].Partner = p
		f.Contributions = append(f.Contributions, sums[p.ID])
	}
	slices.SortFunc(f.Contributions, func(a, b *Contribution) int {
		return cmp.Or(cmp.Compare(b.DeliveredFen, a.DeliveredFen), cmp.Compare(b.PledgedFen, a.PledgedFen), cmp.Compare(a.Partner.ID, b.Partner.ID))
	})
	f.Contributions = f.Contributions[:min(len(f.Contributions), mostContributions)]
	if err := f.countResidents(ctx, c, community, today); err != nil {
		return nil, err
	}
	var stages []struct {
		Stage cobuild.Stage `json:"stage"`
		Count int           `json:"count"`
	}
	if err := c.Project.Query().Where(project.CommunityID(community)).GroupBy(project.FieldStage).Aggregate(ent.Count()).Scan(ctx, &stages); err != nil {
		return nil, err
	}
	for _, word := range cobuild.Stage("").Values() {
		at := slices.IndexFunc(stages, func(s struct {
			Stage cobuild.Stage `json:"stage"`
			Count int           `json:"count"`
		}) bool {
			return string(s.Stage) == word
		})
		n := 0
		if at >= 0 {
			n = stages[at].Count
		}
		f.Stages = append(f.Stages, &StageCount{cobuild.Stage(word), n})
	}
	return f, nil
}

// countResidents counts who took part, month by month; a month without anybody is there with 0.
func (f *CobuildFigures) countResidents(ctx context.Context, c *ent.Client, community string, today workday.Date) error {
	rows, err := participationMonths(ctx, c, participation.CommunityID(community))
	if err != nil {
		return err
	}
	year, month := today.Year, int(today.Month)
	for range figureMonths {
		f.Months = append(f.Months, &ParticipationMonth{Month: workday.Date{Year: year, Month: today.Month, Day: 1}.String()[:5] + twoDigits(month)})
		if month--; month == 0 {
			year, month = year-1, 12
		}
	}
	slices.Reverse(f.Months)
	for _, r := range rows {
		f.Residents += r.Residents
		f.Minutes += r.Minutes
		for _, m := range f.Months {
			if m.Month == r.Month {
				*m = r
			}
		}
	}
	return nil
}

func twoDigits(n int) string { return string(rune('0'+n/10)) + string(rune('0'+n%10)) }

// standingPledges selects what is pledged in a community (P6).
func standingPledges(community string) []predicate.Pledge {
	return []predicate.Pledge{pledge.CommunityID(community), pledge.WithdrawnAtIsNil()}
}

// countedDeliveries selects what counts as delivered in a community (P3, P6).
func countedDeliveries(community string) []predicate.Delivery {
	return []predicate.Delivery{delivery.CommunityID(community), delivery.Confirmed(true)}
}

// participationMonths adds up the residents who took part by the months in which anybody did (P6).
func participationMonths(ctx context.Context, c *ent.Client, where ...predicate.Participation) ([]ParticipationMonth, error) {
	var rows []ParticipationMonth
	err := c.Participation.Query().Where(where...).Modify(func(s *entsql.Selector) {
		month := "SUBSTR(" + s.C(participation.FieldDate) + ", 1, 7)"
		s.Select(entsql.As(month, "month"), entsql.As(entsql.Sum(s.C(participation.FieldResidents)), "residents"),
			entsql.As(entsql.Sum(s.C(participation.FieldMinutes)), "minutes")).GroupBy(month)
	}).Scan(ctx, &rows)
	return rows, err
}
