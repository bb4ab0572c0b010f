package reporting

import (
	"io"
	"slices"

	"xinxing/internal/office/enum"
)

// Measure is what an entry counts.
type Measure string

// The closed list of Measure.
const (
	// Received: a contact was taken up (F1), on the day of the contact, for the first responder.
	Received Measure = "RECEIVED"
	// FirstContactKept, FirstContactMissed: the first responder took one of the steps F4–F7 within the limit, or the limit passed (F8).
	FirstContactKept   Measure = "FIRST_CONTACT_KEPT"
	FirstContactMissed Measure = "FIRST_CONTACT_MISSED"
	// OnSpot: resolved on the spot (F4).
	OnSpot Measure = "ON_SPOT"
	// Resolved: resolved on the spot, or completed as promised or late; a case that is opened again is resolved again (T6).
	Resolved Measure = "RESOLVED"
	// InTime: of those, on the spot or before the promise passed (T1). An extended promise that was kept is in time (T5).
	InTime Measure = "IN_TIME"
	// WorkingTime: the working time from the contact, or from when the case was opened again, until it was resolved, in tenths of an hour.
	WorkingTime Measure = "WORKING_TIME"
	// Overdue: a promise passed (T7), for who answered for the case then.
	Overdue Measure = "OVERDUE"
	// Extended: a promise moved because the resident was told of an approved extension (T5); never overdue.
	Extended Measure = "EXTENDED"
	// Guided: shown the way to another department (F7).
	Guided Measure = "GUIDED"
	// Refused: not accepted, with its legal reason (T2).
	Refused Measure = "REFUSED"
	// SecondNotices: a second one-time notice (Q3).
	SecondNotices Measure = "SECOND_NOTICES"
	// HandOvers, HandOversInTime: accepted, and accepted within the limit to answer (F10), for who accepted.
	HandOvers       Measure = "HAND_OVERS"
	HandOversInTime Measure = "HAND_OVERS_IN_TIME"
	// StandIns: a case passed to the stand-in, or to the superior where there was none (B7).
	StandIns Measure = "STAND_INS"
	// Emergencies: an absence that could not be handed over in time (B5), for who was away.
	Emergencies Measure = "EMERGENCIES"
	// Breaches: a failure of duty was found or reported (A4), by kind, for the person.
	Breaches Measure = "BREACHES"
	// Ratings: a resident rated a closed case (Q6), by level, for whom it is about.
	Ratings Measure = "RATINGS"
)

var measures = []Measure{
	Received, FirstContactKept, FirstContactMissed, OnSpot, Resolved, InTime, WorkingTime, Overdue, Extended, Guided, Refused, SecondNotices,
	HandOvers, HandOversInTime, StandIns, Emergencies, Breaches, Ratings,
}

// Measures gives all measures.
func Measures() []Measure { return slices.Clone(measures) }

// Values lists the words for the database.
func (Measure) Values() []string { return enum.Strings(measures) }

// MarshalGQL writes the word.
func (v Measure) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Measure) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, measures)
	return err
}

// Figure is a number of a report; Define says what it means.
type Figure string

// The closed list of Figure: each measure by its own name, and what is made of measures.
const (
	FigureReceived         Figure = "RECEIVED"
	FigureOnSpot           Figure = "ON_SPOT"
	FigureResolved         Figure = "RESOLVED"
	FigureInTime           Figure = "IN_TIME"
	FigureOnTimeRate       Figure = "ON_TIME_RATE"
	FigureOverdue          Figure = "OVERDUE"
	FigureExtended         Figure = "EXTENDED"
	FigureGuided           Figure = "GUIDED"
	FigureRefused          Figure = "REFUSED"
	FigureMedianHours      Figure = "MEDIAN_HOURS"
	FigureP90Hours         Figure = "P90_HOURS"
	FigureFirstContactRate Figure = "FIRST_CONTACT_RATE"
	FigureSecondNotices    Figure = "SECOND_NOTICES"
	FigureHandOvers        Figure = "HAND_OVERS"
	FigureHandOverRate     Figure = "HAND_OVERS_IN_TIME_RATE"
	FigureStandIns         Figure = "STAND_INS"
	FigureEmergencies      Figure = "EMERGENCIES"
	FigureBreaches         Figure = "BREACHES"
	FigureRatings          Figure = "RATINGS"
)

