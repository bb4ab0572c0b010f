package service

import (
	"context"
	"maps"
	"slices"
	"strings"

	"xinxing/ent"
	"xinxing/ent/actrecord"
	"xinxing/ent/breach"
	"xinxing/ent/casefile"
	"xinxing/ent/rating"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/store"
)

// matter is a supervision matter as it is opened: what it is about, and whom.
type matter struct {
	kind    casework.Matter
	topic   *casework.ComplaintTopic
	about   *string
	caseOf  *ent.CaseFile // nil where it is about none
	demand  string
	reached string // a way to reach the complainant, "" for none
}

// overseer is who works on a matter: the superior of whom it is about, on duty, who may be the subdistrict's supervisor;
// where it is about nobody, the director.
func overseer(o *Office, about *string) (*ent.Staff, error) {
	if about != nil {
		who := duty.StaffID(*about)
		for _, s := range []duty.StaffID{o.Roster.Superior(who), o.Roster.Above(who)} {
			if p := o.Staff[string(s)]; p != nil && string(s) != *about {
				return p, nil
			}
		}
	}
	for _, role := range []duty.Role{duty.Director, duty.Leader, duty.Supervisor} {
		for _, id := range slices.Sorted(maps.Keys(o.Roster)) {
			m := o.Roster[id]
			if m.Roles.Has(role) && m.State == duty.OnDuty && (about == nil || string(id) != *about) {
				return o.Staff[string(id)], nil
			}
		}
	}
	return nil, office.Refuse(office.NoSuperior, "Q6", "")
}

// aboveAll begins the subdistrict's own numbers of a day: its supervisor finds matters and the communities' cases by
// their numbers side by side.
const aboveAll = "90001"

// openMatter opens a supervision matter for its overseer, with its clock (Q6). The act runs in the overseer's community.
func (a *act) openMatter(m matter, to *ent.Staff) (*ent.CaseFile, error) {
	no, err := a.receipt()
	if err != nil {
		return nil, err
	}
	if day, n, _ := strings.Cut(no, "-"); duty.Roles(to.Roles).Has(duty.Supervisor) && n < aboveAll {
		no = day + "-" + aboveAll
	}
	c := &ent.CaseFile{
		ID: key.Maker(key.Case)(), CommunityID: a.office.Community.ID, ReceiptNo: no, Status: casework.ToCheck, Open: true,
		Channel: casework.ChannelWeb, ContactAt: a.now, OpenedAt: a.now, FirstResponderID: to.ID, Anonymous: true,
		Demand: m.demand, MissingMaterials: []string{}, Matter: m.kind, Topic: m.topic, AboutID: m.about, Version: 1,
	}
	if m.caseOf != nil {
		c.AboutCaseID = &m.caseOf.ID
		c.Situation = m.caseOf.ReceiptNo
		if m.kind == casework.MatterBadRating && m.caseOf.CommunityID == c.CommunityID && m.caseOf.ResidentID != nil {
			c.ResidentID, c.Anonymous = m.caseOf.ResidentID, false
		}
	}
	if err := a.give(c, duty.StaffID(to.ID), duty.AsSuperior); err != nil {
		return nil, err
	}
	clock, err := casework.StartDays(a.office.Calendar, casework.ClockReview, a.now, a.office.Limits.ReviewDays)
	if err != nil {
		return nil, err
	}
	plan, err := casework.Alarms(a.office.Calendar, a.office.Limits, clock)
	if err != nil {
		return nil, err
	}
	c.Clock, c.ClockFrom, c.DueAt, c.Provisional = clock.Kind, store.Instant(clock.From), store.Instant(clock.Due), clock.Provisional
	c.SoonAt = store.Instant(casework.SoonAt(plan, clock))
	if err := a.note(c, casework.EventCaseOpened, "", map[string]any{"matter": m.kind, "channel": c.Channel}, duty.StaffID(c.ResponsibleID)); err != nil {
		return nil, err
	}
	create := a.tx.CaseFile.Create().SetID(c.ID).SetCommunityID(c.CommunityID).SetReceiptNo(no).SetStatus(c.Status).SetChannel(c.Channel).
		SetContactAt(c.ContactAt).SetOpenedAt(c.OpenedAt).SetFirstResponderID(c.FirstResponderID).SetHolderID(c.HolderID).
		SetHolderRole(c.HolderRole).SetResponsibleID(c.ResponsibleID).SetResponsibleRole(c.ResponsibleRole).SetAnonymous(c.Anonymous).
		SetNillableResidentID(c.ResidentID).SetSituation(c.Situation).SetDemand(c.Demand).SetClock(c.Clock).SetClockFrom(c.ClockFrom).
		SetDueAt(c.DueAt).SetQueueAt(a.office.queueAt(c)).SetSoonAt(c.SoonAt).SetProvisional(c.Provisional).SetMatter(c.Matter).SetNillableTopic(c.Topic).
		SetNillableAboutID(c.AboutID).SetNillableAboutCaseID(c.AboutCaseID).SetTally(c.Tally).SetEvents(c.Events).SetHead(c.Head)
	if m.reached != "" {
		sealed, err := a.desk.Box.Seal(m.reached, c.ID+".contact_way")
		if err != nil {
			return nil, err
		}
		create.SetContactWaySealed(sealed).SetContactWayMask(maskWay(m.reached))
	}
	if err := create.Exec(a); err != nil {
		return nil, err
	}
	return c, a.arm(c, c.ID+":review", plan, clock.Due)
}

