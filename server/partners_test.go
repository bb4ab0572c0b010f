package main

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"xinxing/ent"
	"xinxing/ent/caseevent"
	"xinxing/ent/pledge"
	"xinxing/ent/tokenread"
	"xinxing/internal/files"
	"xinxing/internal/office"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
)

const (
	pledged   = `mutation($input: PledgeInput!) { pledge(input: $input) { pledge { id version quantity partner { name } project { title } } } }`
	withdrawn = `mutation($input: WithdrawPledgeInput!) { withdrawPledge(input: $input) { pledge { id withdrawnAt } } }`
	delivered = `mutation($input: ReportDeliveryInput!) { reportDelivery(input: $input) { delivery { id confirmed } } }`
	decided   = `mutation($input: DecideDeliveryInput!) { decideDelivery(input: $input) { delivery { id confirmed } } }`
	theirs    = `query Mine { projects { edges { node {
		id number title kind stage openToJoin place about plannedFrom plannedUntil residents
		partners { name contacts { name phone } } pledges { id what quantity delivered partner { name } deliveries { proof confirmed } }
		totals { kind unit pledged delivered pledgedWorth } tasks { title partner { name } dueOn } pictures { path caption }
	} } } }`
)

// neighbourhood is what is built together: keys of partners, projects and pledges, and tokens by name.
type neighbourhood struct {
	school, hospital, elsewhere string
	// open is for anybody; schools and hospitals are for those who take part; ended was open; next is the neighbour's, open.
	open, schools, hospitals, ended, next string
	// The pledges of the school and of the hospital, and the contacts' keys.
	ours, others string
	tokens       map[string]string
}

// build makes partners and projects by the acts of the office, and tokens: of the school all scopes, of the school reading
// only, of the hospital all, of the neighbour's partner all, and the reporting tool's.
func (h *house) build() *neighbourhood {
	h.t.Helper()
	ctx, n := h.As("leader"), &neighbourhood{tokens: map[string]string{}}
	ok := func(err error) {
		h.t.Helper()
		if err != nil {
			h.t.Fatal(err)
		}
	}
	partner := func(name string) string {
		p, err := h.Desk.SavePartner(ctx, service.SavePartnerInput{Name: name, Kind: cobuild.PartnerSchool, Agreement: "内部条款", ClientMutationID: h.ID()})
		ok(err)
		_, err = h.Desk.AddPartnerContact(ctx, service.AddPartnerContactInput{PartnerID: p.Partner.ID, Name: name + "联系人", Phone: "13812345678", ClientMutationID: h.ID()})
		ok(err)
		return p.Partner.ID
	}
	project := func(title string, open bool, stages ...cobuild.Stage) string {
		p := h.as("leader").must(`mutation($input: ProposeProjectInput!) { proposeProject(input: $input) { project { id } } }`, vars{"input": vars{
			"title": title, "kind": "ROAD", "origin": "PLAN", "place": "3号楼前", "about": "平整路面", "leadId": h.Staff["grid"].ID, "plannedFrom": "2026-03-01",
			"plannedUntil": "2026-04-30", "budget": "77777.00", "openToJoin": open, "clientMutationId": h.ID(),
		}}).text("proposeProject.project.id")
		for _, to := range stages {
			version := h.Desk.Store.Read().Project.GetX(h.System(), p).Version
			_, err := h.Desk.MoveProject(ctx, service.MoveProjectInput{ProjectID: p, Version: version, To: to, Reason: "内部原因", ClientMutationID: h.ID()})
			ok(err)
		}
		return p
	}
	pledge := func(p, with string) string {
		g, err := h.Desk.Pledge(ctx, service.PledgeInput{ProjectID: p, PartnerID: with, Kind: cobuild.Equipment, What: "水泥", Quantity: 10, Unit: "袋", Worth: "300", ClientMutationID: h.ID()})
		ok(err)
		return g.Pledge.ID
	}
	join := func(p, with string) {
		_, err := h.Desk.JoinProject(ctx, service.JoinProjectInput{ProjectID: p, PartnerID: with, ClientMutationID: h.ID()})
		ok(err)
	}
	n.school, n.hospital = partner("第一小学"), partner("第二医院")
	n.open = project("开放的项目", true, cobuild.Agreed)
	n.schools = project("学校的项目", false, cobuild.Agreed, cobuild.UnderWay)
	n.hospitals = project("医院的项目", false, cobuild.Agreed, cobuild.UnderWay)
	n.ended = project("终止的项目", true, cobuild.Dropped)
	join(n.schools, n.school)
	join(n.hospitals, n.hospital)
	n.ours, n.others = pledge(n.schools, n.school), pledge(n.hospitals, n.hospital)
	join(n.schools, n.hospital)
	pledge(n.schools, n.hospital)
	// Next door, as the program.
	ok(h.Desk.Store.Act(h.System(), h.Neighbour, func(ctx context.Context, tx *store.Tx) error {
		p, err := tx.Partner.Create().SetCommunityID(h.Neighbour).SetName("邻家企业").SetKind(cobuild.PartnerSocial).SetOffers([]cobuild.ResourceKind{}).Save(ctx)
		if err != nil {
			return err
		}
		n.elsewhere = p.ID
		next, err := tx.Project.Create().SetCommunityID(h.Neighbour).SetNumber("GJ-2026-001").SetTitle("邻家的项目").SetKind(cobuild.ProjectRoad).SetOrigin(cobuild.FromPlan).
			SetStage(cobuild.Agreed).SetStageAt(h.Desk.Now()).SetOpenToJoin(true).SetPlace("邻家").SetLeadID(h.Staff["neighbour"].ID).SetPlannedFrom("2026-03-01").
			SetPlannedUntil("2026-04-01").SetProposedAt(h.Desk.Now()).SetProposedByID(h.Staff["neighbour"].ID).Save(ctx)
		if err == nil {
			n.next = next.ID
		}
		return err
	}))
	token := func(name, partner string, scopes ...string) {
		in := h.tokenInput(partner, vars{"name": name, "scopes": scopes})
		if partner == "" {
			in = h.tokenInput("", vars{"name": name, "scopes": scopes, "kind": "REPORTER", "partnerId": nil})
		}
		n.tokens[name] = h.as("leader").must(tokenMade, in).text("createToken.secret")
	}
	token("school", n.school, "READ_PROJECTS", "PLEDGE", "REPORT_DELIVERY")
	token("school reads", n.school, "READ_PROJECTS")
	token("hospital", n.hospital, "READ_PROJECTS", "PLEDGE", "REPORT_DELIVERY")
	token("reporter", "", "READ_AGGREGATES")
	return n
}

