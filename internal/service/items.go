package service

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/text/unicode/norm"

	"xinxing/ent"
	"xinxing/ent/item"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/person"
	"xinxing/internal/office/workday"
	"xinxing/internal/pinyin"
)

// ItemPayload is the answer of an act on the catalogue.
type ItemPayload struct {
	Item             *ent.Item
	ClientMutationID string
}

// catalogueMost bounds the lists of items and of departments.
const catalogueMost = 100

// fits trims a text that is kept in so many bytes; a Chinese character takes three.
func (t *texts) fits(field, s string, bytes int) string {
	s = t.may(field, s, longText)
	if len(s) > bytes {
		t.refuse(office.Refuse(office.TooLong, "", field).With("max", bytes/3).With("length", len([]rune(s))))
		return ""
	}
	return s
}

// inForce tells whether an item is in force on a day, written as 2026-02-26.
func inForce(i *ent.Item, day string) bool {
	return i.ValidFrom <= day && (i.RetiredFrom == nil || day < *i.RetiredFrom)
}

// today is the office's day, written as 2026-02-26.
func (d *Desk) today(o *Office) workday.Date { return workday.DateOf(d.Now(), o.Calendar.Location()) }

// today is the office's day on which the act is done.
func (a *act) today() workday.Date { return workday.DateOf(a.now, a.office.Calendar.Location()) }

// Items gives the catalogue of the viewer's community: of each code the version in force today, and where retired
// ones are wanted of every other code its last version. Found by name, pinyin, initials or code, best first; all in
// order of their codes where search is empty. At most 100.
func (d *Desk) Items(ctx context.Context, search *string, kind *casework.ItemKind, includeRetired bool, first int) ([]*ent.Item, error) {
	o, err := d.mine(ctx)
	if err != nil {
		return nil, err
	}
	w, err := wanted(search)
	if err != nil {
		return nil, err
	}
	day := d.today(o).String()
	best := map[string]*ent.Item{}
	for _, i := range o.Items {
		force := inForce(i, day)
		if !force && !includeRetired {
			continue
		}
		b := best[i.Code]
		if b == nil || force != inForce(b, day) && force || force == inForce(b, day) && i.Version > b.Version {
			best[i.Code] = i
		}
	}
	var hits []hit[*ent.Item]
	for _, i := range best {
		if kind != nil && i.Kind != *kind {
			continue
		}
		if rank, ok := w.match(i.Name, i.Pinyin, i.Code); ok {
			hits = append(hits, hit[*ent.Item]{i, rank, i.Code})
		}
	}
	return ranked(hits, first), nil
}

// Departments gives the directory of the viewer's community (F7, Q2), found like items, and by telephone number and
// duties too. At most 100.
func (d *Desk) Departments(ctx context.Context, search *string, first int) ([]*ent.Department, error) {
	o, err := d.mine(ctx)
	if err != nil {
		return nil, err
	}
	w, err := wanted(search)
	if err != nil {
		return nil, err
	}
	var hits []hit[*ent.Department]
	for _, p := range o.Departments {
		if rank, ok := w.match(p.Name, p.Pinyin, p.Code); ok {
			hits = append(hits, hit[*ent.Department]{p, rank, p.Code})
		} else if w.inPhone(p.Phone) || strings.Contains(squeeze(p.Duties), w.typed) {
			hits = append(hits, hit[*ent.Department]{p, rankWithin + 1, p.Code})
		}
	}
	return ranked(hits, first), nil
}

// ItemVersions gives every version of an item's code, newest first.
func (d *Desk) ItemVersions(ctx context.Context, i *ent.Item) ([]*ent.Item, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(v.Communities, i.CommunityID) {
		return []*ent.Item{}, nil
	}
	o, err := d.Office(ctx, i.CommunityID)
	if err != nil {
		return nil, err
	}
	out := []*ent.Item{}
	for _, other := range o.Items {
		if other.Code == i.Code {
			out = append(out, other)
		}
	}
	slices.SortFunc(out, func(a, b *ent.Item) int { return cmp.Compare(b.Version, a.Version) })
	return out, nil
}

