package service_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"xinxing/ent/figureentry"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/reporting"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
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

// told is a figure of the board by month, the running one first; "-" where there is nothing to tell it of.
func told(f *service.DisclosedFigures, of reporting.Figure) string {
	i := slices.IndexFunc(f.Figures, func(x service.DisclosedFigure) bool { return x.Figure == of })
	if i < 0 {
		return "not disclosed"
	}
	var out []string
	for _, v := range f.Figures[i].Values {
		if v == nil {
			out = append(out, "-")
		} else {
			out = append(out, strconv.FormatFloat(*v, 'f', -1, 64))
		}
	}
	return strings.Join(out, " ")
}

// rate opens a case, resolves it on the spot and has it rated.
func (p *people) rate(login, item string, level casework.RatingLevel) {
	p.t.Helper()
	spot := p.open(login, item)
	p.done(p.Desk.ResolveOnSpot(p.As(login), service.ResolveOnSpotInput{CaseRef: p.ref(spot), Outcome: "已开具"}))
	link := strings.Split(p.Desk.Link(spot), "/")
	_, err := p.Desk.Rate(p.Context(), service.RateInput{ReceiptNo: link[2], Token: link[3], Level: level, Comment: "谢谢白云"})
	p.ok(err)
}

func TestQ5_R_TheFiguresOfTheBoardAreThoseOfTheReport(t *testing.T) {
	both(t, func(p *people) {
		empty := p.figures()
		p.want("months", fmt.Sprint(empty.Months), "[2026-02-01 2026-01-01 2025-12-01 2025-11-01]")
		p.want("nothing yet", told(empty, reporting.FigureReceived)+"/"+told(empty, reporting.FigureOnTimeRate), "0 0 0 0/- - - -")
		p.want("levels", len(empty.Ratings), 5)

		p.At("2026-01-12 09:00")
		p.complete("clerk-a", p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3))
		p.At("2026-02-02 09:00")
		kept := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3)
		missed := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 1)
		p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 2) // stays open
		p.rate("clerk-b", "ZM-01", casework.Satisfied)
		p.complete("clerk-a", kept)
		p.At("2026-02-26 09:00")
		p.fire()
		p.complete("clerk-a", missed)
		_, err := p.Desk.Complain(p.Context(), service.ComplainInput{
			Community: p.Community, Topic: casework.TopicConduct, Text: "态度不好", Repeat: p.ID(),
		})
		p.ok(err)

		f := p.figures() // what was done a moment ago counts
		for of, want := range map[reporting.Figure]string{
			reporting.FigureReceived: "4 1 0 0", // the complaint is in no figure
			reporting.FigureOnSpot:   "1 0 0 0", reporting.FigureResolved: "3 1 0 0", reporting.FigureOnTimeRate: "66.7 100 - -",
			reporting.FigureOverdue: "2 0 0 0", reporting.FigureRatings: "1 0 0 0",
			reporting.FigureBreaches: "not disclosed", reporting.FigureEmergencies: "not disclosed", reporting.FigureStandIns: "not disclosed",
		} {
			p.want(string(of), told(f, of), want)
		}
		p.want("of one rating no level", len(f.Ratings), 0)
		p.want("popular", strings.Join(f.Popular, " "), "DJ-01 ZM-01")
		for range 5 {
			p.rate("clerk-b", "ZM-01", casework.VerySatisfied)
		}
		f = p.figures()
		p.want("of six their levels", fmt.Sprint(f.Ratings), fmt.Sprint([]service.RatingSum{
			{Level: casework.VerySatisfied, Count: 5}, {Level: casework.Satisfied, Count: 1}, {Level: casework.BasicallySatisfied},
			{Level: casework.Dissatisfied}, {Level: casework.VeryDissatisfied},
		}))
		for at, month := range f.Months {
			rows, err := p.Desk.Report(p.As("supervisor"), service.ReportInput{
				Figures: reporting.Disclosed(), From: month, Until: reporting.StepMonth.End(month), Where: &service.FigureFilter{CommunityIDs: []string{p.Community}},
			}, 1, "")
			p.ok(err)
			for i, figure := range f.Figures {
				board, report := "-", "-"
				if v := figure.Values[at]; v != nil {
					board = fmt.Sprint(*v)
				}
				if len(rows) == 1 && rows[0].Values[i] != nil {
					report = fmt.Sprint(*rows[0].Values[i])
				} else if len(rows) == 0 && figure.Unit == reporting.UnitCount {
					report = "0"
				}
				p.want(fmt.Sprint(month, figure.Figure), board, report)
			}
		}
		written, err := json.Marshal(f)
		p.ok(err)
		for _, secret := range []string{"王小明", "谢谢", "白云", p.Resident.ID, p.Staff["clerk-b"].ID} {
			if strings.Contains(string(written), secret) {
				p.t.Errorf("the figures tell %q", secret)
			}
		}
		p.At("2026-03-02 09:00")
		f = p.figures()
		p.want("a new month", told(f, reporting.FigureReceived), "0 9 1 0")
		p.sound()
	})
}

