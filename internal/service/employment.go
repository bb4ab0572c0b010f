package service

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"xinxing/ent"
	"xinxing/ent/counselling"
	"xinxing/ent/followup"
	"xinxing/ent/jobseeker"
	"xinxing/ent/referral"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// SeekerRef names a job-seeker as the actor saw them.
type SeekerRef struct {
	JobSeekerID      string
	Version          int
	ClientMutationID string
}

func (r SeekerRef) record() RecordRef { return RecordRef{r.JobSeekerID, r.Version, r.ClientMutationID} }

// WishesInput is what somebody wants of work; the schema says what each field means.
type WishesInput struct {
	Titles  []string
	Sectors []employment.Sector
	Places  []string
	Hours   []employment.Hours
	Pay     *string
}

// RegisterJobSeekerInput is the input of the act of that name; the schema says what each field means.
type RegisterJobSeekerInput struct {
	ResidentID       string
	CounsellorID     *string
	Situations       []employment.Situation
	Residence        employment.Residence
	Skills           []string
	Wishes           *WishesInput
	Obstacles        []employment.Obstacle
	Benefits         []string
	Consent          bool
	Note             string
	ClientMutationID string
}

// EditJobSeekerInput is the input of the act of that name; the schema says what each field means.
type EditJobSeekerInput struct {
	SeekerRef
	Situations []employment.Situation
	Residence  employment.Residence
	Skills     []string
	Wishes     *WishesInput
	Obstacles  []employment.Obstacle
	Benefits   []string
	Consent    bool
	Note       string
}

// SetCounsellorInput is the input of the act of that name; the schema says what each field means.
type SetCounsellorInput struct {
	SeekerRef
	CounsellorID string
}

// SetJobSeekerStateInput is the input of the act of that name; the schema says what each field means.
type SetJobSeekerStateInput struct {
	SeekerRef
	State  employment.SeekerState
	Reason string
}

// RecordTalkInput is the input of the act of that name; the schema says what each field means.
type RecordTalkInput struct {
	SeekerRef
	HeldAt   *time.Time
	Way      employment.TalkWay
	Advised  string
	NextStep string
	NextOn   *workday.Date
}

// FinishTalkInput is the input of the act of that name; the schema says what each field means.
type FinishTalkInput struct {
	SeekerRef
	TalkID string
	Result string
}

// ReferJobSeekerInput is the input of the act of that name; the schema says what each field means.
type ReferJobSeekerInput struct {
	SeekerRef
	OpeningID string
}

// StepReferralInput is the input of the act of that name; the schema says what each field means.
type StepReferralInput struct {
	SeekerRef
	ReferralID  string
	State       employment.ReferralState
	InterviewAt *time.Time
	Reason      string
	StartedOn   *workday.Date
}

// RecordFollowUpInput is the input of the act of that name; the schema says what each field means.
type RecordFollowUpInput struct {
	SeekerRef
	FollowUpID string
	Employed   bool
	Note       string
}

// JobSeekerPayload is the answer of an act on a job-seeker.
type JobSeekerPayload struct {
	JobSeeker        *ent.JobSeeker
	ClientMutationID string
}

var seekerKind = kindOf[*ent.JobSeeker]{
	field: "jobSeekerId",
	get: func(ctx context.Context, c *ent.Client, id string) (*ent.JobSeeker, error) {
		return c.JobSeeker.Get(ctx, id)
	},
	of: func(s *ent.JobSeeker) (string, int) { return s.CommunityID, s.Version },
}

// onSeeker runs an act on a job-seeker, and saves the file: whoever works on cases in the community may, on duty.
func (d *Desk) onSeeker(ctx context.Context, name string, ref SeekerRef, input any, do func(a *act, s *ent.JobSeeker) error) (*JobSeekerPayload, error) {
	s, err := onRecord(ctx, d, seekerKind, name, ref.record(), input, func(a *act, s *ent.JobSeeker) error {
		if err := a.mayServe(); err != nil {
			return err
		}
		if err := do(a, s); err != nil {
			return err
		}
		return a.saveSeeker(s)
	})
	if err != nil {
		return nil, err
	}
	return &JobSeekerPayload{s, ref.ClientMutationID}, nil
}

