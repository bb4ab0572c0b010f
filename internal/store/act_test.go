package store_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"xinxing/ent/community"
	"xinxing/internal/store"
	"xinxing/internal/store/wake"
)

// patient is far more than anything here needs.
const patient = 60 * time.Second

var rare = wake.Options{Tick: time.Hour, Gap: time.Millisecond}

// Read, think, write: from several processes at once, and none of it is lost.
func TestAct_LosesNoUpdate(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		stores := []*store.Store{open(t, url, rare)}
		if stores[0].Postgres() {
			stores = append(stores, open(t, url, rare), open(t, url, rare))
		}
		r := fill(t, stores[0], "社区", nil)
		const workers, rounds = 6, 10
		var runs atomic.Int64
		var wg sync.WaitGroup
		for w := range workers {
			wg.Go(func() {
				for range rounds {
					err := stores[w%len(stores)].Act(system(t), r.community, func(ctx context.Context, tx *store.Tx) error {
						runs.Add(1)
						c, err := tx.Community.Get(ctx, r.community)
						if err != nil {
							return err
						}
						return tx.Community.UpdateOneID(c.ID).SetRefVersion(c.RefVersion + 1).Exec(ctx)
					})
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		c, err := stores[0].Read().Community.Query().Where(community.ID(r.community)).Only(system(t))
		if err != nil || c.RefVersion != 1+workers*rounds {
			t.Errorf("counted %d, want %d (%v)", c.RefVersion, 1+workers*rounds, err)
		}
		if runs.Load() < workers*rounds {
			t.Errorf("ran %d times", runs.Load())
		}
	})
}

// The facts of a second run are fresh ones.
func TestAct_RunsAgainWhenAnotherWasFaster(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		s := open(t, url, rare)
		if !s.Postgres() {
			return // one writer: nobody is ever faster
		}
		other := open(t, url, rare)
		r := fill(t, s, "社区", nil)
		var seen []int
		err := s.Act(system(t), r.community, func(ctx context.Context, tx *store.Tx) error {
			c, err := tx.Community.Get(ctx, r.community)
			if err != nil {
				return err
			}
			if seen = append(seen, c.RefVersion); len(seen) == 1 {
				err := other.Act(system(t), r.community, func(ctx context.Context, tx *store.Tx) error {
					return tx.Community.UpdateOneID(r.community).SetRefVersion(40).Exec(ctx)
				})
				if err != nil {
					return err
				}
			}
			return tx.Community.UpdateOneID(r.community).SetRefVersion(c.RefVersion + 2).Exec(ctx)
		})
		if err != nil || len(seen) != 2 || seen[0] != 1 || seen[1] != 40 {
			t.Fatalf("saw %v (%v)", seen, err)
		}
		c, err := s.Read().Community.Get(system(t), r.community)
		if err != nil || c.RefVersion != 42 {
			t.Errorf("%d (%v)", c.RefVersion, err)
		}
	})
}

func TestAct_AllOrNothing(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		s := open(t, url, rare)
		r := fill(t, s, "社区", nil)
		wakes, end := s.Wakes()
		defer end()
		rename := func(ctx context.Context, tx *store.Tx) error {
			return tx.Community.UpdateOneID(r.community).SetName("改名").Exec(ctx)
		}
		refusal := errors.New("refused")
		tries := 0
		err := s.Act(system(t), r.community, func(ctx context.Context, tx *store.Tx) error {
			tries++
			return errors.Join(rename(ctx, tx), refusal)
		})
		if !errors.Is(err, refusal) || tries != 1 {
			t.Errorf("%v after %d tries", err, tries)
		}
		name := func() string {
			c, err := s.Read().Community.Get(system(t), r.community)
			if err != nil {
				t.Fatal(err)
			}
			return c.Name
		}
		if name() != "社区" {
			t.Error("a refused act left something")
		}
		drain(wakes)
		if err := s.Act(system(t), r.community, rename); err != nil || name() != "改名" {
			t.Errorf("%s (%v)", name(), err)
		}
		select {
		case <-wakes:
		case <-time.After(patient):
			t.Error("nobody was woken by a commit")
		}
		gone, cancel := context.WithCancel(system(t))
		cancel()
		if err := s.Act(gone, r.community, rename); !errors.Is(err, context.Canceled) {
			t.Errorf("after its context: %v", err)
		}
	})
}

