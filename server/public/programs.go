package public

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"net/http"
	"strings"
	"time"

	"xinxing/internal/ical"
	"xinxing/internal/office"
	"xinxing/internal/office/program"
	"xinxing/internal/service"
)

type programsPage struct {
	Programs []*service.PublicProgram
	Figures  *service.PublicFigures
}

// programs lists what is to come, with the places that are left (E5), and what counted this year (C4).
func (p *pages) programs(q *request) (*answer, error) {
	b, err := p.desk.Disclosed(q.Context(), q.PathValue("community"))
	if err != nil {
		return nil, err
	}
	list, err := p.desk.PublicPrograms(q.Context(), b.ID, nil)
	if err != nil {
		return nil, err
	}
	_, figures, err := p.figuresOf(q.Context(), b.ID)
	if err != nil {
		return nil, err
	}
	return &answer{
		template: "programs", title: word(q.lang, "programs.title") + " · " + b.Name, office: b,
		body: programsPage{list, figures},
	}, nil
}

type programPage struct {
	*service.PublicProgram
	Form enrolForm
}

type enrolForm struct {
	Name, Phone string
	Agreed      bool
	// Repeat makes a second sending of this very form the same enrolment.
	Repeat string
	Wrong  *wrong
}

func (p *pages) program(q *request) (*answer, error) {
	return p.programPage(q, enrolForm{Repeat: rand.Text()})
}

func (p *pages) programPage(q *request, form enrolForm) (*answer, error) {
	b, err := p.desk.Disclosed(q.Context(), q.PathValue("community"))
	if err != nil {
		return nil, err
	}
	one, err := p.desk.PublicProgram(q.Context(), b.ID, q.PathValue("id"))
	if err != nil {
		return nil, err
	}
	a := &answer{once: true, template: "program", title: one.Title + " · " + b.Name, office: b, body: programPage{one, form}}
	if form.Wrong != nil {
		a.status, a.title = form.Wrong.status, word(q.lang, "form.wrong", a.title)
	}
	return a, nil
}

// enrol takes a resident's own enrolment and goes to the confirmation's page, which only that person knows.
func (p *pages) enrol(q *request) (*answer, error) {
	if err := q.ParseForm(); err != nil {
		return nil, office.Refuse(office.BadInput, "", "")
	}
	form := enrolForm{
		Name: strings.TrimSpace(q.PostForm.Get("name")), Phone: asDigits(q.PostForm.Get("phone")), Agreed: q.PostForm.Get("agreed") != "",
		Repeat: q.PostForm.Get("repeat"),
	}
	link, err := p.desk.PublicEnrol(q.Context(), service.PublicEnrolInput{
		Community: q.PathValue("community"), ProgramID: q.PathValue("id"), Name: form.Name, Phone: form.Phone, Agreed: form.Agreed,
		From: from(q.Request), Repeat: form.Repeat,
	})
	r, refused := refusal(err)
	switch {
	case err == nil:
		return &answer{to: link}, nil
	case !refused || r.Code == office.NotFound:
		return nil, err
	}
	form.Wrong = wrongOf(q.lang, r)
	if r.Code == office.IdempotencyClash || r.Field == "repeat" {
		form.Repeat = rand.Text()
	}
	return p.programPage(q, form)
}

type confirmationPage struct {
	*service.Confirmation
	Wrong *wrong
}

func (p *pages) confirmation(q *request) (*answer, error) { return p.confirmed(q, nil) }

func (p *pages) confirmed(q *request, w *wrong) (*answer, error) {
	c, err := p.desk.Confirmation(q.Context(), q.PathValue("id"), q.PathValue("token"))
	if err != nil {
		return nil, err
	}
	b, err := p.desk.Disclosed(q.Context(), c.Program.Community)
	if err != nil {
		return nil, err
	}
	a := &answer{
		template: "confirmation", title: word(q.lang, "confirmation.title") + " · " + c.Program.Title, office: b, body: confirmationPage{c, w},
		sends: c.MayWithdraw || c.Now != nil,
	}
	if w != nil {
		a.status, a.title = w.status, word(q.lang, "form.wrong", a.title)
	}
	return a, nil
}

