package service_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/jpeg"
	"slices"
	"strings"
	"sync"
	"testing"

	"xinxing/ent"
	"xinxing/ent/breach"
	"xinxing/ent/casefile"
	"xinxing/ent/onetimenotice"
	"xinxing/internal/files"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/paper"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
)

func (p *people) ask4(login string, c *ent.CaseFile, reason string, missing ...string) (*service.CasePayload, error) {
	in := service.RequestMaterialsInput{CaseRef: p.ref(c), Missing: missing, ToldWay: casework.TellInPerson}
	if reason != "" {
		in.Reason = &reason
	}
	return p.Desk.RequestMaterials(p.As(login), in)
}

func (p *people) again(login string, c *ent.CaseFile, reason string, missing ...string) (*service.CasePayload, error) {
	return p.Desk.NoticeAgain(p.As(login), service.NoticeAgainInput{
		CaseRef: p.ref(c), Missing: missing, Reason: reason, ToldWay: casework.TellByPhone,
	})
}

func TestQ3_OneNoticeThenPartsThenTheLast(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "DJ-01")
		_, err := p.ask4("clerk-a", c, "")
		p.refused(err, office.NeedsMaterials, "Q3")
		c = p.done(p.ask4("clerk-a", c, "不需要的理由", "居民身份证", "户口簿"))
		notices, err := p.Desk.Notices(p.As("clerk-a"), c)
		p.ok(err)
		p.want("notices", fmt.Sprint(len(notices), notices[0].Missing, notices[0].Reason == "", notices[0].RepeatsID == nil), "1 [居民身份证 户口簿] true true")
		some := func(names ...string) (*service.CasePayload, error) {
			return p.Desk.ReceiveSome(p.As("clerk-a"), service.ReceiveSomeInput{CaseRef: p.ref(c), Received: names})
		}
		_, err = some("房产证")
		p.refused(err, office.NotFound, "Q3")
		_, err = some("居民身份证", "户口簿") // the last of it starts a promise: another act
		p.refused(err, office.BadInput, "Q4")
		c = p.done(some("居民身份证"))
		p.want("left", c.MissingMaterials, []string{"户口簿"})
		p.want("still waits", c.Status, casework.AwaitingMaterials)
		c = p.done(p.Desk.ReceiveMaterials(p.As("clerk-a"), service.ReceiveMaterialsInput{CaseRef: p.ref(c), WorkingDays: 5, ToldWay: casework.TellInPerson}))
		p.want("promised", fmt.Sprint(c.Status, c.MissingMaterials), "PROMISED[]")
		p.want("breaches", p.breaches(c), []string{})
		p.sound()
	})
}

func TestQ3_ASecondNoticeNeedsAReasonAndIsOneBreach(t *testing.T) {
	both(t, func(p *people) {
		c := p.done(p.ask4("clerk-a", p.open("clerk-a", "DJ-01"), "", "居民身份证"))
		_, err := p.again("clerk-a", c, " ", "户口簿")
		p.refused(err, office.SecondNotice, "Q3")
		p.want("nothing was kept", fmt.Sprint(p.now(c).Notices, p.breaches(c)), "1 []")
		in := service.NoticeAgainInput{CaseRef: p.ref(c), Missing: []string{"户口簿"}, Reason: "首次漏告", ToldWay: casework.TellByPhone}
		c = p.done(p.Desk.NoticeAgain(p.As("clerk-a"), in))
		p.done(p.Desk.NoticeAgain(p.As("clerk-a"), in)) // sent twice is once
		p.want("missing", p.now(c).MissingMaterials, []string{"居民身份证", "户口簿"})
		p.want("breaches", p.breaches(c), []string{"Q3 SECOND_NOTICE: clerk-a"})
		p.sound()
	})
}

// What a further notice names while a promise runs can still come in; the promise stays, and nothing is waited for after
// the case is closed.
func TestQ3_APaperNamedDuringThePromiseComesIn(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3)
		some := func(names ...string) (*service.CasePayload, error) {
			return p.Desk.ReceiveSome(p.As("clerk-a"), service.ReceiveSomeInput{CaseRef: p.ref(c), Received: names})
		}
		_, err := some("户口簿")
		p.refused(err, office.RefusedState, "Q3")
		due := c.DueAt
		named := []string{" 户口簿 ", "房产证"}
		c = p.done(p.Desk.NoticeAgain(p.As("clerk-a"), service.NoticeAgainInput{
			CaseRef: p.ref(c), Missing: named, Reason: "受理后发现需要", ToldWay: casework.TellByPhone,
		}))
		p.want("the caller's list is left alone", named, []string{" 户口簿 ", "房产证"})
		p.want("missing", c.MissingMaterials, []string{"户口簿", "房产证"})
		c = p.done(some("房产证"))
		p.want("left", c.MissingMaterials, []string{"户口簿"})
		c = p.done(some("户口簿")) // the last of it, too
		p.want("all in", fmt.Sprint(c.MissingMaterials, c.Status, c.DueAt.Equal(due)), "[]PROMISEDtrue")
		c = p.done(p.again("clerk-a", c, "又漏告", "照片"))
		p.want("breach", p.breaches(c), []string{"Q3 SECOND_NOTICE: clerk-a"})
		told := p.events(c)[c.Events-2:]
		p.want("told, then found", fmt.Sprint(told[0].Kind, told[1].Kind), "NOTICED_AGAINBREACH_FOUND")
		c = p.done(p.Desk.CompleteCase(p.As("clerk-a"), service.CompleteCaseInput{CaseRef: p.ref(c), Outcome: "已办结"}))
		p.want("nothing is waited for", c.MissingMaterials, []string{})
		p.sound()
	})
}

