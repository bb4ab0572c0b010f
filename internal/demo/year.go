package demo

import (
	"errors"
	"fmt"
	"time"

	"xinxing/ent"
	"xinxing/ent/casefile"
	"xinxing/internal/demo/data"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
)

// year lets n cases happen in the year before now: most of them spread over it, a good part in the last days, so
// that the desk of today has every state and deadlines close by.
func (w *world) year(n int) error {
	var err error
	if w.office, err = w.d.Office(w.ctx, w.community); err != nil {
		return err
	}
	begin := w.clock.at.AddDate(0, 0, 6)
	recent := n / 4
	for range n - recent {
		w.call(w.open(begin.Add(time.Duration(w.dice.Int64N(int64(w.now.Sub(begin)))))))
	}
	for i := range recent {
		most := 56 * time.Hour // seven working days
		if i%3 == 0 {
			most = 10 * time.Hour
		}
		w.call(w.before(w.dice.between(time.Minute, most)))
	}
	w.absences(begin)
	w.study(begin)
	w.complain(begin)
	w.account(begin)
	w.cobuild()
	w.employ(begin)
	w.culture(begin)
	w.queue.add(w.before(40*time.Minute), func() error { return tolerate(w.counter()) })
	w.queue.add(w.before(20*time.Minute), w.waiting)
	for {
		e, ok := w.queue.next()
		if !ok || e.at.After(w.now) {
			break
		}
		if err := w.until(e.at); err != nil {
			return err
		}
		if err := e.what(); err != nil {
			return err
		}
	}
	return w.until(w.now)
}

// until lets every alarm fall at its own instant up to at.
func (w *world) until(at time.Time) error {
	for {
		next, err := w.d.NextAlarm(w.ctx)
		if err != nil {
			return err
		}
		if next.IsZero() || next.After(at) {
			w.clock.at = at
			return nil
		}
		if next.After(w.clock.at) {
			w.clock.at = next
		}
		if _, err := w.d.FireDue(w.ctx); err != nil {
			return err
		}
	}
}

// open brings an instant into office hours, some minutes after it.
func (w *world) open(at time.Time) time.Time {
	d, err := w.office.Calendar.AddHours(at, w.dice.between(time.Minute, 90*time.Minute))
	if err != nil {
		return at
	}
	return d.At
}

// before is so much working time before the end of the story.
func (w *world) before(work time.Duration) time.Time {
	at, err := w.office.Calendar.SubHours(w.now, work)
	if err != nil {
		return w.now
	}
	return at
}

// later is so much working time after the story's instant.
func (w *world) later(from, to time.Duration) time.Time {
	d, err := w.office.Calendar.AddHours(w.clock.at, w.dice.between(from, to))
	if err != nil {
		return w.now.Add(time.Hour)
	}
	return d.At
}

func (w *world) key() string {
	w.acts++
	return fmt.Sprintf("demo-%06d", w.acts)
}

// tolerate lets the story go on where the office said no, as offices do.
func tolerate(err error) error {
	var r *office.Refusal
	if errors.As(err, &r) && r.Code != office.BadInput && r.Code != office.Internal {
		return nil
	}
	return err
}

// call is one contact at the instant.
func (w *world) call(at time.Time) {
	w.queue.add(at, func() error { return tolerate(w.contact()) })
}

