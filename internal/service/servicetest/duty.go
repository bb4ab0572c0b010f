package servicetest

import (
	"context"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/staff"
	"xinxing/internal/office/duty"
	"xinxing/internal/store"
)

// Put makes people be in a state since this morning; no case follows, as if they had been so when it came.
func (o *Office) Put(t testing.TB, state duty.State, logins ...string) {
	t.Helper()
	err := o.Desk.Store.Act(o.System(), o.Community, func(ctx context.Context, tx *store.Tx) error {
		for _, login := range logins {
			if err := put(ctx, tx, o.Staff[login], state, o.Desk.Now()); err != nil {
				return err
			}
		}
		return tx.Community.Update().AddRefVersion(1).Exec(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func put(ctx context.Context, tx *store.Tx, s *ent.Staff, state duty.State, now time.Time) error {
	if err := tx.Absence.Update().Where(absence.StaffID(s.ID)).SetState(duty.AbsenceEnded).SetUntilAt(now).ClearNextAt().Exec(ctx); err != nil {
		return err
	}
	kind := map[duty.State]duty.AbsenceKind{duty.Away: duty.Emergency, duty.Suspended: duty.Suspension}[state]
	switch state {
	case duty.Left:
		return tx.Staff.Update().Where(staff.ID(s.ID)).SetLeftAt(now).Exec(ctx)
	case duty.OnDuty:
		return nil
	}
	return tx.Absence.Create().SetCommunityID(s.CommunityID).SetStaffID(s.ID).SetKind(kind).SetFromAt(now.Add(-time.Hour)).
		SetAskedByID(s.ID).SetAskedAt(now).SetState(duty.AbsenceRunning).Exec(ctx)
}
