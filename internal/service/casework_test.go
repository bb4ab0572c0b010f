package service_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/ent/breach"
	"xinxing/ent/caseevent"
	"xinxing/ent/extension"
	"xinxing/ent/handover"
	"xinxing/ent/promise"
	"xinxing/ent/upreport"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
)

// people is an office whose people act in a test; an act that is refused ends the test.
type people struct {
	*servicetest.Office
	t *testing.T
}

// both runs a test in a new office on each database.
func both(t *testing.T, test func(p *people)) {
	t.Helper()
	for _, dialect := range servicetest.Databases() {
		t.Run(dialect, func(t *testing.T) { test(&people{servicetest.New(t, dialect), t}) })
	}
}

func (p *people) ok(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

func (p *people) refused(err error, code office.Code, clause string) {
	p.t.Helper()
	servicetest.WantRefused(p.t, err, code, clause)
}

// now is the case as it is now.
func (p *people) now(c *ent.CaseFile) *ent.CaseFile {
	p.t.Helper()
	c, err := p.Desk.Store.Read().CaseFile.Get(p.System(), c.ID)
	p.ok(err)
	return c
}

// ref names the case as it is now, for a new act.
func (p *people) ref(c *ent.CaseFile) service.CaseRef {
	p.t.Helper()
	return service.CaseRef{CaseID: c.ID, Version: p.now(c).Version, ClientMutationID: p.ID()}
}

func (p *people) done(payload *service.CasePayload, err error) *ent.CaseFile {
	p.t.Helper()
	p.ok(err)
	return payload.Case
}

func (p *people) openInput(item string) service.OpenCaseInput {
	in := service.OpenCaseInput{
		Channel: casework.ChannelPhone, ResidentID: &p.Resident.ID, Situation: "住在新星小区", Demand: "楼上漏水，请求调解", ClientMutationID: p.ID(),
	}
	if item != "" {
		in.ItemID = &p.Items[item].ID
	}
	return in
}

// open takes a call; item is a code, or "".
func (p *people) open(login, item string) *ent.CaseFile {
	p.t.Helper()
	return p.done(p.Desk.OpenCase(p.As(login), p.openInput(item)))
}

func (p *people) promise(login string, c *ent.CaseFile, days int) *ent.CaseFile {
	p.t.Helper()
	return p.done(p.Desk.PromiseCase(p.As(login), service.PromiseCaseInput{CaseRef: p.ref(c), WorkingDays: days, ToldWay: casework.TellByPhone}))
}

func (p *people) report(login string, c *ent.CaseFile) *ent.CaseFile {
	p.t.Helper()
	return p.done(p.Desk.ReportCase(p.As(login), service.ReportCaseInput{CaseRef: p.ref(c), Reason: "涉及两栋楼"}))
}

func (p *people) offer(login string, c *ent.CaseFile, to string) *ent.CaseFile {
	p.t.Helper()
	return p.done(p.Desk.OfferHandOver(p.As(login), service.OfferHandOverInput{CaseRef: p.ref(c), ToStaffID: p.Staff[to].ID, Explanation: "居民已交齐材料"}))
}

func (p *people) accept(login string, c *ent.CaseFile) *ent.CaseFile {
	p.t.Helper()
	return p.done(p.Desk.AcceptHandOver(p.As(login), service.AcceptHandOverInput{CaseRef: p.ref(c)}))
}

func (p *people) complete(login string, c *ent.CaseFile) *ent.CaseFile {
	p.t.Helper()
	in := service.CompleteCaseInput{CaseRef: p.ref(c), Outcome: "已调解"}
	if !p.Desk.Now().Before(p.now(c).DueAt) {
		in.Apology = sorry()
	}
	return p.done(p.Desk.CompleteCase(p.As(login), in))
}

func (p *people) ask(login string, c *ent.CaseFile, days int) *ent.CaseFile {
	p.t.Helper()
	return p.done(p.Desk.RequestExtension(p.As(login), service.RequestExtensionInput{CaseRef: p.ref(c), WorkingDays: days, Reason: "等待鉴定"}))
}

func (p *people) decide(login string, c *ent.CaseFile, approve bool) *ent.CaseFile {
	p.t.Helper()
	return p.done(p.Desk.DecideExtension(p.As(login), service.DecideExtensionInput{CaseRef: p.ref(c), Approve: approve, Reason: "情况属实"}))
}

func (p *people) tell(login string, c *ent.CaseFile) *ent.CaseFile {
	p.t.Helper()
	return p.done(p.Desk.TellExtension(p.As(login), service.TellExtensionInput{CaseRef: p.ref(c), ToldWay: casework.TellByPhone}))
}

func (p *people) duty(by, who string, to duty.State) {
	p.t.Helper()
	p.ok(p.Duty(by, who, to))
}

// fire lets fall what is due.
func (p *people) fire() int {
	p.t.Helper()
	n, err := p.Desk.FireDue(p.System())
	p.ok(err)
	return n
}

func (p *people) name(id string) string {
	for login, s := range p.Staff {
		if s.ID == id {
			return login
		}
	}
	return id
}

func (p *people) names(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, p.name(id))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func (p *people) events(c *ent.CaseFile) []*ent.CaseEvent {
	p.t.Helper()
	all, err := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.CaseID(c.ID)).Order(caseevent.ByNumber()).All(p.System())
	p.ok(err)
	return all
}

// last is the last entry of the case's journal of a kind.
func (p *people) last(c *ent.CaseFile, kind casework.EventKind) *ent.CaseEvent {
	p.t.Helper()
	all := p.events(c)
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Kind == kind {
			return all[i]
		}
	}
	p.t.Fatalf("the journal has no %s", kind)
	return nil
}

// warned lists the warnings of a case: which, when it was due, to whom.
func (p *people) warned(c *ent.CaseFile) []string {
	p.t.Helper()
	out := []string{}
	for _, e := range p.events(c) {
		if e.AlarmKind == nil {
			continue
		}
		at, err := time.Parse(time.RFC3339, e.Facts["scheduledAt"].(string))
		p.ok(err)
		out = append(out, fmt.Sprintf("%s %s: %s", at.In(servicetest.Zone).Format("01-02 15:04"), *e.AlarmKind, p.names(e.Audience)))
	}
	return out
}

func (p *people) breaches(c *ent.CaseFile) []string {
	p.t.Helper()
	all, err := p.Desk.Store.Read().Breach.Query().Where(breach.CaseID(c.ID)).Order(breach.ByFoundAt(), breach.ByID()).All(p.System())
	p.ok(err)
	out := []string{}
	for _, b := range all {
		out = append(out, fmt.Sprintf("%s %s: %s", b.Clause, b.Kind, p.name(b.PersonID)))
	}
	return out
}

func (p *people) promises(c *ent.CaseFile) []string {
	p.t.Helper()
	all, err := p.Desk.Store.Read().Promise.Query().Where(promise.CaseID(c.ID)).Order(promise.ByNumber()).All(p.System())
	p.ok(err)
	out := []string{}
	for _, x := range all {
		result := ""
		if x.Result != nil {
			result = string(*x.Result)
		}
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", x.Origin, p.day(x.DueAt), result)))
	}
	return out
}

