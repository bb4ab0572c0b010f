package service

import (
	"context"
	"fmt"
	"slices"

	"xinxing/ent"
	"xinxing/ent/attendance"
	"xinxing/ent/enrolment"
	entprogram "xinxing/ent/program"
	"xinxing/ent/resident"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/person"
	"xinxing/internal/office/program"
)

// EnrolInput is the input of the act of that name; the schema says what each field means.
type EnrolInput struct {
	ProgramID        string
	ResidentID       *string
	Name, Phone      string
	ClientMutationID string
}

// EnrolmentInput is an act on an enrolment that says no more; the schema says what each field means.
type EnrolmentInput struct{ EnrolmentID, ClientMutationID string }

// TickAttendanceInput is the input of the act of that name; the schema says what each field means.
type TickAttendanceInput struct {
	SessionID, EnrolmentID string
	Present                bool
	ClientMutationID       string
}

// RecordEnrolmentResultInput is the input of the act of that name; the schema says what each field means.
type RecordEnrolmentResultInput struct {
	EnrolmentID      string
	Passed           *bool
	Award            string
	ClientMutationID string
}

// RevealEnrolmentInput is the input of the act of that name; the schema says what each field means.
type RevealEnrolmentInput struct{ EnrolmentID, Reason, ClientMutationID string }

// RevealPhonePayload is a number that was shown.
type RevealPhonePayload struct{ Value, ClientMutationID string }

// EnrolmentPayload is the answer of an act on an enrolment.
type EnrolmentPayload struct {
	Enrolment        *Enrolment
	Program          *ent.Program
	ClientMutationID string
}

// Enrolment is a person's turn in a program, with the sessions at which the person was, by key.
type Enrolment struct {
	*ent.Enrolment
	Attended []string
}

// newcomer is whoever is to be enrolled.
type newcomer struct {
	name     string
	phone    person.Phone
	resident *string
	way      program.EnrolWay
}

// somebody is who acts; nil where it is a person outside the office.
func (a *act) somebody() *string {
	if a.actor.ID == "" {
		return nil
	}
	return a.me()
}

// drawn is what the journal's own act says of a new enrolment.
type drawn struct {
	id    string
	state program.EnrolmentState
}

// enrol gives somebody a place, or a turn on the waiting list (E5). A number enrols once while it is not withdrawn.
func (a *act) enrol(p *ent.Program, n newcomer) (drawn, error) {
	none := drawn{}
	if err := course(p).CheckEnrol(n.way, a.now); err != nil {
		return none, err
	}
	id := key.Maker(key.Enrolment)()
	// Who left no number enrols once as a resident.
	var hash, mask string
	var same []string
	plain := n.phone.String()
	if plain == "" {
		hash = a.desk.Box.Lookup("enrolled", *n.resident)
		same = a.desk.Box.Lookups("enrolled", *n.resident)
	} else {
		hash, mask = a.desk.Box.Lookup("phone", n.phone.Digits()), n.phone.Masked()
		same = a.desk.Box.Lookups("phone", n.phone.Digits())
	}
	once := enrolment.PhoneHashIn(same...)
	if n.resident != nil {
		once = enrolment.Or(once, enrolment.ResidentID(*n.resident))
	}
	there, err := a.tx.Enrolment.Query().Where(enrolment.ProgramID(p.ID), enrolment.StateNEQ(program.Withdrawn), once).Exist(a)
	if err != nil {
		return none, err
	}
	if there {
		field := "phone"
		if n.resident != nil {
			field = "residentId"
		}
		return none, office.Refuse(office.AlreadyDone, "E5", field)
	}
	state, err := placesOf(p).Admit()
	if err != nil {
		return none, err
	}
	sealed := ""
	if plain != "" {
		if sealed, err = a.desk.Box.Seal(plain, id+".phone"); err != nil {
			return none, err
		}
	}
	p.Tickets++
	create := a.tx.Enrolment.Create().SetID(id).SetCommunityID(p.CommunityID).SetProgramID(p.ID).SetTicket(p.Tickets).SetNillableResidentID(n.resident).
		SetName(n.name).SetPhoneSealed(sealed).SetPhoneMask(mask).SetPhoneHash(hash).SetWay(n.way).SetState(state).SetEnrolledAt(a.now).
		SetNillableEnrolledByID(a.somebody())
	if state == program.Seated {
		p.Seated++
		create.SetSeatedAt(a.now)
	} else {
		p.Waiting++
	}
	if err := create.Exec(a); err != nil {
		return none, err
	}
	facts := map[string]any{"enrolment": id, "ticket": p.Tickets, "state": state, "way": n.way}
	if err := a.noteProgram(p, casework.EventEnrolled, "", facts); err != nil {
		return none, err
	}
	return drawn{id, state}, a.saveProgram(p, 0)
}

