package reporting

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"xinxing/internal/office/employment"
	"xinxing/internal/office/workday"
)

// What a table tells: a number where it is told, a dash where it is not.
func TestR_SmallGroupsAreSuppressed(t *testing.T) {
	for name, c := range map[string]struct {
		cells [][]int
		want  string
	}{
		"all large":                                  {[][]int{{9, 7, 6}}, "[[9 7 6]]"},
		"nobody":                                     {[][]int{{0, 0, 0}}, "[[- - -]]"},
		"all of one group":                           {[][]int{{9, 0, 0}}, "[[9 - -]]"},
		"one small: the smallest goes with it":       {[][]int{{9, 7, 3}}, "[[9 - -]]"},
		"four are few, five are not":                 {[][]int{{9, 5, 4}}, "[[9 - -]]"},
		"two small ones cover each other":            {[][]int{{9, 2, 4}}, "[[9 - -]]"},
		"small ones that are too few together":       {[][]int{{9, 8, 1, 2}}, "[[9 - - -]]"},
		"two of four would be known to be four each": {[][]int{{9, 4, 4}}, "[[- - -]]"},
		"those as small go with the smallest":        {[][]int{{9, 6, 6, 3}}, "[[9 - - -]]"},
		"two groups only":                            {[][]int{{9, 3}}, "[[- -]]"},
		"figures that differ by one in each group":   {[][]int{{20, 15, 9}, {19, 15, 9}}, "[[20 15 9] [- - -]]"},
		"by one in a group beside one that is none":  {[][]int{{20, 15, 0}, {19, 15, 0}}, "[[20 15 -] [- - -]]"},
		"figures that differ by five":                {[][]int{{20, 15, 9}, {15, 10, 9}}, "[[20 15 9] [15 10 9]]"},
		"two groups together differ by two":          {[][]int{{20, 15, 9}, {12, 21, 9}}, "[[20 15 9] [- 21 -]]"},
	} {
		if got := told(c.cells, Suppress(c.cells)); got != c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// Of situations a person may have several: each is told from all others.
func TestR_SmallSituationsAreSuppressed(t *testing.T) {
	for name, c := range map[string]struct {
		totals []int
		cells  [][]int
		want   string
	}{
		"large, and so are the others":           {[]int{40}, [][]int{{20, 12, 6}}, "[[20 12 6]]"},
		"all have it":                            {[]int{20}, [][]int{{20, 0}}, "[[20 -]]"},
		"all but three have it":                  {[]int{20}, [][]int{{17, 9}}, "[[- 9]]"},
		"few have it":                            {[]int{20}, [][]int{{4, 9}}, "[[- 9]]"},
		"one might lie in the other but for two": {[]int{40}, [][]int{{12, 10}}, "[[12 -]]"},
		"alike":                                  {[]int{40}, [][]int{{12, 12}}, "[[12 12]]"},
		"all but two have one of them":           {[]int{22}, [][]int{{8, 12}}, "[[- 12]]"},
		"figures that differ by one":             {[]int{40, 40}, [][]int{{12}, {11}}, "[[12] [-]]"},
	} {
		if got := told(c.cells, SuppressTraits(c.totals, c.cells)); got != c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func told(cells [][]int, shown [][]bool) string {
	var out [][]string
	for f, row := range cells {
		words := make([]string, len(row))
		for g, n := range row {
			words[g] = "-"
			if shown[f][g] {
				words[g] = fmt.Sprint(n)
			}
		}
		out = append(out, words)
	}
	return fmt.Sprint(out)
}

// population is people, each of a group and counted by some figures, most of which count among those that an earlier one counts.
type population struct {
	group   []int
	figures [][]bool
}

func draw(t *rapid.T, groups, figures int) population {
	var p population
	weights := rapid.SliceOfN(rapid.IntRange(0, 12), groups, groups).Draw(t, "weights")
	nested := rapid.Bool().Draw(t, "nested")
	rare := rapid.IntRange(1, 12).Draw(t, "rare")
	for g, n := range weights {
		for range n {
			in := make([]bool, figures)
			for f := range in {
				in[f] = rapid.IntRange(0, rare).Draw(t, "counts") > 0
				if nested && f > 0 {
					in[f] = in[f] && in[f-1]
				}
			}
			p.group, p.figures = append(p.group, g), append(p.figures, in)
		}
	}
	return p
}

func (p population) count(f int, in func(group int) bool) (n int) {
	for i, g := range p.group {
		if p.figures[i][f] && in(g) {
			n++
		}
	}
	return n
}

// An attacker who has every cell that is told and every sum adds and subtracts them: of one figure, and of one from another that counts none but its own.
// No group of one to four people is ever what remains, unless it is all of a figure, which no attribute told.
func TestR_NobodyIsFoundBySubtraction(t *testing.T) {
	const figures = 4
	rapid.Check(t, func(t *rapid.T) {
		groups := rapid.IntRange(2, 6).Draw(t, "groups")
		p := draw(t, groups, figures)
		cells := make([][]int, figures)
		for f := range cells {
			cells[f] = make([]int, groups)
			for g := range cells[f] {
				cells[f][g] = p.count(f, func(x int) bool { return x == g })
			}
		}
		shown := Suppress(cells)
		// follows tells whether the number of a figure in some groups follows from what is told, and gives it: what is told of them, added, or all without
		// what is told of the others.
		follows := func(f, set int) (int, bool) {
			inside, outside, all := 0, 0, 0
			insideTold, outsideTold := true, true
			for g := range groups {
				all += cells[f][g]
				switch in := set>>g&1 == 1; {
				case in && shown[f][g]:
					inside += cells[f][g]
				case in:
					insideTold = false
				case shown[f][g]:
					outside += cells[f][g]
				default:
					outsideTold = false
				}
			}
			if insideTold {
				return inside, true
			}
			return all - outside, outsideTold
		}
		for f := range figures {
			for g := range groups {
				if shown[f][g] && cells[f][g] < Least {
					t.Fatalf("%d is told of %v", cells[f][g], cells)
				}
			}
			for set := 1; set < 1<<groups-1; set++ {
				n, ok := follows(f, set)
				if !ok {
					continue
				}
				if n > 0 && n < Least {
					t.Fatalf("%d people of groups %b of figure %d: %s of %v", n, set, f, told(cells, shown), cells)
				}
				for h := range figures {
					m, ok := follows(h, set)
					if !ok || h == f {
						continue
					}
					inside := true // whom h counts in the set, f counts
					for i, g := range p.group {
						inside = inside && (set>>g&1 == 0 || !p.figures[i][h] || p.figures[i][f])
					}
					if left := n - m; inside && left > 0 && left < Least {
						t.Fatalf("%d people of groups %b whom %d counts and %d does not: %s of %v", left, set, f, h, told(cells, shown), cells)
					}
				}
			}
		}
		// The order of groups tells nothing: the same table with its groups turned round is told the same.
		turned := make([][]int, figures)
		for f, row := range cells {
			for g := range row {
				turned[f] = append(turned[f], row[groups-1-g])
			}
		}
		for f, row := range Suppress(turned) {
			for g := range row {
				if row[g] != shown[f][groups-1-g] {
					t.Fatalf("%v: the order of groups decides", cells)
				}
			}
		}
	})
}

// The same where a person is in several groups: each told from all others, two of them from one another where one lies in the other or they meet nowhere.
func TestR_NobodyIsFoundBySituations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const figures = 3
		groups := rapid.IntRange(1, 5).Draw(t, "groups")
		p := draw(t, 1<<groups, figures) // the group of a person is the set of situations
		cells, totals := make([][]int, figures), make([]int, figures)
		has := func(g int) func(int) bool { return func(x int) bool { return x>>g&1 == 1 } }
		for f := range cells {
			cells[f] = make([]int, groups)
			totals[f] = p.count(f, func(int) bool { return true })
			for g := range groups {
				cells[f][g] = p.count(f, has(g))
			}
		}
		shown := SuppressTraits(totals, cells)
		small := func(what string, n int) {
			if n > 0 && n < Least {
				t.Fatalf("%s: %d of %s, %v of %v", what, n, told(cells, shown), cells, totals)
			}
		}
		for f := range figures {
			for g := range groups {
				if !shown[f][g] {
					continue
				}
				small("those who have it", cells[f][g])
				small("those who have it not", totals[f]-cells[f][g])
				for k := range groups {
					if !shown[f][k] || k == g {
						continue
					}
					within := p.count(f, func(x int) bool { return has(k)(x) && !has(g)(x) }) == 0
					apart := p.count(f, func(x int) bool { return has(k)(x) && has(g)(x) }) == 0
					if within {
						small("one without the other", cells[f][g]-cells[f][k])
					}
					if apart {
						small("neither", totals[f]-cells[f][g]-cells[f][k])
					}
				}
				for h := range figures {
					if !shown[h][g] || h == f {
						continue
					}
					for _, in := range []func(int) bool{has(g), func(x int) bool { return !has(g)(x) }} {
						inside := true
						for i, x := range p.group {
							inside = inside && (!in(x) || !p.figures[i][h] || p.figures[i][f])
						}
						if inside {
							small("whom one figure counts and another does not", p.count(f, in)-p.count(h, in))
						}
					}
				}
			}
		}
	})
}

// An attacker who knows the rule itself asks which tables would be told just so. No cell of one to four follows, but where all that there is are as many
// groups of the same few, whose sum alone tells of them.
func TestR_WhoKnowsTheRuleFindsNobody(t *testing.T) {
	const groups, most = 3, 14
	type answer struct {
		told  string
		total int
	}
	could := map[answer][groups]map[int]bool{}
	every := func(see func(cells []int)) {
		for i := range most * most * most {
			see([]int{i % most, i / most % most, i / most / most})
		}
	}
	ask := func(cells []int) answer {
		return answer{told([][]int{cells}, Suppress([][]int{cells})), sum(cells, 1<<groups-1)}
	}
	every(func(cells []int) {
		a := ask(cells)
		of := could[a]
		for g, n := range cells {
			if of[g] == nil {
				of[g] = map[int]bool{}
			}
			of[g][n] = true
		}
		could[a] = of
	})
	every(func(cells []int) {
		a := ask(cells)
		if a.total > most { // beyond what was gone through there are more tables
			return
		}
		for g, n := range cells {
			if few(n) && len(could[a][g]) == 1 && (cells[0] != cells[1] || cells[1] != cells[2]) {
				t.Errorf("%v is told as %v: %d follows", cells, a, n)
			}
		}
	})
}

// A resident is in one group of each attribute, in any number of situations, and in none that is not on the list.
func TestR_EachResidentIsInOneGroup(t *testing.T) {
	day := func(y, m, d int) workday.Date {
		return workday.Date{Year: y, Month: 1, Day: 1}.AddMonths(m - 1).AddDays(d - 1)
	}
	on := day(2026, 2, 28)
	for _, c := range []struct {
		facts ResidentFacts
		by    ResidentAttribute
		want  string
	}{
		{ResidentFacts{Sex: "FEMALE"}, BySex, "[FEMALE]"},
		{ResidentFacts{}, BySex, "[UNKNOWN]"},
		{ResidentFacts{Sex: "X"}, BySex, "[UNKNOWN]"},
		{ResidentFacts{}, ByAgeBand, "[UNKNOWN]"},
		{ResidentFacts{Born: day(2026, 3, 1)}, ByAgeBand, "[UNKNOWN]"},
		{ResidentFacts{Born: day(2008, 3, 1)}, ByAgeBand, "[UNDER_18]"},
		{ResidentFacts{Born: day(2008, 2, 28)}, ByAgeBand, "[FROM_18_TO_34]"},
		{ResidentFacts{Born: day(1981, 3, 1)}, ByAgeBand, "[FROM_35_TO_44]"},
		{ResidentFacts{Born: day(1966, 3, 1)}, ByAgeBand, "[FROM_45_TO_59]"},
		{ResidentFacts{Born: day(1966, 2, 28)}, ByAgeBand, "[FROM_60]"},
		{ResidentFacts{Situations: []employment.Situation{employment.Aged, employment.Aged, employment.Veteran, "X"}}, BySituation, "[AGED VETERAN]"},
		{ResidentFacts{}, BySituation, "[]"},
		{ResidentFacts{Residence: employment.ResidenceLocal}, ByResidence, "[LOCAL]"},
		{ResidentFacts{}, ByResidence, "[UNKNOWN]"},
	} {
		if got := fmt.Sprint(c.facts.In(c.by, on)); got != c.want {
			t.Errorf("%+v by %s: %s", c.facts, c.by, got)
		}
	}
}

// What is told of a month holds sums, and of groups nothing that is suppressed, not even as a zero.
func TestR_WhatIsSuppressedIsNotThere(t *testing.T) {
	var residents []CountedResident
	add := func(n int, sex string, figures ...ResidentFigure) {
		for range n {
			residents = append(residents, CountedResident{ResidentFacts{Sex: sex}, figures})
		}
	}
	add(12, "FEMALE", FigureAdvised, FigureReferred)
	add(6, "FEMALE", FigureAdvised)
	add(7, "MALE", FigureAdvised)
	add(1, "MALE", FigurePlaced)
	got := Tell(BySex, workday.Date{Year: 2026, Month: 2, Day: 28}, residents)
	want := "map[FEMALE:map[ADVISED:18 REFERRED:12] MALE:map[ADVISED:7]]"
	if fmt.Sprint(got.Groups) != want {
		t.Errorf("%v", got.Groups)
	}
	if got.Totals[FigureAdvised] != 25 || got.Totals[FigurePlaced] != 1 || got.Totals[FigureKept6] != 0 || len(got.Totals) != 8 {
		t.Errorf("%v", got.Totals)
	}
}

// Every figure of residents has one definition, in both languages, with a clause.
func TestR_EveryFigureOfResidentsIsDefinedOnce(t *testing.T) {
	for _, f := range residentFigures {
		d, ok := DefineResident(f)
		if !ok || d.Clause == "" || d.Unit == "" || d.Name[0] == "" || d.Name[1] == "" || d.Says[0] == "" || d.Says[1] == "" {
			t.Errorf("%s: %+v", f, d)
		}
		if d.People && d.Unit != UnitNumber {
			t.Errorf("%s counts people in %s", f, d.Unit)
		}
	}
	if len(residentDefinitions) != len(residentFigures) {
		t.Errorf("%d definitions of %d figures", len(residentDefinitions), len(residentFigures))
	}
}
