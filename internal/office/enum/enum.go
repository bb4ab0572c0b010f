// Package enum serves one closed list of words to the rules, to the database and to GraphQL at once.
package enum

import (
	"fmt"
	"io"
	"slices"
	"strconv"
)

// Strings returns the words of a closed list, in its order, as ent wants them.
func Strings[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// Marshal writes one word as a GraphQL enum value.
func Marshal(w io.Writer, v string) {
	_, _ = io.WriteString(w, strconv.Quote(v))
}

// Unmarshal reads a GraphQL enum value; it fails for anything that is not in the list.
func Unmarshal[T ~string](v any, values []T) (T, error) {
	s, ok := v.(string)
	if !ok {
		return "", fmt.Errorf("want a word, got %T", v)
	}
	if !slices.Contains(values, T(s)) {
		return "", fmt.Errorf("%q is not one of %v", s, values)
	}
	return T(s), nil
}