func (w *world) contact() error {
	who := w.responder()
	items := data.Items()
	item := pick(w.dice, items)
	outside := w.dice.chance(4)
	texts := data.Demands(item.Code)
	in := service.OpenCaseInput{
		Channel:   pick(w.dice, []casework.Channel{casework.ChannelVisit, casework.ChannelVisit, casework.ChannelVisit, casework.ChannelPhone, casework.ChannelPhone, casework.ChannelWeb, casework.ChannelHotline, casework.ChannelGrid}),
		Situation: pick(w.dice, texts.Situations), Demand: pick(w.dice, texts.Demands), ClientMutationID: w.key(),
	}
	if w.dice.chance(5) {
		in.Anonymous = true
		if way := "0432-20009999"; w.dice.chance(50) {
			in.ContactWay = &way
		}
	} else {
		id := pick(w.dice, w.people)
		in.ResidentID = &id
	}
	var elsewhere data.Outside
	if outside {
		elsewhere = pick(w.dice, data.OutsideDemands())
		in.Situation, in.Demand = elsewhere.Situation, elsewhere.Demand
	} else {
		for id, i := range w.office.Items {
			if i.Code == item.Code {
				in.ItemID = &id
			}
		}
	}
	p, err := w.d.OpenCase(w.as(who), in)
	if err != nil {
		return err
	}
	id := p.Case.ID
	w.queue.add(w.later(36*time.Hour, 90*time.Hour), func() error { return tolerate(w.drive(id, item, texts)) })
	soon := w.later(2*time.Minute, 40*time.Minute)
	if w.dice.chance(3) {
		soon = w.later(8*time.Hour, 16*time.Hour) // forgotten: F8 finds it
	}
	w.queue.add(soon, func() error {
		if outside {
			return tolerate(w.guide(id, elsewhere.Department, elsewhere.Guidance))
		}
		if item.Kind == data.NotIssued {
			return tolerate(w.guide(id, item.Department, pick(w.dice, texts.Guidance)))
		}
		return tolerate(w.dispose(id, item, texts))
	})
	return nil
}

func (w *world) responder() string {
	for {
		s := pick(w.dice, data.AllStaff())
		if s.Role != data.Clerk && s.Role != data.GridWorker {
			continue
		}
		if m := w.logins[s.Login]; w.state(m.ID) == duty.OnDuty {
			return m.ID
		}
	}
}

func (w *world) state(id string) duty.State {
	o, err := w.d.Office(w.ctx, w.community)
	if err != nil {
		return duty.Away
	}
	return o.Roster[duty.StaffID(id)].State
}

func (w *world) read(id string) (*ent.CaseFile, service.CaseRef, error) {
	c, err := w.d.Store.Read().CaseFile.Get(w.ctx, id)
	if err != nil {
		return nil, service.CaseRef{}, err
	}
	return c, service.CaseRef{CaseID: id, Version: c.Version, ClientMutationID: w.key()}, nil
}

func (w *world) guide(id, department, said string) error {
	c, ref, err := w.read(id)
	if err != nil {
		return err
	}
	_, err = w.d.GuideCase(w.as(c.ResponsibleID), service.GuideCaseInput{CaseRef: ref, DepartmentID: w.departs[department], Said: said})
	if err == nil && w.dice.chance(15) {
		w.queue.add(w.later(time.Hour, 8*time.Hour), func() error { return tolerate(w.callBack(id)) })
	}
	return err
}

func (w *world) callBack(id string) error {
	c, ref, err := w.read(id)
	if err != nil {
		return err
	}
	superior := w.office.Roster.Superior(duty.StaffID(c.ResponsibleID))
	if superior == "" {
		return nil
	}
	if _, err := w.d.AskCallBack(w.as(string(superior)), service.AskCallBackInput{CaseRef: ref}); err != nil {
		return err
	}
	w.queue.add(w.later(2*time.Hour, 12*time.Hour), func() error {
		c, ref, err := w.read(id)
		if err != nil {
			return err
		}
		_, err = w.d.RecordCallBack(w.as(c.ResponsibleID), service.RecordCallBackInput{CaseRef: ref, Arrived: true, Note: "电话回访，居民已到该部门办理。"})
		return tolerate(err)
	})
	return nil
}

