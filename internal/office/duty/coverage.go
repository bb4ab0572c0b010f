package duty

import (
	"slices"
	"time"

	"xinxing/internal/office/workday"
)

// HalfDay is one post on one half of a working day: who is on duty there, in order of time (B2, B7).
type HalfDay struct {
	Date workday.Date
	// Morning is the half that begins before noon.
	Morning     bool
	From, Until time.Time
	OnDuty      []StaffID
	// As is in which quality the last of them is there: A, B or, where neither half of the post can, the superior.
	As HolderRole
	// Gap tells that at some time in it neither A nor B is there; nobody at all where OnDuty is empty.
	Gap bool
	// Unqualified tells that one of them stands in without having learned what the post's B must know (B8).
	Unqualified bool
}

// noon divides a working day.
const noon = 12

// Cover computes the half-days of a post from a day on: for each, who is on duty at each instant of office time.
// qualified tells whether a person has learned what the post wants of whoever stands in.
func (r Roster) Cover(cal *workday.Calendar, post Post, spells []Spell, from workday.Date, days int, qualified func(StaffID) bool) []HalfDay {
	out := []HalfDay{}
	for i := range days {
		day := from.AddDays(i)
		open, ok := cal.OpenOf(day)
		if !ok {
			continue
		}
		closing, _ := cal.CloseOf(day)
		var halves [2]HalfDay
		for _, span := range cal.Intervals(open, closing) {
			h := &halves[0]
			if span.Start.In(cal.Location()).Hour() >= noon {
				h = &halves[1]
			}
			if h.From.IsZero() {
				h.Date, h.Morning, h.From = day, h == &halves[0], span.Start
			}
			h.Until = span.End
			for _, at := range append([]time.Time{span.Start}, Turns(span.Start, span.End, spells)...) {
				r.At(at, spells).cover(post, h, qualified)
			}
		}
		for _, h := range halves {
			if !h.From.IsZero() {
				out = append(out, h)
			}
		}
	}
	return out
}

func (r Roster) cover(post Post, h *HalfDay, qualified func(StaffID) bool) {
	who, as := r.OnDutyAt(post)
	h.Gap = h.Gap || as == AsSuperior
	if who == "" {
		return
	}
	h.As = as
	if !slices.Contains(h.OnDuty, who) {
		h.OnDuty = append(h.OnDuty, who)
	}
	if as == AsStandIn && !qualified(who) {
		h.Unqualified = true
	}
}

// OnDutyAt is who is on duty at a post and in which quality: its A, else its B, else the superior of its A or who leads
// in their place (B2); "" where there is nobody at all.
func (r Roster) OnDutyAt(post Post) (StaffID, HolderRole) {
	switch who := r.Holder(post); who {
	case "":
	case post.A:
		return who, AsHandler
	default:
		return who, AsStandIn
	}
	if who := r.Superior(post.A); who != "" {
		return who, AsSuperior
	}
	return r.Deputy(post.A), AsSuperior
}
