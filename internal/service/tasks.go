package service

import (
	"context"

	"xinxing/ent"
	"xinxing/ent/participation"
	"xinxing/ent/partner"
	"xinxing/ent/projecttask"
	"xinxing/ent/reminder"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
)

// SaveProjectTaskInput is the input of the act of that name; the schema says what each field means.
type SaveProjectTaskInput struct {
	ProjectID string
	// TaskID is the task that changes; a new one where nil.
	TaskID *string
	Title  string
	// OwnerID or PartnerID: exactly one of them.
	OwnerID, PartnerID *string
	DueOn              workday.Date
	ClientMutationID   string
}

// FinishProjectTaskInput is the input of the act of that name; the schema says what each field means.
type FinishProjectTaskInput struct {
	TaskID           string
	Note             string
	ClientMutationID string
}

// RemoveProjectTaskInput is the input of the act of that name; the schema says what each field means.
type RemoveProjectTaskInput struct {
	TaskID           string
	ClientMutationID string
}

// RecordParticipationInput is the input of the act of that name; the schema says what each field means.
type RecordParticipationInput struct {
	ProjectID        string
	Date             workday.Date
	Residents        int
	Minutes          int
	Note             string
	ClientMutationID string
}

// mostTasks bounds the tasks of a project.
const mostTasks = 100

// SaveProjectTask gives a project a task with its owner, a member of staff or a partner that takes part, and its date (P3), or changes one that
// is not done: leaders and who leads the project.
func (d *Desk) SaveProjectTask(ctx context.Context, in SaveProjectTaskInput) (*ProjectPayload, error) {
	return d.besideProject(ctx, "SAVE_PROJECT_TASK", in.ProjectID, in.ClientMutationID, in, func(a *act, p *ent.Project) error {
		if err := a.mayRun(p); err != nil {
			return err
		}
		if cobuild.Ended(p.Stage) {
			return office.Refuse(office.RefusedState, "P3", "projectId").With("stage", p.Stage)
		}
		var t texts
		title := t.need("title", "P3", in.Title, shortText, office.BadInput)
		if (in.OwnerID == nil) == (in.PartnerID == nil) {
			t.refuse(office.Refuse(office.BadInput, "P3", "ownerId").With("reason", "owner"))
		}
		if in.OwnerID != nil {
			if s, ok := a.office.Staff[*in.OwnerID]; !ok || s.CommunityID != p.CommunityID || s.LeftAt != nil || !duty.Roles(s.Roles).Works() {
				t.refuse(office.Refuse(office.NotFound, "P3", "ownerId"))
			}
		}
		if t.err != nil {
			return t.err
		}
		if in.PartnerID != nil {
			if exists, err := a.tx.Partner.Query().Where(partner.ID(*in.PartnerID), partner.CommunityID(p.CommunityID)).Exist(a); err != nil {
				return err
			} else if !exists {
				return office.Refuse(office.NotFound, "P3", "partnerId")
			}
			part, err := a.takesPart(p.ID, *in.PartnerID)
			if err != nil {
				return err
			}
			if !part {
				return office.Refuse(office.RefusedState, "P5", "partnerId")
			}
		}
		a = a.program()
		if in.TaskID == nil {
			n, err := a.tx.ProjectTask.Query().Where(projecttask.ProjectID(p.ID)).Count(a)
			if err != nil {
				return err
			}
			if n >= mostTasks {
				return office.Refuse(office.LimitExceeded, "P3", "").With("limit", mostTasks)
			}
			id := key.Maker(key.ProjectTask)()
			if err := a.tx.ProjectTask.Create().SetID(id).SetCommunityID(p.CommunityID).SetProjectID(p.ID).SetNumber(n + 1).SetTitle(title).
				SetNillableOwnerID(in.OwnerID).SetNillablePartnerID(in.PartnerID).SetDueOn(in.DueOn.String()).Exec(a); err != nil {
				return err
			}
			if err := a.remindOn(p.ID, id, casework.EventTaskDue, taskKeeper(p, in.OwnerID), in.DueOn); err != nil {
				return err
			}
			return a.noteTask(p, casework.EventProjectTaskSet, id, n+1, in.OwnerID, in.DueOn.String())
		}
		task, err := a.tx.ProjectTask.Query().Where(projecttask.ID(*in.TaskID), projecttask.ProjectID(p.ID)).Only(a)
		if err != nil {
			return missing(err, "taskId")
		}
		if task.DoneAt != nil || task.RemovedAt != nil {
			return office.Refuse(office.AlreadyDone, "P3", "taskId")
		}
		u := a.tx.ProjectTask.UpdateOneID(task.ID).SetTitle(title).SetDueOn(in.DueOn.String())
		if in.OwnerID != nil {
			u.SetOwnerID(*in.OwnerID).ClearPartnerID()
		} else {
			u.SetPartnerID(*in.PartnerID).ClearOwnerID()
		}
		if err := u.Exec(a); err != nil {
			return err
		}
		if err := a.remindOn(p.ID, task.ID, casework.EventTaskDue, taskKeeper(p, in.OwnerID), in.DueOn); err != nil {
			return err
		}
		return a.noteTask(p, casework.EventProjectTaskSet, task.ID, task.Number, in.OwnerID, in.DueOn.String())
	})
}

