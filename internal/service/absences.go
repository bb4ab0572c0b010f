package service

import (
	"context"
	"maps"
	"slices"
	"time"

	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/absencepost"
	"xinxing/ent/apitoken"
	"xinxing/ent/caseevent"
	"xinxing/ent/casefile"
	"xinxing/ent/community"
	"xinxing/ent/posthandover"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
	"xinxing/internal/store/migrations"
)

// The bounds of an absence and of its lists.
const (
	longestAbsence = 366 * 24 * time.Hour
	mostThings     = 50
	mostLines      = 500
)

// AbsencePayload is the answer of an act on an absence.
type AbsencePayload struct {
	Absence          *ent.Absence
	ClientMutationID string
}

// AskAbsenceInput is the input of the act of that name; the schema says what each field means.
type AskAbsenceInput struct {
	StaffID          *string
	Kind             duty.AbsenceKind
	From             *time.Time
	Until            *time.Time
	Reason           string
	ClientMutationID string
}

// AbsenceRef names an absence as the actor saw it.
type AbsenceRef struct {
	AbsenceID        string
	Version          int
	ClientMutationID string
}

// DecideAbsenceInput is the input of the act of that name; the schema says what each field means.
type DecideAbsenceInput struct {
	AbsenceRef
	Approve bool
	Reason  string
}

// WithdrawAbsenceInput is the input of the act of that name; the schema says what each field means.
type WithdrawAbsenceInput struct {
	AbsenceRef
	Reason string
}

// ReturnToDutyInput is the input of the act of that name; the schema says what each field means.
type ReturnToDutyInput struct{ AbsenceRef }

// LineNoteInput is a note on one case of a hand-over list.
type LineNoteInput struct {
	CaseID string
	Note   string
}

// ThingInput is a key, seal, paper or other thing of a hand-over list.
type ThingInput struct {
	Kind duty.ThingKind
	Name string
	Note string
}

// WriteHandOverListInput is the input of the act of that name; the schema says what each field means.
type WriteHandOverListInput struct {
	AbsenceRef
	ListID string
	Note   string
	Notes  []LineNoteInput
	Things []ThingInput
}

// AcceptHandOverListInput is the input of the act of that name; the schema says what each field means.
type AcceptHandOverListInput struct {
	AbsenceRef
	ListID string
}

// absenceFacts gathers what the rules need of an absence.
func absenceFacts(o *Office, ab *ent.Absence, lists []*ent.PostHandOver) duty.AbsenceFacts {
	f := duty.AbsenceFacts{
		Kind: ab.Kind, State: ab.State, Staff: duty.StaffID(ab.StaffID), From: ab.FromAt,
		Director: o.Roster[duty.StaffID(ab.StaffID)].Roles.Has(duty.Director),
	}
	if ab.UntilAt != nil {
		f.Until = *ab.UntilAt
	}
	for _, l := range lists {
		f.Lists = append(f.Lists, duty.ListFacts{To: duty.StaffID(l.ToID), Written: l.WrittenAt != nil, Accepted: l.AcceptedAt != nil})
	}
	return f
}

func spell(ab *ent.Absence) duty.Spell {
	s := duty.Spell{Staff: duty.StaffID(ab.StaffID), State: duty.Away, From: ab.FromAt}
	if ab.Kind == duty.Suspension {
		s.State = duty.Suspended
	}
	if ab.UntilAt != nil {
		s.Until = *ab.UntilAt
	}
	return s
}

// member is the actor as the rules of absences see them.
func (a *act) member() duty.Member {
	return duty.Member{ID: a.actor.ID, State: a.actor.State, Roles: a.actor.Roles}
}

// AskAbsence asks for an absence (B4), or begins an emergency at once (B5). It refuses with BOTH_AWAY where the other
// half of a shared post is away at that time (B6), TOO_LATE where a planned absence is asked for less than a working
// day ahead (B4), ALREADY_DONE where the person is away then anyhow.
func (d *Desk) AskAbsence(ctx context.Context, in AskAbsenceInput) (*AbsencePayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	who := string(v.Staff)
	if in.StaffID != nil {
		who = *in.StaffID
	}
	home, err := d.homeOf(ctx, v, who)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, home, "ASK_ABSENCE", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		return a.askAbsence(who, in)
	})
	if err != nil {
		return nil, err
	}
	return d.absencePayload(ctx, k, in.ClientMutationID)
}

// homeOf is the community of a member of staff whom the viewer may see.
func (d *Desk) homeOf(ctx context.Context, v store.Viewer, who string) (string, error) {
	if who == string(v.Staff) || len(v.Communities) == 1 {
		return v.Community, nil
	}
	s, err := d.Store.Read().Staff.Get(ctx, who)
	if err != nil {
		return "", missing(err, "staffId")
	}
	return s.CommunityID, nil
}

func (d *Desk) absencePayload(ctx context.Context, k caseKey, id string) (*AbsencePayload, error) {
	ab, err := d.Store.Read().Absence.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "absenceId")
	}
	return &AbsencePayload{Absence: ab, ClientMutationID: id}, nil
}

