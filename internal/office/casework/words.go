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
	// Withdrawn: 已撤回: the resident gave it up, or never brought what was missing.
	Withdrawn Status = "WITHDRAWN"
	// ToCheck: 待核实: a supervision matter, opened for the superior (Q6).
	ToCheck Status = "TO_CHECK"
	// ToPutRight: 待整改.
	ToPutRight Status = "TO_PUT_RIGHT"
	// ToAnswer: 待反馈.
	ToAnswer Status = "TO_ANSWER"
	// ToCallBack: 待回访.
	ToCallBack Status = "TO_CALL_BACK"
)

var statuss = []Status{Received, Reported, AwaitingMaterials, Promised, ResolvedOnSpot, Guided, Completed, Refused, Withdrawn, ToCheck, ToPutRight, ToAnswer, ToCallBack}

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
	// ClockReview runs on a supervision matter (Q6).
	ClockReview ClockKind = "REVIEW"
)

var clockKinds = []ClockKind{ClockFirstContact, ClockDisposal, ClockReport, ClockMaterials, ClockPromise, ClockHandoverOffer, ClockHandoverAnswer, ClockReview}

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
	ActReceiveSome      Act = "RECEIVE_SOME"
	ActNoticeAgain      Act = "NOTICE_AGAIN"
	ActWithdraw         Act = "WITHDRAW"
	ActTakePieces       Act = "TAKE_PIECES"
	ActReturnPiece      Act = "RETURN_PIECE"
	ActReportPiece      Act = "REPORT_PIECE"
	ActCharge           Act = "CHARGE"
	ActAttach           Act = "ATTACH"
	ActLinkProject      Act = "LINK_PROJECT"
	ActPrint            Act = "PRINT"
	ActCheck            Act = "CHECK"
	ActPutRight         Act = "PUT_RIGHT"
	ActAnswer           Act = "ANSWER"
	ActCallBack         Act = "CALL_BACK"
)

