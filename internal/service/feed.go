package service

import (
	"context"
	"encoding/base64"
	"slices"
	"strconv"

	"xinxing/ent"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/store"
)

// EventCursor is the cursor of an entry of the journal; opaque to clients.
func EventCursor(id int64) string {
	return base64.RawURLEncoding.EncodeToString([]byte("e|" + strconv.FormatInt(id, 10)))
}

// ReadEventCursor reads a cursor; nil means from now on and gives a negative number. It refuses what is none.
func ReadEventCursor(cursor *string) (int64, error) {
	if cursor == nil || *cursor == "" {
		return -1, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(*cursor)
	if err == nil && len(b) > 2 && string(b[:2]) == "e|" {
		if n, err := strconv.ParseInt(string(b[2:]), 10, 64); err == nil && n >= 0 {
			return n, nil
		}
	}
	return 0, office.Refuse(office.BadInput, "", "after")
}

func forViewer(e *ent.CaseEvent, s duty.StaffID) bool { return slices.Contains(e.Audience, string(s)) }

// follow gives what pick makes of each entry of the journal of the viewer's community after the cursor, in order,
// each once; entries for which pick gives nil are left out. It ends with ctx, and when the viewer may no longer read.
func follow[T any](ctx context.Context, d *Desk, community string, after int64, pick func(*ent.CaseEvent) (*T, error)) (<-chan *T, error) {
	f, err := d.Store.Follow(ctx, community, after)
	if err != nil {
		return nil, err
	}
	out := make(chan *T)
	go func() {
		defer close(out)
		defer f.Close()
		for {
			news, err := f.Next(ctx)
			if err != nil {
				return
			}
			for _, e := range news {
				v, err := pick(e)
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

// readers of the journal must be readers of cases.
func (d *Desk) caseReader(ctx context.Context) (store.Viewer, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return v, err
	}
	if !v.Roles.Works() && !v.Roles.Has(duty.Supervisor) {
		return v, office.Refuse(office.Forbidden, "", "")
	}
	return v, nil
}

// DeadlineEvents follows the warnings that are addressed to the viewer (F8, F10, T7).
func (d *Desk) DeadlineEvents(ctx context.Context, after *string) (<-chan *DeadlineEvent, error) {
	v, err := d.caseReader(ctx)
	if err != nil {
		return nil, err
	}
	at, err := ReadEventCursor(after)
	if err != nil {
		return nil, err
	}
	return follow(ctx, d, v.Community, at, func(e *ent.CaseEvent) (*DeadlineEvent, error) {
		if e.AlarmKind == nil || !forViewer(e, v.Staff) {
			return nil, nil
		}
		return d.deadlineEvent(ctx, e)
	})
}

// CaseEvents follows the journal of one case that the viewer may see.
func (d *Desk) CaseEvents(ctx context.Context, caseID string, after *string) (<-chan *ent.CaseEvent, error) {
	if _, err := d.caseReader(ctx); err != nil {
		return nil, err
	}
	at, err := ReadEventCursor(after)
	if err != nil {
		return nil, err
	}
	c, err := d.Store.Read().CaseFile.Get(ctx, caseID)
	if err != nil {
		return nil, missing(err, "caseId")
	}
	return follow(ctx, d, c.CommunityID, at, func(e *ent.CaseEvent) (*ent.CaseEvent, error) {
		if e.CaseID != caseID {
			return nil, nil
		}
		return e, nil
	})
}

// DeskEvents follows what happens on the desk of the viewer's community.
func (d *Desk) DeskEvents(ctx context.Context, after *string) (<-chan *DeskEvent, error) {
	v, err := d.caseReader(ctx)
	if err != nil {
		return nil, err
	}
	at, err := ReadEventCursor(after)
	if err != nil {
		return nil, err
	}
	return follow(ctx, d, v.Community, at, func(e *ent.CaseEvent) (*DeskEvent, error) {
		return &DeskEvent{
			Cursor: EventCursor(e.ID), EventID: EventKey(e.ID), Kind: e.Kind, CaseID: e.CaseID, ReceiptNo: e.ReceiptNo,
			At: e.At, ActorID: e.ActorID, ResponsibleID: e.ResponsibleID, ForViewer: forViewer(e, v.Staff),
		}, nil
	})
}
