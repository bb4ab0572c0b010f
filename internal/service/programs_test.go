package service_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/ent/caseevent"
	"xinxing/ent/enrolment"
	"xinxing/internal/files"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/program"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/sheet"
	"xinxing/internal/store"
)

// plan is a training on two mornings, for residents to enrol too.
func (p *people) plan(capacity int) *ent.Program {
	p.t.Helper()
	at := func(s string) time.Time { return servicetest.Instant(p.t, s) }
	made, err := p.Desk.PlanProgram(p.As("clerk-a"), service.PlanProgramInput{ClientMutationID: p.ID(), Program: &service.ProgramInput{
		Kind: program.Training, Title: "家政服务技能培训", Place: "社区活动室", Capacity: capacity, PublicEnrol: true,
		Sessions: []*service.SessionInput{
			{From: at("2026-03-12 09:00"), Until: at("2026-03-12 11:00")}, {From: at("2026-03-13 09:00"), Until: at("2026-03-13 11:00"), Place: "实训室"},
		},
	}})
	p.ok(err)
	return made.Program
}

// opened is a training that was published.
func (p *people) opened(capacity int) *ent.Program {
	p.t.Helper()
	made := p.plan(capacity)
	done, err := p.Desk.PublishProgram(p.As("clerk-a"), service.StepProgramInput{ProgramID: made.ID, Version: made.Version, ClientMutationID: p.ID()})
	p.ok(err)
	return done.Program
}

func mobile(n int) string { return fmt.Sprintf("139%08d", 10_000_000+n) }

func (p *people) enrolled(in *ent.Program, n int) *service.EnrolmentPayload {
	p.t.Helper()
	done, err := p.Desk.Enrol(p.As("clerk-b"), service.EnrolInput{ProgramID: in.ID, Name: "报名者", Phone: mobile(n), ClientMutationID: p.ID()})
	p.ok(err)
	return done
}

// turnsOf are the turns of a program: ticket and S, W or X, in order.
func (p *people) turnsOf(of *ent.Program) string {
	p.t.Helper()
	words := []string{}
	for _, e := range p.Desk.Store.Read().Enrolment.Query().Where(enrolment.ProgramID(of.ID)).Order(enrolment.ByTicket()).AllX(p.System()) {
		words = append(words, fmt.Sprintf("%d%s", e.Ticket, map[program.EnrolmentState]string{program.Seated: "S", program.Waiting: "W", program.Withdrawn: "X"}[e.State]))
	}
	return strings.Join(words, " ")
}

func (p *people) program(id string) *ent.Program {
	return p.Desk.Store.Read().Program.GetX(p.System(), id)
}

func (p *people) edited(of *ent.Program, capacity int) (*service.ProgramPayload, error) {
	p.t.Helper()
	now := p.program(of.ID)
	sessions, err := p.Desk.SessionsOf(p.System(), of.ID)
	p.ok(err)
	in := &service.ProgramInput{Kind: now.Kind, Title: now.Title, Place: now.Place, Capacity: capacity, PublicEnrol: now.PublicEnrol}
	for _, s := range sessions {
		in.Sessions = append(in.Sessions, &service.SessionInput{SessionID: &s.ID, From: s.FromAt, Until: s.UntilAt, Place: s.Place})
	}
	return p.Desk.EditProgram(p.As("clerk-a"), service.EditProgramInput{ProgramID: of.ID, Version: now.Version, Program: in, ClientMutationID: p.ID()})
}