// A resident who must come back for a paper that the first notice did not name got a second notice, though it is another
// case; the breach is that of whoever gave the first.
func TestQ3_AnotherCaseOfTheSameResidentAndVersion(t *testing.T) {
	both(t, func(p *people) {
		first := p.done(p.ask4("clerk-a", p.open("clerk-a", "DJ-01"), "", "居民身份证"))
		p.done(p.Desk.Withdraw(p.As("clerk-a"), service.WithdrawInput{CaseRef: p.ref(first), Reason: "居民回去取材料"}))
		same := p.open("clerk-b", "DJ-01")
		p.done(p.ask4("clerk-b", same, "", "居民身份证")) // named the first time
		p.want("named before", p.breaches(same), []string{})
		other := p.open("clerk-b", "DJ-01")
		_, err := p.ask4("clerk-b", other, "", "户口簿")
		p.refused(err, office.SecondNotice, "Q3")
		p.done(p.ask4("clerk-b", other, "首次未告知户口簿", "户口簿"))
		p.want("breach", p.breaches(other), []string{"Q3 SECOND_NOTICE: clerk-a"})
		// Another version of the item begins anew.
		in := p.newItem("DJ-01")
		_, err = p.Desk.PublishItem(p.As("director"), in)
		p.ok(err)
		third := p.open("clerk-b", "")
		item := p.itemInForce("DJ-01")
		p.done(p.Desk.RequestMaterials(p.As("clerk-b"), service.RequestMaterialsInput{
			CaseRef: p.ref(third), ItemID: &item, Missing: []string{"新表格"}, ToldWay: casework.TellInPerson,
		}))
		p.want("another version", p.breaches(third), []string{})
		p.sound()
	})
}

func (p *people) newItem(code string) service.PublishItemInput {
	return service.PublishItemInput{
		Code: code, Name: "居住登记", Kind: casework.ItemRegistration, LimitDays: 5, PostID: &p.Posts["P-1"].ID, Fee: "10",
		Channels: []casework.Channel{casework.ChannelVisit}, Materials: []*service.MaterialInput{{Name: "新表格", Copies: 1, Form: casework.FormOriginal, Required: true}},
		Steps: []string{"受理"}, ValidFrom: workday.DateOf(p.Desk.Now(), servicetest.Zone), ClientMutationID: p.ID(),
	}
}

func (p *people) itemInForce(code string) string {
	p.t.Helper()
	items, err := p.Desk.Items(p.As("clerk-b"), &code, nil, false, 1)
	p.ok(err)
	return items[0].ID
}

func TestQ3_WhatNeverComesIsWithdrawn(t *testing.T) {
	both(t, func(p *people) {
		c := p.done(p.ask4("clerk-a", p.open("clerk-a", "DJ-01"), "", "居民身份证"))
		_, err := p.Desk.Withdraw(p.As("clerk-a"), service.WithdrawInput{CaseRef: p.ref(c), Reason: ""})
		p.refused(err, office.NeedsReason, "Q3")
		_, err = p.Desk.Withdraw(p.As("clerk-b"), service.WithdrawInput{CaseRef: p.ref(c), Reason: "放弃"})
		p.refused(err, office.NotResponsible, "Q3")
		c = p.done(p.Desk.Withdraw(p.As("clerk-a"), service.WithdrawInput{CaseRef: p.ref(c), Reason: "两次催要后居民表示放弃"}))
		p.want("ended", fmt.Sprint(c.Open, c.Status), "falseWITHDRAWN")
		// A promise is no such thing: it cannot be got rid of this way (T4).
		promised := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3)
		_, err = p.Desk.Withdraw(p.As("clerk-a"), service.WithdrawInput{CaseRef: p.ref(promised), Reason: "放弃"})
		p.refused(err, office.RefusedState, "Q3")
		p.sound()
	})
}

func (p *people) take(login string, c *ent.CaseFile, names ...string) *ent.CaseFile {
	p.t.Helper()
	in := service.TakePiecesInput{CaseRef: p.ref(c)}
	for _, n := range names {
		in.Pieces = append(in.Pieces, &service.PieceInput{Name: n, Form: casework.FormOriginal, Count: 1, Condition: "完好", Place: "1号柜2层"})
	}
	return p.done(p.Desk.TakePieces(p.As(login), in))
}

