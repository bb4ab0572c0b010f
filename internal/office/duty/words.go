package duty

import (
	"io"
	"time"

	"xinxing/internal/office/enum"
)

// HolderRole is in which quality a person answers for a case.
type HolderRole string

// The closed list of HolderRole.
const (
	AsFirstResponder HolderRole = "FIRST_RESPONDER"
	AsHandler        HolderRole = "HANDLER"
	AsStandIn        HolderRole = "STAND_IN"
	AsSuperior       HolderRole = "SUPERIOR"
)

var holderRoles = []HolderRole{AsFirstResponder, AsHandler, AsStandIn, AsSuperior}

// Values lists the words for the database.
func (HolderRole) Values() []string { return enum.Strings(holderRoles) }

// MarshalGQL writes the word.
func (v HolderRole) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *HolderRole) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, holderRoles)
	return err
}

// Role is what a member of staff may do by office.
type Role string

// The closed list of Role.
const (
	// Clerk: Staff at the window (工作人员).
	Clerk Role = "CLERK"
	// Leader: May decide what is reported up and extensions (领导).
	Leader Role = "LEADER"
	// Director: Head of the community office (主任).
	Director Role = "DIRECTOR"
	// Supervisor: Of the subdistrict, stands above the director (街道督办).
	Supervisor Role = "SUPERVISOR"
	// Administrator: Keeps the program; sees no case (管理员).
	Administrator Role = "ADMINISTRATOR"
)

var roles = []Role{Clerk, Leader, Director, Supervisor, Administrator}

// Values lists the words for the database.
func (Role) Values() []string { return enum.Strings(roles) }

// MarshalGQL writes the word.
func (v Role) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Role) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, roles); return err }

// State is whether a member of staff can answer for anything now.
type State string

// The closed list of State.
const (
	OnDuty    State = "ON_DUTY"
	Away      State = "AWAY"
	Suspended State = "SUSPENDED"
	Left      State = "LEFT"
)

var states = []State{OnDuty, Away, Suspended, Left}

// Values lists the words for the database.
func (State) Values() []string { return enum.Strings(states) }

// MarshalGQL writes the word.
func (v State) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *State) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, states); return err }

// AbsenceKind is why a member of staff is not on duty.
type AbsenceKind string

// The closed list of AbsenceKind.
const (
	// Planned: asked for at least a working day ahead, with a hand-over list (B4).
	Planned AbsenceKind = "PLANNED"
	// Emergency: could not be handed over in time; the stand-in takes over at once, the list follows (B5).
	Emergency AbsenceKind = "EMERGENCY"
	// Suspension: from duty, as a sanction (待岗; A3, A7).
	Suspension AbsenceKind = "SUSPENSION"
)

var absenceKinds = []AbsenceKind{Planned, Emergency, Suspension}

// Values lists the words for the database.
func (AbsenceKind) Values() []string { return enum.Strings(absenceKinds) }

// MarshalGQL writes the word.
func (v AbsenceKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *AbsenceKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, absenceKinds)
	return err
}

// AbsenceState is how far an absence has come.
type AbsenceState string

// The closed list of AbsenceState.
const (
	AbsenceAsked     AbsenceState = "ASKED"
	AbsenceApproved  AbsenceState = "APPROVED"
	AbsenceRunning   AbsenceState = "RUNNING"
	AbsenceEnded     AbsenceState = "ENDED"
	AbsenceRefused   AbsenceState = "REFUSED"
	AbsenceWithdrawn AbsenceState = "WITHDRAWN"
	// AbsenceLapsed: nobody decided before it would have begun.
	AbsenceLapsed AbsenceState = "LAPSED"
)

var absenceStates = []AbsenceState{
	AbsenceAsked, AbsenceApproved, AbsenceRunning, AbsenceEnded, AbsenceRefused, AbsenceWithdrawn, AbsenceLapsed,
}

// Values lists the words for the database.
func (AbsenceState) Values() []string { return enum.Strings(absenceStates) }

// MarshalGQL writes the word.
func (v AbsenceState) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *AbsenceState) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, absenceStates)
	return err
}

// AbsenceAct is what can be done on an absence.
type AbsenceAct string

// The closed list of AbsenceAct.
const (
	AbsenceWriteList  AbsenceAct = "WRITE_LIST"
	AbsenceAcceptList AbsenceAct = "ACCEPT_LIST"
	AbsenceApprove    AbsenceAct = "APPROVE"
	AbsenceRefuse     AbsenceAct = "REFUSE"
	AbsenceWithdraw   AbsenceAct = "WITHDRAW"
	// AbsenceReturn: the person is back; the absence ends now.
	AbsenceReturn AbsenceAct = "RETURN"
	// AbsencePrint: a hand-over list goes to paper (Papers).
	AbsencePrint AbsenceAct = "PRINT"
)

var absenceActs = []AbsenceAct{AbsenceWriteList, AbsenceAcceptList, AbsenceApprove, AbsenceRefuse, AbsenceWithdraw, AbsenceReturn, AbsencePrint}

// Values lists the words.
func (AbsenceAct) Values() []string { return enum.Strings(absenceActs) }

// MarshalGQL writes the word.
func (v AbsenceAct) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *AbsenceAct) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, absenceActs)
	return err
}

// ThingKind is what is handed over beside the cases (B4).
type ThingKind string

// The closed list of ThingKind.
const (
	ThingKey   ThingKind = "KEY"
	ThingSeal  ThingKind = "SEAL"
	ThingPaper ThingKind = "PAPER"
	ThingOther ThingKind = "OTHER"
)

var thingKinds = []ThingKind{ThingKey, ThingSeal, ThingPaper, ThingOther}

// Values lists the words for the database.
func (ThingKind) Values() []string { return enum.Strings(thingKinds) }

// MarshalGQL writes the word.
func (v ThingKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ThingKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, thingKinds)
	return err
}

// Thing is a key, seal, paper or other thing that is handed over with a post (B4).
type Thing struct {
	Kind ThingKind `json:"kind"`
	Name string    `json:"name"`
	Note string    `json:"note"`
}

// Line is a case on a hand-over list, as it stood when the list was written, with a note where it needs one (B4).
type Line struct {
	Case      string    `json:"case"`
	ReceiptNo string    `json:"receiptNo"`
	DueAt     time.Time `json:"dueAt"`
	Note      string    `json:"note"`
}

// StudyKind is how something was learned (B8).
type StudyKind string

// The closed list of StudyKind.
const (
	// StudyTraining: 培训.
	StudyTraining StudyKind = "TRAINING"
	// StudyTest: 考核.
	StudyTest StudyKind = "TEST"
)

var studyKinds = []StudyKind{StudyTraining, StudyTest}

// Values lists the words for the database.
func (StudyKind) Values() []string { return enum.Strings(studyKinds) }

// MarshalGQL writes the word.
func (v StudyKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *StudyKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, studyKinds)
	return err
}