func (p *people) day(t time.Time) string { return t.In(servicetest.Zone).Format("01-02 15:04") }

func (p *people) want(what string, got, want any) {
	p.t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		p.t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

// holds tells who answers for a case and who has custody of it.
func (p *people) holds(c *ent.CaseFile, responsible string, role duty.HolderRole, holder string) {
	p.t.Helper()
	c = p.now(c)
	p.want("who answers for it", p.name(c.ResponsibleID)+" "+string(c.ResponsibleRole)+", custody of "+p.name(c.HolderID), responsible+" "+string(role)+", custody of "+holder)
}

// sound fails where Verify finds anything.
func (p *people) sound() {
	p.t.Helper()
	r, err := p.Desk.Verify(p.System())
	p.ok(err)
	for _, f := range r.Findings {
		p.t.Errorf("%s: %s", f.Receipt, f.What)
	}
}

func (p *people) allowed(login string, c *ent.CaseFile) []casework.Act {
	p.t.Helper()
	acts, err := p.Desk.AllowedActs(p.As(login), p.now(c))
	p.ok(err)
	return acts
}

func TestF1_FirstResponderTakesTheCall(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "")
		p.want("first responder", p.name(c.FirstResponderID), "clerk-a")
		p.holds(c, "clerk-a", duty.AsFirstResponder, "clerk-a")
		p.want("limit", p.day(c.DueAt)+" "+string(c.Clock), "02-26 17:00 FIRST_CONTACT")
		p.want("receipt", c.ReceiptNo, "20260226-00001")
		p.want("receipt of the next", p.open("clerk-b", "").ReceiptNo, "20260226-00002")

		in := p.openInput("")
		in.ContactAt = new(p.Clock.Now().Add(time.Minute))
		_, err := p.Desk.OpenCase(p.As("clerk-a"), in)
		p.refused(err, office.BadInput, "F1")
		_, err = p.Desk.OpenCase(p.As("administrator"), p.openInput(""))
		p.refused(err, office.Forbidden, "F1")
		_, err = p.Desk.OpenCase(p.As("neighbour"), p.openInput(""))
		p.refused(err, office.NotFound, "") // another community's resident
		_, err = p.Desk.OpenCase(p.Context(), p.openInput(""))
		p.refused(err, office.Unauthenticated, "")
		p.sound()
	})
}

func TestF3_SituationAndDemandAreRecorded(t *testing.T) {
	both(t, func(p *people) {
		for _, change := range []func(*service.OpenCaseInput){
			func(in *service.OpenCaseInput) { in.Situation = " " },
			func(in *service.OpenCaseInput) { in.Demand = "\n" },
			func(in *service.OpenCaseInput) { in.ResidentID = nil },
			func(in *service.OpenCaseInput) { in.Anonymous = true },
		} {
			in := p.openInput("")
			change(&in)
			_, err := p.Desk.OpenCase(p.As("clerk-a"), in)
			p.refused(err, office.NeedsSituation, "F3")
		}
		in := p.openInput("")
		in.Anonymous, in.ResidentID, in.ContactWay = true, nil, new("13912345678")
		c := p.done(p.Desk.OpenCase(p.As("clerk-a"), in))
		p.want("way to reach", c.ContactWayMask, "139****5678")
		if strings.Contains(c.ContactWaySealed, "13912345678") {
			t.Error("the way to reach an anonymous caller is kept openly")
		}
	})
}

func TestF4_ResolvedOnTheSpot(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "ZM-01")
		_, err := p.Desk.ResolveOnSpot(p.As("clerk-b"), service.ResolveOnSpotInput{CaseRef: p.ref(c), Outcome: "已出具"})
		p.refused(err, office.NotResponsible, "F4")
		_, err = p.Desk.ResolveOnSpot(p.As("clerk-a"), service.ResolveOnSpotInput{CaseRef: p.ref(c), Outcome: " "})
		p.refused(err, office.NeedsReason, "")
		// T3: what is immediate is finished on the spot, never promised.
		_, err = p.Desk.PromiseCase(p.As("clerk-a"), service.PromiseCaseInput{CaseRef: p.ref(c), WorkingDays: 1, ToldWay: casework.TellInPerson})
		p.refused(err, office.ImmediateItem, "T3")
		c = p.done(p.Desk.ResolveOnSpot(p.As("clerk-a"), service.ResolveOnSpotInput{CaseRef: p.ref(c), Outcome: "已出具"}))
		p.want("status", c.Status, casework.ResolvedOnSpot)
		p.At("2026-03-05 09:00")
		if n := p.fire(); n != 0 {
			t.Errorf("%d alarms fell on a closed case", n)
		}
		p.want("promises", p.promises(c), []string{})
		p.sound()
	})
}

func TestF5_PromisedAtMostTheItemsLimit(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "")
		promise := func(item string, days int) error {
			in := service.PromiseCaseInput{CaseRef: p.ref(c), WorkingDays: days, ToldWay: casework.TellByPhone}
			if item != "" {
				in.ItemID = &p.Items[item].ID
			}
			_, err := p.Desk.PromiseCase(p.As("clerk-a"), in)
			return err
		}
		p.refused(promise("", 3), office.NeedsItem, "F5")
		p.refused(promise("SQ-01", 11), office.LimitExceeded, "F5")
		p.refused(promise("SQ-01", 0), office.LimitExceeded, "F5")
		// An item that is named by the promise itself is held to its own rules, and the input is at fault.
		for item, code := range map[string]office.Code{"ZM-01": office.ImmediateItem, "BC-01": office.NotIssued} {
			err := promise(item, 1)
			p.refused(err, code, "")
			p.want("field", err.(*office.Refusal).Field, "itemId")
		}
		p.ok(promise("SQ-01", 10))
		c = p.now(c)
		// Friday, Saturday (made up), then two weeks of weekdays less two days.
		p.want("due", p.day(c.DueAt), "03-11 17:00")
		p.want("promises", p.promises(c), []string{"FIRST 03-11 17:00"})
		p.holds(c, "clerk-a", duty.AsFirstResponder, "clerk-a")
		p.refused(promise("SQ-01", 10), office.RefusedState, "F5")
		p.sound()
	})
}

