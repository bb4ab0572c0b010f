package cobuild

import (
	"slices"
	"strings"

	"xinxing/internal/office"
)

// Facts are what the rules need to know of a project.
type Facts struct {
	Stage Stage
	// Partners take part in it; OpenTasks are not done; Confirmed deliveries were confirmed by the community.
	Partners, OpenTasks, Confirmed int
	OpenToJoin                     bool
}

// Move is what is said when a project goes to another stage.
type Move struct {
	To              Stage
	Reason, Outcome string
}

// moves is the table of stages (P3): what may follow what. Dropped is the end of what is not accepted.
var moves = map[Stage][]Stage{
	Proposed: {Agreed, Dropped},
	Agreed:   {UnderWay, Dropped},
	UnderWay: {Accepted, Dropped},
	Accepted: {Closed, UnderWay, Dropped},
	Closed:   {},
	Dropped:  {},
}

// Steps are the stages on the way to the end, in order; what is dropped has left it.
func Steps() []Stage { return []Stage{Proposed, Agreed, UnderWay, Accepted, Closed} }

// Moves gives the stages that may follow a stage, the usual one first; none after the ends.
func Moves(s Stage) []Stage { return slices.Clone(moves[s]) }

// Ended tells whether nothing follows a stage.
func Ended(s Stage) bool { return s == Closed || s == Dropped }

// Wants is what has to be said for a move besides where it goes to.
type Wants struct{ Reason, Outcome bool }

// WantsOf tells what a move wants by the facts: a reason where a project is dropped or goes back, is agreed without a partner, or is
// accepted with tasks open or without anybody's part; an outcome where it is closed (P3).
func WantsOf(f Facts, to Stage) Wants {
	w := Wants{Outcome: to == Closed}
	switch to {
	case Dropped:
		w.Reason = true
	case Agreed:
		w.Reason = f.Partners == 0
	case UnderWay:
		w.Reason = f.Stage == Accepted
	case Accepted:
		w.Reason = f.OpenTasks > 0 || f.Partners == 0
	}
	return w
}

// Check allows or refuses a move (P3): REFUSED_STATE where it is not in the table, NEEDS_PROOF where partners take part and nothing of
// theirs was confirmed, NEEDS_REASON where a reason or an outcome is wanted.
func Check(f Facts, m Move) error {
	if !slices.Contains(moves[f.Stage], m.To) {
		return office.Refuse(office.RefusedState, "P3", "to").With("stage", f.Stage).With("to", m.To)
	}
	if m.To == Accepted && f.Partners > 0 && f.Confirmed == 0 {
		return office.Refuse(office.NeedsProof, "P3", "to")
	}
	w := WantsOf(f, m.To)
	if w.Reason && strings.TrimSpace(m.Reason) == "" {
		return office.Refuse(office.NeedsReason, "P3", "reason")
	}
	if w.Outcome && strings.TrimSpace(m.Outcome) == "" {
		return office.Refuse(office.NeedsReason, "P3", "outcome")
	}
	return nil
}

// TakesPledges tells whether a project takes pledges in a stage.
func TakesPledges(s Stage) bool { return slices.Contains(TakingPledges(), s) }

// TakingPledges are the stages in which a project takes pledges.
func TakingPledges() []Stage { return []Stage{Proposed, Agreed, UnderWay} }

// TakesDeliveries tells whether something can be delivered to a project in a stage.
func TakesDeliveries(s Stage) bool { return s == Agreed || s == UnderWay || s == Accepted }

// CheckPledge allows or refuses a pledge of a partner (P5): to what takes pledges, and is open to join or is what the partner takes part in.
func CheckPledge(f Facts, takesPart, left bool) error {
	switch {
	case left:
		return office.Refuse(office.RefusedState, "P1", "partnerId")
	case !f.OpenToJoin && !takesPart:
		return office.Refuse(office.Forbidden, "P5", "projectId")
	case !TakesPledges(f.Stage):
		return office.Refuse(office.RefusedState, "P3", "projectId").With("stage", f.Stage)
	}
	return nil
}

// CheckDelivery allows or refuses a report of a delivery: to what takes deliveries, of a pledge that holds.
func CheckDelivery(f Facts, withdrawn bool) error {
	switch {
	case withdrawn:
		return office.Refuse(office.RefusedState, "P3", "pledgeId").With("state", "withdrawn")
	case !TakesDeliveries(f.Stage):
		return office.Refuse(office.RefusedState, "P3", "pledgeId").With("stage", f.Stage)
	}
	return nil
}

// Promised is one pledge as far as sums need it: quantities in its unit, amounts in fen. Delivered counts what the community confirmed.
type Promised struct {
	Kind           ResourceKind
	Unit           string
	Quantity       int
	Worth          int
	Delivered      int
	DeliveredWorth int
	Withdrawn      bool
}

// Total is what was pledged and what was really delivered of one kind in one unit. Worth is in fen.
type Total struct {
	Kind                         ResourceKind
	Unit                         string
	Pledged, Delivered           int
	PledgedWorth, DeliveredWorth int
}

// Sum adds pledges up, one line a kind and unit, in the order of kinds and then units. Of a withdrawn pledge counts only what came.
func Sum(pledges []Promised) []Total {
	out := []Total{}
	for _, p := range pledges {
		i := slices.IndexFunc(out, func(t Total) bool { return t.Kind == p.Kind && t.Unit == p.Unit })
		if i < 0 {
			out, i = append(out, Total{Kind: p.Kind, Unit: p.Unit}), len(out)
		}
		if !p.Withdrawn {
			out[i].Pledged += p.Quantity
			out[i].PledgedWorth += p.Worth
		}
		out[i].Delivered += p.Delivered
		out[i].DeliveredWorth += p.DeliveredWorth
	}
	slices.SortFunc(out, func(a, b Total) int {
		if n := slices.Index(resourceKinds, a.Kind) - slices.Index(resourceKinds, b.Kind); n != 0 {
			return n
		}
		return strings.Compare(a.Unit, b.Unit)
	})
	return out
}
