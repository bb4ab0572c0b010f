package enum_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/enum"
	"xinxing/internal/office/program"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
)

type word string

func TestEnum_StringsKeepTheOrder(t *testing.T) {
	if got := enum.Strings([]word{"B", "A", "C"}); !slices.Equal(got, []string{"B", "A", "C"}) {
		t.Errorf("%v", got)
	}
	if got := enum.Strings[word](nil); got == nil || len(got) != 0 {
		t.Errorf("%#v", got)
	}
}

func TestEnum_OnlyTheWordsOfTheListAreRead(t *testing.T) {
	list := []word{"ON", "OFF"}
	if got, err := enum.Unmarshal("ON", list); err != nil || got != "ON" {
		t.Errorf("%q, %v", got, err)
	}
	for _, in := range []any{"", "on", " ON", "ON ", "ONE", "OFF\x00", nil, 1, true, []string{"ON"}, word("ON")} {
		if got, err := enum.Unmarshal(in, list); err == nil || got != "" {
			t.Errorf("%#v is read as %q, %v", in, got, err)
		}
	}
}

func TestEnum_MarshalQuotes(t *testing.T) {
	var b bytes.Buffer
	enum.Marshal(&b, `A"B`)
	if b.String() != `"A\"B"` {
		t.Errorf("%s", b.String())
	}
}

// closed is what every closed list of words does.
type closed interface {
	Values() []string
	MarshalGQL(io.Writer)
}

// list is one closed list: its words, and reading a word into it.
type list struct {
	values []string
	write  func(string) string
	read   func(any) (string, error)
}

func of[T interface {
	~string
	closed
}, P interface {
	*T
	UnmarshalGQL(any) error
}]() list {
	return list{
		T("").Values(),
		func(s string) string { var b bytes.Buffer; T(s).MarshalGQL(&b); return b.String() },
		func(in any) (string, error) { var v T; err := P(&v).UnmarshalGQL(in); return string(v), err },
	}
}

// lists are the closed lists of the rules, by package and type.
var lists = map[string]list{
	"casework.Status":          of[casework.Status](),
	"casework.ClockKind":       of[casework.ClockKind](),
	"casework.Standing":        of[casework.Standing](),
	"casework.Act":             of[casework.Act](),
	"casework.EventKind":       of[casework.EventKind](),
	"casework.AlarmKind":       of[casework.AlarmKind](),
	"casework.BreachKind":      of[casework.BreachKind](),
	"casework.TellWay":         of[casework.TellWay](),
	"casework.HandOverState":   of[casework.HandOverState](),
	"casework.ReportState":     of[casework.ReportState](),
	"casework.ExtensionState":  of[casework.ExtensionState](),
	"casework.PromiseOrigin":   of[casework.PromiseOrigin](),
	"casework.PromiseResult":   of[casework.PromiseResult](),
	"casework.ItemKind":        of[casework.ItemKind](),
	"casework.Channel":         of[casework.Channel](),
	"casework.Matter":          of[casework.Matter](),
	"casework.RatingLevel":     of[casework.RatingLevel](),
	"casework.RatingTag":       of[casework.RatingTag](),
	"casework.ComplaintTopic":  of[casework.ComplaintTopic](),
	"casework.MaterialForm":    of[casework.MaterialForm](),
	"casework.PieceState":      of[casework.PieceState](),
	"casework.PaperKind":       of[casework.PaperKind](),
	"casework.PaperSize":       of[casework.PaperSize](),
	"casework.PublicFileKind":  of[casework.PublicFileKind](),
	"duty.HolderRole":          of[duty.HolderRole](),
	"duty.Role":                of[duty.Role](),
	"duty.State":               of[duty.State](),
	"duty.AbsenceKind":         of[duty.AbsenceKind](),
	"duty.AbsenceState":        of[duty.AbsenceState](),
	"duty.AbsenceAct":          of[duty.AbsenceAct](),
	"duty.ThingKind":           of[duty.ThingKind](),
	"duty.StudyKind":           of[duty.StudyKind](),
	"cobuild.PartnerKind":      of[cobuild.PartnerKind](),
	"cobuild.ResourceKind":     of[cobuild.ResourceKind](),
	"cobuild.ProjectKind":      of[cobuild.ProjectKind](),
	"cobuild.Origin":           of[cobuild.Origin](),
	"cobuild.Stage":            of[cobuild.Stage](),
	"cobuild.PictureKind":      of[cobuild.PictureKind](),
	"cobuild.TokenKind":        of[cobuild.TokenKind](),
	"cobuild.Scope":            of[cobuild.Scope](),
	"employment.Situation":     of[employment.Situation](),
	"employment.Residence":     of[employment.Residence](),
	"employment.SeekerState":   of[employment.SeekerState](),
	"employment.Obstacle":      of[employment.Obstacle](),
	"employment.Sector":        of[employment.Sector](),
	"employment.Hours":         of[employment.Hours](),
	"employment.ReferralState": of[employment.ReferralState](),
	"employment.TalkWay":       of[employment.TalkWay](),
	"employment.ReasonCode":    of[employment.ReasonCode](),
	"program.Kind":             of[program.Kind](),
	"program.State":            of[program.State](),
	"program.EnrolmentState":   of[program.EnrolmentState](),
	"program.EnrolWay":         of[program.EnrolWay](),
	"program.CheckIn":          of[program.CheckIn](),
	"program.GroupKind":        of[program.GroupKind](),
	"program.PropKind":         of[program.PropKind](),
	"reporting.Measure":        of[reporting.Measure](),
	"reporting.Figure":         of[reporting.Figure](),
	"reporting.Unit":           of[reporting.Unit](),
	"reporting.Dimension":      of[reporting.Dimension](),
	"reporting.Step":           of[reporting.Step](),
	"reporting.Rollup":         of[reporting.Rollup](),

	"reporting.ResidentFigure":    of[reporting.ResidentFigure](),
	"reporting.ResidentUnit":      of[reporting.ResidentUnit](),
	"reporting.ResidentAttribute": of[reporting.ResidentAttribute](),
	"reporting.PullState":         of[reporting.PullState](),
	"reporting.PullFormat":        of[reporting.PullFormat](),
	"reporting.PullLanguage":      of[reporting.PullLanguage](),
	"workday.RowKind":             of[workday.RowKind](),
	"workday.DayKind":             of[workday.DayKind](),
	"workday.Reason":              of[workday.Reason](),
}

