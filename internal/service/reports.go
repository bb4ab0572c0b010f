package service

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"xinxing/ent"
	"xinxing/ent/figureentry"
	"xinxing/ent/predicate"
	"xinxing/internal/office"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// ReportInput asks for figures (R); the schema says what each field means.
type ReportInput struct {
	Figures     []reporting.Figure
	By          []reporting.Dimension
	Step        reporting.Step
	From, Until workday.Date
	Where       *FigureFilter
}

// FigureFilter narrows what is counted; the schema says what each field means.
type FigureFilter struct {
	CommunityIDs, ItemCodes, PostIDs, StaffIDs, Channels, Kinds []string
}

// ReportKey is one thing by which a row is told apart, with what it is called.
type ReportKey struct {
	By        reporting.Dimension
	Key, Name string
}

// ReportRow is a group of a report: its period, from the first to the last day, what it is of, and the figures in the order asked for; nil where
// there is nothing to tell a figure of.
type ReportRow struct {
	From, Until workday.Date
	Keys        []ReportKey
	Values      []*float64
	cursor      string
}

// Cursor is the place of the row in the report.
func (r *ReportRow) Cursor() string { return r.cursor }

// MetricDefinition is what a figure means, as it is served.
type MetricDefinition struct {
	Figure                                     reporting.Figure
	Unit                                       reporting.Unit
	Clause                                     string
	NameZh, NameEn, DefinitionZh, DefinitionEn string
}

// Metrics gives the one definition of each figure, in the order in which a report shows them (R).
func (d *Desk) Metrics(ctx context.Context) ([]*MetricDefinition, error) {
	if _, err := d.Reader(ctx); err != nil {
		return nil, err
	}
	var out []*MetricDefinition
	for _, x := range reporting.Definitions() {
		out = append(out, &MetricDefinition{x.Figure, x.Unit, x.Clause, x.Name[0], x.Name[1], x.Says[0], x.Says[1]})
	}
	return out, nil
}

// Bounds of a report.
const (
	mostReportFigures = 30
	mostReportBy      = 3
	mostReportDays    = 3660
	mostReportRows    = 200_000 // groups times measures
	mostReportFilter  = 100
	mostReportPage    = 2000
)

// columns of the dimensions.
var dimensionColumns = map[reporting.Dimension]string{
	reporting.ByCommunity: figureentry.FieldCommunityID, reporting.ByItem: figureentry.FieldItemCode, reporting.ByPost: figureentry.FieldPostID,
	reporting.ByStaff: figureentry.FieldStaffID, reporting.ByChannel: figureentry.FieldChannel, reporting.ByKind: figureentry.FieldKind,
}

func (in *ReportInput) check() error {
	bad := func(field string) error { return office.Refuse(office.BadInput, "R", field) }
	switch days := in.From.AddDays(mostReportDays); {
	case len(in.Figures) == 0:
		return bad("figures")
	case len(in.Figures) > mostReportFigures:
		return office.Refuse(office.LimitExceeded, "R", "figures").With("limit", mostReportFigures)
	case len(in.By) > mostReportBy:
		return office.Refuse(office.LimitExceeded, "R", "by").With("limit", mostReportBy)
	case in.Until.Before(in.From):
		return bad("until")
	case !in.Until.Before(days):
		return office.Refuse(office.LimitExceeded, "R", "until").With("limit", mostReportDays)
	}
	if f := in.Where; f != nil {
		for _, list := range [][]string{f.CommunityIDs, f.ItemCodes, f.PostIDs, f.StaffIDs, f.Channels, f.Kinds} {
			if len(list) > mostReportFilter {
				return office.Refuse(office.LimitExceeded, "R", "where").With("limit", mostReportFilter)
			}
		}
	}
	for i, d := range in.By {
		if dimensionColumns[d] == "" || slices.Contains(in.By[:i], d) {
			return bad("by")
		}
	}
	return nil
}

// counting selects entries of measures that a filter lets through.
func (f *FigureFilter) counting(measures []reporting.Measure) []predicate.FigureEntry {
	return []predicate.FigureEntry{
		figureentry.MeasureIn(measures...), func(s *sql.Selector) { f.narrow(s, func(d reporting.Dimension) string { return dimensionColumns[d] }) },
	}
}