// From the plan to the result: places, the waiting list that moves up, attendance, results and what counts (E5, C4).
func TestE5_ATrainingFromPlanToResult(t *testing.T) {
	both(t, func(p *people) {
		planned := p.plan(2)
		clerk := p.As("clerk-a")
		_, err := p.Desk.Enrol(clerk, service.EnrolInput{ProgramID: planned.ID, Name: "早来", Phone: mobile(0), ClientMutationID: p.ID()})
		p.refused(err, office.RefusedState, "E5")
		_, err = p.Desk.PublicProgram(t.Context(), p.Community, planned.ID)
		p.refused(err, office.NotFound, "")
		of, err := p.Desk.PublishProgram(clerk, service.StepProgramInput{ProgramID: planned.ID, Version: planned.Version, ClientMutationID: p.ID()})
		p.ok(err)
		first, second := p.enrolled(of.Program, 1), p.enrolled(of.Program, 2)
		third, fourth := p.enrolled(of.Program, 3), p.enrolled(of.Program, 4)
		p.want("turns", p.turnsOf(of.Program), "1S 2S 3W 4W")
		_, err = p.Desk.Enrol(clerk, service.EnrolInput{ProgramID: planned.ID, Name: "又来", Phone: mobile(3), ClientMutationID: p.ID()})
		p.refused(err, office.AlreadyDone, "E5")

		// Repeated, an act gives the first answer.
		again := service.EnrolInput{ProgramID: planned.ID, Name: "重复", Phone: mobile(5), ClientMutationID: p.ID()}
		once, err := p.Desk.Enrol(clerk, again)
		p.ok(err)
		twice, err := p.Desk.Enrol(clerk, again)
		p.ok(err)
		p.want("one ticket", twice.Enrolment.ID, once.Enrolment.ID)

		_, err = p.Desk.WithdrawEnrolment(clerk, service.EnrolmentInput{EnrolmentID: first.Enrolment.ID, ClientMutationID: p.ID()})
		p.ok(err)
		p.want("the next moves up", p.turnsOf(of.Program), "1X 2S 3S 4W 5W")
		_, err = p.Desk.WithdrawEnrolment(clerk, service.EnrolmentInput{EnrolmentID: first.Enrolment.ID, ClientMutationID: p.ID()})
		p.refused(err, office.AlreadyDone, "E5")
		back := p.enrolled(of.Program, 1)
		p.want("who withdrew begins anew", back.Enrolment.Ticket, 6)

		_, err = p.edited(of.Program, 1)
		p.refused(err, office.BadInput, "E5")
		_, err = p.edited(of.Program, 4)
		p.ok(err)
		p.want("more places", p.turnsOf(of.Program), "1X 2S 3S 4S 5S 6W")
		moved := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.RecordID(planned.ID), caseevent.KindEQ(casework.EventMovedUp)).Order(caseevent.ByNumber()).AllX(p.System())
		keys := []string{}
		for _, e := range moved {
			keys = append(keys, fmt.Sprint(e.Facts["enrolment"]))
		}
		p.want("the journal tells who", keys, []string{third.Enrolment.ID, fourth.Enrolment.ID, once.Enrolment.ID})

		sessions, err := p.Desk.SessionsOf(clerk, planned.ID)
		p.ok(err)
		tick := func(e *service.Enrolment, present bool) error {
			_, err := p.Desk.TickAttendance(clerk, service.TickAttendanceInput{SessionID: sessions[0].ID, EnrolmentID: e.ID, Present: present, ClientMutationID: p.ID()})
			return err
		}
		p.refused(tick(second.Enrolment, true), office.RefusedState, "E5")
		p.At("2026-03-12 08:45")
		p.ok(tick(second.Enrolment, true))
		p.ok(tick(second.Enrolment, true))
		p.ok(tick(third.Enrolment, true))
		p.ok(tick(third.Enrolment, false))
		p.refused(tick(back.Enrolment, true), office.RefusedState, "E5")
		p.refused(tick(first.Enrolment, true), office.RefusedState, "E5")
		sessions, err = p.Desk.SessionsOf(clerk, planned.ID)
		p.ok(err)
		p.want("signed in", sessions[0].Attended, 1)
		_, err = p.Desk.WithdrawEnrolment(clerk, service.EnrolmentInput{EnrolmentID: second.Enrolment.ID, ClientMutationID: p.ID()})
		p.refused(err, office.RefusedState, "E5")

		p.At("2026-03-13 11:30")
		_, err = p.Desk.Enrol(clerk, service.EnrolInput{ProgramID: planned.ID, Name: "迟来", Phone: mobile(9), ClientMutationID: p.ID()})
		p.refused(err, office.TooLate, "E5")
		passed := true
		result, err := p.Desk.RecordEnrolmentResult(clerk, service.RecordEnrolmentResultInput{EnrolmentID: second.Enrolment.ID, Passed: &passed, Award: "优秀学员", ClientMutationID: p.ID()})
		p.ok(err)
		p.want("passed", *result.Enrolment.Passed, true)
		_, err = p.Desk.RecordVolunteer(clerk, service.RecordVolunteerInput{ProgramID: planned.ID, Name: "志愿者", Minutes: 150, ClientMutationID: p.ID()})
		p.ok(err)
		now := p.program(planned.ID)
		held, err := p.Desk.HoldProgram(clerk, service.HoldProgramInput{ProgramID: planned.ID, Version: now.Version, Result: "结业。", Cost: "320.50", Reached: 7, ClientMutationID: p.ID()})
		p.ok(err)
		p.want("cost", held.Program.CostFen, 32050)
		_, err = p.Desk.CancelProgram(clerk, service.StepProgramInput{ProgramID: planned.ID, Version: held.Program.Version, Reason: "天气", ClientMutationID: p.ID()})
		p.refused(err, office.RefusedState, "E5")

		figures, err := p.Desk.ProgramFigures(clerk, servicetest.Instant(t, "2026-03-01 00:00"), servicetest.Instant(t, "2026-04-01 00:00"))
		p.ok(err)
		p.want("C4", fmt.Sprint(figures.Events, figures.People, figures.VolunteerMinutes, len(figures.Kinds)), "1 8 150 1")
		none, err := p.Desk.ProgramFigures(clerk, servicetest.Instant(t, "2026-04-01 00:00"), servicetest.Instant(t, "2026-05-01 00:00"))
		p.ok(err)
		p.want("C4 of another month", fmt.Sprint(none.Events, none.People, none.VolunteerMinutes), "0 0 0")
		seen, err := p.Desk.RevealEnrolment(clerk, service.RevealEnrolmentInput{EnrolmentID: second.Enrolment.ID, Reason: "通知领证", ClientMutationID: p.ID()})
		p.ok(err)
		p.want("the number", seen.Value, mobile(2))
		p.sound()
	})
}

