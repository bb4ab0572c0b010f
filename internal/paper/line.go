package paper

import (
	"strings"
	"unicode"
)

// Characters that may not begin a line, that may not end one, and that leave half of their square blank on one side.
const (
	noStart   = "。，、；：？！）》」』】〕〉〗”’…·・～％℃°‰々ー﹚﹜﹞,.;:?!)]}%›»．／/"
	noEnd     = "（《「『【〔〈〖“‘([{¥￥$£€№‹«☐☑☒□①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
	halfClose = "。，、；：）》」』】〕〉〗”’．"
	halfOpen  = "（《「『【〔〈〖“‘"
)

// Spaces between characters, in thousandths of the type size.
const (
	half    = 500
	autogap = 70 // between a Chinese character and a Latin word or number; a wider one is copied as a space
)

type class uint8

const (
	isSpace class = 1 << iota
	isWord
	isHan
	isMark
	cannotStart
	cannotEnd
	blankRight
	blankLeft
)

var ascii = func() (t [128]class) {
	for r := range t {
		t[r] = classify(rune(r))
	}
	return t
}()

func classOf(r rune) class {
	if r < 128 {
		return ascii[r]
	}
	if r >= 0x4E00 && r <= 0x9FFF {
		return isHan
	}
	return classify(r)
}

func classify(r rune) class {
	var c class
	if unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r) || unicode.Is(unicode.Bopomofo, r) {
		c |= isHan
		if r != '々' && r != '〇' {
			return c
		}
	}
	set := func(chars string, flag class) {
		if strings.ContainsRune(chars, r) {
			c |= flag
		}
	}
	set(noStart, cannotStart)
	set(noEnd, cannotEnd)
	set(halfClose, blankRight)
	set(halfOpen, blankLeft)
	switch {
	case r == ' ', r >= 0x2000 && r <= 0x200A && r != 0x2007:
		c |= isSpace
	case unicode.Is(unicode.M, r):
		c |= isMark
	case r > ' ' && r < 0x7F, r == 0xA0, r == 0x2007, r == 0x202F, r == 0x2011:
		c |= isWord
	case r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsNumber(r)) && !(r >= 0x2460 && r <= 0x24FF):
		c |= isWord
	}
	return c
}

// canBreak tells whether a line may end after one character and the next begin with the other.
func canBreak(a, b rune) bool {
	ca, cb := classOf(a), classOf(b)
	switch {
	case cb&(isSpace|isMark) != 0:
		return false
	case cb&cannotStart != 0 || ca&cannotEnd != 0:
		return false
	case ca&isSpace != 0:
		return true
	case ca&isWord != 0 && cb&isWord != 0:
		return false
	case a == b && (a == '—' || a == '─' || a == '⸺'):
		return false
	}
	return true
}

// gapBetween is the space to add between two characters of one line: a little between Chinese and Latin, less where
// the blank halves of two marks meet.
func gapBetween(a, b rune) int {
	ca, cb := classOf(a), classOf(b)
	switch {
	case ca&blankRight != 0 && cb&(blankRight|blankLeft) != 0, ca&blankLeft != 0 && cb&blankLeft != 0:
		return -half
	case ca&isHan != 0 && cb&isWord != 0 && latin(b), ca&isWord != 0 && cb&isHan != 0 && latin(a):
		return autogap
	}
	return 0
}

func latin(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '%' || r == '+' || r == '#' || r == '@'
}

// glyph is one character ready to be set: its shape, its width and the space before it when it does not begin a line.
type glyph struct {
	r        rune
	id       uint16
	adv, gap int
}

// span is a line: a range of glyphs and its width without the spaces at its end. A forced one ends where no line may,
// because nothing on it could be broken; an address is then broken at one of its own marks.
type span struct {
	from, to, width int
	hang            int // blank half of an opening mark, to be set outside the line's left edge
	forced          bool
}

// breakLines fills lines of the given widths, the first line's and all others', as full as the rules allow. The lines
// cover the glyphs without gap; the time is linear. An empty text is one empty line.
func breakLines(gs []glyph, first, rest int) []span {
	var out []span
	room, start, width, at, soft := first, 0, 0, -1, -1
	for i := 0; i < len(gs); i++ {
		if i > start && canBreak(gs[i-1].r, gs[i].r) {
			at = i
		} else if i > start && strings.ContainsRune("/?&=-_.@", gs[i-1].r) {
			soft = i
		}
		if i == start {
			width = -hang(gs, i)
		}
		w := width + gs[i].adv
		if i > start {
			w += gs[i].gap
		}
		c := classOf(gs[i].r)
		need := w
		if c&blankRight != 0 && gs[i].adv == 1000 {
			need -= half
		}
		if need > room && i > start && c&isSpace == 0 {
			forced := at <= start
			if forced {
				at = i
				if soft > start+(i-start)/2 {
					at = soft
				}
			}
			out = append(out, line(gs, start, at, forced))
			start, width, room, i, at, soft = at, 0, rest, at-1, -1, -1
			continue
		}
		width = w
	}
	return append(out, line(gs, start, len(gs), false))
}

func line(gs []glyph, from, to int, forced bool) span {
	h := hang(gs, from)
	return span{from, to, measure(gs[from:to]) - h, h, forced}
}

// hang is how much of the glyph that begins a line is blank, other than at a paragraph's beginning.
func hang(gs []glyph, i int) int {
	if i > 0 && i < len(gs) && gs[i].adv == 1000 && classOf(gs[i].r)&blankLeft != 0 {
		return half
	}
	return 0
}

// measure is the width of glyphs on one line without the spaces at its end.
func measure(gs []glyph) int {
	n := len(gs)
	for n > 0 && classOf(gs[n-1].r)&isSpace != 0 {
		n--
	}
	w := 0
	for i, g := range gs[:n] {
		w += g.adv
		if i > 0 {
			w += g.gap
		}
	}
	return w
}
