package service

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"xinxing/ent"
	"xinxing/ent/alarm"
	"xinxing/ent/breach"
	"xinxing/ent/casefile"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// CasePayload is the answer of an act on a case.
type CasePayload struct {
	Case             *ent.CaseFile
	ClientMutationID string
}

// caseKey is what an act on a case keeps for its repetition.
type caseKey struct{ ID string }

// onCase runs an act on one case: it loads the case at the version that the actor saw, lets what is due fall first,
// asks the table of acts, and saves.
func (d *Desk) onCase(ctx context.Context, act_ casework.Act, ref CaseRef, input any, do func(a *act, c *ent.CaseFile) error) (*CasePayload, error) {
	community, err := d.communityOf(ctx, ref.CaseID)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, community, string(act_), ref.ClientMutationID, input, func(a *act) (caseKey, error) {
		c, err := a.tx.CaseFile.Get(a, ref.CaseID)
		if err != nil {
			return caseKey{}, missing(err, "caseId")
		}
		if err := a.fall(c); err != nil {
			return caseKey{}, err
		}
		if c.Version != ref.Version {
			return caseKey{}, office.Refuse(office.Conflict, "", "version").With("version", c.Version)
		}
		if err := casework.Check(act_, FactsOf(a.office, c), a.actor, a.now); err != nil {
			return caseKey{}, err
		}
		c.Status = casework.Next(act_, c.Status)
		if err := do(a, c); err != nil {
			return caseKey{}, err
		}
		return caseKey{c.ID}, a.save(c)
	})
	if err != nil {
		return nil, err
	}
	return d.casePayload(ctx, k, ref.ClientMutationID)
}

func (d *Desk) casePayload(ctx context.Context, k caseKey, id string) (*CasePayload, error) {
	c, err := d.Store.Read().CaseFile.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "caseId")
	}
	return &CasePayload{Case: c, ClientMutationID: id}, nil
}

// communityOf finds whose case it is, among those that the viewer may see.
func (d *Desk) communityOf(ctx context.Context, caseID string) (string, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return "", err
	}
	if len(v.Communities) == 1 {
		return v.Communities[0], nil
	}
	c, err := d.Store.Read().CaseFile.Query().Where(casefile.ID(caseID)).Select(casefile.FieldCommunityID).String(ctx)
	if err != nil {
		return "", missing(err, "caseId")
	}
	return c, nil
}

// missing turns "no such record" into a refusal that names the field.
func missing(err error, field string) error {
	if ent.IsNotFound(err) {
		return office.Refuse(office.NotFound, "", field)
	}
	return err
}

// FactsOf gathers what the rules need of a case; all of it stands on the case itself or in the office.
func FactsOf(o *Office, c *ent.CaseFile) casework.Facts {
	f := casework.Facts{
		Status: c.Status, FirstResponder: duty.StaffID(c.FirstResponderID), Holder: duty.StaffID(c.HolderID),
		Responsible: duty.StaffID(c.ResponsibleID), Post: o.Post(c.PostID), ContactAt: c.ContactAt,
		MaterialsCompleteAt: c.MaterialsCompleteAt, DueAt: c.DueAt, ExtensionsUsed: c.ExtensionsUsed,
		CallBackAsked: c.CallBackAskedAt != nil, CallBackDone: c.CallBackResult != "",
		Supervision: c.Matter != "" && c.Matter != casework.MatterService,
		Missing:     len(c.MissingMaterials),
		PiecesHeld:  c.PiecesHeld, Pieces: c.Pieces, ChargedFen: c.ChargedFen, Green: c.Green,
	}
	if c.AboutID != nil {
		f.About = duty.StaffID(*c.AboutID)
	}
	if c.ItemID != nil {
		f.Item = itemFacts(o.Items[*c.ItemID])
	}
	if c.OfferToID != nil {
		f.HandOver = &casework.Offer{From: f.Holder, To: duty.StaffID(*c.OfferToID)}
	}
	if c.ReportToID != nil {
		f.Report = &casework.Waiting{Reporter: f.Holder, Superior: duty.StaffID(*c.ReportToID)}
	}
	if c.ExtensionState != nil && c.ExtensionByID != nil {
		by := duty.StaffID(*c.ExtensionByID)
		f.Extension = &casework.Asked{By: by, Director: o.Roster[by].Roles.Has(duty.Director), State: *c.ExtensionState}
	}
	return f
}

func itemFacts(i *ent.Item) *casework.ItemFacts {
	if i == nil {
		return nil
	}
	return &casework.ItemFacts{
		Kind: i.Kind, LimitDays: i.LimitDays, Immediate: i.Immediate,
		MaxExtensions: i.MaxExtensions, MaxExtensionDays: i.MaxExtensionDays, FeeFen: fen(i.Fee),
	}
}