func (h *house) picture(project string, published bool) string {
	h.t.Helper()
	if h.Desk.Files == nil {
		var err error
		if h.Desk.Files, err = files.Open("file://" + h.t.TempDir()); err != nil {
			h.t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, 40, 30)), nil); err != nil {
		h.t.Fatal(err)
	}
	f, err := h.Desk.AddPicture(h.As("leader"), service.AddPictureInput{ProjectID: project, Kind: cobuild.PictureBefore, Caption: "施工前", Published: published, ClientMutationID: h.ID()}, "a.jpg", &b)
	if err != nil {
		h.t.Fatal(err)
	}
	return f.ID
}

// partner is somebody at the partner's page, who has not entered.
func (h *house) partner() *person {
	p := h.public()
	p.at = "/partner/graphql"
	return p
}

func pledgeInput(h *house, project, partner string) vars {
	return vars{"input": vars{"projectId": project, "partnerId": partner, "kind": "LABOUR", "what": "志愿者", "quantity": 5, "unit": "人", "worth": "500", "clientMutationId": h.ID()}}
}

// A partner from the token to the confirmed delivery: it sees what it may join, pledges, delivers, and the office confirms;
// the journal tells staff which partner did it.
func TestP5_APartnerBuildsWithItsOwnToken(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		n := h.build()
		secret := n.tokens["school"]
		mine := h.bearer(secret, theirs, nil)
		if len(mine.Errors) > 0 {
			t.Fatalf("%s", mine.body)
		}
		seen := map[string]bool{}
		for i := range mine.list("projects.edges") {
			seen[mine.text("projects.edges."+strconv.Itoa(i)+".node.title")] = true
		}
		if len(seen) != 2 || !seen["开放的项目"] || !seen["学校的项目"] {
			t.Errorf("sees %v", seen)
		}
		for _, word := range []string{"第二医院", "邻家", "高志强", "77777", "内部"} {
			if strings.Contains(string(mine.body), word) {
				t.Errorf("%s in %s", word, mine.body)
			}
		}
		one := h.bearer(secret, `query($id: ID!) { project(id: $id) { totals { pledged unit } pledges { quantity } partners { name } } }`, vars{"id": n.schools})
		if one.number("project.totals.0.pledged") != 20 || len(one.list("project.pledges")) != 1 || len(one.list("project.partners")) != 1 {
			t.Errorf("of the others the totals and nothing else: %s", one.body)
		}

		in := pledgeInput(h, n.open, n.school)
		made := h.bearer(secret, pledged, in)
		id := made.text("pledge.pledge.id")
		if again := h.bearer(secret, pledged, in); again.text("pledge.pledge.id") != id {
			t.Errorf("repeated: %s", again.body)
		}
		in["input"].(vars)["quantity"] = 6
		if clash := h.bearer(secret, pledged, in); clash.code() != string(office.IdempotencyClash) {
			t.Errorf("another input under the same id: %s", clash.body)
		}
		report := vars{"input": vars{"pledgeId": id, "quantity": 3, "worth": "300", "deliveredOn": "2026-02-25", "proof": "签到表", "clientMutationId": h.ID()}}
		x := h.bearer(secret, delivered, report).text("reportDelivery.delivery.id")
		if again := h.bearer(secret, delivered, report); again.text("reportDelivery.delivery.id") != x {
			t.Errorf("repeated: %s", again.body)
		}
		h.as("leader").must(decided, vars{"input": vars{"deliveryId": x, "confirmed": true, "clientMutationId": h.ID()}})
		after := h.bearer(secret, `query($id: ID!) { project(id: $id) { pledges { delivered version deliveries { confirmed decidedAt } } } }`, vars{"id": n.open})
		if after.number("project.pledges.0.delivered") != 3 || after.at("project.pledges.0.deliveries.0.confirmed") != true {
			t.Errorf("%s", after.body)
		}
		out := h.bearer(secret, withdrawn, vars{"input": vars{"pledgeId": id, "version": after.number("project.pledges.0.version"), "reason": "人手不足", "clientMutationId": h.ID()}})
		if out.at("withdrawPledge.pledge.withdrawnAt") == nil {
			t.Errorf("%s", out.body)
		}

		// The journal names the partner to staff; nobody of the office did it.
		events := h.as("clerk-a").must(`query($id: ID!) { project(id: $id) { events { kind actor { name } partner { name } facts } pledges { pledgedBy { name } } } }`, vars{"id": n.open})
		by := map[string]string{}
		for i := range events.list("project.events") {
			at := "project.events." + strconv.Itoa(i)
			if events.at(at+".partner") != nil {
				by[events.text(at+".kind")] = events.text(at + ".partner.name")
				if events.at(at+".actor") != nil {
					t.Errorf("%s", events.body)
				}
			}
		}
		for _, kind := range []string{"PLEDGED", "PROJECT_JOINED", "DELIVERY_REPORTED", "PLEDGE_WITHDRAWN"} {
			if by[kind] != "第一小学" {
				t.Errorf("%s by %q: %s", kind, by[kind], events.body)
			}
		}
		if r, err := h.Desk.Verify(h.System()); err != nil || len(r.Findings) > 0 {
			t.Errorf("%v, %v", r, err)
		}
	})
}

