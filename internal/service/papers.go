package service

import (
	"bytes"
	"cmp"
	"context"
	"encoding/base64"
	"encoding/gob"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"xinxing/ent"
	"xinxing/ent/custodypiece"
	"xinxing/ent/extension"
	"xinxing/ent/printedpaper"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/workday"
	"xinxing/internal/paper"
)

// PaperOffer is a paper that can be printed of a case now.
type PaperOffer struct {
	Kind      casework.PaperKind
	SubjectID *string
	Number    string
	// Draft: the act that the paper is about is still to come.
	Draft bool
	// Sizes are the sheets that it may be printed on, the usual one first.
	Sizes []casework.PaperSize
}

// PrintPaperInput is the input of the act of that name; the schema says what each field means.
type PrintPaperInput struct {
	CaseID           string
	Kind             casework.PaperKind
	SubjectID        *string
	Size             casework.PaperSize // "" is A4
	ClientMutationID string
}

// PrintPaperPayload is the answer of PrintPaper.
type PrintPaperPayload struct {
	Paper            *ent.PrintedPaper
	ClientMutationID string
}

// The titles of the papers and the marks of their numbers, in the office's form.
var paperForms = map[casework.PaperKind]struct{ title, mark string }{
	casework.PaperIntake:        {"首问接待登记表", "接"},
	casework.PaperOneTimeNotice: {"一次性告知单", "告"},
	casework.PaperMaterials:     {"收件凭证", "收"},
	casework.PaperAcceptance:    {"受理回执", "受"},
	casework.PaperRefusal:       {"不予受理告知书", "拒"},
	casework.PaperGuidance:      {"指引单", "指"},
	casework.PaperExtension:     {"延期告知书", "延"},
	casework.PaperCompletion:    {"办结通知书", "结"},
	casework.PaperApology:       {"致歉及补救记录", "歉"},
	casework.PaperHandOverList:  {"离岗交接单", "交"},
}

// Papers lists what can be printed of a case now, drafts included.
func (d *Desk) Papers(ctx context.Context, c *ent.CaseFile) ([]*PaperOffer, error) {
	return offers(ctx, d.Store.Read(), c)
}

// offers gives nothing for a supervision matter: the office hands out no paper of it.
func offers(ctx context.Context, client *ent.Client, c *ent.CaseFile) ([]*PaperOffer, error) {
	out := []*PaperOffer{}
	if c.Matter != casework.MatterService {
		return out, nil
	}
	add := func(kind casework.PaperKind, subject *string, n int, draft bool) {
		number := c.ReceiptNo + "-" + paperForms[kind].mark
		if n > 0 {
			number += strconv.Itoa(n)
		}
		out = append(out, &PaperOffer{kind, subject, number, draft, kind.Sizes()})
	}
	add(casework.PaperIntake, nil, 0, c.Status == casework.Received)
	notices, err := noticesOf(ctx, client, c)
	if err != nil {
		return nil, err
	}
	for _, n := range notices {
		add(casework.PaperOneTimeNotice, &n.ID, n.Number, false)
	}
	if c.Pieces > 0 {
		add(casework.PaperMaterials, nil, 0, false)
	}
	if c.PromiseID != nil {
		add(casework.PaperAcceptance, nil, 0, false)
	}
	asked, err := client.Extension.Query().Where(extension.CaseID(c.ID), extension.StateIn(casework.ExtensionRequested,
		casework.ExtensionApproved, casework.ExtensionTold)).Order(extension.ByAskedAt(), extension.ByID()).Limit(ListBound).All(ctx)
	if err != nil {
		return nil, err
	}
	for i, x := range asked {
		add(casework.PaperExtension, &x.ID, i+1, x.State == casework.ExtensionRequested)
	}
	switch c.Status {
	case casework.Refused:
		add(casework.PaperRefusal, nil, 0, false)
	case casework.Guided:
		add(casework.PaperGuidance, nil, 0, false)
	case casework.Promised:
		add(casework.PaperCompletion, nil, 0, true)
	case casework.Completed, casework.ResolvedOnSpot:
		add(casework.PaperCompletion, nil, 0, false)
	}
	sorry, err := apologiesOf(ctx, client, c)
	if err != nil {
		return nil, err
	}
	for i, x := range sorry {
		add(casework.PaperApology, &x.ID, i+1, false)
	}
	return out, nil
}

