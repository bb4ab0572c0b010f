package service

import (
	"context"
	"maps"
	"slices"
	"time"

	"xinxing/ent"
	"xinxing/ent/breach"
	"xinxing/ent/gift"
	"xinxing/ent/giftreturn"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/accountability"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/store"
)

// BreachPayload is the answer of an act on an entry of the register.
type BreachPayload struct {
	Breach           *ent.Breach
	ClientMutationID string
}

// BreachRef names an entry of the register as the actor saw it.
type BreachRef struct {
	BreachID         string
	Version          int
	ClientMutationID string
}

// HearBreachInput is the input of the act of that name; the schema says what each field means.
type HearBreachInput struct {
	BreachRef
	Statement string
	Waived    bool
}

// DecideBreachInput is the input of the act of that name; the schema says what each field means.
type DecideBreachInput struct {
	BreachRef
	// Measure is nil where nothing follows.
	Measure      *accountability.Measure
	Reason       string
	SuspendUntil *time.Time
}

// CarryOutBreachInput is the input of the act of that name; the schema says what each field means.
type CarryOutBreachInput struct {
	BreachRef
	Proof string
}

// CloseBreachInput is the input of the act of that name; the schema says what each field means.
type CloseBreachInput struct{ BreachRef }

// AppealBreachInput is the input of the act of that name; the schema says what each field means.
type AppealBreachInput struct {
	BreachRef
	Reason string
}

// DecideAppealInput is the input of the act of that name; the schema says what each field means.
type DecideAppealInput struct {
	BreachRef
	Outcome accountability.Outcome
	// Measure is the milder one of a decision that is changed.
	Measure *accountability.Measure
	Reason  string
}

// breachOfNone opens a breach that is about no case; its journal is its own.
func (a *act) breachOfNone(f found, parent *string) (*ent.Breach, error) {
	a = a.program() // it is found whoever set it going
	b := &ent.Breach{
		ID: key.Maker(key.Breach)(), CommunityID: a.office.Community.ID, Kind: f.kind, Clause: f.clause, PersonID: f.person, FoundAt: a.now,
	}
	kind, said := casework.EventBreachFound, ""
	if f.by != nil {
		kind = casework.EventBreachReported
		said, _ = f.facts["said"].(string)
	}
	if err := a.noteBreach(b, kind, said, map[string]any{"breach": f.kind, "person": f.person, "clause": f.clause},
		duty.StaffID(f.person), a.office.Roster.Above(duty.StaffID(f.person))); err != nil {
		return nil, err
	}
	return a.tx.Breach.Create().SetID(b.ID).SetCommunityID(b.CommunityID).SetKind(b.Kind).SetClause(b.Clause).SetPersonID(b.PersonID).
		SetFoundAt(b.FoundAt).SetNillableFoundIn(f.in).SetNillableReportedByID(f.by).SetNillableParentID(parent).SetFacts(f.facts).
		SetEvents(b.Events).SetHead(b.Head).Save(a)
}

// noteBreach appends an entry to the journal of an entry of the register; its saving follows.
func (a *act) noteBreach(b *ent.Breach, kind casework.EventKind, reason string, facts map[string]any, audience ...duty.StaffID) error {
	return a.record(record{id: b.ID, community: b.CommunityID, about: b.PersonID, events: &b.Events, head: &b.Head}, kind, reason, facts, audience)
}

// breachFacts gathers what the rules need of an entry of the register.
func breachFacts(ctx context.Context, c *ent.Client, b *ent.Breach) (accountability.Facts, error) {
	f := accountability.Facts{
		State: b.State, Kind: b.Kind, Person: duty.StaffID(b.PersonID), DecidedAs: accountability.Level(b.DecidedAs),
		Appealed: b.AppealedAt != nil, Done: b.CarriedOutAt != nil,
	}
	if b.DecidedByID != nil {
		f.Decider = duty.StaffID(*b.DecidedByID)
	}
	if b.Measure != nil {
		f.Measure = *b.Measure
	}
	if b.State != accountability.CarriedOut {
		return f, nil
	}
	if b.AbsenceID != nil {
		ab, err := c.Absence.Get(ctx, *b.AbsenceID)
		if err != nil {
			return f, err
		}
		f.Suspended = ab.State.Away()
	}
	if b.Kind == casework.BreachGift && b.FoundIn != nil {
		g, err := c.Gift.Get(ctx, *b.FoundIn)
		if err != nil {
			return f, err
		}
		f.GiftOpen = g.ClosedAt == nil
	}
	return f, nil
}

