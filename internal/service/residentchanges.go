package service

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"xinxing/ent/caseevent"
	"xinxing/internal/key"
	"xinxing/internal/store"
)

// ResidentChanges are the figures of residents that may have changed since a cursor.
type ResidentChanges struct {
	Changed []*ChangedClause
	// Cursor is to be asked with the next time.
	Cursor string
}

// ChangedClause is a clause of a community whose figures may have changed.
type ChangedClause struct{ CommunityID, Clause string }

// touched gives the clauses whose figures an entry in the journal of a record may change, by the record's kind. Who passes a class counts for E7, too.
var touched = map[string][]string{key.JobSeeker: {"E7"}, key.Program: {"E7", "C4"}, key.Project: {"P6"}}

// ResidentFigureChanges tells of which clauses (E7, C4, P6) figures may have changed since a cursor, in the viewer's communities; all of them without one.
// What happens while one asks is in the next answer: the numbers of a community's journal are in the order of commits (R). A statement or two a community.
func (d *Desk) ResidentFigureChanges(ctx context.Context, after string) (*ResidentChanges, error) {
	v, err := d.residentFigureReader(ctx)
	if err != nil {
		return nil, err
	}
	places := map[string]int64{}
	if err := readCursor(after, &places); err != nil {
		return nil, err
	}
	out := &ResidentChanges{Changed: []*ChangedClause{}}
	// Of the journal nothing is told but that there are entries of a kind of record.
	inside := store.With(ctx, store.System())
	for _, community := range slices.Compact(slices.Sorted(slices.Values(v.Communities))) {
		last, err := d.Store.Read().CaseEvent.Query().Where(caseevent.CommunityID(community)).Order(caseevent.ByID(sql.OrderDesc())).Limit(1).IDs(inside)
		if err != nil {
			return nil, err
		}
		since, known := places[community]
		kinds := make([]string, 0, len(touched))
		switch {
		case !known:
			for kind := range touched {
				kinds = append(kinds, kind)
			}
		case len(last) > 0 && last[0] > since:
			var rows []struct {
				Kind string `json:"kind"`
			}
			if err := d.Store.Read().CaseEvent.Query().Where(caseevent.CommunityID(community), caseevent.IDGT(since), caseevent.IDLTE(last[0])).Modify(func(s *sql.Selector) {
				kind := "SUBSTR(" + s.C(caseevent.FieldRecordID) + ", 1, 3)"
				s.Where(sql.NotNull(s.C(caseevent.FieldRecordID))).Select(sql.As(kind, "kind")).GroupBy(kind)
			}).Scan(inside, &rows); err != nil {
				return nil, err
			}
			for _, r := range rows {
				kinds = append(kinds, r.Kind)
			}
		}
		for _, clause := range []string{"E7", "C4", "P6"} {
			if slices.ContainsFunc(kinds, func(kind string) bool { return slices.Contains(touched[kind], clause) }) {
				out.Changed = append(out.Changed, &ChangedClause{community, clause})
			}
		}
		places[community] = 0
		if len(last) > 0 {
			places[community] = last[0]
		}
	}
	out.Cursor, err = writeCursor(places)
	return out, err
}
