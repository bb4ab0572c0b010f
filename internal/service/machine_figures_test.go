package service_test

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"xinxing/ent"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
)

// line is one thing that a journal counts, by the rule alone.
type line struct {
	reporting.Entry
	keys map[reporting.Dimension]string
	of   string // the case, "" where it is of none
}

// folded is what all journals of the director's community count, as far as somebody of it is told: who leads, all but ratings of their own; a clerk,
// what counts at the posts at which they work, without what is said about colleagues.
func (m *machine) folded(after *snapshot, login string) []line {
	var out []line
	cal, mine := m.office().Calendar, m.o.Community
	states := map[string]reporting.State{}
	fixed := func(c *ent.CaseFile) reporting.Case {
		return reporting.Case{FirstResponder: c.FirstResponderID, ContactAt: c.ContactAt, Service: c.Matter == casework.MatterService}
	}
	add := func(e reporting.Entry, c *ent.CaseFile) {
		var at reporting.Place
		if c != nil {
			at = reporting.Place{Item: c.ItemCode, Channel: string(c.Channel)}
			if c.PostID != nil {
				at.Post = *c.PostID
			}
			at = fixed(c).Counts(at)
		}
		if login != "director" {
			switch p := m.office().Posts[at.Post]; {
			case p == nil, p.AID != m.o.Staff[login].ID && p.BID != m.o.Staff[login].ID:
				return
			case e.Measure == reporting.Breaches, e.Measure == reporting.Ratings, e.Measure == reporting.Emergencies:
				return
			}
		}
		id := ""
		if c != nil {
			id = c.ID
		}
		out = append(out, line{e, map[reporting.Dimension]string{
			reporting.ByCommunity: mine, reporting.ByStaff: e.Staff, reporting.ByKind: e.Kind, reporting.ByItem: at.Item, reporting.ByPost: at.Post,
			reporting.ByChannel: at.Channel,
		}, id})
	}
	for _, e := range after.Events {
		if e.CommunityID != mine {
			continue
		}
		ev := reporting.Event{Kind: e.Kind, At: e.At, Responsible: e.ResponsibleID, Facts: e.Facts}
		if e.AlarmKind != nil {
			ev.Alarm = *e.AlarmKind
		}
		if e.ActorID != nil {
			ev.Actor = *e.ActorID
		}
		var c *ent.CaseFile
		of := reporting.Case{}
		if e.CaseID != "" {
			c = after.kase(e.CaseID)
			of = fixed(c)
		} else if e.AboutID != nil {
			ev.About = *e.AboutID
		}
		var entries []reporting.Entry
		states[e.CaseID], entries = reporting.Count(states[e.CaseID], of, ev, cal)
		for _, one := range entries {
			add(one, c)
		}
	}
	for _, r := range m.o.Desk.Store.Read().Rating.Query().AllX(m.o.System()) {
		if r.CommunityID == mine && r.AboutID != m.o.Staff["director"].ID { // whom it is about is not told (Q6)
			add(reporting.Rated(r.RatedAt, r.AboutID, r.Level, cal), after.kase(r.CaseID))
		}
	}
	return out
}

// fold takes what is counted so far into the rollups; reports after it read both.
func (m *machine) fold() {
	n, err := m.o.Desk.FoldFigures(m.o.System(), m.o.Community, rapid.IntRange(1, 5).Draw(m.T, "at least"))
	if err != nil {
		m.Fatal(err)
	}
	m.done["FOLD entries"] += n
}