func TestF6_TakeOver(t *testing.T) {
	both(t, func(p *people) {
		c := p.report("clerk-a", p.open("clerk-a", "SQ-01"))
		p.want("status", fmt.Sprint(c.Status, " ", c.Clock, " ", p.day(c.DueAt)), "REPORTED REPORT 02-26 15:00")
		p.want("told", p.names(p.last(c, casework.EventReportedUp).Audience), "leader")
		// Until then the reporter still answers for it, but may not act past the superior.
		p.holds(c, "clerk-a", duty.AsFirstResponder, "clerk-a")
		_, err := p.Desk.ResolveOnSpot(p.As("clerk-a"), service.ResolveOnSpotInput{CaseRef: p.ref(c), Outcome: "好"})
		p.refused(err, office.RefusedState, "F4")
		_, err = p.Desk.TakeOver(p.As("clerk-a"), service.TakeOverInput{CaseRef: p.ref(c)})
		p.refused(err, office.OwnCase, "F6")
		_, err = p.Desk.TakeOver(p.As("clerk-b"), service.TakeOverInput{CaseRef: p.ref(c)})
		p.refused(err, office.NotResponsible, "F6")
		c = p.done(p.Desk.TakeOver(p.As("leader"), service.TakeOverInput{CaseRef: p.ref(c), Note: "我来办"}))
		p.holds(c, "leader", duty.AsSuperior, "leader")
		p.want("clock", fmt.Sprint(c.Clock, " ", p.day(c.DueAt)), "DISPOSAL 02-26 17:00")
		p.want("told", p.names(p.last(c, casework.EventTakenOver).Audience), "clerk-a")
		p.want("first responder", p.name(c.FirstResponderID), "clerk-a")
		// Who took it over must dispose of it: F9.
		p.At("2026-02-26 17:00")
		p.fire()
		p.want("warned", p.warned(c), []string{"02-26 16:00 DISPOSAL_NEAR: leader", "02-26 17:00 DISPOSAL_PASSED: director leader"})
		p.want("breaches", p.breaches(c), []string{"F9 DISPOSAL_WITHHELD: leader"})
		p.sound()
	})
}

func TestF6_DirectedToAPost(t *testing.T) {
	both(t, func(p *people) {
		c := p.report("clerk-a", p.open("clerk-a", ""))
		direct := func(post, words string) (*service.CasePayload, error) {
			return p.Desk.Direct(p.As("leader"), service.DirectInput{CaseRef: p.ref(c), PostID: p.Posts[post].ID, Instructions: words})
		}
		_, err := direct("P-2", "")
		p.refused(err, office.NeedsExplanation, "F6")
		_, err = direct("P-1", "你们自己办") // whose A is the reporter
		p.refused(err, office.OwnCase, "F10")
		c = p.done(direct("P-2", "归民政窗口"))
		// It is offered to the post's person on duty; the reporter answers for it until that person accepts.
		p.holds(c, "clerk-a", duty.AsFirstResponder, "clerk-a")
		p.want("offered to", p.name(*c.OfferToID), "clerk-b")
		_, err = p.Desk.ResolveOnSpot(p.As("clerk-a"), service.ResolveOnSpotInput{CaseRef: p.ref(c), Outcome: "好"})
		p.refused(err, office.OfferPending, "F4")
		c = p.accept("clerk-b", c)
		p.holds(c, "clerk-b", duty.AsHandler, "clerk-b")
		p.want("clock", c.Clock, casework.ClockDisposal)
		if c.PostID == nil || *c.PostID != p.Posts["P-2"].ID {
			t.Error("the case does not know its post")
		}
		p.sound()
	})
}

func TestF6_SentBackWithInstructions(t *testing.T) {
	both(t, func(p *people) {
		c := p.report("clerk-a", p.open("clerk-a", ""))
		p.At("2026-02-26 16:30") // past the superior's own limit
		_, err := p.Desk.SendBack(p.As("leader"), service.SendBackInput{CaseRef: p.ref(c)})
		p.refused(err, office.NeedsExplanation, "F6")
		c = p.done(p.Desk.SendBack(p.As("leader"), service.SendBackInput{CaseRef: p.ref(c), Instructions: "按物业条例答复"}))
		p.holds(c, "clerk-a", duty.AsFirstResponder, "clerk-a")
		p.want("clock", fmt.Sprint(c.Clock, " ", p.day(c.DueAt)), "DISPOSAL 02-27 10:00")
		p.want("instructions", p.last(c, casework.EventSentBack).Reason, "按物业条例答复")
		p.want("warned", p.warned(c), []string{"02-26 14:00 REPORT_NEAR: leader", "02-26 15:00 REPORT_PASSED: clerk-a director leader"})
		p.want("breaches", p.breaches(c), []string{})
		r, err := p.Desk.Store.Read().UpReport.Query().Where(upreport.CaseID(c.ID)).Only(p.System())
		p.ok(err)
		p.want("report", fmt.Sprint(r.State, " ", p.name(*r.DecidedByID)), "SENT_BACK leader")
		// It can be reported again.
		p.report("clerk-a", c)
		p.sound()
	})
}

func TestF6_NobodyAboveToReportTo(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("director", "SQ-01")
		if slices.Contains(p.allowed("director", c), casework.ActReportUp) {
			t.Error("the director may report to nobody, and it is offered")
		}
		_, err := p.Desk.ReportCase(p.As("director"), service.ReportCaseInput{CaseRef: p.ref(c), Reason: "难"})
		p.refused(err, office.NoSuperior, "F6")
	})
}

func TestF7_GuidedToANamedDepartment(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "BC-01")
		guide := func(department, said string) (*service.CasePayload, error) {
			return p.Desk.GuideCase(p.As("clerk-a"), service.GuideCaseInput{CaseRef: p.ref(c), DepartmentID: department, Said: said})
		}
		_, err := guide("dep_none", "去那边")
		p.refused(err, office.NotFound, "F7")
		_, err = guide(p.Departments["D-1"].ID, "")
		p.refused(err, office.NeedsReason, "F7")
		// The office may not issue it: neither promised nor asked for with papers.
		_, err = p.Desk.PromiseCase(p.As("clerk-a"), service.PromiseCaseInput{CaseRef: p.ref(c), WorkingDays: 1, ToldWay: casework.TellInPerson})
		p.refused(err, office.NotIssued, "F7")
		c = p.done(guide(p.Departments["D-1"].ID, "请到派出所户籍窗口"))
		p.want("status", c.Status, casework.Guided)
		e := p.last(c, casework.EventGuided)
		p.want("said", fmt.Sprint(e.Reason, " ", e.Facts["department"], " ", e.Facts["phone"]), "请到派出所户籍窗口 九站派出所 0432-63050110")

		// The superior asks for a call-back; who guided records it, once.
		_, err = p.Desk.RecordCallBack(p.As("clerk-a"), service.RecordCallBackInput{CaseRef: p.ref(c), Note: "已到"})
		p.refused(err, office.RefusedState, "F7")
		_, err = p.Desk.AskCallBack(p.As("clerk-b"), service.AskCallBackInput{CaseRef: p.ref(c)})
		p.refused(err, office.Forbidden, "F7")
		c = p.done(p.Desk.AskCallBack(p.As("leader"), service.AskCallBackInput{CaseRef: p.ref(c)}))
		p.want("asked of", p.names(p.last(c, casework.EventCallBackAsked).Audience), "clerk-a")
		_, err = p.Desk.RecordCallBack(p.As("clerk-b"), service.RecordCallBackInput{CaseRef: p.ref(c), Note: "已到"})
		p.refused(err, office.NotResponsible, "F7")
		c = p.done(p.Desk.RecordCallBack(p.As("clerk-a"), service.RecordCallBackInput{CaseRef: p.ref(c), Arrived: true, Note: "已到"}))
		p.want("call-back", c.CallBackResult, "已到")
		_, err = p.Desk.RecordCallBack(p.As("clerk-a"), service.RecordCallBackInput{CaseRef: p.ref(c), Note: "又去了"})
		p.refused(err, office.RefusedState, "F7")
		p.sound()
	})
}

