package service_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"xinxing/ent"
	"xinxing/ent/caseevent"
	"xinxing/ent/casefile"
	"xinxing/ent/printedpaper"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/paper"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
)

// listOf is the list of an absence of a post, or of none.
func (p *people) listOf(ab *ent.Absence, post bool) *ent.PostHandOver {
	p.t.Helper()
	lists := p.lists(ab)
	i := slices.IndexFunc(lists, func(l *ent.PostHandOver) bool { return (l.PostID != nil) == post })
	if i < 0 {
		p.t.Fatalf("no such list among %v", p.listed(ab))
	}
	return lists[i]
}

func (p *people) printList(login string, ab *ent.Absence, l *ent.PostHandOver) (*ent.PrintedPaper, error) {
	p.t.Helper()
	done, err := p.Desk.PrintHandOverList(p.As(login), service.PrintHandOverListInput{AbsenceID: ab.ID, ListID: l.ID, ClientMutationID: p.ID()})
	if err != nil {
		return nil, err
	}
	return done.Paper, nil
}

// said is all that a printed paper says, read by somebody.
func (p *people) said(login string, printed *ent.PrintedPaper) (*paper.Document, string) {
	p.t.Helper()
	_, doc, err := p.Desk.PaperPrinted(p.As(login), printed.ID)
	p.ok(err)
	var pdf bytes.Buffer
	p.ok(doc.PDF(&pdf))
	if !bytes.HasPrefix(pdf.Bytes(), []byte("%PDF-")) {
		p.t.Errorf("%s is no PDF", printed.Number)
	}
	return doc, fmt.Sprintf("%+v", doc.Blocks)
}

// has tells which of the words a text lacks.
func (p *people) has(what, text string, words ...string) {
	p.t.Helper()
	for _, w := range words {
		if !strings.Contains(text, w) {
			p.t.Errorf("%s does not say %q:\n%s", what, w, text)
		}
	}
}

func (p *people) hasNot(what, text string, words ...string) {
	p.t.Helper()
	for _, w := range words {
		if strings.Contains(text, w) {
			p.t.Errorf("%s says %q:\n%s", what, w, text)
		}
	}
}

