package store

import (
	"context"
	"sync/atomic"

	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/duty"
)

// Viewer is who asks. The guards read it from the context; where there is none they show nothing.
type Viewer struct {
	Staff     duty.StaffID
	Community string
	// Communities are those whose records the viewer may read: the own one, and for a supervisor those below it.
	Communities []string
	Roles       duty.Roles
	// Token is the key of the token that a partner or the reporting tool came by; Partner is the unit whose token it is (P5).
	// Such a viewer is nobody of the office.
	Token, Partner string
	Scopes         []cobuild.Scope
	// Session is the key of the sign-in that the viewer came by, "" for the program itself.
	Session string
	system  bool
	board   bool
}

// Asker is the key of who asks: the member of staff, or the token.
func (v Viewer) Asker() string {
	if v.Token != "" {
		return v.Token
	}
	return string(v.Staff)
}

// Aggregates tells whether the viewer came by a token that reads figures (R).
func (v Viewer) Aggregates() bool { return v.aggregates() }

// System is the program itself: the deadline engine, sign-in, migrations and the command line. It may read all.
func System() Viewer { return Viewer{system: true} }

// Board is the public board of a community (Q5): it reads what its disclosed figures count, and nothing else of anything.
func Board(community string) Viewer {
	return Viewer{Community: community, Communities: []string{community}, board: true}
}

// IsSystem tells whether the program itself asks.
func (v Viewer) IsSystem() bool { return v.system }

type (
	viewerKey  struct{}
	arrivalKey struct{}
)

// With puts the viewer into the context.
func With(ctx context.Context, v Viewer) context.Context {
	return context.WithValue(ctx, viewerKey{}, v)
}

// Expect makes a context in which somebody may still arrive: whoever signs in during the request.
func Expect(ctx context.Context) context.Context {
	return context.WithValue(ctx, arrivalKey{}, &atomic.Pointer[Viewer]{})
}

// Arrive makes the viewer known to the whole of the request that was made with Expect, also where it began without
// one; nil is the public again.
func Arrive(ctx context.Context, v *Viewer) {
	if cell, ok := ctx.Value(arrivalKey{}).(*atomic.Pointer[Viewer]); ok {
		cell.Store(v)
	}
}

// ViewerOf gives the viewer of the context; false for the public.
func ViewerOf(ctx context.Context) (Viewer, bool) {
	if v, ok := ctx.Value(viewerKey{}).(Viewer); ok {
		return v, true
	}
	if cell, ok := ctx.Value(arrivalKey{}).(*atomic.Pointer[Viewer]); ok {
		if v := cell.Load(); v != nil {
			return *v, true
		}
	}
	return Viewer{}, false
}
