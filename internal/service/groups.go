package service

import (
	"context"
	"fmt"
	"slices"
	"time"

	"xinxing/ent"
	"xinxing/ent/group"
	"xinxing/ent/member"
	entprogram "xinxing/ent/program"
	"xinxing/ent/rehearsal"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/person"
	"xinxing/internal/office/program"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// The bounds of groups.
const (
	mostGroups  = 100
	mostMembers = 200
)

// SaveGroupInput founds a group, or changes the one that GroupID names; the schema says what each field means.
type SaveGroupInput struct {
	GroupID          *string
	Version          int
	Name             string
	Kind             program.GroupKind
	About            string
	ContactID        *string
	FoundedOn        *workday.Date
	ClientMutationID string
}

// DissolveGroupInput is the input of the act of that name; the schema says what each field means.
type DissolveGroupInput struct {
	GroupID                  string
	Version                  int
	Reason, ClientMutationID string
}

// SaveMemberInput takes somebody into a group, or changes the member that MemberID names; the schema says what each field means.
type SaveMemberInput struct {
	GroupID          string
	MemberID         *string
	ResidentID       *string
	Name, Role       string
	Phone            *string
	Leads            bool
	JoinedOn         *workday.Date
	ClientMutationID string
}

// LeaveGroupInput is the input of the act of that name; the schema says what each field means.
type LeaveGroupInput struct {
	MemberID         string
	LeftOn           *workday.Date
	ClientMutationID string
}

// RevealMemberInput is the input of the act of that name; the schema says what each field means.
type RevealMemberInput struct{ MemberID, Reason, ClientMutationID string }

// SetRehearsalInput arranges a rehearsal, or another time and place for the one that RehearsalID names.
type SetRehearsalInput struct {
	GroupID          string
	RehearsalID      *string
	From, Until      time.Time
	Place            string
	ClientMutationID string
}

// NoteRehearsalInput is the input of the act of that name; the schema says what each field means.
type NoteRehearsalInput struct {
	RehearsalID      string
	Present          []string
	Note             string
	ClientMutationID string
}

// RehearsalInput is an act on a rehearsal that says no more.
type RehearsalInput struct{ RehearsalID, ClientMutationID string }

// GroupPayload is the answer of an act on a group, its members or its rehearsals.
type GroupPayload struct {
	Group            *ent.Group
	ClientMutationID string
}

func (a *act) noteGroup(g *ent.Group, kind casework.EventKind, reason string, facts map[string]any) error {
	return a.record(record{id: g.ID, community: g.CommunityID, events: &g.Events, head: &g.Head}, kind, reason, facts, nil)
}

// saveGroup writes a group as it is now; by is what its version grows by.
func (a *act) saveGroup(g *ent.Group, by int) error {
	n, err := a.tx.Group.Update().Where(group.ID(g.ID), group.Version(g.Version)).SetName(g.Name).SetPinyin(g.Pinyin).SetKind(g.Kind).SetAbout(g.About).
		SetContactID(g.ContactID).SetFoundedOn(g.FoundedOn).SetNillableDissolvedAt(g.DissolvedAt).
		SetEvents(g.Events).SetHead(g.Head).SetVersion(g.Version + by).Save(a)
	if err == nil && n != 1 {
		err = office.Refuse(office.Conflict, "", "version")
	}
	return err
}

// knowsGroup refuses a group that is not the community's, or was dissolved.
func (a *act) knowsGroup(id string) error {
	there, err := a.tx.Group.Query().Where(group.ID(id), group.CommunityID(a.office.Community.ID), group.DissolvedAtIsNil()).Exist(a)
	if err == nil && !there {
		err = office.Refuse(office.NotFound, "C1", "groupId")
	}
	return err
}

// onGroup runs an act of whoever works on a group, at whatever version it is. do gives what its version grows by.
func (d *Desk) onGroup(ctx context.Context, name, id, mutation string, input any, do func(*act, *ent.Group) (int, error)) (*GroupPayload, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, err
	}
	known, err := d.Store.Read().Group.Get(ctx, id)
	if err != nil {
		return nil, missing(err, "groupId")
	}
	if _, err := perform(ctx, d, known.CommunityID, name, mutation, input, func(a *act) (caseKey, error) {
		if err := a.mayServe(); err != nil {
			return caseKey{}, err
		}
		g, err := a.tx.Group.Get(a, id)
		if err != nil {
			return caseKey{}, missing(err, "groupId")
		}
		if g.DissolvedAt != nil {
			return caseKey{}, office.Refuse(office.RefusedState, "C1", "")
		}
		by, err := do(a, g)
		if err != nil {
			return caseKey{}, err
		}
		return caseKey{id}, a.saveGroup(g, by)
	}); err != nil {
		return nil, err
	}
	g, err := d.Store.Read().Group.Get(ctx, id)
	if err != nil {
		return nil, missing(err, "groupId")
	}
	return &GroupPayload{g, mutation}, nil
}

