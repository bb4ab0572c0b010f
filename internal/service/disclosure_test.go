package service_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
)

func (p *people) board() *service.Disclosed {
	p.t.Helper()
	b, err := p.Desk.Disclosed(p.Context(), p.Community)
	p.ok(err)
	return b
}

func (p *people) figures() *service.DisclosedFigures {
	p.t.Helper()
	f, err := p.Desk.DisclosedFigures(p.Context(), p.Community)
	p.ok(err)
	return f
}

func (p *people) postOf(b *service.Disclosed, code string) *service.DisclosedPost {
	p.t.Helper()
	i := slices.IndexFunc(b.Posts, func(q *service.DisclosedPost) bool { return q.Code == code })
	if i < 0 {
		p.t.Fatalf("no post %s", code)
	}
	return b.Posts[i]
}

func itemCodes(items []*service.DisclosedItem) string {
	var out []string
	for _, i := range items {
		out = append(out, i.Code)
	}
	return strings.Join(out, " ")
}

func peopleNames(people []*service.DisclosedPerson) string {
	var out []string
	for _, p := range people {
		out = append(out, p.Name)
	}
	return strings.Join(out, " ")
}

func TestQ5_TheBoardIsThereWithoutSigningIn(t *testing.T) {
	both(t, func(p *people) {
		b := p.board()
		p.want("office", b.Name+" "+b.Parent, "新星社区 九站街道")
		p.want("today", b.Today.String(), "2026-02-26")
		p.want("open", b.Open && b.Working, true)
		p.want("people", peopleNames(b.People), "周主任 吴建国 安晓梅 白云 曹阳 高志强") // by office, then pinyin; neither supervisor nor administrator
		p.want("items", itemCodes(b.Items), "DJ-01 SQ-01 ZM-01 ZX-01")
		p.want("not issued", itemCodes(b.NotIssued), "BC-01")
		p.want("where to go", b.NotIssued[0].Department.Name, "九站派出所")
		p.want("post of an item", b.Items[0].Post.Name, "综合窗口")
		p.want("departments", len(b.Departments), 2)
		p.want("A posts", strings.Join(b.People[2].APosts, " "), "综合窗口")
		p.want("B posts", strings.Join(b.People[2].BPosts, " "), "信访接待")

		all, err := p.Desk.DisclosedCommunities(p.Context())
		p.ok(err)
		p.want("communities", len(all), 1) // neither the subdistrict nor an office without posts
		p.want("community", all[0].ID, p.Community)
		for _, other := range []string{p.Subdistrict, p.Neighbour, "com_nowhere", ""} {
			_, err := p.Desk.Disclosed(p.Context(), other)
			p.refused(err, office.NotFound, "")
			_, err = p.Desk.FindDisclosed(p.Context(), other, "证明")
			p.refused(err, office.NotFound, "")
			_, err = p.Desk.DisclosedFigures(p.Context(), other)
			p.refused(err, office.NotFound, "")
		}

		p.At("2026-02-28 12:00") // a make-up Saturday, at noon
		b = p.board()
		p.want("make-up day", b.Working, true)
		p.want("at noon", b.Open, false)
		p.At("2026-03-01 10:00")
		p.want("Sunday", p.board().Working, false)
	})
}

func TestQ5_TheOfficesOwnWordsAreShown(t *testing.T) {
	both(t, func(p *people) {
		_, err := p.Desk.SetDisclosure(p.As("director"), service.SetDisclosureInput{
			Organisation: "机构", Duties: "职责", Procedure: "程序", Supervision: "监督", Hours: "时间", Address: "地址", Phone: "0432-63050000",
			ClientMutationID: p.ID(),
		})
		p.ok(err)
		p.want("texts", p.board().Texts, casework.Disclosure{
			Organisation: "机构", Duties: "职责", Procedure: "程序", Supervision: "监督", Hours: "时间", Address: "地址", Phone: "0432-63050000",
		})
	})
}

