// Package employment holds the rules of the re-employment green channel (再就业绿色通道, E1–E7): which openings fit a job-seeker and why, the steps of a referral, when to follow up.
package employment

import (
	"io"

	"xinxing/internal/office/enum"
)

// Situation is why somebody looks for work (E1).
type Situation string

// The closed list of Situation.
const (
	// Unemployed: 登记失业人员.
	Unemployed Situation = "UNEMPLOYED"
	// Hardship: 就业困难人员.
	Hardship Situation = "HARDSHIP"
	// ZeroEmploymentFamily: 零就业家庭成员.
	ZeroEmploymentFamily Situation = "ZERO_EMPLOYMENT_FAMILY"
	// Aged: 大龄人员（4050）.
	Aged Situation = "AGED"
	// Disabled: 残疾人员.
	Disabled Situation = "DISABLED"
	// Veteran: 退役军人.
	Veteran Situation = "VETERAN"
	// Graduate: 离校未就业毕业生.
	Graduate Situation = "GRADUATE"
	// Migrant: 外来务工人员.
	Migrant Situation = "MIGRANT"
	// LowIncome: 低保家庭成员.
	LowIncome Situation = "LOW_INCOME"
)

var situations = []Situation{Unemployed, Hardship, ZeroEmploymentFamily, Aged, Disabled, Veteran, Graduate, Migrant, LowIncome}

// Values lists the words for the database.
func (Situation) Values() []string { return enum.Strings(situations) }

// MarshalGQL writes the word.
func (v Situation) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Situation) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, situations)
	return err
}

// Residence tells where the residence is registered; neither is a reason to refuse (E1).
type Residence string

// The closed list of Residence.
const (
	// ResidenceLocal: 本地户籍.
	ResidenceLocal Residence = "LOCAL"
	// ResidenceElsewhere: 外地户籍.
	ResidenceElsewhere Residence = "ELSEWHERE"
)

var residences = []Residence{ResidenceLocal, ResidenceElsewhere}

// Values lists the words for the database.
func (Residence) Values() []string { return enum.Strings(residences) }

// MarshalGQL writes the word.
func (v Residence) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Residence) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, residences)
	return err
}

// SeekerState is what became of a job-seeker (E1).
type SeekerState string

// The closed list of SeekerState.
const (
	// SeekerSeeking: 求职中.
	SeekerSeeking SeekerState = "SEEKING"
	// SeekerEmployed: 已就业.
	SeekerEmployed SeekerState = "EMPLOYED"
	// SeekerLeft: 已退出, for a reason.
	SeekerLeft SeekerState = "LEFT"
)

var seekerStates = []SeekerState{SeekerSeeking, SeekerEmployed, SeekerLeft}

// Values lists the words for the database.
func (SeekerState) Values() []string { return enum.Strings(seekerStates) }

// MarshalGQL writes the word.
func (v SeekerState) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *SeekerState) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, seekerStates)
	return err
}

// Obstacle is what keeps a person from some work, and what some work asks of a person (E1, E4).
type Obstacle string

// The closed list of Obstacle.
const (
	// NightShift: 夜班: cannot, or is asked for.
	NightShift Obstacle = "NIGHT_SHIFT"
	// HeavyWork: 重体力.
	HeavyWork Obstacle = "HEAVY_WORK"
	// Standing: 久站.
	Standing Obstacle = "STANDING"
	// Travel: 出差、外勤.
	Travel Obstacle = "TRAVEL"
	// FullDay: 全天在岗.
	FullDay Obstacle = "FULL_DAY"
	// Weekend: 周末班.
	Weekend Obstacle = "WEEKEND"
	// Reading: 读写要求.
	Reading Obstacle = "READING"
	// Computer: 电脑操作.
	Computer Obstacle = "COMPUTER"
	// Height: 高处作业.
	Height Obstacle = "HEIGHT"
)

var obstacles = []Obstacle{NightShift, HeavyWork, Standing, Travel, FullDay, Weekend, Reading, Computer, Height}

// Values lists the words for the database.
func (Obstacle) Values() []string { return enum.Strings(obstacles) }

// MarshalGQL writes the word.
func (v Obstacle) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Obstacle) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, obstacles)
	return err
}

// Sector is the sector of an opening; the third sector is marked (E3).
type Sector string

