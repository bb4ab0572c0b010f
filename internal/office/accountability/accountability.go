package accountability

import (
	"slices"

	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
)

// Level is how high somebody stands; a record is decided above the person, and an appeal above the decider.
type Level int

// The levels, the lowest first.
const (
	Member Level = iota
	Leader
	Director
	Supervisor
)

// LevelOf is the highest level that the roles give.
func LevelOf(r duty.Roles) Level {
	switch {
	case r.Has(duty.Supervisor):
		return Supervisor
	case r.Has(duty.Director):
		return Director
	case r.Has(duty.Leader):
		return Leader
	}
	return Member
}

// Facts is what the rules know of an entry of the register.
type Facts struct {
	State  State
	Kind   casework.BreachKind
	Person duty.StaffID
	// Decider decided it as DecidedAs; the zero values before.
	Decider   duty.StaffID
	DecidedAs Level
	Measure   Measure
	// Appealed: the person has appealed; once is all (A4).
	Appealed bool
	// Done: the measure was carried out before the appeal.
	Done bool
	// Suspended: the suspension that was decided has not ended yet. GiftOpen: the gift's value is not returned yet.
	Suspended, GiftOpen bool
}

// firstAbove is the lowest level above another at which somebody stands who is none of those excepted; the supervisors
// decide about a supervisor among themselves. 0 where there is nobody.
func firstAbove(r duty.Roster, at Level, except ...duty.StaffID) Level {
	for l := min(at+1, Supervisor); l <= Supervisor; l++ {
		for id, m := range r {
			if LevelOf(m.Roles) == l && m.State != duty.Left && !slices.Contains(except, id) {
				return l
			}
		}
	}
	return 0
}

// decides tells whether somebody of a level decides about the person: those above, within the office where it has any;
// the director's record is the subdistrict's (A3).
func decides(r duty.Roster, person duty.StaffID, l Level) bool {
	lowest := firstAbove(r, LevelOf(r[person].Roles), person)
	return lowest > 0 && l >= lowest && (l < Supervisor || lowest == Supervisor)
}

// AppealLevel is the level that decides an appeal: the next one above the decider's (A4); 0 where there is none.
func AppealLevel(f Facts, r duty.Roster) Level {
	return firstAbove(r, f.DecidedAs, f.Decider, f.Person)
}

type relation int

const (
	person  relation = iota // the person whom it is about
	decider                 // whoever decides about the person
	either
	reviewer // the level above the decider
)

// rule is one line of the table of acts.
type rule struct {
	act  Act
	from []State
	to   State // "" where the act itself tells
	who  relation
}

var table = []rule{
	{Hear, []State{Found}, Heard, either},
	{Decide, []State{Heard}, Decided, decider},
	{Dismiss, []State{Found, Heard}, Dismissed, decider},
	{CarryOut, []State{Decided}, CarriedOut, decider},
	{Close, []State{CarriedOut}, Closed, decider},
	{Appeal, []State{Decided, CarriedOut}, Appealed, person},
	{DecideUp, []State{Appealed}, "", reviewer},
}

func ruleOf(act Act) rule {
	return table[slices.IndexFunc(table, func(r rule) bool { return r.act == act })]
}

