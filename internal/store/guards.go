package store

import (
	"context"
	"slices"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"xinxing/ent"
	"xinxing/ent/apitoken"
	"xinxing/ent/booking"
	"xinxing/ent/breach"
	"xinxing/ent/caseevent"
	"xinxing/ent/casefile"
	"xinxing/ent/figureentry"
	"xinxing/ent/figurerollup"
	"xinxing/ent/gift"
	"xinxing/ent/giftreturn"
	"xinxing/ent/intercept"
	"xinxing/ent/partner"
	"xinxing/ent/picture"
	"xinxing/ent/post"
	"xinxing/ent/posthandover"
	"xinxing/ent/printedpaper"
	"xinxing/ent/project"
	"xinxing/ent/projectpartner"
	"xinxing/ent/projecttask"
	"xinxing/ent/rating"
	"xinxing/ent/reportpull"
	"xinxing/ent/resource"
	"xinxing/ent/tokenread"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/reporting"
)

// A group is a set of record types with one line in the table "Who may do what".
type group int

const (
	tenant    group = iota // community_id says whose it is
	reference              // the same for everybody
	program                // the program's own: sessions, attempts, facts
)

type guard struct {
	group group
	read  func(Viewer) bool
	write func(Viewer) bool
	// change and remove tell whether a record that is there may ever be altered or deleted through this program.
	change, remove bool
}

func anybody(Viewer) bool      { return true }
func nobody(Viewer) bool       { return false }
func insider(v Viewer) bool    { return v.Token == "" }
func works(v Viewer) bool      { return v.Roles.Works() }
func supervises(v Viewer) bool { return v.Roles.Has(duty.Supervisor) }
func caseReader(v Viewer) bool { return works(v) || supervises(v) }
func oversees(v Viewer) bool   { return v.Roles.Leads() || supervises(v) }
func rates(v Viewer) bool      { return v.Roles.Leads() || supervises(v) }
func editor(v Viewer) bool     { return v.Roles.Leads() || v.Roles.Has(duty.Administrator) }
func leads(v Viewer) bool      { return v.Roles.Leads() }
func logReader(v Viewer) bool  { return editor(v) || supervises(v) || v.Token != "" }
func partnered(v Viewer) bool  { return caseReader(v) || v.reads(cobuild.ScopeReadProjects) }
func figureReader(v Viewer) bool {
	return caseReader(v) || v.aggregates() || v.board
}
func releaseReader(v Viewer) bool { return oversees(v) || v.aggregates() }
func pullReader(v Viewer) bool    { return insider(v) || v.aggregates() }
func grants(v Viewer) bool        { return editor(v) || supervises(v) }
func unitReader(v Viewer) bool    { return insider(v) || v.reads(cobuild.ScopeReadProjects) }

// Grants tells whether the viewer may let the reporting tool in: who edits, and who supervises (R).
func Grants(v Viewer) bool { return grants(v) }

// Edits tells whether the viewer keeps the office's own records: those who lead, and the administrator.
func Edits(v Viewer) bool { return editor(v) }

// ReadsReleases tells whether the viewer may read figures of residents: those who lead, who supervise, and the reporting tool (R).
func ReadsReleases(v Viewer) bool { return releaseReader(v) }

// reads tells whether the viewer came by a partner's token of that scope.
func (v Viewer) reads(s cobuild.Scope) bool { return v.Partner != "" && slices.Contains(v.Scopes, s) }

// aggregates tells whether the viewer came by a reporter's token (R).
func (v Viewer) aggregates() bool {
	return v.Token != "" && v.Partner == "" && slices.Contains(v.Scopes, cobuild.ScopeReadAggregates)
}

// unsaid are the measures of what is said about colleagues: who leads or supervises is told of them.
var unsaid = []any{string(reporting.Breaches), string(reporting.Ratings), string(reporting.Emergencies)}

// disclosed are the measures of which the public board tells (Q5).
func disclosed() []any {
	var told []any
	for _, m := range reporting.DisclosedMeasures() {
		told = append(told, string(m))
	}
	return told
}

// allCounted tells whether a viewer is told all that counts: the program, and a reporting tool.
func allCounted(v Viewer) bool { return v.system || v.Token != "" }

