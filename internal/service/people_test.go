package service_test

import (
	"slices"
	"strings"
	"testing"

	"xinxing/ent"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/service/servicetest"
)

func setDuty(t *testing.T, o *servicetest.Office, state duty.State, logins ...string) {
	t.Helper()
	o.Put(t, state, logins...)
}

func TestStaffInOrderOfPinyin(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		list := func(login, search string, left bool) string {
			t.Helper()
			all, err := o.Desk.StaffOf(o.As(login), &search, left)
			if err != nil {
				t.Fatal(err)
			}
			var out []string
			for _, s := range all {
				out = append(out, s.Name)
			}
			return strings.Join(out, " ")
		}
		setDuty(t, o, duty.Left, "grid")
		for _, c := range []struct {
			login, search string
			left          bool
			want          string
		}{
			{"clerk-a", "", false, "安晓梅 白云 曹阳 管理 吴建国 周主任"},
			{"clerk-a", "", true, "安晓梅 白云 曹阳 高志强 管理 吴建国 周主任"},
			{"clerk-a", "云", false, "白云"},
			{"clerk-a", "wjg", false, "吴建国"},
			{"clerk-a", "孙", false, ""},
			{"supervisor", "", false, "孙督办"},
			{"neighbour", "", false, "邻居"},
		} {
			if got := list(c.login, c.search, c.left); got != c.want {
				t.Errorf("%s, %q, %v: %s; want %s", c.login, c.search, c.left, got, c.want)
			}
		}
		_, err := o.Desk.StaffOf(o.Context(), nil, false)
		servicetest.WantRefused(t, err, office.Unauthenticated, "")
	})
}

func TestB2_OnDutyIsComputed(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		post := o.Posts["P-1"] // A is clerk-a, B is clerk-b
		on := func(want string) {
			t.Helper()
			s, err := o.Desk.OnDutyAt(o.As("clerk-c"), post)
			if err != nil || (s == nil) != (want == "") || s != nil && s.Login != want {
				t.Errorf("on duty is %v, %v; want %q", s, err, want)
			}
		}
		on("clerk-a")
		setDuty(t, o, duty.Away, "clerk-a")
		on("clerk-b")
		setDuty(t, o, duty.Suspended, "clerk-b")
		on("")
		setDuty(t, o, duty.OnDuty, "clerk-a")
		on("clerk-a")
		if s, err := o.Desk.OnDutyAt(o.As("neighbour"), post); s != nil || err != nil {
			t.Errorf("a neighbour sees %v, %v", s, err)
		}
	})
}

func TestPosts(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		read := func(posts []*ent.Post, err error) string {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
			var out []string
			for _, p := range posts {
				out = append(out, p.Code)
			}
			return strings.Join(out, " ")
		}
		if got := read(o.Desk.PostsOf(o.As("clerk-a"))); got != "P-1 P-2 P-3" {
			t.Errorf("posts %s", got)
		}
		if got := read(o.Desk.PostsOf(o.As("neighbour"))); got != "" {
			t.Errorf("a neighbour sees %s", got)
		}
		if got := read(o.Desk.PostsOfStaff(o.As("supervisor"), o.Staff["clerk-a"])); got != "P-1 P-3" {
			t.Errorf("posts of a person: %s", got)
		}
		if got := read(o.Desk.PostsOfStaff(o.As("neighbour"), o.Staff["clerk-a"])); got != "" {
			t.Errorf("a neighbour sees %s", got)
		}
		items, err := o.Desk.ItemsOfPost(o.As("clerk-a"), o.Posts["P-2"])
		if err != nil || !slices.Equal(codes(items), []string{"ZM-01", "ZX-01"}) {
			t.Errorf("items of a post: %v, %v", codes(items), err)
		}
	})
}

func TestPeopleByKey(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		above := *o.Staff["director"].SuperiorID
		s, err := o.Desk.StaffNamed(o.As("clerk-a"), o.Community, above)
		if err != nil || s == nil || s.Login != "supervisor" {
			t.Errorf("the director's superior: %v, %v", s, err)
		}
		if s, err := o.Desk.StaffNamed(o.As("neighbour"), o.Community, above); s != nil || err != nil {
			t.Errorf("a neighbour sees %v, %v", s, err)
		}
		for login, sees := range map[string]bool{
			"clerk-a": false, "leader": true, "director": true, "administrator": true, "supervisor": false, "neighbour": false,
		} {
			got, err := o.Desk.LoginOf(o.As(login), o.Staff["clerk-b"])
			if err != nil || (got != nil) != sees {
				t.Errorf("%s reads a sign-in name: %v, %v", login, got != nil, err)
			}
		}
		name, err := o.Desk.OfficeName(o.Context())
		if err != nil || name == nil || *name != "新星社区" {
			t.Errorf("the office is called %v, %v", name, err)
		}
	})
}
