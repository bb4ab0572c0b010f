package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"xinxing/ent/breach"
	"xinxing/ent/caseevent"
	"xinxing/ent/casefile"
	"xinxing/ent/posthandover"
	"xinxing/ent/printedpaper"
	"xinxing/internal/key"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/employment"
	rules "xinxing/internal/office/program"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/server/gqlws"
)

var update = flag.Bool("update", false, "write the golden files anew")

const visibilityGolden = "testdata/visibility.golden"

// records are those of an office and its neighbour, one of each kind: ids are keys by kind, those of the neighbour's
// with "other " before; raw are the personal numbers that are known of anybody.
type records struct {
	ids              map[string]string
	receipt, otherNo string
	raw              []string
}

// fillRecords brings it about over HTTP, as people do.
func fillRecords(t *testing.T, h *house) records {
	t.Helper()
	if _, err := h.Desk.AddUser(h.System(), service.NewUser{
		Community: h.Neighbour, Login: "other-clerk", Name: "邻家小王", Password: servicetest.Password, Roles: []duty.Role{duty.Clerk},
	}); err != nil {
		t.Fatal(err)
	}

	theirs := ""
	for _, r := range h.Desk.Store.Read().Resident.Query().AllX(h.System()) {
		if r.CommunityID == h.Neighbour {
			theirs = r.ID
		}
	}
	// 曹阳 and 邻居 have forgotten somebody: warned of, breached. Each office counts its receipts: the second next door
	// has a number that the own office has not.
	h.as("clerk-c").opens(vars{"contactWay": "13912340000"})
	neighbour := h.as("neighbour")
	neighbour.opens(nil)
	next := neighbour.opens(vars{"residentId": theirs, "anonymous": false})
	h.At("2026-02-27 09:00")
	if _, err := h.Desk.FireDue(h.System()); err != nil {
		t.Fatal(err)
	}

	a, b := h.as("clerk-a"), h.as("clerk-b")
	offered := a.opens(vars{"residentId": h.Resident.ID, "anonymous": false, "itemId": h.Items["SQ-01"].ID})
	a.acts(&offered, promise, vars{"workingDays": 5, "toldWay": "BY_PHONE"})
	a.acts(&offered, offer, vars{"toStaffId": h.Staff["clerk-c"].ID, "explanation": "楼上漏水，已约周五上门"})
	a.must(breached, vars{"input": vars{"caseId": offered.ID, "kind": "AVOIDANCE", "facts": "推诿", "clientMutationId": h.ID()}})
	reported := b.opens(nil)
	b.acts(&reported, report, vars{"reason": "需要领导协调"})
	extended := a.opens(vars{"itemId": h.Items["DJ-01"].ID})
	a.acts(&extended, promise, vars{"workingDays": 3, "toldWay": "IN_PERSON"})
	a.acts(&extended, extend, vars{"workingDays": 2, "reason": "材料核实"})

	b.must(gifted, vars{"input": vars{
		"personId": h.Staff["clerk-a"].ID, "kind": "TAKEN", "what": "茶叶", "giver": "办事居民", "value": "50", "clientMutationId": h.ID(),
	}})
	l := h.as("leader")
	l.must(`mutation($input: SavePartnerInput!) { savePartner(input: $input) { partner { id } } }`, vars{"input": vars{"name": "九站建材", "kind": "SOCIAL", "clientMutationId": h.ID()}})
	partnerID := h.Desk.Store.Read().Partner.Query().OnlyIDX(h.System())
	l.must(`mutation($input: AddPartnerContactInput!) { addPartnerContact(input: $input) { partner { id } } }`, vars{"input": vars{"partnerId": partnerID, "name": "赵", "phone": "13904320101", "clientMutationId": h.ID()}})
	l.must(`mutation($input: ProposeProjectInput!) { proposeProject(input: $input) { project { id } } }`, vars{"input": vars{
		"title": "路面", "kind": "ROAD", "origin": "PLAN", "place": "3号楼", "leadId": h.Staff["grid"].ID, "plannedFrom": "2026-03-01", "plannedUntil": "2026-04-01", "openToJoin": true, "clientMutationId": h.ID(),
	}})
	projectID := h.Desk.Store.Read().Project.Query().OnlyIDX(h.System())
	l.must(`mutation($input: PledgeInput!) { pledge(input: $input) { pledge { id } } }`, vars{"input": vars{"projectId": projectID, "partnerId": partnerID, "kind": "LABOUR", "what": "出工", "quantity": 3, "unit": "人次", "clientMutationId": h.ID()}})
	served := h.served("clerk-b")
	away := b.must(askAway, vars{"input": vars{
		"kind": "PLANNED", "from": "2026-03-10T08:30:00+08:00", "until": "2026-03-10T17:00:00+08:00", "reason": "年休假", "clientMutationId": h.ID(),
	}}).text("askAbsence.absence.id")
	portrait, form := h.published()
	h.seeksWork()
	aboutClerk, aboutDirector := h.complained("安晓梅"), h.complained("周主任")

	made := h.as("leader").must(tokenMade, h.tokenInput("", vars{"kind": "REPORTER", "partnerId": nil, "scopes": []string{"READ_AGGREGATES"}}))
	h.bearer(made.text("createToken.secret"), whoseIsIt, nil)

	c, ctx := h.Desk.Store.Read(), h.System()
	keepLogs(t, h.Desk, h.Community, h.Neighbour)
	first := func(caseID string) string {
		return service.EventKey(c.CaseEvent.Query().Where(caseevent.CaseID(caseID)).Order(caseevent.ByID()).FirstIDX(ctx))
	}
	r := records{receipt: offered.Receipt, otherNo: next.Receipt, ids: map[string]string{
		"case": offered.ID, "other case": next.ID, "resident": h.Resident.ID, "other resident": theirs,
		"event": first(offered.ID), "other event": first(next.ID),
		"promise": c.Promise.Query().FirstIDX(ctx), "handOver": c.HandOver.Query().FirstIDX(ctx),
		"report": c.UpReport.Query().FirstIDX(ctx), "extension": c.Extension.Query().FirstIDX(ctx),
		"staff": h.Staff["clerk-b"].ID, "other staff": h.Staff["neighbour"].ID, "supervisor": h.Staff["supervisor"].ID,
		"post": h.Posts["P-1"].ID, "item": h.Items["DJ-01"].ID, "department": h.Departments["D-1"].ID,
		"community": h.Community, "other community": h.Neighbour, "subdistrict": h.Subdistrict,
		"reported case": reported.ID, "extended case": extended.ID, "served case": served.ID,
		"notice": c.OneTimeNotice.Query().FirstIDX(ctx), "piece": c.CustodyPiece.Query().FirstIDX(ctx), "charge": c.Charge.Query().FirstIDX(ctx),
		"file": c.Attachment.Query().FirstIDX(ctx), "paper": c.PrintedPaper.Query().Where(printedpaper.CaseIDNotNil()).FirstIDX(ctx), "rating": c.Rating.Query().FirstIDX(ctx),
		"portrait": portrait, "form": form,
		"matter about clerk-a": aboutClerk, "its event": first(aboutClerk), "matter about the director": aboutDirector,
		"bad rating's matter": c.CaseFile.Query().Where(casefile.MatterEQ(casework.MatterBadRating)).OnlyIDX(ctx),
	}}
	r.ids["absence"] = away
	r.ids["list"] = c.PostHandOver.Query().Where(posthandover.AbsenceID(away), posthandover.PostID(h.Posts["P-2"].ID)).OnlyIDX(ctx)
	b.must(printList, vars{"input": vars{"absenceId": away, "listId": r.ids["list"], "clientMutationId": h.ID()}})
	r.ids["list's paper"] = c.PrintedPaper.Query().Where(printedpaper.AbsenceID(away)).OnlyIDX(ctx)
	r.ids["token"] = made.text("createToken.token.id")
	r.ids["report pull"] = h.as("leader").must(`mutation { askReport(input: {figures: [RECEIVED], from: "2026-01-01", until: "2026-12-31", clientMutationId: "pull-1"}) { reportPull { id } } }`, nil).text("askReport.reportPull.id")
	r.ids["person of the breach"] = h.Staff["clerk-a"].ID
	r.ids["partner"], r.ids["project"] = partnerID, projectID
	r.ids["gift"] = c.Gift.Query().OnlyIDX(ctx)
	r.ids["gift's breach"] = c.Breach.Query().Where(breach.FoundIn(r.ids["gift"])).OnlyIDX(ctx)
	r.ids["job-seeker"], r.ids["opening"] = c.JobSeeker.Query().OnlyIDX(ctx), c.Opening.Query().OnlyIDX(ctx)
	r.ids["talk"], r.ids["referral"] = c.Counselling.Query().OnlyIDX(ctx), c.Referral.Query().OnlyIDX(ctx)
	for _, x := range c.Breach.Query().AllX(ctx) {
		if x.CaseID != next.ID && x.CaseID != offered.ID {
			continue
		}
		name := "breach"
		if x.CaseID == next.ID {
			name = "other breach"
		}
		r.ids[name] = x.ID
	}
	culture(t, h, r.ids)
	r.raw = []string{mobile, servicetest.Phone, servicetest.IDNumber(), "13900005678", servicetest.MakeID(1981, 2), "13912340000"}
	return r
}

