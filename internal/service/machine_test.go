package service_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/absencepost"
	"xinxing/ent/actrecord"
	"xinxing/ent/alarm"
	"xinxing/ent/attachment"
	"xinxing/ent/breach"
	"xinxing/ent/caseevent"
	"xinxing/ent/casefile"
	"xinxing/ent/charge"
	"xinxing/ent/custodypiece"
	"xinxing/ent/extension"
	"xinxing/ent/gift"
	"xinxing/ent/giftreturn"
	"xinxing/ent/handover"
	"xinxing/ent/localday"
	"xinxing/ent/onetimenotice"
	"xinxing/ent/posthandover"
	"xinxing/ent/printedpaper"
	"xinxing/ent/promise"
	"xinxing/ent/rating"
	"xinxing/ent/staff"
	"xinxing/ent/upreport"
	"xinxing/internal/files"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
)

// snapshot is everything that the desk keeps of its cases, in a fixed order.
type snapshot struct {
	At         time.Time
	Cases      []*ent.CaseFile
	Promises   []*ent.Promise
	HandOvers  []*ent.HandOver
	Reports    []*ent.UpReport
	Extensions []*ent.Extension
	Breaches   []*ent.Breach
	Alarms     []*ent.Alarm
	Events     []*ent.CaseEvent
	Acts       []*ent.ActRecord
	Staff      []*ent.Staff
	Days       []*ent.LocalDay
	Notices    []*ent.OneTimeNotice
	Pieces     []*ent.CustodyPiece
	Charges    []*ent.Charge
	Files      []*ent.Attachment
	Papers     []*ent.PrintedPaper
	Ratings    []*ent.Rating
	Absences   []*ent.Absence
	Claims     []*ent.AbsencePost
	Lists      []*ent.PostHandOver
	Gifts      []*ent.Gift
	Returns    []*ent.GiftReturn
}

func look(t rapid.TB, o *servicetest.Office) *snapshot {
	s := &snapshot{At: o.Desk.Now()}
	ctx, c := o.System(), o.Desk.Store.Read()
	var errs [22]error
	s.Cases, errs[0] = c.CaseFile.Query().Order(casefile.ByID()).All(ctx)
	s.Promises, errs[1] = c.Promise.Query().Order(promise.ByID()).All(ctx)
	s.HandOvers, errs[2] = c.HandOver.Query().Order(handover.ByID()).All(ctx)
	s.Reports, errs[3] = c.UpReport.Query().Order(upreport.ByID()).All(ctx)
	s.Extensions, errs[4] = c.Extension.Query().Order(extension.ByID()).All(ctx)
	s.Breaches, errs[5] = c.Breach.Query().Order(breach.ByID()).All(ctx)
	s.Alarms, errs[6] = c.Alarm.Query().Order(alarm.ByID()).All(ctx)
	s.Events, errs[7] = c.CaseEvent.Query().Order(caseevent.ByID()).All(ctx)
	s.Acts, errs[8] = c.ActRecord.Query().Order(actrecord.ByID()).All(ctx)
	s.Staff, errs[9] = c.Staff.Query().Order(staff.ByID()).All(ctx)
	s.Days, errs[10] = c.LocalDay.Query().Order(localday.ByID()).All(ctx)
	s.Notices, errs[11] = c.OneTimeNotice.Query().Order(onetimenotice.ByID()).All(ctx)
	s.Pieces, errs[12] = c.CustodyPiece.Query().Order(custodypiece.ByID()).All(ctx)
	s.Charges, errs[13] = c.Charge.Query().Order(charge.ByID()).All(ctx)
	s.Files, errs[14] = c.Attachment.Query().Order(attachment.ByID()).All(ctx)
	s.Papers, errs[15] = c.PrintedPaper.Query().Order(printedpaper.ByID()).All(ctx)
	s.Ratings, errs[16] = c.Rating.Query().Order(rating.ByID()).All(ctx)
	s.Absences, errs[17] = c.Absence.Query().Order(absence.ByID()).All(ctx)
	s.Claims, errs[18] = c.AbsencePost.Query().Order(absencepost.ByID()).All(ctx)
	s.Lists, errs[19] = c.PostHandOver.Query().Order(posthandover.ByID()).All(ctx)
	s.Gifts, errs[20] = c.Gift.Query().Order(gift.ByID()).All(ctx)
	s.Returns, errs[21] = c.GiftReturn.Query().Order(giftreturn.ByID()).All(ctx)
	if err := errors.Join(errs[:]...); err != nil {
		t.Fatal(err)
	}
	return s
}

