package demo

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"time"

	"xinxing/ent"
	"xinxing/ent/jobseeker"
	"xinxing/ent/member"
	"xinxing/ent/programsession"
	"xinxing/ent/prop"
	"xinxing/ent/proploan"
	"xinxing/ent/rehearsal"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/duty"
	rules "xinxing/internal/office/program"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
)

// course is a program of the story: when it is, in days from the end of the story, and what becomes of it.
type course struct {
	kind              rules.Kind
	title, place      string
	about             string
	day, hour, length int // length in minutes
	sessions          int
	capacity, want    int
	group             int // of the groups below, 0 for none
	state             rules.State
	acts              [][2]string
}

var courses = []course{
	{rules.PolicyTalk, "就业创业政策宣讲会", "社区多功能厅", "失业登记、社保补贴、创业担保贷款，一次讲清。", -58, 14, 90, 1, 60, 41, 0, rules.Held, nil},
	{rules.RoleModel, "再就业典型报告会", "社区多功能厅", "三位下岗再就业的居民讲自己的故事。", -44, 14, 100, 1, 60, 37, 0, rules.Held, nil},
	{rules.Training, "家政服务技能培训班", "社区二楼实训室", "整理收纳、老年照护、家庭烹饪三个模块，免费，结业发证。", -33, 9, 150, 3, 24, 26, 0, rules.Held, nil},
	{rules.Contest, "“我和我的社区”演讲比赛", "九站街道文化站", "每人五分钟，评一、二、三等奖。", -30, 14, 120, 1, 16, 14, 0, rules.Held, nil},
	{rules.Show, "迎春文艺演出", "九站文化广场", "业余艺术团和各支队伍联合演出。", -16, 18, 120, 1, 200, 68, 1, rules.Held, [][2]string{
		{"开场舞《欢乐中国年》", "舞蹈队全体"}, {"女声小合唱《茉莉花》", "合唱组"}, {"快板《新星好邻居》", "赵桂兰、孙德福"}, {"二人转选段", "周玉山、李秀英"}, {"诗朗诵《家门口》", "演讲比赛获奖者"}, {"大合唱《我们走在大路上》", "全体"},
	}},
	{rules.Lecture, "冬季取暖安全讲座", "社区多功能厅", "燃气、电热毯、炭火的安全使用。", -9, 9, 60, 1, 40, 12, 0, rules.Cancelled, nil},
	{rules.Training, "手工编织技能培训", "社区二楼实训室", "中国结、毛线编织，作品可寄售。", 3, 9, 120, 2, 12, 17, 0, rules.Open, nil},
	{rules.Lecture, "老年人防诈骗讲座", "社区多功能厅", "派出所民警讲案例，现场答疑。", 6, 14, 90, 1, 80, 23, 0, rules.Open, nil},
	{rules.Volunteer, "清洁家园志愿服务日", "新星小区中心广场", "清理楼道杂物、擦洗健身器材，请自带手套。", 10, 9, 150, 1, 40, 15, 0, rules.Open, nil},
	{rules.Show, "社区消夏晚会", "九站文化广场", "节目征集中，队伍和个人都可以报。", 24, 19, 120, 1, 150, 0, 1, rules.Planned, [][2]string{{"广场舞串烧", "舞蹈队"}, {"器乐合奏《喜洋洋》", "民乐组"}}},
}

var troupes = []struct {
	name, about string
	kind        rules.GroupKind
	members     [][2]string
}{
	{"新星业余艺术团", "2009 年由退休职工自发组建，每周二、四下午排练，逢年过节到社区演出。", rules.GroupTroupe, [][2]string{
		{"赵桂兰", "团长"}, {"孙德福", "副团长"}, {"李秀英", "二人转"}, {"周玉山", "二人转"}, {"王淑芬", "独唱"}, {"刘长河", "二胡"}, {"陈玉珍", "舞蹈"},
		{"高凤云", "舞蹈"}, {"马万春", "笛子"}, {"吴桂芝", "舞蹈"}, {"徐宝田", "鼓"}, {"郑淑清", "合唱"}, {"冯国栋", "扬琴"}, {"何丽华", "合唱"},
	}},
	{"夕阳红健身队", "太极拳、柔力球、健身操，早上六点半在小区广场。", rules.GroupSports, [][2]string{
		{"宋立新", "队长"}, {"韩秀珍", "教练"}, {"唐玉霞", "队员"}, {"曹志远", "队员"}, {"许桂香", "队员"}, {"邓红梅", "队员"}, {"苏振华", "队员"},
		{"蒋素琴", "队员"}, {"沈丽萍", "队员"}, {"于占海", "队员"},
	}},
}