// seeksWork registers the resident as a job-seeker, who is talked with and referred to an opening.
func (h *house) seeksWork() {
	h.t.Helper()
	as := h.As("clerk-b")
	must := func(err error) {
		h.t.Helper()
		if err != nil {
			h.t.Fatal(err)
		}
	}
	made, err := h.Desk.RegisterJobSeeker(as, service.RegisterJobSeekerInput{
		ResidentID: h.Resident.ID, Situations: []employment.Situation{employment.Unemployed}, Residence: employment.ResidenceElsewhere, Consent: true,
		Note: "愿意倒班", ClientMutationID: h.ID(),
	})
	must(err)
	opening, err := h.Desk.SaveOpening(as, service.SaveOpeningInput{
		Title: "保安", Employer: "物业公司", Sector: employment.SectorProperty, Place: "新兴街道", PayMin: "2000", PayMax: "3000", Headcount: 1,
		Hours: employment.HoursShifts, ExpiresOn: workday.Date{Year: 2026, Month: 12, Day: 31}, ClientMutationID: h.ID(),
	})
	must(err)
	ref := service.SeekerRef{JobSeekerID: made.JobSeeker.ID, Version: 1, ClientMutationID: h.ID()}
	_, err = h.Desk.RecordTalk(as, service.RecordTalkInput{SeekerRef: ref, Way: employment.TalkVisit, Advised: "先就业再择业"})
	must(err)
	ref.Version, ref.ClientMutationID = 2, h.ID()
	_, err = h.Desk.ReferJobSeeker(as, service.ReferJobSeekerInput{SeekerRef: ref, OpeningID: opening.Opening.ID})
	must(err)
}

// mobile is a number that a member and somebody enrolled left.
const mobile = "13900007777"

