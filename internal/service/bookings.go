package service

import (
	"context"
	"fmt"
	"time"

	"xinxing/ent"
	"xinxing/ent/booking"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/store"
	"xinxing/internal/store/migrations"
)

// BookingPayload is the answer of an act on a booking.
type BookingPayload struct {
	Booking          *ent.Booking
	ClientMutationID string
}

// BookResourceInput is the input of the act of that name; the schema says what each field means.
type BookResourceInput struct {
	ResourceID string
	From       time.Time
	// Until is not included.
	Until   time.Time
	Purpose string
	// ProjectID or ProgramID is what it is for; at most one of them.
	ProjectID, ProgramID *string
	ClientMutationID     string
}

// CancelBookingInput is the input of the act of that name; the schema says what each field means.
type CancelBookingInput struct {
	BookingID        string
	ClientMutationID string
}

const (
	longestBooking  = 31 * 24 * time.Hour
	furthestBooking = 366 * 24 * time.Hour
	mostBookings    = 1000 // of one calendar
	longestCalendar = 35 * 24 * time.Hour
	mostComing      = 100
)

// BookResource keeps a resource for a time (P2). No two bookings of one hold it at one time, however many ask at once: the database itself
// refuses the second, and the refusal ALREADY_DONE names the resource, who has it and when.
func (d *Desk) BookResource(ctx context.Context, in BookResourceInput) (*BookingPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "BOOK_RESOURCE", in.ClientMutationID, in, func(a *act) (caseKey, error) { return a.book(in) })
	if err != nil {
		return nil, err
	}
	b, err := d.Store.Read().Booking.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "bookingId")
	}
	return &BookingPayload{b, in.ClientMutationID}, nil
}

func (a *act) book(in BookResourceInput) (caseKey, error) {
	none := caseKey{}
	if err := a.mayHelp("P2"); err != nil {
		return none, err
	}
	r, err := a.tx.Resource.Get(a, in.ResourceID)
	if err != nil {
		return none, missing(err, "resourceId")
	}
	if r.CommunityID != a.office.Community.ID {
		return none, office.Refuse(office.NotFound, "P2", "resourceId")
	}
	if r.RemovedAt != nil {
		return none, office.Refuse(office.RefusedState, "P2", "resourceId")
	}
	from, until := store.Instant(in.From), store.Instant(in.Until)
	var t texts
	purpose := t.need("purpose", "P2", in.Purpose, shortText, office.BadInput)
	switch {
	case !until.After(from), until.Sub(from) > longestBooking:
		t.refuse(office.Refuse(office.BadInput, "P2", "until").With("reason", "span"))
	case !until.After(a.now):
		t.refuse(office.Refuse(office.TooLate, "P2", "until"))
	case from.Sub(a.now) > furthestBooking:
		t.refuse(office.Refuse(office.BadInput, "P2", "from").With("reason", "far"))
	}
	if in.ProjectID != nil && in.ProgramID != nil {
		t.refuse(office.Refuse(office.BadInput, "P2", "programId"))
	}
	if t.err != nil {
		return none, t.err
	}
	if in.ProjectID != nil {
		if p, err := a.tx.Project.Get(a, *in.ProjectID); err != nil {
			return none, missing(err, "projectId")
		} else if p.CommunityID != r.CommunityID || p.EndedAt != nil {
			return none, office.Refuse(office.RefusedState, "P2", "projectId")
		}
	}
	if in.ProgramID != nil {
		if p, err := a.tx.Program.Get(a, *in.ProgramID); err != nil {
			return none, missing(err, "programId")
		} else if p.CommunityID != r.CommunityID {
			return none, office.Refuse(office.NotFound, "P2", "programId")
		}
	}
	// Asked first, so that the refusal can say who has it: after the database refused, a transaction of PostgreSQL answers nothing more.
	has, err := a.firstBooked(r.ID, from, &until)
	if err != nil {
		return none, err
	}
	if has != nil {
		return none, a.taken(r, has, "from")
	}
	id := key.Maker(key.Booking)()
	facts := map[string]any{"booking": id, "fromAt": from, "untilAt": until}
	if in.ProjectID != nil {
		facts["project"] = *in.ProjectID
	}
	if in.ProgramID != nil {
		facts["program"] = *in.ProgramID
	}
	if err := a.noteResource(r, casework.EventResourceBooked, "", facts); err != nil {
		return none, err
	}
	err = a.tx.Booking.Create().SetID(id).SetCommunityID(r.CommunityID).SetResourceID(r.ID).SetFromAt(from).SetUntilAt(until).SetPurpose(purpose).
		SetNillableProjectID(in.ProjectID).SetNillableProgramID(in.ProgramID).SetBookedAt(a.now).SetBookedByID(string(a.actor.ID)).Exec(a)
	if word, ok := migrations.Refused(err); ok && word == migrations.Apart {
		return none, office.Refuse(office.AlreadyDone, "P2", "from").With("resource", r.Name)
	}
	if err != nil {
		return none, err
	}
	return caseKey{id}, a.putResource(r, r.Version)
}

