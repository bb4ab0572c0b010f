package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptrace"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"xinxing/ent/community"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store/sqldb"
)

const asProgram = "XINXING_TEST_AS_PROGRAM"

// TestMain lets the test binary be the program itself, so that exit codes, signals and what is printed are real.
func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// program is a call of xinxing in a folder of its own.
type program struct {
	t   *testing.T
	dir string
	env []string
}

func xinxing(t *testing.T) *program { return &program{t: t, dir: t.TempDir()} }

func (p *program) with(env ...string) *program {
	return &program{p.t, p.dir, append(append([]string(nil), p.env...), env...)}
}

// on is the program on the database of an office, with its key.
func (p *program) on(o *servicetest.Office) *program {
	key := sha256.Sum256([]byte("xinxing servicetest"))
	return p.with("XINXING_DATABASE_URL="+o.URL, "XINXING_KEY="+base64.StdEncoding.EncodeToString(key[:]))
}

func (p *program) command(ctx context.Context, args ...string) *exec.Cmd {
	exe, err := os.Executable()
	if err != nil {
		p.t.Fatal(err)
	}
	cmd := exec.CommandContext(ctx, exe, args...)
	cmd.Dir = p.dir
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "XINXING_") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(append(cmd.Env, asProgram+"=1"), p.env...)
	return cmd
}

// done is how a call ended.
type done struct {
	out, err string
	code     int
}

