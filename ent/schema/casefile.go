package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"xinxing/internal/key"
	"xinxing/internal/office/accountability"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
)

// CaseFile is a case (办件); `Case` in the API, `cases` in the database (a Go keyword keeps the name from ent).
type CaseFile struct{ ent.Schema }

// Mixin of CaseFile.
func (CaseFile) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Case}, Tenant{}} }

// Annotations of CaseFile.
func (CaseFile) Annotations() []schema.Annotation { return []schema.Annotation{table("cases")} }

// Fields of CaseFile. The first responder and the contact are immutable (F1).
func (CaseFile) Fields() []ent.Field {
	return []ent.Field{
		field.String("receipt_no").MaxLen(20).Immutable(),
		field.Enum("status").GoType(casework.Status("")),
		field.Bool("open").Default(true),
		field.Enum("channel").GoType(casework.Channel("")).Immutable(),
		field.Time("contact_at").Immutable(),
		field.Time("opened_at").Immutable(),
		field.Time("closed_at").Optional().Nillable(),
		field.String("first_responder_id").MaxLen(40).Immutable(),
		// holder has custody; responsible answers now: the same person, or by rule the stand-in or superior.
		field.String("holder_id").MaxLen(40),
		field.Enum("holder_role").GoType(duty.HolderRole("")),
		field.String("responsible_id").MaxLen(40),
		field.Enum("responsible_role").GoType(duty.HolderRole("")),
		field.Bool("anonymous").Default(false).Immutable(),
		field.String("resident_id").MaxLen(40).Optional().Nillable(),
		field.String("contact_way_sealed").MaxLen(600).Default("").Sensitive(),
		field.String("contact_way_mask").MaxLen(60).Default(""),
		field.String("item_id").MaxLen(40).Optional().Nillable(),
		field.String("item_code").MaxLen(40).Default(""),
		field.String("post_id").MaxLen(40).Optional().Nillable(),
		textField("situation"),
		textField("demand"),
		textField("outcome"),
		field.String("department_id").MaxLen(40).Optional().Nillable(),
		field.Enum("clock").GoType(casework.ClockKind("")),
		field.Time("clock_from"),
		field.Time("due_at"),
		field.Bool("provisional").Default(false),
		// green: of a registered job-seeker (E6). queue_at is its place in the queue: due_at, or for a green case the start of the due day.
		field.Bool("green").Default(false),
		field.Time("queue_at"),
		// soon_at is the instant from which the case counts as due soon; a list filters by it without arithmetic.
		field.Time("soon_at"),
		field.Bool("extended").Default(false),
		field.Int("extensions_used").Default(0),
		field.Time("materials_complete_at").Optional().Nillable(),
		field.JSON("missing_materials", []string{}).Default([]string{}),
		field.String("promise_id").MaxLen(40).Optional().Nillable(),
		field.Int("promises_made").Default(0),
		// What waits on the case, kept beside it so that a list needs no look-up to tell what its reader may do.
		field.String("offer_to_id").MaxLen(40).Optional().Nillable(),
		field.String("report_to_id").MaxLen(40).Optional().Nillable(),
		field.String("extension_by_id").MaxLen(40).Optional().Nillable(),
		field.Enum("extension_state").GoType(casework.ExtensionState("")).Optional().Nillable(),
		field.Time("call_back_asked_at").Optional().Nillable(),
		textField("call_back_result"),
		// matter tells a service from a supervision matter, which is confidential: whom it is about never sees it.
		field.Enum("matter").GoType(casework.Matter("")).Default(string(casework.MatterService)).Immutable(),
		field.Enum("topic").GoType(casework.ComplaintTopic("")).Optional().Nillable().Immutable(),
		field.String("about_id").MaxLen(40).Optional().Nillable(),
		field.String("about_case_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.Bool("upheld").Optional().Nillable(),
		// What stands beside the case, counted here so that a rule needs no look-up.
		field.Int("notices").Default(0),
		field.Int("pieces").Default(0),
		field.Int("pieces_held").Default(0),
		field.Int("charged_fen").Default(0),
		// tally is what the figures need to know of the journal so far (R).
		field.JSON("tally", reporting.State{}).Default(reporting.State{}),
		// events counts the journal's entries of this case; head is the hash of the last one.
		field.Int("events").Default(0),
		field.String("head").MaxLen(64).Default(""),
		field.Int("version").Default(1),
	}
}

// Edges of CaseFile.
func (CaseFile) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("first_responder", Staff.Type).Field("first_responder_id").Unique().Required().Immutable(),
		edge.To("holder", Staff.Type).Field("holder_id").Unique().Required(),
		edge.To("responsible", Staff.Type).Field("responsible_id").Unique().Required(),
		edge.To("resident", Resident.Type).Field("resident_id").Unique(),
		edge.To("item", Item.Type).Field("item_id").Unique(),
		edge.To("post", Post.Type).Field("post_id").Unique(),
		edge.To("department", Department.Type).Field("department_id").Unique(),
		edge.To("promise", Promise.Type).Field("promise_id").Unique(),
	}
}

