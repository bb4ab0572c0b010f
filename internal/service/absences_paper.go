package service

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/casefile"
	"xinxing/ent/posthandover"
	"xinxing/ent/printedpaper"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/paper"
)

// PrintHandOverListInput is the input of the act of that name; the schema says what each field means.
type PrintHandOverListInput struct {
	AbsenceID        string
	ListID           string
	ClientMutationID string
}

// AbsencePapers lists the hand-over lists of an absence that the viewer can print now, drafts included.
func (d *Desk) AbsencePapers(ctx context.Context, ab *ent.Absence) ([]*PaperOffer, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	o, err := d.Office(ctx, ab.CommunityID)
	if err != nil {
		return nil, err
	}
	lists, err := d.ListsOf(ctx, ab)
	if err != nil {
		return nil, err
	}
	me, out := o.Roster[v.Staff], []*PaperOffer{} // whoever is not of the office has no role, and may nothing
	all, err := listOffers(ctx, d.Store.Read(), o, ab, lists)
	for i, offer := range all {
		if duty.CheckAbsence(duty.AbsencePrint, absenceFacts(o, ab, lists[i:i+1]), me) == nil {
			out = append(out, offer)
		}
	}
	return out, err
}

// listOffers gives one paper for each list: each receiver signs for what they take over.
func listOffers(ctx context.Context, client *ent.Client, o *Office, ab *ent.Absence, lists []*ent.PostHandOver) ([]*PaperOffer, error) {
	if len(lists) == 0 {
		return []*PaperOffer{}, nil
	}
	// An absence has no number of its own: it is the n-th that was asked for on its day, which no later one changes.
	zone := o.Calendar.Location()
	day := workday.DateOf(ab.AskedAt, zone)
	n, err := client.Absence.Query().Where(absence.CommunityID(ab.CommunityID), absence.AskedAtGTE(day.Start(zone)),
		absence.Or(absence.AskedAtLT(ab.AskedAt), absence.And(absence.AskedAt(ab.AskedAt), absence.IDLTE(ab.ID)))).Count(ctx)
	if err != nil {
		return nil, err
	}
	facts := absenceFacts(o, ab, lists)
	out := make([]*PaperOffer, len(lists))
	for i, l := range lists {
		out[i] = &PaperOffer{
			Kind: casework.PaperHandOverList, SubjectID: &l.ID, Draft: facts.Draft(facts.Lists[i]), Sizes: casework.PaperHandOverList.Sizes(),
			Number: fmt.Sprintf("%04d%02d%02d-离%02d-%s%d", day.Year, day.Month, day.Day, n, paperForms[casework.PaperHandOverList].mark, i+1),
		}
	}
	return out, nil
}

// PrintHandOverList prints a hand-over list (离岗交接单) of an absence: what it says is kept as it was printed, and the
// absence's journal tells who printed it and when. Until the receiver accepted it and the absence is approved it is a draft
// (B4). It refuses with NOT_RESPONSIBLE whoever neither hands over nor takes over nor leads.
func (d *Desk) PrintHandOverList(ctx context.Context, in PrintHandOverListInput) (*PrintPaperPayload, error) {
	home, err := d.homeOfAbsence(ctx, in.AbsenceID)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, home, "PRINT_HAND_OVER_LIST", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		ab, err := a.tx.Absence.Get(a, in.AbsenceID)
		if err != nil {
			return none, missing(err, "absenceId")
		}
		lists, err := a.tx.PostHandOver.Query().Where(posthandover.AbsenceID(ab.ID)).Order(posthandover.ByID()).Limit(postsMost).All(a)
		if err != nil {
			return none, err
		}
		at := slices.IndexFunc(lists, func(l *ent.PostHandOver) bool { return l.ID == in.ListID })
		if at < 0 {
			return none, office.Refuse(office.NotFound, "Papers", "listId")
		}
		if err := duty.CheckAbsence(duty.AbsencePrint, absenceFacts(a.office, ab, lists[at:at+1]), a.member()); err != nil {
			return none, err
		}
		can, err := listOffers(a, a.tx.Client, a.office, ab, lists)
		if err != nil {
			return none, err
		}
		doc, err := a.listPaper(ab, lists[at], can[at])
		if err != nil {
			return none, err
		}
		id, err := a.keepPaper(can[at], doc, func(p *ent.PrintedPaperCreate) { p.SetCommunityID(ab.CommunityID).SetAbsenceID(ab.ID) })
		if err != nil {
			return none, err
		}
		if err := a.noteAbsence(ab, casework.EventPaperPrinted, "", can[at].facts(), duty.StaffID(ab.StaffID), duty.StaffID(lists[at].ToID)); err != nil {
			return none, err
		}
		return caseKey{id}, a.keepAbsence(ab)
	})
	if err != nil {
		return nil, err
	}
	return d.printPayload(ctx, k, in.ClientMutationID)
}

