package person

import (
	"slices"
	"strings"
	"unicode"
)

// maxCombinations bounds how many readings of one suffix become terms; those that differ least from the usual
// reading come first, and differences near the beginning before those further on.
const maxCombinations = 16

// MaxTerm is the greatest length of a term in characters; longer ones are cut, and so is what is looked for.
const MaxTerm = 64

// token is one character of a name, or one run of Latin letters or of digits, with its readings.
type token struct {
	text     string
	readings []string
}

// Terms gives what the term table holds for a name, sorted and distinct: every suffix of the name, the pinyin of every
// suffix, its initials, and the first syllable with the initials of the rest (wangxm), all lower-case without tones, so that
// a query by prefix finds a given name, a surname and two-character names alike. The readings function returns, for each
// character of what it is given, its possible syllables with v for ü, the usual one first, and nothing for a character that
// has none; a surname's usual reading is preferred. Names of items are served too.
func Terms(name string, readings func(string) [][]string) []string {
	tokens := tokenise(name, readings)
	var terms []string
	for i := range tokens {
		rest := tokens[i:]
		text := ""
		for _, t := range rest {
			text += t.text
		}
		terms = append(terms, text)
		full, first := options(rest)
		terms = append(terms, combine(full)...)
		terms = append(terms, combine(first)...)
		if len(full) > 1 && len(full[0]) > 0 {
			// Of this mixed form only the first syllable varies.
			usual := ""
			for _, f := range first[1:] {
				usual += f[0]
			}
			terms = append(terms, combine([][]string{full[0], {usual}})...)
		}
	}
	for i, t := range terms {
		terms[i] = cut(t)
	}
	terms = distinct(terms)
	slices.Sort(terms)
	return terms
}

func cut(s string) string {
	if rs := []rune(s); len(rs) > MaxTerm {
		return string(rs[:MaxTerm])
	}
	return s
}

// tokenise folds a name as QueryTerm folds a query, and reads it.
func tokenise(name string, readings func(string) [][]string) []token {
	rs := searchable(name)
	syllables := readings(string(rs))
	if len(syllables) != len(rs) {
		// A dictionary that leaves out what it does not know loses the places; ask it one by one.
		syllables = make([][]string, len(rs))
		for i, r := range rs {
			if s := readings(string(r)); len(s) == 1 {
				syllables[i] = s[0]
			}
		}
	}
	syllables = PreferSurname(string(rs), syllables)
	var tokens []token
	for i, r := range rs {
		last := len(tokens) - 1
		switch {
		case isHan(r):
			tokens = append(tokens, token{string(r), spellings(syllables[i])})
		case i > 0 && class(rs[i-1]) == class(r) && last >= 0:
			tokens[last].text += string(r)
			tokens[last].readings = []string{tokens[last].text}
		default:
			tokens = append(tokens, token{string(r), []string{string(r)}})
		}
	}
	return tokens
}

// searchable keeps letters, digits and Chinese characters, folded to lower-case, with v for ü.
func searchable(s string) []rune {
	var out []rune
	for _, r := range fold(s) {
		r = unicode.ToLower(r)
		switch {
		case r == 'ü' || r == 'ǖ' || r == 'ǘ' || r == 'ǚ' || r == 'ǜ':
			out = append(out, 'v')
		case isHan(r) || isDigit(r) || isLatin(r):
			out = append(out, r)
		}
	}
	return out
}

func class(r rune) int {
	switch {
	case isHan(r):
		return 1
	case isDigit(r):
		return 2
	case isLatin(r):
		return 3
	}
	return 0
}

// spellings adds u for every v, because half of the keyboards are used so: lv and lu, nve and nue.
func spellings(syllables []string) []string {
	var out []string
	for _, s := range syllables {
		s = strings.ToLower(s)
		out = append(out, s)
		if strings.Contains(s, "v") {
			out = append(out, strings.ReplaceAll(s, "v", "u"))
		}
	}
	return distinct(out)
}

// options lists the syllables and the initials of each token that can be read at all.
func options(tokens []token) (full, first [][]string) {
	for _, t := range tokens {
		if len(t.readings) == 0 {
			continue
		}
		var initials []string
		for _, r := range t.readings {
			if isDigit(rune(r[0])) {
				initials = append(initials, r)
				continue
			}
			initials = append(initials, string([]rune(r)[:1]))
		}
		full, first = append(full, t.readings), append(first, distinct(initials))
	}
	return full, first
}

// combine concatenates one choice of each place: the first of all, then the choices that differ in one place from
// left to right, then in two, and so on up to the bound.
func combine(places [][]string) []string {
	if len(places) == 0 {
		return nil
	}
	choice := make([]int, len(places))
	var out []string
	emit := func() {
		var b strings.Builder
		for i, c := range choice {
			b.WriteString(places[i][c])
		}
		out = append(out, b.String())
	}
	var vary func(from, left int)
	vary = func(from, left int) {
		if left == 0 {
			emit()
			return
		}
		for i := from; i < len(places) && len(out) < maxCombinations; i++ {
			for c := 1; c < len(places[i]) && len(out) < maxCombinations; c++ {
				choice[i] = c
				vary(i+1, left-1)
			}
			choice[i] = 0
		}
	}
	for differing := 0; differing <= len(places) && len(out) < maxCombinations; differing++ {
		before := len(out)
		vary(0, differing)
		if len(out) == before {
			break
		}
	}
	return out
}