// PrintPaper prints a paper of a case: what it says is kept as it was printed, and the journal tells who printed it and
// when. What cannot be printed yet is refused; what is printed before its act is marked as a draft.
func (d *Desk) PrintPaper(ctx context.Context, in PrintPaperInput) (*PrintPaperPayload, error) {
	community, err := d.communityOf(ctx, in.CaseID)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, community, "PRINT", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		c, err := a.tx.CaseFile.Query().WithResident().Where(caseID(in.CaseID)).Only(a)
		if err != nil {
			return none, missing(err, "caseId")
		}
		if err := casework.Check(casework.ActPrint, FactsOf(a.office, c), a.actor, a.now); err != nil {
			return none, err
		}
		can, err := offers(a, a.tx.Client, c)
		if err != nil {
			return none, err
		}
		at := slices.IndexFunc(can, func(o *PaperOffer) bool {
			return o.Kind == in.Kind && (o.SubjectID == nil) == (in.SubjectID == nil) && (o.SubjectID == nil || *o.SubjectID == *in.SubjectID)
		})
		if at < 0 {
			return none, office.Refuse(office.RefusedState, "Papers", "kind").With("status", c.Status).With("act", casework.ActPrint)
		}
		size := cmp.Or(in.Size, casework.SizeA4)
		if !slices.Contains(can[at].Sizes, size) {
			return none, office.Refuse(office.BadInput, "Papers", "size")
		}
		doc, err := a.paper(c, can[at], paper.Size(size))
		if err != nil {
			return none, err
		}
		id, err := a.keepPaper(can[at], doc, func(p *ent.PrintedPaperCreate) { p.SetCommunityID(c.CommunityID).SetCaseID(c.ID) })
		if err != nil {
			return none, err
		}
		if err := a.note(c, casework.EventPaperPrinted, "", can[at].facts()); err != nil {
			return none, err
		}
		// The version that somebody has on the screen stays good: a printing changes nothing of the case.
		return caseKey{id}, a.keep(c)
	})
	if err != nil {
		return nil, err
	}
	return d.printPayload(ctx, k, in.ClientMutationID)
}

func (d *Desk) printPayload(ctx context.Context, k caseKey, id string) (*PrintPaperPayload, error) {
	p, err := d.Store.Read().PrintedPaper.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "paper")
	}
	return &PrintPaperPayload{Paper: p, ClientMutationID: id}, nil
}

// facts are what the journal says of a printing.
func (o *PaperOffer) facts() map[string]any {
	return map[string]any{"paper": o.Kind, "number": o.Number, "draft": o.Draft}
}

// keepPaper keeps a paper, sealed, as it is printed, and gives its key; of says of what record it is.
func (a *act) keepPaper(o *PaperOffer, doc *paper.Document, of func(*ent.PrintedPaperCreate)) (string, error) {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(doc); err != nil {
		return "", err
	}
	id := key.Maker(key.Paper)()
	sealed, err := a.desk.Box.Seal(base64.StdEncoding.EncodeToString(b.Bytes()), id+".content")
	if err != nil {
		return "", err
	}
	create := a.tx.PrintedPaper.Create().SetID(id).SetKind(o.Kind).SetNillableSubjectID(o.SubjectID).SetNumber(o.Number).SetDraft(o.Draft).
		SetContentSealed(sealed).SetPrintedAt(a.now).SetPrintedByID(string(a.actor.ID))
	of(create)
	return id, create.Exec(a)
}

func init() {
	for _, b := range []paper.Block{
		paper.Fields{}, paper.Paragraph{}, paper.Heading{}, paper.Table{}, paper.List{}, paper.Signatures{}, paper.Note{},
	} {
		gob.Register(b)
	}
}

// PaperPrinted gives a paper as it was printed, for who may see its case and the resident of it, or whom its hand-over
// concerns.
func (d *Desk) PaperPrinted(ctx context.Context, id string) (*ent.PrintedPaper, *paper.Document, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, nil, err
	}
	p, err := d.Store.Read().PrintedPaper.Query().Where(printedpaper.ID(id)).Only(ctx)
	if err != nil {
		return nil, nil, missing(err, "paper")
	}
	if !v.Roles.Works() {
		return nil, nil, office.Refuse(office.Forbidden, "", "paper") // a supervisor reads cases without residents' names
	}
	plain, err := d.Box.Open(p.ContentSealed, p.ID+".content")
	if err != nil {
		return nil, nil, err
	}
	b, err := base64.StdEncoding.DecodeString(plain)
	if err != nil {
		return nil, nil, err
	}
	doc := &paper.Document{}
	return p, doc, gob.NewDecoder(bytes.NewReader(b)).Decode(doc)
}