// onBreach runs an act on one entry of the register, at the version that the actor saw. What the actor may not see is not
// found; the act itself reads and writes as the program, since a person appeals to whom they do not see.
func (d *Desk) onBreach(ctx context.Context, act_ accountability.Act, name string, ref BreachRef, input any, do func(a *act, b *ent.Breach, f accountability.Facts) error) (*BreachPayload, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, err
	}
	known, err := d.Store.Read().Breach.Get(ctx, ref.BreachID)
	if err != nil {
		return nil, missing(err, "breachId")
	}
	k, err := perform(ctx, d, known.CommunityID, name, ref.ClientMutationID, input, func(asked *act) (caseKey, error) {
		a := asked.program()
		b, err := a.tx.Breach.Get(a, ref.BreachID)
		if err != nil {
			return caseKey{}, missing(err, "breachId")
		}
		f, err := breachFacts(a, a.tx.Client, b)
		if err != nil {
			return caseKey{}, err
		}
		if asked.viewer.MayFollow(b) && b.Version != ref.Version {
			return caseKey{}, office.Refuse(office.Conflict, "", "version").With("version", b.Version)
		}
		if err := accountability.Check(act_, f, a.office.Roster, a.member()); err != nil {
			return caseKey{}, err
		}
		if to := accountability.Next(act_); to != "" {
			b.State = to
		}
		if err := do(a, b, f); err != nil {
			return caseKey{}, err
		}
		return caseKey{b.ID}, a.saveBreach(b)
	})
	if err != nil {
		return nil, err
	}
	b, err := d.Store.Read().Breach.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "breachId")
	}
	return &BreachPayload{Breach: b, ClientMutationID: ref.ClientMutationID}, nil
}

// saveBreach writes an entry of the register back; another writer who was faster makes it fail with CONFLICT.
func (a *act) saveBreach(b *ent.Breach) error {
	u := a.tx.Breach.Update().Where(breach.ID(b.ID), breach.Version(b.Version)).SetState(b.State).
		SetStatement(b.Statement).SetWaived(b.Waived).SetNillableHeardAt(b.HeardAt).SetNillableHeardByID(b.HeardByID).
		SetNillableProposed(b.Proposed).SetNillableMeasure(b.Measure).SetDecisionReason(b.DecisionReason).
		SetNillableDecidedByID(b.DecidedByID).SetNillableDecidedAt(b.DecidedAt).SetDecidedAs(b.DecidedAs).SetNillableAbsenceID(b.AbsenceID).
		SetProof(b.Proof).SetNillableClosedAt(b.ClosedAt).SetNillableClosedByID(b.ClosedByID).SetAppeal(b.Appeal).
		SetNillableAppealedAt(b.AppealedAt).SetNillableAppealOutcome(b.AppealOutcome).SetAppealReason(b.AppealReason).
		SetNillableAppealByID(b.AppealByID).SetNillableAppealDecidedAt(b.AppealDecidedAt).
		SetEvents(b.Events).SetHead(b.Head).SetVersion(b.Version + 1)
	if b.CarriedOutAt == nil {
		u.ClearCarriedOutAt().ClearCarriedOutByID()
	} else {
		u.SetCarriedOutAt(*b.CarriedOutAt).SetNillableCarriedOutByID(b.CarriedOutByID)
	}
	n, err := u.Save(a)
	if err != nil {
		return err
	}
	if n != 1 {
		return office.Refuse(office.Conflict, "", "version")
	}
	b.Version++
	return nil
}

// me is the actor's key, as a column keeps it.
func (a *act) me() *string {
	id := string(a.actor.ID)
	return &id
}

