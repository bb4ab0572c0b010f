package main

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
	"xinxing/server/gqlws"
)

const whoAmI = `{ viewer { staff { name } roles } }`

func TestSignIn_CookieAndViewerInOneAnswer(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		p := h.public()
		if got := p.must(whoAmI, nil).at("viewer"); got != nil {
			t.Fatalf("before the sign-in: %v", got)
		}
		a := p.signIn("clerk-a", servicetest.Password)
		if got := a.text("signIn.viewer.staff.name"); got != "安晓梅" {
			t.Errorf("viewer %q", got)
		}
		header := a.header.Get("Set-Cookie")
		c := p.cookie
		if c == nil || !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" || c.Secure || c.Name != "xinxing" || c.Domain != "" || c.MaxAge != 12*3600 {
			t.Errorf("Set-Cookie: %s", header)
		}
		if c != nil && (len(c.Value) < 40 || strings.Contains(string(a.body), c.Value)) {
			t.Errorf("token %q; answer %s", c.Value, a.body)
		}
		if got := p.must(whoAmI, nil).text("viewer.staff.name"); got != "安晓梅" {
			t.Errorf("the next request is %q's", got)
		}
		if kept, err := h.Desk.Store.Read().Session.Query().Only(h.System()); err != nil || kept.TokenHash == c.Value {
			t.Errorf("the token itself is kept: %v %v", kept, err)
		}
		// The rest of the request that signs in is the new viewer's too: both mutations run as who has signed in.
		two := h.public()
		b := two.must(`mutation($open: OpenCaseInput!) {
			signIn(input: {login: "clerk-b", password: "`+servicetest.Password+`"}) { viewer { staff { name } } }
			openCase(input: $open) { case { firstResponder { name } } }
		}`, vars{"open": two.contact(nil)})
		if got := b.text("openCase.case.firstResponder.name"); got != "白云" {
			t.Errorf("first responder %q", got)
		}
	})
}

func TestSignIn_BehindTLS_HostCookie(t *testing.T) {
	h := serveWith(t, servicetest.New(t, servicetest.SQLite), true, nil)
	p := h.as("clerk-a")
	if c := p.cookie; c.Name != "__Host-xinxing" || !c.Secure || c.Path != "/" || c.Domain != "" || !c.HttpOnly || c.SameSite != http.SameSiteStrictMode {
		t.Errorf("cookie %v", c)
	}
	if p.must(whoAmI, nil).at("viewer") == nil {
		t.Error("the cookie signs nobody in")
	}
	p.cookie.Name = "xinxing"
	if p.must(whoAmI, nil).at("viewer") != nil {
		t.Error("behind TLS a cookie without __Host- is taken")
	}
}

// Whoever tries names learns nothing: each failure is the same answer.
func TestSignIn_SameAnswerForEveryFailure(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		leader := h.as("leader")
		leader.must(hasLeft, vars{"input": vars{"staffId": h.Staff["grid"].ID, "left": true, "reason": "调离", "clientMutationId": h.ID()}})
		for range 5 {
			h.public().signIn("clerk-c", "wrong password")
		}
		want := h.public().signIn("clerk-a", "wrong password").wantCode("BAD_CREDENTIALS")
		for name, p := range map[string][2]string{
			"unknown name":         {"nobody-here", servicetest.Password},
			"locked name":          {"clerk-c", servicetest.Password},
			"somebody who left":    {"grid", servicetest.Password},
			"empty":                {"", ""},
			"very long password":   {"clerk-a", strings.Repeat("长", 5000)},
			"very long name":       {strings.Repeat("n", 5000), servicetest.Password},
			"right but for a case": {"clerk-a", strings.ToUpper(servicetest.Password)},
		} {
			a := h.public().signIn(p[0], p[1])
			if string(a.body) != string(want.body) || a.status != want.status || a.header.Get("Set-Cookie") != "" {
				t.Errorf("%s: %d %s; want %d %s", name, a.status, a.body, want.status, want.body)
			}
		}
	})
}

func TestSignIn_Lockout(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		for range 4 {
			h.public().signIn("clerk-a", "wrong password").wantCode("BAD_CREDENTIALS")
		}
		h.as("clerk-a") // the fourth failure locks nobody, and this forgets them
		for range 5 {
			h.public().signIn("Clerk-A ", "wrong password").wantCode("BAD_CREDENTIALS")
		}
		h.public().signIn("clerk-a", servicetest.Password).wantCode("BAD_CREDENTIALS")
		h.as("clerk-b") // nobody else is locked out
		h.Clock.Set(h.Clock.Now().Add(14 * time.Minute))
		h.public().signIn("clerk-a", servicetest.Password).wantCode("BAD_CREDENTIALS")
		h.Clock.Set(h.Clock.Now().Add(2 * time.Minute))
		h.as("clerk-a")
	})
}

