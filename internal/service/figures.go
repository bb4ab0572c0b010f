package service

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"xinxing/ent"
	"xinxing/ent/caseevent"
	"xinxing/ent/casefile"
	"xinxing/ent/community"
	"xinxing/ent/fact"
	"xinxing/ent/figureentry"
	"xinxing/ent/predicate"
	"xinxing/ent/rating"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/reporting"
	"xinxing/internal/store"
)

// figures are what an act counts, kept until its end: only then is it known to which item and post a case belongs.
type figures struct {
	of    []countedIn
	moved []*ent.CaseFile // came to another item or post, with what was counted before
}

// countedIn is what one entry of a journal counts: of a case, or of another record.
type countedIn struct {
	c       *ent.CaseFile
	record  string
	entries []reporting.Entry
}

func fixed(c *ent.CaseFile) reporting.Case {
	return reporting.Case{
		FirstResponder: c.FirstResponderID, ContactAt: c.ContactAt, Service: c.Matter == "" || c.Matter == casework.MatterService,
	}
}

// count takes the entry that was just noted of a case into its tally, and keeps what it counts.
func (a *act) count(c *ent.CaseFile, e reporting.Event) {
	tally, entries := reporting.Count(c.Tally, fixed(c), e, a.office.Calendar)
	c.Tally = tally
	if len(entries) > 0 {
		a.figures.of = append(a.figures.of, countedIn{c: c, entries: entries})
	}
}

// countRecord is count of a record that is no case.
func (a *act) countRecord(id string, e reporting.Event) {
	if _, entries := reporting.Count(reporting.State{}, reporting.Case{}, e, a.office.Calendar); len(entries) > 0 {
		a.figures.of = append(a.figures.of, countedIn{record: id, entries: entries})
	}
}

// countRating counts a rating, which no journal tells of (Q6).
func (a *act) countRating(c *ent.CaseFile, r *ent.Rating) {
	a.figures.of = append(a.figures.of, countedIn{c: c, entries: []reporting.Entry{rated(r, a.office)}})
}

func rated(r *ent.Rating, o *Office) reporting.Entry {
	return reporting.Rated(r.RatedAt, r.AboutID, r.Level, o.Calendar)
}

// moves says that a case comes to another item or post: what it counted goes with it.
func (a *act) moves(c *ent.CaseFile) {
	if c.Events > 0 && !slices.Contains(a.figures.moved, c) {
		a.figures.moved = append(a.figures.moved, c)
	}
}

// placeOf is where a case counts now; of a record that is no case it is nowhere.
func placeOf(c *ent.CaseFile) reporting.Place {
	if c == nil {
		return reporting.Place{}
	}
	p := reporting.Place{Item: c.ItemCode, Channel: string(c.Channel)}
	if c.PostID != nil {
		p.Post = *c.PostID
	}
	return fixed(c).Counts(p)
}

// sum is one thing in one place; entries of it are added up.
type sum struct {
	reporting.Entry
	reporting.Place
}

// in is the same thing in another place.
func (s sum) in(p reporting.Place) sum { return sum{s.Entry, p} }

func (s sum) entry(create *ent.FigureEntryCreate, community string, n int) *ent.FigureEntryCreate {
	return create.SetCommunityID(community).SetMeasure(s.Measure).SetDay(s.Day.String()).SetItemCode(s.Item).SetPostID(s.Post).SetStaffID(s.Staff).
		SetChannel(s.Channel).SetKind(s.Kind).SetValue(s.Value).SetN(n)
}

// standingCounts gives what stands counted of some cases, or of some other records, by key.
func standingCounts(ctx context.Context, q *ent.FigureEntryQuery) (map[string]map[sum]int, error) {
	rows, err := q.All(ctx)
	out := map[string]map[sum]int{}
	for _, r := range rows {
		id := r.CaseID + r.RecordID
		s, err := countedOf(r)
		if err != nil {
			return nil, err
		}
		if out[id] == nil {
			out[id] = map[sum]int{}
		}
		if out[id][s] += r.N; out[id][s] == 0 {
			delete(out[id], s)
		}
	}
	return out, err
}

