package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"xinxing/internal/key"
	"xinxing/internal/office/cobuild"
)

// Partner is a unit that builds with the community (共建单位, P1). Its journal is the office's.
type Partner struct{ ent.Schema }

// Mixin of Partner.
func (Partner) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Partner}, Tenant{}} }

// Annotations of Partner.
func (Partner) Annotations() []schema.Annotation {
	return []schema.Annotation{table("partners")}
}

// Fields of Partner.
func (Partner) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").MaxRuneLen(100),
		field.String("pinyin").MaxRuneLen(300).Default(""),
		field.Enum("kind").GoType(cobuild.PartnerKind("")),
		field.String("address").MaxRuneLen(200).Default(""),
		textField("about"),
		field.JSON("offers", []cobuild.ResourceKind{}),
		field.String("agreement_no").MaxRuneLen(60).Default(""),
		field.String("agreed_on").MaxLen(10).Default(""),
		field.String("agreed_until").MaxLen(10).Default(""),
		textField("agreement"),
		field.Time("left_at").Optional().Nillable(),
		field.Int("version").Default(1),
		field.Int("events").Default(0),
		field.String("head").MaxLen(64).Default(""),
	}
}

// Edges of Partner.
func (Partner) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("contacts", PartnerContact.Type),
	}
}

// Indexes of Partner.
func (Partner) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("community_id", "name").Unique(),
		index.Fields("community_id", "agreed_on", "id"), // the ledger (R)
	}
}

// PartnerContact is a person of a partner (联系人, P1). The phone is sealed.
type PartnerContact struct{ ent.Schema }

// Mixin of PartnerContact.
func (PartnerContact) Mixin() []ent.Mixin {
	return []ent.Mixin{Keyed{prefix: key.PartnerContact}, Tenant{}}
}

// Annotations of PartnerContact.
func (PartnerContact) Annotations() []schema.Annotation {
	return []schema.Annotation{table("partner_contacts")}
}

// Fields of PartnerContact.
func (PartnerContact) Fields() []ent.Field {
	return []ent.Field{
		field.String("partner_id").MaxLen(40).Immutable(),
		field.String("name").MaxRuneLen(60).Immutable(),
		field.String("title").MaxRuneLen(60).Default("").Immutable(),
		field.String("phone_sealed").MaxLen(400).Default("").Immutable().Sensitive(),
		field.String("phone_mask").MaxLen(40).Default("").Immutable(),
		field.Time("removed_at").Optional().Nillable(),
	}
}

// Edges of PartnerContact.
func (PartnerContact) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("partner", Partner.Type).Ref("contacts").Field("partner_id").Unique().Required().Immutable(),
	}
}

// Indexes of PartnerContact.
func (PartnerContact) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("partner_id"),
		index.Fields("community_id", "id"),
	}
}

// Resource is what a partner, or the community itself, shares (共享资源, P2). Its journal tells who booked it.
type Resource struct{ ent.Schema }

// Mixin of Resource.
func (Resource) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Resource}, Tenant{}} }

// Annotations of Resource.
func (Resource) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "resources", Checks: map[string]string{
		"resource_quantity": "quantity > 0",
	}}}
}

// Fields of Resource.
func (Resource) Fields() []ent.Field {
	return []ent.Field{
		field.String("partner_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.Enum("kind").GoType(cobuild.ResourceKind("")),
		field.String("name").MaxRuneLen(100),
		field.String("pinyin").MaxRuneLen(300).Default(""),
		textField("about"),
		field.String("place").MaxRuneLen(100).Default(""),
		field.Int("quantity").Default(1),
		field.String("unit").MaxRuneLen(20).Default(""),
		field.Time("removed_at").Optional().Nillable(),
		field.Int("version").Default(1),
		field.Int("events").Default(0),
		field.String("head").MaxLen(64).Default(""),
	}
}

// Edges of Resource.
func (Resource) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("partner", Partner.Type).Field("partner_id").Unique().Immutable(),
	}
}

// Indexes of Resource.
func (Resource) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("community_id", "id"),
		index.Fields("partner_id"),
	}
}

// Booking keeps a resource for a time (预约, P2): the database lets no two overlap.
type Booking struct{ ent.Schema }

// Mixin of Booking.
func (Booking) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Booking}, Tenant{}} }

