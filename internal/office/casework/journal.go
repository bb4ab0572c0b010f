package casework

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"
)

// Entry is a journal entry as its hash covers it: of a case, or of another record of the office. Each carries the hash
// of the one before of the same case or record, so that a history that was rewritten, shortened in the middle or put in
// another order shows.
type Entry struct {
	CaseID      string         `json:"case"`
	RecordID    string         `json:"record,omitempty"`
	Number      int            `json:"number"`
	Kind        EventKind      `json:"kind"`
	At          time.Time      `json:"at"`
	Actor       string         `json:"actor"`
	Reason      string         `json:"reason"`
	Facts       map[string]any `json:"facts"`
	Audience    []string       `json:"audience"`
	Alarm       string         `json:"alarm"`
	Responsible string         `json:"responsible"`
	Holder      string         `json:"holder"`
	Status      Status         `json:"status"`
	DueAt       time.Time      `json:"dueAt"`
	Previous    string         `json:"previous"`
}

// Hash is the SHA-256 of the entry, in hex. Times count in UTC microseconds, as both databases keep them; facts are
// JSON values with string keys.
func (e Entry) Hash() (string, error) {
	e.At, e.DueAt = e.At.UTC().Truncate(time.Microsecond), e.DueAt.UTC().Truncate(time.Microsecond)
	if e.Audience == nil {
		e.Audience = []string{}
	}
	if e.Facts == nil {
		e.Facts = map[string]any{}
	}
	b, err := json.Marshal(e)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]), nil
}
