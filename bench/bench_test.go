package main

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"xinxing/internal/seal"
	"xinxing/internal/store"
	"xinxing/internal/store/pgcluster"
)

// TestLoadIsWhole: what is loaded in bulk passes the program's own proof, on both databases.
func TestLoadIsWhole(t *testing.T) {
	for name, address := range map[string]func() string{
		"sqlite":   func() string { return "sqlite://" + filepath.Join(t.TempDir(), "bench.db") },
		"postgres": func() string { return pgcluster.Fresh(t, "") },
	} {
		t.Run(name, func(t *testing.T) {
			b := &bench{settings: settings{history: 40}, address: address(), master: seal.GenerateKey(), name: name, residents: 50, out: io.Discard}
			ctx := t.Context()
			if err := b.found(ctx); err != nil {
				t.Fatal(err)
			}
			if err := b.load(ctx, 500); err != nil {
				t.Fatal(err)
			}
			if err := b.load(ctx, 1500); err != nil {
				t.Fatal(err)
			}
			if err := b.verify(ctx); err != nil {
				t.Fatal(err)
			}
			d, err := openDesk(ctx, b.address, b.master, store.Options{NoMigrate: true})
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = d.Store.Close() }()
			n, err := d.Store.Read().CaseFile.Query().Count(store.With(context.WithoutCancel(ctx), store.System()))
			if err != nil || n < 1500 {
				t.Errorf("%d cases, %v; want 1500 and the demo's", n, err)
			}
			if fired, err := d.FireDue(ctx); err != nil || fired != 0 {
				t.Errorf("%d alarms were due already, %v; want none", fired, err)
			}
		})
	}
}

func TestSameAnswer(t *testing.T) {
	for _, c := range []struct {
		ours, theirs, differs string
	}{
		{`{"data":{"a":1,"workingSecondsLeft":100}}`, `{"data":{"workingSecondsLeft":98,"a":1}}`, ""},
		{`{"data":{"a":1}}`, `{"data":{"a":2}}`, ".data.a"},
		{`{"data":{"a":[1,2]}}`, `{"data":{"a":[1]}}`, ".data.a"},
		{`{"data":{"a":1}}`, `{"data":{"a":1,"b":1}}`, ".data"},
		{`{"data":{"a":null}}`, `{"data":{"a":""}}`, ".data.a"},
		{`{"data":{"workingSecondsLeft":100}}`, `{"data":{"workingSecondsLeft":900}}`, "workingSecondsLeft"},
	} {
		err := sameAnswer([]byte(c.ours), []byte(c.theirs), false)
		if (err == nil) != (c.differs == "") || err != nil && !strings.Contains(err.Error(), c.differs) {
			t.Errorf("%s and %s: %v, want %q", c.ours, c.theirs, err, c.differs)
		}
	}
}

func TestPercentile(t *testing.T) {
	all := []time.Duration{5, 1, 4, 2, 3}
	for p, want := range map[float64]time.Duration{0: 1, 0.5: 3, 0.99: 5, 1: 5} {
		if got := percentile(all, p); got != want {
			t.Errorf("%v: %d, want %d", p, got, want)
		}
	}
	if got := percentile(nil, 0.5); got != 0 {
		t.Errorf("of nothing: %d", got)
	}
}
