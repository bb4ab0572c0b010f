package service

import (
	"context"

	"xinxing/ent"
	"xinxing/ent/picture"
	"xinxing/ent/project"
	"xinxing/internal/office"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// DisclosedProject is a published project as anybody sees it (P3, P6): no resident, no member of staff but who leads it, nothing that partners wrote.
type DisclosedProject struct {
	ID, Number, Title, About, Place, Outcome, Lead string
	Kind                                           cobuild.ProjectKind
	Stage                                          cobuild.Stage
	From, Until                                    workday.Date
	Open                                           bool
	Residents                                      int
	TasksDone                                      int
	TasksAll                                       int
	// Cost in fen, told once the project is accepted; 0 before.
	CostFen int
	// Partners take part, in the order in which they joined.
	Partners []string
	Totals   []cobuild.Total
	// Pictures are those that are published, before to after.
	Pictures []DisclosedPicture
}

// DisclosedPicture is a published picture of a project.
type DisclosedPicture struct {
	DisclosedFile
	Kind cobuild.PictureKind
}

// DisclosedCobuild is what a community shows of what is built together (P3, P6).
type DisclosedCobuild struct {
	Projects []*DisclosedProject
	// Partners is how many delivered something; Residents and Hours how many took part, and their voluntary work.
	Partners, Residents, Hours int
	Contributions              []*Contribution
}

// mostDisclosed bounds the projects on the public pages.
const mostDisclosed = 60

// DisclosedProjects gives what a community shows of its projects, for anybody: the latest proposed first.
func (d *Desk) DisclosedProjects(ctx context.Context, community string) (*DisclosedCobuild, error) {
	o, err := d.disclosing(ctx, community)
	if err != nil {
		return nil, err
	}
	ctx = store.With(ctx, store.System())
	list, err := d.Store.Read().Project.Query().Where(project.CommunityID(o.Community.ID), project.Published(true)).
		Order(ent.Desc(project.FieldProposedAt, project.FieldID)).Limit(mostDisclosed).All(ctx)
	if err != nil {
		return nil, err
	}
	out := &DisclosedCobuild{}
	for _, p := range list {
		made, err := o.discloseProject(p)
		if err != nil {
			return nil, err
		}
		out.Projects = append(out.Projects, made)
	}
	f, err := cobuildFigures(ctx, d.Store.Read(), o.Community.ID, d.today(o))
	if err != nil {
		return nil, err
	}
	out.Residents, out.Hours = f.Residents, (f.Minutes+30)/60
	for _, c := range f.Contributions {
		if c.DeliveredFen > 0 {
			out.Partners++
			out.Contributions = append(out.Contributions, c)
		}
	}
	return out, nil
}

// DisclosedProject gives a published project, for anybody; it refuses every other key with NOT_FOUND.
func (d *Desk) DisclosedProject(ctx context.Context, community, id string) (*DisclosedProject, error) {
	o, err := d.disclosing(ctx, community)
	if err != nil {
		return nil, err
	}
	ctx = store.With(ctx, store.System())
	p, err := d.Store.Read().Project.Query().Where(project.ID(id), project.CommunityID(o.Community.ID), project.Published(true)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, office.Refuse(office.NotFound, "P3", "project")
	}
	if err != nil {
		return nil, err
	}
	out, err := o.discloseProject(p)
	if err != nil {
		return nil, err
	}
	partners, err := d.PartnersOf(ctx, p)
	if err != nil {
		return nil, err
	}
	for _, with := range partners {
		out.Partners = append(out.Partners, with.Name)
	}
	if out.Totals, err = d.TotalsOf(ctx, p); err != nil {
		return nil, err
	}
	tasks, err := d.TasksOf(ctx, p)
	if err != nil {
		return nil, err
	}
	out.TasksDone, out.TasksAll = tasksDone(tasks), len(tasks)
	out.Pictures, err = d.disclosedPictures(ctx, picture.ProjectID(p.ID))
	return out, err
}

func (o *Office) discloseProject(p *ent.Project) (*DisclosedProject, error) {
	from, err := workday.ParseDate(p.PlannedFrom)
	if err != nil {
		return nil, err
	}
	until, err := workday.ParseDate(p.PlannedUntil)
	if err != nil {
		return nil, err
	}
	out := &DisclosedProject{
		ID: p.ID, Number: p.Number, Title: p.Title, About: p.About, Place: p.Place, Outcome: p.Outcome, Lead: o.named(p.LeadID), Kind: p.Kind,
		Stage: p.Stage, From: from, Until: until, Open: p.OpenToJoin && cobuild.TakesPledges(p.Stage), Residents: p.Residents,
	}
	if p.Stage == cobuild.Accepted || p.Stage == cobuild.Closed {
		out.CostFen = p.CostFen
	}
	return out, nil
}