var acts = []Act{ActResolveOnSpot, ActPromise, ActReportUp, ActGuide, ActRefuse, ActRequestMaterials, ActReceiveMaterials, ActOfferHandOver, ActAcceptHandOver, ActReturnHandOver, ActTakeOver, ActDirect, ActSendBack, ActRequestExtension, ActDecideExtension, ActTellExtension, ActComplete, ActReopen, ActAskCallBack, ActRecordCallBack, ActReportBreach, ActReceiveSome, ActNoticeAgain, ActWithdraw, ActTakePieces, ActReturnPiece, ActReportPiece, ActCharge, ActAttach, ActLinkProject, ActPrint, ActCheck, ActPutRight, ActAnswer, ActCallBack}

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
	EventMaterialsPartly    EventKind = "MATERIALS_PARTLY"
	EventNoticedAgain       EventKind = "NOTICED_AGAIN"
	EventWithdrawn          EventKind = "WITHDRAWN"
	EventPiecesTaken        EventKind = "PIECES_TAKEN"
	EventPieceReturned      EventKind = "PIECE_RETURNED"
	EventPieceReported      EventKind = "PIECE_REPORTED"
	EventCharged            EventKind = "CHARGED"
	EventAttached           EventKind = "ATTACHED"
	EventPaperPrinted       EventKind = "PAPER_PRINTED"
	EventChecked            EventKind = "CHECKED"
	EventPutRight           EventKind = "PUT_RIGHT"
	EventAnswered           EventKind = "ANSWERED"
	EventCalledBack         EventKind = "CALLED_BACK"
	EventContactRevealed    EventKind = "CONTACT_REVEALED"
	// Of absences, whose entries belong to no case.
	EventAbsenceAsked        EventKind = "ABSENCE_ASKED"
	EventAbsenceListWritten  EventKind = "ABSENCE_LIST_WRITTEN"
	EventAbsenceListAccepted EventKind = "ABSENCE_LIST_ACCEPTED"
	EventAbsenceListMissed   EventKind = "ABSENCE_LIST_MISSED"
	EventAbsenceApproved     EventKind = "ABSENCE_APPROVED"
	EventAbsenceRefused      EventKind = "ABSENCE_REFUSED"
	EventAbsenceWithdrawn    EventKind = "ABSENCE_WITHDRAWN"
	EventAbsenceLapsed       EventKind = "ABSENCE_LAPSED"
	EventAbsenceBegan        EventKind = "ABSENCE_BEGAN"
	EventAbsenceEnded        EventKind = "ABSENCE_ENDED"
	// Of the accountability register, whose steps belong to no case (A1, A4).
	EventBreachHeard         EventKind = "BREACH_HEARD"
	EventBreachDecided       EventKind = "BREACH_DECIDED"
	EventBreachDismissed     EventKind = "BREACH_DISMISSED"
	EventBreachCarriedOut    EventKind = "BREACH_CARRIED_OUT"
	EventBreachClosed        EventKind = "BREACH_CLOSED"
	EventBreachAppealed      EventKind = "BREACH_APPEALED"
	EventBreachAppealDecided EventKind = "BREACH_APPEAL_DECIDED"
	EventGiftRegistered      EventKind = "GIFT_REGISTERED"
	EventGiftReturned        EventKind = "GIFT_RETURNED"
	EventGiftClosed          EventKind = "GIFT_CLOSED"
	// EventApologised: the resident heard the office's apology for a missed promise, and what was done about it (A2).
	EventApologised EventKind = "APOLOGISED"
	// Of co-building, whose entries belong to no case (P1–P6).
	EventPartnerAdded            EventKind = "PARTNER_ADDED"
	EventPartnerChanged          EventKind = "PARTNER_CHANGED"
	EventPartnerContactAdded     EventKind = "PARTNER_CONTACT_ADDED"
	EventPartnerContactRemoved   EventKind = "PARTNER_CONTACT_REMOVED"
	EventPartnerPhoneRevealed    EventKind = "PARTNER_PHONE_REVEALED"
	EventPartnerLeft             EventKind = "PARTNER_LEFT"
	EventResourceAdded           EventKind = "RESOURCE_ADDED"
	EventResourceChanged         EventKind = "RESOURCE_CHANGED"
	EventResourceRemoved         EventKind = "RESOURCE_REMOVED"
	EventResourceBooked          EventKind = "RESOURCE_BOOKED"
	EventBookingCancelled        EventKind = "BOOKING_CANCELLED"
	EventProjectProposed         EventKind = "PROJECT_PROPOSED"
	EventProjectChanged          EventKind = "PROJECT_CHANGED"
	EventProjectMoved            EventKind = "PROJECT_MOVED"
	EventProjectJoined           EventKind = "PROJECT_JOINED"
	EventProjectTaskSet          EventKind = "PROJECT_TASK_SET"
	EventProjectTaskDone         EventKind = "PROJECT_TASK_DONE"
	EventProjectTaskRemoved      EventKind = "PROJECT_TASK_REMOVED"
	EventProjectPictureAdded     EventKind = "PROJECT_PICTURE_ADDED"
	EventProjectPicturePublished EventKind = "PROJECT_PICTURE_PUBLISHED"
	EventProjectPictureRemoved   EventKind = "PROJECT_PICTURE_REMOVED"
	EventProjectParticipation    EventKind = "PROJECT_PARTICIPATION"
	EventProjectCaseLinked       EventKind = "PROJECT_CASE_LINKED"
	EventPledged                 EventKind = "PLEDGED"
	EventPledgeWithdrawn         EventKind = "PLEDGE_WITHDRAWN"
	EventDeliveryReported        EventKind = "DELIVERY_REPORTED"
	EventDeliveryConfirmed       EventKind = "DELIVERY_CONFIRMED"
	EventDeliveryRefused         EventKind = "DELIVERY_REFUSED"
	// EventProjectLinked: the case is answered by a project; its promise stays (P4).
	EventProjectLinked EventKind = "PROJECT_LINKED"
	// Of re-employment, whose records are no cases (E1–E4).
	EventJobSeekerRegistered EventKind = "JOB_SEEKER_REGISTERED"
	EventJobSeekerEdited     EventKind = "JOB_SEEKER_EDITED"
	EventJobSeekerState      EventKind = "JOB_SEEKER_STATE"
	EventCounsellorChanged   EventKind = "COUNSELLOR_CHANGED"
	EventTalked              EventKind = "TALKED"
	EventTalkDone            EventKind = "TALK_DONE"
	EventReferred            EventKind = "REFERRED"
	EventInterviewSet        EventKind = "INTERVIEW_SET"
	EventHired               EventKind = "HIRED"
	EventNotHired            EventKind = "NOT_HIRED"
	EventReferralDeclined    EventKind = "REFERRAL_DECLINED"
	EventFollowedUp          EventKind = "FOLLOWED_UP"
	EventOpeningEntered      EventKind = "OPENING_ENTERED"
	EventOpeningEdited       EventKind = "OPENING_EDITED"
	EventOpeningClosed       EventKind = "OPENING_CLOSED"
	EventOpeningFilled       EventKind = "OPENING_FILLED"
	// What comes back to a member of staff on its day (E2, E4, P3).
	EventTalkDue     EventKind = "TALK_DUE"
	EventFollowUpDue EventKind = "FOLLOW_UP_DUE"
	EventTaskDue     EventKind = "TASK_DUE"
	// A case came under the green channel, or left it (E6).
	EventGreenMarked EventKind = "GREEN_MARKED"
	EventGreenEnded  EventKind = "GREEN_ENDED"
	// What happens to programs, groups and their things (E5, C1-C3).
	EventProgramPlanned     EventKind = "PROGRAM_PLANNED"
	EventProgramEdited      EventKind = "PROGRAM_EDITED"
	EventProgramOpened      EventKind = "PROGRAM_OPENED"
	EventProgramHeld        EventKind = "PROGRAM_HELD"
	EventProgramCancelled   EventKind = "PROGRAM_CANCELLED"
	EventProgramActsSet     EventKind = "PROGRAM_ACTS_SET"
	EventEnrolled           EventKind = "ENROLLED"
	EventMovedUp            EventKind = "MOVED_UP"
	EventEnrolmentWithdrawn EventKind = "ENROLMENT_WITHDRAWN"
	EventSignedIn           EventKind = "SIGNED_IN"
	EventSignInTakenBack    EventKind = "SIGN_IN_TAKEN_BACK"
	EventEnrolmentResult    EventKind = "ENROLMENT_RESULT"
	EventVolunteerRecorded  EventKind = "VOLUNTEER_RECORDED"
	EventPhoneRevealed      EventKind = "PHONE_REVEALED"
	EventGroupSaved         EventKind = "GROUP_SAVED"
	EventGroupDissolved     EventKind = "GROUP_DISSOLVED"
	EventMemberJoined       EventKind = "MEMBER_JOINED"
	EventMemberChanged      EventKind = "MEMBER_CHANGED"
	EventMemberLeft         EventKind = "MEMBER_LEFT"
	EventMembersImported    EventKind = "MEMBERS_IMPORTED"
	EventRehearsalSet       EventKind = "REHEARSAL_SET"
	EventRehearsalCancelled EventKind = "REHEARSAL_CANCELLED"
	EventRehearsalNoted     EventKind = "REHEARSAL_NOTED"
	EventPropBought         EventKind = "PROP_BOUGHT"
	EventPropChanged        EventKind = "PROP_CHANGED"
	EventPropLent           EventKind = "PROP_LENT"
	EventPropReturned       EventKind = "PROP_RETURNED"

	EventLedgerTaken EventKind = "LEDGER_TAKEN"
	EventReportAsked EventKind = "REPORT_ASKED"
)

