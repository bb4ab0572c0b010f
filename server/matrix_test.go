package main

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"maps"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"xinxing/graph"
	"xinxing/internal/demo"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
	"xinxing/internal/store"
)

const fieldRules = "testdata/fields.rules"

// letters are the kinds of viewers of the table "Who may do what", in the order in which a rule names them.
const letters = "pTtrclgdsa"

const rulesHead = `# Which field of the API gives a value to whom. Read it before you change it: a letter is a right.
#
#   p public          T a partner by a token with every scope    t one that only reads    r the reporting tool
#   c clerk           l leader                                    g grid worker            d director
#   s supervisor of the subdistrict                               a administrator
#
#   ?  those after it may see one too, but the fixture has none for them
#   +  after the letters: an act, its answer or the live feed; for the staff the table of acts and visibility.golden say
#      who, and what stands here is who besides them
#   -  nobody
#
# A field without a line fails the build. go test ./server -run TestMatrix -update adds lines for new fields, with no
# right at all, and takes away those of fields that are gone; rights are written by hand.

`

// rule is one line: the letters of who may see a value.
type rule struct {
	// who sees one here; maybe are those who might.
	who, maybe string
	other      bool
}

func (r rule) String() string {
	s := r.who
	if r.maybe != "" {
		s += "?" + r.maybe
	}
	if r.other {
		s += "+"
	}
	if s == "" {
		return "-"
	}
	return s
}

// readRules reads the file of rules.
func readRules(t *testing.T) map[string]rule {
	t.Helper()
	b, err := os.ReadFile(fieldRules)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	out := map[string]rule{}
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(line)
		if len(words) != 2 {
			t.Fatalf("%s:%d: %q", fieldRules, i+1, line)
		}
		r := rule{other: strings.HasSuffix(words[1], "+")}
		r.who, r.maybe, _ = strings.Cut(strings.Trim(words[1], "+-"), "?")
		if _, twice := out[words[0]]; twice {
			t.Errorf("%s:%d: %s for the second time", fieldRules, i+1, words[0])
		}
		if strings.Trim(r.who+r.maybe, letters) != "" {
			t.Errorf("%s:%d: unknown letter in %q", fieldRules, i+1, line)
		}
		out[words[0]] = r
	}
	return out
}

