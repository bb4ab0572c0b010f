package sheet

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// Year, month and day with one separator, or eight digits; midnight may follow, as exports append it.
var dateForm = regexp.MustCompile(`^(?:(\d{4})(?:-(\d{1,2})-|/(\d{1,2})/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?|(\d{4})(\d\d)(\d\d))` +
	`(?:[T ]0?0:00(?::00(?:\.0+)?)?)?$`)

// Date reads a date that a person wrote (2026/2/6, 2026.2.6, 2026-02-06, 2026年2月6日, 20260206) and gives it as
// 2006-01-02; false for what is no date of the calendar.
func Date(s string) (string, bool) {
	s = strings.TrimSpace(norm.NFKC.String(s))
	for _, sign := range []string{"年", "月", "日"} {
		s = strings.ReplaceAll(strings.ReplaceAll(s, " "+sign, sign), sign+" ", sign)
	}
	found := dateForm.FindStringSubmatch(s)
	if found == nil {
		return "", false
	}
	year := found[1] + found[7]
	month := found[2] + found[3] + found[4] + found[5] + found[8]
	day := found[6] + found[9]
	if strings.HasSuffix(strings.SplitN(s, " ", 2)[0], "日") && found[5] == "" {
		return "", false // 2026-2-6日
	}
	t, err := time.Parse("2006-1-2", year+"-"+month+"-"+day)
	if err != nil || t.Year() < 1 {
		return "", false
	}
	return t.Format(time.DateOnly), true
}
