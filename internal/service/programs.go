package service

import (
	"context"
	"fmt"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"xinxing/ent"
	"xinxing/ent/attendance"
	"xinxing/ent/enrolment"
	"xinxing/ent/predicate"
	entprogram "xinxing/ent/program"
	"xinxing/ent/programact"
	"xinxing/ent/programsession"
	"xinxing/ent/volunteer"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/person"
	"xinxing/internal/office/program"
	"xinxing/internal/store"
)

// SessionInput is one meeting of a program as it is planned; with SessionID it is one that is there.
type SessionInput struct {
	SessionID   *string
	From, Until time.Time
	Place       string
}

// ProgramInput is what a program is to be; the schema says what each field means.
type ProgramInput struct {
	Kind        program.Kind
	Title       string
	About       string
	Place       string
	OrganiserID *string
	GroupID     *string
	Capacity    int
	PublicEnrol bool
	EnrolUntil  *time.Time
	Sessions    []*SessionInput
}

// PlanProgramInput is the input of the act of that name; the schema says what each field means.
type PlanProgramInput struct {
	Program          *ProgramInput
	ClientMutationID string
}

// EditProgramInput is the input of the act of that name; the schema says what each field means.
type EditProgramInput struct {
	ProgramID        string
	Version          int
	Program          *ProgramInput
	ClientMutationID string
}

// StepProgramInput publishes or cancels a program; the schema says what each field means.
type StepProgramInput struct {
	ProgramID        string
	Version          int
	Reason           string
	ClientMutationID string
}

// HoldProgramInput is the input of the act of that name; the schema says what each field means.
type HoldProgramInput struct {
	ProgramID        string
	Version          int
	Result           string
	Cost             string
	Reached          int
	ClientMutationID string
}

// ProgramActInput is one act of a show.
type ProgramActInput struct {
	Title, Performers string
	GroupID           *string
	Minutes           int
	Award             string
}

// SetProgramActsInput is the input of the act of that name; the schema says what each field means.
type SetProgramActsInput struct {
	ProgramID        string
	Version          int
	Acts             []*ProgramActInput
	ClientMutationID string
}

// RecordVolunteerInput is the input of the act of that name; the schema says what each field means.
type RecordVolunteerInput struct {
	ProgramID        string
	Name             string
	ResidentID       *string
	Minutes          int
	ClientMutationID string
}

// ProgramPayload is the answer of an act on a program.
type ProgramPayload struct {
	Program          *ent.Program
	ClientMutationID string
}

var programs = kindOf[*ent.Program]{
	field: "programId",
	get: func(ctx context.Context, c *ent.Client, id string) (*ent.Program, error) {
		return c.Program.Get(ctx, id)
	},
	of: func(p *ent.Program) (string, int) { return p.CommunityID, p.Version },
}

func (d *Desk) onProgram(ctx context.Context, name, id string, version int, mutation string, input any, do func(*act, *ent.Program) error) (*ProgramPayload, error) {
	p, err := onRecord(ctx, d, programs, name, RecordRef{id, version, mutation}, input, func(a *act, p *ent.Program) error {
		if err := a.mayServe(); err != nil {
			return err
		}
		return do(a, p)
	})
	if err != nil {
		return nil, err
	}
	return &ProgramPayload{p, mutation}, nil
}

func (a *act) noteProgram(p *ent.Program, kind casework.EventKind, reason string, facts map[string]any, audience ...duty.StaffID) error {
	return a.record(record{id: p.ID, community: p.CommunityID, events: &p.Events, head: &p.Head}, kind, reason, facts, audience)
}

// saveProgram writes a program as it is now. by is what its version grows by: 1 where somebody changed the program itself, 0
// where only people came or went, which must not be in the way of whoever is writing.
func (a *act) saveProgram(p *ent.Program, by int) error {
	n, err := a.tx.Program.Update().Where(entprogram.ID(p.ID), entprogram.Version(p.Version)).
		SetKind(p.Kind).SetTitle(p.Title).SetPinyin(p.Pinyin).SetAbout(p.About).SetPlace(p.Place).SetOrganiserID(p.OrganiserID).
		SetState(p.State).SetStateReason(p.StateReason).SetCapacity(p.Capacity).SetSeated(p.Seated).SetWaiting(p.Waiting).SetTickets(p.Tickets).
		SetPublicEnrol(p.PublicEnrol).SetEnrolUntil(p.EnrolUntil).SetFromAt(p.FromAt).SetUntilAt(p.UntilAt).SetResult(p.Result).
		SetCostFen(p.CostFen).SetReached(p.Reached).SetEvents(p.Events).SetHead(p.Head).SetVersion(p.Version + by).Save(a)
	if err == nil && n != 1 {
		err = office.Refuse(office.Conflict, "", "version")
	}
	if err != nil {
		return err
	}
	p.Version += by
	return nil
}

