package gqlhttp

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"
)

type boundedCache[T any] struct {
	*lru.LRU[T]
	maxBytes int
}

// NewCache returns a least-recently-used cache of so many entries, for query documents (T *ast.QueryDocument) and for
// persisted queries (T string). A document of more than maxBytes is served but not kept, so that documents padded with
// comments cannot fill the memory.
func NewCache[T any](entries, maxBytes int) graphql.Cache[T] {
	return boundedCache[T]{lru.New[T](entries), maxBytes}
}

// Add keeps value unless it, or its key, is too large.
func (c boundedCache[T]) Add(ctx context.Context, key string, value T) {
	text, _ := any(value).(string)
	if len(key) > c.maxBytes || len(text) > c.maxBytes {
		return
	}
	c.LRU.Add(ctx, key, value)
}