func (w *world) dispose(id string, item data.Item, texts data.Texts) error {
	c, ref, err := w.read(id)
	if err != nil {
		return err
	}
	me := w.as(c.ResponsibleID)
	roll := w.dice.IntN(100)
	way := pick(w.dice, []casework.TellWay{casework.TellInPerson, casework.TellByPhone, casework.TellByPhone, casework.TellByMessage})
	switch {
	case item.Kind == data.Enquiry || roll < 18:
		_, err = w.d.ResolveOnSpot(me, service.ResolveOnSpotInput{CaseRef: ref, Outcome: pick(w.dice, texts.Results)})
		if err == nil {
			w.rate(id)
		}
		return err
	case roll < 30:
		if _, err = w.d.ReportCase(me, service.ReportCaseInput{CaseRef: ref, Reason: pick(w.dice, texts.Reports)}); err != nil {
			return err
		}
		w.queue.add(w.later(30*time.Minute, 4*time.Hour), func() error { return tolerate(w.decide(id, item, texts)) })
		return nil
	case roll < 33 && len(texts.Refusals) > 0:
		_, err = w.d.RefuseCase(me, service.RefuseCaseInput{CaseRef: ref, LegalReason: pick(w.dice, texts.Refusals), ToldWay: way})
		return err
	case roll < 45 && len(item.Materials) > 1:
		var missing []string
		for _, m := range item.Materials[:1+w.dice.IntN(len(item.Materials)-1)] {
			missing = append(missing, m.Name)
		}
		why := "首次告知时未核对最新版材料清单" // counts only where the resident got a notice for the same item before
		if _, err = w.d.RequestMaterials(me, service.RequestMaterialsInput{CaseRef: ref, Missing: missing, ToldWay: way, Reason: &why}); err != nil {
			return err
		}
		w.queue.add(w.later(5*time.Hour, 40*time.Hour), func() error { return tolerate(w.materials(id, item, texts)) })
		return nil
	}
	if _, err = w.d.PromiseCase(me, service.PromiseCaseInput{CaseRef: ref, WorkingDays: w.days(item), ToldWay: way}); err != nil {
		return err
	}
	return w.promised(id, texts)
}

func (w *world) days(item data.Item) int {
	if w.dice.chance(40) && item.LimitDays > 2 {
		return item.LimitDays - 1
	}
	return item.LimitDays
}

func (w *world) materials(id string, item data.Item, texts data.Texts) error {
	c, ref, err := w.read(id)
	if err != nil {
		return err
	}
	if _, err := w.d.ReceiveMaterials(w.as(c.ResponsibleID), service.ReceiveMaterialsInput{CaseRef: ref, WorkingDays: w.days(item), ToldWay: casework.TellInPerson}); err != nil {
		return err
	}
	return w.promised(id, texts)
}

// decide is the superior's answer to a report (F6).
func (w *world) decide(id string, item data.Item, texts data.Texts) error {
	c, ref, err := w.read(id)
	if err != nil || c.ReportToID == nil {
		return err
	}
	me, words := w.as(*c.ReportToID), pick(w.dice, texts.Instructions)
	switch roll := w.dice.IntN(10); {
	case roll < 3:
		_, err = w.d.TakeOver(me, service.TakeOverInput{CaseRef: ref, Note: words})
	case roll < 7 && item.Post != "":
		if _, err = w.d.Direct(me, service.DirectInput{CaseRef: ref, PostID: w.posts[item.Post], Instructions: words}); err == nil {
			w.queue.add(w.later(20*time.Minute, 3*time.Hour), func() error { return tolerate(w.answer(id, texts)) })
		}
	default:
		_, err = w.d.SendBack(me, service.SendBackInput{CaseRef: ref, Instructions: words})
	}
	if err != nil {
		return err
	}
	w.queue.add(w.later(3*time.Hour+10*time.Minute, 5*time.Hour), func() error {
		c, ref, err := w.read(id)
		if err != nil || c.Status != casework.Received {
			return err
		}
		if _, err := w.d.PromiseCase(w.as(c.ResponsibleID), service.PromiseCaseInput{CaseRef: ref, WorkingDays: w.days(item), ToldWay: casework.TellByPhone}); err != nil {
			return tolerate(err)
		}
		return w.promised(id, texts)
	})
	return nil
}