// taskKeeper is whom a task comes back to on its day: its owner, or for a partner's who leads the project.
func taskKeeper(p *ent.Project, owner *string) string {
	if owner != nil {
		return *owner
	}
	return p.LeadID
}

// remindLead gives the tasks of partners to who leads the project now; the others come back to their owners.
func (a *act) remindLead(p *ent.Project) error {
	tasks, err := a.tx.ProjectTask.Query().Where(projecttask.ProjectID(p.ID), projecttask.PartnerIDNotNil()).IDs(a)
	if err != nil {
		return err
	}
	return a.tx.Reminder.Update().Where(reminder.SubjectIDIn(tasks...), reminder.Pending(true)).SetStaffID(p.LeadID).Exec(a)
}

// noteTask tells a task's owner and who leads the project of it.
func (a *act) noteTask(p *ent.Project, kind casework.EventKind, id string, number int, owner *string, due string) error {
	audience := []duty.StaffID{duty.StaffID(p.LeadID)}
	if owner != nil {
		audience = append(audience, duty.StaffID(*owner))
	}
	return a.record(record{id: p.ID, community: p.CommunityID, events: &p.Events, head: &p.Head}, kind, "",
		map[string]any{"task": id, "number": number, "due": due}, audience)
}

// onTask runs an act on a task that is not done.
func (d *Desk) onTask(ctx context.Context, name, id, mutation string, input any, do func(a *act, p *ent.Project, t *ent.ProjectTask) error) (*ProjectPayload, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, err
	}
	known, err := d.Store.Read().ProjectTask.Get(ctx, id)
	if err != nil {
		return nil, missing(err, "taskId")
	}
	return d.besideProject(ctx, name, known.ProjectID, mutation, input, func(a *act, p *ent.Project) error {
		t, err := a.tx.ProjectTask.Get(a, id)
		if err != nil {
			return missing(err, "taskId")
		}
		if mine := t.OwnerID != nil && *t.OwnerID == string(a.actor.ID) && a.actor.State == duty.OnDuty && name == "FINISH_PROJECT_TASK"; !mine {
			if err := a.mayRun(p); err != nil {
				return err
			}
		}
		if t.DoneAt != nil || t.RemovedAt != nil {
			return office.Refuse(office.AlreadyDone, "P3", "taskId")
		}
		return do(a.program(), p, t)
	})
}

// FinishProjectTask says that a task is done (P3): its owner, leaders and who leads the project.
func (d *Desk) FinishProjectTask(ctx context.Context, in FinishProjectTaskInput) (*ProjectPayload, error) {
	return d.onTask(ctx, "FINISH_PROJECT_TASK", in.TaskID, in.ClientMutationID, in, func(a *act, p *ent.Project, t *ent.ProjectTask) error {
		note, err := text("note", in.Note, shortText, "")
		if err != nil {
			return err
		}
		if err := a.tx.ProjectTask.UpdateOneID(t.ID).SetDoneAt(a.now).SetDoneNote(note).Exec(a); err != nil {
			return err
		}
		if err := a.forget(t.ID); err != nil {
			return err
		}
		return a.noteTask(p, casework.EventProjectTaskDone, t.ID, t.Number, t.OwnerID, t.DueOn)
	})
}

