package employment

import (
	"slices"

	"xinxing/internal/office"
	"xinxing/internal/office/workday"
)

// steps are the ways on from each state of a referral (E4).
var steps = map[ReferralState][]ReferralState{
	ReferralReferred:  {ReferralInterview, ReferralHired, ReferralNotHired, ReferralDeclined},
	ReferralInterview: {ReferralInterview, ReferralHired, ReferralNotHired, ReferralDeclined},
}

// Next lists where a referral may go from a state; none where it is decided.
func Next(from ReferralState) []ReferralState { return slices.Clone(steps[from]) }

// CheckStep refuses a step that the state does not allow, and one without the reason that it needs.
func CheckStep(from, to ReferralState, reason string) error {
	if !slices.Contains(steps[from], to) {
		if len(steps[from]) == 0 {
			return office.Refuse(office.AlreadyDone, "E4", "").With("state", from)
		}
		return office.Refuse(office.BadInput, "E4", "state")
	}
	if (to == ReferralNotHired || to == ReferralDeclined) && reason == "" {
		return office.Refuse(office.NeedsReason, "E4", "reason")
	}
	return nil
}

// followUpMonths are when it is asked whether the person still has the work, counted from its start (E4).
var followUpMonths = []int{1, 3, 6}

// Check is one day on which it is asked whether the person still has the work.
type Check struct {
	Months int
	On     workday.Date
}

// FollowUps are the days after the start of work on which it is followed up: the same day 1, 3 and 6 calendar months later,
// or the last day of a shorter month (E4).
func FollowUps(started workday.Date) []Check {
	out := make([]Check, len(followUpMonths))
	for i, m := range followUpMonths {
		out[i] = Check{m, started.AddMonths(m)}
	}
	return out
}

// CheckRegistration refuses a registration that says nothing of the situation; each is said once. Where the residence is
// registered is written down and never a reason to refuse (E1), and who does not consent is registered and not referred.
func CheckRegistration(said []Situation) error {
	if len(said) == 0 || len(said) > len(situations) {
		return office.Refuse(office.NeedsSituation, "E1", "situations")
	}
	return nil
}

// CheckRefer refuses to refer whoever is not looking for work, and whoever did not consent that an employer learns of it (E1, E4).
func CheckRefer(state SeekerState, consented bool) error {
	if state != SeekerSeeking {
		return office.Refuse(office.RefusedState, "E4", "").With("state", state)
	}
	if !consented {
		return office.Refuse(office.NeedsProof, "E1", "consent")
	}
	return nil
}

// Green tells whether cases of a person come under the green channel (E6): of everybody on the register who has not left it.
func Green(state SeekerState) bool { return state == SeekerSeeking || state == SeekerEmployed }

// OtherSectors are the first and the second sector: all others are of the third, services (E3).
func OtherSectors() []Sector { return []Sector{SectorFarming, SectorIndustry} }

// Third tells whether a sector is of the third (E3).
func (v Sector) Third() bool { return !slices.Contains(OtherSectors(), v) }
