// Package pgcluster runs a private PostgreSQL server in a temporary folder, for tests and for tools on
// this machine. The server ends, and its folder goes, with the process that started it, however that ends.
package pgcluster

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/lib/pq"
)

// Env names the variable with the address of a server that is used in place of a private one.
const Env = "XINXING_TEST_POSTGRES"

// FolderEnv names the variable with the folder in which a private server keeps its files; what is measured belongs on a disk.
const FolderEnv = "XINXING_TEST_POSTGRES_FOLDER"

// Cluster is a PostgreSQL server whose user may create databases.
type Cluster struct {
	base  *url.URL
	dir   string
	guard *exec.Cmd
	alive io.Closer
	done  chan struct{}
	stop  sync.Once
	err   error

	mu    sync.Mutex
	admin *sql.DB
}

// guardScript runs the server and ends it when its standard input closes: the kernel closes it for us
// even when this process is killed. $1 is the folder to remove, the rest the server's command.
const guardScript = `dir=$1; shift
"$@" </dev/null & pid=$!
read -r _
kill -INT $pid
wait $pid
cd /
rm -rf "$dir"`

// Start makes a cluster and starts its server on a free port of the loopback address. It takes one to
// three seconds. It fails with ErrNoBinaries when PostgreSQL is not installed.
func Start(ctx context.Context) (*Cluster, error) {
	bin, err := findBinaries()
	if err != nil {
		return nil, err
	}
	for try := 1; ; try++ {
		c, err := start(ctx, bin)
		// Another process may take the port between our choice and the server's start.
		if err == nil || try == 3 || ctx.Err() != nil || !errors.Is(err, errPortTaken) {
			return c, err
		}
	}
}

var errPortTaken = errors.New("the chosen port was taken")

func start(ctx context.Context, bin string) (_ *Cluster, err error) {
	dir, err := makeFolder()
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			os.RemoveAll(dir) // the first error is the one to tell
		}
	}()
	data, logFile := filepath.Join(dir, "data"), filepath.Join(dir, "log")
	initdb := exec.CommandContext(ctx, filepath.Join(bin, "initdb"),
		"-D", data, "-U", "postgres", "-A", "trust", "--locale=C", "--encoding=UTF8", "--no-sync")
	initdb.Dir = dir
	initdb.SysProcAttr = detached()
	if out, err := initdb.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("pgcluster: initdb: %w\n%s", err, out)
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	log, err := os.Create(logFile)
	if err != nil {
		return nil, fmt.Errorf("pgcluster: %w", err)
	}
	defer log.Close()

	guard := exec.Command("/bin/sh", append([]string{"-c", guardScript, "pgcluster", dir,
		filepath.Join(bin, "postgres"), "-D", data}, serverSettings(port)...)...)
	guard.Dir = dir
	guard.Stdout, guard.Stderr = log, log
	guard.SysProcAttr = detached()
	alive, err := guard.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("pgcluster: %w", err)
	}
	if err := guard.Start(); err != nil {
		return nil, fmt.Errorf("pgcluster: start the server: %w", err)
	}
	c := &Cluster{
		base: &url.URL{
			Scheme: "postgres", User: url.User("postgres"),
			Host: net.JoinHostPort("127.0.0.1", strconv.Itoa(port)), RawQuery: "sslmode=disable",
		},
		dir: dir, guard: guard, alive: alive, done: make(chan struct{}),
	}
	go func() {
		guard.Wait() // how the shell ended says nothing; the server's log does
		close(c.done)
	}()
	if err := c.waitReady(ctx, logFile); err != nil {
		return nil, errors.Join(err, c.Stop())
	}
	return c, nil
}

func serverSettings(port int) []string {
	var args []string
	for _, s := range []string{
		"listen_addresses=127.0.0.1", "port=" + strconv.Itoa(port), "unix_socket_directories=",
		"fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0",
		"max_connections=300", "shared_buffers=128MB", "max_wal_size=1GB", "jit=off", "timezone=UTC", "log_timezone=UTC",
		"lc_messages=C", "logging_collector=off",
	} {
		args = append(args, "-c", s)
	}
	return args
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, fmt.Errorf("pgcluster: find a free port: %w", err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

// waitReady asks the server until it answers, ends, or a minute has passed.
func (c *Cluster) waitReady(ctx context.Context, logFile string) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	db, err := open(c.URL("postgres"))
	if err != nil {
		return err
	}
	defer db.Close()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		if err = db.PingContext(ctx); err == nil {
			return nil
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return startFailure(logFile, errors.Join(ctx.Err(), err))
		}
		switch log := readLog(logFile); {
		case strings.Contains(log, "could not bind"):
			return startFailure(logFile, errPortTaken)
		case strings.Contains(strings.ReplaceAll(log, "FATAL:  the database system is starting up", ""), "FATAL:"):
			return startFailure(logFile, errors.New("the server ended"))
		}
	}
}

