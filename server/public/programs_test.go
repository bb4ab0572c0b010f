package public

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"xinxing/internal/office"
	"xinxing/internal/office/program"
)

func TestE5_ProgramsWithTheirPlaces(t *testing.T) {
	d := anOffice("")
	get(t, d, "/public/"+office1+"/programs").status(200).has("家政服务技能培训", "还有 4 个名额", "名额已满，候补 7 人", "活动取消", "2026年3月12日 周四", "09:00–11:00",
		"programs.ics", ">12<", ">345<", ">67<")
	get(t, d, programPth).status(200).has("我要报名", `name="phone"`, "第 2 场", "实训室", "开场舞", "一等奖")
	get(t, d, "/public/"+office1+"/programs/prg_2").has("现在报名进入候补")
	get(t, d, "/public/"+office1+"/programs/prg_3").has("天气原因").hasNot(`name="phone"`)
	get(t, d, "/public/"+office1+"/programs/prg_9").status(404)
	get(t, d, "/public/"+office1).has("/public/"+office1+"/programs", ">345<")
}

func TestE5_EnrollingGoesToTheConfirmation(t *testing.T) {
	d := anOffice("")
	form := url.Values{"name": {" 王小明 "}, "phone": {"１３９ 0000 1234"}, "agreed": {"1"}, "repeat": {"r1"}}
	g := ask(t, d, http.MethodPost, programPth, form).status(http.StatusSeeOther)
	if g.Header().Get("Location") != confirmPth {
		t.Error(g.Header())
	}
	if in := d.enrolled; in.Name != "王小明" || in.Phone != "13900001234" || !in.Agreed || in.Repeat != "r1" || in.From != "192.0.2.7" || in.ProgramID != "prg_1" {
		t.Errorf("%+v", in)
	}
	for _, c := range []struct {
		refuse error
		status int
		says   string
	}{
		{office.Refuse(office.AlreadyDone, "E5", "phone"), 409, "已报过名"},
		{office.Refuse(office.BadInput, "E5", "agreed"), 422, "请先同意"},
		{office.Refuse(office.TooLate, "E5", ""), 422, "已经截止"},
		{office.Refuse(office.IdempotencyClash, "", "repeat"), 409, "已经提交过"},
		{office.Refuse(office.TooMany, "Q7", "").With("retryAfter", 60), 429, "1 分钟后"},
	} {
		d.refuse = c.refuse
		ask(t, d, http.MethodPost, programPth, form).status(c.status).has(c.says, `value="王小明"`, `role="alert"`).hasNot("投诉已")
	}
}

func TestE5_TheConfirmationIsThePersonsAlone(t *testing.T) {
	d := anOffice("")
	get(t, d, confirmPth).status(200).has("候补中", "前面还有 2 人", "王**", "139****1234", "退出报名", `name="pin"`, "noindex").hasNot("小明")
	get(t, d, "/p/enrolment/enr_1/wrong").status(404)
	ask(t, d, http.MethodPost, confirmPth, url.Values{"do": {"withdraw"}}).status(http.StatusSeeOther)
	ask(t, d, http.MethodPost, confirmPth, url.Values{"do": {"here"}, "pin": {" 0042"}}).status(http.StatusSeeOther)
	if got := strings.Join(d.done, ","); got != "withdraw,here 0042" {
		t.Error(got)
	}
	d.refuse = office.Refuse(office.BadInput, "E5", "pin")
	ask(t, d, http.MethodPost, confirmPth, url.Values{"do": {"here"}, "pin": {"1111"}}).has("签到码不对")
	d.confirmed.State, d.confirmed.MayWithdraw, d.confirmed.Now = program.Withdrawn, false, nil
	get(t, d, confirmPth).has("已退出").hasNot("退出报名", `name="pin"`)
}

func TestE5_SigningInAtTheVenue(t *testing.T) {
	d := anOffice("")
	get(t, d, herePth).status(200).has(`name="lastFour"`, "家政服务技能培训", "第 1 场")
	form := url.Values{"name": {"王小明"}, "lastFour": {"１２３４"}}
	ask(t, d, http.MethodPost, herePth, form).status(200).has("签到成功").hasNot("王小明", `value="1234"`)
	if d.signed.LastFour != "1234" || d.signed.SessionID != "pse_1" || d.signed.From != "192.0.2.7" {
		t.Errorf("%+v", d.signed)
	}
	d.refuse = office.Refuse(office.NotFound, "E5", "name")
	ask(t, d, http.MethodPost, herePth, form).status(404).has("没有查到这位报名者", `value="王小明"`)
	get(t, d, "/public/"+office1+"/here/pse_1/wrong").status(404)
}

func TestE5_TheCalendarFeed(t *testing.T) {
	g := get(t, anOffice(""), "/public/"+office1+"/programs.ics").status(200)
	if kind := g.Header().Get("Content-Type"); kind != "text/calendar; charset=utf-8" {
		t.Error(kind)
	}
	if n := strings.Count(g.body, "BEGIN:VEVENT"); n != 6 {
		t.Errorf("%d events", n)
	}
	g.has("DTSTART:20260312T010000Z", "DTEND:20260312T030000Z", "UID:prg_1a@xinxing", "SEQUENCE:2", "STATUS:CANCELLED", "家政服务技能培训（1/2）")
	get(t, anOffice(""), "/public/nowhere/programs.ics").status(404)
}
