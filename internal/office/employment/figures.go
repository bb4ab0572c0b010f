package employment

import "time"

// Figures are what counts of a period: people, each once (E7).
type Figures struct {
	// Registered came on the register, Advised had a talk, Trained passed a class, Referred were sent to an opening, Placed were
	// hired. Kept3 and Kept6 still had the work at the follow-up after 3 and 6 months.
	Registered int `json:"registered"`
	Advised    int `json:"advised"`
	Trained    int `json:"trained"`
	Referred   int `json:"referred"`
	Placed     int `json:"placed"`
	Kept3      int `json:"kept3"`
	Kept6      int `json:"kept6"`
}

// History is what happened with one person on the register, by the instants at which it did.
type History struct {
	Registered                                    time.Time
	Talks, Trained, Referred, Hired, Kept3, Kept6 []time.Time
}

// FirstIn gives the first of some instants in a period, which begins with from and ends before until: of what counts once in a period, when it does; false
// where none is in it.
func FirstIn(from, until time.Time, at ...time.Time) (first time.Time, found bool) {
	for _, at := range at {
		if !at.Before(from) && at.Before(until) && (!found || at.Before(first)) {
			first, found = at, true
		}
	}
	return first, found
}

// In tells by 0 or 1 what counts of a person in a period, which begins with from and ends before until (E7).
func (h History) In(from, until time.Time) Figures {
	within := func(at ...time.Time) int {
		if _, found := FirstIn(from, until, at...); found {
			return 1
		}
		return 0
	}
	return Figures{
		within(h.Registered), within(h.Talks...), within(h.Trained...), within(h.Referred...), within(h.Hired...), within(h.Kept3...), within(h.Kept6...),
	}
}

// Count counts the people of a period, which begins with from and ends before until (E7).
func Count(from, until time.Time, people []History) Figures {
	var f Figures
	for _, h := range people {
		one := h.In(from, until)
		f.Registered, f.Advised, f.Trained, f.Referred = f.Registered+one.Registered, f.Advised+one.Advised, f.Trained+one.Trained, f.Referred+one.Referred
		f.Placed, f.Kept3, f.Kept6 = f.Placed+one.Placed, f.Kept3+one.Kept3, f.Kept6+one.Kept6
	}
	return f
}

// FewerThan is the least group of people that is told to the public as a number.
const FewerThan = 5

// Told gives a number as the public hears it: false for a group so small that people in it could be known.
func Told(n int) (int, bool) {
	if n > 0 && n < FewerThan {
		return 0, false
	}
	return n, true
}