// save writes the case back after an act. Another writer who was faster makes it fail with CONFLICT.
func (a *act) save(c *ent.CaseFile) error { return a.put(c, c.Version+1) }

// keep writes the case back after something that was no one's act, such as a warning: the version that somebody has
// on the screen stays good.
func (a *act) keep(c *ent.CaseFile) error { return a.put(c, c.Version) }

func (a *act) put(c *ent.CaseFile, version int) error {
	u := a.tx.CaseFile.Update().Where(casefile.ID(c.ID), casefile.Version(c.Version)).
		SetStatus(c.Status).SetOpen(c.Status.Open()).
		SetHolderID(c.HolderID).SetHolderRole(c.HolderRole).
		SetResponsibleID(c.ResponsibleID).SetResponsibleRole(c.ResponsibleRole).
		SetNillableItemID(c.ItemID).SetItemCode(c.ItemCode).SetNillablePostID(c.PostID).
		SetOutcome(c.Outcome).SetNillableDepartmentID(c.DepartmentID).
		SetClock(c.Clock).SetClockFrom(c.ClockFrom).SetDueAt(c.DueAt).SetSoonAt(c.SoonAt).SetProvisional(c.Provisional).
		SetGreen(c.Green).SetQueueAt(a.office.queueAt(c)).SetExtended(c.Extended).SetExtensionsUsed(c.ExtensionsUsed).
		SetMissingMaterials(c.MissingMaterials).SetNillableMaterialsCompleteAt(c.MaterialsCompleteAt).
		SetNillablePromiseID(c.PromiseID).SetPromisesMade(c.PromisesMade).
		SetNillableCallBackAskedAt(c.CallBackAskedAt).SetCallBackResult(c.CallBackResult).
		SetNotices(c.Notices).SetPieces(c.Pieces).SetPiecesHeld(c.PiecesHeld).SetChargedFen(c.ChargedFen).SetNillableUpheld(c.Upheld).
		SetTally(c.Tally).SetEvents(c.Events).SetHead(c.Head).SetVersion(version)
	clear := func(set bool, clear func() *ent.CaseFileUpdate) {
		if !set {
			clear()
		}
	}
	u.SetNillableClosedAt(c.ClosedAt).SetNillableOfferToID(c.OfferToID).SetNillableReportToID(c.ReportToID).
		SetNillableExtensionByID(c.ExtensionByID).SetNillableExtensionState(c.ExtensionState)
	clear(c.ClosedAt != nil, u.ClearClosedAt)
	clear(c.OfferToID != nil, u.ClearOfferToID)
	clear(c.ReportToID != nil, u.ClearReportToID)
	clear(c.ExtensionByID != nil, u.ClearExtensionByID)
	clear(c.ExtensionState != nil, u.ClearExtensionState)
	n, err := u.Save(a)
	if err != nil {
		return err
	}
	if n != 1 {
		return office.Refuse(office.Conflict, "", "version")
	}
	c.Version = version
	return nil
}

// note appends an entry to the case's journal. Call it after the change that it tells of.
func (a *act) note(c *ent.CaseFile, kind casework.EventKind, reason string, facts map[string]any, audience ...duty.StaffID) error {
	return a.write(c, kind, reason, facts, nil, audience)
}

func (a *act) write(c *ent.CaseFile, kind casework.EventKind, reason string, facts map[string]any, fallen *ent.Alarm, audience []duty.StaffID) error {
	if c.Matter == "" {
		c.Matter = casework.MatterService
	}
	e := casework.Entry{
		CaseID: c.ID, Number: c.Events + 1, Kind: kind, Reason: reason, Responsible: c.ResponsibleID, Holder: c.HolderID,
		Status: c.Status, DueAt: c.DueAt, Previous: c.Head,
	}
	create := a.tx.CaseEvent.Create().SetCommunityID(c.CommunityID).SetMatter(c.Matter).SetNillableAboutID(c.AboutID).SetCaseID(c.ID).
		SetReceiptNo(c.ReceiptNo).SetResponsibleID(e.Responsible).SetHolderID(e.Holder).SetStatus(e.Status).SetDueAt(e.DueAt)
	if fallen != nil {
		e.Alarm = fallen.ID
		create.SetAlarmID(fallen.ID).SetAlarmKind(fallen.Kind)
	}
	if kind == casework.EventResolvedOnSpot || kind == casework.EventCompleted && fixed(c).Service {
		facts = maps.Clone(facts)
		if facts == nil {
			facts = map[string]any{}
		}
		facts[reporting.WorkedMinutes] = reporting.Worked(c.Tally, fixed(c), a.office.Calendar, a.now)
	}
	kept, hash, err := a.enter(e, create, facts, audience)
	if err != nil {
		return err
	}
	c.Events, c.Head = e.Number, hash
	counts := reporting.Event{Kind: kind, At: a.now, Actor: string(a.actor.ID), Responsible: e.Responsible, Facts: kept}
	if fallen != nil {
		counts.Alarm = fallen.Kind
	}
	a.count(c, counts)
	return nil
}

