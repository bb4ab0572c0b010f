package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"xinxing/internal/key"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
)

// Community is a neighbourhood office, or the subdistrict above several; the tenant of every record.
type Community struct{ ent.Schema }

// Mixin of Community.
func (Community) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Community}} }

// Annotations of Community.
func (Community) Annotations() []schema.Annotation {
	return []schema.Annotation{table("communities")}
}

// Fields of Community.
func (Community) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").MaxRuneLen(100),
		field.String("parent_id").MaxLen(40).Optional().Nillable(),
		field.String("time_zone").MaxLen(64).Default("Asia/Shanghai"),
		field.JSON("hours", workday.Hours{}),
		field.JSON("limits", casework.Limits{}),
		field.JSON("disclosure", casework.Disclosure{}).Default(casework.Disclosure{}),
		// ref_version moves with every change of staff, posts, items, departments or calendar; every act reads it
		// in its transaction, so that an act and such a change can never pass each other unseen.
		field.Int("ref_version").Default(1),
	}
}

// Staff is a member of the office.
type Staff struct{ ent.Schema }

// Mixin of Staff.
func (Staff) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Staff}, Tenant{}} }

// Annotations of Staff.
func (Staff) Annotations() []schema.Annotation { return []schema.Annotation{table("staff")} }

// Fields of Staff.
func (Staff) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").MaxRuneLen(100),
		field.String("pinyin").MaxRuneLen(200).Default(""),
		field.String("title").MaxRuneLen(100).Default(""),
		field.String("login").MaxLen(64).Unique(),
		field.String("password_hash").MaxLen(200).Sensitive(),
		field.JSON("roles", []duty.Role{}),
		// left_at: when the person left the office. Whether somebody is on duty is computed (B2) and stands nowhere.
		field.Time("left_at").Optional().Nillable(),
		field.String("superior_id").MaxLen(40).Optional().Nillable(),
	}
}

// Indexes of Staff.
func (Staff) Indexes() []ent.Index { return []ent.Index{index.Fields("community_id", "pinyin", "id")} }

// Session is a signed-in browser; the cookie's value is kept as a hash only.
type Session struct{ ent.Schema }

// Mixin of Session.
func (Session) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Session}} }

// Annotations of Session.
func (Session) Annotations() []schema.Annotation { return []schema.Annotation{table("sessions")} }

// Fields of Session.
func (Session) Fields() []ent.Field {
	return []ent.Field{
		field.String("token_hash").MaxLen(64).Unique().Immutable().Sensitive(),
		field.String("staff_id").MaxLen(40).Immutable(),
		field.Time("created_at").Immutable(),
		field.Time("expires_at"),
	}
}

// Edges of Session.
func (Session) Edges() []ent.Edge {
	return []ent.Edge{edge.To("staff", Staff.Type).Field("staff_id").Unique().Required().Immutable()}
}

// Indexes of Session.
func (Session) Indexes() []ent.Index {
	return []ent.Index{index.Fields("expires_at"), index.Fields("staff_id")}
}

// SignInAttempt counts failed sign-ins by name, whether an account of that name exists or not, so that a lockout
// tells nothing about it.
type SignInAttempt struct{ ent.Schema }

// Mixin of SignInAttempt.
func (SignInAttempt) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Attempt}} }

// Annotations of SignInAttempt.
func (SignInAttempt) Annotations() []schema.Annotation {
	return []schema.Annotation{table("sign_in_attempts")}
}

// Fields of SignInAttempt.
func (SignInAttempt) Fields() []ent.Field {
	return []ent.Field{
		field.String("login_hash").MaxLen(64).Unique().Immutable(),
		field.Int("failures").Default(0),
		field.Time("last_at"),
		field.Time("locked_until").Optional().Nillable(),
	}
}

// Post is a window or duty; A answers, B stands in (B1).
type Post struct{ ent.Schema }

// Mixin of Post.
func (Post) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Post}, Tenant{}} }

// Annotations of Post.
func (Post) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "posts", Checks: map[string]string{"post_a_is_not_b": "a_id <> b_id"}}}
}

// Fields of Post.
func (Post) Fields() []ent.Field {
	return []ent.Field{
		field.String("code").MaxLen(40),
		field.String("name").MaxRuneLen(100),
		textField("duties"),
		field.String("window").MaxRuneLen(40).Default(""),
		field.String("a_id").MaxLen(40),
		field.String("b_id").MaxLen(40),
		// What A must master and B must know (B8).
		field.JSON("a_must_master", []string{}).Default([]string{}),
		field.JSON("b_must_know", []string{}).Default([]string{}),
		field.Int("version").Default(1),
	}
}