func TestSignOut_EndsSessionCookieAndSockets(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		p, elsewhere := h.as("clerk-a"), h.as("clerk-a")
		old := *p.cookie
		here, there := p.socket(), elsewhere.socket()
		events := p.stream(`subscription { deskEvents { cursor } }`, nil, "")
		a := p.must(`mutation { signOut(input: {clientMutationId: "bye"}) { clientMutationId } }`, nil)
		if got := a.header.Get("Set-Cookie"); !strings.Contains(got, "Max-Age=0") || !strings.Contains(got, "xinxing=;") || !strings.Contains(got, "HttpOnly") {
			t.Errorf("Set-Cookie: %q", got)
		}
		if got := here.closed(); got != gqlws.CloseForbidden {
			t.Errorf("the socket was closed with %d, want 4403", got)
		}
		if e, err := events.tryNext(); err == nil {
			t.Errorf("the event stream goes on: %+v", e)
		}
		p.cookie = &old
		if p.must(whoAmI, nil).at("viewer") != nil {
			t.Error("the old token still signs in")
		}
		if got := p.dial().closed(); got != gqlws.CloseForbidden {
			t.Errorf("a socket with the old token was closed with %d, want 4403", got)
		}
		// The other session of the same person goes on.
		there.start(whoAmI, nil)
		if got := there.next()["viewer"]; got == nil {
			t.Error("the other session's socket is nobody's")
		}
		if elsewhere.must(whoAmI, nil).at("viewer") == nil {
			t.Error("the other session is over")
		}
		// Signing out twice, or as nobody, is no error.
		p.must(`mutation { signOut(input: {}) { clientMutationId } }`, nil)
	})
}

func TestSession_IsOver(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		grid, clerk, leader := h.as("grid"), h.as("clerk-a"), h.as("leader")
		holds := func(login string) error {
			ctx := h.Context()
			for _, s := range h.Desk.Store.Read().Session.Query().WithStaff().AllX(h.System()) {
				if s.Edges.Staff.Login == login {
					v := h.Viewer(login)
					v.Session = s.ID
					return h.site.recheck(store.With(ctx, v))
				}
			}
			return nil
		}
		if err := holds("grid"); err != nil {
			t.Fatalf("before: %v", err)
		}
		leader.must(hasLeft, vars{"input": vars{"staffId": h.Staff["grid"].ID, "left": true, "reason": "调离", "clientMutationId": h.ID()}})
		if grid.must(whoAmI, nil).at("viewer") != nil {
			t.Error("a person who left is still signed in")
		}
		grid.ask(`{ cases { totalCount } }`, nil).wantCode("UNAUTHENTICATED")
		if err := holds("grid"); !servicetest.Refused(err, office.Unauthenticated, "") {
			t.Errorf("a socket of a person who left is kept at its next ping: %v", err)
		}

		if err := h.Desk.SetPassword(h.System(), "clerk-a", "another-password"); err != nil {
			t.Fatal(err)
		}
		if clerk.must(whoAmI, nil).at("viewer") != nil {
			t.Error("a session outlives the password")
		}
		h.Clock.Set(h.Clock.Now().Add(12*time.Hour - time.Second))
		if leader.must(whoAmI, nil).at("viewer") == nil {
			t.Error("the session ended early")
		}
		h.Clock.Set(h.Clock.Now().Add(time.Second))
		if leader.must(whoAmI, nil).at("viewer") != nil {
			t.Error("the session outlives its 12 hours")
		}
		leader.cookie = &http.Cookie{Name: "xinxing", Value: "made-up"}
		if leader.must(whoAmI, nil).at("viewer") != nil {
			t.Error("a made-up token signs in")
		}
	})
}

// What roles a person has is asked anew with each request.
func TestSession_DutyHoldsFromTheNextRequest(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		clerk := h.as("grid")
		clerk.opens(nil)
		if err := h.Duty("leader", "grid", duty.Suspended); err != nil {
			t.Fatal(err)
		}
		clerk.ask(openCase, vars{"input": clerk.contact(nil)}).wantCode("NOT_ON_DUTY")
	})
}

// Only an answer of its own can carry the cookie: over a socket or a stream a sign-in is refused, and opens nothing.
func TestSignIn_OnlyWhereACookieCanBeSet(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		if got := h.public().dial().closed(); got != gqlws.CloseForbidden {
			t.Errorf("the public's socket was closed with %d, want 4403", got)
		}
		p := h.as("clerk-a")
		sessions := func() int { return h.Desk.Store.Read().Session.Query().CountX(h.System()) }
		before := sessions()
		v := vars{"login": "clerk-b", "password": servicetest.Password}
		s := p.socket()
		s.start(signIn, v)
		if got := s.code(); got != "FORBIDDEN" {
			t.Errorf("over a socket: %s", got)
		}
		e := h.public().stream(signIn, v, "").next()
		if !strings.Contains(e.Data, "FORBIDDEN") {
			t.Errorf("over a stream: %s", e.Data)
		}
		if got := sessions(); got != before {
			t.Errorf("%d sessions, there were %d", got, before)
		}
	})
}

// Many who sign in at once under one name do not lock each other out, and each has a session of their own.
func TestSignIn_ManyAtOnce(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		const n = 8
		tokens := make(chan string, n)
		for range n {
			go func() {
				p := h.public()
				if a, err := p.try(p.post(signIn, vars{"login": "clerk-a", "password": servicetest.Password})); err != nil || len(a.Errors) > 0 {
					tokens <- ""
					return
				}
				tokens <- p.cookie.Value
			}()
		}
		seen := map[string]bool{}
		for range n {
			token := <-tokens
			if token == "" || seen[token] {
				t.Errorf("token %q", token)
			}
			seen[token] = true
		}
	})
}