// ShownToAll tells whether an entry changes what everybody in the office sees of an absence: who is away, who is going to
// be, and what is still waited for (B7). That a list was missed is no part of it: that is a failing of duty (B9).
func (k EventKind) ShownToAll() bool {
	switch k {
	case EventAbsenceAsked, EventAbsenceListWritten, EventAbsenceListAccepted, EventAbsenceApproved, EventAbsenceRefused,
		EventAbsenceWithdrawn, EventAbsenceLapsed, EventAbsenceBegan, EventAbsenceEnded:
		return true
	}
	return false
}

var eventKinds = []EventKind{
	EventCaseOpened,
	EventResolvedOnSpot,
	EventPromised,
	EventReportedUp,
	EventGuided,
	EventRefused,
	EventMaterialsRequested,
	EventMaterialsComplete,
	EventHandOverOffered,
	EventHandOverAccepted,
	EventHandOverReturned,
	EventTakenOver,
	EventDirected,
	EventSentBack,
	EventExtensionRequested,
	EventExtensionApproved,
	EventExtensionRejected,
	EventExtensionTold,
	EventExtensionLapsed,
	EventExtensionWithdrawn,
	EventPromiseRecomputed,
	EventPromiseKeptAsTold,
	EventCompleted,
	EventReopened,
	EventStoodIn,
	EventCustodyReturned,
	EventWarning,
	EventBreachFound,
	EventBreachReported,
	EventCallBackAsked,
	EventCallBackRecorded,
	EventMaterialsPartly,
	EventNoticedAgain,
	EventWithdrawn,
	EventPiecesTaken,
	EventPieceReturned,
	EventPieceReported,
	EventCharged,
	EventAttached,
	EventPaperPrinted,
	EventChecked,
	EventPutRight,
	EventAnswered,
	EventCalledBack,
	EventContactRevealed,
	EventAbsenceAsked,
	EventAbsenceListWritten,
	EventAbsenceListAccepted,
	EventAbsenceListMissed,
	EventAbsenceApproved,
	EventAbsenceRefused,
	EventAbsenceWithdrawn,
	EventAbsenceLapsed,
	EventAbsenceBegan,
	EventAbsenceEnded,
	EventBreachHeard,
	EventBreachDecided,
	EventBreachDismissed,
	EventBreachCarriedOut,
	EventBreachClosed,
	EventBreachAppealed,
	EventBreachAppealDecided,
	EventGiftRegistered,
	EventGiftReturned,
	EventGiftClosed,
	EventApologised,
	EventPartnerAdded,
	EventPartnerChanged,
	EventPartnerContactAdded,
	EventPartnerContactRemoved,
	EventPartnerPhoneRevealed,
	EventPartnerLeft,
	EventResourceAdded,
	EventResourceChanged,
	EventResourceRemoved,
	EventResourceBooked,
	EventBookingCancelled,
	EventProjectProposed,
	EventProjectChanged,
	EventProjectMoved,
	EventProjectJoined,
	EventProjectTaskSet,
	EventProjectTaskDone,
	EventProjectTaskRemoved,
	EventProjectPictureAdded,
	EventProjectPicturePublished,
	EventProjectPictureRemoved,
	EventProjectParticipation,
	EventProjectCaseLinked,
	EventPledged,
	EventPledgeWithdrawn,
	EventDeliveryReported,
	EventDeliveryConfirmed,
	EventDeliveryRefused,
	EventProjectLinked,
	EventJobSeekerRegistered,
	EventJobSeekerEdited,
	EventJobSeekerState,
	EventCounsellorChanged,
	EventTalked,
	EventTalkDone,
	EventReferred,
	EventInterviewSet,
	EventHired,
	EventNotHired,
	EventReferralDeclined,
	EventFollowedUp,
	EventOpeningEntered,
	EventOpeningEdited,
	EventOpeningClosed,
	EventOpeningFilled,
	EventTalkDue,
	EventFollowUpDue,
	EventTaskDue,
	EventGreenMarked,
	EventGreenEnded,
	EventProgramPlanned,
	EventProgramEdited,
	EventProgramOpened,
	EventProgramHeld,
	EventProgramCancelled,
	EventProgramActsSet,
	EventEnrolled,
	EventMovedUp,
	EventEnrolmentWithdrawn,
	EventSignedIn,
	EventSignInTakenBack,
	EventEnrolmentResult,
	EventVolunteerRecorded,
	EventPhoneRevealed,
	EventGroupSaved,
	EventGroupDissolved,
	EventMemberJoined,
	EventMemberChanged,
	EventMemberLeft,
	EventMembersImported,
	EventRehearsalSet,
	EventRehearsalCancelled,
	EventRehearsalNoted,
	EventPropBought,
	EventPropChanged,
	EventPropLent,
	EventPropReturned,
	EventLedgerTaken,
	EventReportAsked,
}

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
	AlarmReviewNear              AlarmKind = "REVIEW_NEAR"
	AlarmReviewPassed            AlarmKind = "REVIEW_PASSED"
	// AlarmReminder: something comes back to a member of staff on its day; of no case, and no limit (E2, E4, P3).
	AlarmReminder AlarmKind = "REMINDER"
)

