// Package duty computes who answers: who is on duty at a post (B2), and who answers for a case when the person who
// holds it is away or suspended (B5, B7, A7). Nothing here is typed in; all of it follows from the facts.
package duty

import (
	"maps"
	"slices"

	"xinxing/internal/office"
)

// StaffID is the key of a member of staff.
type StaffID string

// Roles are what a person may do by office.
type Roles []Role

// Has tells whether the role is among them.
func (r Roles) Has(role Role) bool { return slices.Contains(r, role) }

// Works tells whether the person works on cases at all.
func (r Roles) Works() bool { return r.Has(Clerk) || r.Leads() }

// Leads tells whether the person decides what others ask (F6, T5).
func (r Roles) Leads() bool { return r.Has(Leader) || r.Has(Director) }

// Member is what the rules know of a member of staff.
type Member struct {
	ID       StaffID
	State    State
	Roles    Roles
	Superior StaffID // "" at the top
}

// Post is a post's A and B.
type Post struct {
	ID   string
	A, B StaffID
}

// Has tells whether the person is the post's A or B.
func (p *Post) Has(s StaffID) bool { return p != nil && (p.A == s || p.B == s) }

// Other is the other half of the post, "" where the person is not of it.
func (p *Post) Other(s StaffID) StaffID {
	switch {
	case p == nil:
		return ""
	case p.A == s:
		return p.B
	case p.B == s:
		return p.A
	}
	return ""
}

// Roster finds a member of staff.
type Roster map[StaffID]Member

// OnDuty tells whether the person is there and works.
func (r Roster) OnDuty(s StaffID) bool {
	m, ok := r[s]
	return ok && m.State == OnDuty
}

// Holder is who is on duty at a post: A unless away or suspended, else B (B2); "" where neither is.
func (r Roster) Holder(p Post) StaffID {
	for _, s := range []StaffID{p.A, p.B} {
		if r.OnDuty(s) {
			return s
		}
	}
	return ""
}

// Superior is the nearest superior of a person who is on duty and works on cases; "" where there is none. A circle
// of superiors ends the search.
func (r Roster) Superior(s StaffID) StaffID {
	return r.above(s, func(m Member) bool { return m.Roles.Works() })
}

// Deputy is who leads the office in the place of leaders who are away: the director, else a leader, on duty, none of
// those excepted; of several, always the same. "" where there is none.
func (r Roster) Deputy(except ...StaffID) StaffID {
	for _, role := range []Role{Director, Leader} {
		for _, id := range slices.Sorted(maps.Keys(r)) {
			if r.OnDuty(id) && r[id].Roles.Has(role) && !slices.Contains(except, id) {
				return id
			}
		}
	}
	return ""
}

// Above is the nearest superior of a person who is on duty, whether working on cases or not: above the director
// stands the subdistrict's supervisor, who is warned but holds no case. "" where there is none.
func (r Roster) Above(s StaffID) StaffID {
	return r.above(s, func(Member) bool { return true })
}

// Decider is who decides what was reported up where whom it waited for is not there (F6): the nearest superior of the
// holder, else the deputy of the leaders, who does not answer for it already. "" where there is none.
func (r Roster) Decider(holder, responsible StaffID) StaffID {
	if s := r.Superior(holder); s != "" {
		return s
	}
	return r.Deputy(holder, responsible)
}

func (r Roster) above(s StaffID, fits func(Member) bool) StaffID {
	seen := map[StaffID]bool{s: true}
	for at := r[s].Superior; at != "" && !seen[at]; at = r[at].Superior {
		seen[at] = true
		if r.OnDuty(at) && fits(r[at]) {
			return at
		}
	}
	return ""
}

// Answering is who answers for a case now, and in which quality.
type Answering struct {
	Staff StaffID
	Role  HolderRole
}

// Answers computes who answers for a case that holder has in custody in the given quality: the holder when on duty;
// else the other half of the post when the holder is of it (B5, B7, A7), else whoever is on duty at the post, else
// the nearest superior on duty, else the deputy of those above. It refuses with NOBODY_ON_DUTY (B2) where there is nobody.
func (r Roster) Answers(holder StaffID, as HolderRole, post *Post) (Answering, error) {
	if r.OnDuty(holder) {
		return Answering{holder, as}, nil
	}
	if other := post.Other(holder); other != "" && r.OnDuty(other) {
		return Answering{other, AsStandIn}, nil
	}
	if post != nil {
		if s := r.Holder(*post); s != "" {
			return Answering{s, AsStandIn}, nil
		}
	}
	for _, s := range []StaffID{r.Superior(holder), r.Deputy(holder)} {
		if s != "" {
			return Answering{s, AsSuperior}, nil
		}
	}
	return Answering{}, office.Refuse(office.NobodyOnDuty, "B2", "").With("holder", holder)
}

// Oversees computes who answers for a supervision matter that holder has: the holder when on duty, else the nearest
// superior who works on cases, else the deputy of the leaders (Q6), never the person whom it is about (A3). It refuses
// with NOBODY_ON_DUTY (B2) where there is nobody.
func (r Roster) Oversees(holder, about StaffID) (Answering, error) {
	if r.OnDuty(holder) {
		return Answering{holder, AsSuperior}, nil
	}
	if s := r.above(holder, func(m Member) bool { return m.Roles.Works() && m.ID != about }); s != "" {
		return Answering{s, AsSuperior}, nil
	}
	if s := r.Deputy(holder, about); s != "" {
		return Answering{s, AsSuperior}, nil
	}
	return Answering{}, office.Refuse(office.NobodyOnDuty, "B2", "").With("holder", holder)
}