// promised goes on with a promised case: hand-over where it is another's, then extension and completion.
func (w *world) promised(id string, texts data.Texts) error {
	c, _, err := w.read(id)
	if err != nil {
		return err
	}
	post := w.office.Post(c.PostID)
	if post != nil && !post.Has(duty.StaffID(c.HolderID)) && !w.dice.chance(4) {
		w.queue.add(w.later(5*time.Minute, 100*time.Minute), func() error { return tolerate(w.offer(id, texts)) })
	}
	if w.dice.chance(35) {
		if err := tolerate(w.keep(id)); err != nil {
			return err
		}
	}
	left := w.office.Calendar.Between(w.clock.at, c.DueAt)
	if left < 2*time.Hour {
		left = 2 * time.Hour
	}
	if w.dice.chance(24) {
		w.queue.add(w.later(left*5/10, left*8/10), func() error { return tolerate(w.extend(id, texts)) })
	}
	finish := w.later(left*4/10, left*95/100)
	if w.dice.chance(7) {
		finish = w.later(left+time.Hour, left+20*time.Hour) // late: T7 finds it
	}
	w.queue.add(finish, func() error { return tolerate(w.complete(id, texts)) })
	return nil
}

func (w *world) offer(id string, texts data.Texts) error {
	c, ref, err := w.read(id)
	if err != nil || !c.Open || c.OfferToID != nil {
		return err
	}
	o, err := w.d.Office(w.ctx, w.community)
	if err != nil {
		return err
	}
	to := o.Roster.Holder(*o.Post(c.PostID))
	if _, err := w.d.OfferHandOver(w.as(c.ResponsibleID), service.OfferHandOverInput{CaseRef: ref, ToStaffID: string(to), Explanation: pick(w.dice, texts.HandOvers)}); err != nil {
		return err
	}
	w.queue.add(w.later(10*time.Minute, 3*time.Hour), func() error { return tolerate(w.answer(id, texts)) })
	return nil
}

// answer is the receiver's answer to an offer (F10).
func (w *world) answer(id string, texts data.Texts) error {
	c, ref, err := w.read(id)
	if err != nil || c.OfferToID == nil {
		return err
	}
	me := w.as(*c.OfferToID)
	if c.Status == casework.Promised && w.dice.chance(10) {
		if _, err := w.d.ReturnHandOver(me, service.ReturnHandOverInput{CaseRef: ref, Reason: pick(w.dice, texts.Returns)}); err != nil {
			return err
		}
		w.queue.add(w.later(20*time.Minute, 2*time.Hour), func() error { return tolerate(w.offer(id, texts)) })
		return nil
	}
	_, err = w.d.AcceptHandOver(me, service.AcceptHandOverInput{CaseRef: ref})
	return err
}

func (w *world) extend(id string, texts data.Texts) error {
	c, ref, err := w.read(id)
	if err != nil || c.Status != casework.Promised || c.ItemID == nil {
		return err
	}
	most := w.office.Items[*c.ItemID].MaxExtensionDays
	if most < 1 {
		return nil
	}
	if _, err := w.d.RequestExtension(w.as(c.ResponsibleID), service.RequestExtensionInput{CaseRef: ref, WorkingDays: 1 + w.dice.IntN(most), Reason: pick(w.dice, texts.Extensions)}); err != nil {
		return err
	}
	w.queue.add(w.later(20*time.Minute, 3*time.Hour), func() error {
		c, ref, err := w.read(id)
		if err != nil || c.ExtensionState == nil {
			return err
		}
		leader := w.office.Roster.Superior(duty.StaffID(*c.ExtensionByID))
		if leader == "" {
			return nil
		}
		approve := !w.dice.chance(15)
		if _, err := w.d.DecideExtension(w.as(string(leader)), service.DecideExtensionInput{CaseRef: ref, Approve: approve, Reason: map[bool]string{true: "情况属实，同意延期，请向居民说明理由。", false: "可协调解决，不同意延期，请按期办结。"}[approve]}); err != nil {
			return tolerate(err)
		}
		if approve {
			w.queue.add(w.later(10*time.Minute, 2*time.Hour), func() error {
				c, ref, err := w.read(id)
				if err != nil {
					return err
				}
				_, err = w.d.TellExtension(w.as(c.ResponsibleID), service.TellExtensionInput{CaseRef: ref, ToldWay: casework.TellByPhone})
				return tolerate(err)
			})
		}
		return nil
	})
	return nil
}