// What another unit, another community or nobody has, a token neither reads nor changes, whatever it asks.
func TestP5_NothingOfOthers(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		n := h.build()
		school, reads := n.tokens["school"], n.tokens["school reads"]
		if got := h.bearer(n.tokens["reporter"], theirs, nil); got.code() != string(office.Forbidden) || got.Data != nil {
			t.Errorf("the reporting tool reads projects: %s", got.body)
		}
		for name, id := range map[string]string{"another's": n.hospitals, "an ended": n.ended, "next door's": n.next, "no": "prj_none", "a partner as": n.school} {
			if got := h.bearer(school, `query($id: ID!) { project(id: $id) { title } }`, vars{"id": id}); got.code() != "" || got.at("project") != nil {
				t.Errorf("%s project: %s", name, got.body)
			}
		}
		before := h.Desk.Store.Read().Pledge.Query().CountX(h.System())
		for name, c := range map[string]struct {
			secret, query string
			in            vars
			code          office.Code
			field         string
		}{
			"for another partner":        {school, pledged, pledgeInput(h, n.open, n.hospital), office.Forbidden, "partnerId"},
			"for a partner next door":    {school, pledged, pledgeInput(h, n.open, n.elsewhere), office.Forbidden, "partnerId"},
			"to another's project":       {school, pledged, pledgeInput(h, n.hospitals, n.school), office.NotFound, "projectId"},
			"to one that ended":          {school, pledged, pledgeInput(h, n.ended, n.school), office.NotFound, "projectId"},
			"to one next door":           {school, pledged, pledgeInput(h, n.next, n.school), office.NotFound, "projectId"},
			"without the scope":          {reads, pledged, pledgeInput(h, n.open, n.school), office.Forbidden, "Mutation.pledge"},
			"by the reporting tool":      {n.tokens["reporter"], pledged, pledgeInput(h, n.open, n.school), office.Forbidden, "Mutation.pledge"},
			"withdraws another's pledge": {school, withdrawn, vars{"input": vars{"pledgeId": n.others, "version": 1, "reason": "不", "clientMutationId": h.ID()}}, office.NotFound, "pledgeId"},
			"delivers of another's":      {school, delivered, vars{"input": vars{"pledgeId": n.others, "quantity": 1, "deliveredOn": "2026-02-25", "proof": "单", "clientMutationId": h.ID()}}, office.NotFound, "pledgeId"},
			"delivers without the scope": {reads, delivered, vars{"input": vars{"pledgeId": n.ours, "quantity": 1, "deliveredOn": "2026-02-25", "proof": "单", "clientMutationId": h.ID()}}, office.Forbidden, "Mutation.reportDelivery"},
			"confirms its own":           {school, decided, vars{"input": vars{"deliveryId": "dlv_x", "confirmed": true, "clientMutationId": h.ID()}}, office.Forbidden, "Mutation.decideDelivery"},
			"without proof":              {school, delivered, vars{"input": vars{"pledgeId": n.ours, "quantity": 1, "deliveredOn": "2026-02-25", "proof": " ", "clientMutationId": h.ID()}}, office.NeedsProof, "proof"},
		} {
			got := h.bearer(c.secret, c.query, c.in)
			if got.code() != string(c.code) || got.ext("field") != c.field {
				t.Errorf("%s: %s", name, got.body)
			}
		}
		if after := h.Desk.Store.Read().Pledge.Query().CountX(h.System()); after != before {
			t.Errorf("%d pledges became %d", before, after)
		}
		// Whom it works with elsewhere cannot be found by asking for it.
		if got := h.bearer(school, `query($id: ID) { projects(partnerId: $id) { totalCount } }`, vars{"id": n.hospital}); got.code() != string(office.Forbidden) {
			t.Errorf("%s", got.body)
		}
		if got := h.bearer(school, `query($id: ID) { projects(partnerId: $id) { totalCount } }`, vars{"id": n.school}); got.number("projects.totalCount") != 1 {
			t.Errorf("%s", got.body)
		}
	})
}

