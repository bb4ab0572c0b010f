package accountability

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
)

var update = flag.Bool("update", false, "write the golden file anew")

const golden = "testdata/who.golden"

func member(id duty.StaffID, roles ...duty.Role) duty.Member {
	return duty.Member{ID: id, State: duty.OnDuty, Roles: roles}
}

// people is a full office: two of each level.
func people() duty.Roster {
	r := duty.Roster{}
	for _, m := range []duty.Member{
		member("clerk", duty.Clerk), member("other-clerk", duty.Clerk), member("leader", duty.Leader), member("other-leader", duty.Leader),
		member("director", duty.Director), member("supervisor", duty.Supervisor), member("other-supervisor", duty.Supervisor),
		member("administrator", duty.Administrator),
	} {
		r[m.ID] = m
	}
	return r
}

var everybody = []duty.StaffID{
	"clerk", "other-clerk", "leader", "other-leader", "director", "supervisor", "other-supervisor", "administrator",
}

func code(err error) string {
	if err == nil {
		return "yes"
	}
	r, ok := errors.AsType[*office.Refusal](err)
	if !ok {
		return err.Error()
	}
	return string(r.Code) + " " + r.Clause
}

// The golden file prints who may take each step about each person, in the state from which it is taken.
func TestA3_A4_WhoMayDoWhat(t *testing.T) {
	var b strings.Builder
	for _, who := range []duty.StaffID{"clerk", "leader", "director", "supervisor"} {
		for _, line := range table {
			f := Facts{State: line.from[0], Kind: casework.BreachAvoidance, Person: who}
			deciders := []duty.StaffID{""}
			if line.act == Appeal || line.act == DecideUp {
				deciders = map[duty.StaffID][]duty.StaffID{
					"clerk": {"leader", "director"}, "leader": {"director"}, "director": {"supervisor"}, "supervisor": {"other-supervisor"},
				}[who]
			}
			for _, d := range deciders {
				f.Decider, f.DecidedAs = d, LevelOf(people()[d].Roles)
				fmt.Fprintf(&b, "%s about %s", line.act, who)
				if d != "" {
					fmt.Fprintf(&b, ", decided by %s", d)
				}
				b.WriteString("\n")
				for _, actor := range everybody {
					got := code(Check(line.act, f, people(), people()[actor]))
					fmt.Fprintf(&b, "  %-17s %s\n", actor, got)
					if LevelOf(people()[actor].Roles) == Member && line.who != person && line.who != either && got == "yes" {
						t.Errorf("%s: %s decides on %s", line.act, actor, who)
					}
					decidesHere := line.who == decider || line.who == reviewer
					if decidesHere && got == "yes" && (actor == who || actor == d) {
						t.Errorf("%s: %s decides about themself or their own decision on %s", line.act, actor, who)
					}
				}
			}
		}
	}
	want, err := os.ReadFile(golden)
	if *update {
		err = os.WriteFile(golden, []byte(b.String()), 0o600)
		want = []byte(b.String())
	}
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != b.String() {
		t.Errorf("who may do what is not what %s says:\n%s", golden, b.String())
	}
}

func TestA4_StepsComeInTheirOrder(t *testing.T) {
	r := people()
	for _, line := range table {
		for _, s := range states {
			f := Facts{State: s, Person: "clerk", Decider: "leader", DecidedAs: Leader}
			actor := map[relation]duty.StaffID{person: "clerk", either: "clerk", decider: "leader", reviewer: "director"}[line.who]
			got, want := code(Check(line.act, f, r, r[actor])), "REFUSED_STATE A4"
			for _, from := range line.from {
				if from == s {
					want = "yes"
				}
			}
			if got != want {
				t.Errorf("%s from %s: %s, want %s", line.act, s, got, want)
			}
		}
	}
}

