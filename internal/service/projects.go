package service

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"xinxing/ent"
	"xinxing/ent/delivery"
	"xinxing/ent/partner"
	"xinxing/ent/project"
	"xinxing/ent/projectpartner"
	"xinxing/ent/projecttask"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
)

// ProjectPayload is the answer of an act on a project.
type ProjectPayload struct {
	Project          *ent.Project
	ClientMutationID string
}

// ProjectText is what is said of a project, as typed.
type ProjectText struct {
	Title        string
	Kind         cobuild.ProjectKind
	About        string
	Place        string
	LeadID       string
	PlannedFrom  workday.Date
	PlannedUntil workday.Date
	// Budget in yuan.
	Budget     string
	OpenToJoin bool
	Published  bool
}

// ProposeProjectInput is the input of the act of that name; the schema says what each field means.
type ProposeProjectInput struct {
	ProjectText
	Origin           cobuild.Origin
	ClientMutationID string
}

// EditProjectInput is the input of the act of that name; the schema says what each field means.
type EditProjectInput struct {
	ProjectText
	ProjectID string
	Version   int
	// Cost in yuan, so far.
	Cost             string
	ClientMutationID string
}

// MoveProjectInput is the input of the act of that name; the schema says what each field means.
type MoveProjectInput struct {
	ProjectID        string
	Version          int
	To               cobuild.Stage
	Reason           string
	Outcome          string
	ClientMutationID string
}

// JoinProjectInput is the input of the act of that name; the schema says what each field means.
type JoinProjectInput struct {
	ProjectID        string
	PartnerID        string
	ClientMutationID string
}

var projectRecord = kindOf[*ent.Project]{
	field: "projectId",
	get: func(ctx context.Context, c *ent.Client, id string) (*ent.Project, error) {
		return c.Project.Get(ctx, id)
	},
	of: func(p *ent.Project) (string, int) { return p.CommunityID, p.Version },
}

// mayRun refuses whoever neither leads the office nor the project (P3).
func (a *act) mayRun(p *ent.Project) error {
	if string(a.actor.ID) != p.LeadID || !a.actor.Roles.Works() {
		return a.mayBuild("P3")
	}
	if a.actor.State == duty.Suspended || a.actor.State == duty.Left {
		return office.Refuse(office.NotOnDuty, "A7", "")
	}
	return nil
}

// noteProject appends an entry to the journal of a project, told to who leads it; its saving follows.
func (a *act) noteProject(p *ent.Project, kind casework.EventKind, reason string, facts map[string]any) error {
	return a.record(record{id: p.ID, community: p.CommunityID, events: &p.Events, head: &p.Head}, kind, reason, facts, []duty.StaffID{duty.StaffID(p.LeadID)})
}

// saveProject writes a project back; another writer who was faster makes it fail with CONFLICT.
func (a *act) saveProject(p *ent.Project) error { return a.putProject(p, p.Version+1) }

// keepProject writes back what somebody added beside a project; the version that others have on the screen stays good.
func (a *act) keepProject(p *ent.Project) error { return a.putProject(p, p.Version) }

func (a *act) putProject(p *ent.Project, version int) error {
	a = a.program() // whoever does it was asked whether they may; the journal's end stands on the project
	n, err := a.tx.Project.Update().Where(project.ID(p.ID), project.Version(p.Version)).SetTitle(p.Title).SetPinyin(p.Pinyin).SetKind(p.Kind).
		SetStage(p.Stage).SetStageReason(p.StageReason).SetStageAt(p.StageAt).SetOpenToJoin(p.OpenToJoin).SetPublished(p.Published).
		SetAbout(p.About).SetPlace(p.Place).SetLeadID(p.LeadID).SetPlannedFrom(p.PlannedFrom).SetPlannedUntil(p.PlannedUntil).
		SetBudgetFen(p.BudgetFen).SetCostFen(p.CostFen).SetResidents(p.Residents).SetOutcome(p.Outcome).SetNillableEndedAt(p.EndedAt).
		SetEvents(p.Events).SetHead(p.Head).SetVersion(version).Save(a)
	if err != nil {
		return err
	}
	if n != 1 {
		return office.Refuse(office.Conflict, "", "version")
	}
	p.Version = version
	return nil
}

