package service_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/ent/caseevent"
	"xinxing/internal/files"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/sheet"
	"xinxing/internal/store"
)

// building is an office that builds with partners.
type building struct{ *people }

func withBuilding(t *testing.T, test func(b *building)) {
	t.Helper()
	both(t, func(p *people) { test(&building{p}) })
}

func (b *building) partner(name string) *ent.Partner {
	b.t.Helper()
	p, err := b.Desk.SavePartner(b.As("leader"), service.SavePartnerInput{
		Name: name, Kind: cobuild.PartnerCommunityEnterprise, Offers: []cobuild.ResourceKind{cobuild.Equipment}, ClientMutationID: b.ID(),
	})
	b.ok(err)
	return p.Partner
}

func (b *building) project(lead string, open bool) *ent.Project {
	b.t.Helper()
	p, err := b.Desk.ProposeProject(b.As("leader"), service.ProposeProjectInput{
		ProjectText: service.ProjectText{
			Title: "3号楼前路面修缮", Kind: cobuild.ProjectRoad, Place: "新星小区3号楼前", LeadID: b.Staff[lead].ID,
			PlannedFrom: b.dayOf("2026-03-01"), PlannedUntil: b.dayOf("2026-04-30"), Budget: "20000", OpenToJoin: open,
		},
		Origin: cobuild.FromCases, ClientMutationID: b.ID(),
	})
	b.ok(err)
	return p.Project
}

func (b *building) read(p *ent.Project) *ent.Project {
	b.t.Helper()
	p, err := b.Desk.Store.Read().Project.Get(b.As("leader"), p.ID)
	b.ok(err)
	return p
}

func (b *building) move(who string, p *ent.Project, to cobuild.Stage, reason, outcome string) error {
	b.t.Helper()
	_, err := b.Desk.MoveProject(b.As(who), service.MoveProjectInput{
		ProjectID: p.ID, Version: b.read(p).Version, To: to, Reason: reason, Outcome: outcome, ClientMutationID: b.ID(),
	})
	return err
}

func (b *building) pledge(who string, p *ent.Project, with *ent.Partner, quantity int) (*ent.Pledge, error) {
	b.t.Helper()
	g, err := b.Desk.Pledge(b.As(who), service.PledgeInput{
		ProjectID: p.ID, PartnerID: with.ID, Kind: cobuild.Equipment, What: "水泥", Quantity: quantity, Unit: "袋", Worth: "1200.5", ClientMutationID: b.ID(),
	})
	if err != nil {
		return nil, err
	}
	return g.Pledge, nil
}

func (b *building) deliver(who string, g *ent.Pledge, quantity int) (*ent.Delivery, error) {
	b.t.Helper()
	x, err := b.Desk.ReportDelivery(b.As(who), service.ReportDeliveryInput{
		PledgeID: g.ID, Quantity: quantity, Worth: "600", DeliveredOn: b.dayOf("2026-02-26"), Proof: "送货单", ClientMutationID: b.ID(),
	})
	if err != nil {
		return nil, err
	}
	return x.Delivery, nil
}

func (b *building) decide(who string, x *ent.Delivery, confirmed bool, reason string) error {
	b.t.Helper()
	_, err := b.Desk.DecideDelivery(b.As(who), service.DecideDeliveryInput{DeliveryID: x.ID, Confirmed: confirmed, Reason: reason, ClientMutationID: b.ID()})
	return err
}

