package service

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/binary"
	"fmt"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"xinxing/ent"
	"xinxing/ent/actrecord"
	"xinxing/ent/attendance"
	"xinxing/ent/caseevent"
	"xinxing/ent/enrolment"
	"xinxing/ent/picture"
	entprogram "xinxing/ent/program"
	"xinxing/ent/programact"
	"xinxing/ent/programsession"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/person"
	"xinxing/internal/office/program"
	"xinxing/internal/office/workday"
	"xinxing/internal/paper"
	"xinxing/internal/store"
)

// PublicProgram is a program as anybody sees it (E5): no name but the place's and the acts'.
type PublicProgram struct {
	ID, Community, Title, About, Place string
	Kind                               program.Kind
	State                              program.State
	// Reason is why it was cancelled.
	Reason                  string
	Zone                    *time.Location
	From, Until, EnrolUntil time.Time
	Capacity, Free, Waiting int
	// Enrols: residents can enrol themselves now.
	Enrols bool
	// Version grows with every change of the program itself.
	Version  int
	Sessions []PublicSession
	Acts     []PublicAct
	Pictures []DisclosedPicture
}

// PublicSession is one meeting.
type PublicSession struct {
	ID, Place   string
	Number      int
	From, Until time.Time
}

// PublicAct is one act of a show.
type PublicAct struct {
	Number, Minutes          int
	Title, Performers, Award string
}

// mostPublic bounds the coming programs of a community that are shown.
const mostPublic = 100

func (o *Office) publicProgram(p *ent.Program, now time.Time) *PublicProgram {
	return &PublicProgram{
		ID: p.ID, Community: p.CommunityID, Title: p.Title, About: p.About, Place: p.Place, Kind: p.Kind, State: p.State, Reason: p.StateReason,
		Zone: o.Calendar.Location(), From: p.FromAt, Until: p.UntilAt, EnrolUntil: p.EnrolUntil, Capacity: p.Capacity,
		Free: placesOf(p).Free(), Waiting: p.Waiting, Enrols: course(p).Enrols(now), Version: p.Version,
	}
}

// everPublished leaves out what was cancelled before it was published: it was never there.
func everPublished(s *sql.Selector) {
	opened := sql.Dialect(s.Dialect()).Table(caseevent.Table).As("opened")
	s.Where(sql.Or(sql.NEQ(s.C(entprogram.FieldState), string(program.Cancelled)),
		sql.Exists(sql.Dialect(s.Dialect()).Select(opened.C(caseevent.FieldID)).From(opened).Where(sql.And(
			sql.ColumnsEQ(opened.C(caseevent.FieldRecordID), s.C(entprogram.FieldID)),
			sql.EQ(opened.C(caseevent.FieldKind), string(casework.EventProgramOpened)),
		)))))
}

