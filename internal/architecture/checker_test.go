package architecture

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

const module = "xinxing"

// A tree is the source as these tests see it.
type tree struct {
	packages map[string]*pkg // by folder, "" being the root
	sources  []source
	web      []webFile
}

// A pkg is the Go files of one folder.
type pkg struct {
	folder  string
	imports []use // of what is built into the program
	tests   []use // of its tests
}

// A use is an import, and where it stands.
type use struct {
	path string
	file string
	line int
}

// A source is a Go file that a person wrote, and what it takes from other packages.
type source struct {
	file  string
	test  bool
	calls []call
}

// A call is a mention of a name of another package, called or not, or of the method AddDate.
type call struct {
	name string // "time.Now", "xinxing/internal/store.ViewerOf", "AddDate", "time.*" where all are imported
	in   string // the function that holds it, "Type.Method" or "Func", "" outside of any
	line int
}

// A webFile is a file of the pages, and the modules that it names.
type webFile struct {
	file    string
	modules []use
}

var (
	skipped   = []string{"node_modules", "testdata", "vendor"} // wherever they are
	built     = []string{"bin", "data", "frontend/dist"}
	generated = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)
)

// read reads the source below the root of a module.
func read(root fs.FS) (*tree, error) {
	t := &tree{packages: map[string]*pkg{}}
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if base := path.Base(name); name != "." && (strings.HasPrefix(base, ".") || slices.Contains(skipped, base) || slices.Contains(built, name)) {
				return fs.SkipDir
			}
			return nil
		}
		switch ext := path.Ext(name); {
		case ext == ".go":
			return t.readGo(root, name)
		case (ext == ".ts" || ext == ".tsx") && strings.HasPrefix(name, "frontend/src/"):
			return t.readWeb(root, name)
		}
		return nil
	})
	return t, err
}

func (t *tree) readGo(root fs.FS, name string) error {
	text, err := fs.ReadFile(root, name)
	if err != nil {
		return err
	}
	mode := parser.ParseComments
	made := generated.Match(text)
	if made {
		mode = parser.ImportsOnly
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, text, mode)
	if err != nil {
		return err
	}
	folder := path.Dir(name)
	p := t.packages[folder]
	if p == nil {
		p = &pkg{folder: folder}
		t.packages[folder] = p
	}
	test := strings.HasSuffix(name, "_test.go")
	for _, i := range file.Imports {
		of, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return err
		}
		u := use{of, name, set.Position(i.Pos()).Line}
		if test {
			p.tests = append(p.tests, u)
		} else {
			p.imports = append(p.imports, u)
		}
	}
	if !made {
		t.sources = append(t.sources, source{name, test, callsOf(set, file)})
	}
	return nil
}

// callsOf finds what a file takes from the packages that it imports, under whatever names it imports them, and the
// method AddDate.
func callsOf(set *token.FileSet, file *ast.File) []call {
	var found []call
	add := func(name, in string, at token.Pos) {
		found = append(found, call{name, in, set.Position(at).Line})
	}
	local := map[string]string{}
	for _, i := range file.Imports {
		of, _ := strconv.Unquote(i.Path.Value)
		switch {
		case i.Name == nil:
			local[path.Base(of)] = of
		case i.Name.Name == ".":
			add(of+".*", "", i.Pos())
		default:
			local[i.Name.Name] = of
		}
	}
	for _, d := range file.Decls {
		in := ""
		if f, ok := d.(*ast.FuncDecl); ok {
			in = f.Name.Name
			if f.Recv != nil && len(f.Recv.List) == 1 {
				in = receiver(f.Recv.List[0].Type) + "." + in
			}
		}
		ast.Inspect(d, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, plain := s.X.(*ast.Ident); plain && x.Obj == nil && local[x.Name] != "" { // a variable of that name has an object
				add(local[x.Name]+"."+s.Sel.Name, in, s.Pos())
			} else if s.Sel.Name == "AddDate" {
				add("AddDate", in, s.Pos())
			}
			return true
		})
	}
	return found
}

