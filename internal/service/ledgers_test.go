package service_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"xinxing/ent"
	"xinxing/ent/casefile"
	"xinxing/ent/enrolment"
	"xinxing/internal/office"
	"xinxing/internal/office/accountability"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/program"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
)

var blanks = regexp.MustCompile(`\{\{(\w+)\}\}`)

// ledgerWords are the pages' own words.
func ledgerWords(t testing.TB, lang string) service.LedgerWords {
	t.Helper()
	words := map[string]map[string]any{}
	for _, file := range []string{"ledgers", "enums"} {
		b, err := os.ReadFile("../../frontend/src/i18n/" + lang + "/" + file + ".json")
		if err != nil {
			t.Fatal(err)
		}
		tree := map[string]any{}
		if err := json.Unmarshal(b, &tree); err != nil {
			t.Fatal(err)
		}
		words[file] = tree
	}
	return service.LedgerWords{English: lang == "en", Say: func(key string, values map[string]any) string {
		file, rest := "ledgers", key
		if of, ok := strings.CutPrefix(key, "enums:"); ok {
			file, rest = "enums", of
		}
		var at any = words[file]
		for _, step := range strings.Split(rest, ".") {
			in, _ := at.(map[string]any)
			at = in[step]
		}
		said, ok := at.(string)
		if !ok {
			t.Errorf("no words for %s", key)
		}
		return blanks.ReplaceAllStringFunc(said, func(name string) string { return fmt.Sprint(values[strings.Trim(name, "{}")]) })
	}}
}

// taken takes a ledger and gives its sheets, each a list of rows.
func (p *people) taken(login string, kind service.LedgerKind, from, until, lang string) (map[string][][]string, error) {
	p.t.Helper()
	var b bytes.Buffer
	begun, err := p.Desk.TakeLedger(p.As(login), kind, p.dayOf(from), p.dayOf(until), ledgerWords(p.t, lang), &b)
	if begun != (err == nil) || begun != (b.Len() > 0) {
		p.t.Errorf("begun %v, %d bytes, %v", begun, b.Len(), err)
	}
	if err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(&b)
	p.ok(err)
	sheets := map[string][][]string{}
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		p.ok(err)
		sheets[name] = rows
	}
	return sheets, f.Close()
}

// ledger takes a ledger of February and March 2026 in Chinese and gives the rows of a sheet, "" for the only one, by their headers.
func (p *people) ledger(login string, kind service.LedgerKind, sheet string) []map[string]string {
	p.t.Helper()
	sheets, err := p.taken(login, kind, "2026-02-01", "2026-03-31", "zh-CN")
	p.ok(err)
	return p.below(sheets, sheet)
}

func (p *people) below(sheets map[string][][]string, sheet string) []map[string]string {
	p.t.Helper()
	if sheet == "" && len(sheets) == 1 {
		for name := range sheets {
			sheet = name
		}
	}
	rows, ok := sheets[sheet]
	if !ok || len(rows) < 3 {
		p.t.Fatalf("no sheet %q with a header among %v", sheet, sheets)
	}
	all := []map[string]string{}
	for n, row := range rows[3:] {
		one := map[string]string{}
		for i, cell := range row {
			if one[rows[2][i]] != "" {
				p.t.Errorf("two columns %s", rows[2][i])
			}
			one[rows[2][i]] = cell
		}
		p.want("number", one["序号"], n+1)
		all = append(all, one)
	}
	return all
}

// cellsOf are some cells of the only row.
func (p *people) cellsOf(rows []map[string]string, headers ...string) string {
	p.t.Helper()
	if len(rows) != 1 {
		p.t.Fatalf("%d rows: %v", len(rows), rows)
	}
	var cells []string
	for _, h := range headers {
		cells = append(cells, rows[0][h])
	}
	return strings.Join(cells, "|")
}

