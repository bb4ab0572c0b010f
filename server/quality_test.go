package main

import (
	"net/http"
	"strings"
	"testing"

	"xinxing/ent/casefile"
	"xinxing/internal/office/casework"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
)

// What the new acts refuse, as a page is told: code, clause, field and the facts that it phrases.
func TestRefusal_OfNoticesCustodyChargesAndMatters(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("clerk-a")
		m := clerk.opens(vars{"residentId": h.Resident.ID, "anonymous": false, "itemId": h.Items["DJ-01"].ID})
		clerk.acts(&m, request, vars{"missing": []string{"居民身份证", "户口簿"}, "toldWay": "IN_PERSON"})
		piece := clerk.acts(&m, take, vars{"pieces": []vars{{"name": "户口簿", "place": "1号柜"}}}).text("takePieces.case.pieces.0.id")
		clerk.acts(&m, pay, vars{"amount": "6"})
		open := clerk.opens(vars{"itemId": h.Items["DJ-01"].ID})
		about := h.complained("安晓梅")
		in := func(of matter, more vars) vars {
			all := vars{"caseId": of.ID, "version": of.Version, "clientMutationId": h.ID()}
			for k, v := range more {
				all[k] = v
			}
			return vars{"input": all}
		}
		complaint := matter{ID: about, Version: 1}
		cases := []struct {
			name                string
			by                  string
			query               string
			v                   vars
			code, clause, field string
			facts               vars
		}{
			{"a second notice without a reason", "clerk-a", again, in(m, vars{"missing": []string{"照片"}, "reason": " ", "toldWay": "BY_PHONE"}), "SECOND_NOTICE", "Q3", "reason", nil},
			{"no notice of nothing", "clerk-a", again, in(m, vars{"missing": []string{}, "reason": "x", "toldWay": "BY_PHONE"}), "NEEDS_MATERIALS", "Q3", "missing", nil},
			{"a paper that was not missing", "clerk-a", some, in(m, vars{"received": []string{"房产证"}}), "NOT_FOUND", "Q3", "received", vars{"name": "房产证"}},
			{"the last of what is missing", "clerk-a", some, in(m, vars{"received": []string{"户口簿", "居民身份证"}}), "BAD_INPUT", "Q4", "received", nil},
			{"withdrawn without a word", "clerk-b", withdraw, in(m, vars{"reason": "放弃"}), "NOT_RESPONSIBLE", "Q3", "", nil},
			{"withdrawn while originals are kept", "clerk-a", withdraw, in(m, vars{"reason": "放弃"}), "CUSTODY_OPEN", "A5", "", vars{"held": 1.0}},
			{"no piece of the case", "clerk-a", giveBack, in(m, vars{"pieceId": "pce_none", "signedBy": "王小明"}), "NOT_FOUND", "", "pieceId", nil},
			{"nobody signed", "clerk-a", giveBack, in(m, vars{"pieceId": piece, "signedBy": " "}), "BAD_INPUT", "A5", "signedBy", nil},
			{"no loss", "clerk-a", lost, in(m, vars{"pieceId": piece, "as": "HELD", "facts": "x"}), "BAD_INPUT", "A5", "as", nil},
			{"a piece of nothing", "clerk-a", take, in(m, vars{"pieces": []vars{{"name": "户口簿", "count": 0, "place": "柜"}}}), "BAD_INPUT", "A5", "pieces.0.count", nil},
			{"no pieces", "clerk-a", take, in(m, vars{"pieces": []vars{}}), "LIMIT_EXCEEDED", "A5", "pieces", vars{"limit": 50.0}},
			{"above the standard", "clerk-a", pay, in(m, vars{"amount": "4.01"}), "OVER_STANDARD", "A6", "amount", vars{"standard": "10.00", "charged": "6.00"}},
			{"no amount", "clerk-a", pay, in(m, vars{"amount": "four"}), "BAD_INPUT", "A6", "amount", nil},
			{"nothing to print yet", "clerk-a", printIt, vars{"input": vars{"caseId": m.ID, "kind": "COMPLETION", "clientMutationId": h.ID()}}, "REFUSED_STATE", "Papers", "kind", nil},
			{"before any notice", "clerk-a", some, in(open, vars{"received": []string{"x"}}), "REFUSED_STATE", "Q3", "", vars{"status": "RECEIVED", "act": "RECEIVE_SOME"}},
			{"about oneself", "clerk-a", check, in(complaint, vars{"findings": "x", "upheld": false}), "NOT_FOUND", "", "caseId", nil},
			{"about a colleague", "clerk-b", check, in(complaint, vars{"findings": "x", "upheld": false}), "NOT_FOUND", "", "caseId", nil},
			{"another's matter", "director", check, in(complaint, vars{"findings": "x", "upheld": false}), "NOT_RESPONSIBLE", "Q6", "", nil},
			{"without findings", "leader", check, in(complaint, vars{"findings": " ", "upheld": true}), "NEEDS_REASON", "Q6", "findings", nil},
			{"not checked yet", "leader", answered, in(complaint, vars{"answer": "x", "toldWay": "BY_PHONE"}), "REFUSED_STATE", "Q6", "", vars{"status": "TO_CHECK", "act": "ANSWER"}},
			{"a paper of a matter", "leader", printIt, vars{"input": vars{"caseId": about, "kind": "INTAKE", "clientMutationId": h.ID()}}, "REFUSED_STATE", "Papers", "", nil},
			{"on another version", "leader", check, in(matter{ID: about, Version: 9}, vars{"findings": "x", "upheld": true}), "CONFLICT", "", "version", vars{"version": 1.0}},
		}
		people := map[string]*person{}
		for _, c := range cases {
			if people[c.by] == nil {
				people[c.by] = h.as(c.by)
			}
			a := people[c.by].ask(c.query, c.v)
			clause, _ := a.ext("clause").(string)
			field, _ := a.ext("field").(string)
			if a.code() != c.code || clause != c.clause || field != c.field {
				t.Errorf("%s: %s; want %s %s %s", c.name, a.body, c.code, c.clause, c.field)
			}
			for k, want := range c.facts {
				if got := a.ext(k); got != want {
					t.Errorf("%s: %s is %v, want %v", c.name, k, got, want)
				}
			}
			if a := h.public().ask(c.query, c.v); a.code() != "UNAUTHENTICATED" {
				t.Errorf("%s, by nobody: %s", c.name, a.body)
			}
		}
		kept := h.Desk.Store.Read().CaseFile.Query().Where(casefile.ID(m.ID)).OnlyX(h.System())
		if kept.Version != m.Version || kept.Notices != 1 || kept.PiecesHeld != 1 || kept.ChargedFen != 600 {
			t.Errorf("refused, and yet %+v", kept)
		}
	})
}