var figures = []Figure{
	FigureReceived, FigureOnSpot, FigureResolved, FigureInTime, FigureOnTimeRate, FigureOverdue, FigureExtended, FigureGuided, FigureRefused,
	FigureMedianHours, FigureP90Hours, FigureFirstContactRate, FigureSecondNotices, FigureHandOvers, FigureHandOverRate, FigureStandIns,
	FigureEmergencies, FigureBreaches, FigureRatings,
}

// Values lists the words for the database.
func (Figure) Values() []string { return enum.Strings(figures) }

// MarshalGQL writes the word.
func (v Figure) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Figure) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, figures); return err }

// Unit is that of a figure.
type Unit string

// The closed list of Unit.
const (
	// UnitCount: a whole number.
	UnitCount Unit = "COUNT"
	// UnitPercent: 0 to 100, with one place.
	UnitPercent Unit = "PERCENT"
	// UnitHours: working hours, with one place.
	UnitHours Unit = "WORKING_HOURS"
)

var units = []Unit{UnitCount, UnitPercent, UnitHours}

// Values lists the words for the database.
func (Unit) Values() []string { return enum.Strings(units) }

// MarshalGQL writes the word.
func (v Unit) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Unit) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, units); return err }

// Dimension is by what a report tells its figures apart.
type Dimension string

// The closed list of Dimension.
const (
	ByCommunity Dimension = "COMMUNITY"
	ByItem      Dimension = "ITEM"
	ByPost      Dimension = "POST"
	ByStaff     Dimension = "STAFF"
	ByChannel   Dimension = "CHANNEL"
	// ByKind: the kind of a breach, the level of a rating.
	ByKind Dimension = "KIND"
)

var dimensions = []Dimension{ByCommunity, ByItem, ByPost, ByStaff, ByChannel, ByKind}

// Values lists the words for the database.
func (Dimension) Values() []string { return enum.Strings(dimensions) }

// MarshalGQL writes the word.
func (v Dimension) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Dimension) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, dimensions)
	return err
}

// Step is the length of the periods of a report, in the office's calendar.
type Step string

// The closed list of Step. A week begins on Monday.
const (
	StepWhole   Step = "WHOLE"
	StepDay     Step = "DAY"
	StepWeek    Step = "WEEK"
	StepMonth   Step = "MONTH"
	StepQuarter Step = "QUARTER"
	StepYear    Step = "YEAR"
)

var steps = []Step{StepWhole, StepDay, StepWeek, StepMonth, StepQuarter, StepYear}

// Values lists the words for the database.
func (Step) Values() []string { return enum.Strings(steps) }

// MarshalGQL writes the word.
func (v Step) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Step) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, steps); return err }

// PullState is how far a large pull of a report has come (R).
type PullState string

// The closed list of PullState.
const (
	PullWaiting PullState = "WAITING"
	PullReady   PullState = "READY"
	// PullFailed: it could not be made, and will not be.
	PullFailed PullState = "FAILED"
	// PullGone: its time was over, and its file is deleted.
	PullGone PullState = "GONE"
)

var pullStates = []PullState{PullWaiting, PullReady, PullFailed, PullGone}

// Values lists the words for the database.
func (PullState) Values() []string { return enum.Strings(pullStates) }

// MarshalGQL writes the word.
func (v PullState) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *PullState) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, pullStates)
	return err
}

// PullFormat is what the file of a pull is.
type PullFormat string

// The closed list of PullFormat.
const (
	PullCSV    PullFormat = "CSV"
	PullXLSX   PullFormat = "XLSX"
	PullNDJSON PullFormat = "NDJSON"
)

var pullFormats = []PullFormat{PullCSV, PullXLSX, PullNDJSON}

// Values lists the words for the database.
func (PullFormat) Values() []string { return enum.Strings(pullFormats) }

// MarshalGQL writes the word.
func (v PullFormat) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *PullFormat) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, pullFormats)
	return err
}

// PullLanguage is the language of the headers and names in a pull.
type PullLanguage string

// The closed list of PullLanguage.
const (
	PullChinese PullLanguage = "ZH"
	PullEnglish PullLanguage = "EN"
)

var pullLanguages = []PullLanguage{PullChinese, PullEnglish}

// Values lists the words for the database.
func (PullLanguage) Values() []string { return enum.Strings(pullLanguages) }

// MarshalGQL writes the word.
func (v PullLanguage) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *PullLanguage) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, pullLanguages)
	return err
}
