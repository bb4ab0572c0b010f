package main

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/mod/sumdb/note"

	"xinxing/internal/demo"
	"xinxing/internal/evidence"
	"xinxing/internal/seal"
	"xinxing/internal/service"
	"xinxing/internal/store"
	"xinxing/internal/store/pgcluster"
)

// bench is the benchmark of one database.
type bench struct {
	settings
	name      string
	cases     int
	residents int
	make      func(ctx context.Context, b *bench) (address string, end func() error, err error)
	dir       string
	binary    string
	out       io.Writer

	address string
	master  string
	token   string
	version string
	maker   *maker
	among   []string // the communities that share the load; the maker's alone where it is empty
	loaded  int
	took    time.Duration
	serial  atomic.Int64
	turn    atomic.Int64
}

func makePostgres(_ context.Context, b *bench) (string, func() error, error) {
	cluster, err := pgcluster.Shared()
	if err != nil {
		return "", nil, err
	}
	name := "bench_" + strings.ToLower(rand.Text())
	end := func() error { return cluster.DropDatabase(name) }
	if b.keep {
		fmt.Fprintln(os.Stderr, "kept:", cluster.URL(name))
		end = func() error { return nil }
	}
	return cluster.URL(name), end, cluster.CreateDatabase(name, "")
}

func makeSQLite(_ context.Context, b *bench) (string, func() error, error) {
	return "sqlite://" + filepath.Join(b.dir, "bench.db"), func() error { return nil }, nil
}

func (b *bench) driver() string {
	if b.postgres() {
		return "lib/pq"
	}
	return "modernc.org/sqlite"
}

func (b *bench) postgres() bool { return strings.HasPrefix(b.address, "postgres") }

func (b *bench) run(ctx context.Context) (err error) {
	address, end, err := b.make(ctx, b)
	if end != nil {
		defer func() { err = errors.Join(err, end()) }()
	}
	if err != nil {
		return err
	}
	b.address, b.master = address, seal.GenerateKey()
	if err := b.found(ctx); err != nil {
		return err
	}
	stages := []int{b.cases / 100, b.cases / 10, b.cases}
	var growth []grown
	for i, n := range stages {
		if err := b.load(ctx, n); err != nil {
			return fmt.Errorf("load: %w", err)
		}
		if err := b.fold(ctx); err != nil {
			return fmt.Errorf("fold: %w", err)
		}
		if i == 0 {
			if err := b.verify(ctx); err != nil {
				return err
			}
		}
		if i < len(stages)-1 && b.wants("growth") {
			g, err := b.grow(ctx)
			if err != nil {
				return err
			}
			growth = append(growth, g)
		}
	}
	return b.measure(ctx, growth)
}

// fold takes what was loaded into the rollups: the desk does it beside acts, five seconds after them, and not for a year at once.
func (b *bench) fold(ctx context.Context) error {
	d, err := openDesk(ctx, b.address, b.master, store.Options{NoMigrate: true})
	if err != nil {
		return err
	}
	defer func() { _ = d.Store.Close() }()
	_, err = d.FoldFigures(ctx, b.maker.office.Community.ID, 1)
	return err
}

// found makes the office and signs its clerk in.
func (b *bench) found(ctx context.Context) error {
	begin := time.Now()
	d, err := openDesk(ctx, b.address, b.master, store.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = d.Store.Close() }()
	community, err := found(ctx, d, b.residents)
	if err != nil {
		return fmt.Errorf("found the office: %w", err)
	}
	system := store.With(ctx, store.System())
	o, err := d.Office(system, community)
	if err != nil {
		return err
	}
	people, err := peopleOf(ctx, d, community)
	if err != nil {
		return err
	}
	login, err := clerk(ctx, d)
	if err != nil {
		return err
	}
	if b.token, _, err = d.SignIn(ctx, service.SignInInput{Login: login, Password: demo.Password}); err != nil {
		return fmt.Errorf("sign in: %w", err)
	}
	b.maker = newMaker(o, people, now, b.history)
	what := "SELECT 'SQLite ' || sqlite_version()"
	if b.postgres() {
		what = "SELECT 'PostgreSQL ' || current_setting('server_version') || ', shared_buffers ' || current_setting('shared_buffers') || ', fsync ' || current_setting('fsync')"
	}
	if err := d.Store.DB().Reader().QueryRowContext(ctx, what).Scan(&b.version); err != nil {
		return err
	}
	say("%s: the office with %s residents took %s", b.name, thousands(len(people)), time.Since(begin).Round(100*time.Millisecond))
	return nil
}