func writeRules(t *testing.T, rules map[string]rule) {
	t.Helper()
	var b strings.Builder
	b.WriteString(rulesHead)
	last := ""
	for _, name := range slices.Sorted(maps.Keys(rules)) {
		if of, _, _ := strings.Cut(name, "."); of != last {
			if last != "" {
				b.WriteString("\n")
			}
			last = of
		}
		fmt.Fprintf(&b, "%-52s %s\n", name, rules[name])
	}
	if err := os.WriteFile(fieldRules, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// observer asks for everything and writes down which field gave whom a value.
type observer struct {
	t      *testing.T
	schema *ast.Schema
	seen   map[string]string // letters by Type.field
	item   string
}

// selection selects the fields of a type that may be asked for, and below its objects for depth levels more.
func (o *observer) selection(def *ast.Definition, depth int, may func(of, field string) bool, alias bool) string {
	var b strings.Builder
	for _, f := range def.Fields {
		if strings.HasPrefix(f.Name, "__") || !may(def.Name, f.Name) {
			continue
		}
		name := f.Name
		if alias {
			name = def.Name + "_" + f.Name + ": " + f.Name
		}
		below, args := o.schema.Types[f.Type.Name()], argsOf(f)
		switch below.Kind {
		case ast.Scalar, ast.Enum:
			b.WriteString(" " + name + args)
		case ast.Interface: // what it is stands under its own type
			b.WriteString(" " + name + args + " { __typename id }")
		case ast.Object:
			if depth > 0 {
				if inner := o.selection(below, depth-1, may, false); inner != "" {
					b.WriteString(" " + name + args + " { __typename" + inner + " }")
				}
			}
		}
	}
	return b.String()
}

// look writes down what an answer holds: of each object, by its type, the fields with a value. Nothing, an empty text and
// an empty list are none.
func (o *observer) look(letter string, v any) {
	switch x := v.(type) {
	case []any:
		for _, one := range x {
			o.look(letter, one)
		}
	case map[string]any:
		of, ok := x["__typename"].(string)
		if !ok {
			return // a scalar that is an object
		}
		for name, value := range x {
			if name == "__typename" || empty(value) {
				continue
			}
			o.saw(letter, of+"."+strings.TrimPrefix(name, of+"_"))
			o.look(letter, value)
		}
	}
}

func empty(v any) bool {
	switch x := v.(type) {
	case nil:
		return true
	case string:
		return x == ""
	case []any:
		return !slices.ContainsFunc(x, func(one any) bool { return !empty(one) })
	}
	return false
}

func (o *observer) saw(letter, field string) {
	if !strings.Contains(o.seen[field], letter) {
		o.seen[field] += letter
	}
}

// root is a field of Query with its arguments, and false where nobody said how to ask for it.
func (o *observer) root(f *ast.FieldDefinition) (string, bool) {
	if _, key := keyed[f.Name]; key {
		return "", false
	}
	if args, known := roots[f.Name]; known {
		return f.Name + args, true
	}
	args := ""
	for _, a := range f.Arguments {
		if a.Name == "first" {
			args = "(first: 100)"
		} else if a.Type.NonNull && a.DefaultValue == nil {
			return "", false
		}
	}
	return f.Name + args, true
}

// keyed are the entries of the API that take a key, and are asked for by the keys that the others gave.
var keyed = map[string]string{"node": "", "nodes": "", "case": "cas", "project": "prj", "jobSeeker": "job", "opening": "opn"}

// elsewhere are those that take an argument of another kind; ITEM is an item's key.
var elsewhere = map[string]string{
	"previewPromise": `(workingDays: 1, itemId: "ITEM")`, "bookings": `(from: "2026-02-16T00:00:00+08:00", until: "2026-03-16T00:00:00+08:00")`,
}

// ask asks as somebody of the staff, or of the public, for everything, key by key.
func (o *observer) ask(letter string, p *person) {
	anything := func(string, string) bool { return true }
	keys := map[string]bool{}
	send := func(query string, v vars) {
		a := p.ask(query, v)
		for _, e := range a.Errors {
			if code := e.Extensions["code"]; !slices.Contains([]any{"NOT_FOUND", "UNAUTHENTICATED", "FORBIDDEN", "NEEDS_ITEM"}, code) {
				o.t.Errorf("%s: %.200s: %.300s", letter, query, a.body)
				break
			}
		}
		data := map[string]any{"__typename": "Query"}
		maps.Copy(data, a.Data)
		o.look(letter, data)
		for _, k := range anyKey.FindAllStringSubmatch(string(a.body), -1) {
			keys[k[1]] = keys[k[1]] || false
		}
	}
	for _, f := range o.schema.Query.Fields {
		if _, later := keyed[f.Name]; later || strings.HasPrefix(f.Name, "__") {
			continue
		}
		query, known := o.root(f)
		if args, named := elsewhere[f.Name]; named {
			query, known = f.Name+strings.ReplaceAll(args, "ITEM", o.item), true
		}
		if !known {
			o.t.Errorf("nobody says how Query.%s is asked for: add it to roots or elsewhere", f.Name)
			continue
		}
		if inner := o.selection(o.schema.Types[f.Type.Name()], 3, anything, false); inner != "" {
			query += " { __typename" + inner + " }"
		}
		send("{ "+query+" }", nil)
	}
	var nodes strings.Builder
	for _, t := range o.schema.GetPossibleTypes(o.schema.Types["Node"]) {
		fmt.Fprintf(&nodes, " ... on %s {%s }", t.Name, o.selection(t, 1, anything, true))
	}
	for {
		var ids []string
		for k, done := range keys {
			if !done && len(ids) < 100 {
				ids, keys[k] = append(ids, k), true
			}
		}
		if len(ids) == 0 {
			return
		}
		for name, prefix := range keyed {
			if i := slices.IndexFunc(ids, func(k string) bool { return prefix != "" && strings.HasPrefix(k, prefix+"_") }); i >= 0 {
				arg := "ID!"
				if !o.schema.Query.Fields.ForName(name).Arguments.ForName("id").Type.NonNull {
					arg = "ID"
				}
				of := o.schema.Types[o.schema.Query.Fields.ForName(name).Type.Name()]
				send("query($id: "+arg+") { "+name+"(id: $id) { __typename"+o.selection(of, 3, anything, false)+" } }", vars{"id": ids[i]})
			}
		}
		send("query($id: ID!) { node(id: $id) { __typename } }", vars{"id": ids[0]})
		send("query($ids: [ID!]!) { nodes(ids: $ids) { __typename"+nodes.String()+" } }", vars{"ids": ids})
	}
}

// askByToken asks by a token for whatever its scopes name, and makes sure that each other field of each type that it
// comes by is refused.
func (o *observer) askByToken(letter string, h *house, secret string, scopes []cobuild.Scope, project string) {
	may := func(of, field string) bool { return graph.MayAsk(scopes, of, field) }
	refused := map[string]bool{}
	// deny asks for the fields of a type that are not the token's, one by one, below the way that led there.
	var deny func(def *ast.Definition, before, after string, depth int)
	deny = func(def *ast.Definition, before, after string, depth int) {
		if refused[def.Name] || depth == 0 {
			return
		}
		refused[def.Name] = true
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			below := o.schema.Types[f.Type.Name()]
			args := ""
			if def.Name == "Query" {
				if r, known := o.root(f); known {
					args = strings.TrimPrefix(r, f.Name)
				} else if more, named := elsewhere[f.Name]; named {
					args = more
				} else if f.Name == "nodes" {
					args = `(ids: ["` + project + `"])`
				} else {
					args = `(id: "` + project + `")`
				}
			}
			if may(def.Name, f.Name) {
				if below.Kind == ast.Object {
					deny(below, before+f.Name+args+" { ", " }"+after, depth-1)
				}
				continue
			}
			query := before + f.Name + args
			if below.Kind == ast.Object || below.Kind == ast.Interface {
				query += " { __typename }"
			}
			if a := h.bearer(secret, "{ "+query+after+" }", nil); a.code() != "FORBIDDEN" || a.Data != nil {
				o.t.Errorf("%s asks for %s.%s: %.300s", letter, def.Name, f.Name, a.body)
			}
		}
	}
	deny(o.schema.Query, "", "", 8)
	for _, f := range o.schema.Query.Fields {
		if !may("Query", f.Name) {
			continue
		}
		query, known := o.root(f)
		if !known {
			query = f.Name + `(id: "` + project + `")`
		}
		if of := o.schema.Types[f.Type.Name()]; of.Kind == ast.Object {
			query += " { __typename" + o.selection(of, 6, may, false) + " }"
		}
		a := h.bearer(secret, "query Matrix { "+query+" }", nil)
		if len(a.Errors) > 0 {
			o.t.Errorf("%s: %.200s: %.400s", letter, query, a.body)
		}
		data := map[string]any{"__typename": "Query"}
		maps.Copy(data, a.Data)
		o.look(letter, data)
	}
}

// acts tells which acts a token, or the public, gets past the door of. Of a token the scopes say it; the public is asked
// with an input that means nothing.
func (o *observer) acts(p *person, tokens map[string][]cobuild.Scope) {
	for _, f := range o.schema.Mutation.Fields {
		for letter, scopes := range tokens {
			if graph.MayAsk(scopes, "Mutation", f.Name) {
				o.saw(letter, "Mutation."+f.Name)
			}
		}
		var in []string
		for _, field := range o.schema.Types[f.Arguments.ForName("input").Type.Name()].Fields {
			if field.Type.NonNull && field.DefaultValue == nil {
				in = append(in, field.Name+": "+o.something(field.Type))
			}
		}
		a := p.ask("mutation { "+f.Name+"(input: {"+strings.Join(in, ", ")+"}) { __typename } }", nil)
		// What is not found is nothing that the public could have an act done to: it sees no record at all.
		if !slices.Contains([]string{"UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"}, a.code()) || f.Name == "enterByToken" {
			o.saw("p", "Mutation."+f.Name)
		}
	}
	for name, def := range o.schema.Types {
		if !strings.HasSuffix(name, "Payload") {
			continue
		}
		for _, f := range def.Fields {
			for letter, scopes := range tokens {
				if graph.MayAsk(scopes, name, f.Name) {
					o.saw(letter, name+"."+f.Name)
				}
			}
		}
	}
}

// something is a value of a type that means nothing.
func (o *observer) something(of *ast.Type) string {
	if of.Elem != nil {
		return "[]"
	}
	def := o.schema.Types[of.Name()]
	switch {
	case def.Kind == ast.Enum:
		return def.EnumValues[0].Name
	case def.Kind == ast.InputObject:
		var in []string
		for _, field := range def.Fields {
			if field.Type.NonNull && field.DefaultValue == nil {
				in = append(in, field.Name+": "+o.something(field.Type))
			}
		}
		return "{" + strings.Join(in, ", ") + "}"
	}
	switch of.Name() {
	case "Int":
		return "1"
	case "Boolean":
		return "true"
	case "Time":
		return `"2026-03-02T09:00:00+08:00"`
	case "Date":
		return `"2026-03-02"`
	case "Money":
		return `"1.00"`
	}
	return `"x"`
}

// builds makes what is built together, where the demo has none of it: one of each thing, of a partner with a token.
func builds(t *testing.T, h *house, leader *person, lead string) (project, partner string) {
	t.Helper()
	id := func(in vars) vars { in["clientMutationId"] = h.ID(); return vars{"input": in} }
	partner = leader.must(`mutation($input: SavePartnerInput!) { savePartner(input: $input) { partner { id } } }`, id(vars{
		"name": "矩阵建材公司", "kind": "SOCIAL", "address": "九站大街1号", "about": "建材", "offers": []string{"EQUIPMENT"}, "agreementNo": "XY-1", "agreedOn": "2026-01-01",
		"agreedUntil": "2026-12-31", "agreement": "共建协议",
	})).text("savePartner.partner.id")
	leader.must(`mutation($input: AddPartnerContactInput!) { addPartnerContact(input: $input) { partner { id } } }`, id(vars{"partnerId": partner, "name": "石经理", "title": "经理", "phone": "13812340000"}))
	project = leader.must(`mutation($input: ProposeProjectInput!) { proposeProject(input: $input) { project { id } } }`, id(vars{
		"title": "路面修缮", "kind": "ROAD", "origin": "CASES", "place": "3号楼前", "about": "平整", "leadId": lead, "plannedFrom": "2026-03-01", "plannedUntil": "2026-04-30",
		"budget": "20000.00", "openToJoin": true, "published": true,
	})).text("proposeProject.project.id")
	move := func(to, reason, outcome string) {
		version := leader.must(`query($id: ID!) { project(id: $id) { version } }`, vars{"id": project}).number("project.version")
		leader.must(`mutation($input: MoveProjectInput!) { moveProject(input: $input) { project { id } } }`, id(vars{"projectId": project, "version": version, "to": to, "reason": reason, "outcome": outcome}))
	}
	pledge := leader.must(pledged, id(vars{"projectId": project, "partnerId": partner, "kind": "EQUIPMENT", "what": "水泥", "quantity": 9, "unit": "袋", "worth": "90.00"})).text("pledge.pledge.id")
	gone := leader.must(pledged, id(vars{"projectId": project, "partnerId": partner, "kind": "LABOUR", "what": "人手", "quantity": 2, "unit": "人", "worth": "0.00"})).text("pledge.pledge.id")
	leader.must(withdrawn, id(vars{"pledgeId": gone, "version": 1, "reason": "没空"}))
	move("AGREED", "已议定", "")
	move("UNDER_WAY", "", "")
	resource := leader.must(`mutation($input: SaveResourceInput!) { saveResource(input: $input) { resource { id } } }`, id(vars{
		"partnerId": partner, "kind": "EQUIPMENT", "name": "搅拌机", "about": "小型", "place": "库房", "quantity": 1, "unit": "台",
	})).text("saveResource.resource.id")
	leader.must(`mutation($input: BookResourceInput!) { bookResource(input: $input) { booking { id } } }`, id(vars{
		"resourceId": resource, "from": "2026-03-03T09:00:00+08:00", "until": "2026-03-03T11:00:00+08:00", "purpose": "搅拌", "projectId": project,
	}))
	for _, owner := range []vars{{"ownerId": lead}, {"partnerId": partner}} {
		in := vars{"projectId": project, "title": "备料", "dueOn": "2026-03-10"}
		maps.Copy(in, owner)
		leader.must(`mutation($input: SaveProjectTaskInput!) { saveProjectTask(input: $input) { project { id } } }`, id(in))
	}
	task := leader.must(`query($id: ID!) { project(id: $id) { tasks { id } } }`, vars{"id": project}).text("project.tasks.0.id")
	leader.must(`mutation($input: FinishProjectTaskInput!) { finishProjectTask(input: $input) { project { id } } }`, id(vars{"taskId": task, "note": "料已备"}))
	leader.must(`mutation($input: RecordParticipationInput!) { recordParticipation(input: $input) { project { id } } }`, id(vars{"projectId": project, "date": "2026-02-25", "residents": 3, "minutes": 90, "note": "周末"}))
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, 40, 30)), nil); err != nil {
		t.Fatal(err)
	}
	who := h.Desk.Store.Read().Staff.GetX(store.With(t.Context(), store.System()), leader.must(`{ viewer { staff { id } } }`, nil).text("viewer.staff.id"))
	v := store.Viewer{Staff: duty.StaffID(who.ID), Community: who.CommunityID, Communities: []string{who.CommunityID}, Roles: who.Roles}
	if _, err := h.Desk.AddPicture(store.With(t.Context(), v), service.AddPictureInput{
		ProjectID: project, Kind: cobuild.PictureBefore, Caption: "施工前", Published: true, ClientMutationID: h.ID(),
	}, "a.jpg", &b); err != nil {
		t.Fatal(err)
	}
	return project, pledge
}