// Rate is Q6: a resident rates a closed case once, by its link. A bad rating opens a matter for the superior of whom it
// is about, who learns nothing of who rated.
func (d *Desk) Rate(ctx context.Context, in RateInput) (*FollowedCase, error) {
	ctx = store.With(ctx, store.System())
	c, err := d.linked(ctx, in.ReceiptNo, in.Token)
	if err != nil {
		return nil, err
	}
	o, err := d.officeOf(ctx, d.Store.Read(), c.CommunityID)
	if err != nil {
		return nil, err
	}
	var t texts
	comment := t.may("comment", in.Comment, 500)
	tags := []casework.RatingTag{}
	for _, tag := range in.Tags {
		var known casework.RatingTag
		if known.UnmarshalGQL(string(tag)) != nil {
			return nil, office.Refuse(office.BadInput, "Q6", "tags")
		}
		if !slices.Contains(tags, known) {
			tags = append(tags, known)
		}
	}
	var level casework.RatingLevel
	switch {
	case t.err != nil:
		return nil, t.err
	case level.UnmarshalGQL(string(in.Level)) != nil:
		return nil, office.Refuse(office.BadInput, "Q6", "level")
	case !mayRate(c):
		return nil, office.Refuse(office.RefusedState, "Q6", "").With("status", c.Status)
	}
	community := c.CommunityID
	var to *ent.Staff
	if level.Bad() {
		if to, err = overseer(o, &c.ResponsibleID); err != nil {
			return nil, err
		}
		community = to.CommunityID
	}
	err = d.transact(ctx, community, func(a *act) error {
		fresh, err := a.tx.CaseFile.Get(a, c.ID)
		if err != nil {
			return err
		}
		if !mayRate(fresh) {
			return office.Refuse(office.RefusedState, "Q6", "").With("status", fresh.Status)
		}
		if rated, err := a.tx.Rating.Query().Where(rating.CaseID(c.ID)).Exist(a); err != nil || rated {
			if rated {
				err = office.Refuse(office.AlreadyDone, "Q6", "")
			}
			return err
		}
		create := a.tx.Rating.Create().SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetAboutID(fresh.ResponsibleID).SetLevel(level).
			SetTags(tags).SetComment(comment).SetRatedAt(a.now)
		if level.Bad() {
			m, err := a.openMatter(matter{
				kind: casework.MatterBadRating, about: &fresh.ResponsibleID, caseOf: fresh, demand: ratingWords(level, tags, comment),
			}, to)
			if err != nil {
				return err
			}
			create.SetMatterID(m.ID)
		}
		r, err := create.Save(a)
		if err != nil {
			return err
		}
		a.countRating(fresh, r)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return d.followed(ctx, c.ID)
}

// ratingWords writes a rating down as the matter's demand; the words are the closed lists', which pages translate.
func ratingWords(level casework.RatingLevel, tags []casework.RatingTag, comment string) string {
	words := []string{string(level)}
	for _, t := range tags {
		words = append(words, string(t))
	}
	return strings.TrimSpace(strings.Join(words, " ") + "\n" + comment)
}

// mayRate tells whether a case is one that its resident may rate.
func mayRate(c *ent.CaseFile) bool {
	return c.Matter == casework.MatterService && !c.Open && c.Status != casework.Withdrawn
}

// Complain opens a matter over the supervision channel, for the superior of whom it is about (Q5, A1, A6). Sent twice, it
// is one matter. It refuses with TOO_MANY whoever sends many.
func (d *Desk) Complain(ctx context.Context, in ComplainInput) (*Complained, error) {
	ctx = store.With(ctx, store.System())
	var t texts
	said := t.need("text", "Q5", in.Text, longText, office.NeedsReason)
	contact := t.may("contact", in.Contact, shortText)
	person := t.may("person", in.Person, 100)
	repeat := t.need("repeat", "", in.Repeat, 100, office.BadInput)
	number := t.may("about", in.About, 20)
	var topic casework.ComplaintTopic
	switch {
	case t.err != nil:
		return nil, t.err
	case topic.UnmarshalGQL(string(in.Topic)) != nil:
		return nil, office.Refuse(office.BadInput, "Q5", "topic")
	}
	o, err := d.officeOf(ctx, d.Store.Read(), in.Community)
	if err != nil {
		return nil, err
	}
	if err := d.slow(ctx, "complain", in.From, 10); err != nil {
		return nil, err
	}
	m := matter{kind: casework.MatterComplaint, topic: &topic, demand: said, reached: contact}
	if number != "" {
		// Whether the number is one of a case is told to nobody; a wrong one stays beside the text.
		found, err := d.Store.Read().CaseFile.Query().Where(casefile.CommunityID(in.Community), casefile.ReceiptNo(number),
			casefile.MatterEQ(casework.MatterService)).Only(ctx)
		switch {
		case err == nil:
			m.caseOf, m.about = found, &found.ResponsibleID
		case ent.IsNotFound(err):
			m.demand += "\n" + number
		default:
			return nil, err
		}
	}
	if person != "" {
		m.demand += "\n" + person
		// A name that several bear names nobody: the words stay for whoever works on it to find out.
		var named []string
		for id, s := range o.Staff {
			if s.Name == person {
				named = append(named, id)
			}
		}
		if len(named) == 1 {
			m.about = &named[0]
		}
	}
	to, err := overseer(o, m.about)
	if err != nil {
		return nil, err
	}
	digest, err := d.digest("COMPLAIN", in)
	if err != nil {
		return nil, err
	}
	var id string
	err = d.transact(ctx, to.CommunityID, func(a *act) error {
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
		c, err := a.openMatter(m, to)
		if err != nil {
			return err
		}
		id = c.ID
		return a.tx.ActRecord.Create().SetCommunityID(to.CommunityID).SetActorID("public").SetClientMutationID(repeat).
			SetAct("COMPLAIN").SetDigest(digest).SetResult(id).SetAt(a.now).Exec(a)
	})
	if err != nil {
		return nil, err
	}
	c, err := d.Store.Read().CaseFile.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	return &Complained{ReceiptNo: c.ReceiptNo, Link: d.Link(c)}, nil
}

// CheckMatter is 核实 (Q6): what the superior found out, and whether it is so. What is not so needs nothing put right, but
// is answered all the same. Overcharging that is so opens the breach (A6).
func (d *Desk) CheckMatter(ctx context.Context, in CheckInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActCheck, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		findings := t.need("findings", "Q6", in.Findings, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		c.Upheld = &in.Upheld
		if !in.Upheld {
			c.Status = casework.ToAnswer
		}
		if err := a.note(c, casework.EventChecked, findings, map[string]any{"upheld": in.Upheld}); err != nil {
			return err
		}
		if !in.Upheld || c.Topic == nil || *c.Topic != casework.TopicFee || c.AboutCaseID == nil {
			return nil
		}
		return a.overcharged(c, findings)
	})
}

// overcharged opens the breach on the case that the matter is about, once.
func (a *act) overcharged(m *ent.CaseFile, findings string) error {
	c, err := a.tx.CaseFile.Get(a, *m.AboutCaseID)
	if ent.IsNotFound(err) || err == nil && c.CommunityID != a.office.Community.ID {
		return nil // another community's: its director decides there
	}
	if err != nil {
		return err
	}
	once := c.ID + ":overcharge"
	if known, err := a.tx.Breach.Query().Where(breach.FoundIn(once)).Exist(a); err != nil || known {
		return err
	}
	me := string(a.actor.ID)
	if _, err := a.breach(c, found{
		kind: casework.BreachOvercharge, clause: "A6", person: c.HolderID, in: &once, by: &me,
		facts: map[string]any{"said": findings},
	}); err != nil {
		return err
	}
	return a.keep(c)
}

// PutRight is 整改 (Q6): what was done about it.
func (d *Desk) PutRight(ctx context.Context, in PutRightInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActPutRight, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		done := t.need("done", "Q6", in.Done, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		return a.note(c, casework.EventPutRight, done, nil)
	})
}

// AnswerMatter is 反馈 (Q6): what the resident was told, and how.
func (d *Desk) AnswerMatter(ctx context.Context, in AnswerInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActAnswer, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		c.Outcome = t.need("answer", "Q6", in.Answer, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		return a.note(c, casework.EventAnswered, c.Outcome, map[string]any{"toldWay": in.ToldWay})
	})
}

// CallBackMatter is 回访 (Q6): whether the resident is content; it ends the matter.
func (d *Desk) CallBackMatter(ctx context.Context, in CallBackInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActCallBack, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		note := t.need("note", "Q6", in.Note, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		if err := a.close(c); err != nil {
			return err
		}
		return a.note(c, casework.EventCalledBack, note, map[string]any{"satisfied": in.Satisfied})
	})
}
