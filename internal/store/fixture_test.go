package store_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/internal/key"
	"xinxing/internal/office/accountability"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/employment"
	"xinxing/internal/office/program"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
	"xinxing/internal/store/storetest"
	"xinxing/internal/store/wake"
)

// instant is when everything in these records happened.
var instant = time.Date(2026, time.February, 26, 1, 0, 0, 0, time.UTC)

// both runs a test on a database of each kind, with the tables and nothing in them.
func both(t *testing.T, test func(t *testing.T, url string)) {
	t.Helper()
	for _, dialect := range storetest.Databases() {
		t.Run(dialect, func(t *testing.T) { test(t, storetest.Migrated.Copy(t, dialect)) })
	}
}

// bare is both of databases without tables.
func bare(t *testing.T, test func(t *testing.T, url string)) {
	t.Helper()
	for _, dialect := range storetest.Databases() {
		t.Run(dialect, func(t *testing.T) { test(t, storetest.Empty(t, dialect)) })
	}
}

func open(t *testing.T, url string, opts wake.Options) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), url, store.Options{SQL: sqldb.Options{NoSync: true}, Wake: opts})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() }) // some tests close it themselves
	return s
}

func system(t *testing.T) context.Context { return store.With(t.Context(), store.System()) }

// records are the keys of what one community has: one record of each type, and two people.
type records struct {
	community, staff, other, post, department, item, resident, kase, absence, gift, seeker, opening, referral string
	partner, resource, project,
	group, member, pledge, token string
	prop, program, session, enrolment string
}

