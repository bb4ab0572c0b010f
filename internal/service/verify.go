package service

import (
	"context"
	"fmt"

	"xinxing/ent"
	"xinxing/ent/absence"
	"xinxing/ent/absencepost"
	"xinxing/ent/alarm"
	"xinxing/ent/breach"
	"xinxing/ent/caseevent"
	"xinxing/ent/casefile"
	"xinxing/ent/charge"
	"xinxing/ent/custodypiece"
	"xinxing/ent/gift"
	"xinxing/ent/onetimenotice"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/store"
)

// Finding is one thing that Verify found wrong.
type Finding struct {
	Receipt string
	What    string
}

// Report is what Verify looked at and found.
type Report struct {
	Cases, Open, Events, Absences int
	Findings                      []Finding
}

// maxFindings bounds a report.
const maxFindings = 1000

// Verify proves the one sentence that the system exists for, on every case: an open case has exactly one responsible
// person, who is on duty and is whom the rules name, and a next deadline with its alarm; a closed one has none; and
// its journal is whole, unbroken and tells the state that the case is in. What is counted on a case is what stands
// beside it, a closed case keeps no original (A5), and nobody answers for a matter about themself (A3).
func (d *Desk) Verify(ctx context.Context) (*Report, error) {
	ctx = store.With(ctx, store.System())
	r := &Report{}
	last, more := "", true
	for more {
		// A page and all that belongs to it is read as of one instant: an act that is committed meanwhile is no finding.
		if err := d.Store.Snapshot(ctx, func(c *ent.Client) (err error) {
			last, more, err = d.verifyPage(ctx, c, last, r)
			return err
		}); err != nil {
			return nil, err
		}
	}
	for _, page := range []func(context.Context, *ent.Client, string, *Report) (string, bool, error){verifyAbsences, verifyBreaches, verifyGifts, verifyPartners, verifyResources, verifyProjects, verifySeekers, verifyOpenings, verifyPrograms, verifyGroups, verifyProps, d.verifyRecordFigures, verifyRollups} {
		last, more = "", true
		for more {
			if err := d.Store.Snapshot(ctx, func(c *ent.Client) (err error) {
				last, more, err = page(ctx, c, last, r)
				return err
			}); err != nil {
				return nil, err
			}
		}
	}
	return r, nil
}

// kept is a record that is no case, as far as its journal is compared with it.
type kept struct {
	id, head string
	events   int
}

// verifyKept looks at the journals of a page of such records: each is whole and unbroken.
func verifyKept(ctx context.Context, client *ent.Client, page []kept, r *Report) error {
	ids := make([]string, len(page))
	for i, k := range page {
		ids[i] = k.id
	}
	events, err := client.CaseEvent.Query().Where(caseevent.RecordIDIn(ids...)).Order(caseevent.ByRecordID(), caseevent.ByNumber()).All(ctx)
	if err != nil {
		return err
	}
	of := map[string][]*ent.CaseEvent{}
	for _, e := range events {
		of[e.RecordID] = append(of[e.RecordID], e)
	}
	for _, k := range page {
		r.Events += len(of[k.id])
		for _, what := range verifyChain(of[k.id], k.events, k.head) {
			r.find(k.id, what)
		}
	}
	return nil
}

func (r *Report) find(of, what string) {
	if len(r.Findings) < maxFindings {
		r.Findings = append(r.Findings, Finding{of, what})
	}
}

// verifyBreaches looks at the accountability register after a key (A4).
func verifyBreaches(ctx context.Context, client *ent.Client, last string, r *Report) (string, bool, error) {
	page, err := client.Breach.Query().Where(breach.IDGT(last)).Order(breach.ByID()).Limit(500).All(ctx)
	if err != nil || len(page) == 0 {
		return last, false, err
	}
	records := make([]kept, len(page))
	for i, b := range page {
		records[i] = kept{b.ID, b.Head, b.Events}
	}
	return page[len(page)-1].ID, true, verifyKept(ctx, client, records, r)
}

