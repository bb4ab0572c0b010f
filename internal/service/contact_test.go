package service_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"xinxing/ent/access"
	"xinxing/ent/caseevent"
	"xinxing/ent/casefile"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
)

// How to reach a complainant is shown to who works on the matter, with a reason that stands in its journal, and to nobody
// else; whom it is about does not even learn that there is a matter.
func TestQ6_TheContactOfAComplainantIsShownForAReason(t *testing.T) {
	both(t, func(p *people) {
		const contact = "13900004321"
		_, err := p.Desk.Complain(p.Context(), service.ComplainInput{
			Community: p.Community, Topic: casework.TopicConduct, Text: "态度不好", Person: "安晓梅", Contact: contact, From: "x", Repeat: "contact-1",
		})
		p.ok(err)
		m, err := p.Desk.Store.Read().CaseFile.Query().Where(casefile.MatterEQ(casework.MatterComplaint)).Only(p.System())
		p.ok(err)
		p.holds(m, "leader", duty.AsSuperior, "leader")
		reveal := func(login, reason, id string) (*service.RevealContactPayload, error) {
			return p.Desk.RevealContact(p.As(login), service.RevealContactInput{CaseID: m.ID, Reason: reason, ClientMutationID: id})
		}
		for _, c := range []struct {
			login string
			code  office.Code
		}{{"clerk-a", office.NotFound}, {"clerk-b", office.NotFound}, {"neighbour", office.NotFound}, {"administrator", office.NotFound}, {"director", office.NotResponsible}} {
			_, err := reveal(c.login, "回访", p.ID())
			if !servicetest.Refused(err, c.code, "") && !servicetest.Refused(err, c.code, "Q6") {
				t.Errorf("%s: %v, want %s", c.login, err, c.code)
			}
		}
		_, err = reveal("leader", " ", p.ID())
		p.refused(err, office.NeedsReason, "")
		revealed := func() []string {
			var out []string
			for _, e := range p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.CaseID(m.ID), caseevent.KindEQ(casework.EventContactRevealed)).AllX(p.System()) {
				out = append(out, fmt.Sprint(*e.ActorID == p.Staff["leader"].ID, e.Reason))
				if strings.Contains(fmt.Sprint(e.Facts, e.Reason), contact) {
					t.Error("the journal holds the number")
				}
			}
			return out
		}
		p.want("nothing was shown", len(revealed()), 0)
		id := p.ID()
		for range 2 { // sent twice: one entry
			got, err := reveal("leader", "核实情况", id)
			p.ok(err)
			p.want("shown", got.Value, contact)
		}
		p.want("journalled", revealed(), []string{"true核实情况"})
		p.want("version", p.now(m).Version, m.Version)
		for login, want := range map[string]string{"leader": "139****4321true", "director": "139****4321false"} {
			mask, err := p.Desk.ContactMask(p.As(login), m)
			p.ok(err)
			may, err := p.Desk.ContactRevealable(p.As(login), m)
			p.ok(err)
			p.want(login, fmt.Sprint(mask, may), want)
		}
		// When it is closed the contact is no longer needed.
		m = p.done(p.Desk.CheckMatter(p.As("leader"), service.CheckInput{CaseRef: p.ref(m), Findings: "不属实"}))
		m = p.done(p.Desk.AnswerMatter(p.As("leader"), service.AnswerInput{CaseRef: p.ref(m), Answer: "已说明", ToldWay: casework.TellByPhone}))
		m = p.done(p.Desk.CallBackMatter(p.As("leader"), service.CallBackInput{CaseRef: p.ref(m), Satisfied: true, Note: "满意"}))
		_, err = reveal("leader", "再看", p.ID())
		p.refused(err, office.RefusedState, "Q6")
		p.sound()
	})
}

