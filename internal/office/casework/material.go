package casework

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Material is one line of an item's versioned list of what a resident brings (Q3).
type Material struct {
	Name   string       `json:"name"`
	Copies int          `json:"copies"`
	Form   MaterialForm `json:"form"`
	// IssuedBy, Why and Sample tell who issues it, what it is needed for, and how a good one looks; "" where there is
	// nothing to say.
	IssuedBy string `json:"issuedBy,omitempty"`
	Why      string `json:"why,omitempty"`
	Sample   string `json:"sample,omitempty"`
	// Required tells that every resident brings it; else only where its reason fits.
	Required bool `json:"required"`
}

// UnmarshalJSON also reads the bare name that items had before materials had columns.
func (m *Material) UnmarshalJSON(b []byte) error {
	var name string
	if json.Unmarshal(b, &name) == nil {
		*m = Material{Name: name, Copies: 1, Form: FormOriginal, Required: true}
		return nil
	}
	type plain Material
	return json.Unmarshal(b, (*plain)(m))
}

// Disclosure is what the office says of itself on the public board (Q5); each part is plain text.
type Disclosure struct {
	Organisation string `json:"organisation"`
	Duties       string `json:"duties"`
	Procedure    string `json:"procedure"`
	Supervision  string `json:"supervision"`
	Hours        string `json:"hours"`
	Address      string `json:"address"`
	Phone        string `json:"phone"`
}

// EarlierNotice is a one-time notice that the same resident got for the same version of an item (Q3).
type EarlierNotice struct {
	ID      string
	Missing []string
	// Same tells that it was given on this very case.
	Same bool
}

// Repeats tells whether a notice would be a second one (Q3), and of which: any further notice on the same case; on
// another case of the same resident and version of the item, one that names a paper which the first did not name. The
// first that it repeats counts; nil where it is the one notice.
func Repeats(earlier []EarlierNotice, missing []string) *EarlierNotice {
	for i, e := range earlier {
		if e.Same || slices.ContainsFunc(missing, func(m string) bool { return !slices.Contains(e.Missing, m) }) {
			return &earlier[i]
		}
	}
	return nil
}

// Without gives the names that are left of missing after some came in, and the first of received that was not
// missing, "" where all were.
func Without(missing, received []string) (left []string, unknown string) {
	for _, r := range received {
		if !slices.Contains(missing, r) {
			return nil, r
		}
	}
	left = []string{}
	for _, m := range missing {
		if !slices.Contains(received, m) {
			left = append(left, m)
		}
	}
	return left, ""
}

// Yuan writes an amount of fen as 12.50.
func Yuan(fen int) string { return fmt.Sprintf("%d.%02d", fen/100, fen%100) }

// Sizes are the sheets that a paper may be printed on, the usual one first: the slips of the window also on half a sheet.
func (k PaperKind) Sizes() []PaperSize {
	switch k {
	case PaperIntake, PaperMaterials, PaperGuidance:
		return []PaperSize{SizeA4, SizeA5}
	}
	return []PaperSize{SizeA4}
}