func (p *program) run(stdin string, args ...string) done {
	p.t.Helper()
	cmd := p.command(p.t.Context(), args...)
	var out, errs strings.Builder
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		p.t.Fatal(err)
	}
	return done{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

// ok is run where it must succeed.
func (p *program) ok(stdin string, args ...string) string {
	p.t.Helper()
	d := p.run(stdin, args...)
	if d.code != 0 {
		p.t.Fatalf("xinxing %s: %d\n%s%s", strings.Join(args, " "), d.code, d.out, d.err)
	}
	return d.out
}

// fails is run where it must not succeed, and say why on standard error.
func (p *program) fails(stdin, why string, args ...string) done {
	p.t.Helper()
	d := p.run(stdin, args...)
	if d.code == 0 || !strings.Contains(d.err, why) {
		p.t.Errorf("xinxing %s: %d %q %q; want a failure that tells %q", strings.Join(args, " "), d.code, d.out, d.err, why)
	}
	return d
}

func TestCLI_CalendarDue(t *testing.T) {
	p := xinxing(t)
	// 2026: the Spring Festival holiday is 15 to 23 February, made up for on Saturday the 14th and Saturday the 28th.
	if got := p.ok("", "calendar", "due", "2026-02-10", "--working-days", "7"); got != "2026-02-26\n" {
		t.Errorf("%q", got)
	}
	lines := strings.Split(p.ok("", "calendar", "due", "2026-02-10", "--working-days", "7", "--explain"), "\n")
	if lines[0] != "2026-02-26" {
		t.Errorf("first line %q", lines[0])
	}
	counted, text := 0, strings.Join(lines, "\n")
	for _, l := range lines[1:] {
		if f := strings.Fields(l); len(f) > 0 && f[0] != "-" {
			counted++
		}
	}
	if counted != 7 || !strings.Contains(text, "2026-02-14 Sat  MAKE_UP_WORKING_DAY") || !strings.Contains(text, "2026-02-17 Tue  STATUTORY_HOLIDAY") || !strings.Contains(text, "2026-02-10 Tue  DAY_OF_EVENT") {
		t.Errorf("%d days counted:\n%s", counted, text)
	}
	if got := p.ok("2026-02-10\n\n 2026-02-11 \r\n2026-09-30\n", "calendar", "due", "-", "--working-days", "7"); strings.Count(got, "\n") != 3 || !strings.HasPrefix(got, "2026-02-26\n2026-02-27\n") {
		t.Errorf("%q", got)
	}
	// A year without a notice is plain weekdays, and says so.
	if got := p.ok("", "calendar", "due", "2031-03-03", "--working-days", "1"); got != "2031-03-04\tprovisional\n" {
		t.Errorf("%q", got)
	}
	for _, bad := range []string{"2026-02-30", "10.02.2026", "2026-2-1", "today", "", "2026-02-10T09:00:00Z"} {
		if d := p.run("", "calendar", "due", bad, "--working-days", "7"); d.code == 0 || d.out != "" {
			t.Errorf("%q: %+v", bad, d)
		}
	}
	p.fails("2026-02-10\nnonsense\n2026-02-11\n", "line 2", "calendar", "due", "-", "--working-days", "7")
	for _, n := range []string{"0", "-1", "401", "x", ""} {
		if d := p.run("", "calendar", "due", "2026-02-10", "--working-days="+n); d.code == 0 || d.out != "" {
			t.Errorf("%s working days: %+v", n, d)
		}
	}
	p.fails("", "--working-days", "calendar", "due", "2026-02-10")
	// It needs no database, and makes none.
	if left, err := os.ReadDir(p.dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestCLI_CalendarImport(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		p := xinxing(t).on(o)
		h := serve(t, o)
		// Promised over the holiday that is not known yet, so at first it is plain weekdays.
		h.At("2026-12-31 09:00")
		clerk := h.as("clerk-a")
		m := clerk.opens(vars{"itemId": h.Items["SQ-01"].ID})
		clerk.acts(&m, promise, vars{"workingDays": 3, "toldWay": "BY_PHONE"})
		before := clerk.must(`query($id: ID) { case(id: $id) { dueAt provisional } }`, vars{"id": m.ID})
		if before.at("case.provisional") != true || !strings.HasPrefix(before.text("case.dueAt"), "2027-01-05") {
			t.Fatalf("%s", before.body)
		}
		file := filepath.Join(p.dir, "2027.json")
		write := func(text string) {
			t.Helper()
			if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		write(notice2027[:len(notice2027)/2])
		p.fails("", "2027.json", "calendar", "import", file)
		p.fails("", "none.json", "calendar", "import", "none.json")
		if got := o.Desk.Store.Read().CalendarNotice.Query().CountX(o.System()); got != 7 {
			t.Errorf("%d notices", got)
		}
		write(notice2027)
		out := p.ok("", "calendar", "import", file)
		if !strings.HasPrefix(out, "2027: ") || !strings.Contains(out, "1 open promises moved") {
			t.Errorf("%q", out)
		}
		// The site that runs learns of it with the next request.
		after := clerk.must(`query($id: ID) { case(id: $id) { dueAt provisional } calendarYear(year: 2027) { provisional } }`, vars{"id": m.ID})
		if after.at("calendarYear.provisional") != false {
			t.Errorf("%s", after.body)
		}
		if due := after.text("case.dueAt"); !strings.HasPrefix(due, "2027-01-04") || after.at("case.provisional") != false {
			t.Errorf("%s", after.body)
		}
		// A second time changes nothing.
		if out := p.ok("", "calendar", "import", file); !strings.Contains(out, " 0 open promises moved") {
			t.Errorf("%q", out)
		}
		p.ok("", "verify")
	})
}

// notice2027 is made up: New Year's Day is off, both days of the weekend after it are worked.
const notice2027 = `{
  "year": 2027, "title": "2027年部分节假日安排", "number": "国办发明电〔2026〕9号", "published": "2026-11-03", "source": "https://www.gov.cn/none",
  "rows": [
    {"date": "2027-01-01", "kind": "STATUTORY_HOLIDAY", "name": "元旦"},
    {"date": "2027-01-02", "kind": "MAKE_UP_WORKING_DAY", "name": "元旦"},
    {"date": "2027-01-03", "kind": "MAKE_UP_WORKING_DAY", "name": "元旦"}
  ]
}`

func TestCLI_UserAddAndResetPassword(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		p, h := xinxing(t).on(o), serve(t, o)
		out := p.ok("a-good-password\n", "user", "add", "liping", "--name", "李萍", "--role", "CLERK", "--superior", "leader", "--community", "新星社区")
		if out != "liping (李萍) may sign in\n" {
			t.Errorf("%q", out)
		}
		user := h.public()
		if a := user.signIn("liping", "a-good-password"); a.at("signIn.viewer.staff.name") != "李萍" {
			t.Errorf("%s", a.body)
		}
		p.ok("another-password\r\n", "user", "reset-password", "liping")
		if user.must(whoAmI, nil).at("viewer") != nil {
			t.Error("the session outlives the password")
		}
		h.public().signIn("liping", "a-good-password").wantCode("BAD_CREDENTIALS")
		if a := h.public().signIn("liping", "another-password"); len(a.Errors) > 0 {
			t.Errorf("%s", a.body)
		}
		p.fails("a-good-password\n", "CONFLICT", "user", "add", "liping", "--name", "李萍", "--role", "CLERK", "--community", "新星社区")
		p.fails("short\n", "password", "user", "add", "x1", "--name", "某", "--role", "CLERK", "--community", "新星社区")
		p.fails("", "standard input", "user", "add", "x2", "--name", "某", "--role", "CLERK", "--community", "新星社区")
		p.fails("a-good-password\n", "community", "user", "add", "x3", "--name", "某", "--role", "CLERK", "--community", "没有")
		p.fails("a-good-password\n", "BOSS", "user", "add", "x4", "--name", "某", "--role", "BOSS", "--community", "新星社区")
		p.fails("a-good-password\n", "login", "user", "reset-password", "nobody")
		for _, s := range o.Desk.Store.Read().Staff.Query().AllX(o.System()) {
			if strings.HasPrefix(s.Login, "x") || strings.Contains(s.PasswordHash, "password") {
				t.Errorf("%s %s", s.Login, s.PasswordHash)
			}
		}
	})
}

