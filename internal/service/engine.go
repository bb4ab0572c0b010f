package service

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/alarm"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/store"
)

func sortStaff(ids []duty.StaffID) { slices.SortFunc(ids, cmp.Compare[duty.StaffID]) }

// fall lets every alarm of the case fall that is due, in order, before anything else is done to it: nobody escapes
// a limit by acting right after it. It saves the case where something fell.
func (a *act) fall(c *ent.CaseFile) error {
	due, err := a.tx.Alarm.Query().Where(alarm.CaseID(c.ID), alarm.Pending(true), alarm.AtLTE(a.now)).
		Order(alarm.ByAt(), alarm.ByID()).All(a)
	if err != nil || len(due) == 0 {
		return err
	}
	acting := a.actor
	a.actor = casework.Actor{} // the system finds it
	for _, al := range due {
		if err := a.fire(c, al); err != nil {
			return err
		}
	}
	a.actor = acting
	return a.keep(c)
}

// fire writes one alarm, once: the journal's entry carries the alarm's key, which is unique there.
func (a *act) fire(c *ent.CaseFile, al *ent.Alarm) error {
	n, err := a.tx.Alarm.Update().Where(alarm.ID(al.ID), alarm.Pending(true)).SetPending(false).SetFiredAt(a.now).Save(a)
	if err != nil || n == 0 {
		return err
	}
	w := casework.WarningOf(al.Kind)
	facts := map[string]any{"alarm": al.Kind, "scheduledAt": al.At, "dueAt": al.DueAt, "clause": w.Clause}
	if c.ItemID != nil {
		if i, ok := a.office.Items[*c.ItemID]; ok {
			facts["item"] = i.Name
		}
	}
	if err := a.write(c, casework.EventWarning, "", facts, al, a.audience(c, w)); err != nil {
		return err
	}
	if al.Kind == casework.AlarmPromisePassed && c.ExtensionState != nil {
		// T5: not decided and told before the old deadline is overdue.
		if err := a.endExtension(c, casework.ExtensionLapsed, casework.EventExtensionLapsed); err != nil {
			return err
		}
	}
	if al.Kind == casework.AlarmMaterialsChase {
		if err := a.chase(c); err != nil {
			return err
		}
	}
	if w.Breach == "" {
		return nil
	}
	person := c.ResponsibleID
	if w.Breach == casework.BreachFirstContactMissed {
		person = c.FirstResponderID
	}
	_, err = a.breach(c, found{
		kind: w.Breach, clause: breachClause(w), person: person, alarm: &al.ID,
		facts: map[string]any{
			"dueAt": al.DueAt, "foundAt": a.now, "status": c.Status, "responsible": c.ResponsibleID, "holder": c.HolderID,
			"firstResponder": c.FirstResponderID,
		},
	})
	return err
}

// breachClause is the clause that a missed limit breaks: the limit's own, and A2 for a promise.
func breachClause(w casework.Warning) string {
	if w.Breach == casework.BreachPromiseMissed {
		return "A2"
	}
	return w.Clause
}

// audience finds the people whom an alarm addresses.
func (a *act) audience(c *ent.CaseFile, w casework.Warning) []duty.StaffID {
	var to []duty.StaffID
	add := func(yes bool, s ...duty.StaffID) {
		if yes {
			to = append(to, s...)
		}
	}
	responsible := duty.StaffID(c.ResponsibleID)
	add(w.Responsible || w.Giver, responsible)
	add(w.Superior, a.office.Roster.Above(responsible))
	if c.OfferToID != nil {
		receiver := duty.StaffID(*c.OfferToID)
		add(w.Receiver, receiver)
		add(w.ReceiverUp, a.office.Roster.Above(receiver))
	}
	if c.ReportToID != nil {
		decider := duty.StaffID(*c.ReportToID)
		add(w.Decider, decider)
		add(w.DeciderUp, a.office.Roster.Above(decider))
	}
	return to
}

// engineBatch bounds the alarms of one transaction.
const engineBatch = 50

// FireDue lets every alarm fall that is due now, oldest first, and tells how many fell. Of several processes on one
// database one at a time does it; the others find nothing left. What fails in one community, or about one absence, does not
// hold up the rest: the errors come joined.
func (d *Desk) FireDue(ctx context.Context) (int, error) {
	ctx = store.With(ctx, store.System())
	total, err := d.Turn(ctx)
	reminded, late := d.fireReminders(ctx)
	fallen, failed := fireAll("alarms", func(failed []string) (string, error) {
		due, err := d.Store.Read().Alarm.Query().Where(alarm.Pending(true), alarm.AtLTE(d.Now()), alarm.CommunityIDNotIn(failed...)).
			Order(alarm.ByAt(), alarm.ByID()).Limit(1).All(ctx)
		if err != nil || len(due) == 0 {
			return "", err
		}
		return due[0].CommunityID, nil
	}, func(community string) (int, int, error) {
		n, err := d.fireIn(ctx, community)
		return n, n, err
	})
	return total + reminded + fallen, errors.Join(err, late, failed)
}

