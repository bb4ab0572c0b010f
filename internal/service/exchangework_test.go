package service_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"xinxing/internal/office"
	"xinxing/internal/office/employment"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/sheet"
)

// table is a table of a kind as a spreadsheet would have it: the headers of its template and some rows.
func (p *people) table(kind service.ExchangeKind, rows ...[]string) *sheet.Table {
	p.t.Helper()
	var b bytes.Buffer
	p.ok(p.Desk.Export(p.As("leader"), kind, true, &b))
	t, err := sheet.Read(bytes.NewReader(b.Bytes()), int64(b.Len()), sheet.Limits{})
	p.ok(err)
	lines := []string{strings.Join(t.Headers, ",")}
	for _, r := range rows {
		lines = append(lines, strings.Join(r, ","))
	}
	csv := []byte(strings.Join(lines, "\r\n") + "\r\n")
	t, err = sheet.Read(bytes.NewReader(csv), int64(len(csv)), sheet.Limits{})
	p.ok(err)
	return t
}

func (p *people) imported(kind service.ExchangeKind, t *sheet.Table, dry bool) string {
	p.t.Helper()
	x, err := p.Desk.Import(p.As("leader"), kind, t, dry, p.ID(), "one")
	p.ok(err)
	out := fmt.Sprintf("%d new, %d changed, %d as they were, written %v", x.Created, x.Changed, x.Unchanged, x.Written)
	for _, problem := range x.Problems {
		out += fmt.Sprintf("; row %d %s %s", problem.Row, problem.Column, problem.Code)
	}
	return out
}

// exported exports a kind and reads it back.
func (p *people) exported(kind service.ExchangeKind) *sheet.Table {
	p.t.Helper()
	var b bytes.Buffer
	p.ok(p.Desk.Export(p.As("leader"), kind, false, &b))
	t, err := sheet.Read(bytes.NewReader(b.Bytes()), int64(b.Len()), sheet.Limits{})
	p.ok(err)
	return t
}

func TestE3_OpeningsComeInAsATable(t *testing.T) {
	both(t, func(p *people) {
		good := []string{"", "小区保安", "新兴物业", "物业保安", "新兴街道", "2800", "3200", "2", "轮班", "消防、保安员证", "夜班", "2026-12-31", "", "", ""}
		bad := []string{"", "保洁", "新兴物业", "没有这个行业", "新兴街道", "2800", "2600", "0", "全日制", "", "飞行", "12月31日", "", "", ""}
		p.want("dry", p.imported(service.ExchangeOpenings, p.table(service.ExchangeOpenings, good), true), "1 new, 0 changed, 0 as they were, written false")
		p.want("a bad row", p.imported(service.ExchangeOpenings, p.table(service.ExchangeOpenings, good, bad), false),
			"1 new, 0 changed, 0 as they were, written false; row 3 行业 BAD_INPUT; row 3 月薪到（元） BAD_INPUT; row 3 招聘人数 BAD_INPUT; row 3 工作要求 BAD_INPUT; row 3 截止日期 BAD_DATE")
		n, err := p.Desk.Store.Read().Opening.Query().Count(p.System())
		p.ok(err)
		p.want("nothing is written", n, 0)
		p.want("written", p.imported(service.ExchangeOpenings, p.table(service.ExchangeOpenings, good), false), "1 new, 0 changed, 0 as they were, written true")
		o, err := p.Desk.Store.Read().Opening.Query().Only(p.System())
		p.ok(err)
		p.want("as it was written", fmt.Sprint(o.Skills, o.Demands, o.PayMinFen, o.ExpiresOn), "[消防 保安员证] [NIGHT_SHIFT] 2800002026-12-31")
		p.want("what went out comes in as it was", p.imported(service.ExchangeOpenings, p.exported(service.ExchangeOpenings), false), "0 new, 0 changed, 1 as they were, written true")
		good[0], good[7] = o.ID, "5"
		p.want("mended", p.imported(service.ExchangeOpenings, p.table(service.ExchangeOpenings, good), false), "0 new, 1 changed, 0 as they were, written true")
		p.want("more places", p.openingNow(o).Headcount, 5)
		_, err = p.Desk.Import(p.As("clerk-a"), service.ExchangeOpenings, p.table(service.ExchangeOpenings, good), false, p.ID(), "two")
		p.refused(err, office.Forbidden, "")
		p.whole()
	})
}

func TestE1_JobSeekersComeInAsATable(t *testing.T) {
	both(t, func(p *people) {
		name := p.Resident.Name
		row := func(no, name, number, situation, residence, consent string) []string {
			return []string{no, name, number, situation, residence, "消防", "保安、门岗", "物业保安", "", "轮班", "2600", "高处作业", "", consent, ""}
		}
		good := row("", name, servicetest.IDNumber(), "登记失业人员、外来务工人员", "外地户籍", "是")
		p.want("bad rows", p.imported(service.ExchangeSeekers, p.table(service.ExchangeSeekers, good,
			row("res_nobody", name, "", "登记失业人员", "本地户籍", "是"), row(p.Resident.ID, "别人", "", "登记失业人员", "本地户籍", "也许"),
			row("", name, "220***********1234", "没有这一类", "", "否")), false),
			"1 new, 0 changed, 0 as they were, written false; row 3 档案号 NOT_FOUND; row 4 姓名 BAD_INPUT; row 4 同意推荐 BAD_INPUT; "+
				"row 5 档案号 REQUIRED; row 5 人员类别 BAD_INPUT; row 5 户籍 REQUIRED")
		p.want("written", p.imported(service.ExchangeSeekers, p.table(service.ExchangeSeekers, good), false), "1 new, 0 changed, 0 as they were, written true")
		s, err := p.Desk.Store.Read().JobSeeker.Query().Only(p.System())
		p.ok(err)
		p.want("registered", fmt.Sprint(s.Situations, s.Residence == employment.ResidenceElsewhere, s.Wishes.Titles, s.Wishes.PayFen, s.ConsentedAt != nil), "[UNEMPLOYED MIGRANT] true [保安 门岗] 260000 true")
		out := p.exported(service.ExchangeSeekers)
		p.want("what went out comes in as it was", p.imported(service.ExchangeSeekers, out, false), "0 new, 0 changed, 1 as they were, written true")
		p.want("mended", p.imported(service.ExchangeSeekers, p.table(service.ExchangeSeekers, row(p.Resident.ID, name, "", "大龄人员", "外地户籍", "否")), false),
			"0 new, 1 changed, 0 as they were, written true")
		p.want("journal", p.recordKinds(s.ID), "[JOB_SEEKER_REGISTERED JOB_SEEKER_EDITED]")
		p.want("consent was withdrawn", p.seekerNow(s).ConsentedAt == nil, true)
		p.whole()
	})
}