func TestA5_OriginalsAreHandedBackBeforeACaseIsClosed(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3)
		_, err := p.Desk.TakePieces(p.As("clerk-a"), service.TakePiecesInput{CaseRef: p.ref(c), Pieces: []*service.PieceInput{
			{Name: "户口簿", Form: casework.FormOriginal, Count: 1, Place: "柜"}, {Name: "房产证", Form: casework.FormOriginal, Count: 0, Place: "柜"},
		}})
		p.refused(err, office.BadInput, "A5")
		p.want("nothing half taken", p.now(c).Pieces, 0)
		c = p.take("clerk-a", c, "户口簿", "房产证")
		if slices.Contains(p.allowed("clerk-a", c), casework.ActComplete) {
			t.Error("a case that keeps originals can be completed")
		}
		_, err = p.Desk.CompleteCase(p.As("clerk-a"), service.CompleteCaseInput{CaseRef: p.ref(c), Outcome: "已办结"})
		p.refused(err, office.CustodyOpen, "A5")
		pieces, err := p.Desk.Pieces(p.As("clerk-a"), c)
		p.ok(err)
		for _, piece := range pieces {
			in := service.ReturnPieceInput{CaseRef: p.ref(c), PieceID: piece.ID, SignedBy: "王小明"}
			p.done(p.Desk.ReturnPiece(p.As("clerk-a"), in))
			in.CaseRef = p.ref(c)
			_, err = p.Desk.ReturnPiece(p.As("clerk-a"), in)
			p.refused(err, office.AlreadyDone, "A5")
		}
		p.complete("clerk-a", c)
		p.sound()
	})
}

func TestA5_ALostOrDamagedPieceIsOneBreach(t *testing.T) {
	both(t, func(p *people) {
		c := p.take("clerk-a", p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3), "户口簿", "房产证")
		pieces, err := p.Desk.Pieces(p.As("clerk-b"), c)
		p.ok(err)
		report := func(piece *ent.CustodyPiece, as casework.PieceState) (*service.CasePayload, error) {
			return p.Desk.ReportPiece(p.As("clerk-b"), service.ReportPieceInput{CaseRef: p.ref(c), PieceID: piece.ID, As: as, Facts: "柜中未见"})
		}
		_, err = report(pieces[0], casework.PieceReturned)
		p.refused(err, office.BadInput, "A5")
		p.done(report(pieces[0], casework.PieceLost))
		_, err = report(pieces[0], casework.PieceLost)
		p.refused(err, office.AlreadyDone, "A5")
		p.done(report(pieces[1], casework.PieceDamaged))
		p.want("breaches", p.breaches(c), []string{"A5 MATERIAL_LOST: clerk-a", "A5 MATERIAL_DAMAGED: clerk-a"})
		p.want("still kept", p.now(c).PiecesHeld, 1) // the damaged one
		// Another case's piece is not reported on this one.
		other := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3)
		_, err = p.Desk.ReportPiece(p.As("clerk-b"), service.ReportPieceInput{CaseRef: p.ref(other), PieceID: pieces[1].ID, As: casework.PieceLost, Facts: "x"})
		p.refused(err, office.RefusedState, "A5")
		p.sound()
	})
}

func TestA6_NoMoreThanTheStandard(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3)
		charge := func(amount string) (*service.CasePayload, error) {
			return p.Desk.Charge(p.As("clerk-a"), service.ChargeInput{CaseRef: p.ref(c), Amount: amount, BillNo: "No.7"})
		}
		for _, bad := range []string{"", "-1", "1.005", "ten", "0"} {
			_, err := charge(bad)
			p.refused(err, office.BadInput, "A6")
		}
		_, err := charge("10.01")
		p.refused(err, office.OverStandard, "A6")
		p.done(charge("6"))
		_, err = charge("4.01")
		p.refused(err, office.OverStandard, "A6")
		p.done(charge("4.00"))
		p.want("charged", p.now(c).ChargedFen, 1000)
		if slices.Contains(p.allowed("clerk-a", p.now(c)), casework.ActCharge) {
			t.Error("there is more to charge")
		}
		free := p.promise("clerk-c", p.open("clerk-c", "SQ-01"), 3)
		_, err = p.Desk.Charge(p.As("clerk-c"), service.ChargeInput{CaseRef: p.ref(free), Amount: "1"})
		p.refused(err, office.OverStandard, "A6")
		p.want("refusing is no breach", p.breaches(c), []string{})
		// Whoever reports it, it is one breach.
		over := func(login string) error {
			_, err := p.Desk.ReportBreach(p.As(login), service.ReportBreachInput{
				CaseID: c.ID, Kind: casework.BreachOvercharge, Facts: "居民反映多收20元", ClientMutationID: p.ID(),
			})
			return err
		}
		p.ok(over("clerk-b"))
		p.refused(over("clerk-c"), office.AlreadyDone, "A6")
		p.want("breaches", p.breaches(c), []string{"A6 OVERCHARGE: clerk-a"})
		p.sound()
	})
}

// closed is a case that clerk-a finished, and its public link.
func (p *people) closed() (*ent.CaseFile, string, string) {
	p.t.Helper()
	c := p.complete("clerk-a", p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3))
	parts := strings.Split(p.Desk.Link(c), "/")
	return c, parts[2], parts[3]
}

