// Package key makes the primary keys: three letters that name the record's type, an underscore and a ULID,
// e.g. cas_01JNV4E1Q0M5K2Q6P1S8X3T7YA. The letters tell `node` where to look without a look-up.
package key

import (
	"strings"

	"github.com/oklog/ulid/v2"
)

// The prefixes, one a type.
const (
	Community  = "com"
	Staff      = "stf"
	Session    = "ses"
	Post       = "pst"
	Department = "dep"
	Item       = "itm"
	Resident   = "res"
	Term       = "trm"
	Case       = "cas"
	Promise    = "prm"
	HandOver   = "hov"
	UpReport   = "rep"
	Extension  = "ext"
	Event      = "evt"
	Alarm      = "alm"
	Breach     = "bre"
	Notice     = "ntc"
	LocalDay   = "day"
	ActRecord  = "act"
	PublicFile = "pub"
	Access     = "acc"
	Attempt    = "att"
	// What stands beside a case.
	OneTimeNotice = "otn"
	Piece         = "pce"
	Charge        = "chg"
	Attachment    = "fil"
	Rating        = "rat"
	Paper         = "ppr"
	// Absences and what is handed over for them.
	Absence      = "abs"
	AbsencePost  = "abp"
	PostHandOver = "pho"
	Study        = "stu"
	// The register of gifts, and apologies for missed promises.
	Gift       = "gif"
	GiftReturn = "gir"
	Apology    = "apo"
	// Re-employment.
	JobSeeker   = "job"
	Counselling = "cns"
	Opening     = "opn"
	Referral    = "ref"
	FollowUp    = "flw"
	Reminder    = "rem"
	// Programs and culture.
	Program        = "prg"
	ProgramSession = "pse"
	Enrolment      = "enr"
	Attendance     = "atd"
	Volunteer      = "vol"
	ProgramAct     = "pac"
	Group          = "grp"
	Member         = "mem"
	Rehearsal      = "reh"
	Prop           = "prp"
	PropLoan       = "lon"
	// Co-building.
	Partner        = "ptn"
	PartnerContact = "pct"
	Resource       = "rsc"
	Booking        = "bkg"
	Project        = "prj"
	ProjectPartner = "pjp"
	ProjectTask    = "tsk"
	Pledge         = "plg"
	Delivery       = "dlv"
	Participation  = "pcp"
	CaseProject    = "cpj"
	Picture        = "pic"
	// Tokens of partners and of the reporting tool.
	APIToken  = "tok"
	TokenRead = "tkr"
	// What was told of residents by an attribute.
	FigureRelease = "frl"
	// Ledgers that were taken.
	Ledger = "ldg"
	// Large reports that were asked for.
	ReportPull = "rpl"
)

// Maker returns a function that makes a new key with this prefix; keys of one process ascend.
func Maker(prefix string) func() string {
	return func() string { return prefix + "_" + ulid.Make().String() }
}

// Prefix returns the letters before the underscore, or "" where there are none.
func Prefix(id string) string {
	p, _, ok := strings.Cut(id, "_")
	if !ok {
		return ""
	}
	return p
}