// fill makes a community with one record of each type, and gives their keys.
func fill(t *testing.T, s *store.Store, name string, parent *string) records {
	t.Helper()
	var r records
	err := s.Act(system(t), "", func(ctx context.Context, tx *store.Tx) error {
		c, err := tx.Community.Create().SetName(name).SetNillableParentID(parent).SetHours(workday.DefaultHours()).SetLimits(casework.DefaultLimits()).Save(ctx)
		if err != nil {
			return err
		}
		r.community = c.ID
		for _, k := range kinds {
			if k.create == nil {
				continue
			}
			if err := k.create(ctx, tx.Client, &r, ""); err != nil {
				return fmt.Errorf("%s: %w", k.name, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// kind is how a type of records is read and written, and who may, by the table of MECHANISMS.md: c clerk, l leader,
// d director, a administrator, s supervisor of the subdistrict, n a director of another community.
type kind struct {
	name, table  string
	read, write  string
	fixed, stays bool // no change, no removal, not even by the program itself
	// create makes a record of the community; again makes what must be unique differ.
	create func(ctx context.Context, c *ent.Client, r *records, again string) error
	count  func(ctx context.Context, c *ent.Client) (int, error)
	update func(ctx context.Context, c *ent.Client) (int, error)
	remove func(ctx context.Context, c *ent.Client) (int, error)
}

var kinds = []kind{
	{
		name: ent.TypeCommunity, table: "communities", read: "cldasn", write: "ldan", stays: true,
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Community.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Community.Update().AddRefVersion(1).Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Community.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeStaff, table: "staff", read: "cldasn", write: "ldan", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			for _, login := range []string{"one", "two"} {
				made, err := c.Staff.Create().SetCommunityID(r.community).SetName("某人").SetLogin(login + again + r.community).SetPasswordHash("-").SetRoles([]duty.Role{duty.Clerk}).Save(ctx)
				if err != nil {
					return err
				}
				r.staff, r.other = r.other, made.ID
			}
			return nil
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Staff.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Staff.Update().SetTitle("主任").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Staff.Delete().Exec(ctx) },
	},
	{
		name: ent.TypePost, table: "posts", read: "cldasn", write: "ldan", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.Post.Create().SetCommunityID(r.community).SetCode("P" + again).SetName("窗口").SetAID(r.staff).SetBID(r.other).Save(ctx)
			if err == nil {
				r.post = made.ID
			}
			return err
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.Post.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.Post.Update().SetWindow("9").Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Post.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeDepartment, table: "departments", read: "cldasn", write: "ldan", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.Department.Create().SetCommunityID(r.community).SetCode("D" + again).SetName("派出所").SetAddress("-").SetPhone("-").SetHours("-").SetWebsite("").Save(ctx)
			if err == nil {
				r.department = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Department.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Department.Update().SetPhone("110").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Department.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeItem, table: "items", read: "cldasn", write: "ldan", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.Item.Create().SetCommunityID(r.community).SetCode("I" + again).SetVersion(1).SetName("调解").SetKind(casework.ItemAppeal).SetLimitDays(5).
				SetPostID(r.post).SetChannels([]casework.Channel{}).SetMaterials([]casework.Material{}).SetSteps([]string{}).SetValidFrom("2020-01-01").Save(ctx)
			if err == nil {
				r.item = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Item.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Item.Update().SetRetiredFrom("2027-01-01").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Item.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeLocalDay, table: "local_days", read: "cldasn", write: "ldan",
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.LocalDay.Create().SetCommunityID(r.community).SetDate("2026-03-0" + fmt.Sprint(1+len(again))).SetKind(workday.RowLocalClosure).SetName("-").SetSource("-").Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.LocalDay.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.LocalDay.Update().SetName("停电").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.LocalDay.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeResident, table: "residents", read: "cldn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			made, err := c.Resident.Create().SetCommunityID(r.community).SetName("居民").SetCreatedAt(instant).Save(ctx)
			if err == nil {
				r.resident = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Resident.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Resident.Update().SetAddress("新址").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Resident.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeResidentTerm, table: "resident_terms", read: "cldn", write: "cldn", fixed: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.ResidentTerm.Create().SetCommunityID(r.community).SetTerm("居民" + again).SetResidentID(r.resident).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.ResidentTerm.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.ResidentTerm.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.ResidentTerm.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeAccess, table: "accesses", read: "cldn", write: "cldn", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.Access.Create().SetCommunityID(r.community).SetResidentID(r.resident).SetActorID(r.staff).SetField("PHONE").SetReason("联系").SetAt(instant).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.Access.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.Access.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Access.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeCaseFile, table: "cases", read: "cldsn", write: "cldsn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.CaseFile.Create().SetCommunityID(r.community).SetReceiptNo("20260226-0000" + fmt.Sprint(1+len(again))).SetStatus(casework.Received).SetChannel(casework.ChannelPhone).
				SetContactAt(instant).SetOpenedAt(instant).SetFirstResponderID(r.staff).SetHolderID(r.staff).SetHolderRole(duty.AsFirstResponder).
				SetResponsibleID(r.staff).SetResponsibleRole(duty.AsFirstResponder).SetAnonymous(true).SetSituation("-").SetDemand("-").
				SetClock(casework.ClockFirstContact).SetClockFrom(instant).SetDueAt(instant).SetQueueAt(instant).SetSoonAt(instant).Save(ctx)
			if err == nil {
				r.kase = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.CaseFile.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.CaseFile.Update().SetOutcome("办结").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.CaseFile.Delete().Exec(ctx) },
	},
	{
		name: ent.TypePromise, table: "promises", read: "cldsn", write: "cldsn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.Promise.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetNumber(1 + len(again)).SetOrigin(casework.PromiseFirst).SetMadeAt(instant).
				SetStartAt(instant).SetWorkingDays(1).SetDueAt(instant).SetToldAt(instant).SetToldWay(casework.TellByPhone).SetExplanation(workday.Explanation{From: workday.DateOf(instant, time.UTC)}).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Promise.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Promise.Update().SetResult(casework.ResultKept).Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Promise.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeHandOver, table: "hand_overs", read: "cldsn", write: "cldsn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			state := casework.HandOverOffered
			if again != "" {
				state = casework.HandOverReturned
			}
			return c.HandOver.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetFromID(r.staff).SetToID(r.other).SetExplanation("-").
				SetOfferedAt(instant).SetAnswerBy(instant).SetState(state).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.HandOver.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.HandOver.Update().SetReturnReason("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.HandOver.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeUpReport, table: "up_reports", read: "cldsn", write: "cldsn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			state := casework.ReportWaiting
			if again != "" {
				state = casework.ReportSentBack
			}
			return c.UpReport.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetReporterID(r.staff).SetSuperiorID(r.other).SetReason("-").
				SetReportedAt(instant).SetDecideBy(instant).SetState(state).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.UpReport.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.UpReport.Update().SetInstructions("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.UpReport.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeExtension, table: "extensions", read: "cldsn", write: "cldsn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			state := casework.ExtensionRequested
			if again != "" {
				state = casework.ExtensionRejected
			}
			return c.Extension.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetAskedByID(r.staff).SetAskedAt(instant).SetReason("-").
				SetWorkingDays(1).SetOldDueAt(instant).SetNewDueAt(instant).SetState(state).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Extension.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Extension.Update().SetDecisionReason("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Extension.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeBreach, table: "breaches", read: "cldsn", write: "cldsn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.Breach.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetKind(casework.BreachAvoidance).SetClause("F9").SetPersonID(r.staff).
				SetFoundAt(instant).SetFacts(map[string]any{}).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Breach.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Breach.Update().SetProof("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Breach.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeAlarm, table: "alarms", read: "cldsn", write: "cldsn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.Alarm.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetSubject(r.kase + again).SetKind(casework.AlarmPromisePassed).SetAt(instant).SetDueAt(instant).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Alarm.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Alarm.Update().SetPending(false).Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Alarm.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeCaseEvent, table: "case_events", read: "cldsn", write: "cldsn", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return event(c, r, 1+len(again)).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.CaseEvent.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.CaseEvent.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.CaseEvent.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeOneTimeNotice, table: "one_time_notices", read: "cldsn", write: "cldsn", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.OneTimeNotice.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetNumber(1 + len(again)).SetItemID(r.item).SetMissing([]string{"户口簿"}).
				SetToldWay(casework.TellInPerson).SetGivenByID(r.staff).SetGivenAt(instant).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.OneTimeNotice.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.OneTimeNotice.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.OneTimeNotice.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeCustodyPiece, table: "custody_pieces", read: "cldsn", write: "cldsn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.CustodyPiece.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetName("户口簿").SetForm(casework.FormOriginal).SetCount(1).SetPlace("1号柜").
				SetState(casework.PieceHeld).SetTakenAt(instant).SetTakenByID(r.staff).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.CustodyPiece.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.CustodyPiece.Update().SetReport("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.CustodyPiece.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeCharge, table: "charges", read: "cldsn", write: "cldsn", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.Charge.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetAmountFen(100).SetChargedAt(instant).SetChargedByID(r.staff).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.Charge.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.Charge.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Charge.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeAttachment, table: "attachments", read: "cldsn", write: "cldsn", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.Attachment.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetName("a.jpg").SetKind("JPEG").SetSize(1).SetDigest("-").SetStoredAs("-").
				SetAttachedAt(instant).SetAttachedByID(r.staff).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.Attachment.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.Attachment.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Attachment.Delete().Exec(ctx) },
	},
	{
		name: ent.TypePublicFile, table: "public_files", read: "cldasn", write: "ldan", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.PublicFile.Create().SetCommunityID(r.community).SetKind(casework.PublicForm).SetItemCode("DJ-01").SetTitle("-").SetName("a.pdf").SetFormat("PDF").
				SetSize(1).SetDigest("-").SetStoredAs("-").SetPublishedAt(instant).SetPublishedByID(r.staff).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.PublicFile.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.PublicFile.Update().SetRemovedAt(instant).SetRemovedByID("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.PublicFile.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeRating, table: "ratings", read: "ldsn", write: "", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.Rating.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetAboutID(r.other).SetLevel(casework.Dissatisfied).SetTags([]casework.RatingTag{}).
				SetRatedAt(instant).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.Rating.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.Rating.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Rating.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeFigureEntry, table: "figure_entries", read: "cldsn", write: "", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.FigureEntry.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetMeasure(reporting.Received).SetDay("2026-02-26").SetPostID(r.post).
				SetValue(1).SetN(1).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.FigureEntry.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.FigureEntry.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.FigureEntry.Delete().Exec(ctx) },
	},
	{ // for who asked alone, which is none of these
		name: ent.TypeReportPull, table: "report_pulls", read: "", write: "", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.ReportPull.Create().SetCommunityID(r.community).SetAskerID("stf_nobody").SetAsk("{}").SetFormat(reporting.PullCSV).SetLanguage(reporting.PullChinese).
				SetAskedAt(instant).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.ReportPull.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.ReportPull.Update().SetTries(1).Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.ReportPull.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeFigureRollup, table: "figure_rollups", read: "cldsn", write: "",
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.FigureRollup.Create().SetCommunityID(r.community).SetRollup(reporting.RollupPost).SetMeasure(reporting.Received).SetDay("2026-02-01").
				SetKey(r.post).SetTotal(1).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.FigureRollup.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.FigureRollup.Update().SetTotal(2).Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.FigureRollup.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeFigureRelease, table: "figure_releases", read: "ldsn", write: "", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.FigureRelease.Create().SetCommunityID(r.community).SetMonth(fmt.Sprintf("2026-%02d", 1+len(again))).SetAttribute(reporting.BySex).
				SetCells(reporting.Cells{}).SetAt(instant).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.FigureRelease.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.FigureRelease.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.FigureRelease.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeLogRecord, table: "log_records", read: "", write: "", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.LogRecord.Create().SetCommunityID(r.community).SetNumber(int64(len(again))).SetHashes([]byte{1}).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.LogRecord.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.LogRecord.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.LogRecord.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeLogCheckpoint, table: "log_checkpoints", read: "ldsn", write: "", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.LogCheckpoint.Create().SetCommunityID(r.community).SetNumber(int64(1 + len(again))).SetSize(1).SetLastID(1).SetRoot("-").SetNote("-").
				SetAt(instant).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.LogCheckpoint.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.LogCheckpoint.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.LogCheckpoint.Delete().Exec(ctx) },
	},
	{
		name: ent.TypePrintedPaper, table: "printed_papers", read: "cldsn", write: "cldsn", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.PrintedPaper.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetKind(casework.PaperIntake).SetNumber("-").SetDraft(false).SetContentSealed("-").
				SetPrintedAt(instant).SetPrintedByID(r.staff).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.PrintedPaper.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.PrintedPaper.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.PrintedPaper.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeStudy, table: "studies", read: "cldasn", write: "ldan", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.Study.Create().SetCommunityID(r.community).SetPostID(r.post).SetStaffID(r.staff).SetSubject("低保政策").SetKind(duty.StudyTest).
				SetDate("2026-02-10").SetPassed(true).SetRecordedAt(instant).SetRecordedByID(r.other).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.Study.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.Study.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Study.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeAbsence, table: "absences", read: "cldasn", write: "cldsn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			made, err := c.Absence.Create().SetCommunityID(r.community).SetStaffID(r.staff).SetKind(duty.Planned).SetFromAt(instant).SetAskedByID(r.staff).
				SetAskedAt(instant).SetState(duty.AbsenceRefused).Save(ctx)
			if err == nil {
				r.absence = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Absence.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Absence.Update().SetDecisionReason("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Absence.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeAbsencePost, table: "absence_posts", read: "cldsn", write: "cldsn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.AbsencePost.Create().SetCommunityID(r.community).SetAbsenceID(r.absence).SetPostID(r.post).SetStaffID(r.staff).SetFromAt(instant).
				SetHolds(false).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.AbsencePost.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.AbsencePost.Update().SetHolds(false).Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.AbsencePost.Delete().Exec(ctx) },
	},
	{
		name: ent.TypePostHandOver, table: "post_hand_overs", read: "cldsn", write: "cldsn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			create := c.PostHandOver.Create().SetCommunityID(r.community).SetAbsenceID(r.absence).SetFromID(r.staff).SetToID(r.other)
			if again == "" {
				create.SetPostID(r.post)
			}
			return create.Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.PostHandOver.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.PostHandOver.Update().SetNote("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.PostHandOver.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeGift, table: "gifts", read: "cldsn", write: "cldsn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			made, err := c.Gift.Create().SetCommunityID(r.community).SetPersonID(r.staff).SetKind(accountability.GiftTaken).SetWhat("-").SetGiver("-").
				SetValueFen(100).SetFoundAt(instant).SetRegisteredAt(instant).SetRegisteredByID(r.staff).Save(ctx)
			if err == nil {
				r.gift = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Gift.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Gift.Update().SetReturnedFen(1).Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Gift.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeGiftReturn, table: "gift_returns", read: "cldsn", write: "cldsn", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.GiftReturn.Create().SetCommunityID(r.community).SetGiftID(r.gift).SetPersonID(r.staff).SetAmountFen(1).
				SetWay(accountability.GivenBack).SetProof("-").SetReturnedAt(instant).SetRecordedByID(r.staff).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.GiftReturn.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.GiftReturn.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.GiftReturn.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeApology, table: "apologies", read: "cldsn", write: "cldsn", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.Apology.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetPromiseID(r.kase + again).SetDueAt(instant).SetWay(casework.TellByPhone).
				SetGivenAt(instant).SetGivenByID(r.staff).SetWords("-").SetRemedy("-").SetRecordedAt(instant).SetRecordedByID(r.staff).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.Apology.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.Apology.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Apology.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeAPIToken, table: "api_tokens", read: "cldasn", write: "ldasn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.APIToken.Create().SetCommunityID(r.community).SetKind(cobuild.TokenReporter).SetName("报表").SetScopes([]cobuild.Scope{cobuild.ScopeReadAggregates}).
				SetTokenHash(r.community + again).SetHint("abcd").SetMadeAt(instant).SetMadeByID(r.staff).SetExpiresAt(instant).Save(ctx)
			if err == nil {
				r.token = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.APIToken.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.APIToken.Update().SetRevokedAt(instant).Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.APIToken.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeTokenRead, table: "token_reads", read: "ldasn", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.TokenRead.Create().SetCommunityID(r.community).SetTokenID(r.token).SetAt(instant).SetOperation("Figures").
				SetFields([]string{}).SetRecords([]string{}).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.TokenRead.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.TokenRead.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.TokenRead.Delete().Exec(ctx) },
	},
	{
		name: ent.TypePartner, table: "partners", read: "cldasn", write: "ldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.Partner.Create().SetCommunityID(r.community).SetName("九站建材" + again).SetKind(cobuild.PartnerSocial).SetOffers([]cobuild.ResourceKind{}).Save(ctx)
			if err == nil {
				r.partner = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Partner.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Partner.Update().SetAbout("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Partner.Delete().Exec(ctx) },
	},
	{
		name: ent.TypePartnerContact, table: "partner_contacts", read: "cldsn", write: "ldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.PartnerContact.Create().SetCommunityID(r.community).SetPartnerID(r.partner).SetName("赵").Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.PartnerContact.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.PartnerContact.Update().SetRemovedAt(instant).Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.PartnerContact.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeResource, table: "resources", read: "cldsn", write: "ldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			made, err := c.Resource.Create().SetCommunityID(r.community).SetPartnerID(r.partner).SetKind(cobuild.Venue).SetName("-").Save(ctx)
			if err == nil {
				r.resource = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Resource.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Resource.Update().SetAbout("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Resource.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeProject, table: "projects", read: "cldsn", write: "ldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.Project.Create().SetCommunityID(r.community).SetNumber("GJ-2026-001" + again).SetTitle("-").SetKind(cobuild.ProjectRoad).SetOrigin(cobuild.FromPlan).SetStage(cobuild.Proposed).
				SetStageAt(instant).SetPlace("-").SetLeadID(r.staff).SetPlannedFrom("2026-03-01").SetPlannedUntil("2026-03-02").SetProposedAt(instant).SetProposedByID(r.staff).Save(ctx)
			if err == nil {
				r.project = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Project.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Project.Update().SetAbout("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Project.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeProjectPartner, table: "project_partners", read: "cldsn", write: "ldn", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			with := r.partner
			if again != "" { // a partner takes part once
				made, err := c.Partner.Create().SetCommunityID(r.community).SetName(key.Maker("x")()).SetKind(cobuild.PartnerSocial).SetOffers([]cobuild.ResourceKind{}).
					Save(store.With(ctx, store.System()))
				if err != nil {
					return err
				}
				with = made.ID
			}
			return c.ProjectPartner.Create().SetCommunityID(r.community).SetProjectID(r.project).SetPartnerID(with).SetJoinedAt(instant).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.ProjectPartner.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.ProjectPartner.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.ProjectPartner.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeProjectTask, table: "project_tasks", read: "cldsn", write: "ldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.ProjectTask.Create().SetCommunityID(r.community).SetProjectID(r.project).SetNumber(1 + len(again)).SetTitle("-").SetOwnerID(r.staff).SetDueOn("2026-03-01").Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.ProjectTask.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.ProjectTask.Update().SetTitle("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.ProjectTask.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeBooking, table: "bookings", read: "cldsn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.Booking.Create().SetCommunityID(r.community).SetResourceID(r.resource).SetFromAt(instant).SetUntilAt(instant.Add(time.Hour)).SetPurpose("-").SetBookedAt(instant).
				SetBookedByID(r.staff).SetHolds(false).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Booking.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Booking.Update().SetHolds(false).Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Booking.Delete().Exec(ctx) },
	},
	{
		name: ent.TypePledge, table: "pledges", read: "cldsn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			made, err := c.Pledge.Create().SetCommunityID(r.community).SetProjectID(r.project).SetPartnerID(r.partner).SetKind(cobuild.Labour).SetWhat("-").SetQuantity(1).SetUnit("人").
				SetPledgedAt(instant).SetPledgedByID(r.staff).Save(ctx)
			if err == nil {
				r.pledge = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Pledge.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Pledge.Update().SetWithdrawnReason("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Pledge.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeDelivery, table: "deliveries", read: "cldsn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.Delivery.Create().SetCommunityID(r.community).SetPledgeID(r.pledge).SetProjectID(r.project).SetPartnerID(r.partner).SetQuantity(1).SetDeliveredOn("2026-02-26").SetProof("-").
				SetReportedAt(instant).SetReportedByID(r.staff).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Delivery.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Delivery.Update().SetDecisionReason("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Delivery.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeParticipation, table: "participations", read: "cldsn", write: "cldn", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.Participation.Create().SetCommunityID(r.community).SetProjectID(r.project).SetDate("2026-02-26").SetResidents(1).SetRecordedAt(instant).SetRecordedByID(r.staff).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.Participation.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.Participation.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Participation.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeCaseProject, table: "case_projects", read: "cldsn", write: "cldn", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			with := r.project
			if again != "" { // a project answers a case once
				made, err := c.Project.Create().SetCommunityID(r.community).SetNumber(key.Maker("x")()[12:]).SetTitle("-").SetKind(cobuild.ProjectRoad).SetOrigin(cobuild.FromPlan).
					SetStage(cobuild.Proposed).SetStageAt(instant).SetPlace("-").SetLeadID(r.staff).SetPlannedFrom("2026-03-01").SetPlannedUntil("2026-03-02").
					SetProposedAt(instant).SetProposedByID(r.staff).Save(store.With(ctx, store.System()))
				if err != nil {
					return err
				}
				with = made.ID
			}
			return c.CaseProject.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetProjectID(with).SetLinkedAt(instant).SetLinkedByID(r.staff).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.CaseProject.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.CaseProject.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.CaseProject.Delete().Exec(ctx) },
	},
	{
		name: ent.TypePicture, table: "pictures", read: "cldsn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, _ string) error {
			return c.Picture.Create().SetCommunityID(r.community).SetProjectID(r.project).SetKind(cobuild.PictureBefore).SetCaption("-").SetName("-").SetFormat("jpeg").SetSize(1).SetDigest("-").
				SetStoredAs("-").SetWidth(1).SetHeight(1).SetTakenInAt(instant).SetTakenInByID(r.staff).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Picture.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Picture.Update().SetPublished(true).Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Picture.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeJobSeeker, table: "job_seekers", read: "cldn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			person, err := c.Resident.Create().SetCommunityID(r.community).SetName("某人").SetCreatedAt(instant).Save(ctx)
			if err != nil {
				return err
			}
			made, err := c.JobSeeker.Create().SetCommunityID(r.community).SetResidentID(person.ID).SetCounsellorID(r.staff).SetRegisteredAt(instant).
				SetRegisteredByID(r.staff).SetSituations([]employment.Situation{employment.Unemployed}).SetResidence(employment.ResidenceLocal).SetSkills([]string{}).
				SetWishes(employment.Wishes{}).SetObstacles([]employment.Obstacle{}).SetBenefits([]string{}).SetState(employment.SeekerSeeking).SetStateAt(instant).Save(ctx)
			if err == nil {
				r.seeker = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.JobSeeker.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.JobSeeker.Update().SetNote("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.JobSeeker.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeCounselling, table: "counsellings", read: "cldn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.Counselling.Create().SetCommunityID(r.community).SetJobSeekerID(r.seeker).SetTalkedByID(r.staff).SetHeldAt(instant).
				SetWay(employment.TalkVisit).SetAdvised("-").SetRecordedAt(instant).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Counselling.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Counselling.Update().SetDoneResult("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Counselling.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeOpening, table: "openings", read: "cldsn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.Opening.Create().SetCommunityID(r.community).SetTitle("-").SetEmployer("-").SetSector(employment.SectorCare).SetPlace("-").SetPayMinFen(0).
				SetPayMaxFen(0).SetHeadcount(1).SetHours(employment.HoursFullTime).SetSkills([]string{}).SetDemands([]employment.Obstacle{}).
				SetExpiresOn("2026-12-31").SetEnteredAt(instant).SetEnteredByID(r.staff).Save(ctx)
			if err == nil {
				r.opening = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Opening.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Opening.Update().SetAbout("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Opening.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeReferral, table: "referrals", read: "cldn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.Referral.Create().SetCommunityID(r.community).SetJobSeekerID(r.seeker).SetOpeningID(r.opening).SetState(employment.ReferralNotHired).
				SetReferredAt(instant).SetReferredByID(r.staff).SetScore(0).SetReasons([]employment.Reason{}).Save(ctx)
			if err == nil {
				r.referral = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Referral.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Referral.Update().SetReason("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Referral.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeFollowUp, table: "follow_ups", read: "cldn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			months := 1
			if again != "" {
				months = 3
			}
			return c.FollowUp.Create().SetCommunityID(r.community).SetReferralID(r.referral).SetJobSeekerID(r.seeker).SetMonths(months).SetDueOn("2026-03-26").Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.FollowUp.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.FollowUp.Update().SetNote("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.FollowUp.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeReminder, table: "reminders", read: "cldn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.Reminder.Create().SetCommunityID(r.community).SetRecordID(r.seeker).SetSubjectID(r.seeker + again).SetKind(casework.EventTalkDue).
				SetStaffID(r.staff).SetAt(instant).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Reminder.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Reminder.Update().SetPending(false).Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Reminder.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeGroup, table: "culture_groups", read: "cldsn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.Group.Create().SetCommunityID(r.community).SetName("艺术团" + again).SetKind(program.GroupTroupe).SetContactID(r.staff).Save(ctx)
			if err == nil {
				r.group = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Group.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Group.Update().SetAbout("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Group.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeMember, table: "members", read: "cldn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.Member.Create().SetCommunityID(r.community).SetGroupID(r.group).SetName("某人").SetJoinedOn("2026-02-26").Save(ctx)
			if err == nil {
				r.member = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Member.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Member.Update().SetRole("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Member.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeRehearsal, table: "rehearsals", read: "cldn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.Rehearsal.Create().SetCommunityID(r.community).SetGroupID(r.group).SetFromAt(instant).SetUntilAt(instant.Add(time.Hour)).SetPlace("-").SetPresent([]string{}).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Rehearsal.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Rehearsal.Update().SetNote("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Rehearsal.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeProp, table: "props", read: "cldsn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.Prop.Create().SetCommunityID(r.community).SetKind(program.PropCostume).SetName("-").SetQuantity(9).SetCostFen(1).SetBoughtOn("2026-02-26").SetOwner("-").SetKeptAt("-").Save(ctx)
			if err == nil {
				r.prop = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Prop.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Prop.Update().SetKeptAt("柜1").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Prop.Delete().Exec(ctx) },
	},
	{
		name: ent.TypePropLoan, table: "prop_loans", read: "cldn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.PropLoan.Create().SetCommunityID(r.community).SetPropID(r.prop).SetToName("某人").SetQuantity(1).SetLentAt(instant).SetLentByID(r.staff).SetDueOn("2026-03-26").Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.PropLoan.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.PropLoan.Update().SetNote("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.PropLoan.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeProgram, table: "programs", read: "cldsn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.Program.Create().SetCommunityID(r.community).SetKind(program.Training).SetTitle("-").SetPlace("-").SetOrganiserID(r.staff).SetState(program.Open).SetCapacity(9).SetEnrolUntil(instant).SetFromAt(instant).SetUntilAt(instant.Add(time.Hour)).Save(ctx)
			if err == nil {
				r.program = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Program.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Program.Update().SetAbout("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Program.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeProgramSession, table: "program_sessions", read: "cldsn", write: "cldn",
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.ProgramSession.Create().SetCommunityID(r.community).SetProgramID(r.program).SetNumber(1 + len(again)).SetFromAt(instant).
				SetUntilAt(instant.Add(time.Hour)).SetPlace("-").Save(ctx)
			if err == nil {
				r.session = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.ProgramSession.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.ProgramSession.Update().SetPlace("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) {
			if n, err := c.Attendance.Delete().Exec(ctx); err != nil { // those of a session go first
				return n, err
			}
			return c.ProgramSession.Delete().Exec(ctx)
		},
	},
	{
		name: ent.TypeProgramAct, table: "program_acts", read: "cldsn", write: "cldn",
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.ProgramAct.Create().SetCommunityID(r.community).SetProgramID(r.program).SetNumber(1).SetTitle("-").SetMinutes(5).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.ProgramAct.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.ProgramAct.Update().SetAward("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.ProgramAct.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeEnrolment, table: "enrolments", read: "cldn", write: "cldn", stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			made, err := c.Enrolment.Create().SetCommunityID(r.community).SetProgramID(r.program).SetTicket(1 + len(again)).SetName("某人").SetPhoneSealed("-").
				SetPhoneMask("-").SetPhoneHash("-" + again).SetWay(program.ByStaff).SetState(program.Seated).SetEnrolledAt(instant).Save(ctx)
			if err == nil {
				r.enrolment = made.ID
			}
			return err
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Enrolment.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Enrolment.Update().SetAward("-").Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Enrolment.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeAttendance, table: "attendances", read: "cldn", write: "cldn", fixed: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			at := r.session
			if again != "" {
				other, err := c.ProgramSession.Create().SetCommunityID(r.community).SetProgramID(r.program).SetNumber(50 + len(again)).SetFromAt(instant).
					SetUntilAt(instant.Add(time.Hour)).SetPlace("-").Save(ctx)
				if err != nil {
					return err
				}
				at = other.ID
			}
			return c.Attendance.Create().SetCommunityID(r.community).SetSessionID(at).SetEnrolmentID(r.enrolment).SetAt(instant).SetWay(program.InList).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Attendance.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Attendance.Update().Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Attendance.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeVolunteer, table: "volunteers", read: "cldn", write: "cldn", fixed: true, stays: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.Volunteer.Create().SetCommunityID(r.community).SetProgramID(r.program).SetName("某人").SetMinutes(60).SetRecordedAt(instant).SetRecordedByID(r.staff).Exec(ctx)
		},
		count: func(ctx context.Context, c *ent.Client) (int, error) { return c.Volunteer.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) {
			return c.Volunteer.Update().Save(ctx)
		},
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.Volunteer.Delete().Exec(ctx) },
	},
	{
		name: ent.TypeActRecord, table: "act_records", read: "cldasn", write: "cldasn", fixed: true,
		create: func(ctx context.Context, c *ent.Client, r *records, again string) error {
			return c.ActRecord.Create().SetCommunityID(r.community).SetActorID(r.staff).SetClientMutationID("one" + again).SetAct("OPEN").SetDigest("-").SetResult("{}").SetAt(instant).Exec(ctx)
		},
		count:  func(ctx context.Context, c *ent.Client) (int, error) { return c.ActRecord.Query().Count(ctx) },
		update: func(ctx context.Context, c *ent.Client) (int, error) { return c.ActRecord.Update().Save(ctx) },
		remove: func(ctx context.Context, c *ent.Client) (int, error) { return c.ActRecord.Delete().Exec(ctx) },
	},
}

// event is an entry of the journal; only its number tells it from others.
func event(c *ent.Client, r *records, number int) *ent.CaseEventCreate {
	return c.CaseEvent.Create().SetCommunityID(r.community).SetCaseID(r.kase).SetReceiptNo("20260226-00001").SetNumber(number).SetKind(casework.EventCaseOpened).
		SetAt(instant).SetFacts(map[string]any{}).SetAudience([]string{}).SetResponsibleID(r.staff).SetHolderID(r.staff).SetStatus(casework.Received).
		SetDueAt(instant).SetPrevious("").SetHash("-")
}

var errRollback = errors.New("undo it")

// tried runs fn in a transaction that is undone.
func tried(ctx context.Context, s *store.Store, fn func(ctx context.Context, c *ent.Client) error) error {
	err := s.Act(ctx, "", func(ctx context.Context, tx *store.Tx) error {
		if err := fn(ctx, tx.Client); err != nil {
			return err
		}
		return errRollback
	})
	if errors.Is(err, errRollback) {
		return nil
	}
	return err
}
