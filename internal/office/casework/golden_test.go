package casework

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"xinxing/internal/office/duty"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares with testdata/name, line by line.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		var a, b string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Errorf("%s, line %d; look at the difference, then run with -update:\n got %s\nwant %s", file, i+1, a, b)
		}
	}
	if len(g) != len(w) {
		t.Errorf("%s: %d lines, want %d", file, len(g), len(w))
	}
}

// The table of acts as a person reviews it.
func TestF4toT7_Golden_Transitions(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("# Every act on a case: from which status, to which, by whom, from which clause. \"=\" keeps the status.\n")
	fmt.Fprintf(&b, "# %-18s %-18s %-18s %-6s %s\n", "act", "from", "to", "clause", "who")
	for _, r := range table {
		to := string(r.to)
		if to == "" {
			to = "="
		}
		for _, from := range r.from {
			fmt.Fprintf(&b, "%-20s %-18s %-18s %-6s %s\n", r.act, from, to, r.clause, r.who)
		}
	}
	b.WriteString("\n# The same by status.\n")
	for _, s := range statuss {
		state := "closed"
		if s.Open() {
			state = "open"
		}
		fmt.Fprintf(&b, "%s (%s)\n", s, state)
		for _, r := range table {
			if slices.Contains(r.from, s) {
				to := string(Next(r.act, s))
				if to == string(s) {
					to = "="
				}
				fmt.Fprintf(&b, "  %-18s -> %s\n", r.act, to)
			}
		}
	}
	golden(t, "transitions.golden", b.Bytes())
}

// situation is a case as somebody finds it.
type situation struct {
	name string
	f    Facts
	late bool // looked at from the instant of the deadline on
}

func situations() []situation {
	is := func(name string, f Facts, changes ...func(*Facts)) situation {
		return situation{name: name, f: with(f, changes...)}
	}
	late := func(s situation) situation { s.late = true; return s }
	standIn := func(f *Facts) { f.Responsible = backup }
	keeps := func(f *Facts) { f.Pieces, f.PiecesHeld = 2, 1 }
	directors := func(f *Facts) { f.Extension = &Asked{By: directing, Director: true, State: ExtensionRequested} }
	return []situation{
		is("RECEIVED", received()),
		is("RECEIVED, an ordinary item is named", received(), itemIs(func(*ItemFacts) {})),
		is("RECEIVED, the item is immediate (T3)", received(), itemIs(func(i *ItemFacts) { i.Immediate = true })),
		is("RECEIVED, the item is not issued (F7)", received(), itemIs(func(i *ItemFacts) { i.Kind = ItemNotIssued })),
		is("RECEIVED, directed to a post whose person has not answered (F6, F10)", received(), offered),
		is("RECEIVED, a stand-in answers for it (B5)", received(), standIn),
		late(is("RECEIVED, at the limit (F8)", received())),
		is("REPORTED", reported()),
		late(is("REPORTED, at the superior's limit (F6)", reported())),
		is("REPORTED, custody fell to the superior (A7)", reported(), func(f *Facts) {
			f.Holder, f.Responsible, f.Report = above, above, &Waiting{Reporter: above, Superior: above}
		}),
		is("AWAITING_MATERIALS", awaiting()),
		is("AWAITING_MATERIALS, offered", awaiting(), offered),
		is("PROMISED", promised()),
		is("PROMISED, offered (F10)", promised(), offered),
		is("PROMISED, a stand-in answers for it (B5)", promised(), standIn),
		is("PROMISED, an extension is asked for (T5)", promised(), asked(ExtensionRequested)),
		is("PROMISED, the director asks for an extension (T5)", promised(), directors),
		is("PROMISED, an extension is approved and not told (T5)", promised(), asked(ExtensionApproved)),
		is("PROMISED, every extension is used (T5)", promised(), func(f *Facts) { f.ExtensionsUsed = f.Item.MaxExtensions }),
		late(is("PROMISED, at the deadline (T7)", promised())),
		late(is("PROMISED, at the deadline, an extension is asked for", promised(), asked(ExtensionRequested))),
		late(is("PROMISED, at the deadline, an extension is approved and not told", promised(), asked(ExtensionApproved))),
		is("RESOLVED_ON_SPOT, no item", closed(ResolvedOnSpot), func(f *Facts) { f.Item = nil }),
		is("RESOLVED_ON_SPOT", closed(ResolvedOnSpot)),
		is("GUIDED", closed(Guided)),
		is("GUIDED, a call-back is asked for (F7)", closed(Guided), func(f *Facts) { f.CallBackAsked = true }),
		is("GUIDED, called back", closed(Guided), func(f *Facts) { f.CallBackAsked, f.CallBackDone = true, true }),
		is("COMPLETED", closed(Completed)),
		is("REFUSED", closed(Refused)),
		is("REFUSED, the item is not issued (F7)", closed(Refused), itemIs(func(i *ItemFacts) { i.Kind = ItemNotIssued })),
		is("WITHDRAWN", closed(Withdrawn)),
		is("RECEIVED, originals are kept (A5)", received(), keeps),
		is("AWAITING_MATERIALS, originals are kept (A5)", awaiting(), keeps),
		is("PROMISED, originals are kept (A5)", promised(), keeps),
		is("PROMISED, all originals went back (A5)", promised(), func(f *Facts) { f.Pieces = 2 }),
		is("COMPLETED, an original is lost (A5)", closed(Completed), func(f *Facts) { f.Pieces = 1 }),
		is("PROMISED, the standard is charged (A6)", promised(), func(f *Facts) { f.ChargedFen = f.Item.FeeFen }),
		is("PROMISED, under the green channel (E6)", promised(), func(f *Facts) { f.Green = true }),
		is("PROMISED, the item costs nothing (A6)", promised(), itemIs(func(i *ItemFacts) { i.FeeFen = 0 })),
		is("TO_CHECK, about the handler (Q6)", review(ToCheck)),
		late(is("TO_CHECK, at the limit (Q6)", review(ToCheck))),
		is("TO_CHECK, about nobody, at the director", review(ToCheck), func(f *Facts) { f.About, f.Holder, f.Responsible = "", directing, directing }),
		is("TO_CHECK, about the director, at the supervisor (A3)", review(ToCheck), func(f *Facts) { f.About, f.Holder, f.Responsible = directing, supervisor, supervisor }),
		is("TO_CHECK, fell to whom it is about (A3)", review(ToCheck), func(f *Facts) { f.About = above }),
		is("TO_PUT_RIGHT", review(ToPutRight)),
		is("TO_ANSWER", review(ToAnswer)),
		is("TO_CALL_BACK", review(ToCallBack)),
	}
}