// The field that a scope does not name is refused before anything runs, field by field.
func TestP5_NoFieldOfTheStaffs(t *testing.T) {
	h := serveWith(t, servicetest.New(t, servicetest.SQLite), false, nil)
	n := h.build()
	for _, field := range []string{
		"lead { name }", "proposedBy { name }", "budget", "cost", "origin", "stageReason", "published", "moves { to }", "mayEdit", "events { kind }", "version",
		"cases { receiptNo }", "bookings { purpose }", "participations { note }", "pledges { pledgedBy { name } }", "pledges { deliveries { reportedBy { name } decidedBy { name } } }",
		"pledges { deliveries { mayDecide } }", "tasks { owner { name } }", "tasks { doneNote }", "pictures { takenInBy { name } }", "partners { agreement }",
		"partners { leftAt }", "partners { events { kind } }", "partners { mayEdit }",
	} {
		got := h.bearer(n.tokens["school"], `{ projects { edges { node { `+field+` } } } }`, nil)
		if got.code() != string(office.Forbidden) || got.Data != nil {
			t.Errorf("%s: %s", field, got.body)
		}
	}
	for _, query := range []string{
		`{ residents(search: "王") { name } }`, `{ cases { totalCount } }`, `{ partners { totalCount } }`, `{ resources { totalCount } }`, `{ mayBuild }`,
		`{ cobuildFigures { residents } }`, `{ nodes(ids: []) { id } }`, `subscription { deskEvents(after: "none") { caseId } }`,
		`{ currentToken { madeBy { name } } }`, `{ currentToken { revokedBy { name } } }`,
	} {
		if got := h.bearer(n.tokens["school"], query, nil); got.code() != string(office.Forbidden) {
			t.Errorf("%s: %s", query, got.body)
		}
	}
}

