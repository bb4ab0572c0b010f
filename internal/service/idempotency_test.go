package service_test

import (
	"fmt"
	"reflect"
	"sync"
	"testing"

	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
)

// kept is how many acts are remembered.
func (p *people) kept() int {
	p.t.Helper()
	n, err := p.Desk.Store.Read().ActRecord.Query().Count(p.System())
	p.ok(err)
	return n
}

func TestIdempotency_TheSameActOnce(t *testing.T) {
	both(t, func(p *people) {
		in := p.openInput("SQ-01")
		c := p.done(p.Desk.OpenCase(p.As("clerk-a"), in))
		again := p.done(p.Desk.OpenCase(p.As("clerk-a"), in))
		p.want("opened again", again.ReceiptNo, c.ReceiptNo)
		n, err := p.Desk.Store.Read().CaseFile.Query().Count(p.System())
		p.ok(err)
		p.want("cases", n, 1)

		promise := service.PromiseCaseInput{CaseRef: p.ref(c), WorkingDays: 3, ToldWay: casework.TellByPhone}
		p.done(p.Desk.PromiseCase(p.As("clerk-a"), promise))
		p.complete("clerk-a", c)
		// Repeated much later, when it would be refused, it answers with the case and changes nothing.
		p.At("2026-03-20 09:00")
		c = p.done(p.Desk.PromiseCase(p.As("clerk-a"), promise))
		p.want("status", c.Status, casework.Completed)
		p.want("promises", p.promises(c), []string{"FIRST 03-02 17:00 KEPT"})
		p.sound()
	})
}

func TestIdempotency_AnotherInputIsRefused(t *testing.T) {
	both(t, func(p *people) {
		in := p.openInput("SQ-01")
		c := p.done(p.Desk.OpenCase(p.As("clerk-a"), in))
		in.Demand = "另一件事"
		_, err := p.Desk.OpenCase(p.As("clerk-a"), in)
		p.refused(err, office.IdempotencyClash, "")
		// Nor under another act, though the fields are alike.
		ref := p.ref(c)
		ref.ClientMutationID = in.ClientMutationID
		_, err = p.Desk.ReportCase(p.As("clerk-a"), service.ReportCaseInput{CaseRef: ref, Reason: "难"})
		p.refused(err, office.IdempotencyClash, "")
		p.want("version", p.now(c).Version, c.Version)
		// The keys are each person's own.
		in.Demand = "楼上漏水"
		p.done(p.Desk.OpenCase(p.As("clerk-b"), in))
	})
}

func TestIdempotency_AFailedActLeavesNoRecord(t *testing.T) {
	both(t, func(p *people) {
		c := p.open("clerk-a", "SQ-01")
		before := p.kept()
		in := service.PromiseCaseInput{CaseRef: p.ref(c), WorkingDays: 30, ToldWay: casework.TellByPhone}
		_, err := p.Desk.PromiseCase(p.As("clerk-a"), in)
		p.refused(err, office.LimitExceeded, "F5")
		p.want("remembered", p.kept(), before)
		in.WorkingDays = 3 // put right under the same key
		p.done(p.Desk.PromiseCase(p.As("clerk-a"), in))
		p.want("remembered", p.kept(), before+1)
	})
}

func TestIdempotency_AKeyIsNeeded(t *testing.T) {
	both(t, func(p *people) {
		in := p.openInput("")
		for _, id := range []string{"", " ", "a\x00b", string(make([]byte, 101))} {
			in.ClientMutationID = id
			if _, err := p.Desk.OpenCase(p.As("clerk-a"), in); err == nil {
				t.Errorf("took the key %q", id)
			}
		}
		p.want("remembered", p.kept(), 0)
	})
}

// An input that names its case names its key once: a second field of that name would hide the one that is looked at.
func TestIdempotency_OneKeyAnInput(t *testing.T) {
	for _, in := range []any{
		service.AcceptHandOverInput{}, service.AskCallBackInput{}, service.CompleteCaseInput{}, service.DecideExtensionInput{},
		service.DirectInput{}, service.GuideCaseInput{}, service.OfferHandOverInput{}, service.PromiseCaseInput{},
		service.ReceiveMaterialsInput{}, service.RecordCallBackInput{}, service.RefuseCaseInput{}, service.ReopenCaseInput{},
		service.ReportCaseInput{}, service.RequestExtensionInput{}, service.RequestMaterialsInput{}, service.ResolveOnSpotInput{},
		service.ReturnHandOverInput{}, service.SendBackInput{}, service.TakeOverInput{}, service.TellExtensionInput{},
	} {
		field, ok := reflect.TypeOf(in).FieldByName("ClientMutationID")
		if !ok || len(field.Index) != 2 {
			t.Errorf("%T has a key beside that of its CaseRef", in)
		}
	}
}

// The same act from many clients at once, in one process and in two: done once, answered to all alike.
func TestIdempotency_AtOnce(t *testing.T) {
	both(t, func(p *people) {
		desks := []*service.Desk{p.Desk}
		if p.Desk.Store.Postgres() {
			desks = append(desks, p.Again(t).Desk)
		}
		for round := range 5 {
			in := p.openInput("SQ-01")
			answers := make([]string, 8)
			errs := make([]error, 8)
			var wg sync.WaitGroup
			for i := range answers {
				wg.Go(func() {
					payload, err := desks[i%len(desks)].OpenCase(p.As("clerk-a"), in)
					if errs[i] = err; err == nil {
						answers[i] = payload.Case.ID
					}
				})
			}
			wg.Wait()
			for i := range answers {
				if errs[i] != nil || answers[i] != answers[0] {
					t.Fatalf("round %d: %v %v", round, answers, errs)
				}
			}
		}
		n, err := p.Desk.Store.Read().CaseFile.Query().Count(p.System())
		p.ok(err)
		p.want("cases", n, 5)
		p.sound()
	})
}

// Two people who act on the same version at once: one succeeds, the other is told.
func TestConflict_AtOnceFromTwoProcesses(t *testing.T) {
	both(t, func(p *people) {
		second := p.Desk
		if p.Desk.Store.Postgres() {
			second = p.Again(t).Desk
		}
		for range 5 {
			c := p.report("clerk-a", p.open("clerk-a", ""))
			ref := p.ref(c)
			var errs [2]error
			var wg sync.WaitGroup
			wg.Go(func() {
				in := service.TakeOverInput{CaseRef: ref}
				in.ClientMutationID = servicetest.ID()
				_, errs[0] = p.Desk.TakeOver(p.As("leader"), in)
			})
			wg.Go(func() {
				in := service.SendBackInput{CaseRef: ref, Instructions: "照办"}
				in.ClientMutationID = servicetest.ID()
				_, errs[1] = second.SendBack(p.As("director"), in)
			})
			wg.Wait()
			if (errs[0] == nil) == (errs[1] == nil) {
				t.Fatal(fmt.Sprint(errs))
			}
			for _, err := range errs {
				if err != nil {
					p.refused(err, office.Conflict, "")
				}
			}
		}
		p.sound()
	})
}