// reports asks for figures of any kind, by anything, over any days, a page at a time, and compares them with the fold of the journals by the rule.
func (m *machine) reports() {
	after := look(m, m.o)
	lines := map[string][]line{"director": m.folded(after, "director"), "clerk-a": m.folded(after, "clerk-a")}
	today := workday.DateOf(m.o.Clock.Now(), m.office().Calendar.Location())
	words := func(of []string) []string { return rapid.Permutation(of).Draw(m.T, "order") }
	for range 6 {
		who := pick(m, "who asks", "director", "director", "clerk-a")
		if m.chance("fold before", 3) {
			m.fold()
		}
		until := today.AddDays(rapid.IntRange(-25, 3).Draw(m.T, "until"))
		in := service.ReportInput{
			Step:  reporting.Step(rapid.SampledFrom(reporting.Step("").Values()).Draw(m.T, "step")),
			From:  until.AddDays(-rapid.IntRange(0, 70).Draw(m.T, "from")),
			Until: until,
		}
		for _, f := range words(reporting.Figure("").Values())[:rapid.IntRange(1, 8).Draw(m.T, "figures")] {
			in.Figures = append(in.Figures, reporting.Figure(f))
		}
		for _, d := range words(reporting.Dimension("").Values())[:rapid.IntRange(0, 3).Draw(m.T, "by")] {
			in.By = append(in.By, reporting.Dimension(d))
		}
		if len(after.Cases) > 0 && m.chance("of one item", 3) {
			in.Where = &service.FigureFilter{ItemCodes: []string{pick(m, "item", after.Cases...).ItemCode}}
		} else if m.chance("of one channel", 4) {
			in.Where = &service.FigureFilter{Channels: []string{string(casework.ChannelPhone)}}
		}
		var got []string
		place := ""
		for {
			page, err := m.o.Desk.Report(m.as(who), in, 3, place)
			if err != nil {
				m.Fatal(err)
			}
			for _, r := range page[:min(3, len(page))] {
				key := []string{r.From.String(), r.Until.String()}
				for _, k := range r.Keys {
					key = append(key, k.Key)
				}
				for _, v := range r.Values {
					if v == nil {
						key = append(key, "-")
					} else {
						key = append(key, fmt.Sprint(*v))
					}
				}
				got, place = append(got, strings.Join(key, " ")), r.Cursor()
			}
			if len(page) <= 3 {
				break
			}
		}
		m.behind(who, in, lines[who])
		m.others(who, in, lines[who])
		for _, f := range []reporting.Figure{reporting.FigureBreaches, reporting.FigureEmergencies} {
			all := in
			all.Figures, all.Where = []reporting.Figure{f}, nil
			m.others(who, all, lines[who])
		}
		m.done["REPORT rows"] += len(got)
		want := expected(in, lines[who])
		slices.Sort(got)
		if !slices.Equal(got, want) {
			m.Fatalf("%s: %v by %v, %s from %s until %s:\n got %q\nwant %q", who, in.Figures, in.By, in.Step, in.From, in.Until, got, want)
		}
	}
}

// behind asks for the cases behind the first figure, a page at a time, by looking what counts up or the cases through, and compares them with the fold.
func (m *machine) behind(who string, in service.ReportInput, lines []line) {
	defer service.LooksThrough(m.o.Desk, service.LooksThrough(m.o.Desk, rapid.SampledFrom([]int{0, 1, 2000}).Draw(m.T, "many")))
	d, _ := reporting.Define(in.Figures[0])
	want := map[string]bool{}
	for _, l := range lines {
		if l.of != "" && l.Measure == d.Sum && !l.Day.Before(in.From) && !l.Day.After(in.Until) && passes(in.Where, l) {
			want[l.of] = true
		}
	}
	var got []string
	var place *service.Place
	for {
		page, count, err := m.o.Desk.FigureCases(m.as(who), in.Figures[0], in.From, in.Until, in.Where, 2, place)
		if err != nil {
			m.Fatal(err)
		}
		if n, err := count(m.as(who)); err != nil || n != len(want) {
			m.Fatalf("%d cases behind %s are counted, %v; want %d", n, in.Figures[0], err, len(want))
		}
		for _, c := range page[:min(2, len(page))] {
			if place != nil && (c.ContactAt.After(place.At) || c.ContactAt.Equal(place.At) && c.ID >= place.ID) {
				m.Fatalf("%s comes after %v", c.ID, place)
			}
			got, place = append(got, c.ID), &service.Place{At: c.ContactAt, ID: c.ID}
		}
		if len(page) <= 2 {
			break
		}
	}
	m.done["CASES behind"] += len(got)
	if sorted := slices.Sorted(maps.Keys(want)); !slices.Equal(slices.Sorted(slices.Values(got)), sorted) {
		m.Fatalf("%s: behind %s from %s until %s: %q, want %q", who, in.Figures[0], in.From, in.Until, got, sorted)
	}
}

