package casework

import (
	"io"

	"xinxing/internal/office/enum"
)

// Status is where a case stands.
type Status string

// The closed list of Status.
const (
	// Received: 已接待: open, not yet disposed (F8 runs).
	Received Status = "RECEIVED"
	// Reported: 已上报: waiting for the superior (F6).
	Reported Status = "REPORTED"
	// AwaitingMaterials: 待补材料: the promise's clock starts with the last required material (Q4).
	AwaitingMaterials Status = "AWAITING_MATERIALS"
	// Promised: 办理中: promised (F5).
	Promised Status = "PROMISED"
	// ResolvedOnSpot: 当场办结 (F4).
	ResolvedOnSpot Status = "RESOLVED_ON_SPOT"
	// Guided: 已指引 (F7).
	Guided Status = "GUIDED"
	// Completed: 已办结.
	Completed Status = "COMPLETED"
	// Refused: 不予受理 (T2).
	Refused Status = "REFUSED"
)

var statuss = []Status{Received, Reported, AwaitingMaterials, Promised, ResolvedOnSpot, Guided, Completed, Refused}

// Values lists the words for the database.
func (Status) Values() []string { return enum.Strings(statuss) }

// MarshalGQL writes the word.
func (v Status) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Status) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, statuss); return err }

// ClockKind says which deadline runs.
type ClockKind string

// The closed list of ClockKind.
const (
	ClockFirstContact   ClockKind = "FIRST_CONTACT"
	ClockDisposal       ClockKind = "DISPOSAL"
	ClockReport         ClockKind = "REPORT"
	ClockMaterials      ClockKind = "MATERIALS"
	ClockPromise        ClockKind = "PROMISE"
	ClockHandoverOffer  ClockKind = "HANDOVER_OFFER"
	ClockHandoverAnswer ClockKind = "HANDOVER_ANSWER"
)

var clockKinds = []ClockKind{ClockFirstContact, ClockDisposal, ClockReport, ClockMaterials, ClockPromise, ClockHandoverOffer, ClockHandoverAnswer}

// Values lists the words for the database.
func (ClockKind) Values() []string { return enum.Strings(clockKinds) }

// MarshalGQL writes the word.
func (v ClockKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ClockKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, clockKinds)
	return err
}

// Standing is how a case stands against its deadline.
type Standing string

// The closed list of Standing.
const (
	StandingOnTime Standing = "ON_TIME"
	// StandingDueSoon: Less than two working days left, or less than one working hour of a clock in hours.
	StandingDueSoon      Standing = "DUE_SOON"
	StandingOverdue      Standing = "OVERDUE"
	StandingClosedInTime Standing = "CLOSED_IN_TIME"
	StandingClosedLate   Standing = "CLOSED_LATE"
)

var standings = []Standing{StandingOnTime, StandingDueSoon, StandingOverdue, StandingClosedInTime, StandingClosedLate}

// Values lists the words for the database.
func (Standing) Values() []string { return enum.Strings(standings) }

// MarshalGQL writes the word.
func (v Standing) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Standing) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, standings)
	return err
}

// Act is something that a person does to a case.
type Act string

// The closed list of Act.
const (
	ActResolveOnSpot    Act = "RESOLVE_ON_SPOT"
	ActPromise          Act = "PROMISE"
	ActReportUp         Act = "REPORT_UP"
	ActGuide            Act = "GUIDE"
	ActRefuse           Act = "REFUSE"
	ActRequestMaterials Act = "REQUEST_MATERIALS"
	ActReceiveMaterials Act = "RECEIVE_MATERIALS"
	ActOfferHandOver    Act = "OFFER_HAND_OVER"
	ActAcceptHandOver   Act = "ACCEPT_HAND_OVER"
	ActReturnHandOver   Act = "RETURN_HAND_OVER"
	ActTakeOver         Act = "TAKE_OVER"
	ActDirect           Act = "DIRECT"
	ActSendBack         Act = "SEND_BACK"
	ActRequestExtension Act = "REQUEST_EXTENSION"
	ActDecideExtension  Act = "DECIDE_EXTENSION"
	ActTellExtension    Act = "TELL_EXTENSION"
	ActComplete         Act = "COMPLETE"
	ActReopen           Act = "REOPEN"
	ActAskCallBack      Act = "ASK_CALL_BACK"
	ActRecordCallBack   Act = "RECORD_CALL_BACK"
	ActReportBreach     Act = "REPORT_BREACH"
)

