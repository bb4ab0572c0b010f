package main

import (
	"context"
	"fmt"

	"xinxing/ent/community"
	"xinxing/internal/store"
)

type reportsCommand struct {
	Rebuild rebuildCommand `cmd:"" help:"Bring what is counted to what the journals say: adds what is missing, takes back what is too much, changes nothing that stands. May run beside a server."`
}

type rebuildCommand struct{}

// Run reckons the figures of each community and tells how many cases and records counted otherwise.
func (rebuildCommand) Run(ctx context.Context, c *Config) error {
	d, err := c.open(ctx, nil, store.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = d.Store.Close() }()
	all, err := d.Store.Read().Community.Query().Order(community.ByID()).All(store.With(ctx, store.System()))
	if err != nil {
		return err
	}
	for _, one := range all {
		n, err := d.RebuildFigures(ctx, one.ID)
		if err != nil {
			return err
		}
		fmt.Printf("%s\t%s\t%d mended\n", one.ID, one.Name, n)
	}
	return nil
}