// Printed reads the printings of a case, newest first.
func (d *Desk) Printed(ctx context.Context, caseID string) ([]*ent.PrintedPaper, error) {
	return d.Store.Read().PrintedPaper.Query().Where(printedpaper.CaseID(caseID)).
		Order(ent.Desc(printedpaper.FieldPrintedAt, printedpaper.FieldID)).Limit(ListBound).All(ctx)
}

// The words of papers, which are Chinese whatever language a page is shown in.
var (
	weekdays     = [...]string{"周日", "周一", "周二", "周三", "周四", "周五", "周六"}
	channelWords = map[casework.Channel]string{
		casework.ChannelVisit: "来访", casework.ChannelPhone: "来电", casework.ChannelFax: "传真", casework.ChannelLetter: "来信",
		casework.ChannelWeb: "网上", casework.ChannelHotline: "12345 热线转办", casework.ChannelGrid: "网格员上报",
	}
	wayWords = map[casework.TellWay]string{
		casework.TellInPerson: "当面告知", casework.TellByPhone: "电话告知", casework.TellByMessage: "短信告知", casework.TellInWriting: "书面告知",
	}
	sorryWords = map[casework.TellWay]string{
		casework.TellInPerson: "当面", casework.TellByPhone: "电话", casework.TellByMessage: "短信", casework.TellInWriting: "书面",
	}
	formWords = map[casework.MaterialForm]string{
		casework.FormOriginal: "原件", casework.FormCopy: "复印件", casework.FormOriginalAndCopy: "验原件留复印件",
	}
	stateWords = map[casework.PieceState]string{
		casework.PieceHeld: "保管中", casework.PieceReturned: "已退还", casework.PieceLost: "遗失", casework.PieceDamaged: "损毁",
	}
	disposalWords = map[casework.Status]string{
		casework.Received: "待处置", casework.Reported: "已上报", casework.AwaitingMaterials: "待补材料", casework.Promised: "承诺办理",
		casework.ResolvedOnSpot: "当场办结", casework.Guided: "指引", casework.Completed: "办结", casework.Refused: "不予受理", casework.Withdrawn: "撤回",
	}
	reasonWords = map[workday.Reason]string{
		workday.ReasonDayOfEvent: "起始当日不计", workday.ReasonWorkingDay: "工作日", workday.ReasonMakeUpWorkingDay: "调休上班", workday.ReasonLocalOpening: "本社区安排上班",
		workday.ReasonWeekend: "周末", workday.ReasonStatutoryHoliday: "法定节假日", workday.ReasonShiftedRestDay: "调休放假",
		workday.ReasonLocalClosure: "本社区安排休息", workday.ReasonNoOfficeHours: "无办公时间",
	}
)

// zhDay writes 2026年2月26日 周四.
func zhDay(t time.Time, zone *time.Location) string {
	t = t.In(zone)
	return fmt.Sprintf("%d年%d月%d日 %s", t.Year(), int(t.Month()), t.Day(), weekdays[t.Weekday()])
}

// zhTime writes 2026年2月26日 周四 17:00.
func zhTime(t time.Time, zone *time.Location) string {
	return zhDay(t, zone) + " " + t.In(zone).Format("15:04")
}

// blank is a paper without its contents, as all of the office's are: number, date, place of the seal, who printed it.
func (a *act) blank(o *PaperOffer, size paper.Size) *paper.Document {
	zone := a.office.Calendar.Location()
	who := ""
	if s := a.office.Staff[string(a.actor.ID)]; s != nil {
		who = s.Name
	}
	return &paper.Document{
		Size: size, Title: paperForms[o.Kind].title, Office: a.office.Community.Name, Number: o.Number, Date: zhDay(a.now, zone),
		Draft: o.Draft, Seal: "（盖章处）", Footer: "打印：" + who + "　" + zhTime(a.now, zone),
	}
}

// writer makes one paper of a case.
type writer struct {
	*act
	c    *ent.CaseFile
	zone *time.Location
	doc  *paper.Document
}

