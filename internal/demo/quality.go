package demo

import (
	"strings"
	"time"

	"xinxing/ent"
	"xinxing/ent/casefile"
	"xinxing/ent/custodypiece"
	"xinxing/internal/demo/data"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
)

// disclose says on the public board what the office is (Q5).
func (w *world) disclose() error {
	director := w.as(w.logins[w.first(data.Director)].ID)
	d := data.OfficeDisclosure()
	_, err := w.d.SetDisclosure(director, service.SetDisclosureInput{
		Organisation: d.Organisation, Duties: d.Duties + "\n" + data.ExampleNotice, Procedure: d.Procedure, Supervision: d.Supervision, Hours: d.Hours,
		Address: data.Home.Address, Phone: data.Home.Phone, ClientMutationID: w.key(),
	})
	return err
}

// keep takes an original of the resident's into custody (A5).
func (w *world) keep(id string) error {
	c, ref, err := w.read(id)
	if err != nil || c.ItemID == nil {
		return err
	}
	for _, m := range w.office.Items[*c.ItemID].Materials {
		if m.Form != casework.FormOriginal || !m.Required {
			continue
		}
		_, err := w.d.TakePieces(w.as(c.ResponsibleID), service.TakePiecesInput{CaseRef: ref, Pieces: []*service.PieceInput{{
			Name: m.Name, Form: m.Form, Count: m.Copies, Condition: "完好", Place: pick(w.dice, []string{"1号柜2层", "2号柜1层", "档案室3号柜"}),
		}}})
		return err
	}
	return nil
}

// handBack gives the resident's papers back before the case is closed; now and then one was lost or spoilt.
func (w *world) handBack(id string) error {
	for {
		c, ref, err := w.read(id)
		if err != nil || c.PiecesHeld == 0 {
			return err
		}
		p, err := w.d.Store.Read().CustodyPiece.Query().
			Where(custodypiece.CaseID(id), custodypiece.StateIn(casework.PieceHeld, casework.PieceDamaged)).First(w.ctx)
		if err != nil {
			return err
		}
		me := w.as(c.ResponsibleID)
		if p.State == casework.PieceHeld && w.dice.chance(4) {
			as, what := casework.PieceDamaged, "复印时被撕破一角"
			if w.dice.chance(50) {
				as, what = casework.PieceLost, "搬柜后未找到"
			}
			if _, err := w.d.ReportPiece(me, service.ReportPieceInput{CaseRef: ref, PieceID: p.ID, As: as, Facts: what}); err != nil {
				return err
			}
			continue
		}
		if _, err := w.d.ReturnPiece(me, service.ReturnPieceInput{CaseRef: ref, PieceID: p.ID, SignedBy: "居民本人"}); err != nil {
			return err
		}
	}
}

// pay charges the item's standard (A6).
func (w *world) pay(id string) error {
	c, ref, err := w.read(id)
	if err != nil || c.ItemID == nil || c.Green {
		return err // a green case costs nothing (E6)
	}
	fee := w.office.Items[*c.ItemID].Fee
	if strings.Trim(fee, "0.") == "" {
		return nil
	}
	_, err = w.d.Charge(w.as(c.ResponsibleID), service.ChargeInput{CaseRef: ref, Amount: fee, BillNo: "财票" + c.ReceiptNo[4:]})
	return err
}

// rate lets some residents rate a closed case (Q6).
func (w *world) rate(id string) {
	if !w.dice.chance(45) {
		return
	}
	w.queue.add(w.later(20*time.Minute, 16*time.Hour), func() error {
		c, _, err := w.read(id)
		if err != nil || c.Open {
			return err
		}
		in := service.RateInput{Level: casework.VerySatisfied, Tags: []casework.RatingTag{casework.TagWarm, casework.TagClear}}
		switch roll := w.dice.IntN(100); {
		case roll < 4:
			in.Level, in.Tags, in.Comment = casework.VeryDissatisfied, []casework.RatingTag{casework.TagSlow, casework.TagManyTrips}, "跑了三趟才办成。"
		case roll < 10:
			in.Level, in.Tags, in.Comment = casework.Dissatisfied, []casework.RatingTag{casework.TagUnclear}, ""
		case roll < 20:
			in.Level, in.Tags = casework.BasicallySatisfied, []casework.RatingTag{}
		case roll < 50:
			in.Level, in.Tags = casework.Satisfied, []casework.RatingTag{casework.TagFast}
		}
		parts := strings.Split(w.d.Link(c), "/")
		in.ReceiptNo, in.Token = parts[2], parts[3]
		if _, err := w.d.Rate(w.ctx, in); err != nil || !in.Level.Bad() {
			return tolerate(err)
		}
		m, err := w.d.Store.Read().CaseFile.Query().Where(casefile.AboutCaseID(id), casefile.MatterEQ(casework.MatterBadRating)).Only(w.ctx)
		if err != nil {
			return err
		}
		return w.supervise(m.ID)
	})
}

