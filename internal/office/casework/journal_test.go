package casework

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func entry() Entry {
	return Entry{
		CaseID: "case_1", Number: 3, Kind: EventPromised, At: time.Date(2026, 3, 9, 10, 0, 0, 123456000, shanghai), Actor: "staff_1", Reason: "材料齐全",
		Facts:    map[string]any{"promise": float64(1), "workingDays": float64(7), "told": true, "by": map[string]any{"way": "IN_PERSON"}, "old": nil},
		Audience: []string{"staff_1", "staff_2"}, Alarm: "alarm_1", Responsible: "staff_1", Holder: "staff_2", Status: Promised,
		DueAt: dueAt, Previous: "00ff",
	}
}

func hashOf(t interface{ Fatal(...any) }, e Entry) string {
	h, err := e.Hash()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// The journal's hash is kept in databases: what it is must never change with the code.
func TestJournal_TheHashOfAnEntryIsFixed(t *testing.T) {
	const text = `{"case":"case_1","number":3,"kind":"PROMISED","at":"2026-03-09T02:00:00.123456Z","actor":"staff_1","reason":"材料齐全",` +
		`"facts":{"by":{"way":"IN_PERSON"},"old":null,"promise":1,"told":true,"workingDays":7},"audience":["staff_1","staff_2"],` +
		`"alarm":"alarm_1","responsible":"staff_1","holder":"staff_2","status":"PROMISED","dueAt":"2026-03-13T09:00:00Z","previous":"00ff"}`
	want := fmt.Sprintf("%x", sha256.Sum256([]byte(text)))
	if want != "1b9b7e4a5db410f276932d8f10c224ba51b0f637dc3e632793fff1c9be855817" {
		t.Fatal(want)
	}
	if got := hashOf(t, entry()); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestJournal_TheHashCoversEveryField(t *testing.T) {
	was := hashOf(t, entry())
	fields := reflect.TypeFor[Entry]()
	for i := range fields.NumField() {
		e := entry()
		f := reflect.ValueOf(&e).Elem().Field(i)
		switch v := f.Interface().(type) {
		case int:
			f.SetInt(int64(v) + 1)
		case time.Time:
			f.Set(reflect.ValueOf(v.Add(time.Microsecond)))
		case map[string]any:
			f.Set(reflect.ValueOf(map[string]any{"promise": 2}))
		case []string:
			f.Set(reflect.ValueOf([]string{"staff_2", "staff_1"}))
		default:
			f.SetString(f.String() + " ")
		}
		if hashOf(t, e) == was {
			t.Errorf("%s does not change the hash", fields.Field(i).Name)
		}
	}
}

func TestJournal_TheHashTellsFactsApart(t *testing.T) {
	seen := map[string]int{}
	for i, change := range []func(*Entry){
		func(e *Entry) {},
		func(e *Entry) { e.Facts["workingDays"] = float64(8) },
		func(e *Entry) { e.Facts["workingDays"] = "7" },
		func(e *Entry) { delete(e.Facts, "old") },
		func(e *Entry) { e.Facts["old"] = "" },
		func(e *Entry) { e.Facts["by"] = map[string]any{"way": "BY_PHONE"} },
		func(e *Entry) { e.Facts["told"] = false },
		func(e *Entry) { e.Facts = nil },
		func(e *Entry) { e.Audience = nil },
		func(e *Entry) { e.Audience = []string{"staff_1"} },
		func(e *Entry) { e.Audience = []string{"staff_1 staff_2"} },
		func(e *Entry) { e.Responsible, e.Holder = e.Holder, e.Responsible },
		func(e *Entry) { e.Actor, e.Reason = "", e.Actor+e.Reason },
		func(e *Entry) { e.At, e.DueAt = e.DueAt, e.At },
		func(e *Entry) { e.Alarm, e.Previous = e.Previous, e.Alarm },
	} {
		e := entry()
		change(&e)
		h := hashOf(t, e)
		if first, twice := seen[h]; twice {
			t.Errorf("entries %d and %d have one hash", first, i)
		}
		seen[h] = i
	}
}

var anyValue = rapid.Custom(func(r *rapid.T) any {
	switch rapid.IntRange(0, 6).Draw(r, "kind") {
	case 0:
		return rapid.String().Draw(r, "text")
	case 1:
		return rapid.IntRange(-1<<52, 1<<52).Draw(r, "number") // JSON numbers of a database keep 53 bits
	case 2:
		return rapid.Float64Range(-1e9, 1e9).Draw(r, "decimal")
	case 3:
		return rapid.Bool().Draw(r, "truth")
	case 4:
		return rapid.SliceOfN(rapid.String(), 0, 3).Draw(r, "list")
	case 5:
		return rapid.MapOfN(rapid.String(), rapid.Int32(), 0, 3).Draw(r, "map")
	}
	return nil
})

func anyEntry(r *rapid.T) Entry {
	text := func(label string) string { return rapid.String().Draw(r, label) }
	instant := func(label string) time.Time {
		return time.Unix(rapid.Int64Range(1500000000, 2500000000).Draw(r, label), rapid.Int64Range(0, 999999999).Draw(r, label+" nanoseconds"))
	}
	return Entry{
		CaseID: text("case"), Number: rapid.Int().Draw(r, "number"), Kind: rapid.SampledFrom(eventKinds).Draw(r, "kind"), At: instant("at"),
		Actor: text("actor"), Reason: text("reason"), Facts: rapid.MapOfN(rapid.String(), anyValue, 0, 4).Draw(r, "facts"),
		Audience: rapid.SliceOfN(rapid.String(), 0, 3).Draw(r, "audience"), Alarm: text("alarm"), Responsible: text("responsible"),
		Holder: text("holder"), Status: rapid.SampledFrom(statuss).Draw(r, "status"), DueAt: instant("due"), Previous: text("previous"),
	}
}

// What comes back from a database is hashed to the same: through JSON, in another zone, without nanoseconds, with
// empty lists for none.
func TestJournal_Property_TheHashSurvivesTheDatabase(t *testing.T) {
	zones := []*time.Location{time.UTC, shanghai, time.FixedZone("", -9*3600-1800)}
	rapid.Check(t, func(r *rapid.T) {
		e := anyEntry(r)
		was := hashOf(r, e)
		if len(was) != 64 || hashOf(r, e) != was {
			r.Fatalf("%q", was)
		}
		b, err := json.Marshal(e)
		if err != nil {
			r.Fatal(err)
		}
		var back Entry
		if err := json.Unmarshal(b, &back); err != nil {
			r.Fatal(err)
		}
		if hashOf(r, back) != was {
			r.Fatalf("through JSON:\n%s", b)
		}
		back.At = e.At.In(rapid.SampledFrom(zones).Draw(r, "zone")).Truncate(time.Microsecond)
		back.DueAt = e.DueAt.In(rapid.SampledFrom(zones).Draw(r, "other zone")).Truncate(time.Microsecond).
			Add(time.Duration(rapid.IntRange(0, 999).Draw(r, "nanoseconds")))
		if len(back.Audience) == 0 {
			back.Audience = nil
		}
		if len(back.Facts) == 0 {
			back.Facts = nil
		}
		if hashOf(r, back) != was {
			r.Fatalf("from the database:\n%+v\n%+v", e, back)
		}
	})
}

func TestJournal_HashFailsOnFactsThatAreNotJSON(t *testing.T) {
	e := entry()
	e.Facts = map[string]any{"f": func() {}}
	if h, err := e.Hash(); err == nil || h != "" {
		t.Errorf("%q, %v", h, err)
	}
}

// chain links entries as the journal does.
func chain(t *testing.T, n int) []Entry {
	var out []Entry
	previous := ""
	for i := range n {
		e := entry()
		e.Number, e.Previous = i+1, previous
		e.At = e.At.Add(time.Duration(i) * time.Minute)
		previous = hashOf(t, e)
		out = append(out, e)
	}
	return out
}

// broken tells whether a history does not hold together up to the head that its case keeps.
func broken(t *testing.T, entries []Entry, head string) bool {
	previous := ""
	for _, e := range entries {
		if e.Previous != previous {
			return true
		}
		previous = hashOf(t, e)
	}
	return previous != head
}

func TestJournal_AHistoryThatWasRewrittenShows(t *testing.T) {
	whole := chain(t, 5)
	head := hashOf(t, whole[4])
	if broken(t, whole, head) {
		t.Fatal("a whole history does not hold together")
	}
	for name, change := range map[string]func([]Entry) []Entry{
		"reason rewritten":  func(e []Entry) []Entry { e[1].Reason = "另有原因"; return e },
		"last rewritten":    func(e []Entry) []Entry { e[4].Actor = "staff_9"; return e },
		"one left out":      func(e []Entry) []Entry { return slices.Delete(e, 2, 3) },
		"the first gone":    func(e []Entry) []Entry { return e[1:] },
		"the last gone":     func(e []Entry) []Entry { return e[:4] },
		"two exchanged":     func(e []Entry) []Entry { e[1], e[2] = e[2], e[1]; return e },
		"one put in":        func(e []Entry) []Entry { return slices.Insert(e, 2, e[1]) },
		"a minute earlier":  func(e []Entry) []Entry { e[3].At = e[3].At.Add(-time.Minute); return e },
		"deadline moved":    func(e []Entry) []Entry { e[2].DueAt = e[2].DueAt.Add(time.Hour); return e },
		"someone unwarned":  func(e []Entry) []Entry { e[2].Audience = e[2].Audience[:1]; return e },
		"another answerer":  func(e []Entry) []Entry { e[2].Responsible = "staff_9"; return e },
		"another case's":    func(e []Entry) []Entry { e[0].CaseID = "case_2"; return e },
		"a fact taken away": func(e []Entry) []Entry { e[2].Facts = map[string]any{}; return e },
	} {
		if !broken(t, change(chain(t, 5)), head) {
			t.Errorf("%s: nobody sees it", name)
		}
	}
}
