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
	"xinxing/internal/office/employment"
)

// JobSeeker is the file of somebody who looks for work (求职登记, E1); one for each resident. Its journal is the office's: case_events with this record's key.
type JobSeeker struct{ ent.Schema }

// Mixin of JobSeeker.
func (JobSeeker) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.JobSeeker}, Tenant{}} }

// Annotations of JobSeeker.
func (JobSeeker) Annotations() []schema.Annotation {
	return []schema.Annotation{table("job_seekers")}
}

// Fields of JobSeeker.
func (JobSeeker) Fields() []ent.Field {
	return []ent.Field{
		field.String("resident_id").MaxLen(40).Immutable(),
		field.String("counsellor_id").MaxLen(40),
		field.Time("registered_at").Immutable(),
		field.String("registered_by_id").MaxLen(40).Immutable(),
		field.JSON("situations", []employment.Situation{}),
		field.Enum("residence").GoType(employment.Residence("")),
		field.JSON("skills", []string{}),
		field.JSON("wishes", employment.Wishes{}),
		field.JSON("obstacles", []employment.Obstacle{}),
		field.JSON("benefits", []string{}),
		// consented_at: when the person agreed that the file is kept and shown to employers' contacts (E1).
		field.Time("consented_at").Optional().Nillable(),
		textField("note"),
		field.Enum("state").GoType(employment.SeekerState("")),
		textField("state_reason"),
		field.Time("state_at"),
		field.Int("version").Default(1),
		field.Int("events").Default(0),
		field.String("head").MaxLen(64).Default(""),
	}
}

// Edges of JobSeeker.
func (JobSeeker) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("resident", Resident.Type).Field("resident_id").Unique().Required().Immutable(),
		edge.To("counsellor", Staff.Type).Field("counsellor_id").Unique().Required(),
	}
}

// Indexes of JobSeeker.
func (JobSeeker) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("resident_id").Unique(),
		index.Fields("community_id", "state", "registered_at", "id"),
		index.Fields("community_id", "registered_at", "id"), // the ledger (R)
		index.Fields("community_id", "counsellor_id", "state", "id"),
	}
}

// Counselling is a talk with a job-seeker (转变择业观念, E2): what was advised, the next step and its date.
type Counselling struct{ ent.Schema }

// Mixin of Counselling.
func (Counselling) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Counselling}, Tenant{}} }

// Annotations of Counselling.
func (Counselling) Annotations() []schema.Annotation {
	return []schema.Annotation{table("counsellings")}
}

// Fields of Counselling.
func (Counselling) Fields() []ent.Field {
	return []ent.Field{
		field.String("job_seeker_id").MaxLen(40).Immutable(),
		field.String("talked_by_id").MaxLen(40).Immutable(),
		field.Time("held_at").Immutable(),
		field.Enum("way").GoType(employment.TalkWay("")).Immutable(),
		field.Text("advised").Immutable(),
		field.Text("next_step").Default("").Immutable(),
		field.String("next_on").MaxLen(10).Default("").Immutable(),
		field.Time("recorded_at").Immutable(),
		field.Time("done_at").Optional().Nillable(),
		textField("done_result"),
		field.String("done_by_id").MaxLen(40).Optional().Nillable(),
	}
}

// Edges of Counselling.
func (Counselling) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("job_seeker", JobSeeker.Type).Field("job_seeker_id").Unique().Required().Immutable(),
	}
}

// Indexes of Counselling.
func (Counselling) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("job_seeker_id", "held_at"),
		index.Fields("community_id", "id"),
	}
}

// Opening is work that an employer or partner offers (岗位信息, E3). Its journal is the office's.
type Opening struct{ ent.Schema }

// Mixin of Opening.
func (Opening) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Opening}, Tenant{}} }

// Annotations of Opening.
func (Opening) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "openings", Checks: map[string]string{
		"opening_pay":    "pay_min_fen >= 0 AND pay_max_fen >= pay_min_fen",
		"opening_people": "headcount > 0 AND hired >= 0 AND hired <= headcount",
	}}}
}

// Fields of Opening.
func (Opening) Fields() []ent.Field {
	return []ent.Field{
		field.String("title").MaxRuneLen(100),
		field.String("pinyin").MaxRuneLen(300).Default(""),
		field.String("employer").MaxRuneLen(100),
		field.String("partner_id").MaxLen(40).Optional().Nillable(),
		field.Enum("sector").GoType(employment.Sector("")),
		field.String("place").MaxRuneLen(100),
		field.Int("pay_min_fen"),
		field.Int("pay_max_fen"),
		field.Int("headcount"),
		field.Int("hired").Default(0),
		field.Enum("hours").GoType(employment.Hours("")),
		field.JSON("skills", []string{}),
		field.JSON("demands", []employment.Obstacle{}),
		textField("about"),
		field.String("contact_name").MaxRuneLen(60).Default(""),
		field.String("contact_phone").MaxRuneLen(60).Default(""),
		// expires_on: the last day on which it is offered.
		field.String("expires_on").MaxLen(10),
		field.Time("entered_at").Immutable(),
		field.String("entered_by_id").MaxLen(40).Immutable(),
		field.Time("closed_at").Optional().Nillable(),
		textField("closed_reason"),
		field.Int("version").Default(1),
		field.Int("events").Default(0),
		field.String("head").MaxLen(64).Default(""),
	}
}

