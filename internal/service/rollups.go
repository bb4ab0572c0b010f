package service

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"xinxing/ent"
	"xinxing/ent/community"
	"xinxing/ent/fact"
	"xinxing/ent/figureentry"
	"xinxing/ent/figurerollup"
	"xinxing/internal/office"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

const (
	// foldBatch bounds the entries of one transaction of a fold.
	foldBatch = 20_000
	// FoldAfter is how many entries of a community are waited for: fewer are quicker added up by each report than folded.
	FoldAfter = 500
	// foldEvery is how often it is looked whether there are so many.
	foldEvery = 5 * time.Second
)

func foldFact(community string) string { return figuresFact + ":" + community }

// foldedUpTo gives the number of the last entry that a community's rollups hold, of each community that has any.
func foldedUpTo(ctx context.Context, c *ent.Client, communities ...string) (map[string]int64, error) {
	keys := make([]string, len(communities))
	for i, one := range communities {
		keys[i] = foldFact(one)
	}
	facts, err := c.Fact.Query().Where(fact.IDIn(keys...)).All(store.With(ctx, store.System()))
	if err != nil {
		return nil, err
	}
	out := map[string]int64{}
	for _, f := range facts {
		n, err := strconv.ParseInt(f.Value, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("fact %s: %w", f.ID, err)
		}
		out[strings.TrimPrefix(f.ID, foldFact(""))] = n
	}
	return out, nil
}

// countedOf is a stored entry as the rule knows it.
func countedOf(r *ent.FigureEntry) (sum, error) {
	day, err := workday.ParseDate(r.Day)
	return sum{reporting.Entry{Measure: r.Measure, Day: day, Staff: r.StaffID, Kind: r.Kind, Value: r.Value},
		reporting.Place{Item: r.ItemCode, Post: r.PostID, Channel: r.Channel}}, err
}

// FoldFigures takes what was counted of a community into its rollups, where at least so many entries wait, and gives how many it took. It may run beside
// acts, which it does not hold up, and in any number of processes at once. A community's entries have numbers in the order of their commits
// (LockJournal): before the last that is read none comes any more.
func (d *Desk) FoldFigures(ctx context.Context, community string, atLeast int) (int, error) {
	ctx = store.With(ctx, store.System())
	for total := 0; ; {
		upto, err := foldedUpTo(ctx, d.Store.Read(), community)
		if err != nil {
			return total, err
		}
		// Nobody is held up for nothing: whether there is enough is asked outside the transaction.
		waits, err := d.Store.Read().FigureEntry.Query().Where(figureentry.CommunityID(community), figureentry.IDGT(upto[community])).
			Order(figureentry.ByID()).Offset(max(atLeast, 1) - 1).Limit(1).IDs(ctx)
		if err != nil || len(waits) == 0 {
			return total, err
		}
		n := 0
		err = d.Store.Log(ctx, foldFact(community), func(ctx context.Context, tx *store.Tx) (err error) {
			n, err = foldFigures(ctx, tx.Client, community)
			return err
		})
		if total += n; err != nil || n == 0 {
			return total, err
		}
	}
}

