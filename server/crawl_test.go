package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"log/slog"
	"net/http"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"xinxing/ent/breach"
	"xinxing/ent/caseevent"
	"xinxing/ent/casefile"
	"xinxing/ent/gift"
	"xinxing/ent/rating"
	"xinxing/ent/staff"
	"xinxing/graph"
	"xinxing/internal/demo"
	"xinxing/internal/files"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/seal"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
	"xinxing/server/gqlhttp"
)

// crawler asks for everything that a schema offers.
type crawler struct {
	schema *ast.Schema
	// asked are the fields that were asked for, as Type.field.
	asked map[string]bool
}

// fields selects every field of a type, and below its objects for depth levels more.
func (c *crawler) fields(def *ast.Definition, depth int) string {
	var b strings.Builder
	for _, f := range def.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		below, args := c.schema.Types[f.Type.Name()], argsOf(f)
		switch below.Kind {
		case ast.Scalar, ast.Enum:
			c.asked[def.Name+"."+f.Name] = true
			b.WriteString(" " + f.Name + args)
		case ast.Interface:
			c.asked[def.Name+"."+f.Name] = true
			b.WriteString(" " + f.Name + args + " { id }")
		case ast.Object:
			if depth == 0 {
				continue
			}
			if inner := c.fields(below, depth-1); inner != "" {
				c.asked[def.Name+"."+f.Name] = true
				b.WriteString(" " + f.Name + args + " {" + inner + " }")
			}
		}
	}
	return b.String()
}

// nodes selects every field of every kind of node, each under a name of its own.
func (c *crawler) nodes(depth int) string {
	var b strings.Builder
	for _, t := range c.schema.GetPossibleTypes(c.schema.Types["Node"]) {
		fmt.Fprintf(&b, " ... on %s {%s }", t.Name, c.aliased(t, depth))
	}
	return b.String()
}

func (c *crawler) aliased(t *ast.Definition, depth int) string {
	var b strings.Builder
	for _, f := range t.Fields {
		one := &ast.Definition{Name: t.Name, Fields: ast.FieldList{f}}
		if s := c.fields(one, depth); s != "" {
			fmt.Fprintf(&b, " %s_%s:%s", t.Name, f.Name, s)
		}
	}
	return b.String()
}

// roots are the entries of the API, with arguments that find something.
var roots = map[string]string{
	"viewer": "", "officeName": "", "staff": "(includeLeft: true)", "posts": "", "items": "(includeRetired: true)", "departments": "",
	"cases": "(first: 100)", "queueTotals": "", "inbox": "", "breaches": "(first: 100)", "gifts": "(first: 100)", "jobSeekers": "(first: 20)", "openings": "(first: 20)", "employmentFigures": `(from: "2026-01-01", until: "2026-03-01")`, "metrics": "", "residentMetrics": "", "residentFigures": `(figures: [REGISTERED, ATTENDED], by: SEX, from: "2026-01-01", until: "2026-01-31")`, "figureChanges": "", "residentFigureChanges": "", "reportPull": `(id: "rpl_none")`, "reportPulls": "", "report": `(figures: [RECEIVED, ON_TIME_RATE, MEDIAN_HOURS, BREACHES, RATINGS], by: [COMMUNITY, STAFF], step: MONTH, from: "2025-01-01", until: "2026-12-31", first: 100)`, "figureOthers": `(figure: BREACHES, from: "2025-01-01", until: "2026-12-31", first: 20)`, "figureRecords": `(figure: EVENTS, from: "2025-06-01", until: "2026-05-31", first: 20)`, "figureCases": `(figure: RECEIVED, from: "2025-01-01", until: "2026-12-31", first: 20)`, "ratings": "(first: 100)", "myRatings": "", "myWarnings": "(first: 100)", "residents": `(search: "王", first: 50)`,
	"tokens": "", "currentToken": "", "project": `(id: "prj_none")`, "programs": "(first: 20)", "groups": "", "props": "(first: 100)", "programFigures": `(from: "2025-01-01T00:00:00Z", until: "2027-01-01T00:00:00Z")`,
	"ratingSums": "", "journalCheckpoints": "", "absences": "(first: 100)", "standingIn": "", "absencesWaiting": "", "officePeriods": `(from: "2026-02-10", days: 3)`, "coverage": "(weeks: 1)", "officeTime": "", "calendarYear": "(year: 2026)", "explainDeadline": `(from: "2026-02-10", workingDays: 7)`,
	"partners": "(first: 50)", "projects": "(first: 50)", "resources": "(first: 50)", "bookings": `(from: "2026-02-16T00:00:00+08:00", until: "2026-03-09T00:00:00+08:00")`,
	"cobuildFigures": "", "mayBuild": "", "ledgers": "", "ledgersTaken": "",
}

