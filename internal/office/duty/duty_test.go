package duty

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"xinxing/internal/office"
)

// staff makes a roster; a person without roles is a clerk.
func staff(members ...Member) Roster {
	r := Roster{}
	for _, m := range members {
		r[m.ID] = m
	}
	return r
}

func person(id StaffID, state State, superior StaffID, roles ...Role) Member {
	if len(roles) == 0 {
		roles = Roles{Clerk}
	}
	return Member{ID: id, State: state, Superior: superior, Roles: roles}
}

var off = []State{Away, Suspended, Left}

func TestB2_TheHolderOfAPostIsComputed(t *testing.T) {
	post := Post{ID: "window", A: "a", B: "b"}
	for _, c := range []struct {
		a, b State
		want StaffID
	}{
		{OnDuty, OnDuty, "a"},
		{OnDuty, Away, "a"},
		{OnDuty, Suspended, "a"},
		{Away, OnDuty, "b"},
		{Suspended, OnDuty, "b"},
		{Left, OnDuty, "b"},
		{"", OnDuty, "b"},
		{Away, Away, ""},
		{Suspended, Away, ""},
		{Left, Suspended, ""},
	} {
		if got := staff(person("a", c.a, ""), person("b", c.b, "")).Holder(post); got != c.want {
			t.Errorf("A %s, B %s: %q, want %q", c.a, c.b, got, c.want)
		}
	}
	if got := staff(person("b", OnDuty, "")).Holder(post); got != "b" {
		t.Errorf("nobody knows A: %q", got)
	}
	if got := (Roster{}).Holder(post); got != "" {
		t.Errorf("nobody knows either: %q", got)
	}
	if got := staff(person("", OnDuty, "")).Holder(Post{}); got != "" {
		t.Errorf("a post of nobody: %q", got)
	}
}

func TestB1_TheHalvesOfAPost(t *testing.T) {
	post := &Post{ID: "window", A: "a", B: "b"}
	for _, c := range []struct {
		post  *Post
		who   StaffID
		has   bool
		other StaffID
	}{
		{post, "a", true, "b"}, {post, "b", true, "a"}, {post, "c", false, ""}, {nil, "a", false, ""},
	} {
		if got := c.post.Has(c.who); got != c.has {
			t.Errorf("%s is of it: %t", c.who, got)
		}
		if got := c.post.Other(c.who); got != c.other {
			t.Errorf("the other of %s is %q", c.who, got)
		}
	}
}

func TestF6_TheSuperiorIsTheNearestOnDutyWhoWorksOnCases(t *testing.T) {
	for _, c := range []struct {
		name      string
		r         Roster
		works, up StaffID
	}{
		{"the next", staff(person("s", OnDuty, "l"), person("l", OnDuty, "d", Leader), person("d", OnDuty, "", Director)), "l", "l"},
		{"a clerk may be the superior", staff(person("s", OnDuty, "l"), person("l", OnDuty, "")), "l", "l"},
		{"over one who is away", staff(person("s", OnDuty, "l"), person("l", Away, "d", Leader), person("d", OnDuty, "", Director)), "d", "d"},
		{"over one who is suspended", staff(person("s", OnDuty, "l"), person("l", Suspended, "d", Leader), person("d", OnDuty, "", Director)), "d", "d"},
		{"over one who left", staff(person("s", OnDuty, "l"), person("l", Left, "d", Leader), person("d", OnDuty, "", Director)), "d", "d"},
		{"over an administrator", staff(person("s", OnDuty, "k"), person("k", OnDuty, "d", Administrator), person("d", OnDuty, "", Director)), "d", "k"},
		{"the supervisor is warned and holds no case", staff(person("d", OnDuty, "v", Director), person("v", OnDuty, "", Supervisor), person("s", OnDuty, "v")), "", "v"},
		{"at the top", staff(person("s", OnDuty, "")), "", ""},
		{"all away", staff(person("s", OnDuty, "l"), person("l", Away, "d", Leader), person("d", Away, "", Director)), "", ""},
		{"unknown superior", staff(person("s", OnDuty, "ghost")), "", ""},
		{"unknown person", staff(person("l", OnDuty, "", Leader)), "", ""},
		{"one's own superior", staff(person("s", OnDuty, "s", Leader)), "", ""},
		{"a circle of two", staff(person("s", OnDuty, "l", Leader), person("l", Away, "s", Leader)), "", ""},
		{"a circle further up", staff(person("s", OnDuty, "l"), person("l", Away, "m", Leader), person("m", Away, "l", Leader)), "", ""},
		{"found before the circle closes", staff(person("s", OnDuty, "l"), person("l", Away, "m", Leader), person("m", OnDuty, "l", Leader)), "m", "m"},
		{"own state does not matter", staff(person("s", Suspended, "l"), person("l", OnDuty, "", Leader)), "l", "l"},
	} {
		if got := c.r.Superior("s"); got != c.works {
			t.Errorf("%s: superior %q, want %q", c.name, got, c.works)
		}
		if got := c.r.Above("s"); got != c.up {
			t.Errorf("%s: above %q, want %q", c.name, got, c.up)
		}
	}
}

