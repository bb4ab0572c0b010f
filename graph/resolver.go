// Package graph is the API: each resolver decodes, calls a use case or a guarded read, and returns.
package graph

import (
	"context"
	"errors"
	"maps"
	"path"
	"strconv"
	"time"

	"xinxing/ent"
	"xinxing/graph/relay"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/person"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
	"xinxing/internal/store"
)

// Auth opens and closes the session of the request that an operation came by.
type Auth interface {
	// SignIn checks the name and password; the rest of the request is the new viewer's.
	SignIn(ctx context.Context, in service.SignInInput) error
	// EnterByToken checks a partner's token; the rest of the request is the partner's.
	EnterByToken(ctx context.Context, token string) error
	// SignOut ends the session and every socket of it.
	SignOut(ctx context.Context) error
}

// Resolver is the root of the API.
type Resolver struct {
	Desk *service.Desk
	Auth Auth
	// LastEventID gives the cursor that a stream's client saw last; "" where there is none.
	LastEventID func(context.Context) string
}

// resume is where a subscription starts: the cursor that was asked for, else the last one that the client saw.
func (r *Resolver) resume(ctx context.Context, after *string) *string {
	if after == nil && r.LastEventID != nil {
		if id := r.LastEventID(ctx); id != "" {
			return &id
		}
	}
	return after
}

func (r *Resolver) person(ctx context.Context, community, id string) (*ent.Staff, error) {
	s, err := r.Desk.StaffNamed(ctx, community, id)
	if err == nil && s == nil {
		err = office.Refuse(office.NotFound, "", "staff")
	}
	return s, err
}

func (r *Resolver) maybePerson(ctx context.Context, community string, id *string) (*ent.Staff, error) {
	if id == nil {
		return nil, nil
	}
	return r.person(ctx, community, *id)
}

func (r *Resolver) caseOf(ctx context.Context, loaded *ent.CaseFile, id string) (*ent.CaseFile, error) {
	if loaded != nil {
		return loaded, nil
	}
	c, err := r.Desk.Store.Read().CaseFile.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, office.Refuse(office.NotFound, "", "case")
	}
	return c, err
}

