package service

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"xinxing/ent"
	"xinxing/ent/casefile"
	"xinxing/ent/department"
	"xinxing/ent/rating"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/store"
)

// SaveDepartmentInput is the input of the act of that name; the schema says what each field means.
type SaveDepartmentInput struct {
	Code, Name, Address, Phone, Hours, Website, Duties string
	ClientMutationID                                   string
}

// DepartmentPayload is the answer of SaveDepartment.
type DepartmentPayload struct {
	Department       *ent.Department
	ClientMutationID string
}

// SetDisclosureInput is the input of the act of that name; the schema says what each field means.
type SetDisclosureInput struct {
	Organisation, Duties, Procedure, Supervision, Hours, Address, Phone string
	ClientMutationID                                                    string
}

// DisclosurePayload is the answer of SetDisclosure.
type DisclosurePayload struct {
	Community        *ent.Community
	ClientMutationID string
}

var webPage = regexp.MustCompile(`^https?://[^\s"<>]+$`)

// SaveDepartment is Q2: adds a department to the directory, or changes the one of that code. Leaders, the director and
// administrators only.
func (d *Desk) SaveDepartment(ctx context.Context, in SaveDepartmentInput) (*DepartmentPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "SAVE_DEPARTMENT", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		return a.saveDepartment(in)
	})
	if err != nil {
		return nil, err
	}
	p, err := d.Store.Read().Department.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "department")
	}
	return &DepartmentPayload{Department: p, ClientMutationID: in.ClientMutationID}, nil
}

// checkDepartment brings what was written to the form in which it is kept, and gives everything that is wrong with it.
func checkDepartment(in SaveDepartmentInput) (SaveDepartmentInput, faults) {
	var t texts
	if in.Code = strings.TrimSpace(in.Code); !itemCode.MatchString(in.Code) {
		t.refuse(office.Refuse(office.BadInput, "Q2", "code").With("reason", "code"))
	}
	in.Name = t.need("name", "Q2", in.Name, 100, office.BadInput)
	in.Address = t.need("address", "F7", in.Address, shortText, office.BadInput)
	in.Phone = t.need("phone", "F7", in.Phone, 60, office.BadInput)
	in.Hours = t.need("hours", "F7", in.Hours, shortText, office.BadInput)
	in.Website = t.may("website", in.Website, shortText)
	in.Duties = t.may("duties", in.Duties, longText)
	if in.Website != "" && !webPage.MatchString(in.Website) {
		t.refuse(office.Refuse(office.BadInput, "F7", "website").With("reason", "web_page"))
	}
	return in, t.faults
}

func (a *act) saveDepartment(in SaveDepartmentInput) (caseKey, error) {
	none := caseKey{}
	if err := a.mayEdit(); err != nil {
		return none, err
	}
	in, wrong := checkDepartment(in)
	if err := wrong.first(); err != nil {
		return none, err
	}
	spelling := cutBytes(spelled(in.Name, false), 200)
	there, err := a.tx.Department.Query().Where(department.CommunityID(a.office.Community.ID), department.Code(in.Code)).Only(a)
	switch {
	case err == nil:
		err = there.Update().SetName(in.Name).SetPinyin(spelling).SetAddress(in.Address).SetPhone(in.Phone).SetHours(in.Hours).
			SetWebsite(in.Website).SetDuties(in.Duties).Exec(a)
	case ent.IsNotFound(err):
		there, err = a.tx.Department.Create().SetCommunityID(a.office.Community.ID).SetCode(in.Code).SetName(in.Name).SetPinyin(spelling).
			SetAddress(in.Address).SetPhone(in.Phone).SetHours(in.Hours).SetWebsite(in.Website).SetDuties(in.Duties).Save(a)
	}
	if err != nil {
		return none, err
	}
	return caseKey{there.ID}, a.newVersion()
}

// SetDisclosure is Q5: what the office says of itself; everything else on the board is made from live records. Leaders,
// the director and administrators only.
func (d *Desk) SetDisclosure(ctx context.Context, in SetDisclosureInput) (*DisclosurePayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "SET_DISCLOSURE", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		if err := a.mayEdit(); err != nil {
			return none, err
		}
		var t texts
		set := casework.Disclosure{
			Organisation: t.need("organisation", "Q5", in.Organisation, longText, office.BadInput),
			Duties:       t.need("duties", "Q5", in.Duties, longText, office.BadInput),
			Procedure:    t.need("procedure", "Q5", in.Procedure, longText, office.BadInput),
			Supervision:  t.need("supervision", "Q5", in.Supervision, longText, office.BadInput),
			Hours:        t.need("hours", "Q5", in.Hours, shortText, office.BadInput),
			Address:      t.need("address", "Q5", in.Address, shortText, office.BadInput),
			Phone:        t.need("phone", "Q5", in.Phone, 60, office.BadInput),
		}
		if t.err != nil {
			return none, t.err
		}
		id := a.office.Community.ID
		return caseKey{id}, a.tx.Community.UpdateOneID(id).SetDisclosure(set).AddRefVersion(1).Exec(a)
	})
	if err != nil {
		return nil, err
	}
	c, err := d.Store.Read().Community.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "community")
	}
	return &DisclosurePayload{Community: c, ClientMutationID: in.ClientMutationID}, nil
}