// record is a record of the office other than a case, with its own journal. Where it is about a member of staff its entries
// are for whom they concern: the person, those to whom they are addressed, those who lead and supervise (A4). Where it is
// about nobody they are for everybody who reads cases; they hold keys and no personal data.
type record struct {
	id, community, about string
	events               *int
	head                 *string
}

// record appends an entry to the journal of such a record, which is saved afterwards.
func (a *act) record(r record, kind casework.EventKind, reason string, facts map[string]any, audience []duty.StaffID) error {
	e := casework.Entry{RecordID: r.id, Number: *r.events + 1, Kind: kind, Reason: reason, Previous: *r.head}
	create := a.tx.CaseEvent.Create().SetCommunityID(r.community).SetRecordID(r.id)
	if r.about != "" {
		create.SetAboutID(r.about).SetRestricted(true)
	}
	kept, hash, err := a.enter(e, create, facts, audience)
	if err != nil {
		return err
	}
	*r.events, *r.head = e.Number, hash
	a.countRecord(r.id, reporting.Event{Kind: kind, At: a.now, Actor: string(a.actor.ID), About: r.about, Facts: kept})
	return nil
}

// enter completes an entry of the journal and keeps it for the end of the act; it gives its facts as they are kept, and its hash.
func (a *act) enter(e casework.Entry, create *ent.CaseEventCreate, facts map[string]any, audience []duty.StaffID) (map[string]any, string, error) {
	facts, err := plain(facts)
	if err != nil {
		return nil, "", err
	}
	to := []string{}
	for _, s := range audience {
		if s != "" && !slices.Contains(to, string(s)) {
			to = append(to, string(s))
		}
	}
	e.At, e.Actor, e.Facts, e.Audience = a.now, string(a.actor.ID), facts, to
	if e.Actor != "" {
		create.SetActorID(e.Actor)
	}
	hash, err := e.Hash()
	if err != nil {
		return nil, "", err
	}
	*a.entries = append(*a.entries, create.SetNumber(e.Number).SetKind(e.Kind).SetAt(e.At).SetReason(e.Reason).SetFacts(facts).
		SetAudience(to).SetPrevious(e.Previous).SetHash(hash))
	return facts, hash, nil
}

// plain brings facts to the JSON values that the database gives back, so that the hash is of what is read.
func plain(facts map[string]any) (map[string]any, error) {
	b, err := json.Marshal(facts)
	if err != nil {
		return nil, err
	}
	out := map[string]any{}
	if facts == nil {
		return out, nil
	}
	return out, json.Unmarshal(b, &out)
}

// answers computes who answers for a case now, from who holds it and who is on duty.
func (o *Office) answers(c *ent.CaseFile) (duty.Answering, error) { return o.answersIn(o.Roster, c) }

// answersIn is answers by another roster, e.g. that of a coming day.
func (o *Office) answersIn(r duty.Roster, c *ent.CaseFile) (duty.Answering, error) {
	if c.Matter == "" || c.Matter == casework.MatterService {
		return r.Answers(duty.StaffID(c.HolderID), c.HolderRole, o.Post(c.PostID))
	}
	var about duty.StaffID
	if c.AboutID != nil {
		about = duty.StaffID(*c.AboutID)
	}
	return r.Oversees(duty.StaffID(c.HolderID), about)
}

// answer computes anew who answers for a case, from who holds it and who is on duty. Who is suspended or has left
// holds no case: custody itself moves (A7).
func (a *act) answer(c *ent.CaseFile) error {
	to, err := a.office.answers(c)
	if err != nil {
		return err
	}
	if state := a.office.Roster[duty.StaffID(c.HolderID)].State; state == duty.Suspended || state == duty.Left {
		if to.Role != duty.AsSuperior {
			to.Role = duty.AsHandler
		}
		c.HolderID, c.HolderRole = string(to.Staff), to.Role
	}
	c.ResponsibleID, c.ResponsibleRole = string(to.Staff), to.Role
	return nil
}

// give moves custody of a case.
func (a *act) give(c *ent.CaseFile, to duty.StaffID, as duty.HolderRole) error {
	c.HolderID, c.HolderRole = string(to), as
	return a.answer(c)
}

// The kinds of alarms by the clock they belong to.
var (
	mainAlarms = []casework.AlarmKind{
		casework.AlarmFirstContactNear, casework.AlarmFirstContactPassed, casework.AlarmDisposalNear, casework.AlarmDisposalPassed,
		casework.AlarmReportNear, casework.AlarmReportPassed, casework.AlarmMaterialsChase, casework.AlarmPromiseTwoDays,
		casework.AlarmPromiseOneDay, casework.AlarmPromiseTwoHours, casework.AlarmPromisePassed, casework.AlarmReviewNear,
		casework.AlarmReviewPassed,
	}
	offerAlarms  = []casework.AlarmKind{casework.AlarmHandoverOfferNear, casework.AlarmHandoverOfferPassed}
	answerAlarms = []casework.AlarmKind{casework.AlarmHandoverAnswerPassed, casework.AlarmHandoverAnswerEscalated}
)

