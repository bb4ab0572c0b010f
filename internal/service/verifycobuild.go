package service

import (
	"context"
	"fmt"

	"xinxing/ent"
	"xinxing/ent/participation"
	"xinxing/ent/partner"
	"xinxing/ent/project"
	"xinxing/ent/resource"
)

// verifyPartners looks at the partners after a key (P1).
func verifyPartners(ctx context.Context, client *ent.Client, last string, r *Report) (string, bool, error) {
	page, err := client.Partner.Query().Where(partner.IDGT(last)).Order(partner.ByID()).Limit(500).All(ctx)
	if err != nil || len(page) == 0 {
		return last, false, err
	}
	records := make([]kept, len(page))
	for i, p := range page {
		records[i] = kept{p.ID, p.Head, p.Events}
	}
	return page[len(page)-1].ID, true, verifyKept(ctx, client, records, r)
}

// verifyResources looks at the resources after a key: no two bookings of one hold it at one time (P2).
func verifyResources(ctx context.Context, client *ent.Client, last string, r *Report) (string, bool, error) {
	page, err := client.Resource.Query().Where(resource.IDGT(last)).Order(resource.ByID()).Limit(500).All(ctx)
	if err != nil || len(page) == 0 {
		return last, false, err
	}
	records := make([]kept, len(page))
	for i, p := range page {
		records[i] = kept{p.ID, p.Head, p.Events}
		both, err := bookedTwice(ctx, client, p.ID)
		if err != nil {
			return last, false, err
		}
		if both != "" {
			r.find(p.ID, both)
		}
	}
	return page[len(page)-1].ID, true, verifyKept(ctx, client, records, r)
}

// verifyProjects looks at the projects after a key: what counts as delivered is what was confirmed, and the residents who took part are those
// that were written down (P3, P6).
func verifyProjects(ctx context.Context, client *ent.Client, last string, r *Report) (string, bool, error) {
	page, err := client.Project.Query().Where(project.IDGT(last)).Order(project.ByID()).Limit(500).
		WithPledges(func(q *ent.PledgeQuery) { q.WithDeliveries() }).All(ctx)
	if err != nil || len(page) == 0 {
		return last, false, err
	}
	ids := make([]string, len(page))
	for i, p := range page {
		ids[i] = p.ID
	}
	var taken []struct {
		Project string `json:"project_id"`
		Sum     int    `json:"sum"`
	}
	if err := client.Participation.Query().Where(participation.ProjectIDIn(ids...)).GroupBy(participation.FieldProjectID).
		Aggregate(ent.Sum(participation.FieldResidents)).Scan(ctx, &taken); err != nil {
		return last, false, err
	}
	residents := map[string]int{}
	for _, t := range taken {
		residents[t.Project] = t.Sum
	}
	records := make([]kept, len(page))
	for i, p := range page {
		records[i] = kept{p.ID, p.Head, p.Events}
		for _, g := range p.Edges.Pledges {
			sum := 0
			for _, x := range g.Edges.Deliveries {
				if x.Confirmed != nil && *x.Confirmed {
					sum += x.Quantity
				}
			}
			if sum != g.Delivered {
				r.find(p.Number, fmt.Sprintf("%d were confirmed of %s, it counts %d", sum, g.ID, g.Delivered))
			}
		}
		if residents[p.ID] != p.Residents {
			r.find(p.Number, fmt.Sprintf("%d residents took part, it counts %d", residents[p.ID], p.Residents))
		}
	}
	return page[len(page)-1].ID, true, verifyKept(ctx, client, records, r)
}