// The journal of a program holds keys and counts: nobody's name, number or file.
func TestE5_TheJournalNamesNobody(t *testing.T) {
	both(t, func(p *people) {
		of := p.opened(1)
		_, err := p.Desk.PublicEnrol(t.Context(), service.PublicEnrolInput{Community: p.Community, ProgramID: of.ID, Name: "王小明", Phone: servicetest.Phone, Agreed: true, Repeat: p.ID()})
		p.ok(err)
		for _, e := range p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.RecordID(of.ID)).AllX(p.System()) {
			if said := fmt.Sprint(e.Facts, e.Reason); strings.Contains(said, "王") || strings.Contains(said, "1234") {
				t.Errorf("%s tells %s", e.Kind, said)
			}
		}
		for _, login := range []string{"supervisor", "administrator"} {
			if n := p.Desk.Store.Read().Enrolment.Query().CountX(p.As(login)); n != 0 {
				t.Errorf("%s reads %d enrolments", login, n)
			}
		}
	})
}

// What residents do themselves: enrol once, follow by the link, withdraw, sign in at the venue; and what nobody learns (E5).
func TestE5_ResidentsEnrolAndSignIn(t *testing.T) {
	both(t, func(p *people) {
		of := p.opened(1)
		enrol := func(name, phone, repeat string) (string, error) {
			return p.Desk.PublicEnrol(t.Context(), service.PublicEnrolInput{Community: p.Community, ProgramID: of.ID, Name: name, Phone: phone, Agreed: true, From: "192.0.2.1", Repeat: repeat})
		}
		link, err := enrol("王小明", servicetest.Phone, "form-1")
		p.ok(err)
		same, err := enrol("王小明", servicetest.Phone, "form-1")
		p.ok(err)
		p.want("sent twice", same, link)
		_, err = enrol("王小明", servicetest.Phone, "form-2")
		p.refused(err, office.AlreadyDone, "E5")
		_, err = p.Desk.PublicEnrol(t.Context(), service.PublicEnrolInput{Community: p.Community, ProgramID: of.ID, Name: "李丽", Phone: mobile(1), Repeat: "form-3"})
		p.refused(err, office.BadInput, "E5")
		next, err := enrol("李丽", mobile(1), "form-4")
		p.ok(err)
		part := func(link string) (string, string) {
			all := strings.Split(link, "/")
			return all[3], all[4]
		}
		id, token := part(link)
		nextID, nextToken := part(next)
		c, err := p.Desk.Confirmation(t.Context(), nextID, nextToken)
		p.ok(err)
		p.want("waits", fmt.Sprintf("%s %d %s", c.State, c.Before, c.Name), "WAITING 0 李**")
		_, err = p.Desk.Confirmation(t.Context(), nextID, token)
		p.refused(err, office.NotFound, "E5")

		sessions, err := p.Desk.SessionsOf(p.As("clerk-a"), of.ID)
		p.ok(err)
		code, err := p.Desk.CodeOf(p.As("clerk-a"), sessions[0].ProgramSession)
		p.ok(err)
		key := strings.Split(code.Link, "/")[5]
		sign := func(name, four string) error {
			return p.Desk.SignInAt(t.Context(), service.SignInAtInput{Community: p.Community, SessionID: sessions[0].ID, Token: key, Name: name, LastFour: four, From: "192.0.2.9"})
		}
		p.refused(sign("王小明", "1234"), office.RefusedState, "E5")
		p.At("2026-03-12 08:31")
		// Who waits, who is not enrolled and who has the digits wrong hear the same.
		for _, miss := range [][2]string{{"李丽", mobile(1)[7:]}, {"张三", "1234"}, {"王小明", "9999"}} {
			err := sign(miss[0], miss[1])
			p.refused(err, office.NotFound, "E5")
			p.want("the same answer", err.Error(), "NOT_FOUND (E5) in name")
		}
		p.ok(sign("王小明", "1234"))
		p.ok(sign("王小明", "1234"))
		c, err = p.Desk.Confirmation(t.Context(), id, token)
		p.ok(err)
		p.want("signed in", c.Signed, true)
		p.refused(p.Desk.WithdrawByLink(t.Context(), id, token), office.RefusedState, "E5")
		p.refused(p.Desk.SignInAt(t.Context(), service.SignInAtInput{Community: p.Community, SessionID: sessions[0].ID, Token: "x", Name: "王小明", LastFour: "1234"}), office.NotFound, "E5")
		// Guessing one person's digits ends soon.
		for range 5 {
			if sign("赵六", "0000") == nil {
				t.Error("wrong digits sign somebody in")
			}
		}
		p.refused(sign("赵六", "0000"), office.TooMany, "")
		p.At("2026-03-12 11:31")
		p.refused(sign("王小明", "1234"), office.RefusedState, "E5")

		p.At("2026-03-13 09:00")
		wrong := "0000"
		second, err := p.Desk.CodeOf(p.As("clerk-a"), sessions[1].ProgramSession)
		p.ok(err)
		if second.Pin == wrong {
			wrong = "0001"
		}
		p.refused(p.Desk.SignInByLink(t.Context(), id, token, wrong), office.BadInput, "E5")
		p.ok(p.Desk.SignInByLink(t.Context(), id, token, second.Pin))
		p.ok(p.Desk.WithdrawByLink(t.Context(), nextID, nextToken))
		p.ok(p.Desk.WithdrawByLink(t.Context(), nextID, nextToken))
		p.want("turns", p.turnsOf(of), "1S 2X")
		p.sound()
	})
}

