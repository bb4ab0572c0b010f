// Package architecture keeps the import table of ARCHITECTURE.md: who must never see what, and why.
package architecture

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
)

// The table "must never see".
var bans = []ban{
	{
		who: "internal/office/...", only: []string{"std", module + "/internal/office/..."},
		reason: "the mechanisms are pure rules, so that a table is their whole test",
	},
	{
		who:    "internal/office/...",
		never:  []string{"database/sql/...", "net/...", "os/...", "context", "log/...", "io/ioutil", "syscall", "unsafe", "math/rand/...", "crypto/rand", "runtime/..."},
		reason: "a rule decides from facts that are passed in: no database, network, machine, chance or log",
	},
	{
		who: "internal/office/...", only: []string{"std", module + "/internal/office/...", "pgregory.net/rapid"}, tests: true,
		never:  []string{"database/sql/...", "net/...", "context"},
		reason: "rules are tested as what they are, without a database or a server",
	},
	{
		who: "ent/schema", never: []string{module + "/ent", module + "/ent/...", module + "/internal/store/...", module + "/internal/service/...", module + "/graph/...", module + "/server/..."},
		reach: true, tests: true,
		reason: "the schema declares and never decides; if it needed generated code it could not be generated from clean",
	},
	{
		who: "ent/...", but: []string{"ent/schema"}, never: []string{module + "/internal/store/...", module + "/internal/service/...", module + "/internal/demo/...", module + "/graph/...", module + "/server/..."},
		reach: true, tests: true,
		reason: "the data lies below everything that uses it",
	},
	{
		who: "internal/store/...", never: []string{"github.com/99designs/gqlgen/...", "github.com/vektah/gqlparser/..."}, tests: true,
		reason: "the store does not know what an API is",
	},
	{
		who: "internal/store/...", never: []string{module + "/internal/service/...", module + "/internal/demo/...", module + "/graph/...", module + "/server/..."},
		reach: true, tests: true,
		reason: "the store keeps data and guards; what an act does, and who asks, is above it",
	},
	{
		who: "internal/service/...", never: []string{"github.com/99designs/gqlgen/...", "github.com/vektah/gqlparser/...", "net/http/..."}, tests: true,
		reason: "a use case is the same whether it is asked by GraphQL, by a command or by the engine",
	},
	{
		who: "internal/service/...", never: []string{module + "/graph/...", module + "/server/...", module + "/internal/demo/..."},
		reach: true, tests: true,
		reason: "nobody looks up: the service does not know who calls it",
	},
	{
		who: "internal/demo/...", never: []string{module + "/graph/...", module + "/server/..."}, reach: true, tests: true,
		reason: "the demo is made by the acts of the service, not through the API",
	},
	{
		who: "internal/seal", never: aboveThePlain, reach: true, tests: true, reason: plain,
	},
	{
		who: "internal/ical", never: aboveThePlain, reach: true, tests: true, reason: plain,
	},
	{
		who: "internal/pinyin", never: aboveThePlain, reach: true, tests: true, reason: plain,
	},
	{
		who: "internal/paper/...", never: aboveThePlain, reach: true, tests: true, reason: plain,
	},
	{
		// Not its tests: they keep files in a bucket that they serve themselves.
		who: "internal/files/...", never: aboveThePlain[:6], reach: true, reason: plain,
	},
	{
		who: "internal/sheet/...", never: aboveThePlain, reach: true, tests: true, reason: plain,
	},
	{
		who: "internal/evidence", never: aboveThePlain, reach: true, tests: true, reason: plain,
	},
	{
		who: "internal/key", never: aboveThePlain, reach: true, tests: true, reason: plain,
	},
	{
		who: "graph/...", never: []string{module + "/server/..."}, reach: true, tests: true,
		reason: "resolvers do not know over which transport they answer",
	},
	{
		who:    "graph/...",
		never:  []string{module + "/internal/store/sqldb/...", module + "/internal/store/migrations/...", module + "/internal/store/wake", module + "/internal/demo/...", "database/sql/...", "entgo.io/ent/dialect/sql/...", "net/http/..."},
		reason: "reads go through the guarded ent client and acts through the service: a resolver that reached the database would go round both",
	},
	{
		who: "...", but: []string{"server/..."}, never: []string{module + "/server/..."}, tests: true,
		reason: "the server is the program; nothing imports it",
	},
	{
		who: "...", but: []string{"server/..."}, never: []string{module + "/frontend/..."},
		reason: "only the program carries the pages",
	},
	{
		who: "server/...", but: []string{"server/gqlhttp/gqltest"},
		never:  []string{"testing/...", "pgregory.net/rapid", module + "/internal/service/servicetest", module + "/ent/enttest", module + "/internal/store/pgcluster/...", module + "/internal/store/storetest", module + "/server/gqlhttp/gqltest"},
		reach:  true,
		reason: "what only tests need is not in the program",
	},
}

var aboveThePlain = []string{
	module + "/ent/...", module + "/internal/store/...", module + "/internal/service/...", module + "/internal/demo/...", module + "/graph/...",
	module + "/server/...", "database/sql/...", "net/http/...",
}

const plain = "a plain tool of the layers above knows none of them"

