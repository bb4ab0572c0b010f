package service_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"xinxing/ent"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
)

func day(t *testing.T, s string) workday.Date {
	t.Helper()
	d, err := workday.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// newItem is an item that may be published.
func newItem(t *testing.T, o *servicetest.Office, code string) service.PublishItemInput {
	return service.PublishItemInput{
		Code: code, Name: "老年证办理", Kind: casework.ItemRegistration, LimitDays: 7, PostID: &o.Posts["P-1"].ID, Fee: "0",
		Channels: []casework.Channel{casework.ChannelVisit}, Materials: []*service.MaterialInput{{Name: "居民身份证", Copies: 1, Form: casework.FormOriginal, Required: true}}, Steps: []string{"受理", "办结"},
		LegalBasis: "《老年人权益保障法》", MaxExtensions: 1, MaxExtensionDays: 3, ValidFrom: day(t, "2026-02-26"), ClientMutationID: o.ID(),
	}
}

func codes(items []*ent.Item) []string {
	out := []string{}
	for _, i := range items {
		out = append(out, i.Code)
	}
	return out
}

func listed(t *testing.T, o *servicetest.Office, search string, retired bool) []*ent.Item {
	t.Helper()
	got, err := o.Desk.Items(o.As("clerk-a"), &search, nil, retired, 100)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestItemsAreFound(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		for search, want := range map[string][]string{
			"":            {"BC-01", "DJ-01", "SQ-01", "ZM-01", "ZX-01"},
			"居住":          {"DJ-01", "ZM-01"},
			"证明":          {"BC-01", "ZM-01"},
			"居住登记":        {"DJ-01"},
			"jzdj":        {"DJ-01"},
			"juzhu":       {"DJ-01", "ZM-01"},
			"zm":          {"ZM-01", "BC-01"}, // the code's beginning before a word's
			"zm-01":       {"ZM-01"},
			"ＺＭ－０１":       {"ZM-01"},
			"tiaojie":     {"SQ-01"},
			"di bao":      {"ZX-01"},
			"调解纠纷":        {},
			"%":           {},
			"13900001234": {},
		} {
			if got := codes(listed(t, o, search, false)); !slices.Equal(got, want) {
				t.Errorf("%q finds %v; want %v", search, got, want)
			}
		}
		kind := casework.ItemAppeal
		got, err := o.Desk.Items(o.As("supervisor"), nil, &kind, false, 100)
		if err != nil || len(got) != 0 {
			t.Errorf("the subdistrict's own catalogue: %v, %v", codes(got), err)
		}
		got, err = o.Desk.Items(o.As("clerk-a"), nil, &kind, false, 100)
		if err != nil || !slices.Equal(codes(got), []string{"SQ-01"}) {
			t.Errorf("appeals: %v, %v", codes(got), err)
		}
		got, err = o.Desk.Items(o.As("clerk-a"), nil, nil, false, 2)
		if err != nil || !slices.Equal(codes(got), []string{"BC-01", "DJ-01"}) {
			t.Errorf("the first two: %v, %v", codes(got), err)
		}
		got, err = o.Desk.Items(o.As("neighbour"), nil, nil, true, 100)
		if err != nil || len(got) != 0 {
			t.Errorf("a neighbour sees %v, %v", codes(got), err)
		}
		_, err = o.Desk.Items(o.Context(), nil, nil, false, 100)
		servicetest.WantRefused(t, err, office.Unauthenticated, "")
		_, err = o.Desk.Items(o.As("clerk-a"), new("\x00"), nil, false, 100)
		servicetest.WantRefused(t, err, office.BadString, "")
	})
}

func TestQ2_DepartmentsAreFound(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		for search, want := range map[string]string{
			"": "D-1 D-2", "派出所": "D-1", "pcs": "D-1", "shsw": "D-2", "d-2": "D-2", "63050110": "D-1", "0432-6305": "D-1 D-2",
			"110": "D-1", "消防": "", "neighbour": "",
		} {
			got, err := o.Desk.Departments(o.As("clerk-a"), &search, 100)
			var found []string
			for _, d := range got {
				found = append(found, d.Code)
			}
			if err != nil || strings.Join(found, " ") != want {
				t.Errorf("%q finds %v, %v; want %s", search, found, err, want)
			}
		}
		got, err := o.Desk.Departments(o.As("neighbour"), nil, 100)
		if err != nil || len(got) != 0 {
			t.Errorf("a neighbour sees %d, %v", len(got), err)
		}
	})
}