// AbsencePrinted reads the printings of an absence's lists that concern the viewer, newest first. At most 100.
func (d *Desk) AbsencePrinted(ctx context.Context, absenceID string) ([]*ent.PrintedPaper, error) {
	return d.Store.Read().PrintedPaper.Query().Where(printedpaper.AbsenceID(absenceID)).
		Order(ent.Desc(printedpaper.FieldPrintedAt, printedpaper.FieldID)).Limit(ListBound).All(ctx)
}

// The words of the hand-over list.
var (
	thingWords = map[duty.ThingKind]string{
		duty.ThingKey: "钥匙", duty.ThingSeal: "印章", duty.ThingPaper: "文件", duty.ThingOther: "其他",
	}
	awayWords = map[duty.AbsenceKind]string{duty.Planned: "请假", duty.Emergency: "紧急离岗", duty.Suspension: "待岗"}
	// What a stand-in can have done on a case; what only the program notes, and what belongs to no case, has no word here.
	deedWords = map[casework.EventKind]string{
		casework.EventCaseOpened: "接待登记", casework.EventResolvedOnSpot: "当场办结", casework.EventPromised: "承诺办理",
		casework.EventReportedUp: "上报", casework.EventGuided: "指引", casework.EventRefused: "不予受理",
		casework.EventMaterialsRequested: "一次性告知补件", casework.EventMaterialsComplete: "材料收齐",
		casework.EventHandOverOffered: "提出移交", casework.EventHandOverAccepted: "接收移交", casework.EventHandOverReturned: "退回移交",
		casework.EventTakenOver: "上级接管", casework.EventDirected: "上级指派", casework.EventSentBack: "上级退回并指示",
		casework.EventExtensionRequested: "申请延时", casework.EventExtensionApproved: "批准延时", casework.EventExtensionRejected: "不批准延时",
		casework.EventExtensionTold: "已告知延时", casework.EventExtensionWithdrawn: "延时撤销", casework.EventCompleted: "办结",
		casework.EventReopened: "重新办理", casework.EventStoodIn: "协办人顶岗", casework.EventCustodyReturned: "交回主办人",
		casework.EventBreachReported: "反映失责", casework.EventCallBackAsked: "要求回访", casework.EventCallBackRecorded: "回访记录",
		casework.EventMaterialsPartly: "收到部分材料", casework.EventNoticedAgain: "再次告知补件", casework.EventWithdrawn: "撤回",
		casework.EventPiecesTaken: "接收原件保管", casework.EventPieceReturned: "退还原件", casework.EventPieceReported: "报告遗失或损毁",
		casework.EventCharged: "收费", casework.EventAttached: "添加附件", casework.EventPaperPrinted: "打印文书", casework.EventApologised: "致歉及补救", casework.EventProjectLinked: "以共建项目答复",
	}
)

// lister makes one hand-over list as paper.
type lister struct {
	*act
	ab   *ent.Absence
	l    *ent.PostHandOver
	zone *time.Location
	doc  *paper.Document
}

func (w *lister) add(b ...paper.Block) { w.doc.Blocks = append(w.doc.Blocks, b...) }

// staff is a name with what the person is in the office.
func (w *lister) staff(id string) string {
	s := w.office.Staff[id]
	switch {
	case s == nil:
		return ""
	case s.Title == "":
		return s.Name
	}
	return s.Name + "（" + s.Title + "）"
}

func (w *lister) name(id string) string {
	if s := w.office.Staff[id]; s != nil {
		return s.Name
	}
	return ""
}

