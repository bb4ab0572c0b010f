package cobuild

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestP5_ATokenHasTheScopesOfItsKind(t *testing.T) {
	for _, c := range []struct {
		kind   TokenKind
		scopes []Scope
		want   bool
	}{
		{TokenPartner, []Scope{ScopeReadProjects}, true},
		{TokenPartner, []Scope{ScopeReadProjects, ScopePledge, ScopeReportDelivery}, true},
		{TokenPartner, []Scope{ScopePledge}, false},
		{TokenPartner, []Scope{ScopeReadProjects, ScopeReadAggregates}, false},
		{TokenPartner, nil, false},
		{TokenReporter, []Scope{ScopeReadAggregates}, true},
		{TokenReporter, []Scope{ScopeReadProjects}, false},
		{TokenReporter, nil, false},
	} {
		if got := Scopes(c.kind, c.scopes); got != c.want {
			t.Errorf("%s %v: %v", c.kind, c.scopes, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(tokenKinds).Draw(t, "kind")
		list := rapid.SliceOf(rapid.SampledFrom(scopes)).Draw(t, "scopes")
		if Scopes(kind, list) && slices.Contains(list, ScopeReadAggregates) == (kind == TokenPartner) {
			t.Fatalf("%s %v", kind, list)
		}
	})
}
