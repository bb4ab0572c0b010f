package paper

import "strings"

// measures are the sizes of one sheet in points.
type measures struct {
	width, height, side, top, bottom      float64
	title, body, leading, small, smallLed float64
	pad, seal, qr                         float64
}

const mm = 72 / 25.4

// measures are those of the document's sheet with its vertical spaces taken in by a factor.
func (d Document) measures(tight float64) measures {
	m := measures{width: 210 * mm, height: 297 * mm, side: 22 * mm, top: 18 * mm, bottom: 14 * mm,
		title: 22, body: 10.5, leading: 18, small: 8.5, smallLed: 12.5, pad: 5, seal: 40 * mm, qr: 25 * mm}
	if d.Size == A5 {
		m = measures{width: 148 * mm, height: 210 * mm, side: 15 * mm, top: 13 * mm, bottom: 11 * mm,
			title: 17, body: 9, leading: 15, small: 7.5, smallLed: 11, pad: 4, seal: 34 * mm, qr: 20 * mm}
	}
	m.leading *= tight
	m.top *= tight
	m.bottom *= tight
	return m
}

// style is how a text looks. Bold is drawn by outlining the sans font's shapes, which keeps every rare character.
type style struct {
	font  int // index into the document's subsets
	size  float64
	bold  bool
	track int // space between all characters, in thousandths of the size
	gray  float64
}

const (
	sansFont = iota
	serifFont
)

type align uint8

const (
	left align = iota
	centre
	right
	justify
)

// text is a set paragraph: its lines, ready to be drawn one by one.
type text struct {
	style
	align
	indent float64 // of the first line
	width  float64
	lines  []setLine
}

type setLine struct {
	glyphs []glyph
	width  int
	hang   int
	last   bool // the last line of its paragraph, not to be justified
	first  bool
}

// item is a piece of the flow that no page break may cut.
type item struct {
	before, height float64
	keep           bool  // with the next item
	open           bool  // may be ruled off at its foot: a page ends inside a table's row
	head           *item // repeated above when a page begins with this item
	draw           func(c *canvas, y float64, top bool)
}

// layout sets a document: it collects items and then fills pages with them.
type layout struct {
	doc   Document
	m     measures
	fonts [2]*subset
	items []item
	pages []*canvas
	w     float64 // of the text area
}

func newLayout(d Document, tight float64) *layout {
	l := &layout{doc: d, m: d.measures(tight), fonts: [2]*subset{newSubset(sans()), newSubset(serif())}}
	l.w = l.m.width - 2*l.m.side
	return l
}

func (l *layout) plain() style { return style{size: l.m.body} }
func (l *layout) bold() style  { return style{size: l.m.body, bold: true} }
func (l *layout) small() style { return style{size: l.m.small} }

// display is the style of a title: the serif font, or the sans font in bold for a title with a rare character.
func (l *layout) display(s string, size float64, track int) style {
	if serif().covers(s) {
		return style{font: serifFont, size: size, track: track}
	}
	return style{size: size, track: track, bold: true}
}

func (l *layout) shape(st style, s string) []glyph {
	gs := make([]glyph, 0, len(s)/2)
	for _, r := range s {
		id, adv := l.fonts[st.font].id(r)
		g := glyph{r: r, id: id, adv: adv, gap: st.track}
		if n := len(gs); n > 0 {
			g.gap += gapBetween(gs[n-1].r, r)
		}
		gs = append(gs, g)
	}
	return gs
}

// set breaks a text into lines of a width.
func (l *layout) set(st style, al align, s string, width, indent float64) *text {
	t := &text{style: st, align: al, indent: indent, width: width}
	room := func(w float64) int { return max(1, int(w/st.size*1000+0.5)) }
	for para := range strings.SplitSeq(clean(s), "\n") {
		gs := l.shape(st, para)
		spans := breakLines(gs, room(width-indent), room(width))
		for i, sp := range spans {
			t.lines = append(t.lines, setLine{gs[sp.from:sp.to], sp.width, sp.hang, i == len(spans)-1, i == 0})
		}
	}
	return t
}

// natural is the width of a text's widest line.
func (t *text) natural() float64 {
	w := 0
	for _, ln := range t.lines {
		w = max(w, ln.width)
	}
	return float64(w) * t.size / 1000
}

