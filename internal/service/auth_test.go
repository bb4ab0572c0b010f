package service_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"xinxing/ent/session"
	"xinxing/ent/signinattempt"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
)

type ctx = context.Context

func signIn(o *servicetest.Office, login, password string) (string, store.Viewer, error) {
	return o.Desk.SignIn(o.Context(), service.SignInInput{Login: login, Password: password})
}

func TestSignInOpensASession(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		seen := map[string]bool{}
		for _, login := range []string{"clerk-a", " CLERK-A ", "ｃｌｅｒｋ-ａ"} {
			token, v, err := signIn(o, login, servicetest.Password)
			if err != nil {
				t.Fatalf("%q: %v", login, err)
			}
			if seen[token] || len(token) < 43 {
				t.Fatalf("%q: the token %q is short or was given before", login, token)
			}
			seen[token] = true
			want := o.Viewer("clerk-a")
			want.Session = v.Session
			if !reflect.DeepEqual(v, want) || v.Session == "" {
				t.Fatalf("%q: viewer %+v; want %+v", login, v, want)
			}
			again, err := o.Again(t).Desk.SessionViewer(o.Context(), token)
			if err != nil || !reflect.DeepEqual(again, v) {
				t.Fatalf("%q: by the token, in another process: %+v, %v", login, again, err)
			}
		}
		kept, err := o.Desk.Store.Read().Session.Query().All(o.System())
		if err != nil || len(kept) != 3 {
			t.Fatalf("%d sessions, %v", len(kept), err)
		}
		for _, s := range kept {
			if seen[s.TokenHash] {
				t.Error("the token itself is kept")
			}
		}
	})
}

func TestSignInOfASupervisorSeesTheCommunitiesBelow(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		_, v, err := signIn(o, "supervisor", servicetest.Password)
		if err != nil {
			t.Fatal(err)
		}
		if want := []string{o.Subdistrict, o.Community}; !reflect.DeepEqual(v.Communities, want) {
			t.Fatalf("communities %v; want %v and never %s", v.Communities, want, o.Neighbour)
		}
	})
}

func TestSignInRefusesAlike(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		left := o.Staff["grid"]
		o.Put(t, duty.Left, left.Login)
		for range 5 {
			if _, _, err := signIn(o, "clerk-c", "wrong password"); err == nil {
				t.Fatal("a wrong password signs in")
			}
		}
		var first *office.Refusal
		for _, c := range []struct{ name, login, password string }{
			{"wrong password", "clerk-a", "wrong password"},
			{"no such name", "nobody", servicetest.Password},
			{"locked", "clerk-c", servicetest.Password},
			{"left", "grid", servicetest.Password},
			{"empty", "", ""},
			{"a very long password", "clerk-b", strings.Repeat("很", 10000)},
			{"a very long name", strings.Repeat("a", 10000), servicetest.Password},
			{"not UTF-8", "clerk-\xff", "\xff"},
		} {
			token, v, err := signIn(o, c.login, c.password)
			r, ok := errors.AsType[*office.Refusal](err)
			if !ok || r.Code != office.BadCredentials || token != "" || v.Staff != "" {
				t.Fatalf("%s: %q, %+v, %v", c.name, token, v, err)
			}
			if first == nil {
				first = r
			}
			if !reflect.DeepEqual(r, first) {
				t.Errorf("%s: the refusal %+v differs from %+v", c.name, r, first)
			}
		}
		n, err := o.Desk.Store.Read().Session.Query().Count(o.System())
		if err != nil || n != 0 {
			t.Errorf("%d sessions, %v", n, err)
		}
	})
}