func dayOr(d *workday.Date, otherwise string) string {
	if d == nil {
		return otherwise
	}
	return d.String()
}

// fill puts what was written on a group.
func (a *act) fill(g *ent.Group, in SaveGroupInput) error {
	var t texts
	g.Name = t.need("name", "C1", in.Name, 60, office.BadInput)
	g.About = t.may("about", in.About, longText)
	g.Kind, g.Pinyin, g.FoundedOn = in.Kind, cutBytes(spelled(g.Name, false), 200), dayOr(in.FoundedOn, "")
	if g.FoundedOn > a.today().String() {
		t.refuse(office.Refuse(office.BadInput, "C1", "foundedOn"))
	}
	if in.ContactID != nil {
		g.ContactID = *in.ContactID
	}
	if s := a.office.Staff[g.ContactID]; s == nil || s.LeftAt != nil || s.CommunityID != g.CommunityID {
		t.refuse(office.Refuse(office.NotFound, "C1", "contactId"))
	}
	if t.err != nil {
		return t.err
	}
	taken, err := a.tx.Group.Query().Where(group.CommunityID(g.CommunityID), group.Name(g.Name), group.IDNEQ(g.ID)).Exist(a)
	if err == nil && taken {
		err = office.Refuse(office.AlreadyDone, "C1", "name")
	}
	return err
}

// SaveGroup founds a group, or changes what is said of one (C1).
func (d *Desk) SaveGroup(ctx context.Context, in SaveGroupInput) (*GroupPayload, error) {
	if in.GroupID != nil {
		return d.onGroup(ctx, "SAVE_GROUP", *in.GroupID, in.ClientMutationID, in, func(a *act, g *ent.Group) (int, error) {
			if g.Version != in.Version {
				return 0, office.Refuse(office.Conflict, "", "version").With("version", g.Version)
			}
			if err := a.fill(g, in); err != nil {
				return 0, err
			}
			return 1, a.noteGroup(g, casework.EventGroupSaved, "", map[string]any{"name": g.Name})
		})
	}
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "SAVE_GROUP", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		if err := a.mayServe(); err != nil {
			return none, err
		}
		many, err := a.tx.Group.Query().Where(group.CommunityID(v.Community)).Count(a)
		if err != nil {
			return none, err
		}
		if many >= mostGroups {
			return none, office.Refuse(office.LimitExceeded, "C1", "").With("limit", mostGroups)
		}
		g := &ent.Group{ID: key.Maker(key.Group)(), CommunityID: v.Community, ContactID: *a.me()}
		if err := a.fill(g, in); err != nil {
			return none, err
		}
		if err := a.noteGroup(g, casework.EventGroupSaved, "", map[string]any{"name": g.Name, "founded": true}); err != nil {
			return none, err
		}
		return caseKey{g.ID}, a.tx.Group.Create().SetID(g.ID).SetCommunityID(g.CommunityID).SetName(g.Name).SetPinyin(g.Pinyin).SetKind(g.Kind).
			SetAbout(g.About).SetContactID(g.ContactID).SetFoundedOn(g.FoundedOn).SetEvents(g.Events).SetHead(g.Head).Exec(a)
	})
	if err != nil {
		return nil, err
	}
	g, err := d.Store.Read().Group.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "groupId")
	}
	return &GroupPayload{g, in.ClientMutationID}, nil
}