func TestR_TheReceptionRegisterIsInTheOfficesForm(t *testing.T) {
	both(t, func(p *people) {
		p.At("2026-02-26 09:00")
		in := p.openInput("SQ-01")
		in.Demand = "=HYPERLINK(\"http://x\")"
		c := p.promise("clerk-a", p.done(p.Desk.OpenCase(p.As("clerk-a"), in)), 3)
		sheets, err := p.taken("clerk-b", service.LedgerReception, "2026-02-01", "2026-02-28", "zh-CN")
		p.ok(err)
		rows := sheets["首问接待登记台账"]
		p.want("title", rows[0], "[新星社区首问接待登记台账]")
		p.want("note", rows[1], "[期间：2026年2月1日 周日 至 2026年2月28日 周六　　取出：白云　2026年2月26日 周四 09:00]")
		p.want("headers", strings.Join(rows[2][:6], " "), "序号 回执编号 接待时间 来访方式 类别 来访来电人")
		row := p.cellsOf(p.below(sheets, ""), "序号", "回执编号", "接待时间", "来访方式", "类别", "来访来电人", "联系电话", "事项", "诉求", "首问责任人", "岗位", "办理状态", "承诺时限", "办结时间")
		p.want("row", row, "1|"+c.ReceiptNo+"|2026年2月26日 周四 09:00|电话|服务办件|王小明|139****1234|邻里纠纷调解|'=HYPERLINK(\"http://x\")|安晓梅|信访接待|办理中|2026年3月2日 周一 17:00|")
		english, err := p.taken("clerk-b", service.LedgerReception, "2026-02-26", "2026-02-26", "en")
		p.ok(err)
		rows = english["Register of first contacts"]
		p.want("in English", strings.Join(rows[3][:5], "|"), "1|"+c.ReceiptNo+"|Thu 26 Feb 2026 09:00|Phone|"+rows[3][4])
		// A supervisor reads the cases of the subdistrict without its residents.
		above := p.ledger("supervisor", service.LedgerReception, "")
		p.want("above", p.cellsOf(above, "社区", "回执编号", "来访来电人", "联系电话", "首问责任人"), "新星社区|"+c.ReceiptNo+"|||安晓梅")
		p.want("next door", len(p.ledger("neighbour", service.LedgerReception, "")), 0)
	})
}

func TestR_APeriodBeginsAndEndsAtMidnightOfTheOffice(t *testing.T) {
	both(t, func(p *people) {
		contact := func(at string) string {
			p.At("2026-03-02 09:00")
			in, when := p.openInput(""), servicetest.Instant(t, at)
			in.ContactAt = &when
			return p.done(p.Desk.OpenCase(p.As("clerk-a"), in)).ReceiptNo
		}
		before, first, last, after := contact("2026-02-25 23:59"), contact("2026-02-26 00:00"), contact("2026-02-27 23:59"), contact("2026-02-28 00:00")
		sheets, err := p.taken("clerk-a", service.LedgerReception, "2026-02-26", "2026-02-27", "zh-CN")
		p.ok(err)
		var got []string
		for _, row := range p.below(sheets, "") {
			got = append(got, row["回执编号"])
		}
		p.want("in the order of their days, without "+before+" and "+after, got, []string{first, last})
		for _, c := range []struct {
			from, until string
			ok          bool
		}{{"2025-03-01", "2026-03-01", true}, {"2025-02-28", "2026-03-01", false}, {"2026-03-02", "2026-03-01", false}, {"2026-03-01", "2026-03-01", true}} {
			_, err := p.taken("clerk-a", service.LedgerReception, c.from, c.until, "zh-CN")
			if c.ok {
				p.ok(err)
			} else {
				p.refused(err, office.BadInput, "R")
			}
		}
		_, err = p.Desk.TakeLedger(p.As("clerk-a"), service.LedgerReception, workday.Date{}, p.dayOf("2026-03-01"), ledgerWords(t, "en"), &bytes.Buffer{})
		p.refused(err, office.BadInput, "R")
		_, err = p.taken("clerk-a", "SOMETHING", "2026-03-01", "2026-03-01", "zh-CN")
		p.refused(err, office.NotFound, "R")
	})
}

// Who may not read a register cannot take it, and is not offered it; an empty period gives its header.
func TestR_WhoTakesWhichLedger(t *testing.T) {
	all := []service.LedgerKind{
		service.LedgerReception, service.LedgerMaterials, service.LedgerNotices, service.LedgerHandOvers, service.LedgerExtensions, service.LedgerBreaches,
		service.LedgerGifts, service.LedgerJobSeekers, service.LedgerOpenings, service.LedgerTraining, service.LedgerPartners, service.LedgerCulture,
	}
	clauses := map[service.LedgerKind]string{
		service.LedgerReception: "F1", service.LedgerMaterials: "A5", service.LedgerNotices: "Q3", service.LedgerHandOvers: "F10",
		service.LedgerExtensions: "T5", service.LedgerBreaches: "A4", service.LedgerGifts: "A1", service.LedgerJobSeekers: "E1",
		service.LedgerOpenings: "E3", service.LedgerTraining: "E5", service.LedgerPartners: "P1", service.LedgerCulture: "C1",
	}
	not := map[string][]service.LedgerKind{
		"clerk-a": {service.LedgerBreaches, service.LedgerGifts}, "leader": {}, "director": {}, "supervisor": {service.LedgerJobSeekers}, "administrator": all,
	}
	both(t, func(p *people) {
		for login, refused := range not {
			offered, err := p.Desk.Ledgers(p.As(login))
			p.ok(err)
			var kinds []service.LedgerKind
			for _, l := range offered {
				kinds = append(kinds, l.Kind)
			}
			p.want("offered to "+login, kinds, slices.DeleteFunc(slices.Clone(all), func(k service.LedgerKind) bool { return slices.Contains(refused, k) }))
			for _, kind := range all {
				sheets, err := p.taken(login, kind, "2020-01-01", "2020-01-31", "zh-CN")
				if slices.Contains(refused, kind) {
					p.refused(err, office.Forbidden, clauses[kind])
					continue
				}
				p.ok(err)
				for name, rows := range sheets {
					if len(rows) != 3 || len(rows[2]) < 5 || rows[2][0] != "序号" || !strings.HasSuffix(rows[0][0], name) {
						t.Errorf("%s, %s of %s: %q", login, name, kind, rows)
					}
				}
			}
		}
		_, err := p.Desk.Ledgers(p.Context())
		p.refused(err, office.Unauthenticated, "")
		_, err = p.Desk.TakeLedger(p.Context(), service.LedgerReception, p.dayOf("2026-01-01"), p.dayOf("2026-01-01"), ledgerWords(t, "en"), &bytes.Buffer{})
		p.refused(err, office.Unauthenticated, "")
		_, err = p.Desk.TakeLedger(store.With(p.Context(), store.Viewer{Token: "tok_x", Community: p.Community, Communities: []string{p.Community}}),
			service.LedgerOpenings, p.dayOf("2026-01-01"), p.dayOf("2026-01-01"), ledgerWords(t, "en"), &bytes.Buffer{})
		p.refused(err, office.Forbidden, "P5")
	})
}