func TestSignInLocksAName(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		for _, login := range []string{"clerk-a", "nobody"} {
			o.At(servicetest.Start)
			for _, lock := range []time.Duration{15 * time.Minute, 30 * time.Minute, time.Hour} {
				for range 5 {
					_, _, err := signIn(o, login, "wrong password")
					servicetest.WantRefused(t, err, office.BadCredentials, "")
				}
				a := attempt(t, o, login)
				if a.LockedUntil == nil || a.LockedUntil.Sub(o.Clock.Now()) != lock {
					t.Fatalf("%s: locked until %v; want for %v", login, a.LockedUntil, lock)
				}
				_, _, err := signIn(o, login, servicetest.Password)
				servicetest.WantRefused(t, err, office.BadCredentials, "")
				if b := attempt(t, o, login); b.Failures != a.Failures || !b.LockedUntil.Equal(*a.LockedUntil) {
					t.Fatal("a try while locked moves the lock")
				}
				o.Clock.Set(o.Clock.Now().Add(lock))
			}
		}
		// The lock is over: the right password opens, and all is forgotten.
		if _, _, err := signIn(o, "clerk-a", servicetest.Password); err != nil {
			t.Fatal(err)
		}
		if n, err := o.Desk.Store.Read().SignInAttempt.Query().Count(o.System()); err != nil || n != 1 {
			t.Errorf("%d names are counted, %v; want that of nobody", n, err)
		}
		o.Clock.Set(o.Clock.Now().Add(25 * time.Hour))
		_, _, err := signIn(o, "nobody", "wrong password")
		servicetest.WantRefused(t, err, office.BadCredentials, "")
		if a := attempt(t, o, "nobody"); a.Failures != 1 {
			t.Errorf("after a day %d failures are remembered; want the new one", a.Failures)
		}
		o.Clock.Set(o.Clock.Now().Add(25 * time.Hour))
		if err := o.Desk.TidySessions(o.Context()); err != nil {
			t.Fatal(err)
		}
		attempts, err := o.Desk.Store.Read().SignInAttempt.Query().Count(o.System())
		sessions, err2 := o.Desk.Store.Read().Session.Query().Count(o.System())
		if attempts != 0 || sessions != 0 || err != nil || err2 != nil {
			t.Errorf("%d tries and %d sessions are left, %v, %v", attempts, sessions, err, err2)
		}
	})
}

func attempt(t *testing.T, o *servicetest.Office, login string) (a struct {
	Failures    int
	LockedUntil *time.Time
}) {
	t.Helper()
	row, err := o.Desk.Store.Read().SignInAttempt.Query().
		Where(signinattempt.LoginHash(servicetest.Box().Lookup("login", login))).Only(o.System())
	if err != nil {
		t.Fatal(err)
	}
	a.Failures, a.LockedUntil = row.Failures, row.LockedUntil
	return a
}

func TestSignInCountsParallelTries(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		other := o.Again(t)
		var wg sync.WaitGroup
		for i := range 64 {
			desk := []*servicetest.Office{o, other}[i%2]
			wg.Go(func() {
				if _, _, err := signIn(desk, "clerk-a", "wrong password"); !servicetest.Refused(err, office.BadCredentials, "") {
					t.Errorf("wrong password: %v", err)
				}
			})
		}
		wg.Wait()
		// Only a try that was really made is counted.
		if a := attempt(t, o, "clerk-a"); a.Failures != 5 || a.LockedUntil == nil {
			t.Errorf("%d tries were made, locked until %v; want 5 and a lock", a.Failures, a.LockedUntil)
		}
	})
}

func TestSignInOfOnePersonManyTimesAtOnce(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		var wg sync.WaitGroup
		for range 16 {
			wg.Go(func() {
				if _, _, err := signIn(o, "clerk-a", servicetest.Password); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
	})
}

func TestSessionEnds(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		other := o.Again(t)
		open := func() (string, store.Viewer) {
			t.Helper()
			token, v, err := signIn(o, "clerk-b", servicetest.Password)
			if err != nil {
				t.Fatal(err)
			}
			return token, v
		}
		ended := func(why, token string) {
			t.Helper()
			_, err := other.Desk.SessionViewer(o.Context(), token)
			if !servicetest.Refused(err, office.Unauthenticated, "") {
				t.Errorf("%s: %v; want the session to be over", why, err)
			}
		}
		alive := func(why, token string) {
			t.Helper()
			if _, err := other.Desk.SessionViewer(o.Context(), token); err != nil {
				t.Errorf("%s: %v; want the session to go on", why, err)
			}
		}
		ended("no token", "")
		ended("an unknown token", "abc")

		token, v := open()
		second, _ := open()
		if err := o.Desk.SignOut(store.With(o.Context(), v)); err != nil {
			t.Fatal(err)
		}
		ended("signed out", token)
		alive("another browser signed out", second)
		if err := o.Desk.SignOut(o.Context()); err != nil {
			t.Errorf("signing out signed out: %v", err)
		}

		start := o.Clock.Now()
		o.Clock.Set(start.Add(service.SessionLife - time.Second))
		alive("just before its end", second)
		o.Clock.Set(start.Add(service.SessionLife))
		ended("after twelve hours", second)

		token, _ = open()
		for range 5 {
			_, _, err := signIn(o, "clerk-b", "wrong password")
			servicetest.WantRefused(t, err, office.BadCredentials, "")
		}
		alive("locked", token)
		if err := o.Desk.SetPassword(o.Context(), "CLERK-B", "another-password"); err != nil {
			t.Fatal(err)
		}
		ended("another password", token)
		if _, _, err := signIn(o, "clerk-b", servicetest.Password); !servicetest.Refused(err, office.BadCredentials, "") {
			t.Errorf("the old password: %v", err)
		}
		token, _, err := signIn(o, "clerk-b", "another-password")
		if err != nil {
			t.Fatalf("the new password, after a lockout: %v", err)
		}

		change := func(do func(tx *store.Tx, ctx ctx) error) {
			t.Helper()
			if err := o.Desk.Store.Act(o.System(), o.Community, func(ctx ctx, tx *store.Tx) error { return do(tx, ctx) }); err != nil {
				t.Fatal(err)
			}
		}
		id := o.Staff["clerk-b"].ID
		change(func(tx *store.Tx, ctx ctx) error {
			return tx.Staff.UpdateOneID(id).SetRoles([]duty.Role{duty.Leader}).Exec(ctx)
		})
		if v, err := other.Desk.SessionViewer(o.Context(), token); err != nil || !v.Roles.Has(duty.Leader) || v.Roles.Has(duty.Clerk) {
			t.Errorf("after a change of roles: %v, %v", v.Roles, err)
		}
		o.Put(t, duty.Suspended, "clerk-b")
		alive("suspended", token)
		o.Put(t, duty.Left, "clerk-b")
		ended("left", token)
	})
}