// complain lets somebody complain about the person of an open case now and then.
func (w *world) complain(begin time.Time) {
	for n, said := range []struct {
		topic casework.ComplaintTopic
		text  string
	}{
		{casework.TopicConduct, "窗口人员说话不耐烦，问两句就不愿意答。"}, {casework.TopicDelay, "答应三天给答复，过了期限也没有消息。"},
		{casework.TopicFee, "复印收了两次钱，也没有给票据。"}, {casework.TopicOther, "大厅叫号屏经常不亮，老人看不清。"},
		{casework.TopicConduct, "电话里没说完就挂断了。"},
	} {
		at := w.open(begin.Add(time.Duration(w.dice.Int64N(int64(w.now.Sub(begin) - 24*time.Hour)))))
		if n == 4 {
			at = w.before(5 * time.Hour)
		}
		w.queue.add(at, func() error {
			in := service.ComplainInput{Community: w.community, Topic: said.topic, Text: said.text, Contact: "13900002026", Repeat: w.key()}
			open, err := w.d.Store.Read().CaseFile.Query().Where(casefile.CommunityID(w.community), casefile.Open(true),
				casefile.MatterEQ(casework.MatterService)).Order(casefile.ByID()).Limit(1).All(w.ctx)
			if err != nil {
				return err
			}
			if len(open) == 1 && said.topic != casework.TopicOther {
				in.About = open[0].ReceiptNo
			}
			made, err := w.d.Complain(w.ctx, in)
			if err != nil {
				return tolerate(err)
			}
			m, err := w.d.Store.Read().CaseFile.Query().Where(casefile.ReceiptNo(made.ReceiptNo), casefile.MatterEQ(casework.MatterComplaint)).Only(w.ctx)
			if err != nil {
				return err
			}
			return w.supervise(m.ID)
		})
	}
}

// supervise works a matter through its four steps (Q6), one after the other.
func (w *world) supervise(id string) error {
	w.queue.add(w.later(2*time.Hour, 10*time.Hour), func() error {
		c, ref, err := w.read(id)
		if err != nil || !c.Open {
			return err
		}
		me := w.as(c.ResponsibleID)
		if w.office.Staff[c.ResponsibleID] == nil || w.office.Roster[duty.StaffID(c.ResponsibleID)].State == duty.Left {
			return nil
		}
		switch c.Status {
		case casework.ToCheck:
			_, err = w.d.CheckMatter(me, service.CheckInput{CaseRef: ref, Findings: "已查看办件日志并听取当事人说明，情况属实。", Upheld: w.dice.chance(75)})
		case casework.ToPutRight:
			_, err = w.d.PutRight(me, service.PutRightInput{CaseRef: ref, Done: "已当面提醒，并在晨会上重申首问责任与文明用语要求。"})
		case casework.ToAnswer:
			_, err = w.d.AnswerMatter(me, service.AnswerInput{CaseRef: ref, Answer: "已向居民说明核实情况并致歉，告知改进措施。", ToldWay: casework.TellByPhone})
		case casework.ToCallBack:
			_, err = w.d.CallBackMatter(me, service.CallBackInput{CaseRef: ref, Satisfied: !w.dice.chance(15), Note: "电话回访，居民表示理解。"})
		}
		if err != nil {
			return tolerate(err)
		}
		return w.supervise(id)
	})
	return nil
}

// counter is a registration of this morning at whose counter all of it can be seen: two papers were asked for, one more was
// forgotten and asked for again (Q3), and two originals are kept (A5).
func (w *world) counter() error {
	for _, item := range data.Items() {
		i := w.itemNamed(item.Code)
		if item.Kind != data.Registration || i == nil || len(i.Materials) < 3 || i.PostID == nil {
			continue
		}
		who := w.office.Post(i.PostID).A
		if w.state(string(who)) != duty.OnDuty {
			continue
		}
		texts := data.Demands(item.Code)
		resident := pick(w.dice, w.people)
		p, err := w.d.OpenCase(w.as(string(who)), service.OpenCaseInput{
			Channel: casework.ChannelVisit, ResidentID: &resident, Situation: pick(w.dice, texts.Situations), Demand: pick(w.dice, texts.Demands),
			ItemID: &i.ID, ClientMutationID: w.key(),
		})
		if err != nil {
			return err
		}
		_, ref, err := w.read(p.Case.ID)
		if err != nil {
			return err
		}
		me, why := w.as(p.Case.ResponsibleID), "首次告知时未核对最新版材料清单"
		if _, err := w.d.RequestMaterials(me, service.RequestMaterialsInput{
			CaseRef: ref, Missing: []string{i.Materials[0].Name, i.Materials[1].Name}, ToldWay: casework.TellInPerson, Reason: &why,
		}); err != nil {
			return err
		}
		if _, ref, err = w.read(p.Case.ID); err != nil {
			return err
		}
		if _, err := w.d.NoticeAgain(me, service.NoticeAgainInput{
			CaseRef: ref, Missing: []string{i.Materials[2].Name}, Reason: why, ToldWay: casework.TellByPhone,
		}); err != nil {
			return err
		}
		if _, ref, err = w.read(p.Case.ID); err != nil {
			return err
		}
		_, err = w.d.TakePieces(me, service.TakePiecesInput{CaseRef: ref, Pieces: []*service.PieceInput{
			{Name: "居民身份证", Form: casework.FormOriginal, Count: 1, Condition: "完好", Place: "1号柜2层"},
			{Name: "户口簿", Form: casework.FormOriginal, Count: 1, Condition: "封面磨损", Place: "1号柜2层"},
		}})
		return err
	}
	return nil
}

// itemNamed is the version of an item that holds today.
func (w *world) itemNamed(code string) *ent.Item {
	for _, i := range w.office.Items {
		if i.Code == code && i.RetiredFrom == nil {
			return i
		}
	}
	return nil
}
