package service_test

import (
	"context"
	"strings"
	"testing"

	"xinxing/internal/office"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
)

// The reporting tool keeps a cursor and hears of which figures it must ask again: of its own communities, and of nothing else.
func TestR_WhichFiguresOfResidentsChanged(t *testing.T) {
	both(t, func(p *people) {
		names := map[string]string{p.Community: "own", p.Neighbour: "neighbour"}
		changed := func(ctx context.Context, after string) (string, string) {
			t.Helper()
			got, err := p.Desk.ResidentFigureChanges(ctx, after)
			p.ok(err)
			var words []string
			for _, c := range got.Changed {
				words = append(words, names[c.CommunityID]+" "+c.Clause)
			}
			return strings.Join(words, ", "), got.Cursor
		}
		mine, both := p.reporter(p.Community), p.reporter(p.Community, p.Neighbour)
		all, at := changed(mine, "")
		p.want("at first", all, "own E7, own C4, own P6")
		first, _ := changed(both, "")
		p.want("at first, of both", len(strings.Split(first, ", ")), 6)
		none, at := changed(mine, at)
		p.want("nothing happened", none, "")

		// A case changes none of them.
		p.open("clerk-a", "")
		none, at = changed(mine, at)
		p.want("a case", none, "")
		seeker := p.seeker(p.Resident.ID)
		got, next := changed(mine, at)
		p.want("a job-seeker", got, "own E7")
		again, _ := changed(mine, at)
		p.want("the same cursor again", again, got)
		if strings.Contains(next, seeker.ID) {
			t.Error("the cursor names a record")
		}
		p.plan(3)
		got, next = changed(mine, next)
		p.want("a class", got, "own E7, own C4")
		day := workday.DateOf(p.Clock.Now(), servicetest.Zone)
		_, err := p.Desk.ProposeProject(p.As("leader"), service.ProposeProjectInput{
			ProjectText: service.ProjectText{Title: "修路", Kind: cobuild.ProjectRoad, Place: "3号楼前", LeadID: p.Staff["leader"].ID, PlannedFrom: day, PlannedUntil: day},
			Origin:      cobuild.FromPlan, ClientMutationID: p.ID(),
		})
		p.ok(err)
		got, next = changed(mine, next)
		p.want("a project", got, "own P6")
		// A community that comes to the token's later is told of wholly.
		got, _ = changed(both, next)
		p.want("one more community", got, "neighbour E7, neighbour C4, neighbour P6")
		got, _ = changed(p.As("leader"), next)
		p.want("the leader", got, "")

		for _, login := range []string{"clerk-a", "administrator"} {
			_, err := p.Desk.ResidentFigureChanges(p.As(login), "")
			p.refused(err, office.Forbidden, "R")
		}
		partner := store.With(t.Context(), store.Viewer{Community: p.Community, Communities: []string{p.Community}, Token: "tok_1", Partner: "ptn_1", Scopes: []cobuild.Scope{cobuild.ScopeReadProjects}})
		_, err = p.Desk.ResidentFigureChanges(partner, "")
		p.refused(err, office.Forbidden, "R")
		_, err = p.Desk.ResidentFigureChanges(mine, "!")
		p.refused(err, office.BadInput, "R")
	})
}