// DissolveGroup ends a group; its records stay (C1).
func (d *Desk) DissolveGroup(ctx context.Context, in DissolveGroupInput) (*GroupPayload, error) {
	return d.onGroup(ctx, "DISSOLVE_GROUP", in.GroupID, in.ClientMutationID, in, func(a *act, g *ent.Group) (int, error) {
		if g.Version != in.Version {
			return 0, office.Refuse(office.Conflict, "", "version").With("version", g.Version)
		}
		var t texts
		reason := t.need("reason", "C1", in.Reason, shortText, office.NeedsReason)
		if t.err != nil {
			return 0, t.err
		}
		g.DissolvedAt = &a.now
		return 1, a.noteGroup(g, casework.EventGroupDissolved, reason, nil)
	})
}

// newMember is a checked member, ready to be written.
type newMember struct {
	name, role, mask string
	phone            string // as it is kept, not sealed yet; "" for none
	leads            bool
	joined           string
}

// checkMember brings what was written of a member to the form in which it is kept, and gives everything that is wrong with it.
func checkMember(name, role, phone, joined, today string, leads bool) (newMember, faults) {
	var t texts
	m := newMember{leads: leads, joined: joined}
	var err error
	m.name, err = person.NormaliseName(name)
	t.take(clause(err, "C1"))
	m.role = t.may("role", role, 60)
	if phone != "" {
		p, err := person.ParsePhone(phone)
		t.take(clause(err, "C1"))
		m.phone, m.mask = p.String(), p.Masked()
	}
	if m.joined == "" {
		m.joined = today
	}
	if _, err := workday.ParseDate(m.joined); err != nil || m.joined > today {
		t.refuse(office.Refuse(office.BadInput, "C1", "joinedOn").With("reason", "date"))
	}
	return m, t.faults
}

// join writes a new member of a group.
func (a *act) joinGroup(g *ent.Group, m newMember, resident *string) (string, error) {
	id := key.Maker(key.Member)()
	create := a.tx.Member.Create().SetID(id).SetCommunityID(g.CommunityID).SetGroupID(g.ID).SetNillableResidentID(resident).SetName(m.name).
		SetPinyin(cutBytes(spelled(m.name, true), 200)).SetRole(m.role).SetLeads(m.leads).SetJoinedOn(m.joined)
	if m.phone != "" {
		sealed, err := a.desk.Box.Seal(m.phone, id+".phone")
		if err != nil {
			return "", err
		}
		create.SetPhoneSealed(sealed).SetPhoneMask(m.mask)
	}
	return id, create.Exec(a)
}

// SaveMember takes somebody into a group, or changes a member's role and number (C1).
func (d *Desk) SaveMember(ctx context.Context, in SaveMemberInput) (*GroupPayload, error) {
	return d.onGroup(ctx, "SAVE_MEMBER", in.GroupID, in.ClientMutationID, in, func(a *act, g *ent.Group) (int, error) {
		phone := ""
		if in.Phone != nil {
			phone = *in.Phone
		}
		var known *ent.Member
		name := in.Name
		if in.MemberID != nil {
			var err error
			if known, err = a.tx.Member.Query().Where(member.ID(*in.MemberID), member.GroupID(g.ID), member.LeftOn("")).Only(a); err != nil {
				return 0, missing(err, "memberId")
			}
		}
		if in.ResidentID != nil && known == nil {
			r, err := a.tx.Resident.Get(a, *in.ResidentID)
			if err != nil {
				return 0, missing(err, "residentId")
			}
			name = r.Name
			twice, err := a.tx.Member.Query().Where(member.GroupID(g.ID), member.ResidentID(r.ID), member.LeftOn("")).Exist(a)
			if err != nil {
				return 0, err
			}
			if twice {
				return 0, office.Refuse(office.AlreadyDone, "C1", "residentId")
			}
		}
		m, wrong := checkMember(name, in.Role, phone, dayOr(in.JoinedOn, ""), a.today().String(), in.Leads)
		if err := wrong.first(); err != nil {
			return 0, err
		}
		if known != nil {
			u := a.tx.Member.UpdateOneID(known.ID).SetName(m.name).SetPinyin(cutBytes(spelled(m.name, true), 200)).SetRole(m.role).SetLeads(m.leads)
			if in.JoinedOn != nil {
				u.SetJoinedOn(m.joined)
			}
			if m.phone != "" {
				sealed, err := d.Box.Seal(m.phone, known.ID+".phone")
				if err != nil {
					return 0, err
				}
				u.SetPhoneSealed(sealed).SetPhoneMask(m.mask)
			}
			if err := u.Exec(a); err != nil {
				return 0, err
			}
			return 0, a.noteGroup(g, casework.EventMemberChanged, "", map[string]any{"member": known.ID, "leads": m.leads})
		}
		if err := a.roomFor(g, 1); err != nil {
			return 0, err
		}
		id, err := a.joinGroup(g, m, in.ResidentID)
		if err != nil {
			return 0, err
		}
		return 0, a.noteGroup(g, casework.EventMemberJoined, "", map[string]any{"member": id, "leads": m.leads})
	})
}