func TestA4_AppealOnceToTheNextLevel(t *testing.T) {
	r := people()
	f := Facts{State: Decided, Person: "clerk", Decider: "leader", DecidedAs: Leader}
	if got := AppealLevel(f, r); got != Director {
		t.Errorf("above the leader: %d", got)
	}
	f.Appealed = true
	if got := code(Check(Appeal, f, r, r["clerk"])); got != "ALREADY_DONE A4" {
		t.Errorf("a second appeal: %s", got)
	}
	f.State = Closed
	if got := code(Check(Appeal, f, r, r["clerk"])); got != "ALREADY_DONE A4" {
		t.Errorf("a second appeal of what is closed: %s", got)
	}
	// An office without a director: the subdistrict.
	delete(r, "director")
	if got := AppealLevel(f, r); got != Supervisor {
		t.Errorf("above the leader without a director: %d", got)
	}
	// The leader who decided became the director: never to the decider.
	r["leader"] = member("leader", duty.Director)
	if got := AppealLevel(f, r); got != Supervisor {
		t.Errorf("the decider rose: %d", got)
	}
	if got := code(Check(DecideUp, Facts{State: Appealed, Person: "clerk", Decider: "leader", DecidedAs: Leader}, r, r["leader"])); got != "OWN_CASE A3" {
		t.Errorf("the decider rose and decides the appeal: %s", got)
	}
	// One supervisor decided about the director: nobody stands above.
	delete(r, "other-supervisor")
	of := Facts{State: Decided, Person: "leader", Decider: "supervisor", DecidedAs: Supervisor}
	if got := code(Check(Appeal, of, r, r["leader"])); got != "NO_SUPERIOR A4" {
		t.Errorf("nobody above: %s", got)
	}
	// Who has left decides nothing, and is nobody to appeal to.
	r = people()
	gone := r["director"]
	gone.State = duty.Left
	r["director"] = gone
	if got := AppealLevel(Facts{Person: "clerk", Decider: "leader", DecidedAs: Leader}, r); got != Supervisor {
		t.Errorf("the director left: %d", got)
	}
	for from, want := range map[Outcome]State{Upheld: Decided, Changed: Decided, Overturned: Dismissed} {
		if got := Review(from, Facts{}); got != want {
			t.Errorf("%s: %s, want %s", from, got, want)
		}
	}
	if got := Review(Upheld, Facts{Done: true}); got != CarriedOut {
		t.Errorf("upheld after it was carried out: %s", got)
	}
	if got := Review(Changed, Facts{Done: true}); got != Decided {
		t.Errorf("changed after it was carried out: %s", got)
	}
	if Milder(Suspension, SelfCriticism) || Milder(Criticism, Criticism) || !Milder(SelfCriticism, Suspension) {
		t.Error("an appeal could make it harder")
	}
}

func TestA7_WhoIsSuspended(t *testing.T) {
	r := people()
	put := func(who duty.StaffID, s duty.State) {
		m := r[who]
		m.State = s
		r[who] = m
	}
	put("clerk", duty.Suspended)
	put("leader", duty.Suspended)
	for act, want := range map[Act]string{Hear: "yes", Appeal: "yes"} {
		f := Facts{State: ruleOf(act).from[0], Person: "clerk", Decider: "director", DecidedAs: Director}
		if got := code(Check(act, f, r, r["clerk"])); got != want {
			t.Errorf("suspended, %s: %s", act, got)
		}
	}
	if got := code(Check(Decide, Facts{State: Heard, Person: "clerk"}, r, r["leader"])); got != "NOT_ON_DUTY A7" {
		t.Errorf("a suspended leader decides: %s", got)
	}
	f := Facts{State: CarriedOut, Person: "clerk", Suspended: true}
	if got := code(Check(Close, f, r, r["director"])); got != "REFUSED_STATE A7" {
		t.Errorf("closed while suspended: %s", got)
	}
	f.Suspended = false
	if got := code(Check(Close, f, r, r["director"])); got != "yes" {
		t.Errorf("closed: %s", got)
	}
}

