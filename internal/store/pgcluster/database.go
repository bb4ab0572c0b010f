package pgcluster

import (
	"crypto/rand"
	"strings"
)

// TB is the part of testing.TB that Fresh needs.
type TB interface {
	Helper()
	Cleanup(func())
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// Fresh returns the address of a new database on the shared server, a copy of template or empty when
// template is "". It is dropped when the test ends. Without PostgreSQL the test fails.
func Fresh(t TB, template string) string {
	t.Helper()
	c, err := Shared()
	if err != nil {
		t.Fatalf("%v", err)
	}
	name := "test_" + strings.ToLower(rand.Text())
	if err := c.CreateDatabase(name, template); err != nil {
		t.Fatalf("%v", err)
	}
	t.Cleanup(func() {
		if err := c.DropDatabase(name); err != nil {
			t.Errorf("%v", err)
		}
	})
	return c.URL(name)
}
