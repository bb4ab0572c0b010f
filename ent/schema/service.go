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
)

// OneTimeNotice is what a resident was told to bring, all at once (一次性告知, Q3); never changed.
type OneTimeNotice struct{ ent.Schema }

// Mixin of OneTimeNotice.
func (OneTimeNotice) Mixin() []ent.Mixin {
	return []ent.Mixin{Keyed{prefix: key.OneTimeNotice}, Tenant{}}
}

// Annotations of OneTimeNotice.
func (OneTimeNotice) Annotations() []schema.Annotation {
	return []schema.Annotation{table("one_time_notices")}
}

// Fields of OneTimeNotice. resident_id and item_id find the notice again when the same resident comes back for the same
// version of the item.
func (OneTimeNotice) Fields() []ent.Field {
	return []ent.Field{
		field.String("case_id").MaxLen(40).Immutable(),
		field.Int("number").Immutable(),
		field.String("resident_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("item_id").MaxLen(40).Immutable(),
		field.JSON("missing", []string{}).Immutable(),
		field.Text("reason").Default("").Immutable(),
		field.Enum("told_way").GoType(casework.TellWay("")).Immutable(),
		field.String("given_by_id").MaxLen(40).Immutable(),
		field.Time("given_at").Immutable(),
		// repeats is the notice of which this is the second.
		field.String("repeats_id").MaxLen(40).Optional().Nillable().Immutable(),
	}
}

// Indexes of OneTimeNotice.
func (OneTimeNotice) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("case_id", "number").Unique(),
		index.Fields("community_id", "resident_id", "item_id"),
		index.Fields("community_id", "given_at", "id"), // the ledger (R)
	}
}

// CustodyPiece is a resident's paper that the office keeps: receipted, kept somewhere, handed back (A5).
type CustodyPiece struct{ ent.Schema }

// Mixin of CustodyPiece.
func (CustodyPiece) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Piece}, Tenant{}} }

// Annotations of CustodyPiece.
func (CustodyPiece) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "custody_pieces", Checks: map[string]string{"custody_piece_count": "count BETWEEN 1 AND 999"}}}
}

// Fields of CustodyPiece. reported_as keeps what was reported when the piece is handed back all the same.
func (CustodyPiece) Fields() []ent.Field {
	return []ent.Field{
		field.String("case_id").MaxLen(40).Immutable(),
		field.String("name").MaxRuneLen(200).Immutable(),
		field.Enum("form").GoType(casework.MaterialForm("")).Immutable(),
		field.Int("count").Immutable(),
		field.String("condition").MaxRuneLen(200).Default("").Immutable(),
		field.String("place").MaxRuneLen(200).Immutable(),
		field.Enum("state").GoType(casework.PieceState("")),
		field.Time("taken_at").Immutable(),
		field.String("taken_by_id").MaxLen(40).Immutable(),
		field.Time("returned_at").Optional().Nillable(),
		field.String("returned_by_id").MaxLen(40).Optional().Nillable(),
		// signed_by is who signed for it on paper when it was handed back.
		field.String("signed_by").MaxRuneLen(100).Default(""),
		field.Enum("reported_as").GoType(casework.PieceState("")).Optional().Nillable(),
		field.Text("report").Default(""),
		field.Time("reported_at").Optional().Nillable(),
		field.String("reported_by_id").MaxLen(40).Optional().Nillable(),
	}
}

// Indexes of CustodyPiece.
func (CustodyPiece) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("case_id", "taken_at"), index.Fields("community_id", "state", "taken_at"),
		index.Fields("community_id", "taken_at", "id"), // the ledger (R)
	}
}

// Charge is what a resident paid for a case, never more than the item's standard (A6).
type Charge struct{ ent.Schema }

// Mixin of Charge.
func (Charge) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Charge}, Tenant{}} }

// Annotations of Charge.
func (Charge) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "charges", Checks: map[string]string{"charge_amount": "amount_fen > 0"}}}
}

// Fields of Charge; all fixed.
func (Charge) Fields() []ent.Field {
	return []ent.Field{
		field.String("case_id").MaxLen(40).Immutable(),
		field.Int("amount_fen").Immutable(),
		field.String("bill_no").MaxRuneLen(60).Default("").Immutable(),
		field.Time("charged_at").Immutable(),
		field.String("charged_by_id").MaxLen(40).Immutable(),
	}
}