func (w *world) complete(id string, texts data.Texts) error {
	c, _, err := w.read(id)
	if err != nil || c.Status != casework.Promised {
		return err
	}
	if c.ExtensionState != nil || c.OfferToID != nil {
		w.queue.add(w.later(2*time.Hour, 5*time.Hour), func() error { return tolerate(w.complete(id, texts)) })
		return nil
	}
	if c.PiecesHeld > 0 {
		if err := w.handBack(id); err != nil {
			return err
		}
	}
	if err := w.pay(id); err != nil {
		return err
	}
	c, ref, err := w.read(id)
	if err != nil {
		return err
	}
	in := service.CompleteCaseInput{CaseRef: ref, Outcome: pick(w.dice, texts.Results)}
	if !w.d.Now().Before(c.DueAt) {
		in.Apology = sorry()
	}
	if _, err := w.d.CompleteCase(w.as(c.ResponsibleID), in); err != nil {
		return err
	}
	w.rate(id)
	if w.dice.chance(4) {
		w.queue.add(w.later(8*time.Hour, 40*time.Hour), func() error {
			c, ref, err := w.read(id)
			if err != nil {
				return err
			}
			_, err = w.d.ReopenCase(w.as(c.ResponsibleID), service.ReopenCaseInput{CaseRef: ref, Reason: "居民反映问题未彻底解决，重新办理。", WorkingDays: 3, ToldWay: casework.TellByPhone})
			if err != nil {
				return tolerate(err)
			}
			return w.promised(id, texts)
		})
	}
	return nil
}

// waiting leaves something for everybody to answer today: reports for the leaders, extensions asked for and to be
// told, offers for the clerks.
func (w *world) waiting() error {
	items := map[string]data.Item{}
	for _, i := range data.Items() {
		items[i.Code] = i
	}
	open, err := w.d.Store.Read().CaseFile.Query().Where(casefile.Open(true), casefile.ItemIDNotNil(), casefile.OfferToIDIsNil()).
		Order(casefile.ByDueAt(), casefile.ByID()).All(w.ctx)
	if err != nil {
		return err
	}
	reports, asked, told, offers := 4, 4, 2, 5
	for _, c := range open {
		_, ref, err := w.read(c.ID)
		if err != nil {
			return err
		}
		me, texts, item := w.as(c.ResponsibleID), data.Demands(c.ItemCode), w.office.Items[*c.ItemID]
		switch {
		case c.Status == casework.Received && reports > 0 && item.Kind != casework.ItemNotIssued:
			reports--
			_, err = w.d.ReportCase(me, service.ReportCaseInput{CaseRef: ref, Reason: pick(w.dice, texts.Reports)})
		case c.Status == casework.Promised && asked+told > 0 && item.MaxExtensions > c.ExtensionsUsed && c.ExtensionState == nil:
			if _, err = w.d.RequestExtension(me, service.RequestExtensionInput{CaseRef: ref, WorkingDays: 1 + w.dice.IntN(item.MaxExtensionDays), Reason: pick(w.dice, texts.Extensions)}); err != nil {
				break
			}
			if asked--; asked >= 0 {
				break
			}
			told--
			if _, ref, err = w.read(c.ID); err != nil {
				return err
			}
			leader := w.office.Roster.Superior(duty.StaffID(c.ResponsibleID))
			_, err = w.d.DecideExtension(w.as(string(leader)), service.DecideExtensionInput{CaseRef: ref, Approve: true, Reason: "情况属实，同意延期，请向居民说明理由。"})
		case c.Status == casework.Promised && offers > 0:
			post := w.office.Post(c.PostID)
			to := post.Other(duty.StaffID(c.ResponsibleID))
			if to == "" {
				to = w.office.Roster.Holder(*post)
			}
			offers--
			_, err = w.d.OfferHandOver(me, service.OfferHandOverInput{CaseRef: ref, ToStaffID: string(to), Explanation: pick(w.dice, texts.HandOvers)})
		}
		if err := tolerate(err); err != nil {
			return err
		}
	}
	return nil
}

