package architecture

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// files makes a tree of files from "name", "text" pairs.
func files(t *testing.T, pairs ...string) *tree {
	t.Helper()
	root := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		root[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	tree, err := read(root)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func importing(name, of string) string { return fmt.Sprintf("package %s\n\nimport _ %q\n", name, of) }

// folderOf is a folder that a pattern binds.
func folderOf(pattern string) string {
	if pattern == "..." {
		return "internal/elsewhere"
	}
	if prefix, ok := strings.CutSuffix(pattern, "/..."); ok {
		return prefix + "/deep"
	}
	return pattern
}

func importOf(pattern string) string { return strings.TrimSuffix(pattern, "/...") }

// Every ban of the table fails on every import that it names: directly, through another package where it says so, and
// in tests where it says so; it spares the folders that it exempts, and says where and why.
func TestArchitecture_EveryBanCanFail(t *testing.T) {
	for i, b := range bans {
		forbidden := b.never
		if len(b.only) > 0 {
			forbidden = append([]string{"github.com/someone/something", module + "/internal/service"}, forbidden...)
		}
		folder := folderOf(b.who)
		for _, pattern := range forbidden {
			of := importOf(pattern)
			name := fmt.Sprintf("ban %d, %s imports %s", i, folder, of)
			found := files(t, folder+"/x.go", importing("x", of)).broken(b)
			if len(found) != 1 || !strings.HasPrefix(found[0], folder+"/x.go:3 imports "+of) || !strings.HasSuffix(found[0], b.reason) {
				t.Errorf("%s: found %q", name, found)
			}
			if b.reason == "" {
				t.Errorf("%s: no reason", name)
			}
			if strings.HasSuffix(pattern, "/...") {
				if found := files(t, folder+"/x.go", importing("x", of+"/inner")).broken(b); len(found) != 1 {
					t.Errorf("%s/inner: found %q", name, found)
				}
			}
			found = files(t, folder+"/x_test.go", importing("x", of)).broken(b)
			if want := b.tests; want != (len(found) == 1) {
				t.Errorf("%s in a test: found %q", name, found)
			}
			if len(b.only) == 0 {
				through := []string{folder + "/x.go", importing("x", module+"/one"), "one/one.go", importing("one", module+"/two"), "two/two.go", importing("two", of)}
				found = files(t, through...).broken(b)
				if b.who == "..." {
					continue // the packages between are bound themselves
				}
				if want := b.reach; want != (len(found) == 1) {
					t.Errorf("%s through two packages: found %q", name, found)
				} else if want && !strings.Contains(found[0], "imports xinxing/one, which imports xinxing/two, which imports "+of) {
					t.Errorf("%s: the way is not told: %s", name, found[0])
				}
			}
			for _, spared := range b.but {
				if found := files(t, importOf(spared)+"/x.go", importing("x", of)).broken(b); len(found) != 0 {
					t.Errorf("%s: %s is exempt, found %q", name, spared, found)
				}
			}
		}
		if found := files(t, folder+"/x.go", importing("x", "strings"), folder+"/x_test.go", importing("x", "testing")).broken(b); len(found) != 0 && !strings.HasPrefix(b.who, "server") {
			t.Errorf("ban %d: harmless, but %q", i, found)
		}
	}
}

func TestArchitecture_ANameThatOnlyBeginsAlikeIsAnother(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		want          bool
	}{
		{"net/...", "net", true},
		{"net/...", "net/http", true},
		{"net/...", "netip", false},
		{"xinxing/server/...", "xinxing/serverless", false},
		{"xinxing/ent", "xinxing/ent/schema", false},
		{"std", "strings", true},
		{"std", "database/sql", true},
		{"std", "github.com/lib/pq", false},
		{"std", "xinxing/ent", false},
		{"std", "xinxing", false},
		{"...", "anything/at/all", true},
	} {
		if got := match(c.pattern, c.name); got != c.want {
			t.Errorf("%s matches %s: %t", c.pattern, c.name, got)
		}
	}
}

func TestArchitecture_NarrowBansCanFail(t *testing.T) {
	const head = "package graph\n\nimport keep \"xinxing/internal/store\"\n\n"
	for _, n := range narrows {
		if found := files(t, "graph/x.go", head+"var a, _ = keep.ViewerOf(nil)\n").narrowBroken(n); len(found) != 0 {
			t.Errorf("allowed, but %q", found)
		}
		found := files(t, "graph/x.go", head+"func f() { _ = keep.System() }\n").narrowBroken(n)
		if len(found) != 1 || !strings.HasPrefix(found[0], "graph/x.go:5 takes System from xinxing/internal/store: ") {
			t.Errorf("found %q", found)
		}
		if found := files(t, "graph/x.go", "package graph\n\nimport . \"xinxing/internal/store\"\n\nvar a = System\n").narrowBroken(n); len(found) != 1 {
			t.Errorf("imported by dot: found %q", found)
		}
	}
}

// A clock is found under any name, called or handed on, and only a clock.
func TestTime_TheSearchForClocksCanFail(t *testing.T) {
	const plain, renamed = "package x\n\nimport \"time\"\n\n", "package x\n\nimport clock \"time\"\n\n"
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"called", plain + "func f() { _ = time.Now() }\n", 1},
		{"handed on", plain + "var now = time.Now\n", 1},
		{"in a struct", plain + "var s = struct{ now func() time.Time }{now: time.Now}\n", 1},
		{"since and until", plain + "func f(t time.Time) { _, _ = time.Since(t), time.Until(t) }\n", 2},
		{"renamed", renamed + "func f() { _ = clock.Now() }\n", 1},
		{"by dot", "package x\n\nimport . \"time\"\n\nvar a = Now()\n", 1},
		{"waiting", plain + "func f() { time.Sleep(1); <-time.After(1); time.NewTimer(1) }\n", 3},
		{"adding days", plain + "func f(t time.Time) time.Time { return t.AddDate(0, 0, 7) }\n", 1},
		{"two days added in one line", plain + "func f(t time.Time) time.Time { return t.AddDate(0, 0, 7).AddDate(1, 0, 0) }\n", 2},
		{"a clock that was passed in", plain + "func f(time interface{ Now() int }) int { return time.Now() }\n", 0},
		{"another package's", "package x\n\nimport \"xinxing/time\"\n\nvar a = time.Now()\n", 0},
		{"a type", plain + "var d time.Duration = time.Hour\n", 0},
		{"a comment", plain + "// time.Now() is not called.\nvar d time.Duration\n", 0},
		{"generated", "// Code generated by ent, DO NOT EDIT.\n\n" + plain + "var now = time.Now\n", 0},
	} {
		for folder, strict := range map[string]bool{"internal/service": false, "internal/office/casework": true} {
			if got := files(t, folder+"/x.go", c.text).clockBroken(clock, nil, "internal/office/..."); len(got) != c.want {
				t.Errorf("%s, %s: found %q", folder, c.name, got)
			}
			want := 0
			if strict && !strings.Contains(c.text, "AddDate") {
				want = c.want
			}
			if got := files(t, folder+"/x_test.go", c.text).clockBroken(clock, nil, "internal/office/..."); len(got) != want {
				t.Errorf("%s, %s in a test: found %q", folder, c.name, got)
			}
		}
	}
}