// E5 from two hundred clients at once, staff and public, over several processes, with withdrawals and more places in between: no
// more are seated than there are places, and nobody who waits is passed over.
func TestE5_TwoHundredEnrolAtOnce(t *testing.T) {
	for _, dialect := range servicetest.Databases() {
		t.Run(dialect, func(t *testing.T) {
			p := &people{servicetest.New(t, dialect), t}
			desks := []*servicetest.Office{p.Office}
			if dialect == servicetest.Postgres {
				desks = append(desks, p.Again(t))
			}
			of := p.opened(30)
			seed := rand.Uint64()
			t.Logf("seed %d", seed)
			var wg sync.WaitGroup
			for client := range 200 {
				dice := rand.New(rand.NewPCG(seed, uint64(client)))
				o := desks[client%len(desks)]
				wg.Go(func() {
					id := ""
					if client%2 == 0 {
						link, err := o.Desk.PublicEnrol(store.With(t.Context(), store.System()), service.PublicEnrolInput{
							Community: p.Community, ProgramID: of.ID, Name: "报名者", Phone: mobile(client), Agreed: true, Repeat: fmt.Sprint("form-", client),
						})
						if err != nil {
							t.Errorf("client %d: %v", client, err)
							return
						}
						id = strings.Split(link, "/")[3]
					} else {
						done, err := o.Desk.Enrol(o.As("clerk-b"), service.EnrolInput{ProgramID: of.ID, Name: "报名者", Phone: mobile(client), ClientMutationID: servicetest.ID()})
						if err != nil {
							t.Errorf("client %d: %v", client, err)
							return
						}
						id = done.Enrolment.ID
					}
					if dice.IntN(3) != 0 {
						return
					}
					if _, err := o.Desk.WithdrawEnrolment(o.As("clerk-c"), service.EnrolmentInput{EnrolmentID: id, ClientMutationID: servicetest.ID()}); err != nil {
						t.Errorf("client %d withdraws: %v", client, err)
					}
				})
			}
			wg.Go(func() {
				_, err := p.edited(of, 40)
				if err != nil {
					t.Errorf("more places: %v", err)
				}
			})
			wg.Wait()
			turns := []program.Turn{}
			for _, e := range p.Desk.Store.Read().Enrolment.Query().Where(enrolment.ProgramID(of.ID)).AllX(p.System()) {
				turns = append(turns, program.Turn{Ticket: e.Ticket, State: e.State})
			}
			now := p.program(of.ID)
			p.want("everybody has a turn", len(turns), 200)
			p.want("all places are taken", now.Seated, 40)
			p.want("fair", program.Unfair(turns, now.Capacity), []string{})
			p.sound()
		})
	}
}