// What each kind of person may do to a case in each situation: what allowedActs serves.
func TestF4toT7_Golden_Allowed(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("# What may be done to a case, by situation: the acts, and below them who may do exactly these. All who work on cases\n")
	b.WriteString("# may report a breach of a service matter too (F9) and print its papers, the absent and the suspended included; that is\n# written only where it is all.\n")
	b.WriteString("# The asker is a leader who asked for the extension; the receiver is offered the case; the stand-in is the post's B.\n")
	seen := map[Status]bool{}
	for _, s := range situations() {
		seen[s.f.Status] = true
		now := well
		if s.late {
			now = s.f.DueAt
		}
		fmt.Fprintf(&b, "\n%s\n", s.name)
		answers := as(s.f.Responsible)
		var lines []string
		people := map[string][]string{}
		for _, p := range []struct {
			label string
			actor Actor
		}{
			{"first responder", clerk},
			{"handler", as(handling)},
			{"stand-in", as(backup)},
			{"receiver", as(receiving)},
			{"superior", superiorA},
			{"leader", leaderA},
			{"asker", as(asking, duty.Leader)},
			{"director", directorA},
			{"supervisor", overseer},
			{"administrator", keeperA},
			{"stranger", strangerA},
			{"responsible if away", answers.in(duty.Away)},
			{"responsible if suspended", answers.in(duty.Suspended)},
			{"responsible if gone", answers.in(duty.Left)},
		} {
			var words, common []string
			for _, act := range Allowed(s.f, p.actor, now) {
				if act == ActReportBreach || act == ActPrint {
					common = append(common, string(act))
				} else {
					words = append(words, string(act))
				}
			}
			switch {
			case words == nil && common == nil:
				words = []string{"(nothing)"}
			case words == nil:
				words = []string{"(only " + strings.Join(common, " ") + ")"}
			case len(common) == 1:
				t.Errorf("%s, %s: of what all may do only %v", s.name, p.label, common)
			}
			line := strings.Join(words, " ")
			if !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
			people[line] = append(people[line], p.label)
		}
		slices.SortStableFunc(lines, func(a, b string) int { return strings.Count(a, "(") - strings.Count(b, "(") })
		for _, line := range lines {
			fmt.Fprintf(&b, "  %s\n      %s\n", line, strings.Join(people[line], ", "))
		}
	}
	for _, s := range statuss {
		if !seen[s] {
			t.Errorf("no situation with status %s", s)
		}
	}
	golden(t, "allowed.golden", b.Bytes())
}
