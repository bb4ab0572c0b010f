package service_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"pgregory.net/rapid"

	"xinxing/ent"
	"xinxing/internal/office"
	"xinxing/internal/office/accountability"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
)

func all[T ~string](names []string) []T {
	out := make([]T, len(names))
	for i, n := range names {
		out[i] = T(n)
	}
	return out
}

var (
	breachActs = all[accountability.Act](accountability.Act("").Values())
	measures   = all[accountability.Measure](accountability.Measure("").Values())
	// likelier are the steps that lead on to others.
	likelier = map[accountability.Act]int{
		accountability.Hear: 4, accountability.Decide: 12, accountability.Dismiss: 1, accountability.CarryOut: 6, accountability.Close: 6,
		accountability.Appeal: 6, accountability.DecideUp: 6,
	}
)

// register lets somebody do something in the accountability register: report, hear, decide, carry out, close, appeal.
func (m *machine) register(before *snapshot) step {
	if len(before.Breaches) == 0 || m.chance("another", 5) {
		if len(before.Cases) == 0 {
			return step{name: "no case"}
		}
		c := before.Cases[rapid.IntRange(0, len(before.Cases)-1).Draw(m.T, "case")]
		return m.try(pick(m, "by", everybody[:8]...), casework.ActReportBreach, c)
	}
	among := slices.DeleteFunc(slices.Clone(before.Breaches), func(b *ent.Breach) bool { return ways[b.State] == nil })
	if len(among) == 0 || m.chance("any entry", 5) {
		among = before.Breaches
	}
	b := among[rapid.IntRange(0, min(2, len(among)-1)).Draw(m.T, "breach")]
	type choice struct {
		login string
		act   accountability.Act
	}
	may := []choice{}
	for _, login := range everybody[:8] {
		for _, act := range m.allowedOn(login, b) {
			for range likelier[act] {
				may = append(may, choice{login, act})
			}
		}
	}
	chosen := choice{pick(m, "by", everybody[:8]...), pick(m, "act", breachActs...)}
	if len(may) > 0 && !m.chance("any act", 6) {
		chosen = pick(m, "choice", may...)
	}
	s := step{name: fmt.Sprintf("BREACH_%s %s of %s, which is %s, by %s", chosen.act, b.Kind, m.login(duty.StaffID(b.PersonID)), b.State, chosen.login), record: b.ID}
	ref := service.BreachRef{BreachID: b.ID, Version: b.Version, ClientMutationID: m.id()}
	stale := m.chance("stale", 15)
	if stale {
		ref.Version++
	}
	do, good := m.onBreach(chosen.act, b, ref)
	ctx := m.as(chosen.login)
	s.err = do(ctx)
	m.judge(s, slices.Contains(may, chosen), good, stale)
	if s.err == nil {
		m.remember(func() error { return do(ctx) })
	}
	return s
}

// allowedOn are the acts that the page of an entry offers to somebody: none where it shows no such entry.
func (m *machine) allowedOn(login string, b *ent.Breach) []accountability.Act {
	seen, err := m.o.Desk.Store.Read().Breach.Get(m.as(login), b.ID)
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		m.Fatal(err)
	}
	acts, err := m.o.Desk.BreachActs(m.as(login), seen)
	if err != nil {
		m.Fatal(err)
	}
	return acts
}

// judge fails where what is offered and good is refused, or where what is not succeeds. A suspension that leaves a case with
// nobody is refused all the same (B2, F6).
func (m *machine) judge(s step, may, good, stale bool) {
	stranded := servicetest.Refused(s.err, office.NobodyOnDuty, "B2") || servicetest.Refused(s.err, office.NoSuperior, "F6")
	r, _ := errors.AsType[*office.Refusal](s.err)
	switch {
	case s.err == nil && !(may && good && !stale):
		m.Fatalf("%s succeeded; offered %v, its input good %v, of another version %v", s.name, may, good, stale)
	case s.err != nil && may && stale && !servicetest.Refused(s.err, office.Conflict, ""):
		m.Fatalf("%s on another version: %v", s.name, s.err)
	case s.err != nil && may && good && !stale && !stranded:
		m.Fatalf("%s is offered and its input is good, but: %v", s.name, s.err)
	case s.err != nil && may && !good && !stale && (r == nil || r.Field == ""):
		m.Fatalf("%s is offered, but was refused for no fault of the input: %v", s.name, s.err)
	}
}