// saveSeeker writes a file back; another writer who was faster makes it fail with CONFLICT.
func (a *act) saveSeeker(s *ent.JobSeeker) error {
	u := a.tx.JobSeeker.Update().Where(jobseeker.ID(s.ID), jobseeker.Version(s.Version)).SetCounsellorID(s.CounsellorID).
		SetSituations(s.Situations).SetResidence(s.Residence).SetSkills(s.Skills).SetWishes(s.Wishes).SetObstacles(s.Obstacles).
		SetBenefits(s.Benefits).SetNote(s.Note).SetState(s.State).SetStateReason(s.StateReason).SetStateAt(s.StateAt).
		SetEvents(s.Events).SetHead(s.Head).SetVersion(s.Version + 1)
	if s.ConsentedAt == nil {
		u.ClearConsentedAt()
	} else {
		u.SetConsentedAt(*s.ConsentedAt)
	}
	n, err := u.Save(a)
	if err == nil && n != 1 {
		err = office.Refuse(office.Conflict, "", "version")
	}
	return err
}

func seekerRecord(s *ent.JobSeeker) record {
	return record{id: s.ID, community: s.CommunityID, events: &s.Events, head: &s.Head}
}

// noteSeeker appends to the journal of a job-seeker. It holds keys, days and counts: what was said stands on the file, which
// those who work with residents read.
func (a *act) noteSeeker(s *ent.JobSeeker, kind casework.EventKind, facts map[string]any) error {
	return a.record(seekerRecord(s), kind, "", facts, []duty.StaffID{duty.StaffID(s.CounsellorID)})
}

// mostWords bounds a list of words on a file, mostWord one of them, in characters.
const (
	mostWords = 20
	mostWord  = 40
)

// words checks a list of words: trimmed, none twice, none empty.
func (t *texts) words(field string, list []string) []string {
	out := []string{}
	for _, w := range list {
		if w = t.may(field, w, mostWord); w != "" && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	if len(out) > mostWords {
		t.refuse(office.Refuse(office.LimitExceeded, "", field).With("limit", mostWords))
	}
	return out
}

// distinct is a list with each entry once; never nil.
func distinct[T comparable](list []T) []T {
	out := []T{}
	for _, x := range list {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// wished checks what somebody wants of work.
func (t *texts) wished(w *WishesInput) employment.Wishes {
	if w == nil {
		return employment.Wishes{}
	}
	out := employment.Wishes{
		Titles: t.words("wishes.titles", w.Titles), Places: t.words("wishes.places", w.Places), Sectors: distinct(w.Sectors), Hours: distinct(w.Hours),
	}
	if w.Pay != nil {
		out.PayFen = t.pay("wishes.pay", *w.Pay)
	}
	return out
}

// pay checks an amount a month, which may be nothing.
func (t *texts) pay(field, s string) int {
	written, err := yuan(field, s)
	if err != nil || fen(written) > mostFen {
		t.refuse(office.Refuse(office.BadInput, "E3", field).With("reason", "money"))
		return 0
	}
	return fen(written)
}

// counsellor checks who may be a counsellor: somebody of the community who works on cases (E1).
func (a *act) counsellor(id string) error {
	s, ok := a.office.Staff[id]
	if !ok || s.CommunityID != a.office.Community.ID || s.LeftAt != nil || !duty.Roles(s.Roles).Works() {
		return office.Refuse(office.NotFound, "E1", "counsellorId")
	}
	return nil
}

// described checks what stands on a file, and writes it there; field by field, as a table lists it too.
func (a *act) described(s *ent.JobSeeker, t *texts, in EditJobSeekerInput) {
	s.Situations, s.Residence, s.Obstacles = distinct(in.Situations), in.Residence, distinct(in.Obstacles)
	s.Skills, s.Benefits, s.Wishes = t.words("skills", in.Skills), t.words("benefits", in.Benefits), t.wished(in.Wishes)
	s.Note = t.may("note", in.Note, longText)
	t.take(employment.CheckRegistration(s.Situations))
	switch {
	case !in.Consent:
		s.ConsentedAt = nil
	case s.ConsentedAt == nil:
		s.ConsentedAt = &a.now
	}
}

// RegisterJobSeeker opens the file of somebody who looks for work, one for each resident (E1). Where the residence is
// registered is no reason to refuse. Open cases of the resident come under the green channel (E6).
func (d *Desk) RegisterJobSeeker(ctx context.Context, in RegisterJobSeekerInput) (*JobSeekerPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "REGISTER_JOB_SEEKER", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		return a.registerSeeker(in)
	})
	if err != nil {
		return nil, err
	}
	s, err := d.Store.Read().JobSeeker.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "jobSeekerId")
	}
	return &JobSeekerPayload{s, in.ClientMutationID}, nil
}