// HearBreach is 陈述申辩 (A4): the person states, or somebody who decides writes down what the person says, or that the
// person says nothing.
func (d *Desk) HearBreach(ctx context.Context, in HearBreachInput) (*BreachPayload, error) {
	return d.onBreach(ctx, accountability.Hear, "HEAR_BREACH", in.BreachRef, in, func(a *act, b *ent.Breach, _ accountability.Facts) error {
		var t texts
		if in.Waived {
			b.Statement = t.may("statement", in.Statement, longText)
		} else {
			b.Statement = t.need("statement", "A4", in.Statement, longText, office.NeedsReason)
		}
		if t.err != nil {
			return t.err
		}
		b.Waived, b.HeardAt, b.HeardByID = in.Waived, &a.now, a.me()
		return a.noteBreach(b, casework.EventBreachHeard, b.Statement, map[string]any{"waived": in.Waived, "own": b.PersonID == *b.HeardByID},
			duty.StaffID(b.PersonID), a.office.Roster.Above(duty.StaffID(b.PersonID)))
	})
}

// countedBefore counts the person's other breaches of the kind that were decided and not dismissed.
func countedBefore(ctx context.Context, c *ent.Client, b *ent.Breach) (int, error) {
	return c.Breach.Query().Where(breach.CommunityID(b.CommunityID), breach.PersonID(b.PersonID), breach.KindEQ(b.Kind),
		breach.StateIn(accountability.Counts()...), breach.IDNEQ(b.ID)).Count(store.With(ctx, store.System()))
}