// Annotations of Booking.
func (Booking) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "bookings", Checks: map[string]string{
		"booking_span":   "until_at > from_at",
		"booking_of_one": "project_id IS NULL OR program_id IS NULL",
	}}}
}

// Fields of Booking.
func (Booking) Fields() []ent.Field {
	return []ent.Field{
		field.String("resource_id").MaxLen(40).Immutable(),
		field.Time("from_at").Immutable(),
		field.Time("until_at").Immutable(),
		field.String("purpose").MaxRuneLen(200).Immutable(),
		field.String("project_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("program_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.Time("booked_at").Immutable(),
		field.String("booked_by_id").MaxLen(40).Immutable(),
		// holds: false once it was cancelled.
		field.Bool("holds").Default(true),
		field.Time("cancelled_at").Optional().Nillable(),
		field.String("cancelled_by_id").MaxLen(40).Optional().Nillable(),
	}
}

// Edges of Booking.
func (Booking) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("resource", Resource.Type).Field("resource_id").Unique().Required().Immutable(),
		edge.To("project", Project.Type).Field("project_id").Unique().Immutable(),
		edge.To("program", Program.Type).Field("program_id").Unique().Immutable(),
	}
}

// Indexes of Booking.
func (Booking) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("resource_id", "from_at"),
		index.Fields("community_id", "from_at", "id"),
		index.Fields("program_id"),
		index.Fields("project_id"),
	}
}

// Project is a co-building project (共建项目, P3). Its journal is the office's.
type Project struct{ ent.Schema }

// Mixin of Project.
func (Project) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Project}, Tenant{}} }

// Annotations of Project.
func (Project) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "projects", Checks: map[string]string{
		"project_money":   "budget_fen >= 0 AND cost_fen >= 0 AND residents >= 0",
		"project_planned": "planned_until >= planned_from",
	}}}
}

// Fields of Project.
func (Project) Fields() []ent.Field {
	return []ent.Field{
		field.String("number").MaxLen(20).Immutable(),
		field.String("title").MaxRuneLen(100),
		field.String("pinyin").MaxRuneLen(300).Default(""),
		field.Enum("kind").GoType(cobuild.ProjectKind("")),
		field.Enum("origin").GoType(cobuild.Origin("")).Immutable(),
		field.Enum("stage").GoType(cobuild.Stage("")),
		textField("stage_reason"),
		field.Time("stage_at"),
		// open_to_join: partners that do not take part yet may pledge (P5).
		field.Bool("open_to_join").Default(false),
		// published: shown on the public pages.
		field.Bool("published").Default(false),
		textField("about"),
		field.String("place").MaxRuneLen(100),
		field.String("lead_id").MaxLen(40),
		field.String("planned_from").MaxLen(10),
		field.String("planned_until").MaxLen(10),
		field.Int("budget_fen").Default(0),
		field.Int("cost_fen").Default(0),
		// residents: how many took part (P6).
		field.Int("residents").Default(0),
		textField("outcome"),
		field.Time("proposed_at").Immutable(),
		field.String("proposed_by_id").MaxLen(40).Immutable(),
		field.Time("ended_at").Optional().Nillable(),
		field.Int("version").Default(1),
		field.Int("events").Default(0),
		field.String("head").MaxLen(64).Default(""),
	}
}

// Edges of Project.
func (Project) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("lead", Staff.Type).Field("lead_id").Unique().Required(),
		edge.To("tasks", ProjectTask.Type),
		edge.To("pledges", Pledge.Type),
		edge.To("partners", ProjectPartner.Type),
		edge.To("cases", CaseProject.Type),
	}
}

// Indexes of Project.
func (Project) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("community_id", "number").Unique(),
		index.Fields("community_id", "stage", "stage_at", "id"),
		index.Fields("community_id", "proposed_at", "id"),
	}
}

// ProjectPartner says that a partner takes part in a project (P3, P5).
type ProjectPartner struct{ ent.Schema }

// Mixin of ProjectPartner.
func (ProjectPartner) Mixin() []ent.Mixin {
	return []ent.Mixin{Keyed{prefix: key.ProjectPartner}, Tenant{}}
}

// Annotations of ProjectPartner.
func (ProjectPartner) Annotations() []schema.Annotation {
	return []schema.Annotation{table("project_partners")}
}

