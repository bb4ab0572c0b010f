package workday

import (
	"fmt"
	"io"
	"slices"
	"time"
)

// RowKind says what a dated row of the calendar makes of its day.
type RowKind string

// The kinds of a row. The first three come from the State Council's notices,
// the two local ones from the office's director.
const (
	RowStatutoryHoliday RowKind = "STATUTORY_HOLIDAY"
	RowShiftedRestDay   RowKind = "SHIFTED_REST_DAY"
	RowMakeUpWorkingDay RowKind = "MAKE_UP_WORKING_DAY"
	RowLocalClosure     RowKind = "LOCAL_CLOSURE"
	RowLocalOpening     RowKind = "LOCAL_OPENING"
)

// Values lists every kind, for ent and for validation.
func (RowKind) Values() []string {
	return []string{
		string(RowStatutoryHoliday), string(RowShiftedRestDay), string(RowMakeUpWorkingDay),
		string(RowLocalClosure), string(RowLocalOpening),
	}
}

// IsValid reports whether k is one of the kinds.
func (k RowKind) IsValid() bool { return slices.Contains(k.Values(), string(k)) }

// Working reports whether a day of this kind is worked.
func (k RowKind) Working() bool { return k == RowMakeUpWorkingDay || k == RowLocalOpening }

// Local reports whether the row is the office's own; it then beats a national
// row of the same day.
func (k RowKind) Local() bool { return k == RowLocalClosure || k == RowLocalOpening }

// MarshalGQL writes the kind as a GraphQL enum value.
func (k RowKind) MarshalGQL(w io.Writer) { writeQuoted(w, string(k)) }

// UnmarshalGQL reads a GraphQL enum value; anything but a kind fails.
func (k *RowKind) UnmarshalGQL(v any) error { return readEnum(k, v, k.Values()) }

// DayKind says what kind of day a day is: an ordinary weekday or weekend, or
// the kind of the row that decides it.
type DayKind string

// The kinds of a day. Weekend is Saturday and Sunday whatever the office's hours.
const (
	DayWeekday          DayKind = "WEEKDAY"
	DayWeekend          DayKind = "WEEKEND"
	DayStatutoryHoliday DayKind = DayKind(RowStatutoryHoliday)
	DayShiftedRestDay   DayKind = DayKind(RowShiftedRestDay)
	DayMakeUpWorkingDay DayKind = DayKind(RowMakeUpWorkingDay)
	DayLocalClosure     DayKind = DayKind(RowLocalClosure)
	DayLocalOpening     DayKind = DayKind(RowLocalOpening)
)

// Values lists every kind of day.
func (DayKind) Values() []string {
	return append([]string{string(DayWeekday), string(DayWeekend)}, RowKind("").Values()...)
}

// MarshalGQL writes the kind as a GraphQL enum value.
func (k DayKind) MarshalGQL(w io.Writer) { writeQuoted(w, string(k)) }

// UnmarshalGQL reads a GraphQL enum value; anything but a kind fails.
func (k *DayKind) UnmarshalGQL(v any) error { return readEnum(k, v, k.Values()) }

// Reason says why a step of an explanation was counted or skipped.
type Reason string

// The reasons. The day of the event is never counted (Civil Code art. 201);
// the next three are counted, the others skipped. NoOfficeHours is a weekday
// on which this office never opens.
const (
	ReasonDayOfEvent       Reason = "DAY_OF_EVENT"
	ReasonWorkingDay       Reason = "WORKING_DAY"
	ReasonMakeUpWorkingDay Reason = "MAKE_UP_WORKING_DAY"
	ReasonLocalOpening     Reason = "LOCAL_OPENING"
	ReasonWeekend          Reason = "WEEKEND"
	ReasonStatutoryHoliday Reason = "STATUTORY_HOLIDAY"
	ReasonShiftedRestDay   Reason = "SHIFTED_REST_DAY"
	ReasonLocalClosure     Reason = "LOCAL_CLOSURE"
	ReasonNoOfficeHours    Reason = "NO_OFFICE_HOURS"
)

// Values lists every reason.
func (Reason) Values() []string {
	return []string{
		string(ReasonDayOfEvent), string(ReasonWorkingDay), string(ReasonMakeUpWorkingDay),
		string(ReasonLocalOpening), string(ReasonWeekend), string(ReasonStatutoryHoliday),
		string(ReasonShiftedRestDay), string(ReasonLocalClosure), string(ReasonNoOfficeHours),
	}
}

// MarshalGQL writes the reason as a GraphQL enum value.
func (r Reason) MarshalGQL(w io.Writer) { writeQuoted(w, string(r)) }

// UnmarshalGQL reads a GraphQL enum value; anything but a reason fails.
func (r *Reason) UnmarshalGQL(v any) error { return readEnum(r, v, r.Values()) }

func readEnum[T ~string](into *T, v any, values []string) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("want one of %v as a string, not %T", values, v)
	}
	if !slices.Contains(values, s) {
		return fmt.Errorf("%.40q is not one of %v", s, values)
	}
	*into = T(s)
	return nil
}

func isWeekend(w time.Weekday) bool { return w == time.Saturday || w == time.Sunday }
