// Package gqltest is a small executable schema, for the tests of the GraphQL transports.
package gqltest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

const schemaText = `
directive @defer(if: Boolean = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
type Query {
  hello(name: String): String!
  node: Node
  list(first: Int = 10): [Node!]!
  find(input: FindInput): String
  block: String
  fail: String
  panic: String
}
input FindInput { name: String, tags: [String!], deeper: FindInput }
type Node { id: ID! name: String! child: Node }
type Mutation { note(text: String): String! }
type Subscription {
  ticks(after: String): Tick!
  refused: Tick!
  panics: Tick!
}
type Tick { cursor: String! n: Int! }
`

// Schema is a graphql.ExecutableSchema that runs like a generated one: it reuses its buffer between results, and ends a
// subscription when its context ends or its channel closes.
type Schema struct {
	schema *ast.Schema

	// Ticks gives the channel of a ticks subscription; nil fails it.
	Ticks func(ctx context.Context, after string) <-chan int
	// Block is what the field block waits for; nil waits for the context only.
	Block <-chan struct{}

	mu       sync.Mutex
	executed []string
}

var _ graphql.ExecutableSchema = (*Schema)(nil)

// New returns the schema with no ticks.
func New() *Schema {
	return &Schema{schema: gqlparser.MustLoadSchema(&ast.Source{Name: "test", Input: schemaText})}
}

// Schema returns the parsed schema.
func (s *Schema) Schema() *ast.Schema { return s.schema }

// Complexity counts a list as its length times its children.
func (s *Schema) Complexity(_ context.Context, _, field string, children int, args map[string]any) (int, bool) {
	if field == "list" {
		if first, ok := args["first"].(int64); ok {
			return 1 + int(first)*children, true
		}
	}
	return 0, false
}

// Executed returns the root fields that were resolved, in order.
func (s *Schema) Executed() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.executed...)
}

// Exec runs the operation in ctx.
func (s *Schema) Exec(ctx context.Context) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	var buf bytes.Buffer
	if op.Operation.Operation == ast.Subscription {
		return s.subscribe(ctx, op, &buf)
	}
	first := true
	return func(ctx context.Context) *graphql.Response {
		if !first {
			return nil
		}
		first = false
		root := "Query"
		if op.Operation.Operation == ast.Mutation {
			root = "Mutation"
		}
		s.object(ctx, op, &buf, op.Operation.SelectionSet, root)
		return &graphql.Response{Data: buf.Bytes()}
	}
}

func (s *Schema) subscribe(ctx context.Context, op *graphql.OperationContext, buf *bytes.Buffer) graphql.ResponseHandler {
	field := graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Subscription"})[0]
	if field.Name == "panics" {
		return func(context.Context) *graphql.Response { panic("subscription panics") }
	}
	after, _ := field.ArgumentMap(op.Variables)["after"].(string)
	var ticks <-chan int
	if field.Name == "ticks" && s.Ticks != nil {
		ticks = s.Ticks(ctx, after)
	}
	if ticks == nil {
		graphql.AddError(ctx, errors.New("no ticks for you"))
		return nil
	}
	return func(ctx context.Context) *graphql.Response {
		select {
		case <-ctx.Done():
			return nil
		case n, ok := <-ticks:
			if !ok {
				return nil
			}
			buf.Reset()
			fmt.Fprintf(buf, `{"%s":{"cursor":"c%d","n":%d}}`, field.Alias, n, n)
			return &graphql.Response{Data: buf.Bytes()}
		}
	}
}

func (s *Schema) object(ctx context.Context, op *graphql.OperationContext, b *bytes.Buffer, set ast.SelectionSet, kind string) {
	b.WriteByte('{')
	for i, field := range graphql.CollectFields(op, set, []string{kind}) {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(b, "%q:", field.Alias)
		if kind != "Node" {
			s.mu.Lock()
			s.executed = append(s.executed, field.Name)
			s.mu.Unlock()
		}
		s.field(ctx, op, b, field, kind)
	}
	b.WriteByte('}')
}

func (s *Schema) field(ctx context.Context, op *graphql.OperationContext, b *bytes.Buffer, field graphql.CollectedField, kind string) {
	args := field.ArgumentMap(op.Variables)
	var value any
	switch field.Name {
	case "__typename":
		value = kind
	case "hello":
		value = "hello"
		if name, ok := args["name"].(string); ok {
			value = "hello " + name
		}
	case "find":
		if input, ok := args["input"].(map[string]any); ok {
			value = input["name"]
		}
	case "note":
		value, _ = args["text"].(string)
	case "id", "name":
		value = field.Name
	case "node", "child":
		s.object(ctx, op, b, field.Selections, "Node")
		return
	case "list":
		b.WriteByte('[')
		s.object(ctx, op, b, field.Selections, "Node")
		b.WriteByte(']')
		return
	case "__schema", "__type":
		if op.DisableIntrospection {
			graphql.AddError(ctx, errors.New("introspection disabled"))
		}
	case "block":
		select {
		case <-ctx.Done():
			graphql.AddError(ctx, ctx.Err())
		case <-s.Block:
			value = "unblocked"
		}
	case "fail":
		graphql.AddError(ctx, errors.New("it failed"))
	case "panic":
		panic("query panics")
	}
	encoded, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	b.Write(encoded)
}
