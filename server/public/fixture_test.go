package public

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/program"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
)

var zone = time.FixedZone("Asia/Shanghai", 8*3600)

func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, zone)
	if err != nil {
		panic(err)
	}
	return t
}

// fakeDesk is an office that stands still; the real one is tested where it is.
type fakeDesk struct {
	mu          sync.Mutex
	now         time.Time
	communities []service.DisclosedCommunity
	board       *service.Disclosed
	found       *service.DisclosedFinds
	figures     *service.DisclosedFigures
	counted     int
	followed    *service.FollowedCase
	// kept is what each public file holds, by its key.
	kept map[string]string
	// refuse is what every act and search answers.
	refuse error

	follow   service.FollowInput
	rated    service.RateInput
	complain service.ComplainInput

	programs  []*service.PublicProgram
	confirmed *service.Confirmation
	enrolled  service.PublicEnrolInput
	signed    service.SignInAtInput
	done      []string
	built     *service.DisclosedProject
}

const (
	office1  = "com_1"
	receipt  = "20260226-00012"
	token    = "Zm9sbG93LWxpbms"
	filesPth = "/public/" + office1 + "/files/"
	casePth  = "/p/" + receipt + "/" + token

	programPth = "/public/" + office1 + "/programs/prg_1"
	herePth    = "/public/" + office1 + "/here/pse_1/" + token
	confirmPth = "/p/enrolment/enr_1/" + token
	projectPth = "/public/" + office1 + "/projects/prj_1"
)

func (d *fakeDesk) Now() time.Time { return d.now }

func (d *fakeDesk) PublicAddress() string { return "https://xinxing.example" }

func (d *fakeDesk) DisclosedCommunities(context.Context) ([]service.DisclosedCommunity, error) {
	return d.communities, nil
}

func (d *fakeDesk) Disclosed(_ context.Context, id string) (*service.Disclosed, error) {
	if d.board == nil || id != d.board.ID {
		return nil, office.Refuse(office.NotFound, "", "community")
	}
	return d.board, nil
}

func (d *fakeDesk) FindDisclosed(context.Context, string, string) (*service.DisclosedFinds, error) {
	return d.found, d.refuse
}

func (d *fakeDesk) DisclosedFigures(context.Context, string) (*service.DisclosedFigures, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.counted++
	f := *d.figures
	f.At = d.now
	return &f, nil
}

func (d *fakeDesk) DisclosedFile(_ context.Context, community, id string) (*service.DisclosedFile, func() (io.ReadCloser, error), error) {
	path, all := "/public/"+community+"/files/"+id, d.board.Items[0].Forms
	for _, p := range d.board.People {
		if p.Portrait != nil {
			all = append(all, p.Portrait)
		}
	}
	for _, f := range all {
		if f.Path == path {
			return f, func() (io.ReadCloser, error) {
				content, there := d.kept[id]
				if !there {
					return nil, office.Refuse(office.NotFound, "Q5", "file")
				}
				return io.NopCloser(strings.NewReader(content)), nil
			}, nil
		}
	}
	return nil, nil, office.Refuse(office.NotFound, "Q5", "file")
}

func (d *fakeDesk) Follow(_ context.Context, in service.FollowInput) (*service.FollowedCase, error) {
	d.follow = in
	return d.followed, d.refuse
}

func (d *fakeDesk) FollowByLink(_ context.Context, number, secret string) (*service.FollowedCase, error) {
	if number != receipt || secret != token {
		return nil, office.Refuse(office.NotFound, "Q7", "receiptNo")
	}
	return d.followed, nil
}

func (d *fakeDesk) Rate(_ context.Context, in service.RateInput) (*service.FollowedCase, error) {
	d.rated = in
	return d.followed, d.refuse
}

func (d *fakeDesk) Complain(_ context.Context, in service.ComplainInput) (*service.Complained, error) {
	d.complain = in
	return &service.Complained{ReceiptNo: receipt, Link: casePth}, d.refuse
}

func (d *fakeDesk) PublicPrograms(context.Context, string, *time.Time) ([]*service.PublicProgram, error) {
	return d.programs, nil
}

func (d *fakeDesk) PublicProgram(_ context.Context, _, id string) (*service.PublicProgram, error) {
	for _, p := range d.programs {
		if p.ID == id {
			return p, nil
		}
	}
	return nil, office.Refuse(office.NotFound, "", "program")
}