func (w *writer) add(b ...paper.Block) { w.doc.Blocks = append(w.doc.Blocks, b...) }

func (w *writer) staff(id string) string {
	if s := w.office.Staff[id]; s != nil {
		return s.Name
	}
	return ""
}

func (w *writer) item() string {
	if w.c.ItemID == nil {
		return "（未定事项）"
	}
	return w.office.Items[*w.c.ItemID].Name
}

// post is the post and its window.
func (w *writer) post() string {
	if w.c.PostID == nil {
		return ""
	}
	p := w.office.Posts[*w.c.PostID]
	if p.Window == "" {
		return p.Name
	}
	return p.Name + "（" + p.Window + "）"
}

// resident is the name, and the number as it is masked everywhere.
func (w *writer) resident() (name, way string) {
	if r := w.c.Edges.Resident; r != nil {
		return r.Name, r.PhoneMask
	}
	return "（未留姓名）", w.c.ContactWayMask
}

// paper makes the document of one paper as of now.
func (a *act) paper(c *ent.CaseFile, o *PaperOffer, size paper.Size) (*paper.Document, error) {
	w := &writer{act: a, c: c, zone: a.office.Calendar.Location()}
	w.doc = a.blank(o, size)
	w.doc.QR, w.doc.QRCaption = a.desk.PublicAddress()+a.desk.Link(c), "扫码查询办理进度、评价"
	return w.doc, map[casework.PaperKind]func(*PaperOffer) error{
		casework.PaperIntake: w.intake, casework.PaperOneTimeNotice: w.notice, casework.PaperMaterials: w.materials,
		casework.PaperAcceptance: w.acceptance, casework.PaperRefusal: w.refusal, casework.PaperGuidance: w.guidance,
		casework.PaperExtension: w.extension, casework.PaperCompletion: w.completion,
		casework.PaperApology: w.apology,
	}[o.Kind](o)
}

func (w *writer) head(more ...paper.Field) {
	name, way := w.resident()
	items := []paper.Field{
		{Label: "受理编号", Value: w.c.ReceiptNo}, {Label: "居民", Value: name}, {Label: "事项", Value: w.item(), Wide: true},
		{Label: "联系方式", Value: cmp.Or(way, "（未留）")}, {Label: "首问责任人", Value: w.staff(w.c.FirstResponderID)},
	}
	w.add(paper.Fields{Columns: 2, Items: append(items, more...)})
}

// talk names the one person to talk to (Q1).
func (w *writer) talk() {
	who := w.staff(w.c.ResponsibleID)
	if post := w.post(); post != "" {
		who += "，" + post
	}
	phone := w.office.Community.Disclosure.Phone
	if phone != "" {
		who += "，电话 " + phone
	}
	w.add(paper.Note{Text: "本件由 " + who + " 负责到底。凭受理编号和所留电话后四位，或扫描二维码，可随时查询进度并评价。"})
}

func (w *writer) intake(*PaperOffer) error {
	w.head(paper.Field{Label: "来访方式", Value: channelWords[w.c.Channel]}, paper.Field{Label: "接待时间", Value: zhTime(w.c.ContactAt, w.zone)},
		paper.Field{Label: "处置", Value: disposalWords[w.c.Status]})
	w.add(paper.Heading{Text: "基本情况"}, paper.Paragraph{Text: w.c.Situation}, paper.Heading{Text: "诉求"}, paper.Paragraph{Text: w.c.Demand})
	if w.c.Outcome != "" {
		w.add(paper.Heading{Text: "处理结果"}, paper.Paragraph{Text: w.c.Outcome})
	}
	w.talk()
	w.add(paper.Signatures{Labels: []string{"首问责任人", "居民"}})
	return nil
}