// A road is mended with a partner, from the proposal to the end: what was pledged and what came are two things, and only what the community
// confirmed counts.
func TestP3_FromProposalToEnd(t *testing.T) {
	withBuilding(t, func(b *building) {
		with := b.partner("九站建材有限公司")
		p := b.project("grid", true)
		if p.Number != "GJ-2026-001" || p.Stage != cobuild.Proposed {
			t.Fatalf("%s %s", p.Number, p.Stage)
		}
		b.refused(b.move("clerk-a", p, cobuild.Agreed, "急", ""), office.Forbidden, "P3")
		b.refused(b.move("grid", p, cobuild.Agreed, "", ""), office.NeedsReason, "P3")
		b.refused(b.move("grid", p, cobuild.UnderWay, "", ""), office.RefusedState, "P3")
		g, err := b.pledge("clerk-a", p, with, 100)
		b.ok(err)
		if _, err := b.deliver("clerk-a", g, 10); err == nil {
			t.Fatal("delivered to what is only proposed")
		}
		b.ok(b.move("grid", p, cobuild.Agreed, "", ""))
		b.ok(b.move("grid", p, cobuild.UnderWay, "", ""))
		x, err := b.deliver("clerk-a", g, 60)
		b.ok(err)
		b.refused(b.move("grid", p, cobuild.Accepted, "好", ""), office.NeedsProof, "P3")
		b.refused(b.decide("clerk-b", x, true, ""), office.Forbidden, "P3")
		b.ok(b.decide("grid", x, true, ""))
		b.refused(b.decide("leader", x, false, "不"), office.AlreadyDone, "P3")
		short, err := b.deliver("leader", g, 40)
		b.ok(err)
		b.refused(b.decide("leader", short, true, ""), office.OwnCase, "P3")
		b.refused(b.decide("grid", short, false, " "), office.NeedsReason, "P3")
		b.ok(b.decide("grid", short, false, "没有收到"))
		totals, err := b.Desk.TotalsOf(b.As("clerk-b"), p)
		b.ok(err)
		if want := (cobuild.Total{Kind: cobuild.Equipment, Unit: "袋", Pledged: 100, Delivered: 60, PledgedWorth: 120050, DeliveredWorth: 60000}); len(totals) != 1 || totals[0] != want {
			t.Fatalf("%+v", totals)
		}
		b.ok(b.move("grid", p, cobuild.Accepted, "", ""))
		b.refused(b.move("grid", p, cobuild.Closed, "", ""), office.NeedsReason, "P3")
		b.ok(b.move("grid", p, cobuild.Closed, "", "路面平整，居民出行方便"))
		b.refused(b.move("director", p, cobuild.Dropped, "不要了", ""), office.RefusedState, "P3")
		if end := b.read(p); end.EndedAt == nil || end.Outcome == "" {
			t.Fatalf("%+v", end)
		}
		events, err := b.Desk.Store.Read().CaseEvent.Query().Where(caseevent.RecordID(p.ID)).Order(caseevent.ByNumber()).All(b.As("clerk-c"))
		b.ok(err)
		if len(events) != b.read(p).Events || events[0].Kind != casework.EventProjectProposed || events[len(events)-1].Kind != casework.EventProjectMoved {
			t.Fatalf("%d entries", len(events))
		}
		b.sound()
	})
}

// Whoever is not asked to take part pledges only where a project is open (P5); a withdrawn pledge takes no delivery.
func TestP5_WhoMayPledge(t *testing.T) {
	withBuilding(t, func(b *building) {
		with := b.partner("新星幼儿园")
		closed := b.project("grid", false)
		_, err := b.pledge("clerk-a", closed, with, 1)
		b.refused(err, office.Forbidden, "P5")
		_, err = b.Desk.JoinProject(b.As("grid"), service.JoinProjectInput{ProjectID: closed.ID, PartnerID: with.ID, ClientMutationID: b.ID()})
		b.ok(err)
		g, err := b.pledge("clerk-a", closed, with, 1)
		b.ok(err)
		in := service.WithdrawPledgeInput{PledgeID: g.ID, Version: g.Version, ClientMutationID: b.ID()}
		_, err = b.Desk.WithdrawPledge(b.As("clerk-a"), in)
		b.refused(err, office.NeedsReason, "P3")
		in.Reason = "资金紧张"
		_, err = b.Desk.WithdrawPledge(b.As("clerk-a"), in)
		b.ok(err)
		again, err := b.Desk.WithdrawPledge(b.As("clerk-a"), in)
		b.ok(err)
		if again.Pledge.WithdrawnReason != "资金紧张" {
			t.Fatal(again.Pledge.WithdrawnReason)
		}
		b.ok(b.move("grid", closed, cobuild.Agreed, "", ""))
		_, err = b.deliver("clerk-a", g, 1)
		b.refused(err, office.RefusedState, "P3")
		_, err = b.Desk.EndPartner(b.As("leader"), service.EndPartnerInput{PartnerID: with.ID, Version: with.Version, Reason: "搬走了", ClientMutationID: b.ID()})
		b.ok(err)
		_, err = b.pledge("clerk-a", closed, with, 1)
		b.refused(err, office.RefusedState, "P1")
		b.sound()
	})
}