// confirm is what the person does on the own confirmation: signs in at the venue, or withdraws.
func (p *pages) confirm(q *request) (*answer, error) {
	if err := q.ParseForm(); err != nil {
		return nil, office.Refuse(office.BadInput, "", "")
	}
	id, token := q.PathValue("id"), q.PathValue("token")
	var err error
	switch q.PostForm.Get("do") {
	case "withdraw":
		err = p.desk.WithdrawByLink(q.Context(), id, token)
	case "here":
		err = p.desk.SignInByLink(q.Context(), id, token, asDigits(q.PostForm.Get("pin")))
	default:
		err = office.Refuse(office.BadInput, "E5", "do")
	}
	r, refused := refusal(err)
	switch {
	case err == nil:
		return &answer{to: q.URL.EscapedPath()}, nil
	case !refused || r.Code == office.NotFound:
		return nil, err
	}
	return p.confirmed(q, wrongOf(q.lang, r))
}

type herePage struct {
	*service.HereSession
	Name, LastFour string
	Done           bool
	Wrong          *wrong
}

func (p *pages) here(q *request) (*answer, error) { return p.herePage(q, herePage{}) }

func (p *pages) herePage(q *request, page herePage) (*answer, error) {
	community := q.PathValue("community")
	b, err := p.desk.Disclosed(q.Context(), community)
	if err != nil {
		return nil, err
	}
	if page.HereSession, err = p.desk.HereSession(q.Context(), community, q.PathValue("session"), q.PathValue("token")); err != nil {
		return nil, err
	}
	a := &answer{once: true, template: "here", title: word(q.lang, "here.title") + " · " + page.Program.Title, office: b, body: page}
	if page.Wrong != nil {
		a.status, a.title = page.Wrong.status, word(q.lang, "form.wrong", a.title)
	}
	return a, nil
}

// signIn signs somebody in at the venue. Who is not enrolled hears the same as who has the digits wrong.
func (p *pages) signIn(q *request) (*answer, error) {
	if err := q.ParseForm(); err != nil {
		return nil, office.Refuse(office.BadInput, "", "")
	}
	page := herePage{Name: strings.TrimSpace(q.PostForm.Get("name")), LastFour: asDigits(q.PostForm.Get("lastFour"))}
	err := p.desk.SignInAt(q.Context(), service.SignInAtInput{
		Community: q.PathValue("community"), SessionID: q.PathValue("session"), Token: q.PathValue("token"),
		Name: page.Name, LastFour: page.LastFour, From: from(q.Request),
	})
	r, refused := refusal(err)
	switch {
	case err == nil:
		page.Done = true
	case !refused || r.Field == "session":
		return nil, err
	default:
		page.Wrong = wrongOf(q.lang, r)
	}
	return p.herePage(q, page)
}

// calendar gives the programs as a feed that calendars subscribe to: every session an event.
func (p *pages) calendar(w http.ResponseWriter, r *http.Request) {
	b, err := p.desk.Disclosed(r.Context(), r.PathValue("community"))
	var list []*service.PublicProgram
	if err == nil {
		since := p.desk.FeedSince(b.Zone)
		list, err = p.desk.PublicPrograms(r.Context(), b.ID, &since)
	}
	var out bytes.Buffer
	if err == nil {
		err = feed(b, list, p.desk.PublicAddress(), p.desk.Now()).Write(&out)
	}
	if err != nil {
		p.serve(func(*request) (*answer, error) { return nil, err })(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/calendar; charset=utf-8")
	h.Set("Content-Disposition", `inline; filename="programs.ics"`)
	h.Set("Cache-Control", "public, max-age=300")
	h.Set("X-Content-Type-Options", "nosniff")
	_, _ = w.Write(out.Bytes())
}

func feed(b *service.Disclosed, list []*service.PublicProgram, base string, now time.Time) ical.Calendar {
	c := ical.Calendar{Product: "-//Xinxing//Programs//ZH", Name: b.Name + " · " + word(chinese, "programs.title"), At: now}
	for _, one := range list {
		for _, s := range one.Sessions {
			summary := one.Title
			if len(one.Sessions) > 1 {
				summary = fmt.Sprintf("%s（%d/%d）", one.Title, s.Number, len(one.Sessions))
			}
			c.Events = append(c.Events, ical.Event{
				UID: s.ID + "@xinxing", Summary: summary, Description: one.About, Location: s.Place, From: s.From, Until: s.Until,
				Sequence: one.Version - 1, Cancelled: one.State == program.Cancelled, URL: base + "/public/" + b.ID + "/programs/" + one.ID,
			})
		}
	}
	return c
}