// A group, its members and who came to a rehearsal (C1).
func TestC1_AGroupRehearses(t *testing.T) {
	both(t, func(p *people) {
		clerk := p.As("clerk-a")
		founded, err := p.Desk.SaveGroup(clerk, service.SaveGroupInput{Name: "夕阳红合唱团", Kind: program.GroupChoir, ClientMutationID: p.ID()})
		p.ok(err)
		g := founded.Group
		_, err = p.Desk.SaveGroup(clerk, service.SaveGroupInput{Name: "夕阳红合唱团", Kind: program.GroupDance, ClientMutationID: p.ID()})
		p.refused(err, office.AlreadyDone, "C1")
		phone := mobile(1)
		for i, name := range []string{"赵桂兰", "钱玉芬"} {
			in := service.SaveMemberInput{GroupID: g.ID, Name: name, Role: "女高音", Leads: i == 0, ClientMutationID: p.ID()}
			if i == 0 {
				in.Phone = &phone
			}
			_, err := p.Desk.SaveMember(clerk, in)
			p.ok(err)
		}
		members, err := p.Desk.MembersOf(clerk, g.ID, false)
		p.ok(err)
		p.want("who leads is first", fmt.Sprintf("%d %s %s", len(members), members[0].Name, members[0].PhoneMask), "2 赵桂兰 139****0001")
		shown, err := p.Desk.RevealMember(clerk, service.RevealMemberInput{MemberID: members[0].ID, Reason: "通知排练", ClientMutationID: p.ID()})
		p.ok(err)
		p.want("the number", shown.Value, phone)
		at := func(s string) time.Time { return servicetest.Instant(t, s) }
		set := func(from, until string) error {
			_, err := p.Desk.SetRehearsal(clerk, service.SetRehearsalInput{GroupID: g.ID, From: at(from), Until: at(until), Place: "活动室", ClientMutationID: p.ID()})
			return err
		}
		p.ok(set("2026-03-12 14:00", "2026-03-12 16:00"))
		p.refused(set("2026-03-12 15:59", "2026-03-12 17:00"), office.BadInput, "C1")
		p.refused(set("2026-03-12 18:00", "2026-03-12 17:00"), office.BadInput, "C1")
		list, err := p.Desk.RehearsalsOf(clerk, g.ID)
		p.ok(err)
		note := func(who ...string) error {
			_, err := p.Desk.NoteRehearsal(clerk, service.NoteRehearsalInput{RehearsalID: list[0].ID, Present: who, Note: "合练《茉莉花》", ClientMutationID: p.ID()})
			return err
		}
		p.refused(note(members[0].ID), office.RefusedState, "C1")
		p.At("2026-03-12 16:00")
		p.ok(note(members[0].ID, members[0].ID))
		p.refused(note("mem_of_another"), office.NotFound, "C1")
		list, err = p.Desk.RehearsalsOf(clerk, g.ID)
		p.ok(err)
		p.want("came", list[0].Present, []string{members[0].ID})
		_, err = p.Desk.LeaveGroup(clerk, service.LeaveGroupInput{MemberID: members[1].ID, ClientMutationID: p.ID()})
		p.ok(err)
		left, err := p.Desk.MembersIn(clerk, g.ID)
		p.ok(err)
		p.want("left", left, 1)
		_, err = p.Desk.SaveGroup(p.As("supervisor"), service.SaveGroupInput{Name: "别的", Kind: program.GroupDance, ClientMutationID: p.ID()})
		p.refused(err, office.Forbidden, "")
		p.sound()
	})
}

