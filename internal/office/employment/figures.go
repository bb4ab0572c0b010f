package employment

import (
	"slices"
	"time"
)

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

// Count counts the people of a period, which begins with from and ends before until (E7).
func Count(from, until time.Time, people []History) Figures {
	within := func(at time.Time) bool { return !at.Before(from) && at.Before(until) }
	var f Figures
	for _, h := range people {
		for _, c := range []struct {
			n  *int
			at []time.Time
		}{
			{&f.Registered, []time.Time{h.Registered}}, {&f.Advised, h.Talks}, {&f.Trained, h.Trained}, {&f.Referred, h.Referred},
			{&f.Placed, h.Hired}, {&f.Kept3, h.Kept3}, {&f.Kept6, h.Kept6},
		} {
			if slices.ContainsFunc(c.at, within) {
				*c.n++
			}
		}
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
