package service

import (
	"cmp"
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"xinxing/ent"
	"xinxing/ent/casefile"
	"xinxing/ent/figureentry"
	"xinxing/ent/predicate"
	"xinxing/internal/office"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

const (
	// MostFigureCases bounds how far the cases behind a figure are counted.
	MostFigureCases = 1000
	// manyEntries is from how many entries of a community on its cases are looked through, the newest first, for those that count; below it is quicker to
	// look up what counts. The two cost the same at about the root of fifty times the cases of a year.
	manyEntries = 1000
)

// behind selects the cases of which something counts in a measure.
type behind struct {
	viewer      store.Viewer
	measure     reporting.Measure
	from, until workday.Date
	filter      *FigureFilter
	// end is the first instant after the days: nothing counts before its case came.
	end time.Time
}

// entries selects what counts, as far as the viewer is told.
func (b *behind) entries(dialect string) (*sql.Selector, *sql.SelectTable) {
	table := sql.Dialect(dialect).Table(figureentry.Table).As("counted")
	s := sql.Dialect(dialect).Select().From(table)
	for _, p := range b.filter.counting([]reporting.Measure{b.measure}) {
		p(s)
	}
	return s.Where(sql.And(within(table.C(figureentry.FieldDay), []reporting.Part{{From: b.from, Until: b.until}}), store.Counted(b.viewer, s))), table
}

// lookedUp selects the cases of some communities by what counts of them.
func (b *behind) lookedUp(communities []string) predicate.CaseFile {
	return func(s *sql.Selector) {
		entries, table := b.entries(s.Dialect())
		figureentry.CommunityIDIn(communities...)(entries)
		entries.Select(table.C(figureentry.FieldCaseID)).Where(sql.NotNull(table.C(figureentry.FieldCaseID))).
			GroupBy(table.C(figureentry.FieldCaseID)).Having(sql.ExprP(sql.Sum(table.C(figureentry.FieldN)) + " > 0"))
		s.Where(sql.In(s.C(casefile.FieldID), entries))
	}
}

// lookedThrough selects the cases of a community by whether something counts of each.
func (b *behind) lookedThrough(community string) predicate.CaseFile {
	return func(s *sql.Selector) {
		entries, table := b.entries(s.Dialect())
		entries.Select(sql.Sum(table.C(figureentry.FieldN))).Where(sql.ColumnsEQ(table.C(figureentry.FieldCaseID), s.C(casefile.FieldID)))
		s.Where(sql.And(sql.EQ(s.C(casefile.FieldCommunityID), community), sql.LT(s.C(casefile.FieldContactAt), b.end), sql.P(func(w *sql.Builder) { w.WriteByte('(').Join(entries).WriteString(") > 0") })))
	}
}

// places gives what selects all cases, each place by the quicker way; none is in two.
func (b *behind) places(ctx context.Context, c *ent.Client, many int) (places []predicate.CaseFile, err error) {
	var few []string
	for _, community := range b.viewer.Communities {
		if b.filter != nil && len(b.filter.CommunityIDs) > 0 && !slices.Contains(b.filter.CommunityIDs, community) {
			continue
		}
		found, err := c.FigureEntry.Query().Where(append(b.filter.counting([]reporting.Measure{b.measure}), figureentry.CommunityID(community),
			figureentry.DayGTE(b.from.String()), figureentry.DayLTE(b.until.String()))...).Offset(many).Limit(1).Select(figureentry.FieldN).Ints(ctx)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			few = append(few, community)
			continue
		}
		places = append(places, b.lookedThrough(community))
	}
	if len(few) > 0 {
		places = append(places, b.lookedUp(few))
	}
	return places, nil
}

// FigureCases gives the cases behind a figure: those of which something counts in it, newest contact first; one more than first. Of a rate they are
// those that its share is of, of a percentile all whose time it is of. What the viewer may not see is not among them. They are counted up to one more
// than MostFigureCases.
func (d *Desk) FigureCases(ctx context.Context, figure reporting.Figure, from, until workday.Date, f *FigureFilter, first int, after *Place) ([]*ent.CaseFile, func(context.Context) (int, error), error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, nil, err
	}
	in := ReportInput{Figures: []reporting.Figure{figure}, From: from, Until: until, Where: f}
	if err := in.check(); err != nil {
		return nil, nil, err
	}
	def, ok := reporting.Define(figure)
	if !ok {
		return nil, nil, office.Refuse(office.BadInput, "R", "figure")
	}
	o, err := d.Office(ctx, v.Community)
	if err != nil {
		return nil, nil, err
	}
	b := &behind{v, def.Sum, from, until, f, until.AddDays(1).Start(o.Calendar.Location())}
	places, err := b.places(ctx, d.Store.Read(), d.manyEntries)
	if err != nil {
		return nil, nil, err
	}
	list := func(limit int, of predicate.CaseFile) *ent.CaseFileQuery {
		return d.Store.Read().CaseFile.Query().Where(of).Order(casefile.ByContactAt(sql.OrderDesc()), casefile.ByID(sql.OrderDesc())).Limit(limit)
	}
	var cases []*ent.CaseFile
	for _, place := range places {
		q := list(first+1, place)
		if after != nil {
			q.Where(casefile.Or(casefile.ContactAtLT(after.At), casefile.And(casefile.ContactAt(after.At), casefile.IDLT(after.ID))))
		}
		part, err := q.WithResident().All(ctx)
		if err != nil {
			return nil, nil, err
		}
		cases = append(cases, part...)
	}
	slices.SortFunc(cases, func(a, b *ent.CaseFile) int {
		if c := b.ContactAt.Compare(a.ContactAt); c != 0 {
			return c
		}
		return cmp.Compare(b.ID, a.ID)
	})
	return cases[:min(len(cases), first+1)], func(ctx context.Context) (int, error) {
		n := 0
		for _, place := range places {
			ids, err := list(MostFigureCases+1-n, place).IDs(ctx)
			if n += len(ids); err != nil || n > MostFigureCases {
				return n, err
			}
		}
		return n, nil
	}, nil
}
