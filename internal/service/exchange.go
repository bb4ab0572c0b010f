package service

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"xinxing/ent"
	"xinxing/ent/resident"
	"xinxing/ent/residentterm"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/person"
	"xinxing/internal/office/workday"
	"xinxing/internal/sheet"
)

// ExchangeKind is a kind of records that goes in and out as a table.
type ExchangeKind string

// The kinds.
const (
	ExchangeItems     ExchangeKind = "items"
	ExchangeResidents ExchangeKind = "residents"
	ExchangeDirectory ExchangeKind = "directory"
	ExchangeSeekers   ExchangeKind = "jobseekers"
	ExchangeOpenings  ExchangeKind = "openings"
	ExchangeMembers   ExchangeKind = "members"
)

// Exchanged is what an import did, or in a dry run would do. Where there is one problem, nothing is written.
type Exchanged struct {
	Rows      int
	Created   int
	Changed   int
	Unchanged int
	Problems  []sheet.Problem
	Written   bool
}

// exchange is one kind: its table, and how a row is written.
type exchange struct {
	name    string
	most    int // rows of one file
	columns []sheet.Column
	// may refuses whoever may not exchange this kind.
	may func(*act) error
	// begin gives how each row is checked: everything that is wrong with it, and what would become of it; and what writes
	// them all, where nothing is wrong with any.
	begin func(*act, []sheet.Row) (check func(sheet.Row) (done, faults, error), write func() error, err error)
	rows  func(*Desk, context.Context, *Office) ([][]string, error)
}

// done is what became of a row.
type done int

const (
	unchanged done = iota
	created
	changed
)

// What is wrong with a row beside what an act would refuse.
const (
	duplicateRow office.Code = "DUPLICATE" // its key stands in the file above it
	badDate      office.Code = office.Code(sheet.BadDate)
	maskedNew    office.Code = "MASKED_NEW"     // a masked number for a file that is not there: it would be written as it stands
	maskChanged  office.Code = "MASK_CHANGED"   // a masked number that is not the mask of the number on file
	otherNumber  office.Code = "OTHER_NUMBER"   // another identity number than the one on file (一人一档)
	numberOnFile office.Code = "NUMBER_ON_FILE" // the identity number of another file
)

// Cells of items say a code the same everywhere: 编码. What was exported under the older header is still understood.
const (
	codeHeader    = "编码"
	oldCodeHeader = "编号"
)

func column(key, header string, required bool, aliases ...string) sheet.Column {
	return sheet.Column{Key: key, Header: header, Aliases: aliases, Required: required}
}

var exchanges = map[ExchangeKind]*exchange{
	ExchangeDirectory: {
		name: "职能部门", most: 1000,
		columns: []sheet.Column{
			column("code", codeHeader, true, "code", oldCodeHeader), column("name", "名称", true, "name"), column("address", "地址", true, "address"),
			column("phone", "电话", true, "phone"), column("hours", "办公时间", true, "hours"), column("website", "网址", false, "website"),
			column("duties", "职责", false, "duties"),
		},
		may: (*act).mayEdit, begin: beginDirectory, rows: directoryRows,
	},
	ExchangeItems: {
		name: "事项", most: 1000,
		columns: itemColumns,
		may:     (*act).mayEdit, begin: beginItems, rows: itemRows,
	},
	ExchangeMembers: {
		name: "队员", most: 2000,
		columns: memberColumns,
		may:     (*act).mayExchangeResidents, begin: beginMembers, rows: memberRows,
	},
	ExchangeResidents: {
		name: "居民", most: 20_000,
		columns: []sheet.Column{
			column("fileNo", "档案号", false, "fileNo"), column("name", "姓名", true, "name"), column("idNumber", "身份证号", false, "idNumber"),
			column("phone", "电话", false, "phone"), column("address", "住址", false, "address"),
		},
		may: (*act).mayExchangeResidents, begin: beginResidents, rows: residentRows,
	},
	ExchangeSeekers: {
		name: "求职人员", most: 2000, columns: seekerColumns, may: (*act).mayExchangeResidents, begin: beginSeekers, rows: seekerRows,
	},
	ExchangeOpenings: {
		name: "岗位", most: 2000, columns: openingColumns, may: (*act).mayExchangeResidents, begin: beginOpenings, rows: openingRows,
	},
}