// DecideBreach decides what follows, with a reason (A3, A4): a measure, or nothing. A suspension begins at once and ends
// when it is said to end; it makes a record of the director's leadership.
func (d *Desk) DecideBreach(ctx context.Context, in DecideBreachInput) (*BreachPayload, error) {
	act_ := accountability.Decide
	if in.Measure == nil {
		act_ = accountability.Dismiss
	}
	return d.onBreach(ctx, act_, "DECIDE_BREACH", in.BreachRef, in, func(a *act, b *ent.Breach, _ accountability.Facts) error {
		var t texts
		reason := t.need("reason", "A4", in.Reason, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		n, err := countedBefore(a, a.tx.Client, b)
		if err != nil {
			return err
		}
		proposed := accountability.Propose(b.Kind, n)
		b.Proposed, b.Measure, b.DecisionReason = &proposed, in.Measure, reason
		b.DecidedByID, b.DecidedAt, b.DecidedAs = a.me(), &a.now, int(accountability.LevelOf(a.actor.Roles))
		if in.Measure == nil {
			return a.noteBreach(b, casework.EventBreachDismissed, reason, map[string]any{"proposed": proposed}, duty.StaffID(b.PersonID))
		}
		facts := map[string]any{"proposed": proposed, "measure": *in.Measure, "before": n}
		if *in.Measure == accountability.Suspension {
			until, err := a.suspendUntil(in.SuspendUntil)
			if err != nil {
				return err
			}
			facts["until"] = until
			if err := a.suspend(b, until, reason); err != nil {
				return err
			}
		} else if in.SuspendUntil != nil {
			return office.Refuse(office.BadInput, "A7", "suspendUntil")
		}
		return a.noteBreach(b, casework.EventBreachDecided, reason, facts, duty.StaffID(b.PersonID))
	})
}

// suspendUntil checks the end of a suspension: it has one, and it is to come (A7).
func (a *act) suspendUntil(at *time.Time) (time.Time, error) {
	if at == nil {
		return time.Time{}, office.Refuse(office.BadInput, "A7", "suspendUntil")
	}
	until := store.Instant(*at)
	if !until.After(a.now) || until.Sub(a.now) > longestAbsence {
		return until, office.Refuse(office.BadInput, "A7", "suspendUntil")
	}
	return until, nil
}

// suspend begins the suspension: custody moves now (A7), and the director's leadership becomes a record of its own (A3).
func (a *act) suspend(b *ent.Breach, until time.Time, reason string) error {
	s := a.office.Staff[b.PersonID]
	if s == nil || s.CommunityID != a.office.Community.ID || s.LeftAt != nil {
		return office.Refuse(office.NotFound, "A7", "measure")
	}
	ab, err := a.createAbsence(&ent.Absence{StaffID: b.PersonID, Kind: duty.Suspension, FromAt: a.now, UntilAt: &until, Reason: reason})
	if err != nil {
		return err
	}
	b.AbsenceID = &ab.ID
	if err := a.reload(); err != nil {
		return err
	}
	if !accountability.Leads(accountability.Suspension, s.Roles) {
		return nil
	}
	for _, id := range slices.Sorted(maps.Keys(a.office.Staff)) {
		head := a.office.Staff[id]
		if head.CommunityID != b.CommunityID || head.LeftAt != nil || !duty.Roles(head.Roles).Has(duty.Director) {
			continue
		}
		_, err := a.breachOfNone(found{
			kind: casework.BreachLeadership, clause: "A3", person: id, in: &b.ID,
			facts: map[string]any{"breach": b.Kind, "person": b.PersonID, "of": b.ID},
		}, &b.ID)
		return err
	}
	return nil
}

// CarryOutBreach says with what proof the measure was carried out (A4).
func (d *Desk) CarryOutBreach(ctx context.Context, in CarryOutBreachInput) (*BreachPayload, error) {
	return d.onBreach(ctx, accountability.CarryOut, "CARRY_OUT_BREACH", in.BreachRef, in, func(a *act, b *ent.Breach, _ accountability.Facts) error {
		var t texts
		if b.Proof = t.need("proof", "A4", in.Proof, longText, office.NeedsProof); t.err != nil {
			return t.err
		}
		b.CarriedOutAt, b.CarriedOutByID = &a.now, a.me()
		return a.noteBreach(b, casework.EventBreachCarriedOut, b.Proof, map[string]any{"measure": *b.Measure}, duty.StaffID(b.PersonID))
	})
}

// CloseBreach ends an entry of the register: a suspension is over, a gift's value has gone back.
func (d *Desk) CloseBreach(ctx context.Context, in CloseBreachInput) (*BreachPayload, error) {
	return d.onBreach(ctx, accountability.Close, "CLOSE_BREACH", in.BreachRef, in, func(a *act, b *ent.Breach, _ accountability.Facts) error {
		b.ClosedAt, b.ClosedByID = &a.now, a.me()
		return a.noteBreach(b, casework.EventBreachClosed, "", nil, duty.StaffID(b.PersonID))
	})
}

// AppealBreach is 申诉 (A4): the person appeals once, to the next level. A suspension runs on meanwhile.
func (d *Desk) AppealBreach(ctx context.Context, in AppealBreachInput) (*BreachPayload, error) {
	return d.onBreach(ctx, accountability.Appeal, "APPEAL_BREACH", in.BreachRef, in, func(a *act, b *ent.Breach, f accountability.Facts) error {
		var t texts
		if b.Appeal = t.need("reason", "A4", in.Reason, longText, office.NeedsReason); t.err != nil {
			return t.err
		}
		b.AppealedAt = &a.now
		to := []duty.StaffID{f.Decider}
		level := accountability.AppealLevel(f, a.office.Roster)
		for _, id := range slices.Sorted(maps.Keys(a.office.Roster)) {
			if m := a.office.Roster[id]; m.State != duty.Left && accountability.LevelOf(m.Roles) == level && id != f.Person {
				to = append(to, id)
			}
		}
		return a.noteBreach(b, casework.EventBreachAppealed, b.Appeal, nil, to...)
	})
}

// DecideAppeal is 复核 (A4): the next level upholds the decision, changes it to a milder one, or overturns it. A
// suspension that does not stand ends at once, and with it the record of leadership that nobody has decided, unless it is the
// reviewer's own.
func (d *Desk) DecideAppeal(ctx context.Context, in DecideAppealInput) (*BreachPayload, error) {
	return d.onBreach(ctx, accountability.DecideUp, "DECIDE_APPEAL", in.BreachRef, in, func(a *act, b *ent.Breach, f accountability.Facts) error {
		var t texts
		reason := t.need("reason", "A4", in.Reason, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		changed := in.Outcome == accountability.Changed
		if changed != (in.Measure != nil) || changed && !accountability.Milder(*in.Measure, f.Measure) {
			return office.Refuse(office.BadInput, "A4", "measure").With("measure", f.Measure)
		}
		b.State = accountability.Review(in.Outcome, f)
		b.AppealOutcome, b.AppealReason, b.AppealByID, b.AppealDecidedAt = &in.Outcome, reason, a.me(), &a.now
		facts := map[string]any{"outcome": in.Outcome, "was": f.Measure}
		if changed {
			facts["measure"] = *in.Measure
			b.Measure, b.Proof, b.CarriedOutAt, b.CarriedOutByID = in.Measure, "", nil, nil
		}
		if in.Outcome != accountability.Upheld && f.Measure == accountability.Suspension {
			if err := a.lift(b, reason); err != nil {
				return err
			}
		}
		to := []duty.StaffID{f.Person, f.Decider}
		return a.noteBreach(b, casework.EventBreachAppealDecided, reason, facts, to...)
	})
}

// lift ends a suspension that does not stand, and dismisses the record of leadership that rested on it where the actor
// decides about whom it is of.
func (a *act) lift(b *ent.Breach, reason string) error {
	if b.AbsenceID != nil {
		ab, err := a.tx.Absence.Get(a, *b.AbsenceID)
		if err != nil {
			return err
		}
		if ab.State == duty.AbsenceRunning {
			if err := a.end(ab); err != nil {
				return err
			}
			if err := a.saveAbsence(ab); err != nil {
				return err
			}
			if err := a.reload(); err != nil {
				return err
			}
		}
	}
	rest, err := a.tx.Breach.Query().Where(breach.ParentID(b.ID), breach.StateIn(accountability.Found, accountability.Heard)).All(a)
	if err != nil {
		return err
	}
	for _, of := range rest {
		f, err := breachFacts(a, a.tx.Client, of)
		if err != nil {
			return err
		}
		if accountability.Check(accountability.Dismiss, f, a.office.Roster, a.member()) != nil {
			continue // A3: the director's is the supervisor's to decide
		}
		of.State, of.DecisionReason, of.DecidedByID, of.DecidedAt = accountability.Dismissed, reason, a.me(), &a.now
		of.DecidedAs = int(accountability.LevelOf(a.actor.Roles))
		if err := a.noteBreach(of, casework.EventBreachDismissed, reason, map[string]any{"of": b.ID}, duty.StaffID(of.PersonID)); err != nil {
			return err
		}
		if err := a.saveBreach(of); err != nil {
			return err
		}
	}
	return nil
}

// BreachFilter narrows the register.
type BreachFilter struct {
	PersonID *string
	Kinds    []casework.BreachKind
	States   []accountability.State
	CaseID   *string
}

// Breaches reads a page of the register, newest first: those that concern the viewer, and who leads or supervises all.
func (d *Desk) Breaches(ctx context.Context, f BreachFilter, first int, after *Place) ([]*ent.Breach, func(context.Context) (int, error), error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, nil, err
	}
	q := func() *ent.BreachQuery {
		q := d.Store.Read().Breach.Query()
		if !v.Roles.Leads() && !v.Roles.Has(duty.Supervisor) {
			me := string(v.Staff)
			q.Where(breach.Or(breach.PersonID(me), breach.ReportedByID(me)))
			if len(f.States) > 0 {
				q.Where(breach.PersonID(me)) // what became of another's is not told by the filter either
			}
		}
		if f.PersonID != nil {
			q.Where(breach.PersonID(*f.PersonID))
		}
		if f.CaseID != nil {
			q.Where(breach.CaseID(*f.CaseID))
		}
		if len(f.Kinds) > 0 {
			q.Where(breach.KindIn(f.Kinds...))
		}
		if len(f.States) > 0 {
			q.Where(breach.StateIn(f.States...))
		}
		return q
	}
	page := q()
	if after != nil {
		page.Where(breach.Or(breach.FoundAtLT(after.At), breach.And(breach.FoundAt(after.At), breach.IDLT(after.ID))))
	}
	list, err := page.Order(ent.Desc(breach.FieldFoundAt, breach.FieldID)).Limit(first + 1).
		WithCase(func(q *ent.CaseFileQuery) { q.WithResident() }).All(ctx)
	return list, func(ctx context.Context) (int, error) { return q().Count(ctx) }, err
}

// BreachActs lists what the viewer may do on the entry now.
func (d *Desk) BreachActs(ctx context.Context, b *ent.Breach) ([]accountability.Act, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	o, err := d.Office(ctx, b.CommunityID)
	if err != nil {
		return nil, err
	}
	me, ok := o.Roster[v.Staff]
	if !ok || !v.MayFollow(b) {
		return []accountability.Act{}, nil
	}
	f, err := breachFacts(store.With(ctx, store.System()), d.Store.Read(), b)
	if err != nil {
		return nil, err
	}
	return accountability.Allowed(f, o.Roster, me), nil
}

// Proposal is what the ladder proposes for a breach, and after how many that were decided (A3); nil for who may not follow
// it, and where it was decided already.
type Proposal struct {
	Measure accountability.Measure
	Before  int
}

// ProposalFor is that proposal.
func (d *Desk) ProposalFor(ctx context.Context, b *ent.Breach) (*Proposal, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if !v.MayFollow(b) || b.State != accountability.Found && b.State != accountability.Heard {
		return nil, nil
	}
	n, err := countedBefore(ctx, d.Store.Read(), b)
	if err != nil {
		return nil, err
	}
	return &Proposal{accountability.Propose(b.Kind, n), n}, nil
}

// LeadershipOf gives the record of leadership that a breach made; nil for none that the viewer may see.
func (d *Desk) LeadershipOf(ctx context.Context, b *ent.Breach) (*ent.Breach, error) {
	if b.AbsenceID == nil {
		return nil, nil
	}
	l, err := d.Store.Read().Breach.Query().Where(breach.ParentID(b.ID)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return l, err
}

// GiftPayload is the answer of an act on a gift.
type GiftPayload struct {
	Gift             *ent.Gift
	ClientMutationID string
}

// RegisterGiftInput is the input of the act of that name; the schema says what each field means.
type RegisterGiftInput struct {
	PersonID         string
	Kind             accountability.GiftKind
	What             string
	Giver            string
	Value            string
	FoundAt          *time.Time
	ClientMutationID string
}

// ReturnGiftInput is the input of the act of that name; the schema says what each field means.
type ReturnGiftInput struct {
	GiftID           string
	Version          int
	Amount           string
	Way              accountability.ReturnWay
	Proof            string
	ReturnedAt       *time.Time
	ClientMutationID string
}

// RegisterGift writes down what was offered to somebody of the office, or taken (A1). What was taken is a breach, and stays
// open until its value went back; what was refused is closed as it is written down.
func (d *Desk) RegisterGift(ctx context.Context, in RegisterGiftInput) (*GiftPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	home, err := d.homeOf(ctx, v, in.PersonID)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, home, "REGISTER_GIFT", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		return a.program().registerGift(in)
	})
	return d.giftPayload(ctx, k, in.ClientMutationID, err)
}