// A complaint is in no ledger of whom it is about, nor of a colleague, and leaves no gap in its numbers.
func TestR_AMatterThatTheViewerMayNotSeeIsInNoLedger(t *testing.T) {
	both(t, func(p *people) {
		p.At("2026-02-26 09:00")
		rated := p.open("clerk-a", "DJ-01")
		p.At("2026-02-26 09:30")
		_, err := p.Desk.Complain(p.Context(), service.ComplainInput{
			Community: p.Community, Topic: casework.TopicConduct, About: rated.ReceiptNo, Text: "态度生硬", Contact: "13900004321", From: "a", Repeat: "form-1",
		})
		p.ok(err)
		m, err := p.Desk.Store.Read().CaseFile.Query().Where(casefile.MatterEQ(casework.MatterComplaint)).Only(p.System())
		p.ok(err)
		p.At("2026-02-26 10:00")
		c := p.open("clerk-a", "SQ-01")
		seen := func(login string) string {
			var got []string
			for _, row := range p.ledger(login, service.LedgerReception, "") {
				got = append(got, row["序号"]+" "+row["回执编号"]+" "+row["类别"]+" "+row["联系电话"])
			}
			return strings.Join(got, ", ")
		}
		for _, login := range []string{"clerk-a", "clerk-b"} {
			p.want(login, seen(login), "1 "+rated.ReceiptNo+" 服务办件 139****1234, 2 "+c.ReceiptNo+" 服务办件 139****1234")
		}
		p.want("leader", seen("leader"), "1 "+rated.ReceiptNo+" 服务办件 139****1234, 2 "+m.ReceiptNo+" 投诉 139****4321, 3 "+c.ReceiptNo+" 服务办件 139****1234")
		p.want("who took it, and how much", p.takings(), "clerk-a RECEPTION 2026-02-01 2026-03-31 2, clerk-b RECEPTION 2026-02-01 2026-03-31 2, leader RECEPTION 2026-02-01 2026-03-31 3")
		told := func(login string) string {
			all, err := p.Desk.LedgersTaken(p.As(login))
			p.ok(err)
			var out []string
			for _, one := range all {
				out = append(out, fmt.Sprintf("%s %s %s %s %d", p.name(one.ByID), one.Kind, one.From, one.Until, one.Rows))
			}
			return strings.Join(out, ", ")
		}
		p.want("one's own", told("clerk-a"), "clerk-a RECEPTION 2026-02-01 2026-03-31 2")
		p.want("nobody's", told("clerk-c")+told("administrator")+told("neighbour"), "")
		p.want("all, the latest first", told("director"),
			"leader RECEPTION 2026-02-01 2026-03-31 3, clerk-b RECEPTION 2026-02-01 2026-03-31 2, clerk-a RECEPTION 2026-02-01 2026-03-31 2")
		p.sound()
	})
}

// takings lists what the journal tells of the ledgers that were taken.
func (p *people) takings() string {
	p.t.Helper()
	var out []string
	for _, e := range p.Desk.Store.Read().CaseEvent.Query().Order(ent.Asc("id")).AllX(p.System()) {
		if e.Kind != casework.EventLedgerTaken {
			continue
		}
		if !e.Restricted || e.AboutID == nil || *e.AboutID != *e.ActorID || e.Number != 1 {
			p.t.Errorf("%+v", e)
		}
		out = append(out, fmt.Sprintf("%s %v %v %v %v", p.name(*e.ActorID), e.Facts["ledger"], e.Facts["from"], e.Facts["until"], e.Facts["rows"]))
	}
	return strings.Join(out, ", ")
}