func TestB3_WhoIsOnDutyIsComputedAndNoReasonIsShown(t *testing.T) {
	both(t, func(p *people) {
		at := func() string {
			post := p.postOf(p.board(), "P-1")
			return post.A + " " + post.B + " " + post.OnDuty + " " + post.Holder()
		}
		p.want("A on duty", at(), "安晓梅 白云 A 安晓梅")
		for _, state := range []duty.State{duty.Away, duty.Suspended} {
			p.duty("leader", "clerk-a", state)
			p.want("B on duty", at(), "安晓梅 白云 B 白云")
			b := p.board()
			written, err := json.Marshal(b)
			p.ok(err)
			for _, secret := range []string{"AWAY", "SUSPENDED", "值班安排", "待岗", "clerk-a", p.Staff["clerk-a"].ID} {
				if strings.Contains(string(written), secret) {
					p.t.Errorf("%s: the board tells %q", state, secret)
				}
			}
			p.want("who is meant", b.People[2].Name, "安晓梅")
			p.want("there", b.People[2].OnDuty, false)
			p.duty("leader", "clerk-a", duty.OnDuty)
		}
		p.want("A is back", at(), "安晓梅 白云 A 安晓梅")
	})
}

func TestQ5_WhoLeftIsNotShown(t *testing.T) {
	both(t, func(p *people) {
		p.Put(p.t, duty.Left, "clerk-a")
		b := p.board()
		written, err := json.Marshal(b)
		p.ok(err)
		if strings.Contains(string(written), "安晓梅") {
			p.t.Error("the board shows who left")
		}
		post := p.postOf(b, "P-1")
		p.want("post", post.A+"/"+post.B+"/"+post.OnDuty, "/白云/B")
		found, err := p.Desk.FindDisclosed(p.Context(), p.Community, "安晓梅")
		p.ok(err)
		p.want("found", found.Count(), 0)
	})
}

func TestQ5_OnlyWhatIsInForceToday(t *testing.T) {
	both(t, func(p *people) {
		in := newItem(p.t, p.Office, "DJ-01")
		in.Name, in.LimitDays, in.ValidFrom = "居住登记（新）", 3, day(p.t, "2026-03-02")
		_, err := p.Desk.PublishItem(p.As("director"), in)
		p.ok(err)
		next := newItem(p.t, p.Office, "DJ-02")
		next.ValidFrom = day(p.t, "2026-03-02")
		_, err = p.Desk.PublishItem(p.As("director"), next)
		p.ok(err)
		b := p.board()
		p.want("today", itemCodes(b.Items), "DJ-01 SQ-01 ZM-01 ZX-01")
		p.want("the old version", b.Items[0].Name, "居住登记")
		found, err := p.Desk.FindDisclosed(p.Context(), p.Community, "老年证")
		p.ok(err)
		p.want("found before it holds", found.Count(), 0)

		p.At("2026-03-02 09:00")
		b = p.board()
		p.want("then", itemCodes(b.Items), "DJ-01 DJ-02 SQ-01 ZM-01 ZX-01")
		p.want("the new version", b.Items[0].Name, "居住登记（新）")
		p.want("its materials", len(b.Items[0].Materials) > 0, true)
	})
}

func TestQ2_TheBoardIsSearched(t *testing.T) {
	both(t, func(p *people) {
		for search, want := range map[string]string{
			"居住": "DJ-01 ZM-01", "juzhu": "DJ-01 ZM-01", "jzdj": "DJ-01", "qsgx": "BC-01", "paichusuo": "D-1", "63050110": "D-1", "安晓梅": "安晓梅",
			"axm": "安晓梅", "民政": "P-2", "mzck": "P-2", "王小明": "", "13900001234": "", "": "", "孙督办": "", "guanli": "",
		} {
			f, err := p.Desk.FindDisclosed(p.Context(), p.Community, search)
			p.ok(err)
			var got []string
			for _, i := range slices.Concat(f.Items, f.NotIssued) {
				got = append(got, i.Code)
			}
			for _, d := range f.Departments {
				got = append(got, d.Code)
			}
			for _, q := range f.Posts {
				got = append(got, q.Code)
			}
			for _, s := range f.People {
				got = append(got, s.Name)
			}
			p.want("search "+search, strings.Join(got, " "), want)
			p.want("count "+search, f.Count(), len(got))
		}
		_, err := p.Desk.FindDisclosed(p.Context(), p.Community, strings.Repeat("长", 101))
		p.refused(err, office.TooLong, "")
		_, err = p.Desk.FindDisclosed(p.Context(), p.Community, "\x00")
		p.refused(err, office.BadString, "")
	})
}