// Check tells whether the actor may take the step now. It refuses with A4: REFUSED_STATE for the wrong state,
// NOT_RESPONSIBLE for another's statement or appeal, FORBIDDEN for who stands too low, ALREADY_DONE for a second appeal,
// NO_SUPERIOR where nobody stands above; with A3 OWN_CASE where somebody would decide about themself or about their own
// decision; with A7 NOT_ON_DUTY; and where it cannot end yet, REFUSED_STATE (A7) and NEEDS_RETURN (A1).
func Check(act Act, f Facts, r duty.Roster, actor duty.Member) error {
	line := ruleOf(act)
	if !actor.Roles.Works() && !actor.Roles.Has(duty.Supervisor) {
		return office.Refuse(office.Forbidden, "A4", "")
	}
	if !slices.Contains(line.from, f.State) {
		if act == Appeal && f.Appealed {
			return office.Refuse(office.AlreadyDone, "A4", "")
		}
		return office.Refuse(office.RefusedState, "A4", "").With("state", f.State).With("act", act)
	}
	own := actor.ID == f.Person
	// Who is suspended is heard and may appeal all the same.
	if actor.State == duty.Left || actor.State == duty.Suspended && (!own || line.who != person && line.who != either) {
		return office.Refuse(office.NotOnDuty, "A7", "")
	}
	level := LevelOf(actor.Roles)
	switch line.who {
	case person:
		if !own {
			return office.Refuse(office.NotResponsible, "A4", "").With("responsible", f.Person)
		}
	case either:
		if !own && !decides(r, f.Person, level) {
			return office.Refuse(office.NotResponsible, "A4", "").With("responsible", f.Person)
		}
	case decider:
		if own {
			return office.Refuse(office.OwnCase, "A3", "")
		}
		if !decides(r, f.Person, level) {
			return office.Refuse(office.Forbidden, "A4", "")
		}
	case reviewer:
		if own || actor.ID == f.Decider {
			return office.Refuse(office.OwnCase, "A3", "")
		}
		if above := AppealLevel(f, r); above == 0 || level != above {
			return office.Refuse(office.Forbidden, "A4", "")
		}
	}
	switch act {
	case Appeal:
		if f.Appealed {
			return office.Refuse(office.AlreadyDone, "A4", "")
		}
		if AppealLevel(f, r) == 0 {
			return office.Refuse(office.NoSuperior, "A4", "")
		}
	case Close:
		if f.Suspended {
			return office.Refuse(office.RefusedState, "A7", "").With("state", f.State).With("act", act)
		}
		if f.GiftOpen {
			return office.Refuse(office.NeedsReturn, "A1", "")
		}
	}
	return nil
}

// Next is the state after an act that Check allowed; after an appeal it is Review that tells.
func Next(act Act) State { return ruleOf(act).to }

// Review is the state after an appeal was decided. What is changed has to be carried out anew.
func Review(o Outcome, f Facts) State {
	switch {
	case o == Overturned:
		return Dismissed
	case o == Upheld && f.Done:
		return CarriedOut
	}
	return Decided
}

// Milder tells whether a measure is milder than another: an appeal never makes it harder.
func Milder(m, than Measure) bool {
	return slices.Index(measures, m) < slices.Index(measures, than)
}

// Allowed lists the acts that the actor may do now, in the table's order.
func Allowed(f Facts, r duty.Roster, actor duty.Member) []Act {
	out := []Act{}
	for _, line := range table {
		if Check(line.act, f, r, actor) == nil {
			out = append(out, line.act)
		}
	}
	return out
}

// CheckReturn tells whether the actor may write down that value of a gift was returned (A1): whoever decides about the
// person, never the person.
func CheckReturn(person duty.StaffID, r duty.Roster, actor duty.Member) error {
	switch {
	case !actor.Roles.Works() && !actor.Roles.Has(duty.Supervisor):
		return office.Refuse(office.Forbidden, "A1", "")
	case actor.State == duty.Left || actor.State == duty.Suspended:
		return office.Refuse(office.NotOnDuty, "A7", "")
	case actor.ID == person:
		return office.Refuse(office.OwnCase, "A3", "")
	case !decides(r, person, LevelOf(actor.Roles)):
		return office.Refuse(office.Forbidden, "A1", "")
	}
	return nil
}

// Propose is the measure that the ladder proposes for a person's next breach of a kind, after so many that were decided and
// not dismissed. A3: written self-criticism, then suspension. B9: admonition, then public criticism, as for leadership.
// The rest is criticised (F9, A1), and what comes again, but for gifts, criticised in public.
func Propose(kind casework.BreachKind, before int) Measure {
	steps := []Measure{Criticism, PublicCriticism}
	switch kind {
	case casework.BreachMaterialLost, casework.BreachMaterialDamaged, casework.BreachOvercharge:
		steps = []Measure{SelfCriticism, Suspension}
	case casework.BreachPostHandOverMissed, casework.BreachLeadership:
		steps = []Measure{Admonition, PublicCriticism}
	case casework.BreachGift:
		steps = []Measure{Criticism}
	}
	return steps[min(before, len(steps)-1)]
}

// Counts lists the states in which a breach counts on the ladder: decided, and not dismissed.
func Counts() []State { return []State{Decided, CarriedOut, Appealed, Closed} }

// Leads tells whether the measure makes the director's leadership a record of its own (A3); the director's own does not.
func Leads(m Measure, person duty.Roles) bool {
	return m == Suspension && LevelOf(person) < Director
}
