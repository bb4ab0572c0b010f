package cobuild

import "slices"

// ScopeOf tells whether a token of the kind may have the scope: a partner's is about projects, the reporting tool's about
// aggregates and nothing else (P5, R).
func ScopeOf(k TokenKind, s Scope) bool {
	return (k == TokenReporter) == (s == ScopeReadAggregates)
}

// Scopes tells whether a token of the kind may have just these: those of its kind, and a partner's at least reads, since
// whoever pledges reads what they pledge to (P5, R).
func Scopes(k TokenKind, list []Scope) bool {
	least := ScopeReadProjects
	if k == TokenReporter {
		least = ScopeReadAggregates
	}
	return slices.Contains(list, least) && !slices.ContainsFunc(list, func(s Scope) bool { return !ScopeOf(k, s) })
}