// Indexes of CaseFile.
func (CaseFile) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("community_id", "receipt_no").Unique(),
		index.Fields("community_id", "open", "queue_at", "id"),
		index.Fields("community_id", "responsible_id", "open", "queue_at", "id"),
		index.Fields("community_id", "queue_at", "id"),
		// All that the totals count, of the open cases only.
		index.Fields("community_id", "due_at", "responsible_id", "offer_to_id", "report_to_id", "extension_state", "extension_by_id",
			"matter", "about_id", "holder_id").
			StorageKey("case_open_totals").Annotations(entsql.IndexWhere("open")),
		index.Fields("community_id", "holder_id", "open"),
		index.Fields("community_id", "contact_at", "id"),
		index.Fields("community_id", "resident_id", "contact_at"),
		// The guards look the few confidential cases up for every record that stands beside a case.
		index.Fields("community_id", "about_id").StorageKey("case_supervision").Annotations(entsql.IndexWhere("matter <> 'SERVICE'")),
	}
}

// Promise is an instant told to the resident (承诺时限); never edited, only followed by another (T4, T5).
type Promise struct{ ent.Schema }

// Mixin of Promise.
func (Promise) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Promise}, Tenant{}} }

// Annotations of Promise.
func (Promise) Annotations() []schema.Annotation { return []schema.Annotation{table("promises")} }

// Fields of Promise; all but result are fixed.
func (Promise) Fields() []ent.Field {
	return []ent.Field{
		field.String("case_id").MaxLen(40).Immutable(),
		field.Int("number").Immutable(),
		field.Enum("origin").GoType(casework.PromiseOrigin("")).Immutable(),
		field.Time("made_at").Immutable(),
		field.String("made_by_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.Time("start_at").Immutable(),
		field.Int("working_days").Immutable(),
		field.Time("due_at").Immutable(),
		field.Bool("provisional").Default(false).Immutable(),
		field.Time("told_at").Immutable(),
		field.Enum("told_way").GoType(casework.TellWay("")).Immutable(),
		field.JSON("explanation", workday.Explanation{}).Immutable(),
		field.Enum("result").GoType(casework.PromiseResult("")).Optional().Nillable(),
	}
}

// Indexes of Promise.
func (Promise) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("case_id", "number").Unique(),
	}
}

// HandOver is an offer of custody with its explanation (F10).
type HandOver struct{ ent.Schema }

// Mixin of HandOver.
func (HandOver) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.HandOver}, Tenant{}} }

// Annotations of HandOver.
func (HandOver) Annotations() []schema.Annotation { return []schema.Annotation{table("hand_overs")} }

// Fields of HandOver.
func (HandOver) Fields() []ent.Field {
	return []ent.Field{
		field.String("case_id").MaxLen(40).Immutable(),
		field.String("from_id").MaxLen(40).Immutable(),
		field.String("to_id").MaxLen(40).Immutable(),
		field.Text("explanation").Immutable(),
		field.Time("offered_at").Immutable(),
		field.Time("answer_by").Immutable(),
		field.Enum("state").GoType(casework.HandOverState("")),
		field.Time("answered_at").Optional().Nillable(),
		textField("return_reason"),
	}
}

