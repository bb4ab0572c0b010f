// Package program holds the rules of programs (活动、培训: E5, C2) and of the groups and their things (C1, C3): capacity and the waiting list, who is next, what is missing.
package program

import (
	"io"

	"xinxing/internal/office/enum"
)

// Kind is the kind of a program (E5, C2).
type Kind string

// The closed list of Kind.
const (
	// Training: 技能培训班.
	Training Kind = "TRAINING"
	// PolicyTalk: 政策宣讲.
	PolicyTalk Kind = "POLICY_TALK"
	// RoleModel: 典型报告.
	RoleModel Kind = "ROLE_MODEL"
	// Contest: 比赛（演讲、棋牌等）.
	Contest Kind = "CONTEST"
	// Show: 演出.
	Show Kind = "SHOW"
	// Lecture: 讲座.
	Lecture Kind = "LECTURE"
	// Volunteer: 志愿服务.
	Volunteer Kind = "VOLUNTEER"
	// Other: 其他活动.
	Other Kind = "OTHER"
)

var kinds = []Kind{Training, PolicyTalk, RoleModel, Contest, Show, Lecture, Volunteer, Other}

// Values lists the words for the database.
func (Kind) Values() []string { return enum.Strings(kinds) }

// MarshalGQL writes the word.
func (v Kind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Kind) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, kinds); return err }

// State is how far a program has come.
type State string

// The closed list of State.
const (
	// Planned: 筹备中: not yet published.
	Planned State = "PLANNED"
	// Open: 已发布: people enrol.
	Open State = "OPEN"
	// Held: 已举办: the result is recorded.
	Held State = "HELD"
	// Cancelled: 已取消, for a reason.
	Cancelled State = "CANCELLED"
)

var states = []State{Planned, Open, Held, Cancelled}

// Values lists the words for the database.
func (State) Values() []string { return enum.Strings(states) }

// MarshalGQL writes the word.
func (v State) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *State) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, states); return err }

// EnrolmentState is where a person stands in a program.
type EnrolmentState string

// The closed list of EnrolmentState.
const (
	// Seated: 已报名: has a place.
	Seated EnrolmentState = "SEATED"
	// Waiting: 候补: on the waiting list.
	Waiting EnrolmentState = "WAITING"
	// Withdrawn: 已退出.
	Withdrawn EnrolmentState = "WITHDRAWN"
)

var enrolmentStates = []EnrolmentState{Seated, Waiting, Withdrawn}

// Values lists the words for the database.
func (EnrolmentState) Values() []string { return enum.Strings(enrolmentStates) }

// MarshalGQL writes the word.
func (v EnrolmentState) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *EnrolmentState) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, enrolmentStates)
	return err
}

// EnrolWay is how a person was enrolled.
type EnrolWay string

// The closed list of EnrolWay.
const (
	// ByStaff: 窗口代报.
	ByStaff EnrolWay = "STAFF"
	// ByPublic: 公开页面自报.
	ByPublic EnrolWay = "PUBLIC"
)

var enrolWays = []EnrolWay{ByStaff, ByPublic}

// Values lists the words for the database.
func (EnrolWay) Values() []string { return enum.Strings(enrolWays) }

// MarshalGQL writes the word.
func (v EnrolWay) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *EnrolWay) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, enrolWays)
	return err
}

// CheckIn is how an attendance was recorded (E5).
type CheckIn string

// The closed list of CheckIn.
const (
	// InList: 名单签到.
	InList CheckIn = "LIST"
	// InCode: 扫码签到.
	InCode CheckIn = "CODE"
)

var checkIns = []CheckIn{InList, InCode}

// Values lists the words for the database.
func (CheckIn) Values() []string { return enum.Strings(checkIns) }

// MarshalGQL writes the word.
func (v CheckIn) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *CheckIn) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, checkIns)
	return err
}

// GroupKind is the kind of a group (C1).
type GroupKind string

// The closed list of GroupKind.
const (
	// GroupTroupe: 业余艺术团.
	GroupTroupe GroupKind = "TROUPE"
	// GroupDance: 舞蹈队.
	GroupDance GroupKind = "DANCE"
	// GroupChoir: 合唱队.
	GroupChoir GroupKind = "CHOIR"
	// GroupMusic: 器乐队.
	GroupMusic GroupKind = "MUSIC"
	// GroupOpera: 戏曲队.
	GroupOpera GroupKind = "OPERA"
	// GroupSports: 体育健身队.
	GroupSports GroupKind = "SPORTS"
	// GroupCalligraphy: 书画社.
	GroupCalligraphy GroupKind = "CALLIGRAPHY"
	// GroupVolunteers: 志愿服务队.
	GroupVolunteers GroupKind = "VOLUNTEERS"
	// GroupOthers: 其他.
	GroupOthers GroupKind = "OTHERS"
)

var groupKinds = []GroupKind{GroupTroupe, GroupDance, GroupChoir, GroupMusic, GroupOpera, GroupSports, GroupCalligraphy, GroupVolunteers, GroupOthers}

// Values lists the words for the database.
func (GroupKind) Values() []string { return enum.Strings(groupKinds) }

// MarshalGQL writes the word.
func (v GroupKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *GroupKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, groupKinds)
	return err
}

// PropKind is the kind of a thing of the groups (C3).
type PropKind string

// The closed list of PropKind.
const (
	// PropCostume: 服装.
	PropCostume PropKind = "COSTUME"
	// PropProp: 道具.
	PropProp PropKind = "PROP"
	// PropInstrument: 乐器.
	PropInstrument PropKind = "INSTRUMENT"
	// PropEquipment: 器材.
	PropEquipment PropKind = "EQUIPMENT"
)

var propKinds = []PropKind{PropCostume, PropProp, PropInstrument, PropEquipment}

// Values lists the words for the database.
func (PropKind) Values() []string { return enum.Strings(propKinds) }

// MarshalGQL writes the word.
func (v PropKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *PropKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, propKinds)
	return err
}