// want is what somebody looks for in a list that is kept in memory.
type want struct {
	typed   string // squeezed
	queries []person.Query
}

func wanted(search *string) (want, error) {
	if search == nil {
		return want{}, nil
	}
	s, err := text("search", *search, 100, "")
	if err != nil {
		return want{}, err
	}
	return want{squeeze(s), person.Queries(s)}, nil
}

// squeeze makes texts alike that a person takes for the same: width, case and spaces do not count.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}

// The ranks of a hit: the best first.
const (
	rankExact = iota
	rankBegins
	rankPinyin
	rankWithin
)

// match tells whether a named and numbered thing is what is looked for, and how well it fits.
func (w want) match(name, spelling, code string) (rank int, ok bool) {
	if w.typed == "" {
		return 0, true
	}
	n, c := squeeze(name), squeeze(code)
	switch {
	case n == w.typed || c == w.typed:
		return rankExact, true
	case strings.HasPrefix(n, w.typed) || strings.HasPrefix(c, w.typed):
		return rankBegins, true
	case beginsSpelled(spelling, w.typed):
		return rankPinyin, true
	case strings.Contains(n, w.typed) || strings.Contains(c, w.typed):
		return rankWithin, true
	case len(w.queries) == 0:
		return 0, false
	}
	terms := termsOf(name)
	for _, q := range w.queries {
		if !slices.ContainsFunc(terms, func(t string) bool { return strings.HasPrefix(t, strings.ToLower(q.Term)) }) {
			return 0, false
		}
	}
	return rankWithin, true
}

// inPhone tells whether at least three digits were typed that a number has in this order.
func (w want) inPhone(phone string) bool {
	typed := digits(w.typed)
	return len(typed) >= 3 && len(typed) == len(strings.ReplaceAll(w.typed, "-", "")) && strings.Contains(digits(phone), typed)
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// readTerms keeps the words of names that were looked through before: reading a name costs more than comparing it.
var readTerms, _ = lru.New[string, []string](4096) // fails for a size below one only

func termsOf(name string) []string {
	if t, ok := readTerms.Get(name); ok {
		return t
	}
	t := person.Terms(name, pinyin.Readings)
	readTerms.Add(name, t)
	return t
}

type hit[T any] struct {
	thing T
	rank  int
	order string
}

// ranked gives the first hits, the best first, among equals in their own order.
func ranked[T any](hits []hit[T], first int) []T {
	slices.SortFunc(hits, func(a, b hit[T]) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.order, b.order)) })
	out := make([]T, 0, len(hits))
	for _, h := range hits[:max(0, min(first, catalogueMost, len(hits)))] {
		out = append(out, h.thing)
	}
	return out
}

// mayEdit refuses whoever may not change what the office publishes.
func (a *act) mayEdit() error {
	if !edits(a.actor.Roles) {
		return office.Refuse(office.Forbidden, "", "")
	}
	if a.actor.State == duty.Suspended {
		return office.Refuse(office.NotOnDuty, "A7", "")
	}
	return nil
}