// onBreach draws the input of an act on an entry of the register; good tells whether there is nothing wrong with it.
func (m *machine) onBreach(act accountability.Act, b *ent.Breach, ref service.BreachRef) (do func(context.Context) error, good bool) {
	d := m.o.Desk
	good = true
	switch act {
	case accountability.Hear:
		in := service.HearBreachInput{BreachRef: ref, Waived: m.chance("says nothing", 4)}
		if !in.Waived {
			in.Statement = m.said(&good)
		}
		do = func(ctx context.Context) error { _, err := d.HearBreach(ctx, in); return err }
	case accountability.Decide:
		measure := pick(m, "measure", append(measures, accountability.Suspension, accountability.Suspension)...)
		if proposal, err := d.ProposalFor(m.as("supervisor"), b); err != nil {
			m.Fatal(err)
		} else if proposal != nil && m.chance("as proposed", 3) {
			measure = proposal.Measure
		}
		in := service.DecideBreachInput{BreachRef: ref, Measure: &measure, Reason: m.said(&good)}
		if measure == accountability.Suspension {
			in.SuspendUntil = m.until()
			good = good && m.endsWell(in.SuspendUntil) && m.staffOf(b.PersonID).LeftAt == nil
		} else if m.chance("an end all the same", 15) {
			in.SuspendUntil, good = new(m.o.Clock.Now().Add(time.Hour)), false
		}
		do = func(ctx context.Context) error { _, err := d.DecideBreach(ctx, in); return err }
	case accountability.Dismiss:
		in := service.DecideBreachInput{BreachRef: ref, Reason: m.said(&good)}
		do = func(ctx context.Context) error { _, err := d.DecideBreach(ctx, in); return err }
	case accountability.CarryOut:
		in := service.CarryOutBreachInput{BreachRef: ref, Proof: m.said(&good)}
		do = func(ctx context.Context) error { _, err := d.CarryOutBreach(ctx, in); return err }
	case accountability.Close:
		in := service.CloseBreachInput{BreachRef: ref}
		do = func(ctx context.Context) error { _, err := d.CloseBreach(ctx, in); return err }
	case accountability.Appeal:
		in := service.AppealBreachInput{BreachRef: ref, Reason: m.said(&good)}
		do = func(ctx context.Context) error { _, err := d.AppealBreach(ctx, in); return err }
	case accountability.DecideUp:
		in := service.DecideAppealInput{BreachRef: ref, Outcome: pick(m, "outcome", accountability.Upheld, accountability.Changed, accountability.Overturned), Reason: m.said(&good)}
		changed := in.Outcome == accountability.Changed
		if changed != m.chance("a measure or none", 10) {
			measure := pick(m, "milder", measures...)
			in.Measure = &measure
		}
		good = good && changed == (in.Measure != nil) && (!changed || b.Measure != nil && accountability.Milder(*in.Measure, *b.Measure))
		do = func(ctx context.Context) error { _, err := d.DecideAppeal(ctx, in); return err }
	default:
		m.Fatalf("the machine does not know the step %s", act)
	}
	return do, good
}

// until draws the end of a suspension: within office hours and without, over holidays and years, and now and then none that can be.
func (m *machine) until() *time.Time {
	now := m.o.Clock.Now()
	switch pick(m, "until", "hours", "hours", "opening", "opening", "night", "weeks", "wrong") {
	case "hours":
		return new(now.Add(time.Duration(rapid.IntRange(1, 30).Draw(m.T, "hours")) * time.Hour))
	case "opening":
		return new(m.office().Calendar.NextOpen(now.Add(time.Duration(rapid.IntRange(1, 4).Draw(m.T, "days")) * 24 * time.Hour)))
	case "night":
		return new(now.Truncate(24 * time.Hour).Add(44 * time.Hour))
	case "weeks":
		return new(now.AddDate(0, 0, rapid.IntRange(7, 60).Draw(m.T, "days")))
	}
	return pick(m, "wrong end", nil, new(now), new(now.Add(-time.Hour)), new(now.AddDate(1, 0, 2)))
}