var itemColumns = []sheet.Column{
	column("code", codeHeader, true, "code", oldCodeHeader), column("name", "名称", true, "name"), column("kind", "类别", true, "kind"),
	column("limitDays", "承诺工作日", true, "limitDays"), column("immediate", "当场办结", false, "immediate"),
	column("postId", "岗位"+codeHeader, false, "post", "岗位"+oldCodeHeader),
	column("departmentId", "职能部门"+codeHeader, false, "department", "职能部门"+oldCodeHeader),
	column("fee", "收费（元）", false, "fee"), column("channels", "渠道", false, "channels"), column("materials", "材料", false, "materials"),
	column("steps", "办事程序", false, "steps"), column("legalBasis", "依据", false, "legalBasis"),
	column("maxExtensions", "可延时次数", false, "maxExtensions"), column("maxExtensionDays", "每次可延工作日", false, "maxExtensionDays"),
	column("validFrom", "生效日期", false, "validFrom"),
}

// mayExchangeResidents refuses whoever does not lead those who serve residents.
func (a *act) mayExchangeResidents() error {
	if !a.actor.Roles.Leads() {
		return office.Refuse(office.Forbidden, "", "")
	}
	return a.mayServe()
}

func exchangeOf(kind ExchangeKind) (*exchange, error) {
	x, ok := exchanges[kind]
	if !ok {
		return nil, office.Refuse(office.NotFound, "", "kind")
	}
	return x, nil
}

// errDry ends the transaction of a dry run, or of a file with problems.
var errDry = errors.New("nothing is written")

// Import reads a table of a kind into the office, in one transaction: every bad row is listed with all that is wrong with
// it, and where there is one, or in a dry run, nothing is written. digest names the file, so that sending it twice is once.
func (d *Desk) Import(ctx context.Context, kind ExchangeKind, t *sheet.Table, dry bool, clientMutationID, digest string) (*Exchanged, error) {
	x, err := exchangeOf(kind)
	if err != nil {
		return nil, err
	}
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if dry {
		clientMutationID = "dry" // never kept: its transaction is never committed
	}
	var seen Exchanged
	result, err := perform(ctx, d, v.Community, "IMPORT_"+strings.ToUpper(string(kind)), clientMutationID, digest, func(a *act) (Exchanged, error) {
		if err := x.may(a); err != nil {
			return Exchanged{}, err
		}
		if seen, err = x.read(a, t); err != nil {
			return seen, err
		}
		if dry || len(seen.Problems) > 0 {
			return seen, errDry
		}
		seen.Written = true
		return seen, nil
	})
	if errors.Is(err, errDry) {
		return &seen, nil
	}
	if err != nil {
		return nil, err
	}
	return &result, nil
}

func (x *exchange) read(a *act, t *sheet.Table) (Exchanged, error) {
	r := Exchanged{Rows: t.Len(), Problems: []sheet.Problem{}}
	if t.Len() > x.most {
		return r, office.Refuse(office.BadFile, "", "file").With("reason", string(sheet.TooManyRows)).With("limit", x.most)
	}
	rows, problems := t.Match(x.columns)
	if len(problems) > 0 {
		r.Problems = problems
		return r, nil
	}
	header := t.Names(x.columns)
	check, write, err := x.begin(a, rows)
	if err != nil {
		return r, err
	}
	for _, row := range rows {
		what, wrong, err := check(row)
		if err != nil {
			return r, err
		}
		problems := row.Problems
		for _, no := range wrong {
			key, _, _ := strings.Cut(no.Field, ".")
			name, ok := header[key]
			if !ok {
				name = header[x.columns[0].Key]
			}
			// A cell that could not be read is not also asked what it holds.
			if !slices.ContainsFunc(row.Problems, func(p sheet.Problem) bool { return p.Column == name }) {
				problems = append(problems, problemOf(row, key, name, no))
			}
		}
		slices.SortStableFunc(problems, func(p, q sheet.Problem) int {
			return cmp.Compare(slices.Index(t.Headers, p.Column), slices.Index(t.Headers, q.Column))
		})
		r.Problems = append(r.Problems, problems...)
		switch {
		case len(problems) > 0:
		case what == created:
			r.Created++
		case what == changed:
			r.Changed++
		default:
			r.Unchanged++
		}
	}
	if len(r.Problems) > 0 {
		return r, nil
	}
	return r, write()
}