// PublicPrograms gives the programs of a community that are to come or run now, also those cancelled, in the order in which
// they begin; since takes in what ended after that instant. At most 100.
func (d *Desk) PublicPrograms(ctx context.Context, community string, since *time.Time) ([]*PublicProgram, error) {
	ctx = store.With(ctx, store.System())
	o, err := d.disclosing(ctx, community)
	if err != nil {
		return nil, err
	}
	now := d.Now()
	states, from := []program.State{program.Open, program.Cancelled}, now
	if since != nil {
		states, from = append(states, program.Held), *since
	}
	list, err := d.Store.Read().Program.Query().Where(entprogram.CommunityID(community), entprogram.StateIn(states...), entprogram.UntilAtGT(from), everPublished).
		Order(entprogram.ByFromAt(), entprogram.ByID()).Limit(mostPublic).All(ctx)
	if err != nil {
		return nil, err
	}
	out, ids := make([]*PublicProgram, len(list)), make([]string, len(list))
	of := map[string]*PublicProgram{}
	for i, p := range list {
		out[i], ids[i] = o.publicProgram(p, now), p.ID
		of[p.ID] = out[i]
	}
	if len(ids) == 0 {
		return out, nil
	}
	sessions, err := d.Store.Read().ProgramSession.Query().Where(programsession.ProgramIDIn(ids...)).
		Order(programsession.ByFromAt(), programsession.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, s := range sessions {
		of[s.ProgramID].Sessions = append(of[s.ProgramID].Sessions, publicSession(s))
	}
	return out, nil
}

func publicSession(s *ent.ProgramSession) PublicSession {
	return PublicSession{ID: s.ID, Number: s.Number, From: s.FromAt, Until: s.UntilAt, Place: s.Place}
}

// PublicProgram finds one program that was published (E5); NOT_FOUND for any other key.
func (d *Desk) PublicProgram(ctx context.Context, community, id string) (*PublicProgram, error) {
	ctx = store.With(ctx, store.System())
	o, err := d.disclosing(ctx, community)
	if err != nil {
		return nil, err
	}
	return d.publicOne(ctx, o, id)
}

func (d *Desk) publicOne(ctx context.Context, o *Office, id string) (*PublicProgram, error) {
	p, err := d.Store.Read().Program.Query().Where(entprogram.ID(id), entprogram.CommunityID(o.Community.ID),
		entprogram.StateNEQ(program.Planned), everPublished).Only(ctx)
	if err != nil {
		return nil, missing(err, "program")
	}
	out := o.publicProgram(p, d.Now())
	sessions, err := d.SessionsOf(ctx, id)
	if err != nil {
		return nil, err
	}
	for _, s := range sessions {
		out.Sessions = append(out.Sessions, publicSession(s.ProgramSession))
	}
	acts, err := d.Store.Read().ProgramAct.Query().Where(programact.ProgramID(id)).Order(programact.ByNumber()).Limit(program.MostActs).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, x := range acts {
		out.Acts = append(out.Acts, PublicAct{Number: x.Number, Minutes: x.Minutes, Title: x.Title, Performers: x.Performers, Award: x.Award})
	}
	out.Pictures, err = d.disclosedPictures(ctx, picture.ProgramID(id))
	return out, err
}

// PublicEnrolInput is a resident's own enrolment on the public page (E5).
type PublicEnrolInput struct {
	Community, ProgramID, Name, Phone string
	// Agreed: the person agrees that name and number are kept for this program.
	Agreed bool
	From   string
	// Repeat makes a second sending of the same form the same enrolment.
	Repeat string
}

// The tries of enrolling and signing in that are free before whoever tries waits: from one place, with one number or name.
const (
	enrolsFromPlace  = 20
	enrolsWithNumber = 5
	signsWithName    = 5
	signsFromPlace   = 30
)

// PublicEnrol enrols whoever asks on the public page, and gives the path of the confirmation (E5). A number that is enrolled
// already is refused with ALREADY_DONE, a few times; then the number waits.
func (d *Desk) PublicEnrol(ctx context.Context, in PublicEnrolInput) (string, error) {
	ctx = store.With(ctx, store.System())
	var t texts
	name, err := person.NormaliseName(in.Name)
	t.take(clause(err, "E5"))
	phone, err := person.ParsePhone(in.Phone)
	t.take(clause(err, "E5"))
	if err == nil && phone.Kind() != person.Mobile {
		t.refuse(office.Refuse(office.BadInput, "E5", "phone"))
	}
	if !in.Agreed {
		t.refuse(office.Refuse(office.BadInput, "E5", "agreed"))
	}
	repeat := t.need("repeat", "", in.Repeat, 100, office.BadInput)
	if t.err != nil {
		return "", t.err
	}
	o, err := d.disclosing(ctx, in.Community)
	if err != nil {
		return "", err
	}
	if _, err := d.publicOne(ctx, o, in.ProgramID); err != nil {
		return "", err
	}
	if err := d.slow(ctx, "enrol-from", in.From, enrolsFromPlace); err != nil {
		return "", err
	}
	if err := d.slow(ctx, "enrol", phone.Digits(), enrolsWithNumber); err != nil {
		return "", err
	}
	digest, err := d.digest("PUBLIC_ENROL", []string{in.Community, in.ProgramID, name, phone.Digits()})
	if err != nil {
		return "", err
	}
	id := ""
	err = d.transact(ctx, in.Community, func(a *act) error {
		known, err := a.tx.ActRecord.Query().Where(actrecord.ActorID("public"), actrecord.ClientMutationID(repeat)).Only(a)
		if err == nil {
			if known.Digest != digest {
				return office.Refuse(office.IdempotencyClash, "", "repeat")
			}
			id = known.Result
			return nil
		}
		if !ent.IsNotFound(err) {
			return err
		}
		p, err := a.tx.Program.Get(a, in.ProgramID)
		if err != nil {
			return missing(err, "program")
		}
		made, err := a.enrol(p, newcomer{name: name, phone: phone, way: program.ByPublic})
		if err != nil {
			return err
		}
		id = made.id
		return a.tx.ActRecord.Create().SetCommunityID(in.Community).SetActorID("public").SetClientMutationID(repeat).
			SetAct("PUBLIC_ENROL").SetDigest(digest).SetResult(id).SetAt(a.now).Exec(a)
	})
	if err != nil {
		return "", err
	}
	return d.ConfirmationLink(id), nil
}

// ConfirmationLink is the path of an enrolment's own page; nobody can guess it, and every print has the same.
func (d *Desk) ConfirmationLink(id string) string {
	return "/p/enrolment/" + id + "/" + d.Box.Lookup("enrolment-link", id)
}

// same tells whether a token is one that was made for a record, under any key of the installation.
func (d *Desk) same(kind, id, token string) bool {
	if len(token) > 100 {
		return false
	}
	for _, right := range d.Box.Lookups(kind, id) {
		if subtle.ConstantTimeCompare([]byte(right), []byte(token)) == 1 {
			return true
		}
	}
	return false
}

// Confirmation is what a person sees of the own enrolment.
type Confirmation struct {
	Program *PublicProgram
	Link    string
	Name    string // masked
	Phone   string // masked
	State   program.EnrolmentState
	Ticket  int
	// Before is how many wait before this one.
	Before      int
	MayWithdraw bool
	// Now is the session at which the person can sign in now, nil for none; Signed tells that this was done.
	Now    *PublicSession
	Signed bool
	Award  string
	Passed *bool
}

// linkedEnrolment finds the enrolment of a confirmation's link; NOT_FOUND whatever is wrong with it.
func (d *Desk) linkedEnrolment(ctx context.Context, id, token string) (*ent.Enrolment, error) {
	gone := office.Refuse(office.NotFound, "E5", "enrolment")
	if key.Prefix(id) != key.Enrolment || !d.same("enrolment-link", id, token) {
		return nil, gone
	}
	e, err := d.Store.Read().Enrolment.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, gone
	}
	return e, err
}