func TestQ7_FollowedByNumberAndLastFourOrByLink(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3)
		f, err := p.Desk.Follow(p.Context(), service.FollowInput{ReceiptNo: c.ReceiptNo, LastFour: "1234", From: "a"})
		p.ok(err)
		p.want("seen", fmt.Sprint(f.ReceiptNo == c.ReceiptNo, f.Item, f.Step, f.WorkingDaysLeft, f.Responsible, f.MayRate), "true居住登记4 3安晓梅false")
		parts := strings.Split(f.Link, "/")
		linked, err := p.Desk.FollowByLink(p.Context(), parts[2], parts[3])
		p.ok(err)
		p.want("by link", linked.ReceiptNo, c.ReceiptNo)
		seen, err := json.Marshal(f)
		p.ok(err)
		for _, secret := range []string{"王小明", "漏水", "新星小区", "1234\"", "13900001234", c.ID} {
			if strings.Contains(string(seen), secret) {
				t.Errorf("it tells %q: %s", secret, seen)
			}
		}
		for _, wrong := range [][2]string{{parts[2], parts[3] + "x"}, {parts[2], ""}, {"20260101-99999", parts[3]}, {"x", parts[3]}} {
			_, err := p.Desk.FollowByLink(p.Context(), wrong[0], wrong[1])
			p.refused(err, office.NotFound, "Q7")
		}
		// The token of one case opens no other.
		other := p.open("clerk-b", "DJ-01")
		_, err = p.Desk.FollowByLink(p.Context(), other.ReceiptNo, parts[3])
		p.refused(err, office.NotFound, "Q7")
	})
}

// A thousand guesses find nothing and are slowed down, for one number and from one place.
func TestQ7_GuessingFindsNothingAndIsThrottled(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3)
		counts := map[office.Code]int{}
		for n := range 1000 {
			_, err := p.Desk.Follow(p.Context(), service.FollowInput{
				ReceiptNo: c.ReceiptNo, LastFour: fmt.Sprintf("%04d", 2000+n), From: fmt.Sprintf("place-%d", n%40),
			})
			r, ok := err.(*office.Refusal)
			if !ok {
				t.Fatalf("guess %d: %v", n, err)
			}
			counts[r.Code]++
		}
		if counts[office.NotFound] > 5 || counts[office.TooMany] < 995 {
			t.Errorf("guesses of one number: %v", counts)
		}
		// Right, but too late: whoever waits may not try.
		_, err := p.Desk.Follow(p.Context(), service.FollowInput{ReceiptNo: c.ReceiptNo, LastFour: "1234", From: "elsewhere"})
		p.refused(err, office.TooMany, "Q7")
		counts = map[office.Code]int{}
		for n := range 200 {
			_, err := p.Desk.Follow(p.Context(), service.FollowInput{ReceiptNo: fmt.Sprintf("20260226-%05d", 10000+n), LastFour: "1234", From: "one place"})
			r, ok := err.(*office.Refusal)
			if !ok {
				t.Fatalf("number %d: %v", n, err)
			}
			counts[r.Code]++
		}
		if counts[office.NotFound] > 30 || counts[office.TooMany] < 170 {
			t.Errorf("numbers from one place: %v", counts)
		}
	})
}

func TestQ6_RatedOnceAndTheRaterIsHidden(t *testing.T) {
	both(t, func(p *people) {
		c, number, token := p.closed()
		rate := func(level casework.RatingLevel, comment string) error {
			_, err := p.Desk.Rate(p.Context(), service.RateInput{ReceiptNo: number, Token: token, Level: level, Tags: []casework.RatingTag{casework.TagSlow}, Comment: comment})
			return err
		}
		p.refused(rate("GREAT", ""), office.BadInput, "Q6")
		p.ok(rate(casework.VeryDissatisfied, "等了很久"))
		p.refused(rate(casework.VerySatisfied, ""), office.AlreadyDone, "Q6")
		matter, err := p.Desk.Store.Read().CaseFile.Query().Where(casefile.MatterEQ(casework.MatterBadRating)).Only(p.System())
		p.ok(err)
		p.holds(matter, "leader", duty.AsSuperior, "leader")
		p.want("of", fmt.Sprint(*matter.AboutCaseID == c.ID, p.name(*matter.AboutID), matter.Status), "trueclerk-aTO_CHECK")
		// Who was rated, and other clerks, find it nowhere; the journal of the rated case says nothing.
		for _, login := range []string{"clerk-a", "clerk-b"} {
			ctx := p.As(login)
			n, err := p.Desk.Store.Read().CaseFile.Query().Where(casefile.ID(matter.ID)).Count(ctx)
			p.ok(err)
			events, err := p.Desk.Store.Read().CaseEvent.Query().All(ctx)
			p.ok(err)
			ratings, err := p.Desk.Store.Read().Rating.Query().Count(ctx)
			p.ok(err)
			p.want(login+" finds", fmt.Sprint(n, ratings), "0 0")
			for _, e := range events {
				if e.CaseID == matter.ID {
					t.Errorf("%s reads %s of the matter", login, e.Kind)
				}
			}
			_, err = p.Desk.CheckMatter(ctx, service.CheckInput{CaseRef: p.ref(matter), Findings: "x", Upheld: false})
			p.refused(err, office.NotFound, "")
		}
		for _, e := range p.events(c) {
			if strings.Contains(fmt.Sprint(e.Facts, e.Reason), "等了很久") || e.Status == casework.ToCheck {
				t.Errorf("the case's journal tells of the rating: %s", e.Kind)
			}
		}
		sums, err := p.Desk.MyRatings(p.As("clerk-a"))
		p.ok(err)
		p.want("own sums", fmt.Sprint(*sums[4]), "{VERY_DISSATISFIED 1}")
		// A good rating opens nothing.
		_, number, token = p.closed()
		p.ok(rate(casework.Satisfied, ""))
		n, err := p.Desk.Store.Read().CaseFile.Query().Where(casefile.MatterEQ(casework.MatterBadRating)).Count(p.System())
		p.ok(err)
		p.want("matters", n, 1)
		// An open case is rated by nobody.
		open := p.open("clerk-a", "DJ-01")
		parts := strings.Split(p.Desk.Link(open), "/")
		number, token = parts[2], parts[3]
		p.refused(rate(casework.Satisfied, ""), office.RefusedState, "Q6")
		p.sound()
	})
}

