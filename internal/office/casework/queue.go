package casework

import "time"

// StartOfDay is the first instant of the office's day on which an instant falls.
func StartOfDay(at time.Time, zone *time.Location) time.Time {
	y, m, d := at.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, zone).UTC()
}

// QueueAt is the place of a case in the queue: its deadline, and for a case under the green channel the start of the day of
// it, so that it comes before every other case of the same due day and after those of the days before (E6).
func QueueAt(due time.Time, green bool, zone *time.Location) time.Time {
	if !green {
		return due
	}
	return StartOfDay(due, zone)
}