// The phone of a partner's contact is sealed; it is shown for a reason, that stands in the partner's journal.
func TestP1_AContactsPhoneIsSealed(t *testing.T) {
	withBuilding(t, func(b *building) {
		with := b.partner("九站派出所社区警务室")
		_, err := b.Desk.SavePartner(b.As("clerk-a"), service.SavePartnerInput{Name: "另一家", Kind: cobuild.PartnerPolice, ClientMutationID: b.ID()})
		b.refused(err, office.Forbidden, "P1")
		_, err = b.Desk.SavePartner(b.As("leader"), service.SavePartnerInput{Name: with.Name, Kind: cobuild.PartnerPolice, ClientMutationID: b.ID()})
		b.refused(err, office.AlreadyDone, "P1")
		_, err = b.Desk.AddPartnerContact(b.As("leader"), service.AddPartnerContactInput{PartnerID: with.ID, Name: "赵警官", Phone: "13800001111", ClientMutationID: b.ID()})
		b.ok(err)
		people, err := b.Desk.ContactsOf(b.As("clerk-a"), with)
		b.ok(err)
		if len(people) != 1 || people[0].PhoneMask == "" || people[0].PhoneMask == "13800001111" {
			t.Fatalf("%+v", people)
		}
		reveal := service.RevealPartnerPhoneInput{ContactID: people[0].ID, ClientMutationID: b.ID()}
		_, err = b.Desk.RevealPartnerPhone(b.As("clerk-a"), reveal)
		b.refused(err, office.NeedsReason, "")
		reveal.Reason = "约时间"
		shown, err := b.Desk.RevealPartnerPhone(b.As("clerk-a"), reveal)
		b.ok(err)
		if shown.Value != "13800001111" {
			t.Fatal(shown.Value)
		}
		_, err = b.Desk.RevealPartnerPhone(b.As("administrator"), service.RevealPartnerPhoneInput{ContactID: people[0].ID, Reason: "看", ClientMutationID: b.ID()})
		if err == nil {
			t.Fatal("shown to an administrator")
		}
		_, err = b.Desk.RemovePartnerContact(b.As("leader"), service.RemovePartnerContactInput{ContactID: people[0].ID, ClientMutationID: b.ID()})
		b.ok(err)
		b.sound()
	})
}

func (b *building) resource(name string) *ent.Resource {
	b.t.Helper()
	r, err := b.Desk.SaveResource(b.As("leader"), service.SaveResourceInput{Kind: cobuild.Venue, Name: name, Place: "一楼", Quantity: 1, Unit: "间", ClientMutationID: b.ID()})
	b.ok(err)
	return r.Resource
}

func (b *building) book(who string, r *ent.Resource, from, until string) (*ent.Booking, error) {
	b.t.Helper()
	k, err := b.Desk.BookResource(b.As(who), service.BookResourceInput{
		ResourceID: r.ID, From: servicetest.Instant(b.t, from), Until: servicetest.Instant(b.t, until), Purpose: "居民议事会", ClientMutationID: b.ID(),
	})
	if err != nil {
		return nil, err
	}
	return k.Booking, nil
}

// A resource is booked once for a time (P2): the refusal says what is taken, by whom and when; what is cancelled is free.
func TestP2_NeverBookedTwice(t *testing.T) {
	withBuilding(t, func(b *building) {
		hall, bus := b.resource("多功能厅"), b.resource("中巴车")
		first, err := b.book("clerk-a", hall, "2026-03-02 09:00", "2026-03-02 12:00")
		b.ok(err)
		_, err = b.book("clerk-b", hall, "2026-03-02 11:00", "2026-03-02 14:00")
		b.refused(err, office.AlreadyDone, "P2")
		no := err.(*office.Refusal)
		if no.Facts["resource"] != "多功能厅" || no.Facts["person"] != "安晓梅" || no.Facts["from"] == nil || no.Facts["until"] == nil || no.Field != "from" {
			t.Errorf("%+v", no)
		}
		_, err = b.book("clerk-b", hall, "2026-03-02 12:00", "2026-03-02 14:00")
		b.ok(err)
		_, err = b.book("clerk-b", bus, "2026-03-02 11:00", "2026-03-02 14:00")
		b.ok(err)
		for from, until := range map[string]string{"2026-03-03 10:00": "2026-03-03 10:00", "2026-03-03 11:00": "2026-03-03 10:00", "2026-03-10 09:00": "2026-05-10 09:00", "2030-03-03 09:00": "2030-03-03 10:00"} {
			_, err = b.book("clerk-b", hall, from, until)
			b.refused(err, office.BadInput, "P2")
		}
		_, err = b.book("clerk-b", hall, "2026-02-02 09:00", "2026-02-02 10:00")
		b.refused(err, office.TooLate, "P2")
		cancel := func(who string) error {
			_, err := b.Desk.CancelBooking(b.As(who), service.CancelBookingInput{BookingID: first.ID, ClientMutationID: b.ID()})
			return err
		}
		b.refused(cancel("clerk-b"), office.Forbidden, "P2")
		_, err = b.Desk.RemoveResource(b.As("leader"), service.RemoveResourceInput{ResourceID: hall.ID, Version: hall.Version, Reason: "装修", ClientMutationID: b.ID()})
		b.refused(err, office.AlreadyDone, "P2")
		b.ok(cancel("clerk-a"))
		b.refused(cancel("clerk-a"), office.AlreadyDone, "P2")
		_, err = b.book("clerk-b", hall, "2026-03-02 09:00", "2026-03-02 12:00")
		b.ok(err)
		week, err := b.Desk.Bookings(b.As("grid"), servicetest.Instant(b.t, "2026-03-02 00:00"), servicetest.Instant(b.t, "2026-03-09 00:00"), nil)
		b.ok(err)
		if len(week) != 3 {
			t.Errorf("%d bookings", len(week))
		}
		other, err := b.Desk.Bookings(b.As("neighbour"), servicetest.Instant(b.t, "2026-03-02 00:00"), servicetest.Instant(b.t, "2026-03-09 00:00"), nil)
		b.ok(err)
		if len(other) != 0 {
			t.Errorf("the neighbours see %d", len(other))
		}
		b.sound()
	})
}

