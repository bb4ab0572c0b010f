package store_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"go.uber.org/goleak"

	"xinxing/ent"
	"xinxing/internal/store"
	"xinxing/internal/store/wake"
)

// journalist writes entries of one community.
type journalist struct {
	t *testing.T
	s *store.Store
	r records
	n int
}

func (j *journalist) write(n int) {
	j.t.Helper()
	for n > 0 {
		k := min(n, 400)
		err := j.s.Act(system(j.t), j.r.community, func(ctx context.Context, tx *store.Tx) error {
			if err := tx.LockJournal(ctx, j.r.community); err != nil {
				return err
			}
			var rows []*ent.CaseEventCreate
			for i := range k {
				rows = append(rows, event(tx.Client, &j.r, j.n+2+i)) // fill wrote the first
			}
			return tx.CaseEvent.CreateBulk(rows...).Exec(ctx)
		})
		if err != nil {
			j.t.Fatal(err)
		}
		j.n, n = j.n+k, n-k
	}
}

func (j *journalist) head() int64 {
	j.t.Helper()
	h, err := j.s.Head(j.t.Context(), j.r.community)
	if err != nil {
		j.t.Fatal(err)
	}
	return h
}

// numbers reads from a follower until the entry with the number last of the case, and gives the numbers.
func numbers(t *testing.T, f *store.Follower, last int) []int {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patient)
	defer cancel()
	var got []int
	for len(got) == 0 || got[len(got)-1] != last {
		news, err := f.Next(ctx)
		if err != nil {
			t.Fatalf("after %d entries: %v", len(got), err)
		}
		for _, e := range news {
			got = append(got, e.Number)
		}
		if f.At() != news[len(news)-1].ID {
			t.Errorf("at %d, given was %d", f.At(), news[len(news)-1].ID)
		}
	}
	return got
}

func span(from, to int) []int {
	var out []int
	for n := from; n <= to; n++ {
		out = append(out, n)
	}
	return out
}

func follow(t *testing.T, s *store.Store, community string, after int64) *store.Follower {
	t.Helper()
	f, err := s.Follow(t.Context(), community, after)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(f.Close)
	return f
}

// wantRun fails where the numbers are not each one, once, in order.
func wantRun(t *testing.T, what string, got []int, from, to int) {
	t.Helper()
	if !slices.Equal(got, span(from, to)) {
		t.Errorf("%s: %d entries from %d to %d; want %d to %d, each once and in order", what, len(got), got[0], got[len(got)-1], from, to)
	}
}

func TestFeed_ReadersOfEverySpeed(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		s := open(t, url, rare)
		j := &journalist{t: t, s: s, r: fill(t, s, "社区", nil)}
		beside := &journalist{t: t, s: s, r: fill(t, s, "邻家", nil)}
		early := follow(t, s, j.r.community, 0)
		fresh := follow(t, s, j.r.community, -1)
		asleep := follow(t, s, j.r.community, -1) // reads nothing until the memory has long gone on
		j.write(10)
		beside.write(3)
		wantRun(t, "from now on", numbers(t, fresh, 11), 2, 11)
		wantRun(t, "from the beginning", numbers(t, early, 11), 1, 11)
		middle := early.At()
		// More than the memory holds, so that whoever is behind reads the table.
		j.write(1700)
		wantRun(t, "who slept", numbers(t, asleep, 1711), 2, 1711)
		wantRun(t, "who was in time", numbers(t, fresh, 1711), 12, 1711)
		wantRun(t, "from the beginning, late", numbers(t, follow(t, s, j.r.community, 0), 1711), 1, 1711)
		wantRun(t, "from a cursor in the middle", numbers(t, follow(t, s, j.r.community, middle), 1711), 12, 1711)
		end := follow(t, s, j.r.community, j.head())
		j.write(1)
		wantRun(t, "from the end", numbers(t, end, 1712), 1712, 1712)
		wantRun(t, "the neighbour's", numbers(t, follow(t, s, beside.r.community, 0), 4), 1, 4)
	})
}

// Of another process the reader hears by the wake-up, and where that is lost by the tick.
func TestFeed_OfAnotherProcess(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		s := open(t, url, rare)
		j := &journalist{t: t, s: s, r: fill(t, s, "社区", nil)}
		if !s.Postgres() {
			return
		}
		heard := follow(t, open(t, url, rare), j.r.community, -1)
		deaf := follow(t, open(t, url, wake.Options{Tick: 10 * time.Millisecond, Channel: "elsewhere"}), j.r.community, -1)
		j.write(3)
		wantRun(t, "by the wake-up", numbers(t, heard, 4), 2, 4)
		wantRun(t, "by the tick", numbers(t, deaf, 4), 2, 4)
	})
}

func TestFeed_Ends(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		s := open(t, url, rare)
		j := &journalist{t: t, s: s, r: fill(t, s, "社区", nil)}
		f := follow(t, s, j.r.community, -1)
		ctx, cancel := context.WithCancel(t.Context())
		waiting := make(chan error)
		go func() { _, err := f.Next(ctx); waiting <- err }()
		cancel()
		if err := <-waiting; !errors.Is(err, context.Canceled) {
			t.Errorf("a reader that went: %v", err)
		}
		j.write(1)
		wantRun(t, "and came back", numbers(t, f, 2), 2, 2)
		f.Close()
		f.Close() // once is enough
		again := follow(t, s, j.r.community, -1)
		j.write(1)
		wantRun(t, "followed again", numbers(t, again, 3), 3, 3)
		go func() { _, err := again.Next(t.Context()); waiting <- err }()
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if err := <-waiting; err == nil {
			t.Error("a follower outlives its store")
		}
		if _, err := s.Follow(t.Context(), j.r.community, 0); err == nil {
			t.Error("a closed store can be followed")
		}
	})
}

func TestFeed_LeavesNothingBehind(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		s := open(t, url, rare)
		j := &journalist{t: t, s: s, r: fill(t, s, "社区", nil)}
		before := goleak.IgnoreCurrent()
		for range 5 {
			f, err := s.Follow(t.Context(), j.r.community, 0)
			if err != nil {
				t.Fatal(err)
			}
			numbers(t, f, 1)
			f.Close()
		}
		goleak.VerifyNone(t, before, goleak.IgnoreAnyFunction("database/sql.(*DB).connectionOpener"))
	})
}