// Every field of the API, for every kind of viewer: a field without a rule fails, and so does a value that reaches whom
// the rule does not name, a rule of a field that is gone, and one that names whom nothing reaches.
func TestMatrix_EveryFieldHasItsRule(t *testing.T) {
	h := demoHouse(t)
	logins, err := demo.Logins(store.With(t.Context(), store.System()), h.Desk)
	if err != nil {
		t.Fatal(err)
	}
	people := map[string]*person{"p": h.public()}
	kinds := map[string]string{"CLERK": "c", "LEADER": "l", "GRID_WORKER": "g", "DIRECTOR": "d", "SUPERVISOR": "s", "ADMINISTRATOR": "a"}
	for _, l := range logins {
		if letter := kinds[l.Role]; people[letter] == nil {
			p := h.public()
			p.must(signIn, vars{"login": l.Login, "password": demo.Password})
			p.send(p.request(http.MethodGet, "/ledgers/openings"+thisYear, "")) // refused to administrators
			people[letter] = p
		}
	}
	matrix(t, h, people)
}

// matrix asks as everybody and compares with the rules.
func matrix(t *testing.T, h *house, people map[string]*person) {
	t.Helper()
	project, pledge := builds(t, h, people["l"], people["c"].must(`{ viewer { staff { id } } }`, nil).text("viewer.staff.id"))
	partner := h.Desk.Store.Read().Pledge.GetX(store.With(t.Context(), store.System()), pledge).PartnerID
	scopes := map[string][]cobuild.Scope{
		"T": {cobuild.ScopeReadProjects, cobuild.ScopePledge, cobuild.ScopeReportDelivery}, "t": {cobuild.ScopeReadProjects}, "r": {cobuild.ScopeReadAggregates},
	}
	tokens := map[string]string{}
	for letter, list := range scopes {
		in := h.tokenInput(partner, vars{"name": letter, "scopes": list})
		if letter == "r" {
			in = h.tokenInput("", vars{"name": letter, "scopes": list, "kind": "REPORTER", "partnerId": nil})
		}
		tokens[letter] = people["l"].must(tokenMade, in).text("createToken.secret")
	}
	ended := people["l"].must(tokenMade, h.tokenInput(partner, nil)).text("createToken.token.id")
	people["l"].must(tokenEnds, vars{"input": vars{"tokenId": ended, "clientMutationId": h.ID()}})
	x := h.bearer(tokens["T"], delivered, vars{"input": vars{"pledgeId": pledge, "quantity": 1, "deliveredOn": "2026-02-25", "proof": "单", "clientMutationId": h.ID()}}).text("reportDelivery.delivery.id")
	people["l"].must(decided, vars{"input": vars{"deliveryId": x, "confirmed": true, "reason": "收到", "clientMutationId": h.ID()}})
	people["c"].must(delivered, vars{"input": vars{"pledgeId": pledge, "quantity": 1, "deliveredOn": "2026-02-25", "proof": "单", "clientMutationId": h.ID()}})

	o := &observer{t: t, schema: graph.NewExecutableSchema(graph.Config{}).Schema(), seen: map[string]string{}}
	for _, one := range people["c"].must(`{ items { id limitDays } }`, nil).list("items") {
		if item := one.(map[string]any); item["limitDays"].(float64) >= 1 {
			o.item = item["id"].(string)
		}
	}
	for letter, token := range tokens {
		o.askByToken(letter, h, token, scopes[letter], project)
	}
	for _, letter := range strings.Split("pclgdsa", "") {
		o.ask(letter, people[letter])
	}
	o.acts(people["p"], scopes)

	rules, all := readRules(t), map[string]bool{}
	for name, def := range o.schema.Types {
		if def.Kind != ast.Object || strings.HasPrefix(name, "__") {
			continue
		}
		other := strings.HasSuffix(name, "Payload") || slices.Contains([]string{"Mutation", "Subscription", "DeskEvent"}, name)
		for _, f := range def.Fields {
			if !strings.HasPrefix(f.Name, "__") {
				all[name+"."+f.Name] = other
			}
		}
	}
	if *update {
		for field, other := range all {
			if _, known := rules[field]; !known {
				rules[field] = rule{other: other}
			}
		}
		maps.DeleteFunc(rules, func(field string, _ rule) bool { _, there := all[field]; return !there })
		writeRules(t, rules)
	}
	for _, field := range slices.Sorted(maps.Keys(rules)) {
		if _, there := all[field]; !there {
			t.Errorf("%s is gone: take its rule away", field)
		}
	}
	for _, field := range slices.Sorted(maps.Keys(all)) {
		r, known := rules[field]
		seen := ""
		for _, letter := range strings.Split(letters, "") {
			if strings.Contains(o.seen[field], letter) {
				seen += letter
			}
		}
		switch {
		case !known:
			t.Errorf("%s has no rule; seen by %q", field, seen)
		case r.other != all[field]:
			t.Errorf("%s: + is for acts, their answers and the live feed, and for nothing else", field)
		case strings.Trim(seen, r.who+r.maybe) != "":
			t.Errorf("%s is seen by %q, the rule is %q", field, seen, r)
		case strings.Trim(r.who, seen) != "":
			t.Errorf("%s is seen by %q alone, the rule is %q", field, seen, r)
		}
	}
}