func TestQ6_CheckedPutRightAnsweredCalledBack(t *testing.T) {
	both(t, func(p *people) {
		_, number, token := p.closed()
		_, err := p.Desk.Rate(p.Context(), service.RateInput{ReceiptNo: number, Token: token, Level: casework.Dissatisfied})
		p.ok(err)
		m, err := p.Desk.Store.Read().CaseFile.Query().Where(casefile.MatterEQ(casework.MatterBadRating)).Only(p.System())
		p.ok(err)
		p.want("acts", p.allowed("leader", m), []casework.Act{casework.ActAttach, casework.ActCheck})
		_, err = p.Desk.PutRight(p.As("leader"), service.PutRightInput{CaseRef: p.ref(m), Done: "先整改"})
		p.refused(err, office.RefusedState, "Q6")
		m = p.done(p.Desk.CheckMatter(p.As("leader"), service.CheckInput{CaseRef: p.ref(m), Findings: "属实", Upheld: true}))
		m = p.done(p.Desk.PutRight(p.As("leader"), service.PutRightInput{CaseRef: p.ref(m), Done: "已提醒并调整流程"}))
		m = p.done(p.Desk.AnswerMatter(p.As("leader"), service.AnswerInput{CaseRef: p.ref(m), Answer: "已致歉", ToldWay: casework.TellByPhone}))
		m = p.done(p.Desk.CallBackMatter(p.As("leader"), service.CallBackInput{CaseRef: p.ref(m), Satisfied: true, Note: "居民表示满意"}))
		p.want("ended", fmt.Sprint(m.Open, m.Status), "falseCOMPLETED")
		// What is not so needs nothing put right, but is answered.
		_, number, token = p.closed()
		_, err = p.Desk.Rate(p.Context(), service.RateInput{ReceiptNo: number, Token: token, Level: casework.Dissatisfied})
		p.ok(err)
		m, err = p.Desk.Store.Read().CaseFile.Query().Where(casefile.MatterEQ(casework.MatterBadRating), casefile.Open(true)).Only(p.System())
		p.ok(err)
		m = p.done(p.Desk.CheckMatter(p.As("leader"), service.CheckInput{CaseRef: p.ref(m), Findings: "与事实不符", Upheld: false}))
		p.want("next", m.Status, casework.ToAnswer)
		// It has its own clock, which warns and finds a breach.
		p.Clock.Set(m.DueAt)
		p.fire()
		p.want("warned", p.warned(m), []string{"03-04 08:30 REVIEW_NEAR: leader", "03-04 17:00 REVIEW_PASSED: director leader"})
		p.want("breach", p.breaches(m), []string{"Q6 REVIEW_MISSED: leader"})
		p.sound()
	})
}