// RemoveProjectTask takes back a task that is not done: leaders and who leads the project.
func (d *Desk) RemoveProjectTask(ctx context.Context, in RemoveProjectTaskInput) (*ProjectPayload, error) {
	return d.onTask(ctx, "REMOVE_PROJECT_TASK", in.TaskID, in.ClientMutationID, in, func(a *act, p *ent.Project, t *ent.ProjectTask) error {
		if err := a.tx.ProjectTask.UpdateOneID(t.ID).SetRemovedAt(a.now).Exec(a); err != nil {
			return err
		}
		if err := a.forget(t.ID); err != nil {
			return err
		}
		return a.noteTask(p, casework.EventProjectTaskRemoved, t.ID, t.Number, t.OwnerID, t.DueOn)
	})
}

// TasksOf gives the tasks of a project, in the order in which they were given.
func (d *Desk) TasksOf(ctx context.Context, p *ent.Project) ([]*ent.ProjectTask, error) {
	return d.Store.Read().ProjectTask.Query().Where(projecttask.ProjectID(p.ID), projecttask.RemovedAtIsNil()).Order(projecttask.ByNumber()).
		Limit(mostTasks).WithPartner().All(ctx)
}

// tasksDone is how many of the tasks are done.
func tasksDone(tasks []*ent.ProjectTask) int {
	done := 0
	for _, t := range tasks {
		if t.DoneAt != nil {
			done++
		}
	}
	return done
}

// MayFinish tells whether the viewer may say that a task is done.
func (d *Desk) MayFinish(ctx context.Context, t *ent.ProjectTask) (bool, error) {
	v, err := d.Viewer(ctx)
	if err != nil || t.DoneAt != nil {
		return false, err
	}
	if t.OwnerID != nil && *t.OwnerID == string(v.Staff) {
		return true, nil
	}
	p, err := d.Store.Read().Project.Get(ctx, t.ProjectID)
	if err != nil {
		return false, missing(err, "projectId")
	}
	return d.MayRun(ctx, p)
}

// mostParticipations bounds what is read of one project.
const mostParticipations = 200

// RecordParticipation writes down how many residents took part in a project on a day, and their voluntary work in minutes together (P6); who they
// were is not written down.
func (d *Desk) RecordParticipation(ctx context.Context, in RecordParticipationInput) (*ProjectPayload, error) {
	return d.besideProject(ctx, "RECORD_PARTICIPATION", in.ProjectID, in.ClientMutationID, in, func(a *act, p *ent.Project) error {
		if err := a.mayHelp("P6"); err != nil {
			return err
		}
		n, err := a.tx.Participation.Query().Where(participation.ProjectID(p.ID)).Count(a)
		if err != nil {
			return err
		}
		if n >= mostParticipations {
			return office.Refuse(office.LimitExceeded, "P6", "").With("limit", mostParticipations)
		}
		var t texts
		note := t.may("note", in.Note, shortText)
		if in.Residents < 1 || in.Residents > 10_000 {
			t.refuse(office.Refuse(office.BadInput, "P6", "residents").With("reason", "quantity"))
		}
		if in.Minutes < 0 || in.Minutes > 1_000_000 {
			t.refuse(office.Refuse(office.BadInput, "P6", "minutes").With("reason", "quantity"))
		}
		if in.Date.After(a.today()) {
			t.refuse(office.Refuse(office.BadInput, "P6", "date").With("reason", "future"))
		}
		if p.Stage == cobuild.Dropped || p.Stage == cobuild.Proposed {
			t.refuse(office.Refuse(office.RefusedState, "P3", "projectId").With("stage", p.Stage))
		}
		if t.err != nil {
			return t.err
		}
		p.Residents += in.Residents
		if err := a.tx.Participation.Create().SetCommunityID(p.CommunityID).SetProjectID(p.ID).SetDate(in.Date.String()).SetResidents(in.Residents).
			SetMinutes(in.Minutes).SetNote(note).SetRecordedAt(a.now).SetRecordedByID(string(a.actor.ID)).Exec(a); err != nil {
			return err
		}
		return a.noteProject(p, casework.EventProjectParticipation, "", map[string]any{"date": in.Date.String(), "residents": in.Residents, "minutes": in.Minutes})
	})
}

// ParticipationsOf gives who took part in a project and when, oldest first.
func (d *Desk) ParticipationsOf(ctx context.Context, p *ent.Project) ([]*ent.Participation, error) {
	return d.Store.Read().Participation.Query().Where(participation.ProjectID(p.ID)).Order(participation.ByDate(), participation.ByID()).
		Limit(mostParticipations).All(ctx)
}
