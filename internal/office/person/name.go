package person

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxName is the greatest length of a name in characters.
const MaxName = 50

// middleDot separates the parts of a transcribed name, as on the identity card.
const middleDot = '·'

// NormaliseName gives a person's name the one form in which it is kept: trimmed, full-width folded, spaces between
// Chinese characters dropped and between Latin words single, every look-alike dot between characters a middle dot ·.
// It accepts 1 to 50 Chinese characters (all extensions), dots and Latin letters with hyphen or apostrophe, and refuses
// digits, control and invisible characters and everything else.
func NormaliseName(s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", refuse("name", BadCharacter)
	}
	in := make([]rune, 0, len(s))
	for _, r := range strings.Trim(fold(s), " ") {
		switch {
		case unicode.Is(unicode.Variation_Selector, r):
			// The shape of a character is not part of the name.
		case isDot(r):
			in = append(in, middleDot)
		default:
			in = append(in, r)
		}
	}
	out := make([]rune, 0, len(in))
	for i, r := range in {
		prev, next := neighbour(out, len(out)-1), following(in, i)
		switch {
		case r == ' ':
			if isLatin(prev) && isLatin(next) {
				out = append(out, ' ')
			}
		case r == middleDot:
			if !(isHan(prev) || isLatin(prev)) || !(isHan(next) || isLatin(next)) {
				return "", refuse("name", BadDot)
			}
			out = append(out, r)
		case r == '-' || r == '\'' || r == '’':
			if !isLatin(prev) || !isLatin(neighbour(in, i+1)) {
				return "", refuse("name", BadCharacter)
			}
			if r == '’' {
				r = '\''
			}
			out = append(out, r)
		case isHan(r) || isLatin(r):
			out = append(out, r)
		default:
			return "", refuse("name", BadCharacter)
		}
	}
	if len(out) == 0 {
		return "", refuse("name", Empty)
	}
	if len(out) > MaxName {
		return "", refuse("name", BadLength)
	}
	return string(out), nil
}

// MaskName leaves a name's first character: who it may be, not who it is nor how long it is. "" for none.
func MaskName(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(r) + "**"
}

// neighbour is the character at i, or 0 outside.
func neighbour(rs []rune, i int) rune {
	if i < 0 || i >= len(rs) {
		return 0
	}
	return rs[i]
}

// following is the next character after i that is not a space.
func following(rs []rune, i int) rune {
	for i++; i < len(rs); i++ {
		if rs[i] != ' ' {
			return rs[i]
		}
	}
	return 0
}

func isDot(r rune) bool { return strings.ContainsRune("·・•‧∙⋅･．.●", r) }

// isHan includes planes 2 and 3 as wholes, because new extensions reach identity cards before they reach the tables
// of the standard library. Radicals are parts of characters, not characters.
func isHan(r rune) bool {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF, r >= 0x3400 && r <= 0x4DBF, r >= 0xF900 && r <= 0xFAFF:
		return true
	case r >= 0x20000 && r <= 0x3FFFD:
		return true
	}
	return r == '〇' || r == '々'
}

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) && unicode.IsLetter(r) }
