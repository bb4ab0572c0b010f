// Package schema is the data model. It declares and never decides: the guards are installed where the store opens.
package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"

	"xinxing/internal/key"
)

// Keyed gives a record its prefixed key.
type Keyed struct {
	mixin.Schema
	prefix string
}

// Fields of the mixin.
func (k Keyed) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").MaxLen(40).Immutable().DefaultFunc(key.Maker(k.prefix)),
	}
}

// Tenant marks a record of one community; community_id leads every index that serves a list.
type Tenant struct{ mixin.Schema }

// Fields of the mixin.
func (Tenant) Fields() []ent.Field {
	return []ent.Field{field.String("community_id").MaxLen(40).Immutable()}
}

func table(name string) entsql.Annotation { return entsql.Annotation{Table: name} }

func textField(name string) ent.Field { return field.Text(name).Default("") }
