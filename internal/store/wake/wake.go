// Package wake tells sleeping readers that something was committed, and nothing more: what it was they
// read from the database. A lost wake-up delays a reader until the next tick and loses nothing.
package wake

import (
	"log/slog"
	"sync"
	"time"
)

// Wake passes wake-ups to every subscriber in this process and, over PostgreSQL, in the others.
type Wake interface {
	// Notify says that something was committed; it never blocks. Call it after the commit: a reader
	// woken earlier would find nothing.
	Notify()
	// Subscribe returns a channel that gets one element however many wake-ups came since it was last
	// read, and at every tick, and the function that ends the subscription. The channel is never closed.
	Subscribe() (<-chan struct{}, func())
	// Close ends ticks and connections and returns when they have ended.
	Close() error
}

// Options tunes the intervals; the zero value is right for the program.
type Options struct {
	// Tick is how often subscribers are woken without any cause (default 5 s): the longest delay of a
	// reader when wake-ups get lost.
	Tick time.Duration
	// Heartbeat is how often the PostgreSQL connection notifies itself (default 3 s).
	Heartbeat time.Duration
	// Silence is how long that connection may bring nothing before it is given up and opened anew
	// (default 2½ heartbeats).
	Silence time.Duration
	// Retry is the pause before a second attempt to connect (default 250 ms); it doubles up to Silence.
	Retry time.Duration
	// Gap is the shortest time between two NOTIFYs of this process (default 10 ms).
	Gap time.Duration
	// Channel is the name to LISTEN on (default xinxing_wake); all processes of one database share it.
	Channel string
	// Log gets lost and restored connections (default: slog.Default).
	Log *slog.Logger
}

func (o Options) withDefaults() Options {
	set := func(d *time.Duration, v time.Duration) {
		if *d <= 0 {
			*d = v
		}
	}
	set(&o.Tick, 5*time.Second)
	set(&o.Heartbeat, 3*time.Second)
	set(&o.Silence, o.Heartbeat*5/2)
	set(&o.Retry, 250*time.Millisecond)
	set(&o.Gap, 10*time.Millisecond)
	if o.Channel == "" {
		o.Channel = "xinxing_wake"
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	return o
}

// Local is the Wake of a database that one process uses: SQLite's.
type Local struct {
	subscribers
	end  chan struct{}
	once sync.Once
	wg   sync.WaitGroup
}

// NewLocal returns a Wake within this process.
func NewLocal(opts Options) *Local {
	l := &Local{end: make(chan struct{})}
	opts = opts.withDefaults()
	l.wg.Go(func() { l.tick(opts.Tick, l.end) })
	return l
}

// Notify wakes all subscribers.
func (l *Local) Notify() { l.wake() }

// Close ends the ticks. Notify and Subscribe still work.
func (l *Local) Close() error {
	l.once.Do(func() { close(l.end) })
	l.wg.Wait()
	return nil
}

// subscribers is the set of channels of this process.
type subscribers struct {
	mu  sync.Mutex
	all map[chan struct{}]struct{}
}

func (s *subscribers) Subscribe() (<-chan struct{}, func()) {
	c := make(chan struct{}, 1)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.all == nil {
		s.all = map[chan struct{}]struct{}{}
	}
	s.all[c] = struct{}{}
	return c, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.all, c)
	}
}

func (s *subscribers) wake() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.all {
		signal(c)
	}
}

// signal marks c; a mark that is still unread stands for this one too.
func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

func (s *subscribers) tick(every time.Duration, end <-chan struct{}) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			s.wake()
		case <-end:
			return
		}
	}
}
