package demo

import (
	"container/heap"
	"math/rand/v2"
	"time"
)

// dice makes the same choices for the same seed.
type dice struct{ *rand.Rand }

func newDice(seed uint64) *dice { return &dice{rand.New(rand.NewPCG(seed, seed^0x9e3779b97f4a7c15))} }

// chance is true in so many of a hundred.
func (d *dice) chance(percent int) bool { return d.IntN(100) < percent }

// between is a duration of at least from and less than to.
func (d *dice) between(from, to time.Duration) time.Duration {
	return from + time.Duration(d.Int64N(int64(to-from)))
}

// pick chooses one; the zero value of none.
func pick[T any](d *dice, from []T) (one T) {
	if len(from) == 0 {
		return one
	}
	return from[d.IntN(len(from))]
}

// entry is something that will happen.
type entry struct {
	at   time.Time
	n    int
	what func() error
}

// agenda holds what will happen, soonest first; of equal instants what was noted first.
type agenda struct {
	entries []entry
	n       int
}

func (a *agenda) Len() int { return len(a.entries) }
func (a *agenda) Less(i, j int) bool {
	if a.entries[i].at.Equal(a.entries[j].at) {
		return a.entries[i].n < a.entries[j].n
	}
	return a.entries[i].at.Before(a.entries[j].at)
}
func (a *agenda) Swap(i, j int) { a.entries[i], a.entries[j] = a.entries[j], a.entries[i] }

// Push and Pop are container/heap's.
func (a *agenda) Push(x any) { a.entries = append(a.entries, x.(entry)) }

// Pop is container/heap's.
func (a *agenda) Pop() any {
	last := a.entries[len(a.entries)-1]
	a.entries = a.entries[:len(a.entries)-1]
	return last
}

func (a *agenda) add(at time.Time, what func() error) {
	a.n++
	heap.Push(a, entry{at, a.n, what})
}

func (a *agenda) next() (entry, bool) {
	if len(a.entries) == 0 {
		return entry{}, false
	}
	return heap.Pop(a).(entry), true
}