// drive takes care that no case is left behind for good: what the story did not bring to an end, somebody does.
func (w *world) drive(id string, item data.Item, texts data.Texts) error {
	c, ref, err := w.read(id)
	if err != nil || !c.Open {
		return err
	}
	w.queue.add(w.later(16*time.Hour, 40*time.Hour), func() error { return tolerate(w.drive(id, item, texts)) })
	switch {
	case c.OfferToID != nil:
		return w.answer(id, texts)
	case c.Status == casework.Reported:
		return w.decide(id, item, texts)
	case c.Status == casework.Received:
		_, err = w.d.ResolveOnSpot(w.as(c.ResponsibleID), service.ResolveOnSpotInput{CaseRef: ref, Outcome: "已为居民办妥，并就延误当面致歉。"})
		return err
	case c.Status == casework.AwaitingMaterials && w.dice.chance(50):
		return w.materials(id, item, texts)
	case c.Status == casework.Promised && !w.clock.at.Before(c.DueAt):
		return w.complete(id, texts)
	}
	return nil
}

// absences lets people be away for a day or two now and then, and one today.
func (w *world) absences(begin time.Time) {
	away := func(id, reason string, until *time.Time) error {
		_, err := w.d.AskAbsence(w.as(id), service.AskAbsenceInput{Kind: duty.Emergency, Until: until, Reason: reason, ClientMutationID: w.key()})
		return tolerate(err)
	}
	var clerks []string
	for _, p := range data.Posts() {
		clerks = append(clerks, w.logins[p.A].ID)
	}
	for range 10 {
		id := pick(w.dice, clerks)
		from := w.open(begin.Add(time.Duration(w.dice.Int64N(int64(w.now.Sub(begin) - 20*24*time.Hour)))))
		back, err := w.office.Calendar.AddHours(from, w.dice.between(6*time.Hour, 18*time.Hour))
		if err != nil {
			continue
		}
		w.queue.add(from, func() error { return away(id, "外出培训", &back.At) })
		w.queue.add(back.At, func() error { return w.missing(id) })
	}
	last := data.Posts()[len(data.Posts())-1]
	w.queue.add(w.before(time.Hour), func() error { return away(w.logins[last.A].ID, "请假一天", nil) })
	w.leaves()
}

// leaves are planned absences with their hand-over lists (B4): one that is over, one that runs, one approved for next
// week, and one that waits for the director's word.
func (w *world) leaves() {
	today := workday.DateOf(w.now, w.office.Calendar.Location())
	for _, l := range []struct {
		login, reason string
		from, until   int // working days from today on; until is the last day away
		decided       bool
	}{
		{"gaoyang", "参加区级党务培训", -8, -7, true},
		{"yangshufen", "年休假", 0, 2, true},
		{"zengliping", "陪护老人住院", 5, 6, true},
		{"ouyangtao", "年休假", 8, 9, false},
	} {
		from, okFrom := w.office.Calendar.OpenOf(w.workingDay(today, l.from))
		until, okUntil := w.office.Calendar.CloseOf(w.workingDay(today, l.until))
		if !okFrom || !okUntil {
			continue
		}
		asked, err := w.office.Calendar.SubHours(w.now, 12*time.Hour)
		if !from.After(w.now) || l.from == 0 {
			asked, err = w.office.Calendar.SubHours(from, 14*time.Hour)
		}
		if err != nil {
			continue
		}
		w.queue.add(asked, func() error { return tolerate(w.leave(w.logins[l.login], l.reason, from, until, l.decided)) })
	}
}