// projectFacts gathers what the rules need of a project.
func projectFacts(ctx context.Context, c *ent.Client, p *ent.Project) (cobuild.Facts, error) {
	f := cobuild.Facts{Stage: p.Stage, OpenToJoin: p.OpenToJoin}
	var err error
	if f.Partners, err = c.ProjectPartner.Query().Where(projectpartner.ProjectID(p.ID)).Count(ctx); err != nil {
		return f, err
	}
	if f.OpenTasks, err = c.ProjectTask.Query().Where(projecttask.ProjectID(p.ID), projecttask.DoneAtIsNil(), projecttask.RemovedAtIsNil()).Count(ctx); err != nil {
		return f, err
	}
	f.Confirmed, err = c.Delivery.Query().Where(delivery.ProjectID(p.ID), delivery.Confirmed(true)).Count(ctx)
	return f, err
}

// describe checks what is said of a project and puts it there.
func (a *act) describe(p *ent.Project, in ProjectText) error {
	var t texts
	p.Title = t.need("title", "P3", in.Title, 100, office.BadInput)
	p.Place = t.need("place", "P3", in.Place, 100, office.BadInput)
	p.About = t.may("about", in.About, longText)
	if !slices.Contains(in.Kind.Values(), string(in.Kind)) {
		t.refuse(office.Refuse(office.BadInput, "P3", "kind"))
	}
	if s, ok := a.office.Staff[in.LeadID]; !ok || s.CommunityID != a.office.Community.ID || s.LeftAt != nil || !duty.Roles(s.Roles).Works() {
		t.refuse(office.Refuse(office.NotFound, "P3", "leadId"))
	}
	if in.PlannedUntil.Before(in.PlannedFrom) {
		t.refuse(office.Refuse(office.BadInput, "P3", "plannedUntil").With("reason", "span"))
	}
	p.BudgetFen = t.money("budget", in.Budget)
	p.Pinyin, p.Kind, p.LeadID = cutBytes(spelled(p.Title, false), 300), in.Kind, in.LeadID
	p.PlannedFrom, p.PlannedUntil = in.PlannedFrom.String(), in.PlannedUntil.String()
	p.OpenToJoin, p.Published = in.OpenToJoin, in.Published
	return t.err
}

// money reads nothing or an amount in yuan, at most 1 000 000.00, as fen.
func (t *texts) money(field, s string) int {
	if strings.TrimSpace(s) == "" {
		return 0
	}
	written, err := yuan(field, s)
	n := fen(written)
	if err != nil || n > mostFen {
		t.refuse(office.Refuse(office.BadInput, "P3", field).With("reason", "money"))
		return 0
	}
	return n
}