// Each request of a token is kept before its answer leaves: who, what, when, and the records that it gave out; what was
// refused too. Where it cannot be kept nothing is given out.
func TestP5_EachReadIsKept(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		n := h.build()
		h.bearer(n.tokens["school"], theirs, nil)
		last := func() *ent.TokenRead {
			return h.Desk.Store.Read().TokenRead.Query().Order(ent.Desc(tokenread.FieldAt, tokenread.FieldID)).FirstX(h.System())
		}
		r := last()
		if r.Operation != "Mine" || !slices.Equal(r.Fields, []string{"query.projects"}) || r.PartnerID == nil || *r.PartnerID != n.school || !r.At.Equal(h.Desk.Now()) || r.Errors != 0 {
			t.Errorf("%+v", r)
		}
		for _, id := range []string{n.open, n.schools, n.ours, n.school} {
			if !slices.Contains(r.Records, id) {
				t.Errorf("%s is not among %v", id, r.Records)
			}
		}
		for _, id := range []string{n.hospitals, n.others, n.hospital, n.next} {
			if slices.Contains(r.Records, id) {
				t.Errorf("%s is among them", id)
			}
		}
		h.bearer(n.tokens["school"], `query Curious { residents(search: "王") { name } }`, nil)
		if r := last(); r.Operation != "Curious" || !slices.Equal(r.Fields, []string{"query.residents"}) || r.Errors != 1 || len(r.Records) != 0 {
			t.Errorf("what was refused: %+v", r)
		}
		made := h.bearer(n.tokens["school"], pledged, pledgeInput(h, n.open, n.school)).text("pledge.pledge.id")
		if r := last(); !slices.Equal(r.Fields, []string{"mutation.pledge"}) || !slices.Contains(r.Records, made) {
			t.Errorf("what was written: %+v", r)
		}
		// A leader reads the log; a clerk does not, nor the partner of another token.
		const log = `{ tokens { name reads(first: 10) { edges { node { operation fields records errors } } } } }`
		shows := func(a *reply) bool { return strings.Contains(string(a.body), "Curious") }
		if !shows(h.as("leader").must(log, nil)) || !shows(h.as("administrator").must(log, nil)) || shows(h.as("clerk-a").must(log, nil)) {
			t.Error("who reads the log")
		}
		own := h.bearer(n.tokens["hospital"], `{ currentToken { reads { edges { node { operation } } } } }`, nil)
		if shows(own) || own.code() != "" {
			t.Errorf("%s", own.body)
		}
		// The log is out of order: nothing is given out.
		if _, err := h.Desk.Store.DB().Writer().ExecContext(t.Context(), "ALTER TABLE token_reads RENAME TO token_reads_gone"); err != nil {
			t.Fatal(err)
		}
		if got := h.bearer(n.tokens["school"], theirs, nil); got.Data != nil || got.code() != string(office.Internal) || strings.Contains(string(got.body), "项目") {
			t.Errorf("%s", got.body)
		}
	})
}

// A token that is over, revoked, or whose partner has left is nobody: the next request already is refused.
func TestP5_WhenATokenEnds(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		n := h.build()
		gone := func(name, secret string) {
			t.Helper()
			for _, query := range []string{`{ projects(first: 5) { edges { node { title } } } }`, `{ currentToken { id } }`} {
				if got := h.bearer(secret, query, nil); got.code() != string(office.Unauthenticated) {
					t.Errorf("%s: %s", name, got.body)
				}
			}
			if got := h.bearer(secret, pledged, pledgeInput(h, n.open, n.school)); got.code() != string(office.Unauthenticated) {
				t.Errorf("%s pledges: %s", name, got.body)
			}
			if got := h.partner().ask(`mutation($t: String!) { enterByToken(input: {token: $t}) { token { id } } }`, vars{"t": secret}); got.code() != string(office.Unauthenticated) {
				t.Errorf("%s enters: %s", name, got.body)
			}
		}
		id := h.bearer(n.tokens["school reads"], whoseIsIt, nil).text("currentToken.id")
		h.as("administrator").must(tokenEnds, vars{"input": vars{"tokenId": id, "clientMutationId": h.ID()}})
		gone("revoked", n.tokens["school reads"])
		version := h.Desk.Store.Read().Partner.GetX(h.System(), n.hospital).Version
		if _, err := h.Desk.EndPartner(h.As("leader"), service.EndPartnerInput{PartnerID: n.hospital, Version: version, Reason: "搬走", ClientMutationID: h.ID()}); err != nil {
			t.Fatal(err)
		}
		gone("left", n.tokens["hospital"])
		if got := h.as("leader").ask(tokenMade, h.tokenInput(n.hospital, nil)); got.code() != string(office.RefusedState) {
			t.Errorf("a token for who has left: %s", got.body)
		}
		h.At("2027-01-02 09:00")
		gone("over", n.tokens["school"])
		if got := h.as("leader").ask(tokenEnds, vars{"input": vars{"tokenId": "tok_none", "clientMutationId": h.ID()}}); got.code() != string(office.NotFound) {
			t.Errorf("%s", got.body)
		}
	})
}

