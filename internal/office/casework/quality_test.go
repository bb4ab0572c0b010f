package casework

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"xinxing/internal/office"
	"xinxing/internal/office/duty"
)

func TestQ3_Repeats(t *testing.T) {
	here := EarlierNotice{ID: "here", Missing: []string{"身份证", "户口簿"}, Same: true}
	there := EarlierNotice{ID: "there", Missing: []string{"身份证", "户口簿"}}
	full := EarlierNotice{ID: "full", Missing: []string{"身份证", "户口簿", "照片"}}
	for _, c := range []struct {
		name    string
		earlier []EarlierNotice
		missing []string
		want    string
	}{
		{"the one notice", nil, []string{"身份证"}, ""},
		{"another on the same case", []EarlierNotice{here}, []string{"照片"}, "here"},
		{"another on the same case, naming nothing new", []EarlierNotice{here}, []string{"身份证"}, "here"},
		{"another case, named the first time", []EarlierNotice{there}, []string{"户口簿"}, ""},
		{"another case, all of them again in another order", []EarlierNotice{there}, []string{"户口簿", "身份证"}, ""},
		{"another case, one that was not named", []EarlierNotice{there}, []string{"照片"}, "there"},
		{"another case, one among those named", []EarlierNotice{there}, []string{"身份证", "照片"}, "there"},
		{"the first that it repeats counts", []EarlierNotice{there, here}, []string{"照片"}, "there"},
		{"one that named it is not repeated, a later one is", []EarlierNotice{full, here}, []string{"照片"}, "here"},
		{"named by one of two, not by the other", []EarlierNotice{full, there}, []string{"照片"}, "there"},
		{"named by all", []EarlierNotice{full, full}, []string{"照片"}, ""},
		{"names that only look alike are two", []EarlierNotice{there}, []string{"身份证 "}, "there"},
	} {
		got := ""
		if r := Repeats(c.earlier, c.missing); r != nil {
			got = r.ID
		}
		if got != c.want {
			t.Errorf("%s: repeats %q, want %q", c.name, got, c.want)
		}
	}
}

func TestQ3_Without(t *testing.T) {
	for _, c := range []struct {
		name                    string
		missing, received, left []string
		unknown                 string
	}{
		{"one of two", []string{"a", "b"}, []string{"a"}, []string{"b"}, ""},
		{"the order is kept", []string{"c", "a", "b"}, []string{"a"}, []string{"c", "b"}, ""},
		{"all", []string{"a", "b"}, []string{"b", "a"}, []string{}, ""},
		{"none came", []string{"a"}, nil, []string{"a"}, ""},
		{"said twice", []string{"a", "b"}, []string{"a", "a"}, []string{"b"}, ""},
		{"one that was not missing", []string{"a"}, []string{"x"}, nil, "x"},
		{"the first that was not missing", []string{"a"}, []string{"a", "x", "y"}, nil, "x"},
		{"nothing was missing", nil, []string{"a"}, nil, "a"},
		{"nothing at all", nil, nil, []string{}, ""},
	} {
		left, unknown := Without(c.missing, c.received)
		if !reflect.DeepEqual(left, c.left) || unknown != c.unknown {
			t.Errorf("%s: %v %q, want %v %q", c.name, left, unknown, c.left, c.unknown)
		}
	}
}

// Whatever is missing and comes in: nothing is lost and nothing invented.
func TestQ3_Property_Without(t *testing.T) {
	names := rapid.SliceOf(rapid.SampledFrom([]string{"a", "b", "c", "d", "e", ""}))
	rapid.Check(t, func(r *rapid.T) {
		missing, received := names.Draw(r, "missing"), names.Draw(r, "received")
		wasMissing, wasReceived := slices.Clone(missing), slices.Clone(received)
		left, unknown := Without(missing, received)
		if !slices.Equal(missing, wasMissing) || !slices.Equal(received, wasReceived) {
			r.Fatal("it changed what it was given")
		}
		if i := slices.IndexFunc(received, func(n string) bool { return !slices.Contains(missing, n) }); i >= 0 {
			if unknown != received[i] || left != nil {
				r.Fatalf("%q was not missing: %v %q", received[i], left, unknown)
			}
			return
		}
		if unknown != "" {
			r.Fatalf("all were missing, yet %q", unknown)
		}
		var want []string
		for _, n := range missing {
			if !slices.Contains(received, n) {
				want = append(want, n)
			}
		}
		if left == nil || !slices.Equal(left, want) {
			r.Fatalf("%v of %v after %v", left, missing, received)
		}
		// What is left can still come, and then nothing is left.
		if rest, unknown := Without(left, left); unknown != "" || len(rest) > 0 {
			r.Fatalf("%v %q is left of %v", rest, unknown, left)
		}
	})
}

