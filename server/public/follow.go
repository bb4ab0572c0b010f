package public

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/service"
)

type followForm struct {
	ReceiptNo, LastFour string
	Wrong               *wrong
}

func (p *pages) askNumber(q *request) (*answer, error) {
	return &answer{template: "follow", title: word(q.lang, "follow.title"), office: p.onlyOffice(q), body: followForm{}}, nil
}

// follow finds the case and goes to its own page, so that neither number nor digits stand in an address.
func (p *pages) follow(q *request) (*answer, error) {
	if err := q.ParseForm(); err != nil {
		return nil, office.Refuse(office.BadInput, "", "")
	}
	form := followForm{ReceiptNo: asDigits(q.PostForm.Get("receiptNo")), LastFour: asDigits(q.PostForm.Get("lastFour"))}
	f, err := p.desk.Follow(q.Context(), service.FollowInput{ReceiptNo: form.ReceiptNo, LastFour: form.LastFour, From: from(q.Request)})
	if r, refused := refusal(err); refused {
		form.Wrong = wrongOf(q.lang, r)
		return &answer{
			template: "follow", title: word(q.lang, "form.wrong", word(q.lang, "follow.title")), status: statusOf(r), office: p.onlyOffice(q), body: form,
		}, nil
	}
	if err != nil {
		return nil, err
	}
	return &answer{to: f.Link}, nil
}

// asDigits reads what an input method may make of a number: wide digits, spaces, other dashes.
func asDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\n', '\r', '\u3000':
			return -1
		case '—', '–', '‐', '‑', '−', 'ー':
			return '-'
		}
		return r
	}, norm.NFKC.String(s))
}

// onlyOffice is the office where there is just one, to name the page; nil else.
func (p *pages) onlyOffice(q *request) *service.Disclosed {
	all, err := p.desk.DisclosedCommunities(q.Context())
	if err != nil || len(all) != 1 {
		return nil
	}
	b, err := p.desk.Disclosed(q.Context(), all[0].ID)
	if err != nil {
		return nil
	}
	return b
}

type casePage struct {
	*service.FollowedCase
	Steps []step
	// ComplainAt is where to complain.
	ComplainAt string
	Levels     []casework.RatingLevel
	Good, Bad  []casework.RatingTag
	Form       rateForm
}

type rateForm struct {
	Level   casework.RatingLevel
	Tags    []casework.RatingTag
	Comment string
	Wrong   *wrong
}

// Has tells whether a tag was ticked.
func (f rateForm) Has(t casework.RatingTag) bool { return slices.Contains(f.Tags, t) }

// step is one of the six (Q7): its name and whether it is done, now, to come or was not needed.
type step struct {
	Number      int
	Name, State string
}

// The states of a step.
const (
	stepDone    = "done"
	stepNow     = "now"
	stepToCome  = "to-come"
	stepSkipped = "skipped"
)

func (p *pages) followed(q *request) (*answer, error) {
	f, err := p.desk.FollowByLink(q.Context(), q.PathValue("receipt"), q.PathValue("token"))
	if err != nil {
		return nil, err
	}
	return p.casePage(q, f, rateForm{})
}

func (p *pages) casePage(q *request, f *service.FollowedCase, form rateForm) (*answer, error) {
	page := casePage{FollowedCase: f, Steps: stepsOf(q.lang, f), ComplainAt: "/public/", Form: form}
	// The link of a case names its community; where two bear the name the reader chooses.
	all, err := p.desk.DisclosedCommunities(q.Context())
	if err != nil {
		return nil, err
	}
	var named []string
	for _, c := range all {
		if c.Name == f.Community {
			named = append(named, c.ID)
		}
	}
	if len(named) == 1 {
		page.ComplainAt = "/public/" + url.PathEscape(named[0]) + "/complain"
	}
	for _, level := range casework.RatingLevel("").Values() {
		page.Levels = append(page.Levels, casework.RatingLevel(level))
	}
	for _, tag := range casework.RatingTag("").Values() {
		switch t := casework.RatingTag(tag); t {
		case casework.TagWarm, casework.TagFast, casework.TagClear, casework.TagFair:
			page.Good = append(page.Good, t)
		default:
			page.Bad = append(page.Bad, t)
		}
	}
	title := "case.title"
	if f.Supervision {
		title = "case.title-supervision"
	}
	a := &answer{template: "case", title: word(q.lang, title, f.ReceiptNo), body: page, sends: f.MayRate}
	if form.Wrong != nil {
		a.status, a.title = form.Wrong.status, word(q.lang, "form.wrong", a.title)
	}
	return a, nil
}

func stepsOf(lang string, f *service.FollowedCase) []step {
	kind, count := "step.service.", 6
	if f.Supervision {
		kind, count = "step.supervision.", 5
	}
	if f.Status == casework.Withdrawn {
		count = 5
	}
	var out []step
	for n := 1; n <= count; n++ {
		s := step{Number: n, Name: word(lang, kind+strconv.Itoa(n)), State: stepToCome}
		closed := f.Step >= 5
		switch {
		case n < f.Step, closed && n == f.Step:
			s.State = stepDone
		case n == f.Step, f.MayRate && n == 6:
			s.State = stepNow
		}
		// What ended on the spot, by guidance or by refusal was never promised.
		if closed && !f.Supervision && f.DueAt == nil && (n == 3 || n == 4) {
			s.State = stepSkipped
		}
		if n == 5 && closed && f.Status != casework.Completed {
			s.Name = word(lang, "status."+string(f.Status))
		}
		out = append(out, s)
	}
	return out
}

func (p *pages) rate(q *request) (*answer, error) {
	if err := q.ParseForm(); err != nil {
		return nil, office.Refuse(office.BadInput, "", "")
	}
	form := rateForm{Level: casework.RatingLevel(q.PostForm.Get("level")), Comment: lines(q.PostForm.Get("comment"))}
	for _, t := range q.PostForm["tags"] {
		form.Tags = append(form.Tags, casework.RatingTag(t))
	}
	receipt, token := q.PathValue("receipt"), q.PathValue("token")
	_, err := p.desk.Rate(q.Context(), service.RateInput{
		ReceiptNo: receipt, Token: token, Level: form.Level, Tags: form.Tags, Comment: form.Comment, From: from(q.Request),
	})
	r, refused := refusal(err)
	switch {
	case err == nil:
		return &answer{to: q.URL.EscapedPath() + "#rating"}, nil
	case !refused || r.Code == office.NotFound:
		return nil, err
	}
	f, err := p.desk.FollowByLink(q.Context(), receipt, token)
	if err != nil {
		return nil, err
	}
	form.Wrong = wrongOf(q.lang, r)
	return p.casePage(q, f, form)
}

// lines brings a text area's line ends to ours, so that they count once.
func lines(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// Closed is when the case ended, in the office's zone.
func (c casePage) Closed() string {
	if c.ClosedAt == nil {
		return ""
	}
	return c.ClosedAt.In(c.Zone).Format(time.RFC3339)
}