// text is the snapshot as it can be compared.
func (s *snapshot) text(t rapid.TB) string {
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func (s *snapshot) kase(id string) *ent.CaseFile {
	i := slices.IndexFunc(s.Cases, func(c *ent.CaseFile) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	return s.Cases[i]
}

// sequenceTB lets a sequence of rapid have an office of its own.
type sequenceTB struct {
	testing.TB
	rt *rapid.T
}

func (s sequenceTB) Helper()                   {}
func (s sequenceTB) Cleanup(f func())          { s.rt.Cleanup(f) }
func (s sequenceTB) Context() context.Context  { return s.rt.Context() }
func (s sequenceTB) Fatal(a ...any)            { s.rt.Fatal(a...) }
func (s sequenceTB) Fatalf(f string, a ...any) { s.rt.Fatalf(f, a...) }
func (s sequenceTB) Error(a ...any)            { s.rt.Error(a...) }
func (s sequenceTB) Errorf(f string, a ...any) { s.rt.Errorf(f, a...) }
func (s sequenceTB) Log(a ...any)              { s.rt.Log(a...) }
func (s sequenceTB) Logf(f string, a ...any)   { s.rt.Logf(f, a...) }
func (s sequenceTB) Skip(a ...any)             { s.rt.Fatal(a...) }
func (s sequenceTB) Skipf(f string, a ...any)  { s.rt.Fatalf(f, a...) }

// step is what was done last, for the checks that compare before and after.
type step struct {
	name string
	act  casework.Act // "" where it was no act on a case
	id   string       // of its case
	// record is the key of the entry of the register that it was on.
	record string
	err    error
}

// machine is one random sequence on an office of its own.
type machine struct {
	*rapid.T
	o    *servicetest.Office
	last func() error // repeats the last act that succeeded; fails where the answer is another
	next int
	done map[string]int // how often what was done, or refused
	// steps are the kinds of steps of this sequence, the likelier the more often.
	steps []string
	// project is one that answers cases (P4).
	project string
}

// everybody who may try something; the last two belong to no one's office here.
var everybody = []string{"clerk-a", "clerk-b", "clerk-c", "grid", "leader", "director", "supervisor", "administrator", "neighbour", ""}

func (m *machine) as(login string) context.Context {
	if login == "" {
		return m.o.Context()
	}
	return m.o.As(login)
}

func (m *machine) login(id duty.StaffID) string {
	for login, s := range m.o.Staff {
		if s.ID == string(id) {
			return login
		}
	}
	return ""
}

func (m *machine) id() string { m.next++; return fmt.Sprintf("act-%d", m.next) }

func pick[T any](m *machine, label string, of ...T) T { return rapid.SampledFrom(of).Draw(m.T, label) }

func (m *machine) chance(label string, oneIn int) bool {
	return rapid.IntRange(1, oneIn).Draw(m.T, label) == oneIn
}

func (m *machine) office() *service.Office { return m.officeOf(m.o.Community) }

func (m *machine) officeOf(community string) *service.Office {
	o, err := m.o.Desk.Office(m.o.System(), community)
	if err != nil {
		m.Fatal(err)
	}
	return o
}

// TestF_T_NoCaseIsEverDropped tries random acts by random people at random times, and proves after every one of them
// that no case is dropped and no clause broken.
func TestF_T_NoCaseIsEverDropped(t *testing.T) {
	for _, dialect := range servicetest.Databases() {
		t.Run(dialect, func(t *testing.T) {
			checks := map[string]string{servicetest.SQLite: "60", servicetest.Postgres: "25"}[dialect]
			tune(t, "rapid.nofailfile", "true")
			if f := flag.Lookup("rapid.checks"); f.Value.String() == f.DefValue {
				tune(t, "rapid.checks", checks)
			}
			done := map[string]int{}
			defer func() { t.Log(done) }()
			rapid.Check(t, func(rt *rapid.T) {
				m := &machine{T: rt, done: done, o: servicetest.New(sequenceTB{t, rt}, dialect)}
				var err error
				if m.o.Desk.Files, err = files.Open("file://" + t.TempDir()); err != nil {
					rt.Fatal(err)
				}
				// Over the weekend with the make-up Saturday, or over the end of a year whose next has no notice yet.
				m.o.At(pick(m, "begin", servicetest.Start, servicetest.Start, "2026-12-30 15:00"))
				m.steps = []string{
					"act", "act", "act", "act", "act", "act", "act", "act", "clock", "clock", "clock", "fire", "duty", "duty", "absence", "absence", "absence",
					"calendar", "again", "open", "stranger", "rate", "complain", "register", "register", "gift", "fold",
				}
				if m.chance("of the register", 3) {
					m.steps = []string{"register", "register", "register", "register", "register", "register", "act", "act", "clock", "clock", "gift", "absence", "fire", "again"}
				}
				m.propose()
				for range 2 {
					m.openBy("clerk-a", "clerk-b", "clerk-c", "grid", "leader", "director")
				}
				for n := rapid.IntRange(10, 40).Draw(rt, "steps"); n > 0; n-- {
					m.step()
				}
				m.reports()
			})
			if !t.Failed() && (done["REPORT rows"] == 0 || done["FOLD entries"] == 0 || done["OTHERS behind"] == 0) {
				t.Error("no report had a row, nothing was folded, or nothing was of no case: nothing was compared")
			}
		})
	}
}

// propose makes the project that cases may be answered by.
func (m *machine) propose() {
	day := workday.DateOf(m.o.Clock.Now(), servicetest.Zone)
	p, err := m.o.Desk.ProposeProject(m.as("leader"), service.ProposeProjectInput{
		ProjectText: service.ProjectText{
			Title: "3号楼前路面修缮", Kind: cobuild.ProjectRoad, Place: "3号楼前", LeadID: m.o.Staff["leader"].ID, PlannedFrom: day, PlannedUntil: day,
		},
		Origin: cobuild.FromCases, ClientMutationID: m.o.ID(),
	})
	if err != nil {
		m.Fatal(err)
	}
	m.project = p.Project.ID
}

func tune(t *testing.T, name, value string) {
	t.Helper()
	old := flag.Lookup(name).Value.String()
	set := func(v string) {
		if err := flag.Set(name, v); err != nil {
			t.Fatal(err)
		}
	}
	set(value)
	t.Cleanup(func() { set(old) })
}

func (m *machine) step() {
	before := look(m, m.o)
	var s step
	switch pick(m, "step", m.steps...) {
	case "act":
		s = m.act(before)
	case "clock":
		m.clock()
		s = m.turn()
	case "absence":
		s = m.absence(before)
	case "fire":
		s = m.fire()
	case "duty":
		s = m.duty(before)
	case "calendar":
		s = m.calendar()
	case "again":
		s = m.again()
	case "open":
		s = m.open()
	case "stranger":
		s = m.stranger(before)
	case "rate":
		s = m.rate(before)
	case "complain":
		s = m.complain(before)
	case "register":
		s = m.register(before)
	case "gift":
		s = m.gift(before)
	case "fold":
		m.fold()
		return // the next step sees whether it hurt anything
	}
	after := look(m, m.o)
	m.Logf("%s %s", m.o.Clock.Now().In(servicetest.Zone).Format("01-02 15:04:05"), s.name)
	m.done[fmt.Sprint(cmp.Or(string(s.act), strings.Fields(s.name)[0]), " ", s.err == nil)]++
	if s.err != nil {
		r, ok := errors.AsType[*office.Refusal](s.err)
		if !ok {
			m.Fatalf("%s: %v is no refusal", s.name, s.err)
		}
		m.Logf("  %v", r)
		if before.text(m) != after.text(m) {
			m.Fatalf("%s: refused with %v, but it changed something:\n%s", s.name, r, difference(before.text(m), after.text(m)))
		}
	}
	m.check(before, after, s)
}

func difference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	at := max(0, i-300)
	return "…" + a[at:min(len(a), i+300)] + "…\n…" + b[at:min(len(b), i+300)] + "…"
}

func (m *machine) clock() {
	now := m.o.Clock.Now()
	next, err := m.o.Desk.NextAlarm(m.o.System())
	if err != nil {
		m.Fatal(err)
	}
	to := now
	switch pick(m, "clock", "minutes", "hours", "opening", "alarm", "before alarm", "days") {
	case "minutes":
		to = now.Add(time.Duration(rapid.IntRange(1, 90).Draw(m.T, "minutes")) * time.Minute)
	case "hours":
		to = now.Add(time.Duration(rapid.IntRange(1, 6).Draw(m.T, "hours")) * time.Hour)
	case "opening":
		to = m.office().Calendar.NextOpen(now)
	case "alarm":
		to = next
	case "before alarm":
		to = next.Add(-time.Microsecond)
	case "days":
		to = now.AddDate(0, 0, rapid.IntRange(1, 4).Draw(m.T, "days"))
	}
	if to.After(now) {
		m.o.Clock.Set(to)
	}
}

func (m *machine) fire() step {
	s := step{name: "FIRE"}
	_, s.err = m.o.Desk.FireDue(m.o.System())
	if s.err != nil {
		m.Fatal(s.err)
	}
	waiting, err := m.o.Desk.Store.Read().Alarm.Query().Where(alarm.Pending(true), alarm.AtLTE(m.o.Desk.Now())).All(m.o.System())
	if err != nil || len(waiting) > 0 {
		m.Fatalf("after the engine, %d alarms that are due have not fallen (%v)", len(waiting), err)
	}
	return s
}

// duty lets somebody be away at once, or back, or leave the office.
func (m *machine) duty(before *snapshot) step {
	by := pick(m, "by", "leader", "director", "administrator", "leader", "director", "clerk-a", "supervisor")
	who := pick(m, "who", "clerk-a", "clerk-b", "clerk-c", "grid", "leader", "director", "administrator")
	to := pick(m, "state", duty.OnDuty, duty.OnDuty, duty.OnDuty, duty.Away, duty.Away, duty.Left)
	id := m.o.Staff[who].ID
	gone := m.staffOf(id).LeftAt != nil
	s := step{name: fmt.Sprintf("SET_LEFT %s %s by %s", who, to, by)}
	state := m.office().Roster[duty.StaffID(m.o.Staff[by].ID)].State
	if to == duty.Away {
		s.name = fmt.Sprintf("ABSENCE_ASK EMERGENCY %s by %s", who, by)
		_, s.err = m.o.Desk.AskAbsence(m.as(by), service.AskAbsenceInput{StaffID: &id, Kind: duty.Emergency, Reason: "值班安排", ClientMutationID: m.id()})
		return s
	}
	running := slices.IndexFunc(before.Absences, func(ab *ent.Absence) bool { return ab.StaffID == id && ab.State == duty.AbsenceRunning })
	if to == duty.OnDuty && !gone && running >= 0 {
		ab := before.Absences[running]
		s.name = fmt.Sprintf("ABSENCE_RETURN %s %s by %s", ab.Kind, who, by)
		_, s.err = m.o.Desk.ReturnToDuty(m.as(by), service.ReturnToDutyInput{AbsenceRef: service.AbsenceRef{AbsenceID: ab.ID, Version: ab.Version, ClientMutationID: m.id()}})
		return s
	}
	in := service.SetLeftInput{StaffID: id, Left: to == duty.Left, Reason: "人事变动", ClientMutationID: m.id()}
	var p *service.SetLeftPayload
	p, s.err = m.o.Desk.SetLeft(m.as(by), in)
	if s.err == nil && (state == duty.Suspended || state == duty.Left || by == "clerk-a" || by == "supervisor") {
		m.Fatalf("%s, who is %s, recorded that somebody left", by, state)
	}
	if s.err == nil {
		moved := p.MovedCases
		m.remember(func() error {
			p, err := m.o.Desk.SetLeft(m.as(by), in)
			if err == nil && p.MovedCases != moved {
				err = fmt.Errorf("moved %d cases, said again %d", moved, p.MovedCases)
			}
			return err
		})
	}
	return s
}

// turn lets begin and end what the clock brought.
func (m *machine) turn() step {
	s := step{name: "ABSENCE_TURN"}
	_, s.err = m.o.Desk.Turn(m.o.System())
	if s.err != nil {
		m.Fatal(s.err)
	}
	return s
}

// absence asks for one, or does something on one that is there.
func (m *machine) absence(before *snapshot) step {
	by := pick(m, "by", "clerk-a", "clerk-b", "clerk-c", "clerk-a", "clerk-b", "clerk-c", "grid", "leader", "director", "supervisor", "administrator")
	ctx, now := m.as(by), m.o.Desk.Now()
	if len(before.Absences) == 0 || m.chance("another", 4) {
		in := service.AskAbsenceInput{Kind: pick(m, "kind", duty.Planned, duty.Planned, duty.Emergency, duty.Suspension), Reason: "有事", ClientMutationID: m.id()}
		from := m.office().Calendar.NextOpen(now.Add(time.Duration(pick(m, "from", 30, 54, 78, 30, 54, 126, 6, -2)) * time.Hour))
		until := from.Add(time.Duration(pick(m, "until", 4, 10, 26, 50, 4, 98, -1)) * time.Hour)
		if in.Kind == duty.Planned || m.chance("later", 4) {
			in.From = &from
		}
		if in.Kind == duty.Planned || m.chance("until", 2) {
			in.Until = &until
		}
		if m.chance("another's", 5) {
			who := m.o.Staff[pick(m, "who", "clerk-a", "clerk-b", "director", "neighbour")].ID
			in.StaffID = &who
		}
		s := step{name: fmt.Sprintf("ABSENCE_ASK %s by %s from %v until %v", in.Kind, by, in.From, in.Until)}
		var p *service.AbsencePayload
		if p, s.err = m.o.Desk.AskAbsence(ctx, in); s.err == nil {
			m.remember(func() error {
				again, err := m.o.Desk.AskAbsence(ctx, in)
				if err == nil && again.Absence.ID != p.Absence.ID {
					err = fmt.Errorf("asked for another")
				}
				return err
			})
		}
		return s
	}
	ab := before.Absences[rapid.IntRange(0, len(before.Absences)-1).Draw(m.T, "absence")]
	if m.chance("the newest", 2) {
		ab = slices.MaxFunc(before.Absences, func(a, b *ent.Absence) int { return cmp.Or(a.AskedAt.Compare(b.AskedAt), cmp.Compare(a.ID, b.ID)) })
	}
	lists := slices.DeleteFunc(slices.Clone(before.Lists), func(l *ent.PostHandOver) bool { return l.AbsenceID != ab.ID })
	ref := service.AbsenceRef{AbsenceID: ab.ID, Version: ab.Version, ClientMutationID: m.id()}
	act := pick(m, "act on it", "WRITE", "ACCEPT", "APPROVE", "REFUSE", "WITHDRAW", "RETURN")
	if m.chance("what is next", 2) {
		act = map[duty.AbsenceState]string{duty.AbsenceAsked: "APPROVE", duty.AbsenceApproved: "WITHDRAW"}[ab.State]
		act = cmp.Or(act, "RETURN")
		for _, l := range slices.Backward(lists) {
			switch {
			case ab.State != duty.AbsenceAsked:
			case l.WrittenAt == nil:
				act, lists[0] = "WRITE", l
			case l.AcceptedAt == nil && act != "WRITE":
				act, lists[0] = "ACCEPT", l
			}
		}
	}
	if len(lists) == 0 && (act == "WRITE" || act == "ACCEPT") {
		act = "APPROVE"
	}
	// Whose turn it is takes it as a rule.
	if !m.chance("anybody", 4) {
		switch act {
		case "WRITE", "WITHDRAW", "RETURN":
			by = m.login(duty.StaffID(ab.StaffID))
		case "ACCEPT":
			lists = lists[:1]
			by = m.login(duty.StaffID(lists[0].ToID))
		default:
			by = "director"
		}
		ctx = m.as(by)
	}
	s := step{name: fmt.Sprintf("ABSENCE_%s %s %s by %s", act, ab.State, m.login(duty.StaffID(ab.StaffID)), by)}
	switch act {
	case "WRITE":
		in := service.WriteHandOverListInput{AbsenceRef: ref, ListID: lists[0].ID, Note: "交接"}
		for _, line := range lists[0].Lines {
			in.Notes = append(in.Notes, service.LineNoteInput{CaseID: line.Case, Note: "请跟进"})
		}
		_, s.err = m.o.Desk.WriteHandOverList(ctx, in)
	case "ACCEPT":
		_, s.err = m.o.Desk.AcceptHandOverList(ctx, service.AcceptHandOverListInput{AbsenceRef: ref, ListID: lists[0].ID})
	case "APPROVE", "REFUSE":
		_, s.err = m.o.Desk.DecideAbsence(ctx, service.DecideAbsenceInput{AbsenceRef: ref, Approve: act == "APPROVE", Reason: "人手"})
		if s.err == nil && ab.StaffID == m.o.Staff[by].ID {
			m.Fatalf("%s: decided about themself", s.name)
		}
	case "WITHDRAW":
		_, s.err = m.o.Desk.WithdrawAbsence(ctx, service.WithdrawAbsenceInput{AbsenceRef: ref})
	case "RETURN":
		_, s.err = m.o.Desk.ReturnToDuty(ctx, service.ReturnToDutyInput{AbsenceRef: ref})
	}
	return s
}

// checkAbsences: by the clock, nobody is away who shares a post with somebody who is (B6), and whoever is away is so by an
// absence that runs.
func (m *machine) checkAbsences(o *service.Office, after *snapshot, s step) {
	now := m.o.Desk.Now()
	for _, p := range o.Posts {
		away := 0
		for _, half := range []string{p.AID, p.BID} {
			if o.Roster[duty.StaffID(half)].State == duty.Away {
				away++
			}
		}
		if away > 1 {
			m.Errorf("after %s: B6: both halves of %s are away", s.name, p.Name)
		}
	}
	for _, ab := range after.Absences {
		covers := !now.Before(ab.FromAt) && (ab.UntilAt == nil || now.Before(*ab.UntilAt))
		if (ab.State == duty.AbsenceRunning) != covers && ab.State.Away() {
			m.Errorf("after %s: %s's absence is %s at %s", s.name, m.login(duty.StaffID(ab.StaffID)), ab.State, now)
		}
		if covers && ab.State == duty.AbsenceRunning && o.Roster.OnDuty(duty.StaffID(ab.StaffID)) {
			m.Errorf("after %s: %s is away and on duty", s.name, m.login(duty.StaffID(ab.StaffID)))
		}
		if ab.State == duty.AbsenceAsked && !now.Before(ab.FromAt) {
			m.Errorf("after %s: an absence that nobody decided waits still", s.name)
		}
	}
}

func (m *machine) calendar() step {
	by := pick(m, "by", "director", "administrator", "director", "leader")
	day := workday.DateOf(m.o.Clock.Now(), servicetest.Zone).AddDays(rapid.IntRange(-2, 9).Draw(m.T, "day"))
	kind := pick(m, "kind", workday.RowLocalClosure, workday.RowLocalOpening, workday.RowKind(""))
	s := step{name: fmt.Sprintf("CALENDAR %s %s by %s", day, kind, by)}
	if kind == "" {
		_, s.err = m.o.Desk.RemoveCalendarDay(m.as(by), service.RemoveCalendarDayInput{Date: day, ClientMutationID: m.id()})
	} else {
		_, s.err = m.o.Desk.SetCalendarDay(m.as(by), service.SetCalendarDayInput{
			Date: day, Kind: kind, Name: "临时安排", Source: "街办〔2026〕3号", ClientMutationID: m.id(),
		})
	}
	if by == "leader" && s.err == nil {
		m.Fatal("a leader changed the calendar")
	}
	return s
}

// remember keeps how to repeat what was done.
func (m *machine) remember(repeat func() error) { m.last = repeat }

// again repeats the last act that succeeded, whatever happened since: it answers the same and changes nothing.
func (m *machine) again() step {
	s := step{name: "AGAIN"}
	if m.last == nil {
		return s
	}
	before := look(m, m.o).text(m)
	if err := m.last(); err != nil {
		m.Fatalf("said again, it failed: %v", err)
	}
	if after := look(m, m.o).text(m); before != after {
		m.Fatalf("said again, it changed something:\n%s", difference(before, after))
	}
	return s
}

func (m *machine) open() step {
	return m.openBy("clerk-a", "clerk-b", "clerk-c", "grid", "leader", "supervisor", "administrator")
}

func (m *machine) openBy(logins ...string) step {
	login := pick(m, "first responder", logins...)
	in := service.OpenCaseInput{
		Channel: pick(m, "channel", casework.ChannelPhone, casework.ChannelVisit), Situation: "住在新星小区", Demand: "请求办理",
		ClientMutationID: m.id(), Anonymous: true,
	}
	if m.chance("known", 2) {
		in.Anonymous, in.ResidentID = false, &m.o.Resident.ID
	}
	if m.chance("earlier", 4) {
		in.ContactAt = new(m.o.Clock.Now().Add(-time.Duration(rapid.IntRange(1, 600).Draw(m.T, "minutes ago")) * time.Minute))
	}
	if m.chance("named", 2) {
		in.ItemID = new(m.item("item").ID)
	}
	if m.chance("nothing said", 8) {
		in.Demand = " "
	}
	s := step{name: "OPEN by " + login}
	var p *service.CasePayload
	if p, s.err = m.o.Desk.OpenCase(m.as(login), in); s.err == nil {
		m.remember(func() error {
			q, err := m.o.Desk.OpenCase(m.as(login), in)
			if err == nil && q.Case.ID != p.Case.ID {
				err = fmt.Errorf("opened %s, said again %s", p.Case.ReceiptNo, q.Case.ReceiptNo)
			}
			return err
		})
	}
	return s
}

func (m *machine) item(label string) *ent.Item {
	return m.o.Items[pick(m, label, "SQ-01", "DJ-01", "ZX-01", "ZM-01", "BC-01")]
}

var allActs = func() (acts []casework.Act) {
	for _, a := range casework.Act("").Values() {
		acts = append(acts, casework.Act(a))
	}
	return acts
}()

// versionless are the acts that add to a case and take no version; those that change nothing of it keep its version too.
var (
	versionless  = []casework.Act{casework.ActReportBreach, casework.ActAttach, casework.ActPrint}
	keepsVersion = []casework.Act{casework.ActAttach, casework.ActPrint}
)

// weights makes the acts likelier that lead on to others.
var weights = func() map[casework.Act]int {
	w := map[casework.Act]int{}
	for _, a := range allActs {
		w[a] = 6
	}
	w[casework.ActReportBreach] = 0
	for _, a := range []casework.Act{casework.ActPrint, casework.ActAttach, casework.ActReportPiece} {
		w[a] = 1 // of everybody's
	}
	for _, a := range []casework.Act{casework.ActResolveOnSpot, casework.ActGuide, casework.ActRefuse, casework.ActComplete, casework.ActAskCallBack} {
		w[a] = 2
	}
	for _, a := range []casework.Act{casework.ActPromise, casework.ActRequestExtension, casework.ActDecideExtension} {
		w[a] = 12
	}
	w[casework.ActTellExtension] = 40 // what leads there is long
	return w
}()

// act lets a random person try a random act on a random case, more often one that is allowed.
func (m *machine) act(before *snapshot) step {
	if len(before.Cases) == 0 {
		return step{name: "no case"}
	}
	c := before.Cases[rapid.IntRange(0, len(before.Cases)-1).Draw(m.T, "case")]
	login := pick(m, "by", everybody[:8]...)
	act := pick(m, "act", allActs...)
	if !m.chance("any act", 5) {
		type choice struct {
			login string
			act   casework.Act
		}
		var choices []choice
		for _, l := range everybody[:8] {
			for _, a := range m.allowed(l, c) {
				for range weights[a] {
					choices = append(choices, choice{l, a})
				}
			}
		}
		if len(choices) > 0 {
			chosen := pick(m, "choice", choices...)
			login, act = chosen.login, chosen.act
		}
	}
	return m.try(login, act, c)
}

// sees tells whether somebody may see a case at all.
func (m *machine) sees(login string, c *ent.CaseFile) bool {
	v := m.o.Viewer(login)
	return slices.Contains(v.Communities, c.CommunityID) && (v.Roles.Works() || v.Roles.Has(duty.Supervisor)) &&
		v.MaySee(c.Matter, c.AboutID, c.ResponsibleID, c.HolderID)
}

// allowed are the acts that the case's page offers to somebody: none where it shows no such case.
func (m *machine) allowed(login string, c *ent.CaseFile) []casework.Act {
	if !m.sees(login, c) {
		return nil
	}
	acts, err := m.o.Desk.AllowedActs(m.as(login), c)
	if err != nil {
		m.Fatal(err)
	}
	return acts
}

func (m *machine) try(login string, act casework.Act, c *ent.CaseFile) step {
	s := step{name: fmt.Sprintf("%s on %s by %s", act, c.ReceiptNo, login), act: act, id: c.ID}
	may := slices.Contains(m.allowed(login, c), act)
	ref := service.CaseRef{CaseID: c.ID, Version: c.Version, ClientMutationID: m.id()}
	do, good := m.input(act, c)
	stale := !slices.Contains(versionless, act) && m.chance("stale", 12)
	if stale {
		ref.Version += pick(m, "version", -1, 1)
	}
	ctx := m.as(login)
	s.err = do(ctx, ref)
	r, _ := errors.AsType[*office.Refusal](s.err)
	switch {
	case s.err == nil && stale:
		m.Fatalf("%s succeeded on another version", s.name)
	case s.err == nil && !may:
		m.Fatalf("%s succeeded, but is not among the allowed acts", s.name)
	case s.err == nil && !good:
		m.Fatalf("%s succeeded with a bad input", s.name)
	case s.err == nil && !m.sees(login, c):
		m.Fatalf("%s succeeded on a case that %s does not see", s.name, login)
	case s.err != nil && stale:
		if blind := !m.sees(login, c); r == nil || r.Code != office.Conflict && !(blind && r.Code == office.NotFound) {
			m.Fatalf("%s on another version: %v", s.name, s.err)
		}
	case s.err != nil && may && good:
		m.Fatalf("%s is among the allowed acts and its input is good, but: %v", s.name, s.err)
	case s.err != nil && may && (r == nil || r.Field == ""):
		m.Fatalf("%s is among the allowed acts, but was refused for no fault of the input: %v", s.name, s.err)
	}
	if s.err == nil {
		m.remember(func() error { return do(ctx, ref) })
		other := ref
		other.Version += 100
		if err := do(ctx, other); !slices.Contains(versionless, act) && !servicetest.Refused(err, office.IdempotencyClash, "") {
			m.Fatalf("%s with the same key and another input: %v", s.name, err)
		}
	}
	return s
}

// said is a text that is there, or now and then is not.
func (m *machine) said(good *bool) string {
	if m.chance("silent", 12) {
		*good = false
		return " \n"
	}
	return "说明情况"
}

// input draws the input of an act; good tells whether there is nothing wrong with it.
func (m *machine) input(act casework.Act, c *ent.CaseFile) (do func(context.Context, service.CaseRef) error, good bool) {
	d, o := m.o.Desk, m.office()
	good = true
	done := func(_ *service.CasePayload, err error) error { return err }
	way := pick(m, "way", casework.TellByPhone, casework.TellInPerson)
	days := pick(m, "days", 1, 2, 3, 3, 5, 8, 0, 11)
	// named is the item of an act that may name one, and what the input says of it.
	named := func() (*ent.Item, *string) {
		if c.ItemID == nil {
			i := m.item("item")
			return i, &i.ID
		}
		i := o.Items[*c.ItemID]
		if m.chance("other item", 8) {
			other := m.item("other")
			good = good && other.ID == i.ID
			return i, &other.ID
		}
		if m.chance("said again", 3) {
			return i, &i.ID
		}
		return i, nil
	}
	facts := func(i *ent.Item) *casework.ItemFacts {
		if i == nil {
			return nil
		}
		return &casework.ItemFacts{Kind: i.Kind, LimitDays: i.LimitDays, Immediate: i.Immediate, MaxExtensions: i.MaxExtensions, MaxExtensionDays: i.MaxExtensionDays}
	}
	promises := func(i *ent.Item, complete *time.Time) bool {
		_, err := casework.PlanPromise(o.Calendar, facts(i), complete, m.o.Clock.Now(), days)
		return err == nil
	}
	switch act {
	case casework.ActResolveOnSpot:
		in := service.ResolveOnSpotInput{Outcome: m.said(&good)}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.ResolveOnSpot(ctx, in))
		}
	case casework.ActPromise:
		item, id := named()
		in := service.PromiseCaseInput{ItemID: id, WorkingDays: days, ToldWay: way}
		good = good && !item.Immediate && promises(item, &c.ContactAt)
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.PromiseCase(ctx, in))
		}
	case casework.ActReportUp:
		in := service.ReportCaseInput{Reason: m.said(&good)}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.ReportCase(ctx, in))
		}
	case casework.ActGuide:
		in := service.GuideCaseInput{DepartmentID: m.o.Departments["D-1"].ID, Said: m.said(&good)}
		if m.chance("no department", 8) {
			in.DepartmentID, good = "dep_none", false
		}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.GuideCase(ctx, in))
		}
	case casework.ActRefuse:
		in := service.RefuseCaseInput{LegalReason: m.said(&good), ToldWay: way}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.RefuseCase(ctx, in))
		}
	case casework.ActRequestMaterials:
		item, id := named()
		in := service.RequestMaterialsInput{ItemID: id, Missing: []string{m.said(&good)}, ToldWay: way, Reason: new("首次漏告")}
		if m.chance("two missing", 3) {
			in.Missing = append(in.Missing, "户口簿")
		}
		good = good && item.Kind != casework.ItemNotIssued
		if m.chance("nothing missing", 10) {
			in.Missing, good = nil, false
		}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.RequestMaterials(ctx, in))
		}
	case casework.ActReceiveMaterials:
		in := service.ReceiveMaterialsInput{WorkingDays: days, ToldWay: way}
		at := m.o.Desk.Now()
		if m.chance("earlier", 3) {
			at = store.Instant(at.Add(-time.Duration(rapid.IntRange(-60, 600).Draw(m.T, "minutes")) * time.Minute))
			in.ReceivedAt = &at
		}
		var item *ent.Item
		if c.ItemID != nil {
			item = o.Items[*c.ItemID]
		}
		good = !at.After(m.o.Desk.Now()) && !at.Before(c.ContactAt) && promises(item, &at)
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.ReceiveMaterials(ctx, in))
		}
	case casework.ActOfferHandOver:
		to := pick(m, "to", "clerk-a", "clerk-b", "clerk-c", "grid", "leader", "director", "supervisor", "administrator", "neighbour")
		in := service.OfferHandOverInput{ToStaffID: m.o.Staff[to].ID, Explanation: m.said(&good)}
		r := o.Roster[duty.StaffID(in.ToStaffID)]
		good = good && to != "neighbour" && r.Roles.Works() && r.State == duty.OnDuty && in.ToStaffID != c.ResponsibleID
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.OfferHandOver(ctx, in))
		}
	case casework.ActAcceptHandOver:
		do = func(ctx context.Context, ref service.CaseRef) error {
			return done(d.AcceptHandOver(ctx, service.AcceptHandOverInput{CaseRef: ref}))
		}
	case casework.ActReturnHandOver:
		in := service.ReturnHandOverInput{Reason: m.said(&good)}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.ReturnHandOver(ctx, in))
		}
	case casework.ActTakeOver:
		do = func(ctx context.Context, ref service.CaseRef) error {
			return done(d.TakeOver(ctx, service.TakeOverInput{CaseRef: ref, Note: "我来办"}))
		}
	case casework.ActDirect:
		p := m.o.Posts[pick(m, "post", "P-1", "P-2", "P-3")]
		in := service.DirectInput{PostID: p.ID, Instructions: m.said(&good)}
		to := o.Roster.Holder(*o.Post(&p.ID))
		answers, err := o.Roster.Answers(duty.StaffID(c.HolderID), c.HolderRole, o.Post(&p.ID))
		good = good && to != "" && err == nil && answers.Staff != to
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.Direct(ctx, in))
		}
	case casework.ActSendBack:
		in := service.SendBackInput{Instructions: m.said(&good)}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.SendBack(ctx, in))
		}
	case casework.ActRequestExtension:
		in := service.RequestExtensionInput{WorkingDays: rapid.IntRange(0, 6).Draw(m.T, "more days"), Reason: m.said(&good)}
		good = good && c.ItemID != nil && in.WorkingDays >= 1 && in.WorkingDays <= o.Items[*c.ItemID].MaxExtensionDays
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.RequestExtension(ctx, in))
		}
	case casework.ActDecideExtension:
		in := service.DecideExtensionInput{Approve: !m.chance("reject", 4), Reason: m.said(&good)}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.DecideExtension(ctx, in))
		}
	case casework.ActTellExtension:
		in := service.TellExtensionInput{ToldWay: way}
		if m.chance("told in the future", 10) {
			in.ToldAt, good = new(m.o.Clock.Now().Add(time.Minute)), false
		}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.TellExtension(ctx, in))
		}
	case casework.ActComplete:
		in := service.CompleteCaseInput{Outcome: m.said(&good)}
		if late := !m.o.Desk.Now().Before(c.DueAt); late && !m.chance("no apology", 4) {
			in.Apology = sorry()
		} else if late {
			good = false
		}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.CompleteCase(ctx, in))
		}
	case casework.ActReopen:
		in := service.ReopenCaseInput{Reason: m.said(&good), WorkingDays: days, ToldWay: way}
		good = good && c.ItemID != nil && promises(o.Items[*c.ItemID], nil)
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.ReopenCase(ctx, in))
		}
	case casework.ActAskCallBack:
		do = func(ctx context.Context, ref service.CaseRef) error {
			return done(d.AskCallBack(ctx, service.AskCallBackInput{CaseRef: ref}))
		}
	case casework.ActRecordCallBack:
		in := service.RecordCallBackInput{Arrived: true, Note: m.said(&good)}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.RecordCallBack(ctx, in))
		}
	case casework.ActReportBreach:
		in := service.ReportBreachInput{CaseID: c.ID, Kind: pick(m, "kind", casework.BreachAvoidance, casework.BreachHandoverUnclear, casework.BreachOvercharge, casework.BreachPromiseMissed), Facts: m.said(&good)}
		known, err := d.Store.Read().Breach.Query().Where(breach.FoundIn(c.ID + ":overcharge")).Exist(m.o.System())
		if err != nil {
			m.Fatal(err)
		}
		good = good && in.Kind != casework.BreachPromiseMissed && (in.Kind != casework.BreachOvercharge || !known)
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.ClientMutationID = ref.ClientMutationID
			_, err := d.ReportBreach(ctx, in)
			return err
		}
	case casework.ActReceiveSome:
		in := service.ReceiveSomeInput{}
		if len(c.MissingMaterials) > 0 {
			in.Received = []string{pick(m, "came", c.MissingMaterials...)}
		}
		least := 2 // the last of what is waited for starts the promise, which is another act
		if c.Status == casework.Promised {
			least = 1
		}
		good = len(slices.Compact(slices.Sorted(slices.Values(c.MissingMaterials)))) >= least
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.ReceiveSome(ctx, in))
		}
	case casework.ActNoticeAgain:
		in := service.NoticeAgainInput{Missing: []string{pick(m, "again", "补充材料", "照片", "户口簿")}, Reason: m.said(&good), ToldWay: way}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.NoticeAgain(ctx, in))
		}
	case casework.ActWithdraw:
		in := service.WithdrawInput{Reason: m.said(&good)}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.Withdraw(ctx, in))
		}
	case casework.ActTakePieces:
		in := service.TakePiecesInput{}
		for range rapid.IntRange(1, 3).Draw(m.T, "pieces") {
			in.Pieces = append(in.Pieces, &service.PieceInput{Name: "户口簿", Form: casework.FormOriginal, Count: 1, Place: m.said(&good)})
		}
		good = good && c.Pieces+len(in.Pieces) <= 50
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.TakePieces(ctx, in))
		}
	case casework.ActReturnPiece, casework.ActReportPiece:
		id, state := "pce_none", casework.PieceState("")
		pieces, err := d.Pieces(m.o.System(), c)
		if err != nil {
			m.Fatal(err)
		}
		if len(pieces) > 0 {
			piece := pieces[rapid.IntRange(0, len(pieces)-1).Draw(m.T, "piece")]
			id, state = piece.ID, piece.State
		}
		if act == casework.ActReturnPiece {
			good = state != "" && state != casework.PieceReturned
			in := service.ReturnPieceInput{PieceID: id, SignedBy: m.said(&good)}
			do = func(ctx context.Context, ref service.CaseRef) error {
				in.CaseRef = ref
				return done(d.ReturnPiece(ctx, in))
			}
			break
		}
		good = state == casework.PieceHeld
		in := service.ReportPieceInput{PieceID: id, As: pick(m, "as", casework.PieceLost, casework.PieceDamaged), Facts: m.said(&good)}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.ReportPiece(ctx, in))
		}
	case casework.ActCharge:
		fen := pick(m, "amount", 300, 300, 1, 1000, 1001, 0)
		in := service.ChargeInput{Amount: casework.Yuan(fen)}
		good = fen > 0 && c.ItemID != nil && o.Items[*c.ItemID].Fee == "10.00" && c.ChargedFen+fen <= 1000
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.Charge(ctx, in))
		}
	case casework.ActCheck:
		in := service.CheckInput{Findings: m.said(&good), Upheld: !m.chance("not so", 3)}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.CheckMatter(ctx, in))
		}
	case casework.ActPutRight:
		in := service.PutRightInput{Done: m.said(&good)}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.PutRight(ctx, in))
		}
	case casework.ActAnswer:
		in := service.AnswerInput{Answer: m.said(&good), ToldWay: way}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.AnswerMatter(ctx, in))
		}
	case casework.ActCallBack:
		in := service.CallBackInput{Satisfied: true, Note: m.said(&good)}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			return done(d.CallBackMatter(ctx, in))
		}
	case casework.ActAttach:
		content := picture()
		if m.chance("no picture", 6) {
			content, good = []byte("<script>alert(1)</script>"), false
		}
		do = func(ctx context.Context, ref service.CaseRef) error {
			_, err := d.Attach(ctx, c.ID, ref.ClientMutationID, "户口簿.jpg", bytes.NewReader(content))
			return err
		}
	case casework.ActPrint:
		offers, err := d.Papers(m.o.System(), c)
		if err != nil {
			m.Fatal(err)
		}
		in := service.PrintPaperInput{CaseID: c.ID, Kind: casework.PaperExtension, SubjectID: new("ext_none")}
		good = len(offers) > 0 && !m.chance("no such paper", 8)
		if good {
			o := pick(m, "paper", offers...)
			in.Kind, in.SubjectID = o.Kind, o.SubjectID
		}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.ClientMutationID = ref.ClientMutationID
			_, err := d.PrintPaper(ctx, in)
			return err
		}
	case casework.ActLinkProject:
		in := service.LinkProjectInput{ProjectID: m.project}
		linked, err := m.o.Desk.ProjectsOfCase(m.o.System(), c.ID)
		if err != nil {
			m.Fatal(err)
		}
		good = len(linked) == 0
		if m.chance("no such project", 8) {
			good, in.ProjectID = false, "prj_none"
		}
		do = func(ctx context.Context, ref service.CaseRef) error {
			in.CaseRef = ref
			_, err := d.LinkProject(ctx, in)
			return err
		}
	default:
		m.Fatalf("the machine does not know the act %s", act)
	}
	return do, good
}

