// Package ical writes calendars as RFC 5545 wants them: lines of at most 75 bytes that end in CRLF, texts escaped, instants
// in UTC.
package ical

import (
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Event is one entry of a calendar. UID names it for ever; Sequence grows with every change.
type Event struct {
	UID, Summary, Description, Location, URL string
	From, Until                              time.Time
	Sequence                                 int
	Cancelled                                bool
}

// Calendar is what a feed holds.
type Calendar struct {
	// Product names the program, Name the calendar.
	Product, Name string
	// At is when it was made.
	At     time.Time
	Events []Event
}

const (
	instant = "20060102T150405Z"
	longest = 75 // bytes of a line without its end
)

var escape = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// Write writes the calendar.
func (c Calendar) Write(w io.Writer) error {
	p := printer{w: w}
	p.line("BEGIN:VCALENDAR")
	p.line("VERSION:2.0")
	p.text("PRODID", c.Product)
	p.line("CALSCALE:GREGORIAN")
	p.line("METHOD:PUBLISH")
	p.text("X-WR-CALNAME", c.Name)
	for _, e := range c.Events {
		p.line("BEGIN:VEVENT")
		p.text("UID", e.UID)
		p.line("DTSTAMP:" + c.At.UTC().Format(instant))
		p.line("DTSTART:" + e.From.UTC().Format(instant))
		p.line("DTEND:" + e.Until.UTC().Format(instant))
		p.line("SEQUENCE:" + strconv.Itoa(e.Sequence))
		p.line("STATUS:" + map[bool]string{false: "CONFIRMED", true: "CANCELLED"}[e.Cancelled])
		p.text("SUMMARY", e.Summary)
		p.text("LOCATION", e.Location)
		p.text("DESCRIPTION", e.Description)
		if e.URL != "" {
			p.line("URL:" + clean(e.URL))
		}
		p.line("END:VEVENT")
	}
	p.line("END:VCALENDAR")
	return p.err
}

type printer struct {
	w   io.Writer
	err error
}

// text writes a property whose value is text; nothing where it is empty.
func (p *printer) text(name, value string) {
	if value != "" {
		p.line(name + ":" + escape.Replace(clean(value)))
	}
}

// line folds: what is longer goes on in the next line after a space, and no character is cut.
func (p *printer) line(s string) {
	room := longest
	for len(s) > room {
		cut := room
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		p.put(s[:cut] + "\r\n ")
		s, room = s[cut:], longest-1
	}
	p.put(s + "\r\n")
}

func (p *printer) put(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, s)
	}
}

// clean takes out what no calendar may hold: control characters but line ends, and bytes that are no text.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\r' || r == 0x7F {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}
