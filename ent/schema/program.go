package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"xinxing/internal/key"
	"xinxing/internal/office/program"
)

// Program is a training class, talk, contest or show (E5, C2): scheduled, with capacity and attendance. Its journal is the office's.
type Program struct{ ent.Schema }

// Mixin of Program.
func (Program) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Program}, Tenant{}} }

// Annotations of Program.
func (Program) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "programs", Checks: map[string]string{
		"program_capacity": "capacity > 0 AND seated >= 0 AND seated <= capacity",
		"program_waiting":  "waiting >= 0",
		"program_span":     "until_at > from_at",
		"program_cost":     "cost_fen >= 0 AND reached >= 0",
	}}}
}

// Fields of Program.
func (Program) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("kind").GoType(program.Kind("")),
		field.String("title").MaxRuneLen(100),
		field.String("pinyin").MaxRuneLen(300).Default(""),
		textField("about"),
		field.String("place").MaxRuneLen(100),
		field.String("organiser_id").MaxLen(40),
		field.String("group_id").MaxLen(40).Optional().Nillable(),
		field.Enum("state").GoType(program.State("")),
		textField("state_reason"),
		field.Int("capacity"),
		// seated counts those who have a place, waiting those on the list; tickets are handed out in order and never again.
		field.Int("seated").Default(0),
		field.Int("waiting").Default(0),
		field.Int("tickets").Default(0),
		// public_enrol: residents enrol by the public page too.
		field.Bool("public_enrol").Default(false),
		field.Time("enrol_until"),
		// from and until span the sessions.
		field.Time("from_at"),
		field.Time("until_at"),
		textField("result"),
		field.Int("cost_fen").Default(0),
		// reached: people who came beside those enrolled (C4).
		field.Int("reached").Default(0),
		field.Int("version").Default(1),
		field.Int("events").Default(0),
		field.String("head").MaxLen(64).Default(""),
	}
}

// Edges of Program.
func (Program) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organiser", Staff.Type).Field("organiser_id").Unique().Required(),
		edge.To("group", Group.Type).Field("group_id").Unique(),
		edge.To("sessions", ProgramSession.Type),
		edge.To("acts", ProgramAct.Type),
	}
}

// Indexes of Program.
func (Program) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("community_id", "from_at", "id"),
		index.Fields("community_id", "state", "from_at", "id"),
	}
}

// ProgramSession is one meeting of a program (场次).
type ProgramSession struct{ ent.Schema }

// Mixin of ProgramSession.
func (ProgramSession) Mixin() []ent.Mixin {
	return []ent.Mixin{Keyed{prefix: key.ProgramSession}, Tenant{}}
}

// Annotations of ProgramSession.
func (ProgramSession) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "program_sessions", Checks: map[string]string{
		"session_span": "until_at > from_at",
	}}}
}

// Fields of ProgramSession.
func (ProgramSession) Fields() []ent.Field {
	return []ent.Field{
		field.String("program_id").MaxLen(40).Immutable(),
		field.Int("number").Immutable(),
		field.Time("from_at"),
		field.Time("until_at"),
		field.String("place").MaxRuneLen(100),
	}
}

// Edges of ProgramSession.
func (ProgramSession) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("program", Program.Type).Ref("sessions").Field("program_id").Unique().Required().Immutable(),
	}
}

// Indexes of ProgramSession.
func (ProgramSession) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("program_id", "number").Unique(),
		index.Fields("community_id", "from_at", "id"),
	}
}

// Enrolment is one person's place or turn on the waiting list (报名、候补, E5). A phone is sealed, looked up by its keyed hash.
type Enrolment struct{ ent.Schema }

// Mixin of Enrolment.
func (Enrolment) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Enrolment}, Tenant{}} }

// Annotations of Enrolment.
func (Enrolment) Annotations() []schema.Annotation {
	return []schema.Annotation{table("enrolments")}
}

