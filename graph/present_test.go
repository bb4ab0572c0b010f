package graph

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"xinxing/internal/office"
)

// A list of records without a weight costs nothing however long it gets: every one of the case's is weighed.
func TestWeigh_EveryListOfACase(t *testing.T) {
	var c ComplexityRoot
	Weigh(&c)
	schema := NewExecutableSchema(Config{}).Schema()
	for name, root := range map[string]any{"Case": c.Case, "Query": c.Query, "RatingSums": c.RatingSums} {
		for _, f := range schema.Types[name].Fields {
			below := schema.Types[f.Type.Name()]
			if f.Type.Elem == nil || below.Kind != ast.Object {
				continue
			}
			weight := reflect.ValueOf(root).FieldByName(strings.ToUpper(f.Name[:1]) + f.Name[1:])
			if !weight.IsValid() {
				t.Errorf("%s.%s is not known here", name, f.Name)
			} else if weight.IsNil() && !slices.Contains([]string{"Query.staff", "Query.posts", "Query.items", "Query.departments", "Query.myRatings", "RatingSums.levels"}, name+"."+f.Name) {
				t.Errorf("%s.%s is a list without a weight", name, f.Name)
			}
		}
	}
}

func TestPresent_EveryErrorHasACodeAndNoDetail(t *testing.T) {
	var log bytes.Buffer
	present := Present(slog.New(slog.NewTextHandler(&log, nil)))
	refusal := office.Refuse(office.TooLate, "T5", "workingDays").With("dueAt", "2026-02-26").With("limit", 3)
	for name, test := range map[string]struct {
		err    error
		want   map[string]any
		logged bool
	}{
		"a refusal":         {refusal, map[string]any{"code": "TOO_LATE", "clause": "T5", "field": "workingDays", "dueAt": "2026-02-26", "limit": 3}, false},
		"a refusal wrapped": {fmt.Errorf("line 3: %w", refusal), map[string]any{"code": "TOO_LATE", "clause": "T5", "field": "workingDays", "dueAt": "2026-02-26", "limit": 3}, false},
		"at a field":        {gqlerror.WrapPath(nil, refusal), map[string]any{"code": "TOO_LATE", "clause": "T5", "field": "workingDays", "dueAt": "2026-02-26", "limit": 3}, false},
		"without clause":    {office.Refuse(office.NotFound, "", ""), map[string]any{"code": "NOT_FOUND"}, false},
		"facts are no code": {office.Refuse(office.NotFound, "F6", "x").With("code", "fact").With("clause", "fact").With("field", "fact"), map[string]any{"code": "NOT_FOUND", "clause": "F6", "field": "x"}, false},
		"of the request":    {&gqlerror.Error{Message: "no", Extensions: map[string]any{"code": "TOO_DEEP"}}, map[string]any{"code": "TOO_DEEP"}, false},
		"a broken database": {errors.New(`pq: relation "secret" does not exist`), map[string]any{"code": "INTERNAL"}, true},
		"at a field, too":   {gqlerror.WrapPath(nil, errors.New("secret")), map[string]any{"code": "INTERNAL"}, true},
		"stopped":           {context.DeadlineExceeded, map[string]any{"code": "OPERATION_TIMEOUT"}, false},
		"left":              {fmt.Errorf("read: %w", context.Canceled), map[string]any{"code": "OPERATION_TIMEOUT"}, false},
	} {
		log.Reset()
		got := present(context.Background(), test.err)
		if !reflect.DeepEqual(got.Extensions, test.want) {
			t.Errorf("%s: %v, want %v", name, got.Extensions, test.want)
		}
		if strings.Contains(fmt.Sprint(got.Message, got.Extensions), "secret") {
			t.Errorf("%s: told: %v", name, got)
		}
		if (log.Len() > 0) != test.logged {
			t.Errorf("%s: logged %q", name, &log)
		}
	}
	log.Reset()
	if got := present(context.Background(), Recover(slog.New(slog.NewTextHandler(&log, nil)))(context.Background(), "secret")); got.Extensions["code"] != "INTERNAL" || strings.Contains(got.Message, "secret") || !strings.Contains(log.String(), "secret") {
		t.Errorf("%v, logged %s", got, &log)
	}
}

// What may come a hundred times is weighed a hundred times, and nobody gets a list for nothing.
func TestWeigh_ListsCostWhatMayCome(t *testing.T) {
	var c ComplexityRoot
	Weigh(&c)
	n := func(i int) *int { return &i }
	for name, test := range map[string][2]int{
		"cases, as usual":      {c.Query.Cases(10, nil, nil, nil, nil), 501},
		"cases(first: 100)":    {c.Query.Cases(10, nil, nil, n(100), nil), 1001},
		"cases(first: -5)":     {c.Query.Cases(10, nil, nil, n(-5), nil), 11},
		"cases(first: 2^31)":   {c.Query.Cases(10, nil, nil, n(1<<31), nil), 2001},
		"breaches(first: 7)":   {c.Query.Breaches(3, nil, nil, nil, nil, n(7), nil), 22},
		"events(first: 100)":   {c.Case.Events(3, n(100), nil), 301},
		"nodes of three":       {c.Query.Nodes(4, []string{"a", "b", "c"}), 13},
		"nodes of none":        {c.Query.Nodes(4, nil), 1},
		"residents, as usual":  {c.Query.Residents(2, "", nil), 21},
		"a resident's cases":   {c.Resident.RecentCases(5), 101},
		"the inbox":            {c.Query.Inbox(5), 101},
		"warnings, as usual":   {c.Query.MyWarnings(2, nil), 41},
		"promises of one case": {c.Case.Promises(3), 16},
		"rated items":          {c.RatingSums.Items(7), 141},
		"rated posts":          {c.RatingSums.Posts(7), 141},
		"ratings, as usual":    {c.Query.Ratings(4, nil, nil), 201},
		"ratings(first: 200)":  {c.Query.Ratings(4, n(200), nil), 801},
		"notices of one case":  {c.Case.Notices(8), 41},
		"its pieces":           {c.Case.Pieces(3), 31},
		"its charges":          {c.Case.Charges(3), 16},
		"its files":            {c.Case.Attachments(3), 31},
		"its printings":        {c.Case.Printed(3), 31},
		"its papers":           {c.Case.Papers(4), 41},
	} {
		if test[0] != test[1] {
			t.Errorf("%s weighs %d, want %d", name, test[0], test[1])
		}
	}
}