// stranger lets somebody try who is of another community, or whom nobody knows.
func (m *machine) stranger(before *snapshot) step {
	if len(before.Cases) == 0 {
		return step{name: "no case"}
	}
	c := before.Cases[rapid.IntRange(0, len(before.Cases)-1).Draw(m.T, "case")]
	login := pick(m, "stranger", everybody[8:]...)
	act := pick(m, "act", allActs...)
	do, _ := m.input(act, c)
	s := step{name: fmt.Sprintf("%s on %s by the stranger %q", act, c.ReceiptNo, login)}
	s.err = do(m.as(login), service.CaseRef{CaseID: c.ID, Version: c.Version, ClientMutationID: m.id()})
	want := office.NotFound
	if login == "" {
		want = office.Unauthenticated
	}
	if act == casework.ActAttach && servicetest.Refused(s.err, office.BadFile, "A5") || act == casework.ActReportBreach && servicetest.Refused(s.err, office.BadInput, "F9") || act == casework.ActReportBreach && servicetest.Refused(s.err, office.NeedsReason, "F9") {
		want = ""
	}
	if want != "" && !servicetest.Refused(s.err, want, "") {
		m.Fatalf("%s: %v, want %s", s.name, s.err, want)
	}
	return s
}

// rate lets a resident rate a case by its link: a closed one once, and no other.
func (m *machine) rate(before *snapshot) step {
	if len(before.Cases) == 0 {
		return step{name: "no case"}
	}
	closed := slices.DeleteFunc(slices.Clone(before.Cases), func(c *ent.CaseFile) bool { return c.Open })
	if len(closed) == 0 || m.chance("any case", 6) {
		closed = before.Cases
	}
	c := closed[rapid.IntRange(0, len(closed)-1).Draw(m.T, "rated")]
	link := strings.Split(m.o.Desk.Link(c), "/")
	in := service.RateInput{
		ReceiptNo: link[2], Token: link[3], Comment: "等了很久", From: "home", Tags: []casework.RatingTag{casework.TagSlow},
		Level: pick(m, "level", casework.VerySatisfied, casework.Satisfied, casework.BasicallySatisfied, casework.Dissatisfied, casework.VeryDissatisfied),
	}
	good := !c.Open && c.Matter == casework.MatterService && c.Status != casework.Withdrawn
	rated := slices.ContainsFunc(before.Ratings, func(r *ent.Rating) bool { return r.CaseID == c.ID })
	wrong := m.chance("wrong link", 10)
	if wrong {
		in.Token += "x"
	}
	s := step{name: fmt.Sprintf("RATE %s %s", c.ReceiptNo, in.Level)}
	_, s.err = m.o.Desk.Rate(m.o.Context(), in)
	switch {
	case wrong && !servicetest.Refused(s.err, office.NotFound, "Q7"):
		m.Fatalf("%s by another link: %v", s.name, s.err)
	case wrong:
	case !good && !servicetest.Refused(s.err, office.RefusedState, "Q6"):
		m.Fatalf("%s, which is %s: %v", s.name, c.Status, s.err)
	case good && rated && !servicetest.Refused(s.err, office.AlreadyDone, "Q6"):
		m.Fatalf("%s again: %v", s.name, s.err)
	case good && !rated && s.err != nil:
		m.Fatalf("%s: %v", s.name, s.err)
	}
	return s
}