func TestQ3_WhoNoticesReceivesAndWithdraws(t *testing.T) {
	for _, act := range []Act{ActReceiveSome, ActNoticeAgain, ActWithdraw} {
		run(t, []try{
			{name: "responsible", act: act, on: awaiting(), by: clerk},
			{name: "late is still a duty", act: act, on: awaiting(), by: clerk, now: dueAt.Add(time.Hour)},
			{name: "while an offer waits", act: act, on: with(awaiting(), offered), by: clerk},
			{name: "a colleague", act: act, on: awaiting(), by: strangerA, code: office.NotResponsible, clause: "Q3"},
			{name: "the director", act: act, on: awaiting(), by: directorA, code: office.NotResponsible, clause: "Q3"},
			{name: "away", act: act, on: awaiting(), by: clerk.in(duty.Away), code: office.NotOnDuty, clause: "B2"},
			{name: "before any notice", act: act, on: received(), by: clerk, code: office.RefusedState, clause: "Q3"},
			{name: "on a supervision matter", act: act, on: review(ToCheck), by: superiorA, code: office.RefusedState, clause: "Q3"},
		})
	}
	run(t, []try{
		{name: "while a promise runs", act: ActNoticeAgain, on: promised(), by: as(handling)},
		// A promise is not got rid of this way (T4).
		{name: "while a promise runs", act: ActWithdraw, on: promised(), by: as(handling), code: office.RefusedState, clause: "Q3"},
		{name: "twice", act: ActWithdraw, on: closed(Withdrawn), by: as(handling), code: office.RefusedState, clause: "Q3"},
		{name: "withdrawn", act: ActReopen, on: closed(Withdrawn), by: as(handling), code: office.RefusedState, clause: "T6"},
	})
	for act, to := range map[Act]Status{ActReceiveSome: AwaitingMaterials, ActNoticeAgain: AwaitingMaterials, ActWithdraw: Withdrawn} {
		if got := Next(act, AwaitingMaterials); got != to {
			t.Errorf("%s leads to %s, want %s", act, got, to)
		}
	}
	if got := Next(ActNoticeAgain, Promised); got != Promised {
		t.Errorf("a notice moves a promised case to %s", got)
	}
}

func keeping(pieces, held int) func(*Facts) {
	return func(f *Facts) { f.Pieces, f.PiecesHeld = pieces, held }
}

func TestA5_NoCaseIsClosedWhileOriginalsAreKept(t *testing.T) {
	for act, f := range map[Act]Facts{
		ActResolveOnSpot: received(), ActGuide: received(), ActRefuse: received(), ActWithdraw: awaiting(), ActComplete: promised(),
	} {
		by := as(f.Responsible)
		run(t, []try{
			{name: "one is kept", act: act, on: with(f, keeping(3, 1)), by: by, code: office.CustodyOpen, clause: "A5"},
			{name: "one is kept, overdue", act: act, on: with(f, keeping(3, 1)), by: by, now: dueAt.Add(time.Hour), code: office.CustodyOpen, clause: "A5"},
			{name: "all went back, or are lost", act: act, on: with(f, keeping(3, 0)), by: by},
			{name: "none was taken in", act: act, on: f, by: by},
		})
		if held := refusal(t, Check(act, with(f, keeping(3, 2)), by, well)).Facts["held"]; held != 2 {
			t.Errorf("%s: %v are said to be kept", act, held)
		}
		if slices.Contains(Allowed(with(f, keeping(1, 1)), by, well), act) {
			t.Errorf("%s is among the allowed acts", act)
		}
	}
	// Whatever keeps the case open goes on.
	for act, f := range map[Act]Facts{
		ActPromise: received(), ActReportUp: received(), ActRequestMaterials: received(), ActReceiveMaterials: awaiting(),
		ActReceiveSome: awaiting(), ActRequestExtension: promised(), ActOfferHandOver: promised(),
	} {
		run(t, []try{{name: "one is kept", act: act, on: with(f, keeping(1, 1)), by: as(f.Responsible)}})
	}
}