// Edges of HandOver.
func (HandOver) Edges() []ent.Edge {
	return []ent.Edge{edge.To("case", CaseFile.Type).Field("case_id").Unique().Required().Immutable()}
}

// Indexes of HandOver. One offer at a time on a case: the database itself says so.
func (HandOver) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("case_id", "offered_at"),
		index.Fields("case_id").Unique().StorageKey("hand_over_one_offer").Annotations(entsql.IndexWhere("state = 'OFFERED'")),
		index.Fields("community_id", "to_id", "state", "offered_at"),
		index.Fields("community_id", "offered_at", "id"), // the ledger (R)
	}
}

// UpReport is a case reported to the superior (F6).
type UpReport struct{ ent.Schema }

// Mixin of UpReport.
func (UpReport) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.UpReport}, Tenant{}} }

// Annotations of UpReport.
func (UpReport) Annotations() []schema.Annotation { return []schema.Annotation{table("up_reports")} }

// Fields of UpReport.
func (UpReport) Fields() []ent.Field {
	return []ent.Field{
		field.String("case_id").MaxLen(40).Immutable(),
		field.String("reporter_id").MaxLen(40).Immutable(),
		field.String("superior_id").MaxLen(40),
		field.Text("reason").Immutable(),
		field.Time("reported_at").Immutable(),
		field.Time("decide_by").Immutable(),
		field.Enum("state").GoType(casework.ReportState("")),
		field.Time("decided_at").Optional().Nillable(),
		field.String("decided_by_id").MaxLen(40).Optional().Nillable(),
		textField("instructions"),
	}
}

// Edges of UpReport.
func (UpReport) Edges() []ent.Edge {
	return []ent.Edge{edge.To("case", CaseFile.Type).Field("case_id").Unique().Required().Immutable()}
}

// Indexes of UpReport.
func (UpReport) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("case_id", "reported_at"),
		index.Fields("case_id").Unique().StorageKey("up_report_one_waiting").Annotations(entsql.IndexWhere("state = 'WAITING'")),
		index.Fields("community_id", "superior_id", "state", "reported_at"),
	}
}

// Extension is a request for a later promise (延时, T5).
type Extension struct{ ent.Schema }

// Mixin of Extension.
func (Extension) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Extension}, Tenant{}} }

// Annotations of Extension.
func (Extension) Annotations() []schema.Annotation { return []schema.Annotation{table("extensions")} }

// Fields of Extension.
func (Extension) Fields() []ent.Field {
	return []ent.Field{
		field.String("case_id").MaxLen(40).Immutable(),
		field.String("asked_by_id").MaxLen(40).Immutable(),
		field.Time("asked_at").Immutable(),
		field.Text("reason").Immutable(),
		field.Int("working_days").Immutable(),
		field.Time("old_due_at").Immutable(),
		field.Time("new_due_at"),
		field.Enum("state").GoType(casework.ExtensionState("")),
		field.String("decided_by_id").MaxLen(40).Optional().Nillable(),
		field.Time("decided_at").Optional().Nillable(),
		textField("decision_reason"),
		field.Time("told_at").Optional().Nillable(),
		field.String("told_by_id").MaxLen(40).Optional().Nillable(),
		field.Enum("told_way").GoType(casework.TellWay("")).Optional().Nillable(),
	}
}

// Edges of Extension.
func (Extension) Edges() []ent.Edge {
	return []ent.Edge{edge.To("case", CaseFile.Type).Field("case_id").Unique().Required().Immutable()}
}

// Indexes of Extension. One running request on a case.
func (Extension) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("case_id", "asked_at"),
		index.Fields("case_id").Unique().StorageKey("extension_one_running").Annotations(entsql.IndexWhere("state IN ('REQUESTED', 'APPROVED')")),
		index.Fields("community_id", "state", "asked_at"),
		index.Fields("community_id", "asked_at", "id"), // the ledger (R)
	}
}

// Breach is an entry of the accountability register: a found failure of duty with its facts (F9), and what became of it (A4).
type Breach struct{ ent.Schema }

// Mixin of Breach.
func (Breach) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Breach}, Tenant{}} }

// Annotations of Breach.
func (Breach) Annotations() []schema.Annotation { return []schema.Annotation{table("breaches")} }

