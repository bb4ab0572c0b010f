package demo

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strconv"
	"time"

	"xinxing/ent/casefile"
	"xinxing/internal/demo/data"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
)

// building is what co-building has come to in the story.
type building struct {
	partners, resources map[string]string
	leader              string
}

// cobuild puts the partners, what they share and the projects into the story (P1–P6). It asks the dice nothing, so that the rest goes as it went.
func (w *world) cobuild() {
	b := &building{partners: map[string]string{}, resources: map[string]string{}, leader: w.logins[w.first(data.Leader)].ID}
	w.queue.add(w.morning(240), func() error { return w.takeIn(b) })
	for _, p := range data.Projects() {
		w.project(b, p)
	}
	for n, booked := range []struct {
		resource, purpose string
		ahead, hour, long int
	}{
		{"社区多功能厅", "居民议事会", 1, 9, 3}, {"社区多功能厅", "舞蹈队排练", 1, 14, 2}, {"社区多功能厅", "反诈讲座", 3, 9, 2}, {"社区多功能厅", "义诊", -1, 9, 4},
		{"折叠桌椅", "义诊", -1, 8, 6}, {"小学操场", "社区运动会彩排", 4, 9, 4}, {"小型货车", "运送绿化苗木", 2, 13, 4}, {"义诊医生组", "上门随访", 1, 13, 3}, {"高空作业车", "更换楼道照明", 2, 8, 9},
	} {
		w.queue.add(w.before(time.Duration(20+n)*time.Hour), func() error {
			day := w.day(w.now).AddDays(booked.ahead)
			from := w.at(day, booked.hour)
			_, err := w.d.BookResource(w.as(b.leader), service.BookResourceInput{
				ResourceID: b.resources[booked.resource], From: from, Until: from.Add(time.Duration(booked.long) * time.Hour), Purpose: booked.purpose, ClientMutationID: w.key(),
			})
			return tolerate(err)
		})
	}
}

// morning is nine o'clock so many days before the end of the story.
func (w *world) morning(days int) time.Time { return w.at(w.day(w.now).AddDays(-days), 9) }

func (w *world) day(at time.Time) workday.Date {
	return workday.DateOf(at, w.office.Calendar.Location())
}

func (w *world) at(d workday.Date, hour int) time.Time {
	return time.Date(d.Year, d.Month, d.Day, hour, 0, 0, 0, w.office.Calendar.Location())
}

// takeIn writes the partners and what they share down.
func (w *world) takeIn(b *building) error {
	leader := w.as(b.leader)
	for _, p := range data.Partners() {
		on, err := workday.ParseDate(p.On)
		if err != nil {
			return err
		}
		until, err := workday.ParseDate(p.Until)
		if err != nil {
			return err
		}
		offers := make([]cobuild.ResourceKind, len(p.Offers))
		for i, o := range p.Offers {
			offers[i] = cobuild.ResourceKind(o)
		}
		made, err := w.d.SavePartner(leader, service.SavePartnerInput{
			Name: p.Name, Kind: cobuild.PartnerKind(p.Kind), Address: p.Address, About: p.About, Offers: offers, AgreementNo: p.AgreementNo,
			AgreedOn: &on, AgreedUntil: &until, Agreement: "每季度会商一次，按项目认领。", ClientMutationID: w.key(),
		})
		if err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
		b.partners[p.Name] = made.Partner.ID
		if _, err := w.d.AddPartnerContact(leader, service.AddPartnerContactInput{
			PartnerID: made.Partner.ID, Name: p.Contact, Title: p.Title, Phone: p.Phone, ClientMutationID: w.key(),
		}); err != nil {
			return fmt.Errorf("%s: %w", p.Contact, err)
		}
	}
	for _, r := range data.Resources() {
		in := service.SaveResourceInput{Kind: cobuild.ResourceKind(r.Kind), Name: r.Name, Place: r.Place, Quantity: r.Quantity, Unit: r.Unit, ClientMutationID: w.key()}
		if id, ok := b.partners[r.Owner]; ok {
			in.PartnerID = &id
		}
		made, err := w.d.SaveResource(leader, in)
		if err != nil {
			return fmt.Errorf("%s: %w", r.Name, err)
		}
		b.resources[r.Name] = made.Resource.ID
	}
	return nil
}

// helper is somebody who is on duty now and no leader of projects.
func (w *world) helper(b *building) string {
	office, err := w.d.Office(w.ctx, w.community)
	if err != nil {
		return b.leader
	}
	for _, s := range data.AllStaff() {
		if s.Role != data.Clerk && s.Role != data.GridWorker {
			continue
		}
		if id := w.logins[s.Login].ID; office.Roster.OnDuty(duty.StaffID(id)) {
			return id
		}
	}
	return b.leader
}