func TestA1_OpenUntilReturned(t *testing.T) {
	r := people()
	f := Facts{State: CarriedOut, Kind: casework.BreachGift, Person: "clerk", GiftOpen: true}
	if got := code(Check(Close, f, r, r["leader"])); got != "NEEDS_RETURN A1" {
		t.Errorf("closed with the gift kept: %s", got)
	}
	for who, want := range map[duty.StaffID]string{
		"clerk": "OWN_CASE A3", "other-clerk": "FORBIDDEN A1", "leader": "yes", "director": "yes", "supervisor": "FORBIDDEN A1", "administrator": "FORBIDDEN A1",
	} {
		if got := code(CheckReturn("clerk", r, r[who])); got != want {
			t.Errorf("a clerk's return written down by %s: %s, want %s", who, got, want)
		}
	}
	for who, want := range map[duty.StaffID]string{"leader": "FORBIDDEN A1", "director": "OWN_CASE A3", "supervisor": "yes"} {
		if got := code(CheckReturn("director", r, r[who])); got != want {
			t.Errorf("the director's return written down by %s: %s, want %s", who, got, want)
		}
	}
}

func TestA3_TheLadder(t *testing.T) {
	for _, x := range []struct {
		kind casework.BreachKind
		want string
	}{
		{casework.BreachMaterialLost, "SELF_CRITICISM SUSPENSION SUSPENSION"},
		{casework.BreachMaterialDamaged, "SELF_CRITICISM SUSPENSION SUSPENSION"},
		{casework.BreachOvercharge, "SELF_CRITICISM SUSPENSION SUSPENSION"},
		{casework.BreachPostHandOverMissed, "ADMONITION PUBLIC_CRITICISM PUBLIC_CRITICISM"},
		{casework.BreachLeadership, "ADMONITION PUBLIC_CRITICISM PUBLIC_CRITICISM"},
		{casework.BreachAvoidance, "CRITICISM PUBLIC_CRITICISM PUBLIC_CRITICISM"},
		{casework.BreachPromiseMissed, "CRITICISM PUBLIC_CRITICISM PUBLIC_CRITICISM"},
		{casework.BreachGift, "CRITICISM CRITICISM CRITICISM"},
	} {
		var got []string
		for before := range 3 {
			got = append(got, string(Propose(x.kind, before)))
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%s: %v, want %s", x.kind, got, x.want)
		}
	}
	for _, s := range []State{Found, Heard, Dismissed} {
		for _, counted := range Counts() {
			if s == counted {
				t.Errorf("%s counts on the ladder", s)
			}
		}
	}
	if !Leads(Suspension, duty.Roles{duty.Clerk}) || !Leads(Suspension, duty.Roles{duty.Leader}) ||
		Leads(Suspension, duty.Roles{duty.Director}) || Leads(SelfCriticism, duty.Roles{duty.Clerk}) {
		t.Error("the director's leadership stands for a suspension of somebody below, and for nothing else")
	}
}

func TestA4_AllowedIsWhatCheckAllows(t *testing.T) {
	r := people()
	if got := fmt.Sprint(Allowed(Facts{State: Found, Person: "clerk"}, r, r["clerk"])); got != "[HEAR]" {
		t.Errorf("the person: %s", got)
	}
	if got := fmt.Sprint(Allowed(Facts{State: Found, Person: "clerk"}, r, r["leader"])); got != "[HEAR DISMISS]" {
		t.Errorf("the leader: %s", got)
	}
	if got := fmt.Sprint(Allowed(Facts{State: Heard, Person: "clerk"}, r, r["clerk"])); got != "[]" {
		t.Errorf("the person, heard: %s", got)
	}
	if got := fmt.Sprint(Allowed(Facts{State: Heard, Person: "director"}, r, r["director"])); got != "[]" {
		t.Errorf("the director, heard: %s", got)
	}
}
