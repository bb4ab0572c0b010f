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
	// begin gives how each row is written, and what is done after the last.
	begin func(*act) (row func(sheet.Row) (done, error), end func() error, err error)
	rows  func(*Desk, context.Context, *Office) ([][]string, error)
}

// done is what became of a row.
type done int

const (
	unchanged done = iota
	created
	changed
)

// Code of a row whose key stands in the file twice.
const duplicateRow sheet.Code = "DUPLICATE"

func column(key, header string, required bool, aliases ...string) sheet.Column {
	return sheet.Column{Key: key, Header: header, Aliases: aliases, Required: required}
}

var exchanges = map[ExchangeKind]*exchange{
	ExchangeDirectory: {
		name: "职能部门", most: 1000,
		columns: []sheet.Column{
			column("code", "编号", true, "code"), column("name", "名称", true, "name"), column("address", "地址", true, "address"),
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
	ExchangeResidents: {
		name: "居民", most: 20_000,
		columns: []sheet.Column{
			column("name", "姓名", true, "name"), column("idNumber", "身份证号", false, "idNumber"), column("phone", "电话", false, "phone"),
			column("address", "住址", false, "address"),
		},
		may: (*act).mayExchangeResidents, begin: beginResidents, rows: residentRows,
	},
}

var itemColumns = []sheet.Column{
	column("code", "编号", true, "code"), column("name", "名称", true, "name"), column("kind", "类别", true, "kind"),
	column("limitDays", "承诺工作日", true, "limitDays"), column("immediate", "当场办结", false, "immediate"),
	column("postId", "岗位编号", false, "post"), column("departmentId", "职能部门编号", false, "department"),
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

// Import reads a table of a kind into the office, in one transaction: every bad row is listed with its reason, and where
// there is one, or in a dry run, nothing is written. digest names the file, so that sending it twice is once.
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
	header := map[string]string{}
	for _, c := range x.columns {
		header[c.Key] = c.Header
	}
	write, end, err := x.begin(a)
	if err != nil {
		return r, err
	}
	for _, row := range rows {
		if len(row.Problems) > 0 {
			r.Problems = append(r.Problems, row.Problems...)
			continue
		}
		what, err := write(row)
		var no *office.Refusal
		switch {
		case errors.As(err, &no):
			key, _, _ := strings.Cut(no.Field, ".")
			name, ok := header[key]
			if !ok {
				name = x.columns[0].Header
			}
			r.Problems = append(r.Problems, sheet.Problem{Row: row.Number, Column: name, Code: sheet.Code(no.Code), Detail: detail(no)})
		case err != nil:
			return r, err
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
	return r, end()
}

// detail is what a refusal says beside its code: where in the field, and its facts; never what stood in the cell.
func detail(no *office.Refusal) string {
	var parts []string
	if _, rest, ok := strings.Cut(no.Field, "."); ok {
		parts = append(parts, rest)
	}
	for _, k := range slices.Sorted(maps.Keys(no.Facts)) {
		parts = append(parts, fmt.Sprintf("%s %v", k, no.Facts[k]))
	}
	return strings.Join(parts, "; ")
}

// Export writes a kind as XLSX in the form in which it is imported; numbers of residents are masked. A template has the
// headers alone.
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

// once refuses a key that stood in the file before.
func once() func(field, key string) error {
	seen := map[string]bool{}
	return func(field, key string) error {
		if seen[key] {
			return &office.Refusal{Code: office.Code(duplicateRow), Field: field}
		}
		seen[key] = true
		return nil
	}
}

func beginDirectory(a *act) (func(sheet.Row) (done, error), func() error, error) {
	first := once()
	there := map[string]*ent.Department{}
	for _, p := range a.office.Departments {
		there[p.Code] = p
	}
	return func(r sheet.Row) (done, error) {
		v := r.Values
		if err := first("code", v["code"]); err != nil {
			return 0, err
		}
		in := SaveDepartmentInput{Code: v["code"], Name: v["name"], Address: v["address"], Phone: v["phone"], Hours: v["hours"], Website: v["website"], Duties: v["duties"]}
		p := there[in.Code]
		if p != nil && in == (SaveDepartmentInput{Code: p.Code, Name: p.Name, Address: p.Address, Phone: p.Phone, Hours: p.Hours, Website: p.Website, Duties: p.Duties}) {
			return unchanged, nil
		}
		_, err := a.saveDepartment(in)
		if p == nil {
			return created, err
		}
		return changed, err
	}, func() error { return nil }, nil
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

func truth(cell string) bool { return cell == yes || strings.EqualFold(cell, "yes") || cell == "1" }

func word(v bool) string {
	if v {
		return yes
	}
	return no
}

// whole reads a number of a cell; an empty cell is the other.
func whole(field, cell string, otherwise int) (int, error) {
	if cell == "" {
		return otherwise, nil
	}
	n, err := strconv.Atoi(cell)
	if err != nil {
		return 0, office.Refuse(office.BadInput, "", field)
	}
	return n, nil
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
func materialLines(cell string) ([]*MaterialInput, error) {
	out := []*MaterialInput{}
	for i, l := range lines(cell) {
		parts := strings.Split(strings.ReplaceAll(l, "｜", "|"), "|")
		for len(parts) < 7 {
			parts = append(parts, "")
		}
		for k := range parts {
			parts[k] = strings.TrimSpace(parts[k])
		}
		copies, err := whole(fmt.Sprintf("materials.%d.copies", i), parts[1], 1)
		if err != nil {
			return nil, err
		}
		form := casework.FormOriginal
		if parts[2] != "" {
			form = worded(formWords, parts[2])
		}
		out = append(out, &MaterialInput{
			Name: parts[0], Copies: copies, Form: form, IssuedBy: parts[3], Why: parts[4], Sample: parts[5],
			Required: parts[6] == "" || truth(parts[6]),
		})
	}
	return out, nil
}

func (a *act) itemOf(v map[string]string) (PublishItemInput, error) {
	in := PublishItemInput{
		Code: v["code"], Name: v["name"], Kind: worded(kindCells, v["kind"]), Immediate: truth(v["immediate"]), Fee: cmp.Or(v["fee"], "0"),
		Steps: lines(v["steps"]), LegalBasis: v["legalBasis"], ValidFrom: a.desk.today(a.office), Channels: []casework.Channel{},
	}
	var err error
	for field, to := range map[string]*int{"limitDays": &in.LimitDays, "maxExtensions": &in.MaxExtensions, "maxExtensionDays": &in.MaxExtensionDays} {
		if *to, err = whole(field, v[field], 0); err != nil {
			return in, err
		}
	}
	for _, c := range strings.FieldsFunc(v["channels"], func(r rune) bool { return strings.ContainsRune("、,，;；/ ", r) }) {
		in.Channels = append(in.Channels, worded(channelCells, c))
	}
	if in.Materials, err = materialLines(v["materials"]); err != nil {
		return in, err
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
		if !ok {
			return in, office.Refuse(office.BadInput, "Q4", "validFrom")
		}
		if in.ValidFrom, err = workday.ParseDate(written); err != nil {
			return in, office.Refuse(office.BadInput, "Q4", "validFrom")
		}
	}
	return in, nil
}

// channelCells are the channels as a person writes them.
var channelCells = map[casework.Channel]string{
	casework.ChannelVisit: "来访", casework.ChannelPhone: "电话", casework.ChannelFax: "传真", casework.ChannelLetter: "来信",
	casework.ChannelWeb: "网上", casework.ChannelHotline: "热线", casework.ChannelGrid: "网格",
}

func beginItems(a *act) (func(sheet.Row) (done, error), func() error, error) {
	first := once()
	day := a.desk.today(a.office).String()
	there := map[string]*ent.Item{}
	for _, i := range a.office.Items {
		if inForce(i, day) {
			there[i.Code] = i
		}
	}
	return func(r sheet.Row) (done, error) {
		if err := first("code", r.Values["code"]); err != nil {
			return 0, err
		}
		in, err := a.itemOf(r.Values)
		if err != nil {
			return 0, err
		}
		i := there[in.Code]
		if i != nil && sameItem(i, r.Values, a.office) {
			return unchanged, nil
		}
		_, err = a.publish(in)
		if i == nil {
			return created, err
		}
		return changed, err
	}, func() error { return nil }, nil
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
		if m, err := materialLines(cell); err == nil {
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

func beginResidents(a *act) (func(sheet.Row) (done, error), func() error, error) {
	first := once()
	community := a.office.Community.ID
	today := a.desk.today(a.office)
	known := map[string]bool{}
	hashes, err := a.tx.Resident.Query().Where(resident.CommunityID(community), resident.IDNumberHashNotNil()).
		Select(resident.FieldIDNumberHash).Strings(a)
	if err != nil {
		return nil, nil, err
	}
	for _, h := range hashes {
		known[h] = true
	}
	var files []*file
	return func(r sheet.Row) (done, error) {
			v := r.Values
			f, err := a.desk.prepare(NewResident{Name: v["name"], Phone: v["phone"], IDNumber: v["idNumber"], Address: v["address"], CreatedAt: a.now}, today)
			if err != nil {
				return 0, err
			}
			if f.hash == "" {
				// Without a number two people of one name are told apart by nothing but what else is written.
				if err := first("name", strings.Join([]string{v["name"], v["phone"], v["address"]}, "\n")); err != nil {
					return 0, err
				}
				files = append(files, f)
				return created, nil
			}
			if err := first("idNumber", f.hash); err != nil {
				return 0, err
			}
			id, err := person.ParseIDNumber(v["idNumber"])
			if err != nil {
				return 0, err
			}
			if slices.ContainsFunc(a.desk.Box.Lookups("id_number", id.String()), func(h string) bool { return known[h] }) {
				return unchanged, nil // 一人一档: the file that is there is not overwritten by a table
			}
			files = append(files, f)
			return created, nil
		}, func() error {
			for chunk := range slices.Chunk(files, importBatch) {
				var pairs [][2]string
				creates := make([]*ent.ResidentCreate, len(chunk))
				for i, f := range chunk {
					creates[i] = f.row(a.tx.Resident.Create().SetCommunityID(community))
					pairs = append(pairs, f.pairs()...)
				}
				if err := a.tx.Resident.CreateBulk(creates...).Exec(a); err != nil {
					return err
				}
				if err := a.desk.writeTerms(a, a.tx, community, pairs); err != nil {
					return err
				}
			}
			return nil
		}, nil
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
			rows = append(rows, []string{r.Name, r.IDNumberMask, r.PhoneMask, r.Address})
		}
		last = page[len(page)-1].ID
	}
}