func TestB2_TheDeputy(t *testing.T) {
	r := func(d, l State) Roster {
		return staff(person("d", d, "v", Director), person("v", OnDuty, "", Supervisor), person("l", l, "d", Leader),
			person("m", OnDuty, "d", Leader), person("s", OnDuty, "d"))
	}
	for _, c := range []struct {
		name   string
		r      Roster
		except []StaffID
		want   StaffID
	}{
		{"the director before a leader", r(OnDuty, OnDuty), nil, "d"},
		{"of several leaders always the same", r(Away, OnDuty), []StaffID{"d"}, "l"},
		{"another where that one is away", r(Left, Away), []StaffID{"d"}, "m"},
		{"never who is excepted", r(Away, OnDuty), []StaffID{"d", "l"}, "m"},
		{"nor a clerk or the supervisor", r(Away, OnDuty), []StaffID{"l", "m"}, ""},
	} {
		if got := c.r.Deputy(c.except...); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	// The director's own case falls to the deputy, as nobody above works on cases.
	if got, err := r(Away, OnDuty).Answers("d", AsSuperior, nil); err != nil || got != (Answering{"l", AsSuperior}) {
		t.Errorf("the director's case: %v, %v", got, err)
	}
}

func TestF6_WhoDecidesWhatWasReportedUp(t *testing.T) {
	r := func(d, l, m State) Roster {
		return staff(person("v", OnDuty, "", Supervisor), person("d", d, "v", Director), person("l", l, "d", Leader),
			person("m", m, "d", Leader), person("s", OnDuty, "l"), person("k", OnDuty, "d", Administrator))
	}
	for _, c := range []struct {
		name                string
		r                   Roster
		holder, responsible StaffID
		want                StaffID
	}{
		{"the nearest superior", r(OnDuty, OnDuty, OnDuty), "s", "s", "l"},
		{"the next above where that one is away", r(OnDuty, Away, OnDuty), "s", "s", "d"},
		{"above a leader the director", r(OnDuty, OnDuty, OnDuty), "l", "l", "d"},
		{"a leader of another line where nobody above is there", r(Suspended, Away, OnDuty), "s", "s", "m"},
		{"the director's own: a leader, never the supervisor", r(OnDuty, OnDuty, OnDuty), "d", "d", "l"},
		{"nor who answers for it meanwhile", r(Away, OnDuty, OnDuty), "d", "l", "m"},
		{"the superior decides though answering for it", r(OnDuty, OnDuty, OnDuty), "s", "l", "l"},
		{"nobody but who answers for it", r(Away, OnDuty, Left), "d", "l", ""},
		{"nobody leads", r(Away, Left, Suspended), "s", "s", ""},
		{"the holder never", r(Away, OnDuty, Left), "l", "l", ""},
		{"a holder whom nobody knows", r(OnDuty, OnDuty, OnDuty), "ghost", "s", "d"},
	} {
		if got := c.r.Decider(c.holder, c.responsible); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestB5_B7_A7_WhoAnswersForACase(t *testing.T) {
	post := &Post{ID: "window", A: "a", B: "b"}
	office := func(a, b, h, l State) Roster {
		return staff(person("a", a, "l"), person("b", b, "l"), person("h", h, "l"), person("l", l, "", Leader))
	}
	for _, c := range []struct {
		name   string
		r      Roster
		holder StaffID
		as     HolderRole
		post   *Post
		want   Answering
	}{
		{"the holder", office(OnDuty, OnDuty, OnDuty, OnDuty), "a", AsHandler, post, Answering{"a", AsHandler}},
		{"B as holder", office(OnDuty, OnDuty, OnDuty, OnDuty), "b", AsHandler, post, Answering{"b", AsHandler}},
		{"a first responder outside the post", office(OnDuty, OnDuty, OnDuty, OnDuty), "h", AsFirstResponder, post, Answering{"h", AsFirstResponder}},
		{"a superior who took it", office(OnDuty, OnDuty, OnDuty, OnDuty), "l", AsSuperior, post, Answering{"l", AsSuperior}},
		{"B5: B stands in for A", office(Away, OnDuty, OnDuty, OnDuty), "a", AsHandler, post, Answering{"b", AsStandIn}},
		{"A7: B stands in for a suspended A", office(Suspended, OnDuty, OnDuty, OnDuty), "a", AsHandler, post, Answering{"b", AsStandIn}},
		{"for an A who left", office(Left, OnDuty, OnDuty, OnDuty), "a", AsHandler, post, Answering{"b", AsStandIn}},
		{"A stands in for B", office(OnDuty, Away, OnDuty, OnDuty), "b", AsHandler, post, Answering{"a", AsStandIn}},
		{"both away: the superior", office(Away, Away, OnDuty, OnDuty), "a", AsHandler, post, Answering{"l", AsSuperior}},
		{"a stranger's holder is away: the post's A", office(OnDuty, OnDuty, Away, OnDuty), "h", AsFirstResponder, post, Answering{"a", AsStandIn}},
		{"and A away: its B", office(Away, OnDuty, Away, OnDuty), "h", AsFirstResponder, post, Answering{"b", AsStandIn}},
		{"and the post empty: the superior", office(Away, Suspended, Away, OnDuty), "h", AsFirstResponder, post, Answering{"l", AsSuperior}},
		{"no post: the superior", office(OnDuty, OnDuty, Away, OnDuty), "h", AsFirstResponder, nil, Answering{"l", AsSuperior}},
		{"a suspended superior's case", office(OnDuty, OnDuty, OnDuty, Suspended), "l", AsSuperior, post, Answering{"a", AsStandIn}},
		{"an unknown holder: the post's A", office(OnDuty, OnDuty, OnDuty, OnDuty), "ghost", AsHandler, post, Answering{"a", AsStandIn}},
	} {
		if got, err := c.r.Answers(c.holder, c.as, c.post); err != nil || got != c.want {
			t.Errorf("%s: %v, %v; want %v", c.name, got, err, c.want)
		}
	}
}

func TestB2_NobodyOnDutyIsRefused(t *testing.T) {
	for _, state := range off {
		r := staff(person("a", state, "l"), person("b", state, "l"), person("l", state, "v", Leader), person("v", OnDuty, "", Supervisor),
			person("keeper", OnDuty, "v", Administrator))
		got, err := r.Answers("a", AsHandler, &Post{A: "a", B: "b"})
		var no *office.Refusal
		if !errors.As(err, &no) || no.Code != office.NobodyOnDuty || no.Clause != "B2" || no.Facts["holder"] != StaffID("a") {
			t.Errorf("%s: %v, %v", state, got, err)
		}
		if got != (Answering{}) {
			t.Errorf("refused, and named %v", got)
		}
	}
}

func TestRoles_WhoWorksAndWhoLeads(t *testing.T) {
	for _, c := range []struct {
		roles        Roles
		works, leads bool
	}{
		{nil, false, false},
		{Roles{Clerk}, true, false},
		{Roles{Leader}, true, true},
		{Roles{Director}, true, true},
		{Roles{Supervisor}, false, false},
		{Roles{Administrator}, false, false},
		{Roles{Administrator, Supervisor}, false, false},
		{Roles{Administrator, Clerk}, true, false},
	} {
		if c.roles.Works() != c.works || c.roles.Leads() != c.leads {
			t.Errorf("%v: works %t, leads %t", c.roles, c.roles.Works(), c.roles.Leads())
		}
	}
}

var names = []StaffID{"p0", "p1", "p2", "p3", "p4", "p5"}

// drawn is an office as odd as data can make it: circles of superiors, superiors and posts of people whom nobody knows.
type drawn struct {
	roster Roster
	holder StaffID
	post   *Post
}

func anyOffice(r *rapid.T) drawn {
	d := drawn{roster: Roster{}}
	known := rapid.IntRange(1, len(names)).Draw(r, "members")
	pick := rapid.SampledFrom(append([]StaffID{""}, names...))
	for _, id := range names[:known] {
		d.roster[id] = Member{
			ID: id, Superior: pick.Draw(r, "superior of "+string(id)),
			State: rapid.SampledFrom([]State{OnDuty, Away, Suspended, Left}).Draw(r, "state of "+string(id)),
			Roles: rapid.SliceOfNDistinct(rapid.SampledFrom([]Role{Clerk, Clerk, Leader, Director, Supervisor, Administrator}), 0, 2, rapid.ID[Role]).Draw(r, "roles of "+string(id)),
		}
	}
	d.holder = rapid.SampledFrom(names).Draw(r, "holder")
	if rapid.Bool().Draw(r, "post") {
		halves := rapid.SliceOfNDistinct(rapid.SampledFrom(names), 2, 2, rapid.ID[StaffID]).Draw(r, "halves")
		d.post = &Post{ID: "post", A: halves[0], B: halves[1]}
	}
	return d
}

// upwards lists who stands above a person, nearest first, each once and never the person; written by counting steps.
func (d drawn) upwards(s StaffID) []StaffID {
	var line []StaffID
	at := s
	for range len(names) + 1 {
		at = d.roster[at].Superior
		if at == "" || at == s || slices.Contains(line, at) {
			break
		}
		line = append(line, at)
	}
	return line
}

// deputies lists who could act in the place of those above a person: directors, then leaders, never the person.
func (d drawn) deputies(s StaffID) []StaffID {
	var line []StaffID
	for _, role := range []Role{Director, Leader} {
		for _, id := range names {
			if m, ok := d.roster[id]; ok && id != s && m.Roles.Has(role) {
				line = append(line, id)
			}
		}
	}
	return line
}

func (d drawn) there(s StaffID) bool { return d.roster[s].State == OnDuty }

func TestF6_B2_Property_Superiors(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := anyOffice(r)
		for _, s := range names {
			wantSuperior, wantAbove := StaffID(""), StaffID("")
			for _, up := range slices.Backward(d.upwards(s)) {
				if !d.there(up) {
					continue
				}
				wantAbove = up
				if d.roster[up].Roles.Works() {
					wantSuperior = up
				}
			}
			if got := d.roster.Superior(s); got != wantSuperior || got == s {
				r.Fatalf("superior of %s: %q, want %q\n%v", s, got, wantSuperior, d.roster)
			}
			if got := d.roster.Above(s); got != wantAbove || got == s {
				r.Fatalf("above %s: %q, want %q\n%v", s, got, wantAbove, d.roster)
			}
		}
	})
}

func TestB2_Property_Holder(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := anyOffice(r)
		if d.post == nil {
			d.post = &Post{A: names[0], B: names[1]}
		}
		got := d.roster.Holder(*d.post)
		switch {
		case d.there(d.post.A):
			if got != d.post.A {
				r.Fatalf("A is there, %q holds", got)
			}
		case d.there(d.post.B):
			if got != d.post.B {
				r.Fatalf("B is there alone, %q holds", got)
			}
		default:
			if got != "" {
				r.Fatalf("%q holds an empty post", got)
			}
		}
	})
}