// Counted narrows what counts in figures to what the viewer may know of, over the columns of its entries: whom a rating is about finds no case by it
// (Q6); who works at posts sees what counts at them, without what is said about colleagues; the public board has what is disclosed (Q5). The guards say
// it of every query; what looks entries up from another record says it itself.
func Counted(v Viewer, s *sql.Selector) *sql.Predicate {
	switch {
	case allCounted(v):
		return sql.NotNull(s.C(figureentry.FieldMeasure))
	case v.board:
		return sql.In(s.C(figureentry.FieldMeasure), disclosed()...)
	case oversees(v):
		return sql.Not(sql.And(sql.EQ(s.C(figureentry.FieldMeasure), string(reporting.Ratings)), sql.EQ(s.C(figureentry.FieldStaffID), string(v.Staff))))
	}
	return sql.And(sql.In(s.C(figureentry.FieldPostID), worked(v, s)), sql.NotIn(s.C(figureentry.FieldMeasure), unsaid...))
}

// RolledUp is the one rollup by which a viewer may be told of a measure, "" where it is any: by the others nobody could tell what is theirs.
func RolledUp(v Viewer, m reporting.Measure) reporting.Rollup {
	switch {
	case allCounted(v), v.board:
		return ""
	case !oversees(v):
		return reporting.RollupPost
	case m == reporting.Ratings:
		return reporting.RollupStaff
	}
	return ""
}

// rolledUp is Counted over the columns of rollups.
func rolledUp(v Viewer, s *sql.Selector) *sql.Predicate {
	measure, rollup, of := s.C(figurerollup.FieldMeasure), s.C(figurerollup.FieldRollup), s.C(figurerollup.FieldKey)
	switch {
	case allCounted(v):
		return sql.NotNull(measure)
	case v.board:
		return sql.In(measure, disclosed()...)
	case oversees(v):
		return sql.Or(sql.NEQ(measure, string(reporting.Ratings)), sql.And(sql.EQ(rollup, string(reporting.RollupStaff)), sql.NEQ(of, string(v.Staff))))
	}
	return sql.And(sql.EQ(rollup, string(reporting.RollupPost)), sql.In(of, worked(v, s)), sql.NotIn(measure, unsaid...))
}

// worked are the posts at which a viewer works.
func worked(v Viewer, s *sql.Selector) *sql.Selector {
	own, me := make([]any, len(v.Communities)), string(v.Staff)
	for i, c := range v.Communities {
		own[i] = c
	}
	posts := sql.Dialect(s.Dialect()).Table(post.Table).As("worked")
	mine := sql.Dialect(s.Dialect()).Select(posts.C(post.FieldID)).From(posts)
	return mine.Where(sql.And(sql.In(posts.C(post.FieldCommunityID), own...), sql.Or(sql.EQ(posts.C(post.FieldAID), me), sql.EQ(posts.C(post.FieldBID), me))))
}

