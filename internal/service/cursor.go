package service

import (
	"encoding/base64"
	"encoding/json"

	"xinxing/internal/office"
)

// writeCursor makes a cursor of a place that holds words of any kind.
func writeCursor(place any) (string, error) {
	raw, err := json.Marshal(place)
	return base64.RawURLEncoding.EncodeToString(raw), err
}

// readCursor reads a place back, which stays as it is where there is no cursor; BAD_INPUT where the cursor is none of these.
func readCursor(cursor string, place any) error {
	if cursor == "" {
		return nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		err = json.Unmarshal(raw, place)
	}
	if err != nil {
		return office.Refuse(office.BadInput, "R", "after")
	}
	return nil
}