// line draws line i with its left edge at x on a strip of the given height.
func (t *text) line(c *canvas, i int, x, y, height float64) {
	ln := t.lines[i]
	if len(ln.glyphs) == 0 {
		return
	}
	width := t.width
	if ln.first {
		x, width = x+t.indent, width-t.indent
	}
	slack, stretch := int(width/t.size*1000)-ln.width, 0
	switch t.align {
	case centre:
		x += float64(slack) / 2 * t.size / 1000
	case right:
		x += float64(slack) * t.size / 1000
	case justify:
		if !ln.last && slack > 0 {
			stretch = slack
		}
	}
	x -= float64(ln.hang) * t.size / 1000
	c.text(t.style, x, y+height/2+t.size*0.37, ln.glyphs, stretch)
}

// block draws all lines below each other.
func (t *text) block(c *canvas, x, y, leading float64) {
	for i := range t.lines {
		t.line(c, i, x, y+float64(i)*leading, leading)
	}
}

func (l *layout) add(it item) { l.items = append(l.items, it) }

// flow adds a text line by line; the first two and the last two lines stay together.
func (l *layout) flow(t *text, x, before, leading float64, decorate func(c *canvas, y float64)) {
	n := len(t.lines)
	for i := range n {
		it := item{height: leading, keep: n > 1 && (i == 0 || i == n-2), draw: func(c *canvas, y float64, _ bool) {
			if i == 0 && decorate != nil {
				decorate(c, y)
			}
			t.line(c, i, x, y, leading)
		}}
		if i == 0 {
			it.before = before
		}
		l.add(it)
	}
}

// compose sets the document. One that runs a little onto a second page is taken in to fit on one sheet.
func compose(d Document) (*layout, error) {
	var qr [][]bool
	if d.QR != "" {
		var err error
		if qr, err = Code(d.QR); err != nil {
			return nil, err
		}
	}
	l := newLayout(d, 1)
	l.document(qr)
	for _, tight := range []float64{0.94, 0.88} {
		if len(l.pages) != 2 {
			break
		}
		if again := newLayout(d, tight); again.document(qr) == 1 {
			return again, nil
		}
	}
	return l, nil
}

// document sets everything and returns how many pages it takes.
func (l *layout) document(qr [][]bool) int {
	l.masthead()
	end := l.doc.closing()
	for _, b := range l.doc.Blocks[:end] {
		l.block(b)
	}
	if n := len(l.items); n > 0 && (end < len(l.doc.Blocks) || l.hasClosing()) {
		l.items[n-1].keep = true
	}
	from := len(l.items)
	for _, b := range l.doc.Blocks[end:] {
		l.block(b)
	}
	l.close(qr)
	for i := from; i < len(l.items)-1; i++ {
		l.items[i].keep = true
	}
	l.paginate()
	return len(l.pages)
}

func (l *layout) masthead() {
	d, m := l.doc, l.m
	if d.Office != "" || d.Number != "" {
		number := d.Number
		if number != "" {
			number = "编号：" + oneLine(number)
		}
		r := l.set(l.small(), right, number, l.w*0.48, 0)
		o := l.set(l.small(), left, oneLine(d.Office), l.w*0.48, 0)
		l.add(item{height: float64(max(len(r.lines), len(o.lines))) * m.smallLed, keep: true, draw: func(c *canvas, y float64, _ bool) {
			o.block(c, m.side, y, m.smallLed)
			r.block(c, m.side+l.w*0.52, y, m.smallLed)
		}})
	}
	title := clean(d.Title)
	t := l.set(l.display(title, m.title, 120), centre, title, l.w, 0)
	for i := range t.lines {
		it := item{height: m.title * 1.4, keep: true, draw: func(c *canvas, y float64, _ bool) { t.line(c, i, m.side, y, m.title*1.4) }}
		if i == 0 {
			it.before = m.title * 0.7
		}
		l.add(it)
	}
	if d.Subtitle != "" {
		l.flow(l.set(l.small(), centre, d.Subtitle, l.w, 0), m.side, 1, m.smallLed, nil)
	}
	l.add(item{before: m.title * 0.45, height: 3, keep: true, draw: func(c *canvas, y float64, _ bool) {
		c.rule(m.side, y, m.side+l.w, y, 1.1)
		c.rule(m.side, y+2.2, m.side+l.w, y+2.2, 0.35)
	}})
}

