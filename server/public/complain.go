package public

import (
	"crypto/rand"
	"strings"

	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/service"
)

type complainForm struct {
	Topic                        casework.ComplaintTopic
	Text, About, Person, Contact string
	// Repeat makes a second sending of this very form the same matter.
	Repeat string
	Topics []casework.ComplaintTopic
	Wrong  *wrong
}

func topics() (out []casework.ComplaintTopic) {
	for _, t := range casework.ComplaintTopic("").Values() {
		out = append(out, casework.ComplaintTopic(t))
	}
	return out
}

func (p *pages) askComplaint(q *request) (*answer, error) {
	b, err := p.desk.Disclosed(q.Context(), q.PathValue("community"))
	if err != nil {
		return nil, err
	}
	return &answer{
		once: true, template: "complain", title: word(q.lang, "complain.title") + " · " + b.Name, office: b,
		body: complainForm{Repeat: rand.Text(), Topics: topics()},
	}, nil
}

func (p *pages) complain(q *request) (*answer, error) {
	if err := q.ParseForm(); err != nil {
		return nil, office.Refuse(office.BadInput, "", "")
	}
	b, err := p.desk.Disclosed(q.Context(), q.PathValue("community"))
	if err != nil {
		return nil, err
	}
	form := complainForm{
		Topic: casework.ComplaintTopic(q.PostForm.Get("topic")), Text: lines(q.PostForm.Get("text")),
		About: asDigits(q.PostForm.Get("about")), Person: strings.TrimSpace(q.PostForm.Get("person")),
		Contact: strings.TrimSpace(q.PostForm.Get("contact")), Repeat: q.PostForm.Get("repeat"), Topics: topics(),
	}
	made, err := p.desk.Complain(q.Context(), service.ComplainInput{
		Community: b.ID, Topic: form.Topic, Text: form.Text, About: form.About, Person: form.Person, Contact: form.Contact,
		From: from(q.Request), Repeat: form.Repeat,
	})
	if r, refused := refusal(err); refused {
		form.Wrong = wrongOf(q.lang, r)
		if r.Code == office.IdempotencyClash || r.Field == "repeat" {
			form.Repeat = rand.Text() // what was changed after it was sent is another matter
		}
		return &answer{
			template: "complain", title: word(q.lang, "form.wrong", word(q.lang, "complain.title")), office: b, body: form, status: statusOf(r),
		}, nil
	}
	if err != nil {
		return nil, err
	}
	return &answer{template: "complained", title: word(q.lang, "complained.title") + " · " + b.Name, office: b, body: made}, nil
}
