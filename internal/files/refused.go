package files

import "fmt"

// Code says why a file was refused; a client phrases it in its own language.
type Code string

// The closed list of codes.
const (
	TooLarge      Code = "TOO_LARGE"       // more than MaxSize, as sent or as it would be stored
	WrongKind     Code = "WRONG_KIND"      // not on the allow-list for its use
	PhoneFormat   Code = "PHONE_FORMAT"    // HEIC, HEIF or AVIF, as telephones save photos: few viewers show them
	Broken        Code = "BROKEN"          // of an allowed kind, but cut off or malformed
	TooManyPixels Code = "TOO_MANY_PIXELS" // more than MaxPixels
	ActiveContent Code = "ACTIVE_CONTENT"  // a PDF or office file that can run, open or carry something
	Encrypted     Code = "ENCRYPTED"       // a file with a password or restrictions: it cannot be looked into
	Empty         Code = "EMPTY"           // no byte at all
)

// Codes gives every code.
func Codes() []Code {
	return []Code{TooLarge, WrongKind, PhoneFormat, Broken, TooManyPixels, ActiveContent, Encrypted, Empty}
}

// Refused is the no to a file. Detail is for the log: a media type, a size, a PDF name, never content.
type Refused struct {
	Code   Code
	Detail string
}

// Error gives the code and the detail.
func (r *Refused) Error() string {
	if r.Detail == "" {
		return "file refused: " + string(r.Code)
	}
	return "file refused: " + string(r.Code) + ": " + r.Detail
}

func refuse(code Code, format string, args ...any) *Refused {
	return &Refused{Code: code, Detail: fmt.Sprintf(format, args...)}
}
