package service

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"xinxing/ent"
	"xinxing/ent/casefile"
	"xinxing/ent/community"
	"xinxing/ent/extension"
	"xinxing/ent/post"
	"xinxing/ent/promise"
	"xinxing/ent/rating"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/person"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// DisclosedCommunity is a community that has a public board.
type DisclosedCommunity struct{ ID, Name string }

// Disclosed is what anybody may know of a community's office without signing in (Q5, B3), made from live records: no
// resident, no case, nobody who left, and of who is not there no reason.
type Disclosed struct {
	DisclosedCommunity
	// Parent is the name of the subdistrict above it, "" for none.
	Parent string
	Texts  casework.Disclosure
	Zone   *time.Location
	// Week holds the office hours by weekday; Working and Open tell of today and of now, by the calendar.
	Week          workday.Hours
	Today         workday.Date
	Working, Open bool
	People        []*DisclosedPerson
	Posts         []*DisclosedPost
	// Items are those in force today that the office handles, NotIssued those that it may not issue (F7).
	Items, NotIssued []*DisclosedItem
	Departments      []*DisclosedDepartment
}

// DisclosedPerson is a member of staff who works on cases. OnDuty does not tell why somebody is not there.
type DisclosedPerson struct {
	Name, Title string
	// FamilyName stands in the place of a photo that is not there.
	FamilyName string
	Portrait   *DisclosedFile
	OnDuty     bool
	// APosts and BPosts are the names of the posts whose A and whose B the person is.
	APosts, BPosts []string

	pinyin string
	rank   int
}

// DisclosedPost is a post with the names of its A and B, "" for one who left, and who is on duty now: "A", "B",
// "SUPERIOR" where neither is and Superior, by name, answers in their place, or "" for nobody (B2, B3).
type DisclosedPost struct {
	Code, Name, Duties, Window string
	A, B, OnDuty, Superior     string
}

// Holder is the name of who is on duty at the post, "" for nobody.
func (p *DisclosedPost) Holder() string {
	switch p.OnDuty {
	case "A":
		return p.A
	case "B":
		return p.B
	case "SUPERIOR":
		return p.Superior
	}
	return ""
}

// DisclosedItem is the version of an item that is in force today. Post handles it; Department is where to go instead.
type DisclosedItem struct {
	Code, Name string
	Kind       casework.ItemKind
	LimitDays  int
	Immediate  bool
	Fee        string
	Channels   []casework.Channel
	Materials  []casework.Material
	Steps      []string
	LegalBasis string
	// Forms are blank forms to download, oldest first.
	Forms      []*DisclosedFile
	Post       *DisclosedPost
	Department *DisclosedDepartment

	pinyin string
}

// DisclosedDepartment is a functional department of the directory (Q2).
type DisclosedDepartment struct {
	Code, Name, Address, Phone, Hours, Website, Duties string

	pinyin string
}

// DisclosedFinds are the hits of a search, of each kind the best first.
type DisclosedFinds struct {
	Items, NotIssued []*DisclosedItem
	Departments      []*DisclosedDepartment
	Posts            []*DisclosedPost
	People           []*DisclosedPerson
}

// Count is how many hits there are.
func (f *DisclosedFinds) Count() int {
	return len(f.Items) + len(f.NotIssued) + len(f.Departments) + len(f.Posts) + len(f.People)
}

// DisclosedFigures are the office's own figures of the running month (Q5): sums, of nobody in particular.
type DisclosedFigures struct {
	// Work is what counts of re-employment since the first of January (E7).
	Work  employment.Figures
	Month workday.Date // its first day
	At    time.Time    // when they were counted
	// Of the contacts of the month: how many, how many resolved on the spot and how many guided.
	Received, OnSpot, Guided int
	// Of the promises that fall due in the month: kept, and missed so far. Overdue and extended are different things.
	Kept, Missed int
	// Extended counts the extensions of which residents were told in the month.
	Extended int
	// Ratings counts the ratings of the month by level, every level in order.
	Ratings []RatingSum
	// Popular are the codes of the items asked for most, at most five.
	Popular []string
}

// The bounds of the list of communities and of the items asked for most.
const (
	communitiesMost = 100
	popularMost     = 5
)

