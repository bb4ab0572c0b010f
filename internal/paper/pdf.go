package paper

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"unicode/utf16"
)

func itoa(n int) string { return strconv.Itoa(n) }

// canvas collects the drawing operators of one page; y grows downwards from the sheet's upper edge.
type canvas struct {
	height float64
	buf    []byte
}

func newCanvas(height float64) *canvas { return &canvas{height: height} }

// op writes numbers and an operator.
func (c *canvas) op(operator string, numbers ...float64) {
	for _, n := range numbers {
		c.number(n)
		c.buf = append(c.buf, ' ')
	}
	c.buf = append(append(c.buf, operator...), '\n')
}

func (c *canvas) number(n float64) {
	c.buf = strconv.AppendFloat(c.buf, math.Round(n*1000)/1000, 'f', -1, 64)
}

func (c *canvas) rule(x0, y0, x1, y1, width float64) {
	c.op("w", width)
	c.op("m", x0, c.height-y0)
	c.op("l", x1, c.height-y1)
	c.op("S")
}

// circle is dashed and gray: a place to stamp, not a stamp.
func (c *canvas) circle(x, y, r float64) {
	const k = 0.5522847498
	y = c.height - y
	c.buf = append(c.buf, "q 0.55 G 0.6 w [3 2.4] 0 d\n"...)
	c.op("m", x+r, y)
	c.op("c", x+r, y+k*r, x+k*r, y+r, x, y+r)
	c.op("c", x-k*r, y+r, x-r, y+k*r, x-r, y)
	c.op("c", x-r, y-k*r, x-k*r, y-r, x, y-r)
	c.op("c", x+k*r, y-r, x+r, y-k*r, x+r, y)
	c.buf = append(c.buf, "s Q\n"...)
}

// matrix draws a QR code as runs of rectangles, crisp at any resolution.
func (c *canvas) matrix(m [][]bool, x, y, size float64) {
	cell := size / float64(len(m))
	for j, row := range m {
		for i := 0; i < len(row); {
			n := i
			for n < len(row) && row[n] {
				n++
			}
			if n > i {
				c.op("re", x+float64(i)*cell, c.height-y-float64(j+1)*cell, float64(n-i)*cell, cell)
			}
			i = max(n, i+1)
		}
	}
	c.op("f")
}

// text draws glyphs on one base line and spreads stretch, in thousandths of the size, over the places where the line
// could have been broken.
func (c *canvas) text(st style, x, base float64, gs []glyph, stretch int) {
	end := len(gs)
	for end > 0 && classOf(gs[end-1].r)&isSpace != 0 {
		end--
	}
	gs = gs[:end]
	gaps := 0
	if stretch > 0 {
		for i := 1; i < len(gs); i++ {
			if canBreak(gs[i-1].r, gs[i].r) {
				gaps++
			}
		}
		if gaps == 0 || stretch > gaps*400 {
			stretch = 0
		}
	}
	if st.gray > 0 {
		c.op("g", st.gray)
	}
	if st.bold {
		c.buf = append(c.buf, "2 Tr "...)
		c.op("w", st.size*0.028)
	}
	c.buf = append(c.buf, "BT /F"...)
	c.buf = append(c.buf, byte('1'+st.font), ' ')
	c.op("Tf", st.size)
	c.op("Td", x, c.height-base)
	c.buf = append(c.buf, "[<"...)
	for i, g := range gs {
		if i > 0 {
			gap := g.gap
			if stretch > 0 && canBreak(gs[i-1].r, g.r) {
				share := stretch / gaps
				gap, stretch, gaps = gap+share, stretch-share, gaps-1
			}
			if gap != 0 {
				c.buf = append(c.buf, '>')
				c.buf = strconv.AppendInt(c.buf, int64(-gap), 10)
				c.buf = append(c.buf, '<')
			}
		}
		c.buf = hex16(c.buf, g.id)
	}
	c.buf = append(c.buf, ">] TJ ET\n"...)
	if st.bold {
		c.buf = append(c.buf, "0 Tr\n"...)
	}
	if st.gray > 0 {
		c.buf = append(c.buf, "0 g\n"...)
	}
}

func hex16(b []byte, v uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}

// watermark is the 草稿 across a page. It is an artifact of the page, not part of its text.
func (l *layout) watermark() *canvas {
	c := newCanvas(l.m.height)
	size := l.m.width * 0.36
	gs := l.shape(style{font: serifFont, track: 150}, "草稿")
	const sin, cos = 0.5736, 0.8192 // 35°
	half := float64(measure(gs)) * size / 2000
	x := l.m.width/2 - half*cos + size*0.36*sin
	y := l.m.height/2 - half*sin - size*0.36*cos
	c.buf = append(c.buf, "/Artifact BMC q 0.9 g BT /F2 "...)
	c.op("Tf", size)
	c.op("Tm", cos, sin, -sin, cos, x, y)
	c.buf = append(c.buf, "[<"...)
	for i, g := range gs {
		if i > 0 {
			c.buf = append(strconv.AppendInt(append(c.buf, '>'), int64(-g.gap), 10), '<')
		}
		c.buf = hex16(c.buf, g.id)
	}
	c.buf = append(c.buf, ">] TJ ET Q EMC\n"...)
	return c
}

