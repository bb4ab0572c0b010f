package main

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"xinxing/graph"
	"xinxing/internal/service"
	"xinxing/internal/store"
)

type gatheredKey struct{}

// gathered makes the operation of a token gather what it reads (P5), also one that enters by a token.
func gathered(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	if v, _ := store.ViewerOf(ctx); v.Token == "" && !graph.Enters(graphql.GetOperationContext(ctx).Operation) {
		return next(ctx)
	}
	ctx, c := store.Collect(ctx)
	return next(context.WithValue(ctx, gatheredKey{}, c))
}

// recordRead keeps what a token read before the answer leaves, and what it asked for in vain; where it cannot be kept
// nothing is given out.
func (s *site) recordRead(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	resp := next(ctx)
	if resp == nil || !graphql.HasOperationContext(ctx) {
		return resp
	}
	v, _ := store.ViewerOf(ctx)
	op := graphql.GetOperationContext(ctx)
	if v.Token == "" || op.Operation == nil { // what is no operation has read nothing
		return resp
	}
	read := service.Read{Operation: op.Operation.Name, Errors: len(resp.Errors)}
	if c, ok := ctx.Value(gatheredKey{}).(*store.Collector); ok {
		read.Records = c.Keys()
	}
	for _, f := range graph.RootFields(op.Operation.SelectionSet) {
		read.Fields = append(read.Fields, string(op.Operation.Operation)+"."+f)
	}
	if err := s.desk.RecordRead(ctx, read); err != nil {
		return &graphql.Response{Data: []byte("null"), Errors: gqlerror.List{graph.Present(s.log)(ctx, err)}}
	}
	return resp
}