// A revocation that comes between the question who asks and the act still holds: the act asks again.
func TestP5_ARevokedTokenActsNoMore(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		n := h.build()
		v, err := h.Desk.TokenViewer(h.Context(), n.tokens["school"])
		if err != nil {
			t.Fatal(err)
		}
		h.as("leader").must(tokenEnds, vars{"input": vars{"tokenId": v.Token, "clientMutationId": h.ID()}})
		_, err = h.Desk.Pledge(store.With(h.Context(), v), service.PledgeInput{
			ProjectID: n.open, PartnerID: n.school, Kind: cobuild.Labour, What: "人", Quantity: 1, Unit: "人", ClientMutationID: h.ID(),
		})
		servicetest.WantRefused(t, err, office.Unauthenticated, "P5")
	})
}

// The same pledge sent at once by ten is one pledge; ten pledges at once are ten, and the partner joined once.
func TestP5_PledgesRace(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		n := h.build()
		same := pledgeInput(h, n.open, n.school)
		var wg sync.WaitGroup
		var mu sync.Mutex
		ids := map[string]int{}
		for i := range 20 {
			in := same
			if i >= 10 {
				in = pledgeInput(h, n.open, n.school)
			}
			wg.Go(func() {
				a := h.bearer(n.tokens["school"], pledged, in)
				id, _ := a.at("pledge.pledge.id").(string)
				mu.Lock()
				defer mu.Unlock()
				if id == "" {
					t.Errorf("%s", a.body)
				}
				ids[id]++
			})
		}
		wg.Wait()
		if len(ids) != 11 {
			t.Errorf("%d pledges", len(ids))
		}
		ctx := h.System()
		if kept := h.Desk.Store.Read().Pledge.Query().Where(pledge.ProjectID(n.open)).CountX(ctx); kept != 11 {
			t.Errorf("%d kept", kept)
		}
		events := h.Desk.Store.Read().CaseEvent.Query().Where(caseevent.RecordID(n.open)).Order(caseevent.ByNumber()).AllX(ctx)
		joined := 0
		for i, e := range events {
			if e.Number != i+1 {
				t.Errorf("entry %d is number %d", i+1, e.Number)
			}
			if e.Kind == "PROJECT_JOINED" {
				joined++
			}
		}
		if joined != 1 {
			t.Errorf("joined %d times", joined)
		}
	})
}