// Costumes that were bought, lent, came back in parts, and what is missing (C3).
func TestC3_CostumesGoOutAndComeBack(t *testing.T) {
	both(t, func(p *people) {
		clerk := p.As("clerk-a")
		bought, err := p.Desk.SaveProp(clerk, service.SavePropInput{
			Kind: program.PropCostume, Name: "秧歌服", Quantity: 10, Cost: "1200", InvoiceNo: "INV-1", BoughtOn: p.thisDay(), Owner: "社区", KeptAt: "库房A", ClientMutationID: p.ID(),
		})
		p.ok(err)
		of := bought.Prop
		lend := func(n int) error {
			_, err := p.Desk.LendProp(clerk, service.LendPropInput{PropID: of.ID, ToName: "赵桂兰", Quantity: n, DueOn: p.thisDay(), ClientMutationID: p.ID()})
			return err
		}
		p.ok(lend(6))
		p.refused(lend(5), office.LimitExceeded, "C3")
		loans, err := p.Desk.LoansOf(clerk, of.ID)
		p.ok(err)
		back := func(n, missing int) error {
			_, err := p.Desk.ReturnProp(clerk, service.ReturnPropInput{LoanID: loans[0].ID, Returned: n, Missing: missing, ClientMutationID: p.ID()})
			return err
		}
		p.ok(back(3, 0))
		p.refused(back(4, 0), office.LimitExceeded, "C3")
		p.ok(back(2, 1))
		p.refused(back(1, 0), office.AlreadyDone, "C3")
		now := p.Desk.Store.Read().Prop.GetX(p.System(), of.ID)
		p.want("counts", fmt.Sprint(now.Quantity, now.Lent, now.Missing), "10 0 1")
		yes := true
		gone, _, err := p.Desk.Props(clerk, service.PropFilter{Missing: &yes}, 10, nil)
		p.ok(err)
		p.want("what is missing is known", len(gone), 1)
		loans, err = p.Desk.LoansOf(clerk, of.ID)
		p.ok(err)
		p.want("closed", loans[0].ClosedAt != nil, true)
		p.sound()
	})
}

func (p *people) thisDay() workday.Date {
	return workday.DateOf(p.Desk.Now(), time.FixedZone("CST", 8*60*60))
}