// silence stops the alarms of these kinds that have not fallen yet.
func (a *act) silence(c *ent.CaseFile, kinds ...casework.AlarmKind) error {
	return a.tx.Alarm.Update().Where(alarm.CaseID(c.ID), alarm.Pending(true), alarm.KindIn(kinds...)).SetPending(false).Exec(a)
}

// run starts the case's main clock in place of the one that ran; subject makes its alarms one of a kind.
func (a *act) run(c *ent.CaseFile, clock casework.Clock, subject string) error {
	if err := a.silence(c, mainAlarms...); err != nil {
		return err
	}
	plan, err := casework.Alarms(a.office.Calendar, a.office.Limits, clock)
	if err != nil {
		return err
	}
	c.Clock, c.ClockFrom, c.DueAt, c.Provisional = clock.Kind, store.Instant(clock.From), store.Instant(clock.Due), clock.Provisional
	c.SoonAt = store.Instant(casework.SoonAt(plan, clock))
	return a.arm(c, subject, plan, clock.Due)
}

// arm writes the alarms of a clock.
func (a *act) arm(c *ent.CaseFile, subject string, plan []casework.AlarmPlan, due time.Time) error {
	var rows []*ent.AlarmCreate
	for _, p := range plan {
		rows = append(rows, a.tx.Alarm.Create().SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetSubject(subject).
			SetKind(p.Kind).SetAt(store.Instant(p.At)).SetDueAt(store.Instant(due)))
	}
	return a.tx.Alarm.CreateBulk(rows...).Exec(a)
}

// beside starts a clock that runs beside the main one, and gives its deadline.
func (a *act) beside(c *ent.CaseFile, kind casework.ClockKind, subject string) (time.Time, error) {
	clock, err := casework.StartHours(a.office.Calendar, a.office.Limits, kind, a.now)
	if err != nil {
		return time.Time{}, err
	}
	plan, err := casework.Alarms(a.office.Calendar, a.office.Limits, clock)
	if err != nil {
		return time.Time{}, err
	}
	return store.Instant(clock.Due), a.arm(c, subject, plan, clock.Due)
}

// dispose starts the clock of a case that is undisposed again after a decision.
func (a *act) dispose(c *ent.CaseFile) error {
	clock, err := casework.StartContact(a.office.Calendar, a.office.Limits, casework.ClockDisposal, a.now)
	if err != nil {
		return err
	}
	return a.run(c, clock, fmt.Sprintf("%s:disposal:%d", c.ID, c.Events))
}

// close ends a case: no alarm is left, an offer that waits is withdrawn.
func (a *act) close(c *ent.CaseFile) error {
	c.ClosedAt = &a.now
	c.MissingMaterials = []string{} // nobody waits for them any more; the notices keep what was named
	if err := a.silence(c, slices.Concat(mainAlarms, offerAlarms, answerAlarms)...); err != nil {
		return err
	}
	if err := a.endOffer(c, casework.HandOverWithdrawn, ""); err != nil {
		return err
	}
	return a.endExtension(c, casework.ExtensionWithdrawn, casework.EventExtensionWithdrawn)
}

// OpenCase records a contact (F1, F3); the viewer is the first responder for ever.
func (d *Desk) OpenCase(ctx context.Context, in OpenCaseInput) (*CasePayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "OPEN", in.ClientMutationID, in, func(a *act) (caseKey, error) { return a.open(in) })
	if err != nil {
		return nil, err
	}
	return d.casePayload(ctx, k, in.ClientMutationID)
}

// ListBound is the most entries of a list that stands on one case.
const ListBound = 100

// earliestContact bounds how long ago a contact may lie that is recorded now.
const earliestContact = 31 * 24 * time.Hour