// verifyGifts looks at the register of gifts after a key: what is closed went back whole (A1).
func verifyGifts(ctx context.Context, client *ent.Client, last string, r *Report) (string, bool, error) {
	page, err := client.Gift.Query().Where(gift.IDGT(last)).Order(gift.ByID()).WithReturns().Limit(500).All(ctx)
	if err != nil || len(page) == 0 {
		return last, false, err
	}
	records := make([]kept, len(page))
	for i, g := range page {
		records[i] = kept{g.ID, g.Head, g.Events}
		sum := 0
		for _, back := range g.Edges.Returns {
			sum += back.AmountFen
		}
		if sum != g.ReturnedFen {
			r.find(g.ID, fmt.Sprintf("%d fen went back, it counts %d", sum, g.ReturnedFen))
		}
	}
	return page[len(page)-1].ID, true, verifyKept(ctx, client, records, r)
}

// verifyAbsences looks at the absences after a key as verifyPage looks at cases: their journals are whole, what runs has
// begun and what is over has ended, and no two hold one post at one time (B6).
func verifyAbsences(ctx context.Context, client *ent.Client, last string, r *Report) (string, bool, error) {
	page, err := client.Absence.Query().Where(absence.IDGT(last)).Order(absence.ByID()).Limit(500).All(ctx)
	if err != nil || len(page) == 0 {
		return last, false, err
	}
	records := make([]kept, len(page))
	for i, ab := range page {
		r.Absences++
		records[i] = kept{ab.ID, ab.Head, ab.Events}
		if ended := ab.State == duty.AbsenceEnded; ended && ab.UntilAt == nil {
			r.find(ab.ID, "ended, but nobody knows when")
		}
		both, err := together(ctx, client, ab)
		if err != nil {
			return last, false, err
		}
		if both != "" {
			r.find(ab.ID, fmt.Sprintf("on a post with %s at one time", both))
		}
	}
	return page[len(page)-1].ID, true, verifyKept(ctx, client, records, r)
}

// together gives another absence that holds a post of this one at one time (B6), "" where there is none.
func together(ctx context.Context, client *ent.Client, ab *ent.Absence) (string, error) {
	claims, err := client.AbsencePost.Query().Where(absencepost.AbsenceID(ab.ID), absencepost.Holds(true)).All(ctx)
	if err != nil {
		return "", err
	}
	for _, claim := range claims {
		q := client.AbsencePost.Query().Where(absencepost.PostID(claim.PostID), absencepost.Holds(true), absencepost.IDNEQ(claim.ID),
			absencepost.Or(absencepost.UntilAtIsNil(), absencepost.UntilAtGT(claim.FromAt)))
		if claim.UntilAt != nil {
			q.Where(absencepost.FromAtLT(*claim.UntilAt))
		}
		other, err := q.Limit(1).All(ctx)
		if err != nil {
			return "", err
		}
		if len(other) > 0 {
			return other[0].AbsenceID, nil
		}
	}
	return "", nil
}

// verifyPage looks at the cases after a key and gives the key of the last one, and whether there may be more.
func (d *Desk) verifyPage(ctx context.Context, client *ent.Client, last string, r *Report) (string, bool, error) {
	page, err := client.CaseFile.Query().Where(casefile.IDGT(last)).Order(casefile.ByID()).Limit(500).All(ctx)
	if err != nil || len(page) == 0 {
		return last, false, err
	}
	ids := make([]string, len(page))
	for i, c := range page {
		ids[i] = c.ID
	}
	alarms, err := client.Alarm.Query().
		Where(alarm.CaseIDIn(ids...), alarm.Or(alarm.Pending(true), alarm.FiredAtNotNil())).All(ctx)
	if err != nil {
		return last, false, err
	}
	events, err := client.CaseEvent.Query().Where(caseevent.CaseIDIn(ids...)).
		Order(caseevent.ByCaseID(), caseevent.ByNumber()).All(ctx)
	if err != nil {
		return last, false, err
	}
	byCase := map[string][]*ent.CaseEvent{}
	for _, e := range events {
		byCase[e.CaseID] = append(byCase[e.CaseID], e)
	}
	pending, fired := map[string][]*ent.Alarm{}, map[string][]*ent.Alarm{}
	for _, a := range alarms {
		if a.Pending {
			pending[a.CaseID] = append(pending[a.CaseID], a)
		} else {
			fired[a.CaseID] = append(fired[a.CaseID], a)
		}
	}
	beside, err := besideCases(ctx, client, ids)
	if err != nil {
		return last, false, err
	}
	office := d.officesIn(ctx, client)
	figures, err := recountCases(ctx, client, page, events, office)
	if err != nil {
		return last, false, err
	}
	for i, c := range page {
		o, err := office(c.CommunityID)
		if err != nil {
			return last, false, err
		}
		r.Cases++
		r.Events += len(byCase[c.ID])
		if c.Open {
			r.Open++
		}
		for _, what := range append(verifyCase(o, c, pending[c.ID], fired[c.ID], byCase[c.ID]), verifyBeside(c, beside[c.ID])...) {
			r.find(c.ReceiptNo, what)
		}
		if wrong := figures[i].wrong(); wrong != "" {
			r.find(c.ReceiptNo, wrong)
		}
	}
	return ids[len(ids)-1], true, nil
}