func TestR_WhatALedgerOfCasesTells(t *testing.T) {
	both(t, func(p *people) {
		p.At("2026-02-26 09:00")
		c := p.done(p.ask4("clerk-a", p.open("clerk-a", "DJ-01"), "", "居民身份证", "户口簿"))
		no := c.ReceiptNo
		p.want("notices", p.cellsOf(p.ledger("clerk-b", service.LedgerNotices, ""), "回执编号", "告知时间", "来访来电人", "事项", "缺少材料", "告知方式", "告知人", "第几次", "再次告知原因"),
			no+"|2026年2月26日 周四 09:00|王小明|居住登记|居民身份证、户口簿|当面告知|安晓梅|1|")

		c = p.take("clerk-a", p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 3), "户口簿")
		pieces, err := p.Desk.Pieces(p.System(), c)
		p.ok(err)
		p.At("2026-02-26 10:00")
		c = p.done(p.Desk.ReturnPiece(p.As("clerk-a"), service.ReturnPieceInput{CaseRef: p.ref(c), PieceID: pieces[0].ID, SignedBy: "王小明"}))
		headers := []string{"回执编号", "收件时间", "来访来电人", "材料名称", "形式", "份数", "收件时状况", "存放处", "收件人", "状态", "退还时间", "退还人", "签收人", "遗失损毁报告"}
		p.want("materials", p.cellsOf(p.ledger("clerk-b", service.LedgerMaterials, ""), headers...),
			c.ReceiptNo+"|2026年2月26日 周四 09:00|王小明|户口簿|原件|1|完好|1号柜2层|安晓梅|已退还|2026年2月26日 周四 10:00|安晓梅|王小明|")
		p.want("without residents", p.cellsOf(p.ledger("supervisor", service.LedgerMaterials, ""), "来访来电人", "材料名称", "签收人"), "|户口簿|王**")

		c = p.tell("clerk-a", p.decide("leader", p.ask("clerk-a", c, 2), true))
		p.want("extensions", p.cellsOf(p.ledger("clerk-b", service.LedgerExtensions, ""), "回执编号", "申请时间", "申请人", "延期理由", "延长工作日", "原时限", "状态", "决定人", "决定意见", "告知人", "告知方式"),
			c.ReceiptNo+"|2026年2月26日 周四 10:00|安晓梅|等待鉴定|2|2026年3月2日 周一 17:00|已告知，时限已变更|吴建国|情况属实|安晓梅|电话告知")

		c = p.offer("clerk-a", c, "clerk-b")
		_, err = p.Desk.ReturnHandOver(p.As("clerk-b"), service.ReturnHandOverInput{CaseRef: p.ref(c), Reason: "没有说清"})
		p.ok(err)
		p.want("hand-overs", p.cellsOf(p.ledger("clerk-c", service.LedgerHandOvers, "办件交接台账"), "回执编号", "移交时间", "移交人", "接收人", "交代内容", "交接状态", "退回理由"),
			c.ReceiptNo+"|2026年2月26日 周四 10:00|安晓梅|白云|居民已交齐材料|已退回|没有说清")
	})
}

func TestR_WhatTheLedgerOfStandInsTells(t *testing.T) {
	both(t, func(p *people) {
		p.At("2026-02-26 09:00")
		ab := p.planned("clerk-b", "2026-03-03 08:30", "2026-03-04 17:00")
		p.write("clerk-b", ab)
		p.takeOver(ab)
		p.ok(p.approve("leader", ab))
		var got []string
		for _, row := range p.ledger("leader", service.LedgerHandOvers, "代岗台账") {
			got = append(got, strings.Join([]string{row["离岗人"], row["离岗类别"], row["离岗时间"], row["事由"], row["状态"], row["岗位"], row["代岗人"], row["移交物品"], row["决定人"]}, "|"))
		}
		slices.Sort(got)
		p.want("stand-ins", strings.Join(got, "\n"),
			"白云|计划请假|2026年3月3日 周二 08:30|家中有事|已批准|民政窗口|曹阳|业务章|吴建国")
		for _, row := range p.ledger("clerk-c", service.LedgerHandOvers, "代岗台账") {
			p.want("a colleague's reason", row["事由"], "")
		}
	})
}

