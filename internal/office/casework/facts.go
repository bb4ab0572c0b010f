package casework

import (
	"time"

	"xinxing/internal/office/duty"
)

// Facts are the few fields of a case that its rules need; read from the store, never changed by a rule.
type Facts struct {
	Status         Status
	FirstResponder duty.StaffID
	Holder         duty.StaffID
	// Responsible answers for the case now: the holder, or whoever stands in by rule.
	Responsible duty.StaffID
	// Item is nil where none is named yet.
	Item *ItemFacts
	// Post is nil where the item has none.
	Post *duty.Post
	// ContactAt is when the contact came; a registration whose materials were complete then is counted from it.
	ContactAt           time.Time
	MaterialsCompleteAt *time.Time
	// DueAt is the deadline of the clock that runs.
	DueAt          time.Time
	HandOver       *Offer
	Report         *Waiting
	Extension      *Asked
	ExtensionsUsed int
	CallBackAsked  bool
	CallBackDone   bool
	// Missing counts the materials that a notice named and that have not come in (Q3).
	Missing int
	// PiecesHeld counts what the office keeps of the resident's; Pieces, all that it ever took in (A5).
	PiecesHeld, Pieces int
	// ChargedFen is what was charged so far (A6).
	ChargedFen int
	// Green: of a registered job-seeker, it costs nothing (E6).
	Green bool
	// Supervision tells a complaint or bad rating from a service matter; of the acts only its own four steps and files are for it.
	Supervision bool
	// About is whom a supervision matter is about, "" where nobody is named.
	About duty.StaffID
}

// ItemFacts are an item's rules, of the version that the case was opened under.
type ItemFacts struct {
	Kind             ItemKind
	LimitDays        int
	Immediate        bool
	MaxExtensions    int
	MaxExtensionDays int
	// FeeFen is the standard of what may be charged, in fen (A6).
	FeeFen int
}

// Offer is a hand-over that waits for an answer (F10).
type Offer struct{ From, To duty.StaffID }

// Waiting is a report up that waits for a decision (F6).
type Waiting struct{ Reporter, Superior duty.StaffID }

// Asked is an extension that runs: asked for, or approved and not yet told (T5).
type Asked struct {
	By       duty.StaffID
	Director bool // the asker is the director: the supervisor decides
	State    ExtensionState
}

// Actor is who acts.
type Actor struct {
	ID    duty.StaffID
	Roles duty.Roles
	State duty.State
}

// Open tells whether a case with this status is open.
func (s Status) Open() bool {
	switch s {
	case Received, Reported, AwaitingMaterials, Promised, ToCheck, ToPutRight, ToAnswer, ToCallBack:
		return true
	}
	return false
}