// Fields of ProjectPartner.
func (ProjectPartner) Fields() []ent.Field {
	return []ent.Field{
		field.String("project_id").MaxLen(40).Immutable(),
		field.String("partner_id").MaxLen(40).Immutable(),
		field.Time("joined_at").Immutable(),
	}
}

// Edges of ProjectPartner.
func (ProjectPartner) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("project", Project.Type).Ref("partners").Field("project_id").Unique().Required().Immutable(),
		edge.To("partner", Partner.Type).Field("partner_id").Unique().Required().Immutable(),
	}
}

// Indexes of ProjectPartner.
func (ProjectPartner) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("project_id", "partner_id").Unique(),
		index.Fields("partner_id"),
		index.Fields("community_id", "id"),
	}
}

// ProjectTask is a task of a project with its owner and date (P3): a member of staff or a partner.
type ProjectTask struct{ ent.Schema }

// Mixin of ProjectTask.
func (ProjectTask) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.ProjectTask}, Tenant{}} }

// Annotations of ProjectTask.
func (ProjectTask) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "project_tasks", Checks: map[string]string{
		"task_has_one_owner": "owner_id IS NULL AND partner_id IS NOT NULL OR owner_id IS NOT NULL AND partner_id IS NULL",
	}}}
}

// Fields of ProjectTask.
func (ProjectTask) Fields() []ent.Field {
	return []ent.Field{
		field.String("project_id").MaxLen(40).Immutable(),
		field.Int("number").Immutable(),
		field.String("title").MaxRuneLen(200),
		field.String("owner_id").MaxLen(40).Optional().Nillable(),
		field.String("partner_id").MaxLen(40).Optional().Nillable(),
		field.String("due_on").MaxLen(10),
		field.Time("done_at").Optional().Nillable(),
		textField("done_note"),
		field.Time("removed_at").Optional().Nillable(),
	}
}

// Edges of ProjectTask.
func (ProjectTask) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("project", Project.Type).Ref("tasks").Field("project_id").Unique().Required().Immutable(),
		edge.To("owner", Staff.Type).Field("owner_id").Unique(),
		edge.To("partner", Partner.Type).Field("partner_id").Unique(),
	}
}

// Indexes of ProjectTask.
func (ProjectTask) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("project_id", "number").Unique(),
	}
}

// Pledge is what a partner promises to a project (认领, P3, P5).
type Pledge struct{ ent.Schema }

// Mixin of Pledge.
func (Pledge) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Pledge}, Tenant{}} }

// Annotations of Pledge.
func (Pledge) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "pledges", Checks: map[string]string{
		"pledge_is_something": "quantity > 0 AND worth_fen >= 0 AND delivered >= 0",
		"pledge_by_one":       "pledged_by_id IS NULL AND token_id IS NOT NULL OR pledged_by_id IS NOT NULL AND token_id IS NULL",
	}}}
}

// Fields of Pledge.
func (Pledge) Fields() []ent.Field {
	return []ent.Field{
		field.String("project_id").MaxLen(40).Immutable(),
		field.String("partner_id").MaxLen(40).Immutable(),
		field.Enum("kind").GoType(cobuild.ResourceKind("")).Immutable(),
		field.String("what").MaxRuneLen(200).Immutable(),
		// quantity in unit; of money it is yuan and unit 元.
		field.Int("quantity").Immutable(),
		field.String("unit").MaxRuneLen(20).Immutable(),
		// worth_fen: what it is worth, as the partner estimates.
		field.Int("worth_fen").Default(0).Immutable(),
		field.Time("pledged_at").Immutable(),
		// by a member of staff for the partner, or by the partner itself with a token.
		field.String("pledged_by_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("token_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.Int("delivered").Default(0),
		field.Time("withdrawn_at").Optional().Nillable(),
		textField("withdrawn_reason"),
		field.Int("version").Default(1),
	}
}

// Edges of Pledge.
func (Pledge) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("project", Project.Type).Ref("pledges").Field("project_id").Unique().Required().Immutable(),
		edge.To("partner", Partner.Type).Field("partner_id").Unique().Required().Immutable(),
		edge.To("deliveries", Delivery.Type),
	}
}

// Indexes of Pledge.
func (Pledge) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("project_id", "id"),
		index.Fields("partner_id", "pledged_at"),
	}
}