// The hand-over list on paper: a draft until it is accepted and approved, sealed, journalled, for those whom it concerns;
// after the return with what was done.
func TestB4_B7_TheHandOverListIsPrinted(t *testing.T) {
	both(t, func(p *people) {
		p.Desk.PublicURL = "https://xinxing.example/"
		c := p.promise("clerk-b", p.open("clerk-b", "ZX-01"), 3)
		loose := p.open("clerk-b", "")
		ab := p.planned("clerk-b", "2026-02-27 13:30", "2026-03-02 17:00")
		list := p.listOf(ab, true)
		offers := func(login string) string {
			all, err := p.Desk.AbsencePapers(p.As(login), p.absence(ab))
			p.ok(err)
			out := []string{}
			for _, o := range all {
				out = append(out, fmt.Sprint(o.Number, map[bool]string{true: "*"}[o.Draft]))
			}
			return strings.Join(out, " ")
		}
		at := slices.IndexFunc(p.lists(ab), func(l *ent.PostHandOver) bool { return l.ID == list.ID })
		for login, want := range map[string]string{
			"clerk-b": "20260226-离01-交1* 20260226-离01-交2*", "clerk-c": strings.Fields("20260226-离01-交1* 20260226-离01-交2*")[at], "leader": "20260226-离01-交1* 20260226-离01-交2*",
			"clerk-a": "", "supervisor": "", "administrator": "",
		} {
			p.want("offered to "+login, offers(login), want)
		}
		for login, code := range map[string]office.Code{"clerk-a": office.NotResponsible, "supervisor": office.Forbidden, "administrator": office.NotFound} {
			_, err := p.printList(login, ab, list)
			p.refused(err, code, "Papers")
		}
		_, err := p.printList("clerk-c", ab, p.listOf(ab, false)) // which is the leader's to take over
		p.refused(err, office.NotResponsible, "Papers")
		_, err = p.printList("neighbour", ab, list)
		p.refused(err, office.NotFound, "")
		_, err = p.Desk.PrintHandOverList(p.As("clerk-b"), service.PrintHandOverListInput{AbsenceID: ab.ID, ListID: c.ID, ClientMutationID: p.ID()})
		p.refused(err, office.NotFound, "Papers")
		p.want("nothing was printed", p.Desk.Store.Read().PrintedPaper.Query().CountX(p.System()), 0)

		// Not written yet it says what is open now; the reason of the absence is not on it.
		draft, err := p.printList("clerk-b", ab, list)
		p.ok(err)
		doc, text := p.said("clerk-b", draft)
		p.want("draft", draft.Draft && doc.Draft, true)
		p.has("the draft", text, c.ReceiptNo, "尚未写交接单", "尚未接收", "尚未批准", "没有移交钥匙")
		p.hasNot("the draft", text, loose.ReceiptNo, "家中有事")

		p.write("clerk-b", ab)
		version := p.absence(ab).Version
		in := service.PrintHandOverListInput{AbsenceID: ab.ID, ListID: list.ID, ClientMutationID: p.ID()}
		first, err := p.Desk.PrintHandOverList(p.As("clerk-c"), in)
		p.ok(err)
		again, err := p.Desk.PrintHandOverList(p.As("clerk-c"), in)
		p.ok(err)
		p.want("once", again.Paper.ID, first.Paper.ID)
		p.want("version", p.absence(ab).Version, version) // what somebody has on the screen stays good
		p.want("still a draft", first.Paper.Draft, true)
		p.takeOver(ab)
		p.want("accepted, not approved", offers("clerk-b"), "20260226-离01-交1* 20260226-离01-交2*")
		p.ok(p.approve("leader", ab))
		p.want("approved", offers("clerk-b"), "20260226-离01-交1 20260226-离01-交2")
		fair, err := p.printList("leader", ab, list)
		p.ok(err)
		doc, text = p.said("clerk-c", fair)
		p.want("no draft", fair.Draft || doc.Draft, false)
		p.want("number", strings.HasPrefix(fair.Number, "20260226-离01-交"), true)
		p.want("code", doc.QR, "https://xinxing.example/absences/"+ab.ID)
		p.want("title, seal and date", doc.Title+doc.Seal+doc.Date, "离岗交接单（盖章处）2026年2月26日 周四")
		p.has("the list", text, c.ReceiptNo, "王小明", "等街道回复", "业务章", "印章", "3月2日 17:00", "承诺办理", p.Staff["clerk-b"].Name, p.Staff["clerk-c"].Name,
			p.Staff["leader"].Name, "2026年2月27日 周五 13:30 至 2026年3月2日 周一 17:00", "交接人", "接收人", "批准人", "见备注")
		p.hasNot("the list", text, servicetest.Phone, "家中有事", "代岗期间办理情况", "尚未")

		p.At("2026-02-27 13:30")
		p.fire()
		p.done(p.Desk.RequestExtension(p.As("clerk-c"), service.RequestExtensionInput{CaseRef: p.ref(c), WorkingDays: 1, Reason: "等待低保信息核对"}))
		p.At("2026-03-02 17:00")
		p.fire()
		back, err := p.printList("clerk-b", ab, list)
		p.ok(err)
		_, text = p.said("clerk-b", back)
		p.has("after the return", text, "代岗期间办理情况", "申请延时", "等待低保信息核对")
		p.want("the number stays", back.Number, fair.Number)

		// What was printed stays as it was, sealed; who printed when is told to those whom it concerns.
		_, text = p.said("clerk-b", draft)
		p.has("the draft", text, "尚未写交接单")
		kept := p.Desk.Store.Read().PrintedPaper.GetX(p.System(), fair.ID)
		p.hasNot("what is kept", kept.ContentSealed, "王小明", c.ReceiptNo)
		for login, want := range map[string]int{"clerk-a": 0, "clerk-b": 4, "clerk-c": 4, "leader": 4, "director": 4, "supervisor": 4, "administrator": 0, "neighbour": 0} {
			seen, err := p.Desk.AbsencePrinted(p.As(login), ab.ID)
			p.ok(err)
			p.want("printings for "+login, len(seen), want)
		}
		for login, code := range map[string]office.Code{
			"clerk-a": office.NotFound, "administrator": office.NotFound, "neighbour": office.NotFound, "supervisor": office.Forbidden,
		} {
			_, _, err := p.Desk.PaperPrinted(p.As(login), fair.ID)
			p.refused(err, code, "")
		}
		_, _, err = p.Desk.PaperPrinted(p.Context(), fair.ID)
		p.refused(err, office.Unauthenticated, "")
		entries := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.RecordID(ab.ID), caseevent.KindEQ(casework.EventPaperPrinted)).Order(caseevent.ByNumber()).AllX(p.System())
		said := []string{}
		for _, e := range entries {
			said = append(said, fmt.Sprint(p.name(*e.ActorID), " ", e.Facts["paper"], " ", e.Facts["draft"], " ", p.names(e.Audience)))
		}
		p.want("journal", said, []string{
			"clerk-b HAND_OVER_LIST true clerk-b clerk-c", "clerk-c HAND_OVER_LIST true clerk-b clerk-c",
			"leader HAND_OVER_LIST false clerk-b clerk-c", "clerk-b HAND_OVER_LIST false clerk-b clerk-c",
		})
		p.sound()

		// What was not to be is not printed.
		other := p.planned("clerk-b", "2026-03-05 08:30", "2026-03-05 17:00")
		_, err = p.Desk.WithdrawAbsence(p.As("clerk-b"), service.WithdrawAbsenceInput{AbsenceRef: p.absenceRef(other)})
		p.ok(err)
		_, err = p.printList("clerk-b", other, p.lists(other)[0])
		p.refused(err, office.RefusedState, "Papers")
		p.want("of cases, as before", p.Desk.Store.Read().PrintedPaper.Query().Where(printedpaper.CaseIDNotNil()).CountX(p.System()), 0)
	})
}