var acts = []Act{ActResolveOnSpot, ActPromise, ActReportUp, ActGuide, ActRefuse, ActRequestMaterials, ActReceiveMaterials, ActOfferHandOver, ActAcceptHandOver, ActReturnHandOver, ActTakeOver, ActDirect, ActSendBack, ActRequestExtension, ActDecideExtension, ActTellExtension, ActComplete, ActReopen, ActAskCallBack, ActRecordCallBack, ActReportBreach}

// Values lists the words for the database.
func (Act) Values() []string { return enum.Strings(acts) }

// MarshalGQL writes the word.
func (v Act) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Act) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, acts); return err }

// EventKind is the kind of a journal entry.
type EventKind string

// The closed list of EventKind.
const (
	EventCaseOpened         EventKind = "CASE_OPENED"
	EventResolvedOnSpot     EventKind = "RESOLVED_ON_SPOT"
	EventPromised           EventKind = "PROMISED"
	EventReportedUp         EventKind = "REPORTED_UP"
	EventGuided             EventKind = "GUIDED"
	EventRefused            EventKind = "REFUSED"
	EventMaterialsRequested EventKind = "MATERIALS_REQUESTED"
	EventMaterialsComplete  EventKind = "MATERIALS_COMPLETE"
	EventHandOverOffered    EventKind = "HAND_OVER_OFFERED"
	EventHandOverAccepted   EventKind = "HAND_OVER_ACCEPTED"
	EventHandOverReturned   EventKind = "HAND_OVER_RETURNED"
	EventTakenOver          EventKind = "TAKEN_OVER"
	EventDirected           EventKind = "DIRECTED"
	EventSentBack           EventKind = "SENT_BACK"
	EventExtensionRequested EventKind = "EXTENSION_REQUESTED"
	EventExtensionApproved  EventKind = "EXTENSION_APPROVED"
	EventExtensionRejected  EventKind = "EXTENSION_REJECTED"
	EventExtensionTold      EventKind = "EXTENSION_TOLD"
	EventExtensionLapsed    EventKind = "EXTENSION_LAPSED"
	EventExtensionWithdrawn EventKind = "EXTENSION_WITHDRAWN"
	EventPromiseRecomputed  EventKind = "PROMISE_RECOMPUTED"
	EventPromiseKeptAsTold  EventKind = "PROMISE_KEPT_AS_TOLD"
	EventCompleted          EventKind = "COMPLETED"
	EventReopened           EventKind = "REOPENED"
	EventStoodIn            EventKind = "STOOD_IN"
	EventCustodyReturned    EventKind = "CUSTODY_RETURNED"
	EventWarning            EventKind = "WARNING"
	EventBreachFound        EventKind = "BREACH_FOUND"
	EventBreachReported     EventKind = "BREACH_REPORTED"
	EventCallBackAsked      EventKind = "CALL_BACK_ASKED"
	EventCallBackRecorded   EventKind = "CALL_BACK_RECORDED"
)

var eventKinds = []EventKind{EventCaseOpened, EventResolvedOnSpot, EventPromised, EventReportedUp, EventGuided, EventRefused, EventMaterialsRequested, EventMaterialsComplete, EventHandOverOffered, EventHandOverAccepted, EventHandOverReturned, EventTakenOver, EventDirected, EventSentBack, EventExtensionRequested, EventExtensionApproved, EventExtensionRejected, EventExtensionTold, EventExtensionLapsed, EventExtensionWithdrawn, EventPromiseRecomputed, EventPromiseKeptAsTold, EventCompleted, EventReopened, EventStoodIn, EventCustodyReturned, EventWarning, EventBreachFound, EventBreachReported, EventCallBackAsked, EventCallBackRecorded}

// Values lists the words for the database.
func (EventKind) Values() []string { return enum.Strings(eventKinds) }

// MarshalGQL writes the word.
func (v EventKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *EventKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, eventKinds)
	return err
}

// AlarmKind is a warning or a passed limit; each falls once per clock (F8, F10, T7).
type AlarmKind string

// The closed list of AlarmKind.
const (
	AlarmFirstContactNear        AlarmKind = "FIRST_CONTACT_NEAR"
	AlarmFirstContactPassed      AlarmKind = "FIRST_CONTACT_PASSED"
	AlarmDisposalNear            AlarmKind = "DISPOSAL_NEAR"
	AlarmDisposalPassed          AlarmKind = "DISPOSAL_PASSED"
	AlarmHandoverOfferNear       AlarmKind = "HANDOVER_OFFER_NEAR"
	AlarmHandoverOfferPassed     AlarmKind = "HANDOVER_OFFER_PASSED"
	AlarmHandoverAnswerPassed    AlarmKind = "HANDOVER_ANSWER_PASSED"
	AlarmHandoverAnswerEscalated AlarmKind = "HANDOVER_ANSWER_ESCALATED"
	AlarmReportNear              AlarmKind = "REPORT_NEAR"
	AlarmReportPassed            AlarmKind = "REPORT_PASSED"
	AlarmMaterialsChase          AlarmKind = "MATERIALS_CHASE"
	AlarmPromiseTwoDays          AlarmKind = "PROMISE_TWO_DAYS"
	AlarmPromiseOneDay           AlarmKind = "PROMISE_ONE_DAY"
	AlarmPromiseTwoHours         AlarmKind = "PROMISE_TWO_HOURS"
	AlarmPromisePassed           AlarmKind = "PROMISE_PASSED"
)