// DisclosedCommunities lists the communities that have a public board, for anybody: those below a subdistrict, and
// those with posts.
func (d *Desk) DisclosedCommunities(ctx context.Context) ([]DisclosedCommunity, error) {
	ctx = store.With(ctx, store.System())
	c := d.Store.Read()
	all, err := c.Community.Query().Order(community.ByName(), community.ByID()).Limit(communitiesMost).All(ctx)
	if err != nil {
		return nil, err
	}
	staffed, err := c.Post.Query().GroupBy(post.FieldCommunityID).Strings(ctx)
	if err != nil {
		return nil, err
	}
	out := []DisclosedCommunity{}
	for _, com := range all {
		if com.ParentID != nil || slices.Contains(staffed, com.ID) {
			out = append(out, DisclosedCommunity{com.ID, com.Name})
		}
	}
	return out, nil
}

// disclosing gives the office of a community with a public board.
func (d *Desk) disclosing(ctx context.Context, id string) (*Office, error) {
	o, err := d.officeOf(ctx, d.Store.Read(), id)
	if err != nil {
		return nil, err
	}
	if o.Community.ParentID == nil && len(o.Posts) == 0 {
		return nil, office.Refuse(office.NotFound, "", "community")
	}
	return o, nil
}

// Disclosed gives a community's public board, for anybody (Q5, B3). It refuses with NOT_FOUND what has none.
func (d *Desk) Disclosed(ctx context.Context, id string) (*Disclosed, error) {
	o, err := d.disclosing(ctx, id)
	if err != nil {
		return nil, err
	}
	now := d.Now()
	b := &Disclosed{
		DisclosedCommunity: DisclosedCommunity{o.Community.ID, o.Community.Name}, Texts: o.Community.Disclosure,
		Zone: o.Calendar.Location(), Week: o.Community.Hours, Today: d.today(o), Open: o.Calendar.Open(now),
	}
	b.Working = o.Calendar.Working(b.Today)
	if o.Community.ParentID != nil {
		above, err := d.ParentOf(ctx, o.Community)
		if err != nil {
			return nil, err
		}
		b.Parent = above.Name
	}
	o.disclosePosts(b)
	o.disclosePeople(b)
	o.discloseItems(b)
	return b, nil
}

// named is the name of a member of staff who is still there, "" for others.
func (o *Office) named(id string) string {
	if s := o.Staff[id]; s != nil && s.LeftAt == nil {
		return s.Name
	}
	return ""
}

func (o *Office) disclosePosts(b *Disclosed) {
	for _, p := range o.posts(func(*ent.Post) bool { return true }) {
		made := &DisclosedPost{Code: p.Code, Name: p.Name, Duties: p.Duties, Window: p.Window, A: o.named(p.AID), B: o.named(p.BID)}
		switch holder, as := o.Roster.OnDutyAt(*o.Post(&p.ID)); {
		case holder == "":
		case as == duty.AsHandler:
			made.OnDuty = "A"
		case as == duty.AsStandIn:
			made.OnDuty = "B"
		default:
			made.OnDuty, made.Superior = "SUPERIOR", o.named(string(holder))
		}
		b.Posts = append(b.Posts, made)
	}
}

// disclosePeople lists who works on cases.
func (o *Office) disclosePeople(b *Disclosed) {
	for _, s := range o.Staff {
		roles := duty.Roles(s.Roles)
		if s.CommunityID != o.Community.ID || !disclosed(s) {
			continue
		}
		made := &DisclosedPerson{
			Name: s.Name, Title: s.Title, FamilyName: person.FamilyName(s.Name), Portrait: discloseFile(o.portrait(s)),
			OnDuty: o.Roster.OnDuty(duty.StaffID(s.ID)), pinyin: s.Pinyin,
		}
		switch {
		case roles.Has(duty.Director):
		case roles.Leads():
			made.rank = 1
		default:
			made.rank = 2
		}
		for _, p := range o.posts(func(p *ent.Post) bool { return p.AID == s.ID || p.BID == s.ID }) {
			if p.AID == s.ID {
				made.APosts = append(made.APosts, p.Name)
			} else {
				made.BPosts = append(made.BPosts, p.Name)
			}
		}
		b.People = append(b.People, made)
	}
	slices.SortFunc(b.People, func(x, y *DisclosedPerson) int {
		return cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(x.pinyin, y.pinyin), cmp.Compare(x.Name, y.Name), cmp.Compare(x.Title, y.Title))
	})
}