// The guards, one line a type: which group, who reads, who writes, whether it can change or go. The program itself
// may read and write all, but even it changes no journal.
var guards = map[string]guard{
	ent.TypeCommunity:      {tenant, anybody, editor, true, false},
	ent.TypeStaff:          {tenant, insider, editor, true, false},
	ent.TypePost:           {tenant, anybody, editor, true, false},
	ent.TypeDepartment:     {tenant, anybody, editor, true, false},
	ent.TypeItem:           {tenant, anybody, editor, true, false},
	ent.TypeLocalDay:       {tenant, anybody, editor, true, true},
	ent.TypePublicFile:     {tenant, anybody, editor, true, false},
	ent.TypeResident:       {tenant, works, works, true, false},
	ent.TypeResidentTerm:   {tenant, works, works, false, true},
	ent.TypeAccess:         {tenant, works, works, false, false},
	ent.TypeCaseFile:       {tenant, caseReader, caseReader, true, false},
	ent.TypePromise:        {tenant, caseReader, caseReader, true, false},
	ent.TypeHandOver:       {tenant, caseReader, caseReader, true, false},
	ent.TypeUpReport:       {tenant, caseReader, caseReader, true, false},
	ent.TypeExtension:      {tenant, caseReader, caseReader, true, false},
	ent.TypeBreach:         {tenant, caseReader, caseReader, true, false},
	ent.TypeGift:           {tenant, caseReader, caseReader, true, false},
	ent.TypeGiftReturn:     {tenant, caseReader, caseReader, false, false},
	ent.TypeApology:        {tenant, caseReader, caseReader, false, false},
	ent.TypeAlarm:          {tenant, caseReader, caseReader, true, false},
	ent.TypeCaseEvent:      {tenant, caseReader, caseReader, false, false},
	ent.TypeOneTimeNotice:  {tenant, caseReader, caseReader, false, false},
	ent.TypeCustodyPiece:   {tenant, caseReader, caseReader, true, false},
	ent.TypeCharge:         {tenant, caseReader, caseReader, false, false},
	ent.TypeAttachment:     {tenant, caseReader, caseReader, false, false},
	ent.TypeRating:         {tenant, rates, nobody, false, false},
	ent.TypePrintedPaper:   {tenant, caseReader, caseReader, false, false},
	ent.TypeStudy:          {tenant, insider, editor, false, false},
	ent.TypeAbsence:        {tenant, insider, caseReader, true, false},
	ent.TypeAbsencePost:    {tenant, caseReader, caseReader, true, false},
	ent.TypePostHandOver:   {tenant, caseReader, caseReader, true, false},
	ent.TypeJobSeeker:      {tenant, works, works, true, false},
	ent.TypeCounselling:    {tenant, works, works, true, false},
	ent.TypeOpening:        {tenant, caseReader, works, true, false},
	ent.TypeReferral:       {tenant, works, works, true, false},
	ent.TypeFollowUp:       {tenant, works, works, true, false},
	ent.TypeReminder:       {tenant, works, works, true, false},
	ent.TypeProgram:        {tenant, caseReader, works, true, false},
	ent.TypeProgramSession: {tenant, caseReader, works, true, true},
	ent.TypeProgramAct:     {tenant, caseReader, works, true, true},
	ent.TypeEnrolment:      {tenant, works, works, true, false},
	ent.TypeAttendance:     {tenant, works, works, false, true},
	ent.TypeVolunteer:      {tenant, works, works, false, false},
	ent.TypeGroup:          {tenant, caseReader, works, true, false},
	ent.TypeMember:         {tenant, works, works, true, false},
	ent.TypeRehearsal:      {tenant, works, works, true, false},
	ent.TypeProp:           {tenant, caseReader, works, true, false},
	ent.TypePropLoan:       {tenant, works, works, true, false},
	ent.TypePartner:        {tenant, unitReader, leads, true, false},
	ent.TypePartnerContact: {tenant, partnered, leads, true, false},
	ent.TypeResource:       {tenant, partnered, leads, true, false},
	ent.TypeBooking:        {tenant, partnered, works, true, false},
	ent.TypeProject:        {tenant, partnered, leads, true, false},
	ent.TypeProjectPartner: {tenant, partnered, leads, false, false},
	ent.TypeProjectTask:    {tenant, partnered, leads, true, false},
	ent.TypePledge:         {tenant, partnered, works, true, false},
	ent.TypeDelivery:       {tenant, partnered, works, true, false},
	ent.TypeParticipation:  {tenant, caseReader, works, false, false},
	ent.TypeCaseProject:    {tenant, caseReader, works, false, false},
	ent.TypePicture:        {tenant, partnered, works, true, false},
	ent.TypeAPIToken:       {tenant, anybody, grants, true, false},
	ent.TypeTokenRead:      {tenant, logReader, nobody, false, false},
	ent.TypeFigureEntry:    {tenant, figureReader, nobody, false, false},
	ent.TypeFigureRollup:   {tenant, figureReader, nobody, true, true},
	ent.TypeFigureRelease:  {tenant, releaseReader, nobody, false, false},
	ent.TypeReportPull:     {tenant, pullReader, nobody, true, false},
	ent.TypeActRecord:      {tenant, insider, insider, false, true},
	ent.TypeLogRecord:      {tenant, nobody, nobody, false, false},
	ent.TypeLogCheckpoint:  {tenant, oversees, nobody, false, false},
	ent.TypeCalendarNotice: {reference, anybody, nobody, true, false},
	ent.TypeSession:        {program, nobody, nobody, true, true},
	ent.TypeSignInAttempt:  {program, nobody, nobody, true, true},
	ent.TypeFact:           {program, nobody, nobody, true, true},
}

