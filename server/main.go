// Command xinxing is the software of a community office: one binary that serves the desk, keeps its database up to
// date, and proves that no case was dropped.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // an office's time zone must be known on any machine

	"github.com/alecthomas/kong"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "xinxing:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	var cli commandLine
	parser, err := kong.New(&cli, options()...)
	if err != nil {
		return err
	}
	command, err := parser.Parse(args)
	if err != nil {
		return err
	}
	command.BindTo(ctx, (*context.Context)(nil))
	command.Bind(&cli.Config)
	return command.Run()
}