// The first person of an empty database, with the office and the street above it.
func TestCLI_FirstUserFoundsTheOffice(t *testing.T) {
	p := xinxing(t)
	p.ok("a-good-password\n", "user", "add", "boss", "--name", "王主任", "--role", "DIRECTOR", "--role", "CLERK", "--community", "新星社区", "--parent", "九站街道")
	if out := p.ok("", "verify"); out != "0 cases, 0 open, 0 journal entries, 0 findings\nlog: 0 entries, 0 not in it yet, 0 checkpoints, 0 findings\n" {
		t.Errorf("%q", out)
	}
	for _, file := range []string{"data/xinxing.db", "data/xinxing.key"} {
		info, err := os.Stat(filepath.Join(p.dir, file))
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v %v", file, info, err)
		}
	}
}

// Whoever gets round the guards and rewrites the history is found.
func TestCLI_VerifyFindsATamperedJournal(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		p, h := xinxing(t).on(o), serve(t, o)
		clerk := h.as("clerk-a")
		m := clerk.opens(nil)
		clerk.opens(nil)
		if out := p.ok("", "verify"); out != "2 cases, 2 open, 2 journal entries, 0 findings\nlog: 0 entries, 2 not in it yet, 0 checkpoints, 0 findings\n" {
			t.Errorf("%q", out)
		}
		db := o.Desk.Store.DB().Writer()
		tamper := func(drop, statement string) {
			t.Helper()
			if _, err := db.ExecContext(t.Context(), statement); err == nil {
				t.Fatalf("the database lets it happen: %s", statement)
			}
			if _, err := db.ExecContext(t.Context(), drop); err != nil {
				t.Fatal(err)
			}
			if _, err := db.ExecContext(t.Context(), statement); err != nil {
				t.Fatal(err)
			}
		}
		on := ""
		if o.Desk.Store.Postgres() {
			on = " ON case_events"
		}
		tamper("DROP TRIGGER guard_case_events_update"+on, "UPDATE case_events SET reason = 'it was not me' WHERE case_id = '"+m.ID+"'")
		d := p.fails("", "broken", "verify")
		if d.code != 1 || !strings.Contains(d.out, m.Receipt+"\tentry 1 was changed\n") || !strings.Contains(d.out, "1 findings") {
			t.Errorf("%+v", d)
		}
		tamper("DROP TRIGGER guard_case_events_delete"+on, "DELETE FROM case_events WHERE case_id = '"+m.ID+"'")
		if d := p.fails("", "broken", "verify"); !strings.Contains(d.out, m.Receipt+"\tthe journal has 0 entries, the case counts 1\n") {
			t.Errorf("%+v", d)
		}
	})
}

