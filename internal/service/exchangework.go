package service

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"xinxing/ent"
	"xinxing/ent/jobseeker"
	"xinxing/ent/opening"
	"xinxing/ent/resident"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/person"
	"xinxing/internal/office/workday"
	"xinxing/internal/sheet"
)

// The words of the tables of re-employment.
var (
	situationCells = map[employment.Situation]string{
		employment.Unemployed: "登记失业人员", employment.Hardship: "就业困难人员", employment.ZeroEmploymentFamily: "零就业家庭成员",
		employment.Aged: "大龄人员", employment.Disabled: "残疾人员", employment.Veteran: "退役军人", employment.Graduate: "离校未就业毕业生",
		employment.Migrant: "外来务工人员", employment.LowIncome: "低保家庭成员",
	}
	residenceCells = map[employment.Residence]string{employment.ResidenceLocal: "本地户籍", employment.ResidenceElsewhere: "外地户籍"}
	obstacleCells  = map[employment.Obstacle]string{
		employment.NightShift: "夜班", employment.HeavyWork: "重体力", employment.Standing: "久站", employment.Travel: "出差外勤",
		employment.FullDay: "全天在岗", employment.Weekend: "周末班", employment.Reading: "读写要求", employment.Computer: "电脑操作",
		employment.Height: "高处作业",
	}
	sectorCells = map[employment.Sector]string{
		employment.SectorFarming: "第一产业", employment.SectorIndustry: "第二产业", employment.SectorCommerce: "批发零售",
		employment.SectorCatering: "住宿餐饮", employment.SectorHousekeeping: "家政服务", employment.SectorCare: "养老托育",
		employment.SectorLogistics: "物流配送", employment.SectorProperty: "物业保安", employment.SectorPublicWelfare: "公益性岗位",
		employment.SectorOtherService: "其他服务业",
	}
	hoursCells = map[employment.Hours]string{
		employment.HoursFullTime: "全日制", employment.HoursPartTime: "非全日制", employment.HoursFlexible: "灵活就业", employment.HoursShifts: "轮班",
	}
)

var openingColumns = []sheet.Column{
	column("openingId", "岗位号", false, "openingId"), column("title", "岗位", true, "title"), column("employer", "用人单位", true, "employer"),
	column("sector", "行业", true, "sector"), column("place", "地点", true, "place"), column("payMin", "月薪从（元）", true, "payMin"),
	column("payMax", "月薪到（元）", true, "payMax"), column("headcount", "招聘人数", true, "headcount"), column("hours", "工时", true, "hours"),
	column("skills", "要求的技能", false, "skills"), column("demands", "工作要求", false, "demands"), column("expiresOn", "截止日期", true, "expiresOn"),
	column("contactName", "联系人", false, "contactName"), column("contactPhone", "联系电话", false, "contactPhone"), column("about", "说明", false, "about"),
}

var seekerColumns = []sheet.Column{
	column("fileNo", "档案号", false, "fileNo"), column("name", "姓名", true, "name"), column("idNumber", "身份证号", false, "idNumber"),
	column("situations", "人员类别", true, "situations"), column("residence", "户籍", true, "residence"), column("skills", "技能", false, "skills"),
	column("titles", "意向工种", false, "titles"), column("sectors", "意向行业", false, "sectors"), column("places", "意向地点", false, "places"),
	column("hours", "意向工时", false, "hours"), column("pay", "期望月薪（元）", false, "pay"), column("obstacles", "不能做的", false, "obstacles"),
	column("benefits", "享受的补贴", false, "benefits"), column("consent", "同意推荐", true, "consent"), column("note", "备注", false, "note"),
}

const cellJoin = "、"

