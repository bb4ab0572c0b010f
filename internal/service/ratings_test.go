package service_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"xinxing/ent"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/service"
	"xinxing/internal/store"
)

// spot is a case that somebody resolved on the spot; item is a code, or "".
func (p *people) spot(login, item string) *ent.CaseFile {
	p.t.Helper()
	c := p.open(login, item)
	return p.done(p.Desk.ResolveOnSpot(p.As(login), service.ResolveOnSpotInput{CaseRef: p.ref(c), Outcome: "已答复"}))
}

// rated writes ratings of one case each, of a level each in turn, as residents would give them.
func (p *people) rated(cases []*ent.CaseFile, levels ...casework.RatingLevel) {
	p.t.Helper()
	p.ok(p.Desk.Store.Act(p.System(), p.Community, func(ctx context.Context, tx *store.Tx) error {
		creates := make([]*ent.RatingCreate, len(cases))
		for i, c := range cases {
			creates[i] = tx.Rating.Create().SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetAboutID(c.ResponsibleID).
				SetLevel(levels[i%len(levels)]).SetTags([]casework.RatingTag{}).SetRatedAt(p.Desk.Now())
		}
		return tx.Rating.CreateBulk(creates...).Exec(ctx)
	}))
}

// sums tells sums in a line: the total, the levels, and the items and posts with theirs.
func sums(s *service.RatingSums) string {
	line := func(name string, total int, levels []*service.RatingSum) string {
		out := fmt.Sprint(name, " ", total, ":")
		for _, l := range levels {
			out += fmt.Sprint(" ", l.Count)
		}
		return out
	}
	out := []string{line("all", s.Total, s.Levels)}
	for _, groups := range [][]*service.RatingGroup{s.Items, s.Posts} {
		for _, g := range groups {
			out = append(out, line(g.Code+g.Name, g.Total, g.Levels))
		}
	}
	return strings.Join(out, "; ")
}

// The sums are of all ratings, however long their list is; nobody's hold a rating of the own work, and who may not see
// ratings gets sums of nothing.
func TestQ6_RatingSumsAreOfAllAndHideOnesOwn(t *testing.T) {
	both(t, func(p *people) {
		var spots []*ent.CaseFile
		for range 230 { // more than the longest page
			spots = append(spots, p.spot("clerk-a", "ZX-01"))
		}
		p.rated(spots, casework.VerySatisfied, casework.Satisfied, casework.BasicallySatisfied, casework.Dissatisfied, casework.VerySatisfied)
		p.rated([]*ent.CaseFile{p.spot("clerk-b", "ZM-01"), p.spot("clerk-b", "ZM-01"), p.spot("clerk-b", "")}, casework.Satisfied)
		director := p.spot("director", "ZM-01")
		p.rated([]*ent.CaseFile{director}, casework.VeryDissatisfied)
		next := p.openInput("")
		next.ResidentID, next.Anonymous = nil, true
		other := p.done(p.Desk.OpenCase(p.As("neighbour"), next))
		other = p.done(p.Desk.ResolveOnSpot(p.As("neighbour"), service.ResolveOnSpotInput{CaseRef: p.ref(other), Outcome: "已答复"}))
		p.rated([]*ent.CaseFile{other}, casework.VeryDissatisfied)

		list, count, err := p.Desk.Ratings(p.As("leader"), 200, nil)
		p.ok(err)
		total, err := count(p.As("leader"))
		p.ok(err)
		p.want("the longest page", fmt.Sprint(len(list), total), "201 234") // one more than asked tells that there are more

		for login, want := range map[string]string{
			"leader":     "all 234: 92 49 46 46 1; ZX-01低保政策咨询 230: 92 46 46 46 0; ZM-01居住情况证明 3: 0 2 0 0 1; P-2民政窗口 233: 92 48 46 46 1",
			"director":   "all 233: 92 49 46 46 0; ZX-01低保政策咨询 230: 92 46 46 46 0; ZM-01居住情况证明 2: 0 2 0 0 0; P-2民政窗口 232: 92 48 46 46 0",
			"supervisor": "all 234: 92 49 46 46 1; ZX-01低保政策咨询 230: 92 46 46 46 0; ZM-01居住情况证明 3: 0 2 0 0 1; P-2民政窗口 233: 92 48 46 46 1",
			"clerk-a":    "all 0: 0 0 0 0 0", "clerk-b": "all 0: 0 0 0 0 0", "administrator": "all 0: 0 0 0 0 0", "neighbour": "all 0: 0 0 0 0 0",
		} {
			got, err := p.Desk.RatingSums(p.As(login))
			p.ok(err)
			p.want(login, sums(got), want)
		}
		_, err = p.Desk.RatingSums(p.Context())
		p.refused(err, office.Unauthenticated, "")

		// An item goes by the name that it has now.
		in := newItem(t, p.Office, "ZX-01")
		in.Name = "低保咨询"
		_, err = p.Desk.PublishItem(p.As("director"), in)
		p.ok(err)
		got, err := p.Desk.RatingSums(p.As("leader"))
		p.ok(err)
		p.want("renamed", fmt.Sprint(got.Items[0].Code, got.Items[0].Name, got.Items[0].Total), "ZX-01低保咨询230")
	})
}