// Fields of Breach. What was found is fixed; the rest follows it.
func (Breach) Fields() []ent.Field {
	return []ent.Field{
		// A breach may be about no case: a missing hand-over list, a gift, a record of leadership.
		field.String("case_id").MaxLen(40).Optional().Immutable(),
		field.Enum("kind").GoType(casework.BreachKind("")).Immutable(),
		field.String("clause").MaxLen(10).Immutable(),
		field.String("person_id").MaxLen(40).Immutable(),
		field.Time("found_at").Immutable(),
		field.String("reported_by_id").MaxLen(40).Optional().Nillable().Immutable(),
		// found_by is the alarm that found it: one breach an alarm, whatever happens.
		field.String("alarm_id").MaxLen(40).Optional().Nillable().Unique().Immutable(),
		// found_in is the notice, piece, charge, absence, gift or breach that it was found in: one breach for each, whatever happens.
		field.String("found_in").MaxLen(80).Optional().Nillable().Unique().Immutable(),
		// parent is the breach whose suspension made it a record of the director's leadership (A3).
		field.String("parent_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.JSON("facts", map[string]any{}).Immutable(),
		field.Enum("state").GoType(accountability.State("")).Default(string(accountability.Found)),
		textField("statement"),
		field.Bool("waived").Default(false),
		field.Time("heard_at").Optional().Nillable(),
		field.String("heard_by_id").MaxLen(40).Optional().Nillable(),
		// proposed is what the ladder proposed when it was decided, measure what was decided.
		field.Enum("proposed").GoType(accountability.Measure("")).Optional().Nillable(),
		field.Enum("measure").GoType(accountability.Measure("")).Optional().Nillable(),
		textField("decision_reason"),
		field.String("decided_by_id").MaxLen(40).Optional().Nillable(),
		field.Time("decided_at").Optional().Nillable(),
		// decided_as is the decider's level then: an appeal goes to the next one.
		field.Int("decided_as").Default(0),
		// absence is the suspension that was decided (A7).
		field.String("absence_id").MaxLen(40).Optional().Nillable(),
		textField("proof"),
		field.Time("carried_out_at").Optional().Nillable(),
		field.String("carried_out_by_id").MaxLen(40).Optional().Nillable(),
		field.Time("closed_at").Optional().Nillable(),
		field.String("closed_by_id").MaxLen(40).Optional().Nillable(),
		textField("appeal"),
		field.Time("appealed_at").Optional().Nillable(),
		field.Enum("appeal_outcome").GoType(accountability.Outcome("")).Optional().Nillable(),
		textField("appeal_reason"),
		field.String("appeal_by_id").MaxLen(40).Optional().Nillable(),
		field.Time("appeal_decided_at").Optional().Nillable(),
		field.Int("version").Default(1),
		field.Int("events").Default(0),
		field.String("head").MaxLen(64).Default(""),
	}
}

// Edges of Breach.
func (Breach) Edges() []ent.Edge {
	return []ent.Edge{edge.To("case", CaseFile.Type).Field("case_id").Unique().Immutable()}
}

// Indexes of Breach.
func (Breach) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("community_id", "found_at", "id"), index.Fields("case_id"), index.Fields("person_id", "kind", "state"),
		index.Fields("parent_id"),
	}
}

// Alarm is a deadline kept as data: the instant at which somebody is to be warned (F8, F10, T7).
type Alarm struct{ ent.Schema }

// Mixin of Alarm.
func (Alarm) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Alarm}, Tenant{}} }

// Annotations of Alarm.
func (Alarm) Annotations() []schema.Annotation { return []schema.Annotation{table("alarms")} }

// Fields of Alarm. subject is the clock it belongs to: the promise, hand-over, report, or the case and a number.
func (Alarm) Fields() []ent.Field {
	return []ent.Field{
		field.String("case_id").MaxLen(40).Immutable(),
		field.String("subject").MaxLen(60).Immutable(),
		field.Enum("kind").GoType(casework.AlarmKind("")).Immutable(),
		field.Time("at"),
		field.Time("due_at"),
		// The three ends of an alarm: it fell, or its clock stopped first.
		field.Bool("pending").Default(true),
		field.Time("fired_at").Optional().Nillable(),
	}
}

