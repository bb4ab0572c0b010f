package gqlhttp

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"
)

// Class is an audience with bounds of its own.
type Class int

// The audiences. Public is also what an unknown class is treated as.
const (
	Public Class = iota
	Staff
	Partner
)

// Bounds is what one operation of a class may cost. A zero number or duration is no bound.
type Bounds struct {
	// Tokens of the document, comments included.
	Tokens int
	// Depth is the number of fields on the longest way from the root to a leaf, fragments expanded.
	Depth int
	// RootAliases is how many root fields may be renamed; Aliases, how many fields altogether, fragments expanded.
	RootAliases, Aliases int
	// Complexity is gqlgen's measure: one for each field, or what the schema's complexity function says.
	Complexity int
	// Timeout is how long a query or mutation may run; a subscription has none.
	Timeout time.Duration
	// Introspection allows __schema and __type.
	Introspection bool
}

// PublicBounds returns the bounds of somebody who is not signed in.
func PublicBounds() Bounds {
	return Bounds{Tokens: 1000, Depth: 10, RootAliases: 5, Aliases: 30, Complexity: 2000, Timeout: 5 * time.Second}
}

// StaffBounds returns the bounds of a member of the office; they leave room for a full introspection query. Validation
// compares equal fields pairwise: 3,000 tokens can cost half a second of processor time, 5,000 three times that.
func StaffBounds() Bounds {
	return Bounds{Tokens: 3000, Depth: 20, RootAliases: 20, Aliases: 200, Complexity: 20000, Timeout: 15 * time.Second, Introspection: true}
}

// Limits is the gqlgen extension that refuses an operation which would cost more than its audience may spend, with
// extensions.code TOO_MANY_TOKENS, TOO_DEEP, TOO_MANY_ALIASES, COMPLEXITY, OPERATION_TIMEOUT, INTROSPECTION_DISABLED or
// DEFER_UNSUPPORTED, and extensions.limit where there is a number. Use it before AutomaticPersistedQuery, so that no
// oversized document gets into its cache; a document that comes by its hash is counted all the same.
type Limits struct {
	// ClassOf tells the audience from the request's context; nil takes everybody for the public.
	ClassOf func(ctx context.Context) Class
	// Bounds per audience; it must have Public.
	Bounds map[Class]Bounds

	schema graphql.ExecutableSchema
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationParameterMutator
	graphql.OperationContextMutator
	graphql.OperationInterceptor
} = (*Limits)(nil)

// NewLimits returns limits with PublicBounds and StaffBounds; partners have the staff's without introspection.
func NewLimits(classOf func(ctx context.Context) Class) *Limits {
	partner := StaffBounds()
	partner.Introspection = false
	return &Limits{ClassOf: classOf, Bounds: map[Class]Bounds{Public: PublicBounds(), Staff: StaffBounds(), Partner: partner}}
}

// MaxTokens returns the largest token bound of any class, for handler.Server.SetParserTokenLimit; zero if one has none.
func (l *Limits) MaxTokens() int {
	most := 0
	for _, b := range l.Bounds {
		if b.Tokens == 0 {
			return 0
		}
		most = max(most, b.Tokens)
	}
	return most
}

// ExtensionName is the extension's name in gqlgen.
func (*Limits) ExtensionName() string { return "Limits" }

// Validate fails where the public has no bounds.
func (l *Limits) Validate(schema graphql.ExecutableSchema) error {
	if _, ok := l.Bounds[Public]; !ok {
		return errors.New("gqlhttp.Limits: no bounds for the public")
	}
	l.schema = schema
	return nil
}

func (l *Limits) bounds(ctx context.Context) Bounds {
	class := Public
	if l.ClassOf != nil {
		class = l.ClassOf(ctx)
	}
	if b, ok := l.Bounds[class]; ok {
		return b
	}
	return l.Bounds[Public]
}

const tokensCounted = "xinxing.tokens"

// MutateOperationParameters counts the tokens before anything is parsed.
func (l *Limits) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	if p.Query == "" {
		return nil // it may come out of the cache of persisted queries; counted below
	}
	if err := countTokens(p.Query, l.bounds(ctx).Tokens); err != nil {
		return err
	}
	graphql.GetOperationContext(ctx).Stats.SetExtension(tokensCounted, true)
	return nil
}

func countTokens(document string, limit int) *gqlerror.Error {
	if limit == 0 {
		return nil
	}
	lex := lexer.New(&ast.Source{Input: document})
	for n := 0; ; n++ {
		token, err := lex.ReadToken()
		if n == limit && err == nil && token.Kind != lexer.EOF {
			return overLimit(CodeTooManyTokens, "The document has more than %d tokens.", limit)
		}
		if err != nil || token.Kind == lexer.EOF || token.Kind == lexer.Invalid {
			return nil // what is wrong with it is the parser's to say
		}
	}
}

func overLimit(code, format string, limit int) *gqlerror.Error {
	err := codedError(code, fmt.Sprintf(format, limit))
	err.Extensions["limit"] = limit
	return err
}

