package service

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"xinxing/internal/office"
	"xinxing/internal/office/person"
)

// The bounds of what people write, in characters.
const (
	shortText = 200
	longText  = 4000
)

// text trims what somebody wrote and refuses it where it is longer than max characters or holds control characters
// other than line breaks and tabs. Where need is not "", an empty text is refused with that code.
func text(field, s string, max int, need office.Code) (string, error) {
	if !utf8.ValidString(s) {
		return "", office.Refuse(office.BadString, "", field)
	}
	for _, r := range s {
		if unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' {
			return "", office.Refuse(office.BadString, "", field)
		}
	}
	s = strings.TrimSpace(s)
	if n := utf8.RuneCountInString(s); n > max {
		return "", office.Refuse(office.TooLong, "", field).With("max", max).With("length", n)
	}
	if s == "" && need != "" {
		return "", office.Refuse(need, "", field)
	}
	return s, nil
}

// texts checks several texts in turn and stops at the first refusal.
type texts struct{ err error }

func (t *texts) need(field, clause, s string, max int, code office.Code) string {
	if t.err != nil {
		return ""
	}
	s, err := text(field, s, max, code)
	if r, ok := err.(*office.Refusal); ok && r.Code == code {
		err = office.Refuse(code, clause, field)
	}
	t.err = err
	return s
}

func (t *texts) may(field, s string, max int) string {
	if t.err != nil {
		return ""
	}
	s, t.err = text(field, s, max, "")
	return s
}

// maskWay hides a way to reach somebody: a phone number as phone numbers are, anything else but its first character.
func maskWay(way string) string {
	if p, err := person.ParsePhone(way); err == nil {
		return p.Masked()
	}
	r, _ := utf8.DecodeRuneInString(way)
	return string(r) + "***"
}
