package service_test

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"xinxing/ent"
	"xinxing/ent/absencepost"
	"xinxing/ent/post"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
)

func (p *people) post(code string) *ent.Post {
	p.t.Helper()
	found, err := p.Desk.Store.Read().Post.Query().Where(post.CommunityID(p.Community), post.Code(code)).Only(p.System())
	p.ok(err)
	return found
}

// edit is the input that leaves a post as it is.
func (p *people) edit(code string) service.SavePostInput {
	was := p.post(code)
	return service.SavePostInput{
		PostID: &was.ID, Version: &was.Version, Code: was.Code, Name: was.Name, Duties: was.Duties, Window: was.Window, AID: was.AID, BID: was.BID,
		AMustMaster: was.AMustMaster, BMustKnow: was.BMustKnow, ClientMutationID: p.ID(),
	}
}

// B1: a director sets up a post with its two people; its cases follow them.
func TestB1_SavePost(t *testing.T) {
	both(t, func(p *people) {
		in := service.SavePostInput{Code: "P-9", Name: "退役军人窗口", Window: "4", AID: p.Staff["grid"].ID, BID: p.Staff["leader"].ID, AMustMaster: []string{"优待证办理"}, ClientMutationID: p.ID()}
		made, err := p.Desk.SavePost(p.As("director"), in)
		p.ok(err)
		again, err := p.Desk.SavePost(p.As("director"), in)
		p.ok(err)
		p.want("once", again.Post.ID, made.Post.ID)

		for name, test := range map[string]struct {
			by     string
			change func(in *service.SavePostInput)
			code   office.Code
			field  string
		}{
			"one person":            {"director", func(in *service.SavePostInput) { in.BID = in.AID }, office.BadInput, "bId"},
			"of another community":  {"director", func(in *service.SavePostInput) { in.BID = p.Staff["neighbour"].ID }, office.NotFound, "bId"},
			"who works on no cases": {"director", func(in *service.SavePostInput) { in.AID = p.Staff["administrator"].ID }, office.NotFound, "aId"},
			"another's code":        {"director", func(in *service.SavePostInput) { in.Code = "P-9" }, office.AlreadyDone, "code"},
			"no name":               {"director", func(in *service.SavePostInput) { in.Name = " " }, office.BadInput, "name"},
			"an old version":        {"director", func(in *service.SavePostInput) { n := 0; in.Version = &n }, office.Conflict, "version"},
			"by a clerk":            {"clerk-a", func(*service.SavePostInput) {}, office.Forbidden, ""},
			"by the supervisor":     {"supervisor", func(*service.SavePostInput) {}, office.Forbidden, ""},
		} {
			in := p.edit("P-1")
			test.change(&in)
			_, err := p.Desk.SavePost(p.As(test.by), in)
			if r, ok := errors.AsType[*office.Refusal](err); !ok || r.Code != test.code || r.Field != test.field {
				t.Errorf("%s: %v", name, err)
			}
		}
		_, err = p.Desk.SavePost(p.As("neighbour"), p.edit("P-1"))
		p.refused(err, office.NotFound, "B1")

		// The absent A's case is the new B's, and the old B's no more.
		c := p.promise("clerk-a", p.open("clerk-a", "DJ-01"), 5)
		p.duty("leader", "clerk-a", duty.Away)
		p.holds(c, "clerk-b", duty.AsStandIn, "clerk-a")
		swap := p.edit("P-1")
		swap.BID = p.Staff["clerk-c"].ID
		moved, err := p.Desk.SavePost(p.As("director"), swap)
		p.ok(err)
		p.want("moved", moved.MovedCases, 1)
		p.holds(c, "clerk-c", duty.AsStandIn, "clerk-a")
		p.sound()
	})
}

// B6 holds for whom a post is given, too: their absences claim it, and those of who is of it no more free it.
func TestB6_APostIsGivenToWhoIsThere(t *testing.T) {
	both(t, func(p *people) {
		p.planned("clerk-b", "2026-03-03 08:30", "2026-03-04 11:30") // B of P-1, A of P-2
		p.planned("grid", "2026-03-04 08:30", "2026-03-04 17:00")
		in := p.edit("P-1")
		in.AID = p.Staff["grid"].ID
		_, err := p.Desk.SavePost(p.As("director"), in)
		p.refused(err, office.BothAway, "B6")
		p.want("unchanged", p.post("P-1").AID, p.Staff["clerk-a"].ID)
		in = p.edit("P-1")
		in.BID = p.Staff["grid"].ID
		_, err = p.Desk.SavePost(p.As("director"), in)
		p.ok(err)
		n, err := p.Desk.Store.Read().AbsencePost.Query().Where(absencepost.PostID(p.post("P-1").ID), absencepost.Holds(true)).All(p.System())
		p.ok(err)
		p.want("claims", fmt.Sprint(len(n), n[0].StaffID == p.Staff["grid"].ID), "1 true")
		_, err = p.leave("clerk-a", duty.Planned, "2026-03-04 13:30", "2026-03-04 17:00")
		p.refused(err, office.BothAway, "B6")
		_, err = p.leave("clerk-a", duty.Planned, "2026-03-03 08:30", "2026-03-03 17:00")
		p.ok(err) // clerk-b is of the post no more; P-3 is with clerk-c
		p.sound()
	})
}