// MutateOperationContext measures the validated operation.
func (l *Limits) MutateOperationContext(ctx context.Context, opCtx *graphql.OperationContext) *gqlerror.Error {
	b := l.bounds(ctx)
	if opCtx.Stats.GetExtension(tokensCounted) == nil {
		if err := countTokens(opCtx.RawQuery, b.Tokens); err != nil {
			return err
		}
	}
	size := (&gauge{seen: map[*ast.FragmentDefinition]*size{}}).measure(opCtx.Operation.SelectionSet)
	switch {
	case b.Depth > 0 && size.depth > b.Depth:
		return overLimit(CodeTooDeep, "The operation is deeper than %d fields.", b.Depth)
	case b.RootAliases > 0 && size.hereAliases > b.RootAliases:
		return overLimit(CodeTooManyAliases, "The operation renames more than %d root fields.", b.RootAliases)
	case b.Aliases > 0 && size.aliases > b.Aliases:
		return overLimit(CodeTooManyAliases, "The operation renames more than %d fields.", b.Aliases)
	case size.deferred:
		return codedError(CodeDeferUnsupported, "The directive @defer is not served.")
	case size.introspects && !b.Introspection:
		return codedError(CodeIntrospectionDisabled, "The schema may not be read here.")
	}
	opCtx.DisableIntrospection = !b.Introspection
	if b.Complexity > 0 {
		w := weigher{ctx: ctx, es: l.schema, vars: opCtx.Variables, seen: map[*ast.FragmentDefinition]int{}}
		if w.set(opCtx.Operation.SelectionSet) > b.Complexity {
			return overLimit(CodeComplexity, "The operation is more complex than %d.", b.Complexity)
		}
	}
	return nil
}

// size is what a selection set measures. Fragments are measured once each, so the cost is linear in the document however
// they nest, while the numbers are those of the expanded operation.
type size struct {
	depth, aliases, hereAliases int
	introspects, deferred       bool
}

type gauge struct {
	seen map[*ast.FragmentDefinition]*size
}

func (g *gauge) measure(set ast.SelectionSet) size {
	var total size
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			below := g.measure(s.SelectionSet)
			below.depth++
			below.hereAliases = 0
			if s.Alias != "" && s.Alias != s.Name {
				below.hereAliases = 1
				below.aliases = add(below.aliases, 1)
			}
			below.introspects = below.introspects || s.Name == "__schema" || s.Name == "__type"
			total.join(below)
		case *ast.InlineFragment:
			total.join(g.measure(s.SelectionSet))
			total.deferred = total.deferred || s.Directives.ForName("defer") != nil
		case *ast.FragmentSpread:
			total.join(g.fragment(s.Definition))
			total.deferred = total.deferred || s.Directives.ForName("defer") != nil
		}
	}
	return total
}

func (g *gauge) fragment(f *ast.FragmentDefinition) size {
	if f == nil {
		return size{}
	}
	if known, ok := g.seen[f]; ok {
		return *known
	}
	known := &size{} // stands for the fragment while it is measured: a cycle adds nothing
	g.seen[f] = known
	*known = g.measure(f.SelectionSet)
	return *known
}

func (s *size) join(o size) {
	s.depth = max(s.depth, o.depth)
	s.aliases = add(s.aliases, o.aliases)
	s.hereAliases = add(s.hereAliases, o.hereAliases)
	s.introspects = s.introspects || o.introspects
	s.deferred = s.deferred || o.deferred
}

// add stops at the largest int instead of turning negative.
func add(a, b int) int {
	if a > math.MaxInt-b {
		return math.MaxInt
	}
	return a + b
}

// weigher computes gqlgen's complexity. gqlgen's own walks a fragment anew at every spread, which nested fragments make
// exponential; a fragment weighs the same wherever it is spread, so once is enough.
type weigher struct {
	ctx  context.Context
	es   graphql.ExecutableSchema
	vars map[string]any
	seen map[*ast.FragmentDefinition]int
}

func (w *weigher) set(set ast.SelectionSet) int {
	total := 0
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			total = add(total, w.field(s))
		case *ast.InlineFragment:
			total = add(total, w.set(s.SelectionSet))
		case *ast.FragmentSpread:
			if s.Definition == nil {
				continue
			}
			weight, ok := w.seen[s.Definition]
			if !ok {
				w.seen[s.Definition] = 0
				weight = w.set(s.Definition.SelectionSet)
				w.seen[s.Definition] = weight
			}
			total = add(total, weight)
		}
	}
	return total
}

func (w *weigher) field(f *ast.Field) int {
	if f.Name == "__schema" || f.Definition == nil || f.ObjectDefinition == nil {
		return 0 // its size is the schema's, its depth the validator's business
	}
	children := w.set(f.SelectionSet)
	args := f.ArgumentMap(w.vars)
	owners := []*ast.Definition{f.ObjectDefinition}
	if f.ObjectDefinition.Kind == ast.Interface {
		owners = w.es.Schema().GetPossibleTypes(f.ObjectDefinition) // the dearest implementation counts
	}
	dearest := 0
	for _, owner := range owners {
		weight, ok := w.es.Complexity(w.ctx, owner.Name, f.Name, children, args)
		if !ok || weight < 1 {
			weight = add(1, children)
		}
		dearest = max(dearest, weight)
	}
	return dearest
}

var errOperationTime = errors.New("the operation took too long")

// InterceptOperation gives a query or mutation its deadline. One that was stopped by it is answered with data null and
// OPERATION_TIMEOUT; one that finished all the same keeps its answer.
func (l *Limits) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	timeout := l.bounds(ctx).Timeout
	if timeout <= 0 || graphql.GetOperationContext(ctx).Operation.Operation == ast.Subscription {
		return next(ctx)
	}
	ctx, cancel := context.WithTimeoutCause(ctx, timeout, errOperationTime)
	responses := next(ctx)
	over := false
	return func(inner context.Context) *graphql.Response {
		if over {
			return nil
		}
		over = true
		defer cancel()
		resp := responses(inner)
		if errors.Is(context.Cause(ctx), errOperationTime) && (resp == nil || len(resp.Errors) != 0) {
			return &graphql.Response{
				Data:   []byte("null"),
				Errors: gqlerror.List{codedError(CodeOperationTimeout, "The operation took too long and was stopped.")},
			}
		}
		return resp
	}
}