var (
	anyKey    = regexp.MustCompile(`"([a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}|evt_\d+)"`)
	anyNumber = regexp.MustCompile(`(?:^|[^0-9A-Za-z_])(1[3-9]\d{9}|[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[0-9Xx])(?:[^0-9A-Za-z_]|$)`)
)

// demoHouse serves the demo community, with its journals in their logs, to whoever asks for everything.
func demoHouse(t *testing.T) *house {
	t.Helper()
	ctx := store.With(t.Context(), store.System())
	s, err := store.Open(ctx, "sqlite://"+filepath.Join(t.TempDir(), "demo.db"), store.Options{SQL: sqldb.Options{NoSync: true}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	key := sha256.Sum256([]byte("crawl"))
	box, err := seal.New(key[:])
	if err != nil {
		t.Fatal(err)
	}
	clock := &servicetest.Clock{}
	clock.Set(servicetest.Instant(t, servicetest.Start))
	d := service.New(s, clock, box, slog.New(slog.DiscardHandler))
	if d.Files, err = files.Open("file://" + t.TempDir()); err != nil {
		t.Fatal(err)
	}
	if err := d.ShipNotices(ctx); err != nil {
		t.Fatal(err)
	}
	if err := demo.Fill(ctx, d, clock.Now(), true); err != nil {
		t.Fatal(err)
	}
	keepLogs(t, d, d.Store.Read().Community.Query().IDsX(ctx)...)
	return serveWith(t, &servicetest.Office{Desk: d, Clock: clock}, false, func(s *site) {
		s.limits.Bounds = map[gqlhttp.Class]gqlhttp.Bounds{gqlhttp.Public: {}} // a crawl is what the bounds are there to refuse
	})
}

// argsOf are the arguments with which a field below the root is asked for.
func argsOf(f *ast.FieldDefinition) string {
	args := ""
	for _, a := range f.Arguments {
		switch a.Name {
		case "first":
			args = "(first: 20)"
		case "at":
			args = `(at: "2026-02-25T10:00:00+08:00")`
		}
	}
	return args
}

// Everything that each role can reach of the demo community, field by field and key by key: no personal number, no
// password, no seal is in any answer; and nobody reaches what is not theirs.
func TestCrawl_NoRawNumberAnywhere(t *testing.T) {
	ctx := store.With(t.Context(), store.System())
	h := demoHouse(t)
	d := h.Desk
	secrets := sealedIn(t, ctx, d)
	if len(secrets) < 200 {
		t.Fatalf("%d secrets: the test says little", len(secrets))
	}

	c := &crawler{schema: graph.NewExecutableSchema(graph.Config{}).Schema(), asked: map[string]bool{}}
	logins, err := demo.Logins(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	people := []*person{}
	for _, l := range logins {
		p := h.public()
		if a := p.signIn(l.Login, demo.Password); len(a.Errors) > 0 {
			t.Fatalf("%s: %s", l.Login, a.body)
		}
		p.login = l.Role + " " + l.Login
		p.send(p.request(http.MethodGet, "/ledgers/openings"+thisYear, "")) // refused to administrators
		people = append(people, p)
	}
	reached := map[string]map[string]bool{}
	for _, p := range people {
		for _, kind := range ledgerKinds {
			a := p.send(p.request(http.MethodGet, "/ledgers/"+kind+"?from=2025-04-01&until=2026-03-31&lang=en", ""))
			if a.status != http.StatusOK {
				continue // who takes which is tested elsewhere
			}
			told := unzipped(t, a.body)
			for _, secret := range secrets {
				if strings.Contains(told, secret) {
					t.Errorf("%s: the ledger %s tells %s", p.login, kind, secret)
				}
			}
		}
		keys := map[string]bool{}
		look := func(query string, v vars) {
			t.Helper()
			a := p.ask(query, v)
			body := string(a.body)
			for _, e := range a.Errors {
				if code := e.Extensions["code"]; code != "NOT_FOUND" && code != "UNAUTHENTICATED" && code != "FORBIDDEN" { // who sees what is the matrix's
					t.Errorf("%s: %.300s: %.500s", p.login, query, body)
					break
				}
			}
			for _, secret := range secrets {
				if strings.Contains(body, secret) {
					t.Errorf("%s: %.300s gives %s", p.login, query, secret)
				}
			}
			if n := anyNumber.FindStringSubmatch(body); n != nil {
				t.Errorf("%s: %.300s gives the number %s", p.login, query, n[1])
			}
			for _, word := range []string{"argon2", "password", "sealed", "tokenHash", "storedAs"} {
				if strings.Contains(body, word) {
					t.Errorf("%s: %.300s gives %q", p.login, query, word)
				}
			}
			for _, k := range anyKey.FindAllStringSubmatch(body, -1) {
				keys[k[1]] = keys[k[1]] || false
			}
		}
		names := make([]string, 0, len(roots))
		for name := range roots {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			f := c.schema.Query.Fields.ForName(name)
			c.asked["Query."+name] = true
			query := "{ " + name + roots[name]
			if inner := c.fields(c.schema.Types[f.Type.Name()], 3); inner != "" {
				query += " {" + inner + " }"
			}
			look(query+" }", nil)
		}
		for {
			var ids []string
			for k, done := range keys {
				if !done && len(ids) < 100 {
					ids = append(ids, k)
					keys[k] = true
				}
			}
			if len(ids) == 0 {
				break
			}
			if i := slices.IndexFunc(ids, func(k string) bool { return strings.HasPrefix(k, "cas_") }); i >= 0 {
				look("query($id: ID) { case(id: $id) {"+c.fields(c.schema.Types["Case"], 3)+" } }", vars{"id": ids[i]})
			}
			if i := slices.IndexFunc(ids, func(k string) bool { return strings.HasPrefix(k, "opn_") }); i >= 0 {
				look("query($id: ID!) { opening(id: $id) {"+c.fields(c.schema.Types["Opening"], 2)+" } }", vars{"id": ids[i]})
			}
			look("query($ids: [ID!]!) { nodes(ids: $ids) {"+c.nodes(1)+" } }", vars{"ids": ids})
		}
		reached[p.login] = keys
		t.Logf("%s reaches %d records", p.login, len(keys))
	}
	// The crawl left nothing out: each field of each type that a query can reach was asked for.
	for name, def := range c.schema.Types {
		if def.Kind != ast.Object || strings.HasPrefix(name, "__") || strings.HasSuffix(name, "Payload") ||
			slices.Contains([]string{"Mutation", "Subscription", "Query", "DeskEvent"}, name) {
			continue
		}
		for _, f := range def.Fields {
			if !c.asked[name+"."+f.Name] {
				t.Errorf("%s.%s was not asked for", name, f.Name)
			}
		}
	}
	for login, keys := range reached {
		for k := range keys {
			switch {
			case strings.HasPrefix(login, "ADMINISTRATOR") && slices.Contains([]string{"cas", "res", "evt", "prm", "bre", "otn", "pce", "chg", "fil", "ppr", "rat", "gif"}, k[:3]),
				strings.HasPrefix(login, "SUPERVISOR") && k[:3] == "res",
				(strings.HasPrefix(login, "CLERK") || strings.HasPrefix(login, "GRID")) && k[:3] == "rat":
				t.Errorf("%s reaches %s", login, k)
			}
		}
	}
	// Whom a supervision matter is about reaches nothing of it, nor does a colleague who does not work on it (Q6, A3); and of
	// each kind of record that stands beside a case somebody reached one.
	kinds := map[string]bool{}
	matters := d.Store.Read().CaseFile.Query().Where(casefile.MatterNEQ(casework.MatterService)).AllX(ctx)
	if len(matters) < 3 {
		t.Fatalf("%d supervision matters: the test says little", len(matters))
	}
	for login, keys := range reached {
		for k := range keys {
			kinds[k[:3]] = true
		}
		who := d.Store.Read().Staff.Query().Where(staff.Login(login[strings.LastIndex(login, " ")+1:])).OnlyX(ctx)
		v := store.Viewer{Staff: duty.StaffID(who.ID), Community: who.CommunityID, Roles: who.Roles}
		for _, m := range matters {
			if _, seen := keys[m.ID]; seen && !v.MaySee(m.Matter, m.AboutID, m.ResponsibleID, m.HolderID) {
				t.Errorf("%s reaches the matter %s", login, m.ReceiptNo)
			}
			for _, e := range d.Store.Read().CaseEvent.Query().Where(caseevent.CaseID(m.ID)).IDsX(ctx) {
				if _, seen := keys[service.EventKey(e)]; seen && !v.MaySee(m.Matter, m.AboutID, m.ResponsibleID, m.HolderID) {
					t.Errorf("%s reaches an entry of the matter %s", login, m.ReceiptNo)
				}
			}
		}
		// What is in the registers of accountability about others, and of no case, a clerk does not reach.
		if !duty.Roles(who.Roles).Leads() && !duty.Roles(who.Roles).Has(duty.Supervisor) {
			theirs := d.Store.Read().Breach.Query().Where(breach.CaseIDIsNil(), breach.PersonIDNEQ(who.ID),
				breach.Or(breach.ReportedByIDIsNil(), breach.ReportedByIDNEQ(who.ID))).IDsX(ctx)
			for _, id := range append(theirs, d.Store.Read().Gift.Query().Where(gift.PersonIDNEQ(who.ID), gift.RegisteredByIDNEQ(who.ID)).IDsX(ctx)...) {
				if _, seen := keys[id]; seen {
					t.Errorf("%s reaches %s of a colleague", login, id)
				}
			}
		}
		for _, r := range d.Store.Read().Rating.Query().Where(rating.AboutID(who.ID)).IDsX(ctx) {
			if _, seen := keys[r]; seen {
				t.Errorf("%s reaches a rating of their own work", login)
			}
		}
	}
	for _, kind := range []string{"otn", "pce", "rat", "cas", "bre", "pub", "gif"} {
		if !kinds[kind] {
			t.Errorf("nobody reached a record of %s: the test says little", kind)
		}
	}
}

// sealedIn gives every personal number that the database keeps sealed.
func sealedIn(t *testing.T, ctx context.Context, d *service.Desk) []string {
	t.Helper()
	var out []string
	open := func(sealed, place string) {
		t.Helper()
		if sealed == "" {
			return
		}
		v, err := d.Box.Open(sealed, place)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	for _, r := range d.Store.Read().Resident.Query().AllX(ctx) {
		open(r.PhoneSealed, r.ID+".phone")
		open(r.IDNumberSealed, r.ID+".id_number")
	}
	for _, c := range d.Store.Read().CaseFile.Query().AllX(ctx) {
		open(c.ContactWaySealed, c.ID+".contact_way")
	}
	for _, e := range d.Store.Read().Enrolment.Query().AllX(ctx) {
		open(e.PhoneSealed, e.ID+".phone")
	}
	for _, m := range d.Store.Read().Member.Query().AllX(ctx) {
		open(m.PhoneSealed, m.ID+".phone")
	}
	for _, c := range d.Store.Read().PartnerContact.Query().AllX(ctx) {
		open(c.PhoneSealed, c.ID+".phone")
	}
	return out
}
