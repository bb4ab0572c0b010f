package graph

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"xinxing/internal/office"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/store"
)

// always are the fields that every token may ask for.
var always = map[string][]string{
	"Query":               {"officeName", "officeTime", "currentToken"},
	"OfficeTime":          {"now"},
	"Mutation":            {"enterByToken", "signOut"},
	"ApiToken":            {"id", "kind", "name", "scopes", "hint", "madeAt", "expiresAt", "lastUsedAt", "reads"},
	"TokenReadConnection": {"edges", "pageInfo"},
	"TokenReadEdge":       {"cursor", "node"},
	"TokenRead":           {"id", "at", "operation", "fields", "records", "errors"},
	"PageInfo":            {"hasNextPage", "hasPreviousPage", "startCursor", "endCursor"},
	"EnterByTokenPayload": {"token", "clientMutationId"},
	"SignOutPayload":      {"clientMutationId"},
}

// scoped are the fields that a scope adds. What is named nowhere no token may ask for: a new field is the staff's until
// somebody says otherwise here.
//
// A partner sees its own unit, what a project is, how far it came and what all pledged to it together; no member of staff, no
// resident or case, no budget or cost, no journal, and of the other partners nothing but the totals (P5).
var scoped = map[cobuild.Scope]map[string][]string{
	cobuild.ScopeReadProjects: {
		"Query":             {"projects", "project"},
		"ApiToken":          {"partner"},
		"ProjectConnection": {"edges", "pageInfo", "totalCount"},
		"ProjectEdge":       {"cursor", "node"},
		"Project": {
			"id", "number", "title", "kind", "stage", "stageAt", "openToJoin", "about", "place", "plannedFrom", "plannedUntil", "residents",
			"outcome", "proposedAt", "endedAt", "partners", "pledges", "totals", "tasks", "pictures",
		},
		"PledgeTotal": {"kind", "unit", "pledged", "delivered", "pledgedWorth", "deliveredWorth"},
		"ProjectTask": {"id", "number", "title", "partner", "dueOn", "doneAt"},
		"Picture":     {"id", "kind", "caption", "path", "width", "height", "takenInAt"},
		"Partner": {
			"id", "name", "kind", "address", "about", "offers", "agreementNo", "agreedOn", "agreedUntil", "contacts", "projects",
		},
		"PartnerContact": {"id", "name", "title", "phone"},
		"Pledge": {
			"id", "project", "partner", "kind", "what", "quantity", "unit", "worth", "pledgedAt", "delivered", "deliveries", "withdrawnAt",
			"withdrawnReason", "version",
		},
		"Delivery": {"id", "pledge", "quantity", "worth", "deliveredOn", "proof", "reportedAt", "decidedAt", "confirmed", "decisionReason"},
	},
	cobuild.ScopePledge: {
		"Mutation":      {"pledge", "withdrawPledge"},
		"PledgePayload": {"pledge", "clientMutationId"},
	},
	cobuild.ScopeReportDelivery: {
		"Mutation":        {"reportDelivery"},
		"DeliveryPayload": {"delivery", "clientMutationId"},
	},
	cobuild.ScopeReadAggregates: {
		"Query":            {"metrics", "report", "figureChanges", "residentMetrics", "residentFigures", "residentFigureChanges", "reportPull", "reportPulls"},
		"Mutation":         {"askReport"},
		"AskReportPayload": {"reportPull", "clientMutationId"},
		"ReportPull":       {"id", "state", "format", "rows", "askedAt", "readyAt", "goneAt", "path", "failure"},
		"ApiToken":         {"communities"},
		"Community":        {"id", "name"},
		"MetricDefinition": {"figure", "unit", "clause", "nameZh", "nameEn", "definitionZh", "definitionEn"},
		"ReportConnection": {"edges", "pageInfo"},
		"ReportEdge":       {"cursor", "node"},
		"ReportRow":        {"from", "until", "keys", "values"},
		"ReportKey":        {"by", "key", "name"},
		"FigureChanges":    {"days", "cursor", "hasMore"},
		"ChangedDay":       {"communityId", "date"},
		"ResidentChanges":  {"changed", "cursor"},
		"ChangedClause":    {"communityId", "clause"},
		"ResidentMetric": {
			"figure", "unit", "clause", "byAttribute", "nameZh", "nameEn", "definitionZh", "definitionEn",
		},
		"ResidentFigureConnection": {"edges", "pageInfo"},
		"ResidentFigureEdge":       {"cursor", "node"},
		"ResidentFigureRow":        {"communityId", "community", "from", "until", "group", "values", "releasedAt"},
	},
}

// MayAsk tells whether a token of these scopes may ask for the field of the type (P5, R).
func MayAsk(scopes []cobuild.Scope, of, field string) bool {
	if slices.Contains(always[of], field) {
		return true
	}
	for _, s := range scopes {
		if slices.Contains(scoped[s][of], field) {
			return true
		}
	}
	return false
}

// Scopes is the gqlgen extension that refuses, before anything runs, an operation of a token that asks for a field outside
// its scopes: FORBIDDEN, with the field. What it lets through the guards of the store still narrow to the partner's own.
type Scopes struct{}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationContextMutator
} = Scopes{}

// ExtensionName is the extension's name in gqlgen.
func (Scopes) ExtensionName() string { return "Scopes" }

// Validate has nothing to check.
func (Scopes) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext looks at the validated operation.
func (Scopes) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	v, ok := store.ViewerOf(ctx)
	if (!ok || v.Token == "") && !Enters(op.Operation) {
		return nil
	}
	// Whoever enters by a token in this very operation has its scopes from the next one on, and until then those of none.
	field := outside(v.Scopes, op.Operation.SelectionSet, map[string]bool{})
	if field == "" {
		return nil
	}
	refusal := &gqlerror.Error{Message: "FORBIDDEN (P5) in " + field}
	refusal.Extensions = map[string]any{"code": string(office.Forbidden), "clause": "P5", "field": field}
	return refusal
}

// Enters tells whether an operation enters by a token.
func Enters(op *ast.OperationDefinition) bool {
	return op.Operation == ast.Mutation && slices.Contains(RootFields(op.SelectionSet), "enterByToken")
}

// RootFields are the names of the fields of a selection, fragments expanded.
func RootFields(set ast.SelectionSet) []string {
	var out []string
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			out = append(out, s.Name)
		case *ast.InlineFragment:
			out = append(out, RootFields(s.SelectionSet)...)
		case *ast.FragmentSpread:
			if s.Definition != nil {
				out = append(out, RootFields(s.Definition.SelectionSet)...)
			}
		}
	}
	return out
}

// outside gives the first field that the scopes do not name, as Type.field; "" where there is none.
func outside(scopes []cobuild.Scope, set ast.SelectionSet, seen map[string]bool) string {
	for _, selection := range set {
		var below ast.SelectionSet
		switch s := selection.(type) {
		case *ast.Field:
			if s.ObjectDefinition == nil || s.Name != "__typename" && !MayAsk(scopes, s.ObjectDefinition.Name, s.Name) {
				if s.ObjectDefinition == nil {
					return s.Name
				}
				return s.ObjectDefinition.Name + "." + s.Name
			}
			below = s.SelectionSet
		case *ast.InlineFragment:
			below = s.SelectionSet
		case *ast.FragmentSpread:
			if s.Definition == nil || seen[s.Name] {
				continue
			}
			seen[s.Name] = true
			below = s.Definition.SelectionSet
		}
		if field := outside(scopes, below, seen); field != "" {
			return field
		}
	}
	return ""
}