// ofCase are the records that stand beside a case: whoever may not see the case sees none of them.
var ofCase = map[string]bool{
	ent.TypePromise: true, ent.TypeHandOver: true, ent.TypeUpReport: true, ent.TypeExtension: true, ent.TypeBreach: true,
	ent.TypeAlarm: true, ent.TypeCaseEvent: true, ent.TypeOneTimeNotice: true, ent.TypeCustodyPiece: true, ent.TypeCharge: true,
	ent.TypeAttachment: true, ent.TypePrintedPaper: true, ent.TypeApology: true,
}

// ofToken are the records about a token itself: they are where it was made, which need not be among the communities that it was granted.
var ofToken = map[string]bool{ent.TypeAPIToken: true, ent.TypeTokenRead: true, ent.TypeReportPull: true}

// MaySee tells whether a viewer who reads cases may see one of a matter: a supervision matter is for who works on it and
// for leaders, and never for whom it is about (Q6, A3). The guards say the same over columns.
func (v Viewer) MaySee(matter casework.Matter, about *string, responsible, holder string) bool {
	if v.system || matter == casework.MatterService {
		return true
	}
	me := string(v.Staff)
	if about != nil && *about == me {
		return false
	}
	return v.Roles.Leads() || supervises(v) || responsible == me || holder == me
}

// Concerns tells whether a restricted entry of the journal is for the viewer: those who lead and supervise, whom it is
// about, and whom it is addressed to (A4). The guards say the same over columns.
func (v Viewer) Concerns(e *ent.CaseEvent) bool {
	me := string(v.Staff)
	return v.system || !e.Restricted || v.Roles.Leads() || supervises(v) || e.AboutID != nil && *e.AboutID == me || slices.Contains(e.Audience, me)
}

// MayRead tells whether the viewer may see an entry of the journal of the viewer's communities.
func (v Viewer) MayRead(e *ent.CaseEvent) bool {
	if e.CaseID == "" {
		return v.Concerns(e)
	}
	return v.MaySee(e.Matter, e.AboutID, e.ResponsibleID, e.HolderID)
}

// MayHear tells whether the viewer may know that there is an entry, of which record and kind, and nothing else of it: what
// everybody in the office sees of an absence changed (B7).
func (v Viewer) MayHear(e *ent.CaseEvent) bool {
	return e.CaseID == "" && e.Kind.ShownToAll() && slices.Contains(v.Communities, e.CommunityID)
}

// concerned is Concerns over the columns of the journal.
func concerned(v Viewer, s *sql.Selector) *sql.Predicate {
	if v.Roles.Leads() || supervises(v) {
		return sql.NotNull(s.C(caseevent.FieldRestricted))
	}
	me := string(v.Staff)
	return sql.Or(sql.EQ(s.C(caseevent.FieldRestricted), false), sql.EQ(s.C(caseevent.FieldAboutID), me), Addressed(s, me))
}

// Addressed narrows entries of the journal to those addressed to the person.
func Addressed(s *sql.Selector, staff string) *sql.Predicate {
	return Lists(s, caseevent.FieldAudience, staff)
}

// Lists narrows to rows whose column, a short JSON list of keys or of words of a closed list, has one of them: none is part of
// another with its quotes.
func Lists(s *sql.Selector, column, one string) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.WriteString("CAST(").Ident(s.C(column)).WriteString(" AS TEXT) LIKE ").Arg(`%"` + one + `"%`)
	})
}

// ofPerson narrows an entry of the registers of accountability to those who lead and supervise, the person whom it is
// about, and whoever said so (A1, A4).
func ofPerson(v Viewer, s *sql.Selector, by string) *sql.Predicate {
	if v.Roles.Leads() || supervises(v) {
		return sql.NotNull(s.C(breach.FieldPersonID))
	}
	me := string(v.Staff)
	return sql.Or(sql.EQ(s.C(breach.FieldPersonID), me), sql.EQ(s.C(by), me))
}

// MayFollow tells whether the viewer may know what became of a breach, and what was said about it: the person, and those
// who lead and supervise (A4). That it was found stands on its case for everybody who sees the case.
func (v Viewer) MayFollow(b *ent.Breach) bool {
	return v.system || b.PersonID == string(v.Staff) || v.Roles.Leads() || supervises(v)
}

