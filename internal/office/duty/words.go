package duty

import (
	"io"

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