// others asks for what of the first figure is of no case, a page at a time, and adds it up.
func (m *machine) others(who string, in service.ReportInput, lines []line) {
	d, _ := reporting.Define(in.Figures[0])
	want := 0
	for _, l := range lines {
		if l.of == "" && l.Measure == d.Sum && !l.Day.Before(in.From) && !l.Day.After(in.Until) && passes(in.Where, l) {
			want += l.Value
		}
	}
	got, n := 0, 0
	for place := (*service.Place)(nil); ; {
		page, all, err := m.o.Desk.FigureOthers(m.as(who), in.Figures[0], in.From, in.Until, in.Where, 2, place)
		if err != nil {
			m.Fatal(err)
		}
		for _, r := range page[:min(2, len(page))] {
			if r.About == nil || r.Day.Before(in.From) || r.Day.After(in.Until) {
				m.Fatalf("%s: behind %s: %+v", who, in.Figures[0], r)
			}
			at := r.Place()
			got, n, place = got+int(r.Value), n+1, &at
		}
		if len(page) <= 2 {
			if n != all {
				m.Fatalf("%d others behind %s are counted, %d are given", all, in.Figures[0], n)
			}
			break
		}
	}
	m.done["OTHERS behind"] += n
	if got != want {
		m.Fatalf("%s: of no case behind %s from %s until %s: %d, want %d", who, in.Figures[0], in.From, in.Until, got, want)
	}
}

// expected is a report by the rule: a fold of what the journals count.
func expected(in service.ReportInput, lines []line) []string {
	type sums struct {
		of     reporting.Sums
		values map[reporting.Measure]map[int]int
	}
	groups := map[string]*sums{}
	asked := map[reporting.Measure]bool{}
	for _, f := range in.Figures {
		d, _ := reporting.Define(f)
		asked[d.Sum] = true
		for _, over := range d.Over {
			asked[over] = true
		}
	}
	for _, l := range lines {
		if !asked[l.Measure] || l.Day.Before(in.From) || l.Day.After(in.Until) || !passes(in.Where, l) {
			continue
		}
		from, until := in.From, in.Until
		if in.Step != reporting.StepWhole {
			begin := in.Step.Begin(l.Day)
			if begin.After(from) {
				from = begin
			}
			if end := in.Step.End(begin); end.Before(until) {
				until = end
			}
		}
		key := []string{from.String(), until.String()}
		for _, by := range in.By {
			key = append(key, l.keys[by])
		}
		k := strings.Join(key, " ")
		if groups[k] == nil {
			groups[k] = &sums{reporting.Sums{}, map[reporting.Measure]map[int]int{}}
		}
		groups[k].of[l.Measure] += l.Value
		if groups[k].values[l.Measure] == nil {
			groups[k].values[l.Measure] = map[int]int{}
		}
		groups[k].values[l.Measure][l.Value]++
	}
	var out []string
	for k, g := range groups {
		row := []string{k}
		told := false
		for _, f := range in.Figures {
			d, _ := reporting.Define(f)
			var spread reporting.Spread
			for _, v := range slices.SortedFunc(maps.Keys(g.values[d.Sum]), cmp.Compare[int]) {
				spread = append(spread, reporting.Counted{Value: v, N: g.values[d.Sum][v]})
			}
			v, ok := d.Of(g.of, spread)
			if ok {
				row = append(row, fmt.Sprint(v))
			} else {
				row = append(row, "-")
			}
			// A sum of working time that is nought is no row of its own.
			told = told || d.Percent == 0 || len(spread) > 0
		}
		if told {
			out = append(out, strings.Join(row, " "))
		}
	}
	slices.Sort(out)
	return out
}

func passes(f *service.FigureFilter, l line) bool {
	return f == nil || (f.ItemCodes == nil || slices.Contains(f.ItemCodes, l.keys[reporting.ByItem])) &&
		(f.Channels == nil || slices.Contains(f.Channels, l.keys[reporting.ByChannel]))
}