func (l *layout) block(b Block) {
	m := l.m
	switch b := b.(type) {
	case Paragraph:
		indent := 2 * m.body
		if b.Flush {
			indent = 0
		}
		t := l.set(l.plain(), justify, b.Text, l.w, indent)
		l.flow(t, m.side, m.leading*0.45, m.leading, nil)
	case Heading:
		from := len(l.items)
		l.flow(l.set(style{size: m.body + 1, bold: true}, left, b.Text, l.w, 0), m.side, m.leading*0.85, m.leading, nil)
		for i := from; i < len(l.items); i++ {
			l.items[i].keep = true
		}
	case Note:
		l.flow(l.set(l.small(), justify, b.Text, l.w, 0), m.side, m.leading*0.45, m.smallLed+1, nil)
	case List:
		l.list(b)
	case Fields:
		l.fields(b)
	case Table:
		l.table(b)
	case Signatures:
		l.signatures(b)
	}
}

func (l *layout) list(b List) {
	m := l.m
	widest := l.set(l.plain(), left, itoa(len(b.Items))+".", l.w, 0).natural()
	hang := max(widest+m.body*0.5, m.body*2)
	for i, s := range b.Items {
		mark := l.set(l.plain(), right, itoa(i+1)+".", hang-m.body*0.5, 0)
		t := l.set(l.plain(), justify, s, l.w-hang, 0)
		before := m.leading * 0.1
		if i == 0 {
			before = m.leading * 0.45
		}
		l.flow(t, m.side+hang, before, m.leading, func(c *canvas, y float64) { mark.line(c, 0, m.side, y, m.leading) })
	}
}

// box is one cell of a ruled row.
type box struct {
	x, w float64
	text *text
}

func (l *layout) box(st style, al align, s string, x, w float64) box {
	return box{x, w, l.set(st, al, s, max(w-2*l.m.pad, st.size), 0)}
}

// ruled adds a row of cells with thin rules around them. A row too high to move as a whole is let across pages line by line.
func (l *layout) ruled(cells []box, leading float64, head *item, before float64) {
	n := 1
	for _, b := range cells {
		n = max(n, len(b.text.lines))
	}
	pad := l.m.pad * 0.75
	height := float64(n)*leading + 2*pad
	x0, x1 := cells[0].x, cells[len(cells)-1].x+cells[len(cells)-1].w
	sides := func(c *canvas, y, h float64) {
		c.rule(x0, y, x0, y+h, thin)
		for _, b := range cells {
			c.rule(b.x+b.w, y, b.x+b.w, y+h, thin)
		}
	}
	if height <= l.m.height*0.3 {
		l.add(item{before: before, height: height, head: head, draw: func(c *canvas, y float64, top bool) {
			if top {
				c.rule(x0, y, x1, y, thin)
			}
			c.rule(x0, y+height, x1, y+height, thin)
			sides(c, y, height)
			for _, b := range cells {
				b.text.block(c, b.x+l.m.pad, y+(height-float64(len(b.text.lines))*leading)/2, leading)
			}
		}})
		return
	}
	for i := range n {
		over, under := 0.0, 0.0
		if i == 0 {
			over = pad
		}
		if i == n-1 {
			under = pad
		}
		h := leading + over + under
		it := item{height: h, head: head, open: i < n-1, keep: i == 0 || i == n-2, draw: func(c *canvas, y float64, top bool) {
			if top {
				c.rule(x0, y, x1, y, thin)
			}
			if i == n-1 {
				c.rule(x0, y+h, x1, y+h, thin)
			}
			sides(c, y, h)
			for _, b := range cells {
				if i < len(b.text.lines) {
					b.text.line(c, i, b.x+l.m.pad, y+over, leading)
				}
			}
		}}
		if i == 0 {
			it.before = before
		}
		l.add(it)
	}
}

const thin = 0.5

// firstOf makes the next item of the flow draw the rule above it although no page begins there.
func (l *layout) firstOf(from int) {
	if from >= len(l.items) {
		return
	}
	draw := l.items[from].draw
	l.items[from].draw = func(c *canvas, y float64, _ bool) { draw(c, y, true) }
}

func (l *layout) fields(b Fields) {
	m := l.m
	labels := 0.0
	st := l.bold()
	for _, f := range b.Items {
		labels = max(labels, l.set(st, left, f.Label, l.w, 0).natural())
	}
	columns := 1.0
	if b.Columns == 2 {
		columns = 2
	}
	labels = min(max(labels, 4*m.body)+2*m.pad+1, l.w/columns*0.42)
	from := len(l.items)
	leading := m.leading - 2
	for i, row := range b.rows() {
		before := 0.0
		if i == 0 {
			before = m.leading * 0.6
		}
		w := l.w / float64(len(row))
		var cells []box
		for j, f := range row {
			x := m.side + float64(j)*w
			cells = append(cells, l.box(st, centre, f.Label, x, labels), l.box(l.plain(), left, f.Value, x+labels, w-labels))
		}
		l.ruled(cells, leading, nil, before)
	}
	l.firstOf(from)
}