// short writes 2月26日 17:00, with the year where it is not the paper's own.
func (w *lister) short(t time.Time) string {
	t = t.In(w.zone)
	day := fmt.Sprintf("%d月%d日 %s", int(t.Month()), t.Day(), t.Format("15:04"))
	if year := t.Year(); year != w.now.In(w.zone).Year() {
		day = fmt.Sprintf("%d年%s", year, day)
	}
	return day
}

// listPaper makes the document of one hand-over list as of now.
func (a *act) listPaper(ab *ent.Absence, l *ent.PostHandOver, o *PaperOffer) (*paper.Document, error) {
	w := &lister{act: a, ab: ab, l: l, zone: a.office.Calendar.Location(), doc: a.blank(o, paper.A4)}
	// A hand-over list names residents' matters and has no public page. Its code leads to the staff's page of the absence,
	// which says nothing before somebody has signed in, and then what that person may see; the key in it cannot be guessed
	// and opens nothing by itself.
	w.doc.QR, w.doc.QRCaption = a.desk.PublicAddress()+"/absences/"+ab.ID, "工作人员登录后查看"
	w.head()
	lines := l.Lines
	if l.WrittenAt == nil {
		now, err := a.linesNow(ab, l)
		if err != nil {
			return nil, err
		}
		lines = now
	}
	if err := w.cases(lines); err != nil {
		return nil, err
	}
	w.things()
	if l.Note != "" {
		w.add(paper.Heading{Text: "三、总的交代"}, paper.Paragraph{Text: l.Note})
	}
	if ab.State == duty.AbsenceRunning || ab.State == duty.AbsenceEnded {
		if err := w.done(); err != nil {
			return nil, err
		}
	}
	w.add(paper.Signatures{Labels: []string{"交接人", "接收人", "批准人"}})
	return w.doc, nil
}

func (w *lister) head() {
	post := "（不属岗位的办件）"
	if w.l.PostID != nil {
		p := w.office.Posts[*w.l.PostID]
		if post = p.Name; p.Window != "" {
			post += "（" + p.Window + "）"
		}
	}
	until := "返岗时间未定"
	if w.ab.UntilAt != nil {
		until = zhTime(*w.ab.UntilAt, w.zone)
	}
	// The reason for an absence is for few (B4), a paper for more: it is not on it.
	items := []paper.Field{
		{Label: "离岗人", Value: w.staff(w.ab.StaffID)}, {Label: "代岗人", Value: w.staff(w.l.ToID)},
		{Label: "岗位", Value: post}, {Label: "类别", Value: awayWords[w.ab.Kind]},
		{Label: "离岗时间", Value: zhTime(w.ab.FromAt, w.zone) + " 至 " + until, Wide: true},
		{Label: "交接人确认", Value: w.confirmed(w.l.FromID, w.l.WrittenAt, "尚未写交接单")},
		{Label: "接收人确认", Value: w.confirmed(w.l.ToID, w.l.AcceptedAt, "尚未接收")},
	}
	switch {
	case w.ab.Kind == duty.Planned && w.ab.DecidedByID != nil:
		items = append(items, paper.Field{Label: "批准", Value: w.confirmed(*w.ab.DecidedByID, w.ab.DecidedAt, ""), Wide: true})
	case w.ab.Kind == duty.Planned:
		items = append(items, paper.Field{Label: "批准", Value: "尚未批准", Wide: true})
	}
	w.add(paper.Fields{Columns: 2, Items: items})
	if w.ab.Kind != duty.Emergency {
		return
	}
	text := "本次为紧急离岗，来不及交接，代岗人自离岗时起即时代岗。"
	switch {
	case w.l.WrittenAt != nil:
		text += "交接单已于 " + zhTime(*w.l.WrittenAt, w.zone) + " 补写。"
	case w.ab.NoteDueAt != nil:
		text += "交接单尚未补写，补写期限：" + zhTime(*w.ab.NoteDueAt, w.zone) + "。"
	default:
		text += "交接单尚未补写，补写期限：返岗后第一个工作日下班前。"
	}
	w.add(paper.Note{Text: text})
}

func (w *lister) confirmed(who string, at *time.Time, not string) string {
	if at == nil {
		return not
	}
	return w.name(who) + " " + w.short(*at)
}

