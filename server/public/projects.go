package public

import (
	"xinxing/internal/office/cobuild"
	"xinxing/internal/service"
)

type projectsPage struct {
	*service.DisclosedCobuild
	ID string
}

type projectPage struct {
	*service.DisclosedProject
	Steps []step
}

// projects lists what is built together, with the figures of who took part (P3, P6).
func (p *pages) projects(q *request) (*answer, error) {
	id := q.PathValue("community")
	b, err := p.desk.Disclosed(q.Context(), id)
	if err != nil {
		return nil, err
	}
	all, err := p.desk.DisclosedProjects(q.Context(), id)
	if err != nil {
		return nil, err
	}
	return &answer{template: "projects", title: word(q.lang, "projects.title") + " · " + b.Name, office: b, body: projectsPage{all, id}}, nil
}

func (p *pages) project(q *request) (*answer, error) {
	b, err := p.desk.Disclosed(q.Context(), q.PathValue("community"))
	if err != nil {
		return nil, err
	}
	one, err := p.desk.DisclosedProject(q.Context(), b.ID, q.PathValue("id"))
	if err != nil {
		return nil, err
	}
	return &answer{template: "project", title: one.Title + " · " + b.Name, office: b, body: projectPage{one, projectSteps(q.lang, one.Step)}}, nil
}

// projectSteps are the five stages as a row of steps; none for what was dropped.
func projectSteps(lang string, at int) []step {
	if at == 0 {
		return nil
	}
	var out []step
	for i, stage := range []cobuild.Stage{cobuild.Proposed, cobuild.Agreed, cobuild.UnderWay, cobuild.Accepted, cobuild.Closed} {
		s := step{Number: i + 1, Name: word(lang, "stage."+string(stage)), State: stepToCome}
		switch {
		case i+1 < at || at == 5:
			s.State = stepDone
		case i+1 == at:
			s.State = stepNow
		}
		out = append(out, s)
	}
	return out
}