// ProposeProject proposes a project, from residents' cases or the community's plan (P3). Leaders only.
func (d *Desk) ProposeProject(ctx context.Context, in ProposeProjectInput) (*ProjectPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "PROPOSE_PROJECT", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		if err := a.mayBuild("P3"); err != nil {
			return caseKey{}, err
		}
		p := &ent.Project{ID: key.Maker(key.Project)(), CommunityID: v.Community, Stage: cobuild.Proposed, StageAt: a.now}
		if err := a.describe(p, in.ProjectText); err != nil {
			return caseKey{}, err
		}
		if !slices.Contains(in.Origin.Values(), string(in.Origin)) {
			return caseKey{}, office.Refuse(office.BadInput, "P3", "origin")
		}
		year := a.today().Year
		prefix := fmt.Sprintf("GJ-%d-", year)
		n, err := a.tx.Project.Query().Where(project.CommunityID(v.Community), project.NumberHasPrefix(prefix)).Count(a)
		if err != nil {
			return caseKey{}, err
		}
		if err := a.noteProject(p, casework.EventProjectProposed, "", map[string]any{"kind": p.Kind, "origin": in.Origin}); err != nil {
			return caseKey{}, err
		}
		return caseKey{p.ID}, a.tx.Project.Create().SetID(p.ID).SetCommunityID(p.CommunityID).SetNumber(fmt.Sprintf("%s%03d", prefix, n+1)).
			SetTitle(p.Title).SetPinyin(p.Pinyin).SetKind(p.Kind).SetOrigin(in.Origin).SetStage(p.Stage).SetStageAt(p.StageAt).
			SetOpenToJoin(p.OpenToJoin).SetPublished(p.Published).SetAbout(p.About).SetPlace(p.Place).SetLeadID(p.LeadID).
			SetPlannedFrom(p.PlannedFrom).SetPlannedUntil(p.PlannedUntil).SetBudgetFen(p.BudgetFen).SetProposedAt(a.now).
			SetProposedByID(string(a.actor.ID)).SetEvents(p.Events).SetHead(p.Head).Exec(a)
	})
	return d.projectPayload(ctx, k, in.ClientMutationID, err)
}

func (d *Desk) projectPayload(ctx context.Context, k caseKey, id string, err error) (*ProjectPayload, error) {
	if err != nil {
		return nil, err
	}
	p, err := d.Store.Read().Project.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "projectId")
	}
	return &ProjectPayload{p, id}, nil
}

// onProject runs an act on a project at the version that the actor saw.
func (d *Desk) onProject(ctx context.Context, name, id string, version int, mutation string, input any, do func(a *act, p *ent.Project) error) (*ProjectPayload, error) {
	p, err := onRecord(ctx, d, projectRecord, name, RecordRef{id, version, mutation}, input, do)
	if err != nil {
		return nil, err
	}
	return &ProjectPayload{p, mutation}, nil
}

// EditProject changes what is said of a project, what it cost, and whether it is open to join and published (P3): leaders and who leads it.
func (d *Desk) EditProject(ctx context.Context, in EditProjectInput) (*ProjectPayload, error) {
	return d.onProject(ctx, "EDIT_PROJECT", in.ProjectID, in.Version, in.ClientMutationID, in, func(a *act, p *ent.Project) error {
		if err := a.mayRun(p); err != nil {
			return err
		}
		lead := p.LeadID
		if err := a.describe(p, in.ProjectText); err != nil {
			return err
		}
		if p.LeadID != lead {
			if err := a.program().remindLead(p); err != nil {
				return err
			}
		}
		var t texts
		if p.CostFen = t.money("cost", in.Cost); t.err != nil {
			return t.err
		}
		facts := map[string]any{"budget": casework.Yuan(p.BudgetFen), "cost": casework.Yuan(p.CostFen), "openToJoin": p.OpenToJoin, "published": p.Published}
		if err := a.noteProject(p, casework.EventProjectChanged, "", facts); err != nil {
			return err
		}
		return a.saveProject(p)
	})
}

// MoveProject takes a project to its next stage, back from acceptance, or ends it (P3), by the table of stages: leaders and who leads it.
func (d *Desk) MoveProject(ctx context.Context, in MoveProjectInput) (*ProjectPayload, error) {
	return d.onProject(ctx, "MOVE_PROJECT", in.ProjectID, in.Version, in.ClientMutationID, in, func(a *act, p *ent.Project) error {
		if err := a.mayRun(p); err != nil {
			return err
		}
		var t texts
		reason, outcome := t.may("reason", in.Reason, longText), t.may("outcome", in.Outcome, longText)
		if t.err != nil {
			return t.err
		}
		f, err := projectFacts(a, a.tx.Client, p)
		if err != nil {
			return err
		}
		if err := cobuild.Check(f, cobuild.Move{To: in.To, Reason: reason, Outcome: outcome}); err != nil {
			return err
		}
		from := p.Stage
		p.Stage, p.StageReason, p.StageAt = in.To, reason, a.now
		if in.To == cobuild.Closed {
			p.Outcome = outcome
		}
		if cobuild.Ended(in.To) {
			p.EndedAt = &a.now
			if err := a.program().forgetAll(p.ID); err != nil {
				return err
			}
		}
		facts := map[string]any{"stageBefore": from, "stage": in.To, "openTasks": f.OpenTasks}
		if err := a.noteProject(p, casework.EventProjectMoved, reason, facts); err != nil {
			return err
		}
		return a.saveProject(p)
	})
}