func (a *act) open(in OpenCaseInput) (caseKey, error) {
	none := caseKey{}
	if !a.actor.Roles.Works() {
		return none, office.Refuse(office.Forbidden, "F1", "")
	}
	if a.actor.State != duty.OnDuty {
		return none, office.Refuse(office.NotOnDuty, "B2", "")
	}
	var t texts
	situation := t.need("situation", "F3", in.Situation, longText, office.NeedsSituation)
	demand := t.need("demand", "F3", in.Demand, longText, office.NeedsSituation)
	way := ""
	if in.ContactWay != nil {
		way = t.may("contactWay", *in.ContactWay, shortText)
	}
	if t.err != nil {
		return none, t.err
	}
	contact := a.now
	if in.ContactAt != nil {
		contact = store.Instant(*in.ContactAt)
	}
	switch {
	case contact.After(a.now) || a.now.Sub(contact) > earliestContact:
		return none, office.Refuse(office.BadInput, "F1", "contactAt")
	case in.Anonymous == (in.ResidentID != nil):
		return none, office.Refuse(office.NeedsSituation, "F3", "residentId")
	case way != "" && !in.Anonymous:
		return none, office.Refuse(office.BadInput, "F3", "contactWay")
	}
	if in.ResidentID != nil {
		if _, err := a.tx.Resident.Get(a, *in.ResidentID); err != nil {
			return none, missing(err, "residentId")
		}
	}
	no, err := a.receipt()
	if err != nil {
		return none, err
	}
	c := &ent.CaseFile{
		ID: key.Maker(key.Case)(), CommunityID: a.office.Community.ID, ReceiptNo: no, Status: casework.Received,
		Channel: in.Channel, ContactAt: contact, OpenedAt: a.now, FirstResponderID: string(a.actor.ID),
		Anonymous: in.Anonymous, ResidentID: in.ResidentID, Situation: situation, Demand: demand,
		MissingMaterials: []string{}, Version: 1,
	}
	if err := a.give(c, a.actor.ID, duty.AsFirstResponder); err != nil {
		return none, err
	}
	if err := a.name(c, in.ItemID); err != nil {
		return none, err
	}
	clock, err := casework.StartContact(a.office.Calendar, a.office.Limits, casework.ClockFirstContact, contact)
	if err != nil {
		return none, err
	}
	plan, err := casework.Alarms(a.office.Calendar, a.office.Limits, clock)
	if err != nil {
		return none, err
	}
	c.Clock, c.ClockFrom, c.DueAt, c.Provisional = clock.Kind, contact, store.Instant(clock.Due), clock.Provisional
	c.SoonAt = store.Instant(casework.SoonAt(plan, clock))
	facts := map[string]any{"channel": c.Channel, "contactAt": c.ContactAt, "dueAt": c.DueAt}
	if c.ResidentID != nil {
		if c.Green, err = a.seeksWork(*c.ResidentID); err != nil {
			return none, err
		}
		if c.Green {
			facts["green"] = true
		}
	}
	if err := a.note(c, casework.EventCaseOpened, "", facts); err != nil {
		return none, err
	}
	create := a.tx.CaseFile.Create().SetID(c.ID).SetCommunityID(c.CommunityID).SetReceiptNo(no).SetStatus(c.Status).
		SetChannel(c.Channel).SetContactAt(c.ContactAt).SetOpenedAt(c.OpenedAt).SetFirstResponderID(c.FirstResponderID).
		SetHolderID(c.HolderID).SetHolderRole(c.HolderRole).SetResponsibleID(c.ResponsibleID).SetResponsibleRole(c.ResponsibleRole).
		SetAnonymous(c.Anonymous).SetNillableResidentID(c.ResidentID).SetNillableItemID(c.ItemID).SetItemCode(c.ItemCode).
		SetNillablePostID(c.PostID).SetSituation(situation).SetDemand(demand).SetClock(c.Clock).SetClockFrom(c.ClockFrom).
		SetDueAt(c.DueAt).SetSoonAt(c.SoonAt).SetProvisional(c.Provisional).SetTally(c.Tally).SetEvents(c.Events).SetHead(c.Head).
		SetGreen(c.Green).SetQueueAt(a.office.queueAt(c))
	if way != "" {
		sealed, err := a.desk.Box.Seal(way, c.ID+".contact_way")
		if err != nil {
			return none, err
		}
		create.SetContactWaySealed(sealed).SetContactWayMask(maskWay(way))
	}
	if err := create.Exec(a); err != nil {
		return none, err
	}
	return caseKey{c.ID}, a.arm(c, c.ID+":contact", plan, clock.Due)
}

// receipt gives the next number of the day, e.g. 20260226-00012.
func (a *act) receipt() (string, error) {
	day := a.today()
	prefix := fmt.Sprintf("%04d%02d%02d", day.Year, int(day.Month), day.Day)
	from, to := receipts(prefix)
	a = a.program() // numbers are of all cases, of those too that the actor may not see
	last, err := a.tx.CaseFile.Query().
		Where(casefile.CommunityID(a.office.Community.ID), casefile.ReceiptNoGTE(from), casefile.ReceiptNoLTE(to)).
		Order(ent.Desc(casefile.FieldReceiptNo)).Limit(1).Select(casefile.FieldReceiptNo).Strings(a)
	if err != nil {
		return "", err
	}
	n := 0
	if len(last) == 1 {
		if n, err = strconv.Atoi(last[0][receiptDay+1:]); err != nil {
			return "", err
		}
	}
	if n >= 99999 {
		return "", office.Refuse(office.LimitExceeded, "", "").With("limit", 99999)
	}
	return fmt.Sprintf("%s-%05d", prefix, n+1), nil
}