// However many ask at once for one resource and overlapping times, what holds never overlaps (P2).
func TestP2_SixtyClientsAtOnce(t *testing.T) {
	withBuilding(t, func(b *building) {
		hall := b.resource("多功能厅")
		const clients = 60
		start := servicetest.Instant(b.t, "2026-03-02 09:00")
		var wg sync.WaitGroup
		var mu sync.Mutex
		won, failed := 0, []error{}
		for n := range clients {
			from := start.Add(time.Duration(n%6) * 30 * time.Minute)
			in := service.BookResourceInput{ResourceID: hall.ID, From: from, Until: from.Add(time.Hour), Purpose: "活动", ClientMutationID: fmt.Sprintf("race-%d", n)}
			ctx := b.As([]string{"clerk-a", "clerk-b", "clerk-c", "grid", "leader"}[n%5])
			wg.Go(func() {
				_, err := b.Desk.BookResource(ctx, in)
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					won++
				} else if no, ok := err.(*office.Refusal); !ok || no.Code != office.AlreadyDone && no.Code != office.Conflict {
					failed = append(failed, err)
				}
			})
		}
		wg.Wait()
		if len(failed) > 0 {
			t.Fatal(failed[0])
		}
		// Six beginnings half an hour apart, each an hour long: two or three fit, and never none.
		if won < 2 || won > 3 {
			t.Errorf("%d won", won)
		}
		b.sound()
	})
}

// What was pledged to a published project and delivered is read by anybody, without the units' contacts; what is not published by nobody (P3, P6).
func TestP3_APublishedProjectTellsWhatWasPledged(t *testing.T) {
	withBuilding(t, func(b *building) {
		p := b.project("grid", true)
		with := b.partner("九站建材有限公司")
		_, err := b.pledge("clerk-a", p, with, 5)
		b.ok(err)
		_, err = b.Desk.DisclosedProject(t.Context(), b.Community, p.ID)
		b.refused(err, office.NotFound, "P3")
		p = b.read(p)
		_, err = b.Desk.EditProject(b.As("leader"), service.EditProjectInput{
			ProjectID: p.ID, Version: p.Version, Cost: "0", ClientMutationID: b.ID(),
			ProjectText: service.ProjectText{
				Title: p.Title, Kind: p.Kind, Place: p.Place, LeadID: p.LeadID, PlannedFrom: b.dayOf("2026-03-01"), PlannedUntil: b.dayOf("2026-04-30"),
				Budget: "20000", OpenToJoin: true, Published: true,
			},
		})
		b.ok(err)
		shown, err := b.Desk.DisclosedProject(t.Context(), b.Community, p.ID)
		b.ok(err)
		b.want("what was pledged", fmt.Sprint(shown.Partners, len(shown.Totals), shown.Totals[0].Pledged), "[九站建材有限公司] 1 5")
	})
}