func (a *act) registerSeeker(in RegisterJobSeekerInput) (caseKey, error) {
	none := caseKey{}
	if err := a.mayServe(); err != nil {
		return none, err
	}
	if _, err := a.tx.Resident.Get(a, in.ResidentID); err != nil {
		return none, missing(err, "residentId")
	}
	known, err := a.tx.JobSeeker.Query().Where(jobseeker.ResidentID(in.ResidentID)).Limit(1).IDs(a)
	if err != nil {
		return none, err
	}
	if len(known) > 0 {
		return none, office.Refuse(office.AlreadyDone, "E1", "residentId").With("jobSeeker", known[0])
	}
	by := string(a.actor.ID)
	if in.CounsellorID != nil {
		by = *in.CounsellorID
	}
	if err := a.counsellor(by); err != nil {
		return none, err
	}
	s := &ent.JobSeeker{
		ID: key.Maker(key.JobSeeker)(), CommunityID: a.office.Community.ID, ResidentID: in.ResidentID, CounsellorID: by,
		State: employment.SeekerSeeking, StateAt: a.now,
	}
	var t texts
	a.described(s, &t, EditJobSeekerInput{
		Situations: in.Situations, Residence: in.Residence, Skills: in.Skills, Wishes: in.Wishes, Obstacles: in.Obstacles,
		Benefits: in.Benefits, Consent: in.Consent, Note: in.Note,
	})
	if t.err != nil {
		return none, t.err
	}
	green, err := a.markGreen(s.ResidentID, true)
	if err != nil {
		return none, err
	}
	if err := a.noteSeeker(s, casework.EventJobSeekerRegistered, map[string]any{
		"situations": s.Situations, "counsellor": by, "consent": in.Consent, "green": green,
	}); err != nil {
		return none, err
	}
	return caseKey{s.ID}, a.tx.JobSeeker.Create().SetID(s.ID).SetCommunityID(s.CommunityID).SetResidentID(s.ResidentID).SetCounsellorID(by).
		SetRegisteredAt(a.now).SetRegisteredByID(string(a.actor.ID)).SetSituations(s.Situations).SetResidence(s.Residence).SetSkills(s.Skills).
		SetWishes(s.Wishes).SetObstacles(s.Obstacles).SetBenefits(s.Benefits).SetNillableConsentedAt(s.ConsentedAt).SetNote(s.Note).
		SetState(s.State).SetStateAt(s.StateAt).SetEvents(s.Events).SetHead(s.Head).Exec(a)
}

// EditJobSeeker changes what stands on a file (E1).
func (d *Desk) EditJobSeeker(ctx context.Context, in EditJobSeekerInput) (*JobSeekerPayload, error) {
	return d.onSeeker(ctx, "EDIT_JOB_SEEKER", in.SeekerRef, in, func(a *act, s *ent.JobSeeker) error {
		was := *s
		var t texts
		if a.described(s, &t, in); t.err != nil {
			return t.err
		}
		return a.noteSeeker(s, casework.EventJobSeekerEdited, map[string]any{"changed": changedOf(&was, s)})
	})
}

// changedOf names what was changed on a file.
func changedOf(was, is *ent.JobSeeker) []string {
	changed := []string{}
	say := func(name string, a, b any) {
		x, errX := json.Marshal(a)
		y, errY := json.Marshal(b)
		if errX != nil || errY != nil || string(x) != string(y) {
			changed = append(changed, name)
		}
	}
	say("situations", was.Situations, is.Situations)
	say("residence", was.Residence, is.Residence)
	say("skills", was.Skills, is.Skills)
	say("wishes", was.Wishes, is.Wishes)
	say("obstacles", was.Obstacles, is.Obstacles)
	say("benefits", was.Benefits, is.Benefits)
	say("consent", was.ConsentedAt != nil, is.ConsentedAt != nil)
	say("note", was.Note, is.Note)
	return changed
}

// SetCounsellor gives a job-seeker to another counsellor, and with the file what waits for them (E1).
func (d *Desk) SetCounsellor(ctx context.Context, in SetCounsellorInput) (*JobSeekerPayload, error) {
	return d.onSeeker(ctx, "SET_COUNSELLOR", in.SeekerRef, in, func(a *act, s *ent.JobSeeker) error {
		if err := a.counsellor(in.CounsellorID); err != nil {
			return err
		}
		if in.CounsellorID == s.CounsellorID {
			return office.Refuse(office.AlreadyDone, "E1", "counsellorId")
		}
		from := s.CounsellorID
		s.CounsellorID = in.CounsellorID
		if err := a.remindOther(s.ID, s.CounsellorID); err != nil {
			return err
		}
		return a.noteSeeker(s, casework.EventCounsellorChanged, map[string]any{"from": from, "counsellor": s.CounsellorID})
	})
}

