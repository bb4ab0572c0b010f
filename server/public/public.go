// Package public is the office as anybody sees it without signing in: the board (Q5, B3), following one's own case
// (Q7), rating (Q6), complaints, and the wall in the hall. Pages are made on the server and work without script.
package public

import (
	"bytes"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"time"

	"xinxing/internal/office"
	"xinxing/internal/service"
)

// Desk is what the pages need of the office's use cases.
type Desk interface {
	Now() time.Time
	PublicAddress() string
	DisclosedCommunities(ctx context.Context) ([]service.DisclosedCommunity, error)
	Disclosed(ctx context.Context, community string) (*service.Disclosed, error)
	FindDisclosed(ctx context.Context, community, search string) (*service.DisclosedFinds, error)
	DisclosedFigures(ctx context.Context, community string) (*service.DisclosedFigures, error)
	DisclosedFile(ctx context.Context, community, id string) (*service.DisclosedFile, func() (io.ReadCloser, error), error)
	DisclosedProjects(ctx context.Context, community string) (*service.DisclosedCobuild, error)
	DisclosedProject(ctx context.Context, community, id string) (*service.DisclosedProject, error)
	Follow(ctx context.Context, in service.FollowInput) (*service.FollowedCase, error)
	FollowByLink(ctx context.Context, receiptNo, token string) (*service.FollowedCase, error)
	Rate(ctx context.Context, in service.RateInput) (*service.FollowedCase, error)
	Complain(ctx context.Context, in service.ComplainInput) (*service.Complained, error)
	PublicPrograms(ctx context.Context, community string, since *time.Time) ([]*service.PublicProgram, error)
	PublicProgram(ctx context.Context, community, id string) (*service.PublicProgram, error)
	PublicProgramFigures(ctx context.Context, community string) (*service.PublicFigures, error)
	PublicEnrol(ctx context.Context, in service.PublicEnrolInput) (link string, err error)
	Confirmation(ctx context.Context, id, token string) (*service.Confirmation, error)
	WithdrawByLink(ctx context.Context, id, token string) error
	HereSession(ctx context.Context, community, session, token string) (*service.HereSession, error)
	SignInAt(ctx context.Context, in service.SignInAtInput) error
	SignInByLink(ctx context.Context, id, token, pin string) error
	FeedSince(zone *time.Location) time.Time
}

//go:embed assets
var assets embed.FS

// The style sheet carries its own digest in its address, so that a browser keeps it until it changes.
var styleAddress, wallAddress = addressOf("public.css"), addressOf("wall.js")

func asset(name string) []byte {
	b, err := assets.ReadFile("assets/" + name)
	if err != nil {
		panic(err) // embedded
	}
	return b
}

func addressOf(name string) string {
	sum := sha256.Sum256(asset(name))
	return "/public/" + name + "?v=" + hex.EncodeToString(sum[:6])
}

type pages struct {
	desk Desk
	log  *slog.Logger

	mu      sync.Mutex
	figures map[string]*counted
}

// counted keeps a community's figures for a minute: anybody may ask, and counting a month reads many rows.
type counted struct {
	sync.Mutex
	figures  *service.DisclosedFigures
	programs *service.PublicFigures
}

const countedFor = time.Minute