func drain(c <-chan struct{}) {
	for {
		select {
		case <-c:
			continue
		default:
		}
		return
	}
}

// Who waits for the others of the community does not wait longer than the request; and an act that breaks down
// holds up nobody.
func TestAct_NobodyIsHeldUp(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		s := open(t, url, rare)
		r := fill(t, s, "社区", nil)
		entered, leave, left := make(chan struct{}), make(chan struct{}), make(chan error)
		go func() {
			left <- s.Act(system(t), r.community, func(context.Context, *store.Tx) error {
				close(entered)
				<-leave
				return nil
			})
		}()
		<-entered
		ctx, cancel := context.WithCancel(system(t))
		cancel()
		if err := s.Act(ctx, r.community, func(context.Context, *store.Tx) error { return nil }); !errors.Is(err, context.Canceled) {
			t.Errorf("waiting: %v", err)
		}
		close(leave)
		if err := <-left; err != nil {
			t.Error(err)
		}
		func() {
			defer func() {
				if recover() == nil {
					t.Error("it did not break down")
				}
			}()
			_ = s.Act(system(t), r.community, func(context.Context, *store.Tx) error { panic("broken") })
		}()
		ctx, cancel = context.WithTimeout(system(t), patient)
		defer cancel()
		err := s.Act(ctx, r.community, func(ctx context.Context, tx *store.Tx) error {
			return tx.Community.UpdateOneID(r.community).SetName("还在").Exec(ctx)
		})
		if err != nil {
			t.Errorf("after an act that broke down: %v", err)
		}
	})
}

func TestTryLeader_OneAtATime(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		s := open(t, url, rare)
		err := s.Act(system(t), "one", func(ctx context.Context, tx *store.Tx) error {
			if leads, err := tx.TryLeader(ctx); err != nil || !leads {
				t.Errorf("the first leads: %v (%v)", leads, err)
			}
			if !s.Postgres() {
				return nil
			}
			return s.Act(ctx, "two", func(ctx context.Context, tx *store.Tx) error {
				if leads, err := tx.TryLeader(ctx); err != nil || leads {
					t.Errorf("the second leads: %v (%v)", leads, err)
				}
				return nil
			})
		})
		if err != nil {
			t.Fatal(err)
		}
		err = s.Act(system(t), "two", func(ctx context.Context, tx *store.Tx) error {
			if leads, err := tx.TryLeader(ctx); err != nil || !leads {
				t.Errorf("afterwards: %v (%v)", leads, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestInstant_IsWhatBothDatabasesKeep(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		s := open(t, url, rare)
		r := fill(t, s, "社区", nil)
		at := time.Date(2026, 2, 26, 9, 0, 0, 123456789, time.FixedZone("", 8*3600))
		kept := store.Instant(at)
		if kept.Location() != time.UTC || kept.Nanosecond() != 123456000 || !kept.Equal(at.Truncate(time.Microsecond)) {
			t.Errorf("%v", kept)
		}
		err := s.Act(system(t), "", func(ctx context.Context, tx *store.Tx) error {
			return tx.CaseFile.UpdateOneID(r.kase).SetDueAt(kept).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		c, err := s.Read().CaseFile.Get(system(t), r.kase)
		if err != nil || !c.DueAt.Equal(kept) {
			t.Errorf("%v, want %v (%v)", c.DueAt, kept, err)
		}
	})
}

func TestOpen_NoMigrateWantsTheTables(t *testing.T) {
	bare(t, func(t *testing.T, url string) {
		_, err := store.Open(t.Context(), url, store.Options{NoMigrate: true})
		if err == nil || !strings.Contains(err.Error(), "xinxing migrate") {
			t.Errorf("an empty database: %v", err)
		}
		s := open(t, url, rare)
		if err := s.Ping(t.Context()); err != nil {
			t.Error(err)
		}
		again, err := store.Open(t.Context(), url, store.Options{NoMigrate: true, Wake: rare})
		if err != nil {
			t.Fatal(err)
		}
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	})
}