func TestQ4_PublishItem(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		other := o.Again(t)
		in := newItem(t, o, "DJ-02")
		p, err := o.Desk.PublishItem(o.As("director"), in)
		if err != nil {
			t.Fatal(err)
		}
		i := p.Item
		if i.Version != 1 || i.Fee != "0.00" || i.Pinyin != "lao nian zheng ban li" || i.ValidFrom != "2026-02-26" || i.RetiredFrom != nil ||
			p.ClientMutationID != in.ClientMutationID {
			t.Errorf("published %+v", i)
		}
		// Every process shows it at once, and the same act again is the same version.
		if got := codes(listed(t, other, "lnz", false)); !slices.Equal(got, []string{"DJ-02"}) {
			t.Errorf("another process finds %v", got)
		}
		if again, err := other.Desk.PublishItem(o.As("director"), in); err != nil || again.Item.ID != i.ID {
			t.Errorf("said again: %+v, %v", again, err)
		}

		// A second version from a later day on: until then the first holds.
		in = newItem(t, o, "DJ-02")
		in.LimitDays, in.Fee, in.ValidFrom = 3, "12.5", day(t, "2026-03-02")
		p, err = o.Desk.PublishItem(o.As("leader"), in)
		if err != nil || p.Item.Version != 2 || p.Item.Fee != "12.50" {
			t.Fatalf("%+v, %v", p, err)
		}
		holds := func(version int) {
			t.Helper()
			if got := listed(t, o, "DJ-02", false); len(got) != 1 || got[0].Version != version {
				t.Errorf("in force %v; want version %d", got, version)
			}
		}
		holds(1)
		o.At("2026-03-01 23:59")
		holds(1)
		o.At("2026-03-02 00:00")
		holds(2)

		// A third that begins before the second would: the second never holds.
		o.At("2026-03-02 09:00")
		in = newItem(t, o, "DJ-02")
		in.ValidFrom = day(t, "2026-03-10")
		if _, err = o.Desk.PublishItem(o.As("administrator"), in); err != nil {
			t.Fatal(err)
		}
		in = newItem(t, o, "DJ-02")
		in.ValidFrom = day(t, "2026-03-05")
		if _, err = o.Desk.PublishItem(o.As("administrator"), in); err != nil {
			t.Fatal(err)
		}
		o.At("2026-03-11 09:00")
		holds(4)
		versions, err := o.Desk.ItemVersions(o.As("clerk-a"), i)
		if err != nil || len(versions) != 4 || versions[0].Version != 4 || versions[3].ID != i.ID {
			t.Errorf("versions %v, %v", versions, err)
		}
		if v, err := o.Desk.ItemVersions(o.As("neighbour"), i); err != nil || len(v) != 0 {
			t.Errorf("a neighbour sees %d versions, %v", len(v), err)
		}
	})
}