// problemOf is a refusal as the problem of a cell: its facts, its clause, and in a cell of several lines which line and
// which part of it; never what stood in the cell.
func problemOf(row sheet.Row, key, header string, no *office.Refusal) sheet.Problem {
	p := sheet.Problem{Row: row.Number, Column: header, Code: sheet.Code(no.Code), Args: map[string]any{}}
	maps.Copy(p.Args, no.Facts)
	if no.Clause != "" {
		p.Args["clause"] = no.Clause
	}
	_, rest, _ := strings.Cut(no.Field, ".")
	at, part, _ := strings.Cut(rest, ".")
	if n, err := strconv.Atoi(at); err == nil {
		p.Args["line"] = n + 1
	}
	if part != "" {
		p.Args["part"] = part
	}
	if no.Code == office.BadInput && row.Values[key] == "" && rest == "" {
		p.Code = sheet.Required
		delete(p.Args, "reason")
	}
	return p
}

// Export writes a kind as XLSX in the form in which it is imported; numbers of residents are masked, and stay what they are
// when the table comes in again. A template has the headers alone.
func (d *Desk) Export(ctx context.Context, kind ExchangeKind, template bool, w io.Writer) error {
	x, err := exchangeOf(kind)
	if err != nil {
		return err
	}
	v, err := d.Viewer(ctx)
	if err != nil {
		return err
	}
	o, err := d.Office(ctx, v.Community)
	if err != nil {
		return err
	}
	me, ok := o.Staff[string(v.Staff)]
	if !ok {
		return office.Refuse(office.Forbidden, "", "")
	}
	if err := x.may(&act{Context: ctx, desk: d, office: o, viewer: v, actor: casework.Actor{ID: v.Staff, Roles: me.Roles, State: o.Roster[v.Staff].State}}); err != nil {
		return err
	}
	var rows [][]string
	if !template {
		if rows, err = x.rows(d, ctx, o); err != nil {
			return err
		}
	}
	return sheet.Write(w, x.name, x.columns, slices.Values(rows))
}

// once gives the refusal of a key that stood in the file before; an empty key is none.
func once() func(field, key string) faults {
	seen := map[string]bool{}
	return func(field, key string) faults {
		if key != "" && seen[key] {
			return faults{office.Refuse(duplicateRow, "", field)}
		}
		seen[key] = true
		return nil
	}
}

// each runs what was put off, in order.
func each(later *[]func() error) func() error {
	return func() error {
		for _, f := range *later {
			if err := f(); err != nil {
				return err
			}
		}
		return nil
	}
}

func beginDirectory(a *act, _ []sheet.Row) (func(sheet.Row) (done, faults, error), func() error, error) {
	first := once()
	there := map[string]*ent.Department{}
	for _, p := range a.office.Departments {
		there[p.Code] = p
	}
	var later []func() error
	return func(r sheet.Row) (done, faults, error) {
		v := r.Values
		wrong := first("code", v["code"])
		in, more := checkDepartment(SaveDepartmentInput{
			Code: v["code"], Name: v["name"], Address: v["address"], Phone: v["phone"], Hours: v["hours"], Website: v["website"], Duties: v["duties"],
		})
		if wrong = append(wrong, more...); len(wrong) > 0 {
			return 0, wrong, nil
		}
		p := there[in.Code]
		if p != nil && in == (SaveDepartmentInput{Code: p.Code, Name: p.Name, Address: p.Address, Phone: p.Phone, Hours: p.Hours, Website: p.Website, Duties: p.Duties}) {
			return unchanged, nil, nil
		}
		later = append(later, func() error {
			_, err := a.saveDepartment(in)
			return err
		})
		if p == nil {
			return created, nil, nil
		}
		return changed, nil, nil
	}, each(&later), nil
}

func directoryRows(_ *Desk, _ context.Context, o *Office) ([][]string, error) {
	all := []*ent.Department{}
	for _, p := range o.Departments {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *ent.Department) int { return cmp.Compare(a.Code, b.Code) })
	rows := [][]string{}
	for _, p := range all {
		rows = append(rows, []string{p.Code, p.Name, p.Address, p.Phone, p.Hours, p.Website, p.Duties})
	}
	return rows, nil
}

// The words of the items' table.
var (
	kindCells = map[casework.ItemKind]string{
		casework.ItemRegistration: "登记", casework.ItemEnquiry: "咨询", casework.ItemAppeal: "诉求", casework.ItemCertificate: "证明",
		casework.ItemNotIssued: "不予出具",
	}
	yes = "是"
	no  = "否"
)