func TestF7_NoPapersAreAskedForWhatIsNotIssued(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "")
		_, err := p.Desk.RequestMaterials(p.As("clerk-a"), service.RequestMaterialsInput{
			CaseRef: p.ref(c), ItemID: &p.Items["BC-01"].ID, Missing: []string{"户口簿"}, ToldWay: casework.TellInPerson,
		})
		p.refused(err, office.NotIssued, "F7")
		if c = p.now(c); c.ItemID != nil || c.Status != casework.Received {
			t.Errorf("refused, and it is %s with the item %s", c.Status, c.ItemCode)
		}
	})
}

func TestF8_PassingTheLimitWarnsAndIsABreach(t *testing.T) {
	both(t, func(p *people) {
		early := p.open("clerk-a", "")
		p.At("2026-02-26 16:00")
		late := p.open("clerk-b", "") // at least two working hours
		p.want("limit", p.day(late.DueAt), "02-27 09:30")
		p.want("fallen", p.fire(), 1)
		p.want("warned", p.warned(early), []string{"02-26 16:00 FIRST_CONTACT_NEAR: clerk-a"})
		p.want("breaches", p.breaches(early), []string{})
		p.Clock.Set(early.DueAt.Add(-time.Microsecond))
		p.want("fallen", p.fire(), 0)
		p.Clock.Set(early.DueAt)
		p.want("fallen", p.fire(), 1)
		p.want("fallen again", p.fire(), 0)
		p.want("warned", p.warned(early), []string{"02-26 16:00 FIRST_CONTACT_NEAR: clerk-a", "02-26 17:00 FIRST_CONTACT_PASSED: clerk-a leader"})
		p.want("breaches", p.breaches(early), []string{"F8 FIRST_CONTACT_MISSED: clerk-a"})
		found := p.last(early, casework.EventBreachFound)
		p.want("told of the breach", p.names(found.Audience), "clerk-a leader")
		if found.ActorID != nil {
			t.Error("the system found it, and the journal names a person")
		}
		// Escalation informs; it never takes the duty away.
		p.holds(early, "clerk-a", duty.AsFirstResponder, "clerk-a")
		p.At("2026-02-27 10:00")
		p.fire()
		p.want("warned", p.warned(late), []string{"02-27 08:30 FIRST_CONTACT_NEAR: clerk-b", "02-27 09:30 FIRST_CONTACT_PASSED: clerk-b leader"})
		p.sound()
	})
}

func TestF8_AnActRightAfterTheLimitDoesNotEscapeIt(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "SQ-01")
		p.At("2026-02-26 17:00") // the engine has not looked yet
		p.done(p.Desk.ResolveOnSpot(p.As("clerk-a"), service.ResolveOnSpotInput{CaseRef: p.ref(c), Outcome: "好"}))
		p.want("breaches", p.breaches(c), []string{"F8 FIRST_CONTACT_MISSED: clerk-a"})
		p.want("warned", p.warned(c), []string{"02-26 16:00 FIRST_CONTACT_NEAR: clerk-a", "02-26 17:00 FIRST_CONTACT_PASSED: clerk-a leader"})
		p.want("fallen afterwards", p.fire(), 0)
		p.sound()
	})
}

// A call that is recorded hours later than it came is found late at once, with the contact's own limit.
func TestF8_CountsFromTheContact(t *testing.T) {
	both(t, func(p *people) {
		p.At("2026-02-27 15:00")
		in := p.openInput("")
		in.ContactAt = new(servicetest.Instant(t, "2026-02-26 10:00"))
		c := p.done(p.Desk.OpenCase(p.As("clerk-a"), in))
		p.want("limit", p.day(c.DueAt), "02-26 17:00")
		p.fire()
		p.want("breaches", p.breaches(c), []string{"F8 FIRST_CONTACT_MISSED: clerk-a"})
	})
}

func TestF9_HandOverNeverOffered(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "ZX-01"), 3) // of the post of b and c
		own := p.promise("clerk-b", p.open("clerk-b", "ZX-01"), 3)
		p.At("2026-02-26 15:00")
		p.fire()
		p.want("warned", p.warned(c), []string{"02-26 14:00 HANDOVER_OFFER_NEAR: clerk-a", "02-26 15:00 HANDOVER_OFFER_PASSED: clerk-a leader"})
		p.want("breaches", p.breaches(c), []string{"F9 HANDOVER_NOT_OFFERED: clerk-a"})
		p.want("warned at the post itself", p.warned(own), []string{})
		p.holds(c, "clerk-a", duty.AsFirstResponder, "clerk-a")

		offered := p.promise("clerk-a", p.open("clerk-a", "ZX-01"), 3)
		p.offer("clerk-a", offered, "clerk-b")
		p.At("2026-02-27 11:00")
		p.fire()
		p.want("breaches of who offered", p.breaches(offered), []string{})
		p.sound()
	})
}

func TestF9_AnyoneReportsABreach(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "")
		say := func(login string, kind casework.BreachKind, facts string) error {
			_, err := p.Desk.ReportBreach(p.As(login), service.ReportBreachInput{CaseID: c.ID, Kind: kind, Facts: facts, ClientMutationID: p.ID()})
			return err
		}
		p.refused(say("clerk-b", casework.BreachAvoidance, " "), office.NeedsReason, "F9")
		p.refused(say("clerk-b", casework.BreachPromiseMissed, "晚了"), office.BadInput, "F9") // the system finds that
		p.refused(say("administrator", casework.BreachAvoidance, "推诿"), office.NotFound, "") // sees no case
		p.ok(say("clerk-b", casework.BreachAvoidance, "推诿居民"))
		p.want("breaches", p.breaches(c), []string{"F9 AVOIDANCE: clerk-a"})
		p.want("told", p.names(p.last(c, casework.EventBreachReported).Audience), "leader")
		p.holds(c, "clerk-a", duty.AsFirstResponder, "clerk-a")
		p.sound()
	})
}

