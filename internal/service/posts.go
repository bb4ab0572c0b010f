package service

import (
	"context"
	"slices"

	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/absencepost"
	"xinxing/ent/post"
	"xinxing/ent/study"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/store/migrations"
)

// SavePostInput is the input of the act of that name; the schema says what each field means.
type SavePostInput struct {
	PostID           *string
	Version          *int
	Code             string
	Name             string
	Duties           string
	Window           string
	AID              string
	BID              string
	AMustMaster      []string
	BMustKnow        []string
	ClientMutationID string
}

// SavePostPayload is the answer of SavePost.
type SavePostPayload struct {
	Post             *ent.Post
	MovedCases       int
	ClientMutationID string
}

type postMoved struct {
	ID    string
	Cases int
}

// SavePost sets up a post with its A and B, duties and what they must have learned (B1, B8), or changes one. A and B are
// two different people of the community who work on cases. Absences that are asked for or run claim the post for whom it is
// now; it is refused with BOTH_AWAY where they overlap (B6). Open cases follow by rule.
func (d *Desk) SavePost(ctx context.Context, in SavePostInput) (*SavePostPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	m, err := perform(ctx, d, v.Community, "SAVE_POST", in.ClientMutationID, in, func(a *act) (postMoved, error) { return a.savePost(in) })
	if err != nil {
		return nil, err
	}
	p, err := d.Store.Read().Post.Get(ctx, m.ID)
	if err != nil {
		return nil, missing(err, "postId")
	}
	return &SavePostPayload{Post: p, MovedCases: m.Cases, ClientMutationID: in.ClientMutationID}, nil
}

func (a *act) mayEditPosts() error {
	if !edits(a.actor.Roles) {
		return office.Refuse(office.Forbidden, "B1", "")
	}
	if a.actor.State == duty.Suspended || a.actor.State == duty.Left {
		return office.Refuse(office.NotOnDuty, "A7", "")
	}
	return nil
}

func (a *act) savePost(in SavePostInput) (postMoved, error) {
	var none postMoved
	if err := a.mayEditPosts(); err != nil {
		return none, err
	}
	var t texts
	code := t.need("code", "B1", in.Code, 40, office.BadInput)
	name := t.need("name", "B1", in.Name, 100, office.BadInput)
	duties, window := t.may("duties", in.Duties, longText), t.may("window", in.Window, 40)
	master, know := t.list("aMustMaster", in.AMustMaster), t.list("bMustKnow", in.BMustKnow)
	if t.err != nil {
		return none, t.err
	}
	if in.AID == in.BID {
		return none, office.Refuse(office.BadInput, "B1", "bId").With("reason", "same_person")
	}
	for field, id := range map[string]string{"aId": in.AID, "bId": in.BID} {
		s, ok := a.office.Staff[id]
		if !ok || s.CommunityID != a.office.Community.ID || s.LeftAt != nil || !duty.Roles(s.Roles).Works() {
			return none, office.Refuse(office.NotFound, "B1", field)
		}
	}
	for _, p := range a.office.Posts {
		if p.Code == code && (in.PostID == nil || p.ID != *in.PostID) {
			return none, office.Refuse(office.AlreadyDone, "B1", "code")
		}
	}
	m := postMoved{}
	if in.PostID == nil {
		if len(a.office.Posts) >= postsMost {
			return none, office.Refuse(office.LimitExceeded, "B1", "").With("limit", postsMost)
		}
		made, err := a.tx.Post.Create().SetID(key.Maker(key.Post)()).SetCommunityID(a.office.Community.ID).SetCode(code).SetName(name).SetDuties(duties).
			SetWindow(window).SetAID(in.AID).SetBID(in.BID).SetAMustMaster(master).SetBMustKnow(know).Save(a)
		if err != nil {
			return none, err
		}
		m.ID = made.ID
	} else {
		m.ID = *in.PostID
		was, ok := a.office.Posts[m.ID]
		if !ok {
			return none, office.Refuse(office.NotFound, "B1", "postId")
		}
		if in.Version == nil || was.Version != *in.Version {
			return none, office.Refuse(office.Conflict, "", "version").With("version", was.Version)
		}
		n, err := a.tx.Post.Update().Where(post.ID(m.ID), post.Version(was.Version)).SetCode(code).SetName(name).SetDuties(duties).SetWindow(window).
			SetAID(in.AID).SetBID(in.BID).SetAMustMaster(master).SetBMustKnow(know).AddVersion(1).Save(a)
		if err != nil {
			return none, err
		}
		if n != 1 {
			return none, office.Refuse(office.Conflict, "", "version")
		}
	}
	if err := a.reload(); err != nil {
		return none, err
	}
	system := a.program()
	if err := system.reclaim(m.ID, in.AID, in.BID); err != nil {
		return none, err
	}
	for _, who := range []string{in.AID, in.BID} {
		moved, err := system.moveCases(who, "")
		if err != nil {
			return none, err
		}
		m.Cases += moved
	}
	return m, nil
}

