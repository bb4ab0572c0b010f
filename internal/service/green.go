package service

import (
	"time"

	"xinxing/ent"
	"xinxing/ent/casefile"
	"xinxing/ent/jobseeker"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/employment"
	"xinxing/internal/store"
)

// queueAt is the place of a case in the queue (E6).
func (o *Office) queueAt(c *ent.CaseFile) time.Time {
	return store.Instant(casework.QueueAt(c.DueAt, c.Green, o.Calendar.Location()))
}

// seeksWork tells whether the resident is on the register of job-seekers, so that their cases are green (E6).
func (a *act) seeksWork(resident string) (bool, error) {
	list, err := a.tx.JobSeeker.Query().Where(jobseeker.ResidentID(resident)).Limit(1).All(a.program())
	return err == nil && len(list) == 1 && employment.Green(list[0].State), err
}

// markGreen brings the open cases of a resident under the green channel, or out of it, each with an entry of its journal;
// of cases that the actor may not see too. It tells how many.
func (a *act) markGreen(resident string, green bool) (int, error) {
	a = a.program()
	cases, err := a.tx.CaseFile.Query().Where(casefile.CommunityID(a.office.Community.ID), casefile.ResidentID(resident), isOpen(true), casefile.Green(!green)).
		Order(casefile.ByID()).All(a)
	if err != nil {
		return 0, err
	}
	kind := casework.EventGreenMarked
	if !green {
		kind = casework.EventGreenEnded
	}
	for _, c := range cases {
		c.Green = green
		if err := a.note(c, kind, "", nil, duty.StaffID(c.ResponsibleID)); err != nil {
			return 0, err
		}
		if err := a.keep(c); err != nil {
			return 0, err
		}
	}
	return len(cases), nil
}