func TestTime_ALeaveCoversItsPlaceAndNoOther(t *testing.T) {
	const text = "package x\n\nimport \"time\"\n\ntype W struct{}\n\nfunc (*W) Now() time.Time { return time.Now() }\n\nfunc Other() time.Time { return time.Now() }\n"
	tree := files(t, "a/x.go", text)
	for _, c := range []struct {
		l    leave
		want int
	}{
		{leave{"a/x.go", []string{"time.Now"}, "r"}, 0},
		{leave{"a/x.go:W.Now", []string{"time.Now"}, "r"}, 1},
		{leave{"a/...", nil, "r"}, 0},
		{leave{"a/x.go:Nobody", []string{"time.Now"}, "r"}, 3},        // both uses, and the leave itself
		{leave{"a/x.go", []string{"time.Now", "time.Since"}, "r"}, 1}, // Since is not used any more
		{leave{"b/...", nil, "r"}, 3},
	} {
		if got := tree.clockBroken(clock, []leave{c.l}, "internal/office/..."); len(got) != c.want {
			t.Errorf("%+v: found %q", c.l, got)
		}
	}
	// No leave opens the rules.
	rules := files(t, "internal/office/x.go", text)
	if got := rules.clockBroken(clock, []leave{{"internal/office/x.go", []string{"time.Now"}, "r"}}, "internal/office/..."); len(got) != 2 {
		t.Errorf("found %q", got)
	}
	for _, l := range leaves {
		if l.reason == "" {
			t.Errorf("%s: no reason", l.place)
		}
	}
}