func TestA6_AComplaintGoesToTheSuperiorAndNotToWhomItIsAbout(t *testing.T) {
	both(t, func(p *people) {
		c := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3)
		in := service.ComplainInput{
			Community: p.Community, Topic: casework.TopicFee, Text: "多收了二十元", About: c.ReceiptNo, Contact: "13900004321", From: "x", Repeat: "form-1",
		}
		first, err := p.Desk.Complain(p.Context(), in)
		p.ok(err)
		twice, err := p.Desk.Complain(p.Context(), in)
		p.ok(err)
		p.want("sent twice", *twice, *first)
		m, err := p.Desk.Store.Read().CaseFile.Query().Where(casefile.MatterEQ(casework.MatterComplaint)).Only(p.System())
		p.ok(err)
		p.holds(m, "leader", duty.AsSuperior, "leader")
		seen, err := p.Desk.Case(p.As("clerk-a"), &m.ID, nil)
		if err != nil || seen != nil {
			t.Errorf("whom it is about reads it: %v %v", seen, err)
		}
		followed, err := p.Desk.Follow(p.Context(), service.FollowInput{ReceiptNo: first.ReceiptNo, LastFour: "4321", From: "y"})
		p.ok(err)
		p.want("followed", fmt.Sprint(followed.Supervision, followed.Step, followed.Responsible), "true 1吴建国")
		p.done(p.Desk.CheckMatter(p.As("leader"), service.CheckInput{CaseRef: p.ref(m), Findings: "收据与标准不符", Upheld: true}))
		p.want("overcharge", p.breaches(c), []string{"A6 OVERCHARGE: clerk-a"})
		// About the director it goes to the subdistrict, whose supervisor works on it; the director reads nothing of it.
		_, err = p.Desk.Complain(p.Context(), service.ComplainInput{
			Community: p.Community, Topic: casework.TopicConduct, Text: "态度不好", Person: "周主任", From: "x", Repeat: "form-2",
		})
		p.ok(err)
		up, err := p.Desk.Store.Read().CaseFile.Query().Where(casefile.MatterEQ(casework.MatterComplaint), casefile.CommunityID(p.Subdistrict)).Only(p.System())
		p.ok(err)
		p.holds(up, "supervisor", duty.AsSuperior, "supervisor")
		// Its number is none of a community's, so that the supervisor finds each by its number.
		for _, want := range []*ent.CaseFile{c, m, up} {
			found, err := p.Desk.Case(p.As("supervisor"), nil, &want.ReceiptNo)
			p.ok(err)
			p.want("by "+want.ReceiptNo, found.ID, want.ID)
		}
		for _, login := range []string{"director", "leader", "clerk-a"} {
			if seen, err := p.Desk.Case(p.As(login), &up.ID, nil); err != nil || seen != nil {
				t.Errorf("%s reads it: %v %v", login, seen, err)
			}
		}
		up = p.done(p.Desk.CheckMatter(p.As("supervisor"), service.CheckInput{CaseRef: p.ref(up), Findings: "已核实", Upheld: true}))
		p.want("next", up.Status, casework.ToPutRight)
		// Nobody is known: the director.
		_, err = p.Desk.Complain(p.Context(), service.ComplainInput{Community: p.Community, Topic: casework.TopicDelay, Text: "一直没人管", From: "x", Repeat: "form-3"})
		p.ok(err)
		last, err := p.Desk.Store.Read().CaseFile.Query().Where(casefile.MatterEQ(casework.MatterComplaint), casefile.AboutIDIsNil()).Only(p.System())
		p.ok(err)
		p.holds(last, "director", duty.AsSuperior, "director")
		// Many from one place are slowed down.
		var refused error
		for n := range 20 {
			_, err := p.Desk.Complain(p.Context(), service.ComplainInput{Community: p.Community, Topic: casework.TopicOther, Text: "x", From: "x", Repeat: fmt.Sprint("flood-", n)})
			if err != nil {
				refused = err
			}
		}
		p.refused(refused, office.TooMany, "")
		p.sound()
	})
}

// The feed of the desk tells of a matter to those who may see it, and to nobody else.
// An open matter keeps the director from going away no more than a case does: another leader answers for it meanwhile.
func TestQ6_B2_TheDirectorIsAwayWithAMatterOpen(t *testing.T) {
	both(t, func(p *people) {
		told, err := p.Desk.Complain(p.Context(), service.ComplainInput{
			Community: p.Community, Topic: casework.TopicDelay, Text: "一直没人管", From: "x", Repeat: "away-1",
		})
		p.ok(err)
		c, err := p.Desk.Store.Read().CaseFile.Query().Where(casefile.ReceiptNo(told.ReceiptNo)).Only(p.System())
		p.ok(err)
		p.holds(c, "director", duty.AsSuperior, "director")
		p.duty("administrator", "director", duty.Away)
		p.holds(c, "leader", duty.AsSuperior, "director")
		p.sound()
		c = p.now(c)
		_, err = p.Desk.CheckMatter(p.As("director"), service.CheckInput{CaseRef: p.ref(c), Findings: "属实", Upheld: true})
		p.refused(err, office.NotOnDuty, "B2")
		c = p.done(p.Desk.CheckMatter(p.As("leader"), service.CheckInput{CaseRef: p.ref(c), Findings: "属实", Upheld: true}))
		p.want("checked", c.Status, casework.ToPutRight)
		p.duty("administrator", "director", duty.OnDuty)
		p.holds(c, "director", duty.AsSuperior, "director")
		p.sound()
	})
}

func TestQ6_TheFeedKeepsAMatterFromWhomItIsAbout(t *testing.T) {
	both(t, func(p *people) {
		_, number, token := p.closed()
		start := service.EventCursor(p.journal(0)[len(p.journal(0))-1])
		ctx, hangUp := context.WithCancel(p.Context())
		defer hangUp()
		follow := func(login string) <-chan *service.DeskEvent {
			events, err := p.Desk.DeskEvents(store.With(ctx, p.Viewer(login)), &start)
			p.ok(err)
			return events
		}
		leader, clerk := follow("leader"), follow("clerk-a")
		_, err := p.Desk.Rate(p.Context(), service.RateInput{ReceiptNo: number, Token: token, Level: casework.Dissatisfied})
		p.ok(err)
		after := p.open("clerk-b", "")
		matter := next(p, leader)
		p.want("the leader first", fmt.Sprint(matter.Kind, *matter.CaseID != after.ID), "CASE_OPENEDtrue")
		p.want("the leader then", *next(p, leader).CaseID, after.ID)
		p.want("the clerk", *next(p, clerk).CaseID, after.ID)
	})
}