// A task comes back on its day to who keeps it, once; one that is done, taken back or of a project that is over does not (P3).
func TestP3_ATaskComesBackOnItsDay(t *testing.T) {
	withBuilding(t, func(b *building) {
		p := b.project("grid", true)
		clerk := b.Staff["clerk-a"].ID
		save := func(id *string, title, due string) {
			b.t.Helper()
			_, err := b.Desk.SaveProjectTask(b.As("grid"), service.SaveProjectTaskInput{
				ProjectID: p.ID, TaskID: id, Title: title, OwnerID: &clerk, DueOn: b.dayOf(due), ClientMutationID: b.ID(),
			})
			b.ok(err)
		}
		for _, title := range []string{"清理路面", "联系厂家", "不用做的"} {
			save(nil, title, "2026-03-05")
		}
		tasks, err := b.Desk.TasksOf(b.As("grid"), p)
		b.ok(err)
		save(&tasks[0].ID, "清理路面", "2026-03-06")
		_, err = b.Desk.FinishProjectTask(b.As("clerk-a"), service.FinishProjectTaskInput{TaskID: tasks[1].ID, ClientMutationID: b.ID()})
		b.ok(err)
		_, err = b.Desk.RemoveProjectTask(b.As("grid"), service.RemoveProjectTaskInput{TaskID: tasks[2].ID, ClientMutationID: b.ID()})
		b.ok(err)
		fell := func() (of []*ent.CaseEvent) {
			b.t.Helper()
			_, err := b.Desk.FireDue(b.System())
			b.ok(err)
			for _, e := range b.journal(p) {
				if e.Kind == casework.EventTaskDue {
					of = append(of, e)
				}
			}
			return of
		}
		b.At("2026-03-05 10:00")
		b.want("on the day of before", len(fell()), 0)
		b.At("2026-03-06 10:00")
		b.want("on its day", len(fell()), 1)
		e := fell()[0]
		b.want("to who keeps it", fmt.Sprint(e.Audience), fmt.Sprint([]string{clerk}))
		mine, err := b.Desk.MyWarnings(b.As("clerk-a"), 20)
		b.ok(err)
		if i := slices.IndexFunc(mine, func(w *service.DeadlineEvent) bool { return w.RecordID != nil && *w.RecordID == p.ID }); i < 0 || mine[i].Title != p.Title {
			t.Errorf("the clerk is told of %+v", mine)
		}
		save(&tasks[0].ID, "清理路面", "2026-03-09") // what fell does not fall again
		save(nil, "修补路面", "2026-03-10")
		b.ok(b.move("grid", b.read(p), cobuild.Dropped, "资金未落实", ""))
		b.At("2026-03-11 10:00")
		b.want("afterwards", len(fell()), 1)
		b.sound()
	})
}

// What a partner does comes back to who leads the project on the day, also where somebody else came to lead it (P3).
func TestP3_APartnersTaskComesBackToWhoLeadsTheProjectThen(t *testing.T) {
	withBuilding(t, func(b *building) {
		p := b.project("grid", true)
		with := b.partner("九站建材有限公司")
		_, err := b.pledge("clerk-a", p, with, 5)
		b.ok(err)
		own := b.Staff["clerk-a"].ID
		for _, task := range []struct {
			owner, of *string
			due       string
		}{{nil, &with.ID, "2026-03-05"}, {&own, nil, "2026-03-05"}, {nil, &with.ID, "2300-03-05"}} {
			_, err := b.Desk.SaveProjectTask(b.As("grid"), service.SaveProjectTaskInput{
				ProjectID: p.ID, Title: "运送水泥", OwnerID: task.owner, PartnerID: task.of, DueOn: b.dayOf(task.due), ClientMutationID: b.ID(),
			})
			b.ok(err)
		}
		p = b.read(p)
		_, err = b.Desk.EditProject(b.As("leader"), service.EditProjectInput{
			ProjectID: p.ID, Version: p.Version, ClientMutationID: b.ID(), ProjectText: service.ProjectText{
				Title: p.Title, Kind: p.Kind, Place: p.Place, LeadID: b.Staff["clerk-b"].ID, PlannedFrom: b.dayOf("2026-03-01"), PlannedUntil: b.dayOf("2026-04-30"),
			},
		})
		b.ok(err)
		b.At("2026-03-05 10:00")
		_, err = b.Desk.FireDue(b.System())
		b.ok(err)
		told := []string{}
		for _, e := range b.journal(p) {
			if e.Kind == casework.EventTaskDue {
				told = append(told, b.names(e.Audience))
			}
		}
		slices.Sort(told)
		b.want("told", fmt.Sprint(told), "[clerk-a clerk-b]") // and nothing of what no calendar reaches
		b.sound()
	})
}