func (a *act) askAbsence(who string, in AskAbsenceInput) (caseKey, error) {
	none := caseKey{}
	s, ok := a.office.Staff[who]
	if !ok || s.CommunityID != a.office.Community.ID || s.LeftAt != nil {
		return none, office.Refuse(office.NotFound, "B4", "staffId")
	}
	director := duty.Roles(s.Roles).Has(duty.Director)
	switch {
	case a.actor.State == duty.Suspended || a.actor.State == duty.Left:
		return none, office.Refuse(office.NotOnDuty, "A7", "")
	case who != string(a.actor.ID) && !a.actor.Roles.Leads() && !a.actor.Roles.Has(duty.Administrator) && !(director && a.actor.Roles.Has(duty.Supervisor)):
		return none, office.Refuse(office.Forbidden, "B4", "staffId")
	}
	var t texts
	reason := t.need("reason", "B4", in.Reason, shortText, office.NeedsReason)
	if t.err != nil {
		return none, t.err
	}
	ab := &ent.Absence{StaffID: who, Kind: in.Kind, FromAt: a.now, Reason: reason}
	if in.From != nil {
		ab.FromAt = store.Instant(*in.From)
	}
	if in.Until != nil {
		until := store.Instant(*in.Until)
		ab.UntilAt = &until
	}
	if err := a.times(ab); err != nil {
		return none, err
	}
	made, err := a.createAbsence(ab)
	if err != nil {
		return none, err
	}
	return caseKey{made.ID}, nil
}

// times refuses an absence whose times cannot be: B4 wants a planned one a working day ahead, B5 is for what could not be.
func (a *act) times(ab *ent.Absence) error {
	switch {
	case ab.FromAt.Before(a.now.Add(-time.Minute)) || ab.FromAt.Sub(a.now) > longestAbsence:
		return office.Refuse(office.BadInput, "B4", "from")
	case ab.UntilAt == nil && ab.Kind == duty.Planned:
		return office.Refuse(office.BadInput, "B4", "until")
	case ab.UntilAt != nil && (!ab.UntilAt.After(ab.FromAt) || !ab.UntilAt.After(a.now) || ab.UntilAt.Sub(ab.FromAt) > longestAbsence):
		return office.Refuse(office.BadInput, "B4", "until")
	}
	by, err := duty.AheadBy(a.office.Calendar, ab.FromAt)
	if err != nil {
		return err
	}
	switch ab.Kind {
	case duty.Planned:
		if a.now.After(by) {
			return office.Refuse(office.TooLate, "B4", "from").With("dueAt", by)
		}
	case duty.Emergency:
		if ab.FromAt.After(a.now) && !a.now.After(by) {
			// There is time to hand over: then it is handed over.
			return office.Refuse(office.BadInput, "B5", "kind").With("dueAt", by)
		}
	case duty.Suspension:
		return office.Refuse(office.Forbidden, "A4", "kind") // it follows a decided breach
	}
	if ab.FromAt.Before(a.now) {
		ab.FromAt = a.now
	}
	return nil
}

// createAbsence writes an absence with its claims and lists, and begins it where its time has come. Only its person,
// kind, times and reason are looked at.
func (a *act) createAbsence(ab *ent.Absence) (*ent.Absence, error) {
	a = a.program() // an administrator records absences too, and reads no case
	if err := a.free(ab); err != nil {
		return nil, err
	}
	who := duty.StaffID(ab.StaffID)
	state, next := duty.AbsenceAsked, &ab.FromAt
	if ab.Kind != duty.Planned {
		state = duty.AbsenceApproved
	}
	made, err := a.tx.Absence.Create().SetID(key.Maker(key.Absence)()).SetCommunityID(a.office.Community.ID).SetStaffID(ab.StaffID).SetKind(ab.Kind).
		SetFromAt(ab.FromAt).SetNillableUntilAt(ab.UntilAt).SetReason(ab.Reason).SetAskedByID(string(a.actor.ID)).SetAskedAt(a.now).
		SetState(state).SetNillableNextAt(next).Save(a)
	if err != nil {
		return nil, err
	}
	if ab.Kind != duty.Suspension {
		if err := a.claim(made); err != nil {
			return nil, err
		}
		if err := a.makeLists(made); err != nil {
			return nil, err
		}
	}
	audience := []duty.StaffID{who, a.office.Roster.Above(who)}
	facts := map[string]any{"kind": made.Kind, "from": made.FromAt, "until": made.UntilAt}
	if err := a.noteAbsence(made, casework.EventAbsenceAsked, made.Reason, facts, audience...); err != nil {
		return nil, err
	}
	if !made.FromAt.After(a.now) {
		if err := a.begin(made); err != nil {
			return nil, err
		}
	}
	return made, a.saveAbsence(made)
}

// free refuses an absence at a time when the person, or the other half of a shared post, is away (B6); a planned one
// also while the other half is suspended (B2).
func (a *act) free(ab *ent.Absence) error {
	if ab.Kind == duty.Suspension {
		return nil
	}
	who, mine := duty.StaffID(ab.StaffID), spell(ab)
	q := a.tx.Absence.Query().Where(absence.CommunityID(a.office.Community.ID),
		absence.StateIn(duty.AbsenceAsked, duty.AbsenceApproved, duty.AbsenceRunning),
		absence.Or(absence.UntilAtIsNil(), absence.UntilAtGT(ab.FromAt)))
	if ab.UntilAt != nil {
		q.Where(absence.FromAtLT(*ab.UntilAt))
	}
	others, err := q.Order(absence.ByFromAt(), absence.ByID()).All(a)
	if err != nil {
		return err
	}
	said := func(code office.Code, other *ent.Absence) *office.Refusal {
		r := office.Refuse(code, "B6", "from").With("person", a.office.Staff[other.StaffID].Name).With("from", other.FromAt)
		if other.UntilAt != nil {
			r = r.With("until", *other.UntilAt)
		}
		return r
	}
	for _, other := range others {
		if !spell(other).Overlaps(mine) {
			continue
		}
		if other.StaffID == ab.StaffID {
			return said(office.AlreadyDone, other)
		}
		if other.Kind == duty.Suspension && ab.Kind == duty.Emergency {
			continue
		}
		for _, p := range a.office.posts(func(p *ent.Post) bool { return a.office.Post(&p.ID).Other(who) == duty.StaffID(other.StaffID) }) {
			return said(office.BothAway, other).With("post", p.Name)
		}
	}
	return nil
}

