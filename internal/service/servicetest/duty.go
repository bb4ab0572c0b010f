package servicetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/breach"
	"xinxing/ent/staff"
	"xinxing/internal/office/accountability"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
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

// Duty lets somebody bring a person to a state by the acts of the office, as its people would: away by an emergency,
// suspended by a breach that is decided, left, and on duty again as that ends. It gives the refusal.
func (o *Office) Duty(by, login string, state duty.State) error {
	s, err := o.Desk.Store.Read().Staff.Get(o.System(), o.Staff[login].ID)
	if err != nil {
		return err
	}
	switch {
	case state == duty.Away:
		_, err = o.Desk.AskAbsence(o.As(by), service.AskAbsenceInput{StaffID: &s.ID, Kind: duty.Emergency, Reason: "值班安排", ClientMutationID: ID()})
	case state == duty.Suspended:
		err = o.suspend(by, s)
	case state == duty.Left || s.LeftAt != nil:
		_, err = o.Desk.SetLeft(o.As(by), service.SetLeftInput{StaffID: s.ID, Left: state == duty.Left, Reason: "人事变动", ClientMutationID: ID()})
	default:
		err = o.back(login, s)
	}
	return err
}

// suspend finds a gift that a person took, and decides.
func (o *Office) suspend(by string, s *ent.Staff) error {
	g, err := o.Desk.RegisterGift(o.As(by), service.RegisterGiftInput{
		PersonID: s.ID, Kind: accountability.GiftTaken, What: "购物卡", Giver: "某商户", Value: "200.00", ClientMutationID: ID(),
	})
	if err != nil {
		return err
	}
	b, err := o.Desk.BreachOfGift(o.System(), g.Gift)
	if err != nil {
		return err
	}
	heard, err := o.Desk.HearBreach(o.As(by), service.HearBreachInput{BreachRef: service.BreachRef{BreachID: b.ID, Version: b.Version, ClientMutationID: ID()}, Waived: true})
	if err != nil {
		return err
	}
	measure, until := accountability.Suspension, o.Desk.Now().Add(30*24*time.Hour)
	_, err = o.Desk.DecideBreach(o.As(by), service.DecideBreachInput{
		BreachRef: service.BreachRef{BreachID: b.ID, Version: heard.Breach.Version, ClientMutationID: ID()},
		Measure:   &measure, Reason: "情节严重", SuspendUntil: &until,
	})
	return err
}

// back ends what keeps a person from duty: an absence by the person's own return, a suspension by an appeal.
func (o *Office) back(login string, s *ent.Staff) error {
	running, err := o.Desk.Store.Read().Absence.Query().Where(absence.StaffID(s.ID), absence.StateEQ(duty.AbsenceRunning)).All(o.System())
	if err != nil {
		return err
	}
	for _, ab := range running {
		if ab.Kind == duty.Suspension {
			err = errors.Join(err, o.overturn(login, ab))
			continue
		}
		_, returned := o.Desk.ReturnToDuty(o.As(login), service.ReturnToDutyInput{
			AbsenceRef: service.AbsenceRef{AbsenceID: ab.ID, Version: ab.Version, ClientMutationID: ID()},
		})
		err = errors.Join(err, returned)
	}
	return err
}

func (o *Office) overturn(login string, ab *ent.Absence) error {
	b, err := o.Desk.Store.Read().Breach.Query().Where(breach.AbsenceID(ab.ID)).Only(o.System())
	if err != nil {
		return err
	}
	appealed, err := o.Desk.AppealBreach(o.As(login), service.AppealBreachInput{
		BreachRef: service.BreachRef{BreachID: b.ID, Version: b.Version, ClientMutationID: ID()}, Reason: "事实不清",
	})
	if err != nil {
		return err
	}
	next := "supervisor"
	if b.DecidedAs == int(accountability.Leader) {
		next = "director"
	}
	_, err = o.Desk.DecideAppeal(o.As(next), service.DecideAppealInput{
		BreachRef: service.BreachRef{BreachID: b.ID, Version: appealed.Breach.Version, ClientMutationID: ID()},
		Outcome:   accountability.Overturned, Reason: "查无实据",
	})
	return err
}
