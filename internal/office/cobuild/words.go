// Package cobuild holds the rules of co-building (共建帮扶, P1–P6): the stages of a project, who may pledge, what was pledged and what was delivered.
package cobuild

import (
	"io"

	"xinxing/internal/office/enum"
)

// PartnerKind is the kind of a partner unit (P1).
type PartnerKind string

// The closed list of PartnerKind.
const (
	// PartnerParty: 党群共建.
	PartnerParty PartnerKind = "PARTY"
	// PartnerVillageEnterprise: 村企共建.
	PartnerVillageEnterprise PartnerKind = "VILLAGE_ENTERPRISE"
	// PartnerCommunityEnterprise: 社企共建.
	PartnerCommunityEnterprise PartnerKind = "COMMUNITY_ENTERPRISE"
	// PartnerPolice: 警民共建.
	PartnerPolice PartnerKind = "POLICE"
	// PartnerMilitary: 军民共建.
	PartnerMilitary PartnerKind = "MILITARY"
	// PartnerSchool: 校社共建.
	PartnerSchool PartnerKind = "SCHOOL"
	// PartnerHospital: 医社共建.
	PartnerHospital PartnerKind = "HOSPITAL"
	// PartnerSocial: 社会组织.
	PartnerSocial PartnerKind = "SOCIAL"
	// PartnerGovernment: 机关单位.
	PartnerGovernment PartnerKind = "GOVERNMENT"
)

var partnerKinds = []PartnerKind{PartnerParty, PartnerVillageEnterprise, PartnerCommunityEnterprise, PartnerPolice, PartnerMilitary, PartnerSchool, PartnerHospital, PartnerSocial, PartnerGovernment}

// Values lists the words for the database.
func (PartnerKind) Values() []string { return enum.Strings(partnerKinds) }

// MarshalGQL writes the word.
func (v PartnerKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *PartnerKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, partnerKinds)
	return err
}

// ResourceKind is what a partner can offer, and what is pledged (P1–P3).
type ResourceKind string

// The closed list of ResourceKind.
const (
	// Venue: 场地.
	Venue ResourceKind = "VENUE"
	// Vehicle: 车辆.
	Vehicle ResourceKind = "VEHICLE"
	// Equipment: 设备物资.
	Equipment ResourceKind = "EQUIPMENT"
	// Labour: 人力.
	Labour ResourceKind = "LABOUR"
	// Money: 资金.
	Money ResourceKind = "MONEY"
	// Expertise: 专业服务.
	Expertise ResourceKind = "EXPERTISE"
)

var resourceKinds = []ResourceKind{Venue, Vehicle, Equipment, Labour, Money, Expertise}

// Values lists the words for the database.
func (ResourceKind) Values() []string { return enum.Strings(resourceKinds) }

// MarshalGQL writes the word.
func (v ResourceKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ResourceKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, resourceKinds)
	return err
}

// ProjectKind is the kind of a project (P3).
type ProjectKind string

// The closed list of ProjectKind.
const (
	// ProjectRoad: 道路修缮.
	ProjectRoad ProjectKind = "ROAD"
	// ProjectGreening: 绿化.
	ProjectGreening ProjectKind = "GREENING"
	// ProjectGas: 燃气安装.
	ProjectGas ProjectKind = "GAS"
	// ProjectEstate: 物业管理.
	ProjectEstate ProjectKind = "ESTATE"
	// ProjectOther: 其他.
	ProjectOther ProjectKind = "OTHER"
)

var projectKinds = []ProjectKind{ProjectRoad, ProjectGreening, ProjectGas, ProjectEstate, ProjectOther}

// Values lists the words for the database.
func (ProjectKind) Values() []string { return enum.Strings(projectKinds) }

// MarshalGQL writes the word.
func (v ProjectKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ProjectKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, projectKinds)
	return err
}

// Origin is what a project came from (P3).
type Origin string

// The closed list of Origin.
const (
	// FromCases: 居民诉求.
	FromCases Origin = "CASES"
	// FromPlan: 社区计划.
	FromPlan Origin = "PLAN"
)

var origins = []Origin{FromCases, FromPlan}

// Values lists the words for the database.
func (Origin) Values() []string { return enum.Strings(origins) }

// MarshalGQL writes the word.
func (v Origin) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Origin) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, origins); return err }

// Stage is how far a project has come (P3), in order; Dropped is its other end.
type Stage string

// The closed list of Stage.
const (
	// Proposed: 提出.
	Proposed Stage = "PROPOSED"
	// Agreed: 议定.
	Agreed Stage = "AGREED"
	// UnderWay: 实施.
	UnderWay Stage = "UNDER_WAY"
	// Accepted: 验收.
	Accepted Stage = "ACCEPTED"
	// Closed: 办结.
	Closed Stage = "CLOSED"
	// Dropped: 终止, for a reason.
	Dropped Stage = "DROPPED"
)

var stages = []Stage{Proposed, Agreed, UnderWay, Accepted, Closed, Dropped}

// Values lists the words for the database.
func (Stage) Values() []string { return enum.Strings(stages) }

// MarshalGQL writes the word.
func (v Stage) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Stage) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, stages); return err }

// PictureKind is what a picture of a project or program shows (P3, C2).
type PictureKind string

// The closed list of PictureKind.
const (
	// PictureBefore: 前.
	PictureBefore PictureKind = "BEFORE"
	// PictureDuring: 中.
	PictureDuring PictureKind = "DURING"
	// PictureAfter: 后.
	PictureAfter PictureKind = "AFTER"
)

var pictureKinds = []PictureKind{PictureBefore, PictureDuring, PictureAfter}

// Values lists the words for the database.
func (PictureKind) Values() []string { return enum.Strings(pictureKinds) }

// MarshalGQL writes the word.
func (v PictureKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *PictureKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, pictureKinds)
	return err
}

// TokenKind is whose token it is (P5, R).
type TokenKind string

// The closed list of TokenKind.
const (
	// TokenPartner: 共建单位.
	TokenPartner TokenKind = "PARTNER"
	// TokenReporter: 报表工具.
	TokenReporter TokenKind = "REPORTER"
)

var tokenKinds = []TokenKind{TokenPartner, TokenReporter}

// Values lists the words for the database.
func (TokenKind) Values() []string { return enum.Strings(tokenKinds) }

// MarshalGQL writes the word.
func (v TokenKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *TokenKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, tokenKinds)
	return err
}

// Scope is what a token may do (P5, R).
type Scope string

// The closed list of Scope.
const (
	// ScopeReadProjects: 读参与的和开放的项目.
	ScopeReadProjects Scope = "READ_PROJECTS"
	// ScopePledge: 认领.
	ScopePledge Scope = "PLEDGE"
	// ScopeReportDelivery: 报告兑现.
	ScopeReportDelivery Scope = "REPORT_DELIVERY"
	// ScopeReadAggregates: 读汇总数据.
	ScopeReadAggregates Scope = "READ_AGGREGATES"
)

var scopes = []Scope{ScopeReadProjects, ScopePledge, ScopeReportDelivery, ScopeReadAggregates}

// Values lists the words for the database.
func (Scope) Values() []string { return enum.Strings(scopes) }

// MarshalGQL writes the word.
func (v Scope) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Scope) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, scopes); return err }
