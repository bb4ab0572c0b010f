package service

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"xinxing/ent"
	"xinxing/ent/group"
	"xinxing/ent/member"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/sheet"
)

// Members of groups as a table (C1): known by group and name; a group must be there.
var memberColumns = []sheet.Column{
	column("group", "队伍", true, "group"), column("name", "姓名", true, "name"), column("role", "分工", false, "role"),
	column("phone", "电话", false, "phone"), column("joinedOn", "加入日期", false, "joinedOn"), column("leads", "负责人", false, "leads"),
}

const severalOfName office.Code = "SEVERAL_OF_NAME" // which of the members of one name is meant nobody can tell

// memberTable is what a table of members is read against.
type memberTable struct {
	groups map[string]*ent.Group
	// there are the members of each group, by name; count is how many a group would have.
	there map[string]map[string][]*ent.Member
	count map[string]int
}

func (a *act) memberTable() (*memberTable, error) {
	m := &memberTable{groups: map[string]*ent.Group{}, there: map[string]map[string][]*ent.Member{}, count: map[string]int{}}
	groups, err := a.tx.Group.Query().Where(group.CommunityID(a.office.Community.ID), group.DissolvedAtIsNil()).All(a)
	if err != nil {
		return nil, err
	}
	for _, g := range groups {
		m.groups[g.Name], m.there[g.ID] = g, map[string][]*ent.Member{}
	}
	members, err := a.tx.Member.Query().Where(member.CommunityID(a.office.Community.ID), member.LeftOn("")).Order(member.ByID()).All(a)
	if err != nil {
		return nil, err
	}
	for _, one := range members {
		if of := m.there[one.GroupID]; of != nil {
			of[one.Name] = append(of[one.Name], one)
			m.count[one.GroupID]++
		}
	}
	return m, nil
}

func beginMembers(a *act, _ []sheet.Row) (func(sheet.Row) (done, faults, error), func() error, error) {
	m, err := a.memberTable()
	if err != nil {
		return nil, nil, err
	}
	first := once()
	var later []func() error
	moved := map[*ent.Group]int{}
	check := func(r sheet.Row) (done, faults, error) {
		v := r.Values
		wrong := first("name", v["group"]+"\n"+v["name"])
		g := m.groups[v["group"]]
		if g == nil {
			return 0, append(wrong, office.Refuse(office.NotFound, "C1", "group")), nil
		}
		var was *ent.Member
		switch same := m.there[g.ID][strings.TrimSpace(v["name"])]; {
		case len(same) > 1:
			wrong = append(wrong, office.Refuse(severalOfName, "C1", "name"))
		case len(same) == 1:
			was = same[0]
		}
		phone := v["phone"]
		switch {
		case was != nil && was.PhoneMask != "" && folded(phone) == folded(was.PhoneMask):
			phone = ""
		case masked(phone) && was == nil:
			wrong, phone = append(wrong, office.Refuse(maskedNew, "C1", "phone")), ""
		case masked(phone):
			wrong, phone = append(wrong, office.Refuse(maskChanged, "C1", "phone")), ""
		}
		joined := v["joinedOn"]
		if joined != "" {
			day, ok := sheet.Date(joined)
			if !ok {
				wrong, joined = append(wrong, office.Refuse(badDate, "C1", "joinedOn")), ""
			} else {
				joined = day
			}
		} else if was != nil {
			joined = was.JoinedOn
		}
		var t texts
		leads := t.yesNo("leads", v["leads"])
		one, more := checkMember(v["name"], v["role"], phone, joined, a.today().String(), leads)
		if wrong = append(append(wrong, t.faults...), more...); len(wrong) > 0 {
			return 0, wrong, nil
		}
		if was == nil {
			if m.count[g.ID]++; m.count[g.ID] > mostMembers {
				return 0, faults{office.Refuse(office.LimitExceeded, "C1", "group").With("limit", mostMembers)}, nil
			}
			later = append(later, func() error {
				moved[g]++
				_, err := a.joinGroup(g, one, nil)
				return err
			})
			return created, nil, nil
		}
		kept := one.phone == ""
		if !kept {
			plain, err := a.desk.openMember(was)
			if err != nil {
				return 0, nil, err
			}
			kept = plain == one.phone
		}
		if kept && one.role == was.Role && one.leads == was.Leads && one.joined == was.JoinedOn {
			return unchanged, nil, nil
		}
		later = append(later, func() error {
			moved[g]++
			u := a.tx.Member.UpdateOneID(was.ID).SetRole(one.role).SetLeads(one.leads).SetJoinedOn(one.joined)
			if !kept {
				sealed, err := a.desk.Box.Seal(one.phone, was.ID+".phone")
				if err != nil {
					return err
				}
				u.SetPhoneSealed(sealed).SetPhoneMask(one.mask)
			}
			return u.Exec(a)
		})
		return changed, nil, nil
	}
	return check, func() error {
		if err := each(&later)(); err != nil {
			return err
		}
		groups := []*ent.Group{}
		for g := range moved {
			groups = append(groups, g)
		}
		slices.SortFunc(groups, func(x, y *ent.Group) int { return cmp.Compare(x.ID, y.ID) })
		for _, g := range groups {
			if err := a.noteGroup(g, casework.EventMembersImported, "", map[string]any{"members": moved[g]}); err != nil {
				return err
			}
			if err := a.saveGroup(g, 0); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// openMember is a member's number, "" for none.
func (d *Desk) openMember(m *ent.Member) (string, error) {
	if m.PhoneSealed == "" {
		return "", nil
	}
	return d.Box.Open(m.PhoneSealed, m.ID+".phone")
}

// mostMemberRows bounds the table of members that goes out.
const mostMemberRows = 5000

func memberRows(d *Desk, ctx context.Context, o *Office) ([][]string, error) {
	groups, err := d.Store.Read().Group.Query().Where(group.CommunityID(o.Community.ID), group.DissolvedAtIsNil()).Order(group.ByPinyin(), group.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	members, err := d.Store.Read().Member.Query().Where(member.CommunityID(o.Community.ID), member.LeftOn("")).
		Order(ent.Desc(member.FieldLeads), member.ByPinyin(), member.ByID()).Limit(mostMemberRows).All(ctx)
	if err != nil {
		return nil, err
	}
	of := map[string][]*ent.Member{}
	for _, m := range members {
		of[m.GroupID] = append(of[m.GroupID], m)
	}
	rows := [][]string{}
	for _, g := range groups {
		for _, m := range of[g.ID] {
			rows = append(rows, []string{g.Name, m.Name, m.Role, m.PhoneMask, m.JoinedOn, word(m.Leads)})
		}
	}
	return rows, nil
}