// Fields of Enrolment.
func (Enrolment) Fields() []ent.Field {
	return []ent.Field{
		field.String("program_id").MaxLen(40).Immutable(),
		// ticket: the order in which people came.
		field.Int("ticket").Immutable(),
		field.String("resident_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("name").MaxRuneLen(60).Immutable(),
		field.String("phone_sealed").MaxLen(400).Immutable().Sensitive(),
		field.String("phone_mask").MaxLen(40).Immutable(),
		field.String("phone_hash").MaxLen(64).Immutable().Sensitive(),
		field.Enum("way").GoType(program.EnrolWay("")).Immutable(),
		field.Enum("state").GoType(program.EnrolmentState("")),
		field.Time("enrolled_at").Immutable(),
		field.String("enrolled_by_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.Time("seated_at").Optional().Nillable(),
		field.Time("withdrawn_at").Optional().Nillable(),
		// passed and award are the person's result (E5, C2).
		field.Bool("passed").Optional().Nillable(),
		field.String("award").MaxRuneLen(60).Default(""),
	}
}

// Edges of Enrolment.
func (Enrolment) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("program", Program.Type).Field("program_id").Unique().Required().Immutable(),
		edge.To("resident", Resident.Type).Field("resident_id").Unique().Immutable(),
	}
}

// Indexes of Enrolment.
func (Enrolment) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("program_id", "ticket").Unique(),
		index.Fields("program_id", "phone_hash").Unique().StorageKey("enrolment_once").Annotations(entsql.IndexWhere("state <> 'WITHDRAWN'")),
		index.Fields("program_id", "state", "ticket"),
		index.Fields("resident_id"),
		index.Fields("community_id", "id"),
	}
}

// Attendance says that a person was at a session (签到, E5).
type Attendance struct{ ent.Schema }

// Mixin of Attendance.
func (Attendance) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Attendance}, Tenant{}} }

// Annotations of Attendance.
func (Attendance) Annotations() []schema.Annotation {
	return []schema.Annotation{table("attendances")}
}

// Fields of Attendance.
func (Attendance) Fields() []ent.Field {
	return []ent.Field{
		field.String("session_id").MaxLen(40).Immutable(),
		field.String("enrolment_id").MaxLen(40).Immutable(),
		field.Time("at").Immutable(),
		field.Enum("way").GoType(program.CheckIn("")).Immutable(),
		field.String("checked_by_id").MaxLen(40).Optional().Nillable().Immutable(),
	}
}

// Edges of Attendance.
func (Attendance) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("session", ProgramSession.Type).Field("session_id").Unique().Required().Immutable(),
		edge.To("enrolment", Enrolment.Type).Field("enrolment_id").Unique().Required().Immutable(),
	}
}

// Indexes of Attendance.
func (Attendance) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("session_id", "enrolment_id").Unique(),
		index.Fields("community_id", "id"),
	}
}

// Volunteer is somebody's voluntary work at a program (志愿服务时长, C4).
type Volunteer struct{ ent.Schema }

// Mixin of Volunteer.
func (Volunteer) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Volunteer}, Tenant{}} }

// Annotations of Volunteer.
func (Volunteer) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "volunteers", Checks: map[string]string{
		"volunteer_worked": "minutes > 0",
	}}}
}

// Fields of Volunteer.
func (Volunteer) Fields() []ent.Field {
	return []ent.Field{
		field.String("program_id").MaxLen(40).Immutable(),
		field.String("name").MaxRuneLen(60).Immutable(),
		field.String("resident_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.Int("minutes").Immutable(),
		field.Time("recorded_at").Immutable(),
		field.String("recorded_by_id").MaxLen(40).Immutable(),
	}
}

// Edges of Volunteer.
func (Volunteer) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("program", Program.Type).Field("program_id").Unique().Required().Immutable(),
	}
}

// Indexes of Volunteer.
func (Volunteer) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("program_id"),
		index.Fields("community_id", "id"),
	}
}