// load brings the database to n cases.
func (b *bench) load(ctx context.Context, n int) error {
	begin := time.Now()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	chunks, failed := make(chan *rows, 2), make(chan error, 1)
	go func() {
		failed <- b.maker.add(n-b.loaded, b.among, chunks, ctx.Done())
		close(chunks)
	}()
	sink := insertRows
	address := strings.TrimPrefix(b.address, "sqlite://")
	if b.postgres() {
		sink = copyRows
	}
	if err := sink(ctx, address, chunks); err != nil {
		return err
	}
	if err := <-failed; err != nil {
		return err
	}
	if err := b.settle(ctx, address); err != nil {
		return err
	}
	took := time.Since(begin)
	say("%s: %s cases, %s open, %s journal entries; this load took %s", b.name, thousands(n), thousands(b.maker.open),
		thousands(b.maker.journal), took.Round(100*time.Millisecond))
	b.loaded = n
	b.took += took
	return nil
}

// settle gives the planner its figures.
func (b *bench) settle(ctx context.Context, address string) error {
	driver, statements := "sqlite", []string{"ANALYZE"}
	if b.postgres() {
		driver, statements = "postgres", []string{"VACUUM (ANALYZE)", "CHECKPOINT"}
	} else {
		address = sqliteDSN(address, "OFF", "0", "")
	}
	db, err := sql.Open(driver, address)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	for _, s := range statements {
		if _, err := db.ExecContext(ctx, s); err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
	}
	return nil
}

// verify proves that what was loaded is what the program would have written.
func (b *bench) verify(ctx context.Context) error {
	d, err := openDesk(ctx, b.address, b.master, store.Options{NoMigrate: true})
	if err != nil {
		return err
	}
	defer func() { _ = d.Store.Close() }()
	report, err := d.Verify(ctx)
	if err != nil {
		return err
	}
	if len(report.Findings) > 0 {
		return fmt.Errorf("the load is not whole: %s cases, %d findings, the first: %v", thousands(report.Cases), len(report.Findings), report.Findings[0])
	}
	say("%s: verified %s cases and %s journal entries, no findings", b.name, thousands(report.Cases), thousands(report.Events))
	return b.journalLog(ctx, d)
}

// journalLog takes what was loaded into the journal's log and verifies it. The servers run without: they would catch up with
// the rest of the load while they are measured.
func (b *bench) journalLog(ctx context.Context, d *service.Desk) error {
	text, err := evidence.GenerateKey()
	if err != nil {
		return err
	}
	if d.Evidence.Key, err = evidence.ParseKey(text); err != nil {
		return err
	}
	begin := time.Now()
	taken, err := d.AppendLog(ctx, b.maker.office.Community.ID)
	if err != nil {
		return err
	}
	appended := time.Since(begin)
	begin = time.Now()
	report, err := d.VerifyLog(ctx, []note.Verifier{d.Evidence.Key.Public}, nil)
	if err != nil {
		return err
	}
	if len(report.Findings) > 0 || report.Entries != int64(taken) {
		return fmt.Errorf("the log has %d of %d entries, %d findings", report.Entries, taken, len(report.Findings))
	}
	verified := time.Since(begin)
	rate := func(took time.Duration) string { return thousands(int(float64(taken) / took.Seconds())) }
	_, err = fmt.Fprintf(b.out, "\n%s, the journal's log: %s entries taken in, %s a second; verified, %s a second.\n", b.name, thousands(taken), rate(appended), rate(verified))
	return err
}

