package main

import (
	"context"
	"fmt"
	"time"

	"xinxing/internal/demo"
	"xinxing/internal/service"
	"xinxing/internal/store"
)

type demoCommand struct {
	IfMissing bool      `help:"Do nothing but print the logins where the demo is there already."`
	Clock     time.Time `help:"The instant at which the demo community stands; now where left out." placeholder:"INSTANT"`
	Small     bool      `help:"A tenth of the cases and residents."`
}

// Run fills an empty database with the demo community and prints a login for each role.
func (m demoCommand) Run(ctx context.Context, c *Config) error {
	d, err := c.open(ctx, nil, store.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = d.Store.Close() }()
	is, err := demo.Is(ctx, d)
	if err != nil {
		return err
	}
	if !is || !m.IfMissing {
		now := m.Clock
		if now.IsZero() {
			now = d.Clock.Now()
		}
		if err := fill(ctx, d, now, m.Small); err != nil {
			return err
		}
	}
	return printLogins(ctx, d)
}

func fill(ctx context.Context, d *service.Desk, now time.Time, small bool) error {
	fmt.Println("Filling the demo community with a year of cases; this takes a minute or so …")
	return demo.Fill(ctx, d, now, small)
}

func printLogins(ctx context.Context, d *service.Desk) error {
	logins, err := demo.Logins(ctx, d)
	if err != nil {
		return err
	}
	fmt.Printf("\nDemo logins, all with the password %s\n\n", demo.Password)
	for _, l := range logins {
		fmt.Printf("  %-14s %-16s %s\n", l.Role, l.Login, l.Name)
	}
	fmt.Println()
	return nil
}