// ProgramAct is one act of a show (节目, C2).
type ProgramAct struct{ ent.Schema }

// Mixin of ProgramAct.
func (ProgramAct) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.ProgramAct}, Tenant{}} }

// Annotations of ProgramAct.
func (ProgramAct) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "program_acts", Checks: map[string]string{
		"act_minutes": "minutes > 0",
	}}}
}

// Fields of ProgramAct.
func (ProgramAct) Fields() []ent.Field {
	return []ent.Field{
		field.String("program_id").MaxLen(40).Immutable(),
		field.Int("number"),
		field.String("title").MaxRuneLen(100),
		field.String("performers").MaxRuneLen(200).Default(""),
		field.String("group_id").MaxLen(40).Optional().Nillable(),
		field.Int("minutes"),
		field.String("award").MaxRuneLen(60).Default(""),
	}
}

// Edges of ProgramAct.
func (ProgramAct) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("program", Program.Type).Ref("acts").Field("program_id").Unique().Required().Immutable(),
		edge.To("group", Group.Type).Field("group_id").Unique(),
	}
}

// Indexes of ProgramAct.
func (ProgramAct) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("program_id", "number"),
	}
}

// Group is the amateur troupe or another group (业余艺术团, C1). Its journal is the office's.
type Group struct{ ent.Schema }

// Mixin of Group.
func (Group) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Group}, Tenant{}} }

// Annotations of Group.
func (Group) Annotations() []schema.Annotation {
	return []schema.Annotation{table("culture_groups")}
}

// Fields of Group.
func (Group) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").MaxRuneLen(60),
		field.String("pinyin").MaxRuneLen(200).Default(""),
		field.Enum("kind").GoType(program.GroupKind("")),
		textField("about"),
		field.String("contact_id").MaxLen(40),
		field.String("founded_on").MaxLen(10).Default(""),
		field.Time("dissolved_at").Optional().Nillable(),
		field.Int("version").Default(1),
		field.Int("events").Default(0),
		field.String("head").MaxLen(64).Default(""),
	}
}

// Edges of Group.
func (Group) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("contact", Staff.Type).Field("contact_id").Unique().Required(),
		edge.To("members", Member.Type),
	}
}

// Indexes of Group.
func (Group) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("community_id", "name").Unique(),
		index.Fields("community_id", "founded_on", "id"), // the ledger (R)
	}
}

// Member is a member of a group, with a role (队员, C1).
type Member struct{ ent.Schema }

// Mixin of Member.
func (Member) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Member}, Tenant{}} }

// Annotations of Member.
func (Member) Annotations() []schema.Annotation {
	return []schema.Annotation{table("members")}
}

// Fields of Member.
func (Member) Fields() []ent.Field {
	return []ent.Field{
		field.String("group_id").MaxLen(40).Immutable(),
		field.String("resident_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("name").MaxRuneLen(60),
		field.String("pinyin").MaxRuneLen(200).Default(""),
		field.String("role").MaxRuneLen(60).Default(""),
		field.Bool("leads").Default(false),
		field.String("phone_sealed").MaxLen(400).Default("").Sensitive(),
		field.String("phone_mask").MaxLen(40).Default(""),
		field.String("joined_on").MaxLen(10),
		field.String("left_on").MaxLen(10).Default(""),
	}
}

// Edges of Member.
func (Member) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("group", Group.Type).Ref("members").Field("group_id").Unique().Required().Immutable(),
		edge.To("resident", Resident.Type).Field("resident_id").Unique().Immutable(),
	}
}

// Indexes of Member.
func (Member) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("group_id", "left_on", "id"),
		index.Fields("community_id", "id"),
	}
}

// Rehearsal is a rehearsal of a group (排练, C1).
type Rehearsal struct{ ent.Schema }

// Mixin of Rehearsal.
func (Rehearsal) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Rehearsal}, Tenant{}} }

// Annotations of Rehearsal.
func (Rehearsal) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "rehearsals", Checks: map[string]string{
		"rehearsal_span": "until_at > from_at",
	}}}
}

