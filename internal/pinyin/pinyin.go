// Package pinyin reads Chinese characters: the only place that knows the dictionary.
package pinyin

import (
	"strings"
	"unicode/utf8"

	gopinyin "github.com/mozillazg/go-pinyin"

	"xinxing/internal/office/person"
)

var heteronyms = gopinyin.Args{Style: gopinyin.Normal, Heteronym: true}

// Readings gives one entry for each character of s: its syllables, lower-case, without tones, v for ü, the usual one
// first; nil for a character that the dictionary does not know. It is the readings function of person.Terms.
func Readings(s string) [][]string {
	out := make([][]string, 0, utf8.RuneCountInString(s))
	for _, r := range s {
		var syllables []string
		for _, p := range gopinyin.SinglePinyin(r, heteronyms) {
			if p = plain(p); p != "" && !contains(syllables, p) {
				syllables = append(syllables, p)
			}
		}
		out = append(out, syllables)
	}
	return out
}

// Sorting gives the key by which a name or an item sorts among others: the usual reading of each character, a surname
// as a surname, with the character itself behind, so that equal sounds stay apart and stable; other characters
// stand lower-case for themselves. Keys compare bytewise.
func Sorting(s string) string {
	readings := person.PreferSurname(s, Readings(s))
	var key strings.Builder
	i := 0
	for _, r := range s {
		if len(readings[i]) > 0 {
			// The space sorts before every letter: a short syllable before a longer one that begins with it.
			key.WriteString(readings[i][0])
			key.WriteByte(' ')
			key.WriteRune(r)
			key.WriteByte(' ')
		} else {
			key.WriteString(strings.ToLower(string(r)))
		}
		i++
	}
	return strings.TrimRight(key.String(), " ")
}

// plain keeps the letters a to z and writes v for ü; the dictionary has a few syllables such as ê and m̀.
func plain(p string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return r
		case r == 'ü':
			return 'v'
		case r == 'ê' || r == 'ế' || r == 'ề' || r == 'ễ':
			return 'e'
		}
		return -1
	}, p)
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}
