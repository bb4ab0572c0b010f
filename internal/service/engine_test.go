package service_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"xinxing/ent"
	"xinxing/ent/caseevent"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
	"xinxing/internal/store/wake"
)

// patient is far more than anything here needs.
const patient = 60 * time.Second

// quick are wake-ups that tests need not wait for; rare has none but those that are meant.
var (
	silent = slog.New(slog.DiscardHandler)
	quick  = wake.Options{Tick: 20 * time.Millisecond, Gap: time.Millisecond, Log: silent}
	rare   = wake.Options{Tick: time.Hour, Gap: time.Millisecond, Log: silent}
)

// onPostgres runs a test on PostgreSQL, unless this run is for another database.
func onPostgres(t *testing.T, opts store.Options, test func(p *people)) {
	t.Helper()
	if slices.Contains(servicetest.Databases(), servicetest.Postgres) {
		test(&people{servicetest.NewWith(t, servicetest.Postgres, opts), t})
	}
}

// process is another process's desk on the same database, by the same clock.
func (p *people) process(opts wake.Options) *service.Desk {
	p.t.Helper()
	s, err := store.Open(p.t.Context(), p.URL, store.Options{NoMigrate: true, Wake: opts})
	p.ok(err)
	p.t.Cleanup(func() {
		if err := s.Close(); err != nil {
			p.t.Error(err)
		}
	})
	return service.New(s, p.Clock, servicetest.Box(), silent)
}

// running lets engines run until the returned function stops them.
func (p *people) running(desks ...*service.Desk) (stop func()) {
	ctx, cancel := context.WithCancel(p.t.Context())
	var wg sync.WaitGroup
	for _, d := range desks {
		wg.Go(func() { d.Run(ctx) })
	}
	return func() { cancel(); wg.Wait() }
}

// fallen are the warnings of the community in the order of the journal.
func (p *people) fallen() []*ent.CaseEvent {
	p.t.Helper()
	all, err := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.AlarmIDNotNil()).Order(caseevent.ByID()).All(p.System())
	p.ok(err)
	return all
}

// await reads the journal from the beginning until so many warnings have fallen.
func (p *people) await(n int) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.System(), patient)
	defer cancel()
	f, err := p.Desk.Store.Follow(ctx, p.Community, 0)
	p.ok(err)
	defer f.Close()
	for got := 0; got < n; {
		news, err := f.Next(ctx)
		if err != nil {
			p.t.Fatalf("%d of %d warnings fell: %v", got, n, err)
		}
		for _, e := range news {
			if e.AlarmID != nil {
				got++
			}
		}
	}
}

// onceInOrder fails where a warning fell twice or out of the order of the instants.
func (p *people) onceInOrder(want int) {
	p.t.Helper()
	all := p.fallen()
	seen := map[string]bool{}
	last := ""
	for _, e := range all {
		if seen[*e.AlarmID] {
			p.t.Errorf("%s fell twice", *e.AlarmKind)
		}
		seen[*e.AlarmID] = true
		at := e.Facts["scheduledAt"].(string)
		if at < last {
			p.t.Errorf("%s of %s fell after one of %s", *e.AlarmKind, at, last)
		}
		last = at
	}
	p.want("fallen", len(all), want)
}

// many promises give many alarms: four each where the days are enough.
func (p *people) many(n int) {
	p.t.Helper()
	for i := range n {
		p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 4+i%3)
	}
}

func TestT7_ThreeProcessesOneDatabase(t *testing.T) {
	onPostgres(t, store.Options{Wake: quick}, func(p *people) {
		p.many(12)
		stop := p.running(p.Desk, p.process(quick), p.process(quick))
		defer stop()
		// Day after day, each alarm by one of the three, in order.
		for _, at := range []string{"2026-03-02 08:30", "2026-03-03 15:00", "2026-03-04 17:00", "2026-03-20 09:00"} {
			p.At(at)
			p.Desk.Store.Notify()
		}
		p.await(48)
		stop()
		p.onceInOrder(48)
		p.want("left", p.fire(), 0)
		p.sound()
	})
}

func TestT7_DownForThreeDays(t *testing.T) {
	both(t, func(p *people) {
		p.many(3)
		p.At("2026-03-02 08:30")
		before := p.fire()
		// Nobody looks for three days; then the engine starts.
		p.At("2026-03-05 12:00")
		stop := p.running(p.Desk)
		defer stop()
		p.await(10)
		stop()
		p.onceInOrder(10) // four of the promises to Tuesday and Wednesday each, two of the one to Thursday
		p.want("before", before, 1)
		p.want("left", p.fire(), 0)
		p.sound()
	})
}