func TestB2_B5_A7_Property_ExactlyOneAnswersAndIsOnDuty(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := anyOffice(r)
		as := rapid.SampledFrom(holderRoles).Draw(r, "quality")
		before := maps.Clone(d.roster)
		got, err := d.roster.Answers(d.holder, as, d.post)
		again, errAgain := d.roster.Answers(d.holder, as, d.post)
		if again != got || (err == nil) != (errAgain == nil) {
			r.Fatalf("first %v, then %v", got, again)
		}
		if fmt.Sprint(before) != fmt.Sprint(d.roster) {
			r.Fatal("the roster was changed")
		}
		var line []StaffID // who could answer, in the order of the rules
		if d.post != nil {
			line = append(line, d.post.Other(d.holder), d.post.A, d.post.B)
		}
		stands := len(line)
		for _, up := range d.upwards(d.holder) {
			if d.roster[up].Roles.Works() {
				line = append(line, up)
			}
		}
		line = append(line, d.deputies(d.holder)...)
		first := slices.IndexFunc(line, d.there)
		switch {
		case d.there(d.holder):
			if err != nil || got != (Answering{d.holder, as}) {
				r.Fatalf("the holder is on duty, but %v, %v", got, err)
			}
		case first < 0:
			var no *office.Refusal
			if !errors.As(err, &no) || no.Code != office.NobodyOnDuty || no.Clause != "B2" || got != (Answering{}) {
				r.Fatalf("nobody is there, but %v, %v", got, err)
			}
		default:
			want := Answering{line[first], AsStandIn}
			if first >= stands {
				want.Role = AsSuperior
			}
			if err != nil || got != want {
				r.Fatalf("%v, %v; want %v\n%v %v", got, err, want, d.roster, d.post)
			}
		}
		if err == nil && d.roster[got.Staff].State != OnDuty {
			r.Fatalf("%s answers and is %s", got.Staff, d.roster[got.Staff].State)
		}
	})
}