func (d *Desk) giftPayload(ctx context.Context, k caseKey, id string, err error) (*GiftPayload, error) {
	if err != nil {
		return nil, err
	}
	g, err := d.Store.Read().Gift.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "giftId")
	}
	return &GiftPayload{Gift: g, ClientMutationID: id}, nil
}

func (a *act) registerGift(in RegisterGiftInput) (caseKey, error) {
	none := caseKey{}
	s := a.office.Staff[in.PersonID]
	switch {
	case !a.actor.Roles.Works() && !a.actor.Roles.Has(duty.Supervisor):
		return none, office.Refuse(office.Forbidden, "A1", "")
	case a.actor.State == duty.Left:
		return none, office.Refuse(office.NotOnDuty, "A7", "")
	case s == nil || s.CommunityID != a.office.Community.ID:
		return none, office.Refuse(office.NotFound, "A1", "personId")
	}
	var t texts
	what := t.need("what", "A1", in.What, shortText, office.BadInput)
	giver := t.need("giver", "A1", in.Giver, shortText, office.BadInput)
	if t.err != nil {
		return none, t.err
	}
	value, err := amount("value", in.Value)
	if err != nil {
		return none, err
	}
	at := a.now
	if in.FoundAt != nil {
		at = store.Instant(*in.FoundAt)
	}
	if at.After(a.now) {
		return none, office.Refuse(office.BadInput, "A1", "foundAt")
	}
	g := &ent.Gift{ID: key.Maker(key.Gift)(), CommunityID: s.CommunityID, PersonID: s.ID}
	if in.Kind == accountability.GiftOffered {
		g.ClosedAt = &a.now
	}
	if err := a.noteGift(g, casework.EventGiftRegistered, what, map[string]any{"kind": in.Kind, "value": casework.Yuan(value), "foundAt": at}); err != nil {
		return none, err
	}
	if err := a.tx.Gift.Create().SetID(g.ID).SetCommunityID(g.CommunityID).SetPersonID(g.PersonID).SetKind(in.Kind).SetWhat(what).SetGiver(giver).
		SetValueFen(value).SetFoundAt(at).SetRegisteredAt(a.now).SetRegisteredByID(*a.me()).SetNillableClosedAt(g.ClosedAt).
		SetEvents(g.Events).SetHead(g.Head).Exec(a); err != nil {
		return none, err
	}
	if in.Kind == accountability.GiftOffered {
		return caseKey{g.ID}, nil
	}
	_, err = a.breachOfNone(found{
		kind: casework.BreachGift, clause: "A1", person: g.PersonID, in: &g.ID, by: a.me(),
		facts: map[string]any{"gift": g.ID, "kind": in.Kind, "value": casework.Yuan(value), "said": what},
	}, nil)
	return caseKey{g.ID}, err
}