func TestR_WhatTheLedgersOfAccountabilityTell(t *testing.T) {
	both(t, func(p *people) {
		p.At("2026-02-26 09:00")
		b := p.avoided("clerk-a", "clerk-b")
		p.ok(p.hear("clerk-a", b))
		p.ok(p.judge("leader", b, accountability.Criticism, "首次"))
		p.want("breaches", p.cellsOf(p.ledger("director", service.LedgerBreaches, ""), "发现时间", "当事人", "失责情形", "条款", "状态", "陈述申辩", "处理", "决定人", "决定意见"),
			"2026年2月26日 周四 09:00|安晓梅|回避推诿|F9|待执行|当时在接另一个电话。|批评教育|吴建国|首次")
		for _, row := range p.ledger("director", service.LedgerBreaches, "") {
			for _, cell := range row {
				if strings.Contains(cell, "白云") {
					t.Errorf("who reported it: %v", row)
				}
			}
		}
		made, err := p.Desk.RegisterGift(p.As("clerk-b"), service.RegisterGiftInput{
			PersonID: p.Staff["clerk-a"].ID, Kind: accountability.GiftTaken, What: "茶叶两盒", Giver: "办事居民", Value: "260.50", ClientMutationID: p.ID(),
		})
		p.ok(err)
		_, err = p.Desk.ReturnGift(p.As("leader"), service.ReturnGiftInput{
			GiftID: made.Gift.ID, Version: made.Gift.Version, Amount: "100", Way: accountability.GivenBack, Proof: "收条", ClientMutationID: p.ID(),
		})
		p.ok(err)
		p.want("gifts", p.cellsOf(p.ledger("leader", service.LedgerGifts, ""), "当事人", "情形", "物品或事由", "馈赠人", "价值（元）", "已退还（元）", "退还情况", "办结时间", "登记人"),
			"安晓梅|收受馈赠|茶叶两盒|办事居民|260.50|100.00|2026年2月26日 周四 09:00 退回馈赠人 100.00元（收条）||白云")
	})
}

func TestR_WhatTheLedgersOfEmploymentTell(t *testing.T) {
	both(t, func(p *people) {
		p.At("2026-02-26 09:00")
		s, o := p.seeker(p.Resident.ID), p.opening(2)
		p.ok(p.refer(s, o))
		row := p.ledger("clerk-b", service.LedgerJobSeekers, "")
		p.want("job-seekers", p.cellsOf(row, "登记时间", "姓名", "身份证号", "联系电话", "人员类别", "户籍", "技能", "求职意向", "同意推荐", "职业指导员", "谈心次数", "推荐次数", "就业情况", "状态"),
			"2026年2月26日 周四 09:00|王小明|"+p.Resident.IDNumberMask+"|139****1234|登记失业人员|外地户籍|消防|保安|是|安晓梅|0|1||求职中")
		for _, login := range []string{"clerk-a", "leader", "director"} {
			for header, cell := range p.ledger(login, service.LedgerJobSeekers, "")[0] {
				if strings.Contains(cell, servicetest.Phone) || strings.Contains(cell, servicetest.IDNumber()) {
					t.Errorf("%s reads %s in %s", login, cell, header)
				}
			}
		}
		p.ok(p.step(s, employment.ReferralInterview, ""))
		p.ok(p.step(s, employment.ReferralHired, ""))
		p.want("in work", p.cellsOf(p.ledger("clerk-b", service.LedgerJobSeekers, ""), "推荐次数", "就业情况", "状态"), "1|新兴物业 小区保安（2026年2月26日 周四起）|已就业")
		p.want("openings", p.cellsOf(p.ledger("clerk-b", service.LedgerOpenings, ""), "岗位", "用人单位", "行业", "工作地点", "月薪从（元）", "月薪到（元）", "招聘人数", "已录用", "工时", "要求的技能", "截止日期"),
			"小区保安|新兴物业|物业保安|新兴街道|2800.00|3200.50|2|1|轮班|消防|2026年12月31日 周四")
	})
}