func (d *fakeDesk) PublicProgramFigures(context.Context, string) (*service.PublicFigures, error) {
	return &service.PublicFigures{Year: 2026, Events: 12, People: 345, VolunteerHours: 67}, nil
}

func (d *fakeDesk) PublicEnrol(_ context.Context, in service.PublicEnrolInput) (string, error) {
	d.enrolled = in
	return confirmPth, d.refuse
}

func (d *fakeDesk) Confirmation(_ context.Context, _, secret string) (*service.Confirmation, error) {
	if secret != token {
		return nil, office.Refuse(office.NotFound, "E5", "enrolment")
	}
	return d.confirmed, nil
}

func (d *fakeDesk) WithdrawByLink(context.Context, string, string) error {
	d.done = append(d.done, "withdraw")
	return d.refuse
}

func (d *fakeDesk) HereSession(_ context.Context, _, _, secret string) (*service.HereSession, error) {
	if secret != token {
		return nil, office.Refuse(office.NotFound, "E5", "session")
	}
	return &service.HereSession{Program: d.programs[0], Session: d.programs[0].Sessions[0], Link: herePth, Open: true}, nil
}

func (d *fakeDesk) SignInAt(_ context.Context, in service.SignInAtInput) error {
	d.signed = in
	return d.refuse
}

func (d *fakeDesk) SignInByLink(_ context.Context, _, _, pin string) error {
	d.done = append(d.done, "here "+pin)
	return d.refuse
}

func (d *fakeDesk) FeedSince(*time.Location) time.Time { return d.now }

func (d *fakeDesk) DisclosedProjects(_ context.Context, community string) (*service.DisclosedCobuild, error) {
	one, err := d.DisclosedProject(context.Background(), community, "prj_1")
	if err != nil {
		return nil, err
	}
	return &service.DisclosedCobuild{
		Projects: []*service.DisclosedProject{one}, Partners: 1, Residents: 40, Hours: 60,
		Contributions: []*service.Contribution{{Partner: &ent.Partner{Name: one.Partners[0]}, Projects: 1, DeliveredFen: 120050}},
	}, nil
}

func (d *fakeDesk) DisclosedProject(_ context.Context, _, id string) (*service.DisclosedProject, error) {
	if id != d.built.ID {
		return nil, office.Refuse(office.NotFound, "P3", "project")
	}
	return d.built, nil
}

// courses are a training with places, a show that is full and a talk that was cancelled.
func courses(m func(string) string) []*service.PublicProgram {
	of := func(id, title string, kind program.Kind, free, waiting int) *service.PublicProgram {
		return &service.PublicProgram{
			ID: id, Community: office1, Title: m(title), About: m("欢迎参加"), Place: m("社区活动室"), Kind: kind, State: program.Open, Zone: zone,
			From: at("2026-03-12 09:00"), Until: at("2026-03-13 11:00"), EnrolUntil: at("2026-03-12 09:00"), Capacity: 30, Free: free, Waiting: waiting, Enrols: true, Version: 3,
			Sessions: []service.PublicSession{
				{ID: id + "a", Number: 1, From: at("2026-03-12 09:00"), Until: at("2026-03-12 11:00"), Place: m("社区活动室")},
				{ID: id + "b", Number: 2, From: at("2026-03-13 09:00"), Until: at("2026-03-13 11:00"), Place: m("实训室")},
			},
		}
	}
	all := []*service.PublicProgram{of("prg_1", "家政服务技能培训", program.Training, 4, 0), of("prg_2", "迎春文艺演出", program.Show, 0, 7), of("prg_3", "政策宣讲", program.PolicyTalk, 9, 0)}
	all[0].Acts = []service.PublicAct{{Number: 1, Minutes: 5, Title: m("开场舞"), Performers: m("舞蹈队"), Award: m("一等奖")}}
	all[2].State, all[2].Enrols, all[2].Reason = program.Cancelled, false, m("天气原因")
	return all
}