// A receipt number is the day and five digits, e.g. 20260226-00012.
const receiptDay, receiptDigits = 8, 13

// receipts gives the first and last receipt number that begins with these digits. Numbers of one length compare the
// same in every collation.
func receipts(digits string) (from, to string) {
	fill := func(with string) string {
		all := digits + strings.Repeat(with, receiptDigits-len(digits))
		return all[:receiptDay] + "-" + all[receiptDay:]
	}
	return fill("0"), fill("9")
}

// name sets the item of a case that has none yet, and with it the post. An item is never exchanged for another.
func (a *act) name(c *ent.CaseFile, id *string) error {
	if id == nil || c.ItemID != nil && *c.ItemID == *id {
		return nil
	}
	if c.ItemID != nil {
		return office.Refuse(office.BadInput, "Q4", "itemId")
	}
	i, ok := a.office.Items[*id]
	if !ok {
		return office.Refuse(office.NotFound, "", "itemId")
	}
	if day := workday.DateOf(c.ContactAt, a.office.Calendar.Location()).String(); i.ValidFrom > day || i.RetiredFrom != nil && *i.RetiredFrom <= day {
		return office.Refuse(office.BadInput, "Q4", "itemId").With("validFrom", i.ValidFrom)
	}
	a.moves(c)
	c.ItemID, c.ItemCode = &i.ID, i.Code
	if i.PostID != nil {
		c.PostID = i.PostID
	}
	return a.answer(c) // the post may name another stand-in
}

// ResolveOnSpot is F4.
func (d *Desk) ResolveOnSpot(ctx context.Context, in ResolveOnSpotInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActResolveOnSpot, in.CaseRef, in, func(a *act, c *ent.CaseFile) (err error) {
		if c.Outcome, err = text("outcome", in.Outcome, longText, office.NeedsReason); err != nil {
			return err
		}
		if err := a.close(c); err != nil {
			return err
		}
		return a.note(c, casework.EventResolvedOnSpot, c.Outcome, nil)
	})
}

// fits asks the table of acts again when the input has named the item: what may not be done to that item is the
// input's fault. Elsewhere the case had its item before, and the table was asked of it.
func (a *act) fits(act casework.Act, c *ent.CaseFile) error {
	was := *c
	was.Status, was.ResponsibleID = casework.Received, string(a.actor.ID)
	err := casework.Check(act, FactsOf(a.office, &was), a.actor, a.now)
	if r, ok := errors.AsType[*office.Refusal](err); ok {
		return &office.Refusal{Code: r.Code, Clause: r.Clause, Field: "itemId", Facts: r.Facts}
	}
	return err
}

// PromiseCase is F5 and Q4: the resident has been told the date.
func (d *Desk) PromiseCase(ctx context.Context, in PromiseCaseInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActPromise, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		if err := a.name(c, in.ItemID); err != nil {
			return err
		}
		if err := a.fits(casework.ActPromise, c); err != nil {
			return err
		}
		f := FactsOf(a.office, c)
		if f.Item != nil && f.Item.Kind == casework.ItemRegistration && c.MaterialsCompleteAt == nil {
			at := c.ContactAt
			c.MaterialsCompleteAt = &at
		}
		plan, err := casework.PlanPromise(a.office.Calendar, f.Item, c.MaterialsCompleteAt, a.now, in.WorkingDays)
		if err != nil {
			return err
		}
		return a.promise(c, plan, casework.PromiseFirst, in.ToldWay, a.now, casework.EventPromised, "")
	})
}

// promise writes a promise, starts its clock and notes it. Where the case is another's to handle, the limit for
// offering it runs beside (F9).
func (a *act) promise(c *ent.CaseFile, plan casework.PromisePlan, origin casework.PromiseOrigin, way casework.TellWay, told time.Time, kind casework.EventKind, reason string) error {
	old := c.DueAt
	had := c.PromiseID != nil
	p, err := a.tx.Promise.Create().SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetNumber(c.PromisesMade + 1).SetOrigin(origin).
		SetMadeAt(a.now).SetMadeByID(string(a.actor.ID)).SetStartAt(store.Instant(plan.Clock.From)).SetWorkingDays(plan.Explanation.Days).
		SetDueAt(store.Instant(plan.Clock.Due)).SetProvisional(plan.Clock.Provisional).SetToldAt(told).SetToldWay(way).
		SetExplanation(plan.Explanation).Save(a)
	if err != nil {
		return err
	}
	c.PromiseID, c.PromisesMade = &p.ID, p.Number
	clock := plan.Clock
	if origin != casework.PromiseFirst {
		clock.From = a.now // T6: a new promise warns of nothing that was over when it was made
	}
	if err := a.run(c, clock, p.ID); err != nil {
		return err
	}
	facts := map[string]any{
		"promise": p.Number, "origin": origin, "workingDays": p.WorkingDays, "startAt": p.StartAt, "dueAt": p.DueAt,
		"toldWay": way, "toldAt": told, "provisional": p.Provisional,
	}
	if had {
		facts["oldDueAt"] = old
	}
	if origin == casework.PromiseFirst {
		post := a.office.Post(c.PostID)
		if post != nil && !post.Has(duty.StaffID(c.ResponsibleID)) {
			if _, err := a.beside(c, casework.ClockHandoverOffer, p.ID+":offer"); err != nil {
				return err
			}
		}
	}
	return a.note(c, kind, reason, facts, duty.StaffID(c.ResponsibleID))
}