func course(p *ent.Program) program.Course {
	return program.Course{State: p.State, EnrolUntil: p.EnrolUntil, Span: program.Span{From: p.FromAt, Until: p.UntilAt}, Public: p.PublicEnrol}
}

func placesOf(p *ent.Program) program.Places {
	return program.Places{Capacity: p.Capacity, Seated: p.Seated, Waiting: p.Waiting}
}

// planned is a checked ProgramInput, put on a program; its sessions are written apart.
func (a *act) planned(in *ProgramInput, p *ent.Program) error {
	var t texts
	p.Title = t.need("title", "E5", in.Title, 100, office.BadInput)
	p.About = t.may("about", in.About, longText)
	p.Place = t.need("place", "E5", in.Place, 100, office.BadInput)
	t.take(program.CheckCapacity(in.Capacity, p.Seated))
	spans := make([]program.Span, len(in.Sessions))
	for i, s := range in.Sessions {
		s.From, s.Until = store.Instant(s.From), store.Instant(s.Until)
		spans[i] = program.Span{From: s.From, Until: s.Until}
		s.Place = t.may(fmt.Sprintf("sessions.%d.place", i), s.Place, 100)
		if s.Place == "" {
			s.Place = p.Place
		}
	}
	t.take(program.CheckSessions(spans))
	if t.err != nil {
		return t.err
	}
	whole := program.Whole(spans)
	p.Kind, p.Pinyin, p.Capacity, p.PublicEnrol = in.Kind, cutBytes(spelled(p.Title, false), 300), in.Capacity, in.PublicEnrol
	p.FromAt, p.UntilAt, p.EnrolUntil = whole.From, whole.Until, whole.From
	if in.EnrolUntil != nil {
		p.EnrolUntil = store.Instant(*in.EnrolUntil)
	}
	if p.EnrolUntil.After(p.UntilAt) {
		return office.Refuse(office.BadInput, "E5", "enrolUntil")
	}
	if in.OrganiserID != nil {
		p.OrganiserID = *in.OrganiserID
	}
	if s := a.office.Staff[p.OrganiserID]; s == nil || s.LeftAt != nil || s.CommunityID != p.CommunityID {
		return office.Refuse(office.NotFound, "E5", "organiserId")
	}
	if in.GroupID != nil {
		if err := a.knowsGroup(*in.GroupID); err != nil {
			return err
		}
	}
	p.GroupID = in.GroupID
	return nil
}

// PlanProgram is E5, C2: a training, talk, contest or show with its sessions; nobody enrols before it is published.
func (d *Desk) PlanProgram(ctx context.Context, in PlanProgramInput) (*ProgramPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "PLAN_PROGRAM", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		if err := a.mayServe(); err != nil {
			return none, err
		}
		p := &ent.Program{ID: key.Maker(key.Program)(), CommunityID: v.Community, OrganiserID: *a.me(), State: program.Planned}
		if err := a.planned(in.Program, p); err != nil {
			return none, err
		}
		if !p.UntilAt.After(a.now) {
			return none, office.Refuse(office.TooLate, "E5", "sessions")
		}
		if err := a.noteProgram(p, casework.EventProgramPlanned, "", map[string]any{"kind": p.Kind, "capacity": p.Capacity, "sessions": len(in.Program.Sessions)}); err != nil {
			return none, err
		}
		if err := a.tx.Program.Create().SetID(p.ID).SetCommunityID(p.CommunityID).SetKind(p.Kind).SetTitle(p.Title).SetPinyin(p.Pinyin).SetAbout(p.About).
			SetPlace(p.Place).SetOrganiserID(p.OrganiserID).SetNillableGroupID(p.GroupID).SetState(p.State).SetCapacity(p.Capacity).
			SetPublicEnrol(p.PublicEnrol).SetEnrolUntil(p.EnrolUntil).SetFromAt(p.FromAt).SetUntilAt(p.UntilAt).
			SetEvents(p.Events).SetHead(p.Head).Exec(a); err != nil {
			return none, err
		}
		return caseKey{p.ID}, a.writeSessions(p, in.Program.Sessions)
	})
	if err != nil {
		return nil, err
	}
	p, err := d.Store.Read().Program.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "programId")
	}
	return &ProgramPayload{p, in.ClientMutationID}, nil
}