var things = []struct {
	kind        rules.PropKind
	name        string
	n           int
	cost, place string
	group       int
}{
	{rules.PropCostume, "秧歌服（红）", 24, "2880.00", "库房A柜1", 1}, {rules.PropCostume, "秧歌服（绿）", 24, "2880.00", "库房A柜1", 1}, {rules.PropCostume, "民族舞裙", 12, "2160.00", "库房A柜2", 1},
	{rules.PropCostume, "合唱礼服（女）", 20, "3600.00", "库房A柜3", 1}, {rules.PropCostume, "合唱礼服（男）", 12, "2400.00", "库房A柜3", 1}, {rules.PropCostume, "二人转戏服", 4, "1280.00", "库房A柜2", 1},
	{rules.PropCostume, "太极服", 16, "1760.00", "库房B柜1", 2}, {rules.PropCostume, "志愿者马甲", 50, "1250.00", "库房B柜2", 0}, {rules.PropProp, "彩扇", 40, "400.00", "库房A柜4", 1},
	{rules.PropProp, "绸带", 30, "240.00", "库房A柜4", 1}, {rules.PropProp, "红灯笼", 20, "500.00", "库房B柜3", 1}, {rules.PropProp, "花环", 24, "360.00", "库房A柜4", 1},
	{rules.PropProp, "柔力球拍", 16, "960.00", "库房B柜1", 2}, {rules.PropInstrument, "大鼓", 2, "1600.00", "活动室", 1}, {rules.PropInstrument, "铜镲", 4, "480.00", "活动室", 1},
	{rules.PropInstrument, "二胡", 3, "2700.00", "活动室", 1}, {rules.PropInstrument, "扬琴", 1, "3200.00", "活动室", 1}, {rules.PropEquipment, "移动音箱", 2, "2598.00", "办公室", 0},
	{rules.PropEquipment, "无线话筒", 4, "1160.00", "办公室", 0}, {rules.PropEquipment, "折叠桌", 10, "1500.00", "库房B", 0},
}