// What was taken from the figures is found, brought back from the journals beside a server, once, and then there is nothing more to mend (R).
func TestCLI_ReportsAreRebuiltFromTheJournals(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		p, h := xinxing(t).on(o), serve(t, o)
		clerk := h.as("clerk-a")
		m := clerk.opens(nil)
		clerk.opens(nil)
		db, on := o.Desk.Store.DB().Writer(), ""
		if o.Desk.Store.Postgres() {
			on = " ON figure_entries"
		}
		for _, statement := range []string{"DROP TRIGGER guard_figure_entries_delete" + on, "DELETE FROM figure_entries WHERE case_id = '" + m.ID + "'"} {
			if _, err := db.ExecContext(t.Context(), statement); err != nil {
				t.Fatal(err)
			}
		}
		if d := p.fails("", "broken", "verify"); !strings.Contains(d.out, m.Receipt+"\tthe figures count map[], the journal map[") || !strings.Contains(d.out, "1 findings") {
			t.Errorf("%+v", d)
		}
		own := o.Community + "\t新星社区\t"
		if out := p.ok("", "reports", "rebuild"); !strings.Contains(out, own+"1 mended\n") {
			t.Errorf("%q", out)
		}
		p.ok("", "verify")
		if out := p.ok("", "reports", "rebuild"); !strings.Contains(out, own+"0 mended\n") || strings.Contains(out, "1 mended") {
			t.Errorf("%q", out)
		}
	})
}