// foundColumns are the columns of a breach that tell no more than that it was found.
var foundColumns = []string{
	breach.FieldID, breach.FieldCommunityID, breach.FieldCaseID, breach.FieldKind, breach.FieldClause, breach.FieldPersonID,
	breach.FieldFoundAt, breach.FieldReportedByID, breach.FieldAlarmID, breach.FieldFoundIn, breach.FieldParentID, breach.FieldFacts,
}

// hideFollowed takes from every breach that is read what the viewer may not follow.
func hideFollowed(next ent.Querier) ent.Querier {
	hide := func(v Viewer, b *ent.Breach) {
		if b == nil || v.MayFollow(b) {
			return
		}
		b.State, b.Statement, b.Waived, b.HeardAt, b.HeardByID, b.Proposed, b.Measure = "", "", false, nil, nil, nil, nil
		b.DecisionReason, b.DecidedByID, b.DecidedAt, b.DecidedAs, b.AbsenceID, b.Proof = "", nil, nil, 0, nil, ""
		b.CarriedOutAt, b.CarriedOutByID, b.ClosedAt, b.ClosedByID = nil, nil, nil, nil
		b.Appeal, b.AppealedAt, b.AppealOutcome, b.AppealReason, b.AppealByID, b.AppealDecidedAt = "", nil, nil, "", nil, nil
		b.Version, b.Events, b.Head = 0, 0, ""
	}
	return ent.QuerierFunc(func(ctx context.Context, q ent.Query) (ent.Value, error) {
		v, _ := ViewerOf(ctx)
		if asked := entgo.QueryFromContext(ctx); asked != nil && !v.system && !v.Roles.Leads() && !supervises(v) {
			for _, f := range asked.Fields {
				if !slices.Contains(foundColumns, f) {
					return nil, office.Refuse(office.Forbidden, "A4", "").With("type", ent.TypeBreach)
				}
			}
		}
		value, err := next.Query(ctx, q)
		if err != nil {
			return value, err
		}
		switch x := value.(type) {
		case []*ent.Breach:
			for _, b := range x {
				hide(v, b)
			}
		case *ent.Breach:
			hide(v, x)
		}
		return value, nil
	})
}

// ofHandOver narrows the printings of hand-over lists to those who lead and supervise, who hands over, who takes over, and
// whoever printed it (B4).
func ofHandOver(v Viewer, s *sql.Selector, own []any) *sql.Predicate {
	if v.Roles.Leads() || supervises(v) {
		return sql.NotNull(s.C(printedpaper.FieldAbsenceID))
	}
	me := string(v.Staff)
	lists := sql.Dialect(s.Dialect()).Table(posthandover.Table).As("handed")
	mine := sql.Dialect(s.Dialect()).Select(lists.C(posthandover.FieldID)).From(lists)
	mine.Where(sql.And(sql.In(lists.C(posthandover.FieldCommunityID), own...),
		sql.Or(sql.EQ(lists.C(posthandover.FieldFromID), me), sql.EQ(lists.C(posthandover.FieldToID), me))))
	return sql.Or(sql.EQ(s.C(printedpaper.FieldPrintedByID), me), sql.In(s.C(printedpaper.FieldSubjectID), mine))
}

const confidential = "matter <> 'SERVICE'" // spelled as the partial index says it

// seesMatter is MaySee over the columns of cases.
func seesMatter(v Viewer, s *sql.Selector) *sql.Predicate {
	me := string(v.Staff)
	notAbout := sql.Or(sql.IsNull(s.C(casefile.FieldAboutID)), sql.NEQ(s.C(casefile.FieldAboutID), me))
	if v.Roles.Leads() || supervises(v) {
		return notAbout
	}
	return sql.And(notAbout, sql.Or(sql.EQ(s.C(casefile.FieldResponsibleID), me), sql.EQ(s.C(casefile.FieldHolderID), me)))
}