// Indexes of Charge.
func (Charge) Indexes() []ent.Index { return []ent.Index{index.Fields("case_id", "charged_at")} }

// Attachment is a scan or photo of a case; what it holds lies in the store of files under its key.
type Attachment struct{ ent.Schema }

// Mixin of Attachment.
func (Attachment) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Attachment}, Tenant{}} }

// Annotations of Attachment.
func (Attachment) Annotations() []schema.Annotation { return []schema.Annotation{table("attachments")} }

// Fields of Attachment; all fixed.
func (Attachment) Fields() []ent.Field {
	return []ent.Field{
		field.String("case_id").MaxLen(40).Immutable(),
		field.String("name").MaxRuneLen(120).Immutable(),
		field.String("kind").MaxLen(20).Immutable(),
		field.Int("size").Immutable(),
		field.String("digest").MaxLen(64).Immutable(),
		field.String("stored_as").MaxLen(200).Immutable().Sensitive(),
		field.Int("width").Default(0).Immutable(),
		field.Int("height").Default(0).Immutable(),
		field.Time("attached_at").Immutable(),
		field.String("attached_by_id").MaxLen(40).Immutable(),
	}
}

// Indexes of Attachment.
func (Attachment) Indexes() []ent.Index { return []ent.Index{index.Fields("case_id", "attached_at")} }

// Rating is a resident's rating of a closed case, once (好差评, Q6). Who was rated sees no rating of a case, only the
// sums.
type Rating struct{ ent.Schema }

// Mixin of Rating.
func (Rating) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Rating}, Tenant{}} }

// Annotations of Rating.
func (Rating) Annotations() []schema.Annotation { return []schema.Annotation{table("ratings")} }

// Fields of Rating; all fixed. about is the person whose work is rated.
func (Rating) Fields() []ent.Field {
	return []ent.Field{
		field.String("case_id").MaxLen(40).Unique().Immutable(),
		field.String("about_id").MaxLen(40).Immutable(),
		field.Enum("level").GoType(casework.RatingLevel("")).Immutable(),
		field.JSON("tags", []casework.RatingTag{}).Immutable(),
		field.Text("comment").Default("").Immutable(),
		field.Time("rated_at").Immutable(),
		// matter is the supervision matter that a bad rating opened.
		field.String("matter_id").MaxLen(40).Optional().Nillable().Immutable(),
	}
}

// Indexes of Rating.
func (Rating) Indexes() []ent.Index {
	return []ent.Index{index.Fields("community_id", "rated_at", "id"), index.Fields("community_id", "about_id", "rated_at")}
}

// PrintedPaper is one printing of a paper, of a case or of an absence: what, when and by whom; append-only.
type PrintedPaper struct{ ent.Schema }

// Mixin of PrintedPaper.
func (PrintedPaper) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Paper}, Tenant{}} }

// Annotations of PrintedPaper.
func (PrintedPaper) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "printed_papers", Checks: map[string]string{
		"printed_paper_is_of_one": "case_id IS NULL AND absence_id IS NOT NULL OR case_id IS NOT NULL AND absence_id IS NULL",
	}}}
}

// Fields of PrintedPaper. subject is the record that it is about where a case has several, such as a notice, or the
// hand-over list of the absence.
func (PrintedPaper) Fields() []ent.Field {
	return []ent.Field{
		field.String("case_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("absence_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.Enum("kind").GoType(casework.PaperKind("")).Immutable(),
		field.String("subject_id").MaxLen(40).Optional().Nillable().Immutable(),
		field.String("number").MaxLen(40).Immutable(),
		field.Bool("draft").Immutable(),
		// content is the paper as it was printed, sealed: what a resident holds in hand can be shown again.
		field.Text("content_sealed").Immutable().Sensitive(),
		field.Time("printed_at").Immutable(),
		field.String("printed_by_id").MaxLen(40).Immutable(),
	}
}

// Edges of PrintedPaper.
func (PrintedPaper) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("case", CaseFile.Type).Field("case_id").Unique().Immutable(),
		edge.To("absence", Absence.Type).Field("absence_id").Unique().Immutable(),
	}
}

// Indexes of PrintedPaper.
func (PrintedPaper) Indexes() []ent.Index {
	return []ent.Index{index.Fields("case_id", "printed_at"), index.Fields("absence_id", "printed_at")}
}
