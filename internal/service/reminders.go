package service

import (
	"context"
	"fmt"
	"maps"
	"time"

	"xinxing/ent"
	"xinxing/ent/jobseeker"
	"xinxing/ent/project"
	"xinxing/ent/reminder"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// reminded is a kind of records whose journal takes reminders.
type reminded struct {
	// open reads the record in an act, and gives how its journal's count and head are saved.
	open func(a *act, id string) (record, func() error, error)
	// names are the names of such records by key, for a viewer's warnings; of those alone that the viewer may see.
	names func(ctx context.Context, c *ent.Client, ids []string) (map[string]string, error)
}

// remindedKinds are those kinds, by the prefix of their keys.
var remindedKinds = map[string]reminded{
	key.JobSeeker: {
		open: func(a *act, id string) (record, func() error, error) {
			s, err := a.tx.JobSeeker.Get(a, id)
			if err != nil {
				return record{}, nil, err
			}
			return seekerRecord(s), func() error {
				return a.tx.JobSeeker.UpdateOneID(id).SetEvents(s.Events).SetHead(s.Head).Exec(a)
			}, nil
		},
		names: func(ctx context.Context, c *ent.Client, ids []string) (map[string]string, error) {
			list, err := c.JobSeeker.Query().Where(jobseeker.IDIn(ids...)).WithResident().All(ctx)
			out := map[string]string{}
			for _, s := range list {
				if s.Edges.Resident != nil {
					out[s.ID] = s.Edges.Resident.Name
				}
			}
			return out, err
		},
	},
	key.Project: {
		open: func(a *act, id string) (record, func() error, error) {
			p, err := a.tx.Project.Get(a, id)
			if err != nil {
				return record{}, nil, err
			}
			return record{id: p.ID, community: p.CommunityID, events: &p.Events, head: &p.Head}, func() error {
				return a.tx.Project.UpdateOneID(id).SetEvents(p.Events).SetHead(p.Head).Exec(a)
			}, nil
		},
		names: func(ctx context.Context, c *ent.Client, ids []string) (map[string]string, error) {
			list, err := c.Project.Query().Where(project.IDIn(ids...)).All(ctx)
			out := map[string]string{}
			for _, p := range list {
				out[p.ID] = p.Title
			}
			return out, err
		},
	},
}

// remind makes something come back to a member of staff: once, in office hours, not before the instant, as an entry of the
// record's journal that is addressed to them. A subject has one reminder of a kind: one that did not fall yet is moved, one that
// fell does not fall again.
func (a *act) remind(recordID, subjectID string, kind casework.EventKind, staff string, at time.Time) error {
	if _, ok := remindedKinds[key.Prefix(recordID)]; !ok {
		return office.Refuse(office.Internal, "", "recordId")
	}
	at = a.firstOpen(at)
	known, err := a.tx.Reminder.Query().Where(reminder.SubjectID(subjectID), reminder.KindEQ(kind)).Only(a)
	if err == nil && known.FiredAt == nil {
		return a.tx.Reminder.UpdateOneID(known.ID).SetAt(at).SetStaffID(staff).SetPending(true).Exec(a)
	}
	if !ent.IsNotFound(err) {
		return err
	}
	return a.tx.Reminder.Create().SetCommunityID(a.office.Community.ID).SetRecordID(recordID).SetSubjectID(subjectID).SetKind(kind).
		SetStaffID(staff).SetAt(at).Exec(a)
}

// remindOn is remind for a day: at its opening, or at the next one where the office is closed that day.
func (a *act) remindOn(recordID, subjectID string, kind casework.EventKind, staff string, on workday.Date) error {
	return a.remind(recordID, subjectID, kind, staff, on.Start(a.office.Calendar.Location()))
}

// firstOpen is an instant in office hours, or the next opening; as far off as no calendar reaches, the instant itself.
func (a *act) firstOpen(at time.Time) time.Time {
	if open := a.office.Calendar.NextOpen(at); !open.IsZero() {
		at = open
	}
	return store.Instant(at)
}

// forget stops what has not fallen yet of a subject.
func (a *act) forget(subjectID string) error {
	return a.tx.Reminder.Update().Where(reminder.SubjectID(subjectID), reminder.Pending(true)).SetPending(false).Exec(a)
}

// forgetAll stops what has not fallen yet of a record that is over.
func (a *act) forgetAll(recordID string) error {
	return a.tx.Reminder.Update().Where(reminder.RecordID(recordID), reminder.Pending(true)).SetPending(false).Exec(a)
}

// remindOther gives what has not fallen yet of a record to another member of staff.
func (a *act) remindOther(recordID, staff string) error {
	return a.tx.Reminder.Update().Where(reminder.RecordID(recordID), reminder.Pending(true)).SetStaffID(staff).Exec(a)
}

// fireReminder writes one reminder into the journal of its record, once: its key is unique there. Where the office is closed
// it waits for the next opening. It tells whether it fell.
func (a *act) fireReminder(r *ent.Reminder) (bool, error) {
	if open := a.firstOpen(a.now); open.After(a.now) {
		return false, a.tx.Reminder.UpdateOneID(r.ID).SetAt(open).Exec(a)
	}
	n, err := a.tx.Reminder.Update().Where(reminder.ID(r.ID), reminder.Pending(true)).SetPending(false).SetFiredAt(a.now).Save(a)
	if err != nil || n == 0 {
		return false, err
	}
	of, save, err := remindedKinds[key.Prefix(r.RecordID)].open(a, r.RecordID)
	if err != nil {
		return false, err
	}
	to := []duty.StaffID{duty.StaffID(r.StaffID)}
	if !a.office.Roster.OnDuty(to[0]) {
		to = append(to, a.office.Roster.Above(to[0])) // somebody has to hear of it
	}
	e := casework.Entry{RecordID: of.id, Number: *of.events + 1, Kind: r.Kind, Previous: *of.head, Alarm: r.ID}
	create := a.tx.CaseEvent.Create().SetCommunityID(of.community).SetRecordID(of.id).SetAlarmID(r.ID).SetAlarmKind(casework.AlarmReminder)
	if of.about != "" {
		create.SetAboutID(of.about).SetRestricted(true)
	}
	_, hash, err := a.enter(e, create, map[string]any{"subject": r.SubjectID, "staff": r.StaffID, "dueAt": r.At}, to)
	if err != nil {
		return false, err
	}
	*of.events, *of.head = e.Number, hash
	return true, save()
}

// fireReminders lets every reminder fall that is due now, oldest first, and tells how many fell.
func (d *Desk) fireReminders(ctx context.Context) (int, error) {
	return fireAll("reminders", func(failed []string) (string, error) {
		due, err := d.Store.Read().Reminder.Query().Where(reminder.Pending(true), reminder.AtLTE(d.Now()), reminder.CommunityIDNotIn(failed...)).
			Order(reminder.ByAt(), reminder.ByID()).Limit(1).All(ctx)
		if err != nil || len(due) == 0 {
			return "", err
		}
		return due[0].CommunityID, nil
	}, func(community string) (fell, looked int, err error) {
		err = d.transact(ctx, community, func(a *act) error {
			fell, looked = 0, 0
			if leads, err := a.tx.TryLeader(a); err != nil || !leads {
				return err
			}
			due, err := a.tx.Reminder.Query().Where(reminder.Pending(true), reminder.AtLTE(a.now), reminder.CommunityID(community)).
				Order(reminder.ByAt(), reminder.ByID()).Limit(engineBatch).All(a)
			if err != nil {
				return err
			}
			for _, r := range due {
				looked++
				fired, err := a.fireReminder(r)
				if err != nil {
					return fmt.Errorf("reminder %s: %w", r.ID, err)
				}
				if fired {
					fell++
				}
			}
			return nil
		})
		return fell, looked, err
	})
}

// nextReminder is the instant of the next reminder; the zero time where none waits.
func (d *Desk) nextReminder(ctx context.Context) (time.Time, error) {
	next, err := d.Store.Read().Reminder.Query().Where(reminder.Pending(true)).Order(reminder.ByAt(), reminder.ByID()).Limit(1).All(ctx)
	if err != nil || len(next) == 0 {
		return time.Time{}, err
	}
	return next[0].At, nil
}

// namesOf gives the names of the records that some entries are reminders of, one statement for each kind of record.
func (d *Desk) namesOf(ctx context.Context, entries []*ent.CaseEvent) (map[string]string, error) {
	by := map[string][]string{}
	for _, e := range entries {
		if e.RecordID != "" {
			by[key.Prefix(e.RecordID)] = append(by[key.Prefix(e.RecordID)], e.RecordID)
		}
	}
	out := map[string]string{}
	for prefix, ids := range by {
		kind, ok := remindedKinds[prefix]
		if !ok {
			continue
		}
		names, err := kind.names(ctx, d.Store.Read(), ids)
		if err != nil {
			return nil, err
		}
		maps.Copy(out, names)
	}
	return out, nil
}