func TestSessionOutlivesTheRehearsalClock(t *testing.T) {
	o := servicetest.New(t, servicetest.SQLite)
	clock := service.NewRehearsalClock(servicetest.Instant(t, "2026-02-10 09:00"), o.Clock)
	d := service.New(o.Desk.Store, clock, servicetest.Box(), o.Desk.Log)
	token, v, err := d.SignIn(o.Context(), service.SignInInput{Login: "administrator", Password: servicetest.Password})
	if err != nil {
		t.Fatal(err)
	}
	clock.MoveTo(clock.Now().Add(72 * time.Hour))
	if _, err := d.SessionViewer(o.Context(), token); err != nil {
		t.Errorf("moving the rehearsal clock ended the session: %v", err)
	}
	me, err := d.Me(store.With(o.Context(), v))
	if err != nil || !me.Rehearsal || !me.MayMoveClock {
		t.Errorf("an administrator in a rehearsal: %+v, %v", me, err)
	}
	if me, err = d.Me(o.As("director")); err != nil || !me.Rehearsal || me.MayMoveClock {
		t.Errorf("a director in a rehearsal: %+v, %v", me, err)
	}
	o.Clock.Set(o.Clock.Now().Add(13 * time.Hour))
	if _, err := d.SessionViewer(o.Context(), token); err == nil {
		t.Error("the session outlives the machine's clock")
	}
}

func TestSessionsAreTheProgramsOwn(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		token, _, err := signIn(o, "clerk-a", servicetest.Password)
		if err != nil {
			t.Fatal(err)
		}
		for login := range o.Staff {
			n, err := o.Desk.Store.Read().Session.Query().Count(o.As(login))
			m, err2 := o.Desk.Store.Read().SignInAttempt.Query().Count(o.As(login))
			if n != 0 || m != 0 || err != nil || err2 != nil {
				t.Errorf("%s sees %d sessions and %d tries, %v, %v", login, n, m, err, err2)
			}
			err = o.Desk.Store.Act(o.As(login), o.Community, func(ctx ctx, tx *store.Tx) error {
				_, err := tx.Session.Delete().Where(session.IDNEQ("")).Exec(ctx)
				return err
			})
			servicetest.WantRefused(t, err, office.Forbidden, "")
		}
		if _, err := o.Desk.SessionViewer(o.Context(), token); err != nil {
			t.Error(err)
		}
	})
}

func TestPasswordBounds(t *testing.T) {
	for _, c := range []struct {
		password string
		code     office.Code
	}{
		{"1234567", office.BadInput},
		{"", office.BadInput},
		{"12345678", ""},
		{"四字密码四字密码", ""},
		{strings.Repeat("密", 128), ""},
		{strings.Repeat("密", 129), office.TooLong},
		{"with\x00control", office.BadString},
		{"not utf-8 \xff", office.BadString},
	} {
		hash, err := service.HashPassword(t.Context(), c.password)
		if c.code == "" {
			if err != nil || !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
				t.Errorf("%.10q: %q, %v", c.password, hash, err)
			}
			continue
		}
		if !servicetest.Refused(err, c.code, "") || hash != "" || strings.Contains(err.Error(), c.password) && c.password != "" {
			t.Errorf("%.10q: %q, %v; want %s", c.password, hash, err, c.code)
		}
	}
}

