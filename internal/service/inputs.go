package service

import (
	"io"
	"time"

	"xinxing/internal/office/casework"
	"xinxing/internal/office/enum"
	"xinxing/internal/office/workday"
)

// CaseRef names the case of an act, the version that the actor saw, and the act's own key.
type CaseRef struct {
	CaseID           string
	Version          int
	ClientMutationID string
}

// AcceptHandOverInput is the input of the act of that name; the schema says what each field means.
type AcceptHandOverInput struct {
	CaseRef
}

// AskCallBackInput is the input of the act of that name; the schema says what each field means.
type AskCallBackInput struct {
	CaseRef
}

// CaseFilter narrows the queue; fields that are nil do not.
type CaseFilter struct {
	Open *bool
	// Service or supervision; both where left out.
	Matter   []casework.Matter
	Status   []casework.Status
	Standing *casework.Standing
	// The viewer answers for it.
	Mine          *bool
	ResponsibleID *string
	PostID        *string
	ItemCode      *string
	ResidentID    *string
	Channel       *casework.Channel
	DueBefore     *time.Time
	// Open, and the deadline is still to come today, as QueueTotals counts it.
	DueToday *bool
	Extended *bool
	// Offered to somebody who has not answered yet (F10), as QueueTotals counts it.
	Offered *bool
	Green   *bool
	// Receipt number (prefix), or the resident's name, pinyin, initials or number.
	Search *string
}

// CompleteCaseInput is the input of the act of that name; the schema says what each field means.
type CompleteCaseInput struct {
	CaseRef
	Outcome string
	// Needed where the promise was missed (A2); elsewhere there is nothing to apologise for.
	Apology *ApologyInput
}

// ApologyInput is how the office apologised for a missed promise, and what it did about it (A2).
type ApologyInput struct {
	Way casework.TellWay
	// When; now where left out.
	At *time.Time
	// Who apologised; the viewer where left out.
	ByID   *string
	Text   string
	Remedy string
}

// DecideExtensionInput is the input of the act of that name; the schema says what each field means.
type DecideExtensionInput struct {
	CaseRef
	Approve bool
	Reason  string
}

// DirectInput is the input of the act of that name; the schema says what each field means.
type DirectInput struct {
	CaseRef
	PostID       string
	Instructions string
}

// GuideCaseInput is the input of the act of that name; the schema says what each field means.
type GuideCaseInput struct {
	CaseRef
	DepartmentID string
	// What was said to the resident.
	Said string
}

// NoticeAgainInput is the input of the act of that name; the schema says what each field means.
type NoticeAgainInput struct {
	CaseRef
	Missing []string
	Reason  string
	ToldWay casework.TellWay
}

// ReceiveSomeInput is the input of the act of that name; the schema says what each field means.
type ReceiveSomeInput struct {
	CaseRef
	Received []string
}

// WithdrawInput is the input of the act of that name; the schema says what each field means.
type WithdrawInput struct {
	CaseRef
	Reason string
}

// PieceInput is one piece that is taken into custody; the schema says what each field means.
type PieceInput struct {
	Name             string
	Form             casework.MaterialForm
	Count            int
	Condition, Place string
}

// TakePiecesInput is the input of the act of that name; the schema says what each field means.
type TakePiecesInput struct {
	CaseRef
	Pieces []*PieceInput
}

// ReturnPieceInput is the input of the act of that name; the schema says what each field means.
type ReturnPieceInput struct {
	CaseRef
	PieceID  string
	SignedBy string
}

// ReportPieceInput is the input of the act of that name; the schema says what each field means.
type ReportPieceInput struct {
	CaseRef
	PieceID string
	As      casework.PieceState
	Facts   string
}

// ChargeInput is the input of the act of that name; the schema says what each field means.
type ChargeInput struct {
	CaseRef
	Amount string
	BillNo string
}

// CheckInput is the input of the act of that name; the schema says what each field means.
type CheckInput struct {
	CaseRef
	Findings string
	Upheld   bool
}

// PutRightInput is the input of the act of that name; the schema says what each field means.
type PutRightInput struct {
	CaseRef
	Done string
}

// AnswerInput is the input of the act of that name; the schema says what each field means.
type AnswerInput struct {
	CaseRef
	Answer  string
	ToldWay casework.TellWay
}

// CallBackInput is the input of the act of that name; the schema says what each field means.
type CallBackInput struct {
	CaseRef
	Satisfied bool
	Note      string
}

// MoveClockInput is the input of the act of that name; the schema says what each field means.
type MoveClockInput struct {
	// The instant to move the rehearsal clock forward to.
	To               time.Time
	ClientMutationID string
}

// OpenCaseInput is the input of the act of that name; the schema says what each field means.
type OpenCaseInput struct {
	Channel casework.Channel
	// The moment of contact; now where left out, never in the future.
	ContactAt  *time.Time
	ResidentID *string
	Anonymous  bool
	// A way to reach an anonymous caller, if they gave one.
	ContactWay       *string
	ItemID           *string
	Situation        string
	Demand           string
	ClientMutationID string
}

// OfferHandOverInput is the input of the act of that name; the schema says what each field means.
type OfferHandOverInput struct {
	CaseRef
	ToStaffID   string
	Explanation string
}

// PromiseCaseInput is the input of the act of that name; the schema says what each field means.
type PromiseCaseInput struct {
	CaseRef
	// Names the item where the case has none yet; refused where it has another.
	ItemID *string
	// Working days, at most the item's limit (F5).
	WorkingDays int
	// How the resident was told the date.
	ToldWay casework.TellWay
}

