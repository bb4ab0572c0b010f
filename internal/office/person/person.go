// Package person knows how a resident is named, numbered and reached: it reads the resident ID number, the
// telephone number and the name as a clerk types them, masks them for an answer, and derives the words by which
// a name is found.
package person

import (
	"errors"
	"strings"

	"xinxing/internal/office"
)

// Reason says why a typed value is not accepted. The words for the reader are chosen where it is shown.
type Reason string

// The reasons of a refusal. None of them carries the value that was refused.
const (
	Empty         Reason = "empty"          // nothing was typed
	BadLength     Reason = "length"         // too short or too long
	BadCharacter  Reason = "character"      // a character that has no place here
	BadRegion     Reason = "region"         // no administrative region begins so
	BadBirthDate  Reason = "birth_date"     // no such day in the calendar
	BadCheckDigit Reason = "check_digit"    // the last character does not follow from the others
	BadDot        Reason = "dot"            // a middle dot at an end, doubled, or where none belongs
	ForeignNumber Reason = "foreign_number" // a telephone number outside mainland China
	NotANumber    Reason = "not_a_number"   // no telephone number looks so
)

// refuse makes the error of every Parse and Normalise function here: an *office.Refusal with code BAD_INPUT, the field
// ("idNumber", "phone" or "name") and the fact "reason". It never repeats what was typed, so it may be logged.
func refuse(field string, reason Reason) error {
	return office.Refuse(office.BadInput, "", field).With("reason", string(reason))
}

// ReasonOf gives the reason of a refusal made here, and nothing for any other error.
func ReasonOf(err error) Reason {
	var r *office.Refusal
	if !errors.As(err, &r) || r.Code != office.BadInput {
		return ""
	}
	reason, _ := r.Facts["reason"].(string)
	return Reason(reason)
}

// foldRune turns full-width ASCII, the spaces and the dashes that an input method produces into plain ASCII.
func foldRune(r rune) rune {
	switch {
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFEE0
	case r == 0x3000 || r == 0x00A0 || r == 0x202F || r == 0x205F || (r >= 0x2000 && r <= 0x200A) || r == '\t':
		return ' '
	case (r >= 0x2010 && r <= 0x2015) || r == 0x2212 || r == 0xFE63:
		return '-'
	}
	return r
}

func fold(s string) string { return strings.Map(foldRune, s) }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func allDigits(s string) bool {
	for _, r := range s {
		if !isDigit(r) {
			return false
		}
	}
	return s != ""
}

func stars(n int) string { return strings.Repeat("*", n) }
