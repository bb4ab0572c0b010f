package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// LogRecord is an entry of a community's journal as the Merkle log keeps it; append-only in the database itself. Its key
// is the entry's number in the journal.
type LogRecord struct{ ent.Schema }

// Mixin of LogRecord.
func (LogRecord) Mixin() []ent.Mixin { return []ent.Mixin{Tenant{}} }

// Annotations of LogRecord.
func (LogRecord) Annotations() []schema.Annotation { return []schema.Annotation{table("log_records")} }

// Fields of LogRecord. No edge to the entry: that it is gone must be found, not prevented from being written.
func (LogRecord) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id").Immutable(),
		// number counts the community's records from 0.
		field.Int64("number").Immutable(),
		// hashes are what tlog stores with the record: its own hash and those of the subtrees that it completes, 32 bytes each.
		field.Bytes("hashes").MaxLen(64 * 32).Immutable(),
	}
}

// Indexes of LogRecord.
func (LogRecord) Indexes() []ent.Index {
	return []ent.Index{index.Fields("community_id", "number").Unique()}
}

// LogCheckpoint is a signed checkpoint of a community's log (存证校验点); append-only in the database itself.
type LogCheckpoint struct{ ent.Schema }

// Mixin of LogCheckpoint.
func (LogCheckpoint) Mixin() []ent.Mixin { return []ent.Mixin{Tenant{}} }

// Annotations of LogCheckpoint.
func (LogCheckpoint) Annotations() []schema.Annotation {
	return []schema.Annotation{table("log_checkpoints")}
}

// Fields of LogCheckpoint: the signed note, and of what stands in it as much as is looked up.
func (LogCheckpoint) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id").Immutable(),
		// number counts the community's checkpoints from 1.
		field.Int64("number").Immutable(),
		field.Int64("size").Immutable(),
		field.Int64("last_id").Immutable(),
		field.String("root").MaxLen(44).Immutable(),
		field.Text("note").Immutable(),
		field.Time("at").Immutable(),
	}
}

// Indexes of LogCheckpoint.
func (LogCheckpoint) Indexes() []ent.Index {
	return []ent.Index{index.Fields("community_id", "number").Unique()}
}
