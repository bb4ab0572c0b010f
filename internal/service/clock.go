package service

import (
	"context"
	"sync"
	"time"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
)

// Clock tells the time to everything that acts.
type Clock interface {
	Now() time.Time
}

// WallClock is the machine's clock.
type WallClock struct{}

// Now is the present instant.
func (WallClock) Now() time.Time { return time.Now() }

// RehearsalClock runs from a chosen instant and can be moved forward; for demo databases only.
type RehearsalClock struct {
	mu     sync.Mutex
	offset time.Duration
	moved  chan struct{}
	wall   Clock
}

// NewRehearsalClock starts a clock that shows start now and goes on from there with the wall clock.
func NewRehearsalClock(start time.Time, wall Clock) *RehearsalClock {
	return &RehearsalClock{offset: start.Sub(wall.Now()), moved: make(chan struct{}), wall: wall}
}

// Now is the rehearsed instant.
func (c *RehearsalClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.wall.Now().Add(c.offset)
}

// MoveTo moves the clock forward; false where the instant is not after the present one.
func (c *RehearsalClock) MoveTo(t time.Time) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !t.After(c.wall.Now().Add(c.offset)) {
		return false
	}
	c.offset = t.Sub(c.wall.Now())
	close(c.moved)
	c.moved = make(chan struct{})
	return true
}

// Moved is closed when the clock is moved next.
func (c *RehearsalClock) Moved() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.moved
}

// MoveClockPayload is the answer of MoveClock.
type MoveClockPayload struct {
	Now              time.Time
	ClientMutationID string
}

// MoveClock moves the rehearsal clock forward. It is refused with NOT_DEMO where the wall clock runs, and to anybody
// but an administrator. Moving to where the clock has been already changes nothing, so that a repetition is harmless.
func (d *Desk) MoveClock(ctx context.Context, in MoveClockInput) (*MoveClockPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if !v.Roles.Has(duty.Administrator) {
		return nil, office.Refuse(office.Forbidden, "", "")
	}
	c, ok := d.Clock.(*RehearsalClock)
	if !ok {
		return nil, office.Refuse(office.NotDemo, "", "")
	}
	if in.To.Sub(c.Now()) > 400*24*time.Hour {
		return nil, office.Refuse(office.LimitExceeded, "", "to").With("limit", 400)
	}
	c.MoveTo(in.To)
	return &MoveClockPayload{Now: d.Now(), ClientMutationID: in.ClientMutationID}, nil
}