// Delivery is what was really delivered of a pledge, with proof (兑现, P3, P5); it counts when the community confirmed it.
type Delivery struct{ ent.Schema }

// Mixin of Delivery.
func (Delivery) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Delivery}, Tenant{}} }

// Annotations of Delivery.
func (Delivery) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "deliveries", Checks: map[string]string{
		"delivery_is_something": "quantity > 0 AND worth_fen >= 0",
		"delivery_by_one":       "reported_by_id IS NULL AND token_id IS NOT NULL OR reported_by_id IS NOT NULL AND token_id IS NULL",
	}}}
}

// Fields of Delivery.
func (Delivery) Fields() []ent.Field {
	return []ent.Field{
		field.String("pledge_id").MaxLen(40).Immutable(),
		field.String("project_id").MaxLen(40).Immutable(),
		field.String("partner_id").MaxLen(40).Immutable(),
		field.Int("quantity").Immutable(),
		field.Int("worth_fen").Default(0).Immutable(),
		field.String("delivered_on").MaxLen(10).Immutable(),
		field.Text("proof").Immutable(),
		field.Time("reported_at").Immutable(),
		field.String("reported_by_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("token_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.Time("decided_at").Optional().Nillable(),
		field.String("decided_by_id").MaxLen(40).Optional().Nillable(),
		field.Bool("confirmed").Optional().Nillable(),
		textField("decision_reason"),
	}
}

// Edges of Delivery.
func (Delivery) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("pledge", Pledge.Type).Ref("deliveries").Field("pledge_id").Unique().Required().Immutable(),
	}
}

// Indexes of Delivery.
func (Delivery) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("pledge_id", "id"),
		index.Fields("project_id"),
		index.Fields("partner_id", "delivered_on"),
	}
}

// Participation counts the residents who took part in a project on a day, and their voluntary work (P6, C4).
type Participation struct{ ent.Schema }

// Mixin of Participation.
func (Participation) Mixin() []ent.Mixin {
	return []ent.Mixin{Keyed{prefix: key.Participation}, Tenant{}}
}

// Annotations of Participation.
func (Participation) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "participations", Checks: map[string]string{
		"participation_is_something": "residents > 0 AND minutes >= 0",
	}}}
}

// Fields of Participation.
func (Participation) Fields() []ent.Field {
	return []ent.Field{
		field.String("project_id").MaxLen(40).Immutable(),
		field.String("date").MaxLen(10).Immutable(),
		field.Int("residents").Immutable(),
		field.Int("minutes").Default(0).Immutable(),
		field.Text("note").Default("").Immutable(),
		field.Time("recorded_at").Immutable(),
		field.String("recorded_by_id").MaxLen(40).Immutable(),
	}
}

// Edges of Participation.
func (Participation) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("project", Project.Type).Field("project_id").Unique().Required().Immutable(),
	}
}

// Indexes of Participation.
func (Participation) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("project_id", "date"),
	}
}

// CaseProject answers a case by a project (P4): the resident sees its progress; the case's promise stays.
type CaseProject struct{ ent.Schema }

// Mixin of CaseProject.
func (CaseProject) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.CaseProject}, Tenant{}} }

// Annotations of CaseProject.
func (CaseProject) Annotations() []schema.Annotation {
	return []schema.Annotation{table("case_projects")}
}

// Fields of CaseProject.
func (CaseProject) Fields() []ent.Field {
	return []ent.Field{
		field.String("case_id").MaxLen(40).Immutable(),
		field.String("project_id").MaxLen(40).Immutable(),
		field.Time("linked_at").Immutable(),
		field.String("linked_by_id").MaxLen(40).Immutable(),
	}
}

// Edges of CaseProject.
func (CaseProject) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("project", Project.Type).Ref("cases").Field("project_id").Unique().Required().Immutable(),
		edge.To("case", CaseFile.Type).Field("case_id").Unique().Required().Immutable(),
	}
}

// Indexes of CaseProject.
func (CaseProject) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("case_id", "project_id").Unique(),
		index.Fields("community_id", "id"),
	}
}

// Picture shows a project or program before, during or after (P3, C2). What it holds lies in the store of files until it is removed.
type Picture struct{ ent.Schema }

// Mixin of Picture.
func (Picture) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Picture}, Tenant{}} }