// complain lets somebody complain about a case, a person or nobody; sent again it is the same complaint.
func (m *machine) complain(before *snapshot) step {
	in := service.ComplainInput{
		Community: m.o.Community, Topic: pick(m, "topic", casework.TopicFee, casework.TopicFee, casework.TopicConduct, casework.TopicGift), Text: "反映情况",
		From: m.id(), Repeat: m.id(),
	}
	who := ""
	switch pick(m, "about", "case", "case", "person", "person", "nobody") {
	case "case":
		if len(before.Cases) > 0 {
			in.About = before.Cases[rapid.IntRange(0, len(before.Cases)-1).Draw(m.T, "about case")].ReceiptNo
		}
	case "person":
		who = pick(m, "about person", "clerk-a", "clerk-b", "leader", "director", "administrator", "supervisor")
		in.Person = m.o.Staff[who].Name
	}
	s := step{name: fmt.Sprintf("COMPLAIN about %q %q", in.About, who)}
	o := m.office()
	leads := slices.ContainsFunc([]string{"leader", "director"}, func(l string) bool { return o.Roster.OnDuty(duty.StaffID(m.o.Staff[l].ID)) })
	var first *service.Complained
	first, s.err = m.o.Desk.Complain(m.o.Context(), in)
	if nobody := who == "supervisor" && !leads; s.err != nil && (!nobody || !servicetest.Refused(s.err, office.NoSuperior, "Q6")) {
		m.Fatalf("%s: %v", s.name, s.err)
	}
	if s.err == nil {
		m.remember(func() error {
			again, err := m.o.Desk.Complain(m.o.Context(), in)
			if err == nil && *again != *first {
				err = fmt.Errorf("complained as %s, said again %s", first.ReceiptNo, again.ReceiptNo)
			}
			return err
		})
	}
	return s
}