// A project has no more pledges than are read to sum them up: what is told of it is all of it (P3, P6).
func TestP3_EveryPledgeOfAProjectIsInItsTotals(t *testing.T) {
	withBuilding(t, func(b *building) {
		p := b.project("grid", true)
		units := []*ent.Partner{b.partner("一号单位"), b.partner("二号单位"), b.partner("三号单位")}
		_, err := b.pledge("clerk-a", p, units[0], 1)
		b.ok(err)
		b.ok(b.Desk.Store.Act(b.System(), b.Community, func(ctx context.Context, tx *store.Tx) error {
			var all []*ent.PledgeCreate
			for i := range 199 {
				all = append(all, tx.Pledge.Create().SetCommunityID(b.Community).SetProjectID(p.ID).SetPartnerID(units[i%2].ID).SetKind(cobuild.Equipment).
					SetWhat("水泥").SetQuantity(1).SetUnit("袋").SetPledgedAt(b.Desk.Now()).SetPledgedByID(b.Staff["clerk-a"].ID))
			}
			return tx.Pledge.CreateBulk(all...).Exec(ctx)
		}))
		_, err = b.pledge("clerk-a", p, units[2], 1)
		b.refused(err, office.LimitExceeded, "P3")
		totals, err := b.Desk.TotalsOf(b.As("clerk-a"), p)
		b.ok(err)
		b.want("pledged", totals[0].Pledged, 200)
	})
}

// A task has one owner and a date; its owner says that it is done; a project with open tasks is accepted for a reason only (P3).
func TestP3_Tasks(t *testing.T) {
	withBuilding(t, func(b *building) {
		with := b.partner("九站建材有限公司")
		p := b.project("grid", true)
		save := func(who string, owner, of *string) error {
			_, err := b.Desk.SaveProjectTask(b.As(who), service.SaveProjectTaskInput{
				ProjectID: p.ID, Title: "清理路面", OwnerID: owner, PartnerID: of, DueOn: b.dayOf("2026-03-05"), ClientMutationID: b.ID(),
			})
			return err
		}
		clerk := b.Staff["clerk-a"].ID
		b.refused(save("clerk-b", &clerk, nil), office.Forbidden, "P3")
		b.refused(save("grid", nil, nil), office.BadInput, "P3")
		b.refused(save("grid", &clerk, &with.ID), office.BadInput, "P3")
		b.refused(save("grid", nil, &with.ID), office.RefusedState, "P5")
		b.ok(save("grid", &clerk, nil))
		_, err := b.pledge("clerk-a", p, with, 5)
		b.ok(err)
		b.ok(save("grid", nil, &with.ID))
		tasks, err := b.Desk.TasksOf(b.As("clerk-b"), p)
		b.ok(err)
		if len(tasks) != 2 || tasks[0].Number != 1 || tasks[1].Number != 2 {
			t.Fatalf("%v", tasks)
		}
		done := func(who string, task *ent.ProjectTask) error {
			_, err := b.Desk.FinishProjectTask(b.As(who), service.FinishProjectTaskInput{TaskID: task.ID, ClientMutationID: b.ID()})
			return err
		}
		b.refused(done("clerk-b", tasks[0]), office.Forbidden, "P3")
		b.ok(done("clerk-a", tasks[0]))
		b.refused(done("clerk-a", tasks[1]), office.Forbidden, "P3")
		b.refused(done("grid", tasks[0]), office.AlreadyDone, "P3")
		_, err = b.Desk.RemoveProjectTask(b.As("grid"), service.RemoveProjectTaskInput{TaskID: tasks[1].ID, ClientMutationID: b.ID()})
		b.ok(err)
		b.sound()
	})
}

// How many took part is counted, never who (P6).
func TestP6_ParticipationAndContribution(t *testing.T) {
	withBuilding(t, func(b *building) {
		with, idle := b.partner("九站建材有限公司"), b.partner("新星幼儿园")
		p := b.project("grid", true)
		record := func(residents int, date string) error {
			_, err := b.Desk.RecordParticipation(b.As("clerk-a"), service.RecordParticipationInput{
				ProjectID: p.ID, Date: b.dayOf(date), Residents: residents, Minutes: residents * 90, ClientMutationID: b.ID(),
			})
			return err
		}
		b.refused(record(5, "2026-02-20"), office.RefusedState, "P3")
		g, err := b.pledge("clerk-a", p, with, 10)
		b.ok(err)
		b.ok(b.move("grid", p, cobuild.Agreed, "", ""))
		x, err := b.deliver("clerk-a", g, 5)
		b.ok(err)
		b.ok(b.decide("grid", x, true, ""))
		b.ok(record(12, "2026-02-20"))
		b.ok(record(8, "2026-01-20"))
		b.refused(record(0, "2026-02-20"), office.BadInput, "P6")
		b.refused(record(3, "2026-02-27"), office.BadInput, "P6")
		f, err := b.Desk.CobuildFigures(b.As("clerk-b"))
		b.ok(err)
		if f.Residents != 20 || f.Minutes != 1800 || len(f.Months) != 12 || f.Months[11].Month != "2026-02" || f.Months[11].Residents != 12 || f.Months[10].Residents != 8 {
			t.Errorf("%+v %+v", f, f.Months[11])
		}
		if len(f.Contributions) != 1 || f.Contributions[0].Partner.ID != with.ID || f.Contributions[0].PledgedFen != 120050 || f.Contributions[0].DeliveredFen != 60000 || f.Contributions[0].Projects != 1 {
			t.Errorf("%+v, idle %s", f.Contributions, idle.ID)
		}
		b.sound()
	})
}