// A process that is killed within a batch, whichever statement it came to, leaves it whole or undone; the next one does
// the rest.
func TestT7_KilledInTheMiddleOfABatch(t *testing.T) {
	for _, dialect := range servicetest.Databases() {
		t.Run(dialect, func(t *testing.T) {
			var kill atomic.Pointer[context.CancelFunc]
			var left atomic.Int64
			on := func(context.Context, string) {
				if left.Add(-1) == 0 {
					(*kill.Load())()
				}
			}
			p := &people{servicetest.NewWith(t, dialect, store.Options{SQL: sqldb.Options{OnStatement: on}}), t}
			p.many(8)
			p.At("2026-03-20 09:00")
			kills := 0
			end := time.Now().Add(patient)
			for statement := int64(1); ; {
				ctx, cancel := context.WithCancel(p.System())
				kill.Store(&cancel)
				left.Store(statement)
				n, err := p.Desk.FireDue(ctx)
				cancel()
				if err == nil && (n > 0 || len(p.fallen()) > 0) {
					p.want("fallen at last, or before", n == 32 || len(p.fallen()) == 32, true)
					break
				}
				if err == nil {
					err = errors.New("the lock of the killed one is not gone yet") // its turn, for a moment
				} else {
					kills++
					statement += 3 // only a killed one comes further: waiting for the lock answers at once
				}
				if n := len(p.fallen()); n != 0 && n != 32 {
					t.Fatalf("half a batch fell: %d", n)
				}
				if time.Now().After(end) {
					p.t.Fatal(err)
				}
			}
			if kills < 10 {
				t.Errorf("it was killed %d times", kills)
			}
			p.onceInOrder(32)
			p.sound()
		})
	}
}

func TestT7_TheClockIsMovedForward(t *testing.T) {
	both(t, func(p *people) {
		clock := service.NewRehearsalClock(p.Clock.Now(), p.Clock)
		p.Desk.Clock = clock
		p.many(2)
		stop := p.running(p.Desk)
		defer stop()
		_, err := p.Desk.MoveClock(p.As("administrator"), service.MoveClockInput{To: servicetest.Instant(t, "2026-03-20 09:00"), ClientMutationID: p.ID()})
		p.ok(err)
		p.await(8)
		stop()
		p.onceInOrder(8)
		p.sound()
	})
}

// A wake-up that is lost delays and loses nothing: the slow tick looks.
func TestT7_TheWakeUpIsLost(t *testing.T) {
	onPostgres(t, store.Options{Wake: rare}, func(p *people) {
		opts := quick
		opts.Channel = "nobody_speaks_here" // it hears no other process
		deaf := p.process(opts)
		stop := p.running(deaf)
		defer stop()
		p.many(1)
		p.At("2026-03-20 09:00")
		seen := make(chan error, 1)
		go func() {
			f, err := deaf.Store.Follow(p.System(), p.Community, 0)
			if err != nil {
				seen <- err
				return
			}
			defer f.Close()
			ctx, cancel := context.WithTimeout(p.System(), patient)
			defer cancel()
			for n := 0; n < 4; {
				news, err := f.Next(ctx)
				if err != nil {
					seen <- fmt.Errorf("%d fell: %w", n, err)
					return
				}
				for _, e := range news {
					if e.AlarmID != nil {
						n++
					}
				}
			}
			seen <- nil
		}()
		p.ok(<-seen)
		stop()
		p.onceInOrder(4)
	})
}

func TestF10_TheEngineNeverTakesTheDutyAway(t *testing.T) {
	both(t, func(p *people) {
		undisposed := p.open("clerk-a", "")
		reported := p.report("clerk-b", p.open("clerk-b", ""))
		offered := p.offer("clerk-a", p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 3), "clerk-c")
		materials := p.done(p.Desk.RequestMaterials(p.As("grid"), service.RequestMaterialsInput{
			CaseRef: p.ref(p.open("grid", "DJ-01")), Missing: []string{"照片"}, ToldWay: casework.TellByPhone,
		}))
		p.At("2026-04-30 09:00")
		for p.fire() > 0 {
		}
		p.holds(undisposed, "clerk-a", duty.AsFirstResponder, "clerk-a")
		p.holds(reported, "clerk-b", duty.AsFirstResponder, "clerk-b")
		p.holds(offered, "clerk-a", duty.AsFirstResponder, "clerk-a")
		p.holds(materials, "grid", duty.AsFirstResponder, "grid")
		p.want("breaches of a report that waits", p.breaches(reported), []string{})
		p.sound()
	})
}

func TestRun_EndsWithItsContext(t *testing.T) {
	both(t, func(p *people) {
		before := goleak.IgnoreCurrent()
		stop := p.running(p.Desk)
		p.open("clerk-a", "")
		stop()
		goleak.VerifyNone(t, before, goleak.IgnoreAnyFunction("database/sql.(*DB).connectionOpener"))
	})
}

// An engine that meets a database that is gone goes on when it is back; it ends with its context all the same.
func TestRun_AClosedStore(t *testing.T) {
	p := &people{servicetest.New(t, servicetest.SQLite), t}
	d := p.process(rare)
	p.ok(d.Store.Close())
	_, err := d.FireDue(p.System())
	if err == nil {
		t.Fatal("a closed store answers")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	d.Run(ctx)
	if !errors.Is(ctx.Err(), context.Canceled) {
		t.Error(ctx.Err())
	}
}