// moveUp gives the free places of a program to those who wait, in the order of their tickets (E5). The program is saved
// afterwards.
func (a *act) moveUp(p *ent.Program) error {
	n := placesOf(p).MoveUp()
	if n == 0 {
		return nil
	}
	next, err := a.tx.Enrolment.Query().Where(enrolment.ProgramID(p.ID), enrolment.StateEQ(program.Waiting)).
		Order(enrolment.ByTicket()).Limit(n).All(a)
	if err != nil {
		return err
	}
	for _, e := range next {
		if err := a.tx.Enrolment.UpdateOneID(e.ID).SetState(program.Seated).SetSeatedAt(a.now).Exec(a); err != nil {
			return err
		}
		p.Seated++
		p.Waiting--
		facts := map[string]any{"enrolment": e.ID, "ticket": e.Ticket}
		// Somebody calls those who moved up: they do not look at the page every day.
		if err := a.noteProgram(p, casework.EventMovedUp, "", facts, duty.StaffID(p.OrganiserID)); err != nil {
			return err
		}
	}
	return nil
}

// withdraw gives a place or a turn back, and whoever is next moves up in the same transaction (E5).
func (a *act) withdraw(p *ent.Program, e *ent.Enrolment) error {
	if err := course(p).CheckWithdraw(e.State, a.now); err != nil {
		return err
	}
	attended, err := a.tx.Attendance.Query().Where(attendance.EnrolmentID(e.ID)).Exist(a)
	if err != nil {
		return err
	}
	if attended {
		return office.Refuse(office.RefusedState, "E5", "").With("reason", "attended")
	}
	if e.State == program.Seated {
		p.Seated--
	} else {
		p.Waiting--
	}
	if err := a.tx.Enrolment.UpdateOneID(e.ID).SetState(program.Withdrawn).SetWithdrawnAt(a.now).Exec(a); err != nil {
		return err
	}
	if err := a.noteProgram(p, casework.EventEnrolmentWithdrawn, "", map[string]any{"enrolment": e.ID, "ticket": e.Ticket, "state": e.State}); err != nil {
		return err
	}
	if err := a.moveUp(p); err != nil {
		return err
	}
	return a.saveProgram(p, 0)
}

// Enrol is E5: staff enrol a resident, or somebody by name and number.
func (d *Desk) Enrol(ctx context.Context, in EnrolInput) (*EnrolmentPayload, error) {
	p, id, err := d.remembered(ctx, "ENROL", in.ProgramID, in.ClientMutationID, in, func(a *act, p *ent.Program) (string, error) {
		n := newcomer{resident: in.ResidentID, way: program.ByStaff}
		if in.ResidentID != nil {
			r, err := a.tx.Resident.Query().Where(resident.ID(*in.ResidentID), resident.CommunityID(p.CommunityID)).Only(a)
			if err != nil {
				return "", missing(err, "residentId")
			}
			n.name = r.Name
			if r.PhoneSealed != "" {
				plain, err := d.Box.Open(r.PhoneSealed, r.ID+".phone")
				if err != nil {
					return "", fmt.Errorf("resident %s: %w", r.ID, err)
				}
				if n.phone, err = person.ParsePhone(plain); err != nil {
					return "", err
				}
			}
		} else {
			var t texts
			var err error
			n.name, err = person.NormaliseName(in.Name)
			t.take(clause(err, "E5"))
			n.phone, err = person.ParsePhone(in.Phone)
			t.take(clause(err, "E5"))
			if t.err != nil {
				return "", t.err
			}
		}
		made, err := a.enrol(p, n)
		return made.id, err
	})
	return d.enrolmentPayload(ctx, p, id, in.ClientMutationID, err)
}

func (d *Desk) enrolmentPayload(ctx context.Context, p *ent.Program, id, mutation string, err error) (*EnrolmentPayload, error) {
	if err != nil {
		return nil, err
	}
	e, err := d.EnrolmentOf(ctx, id)
	if err != nil {
		return nil, err
	}
	return &EnrolmentPayload{e, p, mutation}, nil
}

// onEnrolment runs an act on an enrolment and its program.
func (d *Desk) onEnrolment(ctx context.Context, name, id, mutation string, input any, do func(*act, *ent.Program, *ent.Enrolment) error) (*EnrolmentPayload, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, err
	}
	known, err := d.Store.Read().Enrolment.Get(ctx, id)
	if err != nil {
		return nil, missing(err, "enrolmentId")
	}
	p, _, err := d.remembered(ctx, name, known.ProgramID, mutation, input, func(a *act, p *ent.Program) (string, error) {
		e, err := a.tx.Enrolment.Get(a, id)
		if err != nil {
			return "", missing(err, "enrolmentId")
		}
		return id, do(a, p, e)
	})
	return d.enrolmentPayload(ctx, p, id, mutation, err)
}

