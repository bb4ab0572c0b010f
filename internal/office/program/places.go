package program

import (
	"fmt"
	"slices"
	"time"

	"xinxing/internal/office"
)

// The bounds of a program.
const (
	// MostPlaces and MostWaiting bound the places and the waiting list of a program.
	MostPlaces, MostWaiting = 2000, 500
	// MostSessions and MostActs bound the meetings of a program and the acts of a show.
	MostSessions, MostActs = 60, 100
	// Around is how long before and after a session its code signs people in.
	Around = 30 * time.Minute
)

// Turn is one person's turn in a program: the ticket that was drawn, and where the person stands.
type Turn struct {
	Ticket int
	State  EnrolmentState
}

// Places are the places of a program, counted.
type Places struct{ Capacity, Seated, Waiting int }

// Free is how many places nobody has, at least 0.
func (p Places) Free() int { return max(0, p.Capacity-p.Seated) }

// Admit tells where whoever comes next stands (E5): on a place where one is free and nobody waits for it, else on the waiting
// list. It refuses with LIMIT_EXCEEDED where the list is full.
func (p Places) Admit() (EnrolmentState, error) {
	switch {
	case p.Free() > 0 && p.Waiting == 0:
		return Seated, nil
	case p.Waiting >= MostWaiting:
		return "", office.Refuse(office.LimitExceeded, "E5", "").With("limit", MostWaiting)
	}
	return Waiting, nil
}

// MoveUp is how many of the waiting list move up now: as many as there are free places (E5).
func (p Places) MoveUp() int { return min(p.Free(), p.Waiting) }

// Next gives the tickets that move up, the lowest of those who wait: nobody is skipped (E5).
func Next(turns []Turn, capacity int) []int {
	p, waiting := count(turns, capacity)
	slices.Sort(waiting)
	return waiting[:p.MoveUp()]
}

func count(turns []Turn, capacity int) (Places, []int) {
	p, waiting := Places{Capacity: capacity}, []int{}
	for _, t := range turns {
		switch t.State {
		case Seated:
			p.Seated++
		case Waiting:
			p.Waiting++
			waiting = append(waiting, t.Ticket)
		case Withdrawn:
		}
	}
	return p, waiting
}

// Unfair gives what is wrong with the turns of a program (E5), nothing where all is right: no more are seated than there are
// places, nobody waits while a place is free, whoever is seated came before whoever waits, and no ticket was drawn twice.
func Unfair(turns []Turn, capacity int) []string {
	wrong := []string{}
	p, waiting := count(turns, capacity)
	if p.Seated > p.Capacity {
		wrong = append(wrong, fmt.Sprintf("%d are seated on %d places", p.Seated, p.Capacity))
	}
	if n := p.MoveUp(); n > 0 {
		wrong = append(wrong, fmt.Sprintf("%d wait although a place is free", n))
	}
	drawn := map[int]bool{}
	for _, t := range turns {
		if drawn[t.Ticket] {
			wrong = append(wrong, fmt.Sprintf("ticket %d was drawn twice", t.Ticket))
		}
		drawn[t.Ticket] = true
		if t.State == Seated && len(waiting) > 0 && t.Ticket > slices.Min(waiting) {
			wrong = append(wrong, fmt.Sprintf("ticket %d was passed over for %d", slices.Min(waiting), t.Ticket))
		}
	}
	return wrong
}

// CheckCapacity refuses places that are none, too many, or fewer than people who have one (E5).
func CheckCapacity(capacity, seated int) error {
	switch {
	case capacity < 1:
		return office.Refuse(office.BadInput, "E5", "capacity")
	case capacity > MostPlaces:
		return office.Refuse(office.LimitExceeded, "E5", "capacity").With("limit", MostPlaces)
	case capacity < seated:
		return office.Refuse(office.BadInput, "E5", "capacity").With("reason", "seated").With("seated", seated)
	}
	return nil
}

// Span is a stretch of time of a session or a rehearsal, its end not included.
type Span struct{ From, Until time.Time }