func TestF10_StaysWithTheGiverUntilAccepted(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "ZX-01"), 3)
		give := func(to, words string) error {
			_, err := p.Desk.OfferHandOver(p.As("clerk-a"), service.OfferHandOverInput{CaseRef: p.ref(c), ToStaffID: p.Staff[to].ID, Explanation: words})
			return err
		}
		p.refused(give("clerk-b", " "), office.NeedsExplanation, "F10")
		p.refused(give("clerk-a", "给我自己"), office.OwnCase, "F10")
		p.refused(give("administrator", "请办"), office.NotFound, "F10")
		p.refused(give("neighbour", "请办"), office.NotFound, "F10")
		p.refused(give("supervisor", "请办"), office.NotFound, "F10")
		p.ok(give("clerk-b", "居民明天来取"))
		p.refused(give("clerk-c", "还是你办"), office.OfferPending, "F10")
		p.holds(c, "clerk-a", duty.AsFirstResponder, "clerk-a")
		_, err := p.Desk.AcceptHandOver(p.As("clerk-c"), service.AcceptHandOverInput{CaseRef: p.ref(c)})
		p.refused(err, office.NotResponsible, "F10")

		// Returned with a reason: the giver's still, and to be offered anew.
		_, err = p.Desk.ReturnHandOver(p.As("clerk-b"), service.ReturnHandOverInput{CaseRef: p.ref(c)})
		p.refused(err, office.NeedsReason, "F10")
		p.At("2026-02-26 10:00")
		c = p.done(p.Desk.ReturnHandOver(p.As("clerk-b"), service.ReturnHandOverInput{CaseRef: p.ref(c), Reason: "缺身份证复印件"}))
		p.holds(c, "clerk-a", duty.AsFirstResponder, "clerk-a")
		p.want("told", p.names(p.last(c, casework.EventHandOverReturned).Audience), "clerk-a")
		p.offer("clerk-a", c, "clerk-b")
		c = p.accept("clerk-b", c)
		p.holds(c, "clerk-b", duty.AsHandler, "clerk-b")
		p.want("promise", p.promises(c), []string{"FIRST 03-02 17:00"}) // it does not move by it
		all, err := p.Desk.Store.Read().HandOver.Query().Where(handover.CaseID(c.ID)).Order(handover.ByOfferedAt()).All(p.System())
		p.ok(err)
		p.want("hand-overs", fmt.Sprint(all[0].State, " ", all[0].ReturnReason, " ", all[1].State), "RETURNED 缺身份证复印件 ACCEPTED")
		// The giver is out of it.
		_, err = p.Desk.CompleteCase(p.As("clerk-a"), service.CompleteCaseInput{CaseRef: p.ref(c), Outcome: "好"})
		p.refused(err, office.NotResponsible, "T1")
		p.At("2026-02-28 16:00")
		p.want("fallen", p.fire(), 1) // two days before the promise; nothing of the hand-over
		p.sound()
	})
}

func TestF10_NotAnsweredWarnsBothThenTheSuperior(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 10)
		p.offer("clerk-a", c, "clerk-c")
		p.At("2026-02-27 09:00")
		p.fire()
		p.want("warned", p.warned(c), []string{
			"02-26 15:00 HANDOVER_ANSWER_PASSED: clerk-a clerk-c",
			"02-26 17:00 HANDOVER_ANSWER_ESCALATED: clerk-a clerk-c leader",
		})
		// Escalation informs; the offer stands and the giver answers for it.
		p.holds(c, "clerk-a", duty.AsFirstResponder, "clerk-a")
		p.want("breaches", p.breaches(c), []string{})
		p.accept("clerk-c", c)
		p.holds(c, "clerk-c", duty.AsHandler, "clerk-c")
		p.sound()
	})
}

func TestF10_AClosedCaseHasNoOffer(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 10)
		p.offer("clerk-a", c, "clerk-c")
		p.complete("clerk-a", c)
		_, err := p.Desk.AcceptHandOver(p.As("clerk-c"), service.AcceptHandOverInput{CaseRef: p.ref(c)})
		p.refused(err, office.RefusedState, "F10")
		h, err := p.Desk.Store.Read().HandOver.Query().Where(handover.CaseID(c.ID)).Only(p.System())
		p.ok(err)
		p.want("offer", h.State, casework.HandOverWithdrawn)
		p.At("2026-03-20 09:00")
		p.want("fallen", p.fire(), 0)
		p.sound()
	})
}

func TestT2_RefusedForALegalReason(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "DJ-01")
		_, err := p.Desk.RefuseCase(p.As("clerk-a"), service.RefuseCaseInput{CaseRef: p.ref(c), LegalReason: "\t", ToldWay: casework.TellInPerson})
		p.refused(err, office.NeedsReason, "T2")
		c = p.done(p.Desk.RefuseCase(p.As("clerk-a"), service.RefuseCaseInput{CaseRef: p.ref(c), LegalReason: "不符合条例第三条", ToldWay: casework.TellInPerson}))
		e := p.last(c, casework.EventRefused)
		p.want("told", fmt.Sprint(c.Status, " ", e.Reason, " ", e.Facts["toldWay"]), "REFUSED 不符合条例第三条 IN_PERSON")
		p.sound()
	})
}

func TestT5_ThePromiseMovesOnlyWhenTold(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 3) // Monday 2 March
		p.want("due", p.day(c.DueAt), "03-02 17:00")
		request := func(login string, days int, reason string) error {
			_, err := p.Desk.RequestExtension(p.As(login), service.RequestExtensionInput{CaseRef: p.ref(c), WorkingDays: days, Reason: reason})
			return err
		}
		p.refused(request("clerk-b", 2, "等"), office.NotResponsible, "T5")
		p.refused(request("clerk-a", 6, "等"), office.LimitExceeded, "T5") // capped in length
		p.refused(request("clerk-a", 0, "等"), office.LimitExceeded, "T5")
		p.refused(request("clerk-a", 2, ""), office.NeedsReason, "T5")
		p.ok(request("clerk-a", 2, "等待鉴定"))
		p.refused(request("clerk-a", 2, "等待鉴定"), office.RefusedState, "T5")
		p.want("asked of", p.names(p.last(c, casework.EventExtensionRequested).Audience), "director leader")

		decide := func(login string, yes bool) error {
			_, err := p.Desk.DecideExtension(p.As(login), service.DecideExtensionInput{CaseRef: p.ref(c), Approve: yes, Reason: "属实"})
			return err
		}
		p.refused(decide("clerk-a", true), office.OwnCase, "T5")
		p.refused(decide("clerk-b", true), office.Forbidden, "T5")
		p.refused(decide("supervisor", true), office.Forbidden, "T5")
		_, err := p.Desk.TellExtension(p.As("clerk-a"), service.TellExtensionInput{CaseRef: p.ref(c), ToldWay: casework.TellByPhone})
		p.refused(err, office.RefusedState, "T5") // not before it is approved
		p.At("2026-02-27 09:00")
		p.ok(decide("leader", true))
		p.want("due after the approval", p.day(p.now(c).DueAt), "03-02 17:00")
		p.want("extended after the approval", p.now(c).Extended, false)

		p.At("2026-02-27 10:00")
		for _, at := range []string{"2026-02-27 08:59", "2026-02-27 10:01"} { // before the approval, in the future
			_, err = p.Desk.TellExtension(p.As("clerk-a"), service.TellExtensionInput{CaseRef: p.ref(c), ToldWay: casework.TellByPhone, ToldAt: new(servicetest.Instant(t, at))})
			p.refused(err, office.BadInput, "T5")
		}
		c = p.done(p.Desk.TellExtension(p.As("clerk-a"), service.TellExtensionInput{CaseRef: p.ref(c), ToldWay: casework.TellByPhone, ToldAt: new(servicetest.Instant(t, "2026-02-27 09:30"))}))
		p.want("due", fmt.Sprint(p.day(c.DueAt), " ", c.Extended), "03-04 17:00 true")
		p.want("promises", p.promises(c), []string{"FIRST 03-02 17:00 EXTENDED", "EXTENSION 03-04 17:00"})
		x, err := p.Desk.Store.Read().Extension.Query().Where(extension.CaseID(c.ID)).Only(p.System())
		p.ok(err)
		p.want("told", fmt.Sprint(x.State, " ", p.day(*x.ToldAt), " ", *x.ToldWay, " ", p.name(*x.ToldByID)), "TOLD 02-27 09:30 BY_PHONE clerk-a")

		// Only the new promise warns; done within it is kept, and "extended" is not "overdue".
		p.At("2026-03-04 15:00")
		p.fire()
		p.want("warned", p.warned(c), []string{
			"03-03 08:30 PROMISE_TWO_DAYS: clerk-a", "03-04 08:30 PROMISE_ONE_DAY: clerk-a", "03-04 15:00 PROMISE_TWO_HOURS: clerk-a leader",
		})
		c = p.complete("clerk-a", c)
		p.want("promises", p.promises(c), []string{"FIRST 03-02 17:00 EXTENDED", "EXTENSION 03-04 17:00 KEPT"})
		p.want("standing", p.Desk.StandingOf(c), casework.StandingClosedInTime)
		p.want("extended", c.Extended, true)
		p.want("breaches", p.breaches(c), []string{})
		p.sound()
	})
}