// check proves what must hold after every step.
func (m *machine) check(before, after *snapshot, s step) {
	report, err := m.o.Desk.Verify(m.o.System())
	if err != nil {
		m.Fatal(err)
	}
	for _, f := range report.Findings {
		m.Errorf("after %s: %s: %s", s.name, f.Receipt, f.What)
	}
	o := m.office()
	for _, c := range after.Cases {
		m.checkCase(m.officeOf(c.CommunityID), before.kase(c.ID), c, s)
	}
	m.checkPromises(after)
	m.checkExtensions(o, after)
	m.checkAlarms(before, after, s)
	m.checkMatters(before, after, s)
	m.checkAbsences(o, after, s)
	m.checkRegister(before, after, s)
	for i, e := range before.Events {
		if after.Events[i].ID != e.ID || after.Events[i].Hash != e.Hash {
			m.Errorf("after %s: entry %d of the journal is another", s.name, e.ID)
		}
	}
	if m.Failed() {
		m.FailNow()
	}
}

// besideTheWay are the acts that bring no case nearer to its end.
var besideTheWay = []casework.Act{
	casework.ActReportBreach, casework.ActReportPiece, casework.ActAttach, casework.ActPrint, casework.ActCharge, casework.ActTakePieces,
	casework.ActNoticeAgain,
}