var alarmKinds = []AlarmKind{AlarmFirstContactNear, AlarmFirstContactPassed, AlarmDisposalNear, AlarmDisposalPassed, AlarmHandoverOfferNear, AlarmHandoverOfferPassed, AlarmHandoverAnswerPassed, AlarmHandoverAnswerEscalated, AlarmReportNear, AlarmReportPassed, AlarmMaterialsChase, AlarmPromiseTwoDays, AlarmPromiseOneDay, AlarmPromiseTwoHours, AlarmPromisePassed, AlarmReviewNear, AlarmReviewPassed, AlarmReminder}

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
	// BreachSecondNotice: a second one-time notice (Q3).
	BreachSecondNotice BreachKind = "SECOND_NOTICE"
	// BreachMaterialLost: a material in custody is lost (A5).
	BreachMaterialLost BreachKind = "MATERIAL_LOST"
	// BreachMaterialDamaged: a material in custody is damaged (A5).
	BreachMaterialDamaged BreachKind = "MATERIAL_DAMAGED"
	// BreachOvercharge: more than the item's standard was charged (A6).
	BreachOvercharge BreachKind = "OVERCHARGE"
	// BreachReviewMissed: a supervision matter was not worked through within its limit (Q6).
	BreachReviewMissed BreachKind = "REVIEW_MISSED"
	// BreachPostHandOverMissed: the hand-over list of an emergency was not written in time (B5, B9).
	BreachPostHandOverMissed BreachKind = "POST_HAND_OVER_MISSED"
	// BreachGift: a gift or treat was taken (A1).
	BreachGift BreachKind = "GIFT_TAKEN"
	// BreachLeadership: the director's responsibility for a suspension in the office, a record of its own (A3).
	BreachLeadership BreachKind = "LEADERSHIP"
)