func foldFigures(ctx context.Context, c *ent.Client, community string) (int, error) {
	upto, err := foldedUpTo(ctx, c, community)
	if err != nil {
		return 0, err
	}
	entries, err := c.FigureEntry.Query().Where(figureentry.CommunityID(community), figureentry.IDGT(upto[community])).
		Order(figureentry.ByID()).Limit(foldBatch).All(ctx)
	if err != nil || len(entries) == 0 {
		return 0, err
	}
	cells, err := cellsOf(entries)
	if err != nil {
		return 0, err
	}
	var days []string
	var spreads []reporting.Measure
	for cell := range cells {
		if !reporting.Spreads(cell.Measure) {
			continue
		}
		if day := cell.Day.String(); !slices.Contains(days, day) {
			days = append(days, day)
		}
		if !slices.Contains(spreads, cell.Measure) {
			spreads = append(spreads, cell.Measure)
		}
	}
	// A sum is added to by the database, a spread is read and written.
	if len(days) > 0 {
		spread, err := c.FigureRollup.Query().Where(figurerollup.CommunityID(community), figurerollup.RollupIn(reporting.Rollups()...),
			figurerollup.MeasureIn(spreads...), figurerollup.DayIn(days...)).All(ctx)
		if err != nil {
			return 0, err
		}
		for _, r := range spread {
			cell, err := cellOf(r)
			if err != nil {
				return 0, err
			}
			if cells[cell] == nil {
				continue
			}
			if cells[cell].Spread, err = cells[cell].Spread.Unpack(r.Spread); err != nil {
				return 0, fmt.Errorf("rollup %d: %w", r.ID, err)
			}
		}
	}
	creates := make([]*ent.FigureRollupCreate, 0, len(cells))
	for cell, r := range cells {
		create := c.FigureRollup.Create().SetCommunityID(community).SetRollup(cell.Rollup).SetMeasure(cell.Measure).SetDay(cell.Day.String()).
			SetKey(cell.Key).SetKind(cell.Kind).SetTotal(r.Sum)
		if packed := r.Spread.Pack(); packed != nil {
			create.SetSpread(packed)
		}
		creates = append(creates, create)
	}
	for part := range slices.Chunk(creates, 500) {
		if err := c.FigureRollup.CreateBulk(part...).OnConflict(
			sql.ConflictColumns(figurerollup.FieldCommunityID, figurerollup.FieldRollup, figurerollup.FieldMeasure, figurerollup.FieldDay, figurerollup.FieldKey, figurerollup.FieldKind),
			sql.ResolveWith(func(u *sql.UpdateSet) {
				u.Set(figurerollup.FieldTotal, sql.Expr(figurerollup.Table+"."+figurerollup.FieldTotal+" + excluded."+figurerollup.FieldTotal)).
					SetExcluded(figurerollup.FieldSpread)
			})).Exec(ctx); err != nil {
			return 0, err
		}
	}
	last := strconv.FormatInt(entries[len(entries)-1].ID, 10)
	err = c.Fact.Create().SetID(foldFact(community)).SetValue(last).OnConflictColumns(fact.FieldID).UpdateValue().Exec(ctx)
	return len(entries), err
}

// cellsOf adds entries up by cells.
func cellsOf(entries []*ent.FigureEntry) (map[reporting.Cell]*reporting.Rolled, error) {
	cells := map[reporting.Cell]*reporting.Rolled{}
	for _, e := range entries {
		s, err := countedOf(e)
		if err != nil {
			return nil, fmt.Errorf("entry %d: %w", e.ID, err)
		}
		for _, cell := range reporting.CellsOf(s.Entry, s.Place) {
			if cells[cell] == nil {
				cells[cell] = &reporting.Rolled{}
			}
			cells[cell].Take(s.Measure, s.Value, e.N)
		}
	}
	return cells, nil
}

func cellOf(r *ent.FigureRollup) (reporting.Cell, error) {
	day, err := workday.ParseDate(r.Day)
	return reporting.Cell{Rollup: r.Rollup, Measure: r.Measure, Day: day, Key: r.Key, Kind: r.Kind}, err
}

// refold throws a community's rollups away and makes them anew. Meanwhile reports add entries up.
func (d *Desk) refold(ctx context.Context, community string) error {
	err := d.Store.Log(ctx, foldFact(community), func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.FigureRollup.Delete().Where(figurerollup.CommunityID(community)).Exec(ctx); err != nil {
			return err
		}
		_, err := tx.Fact.Delete().Where(fact.ID(foldFact(community))).Exec(ctx)
		return err
	})
	if err != nil {
		return err
	}
	_, err = d.FoldFigures(ctx, community, 1)
	return err
}

