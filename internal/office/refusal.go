// Package office holds what all rules of the office share: the form of a refusal.
package office

import "fmt"

// Code names a kind of refusal; a client phrases it in its own language from the code and the facts.
type Code string

// The closed list of refusals that rules and services give.
const (
	BadInput         Code = "BAD_INPUT"
	BadString        Code = "BAD_STRING"
	TooLong          Code = "TOO_LONG"
	NotFound         Code = "NOT_FOUND"
	Unauthenticated  Code = "UNAUTHENTICATED"
	BadCredentials   Code = "BAD_CREDENTIALS"
	Forbidden        Code = "FORBIDDEN"
	Conflict         Code = "CONFLICT"
	IdempotencyClash Code = "IDEMPOTENCY_MISMATCH"
	RefusedState     Code = "REFUSED_STATE"
	NotResponsible   Code = "NOT_RESPONSIBLE"
	OwnCase          Code = "OWN_CASE"
	TooLate          Code = "TOO_LATE"
	LimitExceeded    Code = "LIMIT_EXCEEDED"
	NeedsSituation   Code = "NEEDS_SITUATION"
	NeedsItem        Code = "NEEDS_ITEM"
	NeedsExplanation Code = "NEEDS_EXPLANATION"
	NeedsReason      Code = "NEEDS_REASON"
	NeedsMaterials   Code = "NEEDS_MATERIALS"
	ImmediateItem    Code = "IMMEDIATE_ITEM"
	NotIssued        Code = "NOT_ISSUED"
	NotOnDuty        Code = "NOT_ON_DUTY"
	NobodyOnDuty     Code = "NOBODY_ON_DUTY"
	BothAway         Code = "BOTH_AWAY"
	NeedsHandOver    Code = "NEEDS_HAND_OVER"
	NoSuperior       Code = "NO_SUPERIOR"
	NeedsApology     Code = "NEEDS_APOLOGY"
	NeedsProof       Code = "NEEDS_PROOF"
	NeedsReturn      Code = "NEEDS_RETURN"
	OfferPending     Code = "OFFER_PENDING"
	NotDemo          Code = "NOT_DEMO"
	PeriodOpen       Code = "PERIOD_OPEN"
	CustodyOpen      Code = "CUSTODY_OPEN"
	OverStandard     Code = "OVER_STANDARD"
	SecondNotice     Code = "SECOND_NOTICE"
	AlreadyDone      Code = "ALREADY_DONE"
	TooMany          Code = "TOO_MANY"
	BadFile          Code = "BAD_FILE"
	Internal         Code = "INTERNAL"
)

// Refusal is a rule's no: the code, the clause that it comes from (e.g. "T5"), the input field that it is about
// ("" where it is about the whole act) and the facts that a sentence about it needs.
type Refusal struct {
	Code   Code
	Clause string
	Field  string
	Facts  map[string]any
}

// Error gives the refusal in English for the log; a person reads the client's phrase.
func (r *Refusal) Error() string {
	s := string(r.Code)
	if r.Clause != "" {
		s += " (" + r.Clause + ")"
	}
	if r.Field != "" {
		s += " in " + r.Field
	}
	if len(r.Facts) > 0 {
		s += fmt.Sprintf(" %v", r.Facts)
	}
	return s
}

// Refuse makes a refusal.
func Refuse(code Code, clause, field string) *Refusal {
	return &Refusal{Code: code, Clause: clause, Field: field}
}

// With returns a copy of the refusal with one more fact; a fact of the same name is replaced.
func (r *Refusal) With(name string, value any) *Refusal {
	facts := make(map[string]any, len(r.Facts)+1)
	for k, v := range r.Facts {
		facts[k] = v
	}
	facts[name] = value
	return &Refusal{Code: r.Code, Clause: r.Clause, Field: r.Field, Facts: facts}
}