func (m *machine) checkCase(o *service.Office, b, c *ent.CaseFile, s step) {
	say := func(format string, a ...any) {
		m.Errorf("after %s: %s: %s", s.name, c.ReceiptNo, fmt.Sprintf(format, a...))
	}
	name := func(id string) string { return m.login(duty.StaffID(id)) }
	if c.Open {
		if state := o.Roster[duty.StaffID(c.HolderID)].State; state == duty.Suspended || state == duty.Left {
			say("A7: %s, who is %s, has custody", name(c.HolderID), state)
		}
		if c.ReportToID != nil && !o.Roster.OnDuty(duty.StaffID(*c.ReportToID)) {
			say("F6: the report waits for %s, who is not on duty", name(*c.ReportToID))
		}
		stuck := true
		for _, login := range everybody[:8] {
			for _, a := range m.allowed(login, c) {
				stuck = stuck && slices.Contains(besideTheWay, a)
			}
		}
		if stuck {
			say("nobody can do anything: %s at %s", c.Status, name(c.ResponsibleID))
		}
	}
	if b == nil {
		return
	}
	if c.Matter != b.Matter || !same(c.AboutID, b.AboutID) || !same(c.AboutCaseID, b.AboutCaseID) {
		say("Q6: what it is about was changed")
	}
	if c.FirstResponderID != b.FirstResponderID || c.ReceiptNo != b.ReceiptNo || !c.ContactAt.Equal(b.ContactAt) {
		say("F1: the first contact was changed")
	}
	mine := s.id == c.ID && s.err == nil
	did := func(acts ...casework.Act) bool { return mine && slices.Contains(acts, s.act) }
	byDuty := slices.ContainsFunc([]string{"SET_LEFT", "ABSENCE", "BREACH_DECIDE"}, func(p string) bool { return strings.HasPrefix(s.name, p) })
	if c.Open && !did(casework.ActReceiveMaterials, casework.ActReceiveSome) {
		for _, name := range b.MissingMaterials {
			if !slices.Contains(c.MissingMaterials, name) {
				say("Q3: %s is missing no more", name)
			}
		}
	}
	if c.HolderID != b.HolderID && !did(casework.ActAcceptHandOver, casework.ActTakeOver, casework.ActReopen) {
		if state := o.Roster[duty.StaffID(b.HolderID)].State; !byDuty || state != duty.Suspended && state != duty.Left {
			say("F10: custody went from %s to %s", name(b.HolderID), name(c.HolderID))
		}
	}
	if b.OfferToID != nil && c.OfferToID != nil && c.HolderID != b.HolderID && !byDuty {
		say("F10: offered and not accepted, and gone from the giver")
	}
	if did(casework.ActOfferHandOver) && c.ResponsibleID != b.ResponsibleID {
		say("F10: who offered answers for it no more")
	}
	if b.Clock == casework.ClockPromise && c.Clock == casework.ClockPromise && !c.DueAt.Equal(b.DueAt) {
		switch {
		case did(casework.ActReopen):
		case did(casework.ActTellExtension):
			if !c.DueAt.After(b.DueAt) || !c.Extended {
				say("T5: extended from %s to %s", b.DueAt, c.DueAt)
			}
		case strings.HasPrefix(s.name, "CALENDAR") && c.DueAt.Before(b.DueAt):
			if !c.DueAt.After(m.o.Clock.Now()) {
				say("a change of the calendar made it overdue")
			}
		default:
			say("T4: the promise moved from %s to %s", b.DueAt, c.DueAt)
		}
		if c.PromiseID == nil || b.PromiseID == nil || *c.PromiseID == *b.PromiseID {
			say("T4: the promise moved and there is no new one")
		}
	}
	if !b.Open && c.Open && !did(casework.ActReopen) {
		say("it is open again")
	}
	if b.Open && !c.Open && !mine {
		say("it was closed by nobody's act")
	}
	if did(casework.ActReopen) && !c.DueAt.After(m.o.Clock.Now()) {
		say("T6: reopened overdue")
	}
	if !mine && !byDuty && c.Version != b.Version {
		say("its version moved from %d to %d by nobody's act", b.Version, c.Version)
	}
	if did(keepsVersion...) {
		if c.Version != b.Version {
			say("its version moved from %d to %d though nothing of it changed", b.Version, c.Version)
		}
	} else if mine && c.Version <= b.Version {
		say("its version stays at %d after an act", c.Version)
	}
}