// become changes what became of a job-seeker; their open cases follow (E6).
func (a *act) become(s *ent.JobSeeker, state employment.SeekerState, reason string) error {
	was := employment.Green(s.State)
	s.State, s.StateReason, s.StateAt = state, reason, a.now
	if green := employment.Green(state); green != was {
		if _, err := a.markGreen(s.ResidentID, green); err != nil {
			return err
		}
	}
	return a.noteSeeker(s, casework.EventJobSeekerState, map[string]any{"state": state})
}

// SetJobSeekerState says that somebody left the register, for a reason, or looks for work again (E1); who was hired is by
// the referral, or where the work was found without one.
func (d *Desk) SetJobSeekerState(ctx context.Context, in SetJobSeekerStateInput) (*JobSeekerPayload, error) {
	return d.onSeeker(ctx, "SET_JOB_SEEKER_STATE", in.SeekerRef, in, func(a *act, s *ent.JobSeeker) error {
		var t texts
		reason := t.may("reason", in.Reason, shortText)
		switch {
		case t.err != nil:
			return t.err
		case in.State == s.State:
			return office.Refuse(office.AlreadyDone, "E1", "state")
		case in.State == employment.SeekerLeft && reason == "":
			return office.Refuse(office.NeedsReason, "E1", "reason")
		}
		return a.become(s, in.State, reason)
	})
}

// RecordTalk records a talk (E2). A next step has its day, on which it comes back to the counsellor.
func (d *Desk) RecordTalk(ctx context.Context, in RecordTalkInput) (*JobSeekerPayload, error) {
	return d.onSeeker(ctx, "RECORD_TALK", in.SeekerRef, in, func(a *act, s *ent.JobSeeker) error {
		var t texts
		advised := t.need("advised", "E2", in.Advised, longText, office.NeedsExplanation)
		next := t.may("nextStep", in.NextStep, shortText)
		held := a.now
		if in.HeldAt != nil {
			held = store.Instant(*in.HeldAt)
		}
		switch {
		case t.err != nil:
			return t.err
		case held.After(a.now) || a.now.Sub(held) > earliestContact:
			return office.Refuse(office.BadInput, "E2", "heldAt")
		case (next != "") != (in.NextOn != nil):
			return office.Refuse(office.BadInput, "E2", "nextOn")
		case in.NextOn != nil && (in.NextOn.Before(a.today()) || in.NextOn.After(a.today().AddMonths(24))):
			return office.Refuse(office.BadInput, "E2", "nextOn")
		}
		id := key.Maker(key.Counselling)()
		create := a.tx.Counselling.Create().SetID(id).SetCommunityID(s.CommunityID).SetJobSeekerID(s.ID).SetTalkedByID(string(a.actor.ID)).
			SetHeldAt(held).SetWay(in.Way).SetAdvised(advised).SetNextStep(next).SetRecordedAt(a.now)
		facts := map[string]any{"talk": id, "way": in.Way, "heldAt": held}
		if in.NextOn != nil {
			create.SetNextOn(in.NextOn.String())
			facts["nextOn"] = in.NextOn.String()
			if err := a.remindOn(s.ID, id, casework.EventTalkDue, s.CounsellorID, *in.NextOn); err != nil {
				return err
			}
		}
		if err := create.Exec(a); err != nil {
			return err
		}
		return a.noteSeeker(s, casework.EventTalked, facts)
	})
}