// claim puts the absence on every post of the person: the database lets no two claims on a post overlap (B6).
func (a *act) claim(ab *ent.Absence) error {
	for _, p := range a.office.posts(func(p *ent.Post) bool { return a.office.Post(&p.ID).Has(duty.StaffID(ab.StaffID)) }) {
		err := a.tx.AbsencePost.Create().SetCommunityID(ab.CommunityID).SetAbsenceID(ab.ID).SetPostID(p.ID).SetStaffID(ab.StaffID).
			SetFromAt(ab.FromAt).SetNillableUntilAt(ab.UntilAt).Exec(a)
		if word, ok := migrations.Refused(err); ok && word == migrations.Apart {
			return office.Refuse(office.BothAway, "B6", "from").With("post", p.Name)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// release ends the claims: at an instant, or altogether where it never began.
func (a *act) release(ab *ent.Absence, held bool) error {
	u := a.tx.AbsencePost.Update().Where(absencepost.AbsenceID(ab.ID))
	if !held {
		return u.SetHolds(false).Exec(a)
	}
	return u.SetNillableUntilAt(ab.UntilAt).Exec(a)
}

// open cases that a person has in custody.
func (a *act) heldBy(who string) ([]*ent.CaseFile, error) {
	return a.tx.CaseFile.Query().Where(casefile.CommunityID(a.office.Community.ID), isOpen(true), casefile.HolderID(who)).
		Order(casefile.ByDueAt(), casefile.ByID()).Limit(mostLines * 4).All(a)
}

// makeLists makes the hand-over lists of an absence (B4): one to the other half of each post whose A goes, one for each
// other post of which the person has cases, and one for the cases of no post.
func (a *act) makeLists(ab *ent.Absence) error {
	who := duty.StaffID(ab.StaffID)
	cases, err := a.heldBy(ab.StaffID)
	if err != nil {
		return err
	}
	then := a.office.Roster.At(ab.FromAt, append(slices.Clone(a.office.Spells), spell(ab)))
	to, lines := map[string]duty.StaffID{}, map[string][]duty.Line{}
	for _, p := range a.office.Posts {
		if duty.StaffID(p.AID) == who {
			answering, err := then.Answers(who, duty.AsHandler, a.office.Post(&p.ID))
			if err != nil {
				return err
			}
			to[p.ID] = answering.Staff
		}
	}
	for _, c := range cases {
		answering, err := a.office.answersIn(then, c)
		if err != nil {
			return err
		}
		post := ""
		if c.PostID != nil && a.office.Post(c.PostID).Has(who) {
			post = *c.PostID
		}
		if to[post] == "" {
			to[post] = answering.Staff
		}
		lines[post] = append(lines[post], duty.Line{Case: c.ID, ReceiptNo: c.ReceiptNo, DueAt: c.DueAt})
	}
	for _, post := range slices.Sorted(maps.Keys(to)) {
		create := a.tx.PostHandOver.Create().SetCommunityID(ab.CommunityID).SetAbsenceID(ab.ID).SetFromID(ab.StaffID).SetToID(string(to[post])).
			SetLines(append([]duty.Line{}, lines[post][:min(len(lines[post]), mostLines)]...)).SetThings([]duty.Thing{})
		if post != "" {
			create.SetPostID(post)
		}
		if err := create.Exec(a); err != nil {
			return err
		}
	}
	return nil
}

// homeOfAbsence is the community of an absence that the viewer may see.
func (d *Desk) homeOfAbsence(ctx context.Context, id string) (string, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return "", err
	}
	ab, err := d.Store.Read().Absence.Get(ctx, id)
	if err != nil {
		return "", missing(err, "absenceId")
	}
	return ab.CommunityID, nil
}

// onAbsence runs an act on one absence at the version that the actor saw.
func (d *Desk) onAbsence(ctx context.Context, which func(in *ent.Absence) duty.AbsenceAct, name string, ref AbsenceRef, list string, input any, do func(a *act, ab *ent.Absence, lists []*ent.PostHandOver) error) (*AbsencePayload, error) {
	home, err := d.homeOfAbsence(ctx, ref.AbsenceID)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, home, name, ref.ClientMutationID, input, func(a *act) (caseKey, error) {
		ab, err := a.tx.Absence.Get(a, ref.AbsenceID)
		if err != nil {
			return caseKey{}, missing(err, "absenceId")
		}
		lists, err := a.tx.PostHandOver.Query().Where(posthandover.AbsenceID(ab.ID)).Order(posthandover.ByID()).All(a)
		if err != nil {
			return caseKey{}, err
		}
		if list != "" {
			lists = slices.DeleteFunc(lists, func(l *ent.PostHandOver) bool { return l.ID != list })
			if len(lists) == 0 {
				return caseKey{}, office.Refuse(office.NotFound, "B4", "listId")
			}
		}
		act_ := which(ab)
		if ab.Version != ref.Version {
			return caseKey{}, office.Refuse(office.Conflict, "", "version").With("version", ab.Version)
		}
		if err := duty.CheckAbsence(act_, absenceFacts(a.office, ab, lists), a.member()); err != nil {
			return caseKey{}, err
		}
		ab.State = duty.NextAbsence(act_, ab.State)
		if err := do(a, ab, lists); err != nil {
			return caseKey{}, err
		}
		return caseKey{ab.ID}, a.saveAbsence(ab)
	})
	if err != nil {
		return nil, err
	}
	return d.absencePayload(ctx, k, ref.ClientMutationID)
}

func always(act duty.AbsenceAct) func(*ent.Absence) duty.AbsenceAct {
	return func(*ent.Absence) duty.AbsenceAct { return act }
}

// WriteHandOverList writes a hand-over list: the open cases as they stand now with a note on each that needs one, the
// keys, papers and seals (B4); after an emergency it is the note that was missing (B5). A case that is due during a
// planned absence needs its note.
func (d *Desk) WriteHandOverList(ctx context.Context, in WriteHandOverListInput) (*AbsencePayload, error) {
	return d.onAbsence(ctx, always(duty.AbsenceWriteList), "WRITE_HAND_OVER_LIST", in.AbsenceRef, in.ListID, in, func(a *act, ab *ent.Absence, lists []*ent.PostHandOver) error {
		l := lists[0]
		if l.AcceptedAt != nil {
			return office.Refuse(office.AlreadyDone, "B4", "listId")
		}
		var t texts
		note := t.may("note", in.Note, longText)
		if len(in.Things) > mostThings {
			return office.Refuse(office.LimitExceeded, "B4", "things").With("limit", mostThings)
		}
		things := []duty.Thing{}
		for _, thing := range in.Things {
			things = append(things, duty.Thing{
				Kind: thing.Kind, Name: t.need("things", "B4", thing.Name, shortText, office.BadInput), Note: t.may("things", thing.Note, shortText),
			})
		}
		lines, err := a.linesNow(ab, l)
		if err != nil {
			return err
		}
		for _, n := range in.Notes {
			i := slices.IndexFunc(lines, func(line duty.Line) bool { return line.Case == n.CaseID })
			if i < 0 {
				return office.Refuse(office.NotFound, "B4", "notes")
			}
			lines[i].Note = t.may("notes", n.Note, longText)
		}
		if t.err != nil {
			return t.err
		}
		for _, line := range lines {
			if ab.Kind == duty.Planned && ab.UntilAt != nil && !line.DueAt.After(*ab.UntilAt) && line.Note == "" {
				return office.Refuse(office.NeedsExplanation, "B4", "notes").With("receiptNo", line.ReceiptNo)
			}
		}
		if ab.Kind == duty.Emergency && note == "" {
			return office.Refuse(office.NeedsExplanation, "B5", "note")
		}
		if err := a.tx.PostHandOver.UpdateOneID(l.ID).SetLines(lines).SetThings(things).SetNote(note).SetWrittenAt(a.now).Exec(a); err != nil {
			return err
		}
		if err := a.listsWritten(ab); err != nil {
			return err
		}
		return a.noteAbsence(ab, casework.EventAbsenceListWritten, "", map[string]any{"list": l.ID, "cases": len(lines), "things": len(things), "to": l.ToID}, duty.StaffID(l.ToID))
	})
}

// listsWritten ends the wait for the missing list of an emergency once every list is there.
func (a *act) listsWritten(ab *ent.Absence) error {
	if ab.State != duty.AbsenceEnded || ab.NextAt == nil {
		return nil
	}
	open, err := a.tx.PostHandOver.Query().Where(posthandover.AbsenceID(ab.ID), posthandover.WrittenAtIsNil()).Exist(a)
	if err == nil && !open {
		ab.NextAt = nil
	}
	return err
}

// linesNow are the cases of a list as they stand now; of an absence that has begun, those that it was made with.
func (a *act) linesNow(ab *ent.Absence, l *ent.PostHandOver) ([]duty.Line, error) {
	if ab.State == duty.AbsenceRunning || ab.State == duty.AbsenceEnded {
		return slices.Clone(l.Lines), nil
	}
	cases, err := a.program().heldBy(ab.StaffID)
	if err != nil {
		return nil, err
	}
	return linesOf(a.office, l, cases), nil
}

// linesOf are those of the person's open cases that belong on a list.
func linesOf(o *Office, l *ent.PostHandOver, cases []*ent.CaseFile) []duty.Line {
	lines := []duty.Line{}
	for _, c := range cases {
		post := ""
		if c.PostID != nil && o.Post(c.PostID).Has(duty.StaffID(l.FromID)) {
			post = *c.PostID
		}
		if listPost := l.PostID; (listPost == nil && post == "") || (listPost != nil && *listPost == post) {
			lines = append(lines, duty.Line{Case: c.ID, ReceiptNo: c.ReceiptNo, DueAt: c.DueAt})
		}
	}
	return lines[:min(len(lines), mostLines)]
}

// AcceptHandOverList is B4: who takes over says so.
func (d *Desk) AcceptHandOverList(ctx context.Context, in AcceptHandOverListInput) (*AbsencePayload, error) {
	return d.onAbsence(ctx, always(duty.AbsenceAcceptList), "ACCEPT_HAND_OVER_LIST", in.AbsenceRef, in.ListID, in, func(a *act, ab *ent.Absence, lists []*ent.PostHandOver) error {
		if err := a.tx.PostHandOver.UpdateOneID(lists[0].ID).SetAcceptedAt(a.now).Exec(a); err != nil {
			return err
		}
		return a.noteAbsence(ab, casework.EventAbsenceListAccepted, "", map[string]any{"list": lists[0].ID}, duty.StaffID(ab.StaffID), a.office.Roster.Above(duty.StaffID(ab.StaffID)))
	})
}

// DecideAbsence approves or refuses a planned absence; the director's is the subdistrict's to decide, and nobody's own
// (B4, A3). Approved, every list has been accepted.
func (d *Desk) DecideAbsence(ctx context.Context, in DecideAbsenceInput) (*AbsencePayload, error) {
	act_, kind := duty.AbsenceRefuse, casework.EventAbsenceRefused
	if in.Approve {
		act_, kind = duty.AbsenceApprove, casework.EventAbsenceApproved
	}
	return d.onAbsence(ctx, always(act_), "DECIDE_ABSENCE", in.AbsenceRef, "", in, func(a *act, ab *ent.Absence, lists []*ent.PostHandOver) error {
		var t texts
		reason := t.may("reason", in.Reason, shortText)
		if !in.Approve {
			reason = t.need("reason", "B4", in.Reason, shortText, office.NeedsReason)
		}
		if t.err != nil {
			return t.err
		}
		by := string(a.actor.ID)
		ab.DecidedByID, ab.DecidedAt, ab.DecisionReason = &by, &a.now, reason
		if !in.Approve {
			ab.NextAt = nil
			if err := a.release(ab, false); err != nil {
				return err
			}
		}
		to := []duty.StaffID{duty.StaffID(ab.StaffID)}
		for _, l := range lists {
			to = append(to, duty.StaffID(l.ToID))
		}
		return a.noteAbsence(ab, kind, reason, map[string]any{"from": ab.FromAt, "until": ab.UntilAt}, to...)
	})
}

// WithdrawAbsence takes an absence back that has not begun.
func (d *Desk) WithdrawAbsence(ctx context.Context, in WithdrawAbsenceInput) (*AbsencePayload, error) {
	return d.onAbsence(ctx, always(duty.AbsenceWithdraw), "WITHDRAW_ABSENCE", in.AbsenceRef, "", in, func(a *act, ab *ent.Absence, lists []*ent.PostHandOver) error {
		var t texts
		reason := t.may("reason", in.Reason, shortText)
		if t.err != nil {
			return t.err
		}
		ab.NextAt = nil
		if err := a.release(ab, false); err != nil {
			return err
		}
		to := []duty.StaffID{duty.StaffID(ab.StaffID)}
		for _, l := range lists {
			to = append(to, duty.StaffID(l.ToID))
		}
		return a.noteAbsence(ab, casework.EventAbsenceWithdrawn, reason, nil, to...)
	})
}

// ReturnToDuty ends an absence that runs: the person is back, the cases return with what was done (B7).
func (d *Desk) ReturnToDuty(ctx context.Context, in ReturnToDutyInput) (*AbsencePayload, error) {
	return d.onAbsence(ctx, always(duty.AbsenceReturn), "RETURN_TO_DUTY", in.AbsenceRef, "", in, func(a *act, ab *ent.Absence, _ []*ent.PostHandOver) error {
		return a.end(ab)
	})
}

// begin lets an absence begin: the cases follow by rule, who takes over is told what is open (B5, B7). Where nobody
// would answer it does not begin (B2).
func (a *act) begin(ab *ent.Absence) error {
	ab.State, ab.NextAt = duty.AbsenceRunning, ab.UntilAt
	if err := a.saveAbsence(ab); err != nil {
		return err
	}
	if err := a.reload(); err != nil {
		return err
	}
	moved, err := a.moveCases(ab.StaffID, "")
	if err != nil {
		return err
	}
	to := []duty.StaffID{duty.StaffID(ab.StaffID), a.office.Roster.Above(duty.StaffID(ab.StaffID))}
	open := []string{}
	lists, err := a.tx.PostHandOver.Query().Where(posthandover.AbsenceID(ab.ID)).Order(posthandover.ByID()).All(a)
	if err != nil {
		return err
	}
	for _, l := range lists {
		to = append(to, duty.StaffID(l.ToID))
		for _, line := range l.Lines {
			open = append(open, line.ReceiptNo)
		}
	}
	return a.noteAbsence(ab, casework.EventAbsenceBegan, "", map[string]any{
		"kind": ab.Kind, "until": ab.UntilAt, "moved": moved, "open": open[:min(len(open), 100)],
	}, to...)
}

// end ends an absence that runs, now; where an emergency's list is missing, it is asked for within a working day (B5).
func (a *act) end(ab *ent.Absence) error {
	a = a.program()
	ab.State, ab.NextAt = duty.AbsenceEnded, nil
	if ab.UntilAt == nil || ab.UntilAt.After(a.now) {
		now := a.now
		if now.Before(ab.FromAt) {
			now = ab.FromAt
		}
		ab.UntilAt = &now
	}
	if err := a.release(ab, true); err != nil {
		return err
	}
	missing, err := a.tx.PostHandOver.Query().Where(posthandover.AbsenceID(ab.ID), posthandover.WrittenAtIsNil()).Exist(a)
	if err != nil {
		return err
	}
	if missing {
		due, err := a.office.Calendar.AddDays(a.now, 1)
		if err != nil {
			return err
		}
		at := store.Instant(due.At)
		ab.NoteDueAt, ab.NextAt = &at, &at
	}
	if err := a.saveAbsence(ab); err != nil {
		return err
	}
	if err := a.reload(); err != nil {
		return err
	}
	moved, err := a.moveCases(ab.StaffID, "")
	if err != nil {
		return err
	}
	facts := map[string]any{"moved": moved, "noteDueAt": ab.NoteDueAt}
	return a.noteAbsence(ab, casework.EventAbsenceEnded, "", facts, duty.StaffID(ab.StaffID), a.office.Roster.Above(duty.StaffID(ab.StaffID)))
}

// turn does what is due about absences now: they begin and end by the clock, whoever looks (B2, B7).
func (a *act) turn() error {
	due, err := a.tx.Absence.Query().Where(absence.CommunityID(a.office.Community.ID), absence.NextAtLTE(a.now)).
		Order(absence.ByNextAt(), absence.ByID()).Limit(engineBatch).All(a.program())
	if err != nil {
		return err
	}
	return a.turnAll(due)
}

// turnAll lets those absences begin or end; the program does it, nobody asked.
func (a *act) turnAll(due []*ent.Absence) error {
	system := a.program()
	system.actor = casework.Actor{}
	for _, ab := range due {
		if err := system.turnOne(ab); err != nil {
			return err
		}
	}
	a.office = system.office
	return nil
}

func (a *act) turnOne(ab *ent.Absence) error {
	switch ab.State {
	case duty.AbsenceAsked:
		return a.lapse(ab, "")
	case duty.AbsenceApproved:
		if stranded, err := a.strands(ab); err != nil {
			return err
		} else if stranded {
			return a.lapse(ab, string(office.NobodyOnDuty))
		}
		if err := a.begin(ab); err != nil {
			return err
		}
	case duty.AbsenceRunning:
		if err := a.end(ab); err != nil {
			return err
		}
	case duty.AbsenceEnded:
		ab.NextAt = nil
		if err := a.noteAbsence(ab, casework.EventAbsenceListMissed, "", map[string]any{"noteDueAt": ab.NoteDueAt},
			duty.StaffID(ab.StaffID), a.office.Roster.Above(duty.StaffID(ab.StaffID))); err != nil {
			return err
		}
		// B9: one breach for each absence, whatever happens.
		if _, err := a.breachOfNone(found{
			kind: casework.BreachPostHandOverMissed, clause: "B5", person: ab.StaffID, in: &ab.ID,
			facts: map[string]any{"absence": ab.ID, "from": ab.FromAt, "until": ab.UntilAt, "noteDueAt": ab.NoteDueAt},
		}, nil); err != nil {
			return err
		}
	default:
		ab.NextAt = nil
	}
	return a.saveAbsence(ab)
}

// strands tells whether some open case would have nobody to answer for it, or to decide on it, while the person is away (B2).
func (a *act) strands(ab *ent.Absence) (bool, error) {
	then := a.office.Roster.At(a.now, append(slices.Clone(a.office.Spells), spell(ab)))
	cases, err := a.movable(ab.StaffID, then)
	if err != nil {
		return false, err
	}
	for _, c := range cases {
		to, err := a.office.answersIn(then, c)
		if err != nil {
			return true, nil
		}
		if waits := c.ReportToID; waits != nil && !then.OnDuty(duty.StaffID(*waits)) && string(to.Staff) != *waits &&
			then.Decider(duty.StaffID(c.HolderID), to.Staff) == "" {
			return true, nil
		}
	}
	return false, nil
}

// lapse ends an absence that was not decided, or cannot be, before it would have begun.
func (a *act) lapse(ab *ent.Absence, why string) error {
	ab.State, ab.NextAt = duty.AbsenceLapsed, nil
	if err := a.release(ab, false); err != nil {
		return err
	}
	if err := a.noteAbsence(ab, casework.EventAbsenceLapsed, "", map[string]any{"why": why}, duty.StaffID(ab.StaffID), a.office.Roster.Above(duty.StaffID(ab.StaffID))); err != nil {
		return err
	}
	return a.saveAbsence(ab)
}

// saveAbsence writes an absence back; another writer who was faster makes it fail with CONFLICT. Whoever keeps the
// office in memory reads it anew.
func (a *act) saveAbsence(ab *ent.Absence) error { return a.putAbsence(ab, ab.Version+1) }

// keepAbsence writes an absence back after something that changed nothing of it, such as a printing: the version that
// somebody has on the screen stays good.
func (a *act) keepAbsence(ab *ent.Absence) error { return a.putAbsence(ab, ab.Version) }

func (a *act) putAbsence(ab *ent.Absence, version int) error {
	a = a.program()
	u := a.tx.Absence.Update().Where(absence.ID(ab.ID), absence.Version(ab.Version)).SetState(ab.State).SetNillableUntilAt(ab.UntilAt).
		SetNillableDecidedByID(ab.DecidedByID).SetNillableDecidedAt(ab.DecidedAt).SetDecisionReason(ab.DecisionReason).
		SetNillableNoteDueAt(ab.NoteDueAt).SetEvents(ab.Events).SetHead(ab.Head).SetVersion(version)
	if ab.NextAt == nil {
		u.ClearNextAt()
	} else {
		u.SetNextAt(*ab.NextAt)
	}
	n, err := u.Save(a)
	if err != nil {
		return err
	}
	if n != 1 {
		return office.Refuse(office.Conflict, "", "version")
	}
	if ab.Version == version {
		return nil
	}
	ab.Version = version
	// The people of the subdistrict stand in the rosters of the communities below it, too.
	return a.tx.Community.Update().Where(community.Or(community.ID(ab.CommunityID), community.ParentID(ab.CommunityID))).AddRefVersion(1).Exec(a)
}

// noteAbsence appends an entry to the journal of an absence; its saving follows. Why somebody is away is for them, for
// whom it is addressed to, and for those who lead.
func (a *act) noteAbsence(ab *ent.Absence, kind casework.EventKind, reason string, facts map[string]any, audience ...duty.StaffID) error {
	return a.record(record{
		id: ab.ID, community: ab.CommunityID, about: ab.StaffID, events: &ab.Events, head: &ab.Head,
	}, kind, reason, facts, audience)
}

// AbsenceFilter narrows the list of absences.
type AbsenceFilter struct {
	StaffID *string
	States  []duty.AbsenceState
	From    *time.Time
	Until   *time.Time
}

// Absences reads a page of absences, the latest beginning first.
func (d *Desk) Absences(ctx context.Context, f AbsenceFilter, first int, after *Place) ([]*ent.Absence, func(context.Context) (int, error), error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, nil, err
	}
	q := func() *ent.AbsenceQuery {
		q := d.Store.Read().Absence.Query()
		if f.StaffID != nil {
			q.Where(absence.StaffID(*f.StaffID))
		}
		if len(f.States) > 0 {
			q.Where(absence.StateIn(f.States...))
		}
		if f.From != nil {
			q.Where(absence.Or(absence.UntilAtIsNil(), absence.UntilAtGT(store.Instant(*f.From))))
		}
		if f.Until != nil {
			q.Where(absence.FromAtLT(store.Instant(*f.Until)))
		}
		return q
	}
	page := q()
	if after != nil {
		page.Where(absence.Or(absence.FromAtLT(after.At), absence.And(absence.FromAt(after.At), absence.IDLT(after.ID))))
	}
	list, err := page.Order(ent.Desc(absence.FieldFromAt, absence.FieldID)).Limit(first + 1).All(ctx)
	return list, func(ctx context.Context) (int, error) { return q().Count(ctx) }, err
}