// KeepRollups folds what was counted, time and again, until ctx ends.
func (d *Desk) KeepRollups(ctx context.Context) {
	tick := time.NewTicker(foldEvery)
	defer tick.Stop()
	for {
		if err := d.foldAll(ctx); err != nil && ctx.Err() == nil {
			d.Log.Error("rollups", "error", err)
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}

func (d *Desk) foldAll(ctx context.Context) error {
	communities, err := d.Store.Read().Community.Query().Order(community.ByID()).IDs(store.With(ctx, store.System()))
	if err != nil {
		return err
	}
	for _, c := range communities {
		if _, err := d.FoldFigures(ctx, c, FoldAfter); err != nil {
			return err
		}
	}
	return nil
}

// verifyRollups looks at what is rolled up of one month of a community: it is the sum of the entries up to the number. Pages are named by community, month
// and last month.
func verifyRollups(ctx context.Context, c *ent.Client, after string, r *Report) (string, bool, error) {
	at, month, last, err := nextMonth(ctx, c, after)
	if err != nil || at == "" {
		return "", false, err
	}
	upto, err := foldedUpTo(ctx, c, at)
	if err != nil {
		return "", false, err
	}
	// Every measure by its name: no index leads by the day alone.
	from, until := month+"-01", month+"-31"
	entries, err := c.FigureEntry.Query().Where(figureentry.CommunityID(at), figureentry.MeasureIn(reporting.Measures()...), figureentry.DayGTE(from),
		figureentry.DayLTE(until), figureentry.IDLTE(upto[at])).All(ctx)
	if err != nil {
		return "", false, err
	}
	want, err := cellsOf(entries)
	if err != nil {
		return "", false, err
	}
	rolled, err := c.FigureRollup.Query().Where(figurerollup.CommunityID(at), figurerollup.RollupIn(reporting.Rollups()...),
		figurerollup.MeasureIn(reporting.Measures()...), figurerollup.DayGTE(from), figurerollup.DayLTE(until)).Order(figurerollup.ByID()).All(ctx)
	if err != nil {
		return "", false, err
	}
	wrong := map[string]string{}
	for _, x := range rolled {
		cell, err := cellOf(x)
		if err != nil {
			return "", false, err
		}
		w := want[cell]
		delete(want, cell)
		if w == nil {
			w = &reporting.Rolled{}
		}
		spread, err := reporting.Spread(nil).Unpack(x.Spread)
		if err != nil || x.Total != w.Sum || !slices.Equal(spread, w.Spread.Tidy()) {
			wrong[fmt.Sprint(cell)] = fmt.Sprintf("is %d, its entries are %d", x.Total, w.Sum)
		}
	}
	for cell, w := range want {
		wrong[fmt.Sprint(cell)] = fmt.Sprintf("is not there, its entries are %d", w.Sum)
	}
	// One entry that is gone stands in six of them.
	if len(wrong) > 0 {
		first := slices.Min(slices.Collect(maps.Keys(wrong)))
		r.find(at, fmt.Sprintf("%d rollups of %s are not what the entries are: %s %s", len(wrong), month, first, wrong[first]))
	}
	return at + " " + month + " " + last, true, nil
}

// nextMonth gives the month after a page's, and which is the last, of a community that was folded; "" where there is none. What stands of one that was not
// is read by nobody.
func nextMonth(ctx context.Context, c *ent.Client, after string) (at, month, last string, err error) {
	if of := strings.Fields(after); len(of) == 3 {
		if at, month, last = of[0], of[1], of[2]; month < last {
			first, err := workday.ParseDate(month + "-01")
			return at, first.AddMonths(1).String()[:7], last, err
		}
	}
	folded, err := c.Fact.Query().Where(fact.IDGT(foldFact(at)), fact.IDLT(figuresFact+";")).Order(fact.ByID()).Limit(1).IDs(ctx) // what begins with it: ; comes after :
	if err != nil || len(folded) == 0 {
		return "", "", "", err
	}
	at = strings.TrimPrefix(folded[0], foldFact(""))
	var days []struct {
		First *string `json:"first"`
		Last  *string `json:"last"`
	}
	ends := func(s *sql.Selector, day string) {
		s.SelectExpr(sql.Expr("MIN("+s.C(day)+") AS first"), sql.Expr("MAX("+s.C(day)+") AS last"))
	}
	err = c.FigureEntry.Query().Where(figureentry.CommunityID(at)).Modify(func(s *sql.Selector) { ends(s, figureentry.FieldDay) }).Scan(ctx, &days)
	if err != nil {
		return "", "", "", err
	}
	first, until := "9999-12", ""
	take := func() {
		for _, x := range days {
			if x.First != nil && x.Last != nil {
				first, until = min(first, (*x.First)[:7]), max(until, (*x.Last)[:7])
			}
		}
	}
	take()
	days = nil
	err = c.FigureRollup.Query().Where(figurerollup.CommunityID(at)).Modify(func(s *sql.Selector) { ends(s, figurerollup.FieldDay) }).Scan(ctx, &days)
	if err != nil {
		return "", "", "", err
	}
	take()
	if until == "" { // nothing counts any more
		return nextMonth(ctx, c, at+" 9999-12 9999-12")
	}
	return at, first, until, nil
}

// counts is what counts in one group of a report.
type counts struct {
	sums   reporting.Sums
	spread map[reporting.Measure]reporting.Spread
}

// reportRead is what was read of a stretch of days: its groups in order, and what counts in each.
type reportRead struct {
	context.Context
	*reportReader
	in     ReportInput
	most   int
	order  []reportGroup
	groups map[reportGroup]*counts
	// lines is how much was read for it.
	lines int
}

// read reads what counts between two days, both included; LIMIT_EXCEEDED where it is more than most groups times measures.
func (r *reportReader) read(ctx context.Context, from, until workday.Date, most int) (*reportRead, error) {
	out := &reportRead{Context: ctx, reportReader: r, in: r.in, most: most, groups: map[reportGroup]*counts{}}
	out.in.From, out.in.Until = from, until
	if err := out.measures(r.sums, false); err != nil {
		return nil, err
	}
	if err := out.measures(r.spread, true); err != nil {
		return nil, err
	}
	for g, counted := range out.groups {
		for m, s := range counted.spread {
			counted.spread[m] = s.Tidy()
		}
		if !counted.none() {
			out.order = append(out.order, g)
		}
	}
	slices.SortFunc(out.order, reportGroup.compare)
	return out, nil
}

// values are the figures of a group in the order asked for; nil where there is nothing to tell a figure of.
func (r *reportRead) values(g reportGroup) []*float64 {
	out := make([]*float64, len(r.defined))
	counted := r.groups[g]
	if counted == nil {
		counted = &counts{}
	}
	for i, def := range r.defined {
		if v, ok := def.Of(counted.sums, counted.spread[def.Sum]); ok {
			out[i] = &v
		}
	}
	return out
}

// source is from where measures are read: a rollup, or "" for the entries.
type source = reporting.Rollup

// rollupOf gives the rollup that tells all apart that a report asks for; none where it is more than one thing.
func (in *ReportInput) rollupOf() (reporting.Rollup, bool) {
	of := reporting.RollupMonth
	apart := func(d reporting.Dimension) bool {
		rollup, ok := reporting.RollupBy(d)
		if !ok || rollup == of {
			return true
		}
		was := of
		of = rollup
		return was == reporting.RollupMonth
	}
	for _, d := range in.By {
		if !apart(d) {
			return "", false
		}
	}
	if f := in.Where; f != nil {
		for d, list := range map[reporting.Dimension][]string{
			reporting.ByItem: f.ItemCodes, reporting.ByPost: f.PostIDs, reporting.ByStaff: f.StaffIDs, reporting.ByChannel: f.Channels,
		} {
			if len(list) > 0 && !apart(d) {
				return "", false
			}
		}
	}
	return of, true
}

// sourceOf tells from where a measure is read for whole months, and for days.
func (r *reportRead) sourceOf(m reporting.Measure) (months, days source) {
	of, ok := r.in.rollupOf()
	if !ok || len(r.upTo) == 0 { // nothing was folded yet
		return "", ""
	}
	only := store.RolledUp(r.viewer, m)
	switch {
	case only == "" && of == reporting.RollupMonth:
		return of, reporting.RollupDay
	case only == "" || only == of:
		return of, ""
	case of == reporting.RollupMonth: // what one may be told of is added up
		return only, ""
	}
	return "", ""
}

// strays gives those communities of the viewer that have rollups without a number up to which they hold: these are not read. There is none but where somebody
// took the number away, so that reports say nothing of communities at all beside what the guard says: planners would guess far fewer, and read worse.
func (r *reportReader) strays(ctx context.Context) ([]string, error) {
	unknown := slices.DeleteFunc(slices.Clone(r.viewer.Communities), func(c string) bool { _, folded := r.upTo[c]; return folded })
	if len(r.upTo) == 0 || len(unknown) == 0 {
		return nil, nil
	}
	// In the order of the index: to find none of a kind that is guessed common, planners would read the whole table.
	any, err := r.c.FigureRollup.Query().Where(figurerollup.CommunityIDIn(unknown...)).
		Order(figurerollup.ByCommunityID(), figurerollup.ByRollup(), figurerollup.ByMeasure(), figurerollup.ByDay(), figurerollup.ByKey(), figurerollup.ByKind()).
		Limit(1).IDs(store.With(ctx, store.System()))
	if err != nil || len(any) == 0 {
		return nil, err
	}
	return unknown, nil
}

// measures reads measures: from rollups what they hold, and from entries the rest and what came after.
func (r *reportRead) measures(of []reporting.Measure, spread bool) error {
	type place struct {
		from  source
		minus bool
	}
	type reading struct {
		place
		of   []reporting.Measure
		days []reporting.Part
	}
	var all []*reading
	for _, m := range of {
		months, days := r.sourceOf(m)
		at := map[place][]reporting.Part{}
		for _, p := range reporting.Parts(r.in.Step, r.in.From, r.in.Until, r.today) {
			from := days
			if p.Months {
				from = months
			}
			at[place{from, p.Minus}] = append(at[place{from, p.Minus}], p)
		}
		for from, spans := range at {
			i := slices.IndexFunc(all, func(x *reading) bool { return x.place == from && slices.Equal(x.days, spans) })
			if i < 0 {
				all, i = append(all, &reading{place: from, days: spans}), len(all)
			}
			if !slices.Contains(all[i].of, m) {
				all[i].of = append(all[i].of, m)
			}
		}
	}
	for _, x := range all {
		if x.from == "" {
			// Each stretch by itself: an index is read between two days, not between several.
			for i := range x.days {
				if err := r.entries(x.of, x.days[i:i+1], spread, x.minus, false); err != nil {
					return err
				}
			}
			continue
		}
		if err := r.rolledUp(x.from, x.of, x.days, spread, x.minus); err != nil {
			return err
		}
		if err := r.entries(x.of, x.days, spread, x.minus, true); err != nil {
			return err
		}
	}
	return nil
}

// reportLine is a row of a statement of a report: what counts of one measure, or of some abreast.
type reportLine struct {
	Period  string            `json:"period"`
	K0      string            `json:"k0"`
	K1      string            `json:"k1"`
	K2      string            `json:"k2"`
	Measure reporting.Measure `json:"measure"`
	V       int64             `json:"v"`
	N       int64             `json:"n"`
	Spread  []byte            `json:"spread"`
	M0      int64             `json:"m0"`
	M1      int64             `json:"m1"`
	M2      int64             `json:"m2"`
	M3      int64             `json:"m3"`
}

// sideBySide is up to how many measures stand abreast in a row of a statement over rollups; of more each has a row of its own. To take a row into the
// program costs more than to add a rollup up, and to ask a rollup which of many measures it is of costs too.
const sideBySide = 4

// group gives the columns by which a report is told apart, over those of a table, and groups by them.
func (in *ReportInput) group(s *sql.Selector, column func(reporting.Dimension) string, day string) (columns []sql.Querier, by []string) {
	if in.Step != reporting.StepWhole && in.Step != "" {
		columns, by = append(columns, sql.Expr(periodOf(s.Dialect(), day, in.Step)+" AS period")), append(by, "period")
	}
	for i, d := range in.By {
		key, name := s.C(column(d)), fmt.Sprintf("k%d", i)
		if s.Dialect() == dialect.SQLite {
			key = "+" + key // else it reads in the order of an index that leads by this column, and all of it
		}
		columns, by = append(columns, sql.Expr(key+" AS "+name)), append(by, name)
	}
	return columns, by
}

// within and measured compare an expression, which ent's predicates would quote as a column.
func within(day string, days []reporting.Part) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.WriteByte('(')
		for i, x := range days {
			if i > 0 {
				b.WriteString(" OR ")
			}
			b.WriteString(day + " >= ").Arg(x.From.String()).WriteString(" AND " + day + " <= ").Arg(x.Until.String())
		}
		b.WriteByte(')')
	})
}