// A printed paper shows the resident: it is for who works on cases, of the case's own community.
func TestPapers_AreFetchedByWhoServesResidents(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		m := h.served("clerk-b")
		paths := h.as("clerk-b").must(`query($id: ID) { case(id: $id) { printed { path } attachments { path } } }`, vars{"id": m.ID})
		for _, path := range []string{paths.text("case.printed.0.path"), paths.text("case.printed.0.path") + "?as=html", paths.text("case.attachments.0.path")} {
			for who, want := range map[string]int{
				"": http.StatusUnauthorized, "clerk-a": 200, "leader": 200, "director": 200, "supervisor": http.StatusForbidden,
				"administrator": http.StatusNotFound, "neighbour": http.StatusNotFound,
			} {
				p := h.public()
				if who != "" {
					p = h.as(who)
				}
				a := p.send(p.request(http.MethodGet, path, ""))
				if a.status != want || want != 200 && strings.Contains(string(a.body), "王小明") {
					t.Errorf("%s as %q: %d, want %d", path, who, a.status, want)
				}
				if want == 200 && !strings.Contains(a.header.Get("Cache-Control"), "no-store") {
					t.Errorf("%s may be cached: %v", path, a.header)
				}
			}
		}
	})
}

// caseSheet is what a case's page asked for before anything stood beside a case; beside, what it asks for of that.
const (
	caseSheet = `query($id: ID) { case(id: $id) {
		id receiptNo status open version allowedActs clock dueAt workingSecondsLeft standing missingMaterials demand outcome
		firstResponder { id name title duty } responsible { id name title duty } holder { id name title duty }
		resident { id name phoneMasked idNumberMasked } item { id name materials { name } } post { id name a { name } b { name } onDuty { name } }
		guidedTo { name } promise { id madeBy { name } explanation { steps { date } } } promises { id madeBy { name } }
		handOver { id } handOvers { id from { name } to { name } } report { id reporter { name } superior { name } }
		extension { id } extensions { id askedBy { name } decidedBy { name } toldBy { name } }
		breaches { id person { name } reportedBy { name } } %BESIDE%
	} }`
	columns = `matter topic about { name } upheld publicPath piecesHeld charged`
	beside  = `notices { id missing givenBy { name } second } pieces { id name takenBy { name } returnedBy { name } reportedBy { name } }
		charges { id amount chargedBy { name } } attachments { id name path attachedBy { name } } printed { id number path printedBy { name } }
		papers { kind subjectId number draft } aboutCase { id receiptNo }`
)