func same(a, b *string) bool { return (a == nil) == (b == nil) && (a == nil || *a == *b) }

// checkMatters proves what Q3, Q6, A3, A5 and A6 say of notices, pieces, charges, ratings and supervision matters.
func (m *machine) checkMatters(before, after *snapshot, s step) {
	found := map[string]casework.BreachKind{}
	for _, b := range after.Breaches {
		if b.FoundIn != nil {
			found[*b.FoundIn] = b.Kind
		}
	}
	for _, n := range after.Notices {
		if second := n.RepeatsID != nil; second != (found[n.ID] == casework.BreachSecondNotice) || second && n.Reason == "" || n.Number > 1 && !second {
			m.Errorf("after %s: Q3: notice %d of %s repeats %v, its breach is %q, its reason %q", s.name, n.Number, n.CaseID, n.RepeatsID, found[n.ID], n.Reason)
		}
	}
	for _, p := range after.Pieces {
		want := casework.BreachKind("")
		if p.ReportedAs != nil {
			want = map[casework.PieceState]casework.BreachKind{
				casework.PieceLost: casework.BreachMaterialLost, casework.PieceDamaged: casework.BreachMaterialDamaged,
			}[*p.ReportedAs]
		}
		if found[p.ID] != want {
			m.Errorf("after %s: A5: a piece reported as %v, its breach is %q", s.name, p.ReportedAs, found[p.ID])
		}
		if (p.State == casework.PieceReturned) != (p.ReturnedAt != nil && p.ReturnedByID != nil && p.SignedBy != "") {
			m.Errorf("after %s: A5: a piece that is %s was signed for by %q", s.name, p.State, p.SignedBy)
		}
	}
	for _, c := range after.Cases {
		standard := "0.00"
		if c.ItemID != nil {
			standard = m.officeOf(c.CommunityID).Items[*c.ItemID].Fee
		}
		if c.ChargedFen > 0 && (standard != "10.00" || c.ChargedFen > 1000) {
			m.Errorf("after %s: A6: %s was charged %s of %s", s.name, c.ReceiptNo, casework.Yuan(c.ChargedFen), standard)
		}
		if c.Matter == casework.MatterService {
			continue
		}
		if c.Topic == nil != (c.Matter == casework.MatterBadRating) || c.PromisesMade > 0 || c.Pieces > 0 || c.ItemID != nil {
			m.Errorf("after %s: Q6: %s is of %s", s.name, c.ReceiptNo, c.Matter)
		}
		for _, login := range everybody[:9] {
			id := m.o.Staff[login].ID
			n, err := m.o.Desk.Store.Read().CaseFile.Query().Where(casefile.ID(c.ID)).Count(m.as(login))
			if err != nil {
				m.Fatal(err)
			}
			if sees := m.sees(login, c); (n == 1) != sees || n == 1 && c.AboutID != nil && *c.AboutID == id {
				m.Errorf("after %s: A3: %s finds %d of %s, may see it: %v", s.name, login, n, c.ReceiptNo, sees)
			}
		}
	}
	bad := 0
	for _, r := range after.Ratings {
		c := after.kase(r.CaseID)
		if r.Level.Bad() != (r.MatterID != nil) {
			m.Errorf("after %s: Q6: a rating %s opened the matter %v", s.name, r.Level, r.MatterID)
		}
		if r.MatterID != nil {
			bad++
			of := after.kase(*r.MatterID)
			if of == nil || of.AboutCaseID == nil || *of.AboutCaseID != c.ID || of.AboutID == nil || *of.AboutID != r.AboutID {
				m.Errorf("after %s: Q6: the matter of a bad rating is about something else", s.name)
			}
		}
	}
	matters := 0
	for _, c := range after.Cases {
		if c.Matter == casework.MatterBadRating {
			matters++
		}
	}
	if matters != bad {
		m.Errorf("after %s: Q6: %d bad ratings, %d matters", s.name, bad, matters)
	}
	for i, p := range before.Papers {
		if i >= len(after.Papers) || after.Papers[i].ID != p.ID {
			m.Errorf("after %s: a printing is gone", s.name)
		}
	}
}