// node finds any record by its key; null where there is none that the viewer may see.
func (r *Resolver) node(ctx context.Context, id string) (relay.Node, error) {
	if _, err := r.Desk.Viewer(ctx); err != nil {
		return nil, err
	}
	c := r.Desk.Store.Read()
	switch key.Prefix(id) {
	case key.Community:
		return nodeOf(c.Community.Get(ctx, id))
	case key.Staff:
		return nodeOf(c.Staff.Get(ctx, id))
	case key.Post:
		return nodeOf(c.Post.Get(ctx, id))
	case key.Department:
		return nodeOf(c.Department.Get(ctx, id))
	case key.Item:
		return nodeOf(c.Item.Get(ctx, id))
	case key.Resident:
		return nodeOf(c.Resident.Get(ctx, id))
	case key.Case:
		return nodeOf(c.CaseFile.Get(ctx, id))
	case key.Promise:
		return nodeOf(c.Promise.Get(ctx, id))
	case key.HandOver:
		return nodeOf(c.HandOver.Get(ctx, id))
	case key.UpReport:
		return nodeOf(c.UpReport.Get(ctx, id))
	case key.Extension:
		return nodeOf(c.Extension.Get(ctx, id))
	case key.Breach:
		return nodeOf(c.Breach.Get(ctx, id))
	case key.OneTimeNotice:
		return nodeOf(c.OneTimeNotice.Get(ctx, id))
	case key.Piece:
		return nodeOf(c.CustodyPiece.Get(ctx, id))
	case key.Charge:
		return nodeOf(c.Charge.Get(ctx, id))
	case key.Attachment:
		return nodeOf(c.Attachment.Get(ctx, id))
	case key.Paper:
		return nodeOf(c.PrintedPaper.Get(ctx, id))
	case key.PublicFile:
		return nodeOf(c.PublicFile.Get(ctx, id))
	case key.Rating:
		return nodeOf(c.Rating.Get(ctx, id))
	case key.Absence:
		return nodeOf(c.Absence.Get(ctx, id))
	case key.Study:
		return nodeOf(c.Study.Get(ctx, id))
	case key.Gift:
		return nodeOf(c.Gift.Get(ctx, id))
	case key.GiftReturn:
		return nodeOf(c.GiftReturn.Get(ctx, id))
	case key.ReportPull:
		return nodeOf(c.ReportPull.Get(ctx, id))
	case key.APIToken:
		return nodeOf(c.APIToken.Get(ctx, id))
	case key.JobSeeker:
		return nodeOf(c.JobSeeker.Get(ctx, id))
	case key.Counselling:
		return nodeOf(c.Counselling.Get(ctx, id))
	case key.Opening:
		return nodeOf(c.Opening.Get(ctx, id))
	case key.Referral:
		return nodeOf(c.Referral.Get(ctx, id))
	case key.FollowUp:
		return nodeOf(c.FollowUp.Get(ctx, id))
	case key.Program:
		return nodeOf(c.Program.Get(ctx, id))
	case key.ProgramSession:
		return foundNode(r.Desk.SessionOf(ctx, id))
	case key.ProgramAct:
		return nodeOf(c.ProgramAct.Get(ctx, id))
	case key.Enrolment:
		return foundNode(r.Desk.EnrolmentOf(ctx, id))
	case key.Volunteer:
		return nodeOf(c.Volunteer.Get(ctx, id))
	case key.Group:
		return nodeOf(c.Group.Get(ctx, id))
	case key.Member:
		return nodeOf(c.Member.Get(ctx, id))
	case key.Rehearsal:
		return nodeOf(c.Rehearsal.Get(ctx, id))
	case key.Prop:
		return nodeOf(c.Prop.Get(ctx, id))
	case key.PropLoan:
		return nodeOf(c.PropLoan.Get(ctx, id))
	case key.PostHandOver:
		return nodeOf(c.PostHandOver.Get(ctx, id))
	case key.Partner:
		return nodeOf(c.Partner.Get(ctx, id))
	case key.PartnerContact:
		return nodeOf(c.PartnerContact.Get(ctx, id))
	case key.Project:
		return nodeOf(c.Project.Get(ctx, id))
	case key.ProjectTask:
		return nodeOf(c.ProjectTask.Get(ctx, id))
	case key.Picture:
		return nodeOf(c.Picture.Get(ctx, id))
	case key.Participation:
		return nodeOf(c.Participation.Get(ctx, id))
	case key.Resource:
		return nodeOf(c.Resource.Get(ctx, id))
	case key.Booking:
		return nodeOf(c.Booking.Get(ctx, id))
	case key.Pledge:
		return nodeOf(c.Pledge.Get(ctx, id))
	case key.Delivery:
		return nodeOf(c.Delivery.Get(ctx, id))
	case key.Event:
		if n, ok := service.EventID(id); ok {
			e, err := none(c.CaseEvent.Get(ctx, n))
			if e == nil || e.CaseID == "" { // the entries of other records are read with them
				return nil, err
			}
			return e, nil
		}
	}
	return nil, nil
}

// nodeOf turns a read into a node; a record that is not there, or not for this viewer, is null.
func nodeOf[T any](n *T, err error) (relay.Node, error) {
	if n, err = none(n, err); n == nil {
		return nil, err
	}
	return n, nil
}

// foundNode is nodeOf for what a use case finds, which refuses what is not there.
func foundNode[T any](n *T, err error) (relay.Node, error) {
	if r, ok := errors.AsType[*office.Refusal](err); ok && r.Code == office.NotFound {
		return nil, nil
	}
	return nodeOf(n, err)
}

// group gives the group of a record, which may be loaded beside it; nil for none.
func (r *Resolver) group(ctx context.Context, loaded *ent.Group, id *string) (*ent.Group, error) {
	if id == nil || loaded != nil {
		return loaded, nil
	}
	return none(r.Desk.Store.Read().Group.Get(ctx, *id))
}