func TestPapers_PrintedAndJournalled(t *testing.T) {
	both(t, func(p *people) {
		p.Desk.PublicURL = "https://xinxing.example/"
		c := p.done(p.ask4("clerk-a", p.open("clerk-a", "DJ-01"), "", "户口簿"))
		kinds := func() string {
			offers, err := p.Desk.Papers(p.As("clerk-a"), p.now(c))
			p.ok(err)
			var out []string
			for _, o := range offers {
				mark := ""
				if o.Draft {
					mark = "*"
				}
				out = append(out, strings.TrimPrefix(o.Number, c.ReceiptNo)+mark)
			}
			return strings.Join(out, " ")
		}
		p.want("awaiting", kinds(), "-接 -告1")
		_, err := p.Desk.PrintPaper(p.As("clerk-a"), service.PrintPaperInput{CaseID: c.ID, Kind: casework.PaperAcceptance, ClientMutationID: p.ID()})
		p.refused(err, office.RefusedState, "Papers")
		c = p.done(p.Desk.ReceiveMaterials(p.As("clerk-a"), service.ReceiveMaterialsInput{CaseRef: p.ref(c), WorkingDays: 5, ToldWay: casework.TellInPerson}))
		c = p.take("clerk-a", c, "户口簿")
		p.want("promised", kinds(), "-接 -告1 -收 -受 -结*")
		notice, err := p.Desk.Store.Read().OneTimeNotice.Query().Where(onetimenotice.CaseID(c.ID)).Only(p.System())
		p.ok(err)
		version := p.now(c).Version
		in := service.PrintPaperInput{CaseID: c.ID, Kind: casework.PaperOneTimeNotice, SubjectID: &notice.ID, ClientMutationID: p.ID()}
		printed, err := p.Desk.PrintPaper(p.As("clerk-b"), in)
		p.ok(err)
		again, err := p.Desk.PrintPaper(p.As("clerk-b"), in)
		p.ok(err)
		p.want("once", again.Paper.ID, printed.Paper.ID)
		e := p.last(c, casework.EventPaperPrinted)
		p.want("journal", fmt.Sprint(e.Facts["paper"], e.Facts["number"], p.name(*e.ActorID)), "ONE_TIME_NOTICE"+c.ReceiptNo+"-告1clerk-b")
		p.want("version", p.now(c).Version, version) // what somebody has on the screen stays good
		for _, o := range []casework.PaperKind{casework.PaperIntake, casework.PaperMaterials, casework.PaperAcceptance, casework.PaperCompletion} {
			_, err := p.Desk.PrintPaper(p.As("clerk-a"), service.PrintPaperInput{CaseID: c.ID, Kind: o, ClientMutationID: p.ID()})
			p.ok(err)
		}
		list, err := p.Desk.Printed(p.As("clerk-a"), c.ID)
		p.ok(err)
		for _, one := range list {
			row, doc, err := p.Desk.PaperPrinted(p.As("clerk-a"), one.ID)
			p.ok(err)
			p.want("draft", doc.Draft, row.Draft)
			p.want("code", doc.QR, "https://xinxing.example"+p.Desk.Link(c))
			var pdf bytes.Buffer
			p.ok(doc.PDF(&pdf))
			if !bytes.HasPrefix(pdf.Bytes(), []byte("%PDF-")) {
				t.Errorf("%s is no PDF", row.Number)
			}
			if strings.Contains(row.ContentSealed, "王小明") {
				t.Error("the kept paper is not sealed")
			}
			for login, code := range map[string]office.Code{"neighbour": office.NotFound, "administrator": office.NotFound, "supervisor": office.Forbidden} {
				_, _, err = p.Desk.PaperPrinted(p.As(login), one.ID)
				p.refused(err, code, "")
			}
			_, _, err = p.Desk.PaperPrinted(p.Context(), one.ID)
			p.refused(err, office.Unauthenticated, "")
		}
		p.sound()
	})
}

