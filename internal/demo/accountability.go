package demo

import (
	"time"

	"xinxing/ent"
	"xinxing/ent/breach"
	"xinxing/ent/gift"
	"xinxing/internal/office/accountability"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
)

// account lets the leaders look through the register once a week, a step for each entry (A4), and writes three gifts down
// (A1): one went back whole, one by half, one was refused.
func (w *world) account(begin time.Time) {
	// Its own dice: the rest of the story stays as it was.
	luck := newDice(seed + 1)
	week := 7 * 24 * time.Hour
	for at := begin.Add(week); at.Before(w.now); at = at.Add(week) {
		when, err := w.office.Calendar.AddHours(at, time.Minute)
		if err != nil {
			return
		}
		w.queue.add(when.At, func() error { return w.look(luck) })
	}
	for n, g := range []struct {
		login, what, value string
		kind               accountability.GiftKind
		before             time.Duration
		back               []string
	}{
		{"zengliping", "茶叶两盒", "320.00", accountability.GiftTaken, 200 * time.Hour, []string{"320.00"}},
		{"yumin", "招待午餐一次", "180.00", accountability.TreatTaken, 50 * time.Hour, []string{"90.00"}},
		{"zhangwei", "水果一箱", "60.00", accountability.GiftOffered, 20 * time.Hour, nil},
	} {
		who := w.logins[g.login]
		by := "wangxiaomei"
		if n == 2 {
			by = g.login // whoever refuses says so
		}
		w.queue.add(w.before(g.before), func() error {
			made, err := w.d.RegisterGift(w.as(w.logins[by].ID), service.RegisterGiftInput{
				PersonID: who.ID, Kind: g.kind, What: g.what, Giver: "办事居民", Value: g.value, ClientMutationID: w.key(),
			})
			if err != nil {
				return tolerate(err)
			}
			for _, part := range g.back {
				w.queue.add(w.later(4*time.Hour, 12*time.Hour), func() error {
					now, err := w.d.Store.Read().Gift.Query().Where(gift.ID(made.Gift.ID)).Only(w.ctx)
					if err != nil {
						return err
					}
					_, err = w.d.ReturnGift(w.as(w.above(who.ID)), service.ReturnGiftInput{
						GiftID: now.ID, Version: now.Version, Amount: part, Way: accountability.GivenBack, Proof: "收条一张，当事双方签字。", ClientMutationID: w.key(),
					})
					return tolerate(err)
				})
			}
			return nil
		})
	}
}

// above is who decides about somebody: the superior, who leads or supervises.
func (w *world) above(id string) string {
	for _, s := range w.logins {
		if s.ID == id && s.SuperiorID != nil {
			return *s.SuperiorID
		}
	}
	return id
}

// look takes every open entry of the register a step further.
func (w *world) look(luck *dice) error {
	open, err := w.d.Store.Read().Breach.Query().
		Where(breach.StateNotIn(accountability.Closed, accountability.Dismissed)).Order(breach.ByFoundAt(), breach.ByID()).All(w.ctx)
	if err != nil {
		return err
	}
	for _, b := range open {
		if b.PersonID == w.above(b.PersonID) {
			continue // nobody stands above the supervisor
		}
		if err := tolerate(w.step(b, luck)); err != nil {
			return err
		}
	}
	return nil
}

func (w *world) step(b *ent.Breach, luck *dice) error {
	ref := service.BreachRef{BreachID: b.ID, Version: b.Version, ClientMutationID: w.key()}
	person, leader := w.as(b.PersonID), w.as(w.above(b.PersonID))
	switch b.State {
	case accountability.Found:
		if luck.chance(12) {
			_, err := w.d.DecideBreach(leader, service.DecideBreachInput{BreachRef: ref, Reason: "当日系统停电两小时，有值班记录，非本人责任。"})
			return err
		}
		if luck.chance(20) {
			_, err := w.d.HearBreach(leader, service.HearBreachInput{BreachRef: ref, Waived: true, Statement: "本人表示不作陈述。"})
			return err
		}
		_, err := w.d.HearBreach(person, service.HearBreachInput{BreachRef: ref, Statement: pick(luck, []string{
			"当时窗口排队较长，未及时处置，今后一定注意。", "情况属实，已与居民说明并致歉。", "交接时没有写清楚，愿意改正。",
		})})
		return err
	case accountability.Heard:
		p, err := w.d.ProposalFor(leader, b)
		if err != nil || p == nil {
			return err
		}
		in := service.DecideBreachInput{BreachRef: ref, Measure: &p.Measure, Reason: "经核实，情况属实，参照台账建议处理。"}
		if until := w.clock.at.Add(48 * time.Hour); p.Measure == accountability.Suspension {
			in.SuspendUntil = &until
			if w.now.Sub(w.clock.at) < 30*24*time.Hour { // the desk of today has its people
				milder := accountability.SelfCriticism
				in.Measure, in.SuspendUntil, in.Reason = &milder, nil, "情节较轻，主动补救，改为书面检查。"
			}
		}
		_, err = w.d.DecideBreach(leader, in)
		return err
	case accountability.Decided:
		if b.AppealedAt == nil && luck.chance(10) && !duty.Roles(w.office.Staff[b.PersonID].Roles).Has(duty.Director) {
			_, err := w.d.AppealBreach(person, service.AppealBreachInput{BreachRef: ref, Reason: "延误系系统故障所致，请求复核。"})
			return err
		}
		_, err := w.d.CarryOutBreach(leader, service.CarryOutBreachInput{BreachRef: ref, Proof: "谈话记录已签字存档。"})
		return err
	case accountability.Appealed:
		_, err := w.d.DecideAppeal(w.as(w.above(w.above(b.PersonID))), service.DecideAppealInput{BreachRef: ref, Outcome: accountability.Upheld, Reason: "经复核，事实清楚，维持原决定。"})
		return err
	case accountability.CarriedOut:
		if b.Kind == casework.BreachGift && luck.chance(50) {
			return nil
		}
		_, err := w.d.CloseBreach(leader, service.CloseBreachInput{BreachRef: ref})
		return err
	}
	return nil
}
