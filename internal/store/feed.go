package store

import (
	"context"
	"sort"
	"sync"
	"time"

	"xinxing/ent"
	"xinxing/ent/caseevent"
)

// The feed gives the journal of a community to any number of followers. Each community that is followed is read
// once, into a short memory that all its followers share; a follower that is further behind reads the table itself.
// A wake-up only says "look": one that gets lost delays until the next tick and loses nothing.
type feed struct {
	store *Store
	stop  context.CancelFunc
	ctx   context.Context
	mu    sync.Mutex
	byCom map[string]*topic
	wg    sync.WaitGroup
}

const (
	remembered = 1024 // entries kept in memory for each community that is followed
	batch      = 500
)

type topic struct {
	mu        sync.Mutex
	followers int
	cancel    context.CancelFunc
	ready     chan struct{} // closed when since is known
	since     int64         // every entry after it is in events
	events    []*ent.CaseEvent
	changed   chan struct{} // closed and replaced when events grew
}

func newFeed(s *Store) *feed {
	ctx, stop := context.WithCancel(With(context.Background(), System()))
	return &feed{store: s, ctx: ctx, stop: stop, byCom: map[string]*topic{}}
}

func (f *feed) close() {
	f.mu.Lock()
	f.stop() // from here on nobody begins to follow
	f.mu.Unlock()
	f.wg.Wait()
}

// Follower reads one community's journal from a cursor on.
type Follower struct {
	feed      *feed
	topic     *topic
	community string
	at        int64
	once      sync.Once
}

// Follow starts to follow a community's journal after the entry with this number; a negative number means from now
// on. The follower sees every entry: whoever uses it asks what the viewer may see. Close it when done.
func (s *Store) Follow(ctx context.Context, community string, after int64) (*Follower, error) {
	f := s.feed
	f.mu.Lock()
	if err := f.ctx.Err(); err != nil {
		f.mu.Unlock()
		return nil, err
	}
	t := f.byCom[community]
	if t == nil {
		tctx, cancel := context.WithCancel(f.ctx)
		t = &topic{cancel: cancel, ready: make(chan struct{}), changed: make(chan struct{})}
		f.byCom[community] = t
		f.wg.Add(1)
		go f.read(tctx, community, t)
	}
	t.followers++
	f.mu.Unlock()
	fo := &Follower{feed: f, topic: t, community: community, at: after}
	select {
	case <-t.ready:
	case <-ctx.Done():
		fo.Close()
		return nil, ctx.Err()
	case <-f.ctx.Done():
		fo.Close()
		return nil, f.ctx.Err()
	}
	if after < 0 {
		t.mu.Lock()
		fo.at = t.since
		if n := len(t.events); n > 0 {
			fo.at = t.events[n-1].ID
		}
		t.mu.Unlock()
	}
	return fo, nil
}

// Close ends the following.
func (fo *Follower) Close() {
	fo.once.Do(func() {
		fo.feed.mu.Lock()
		defer fo.feed.mu.Unlock()
		if fo.topic.followers--; fo.topic.followers == 0 {
			fo.topic.cancel()
			delete(fo.feed.byCom, fo.community)
		}
	})
}

// At is the number of the last entry that was given.
func (fo *Follower) At() int64 { return fo.at }

// Next gives the entries after the last ones, oldest first, and waits while there are none. It fails when ctx or
// the store ends.
func (fo *Follower) Next(ctx context.Context) ([]*ent.CaseEvent, error) {
	for {
		fo.topic.mu.Lock()
		behind, changed := fo.at < fo.topic.since, fo.topic.changed
		var news []*ent.CaseEvent
		if !behind {
			i := sort.Search(len(fo.topic.events), func(i int) bool { return fo.topic.events[i].ID > fo.at })
			news = fo.topic.events[i:]
		}
		fo.topic.mu.Unlock()
		if behind {
			read, err := fo.feed.store.eventsAfter(ctx, fo.community, fo.at)
			if err != nil {
				return nil, err
			}
			if len(read) > 0 {
				news = read
			}
		}
		if len(news) > 0 {
			fo.at = news[len(news)-1].ID
			return news, nil
		}
		if behind {
			// The table holds nothing after it: whatever comes is after the memory's beginning.
			fo.topic.mu.Lock()
			fo.at = max(fo.at, fo.topic.since)
			fo.topic.mu.Unlock()
			continue
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-fo.feed.ctx.Done():
			return nil, fo.feed.ctx.Err()
		}
	}
}

func (s *Store) eventsAfter(ctx context.Context, community string, after int64) ([]*ent.CaseEvent, error) {
	return s.read.CaseEvent.Query().
		Where(caseevent.CommunityID(community), caseevent.IDGT(after)).
		Order(caseevent.ByID()).Limit(batch).
		All(With(ctx, System()))
}

// read fills a topic's memory until nobody follows.
func (f *feed) read(ctx context.Context, community string, t *topic) {
	defer f.wg.Done()
	wakes, end := f.store.wake.Subscribe()
	defer end()
	if !f.start(ctx, community, t, wakes) {
		return
	}
	for {
		for f.fill(ctx, community, t) {
		}
		select {
		case <-wakes:
		case <-ctx.Done():
			return
		}
	}
}

func (f *feed) start(ctx context.Context, community string, t *topic, wakes <-chan struct{}) bool {
	for {
		head, err := f.store.Head(ctx, community)
		if err == nil {
			t.since = head
			close(t.ready)
			return true
		}
		select {
		case <-wakes:
		case <-ctx.Done():
			return false
		}
	}
}

// fill reads one batch; true when there may be more.
func (f *feed) fill(ctx context.Context, community string, t *topic) bool {
	t.mu.Lock()
	last := t.since
	if n := len(t.events); n > 0 {
		last = t.events[n-1].ID
	}
	t.mu.Unlock()
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	news, err := f.store.eventsAfter(ctx, community, last)
	if err != nil || len(news) == 0 {
		return false // the next wake-up or tick looks again
	}
	t.mu.Lock()
	// A new slice each time: followers keep reading the old one without a lock.
	kept := append(append(make([]*ent.CaseEvent, 0, len(t.events)+len(news)), t.events...), news...)
	if over := len(kept) - remembered; over > 0 {
		t.since = kept[over-1].ID
		kept = kept[over:]
	}
	t.events = kept
	close(t.changed)
	t.changed = make(chan struct{})
	t.mu.Unlock()
	return len(news) == batch
}

// Head is the number of the last entry of a community's journal, 0 where there is none.
func (s *Store) Head(ctx context.Context, community string) (int64, error) {
	e, err := s.read.CaseEvent.Query().
		Where(caseevent.CommunityID(community)).Order(ent.Desc(caseevent.FieldID)).
		Select(caseevent.FieldID).First(With(ctx, System()))
	if ent.IsNotFound(err) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return e.ID, nil
}