func verifyCase(o *Office, c *ent.CaseFile, pending, fired []*ent.Alarm, events []*ent.CaseEvent) []string {
	var wrong []string
	say := func(format string, a ...any) { wrong = append(wrong, fmt.Sprintf(format, a...)) }
	if c.Open != c.Status.Open() {
		say("open is %v but the status is %s", c.Open, c.Status)
	}
	if c.Open == (c.ClosedAt != nil) {
		say("open is %v but closed at %v", c.Open, c.ClosedAt)
	}
	if c.Open {
		responsible := duty.StaffID(c.ResponsibleID)
		if !o.Roster.OnDuty(responsible) {
			say("the responsible person %s is not on duty", responsible)
		}
		if want, err := o.answers(c); err != nil {
			say("nobody answers for it: %v", err)
		} else if want.Staff != responsible {
			say("%s answers for it, the rules name %s", responsible, want.Staff)
		}
		if !deadlineKept(c, pending, fired) {
			say("no alarm at its deadline %s", c.DueAt)
		}
	} else if len(pending) > 0 {
		say("closed, but %d alarms wait", len(pending))
	}
	if want := o.queueAt(c); !c.QueueAt.Equal(want) {
		say("its place in the queue is %s, the rule says %s (E6)", c.QueueAt, want)
	}
	if (c.OfferToID != nil || c.ReportToID != nil || c.ExtensionState != nil) && !c.Open {
		say("closed, but something waits on it")
	}
	if (c.Status == casework.Reported) != (c.ReportToID != nil) {
		say("status %s, but a report waits: %v", c.Status, c.ReportToID != nil)
	}
	return append(wrong, verifyJournal(c, events)...)
}

// counted is what stands beside one case.
type counted struct{ notices, pieces, held, charged int }

// besideCases counts what stands beside a page of cases.
func besideCases(ctx context.Context, client *ent.Client, ids []string) (map[string]counted, error) {
	all := map[string]counted{}
	var notices []struct {
		Case  string `json:"case_id"`
		Count int    `json:"count"`
	}
	if err := client.OneTimeNotice.Query().Where(onetimenotice.CaseIDIn(ids...)).GroupBy(onetimenotice.FieldCaseID).
		Aggregate(ent.Count()).Scan(ctx, &notices); err != nil {
		return nil, err
	}
	for _, n := range notices {
		all[n.Case] = counted{notices: n.Count}
	}
	var pieces []struct {
		Case  string              `json:"case_id"`
		State casework.PieceState `json:"state"`
		Count int                 `json:"count"`
	}
	if err := client.CustodyPiece.Query().Where(custodypiece.CaseIDIn(ids...)).
		GroupBy(custodypiece.FieldCaseID, custodypiece.FieldState).Aggregate(ent.Count()).Scan(ctx, &pieces); err != nil {
		return nil, err
	}
	for _, p := range pieces {
		n := all[p.Case]
		n.pieces += p.Count
		if p.State == casework.PieceHeld || p.State == casework.PieceDamaged {
			n.held += p.Count
		}
		all[p.Case] = n
	}
	var charges []struct {
		Case string `json:"case_id"`
		Sum  int    `json:"sum"`
	}
	if err := client.Charge.Query().Where(charge.CaseIDIn(ids...)).GroupBy(charge.FieldCaseID).
		Aggregate(ent.Sum(charge.FieldAmountFen)).Scan(ctx, &charges); err != nil {
		return nil, err
	}
	for _, c := range charges {
		n := all[c.Case]
		n.charged = c.Sum
		all[c.Case] = n
	}
	return all, nil
}