func measured(measure string, of []reporting.Measure) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.WriteString(measure + " IN (")
		for i, m := range of {
			if i > 0 {
				b.Comma()
			}
			b.Arg(string(m))
		}
		b.WriteByte(')')
	})
}

// entries adds entries up: all of those days, or those that came after what is rolled up.
func (r *reportRead) entries(of []reporting.Measure, days []reporting.Part, spread, minus, after bool) error {
	var rows []reportLine
	err := r.c.FigureEntry.Query().Limit(r.most+1).Modify(func(s *sql.Selector) {
		if after {
			var news []*sql.Predicate
			for _, c := range r.viewer.Communities {
				news = append(news, sql.And(sql.EQ(s.C(figureentry.FieldCommunityID), c), sql.GT(s.C(figureentry.FieldID), r.upTo[c])))
			}
			// There are few of them, by their numbers. Planners take the measure and the days for narrower, and read a year; no index leads by an expression.
			s.Where(sql.Or(news...)).Where(measured(s.C(figureentry.FieldMeasure)+" || ''", of)).Where(within(s.C(figureentry.FieldDay)+" || ''", days))
		} else {
			s.Where(measured(s.C(figureentry.FieldMeasure), of)).Where(within(s.C(figureentry.FieldDay), days))
		}
		r.in.Where.narrow(s, func(d reporting.Dimension) string { return dimensionColumns[d] })
		columns, by := r.in.group(s, func(d reporting.Dimension) string { return dimensionColumns[d] }, s.C(figureentry.FieldDay))
		columns, by = append(columns, sql.Expr(s.C(figureentry.FieldMeasure)+" AS measure")), append(by, s.C(figureentry.FieldMeasure))
		n := "SUM(" + s.C(figureentry.FieldN) + " * " + s.C(figureentry.FieldValue) + ")"
		if spread {
			n = "SUM(" + s.C(figureentry.FieldN) + ")"
			columns, by = append(columns, sql.Expr(s.C(figureentry.FieldValue)+" AS v")), append(by, "v")
		}
		s.SelectExpr(append(columns, sql.Expr("CAST("+n+" AS BIGINT) AS n"))...).GroupBy(by...).Having(sql.ExprP(n + " <> 0"))
	}).Scan(r, &rows)
	if err != nil {
		return err
	}
	return r.take(rows, nil, spread, minus)
}

