package cobuild

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"xinxing/internal/office"
)

func code(err error) office.Code {
	if err == nil {
		return ""
	}
	return err.(*office.Refusal).Code
}

// The whole table of stages, by facts.
func TestP3_StagesOfAProject(t *testing.T) {
	for name, test := range map[string]struct {
		f    Facts
		m    Move
		want office.Code
	}{
		"agreed with a partner":              {Facts{Stage: Proposed, Partners: 1}, Move{To: Agreed}, ""},
		"agreed alone, no reason":            {Facts{Stage: Proposed}, Move{To: Agreed}, office.NeedsReason},
		"agreed alone, for a reason":         {Facts{Stage: Proposed}, Move{To: Agreed, Reason: "x"}, ""},
		"a stage is not skipped":             {Facts{Stage: Proposed, Partners: 1}, Move{To: UnderWay}, office.RefusedState},
		"begun":                              {Facts{Stage: Agreed}, Move{To: UnderWay}, ""},
		"accepted, nothing confirmed":        {Facts{Stage: UnderWay, Partners: 1}, Move{To: Accepted, Reason: "x"}, office.NeedsProof},
		"accepted, tasks open, no reason":    {Facts{Stage: UnderWay, Partners: 1, Confirmed: 1, OpenTasks: 2}, Move{To: Accepted}, office.NeedsReason},
		"accepted, tasks open, for a reason": {Facts{Stage: UnderWay, Partners: 1, Confirmed: 1, OpenTasks: 2}, Move{To: Accepted, Reason: "x"}, ""},
		"accepted, all done":                 {Facts{Stage: UnderWay, Partners: 1, Confirmed: 1}, Move{To: Accepted}, ""},
		"accepted, done alone, no reason":    {Facts{Stage: UnderWay}, Move{To: Accepted}, office.NeedsReason},
		"accepted, done alone, for a reason": {Facts{Stage: UnderWay}, Move{To: Accepted, Reason: "x"}, ""},
		"back, no reason":                    {Facts{Stage: Accepted}, Move{To: UnderWay}, office.NeedsReason},
		"back, for a reason":                 {Facts{Stage: Accepted}, Move{To: UnderWay, Reason: "x"}, ""},
		"closed without an outcome":          {Facts{Stage: Accepted}, Move{To: Closed, Reason: "x"}, office.NeedsReason},
		"closed with one":                    {Facts{Stage: Accepted}, Move{To: Closed, Outcome: "x"}, ""},
		"dropped, no reason":                 {Facts{Stage: UnderWay}, Move{To: Dropped, Reason: " "}, office.NeedsReason},
		"dropped":                            {Facts{Stage: UnderWay}, Move{To: Dropped, Reason: "x"}, ""},
		"what is closed stays closed":        {Facts{Stage: Closed}, Move{To: Dropped, Reason: "x"}, office.RefusedState},
		"what is dropped stays dropped":      {Facts{Stage: Dropped}, Move{To: Proposed, Reason: "x"}, office.RefusedState},
	} {
		if got := code(Check(test.f, test.m)); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
	for _, s := range stages {
		if _, ok := moves[s]; !ok {
			t.Errorf("%s is not in the table", s)
		}
		if Ended(s) != (len(moves[s]) == 0) {
			t.Errorf("%s: ended %v, followed by %v", s, Ended(s), moves[s])
		}
		if !Ended(s) && !slices.Contains(moves[s], Dropped) {
			t.Errorf("%s cannot be dropped", s)
		}
	}
}

// Whatever is done, a project that goes on has something that may follow, no end is left, and what was wanted is what refuses.
func TestP3_Property_WhatIsWantedIsWhatRefuses(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		f := Facts{Stage: Proposed}
		for range rapid.IntRange(1, 12).Draw(r, "moves") {
			f.Partners, f.OpenTasks = rapid.IntRange(0, 2).Draw(r, "partners"), rapid.IntRange(0, 2).Draw(r, "tasks")
			f.Confirmed = rapid.IntRange(0, 2).Draw(r, "confirmed")
			m := Move{To: rapid.SampledFrom(stages).Draw(r, "to"), Reason: rapid.SampledFrom([]string{"", " ", "x"}).Draw(r, "reason"), Outcome: rapid.SampledFrom([]string{"", "x"}).Draw(r, "outcome")}
			err := Check(f, m)
			w := WantsOf(f, m.To)
			switch {
			case Ended(f.Stage) && err == nil:
				r.Fatalf("%s is left", f.Stage)
			case err == nil && (w.Reason && m.Reason != "x" || w.Outcome && m.Outcome == ""):
				r.Fatalf("%+v %+v: allowed without what is wanted", f, m)
			case code(err) == office.NeedsReason && !w.Reason && !w.Outcome:
				r.Fatalf("%+v %+v: refused for what is not wanted", f, m)
			}
			if err == nil {
				f.Stage = m.To
			}
		}
	})
}