// Besides GraphQL a token opens the published pictures of what it sees, which is kept too, and no other address; and no socket.
func TestP5_NoOtherAddress(t *testing.T) {
	h := serveWith(t, servicetest.New(t, servicetest.SQLite), false, nil)
	n := h.build()
	shown, hidden, others := h.picture(n.schools, true), h.picture(n.schools, false), h.picture(n.hospitals, true)
	get := func(method, path string) *reply {
		p := h.public()
		r := p.request(method, path, "")
		r.Header.Set("Authorization", "Bearer "+n.tokens["school"])
		return p.send(r)
	}
	seen := get(http.MethodGet, "/files/"+shown)
	if seen.status != http.StatusOK || seen.header.Get("Content-Type") != "image/jpeg" {
		t.Errorf("%d %s", seen.status, seen.body)
	}
	if r := h.Desk.Store.Read().TokenRead.Query().Order(ent.Desc(tokenread.FieldAt, tokenread.FieldID)).FirstX(h.System()); !slices.Equal(r.Records, []string{shown}) {
		t.Errorf("%+v", r)
	}
	// What a browser has already is not sent again, to whoever may still see it.
	for who, want := range map[*person]int{h.as("clerk-a"): http.StatusNotModified, h.public(): http.StatusUnauthorized} {
		r := who.request(http.MethodGet, "/files/"+shown, "")
		r.Header.Set("If-None-Match", seen.header.Get("ETag"))
		if got := who.send(r); got.status != want || len(got.body) > 0 && want == http.StatusNotModified {
			t.Errorf("%d %s; want %d", got.status, got.body, want)
		}
	}
	for _, path := range []string{"/files/" + hidden, "/files/" + others} {
		if got := get(http.MethodGet, path); got.status != http.StatusNotFound {
			t.Errorf("%s: %d", path, got.status)
		}
	}
	for _, c := range [][2]string{
		{http.MethodGet, "/files/att_x"}, {http.MethodPost, "/files"}, {http.MethodGet, "/papers/ppr_x"}, {http.MethodGet, "/exchange/residents.xlsx"},
		{http.MethodPost, "/exchange/residents.xlsx"}, {http.MethodGet, "/exchange/departments.csv"},
	} {
		if got := get(c[0], c[1]); got.status != http.StatusForbidden {
			t.Errorf("%s %s: %d %s", c[0], c[1], got.status, got.body)
		}
	}
}

// Entering by a token opens nothing more in the same operation than entering.
func TestP5_EnteringOpensNothingElse(t *testing.T) {
	h := serveWith(t, servicetest.New(t, servicetest.SQLite), false, nil)
	n := h.build()
	for _, query := range []string{
		`mutation($t: String!) { enterByToken(input: {token: $t}) { token { madeBy { name } } } }`,
		`mutation($t: String!) { enterByToken(input: {token: $t}) { token { partner { projects { lead { name } } } } } }`,
		`mutation($t: String!) { ...E } fragment E on Mutation { enterByToken(input: {token: $t}) { token { revokedBy { name } } } }`,
		`mutation($t: String!) { enterByToken(input: {token: $t}) { token { id } } pledge(input: {projectId: "x", partnerId: "y", kind: LABOUR, what: "z", quantity: 1, clientMutationId: "q"}) { pledge { id } } }`,
	} {
		p := h.partner()
		if got := p.ask(query, vars{"t": n.tokens["school"]}); got.code() != string(office.Forbidden) || p.cookie != nil {
			t.Errorf("%s: %s", query, got.body)
		}
	}
	p := h.partner()
	p.must(`mutation Enter($t: String!) { enterByToken(input: {token: $t}) { token { name } } }`, vars{"t": n.tokens["school"]})
	r := h.Desk.Store.Read().TokenRead.Query().OnlyX(h.System())
	if r.Operation != "Enter" || !slices.Equal(r.Fields, []string{"mutation.enterByToken"}) || len(r.Records) != 1 {
		t.Errorf("%+v", r)
	}
	if got := p.must(theirs, nil); len(got.list("projects.edges")) != 2 {
		t.Errorf("%s", got.body)
	}
	if r := p.request(http.MethodGet, "/partner/files/none", ""); p.send(r).status != http.StatusForbidden {
		t.Error("a file that is no picture")
	}
	// The staff's addresses do not know the cookie, nor do the partner's know the staff's.
	p.at = "/graphql"
	if got := p.ask(whoseIsIt, nil); got.code() != string(office.Unauthenticated) {
		t.Errorf("%s", got.body)
	}
	p.at = "/partner/graphql"
	clerk := h.as("clerk-a")
	clerk.at = "/partner/graphql"
	if got := clerk.ask(`{ viewer { staff { name } } }`, nil); got.at("viewer") != nil {
		t.Errorf("%s", got.body)
	}
	if got := h.public().ask(`mutation($t: String!) { enterByToken(input: {token: $t}) { token { id } } }`, vars{"t": n.tokens["school"]}); got.code() != string(office.Forbidden) {
		t.Errorf("entered elsewhere: %s", got.body)
	}
	p.must(`mutation { signOut(input: {}) { clientMutationId } }`, nil)
	if got := p.ask(`{ projects(first: 5) { edges { node { title } } } }`, nil); got.code() != string(office.Unauthenticated) {
		t.Errorf("signed out: %s", got.body)
	}
}
