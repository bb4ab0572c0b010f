package duty

import (
	"maps"
	"slices"
	"time"
)

// Spell is a time in which a member of staff is not on duty: from From until before Until; without end where Until is
// the zero time.
type Spell struct {
	Staff       StaffID
	State       State // Away or Suspended
	From, Until time.Time
}

// Covers tells whether the instant lies in the spell.
func (s Spell) Covers(t time.Time) bool {
	return !t.Before(s.From) && (s.Until.IsZero() || t.Before(s.Until))
}

// Overlaps tells whether two spells have an instant in common.
func (s Spell) Overlaps(other Spell) bool {
	before := func(a, b Spell) bool { return !a.Until.IsZero() && !a.Until.After(b.From) }
	return !before(s, other) && !before(other, s)
}

// At is the roster as it is at an instant: whoever a spell covers is away or suspended, suspension before absence (A7);
// who has left stays so, everybody else is on duty. Nothing of it is stored (B2).
func (r Roster) At(t time.Time, spells []Spell) Roster {
	at := maps.Clone(r)
	for id, m := range at {
		if m.State != Left {
			m.State = OnDuty
			at[id] = m
		}
	}
	for _, s := range spells {
		m, known := at[s.Staff]
		if !known || m.State == Left || m.State == Suspended || !s.Covers(t) {
			continue
		}
		m.State = s.State
		at[s.Staff] = m
	}
	return at
}

// Turn is the next instant after t at which a spell begins or ends; the zero time where none does.
func Turn(t time.Time, spells []Spell) time.Time {
	var next time.Time
	for _, s := range spells {
		for _, at := range []time.Time{s.From, s.Until} {
			if at.After(t) && (next.IsZero() || at.Before(next)) {
				next = at
			}
		}
	}
	return next
}

// Turns are the instants in (from, to) at which a spell begins or ends, in order, each once.
func Turns(from, to time.Time, spells []Spell) []time.Time {
	var at []time.Time
	for t := Turn(from, spells); !t.IsZero() && t.Before(to); t = Turn(t, spells) {
		at = append(at, t)
	}
	return slices.Clip(at)
}
