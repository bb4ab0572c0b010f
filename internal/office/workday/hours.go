package workday

import (
	"fmt"
	"slices"
	"time"
)

// Period is a stretch of office hours on one day, half-open: [From, To).
type Period struct {
	From TimeOfDay `json:"from"`
	To   TimeOfDay `json:"to"`
}

// String returns the form "08:30-11:30".
func (p Period) String() string { return p.From.String() + "-" + p.To.String() }

// Hours are the office's periods by time.Weekday, 0 being Sunday. A weekday
// without periods is not worked.
type Hours [7][]Period

// DefaultHours returns Monday to Friday 08:30–11:30 and 13:30–17:00.
func DefaultHours() Hours {
	var h Hours
	for w := time.Monday; w <= time.Friday; w++ {
		h[w] = []Period{{From: 8*60 + 30, To: 11*60 + 30}, {From: 13*60 + 30, To: 17 * 60}}
	}
	return h
}

// Validate fails on a period that is empty, outside the day or overlaps another
// of the same weekday. Periods may come in any order and may touch.
func (h Hours) Validate() error {
	for w, periods := range h {
		if _, err := ordered(periods); err != nil {
			return fmt.Errorf("%s: %w", time.Weekday(w), err)
		}
	}
	return nil
}

// ordered returns a sorted copy, so that a Calendar shares nothing with its Config.
func ordered(periods []Period) ([]Period, error) {
	sorted := slices.Clone(periods)
	slices.SortFunc(sorted, func(a, b Period) int { return int(a.From) - int(b.From) })
	for i, p := range sorted {
		if p.From < 0 || p.To > endOfDay {
			return nil, fmt.Errorf("period %s lies outside the day", p)
		}
		if p.From >= p.To {
			return nil, fmt.Errorf("period %s is empty", p)
		}
		if i > 0 && p.From < sorted[i-1].To {
			return nil, fmt.Errorf("periods %s and %s overlap", sorted[i-1], p)
		}
	}
	return sorted, nil
}