var alarmKinds = []AlarmKind{AlarmFirstContactNear, AlarmFirstContactPassed, AlarmDisposalNear, AlarmDisposalPassed, AlarmHandoverOfferNear, AlarmHandoverOfferPassed, AlarmHandoverAnswerPassed, AlarmHandoverAnswerEscalated, AlarmReportNear, AlarmReportPassed, AlarmMaterialsChase, AlarmPromiseTwoDays, AlarmPromiseOneDay, AlarmPromiseTwoHours, AlarmPromisePassed}

// Values lists the words for the database.
func (AlarmKind) Values() []string { return enum.Strings(alarmKinds) }

// MarshalGQL writes the word.
func (v AlarmKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *AlarmKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, alarmKinds)
	return err
}

// BreachKind is a failure of duty (F9, A2).
type BreachKind string

// The closed list of BreachKind.
const (
	BreachFirstContactMissed BreachKind = "FIRST_CONTACT_MISSED"
	BreachDisposalWithheld   BreachKind = "DISPOSAL_WITHHELD"
	BreachHandoverNotOffered BreachKind = "HANDOVER_NOT_OFFERED"
	BreachPromiseMissed      BreachKind = "PROMISE_MISSED"
	BreachAvoidance          BreachKind = "AVOIDANCE"
	BreachWithholding        BreachKind = "WITHHOLDING"
	BreachHandoverUnclear    BreachKind = "HANDOVER_UNCLEAR"
)

var breachKinds = []BreachKind{BreachFirstContactMissed, BreachDisposalWithheld, BreachHandoverNotOffered, BreachPromiseMissed, BreachAvoidance, BreachWithholding, BreachHandoverUnclear}

// Values lists the words for the database.
func (BreachKind) Values() []string { return enum.Strings(breachKinds) }

// MarshalGQL writes the word.
func (v BreachKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *BreachKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, breachKinds)
	return err
}

// TellWay is how the resident was told.
type TellWay string

// The closed list of TellWay.
const (
	TellInPerson  TellWay = "IN_PERSON"
	TellByPhone   TellWay = "BY_PHONE"
	TellByMessage TellWay = "BY_MESSAGE"
	TellInWriting TellWay = "IN_WRITING"
)

var tellWays = []TellWay{TellInPerson, TellByPhone, TellByMessage, TellInWriting}

// Values lists the words for the database.
func (TellWay) Values() []string { return enum.Strings(tellWays) }

// MarshalGQL writes the word.
func (v TellWay) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *TellWay) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, tellWays)
	return err
}

// HandOverState is where an offered hand-over stands (F10).
type HandOverState string

// The closed list of HandOverState.
const (
	HandOverOffered  HandOverState = "OFFERED"
	HandOverAccepted HandOverState = "ACCEPTED"
	HandOverReturned HandOverState = "RETURNED"
	// HandOverWithdrawn: The case was closed, or taken by rule, before the offer was answered.
	HandOverWithdrawn HandOverState = "WITHDRAWN"
)

var handOverStates = []HandOverState{HandOverOffered, HandOverAccepted, HandOverReturned, HandOverWithdrawn}

// Values lists the words for the database.
func (HandOverState) Values() []string { return enum.Strings(handOverStates) }

// MarshalGQL writes the word.
func (v HandOverState) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *HandOverState) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, handOverStates)
	return err
}

// ReportState is where a case reported up stands (F6).
type ReportState string

// The closed list of ReportState.
const (
	ReportWaiting   ReportState = "WAITING"
	ReportTakenOver ReportState = "TAKEN_OVER"
	ReportDirected  ReportState = "DIRECTED"
	ReportSentBack  ReportState = "SENT_BACK"
)

var reportStates = []ReportState{ReportWaiting, ReportTakenOver, ReportDirected, ReportSentBack}

// Values lists the words for the database.
func (ReportState) Values() []string { return enum.Strings(reportStates) }