// ListsOf gives the hand-over lists of an absence.
func (d *Desk) ListsOf(ctx context.Context, ab *ent.Absence) ([]*ent.PostHandOver, error) {
	return d.Store.Read().PostHandOver.Query().Where(posthandover.AbsenceID(ab.ID)).Order(posthandover.ByID()).Limit(postsMost).All(ctx)
}

// AbsenceActs lists what the viewer may do on the absence now.
func (d *Desk) AbsenceActs(ctx context.Context, ab *ent.Absence) ([]duty.AbsenceAct, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	o, err := d.Office(ctx, ab.CommunityID)
	if err != nil {
		return nil, err
	}
	lists, err := d.ListsOf(ctx, ab)
	if err != nil {
		return nil, err
	}
	me, ok := o.Roster[v.Staff]
	if !ok {
		return []duty.AbsenceAct{}, nil
	}
	return duty.AllowedAbsence(absenceFacts(o, ab, lists), me), nil
}

// MaySeeReason tells whether the viewer may know why somebody is away: the person, who takes over, those who lead and
// supervise.
func (d *Desk) MaySeeReason(ctx context.Context, ab *ent.Absence) bool {
	v, err := d.Viewer(ctx)
	return err == nil && (ab.StaffID == string(v.Staff) || ab.AskedByID == string(v.Staff) || v.Roles.Leads() || v.Roles.Has(duty.Supervisor))
}