// Edges of Opening.
func (Opening) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("partner", Partner.Type).Field("partner_id").Unique(),
	}
}

// Indexes of Opening.
func (Opening) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("community_id", "expires_on", "id"),
		index.Fields("community_id", "entered_at", "id"),
	}
}

// Referral sends a job-seeker to an opening (推荐, E4). Its steps stand in the job-seeker's journal.
type Referral struct{ ent.Schema }

// Mixin of Referral.
func (Referral) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Referral}, Tenant{}} }

// Annotations of Referral.
func (Referral) Annotations() []schema.Annotation {
	return []schema.Annotation{table("referrals")}
}

// Fields of Referral.
func (Referral) Fields() []ent.Field {
	return []ent.Field{
		field.String("job_seeker_id").MaxLen(40).Immutable(),
		field.String("opening_id").MaxLen(40).Immutable(),
		field.Enum("state").GoType(employment.ReferralState("")),
		field.Time("referred_at").Immutable(),
		field.String("referred_by_id").MaxLen(40).Immutable(),
		// score and reasons are what the rule said when the person was referred.
		field.Int("score").Immutable(),
		field.JSON("reasons", []employment.Reason{}).Immutable(),
		field.Time("interview_at").Optional().Nillable(),
		field.Time("decided_at").Optional().Nillable(),
		textField("reason"),
		field.String("started_on").MaxLen(10).Default(""),
		field.Int("version").Default(1),
	}
}

// Edges of Referral.
func (Referral) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("job_seeker", JobSeeker.Type).Field("job_seeker_id").Unique().Required().Immutable(),
		edge.To("opening", Opening.Type).Field("opening_id").Unique().Required().Immutable(),
		edge.To("follow_ups", FollowUp.Type),
	}
}

// Indexes of Referral.
func (Referral) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("job_seeker_id", "opening_id").Unique().StorageKey("referral_once").Annotations(entsql.IndexWhere("state IN ('REFERRED', 'INTERVIEW', 'HIRED')")),
		index.Fields("opening_id", "state"),
		index.Fields("community_id", "id"),
	}
}

// FollowUp looks after 1, 3 and 6 months whether the person still has the work (E4, E7).
type FollowUp struct{ ent.Schema }

// Mixin of FollowUp.
func (FollowUp) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.FollowUp}, Tenant{}} }

// Annotations of FollowUp.
func (FollowUp) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "follow_ups", Checks: map[string]string{
		"follow_up_months": "months IN (1, 3, 6)",
		"follow_up_says":   "done_at IS NULL AND employed IS NULL OR done_at IS NOT NULL AND employed IS NOT NULL",
	}}}
}

// Fields of FollowUp.
func (FollowUp) Fields() []ent.Field {
	return []ent.Field{
		field.String("referral_id").MaxLen(40).Immutable(),
		field.String("job_seeker_id").MaxLen(40).Immutable(),
		field.Int("months").Immutable(),
		field.String("due_on").MaxLen(10).Immutable(),
		field.Time("done_at").Optional().Nillable(),
		field.String("done_by_id").MaxLen(40).Optional().Nillable(),
		field.Bool("employed").Optional().Nillable(),
		textField("note"),
	}
}

// Edges of FollowUp.
func (FollowUp) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("referral", Referral.Type).Ref("follow_ups").Field("referral_id").Unique().Required().Immutable(),
		edge.To("job_seeker", JobSeeker.Type).Field("job_seeker_id").Unique().Required().Immutable(),
	}
}

// Indexes of FollowUp.
func (FollowUp) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("referral_id", "months").Unique(),
		index.Fields("community_id", "due_on", "id"),
		index.Fields("job_seeker_id", "due_on"),
	}
}

// Reminder is something that comes back to somebody on a day (E2, E4, P3): falls once, as an entry of the record's journal addressed to the person.
type Reminder struct{ ent.Schema }

// Mixin of Reminder.
func (Reminder) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Reminder}, Tenant{}} }

// Annotations of Reminder.
func (Reminder) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "reminders", Checks: map[string]string{
		"reminder_fired_is_not_pending": "fired_at IS NULL OR NOT pending",
	}}}
}

// Fields of Reminder.
func (Reminder) Fields() []ent.Field {
	return []ent.Field{
		field.String("record_id").MaxLen(40).Immutable(),
		// subject: the talk, follow-up or task that it is about.
		field.String("subject_id").MaxLen(40).Immutable(),
		field.Enum("kind").GoType(casework.EventKind("")).Immutable(),
		field.String("staff_id").MaxLen(40),
		field.Time("at"),
		field.Time("fired_at").Optional().Nillable(),
		field.Bool("pending").Default(true),
	}
}

// Indexes of Reminder.
func (Reminder) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("subject_id", "kind").Unique(),
		index.Fields("at", "id").StorageKey("reminder_next").Annotations(entsql.IndexWhere("pending")),
		index.Fields("record_id"),
	}
}