func TestCLI_HelpAndVersion(t *testing.T) {
	p := xinxing(t)
	help := p.ok("", "--help")
	for _, want := range []string{"Examples:", "xinxing demo --if-missing", "xinxing serve --demo --clock", "calendar due 2026-02-10 --working-days 7 --explain", "XINXING_DATABASE_URL", "serve", "migrate", "verify", "reports", "user", "version"} {
		if !strings.Contains(help, want) {
			t.Errorf("--help does not tell %q:\n%s", want, help)
		}
	}
	if got := p.ok("", "serve", "--help"); !strings.Contains(got, "--clock") || !strings.Contains(got, "XINXING_LISTEN") || !strings.Contains(got, "127.0.0.1:8080") {
		t.Errorf("%s", got)
	}
	if got := p.ok("", "version"); !strings.HasPrefix(got, "xinxing ") || strings.Count(got, "\n") != 1 {
		t.Errorf("%q", got)
	}
	p.fails("", "unexpected argument", "srve")
	p.fails("", "unknown flag", "serve", "--bogus")
	if left, err := os.ReadDir(p.dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// A flag beats the environment, the environment beats the file, the file beats the default.
func TestCLI_FlagThenEnvironmentThenFile(t *testing.T) {
	p := xinxing(t)
	made := func(name string) bool {
		_, err := os.Stat(filepath.Join(p.dir, name))
		return err == nil
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(p.dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("xinxing.json", `{"database-url": "sqlite://default-file.db"}`)
	p.ok("", "migrate")
	write("other.json", `{"database-url": "sqlite://file.db", "key-file": "file.key"}`)
	p.ok("", "migrate", "--config", "other.json")
	p.with("XINXING_DATABASE_URL=sqlite://env.db").ok("", "migrate", "--config", "other.json")
	p.with("XINXING_DATABASE_URL=sqlite://env-not.db").ok("", "migrate", "--config", "other.json", "--database-url", "sqlite://flag.db")
	for _, name := range []string{"default-file.db", "file.db", "file.key", "env.db", "flag.db"} {
		if !made(name) {
			t.Errorf("%s was not made", name)
		}
	}
	p.with("XINXING_CONFIG=other.json").ok("", "migrate", "--key-file", "third.key")
	if !made("third.key") {
		t.Error("third.key was not made")
	}
	write("misspelt.json", `{"databaseurl": "sqlite://x.db"}`)
	p.fails("", `"databaseurl"`, "migrate", "--config", "misspelt.json")
	write("broken.json", `{"database-url": `)
	p.fails("", "settings file", "migrate", "--config", "broken.json")
	p.fails("", "none.json", "migrate", "--config", "none.json")
	write("serve.json", `{"listen": "127.0.0.1:0", "log-level": "nonsense"}`)
	p.fails("", "log-level", "serve", "--config", "serve.json")
	for _, name := range []string{"env-not.db", "data/xinxing.db", "x.db"} {
		if made(name) {
			t.Errorf("%s was made", name)
		}
	}
}

func TestCLI_NeverPrintsThePassword(t *testing.T) {
	for _, url := range []string{
		"postgres://xinxing:hunter2@127.0.0.1:1/xinxing", "postgres://xinxing:hunter2@127.0.0.1:notaport/xinxing", "mysql://xinxing:hunter2@localhost/xinxing",
		"postgres://xinxing:hunter2@127.0.0.1:1/xinxing?sslmode=nonsense", "postgres://xinxing:hunt%er2hunter2@[::1/xinxing", "hunter2",
	} {
		for _, args := range [][]string{{"migrate"}, {"verify", "--log-level", "debug"}, {"migrate", "--database-url", url}} {
			d := xinxing(t).with("XINXING_DATABASE_URL="+url).run("", args...)
			if d.code == 0 || strings.Contains(d.out+d.err, "hunter2") {
				t.Errorf("%s %v: %+v", url, args, d)
			}
		}
	}
	d := xinxing(t).with("XINXING_DATABASE_URL=postgres://xinxing:hunter2@127.0.0.1:1/xinxing", "XINXING_KEY=secret-key").run("", "--help")
	if strings.Contains(d.out+d.err, "hunter2") || strings.Contains(d.out+d.err, "secret-key") {
		t.Errorf("%+v", d)
	}
	if d := xinxing(t).with("XINXING_KEY=secret-key").run("", "migrate"); d.code == 0 || strings.Contains(d.out+d.err, "secret-key") {
		t.Errorf("%+v", d)
	}
}

// serving starts `xinxing serve` and gives its address; what it logs goes to the journal.
func (p *program) serving(args ...string) (*exec.Cmd, string, *journal) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	p.t.Cleanup(cancel)
	cmd := p.command(ctx, append([]string{"serve", "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0"}, args...)...)
	log := &journal{}
	cmd.Stdout = log
	stderr, err := cmd.StderrPipe()
	if err != nil {
		p.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	lines := bufio.NewReader(stderr)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			p.t.Fatalf("it does not serve: %s", log)
		}
		_, _ = log.Write([]byte(line))
		var entry struct{ Msg, Address string }
		if json.Unmarshal([]byte(line), &entry) == nil && entry.Msg == "serving" {
			go func() { _, _ = io.Copy(log, lines) }()
			return cmd, entry.Address, log
		}
	}
}

func TestCLI_ServeRefusesADemoThatIsNone(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		p := xinxing(t).on(o)
		p.fails("", "not a demo", "serve", "--demo", "--listen", "127.0.0.1:0", "--metrics", "")
		p.fails("", "not a demo", "serve", "--demo", "--clock", "2026-02-10T09:00:00+08:00", "--listen", "127.0.0.1:0", "--metrics", "")
		p.fails("", "--clock goes with --demo", "serve", "--clock", "2026-02-10T09:00:00+08:00", "--listen", "127.0.0.1:0", "--metrics", "")
		p.fails("", "clock", "serve", "--demo", "--clock", "tomorrow", "--listen", "127.0.0.1:0", "--metrics", "")
		p.fails("", "--proxies: 0 to 10", "serve", "--proxies", "11", "--listen", "127.0.0.1:0", "--metrics", "")
		p.with("XINXING_PROXIES=-1").fails("", "--proxies: 0 to 10", "serve", "--listen", "127.0.0.1:0", "--metrics", "")
		p.fails("", "not empty", "demo")
		if n := o.Desk.Store.Read().CaseFile.Query().CountX(o.System()); n != 0 {
			t.Errorf("%d cases", n)
		}
		if got := o.Desk.Store.Read().Community.Query().Where(community.Name("新星社区")).CountX(o.System()); got != 1 {
			t.Errorf("%d offices", got)
		}
	})
}