func TestT5_CappedInNumber(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-b", p.open("clerk-b", "ZX-01"), 3) // once, two days
		p.ask("clerk-b", c, 1)
		c = p.decide("leader", c, false)
		p.want("due after the rejection", p.day(c.DueAt), "03-02 17:00")
		p.ask("clerk-b", c, 1) // what was rejected does not count
		p.decide("director", c, true)
		p.tell("clerk-b", c)
		// By one day: the new promise's first warning lies before the old deadline, and falls all the same.
		p.want("alarms", p.pending(c), []string{
			"03-02 08:30 PROMISE_TWO_DAYS", "03-03 08:30 PROMISE_ONE_DAY", "03-03 15:00 PROMISE_TWO_HOURS", "03-03 17:00 PROMISE_PASSED",
		})
		_, err := p.Desk.RequestExtension(p.As("clerk-b"), service.RequestExtensionInput{CaseRef: p.ref(c), WorkingDays: 1, Reason: "再等"})
		p.refused(err, office.LimitExceeded, "T5")
		p.sound()
	})
}

func TestT5_ALateRequestIsRefused(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 1)
		p.Clock.Set(c.DueAt)
		_, err := p.Desk.RequestExtension(p.As("clerk-a"), service.RequestExtensionInput{CaseRef: p.ref(c), WorkingDays: 1, Reason: "等"})
		p.refused(err, office.TooLate, "T5")
		if acts := p.allowed("clerk-a", c); slices.Contains(acts, casework.ActRequestExtension) || !slices.Contains(acts, casework.ActComplete) {
			t.Errorf("after the deadline allowed are %v", acts)
		}
		p.fire()
		p.want("breaches", p.breaches(c), []string{"A2 PROMISE_MISSED: clerk-a"})
	})
}

func TestT5_NotToldBeforeTheDeadlineIsOverdue(t *testing.T) {
	for _, approved := range []bool{false, true} {
		both(t, func(p *people) {
			c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 1) // Friday 17:00
			p.ask("clerk-a", c, 3)
			if approved {
				p.decide("leader", c, true)
			}
			p.Clock.Set(c.DueAt)
			_, err := p.Desk.TellExtension(p.As("clerk-a"), service.TellExtensionInput{CaseRef: p.ref(c), ToldWay: casework.TellByPhone})
			if approved {
				p.refused(err, office.RefusedState, "T5") // the deadline's own alarm has ended it
			}
			_, err = p.Desk.DecideExtension(p.As("leader"), service.DecideExtensionInput{CaseRef: p.ref(c), Approve: true, Reason: "属实"})
			p.refused(err, office.RefusedState, "T5")
			p.fire()
			c = p.now(c)
			p.want("extension", fmt.Sprint(c.ExtensionState, c.Extended), "<nil> false")
			x, err := p.Desk.Store.Read().Extension.Query().Where(extension.CaseID(c.ID)).Only(p.System())
			p.ok(err)
			p.want("extension", x.State, casework.ExtensionLapsed)
			p.want("told of it", p.names(p.last(c, casework.EventExtensionLapsed).Audience), "clerk-a")
			p.want("due", p.day(c.DueAt), "02-27 17:00")
			p.want("standing", p.Desk.StandingOf(c), casework.StandingOverdue)
			p.want("breaches", p.breaches(c), []string{"A2 PROMISE_MISSED: clerk-a"})
			c = p.complete("clerk-a", c)
			p.want("promises", p.promises(c), []string{"FIRST 02-27 17:00 MISSED"})
			p.want("standing", p.Desk.StandingOf(c), casework.StandingClosedLate)
			p.sound()
		})
	}
}

// A case that is closed while an extension runs needs none: the journal says what became of the request.
func TestT5_ClosingWithdrawsARunningExtension(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 2)
		p.ask("clerk-a", c, 3)
		c = p.complete("clerk-a", c)
		x, err := p.Desk.Store.Read().Extension.Query().Where(extension.CaseID(c.ID)).Only(p.System())
		p.ok(err)
		p.want("extension", x.State, casework.ExtensionWithdrawn)
		p.want("told of it", p.names(p.last(c, casework.EventExtensionWithdrawn).Audience), "clerk-a")
		p.want("extended", c.Extended, false)
		p.want("promises", p.promises(c), []string{"FIRST 02-28 17:00 KEPT"})
		p.sound()
	})
}

func TestT1_DueTodayIsWhatIsStillToCome(t *testing.T) {
	both(t, func(p *people) {
		past := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 1)
		p.Clock.Set(past.DueAt)
		p.fire()
		p.At("2026-02-28 08:40")
		today := p.open("clerk-b", "") // to be disposed of within the day
		p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5)
		yes := true
		list, count, err := p.Desk.Cases(p.As("clerk-a"), &service.CaseFilter{DueToday: &yes}, service.OrderDue, 50, nil)
		p.ok(err)
		if len(list) != 1 || list[0].ID != today.ID {
			t.Errorf("due today: %d cases", len(list))
		}
		n, err := count(p.As("clerk-a"))
		p.ok(err)
		totals, err := p.Desk.QueueTotals(p.As("clerk-a"))
		p.ok(err)
		p.want("counted", fmt.Sprint(n, totals.DueToday, totals.Overdue), "1 1 1")
		p.Clock.Set(today.DueAt) // from its own instant on it is overdue
		list, _, err = p.Desk.Cases(p.As("clerk-a"), &service.CaseFilter{DueToday: &yes}, service.OrderDue, 50, nil)
		p.ok(err)
		p.want("at its instant", len(list), 0)
	})
}