// StandingIn gives the absences that run now whose cases are the viewer's to answer for (B7).
func (d *Desk) StandingIn(ctx context.Context) ([]*ent.Absence, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	return d.Store.Read().Absence.Query().
		Where(absence.StateEQ(duty.AbsenceRunning), absence.HasListsWith(posthandover.ToID(string(v.Staff)))).
		Order(absence.ByFromAt(), absence.ByID()).Limit(postsMost).All(ctx)
}

// ResponsibleAt is who answered for a case at a past instant, from its journal; nil before it was opened.
func (d *Desk) ResponsibleAt(ctx context.Context, c *ent.CaseFile, at time.Time) (*ent.Staff, error) {
	if at.After(d.Now()) {
		return nil, office.Refuse(office.BadInput, "", "at")
	}
	id, err := d.responsibleAt(ctx, c.ID, store.Instant(at))
	if err != nil || id == "" {
		return nil, err
	}
	return d.StaffNamed(ctx, c.CommunityID, id)
}

// RecordEvent is an entry of the journal of a record that is no case.
type RecordEvent struct {
	*ent.CaseEvent
	// Partner made it by its token (P5); nil where somebody else did.
	Partner *ent.Partner
}

// ID is the API's id of the entry.
func (e *RecordEvent) ID() string { return EventKey(e.CaseEvent.ID) }