// writeFigures writes what the act counted.
func (a *act) writeFigures() error {
	var creates []*ent.FigureEntryCreate
	for _, c := range a.figures.moved {
		before, err := standingCounts(a, a.tx.FigureEntry.Query().Where(figureentry.CaseID(c.ID)))
		if err != nil {
			return err
		}
		for s, n := range before[c.ID] {
			if to := s.in(placeOf(c)); to != s {
				for range n {
					creates = append(creates, s.entry(a.tx.FigureEntry.Create().SetCaseID(c.ID), c.CommunityID, -1),
						to.entry(a.tx.FigureEntry.Create().SetCaseID(c.ID), c.CommunityID, 1))
				}
			}
		}
	}
	for _, x := range a.figures.of {
		for _, e := range x.entries {
			create, community := a.tx.FigureEntry.Create(), a.office.Community.ID
			if x.c != nil {
				create.SetCaseID(x.c.ID)
				// A bad rating is an act of the office above, and counts in the case's.
				if community = x.c.CommunityID; community != a.office.Community.ID {
					if err := a.tx.LockJournal(a, community); err != nil {
						return err
					}
				}
			} else {
				create.SetRecordID(x.record)
			}
			creates = append(creates, sum{e, placeOf(x.c)}.entry(create, community, 1))
		}
	}
	a.figures.moved, a.figures.of = nil, nil
	for part := range slices.Chunk(creates, 200) {
		if err := a.tx.FigureEntry.CreateBulk(part...).Exec(a); err != nil {
			return err
		}
	}
	return nil
}

// eventOf is an entry of a journal as the figures read it.
func eventOf(e *ent.CaseEvent) reporting.Event {
	out := reporting.Event{Kind: e.Kind, At: e.At, Responsible: e.ResponsibleID, Facts: e.Facts}
	if e.AlarmKind != nil {
		out.Alarm = *e.AlarmKind
	}
	if e.ActorID != nil {
		out.Actor = *e.ActorID
	}
	if e.AboutID != nil && e.CaseID == "" {
		out.About = *e.AboutID
	}
	return out
}

// recounted is what a case, or another record, counts by the rule and its journal alone, beside what stands counted of it.
type recounted struct {
	c                 *ent.CaseFile
	record, community string
	tally             reporting.State
	by, stands        map[sum]int
}

// sound tells whether what stands is what the journal says.
func (r recounted) sound() bool {
	return maps.Equal(r.by, r.stands) && (r.c == nil || r.c.Tally.Same(r.tally))
}

// officesIn looks each office up once, settled.
func (d *Desk) officesIn(ctx context.Context, c *ent.Client) func(community string) (*Office, error) {
	known := map[string]*Office{}
	return func(community string) (*Office, error) {
		if known[community] == nil {
			o, err := d.officeOf(ctx, c, community)
			if err != nil {
				return nil, err
			}
			known[community] = o.settled(d.Now())
		}
		return known[community], nil
	}
}

// recountPage is how many cases or records are reckoned at a time.
const recountPage = 200