// resident gives the resident of a record, which may be loaded beside it; nil for none.
func (r *Resolver) resident(ctx context.Context, loaded *ent.Resident, id *string) (*ent.Resident, error) {
	if id == nil || loaded != nil {
		return loaded, nil
	}
	return none(r.Desk.Store.Read().Resident.Get(ctx, *id))
}

// partner gives the partner of a record, which may be loaded beside it; nil for none.
func (r *Resolver) partner(ctx context.Context, loaded *ent.Partner, id *string) (*ent.Partner, error) {
	if id == nil || loaded != nil {
		return loaded, nil
	}
	return none(r.Desk.Store.Read().Partner.Get(ctx, *id))
}

// none turns "no such record" into null.
func none[T any](n *T, err error) (*T, error) {
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return n, err
}

// servesResidents tells whether the viewer may see residents' data; a supervisor reads cases without them.
func (r *Resolver) servesResidents(ctx context.Context) bool {
	v, ok := store.ViewerOf(ctx)
	return ok && v.Roles.Works()
}

// named are the facts of a journal entry that somebody typed a resident's name into, and how each is masked.
var named = map[string]func(string) string{"signedBy": person.MaskName, "file": maskFile}

// withoutNames are the facts of a journal entry for who reads cases without residents.
func withoutNames(facts map[string]any) map[string]any {
	masked := maps.Clone(facts)
	for fact, mask := range named {
		if s, ok := masked[fact].(string); ok {
			masked[fact] = mask(s)
		}
	}
	return masked
}

// maskFile leaves the ending of a file's name: people name scans after who is on them.
func maskFile(name string) string { return "***" + path.Ext(name) }

func orNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// dayOrNil reads a day as the store keeps it; null for none.
func dayOrNil(s string) (*workday.Date, error) {
	if s == "" {
		return nil, nil
	}
	day, err := workday.ParseDate(s)
	return &day, err
}

// seen gives a value, or null where it is not there or not for this viewer.
func seen[T any](there bool, v T) *T {
	if !there {
		return nil
	}
	return &v
}

func or(n *int, otherwise int) int {
	if n == nil {
		return otherwise
	}
	return *n
}

// page checks the size of a page that was asked for.
func page(first *int, otherwise int) (int, error) {
	n := or(first, otherwise)
	return n, relay.Page(n)
}

// count tells how many entries a list has in all, when that is asked.
type count = func(context.Context) (int, error)

// counted is a list of which it is known already.
func counted[T any](list []T, all int, err error) ([]T, count, error) {
	return list, func(context.Context) (int, error) { return all, nil }, err
}

// listed is a page of a list in the order of places, 50 entries where nobody says how many. It reads one more than first, and no count where the list has none.
func listed[T any](first *int, after *string, at func(T) service.Place, read func(first int, after *service.Place) ([]T, count, error)) (*relay.Connection[T], error) {
	n, err := page(first, 50)
	if err != nil {
		return nil, err
	}
	begin, err := place(after)
	if err != nil {
		return nil, err
	}
	list, all, err := read(n, begin)
	if err != nil {
		return nil, err
	}
	cursor := func(x T) string { return relay.Cursor(strconv.FormatInt(at(x).At.UnixMicro(), 10), at(x).ID) }
	return relay.Connect(list, n, after != nil, cursor, all), nil
}

// place reads a cursor of listed; nil for the beginning.
func place(after *string) (*service.Place, error) {
	if after == nil {
		return nil, nil
	}
	parts, err := relay.Parts(*after, 2)
	if err != nil {
		return nil, err
	}
	micro, err := strconv.ParseInt(parts[0], 10, 64)
	if err != nil {
		return nil, office.Refuse(office.BadInput, "", "after")
	}
	return &service.Place{At: time.UnixMicro(micro).UTC(), ID: parts[1]}, nil
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// spelledPlace reads a cursor of a list ordered by pinyin; nil for the beginning.
func spelledPlace(after *string) (*service.SpelledPlace, error) {
	if after == nil {
		return nil, nil
	}
	parts, err := relay.Parts(*after, 2)
	if err != nil {
		return nil, err
	}
	return &service.SpelledPlace{Pinyin: parts[0], ID: parts[1]}, nil
}
