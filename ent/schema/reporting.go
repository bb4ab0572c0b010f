package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/reporting"
)

// FigureEntry is one thing that counts in a figure (R); append-only. What was counted and counts elsewhere now, because its case came to an item
// or post, is taken back by an entry of n -1.
type FigureEntry struct{ ent.Schema }

// Mixin of FigureEntry.
func (FigureEntry) Mixin() []ent.Mixin { return []ent.Mixin{Tenant{}} }

// Annotations of FigureEntry.
func (FigureEntry) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "figure_entries", Checks: map[string]string{
		"figure_entry_of_one": "case_id IS NULL AND record_id IS NOT NULL OR case_id IS NOT NULL AND record_id IS NULL",
		"figure_entry_n":      "n = 1 OR n = -1",
	}}}
}

// Fields of FigureEntry.
func (FigureEntry) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id").Immutable(),
		// Counted of a case, or of another record of the office.
		field.String("case_id").MaxLen(40).Optional().Immutable(),
		field.String("record_id").MaxLen(40).Optional().Immutable(),
		field.Enum("measure").GoType(reporting.Measure("")).Immutable(),
		// day is the office's, as 2026-02-26.
		field.String("day").MaxLen(10).Immutable(),
		field.String("item_code").MaxLen(40).Default("").Immutable(),
		field.String("post_id").MaxLen(40).Default("").Immutable(),
		field.String("staff_id").MaxLen(40).Default("").Immutable(),
		field.String("channel").MaxLen(40).Default("").Immutable(),
		field.String("kind").MaxLen(40).Default("").Immutable(),
		field.Int("value").Immutable(),
		field.Int("n").Immutable(),
	}
}

// Indexes of FigureEntry.
func (FigureEntry) Indexes() []ent.Index {
	return []ent.Index{
		// All that a report sums up, without reading a row.
		index.Fields("community_id", "measure", "day", "item_code", "post_id", "staff_id", "channel", "kind", "value", "n").StorageKey("figure_entry_report"),
		// What changed since.
		index.Fields("community_id", "id"),
		index.Fields("case_id"),
		index.Fields("record_id"),
	}
}

// FigureRollup is what counts in one cell of a community (R), added up of the entries up to a number, which the fact figures:<community> keeps. It
// says nothing that they do not: it can be thrown away and made anew.
type FigureRollup struct{ ent.Schema }

// Mixin of FigureRollup.
func (FigureRollup) Mixin() []ent.Mixin { return []ent.Mixin{Tenant{}} }

// Annotations of FigureRollup.
func (FigureRollup) Annotations() []schema.Annotation {
	return []schema.Annotation{table("figure_rollups")}
}

// Fields of FigureRollup.
func (FigureRollup) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id").Immutable(),
		field.Enum("rollup").GoType(reporting.Rollup("")).Immutable(),
		field.Enum("measure").GoType(reporting.Measure("")).Immutable(),
		// day is the first of the day or month, as 2026-02-26.
		field.String("day").MaxLen(10).Immutable(),
		// key is what the rollup tells apart.
		field.String("key").MaxLen(40).Default("").Immutable(),
		field.String("kind").MaxLen(40).Default("").Immutable(),
		field.Int("total"),
		// spread are the packed counts of each value, of measures of which a percentile is told.
		field.Bytes("spread").Optional(),
	}
}

// Indexes of FigureRollup.
func (FigureRollup) Indexes() []ent.Index {
	return []ent.Index{
		// With the total a year of many communities is read from the index alone.
		index.Fields("community_id", "rollup", "measure", "day", "key", "kind").Unique().StorageKey("figure_rollup_cell").
			Annotations(entsql.IncludeColumns("total")),
	}
}

// FigureRelease is what was told of a month's residents by an attribute of theirs, once and for all (R); append-only. What is suppressed is not in it.
type FigureRelease struct{ ent.Schema }

// Mixin of FigureRelease.
func (FigureRelease) Mixin() []ent.Mixin {
	return []ent.Mixin{Keyed{prefix: key.FigureRelease}, Tenant{}}
}

// Annotations of FigureRelease.
func (FigureRelease) Annotations() []schema.Annotation {
	return []schema.Annotation{table("figure_releases")}
}

// Fields of FigureRelease.
func (FigureRelease) Fields() []ent.Field {
	return []ent.Field{
		// month is the office's, as 2026-02.
		field.String("month").MaxLen(7).Immutable(),
		field.Enum("attribute").GoType(reporting.ResidentAttribute("")).Immutable(),
		field.JSON("cells", reporting.Cells{}).Immutable(),
		field.Time("at").Immutable(),
	}
}

// Indexes of FigureRelease.
func (FigureRelease) Indexes() []ent.Index {
	return []ent.Index{index.Fields("community_id", "attribute", "month").Unique()}
}

// ReportPull is a large report that somebody asked for and takes along as a file (R). What was asked never changes; how far it came does.
type ReportPull struct{ ent.Schema }

// Mixin of ReportPull.
func (ReportPull) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{prefix: key.ReportPull}, Tenant{}} }

// Annotations of ReportPull.
func (ReportPull) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "report_pulls", Checks: map[string]string{
		"report_pull_ready":   "state = 'WAITING' AND ready_at IS NULL OR state = 'FAILED' AND ready_at IS NULL OR ready_at IS NOT NULL AND gone_at IS NOT NULL",
		"report_pull_failure": "state = 'FAILED' AND failure IS NOT NULL OR state <> 'FAILED' AND failure IS NULL",
	}}}
}

// Fields of ReportPull.
func (ReportPull) Fields() []ent.Field {
	return []ent.Field{
		// asker is the member of staff, or the token, that alone sees it.
		field.String("asker_id").MaxLen(40).Immutable(),
		// ask is what was asked, as JSON of a ReportInput.
		field.Text("ask").Immutable(),
		field.Enum("format").GoType(reporting.PullFormat("")).Immutable(),
		field.Enum("language").GoType(reporting.PullLanguage("")).Immutable(),
		field.Time("asked_at").Immutable(),
		field.Enum("state").GoType(reporting.PullState("")).Default(string(reporting.PullWaiting)),
		// tries is how often somebody began to make it; claimed_until is how long whoever made it last has it to itself.
		field.Int("tries").Default(0),
		field.Time("claimed_until").Optional().Nillable(),
		field.Int("row_count").Default(0),
		field.Int64("bytes").Default(0),
		// parts is how many files it lies in; none any more where they are deleted.
		field.Int("parts").Default(0),
		field.Time("ready_at").Optional().Nillable(),
		field.Time("gone_at").Optional().Nillable(),
		field.String("failure").GoType(office.Code("")).MaxLen(40).Optional().Nillable(),
	}
}

// Indexes of ReportPull.
func (ReportPull) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("community_id", "asker_id", "asked_at", "id"),
		// The ones that are to be made or deleted, which are few.
		index.Fields("state", "asked_at", "id"),
		index.Fields("state", "gone_at"),
	}
}
