package service

import (
	"context"
	"fmt"

	"xinxing/ent"
	"xinxing/ent/casefile"
	"xinxing/ent/jobseeker"
	"xinxing/ent/opening"
	"xinxing/ent/referral"
	"xinxing/internal/office/employment"
)

// verifySeekers looks at the register of job-seekers after a key: the open cases of each are green while they are on it, and
// no others are (E6).
func verifySeekers(ctx context.Context, client *ent.Client, last string, r *Report) (string, bool, error) {
	page, err := client.JobSeeker.Query().Where(jobseeker.IDGT(last)).Order(jobseeker.ByID()).Limit(500).All(ctx)
	if err != nil || len(page) == 0 {
		return last, false, err
	}
	records, on := make([]kept, len(page)), map[bool][]string{}
	for i, s := range page {
		records[i] = kept{s.ID, s.Head, s.Events}
		green := employment.Green(s.State)
		on[green] = append(on[green], s.ResidentID)
	}
	for green, residents := range on {
		wrong, err := client.CaseFile.Query().Where(casefile.ResidentIDIn(residents...), isOpen(true), casefile.Green(!green)).
			Order(casefile.ByID()).Limit(maxFindings).All(ctx)
		if err != nil {
			return last, false, err
		}
		for _, c := range wrong {
			r.find(c.ReceiptNo, fmt.Sprintf("green is %v, but the resident is on the register: %v", c.Green, green))
		}
	}
	return page[len(page)-1].ID, true, verifyKept(ctx, client, records, r)
}

// verifyOpenings looks at the openings after a key: as many were hired as it counts, and never more than there are places (E3).
func verifyOpenings(ctx context.Context, client *ent.Client, last string, r *Report) (string, bool, error) {
	page, err := client.Opening.Query().Where(opening.IDGT(last)).Order(opening.ByID()).Limit(500).All(ctx)
	if err != nil || len(page) == 0 {
		return last, false, err
	}
	ids := make([]string, len(page))
	for i, o := range page {
		ids[i] = o.ID
	}
	var rows []struct {
		Opening string `json:"opening_id"`
		Count   int    `json:"count"`
	}
	if err := client.Referral.Query().Where(referral.OpeningIDIn(ids...), referral.StateEQ(employment.ReferralHired)).
		GroupBy(referral.FieldOpeningID).Aggregate(ent.Count()).Scan(ctx, &rows); err != nil {
		return last, false, err
	}
	hired := map[string]int{}
	for _, row := range rows {
		hired[row.Opening] = row.Count
	}
	records := make([]kept, len(page))
	for i, o := range page {
		records[i] = kept{o.ID, o.Head, o.Events}
		if hired[o.ID] != o.Hired || o.Hired > o.Headcount {
			r.find(o.ID, fmt.Sprintf("%d were hired for %d places, it counts %d", hired[o.ID], o.Headcount, o.Hired))
		}
	}
	return page[len(page)-1].ID, true, verifyKept(ctx, client, records, r)
}