// culture adds a group with a member, a training with somebody enrolled, and costumes that are out.
func culture(t *testing.T, h *house, ids map[string]string) {
	t.Helper()
	ctx, at := h.As("clerk-a"), h.Desk.Now()
	phone := mobile
	founded, err := h.Desk.SaveGroup(ctx, service.SaveGroupInput{Name: "合唱团", Kind: rules.GroupChoir, ClientMutationID: h.ID()})
	must(t, err)
	ids["group"] = founded.Group.ID
	_, err = h.Desk.SaveMember(ctx, service.SaveMemberInput{GroupID: ids["group"], Name: "赵桂兰", Phone: &phone, ClientMutationID: h.ID()})
	must(t, err)
	_, err = h.Desk.SetRehearsal(ctx, service.SetRehearsalInput{GroupID: ids["group"], From: at.Add(24 * time.Hour), Until: at.Add(25 * time.Hour), Place: "活动室", ClientMutationID: h.ID()})
	must(t, err)
	planned, err := h.Desk.PlanProgram(ctx, service.PlanProgramInput{ClientMutationID: h.ID(), Program: &service.ProgramInput{
		Kind: rules.Training, Title: "技能培训", Place: "活动室", Capacity: 9, Sessions: []*service.SessionInput{{From: at.Add(10 * time.Minute), Until: at.Add(time.Hour)}},
	}})
	must(t, err)
	ids["program"] = planned.Program.ID
	opened, err := h.Desk.PublishProgram(ctx, service.StepProgramInput{ProgramID: ids["program"], Version: 1, ClientMutationID: h.ID()})
	must(t, err)
	_, err = h.Desk.SetProgramActs(ctx, service.SetProgramActsInput{
		ProgramID: ids["program"], Version: opened.Program.Version, Acts: []*service.ProgramActInput{{Title: "开场", Minutes: 5}}, ClientMutationID: h.ID(),
	})
	must(t, err)
	enrolled, err := h.Desk.Enrol(ctx, service.EnrolInput{ProgramID: ids["program"], Name: "赵桂兰", Phone: mobile, ClientMutationID: h.ID()})
	must(t, err)
	ids["enrolment"] = enrolled.Enrolment.ID
	c := h.Desk.Store.Read()
	ids["session"] = c.ProgramSession.Query().OnlyIDX(h.System())
	_, err = h.Desk.TickAttendance(ctx, service.TickAttendanceInput{SessionID: ids["session"], EnrolmentID: ids["enrolment"], Present: true, ClientMutationID: h.ID()})
	must(t, err)
	bought, err := h.Desk.SaveProp(ctx, service.SavePropInput{
		Kind: rules.PropCostume, Name: "秧歌服", Quantity: 9, BoughtOn: workday.DateOf(at, time.UTC), Owner: "社区", KeptAt: "库房", ClientMutationID: h.ID(),
	})
	must(t, err)
	ids["prop"] = bought.Prop.ID
	_, err = h.Desk.LendProp(ctx, service.LendPropInput{PropID: ids["prop"], ToName: "赵桂兰", Quantity: 2, DueOn: workday.DateOf(at.Add(48*time.Hour), time.UTC), ClientMutationID: h.ID()})
	must(t, err)
	ids["member"], ids["rehearsal"] = c.Member.Query().OnlyIDX(h.System()), c.Rehearsal.Query().OnlyIDX(h.System())
	ids["program's act"], ids["loan"] = c.ProgramAct.Query().OnlyIDX(h.System()), c.PropLoan.Query().OnlyIDX(h.System())
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// nodeFields is what is asked of each kind of record.
var nodeFields = map[string]string{
	key.Case: "... on Case { receiptNo }", key.Resident: "... on Resident { name }", key.Event: "... on CaseEvent { kind }",
	key.Promise: "... on Promise { number }", key.HandOver: "... on HandOver { explanation }", key.UpReport: "... on UpReport { reason }",
	key.Extension: "... on Extension { reason }", key.Breach: "... on Breach { kind }", key.Staff: "... on Staff { name }",
	key.Post: "... on Post { name }", key.Item: "... on Item { name }", key.Department: "... on Department { name }",
	key.Community: "... on Community { name }", key.OneTimeNotice: "... on OneTimeNotice { missing }", key.Piece: "... on CustodyPiece { name }",
	key.Charge: "... on Charge { amount }", key.Attachment: "... on Attachment { name }", key.Paper: "... on PrintedPaper { number }",
	key.Rating: "... on Rating { level }", key.PublicFile: "... on PublicFile { title }", key.Gift: "... on Gift { what }", key.APIToken: "... on ApiToken { name }", key.ReportPull: "... on ReportPull { state }",
	key.Absence: "... on Absence { kind }", key.PostHandOver: "... on PostHandOver { note }",
	key.JobSeeker: "... on JobSeeker { note }", key.Opening: "... on Opening { title }", key.Counselling: "... on Counselling { advised }",
	key.Referral: "... on Referral { state }",
	key.Program:  "... on Program { title }", key.ProgramSession: "... on ProgramSession { place }", key.ProgramAct: "... on ProgramAct { title }",
	key.Enrolment: "... on Enrolment { name }", key.Group: "... on Group { name }", key.Member: "... on Member { name }",
	key.Rehearsal: "... on Rehearsal { place }", key.Prop: "... on Prop { name }", key.PropLoan: "... on PropLoan { toName }",
}

type probe struct {
	name  string
	query string
	vars  vars
	// path is where the answer stands that the table tells: how many of a list, a word, or "seen" for an object.
	path string
}

func probes(r records) []probe {
	own, other := r.ids["case"], r.ids["other case"]
	list := []probe{
		{"viewer", `{ viewer { staff { name } } }`, nil, "viewer.staff.name"},
		{"officeName", `{ officeName }`, nil, "officeName"},
		{"communities of the viewer", `{ viewer { communities { name } } }`, nil, "viewer.communities"},
		{"cases", `{ cases(first: 100) { edges { node { id } } } }`, nil, "cases.edges"},
		{"cases, total", `{ cases { totalCount } }`, nil, "cases.totalCount"},
		{"cases of a resident by name", `{ cases(filter: {search: "王小明"}) { edges { node { id } } } }`, nil, "cases.edges"},
		{"cases of a resident by phone", `{ cases(filter: {search: "` + servicetest.Phone + `"}) { edges { node { id } } } }`, nil, "cases.edges"},
		{"case by id", `query($id: ID) { case(id: $id) { id } }`, vars{"id": own}, "case.id"},
		{"case by receipt", `query($no: String) { case(receiptNo: $no) { id } }`, vars{"no": r.receipt}, "case.id"},
		{"other's case by id", `query($id: ID) { case(id: $id) { id } }`, vars{"id": other}, "case.id"},
		{"other's case by receipt", `query($no: String) { case(receiptNo: $no) { id } }`, vars{"no": r.otherNo}, "case.id"},
		{"other's cases by filter", `query($id: ID) { cases(filter: {residentId: $id}) { edges { node { id } } } }`, vars{"id": r.ids["other resident"]}, "cases.edges"},
		{"the case's resident", `query($id: ID) { case(id: $id) { resident { name } } }`, vars{"id": own}, "case.resident"},
		{"a page's residents", `{ cases(filter: {open: true}, first: 100) { edges { node { resident { name phoneMasked idNumberMasked } } } } }`, nil, "cases.edges.*.node.resident"},
		{"the case's journal", `query($id: ID) { case(id: $id) { events { edges { node { kind } } } } }`, vars{"id": own}, "case.events.edges"},
		{"the case's promises", `query($id: ID) { case(id: $id) { promises { number } } }`, vars{"id": own}, "case.promises"},
		{"the case's hand-overs", `query($id: ID) { case(id: $id) { handOvers { state } } }`, vars{"id": own}, "case.handOvers"},
		{"the case's breaches", `query($id: ID) { case(id: $id) { breaches { kind } } }`, vars{"id": own}, "case.breaches"},
		{"how to reach somebody anonymous", `{ cases(filter: {responsibleId: "` + "%CLERK-C%" + `"}) { edges { node { contactWayMasked } } } }`, nil, "cases.edges.0.node.contactWayMasked"},
		{"allowed acts", `query($id: ID) { case(id: $id) { allowedActs } }`, vars{"id": own}, "case.allowedActs"},
		{"queueTotals.open", `{ queueTotals { open } }`, nil, "queueTotals.open"},
		{"inbox: offers", `{ inbox { offers { id } } }`, nil, "inbox.offers"},
		{"inbox: reports", `{ inbox { reports { id } } }`, nil, "inbox.reports"},
		{"inbox: extensions", `{ inbox { extensions { id case { receiptNo } } } }`, nil, "inbox.extensions"},
		{"breaches", `{ breaches(first: 100) { edges { node { kind } } } }`, nil, "breaches.edges"},
		{"the register, of the person and kind", `query($id: ID) { breaches(personId: $id, kinds: [AVOIDANCE]) { edges { node { kind } } } }`, vars{"id": r.ids["person of the breach"]}, "breaches.edges"},
		{"the register, by state", `{ breaches(states: [FOUND]) { totalCount } }`, nil, "breaches.totalCount"},
		{"what became of a breach", `query($id: ID!) { node(id: $id) { ... on Breach { state } } }`, vars{"id": r.ids["breach"]}, "node.state"},
		{"what the ladder proposes", `query($id: ID!) { node(id: $id) { ... on Breach { proposal { measure } } } }`, vars{"id": r.ids["breach"]}, "node.proposal.measure"},
		{"its acts", `query($id: ID!) { node(id: $id) { ... on Breach { allowedActs } } }`, vars{"id": r.ids["breach"]}, "node.allowedActs"},
		{"the breach of no case", `query($id: ID!) { node(id: $id) { ... on Breach { state case { id } } } }`, vars{"id": r.ids["gift's breach"]}, "node.state"},
		{"its own journal", `query($id: ID!) { node(id: $id) { ... on Breach { events { kind } } } }`, vars{"id": r.ids["gift's breach"]}, "node.events"},
		{"gifts", `{ gifts { edges { node { what giver value } } } }`, nil, "gifts.edges"},
		{"gifts, total", `{ gifts(open: true) { totalCount } }`, nil, "gifts.totalCount"},
		{"a gift's journal", `query($id: ID!) { node(id: $id) { ... on Gift { events { kind } } } }`, vars{"id": r.ids["gift"]}, "node.events"},
		{"who may write its return down", `query($id: ID!) { node(id: $id) { ... on Gift { mayReturn } } }`, vars{"id": r.ids["gift"]}, "node.mayReturn"},
		{"job-seekers", `{ jobSeekers { edges { node { resident { name } } } } }`, nil, "jobSeekers.edges"},
		{"job-seekers, total", `{ jobSeekers(filter: {states: [SEEKING]}) { totalCount } }`, nil, "jobSeekers.totalCount"},
		{"a job-seeker", `query($id: ID!) { jobSeeker(id: $id) { resident { phoneMasked } } }`, vars{"id": r.ids["job-seeker"]}, "jobSeeker.resident"},
		{"the openings that fit", `query($id: ID!) { jobSeeker(id: $id) { matches { score } } }`, vars{"id": r.ids["job-seeker"]}, "jobSeeker.matches"},
		{"openings", `{ openings { edges { node { title } } } }`, nil, "openings.edges"},
		{"an opening", `query($id: ID!) { opening(id: $id) { title } }`, vars{"id": r.ids["opening"]}, "opening.title"},
		{"the people who fit", `query($id: ID!) { opening(id: $id) { matches { jobSeeker { resident { name } } } } }`, vars{"id": r.ids["opening"]}, "opening.matches"},
		{"who was referred", `query($id: ID!) { opening(id: $id) { referrals { jobSeeker { id } } } }`, vars{"id": r.ids["opening"]}, "opening.referrals"},
		{"an opening's journal", `query($id: ID!) { node(id: $id) { ... on Opening { events { kind } } } }`, vars{"id": r.ids["opening"]}, "node.events"},
		{"what counts of re-employment", `{ employmentFigures(from: "2026-01-01", until: "2026-12-31") { registered referred } }`, nil, "employmentFigures"},
		{"what counts", `{ report(figures: [RECEIVED], from: "2026-01-01", until: "2026-12-31") { edges { node { values } } } }`, nil, "report.edges"},
		{"what counts of failures of duty", `{ report(figures: [BREACHES], by: [STAFF], from: "2026-01-01", until: "2026-12-31") { edges { node { values } } } }`, nil, "report.edges"},
		{"what others asked for", `query($id: ID!) { reportPull(id: $id) { id } }`, vars{"id": r.ids["report pull"]}, "reportPull.id"},
		{"what oneself asked for", `{ reportPulls { id } }`, nil, "reportPulls"},
		{"the cases behind a figure", `{ figureCases(figure: RECEIVED, from: "2026-01-01", until: "2026-12-31") { edges { node { id } } } }`, nil, "figureCases.edges"},
		{"what of a figure is of no case", `{ figureOthers(figure: BREACHES, from: "2026-01-01", until: "2026-12-31") { edges { node { about { id } value } } } }`, nil, "figureOthers.edges"},
		{"which figures of residents changed", `{ residentFigureChanges { changed { clause } } }`, nil, "residentFigureChanges.changed"},
		{"the job-seekers behind a figure", `{ figureRecords(figure: REGISTERED, from: "2026-01-01", until: "2026-12-31") { edges { node { about { id } value } } } }`, nil, "figureRecords.edges"},
		{"the programs behind a figure", `{ figureRecords(figure: EVENTS, from: "2026-01-01", until: "2026-12-31") { edges { node { about { id } value } } } }`, nil, "figureRecords.edges"},
		{"the resident's file as a job-seeker", `query($id: ID!) { node(id: $id) { ... on Resident { jobSeeker { note } } } }`, vars{"id": r.ids["resident"]}, "node.jobSeeker"},
		{"programs", `{ programs { edges { node { title } } } }`, nil, "programs.edges"},
		{"programs, total", `{ programs(states: [OPEN]) { totalCount } }`, nil, "programs.totalCount"},
		{"who is enrolled", `query($id: ID!) { node(id: $id) { ... on Program { enrolments { name phone } } } }`, vars{"id": r.ids["program"]}, "node.enrolments"},
		{"how many came", `query($id: ID!) { node(id: $id) { ... on ProgramSession { attended } } }`, vars{"id": r.ids["session"]}, "node.attended"},
		{"the code of a session", `query($id: ID!) { node(id: $id) { ... on ProgramSession { code { pin } } } }`, vars{"id": r.ids["session"]}, "node.code"},
		{"a program's journal", `query($id: ID!) { node(id: $id) { ... on Program { events { kind } } } }`, vars{"id": r.ids["program"]}, "node.events"},
		{"what counts of programs", `{ programFigures(from: "2026-01-01T00:00:00Z", until: "2027-01-01T00:00:00Z") { events } }`, nil, "programFigures"},
		{"groups", `{ groups { name } }`, nil, "groups"},
		{"a group's members", `query($id: ID!) { node(id: $id) { ... on Group { members { name phone } } } }`, vars{"id": r.ids["group"]}, "node.members"},
		{"its rehearsals", `query($id: ID!) { node(id: $id) { ... on Group { rehearsals { place } } } }`, vars{"id": r.ids["group"]}, "node.rehearsals"},
		{"props", `{ props { edges { node { name } } } }`, nil, "props.edges"},
		{"who has them", `query($id: ID!) { node(id: $id) { ... on Prop { loans { toName } } } }`, vars{"id": r.ids["prop"]}, "node.loans"},
		{"the case's apologies", `query($id: ID) { case(id: $id) { apologies { words } } }`, vars{"id": own}, "case.apologies"},
		{"myWarnings", `{ myWarnings { kind } }`, nil, "myWarnings"},
		{"residents by name", `{ residents(search: "王") { name } }`, nil, "residents"},
		{"residents by phone", `{ residents(search: "` + servicetest.Phone + `") { phoneMasked } }`, nil, "residents"},
		{"other's residents by phone", `{ residents(search: "13900005678") { phoneMasked } }`, nil, "residents.0.phoneMasked"},
		{"items", `{ items { name } }`, nil, "items"},
		{"departments", `{ departments { name } }`, nil, "departments"},
		{"posts", `{ posts { name a { name } } }`, nil, "posts"},
		{"staff", `{ staff { name } }`, nil, "staff"},
		{"sign-in names of the staff", `{ staff { login } }`, nil, "staff.*.login"},
		{"sign-in name of the supervisor", `{ viewer { staff { superior { superior { superior { login } } } } } }`, nil, "viewer.staff.superior.superior.superior.login"},
		{"calendarYear", `{ calendarYear(year: 2026) { days { date } } }`, nil, "calendarYear.days"},
		{"officeTime", `{ officeTime { now } }`, nil, "officeTime"},
		{"officePeriods", `{ officePeriods(from: "2026-02-10", days: 2) { start } }`, nil, "officePeriods"},
		{"partners", `{ partners { edges { node { name } } } }`, nil, "partners.edges"},
		{"a partner's phone", `query($id: ID!) { node(id: $id) { ... on Partner { contacts { phone } } } }`, vars{"id": r.ids["partner"]}, "node.contacts.0.phone"},
		{"a partner's journal", `query($id: ID!) { node(id: $id) { ... on Partner { events { kind } } } }`, vars{"id": r.ids["partner"]}, "node.events"},
		{"projects", `{ projects { edges { node { title } } } }`, nil, "projects.edges"},
		{"a project's pledges", `query($id: ID!) { node(id: $id) { ... on Project { pledges { what } } } }`, vars{"id": r.ids["project"]}, "node.pledges"},
		{"a project's moves", `query($id: ID!) { node(id: $id) { ... on Project { moves { to } } } }`, vars{"id": r.ids["project"]}, "node.moves"},
		{"contributions", `{ cobuildFigures { contributions { pledged } } }`, nil, "cobuildFigures.contributions"},
		{"resources", `{ resources { edges { node { name } } } }`, nil, "resources.edges"},
		{"absences that wait", `{ absencesWaiting { id } }`, nil, "absencesWaiting"},
		{"explainDeadline", `{ explainDeadline(from: "2026-02-10", workingDays: 7) { dueAt } }`, nil, "explainDeadline"},
		{"the case's notices", `query($id: ID) { case(id: $id) { notices { missing givenBy { name } second } } }`, vars{"id": r.ids["served case"]}, "case.notices"},
		{"the case's pieces", `query($id: ID) { case(id: $id) { pieces { name takenBy { name } returnedBy { name } } } }`, vars{"id": r.ids["served case"]}, "case.pieces"},
		{"who signed for a piece", `query($id: ID) { case(id: $id) { pieces { signedBy } } }`, vars{"id": r.ids["served case"]}, "case.pieces.0.signedBy"},
		{"the name of a file", `query($id: ID) { case(id: $id) { attachments { name } } }`, vars{"id": r.ids["served case"]}, "case.attachments.0.name"},
		{"the case's pieces kept", `query($id: ID) { case(id: $id) { piecesHeld } }`, vars{"id": r.ids["served case"]}, "case.piecesHeld"},
		{"the case's charges", `query($id: ID) { case(id: $id) { charges { amount chargedBy { name } } } }`, vars{"id": r.ids["served case"]}, "case.charges"},
		{"charged", `query($id: ID) { case(id: $id) { charged } }`, vars{"id": r.ids["served case"]}, "case.charged"},
		{"the case's files", `query($id: ID) { case(id: $id) { attachments { name path attachedBy { name } } } }`, vars{"id": r.ids["served case"]}, "case.attachments"},
		{"the case's printings", `query($id: ID) { case(id: $id) { printed { number path printedBy { name } } } }`, vars{"id": r.ids["served case"]}, "case.printed"},
		{"the case's papers", `query($id: ID) { case(id: $id) { papers { number } } }`, vars{"id": r.ids["served case"]}, "case.papers"},
		{"an absence's hand-over lists", `query($id: ID!) { node(id: $id) { ... on Absence { lists { lines { receiptNo } } } } }`, vars{"id": r.ids["absence"]}, "node.lists"},
		{"an absence's papers", `query($id: ID!) { node(id: $id) { ... on Absence { papers { number draft } } } }`, vars{"id": r.ids["absence"]}, "node.papers"},
		{"an absence's printings", `query($id: ID!) { node(id: $id) { ... on Absence { printed { number path printedBy { name } } } } }`, vars{"id": r.ids["absence"]}, "node.printed"},
		{"an absence's reason", `query($id: ID!) { node(id: $id) { ... on Absence { reason } } }`, vars{"id": r.ids["absence"]}, "node.reason"},
		{"the case's public page", `query($id: ID) { case(id: $id) { publicPath } }`, vars{"id": r.ids["served case"]}, "case.publicPath"},
		{"the case's matter", `query($id: ID) { case(id: $id) { matter } }`, vars{"id": r.ids["served case"]}, "case.matter"},
		{"ratings", `{ ratings(first: 100) { edges { node { level case { receiptNo } about { name } } } } }`, nil, "ratings.edges"},
		{"ratings, total", `{ ratings { totalCount } }`, nil, "ratings.totalCount"},
		{"rating sums", `{ ratingSums { total items { total } posts { total } } }`, nil, "ratingSums.total"},
		{"rating sums, by item", `{ ratingSums { items { code levels { count } } } }`, nil, "ratingSums.items"},
		{"rating sums, by post", `{ ratingSums { posts { code levels { count } } } }`, nil, "ratingSums.posts"},
		{"a rating's matter", `{ ratings { edges { node { matter { id } } } } }`, nil, "ratings.edges.0.node.matter.id"},
		{"myRatings", `{ myRatings { level count } }`, nil, "myRatings"},
		{"supervision matters", `{ cases(filter: {matter: [COMPLAINT, BAD_RATING]}, first: 100) { edges { node { id } } } }`, nil, "cases.edges"},
		{"the matter about clerk-a", `query($id: ID) { case(id: $id) { matter } }`, vars{"id": r.ids["matter about clerk-a"]}, "case.matter"},
		{"whom it is about", `query($id: ID) { case(id: $id) { about { name } } }`, vars{"id": r.ids["matter about clerk-a"]}, "case.about.name"},
		{"its topic", `query($id: ID) { case(id: $id) { topic } }`, vars{"id": r.ids["matter about clerk-a"]}, "case.topic"},
		{"its journal", `query($id: ID) { case(id: $id) { events { edges { node { kind } } } } }`, vars{"id": r.ids["matter about clerk-a"]}, "case.events.edges"},
		{"its papers", `query($id: ID) { case(id: $id) { papers { number } } }`, vars{"id": r.ids["matter about clerk-a"]}, "case.papers"},
		{"its allowed acts", `query($id: ID) { case(id: $id) { allowedActs } }`, vars{"id": r.ids["matter about clerk-a"]}, "case.allowedActs"},
		{"how to reach who complained", `query($id: ID) { case(id: $id) { contactWayMasked } }`, vars{"id": r.ids["matter about clerk-a"]}, "case.contactWayMasked"},
		{"whether its contact may be shown", `query($id: ID) { case(id: $id) { contactRevealable } }`, vars{"id": r.ids["matter about clerk-a"]}, "case.contactRevealable"},
		{"how to reach who complained of the director", `query($id: ID) { case(id: $id) { contactWayMasked } }`, vars{"id": r.ids["matter about the director"]}, "case.contactWayMasked"},
		{"the matter about the director", `query($id: ID) { case(id: $id) { about { name } } }`, vars{"id": r.ids["matter about the director"]}, "case.about.name"},
		{"the bad rating's matter", `query($id: ID) { case(id: $id) { aboutCase { receiptNo } } }`, vars{"id": r.ids["bad rating's matter"]}, "case.aboutCase"},
		{"what the office says of itself", `{ viewer { communities { disclosure { phone } } } }`, nil, "viewer.communities"},
		{"tokens", `{ tokens { name scopes hint } }`, nil, "tokens"},
		{"what was asked by a token", `{ tokens { reads(first: 3) { edges { node { operation records } } } } }`, nil, "tokens.0.reads.edges"},
		{"the token that one came by", `{ currentToken { name } }`, nil, "currentToken"},
		{"checkpoints of the journal", `{ journalCheckpoints { community { name } size root note } }`, nil, "journalCheckpoints"},
		{"a person's portrait", `{ staff(search: "安晓梅") { portrait { title path publishedBy { name } } } }`, nil, "staff.0.portrait"},
		{"an item's forms", `query($id: ID!) { node(id: $id) { ... on Item { forms { title path publishedBy { name } } } } }`, vars{"id": r.ids["item"]}, "node.forms"},
		{"where it is fetched", `query($id: ID!) { node(id: $id) { ... on PublicFile { path } } }`, vars{"id": r.ids["form"]}, "node.path"},
		{"previewPromise", `{ previewPromise(workingDays: 7) { dueAt } }`, nil, "previewPromise"},
	}
	for _, kind := range []string{"case", "resident", "event", "promise", "handOver", "report", "extension", "breach", "gift", "gift's breach", "job-seeker", "talk", "opening", "referral", "staff", "post", "item", "department",
		"community", "subdistrict", "supervisor", "served case", "notice", "piece", "charge", "file", "paper", "absence", "list", "list's paper", "rating", "portrait", "form", "token", "matter about clerk-a", "its event",
		"bad rating's matter",
		"matter about the director",
		"other case", "other resident", "other event", "other breach", "other staff", "other community"} {
		id := r.ids[kind]
		list = append(list, probe{"node: " + kind, `query($id: ID!) { node(id: $id) { ` + nodeFields[key.Prefix(id)] + ` } }`, vars{"id": id}, "node"})
	}
	var ids, others []string
	for kind, id := range r.ids {
		if strings.HasPrefix(kind, "other ") {
			others = append(others, id)
		} else {
			ids = append(ids, id)
		}
	}
	return append(list,
		probe{fmt.Sprintf("nodes: all %d of the own", len(ids)), `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, vars{"ids": ids}, "nodes.*"},
		probe{fmt.Sprintf("nodes: all %d of the other", len(others)), `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, vars{"ids": others}, "nodes.*"},
		probe{"items of the staff's posts", `{ staff { posts { items { name } } } }`, nil, "staff"},
		probe{"a resident's cases", `query($id: ID!) { node(id: $id) { ... on Resident { recentCases { id } } } }`, vars{"id": r.ids["resident"]}, "node.recentCases"},
	)
}

// cell tells an answer in a word.
func cell(a *reply, path string) string {
	if c := a.code(); c != "" {
		return c
	}
	return word(a.Data, strings.Split(path, "."))
}

func word(v any, path []string) string {
	if len(path) == 0 {
		switch x := v.(type) {
		case nil:
			return "-"
		case []any:
			return fmt.Sprint(len(x))
		case map[string]any:
			return "seen"
		default:
			return fmt.Sprint(x)
		}
	}
	switch x := v.(type) {
	case map[string]any:
		return word(x[path[0]], path[1:])
	case []any:
		if path[0] == "*" { // how many of the list have something there
			n := 0
			for _, one := range x {
				if word(one, path[1:]) != "-" {
					n++
				}
			}
			return fmt.Sprint(n)
		}
		if path[0] == "0" && len(x) > 0 {
			return word(x[0], path[1:])
		}
	}
	return "-"
}

// attempts are what people try, last of all since they change things; each is refused with a code, or done.
func attempts(h *house, r records) []probe {
	version := func(kind string) int {
		return h.Desk.Store.Read().CaseFile.Query().Where(casefile.ID(r.ids[kind])).Select(casefile.FieldVersion).IntX(h.System())
	}
	act := func(kind string, more vars) vars {
		in := vars{"caseId": r.ids[kind], "version": version(kind), "clientMutationId": h.ID()}
		for k, v := range more {
			in[k] = v
		}
		return vars{"input": in}
	}
	entry := func(kind string, more vars) vars {
		more["breachId"], more["clientMutationId"] = r.ids[kind], h.ID()
		more["version"] = h.Desk.Store.Read().Breach.GetX(h.System(), r.ids[kind]).Version
		return vars{"input": more}
	}
	id := func(more vars) vars {
		more["clientMutationId"] = h.ID()
		return vars{"input": more}
	}
	return []probe{
		{"act: open a case", openCase, id(vars{"channel": "VISIT", "anonymous": true, "situation": "来访", "demand": "咨询"}), "openCase"},
		{"act: open one for another's resident", openCase, id(vars{"channel": "VISIT", "residentId": r.ids["other resident"], "situation": "来访", "demand": "咨询"}), "openCase"},
		{"act: take over what was reported to 吴建国", `mutation($input: TakeOverInput!) { takeOver(input: $input) { case { status } } }`, act("reported case", nil), "takeOver"},
		{"act: accept what was offered to 曹阳", `mutation($input: AcceptHandOverInput!) { acceptHandOver(input: $input) { case { status } } }`, act("case", nil), "acceptHandOver"},
		{"act: complete another's case", `mutation($input: CompleteCaseInput!) { completeCase(input: $input) { case { status } } }`, act("other case", vars{"outcome": "办好"}), "completeCase"},
		{"act: report a breach of another office", breached, id(vars{"caseId": r.ids["other case"], "kind": "AVOIDANCE", "facts": "推诿"}), "reportBreach"},
		{"act: state on a breach of clerk-a", `mutation($input: HearBreachInput!) { hearBreach(input: $input) { breach { state } } }`, entry("breach", vars{"statement": "有原因"}), "hearBreach.breach.state"},
		{"act: decide a breach of clerk-a", `mutation($input: DecideBreachInput!) { decideBreach(input: $input) { breach { state } } }`, entry("breach", vars{"measure": "CRITICISM", "reason": "属实"}), "decideBreach.breach.state"},
		{"act: carry it out", `mutation($input: CarryOutBreachInput!) { carryOutBreach(input: $input) { breach { state } } }`, entry("breach", vars{"proof": "谈话记录"}), "carryOutBreach.breach.state"},
		{"act: appeal it", `mutation($input: AppealBreachInput!) { appealBreach(input: $input) { breach { state } } }`, entry("breach", vars{"reason": "不服"}), "appealBreach.breach.state"},
		{"act: decide the appeal", `mutation($input: DecideAppealInput!) { decideAppeal(input: $input) { breach { state } } }`, entry("breach", vars{"outcome": "UPHELD", "reason": "维持"}), "decideAppeal.breach.state"},
		{"act: close it", `mutation($input: CloseBreachInput!) { closeBreach(input: $input) { breach { state } } }`, entry("breach", vars{}), "closeBreach.breach.state"},
		{"act: state on another office's breach", `mutation($input: HearBreachInput!) { hearBreach(input: $input) { breach { state } } }`, entry("other breach", vars{"statement": "有原因"}), "hearBreach.breach.state"},
		{"act: register a gift", gifted, id(vars{"personId": h.Staff["grid"].ID, "kind": "OFFERED", "what": "水果", "giver": "居民", "value": "20"}), "registerGift"},
		{"act: return a gift", `mutation($input: ReturnGiftInput!) { returnGift(input: $input) { gift { returned } } }`, id(vars{"giftId": r.ids["gift"], "version": h.Desk.Store.Read().Gift.GetX(h.System(), r.ids["gift"]).Version, "amount": "10", "way": "GIVEN_BACK", "proof": "收条"}), "returnGift.gift.returned"},
		{"act: enrol somebody", `mutation($input: EnrolInput!) { enrol(input: $input) { enrolment { ticket } } }`, id(vars{"programId": r.ids["program"], "name": "李新", "phone": "13900008888"}), "enrol"},
		{"act: reveal a number enrolled with", `mutation($input: RevealEnrolmentInput!) { revealEnrolment(input: $input) { value } }`, id(vars{"enrolmentId": r.ids["enrolment"], "reason": "通知"}), "revealEnrolment.value"},
		{"act: reveal a member's number", `mutation($input: RevealMemberInput!) { revealMember(input: $input) { value } }`, id(vars{"memberId": r.ids["member"], "reason": "通知"}), "revealMember.value"},
		{"act: found a group", `mutation($input: SaveGroupInput!) { saveGroup(input: $input) { group { name } } }`, id(vars{"name": "舞蹈队", "kind": "DANCE"}), "saveGroup.group.name"},
		{"act: lend costumes", `mutation($input: LendPropInput!) { lendProp(input: $input) { prop { lent } } }`, id(vars{"propId": r.ids["prop"], "toName": "李新", "quantity": 1, "dueOn": "2026-12-01"}), "lendProp.prop.lent"},
		{"act: register a resident", register, id(vars{"name": "李新"}), "registerResident"},
		{"act: reveal a phone", reveal, id(vars{"residentId": r.ids["resident"], "field": "PHONE", "reason": "回访"}), "revealResident.value"},
		{"act: reveal another's phone", reveal, id(vars{"residentId": r.ids["other resident"], "field": "PHONE", "reason": "回访"}), "revealResident.value"},
		{"act: say that somebody is back", hasLeft, id(vars{"staffId": h.Staff["grid"].ID, "left": false, "reason": "调回"}), "setLeft"},
		{"act: say that another's person left", hasLeft, id(vars{"staffId": h.Staff["neighbour"].ID, "left": true, "reason": "调离"}), "setLeft"},
		{"act: set up a post", `mutation($input: SavePostInput!) { savePost(input: $input) { movedCases } }`, id(vars{"code": "V-1", "name": "岗", "aId": h.Staff["grid"].ID, "bId": h.Staff["leader"].ID}), "savePost"},
		{"act: record what somebody learned", `mutation($input: RecordStudyInput!) { recordStudy(input: $input) { post { id } } }`, id(vars{"postId": r.ids["post"], "staffId": h.Staff["clerk-a"].ID, "subject": "低保政策", "kind": "TEST", "date": "2026-02-25"}), "recordStudy"},
		{"act: close a day", `mutation($input: SetCalendarDayInput!) { setCalendarDay(input: $input) { recomputed } }`, id(vars{"date": "2026-12-30", "kind": "LOCAL_CLOSURE", "name": "停电", "source": "社区通知"}), "setCalendarDay"},
		{"act: publish an item", `mutation($input: PublishItemInput!) { publishItem(input: $input) { item { version } } }`, id(vars{"code": "XX-01", "name": "新事项", "kind": "ENQUIRY", "limitDays": 3, "fee": "0.00", "channels": []string{"VISIT"}, "materials": []string{}, "steps": []string{"受理"}, "legalBasis": "", "maxExtensions": 0, "maxExtensionDays": 0, "validFrom": "2026-03-02", "postId": h.Posts["P-1"].ID}), "publishItem"},
		{"act: retire another's item", `mutation($input: RetireItemInput!) { retireItem(input: $input) { item { version } } }`, id(vars{"itemId": "itm_none", "from": "2026-03-02"}), "retireItem"},
		{"act: notice again what clerk-a has", again, act("extended case", vars{"missing": []string{"照片"}, "reason": "首次漏告", "toldWay": "BY_PHONE"}), "noticeAgain"},
		{"act: receive some of what clerk-a has", some, act("extended case", vars{"received": []string{"照片"}}), "receiveSome"},
		{"act: withdraw what clerk-a has", withdraw, act("extended case", vars{"reason": "放弃"}), "withdrawCase"},
		{"act: take originals in", take, act("extended case", vars{"pieces": []vars{{"name": "户口簿", "place": "1号柜"}}}), "takePieces"},
		{"act: hand a piece back", giveBack, act("served case", vars{"pieceId": r.ids["piece"], "signedBy": "王小明"}), "returnPiece"},
		{"act: report a piece", lost, act("served case", vars{"pieceId": r.ids["piece"], "as": "LOST", "facts": "柜中未见"}), "reportPiece"},
		{"act: charge", pay, act("extended case", vars{"amount": "1.00"}), "charge"},
		{"act: print a paper", printIt, id(vars{"caseId": r.ids["served case"], "kind": "COMPLETION"}), "printPaper"},
		{"act: print a hand-over list", printList, id(vars{"absenceId": r.ids["absence"], "listId": r.ids["list"]}), "printHandOverList"},
		{"act: print of a matter", printIt, id(vars{"caseId": r.ids["matter about clerk-a"], "kind": "INTAKE"}), "printPaper"},
		{"act: reveal how to reach who complained", shown, id(vars{"caseId": r.ids["matter about clerk-a"], "reason": "回访"}), "revealContact.value"},
		{"act: reveal who complained of the director", shown, id(vars{"caseId": r.ids["matter about the director"], "reason": "回访"}), "revealContact.value"},
		{"act: put right, unchecked", putRight, act("matter about clerk-a", vars{"done": "已提醒"}), "putRight"},
		{"act: check the matter about clerk-a", check, act("matter about clerk-a", vars{"findings": "属实", "upheld": true}), "checkMatter"},
		{"act: put it right", putRight, act("matter about clerk-a", vars{"done": "已提醒"}), "putRight"},
		{"act: answer it", answered, act("matter about clerk-a", vars{"answer": "已致歉", "toldWay": "BY_PHONE"}), "answerMatter"},
		{"act: call back", callBack, act("matter about clerk-a", vars{"satisfied": true, "note": "满意"}), "callBackMatter"},
		{"act: check the matter about the director", check, act("matter about the director", vars{"findings": "属实", "upheld": true}), "checkMatter"},
		{"act: save a department", `mutation($input: SaveDepartmentInput!) { saveDepartment(input: $input) { department { name } } }`, id(vars{"code": "D-9", "name": "司法所", "address": "九站大街9号", "phone": "0432-63050119", "hours": "周一至周五", "website": "", "duties": "调解"}), "saveDepartment"},
		{"act: say what the office is", `mutation($input: SetDisclosureInput!) { setDisclosure(input: $input) { community { name } } }`, id(vars{"organisation": "一室", "duties": "服务", "procedure": "受理", "supervision": "12345", "hours": "周一至周五", "address": "九站大街1号", "phone": "0432-63050001"}), "setDisclosure"},
		{"act: take a form off the board", `mutation($input: RemovePublicFileInput!) { removePublicFile(input: $input) { file { id } } }`, id(vars{"fileId": r.ids["form"]}), "removePublicFile"},
		{"act: take off what is no public file", `mutation($input: RemovePublicFileInput!) { removePublicFile(input: $input) { file { id } } }`, id(vars{"fileId": r.ids["file"]}), "removePublicFile"},
		{"act: make a token", tokenMade, id(vars{"kind": "REPORTER", "name": "报表", "scopes": []string{"READ_AGGREGATES"}, "expiresAt": "2026-12-31T16:00:00Z"}), "createToken"},
		{"act: revoke a token", tokenEnds, id(vars{"tokenId": r.ids["token"]}), "revokeToken"},
		{"act: enter by what is no token", `mutation($input: EnterByTokenInput!) { enterByToken(input: $input) { token { id } } }`, id(vars{"token": "xxt_none"}), "enterByToken"},
		{"act: move the clock", `mutation($input: MoveClockInput!) { moveClock(input: $input) { now } }`, id(vars{"to": "2027-01-01T00:00:00+08:00"}), "moveClock"},
	}
}

// The table "Who may do what", as it is over HTTP: what each person sees of 新星社区, of its neighbour, and what they may
// do. Read it before you change it.
func TestVisibility_Matrix(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		r := fillRecords(t, h)
		people := []*person{h.public()}
		columns := []string{"public"}
		for _, login := range []string{"clerk-a", "other-clerk", "leader", "director", "supervisor", "administrator"} {
			people, columns = append(people, h.as(login)), append(columns, login)
		}
		var b strings.Builder
		b.WriteString("# What each person sees over HTTP; 新星社区 is the own community of all but other-clerk, who works next door, and\n")
		b.WriteString("# of the supervisor, who stands above. A number is the length of a list, - is nothing, a word in capitals is the\n# refusal. Write it anew with: go test ./server -run TestVisibility_Matrix -update\n\n")
		line := func(name string, cells []string) {
			fmt.Fprintf(&b, "%s%s", name, strings.Repeat(" ", max(1, 44-width(name))))
			for i, c := range cells {
				if i < len(cells)-1 {
					c += strings.Repeat(" ", max(1, 17-width(c)))
				}
				b.WriteString(c)
			}
			b.WriteString("\n")
		}
		line("", columns)
		ask := func(name, query string, v vars, path string) {
			var cells []string
			for _, p := range people {
				a := p.ask(strings.ReplaceAll(query, "%CLERK-C%", h.Staff["clerk-c"].ID), v)
				c := cell(a, path)
				for kind, id := range r.ids {
					if c == id {
						c = kind
					}
				}
				if strings.HasPrefix(c, "/p/") || strings.HasPrefix(c, "/public/") {
					c = "its path"
				}
				if c == "INTERNAL" {
					t.Errorf("%s as %s: %s", name, p.login, h.log)
				}
				// What is revealed is shown to who revealed it, and nowhere else.
				for _, number := range r.raw {
					if strings.Contains(string(a.body), number) && !strings.HasPrefix(path, "reveal") {
						t.Errorf("%s as %s: a raw number in %s", name, p.login, a.body)
					}
				}
				cells = append(cells, c)
			}
			line(name, cells)
		}
		for _, p := range probes(r) {
			ask(p.name, p.query, p.vars, p.path)
		}
		for _, sub := range [][2]string{
			{"live: the desk", `subscription { deskEvents(after: "none") { caseId } }`},
			{"live: warnings", `subscription { deadlineEvents(after: "none") { caseId } }`},
			{"live: the case", `subscription { caseEvents(after: "` + zeroCursor + `", caseId: "` + r.ids["case"] + `") { caseId } }`},
			{"live: the matter about clerk-a", `subscription { caseEvents(after: "` + zeroCursor + `", caseId: "` + r.ids["matter about clerk-a"] + `") { caseId } }`},
			{"live: the matter about the director", `subscription { caseEvents(after: "` + zeroCursor + `", caseId: "` + r.ids["matter about the director"] + `") { caseId } }`},
			{"live: another's case", `subscription { caseEvents(after: "` + zeroCursor + `", caseId: "` + r.ids["other case"] + `") { caseId } }`},
		} {
			var cells []string
			for _, p := range people {
				cells = append(cells, listens(p, sub[1]))
			}
			line(sub[0], cells)
		}
		for i := range attempts(h, r) {
			var name string
			var cells []string
			for _, p := range people {
				x := attempts(h, r)[i]
				name = x.name
				a := p.ask(x.query, x.vars)
				if a.code() == "INTERNAL" {
					t.Errorf("%s as %s: %s", name, p.login, h.log)
				}
				c := cell(a, x.path)
				if c == "seen" {
					c = "done"
				}
				cells = append(cells, c)
			}
			line(name, cells)
		}
		got := b.String()
		if *update && !h.Desk.Store.Postgres() {
			if err := os.WriteFile(visibilityGolden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(visibilityGolden)
		if err != nil {
			t.Fatal(err)
		}
		a, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range max(len(a), len(w)) {
			g, x := "", ""
			if i < len(a) {
				g = a[i]
			}
			if i < len(w) {
				x = w[i]
			}
			if g != x {
				t.Errorf("line %d:\n got %s\nwant %s", i+1, g, x)
			}
		}
	})
}

// width is how wide a text stands in a terminal: a Chinese character takes two places.
func width(s string) int {
	n := 0
	for _, r := range s {
		if n++; r > 0x2e80 {
			n++
		}
	}
	return n
}

// listens tells whether somebody may subscribe. Whoever may hears of a case's journal from its beginning; of the other
// feeds, where nothing may have happened, they hear that the cursor is none, which is looked at last.
func listens(p *person, query string) string {
	if p.cookie == nil {
		if got := p.dial().closed(); got != gqlws.CloseForbidden {
			return fmt.Sprint(got)
		}
		return "4403"
	}
	s := p.socket()
	s.start(query, nil)
	m := s.read()
	if m.Type == "next" || m.Type == "error" && codeIn(m.Payload) == "BAD_INPUT" {
		return "listens"
	}
	return codeIn(m.Payload)
}

func codeIn(payload json.RawMessage) string {
	var errs []struct{ Extensions struct{ Code string } }
	if json.Unmarshal(payload, &errs) != nil || len(errs) == 0 {
		return string(payload)
	}
	return errs[0].Extensions.Code
}