// What waits for acceptance by anybody is counted and listed for who may see the case; what waits for oneself apart from it.
func TestF10_WhatWaitsForAcceptanceByAnybody(t *testing.T) {
	both(t, func(p *people) {
		offered := func(login string) string {
			yes := true
			list, count, err := p.Desk.Cases(p.As(login), &service.CaseFilter{Offered: &yes}, service.OrderDue, 50, nil)
			p.ok(err)
			n, err := count(p.As(login))
			p.ok(err)
			totals, err := p.Desk.QueueTotals(p.As(login))
			p.ok(err)
			return fmt.Sprint(len(list), n, totals.Offered, totals.Offers)
		}
		p.open("clerk-b", "SQ-01")
		p.want("nothing is offered", offered("director"), "0 0 0 0")
		c := p.offer("clerk-a", p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 3), "clerk-b")
		p.want("to whom it is offered", offered("clerk-b"), "1 1 1 1")
		for _, login := range []string{"director", "clerk-c", "supervisor"} {
			p.want(login, offered(login), "1 1 1 0")
		}
		p.want("a neighbour", offered("neighbour"), "0 0 0 0")
		p.accept("clerk-b", c)
		p.want("once it is accepted", offered("director"), "0 0 0 0")
	})
}

func TestT5_NobodyDecidesTheirOwn(t *testing.T) {
	both(t, func(p *people) {
		decide := func(login string, c *ent.CaseFile) error {
			_, err := p.Desk.DecideExtension(p.As(login), service.DecideExtensionInput{CaseRef: p.ref(c), Approve: true, Reason: "属实"})
			return err
		}
		// A leader's is the director's to decide, the director's the supervisor's.
		c := p.promise("leader", p.open("leader", "SQ-01"), 3)
		p.ask("leader", c, 1)
		p.refused(decide("leader", c), office.OwnCase, "T5")
		p.ok(decide("director", c))
		c = p.promise("director", p.open("director", "SQ-01"), 3)
		p.ask("director", c, 1)
		p.want("asked of", p.names(p.last(c, casework.EventExtensionRequested).Audience), "supervisor")
		p.refused(decide("director", c), office.OwnCase, "T5")
		p.refused(decide("leader", c), office.Forbidden, "T5")
		p.ok(decide("supervisor", c))
		// Nor what was asked for a case that has come to the leader since.
		c = p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 3)
		p.ask("clerk-a", c, 1)
		p.offer("clerk-a", c, "leader")
		p.accept("leader", c)
		p.refused(decide("leader", c), office.OwnCase, "T5")
		p.ok(decide("director", c))
		p.tell("leader", c)
		p.sound()
	})
}

func TestT6_ReopenedWithANewPromise(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 1)
		p.At("2026-03-02 10:00") // a working day late
		p.complete("clerk-a", c)
		reopen := func(login, reason string, days int) error {
			_, err := p.Desk.ReopenCase(p.As(login), service.ReopenCaseInput{CaseRef: p.ref(c), Reason: reason, WorkingDays: days, ToldWay: casework.TellByPhone})
			return err
		}
		p.At("2026-03-05 16:00")
		p.refused(reopen("clerk-b", "又漏了", 3), office.NotResponsible, "T6")
		p.refused(reopen("clerk-a", "", 3), office.NeedsReason, "T6")
		p.refused(reopen("clerk-a", "又漏了", 11), office.LimitExceeded, "F5")
		p.ok(reopen("clerk-a", "又漏了", 1))
		c = p.now(c)
		p.want("status", fmt.Sprint(c.Status, " ", p.day(c.DueAt), " ", c.Outcome, c.ClosedAt), "PROMISED 03-06 17:00 <nil>")
		p.want("promises", p.promises(c), []string{"FIRST 02-27 17:00 MISSED", "REOPENED 03-06 17:00"})
		old := p.last(c, casework.EventReopened).Facts["old"].(map[string]any)
		p.want("old outcome", old["outcome"], "已调解")
		before := len(p.warned(c))
		p.want("alarms at once", p.fire(), 0)
		p.At("2026-03-06 14:59")
		p.fire()
		p.want("warned since", p.warned(c)[before:], []string{"03-06 08:30 PROMISE_ONE_DAY: clerk-a"})
		c = p.complete("clerk-a", c)
		p.want("promises", p.promises(c), []string{"FIRST 02-27 17:00 MISSED", "REOPENED 03-06 17:00 KEPT"})
		p.want("breaches", p.breaches(c), []string{"A2 PROMISE_MISSED: clerk-a"})
		p.sound()
	})
}

// A7: a case that is opened again does not come back into the custody of somebody who is suspended since.
func TestT6_ReopenedFromWhoIsSuspended(t *testing.T) {
	both(t, func(p *people) {
		c := p.complete("clerk-c", p.promise("clerk-c", p.open("clerk-c", "SQ-01"), 2))
		p.duty("director", "clerk-c", duty.Suspended)
		p.done(p.Desk.ReopenCase(p.As("leader"), service.ReopenCaseInput{CaseRef: p.ref(c), Reason: "又漏了", WorkingDays: 2, ToldWay: casework.TellByPhone}))
		p.holds(c, "clerk-a", duty.AsHandler, "clerk-a")
		p.want("first responder", p.name(p.now(c).FirstResponderID), "clerk-c")
		p.sound()
	})
}

func TestT7_EachWarningOnceInOrderToTheRightPeople(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5)
		whole := []string{
			"03-03 08:30 PROMISE_TWO_DAYS: clerk-a",
			"03-04 08:30 PROMISE_ONE_DAY: clerk-a",
			"03-04 15:00 PROMISE_TWO_HOURS: clerk-a leader",
			"03-04 17:00 PROMISE_PASSED: clerk-a leader",
		}
		for i, at := range []string{"2026-03-03 08:29", "2026-03-03 08:30", "2026-03-04 08:30", "2026-03-04 15:00", "2026-03-04 17:00"} {
			p.At(at)
			p.fire()
			p.want("warned at "+at, p.warned(c), whole[:i])
		}
		p.fire()
		p.At("2026-03-20 09:00")
		p.fire()
		p.want("warned", p.warned(c), whole)
		p.want("breaches", p.breaches(c), []string{"A2 PROMISE_MISSED: clerk-a"})
		c = p.complete("clerk-a", c)
		p.want("promises", p.promises(c), []string{"FIRST 03-04 17:00 MISSED"})
		if !p.last(c, casework.EventCompleted).At.Equal(p.Desk.Now()) || p.last(c, casework.EventCompleted).Facts["result"] != "MISSED" {
			t.Error("the journal does not say that it was late")
		}
		p.sound()
	})
}

func TestT7_OfSeveralCasesInTheOrderOfTheirInstants(t *testing.T) {
	both(t, func(p *people) {
		for _, days := range []int{4, 2, 3, 1, 2} {
			p.promise("clerk-a", p.open("clerk-a", "SQ-01"), days)
		}
		p.At("2026-03-10 09:00")
		p.fire()
		all, err := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.AlarmIDNotNil()).Order(caseevent.ByID()).All(p.System())
		p.ok(err)
		var at []string
		for _, e := range all {
			at = append(at, e.Facts["scheduledAt"].(string))
		}
		if len(at) < 15 || !slices.IsSorted(at) {
			t.Errorf("%d warnings, in the order %v", len(at), at)
		}
		p.sound()
	})
}

