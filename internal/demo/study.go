package demo

import (
	"time"

	"xinxing/internal/demo/data"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
)

// study lets the A and B of the posts learn what these want of them, in the course of the year: trained first, then tested,
// and written down by who leads them (B8). What is learned last was learned two months ago; some of it never.
func (w *world) study(begin time.Time) {
	// Its own dice: the rest of the story stays as it was.
	luck := newDice(seed + 2)
	posts := map[string]data.Post{}
	for _, p := range data.Posts() {
		posts[p.Code] = p
	}
	notes := map[string]string{
		"training": "线上学时已满，笔记已交。",
		"test":     "闭卷加实操，合格。",
		"failed":   "未达合格线，安排补考。",
	}
	room := w.now.Sub(begin) - 60*24*time.Hour
	for _, s := range data.Subjects() {
		for _, of := range []struct {
			login string
			how   []string
		}{{posts[s.Post].A, s.A}, {posts[s.Post].B, s.B}} {
			who := w.logins[of.login].ID
			for n, how := range of.how {
				// One after the other, each in its part of the year.
				part := room / time.Duration(len(of.how))
				at, err := w.office.Calendar.AddHours(begin.Add(part*time.Duration(n)), luck.between(time.Minute, time.Minute+part/6))
				if err != nil {
					return
				}
				kind := duty.StudyTest
				if how == "training" {
					kind = duty.StudyTraining
				}
				w.queue.add(at.At, func() error {
					_, err := w.d.RecordStudy(w.as(w.above(who)), service.RecordStudyInput{
						PostID: w.posts[s.Post], StaffID: who, Subject: s.Name, Kind: kind,
						Date: workday.DateOf(w.clock.at, w.office.Calendar.Location()), Passed: how != "failed", Note: notes[how], ClientMutationID: w.key(),
					})
					return tolerate(err)
				})
			}
		}
	}
}