// roomFor refuses more members than a group can have.
func (a *act) roomFor(g *ent.Group, more int) error {
	many, err := a.tx.Member.Query().Where(member.GroupID(g.ID), member.LeftOn("")).Count(a)
	if err == nil && many+more > mostMembers {
		err = office.Refuse(office.LimitExceeded, "C1", "").With("limit", mostMembers)
	}
	return err
}

// onMember runs an act on a member who is in a group.
func (d *Desk) onMember(ctx context.Context, name, id, mutation string, input any, do func(*act, *ent.Group, *ent.Member) error) (*ent.Member, *GroupPayload, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, nil, err
	}
	known, err := d.Store.Read().Member.Get(ctx, id)
	if err != nil {
		return nil, nil, missing(err, "memberId")
	}
	done, err := d.onGroup(ctx, name, known.GroupID, mutation, input, func(a *act, g *ent.Group) (int, error) {
		m, err := a.tx.Member.Get(a, id)
		if err != nil {
			return 0, missing(err, "memberId")
		}
		return 0, do(a, g, m)
	})
	return known, done, err
}

// LeaveGroup ends a membership (C1).
func (d *Desk) LeaveGroup(ctx context.Context, in LeaveGroupInput) (*GroupPayload, error) {
	_, done, err := d.onMember(ctx, "LEAVE_GROUP", in.MemberID, in.ClientMutationID, in, func(a *act, g *ent.Group, m *ent.Member) error {
		on := dayOr(in.LeftOn, a.today().String())
		switch {
		case m.LeftOn != "":
			return office.Refuse(office.AlreadyDone, "C1", "")
		case on < m.JoinedOn || on > a.today().String():
			return office.Refuse(office.BadInput, "C1", "leftOn")
		}
		if err := a.tx.Member.UpdateOneID(m.ID).SetLeftOn(on).Exec(a); err != nil {
			return err
		}
		return a.noteGroup(g, casework.EventMemberLeft, "", map[string]any{"member": m.ID, "on": on})
	})
	return done, err
}

// RevealMember shows a member's number; the reason is in the group's journal before it is shown.
func (d *Desk) RevealMember(ctx context.Context, in RevealMemberInput) (*RevealPhonePayload, error) {
	m, _, err := d.onMember(ctx, "REVEAL_MEMBER", in.MemberID, in.ClientMutationID, in, func(a *act, g *ent.Group, m *ent.Member) error {
		var t texts
		reason := t.need("reason", "", in.Reason, shortText, office.NeedsReason)
		switch {
		case t.err != nil:
			return t.err
		case m.PhoneSealed == "":
			return office.Refuse(office.NotFound, "", "memberId")
		}
		return a.noteGroup(g, casework.EventPhoneRevealed, reason, map[string]any{"member": m.ID})
	})
	if err != nil {
		return nil, err
	}
	if m, err = d.Store.Read().Member.Get(ctx, m.ID); err != nil {
		return nil, missing(err, "memberId")
	}
	value, err := d.Box.Open(m.PhoneSealed, m.ID+".phone")
	if err != nil {
		return nil, fmt.Errorf("member %s: %w", m.ID, err)
	}
	return &RevealPhonePayload{value, in.ClientMutationID}, nil
}