// A case's page costs a fixed few statements, however much stands beside the case; what is new of it costs one for each
// list, two for what can be printed, and nothing for what stands on the case itself.
func TestT1_CasePageCostsTheSameFewStatements(t *testing.T) {
	for _, dialect := range servicetest.Databases() {
		t.Run(dialect, func(t *testing.T) {
			s := &statements{}
			h := serve(t, servicetest.NewWith(t, dialect, store.Options{SQL: sqldb.Options{OnStatement: s.on}}))
			m := h.served("clerk-b")
			clerk, leader := h.as("clerk-b"), h.as("leader")
			cost := func(p *person, id, beside string) int {
				t.Helper()
				query := strings.ReplaceAll(caseSheet, "%BESIDE%", beside)
				p.must(query, vars{"id": id})
				sent := s.during(func() { p.must(query, vars{"id": id}) })
				for _, q := range sent {
					if strings.Contains(strings.ToUpper(q), "COUNT(") {
						t.Errorf("counted without being asked: %s", q)
					}
				}
				return len(sent)
			}
			alone, onCase, all := cost(clerk, m.ID, ""), cost(clerk, m.ID, columns), cost(clerk, m.ID, columns+" "+beside)
			if alone > 10 {
				t.Errorf("the page of before takes %d statements", alone)
			}
			if onCase != alone {
				t.Errorf("what stands on the case costs %d statements more", onCase-alone)
			}
			if all-alone != 7 {
				t.Errorf("what stands beside it costs %d statements more, want 7: five lists, and two for what can be printed", all-alone)
			}
			// More of each costs no more.
			h.Clock.Set(servicetest.Instant(t, "2026-02-26 10:00"))
			full := clerk.opens(vars{"residentId": h.Resident.ID, "anonymous": false, "itemId": h.Items["DJ-01"].ID})
			clerk.acts(&full, request, vars{"missing": []string{"居民身份证"}, "reason": "上次漏告", "toldWay": "IN_PERSON"})
			for range 5 {
				clerk.acts(&full, again, vars{"missing": []string{"户口簿"}, "reason": "首次漏告", "toldWay": "IN_PERSON"})
				clerk.acts(&full, take, vars{"pieces": []vars{{"name": "户口簿", "place": "1号柜"}, {"name": "房产证", "place": "1号柜"}}})
				clerk.acts(&full, pay, vars{"amount": "0.50"})
				clerk.must(printIt, vars{"input": vars{"caseId": full.ID, "kind": "INTAKE", "clientMutationId": h.ID()}})
			}
			small := clerk.opens(vars{"residentId": h.Resident.ID, "anonymous": false, "itemId": h.Items["DJ-01"].ID})
			clerk.acts(&small, request, vars{"missing": []string{"居民身份证"}, "reason": "上次漏告", "toldWay": "IN_PERSON"})
			more := func(p *person, id string) int { return cost(p, id, columns+" "+beside) - cost(p, id, "") }
			if got := more(clerk, full.ID); got != 7 {
				t.Errorf("five of each cost %d statements more, want 7 as for one", got)
			}
			// The case itself says that it has neither pieces nor charges: neither list is asked for.
			if got := more(clerk, small.ID); got != 5 {
				t.Errorf("without pieces and charges it costs %d statements more, want 5", got)
			}
			// A matter has no notices, pieces, charges and no papers to look for, and one case that it is about.
			bad := h.Desk.Store.Read().CaseFile.Query().Where(casefile.MatterEQ(casework.MatterBadRating)).OnlyIDX(h.System())
			if got := more(leader, bad); got != 3 {
				t.Errorf("of a matter it costs %d statements more, want 3", got)
			}
			t.Logf("%d statements before, %d with all that stands beside", alone, all)
		})
	}
}