// servers starts the program and the reference on the database.
func (b *bench) servers(ctx context.Context) (ours, theirs *target, stop func() error, err error) {
	ownAddress, err := freeAddress()
	if err != nil {
		return nil, nil, nil, err
	}
	program, err := start(ctx, "xinxing", ownAddress, []string{"XINXING_KEY=" + b.master, "XINXING_JOURNAL_KEY_FILE="}, b.binary, "serve", "--demo",
		"--clock", now.Format(time.RFC3339), "--listen", ownAddress, "--metrics=", "--database-url", b.address, "--log-level", "warn")
	if err != nil {
		return nil, nil, nil, err
	}
	refAddress, err := freeAddress()
	if err != nil {
		return nil, nil, nil, errors.Join(err, program.stop())
	}
	self, err := os.Executable()
	if err != nil {
		return nil, nil, nil, errors.Join(err, program.stop())
	}
	reference, err := start(ctx, "reference", refAddress, nil, self, "reference", "-listen", refAddress, "-database", b.address, "-key", b.master)
	if err != nil {
		return nil, nil, nil, errors.Join(err, program.stop())
	}
	cookie := "xinxing=" + b.token
	return newTarget(program, "/graphql", cookie, b.conns), newTarget(reference, "", cookie, b.conns),
		func() error { return errors.Join(program.stop(), reference.stop()) }, nil
}

// bodies gives requests in turn out of a list.
func (b *bench) bodies(list [][]byte) func() []byte {
	return func() []byte { return list[int(b.turn.Add(1))%len(list)] }
}

// mostOpened bounds the cases opened by one server in one scenario: a day has 99,999 receipt numbers.
const mostOpened = 20000

func (b *bench) scenarios() []scenario {
	m := b.maker
	var sheets, journals [][]byte
	for i, receipt := range m.sample {
		sheets = append(sheets, request(caseSheet, map[string]any{"receiptNo": receipt}))
		journals = append(journals, request(caseJournal, map[string]any{"id": m.sampleIDs[i], "first": 50}))
	}
	return []scenario{
		{name: "page", title: "queue page, 50 rows and totals", body: b.bodies([][]byte{request(queuePage, queueVariables(50))})},
		{name: "list", title: "queue page, 50 rows alone", body: b.bodies([][]byte{request(queueList, queueVariables(50))})},
		{name: "case", title: "case page", body: b.bodies(sheets)},
		{name: "journal", title: "case journal", body: b.bodies(journals)},
		{name: "open", title: "openCase", body: b.opening, most: mostOpened},
	}
}

// opening is a request that opens a case, of another item and resident each time.
func (b *bench) opening() []byte { return b.openingOf(int(b.turn.Add(1))) }

// openingOf is such a request of the k-th item and resident, each time with a key of its own.
func (b *bench) openingOf(k int) []byte {
	m := b.maker
	item := m.items[k%len(m.items)]
	return request(openCase, map[string]any{"input": map[string]any{
		"channel": "PHONE", "residentId": m.people[k%len(m.people)], "itemId": item.ID, "anonymous": false,
		"situation": "本人来电，住本社区。", "demand": "咨询并办理：" + item.Name,
		"clientMutationId": fmt.Sprintf("bench-%s-%08d", b.token[:6], b.serial.Add(1)),
	}})
}

// pair measures one scenario of both servers in turns, so that what else the machine does falls on both.
func (b *bench) pair(ctx context.Context, ours, theirs *target, s scenario) (a, r *result, err error) {
	first := s.body()
	if s.name == "open" {
		first = b.openingOf(0)
	}
	x, err := ours.ask(ctx, s.name, first)
	if err != nil {
		return nil, nil, err
	}
	if s.name == "open" {
		first = b.openingOf(0)
	}
	y, err := theirs.ask(ctx, s.name, first)
	if err != nil {
		return nil, nil, err
	}
	if err := sameAnswer(x, y, s.name == "open"); err != nil {
		return nil, nil, fmt.Errorf("the two do not answer the same to %s: %w", s.title, err)
	}
	a, r = &result{}, &result{}
	const rounds = 2
	span := time.Duration(b.seconds) * time.Second / rounds
	for _, t := range []*target{ours, theirs} {
		if _, err := drive(ctx, t, s, b.conns, max(span/4, 500*time.Millisecond)); err != nil {
			return nil, nil, err
		}
	}
	for range rounds {
		for _, one := range []struct {
			t *target
			r *result
		}{{ours, a}, {theirs, r}} {
			got, err := drive(ctx, one.t, s, b.conns, span)
			if err != nil {
				return nil, nil, err
			}
			one.r.add(got)
		}
	}
	say("%s: %s: %.0f and %.0f a second", b.name, s.title, a.rate(), r.rate())
	return a, r, nil
}