// A case that a project answers keeps its promise and its clock; the resident sees how far the project has come (P4).
func TestP4_ACaseIsAnsweredByAProject(t *testing.T) {
	withBuilding(t, func(b *building) {
		p := b.project("grid", true)
		c := b.promise("clerk-c", b.open("clerk-c", "SQ-01"), 10)
		before := b.now(c)
		link := func(who string, c *ent.CaseFile) (*service.CasePayload, error) {
			return b.Desk.LinkProject(b.As(who), service.LinkProjectInput{CaseRef: b.ref(b.now(c)), ProjectID: p.ID})
		}
		_, err := link("clerk-a", c)
		b.refused(err, office.NotResponsible, "P4")
		after := b.done(link("clerk-c", c))
		if after.Status != before.Status || !after.DueAt.Equal(before.DueAt) || *after.PromiseID != *before.PromiseID || after.Clock != before.Clock {
			t.Errorf("the promise moved: %+v", after)
		}
		_, err = link("clerk-c", c)
		b.refused(err, office.AlreadyDone, "P4")
		b.ok(b.move("grid", p, cobuild.Agreed, "社区自己做", ""))
		token := b.Desk.Link(after)[len("/p/"+after.ReceiptNo+"/"):]
		seen, err := b.Desk.FollowByLink(b.Context(), after.ReceiptNo, token)
		b.ok(err)
		if len(seen.Projects) != 1 || seen.Projects[0].Title != p.Title || seen.Projects[0].Stage != cobuild.Agreed || seen.Projects[0].Page != "" {
			t.Errorf("%+v", seen.Projects)
		}
		if seen.DueAt == nil || !seen.DueAt.Equal(before.DueAt) {
			t.Errorf("due %v", seen.DueAt)
		}
		cases, err := b.Desk.CasesOfProject(b.As("clerk-a"), p)
		b.ok(err)
		if len(cases) != 1 || cases[0].ID != c.ID {
			t.Errorf("%v", cases)
		}
		cases, err = b.Desk.CasesOfProject(b.As("neighbour"), p)
		b.ok(err)
		if len(cases) != 0 {
			t.Error("the neighbours see the case")
		}
		// What the project's journal tells names neither the case nor who brought it.
		for _, e := range b.journal(p) {
			if e.Kind == casework.EventProjectCaseLinked && len(e.Facts) > 0 {
				t.Errorf("%v", e.Facts)
			}
		}
		b.sound()
	})
}

func (b *building) journal(p *ent.Project) []*ent.CaseEvent {
	b.t.Helper()
	events, err := b.Desk.Store.Read().CaseEvent.Query().Where(caseevent.RecordID(p.ID)).All(b.As("clerk-c"))
	b.ok(err)
	return events
}