// worded finds the value whose word or name stands in a cell; a cell that says neither is given on, to be refused.
func worded[T ~string](words map[T]string, cell string) T {
	for v, word := range words {
		if cell == word || strings.EqualFold(cell, string(v)) {
			return v
		}
	}
	return T(cell)
}

// truths reads a cell that says yes or no; ok is false for one that says neither. Spreadsheets write TRUE and FALSE.
func truths(cell string) (said, ok bool) {
	switch strings.ToLower(cell) {
	case yes, "yes", "y", "true", "1":
		return true, true
	case no, "no", "n", "false", "0", "":
		return false, true
	}
	return false, false
}

func truth(cell string) bool {
	said, _ := truths(cell)
	return said
}

func word(v bool) string {
	if v {
		return yes
	}
	return no
}

// whole reads a number of a cell; an empty cell is the other.
func (t *texts) whole(field, cell string, otherwise int) int {
	if cell == "" {
		return otherwise
	}
	n, err := strconv.Atoi(cell)
	if err != nil {
		t.refuse(office.Refuse(office.BadInput, "", field).With("reason", "whole_number"))
		return otherwise
	}
	return n
}

// yesNo reads a cell that says yes or no.
func (t *texts) yesNo(field, cell string) bool {
	said, ok := truths(cell)
	if !ok {
		t.refuse(office.Refuse(office.BadInput, "", field).With("reason", "yes_no"))
	}
	return said
}