// recountCases reckons what cases count by their entries, in order: two statements more than what is given.
func recountCases(ctx context.Context, c *ent.Client, page []*ent.CaseFile, events []*ent.CaseEvent, office func(community string) (*Office, error)) ([]recounted, error) {
	ids, out, at := make([]string, len(page)), make([]recounted, len(page)), map[string]int{}
	for i, x := range page {
		ids[i], at[x.ID] = x.ID, i
	}
	ratings, err := c.Rating.Query().Where(rating.CaseIDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	stands, err := standingCounts(ctx, c.FigureEntry.Query().Where(figureentry.CaseIDIn(ids...)))
	if err != nil {
		return nil, err
	}
	for i, x := range page {
		out[i] = recounted{c: x, community: x.CommunityID, by: map[sum]int{}, stands: stands[x.ID]}
	}
	for _, e := range events {
		r := &out[at[e.CaseID]]
		o, err := office(r.community)
		if err != nil {
			return nil, err
		}
		var entries []reporting.Entry
		r.tally, entries = reporting.Count(r.tally, fixed(r.c), eventOf(e), o.Calendar)
		for _, one := range entries {
			r.by[sum{one, placeOf(r.c)}]++
		}
	}
	for _, x := range ratings {
		r := &out[at[x.CaseID]]
		o, err := office(r.community)
		if err != nil {
			return nil, err
		}
		r.by[sum{rated(x, o), placeOf(r.c)}]++
	}
	return out, nil
}

// recountRecords reckons the next page of entries of other records after a number; 0 begins. Of such a record one entry counts, by itself.
func (d *Desk) recountRecords(ctx context.Context, c *ent.Client, after int64, of ...predicate.CaseEvent) ([]recounted, int64, error) {
	events, err := c.CaseEvent.Query().Where(append(of, caseevent.IDGT(after), caseevent.CaseIDIsNil(),
		caseevent.KindIn(casework.EventBreachFound, casework.EventBreachReported, casework.EventAbsenceBegan))...).Order(caseevent.ByID()).Limit(recountPage).All(ctx)
	if err != nil || len(events) == 0 {
		return nil, after, err
	}
	ids := make([]string, len(events))
	for i, e := range events {
		ids[i] = e.RecordID
	}
	stands, err := standingCounts(ctx, c.FigureEntry.Query().Where(figureentry.RecordIDIn(ids...)))
	if err != nil {
		return nil, after, err
	}
	office, out := d.officesIn(ctx, c), make([]recounted, len(events))
	for i, e := range events {
		o, err := office(e.CommunityID)
		if err != nil {
			return nil, after, err
		}
		out[i] = recounted{record: e.RecordID, community: e.CommunityID, by: map[sum]int{}, stands: stands[e.RecordID]}
		_, entries := reporting.Count(reporting.State{}, reporting.Case{}, eventOf(e), o.Calendar)
		for _, one := range entries {
			out[i].by[sum{Entry: one}]++
		}
	}
	return out, events[len(events)-1].ID, nil
}

// wrong says what is not as the journal has it; "" for nothing.
func (r recounted) wrong() string {
	if r.sound() {
		return ""
	}
	said := fmt.Sprintf("the figures count %v, the journal %v", r.stands, r.by)
	if r.c != nil && !r.c.Tally.Same(r.tally) {
		said += fmt.Sprintf("; its tally is %v, by the journal %v", r.c.Tally, r.tally)
	}
	return said
}

// verifyRecordFigures looks at a page of entries of records that are no cases: what stands counted is what they say.
func (d *Desk) verifyRecordFigures(ctx context.Context, c *ent.Client, after string, r *Report) (string, bool, error) {
	number, _ := strconv.ParseInt(after, 10, 64)
	page, last, err := d.recountRecords(ctx, c, number)
	for _, x := range page {
		if wrong := x.wrong(); wrong != "" {
			r.find(x.record, wrong)
		}
	}
	return strconv.FormatInt(last, 10), len(page) == recountPage, err
}

// RebuildFigures brings what stands counted of a community to what its journals say, by entries that are added and never by any that is changed; it
// gives how many cases and records were not sound. It may be stopped and run again, and beside acts: each page is a transaction.
func (d *Desk) RebuildFigures(ctx context.Context, community string) (int, error) {
	ctx = store.With(ctx, store.System())
	mended := 0
	mend := func(read func(*act) ([]recounted, error)) (page []recounted, err error) {
		unsound := 0
		err = d.transactUnturned(ctx, community, func(a *act) error {
			if page, err = read(a); err != nil {
				return err
			}
			unsound, err = a.mend(page)
			return err
		})
		mended += unsound
		return page, err
	}
	for after := ""; ; {
		page, err := mend(func(a *act) ([]recounted, error) {
			page, err := a.tx.CaseFile.Query().Where(casefile.CommunityID(community), casefile.IDGT(after)).Order(casefile.ByID()).Limit(recountPage).All(a)
			if err != nil || len(page) == 0 {
				return nil, err
			}
			ids := make([]string, len(page))
			for i, x := range page {
				ids[i] = x.ID
			}
			events, err := a.tx.CaseEvent.Query().Where(caseevent.CaseIDIn(ids...)).Order(caseevent.ByCaseID(), caseevent.ByNumber()).All(a)
			if err != nil {
				return nil, err
			}
			return recountCases(a, a.tx.Client, page, events, func(string) (*Office, error) { return a.office, nil })
		})
		if err != nil {
			return mended, err
		}
		if len(page) < recountPage {
			break
		}
		after = page[len(page)-1].c.ID
	}
	for after := int64(0); ; {
		last := after
		page, err := mend(func(a *act) (page []recounted, err error) {
			page, last, err = d.recountRecords(a, a.tx.Client, after, caseevent.CommunityID(community))
			return page, err
		})
		if err != nil {
			return mended, err
		}
		if len(page) < recountPage {
			break
		}
		after = last
	}
	return mended, d.refold(ctx, community)
}

// mend adds what is missing of a page, takes back what is too much, and tells how many were not sound.
func (a *act) mend(page []recounted) (int, error) {
	unsound := 0
	var creates []*ent.FigureEntryCreate
	add := func(x recounted, s sum, n int) {
		one := 1
		if n < 0 {
			one = -1
		}
		for ; n != 0; n -= one {
			e := a.tx.FigureEntry.Create()
			if x.c != nil {
				e.SetCaseID(x.c.ID)
			} else {
				e.SetRecordID(x.record)
			}
			creates = append(creates, s.entry(e, x.community, one))
		}
	}
	for _, x := range page {
		if x.sound() {
			continue
		}
		unsound++
		for s, n := range x.by {
			add(x, s, n-x.stands[s])
		}
		for s, n := range x.stands {
			if x.by[s] == 0 {
				add(x, s, -n)
			}
		}
		if x.c != nil && !x.c.Tally.Same(x.tally) {
			x.c.Tally = x.tally
			if err := a.keep(x.c); err != nil {
				return 0, err
			}
		}
	}
	if len(creates) == 0 {
		return unsound, nil
	}
	if err := a.tx.LockJournal(a, a.office.Community.ID); err != nil {
		return 0, err
	}
	for part := range slices.Chunk(creates, 200) {
		if err := a.tx.FigureEntry.CreateBulk(part...).Exec(a); err != nil {
			return 0, err
		}
	}
	return unsound, nil
}

// figuresFact is the key of what says by which rules the figures of this database were last reckoned.
const figuresFact = "figures"

// KeepFigures reckons the figures of all communities anew where the program counts by other rules than those of the last time, or never counted before.
func (d *Desk) KeepFigures(ctx context.Context) error {
	ctx = store.With(ctx, store.System())
	by := strconv.Itoa(reporting.Rules)
	known, err := d.Store.Read().Fact.Query().Where(fact.ID(figuresFact)).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return err
	}
	if err == nil && known.Value == by {
		return nil
	}
	communities, err := d.Store.Read().Community.Query().Order(community.ByID()).IDs(ctx)
	if err != nil || len(communities) == 0 {
		return err
	}
	for _, c := range communities {
		n, err := d.RebuildFigures(ctx, c)
		if err != nil {
			return err
		}
		if n > 0 {
			d.Log.Info("figures", "community", c, "reckoned", n)
		}
	}
	return d.Store.Act(ctx, communities[0], func(ctx context.Context, tx *store.Tx) error {
		n, err := tx.Fact.Update().Where(fact.ID(figuresFact)).SetValue(by).Save(ctx)
		if err == nil && n == 0 {
			err = tx.Fact.Create().SetID(figuresFact).SetValue(by).Exec(ctx)
		}
		return err
	})
}