// A picture is shown to the office, and to everybody once it and its project are published; removed, to nobody (P3).
func TestP3_PicturesAreShownWherePublished(t *testing.T) {
	withBuilding(t, func(b *building) {
		var err error
		b.Desk.Files, err = files.Open("file://" + t.TempDir())
		b.ok(err)
		p := b.project("grid", true)
		add := func(who string, published bool) (*ent.Picture, error) {
			return b.Desk.AddPicture(b.As(who), service.AddPictureInput{
				ProjectID: p.ID, Kind: cobuild.PictureBefore, Caption: "坑洼的路面", Published: published, ClientMutationID: b.ID(),
			}, "现场.png", bytes.NewReader(picture()))
		}
		_, err = add("administrator", true)
		b.refused(err, office.Forbidden, "P3")
		f, err := add("clerk-a", true)
		b.ok(err)
		open := func() error {
			_, _, err := b.Desk.DisclosedFile(b.Context(), b.Community, f.ID)
			return err
		}
		b.refused(open(), office.NotFound, "P3")
		_, err = b.Desk.EditProject(b.As("leader"), service.EditProjectInput{
			ProjectID: p.ID, Version: b.read(p).Version, ProjectText: service.ProjectText{
				Title: p.Title, Kind: p.Kind, Place: p.Place, LeadID: p.LeadID, PlannedFrom: b.dayOf(p.PlannedFrom), PlannedUntil: b.dayOf(p.PlannedUntil), Published: true,
			}, ClientMutationID: b.ID(),
		})
		b.ok(err)
		b.ok(open())
		if _, _, err := b.Desk.DisclosedFile(b.Context(), b.Neighbour, f.ID); err == nil {
			t.Error("shown by another community")
		}
		publish := func(yes bool) {
			_, err := b.Desk.PublishPicture(b.As("clerk-b"), service.PublishPictureInput{PictureID: f.ID, Published: yes, ClientMutationID: b.ID()})
			b.ok(err)
		}
		publish(false)
		b.refused(open(), office.NotFound, "P3")
		_, held, err := b.Desk.OpenPicture(b.As("clerk-c"), f.ID)
		b.ok(err)
		r, err := held()
		b.ok(err)
		b.ok(r.Close())
		if _, _, err := b.Desk.OpenPicture(b.As("neighbour"), f.ID); err == nil {
			t.Error("shown to the neighbours")
		}
		publish(true)
		_, err = b.Desk.RemovePicture(b.As("clerk-b"), service.RemovePictureInput{PictureID: f.ID, ClientMutationID: b.ID()})
		b.ok(err)
		b.refused(open(), office.NotFound, "P3")
		_, err = held() // found before it was removed
		b.refused(err, office.NotFound, "P3")
		if _, _, err := b.Desk.Files.Open(b.Context(), f.StoredAs); err == nil {
			t.Error("what it held is still there")
		}
		b.sound()
	})
}

// Partners come in as a table: a dry run writes nothing, every fault of every bad row is told, a mended table comes in, and what went out comes in
// again unchanged, with its phones masked (P1).
func TestP1_PartnersComeInAsATable(t *testing.T) {
	withBuilding(t, func(b *building) {
		headers := []string{"名称", "类别", "可提供", "签订日期", "到期日期", "联系人", "电话"}
		bring := func(who string, dry bool, rows ...[]string) (*service.Exchanged, error) {
			var columns []sheet.Column
			for _, h := range headers {
				columns = append(columns, sheet.Column{Key: h, Header: h})
			}
			var table bytes.Buffer
			b.ok(sheet.Write(&table, "x", columns, slices.Values(rows)))
			read, err := sheet.Read(bytes.NewReader(table.Bytes()), int64(table.Len()), sheet.Limits{})
			b.ok(err)
			return b.Desk.Import(b.As(who), service.ExchangePartners, read, dry, b.ID(), fmt.Sprint(rows))
		}
		good := []string{"九站建材有限公司", "社企共建", "设备物资、人力", "2025-03-01", "2027-02-28", "赵建材", "13904320101"}
		_, err := bring("clerk-a", true, good)
		b.refused(err, office.Forbidden, "P1")
		dry, err := bring("leader", true, good)
		b.ok(err)
		if dry.Written || dry.Created != 1 || len(dry.Problems) > 0 {
			t.Fatalf("%+v", dry)
		}
		bad, err := bring("leader", false, good, good, []string{"新星小学", "学校", "操场", "三月", "2027-02-28", "李老师", "139****0104"})
		b.ok(err)
		if bad.Written || len(bad.Problems) < 5 {
			t.Fatalf("%+v", bad)
		}
		mended, err := bring("leader", false, good, []string{"新星小学", "校社共建", "场地", "", "", "李老师", "13904320104"})
		b.ok(err)
		if !mended.Written || mended.Created != 2 {
			t.Fatalf("%+v", mended)
		}
		var out bytes.Buffer
		b.ok(b.Desk.Export(b.As("leader"), service.ExchangePartners, false, &out))
		read, err := sheet.Read(bytes.NewReader(out.Bytes()), int64(out.Len()), sheet.Limits{})
		b.ok(err)
		again, err := b.Desk.Import(b.As("leader"), service.ExchangePartners, read, false, b.ID(), "again")
		b.ok(err)
		if again.Unchanged != 2 || again.Changed+again.Created > 0 {
			t.Fatalf("%+v", again)
		}
		b.sound()
	})
}