// The board may read what counts in its own figures, of its own community: no other measure, and nothing else of anything.
func TestQ5_TheBoardReadsItsFiguresAndNothingElse(t *testing.T) {
	both(t, func(p *people) {
		p.rate("clerk-b", "ZM-01", casework.Satisfied)
		p.At("2026-03-05 09:00")
		open := p.open("clerk-a", "DJ-01")
		p.At("2026-03-06 09:00")
		p.fire() // the first contact was left lying: a breach (F9)
		read, system := p.Desk.Store.Read(), p.System()
		p.want("breaches count", read.FigureEntry.Query().Where(figureentry.MeasureEQ(reporting.Breaches)).CountX(system) > 0, true)
		board := store.With(p.Context(), store.Board(p.Community))
		seen := read.FigureEntry.Query().AllX(board)
		p.want("reads", len(seen) > 0, true)
		for _, e := range seen {
			if !slices.Contains(reporting.DisclosedMeasures(), e.Measure) {
				t.Errorf("the board reads %s", e.Measure)
			}
		}
		neighbour := store.With(p.Context(), store.Board(p.Neighbour))
		p.want("of another community", read.FigureEntry.Query().CountX(neighbour), 0)
		p.want("cases, staff, items, events, ratings", fmt.Sprint(read.CaseFile.Query().CountX(board), read.Staff.Query().CountX(board),
			read.Item.Query().CountX(board), read.CaseEvent.Query().CountX(board), read.Rating.Query().CountX(board)), "0 0 0 0 0")
		err := p.Desk.Store.Act(board, p.Community, func(ctx context.Context, tx *store.Tx) error {
			return tx.CaseFile.UpdateOneID(open.ID).SetSituation("x").Exec(ctx)
		})
		p.refused(err, office.Forbidden, "")
	})
}

// However much was counted, the board costs the same few statements.
func TestQ5_TheFiguresOfTheBoardCostTheSameFewStatements(t *testing.T) {
	for _, dialect := range servicetest.Databases() {
		t.Run(dialect, func(t *testing.T) {
			var count atomic.Int64
			o := servicetest.NewWith(t, dialect, store.Options{SQL: sqldb.Options{OnStatement: func(context.Context, string) { count.Add(1) }}})
			p := &people{Office: o, t: t}
			cost := func() int64 {
				p.figures()
				count.Store(0)
				p.figures()
				return count.Load()
			}
			before := cost()
			for range 6 {
				p.rate("clerk-b", "ZM-01", casework.Satisfied)
				p.open("clerk-a", "DJ-01")
			}
			if after := cost(); after != before || after > 12 {
				t.Errorf("%d statements, then %d", before, after)
			}
			_, err := p.Desk.FoldFigures(p.System(), p.Community, 1)
			p.ok(err)
			if folded := cost(); folded > 16 { // of each report what is rolled up, and what came after
				t.Errorf("%d statements once figures are rolled up", folded)
			}
		})
	}
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
