package gqlws

import "testing"

func TestRegistryForgetsWhatIsReleased(t *testing.T) {
	r := NewRegistry()
	for range 3 {
		a, _ := r.Track("li", func() {})
		b, _ := r.Track("li", func() {})
		c, _ := r.Track("", func() {})
		if len(r.live) != 3 || len(r.bySession) != 1 {
			t.Fatalf("%d live, %d sessions", len(r.live), len(r.bySession))
		}
		a()
		a()
		if len(r.bySession["li"]) != 1 {
			t.Fatalf("%d of li", len(r.bySession["li"]))
		}
		b()
		c()
		if len(r.live) != 0 || len(r.bySession) != 0 {
			t.Fatalf("%d live, %d sessions", len(r.live), len(r.bySession))
		}
	}
}