// writeSessions brings the sessions of a program to what is planned. One at which somebody was cannot go.
func (a *act) writeSessions(p *ent.Program, all []*SessionInput) error {
	there, err := a.tx.ProgramSession.Query().Where(programsession.ProgramID(p.ID)).Order(programsession.ByNumber()).All(a)
	if err != nil {
		return err
	}
	last, old := 0, map[string]*ent.ProgramSession{}
	for _, s := range there {
		last, old[s.ID] = max(last, s.Number), s
	}
	for i, s := range all {
		if s.SessionID == nil {
			last++
			if err := a.tx.ProgramSession.Create().SetCommunityID(p.CommunityID).SetProgramID(p.ID).SetNumber(last).
				SetFromAt(s.From).SetUntilAt(s.Until).SetPlace(s.Place).Exec(a); err != nil {
				return err
			}
			continue
		}
		if old[*s.SessionID] == nil {
			return office.Refuse(office.NotFound, "E5", fmt.Sprintf("sessions.%d.sessionId", i))
		}
		delete(old, *s.SessionID)
		if err := a.tx.ProgramSession.UpdateOneID(*s.SessionID).SetFromAt(s.From).SetUntilAt(s.Until).SetPlace(s.Place).Exec(a); err != nil {
			return err
		}
	}
	for id := range old {
		attended, err := a.tx.Attendance.Query().Where(attendance.SessionID(id)).Exist(a)
		if err != nil {
			return err
		}
		if attended {
			return office.Refuse(office.RefusedState, "E5", "sessions").With("reason", "attended")
		}
		if err := a.tx.ProgramSession.DeleteOneID(id).Exec(a); err != nil {
			return err
		}
	}
	return nil
}

// EditProgram changes a program that is planned or open (E5). Where it gets more places those who wait move up; it never gets
// fewer than people have one.
func (d *Desk) EditProgram(ctx context.Context, in EditProgramInput) (*ProgramPayload, error) {
	return d.onProgram(ctx, "EDIT_PROGRAM", in.ProgramID, in.Version, in.ClientMutationID, in, func(a *act, p *ent.Program) error {
		if p.State != program.Planned && p.State != program.Open {
			return office.Refuse(office.RefusedState, "E5", "")
		}
		before := *p
		if err := a.planned(in.Program, p); err != nil {
			return err
		}
		if err := a.writeSessions(p, in.Program.Sessions); err != nil {
			return err
		}
		facts := map[string]any{"sessions": len(in.Program.Sessions)}
		if p.Capacity != before.Capacity {
			facts["capacity"], facts["before"] = p.Capacity, before.Capacity
		}
		if !p.FromAt.Equal(before.FromAt) {
			facts["from"] = p.FromAt
		}
		if err := a.noteProgram(p, casework.EventProgramEdited, "", facts); err != nil {
			return err
		}
		u := a.tx.Program.UpdateOneID(p.ID).SetNillableGroupID(p.GroupID)
		if p.GroupID == nil {
			u.ClearGroupID()
		}
		if err := u.Exec(a); err != nil {
			return err
		}
		if err := a.moveUp(p); err != nil {
			return err
		}
		return a.saveProgram(p, 1)
	})
}

func (a *act) stepProgram(p *ent.Program, to program.State, kind casework.EventKind, reason string, facts map[string]any) error {
	if err := course(p).CheckStep(to, a.now); err != nil {
		return err
	}
	p.State, p.StateReason = to, reason
	if err := a.noteProgram(p, kind, reason, facts, duty.StaffID(p.OrganiserID)); err != nil {
		return err
	}
	return a.saveProgram(p, 1)
}

// PublishProgram opens a program: it stands on the public pages, and people enrol (E5).
func (d *Desk) PublishProgram(ctx context.Context, in StepProgramInput) (*ProgramPayload, error) {
	return d.onProgram(ctx, "PUBLISH_PROGRAM", in.ProgramID, in.Version, in.ClientMutationID, in, func(a *act, p *ent.Program) error {
		return a.stepProgram(p, program.Open, casework.EventProgramOpened, "", nil)
	})
}

