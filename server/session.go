package main

import (
	"context"
	"errors"
	"net/http"
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
			ctx = service.Remember(context.WithValue(ctx, visitKey{}, &visit{w: w}))
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

func (s *site) viewer(r *http.Request) (store.Viewer, error) {
	c, err := r.Cookie(s.cookieName())
	if err != nil {
		return store.Viewer{}, office.Refuse(office.Unauthenticated, "", "")
	}
	return s.desk.SessionViewer(r.Context(), c.Value)
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
		http.SetCookie(visit.w, s.cookie("", -1))
		visit.mu.Unlock()
	}
	if ok {
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
	if !ok {
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