// Indexes of Alarm. Each alarm once per clock; the engine's own partial index.
func (Alarm) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("subject", "kind").Unique(),
		index.Fields("at", "id").StorageKey("alarm_pending_at").Annotations(entsql.IndexWhere("pending")),
		index.Fields("case_id", "pending"),
	}
}

// CaseEvent is an entry of the journal; append-only in the database itself. Its number is the feed's cursor.
type CaseEvent struct{ ent.Schema }

// Mixin of CaseEvent.
func (CaseEvent) Mixin() []ent.Mixin { return []ent.Mixin{Tenant{}} }

// Annotations of CaseEvent.
func (CaseEvent) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "case_events", Checks: map[string]string{
		"case_event_of_one": "case_id IS NULL AND record_id IS NOT NULL OR case_id IS NOT NULL AND record_id IS NULL",
	}}}
}

// Fields of CaseEvent.
func (CaseEvent) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id").Immutable(),
		// An entry is of a case, or of another record of the office: an absence, an entry of the accountability register.
		field.String("case_id").MaxLen(40).Optional().Immutable(),
		field.String("record_id").MaxLen(40).Optional().Immutable(),
		field.String("receipt_no").MaxLen(20).Default("").Immutable(),
		field.Int("number").Immutable(),
		field.Enum("kind").GoType(casework.EventKind("")).Immutable(),
		field.Time("at").Immutable(),
		field.String("actor_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.Text("reason").Default("").Immutable(),
		field.JSON("facts", map[string]any{}).Immutable(),
		// audience: the people to whom it is addressed.
		field.JSON("audience", []string{}).Immutable(),
		field.Enum("alarm_kind").GoType(casework.AlarmKind("")).Optional().Nillable().Immutable(),
		field.String("alarm_id").MaxLen(40).Optional().Nillable().Unique().Immutable(),
		field.String("responsible_id").MaxLen(40).Default("").Immutable(),
		field.String("holder_id").MaxLen(40).Default("").Immutable(),
		field.Enum("status").GoType(casework.Status("")).Optional().Immutable(),
		field.Time("due_at").Optional().Immutable(),
		// Of a supervision matter: the feed gives it to those who may see the case and to nobody else.
		field.Enum("matter").GoType(casework.Matter("")).Default(string(casework.MatterService)).Immutable(),
		field.String("about_id").MaxLen(40).Optional().Nillable().Immutable(),
		// restricted: for the person of about_id and for those who lead or supervise, nobody else (A4).
		field.Bool("restricted").Default(false).Immutable(),
		field.String("previous").MaxLen(64).Immutable(),
		field.String("hash").MaxLen(64).Immutable(),
	}
}

// Indexes of CaseEvent.
func (CaseEvent) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("case_id", "number").Unique(),
		index.Fields("record_id", "number").Unique(),
		index.Fields("community_id", "id"),
		index.Fields("community_id", "at", "id").StorageKey("case_event_warnings").Annotations(entsql.IndexWhere("alarm_kind IS NOT NULL")),
	}
}

// ActRecord remembers what an act answered, so that its repetition answers the same, once.
type ActRecord struct{ ent.Schema }

// Mixin of ActRecord.
func (ActRecord) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.ActRecord}, Tenant{}} }

// Annotations of ActRecord.
func (ActRecord) Annotations() []schema.Annotation { return []schema.Annotation{table("act_records")} }

// Fields of ActRecord.
func (ActRecord) Fields() []ent.Field {
	return []ent.Field{
		field.String("actor_id").MaxLen(40).Immutable(),
		field.String("client_mutation_id").MaxLen(100).Immutable(),
		field.String("act").MaxLen(60).Immutable(),
		field.String("digest").MaxLen(64).Immutable(),
		field.Text("result").Immutable(),
		field.Time("at").Immutable(),
	}
}

// Indexes of ActRecord.
func (ActRecord) Indexes() []ent.Index {
	return []ent.Index{index.Fields("actor_id", "client_mutation_id").Unique(), index.Fields("at")}
}