// WithdrawEnrolment is E5: somebody does not come; whoever waits longest moves up.
func (d *Desk) WithdrawEnrolment(ctx context.Context, in EnrolmentInput) (*EnrolmentPayload, error) {
	return d.onEnrolment(ctx, "WITHDRAW_ENROLMENT", in.EnrolmentID, in.ClientMutationID, in, func(a *act, p *ent.Program, e *ent.Enrolment) error {
		return a.withdraw(p, e)
	})
}

// signIn writes down that somebody was at a session; false where that was known.
func (a *act) signIn(p *ent.Program, s *ent.ProgramSession, e *ent.Enrolment, way program.CheckIn) (bool, error) {
	if err := program.CheckAttend(e.State, p.State, program.Span{From: s.FromAt, Until: s.UntilAt}, way, a.now); err != nil {
		return false, err
	}
	there, err := a.tx.Attendance.Query().Where(attendance.SessionID(s.ID), attendance.EnrolmentID(e.ID)).Exist(a)
	if err != nil || there {
		return false, err
	}
	if err := a.tx.Attendance.Create().SetCommunityID(p.CommunityID).SetSessionID(s.ID).SetEnrolmentID(e.ID).SetAt(a.now).SetWay(way).
		SetNillableCheckedByID(a.somebody()).Exec(a); err != nil {
		return false, err
	}
	if err := a.noteProgram(p, casework.EventSignedIn, "", map[string]any{"enrolment": e.ID, "session": s.Number, "way": way}); err != nil {
		return false, err
	}
	return true, a.saveProgram(p, 0)
}

// TickAttendance ticks in the list that somebody was at a session, or takes a wrong tick back (E5).
func (d *Desk) TickAttendance(ctx context.Context, in TickAttendanceInput) (*EnrolmentPayload, error) {
	return d.onEnrolment(ctx, "TICK_ATTENDANCE", in.EnrolmentID, in.ClientMutationID, in, func(a *act, p *ent.Program, e *ent.Enrolment) error {
		s, err := a.tx.ProgramSession.Get(a, in.SessionID)
		if err != nil {
			return missing(err, "sessionId")
		}
		if s.ProgramID != p.ID {
			return office.Refuse(office.NotFound, "E5", "sessionId")
		}
		if in.Present {
			_, err := a.signIn(p, s, e, program.InList)
			return err
		}
		if p.State != program.Open {
			return office.Refuse(office.RefusedState, "E5", "")
		}
		n, err := a.tx.Attendance.Delete().Where(attendance.SessionID(s.ID), attendance.EnrolmentID(e.ID)).Exec(a)
		if err != nil || n == 0 {
			return err
		}
		if err := a.noteProgram(p, casework.EventSignInTakenBack, "", map[string]any{"enrolment": e.ID, "session": s.Number}); err != nil {
			return err
		}
		return a.saveProgram(p, 0)
	})
}

// RecordEnrolmentResult writes down what somebody brought home: passed or not, an award (E5, C2).
func (d *Desk) RecordEnrolmentResult(ctx context.Context, in RecordEnrolmentResultInput) (*EnrolmentPayload, error) {
	return d.onEnrolment(ctx, "RECORD_ENROLMENT_RESULT", in.EnrolmentID, in.ClientMutationID, in, func(a *act, p *ent.Program, e *ent.Enrolment) error {
		var t texts
		award := t.may("award", in.Award, 60)
		switch {
		case t.err != nil:
			return t.err
		case e.State != program.Seated || p.State != program.Open && p.State != program.Held || a.now.Before(p.FromAt):
			return office.Refuse(office.RefusedState, "E5", "")
		}
		u := a.tx.Enrolment.UpdateOneID(e.ID).SetNillablePassed(in.Passed).SetAward(award)
		if in.Passed == nil {
			u.ClearPassed()
		}
		if err := u.Exec(a); err != nil {
			return err
		}
		if err := a.noteProgram(p, casework.EventEnrolmentResult, "", map[string]any{"enrolment": e.ID, "passed": in.Passed, "award": award != ""}); err != nil {
			return err
		}
		return a.saveProgram(p, 0)
	})
}