func TestR_WhatTheLedgersOfProgramsTell(t *testing.T) {
	both(t, func(p *people) {
		p.At("2026-02-26 09:00")
		made := p.opened(2)
		for n := range 3 {
			p.enrolled(made, n)
		}
		p.want("training", p.cellsOf(p.ledger("clerk-b", service.LedgerTraining, "培训活动台账"), "开始时间", "结束时间", "类别", "名称", "地点", "负责人", "状态", "名额", "报名人数", "场次", "签到人次", "合格人数"),
			"2026年3月12日 周四 09:00|2026年3月13日 周五 11:00|技能培训|家政服务技能培训|社区活动室|安晓梅|已发布|2|2|2|0|0")
		p.want("who came is not for the subdistrict", p.cellsOf(p.ledger("supervisor", service.LedgerTraining, "培训活动台账"), "报名人数", "签到人次"), "2|")
		_, err := p.Desk.SavePost(p.As("director"), service.SavePostInput{
			Code: "N-1", Name: "新岗", AID: p.Staff["clerk-a"].ID, BID: p.Staff["grid"].ID, BMustKnow: []string{"居住登记"}, ClientMutationID: p.ID(),
		})
		p.ok(err)
		posts, err := p.Desk.PostsOf(p.As("director"))
		p.ok(err)
		post := posts[slices.IndexFunc(posts, func(x *ent.Post) bool { return x.Code == "N-1" })]
		for _, day := range []string{"2026-01-31", "2026-02-25"} {
			_, err = p.Desk.RecordStudy(p.As("director"), service.RecordStudyInput{
				PostID: post.ID, StaffID: p.Staff["grid"].ID, Subject: "居住登记", Kind: duty.StudyTraining, Date: p.dayOf(day), Passed: true, ClientMutationID: p.ID(),
			})
			p.ok(err)
		}
		p.want("study", p.cellsOf(p.ledger("clerk-b", service.LedgerTraining, "业务学习台账"), "日期", "学习人", "岗位", "学习内容", "方式", "合格", "登记人"),
			"2026年2月25日 周三|高志强|新岗|居住登记|培训|是|周主任")

		founded, err := p.Desk.SaveGroup(p.As("clerk-a"), service.SaveGroupInput{Name: "夕阳红合唱团", Kind: program.GroupChoir, ClientMutationID: p.ID()})
		p.ok(err)
		_, err = p.Desk.SaveMember(p.As("clerk-a"), service.SaveMemberInput{GroupID: founded.Group.ID, Name: "李红", Role: "女高音", ClientMutationID: p.ID()})
		p.ok(err)
		at := func(s string) time.Time { return servicetest.Instant(t, s) }
		for _, day := range []string{"2026-03-10", "2026-04-10"} {
			_, err = p.Desk.SetRehearsal(p.As("clerk-a"), service.SetRehearsalInput{
				GroupID: founded.Group.ID, From: at(day + " 14:00"), Until: at(day + " 16:00"), Place: "活动室", ClientMutationID: p.ID(),
			})
			p.ok(err)
		}
		show, err := p.Desk.PlanProgram(p.As("clerk-a"), service.PlanProgramInput{ClientMutationID: p.ID(), Program: &service.ProgramInput{
			Kind: program.Show, Title: "新春演出", Place: "广场", Capacity: 50, Sessions: []*service.SessionInput{{From: at("2026-03-08 14:00"), Until: at("2026-03-08 16:00")}},
		}})
		p.ok(err)
		_, err = p.Desk.PublishProgram(p.As("clerk-a"), service.StepProgramInput{ProgramID: show.Program.ID, Version: show.Program.Version, ClientMutationID: p.ID()})
		p.ok(err)
		p.want("groups", p.cellsOf(p.ledger("clerk-b", service.LedgerCulture, "文体队伍台账"), "队伍", "类别", "联系人", "队员数", "期内排练"), "夕阳红合唱团|合唱队|安晓梅|1|1")
		p.want("events", p.cellsOf(p.ledger("clerk-b", service.LedgerCulture, "文体活动台账"), "开始时间", "类别", "名称", "地点", "状态", "签到人次", "志愿服务时长（小时）"),
			"2026年3月8日 周日 14:00|演出|新春演出|广场|已发布|0|0.0")
		// What came of them is counted for each by itself.
		p.At("2026-03-13 08:45")
		sessions, seated := made.QuerySessions().AllX(p.System()), p.Desk.Store.Read().Enrolment.Query().Where(enrolment.StateEQ(program.Seated)).AllX(p.System())
		for _, session := range sessions {
			_, err := p.Desk.TickAttendance(p.As("clerk-a"), service.TickAttendanceInput{SessionID: session.ID, EnrolmentID: seated[0].ID, Present: true, ClientMutationID: p.ID()})
			p.ok(err)
		}
		for _, minutes := range []int{60, 45} {
			_, err = p.Desk.RecordVolunteer(p.As("clerk-a"), service.RecordVolunteerInput{ProgramID: show.Program.ID, Name: "志愿者", Minutes: minutes, ClientMutationID: p.ID()})
			p.ok(err)
		}
		p.want("who came", p.cellsOf(p.ledger("clerk-b", service.LedgerTraining, "培训活动台账"), "报名人数", "签到人次"), "2|2")
		p.want("who helped", p.cellsOf(p.ledger("clerk-b", service.LedgerCulture, "文体活动台账"), "签到人次", "志愿服务时长（小时）"), "0|1.8")
	})
}

func TestR_WhatTheLedgersOfCoBuildingTell(t *testing.T) {
	withBuilding(t, func(b *building) {
		b.At("2026-02-26 09:00")
		with, p := b.partner("九站建材有限公司"), b.project("grid", true)
		_, err := b.pledge("clerk-a", p, with, 100)
		b.ok(err)
		b.want("partners", b.cellsOf(b.ledger("clerk-b", service.LedgerPartners, "共建单位台账"), "单位名称", "类别", "可提供", "参加项目数"), "九站建材有限公司|社企共建|设备物资|1")
		b.want("projects", b.cellsOf(b.ledger("clerk-b", service.LedgerPartners, "共建项目台账"), "项目编号", "提出时间", "项目名称", "类别", "来源", "阶段", "负责人", "计划开始", "预算（元）", "参加单位", "认领与兑现"),
			"GJ-2026-001|2026年2月26日 周四 09:00|3号楼前路面修缮|道路修缮|居民诉求|提出|高志强|2026年3月1日 周日|20000.00|九站建材有限公司|九站建材有限公司：水泥 100袋（已兑现0）")
	})
}