// What little may be taken from a package that is else out of reach.
var narrows = []narrow{
	{
		who: "graph/...", from: module + "/internal/store", only: []string{"ViewerOf"},
		reason: "reads go through the guarded ent client and acts through the service; of the store a resolver needs only who is asking",
	},
}

// Reading the machine's clock, waiting for it, and calendar days added by hand.
var clock = []string{
	"time.*", "time.Now", "time.Since", "time.Until", "AddDate",
	"time.Sleep", "time.After", "time.AfterFunc", "time.NewTimer", "time.NewTicker", "time.Tick",
}

// Who may ask the machine's clock, and for what.
var leaves = []leave{
	{"internal/service/clock.go:WallClock.Now", []string{"time.Now"}, "the one clock of the office; every other instant comes from it or from the rehearsal clock"},
	{"internal/service/auth.go:Desk.Tidy", []string{"time.NewTicker"}, "how often what is over is forgotten; what is over is decided by the office's clock"},
	{"internal/service/evidence.go:Desk.KeepLog", []string{"time.NewTicker"}, "how often the log takes in what is new; checkpoints carry the office's clock"},
	{"internal/service/rollups.go:Desk.KeepRollups", []string{"time.NewTicker"}, "how often it is looked whether enough was counted to be folded; what counts on which day is decided by the office's clock"},
	{"internal/service/reportpulls.go:Desk.KeepPulls", []string{"time.NewTicker"}, "how often pulls that are over are looked for; what is over is decided by the office's clock"},
	{"internal/service/engine.go:Desk.Run", []string{"time.NewTimer"}, "the engine sleeps until the next alarm; what is due is decided by the office's clock"},
	{"internal/store/sqldb/errors.go", []string{"time.NewTimer"}, "the pause before a transaction runs again"},
	{"internal/store/wake/postgres.go", []string{"time.Now", "time.Since", "time.NewTimer", "time.NewTicker"}, "heartbeat and silence of a connection"},
	{"internal/store/wake/wake.go", []string{"time.NewTicker"}, "a wake-up now and then in case one was lost"},
	{"internal/store/pgcluster/cluster.go", []string{"time.After", "time.NewTicker"}, "whether a database of the tests has begun, or does not end"},
	{"internal/demo/year.go", []string{"AddDate"}, "the demo walks through its year; what it does on a day goes through the acts"},
	{"internal/demo/demo.go", []string{"AddDate"}, "the demo begins a year back"},
	{"bench/...", nil, "a program of its own that measures"},
	{"server/papers.go:upload", []string{"time.Now"}, "the deadline of a connection over which a file comes"},
	{"server/ledgers.go:lateHeader.Write", []string{"time.Now"}, "the deadline of a connection over which a file goes"},
	{"server/metrics.go", []string{"time.Now", "time.Since"}, "how long an operation took"},
	{"server/gqlhttp/sse.go", []string{"time.Now", "time.AfterFunc"}, "deadlines and heartbeat of a connection"},
	{"server/gqlws/conn.go", []string{"time.AfterFunc"}, "deadlines and heartbeat of a connection"},
	{"server/gqlws/registry.go", []string{"time.Now", "time.Since"}, "how long an ended session's sockets are refused"},
}

var readOnce = sync.OnceValues(func() (*tree, error) { return read(os.DirFS("../..")) })

func theSource(t *testing.T) *tree {
	t.Helper()
	tree, err := readOnce()
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func TestArchitecture_NobodySeesWhatTheyMustNotSee(t *testing.T) {
	tree := theSource(t)
	for _, b := range bans {
		if !slices.ContainsFunc(tree.folders(), b.binds) {
			t.Errorf("%s: no such folder; the ban on %s binds nobody", b.who, strings.Join(b.never, " "))
		}
		for _, line := range tree.broken(b) {
			t.Error(line)
		}
	}
	for _, n := range narrows {
		for _, line := range tree.narrowBroken(n) {
			t.Error(line)
		}
	}
}

func TestTime_OnlyTheClocksOwnPlacesAskTheMachine(t *testing.T) {
	for _, line := range theSource(t).clockBroken(clock, leaves, "internal/office/...") {
		t.Error(line)
	}
}

func TestArchitecture_FeaturesNeverImportEachOther(t *testing.T) {
	tree := theSource(t)
	if !slices.ContainsFunc(tree.web, func(f webFile) bool { return strings.HasPrefix(f.file, "frontend/src/features/") && len(f.modules) > 0 }) {
		t.Error("no feature found under frontend/src/features")
	}
	for _, line := range tree.featuresBroken() {
		t.Error(line)
	}
}

// The packages that these bans name exist, so that a ban does not outlive a name.
func TestArchitecture_TheBansNamePackagesThatExist(t *testing.T) {
	tree := theSource(t)
	for _, b := range bans {
		for _, name := range append(slices.Clone(b.never), b.only...) {
			folder, ok := strings.CutPrefix(name, module+"/")
			if !ok {
				continue
			}
			if !slices.ContainsFunc(tree.folders(), func(f string) bool { return match(folder, f) }) {
				t.Errorf("%s: %s is no package", b.who, name)
			}
		}
	}
}