// grown is how the queue page does at one size of the table.
type grown struct {
	cases, open   int
	page, pageRef *result
	list, listRef *result
}

func (b *bench) grow(ctx context.Context) (g grown, err error) {
	ours, theirs, stop, err := b.servers(ctx)
	if err != nil {
		return g, err
	}
	defer func() { err = errors.Join(err, stop()) }()
	g = grown{cases: b.loaded, open: b.maker.open}
	s := b.scenarios()
	if g.page, g.pageRef, err = b.pair(ctx, ours, theirs, s[0]); err != nil {
		return g, err
	}
	g.list, g.listRef, err = b.pair(ctx, ours, theirs, s[1])
	return g, err
}

func (b *bench) measure(ctx context.Context, growth []grown) (err error) {
	m := b.maker
	statements, err := countStatements(ctx, b.address, b.master, b.token, m.sample[0], m.sampleIDs[0], b.opening)
	if err != nil {
		return fmt.Errorf("count statements: %w", err)
	}
	ours, theirs, stop, err := b.servers(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, stop()) }()
	table := &grid{}
	table.add("", "req/s", "p50 ms", "p99 ms", "CPU ms/req", "peak MiB", "ref. req/s", "ref. p50", "ref. p99", "ref. CPU", "ref. MiB", "req/s ÷ ref.", "CPU ÷ ref.")
	full := grown{cases: b.loaded, open: m.open, page: &result{}, pageRef: &result{}, list: &result{}, listRef: &result{}}
	var failed error
	for _, s := range b.scenarios() {
		growing := b.wants("growth") && (s.name == "page" || s.name == "list")
		if !b.wants(s.name) && !growing {
			continue
		}
		a, r, err := b.pair(ctx, ours, theirs, s)
		if ctx.Err() != nil {
			return errors.Join(failed, context.Cause(ctx))
		}
		if err != nil {
			// The other figures are worth having; the run fails at its end.
			say("%s: %s: %v", b.name, s.title, err)
			failed = errors.Join(failed, err)
			table.add(append([]string{s.title, "failed"}, make([]string, 11)...)...)
			continue
		}
		switch s.name {
		case "page":
			full.page, full.pageRef = a, r
		case "list":
			full.list, full.listRef = a, r
		}
		table.add(s.title, fmt.Sprintf("%.0f", a.rate()), millis(percentile(a.latencies, 0.5)), millis(percentile(a.latencies, 0.99)),
			perRequest(a), mebi(a.most), fmt.Sprintf("%.0f", r.rate()), millis(percentile(r.latencies, 0.5)), millis(percentile(r.latencies, 0.99)),
			perRequest(r), mebi(r.most), ratio(a.rate(), r.rate()), ratio(float64(a.cpu)/float64(max(a.requests, 1)), float64(r.cpu)/float64(max(r.requests, 1))))
	}
	b.print("\n## %s, %s cases\n\n%s. %s of the cases are open, %s journal entries; loaded in %s.\n\n", b.name, thousands(b.loaded), b.version,
		thousands(m.open), thousands(m.journal), b.took.Round(time.Second))
	if len(table.rows) > 1 {
		b.print("%s\n", table)
		b.print("Reference (ref.): a hand-written net/http handler of the same answers, compared before measuring, with prepared statements over %s; both "+
			"look the session up. Its case page takes 6 statements. CPU and memory are those of the serving process, the database's apart.\n\n", b.driver())
	}
	b.print("SQL statements of one request, sign-in check included: ")
	for i, c := range statements {
		if i > 0 {
			b.print(", ")
		}
		if b.print("%s %d", c.what, c.least); c.most > c.least {
			b.print(" to %d", c.most)
		}
	}
	b.print(".\n\n")
	if b.wants("growth") {
		b.print("%s\n", growthGrid(append(growth, full)))
	}
	if b.wants("fanout") && ctx.Err() == nil {
		failed = errors.Join(failed, b.fan(ctx, ours, theirs))
	}
	return failed
}