// Members come in by a table: a dry run writes nothing, a bad row keeps the whole file out, the mended one comes in, and what
// went out comes in again unchanged (C1).
func TestC1_MembersComeInByATable(t *testing.T) {
	both(t, func(p *people) {
		director := p.As("director")
		founded, err := p.Desk.SaveGroup(director, service.SaveGroupInput{Name: "合唱团", Kind: program.GroupChoir, ClientMutationID: p.ID()})
		p.ok(err)
		read := func(csv string) *sheet.Table {
			t.Helper()
			table, err := sheet.Read(strings.NewReader(csv), int64(len(csv)), sheet.Limits{})
			p.ok(err)
			return table
		}
		bad := "队伍,姓名,分工,电话,加入日期,负责人\n合唱团,赵桂兰,团长,13900001111,2020-05-01,是\n舞蹈队,钱玉芬,,,,\n合唱团,孙丽,,139****2222,,\n合唱团,赵桂兰,,,,或许\n"
		done, err := p.Desk.Import(director, service.ExchangeMembers, read(bad), false, p.ID(), "bad")
		p.ok(err)
		said := []string{}
		for _, one := range done.Problems {
			said = append(said, fmt.Sprintf("%d %s %s", one.Row, one.Column, one.Code))
		}
		p.want("faults", said, []string{"3 队伍 NOT_FOUND", "4 电话 MASKED_NEW", "5 姓名 DUPLICATE", "5 负责人 BAD_INPUT"})
		mended := "队伍,姓名,分工,电话,加入日期,负责人\n合唱团,赵桂兰,团长,13900001111,2020-05-01,是\n合唱团,孙丽,女高音,,,否\n"
		dry, err := p.Desk.Import(director, service.ExchangeMembers, read(mended), true, "", "mended")
		p.ok(err)
		size, err := p.Desk.MembersIn(director, founded.Group.ID)
		p.ok(err)
		p.want("a dry run", fmt.Sprintf("%d %v %d", dry.Created, dry.Written, size), "2 false 0")
		done, err = p.Desk.Import(director, service.ExchangeMembers, read(mended), false, p.ID(), "mended")
		p.ok(err)
		p.want("written", fmt.Sprintf("%d %v", done.Created, done.Written), "2 true")
		var out bytes.Buffer
		p.ok(p.Desk.Export(director, service.ExchangeMembers, false, &out))
		table, err := sheet.Read(bytes.NewReader(out.Bytes()), int64(out.Len()), sheet.Limits{})
		p.ok(err)
		again, err := p.Desk.Import(director, service.ExchangeMembers, table, false, p.ID(), "again")
		p.ok(err)
		p.want("again", fmt.Sprintf("%d %d %d %d", again.Created, again.Changed, again.Unchanged, len(again.Problems)), "0 0 2 0")
		_, err = p.Desk.Import(p.As("clerk-a"), service.ExchangeMembers, read(mended), true, "", "mended")
		p.refused(err, office.Forbidden, "")
		p.sound()
	})
}

// A picture of a program is shown to anybody from when the program stands on the public pages (C2).
func TestC2_APictureOfWhatIsOnlyPlannedIsShownToNobodyOutside(t *testing.T) {
	both(t, func(p *people) {
		var err error
		p.Desk.Files, err = files.Open("file://" + t.TempDir())
		p.ok(err)
		of := p.plan(4)
		f, err := p.Desk.AddPicture(p.As("clerk-a"), service.AddPictureInput{
			ProgramID: of.ID, Kind: cobuild.PictureBefore, Caption: "教室", Published: true, ClientMutationID: p.ID(),
		}, "教室.png", bytes.NewReader(picture()))
		p.ok(err)
		open := func() error {
			_, _, err := p.Desk.DisclosedFile(t.Context(), p.Community, f.ID)
			return err
		}
		p.refused(open(), office.NotFound, "P3")
		_, err = p.Desk.PublishProgram(p.As("clerk-a"), service.StepProgramInput{ProgramID: of.ID, Version: of.Version, ClientMutationID: p.ID()})
		p.ok(err)
		p.ok(open())
		shown, err := p.Desk.PublicProgram(t.Context(), p.Community, of.ID)
		p.ok(err)
		p.want("on its page", fmt.Sprint(len(shown.Pictures), shown.Pictures[0].Title), "1教室")
		_, err = p.Desk.PublishPicture(p.As("clerk-a"), service.PublishPictureInput{PictureID: f.ID, ClientMutationID: p.ID()})
		p.ok(err)
		p.refused(open(), office.NotFound, "P3")
		kept, err := p.Desk.PicturesOfProgram(p.As("clerk-a"), p.program(of.ID))
		p.ok(err)
		p.want("at the desk", len(kept), 1)
		_, err = p.Desk.PublishPicture(p.As("clerk-a"), service.PublishPictureInput{PictureID: f.ID, Published: true, ClientMutationID: p.ID()})
		p.ok(err)
		p.whole()
		// What was cancelled before it was published was never there, nor are its pictures.
		never := p.plan(4)
		f, err = p.Desk.AddPicture(p.As("clerk-a"), service.AddPictureInput{
			ProgramID: never.ID, Kind: cobuild.PictureBefore, Caption: "未办", Published: true, ClientMutationID: p.ID(),
		}, "未办.png", bytes.NewReader(picture()))
		p.ok(err)
		_, err = p.Desk.CancelProgram(p.As("clerk-a"), service.StepProgramInput{ProgramID: never.ID, Version: never.Version, Reason: "场地停电", ClientMutationID: p.ID()})
		p.ok(err)
		p.refused(open(), office.NotFound, "P3")
		p.whole()
	})
}