// anOffice is one office with something in every place. Every text of it begins with mark, "" for none.
func anOffice(mark string) *fakeDesk {
	m := func(s string) string { return mark + s }
	posts := []*service.DisclosedPost{
		{Code: "ZH", Name: m("综合受理"), Window: m("1号窗口"), Duties: m("来电来访登记、首问接待、材料初核、代办帮办、热线转办件分派"), A: m("王晓梅"), B: m("李娜"), OnDuty: "A"},
		{Code: "MZ", Name: m("民政救助"), Window: m("2号窗口"), Duties: m("低保、特困、临时救助的申请协助与动态管理，救助政策咨询"), A: m("张伟"), B: m("单晓燕"), OnDuty: "B"},
		{Code: "SB", Name: m("社会保障"), Window: m("3号窗口"), Duties: m("居民养老、医疗保险参保登记，待遇资格认证"), A: m("单晓燕"), B: m("张伟"), OnDuty: "A"},
		{Code: "WJ", Name: m("卫生健康"), Window: m("4号窗口"), Duties: m("生育登记、计划生育家庭奖励扶助、儿童预防接种入册"), A: "", B: m("赵磊"), OnDuty: ""},
	}
	departments := []*service.DisclosedDepartment{
		{Code: "PCS", Name: m("九站派出所户籍窗口"), Address: m("九站街道站前路18号"), Phone: "0432-20003001", Hours: m("周一至周五 8:30–11:30、13:30–17:00，周六上午 9:00–11:30"), Website: "https://pcs.jiuzhan.example", Duties: m("户口登记与变更、居民身份证、亲属关系查询")},
		{Code: "HYDJ", Name: m("区民政局婚姻登记处"), Address: m("区政务中心1层东厅"), Phone: "0432-20003003", Hours: m("周一至周六 8:30–11:30、13:00–16:30"), Website: "https://hunyin.district.example", Duties: m("结婚登记、离婚登记、婚姻登记档案查询")},
	}
	materials := []casework.Material{
		{Name: m("居民身份证"), Copies: 1, Form: casework.FormOriginalAndCopy, IssuedBy: m("公安机关"), Why: m("核对身份"), Sample: m("正反面复印在同一张纸上"), Required: true},
		{Name: m("家庭收入证明"), Copies: 2, Form: casework.FormOriginal, IssuedBy: m("用人单位"), Why: m("核定家庭收入"), Required: true},
		{Name: m("残疾人证"), Copies: 1, Form: casework.FormCopy, Why: m("家中有残疾人的")},
	}
	item := func(code, name string, kind casework.ItemKind, days int, post *service.DisclosedPost) *service.DisclosedItem {
		return &service.DisclosedItem{
			Code: code, Name: m(name), Kind: kind, LimitDays: days, Fee: "0.00", Channels: []casework.Channel{casework.ChannelVisit, casework.ChannelPhone, casework.ChannelGrid},
			Materials: materials, Steps: []string{m("受理初核"), m("入户走访"), m("上报街道"), m("结果告知")}, LegalBasis: m("《社会救助暂行办法》（国务院令第649号）"), Post: post,
		}
	}
	items := []*service.DisclosedItem{
		item("MZ-01", "最低生活保障申请协助", casework.ItemRegistration, 7, posts[1]),
		item("MZ-03", "临时救助申请登记", casework.ItemRegistration, 3, posts[1]),
		item("SB-01", "城乡居民基本养老保险参保登记", casework.ItemRegistration, 5, posts[2]),
		item("ZH-02", "办事指南与政策咨询", casework.ItemEnquiry, 1, posts[0]),
		item("ZH-03", "居住情况证明", casework.ItemCertificate, 1, posts[0]),
		item("TJ-01", "邻里纠纷调解", casework.ItemAppeal, 10, posts[0]),
	}
	items[3].Materials, items[4].Immediate, items[1].Fee = nil, true, "12.50"
	notIssued := []*service.DisclosedItem{
		{Code: "BC-01", Name: m("亲属关系证明"), Kind: casework.ItemNotIssued, Department: departments[0]},
		{Code: "BC-02", Name: m("婚姻状况证明"), Kind: casework.ItemNotIssued, Department: departments[1]},
	}
	items[0].Forms = []*service.DisclosedFile{
		{Path: filesPth + "pub_form", Title: m("最低生活保障申请表"), Name: "最低生活保障申请表.docx", Format: "DOCX", Digest: "d1", Size: 34_567},
		{Path: filesPth + "pub_gone", Title: m("授权委托书"), Name: "授权委托书.pdf", Format: "PDF", Digest: "d2", Size: 1_234_567},
	}
	people := []*service.DisclosedPerson{
		{Name: m("刘建国"), FamilyName: "刘", Title: m("主任"), OnDuty: true, Portrait: &service.DisclosedFile{Path: filesPth + "pub_face", Name: "x.jpg", Format: "JPEG", Digest: "d3", Size: 4, Width: 480, Height: 600}},
		{Name: m("欧阳涛"), FamilyName: "欧阳", Title: m("工作人员"), OnDuty: true},
		{Name: m("王晓梅"), FamilyName: "王", Title: m("工作人员"), OnDuty: true, APosts: []string{m("综合受理")}},
		{Name: m("张伟"), FamilyName: "张", Title: m("工作人员"), APosts: []string{m("民政救助")}, BPosts: []string{m("社会保障")}},
		{Name: m("单晓燕"), FamilyName: "单", Title: m("工作人员"), OnDuty: true, APosts: []string{m("社会保障")}, BPosts: []string{m("民政救助")}},
	}
	due := at("2026-03-05 17:00")
	day := workday.Date{Year: 2026, Month: time.March, Day: 1}
	programs := courses(m)
	return &fakeDesk{
		built: &service.DisclosedProject{
			ID: "prj_1", Number: "GJ-2026-001", Title: m("路面修缮"), About: m("坑洼<b>"), Place: m("3号楼前"), Outcome: m("路面平整"), Lead: m("吴建国"),
			Kind: cobuild.ProjectRoad, Stage: cobuild.UnderWay, From: day, Until: day, Open: true, Residents: 40, TasksDone: 1, TasksAll: 2,
			Partners: []string{m("九站建材")}, Totals: []cobuild.Total{{Kind: cobuild.Equipment, Unit: m("袋"), Pledged: 10, Delivered: 5}},
			Pictures: []service.DisclosedPicture{{
				DisclosedFile: service.DisclosedFile{Path: "/public/x/files/pic_1", Title: m("实施前"), Width: 10, Height: 10}, Kind: cobuild.PictureBefore,
			}},
		},
		programs: programs,
		confirmed: &service.Confirmation{
			Program: programs[0], Link: confirmPth, Name: m("王**"), Phone: "139****1234", State: program.Waiting, Ticket: 9, Before: 2, MayWithdraw: true,
			Now: &programs[0].Sessions[0], Award: m("优秀学员"),
		},
		now:         at("2026-02-26 09:00"),
		kept:        map[string]string{"pub_form": strings.Repeat("x", 34_567), "pub_face": "face"},
		communities: []service.DisclosedCommunity{{ID: office1, Name: m("新星社区")}},
		board: &service.Disclosed{
			DisclosedCommunity: service.DisclosedCommunity{ID: office1, Name: m("新星社区")}, Parent: m("九站街道"), Zone: zone, Week: workday.DefaultHours(),
			Today: workday.Date{Year: 2026, Month: 2, Day: 26}, Working: true, Open: true,
			Texts: casework.Disclosure{
				Organisation: m("新星社区居民委员会由九站街道办事处指导，设主任一名、副主任一名。\n社区划分为八个网格，每个网格配一名网格员。"),
				Duties:       m("办理居民自治事务，协助街道做好社会救助、社会保障、卫生健康、矛盾调解等工作。"),
				Procedure:    m("来人来电由首问责任人登记。材料齐全的登记事项七个工作日内办结。"),
				Supervision:  m("对本社区工作人员的意见，可以当面、来信或者网上向社区主任提出，也可以向九站街道纪工委反映。"),
				Hours:        "", Address: m("九站街道新星路6号"), Phone: "0432-20001234",
			},
			People: people, Posts: posts, Items: items, NotIssued: notIssued, Departments: departments,
		},
		found: &service.DisclosedFinds{Items: items[:2], NotIssued: notIssued[:1], Departments: departments[:1], Posts: posts[:1], People: people[:1]},
		figures: &service.DisclosedFigures{
			Months: []workday.Date{
				{Year: 2026, Month: 2, Day: 1}, {Year: 2026, Month: 1, Day: 1}, {Year: 2025, Month: 12, Day: 1}, {Year: 2025, Month: 11, Day: 1},
			},
			Figures: figuresTold(),
			Ratings: []service.RatingSum{{Level: casework.VerySatisfied, Count: 41}, {Level: casework.Satisfied, Count: 18}, {Level: casework.BasicallySatisfied, Count: 4}, {Level: casework.Dissatisfied, Count: 1}, {Level: casework.VeryDissatisfied}},
			Work:    employment.Figures{Registered: 37, Advised: 33, Trained: 4, Referred: 21, Placed: 12, Kept3: 5},
			Popular: []string{"MZ-01", "ZH-02", "SB-01"},
		},
		followed: &service.FollowedCase{
			ReceiptNo: receipt, Link: casePth, Community: m("新星社区"), Zone: zone, Item: m("最低生活保障申请协助"), Status: casework.Promised,
			OpenedAt: at("2026-02-26 09:12"), Step: 4, DueAt: &due, WorkingDaysLeft: 6, Extended: true, Responsible: m("单晓燕"), Post: m("民政救助"), Window: m("2号窗口"),
			Extensions: []service.FollowedExtension{{From: at("2026-03-02 17:00"), To: due, ToldAt: at("2026-02-27 10:30"), Reason: m("等待街道入户核查结果")}},
			Missing:    []string{m("家庭收入证明")},
			Projects: []service.FollowedProject{{
				Title: m("路面修缮"), Number: "GJ-2026-001", Stage: cobuild.Closed, PlannedUntil: day, TasksDone: 1, TasksAll: 2, Outcome: m("路面平整"), Page: projectPth,
			}},
			GuidedTo: &service.FollowedDepartment{Name: m("九站派出所"), Address: m("站前路18号"), Phone: "0432-20003001", Hours: m("周一至周五"), Website: "https://pcs.jiuzhan.example"},
		},
	}
}

