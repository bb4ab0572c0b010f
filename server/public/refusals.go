package public

import (
	"errors"

	"xinxing/internal/office"
)

// refusal tells whether an error is a rule's no, which is shown; anything else is ours and is not.
func refusal(err error) (*office.Refusal, bool) {
	r, ok := errors.AsType[*office.Refusal](err)
	return r, ok && r.Code != office.Internal
}

// wrong is a refusal beside a form: the field that it is about, "" for the whole, and a sentence.
type wrong struct {
	Field, Text string
	status      int
}

func wrongOf(lang string, r *office.Refusal) *wrong {
	return &wrong{r.Field, phrase(lang, r), statusOf(r)}
}

// At tells whether it is about a field; none is wrong on a form that was not refused.
func (w *wrong) At(field string) bool { return w != nil && w.Field == field }

// fact reads a number of a refusal.
func fact(r *office.Refusal, name string) int {
	switch n := r.Facts[name].(type) {
	case int:
		return n
	case int64:
		return int(n)
	case float64:
		return int(n)
	}
	return 0
}

// phrase says a refusal in the reader's language.
func phrase(lang string, r *office.Refusal) string {
	if key := "refusal." + r.Clause + "." + string(r.Code); r.Clause != "" && r.Code != office.BadInput && known(key) {
		return word(lang, key)
	}
	switch r.Code {
	case office.TooMany:
		if wait := fact(r, "retryAfter"); wait > 0 {
			return word(lang, "refusal.TOO_MANY.minutes", (wait+59)/60)
		}
		return word(lang, "refusal.TOO_MANY")
	case office.TooLong:
		return word(lang, "refusal.TOO_LONG", fact(r, "max"), fact(r, "length"))
	case office.BadInput, office.NeedsReason:
		if key := "refusal.field." + r.Field; known(key) {
			return word(lang, key)
		}
		return word(lang, "refusal.BAD_INPUT")
	}
	if key := "refusal." + string(r.Code); known(key) {
		return word(lang, key)
	}
	return word(lang, "refusal.other")
}