func (m *machine) endsWell(until *time.Time) bool {
	return until != nil && until.After(m.o.Desk.Now()) && until.Sub(m.o.Desk.Now()) <= 366*24*time.Hour
}

func (m *machine) staffOf(id string) *ent.Staff {
	s, err := m.o.Desk.Store.Read().Staff.Get(m.o.System(), id)
	if err != nil {
		m.Fatal(err)
	}
	return s
}

// gift lets somebody write down a gift, or that a part of its value went back.
func (m *machine) gift(before *snapshot) step {
	by := pick(m, "by", everybody[:8]...)
	ctx, now := m.as(by), m.o.Desk.Now()
	good := true
	if len(before.Gifts) == 0 || m.chance("another", 3) {
		who := pick(m, "who", "clerk-a", "clerk-b", "clerk-c", "leader", "director", "supervisor")
		in := service.RegisterGiftInput{
			PersonID: m.o.Staff[who].ID, Kind: all[accountability.GiftKind](accountability.GiftKind("").Values())[rapid.IntRange(0, 2).Draw(m.T, "kind")],
			What: "两瓶酒", Giver: "王小明", Value: pick(m, "value", "100.00", "300.5", "0.01", "0", "-1"), ClientMutationID: m.id(),
		}
		// The supervisor's are of the subdistrict's register.
		good = in.Value != "0" && in.Value != "-1" && (who != "supervisor" || by == "supervisor")
		if m.chance("found when", 3) {
			in.FoundAt = new(now.Add(time.Duration(rapid.IntRange(-600, 60).Draw(m.T, "minutes")) * time.Minute))
			good = good && !in.FoundAt.After(now)
		}
		me := m.office().Roster[duty.StaffID(m.o.Staff[by].ID)]
		may := me.State != duty.Left && (me.Roles.Works() || me.Roles.Has(duty.Supervisor))
		s := step{name: fmt.Sprintf("GIFT %s of %s to %s by %s", in.Kind, in.Value, who, by)}
		_, s.err = m.o.Desk.RegisterGift(ctx, in)
		m.judge(s, may, good, false)
		if s.err == nil {
			m.remember(func() error { _, err := m.o.Desk.RegisterGift(ctx, in); return err })
		}
		return s
	}
	g := before.Gifts[rapid.IntRange(0, len(before.Gifts)-1).Draw(m.T, "gift")]
	may := map[string]bool{}
	for _, login := range everybody[:8] {
		seen, err := m.o.Desk.Store.Read().Gift.Get(m.as(login), g.ID)
		if ent.IsNotFound(err) {
			continue
		}
		if err == nil {
			may[login], err = m.o.Desk.MayReturnGift(m.as(login), seen)
		}
		if err != nil {
			m.Fatal(err)
		}
		if may[login] && !may[by] && m.chance("who may", 2) {
			by = login
		}
	}
	left := g.ValueFen - g.ReturnedFen
	amount := pick(m, "amount", left, left, left/2, 1, left+1, 0)
	in := service.ReturnGiftInput{
		GiftID: g.ID, Version: g.Version, Amount: casework.Yuan(amount), Way: pick(m, "way", all[accountability.ReturnWay](accountability.ReturnWay("").Values())...),
		Proof: m.said(&good), ClientMutationID: m.id(),
	}
	good = good && amount > 0 && amount <= left
	if m.chance("returned when", 3) {
		in.ReturnedAt = new(now.Add(time.Duration(rapid.IntRange(-600, 60).Draw(m.T, "minutes")) * time.Minute))
		good = good && !in.ReturnedAt.After(now)
	}
	stale := m.chance("stale", 15)
	if stale {
		in.Version++
	}
	ctx = m.as(by)
	s := step{name: fmt.Sprintf("GIFT_RETURN %d of %d by %s", amount, left, by)}
	_, s.err = m.o.Desk.ReturnGift(ctx, in)
	m.judge(s, may[by], good, stale)
	if s.err == nil {
		m.remember(func() error { _, err := m.o.Desk.ReturnGift(ctx, in); return err })
	}
	return s
}