// The office's form is A4; the slips of the window are printed on half a sheet where somebody asks for it, and no others.
func TestPapers_TheSlipsAlsoOnHalfASheet(t *testing.T) {
	both(t, func(p *people) {
		p.Desk.PublicURL = "https://xinxing.example/"
		c := p.take("clerk-a", p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3), "户口簿")
		guided := p.done(p.Desk.GuideCase(p.As("clerk-a"), service.GuideCaseInput{
			CaseRef: p.ref(p.open("clerk-a", "BC-01")), DepartmentID: p.Departments["D-1"].ID, Said: "亲属关系证明请到派出所办理，带户口簿和身份证。",
		}))
		size := func(c *ent.CaseFile, kind casework.PaperKind, size casework.PaperSize) (paper.Size, error) {
			done, err := p.Desk.PrintPaper(p.As("clerk-a"), service.PrintPaperInput{CaseID: c.ID, Kind: kind, Size: size, ClientMutationID: p.ID()})
			if err != nil {
				return "", err
			}
			_, doc, err := p.Desk.PaperPrinted(p.As("clerk-a"), done.Paper.ID)
			p.ok(err)
			var pdf bytes.Buffer
			p.ok(doc.PDF(&pdf))
			box := map[paper.Size]string{paper.A4: "/MediaBox[0 0 595.28 841.89]", paper.A5: "/MediaBox[0 0 419.53 595.28]"}[doc.Size]
			if !bytes.Contains(pdf.Bytes(), []byte(box)) {
				t.Errorf("%s is not on %s", kind, doc.Size)
			}
			if n := bytes.Count(pdf.Bytes(), []byte("/Type/Page/")); n != 1 {
				t.Errorf("%s on %s takes %d pages", kind, doc.Size, n)
			}
			return doc.Size, nil
		}
		for _, on := range []struct {
			c    *ent.CaseFile
			kind casework.PaperKind
		}{{c, casework.PaperIntake}, {c, casework.PaperMaterials}, {guided, casework.PaperGuidance}} {
			for asked, want := range map[casework.PaperSize]paper.Size{"": paper.A4, casework.SizeA4: paper.A4, casework.SizeA5: paper.A5} {
				got, err := size(on.c, on.kind, asked)
				p.ok(err)
				p.want(string(on.kind), got, want)
			}
		}
		before := p.Desk.Store.Read().PrintedPaper.Query().CountX(p.System())
		for _, bad := range []casework.PaperSize{casework.SizeA5, "A3"} {
			_, err := size(c, casework.PaperAcceptance, bad)
			p.refused(err, office.BadInput, "Papers")
		}
		_, err := size(c, casework.PaperIntake, "A3")
		p.refused(err, office.BadInput, "Papers")
		p.want("printed", p.Desk.Store.Read().PrintedPaper.Query().CountX(p.System()), before)
		p.sound()
	})
}

// picture is a small JPEG.
var picture = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, 40, 30)), nil); err != nil {
		panic(err) // into memory
	}
	return b.Bytes()
})

func TestA5_ScansAreKeptWithTheCase(t *testing.T) {
	both(t, func(p *people) {
		var err error
		p.Desk.Files, err = files.Open("file://" + t.TempDir())
		p.ok(err)
		c := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3)
		f, err := p.Desk.Attach(p.As("clerk-a"), c.ID, "upload-1", "..\\户口簿.jpg", bytes.NewReader(picture()))
		p.ok(err)
		again, err := p.Desk.Attach(p.As("clerk-a"), c.ID, "upload-1", "..\\户口簿.jpg", bytes.NewReader(picture()))
		p.ok(err)
		p.want("once", again.ID, f.ID)
		p.want("name", f.Name, "户口簿.jpg")
		_, r, err := p.Desk.OpenAttachment(p.As("clerk-b"), f.ID)
		p.ok(err)
		p.ok(r.Close())
		for login, code := range map[string]office.Code{"neighbour": office.NotFound, "supervisor": office.Forbidden, "administrator": office.NotFound} {
			_, _, err = p.Desk.OpenAttachment(p.As(login), f.ID)
			p.refused(err, code, "")
		}
		_, err = p.Desk.Attach(p.As("clerk-a"), c.ID, "upload-2", "x.jpg", strings.NewReader("<html><script>alert(1)</script>"))
		p.refused(err, office.BadFile, "A5")
		_, err = p.Desk.Attach(p.As("clerk-b"), c.ID, "upload-3", "x.jpg", bytes.NewReader(picture()))
		p.refused(err, office.NotResponsible, "Papers")
		n, err := p.Desk.Store.Read().Attachment.Query().Count(p.System())
		p.ok(err)
		p.want("kept", n, 1)
		p.sound()
	})
}

// What the guards say over columns and MaySee over values is the same rule.
func TestQ6_TheGuardsAndTheFeedAgree(t *testing.T) {
	both(t, func(p *people) {
		_, number, token := p.closed()
		_, err := p.Desk.Rate(p.Context(), service.RateInput{ReceiptNo: number, Token: token, Level: casework.Dissatisfied})
		p.ok(err)
		_, err = p.Desk.Complain(p.Context(), service.ComplainInput{Community: p.Community, Topic: casework.TopicGift, Text: "收了礼", Person: "吴建国", From: "x", Repeat: "1"})
		p.ok(err)
		p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 3)
		all, err := p.Desk.Store.Read().CaseFile.Query().All(p.System())
		p.ok(err)
		for _, login := range []string{"clerk-a", "clerk-b", "leader", "director"} {
			v := p.Viewer(login)
			for _, c := range all {
				if c.CommunityID != p.Community {
					continue
				}
				n, err := p.Desk.Store.Read().CaseFile.Query().Where(casefile.ID(c.ID)).Count(p.As(login))
				p.ok(err)
				p.want(login+" "+string(c.Matter), n == 1, v.MaySee(c.Matter, c.AboutID, c.ResponsibleID, c.HolderID))
				breaches, err := p.Desk.Store.Read().Breach.Query().Where(breach.CaseID(c.ID)).Count(p.As(login))
				p.ok(err)
				p.want("beside it", breaches, 0)
			}
		}
		n, err := p.Desk.Store.Read().Rating.Query().Count(p.As("director"))
		p.ok(err)
		p.want("the director's ratings", n, 1)
	})
}
