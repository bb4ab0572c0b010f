package public

import (
	"slices"

	"xinxing/internal/office/cobuild"
	"xinxing/internal/service"
)

type projectPage struct {
	*service.DisclosedProject
	Steps []step
}

// projects lists what is built together, with the figures of who took part (P3, P6).
func (p *pages) projects(q *request) (*answer, error) {
	b, err := p.desk.Disclosed(q.Context(), q.PathValue("community"))
	if err != nil {
		return nil, err
	}
	all, err := p.desk.DisclosedProjects(q.Context(), b.ID)
	if err != nil {
		return nil, err
	}
	return &answer{template: "projects", title: word(q.lang, "projects.title") + " · " + b.Name, office: b, body: all}, nil
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
	return &answer{template: "project", title: one.Title + " · " + b.Name, office: b, body: projectPage{one, projectSteps(q.lang, one.Stage)}}, nil
}

// projectSteps are the stages as a row of steps; none for what was dropped.
func projectSteps(lang string, stage cobuild.Stage) []step {
	all := cobuild.Steps()
	at := slices.Index(all, stage)
	if at < 0 {
		return nil
	}
	var out []step
	for i, one := range all {
		s := step{Number: i + 1, Name: word(lang, "stage."+string(one)), State: stepToCome}
		switch {
		case i < at || stage == cobuild.Closed:
			s.State = stepDone
		case i == at:
			s.State = stepNow
		}
		out = append(out, s)
	}
	return out
}
