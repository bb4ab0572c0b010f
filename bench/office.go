package main

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"xinxing/ent/resident"
	"xinxing/internal/demo"
	"xinxing/internal/demo/data"
	"xinxing/internal/seal"
	"xinxing/internal/service"
	"xinxing/internal/store"
)

// now is the instant at which every run stands: a Tuesday morning in office hours, with the calendar known on both sides.
var now = time.Date(2026, time.March, 3, 2, 30, 0, 0, time.UTC)

// residentsLoaded come beside those of the demo.
const residentsLoaded = 20000

// openDesk opens a desk on the database, with its clock at now.
func openDesk(ctx context.Context, address, masterKey string, opts store.Options) (*service.Desk, error) {
	k, err := seal.ParseKey(masterKey)
	if err != nil {
		return nil, err
	}
	box, err := seal.New(k)
	if err != nil {
		return nil, err
	}
	s, err := store.Open(ctx, address, opts)
	if err != nil {
		return nil, err
	}
	d := service.New(s, service.NewRehearsalClock(now, service.WallClock{}), box, slog.New(slog.DiscardHandler))
	if err := d.ShipNotices(ctx); err != nil {
		_ = s.Close()
		return nil, err
	}
	return d, nil
}

// found makes the demo community in an empty database, with so many residents more, and gives its key.
func found(ctx context.Context, d *service.Desk, residents int) (string, error) {
	if err := demo.Fill(ctx, d, now, true); err != nil {
		return "", err
	}
	// What is loaded counts what the program would have counted: it has nothing to reckon when it starts.
	if err := d.KeepFigures(ctx); err != nil {
		return "", err
	}
	ctx = store.With(ctx, store.System())
	community, err := d.OnlyCommunity(ctx)
	if err != nil {
		return "", err
	}
	// The estates hold so many people at a time; ID numbers are left out, since they would come twice.
	const atOnce = 2000
	for seed := uint64(1000); residents > 0; seed++ {
		var files []service.NewResident
		n := min(residents, atOnce)
		residents -= n
		for _, p := range data.Residents(n, seed) {
			files = append(files, service.NewResident{Name: p.Name, Phone: p.Phone, Address: p.Address, Tags: p.Tags, CreatedAt: now.AddDate(-1, 0, 0)})
		}
		if err := d.ImportResidents(ctx, community, files); err != nil {
			return "", fmt.Errorf("residents: %w", err)
		}
	}
	return community, nil
}

// peopleOf gives the keys of the residents, in order.
func peopleOf(ctx context.Context, d *service.Desk, community string) ([]string, error) {
	ids, err := d.Store.Read().Resident.Query().Where(resident.CommunityID(community)).IDs(store.With(ctx, store.System()))
	slices.Sort(ids)
	return ids, err
}

// clerk is a sign-in name of somebody who works on cases and is on duty.
func clerk(ctx context.Context, d *service.Desk) (string, error) {
	logins, err := demo.Logins(ctx, d)
	if err != nil {
		return "", err
	}
	for _, l := range logins {
		if l.Role == string(data.Clerk) {
			return l.Login, nil
		}
	}
	return "", fmt.Errorf("the demo has no clerk on duty")
}