var breachKinds = []BreachKind{BreachFirstContactMissed, BreachDisposalWithheld, BreachHandoverNotOffered, BreachPromiseMissed, BreachAvoidance, BreachWithholding, BreachHandoverUnclear, BreachSecondNotice, BreachMaterialLost, BreachMaterialDamaged, BreachOvercharge, BreachReviewMissed, BreachPostHandOverMissed, BreachGift, BreachLeadership}

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

// Matter is what a case is about: a service of the office, or supervision of its people, which is confidential.
type Matter string

// The closed list of Matter.
const (
	// MatterService: 办件.
	MatterService Matter = "SERVICE"
	// MatterComplaint: 投诉: over the supervision channel.
	MatterComplaint Matter = "COMPLAINT"
	// MatterBadRating: 差评: opened by a rating of the lowest two levels (Q6).
	MatterBadRating Matter = "BAD_RATING"
)

var matters = []Matter{MatterService, MatterComplaint, MatterBadRating}

// Values lists the words for the database.
func (Matter) Values() []string { return enum.Strings(matters) }

// MarshalGQL writes the word.
func (v Matter) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Matter) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, matters)
	return err
}

// RatingLevel is one of the five levels of 好差评 (Q6), the best first.
type RatingLevel string

// The closed list of RatingLevel.
const (
	// VerySatisfied: 非常满意.
	VerySatisfied RatingLevel = "VERY_SATISFIED"
	// Satisfied: 满意.
	Satisfied RatingLevel = "SATISFIED"
	// BasicallySatisfied: 基本满意.
	BasicallySatisfied RatingLevel = "BASICALLY_SATISFIED"
	// Dissatisfied: 不满意.
	Dissatisfied RatingLevel = "DISSATISFIED"
	// VeryDissatisfied: 非常不满意.
	VeryDissatisfied RatingLevel = "VERY_DISSATISFIED"
)