// figuresTold are the figures of the board: of the first month 1214, 87.5 and so on, of the last there is nothing.
func figuresTold() (out []service.DisclosedFigure) {
	for i, f := range reporting.Disclosed() {
		def, _ := reporting.Define(f)
		value := func(month int) *float64 {
			n := float64(1214 - 100*i - month)
			if def.Unit != reporting.UnitCount {
				n = 87.5 - float64(i+month)
			}
			return &n
		}
		out = append(out, service.DisclosedFigure{Definition: def, Values: []*float64{value(0), value(1), value(2), nil}})
	}
	return out
}

// closed makes the followed case one that may be rated.
func (d *fakeDesk) closed() *fakeDesk {
	f := *d.followed
	end := at("2026-03-04 15:00")
	f.Status, f.Step, f.ClosedAt, f.MayRate, f.GuidedTo, f.Missing = casework.Completed, 5, &end, true, nil, nil
	d.followed = &f
	return d
}

type got struct {
	t *testing.T
	*httptest.ResponseRecorder
	body string
}

func ask(t *testing.T, d Desk, method, target string, form url.Values, cookies ...string) got {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, target, strings.NewReader(form.Encode()))
	r.RemoteAddr = "192.0.2.7:40000"
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for _, c := range cookies {
		r.Header.Add("Cookie", c)
	}
	w := httptest.NewRecorder()
	Handler(d, slog.New(slog.DiscardHandler)).ServeHTTP(w, r)
	return got{t, w, w.Body.String()}
}

