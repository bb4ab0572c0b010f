package casework

import (
	"time"

	"xinxing/internal/office/workday"
)

// QueueAt is the place of a case in the queue: its deadline, and for a case under the green channel the start of the day of
// it, so that it comes before every other case of the same due day and after those of the days before (E6).
func QueueAt(due time.Time, green bool, zone *time.Location) time.Time {
	if !green {
		return due
	}
	return workday.DateOf(due, zone).Start(zone)
}
