package store_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/internal/office"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/store"
	"xinxing/internal/store/wake"
)

// units are the partners of one community and what stands beside them, one of each kind for each partner.
type units struct {
	// Of the community: two partners; projects that are open, that only the first takes part in, that only the second does,
	// and that was open before it ended.
	first, second               string
	open, firsts, seconds, gone string
	token                       string
}

// fillUnits makes them, as the program.
func fillUnits(t *testing.T, s *store.Store, r records) (u units) {
	t.Helper()
	err := s.Act(system(t), "", func(ctx context.Context, tx *store.Tx) error {
		c := tx.Client
		var err error
		project := func(number string, stage cobuild.Stage, open bool) string {
			if err != nil {
				return ""
			}
			var p *ent.Project
			p, err = c.Project.Create().SetCommunityID(r.community).SetNumber(number).SetTitle("修路").SetKind(cobuild.ProjectRoad).SetOrigin(cobuild.FromPlan).
				SetStage(stage).SetStageAt(instant).SetOpenToJoin(open).SetPlace("楼前").SetLeadID(r.staff).SetPlannedFrom("2026-03-01").SetPlannedUntil("2026-04-01").
				SetProposedAt(instant).SetProposedByID(r.staff).Save(ctx)
			if err != nil {
				return ""
			}
			return p.ID
		}
		u.open, u.firsts = project("GJ-1", cobuild.Proposed, true), project("GJ-2", cobuild.UnderWay, false)
		u.seconds, u.gone = project("GJ-3", cobuild.UnderWay, false), project("GJ-4", cobuild.Dropped, true)
		if err != nil {
			return err
		}
		for _, p := range []string{u.open, u.firsts, u.seconds, u.gone} {
			for i, published := range []bool{true, false} {
				if err := c.Picture.Create().SetCommunityID(r.community).SetProjectID(p).SetKind(cobuild.PictureBefore).SetCaption("前").SetPublished(published).
					SetName("a.jpg").SetFormat("jpg").SetSize(1).SetDigest("d").SetStoredAs(fmt.Sprint(p, i)).SetWidth(1).SetHeight(1).SetTakenInAt(instant).
					SetTakenInByID(r.staff).Exec(ctx); err != nil {
					return err
				}
			}
			if err := c.ProjectTask.Create().SetCommunityID(r.community).SetProjectID(p).SetNumber(1).SetTitle("平整").SetOwnerID(r.staff).SetDueOn("2026-03-02").Exec(ctx); err != nil {
				return err
			}
			if err := c.Participation.Create().SetCommunityID(r.community).SetProjectID(p).SetDate("2026-02-20").SetResidents(3).SetRecordedAt(instant).SetRecordedByID(r.staff).Exec(ctx); err != nil {
				return err
			}
		}
		for i, in := range []string{u.firsts, u.seconds} {
			p, err := c.Partner.Create().SetCommunityID(r.community).SetName(fmt.Sprint("单位", i)).SetKind(cobuild.PartnerSchool).SetOffers([]cobuild.ResourceKind{}).Save(ctx)
			if err != nil {
				return err
			}
			if err := c.PartnerContact.Create().SetCommunityID(r.community).SetPartnerID(p.ID).SetName("联系人").Exec(ctx); err != nil {
				return err
			}
			shared, err := c.Resource.Create().SetCommunityID(r.community).SetPartnerID(p.ID).SetKind(cobuild.Venue).SetName("操场").Save(ctx)
			if err != nil {
				return err
			}
			if err := c.Booking.Create().SetCommunityID(r.community).SetResourceID(shared.ID).SetFromAt(instant).SetUntilAt(instant.Add(time.Hour)).SetPurpose("开会").
				SetBookedAt(instant).SetBookedByID(r.staff).Exec(ctx); err != nil {
				return err
			}
			if err := c.ProjectPartner.Create().SetCommunityID(r.community).SetProjectID(in).SetPartnerID(p.ID).SetJoinedAt(instant).Exec(ctx); err != nil {
				return err
			}
			pledge, err := c.Pledge.Create().SetCommunityID(r.community).SetProjectID(in).SetPartnerID(p.ID).SetKind(cobuild.Labour).SetWhat("人手").SetQuantity(2).
				SetUnit("人").SetPledgedAt(instant).SetPledgedByID(r.staff).Save(ctx)
			if err != nil {
				return err
			}
			if err := c.Delivery.Create().SetCommunityID(r.community).SetPledgeID(pledge.ID).SetProjectID(in).SetPartnerID(p.ID).SetQuantity(1).SetDeliveredOn("2026-02-20").
				SetProof("照片").SetReportedAt(instant).SetReportedByID(r.staff).Exec(ctx); err != nil {
				return err
			}
			token, err := c.APIToken.Create().SetCommunityID(r.community).SetKind(cobuild.TokenPartner).SetPartnerID(p.ID).SetName("令牌").
				SetScopes([]cobuild.Scope{cobuild.ScopeReadProjects}).SetTokenHash(fmt.Sprint(p.ID, "hash")).SetHint("abcd").SetMadeAt(instant).SetMadeByID(r.staff).
				SetExpiresAt(instant.Add(time.Hour)).Save(ctx)
			if err != nil {
				return err
			}
			if err := c.TokenRead.Create().SetCommunityID(r.community).SetTokenID(token.ID).SetPartnerID(p.ID).SetAt(instant).SetOperation("Q").
				SetFields([]string{}).SetRecords([]string{}).Exec(ctx); err != nil {
				return err
			}
			if i == 0 {
				u.first, u.token = p.ID, token.ID
			} else {
				u.second = p.ID
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// counts counts the rows of every type that the viewer of the context reads.
func counts(t *testing.T, ctx context.Context, s *store.Store) map[string]int {
	t.Helper()
	out := map[string]int{}
	clients := reflect.ValueOf(s.Read()).Elem()
	for i := range clients.NumField() {
		name := clients.Type().Field(i).Name
		query := clients.Field(i).MethodByName("Query")
		if !clients.Type().Field(i).IsExported() || !query.IsValid() {
			continue
		}
		got := query.Call(nil)[0].MethodByName("Count").Call([]reflect.Value{reflect.ValueOf(ctx)})
		if err, ok := got[1].Interface().(error); ok {
			t.Fatalf("%s: %v", name, err)
		}
		out[name] = int(got[0].Int())
	}
	return out
}

// What a token reads of every type there is: of its own community what is on the public board anyway, and of co-building its
// own unit, the projects that it takes part in or may join, and what it did there. A reporter reads no row of any of it.
func TestP5_WhatATokenReads(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		s := open(t, url, wake.Options{})
		own, other := fill(t, s, "社区", nil), fill(t, s, "邻家", nil)
		u := fillUnits(t, s, own)
		fillUnits(t, s, other)
		viewer := func(partner, token string, scopes ...cobuild.Scope) context.Context {
			return store.With(t.Context(), store.Viewer{
				Community: own.community, Communities: []string{own.community}, Token: token, Partner: partner, Scopes: scopes,
			})
		}
		// What is the same for everybody, or on the public board.
		board := map[string]int{"Community": 1, "CalendarNotice": 0}
		everybody := counts(t, viewer("", "tok_none"), s)
		for _, open := range []string{ent.TypePost, ent.TypeDepartment, ent.TypeItem, ent.TypeLocalDay, ent.TypePublicFile} {
			board[open] = everybody[open]
		}
		partner := map[string]int{
			ent.TypePartner: 1, ent.TypePartnerContact: 1, ent.TypeResource: 1, ent.TypeBooking: 1, ent.TypeProject: 2, ent.TypeProjectPartner: 1,
			ent.TypeProjectTask: 2, ent.TypePledge: 1, ent.TypeDelivery: 1, ent.TypePicture: 2, ent.TypeAPIToken: 1, ent.TypeTokenRead: 1,
		}
		for name, c := range map[string]struct {
			ctx  context.Context
			want map[string]int
		}{
			"a partner":                    {viewer(u.first, u.token, cobuild.ScopeReadProjects, cobuild.ScopePledge, cobuild.ScopeReportDelivery), partner},
			"a partner that reads nothing": {viewer(u.first, u.token), map[string]int{ent.TypeAPIToken: 1, ent.TypeTokenRead: 1}},
			"a reporter":                   {viewer("", u.token, cobuild.ScopeReadAggregates), map[string]int{ent.TypeAPIToken: 1, ent.TypeTokenRead: 1, ent.TypeFigureEntry: 1, ent.TypeFigureRollup: 1, ent.TypeFigureRelease: 1}},
			"a reporter who claims more":   {viewer("", "tok_none", cobuild.ScopeReadProjects, cobuild.ScopePledge), nil},
			"a partner of nowhere": {store.With(t.Context(), store.Viewer{Token: u.token, Partner: u.first, Scopes: []cobuild.Scope{cobuild.ScopeReadProjects}}),
				map[string]int{"Community": -1}},
		} {
			for kind, n := range counts(t, c.ctx, s) {
				want := c.want[kind]
				if c.want["Community"] == 0 {
					want += board[kind]
				} else {
					want = 0
				}
				if n != want {
					t.Errorf("%s reads %d of %s, want %d", name, n, kind, want)
				}
			}
		}
		ctx := viewer(u.first, u.token, cobuild.ScopeReadProjects)
		ids, err := s.Read().Project.Query().IDs(ctx)
		if err != nil || len(ids) != 2 || !slices.Contains(ids, u.open) || !slices.Contains(ids, u.firsts) {
			t.Errorf("%v, %v", ids, err)
		}
		// Edges are guarded as their types are: no way leads from a project to who leads it, to another partner, or to a case.
		p, err := s.Read().Project.Query().WithLead().WithPledges().WithPartners(func(q *ent.ProjectPartnerQuery) { q.WithPartner() }).WithCases().All(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range p {
			if one.Edges.Lead != nil || len(one.Edges.Cases) > 0 {
				t.Errorf("%+v", one.Edges)
			}
			for _, j := range one.Edges.Partners {
				if j.PartnerID != u.first {
					t.Errorf("%+v", j)
				}
			}
		}
	})
}

// A token writes nothing itself, whatever its scopes: what it does the program writes for it.
func TestP5_ATokenWritesNothing(t *testing.T) {
	both(t, func(t *testing.T, url string) {
		s := open(t, url, wake.Options{})
		own := fill(t, s, "社区", nil)
		u := fillUnits(t, s, own)
		ctx := store.With(t.Context(), store.Viewer{
			Community: own.community, Communities: []string{own.community}, Token: u.token, Partner: u.first,
			Scopes: []cobuild.Scope{cobuild.ScopeReadProjects, cobuild.ScopePledge, cobuild.ScopeReportDelivery},
		})
		for _, k := range kinds {
			for name, do := range map[string]func(context.Context, *ent.Client) (int, error){"changes": k.update, "removes": k.remove} {
				if do == nil {
					continue
				}
				err := tried(ctx, s, func(ctx context.Context, c *ent.Client) error { _, err := do(ctx, c); return err })
				if !refused(err, office.Forbidden) {
					t.Errorf("a token %s %s: %v", name, k.name, err)
				}
			}
			if k.create == nil {
				continue
			}
			r := own
			if err := tried(ctx, s, func(ctx context.Context, c *ent.Client) error { return k.create(ctx, c, &r, "+") }); !refused(err, office.Forbidden) {
				t.Errorf("a token creates %s: %v", k.name, err)
			}
		}
		for name, write := range map[string]func(context.Context, *ent.Client) error{
			"its unit": func(ctx context.Context, c *ent.Client) error { return c.Partner.Update().SetName("别名").Exec(ctx) },
			"a project": func(ctx context.Context, c *ent.Client) error {
				return c.Project.Update().SetOpenToJoin(true).Exec(ctx)
			},
			"a pledge": func(ctx context.Context, c *ent.Client) error { return c.Pledge.Update().SetDelivered(9).Exec(ctx) },
			"a delivery": func(ctx context.Context, c *ent.Client) error {
				return c.Delivery.Update().SetConfirmed(true).Exec(ctx)
			},
			"its token": func(ctx context.Context, c *ent.Client) error { return c.APIToken.Update().ClearRevokedAt().Exec(ctx) },
			"a read": func(ctx context.Context, c *ent.Client) error {
				return c.TokenRead.Create().SetCommunityID(own.community).SetTokenID(u.token).SetAt(instant).SetOperation("").SetFields([]string{}).SetRecords([]string{}).Exec(ctx)
			},
			"a new pledge": func(ctx context.Context, c *ent.Client) error {
				return c.Pledge.Create().SetCommunityID(own.community).SetProjectID(u.open).SetPartnerID(u.first).SetKind(cobuild.Labour).SetWhat("人").SetQuantity(1).
					SetUnit("人").SetPledgedAt(instant).SetTokenID(u.token).Exec(ctx)
			},
		} {
			if err := tried(ctx, s, write); !refused(err, office.Forbidden) {
				t.Errorf("a token writes %s: %v", name, err)
			}
		}
		// Nor does the program take back what was read.
		for name, write := range map[string]func(context.Context, *ent.Client) error{
			"changes": func(ctx context.Context, c *ent.Client) error {
				return c.TokenRead.Update().Exec(ctx)
			},
			"removes": func(ctx context.Context, c *ent.Client) error { _, err := c.TokenRead.Delete().Exec(ctx); return err },
		} {
			if err := tried(system(t), s, write); !refused(err, office.Forbidden) {
				t.Errorf("the program %s a read: %v", name, err)
			}
		}
	})
}