// Edges of Post.
func (Post) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("a", Staff.Type).Field("a_id").Unique().Required(),
		edge.To("b", Staff.Type).Field("b_id").Unique().Required(),
	}
}

// Indexes of Post.
func (Post) Indexes() []ent.Index { return []ent.Index{index.Fields("community_id", "code").Unique()} }

// Department is a functional department of the directory (F7, Q2).
type Department struct{ ent.Schema }

// Mixin of Department.
func (Department) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Department}, Tenant{}} }

// Annotations of Department.
func (Department) Annotations() []schema.Annotation { return []schema.Annotation{table("departments")} }

// Fields of Department.
func (Department) Fields() []ent.Field {
	return []ent.Field{
		field.String("code").MaxLen(40),
		field.String("name").MaxRuneLen(100),
		field.String("pinyin").MaxRuneLen(200).Default(""),
		field.String("address").MaxRuneLen(200),
		field.String("phone").MaxRuneLen(60),
		field.String("hours").MaxRuneLen(200),
		field.String("website").MaxRuneLen(200),
		textField("duties"),
	}
}

// Indexes of Department.
func (Department) Indexes() []ent.Index {
	return []ent.Index{index.Fields("community_id", "code").Unique()}
}

// Item is one version of an entry of the catalogue; a case keeps the version it was opened under (Q4).
type Item struct{ ent.Schema }

// Mixin of Item.
func (Item) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Item}, Tenant{}} }

// Annotations of Item.
func (Item) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "items", Checks: map[string]string{
		"item_limit":            "limit_days >= 0 AND limit_days <= 400",
		"item_registration_cap": "kind <> 'REGISTRATION' OR limit_days BETWEEN 1 AND 7",
	}}}
}

// Fields of Item. All but retired_from are fixed once published.
func (Item) Fields() []ent.Field {
	return []ent.Field{
		field.String("code").MaxLen(40).Immutable(),
		field.Int("version").Immutable(),
		field.String("name").MaxRuneLen(100).Immutable(),
		field.String("pinyin").MaxRuneLen(300).Default("").Immutable(),
		field.Enum("kind").GoType(casework.ItemKind("")).Immutable(),
		field.Int("limit_days").Immutable(),
		field.Bool("immediate").Default(false).Immutable(),
		field.String("post_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("department_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("fee").MaxLen(20).Default("0.00").Immutable(),
		field.JSON("channels", []casework.Channel{}).Immutable(),
		field.JSON("materials", []casework.Material{}).Immutable(),
		field.JSON("steps", []string{}).Immutable(),
		field.Text("legal_basis").Default("").Immutable(),
		field.Int("max_extensions").Default(0).Immutable(),
		field.Int("max_extension_days").Default(0).Immutable(),
		field.String("valid_from").MaxLen(10).Immutable(),
		field.String("retired_from").MaxLen(10).Optional().Nillable(),
	}
}

// Edges of Item.
func (Item) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("post", Post.Type).Field("post_id").Unique().Immutable(),
		edge.To("department", Department.Type).Field("department_id").Unique().Immutable(),
	}
}

// Indexes of Item.
func (Item) Indexes() []ent.Index {
	return []ent.Index{index.Fields("community_id", "code", "version").Unique()}
}

// PublicFile is a file that the office publishes: a portrait of a member of staff, or a blank form of an item (Q5, B3).
// What it holds lies in the store of files under its key until it is removed.
type PublicFile struct{ ent.Schema }

// Mixin of PublicFile.
func (PublicFile) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.PublicFile}, Tenant{}} }

// Annotations of PublicFile.
func (PublicFile) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "public_files", Checks: map[string]string{
		"public_file_of": "kind = 'PORTRAIT' AND staff_id IS NOT NULL AND item_code IS NULL OR kind = 'FORM' AND staff_id IS NULL AND item_code IS NOT NULL",
	}}}
}

// Fields of PublicFile; all but its removal are fixed. A form is of every version of the item's code.
func (PublicFile) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("kind").GoType(casework.PublicFileKind("")).Immutable(),
		field.String("staff_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("item_code").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("title").MaxRuneLen(100).Immutable(),
		field.String("name").MaxRuneLen(120).Immutable(),
		field.String("format").MaxLen(20).Immutable(),
		field.Int("size").Immutable(),
		field.String("digest").MaxLen(64).Immutable(),
		field.String("stored_as").MaxLen(200).Immutable().Sensitive(),
		field.Int("width").Default(0).Immutable(),
		field.Int("height").Default(0).Immutable(),
		field.Time("published_at").Immutable(),
		field.String("published_by_id").MaxLen(40).Immutable(),
		field.Time("removed_at").Optional().Nillable(),
		field.String("removed_by_id").MaxLen(40).Optional().Nillable(),
	}
}