func TestAddUser(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		good := service.NewUser{
			Community: "新星社区", Login: "Li.Lei", Name: "单雷", Title: "工作人员", Password: "long enough",
			Roles: []duty.Role{duty.Clerk}, Superior: "leader",
		}
		s, err := o.Desk.AddUser(o.Context(), good)
		if err != nil {
			t.Fatal(err)
		}
		if s.Login != "li.lei" || s.Pinyin != "shan lei" || s.CommunityID != o.Community || *s.SuperiorID != o.Staff["leader"].ID {
			t.Errorf("added %+v", s)
		}
		if _, _, err := signIn(o, "li.lei", "long enough"); err != nil {
			t.Error(err)
		}
		// The office knows the new person at once, in every process.
		found, err := o.Desk.StaffOf(o.As("clerk-a"), new("单雷"), false)
		if err != nil || len(found) != 1 {
			t.Errorf("found %d, %v", len(found), err)
		}
		for _, c := range []struct {
			name  string
			spoil func(*service.NewUser)
			code  office.Code
			field string
		}{
			{"taken", func(*service.NewUser) {}, office.Conflict, "login"},
			{"taken in capitals", func(u *service.NewUser) { u.Login = "LEADER" }, office.Conflict, "login"},
			{"no name to sign in", func(u *service.NewUser) { u.Login = " " }, office.BadInput, "login"},
			{"a space", func(u *service.NewUser) { u.Login = "li lei" }, office.BadInput, "login"},
			{"no name", func(u *service.NewUser) { u.Login, u.Name = "x1", "" }, office.BadInput, "name"},
			{"no role", func(u *service.NewUser) { u.Login, u.Roles = "x1", nil }, office.BadInput, "roles"},
			{"a role that is none", func(u *service.NewUser) { u.Login, u.Roles = "x1", []duty.Role{"KING"} }, office.BadInput, "roles"},
			{"a short password", func(u *service.NewUser) { u.Login, u.Password = "x1", "short" }, office.BadInput, "password"},
			{"no such office", func(u *service.NewUser) { u.Login, u.Community = "x1", "旧星社区" }, office.NotFound, "community"},
			{"which office", func(u *service.NewUser) { u.Login, u.Community = "x1", "" }, office.NotFound, "community"},
			{"no such superior", func(u *service.NewUser) { u.Login, u.Superior = "x1", "nobody" }, office.NotFound, "superior"},
			{"a superior of another office", func(u *service.NewUser) { u.Login, u.Superior = "x1", "neighbour" }, office.BadInput, "superior"},
		} {
			u := good
			c.spoil(&u)
			_, err := o.Desk.AddUser(o.Context(), u)
			r, ok := errors.AsType[*office.Refusal](err)
			if !ok || r.Code != c.code || r.Field != c.field {
				t.Errorf("%s: %v; want %s in %s", c.name, err, c.code, c.field)
			}
		}
		if err := o.Desk.SetPassword(o.Context(), "nobody", "long enough"); !servicetest.Refused(err, office.NotFound, "") {
			t.Errorf("a password for nobody: %v", err)
		}
		com, err := o.Desk.FoundOffice(o.Context(), "河畔社区", "九站街道")
		if err != nil || *com.ParentID != o.Subdistrict || com.Hours[1] == nil {
			t.Errorf("founded %+v, %v", com, err)
		}
		if _, err := o.Desk.FoundOffice(o.Context(), "河畔社区", ""); !servicetest.Refused(err, office.Conflict, "") {
			t.Errorf("founded twice: %v", err)
		}
	})
}

func TestMe(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		if me, err := o.Desk.Me(o.Context()); me != nil || err != nil {
			t.Errorf("nobody is %+v, %v", me, err)
		}
		for _, c := range []struct {
			login                          string
			communities                    int
			calendar, staff, items, decide bool
		}{
			{login: "clerk-a", communities: 1},
			{login: "leader", communities: 1, staff: true, items: true, decide: true},
			{login: "director", communities: 1, calendar: true, staff: true, items: true, decide: true},
			{login: "supervisor", communities: 2, decide: true},
			{login: "administrator", communities: 1, calendar: true, staff: true, items: true},
		} {
			me, err := o.Desk.Me(o.As(c.login))
			if err != nil {
				t.Fatal(err)
			}
			if me.Staff.ID != o.Staff[c.login].ID || me.Community.ID != o.Staff[c.login].CommunityID || len(me.Communities) != c.communities ||
				me.MayEditCalendar != c.calendar || me.MayEditStaff != c.staff || me.MayEditItems != c.items ||
				me.MayMoveClock || me.Rehearsal || me.MayDecide != c.decide {
				t.Errorf("%s: %+v", c.login, me)
			}
		}
	})
}
