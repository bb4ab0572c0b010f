package office

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestRefusal_SaysItsCodeItsClauseItsFieldAndItsFacts(t *testing.T) {
	for _, c := range []struct {
		r    *Refusal
		want string
	}{
		{Refuse(TooLate, "T5", ""), "TOO_LATE (T5)"},
		{Refuse(BadInput, "", "phone"), "BAD_INPUT in phone"},
		{Refuse(LimitExceeded, "Q4", "workingDays").With("limit", 7), "LIMIT_EXCEEDED (Q4) in workingDays map[limit:7]"},
		{Refuse(Internal, "", ""), "INTERNAL"},
	} {
		if got := c.r.Error(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestRefusal_WithKeepsTheOldOneAsItWas(t *testing.T) {
	bare := Refuse(RefusedState, "F6", "field")
	one := bare.With("status", "REPORTED")
	two := one.With("act", "PROMISE")
	other := one.With("status", "RECEIVED")
	if bare.Facts != nil || len(one.Facts) != 1 || one.Facts["status"] != "REPORTED" {
		t.Errorf("changed: %v, %v", bare.Facts, one.Facts)
	}
	if len(two.Facts) != 2 || two.Facts["status"] != "REPORTED" || two.Facts["act"] != "PROMISE" {
		t.Errorf("%v", two.Facts)
	}
	if len(other.Facts) != 1 || other.Facts["status"] != "RECEIVED" {
		t.Errorf("a fact of the same name is not replaced: %v", other.Facts)
	}
	for _, r := range []*Refusal{one, two, other} {
		if r.Code != RefusedState || r.Clause != "F6" || r.Field != "field" {
			t.Errorf("%+v", r)
		}
	}
}

func TestRefusal_IsFoundInAWrappedError(t *testing.T) {
	var r *Refusal
	if !errors.As(fmt.Errorf("promise: %w", Refuse(TooLate, "T5", "")), &r) || r.Code != TooLate {
		t.Errorf("%v", r)
	}
	if errors.As(errors.New("TOO_LATE (T5)"), &r) {
		t.Error("a text is no refusal")
	}
}

// Clients phrase refusals by their codes: each is one word of its own.
func TestRefusal_EachCodeIsAWordOfItsOwn(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "refusal.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	form, names := regexp.MustCompile(`^[A-Z]+(_[A-Z]+)*$`), map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || len(v.Values) != 1 {
			return true
		}
		lit, ok := v.Values[0].(*ast.BasicLit)
		if !ok {
			return true
		}
		word, err := strconv.Unquote(lit.Value)
		if typ, named := v.Type.(*ast.Ident); err != nil || !named || typ.Name != "Code" || !form.MatchString(word) {
			t.Errorf("%s is no code: %s", v.Names[0].Name, lit.Value)
		}
		if first, twice := names[word]; twice {
			t.Errorf("%s and %s are both %s", first, v.Names[0].Name, word)
		}
		names[word] = v.Names[0].Name
		return true
	})
	if len(names) < 20 || names["TOO_LATE"] != "TooLate" {
		t.Errorf("read only %s", strings.Join(strings.Fields(fmt.Sprint(names)), " "))
	}
}