// Edges of PublicFile.
func (PublicFile) Edges() []ent.Edge {
	return []ent.Edge{edge.To("staff", Staff.Type).Field("staff_id").Unique().Immutable()}
}

// Indexes of PublicFile: a person has one portrait at a time.
func (PublicFile) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("community_id", "removed_at"),
		index.Fields("staff_id").Unique().Annotations(entsql.IndexWhere("removed_at IS NULL")),
	}
}

// CalendarNotice is one yearly notice of the State Council, the same for every community.
type CalendarNotice struct{ ent.Schema }

// Mixin of CalendarNotice.
func (CalendarNotice) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Notice}} }

// Annotations of CalendarNotice.
func (CalendarNotice) Annotations() []schema.Annotation {
	return []schema.Annotation{table("calendar_notices")}
}

// Fields of CalendarNotice.
func (CalendarNotice) Fields() []ent.Field {
	return []ent.Field{
		field.Int("year").Unique(),
		field.JSON("notice", workday.Notice{}),
	}
}

// LocalDay is a dated row that the director added to the office's calendar.
type LocalDay struct{ ent.Schema }

// Mixin of LocalDay.
func (LocalDay) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.LocalDay}, Tenant{}} }

// Annotations of LocalDay.
func (LocalDay) Annotations() []schema.Annotation { return []schema.Annotation{table("local_days")} }

// Fields of LocalDay.
func (LocalDay) Fields() []ent.Field {
	return []ent.Field{
		field.String("date").MaxLen(10),
		field.Enum("kind").GoType(workday.RowKind("")),
		field.String("name").MaxRuneLen(100),
		field.String("source").MaxRuneLen(200),
	}
}

// Indexes of LocalDay.
func (LocalDay) Indexes() []ent.Index {
	return []ent.Index{index.Fields("community_id", "date").Unique()}
}

// Fact is one fact about this database: that it is a demo, where its rehearsal clock stands.
type Fact struct{ ent.Schema }

// Annotations of Fact.
func (Fact) Annotations() []schema.Annotation { return []schema.Annotation{table("facts")} }

// Fields of Fact.
func (Fact) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").MaxLen(40).Immutable(),
		field.String("value").MaxLen(400),
	}
}

// Absence is a time in which a member of staff is away or suspended (B4–B7, A7). Who is on duty is computed from these
// (B2). Its journal is the office's: case_events with this record's key.
type Absence struct{ ent.Schema }

// Mixin of Absence.
func (Absence) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Absence}, Tenant{}} }

// Annotations of Absence.
func (Absence) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "absences", Checks: map[string]string{"absence_ends_later": "until_at IS NULL OR until_at >= from_at"}}}
}

// Fields of Absence.
func (Absence) Fields() []ent.Field {
	return []ent.Field{
		field.String("staff_id").MaxLen(40).Immutable(),
		field.Enum("kind").GoType(duty.AbsenceKind("")).Immutable(),
		field.Time("from_at").Immutable(),
		// until_at: not included; nil until it is known. It moves when the person comes back earlier.
		field.Time("until_at").Optional().Nillable(),
		field.Text("reason").Default("").Immutable(),
		field.String("asked_by_id").MaxLen(40).Immutable(),
		field.Time("asked_at").Immutable(),
		field.Enum("state").GoType(duty.AbsenceState("")),
		field.String("decided_by_id").MaxLen(40).Optional().Nillable(),
		field.Time("decided_at").Optional().Nillable(),
		textField("decision_reason"),
		// next_at: when the program has the next thing to do about it: it begins, it ends, the list is missing.
		field.Time("next_at").Optional().Nillable(),
		// note_due_at: by when the missing hand-over list of an emergency must be there (B5).
		field.Time("note_due_at").Optional().Nillable(),
		field.Int("version").Default(1),
		field.Int("events").Default(0),
		field.String("head").MaxLen(64).Default(""),
	}
}

// Edges of Absence.
func (Absence) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("staff", Staff.Type).Field("staff_id").Unique().Required().Immutable(),
		edge.To("lists", PostHandOver.Type),
	}
}