// mostFen bounds an amount: the database keeps it, and every sum of it, in 32 bits.
const mostFen = 100_000_000

// amount reads more than nothing, in yuan.
func amount(field, s string) (int, error) {
	written, err := yuan(field, s)
	if err != nil {
		return 0, office.Refuse(office.BadInput, "A1", field)
	}
	if n := fen(written); n > 0 && n <= mostFen {
		return n, nil
	}
	return 0, office.Refuse(office.BadInput, "A1", field)
}

func (a *act) noteGift(g *ent.Gift, kind casework.EventKind, reason string, facts map[string]any) error {
	return a.record(record{id: g.ID, community: g.CommunityID, about: g.PersonID, events: &g.Events, head: &g.Head}, kind, reason, facts,
		[]duty.StaffID{duty.StaffID(g.PersonID), a.office.Roster.Above(duty.StaffID(g.PersonID))})
}

// ReturnGift writes down that a part of the value went back, or that a bill was paid, with its proof (A1); never by the
// person. With the last part the entry is closed.
func (d *Desk) ReturnGift(ctx context.Context, in ReturnGiftInput) (*GiftPayload, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, err
	}
	known, err := d.Store.Read().Gift.Get(ctx, in.GiftID)
	if err != nil {
		return nil, missing(err, "giftId")
	}
	k, err := perform(ctx, d, known.CommunityID, "RETURN_GIFT", in.ClientMutationID, in, func(asked *act) (caseKey, error) {
		a := asked.program()
		g, err := a.tx.Gift.Get(a, in.GiftID)
		if err != nil {
			return caseKey{}, missing(err, "giftId")
		}
		if g.Version != in.Version {
			return caseKey{}, office.Refuse(office.Conflict, "", "version").With("version", g.Version)
		}
		if err := accountability.CheckReturn(duty.StaffID(g.PersonID), a.office.Roster, a.member()); err != nil {
			return caseKey{}, err
		}
		return caseKey{g.ID}, a.returnGift(g, in)
	})
	return d.giftPayload(ctx, k, in.ClientMutationID, err)
}

