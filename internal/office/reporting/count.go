// Package reporting says what each figure of the office means (R): which entries of a journal count, for whom, on which day. What the
// database sums up is checked against it.
package reporting

import (
	"time"

	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
)

// Case is what is fixed of a case from its first entry on.
type Case struct {
	FirstResponder string
	ContactAt      time.Time
	// Service: a supervision matter is no service; of it nothing counts but the failures of duty found in it.
	Service bool
}

// Place is where in a report something counts; "" for none.
type Place struct{ Item, Post, Channel string }

// Counts gives the place at which a case that stands at a place counts: a supervision matter counts at none, which would tell of it.
func (c Case) Counts(at Place) Place {
	if !c.Service {
		return Place{}
	}
	return at
}

// Event is an entry of the journal of a case or of another record.
type Event struct {
	Kind  casework.EventKind
	Alarm casework.AlarmKind
	At    time.Time
	// Actor did it, Responsible answered for the case then, About is whom a record of the office is about; "" for nobody.
	Actor, Responsible, About string
	Facts                     map[string]any
}

// State is what a journal has told so far and later entries need; the zero State stands before the first entry. It is kept beside the case as
// JSON.
type State struct {
	// FirstStep: the first contact ended in one of F4–F7 or in somebody else's hands, or its limit passed.
	FirstStep bool `json:"firstStep,omitempty"`
	// AnswerLate: the hand-over that is offered now was not answered within its limit (F10).
	AnswerLate bool `json:"answerLate,omitempty"`
	// Since is when the case began, or was opened again (T6); the zero instant before it did.
	Since time.Time `json:"since,omitzero"`
}

// Same tells whether two states are the same.
func (s State) Same(o State) bool {
	return s.FirstStep == o.FirstStep && s.AnswerLate == o.AnswerLate && s.Since.Equal(o.Since)
}

// Entry is one thing that counts: Value of the measure (1, or of the working time tenths of an hour, rounded), on a day of the office, for a member of staff.
type Entry struct {
	Measure Measure
	Day     workday.Date
	Staff   string
	// Kind is the word by which the measure is told apart: of a breach its kind, of a rating its level; "" for others.
	Kind  string
	Value int
}

// Rules is counted up whenever Count counts otherwise than before: what stands counted is then reckoned anew.
const Rules = 1

// WorkedMinutes is the name of the fact by which an entry that resolves a case says how many minutes of working time it took.
const WorkedMinutes = "workedMinutes"

// Worked is the working time from when a case began, or was opened again, to an instant, in whole minutes.
func Worked(s State, c Case, cal *workday.Calendar, at time.Time) int {
	since := s.Since
	if since.IsZero() {
		since = c.ContactAt
	}
	return int(cal.Between(since, at) / time.Minute)
}

// Count takes a journal's next entry in and gives what counts of it. Days are those of the calendar's zone. Where the entry does not say how
// long the work took, as those of before the fact was kept do not, it is reckoned by the calendar.
func Count(s State, c Case, e Event, cal *workday.Calendar) (State, []Entry) {
	day := workday.DateOf(e.At, cal.Location())
	var out []Entry
	add := func(m Measure, staff, kind string, value int) {
		out = append(out, Entry{m, day, staff, kind, value})
	}
	one := func(m Measure, staff string) { add(m, staff, "", 1) }
	text := func(name string) string { t, _ := e.Facts[name].(string); return t }
	who := e.Actor
	if who == "" {
		who = e.Responsible
	}
	switch e.Kind {
	case casework.EventBreachFound, casework.EventBreachReported:
		add(Breaches, text("person"), text("breach"), 1)
		return s, out
	case casework.EventAbsenceBegan:
		if text("kind") == string(duty.Emergency) {
			one(Emergencies, e.About)
		}
		return s, out
	}
	if !c.Service {
		return s, nil
	}
	if !s.FirstStep && firstStep(e.Kind) {
		s.FirstStep = true
		one(FirstContactKept, c.FirstResponder)
	}
	resolved := func(inTime bool) {
		one(Resolved, who)
		if inTime {
			one(InTime, who)
		}
		minutes, told := e.Facts[WorkedMinutes].(float64) // as JSON gives numbers
		if !told {
			minutes = float64(Worked(s, c, cal, e.At))
		}
		add(WorkingTime, who, "", (int(minutes)+3)/6)
	}
	switch e.Kind {
	case casework.EventCaseOpened:
		s.Since = c.ContactAt
		day = workday.DateOf(c.ContactAt, cal.Location())
		one(Received, c.FirstResponder)
	case casework.EventResolvedOnSpot:
		one(OnSpot, who)
		resolved(true)
	case casework.EventCompleted:
		resolved(text("result") == string(casework.ResultKept))
	case casework.EventReopened:
		s.Since = e.At
	case casework.EventGuided:
		one(Guided, who)
	case casework.EventRefused:
		one(Refused, who)
	case casework.EventExtensionTold:
		one(Extended, who)
	case casework.EventNoticedAgain:
		one(SecondNotices, who)
	case casework.EventHandOverOffered:
		s.AnswerLate = false
	case casework.EventHandOverAccepted:
		one(HandOvers, who)
		if !s.AnswerLate {
			one(HandOversInTime, who)
		}
	case casework.EventStoodIn:
		one(StandIns, text("to"))
	case casework.EventWarning:
		switch e.Alarm {
		case casework.AlarmFirstContactPassed:
			if !s.FirstStep {
				s.FirstStep = true
				one(FirstContactMissed, c.FirstResponder)
			}
		case casework.AlarmHandoverAnswerPassed:
			s.AnswerLate = true
		case casework.AlarmPromisePassed:
			one(Overdue, e.Responsible)
		}
	}
	return s, out
}

// Rated gives what a rating counts, of which no journal tells (Q6): on its day, for whom it is about.
func Rated(at time.Time, about string, level casework.RatingLevel, cal *workday.Calendar) Entry {
	return Entry{Ratings, workday.DateOf(at, cal.Location()), about, string(level), 1}
}

// firstStep tells whether an entry ends the first contact: one of F4–F7, or that somebody else has the case.
func firstStep(k casework.EventKind) bool {
	switch k {
	case casework.EventResolvedOnSpot, casework.EventPromised, casework.EventReportedUp, casework.EventGuided, casework.EventRefused,
		casework.EventMaterialsRequested, casework.EventHandOverAccepted, casework.EventTakenOver, casework.EventDirected:
		return true
	}
	return false
}
