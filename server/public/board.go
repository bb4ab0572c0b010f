package public

import (
	"slices"
	"strings"

	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/service"
)

type boardPage struct {
	*service.Disclosed
	Figures *service.DisclosedFigures
	// Programs are what counted this year of programs (C4).
	Programs *service.PublicFigures
	Kinds    []itemsOfKind
	// Search is what was typed; Found is nil where nothing was, Refused says why it was not looked for.
	Search, Refused string
	Found           *service.DisclosedFinds
}

type itemsOfKind struct {
	Kind  casework.ItemKind
	Items []*service.DisclosedItem
}

// kindsInOrder are those that the office handles, in the order of the board.
var kindsInOrder = []casework.ItemKind{casework.ItemRegistration, casework.ItemCertificate, casework.ItemEnquiry, casework.ItemAppeal}

func (p *pages) board(q *request) (*answer, error) {
	id := q.PathValue("community")
	b, err := p.desk.Disclosed(q.Context(), id)
	if err != nil {
		return nil, err
	}
	page := boardPage{Disclosed: b, Search: strings.TrimSpace(q.URL.Query().Get("q"))}
	status := 0
	if page.Search != "" {
		page.Found, err = p.desk.FindDisclosed(q.Context(), id, page.Search)
		if r, refused := refusal(err); refused {
			page.Refused, status, err = phrase(q.lang, r), statusOf(r), nil
		}
		if err != nil {
			return nil, err
		}
	}
	if page.Figures, page.Programs, err = p.figuresOf(q.Context(), id); err != nil {
		return nil, err
	}
	for _, kind := range kindsInOrder {
		of := itemsOfKind{Kind: kind}
		for _, i := range b.Items {
			if i.Kind == kind {
				of.Items = append(of.Items, i)
			}
		}
		if len(of.Items) > 0 {
			page.Kinds = append(page.Kinds, of)
		}
	}
	title := b.Name + " · " + word(q.lang, "board.title")
	if page.Search != "" {
		title = page.Search + " · " + title
	}
	return &answer{template: "board", title: title, office: b, body: page, status: status}, nil
}

func (p *pages) item(q *request) (*answer, error) {
	b, err := p.desk.Disclosed(q.Context(), q.PathValue("community"))
	if err != nil {
		return nil, err
	}
	of := func(i *service.DisclosedItem) bool { return i.Code == q.PathValue("code") }
	for _, list := range [][]*service.DisclosedItem{b.Items, b.NotIssued} {
		if at := slices.IndexFunc(list, of); at >= 0 {
			return &answer{template: "item", title: list[at].Name + " · " + b.Name, office: b, body: list[at]}, nil
		}
	}
	return nil, office.Refuse(office.NotFound, "Q5", "code")
}