// reclaim makes the absences of a post's people claim it, and frees it of those who are of it no more (B6).
func (a *act) reclaim(postID string, people ...string) error {
	if err := a.tx.AbsencePost.Update().Where(absencepost.PostID(postID), absencepost.StaffIDNotIn(people...), absencepost.Holds(true)).
		SetHolds(false).Exec(a); err != nil {
		return err
	}
	open, err := a.tx.Absence.Query().Where(absence.StaffIDIn(people...), absence.KindNEQ(duty.Suspension),
		absence.StateIn(duty.AbsenceAsked, duty.AbsenceApproved, duty.AbsenceRunning)).Order(absence.ByFromAt(), absence.ByID()).All(a)
	if err != nil {
		return err
	}
	for _, ab := range open {
		has, err := a.tx.AbsencePost.Query().Where(absencepost.AbsenceID(ab.ID), absencepost.PostID(postID), absencepost.Holds(true)).Exist(a)
		if err != nil {
			return err
		}
		if has {
			continue
		}
		err = a.tx.AbsencePost.Create().SetCommunityID(ab.CommunityID).SetAbsenceID(ab.ID).SetPostID(postID).SetStaffID(ab.StaffID).
			SetFromAt(ab.FromAt).SetNillableUntilAt(ab.UntilAt).Exec(a)
		if word, ok := migrations.Refused(err); ok && word == migrations.Apart {
			return office.Refuse(office.BothAway, "B6", "bId").With("person", a.office.Staff[ab.StaffID].Name).With("from", ab.FromAt)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// RecordStudyInput is the input of the act of that name; the schema says what each field means.
type RecordStudyInput struct {
	PostID           string
	StaffID          string
	Subject          string
	Kind             duty.StudyKind
	Date             workday.Date
	Passed           bool
	Note             string
	ClientMutationID string
}

// RecordStudyPayload is the answer of RecordStudy.
type RecordStudyPayload struct {
	Post             *ent.Post
	ClientMutationID string
}

// RecordStudy records a training or a test of what a post wants of its A or B (B8), not later than today. Nobody records
// their own.
func (d *Desk) RecordStudy(ctx context.Context, in RecordStudyInput) (*RecordStudyPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "RECORD_STUDY", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		var none caseKey
		if err := a.mayEditPosts(); err != nil {
			return none, err
		}
		p, ok := a.office.Posts[in.PostID]
		if !ok {
			return none, office.Refuse(office.NotFound, "B8", "postId")
		}
		if s, ok := a.office.Staff[in.StaffID]; !ok || s.CommunityID != a.office.Community.ID || s.LeftAt != nil {
			return none, office.Refuse(office.NotFound, "B8", "staffId")
		}
		if in.StaffID == string(a.actor.ID) {
			return none, office.Refuse(office.OwnCase, "A3", "staffId")
		}
		if !slices.Contains(slices.Concat(p.AMustMaster, p.BMustKnow), in.Subject) {
			return none, office.Refuse(office.BadInput, "B8", "subject")
		}
		if in.Date.After(a.today()) {
			return none, office.Refuse(office.BadInput, "B8", "date")
		}
		var t texts
		note := t.may("note", in.Note, longText)
		if t.err != nil {
			return none, t.err
		}
		err := a.tx.Study.Create().SetCommunityID(a.office.Community.ID).SetPostID(p.ID).SetStaffID(in.StaffID).SetSubject(in.Subject).SetKind(in.Kind).
			SetDate(in.Date.String()).SetPassed(in.Passed).SetNote(note).SetRecordedAt(a.now).SetRecordedByID(string(a.actor.ID)).Exec(a)
		return caseKey{p.ID}, err
	})
	if err != nil {
		return nil, err
	}
	p, err := d.Store.Read().Post.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "postId")
	}
	return &RecordStudyPayload{Post: p, ClientMutationID: in.ClientMutationID}, nil
}

// mostStudies bounds what is read of one post.
const mostStudies = 500

// Studies gives what was learned for a post, the latest first (B8). At most 500.
func (d *Desk) Studies(ctx context.Context, p *ent.Post) ([]*ent.Study, error) {
	return d.Store.Read().Study.Query().Where(study.PostID(p.ID)).Order(ent.Desc(study.FieldDate, study.FieldID)).Limit(mostStudies).All(ctx)
}

// studiesOf gives what was learned for each of those posts whose B must know something, the latest first, as Studies does for
// one; in one query.
func (d *Desk) studiesOf(ctx context.Context, posts []*ent.Post) (map[string][]*ent.Study, error) {
	ids := []string{}
	for _, p := range posts {
		if len(p.BMustKnow) > 0 {
			ids = append(ids, p.ID)
		}
	}
	of := map[string][]*ent.Study{}
	if len(ids) == 0 {
		return of, nil
	}
	all, err := d.Store.Read().Study.Query().Where(study.PostIDIn(ids...)).Order(ent.Desc(study.FieldDate, study.FieldID)).
		Limit(mostStudies * len(ids)).All(ctx)
	for _, s := range all {
		of[s.PostID] = append(of[s.PostID], s)
	}
	return of, err
}

// Lacking gives what a post's A or B has not learned yet.
type Lacking struct{ A, B []string }

// LackingAt gives what the A of a post must master and has not, and what its B must know and does not (B8).
func (d *Desk) LackingAt(ctx context.Context, p *ent.Post) (*Lacking, error) {
	all, err := d.Studies(ctx, p)
	if err != nil {
		return nil, err
	}
	learned := learnedFrom(all)
	return &Lacking{
		A: duty.Lacks(duty.StaffID(p.AID), p.AMustMaster, learned), B: duty.Lacks(duty.StaffID(p.BID), p.BMustKnow, learned),
	}, nil
}

// learnedFrom puts records into the order of time.
func learnedFrom(latestFirst []*ent.Study) []duty.Learned {
	out := make([]duty.Learned, 0, len(latestFirst))
	for _, s := range slices.Backward(latestFirst) {
		out = append(out, duty.Learned{Staff: duty.StaffID(s.StaffID), Subject: s.Subject, Passed: s.Passed})
	}
	return out
}