// result ends the promise that runs.
func (a *act) result(c *ent.CaseFile, r casework.PromiseResult) error {
	if c.PromiseID == nil {
		return nil
	}
	return a.tx.Promise.UpdateOneID(*c.PromiseID).SetResult(r).Exec(a)
}

// GuideCase is F7.
func (d *Desk) GuideCase(ctx context.Context, in GuideCaseInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActGuide, in.CaseRef, in, func(a *act, c *ent.CaseFile) (err error) {
		to, ok := a.office.Departments[in.DepartmentID]
		if !ok {
			return office.Refuse(office.NotFound, "F7", "departmentId")
		}
		var t texts
		c.Outcome = t.need("said", "F7", in.Said, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		c.DepartmentID = &to.ID
		if err := a.close(c); err != nil {
			return err
		}
		return a.note(c, casework.EventGuided, c.Outcome, map[string]any{"department": to.Name, "phone": to.Phone, "address": to.Address})
	})
}

// RefuseCase is T2: not accepted, for a legal reason that the resident was told.
func (d *Desk) RefuseCase(ctx context.Context, in RefuseCaseInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActRefuse, in.CaseRef, in, func(a *act, c *ent.CaseFile) (err error) {
		var t texts
		c.Outcome = t.need("legalReason", "T2", in.LegalReason, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		if err := a.close(c); err != nil {
			return err
		}
		return a.note(c, casework.EventRefused, c.Outcome, map[string]any{"toldWay": in.ToldWay})
	})
}

// RequestMaterials is Q4: the promise waits for the last required material, named once.
func (d *Desk) RequestMaterials(ctx context.Context, in RequestMaterialsInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActRequestMaterials, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		if err := a.name(c, in.ItemID); err != nil {
			return err
		}
		if c.ItemID == nil {
			return office.Refuse(office.NeedsItem, "Q4", "itemId")
		}
		if err := a.fits(casework.ActRequestMaterials, c); err != nil {
			return err
		}
		named, second, err := a.notice(c, in.Missing, in.Reason, in.ToldWay)
		if err != nil {
			return err
		}
		c.MissingMaterials = named
		if err := a.chase(c); err != nil {
			return err
		}
		facts := map[string]any{"missing": named, "toldWay": in.ToldWay}
		if err := a.note(c, casework.EventMaterialsRequested, "", facts); err != nil || second == nil {
			return err
		}
		_, err = a.breach(c, *second)
		return err
	})
}

// chase starts the clock after which missing materials are asked for again.
func (a *act) chase(c *ent.CaseFile) error {
	clock, err := casework.StartDays(a.office.Calendar, casework.ClockMaterials, a.now, a.office.Limits.MaterialsChaseDays)
	if err != nil {
		return err
	}
	return a.run(c, clock, fmt.Sprintf("%s:materials:%d", c.ID, c.Events))
}

// ReceiveMaterials is Q4: the last required material is here, the promise starts with it.
func (d *Desk) ReceiveMaterials(ctx context.Context, in ReceiveMaterialsInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActReceiveMaterials, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		at := a.now
		if in.ReceivedAt != nil {
			at = store.Instant(*in.ReceivedAt)
		}
		if at.After(a.now) || at.Before(c.ContactAt) {
			return office.Refuse(office.BadInput, "Q4", "receivedAt")
		}
		c.MaterialsCompleteAt, c.MissingMaterials = &at, []string{}
		plan, err := casework.PlanPromise(a.office.Calendar, FactsOf(a.office, c).Item, c.MaterialsCompleteAt, a.now, in.WorkingDays)
		if err != nil {
			return err
		}
		if err := a.note(c, casework.EventMaterialsComplete, "", map[string]any{"receivedAt": at}); err != nil {
			return err
		}
		return a.promise(c, plan, casework.PromiseFirst, in.ToldWay, a.now, casework.EventPromised, "")
	})
}