// CheckSessions refuses sessions that are none, too many, turned round or two at one time; index tells which one, in the
// order in which they were given.
func CheckSessions(all []Span) error {
	if len(all) == 0 {
		return office.Refuse(office.BadInput, "E5", "sessions")
	}
	if len(all) > MostSessions {
		return office.Refuse(office.LimitExceeded, "E5", "sessions").With("limit", MostSessions)
	}
	for i, s := range all {
		if err := CheckSpan(s, "E5", fmt.Sprintf("sessions.%d.until", i)); err != nil {
			return err
		}
		for _, other := range all[:i] {
			if s.From.Before(other.Until) && other.From.Before(s.Until) {
				return office.Refuse(office.BadInput, "E5", fmt.Sprintf("sessions.%d.from", i)).With("reason", "overlap")
			}
		}
	}
	return nil
}

// CheckSpan refuses, by a clause, a time that ends before it begins, or lasts longer than a day.
func CheckSpan(s Span, clause, field string) error {
	if !s.From.Before(s.Until) || s.Until.Sub(s.From) > 24*time.Hour {
		return office.Refuse(office.BadInput, clause, field).With("reason", "span")
	}
	return nil
}

// Whole is the time from the first session to the end of the last.
func Whole(all []Span) Span {
	w := all[0]
	for _, s := range all[1:] {
		if s.From.Before(w.From) {
			w.From = s.From
		}
		if s.Until.After(w.Until) {
			w.Until = s.Until
		}
	}
	return w
}

// Course is how far a program has come, and when it is.
type Course struct {
	State      State
	EnrolUntil time.Time
	Span       Span
	// Public: residents enrol themselves too.
	Public bool
}

// CheckEnrol refuses to enrol in what is not open, or after the last moment to enrol (E5).
func (c Course) CheckEnrol(way EnrolWay, now time.Time) error {
	switch {
	case c.State != Open || way == ByPublic && !c.Public:
		return office.Refuse(office.RefusedState, "E5", "")
	case !now.Before(c.EnrolUntil):
		return office.Refuse(office.TooLate, "E5", "")
	}
	return nil
}

// Enrols tells whether residents can enrol themselves now.
func (c Course) Enrols(now time.Time) bool { return c.CheckEnrol(ByPublic, now) == nil }

// CheckWithdraw refuses to withdraw twice, and from what is over (E5).
func (c Course) CheckWithdraw(s EnrolmentState, now time.Time) error {
	switch {
	case s == Withdrawn:
		return office.Refuse(office.AlreadyDone, "E5", "")
	case c.State != Open:
		return office.Refuse(office.RefusedState, "E5", "")
	case !now.Before(c.Span.Until):
		return office.Refuse(office.TooLate, "E5", "")
	}
	return nil
}

// CheckStep refuses to bring a program where it cannot go from where it is: planned, open, then held; cancelled from either
// of the first two. It is held only once it has begun.
func (c Course) CheckStep(to State, now time.Time) error {
	switch {
	case c.State == to:
		return office.Refuse(office.AlreadyDone, "E5", "")
	case c.State == Planned && to == Open, (c.State == Planned || c.State == Open) && to == Cancelled:
		if to == Open && !now.Before(c.Span.Until) {
			return office.Refuse(office.TooLate, "E5", "")
		}
		return nil
	case c.State == Open && to == Held:
		if now.Before(c.Span.From) {
			return office.Refuse(office.RefusedState, "E5", "").With("reason", "not_yet")
		}
		return nil
	}
	return office.Refuse(office.RefusedState, "E5", "")
}

// CheckAttend refuses to sign somebody in who has no place, or at another time than the session's: by the code from half an
// hour before to half an hour after, in the list from then on until the program's result is recorded (E5).
func CheckAttend(s EnrolmentState, of State, session Span, way CheckIn, now time.Time) error {
	switch {
	case of != Open:
		return office.Refuse(office.RefusedState, "E5", "")
	case s != Seated:
		return office.Refuse(office.RefusedState, "E5", "").With("reason", "no_place")
	case now.Before(session.From.Add(-Around)):
		return office.Refuse(office.RefusedState, "E5", "").With("reason", "not_yet")
	case way == InCode && now.After(session.Until.Add(Around)):
		return office.Refuse(office.TooLate, "E5", "")
	}
	return nil
}