// JoinProject says that a partner takes part in a project (P3, P5): leaders and who leads it.
func (d *Desk) JoinProject(ctx context.Context, in JoinProjectInput) (*ProjectPayload, error) {
	return d.besideProject(ctx, "JOIN_PROJECT", in.ProjectID, in.ClientMutationID, in, func(a *act, p *ent.Project) error {
		if err := a.mayRun(p); err != nil {
			return err
		}
		with, err := a.tx.Partner.Query().Where(partner.ID(in.PartnerID), partner.CommunityID(p.CommunityID)).Only(a)
		if err != nil {
			return missing(err, "partnerId")
		}
		if with.LeftAt != nil {
			return office.Refuse(office.RefusedState, "P1", "partnerId")
		}
		if !cobuild.TakesPledges(p.Stage) {
			return office.Refuse(office.RefusedState, "P3", "projectId").With("stage", p.Stage)
		}
		part, err := a.takesPart(p.ID, with.ID)
		if err != nil {
			return err
		}
		if part {
			return office.Refuse(office.AlreadyDone, "P5", "partnerId")
		}
		return a.join(p, with.ID)
	})
}

// besideProject runs an act that adds something beside a project; it needs no version of the project, which stays good.
func (d *Desk) besideProject(ctx context.Context, name, id, mutation string, input any, do func(a *act, p *ent.Project) error) (*ProjectPayload, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, err
	}
	known, err := d.Store.Read().Project.Get(ctx, id)
	if err != nil {
		return nil, missing(err, "projectId")
	}
	k, err := perform(ctx, d, known.CommunityID, name, mutation, input, func(a *act) (caseKey, error) {
		p, err := a.tx.Project.Get(a, id)
		if err != nil {
			return caseKey{}, missing(err, "projectId")
		}
		if err := do(a, p); err != nil {
			return caseKey{}, err
		}
		return caseKey{p.ID}, a.keepProject(p)
	})
	return d.projectPayload(ctx, k, mutation, err)
}

// takesPart tells whether a partner takes part in a project.
func (a *act) takesPart(project, partner string) (bool, error) {
	return a.tx.ProjectPartner.Query().Where(projectpartner.ProjectID(project), projectpartner.PartnerID(partner)).Exist(a)
}

// join makes a partner take part; the project's saving follows.
func (a *act) join(p *ent.Project, partner string) error {
	if err := a.program().tx.ProjectPartner.Create().SetCommunityID(p.CommunityID).SetProjectID(p.ID).SetPartnerID(partner).SetJoinedAt(a.now).
		Exec(a.program()); err != nil {
		return err
	}
	return a.noteProject(p, casework.EventProjectJoined, "", map[string]any{"partner": partner})
}

// ProjectFilter narrows the list of projects.
type ProjectFilter struct {
	Stages     []cobuild.Stage
	Kinds      []cobuild.ProjectKind
	PartnerID  *string
	OpenToJoin *bool
	Search     string
}

