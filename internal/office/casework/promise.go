package casework

import (
	"time"

	"xinxing/internal/office"
	"xinxing/internal/office/workday"
)

// PromisePlan is a promise that a rule allows: its clock and why it ends on that date.
type PromisePlan struct {
	Clock       Clock
	Explanation workday.Explanation
}

// PlanPromise plans a promise of so many working days. It starts now; for a registration when the last required
// material came in (Q4). It refuses more days than the item's limit (F5), more than seven for a registration
// whatever the item says (Q4), an item that is missing, and a date that is over already.
func PlanPromise(cal *workday.Calendar, item *ItemFacts, complete *time.Time, now time.Time, days int) (PromisePlan, error) {
	if item == nil {
		return PromisePlan{}, office.Refuse(office.NeedsItem, "F5", "itemId")
	}
	if item.Kind == ItemNotIssued {
		return PromisePlan{}, office.Refuse(office.NotIssued, "F7", "itemId")
	}
	limit, clause, start := item.LimitDays, "F5", now
	if item.Kind == ItemRegistration {
		limit, clause = min(limit, RegistrationCap), "Q4"
		if complete != nil {
			start = *complete
		}
	}
	if days < 1 || days > limit {
		return PromisePlan{}, office.Refuse(office.LimitExceeded, clause, "workingDays").With("limit", limit)
	}
	explanation, err := cal.ExplainDays(start, days)
	if err != nil {
		return PromisePlan{}, err
	}
	due := explanation.Due
	if !now.Before(due.At) {
		return PromisePlan{}, office.Refuse(office.TooLate, clause, "workingDays").With("dueAt", due.At)
	}
	return PromisePlan{Clock{ClockPromise, start, due.At, due.Provisional}, explanation}, nil
}

// PlanExtension plans the later date of an extension: so many working days after the old deadline. It refuses
// more than the item allows (T5).
func PlanExtension(cal *workday.Calendar, item *ItemFacts, oldDue time.Time, days int) (PromisePlan, error) {
	if item == nil {
		return PromisePlan{}, office.Refuse(office.NeedsItem, "T5", "")
	}
	if days < 1 || days > item.MaxExtensionDays {
		return PromisePlan{}, office.Refuse(office.LimitExceeded, "T5", "workingDays").With("limit", item.MaxExtensionDays)
	}
	explanation, err := cal.ExplainDays(oldDue, days)
	if err != nil {
		return PromisePlan{}, err
	}
	due := explanation.Due
	return PromisePlan{Clock{ClockPromise, oldDue, due.At, due.Provisional}, explanation}, nil
}

// CheckItem refuses an item whose own rules break the law of the office: a registration limit outside one to seven
// working days (Q4), a limit outside 0 to 400, an item that is issued but names no post, or one that is not issued
// and names no department (F7).
func CheckItem(i ItemFacts, hasPost, hasDepartment bool) error {
	if faults := ItemFaults(i, hasPost, hasDepartment); len(faults) > 0 {
		return faults[0]
	}
	return nil
}

// ItemFaults gives every refusal of CheckItem, at most one a field.
func ItemFaults(i ItemFacts, hasPost, hasDepartment bool) []*office.Refusal {
	var faults []*office.Refusal
	switch {
	case i.Kind == ItemRegistration && (i.LimitDays < 1 || i.LimitDays > RegistrationCap):
		faults = append(faults, office.Refuse(office.LimitExceeded, "Q4", "limitDays").With("limit", RegistrationCap))
	case i.LimitDays < 0 || i.LimitDays > 400:
		faults = append(faults, office.Refuse(office.LimitExceeded, "F5", "limitDays").With("limit", 400))
	case i.Kind != ItemNotIssued && i.LimitDays < 1:
		faults = append(faults, office.Refuse(office.BadInput, "F5", "limitDays"))
	}
	switch {
	case i.Kind == ItemNotIssued && !hasDepartment:
		faults = append(faults, office.Refuse(office.BadInput, "F7", "departmentId"))
	case i.Kind != ItemNotIssued && !hasPost:
		faults = append(faults, office.Refuse(office.BadInput, "B1", "postId"))
	}
	if i.MaxExtensions < 0 || i.MaxExtensions > 10 {
		faults = append(faults, office.Refuse(office.LimitExceeded, "T5", "maxExtensions").With("limit", 10))
	}
	if i.MaxExtensionDays < 0 || i.MaxExtensionDays > 400 {
		faults = append(faults, office.Refuse(office.LimitExceeded, "T5", "maxExtensionDays").With("limit", 400))
	}
	return faults
}