// Annotations of Picture.
func (Picture) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "pictures", Checks: map[string]string{
		"picture_of_one": "project_id IS NULL AND program_id IS NOT NULL OR project_id IS NOT NULL AND program_id IS NULL",
	}}}
}

// Fields of Picture.
func (Picture) Fields() []ent.Field {
	return []ent.Field{
		field.String("project_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("program_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.Enum("kind").GoType(cobuild.PictureKind("")).Immutable(),
		field.String("caption").MaxRuneLen(100).Immutable(),
		// published: shown on the public pages.
		field.Bool("published").Default(false),
		field.String("name").MaxRuneLen(120).Immutable(),
		field.String("format").MaxLen(20).Immutable(),
		field.Int("size").Immutable(),
		field.String("digest").MaxLen(64).Immutable(),
		field.String("stored_as").MaxLen(200).Immutable().Sensitive(),
		field.Int("width").Immutable(),
		field.Int("height").Immutable(),
		field.Time("taken_in_at").Immutable(),
		field.String("taken_in_by_id").MaxLen(40).Immutable(),
		field.Time("removed_at").Optional().Nillable(),
		field.String("removed_by_id").MaxLen(40).Optional().Nillable(),
	}
}

// Edges of Picture.
func (Picture) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("project", Project.Type).Field("project_id").Unique().Immutable(),
		edge.To("program", Program.Type).Field("program_id").Unique().Immutable(),
	}
}

// Indexes of Picture.
func (Picture) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("project_id"),
		index.Fields("program_id"),
		index.Fields("community_id", "id"),
	}
}

// APIToken lets a partner or the reporting tool in (令牌, P5, R); its value is kept as a hash only.
type APIToken struct{ ent.Schema }

// Mixin of APIToken.
func (APIToken) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.APIToken}, Tenant{}} }

// Annotations of APIToken.
func (APIToken) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "api_tokens", Checks: map[string]string{
		"token_of_whom": "kind = 'PARTNER' AND partner_id IS NOT NULL OR kind <> 'PARTNER' AND partner_id IS NULL",
	}}}
}

// Fields of APIToken.
func (APIToken) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("kind").GoType(cobuild.TokenKind("")).Immutable(),
		field.String("partner_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("name").MaxRuneLen(60).Immutable(),
		field.JSON("scopes", []cobuild.Scope{}).Immutable(),
		// communities are those that a reporter's token was granted; empty for the own one alone.
		field.JSON("communities", []string{}).Default([]string{}).Immutable(),
		field.String("token_hash").MaxLen(64).Unique().Immutable().Sensitive(),
		// hint: its last four characters, to know one from another.
		field.String("hint").MaxLen(8).Immutable(),
		field.Time("made_at").Immutable(),
		field.String("made_by_id").MaxLen(40).Immutable(),
		field.Time("expires_at").Immutable(),
		field.Time("revoked_at").Optional().Nillable(),
		field.String("revoked_by_id").MaxLen(40).Optional().Nillable(),
		field.Time("last_used_at").Optional().Nillable(),
	}
}

// Edges of APIToken.
func (APIToken) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("partner", Partner.Type).Field("partner_id").Unique().Immutable(),
	}
}

// Indexes of APIToken.
func (APIToken) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("community_id", "made_at", "id"),
	}
}

// TokenRead is one request by a token: who read what, when (P5); append-only.
type TokenRead struct{ ent.Schema }

// Mixin of TokenRead.
func (TokenRead) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.TokenRead}, Tenant{}} }

// Annotations of TokenRead.
func (TokenRead) Annotations() []schema.Annotation {
	return []schema.Annotation{table("token_reads")}
}

// Fields of TokenRead.
func (TokenRead) Fields() []ent.Field {
	return []ent.Field{
		field.String("token_id").MaxLen(40).Immutable(),
		field.String("partner_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.Time("at").Immutable(),
		field.String("operation").MaxRuneLen(100).Immutable(),
		// fields: the fields of the query root and of mutations that were asked for; records: the keys that were given out.
		field.JSON("fields", []string{}).Immutable(),
		field.JSON("records", []string{}).Immutable(),
		field.Int("errors").Default(0).Immutable(),
	}
}

// Edges of TokenRead.
func (TokenRead) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("token", APIToken.Type).Field("token_id").Unique().Required().Immutable(),
	}
}

// Indexes of TokenRead.
func (TokenRead) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("token_id", "at", "id"),
	}
}