func TestQ5_TheFiguresOfTheMonthAreSumsAndTellOfNobody(t *testing.T) {
	both(t, func(p *people) {
		empty := p.figures()
		p.want("nothing yet", empty.Received+empty.OnSpot+empty.Guided+empty.Kept+empty.Missed+empty.Extended+len(empty.Popular), 0)
		p.want("month", empty.Month.String(), "2026-02-01")
		p.want("levels", len(empty.Ratings), 5)

		p.At("2026-02-02 09:00")
		kept := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3)
		missed := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 1)
		p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 2) // stays open
		spot := p.open("clerk-b", "ZM-01")
		p.done(p.Desk.ResolveOnSpot(p.As("clerk-b"), service.ResolveOnSpotInput{CaseRef: p.ref(spot), Outcome: "已开具"}))
		p.complete("clerk-a", kept)
		p.At("2026-02-26 09:00")
		p.complete("clerk-a", missed)
		rated, err := p.Desk.FollowByLink(p.Context(), spot.ReceiptNo, p.Desk.Link(spot)[len("/p/"+spot.ReceiptNo+"/"):])
		p.ok(err)
		_, err = p.Desk.Rate(p.Context(), service.RateInput{
			ReceiptNo: spot.ReceiptNo, Token: rated.Link[len("/p/"+spot.ReceiptNo+"/"):], Level: casework.Satisfied, Comment: "谢谢白云",
		})
		p.ok(err)
		_, err = p.Desk.Complain(p.Context(), service.ComplainInput{
			Community: p.Community, Topic: casework.TopicConduct, Text: "态度不好", Repeat: p.ID(),
		})
		p.ok(err)

		f := p.figures()
		p.want("received", f.Received, 4) // the complaint is in no figure
		p.want("on the spot", f.OnSpot, 1)
		p.want("kept", f.Kept, 1)
		p.want("missed", f.Missed, 2) // late, and not yet done
		p.want("satisfied", f.Ratings[1].Count, 1)
		p.want("popular", strings.Join(f.Popular, " "), "DJ-01 ZM-01")
		written, err := json.Marshal(f)
		p.ok(err)
		for _, secret := range []string{"王小明", "谢谢", "白云", p.Resident.ID, spot.ReceiptNo} {
			if strings.Contains(string(written), secret) {
				p.t.Errorf("the figures tell %q", secret)
			}
		}
		p.At("2026-03-02 09:00")
		f = p.figures()
		p.want("a new month", f.Received+f.OnSpot+f.Kept+f.Missed+f.Ratings[1].Count, 0)
	})
}

func TestQ5_NothingOfResidentsOrCasesIsOnTheBoard(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "DJ-01")
		b, err := json.Marshal(p.board())
		p.ok(err)
		for _, secret := range []string{"王小明", "王", servicetest.Phone, servicetest.IDNumber(), "新星小区3号楼", c.ReceiptNo, c.ID, "楼上漏水", "passwordHash", "$argon2"} {
			if strings.Contains(string(b), secret) {
				p.t.Errorf("the board tells %q", secret)
			}
		}
	})
}

func TestB3_TheSuperiorWhoStandsInIsOnTheBoard(t *testing.T) {
	both(t, func(p *people) {
		p.duty("leader", "clerk-a", duty.Suspended)
		p.duty("leader", "clerk-b", duty.Away) // suspension takes no turn of A and B (B6)
		b := p.board()
		post := p.postOf(b, "P-1")
		p.want("who is there", post.OnDuty+" "+post.Holder(), "SUPERIOR "+p.Staff["leader"].Name)
		written, err := json.Marshal(b)
		p.ok(err)
		for _, secret := range []string{"SUSPENDED", "AWAY", "值班安排", "待岗"} {
			if strings.Contains(string(written), secret) {
				p.t.Errorf("the board tells %q", secret)
			}
		}
	})
}