// ByToken tells whether a partner made the entry by its token (P5).
func (e *RecordEvent) ByToken() bool {
	return e.ActorID != nil && key.Prefix(*e.ActorID) == key.APIToken
}

// RecordEvents reads the last 100 entries of the journal of a record, oldest first, as far as they concern the viewer: what
// happened last is what is looked for.
func (d *Desk) RecordEvents(ctx context.Context, record string) ([]*RecordEvent, error) {
	list, err := d.Store.Read().CaseEvent.Query().Where(caseevent.RecordID(record)).Order(ent.Desc(caseevent.FieldNumber)).Limit(ListBound).All(ctx)
	if err != nil {
		return nil, err
	}
	slices.Reverse(list)
	out := make([]*RecordEvent, len(list))
	var tokens []string
	for i, e := range list {
		out[i] = &RecordEvent{CaseEvent: e}
		if out[i].ByToken() {
			tokens = append(tokens, *e.ActorID)
		}
	}
	if len(tokens) == 0 {
		return out, nil
	}
	known, err := d.Store.Read().APIToken.Query().Where(apitoken.IDIn(tokens...)).WithPartner().All(ctx)
	for _, t := range known {
		for _, e := range out {
			if e.ByToken() && *e.ActorID == t.ID {
				e.Partner = t.Edges.Partner
			}
		}
	}
	return out, err
}