func TestArchitecture_FeaturesCanFail(t *testing.T) {
	const file = "frontend/src/features/case/CaseView.tsx"
	for text, want := range map[string]int{
		`import { x } from "@/features/queue/filters";`:                 1,
		`import { x } from "../queue/filters";`:                         1,
		`import type { X } from '../queue/filters';`:                    1,
		"import {\n  x,\n  y,\n} from \"../queue/filters\";":            1,
		`import "../queue/queue.css";`:                                  1,
		`export * from "../queue/filters";`:                             1,
		`const V = lazy(() => import("../queue/QueueView"));`:           1,
		`const V = await import(/* later */ "@/features/queue/x");`:     1,
		`vi.mock("../queue/useQueue", () => ({}));`:                     1,
		`vi.importActual<typeof Q>("@/features/queue/useQueue");`:       1,
		`import { x } from "../../features/queue/filters";`:             1,
		`import { x } from "/src/features/queue/filters";`:              1,
		`import { x } from "../queue/a"; import { y } from "../staff";`: 2,
		`import { x } from "./documents";`:                              0,
		`import { x } from "../case/documents";`:                        0,
		`import { x } from "@/features/case/documents";`:                0,
		`import { x } from "@/components/Field";`:                       0,
		`import { x } from "../../components/Field";`:                   0,
		`import { Button } from "antd";`:                                0,
	} {
		found := files(t, file, text).featuresBroken()
		if len(found) != want {
			t.Errorf("%s\nfound %q", text, found)
		}
	}
	// The shell draws every feature.
	if found := files(t, "frontend/src/app/router.tsx", `import("@/features/queue/QueueView")`).featuresBroken(); len(found) != 0 {
		t.Errorf("found %q", found)
	}
	found := files(t, "frontend/src/features/case/a.ts", "// one\n\nimport { x } from \"../queue/a\";\n").featuresBroken()
	if len(found) != 1 || !strings.HasPrefix(found[0], "frontend/src/features/case/a.ts:3 imports ../queue/a: ") {
		t.Errorf("found %q", found)
	}
}

func TestArchitecture_TheReaderSkipsWhatIsNotOurs(t *testing.T) {
	tree := files(t,
		"node_modules/x/x.go", importing("x", "xinxing/server"), "frontend/node_modules/x/x.go", importing("x", "xinxing/server"),
		"data/x.go", importing("x", "xinxing/server"), "internal/a/testdata/x.go", importing("x", "xinxing/server"), ".git/x.go", "no Go at all", "frontend/dist/x.go", importing("x", "xinxing/server"),
		"internal/demo/data/x.go", importing("x", "fmt"))
	if got := tree.folders(); len(got) != 1 || got[0] != "internal/demo/data" {
		t.Errorf("read %v", got)
	}
}