func TestA5_WhoTakesReturnsAndReports(t *testing.T) {
	f := with(promised(), keeping(1, 1))
	run(t, []try{
		{name: "responsible", act: ActTakePieces, on: promised(), by: as(handling)},
		{name: "a leader", act: ActTakePieces, on: promised(), by: leaderA, code: office.NotResponsible, clause: "A5"},
		{name: "reported", act: ActTakePieces, on: reported(), by: clerk, code: office.RefusedState, clause: "A5"},
		{name: "closed", act: ActTakePieces, on: closed(Completed), by: as(handling), code: office.RefusedState, clause: "A5"},
		{name: "on a supervision matter", act: ActTakePieces, on: review(ToCheck), by: superiorA, code: office.RefusedState, clause: "A5"},
		{name: "holder", act: ActReturnPiece, on: f, by: as(handling)},
		{name: "holder while another stands in", act: ActReturnPiece, on: with(f, func(f *Facts) { f.Responsible = backup }), by: as(handling)},
		{name: "the stand-in", act: ActReturnPiece, on: with(f, func(f *Facts) { f.Responsible = backup }), by: as(backup)},
		{name: "a leader", act: ActReturnPiece, on: f, by: leaderA},
		{name: "a colleague", act: ActReturnPiece, on: f, by: strangerA, code: office.NotResponsible, clause: "A5"},
		{name: "away", act: ActReturnPiece, on: f, by: as(handling).in(duty.Away), code: office.NotOnDuty, clause: "B2"},
		{name: "found again after the end", act: ActReturnPiece, on: with(closed(Completed), keeping(1, 0)), by: as(handling)},
		{name: "none was taken in", act: ActReturnPiece, on: promised(), by: as(handling), code: office.RefusedState, clause: "A5"},
		{name: "a colleague", act: ActReportPiece, on: f, by: strangerA},
		{name: "a colleague who is away", act: ActReportPiece, on: f, by: strangerA.in(duty.Away)},
		{name: "after the end", act: ActReportPiece, on: with(closed(Withdrawn), keeping(1, 0)), by: strangerA},
		{name: "left the office", act: ActReportPiece, on: f, by: strangerA.in(duty.Left), code: office.NotOnDuty, clause: "B2"},
		{name: "the administrator", act: ActReportPiece, on: f, by: keeperA, code: office.Forbidden, clause: "A5"},
		{name: "none was taken in", act: ActReportPiece, on: promised(), by: strangerA, code: office.RefusedState, clause: "A5"},
	})
}

func TestA6_NothingIsChargedAboveTheStandard(t *testing.T) {
	charged := func(fen int) Facts { return with(promised(), func(f *Facts) { f.ChargedFen = fen }) }
	run(t, []try{
		{name: "nothing yet", act: ActCharge, on: promised(), by: as(handling)},
		{name: "a fen is left", act: ActCharge, on: charged(999), by: as(handling)},
		{name: "undisposed", act: ActCharge, on: with(received(), itemIs(func(*ItemFacts) {})), by: clerk},
		{name: "papers missing", act: ActCharge, on: awaiting(), by: clerk},
		{name: "a leader", act: ActCharge, on: promised(), by: leaderA, code: office.NotResponsible, clause: "A6"},
		{name: "suspended", act: ActCharge, on: promised(), by: as(handling).in(duty.Suspended), code: office.NotOnDuty, clause: "B2"},
		{name: "reported", act: ActCharge, on: reported(), by: clerk, code: office.RefusedState, clause: "A6"},
		{name: "closed", act: ActCharge, on: closed(Completed), by: as(handling), code: office.RefusedState, clause: "A6"},
	})
	for name, f := range map[string]Facts{
		"the standard is reached": charged(1000),
		"more than the standard":  charged(1001),
		"it costs nothing":        with(promised(), itemIs(func(i *ItemFacts) { i.FeeFen = 0 })),
		"no item":                 with(promised(), func(f *Facts) { f.Item = nil }),
	} {
		t.Run(name, func(t *testing.T) {
			wantRefusal(t, Check(ActCharge, f, as(handling), well), office.OverStandard, "A6", "amount")
		})
	}
}