// PDF writes the paper as a PDF that carries the part of the fonts it uses, so it looks the same everywhere, and whose
// text can be searched and copied. It fails when QR does not fit into a code or w fails.
func (d Document) PDF(w io.Writer) error {
	l, err := compose(d)
	if err != nil {
		return err
	}
	p := &output{}
	p.buf.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	catalog, pages, info, resources := p.reserve(), p.reserve(), p.reserve(), p.reserve()
	contents := ""
	if d.Draft {
		contents = ref(p.stream("", l.watermark().buf)) + " "
	}
	kids := make([]byte, 0, 8*len(l.pages))
	for _, c := range l.pages {
		body := p.stream("", c.buf)
		page := p.reserve()
		p.object(page, fmt.Sprintf("<</Type/Page/Parent %s/Contents[%s%s]>>", ref(pages), contents, ref(body)))
		kids = append(append(kids, ref(page)...), ' ')
	}
	fonts := ""
	for i, s := range l.fonts {
		if len(s.runes) > 0 {
			fonts += fmt.Sprintf("/F%d %s", i+1, ref(p.font(s)))
		}
	}
	p.object(resources, "<</Font<<"+fonts+">>>>")
	p.object(pages, fmt.Sprintf("<</Type/Pages/Count %d/MediaBox[0 0 %.2f %.2f]/Resources %s/Kids[%s]>>",
		len(l.pages), l.m.width, l.m.height, ref(resources), bytes.TrimSpace(kids)))
	p.object(catalog, "<</Type/Catalog/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>/Pages "+ref(pages)+">>")
	title := oneLine(d.Title)
	if d.Number != "" {
		title += " " + oneLine(d.Number)
	}
	p.object(info, fmt.Sprintf("<</Title%s/Author%s/Producer(Xinxing)>>", utf16Hex(title), utf16Hex(oneLine(d.Office))))
	p.finish(catalog, info)
	_, err = w.Write(p.buf.Bytes())
	return err
}

// output writes the objects of a file one after the other.
type output struct {
	buf     bytes.Buffer
	offsets []int
	zip     *zlib.Writer
}

func ref(n int) string { return itoa(n) + " 0 R" }

func (p *output) reserve() int {
	p.offsets = append(p.offsets, 0)
	return len(p.offsets)
}

func (p *output) object(n int, body string) {
	p.offsets[n-1] = p.buf.Len()
	fmt.Fprintf(&p.buf, "%d 0 obj\n%s\nendobj\n", n, body)
}

func (p *output) stream(entries string, data []byte) int {
	n := p.reserve()
	var packed bytes.Buffer
	if p.zip == nil {
		p.zip = zlib.NewWriter(&packed)
	} else {
		p.zip.Reset(&packed)
	}
	// A bytes.Buffer does not fail.
	_, _ = p.zip.Write(data)
	_ = p.zip.Close()
	p.offsets[n-1] = p.buf.Len()
	fmt.Fprintf(&p.buf, "%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>stream\n", n, entries, packed.Len())
	p.buf.Write(packed.Bytes())
	p.buf.WriteString("\nendstream\nendobj\n")
	return n
}

func (p *output) font(s *subset) int {
	file := s.file()
	sum := sha256.Sum256(file)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	name := string(tag) + "+" + s.face.name
	data := p.stream(fmt.Sprintf("/Length1 %d", len(file)), file)
	unicodes := p.stream("", s.toUnicode())
	descriptor, descendant, font := p.reserve(), p.reserve(), p.reserve()
	f := s.face
	p.object(descriptor, fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight %d/StemV 80/FontFile2 %s>>",
		name, f.bbox[0], f.bbox[1], f.bbox[2], f.bbox[3], f.ascent, f.descent, f.capHeight, ref(data)))
	widths := make([]byte, 0, 5*len(s.old))
	for _, g := range s.old {
		widths = append(strconv.AppendInt(widths, int64(f.advance(g)), 10), ' ')
	}
	p.object(descendant, fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 1000/W[0[%s]]/FontDescriptor %s>>",
		name, bytes.TrimSpace(widths), ref(descriptor)))
	p.object(font, fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>",
		name, ref(descendant), ref(unicodes)))
	return font
}

// toUnicode maps the glyphs back to characters, a hundred at a time as the format demands.
func (s *subset) toUnicode() []byte {
	b := []byte("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	id := uint16(1)
	for part := range slices.Chunk(s.runes, 100) {
		b = append(b, itoa(len(part))+" beginbfchar\n"...)
		for _, r := range part {
			b = append(hex16(append(b, '<'), id), "><"...)
			for _, u := range utf16.Encode([]rune{r}) {
				b = hex16(b, u)
			}
			b = append(b, ">\n"...)
			id++
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"...)
}

func utf16Hex(s string) string {
	b := []byte("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		b = hex16(b, u)
	}
	return string(append(b, '>'))
}

// finish writes the cross-reference table. The file's identity is its content: no clock and no chance.
func (p *output) finish(catalog, info int) {
	sum := sha256.Sum256(p.buf.Bytes())
	at := p.buf.Len()
	fmt.Fprintf(&p.buf, "xref\n0 %d\n0000000000 65535 f \n", len(p.offsets)+1)
	for _, o := range p.offsets {
		fmt.Fprintf(&p.buf, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&p.buf, "trailer\n<</Size %d/Root %s/Info %s/ID[<%x><%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(p.offsets)+1, ref(catalog), ref(info), sum[:16], sum[:16], at)
}