// firstBooked gives the earliest booking that holds a resource within a time, without end where until is nil; nil for none.
func (a *act) firstBooked(resource string, from time.Time, until *time.Time) (*ent.Booking, error) {
	q := a.tx.Booking.Query().Where(booking.ResourceID(resource), booking.Holds(true), booking.UntilAtGT(from))
	if until != nil {
		q.Where(booking.FromAtLT(*until))
	}
	b, err := q.Order(booking.ByFromAt(), booking.ByID()).First(a)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return b, err
}

// taken is the refusal that names who has a resource and when.
func (a *act) taken(r *ent.Resource, b *ent.Booking, field string) error {
	no := office.Refuse(office.AlreadyDone, "P2", field).With("resource", r.Name).With("from", b.FromAt).With("until", b.UntilAt).With("purpose", b.Purpose)
	if s := a.office.Staff[b.BookedByID]; s != nil {
		no = no.With("person", s.Name)
	}
	return no
}

// CancelBooking gives a resource free again (P2): by who booked it, or a leader, before the time is over.
func (d *Desk) CancelBooking(ctx context.Context, in CancelBookingInput) (*BookingPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "CANCEL_BOOKING", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		if err := a.mayHelp("P2"); err != nil {
			return none, err
		}
		b, err := a.tx.Booking.Get(a, in.BookingID)
		if err != nil {
			return none, missing(err, "bookingId")
		}
		switch {
		case b.BookedByID != string(a.actor.ID) && !a.actor.Roles.Leads():
			return none, office.Refuse(office.Forbidden, "P2", "")
		case !b.Holds:
			return none, office.Refuse(office.AlreadyDone, "P2", "bookingId")
		case !b.UntilAt.After(a.now):
			return none, office.Refuse(office.TooLate, "P2", "bookingId")
		}
		r, err := a.tx.Resource.Get(a, b.ResourceID)
		if err != nil {
			return none, missing(err, "bookingId")
		}
		if err := a.noteResource(r, casework.EventBookingCancelled, "", map[string]any{"booking": b.ID, "fromAt": b.FromAt, "untilAt": b.UntilAt}); err != nil {
			return none, err
		}
		if err := a.tx.Booking.UpdateOneID(b.ID).SetHolds(false).SetCancelledAt(a.now).SetCancelledByID(string(a.actor.ID)).Exec(a); err != nil {
			return none, err
		}
		return caseKey{b.ID}, a.putResource(r, r.Version)
	})
	if err != nil {
		return nil, err
	}
	b, err := d.Store.Read().Booking.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "bookingId")
	}
	return &BookingPayload{b, in.ClientMutationID}, nil
}

// Bookings reads what holds resources within a time, at most 35 days and 1000 bookings, the earliest first: of one resource where it is named.
func (d *Desk) Bookings(ctx context.Context, from, until time.Time, resource *string) ([]*ent.Booking, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if !until.After(from) || until.Sub(from) > longestCalendar {
		return nil, office.Refuse(office.BadInput, "P2", "until").With("reason", "span")
	}
	q := d.Store.Read().Booking.Query().Where(booking.CommunityIDIn(v.Communities...), booking.Holds(true), booking.FromAtLT(until), booking.UntilAtGT(from))
	if resource != nil {
		q.Where(booking.ResourceID(*resource))
	}
	return q.Order(booking.ByFromAt(), booking.ByID()).Limit(mostBookings).WithResource().WithProject().All(ctx)
}

// BookingsOf gives the bookings for a project that hold, the earliest first. At most 100.
func (d *Desk) BookingsOf(ctx context.Context, project string) ([]*ent.Booking, error) {
	return d.Store.Read().Booking.Query().Where(booking.ProjectID(project), booking.Holds(true)).Order(booking.ByFromAt(), booking.ByID()).
		Limit(mostComing).WithResource().All(ctx)
}

// MayCancel tells whether the viewer may cancel a booking now.
func (d *Desk) MayCancel(ctx context.Context, b *ent.Booking) (bool, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return false, err
	}
	return b.Holds && b.UntilAt.After(d.Now()) && v.Roles.Works() && (string(v.Staff) == b.BookedByID || v.Roles.Leads()), nil
}

// bookedTwice gives two bookings of a resource that hold it at one time (P2), "" where there are none.
func bookedTwice(ctx context.Context, client *ent.Client, id string) (string, error) {
	var before *ent.Booking
	for {
		q := client.Booking.Query().Where(booking.ResourceID(id), booking.Holds(true))
		if before != nil {
			q.Where(booking.Or(booking.FromAtGT(before.FromAt), booking.And(booking.FromAt(before.FromAt), booking.IDGT(before.ID))))
		}
		page, err := q.Order(booking.ByFromAt(), booking.ByID()).Limit(500).All(ctx)
		if err != nil || len(page) == 0 {
			return "", err
		}
		for _, b := range page {
			if before != nil && before.UntilAt.After(b.FromAt) {
				return fmt.Sprintf("booked by %s and %s at one time", before.ID, b.ID), nil
			}
			before = b
		}
	}
}