// Handler serves the public pages below /public/, /p/ and /wall. Protection against forged forms and the headers
// of the whole site are the caller's.
func Handler(desk Desk, log *slog.Logger) http.Handler {
	p := &pages{desk: desk, log: log, figures: map[string]*counted{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /public/public.css", serveAsset("public.css", "text/css; charset=utf-8"))
	mux.HandleFunc("GET /public/wall.js", serveAsset("wall.js", "text/javascript; charset=utf-8"))
	mux.HandleFunc("GET /public/{$}", p.serve(p.choose))
	mux.HandleFunc("GET /public/{community}", p.serve(p.board))
	mux.HandleFunc("GET /public/{community}/items/{code}", p.serve(p.item))
	mux.HandleFunc("GET /public/{community}/projects", p.serve(p.projects))
	mux.HandleFunc("GET /public/{community}/projects/{id}", p.serve(p.project))
	mux.HandleFunc("GET /public/{community}/files/{id}", p.file)
	mux.HandleFunc("GET /public/follow", p.serve(p.askNumber))
	mux.HandleFunc("POST /public/follow", p.serve(p.follow))
	mux.HandleFunc("GET /public/{community}/complain", p.serve(p.askComplaint))
	mux.HandleFunc("POST /public/{community}/complain", p.serve(p.complain))
	mux.HandleFunc("GET /public/{community}/programs", p.serve(p.programs))
	mux.HandleFunc("GET /public/{community}/programs.ics", p.calendar)
	mux.HandleFunc("GET /public/{community}/programs/{id}", p.serve(p.program))
	mux.HandleFunc("POST /public/{community}/programs/{id}", p.serve(p.enrol))
	mux.HandleFunc("GET /public/{community}/here/{session}/{token}", p.serve(p.here))
	mux.HandleFunc("POST /public/{community}/here/{session}/{token}", p.serve(p.signIn))
	mux.HandleFunc("GET /p/enrolment/{id}/{token}", p.serve(p.confirmation))
	mux.HandleFunc("POST /p/enrolment/{id}/{token}", p.serve(p.confirm))
	mux.HandleFunc("GET /p/{receipt}/{token}", p.serve(p.followed))
	mux.HandleFunc("POST /p/{receipt}/{token}", p.serve(p.rate))
	mux.HandleFunc("GET /wall", p.serve(p.firstWall))
	mux.HandleFunc("GET /wall/{community}", p.serve(p.wall))
	mux.HandleFunc("GET /", p.serve(func(*request) (*answer, error) { return nil, office.Refuse(office.NotFound, "", "") }))
	return mux
}

func serveAsset(name, kind string) http.HandlerFunc {
	content := asset(name)
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", kind)
		if r.URL.Query().Has("v") {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		} else {
			w.Header().Set("Cache-Control", "no-cache")
		}
		_, _ = w.Write(content)
	}
}

// request is one asking, with the reader's language and type size.
type request struct {
	*http.Request
	lang  string
	large bool
	// private marks the pages of one case: nobody keeps, indexes or refers to them.
	private bool
}

// The cookies that keep how the reader likes to read; nothing about the reader.
const (
	langCookie  = "xinxing-lang"
	largeCookie = "xinxing-large"
	cookieLasts = 365 * 24 * 60 * 60 // seconds
)

// answer is a page to show, or somewhere to go.
type answer struct {
	status   int
	template string
	title    string
	// office is whose page it is, nil where that is not known.
	office *service.Disclosed
	body   any
	to     string
	// sends tells that the page holds a form of a private page; once, that it is made for one time.
	sends, once bool
}

// view is what the templates see.
type view struct {
	Lang, Title     string
	Large, Private  bool
	Style, Script   string
	Office          *service.Disclosed
	Other, Size     string // this page in the other language, and in the other size
	Here            string // the template's name
	Body            any
	OtherLang, Name string
	// Base is how the site is reached from outside; Address, this page on paper: of a private page, whose own address is
	// the key to a case, and of one that a form made, where to follow a case instead.
	Base, Address string
}

func (p *pages) serve(page func(*request) (*answer, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		q := &request{Request: r, private: strings.HasPrefix(r.URL.Path, "/p/")}
		r.Body = http.MaxBytesReader(w, r.Body, 64<<10)
		q.lang = choice(w, r, "lang", langCookie, chinese, english)
		q.large = choice(w, r, "large", largeCookie, "0", "1") == "1"
		h := w.Header()
		h.Add("Vary", "Cookie")
		h.Set("Cache-Control", "no-cache")
		if q.private || r.Method == http.MethodPost {
			h.Set("Cache-Control", "no-store")
		}
		if q.private {
			h.Set("Referrer-Policy", "no-referrer")
			h.Set("X-Robots-Tag", "noindex, nofollow")
		}
		a, err := page(q)
		if err != nil {
			a = p.problem(q, err)
		}
		if a.to != "" {
			http.Redirect(w, r, a.to, http.StatusSeeOther)
			return
		}
		if a.once {
			h.Set("Cache-Control", "no-store")
		}
		if q.private && a.sends {
			// Under no-referrer a browser sends a form with the origin "null", which a protection against forged
			// forms must refuse where the connection is plain HTTP. Nobody outside the site sees more by this.
			h.Set("Referrer-Policy", "same-origin")
		}
		p.write(w, q, a)
	}
}

func (p *pages) write(w http.ResponseWriter, q *request, a *answer) {
	v := view{
		Lang: q.lang, Title: a.title, Large: q.large, Private: q.private, Style: styleAddress, Script: wallAddress, Office: a.office,
		Here: a.template, Body: a.body, OtherLang: english, Other: with(q.URL, "lang", english), Size: with(q.URL, "large", "1"),
	}
	v.Base = p.desk.PublicAddress()
	v.Address = v.Base + q.URL.EscapedPath()
	if q.private || q.Method == http.MethodPost {
		v.Address = v.Base + "/public/follow"
	}
	if q.lang == english {
		v.OtherLang, v.Other = chinese, with(q.URL, "lang", chinese)
	}
	if q.large {
		v.Size = with(q.URL, "large", "0")
	}
	if a.office != nil {
		v.Name = a.office.Name
	} else if f, ok := a.body.(casePage); ok {
		v.Name = f.Community
	}
	var out bytes.Buffer
	if err := templates[q.lang].ExecuteTemplate(&out, a.template, v); err != nil {
		p.log.Error("a public page could not be made", "page", a.template, "error", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if a.status != 0 {
		w.WriteHeader(a.status)
	}
	_, _ = w.Write(out.Bytes())
}

// choice reads one of two values from the address, where it is also kept, or from the cookie; the first is usual.
func choice(w http.ResponseWriter, r *http.Request, name, cookie, usual, other string) string {
	if asked := r.URL.Query().Get(name); asked == usual || asked == other {
		http.SetCookie(w, &http.Cookie{
			Name: cookie, Value: asked, Path: "/", MaxAge: cookieLasts, SameSite: http.SameSiteLaxMode, HttpOnly: true, Secure: r.TLS != nil,
		})
		return asked
	}
	if c, err := r.Cookie(cookie); err == nil && c.Value == other {
		return other
	}
	return usual
}

// with is the address of this page with one value changed.
func with(u *url.URL, name, value string) string {
	q := u.Query()
	q.Set(name, value)
	return u.EscapedPath() + "?" + q.Encode()
}

// problem shows an error: a refusal as what it is, anything else as ours.
func (p *pages) problem(q *request, err error) *answer {
	r, refused := errors.AsType[*office.Refusal](err)
	if !refused || r.Code == office.Internal {
		// The pattern, not the address, which may be the key to a case.
		p.log.Error("public page", "page", q.Pattern, "error", err)
		return &answer{status: http.StatusInternalServerError, template: "problem", title: word(q.lang, "problem.ours"), body: word(q.lang, "problem.ours-text")}
	}
	title := word(q.lang, "problem.refused")
	if r.Code == office.NotFound {
		title = word(q.lang, "problem.not-found")
		return &answer{status: http.StatusNotFound, template: "problem", title: title, body: word(q.lang, "problem.not-found-text")}
	}
	return &answer{status: statusOf(r), template: "problem", title: title, body: phrase(q.lang, r)}
}

func statusOf(r *office.Refusal) int {
	switch r.Code {
	case office.NotFound:
		return http.StatusNotFound
	case office.TooMany:
		return http.StatusTooManyRequests
	case office.RefusedState, office.AlreadyDone, office.IdempotencyClash:
		return http.StatusConflict
	}
	return http.StatusUnprocessableEntity
}

// from names who asks, to slow down guessing: the network address, of IPv6 the part that belongs to one subscriber.
func from(r *http.Request) string {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	addr := at.Addr().Unmap()
	if addr.Is6() {
		if net, err := addr.WithZone("").Prefix(64); err == nil {
			return net.String()
		}
	}
	return addr.String()
}

func (p *pages) choose(q *request) (*answer, error) {
	all, err := p.desk.DisclosedCommunities(q.Context())
	if err != nil {
		return nil, err
	}
	if len(all) == 1 {
		return &answer{to: "/public/" + url.PathEscape(all[0].ID)}, nil
	}
	return &answer{template: "communities", title: word(q.lang, "communities.title"), body: all}, nil
}

// figuresOf gives the figures, counted at most a minute ago.
func (p *pages) figuresOf(ctx context.Context, community string) (*service.DisclosedFigures, *service.PublicFigures, error) {
	p.mu.Lock()
	c := p.figures[community]
	if c == nil {
		c = &counted{}
		p.figures[community] = c
	}
	p.mu.Unlock()
	c.Lock()
	defer c.Unlock()
	if c.figures != nil && p.desk.Now().Sub(c.figures.At).Abs() < countedFor {
		return c.figures, c.programs, nil
	}
	f, err := p.desk.DisclosedFigures(ctx, community)
	if err != nil {
		return nil, nil, err
	}
	programs, err := p.desk.PublicProgramFigures(ctx, community)
	if err != nil {
		return nil, nil, err
	}
	c.figures, c.programs = f, programs
	return f, programs, nil
}