// missing writes the hand-over lists that an emergency left open, each taken over (B5).
func (w *world) missing(id string) error {
	waiting, err := w.d.AbsencesWaiting(w.as(id))
	if err != nil {
		return err
	}
	for _, ab := range waiting {
		if ab.StaffID != id || ab.State != duty.AbsenceEnded {
			continue
		}
		lists, err := w.d.ListsOf(w.ctx, ab)
		if err != nil {
			return err
		}
		if err := tolerate(w.handOver(&ab, lists, func(l *ent.PostHandOver) service.WriteHandOverListInput {
			return service.WriteHandOverListInput{ListID: l.ID, Note: "当时已电话交代，在办各件进度如清单。"}
		})); err != nil {
			return err
		}
	}
	return nil
}

// handOver writes each list of an absence and has it accepted; the absence is then as it stands.
func (w *world) handOver(of **ent.Absence, lists []*ent.PostHandOver, write func(l *ent.PostHandOver) service.WriteHandOverListInput) error {
	ref := func() service.AbsenceRef {
		return service.AbsenceRef{AbsenceID: (*of).ID, Version: (*of).Version, ClientMutationID: w.key()}
	}
	for _, l := range lists {
		in := write(l)
		in.AbsenceRef = ref()
		written, err := w.d.WriteHandOverList(w.as((*of).StaffID), in)
		if err != nil {
			return err
		}
		*of = written.Absence
		taken, err := w.d.AcceptHandOverList(w.as(l.ToID), service.AcceptHandOverListInput{AbsenceRef: ref(), ListID: l.ID})
		if err != nil {
			return err
		}
		*of = taken.Absence
	}
	return nil
}

// workingDay is the n-th working day after a day, before it where n is negative; of 0 the day itself or the next.
func (w *world) workingDay(day workday.Date, n int) workday.Date {
	step := 1
	if n < 0 {
		step = -1
	}
	for range 400 {
		if w.office.Calendar.Working(day) {
			if n == 0 {
				return day
			}
			n -= step
		}
		day = day.AddDays(step)
	}
	return day
}

// leave asks for an absence, and a quarter of an hour later each has done what is theirs: the list with its notes, its
// acceptance, the approval.
func (w *world) leave(who *ent.Staff, reason string, from, until time.Time, decided bool) error {
	asked, err := w.d.AskAbsence(w.as(who.ID), service.AskAbsenceInput{
		Kind: duty.Planned, From: &from, Until: &until, Reason: reason, ClientMutationID: w.key(),
	})
	if err != nil {
		return err
	}
	ab := asked.Absence
	w.queue.add(w.clock.at.Add(15*time.Minute), func() error {
		lists, err := w.d.ListsOf(w.ctx, ab)
		if err != nil {
			return err
		}
		notes := map[string][]service.LineNoteInput{}
		for _, l := range lists {
			lines, err := w.d.LinesNow(w.ctx, l)
			if err != nil {
				return err
			}
			for _, line := range lines {
				notes[l.ID] = append(notes[l.ID], service.LineNoteInput{CaseID: line.Case, Note: "材料已齐，按时限办结并告知本人。"})
			}
		}
		err = w.handOver(&ab, lists, func(l *ent.PostHandOver) service.WriteHandOverListInput {
			return service.WriteHandOverListInput{
				ListID: l.ID, Note: "来电来访照常登记，遇急事打我电话。", Notes: notes[l.ID],
				Things: []service.ThingInput{{Kind: duty.ThingKey, Name: "窗口柜钥匙", Note: "一把"}},
			}
		})
		if err != nil || !decided {
			return tolerate(err)
		}
		_, err = w.d.DecideAbsence(w.as(w.logins[w.first(data.Director)].ID), service.DecideAbsenceInput{
			AbsenceRef: service.AbsenceRef{AbsenceID: ab.ID, Version: ab.Version, ClientMutationID: w.key()}, Approve: true,
		})
		return tolerate(err)
	})
	return nil
}

// sorry is the office's apology for a missed promise, and what it did about it (A2).
func sorry() *service.ApologyInput {
	return &service.ApologyInput{
		Way: casework.TellByPhone, Text: "未能在承诺期限内办结，给您添了麻烦，向您诚恳道歉。", Remedy: "已安排专人加急办理，结果当日告知，免您再跑一趟。",
	}
}
