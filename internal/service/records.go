package service

import (
	"context"

	"xinxing/ent"
	"xinxing/internal/office"
)

// RecordRef names a record that is no case, as the actor saw it.
type RecordRef struct {
	ID               string
	Version          int
	ClientMutationID string
}

// kindOf is how records of one kind are found: field names the argument that holds the key.
type kindOf[T any] struct {
	field string
	get   func(ctx context.Context, c *ent.Client, id string) (T, error)
	of    func(T) (community string, version int)
}

// onRecord runs an act on one record at the version that the actor saw, and gives the record as it is afterwards. What the
// actor may not see is not found. do changes and saves the record as whoever acts; as the program it must have asked
// whether the actor may.
func onRecord[T any](ctx context.Context, d *Desk, k kindOf[T], name string, ref RecordRef, input any, do func(a *act, x T) error) (T, error) {
	var none T
	if _, err := d.Viewer(ctx); err != nil {
		return none, err
	}
	known, err := k.get(ctx, d.Store.Read(), ref.ID)
	if err != nil {
		return none, missing(err, k.field)
	}
	community, _ := k.of(known)
	done, err := perform(ctx, d, community, name, ref.ClientMutationID, input, func(a *act) (caseKey, error) {
		x, err := k.get(a, a.tx.Client, ref.ID)
		if err != nil {
			return caseKey{}, missing(err, k.field)
		}
		if _, version := k.of(x); version != ref.Version {
			return caseKey{}, office.Refuse(office.Conflict, "", "version").With("version", version)
		}
		return caseKey{ref.ID}, do(a, x)
	})
	if err != nil {
		return none, err
	}
	x, err := k.get(ctx, d.Store.Read(), done.ID)
	return x, missing(err, k.field)
}
