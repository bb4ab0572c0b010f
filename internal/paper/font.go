package paper

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"fmt"
	"math/bits"
	"sort"
	"sync"
)

//go:embed font/NotoSansSC-Regular.ttf
var sansData []byte

//go:embed font/NotoSerifSC-Bold.ttf
var serifData []byte

var (
	sans  = sync.OnceValue(func() *face { return mustParse("NotoSansSC-Regular", sansData) })
	serif = sync.OnceValue(func() *face { return mustParse("NotoSerifSC-Bold", serifData) })
)

// replacement is printed for a character that the font lacks, so that a reader sees that one is there.
const replacement = '〓'

// face is a parsed TrueType font. It reads the embedded bytes in place and is shared by all documents.
type face struct {
	name                       string
	glyf, loca, hmtx           []byte
	head, hhea, maxp           []byte
	longLoca                   bool
	metrics, glyphs            int
	groups                     []group
	ascent, descent, capHeight int
	bbox                       [4]int
}

// group maps a run of characters to a run of glyphs.
type group struct{ first, last, glyph uint32 }

func u16(b []byte, at int) int    { return int(binary.BigEndian.Uint16(b[at:])) }
func i16(b []byte, at int) int    { return int(int16(binary.BigEndian.Uint16(b[at:]))) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }

func mustParse(name string, data []byte) *face {
	f, err := parse(name, data)
	if err != nil {
		panic("paper: the font of the product: " + err.Error())
	}
	return f
}

func parse(name string, data []byte) (*face, error) {
	if len(data) < 12 || u32(data, 0) != 0x00010000 {
		return nil, fmt.Errorf("%s is not a TrueType font", name)
	}
	tables := map[string][]byte{}
	for i := range u16(data, 4) {
		at := 12 + 16*i
		from, n := int(u32(data, at+8)), int(u32(data, at+12))
		tables[string(data[at:at+4])] = data[from : from+n]
	}
	for _, t := range []string{"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "OS/2"} {
		if tables[t] == nil {
			return nil, fmt.Errorf("%s has no table %s", name, t)
		}
	}
	f := &face{name: name, glyf: tables["glyf"], loca: tables["loca"], hmtx: tables["hmtx"],
		head: tables["head"], hhea: tables["hhea"], maxp: tables["maxp"]}
	if u16(f.head, 18) != 1000 {
		return nil, fmt.Errorf("%s does not have 1000 units per em", name)
	}
	f.longLoca = u16(f.head, 50) == 1
	f.bbox = [4]int{i16(f.head, 36), i16(f.head, 38), i16(f.head, 40), i16(f.head, 42)}
	f.ascent, f.descent = i16(f.hhea, 4), i16(f.hhea, 6)
	f.metrics, f.glyphs = u16(f.hhea, 34), u16(f.maxp, 4)
	f.capHeight = i16(tables["OS/2"], 88)
	cmap := tables["cmap"]
	for i := range u16(cmap, 2) {
		sub := cmap[u32(cmap, 4+8*i+4):]
		if u16(sub, 0) != 12 {
			continue
		}
		n := int(u32(sub, 12))
		f.groups = make([]group, n)
		for j := range n {
			f.groups[j] = group{u32(sub, 16+12*j), u32(sub, 20+12*j), u32(sub, 24+12*j)}
		}
		return f, nil
	}
	return nil, fmt.Errorf("%s has no full Unicode character map", name)
}

// glyph is the index of a character's shape, 0 for none.
func (f *face) glyph(r rune) int {
	c := uint32(r)
	i := sort.Search(len(f.groups), func(i int) bool { return f.groups[i].last >= c })
	if i < len(f.groups) && f.groups[i].first <= c {
		return int(f.groups[i].glyph + c - f.groups[i].first)
	}
	return 0
}

// advance is a glyph's width in thousandths of the type size.
func (f *face) advance(glyph int) int { return u16(f.hmtx, 4*min(glyph, f.metrics-1)) }

func (f *face) bearing(glyph int) int {
	if glyph < f.metrics {
		return i16(f.hmtx, 4*glyph+2)
	}
	return i16(f.hmtx, 4*f.metrics+2*(glyph-f.metrics))
}

func (f *face) outline(glyph int) []byte {
	if f.longLoca {
		return f.glyf[u32(f.loca, 4*glyph):u32(f.loca, 4*glyph+4)]
	}
	return f.glyf[2*u16(f.loca, 2*glyph) : 2*u16(f.loca, 2*glyph+2)]
}

// covers tells whether the font has all characters of a text.
func (f *face) covers(s string) bool {
	for _, r := range s {
		if r != '\n' && f.glyph(r) == 0 {
			return false
		}
	}
	return true
}

// subset is the part of a font that one document uses. Every character has its own glyph even where two share a shape
// or both lack one: a text copied from the paper is then the text that was written, 〓 or not.
type subset struct {
	face  *face
	ids   map[rune]uint16
	runes []rune // by new glyph less one
	old   []int  // by new glyph
}

func newSubset(f *face) *subset { return &subset{face: f, ids: map[rune]uint16{}, old: []int{0}} }

// id is the character's glyph in the subset and its width.
func (s *subset) id(r rune) (uint16, int) {
	id, ok := s.ids[r]
	if !ok {
		glyph := s.face.glyph(r)
		if glyph == 0 {
			glyph = s.face.glyph(replacement)
		}
		if len(s.old) > 0xFFFE {
			return s.id(s.runes[0])
		}
		id = uint16(len(s.old))
		s.ids[r] = id
		s.old, s.runes = append(s.old, glyph), append(s.runes, r)
	}
	return id, s.face.advance(s.old[id])
}

// file is the subset as a TrueType file. The fonts of the product have no composite glyphs, so outlines need no repair.
func (s *subset) file() []byte {
	n := len(s.old)
	var glyf []byte
	loca, hmtx := make([]byte, 0, 4*n+4), make([]byte, 0, 4*n)
	for _, g := range s.old {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, s.face.outline(g)...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(s.face.advance(g)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(s.face.bearing(g)))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head, hhea, maxp := bytes.Clone(s.face.head), bytes.Clone(s.face.hhea), bytes.Clone(s.face.maxp)
	binary.BigEndian.PutUint32(head[8:], 0)
	binary.BigEndian.PutUint16(head[50:], 1)
	binary.BigEndian.PutUint16(hhea[34:], uint16(n))
	binary.BigEndian.PutUint16(maxp[4:], uint16(n))
	tables := []struct {
		tag  string
		data []byte
	}{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}}

	log := bits.Len(uint(len(tables))) - 1
	out := make([]byte, 0, len(glyf)+12*n+512)
	out = binary.BigEndian.AppendUint32(out, 0x00010000)
	for _, v := range []int{len(tables), 16 << log, log, 16*len(tables) - 16<<log} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at, headAt := 12+16*len(tables), 0
	for _, t := range tables {
		if t.tag == "head" {
			headAt = at
		}
		out = append(out, t.tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(t.data))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += u32(b, 0)
	}
	for i, c := range b {
		sum += uint32(c) << (24 - 8*i)
	}
	return sum
}