// guardMatter narrows a query of cases, or of what stands beside them, to the matters that the viewer may see.
func guardMatter(v Viewer, kind string, own []any) func(*sql.Selector) {
	switch {
	case kind == ent.TypeCaseFile:
		return func(s *sql.Selector) {
			s.Where(sql.Or(sql.EQ(s.C(casefile.FieldMatter), string(casework.MatterService)), seesMatter(v, s)))
		}
	case kind == ent.TypeRating:
		return func(s *sql.Selector) { s.Where(sql.NEQ(s.C(rating.FieldAboutID), string(v.Staff))) }
	case kind == ent.TypeFigureEntry:
		return func(s *sql.Selector) { s.Where(Counted(v, s)) }
	case kind == ent.TypeFigureRollup:
		return func(s *sql.Selector) { s.Where(rolledUp(v, s)) }
	case kind == ent.TypeReportPull: // for who asked for it alone
		return func(s *sql.Selector) { s.Where(sql.EQ(s.C(reportpull.FieldAskerID), v.Asker())) }
	case kind == ent.TypeGift:
		return func(s *sql.Selector) { s.Where(ofPerson(v, s, gift.FieldRegisteredByID)) }
	case kind == ent.TypeGiftReturn:
		return func(s *sql.Selector) { s.Where(ofPerson(v, s, giftreturn.FieldPersonID)) }
	case ofCase[kind]:
		return func(s *sql.Selector) {
			cases := sql.Dialect(s.Dialect()).Table(casefile.Table).As("guarded")
			hidden := sql.Dialect(s.Dialect()).Select(cases.C(casefile.FieldID)).From(cases)
			hidden.Where(sql.And(sql.In(cases.C(casefile.FieldCommunityID), own...), sql.ExprP(confidential), sql.Not(seesMatter(v, hidden))))
			seen := sql.NotIn(s.C("case_id"), hidden)
			// What is of no case is for whom it concerns; of no case is not among none (NULL NOT IN () is true).
			switch kind {
			case ent.TypeCaseEvent:
				seen = sql.Or(sql.And(sql.NotNull(s.C("case_id")), seen), sql.And(sql.IsNull(s.C("case_id")), concerned(v, s)))
			case ent.TypeBreach:
				seen = sql.Or(sql.And(sql.NotNull(s.C("case_id")), seen), sql.And(sql.IsNull(s.C("case_id")), ofPerson(v, s, breach.FieldReportedByID)))
			case ent.TypePrintedPaper:
				seen = sql.Or(sql.And(sql.NotNull(s.C("case_id")), seen), sql.And(sql.IsNull(s.C("case_id")), ofHandOver(v, s, own)))
			}
			s.Where(seen)
		}
	}
	return func(*sql.Selector) {}
}

// guardToken narrows a query of a token to itself, and to what is its partner's: its own unit, pledges, deliveries and resources, and
// the projects that it takes part in or may join (P5). Of cases, residents and staff it sees nothing at all.
func guardToken(v Viewer, kind string) func(*sql.Selector) {
	visible := func(s *sql.Selector) *sql.Selector {
		projects := sql.Dialect(s.Dialect()).Table(project.Table).As("joinable")
		joined := sql.Dialect(s.Dialect()).Table(projectpartner.Table).As("joined")
		mine := sql.Dialect(s.Dialect()).Select(joined.C(projectpartner.FieldProjectID)).From(joined)
		mine.Where(sql.EQ(joined.C(projectpartner.FieldPartnerID), v.Partner))
		may := sql.Dialect(s.Dialect()).Select(projects.C(project.FieldID)).From(projects)
		var open []any
		for _, s := range cobuild.TakingPledges() {
			open = append(open, string(s))
		}
		joinable := sql.And(sql.EQ(projects.C(project.FieldOpenToJoin), true), sql.In(projects.C(project.FieldStage), open...))
		may.Where(sql.Or(joinable, sql.In(projects.C(project.FieldID), mine)))
		return may
	}
	switch kind {
	case ent.TypePartner:
		return func(s *sql.Selector) { s.Where(sql.EQ(s.C(partner.FieldID), v.Partner)) }
	case ent.TypePartnerContact, ent.TypeResource, ent.TypeProjectPartner, ent.TypePledge, ent.TypeDelivery:
		return func(s *sql.Selector) { s.Where(sql.EQ(s.C("partner_id"), v.Partner)) }
	case ent.TypeTokenRead:
		return func(s *sql.Selector) { s.Where(sql.EQ(s.C(tokenread.FieldTokenID), v.Token)) }
	case ent.TypeAPIToken:
		return func(s *sql.Selector) { s.Where(sql.EQ(s.C(apitoken.FieldID), v.Token)) }
	case ent.TypeBooking:
		return func(s *sql.Selector) {
			own := sql.Dialect(s.Dialect()).Table(resource.Table).As("own")
			of := sql.Dialect(s.Dialect()).Select(own.C(resource.FieldID)).From(own)
			of.Where(sql.EQ(own.C(resource.FieldPartnerID), v.Partner))
			s.Where(sql.In(s.C(booking.FieldResourceID), of))
		}
	case ent.TypeProject:
		return func(s *sql.Selector) { s.Where(sql.In(s.C(project.FieldID), visible(s))) }
	case ent.TypeProjectTask:
		return func(s *sql.Selector) { s.Where(sql.In(s.C(projecttask.FieldProjectID), visible(s))) }
	case ent.TypePicture: // one that is not published may show residents
		return func(s *sql.Selector) {
			s.Where(sql.And(sql.EQ(s.C(picture.FieldPublished), true), sql.IsNull(s.C(picture.FieldRemovedAt)),
				sql.In(s.C(picture.FieldProjectID), visible(s))))
		}
	}
	return func(*sql.Selector) {}
}

