package pgcluster

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func deadline(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func query(t *testing.T, address, q string) string {
	t.Helper()
	db, err := sql.Open("postgres", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var v string
	if err := db.QueryRowContext(deadline(t), q).Scan(&v); err != nil {
		t.Fatalf("%s: %v", q, err)
	}
	return v
}

func TestStart_ServesAndLeavesNothing(t *testing.T) {
	c, err := Start(deadline(t))
	if err != nil {
		t.Fatal(err)
	}
	if got := query(t, c.URL("postgres"), "SELECT current_setting('server_encoding') || ' ' || current_setting('lc_collate')"); got != "UTF8 C" {
		t.Errorf("encoding and collation = %q, want UTF8 C", got)
	}
	address := c.base.Host
	if err := c.Stop(); err != nil {
		t.Fatal(err)
	}
	if err := c.Stop(); err != nil {
		t.Errorf("second Stop: %v", err)
	}
	if _, err := os.Stat(c.dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder %s is still there: %v", c.dir, err)
	}
	if conn, err := net.DialTimeout("tcp", address, time.Second); err == nil {
		conn.Close()
		t.Errorf("something still listens at %s after Stop", address)
	}
}

func TestStart_EndsWhenItsContextDoes(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if c, err := Start(ctx); err == nil {
		c.Stop()
		t.Fatal("Start with an ended context started a server")
	}
}

// The process that started the server is killed: nobody calls Stop.
func TestStart_ServerDiesWithItsProcess(t *testing.T) {
	if os.Getenv("PGCLUSTER_TEST_CHILD") == "1" {
		c, err := Start(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		fmt.Printf("\nserver %s %s\n", c.base.Host, c.dir)
		select {}
	}
	child := exec.CommandContext(deadline(t), os.Args[0], "-test.run=^TestStart_ServerDiesWithItsProcess$")
	child.Env = append(os.Environ(), "PGCLUSTER_TEST_CHILD=1")
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var address, dir string
	for address == "" {
		var line string
		if _, err := fmt.Fscanln(out, &line, &address, &dir); line != "server" {
			address = ""
			if err != nil && err.Error() == "EOF" {
				t.Fatal("the child ended without a server")
			}
		}
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	child.Wait()
	ctx := deadline(t)
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		_, err := os.Stat(dir)
		conn, derr := net.Dial("tcp", address)
		if derr == nil {
			conn.Close()
		}
		if errors.Is(err, os.ErrNotExist) && derr != nil {
			return
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			t.Fatalf("after its process was killed the server lives on: folder %v, connection %v", err, derr)
		}
	}
}

func TestCreateDatabase_CopiesTheTemplateOnly(t *testing.T) {
	c, err := Shared()
	if err != nil {
		t.Fatal(err)
	}
	template := Fresh(t, "")
	query(t, template, "WITH x AS (SELECT 1) SELECT 'one'")
	db, err := sql.Open("postgres", template)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(deadline(t), "CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	u, err := url.Parse(template)
	if err != nil {
		t.Fatal(err)
	}
	name := strings.TrimPrefix(u.Path, "/")

	copied := Fresh(t, name)
	if got := query(t, copied, "SELECT n FROM kept"); got != "7" {
		t.Errorf("copy has %q, want 7", got)
	}
	if got := query(t, Fresh(t, ""), "SELECT count(*) FROM pg_tables WHERE tablename = 'kept'"); got != "0" {
		t.Errorf("an empty database has the template's table")
	}
	if err := c.CreateDatabase(name, ""); err == nil {
		t.Error("a database was made twice")
	}
}

func TestEnsureTemplate_BuildsOnceAndNeverHalf(t *testing.T) {
	c, err := Shared()
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(Fresh(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	name := "template_" + strings.TrimPrefix(u.Path, "/")
	t.Cleanup(func() { c.DropDatabase(name) })

	broken := errors.New("broken")
	if err := c.EnsureTemplate(name, func(string) error { return broken }); !errors.Is(err, broken) {
		t.Fatalf("a failing build gave %v", err)
	}
	var built atomic.Int32
	build := func(address string) error {
		built.Add(1)
		db, err := sql.Open("postgres", address)
		if err != nil {
			return err
		}
		defer db.Close()
		_, err = db.Exec("CREATE TABLE t (n int)")
		return err
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if err := c.EnsureTemplate(name, build); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if built.Load() != 1 {
		t.Errorf("built %d times, want once", built.Load())
	}
	if got := query(t, Fresh(t, name), "SELECT count(*) FROM t"); got != "0" {
		t.Errorf("template's table has %s rows", got)
	}
}

func TestFindBinaries_MissingOnesSayWhatToInstall(t *testing.T) {
	t.Setenv("PGBIN", t.TempDir())
	_, err := findBinaries()
	if !errors.Is(err, ErrNoBinaries) || !strings.Contains(err.Error(), "apt-get install postgresql") {
		t.Errorf("error %v does not say what to install", err)
	}
	if _, err := Start(t.Context()); !errors.Is(err, ErrNoBinaries) {
		t.Errorf("Start gave %v", err)
	}
	dir := t.TempDir()
	for _, name := range []string{"initdb", "postgres"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PGBIN", dir)
	if got, err := findBinaries(); err != nil || got != dir {
		t.Errorf("PGBIN=%s gave %q, %v", dir, got, err)
	}
}

func TestAttach_TakesOnlyPostgres(t *testing.T) {
	if _, err := Attach("sqlite://x"); err == nil {
		t.Error("attached to something that is not PostgreSQL")
	}
	c, err := Attach("postgres://me:secret@db:5433/postgres?sslmode=disable")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := c.URL("other"), "postgres://me:secret@db:5433/other?sslmode=disable"; got != want {
		t.Errorf("URL = %s, want %s", got, want)
	}
	if err := c.Stop(); err != nil {
		t.Error(err)
	}
}

// A server keeps its files where it is told, and nowhere else where that cannot be.
func TestStart_InTheFolderThatIsNamed(t *testing.T) {
	parent, err := os.MkdirTemp("/tmp", "pgcluster-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(parent) })
	if err := os.Chmod(parent, 0o777); err != nil { // for the server's user
		t.Fatal(err)
	}
	t.Setenv(FolderEnv, parent)
	c, err := Start(deadline(t))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Stop()
	if filepath.Dir(c.dir) != parent {
		t.Errorf("its files are in %s", c.dir)
	}
	t.Setenv(FolderEnv, filepath.Join(parent, "none"))
	if other, err := Start(deadline(t)); err == nil {
		other.Stop()
		t.Error("a server without its folder")
	}
}