// Who may pledge: to what is open to join or what one takes part in, while it takes pledges (P5).
func TestP5_Property_WhoMayPledge(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		f := Facts{Stage: rapid.SampledFrom(stages).Draw(r, "stage"), OpenToJoin: rapid.Bool().Draw(r, "open")}
		part, left := rapid.Bool().Draw(r, "part"), rapid.Bool().Draw(r, "left")
		allowed := CheckPledge(f, part, left) == nil
		if want := !left && (f.OpenToJoin || part) && (f.Stage == Proposed || f.Stage == Agreed || f.Stage == UnderWay); allowed != want {
			r.Fatalf("%+v part %v left %v: %v", f, part, left, allowed)
		}
		withdrawn := rapid.Bool().Draw(r, "withdrawn")
		if want := !withdrawn && (f.Stage == Agreed || f.Stage == UnderWay || f.Stage == Accepted); (CheckDelivery(f, withdrawn) == nil) != want {
			r.Fatalf("%+v withdrawn %v", f, withdrawn)
		}
	})
}

// Nothing is lost or counted twice in the sums, in whatever order pledges come.
func TestP3_Property_Sums(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		one := rapid.Custom(func(r *rapid.T) Promised {
			return Promised{
				Kind: rapid.SampledFrom(resourceKinds).Draw(r, "kind"), Unit: rapid.SampledFrom([]string{"袋", "人"}).Draw(r, "unit"),
				Quantity: rapid.IntRange(1, 9).Draw(r, "quantity"), Worth: rapid.IntRange(0, 9).Draw(r, "worth"),
				Delivered: rapid.IntRange(0, 9).Draw(r, "delivered"), DeliveredWorth: rapid.IntRange(0, 9).Draw(r, "delivered worth"), Withdrawn: rapid.Bool().Draw(r, "withdrawn"),
			}
		})
		all := rapid.SliceOfN(one, 0, 12).Draw(r, "pledges")
		got := Sum(all)
		var want, sums Total
		for _, p := range all {
			if !p.Withdrawn {
				want.Pledged += p.Quantity
				want.PledgedWorth += p.Worth
			}
			want.Delivered += p.Delivered
			want.DeliveredWorth += p.DeliveredWorth
		}
		for i, s := range got {
			sums.Pledged, sums.Delivered = sums.Pledged+s.Pledged, sums.Delivered+s.Delivered
			sums.PledgedWorth, sums.DeliveredWorth = sums.PledgedWorth+s.PledgedWorth, sums.DeliveredWorth+s.DeliveredWorth
			if slices.ContainsFunc(got[:i], func(o Total) bool { return o.Kind == s.Kind && o.Unit == s.Unit }) {
				r.Fatalf("%s in %s twice", s.Kind, s.Unit)
			}
		}
		if sums != want {
			r.Fatalf("%+v, want %+v", sums, want)
		}
		slices.Reverse(all)
		if again := Sum(all); !slices.Equal(got, again) {
			r.Fatalf("%+v in another order: %+v", got, again)
		}
	})
}