// narrow lets through what a filter names, over the columns of a table.
func (f *FigureFilter) narrow(s *sql.Selector, column func(reporting.Dimension) string) {
	if f == nil {
		return
	}
	// In one order, so that the same question is the same statement.
	for _, x := range []struct {
		of   reporting.Dimension
		keys []string
	}{
		{reporting.ByCommunity, f.CommunityIDs}, {reporting.ByItem, f.ItemCodes}, {reporting.ByPost, f.PostIDs}, {reporting.ByStaff, f.StaffIDs},
		{reporting.ByChannel, f.Channels}, {reporting.ByKind, f.Kinds},
	} {
		if len(x.keys) > 0 {
			in := make([]any, len(x.keys))
			for i, one := range x.keys {
				in[i] = one
			}
			s.Where(sql.In(s.C(column(x.of)), in...))
		}
	}
}

// periodOf is the first day of the period of a row, as an expression over its day.
func periodOf(database, day string, step reporting.Step) string {
	part := func(n int) string { return fmt.Sprintf("SUBSTR(%s, 1, %d)", day, n) }
	switch step {
	case reporting.StepDay:
		return day
	case reporting.StepWeek:
		if database == dialect.Postgres {
			return "TO_CHAR(DATE_TRUNC('week', CAST(" + day + " AS DATE)), 'YYYY-MM-DD')"
		}
		return "DATE(" + day + ", '-6 days', 'weekday 1')"
	case reporting.StepMonth:
		return part(7) + " || '-01'"
	case reporting.StepQuarter:
		month := "CAST(SUBSTR(" + day + ", 6, 2) AS INTEGER)"
		return "CASE (" + month + " + 2) / 3 WHEN 1 THEN " + part(4) + " || '-01-01' WHEN 2 THEN " + part(4) + " || '-04-01' WHEN 3 THEN " +
			part(4) + " || '-07-01' ELSE " + part(4) + " || '-10-01' END"
	case reporting.StepYear:
		return part(4) + " || '-01-01'"
	}
	return "''"
}

// reportGroup is what the rows of a report are told apart by.
type reportGroup struct {
	period string
	keys   [mostReportBy]string
}

func (g reportGroup) compare(o reportGroup) int {
	if c := strings.Compare(g.period, o.period); c != 0 {
		return c
	}
	return slices.Compare(g.keys[:], o.keys[:])
}