// FinishTalk says what came of the next step of a talk (E2).
func (d *Desk) FinishTalk(ctx context.Context, in FinishTalkInput) (*JobSeekerPayload, error) {
	return d.onSeeker(ctx, "FINISH_TALK", in.SeekerRef, in, func(a *act, s *ent.JobSeeker) error {
		var t texts
		result := t.need("result", "E2", in.Result, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		talk, err := a.tx.Counselling.Query().Where(counselling.ID(in.TalkID), counselling.JobSeekerID(s.ID)).Only(a)
		if err != nil {
			return missing(err, "talkId")
		}
		if talk.NextOn == "" || talk.DoneAt != nil {
			return office.Refuse(office.AlreadyDone, "E2", "talkId")
		}
		if err := a.tx.Counselling.UpdateOneID(talk.ID).SetDoneAt(a.now).SetDoneByID(string(a.actor.ID)).SetDoneResult(result).Exec(a); err != nil {
			return err
		}
		if err := a.forget(talk.ID); err != nil {
			return err
		}
		return a.noteSeeker(s, casework.EventTalkDone, map[string]any{"talk": talk.ID, "nextOn": talk.NextOn})
	})
}

// ReferJobSeeker sends a job-seeker to an opening (E4), with what the rule says of it now. It is refused without consent, to
// an opening that is not offered any more, and where an obstacle clashes with what the work asks for.
func (d *Desk) ReferJobSeeker(ctx context.Context, in ReferJobSeekerInput) (*JobSeekerPayload, error) {
	return d.onSeeker(ctx, "REFER_JOB_SEEKER", in.SeekerRef, in, func(a *act, s *ent.JobSeeker) error {
		if err := employment.CheckRefer(s.State, s.ConsentedAt != nil); err != nil {
			return err
		}
		o, err := a.tx.Opening.Get(a, in.OpeningID)
		if err != nil {
			return missing(err, "openingId")
		}
		if !offered(o, a.today()) {
			return office.Refuse(office.TooLate, "E3", "openingId")
		}
		there, err := a.tx.Referral.Query().Where(referral.JobSeekerID(s.ID), referral.OpeningID(o.ID), runningReferral()).Limit(1).IDs(a)
		if err != nil {
			return err
		}
		if len(there) > 0 {
			return office.Refuse(office.AlreadyDone, "E4", "openingId")
		}
		m := employment.Fit(seekerOf(s, a.office.Calendar.Location()), jobOf(o))
		if m.Excluded {
			return office.Refuse(office.RefusedState, "E4", "openingId").With("reason", "obstacle")
		}
		id := key.Maker(key.Referral)()
		if err := a.tx.Referral.Create().SetID(id).SetCommunityID(s.CommunityID).SetJobSeekerID(s.ID).SetOpeningID(o.ID).
			SetState(employment.ReferralReferred).SetReferredAt(a.now).SetReferredByID(string(a.actor.ID)).SetScore(m.Score).SetReasons(m.Reasons).
			Exec(a); err != nil {
			return err
		}
		return a.noteSeeker(s, casework.EventReferred, map[string]any{"referral": id, "opening": o.ID, "score": m.Score})
	})
}

// StepReferral takes a referral a step on (E4): interview, hired, not hired or declined. Hired takes a place of the
// opening, which closes when it is full, and starts the follow-ups after 1, 3 and 6 months.
func (d *Desk) StepReferral(ctx context.Context, in StepReferralInput) (*JobSeekerPayload, error) {
	return d.onSeeker(ctx, "STEP_REFERRAL", in.SeekerRef, in, func(a *act, s *ent.JobSeeker) error {
		var t texts
		reason := t.may("reason", in.Reason, shortText)
		if t.err != nil {
			return t.err
		}
		r, err := a.tx.Referral.Query().Where(referral.ID(in.ReferralID), referral.JobSeekerID(s.ID)).Only(a)
		if err != nil {
			return missing(err, "referralId")
		}
		if err := employment.CheckStep(r.State, in.State, reason); err != nil {
			return err
		}
		u := a.tx.Referral.Update().Where(referral.ID(r.ID), referral.Version(r.Version)).SetState(in.State).SetReason(reason).SetVersion(r.Version + 1)
		facts := map[string]any{"referral": r.ID, "opening": r.OpeningID}
		kind := casework.EventNotHired
		switch in.State {
		case employment.ReferralInterview:
			if in.InterviewAt == nil || in.InterviewAt.Before(a.now.Add(-earliestContact)) || in.InterviewAt.Sub(a.now) > longestAbsence {
				return office.Refuse(office.BadInput, "E4", "interviewAt")
			}
			at := store.Instant(*in.InterviewAt)
			u.SetInterviewAt(at)
			facts["interviewAt"], kind = at, casework.EventInterviewSet
		case employment.ReferralHired:
			on := a.today()
			if in.StartedOn != nil {
				on = *in.StartedOn
			}
			if on.Before(workday.DateOf(r.ReferredAt, a.office.Calendar.Location())) || on.After(a.today().AddMonths(3)) {
				return office.Refuse(office.BadInput, "E4", "startedOn")
			}
			u.SetStartedOn(on.String()).SetDecidedAt(a.now)
			facts["startedOn"], kind = on.String(), casework.EventHired
			if err := a.hire(s, r, on); err != nil {
				return err
			}
		case employment.ReferralDeclined:
			u.SetDecidedAt(a.now)
			kind = casework.EventReferralDeclined
		default:
			u.SetDecidedAt(a.now)
		}
		n, err := u.Save(a)
		if err != nil {
			return err
		}
		if n != 1 {
			return office.Refuse(office.Conflict, "", "version")
		}
		if err := a.noteSeeker(s, kind, facts); err != nil || in.State != employment.ReferralHired || s.State == employment.SeekerEmployed {
			return err
		}
		return a.become(s, employment.SeekerEmployed, "")
	})
}

// hire takes a place of the opening, and plans the follow-ups.
func (a *act) hire(s *ent.JobSeeker, r *ent.Referral, on workday.Date) error {
	o, err := a.tx.Opening.Get(a, r.OpeningID)
	if err != nil {
		return err
	}
	if o.Hired >= o.Headcount {
		return office.Refuse(office.LimitExceeded, "E3", "state").With("limit", o.Headcount)
	}
	o.Hired++
	if err := a.noteOpening(o, casework.EventHired, map[string]any{"referral": r.ID, "hired": o.Hired, "headcount": o.Headcount}); err != nil {
		return err
	}
	if o.Hired == o.Headcount && o.ClosedAt == nil {
		o.ClosedAt = &a.now
		if err := a.noteOpening(o, casework.EventOpeningFilled, map[string]any{"headcount": o.Headcount}); err != nil {
			return err
		}
	}
	if err := a.saveOpening(o); err != nil {
		return err
	}
	for _, c := range employment.FollowUps(on) {
		id := key.Maker(key.FollowUp)()
		if err := a.tx.FollowUp.Create().SetID(id).SetCommunityID(s.CommunityID).SetReferralID(r.ID).SetJobSeekerID(s.ID).SetMonths(c.Months).
			SetDueOn(c.On.String()).Exec(a); err != nil {
			return err
		}
		if err := a.remindOn(s.ID, id, casework.EventFollowUpDue, s.CounsellorID, c.On); err != nil {
			return err
		}
	}
	return nil
}

// RecordFollowUp writes down whether the person still has the work (E4, E7). Whoever lost it looks for work again, and the
// later follow-ups of that work are answered with it.
func (d *Desk) RecordFollowUp(ctx context.Context, in RecordFollowUpInput) (*JobSeekerPayload, error) {
	return d.onSeeker(ctx, "RECORD_FOLLOW_UP", in.SeekerRef, in, func(a *act, s *ent.JobSeeker) error {
		var t texts
		note := t.may("note", in.Note, longText)
		if t.err != nil {
			return t.err
		}
		f, err := a.tx.FollowUp.Query().Where(followup.ID(in.FollowUpID), followup.JobSeekerID(s.ID)).Only(a)
		if err != nil {
			return missing(err, "followUpId")
		}
		switch {
		case f.DoneAt != nil:
			return office.Refuse(office.AlreadyDone, "E4", "followUpId")
		case in.Employed && f.DueOn > a.today().String():
			return office.Refuse(office.BadInput, "E4", "followUpId").With("dueOn", f.DueOn) // nobody knows yet
		}
		done := []*ent.FollowUp{f}
		if !in.Employed {
			later, err := a.tx.FollowUp.Query().Where(followup.ReferralID(f.ReferralID), followup.DoneAtIsNil(), followup.MonthsGT(f.Months)).
				Order(followup.ByMonths()).All(a)
			if err != nil {
				return err
			}
			done = append(done, later...)
		}
		for _, x := range done {
			if err := a.tx.FollowUp.UpdateOneID(x.ID).SetDoneAt(a.now).SetDoneByID(string(a.actor.ID)).SetEmployed(in.Employed).SetNote(note).Exec(a); err != nil {
				return err
			}
			if err := a.forget(x.ID); err != nil {
				return err
			}
		}
		if err := a.noteSeeker(s, casework.EventFollowedUp, map[string]any{"followUp": f.ID, "months": f.Months, "employed": in.Employed}); err != nil {
			return err
		}
		if in.Employed || s.State != employment.SeekerEmployed {
			return nil
		}
		return a.become(s, employment.SeekerSeeking, "")
	})
}