// The rehearsal clock: a demo at a chosen instant, which an administrator moves forward, and nobody else.
func TestCLI_ServeDemoAtAChosenInstant(t *testing.T) {
	p := xinxing(t)
	out := p.ok("", "demo", "--small", "--clock", "2026-02-10T09:00:00+08:00")
	if !strings.Contains(out, "ADMINISTRATOR") {
		t.Fatalf("%s", out)
	}
	login := func(role string) string {
		for _, l := range strings.Split(out, "\n") {
			if f := strings.Fields(l); len(f) > 1 && f[0] == role {
				return f[1]
			}
		}
		t.Fatalf("no %s in %s", role, out)
		return ""
	}
	_, address, _ := p.serving("--demo", "--clock", "2026-02-10T09:00:00+08:00")
	h := remote(t, nil, address)
	sign := func(role string) *person {
		who := h.public()
		if a := who.signIn(login(role), demoPassword(out)); len(a.Errors) > 0 {
			t.Fatalf("%s: %s", role, a.body)
		}
		return who
	}
	admin, clerk := sign("ADMINISTRATOR"), sign("CLERK")
	now := clerk.must(`{ officeTime { now } viewer { rehearsal mayMoveClock } }`, nil)
	if at := now.text("officeTime.now"); !strings.HasPrefix(at, "2026-02-10T01:0") && !strings.HasPrefix(at, "2026-02-10T09:0") || now.at("viewer.rehearsal") != true || now.at("viewer.mayMoveClock") != false {
		t.Errorf("%s", now.body)
	}
	move := `mutation($to: Time!) { moveClock(input: {to: $to, clientMutationId: "m"}) { now } }`
	clerk.ask(move, vars{"to": "2026-02-11T09:00:00+08:00"}).wantCode("FORBIDDEN")
	// Who listens hears what falls due by the move.
	events := clerk.stream(deskEvents, vars{"after": nil}, "")
	admin.must(move, vars{"to": "2026-03-20T10:00:00+08:00"})
	for {
		if e := events.parse(events.next()); e["deskEvents"].(map[string]any)["kind"] == "WARNING" {
			break
		}
	}
	if at := clerk.must(`{ officeTime { now } }`, nil).text("officeTime.now"); !strings.HasPrefix(at, "2026-03-20") {
		t.Errorf("now %s: moving the clock ended the session or did not move", at)
	}
	admin.must(move, vars{"to": "2026-03-01T10:00:00+08:00"}) // back is nowhere
	if at := clerk.must(`{ officeTime { now } }`, nil).text("officeTime.now"); !strings.HasPrefix(at, "2026-03-20") {
		t.Errorf("the clock went back: %s", at)
	}
}

