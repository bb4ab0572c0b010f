package casework

import "encoding/json"

// RegistrationCap is the most working days that a registration may be promised in (Q4).
const RegistrationCap = 7

// Limits are the office's own limits; hours are working hours, days are working days.
type Limits struct {
	FirstContactHours     int `json:"firstContactHours"`     // F8: at least this long
	NearHours             int `json:"nearHours"`             // how long before a limit in hours its warning falls
	HandOverOfferHours    int `json:"handOverOfferHours"`    // F9: a case that is another's must be offered within
	HandOverAnswerHours   int `json:"handOverAnswerHours"`   // F10: an offer must be answered within
	HandOverEscalateHours int `json:"handOverEscalateHours"` // F10: and the superior is told this much later
	ReportHours           int `json:"reportHours"`           // F6: the superior's own limit
	MaterialsChaseDays    int `json:"materialsChaseDays"`    // Q4: missing materials are asked for again after
	ReviewDays            int `json:"reviewDays"`            // Q6: a bad rating or complaint is worked through within
}

// DefaultLimits are the limits of an office that set none.
func DefaultLimits() Limits {
	return Limits{
		FirstContactHours: 2, NearHours: 1, HandOverOfferHours: 4, HandOverAnswerHours: 4,
		HandOverEscalateHours: 2, ReportHours: 4, MaterialsChaseDays: 5, ReviewDays: 5,
	}
}

// UnmarshalJSON reads limits; one that is not there is the default, as with an office set up before the limit was known.
func (l *Limits) UnmarshalJSON(b []byte) error {
	type plain Limits
	p := plain(DefaultLimits())
	if err := json.Unmarshal(b, &p); err != nil {
		return err
	}
	*l = Limits(p)
	return nil
}
