package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"xinxing/internal/key"
)

// Resident is one person's file (一人一档). Numbers are sealed; looked up by a keyed hash; shown masked.
type Resident struct{ ent.Schema }

// Mixin of Resident.
func (Resident) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Resident}, Tenant{}} }

// Annotations of Resident.
func (Resident) Annotations() []schema.Annotation { return []schema.Annotation{table("residents")} }

// Fields of Resident.
func (Resident) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").MaxRuneLen(200),
		field.String("pinyin").MaxRuneLen(400).Default(""),
		field.String("id_number_sealed").MaxLen(400).Default("").Sensitive(),
		field.String("id_number_mask").MaxLen(40).Default(""),
		field.String("id_number_hash").MaxLen(64).Optional().Nillable().Sensitive(),
		field.String("phone_sealed").MaxLen(400).Default("").Sensitive(),
		field.String("phone_mask").MaxLen(40).Default(""),
		field.String("sex").MaxLen(10).Default(""),
		field.String("birth_date").MaxLen(10).Default(""),
		field.String("address").MaxRuneLen(200).Default(""),
		field.JSON("tags", []string{}).Default([]string{}),
		field.Time("created_at").Immutable(),
	}
}

// Indexes of Resident.
func (Resident) Indexes() []ent.Index {
	return []ent.Index{index.Fields("community_id", "id_number_hash").Unique()}
}

// ResidentTerm is one word under which a resident is found: a suffix of the name, pinyin, initials, the last four
// digits, the keyed hash of the phone or of the ID number.
type ResidentTerm struct{ ent.Schema }

// Mixin of ResidentTerm.
func (ResidentTerm) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Term}, Tenant{}} }

// Annotations of ResidentTerm.
func (ResidentTerm) Annotations() []schema.Annotation {
	return []schema.Annotation{table("resident_terms")}
}

// Fields of ResidentTerm.
func (ResidentTerm) Fields() []ent.Field {
	return []ent.Field{
		field.String("term").MaxLen(400).Immutable(),
		field.String("resident_id").MaxLen(40).Immutable(),
	}
}

// Edges of ResidentTerm.
func (ResidentTerm) Edges() []ent.Edge {
	return []ent.Edge{edge.To("resident", Resident.Type).Field("resident_id").Unique().Required().Immutable()}
}

// Indexes of ResidentTerm.
func (ResidentTerm) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("community_id", "term", "resident_id").Unique(),
		index.Fields("resident_id"),
	}
}

// Access is the journal of revealed personal fields; append-only.
type Access struct{ ent.Schema }

// Mixin of Access.
func (Access) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.Access}, Tenant{}} }

// Annotations of Access.
func (Access) Annotations() []schema.Annotation { return []schema.Annotation{table("accesses")} }

// Fields of Access.
func (Access) Fields() []ent.Field {
	return []ent.Field{
		field.String("resident_id").MaxLen(40).Immutable(),
		field.String("actor_id").MaxLen(40).Immutable(),
		field.String("field").MaxLen(40).Immutable(),
		field.Text("reason").Immutable(),
		field.Time("at").Immutable(),
	}
}

// Indexes of Access.
func (Access) Indexes() []ent.Index {
	return []ent.Index{index.Fields("community_id", "resident_id", "at")}
}