// Indexes of Absence.
func (Absence) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("community_id", "state", "from_at"), index.Fields("community_id", "from_at", "id"), index.Fields("staff_id", "from_at"),
		index.Fields("next_at", "id").StorageKey("absence_next").Annotations(entsql.IndexWhere("next_at IS NOT NULL")),
	}
}

// AbsencePost is the claim of an absence on a post: the database lets no two claims on one post overlap (B6). A
// suspension claims none: it is nobody's wish.
type AbsencePost struct{ ent.Schema }

// Mixin of AbsencePost.
func (AbsencePost) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.AbsencePost}, Tenant{}} }

// Annotations of AbsencePost.
func (AbsencePost) Annotations() []schema.Annotation {
	return []schema.Annotation{table("absence_posts")}
}

// Fields of AbsencePost.
func (AbsencePost) Fields() []ent.Field {
	return []ent.Field{
		field.String("absence_id").MaxLen(40).Immutable(),
		field.String("post_id").MaxLen(40).Immutable(),
		field.String("staff_id").MaxLen(40).Immutable(),
		field.Time("from_at").Immutable(),
		field.Time("until_at").Optional().Nillable(),
		// holds: false once the absence was refused, withdrawn or lapsed.
		field.Bool("holds").Default(true),
	}
}

// Edges of AbsencePost.
func (AbsencePost) Edges() []ent.Edge {
	return []ent.Edge{edge.To("absence", Absence.Type).Field("absence_id").Unique().Required().Immutable()}
}

// Indexes of AbsencePost.
func (AbsencePost) Indexes() []ent.Index {
	return []ent.Index{index.Fields("absence_id"), index.Fields("post_id", "from_at")}
}

// PostHandOver is a hand-over list (离岗交接单): what one person takes over from another for an absence, of one post or of
// the cases that belong to none (B4, B5), and what was done meanwhile (B7).
type PostHandOver struct{ ent.Schema }

// Mixin of PostHandOver.
func (PostHandOver) Mixin() []ent.Mixin {
	return []ent.Mixin{Keyed{prefix: key.PostHandOver}, Tenant{}}
}

// Annotations of PostHandOver.
func (PostHandOver) Annotations() []schema.Annotation {
	return []schema.Annotation{table("post_hand_overs")}
}

// Fields of PostHandOver.
func (PostHandOver) Fields() []ent.Field {
	return []ent.Field{
		field.String("absence_id").MaxLen(40).Immutable(),
		field.String("post_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("from_id").MaxLen(40).Immutable(),
		field.String("to_id").MaxLen(40),
		field.JSON("lines", []duty.Line{}).Optional(),
		field.JSON("things", []duty.Thing{}).Optional(),
		textField("note"),
		field.Time("written_at").Optional().Nillable(),
		field.Time("accepted_at").Optional().Nillable(),
	}
}

// Edges of PostHandOver.
func (PostHandOver) Edges() []ent.Edge {
	return []ent.Edge{edge.From("absence", Absence.Type).Ref("lists").Field("absence_id").Unique().Required().Immutable()}
}

// Indexes of PostHandOver.
func (PostHandOver) Indexes() []ent.Index {
	return []ent.Index{index.Fields("absence_id"), index.Fields("to_id", "absence_id")}
}

// Study is a training or a test of what a post wants of its A or B (业务学习, B8).
type Study struct{ ent.Schema }

// Mixin of Study.
func (Study) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Study}, Tenant{}} }

// Annotations of Study.
func (Study) Annotations() []schema.Annotation { return []schema.Annotation{table("studies")} }

// Fields of Study.
func (Study) Fields() []ent.Field {
	return []ent.Field{
		field.String("post_id").MaxLen(40).Immutable(),
		field.String("staff_id").MaxLen(40).Immutable(),
		// subject: one of those that the post names.
		field.String("subject").MaxRuneLen(300).Immutable(),
		field.Enum("kind").GoType(duty.StudyKind("")).Immutable(),
		field.String("date").MaxLen(10).Immutable(),
		// passed: of a test; a training that was attended counts as passed.
		field.Bool("passed").Immutable(),
		field.Text("note").Default("").Immutable(),
		field.Time("recorded_at").Immutable(),
		field.String("recorded_by_id").MaxLen(40).Immutable(),
	}
}

// Edges of Study.
func (Study) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("post", Post.Type).Field("post_id").Unique().Required().Immutable(),
		edge.To("staff", Staff.Type).Field("staff_id").Unique().Required().Immutable(),
	}
}

// Indexes of Study.
func (Study) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("post_id", "staff_id"), index.Fields("community_id", "id"),
		index.Fields("community_id", "date", "id"), // the ledger (R)
	}
}
