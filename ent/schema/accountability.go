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
)

// Gift is an entry of the register of gifts and treats (A1): open until what was returned equals its value. Its journal is
// the office's: case_events with this record's key.
type Gift struct{ ent.Schema }

// Mixin of Gift.
func (Gift) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Gift}, Tenant{}} }

// Annotations of Gift.
func (Gift) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "gifts", Checks: map[string]string{
		"gift_has_value":         "value_fen > 0",
		"gift_returned_at_most":  "returned_fen >= 0 AND returned_fen <= value_fen",
		"gift_closed_when_whole": "closed_at IS NULL OR kind = 'OFFERED' OR returned_fen = value_fen",
		"gift_open_until_whole":  "closed_at IS NOT NULL OR kind <> 'OFFERED' AND returned_fen < value_fen",
	}}}
}

// Fields of Gift.
func (Gift) Fields() []ent.Field {
	return []ent.Field{
		field.String("person_id").MaxLen(40).Immutable(),
		field.Enum("kind").GoType(accountability.GiftKind("")).Immutable(),
		field.Text("what").Immutable(),
		field.Text("giver").Immutable(),
		field.Int("value_fen").Immutable(),
		field.Time("found_at").Immutable(),
		field.Time("registered_at").Immutable(),
		field.String("registered_by_id").MaxLen(40).Immutable(),
		field.Int("returned_fen").Default(0),
		field.Time("closed_at").Optional().Nillable(),
		field.Int("version").Default(1),
		field.Int("events").Default(0),
		field.String("head").MaxLen(64).Default(""),
	}
}

// Edges of Gift.
func (Gift) Edges() []ent.Edge { return []ent.Edge{edge.To("returns", GiftReturn.Type)} }

// Indexes of Gift.
func (Gift) Indexes() []ent.Index { return []ent.Index{index.Fields("community_id", "found_at", "id")} }

// GiftReturn is a part of a gift's value that went back, with its proof (A1).
type GiftReturn struct{ ent.Schema }

// Mixin of GiftReturn.
func (GiftReturn) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.GiftReturn}, Tenant{}} }

// Annotations of GiftReturn.
func (GiftReturn) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "gift_returns", Checks: map[string]string{"gift_return_is_something": "amount_fen > 0"}}}
}

// Fields of GiftReturn. person is the gift's: who may see the gift sees its returns.
func (GiftReturn) Fields() []ent.Field {
	return []ent.Field{
		field.String("gift_id").MaxLen(40).Immutable(),
		field.String("person_id").MaxLen(40).Immutable(),
		field.Int("amount_fen").Immutable(),
		field.Enum("way").GoType(accountability.ReturnWay("")).Immutable(),
		field.Text("proof").Immutable(),
		field.Time("returned_at").Immutable(),
		field.String("recorded_by_id").MaxLen(40).Immutable(),
	}
}

// Edges of GiftReturn.
func (GiftReturn) Edges() []ent.Edge {
	return []ent.Edge{edge.From("gift", Gift.Type).Ref("returns").Field("gift_id").Unique().Required().Immutable()}
}

// Indexes of GiftReturn.
func (GiftReturn) Indexes() []ent.Index { return []ent.Index{index.Fields("gift_id")} }

// Apology is the office's apology for a missed promise and what it did about it (A2): one for each promise that was missed.
type Apology struct{ ent.Schema }

// Mixin of Apology.
func (Apology) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Apology}, Tenant{}} }

// Annotations of Apology.
func (Apology) Annotations() []schema.Annotation { return []schema.Annotation{table("apologies")} }

// Fields of Apology.
func (Apology) Fields() []ent.Field {
	return []ent.Field{
		field.String("case_id").MaxLen(40).Immutable(),
		field.String("promise_id").MaxLen(40).Unique().Immutable(),
		field.Time("due_at").Immutable(),
		field.Enum("way").GoType(casework.TellWay("")).Immutable(),
		field.Time("given_at").Immutable(),
		field.String("given_by_id").MaxLen(40).Immutable(),
		field.Text("words").Immutable(),
		field.Text("remedy").Immutable(),
		field.Time("recorded_at").Immutable(),
		field.String("recorded_by_id").MaxLen(40).Immutable(),
	}
}

// Indexes of Apology.
func (Apology) Indexes() []ent.Index { return []ent.Index{index.Fields("case_id", "recorded_at")} }