// cases lists the open cases with their deadlines and notes as they were handed over, and as what each stands now. Of
// supervision matters the office hands out no paper: only how many there are is said.
func (w *lister) cases(lines []duty.Line) error {
	ids := make([]string, len(lines))
	for i, line := range lines {
		ids[i] = line.Case
	}
	found, err := w.tx.CaseFile.Query().Where(casefile.IDIn(ids...), casefile.MatterEQ(casework.MatterService)).WithResident().All(w.program())
	if err != nil {
		return err
	}
	byID := map[string]*ent.CaseFile{}
	for _, c := range found {
		byID[c.ID] = c
	}
	table := paper.Table{Header: []string{"序", "受理编号", "居民", "事项", "状态", "时限", "交代事项"}, Widths: []float64{2.6, 6.8, 5.2, 8.4, 5.4, 5.8, 12.8}}
	for _, line := range lines {
		c := byID[line.Case]
		if c == nil {
			continue
		}
		of := &writer{act: w.act, c: c, zone: w.zone}
		who, _ := of.resident()
		table.Rows = append(table.Rows, []string{
			strconv.Itoa(len(table.Rows) + 1), line.ReceiptNo, who, of.item(), disposalWords[c.Status], w.short(line.DueAt), line.Note,
		})
	}
	w.add(paper.Heading{Text: fmt.Sprintf("一、在办办件（%d 件）", len(table.Rows))})
	if len(table.Rows) > 0 {
		w.add(table)
	} else {
		w.add(paper.Paragraph{Text: "没有在办办件。"})
	}
	if n := len(lines) - len(table.Rows); n > 0 {
		w.add(paper.Note{Text: fmt.Sprintf("另有督办事项 %d 件，不列入纸质交接单，由接收人在系统内接续办理。", n)})
	}
	return nil
}

func (w *lister) things() {
	w.add(paper.Heading{Text: "二、钥匙、文件、印章"})
	if len(w.l.Things) == 0 {
		w.add(paper.Paragraph{Text: "没有移交钥匙、文件、印章。"})
		return
	}
	table := paper.Table{Header: []string{"序", "名称", "种类", "说明", "确认接收"}, Widths: []float64{0.7, 2.6, 1, 3.6, 2.4}}
	for i, thing := range w.l.Things {
		table.Rows = append(table.Rows, []string{
			strconv.Itoa(i + 1), thing.Name, thingWords[thing.Kind], thing.Note, w.confirmed(w.l.ToID, w.l.AcceptedAt, "尚未接收"),
		})
	}
	w.add(table)
}

// done is the list of what the stand-in did, which goes back with the cases (B7).
func (w *lister) done() error {
	program := w.program()
	events, err := doneMeanwhile(program, w.tx.Client, w.ab, w.l)
	if err != nil {
		return err
	}
	ids := []string{}
	for _, e := range events {
		ids = append(ids, e.CaseID)
	}
	of, err := w.tx.CaseFile.Query().Where(casefile.IDIn(ids...), casefile.MatterEQ(casework.MatterService)).All(program)
	if err != nil {
		return err
	}
	numbers := map[string]string{}
	for _, c := range of {
		numbers[c.ID] = c.ReceiptNo
	}
	table := paper.Table{Header: []string{"时间", "受理编号", "办理", "内容"}, Widths: []float64{1.6, 1.7, 1.6, 5}}
	for _, e := range events {
		if word := deedWords[e.Kind]; word != "" && numbers[e.CaseID] != "" {
			table.Rows = append(table.Rows, []string{w.short(e.At), numbers[e.CaseID], word, cmp.Or(e.Reason, "—")})
		}
	}
	head := "三、代岗期间办理情况"
	if w.l.Note != "" {
		head = "四、代岗期间办理情况"
	}
	w.add(paper.Heading{Text: head})
	if len(table.Rows) == 0 {
		w.add(paper.Paragraph{Text: "代岗期间没有办理记录。"})
		return nil
	}
	w.add(table)
	if len(events) == mostDeeds {
		w.add(paper.Note{Text: fmt.Sprintf("仅列最早 %d 项，其余见系统。", mostDeeds)})
	}
	return nil
}
