// Command pgtest runs a command beside a private PostgreSQL server, whose address the command finds in
// XINXING_TEST_POSTGRES, and ends the server with the command. If the variable is set, no server is started.
//
//	go run ./internal/store/pgcluster/cmd/pgtest -- go test ./...
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"xinxing/internal/store/pgcluster"
)

func main() {
	args := os.Args[1:]
	if len(args) > 0 && args[0] == "--" {
		args = args[1:]
	}
	if len(args) == 0 {
		fmt.Fprintln(os.Stderr, "usage: pgtest -- COMMAND [ARGUMENT...]")
		os.Exit(2)
	}
	code, err := run(args)
	if err != nil {
		fmt.Fprintln(os.Stderr, "pgtest:", err)
	}
	os.Exit(code)
}

// run returns the command's exit code, or 1 with an error.
func run(args []string) (code int, err error) {
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)

	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if os.Getenv(pgcluster.Env) == "" {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		started := make(chan struct{})
		go func() {
			select {
			case s := <-signals:
				cancel()
				signals <- s
			case <-started:
			}
		}()
		cluster, err := pgcluster.Start(ctx)
		close(started)
		if err != nil {
			return 1, err
		}
		defer func() {
			if serr := cluster.Stop(); serr != nil {
				code, err = max(code, 1), errors.Join(err, serr)
			}
		}()
		cmd.Env = append(os.Environ(), pgcluster.Env+"="+cluster.URL("postgres"))
	}
	if err := cmd.Start(); err != nil {
		return 1, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		select {
		case s := <-signals:
			cmd.Process.Signal(s) // it may have ended already
		case err := <-ended:
			if exit, ok := errors.AsType[*exec.ExitError](err); ok {
				return max(exit.ExitCode(), 1), nil
			}
			if err != nil {
				return 1, err
			}
			return 0, nil
		}
	}
}
