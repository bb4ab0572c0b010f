package service

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"xinxing/ent"
	"xinxing/ent/community"
	"xinxing/ent/post"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/person"
	"xinxing/internal/office/reporting"
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

// DisclosedFigures are the office's own figures of the running month and of some before it (Q5): as a report tells them (R), of the office as a
// whole, of nobody in particular.
type DisclosedFigures struct {
	// Work is what counts of re-employment since the first of January (E7).
	Work employment.Figures
	// Months are told of by their first days, the running one first.
	Months  []workday.Date
	At      time.Time // when they were counted
	Figures []DisclosedFigure
	// Ratings counts the ratings of the running month by level, every level in order; nil where they are so few that a person could be known by one.
	Ratings []RatingSum
	// Popular are the codes of the items asked for most in the running month, at most five.
	Popular []string
}

// DisclosedFigure is a figure with its one definition, and its value in each of the months; nil where there is nothing to tell it of.
type DisclosedFigure struct {
	reporting.Definition
	Values []*float64
}

// The bounds of the list of communities, of the items asked for most, and of the months.
const (
	communitiesMost = 100
	popularMost     = 5
	monthsDisclosed = 4
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

// DisclosedFigures tells the running month of a community and those before it, for anybody (Q5): the sums of a report, read as the public board. No
// record of a person or of a case is read. Supervision matters are in no figure but that of failures of duty, which is not disclosed.
func (d *Desk) DisclosedFigures(ctx context.Context, id string) (*DisclosedFigures, error) {
	o, err := d.disclosing(ctx, id)
	if err != nil {
		return nil, err
	}
	today := d.today(o)
	f := &DisclosedFigures{At: d.Now()}
	year := workday.Date{Year: today.Year, Month: time.January, Day: 1}.Start(o.Calendar.Location())
	work, err := countEmployment(store.With(ctx, store.System()), d.Store.Read(), id, year, d.Now())
	if err != nil {
		return nil, err
	}
	f.Work = *work
	month := reporting.StepMonth.Begin(today)
	for i := range monthsDisclosed {
		f.Months = append(f.Months, month.AddMonths(-i))
	}
	whole := ReportInput{Figures: reporting.Disclosed(), Step: reporting.StepMonth, From: f.Months[monthsDisclosed-1], Until: reporting.StepMonth.End(month)}
	levels := ReportInput{Figures: []reporting.Figure{reporting.FigureRatings}, By: []reporting.Dimension{reporting.ByKind}, From: month, Until: whole.Until}
	items := ReportInput{Figures: []reporting.Figure{reporting.FigureReceived}, By: []reporting.Dimension{reporting.ByItem}, From: month, Until: whole.Until}
	told, err := d.reckon(ctx, store.Board(id), o, whole, levels, items)
	if err != nil {
		return nil, err
	}
	for _, def := range told[0].defined {
		f.Figures = append(f.Figures, DisclosedFigure{Definition: def})
	}
	for _, m := range f.Months {
		for i, v := range told[0].values(reportGroup{period: m.String()}) {
			f.Figures[i].Values = append(f.Figures[i].Values, v)
		}
	}
	f.discloseRatings(told[1])
	f.disclosePopular(told[2])
	return f, nil
}

// reckon reads reports as a viewer who is nobody's, all as of one instant.
func (d *Desk) reckon(ctx context.Context, v store.Viewer, o *Office, ins ...ReportInput) ([]*reportRead, error) {
	ctx = store.With(ctx, v)
	told := make([]*reportRead, len(ins))
	err := d.Store.Snapshot(ctx, func(c *ent.Client) error {
		var first *reportReader
		for i, in := range ins {
			r, err := d.reportOf(v, o, in)
			if err != nil {
				return err
			}
			if first == nil {
				first, err = r, r.begin(ctx, c)
			} else {
				r.reportInstant = first.reportInstant
			}
			if err != nil {
				return err
			}
			if told[i], err = r.read(ctx, in.From, in.Until, mostReportRows); err != nil {
				return err
			}
		}
		return nil
	})
	return told, err
}

// discloseRatings tells the ratings by their level, unless they are few.
func (f *DisclosedFigures) discloseRatings(told *reportRead) {
	all := 0
	for _, word := range casework.RatingLevel("").Values() {
		n := 0
		if counted := told.groups[reportGroup{keys: [mostReportBy]string{word}}]; counted != nil {
			n = counted.sums[reporting.Ratings]
		}
		f.Ratings = append(f.Ratings, RatingSum{casework.RatingLevel(word), n})
		all += n
	}
	if _, many := employment.Told(all); !many {
		f.Ratings = nil
	}
}

// disclosePopular finds what was asked for most; how often is not told.
func (f *DisclosedFigures) disclosePopular(told *reportRead) {
	asked := map[string]int{}
	for _, g := range told.order {
		if code, n := g.keys[0], told.groups[g].sums[reporting.Received]; code != "" && n > 0 {
			asked[code] = n
		}
	}
	f.Popular = slices.SortedFunc(maps.Keys(asked), func(x, y string) int { return cmp.Or(cmp.Compare(asked[y], asked[x]), cmp.Compare(x, y)) })
	f.Popular = f.Popular[:min(len(f.Popular), popularMost)]
}