// declared reads the constants of a package: the words of each of its types.
func declared(t *testing.T, pkg string) map[string][]string {
	t.Helper()
	files, err := filepath.Glob("../" + pkg + "/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v, %v", pkg, files, err)
	}
	found := map[string][]string{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, s := range g.Specs {
				v := s.(*ast.ValueSpec)
				typ, ok := v.Type.(*ast.Ident)
				if !ok || !typ.IsExported() || len(v.Values) != 1 {
					continue
				}
				switch value := v.Values[0].(type) {
				case *ast.BasicLit:
					if value.Kind == token.STRING {
						w, _ := strconv.Unquote(value.Value)
						found[pkg+"."+typ.Name] = append(found[pkg+"."+typ.Name], w)
					}
				case *ast.CallExpr: // DayKind(RowLocalOpening): the word of another list
					if arg, ok := value.Args[0].(*ast.Ident); ok {
						found[pkg+"."+typ.Name] = append(found[pkg+"."+typ.Name], "= "+arg.Name)
					}
				}
			}
		}
	}
	return found
}

// A word that is declared and not listed would be refused by the API and by the database.
func TestEnum_EveryWordThatIsDeclaredIsListedOnce(t *testing.T) {
	form := regexp.MustCompile(`^[A-Z]+[0-9]*(_[A-Z]+)*$`) // A4 and P90 are words too
	all := map[string][]string{}
	for _, pkg := range []string{"casework", "cobuild", "duty", "employment", "program", "reporting", "workday"} {
		maps.Copy(all, declared(t, pkg))
	}
	for name := range all {
		if _, ok := lists[name]; !ok {
			t.Errorf("%s is tested nowhere", name)
		}
	}
	for name, l := range lists {
		words := all[name]
		if len(words) != len(l.values) {
			t.Errorf("%s: declared %v, listed %v", name, words, l.values)
		}
		for _, w := range words {
			if !strings.HasPrefix(w, "= ") && !slices.Contains(l.values, w) {
				t.Errorf("%s: %s is not listed", name, w)
			}
		}
		for i, w := range l.values {
			if slices.Contains(l.values[:i], w) || !form.MatchString(w) {
				t.Errorf("%s: %v", name, l.values)
			}
			if got := l.write(w); got != `"`+w+`"` {
				t.Errorf("%s is written as %s", w, got)
			}
			if got, err := l.read(w); err != nil || got != w {
				t.Errorf("%s %s is read as %q, %v", name, w, got, err)
			}
		}
		for _, in := range []any{"", "UNHEARD_OF", strings.ToLower(l.values[0]), 1, nil} {
			if got, err := l.read(in); err == nil {
				t.Errorf("%s reads %#v as %q", name, in, got)
			}
		}
	}
}
