package ical

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// read is a reader of calendars that follows RFC 5545 and nothing that the writer does: it unfolds, then takes each line
// apart into name and value, and gives the properties of every component.
func read(t interface{ Fatalf(string, ...any) }, s string) []map[string]string {
	if !strings.HasSuffix(s, "\r\n") {
		t.Fatalf("the last line does not end")
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(s, "\r\n"), "\r\n") {
		if len(line) > 75 {
			t.Fatalf("a line of %d bytes: %q", len(line), line)
		}
		if strings.ContainsAny(line, "\r\n") {
			t.Fatalf("a bare line end in %q", line)
		}
		if !utf8.ValidString(line) {
			t.Fatalf("a character was cut: %q", line)
		}
	}
	components, open := []map[string]string{}, []int{}
	for line := range strings.SplitSeq(strings.TrimSuffix(strings.ReplaceAll(s, "\r\n ", ""), "\r\n"), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		switch {
		case !ok:
			t.Fatalf("%q is no property", line)
		case name == "BEGIN":
			components = append(components, map[string]string{"": value})
			open = append(open, len(components)-1)
		case name == "END":
			if last := components[open[len(open)-1]]; last[""] != value {
				t.Fatalf("%s ends %s", value, last[""])
			}
			open = open[:len(open)-1]
		default:
			of := components[open[len(open)-1]]
			if _, twice := of[name]; twice {
				t.Fatalf("%s twice", name)
			}
			of[name] = value
		}
	}
	if len(open) != 0 {
		t.Fatalf("%d components are not ended", len(open))
	}
	return components
}

// plain reads a text value back.
func plain(t interface{ Fatalf(string, ...any) }, s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == ';' || s[i] == ',':
			t.Fatalf("%q is not escaped in %q", s[i], s)
		case s[i] != '\\':
			b.WriteByte(s[i])
		default:
			i++
			if i == len(s) || !strings.ContainsRune(`\;,nN`, rune(s[i])) {
				t.Fatalf("%q ends in no escape", s)
			}
			if s[i] == 'n' || s[i] == 'N' {
				b.WriteByte('\n')
			} else {
				b.WriteByte(s[i])
			}
		}
	}
	return b.String()
}

func TestWrite_ReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune("，。；：艺术团\\;,:\n\r"))))
		c := Calendar{Product: "-//Xinxing//Programs//ZH", Name: words.Draw(t, "name"), At: time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "at"), 0)}
		for range rapid.IntRange(0, 3).Draw(t, "events") {
			from := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "from"), 0)
			c.Events = append(c.Events, Event{
				UID: "pse_1@xinxing", Summary: words.Draw(t, "summary"), Description: words.Draw(t, "description"), Location: words.Draw(t, "location"),
				From: from, Until: from.Add(time.Hour), Sequence: rapid.IntRange(0, 99).Draw(t, "sequence"), Cancelled: rapid.Bool().Draw(t, "cancelled"),
			})
		}
		var b strings.Builder
		if err := c.Write(&b); err != nil {
			t.Fatal(err)
		}
		all := read(t, b.String())
		if all[0][""] != "VCALENDAR" || all[0]["VERSION"] != "2.0" || len(all) != 1+len(c.Events) {
			t.Fatalf("%v", all)
		}
		norm := func(s string) string {
			return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(clean(s))
		}
		for i, e := range c.Events {
			got := all[i+1]
			for name, want := range map[string]string{"SUMMARY": e.Summary, "DESCRIPTION": e.Description, "LOCATION": e.Location} {
				if s := plain(t, got[name]); s != norm(want) {
					t.Fatalf("%s %q; want %q", name, s, norm(want))
				}
			}
			from, err := time.Parse("20060102T150405Z", got["DTSTART"])
			if err != nil || !from.Equal(e.From) {
				t.Fatalf("from %s; want %s", got["DTSTART"], e.From)
			}
			for _, must := range []string{"UID", "DTSTAMP", "DTEND", "SEQUENCE", "STATUS"} {
				if got[must] == "" {
					t.Fatalf("no %s", must)
				}
			}
		}
	})
}

func TestWrite_AsItIsWritten(t *testing.T) {
	var b strings.Builder
	at := time.Date(2026, 3, 5, 9, 0, 0, 0, time.FixedZone("", 8*3600))
	err := Calendar{Product: "-//X//Y", Name: "活动", At: at, Events: []Event{{
		UID: "pse_1@x", Summary: "春季专场招聘会暨社区居民就业创业政策宣讲活动，欢迎参加", Location: "一楼; 大厅", From: at, Until: at.Add(time.Hour), Sequence: 2, Cancelled: true, URL: "https://x.example/p",
	}}}.Write(&b)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//X//Y
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:活动
BEGIN:VEVENT
UID:pse_1@x
DTSTAMP:20260305T010000Z
DTSTART:20260305T010000Z
DTEND:20260305T020000Z
SEQUENCE:2
STATUS:CANCELLED
SUMMARY:春季专场招聘会暨社区居民就业创业政策宣讲活动
 ，欢迎参加
LOCATION:一楼\; 大厅
URL:https://x.example/p
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	if b.String() != want {
		t.Errorf("%s\nwant\n%s", b.String(), want)
	}
}