func verifyBeside(c *ent.CaseFile, there counted) []string {
	var wrong []string
	say := func(format string, a ...any) { wrong = append(wrong, fmt.Sprintf(format, a...)) }
	if says := (counted{c.Notices, c.Pieces, c.PiecesHeld, c.ChargedFen}); says != there {
		say("it counts %d notices, %d pieces, %d kept, %d fen; beside it are %d, %d, %d, %d",
			says.notices, says.pieces, says.held, says.charged, there.notices, there.pieces, there.held, there.charged)
	}
	if !c.Open && (c.PiecesHeld > 0 || there.held > 0) {
		say("closed, but %d pieces are kept", max(c.PiecesHeld, there.held))
	}
	if c.Open && c.AboutID != nil && (c.ResponsibleID == *c.AboutID || c.HolderID == *c.AboutID) {
		say("%s, whom it is about, answers for it", *c.AboutID)
	}
	return wrong
}

// deadlineKept tells whether the last alarm of the case's clock waits at its deadline, or fell there.
func deadlineKept(c *ent.CaseFile, pending, fired []*ent.Alarm) bool {
	want := map[casework.ClockKind]casework.AlarmKind{
		casework.ClockFirstContact: casework.AlarmFirstContactPassed, casework.ClockDisposal: casework.AlarmDisposalPassed,
		casework.ClockReport: casework.AlarmReportPassed, casework.ClockMaterials: casework.AlarmMaterialsChase,
		casework.ClockPromise: casework.AlarmPromisePassed, casework.ClockReview: casework.AlarmReviewPassed,
	}[c.Clock]
	for _, list := range [][]*ent.Alarm{pending, fired} {
		for _, a := range list {
			if a.Kind == want && a.DueAt.Equal(c.DueAt) {
				return true
			}
		}
	}
	return false
}

// entryOf is the entry that a row of the journal tells.
func entryOf(e *ent.CaseEvent) casework.Entry {
	entry := casework.Entry{
		CaseID: e.CaseID, RecordID: e.RecordID, Number: e.Number, Kind: e.Kind, At: e.At, Reason: e.Reason, Facts: e.Facts, Audience: e.Audience,
		Responsible: e.ResponsibleID, Holder: e.HolderID, Status: e.Status, DueAt: e.DueAt, Previous: e.Previous,
	}
	if e.ActorID != nil {
		entry.Actor = *e.ActorID
	}
	if e.AlarmID != nil {
		entry.Alarm = *e.AlarmID
	}
	return entry
}

func verifyJournal(c *ent.CaseFile, events []*ent.CaseEvent) []string {
	wrong := verifyChain(events, c.Events, c.Head)
	if n := len(events); n > 0 {
		last := events[n-1]
		if last.Status != c.Status || last.ResponsibleID != c.ResponsibleID || last.HolderID != c.HolderID {
			wrong = append(wrong, fmt.Sprintf("the journal ends with %s at %s, the case is %s at %s", last.Status, last.ResponsibleID, c.Status, c.ResponsibleID))
		}
	}
	return wrong
}

// verifyChain looks at the journal of one case or record: it is whole, in order, and each entry is what was hashed.
func verifyChain(events []*ent.CaseEvent, count int, head string) []string {
	var wrong []string
	say := func(format string, a ...any) { wrong = append(wrong, fmt.Sprintf(format, a...)) }
	if len(events) != count {
		say("the journal has %d entries, the case counts %d", len(events), count)
	}
	previous := ""
	for i, e := range events {
		hash, err := entryOf(e).Hash()
		switch {
		case err != nil:
			say("entry %d: %v", e.Number, err)
		case e.Number != i+1:
			say("entry %d stands where %d belongs", e.Number, i+1)
		case e.Previous != previous:
			say("entry %d does not follow the one before", e.Number)
		case hash != e.Hash:
			say("entry %d was changed", e.Number)
		}
		previous = e.Hash
	}
	if previous != head {
		say("the case's head is not the journal's last entry")
	}
	return wrong
}