// CompleteCase finishes a promised case (T1); late or in time is told by its promise, not by the actor.
func (d *Desk) CompleteCase(ctx context.Context, in CompleteCaseInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActComplete, in.CaseRef, in, func(a *act, c *ent.CaseFile) (err error) {
		if c.Outcome, err = text("outcome", in.Outcome, longText, office.NeedsReason); err != nil {
			return err
		}
		result := casework.ResultKept
		if !a.now.Before(c.DueAt) {
			result = casework.ResultMissed
			if err := a.apologise(c, in.Apology); err != nil {
				return err
			}
		} else if in.Apology != nil {
			return office.Refuse(office.BadInput, "A2", "apology")
		}
		if err := a.result(c, result); err != nil {
			return err
		}
		if err := a.close(c); err != nil {
			return err
		}
		return a.note(c, casework.EventCompleted, c.Outcome, map[string]any{"result": result, "dueAt": c.DueAt, "extended": c.Extended},
			duty.StaffID(c.FirstResponderID))
	})
}

// ReopenCase is T6: a new promise; the old outcome stays in the journal.
func (d *Desk) ReopenCase(ctx context.Context, in ReopenCaseInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActReopen, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		reason := t.need("reason", "T6", in.Reason, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		plan, err := casework.PlanPromise(a.office.Calendar, FactsOf(a.office, c).Item, nil, a.now, in.WorkingDays)
		if err != nil {
			return err
		}
		old := map[string]any{"outcome": c.Outcome, "closedAt": c.ClosedAt, "dueAt": c.DueAt}
		c.ClosedAt, c.Outcome, c.Extended, c.ExtensionsUsed = nil, "", false, 0
		if err := a.answer(c); err != nil {
			return err
		}
		if err := a.note(c, casework.EventReopened, reason, map[string]any{"old": old}, duty.StaffID(c.ResponsibleID)); err != nil {
			return err
		}
		return a.promise(c, plan, casework.PromiseReopened, in.ToldWay, a.now, casework.EventPromised, reason)
	})
}

// AskCallBack is F7: the superior wants to know whether the resident arrived.
func (d *Desk) AskCallBack(ctx context.Context, in AskCallBackInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActAskCallBack, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		c.CallBackAskedAt = &a.now
		return a.note(c, casework.EventCallBackAsked, "", nil, duty.StaffID(c.ResponsibleID))
	})
}

// RecordCallBack answers it.
func (d *Desk) RecordCallBack(ctx context.Context, in RecordCallBackInput) (*CasePayload, error) {
	return d.onCase(ctx, casework.ActRecordCallBack, in.CaseRef, in, func(a *act, c *ent.CaseFile) error {
		var t texts
		c.CallBackResult = t.need("note", "F7", in.Note, longText, office.NeedsReason)
		if t.err != nil {
			return t.err
		}
		return a.note(c, casework.EventCallBackRecorded, c.CallBackResult, map[string]any{"arrived": in.Arrived})
	})
}

// ReportBreachPayload is the answer of ReportBreach.
type ReportBreachPayload struct {
	Breach           *ent.Breach
	ClientMutationID string
}

// ReportBreach is F9: anyone of the office reports that a first responder avoided, withheld or did not hand over
// clearly. What the system finds by itself cannot be reported.
func (d *Desk) ReportBreach(ctx context.Context, in ReportBreachInput) (*ReportBreachPayload, error) {
	community, err := d.communityOf(ctx, in.CaseID)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, community, "REPORT_BREACH", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		clause := "F9"
		switch in.Kind {
		case casework.BreachAvoidance, casework.BreachWithholding, casework.BreachHandoverUnclear:
		case casework.BreachOvercharge:
			clause = "A6"
		default:
			return none, office.Refuse(office.BadInput, "F9", "kind")
		}
		var t texts
		facts := t.need("facts", "F9", in.Facts, longText, office.NeedsReason)
		if t.err != nil {
			return none, t.err
		}
		c, err := a.tx.CaseFile.Get(a, in.CaseID)
		if err != nil {
			return none, missing(err, "caseId")
		}
		if err := casework.Check(casework.ActReportBreach, FactsOf(a.office, c), a.actor, a.now); err != nil {
			return none, err
		}
		me := string(a.actor.ID)
		f := found{kind: in.Kind, clause: clause, person: c.FirstResponderID, by: &me, facts: map[string]any{"said": facts}}
		if in.Kind == casework.BreachOvercharge {
			// A6: whoever has the case took the money; however many report it, it is one breach.
			once := c.ID + ":overcharge"
			f.person, f.in = c.HolderID, &once
			known, err := a.tx.Breach.Query().Where(breach.FoundIn(once)).Exist(a)
			if err != nil {
				return none, err
			}
			if known {
				return none, office.Refuse(office.AlreadyDone, "A6", "kind")
			}
		}
		b, err := a.breach(c, f)
		if err != nil {
			return none, err
		}
		return caseKey{b.ID}, a.save(c)
	})
	if err != nil {
		return nil, err
	}
	b, err := d.Store.Read().Breach.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "breach")
	}
	return &ReportBreachPayload{Breach: b, ClientMutationID: in.ClientMutationID}, nil
}
