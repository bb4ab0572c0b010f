package service

import (
	"context"
	"encoding/base64"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"xinxing/ent"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/store"
)

// EventCursor is the cursor of an entry of one community's journal; opaque to clients.
func EventCursor(id int64) string { return places{"": id}.cursor() }

// ReadEventCursor reads a cursor of one community's journal; nil means from now on and gives a negative number. It
// refuses what is none.
func ReadEventCursor(cursor *string) (int64, error) {
	at, err := readPlaces(cursor, []string{""})
	return at[""], err
}

// places is how far a reader has come in the journal of each community that it follows: numbers are in the order of
// the commits within a community and not between communities, so that one number cannot stand for several journals.
// A negative number means from now on.
type places map[string]int64

// cursor writes the places: e|12 where one journal is followed, e|com_a=12|com_b=3 where several are.
func (p places) cursor() string {
	var b strings.Builder
	b.WriteString("e")
	for _, community := range slices.Sorted(maps.Keys(p)) {
		b.WriteString("|")
		if len(p) > 1 {
			b.WriteString(community + "=")
		}
		b.WriteString(strconv.FormatInt(p[community], 10))
	}
	return base64.RawURLEncoding.EncodeToString([]byte(b.String()))
}

// readPlaces reads a cursor for the communities that are followed now; nil or an empty one means from now on. Of a
// community that a cursor does not name everything comes, and one number alone holds for every journal.
func readPlaces(cursor *string, communities []string) (places, error) {
	p := places{}
	for _, c := range communities {
		p[c] = -1
	}
	if cursor == nil || *cursor == "" {
		return p, nil
	}
	bad := office.Refuse(office.BadInput, "", "after")
	b, err := base64.RawURLEncoding.DecodeString(*cursor)
	if err != nil {
		return nil, bad
	}
	parts := strings.Split(string(b), "|")
	if parts[0] != "e" || len(parts) < 2 {
		return nil, bad
	}
	for _, c := range communities {
		p[c] = 0
	}
	for _, part := range parts[1:] {
		community, number, named := strings.Cut(part, "=")
		if !named {
			number = community
		}
		n, err := strconv.ParseInt(number, 10, 64)
		if err != nil || n < 0 || named == (len(parts) == 2) {
			return nil, bad
		}
		for c := range p {
			if !named || c == community {
				p[c] = n
			}
		}
	}
	return p, nil
}

func forViewer(e *ent.CaseEvent, s duty.StaffID) bool { return slices.Contains(e.Audience, string(s)) }

// follow gives what pick makes of each entry of the communities' journals after the places, each once and those of a
// community in order; entries for which pick gives nil are left out. It ends with ctx, and where one journal cannot
// be read any further.
func follow[T any](ctx context.Context, d *Desk, after places, pick func(e *ent.CaseEvent, cursor string) (*T, error)) (<-chan *T, error) {
	var followers []*store.Follower
	closeAll := func() {
		for _, f := range followers {
			f.Close()
		}
	}
	at := places{}
	for community, n := range after {
		f, err := d.Store.Follow(ctx, community, n)
		if err != nil {
			closeAll()
			return nil, err
		}
		followers = append(followers, f)
		at[community] = f.At()
	}
	ctx, stop := context.WithCancel(ctx)
	news := make(chan []*ent.CaseEvent)
	var reading sync.WaitGroup
	for _, f := range followers {
		reading.Go(func() {
			defer stop()
			for {
				some, err := f.Next(ctx)
				if err != nil {
					return
				}
				select {
				case news <- some:
				case <-ctx.Done():
					return
				}
			}
		})
	}
	out := make(chan *T)
	go func() {
		defer close(out)
		defer closeAll()
		defer reading.Wait()
		defer stop()
		for {
			var some []*ent.CaseEvent
			select {
			case some = <-news:
			case <-ctx.Done():
				return
			}
			for _, e := range some {
				at[e.CommunityID] = e.ID
				v, err := pick(e, at.cursor())
				if err != nil {
					d.Log.Error("feed", "error", err)
					return
				}
				if v == nil {
					continue
				}
				select {
				case out <- v:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return out, nil
}

func readsCases(v store.Viewer) bool { return v.Roles.Works() || v.Roles.Has(duty.Supervisor) }

// readers of the journal must be readers of cases.
func (d *Desk) caseReader(ctx context.Context) (store.Viewer, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return v, err
	}
	if !readsCases(v) {
		return v, office.Refuse(office.Forbidden, "", "")
	}
	return v, nil
}

// DeadlineEvents follows the warnings that are addressed to the viewer (F8, F10, T7), from every community that the
// viewer may see: a director's superior sits in the subdistrict above.
func (d *Desk) DeadlineEvents(ctx context.Context, after *string) (<-chan *DeadlineEvent, error) {
	v, err := d.caseReader(ctx)
	if err != nil {
		return nil, err
	}
	at, err := readPlaces(after, v.Communities)
	if err != nil {
		return nil, err
	}
	return follow(ctx, d, at, func(e *ent.CaseEvent, cursor string) (*DeadlineEvent, error) {
		if e.AlarmKind == nil || !forViewer(e, v.Staff) || !v.MayRead(e) {
			return nil, nil
		}
		names, err := d.namesOf(ctx, []*ent.CaseEvent{e})
		if err != nil {
			return nil, err
		}
		return d.deadlineEvent(ctx, e, cursor, names)
	})
}

// CaseEvents follows the journal of one case that the viewer may see.
func (d *Desk) CaseEvents(ctx context.Context, caseID string, after *string) (<-chan *ent.CaseEvent, error) {
	if _, err := d.caseReader(ctx); err != nil {
		return nil, err
	}
	c, err := d.Store.Read().CaseFile.Get(ctx, caseID)
	if err != nil {
		return nil, missing(err, "caseId")
	}
	at, err := readPlaces(after, []string{c.CommunityID})
	if err != nil {
		return nil, err
	}
	return follow(ctx, d, at, func(e *ent.CaseEvent, _ string) (*ent.CaseEvent, error) {
		if e.CaseID != caseID {
			return nil, nil
		}
		return e, nil
	})
}

// DeskEvents follows what happens on the desks that the viewer may see: the own community's, and for a supervisor all
// of the subdistrict's. Of the absences of others everybody hears that something changed, who reads no cases too, without
// who did it: who is on duty when is shown to all (B7), and their journal is not.
func (d *Desk) DeskEvents(ctx context.Context, after *string) (<-chan *DeskEvent, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	at, err := readPlaces(after, v.Communities)
	if err != nil {
		return nil, err
	}
	reads := readsCases(v)
	return follow(ctx, d, at, func(e *ent.CaseEvent, cursor string) (*DeskEvent, error) {
		ev := &DeskEvent{Cursor: cursor, EventID: EventKey(e.ID), Kind: e.Kind, At: e.At}
		if e.CaseID == "" {
			ev.RecordID = &e.RecordID
		} else {
			ev.CaseID, ev.ReceiptNo, ev.ResponsibleID = &e.CaseID, &e.ReceiptNo, &e.ResponsibleID
		}
		switch {
		case reads && v.MayRead(e):
			ev.ActorID, ev.ForViewer = e.ActorID, forViewer(e, v.Staff)
		case !v.MayHear(e):
			return nil, nil
		}
		return ev, nil
	})
}
