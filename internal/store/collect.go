package store

import (
	"context"
	"reflect"
	"slices"
	"sync"

	"xinxing/ent"
)

// Collector gathers the keys of the records that a token read (P5).
type Collector struct {
	mu   sync.Mutex
	keys []string
}

type collectorKey struct{}

// Collect makes a context in which every record that the viewer reads is gathered.
func Collect(ctx context.Context) (context.Context, *Collector) {
	c := &Collector{}
	return context.WithValue(ctx, collectorKey{}, c), c
}

// Keys gives the keys in the order in which they were read first.
func (c *Collector) Keys() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.keys)
}

func (c *Collector) add(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if key != "" && !slices.Contains(c.keys, key) {
		c.keys = append(c.keys, key)
	}
}

// collect gathers what a token's query gives; what the program reads for itself is not given to anybody.
func collect(next ent.Querier) ent.Querier {
	return ent.QuerierFunc(func(ctx context.Context, q ent.Query) (ent.Value, error) {
		value, err := next.Query(ctx, q)
		c, ok := ctx.Value(collectorKey{}).(*Collector)
		if err != nil || !ok {
			return value, err
		}
		if v, _ := ViewerOf(ctx); v.Token == "" {
			return value, nil
		}
		list := reflect.ValueOf(value)
		if list.Kind() != reflect.Slice {
			return value, nil
		}
		for i := range list.Len() {
			record := reflect.Indirect(list.Index(i))
			if record.Kind() != reflect.Struct {
				return value, nil // a count, or single columns
			}
			if id := record.FieldByName("ID"); id.IsValid() && id.Kind() == reflect.String {
				c.add(id.String())
			}
		}
		return value, nil
	})
}