// rolledUp reads a rollup.
func (r *reportRead) rolledUp(rollup reporting.Rollup, of []reporting.Measure, days []reporting.Part, spread, minus bool) error {
	column := func(d reporting.Dimension) string {
		switch d {
		case reporting.ByCommunity:
			return figurerollup.FieldCommunityID
		case reporting.ByKind:
			return figurerollup.FieldKind
		}
		return figurerollup.FieldKey
	}
	q := r.c.FigureRollup.Query().Where(figurerollup.RollupEQ(rollup), figurerollup.MeasureIn(of...)).Limit(r.most + 1)
	if len(r.stray) > 0 {
		q.Where(figurerollup.CommunityIDNotIn(r.stray...))
	}
	var abreast []reporting.Measure
	if !spread && len(of) <= sideBySide {
		abreast = of
	}
	var rows []reportLine
	err := q.Modify(func(s *sql.Selector) {
		s.Where(within(s.C(figurerollup.FieldDay), days))
		r.in.Where.narrow(s, column)
		columns, by := r.in.group(s, column, s.C(figurerollup.FieldDay))
		measure, total := s.C(figurerollup.FieldMeasure), s.C(figurerollup.FieldTotal)
		for i, m := range abreast {
			columns = append(columns, sql.Expr(fmt.Sprintf("CAST(COALESCE(SUM(%s) FILTER (WHERE %s = '%s'), 0) AS BIGINT) AS m%d", total, measure, m, i)))
		}
		switch {
		case spread:
			s.SelectExpr(append(columns, sql.Expr(measure+" AS measure"), sql.Expr(s.C(figurerollup.FieldSpread)+" AS spread"))...).
				Where(sql.NotNull(s.C(figurerollup.FieldSpread)))
		case abreast != nil:
			s.SelectExpr(columns...).GroupBy(by...)
		default:
			s.SelectExpr(append(columns, sql.Expr(measure+" AS measure"), sql.Expr("CAST(SUM("+total+") AS BIGINT) AS n"))...).GroupBy(append(by, measure)...).
				Having(sql.ExprP("SUM(" + total + ") <> 0"))
		}
	}).Scan(r, &rows)
	if err != nil {
		return err
	}
	return r.take(rows, abreast, spread, minus)
}