// CancelProgram cancels a program for a reason, which the public pages and everybody's confirmation tell (E5).
func (d *Desk) CancelProgram(ctx context.Context, in StepProgramInput) (*ProgramPayload, error) {
	return d.onProgram(ctx, "CANCEL_PROGRAM", in.ProgramID, in.Version, in.ClientMutationID, in, func(a *act, p *ent.Program) error {
		var t texts
		reason := t.need("reason", "E5", in.Reason, shortText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		return a.stepProgram(p, program.Cancelled, casework.EventProgramCancelled, reason, map[string]any{"seated": p.Seated, "waiting": p.Waiting})
	})
}

// HoldProgram records the result of a program that was held: what it brought, what it cost, and whom it reached beside those
// enrolled (E5, C4).
func (d *Desk) HoldProgram(ctx context.Context, in HoldProgramInput) (*ProgramPayload, error) {
	return d.onProgram(ctx, "HOLD_PROGRAM", in.ProgramID, in.Version, in.ClientMutationID, in, func(a *act, p *ent.Program) error {
		var t texts
		p.Result = t.need("result", "E5", in.Result, longText, office.BadInput)
		cost, err := costOf("cost", in.Cost)
		t.take(err)
		if in.Reached < 0 || in.Reached > 100_000 {
			t.refuse(office.Refuse(office.BadInput, "C4", "reached"))
		}
		if t.err != nil {
			return t.err
		}
		p.CostFen, p.Reached = cost, in.Reached
		return a.stepProgram(p, program.Held, casework.EventProgramHeld, "", map[string]any{"cost": casework.Yuan(cost), "reached": in.Reached, "seated": p.Seated})
	})
}

// costOf reads an amount in yuan, nothing where it is left empty.
func costOf(field, s string) (int, error) {
	if strings.TrimSpace(s) == "" {
		return 0, nil
	}
	written, err := yuan(field, s)
	if err != nil {
		return 0, office.Refuse(office.BadInput, "C3", field).With("reason", "money")
	}
	if n := fen(written); n >= 0 && n <= mostFen {
		return n, nil
	}
	return 0, office.Refuse(office.BadInput, "C3", field)
}

// SetProgramActs writes the acts of a show in their order, and the awards that they won (C2).
func (d *Desk) SetProgramActs(ctx context.Context, in SetProgramActsInput) (*ProgramPayload, error) {
	return d.onProgram(ctx, "SET_PROGRAM_ACTS", in.ProgramID, in.Version, in.ClientMutationID, in, func(a *act, p *ent.Program) error {
		if p.State == program.Cancelled {
			return office.Refuse(office.RefusedState, "C2", "")
		}
		if len(in.Acts) > program.MostActs {
			return office.Refuse(office.LimitExceeded, "C2", "acts").With("limit", program.MostActs)
		}
		if _, err := a.tx.ProgramAct.Delete().Where(programact.ProgramID(p.ID)).Exec(a); err != nil {
			return err
		}
		var t texts
		minutes := 0
		creates := make([]*ent.ProgramActCreate, len(in.Acts))
		for i, x := range in.Acts {
			at := func(field string) string { return fmt.Sprintf("acts.%d.%s", i, field) }
			creates[i] = a.tx.ProgramAct.Create().SetCommunityID(p.CommunityID).SetProgramID(p.ID).SetNumber(i + 1).
				SetTitle(t.need(at("title"), "C2", x.Title, 100, office.BadInput)).SetPerformers(t.may(at("performers"), x.Performers, 200)).
				SetNillableGroupID(x.GroupID).SetMinutes(x.Minutes).SetAward(t.may(at("award"), x.Award, 60))
			if x.Minutes < 1 || x.Minutes > 600 {
				t.refuse(office.Refuse(office.BadInput, "C2", at("minutes")))
			}
			if x.GroupID != nil {
				t.take(a.knowsGroup(*x.GroupID))
			}
			minutes += x.Minutes
		}
		if t.err != nil {
			return t.err
		}
		if len(creates) > 0 {
			if err := a.tx.ProgramAct.CreateBulk(creates...).Exec(a); err != nil {
				return err
			}
		}
		if err := a.noteProgram(p, casework.EventProgramActsSet, "", map[string]any{"acts": len(in.Acts), "minutes": minutes}); err != nil {
			return err
		}
		return a.saveProgram(p, 1)
	})
}

// RecordVolunteer writes down somebody's voluntary work at a program, in minutes (C4).
func (d *Desk) RecordVolunteer(ctx context.Context, in RecordVolunteerInput) (*ProgramPayload, error) {
	return d.withProgram(ctx, "RECORD_VOLUNTEER", in.ProgramID, in.ClientMutationID, in, func(a *act, p *ent.Program) (string, error) {
		if p.State != program.Open && p.State != program.Held || a.now.Before(p.FromAt) {
			return "", office.Refuse(office.RefusedState, "C4", "")
		}
		name, err := person.NormaliseName(in.Name)
		if in.ResidentID != nil {
			r, gone := a.tx.Resident.Get(a, *in.ResidentID)
			if gone != nil {
				return "", missing(gone, "residentId")
			}
			name, err = r.Name, nil
		}
		if err != nil {
			return "", clause(err, "C4")
		}
		if in.Minutes < 1 || in.Minutes > 24*60 {
			return "", office.Refuse(office.BadInput, "C4", "minutes")
		}
		many, err := a.tx.Volunteer.Query().Where(volunteer.ProgramID(p.ID)).Count(a)
		if err != nil {
			return "", err
		}
		if many >= ListBound {
			return "", office.Refuse(office.LimitExceeded, "C4", "").With("limit", ListBound)
		}
		made, err := a.tx.Volunteer.Create().SetCommunityID(p.CommunityID).SetProgramID(p.ID).SetName(name).SetNillableResidentID(in.ResidentID).
			SetMinutes(in.Minutes).SetRecordedAt(a.now).SetRecordedByID(*a.me()).Save(a)
		if err != nil {
			return "", err
		}
		if err := a.noteProgram(p, casework.EventVolunteerRecorded, "", map[string]any{"volunteer": made.ID, "minutes": in.Minutes}); err != nil {
			return "", err
		}
		return made.ID, a.saveProgram(p, 0)
	})
}

// withProgram runs an act of whoever works on a program at whatever version it is: people come and go all the time. do gives
// a key that the act is remembered with.
func (d *Desk) withProgram(ctx context.Context, name, id, mutation string, input any, do func(*act, *ent.Program) (string, error)) (*ProgramPayload, error) {
	p, _, err := d.remembered(ctx, name, id, mutation, input, do)
	if err != nil {
		return nil, err
	}
	return &ProgramPayload{p, mutation}, nil
}

func (d *Desk) remembered(ctx context.Context, name, id, mutation string, input any, do func(*act, *ent.Program) (string, error)) (*ent.Program, string, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, "", err
	}
	known, err := d.Store.Read().Program.Get(ctx, id)
	if err != nil {
		return nil, "", missing(err, "programId")
	}
	k, err := perform(ctx, d, known.CommunityID, name, mutation, input, func(a *act) (caseKey, error) {
		if err := a.mayServe(); err != nil {
			return caseKey{}, err
		}
		p, err := a.tx.Program.Get(a, id)
		if err != nil {
			return caseKey{}, missing(err, "programId")
		}
		made, err := do(a, p)
		return caseKey{made}, err
	})
	if err != nil {
		return nil, "", err
	}
	p, err := d.Store.Read().Program.Get(ctx, id)
	return p, k.ID, missing(err, "programId")
}

