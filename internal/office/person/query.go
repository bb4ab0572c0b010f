package person

import "strings"

// Kind says how a term is to be looked for.
type Kind string

// The kinds of a query. NameQuery and PinyinQuery are prefixes in the term table, LastFourQuery is an exact term of the
// last four characters of a phone or ID number, the others are exact by their keyed hash.
const (
	NoQuery       Kind = ""
	NameQuery     Kind = "NAME"
	PinyinQuery   Kind = "PINYIN"
	LastFourQuery Kind = "LAST_FOUR"
	PhoneQuery    Kind = "PHONE"
	IDNumberQuery Kind = "ID_NUMBER"
)

// Query is one condition of a search.
type Query struct {
	Kind Kind
	Term string
}

// QueryTerm classifies what a clerk typed into a search box and gives the most selective condition of Queries; a query
// with nothing to look for has NoQuery.
func QueryTerm(input string) (term string, kind Kind) {
	qs := Queries(input)
	if len(qs) == 0 {
		return "", NoQuery
	}
	return qs[0].Term, qs[0].Kind
}

// Queries gives the conditions that must all hold for what a clerk typed, the most selective first: "王小" is a name,
// "wxm" and "wang xiaoming" are pinyin, "5678" the last four, a whole phone or ID number is exact (Term is then
// Phone.Digits or IDNumber.String), "wang小" and "王5678" are two conditions each.
func Queries(input string) []Query {
	if id, err := ParseIDNumber(input); err == nil {
		return []Query{{IDNumberQuery, id.String()}}
	}
	if p, err := ParsePhone(input); err == nil && len(p.Digits()) >= 10 {
		return []Query{{PhoneQuery, p.Digits()}}
	}
	rs := searchable(input)
	if lastFour(rs) {
		return []Query{{LastFourQuery, strings.ToUpper(string(rs))}}
	}
	var four, names, pinyins []Query
	var text []rune
	flush := func() {
		if len(text) > 0 {
			names = append(names, Query{NameQuery, cut(string(text))})
			text = nil
		}
	}
	for i := 0; i < len(rs); {
		j := i
		for j < len(rs) && class(rs[j]) == class(rs[i]) {
			j++
		}
		run := rs[i:j]
		switch {
		case class(run[0]) == 3 && !plainLetters(run):
			text = append(text, run...)
		case class(run[0]) == 3:
			flush()
			pinyins = append(pinyins, Query{PinyinQuery, cut(string(run))})
		case class(run[0]) == 2 && len(run) == 4 && j == len(rs):
			flush()
			four = append(four, Query{LastFourQuery, string(run)})
		default:
			text = append(text, run...)
		}
		i = j
	}
	flush()
	return append(append(four, names...), pinyins...)
}

// lastFour tells four digits, or three and the X of an ID number.
func lastFour(rs []rune) bool {
	return len(rs) == 4 && allDigits(string(rs[:3])) && (isDigit(rs[3]) || rs[3] == 'x')
}

func plainLetters(rs []rune) bool {
	for _, r := range rs {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return true
}