func receiver(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return receiver(t.X)
	case *ast.IndexExpr:
		return receiver(t.X)
	case *ast.Ident:
		return t.Name
	}
	return "?"
}

// A module is named after from, import or require, or in import(…) and vi.mock(…).
var named = regexp.MustCompile(`(?:\bfrom\s*|\bimport\s*\(?\s*(?:/\*[^*]*\*/\s*)?|\brequire\s*\(\s*|\.(?:mock|doMock|importActual)\s*(?:<[^>]*>)?\s*\(\s*)["'` + "`" + `]([^"'` + "`" + `\n]+)["'` + "`" + `]`)

func (t *tree) readWeb(root fs.FS, name string) error {
	text, err := fs.ReadFile(root, name)
	if err != nil {
		return err
	}
	f := webFile{file: name}
	for _, m := range named.FindAllSubmatchIndex(text, -1) {
		line := 1 + strings.Count(string(text[:m[0]]), "\n")
		f.modules = append(f.modules, use{string(text[m[2]:m[3]]), name, line})
	}
	t.web = append(t.web, f)
	return nil
}

// match tells whether a path is the pattern, or lies below it where it ends in "/...". "std" is the standard library.
func match(pattern, name string) bool {
	if pattern == "std" {
		first, _, _ := strings.Cut(name, "/")
		return !strings.Contains(first, ".") && first != module
	}
	if pattern == "..." {
		return true
	}
	if prefix, ok := strings.CutSuffix(pattern, "/..."); ok {
		return name == prefix || strings.HasPrefix(name, prefix+"/")
	}
	return name == pattern
}

func matchAny(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return match(p, name) })
}

// A ban is one line of the table "must never see".
type ban struct {
	who    string   // the folders that it binds
	but    []string // folders below them that it does not bind
	only   []string // where given: all that these folders may import
	never  []string // and what they may not, even so
	reach  bool     // not through other packages of the module either
	tests  bool     // binds their tests too
	reason string
}

// broken lists every import that breaks the ban.
func (t *tree) broken(b ban) []string {
	var found []string
	for _, folder := range t.folders() {
		if !b.binds(folder) {
			continue
		}
		p := t.packages[folder]
		uses := p.imports
		if b.tests {
			uses = slices.Concat(p.imports, p.tests)
		}
		for _, u := range uses {
			if b.forbids(u.path) {
				found = append(found, fmt.Sprintf("%s:%d imports %s: %s", u.file, u.line, u.path, b.reason))
				continue
			}
			if !b.reach {
				continue
			}
			for _, way := range t.ways(u.path, b, map[string]bool{}) {
				found = append(found, fmt.Sprintf("%s:%d imports %s: %s", u.file, u.line, way, b.reason))
			}
		}
	}
	return found
}

// ways lists how a package of the module reaches what the ban forbids: "xinxing/a, which imports xinxing/b".
func (t *tree) ways(from string, b ban, seen map[string]bool) []string {
	folder, inside := strings.CutPrefix(from, module+"/")
	if !inside || seen[folder] || t.packages[folder] == nil {
		return nil
	}
	seen[folder] = true
	var found []string
	for _, u := range t.packages[folder].imports {
		if b.forbids(u.path) {
			found = append(found, from+", which imports "+u.path)
			continue
		}
		for _, way := range t.ways(u.path, b, seen) {
			found = append(found, from+", which imports "+way)
		}
	}
	return found
}

func (b ban) binds(folder string) bool { return match(b.who, folder) && !matchAny(b.but, folder) }

func (b ban) forbids(name string) bool {
	return matchAny(b.never, name) || len(b.only) > 0 && !matchAny(b.only, name)
}