// SetRehearsal arranges a rehearsal, or moves one that was not held yet (C1). A group is not in two at one time.
func (d *Desk) SetRehearsal(ctx context.Context, in SetRehearsalInput) (*GroupPayload, error) {
	return d.onGroup(ctx, "SET_REHEARSAL", in.GroupID, in.ClientMutationID, in, func(a *act, g *ent.Group) (int, error) {
		in.From, in.Until = store.Instant(in.From), store.Instant(in.Until)
		var t texts
		place := t.need("place", "C1", in.Place, 100, office.BadInput)
		t.take(program.CheckSpan(program.Span{From: in.From, Until: in.Until}, "C1", "until"))
		if t.err != nil {
			return 0, t.err
		}
		id := ""
		if in.RehearsalID != nil {
			id = *in.RehearsalID
		}
		overlaps, err := a.tx.Rehearsal.Query().Where(rehearsal.GroupID(g.ID), rehearsal.IDNEQ(id), rehearsal.CancelledAtIsNil(),
			rehearsal.FromAtLT(in.Until), rehearsal.UntilAtGT(in.From)).Exist(a)
		if err != nil {
			return 0, err
		}
		if overlaps {
			return 0, office.Refuse(office.BadInput, "C1", "from").With("reason", "overlap")
		}
		if id == "" {
			made, err := a.tx.Rehearsal.Create().SetCommunityID(g.CommunityID).SetGroupID(g.ID).SetFromAt(in.From).SetUntilAt(in.Until).
				SetPlace(place).SetPresent([]string{}).Save(a)
			if err != nil {
				return 0, err
			}
			id = made.ID
		} else {
			n, err := a.tx.Rehearsal.Update().Where(rehearsal.ID(id), rehearsal.GroupID(g.ID), rehearsal.CancelledAtIsNil(), rehearsal.FromAtGT(a.now)).
				SetFromAt(in.From).SetUntilAt(in.Until).SetPlace(place).Save(a)
			if err != nil {
				return 0, err
			}
			if n != 1 {
				return 0, office.Refuse(office.RefusedState, "C1", "rehearsalId")
			}
		}
		return 0, a.noteGroup(g, casework.EventRehearsalSet, "", map[string]any{"rehearsal": id, "from": in.From})
	})
}

func (d *Desk) onRehearsal(ctx context.Context, name, id, mutation string, input any, do func(*act, *ent.Group, *ent.Rehearsal) error) (*GroupPayload, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, err
	}
	known, err := d.Store.Read().Rehearsal.Get(ctx, id)
	if err != nil {
		return nil, missing(err, "rehearsalId")
	}
	return d.onGroup(ctx, name, known.GroupID, mutation, input, func(a *act, g *ent.Group) (int, error) {
		r, err := a.tx.Rehearsal.Get(a, id)
		if err != nil {
			return 0, missing(err, "rehearsalId")
		}
		if r.CancelledAt != nil {
			return 0, office.Refuse(office.RefusedState, "C1", "")
		}
		return 0, do(a, g, r)
	})
}

// CancelRehearsal says that a rehearsal is not held (C1).
func (d *Desk) CancelRehearsal(ctx context.Context, in RehearsalInput) (*GroupPayload, error) {
	return d.onRehearsal(ctx, "CANCEL_REHEARSAL", in.RehearsalID, in.ClientMutationID, in, func(a *act, g *ent.Group, r *ent.Rehearsal) error {
		if !a.now.Before(r.FromAt) {
			return office.Refuse(office.TooLate, "C1", "")
		}
		if err := a.tx.Rehearsal.UpdateOneID(r.ID).SetCancelledAt(a.now).Exec(a); err != nil {
			return err
		}
		return a.noteGroup(g, casework.EventRehearsalCancelled, "", map[string]any{"rehearsal": r.ID})
	})
}

