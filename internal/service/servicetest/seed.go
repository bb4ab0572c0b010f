package servicetest

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"xinxing/ent"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/person"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
)

const (
	officeName      = "新星社区"
	neighbourName   = "邻家社区"
	subdistrictName = "九站街道"
)

// Password is everybody's.
const Password = "first-contact"

// Phone is 王小明's.
const Phone = "13900001234"

const birthRegion = "220204"

// IDNumber is that of 王小明, made up, of 1 May 1980.
func IDNumber() string { return MakeID(1980, 1) }

// MakeID makes up the ID number of somebody born on 1 May of a year.
func MakeID(year, order int) string {
	id, err := person.MakeIDNumber(birthRegion, year, time.May, 1, order)
	if err != nil {
		panic(err) // the arguments are a test's own
	}
	return id.String()
}

// The staff: sign-in name, name, title, role, superior; all on duty.
var people = []struct {
	login, name, pinyin, title string
	role                       duty.Role
	superior                   string
}{
	{"supervisor", "孙督办", "sun du ban", "街道督办", duty.Supervisor, ""},
	{"director", "周主任", "zhou zhu ren", "主任", duty.Director, "supervisor"},
	{"leader", "吴建国", "wu jian guo", "副主任", duty.Leader, "director"},
	{"clerk-a", "安晓梅", "an xiao mei", "工作人员", duty.Clerk, "leader"},
	{"clerk-b", "白云", "bai yun", "工作人员", duty.Clerk, "leader"},
	{"clerk-c", "曹阳", "cao yang", "工作人员", duty.Clerk, "leader"},
	{"grid", "高志强", "gao zhi qiang", "网格员", duty.Clerk, "leader"},
	{"administrator", "管理", "guan li", "管理员", duty.Administrator, "director"},
}

// The posts: code, name, window, A, B.
var posts = [][5]string{
	{"P-1", "综合窗口", "1", "clerk-a", "clerk-b"},
	{"P-2", "民政窗口", "2", "clerk-b", "clerk-c"},
	{"P-3", "信访接待", "3", "clerk-c", "clerk-a"},
}

// The departments: code, name, pinyin, address, telephone.
var departments = [][5]string{
	{"D-1", "九站派出所", "jiu zhan pai chu suo", "九站大街8号", "0432-63050110"},
	{"D-2", "社会事务办公室", "she hui shi wu ban gong shi", "九站街道办事处二楼", "0432-63050220"},
}

// The items; all hold since the beginning of 2020.
var items = []struct {
	code, name, pinyin string
	kind               casework.ItemKind
	limit              int
	immediate          bool
	post, department   string
	extensions, days   int
}{
	{"DJ-01", "居住登记", "ju zhu deng ji", casework.ItemRegistration, 5, false, "P-1", "", 1, 3},
	{"SQ-01", "邻里纠纷调解", "lin li jiu fen tiao jie", casework.ItemAppeal, 10, false, "P-3", "", 2, 5},
	{"ZM-01", "居住情况证明", "ju zhu qing kuang zheng ming", casework.ItemCertificate, 1, true, "P-2", "", 0, 0},
	{"ZX-01", "低保政策咨询", "di bao zheng ce zi xun", casework.ItemEnquiry, 3, false, "P-2", "", 1, 2},
	{"BC-01", "亲属关系证明", "qin shu guan xi zheng ming", casework.ItemNotIssued, 0, false, "", "D-1", 0, 0},
}

// fees are the standards of what may be charged: for a registration, as of a card that is made.
var fees = map[casework.ItemKind]string{
	casework.ItemRegistration: "10.00", casework.ItemAppeal: "0.00", casework.ItemCertificate: "0.00", casework.ItemEnquiry: "0.00",
	casework.ItemNotIssued: "0.00",
}

// build brings the database at url up to date, puts the seed into it and closes it.
func build(url string) (err error) {
	ctx := store.With(context.Background(), store.System())
	s, err := store.Open(ctx, url, store.Options{SQL: sqldb.Options{NoSync: true}})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	clock := &Clock{now: time.Date(2026, time.January, 5, 9, 0, 0, 0, Zone)}
	d := service.New(s, clock, Box(), slog.New(slog.DiscardHandler))
	own, other, err := seed(ctx, d)
	if err != nil {
		return err
	}
	if err := d.ShipNotices(ctx); err != nil {
		return err
	}
	err = d.ImportResidents(ctx, own, []service.NewResident{
		{Name: "王小明", Phone: Phone, IDNumber: IDNumber(), Address: "新星小区3号楼2单元501"},
	})
	if err != nil {
		return err
	}
	err = d.ImportResidents(ctx, other, []service.NewResident{
		{Name: "王邻居", Phone: "13900005678", IDNumber: MakeID(1981, 2), Address: "邻家小区1号楼"},
	})
	if err != nil || s.Postgres() {
		return err
	}
	// The file is copied without the log beside it.
	_, err = s.DB().Writer().ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}