// A page of the queue says what each case is about and what is kept of it without a statement more.
func TestT1_QueuePageTellsMattersForNothing(t *testing.T) {
	for _, dialect := range servicetest.Databases() {
		t.Run(dialect, func(t *testing.T) {
			h, s := countedOffice(t, dialect, 21)
			h.complained("安晓梅")
			leader := h.as("leader")
			ask := func(query string) int {
				leader.must(query, nil)
				return len(s.during(func() { leader.must(query, nil) }))
			}
			plain := ask(`{ cases(first: 100) { edges { node { id receiptNo resident { name } responsible { name } } } } }`)
			more := ask(`{ cases(first: 100) { edges { node { id receiptNo resident { name } responsible { name } matter topic about { name } upheld piecesHeld charged publicPath } } } }`)
			if plain != more || more > 6 {
				t.Errorf("%d statements, %d with what a case is about", plain, more)
			}
		})
	}
}

// What a case holds of somebody's is bounded, so that no list beside it is without an end.
func TestLimit_WhatStandsBesideACaseIsWeighed(t *testing.T) {
	h := serve(t, servicetest.New(t, servicetest.SQLite))
	clerk := h.as("clerk-a")
	clerk.must(`{ ratings(first: 100) { edges { node { level case { receiptNo } about { name } } } } }`, nil)
	for name, query := range map[string]string{
		"pieces of a page": `{ cases(first: 100) { edges { node { pieces { id takenBy { id name title } returnedBy { id name title } reportedBy { id name title } }
			printed { id printedBy { id name title } } attachments { id attachedBy { id name title } } } } } }`,
		"papers of a page": `{ cases(first: 100) { edges { node { papers { kind subjectId number draft }
			printed { id number path kind draft printedAt printedBy { id name } } attachments { id name kind size path attachedBy { id name } } } } } }`,
		"journals of the ratings": `{ ratings(first: 100) { edges { node { case { events(first: 100) { edges { node { id } } } } } } } }`,
		"cases of the ratings": `{ ratings(first: 100) { edges { node { case { ...C } matter { ...C } } } } } fragment C on Case {
			pieces { id name state place takenBy { id name } } notices { id missing reason } charges { id amount billNo } attachments { id name kind } printed { id number } }`,
		"what it is about, around": `{ cases(first: 100) { edges { node { aboutCase { ...C aboutCase { ...C } } } } } } fragment C on Case {
			pieces { id name place state form count } printed { id number draft kind path } papers { kind number } }`,
	} {
		a := clerk.ask(query, nil)
		if a.code() != "COMPLEXITY" {
			t.Errorf("%s: %.300s", name, a.body)
		}
	}
}

// What somebody typed a resident's name into is masked for the subdistrict's supervisor, who reads cases without residents:
// on the record, in the journal, live, and by whatever way one comes to it.
func TestA5_NamesThatWereTypedInAreMaskedForTheSupervisor(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		m := h.served("clerk-a")
		client, ctx := h.Desk.Store.Read(), h.System()
		piece, file := client.CustodyPiece.Query().OnlyIDX(ctx), client.Attachment.Query().OnlyIDX(ctx)
		whole := vars{"id": m.ID, "ids": []string{piece, file}}
		query := `query($id: ID, $ids: [ID!]!) {
			case(id: $id) { pieces { signedBy } attachments { name } events(first: 100) { edges { node { kind facts } } } }
			nodes(ids: $ids) { ... on CustodyPiece { signedBy } ... on Attachment { name } }
		}`
		names := []string{"王小明", "户口簿.jpg"}
		clerk := h.as("clerk-a").must(query, whole)
		supervisor := h.as("supervisor").must(query, whole)
		for _, name := range names {
			if n := strings.Count(string(clerk.body), name); n != 3 {
				t.Errorf("the clerk reads %q %d times, want 3", name, n)
			}
			if strings.Contains(string(supervisor.body), name) {
				t.Errorf("the supervisor reads %q: %s", name, supervisor.body)
			}
		}
		for _, masked := range []string{"王**", "***.jpg"} {
			if n := strings.Count(string(supervisor.body), masked); n != 3 {
				t.Errorf("the supervisor reads %q %d times, want 3", masked, n)
			}
		}
		// The record itself is what it was: the journal's hashes are over what was written.
		if got := client.CustodyPiece.GetX(ctx, piece).SignedBy; got != "王小明" {
			t.Errorf("kept: %q", got)
		}
		live := h.as("supervisor").socket()
		live.start(`subscription { caseEvents(after: "`+zeroCursor+`", caseId: "`+m.ID+`") { kind facts } }`, nil)
		for seen := ""; !strings.Contains(seen, "PIECE_RETURNED"); {
			seen = string(live.read().Payload)
			for _, name := range names {
				if strings.Contains(seen, name) {
					t.Errorf("live: %s", seen)
				}
			}
		}
	})
}