func (l *layout) table(b Table) {
	m := l.m
	if b.columns() == 0 {
		return
	}
	shares := b.shares()
	leading := m.leading - 3
	st := style{size: m.body - 0.5}
	short := b.short()
	row := func(cells []string, header bool, st style) []box {
		x, out := m.side, make([]box, len(shares))
		for i, share := range shares {
			al := left
			if header || short[i] {
				al = centre
			}
			out[i] = l.box(st, al, cell(cells, i), x, l.w*share)
			x += l.w * share
		}
		return out
	}
	from := len(l.items)
	before := m.leading * 0.6
	var head *item
	if len(b.Header) > 0 {
		bold := st
		bold.bold = true
		l.ruled(row(b.Header, true, bold), leading, nil, before)
		before = 0
		l.firstOf(from)
		for i := from; i < len(l.items); i++ {
			l.items[i].keep = true
		}
		if len(l.items) == from+1 {
			copied := l.items[from]
			head = &copied
		}
	}
	first := len(l.items)
	for i, r := range b.Rows {
		if i > 0 {
			before = 0
		}
		l.ruled(row(r, false, st), leading, head, before)
	}
	if len(b.Header) == 0 {
		l.firstOf(first)
	}
}

func (l *layout) signatures(b Signatures) {
	m := l.m
	st := l.plain()
	set := make([]*text, len(b.Labels))
	widest := 0.0
	for i, label := range b.Labels {
		set[i] = l.set(st, left, strings.TrimRight(oneLine(label), "：: ")+"：", l.w-8*m.body, 0)
		widest = max(widest, set[i].natural())
	}
	gutter := m.body * 2.5
	columns := 1
	if len(set) > 1 && widest <= (l.w-gutter)/2-6.5*m.body {
		columns = 2
	}
	w := (l.w - gutter) / 2
	if columns == 1 {
		w = min(l.w, max(w, widest+9*m.body))
	}
	date := l.set(st, right, "　　　　年　　月　　日", w, 0)
	for i := 0; i < len(set); i += columns {
		row := set[i:min(i+columns, len(set))]
		high := 1
		for _, t := range row {
			high = max(high, len(t.lines))
		}
		text := float64(high) * m.leading
		l.add(item{before: m.leading * 1.2, height: text + m.leading*1.35, keep: i+columns < len(set), draw: func(c *canvas, y float64, _ bool) {
			for j, t := range row {
				x := m.side + float64(j)*(w+gutter)
				t.block(c, x, y+text-float64(len(t.lines))*m.leading, m.leading)
				foot := y + text - 1.5
				c.rule(x+t.natural()+2, foot, x+w, foot, thin)
				date.line(c, 0, x, y+text+m.leading*0.35, m.leading)
			}
		}})
	}
}

func (l *layout) hasClosing() bool {
	d := l.doc
	return d.QR != "" || d.Seal != "" || d.Date != ""
}