func (w *writer) notice(o *PaperOffer) error {
	n, err := w.tx.OneTimeNotice.Get(w, *o.SubjectID)
	if err != nil {
		return err
	}
	name, _ := w.resident()
	w.head(paper.Field{Label: "告知时间", Value: zhTime(n.GivenAt, w.zone)}, paper.Field{Label: "告知方式", Value: wayWords[n.ToldWay]})
	w.add(paper.Paragraph{Text: name + "：", Flush: true}, paper.Paragraph{Text: "您申请办理的“" + w.item() + "”，尚需补齐下列材料。所需材料已在本单一次说清；补齐之日起开始计算承诺时限。"})
	byName := map[string]casework.Material{}
	for _, m := range w.office.Items[n.ItemID].Materials {
		byName[m.Name] = m
	}
	table := paper.Table{Header: []string{"序", "材料名称", "份数", "形式", "出具单位", "说明"}, Widths: []float64{0.6, 3, 0.8, 1.6, 1.8, 3}}
	for i, m := range n.Missing {
		row := []string{strconv.Itoa(i + 1), m, "1", "", "", ""}
		if k, ok := byName[m]; ok {
			row = []string{strconv.Itoa(i + 1), m, strconv.Itoa(k.Copies), formWords[k.Form], k.IssuedBy, strings.Trim(k.Why+"；"+k.Sample, "；")}
		}
		table.Rows = append(table.Rows, row)
	}
	w.add(table)
	if n.Reason != "" {
		w.add(paper.Paragraph{Text: "本单为再次告知，原因：" + n.Reason + "。由此给您带来不便，我们深表歉意。"})
	}
	w.talk()
	w.add(paper.Signatures{Labels: []string{"告知人", "居民"}})
	return nil
}

func (w *writer) materials(*PaperOffer) error {
	pieces, err := w.tx.CustodyPiece.Query().Where(custodypiece.CaseID(w.c.ID)).Order(custodypiece.ByTakenAt(), custodypiece.ByID()).All(w)
	if err != nil {
		return err
	}
	w.head()
	w.add(paper.Paragraph{Text: "今收到下列材料，由本社区妥善保管，办结时凭本凭证退还。"})
	table := paper.Table{Header: []string{"序", "材料名称", "形式", "数量", "状况", "存放处", "收件人", "状态"}, Widths: []float64{0.6, 2.5, 1.4, 1, 1.5, 1.5, 1.2, 1.1}}
	for i, p := range pieces {
		table.Rows = append(table.Rows, []string{
			strconv.Itoa(i + 1), p.Name, formWords[p.Form], strconv.Itoa(p.Count), p.Condition, p.Place, w.staff(p.TakenByID), stateWords[p.State],
		})
	}
	w.add(table)
	w.talk()
	w.add(paper.Signatures{Labels: []string{"收件人", "居民"}})
	return nil
}

func (w *writer) acceptance(*PaperOffer) error {
	p, err := w.tx.Promise.Get(w, *w.c.PromiseID)
	if err != nil {
		return err
	}
	w.head(paper.Field{Label: "起算", Value: zhTime(p.StartAt, w.zone)}, paper.Field{Label: "承诺", Value: fmt.Sprintf("%d 个工作日", p.WorkingDays)},
		paper.Field{Label: "办结期限", Value: zhTime(p.DueAt, w.zone) + " 前", Wide: true})
	w.add(paper.Paragraph{Text: "您申办的事项材料齐全、已予受理，本社区承诺在上述期限前办结。无正当理由不得延时；确需延时的，将说明理由并另行告知。"})
	if p.Provisional {
		w.add(paper.Note{Text: "期限跨入国务院办公厅尚未发布放假安排的年份，为暂定；安排发布后如有变化将另行告知，且不晚于本回执所载日期。"})
	}
	w.add(paper.Heading{Text: "为什么是这一天"})
	table := paper.Table{Header: []string{"日期", "计", "理由", "说明"}, Widths: []float64{2.2, 0.7, 1.6, 2.6}}
	for _, s := range p.Explanation.Steps {
		counted := ""
		if s.Counted {
			counted = strconv.Itoa(s.Ordinal)
		}
		day := time.Date(s.Date.Year, s.Date.Month, s.Date.Day, 12, 0, 0, 0, w.zone)
		table.Rows = append(table.Rows, []string{zhDay(day, w.zone), counted, reasonWords[s.Reason], s.Name})
	}
	w.add(table, paper.Note{Text: "依据《中华人民共和国民法典》第二百零一条（起始当日不计入）、第二百零三条（截止至最后一日停止业务活动的时间）。"})
	w.talk()
	w.add(paper.Signatures{Labels: []string{"承办人", "居民"}})
	return nil
}

func (w *writer) refusal(*PaperOffer) error {
	name, _ := w.resident()
	w.head()
	w.add(paper.Paragraph{Text: name + "：", Flush: true}, paper.Paragraph{Text: "您于" + zhDay(w.c.ContactAt, w.zone) + "提出的“" + w.item() + "”，经审查不予受理。理由及依据如下："},
		paper.Paragraph{Text: w.c.Outcome}, paper.Paragraph{Text: "如有异议，可向本社区负责人或监督渠道反映。"})
	w.talk()
	w.add(paper.Signatures{Labels: []string{"经办人", "居民"}})
	return nil
}