// Projects reads a page of the projects that the viewer may see, the latest proposed first (P3).
func (d *Desk) Projects(ctx context.Context, f ProjectFilter, first int, after *Place) ([]*ent.Project, func(context.Context) (int, error), error) {
	v, err := d.Reader(ctx)
	if err != nil {
		return nil, nil, err
	}
	if v.Token != "" && f.PartnerID != nil && *f.PartnerID != v.Partner {
		return nil, nil, office.Refuse(office.Forbidden, "P5", "partnerId") // who else takes part is not a partner's to ask
	}
	search, err := text("search", f.Search, 100, "")
	if err != nil {
		return nil, nil, err
	}
	q := func() *ent.ProjectQuery {
		q := d.Store.Read().Project.Query().Where(project.CommunityIDIn(v.Communities...))
		if len(f.Stages) > 0 {
			q.Where(project.StageIn(f.Stages...))
		}
		if len(f.Kinds) > 0 {
			q.Where(project.KindIn(f.Kinds...))
		}
		if f.PartnerID != nil {
			q.Where(project.HasPartnersWith(projectpartner.PartnerID(*f.PartnerID)))
		}
		if f.OpenToJoin != nil {
			q.Where(project.OpenToJoin(*f.OpenToJoin))
		}
		if search != "" {
			q.Where(project.Or(project.TitleContains(search), project.NumberContains(strings.ToUpper(search)), project.PinyinContains(strings.ToLower(search))))
		}
		return q
	}
	page := q()
	if after != nil {
		page.Where(project.Or(project.ProposedAtLT(after.At), project.And(project.ProposedAt(after.At), project.IDLT(after.ID))))
	}
	list, err := page.Order(ent.Desc(project.FieldProposedAt, project.FieldID)).Limit(first + 1).All(ctx)
	return list, func(ctx context.Context) (int, error) { return q().Count(ctx) }, err
}

// Project gives a project; nil where there is none that the viewer may see.
func (d *Desk) Project(ctx context.Context, id string) (*ent.Project, error) {
	if _, err := d.Reader(ctx); err != nil {
		return nil, err
	}
	p, err := d.Store.Read().Project.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return p, err
}

// StageMove is a stage that may follow, and what has to be said for it.
type StageMove struct {
	To                        cobuild.Stage
	NeedsReason, NeedsOutcome bool
	// Refused: nothing that a partner delivered was confirmed yet.
	Refused bool
}

// MovesOf gives the stages that the viewer may take a project to now; none for who may not.
func (d *Desk) MovesOf(ctx context.Context, p *ent.Project) ([]*StageMove, error) {
	out := []*StageMove{}
	may, err := d.MayRun(ctx, p)
	if err != nil || !may || cobuild.Ended(p.Stage) {
		return out, err
	}
	f, err := projectFacts(ctx, d.Store.Read(), p)
	if err != nil {
		return nil, err
	}
	for _, to := range cobuild.Moves(p.Stage) {
		w := cobuild.WantsOf(f, to)
		refused := cobuild.Check(f, cobuild.Move{To: to, Reason: "-", Outcome: "-"}) != nil
		out = append(out, &StageMove{To: to, NeedsReason: w.Reason, NeedsOutcome: w.Outcome, Refused: refused})
	}
	return out, nil
}

// MayRun tells whether the viewer may change a project: who leads the office or the project.
func (d *Desk) MayRun(ctx context.Context, p *ent.Project) (bool, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return false, err
	}
	o, err := d.Office(ctx, p.CommunityID)
	if err != nil {
		return false, err
	}
	me, ok := o.Roster[v.Staff]
	return ok && (me.Roles.Leads() || string(me.ID) == p.LeadID && me.Roles.Works()) && me.State != duty.Suspended && me.State != duty.Left, nil
}

// PartnersOf gives the partners that take part in a project, in the order in which they joined, as far as the viewer may see. At most 100.
func (d *Desk) PartnersOf(ctx context.Context, p *ent.Project) ([]*ent.Partner, error) {
	joined, err := d.Store.Read().ProjectPartner.Query().Where(projectpartner.ProjectID(p.ID)).Order(projectpartner.ByJoinedAt(), projectpartner.ByID()).
		Limit(ListBound).WithPartner().All(ctx)
	out := make([]*ent.Partner, 0, len(joined))
	for _, j := range joined {
		if j.Edges.Partner != nil {
			out = append(out, j.Edges.Partner)
		}
	}
	return out, err
}