// close sets the end of the paper in one piece: the code at the left, the place for the seal and beside it office and date.
func (l *layout) close(qr [][]bool) {
	if !l.hasClosing() {
		return
	}
	d, m := l.doc, l.m
	x1 := m.side + l.w
	codeWidth := 0.0
	var caption *text
	if qr != nil {
		caption = l.set(l.small(), centre, d.QRCaption, m.qr+4*m.small, 0)
		codeWidth = max(m.qr, caption.natural()+0.5)
		caption = l.set(l.small(), centre, d.QRCaption, codeWidth, 0)
	}
	codeHeight := 0.0
	if qr != nil {
		codeHeight = m.qr + 4 + float64(len(caption.lines))*m.smallLed
	}
	sealWidth := 0.0
	var seal *text
	if d.Seal != "" {
		seal = l.set(style{size: m.small, gray: 0.35}, centre, d.Seal, m.seal*0.8, 0)
		sealWidth = m.seal + m.body
	}
	room := l.w - codeWidth - sealWidth - m.body
	office := l.set(l.plain(), centre, d.Office, room, 0)
	date := l.set(l.plain(), centre, d.Date, room, 0)
	column := max(office.natural(), date.natural(), 8*m.body)
	office = l.set(l.plain(), centre, d.Office, column+0.5, 0)
	date = l.set(l.plain(), centre, d.Date, column+0.5, 0)
	textHeight := float64(len(office.lines)+len(date.lines))*m.leading + 4
	sealHeight := 0.0
	if seal != nil {
		sealHeight = max(m.seal, float64(len(seal.lines))*m.smallLed)
	}
	height := max(codeHeight, sealHeight, textHeight)
	l.add(item{before: m.leading * 1.1, height: height + 2, draw: func(c *canvas, y float64, _ bool) {
		if qr != nil {
			top := y + height - codeHeight
			c.matrix(qr, m.side+(codeWidth-m.qr)/2, top, m.qr)
			caption.block(c, m.side, top+m.qr+4, m.smallLed)
		}
		x := x1 - column - 0.5
		mid := y + height - sealHeight/2
		if seal == nil {
			mid = y + height - textHeight/2
		}
		office.block(c, x, mid-textHeight/2, m.leading)
		date.block(c, x, mid-textHeight/2+4+float64(len(office.lines))*m.leading, m.leading)
		if seal != nil {
			sx := x - m.body - m.seal
			c.circle(sx+m.seal/2, mid, m.seal/2)
			seal.block(c, sx+m.seal*0.1, mid-float64(len(seal.lines))*m.smallLed/2, m.smallLed)
		}
	}})
}

// paginate fills pages with the items. Chains of kept items move as one where they fit on a page at all.
func (l *layout) paginate() {
	m := l.m
	footer := l.set(style{size: m.small, gray: 0.25}, left, oneLine(l.doc.Footer), l.w*0.78, 0)
	foot := float64(max(1, len(footer.lines)))*m.smallLed + 6
	if foot > m.height/3 {
		footer.lines, foot = footer.lines[:int(m.height/3/m.smallLed)], m.height/3+6
	}
	bottom := m.height - m.bottom - foot - 8
	first := m.top
	running := l.set(style{size: m.small, gray: 0.25}, left, oneLine(l.doc.Title), l.w*0.55, 0)
	number := l.set(style{size: m.small, gray: 0.25}, right, oneLine(l.doc.Number), l.w*0.42, 0)
	later := m.top + float64(min(2, max(len(running.lines), len(number.lines))))*m.smallLed + 10

	var c *canvas
	var y float64
	fresh := false
	turn := func() {
		c = newCanvas(m.height)
		y = first
		if len(l.pages) > 0 {
			for i := range min(2, len(running.lines)) {
				running.line(c, i, m.side, m.top+float64(i)*m.smallLed, m.smallLed)
			}
			for i := range min(2, len(number.lines)) {
				number.line(c, i, m.side+l.w*0.58, m.top+float64(i)*m.smallLed, m.smallLed)
			}
			c.rule(m.side, later-7, m.side+l.w, later-7, 0.35)
			y = later
		}
		l.pages = append(l.pages, c)
		fresh = true
	}
	turn()
	var previous *item
	place := func(it *item) {
		if fresh && it.head != nil && len(l.pages) > 1 {
			it.head.draw(c, y, true)
			y += it.head.height
		}
		if !fresh {
			y += it.before
		}
		it.draw(c, y, fresh)
		y += it.height
		fresh, previous = false, it
	}
	next := func() {
		if previous != nil && previous.open {
			c.rule(m.side, y, m.side+l.w, y, thin)
		}
		turn()
	}
	for i := 0; i < len(l.items); {
		end, height := i, 0.0
		for ; ; end++ {
			height += l.items[end].before + l.items[end].height
			if !l.items[end].keep || end == len(l.items)-1 {
				break
			}
		}
		whole := height <= bottom-later
		if whole && !fresh && y+height > bottom {
			next()
		}
		for ; i <= end; i++ {
			it := &l.items[i]
			if !whole && !fresh && y+it.before+it.height > bottom {
				next()
			}
			place(it)
		}
	}
	for i, c := range l.pages {
		at := m.height - m.bottom - foot
		c.rule(m.side, at, m.side+l.w, at, 0.35)
		footer.block(c, m.side, at+4, m.smallLed)
		page := l.set(style{size: m.small, gray: 0.25}, right, "第 "+itoa(i+1)+" / "+itoa(len(l.pages))+" 页", l.w*0.2, 0)
		page.line(c, 0, m.side+l.w*0.8, at+4, m.smallLed)
	}
}