// steps are the four of a supervision matter, in their order.
var steps = []struct {
	act      Act
	from, to Status
}{
	{ActCheck, ToCheck, ToPutRight}, {ActPutRight, ToPutRight, ToAnswer}, {ActAnswer, ToAnswer, ToCallBack}, {ActCallBack, ToCallBack, Completed},
}

func TestQ6_A3_WhomItIsAboutNeverDecides(t *testing.T) {
	for _, s := range steps {
		f := review(s.from)
		own := func(id duty.StaffID) Facts {
			return with(f, func(f *Facts) { f.About, f.Holder, f.Responsible = id, id, id })
		}
		directors := with(f, func(f *Facts) { f.About, f.Holder, f.Responsible = directing, supervisor, supervisor })
		run(t, []try{
			{name: "the superior", act: s.act, on: f, by: superiorA},
			{name: "late is still a duty", act: s.act, on: f, by: superiorA, now: dueAt.Add(time.Hour)},
			{name: "about nobody", act: s.act, on: with(f, func(f *Facts) { f.About = "" }), by: superiorA},
			{name: "whom it is about", act: s.act, on: f, by: as(handling), code: office.OwnCase, clause: "Q6"},
			{name: "whom it is about, a leader", act: s.act, on: f, by: as(handling, duty.Leader), code: office.OwnCase, clause: "Q6"},
			{name: "fell to whom it is about", act: s.act, on: own(above), by: superiorA, code: office.OwnCase, clause: "Q6"},
			{name: "the director's own", act: s.act, on: own(directing), by: directorA, code: office.OwnCase, clause: "Q6"},
			{name: "the supervisor's own", act: s.act, on: own(supervisor), by: overseer, code: office.OwnCase, clause: "Q6"},
			{name: "another leader", act: s.act, on: f, by: leaderA, code: office.NotResponsible, clause: "Q6"},
			{name: "a colleague", act: s.act, on: f, by: strangerA, code: office.NotResponsible, clause: "Q6"},
			{name: "the superior, away", act: s.act, on: f, by: superiorA.in(duty.Away), code: office.NotOnDuty, clause: "B2"},
			{name: "the director's, by the supervisor", act: s.act, on: directors, by: overseer},
			{name: "the director's, by a leader", act: s.act, on: directors, by: leaderA, code: office.NotResponsible, clause: "Q6"},
			{name: "not the supervisor's", act: s.act, on: f, by: overseer, code: office.NotResponsible, clause: "Q6"},
			{name: "the administrator", act: s.act, on: with(f, func(f *Facts) { f.Responsible = keeper }), by: keeperA, code: office.Forbidden, clause: "Q6"},
			{name: "nobody", act: s.act, on: f, by: Actor{}, code: office.Forbidden, clause: "Q6"},
		})
		for _, other := range append(slices.Clone(reviewStatuses), Promised, Completed) {
			if other != s.from {
				run(t, []try{{name: "from " + string(other), act: s.act, on: review(other), by: superiorA, code: office.RefusedState, clause: "Q6"}})
			}
		}
		if got := Next(s.act, s.from); got != s.to {
			t.Errorf("%s leads to %s, want %s", s.act, got, s.to)
		}
		if got := Allowed(f, superiorA, well); !slices.Equal(got, []Act{ActAttach, s.act}) {
			t.Errorf("on %s the superior may %v", s.from, got)
		}
	}
}