// A promise that a stand-in has in hand warns the stand-in, and finds the breach with whoever it was due with.
func TestT7_WarnsWhoAnswersAtThatInstant(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-c", p.open("clerk-c", "SQ-01"), 1) // Friday 17:00
		p.At("2026-02-27 17:30")                                 // passed, and the engine has not looked yet
		p.duty("leader", "clerk-c", duty.Away)
		p.holds(c, "clerk-a", duty.AsStandIn, "clerk-c")
		p.fire()
		p.want("breaches", p.breaches(c), []string{"A2 PROMISE_MISSED: clerk-c"})

		c = p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 1)
		p.duty("leader", "clerk-c", duty.OnDuty)
		p.duty("leader", "clerk-a", duty.Away)
		p.At("2026-02-28 17:00")
		p.fire()
		p.want("breaches", p.breaches(c), []string{"A2 PROMISE_MISSED: clerk-c"}) // who stood in
		p.sound()
	})
}

func TestQ4_StartsWithTheLastMaterial(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "DJ-01")
		ask := func(missing ...string) error {
			_, err := p.Desk.RequestMaterials(p.As("clerk-a"), service.RequestMaterialsInput{CaseRef: p.ref(c), Missing: missing, ToldWay: casework.TellInPerson})
			return err
		}
		p.refused(ask(), office.NeedsMaterials, "Q3")
		p.refused(ask("租房合同", " "), office.NeedsMaterials, "Q3")
		p.ok(ask("租房合同", "照片"))
		c = p.now(c)
		p.want("waits", fmt.Sprint(c.Status, " ", c.Clock, " ", p.day(c.DueAt)), "AWAITING_MATERIALS MATERIALS 03-04 17:00")
		p.want("promises", p.promises(c), []string{})
		p.At("2026-03-05 09:00")
		p.fire()
		p.want("asked for again", p.warned(c), []string{"03-04 17:00 MATERIALS_CHASE: clerk-a"})
		p.want("and again", p.day(p.now(c).DueAt), "03-12 17:00")
		p.want("breaches", p.breaches(c), []string{}) // the resident's time is not the office's

		receive := func(at string, days int) error {
			_, err := p.Desk.ReceiveMaterials(p.As("clerk-a"), service.ReceiveMaterialsInput{
				CaseRef: p.ref(c), ReceivedAt: new(servicetest.Instant(t, at)), WorkingDays: days, ToldWay: casework.TellByPhone,
			})
			return err
		}
		p.refused(receive("2026-03-05 09:01", 3), office.BadInput, "Q4") // in the future
		p.refused(receive("2026-02-26 08:59", 3), office.BadInput, "Q4") // before the contact
		p.refused(receive("2026-03-04 18:00", 6), office.LimitExceeded, "Q4")
		p.refused(receive("2026-03-02 10:00", 1), office.TooLate, "Q4")
		// Completed after closing time counts as that day: the clock starts there, not when it was recorded.
		p.ok(receive("2026-03-04 18:00", 5))
		c = p.now(c)
		p.want("promised", fmt.Sprint(c.Status, " ", p.day(c.DueAt), " ", p.day(*c.MaterialsCompleteAt), c.MissingMaterials), "PROMISED 03-11 17:00 03-04 18:00[]")
		p.sound()
	})
}

func TestQ4_ARegistrationIsNeverMoreThanSevenDays(t *testing.T) {
	both(t, func(p *people) {
		publish := func(kind casework.ItemKind, limit int) error {
			_, err := p.Desk.PublishItem(p.As("director"), service.PublishItemInput{
				Code: "DJ-09", Name: "犬只登记", Kind: kind, LimitDays: limit, PostID: &p.Posts["P-1"].ID, Fee: "0", ValidFrom: workday.Date{Year: 2026, Month: 2, Day: 26}, ClientMutationID: p.ID(),
			})
			return err
		}
		p.refused(publish(casework.ItemRegistration, 8), office.LimitExceeded, "Q4")
		p.ok(publish(casework.ItemRegistration, 7))
		// It is no default: the database itself keeps it.
		if _, err := p.Desk.Store.DB().Writer().ExecContext(p.Context(), "UPDATE items SET limit_days = 8 WHERE code = 'DJ-09'"); err == nil {
			t.Error("the database takes eight")
		}
		o, err := p.Desk.Office(p.System(), p.Community)
		p.ok(err)
		var id string
		for _, i := range o.Items {
			if i.Code == "DJ-09" {
				id = i.ID
			}
		}
		c := p.open("clerk-a", "")
		for days, code := range map[int]office.Code{8: office.LimitExceeded, 30: office.LimitExceeded} {
			_, err := p.Desk.PromiseCase(p.As("clerk-a"), service.PromiseCaseInput{CaseRef: p.ref(c), ItemID: &id, WorkingDays: days, ToldWay: casework.TellInPerson})
			p.refused(err, code, "Q4")
		}
		c = p.done(p.Desk.PromiseCase(p.As("clerk-a"), service.PromiseCaseInput{CaseRef: p.ref(c), ItemID: &id, WorkingDays: 7, ToldWay: casework.TellInPerson}))
		p.want("due", p.day(c.DueAt), "03-06 17:00")
		if c.MaterialsCompleteAt == nil || !c.MaterialsCompleteAt.Equal(c.ContactAt) {
			t.Error("complete at the contact, and it is not recorded")
		}
	})
}

// A case keeps the version of the item that it was opened under.
func TestQ4_ItemsAreVersioned(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-b", "ZX-01")
		_, err := p.Desk.PublishItem(p.As("director"), service.PublishItemInput{
			Code: "ZX-01", Name: "低保政策咨询", Kind: casework.ItemEnquiry, LimitDays: 1, PostID: &p.Posts["P-2"].ID, Fee: "0", ValidFrom: workday.Date{Year: 2026, Month: 2, Day: 26}, ClientMutationID: p.ID(),
		})
		p.ok(err)
		p.promise("clerk-b", c, 3)
		_, err = p.Desk.OpenCase(p.As("clerk-b"), p.openInput("ZX-01")) // the retired version
		p.refused(err, office.BadInput, "Q4")
	})
}

func TestConflict_AnOldScreenIsTold(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "SQ-01")
		old := p.ref(c)
		p.promise("clerk-a", c, 3)
		old.ClientMutationID = p.ID()
		_, err := p.Desk.CompleteCase(p.As("clerk-a"), service.CompleteCaseInput{CaseRef: old, Outcome: "好"})
		p.refused(err, office.Conflict, "")
		p.want("current version", err.(*office.Refusal).Facts["version"], p.now(c).Version)
		// A warning is no one's act: what is on the screen stays good.
		ref := p.ref(c)
		p.At("2026-03-02 15:00")
		if p.fire() == 0 {
			t.Fatal("nothing fell")
		}
		p.done(p.Desk.CompleteCase(p.As("clerk-a"), service.CompleteCaseInput{CaseRef: ref, Outcome: "好"}))
	})
}
