package duty

import (
	"slices"
	"time"

	"xinxing/internal/office"
	"xinxing/internal/office/workday"
)

// AbsenceFacts is what the rules know of an absence.
type AbsenceFacts struct {
	Kind        AbsenceKind
	State       AbsenceState
	Staff       StaffID
	From, Until time.Time // Until is the zero time where it is open
	// Director: the person is the director, whose matters are decided elsewhere (A3).
	Director bool
	// Lists are the hand-over lists of the absence: who takes over, and whether they have (B4).
	Lists []ListFacts
}

// ListFacts is what the rules know of one hand-over list.
type ListFacts struct {
	To       StaffID
	Written  bool
	Accepted bool
}

// absenceRule is one line of the table of acts on absences.
type absenceRule struct {
	act    AbsenceAct
	from   []AbsenceState
	to     AbsenceState // "" keeps the state
	clause string
}

var absenceTable = []absenceRule{
	{AbsenceWriteList, []AbsenceState{AbsenceAsked, AbsenceApproved, AbsenceRunning, AbsenceEnded}, "", "B4"},
	{AbsenceAcceptList, []AbsenceState{AbsenceAsked, AbsenceApproved, AbsenceRunning, AbsenceEnded}, "", "B4"},
	{AbsenceApprove, []AbsenceState{AbsenceAsked}, AbsenceApproved, "B4"},
	{AbsenceRefuse, []AbsenceState{AbsenceAsked}, AbsenceRefused, "B4"},
	{AbsenceWithdraw, []AbsenceState{AbsenceAsked, AbsenceApproved}, AbsenceWithdrawn, "B4"},
	{AbsenceReturn, []AbsenceState{AbsenceRunning}, AbsenceEnded, "B7"},
	{AbsencePrint, []AbsenceState{AbsenceAsked, AbsenceApproved, AbsenceRunning, AbsenceEnded}, "", "Papers"},
}

// Away tells whether an absence in this state takes the person from duty when its time has come.
func (s AbsenceState) Away() bool { return s == AbsenceApproved || s == AbsenceRunning }

// Claims tells whether an absence in this state keeps others from being away at its time (B6).
func (s AbsenceState) Claims() bool { return s == AbsenceAsked || s.Away() }

// AheadBy is the last instant at which a planned absence that begins at from can be asked for: the close of business of
// the working day before the day on which it begins (B4). It fails where the calendar knows no such day.
func AheadBy(cal *workday.Calendar, from time.Time) (time.Time, error) {
	day := workday.DateOf(from, cal.Location())
	for range 400 {
		day = day.AddDays(-1)
		if at, ok := cal.CloseOf(day); ok {
			return at, nil
		}
	}
	return time.Time{}, office.Refuse(office.BadInput, "B4", "from")
}

// CheckAbsence tells whether the actor may do the act on an absence. It refuses with the clause: REFUSED_STATE for the
// wrong state, FORBIDDEN (A4) about a suspension, OWN_CASE where no one may decide about themself (A3), NEEDS_HAND_OVER where a list is not accepted yet
// (B4), FORBIDDEN, NOT_RESPONSIBLE and NOT_ON_DUTY for the wrong person.
func CheckAbsence(act AbsenceAct, f AbsenceFacts, actor Member) error {
	i := slices.IndexFunc(absenceTable, func(r absenceRule) bool { return r.act == act })
	r := absenceTable[i]
	if !actor.Roles.Works() && !actor.Roles.Has(Supervisor) {
		return office.Refuse(office.Forbidden, r.clause, "")
	}
	own := actor.ID == f.Staff
	if f.Kind == Suspension {
		// Its decision says when it ends, or an appeal; there is nothing to hand over.
		return office.Refuse(office.Forbidden, "A4", "").With("act", act)
	}
	if !slices.Contains(r.from, f.State) {
		return office.Refuse(office.RefusedState, r.clause, "").With("state", f.State).With("act", act)
	}
	if actor.State == Suspended || actor.State == Left {
		return office.Refuse(office.NotOnDuty, "A7", "")
	}
	switch act {
	case AbsenceApprove, AbsenceRefuse:
		if own {
			return office.Refuse(office.OwnCase, "A3", "")
		}
		if f.Director && !actor.Roles.Has(Supervisor) || !f.Director && !actor.Roles.Leads() {
			return office.Refuse(office.Forbidden, r.clause, "")
		}
		if act == AbsenceApprove {
			for _, l := range f.Lists {
				if !l.Accepted {
					return office.Refuse(office.NeedsHandOver, "B4", "").With("to", l.To)
				}
			}
		}
	case AbsenceWriteList, AbsenceWithdraw, AbsenceReturn:
		if !own && !actor.Roles.Leads() && !(f.Director && actor.Roles.Has(Supervisor)) {
			return office.Refuse(office.NotResponsible, r.clause, "").With("responsible", f.Staff)
		}
	case AbsenceAcceptList:
		j := slices.IndexFunc(f.Lists, func(l ListFacts) bool { return l.To == actor.ID && l.Written && !l.Accepted })
		if j < 0 {
			return office.Refuse(office.NotResponsible, r.clause, "").With("responsible", f.Staff)
		}
	case AbsencePrint:
		if !actor.Roles.Works() { // a supervisor reads cases without residents' names, and the paper says them
			return office.Refuse(office.Forbidden, r.clause, "")
		}
		takes := slices.ContainsFunc(f.Lists, func(l ListFacts) bool { return l.To == actor.ID })
		if !own && !takes && !actor.Roles.Leads() {
			return office.Refuse(office.NotResponsible, r.clause, "").With("responsible", f.Staff)
		}
	}
	return nil
}

// Draft tells whether a hand-over list is still a draft: until who takes over said so, and the absence is approved (B4).
func (f AbsenceFacts) Draft(l ListFacts) bool {
	return !l.Accepted || !f.State.Away() && f.State != AbsenceEnded
}

// NextAbsence is the state after an act that CheckAbsence allowed.
func NextAbsence(act AbsenceAct, from AbsenceState) AbsenceState {
	for _, r := range absenceTable {
		if r.act == act && r.to != "" {
			return r.to
		}
	}
	return from
}

// AllowedAbsence lists the acts that the actor may do on the absence, in the table's order.
func AllowedAbsence(f AbsenceFacts, actor Member) []AbsenceAct {
	acts := []AbsenceAct{}
	for _, r := range absenceTable {
		if CheckAbsence(r.act, f, actor) == nil {
			acts = append(acts, r.act)
		}
	}
	return acts
}
