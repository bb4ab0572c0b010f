package relay

import (
	"context"
	"testing"

	"pgregory.net/rapid"

	"xinxing/internal/office"
)

func TestPage_Between1And100(t *testing.T) {
	for n, ok := range map[int]bool{-1: false, 0: false, 1: true, 100: true, 101: false, 1 << 40: false} {
		err := Page(n)
		if (err == nil) != ok {
			t.Errorf("%d: %v", n, err)
		}
		if r, is := err.(*office.Refusal); err != nil && (!is || r.Code != office.LimitExceeded || r.Field != "first" || r.Facts["limit"] != 100) {
			t.Errorf("%d: %v", n, err)
		}
	}
}

func TestCursor_ReadsBackWhatItWasMadeOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.StringMatching(`[^|]*`).Draw(t, "a")
		b := rapid.StringMatching(`[^|]*`).Draw(t, "b")
		got, err := Parts(Cursor(a, b), 2)
		if err != nil || got[0] != a || got[1] != b {
			t.Fatalf("%q %q: %q %v", a, b, got, err)
		}
		if _, err := Parts(Cursor(a, b), 3); err == nil {
			t.Fatal("two parts are read as three")
		}
	})
	for _, bad := range []string{"", "x", "fA==", "!!!!", "e|1"} {
		if _, err := Parts(bad, 2); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

// Of first+1 entries that were read, a page of first comes out; the one more only tells that there is a next page.
func TestConnect_PageAndItsSurroundings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := rapid.IntRange(1, 10).Draw(t, "first")
		read := rapid.SliceOfN(rapid.Int(), 0, first+1).Draw(t, "read")
		after := rapid.Bool().Draw(t, "after")
		counted := 0
		c := Connect(read, first, after, func(n int) string { return Cursor(string(rune('a' + n&7))) }, func(context.Context) (int, error) { counted++; return 42, nil })
		if len(c.Edges) != min(first, len(read)) || c.PageInfo.HasNextPage != (len(read) > first) || c.PageInfo.HasPreviousPage != after {
			t.Fatalf("%d of %d read: %+v", first, len(read), c)
		}
		for i, e := range c.Edges {
			if e.Node != read[i] {
				t.Fatalf("entry %d is %d", i, e.Node)
			}
		}
		if (c.PageInfo.StartCursor == nil) != (len(read) == 0) || (c.PageInfo.EndCursor == nil) != (len(read) == 0) {
			t.Fatalf("cursors of %d entries: %+v", len(read), c.PageInfo)
		}
		if n := len(c.Edges); n > 0 && (*c.PageInfo.StartCursor != c.Edges[0].Cursor || *c.PageInfo.EndCursor != c.Edges[n-1].Cursor) {
			t.Fatalf("%+v", c.PageInfo)
		}
		if counted != 0 {
			t.Fatal("counted without being asked")
		}
		if n, err := c.TotalCount(context.Background()); n != 42 || err != nil || counted != 1 {
			t.Fatalf("%d %v, counted %d times", n, err, counted)
		}
	})
}