func growthGrid(growth []grown) *grid {
	g := &grid{}
	g.add("queue page as the table grows", "open", "with totals req/s", "p50 ms", "p99 ms", "÷ ref.", "rows alone req/s", "p50 ms", "p99 ms", "÷ ref.")
	for _, s := range growth {
		g.add(thousands(s.cases)+" cases", thousands(s.open),
			fmt.Sprintf("%.0f", s.page.rate()), millis(percentile(s.page.latencies, 0.5)), millis(percentile(s.page.latencies, 0.99)), ratio(s.page.rate(), s.pageRef.rate()),
			fmt.Sprintf("%.0f", s.list.rate()), millis(percentile(s.list.latencies, 0.5)), millis(percentile(s.list.latencies, 0.99)), ratio(s.list.rate(), s.listRef.rate()))
	}
	return g
}

func (b *bench) fan(ctx context.Context, ours, theirs *target) error {
	g := &grid{}
	g.add(fmt.Sprintf("fan-out of openCase to %s subscribers", thousands(b.subscribers)), "acts/s", "answer p50 ms", "told p50 ms", "told p99 ms", "last p50 ms",
		"last p99 ms", "asked to last p50 ms", "CPU ms/act", "kB/subscriber", "peak MiB", "lost", "twice")
	var fans []*fan
	for _, t := range []struct {
		*target
		path string
	}{{ours, "/graphql"}, {theirs, "/events"}} {
		f, err := fanOut(ctx, t.target, t.path, b.subscribers, b.acts, b.opening)
		if err != nil {
			return fmt.Errorf("fan-out of %s: %w", t.name, err)
		}
		fans = append(fans, f)
		memory := "–"
		if f.memory > 0 {
			memory = fmt.Sprint(f.memory / 1000)
		}
		g.add(t.name, fmt.Sprintf("%.1f", float64(f.acts)/f.span.Seconds()), millis(percentile(f.answer, 0.5)), millis(percentile(f.all, 0.5)), millis(percentile(f.all, 0.99)),
			millis(percentile(f.last, 0.5)), millis(percentile(f.last, 0.99)), millis(percentile(f.whole, 0.5)), millis(f.cpu/time.Duration(f.acts)), memory, mebi(f.most), fmt.Sprint(f.lost), fmt.Sprint(f.twice))
	}
	a, r := fans[0], fans[1]
	over := func(x, y time.Duration) string { return ratio(float64(x), float64(y)) }
	g.add("ratio", ratio(float64(a.acts)/a.span.Seconds(), float64(r.acts)/r.span.Seconds()), over(percentile(a.answer, 0.5), percentile(r.answer, 0.5)),
		over(percentile(a.all, 0.5), percentile(r.all, 0.5)), over(percentile(a.all, 0.99), percentile(r.all, 0.99)), over(percentile(a.last, 0.5), percentile(r.last, 0.5)),
		over(percentile(a.last, 0.99), percentile(r.last, 0.99)), over(percentile(a.whole, 0.5), percentile(r.whole, 0.5)), over(a.cpu, r.cpu), ratio(float64(a.memory), float64(r.memory)), ratio(float64(a.most), float64(r.most)), "", "")
	b.print("Told and last: from the answer of the act to a subscriber's receipt, 0 where that came first; over all deliveries, and of the last of each act.\n\n")
	b.print("%s\n", g)
	return nil
}

func (b *bench) print(format string, a ...any) { _, _ = fmt.Fprintf(b.out, format, a...) }