// Confirmation gives a person's own enrolment by the link of the confirmation (E5).
func (d *Desk) Confirmation(ctx context.Context, id, token string) (*Confirmation, error) {
	ctx = store.With(ctx, store.System())
	e, err := d.linkedEnrolment(ctx, id, token)
	if err != nil {
		return nil, err
	}
	o, err := d.officeOf(ctx, d.Store.Read(), e.CommunityID)
	if err != nil {
		return nil, err
	}
	p, err := d.publicOne(ctx, o, e.ProgramID)
	if err != nil {
		return nil, err
	}
	now := d.Now()
	c := &Confirmation{
		Program: p, Link: d.ConfirmationLink(id), Name: person.MaskName(e.Name), Phone: e.PhoneMask, State: e.State, Ticket: e.Ticket,
		Award: e.Award, Passed: e.Passed,
	}
	c.MayWithdraw = program.Course{State: p.State, Span: program.Span{From: p.From, Until: p.Until}}.CheckWithdraw(e.State, now) == nil
	if e.State == program.Waiting {
		if c.Before, err = d.Store.Read().Enrolment.Query().Where(enrolment.ProgramID(e.ProgramID), enrolment.StateEQ(program.Waiting),
			enrolment.TicketLT(e.Ticket)).Count(ctx); err != nil {
			return nil, err
		}
	}
	for _, s := range p.Sessions {
		if program.CheckAttend(e.State, p.State, program.Span{From: s.From, Until: s.Until}, program.InCode, now) == nil {
			c.Now = &s
		}
	}
	if c.Now != nil {
		if c.Signed, err = d.Store.Read().Attendance.Query().Where(attendance.SessionID(c.Now.ID), attendance.EnrolmentID(id)).Exist(ctx); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// WithdrawByLink is E5: the person gives the place back; whoever waits longest moves up. Done twice it is done once.
func (d *Desk) WithdrawByLink(ctx context.Context, id, token string) error {
	ctx = store.With(ctx, store.System())
	known, err := d.linkedEnrolment(ctx, id, token)
	if err != nil {
		return err
	}
	return d.transact(ctx, known.CommunityID, func(a *act) error {
		e, err := a.tx.Enrolment.Get(a, id)
		if err != nil {
			return err
		}
		if e.State == program.Withdrawn {
			return nil
		}
		p, err := a.tx.Program.Get(a, e.ProgramID)
		if err != nil {
			return err
		}
		return a.withdraw(p, e)
	})
}

// SessionCode is what is shown at the venue for a session (E5): the path of the page where people sign in, four digits that
// prove to one's own confirmation page that one is there, and the QR code of the page's address, row by row of 0 and 1.
type SessionCode struct {
	Link, Pin string
	Rows      []string
}

func (d *Desk) sessionLink(s *ent.ProgramSession) string {
	return "/public/" + s.CommunityID + "/here/" + s.ID + "/" + d.Box.Lookup("session-code", s.ID)
}

// pin is the four digits of a session.
func (d *Desk) pin(session string) string {
	sum := sha256.Sum256([]byte(d.Box.Lookup("session-pin", session)))
	return fmt.Sprintf("%04d", binary.BigEndian.Uint32(sum[:])%10_000)
}

// CodeOf gives the code of a session; nil for whoever does not work on programs.
func (d *Desk) CodeOf(ctx context.Context, s *ent.ProgramSession) (*SessionCode, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if !v.Roles.Works() {
		return nil, nil
	}
	c := &SessionCode{Link: d.sessionLink(s), Pin: d.pin(s.ID)}
	bits, err := paper.Code(d.PublicAddress() + c.Link)
	if err != nil {
		return nil, err
	}
	for _, row := range bits {
		var b strings.Builder
		for _, dark := range row {
			if dark {
				b.WriteByte('1')
			} else {
				b.WriteByte('0')
			}
		}
		c.Rows = append(c.Rows, b.String())
	}
	return c, nil
}

// HereSession is the page at the venue: which session of which program, and whether people can sign in now.
type HereSession struct {
	Program *PublicProgram
	Session PublicSession
	Link    string
	Open    bool
}

// HereSession finds a session by the link of its code; NOT_FOUND whatever is wrong with it.
func (d *Desk) HereSession(ctx context.Context, community, id, token string) (*HereSession, error) {
	ctx = store.With(ctx, store.System())
	gone := office.Refuse(office.NotFound, "E5", "session")
	if key.Prefix(id) != key.ProgramSession || !d.same("session-code", id, token) {
		return nil, gone
	}
	s, err := d.Store.Read().ProgramSession.Query().Where(programsession.ID(id), programsession.CommunityID(community)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, gone
	}
	if err != nil {
		return nil, err
	}
	p, err := d.PublicProgram(ctx, community, s.ProgramID)
	if err != nil {
		return nil, err
	}
	open := program.CheckAttend(program.Seated, p.State, program.Span{From: s.FromAt, Until: s.UntilAt}, program.InCode, d.Now())
	return &HereSession{Program: p, Session: publicSession(s), Link: d.sessionLink(s), Open: open == nil}, nil
}

// SignInAtInput signs a person in at the venue by name and the last four digits of the number enrolled with.
type SignInAtInput struct{ Community, SessionID, Token, Name, LastFour, From string }

// SignInAt is E5: signed in by the code at the venue. Every miss looks the same and counts: who is enrolled is told to
// nobody. Signed in twice one is signed in once.
func (d *Desk) SignInAt(ctx context.Context, in SignInAtInput) error {
	ctx = store.With(ctx, store.System())
	here, err := d.HereSession(ctx, in.Community, in.SessionID, in.Token)
	if err != nil {
		return err
	}
	var t texts
	name, err := person.NormaliseName(in.Name)
	t.take(clause(err, "E5"))
	if len(in.LastFour) != 4 || strings.Trim(in.LastFour, "0123456789") != "" {
		t.refuse(office.Refuse(office.BadInput, "E5", "lastFour"))
	}
	if t.err != nil {
		return t.err
	}
	if !here.Open {
		return office.Refuse(office.RefusedState, "E5", "").With("reason", "not_now")
	}
	// All of a class come from one place: those who are there do not use up its tries.
	place, who := in.From, in.SessionID+" "+name
	if err := d.slow(ctx, "sign-from", place, signsFromPlace); err != nil {
		return err
	}
	if err := d.slow(ctx, "sign", who, signsWithName); err != nil {
		return err
	}
	found, fresh := false, false
	err = d.transact(ctx, in.Community, func(a *act) error {
		found, fresh = false, false
		named, err := a.tx.Enrolment.Query().Where(enrolment.ProgramID(here.Program.ID), enrolment.StateEQ(program.Seated), enrolment.Name(name)).
			Order(enrolment.ByTicket()).Limit(20).All(a)
		if err != nil {
			return err
		}
		for _, e := range named {
			last, err := d.lastOf(e)
			if err != nil {
				return err
			}
			if subtle.ConstantTimeCompare([]byte(last), []byte(in.LastFour)) != 1 {
				continue
			}
			found = true
			s, err := a.tx.ProgramSession.Get(a, in.SessionID)
			if err != nil {
				return err
			}
			p, err := a.tx.Program.Get(a, s.ProgramID)
			if err != nil {
				return err
			}
			fresh, err = a.signIn(p, s, e, program.InCode)
			return err
		}
		return nil
	})
	switch {
	case err != nil:
		return err
	case !found:
		return office.Refuse(office.NotFound, "E5", "name")
	}
	if err := d.forget(ctx, "sign", who); err != nil || !fresh {
		return err
	}
	return d.forget(ctx, "sign-from", place)
}

// lastOf is the end of the number that somebody enrolled with, "" where there is none.
func (d *Desk) lastOf(e *ent.Enrolment) (string, error) {
	if e.PhoneSealed == "" {
		return "", nil
	}
	plain, err := d.Box.Open(e.PhoneSealed, e.ID+".phone")
	if err != nil {
		return "", fmt.Errorf("enrolment %s: %w", e.ID, err)
	}
	plain = digits(plain)
	if len(plain) < 7 {
		return "", nil
	}
	return plain[len(plain)-4:], nil
}

// SignInByLink signs a person in by the own confirmation, with the four digits that are shown at the venue (E5).
func (d *Desk) SignInByLink(ctx context.Context, id, token, pin string) error {
	c, err := d.Confirmation(ctx, id, token)
	if err != nil {
		return err
	}
	if c.Now == nil {
		return office.Refuse(office.RefusedState, "E5", "").With("reason", "not_now")
	}
	ctx = store.With(ctx, store.System())
	if err := d.slow(ctx, "sign", id, signsWithName); err != nil {
		return err
	}
	if subtle.ConstantTimeCompare([]byte(d.pin(c.Now.ID)), []byte(pin)) != 1 {
		return office.Refuse(office.BadInput, "E5", "pin")
	}
	if err := d.transact(ctx, c.Program.Community, func(a *act) error {
		e, err := a.tx.Enrolment.Get(a, id)
		if err != nil {
			return err
		}
		s, err := a.tx.ProgramSession.Get(a, c.Now.ID)
		if err != nil {
			return err
		}
		p, err := a.tx.Program.Get(a, e.ProgramID)
		if err != nil {
			return err
		}
		_, err = a.signIn(p, s, e, program.InCode)
		return err
	}); err != nil {
		return err
	}
	return d.forget(ctx, "sign", id)
}

// PublicFigures are what counted this year up to now (C4), for anybody: no person can be found in them.
type PublicFigures struct {
	Year, Events, People, VolunteerHours int
}

// PublicProgramFigures counts this year's programs of a community (C4).
func (d *Desk) PublicProgramFigures(ctx context.Context, community string) (*PublicFigures, error) {
	ctx = store.With(ctx, store.System())
	o, err := d.disclosing(ctx, community)
	if err != nil {
		return nil, err
	}
	first, zone := workday.Date{Year: d.today(o).Year, Month: time.January, Day: 1}, o.Calendar.Location()
	f, err := d.programFigures(ctx, community, first.Start(zone), first.AddMonths(12).Start(zone))
	if err != nil {
		return nil, err
	}
	return &PublicFigures{Year: first.Year, Events: f.Events, People: f.People, VolunteerHours: f.VolunteerMinutes / 60}, nil
}

// monthsShown is how far back the calendar feed goes.
const monthsShown = 2

// FeedSince is from when on the calendar feed tells of programs.
func (d *Desk) FeedSince(zone *time.Location) time.Time {
	today := workday.DateOf(d.Now(), zone)
	return workday.Date{Year: today.Year, Month: today.Month, Day: 1}.AddMonths(-monthsShown).Start(zone)
}