func (o *Office) discloseItems(b *Disclosed) {
	posts := map[string]*DisclosedPost{}
	for _, p := range b.Posts {
		posts[p.Code] = p
	}
	departments := map[string]*DisclosedDepartment{}
	for id, p := range o.Departments {
		made := &DisclosedDepartment{p.Code, p.Name, p.Address, p.Phone, p.Hours, p.Website, p.Duties, p.Pinyin}
		departments[id] = made
		b.Departments = append(b.Departments, made)
	}
	slices.SortFunc(b.Departments, func(x, y *DisclosedDepartment) int { return cmp.Compare(x.Code, y.Code) })
	newest := map[string]*ent.Item{}
	for _, i := range o.Items {
		if n := newest[i.Code]; inForce(i, b.Today.String()) && (n == nil || n.Version < i.Version) {
			newest[i.Code] = i
		}
	}
	for _, i := range newest {
		made := &DisclosedItem{
			Code: i.Code, Name: i.Name, Kind: i.Kind, LimitDays: i.LimitDays, Immediate: i.Immediate, Fee: i.Fee, Channels: i.Channels,
			Materials: i.Materials, Steps: i.Steps, LegalBasis: i.LegalBasis, pinyin: i.Pinyin,
		}
		for _, f := range o.formsNow(i.Code, b.Today.String()) {
			made.Forms = append(made.Forms, discloseFile(f))
		}
		if i.PostID != nil {
			made.Post = posts[o.Posts[*i.PostID].Code]
		}
		if i.DepartmentID != nil {
			made.Department = departments[*i.DepartmentID]
		}
		if i.Kind == casework.ItemNotIssued {
			b.NotIssued = append(b.NotIssued, made)
		} else {
			b.Items = append(b.Items, made)
		}
	}
	for _, list := range [][]*DisclosedItem{b.Items, b.NotIssued} {
		slices.SortFunc(list, func(x, y *DisclosedItem) int { return cmp.Compare(x.Code, y.Code) })
	}
}

// FindDisclosed looks through a community's public board by name, pinyin, initials or code, through departments and
// posts by their duties too and through departments by telephone number (Q2). Nothing searched finds nothing.
func (d *Desk) FindDisclosed(ctx context.Context, id, search string) (*DisclosedFinds, error) {
	w, err := wanted(&search)
	if err != nil {
		return nil, err
	}
	b, err := d.Disclosed(ctx, id)
	if err != nil {
		return nil, err
	}
	found := &DisclosedFinds{}
	if w.typed == "" {
		return found, nil
	}
	found.Items = matching(b.Items, func(i *DisclosedItem) (int, bool) { return w.match(i.Name, i.pinyin, i.Code) })
	found.NotIssued = matching(b.NotIssued, func(i *DisclosedItem) (int, bool) { return w.match(i.Name, i.pinyin, i.Code) })
	found.People = matching(b.People, func(p *DisclosedPerson) (int, bool) { return w.match(p.Name, p.pinyin, "") })
	found.Posts = matching(b.Posts, func(p *DisclosedPost) (int, bool) {
		if rank, ok := w.match(p.Name, Spelled(p.Name), p.Code); ok {
			return rank, true
		}
		return rankWithin + 1, strings.Contains(squeeze(p.Duties), w.typed)
	})
	found.Departments = matching(b.Departments, func(p *DisclosedDepartment) (int, bool) {
		if rank, ok := w.match(p.Name, p.pinyin, p.Code); ok {
			return rank, true
		}
		return rankWithin + 1, w.inPhone(p.Phone) || strings.Contains(squeeze(p.Duties), w.typed)
	})
	return found, nil
}

// matching gives what fits, the best first, among equals in the list's own order.
func matching[T any](all []T, fit func(T) (int, bool)) []T {
	var hits []hit[T]
	for _, one := range all {
		if rank, ok := fit(one); ok {
			hits = append(hits, hit[T]{thing: one, rank: rank})
		}
	}
	slices.SortStableFunc(hits, func(x, y hit[T]) int { return cmp.Compare(x.rank, y.rank) })
	var out []T
	for _, h := range hits {
		out = append(out, h.thing)
	}
	return out
}