// B5: the list of an emergency says so, and by when what is missing must be there.
func TestB5_TheListOfAnEmergencySaysWhatIsMissing(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-b", p.open("clerk-b", "ZX-01"), 3)
		ab, err := p.leave("clerk-b", duty.Emergency, "", "")
		p.ok(err)
		list := p.listOf(ab, true)
		print := func() (*ent.PrintedPaper, string) {
			made, err := p.printList("clerk-c", ab, list)
			p.ok(err)
			_, text := p.said("clerk-c", made)
			return made, text
		}
		made, text := print()
		p.want("draft", made.Draft, true)
		p.has("running", text, "紧急离岗", "返岗时间未定", "返岗后第一个工作日下班前", c.ReceiptNo)
		p.At("2026-02-27 10:00")
		_, err = p.Desk.ReturnToDuty(p.As("clerk-b"), service.ReturnToDutyInput{AbsenceRef: p.absenceRef(ab)})
		p.ok(err)
		_, text = print()
		p.has("back", text, "补写期限：2026年2月28日 周六 17:00")
		p.write("clerk-b", ab)
		p.takeOver(ab)
		made, text = print()
		p.want("no draft", made.Draft, false)
		p.has("written", text, "交接单已于 2026年2月27日 周五 10:00 补写")
		p.hasNot("written", text, "尚未批准")
		p.sound()
	})
}

// A supervision matter is on no paper: neither its number, nor what was said of it (Q6, A3).
func TestB4_A3_NoSupervisionMatterIsOnTheList(t *testing.T) {
	both(t, func(p *people) {
		_, err := p.Desk.Complain(p.Context(), service.ComplainInput{
			Community: p.Community, Topic: casework.TopicDelay, Person: p.Staff["clerk-a"].Name, Text: "一直没人管", From: "x", Repeat: "form-1",
		})
		p.ok(err)
		matter := p.Desk.Store.Read().CaseFile.Query().Where(casefile.MatterEQ(casework.MatterComplaint)).OnlyX(p.System())
		holder := p.name(p.now(matter).HolderID)
		ab := p.planned(holder, "2026-03-03 08:30", "2026-03-03 17:00")
		i := slices.IndexFunc(p.lists(ab), func(l *ent.PostHandOver) bool {
			return slices.ContainsFunc(l.Lines, func(line duty.Line) bool { return line.Case == matter.ID })
		})
		if i < 0 {
			t.Fatal("the matter is on no list")
		}
		p.write(holder, ab)
		for login, want := range map[string]int{"clerk-a": 0, "clerk-b": 0, holder: 1, "director": 1} {
			lines, err := p.Desk.LinesOf(p.As(login), p.lists(ab)[i])
			p.ok(err)
			p.want("lines for "+login, len(lines), want)
		}
		made, err := p.printList(holder, ab, p.lists(ab)[i])
		p.ok(err)
		_, text := p.said(holder, made)
		p.has("the list", text, "另有督办事项 1 件")
		p.hasNot("the list", text, matter.ReceiptNo, "等街道回复")
		p.sound()
	})
}

// Each thing that a stand-in can do on a case has a word on the paper.
func TestB7_EveryDeedHasAWord(t *testing.T) {
	unsaid := []casework.EventKind{
		casework.EventExtensionLapsed, casework.EventPromiseRecomputed, casework.EventPromiseKeptAsTold, casework.EventWarning, casework.EventBreachFound,
		casework.EventChecked, casework.EventPutRight, casework.EventAnswered, casework.EventCalledBack, casework.EventContactRevealed,
		casework.EventGreenMarked, casework.EventGreenEnded,
	}
	// What happens to records that are no cases.
	records := regexp.MustCompile(`^(ABSENCE|GIFT|PARTNER|RESOURCE|BOOKING|PROJECT|DELIVERY|JOB|COUNSELLOR|INTERVIEW|OPENING|PROGRAM|VOLUNTEER|PHONE|GROUP|REHEARSAL|PROP|LEDGER|REPORT)_|` +
		`^(PLEDGE|TALK|TASK|REFERR|FOLLOW|ENROL|SIGN|MEMBER)|^(HIRED|NOT_HIRED|MOVED_UP)$`)
	for _, word := range casework.EventKind("").Values() {
		kind := casework.EventKind(word)
		other := slices.Contains(unsaid, kind) || records.MatchString(word) && kind != casework.EventProjectLinked ||
			strings.HasPrefix(word, "BREACH_") && kind != casework.EventBreachReported
		if has := service.DeedWord(kind) != ""; has == other {
			t.Errorf("%s has a word: %v", kind, has)
		}
	}
}