// project tells one project from its proposal to where it stands now.
func (w *world) project(b *building, p data.Project) {
	id := ""
	when := func(days int, hour int, what func() error) {
		at := w.at(w.day(w.now).AddDays(-p.Proposed+days), hour)
		w.queue.add(at, func() error {
			if err := what(); err != nil {
				return tolerate(fmt.Errorf("%s: %w", p.Title, err))
			}
			return nil
		})
	}
	move := func(to cobuild.Stage, reason, outcome string) error {
		now, err := w.d.Store.Read().Project.Get(w.ctx, id)
		if err != nil {
			return err
		}
		_, err = w.d.MoveProject(w.as(b.leader), service.MoveProjectInput{
			ProjectID: id, Version: now.Version, To: to, Reason: reason, Outcome: outcome, ClientMutationID: w.key(),
		})
		return err
	}
	when(0, 10, func() error {
		today := w.day(w.clock.at)
		made, err := w.d.ProposeProject(w.as(b.leader), service.ProposeProjectInput{
			ProjectText: service.ProjectText{
				Title: p.Title, Kind: cobuild.ProjectKind(p.Kind), About: p.About, Place: p.Place, LeadID: b.leader, PlannedFrom: today.AddDays(p.From),
				PlannedUntil: today.AddDays(p.Until), Budget: strconv.Itoa(p.Budget), OpenToJoin: p.Open, Published: p.Published,
			},
			Origin: cobuild.Origin(p.Origin), ClientMutationID: w.key(),
		})
		if err != nil {
			return err
		}
		id = made.Project.ID
		return nil
	})
	pledges := map[int]string{}
	for i, g := range p.Pledges {
		when(2+i, 11, func() error {
			worth := ""
			if g.Worth > 0 {
				worth = strconv.Itoa(g.Worth)
			}
			made, err := w.d.Pledge(w.as(w.helper(b)), service.PledgeInput{
				ProjectID: id, PartnerID: b.partners[g.Partner], Kind: cobuild.ResourceKind(g.Kind), What: g.What, Quantity: g.Quantity, Unit: g.Unit, Worth: worth, ClientMutationID: w.key(),
			})
			if err == nil {
				pledges[i] = made.Pledge.ID
			}
			return err
		})
	}
	if p.Stage == "DROPPED" {
		when(20, 15, func() error { return move(cobuild.Dropped, "楼顶承重检测不通过", "") })
		return
	}
	if p.Stage == "PROPOSED" {
		return
	}
	when(8, 15, func() error { return move(cobuild.Agreed, "", "") })
	for n, title := range p.Tasks {
		when(9, 9, func() error {
			_, err := w.d.SaveProjectTask(w.as(b.leader), service.SaveProjectTaskInput{
				ProjectID: id, Title: title, OwnerID: &b.leader, DueOn: w.day(w.now).AddDays(-p.Proposed + p.From + (n+1)*(p.Until-p.From)/(len(p.Tasks)+1)), ClientMutationID: w.key(),
			})
			return err
		})
	}
	if p.Cases > 0 {
		when(10, 10, func() error { return w.answerCases(id, p.Cases) })
	}
	if p.Stage == "AGREED" {
		w.picture(when, &id, b, 3, cobuild.PictureBefore, p.Title+"：实施前", 0)
		return
	}
	w.picture(when, &id, b, 3, cobuild.PictureBefore, p.Title+"：实施前", 0)
	when(p.From, 9, func() error { return move(cobuild.UnderWay, "", "") })
	w.picture(when, &id, b, p.From+6, cobuild.PictureDuring, p.Title+"：实施中", 1)
	for i, g := range p.Pledges {
		if g.Comes == 0 {
			continue
		}
		when(p.From+5+i, 10, func() error {
			worth := ""
			if g.Kind != "MONEY" {
				worth = strconv.Itoa(g.Worth * g.Comes / g.Quantity)
			}
			made, err := w.d.ReportDelivery(w.as(w.helper(b)), service.ReportDeliveryInput{
				PledgeID: pledges[i], Quantity: g.Comes, Worth: worth, DeliveredOn: w.day(w.clock.at), Proof: "签收单和现场照片", ClientMutationID: w.key(),
			})
			if err != nil {
				return err
			}
			_, err = w.d.DecideDelivery(w.as(b.leader), service.DecideDeliveryInput{DeliveryID: made.Delivery.ID, Confirmed: true, ClientMutationID: w.key()})
			return err
		})
	}
	for i, residents := range p.Residents {
		when(p.From+7+i*12, 16, func() error {
			_, err := w.d.RecordParticipation(w.as(w.helper(b)), service.RecordParticipationInput{
				ProjectID: id, Date: w.day(w.clock.at), Residents: residents, Minutes: residents * 90, Note: "义务劳动", ClientMutationID: w.key(),
			})
			return err
		})
	}
	done := len(p.Tasks)
	if p.Stage == "UNDER_WAY" {
		done = 2
	}
	when(p.Until-2, 14, func() error { return w.finish(id, b, done) })
	if p.Stage == "UNDER_WAY" {
		when(p.From+20, 14, func() error { return w.finish(id, b, done) })
		return
	}
	w.picture(when, &id, b, p.Until-1, cobuild.PictureAfter, p.Title+"：实施后", 2)
	when(p.Until, 15, func() error {
		now, err := w.d.Store.Read().Project.Get(w.ctx, id)
		if err != nil {
			return err
		}
		from, err := workday.ParseDate(now.PlannedFrom)
		if err != nil {
			return err
		}
		until, err := workday.ParseDate(now.PlannedUntil)
		if err != nil {
			return err
		}
		_, err = w.d.EditProject(w.as(b.leader), service.EditProjectInput{
			ProjectText: service.ProjectText{
				Title: p.Title, Kind: now.Kind, About: p.About, Place: p.Place, LeadID: b.leader, PlannedFrom: from, PlannedUntil: until,
				Budget: strconv.Itoa(p.Budget), OpenToJoin: false, Published: p.Published,
			},
			ProjectID: id, Version: now.Version, Cost: strconv.Itoa(p.Cost), ClientMutationID: w.key(),
		})
		return err
	})
	when(p.Until, 16, func() error { return move(cobuild.Accepted, "", "") })
	if p.Stage == "CLOSED" {
		when(p.Until+12, 10, func() error { return move(cobuild.Closed, "", p.Outcome) })
	}
}

