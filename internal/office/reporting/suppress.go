package reporting

import (
	"slices"

	"xinxing/internal/office/employment"
)

// Least is the smallest group of residents, told apart by an attribute of theirs, that a figure tells of (R).
const Least = employment.FewerThan

// few tells whether so many people could be known among others.
func few(n int) bool { return n > 0 && n < Least }

// Suppress tells which cells of a table may be told, by figure and group, where each person whom a figure counts is in exactly one group and the sum of
// each figure is known. cells are by figure and group. Whatever is told, no group of 1 to 4 people of a figure, nor of those by whom two figures differ,
// is found by taking sums from one another (R). A cell of fewer than Least is never told, none at all neither. At most 10 groups.
func Suppress(cells [][]int) [][]bool {
	shown := make([][]bool, len(cells))
	for f, row := range cells {
		shown[f] = make([]bool, len(row))
		for g, n := range row {
			shown[f][g] = n >= Least
		}
	}
	for {
		for f := range cells {
			cover(cells[f], shown[f])
		}
		if !separate(cells, shown) {
			return shown
		}
	}
}

// cover hides more of one figure until what is hidden is nobody or a group that tells of nobody: at least Least people, in cells that differ. Cells that
// are alike are each their share of what is left of the sum.
func cover(cells []int, shown []bool) {
	for {
		rest, hidden, alike, first := 0, 0, true, 0
		for g, n := range cells {
			if shown[g] {
				continue
			}
			if hidden == 0 {
				first = n
			}
			rest, hidden, alike = rest+n, hidden+1, alike && n == first
		}
		if !few(rest) && (rest == 0 || hidden == 1 || !alike) {
			return
		}
		if !hideSmallest(cells, shown, 1<<len(cells)-1) {
			return
		}
	}
}

// hideSmallest hides the smallest cell that is shown among those of a set, with all that are as small: which of them went first would tell them apart.
func hideSmallest(cells []int, shown []bool, set int) bool {
	least := -1
	for g, n := range cells {
		if shown[g] && set>>g&1 == 1 && (least < 0 || n < least) {
			least = n
		}
	}
	for g, n := range cells {
		if n == least && set>>g&1 == 1 {
			shown[g] = false
		}
	}
	return least >= 0
}

// separate hides more where two figures of the same groups differ by few people, who would be found if those of one are among those of the other. All
// that differ are looked at before anything is hidden, so that the order of groups decides nothing. It tells whether it hid anything.
func separate(cells [][]int, shown [][]bool) bool {
	if len(cells) == 0 {
		return false
	}
	groups := len(cells[0])
	all := 1<<groups - 1
	hidden := make([]int, len(cells))
	for f := range cells {
		for g := range groups {
			if !shown[f][g] {
				hidden[f] |= 1 << g
			}
		}
	}
	next := make([][]bool, len(cells))
	for f := range shown {
		next[f] = slices.Clone(shown[f])
	}
	found := false
	for set := 1; set < all; set++ {
		for f := range cells {
			for h := range f {
				// Known of a figure are the sets of groups that are shown, and those that have all that is hidden.
				if !known(set, hidden[f]) || !known(set, hidden[h]) {
					continue
				}
				nf, nh := sum(cells[f], set), sum(cells[h], set)
				if !few(max(nf, nh) - min(nf, nh)) {
					continue
				}
				// The figure that counts fewer people gives way, of two that count as many the later one, whatever the groups.
				smaller := f
				if sum(cells[h], all) < sum(cells[f], all) {
					smaller = h
				}
				among := set
				if set&hidden[smaller] != 0 {
					among = all &^ set // it is known by what is shown beside it
				}
				// Of the clone only: what is shown still decides which cell is the smallest.
				before := slices.Clone(shown[smaller])
				hideSmallest(cells[smaller], before, among)
				for g := range before {
					next[smaller][g] = next[smaller][g] && before[g]
				}
				found = true
			}
		}
	}
	for f := range shown {
		copy(shown[f], next[f])
	}
	return found
}

// known tells whether the sum over a set of groups follows from the cells that are shown and the sum of all.
func known(set, hidden int) bool { return set&hidden == 0 || set&hidden == hidden }

func sum(cells []int, set int) int {
	n := 0
	for g, x := range cells {
		if set>>g&1 == 1 {
			n += x
		}
	}
	return n
}

// SuppressTraits is Suppress where a person may be in several groups or none: each group is told from all others, and of two groups of a figure neither
// the difference nor what is in neither is few, as if one lay in the other or they met nowhere.
func SuppressTraits(totals []int, cells [][]int) [][]bool {
	shown := make([][]bool, len(cells))
	groups := 0
	for f := range cells {
		groups = len(cells[f])
		shown[f] = make([]bool, groups)
	}
	for g := range groups {
		split := make([][]int, len(cells))
		for f := range cells {
			split[f] = []int{cells[f][g], totals[f] - cells[f][g]}
		}
		for f, row := range Suppress(split) {
			shown[f][g] = row[0]
		}
	}
	for f, row := range cells {
		for again := true; again; {
			again = false
			next := slices.Clone(shown[f])
			for g := range row {
				for k := range g {
					if !shown[f][g] || !shown[f][k] || !few(max(row[g], row[k])-min(row[g], row[k])) && !few(totals[f]-row[g]-row[k]) {
						continue
					}
					again = true
					next[g] = next[g] && row[g] > row[k]
					next[k] = next[k] && row[k] > row[g]
				}
			}
			shown[f] = next
		}
	}
	return shown
}