// A ledger of many pages is read a page at a time: as many statements a page, whatever is in it, and never all of its rows.
func TestR_ALedgerIsReadByPages(t *testing.T) {
	for _, dialect := range servicetest.Databases() {
		t.Run(dialect, func(t *testing.T) {
			var sent atomic.Int64
			var statements []string
			count := func(_ context.Context, q string) {
				sent.Add(1)
				statements = append(statements, q)
			}
			p := &people{servicetest.NewWith(t, dialect, store.Options{SQL: sqldb.Options{OnStatement: count}}), t}
			p.At("2026-02-26 09:00")
			c := p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 3)
			more := func(n int) {
				p.ok(p.Desk.Store.Act(p.System(), "", func(ctx context.Context, tx *store.Tx) error {
					for range n / 250 {
						creates := make([]*ent.CustodyPieceCreate, 250)
						for i := range creates {
							// Many at one instant: the key decides where the next page begins.
							at := p.Desk.Now().Add(time.Duration(i%7) * time.Minute)
							creates[i] = tx.CustodyPiece.Create().SetCommunityID(p.Community).SetCaseID(c.ID).SetName("户口簿").SetForm(casework.FormOriginal).SetCount(1).
								SetPlace("柜").SetState(casework.PieceHeld).SetTakenAt(at).SetTakenByID(p.Staff["clerk-a"].ID)
						}
						if err := tx.CustodyPiece.CreateBulk(creates...).Exec(ctx); err != nil {
							return err
						}
					}
					return nil
				}))
			}
			cost := func(rows int) int64 {
				for range 2 { // the first reads the office anew
					sent.Store(0)
					statements = nil
					p.want("rows", len(p.ledger("clerk-b", service.LedgerMaterials, "")), rows)
				}
				n := sent.Load()
				for _, q := range statements {
					if strings.Contains(q, "OFFSET") {
						t.Errorf("counted off: %s", q)
					}
					if strings.Contains(q, "custody_pieces") && strings.HasPrefix(q, "SELECT") && !strings.Contains(q, "LIMIT 2000") {
						t.Errorf("unbounded: %s", q)
					}
				}
				return n
			}
			more(250)
			one := cost(250) // a page that is not full
			more(4000)
			three := cost(4250)
			more(4000)
			five := cost(8250)
			if three-one != five-three || (three-one)%2 != 0 || (three-one)/2 > 3 {
				t.Errorf("%d statements for one page, %d for three, %d for five", one, three, five)
			}
		})
	}
}

// held is a reader that takes the first bytes of a ledger and no more until it is let go.
type held struct {
	begun, free chan struct{}
	once        sync.Once
	n           atomic.Int64
}

func (h *held) Write(b []byte) (int, error) {
	h.once.Do(func() { close(h.begun) })
	<-h.free
	h.n.Add(int64(len(b)))
	return len(b), nil
}

// One person takes one ledger at a time, and only so many are taken at once; who is refused left nothing behind and may ask again.
func TestR_FewLedgersAreMadeAtOnce(t *testing.T) {
	both(t, func(p *people) {
		p.open("clerk-a", "SQ-01")
		words, from, until := ledgerWords(t, "zh-CN"), p.dayOf("2026-02-01"), p.dayOf("2026-03-31")
		take := func(login string, w io.Writer) error {
			begun, err := p.Desk.TakeLedger(p.As(login), service.LedgerReception, from, until, words, w)
			if err != nil && begun {
				t.Errorf("%s: begun and refused", login)
			}
			return err
		}
		refused := func(login string, own bool) {
			t.Helper()
			var out bytes.Buffer
			err := take(login, &out)
			p.refused(err, office.TooMany, "R")
			var no *office.Refusal
			if errors.As(err, &no) && (no.Facts["own"] != own || no.Facts["retryAfter"] == nil || out.Len() > 0) {
				t.Errorf("%s: %v, %d bytes", login, no.Facts, out.Len())
			}
		}
		free, ended := make(chan struct{}), make(chan error, 4)
		var waiting []*held
		for _, login := range []string{"clerk-a", "clerk-b", "leader", "director"} {
			h := &held{begun: make(chan struct{}), free: free}
			waiting = append(waiting, h)
			go func() { ended <- take(login, h) }()
			<-h.begun
			if len(waiting) == 1 {
				refused("clerk-a", true)
			}
		}
		refused("clerk-c", false)
		refused("director", true)
		close(free)
		for range waiting {
			p.ok(<-ended)
		}
		p.ok(take("clerk-c", io.Discard))
		p.want("in the journal", strings.Count(p.takings(), "RECEPTION"), 5)

		// Twenty at once of one person: those that were not refused are the ones that the journal tells of.
		var wg sync.WaitGroup
		var whole, none atomic.Int64
		for range 20 {
			wg.Go(func() {
				var no *office.Refusal
				switch err := take("clerk-b", io.Discard); {
				case err == nil:
					whole.Add(1)
				case errors.As(err, &no) && no.Code == office.TooMany:
					none.Add(1)
				default:
					t.Error(err)
				}
			})
		}
		wg.Wait()
		p.want("all answered", whole.Load()+none.Load(), int64(20))
		p.want("in the journal then", strings.Count(p.takings(), "RECEPTION"), 5+int(whole.Load()))
		p.ok(take("clerk-b", io.Discard))
		p.sound()
	})
}