func (a *act) returnGift(g *ent.Gift, in ReturnGiftInput) error {
	n, err := amount("amount", in.Amount)
	if err != nil {
		return err
	}
	var t texts
	proof := t.need("proof", "A1", in.Proof, longText, office.NeedsProof)
	at := a.now
	if in.ReturnedAt != nil {
		at = store.Instant(*in.ReturnedAt)
	}
	switch left := g.ValueFen - g.ReturnedFen; {
	case t.err != nil:
		return t.err
	case g.ClosedAt != nil:
		return office.Refuse(office.AlreadyDone, "A1", "")
	case n > left:
		return office.Refuse(office.LimitExceeded, "A1", "amount").With("limit", casework.Yuan(left))
	case at.After(a.now):
		return office.Refuse(office.BadInput, "A1", "returnedAt")
	}
	if err := a.tx.GiftReturn.Create().SetCommunityID(g.CommunityID).SetGiftID(g.ID).SetPersonID(g.PersonID).SetAmountFen(n).SetWay(in.Way).
		SetProof(proof).SetReturnedAt(at).SetRecordedByID(*a.me()).Exec(a); err != nil {
		return err
	}
	g.ReturnedFen += n
	facts := map[string]any{"amount": casework.Yuan(n), "way": in.Way, "left": casework.Yuan(g.ValueFen - g.ReturnedFen)}
	if err := a.noteGift(g, casework.EventGiftReturned, proof, facts); err != nil {
		return err
	}
	if g.ReturnedFen == g.ValueFen {
		g.ClosedAt = &a.now
		if err := a.noteGift(g, casework.EventGiftClosed, "", map[string]any{"value": casework.Yuan(g.ValueFen)}); err != nil {
			return err
		}
	}
	written, err := a.tx.Gift.Update().Where(gift.ID(g.ID), gift.Version(g.Version)).SetReturnedFen(g.ReturnedFen).SetNillableClosedAt(g.ClosedAt).
		SetEvents(g.Events).SetHead(g.Head).SetVersion(g.Version + 1).Save(a)
	if err == nil && written != 1 {
		err = office.Refuse(office.Conflict, "", "version")
	}
	return err
}