// A bad rating of the director is worked on in the subdistrict, which sees no residents: the one number is shown there, and
// stands beside the resident's file as looked at.
func TestQ6_TheSupervisorReachesWhoRatedTheDirector(t *testing.T) {
	both(t, func(p *people) {
		c := p.done(p.Desk.OpenCase(p.As("director"), service.OpenCaseInput{
			Channel: casework.ChannelVisit, ResidentID: &p.Resident.ID, Situation: "来访", Demand: "咨询", ClientMutationID: p.ID(),
		}))
		c = p.done(p.Desk.ResolveOnSpot(p.As("director"), service.ResolveOnSpotInput{CaseRef: p.ref(c), Outcome: "已答复"}))
		link := strings.Split(p.Desk.Link(c), "/")
		_, err := p.Desk.Rate(p.Context(), service.RateInput{ReceiptNo: link[2], Token: link[3], Level: casework.VeryDissatisfied})
		p.ok(err)
		m, err := p.Desk.Store.Read().CaseFile.Query().Where(casefile.MatterEQ(casework.MatterBadRating)).Only(p.System())
		p.ok(err)
		p.want("whose", m.CommunityID, p.Subdistrict)
		mask, err := p.Desk.ContactMask(p.As("supervisor"), m)
		p.ok(err)
		p.want("masked", mask, "139****1234")
		for _, login := range []string{"director", "leader", "clerk-a"} {
			_, err := p.Desk.RevealContact(p.As(login), service.RevealContactInput{CaseID: m.ID, Reason: "回访", ClientMutationID: p.ID()})
			p.refused(err, office.NotFound, "")
		}
		p.want("looked at", p.Desk.Store.Read().Access.Query().CountX(p.System()), 0)
		got, err := p.Desk.RevealContact(p.As("supervisor"), service.RevealContactInput{CaseID: m.ID, Reason: "回访", ClientMutationID: p.ID()})
		p.ok(err)
		p.want("shown", got.Value, servicetest.Phone)
		seen := p.Desk.Store.Read().Access.Query().Where(access.ResidentID(p.Resident.ID)).OnlyX(p.System())
		p.want("looked at", fmt.Sprint(seen.ActorID == p.Staff["supervisor"].ID, seen.Field, seen.Reason, seen.CommunityID == p.Community), "truePHONE回访true")
		// The rated case itself stays without its resident's numbers for the subdistrict.
		_, err = p.Desk.RevealContact(p.As("supervisor"), service.RevealContactInput{CaseID: c.ID, Reason: "回访", ClientMutationID: p.ID()})
		p.refused(err, office.Forbidden, "F3")
		mask, err = p.Desk.ContactMask(p.As("supervisor"), c)
		p.ok(err)
		p.want("of the case", mask, "")
		p.sound()
	})
}

// Of a bad rating in the community itself the phone of who rated is shown to who works on it.
func TestQ6_TheContactOfWhoRatedIsShown(t *testing.T) {
	both(t, func(p *people) {
		_, number, token := p.closed()
		_, err := p.Desk.Rate(p.Context(), service.RateInput{ReceiptNo: number, Token: token, Level: casework.Dissatisfied})
		p.ok(err)
		m, err := p.Desk.Store.Read().CaseFile.Query().Where(casefile.MatterEQ(casework.MatterBadRating)).Only(p.System())
		p.ok(err)
		if m.ResidentID == nil {
			t.Fatal("the case that was rated has no resident: the test says nothing")
		}
		_, err = p.Desk.RevealContact(p.As("director"), service.RevealContactInput{CaseID: m.ID, Reason: "回访", ClientMutationID: p.ID()})
		p.refused(err, office.NotResponsible, "Q6")
		_, err = p.Desk.RevealContact(p.As("clerk-a"), service.RevealContactInput{CaseID: m.ID, Reason: "回访", ClientMutationID: p.ID()})
		p.refused(err, office.NotFound, "")
		got, err := p.Desk.RevealContact(p.As("leader"), service.RevealContactInput{CaseID: m.ID, Reason: "回访", ClientMutationID: p.ID()})
		p.ok(err)
		p.want("shown", got.Value, servicetest.Phone)
		p.want("looked at", p.Desk.Store.Read().Access.Query().Where(access.ResidentID(*m.ResidentID)).CountX(p.System()), 1)
		p.sound()
	})
}

// An anonymous caller's contact (F3) is shown like a resident's phone.
func TestF3_TheContactOfAnAnonymousCallerIsShownForAReason(t *testing.T) {
	both(t, func(p *people) {
		way := "微信 lao-wang"
		c := p.done(p.Desk.OpenCase(p.As("clerk-a"), service.OpenCaseInput{
			Channel: casework.ChannelPhone, Anonymous: true, ContactWay: &way, Situation: "来电", Demand: "路灯不亮", ClientMutationID: p.ID(),
		}))
		got, err := p.Desk.RevealContact(p.As("clerk-b"), service.RevealContactInput{CaseID: c.ID, Reason: "回访", ClientMutationID: p.ID()})
		p.ok(err)
		p.want("shown", got.Value, way)
		_, err = p.Desk.RevealContact(p.As("supervisor"), service.RevealContactInput{CaseID: c.ID, Reason: "回访", ClientMutationID: p.ID()})
		p.refused(err, office.Forbidden, "F3")
		_, err = p.Desk.RevealContact(p.As("neighbour"), service.RevealContactInput{CaseID: c.ID, Reason: "回访", ClientMutationID: p.ID()})
		p.refused(err, office.NotFound, "")
		none := p.open("clerk-a", "DJ-01")
		_, err = p.Desk.RevealContact(p.As("clerk-a"), service.RevealContactInput{CaseID: none.ID, Reason: "回访", ClientMutationID: p.ID()})
		p.refused(err, office.NotFound, "")
		kinds := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.CaseID(c.ID)).Order(caseevent.ByID()).Select(caseevent.FieldKind).StringsX(p.System())
		if !slices.Equal(kinds, []string{"CASE_OPENED", "CONTACT_REVEALED"}) {
			t.Errorf("journal %v", kinds)
		}
		p.sound()
	})
}
