// Command bench loads a million cases into PostgreSQL and two hundred thousand into SQLite and tells what the program
// does with them: requests a second, delays, memory, beside a hand-written handler of the same answers in the same run.
//
//	make bench
//	make bench ARGS="-cases-pg 20000 -cases-sqlite 20000 -seconds 2"
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"xinxing/internal/store/pgcluster"
)

type settings struct {
	casesPG, casesSQLite int
	seconds              int
	conns                int
	only                 string
	history              int
	subscribers          int
	acts                 int
	write                bool
	keep                 bool
	program              string
}

const results = "bench/RESULTS.md"

// The bounds of a load.
const (
	fewest = 1000
	most   = 10_000_000
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "reference" {
		if err := serveReference(os.Args[2:]); err != nil {
			fmt.Fprintln(os.Stderr, "reference:", err)
			os.Exit(1)
		}
		return
	}
	var s settings
	flag.IntVar(&s.casesPG, "cases-pg", 1_000_000, "cases loaded into PostgreSQL, at least 1000; 0 leaves it out")
	flag.IntVar(&s.casesSQLite, "cases-sqlite", 200_000, "cases loaded into SQLite, at least 1000; 0 leaves it out")
	flag.IntVar(&s.seconds, "seconds", 8, "seconds for each scenario and server")
	flag.IntVar(&s.conns, "conns", 8, "connections that ask at once")
	flag.StringVar(&s.only, "only", "", "scenarios, with commas between: page, list, case, journal, open, fanout, growth, reports; all where empty")
	flag.IntVar(&s.history, "history", 25, "of a hundred closed cases, how many carry their journal, promise and alarms")
	flag.IntVar(&s.subscribers, "subscribers", 2000, "subscribers of the fan-out")
	flag.IntVar(&s.acts, "acts", 30, "acts of the fan-out")
	flag.BoolVar(&s.write, "write", false, "write the tables to "+results+" too")
	flag.BoolVar(&s.keep, "keep", false, "leave the databases, and print where they are")
	flag.StringVar(&s.program, "program", "", "the built program to measure; where empty it is built from ./server")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	ctx, cancel := context.WithTimeoutCause(ctx, 2*time.Hour, errors.New("the benchmark took more than two hours"))
	defer cancel()
	go orphaned(ctx, cancel)
	if err := run(ctx, s); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// orphaned ends the run when whoever started it is gone: `go run` passes no signal on.
func orphaned(ctx context.Context, cancel func()) {
	parent := os.Getppid()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			if os.Getppid() != parent {
				cancel()
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

func (s settings) wants(name string) bool {
	if s.only == "" {
		return true
	}
	for w := range strings.SplitSeq(s.only, ",") {
		if strings.TrimSpace(w) == name {
			return true
		}
	}
	return false
}

func run(ctx context.Context, s settings) (err error) {
	if s.seconds < 1 || s.conns < 1 || s.subscribers < 1 || s.acts < 1 || s.history < 1 || s.history > 100 {
		return errors.New("-seconds, -conns, -subscribers, -acts and -history start at 1")
	}
	for _, n := range []int{s.casesPG, s.casesSQLite} {
		if n != 0 && (n < fewest || n > most) {
			return fmt.Errorf("-cases-pg and -cases-sqlite take 0, or %d to %d", fewest, most)
		}
	}
	dir, err := os.MkdirTemp("", "xinxing-bench-")
	if err != nil {
		return err
	}
	if s.keep {
		fmt.Fprintln(os.Stderr, "kept:", dir)
	} else {
		defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	}
	// What is measured is on a disk, as an office has it.
	if os.Getenv(pgcluster.FolderEnv) == "" {
		if err := os.Setenv(pgcluster.FolderEnv, os.TempDir()); err != nil {
			return err
		}
	}
	if s.casesPG > 0 && !s.keep {
		// The databases of all parts are in one cluster, which ends with the last.
		defer func() {
			if cluster, started := pgcluster.Shared(); started == nil {
				err = errors.Join(err, cluster.Stop())
			}
		}()
	}
	var text strings.Builder
	out := io.MultiWriter(os.Stdout, &text)
	binary := s.program
	if binary == "" {
		if binary, err = buildProgram(ctx, dir); err != nil {
			return err
		}
	}
	_, _ = fmt.Fprintf(out, "Machine: %s. %d connections, %d s for each scenario and server.\n", machine(), s.conns, s.seconds)
	for _, b := range []*bench{
		{settings: s, name: "PostgreSQL", cases: s.casesPG, make: makePostgres},
		{settings: s, name: "SQLite", cases: s.casesSQLite, make: makeSQLite},
	} {
		if b.cases == 0 {
			continue
		}
		b.dir, b.binary, b.out, b.residents = dir, binary, out, residentsLoaded
		for _, part := range []struct {
			wanted bool
			run    func(context.Context) error
		}{{s.only != "reports", b.run}, {s.wants("reports"), b.reports}} {
			if !part.wanted {
				continue
			}
			if err := part.run(ctx); err != nil {
				return fmt.Errorf("%s: %w", b.name, err)
			}
		}
	}
	if s.write {
		head := "# The desk on a full database\n\nWritten by `make bench ARGS=-write`. Ratios beside the reference of the same run say more than the figures " +
			"of one machine.\n\n"
		return os.WriteFile(results, []byte(head+text.String()), 0o644)
	}
	return nil
}

func buildProgram(ctx context.Context, dir string) (string, error) {
	say("building the program")
	binary := filepath.Join(dir, "xinxing")
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-o", binary, "./server")
	build.Env, build.Stderr = append(os.Environ(), "CGO_ENABLED=0"), os.Stderr
	if err := build.Run(); err != nil {
		return "", fmt.Errorf("build the program (run it from the repository's root): %w", err)
	}
	return binary, nil
}

func say(format string, a ...any) {
	fmt.Fprintf(os.Stderr, "%s  "+format+"\n", append([]any{time.Now().Format(time.TimeOnly)}, a...)...)
}