// take adds the rows of a statement to the groups, or takes them away: of some measures abreast, or else of the one that a row names.
func (r *reportRead) take(rows []reportLine, abreast []reporting.Measure, spread, minus bool) error {
	sign := 1
	if minus {
		sign = -1
	}
	if r.lines += len(rows) * max(len(abreast), 1); r.lines > r.most {
		return office.Refuse(office.LimitExceeded, "R", "by").With("limit", r.most)
	}
	for i := range rows {
		x := &rows[i]
		g := r.of(x)
		if spread && g.spread == nil {
			g.spread = map[reporting.Measure]reporting.Spread{}
		}
		switch {
		case abreast != nil:
			sums := [sideBySide]int64{x.M0, x.M1, x.M2, x.M3}
			for k, m := range abreast {
				g.sums[m] += sign * int(sums[k])
			}
		case !spread:
			g.sums[x.Measure] += sign * int(x.N)
		case x.Spread != nil:
			all := len(g.spread[x.Measure])
			var err error
			if g.spread[x.Measure], err = g.spread[x.Measure].Unpack(x.Spread); err != nil {
				return err
			}
			for i := range g.spread[x.Measure][all:] {
				g.spread[x.Measure][all+i].N *= sign
			}
		default:
			g.spread[x.Measure] = append(g.spread[x.Measure], reporting.Counted{Value: int(x.V), N: sign * int(x.N)})
		}
	}
	return nil
}

// of is the group of a row.
func (r *reportRead) of(x *reportLine) *counts {
	key := reportGroup{x.Period, [mostReportBy]string{x.K0, x.K1, x.K2}}
	g := r.groups[key]
	if g == nil {
		g = &counts{sums: reporting.Sums{}}
		r.groups[key] = g
	}
	return g
}

// none tells whether nothing counts; spreads are tidy.
func (c *counts) none() bool {
	for _, n := range c.sums {
		if n != 0 {
			return false
		}
	}
	for _, s := range c.spread {
		if len(s) > 0 {
			return false
		}
	}
	return true
}