var (
	itemCode = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$`)
	money    = regexp.MustCompile(`^(0|[1-9][0-9]{0,8})(\.[0-9]{1,2})?$`)
)

// yuan brings an amount to the form 12.50; it refuses what is no amount of at least nothing, and fen of fen.
func yuan(field, s string) (string, error) {
	s = strings.TrimSpace(s)
	if !money.MatchString(s) {
		return "", office.Refuse(office.BadInput, "A6", field).With("reason", "money")
	}
	whole, fen, _ := strings.Cut(s, ".")
	return whole + "." + (fen + "00")[:2], nil
}

// PublishItem publishes a new version of an item, or a new item; versions before it are retired from the day on
// which it begins to hold, and open cases keep theirs (Q4). Leaders, the director and administrators only.
func (d *Desk) PublishItem(ctx context.Context, in PublishItemInput) (*ItemPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "PUBLISH_ITEM", in.ClientMutationID, in, func(a *act) (caseKey, error) { return a.publish(in) })
	return d.itemPayload(ctx, k, in.ClientMutationID, err)
}

func (d *Desk) itemPayload(ctx context.Context, k caseKey, id string, err error) (*ItemPayload, error) {
	if err != nil {
		return nil, err
	}
	i, err := d.Store.Read().Item.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "itemId")
	}
	return &ItemPayload{Item: i, ClientMutationID: id}, nil
}

// checkedItem is an item as it is kept.
type checkedItem struct {
	PublishItemInput
	materials []casework.Material
}

// checkItem brings what was written to the form in which it is kept, and gives everything that is wrong with it; before
// are faults that were found in reading it, whose fields are not asked again.
func (a *act) checkItem(in PublishItemInput, before faults) (checkedItem, faults) {
	t := texts{faults: before}
	if in.Code = strings.TrimSpace(in.Code); !itemCode.MatchString(in.Code) {
		t.refuse(office.Refuse(office.BadInput, "Q4", "code").With("reason", "code"))
	}
	if in.Name = t.fits("name", in.Name, 100); in.Name == "" {
		t.refuse(office.Refuse(office.BadInput, "Q4", "name"))
	}
	in.LegalBasis = t.may("legalBasis", in.LegalBasis, longText)
	out := checkedItem{in, t.materials(in.Materials)}
	out.Steps = t.list("steps", in.Steps)
	var err error
	out.Fee, err = yuan("fee", in.Fee)
	t.take(err)
	known := slices.Contains(in.Kind.Values(), string(in.Kind))
	if !known {
		t.refuse(office.Refuse(office.BadInput, "Q4", "kind").With("reason", "kind"))
	}
	if in.PostID != nil && a.office.Posts[*in.PostID] == nil {
		t.refuse(office.Refuse(office.NotFound, "B1", "postId"))
	}
	if in.DepartmentID != nil && a.office.Departments[*in.DepartmentID] == nil {
		t.refuse(office.Refuse(office.NotFound, "F7", "departmentId"))
	}
	if in.ValidFrom.Before(a.desk.today(a.office)) {
		t.refuse(office.Refuse(office.BadInput, "Q4", "validFrom").With("reason", "past"))
	}
	out.Channels = []casework.Channel{}
	for _, c := range in.Channels {
		if !slices.Contains(c.Values(), string(c)) {
			t.refuse(office.Refuse(office.BadInput, "F1", "channels").With("reason", "channel"))
		} else if !slices.Contains(out.Channels, c) {
			out.Channels = append(out.Channels, c)
		}
	}
	facts := casework.ItemFacts{
		Kind: in.Kind, LimitDays: in.LimitDays, Immediate: in.Immediate,
		MaxExtensions: in.MaxExtensions, MaxExtensionDays: in.MaxExtensionDays,
	}
	for _, no := range casework.ItemFaults(facts, in.PostID != nil, in.DepartmentID != nil) {
		// Which limit holds and whether it needs a post or a department depends on its kind.
		if known || no.Clause == "T5" {
			t.refuse(no)
		}
	}
	return out, t.faults
}

func (a *act) publish(in PublishItemInput) (caseKey, error) {
	none := caseKey{}
	if err := a.mayEdit(); err != nil {
		return none, err
	}
	made, wrong := a.checkItem(in, nil)
	if err := wrong.first(); err != nil {
		return none, err
	}
	return a.writeItem(made)
}

// writeItem writes the next version of a checked item.
func (a *act) writeItem(in checkedItem) (caseKey, error) {
	none := caseKey{}
	from := in.ValidFrom.String()
	version := 0
	for _, i := range a.office.Items {
		if i.Code == in.Code {
			version = max(version, i.Version)
		}
	}
	err := a.tx.Item.Update().
		Where(item.CommunityID(a.office.Community.ID), item.Code(in.Code), item.Or(item.RetiredFromIsNil(), item.RetiredFromGT(from))).
		SetRetiredFrom(from).Exec(a)
	if err != nil {
		return none, err
	}
	made, err := a.tx.Item.Create().SetCommunityID(a.office.Community.ID).SetCode(in.Code).SetVersion(version + 1).
		SetName(in.Name).SetPinyin(cutBytes(spelled(in.Name, false), 300)).SetKind(in.Kind).SetLimitDays(in.LimitDays).
		SetImmediate(in.Immediate).SetNillablePostID(in.PostID).SetNillableDepartmentID(in.DepartmentID).SetFee(in.Fee).
		SetChannels(in.Channels).SetMaterials(in.materials).SetSteps(in.Steps).SetLegalBasis(in.LegalBasis).
		SetMaxExtensions(in.MaxExtensions).SetMaxExtensionDays(in.MaxExtensionDays).SetValidFrom(from).Save(a)
	if err != nil {
		return none, err
	}
	return caseKey{made.ID}, a.newVersion()
}

// list checks a short list of short texts.
func (t *texts) list(field string, in []string) []string {
	out := []string{}
	if len(in) > 50 {
		t.refuse(office.Refuse(office.TooLong, "", field).With("max", 50).With("length", len(in)))
		return out
	}
	for i, s := range in {
		out = append(out, t.need(fmt.Sprintf("%s.%d", field, i), "", s, shortText, office.BadInput))
	}
	return out
}

// materials checks an item's list of materials; names are unique in it, since a notice names them (Q3).
func (t *texts) materials(in []*MaterialInput) []casework.Material {
	out := []casework.Material{}
	if len(in) > 50 {
		t.refuse(office.Refuse(office.TooLong, "", "materials").With("max", 50).With("length", len(in)))
		return out
	}
	seen := map[string]bool{}
	for i, m := range in {
		field := fmt.Sprintf("materials.%d.", i)
		made := casework.Material{
			Name: t.need(field+"name", "Q3", m.Name, shortText, office.BadInput), Copies: m.Copies, Form: m.Form,
			IssuedBy: t.may(field+"issuedBy", m.IssuedBy, shortText), Why: t.may(field+"why", m.Why, shortText),
			Sample: t.may(field+"sample", m.Sample, shortText), Required: m.Required,
		}
		if made.Copies < 1 || made.Copies > 99 {
			t.refuse(office.Refuse(office.BadInput, "Q3", field+"copies").With("reason", "copies"))
		}
		if !slices.Contains(made.Form.Values(), string(made.Form)) {
			t.refuse(office.Refuse(office.BadInput, "Q3", field+"form").With("reason", "form"))
		}
		if seen[made.Name] {
			t.refuse(office.Refuse(office.BadInput, "Q3", field+"name").With("reason", "same_name"))
		}
		seen[made.Name] = true
		out = append(out, made)
	}
	return out
}

// newVersion makes every process read the office anew.
func (a *act) newVersion() error {
	return a.tx.Community.UpdateOneID(a.office.Community.ID).AddRefVersion(1).Exec(a)
}

// RetireItem ends an item by date, today at the earliest; open cases keep it (Q4). A date that is fixed may be moved
// to an earlier day, never to a later one: a version after it may hold from then on.
func (d *Desk) RetireItem(ctx context.Context, in RetireItemInput) (*ItemPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "RETIRE_ITEM", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		if err := a.mayEdit(); err != nil {
			return none, err
		}
		i, ok := a.office.Items[in.ItemID]
		if !ok {
			return none, office.Refuse(office.NotFound, "", "itemId")
		}
		from, today := in.From.String(), d.today(a.office).String()
		if i.RetiredFrom != nil && *i.RetiredFrom <= today {
			return none, office.Refuse(office.RefusedState, "Q4", "itemId").With("retiredFrom", *i.RetiredFrom)
		}
		if from < today || i.RetiredFrom != nil && from > *i.RetiredFrom {
			return none, office.Refuse(office.BadInput, "Q4", "from")
		}
		if err := a.tx.Item.UpdateOneID(i.ID).SetRetiredFrom(from).Exec(a); err != nil {
			return none, err
		}
		return caseKey{i.ID}, a.newVersion()
	})
	return d.itemPayload(ctx, k, in.ClientMutationID, err)
}