// Fields of Rehearsal.
func (Rehearsal) Fields() []ent.Field {
	return []ent.Field{
		field.String("group_id").MaxLen(40).Immutable(),
		field.Time("from_at"),
		field.Time("until_at"),
		field.String("place").MaxRuneLen(100),
		textField("note"),
		// present: the members who came, by key.
		field.JSON("present", []string{}),
		field.Time("cancelled_at").Optional().Nillable(),
	}
}

// Edges of Rehearsal.
func (Rehearsal) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("group", Group.Type).Field("group_id").Unique().Required().Immutable(),
	}
}

// Indexes of Rehearsal.
func (Rehearsal) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("group_id", "from_at"),
		index.Fields("community_id", "from_at", "id"),
	}
}

// Prop is a lot of costumes or props (服装、道具, C3). Its journal is the office's.
type Prop struct{ ent.Schema }

// Mixin of Prop.
func (Prop) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Prop}, Tenant{}} }

// Annotations of Prop.
func (Prop) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "props", Checks: map[string]string{
		"prop_counts": "quantity > 0 AND lent >= 0 AND missing >= 0 AND lent + missing <= quantity",
		"prop_cost":   "cost_fen >= 0",
	}}}
}

// Fields of Prop.
func (Prop) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("kind").GoType(program.PropKind("")),
		field.String("name").MaxRuneLen(100),
		field.String("pinyin").MaxRuneLen(300).Default(""),
		field.String("group_id").MaxLen(40).Optional().Nillable(),
		field.Int("quantity"),
		// lent are out now, missing did not come back.
		field.Int("lent").Default(0),
		field.Int("missing").Default(0),
		field.Int("cost_fen"),
		field.String("invoice_no").MaxRuneLen(60).Default(""),
		field.String("bought_on").MaxLen(10),
		field.String("owner").MaxRuneLen(60),
		field.String("kept_at").MaxRuneLen(100),
		field.Int("version").Default(1),
		field.Int("events").Default(0),
		field.String("head").MaxLen(64).Default(""),
	}
}

// Edges of Prop.
func (Prop) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("group", Group.Type).Field("group_id").Unique(),
	}
}

// Indexes of Prop.
func (Prop) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("community_id", "id"),
	}
}

// PropLoan lends things to somebody (领用, C3): returned, or missing.
type PropLoan struct{ ent.Schema }

// Mixin of PropLoan.
func (PropLoan) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.PropLoan}, Tenant{}} }

// Annotations of PropLoan.
func (PropLoan) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "prop_loans", Checks: map[string]string{
		"loan_counts":            "quantity > 0 AND returned >= 0 AND missing >= 0 AND returned + missing <= quantity",
		"loan_closed_when_whole": "closed_at IS NULL AND returned + missing < quantity OR closed_at IS NOT NULL AND returned + missing = quantity",
	}}}
}

// Fields of PropLoan.
func (PropLoan) Fields() []ent.Field {
	return []ent.Field{
		field.String("prop_id").MaxLen(40).Immutable(),
		field.String("member_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("to_name").MaxRuneLen(60).Immutable(),
		field.Int("quantity").Immutable(),
		field.Time("lent_at").Immutable(),
		field.String("lent_by_id").MaxLen(40).Immutable(),
		field.String("due_on").MaxLen(10).Immutable(),
		field.Int("returned").Default(0),
		field.Int("missing").Default(0),
		field.Time("closed_at").Optional().Nillable(),
		textField("note"),
	}
}

// Edges of PropLoan.
func (PropLoan) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("prop", Prop.Type).Field("prop_id").Unique().Required().Immutable(),
		edge.To("member", Member.Type).Field("member_id").Unique().Immutable(),
	}
}

// Indexes of PropLoan.
func (PropLoan) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("prop_id", "closed_at"),
		index.Fields("community_id", "id"),
	}
}