// B7: when the holder is back the case is the holder's again, whoever stood in; and the state of people who have
// nothing to do with the case changes nothing.
func TestB7_Property_CustodyReturnsAndOthersDoNotMatter(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := anyOffice(r)
		got, err := d.roster.Answers(d.holder, AsHandler, d.post)
		concerned := append(append(d.upwards(d.holder), d.holder), d.deputies(d.holder)...)
		if d.post != nil {
			concerned = append(concerned, d.post.A, d.post.B)
		}
		moved := maps.Clone(d.roster)
		for id, m := range moved {
			if !slices.Contains(concerned, id) {
				m.State = rapid.SampledFrom([]State{OnDuty, Away, Suspended, Left}).Draw(r, "new state of "+string(id))
				moved[id] = m
			}
		}
		if now, errNow := moved.Answers(d.holder, AsHandler, d.post); now != got || (errNow == nil) != (err == nil) {
			r.Fatalf("%v, then %v", got, now)
		}
		back := maps.Clone(d.roster)
		m := back[d.holder]
		m.ID, m.State = d.holder, OnDuty
		back[d.holder] = m
		if now, err := back.Answers(d.holder, AsHandler, d.post); err != nil || now != (Answering{d.holder, AsHandler}) {
			r.Fatalf("back, but %v, %v", now, err)
		}
	})
}