// Report gives figures by period and by what the viewer asked to tell them apart, in the order of periods and keys, after a cursor: one more row than
// first, so that the caller sees whether there are more. What the viewer may not see is not counted (R).
func (d *Desk) Report(ctx context.Context, in ReportInput, first int, after string) ([]*ReportRow, error) {
	r, err := d.reportReader(ctx, in)
	if err != nil {
		return nil, err
	}
	if first < 1 || first > mostReportPage {
		return nil, office.Refuse(office.LimitExceeded, "R", "first").With("limit", mostReportPage)
	}
	var place *reportGroup
	if after != "" {
		var keys []string
		if err := readCursor(after, &keys); err != nil {
			return nil, err
		}
		if len(keys) != 1+mostReportBy {
			return nil, office.Refuse(office.BadInput, "R", "after")
		}
		place = &reportGroup{keys[0], [mostReportBy]string(keys[1:])}
	}
	out := []*ReportRow{}
	err = d.Store.Snapshot(ctx, func(c *ent.Client) error {
		if err := r.begin(ctx, c); err != nil {
			return err
		}
		for row, err := range r.all(ctx, place, nil) {
			if err != nil {
				return err
			}
			if out = append(out, row); len(out) > first {
				return nil
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// reportReader reads one report for a viewer as of one instant, as a whole or a stretch of days at a time.
type reportReader struct {
	desk    *Desk
	viewer  store.Viewer
	in      ReportInput
	defined []reporting.Definition
	// sums and spread are the measures that the figures are made of.
	sums, spread []reporting.Measure
	names        func(reporting.Dimension, string) string
	zone         *time.Location
	// begin gives it.
	reportInstant
}

// reportInstant is the database as it is at an instant, the office's day then, and up to which entry it is rolled up.
type reportInstant struct {
	c     *ent.Client
	today workday.Date
	upTo  map[string]int64
	// stray are communities whose rollups are not read.
	stray []string
}

// reportReader checks what is asked; it refuses the public, and what cannot be answered.
func (d *Desk) reportReader(ctx context.Context, in ReportInput) (*reportReader, error) {
	v, err := d.Reader(ctx)
	if err != nil {
		return nil, err
	}
	if err := in.check(); err != nil {
		return nil, err
	}
	o, err := d.Office(ctx, v.Community)
	if err != nil {
		return nil, err
	}
	r, err := d.reportOf(v, o, in)
	if err != nil {
		return nil, err
	}
	r.names, err = d.reportNames(ctx, in.By)
	return r, err
}

// reportOf reads figures of an office's time for a viewer; the keys of its rows have no names.
func (d *Desk) reportOf(v store.Viewer, o *Office, in ReportInput) (*reportReader, error) {
	r := &reportReader{desk: d, viewer: v, in: in, defined: make([]reporting.Definition, len(in.Figures)), zone: o.Calendar.Location()}
	for i, f := range in.Figures {
		def, ok := reporting.Define(f)
		if !ok {
			return nil, office.Refuse(office.BadInput, "R", "figures")
		}
		r.defined[i] = def
		if def.Percent > 0 {
			r.spread = append(r.spread, def.Sum)
		} else {
			r.sums = append(append(r.sums, def.Sum), def.Over...)
		}
	}
	return r, nil
}

// begin lets the report be of the instant of a snapshot.
func (r *reportReader) begin(ctx context.Context, c *ent.Client) (err error) {
	r.c = c
	if r.upTo, err = foldedUpTo(ctx, c, r.viewer.Communities...); err != nil {
		return err
	}
	r.stray, err = r.strays(ctx)
	// What the snapshot shows was counted before this day ends.
	r.today = workday.DateOf(r.desk.Now(), r.zone)
	return err
}

// pullLines is how many groups times measures are read at a time, about; one period may hold more.
const pullLines = 20_000

// all reads the rows of the report in their order, those after a place, some periods at a time, as many as hold about pullLines; hold is asked before each
// reading, where it is not nil.
func (r *reportReader) all(ctx context.Context, after *reportGroup, hold func() error) iter.Seq2[*ReportRow, error] {
	return func(yield func(*ReportRow, error) bool) {
		from, periods := r.in.From, 1
		if len(r.in.By) == 0 {
			periods = mostReportDays
		}
		if after != nil && after.period != "" {
			begin, err := workday.ParseDate(after.period)
			if err != nil {
				yield(nil, office.Refuse(office.BadInput, "R", "after"))
				return
			}
			from = later(from, begin)
		}
		for !from.After(r.in.Until) {
			if hold != nil {
				if err := hold(); err != nil {
					yield(nil, err)
					return
				}
			}
			until, most := r.stretch(from, periods), pullLines
			if periods == 1 {
				most = mostReportRows
			}
			read, err := r.read(ctx, from, until, most)
			if refusal, ok := errors.AsType[*office.Refusal](err); ok && refusal.Code == office.LimitExceeded && periods > 1 {
				periods = max(1, periods/4)
				continue
			}
			if err != nil {
				yield(nil, err)
				return
			}
			for _, g := range read.order {
				if after != nil && g.compare(*after) <= 0 {
					continue
				}
				row, err := r.row(read, g)
				if !yield(row, err) || err != nil {
					return
				}
			}
			if read.lines < pullLines/4 {
				periods = min(periods*2, mostReportDays)
			}
			from = until.AddDays(1)
		}
	}
}

// stretch is the last day of so many periods, the first of which holds from.
func (r *reportReader) stretch(from workday.Date, periods int) workday.Date {
	if r.in.Step == reporting.StepWhole || r.in.Step == "" {
		return r.in.Until
	}
	until := from
	for n := range periods {
		if n > 0 {
			until = until.AddDays(1)
		}
		until = r.in.Step.End(r.in.Step.Begin(until))
		if !until.Before(r.in.Until) {
			return r.in.Until
		}
	}
	return until
}

// row makes the row of a group.
func (r *reportReader) row(read *reportRead, g reportGroup) (*ReportRow, error) {
	out := &ReportRow{From: r.in.From, Until: r.in.Until, Values: read.values(g)}
	if g.period != "" {
		from, err := workday.ParseDate(g.period)
		if err != nil {
			return nil, err
		}
		out.From, out.Until = later(from, r.in.From), earlierDay(r.in.Step.End(from), r.in.Until)
	}
	for n, by := range r.in.By {
		out.Keys = append(out.Keys, ReportKey{by, g.keys[n], r.names(by, g.keys[n])})
	}
	var err error
	out.cursor, err = writeCursor(append([]string{g.period}, g.keys[:]...))
	return out, err
}

func later(a, b workday.Date) workday.Date {
	if a.Before(b) {
		return b
	}
	return a
}

func earlierDay(a, b workday.Date) workday.Date {
	if b.Before(a) {
		return b
	}
	return a
}

// FigureChanges are the days of which something was counted since a cursor.
type FigureChanges struct {
	Days []*ChangedDay
	// Cursor is to be asked with the next time; HasMore tells whether there is more already.
	Cursor  string
	HasMore bool
}

// ChangedDay is a day of a community.
type ChangedDay struct {
	CommunityID string
	Date        workday.Date
}

// changesPage is how many entries are looked at for one answer.
const changesPage = 2000

// FigureChanges gives the days whose figures changed since a cursor, "" for all that there are, as far as the viewer may see them; what is counted while
// one asks is not passed over: the numbers of a community's entries are in the order of commits (R).
func (d *Desk) FigureChanges(ctx context.Context, after string) (*FigureChanges, error) {
	v, err := d.Reader(ctx)
	if err != nil {
		return nil, err
	}
	places := map[string]int64{}
	if err := readCursor(after, &places); err != nil {
		return nil, err
	}
	out := &FigureChanges{Days: []*ChangedDay{}}
	known := map[ChangedDay]bool{}
	for _, community := range v.Communities {
		entries, err := d.Store.Read().FigureEntry.Query().Where(figureentry.CommunityID(community), figureentry.IDGT(places[community])).
			Order(figureentry.ByID()).Limit(changesPage).Select(figureentry.FieldID, figureentry.FieldDay).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			day, err := workday.ParseDate(e.Day)
			if err != nil {
				return nil, err
			}
			places[community] = e.ID
			if at := (ChangedDay{community, day}); !known[at] {
				known[at] = true
				out.Days = append(out.Days, &at)
			}
		}
		out.HasMore = out.HasMore || len(entries) == changesPage
	}
	slices.SortFunc(out.Days, func(a, b *ChangedDay) int {
		return cmp.Or(cmp.Compare(a.CommunityID, b.CommunityID), a.Date.Compare(b.Date))
	})
	out.Cursor, err = writeCursor(places)
	return out, err
}

// reportNames tells what the keys of a report are called, in the viewer's communities; what is unknown is called by its key.
func (d *Desk) reportNames(ctx context.Context, of []reporting.Dimension) (func(reporting.Dimension, string) string, error) {
	v, err := d.Reader(ctx)
	if err != nil {
		return nil, err
	}
	known := map[reporting.Dimension]map[string]string{}
	for _, x := range of {
		switch x {
		case reporting.ByCommunity, reporting.ByItem, reporting.ByPost, reporting.ByStaff:
			known[x] = map[string]string{}
		}
	}
	if len(known) == 0 {
		v.Communities = nil
	}
	for _, community := range v.Communities {
		o, err := d.Office(ctx, community)
		if err != nil {
			return nil, err
		}
		add := func(by reporting.Dimension, key, name string) {
			if known[by] != nil {
				known[by][key] = name
			}
		}
		add(reporting.ByCommunity, community, o.Community.Name)
		for _, i := range o.Items {
			add(reporting.ByItem, i.Code, i.Name)
		}
		for id, p := range o.Posts {
			add(reporting.ByPost, id, p.Name)
		}
		for id, s := range o.Staff {
			add(reporting.ByStaff, id, s.Name)
		}
	}
	return func(by reporting.Dimension, key string) string {
		if name := known[by][key]; name != "" {
			return name
		}
		return key
	}, nil
}