// mostDeeds bounds the list of what a stand-in did.
const mostDeeds = 200

// DoneMeanwhile gives what whoever stood in did on the cases of a list during the absence, oldest first (B7).
func (d *Desk) DoneMeanwhile(ctx context.Context, l *ent.PostHandOver) ([]*ent.CaseEvent, error) {
	ab, err := d.Store.Read().Absence.Get(ctx, l.AbsenceID)
	if err != nil {
		return nil, err
	}
	return doneMeanwhile(ctx, d.Store.Read(), ab, l)
}

func doneMeanwhile(ctx context.Context, client *ent.Client, ab *ent.Absence, l *ent.PostHandOver) ([]*ent.CaseEvent, error) {
	// Those of the list, and those that came to the person's post meanwhile.
	ids, err := client.CaseFile.Query().
		Where(casefile.HolderID(ab.StaffID), casefile.Or(casefile.Open(true), casefile.ClosedAtGTE(ab.FromAt))).
		Order(casefile.ByID()).Limit(mostLines).IDs(ctx)
	if err != nil {
		return nil, err
	}
	for _, line := range l.Lines {
		ids = append(ids, line.Case)
	}
	q := client.CaseEvent.Query().Where(caseevent.CaseIDIn(ids...), caseevent.AtGTE(ab.FromAt), caseevent.ActorID(l.ToID))
	if ab.UntilAt != nil {
		q.Where(caseevent.AtLTE(*ab.UntilAt))
	}
	return q.Order(caseevent.ByID()).Limit(mostDeeds).All(ctx)
}