// finish says that the first tasks of a project are done.
func (w *world) finish(id string, b *building, n int) error {
	p, err := w.d.Store.Read().Project.Get(w.ctx, id)
	if err != nil {
		return err
	}
	tasks, err := w.d.TasksOf(w.ctx, p)
	if err != nil {
		return err
	}
	for _, t := range tasks[:min(n, len(tasks))] {
		if t.DoneAt != nil {
			continue
		}
		if _, err := w.d.FinishProjectTask(w.as(b.leader), service.FinishProjectTaskInput{TaskID: t.ID, ClientMutationID: w.key()}); err != nil {
			return err
		}
	}
	return nil
}

// answerCases answers the latest open appeals by a project (P4).
func (w *world) answerCases(id string, n int) error {
	open, err := w.d.Store.Read().CaseFile.Query().Where(casefile.CommunityID(w.community), casefile.StatusEQ(casework.Promised)).
		Order(casefile.ByContactAt(), casefile.ByID()).Limit(n).All(w.ctx)
	if err != nil {
		return err
	}
	for _, c := range slices.Backward(open) {
		_, ref, err := w.read(c.ID)
		if err != nil {
			return err
		}
		if _, err := w.d.LinkProject(w.as(c.ResponsibleID), service.LinkProjectInput{CaseRef: ref, ProjectID: id}); tolerate(err) != nil {
			return err
		}
	}
	return nil
}

// picture takes a drawn picture in; nobody was photographed.
func (w *world) picture(when func(days, hour int, what func() error), id *string, b *building, days int, kind cobuild.PictureKind, caption string, stage int) {
	if w.d.Files == nil {
		return
	}
	when(days, 13, func() error {
		return w.draws(w.as(w.helper(b)), service.AddPictureInput{ProjectID: *id, Kind: kind, Caption: caption}, street(stage))
	})
}

// draws has somebody take a drawn picture in, and publish it.
func (w *world) draws(who context.Context, in service.AddPictureInput, what image.Image) error {
	var drawn bytes.Buffer
	if err := png.Encode(&drawn, what); err != nil {
		return err
	}
	in.Published, in.ClientMutationID = true, w.key()
	_, err := w.d.AddPicture(who, in, "现场.png", &drawn)
	return err
}

// street draws a street: bare and full of holes, half mended, mended and green.
func street(stage int) image.Image {
	const wide, high = 960, 600
	m := image.NewRGBA(image.Rect(0, 0, wide, high))
	ground := []color.RGBA{{150, 135, 115, 255}, {140, 140, 140, 255}, {120, 165, 105, 255}}[stage]
	for y := range high {
		for x := range wide {
			c := color.RGBA{190, 215, 235, 255}
			switch {
			case y > 200 && y < 330 && x%240 > 30 && x%240 < 210:
				c = color.RGBA{205, 190, 170, 255}
				if x%60 > 18 && x%60 < 42 && y%60 > 15 && y%60 < 42 {
					c = color.RGBA{110, 130, 150, 255}
				}
			case y >= 330 && y < 420:
				c = ground
			case y >= 420:
				c = color.RGBA{95, 95, 100, 255}
				mended := stage == 2 || stage == 1 && x > wide/2
				if hole := (x%150-75)*(x%150-75) + 4*(y%110-55)*(y%110-55); !mended && hole < 1800 {
					c = color.RGBA{70, 60, 52, 255}
				}
				if mended && y > 500 && y < 512 && x%120 < 70 {
					c = color.RGBA{235, 235, 225, 255}
				}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}