func startFailure(logFile string, err error) error {
	return fmt.Errorf("pgcluster: the server did not start: %w\n%s", err, readLog(logFile))
}

func readLog(path string) string {
	b, _ := os.ReadFile(path)
	return string(b)
}

// Attach uses the running server at address, a postgres:// URL of a user that may create databases.
// Stop leaves it running.
func Attach(address string) (*Cluster, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "postgres" && u.Scheme != "postgresql" {
		return nil, errors.New("pgcluster: " + Env + " must be a postgres:// URL")
	}
	c := &Cluster{base: u, done: make(chan struct{})}
	close(c.done)
	return c, nil
}

var (
	sharedOnce sync.Once
	shared     *Cluster
	errShared  error
)

// Shared returns the one server of this process: that of the variable XINXING_TEST_POSTGRES, or a
// private one that ends with the process.
func Shared() (*Cluster, error) {
	sharedOnce.Do(func() {
		if address := os.Getenv(Env); address != "" {
			shared, errShared = Attach(address)
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		shared, errShared = Start(ctx)
	})
	return shared, errShared
}

// URL returns the address of database db on this server.
func (c *Cluster) URL(db string) string {
	u := *c.base
	u.Path = "/" + db
	return u.String()
}

// CreateDatabase makes database name as a copy of template, or an empty one when template is "". It
// fails when name exists or anybody is connected to the template.
func (c *Cluster) CreateDatabase(name, template string) error {
	if template == "" {
		template = "template0"
	}
	if err := c.exec("CREATE DATABASE " + pq.QuoteIdentifier(name) + " TEMPLATE " + pq.QuoteIdentifier(template)); err != nil {
		return fmt.Errorf("pgcluster: create database %s from %s: %w", name, template, err)
	}
	return nil
}

// DropDatabase removes database name and ends its connections; a missing one is no error.
func (c *Cluster) DropDatabase(name string) error {
	if err := c.exec("DROP DATABASE IF EXISTS " + pq.QuoteIdentifier(name) + " WITH (FORCE)"); err != nil {
		return fmt.Errorf("pgcluster: drop database %s: %w", name, err)
	}
	return nil
}

// EnsureTemplate makes database name by build, which gets its address and closes all its connections
// before it returns. It is built once per server however many processes ask, and never seen half built;
// name should therefore contain a digest of what build makes.
func (c *Cluster) EnsureTemplate(name string, build func(address string) error) error {
	db, err := c.adminDB()
	if err != nil {
		return err
	}
	ctx := context.Background()
	conn, err := db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("pgcluster: %w", err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock(hashtext($1))", "template "+name); err != nil {
		return fmt.Errorf("pgcluster: lock template %s: %w", name, err)
	}
	defer conn.ExecContext(ctx, "SELECT pg_advisory_unlock(hashtext($1))", "template "+name) // closing frees it too

	var exists bool
	if err := conn.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name).Scan(&exists); err != nil || exists {
		return err
	}
	draft := name + "_draft"
	if err := c.DropDatabase(draft); err != nil {
		return err
	}
	if err := c.CreateDatabase(draft, ""); err != nil {
		return err
	}
	if err := build(c.URL(draft)); err != nil {
		return fmt.Errorf("pgcluster: build template %s: %w", name, err)
	}
	return c.exec("ALTER DATABASE " + pq.QuoteIdentifier(draft) + " RENAME TO " + pq.QuoteIdentifier(name))
}

func (c *Cluster) exec(statement string) error {
	db, err := c.adminDB()
	if err != nil {
		return err
	}
	_, err = db.Exec(statement)
	return err
}

func (c *Cluster) adminDB() (*sql.DB, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.admin == nil {
		db, err := open(c.URL("postgres"))
		if err != nil {
			return nil, err
		}
		db.SetMaxIdleConns(1)
		c.admin = db
	}
	return c.admin, nil
}

func open(address string) (*sql.DB, error) {
	connector, err := pq.NewConnector(address)
	if err != nil {
		return nil, fmt.Errorf("pgcluster: %w", err)
	}
	return sql.OpenDB(connector), nil
}

// Stop ends the server and removes its folder; an attached server goes on. It may be called again.
func (c *Cluster) Stop() error {
	c.stop.Do(func() {
		c.mu.Lock()
		if c.admin != nil {
			c.err = c.admin.Close()
		}
		c.mu.Unlock()
		if c.guard == nil {
			return
		}
		c.err = errors.Join(c.err, c.alive.Close())
		select {
		case <-c.done:
		case <-time.After(30 * time.Second):
			c.err = errors.Join(c.err, errors.New("pgcluster: the server did not end within 30 seconds"))
		}
	})
	return c.err
}