func seed(ctx context.Context, d *service.Desk) (own, other string, err error) {
	hash, err := service.HashPassword(ctx, Password)
	if err != nil {
		return "", "", err
	}
	err = d.Store.Act(ctx, "", func(ctx context.Context, tx *store.Tx) error {
		found := func(name string, parent *string) (*ent.Community, error) {
			return tx.Community.Create().SetName(name).SetNillableParentID(parent).
				SetHours(workday.DefaultHours()).SetLimits(casework.DefaultLimits()).Save(ctx)
		}
		above, err := found(subdistrictName, nil)
		if err != nil {
			return err
		}
		com, err := found(officeName, &above.ID)
		if err != nil {
			return err
		}
		next, err := found(neighbourName, nil)
		if err != nil {
			return err
		}
		own, other = com.ID, next.ID
		err = tx.Staff.Create().SetCommunityID(other).SetName("邻居").SetPinyin("lin ju").SetLogin("neighbour").
			SetPasswordHash(hash).SetRoles([]duty.Role{duty.Clerk, duty.Director}).Exec(ctx)
		if err != nil {
			return err
		}
		staff := map[string]string{}
		for _, p := range people {
			create := tx.Staff.Create().SetCommunityID(own).SetName(p.name).SetPinyin(p.pinyin).SetTitle(p.title).
				SetLogin(p.login).SetPasswordHash(hash).SetRoles([]duty.Role{p.role})
			if p.role == duty.Supervisor {
				create.SetCommunityID(above.ID)
			}
			if p.superior != "" {
				create.SetSuperiorID(staff[p.superior])
			}
			made, err := create.Save(ctx)
			if err != nil {
				return err
			}
			staff[p.login] = made.ID
		}
		return seedCatalogue(ctx, tx, own, staff)
	})
	return own, other, err
}

func seedCatalogue(ctx context.Context, tx *store.Tx, own string, staff map[string]string) error {
	post, department := map[string]*string{}, map[string]*string{}
	for _, p := range posts {
		made, err := tx.Post.Create().SetCommunityID(own).SetCode(p[0]).SetName(p[1]).SetWindow(p[2]).
			SetAID(staff[p[3]]).SetBID(staff[p[4]]).Save(ctx)
		if err != nil {
			return err
		}
		post[p[0]] = &made.ID
	}
	for _, p := range departments {
		made, err := tx.Department.Create().SetCommunityID(own).SetCode(p[0]).SetName(p[1]).SetPinyin(p[2]).
			SetAddress(p[3]).SetPhone(p[4]).SetHours("周一至周五 08:30-16:30").SetWebsite("").Save(ctx)
		if err != nil {
			return err
		}
		department[p[0]] = &made.ID
	}
	for _, i := range items {
		err := tx.Item.Create().SetCommunityID(own).SetCode(i.code).SetVersion(1).SetName(i.name).SetPinyin(i.pinyin).
			SetKind(i.kind).SetLimitDays(i.limit).SetImmediate(i.immediate).SetNillablePostID(post[i.post]).
			SetNillableDepartmentID(department[i.department]).SetChannels([]casework.Channel{casework.ChannelVisit, casework.ChannelPhone}).
			SetMaterials([]casework.Material{
				{Name: "居民身份证", Copies: 1, Form: casework.FormOriginalAndCopy, IssuedBy: "公安机关", Why: "核对身份", Required: true},
				{Name: "户口簿", Copies: 1, Form: casework.FormCopy, IssuedBy: "公安机关", Required: true},
				{Name: "委托书", Copies: 1, Form: casework.FormOriginal, IssuedBy: "委托人", Why: "他人代办时"},
			}).SetFee(fees[i.kind]).SetSteps([]string{"受理", "办理", "办结"}).
			SetMaxExtensions(i.extensions).SetMaxExtensionDays(i.days).SetValidFrom("2020-01-01").Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}