// install puts the guards on a client and on every transaction that it begins.
func install(c *ent.Client) {
	c.Intercept(intercept.TraverseFunc(guardRead))
	c.Breach.Intercept(ent.InterceptFunc(hideFollowed))
	c.Intercept(ent.InterceptFunc(collect))
	c.Use(func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			if err := guardWrite(ctx, m); err != nil {
				return nil, err
			}
			return next.Mutate(ctx, m)
		})
	})
}

// guardRead narrows a query to what the viewer may see: nothing at all for the public.
func guardRead(ctx context.Context, q intercept.Query) error {
	v, signedIn := ViewerOf(ctx)
	if v.system {
		return nil
	}
	g, known := guards[q.Type()]
	switch {
	case known && g.group == reference:
		return nil
	case !known || !signedIn || v.board && q.Type() != ent.TypeFigureEntry && q.Type() != ent.TypeFigureRollup || g.group == program || !g.read(v):
		q.WhereP(func(s *sql.Selector) { s.Where(sql.False()) })
		return nil
	}
	column := "community_id"
	if q.Type() == ent.TypeCommunity {
		column = "id"
	}
	own := make([]any, len(v.Communities))
	for i, c := range v.Communities {
		own[i] = c
	}
	if v.Token != "" && ofToken[q.Type()] {
		own = []any{v.Community}
	}
	q.WhereP(func(s *sql.Selector) {
		if len(own) == 1 {
			s.Where(sql.EQ(s.C(column), own[0]))
			return
		}
		s.Where(sql.In(s.C(column), own...))
	}, guardMatter(v, q.Type(), own))
	if v.Token != "" {
		q.WhereP(guardToken(v, q.Type()))
	}
	return nil
}

// guardWrite refuses what the viewer may not write, and narrows changes to the viewer's communities.
func guardWrite(ctx context.Context, m ent.Mutation) error {
	v, signedIn := ViewerOf(ctx)
	g, known := guards[m.Type()]
	if !known {
		return office.Refuse(office.Forbidden, "", "").With("type", m.Type())
	}
	if m.Op().Is(ent.OpUpdate|ent.OpUpdateOne) && !g.change || m.Op().Is(ent.OpDelete|ent.OpDeleteOne) && !g.remove {
		return office.Refuse(office.Forbidden, "", "").With("type", m.Type())
	}
	if v.system {
		return nil
	}
	if !signedIn {
		return office.Refuse(office.Unauthenticated, "", "")
	}
	if g.group != tenant || v.Token != "" || v.board || !g.write(v) { // what a token does, the program writes for it
		return office.Refuse(office.Forbidden, "", "").With("type", m.Type())
	}
	if m.Op().Is(ent.OpCreate) {
		if of, ok := m.Field("community_id"); !ok || !slices.Contains(v.Communities, of.(string)) {
			return office.Refuse(office.Forbidden, "", "").With("type", m.Type())
		}
		return nil
	}
	narrowed, ok := m.(interface{ WhereP(...func(*sql.Selector)) })
	if !ok {
		return office.Refuse(office.Forbidden, "", "").With("type", m.Type())
	}
	column := "community_id"
	if m.Type() == ent.TypeCommunity {
		column = "id"
	}
	own := make([]any, len(v.Communities))
	for i, c := range v.Communities {
		own[i] = c
	}
	narrowed.WhereP(func(s *sql.Selector) { s.Where(sql.In(s.C(column), own...)) }, guardMatter(v, m.Type(), own))
	return nil
}