// DisclosedFigures counts the running month of a community, for anybody (Q5). The database counts; no record of a
// person or of a case is read. Supervision matters are in no figure.
func (d *Desk) DisclosedFigures(ctx context.Context, id string) (*DisclosedFigures, error) {
	ctx = store.With(ctx, store.System())
	o, err := d.disclosing(ctx, id)
	if err != nil {
		return nil, err
	}
	today, zone := d.today(o), o.Calendar.Location()
	f := &DisclosedFigures{Month: workday.Date{Year: today.Year, Month: today.Month, Day: 1}, At: d.Now()}
	work, err := countEmployment(ctx, d.Store.Read(), id, workday.Date{Year: today.Year, Month: 1, Day: 1}.Start(zone), d.Now())
	if err != nil {
		return nil, err
	}
	f.Work = *work
	from, to := f.Month.Start(zone), f.Month.AddMonths(1).Start(zone)
	c := d.Store.Read()

	var contacts []struct {
		Status casework.Status `json:"status"`
		Count  int             `json:"count"`
	}
	month := c.CaseFile.Query().Where(casefile.CommunityID(id), casefile.MatterEQ(casework.MatterService),
		casefile.ContactAtGTE(from), casefile.ContactAtLT(to))
	if err := month.Clone().GroupBy(casefile.FieldStatus).Aggregate(ent.Count()).Scan(ctx, &contacts); err != nil {
		return nil, err
	}
	for _, row := range contacts {
		f.Received += row.Count
		switch row.Status {
		case casework.ResolvedOnSpot:
			f.OnSpot = row.Count
		case casework.Guided:
			f.Guided = row.Count
		}
	}
	type asking struct {
		Code  string `json:"item_code"`
		Count int    `json:"count"`
	}
	var asked []asking
	err = month.Where(casefile.ItemCodeNEQ("")).GroupBy(casefile.FieldItemCode).Aggregate(ent.Count()).Scan(ctx, &asked)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(asked, func(x, y asking) int { return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(x.Code, y.Code)) })
	for _, row := range asked[:min(len(asked), popularMost)] {
		f.Popular = append(f.Popular, row.Code)
	}
	if err := d.countPromises(ctx, f, id, from, to); err != nil {
		return nil, err
	}
	f.Extended, err = c.Extension.Query().Where(extension.CommunityID(id), extension.StateEQ(casework.ExtensionTold),
		extension.ToldAtGTE(from), extension.ToldAtLT(to)).Count(ctx)
	if err != nil {
		return nil, err
	}
	return f, d.countRatings(ctx, f, id, from, to)
}

// countPromises counts by the promises, not by the cases: what was missed before a case was reopened stays (T6).
func (d *Desk) countPromises(ctx context.Context, f *DisclosedFigures, id string, from, to time.Time) error {
	var ended []struct {
		Result casework.PromiseResult `json:"result"`
		Count  int                    `json:"count"`
	}
	err := d.Store.Read().Promise.Query().
		Where(promise.CommunityID(id), promise.DueAtGTE(from), promise.DueAtLT(to), promise.ResultIn(casework.ResultKept, casework.ResultMissed)).
		GroupBy(promise.FieldResult).Aggregate(ent.Count()).Scan(ctx, &ended)
	if err != nil {
		return err
	}
	for _, row := range ended {
		if row.Result == casework.ResultKept {
			f.Kept = row.Count
		} else {
			f.Missed = row.Count
		}
	}
	late, err := d.Store.Read().CaseFile.Query().Where(casefile.CommunityID(id), casefile.MatterEQ(casework.MatterService), casefile.Open(true),
		casefile.ClockEQ(casework.ClockPromise), casefile.DueAtGTE(from), casefile.DueAtLT(to), casefile.DueAtLTE(f.At)).Count(ctx)
	f.Missed += late
	return err
}

func (d *Desk) countRatings(ctx context.Context, f *DisclosedFigures, id string, from, to time.Time) error {
	var rows []RatingSum
	err := d.Store.Read().Rating.Query().Where(rating.CommunityID(id), rating.RatedAtGTE(from), rating.RatedAtLT(to)).
		GroupBy(rating.FieldLevel).Aggregate(ent.Count()).Scan(ctx, &rows)
	if err != nil {
		return err
	}
	for _, word := range casework.RatingLevel("").Values() {
		sum := RatingSum{Level: casework.RatingLevel(word)}
		if at := slices.IndexFunc(rows, func(r RatingSum) bool { return r.Level == sum.Level }); at >= 0 {
			sum.Count = rows[at].Count
		}
		f.Ratings = append(f.Ratings, sum)
	}
	return nil
}