// GiftFilter narrows the register of gifts.
type GiftFilter struct {
	PersonID *string
	Open     *bool
}

// Gifts reads a page of the register of gifts, the latest found first.
func (d *Desk) Gifts(ctx context.Context, f GiftFilter, first int, after *Place) ([]*ent.Gift, func(context.Context) (int, error), error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, nil, err
	}
	q := func() *ent.GiftQuery {
		q := d.Store.Read().Gift.Query()
		if f.PersonID != nil {
			q.Where(gift.PersonID(*f.PersonID))
		}
		if f.Open != nil {
			if *f.Open {
				q.Where(gift.ClosedAtIsNil())
			} else {
				q.Where(gift.ClosedAtNotNil())
			}
		}
		return q
	}
	page := q()
	if after != nil {
		page.Where(gift.Or(gift.FoundAtLT(after.At), gift.And(gift.FoundAt(after.At), gift.IDLT(after.ID))))
	}
	list, err := page.Order(ent.Desc(gift.FieldFoundAt, gift.FieldID)).Limit(first + 1).All(ctx)
	return list, func(ctx context.Context) (int, error) { return q().Count(ctx) }, err
}

// ReturnsOf gives what went back of a gift, oldest first.
func (d *Desk) ReturnsOf(ctx context.Context, g *ent.Gift) ([]*ent.GiftReturn, error) {
	return d.Store.Read().GiftReturn.Query().Where(giftreturn.GiftID(g.ID)).Order(giftreturn.ByReturnedAt(), giftreturn.ByID()).Limit(ListBound).All(ctx)
}

// MayReturnGift tells whether the viewer may write down that value went back.
func (d *Desk) MayReturnGift(ctx context.Context, g *ent.Gift) (bool, error) {
	v, err := d.Viewer(ctx)
	if err != nil || g.ClosedAt != nil {
		return false, err
	}
	o, err := d.Office(ctx, g.CommunityID)
	if err != nil {
		return false, err
	}
	me, ok := o.Roster[v.Staff]
	return ok && accountability.CheckReturn(duty.StaffID(g.PersonID), o.Roster, me) == nil, nil
}

// BreachOfGift gives the breach that a gift is; nil for what was refused.
func (d *Desk) BreachOfGift(ctx context.Context, g *ent.Gift) (*ent.Breach, error) {
	b, err := d.Store.Read().Breach.Query().Where(breach.FoundIn(g.ID)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return b, err
}