// Coverage is the coming weeks, post by post (B2, B7, B8).
type Coverage struct {
	From  workday.Date
	Weeks int
	Posts []*PostCoverage
}

// PostCoverage is one post's half-days.
type PostCoverage struct {
	Post     *ent.Post
	HalfDays []*HalfDay
}

// HalfDay is one half of a working day at a post.
type HalfDay struct {
	Date        workday.Date
	Morning     bool
	OnDuty      []*ent.Staff
	Role        *duty.HolderRole
	Gap         bool
	Unqualified bool
}

// mostWeeks bounds the coverage view.
const mostWeeks = 12

// Coverage computes who is on duty at each post of the viewer's community from a day on, today where none is given. What
// is asked for and not decided yet counts as if it were approved: gaps are seen before they happen.
func (d *Desk) Coverage(ctx context.Context, from *workday.Date, weeks int) (*Coverage, error) {
	o, err := d.mine(ctx)
	if err != nil {
		return nil, err
	}
	if weeks < 1 || weeks > mostWeeks {
		return nil, office.Refuse(office.LimitExceeded, "B7", "weeks").With("limit", mostWeeks)
	}
	c := &Coverage{From: d.today(o), Weeks: weeks, Posts: []*PostCoverage{}}
	if from != nil {
		c.From = *from
	}
	asked, err := d.Store.Read().Absence.Query().Where(absence.CommunityID(o.Community.ID), absence.StateEQ(duty.AbsenceAsked)).
		Order(absence.ByFromAt(), absence.ByID()).Limit(staffMost).All(ctx)
	if err != nil {
		return nil, err
	}
	spells := slices.Clone(o.Spells)
	for _, ab := range asked {
		spells = append(spells, spell(ab))
	}
	posts := o.posts(func(*ent.Post) bool { return true })
	posts = posts[:min(len(posts), postsMost)]
	studies, err := d.studiesOf(ctx, posts)
	if err != nil {
		return nil, err
	}
	for _, p := range posts {
		covered := &PostCoverage{Post: p, HalfDays: []*HalfDay{}}
		learned := learnedFrom(studies[p.ID])
		qualified := func(who duty.StaffID) bool { return len(duty.Lacks(who, p.BMustKnow, learned)) == 0 }
		for _, h := range o.Roster.Cover(o.Calendar, *o.Post(&p.ID), spells, c.From, weeks*7, qualified) {
			half := &HalfDay{Date: h.Date, Morning: h.Morning, OnDuty: []*ent.Staff{}, Gap: h.Gap, Unqualified: h.Unqualified}
			if h.As != "" {
				as := h.As
				half.Role = &as
			}
			for _, s := range h.OnDuty {
				half.OnDuty = append(half.OnDuty, o.Staff[string(s)])
			}
			covered.HalfDays = append(covered.HalfDays, half)
		}
		c.Posts = append(c.Posts, covered)
	}
	return c, nil
}

// DutyOf is whether a member of staff is on duty now, computed (B2).
func (d *Desk) DutyOf(ctx context.Context, s *ent.Staff) (duty.State, error) {
	if s.LeftAt != nil {
		return duty.Left, nil
	}
	v, err := d.Viewer(ctx)
	if err != nil {
		return "", err
	}
	// A community's roster holds the people of the subdistrict above it too.
	home := v.Community
	if slices.Contains(v.Communities, s.CommunityID) {
		home = s.CommunityID
	}
	o, err := d.Office(ctx, home)
	if err != nil {
		return "", err
	}
	if m, ok := o.Roster[duty.StaffID(s.ID)]; ok {
		return m.State, nil
	}
	return duty.OnDuty, nil
}