func (m *machine) checkPromises(after *snapshot) {
	numbers := map[string][]int{}
	for _, p := range after.Promises {
		numbers[p.CaseID] = append(numbers[p.CaseID], p.Number)
		c := after.kase(p.CaseID)
		current := c.PromiseID != nil && *c.PromiseID == p.ID
		if current && c.Clock == casework.ClockPromise && !c.DueAt.Equal(p.DueAt) {
			m.Errorf("%s is due at %s, promised for %s", c.ReceiptNo, c.DueAt, p.DueAt)
		}
		if !current && p.Result == nil || current && c.Open && p.Result != nil || current && c.Status == casework.Completed && p.Result == nil {
			m.Errorf("%s: promise %d, current %v, has the result %v", c.ReceiptNo, p.Number, current, p.Result)
		}
	}
	for id, ns := range numbers {
		slices.Sort(ns)
		if c := after.kase(id); ns[0] != 1 || ns[len(ns)-1] != len(ns) || c.PromisesMade != len(ns) {
			m.Errorf("%s made %d promises, kept are %v", c.ReceiptNo, c.PromisesMade, ns)
		}
	}
}

func (m *machine) checkExtensions(o *service.Office, after *snapshot) {
	running := map[string]int{}
	for _, x := range after.Extensions {
		c := after.kase(x.CaseID)
		if x.DecidedByID != nil {
			by, asker := o.Roster[duty.StaffID(*x.DecidedByID)], o.Roster[duty.StaffID(x.AskedByID)]
			if by.ID == asker.ID || asker.Roles.Has(duty.Director) != by.Roles.Has(duty.Supervisor) || !by.Roles.Leads() && !by.Roles.Has(duty.Supervisor) {
				m.Errorf("T5: %s asked by %s was decided by %s", c.ReceiptNo, m.login(asker.ID), m.login(by.ID))
			}
			if !x.DecidedAt.Before(x.OldDueAt) {
				m.Errorf("T5: %s was decided after the deadline", c.ReceiptNo)
			}
		}
		switch x.State {
		case casework.ExtensionTold:
			if x.DecidedByID == nil || x.ToldAt == nil || x.ToldByID == nil || !x.ToldAt.Before(x.OldDueAt) {
				m.Errorf("T5: %s extended untold", c.ReceiptNo)
			}
		case casework.ExtensionRequested, casework.ExtensionApproved:
			running[c.ID]++
			if c.ExtensionState == nil || *c.ExtensionState != x.State || c.ExtensionByID == nil || *c.ExtensionByID != x.AskedByID {
				m.Errorf("T5: the case %s does not know its extension", c.ReceiptNo)
			}
		}
	}
	for _, c := range after.Cases {
		if c.ExtensionState != nil && running[c.ID] != 1 {
			m.Errorf("T5: the case %s says %s, %d run", c.ReceiptNo, *c.ExtensionState, running[c.ID])
		}
	}
}

// rank orders the alarms of one clock.
func rank(k casework.AlarmKind) int { return slices.Index(k.Values(), string(k)) }

func (m *machine) checkAlarms(before, after *snapshot, s step) {
	was := map[string]*ent.Alarm{}
	for _, a := range before.Alarms {
		was[a.ID] = a
	}
	now := m.o.Desk.Now()
	breaches := map[string]int{}
	for _, b := range after.Breaches {
		if b.AlarmID != nil {
			breaches[*b.AlarmID]++
		}
	}
	told := map[string][]*ent.CaseEvent{}
	for _, e := range after.Events {
		if e.AlarmID != nil {
			told[*e.AlarmID] = append(told[*e.AlarmID], e)
		}
	}
	once, subjects := map[string]bool{}, map[string][]*ent.Alarm{}
	for _, a := range after.Alarms {
		c := after.kase(a.CaseID)
		say := func(format string, args ...any) {
			m.Errorf("after %s: %s: %s of %s: %s", s.name, c.ReceiptNo, a.Kind, a.At.In(servicetest.Zone).Format("01-02 15:04"), fmt.Sprintf(format, args...))
		}
		subjects[a.Subject] = append(subjects[a.Subject], a)
		if key := a.Subject + string(a.Kind); once[key] {
			say("T7: twice for one promise")
		} else {
			once[key] = true
		}
		w := casework.WarningOf(a.Kind)
		events := told[a.ID]
		switch {
		case a.FiredAt != nil:
			if len(events) != 1 || !events[0].At.Equal(*a.FiredAt) || events[0].Kind != casework.EventWarning {
				say("T7: told %d times", len(events))
			}
			if a.FiredAt.Before(a.At) {
				say("fell too early, at %s", a.FiredAt)
			}
			if want := w.Breach != ""; (breaches[a.ID] == 1) != want || breaches[a.ID] > 1 {
				say("found %d breaches", breaches[a.ID])
			}
		case len(events) > 0:
			say("told, but it did not fall")
		case a.Pending:
			if !c.Open {
				say("waits on a closed case")
			}
			if last := a.At.Equal(a.DueAt); !last && !m.officeOf(a.CommunityID).Calendar.Open(a.At) && a.Kind != casework.AlarmHandoverAnswerEscalated {
				say("warns outside office hours")
			}
		}
		if b := was[a.ID]; b != nil && b.Pending && !b.At.After(now) && !a.Pending && a.FiredAt == nil {
			say("was due and was silenced")
		}
	}
	for subject, alarms := range subjects {
		fallen := slices.DeleteFunc(slices.Clone(alarms), func(a *ent.Alarm) bool { return a.FiredAt == nil || len(told[a.ID]) == 0 })
		slices.SortFunc(fallen, func(a, b *ent.Alarm) int { return cmp.Compare(told[a.ID][0].ID, told[b.ID][0].ID) })
		if !slices.IsSortedFunc(fallen, func(a, b *ent.Alarm) int { return cmp.Compare(rank(a.Kind), rank(b.Kind)) }) {
			m.Errorf("after %s: T7: the alarms of %s fell out of order", s.name, subject)
		}
	}
	if s.name != "FIRE" {
		return
	}
	at := map[string]time.Time{}
	for _, a := range after.Alarms {
		at[a.ID] = a.At
	}
	var last time.Time
	for _, e := range after.Events[len(before.Events):] {
		if e.AlarmID == nil {
			continue
		}
		if at[*e.AlarmID].Before(last) {
			m.Errorf("the engine let %s fall out of order", *e.AlarmKind)
		}
		last = at[*e.AlarmID]
	}
}
