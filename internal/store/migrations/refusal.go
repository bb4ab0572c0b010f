package migrations

import "strings"

// Refusal is the word by which the database's own guards say why they refused a statement.
type Refusal string

// The refusals of the guards. Their messages begin with "xinxing: " and the word.
const (
	// AppendOnly: an entry of a journal, or a remembered act, would have been changed or removed.
	AppendOnly Refusal = "append-only"
	// Fixed: a column that is told once would have been changed (F1, T4), or a clock that has ended would have run again.
	Fixed Refusal = "fixed"
	// Kept: a record that is never removed would have been removed.
	Kept Refusal = "kept"
	// Apart: two absences would have claimed one post at one time (B6).
	Apart Refusal = "apart"
)

// Refused reports whether err is the refusal of one of the database's guards, and which.
func Refused(err error) (Refusal, bool) {
	if err == nil {
		return "", false
	}
	_, text, found := strings.Cut(err.Error(), "xinxing: ")
	if !found {
		return "", false
	}
	for _, r := range []Refusal{AppendOnly, Fixed, Kept, Apart} {
		if strings.HasPrefix(text, string(r)+":") {
			return r, true
		}
	}
	return "", false
}