func (w *writer) guidance(*PaperOffer) error {
	w.head()
	if w.c.DepartmentID != nil {
		if p := w.office.Departments[*w.c.DepartmentID]; p != nil {
			w.add(paper.Heading{Text: "请到：" + p.Name}, paper.Fields{Columns: 1, Items: []paper.Field{
				{Label: "地址", Value: p.Address}, {Label: "电话", Value: p.Phone}, {Label: "办公时间", Value: p.Hours}, {Label: "网址", Value: p.Website},
			}})
		}
	}
	w.add(paper.Paragraph{Text: w.c.Outcome})
	w.talk()
	return nil
}

func (w *writer) extension(o *PaperOffer) error {
	x, err := w.tx.Extension.Get(w, *o.SubjectID)
	if err != nil {
		return err
	}
	name, _ := w.resident()
	fields := []paper.Field{
		{Label: "原定期限", Value: zhTime(x.OldDueAt, w.zone)}, {Label: "延长", Value: fmt.Sprintf("%d 个工作日", x.WorkingDays)},
		{Label: "新的期限", Value: zhTime(x.NewDueAt, w.zone), Wide: true},
	}
	if x.DecidedByID != nil {
		fields = append(fields, paper.Field{Label: "审批人", Value: w.staff(*x.DecidedByID)})
	}
	w.head(fields...)
	w.add(paper.Paragraph{Text: name + "：", Flush: true}, paper.Paragraph{Text: "您申办的“" + w.item() + "”不能在原定期限前办结，经审批延长办理期限。延时的理由："},
		paper.Paragraph{Text: x.Reason}, paper.Paragraph{Text: "由此给您带来不便，我们深表歉意，并将抓紧办理。"})
	w.talk()
	w.add(paper.Signatures{Labels: []string{"告知人", "居民"}})
	return nil
}

func (w *writer) completion(*PaperOffer) error {
	name, _ := w.resident()
	var more []paper.Field
	if w.c.ClosedAt != nil {
		more = append(more, paper.Field{Label: "办结时间", Value: zhTime(*w.c.ClosedAt, w.zone)})
	}
	if w.c.PromiseID != nil {
		more = append(more, paper.Field{Label: "承诺期限", Value: zhTime(w.c.DueAt, w.zone)})
	}
	w.head(more...)
	w.add(paper.Paragraph{Text: name + "：", Flush: true}, paper.Paragraph{Text: "您申办的“" + w.item() + "”现已办结，结果如下："}, paper.Paragraph{Text: w.c.Outcome})
	if w.c.ChargedFen > 0 {
		w.add(paper.Paragraph{Text: "本件共收费 " + casework.Yuan(w.c.ChargedFen) + " 元。"})
	}
	w.add(paper.Paragraph{Text: "请对我们的服务作出评价。"})
	w.talk()
	w.add(paper.Signatures{Labels: []string{"承办人", "居民"}})
	return nil
}

func (w *writer) apology(o *PaperOffer) error {
	x, err := w.tx.Apology.Get(w, *o.SubjectID)
	if err != nil {
		return err
	}
	name, _ := w.resident()
	w.head(paper.Field{Label: "承诺期限", Value: zhTime(x.DueAt, w.zone)}, paper.Field{Label: "办结时间", Value: zhTime(x.RecordedAt, w.zone)},
		paper.Field{Label: "致歉人", Value: w.staff(x.GivenByID)}, paper.Field{Label: "致歉时间", Value: zhTime(x.GivenAt, w.zone)},
		paper.Field{Label: "致歉方式", Value: sorryWords[x.Way]})
	w.add(paper.Paragraph{Text: name + "：", Flush: true}, paper.Paragraph{Text: "您申办的“" + w.item() + "”未能在承诺期限前办结，我们向您诚恳道歉。"},
		paper.Heading{Text: "致歉"}, paper.Paragraph{Text: x.Words}, paper.Heading{Text: "补救措施"}, paper.Paragraph{Text: x.Remedy})
	w.talk()
	w.add(paper.Signatures{Labels: []string{"致歉人", "居民"}})
	return nil
}