func lines(cell string) []string {
	out := []string{}
	for l := range strings.Lines(cell) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// materialLines reads the materials' cell: one a line, name|copies|form|issued by|why|sample|required, of which all but
// the name may be left out.
func (t *texts) materialLines(cell string) []*MaterialInput {
	out := []*MaterialInput{}
	for i, l := range lines(cell) {
		field := fmt.Sprintf("materials.%d", i)
		parts := strings.Split(strings.ReplaceAll(l, "｜", "|"), "|")
		for len(parts) < 7 {
			parts = append(parts, "")
		}
		if len(parts) > 7 {
			t.refuse(office.Refuse(office.BadInput, "Q3", field).With("reason", "parts"))
		}
		for k := range parts {
			parts[k] = strings.TrimSpace(parts[k])
		}
		form := casework.FormOriginal
		if parts[2] != "" {
			form = worded(formWords, parts[2])
		}
		out = append(out, &MaterialInput{
			Name: parts[0], Copies: t.whole(field+".copies", parts[1], 1), Form: form, IssuedBy: parts[3], Why: parts[4], Sample: parts[5],
			Required: t.yesNo(field+".required", parts[6]) || parts[6] == "",
		})
	}
	return out
}

// itemOf reads a row, with what could not be read.
func (a *act) itemOf(v map[string]string) (PublishItemInput, faults) {
	var t texts
	in := PublishItemInput{
		Code: v["code"], Name: v["name"], Kind: worded(kindCells, v["kind"]), Immediate: t.yesNo("immediate", v["immediate"]), Fee: cmp.Or(v["fee"], "0"),
		LimitDays: t.whole("limitDays", v["limitDays"], 0), MaxExtensions: t.whole("maxExtensions", v["maxExtensions"], 0),
		MaxExtensionDays: t.whole("maxExtensionDays", v["maxExtensionDays"], 0),
		Steps:            lines(v["steps"]), LegalBasis: v["legalBasis"], ValidFrom: a.desk.today(a.office), Channels: []casework.Channel{},
		Materials: t.materialLines(v["materials"]),
	}
	for _, c := range strings.FieldsFunc(v["channels"], func(r rune) bool { return strings.ContainsRune("、,，;；/ ", r) }) {
		in.Channels = append(in.Channels, worded(channelCells, c))
	}
	if code := v["postId"]; code != "" {
		in.PostID = &code // refused below where no post has it
		for id, p := range a.office.Posts {
			if p.Code == code {
				in.PostID = &id
			}
		}
	}
	if code := v["departmentId"]; code != "" {
		in.DepartmentID = &code
		for id, p := range a.office.Departments {
			if p.Code == code {
				in.DepartmentID = &id
			}
		}
	}
	if day := v["validFrom"]; day != "" {
		written, ok := sheet.Date(day)
		from, err := workday.ParseDate(written)
		if !ok || err != nil {
			t.refuse(office.Refuse(badDate, "Q4", "validFrom"))
		} else {
			in.ValidFrom = from
		}
	}
	return in, t.faults
}

// channelCells are the channels as a person writes them.
var channelCells = map[casework.Channel]string{
	casework.ChannelVisit: "来访", casework.ChannelPhone: "电话", casework.ChannelFax: "传真", casework.ChannelLetter: "来信",
	casework.ChannelWeb: "网上", casework.ChannelHotline: "热线", casework.ChannelGrid: "网格",
}

func beginItems(a *act, _ []sheet.Row) (func(sheet.Row) (done, faults, error), func() error, error) {
	first := once()
	day := a.desk.today(a.office).String()
	there := map[string]*ent.Item{}
	for _, i := range a.office.Items {
		if inForce(i, day) {
			there[i.Code] = i
		}
	}
	var later []func() error
	return func(r sheet.Row) (done, faults, error) {
		wrong := first("code", r.Values["code"])
		in, unread := a.itemOf(r.Values)
		i := there[in.Code]
		if len(wrong)+len(unread) == 0 && i != nil && sameItem(i, r.Values, a.office) {
			return unchanged, nil, nil
		}
		made, more := a.checkItem(in, unread)
		if wrong = append(wrong, more...); len(wrong) > 0 {
			return 0, wrong, nil
		}
		later = append(later, func() error {
			_, err := a.writeItem(made)
			return err
		})
		if i == nil {
			return created, nil, nil
		}
		return changed, nil, nil
	}, each(&later), nil
}

// sameItem tells whether a row says what the item in force says already; the day from which it holds does not count.
func sameItem(i *ent.Item, v map[string]string, o *Office) bool {
	cells := itemCells(i, o)
	for k, c := range itemColumns {
		if c.Key != "validFrom" && normal(c.Key, cells[k]) != normal(c.Key, v[c.Key]) {
			return false
		}
	}
	return true
}

// normal brings cells that mean the same to one form.
func normal(key, cell string) string {
	switch key {
	case "fee":
		if y, err := yuan("fee", cmp.Or(cell, "0")); err == nil {
			return y
		}
	case "immediate":
		return word(truth(cell))
	case "limitDays", "maxExtensions", "maxExtensionDays":
		return cmp.Or(cell, "0")
	case "kind":
		return string(worded(kindCells, cell))
	case "materials":
		var t texts
		if m := t.materialLines(cell); t.err == nil {
			var b strings.Builder
			for _, one := range m {
				fmt.Fprintf(&b, "%q\n", fmt.Sprint(*one))
			}
			return b.String()
		}
	}
	return strings.Join(lines(cell), "\n")
}

func itemCells(i *ent.Item, o *Office) []string {
	post, department := "", ""
	if i.PostID != nil {
		post = o.Posts[*i.PostID].Code
	}
	if i.DepartmentID != nil {
		department = o.Departments[*i.DepartmentID].Code
	}
	var channels, materials []string
	for _, c := range i.Channels {
		channels = append(channels, channelCells[c])
	}
	for _, m := range i.Materials {
		materials = append(materials, strings.Join([]string{
			m.Name, strconv.Itoa(m.Copies), formWords[m.Form], m.IssuedBy, m.Why, m.Sample, word(m.Required),
		}, "|"))
	}
	return []string{
		i.Code, i.Name, kindCells[i.Kind], strconv.Itoa(i.LimitDays), word(i.Immediate), post, department, i.Fee, strings.Join(channels, "、"),
		strings.Join(materials, "\n"), strings.Join(i.Steps, "\n"), i.LegalBasis, strconv.Itoa(i.MaxExtensions), strconv.Itoa(i.MaxExtensionDays), i.ValidFrom,
	}
}

func itemRows(d *Desk, _ context.Context, o *Office) ([][]string, error) {
	day := d.today(o).String()
	all := []*ent.Item{}
	for _, i := range o.Items {
		if inForce(i, day) {
			all = append(all, i)
		}
	}
	slices.SortFunc(all, func(a, b *ent.Item) int { return cmp.Compare(a.Code, b.Code) })
	rows := [][]string{}
	for _, i := range all {
		rows = append(rows, itemCells(i, o))
	}
	return rows, nil
}

// onFile is what an import knows of a file that is there already.
type onFile struct{ id, phoneMask string }

// residentsIn is an import of residents.
type residentsIn struct {
	*act
	today workday.Date
	first func(field, key string) faults
	// byNumber holds the files by the keyed hashes of their identity numbers, byNo those that the table names.
	byNumber map[string]onFile
	byNo     map[string]*ent.Resident
	made     []*file
	mended   []*file
}

func beginResidents(a *act, rows []sheet.Row) (func(sheet.Row) (done, faults, error), func() error, error) {
	in := &residentsIn{act: a, today: a.desk.today(a.office), first: once(), byNumber: map[string]onFile{}, byNo: map[string]*ent.Resident{}}
	var known []struct {
		ID        string `json:"id"`
		PhoneMask string `json:"phone_mask"`
		Hash      string `json:"id_number_hash"`
	}
	err := a.tx.Resident.Query().Where(resident.CommunityID(a.office.Community.ID), resident.IDNumberHashNotNil()).
		Select(resident.FieldID, resident.FieldPhoneMask, resident.FieldIDNumberHash).Scan(a, &known)
	if err != nil {
		return nil, nil, err
	}
	for _, k := range known {
		in.byNumber[k.Hash] = onFile{k.ID, k.PhoneMask}
	}
	var named []string
	for _, r := range rows {
		if no := r.Values["fileNo"]; no != "" {
			named = append(named, no)
		}
	}
	for chunk := range slices.Chunk(named, importBatch) {
		there, err := a.tx.Resident.Query().Where(resident.CommunityID(a.office.Community.ID), resident.IDIn(chunk...)).All(a)
		if err != nil {
			return nil, nil, err
		}
		for _, r := range there {
			in.byNo[r.ID] = r
		}
	}
	return in.check, in.write, nil
}

// masked tells whether a cell hides digits; folded brings it to the form in which masks are kept.
func masked(cell string) bool { return strings.Contains(folded(cell), "*") }

func folded(cell string) string { return strings.ToUpper(squeeze(cell)) }

func (in *residentsIn) check(r sheet.Row) (done, faults, error) {
	if no := r.Values["fileNo"]; no != "" {
		wrong := in.first("fileNo", no)
		there := in.byNo[no]
		if there == nil {
			wrong = append(wrong, office.Refuse(office.NotFound, "", "fileNo"))
		}
		if len(wrong) > 0 {
			return 0, wrong, nil
		}
		return in.again(there, r.Values)
	}
	return in.fresh(r.Values)
}

// fresh is a row that names no file: it makes one, unless there is one of its identity number, which is not overwritten
// by a table (一人一档). A masked number says nothing of a new file.
func (in *residentsIn) fresh(v map[string]string) (done, faults, error) {
	var there *onFile
	if id, err := person.ParseIDNumber(v["idNumber"]); err == nil {
		for _, h := range in.desk.Box.Lookups("id_number", id.String()) {
			if k, ok := in.byNumber[h]; ok {
				there = &k
			}
		}
	}
	n := NewResident{Name: v["name"], Phone: v["phone"], IDNumber: v["idNumber"], Address: v["address"], CreatedAt: in.now}
	var wrong faults
	if masked(n.IDNumber) {
		n.IDNumber, wrong = "", append(wrong, office.Refuse(maskedNew, "F3", "idNumber"))
	}
	if masked(n.Phone) {
		switch {
		case there == nil:
			wrong = append(wrong, office.Refuse(maskedNew, "F3", "phone"))
		case folded(n.Phone) != folded(there.phoneMask):
			wrong = append(wrong, office.Refuse(maskChanged, "F3", "phone"))
		}
		n.Phone = ""
	}
	f, more, err := in.desk.check(n, in.today)
	if wrong = append(wrong, more...); err != nil || len(wrong) > 0 {
		return 0, wrong, err
	}
	// Without a number two people of one name are told apart by nothing but what else is written.
	field, key := "name", strings.Join([]string{v["name"], v["phone"], v["address"]}, "\n")
	if f.hash != "" {
		field, key = "idNumber", f.hash
	}
	if wrong = in.first(field, key); len(wrong) > 0 {
		return 0, wrong, nil
	}
	if there != nil {
		return unchanged, nil, nil
	}
	in.made = append(in.made, f)
	return created, nil, nil
}

// again is a row that names a file, as an export does: what it says is what the file says from now on. An empty cell, and
// a masked number that is the file's own, leave what is there; an identity number that is there is not changed.
func (in *residentsIn) again(there *ent.Resident, v map[string]string) (done, faults, error) {
	n := NewResident{ID: there.ID, Name: v["name"], Address: cmp.Or(v["address"], there.Address), Tags: there.Tags, CreatedAt: there.CreatedAt}
	var wrong faults
	var err error
	same := true
	number := func(field, cell string, kept ResidentField, mask string, differs func(was string) bool) string {
		was := ""
		if sealed, place := sealedOf(there, kept); sealed != "" && err == nil {
			was, err = in.desk.Box.Open(sealed, place)
		}
		switch {
		case cell == "", mask != "" && folded(cell) == folded(mask):
			return was
		case masked(cell):
			wrong = append(wrong, office.Refuse(maskChanged, "F3", field))
			return was
		case differs(was):
			same = false
			return cell
		}
		return was
	}
	n.Phone = number("phone", v["phone"], FieldPhone, there.PhoneMask, func(was string) bool {
		p, err := person.ParsePhone(v["phone"])
		return err != nil || p.String() != was
	})
	n.IDNumber = number("idNumber", v["idNumber"], FieldIDNumber, there.IDNumberMask, func(was string) bool {
		id, err := person.ParseIDNumber(v["idNumber"])
		switch {
		case err != nil || id.String() == was:
			return err != nil
		case was != "":
			wrong = append(wrong, office.Refuse(otherNumber, "F3", "idNumber"))
			return false
		}
		for _, h := range in.desk.Box.Lookups("id_number", id.String()) {
			if _, known := in.byNumber[h]; known {
				wrong = append(wrong, office.Refuse(numberOnFile, "F3", "idNumber"))
				return false
			}
		}
		wrong = append(wrong, in.first("idNumber", in.desk.Box.Lookup("id_number", id.String()))...)
		return true
	})
	if err != nil {
		return 0, nil, fmt.Errorf("resident %s: %w", there.ID, err)
	}
	f, more, err := in.desk.check(n, in.today)
	if wrong = append(wrong, more...); err != nil || len(wrong) > 0 {
		return 0, wrong, err
	}
	name, err := person.NormaliseName(n.Name)
	if err != nil {
		return 0, nil, err
	}
	if same && name == there.Name && strings.TrimSpace(n.Address) == there.Address {
		return unchanged, nil, nil
	}
	in.mended = append(in.mended, f)
	return changed, nil, nil
}

func (in *residentsIn) write() error {
	community := in.office.Community.ID
	for chunk := range slices.Chunk(in.made, importBatch) {
		var pairs [][2]string
		creates := make([]*ent.ResidentCreate, len(chunk))
		for i, f := range chunk {
			creates[i] = f.row(in.tx.Resident.Create().SetCommunityID(community))
			pairs = append(pairs, f.pairs()...)
		}
		if err := in.tx.Resident.CreateBulk(creates...).Exec(in); err != nil {
			return err
		}
		if err := in.desk.writeTerms(in, in.tx, community, pairs); err != nil {
			return err
		}
	}
	for chunk := range slices.Chunk(in.mended, importBatch) {
		var pairs [][2]string
		var ids []string
		for _, f := range chunk {
			change := in.tx.Resident.UpdateOneID(f.id)
			f.apply(change.Mutation())
			if err := change.Exec(in); err != nil {
				return err
			}
			ids, pairs = append(ids, f.id), append(pairs, f.pairs()...)
		}
		if _, err := in.tx.ResidentTerm.Delete().Where(residentterm.CommunityID(community), residentterm.ResidentIDIn(ids...)).Exec(in); err != nil {
			return err
		}
		if err := in.desk.writeTerms(in, in.tx, community, pairs); err != nil {
			return err
		}
	}
	return nil
}

// residentPage is how many residents an export reads at a time.
const residentPage = 1000

func residentRows(d *Desk, ctx context.Context, o *Office) ([][]string, error) {
	rows := [][]string{}
	for last := ""; ; {
		page, err := d.Store.Read().Resident.Query().Where(resident.CommunityID(o.Community.ID), resident.IDGT(last)).
			Order(resident.ByID()).Limit(residentPage).All(ctx)
		if err != nil || len(page) == 0 {
			return rows, err
		}
		for _, r := range page {
			rows = append(rows, []string{r.ID, r.Name, r.IDNumberMask, r.PhoneMask, r.Address})
		}
		last = page[len(page)-1].ID
	}
}