// parts are the words of a cell, between commas of both kinds, 、 and line breaks.
func parts(cell string) []string {
	out := []string{}
	for _, p := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune("、，,;；\n", r) }) {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// said reads a cell of words of a closed list; a word that is none is refused.
func said[T ~string](t *texts, field, cell string, words map[T]string) []T {
	out := []T{}
	for _, p := range parts(cell) {
		v := worded(words, p)
		if _, ok := words[v]; !ok {
			t.refuse(office.Refuse(office.BadInput, "", field))
			continue
		}
		out = append(out, v)
	}
	return out
}

// one reads a cell of one such word.
func one[T ~string](t *texts, field, cell string, words map[T]string) T {
	all := said(t, field, cell, words)
	if len(all) != 1 {
		t.refuse(office.Refuse(office.BadInput, "", field))
		return ""
	}
	return all[0]
}

func told[T comparable](words map[T]string, list []T) string {
	cells := make([]string, len(list))
	for i, v := range list {
		cells[i] = words[v]
	}
	return strings.Join(cells, cellJoin)
}

// openingOf reads a row of the openings' table.
func (a *act) openingOf(v map[string]string) (SaveOpeningInput, *texts) {
	t := &texts{}
	in := SaveOpeningInput{
		Title: v["title"], Employer: v["employer"], Place: v["place"], PayMin: v["payMin"], PayMax: v["payMax"], Skills: parts(v["skills"]),
		ContactName: v["contactName"], ContactPhone: v["contactPhone"], About: v["about"],
		Sector: one(t, "sector", v["sector"], sectorCells), Hours: one(t, "hours", v["hours"], hoursCells), Demands: said(t, "demands", v["demands"], obstacleCells),
		Headcount: t.whole("headcount", v["headcount"], 0),
	}
	day, err := workday.ParseDate(v["expiresOn"])
	if err != nil {
		t.refuse(office.Refuse(badDate, "E3", "expiresOn"))
		day = a.today()
	}
	in.ExpiresOn = day
	return in, t
}

func beginOpenings(a *act, rows []sheet.Row) (func(sheet.Row) (done, faults, error), func() error, error) {
	first := once()
	there := map[string]*ent.Opening{}
	var ids []string
	for _, r := range rows {
		if id := r.Values["openingId"]; id != "" {
			ids = append(ids, id)
		}
	}
	for chunk := range slices.Chunk(ids, importBatch) {
		list, err := a.tx.Opening.Query().Where(opening.CommunityID(a.office.Community.ID), opening.IDIn(chunk...)).All(a)
		if err != nil {
			return nil, nil, err
		}
		for _, o := range list {
			there[o.ID] = o
		}
	}
	var later []func() error
	return func(r sheet.Row) (done, faults, error) {
		v := r.Values
		wrong := first("openingId", v["openingId"])
		o := there[v["openingId"]]
		if v["openingId"] != "" && o == nil {
			wrong = append(wrong, office.Refuse(office.NotFound, "E3", "openingId"))
		}
		if o != nil && slices.Equal(openingCells(o), rowCells(openingColumns, v)) {
			return unchanged, wrong, nil
		}
		if o != nil && o.ClosedAt != nil {
			wrong = append(wrong, office.Refuse(office.AlreadyDone, "E3", "openingId"))
		}
		in, t := a.openingOf(v)
		made := &ent.Opening{}
		if o != nil {
			*made = *o
		}
		a.describedOpening(made, t, in)
		if wrong = append(wrong, t.faults...); len(wrong) > 0 {
			return 0, wrong, nil
		}
		later = append(later, func() error {
			if o == nil {
				_, err := a.enterOpening(in, &texts{})
				return err
			}
			if err := a.noteOpening(made, casework.EventOpeningEdited, map[string]any{"headcount": made.Headcount, "expiresOn": made.ExpiresOn}); err != nil {
				return err
			}
			return a.saveOpening(made)
		})
		if o == nil {
			return created, nil, nil
		}
		return changed, nil, nil
	}, each(&later), nil
}

// rowCells are the cells of a row in the order of the columns, each as an export writes it.
func rowCells(columns []sheet.Column, v map[string]string) []string {
	cells := make([]string, len(columns))
	for i, c := range columns {
		cells[i] = v[c.Key]
	}
	return cells
}

func openingCells(o *ent.Opening) []string {
	return []string{
		o.ID, o.Title, o.Employer, sectorCells[o.Sector], o.Place, casework.Yuan(o.PayMinFen), casework.Yuan(o.PayMaxFen), strconv.Itoa(o.Headcount),
		hoursCells[o.Hours], strings.Join(o.Skills, cellJoin), told(obstacleCells, o.Demands), o.ExpiresOn, o.ContactName, o.ContactPhone, o.About,
	}
}

// openingRows are the openings that are not closed.
func openingRows(d *Desk, ctx context.Context, o *Office) ([][]string, error) {
	rows := [][]string{}
	for last := ""; ; {
		page, err := d.Store.Read().Opening.Query().Where(opening.CommunityID(o.Community.ID), opening.ClosedAtIsNil(), opening.IDGT(last)).
			Order(opening.ByID()).Limit(residentPage).All(ctx)
		if err != nil || len(page) == 0 {
			return rows, err
		}
		for _, x := range page {
			rows = append(rows, openingCells(x))
		}
		last = page[len(page)-1].ID
	}
}

// seekerOfRow reads a row of the job-seekers' table.
func seekerOfRow(v map[string]string) (EditJobSeekerInput, *texts) {
	t := &texts{}
	wishes := &WishesInput{
		Titles: parts(v["titles"]), Places: parts(v["places"]), Sectors: said(t, "sectors", v["sectors"], sectorCells), Hours: said(t, "hours", v["hours"], hoursCells),
	}
	if v["pay"] != "" {
		pay := v["pay"]
		wishes.Pay = &pay
	}
	return EditJobSeekerInput{
		Situations: said(t, "situations", v["situations"], situationCells), Residence: one(t, "residence", v["residence"], residenceCells),
		Skills: parts(v["skills"]), Wishes: wishes, Obstacles: said(t, "obstacles", v["obstacles"], obstacleCells), Benefits: parts(v["benefits"]),
		Consent: t.yesNo("consent", v["consent"]), Note: v["note"],
	}, t
}

// seekersIn is an import of job-seekers: of residents who have their file already.
type seekersIn struct {
	*act
	first func(field, key string) faults
	later []func() error
}

// residentOf finds whose row it is, by the number of the file or by the identity number, which has to be written out.
func (in *seekersIn) residentOf(v map[string]string) (*ent.Resident, faults, error) {
	q := in.tx.Resident.Query().Where(resident.CommunityID(in.office.Community.ID))
	field := "fileNo"
	switch number := v["idNumber"]; {
	case v["fileNo"] != "":
		q.Where(resident.ID(v["fileNo"]))
	case number == "" || masked(number):
		return nil, faults{office.Refuse(office.BadInput, "E1", "fileNo")}, nil
	default:
		id, err := person.ParseIDNumber(number)
		if err != nil {
			return nil, faults{office.Refuse(office.BadInput, "E1", "idNumber")}, nil
		}
		field = "idNumber"
		q.Where(resident.IDNumberHashIn(in.desk.Box.Lookups("id_number", id.String())...))
	}
	r, err := q.Only(in)
	switch {
	case ent.IsNotFound(err):
		return nil, faults{office.Refuse(office.NotFound, "E1", field)}, nil
	case err != nil:
		return nil, nil, err
	case strings.TrimSpace(v["name"]) != r.Name:
		return nil, faults{office.Refuse(office.BadInput, "E1", "name")}, nil // another person's row
	}
	return r, nil, nil
}

func beginSeekers(a *act, _ []sheet.Row) (func(sheet.Row) (done, faults, error), func() error, error) {
	in := &seekersIn{act: a, first: once()}
	return in.check, func() error { return each(&in.later)() }, nil
}

func (in *seekersIn) check(row sheet.Row) (done, faults, error) {
	v := row.Values
	of, wrong, err := in.residentOf(v)
	if err != nil {
		return 0, nil, err
	}
	edit, t := seekerOfRow(v)
	made, what := &ent.JobSeeker{}, created
	if of != nil {
		wrong = append(wrong, in.first("fileNo", of.ID)...)
		known, err := in.tx.JobSeeker.Query().Where(jobseeker.ResidentID(of.ID)).Limit(1).All(in)
		if err != nil {
			return 0, nil, err
		}
		if len(known) == 1 {
			made, what = known[0], changed
		}
	}
	was := *made
	in.described(made, t, edit)
	if wrong = append(wrong, t.faults...); len(wrong) > 0 {
		return 0, wrong, nil
	}
	if what == created {
		in.later = append(in.later, func() error {
			_, err := in.registerSeeker(RegisterJobSeekerInput{
				ResidentID: of.ID, Situations: edit.Situations, Residence: edit.Residence, Skills: edit.Skills, Wishes: edit.Wishes,
				Obstacles: edit.Obstacles, Benefits: edit.Benefits, Consent: edit.Consent, Note: edit.Note,
			})
			return err
		})
		return created, nil, nil
	}
	diff := changedOf(&was, made)
	if len(diff) == 0 {
		return unchanged, nil, nil
	}
	in.later = append(in.later, func() error {
		if err := in.noteSeeker(made, casework.EventJobSeekerEdited, map[string]any{"changed": diff}); err != nil {
			return err
		}
		return in.saveSeeker(made)
	})
	return changed, nil, nil
}

// seekerRows are the people on the register who have not left it.
func seekerRows(d *Desk, ctx context.Context, o *Office) ([][]string, error) {
	rows := [][]string{}
	for last := ""; ; {
		page, err := d.Store.Read().JobSeeker.Query().Where(jobseeker.CommunityID(o.Community.ID), jobseeker.IDGT(last), jobseeker.StateNEQ(employment.SeekerLeft)).
			Order(jobseeker.ByID()).Limit(residentPage).WithResident().All(ctx)
		if err != nil || len(page) == 0 {
			return rows, err
		}
		for _, s := range page {
			r := s.Edges.Resident
			if r == nil {
				continue
			}
			pay := ""
			if s.Wishes.PayFen > 0 {
				pay = casework.Yuan(s.Wishes.PayFen)
			}
			rows = append(rows, []string{
				r.ID, r.Name, r.IDNumberMask, told(situationCells, s.Situations), residenceCells[s.Residence], strings.Join(s.Skills, cellJoin),
				strings.Join(s.Wishes.Titles, cellJoin), told(sectorCells, s.Wishes.Sectors), strings.Join(s.Wishes.Places, cellJoin),
				told(hoursCells, s.Wishes.Hours), pay, told(obstacleCells, s.Obstacles), strings.Join(s.Benefits, cellJoin),
				word(s.ConsentedAt != nil), s.Note,
			})
		}
		last = page[len(page)-1].ID
	}
}