// ProgramFilter narrows the list of programs.
type ProgramFilter struct {
	// From and Until bound when a program is held; Until is not included.
	From, Until *time.Time
	States      []program.State
	Kinds       []program.Kind
	GroupID     *string
}

// Programs reads a page of the programs that the viewer may see, in the order in which they begin.
func (d *Desk) Programs(ctx context.Context, f ProgramFilter, first int, after *Place) ([]*ent.Program, func(context.Context) (int, error), error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, nil, err
	}
	q := func() *ent.ProgramQuery {
		q := d.Store.Read().Program.Query()
		if f.From != nil {
			q.Where(entprogram.UntilAtGT(*f.From))
		}
		if f.Until != nil {
			q.Where(entprogram.FromAtLT(*f.Until))
		}
		if len(f.States) > 0 {
			q.Where(entprogram.StateIn(f.States...))
		}
		if len(f.Kinds) > 0 {
			q.Where(entprogram.KindIn(f.Kinds...))
		}
		if f.GroupID != nil {
			q.Where(entprogram.GroupID(*f.GroupID))
		}
		return q
	}
	page := q()
	if after != nil {
		page.Where(entprogram.Or(entprogram.FromAtGT(after.At), entprogram.And(entprogram.FromAt(after.At), entprogram.IDGT(after.ID))))
	}
	list, err := page.WithGroup().Order(entprogram.ByFromAt(), entprogram.ByID()).Limit(first + 1).All(ctx)
	return list, func(ctx context.Context) (int, error) { return q().Count(ctx) }, err
}

