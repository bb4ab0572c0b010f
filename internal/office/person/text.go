package person

import (
	"regexp"
	"strings"
)

// figures are groups of digits as people write numbers: close together, or with a space or hyphen between.
var figures = regexp.MustCompile(`[0-9０-９]+(?:[ -][0-9０-９]+)*[XxＸｘ]?`)

var (
	group   = regexp.MustCompile(`[^ -]+`)
	between = strings.NewReplacer(" ", "", "-", "")
)

// Lengths of what is looked for: the shorter is a mobile number.
const (
	mobileDigits = 11
	idDigits     = 18
)

// MaskNumbers masks the mobile and identity numbers that somebody wrote into a text, each as such numbers are masked
// elsewhere. Other numbers stay: days, amounts, numbers of papers, and the telephones of offices.
func MaskNumbers(text string) string {
	n := 0
	for _, r := range text {
		if isDigit(foldRune(r)) {
			n++
		}
	}
	if n < mobileDigits {
		return text
	}
	return figures.ReplaceAllStringFunc(text, maskFigures)
}

// maskFigures masks the numbers among groups of digits: of those side by side the most that are one.
func maskFigures(found string) string {
	groups := group.FindAllStringIndex(found, -1)
	var out strings.Builder
	written := 0
	for at := 0; at < len(groups); at++ {
		for end := len(groups) - 1; end >= at; end-- {
			from, to := groups[at][0], groups[end][1]
			if masked, ok := maskNumber(between.Replace(found[from:to])); ok {
				out.WriteString(found[written:from] + masked)
				written, at = to, end
				break
			}
		}
	}
	return out.String() + found[written:]
}

func maskNumber(digits string) (string, bool) {
	switch n := len([]rune(digits)); {
	case n == idDigits:
		if id, err := ParseIDNumber(digits); err == nil {
			return id.Masked(), true
		}
	case n == mobileDigits:
		if p, err := ParsePhone(digits); err == nil && p.Kind() == Mobile {
			return p.Masked(), true
		}
	}
	return "", false
}