var ratingLevels = []RatingLevel{VerySatisfied, Satisfied, BasicallySatisfied, Dissatisfied, VeryDissatisfied}

// Values lists the words for the database.
func (RatingLevel) Values() []string { return enum.Strings(ratingLevels) }

// MarshalGQL writes the word.
func (v RatingLevel) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *RatingLevel) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, ratingLevels)
	return err
}

// Bad tells whether a level is one of the lowest two, which open a file for the superior (Q6).
func (v RatingLevel) Bad() bool { return v == Dissatisfied || v == VeryDissatisfied }

// RatingTag is a reason for a rating (Q6).
type RatingTag string

// The closed list of RatingTag.
const (
	// TagWarm: 热情周到.
	TagWarm RatingTag = "WARM"
	// TagFast: 办得快.
	TagFast RatingTag = "FAST"
	// TagClear: 一次讲清.
	TagClear RatingTag = "CLEAR"
	// TagFair: 公平规范.
	TagFair RatingTag = "FAIR"
	// TagCold: 态度冷淡.
	TagCold RatingTag = "COLD"
	// TagSlow: 办得慢.
	TagSlow RatingTag = "SLOW"
	// TagUnclear: 没讲清楚.
	TagUnclear RatingTag = "UNCLEAR"
	// TagManyTrips: 多次跑.
	TagManyTrips RatingTag = "MANY_TRIPS"
	// TagUnsolved: 问题没解决.
	TagUnsolved RatingTag = "UNSOLVED"
	// TagCharges: 收费不清.
	TagCharges RatingTag = "CHARGES"
)

var ratingTags = []RatingTag{TagWarm, TagFast, TagClear, TagFair, TagCold, TagSlow, TagUnclear, TagManyTrips, TagUnsolved, TagCharges}

// Values lists the words for the database.
func (RatingTag) Values() []string { return enum.Strings(ratingTags) }

// MarshalGQL writes the word.
func (v RatingTag) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *RatingTag) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, ratingTags)
	return err
}

// ComplaintTopic is what a complaint is about (supervision channel).
type ComplaintTopic string

// The closed list of ComplaintTopic.
const (
	// TopicConduct: 服务态度.
	TopicConduct ComplaintTopic = "CONDUCT"
	// TopicDelay: 拖延.
	TopicDelay ComplaintTopic = "DELAY"
	// TopicGift: 收受礼品或吃请 (A1).
	TopicGift ComplaintTopic = "GIFT"
	// TopicFee: 超标准收费 (A6).
	TopicFee ComplaintTopic = "FEE"
	// TopicOther: 其他.
	TopicOther ComplaintTopic = "OTHER"
)

var complaintTopics = []ComplaintTopic{TopicConduct, TopicDelay, TopicGift, TopicFee, TopicOther}

// Values lists the words for the database.
func (ComplaintTopic) Values() []string { return enum.Strings(complaintTopics) }

// MarshalGQL writes the word.
func (v ComplaintTopic) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ComplaintTopic) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, complaintTopics)
	return err
}

// MaterialForm is in which form a material is brought.
type MaterialForm string

// The closed list of MaterialForm.
const (
	// FormOriginal: 原件.
	FormOriginal MaterialForm = "ORIGINAL"
	// FormCopy: 复印件.
	FormCopy MaterialForm = "COPY"
	// FormOriginalAndCopy: 验原件留复印件.
	FormOriginalAndCopy MaterialForm = "ORIGINAL_AND_COPY"
)

var materialForms = []MaterialForm{FormOriginal, FormCopy, FormOriginalAndCopy}

