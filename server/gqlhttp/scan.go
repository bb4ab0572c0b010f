package gqlhttp

import (
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	badStringMessage = "A string holds a control character, an unpaired surrogate or a byte that is not UTF-8."
	maxNameInPath    = 64
)

// forbidden tells whether no stored string may hold r: every control character (C0, DEL, C1) except tab, line feed
// and carriage return.
func forbidden(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return false
	case r < 0x20 || r == 0x7f:
		return true
	default:
		return r >= 0x80 && r <= 0x9f
	}
}

// ValidText tells whether s is UTF-8 without control characters (tab, line feed and carriage return are allowed).
func ValidText(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if forbidden(rune(c)) {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if (r == utf8.RuneError && n == 1) || forbidden(r) {
			return false
		}
		i += n
	}
	return true
}

// step is one key or index on the way to a JSON value.
type step struct {
	up    *step
	key   []byte
	index int
}

// path prints the way to a value, as variables.input.tags.2. A key that could not be a GraphQL name is printed as ?,
// because it is the caller's text and may be personal.
func (s *step) path() string {
	var parts []string
	for at := s; at != nil; at = at.up {
		switch {
		case at.key == nil:
			parts = append(parts, strconv.Itoa(at.index))
		case isName(at.key):
			parts = append(parts, string(at.key))
		default:
			parts = append(parts, "?")
		}
	}
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return strings.Join(parts, ".")
}

func isName(b []byte) bool {
	if len(b) == 0 || len(b) > maxNameInPath {
		return false
	}
	for i, c := range b {
		letter := c == '_' || (c|0x20 >= 'a' && c|0x20 <= 'z')
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// jsonScan walks raw JSON that json.Valid has accepted. encoding/json turns unpaired surrogates and stray bytes into
// U+FFFD without a word, so they can only be seen here.
type jsonScan struct {
	b        []byte
	i        int
	maxDepth int
}

func scanJSON(raw []byte, root *step, maxDepth int) *Refusal {
	s := jsonScan{b: raw, maxDepth: maxDepth}
	return s.value(root, 0)
}

func (s *jsonScan) space() {
	for s.i < len(s.b) {
		switch s.b[s.i] {
		case ' ', '\t', '\n', '\r':
			s.i++
		default:
			return
		}
	}
}

func (s *jsonScan) value(at *step, depth int) *Refusal {
	s.space()
	switch s.b[s.i] {
	case '"':
		_, bad := s.text(at)
		return bad
	case '{', '[':
		if depth == s.maxDepth {
			return refuse(http.StatusBadRequest, CodeBodyTooDeep, "The request is nested too deeply.")
		}
		return s.children(at, depth, s.b[s.i] == '{')
	default:
		for s.i < len(s.b) && !strings.ContainsRune(",]} \t\n\r", rune(s.b[s.i])) {
			s.i++
		}
		return nil
	}
}

func (s *jsonScan) children(at *step, depth int, object bool) *Refusal {
	for n := 0; ; n++ {
		s.i++ // the opening bracket or a comma
		s.space()
		if c := s.b[s.i]; c == '}' || c == ']' {
			break
		}
		child := &step{up: at, index: n}
		if object {
			key, bad := s.text(at)
			if bad != nil {
				return bad
			}
			child.key = key
			s.space()
			s.i++ // the colon
		}
		if bad := s.value(child, depth+1); bad != nil {
			return bad
		}
		s.space()
		if s.b[s.i] != ',' {
			break
		}
	}
	s.i++
	return nil
}

// text reads a string and returns what stands between its quotes, escapes as they are.
func (s *jsonScan) text(at *step) ([]byte, *Refusal) {
	s.i++
	start := s.i
	for {
		c := s.b[s.i]
		switch {
		case c == '"':
			s.i++
			return s.b[start : s.i-1], nil
		case c == '\\':
			n, ok := escape(s.b[s.i:])
			if !ok {
				return nil, refuseField(CodeBadString, at.path(), badStringMessage)
			}
			s.i += n
		default:
			r, n := utf8.DecodeRune(s.b[s.i:])
			if (r == utf8.RuneError && n == 1) || forbidden(r) {
				return nil, refuseField(CodeBadString, at.path(), badStringMessage)
			}
			s.i += n
		}
	}
}

// escape reads the escape at the start of b, in JSON or in a GraphQL string, and returns its length; a surrogate pair is
// one escape. ok is false where it stands for a forbidden character. An escape that is no escape at all is left to the
// parser, which has better words for it.
func escape[T ~string | ~[]byte](b T) (n int, ok bool) {
	if len(b) < 2 {
		return len(b), true
	}
	switch b[1] {
	case 'b', 'f':
		return 2, false
	case 'u':
	default:
		return 2, true
	}
	if len(b) > 2 && b[2] == '{' {
		end := 3
		var r rune
		for end < len(b) && b[end] != '}' {
			d, isHex := hexDigit(b[end])
			if !isHex || r > utf8.MaxRune {
				return 2, true
			}
			r = r<<4 | d
			end++
		}
		if end == 3 || end == len(b) {
			return 2, true
		}
		return end + 1, !forbidden(r) && (r < 0xd800 || r > 0xdfff)
	}
	r, isHex := hex4(b, 2)
	if !isHex {
		return 2, true
	}
	switch {
	case r >= 0xdc00 && r <= 0xdfff:
		return 6, false
	case r >= 0xd800 && r <= 0xdbff:
		if len(b) < 12 || b[6] != '\\' || b[7] != 'u' {
			return 6, false
		}
		low, isLow := hex4(b, 8)
		return 12, isLow && low >= 0xdc00 && low <= 0xdfff
	default:
		return 6, !forbidden(r)
	}
}

func hex4[T ~string | ~[]byte](b T, at int) (rune, bool) {
	if len(b) < at+4 {
		return 0, false
	}
	var r rune
	for i := at; i < at+4; i++ {
		d, ok := hexDigit(b[i])
		if !ok {
			return 0, false
		}
		r = r<<4 | d
	}
	return r, true
}

func hexDigit(c byte) (rune, bool) {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0'), true
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return rune(c|0x20-'a') + 10, true
	}
	return 0, false
}

// scanDocument checks a GraphQL document: its own text, and what the escapes inside its string literals stand for.
func scanDocument(doc string) *Refusal {
	if !ValidText(doc) {
		return refuseField(CodeBadString, "query", badStringMessage)
	}
	for i := 0; i < len(doc); {
		switch {
		case doc[i] == '#':
			for i < len(doc) && doc[i] != '\n' && doc[i] != '\r' {
				i++
			}
		case strings.HasPrefix(doc[i:], `"""`):
			i = skipBlock(doc, i+3)
		case doc[i] == '"':
			i++
			for i < len(doc) && doc[i] != '"' && doc[i] != '\n' && doc[i] != '\r' {
				if doc[i] != '\\' {
					i++
					continue
				}
				n, ok := escape(doc[i:])
				if !ok {
					return refuseField(CodeBadString, "query", badStringMessage)
				}
				i += n
			}
			i++
		default:
			i++
		}
	}
	return nil
}

// skipBlock returns where the block string whose text starts at i is over. Only \""" is an escape there, and the last
// three of a run of quotes close it.
func skipBlock(doc string, i int) int {
	for i < len(doc) {
		switch {
		case strings.HasPrefix(doc[i:], `\"""`):
			i += 4
		case strings.HasPrefix(doc[i:], `"""`):
			for i < len(doc) && doc[i] == '"' {
				i++
			}
			return i
		default:
			i++
		}
	}
	return i
}