// ways are the steps of an entry of the register (A4).
var ways = map[accountability.State][]accountability.State{
	accountability.Found:      {accountability.Heard, accountability.Dismissed},
	accountability.Heard:      {accountability.Decided, accountability.Dismissed},
	accountability.Decided:    {accountability.CarriedOut, accountability.Appealed},
	accountability.CarriedOut: {accountability.Closed, accountability.Appealed},
	accountability.Appealed:   {accountability.Decided, accountability.CarriedOut, accountability.Dismissed},
}

// checkRegister proves what A1, A3, A4 and A7 say of breaches, suspensions and gifts.
func (m *machine) checkRegister(before, after *snapshot, s step) {
	was, absences := map[string]*ent.Breach{}, map[string]*ent.Absence{}
	for _, b := range before.Breaches {
		was[b.ID] = b
	}
	for _, ab := range after.Absences {
		absences[ab.ID] = ab
	}
	gifts, leads := map[string]*ent.Gift{}, map[string]bool{}
	for _, g := range after.Gifts {
		gifts[g.ID] = g
	}
	for _, b := range after.Breaches {
		if b.ParentID != nil {
			leads[*b.ParentID] = true
		}
	}
	suspended := map[string]bool{} // absences that a breach made
	taken := map[string]int{}
	for _, b := range after.Breaches {
		say := func(format string, args ...any) {
			m.Errorf("after %s: %s of %s, which is %s: %s", s.name, b.Kind, m.login(duty.StaffID(b.PersonID)), b.State, fmt.Sprintf(format, args...))
		}
		if old := was[b.ID]; old == nil {
			if b.State != accountability.Found {
				say("A4: it begins there")
			}
		} else {
			mine := s.err == nil && (s.record == b.ID || b.ParentID != nil && s.record == *b.ParentID)
			if b.State != old.State && (!mine || !slices.Contains(ways[old.State], b.State)) {
				say("A4: it was %s", old.State)
			}
			if moved := b.Version - old.Version; moved < 0 || moved > 1 || moved == 1 && (!mine || b.Events != old.Events+1) {
				say("A4: %d steps, %d entries", moved, b.Events-old.Events)
			}
			if b.PersonID != old.PersonID || b.Kind != old.Kind || !b.FoundAt.Equal(old.FoundAt) {
				say("A4: what was found is another")
			}
		}
		decided := b.DecidedByID != nil
		if open := b.State == accountability.Found || b.State == accountability.Heard; open == decided {
			say("A4: decided by %v", b.DecidedByID)
		}
		if decided {
			by := duty.Roles(m.staffOf(*b.DecidedByID).Roles)
			if *b.DecidedByID == b.PersonID || b.DecisionReason == "" || !by.Leads() && !by.Has(duty.Supervisor) {
				say("A3: decided by %s, %q", m.login(duty.StaffID(*b.DecidedByID)), b.DecisionReason)
			}
			if director := duty.Roles(m.staffOf(b.PersonID).Roles).Has(duty.Director); director && !by.Has(duty.Supervisor) {
				say("A3: the director's, decided by %s", m.login(duty.StaffID(*b.DecidedByID)))
			}
			if b.Measure != nil && b.HeardAt == nil {
				say("A4: decided unheard")
			}
		}
		if done := b.State == accountability.CarriedOut || b.State == accountability.Closed; done && (b.Proof == "" || b.CarriedOutAt == nil || b.Measure == nil) {
			say("A4: carried out without proof")
		}
		if by := b.AppealByID; by != nil && (*by == b.PersonID || *by == *b.DecidedByID || b.AppealedAt == nil) {
			say("A4: the appeal decided by %s", m.login(duty.StaffID(*by)))
		}
		if b.Measure != nil && *b.Measure == accountability.Suspension && b.State != accountability.Dismissed && b.AbsenceID == nil {
			say("A7: decided, and nobody is suspended")
		}
		if b.AbsenceID != nil {
			suspended[*b.AbsenceID] = true
			m.checkSuspension(b, absences[*b.AbsenceID], leads[b.ID], say)
		}
		if b.Kind == casework.BreachGift {
			taken[*b.FoundIn]++
			if b.State == accountability.Closed && gifts[*b.FoundIn].ClosedAt == nil {
				say("A1: its value has not gone back")
			}
		}
	}
	for _, old := range before.Absences {
		ab, lifted := absences[old.ID], slices.ContainsFunc(after.Breaches, func(b *ent.Breach) bool { return b.AbsenceID != nil && *b.AbsenceID == old.ID && b.ID == s.record })
		if old.Kind == duty.Suspension && old.State.Away() && !ab.State.Away() && m.o.Desk.Now().Before(*old.UntilAt) && !lifted {
			m.Errorf("after %s: A4: a suspension is over before its time", s.name)
		}
	}
	for _, ab := range after.Absences {
		if ab.Kind == duty.Suspension && !suspended[ab.ID] {
			m.Errorf("after %s: A4: %s is suspended without a breach", s.name, m.login(duty.StaffID(ab.StaffID)))
		}
	}
	m.checkGifts(after, s, taken)
}