// RevealEnrolment shows the number that somebody enrolled with; the reason is in the program's journal before it is shown.
func (d *Desk) RevealEnrolment(ctx context.Context, in RevealEnrolmentInput) (*RevealPhonePayload, error) {
	done, err := d.onEnrolment(ctx, "REVEAL_ENROLMENT", in.EnrolmentID, in.ClientMutationID, in, func(a *act, p *ent.Program, e *ent.Enrolment) error {
		var t texts
		reason := t.need("reason", "", in.Reason, shortText, office.NeedsReason)
		switch {
		case t.err != nil:
			return t.err
		case e.PhoneSealed == "":
			return office.Refuse(office.NotFound, "", "enrolmentId")
		}
		if err := a.noteProgram(p, casework.EventPhoneRevealed, reason, map[string]any{"enrolment": e.ID}); err != nil {
			return err
		}
		return a.saveProgram(p, 0)
	})
	if err != nil {
		return nil, err
	}
	value, err := d.Box.Open(done.Enrolment.PhoneSealed, in.EnrolmentID+".phone")
	if err != nil {
		return nil, fmt.Errorf("enrolment %s: %w", in.EnrolmentID, err)
	}
	return &RevealPhonePayload{value, in.ClientMutationID}, nil
}

// EnrolmentOf finds an enrolment.
func (d *Desk) EnrolmentOf(ctx context.Context, id string) (*Enrolment, error) {
	e, err := d.Store.Read().Enrolment.Get(ctx, id)
	if err != nil {
		return nil, missing(err, "enrolmentId")
	}
	list, err := d.attended(ctx, []*ent.Enrolment{e})
	if err != nil {
		return nil, err
	}
	return list[0], nil
}

// EnrolmentsOf gives the turns of a program after a ticket, in order; those who withdrew only where they are asked for. At
// most first.
func (d *Desk) EnrolmentsOf(ctx context.Context, programID string, withdrawn bool, first, after int) ([]*Enrolment, error) {
	q := d.Store.Read().Enrolment.Query().Where(enrolment.ProgramID(programID), enrolment.TicketGT(after))
	if !withdrawn {
		q.Where(enrolment.StateNEQ(program.Withdrawn))
	}
	list, err := q.WithResident().Order(enrolment.ByTicket()).Limit(first).All(ctx)
	if err != nil {
		return nil, err
	}
	return d.attended(ctx, list)
}

// attended puts beside enrolments the sessions at which the people were: one statement for all.
func (d *Desk) attended(ctx context.Context, list []*ent.Enrolment) ([]*Enrolment, error) {
	out := make([]*Enrolment, len(list))
	of, ids := map[string]*Enrolment{}, make([]string, len(list))
	for i, e := range list {
		out[i] = &Enrolment{e, []string{}}
		of[e.ID], ids[i] = out[i], e.ID
	}
	if len(ids) == 0 {
		return out, nil
	}
	all, err := d.Store.Read().Attendance.Query().Where(attendance.EnrolmentIDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, at := range all {
		of[at.EnrolmentID].Attended = append(of[at.EnrolmentID].Attended, at.SessionID)
	}
	for _, e := range out {
		slices.Sort(e.Attended)
	}
	return out, nil
}

// verifyPrograms looks at the programs after a key: their journals are whole, the counters are what stands beside them, and
// the places went to whoever came first (E5).
func verifyPrograms(ctx context.Context, client *ent.Client, last string, r *Report) (string, bool, error) {
	page, err := client.Program.Query().Where(entprogram.IDGT(last)).Order(entprogram.ByID()).Limit(100).All(ctx)
	if err != nil || len(page) == 0 {
		return last, false, err
	}
	records, ids := make([]kept, len(page)), make([]string, len(page))
	for i, p := range page {
		records[i], ids[i] = kept{p.ID, p.Head, p.Events}, p.ID
	}
	all, err := client.Enrolment.Query().Where(enrolment.ProgramIDIn(ids...)).
		Select(enrolment.FieldID, enrolment.FieldProgramID, enrolment.FieldTicket, enrolment.FieldState).All(ctx)
	if err != nil {
		return last, false, err
	}
	turns := map[string][]program.Turn{}
	for _, e := range all {
		turns[e.ProgramID] = append(turns[e.ProgramID], program.Turn{Ticket: e.Ticket, State: e.State})
	}
	for _, p := range page {
		seated, waiting := 0, 0
		for _, t := range turns[p.ID] {
			switch t.State {
			case program.Seated:
				seated++
			case program.Waiting:
				waiting++
			case program.Withdrawn:
			}
		}
		if seated != p.Seated || waiting != p.Waiting || len(turns[p.ID]) != p.Tickets {
			r.find(p.ID, fmt.Sprintf("%d seated, %d waiting, %d tickets; it counts %d, %d, %d", seated, waiting, len(turns[p.ID]), p.Seated, p.Waiting, p.Tickets))
		}
		for _, what := range program.Unfair(turns[p.ID], p.Capacity) {
			r.find(p.ID, what)
		}
	}
	return page[len(page)-1].ID, true, verifyKept(ctx, client, records, r)
}