// culture lets the story have its groups, costumes and programs (E5, C1 to C4). It has its own dice: the rest of the story
// stays as it was.
func (w *world) culture(begin time.Time) {
	luck := newDice(seed + 2)
	groups := make([]string, len(troupes)+1)
	w.queue.add(begin.Add(24*time.Hour), func() error { return w.troupes(groups) })
	for i := range things {
		w.queue.add(begin.Add(time.Duration(10+9*i)*24*time.Hour), func() error { return w.buy(i, groups, luck) })
	}
	for week := -5; week <= 2; week++ {
		for n := range troupes {
			from := w.clockAt(7*week+2*n+1, 14)
			w.queue.add(earlier(from.Add(-7*24*time.Hour), w.now.Add(-time.Hour)), func() error { return w.rehearse(groups[n+1], from, luck) })
		}
	}
	for _, c := range courses {
		at := earlier(w.clockAt(c.day-24, 10), w.clockAt(-2, 10))
		w.queue.add(at, func() error { return w.plan(c, groups, luck) })
	}
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// clockAt is an hour of the day that is so many days from the story's end.
func (w *world) clockAt(days, hour int) time.Time {
	zone := w.office.Calendar.Location()
	d := workday.DateOf(w.now, zone)
	return time.Date(d.Year, d.Month, d.Day+days, hour, 0, 0, 0, zone)
}

// keeper is somebody at work who looks after culture; "" where nobody is.
func (w *world) keeper() context.Context {
	for _, login := range []string{"wangxiaomei", "zhangwei", "shanxiaoyan", "zengliping", "liujianguo"} {
		if s := w.logins[login]; s != nil && w.state(s.ID) == duty.OnDuty {
			return w.as(s.ID)
		}
	}
	return w.as(w.logins["liujianguo"].ID)
}

func (w *world) troupes(groups []string) error {
	for n, g := range troupes {
		founded := workday.Date{Year: 2009 + 6*n, Month: 5, Day: 4}
		made, err := w.d.SaveGroup(w.keeper(), service.SaveGroupInput{Name: g.name, Kind: g.kind, About: g.about, FoundedOn: &founded, ClientMutationID: w.key()})
		if err != nil {
			return tolerate(err)
		}
		groups[n+1] = made.Group.ID
		for i, m := range g.members {
			phone := fmt.Sprintf("1690001%d%03d", n+1, 100+37*i)
			in := service.SaveMemberInput{GroupID: made.Group.ID, Name: m[0], Role: m[1], Phone: &phone, Leads: i == 0, ClientMutationID: w.key()}
			if _, err := w.d.SaveMember(w.keeper(), in); tolerate(err) != nil {
				return err
			}
		}
	}
	return nil
}

func orNone(groups []string, n int) *string {
	if groups[n] == "" {
		return nil
	}
	return &groups[n]
}

func (w *world) buy(i int, groups []string, luck *dice) error {
	t := things[i]
	made, err := w.d.SaveProp(w.keeper(), service.SavePropInput{
		Kind: t.kind, Name: t.name, GroupID: orNone(groups, t.group), Quantity: t.n, Cost: t.cost, InvoiceNo: fmt.Sprintf("2220%08d", 10_000_000+luck.Int64N(80_000_000)),
		BoughtOn: workday.DateOf(w.clock.at, w.office.Calendar.Location()), Owner: "新星社区", KeptAt: t.place, ClientMutationID: w.key(),
	})
	if err != nil {
		return tolerate(err)
	}
	if !luck.chance(65) {
		return nil
	}
	n := 1 + int(luck.Int64N(int64(t.n)))
	w.queue.add(w.clockAt(-12-int(luck.Int64N(20)), 15), func() error { return w.lend(made.Prop.ID, n, luck) })
	return nil
}

// lend lets somebody take things, who brings them back late, in part, or all but one.
func (w *world) lend(id string, n int, luck *dice) error {
	p, err := w.d.Store.Read().Prop.Query().Where(prop.ID(id)).Only(w.ctx)
	if err != nil {
		return err
	}
	in := service.LendPropInput{
		PropID: id, ToName: "王淑芬", Quantity: n, DueOn: workday.DateOf(w.clock.at.Add(10*24*time.Hour), w.office.Calendar.Location()), Note: "演出用", ClientMutationID: w.key(),
	}
	if p.GroupID != nil {
		of, err := w.d.Store.Read().Member.Query().Where(member.GroupID(*p.GroupID), member.Leads(true)).First(w.ctx)
		if err != nil {
			return tolerate(err)
		}
		in.MemberID = &of.ID
	}
	if _, err := w.d.LendProp(w.keeper(), in); err != nil {
		return tolerate(err)
	}
	if luck.chance(25) {
		return nil
	}
	w.queue.add(w.after(luck, 8*time.Hour, 40*time.Hour), func() error {
		l, err := w.d.Store.Read().PropLoan.Query().Where(proploan.PropID(id), proploan.ClosedAtIsNil()).First(w.ctx)
		if ent.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		back, gone := l.Quantity, 0
		switch {
		case l.Quantity > 3 && luck.chance(35):
			back, gone = l.Quantity-1, 1
		case l.Quantity > 4 && luck.chance(35):
			back = l.Quantity / 2
		}
		_, err = w.d.ReturnProp(w.keeper(), service.ReturnPropInput{LoanID: l.ID, Returned: back, Missing: gone, ClientMutationID: w.key()})
		return tolerate(err)
	})
	return nil
}

func (w *world) rehearse(group string, from time.Time, luck *dice) error {
	if group == "" {
		return nil
	}
	in := service.SetRehearsalInput{GroupID: group, From: from, Until: from.Add(2 * time.Hour), Place: "社区活动室", ClientMutationID: w.key()}
	if _, err := w.d.SetRehearsal(w.keeper(), in); err != nil {
		return tolerate(err)
	}
	w.queue.add(from.Add(2*time.Hour), func() error {
		r, err := w.d.Store.Read().Rehearsal.Query().Where(rehearsal.GroupID(group), rehearsal.FromAt(from.UTC())).Only(w.ctx)
		if ent.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		all, err := w.d.Store.Read().Member.Query().Where(member.GroupID(group)).Order(member.ByID()).IDs(w.ctx)
		if err != nil {
			return err
		}
		present := []string{}
		for _, id := range all {
			if luck.chance(75) {
				present = append(present, id)
			}
		}
		_, err = w.d.NoteRehearsal(w.keeper(), service.NoteRehearsalInput{
			RehearsalID: r.ID, Present: present, Note: pick(luck, []string{"合练开场舞，走台两遍。", "分声部练习，合了一遍。", "学新套路第三节。"}), ClientMutationID: w.key(),
		})
		return tolerate(err)
	})
	return nil
}

func (w *world) plan(c course, groups []string, luck *dice) error {
	in := &service.ProgramInput{Kind: c.kind, Title: c.title, About: c.about, Place: c.place, GroupID: orNone(groups, c.group), Capacity: c.capacity, PublicEnrol: true}
	for n := range c.sessions {
		from := w.clockAt(c.day+n, c.hour)
		in.Sessions = append(in.Sessions, &service.SessionInput{From: from, Until: from.Add(time.Duration(c.length) * time.Minute)})
	}
	made, err := w.d.PlanProgram(w.keeper(), service.PlanProgramInput{Program: in, ClientMutationID: w.key()})
	if err != nil {
		return tolerate(err)
	}
	id, version := made.Program.ID, made.Program.Version
	if len(c.acts) > 0 {
		acts := []*service.ProgramActInput{}
		for i, x := range c.acts {
			acts = append(acts, &service.ProgramActInput{Title: x[0], Performers: x[1], GroupID: in.GroupID, Minutes: 5 + i%4})
		}
		done, err := w.d.SetProgramActs(w.keeper(), service.SetProgramActsInput{ProgramID: id, Version: version, Acts: acts, ClientMutationID: w.key()})
		if err != nil {
			return tolerate(err)
		}
		version = done.Program.Version
	}
	if c.state == rules.Planned {
		return nil
	}
	if _, err := w.d.PublishProgram(w.keeper(), service.StepProgramInput{ProgramID: id, Version: version, ClientMutationID: w.key()}); err != nil {
		return tolerate(err)
	}
	last := earlier(w.clockAt(c.day, c.hour), w.now)
	for i := range c.want {
		at := w.clock.at.Add(time.Duration(luck.Int64N(int64(last.Sub(w.clock.at)))))
		who := w.people[luck.Int64N(int64(len(w.people)))]
		w.queue.add(at, func() error {
			if c.kind == rules.Training && i%3 == 0 {
				if seeker, err := w.registered(i / 3); err != nil {
					return err
				} else if seeker != "" {
					who = seeker
				}
			}
			return w.enrol(id, who, i, luck)
		})
	}
	first := w.clockAt(c.day, c.hour)
	switch c.state {
	case rules.Cancelled:
		w.queue.add(first.Add(-30*time.Hour), func() error {
			p, err := w.d.Store.Read().Program.Get(w.ctx, id)
			if err != nil {
				return err
			}
			_, err = w.d.CancelProgram(w.keeper(), service.StepProgramInput{ProgramID: id, Version: p.Version, Reason: "主讲人临时有紧急任务，另行通知。", ClientMutationID: w.key()})
			return tolerate(err)
		})
	case rules.Held:
		for n := range c.sessions {
			w.queue.add(w.clockAt(c.day+n, c.hour).Add(20*time.Minute), func() error { return w.signIn(id, n+1, luck) })
		}
		w.queue.add(w.clockAt(c.day+c.sessions, 10), func() error { return w.result(id, c, luck) })
	}
	return nil
}

// registered is the resident who came on the register of job-seekers as the nth; "" where there are fewer.
func (w *world) registered(n int) (string, error) {
	s, err := w.d.Store.Read().JobSeeker.Query().Order(jobseeker.ByRegisteredAt(), jobseeker.ByID()).Offset(n).First(w.ctx)
	if ent.IsNotFound(err) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return s.ResidentID, nil
}

// enrol enrols a resident: four of five at the window, the others by themselves; some give their place back.
func (w *world) enrol(id, who string, i int, luck *dice) error {
	if i%5 == 4 {
		_, err := w.d.PublicEnrol(w.ctx, service.PublicEnrolInput{
			Community: w.community, ProgramID: id, Name: pick(luck, []string{"张秀兰", "李国强", "王海燕", "赵明", "陈静", "杨帆", "刘洋", "黄丽"}), Phone: fmt.Sprintf("1690002%04d", luck.IntN(10_000)),
			Agreed: true, Repeat: w.key(),
		})
		return tolerate(err)
	}
	done, err := w.d.Enrol(w.keeper(), service.EnrolInput{ProgramID: id, ResidentID: &who, ClientMutationID: w.key()})
	if err != nil || !luck.chance(10) {
		return tolerate(err)
	}
	w.queue.add(w.after(luck, 2*time.Hour, 16*time.Hour), func() error {
		_, err := w.d.WithdrawEnrolment(w.keeper(), service.EnrolmentInput{EnrolmentID: done.Enrolment.ID, ClientMutationID: w.key()})
		return tolerate(err)
	})
	return nil
}

func (w *world) signIn(id string, number int, luck *dice) error {
	s, err := w.d.Store.Read().ProgramSession.Query().Where(programsession.ProgramID(id), programsession.Number(number)).Only(w.ctx)
	if err != nil {
		return err
	}
	return w.seated(id, func(e *service.Enrolment) error {
		if !luck.chance(85) {
			return nil
		}
		_, err := w.d.TickAttendance(w.keeper(), service.TickAttendanceInput{SessionID: s.ID, EnrolmentID: e.ID, Present: true, ClientMutationID: w.key()})
		return tolerate(err)
	})
}

// seated does something for everybody who has a place.
func (w *world) seated(id string, do func(*service.Enrolment) error) error {
	for after := 0; ; {
		page, err := w.d.EnrolmentsOf(w.ctx, id, false, 100, after)
		if err != nil || len(page) == 0 {
			return err
		}
		for _, e := range page {
			after = e.Ticket
			if e.State != rules.Seated {
				continue
			}
			if err := do(e); err != nil {
				return err
			}
		}
	}
}

func (w *world) result(id string, c course, luck *dice) error {
	awards := []string{"一等奖", "二等奖", "二等奖", "三等奖", "三等奖", "三等奖"}
	n := 0
	if c.kind == rules.Training || c.kind == rules.Contest {
		if err := w.seated(id, func(e *service.Enrolment) error {
			in := service.RecordEnrolmentResultInput{EnrolmentID: e.ID, ClientMutationID: w.key()}
			switch {
			case c.kind == rules.Training:
				passed := len(e.Attended) >= 2
				in.Passed = &passed
			case n < len(awards) && len(e.Attended) > 0:
				in.Award = awards[n]
				n++
			default:
				return nil
			}
			_, err := w.d.RecordEnrolmentResult(w.keeper(), in)
			return tolerate(err)
		}); err != nil {
			return err
		}
	}
	for _, name := range []string{"王淑芬", "刘长河", "宋立新"}[:1+luck.Int64N(3)] {
		_, err := w.d.RecordVolunteer(w.keeper(), service.RecordVolunteerInput{ProgramID: id, Name: name, Minutes: 90 + 30*int(luck.Int64N(5)), ClientMutationID: w.key()})
		if tolerate(err) != nil {
			return err
		}
	}
	p, err := w.d.Store.Read().Program.Get(w.ctx, id)
	if err != nil {
		return err
	}
	if w.d.Files != nil {
		if err := w.draws(w.keeper(), service.AddPictureInput{ProgramID: id, Kind: cobuild.PictureDuring, Caption: p.Title + "：会场"}, hall(len(c.acts) > 0)); tolerate(err) != nil {
			return err
		}
	}
	_, err = w.d.HoldProgram(w.keeper(), service.HoldProgramInput{
		ProgramID: id, Version: p.Version, Result: "活动顺利，现场秩序良好，居民反映内容实用。", Cost: fmt.Sprintf("%d.00", 200+50*luck.Int64N(30)), Reached: int(luck.Int64N(60)), ClientMutationID: w.key(),
	})
	return tolerate(err)
}

// hall draws a hall from its last row: rows of chairs, and in front a stage with its curtain, or a screen. Nobody is in it.
func hall(stage bool) image.Image {
	const wide, high = 960, 600
	m := image.NewRGBA(image.Rect(0, 0, wide, high))
	for y := range high {
		for x := range wide {
			c := color.RGBA{238, 228, 210, 255}
			front := x > 140 && x < wide-140 && y > 90 && y < 300
			switch {
			case front && stage && (x < 280 || x > wide-280 || y < 130):
				c = color.RGBA{uint8(150 + 30*(x/14%2)), 30, 40, 255}
			case front && stage:
				c = color.RGBA{70, 48, 40, 255}
			case front:
				c = color.RGBA{250, 250, 250, 255}
				if x > 200 && x < wide-300 && y > 130 && y < 270 && y%35 < 9 {
					c = color.RGBA{70, 105, 150, 255}
				}
			case y > 300 && y < 330 && stage:
				c = color.RGBA{120, 82, 54, 255}
			case y >= 330:
				c = color.RGBA{176, 142, 108, 255}
				if row := (y - 330) % 90; row > 24 && row < 78 && (x+(y-330)/90*48)%96 > 18 {
					c = color.RGBA{150, 42, 46, 255}
				}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}
