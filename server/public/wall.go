package public

import (
	"net/url"
	"slices"
	"time"

	"xinxing/internal/office"
	"xinxing/internal/service"
)

// wallPage is the television in the hall: no resident, no number called.
type wallPage struct {
	*service.Disclosed
	Now     time.Time
	Figures *service.DisclosedFigures
	Panels  []panel
}

// panel is one screenful; Of counts the screens of its kind, Number tells which one it is.
type panel struct {
	Kind       string
	Number, Of int
	Posts      []*service.DisclosedPost
	People     []*service.DisclosedPerson
	Items      []*service.DisclosedItem
	Item       *service.DisclosedItem
}

// What fits on a screen that is read across a hall.
const (
	wallPosts     = 6
	wallPeople    = 9
	wallItems     = 9
	wallNotIssued = 6
	wallPopular   = 3
	wallMaterials = 6
)

func (p *pages) firstWall(q *request) (*answer, error) {
	all, err := p.desk.DisclosedCommunities(q.Context())
	switch {
	case err != nil:
		return nil, err
	case len(all) == 0:
		return nil, office.Refuse(office.NotFound, "", "community")
	}
	return &answer{to: "/wall/" + url.PathEscape(all[0].ID)}, nil
}

func (p *pages) wall(q *request) (*answer, error) {
	b, err := p.desk.Disclosed(q.Context(), q.PathValue("community"))
	if err != nil {
		return nil, err
	}
	page := wallPage{Disclosed: b, Now: p.desk.Now().In(b.Zone)}
	if page.Figures, _, err = p.figuresOf(q.Context(), b.ID); err != nil {
		return nil, err
	}
	page.Panels = panelsOf(b, page.Figures)
	return &answer{template: "wall", title: b.Name + " · " + word(q.lang, "wall.title"), office: b, body: page}, nil
}

func panelsOf(b *service.Disclosed, f *service.DisclosedFigures) (out []panel) {
	for _, some := range inScreens(b.Posts, wallPosts) {
		out = append(out, panel{Kind: "posts", Posts: some})
	}
	for _, some := range inScreens(b.People, wallPeople) {
		out = append(out, panel{Kind: "people", People: some})
	}
	for _, some := range inScreens(b.Items, wallItems) {
		out = append(out, panel{Kind: "items", Items: some})
	}
	shown := 0
	for _, code := range f.Popular {
		at := slices.IndexFunc(b.Items, func(i *service.DisclosedItem) bool { return i.Code == code && len(i.Materials) > 0 })
		if at >= 0 && shown < wallPopular {
			out = append(out, panel{Kind: "materials", Item: b.Items[at]})
			shown++
		}
	}
	for _, some := range inScreens(b.NotIssued, wallNotIssued) {
		out = append(out, panel{Kind: "not-issued", Items: some})
	}
	out = append(out, panel{Kind: "supervision"}, panel{Kind: "figures"})
	number := map[string]int{}
	for i := range out {
		number[out[i].Kind]++
		out[i].Number = number[out[i].Kind]
	}
	for i := range out {
		out[i].Of = number[out[i].Kind]
	}
	return out
}

// inScreens cuts a list into screens of about the same length.
func inScreens[T any](all []T, most int) (out [][]T) {
	if len(all) == 0 {
		return nil
	}
	screens := (len(all) + most - 1) / most
	each := (len(all) + screens - 1) / screens
	return slices.Collect(slices.Chunk(all, each))
}