// Each page of a register comes from an index in its order: neither database reads the whole register, nor sorts it.
func TestR_EachLedgerIsReadInTheOrderOfAnIndex(t *testing.T) {
	indexes := map[string]string{
		"cases": "casefile_community_id_contact_at_id", "custody_pieces": "custodypiece_community_id_taken_at_id",
		"one_time_notices": "onetimenotice_community_id_given_at_id", "hand_overs": "handover_community_id_offered_at_id",
		"absences": "absence_community_id_from_at_id", "extensions": "extension_community_id_asked_at_id", "breaches": "breach_community_id_found_at_id",
		"gifts": "gift_community_id_found_at_id", "job_seekers": "jobseeker_community_id_registered_at_id",
		"openings": "opening_community_id_entered_at_id", "programs": "program_community_id_from_at_id", "studies": "study_community_id_date_id",
		"partners": "partner_community_id_agreed_on_id", "projects": "project_community_id_proposed_at_id", "culture_groups": "group_community_id_founded_on_id",
	}
	table := regexp.MustCompile("FROM [\"`](\\w+)[\"`]")
	for _, dialect := range servicetest.Databases() {
		t.Run(dialect, func(t *testing.T) {
			var pages []string
			heard := func(_ context.Context, q string) {
				if strings.Contains(q, "LIMIT 2000") {
					pages = append(pages, q)
				}
			}
			p := &people{servicetest.NewWith(t, dialect, store.Options{SQL: sqldb.Options{OnStatement: heard}}), t}
			for _, kind := range []service.LedgerKind{
				service.LedgerReception, service.LedgerMaterials, service.LedgerNotices, service.LedgerHandOvers, service.LedgerExtensions,
				service.LedgerBreaches, service.LedgerGifts, service.LedgerJobSeekers, service.LedgerOpenings, service.LedgerTraining,
				service.LedgerPartners, service.LedgerCulture,
			} {
				_, err := p.taken("director", kind, "2026-02-01", "2026-03-31", "zh-CN")
				p.ok(err)
			}
			seen := map[string]bool{}
			for _, q := range slices.Clone(pages) {
				of := table.FindStringSubmatch(q)[1]
				seen[of] = true
				plan := p.explain(q)
				if !strings.Contains(plan, indexes[of]) || strings.Contains(plan, "Sort") || strings.Contains(plan, "B-TREE FOR ORDER BY") {
					t.Errorf("%s is not read in the order of %s:\n%s\n%s", of, indexes[of], q, plan)
				}
			}
			p.want("registers", len(seen), len(indexes))
		})
	}
}

// explain is how a database would run a statement, whatever its values are.
func (p *people) explain(query string) string {
	p.t.Helper()
	c, err := p.Desk.Store.DB().Writer().Conn(p.Context())
	p.ok(err)
	defer func() { p.ok(c.Close()) }()
	var values []any
	if p.Desk.Store.Postgres() {
		nulls := strings.TrimSuffix(strings.Repeat("NULL, ", strings.Count(query, "$")), ", ")
		// Of a few rows PostgreSQL would read all, and sort them.
		for _, one := range []string{
			"SET enable_seqscan = off", "SET enable_bitmapscan = off", "SET enable_sort = off", "SET plan_cache_mode = force_generic_plan", "PREPARE page AS " + query,
		} {
			_, err := c.ExecContext(p.Context(), one)
			p.ok(err)
		}
		defer func() {
			_, err := c.ExecContext(p.Context(), "DEALLOCATE page; RESET ALL")
			p.ok(err)
		}()
		query = "EXPLAIN EXECUTE page(" + nulls + ")"
	} else {
		query, values = "EXPLAIN QUERY PLAN "+query, make([]any, strings.Count(query, "?"))
	}
	rows, err := c.QueryContext(p.Context(), query, values...)
	p.ok(err)
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	p.ok(err)
	var said strings.Builder
	for rows.Next() {
		cells := make([]any, len(columns))
		for i := range cells {
			cells[i] = new(sql.NullString)
		}
		p.ok(rows.Scan(cells...))
		fmt.Fprintln(&said, cells[len(cells)-1].(*sql.NullString).String)
	}
	p.ok(rows.Err())
	return said.String()
}