func demoPassword(out string) string {
	_, after, _ := strings.Cut(out, "with the password ")
	word, _, _ := strings.Cut(after, "\n")
	return strings.TrimSpace(word)
}

// A stop while an act waits for the database: the sockets are told 1001, the act is done and answered, and the program
// ends well.
func TestCLI_StopFinishesWhatRuns(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		cmd, address, log := xinxing(t).on(o).serving()
		h := remote(t, o, address)
		clerk := h.as("clerk-a")
		s := clerk.socket()
		s.start(deskEvents, nil)
		release := hold(t, o)
		answered, sent, begun := make(chan *reply, 1), make(chan struct{}), make(chan struct{})
		act := clerk.post(openCase, vars{"input": clerk.contact(nil)})
		// The server asks for the body when the act is under way. Before that its connection may still be an idle one to it, which a stop closes.
		act.Header.Set("Expect", "100-continue")
		act = act.WithContext(httptrace.WithClientTrace(act.Context(), &httptrace.ClientTrace{
			Got100Continue: func() { close(begun) }, WroteRequest: func(httptrace.WroteRequestInfo) { close(sent) },
		}))
		go func() {
			a, err := clerk.try(act)
			if err != nil {
				t.Errorf("the act: %v", err)
			}
			answered <- a
		}()
		for _, reached := range []chan struct{}{begun, sent} {
			select {
			case <-reached:
			case a := <-answered:
				t.Fatalf("answered before it was asked: %+v", a)
			}
		}
		waitsForTheLock(t, o)
		if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		if got := s.closed(); got != 1001 {
			t.Errorf("the socket was closed with %d, want 1001", got)
		}
		release()
		if a := <-answered; a != nil && (a.status != http.StatusOK || len(a.Errors) > 0) {
			t.Errorf("the act: %d %s", a.status, a.body)
		}
		if err := cmd.Wait(); err != nil {
			t.Errorf("the program ended with %v: %s", err, log)
		}
		if n := o.Desk.Store.Read().CaseFile.Query().CountX(o.System()); n != 1 {
			t.Errorf("%d cases", n)
		}
		if strings.Contains(log.String(), servicetest.Password) || strings.Contains(log.String(), clerk.cookie.Value) || strings.Contains(log.String(), "楼道灯不亮") {
			t.Errorf("the log holds what it must not: %s", log)
		}
		if _, err := http.Get(address + "/healthz"); err == nil {
			t.Error("it still serves")
		}
	})
}

// hold takes the lock that every act needs, as another process would.
func hold(t *testing.T, o *servicetest.Office) (release func()) {
	t.Helper()
	db, err := sqldb.Open(t.Context(), o.URL, sqldb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	tx, err := db.Writer().BeginTx(t.Context(), &sql.TxOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if o.Desk.Store.Postgres() {
		if _, err := tx.ExecContext(t.Context(), "LOCK TABLE act_records IN ACCESS EXCLUSIVE MODE"); err != nil {
			t.Fatal(err)
		}
	}
	return func() {
		if err := errors.Join(tx.Rollback(), db.Close()); err != nil {
			t.Error(err)
		}
	}
}

// waitsForTheLock returns when the act waits, as far as a database tells who does: SQLite tells nobody.
func waitsForTheLock(t *testing.T, o *servicetest.Office) {
	t.Helper()
	if !o.Desk.Store.Postgres() {
		return
	}
	for began := time.Now(); time.Since(began) < patience; {
		var n int
		if err := o.Desk.Store.DB().Reader().QueryRowContext(t.Context(), "SELECT count(*) FROM pg_locks WHERE NOT granted").Scan(&n); err != nil {
			t.Fatal(err)
		}
		if n > 0 {
			return
		}
	}
	t.Fatal("the act never came to the lock")
}
