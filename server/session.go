package main

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync"

	"xinxing/internal/office"
	"xinxing/internal/service"
	"xinxing/internal/store"
	"xinxing/server/gqlhttp"
)

// visit is what the middleware leaves for the sign-in acts: the response to set the cookie on.
type visit struct {
	mu sync.Mutex
	w  http.ResponseWriter
	// partner: it came by the addresses of the partner's page, whose cookie is another than the staff's.
	partner bool
}

type visitKey struct{}

func (s *site) cookieName() string {
	if s.tls {
		return "__Host-xinxing"
	}
	return "xinxing"
}

func (s *site) cookie(token string, age int) *http.Cookie {
	return &http.Cookie{
		Name: s.cookieName(), Value: token, Path: "/", MaxAge: age, HttpOnly: true, Secure: s.tls, SameSite: http.SameSiteStrictMode,
	}
}

// withSession puts the viewer whom the cookie names into the context. A cookie that is over is the public's. A stream
// can set no cookie, since its headers are gone by then, and lives too long to remember what one request may.
func (s *site) withSession(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := store.Expect(r.Context())
		if !gqlhttp.WantsStream(r) {
			ctx = service.Remember(context.WithValue(ctx, visitKey{}, &visit{w: w, partner: ofPartner(r)}))
		}
		v, err := s.viewer(r)
		switch {
		case err == nil:
			store.Arrive(ctx, &v)
		case !isUnauthenticated(err):
			s.log.Error("session", "error", err)
			answer(w, http.StatusServiceUnavailable, "database")
			return
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// partnerPath is where the partner's page asks: there its cookie counts and that of the staff does not, and everywhere else
// it is the other way round, so that a browser may have both.
const partnerPath = "/partner/"

func ofPartner(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, partnerPath) }

// viewer gives who asks: by the token in the header, by the cookie of a partner on the addresses of its page, or by that of
// a member of staff. A header that is there is what counts, also where it is worth nothing.
func (s *site) viewer(r *http.Request) (store.Viewer, error) {
	if header := r.Header.Get("Authorization"); header != "" {
		scheme, token, _ := strings.Cut(header, " ")
		if !strings.EqualFold(scheme, "Bearer") {
			return store.Viewer{}, office.Refuse(office.Unauthenticated, "P5", "")
		}
		return s.desk.TokenViewer(r.Context(), strings.TrimSpace(token))
	}
	name, find := s.cookieName(), s.desk.SessionViewer
	if ofPartner(r) {
		name, find = s.partnerCookie(), s.desk.TokenViewer
	}
	c, err := r.Cookie(name)
	if err != nil {
		return store.Viewer{}, office.Refuse(office.Unauthenticated, "", "")
	}
	return find(r.Context(), c.Value)
}

// partnerCookie holds a partner's token in the browser of the partner's page.
func (s *site) partnerCookie() string { return s.cookieName() + "-partner" }

// EnterByToken sets the cookie of the partner's page; only there, and only over HTTP, since a socket can set none.
func (s *site) EnterByToken(ctx context.Context, token string) error {
	visit, ok := ctx.Value(visitKey{}).(*visit)
	if !ok || !visit.partner {
		return office.Refuse(office.Forbidden, "P5", "")
	}
	token = strings.TrimSpace(token)
	v, err := s.desk.TokenViewer(ctx, token)
	if err != nil {
		return err
	}
	visit.mu.Lock()
	cookie := s.cookie(token, int(service.SessionLife.Seconds()))
	cookie.Name = s.partnerCookie()
	http.SetCookie(visit.w, cookie)
	visit.mu.Unlock()
	store.Arrive(ctx, &v)
	return nil
}

func isUnauthenticated(err error) bool {
	var r *office.Refusal
	return errors.As(err, &r) && r.Code == office.Unauthenticated
}

// SignIn opens a session and sets its cookie; only over HTTP, since a socket can set none. The rest of the request is
// the new viewer's.
func (s *site) SignIn(ctx context.Context, in service.SignInInput) error {
	visit, ok := ctx.Value(visitKey{}).(*visit)
	if !ok {
		return office.Refuse(office.Forbidden, "", "")
	}
	token, v, err := s.desk.SignIn(ctx, in)
	if err != nil {
		return err
	}
	visit.mu.Lock()
	http.SetCookie(visit.w, s.cookie(token, int(service.SessionLife.Seconds())))
	visit.mu.Unlock()
	store.Arrive(ctx, &v)
	return nil
}

// SignOut ends the session, its cookie and its sockets.
func (s *site) SignOut(ctx context.Context) error {
	v, ok := store.ViewerOf(ctx)
	if err := s.desk.SignOut(ctx); err != nil {
		return err
	}
	if visit, here := ctx.Value(visitKey{}).(*visit); here {
		visit.mu.Lock()
		gone := s.cookie("", -1)
		if visit.partner {
			gone.Name = s.partnerCookie()
		}
		http.SetCookie(visit.w, gone)
		visit.mu.Unlock()
	}
	if ok && v.Session != "" {
		s.sockets.CloseSession(v.Session)
	}
	store.Arrive(ctx, nil)
	return nil
}

// authenticate is for sockets: the viewer that the middleware found, without the response, which is gone by then.
// What one request may remember, a socket that lives for hours must not.
func (s *site) authenticate(r *http.Request) (context.Context, string, error) {
	ctx := service.Forget(context.WithValue(r.Context(), visitKey{}, nil))
	v, ok := store.ViewerOf(ctx)
	if !ok || v.Token != "" { // a token holds for one request: nobody would notice on a socket that it was revoked
		return nil, "", office.Refuse(office.Unauthenticated, "", "")
	}
	return store.With(ctx, v), v.Session, nil
}

// recheck asks whether a socket's session still holds.
func (s *site) recheck(ctx context.Context) error {
	v, ok := store.ViewerOf(ctx)
	if !ok {
		return office.Refuse(office.Unauthenticated, "", "")
	}
	return s.desk.SessionHolds(ctx, v.Session)
}

func sessionOf(r *http.Request) string {
	v, _ := store.ViewerOf(r.Context())
	return v.Session
}