func (t *tree) folders() []string {
	var all []string
	for folder := range t.packages {
		all = append(all, folder)
	}
	slices.Sort(all)
	return all
}

// A narrow ban lets folders take only a few names from a package.
type narrow struct {
	who    string
	from   string
	only   []string
	reason string
}

// narrowBroken lists every other name that is taken. Tests are free.
func (t *tree) narrowBroken(n narrow) []string {
	var found []string
	for _, s := range t.sources {
		if s.test || !match(n.who, path.Dir(s.file)) {
			continue
		}
		for _, c := range s.calls {
			if name, ok := strings.CutPrefix(c.name, n.from+"."); ok && !slices.Contains(n.only, name) {
				found = append(found, fmt.Sprintf("%s:%d takes %s from %s: %s", s.file, c.line, name, n.from, n.reason))
			}
		}
	}
	return found
}

// A leave lets one place ask the machine's clock, or wait for it.
type leave struct {
	place  string   // a file, "file:Func", "file:Type.Method", or "folder/..."
	calls  []string // none: all
	reason string
}

func (l leave) covers(file string, c call) bool {
	of, in, one := strings.Cut(l.place, ":")
	return (of == file || strings.HasSuffix(of, "/...") && match(of, path.Dir(file))) && (!one || in == c.in) &&
		(l.calls == nil || slices.Contains(l.calls, c.name))
}

// clockBroken lists every use of the machine's clock that no leave covers, and every leave that covers nothing.
// The tests of the rules may add dates, and ask no clock either; other tests are free.
func (t *tree) clockBroken(clock []string, leaves []leave, rules string) []string {
	var found []string
	used := make([]map[string]bool, len(leaves))
	for i := range used {
		used[i] = map[string]bool{}
	}
	for _, s := range t.sources {
		strict := match(rules, path.Dir(s.file))
		for _, c := range s.calls {
			if !slices.Contains(clock, c.name) || s.test && (!strict || c.name == "AddDate") {
				continue
			}
			covered := false
			for i, l := range leaves {
				if !s.test && l.covers(s.file, c) {
					covered, used[i][c.name] = true, true
				}
			}
			if strict || !covered {
				found = append(found, fmt.Sprintf("%s:%d uses %s in %q: time comes from the clock that is passed in; a new need is a line with its reason in this test",
					s.file, c.line, c.name, c.in))
			}
		}
	}
	for i, l := range leaves {
		for _, name := range l.calls {
			if !used[i][name] {
				found = append(found, fmt.Sprintf("%s does not use %s any more: take its leave away", l.place, name))
			}
		}
		if len(used[i]) == 0 && l.calls == nil {
			found = append(found, l.place+" asks no clock any more: take its leave away")
		}
	}
	return found
}

// featuresBroken lists every import of one feature of the pages from another.
func (t *tree) featuresBroken() []string {
	const features = "frontend/src/features/"
	var found []string
	feature := func(name string) string {
		rest, ok := strings.CutPrefix(name, features)
		if !ok {
			return ""
		}
		first, _, _ := strings.Cut(rest, "/")
		return strings.TrimSuffix(strings.TrimSuffix(first, ".ts"), ".tsx")
	}
	for _, f := range t.web {
		own := feature(f.file)
		if own == "" {
			continue
		}
		for _, u := range f.modules {
			to := u.path
			switch {
			case strings.HasPrefix(to, "@/"):
				to = "frontend/src/" + strings.TrimPrefix(to, "@/")
			case strings.HasPrefix(to, "/src/"):
				to = "frontend" + to
			case strings.HasPrefix(to, "."):
				to = path.Join(path.Dir(f.file), to)
			default:
				continue
			}
			if other := feature(path.Clean(to)); other != "" && other != own {
				found = append(found, fmt.Sprintf("%s:%d imports %s: features never import each other, or no page can be changed or taken out alone; what two need stands in components", f.file, u.line, u.path))
			}
		}
	}
	return found
}