func TestPapers_ASupervisionMatterHasNone(t *testing.T) {
	for _, s := range serviceStatuses {
		run(t, []try{
			{name: "a colleague/" + string(s), act: ActPrint, on: closed(s), by: strangerA},
			{name: "left the office/" + string(s), act: ActPrint, on: closed(s), by: strangerA.in(duty.Left), code: office.NotOnDuty, clause: "B2"},
			{name: "the supervisor/" + string(s), act: ActPrint, on: closed(s), by: overseer, code: office.Forbidden, clause: "Papers"},
		})
	}
	for _, s := range reviewStatuses {
		run(t, []try{{name: string(s), act: ActPrint, on: review(s), by: superiorA, code: office.RefusedState, clause: "Papers"}})
	}
}

func TestQ6_TheLimitOfAMatterIsTheOffices(t *testing.T) {
	cal := shanghaiOffice(t)
	for days, due := range map[int]string{1: "2026-02-13 17:00", DefaultLimits().ReviewDays: "2026-02-26 17:00"} { // over the Spring Festival
		clock, err := StartDays(cal, ClockReview, at(t, "2026-02-12 10:00"), days)
		if err != nil || shown(clock.Due) != due || clock.Kind != ClockReview {
			t.Errorf("%d days: %+v, %v; want %s", days, clock, err, due)
		}
	}
	w := WarningOf(AlarmReviewPassed)
	if w.Breach != BreachReviewMissed || !w.Responsible || !w.Superior {
		t.Errorf("a matter that lies finds nothing: %+v", w)
	}
}

func TestQ6_ALimitThatIsNotThereIsTheDefault(t *testing.T) {
	other := Limits{1, 2, 3, 4, 5, 6, 7, 8}
	b, err := json.Marshal(other)
	if err != nil {
		t.Fatal(err)
	}
	before := DefaultLimits()
	before.NearHours = 3
	for text, want := range map[string]Limits{
		`{}`:              DefaultLimits(),
		string(b):         other,
		`{"nearHours":3}`: before,
		// As an office wrote them before the limit of a matter was known.
		`{"firstContactHours":2,"nearHours":3,"handOverOfferHours":4,"handOverAnswerHours":4,"handOverEscalateHours":2,"reportHours":4,"materialsChaseDays":5}`: before,
	} {
		got := Limits{ReviewDays: 99}
		if err := json.Unmarshal([]byte(text), &got); err != nil || got != want {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
	}
	for _, bad := range []string{`[]`, `"x"`, `{"reviewDays":"five"}`} {
		kept := other
		if err := json.Unmarshal([]byte(bad), &kept); err == nil || kept != other {
			t.Errorf("%s: %+v, %v", bad, kept, err)
		}
	}
}

func TestQ3_AMaterialIsReadAsItWasWritten(t *testing.T) {
	full := Material{Name: "户口簿", Copies: 2, Form: FormOriginalAndCopy, IssuedBy: "派出所", Why: "核对", Sample: "清晰", Required: true}
	if reflect.ValueOf(full).NumField() != 7 {
		t.Error("a column is not in this test")
	}
	optional := full
	optional.Required, optional.IssuedBy, optional.Why, optional.Sample = false, "", "", ""
	list := []Material{full, optional}
	b, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	var got []Material
	if err := json.Unmarshal(b, &got); err != nil || !slices.Equal(got, list) {
		t.Errorf("%+v, %v of %s", got, err, b)
	}
	// A bare name, as items had before materials had columns, beside a new one.
	got = []Material{full}
	if err := json.Unmarshal([]byte(`["身份证", `+string(b)[1:]), &got); err != nil ||
		!slices.Equal(got, append([]Material{{Name: "身份证", Copies: 1, Form: FormOriginal, Required: true}}, list...)) {
		t.Errorf("%+v, %v", got, err)
	}
	for _, bad := range []string{`[3]`, `[[]]`, `[{"copies":"two"}]`} {
		if err := json.Unmarshal([]byte(bad), &got); err == nil {
			t.Errorf("%s is a material", bad)
		}
	}
}