// Values lists the words for the database.
func (MaterialForm) Values() []string { return enum.Strings(materialForms) }

// MarshalGQL writes the word.
func (v MaterialForm) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *MaterialForm) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, materialForms)
	return err
}

// PieceState is where a piece in custody is (A5).
type PieceState string

// The closed list of PieceState.
const (
	// PieceHeld: 保管中.
	PieceHeld PieceState = "HELD"
	// PieceReturned: 已退还.
	PieceReturned PieceState = "RETURNED"
	// PieceLost: 遗失.
	PieceLost PieceState = "LOST"
	// PieceDamaged: 损毁: reported, and still to be handed back.
	PieceDamaged PieceState = "DAMAGED"
)

var pieceStates = []PieceState{PieceHeld, PieceReturned, PieceLost, PieceDamaged}

// Values lists the words for the database.
func (PieceState) Values() []string { return enum.Strings(pieceStates) }

// MarshalGQL writes the word.
func (v PieceState) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *PieceState) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, pieceStates)
	return err
}

// PaperKind is a paper of the office (Papers).
type PaperKind string

// The closed list of PaperKind.
const (
	// PaperIntake: 首问接待登记表.
	PaperIntake PaperKind = "INTAKE"
	// PaperOneTimeNotice: 一次性告知单.
	PaperOneTimeNotice PaperKind = "ONE_TIME_NOTICE"
	// PaperMaterials: 收件凭证.
	PaperMaterials PaperKind = "MATERIALS_RECEIPT"
	// PaperAcceptance: 受理回执: the promise and its explanation.
	PaperAcceptance PaperKind = "ACCEPTANCE"
	// PaperRefusal: 不予受理告知书.
	PaperRefusal PaperKind = "REFUSAL"
	// PaperGuidance: 指引单.
	PaperGuidance PaperKind = "GUIDANCE"
	// PaperExtension: 延期告知书.
	PaperExtension PaperKind = "EXTENSION"
	// PaperCompletion: 办结通知书.
	PaperCompletion PaperKind = "COMPLETION"
	// PaperApology: 致歉及补救记录 (A2).
	PaperApology PaperKind = "APOLOGY"
	// PaperHandOverList: 离岗交接单: of an absence and not of a case (B4).
	PaperHandOverList PaperKind = "HAND_OVER_LIST"
)

var paperKinds = []PaperKind{PaperIntake, PaperOneTimeNotice, PaperMaterials, PaperAcceptance, PaperRefusal, PaperGuidance, PaperExtension, PaperCompletion, PaperApology, PaperHandOverList}

// Values lists the words for the database.
func (PaperKind) Values() []string { return enum.Strings(paperKinds) }

// MarshalGQL writes the word.
func (v PaperKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *PaperKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, paperKinds)
	return err
}

// PaperSize is the sheet that a paper is printed on (Papers).
type PaperSize string

// The closed list of PaperSize; A4 is the office's form.
const (
	SizeA4 PaperSize = "A4"
	SizeA5 PaperSize = "A5"
)

var paperSizes = []PaperSize{SizeA4, SizeA5}

// Values lists the words.
func (PaperSize) Values() []string { return enum.Strings(paperSizes) }

// MarshalGQL writes the word.
func (v PaperSize) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *PaperSize) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, paperSizes)
	return err
}

// PublicFileKind says what a published file of the office is (Q5, B3).
type PublicFileKind string

// The closed list of PublicFileKind.
const (
	// PublicPortrait: 照片: of a member of staff, on the public board (B3).
	PublicPortrait PublicFileKind = "PORTRAIT"
	// PublicForm: 空白表格: of an item, to download (Q5).
	PublicForm PublicFileKind = "FORM"
)

var publicFileKinds = []PublicFileKind{PublicPortrait, PublicForm}

// Values lists the words for the database.
func (PublicFileKind) Values() []string { return enum.Strings(publicFileKinds) }

// MarshalGQL writes the word.
func (v PublicFileKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *PublicFileKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, publicFileKinds)
	return err
}
