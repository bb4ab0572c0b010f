package files

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxName is the most runes of a display name, ending included.
const maxName = 100

// Endings that a name loses before it gets the right one. Any other stays in front of the right ending, so that
// 报表.v2 keeps its v2 and x.exe becomes x.exe.jpg, which no system runs.
var endings = []string{".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".bmp", ".heic", ".heif", ".tif", ".tiff", ".pdf", ".doc", ".docx", ".xls", ".xlsx"}

// displayName is the last part of a sender's name without what could mislead a reader or a file system, with the ending
// of the kind.
func displayName(name string, kind Kind) string {
	name = norm.NFC.String(strings.ToValidUTF8(name, ""))
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) && r != '\u0085':
			return ' '
		// Cf holds the bidirectional overrides and the invisible marks.
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co), strings.ContainsRune(`<>:"|?*`, r), r == utf8.RuneError:
			return -1
		}
		return r
	}, name)
	name = strings.Trim(name, " .")
	if i := strings.LastIndexByte(name, '.'); i >= 0 && slices.Contains(endings, strings.ToLower(name[i:])) {
		name = strings.Trim(name[:i], " .")
	} else if slices.Contains(endings, "."+strings.ToLower(name)) {
		name = "" // ".jpg" and the like: an ending without a name
	}
	runes := []rune(name)
	if room := maxName - len(kind.extension()); len(runes) > room {
		name = strings.TrimRight(string(runes[:room]), " .")
	}
	if name == "" {
		name = "附件"
	}
	return name + kind.extension()
}
