package service

import (
	"context"
	"slices"

	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/casefile"
	"xinxing/ent/posthandover"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
)

// AbsencesWaiting gives the absences that wait for the viewer, the first to begin first, at most 100: with a hand-over list of
// theirs to write (B4, B5), one to accept, or to be decided, every list accepted.
func (d *Desk) AbsencesWaiting(ctx context.Context) ([]*ent.Absence, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	me := string(v.Staff)
	mine := absence.Or(absence.StaffID(me), absence.HasListsWith(posthandover.ToID(me)))
	if v.Roles.Leads() || v.Roles.Has(duty.Supervisor) {
		mine = absence.Or(mine, absence.StateEQ(duty.AbsenceAsked))
	}
	unfinished := absence.Or(absence.StateEQ(duty.AbsenceAsked), absence.HasListsWith(posthandover.AcceptedAtIsNil()))
	list, err := d.Store.Read().Absence.Query().
		Where(absence.StateIn(duty.AbsenceAsked, duty.AbsenceApproved, duty.AbsenceRunning, duty.AbsenceEnded), mine, unfinished).
		Order(ent.Desc(absence.FieldFromAt, absence.FieldID)).Limit(ListBound).WithLists().All(ctx)
	if err != nil {
		return nil, err
	}
	slices.Reverse(list)
	waiting := []*ent.Absence{}
	for _, ab := range list {
		o, err := d.Office(ctx, ab.CommunityID)
		if err != nil {
			return nil, err
		}
		who, ok := o.Roster[v.Staff]
		if !ok {
			continue
		}
		unwritten := slices.ContainsFunc(ab.Edges.Lists, func(l *ent.PostHandOver) bool { return l.WrittenAt == nil })
		for _, act := range duty.AllowedAbsence(absenceFacts(o, ab, ab.Edges.Lists), who) {
			if act == duty.AbsenceApprove || act == duty.AbsenceAcceptList || act == duty.AbsenceWriteList && unwritten && ab.StaffID == me {
				waiting = append(waiting, ab)
				break
			}
		}
	}
	return waiting, nil
}

// LinesOf gives the cases of a hand-over list as it was written, without those that are not for the viewer: whom a
// supervision matter is about learns nothing of it, from no list either (Q6, A3).
func (d *Desk) LinesOf(ctx context.Context, l *ent.PostHandOver) ([]duty.Line, error) {
	ids := make([]string, len(l.Lines))
	for i, line := range l.Lines {
		ids[i] = line.Case
	}
	seen, err := d.Store.Read().CaseFile.Query().Where(casefile.IDIn(ids...)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(l.Lines), func(line duty.Line) bool { return !slices.Contains(seen, line.Case) }), nil
}

// LinesNow gives the cases that a hand-over list would have if it were written now: those of the post that the person
// has; of an absence that has begun, those that the list was made with.
func (d *Desk) LinesNow(ctx context.Context, l *ent.PostHandOver) ([]duty.Line, error) {
	ab, err := d.Store.Read().Absence.Get(ctx, l.AbsenceID)
	if err != nil {
		return nil, err
	}
	if l.AcceptedAt != nil || ab.State != duty.AbsenceAsked && ab.State != duty.AbsenceApproved {
		return d.LinesOf(ctx, l)
	}
	o, err := d.Office(ctx, ab.CommunityID)
	if err != nil {
		return nil, err
	}
	held, err := d.Store.Read().CaseFile.Query().Where(casefile.CommunityID(ab.CommunityID), isOpen(true), casefile.HolderID(ab.StaffID)).
		Order(casefile.ByDueAt(), casefile.ByID()).Limit(mostLines * 4).All(ctx)
	if err != nil {
		return nil, err
	}
	return linesOf(o, l, held), nil
}

// mostPeriodDays bounds how far ahead the office's periods are asked for.
const mostPeriodDays = 366

// OfficePeriods gives the office hours of some days from a day on, in order: what an absence by half-days is made of.
func (d *Desk) OfficePeriods(ctx context.Context, from workday.Date, days int) ([]OfficePeriod, error) {
	o, err := d.mine(ctx)
	if err != nil {
		return nil, err
	}
	if days < 1 || days > mostPeriodDays {
		return nil, office.Refuse(office.LimitExceeded, "B4", "days").With("limit", mostPeriodDays)
	}
	zone := o.Calendar.Location()
	return o.Calendar.Intervals(from.Start(zone), from.AddDays(days).Start(zone)), nil
}