func TestQ4_PublishItemRefuses(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		for _, c := range []struct {
			name          string
			spoil         func(*service.PublishItemInput)
			code          office.Code
			clause, field string
		}{
			{"a registration of eight days", func(in *service.PublishItemInput) { in.LimitDays = 8 }, office.LimitExceeded, "Q4", "limitDays"},
			{"a registration of no day", func(in *service.PublishItemInput) { in.LimitDays = 0 }, office.LimitExceeded, "Q4", "limitDays"},
			{"an appeal of no day", func(in *service.PublishItemInput) { in.Kind, in.LimitDays = casework.ItemAppeal, 0 }, office.BadInput, "F5", "limitDays"},
			{"not issued and no place to go", func(in *service.PublishItemInput) { in.Kind, in.PostID = casework.ItemNotIssued, nil }, office.BadInput, "F7", "departmentId"},
			{"no post", func(in *service.PublishItemInput) { in.PostID = nil }, office.BadInput, "B1", "postId"},
			{"no such post", func(in *service.PublishItemInput) { in.PostID = new("pst_x") }, office.NotFound, "B1", "postId"},
			{"no such department", func(in *service.PublishItemInput) { in.DepartmentID = new("dep_x") }, office.NotFound, "F7", "departmentId"},
			{"from yesterday", func(in *service.PublishItemInput) { in.ValidFrom = in.ValidFrom.AddDays(-1) }, office.BadInput, "Q4", "validFrom"},
			{"no kind", func(in *service.PublishItemInput) { in.Kind = "OTHER" }, office.BadInput, "Q4", "kind"},
			{"no code", func(in *service.PublishItemInput) { in.Code = " " }, office.BadInput, "Q4", "code"},
			{"a code with a space", func(in *service.PublishItemInput) { in.Code = "A 1" }, office.BadInput, "Q4", "code"},
			{"no name", func(in *service.PublishItemInput) { in.Name = " " }, office.BadInput, "Q4", "name"},
			{"a long name", func(in *service.PublishItemInput) { in.Name = strings.Repeat("长", 101) }, office.TooLong, "", "name"},
			{"NUL in the basis", func(in *service.PublishItemInput) { in.LegalBasis = "\x00" }, office.BadString, "", "legalBasis"},
			{"an empty material", func(in *service.PublishItemInput) {
				in.Materials = append(in.Materials, &service.MaterialInput{Name: " ", Copies: 1, Form: casework.FormCopy})
			}, office.BadInput, "Q3", "materials.1.name"},
			{"too many steps", func(in *service.PublishItemInput) { in.Steps = make([]string, 51) }, office.TooLong, "", "steps"},
			{"a channel that is none", func(in *service.PublishItemInput) { in.Channels = []casework.Channel{"PIGEON"} }, office.BadInput, "F1", "channels"},
			{"a fee below nothing", func(in *service.PublishItemInput) { in.Fee = "-1.00" }, office.BadInput, "A6", "fee"},
			{"parts of a fen", func(in *service.PublishItemInput) { in.Fee = "1.005" }, office.BadInput, "A6", "fee"},
			{"a fee in words", func(in *service.PublishItemInput) { in.Fee = "1e3" }, office.BadInput, "A6", "fee"},
			{"no fee said", func(in *service.PublishItemInput) { in.Fee = "" }, office.BadInput, "A6", "fee"},
			{"eleven extensions", func(in *service.PublishItemInput) { in.MaxExtensions = 11 }, office.LimitExceeded, "T5", "maxExtensions"},
		} {
			in := newItem(t, o, "DJ-03")
			c.spoil(&in)
			_, err := o.Desk.PublishItem(o.As("director"), in)
			r, ok := err.(*office.Refusal)
			if !ok || r.Code != c.code || r.Clause != c.clause || r.Field != c.field {
				t.Errorf("%s: %v; want %s (%s) in %s", c.name, err, c.code, c.clause, c.field)
			}
		}
		for login, code := range map[string]office.Code{
			"clerk-a": office.Forbidden, "grid": office.Forbidden, "supervisor": office.Forbidden,
		} {
			_, err := o.Desk.PublishItem(o.As(login), newItem(t, o, "DJ-03"))
			servicetest.WantRefused(t, err, code, "")
			_, err = o.Desk.RetireItem(o.As(login), service.RetireItemInput{ItemID: o.Items["DJ-01"].ID, From: day(t, "2026-03-01"), ClientMutationID: o.ID()})
			if err == nil {
				t.Errorf("%s retires an item", login)
			}
		}
		suspend(t, o, "leader")
		_, err := o.Desk.PublishItem(o.As("leader"), newItem(t, o, "DJ-03"))
		servicetest.WantRefused(t, err, office.NotOnDuty, "A7")
		_, err = o.Desk.PublishItem(o.Context(), newItem(t, o, "DJ-03"))
		servicetest.WantRefused(t, err, office.Unauthenticated, "")
		if got := listed(t, o, "", true); len(got) != 5 {
			t.Errorf("%d items; want the five as before", len(got))
		}
		// The database itself refuses a registration of eight days, whoever writes it.
		err = o.Desk.Store.Act(o.System(), o.Community, func(ctx context.Context, tx *store.Tx) error {
			return tx.Item.Create().SetCommunityID(o.Community).SetCode("X").SetVersion(1).SetName("x").SetKind(casework.ItemRegistration).
				SetLimitDays(8).SetValidFrom("2026-01-01").Exec(ctx)
		})
		if err == nil {
			t.Error("the database takes a registration of eight days")
		}
	})
}

func TestQ4_RetireItem(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		retire := func(login, code, from string) error {
			_, err := o.Desk.RetireItem(o.As(login), service.RetireItemInput{ItemID: o.Items[code].ID, From: day(t, from), ClientMutationID: o.ID()})
			return err
		}
		servicetest.WantRefused(t, retire("director", "DJ-01", "2026-02-25"), office.BadInput, "Q4")
		if err := retire("director", "DJ-01", "2026-03-05"); err != nil {
			t.Fatal(err)
		}
		servicetest.WantRefused(t, retire("director", "DJ-01", "2026-03-06"), office.BadInput, "Q4")
		if err := retire("director", "DJ-01", "2026-02-27"); err != nil {
			t.Fatal(err)
		}
		if got := codes(listed(t, o, "居住登记", false)); len(got) != 1 {
			t.Errorf("before the day: %v", got)
		}
		o.At("2026-02-27 00:00")
		if got := codes(listed(t, o, "居住登记", false)); len(got) != 0 {
			t.Errorf("from the day on: %v", got)
		}
		if got := codes(listed(t, o, "居住登记", true)); len(got) != 1 {
			t.Errorf("retired ones too: %v", got)
		}
		servicetest.WantRefused(t, retire("director", "DJ-01", "2026-02-27"), office.RefusedState, "Q4")
		_, err := o.Desk.RetireItem(o.As("neighbour"), service.RetireItemInput{ItemID: o.Items["SQ-01"].ID, From: day(t, "2026-03-01"), ClientMutationID: o.ID()})
		servicetest.WantRefused(t, err, office.NotFound, "")
		// It may be published again.
		in := newItem(t, o, "DJ-01")
		in.ValidFrom = day(t, "2026-02-28")
		if p, err := o.Desk.PublishItem(o.As("director"), in); err != nil || p.Item.Version != 2 {
			t.Errorf("%+v, %v", p, err)
		}
	})
}