// fireAll lets fall what is due, one community after the other: next gives whose turn it is, but for those that failed, "" at
// the end; in gives how many fell there and how many it looked at, none where another process is at it.
func fireAll(what string, next func(failed []string) (string, error), in func(community string) (fell, looked int, err error)) (int, error) {
	total, errs, failed := 0, []error{}, []string{}
	for len(failed) < engineBatch {
		community, err := next(failed)
		if err != nil || community == "" {
			errs = append(errs, err)
			break
		}
		fell, looked, err := in(community)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s of %s: %w", what, community, err))
			failed = append(failed, community)
			continue
		}
		total += fell
		if looked == 0 {
			break
		}
	}
	return total, errors.Join(errs...)
}

// Turn lets every absence begin and end whose time has come, each by itself, and tells how many; whoever acts first does it
// too. Alarms that were due before fall first, with whom the cases were before. The errors of those that failed come joined.
func (d *Desk) Turn(ctx context.Context) (int, error) {
	ctx = store.With(ctx, store.System())
	total := 0
	errs := []error{}
	failed := []string{}
	for len(failed) < engineBatch {
		waiting, err := d.Store.Read().Absence.Query().Where(absence.NextAtLTE(d.Now()), absence.IDNotIn(failed...)).
			Order(absence.ByNextAt(), absence.ByID()).Limit(1).All(ctx)
		if err != nil || len(waiting) == 0 {
			errs = append(errs, err)
			break
		}
		n := 0
		err = d.transactUnturned(ctx, waiting[0].CommunityID, func(a *act) error {
			due, err := a.tx.Absence.Query().Where(absence.ID(waiting[0].ID), absence.NextAtLTE(a.now)).All(a)
			if err != nil {
				return err
			}
			n = len(due) // none where somebody else was faster
			return a.turnAll(due)
		})
		if err != nil {
			errs = append(errs, fmt.Errorf("absence %s: %w", waiting[0].ID, err))
			failed = append(failed, waiting[0].ID)
			continue
		}
		total += n
	}
	return total, errors.Join(errs...)
}

func (d *Desk) fireIn(ctx context.Context, community string) (int, error) {
	n := 0
	err := d.transact(ctx, community, func(a *act) error {
		n = 0
		leads, err := a.tx.TryLeader(a)
		if err != nil || !leads {
			return err
		}
		due, err := a.tx.Alarm.Query().Where(alarm.Pending(true), alarm.AtLTE(a.now), alarm.CommunityID(community)).
			Order(alarm.ByAt(), alarm.ByID()).Limit(engineBatch).All(a)
		if err != nil {
			return err
		}
		// Warnings of different cases keep the order of their instants; those of one case are saved together.
		cases := map[string]*ent.CaseFile{}
		var order []*ent.CaseFile
		for _, al := range due {
			c := cases[al.CaseID]
			if c == nil {
				if c, err = a.tx.CaseFile.Get(a, al.CaseID); err != nil {
					return err
				}
				cases[al.CaseID] = c
				order = append(order, c)
			}
			if err := a.fire(c, al); err != nil {
				return err
			}
			n++
		}
		for _, c := range order {
			if err := a.keep(c); err != nil {
				return err
			}
		}
		return nil
	})
	return n, err
}

// NextAlarm is the instant of the next alarm or reminder, or at which an absence begins or ends; the zero time where none waits.
func (d *Desk) NextAlarm(ctx context.Context) (time.Time, error) {
	ctx = store.With(ctx, store.System())
	var next time.Time
	alarms, err := d.Store.Read().Alarm.Query().Where(alarm.Pending(true)).Order(alarm.ByAt(), alarm.ByID()).Limit(1).All(ctx)
	if err != nil {
		return next, err
	}
	if len(alarms) == 1 {
		next = alarms[0].At
	}
	turns, err := d.Store.Read().Absence.Query().Where(absence.NextAtNotNil()).Order(absence.ByNextAt(), absence.ByID()).Limit(1).All(ctx)
	if err != nil {
		return time.Time{}, err
	}
	if len(turns) == 1 && (next.IsZero() || turns[0].NextAt.Before(next)) {
		next = *turns[0].NextAt
	}
	reminder, err := d.nextReminder(ctx)
	if err != nil {
		return time.Time{}, err
	}
	if !reminder.IsZero() && (next.IsZero() || reminder.Before(next)) {
		next = reminder
	}
	return next, nil
}

// longestSleep bounds the engine's sleep: a wake-up that got lost delays an alarm by no more.
const longestSleep = 15 * time.Second

// Run is the deadline engine: it sleeps until the next alarm, or until something was committed, and lets fall what
// is due. It ends with ctx.
func (d *Desk) Run(ctx context.Context) {
	wakes, end := d.Store.Wakes()
	defer end()
	for ctx.Err() == nil {
		if n, err := d.FireDue(ctx); err != nil && ctx.Err() == nil {
			d.Log.Error("deadline engine", "error", err)
		} else if n > 0 {
			d.Log.Info("deadline engine", "fired", n)
		}
		sleep := longestSleep
		if next, err := d.NextAlarm(ctx); err == nil && !next.IsZero() {
			sleep = min(max(next.Sub(d.Now()), 0), longestSleep)
			if sleep == 0 {
				sleep = time.Second // another process is at it
			}
		}
		timer := time.NewTimer(sleep)
		select {
		case <-timer.C:
		case <-wakes:
		case <-d.moved():
		case <-ctx.Done():
		}
		timer.Stop()
	}
}

func (d *Desk) moved() <-chan struct{} {
	if c, ok := d.Clock.(*RehearsalClock); ok {
		return c.Moved()
	}
	return nil
}