// MarshalGQL writes the word.
func (v ReportState) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ReportState) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, reportStates)
	return err
}

// ExtensionState is where a request for an extension stands (T5).
type ExtensionState string

// The closed list of ExtensionState.
const (
	ExtensionRequested ExtensionState = "REQUESTED"
	// ExtensionApproved: Approved; the promise moves when the resident has been told (T5).
	ExtensionApproved ExtensionState = "APPROVED"
	ExtensionRejected ExtensionState = "REJECTED"
	// ExtensionTold: Told; the promise has moved.
	ExtensionTold ExtensionState = "TOLD"
	// ExtensionLapsed: The old deadline passed before it was decided and told.
	ExtensionLapsed ExtensionState = "LAPSED"
	// ExtensionWithdrawn: The case was closed before it was decided and told.
	ExtensionWithdrawn ExtensionState = "WITHDRAWN"
)

var extensionStates = []ExtensionState{ExtensionRequested, ExtensionApproved, ExtensionRejected, ExtensionTold, ExtensionLapsed, ExtensionWithdrawn}

// Values lists the words for the database.
func (ExtensionState) Values() []string { return enum.Strings(extensionStates) }

// MarshalGQL writes the word.
func (v ExtensionState) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ExtensionState) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, extensionStates)
	return err
}

// PromiseOrigin is why a promise was made.
type PromiseOrigin string

// The closed list of PromiseOrigin.
const (
	PromiseFirst     PromiseOrigin = "FIRST"
	PromiseExtension PromiseOrigin = "EXTENSION"
	PromiseReopened  PromiseOrigin = "REOPENED"
	PromiseCalendar  PromiseOrigin = "CALENDAR"
)

var promiseOrigins = []PromiseOrigin{PromiseFirst, PromiseExtension, PromiseReopened, PromiseCalendar}

// Values lists the words for the database.
func (PromiseOrigin) Values() []string { return enum.Strings(promiseOrigins) }

// MarshalGQL writes the word.
func (v PromiseOrigin) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *PromiseOrigin) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, promiseOrigins)
	return err
}

// PromiseResult is how a promise ended.
type PromiseResult string

// The closed list of PromiseResult.
const (
	ResultKept     PromiseResult = "KEPT"
	ResultMissed   PromiseResult = "MISSED"
	ResultExtended PromiseResult = "EXTENDED"
	ResultReplaced PromiseResult = "REPLACED"
)

var promiseResults = []PromiseResult{ResultKept, ResultMissed, ResultExtended, ResultReplaced}

// Values lists the words for the database.
func (PromiseResult) Values() []string { return enum.Strings(promiseResults) }

// MarshalGQL writes the word.
func (v PromiseResult) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *PromiseResult) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, promiseResults)
	return err
}

// ItemKind is the kind of a service item.
type ItemKind string

// The closed list of ItemKind.
const (
	// ItemRegistration: 登记类: complete materials, finished within seven working days (Q4).
	ItemRegistration ItemKind = "REGISTRATION"
	ItemEnquiry      ItemKind = "ENQUIRY"
	ItemAppeal       ItemKind = "APPEAL"
	ItemCertificate  ItemKind = "CERTIFICATE"
	// ItemNotIssued: 不予出具: the office may not issue it; the place to go is named (F7).
	ItemNotIssued ItemKind = "NOT_ISSUED"
)

var itemKinds = []ItemKind{ItemRegistration, ItemEnquiry, ItemAppeal, ItemCertificate, ItemNotIssued}

// Values lists the words for the database.
func (ItemKind) Values() []string { return enum.Strings(itemKinds) }

// MarshalGQL writes the word.
func (v ItemKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ItemKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, itemKinds)
	return err
}

// Channel is how a contact came.
type Channel string

// The closed list of Channel.
const (
	ChannelVisit  Channel = "VISIT"
	ChannelPhone  Channel = "PHONE"
	ChannelFax    Channel = "FAX"
	ChannelLetter Channel = "LETTER"
	ChannelWeb    Channel = "WEB"
	// ChannelHotline: 12345 transfer.
	ChannelHotline Channel = "HOTLINE"
	// ChannelGrid: A grid worker's report (网格上报).
	ChannelGrid Channel = "GRID"
)

var channels = []Channel{ChannelVisit, ChannelPhone, ChannelFax, ChannelLetter, ChannelWeb, ChannelHotline, ChannelGrid}

// Values lists the words for the database.
func (Channel) Values() []string { return enum.Strings(channels) }

// MarshalGQL writes the word.
func (v Channel) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Channel) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, channels)
	return err
}