// NoteRehearsal writes down who came to a rehearsal, and what was done (C1): members of the group, once it has begun.
func (d *Desk) NoteRehearsal(ctx context.Context, in NoteRehearsalInput) (*GroupPayload, error) {
	return d.onRehearsal(ctx, "NOTE_REHEARSAL", in.RehearsalID, in.ClientMutationID, in, func(a *act, g *ent.Group, r *ent.Rehearsal) error {
		var t texts
		note := t.may("note", in.Note, longText)
		present := slices.Compact(slices.Sorted(slices.Values(in.Present)))
		switch {
		case t.err != nil:
			return t.err
		case a.now.Before(r.FromAt):
			return office.Refuse(office.RefusedState, "C1", "").With("reason", "not_yet")
		case len(present) > mostMembers:
			return office.Refuse(office.LimitExceeded, "C1", "present").With("limit", mostMembers)
		}
		n, err := a.tx.Member.Query().Where(member.GroupID(g.ID), member.IDIn(present...)).Count(a)
		if err != nil {
			return err
		}
		if n != len(present) {
			return office.Refuse(office.NotFound, "C1", "present")
		}
		if err := a.tx.Rehearsal.UpdateOneID(r.ID).SetPresent(present).SetNote(note).Exec(a); err != nil {
			return err
		}
		return a.noteGroup(g, casework.EventRehearsalNoted, "", map[string]any{"rehearsal": r.ID, "present": len(present)})
	})
}

// Groups gives the groups of the viewer's communities in the order of their names, those that were dissolved where they are asked
// for; at most 100.
func (d *Desk) Groups(ctx context.Context, dissolved bool) ([]*ent.Group, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, err
	}
	q := d.Store.Read().Group.Query()
	if !dissolved {
		q.Where(group.DissolvedAtIsNil())
	}
	return q.Order(group.ByPinyin(), group.ByID()).Limit(mostGroups).All(ctx)
}

// MembersOf gives the members of a group: those who lead first, then by name; at most 200.
func (d *Desk) MembersOf(ctx context.Context, groupID string, left bool) ([]*ent.Member, error) {
	q := d.Store.Read().Member.Query().Where(member.GroupID(groupID))
	if !left {
		q.Where(member.LeftOn(""))
	}
	return q.WithResident().Order(member.ByLeftOn(), ent.Desc(member.FieldLeads), member.ByPinyin(), member.ByID()).Limit(mostMembers).All(ctx)
}

// RehearsalsOf gives the rehearsals of a group, the latest first; at most 100.
func (d *Desk) RehearsalsOf(ctx context.Context, groupID string) ([]*ent.Rehearsal, error) {
	return d.Store.Read().Rehearsal.Query().Where(rehearsal.GroupID(groupID)).Order(ent.Desc(rehearsal.FieldFromAt, rehearsal.FieldID)).Limit(ListBound).All(ctx)
}

// ProgramsOf gives the programs of a group, the latest first; at most 100.
func (d *Desk) ProgramsOf(ctx context.Context, groupID string) ([]*ent.Program, error) {
	return d.Store.Read().Program.Query().Where(entprogram.GroupID(groupID)).Order(ent.Desc(entprogram.FieldFromAt, entprogram.FieldID)).Limit(ListBound).All(ctx)
}

// MembersIn counts those who are in a group now.
func (d *Desk) MembersIn(ctx context.Context, groupID string) (int, error) {
	return d.Store.Read().Member.Query().Where(member.GroupID(groupID), member.LeftOn("")).Count(ctx)
}

// verifyGroups looks at the groups after a key: their journals are whole (C1).
func verifyGroups(ctx context.Context, client *ent.Client, last string, r *Report) (string, bool, error) {
	page, err := client.Group.Query().Where(group.IDGT(last)).Order(group.ByID()).Limit(500).All(ctx)
	if err != nil || len(page) == 0 {
		return last, false, err
	}
	records := make([]kept, len(page))
	for i, g := range page {
		records[i] = kept{g.ID, g.Head, g.Events}
	}
	return page[len(page)-1].ID, true, verifyKept(ctx, client, records, r)
}
