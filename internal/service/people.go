package service

import (
	"cmp"
	"context"
	"slices"

	"xinxing/ent"
	"xinxing/ent/community"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/store"
)

// The bounds of the lists of people and posts.
const (
	staffMost = 500
	postsMost = 200
)

// OfficeName is the name on the sign-in page, for anybody: of the first office that stands below another, else of
// the first; nil on an empty database.
func (d *Desk) OfficeName(ctx context.Context) (*string, error) {
	all, err := d.Store.Read().Community.Query().Order(community.ByID()).Limit(100).All(store.With(ctx, store.System()))
	if err != nil || len(all) == 0 {
		return nil, err
	}
	for _, c := range all {
		if c.ParentID != nil {
			return &c.Name, nil
		}
	}
	return &all[0].Name, nil
}

// StaffOf gives the staff of the viewer's community in order of pinyin, found by name, pinyin or initials; those who
// left only where asked for. At most 500.
func (d *Desk) StaffOf(ctx context.Context, search *string, includeLeft bool) ([]*ent.Staff, error) {
	o, err := d.mine(ctx)
	if err != nil {
		return nil, err
	}
	w, err := wanted(search)
	if err != nil {
		return nil, err
	}
	out := []*ent.Staff{}
	for _, s := range o.Staff {
		if s.CommunityID != o.Community.ID || s.LeftAt != nil && !includeLeft {
			continue
		}
		if _, ok := w.match(s.Name, s.Pinyin, ""); ok {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b *ent.Staff) int {
		return cmp.Or(cmp.Compare(a.Pinyin, b.Pinyin), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return out[:min(len(out), staffMost)], nil
}

// PostsOf gives the posts of the viewer's community in order of their codes. At most 200.
func (d *Desk) PostsOf(ctx context.Context) ([]*ent.Post, error) {
	o, err := d.mine(ctx)
	if err != nil {
		return nil, err
	}
	out := o.posts(func(*ent.Post) bool { return true })
	return out[:min(len(out), postsMost)], nil
}

func (o *Office) posts(which func(*ent.Post) bool) []*ent.Post {
	out := []*ent.Post{}
	for _, p := range o.Posts {
		if which(p) {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b *ent.Post) int { return cmp.Compare(a.Code, b.Code) })
	return out
}

// PostsOfStaff gives the posts whose A or B this person is, in order of their codes.
func (d *Desk) PostsOfStaff(ctx context.Context, s *ent.Staff) ([]*ent.Post, error) {
	o, err := d.seen(ctx, s.CommunityID)
	if o == nil || err != nil {
		return []*ent.Post{}, err
	}
	return o.posts(func(p *ent.Post) bool { return p.AID == s.ID || p.BID == s.ID }), nil
}

// OnDutyAt is who is on duty at a post now, computed (B2); nil where nobody is.
func (d *Desk) OnDutyAt(ctx context.Context, p *ent.Post) (*ent.Staff, error) {
	o, err := d.seen(ctx, p.CommunityID)
	if o == nil || err != nil {
		return nil, err
	}
	return o.Staff[string(o.Roster.Holder(duty.Post{ID: p.ID, A: duty.StaffID(p.AID), B: duty.StaffID(p.BID)}))], nil
}

// ItemsOfPost gives the items in force today that a post handles, in order of their codes.
func (d *Desk) ItemsOfPost(ctx context.Context, p *ent.Post) ([]*ent.Item, error) {
	o, err := d.seen(ctx, p.CommunityID)
	if o == nil || err != nil {
		return []*ent.Item{}, err
	}
	day := d.today(o).String()
	out := []*ent.Item{}
	for _, i := range o.Items {
		if i.PostID != nil && *i.PostID == p.ID && inForce(i, day) {
			out = append(out, i)
		}
	}
	slices.SortFunc(out, func(a, b *ent.Item) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(b.Version, a.Version))
	})
	return out, nil
}

// StaffNamed gives a member of staff of a community that the viewer sees, or of the subdistrict above it; nil for
// none.
func (d *Desk) StaffNamed(ctx context.Context, community, id string) (*ent.Staff, error) {
	o, err := d.seen(ctx, community)
	if o == nil || err != nil {
		return nil, err
	}
	return o.Staff[id], nil
}

// LoginOf is a person's sign-in name, for whoever edits the staff; nil for others.
func (d *Desk) LoginOf(ctx context.Context, s *ent.Staff) (*string, error) {
	v, err := d.Viewer(ctx)
	if err != nil || !edits(v.Roles) || v.Community != s.CommunityID {
		return nil, err
	}
	return &s.Login, nil
}

// seen gives the office of a community; nil where the viewer sees nothing of it.
func (d *Desk) seen(ctx context.Context, community string) (*Office, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(v.Communities, community) {
		return nil, nil
	}
	return d.Office(ctx, community)
}

// OnlyCommunity is the key of the one community of the database, subdistricts aside; it fails where there is not
// just one.
func (d *Desk) OnlyCommunity(ctx context.Context) (string, error) {
	all, err := d.Store.Read().Community.Query().All(store.With(ctx, store.System()))
	if err != nil {
		return "", err
	}
	above := map[string]bool{}
	for _, c := range all {
		if c.ParentID != nil {
			above[*c.ParentID] = true
		}
	}
	var found []string
	for _, c := range all {
		if !above[c.ID] {
			found = append(found, c.ID)
		}
	}
	if len(found) != 1 {
		return "", office.Refuse(office.NotFound, "", "community").With("communities", len(found))
	}
	return found[0], nil
}

// ParentOf is the subdistrict above a community, which its people may know by name.
func (d *Desk) ParentOf(ctx context.Context, c *ent.Community) (*ent.Community, error) {
	p, err := d.Store.Read().Community.Get(store.With(ctx, store.System()), *c.ParentID)
	if err != nil {
		return nil, missing(err, "community")
	}
	return p, nil
}

// Spelled is the pinyin by which a thing of the office is found, e.g. a department: syllables with spaces between,
// at most 200 bytes.
func Spelled(s string) string { return cutBytes(spelled(s, false), 200) }