// The closed list of Sector.
const (
	// SectorFarming: 第一产业.
	SectorFarming Sector = "FARMING"
	// SectorIndustry: 第二产业.
	SectorIndustry Sector = "INDUSTRY"
	// SectorCommerce: 批发零售（第三产业）.
	SectorCommerce Sector = "COMMERCE"
	// SectorCatering: 住宿餐饮（第三产业）.
	SectorCatering Sector = "CATERING"
	// SectorHousekeeping: 家政服务（第三产业）.
	SectorHousekeeping Sector = "HOUSEKEEPING"
	// SectorCare: 养老托育（第三产业）.
	SectorCare Sector = "CARE"
	// SectorLogistics: 物流配送（第三产业）.
	SectorLogistics Sector = "LOGISTICS"
	// SectorProperty: 物业保安（第三产业）.
	SectorProperty Sector = "PROPERTY"
	// SectorPublicWelfare: 公益性岗位（第三产业）.
	SectorPublicWelfare Sector = "PUBLIC_WELFARE"
	// SectorOtherService: 其他服务业（第三产业）.
	SectorOtherService Sector = "OTHER_SERVICE"
)

var sectors = []Sector{SectorFarming, SectorIndustry, SectorCommerce, SectorCatering, SectorHousekeeping, SectorCare, SectorLogistics, SectorProperty, SectorPublicWelfare, SectorOtherService}

// Values lists the words for the database.
func (Sector) Values() []string { return enum.Strings(sectors) }

// MarshalGQL writes the word.
func (v Sector) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Sector) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, sectors); return err }

// Hours is the kind of working hours of an opening, and what a person wishes (E3, E4).
type Hours string

// The closed list of Hours.
const (
	// HoursFullTime: 全日制.
	HoursFullTime Hours = "FULL_TIME"
	// HoursPartTime: 非全日制.
	HoursPartTime Hours = "PART_TIME"
	// HoursFlexible: 灵活就业.
	HoursFlexible Hours = "FLEXIBLE"
	// HoursShifts: 轮班.
	HoursShifts Hours = "SHIFTS"
)

var hourKinds = []Hours{HoursFullTime, HoursPartTime, HoursFlexible, HoursShifts}

// Values lists the words for the database.
func (Hours) Values() []string { return enum.Strings(hourKinds) }

// MarshalGQL writes the word.
func (v Hours) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Hours) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, hourKinds); return err }

// ReferralState is how far a referral has come (E4).
type ReferralState string

// The closed list of ReferralState.
const (
	// ReferralReferred: 已推荐.
	ReferralReferred ReferralState = "REFERRED"
	// ReferralInterview: 已约面试.
	ReferralInterview ReferralState = "INTERVIEW"
	// ReferralHired: 已录用.
	ReferralHired ReferralState = "HIRED"
	// ReferralNotHired: 未录用, for a reason.
	ReferralNotHired ReferralState = "NOT_HIRED"
	// ReferralDeclined: 本人放弃, for a reason.
	ReferralDeclined ReferralState = "DECLINED"
)

var referralStates = []ReferralState{ReferralReferred, ReferralInterview, ReferralHired, ReferralNotHired, ReferralDeclined}

// Values lists the words for the database.
func (ReferralState) Values() []string { return enum.Strings(referralStates) }

// MarshalGQL writes the word.
func (v ReferralState) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ReferralState) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, referralStates)
	return err
}

// TalkWay is how a talk was held (E2).
type TalkWay string

// The closed list of TalkWay.
const (
	// TalkVisit: 当面.
	TalkVisit TalkWay = "VISIT"
	// TalkPhone: 电话.
	TalkPhone TalkWay = "PHONE"
	// TalkHome: 入户.
	TalkHome TalkWay = "HOME"
	// TalkOnline: 线上.
	TalkOnline TalkWay = "ONLINE"
)

var talkWays = []TalkWay{TalkVisit, TalkPhone, TalkHome, TalkOnline}

// Values lists the words for the database.
func (TalkWay) Values() []string { return enum.Strings(talkWays) }

// MarshalGQL writes the word.
func (v TalkWay) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *TalkWay) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, talkWays)
	return err
}

var reasonCodes = []ReasonCode{ReasonSkill, ReasonSkillMissing, ReasonTitle, ReasonSector, ReasonPlace, ReasonHours, ReasonPay, ReasonPayBelow, ReasonObstacle}

// Values lists the words for the database.
func (ReasonCode) Values() []string { return enum.Strings(reasonCodes) }

// MarshalGQL writes the word.
func (v ReasonCode) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ReasonCode) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, reasonCodes)
	return err
}
