// Package relay holds the forms that Relay asks for: nodes, pages and cursors.
package relay

import (
	"context"
	"encoding/base64"
	"strings"

	"xinxing/ent"
	"xinxing/internal/office"
	"xinxing/internal/service"
)

// Node is any record that can be fetched again by its id.
type Node any

// PageInfo tells what lies around a page.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// MaxPage is the most entries that one page of a list gives.
const MaxPage = 100

// Page checks the size of a page; it refuses less than 1 and more than MaxPage.
func Page(first int) error {
	if first < 1 || first > MaxPage {
		return office.Refuse(office.LimitExceeded, "", "first").With("limit", MaxPage)
	}
	return nil
}

// Cursor makes an opaque cursor of its parts.
func Cursor(parts ...string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(strings.Join(parts, "|")))
}

// Parts reads a cursor of n parts; it refuses anything else.
func Parts(cursor string, n int) ([]string, error) {
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	parts := strings.Split(string(b), "|")
	if err != nil || len(parts) != n {
		return nil, office.Refuse(office.BadInput, "", "after")
	}
	return parts, nil
}

// Edge is one entry of a page.
type Edge[T any] struct {
	Cursor string
	Node   T
}

// Connection is a page of a list; the whole is counted only when asked for.
type Connection[T any] struct {
	Edges    []Edge[T]
	PageInfo PageInfo
	Count    func(context.Context) (int, error)
}

// TotalCount counts the whole list.
func (c *Connection[T]) TotalCount(ctx context.Context) (int, error) { return c.Count(ctx) }

// Connect makes a page of the entries that were read: one more than first where there is a next page.
func Connect[T any](read []T, first int, after bool, cursor func(T) string, count func(context.Context) (int, error)) *Connection[T] {
	c := &Connection[T]{Count: count, Edges: make([]Edge[T], 0, min(first, len(read)))}
	c.PageInfo.HasPreviousPage = after
	if len(read) > first {
		c.PageInfo.HasNextPage, read = true, read[:first]
	}
	for _, n := range read {
		c.Edges = append(c.Edges, Edge[T]{Cursor: cursor(n), Node: n})
	}
	if len(c.Edges) > 0 {
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &c.Edges[0].Cursor, &c.Edges[len(c.Edges)-1].Cursor
	}
	return c
}

// The lists of the API.
type (
	CaseConnection   = Connection[*ent.CaseFile]
	CaseEdge         = Edge[*ent.CaseFile]
	ReportConnection = Connection[*service.ReportRow]
	ReportEdge       = Edge[*service.ReportRow]

	ResidentFigureConnection = Connection[*service.ResidentFigureRow]
	ResidentFigureEdge       = Edge[*service.ResidentFigureRow]
	FigureRecordConnection   = Connection[*service.FigureRecord]
	FigureRecordEdge         = Edge[*service.FigureRecord]
	RatingConnection         = Connection[*ent.Rating]
	RatingEdge               = Edge[*ent.Rating]
	BreachConnection         = Connection[*ent.Breach]
	BreachEdge               = Edge[*ent.Breach]
	GiftConnection           = Connection[*ent.Gift]
	GiftEdge                 = Edge[*ent.Gift]
	CaseEventConnection      = Connection[*ent.CaseEvent]
	AbsenceConnection        = Connection[*ent.Absence]
	AbsenceEdge              = Edge[*ent.Absence]
	PartnerConnection        = Connection[*ent.Partner]
	PartnerEdge              = Edge[*ent.Partner]
	ProjectConnection        = Connection[*ent.Project]
	ProjectEdge              = Edge[*ent.Project]
	ResourceConnection       = Connection[*ent.Resource]
	ResourceEdge             = Edge[*ent.Resource]
	ProgramConnection        = Connection[*ent.Program]
	ProgramEdge              = Edge[*ent.Program]
	PropConnection           = Connection[*ent.Prop]
	PropEdge                 = Edge[*ent.Prop]
	CaseEventEdge            = Edge[*ent.CaseEvent]
	TokenReadConnection      = Connection[*ent.TokenRead]
	TokenReadEdge            = Edge[*ent.TokenRead]
	JobSeekerConnection      = Connection[*ent.JobSeeker]
	JobSeekerEdge            = Edge[*ent.JobSeeker]
	OpeningConnection        = Connection[*ent.Opening]
	OpeningEdge              = Edge[*ent.Opening]
)