func TestQ6_A3_WhoAnswersForASupervisionMatter(t *testing.T) {
	people := func(director, leader State) Roster {
		return staff(person("supervisor", OnDuty, "", Supervisor), person("director", director, "supervisor", Director),
			person("leader", leader, "director", Leader), person("second", OnDuty, "director", Leader), person("clerk", OnDuty, "leader"))
	}
	for _, try := range []struct {
		name                string
		director, leader    State
		holder, about, want StaffID
	}{
		{"the holder", OnDuty, OnDuty, "leader", "clerk", "leader"},
		{"the next above", OnDuty, Away, "leader", "clerk", "director"},
		{"never whom it is about", OnDuty, Away, "leader", "director", "second"},
		{"the director's, by who acts", Away, OnDuty, "director", "", "leader"},
		{"never whom it is about, though acting", Away, OnDuty, "director", "leader", "second"},
		{"of a director who left", Left, Away, "director", "", "second"},
	} {
		got, err := people(try.director, try.leader).Oversees(try.holder, try.about)
		if err != nil || got != (Answering{try.want, AsSuperior}) {
			t.Errorf("%s: %v %v, want %s", try.name, got, err, try.want)
		}
	}
	// The supervisor holds no case of a community.
	alone := staff(person("supervisor", OnDuty, "", Supervisor), person("director", Away, "supervisor", Director), person("clerk", OnDuty, "director"))
	if got, err := alone.Oversees("director", ""); err == nil {
		t.Errorf("%v answers for a matter of an office without leaders", got)
	}
}