// checkSuspension: it has the times of its decision, and with it comes the record of leadership (A3, A7).
func (m *machine) checkSuspension(b *ent.Breach, ab *ent.Absence, leads bool, say func(string, ...any)) {
	if ab == nil || ab.Kind != duty.Suspension || ab.StaffID != b.PersonID || !ab.FromAt.Equal(*b.DecidedAt) || ab.UntilAt == nil {
		say("A7: the suspension is %v", ab)
		return
	}
	if b.State == accountability.Closed && ab.State.Away() {
		say("A7: closed while it runs")
	}
	stands := b.State != accountability.Dismissed && b.Measure != nil && *b.Measure == accountability.Suspension
	if runs := m.o.Desk.Now().Before(*ab.UntilAt); ab.State.Away() != runs || runs && !stands {
		say("A7: it is %s until %s, the measure %v", ab.State, *ab.UntilAt, b.Measure)
	}
	if director := m.office().Staff[m.o.Staff["director"].ID]; !leads && director.LeftAt == nil && b.PersonID != director.ID && b.CommunityID == director.CommunityID {
		say("A3: no record of leadership")
	}
}

// checkGifts: open until the value went back; what was taken is one breach, what was refused none (A1).
func (m *machine) checkGifts(after *snapshot, s step, taken map[string]int) {
	back := map[string]int{}
	for _, r := range after.Returns {
		back[r.GiftID] += r.AmountFen
		if r.Proof == "" || r.RecordedByID == r.PersonID {
			m.Errorf("after %s: A1: %d fen went back by %s, proof %q", s.name, r.AmountFen, m.login(duty.StaffID(r.RecordedByID)), r.Proof)
		}
	}
	for _, g := range after.Gifts {
		offered := g.Kind == accountability.GiftOffered
		if closed := g.ClosedAt != nil; closed != (offered || back[g.ID] == g.ValueFen) || back[g.ID] > g.ValueFen || g.ReturnedFen != back[g.ID] {
			m.Errorf("after %s: A1: of %d fen %d went back, closed %v", s.name, g.ValueFen, cmp.Or(back[g.ID], g.ReturnedFen), closed)
		}
		if want := map[bool]int{true: 0, false: 1}[offered]; taken[g.ID] != want {
			m.Errorf("after %s: A1: a gift %s is %d breaches", s.name, g.Kind, taken[g.ID])
		}
	}
}