func get(t *testing.T, d Desk, target string, cookies ...string) got {
	t.Helper()
	return ask(t, d, http.MethodGet, target, nil, cookies...)
}

func (g got) status(want int) got {
	g.t.Helper()
	if g.Code != want {
		g.t.Fatalf("status %d; want %d\n%s", g.Code, want, g.body)
	}
	return g
}

func (g got) has(wants ...string) got {
	g.t.Helper()
	for _, want := range wants {
		if !strings.Contains(g.body, want) {
			g.t.Errorf("the page does not hold %q", want)
		}
	}
	return g
}

func (g got) hasNot(bad ...string) got {
	g.t.Helper()
	for _, b := range bad {
		if i := strings.Index(g.body, b); i >= 0 {
			g.t.Errorf("the page holds %q: …%s…", b, g.body[max(0, i-80):min(len(g.body), i+80)])
		}
	}
	return g
}

// everyPage lists an address of every page.
func everyPage() []string {
	return []string{
		"/public/" + office1 + "/programs", programPth, herePth, confirmPth, "/public/" + office1 + "/projects", projectPth,
		"/public/", "/public/" + office1, "/public/" + office1 + "?q=zm", "/public/" + office1 + "/items/MZ-01", "/public/" + office1 + "/items/ZH-02",
		"/public/" + office1 + "/items/BC-01", "/public/follow", "/public/" + office1 + "/complain", casePth, "/wall/" + office1, "/public/nowhere",
	}
}

func two(d *fakeDesk) *fakeDesk {
	d.communities = append(slices.Clone(d.communities), service.DisclosedCommunity{ID: "com_2", Name: "九站社区"})
	return d
}