// B8: who stands in without having learned what the post's B must know is shown before it happens.
func TestB8_StudyAndTheCoverage(t *testing.T) {
	both(t, func(p *people) {
		in := p.edit("P-1")
		in.AMustMaster, in.BMustKnow = []string{"居住登记", "系统操作"}, []string{"居住登记"}
		_, err := p.Desk.SavePost(p.As("director"), in)
		p.ok(err)
		p.planned("clerk-a", "2026-03-02 08:30", "2026-03-02 11:30")
		unqualified := func() string {
			day := p.dayOf("2026-03-02")
			c, err := p.Desk.Coverage(p.As("director"), &day, 1)
			p.ok(err)
			out := ""
			for _, h := range c.Posts[0].HalfDays[:2] {
				out += fmt.Sprintf("%s %v ", h.OnDuty[0].Login, h.Unqualified)
			}
			return out
		}
		lacking := func() string {
			l, err := p.Desk.LackingAt(p.As("clerk-b"), p.post("P-1"))
			p.ok(err)
			return fmt.Sprint(l.A, l.B)
		}
		p.want("before", unqualified()+lacking(), "clerk-b true clerk-a false [居住登记 系统操作] [居住登记]")
		learn := func(by, who, subject string, kind duty.StudyKind, date string, passed bool) error {
			_, err := p.Desk.RecordStudy(p.As(by), service.RecordStudyInput{
				PostID: p.post("P-1").ID, StaffID: p.Staff[who].ID, Subject: subject, Kind: kind, Date: p.dayOf(date), Passed: passed, ClientMutationID: p.ID(),
			})
			return err
		}
		p.ok(learn("director", "clerk-b", "居住登记", duty.StudyTest, "2026-02-20", false))
		p.want("failed", unqualified(), "clerk-b true clerk-a false ")
		p.ok(learn("director", "clerk-b", "居住登记", duty.StudyTest, "2026-02-25", true))
		p.ok(learn("leader", "clerk-a", "居住登记", duty.StudyTraining, "2026-02-25", true))
		p.want("B is, A is not", unqualified()+lacking(), "clerk-b false clerk-a false [系统操作] []")
		p.refused(learn("director", "clerk-b", "别的", duty.StudyTest, "2026-02-25", true), office.BadInput, "B8")
		p.refused(learn("director", "clerk-b", "居住登记", duty.StudyTest, "2026-02-27", true), office.BadInput, "B8")
		p.refused(learn("clerk-b", "clerk-a", "居住登记", duty.StudyTest, "2026-02-25", true), office.Forbidden, "B1")
		p.refused(learn("director", "director", "居住登记", duty.StudyTest, "2026-02-25", true), office.OwnCase, "A3")
		p.refused(learn("neighbour", "clerk-a", "居住登记", duty.StudyTest, "2026-02-25", true), office.NotFound, "B8")
	})
}

// The coverage of many posts costs the same few statements as that of one, and counts for each post what was learned for it.
func TestB7_B8_CoverageCostsTheSameFewStatements(t *testing.T) {
	for _, dialect := range servicetest.Databases() {
		t.Run(dialect, func(t *testing.T) {
			var sent atomic.Int64
			count := func(context.Context, string) { sent.Add(1) }
			p := &people{servicetest.NewWith(t, dialect, store.Options{SQL: sqldb.Options{OnStatement: count}}), t}
			p.duty("leader", "clerk-a", duty.Away) // at each new post it is B who stands in
			more := func(from, to int) {
				for i := from; i < to; i++ {
					made, err := p.Desk.SavePost(p.As("director"), service.SavePostInput{
						Code: fmt.Sprintf("N-%d", i), Name: fmt.Sprintf("新岗%d", i), AID: p.Staff["clerk-a"].ID, BID: p.Staff["grid"].ID,
						BMustKnow: []string{"居住登记"}, ClientMutationID: p.ID(),
					})
					p.ok(err)
					if i%2 == 0 {
						continue
					}
					_, err = p.Desk.RecordStudy(p.As("director"), service.RecordStudyInput{
						PostID: made.Post.ID, StaffID: p.Staff["grid"].ID, Subject: "居住登记", Kind: duty.StudyTraining,
						Date: p.dayOf("2026-02-25"), Passed: true, ClientMutationID: p.ID(),
					})
					p.ok(err)
				}
			}
			cost := func() int64 {
				for range 2 { // the first reads the office anew
					sent.Store(0)
					c, err := p.Desk.Coverage(p.As("clerk-b"), nil, 1)
					p.ok(err)
					for _, post := range c.Posts {
						if n, err := strconv.Atoi(strings.TrimPrefix(post.Post.Code, "N-")); err == nil {
							p.want("unqualified at "+post.Post.Code, post.HalfDays[0].Unqualified, n%2 == 0)
						}
					}
				}
				return sent.Load()
			}
			more(0, 2)
			few := cost()
			more(2, 14)
			if many := cost(); many != few || many > 4 {
				t.Errorf("%d statements for two more posts, %d for fourteen", few, many)
			}
		})
	}
}