// ProgramSession is one meeting of a program, with how many were signed in.
type ProgramSession struct {
	*ent.ProgramSession
	Attended int
}

// SessionsOf gives the sessions of a program in the order of their times; at most 60.
func (d *Desk) SessionsOf(ctx context.Context, programID string) ([]*ProgramSession, error) {
	return d.sessions(ctx, programsession.ProgramID(programID))
}

// SessionOf finds a session.
func (d *Desk) SessionOf(ctx context.Context, id string) (*ProgramSession, error) {
	all, err := d.sessions(ctx, programsession.ID(id))
	if err == nil && len(all) == 0 {
		err = office.Refuse(office.NotFound, "", "sessionId")
	}
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

func (d *Desk) sessions(ctx context.Context, which predicate.ProgramSession) ([]*ProgramSession, error) {
	list, err := d.Store.Read().ProgramSession.Query().Where(which).
		Order(programsession.ByFromAt(), programsession.ByID()).Limit(program.MostSessions).All(ctx)
	if err != nil || len(list) == 0 {
		return []*ProgramSession{}, err
	}
	out, ids := make([]*ProgramSession, len(list)), make([]string, len(list))
	of := map[string]*ProgramSession{}
	for i, s := range list {
		out[i], ids[i] = &ProgramSession{s, 0}, s.ID
		of[s.ID] = out[i]
	}
	var came []struct {
		SessionID string `json:"session_id"`
		Count     int    `json:"count"`
	}
	err = d.Store.Read().Attendance.Query().Where(attendance.SessionIDIn(ids...)).GroupBy(attendance.FieldSessionID).Aggregate(ent.Count()).Scan(ctx, &came)
	for _, c := range came {
		of[c.SessionID].Attended = c.Count
	}
	return out, err
}

// ActsOf gives the acts of a show in their order; at most 100.
func (d *Desk) ActsOf(ctx context.Context, programID string) ([]*ent.ProgramAct, error) {
	return d.Store.Read().ProgramAct.Query().Where(programact.ProgramID(programID)).WithGroup().Order(programact.ByNumber()).Limit(program.MostActs).All(ctx)
}

// VolunteersOf gives who worked at a program, oldest entry first; at most 100.
func (d *Desk) VolunteersOf(ctx context.Context, programID string) ([]*ent.Volunteer, error) {
	return d.Store.Read().Volunteer.Query().Where(volunteer.ProgramID(programID)).Order(volunteer.ByRecordedAt(), volunteer.ByID()).Limit(ListBound).All(ctx)
}

// ProgramFigures are what counts of a time (C4): programs that were held in it, the people that they reached (enrolled people
// who came at least once, and those beside them), and volunteers' minutes.
type ProgramFigures struct {
	Events, People, VolunteerMinutes int
	Kinds                            []*KindFigures
}

// KindFigures are those of one kind.
type KindFigures struct {
	Kind                             program.Kind
	Events, People, VolunteerMinutes int
}

// ProgramFigures counts the programs of the viewer's community that began from from on and before until (C4); nil for whoever reads none.
func (d *Desk) ProgramFigures(ctx context.Context, from, until time.Time) (*ProgramFigures, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if !readsCases(v) {
		return nil, nil
	}
	return d.programFigures(store.With(ctx, store.System()), v.Community, from, until)
}

// heldProgram is a program that was held, with what counts of it (C4).
type heldProgram struct {
	kind            program.Kind
	from            time.Time
	people, minutes int
}

// programsHeld reads the programs of a community that began from from on and before until and were held, by their keys: three statements, whatever there
// is.
func programsHeld(ctx context.Context, c *ent.Client, community string, from, until time.Time) (map[string]*heldProgram, error) {
	type sums struct {
		Program string `json:"program"`
		N       int    `json:"n"`
	}
	list, err := c.Program.Query().Where(entprogram.CommunityID(community), entprogram.StateEQ(program.Held), entprogram.FromAtGTE(from),
		entprogram.FromAtLT(until)).Select(entprogram.FieldID, entprogram.FieldKind, entprogram.FieldFromAt, entprogram.FieldReached).All(ctx)
	if err != nil {
		return nil, err
	}
	held := make(map[string]*heldProgram, len(list))
	for _, p := range list {
		held[p.ID] = &heldProgram{kind: p.Kind, from: p.FromAt, people: p.Reached}
	}
	var people, worked []sums
	if err := c.Enrolment.Query().Modify(func(s *sql.Selector) {
		ofHeld(s, enrolment.FieldProgramID, community, from, until)
		whoCame(s)
		s.Select(sql.As(s.C(enrolment.FieldProgramID), "program"), sql.As(sql.Count("*"), "n")).GroupBy(s.C(enrolment.FieldProgramID))
	}).Scan(ctx, &people); err != nil {
		return nil, err
	}
	if err := c.Volunteer.Query().Modify(func(s *sql.Selector) {
		ofHeld(s, volunteer.FieldProgramID, community, from, until)
		s.Select(sql.As(s.C(volunteer.FieldProgramID), "program"), sql.As(sql.Sum(s.C(volunteer.FieldMinutes)), "n")).GroupBy(s.C(volunteer.FieldProgramID))
	}).Scan(ctx, &worked); err != nil {
		return nil, err
	}
	for _, x := range people {
		if p := held[x.Program]; p != nil {
			p.people += x.N
		}
	}
	for _, x := range worked {
		if p := held[x.Program]; p != nil {
			p.minutes += x.N
		}
	}
	return held, nil
}

// ofHeld narrows rows to those of programs that programsHeld reads.
func ofHeld(s *sql.Selector, programID, community string, from, until time.Time) {
	t := sql.Dialect(s.Dialect()).Table(entprogram.Table).As("held")
	s.Join(t).On(s.C(programID), t.C(entprogram.FieldID))
	s.Where(sql.And(sql.EQ(t.C(entprogram.FieldCommunityID), community), sql.EQ(t.C(entprogram.FieldState), string(program.Held)),
		sql.GTE(t.C(entprogram.FieldFromAt), from), sql.LT(t.C(entprogram.FieldFromAt), until)))
}

// whoCame narrows enrolments to those of people who came at least once.
func whoCame(s *sql.Selector) {
	came := sql.Dialect(s.Dialect()).Table(attendance.Table).As("came")
	s.Where(sql.Exists(sql.Dialect(s.Dialect()).Select(came.C(attendance.FieldID)).From(came).
		Where(sql.ColumnsEQ(came.C(attendance.FieldEnrolmentID), s.C(enrolment.FieldID)))))
}

// residentsWhoCame gives, by the keys of programs that programsHeld reads, the residents on file who came.
func residentsWhoCame(ctx context.Context, c *ent.Client, community string, from, until time.Time) (map[string][]string, error) {
	list, err := c.Enrolment.Query().Where(enrolment.CommunityID(community), enrolment.ResidentIDNotNil(), func(s *sql.Selector) {
		ofHeld(s, enrolment.FieldProgramID, community, from, until)
		whoCame(s)
	}).Select(enrolment.FieldProgramID, enrolment.FieldResidentID).All(ctx)
	out := map[string][]string{}
	for _, e := range list {
		out[e.ProgramID] = append(out[e.ProgramID], *e.ResidentID)
	}
	return out, err
}

// programFigures counts what was held.
func (d *Desk) programFigures(ctx context.Context, community string, from, until time.Time) (*ProgramFigures, error) {
	held, err := programsHeld(ctx, d.Store.Read(), community, from, until)
	if err != nil {
		return nil, err
	}
	out := &ProgramFigures{Kinds: []*KindFigures{}}
	of := map[program.Kind]*KindFigures{}
	for _, word := range program.Kind("").Values() {
		of[program.Kind(word)] = &KindFigures{Kind: program.Kind(word)}
	}
	for _, p := range held {
		k := of[p.kind]
		k.Events, k.People, k.VolunteerMinutes = k.Events+1, k.People+p.people, k.VolunteerMinutes+p.minutes
	}
	for _, word := range program.Kind("").Values() {
		k := of[program.Kind(word)]
		out.Events, out.People, out.VolunteerMinutes = out.Events+k.Events, out.People+k.People, out.VolunteerMinutes+k.VolunteerMinutes
		if k.Events > 0 {
			out.Kinds = append(out.Kinds, k)
		}
	}
	return out, nil
}
