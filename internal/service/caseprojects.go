package service

import (
	"context"

	"xinxing/ent"
	"xinxing/ent/caseproject"
	"xinxing/ent/project"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/workday"
)

// LinkProjectInput is the input of the act of that name; the schema says what each field means.
type LinkProjectInput struct {
	CaseRef
	ProjectID string
}

// LinkProject answers a case by a project (P4): the resident sees how far the project has come. The case's promise and its clock stay as they are.
func (d *Desk) LinkProject(ctx context.Context, in LinkProjectInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActLinkProject, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		p, err := a.tx.Project.Query().Where(project.ID(in.ProjectID), project.CommunityID(c.CommunityID)).Only(a)
		if err != nil {
			return missing(err, "projectId")
		}
		if p.Stage == cobuild.Dropped {
			return office.Refuse(office.RefusedState, "P4", "projectId").With("stage", p.Stage)
		}
		linked, err := a.tx.CaseProject.Query().Where(caseproject.CaseID(c.ID)).All(a)
		if err != nil {
			return err
		}
		for _, l := range linked {
			if l.ProjectID == p.ID {
				return office.Refuse(office.AlreadyDone, "P4", "projectId")
			}
		}
		if len(linked) >= mostLinks {
			return office.Refuse(office.LimitExceeded, "P4", "projectId").With("limit", mostLinks)
		}
		if err := a.tx.CaseProject.Create().SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetProjectID(p.ID).SetLinkedAt(a.now).
			SetLinkedByID(string(a.actor.ID)).Exec(a); err != nil {
			return err
		}
		if err := a.note(c, casework.EventProjectLinked, "", map[string]any{"project": p.ID, "number": p.Number, "title": p.Title}); err != nil {
			return err
		}
		// The project's journal is read by who may not see the case: it tells that one was linked, not which.
		if err := a.noteProject(p, casework.EventProjectCaseLinked, "", nil); err != nil {
			return err
		}
		return a.keepProject(p)
	})
}

// mostLinks bounds the projects that answer one case.
const mostLinks = 10

// ProjectsOfCase gives the projects that answer a case, in the order in which they were linked.
func (d *Desk) ProjectsOfCase(ctx context.Context, caseOf string) ([]*ent.Project, error) {
	links, err := d.Store.Read().CaseProject.Query().Where(caseproject.CaseID(caseOf)).Order(caseproject.ByLinkedAt(), caseproject.ByID()).
		Limit(mostLinks).WithProject().All(ctx)
	out := make([]*ent.Project, 0, len(links))
	for _, l := range links {
		if l.Edges.Project != nil {
			out = append(out, l.Edges.Project)
		}
	}
	return out, err
}

// CasesOfProject gives the cases that a project answers and that the viewer may see, the latest linked first. At most 100.
func (d *Desk) CasesOfProject(ctx context.Context, p *ent.Project) ([]*ent.CaseFile, error) {
	links, err := d.Store.Read().CaseProject.Query().Where(caseproject.ProjectID(p.ID)).Order(ent.Desc(caseproject.FieldLinkedAt, caseproject.FieldID)).
		Limit(ListBound).WithCase(func(q *ent.CaseFileQuery) { q.WithResident() }).All(ctx)
	out := make([]*ent.CaseFile, 0, len(links))
	for _, l := range links {
		if l.Edges.Case != nil {
			out = append(out, l.Edges.Case)
		}
	}
	return out, err
}

// FollowedProject is what a resident sees of the project that answers the case (P4).
type FollowedProject struct {
	Title, Number string
	Stage         cobuild.Stage
	// Planned until this date; what remains and is done of its tasks.
	PlannedUntil        workday.Date
	TasksDone, TasksAll int
	Outcome             string
	// Page is its public page; "" where it is not published.
	Page string
}

// followedProjects gathers what the resident sees of the projects that answer a case; the context is the program's.
func (d *Desk) followedProjects(ctx context.Context, caseOf string) ([]FollowedProject, error) {
	projects, err := d.ProjectsOfCase(ctx, caseOf)
	if err != nil {
		return nil, err
	}
	out := make([]FollowedProject, 0, len(projects))
	for _, p := range projects {
		until, err := workday.ParseDate(p.PlannedUntil)
		if err != nil {
			return nil, err
		}
		f := FollowedProject{Title: p.Title, Number: p.Number, Stage: p.Stage, PlannedUntil: until, Outcome: p.Outcome}
		tasks, err := d.TasksOf(ctx, p)
		if err != nil {
			return nil, err
		}
		f.TasksDone, f.TasksAll = tasksDone(tasks), len(tasks)
		if p.Published {
			f.Page = projectPage(p)
		}
		out = append(out, f)
	}
	return out, nil
}

// projectPage is where anybody reads of a published project.
func projectPage(p *ent.Project) string { return "/public/" + p.CommunityID + "/projects/" + p.ID }
