package service

import (
	"slices"
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

// texts checks several texts in turn: err is the first refusal, which an act answers with; faults are all of them, as a
// table lists them. A text that is refused is "".
type texts struct {
	err    error
	faults faults
}

// faults are refusals of one input, in the order in which they were found.
type faults []*office.Refusal

// first is the one that an act answers with, nil for none.
func (f faults) first() error {
	if len(f) == 0 {
		return nil
	}
	return f[0]
}

// of tells whether a field is refused already.
func (f faults) of(field string) bool {
	return slices.ContainsFunc(f, func(r *office.Refusal) bool { return r.Field == field })
}

// refuse notes a refusal, unless its field has one.
func (t *texts) refuse(r *office.Refusal) {
	if t.faults.of(r.Field) {
		return
	}
	t.faults = append(t.faults, r)
	if t.err == nil {
		t.err = r
	}
}

// take notes what another check said, nil or a refusal.
func (t *texts) take(err error) {
	if r, ok := err.(*office.Refusal); ok {
		t.refuse(r)
	}
}

func (t *texts) need(field, clause, s string, max int, code office.Code) string {
	s, err := text(field, s, max, code)
	if r, ok := err.(*office.Refusal); ok && r.Code == code {
		err = office.Refuse(code, clause, field)
	}
	t.take(err)
	return s
}

func (t *texts) may(field, s string, max int) string {
	s, err := text(field, s, max, "")
	t.take(err)
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