// Ratings reads a page of the ratings that the viewer may see, newest first.
func (d *Desk) Ratings(ctx context.Context, first int, after *Place) ([]*ent.Rating, func(context.Context) (int, error), error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, nil, err
	}
	q := d.Store.Read().Rating.Query()
	if after != nil {
		q.Where(rating.Or(rating.RatedAtLT(after.At), rating.And(rating.RatedAt(after.At), rating.IDLT(after.ID))))
	}
	list, err := q.Order(ent.Desc(rating.FieldRatedAt, rating.FieldID)).Limit(first + 1).All(ctx)
	return list, func(ctx context.Context) (int, error) { return d.Store.Read().Rating.Query().Count(ctx) }, err
}

// RatingSum is how often somebody's work was rated at one level.
type RatingSum struct {
	Level casework.RatingLevel
	Count int
}

// ratingsKept is how far back one's own sums go.
const ratingsKept = 365 * 24 * time.Hour

// MyRatings sums the ratings of the viewer's own work; which cases they are of is told to nobody (Q6).
func (d *Desk) MyRatings(ctx context.Context) ([]*RatingSum, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	var rows []struct {
		Level casework.RatingLevel `json:"level"`
		Count int                  `json:"count"`
	}
	err = d.Store.Read().Rating.Query().
		Where(rating.AboutID(string(v.Staff)), rating.RatedAtGTE(d.Now().Add(-ratingsKept))).
		GroupBy(rating.FieldLevel).Aggregate(ent.Count()).Scan(store.With(ctx, store.System()), &rows)
	if err != nil {
		return nil, err
	}
	sums := noRatings()
	for _, r := range rows {
		add(sums, r.Level, r.Count)
	}
	return sums, nil
}

// noRatings are sums of nothing: every level, the best first.
func noRatings() []*RatingSum {
	sums := []*RatingSum{}
	for _, word := range casework.RatingLevel("").Values() {
		sums = append(sums, &RatingSum{Level: casework.RatingLevel(word)})
	}
	return sums
}

func add(sums []*RatingSum, level casework.RatingLevel, n int) {
	for _, s := range sums {
		if s.Level == level {
			s.Count += n
		}
	}
}

// RatingGroup is how the cases of one item, or of one post, were rated. Code and Name are the item's, as it is called now,
// or the post's.
type RatingGroup struct {
	Code, Name string
	Community  *ent.Community
	Total      int
	Levels     []*RatingSum
}

// RatingSums are the ratings that the viewer may see, summed: all of them, and those of cases with an item and with a
// post by these, at most 100 of each, those rated most first.
type RatingSums struct {
	Total        int
	Levels       []*RatingSum
	Items, Posts []*RatingGroup
}

// RatingSums counts the ratings of the viewer's communities, of all time; the guards leave out those of the viewer's own
// work, and give nothing to whoever may not see ratings (Q6). The database counts: one statement.
func (d *Desk) RatingSums(ctx context.Context) (*RatingSums, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, err
	}
	var rows []struct {
		Community string               `json:"community_id"`
		Level     casework.RatingLevel `json:"level"`
		Item      string               `json:"item_code"`
		Post      *string              `json:"post_id"`
		Count     int                  `json:"count"`
	}
	err := d.Store.Read().Rating.Query().Modify(func(s *sql.Selector) {
		cases := sql.Table(casefile.Table).As("rated")
		s.Join(cases).OnP(sql.And(
			sql.ColumnsEQ(s.C(rating.FieldCommunityID), cases.C(casefile.FieldCommunityID)),
			sql.ColumnsEQ(s.C(rating.FieldCaseID), cases.C(casefile.FieldID)),
		))
		by := []string{s.C(rating.FieldCommunityID), s.C(rating.FieldLevel), cases.C(casefile.FieldItemCode), cases.C(casefile.FieldPostID)}
		s.Select(append(slices.Clone(by), sql.As(sql.Count("*"), "count"))...).GroupBy(by...)
	}).Scan(ctx, &rows)
	if err != nil {
		return nil, err
	}
	sums := &RatingSums{Levels: noRatings()}
	type key struct{ community, id string }
	items, posts := map[key]*RatingGroup{}, map[key]*RatingGroup{}
	for _, r := range rows {
		sums.Total += r.Count
		add(sums.Levels, r.Level, r.Count)
		o, err := d.Office(ctx, r.Community)
		if err != nil {
			return nil, err
		}
		count := func(groups map[key]*RatingGroup, id, code, name string) {
			g := groups[key{r.Community, id}]
			if g == nil {
				g = &RatingGroup{Code: code, Name: name, Community: o.Community, Levels: noRatings()}
				groups[key{r.Community, id}] = g
			}
			g.Total += r.Count
			add(g.Levels, r.Level, r.Count)
		}
		if r.Item != "" {
			count(items, r.Item, r.Item, o.itemNamed(r.Item))
		}
		if r.Post != nil && o.Posts[*r.Post] != nil {
			count(posts, *r.Post, o.Posts[*r.Post].Code, o.Posts[*r.Post].Name)
		}
	}
	sums.Items, sums.Posts = mostRated(items), mostRated(posts)
	return sums, nil
}

// itemNamed is what the last version of an item is called.
func (o *Office) itemNamed(code string) string {
	name, version := "", 0
	for _, i := range o.Items {
		if i.Code == code && i.Version > version {
			name, version = i.Name, i.Version
		}
	}
	return name
}

func mostRated[K comparable](groups map[K]*RatingGroup) []*RatingGroup {
	out := []*RatingGroup{}
	for _, g := range groups {
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b *RatingGroup) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Community.ID, b.Community.ID))
	})
	return out[:min(len(out), catalogueMost)]
}