// PublishItemInput is the input of the act of that name; the schema says what each field means.
type PublishItemInput struct {
	// The code of the item; a new version is published where it exists already.
	Code             string
	Name             string
	Kind             casework.ItemKind
	LimitDays        int
	Immediate        bool
	PostID           *string
	Fee              string
	Channels         []casework.Channel
	Materials        []*MaterialInput
	Steps            []string
	LegalBasis       string
	DepartmentID     *string
	MaxExtensions    int
	MaxExtensionDays int
	ValidFrom        workday.Date
	ClientMutationID string
}

// MaterialInput is one line of an item's list of materials; the schema says what each field means.
type MaterialInput struct {
	Name                  string
	Copies                int
	Form                  casework.MaterialForm
	IssuedBy, Why, Sample string
	Required              bool
}

// ReceiveMaterialsInput is the input of the act of that name; the schema says what each field means.
type ReceiveMaterialsInput struct {
	CaseRef
	// When the last required material came in; now where left out.
	ReceivedAt *time.Time
	// Working days of the promise that starts by it.
	WorkingDays int
	ToldWay     casework.TellWay
}

// RecordCallBackInput is the input of the act of that name; the schema says what each field means.
type RecordCallBackInput struct {
	CaseRef
	Arrived bool
	Note    string
}

// RefuseCaseInput is the input of the act of that name; the schema says what each field means.
type RefuseCaseInput struct {
	CaseRef
	// The legal reason (T2).
	LegalReason string
	ToldWay     casework.TellWay
}

// RegisterResidentInput is the input of the act of that name; the schema says what each field means.
type RegisterResidentInput struct {
	Name             string
	Phone            *string
	IDNumber         *string
	Address          string
	ClientMutationID string
}

// RemoveCalendarDayInput is the input of the act of that name; the schema says what each field means.
type RemoveCalendarDayInput struct {
	Date             workday.Date
	ClientMutationID string
}

// ReopenCaseInput is the input of the act of that name; the schema says what each field means.
type ReopenCaseInput struct {
	CaseRef
	Reason      string
	WorkingDays int
	ToldWay     casework.TellWay
}

// ReportBreachInput is the input of the act of that name; the schema says what each field means.
type ReportBreachInput struct {
	CaseID           string
	Kind             casework.BreachKind
	Facts            string
	ClientMutationID string
}

// ReportCaseInput is the input of the act of that name; the schema says what each field means.
type ReportCaseInput struct {
	CaseRef
	Reason string
}

// RequestExtensionInput is the input of the act of that name; the schema says what each field means.
type RequestExtensionInput struct {
	CaseRef
	WorkingDays int
	Reason      string
}

// RequestMaterialsInput is the input of the act of that name; the schema says what each field means.
type RequestMaterialsInput struct {
	CaseRef
	// Names the item where the case has none yet.
	ItemID *string
	// All that is missing, said once (Q3).
	Missing []string
	ToldWay casework.TellWay
	// Why there is a second notice, where this is one (Q3).
	Reason *string
}

// ResolveOnSpotInput is the input of the act of that name; the schema says what each field means.
type ResolveOnSpotInput struct {
	CaseRef
	Outcome string
}

// RetireItemInput is the input of the act of that name; the schema says what each field means.
type RetireItemInput struct {
	ItemID           string
	From             workday.Date
	ClientMutationID string
}

// ReturnHandOverInput is the input of the act of that name; the schema says what each field means.
type ReturnHandOverInput struct {
	CaseRef
	Reason string
}

// RevealResidentInput is the input of the act of that name; the schema says what each field means.
type RevealResidentInput struct {
	ResidentID       string
	Field            ResidentField
	Reason           string
	ClientMutationID string
}

// SendBackInput is the input of the act of that name; the schema says what each field means.
type SendBackInput struct {
	CaseRef
	Instructions string
}

// SetCalendarDayInput is the input of the act of that name; the schema says what each field means.
type SetCalendarDayInput struct {
	Date workday.Date
	Kind LocalDayKind
	Name string
	// Where the decision is written, e.g. 街办〔2026〕3号.
	Source           string
	ClientMutationID string
}

// SetLeftInput is the input of the act of that name; the schema says what each field means.
type SetLeftInput struct {
	StaffID          string
	Left             bool
	Reason           string
	ClientMutationID string
}

// SignInInput is the input of the act of that name; the schema says what each field means.
type SignInInput struct {
	Login            string
	Password         string
	ClientMutationID *string
}

// SignOutInput is the input of the act of that name; the schema says what each field means.
type SignOutInput struct {
	ClientMutationID *string
}

// TakeOverInput is the input of the act of that name; the schema says what each field means.
type TakeOverInput struct {
	CaseRef
	Note string
}

// TellExtensionInput is the input of the act of that name; the schema says what each field means.
type TellExtensionInput struct {
	CaseRef
	ToldWay casework.TellWay
	// When the resident was told; now where left out, never before the approval.
	ToldAt *time.Time
}

// ResidentField is a personal field that is shown masked.
type ResidentField string

// The masked fields.
const (
	FieldIDNumber ResidentField = "ID_NUMBER"
	FieldPhone    ResidentField = "PHONE"
)

var residentFields = []ResidentField{FieldIDNumber, FieldPhone}

// MarshalGQL writes the word.
func (v ResidentField) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ResidentField) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, residentFields)
	return err
}

// LocalDayKind is the kind of a local row that a director may add.
type LocalDayKind = workday.RowKind

// CaseOrder is the order of a list of cases.
type CaseOrder string

// The orders.
const (
	OrderDue    CaseOrder = "DUE"
	OrderNewest CaseOrder = "NEWEST"
)

var caseOrders = []CaseOrder{OrderDue, OrderNewest}

// MarshalGQL writes the word.
func (v CaseOrder) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *CaseOrder) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, caseOrders)
	return err
}
