package paper

import (
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// css is the same for every paper, so that one hash admits it under a strict content security policy.
const css = `
@page { size: A4; margin: 16mm 22mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8.5pt; color: #444 } }
@page a5 { size: A5; margin: 13mm 15mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 7.5pt; color: #444 } }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; color: #000; background: #fff; font: 10.5pt/1.65 "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; line-break: strict; overflow-wrap: anywhere; text-autospace: normal; text-spacing-trim: normal }
main { position: relative }
h1, h2, p, li, th, td, .subtitle, figure, .seal, .issued div { white-space: pre-line }
.a5 { page: a5; font-size: 9pt; line-height: 1.5 }
.head { display: flex; justify-content: space-between; gap: 1em; font-size: .81em; line-height: 1.5 }
.head span:last-child { text-align: right }
h1 { margin: .55em 0 0; font: 700 2.1em/1.4 "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", STSong, SimSun, serif; letter-spacing: .12em; text-indent: .12em; text-align: center; text-wrap: balance }
.subtitle { margin: .1em 0 0; font-size: .81em; line-height: 1.5; text-align: center }
hr { height: 3pt; margin: .95em 0 1.1em; border: solid #000; border-width: 1.1pt 0 .4pt }
h2 { margin: 1.3em 0 0; font-size: 1.1em; line-height: 1.6; break-after: avoid }
p { margin: .7em 0 0; text-align: justify; text-indent: 2em; orphans: 2; widows: 2 }
p.flush, p.note { text-indent: 0 }
.note { font-size: .81em; line-height: 1.6 }
ol { margin: .7em 0 0; padding: 0 0 0 2em }
li { margin: .15em 0 0; padding-left: .2em; orphans: 2; widows: 2 }
li::marker { font-variant-numeric: tabular-nums }
table { width: 100%; margin: 1em 0 0; border-collapse: collapse; table-layout: fixed; line-height: 1.5 }
th, td { padding: .33em .5em; border: .5pt solid #000; text-align: left; vertical-align: middle }
th { font-weight: 600; text-align: center }
thead { display: table-header-group }
tr { break-inside: avoid }
.short { text-align: center }
table.rows { font-size: .95em }
table.rows th, table.rows td { padding-inline: .35em }
.close { break-inside: avoid; break-before: avoid }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 1.6em 2.5em; margin: 1.9em 0 0; break-inside: avoid }
.signatures > div { display: grid; grid-template-columns: auto minmax(6em, 1fr); align-items: end }
.signatures i { height: 1.5em; margin-left: .2em; border-bottom: .5pt solid #000 }
.signatures small { grid-column: 1 / -1; margin-top: .35em; font-size: 1em; text-align: right; white-space: pre }
.end { display: flex; align-items: flex-end; gap: 1em; margin: 1.7em 0 0 }
.code { margin: 0; max-width: 40mm; font-size: .81em; line-height: 1.5; text-align: center }
.code svg { display: block; width: 25mm; height: 25mm; margin: 0 auto 1.5mm }
.a5 .code svg { width: 20mm; height: 20mm }
.seal { flex: none; display: flex; align-items: center; justify-content: center; width: 40mm; height: 40mm; margin-left: auto; padding: 3mm; border: .6pt dashed #777; border-radius: 50%; color: #444; font-size: .81em; text-align: center }
.a5 .seal { width: 34mm; height: 34mm }
.issued { min-width: 8em; text-align: center }
.issued:last-child:not(.seal + .issued) { margin-left: auto }
.seal + .issued { align-self: flex-end; min-height: 40mm; display: flex; flex-direction: column; justify-content: center }
.a5 .seal + .issued { min-height: 34mm }
.a5 h1 { font-size: 1.9em; margin-top: .3em }
.a5 hr { margin-block: .5em .7em }
.a5 :is(h2, .end, .foot) { margin-top: .8em }
.a5 p { margin-top: .4em }
.a5 .signatures { margin-top: 1em; row-gap: 1em }
.a5 table { margin-top: .7em; line-height: 1.4 }
.foot { margin: 1.6em 0 0; padding-top: .4em; border-top: .4pt solid #000; font-size: .81em; line-height: 1.5; color: #444 }
.draft { position: fixed; inset: 0; z-index: -1; display: flex; align-items: center; justify-content: center; overflow: hidden; font: 700 58mm/1 "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; letter-spacing: .1em; color: #e5e5e5; white-space: nowrap; pointer-events: none; user-select: none }
.draft span { transform: rotate(-35deg) }
.a5 .draft { font-size: 40mm }
@media screen {
  body { padding: 24px 12px; background: #e9e9e6 }
  main { isolation: isolate; width: 210mm; max-width: 100%; min-height: 297mm; margin: 0 auto; padding: 18mm min(22mm, 7vw + 10px); background: #fff; box-shadow: 0 1px 8px #0003 }
  .a5 main { width: 148mm; min-height: 210mm; padding: 13mm min(15mm, 7vw) }
  main > .draft { position: absolute; font-size: min(58mm, 24vw) }
}
@media screen and (max-width: 640px) {
  .signatures { grid-template-columns: 1fr }
  .end { flex-wrap: wrap }
  .seal + .issued, .a5 .seal + .issued { min-height: 0; margin-left: auto }
}
@media print {
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
`

// ContentSecurityPolicy is the header value under which the HTML of any paper shows as meant: it admits the page's one
// style and nothing else.
func ContentSecurityPolicy() string {
	sum := sha256.Sum256([]byte(css))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}

// words are those that a rendering adds to a paper's own.
type words struct {
	lang, number, draft, colon, date string
	ems                              float64 // width of the text area in characters
}

func wordsOf(lang string, size Size) words {
	ems := 44.8
	if size == A5 {
		ems = 37.2
	}
	if lang == "en" || strings.HasPrefix(lang, "en-") {
		return words{lang, "No. ", "DRAFT", ": ", "Date: ____________", ems}
	}
	if lang == "" {
		lang = "zh-CN"
	}
	return words{lang, "编号：", "草稿", "：", "　　　　年　　月　　日", ems}
}

// joined keeps a box to tick on the line of what it stands for.
var joined = strings.NewReplacer("☐", "☐\u2060", "☑", "☑\u2060", "☒", "☒\u2060")

// page writes escaped text between literal markup.
type page struct{ *bufio.Writer }

// put writes markup in which every %s stands for a text to clean and escape.
func (p page) put(markup string, texts ...string) {
	for _, t := range texts {
		before, after, _ := strings.Cut(markup, "%s")
		_, _ = p.WriteString(before)
		_, _ = joined.WriteString(p, html.EscapeString(clean(t)))
		markup = after
	}
	_, _ = p.WriteString(markup)
}

// HTML writes the paper as a self-contained page that prints on its sheet, with no script and no outside resource. Lang
// is the language of the page and of the few words that are not the document's own: English for en, else Chinese.
func (d Document) HTML(w io.Writer, lang string) error {
	var qr [][]bool
	if d.QR != "" {
		var err error
		if qr, err = Code(d.QR); err != nil {
			return err
		}
	}
	say := wordsOf(lang, d.Size)
	p := page{bufio.NewWriterSize(w, 16<<10)}
	p.put("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n<style>",
		say.lang, strings.TrimSpace(oneLine(d.Title)+" "+oneLine(d.Number)))
	p.put(css)
	class := ""
	if d.Size == A5 {
		class = ` class="a5"`
	}
	p.put("</style>\n</head>\n<body" + class + ">\n<main>")
	if d.Draft {
		p.put(`<div class="draft" aria-hidden="true"><span>%s</span></div>`, say.draft)
	}
	if d.Office != "" || d.Number != "" {
		number := d.Number
		if number != "" {
			number = say.number + number
		}
		p.put(`<header class="head"><span>%s</span><span>%s</span></header>`, oneLine(d.Office), oneLine(number))
	}
	p.put("<h1>%s</h1>", d.Title)
	if d.Subtitle != "" {
		p.put(`<div class="subtitle">%s</div>`, d.Subtitle)
	}
	p.put("<hr>\n")
	end := d.closing()
	for _, b := range d.Blocks[:end] {
		p.block(b, say)
	}
	p.put(`<div class="close">`)
	for _, b := range d.Blocks[end:] {
		p.block(b, say)
	}
	if d.QR != "" || d.Seal != "" || d.Date != "" {
		p.put(`<div class="end">`)
		if qr != nil {
			p.put(`<figure class="code">`)
			p.matrix(qr, d.QRCaption)
			p.put("%s</figure>", d.QRCaption)
		}
		if d.Seal != "" {
			p.put(`<div class="seal">%s</div>`, d.Seal)
		}
		p.put(`<div class="issued"><div>%s</div><div>%s</div></div></div>`, d.Office, d.Date)
	}
	if d.Footer != "" {
		p.put(`<footer class="foot">%s</footer>`, d.Footer)
	}
	p.put("</div></main>\n</body>\n</html>\n")
	return p.Flush()
}

func (p page) block(b Block, say words) {
	switch b := b.(type) {
	case Paragraph:
		if b.Flush {
			p.put("<p class=\"flush\">%s</p>\n", b.Text)
		} else {
			p.put("<p>%s</p>\n", b.Text)
		}
	case Heading:
		p.put("<h2>%s</h2>\n", b.Text)
	case Note:
		p.put("<p class=\"note\">%s</p>\n", b.Text)
	case List:
		p.put("<ol>")
		for _, s := range b.Items {
			p.put("<li>%s</li>", s)
		}
		p.put("</ol>\n")
	case Fields:
		p.fields(b, say.ems)
	case Table:
		p.table(b)
	case Signatures:
		p.put(`<div class="signatures">`)
		for _, s := range b.Labels {
			p.put(`<div><span>%s</span><i></i><small>%s</small></div>`, strings.TrimRight(oneLine(s), "：: ")+say.colon, say.date)
		}
		p.put("</div>\n")
	}
}

func percent(f float64) string { return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64) + "%" }

func (p page) fields(b Fields, ems float64) {
	widest, columns := 4, 1
	for _, f := range b.Items {
		widest = max(widest, utf8.RuneCountInString(f.Label))
	}
	if b.Columns == 2 {
		columns = 2
	}
	// The text area is 44 characters wide on A4 and 37 on A5; the cell's padding takes one more.
	label := min(float64(widest+1)*100/ems+0.8, 40/float64(columns))
	rest := 100/float64(columns) - label
	p.put("<table class=\"fields\"><colgroup>")
	for range columns {
		p.put(`<col width="%s"><col width="%s">`, percent(label), percent(rest))
	}
	p.put("</colgroup><tbody>")
	for _, row := range b.rows() {
		p.put("<tr>")
		for _, f := range row {
			span := ""
			if columns == 2 && len(row) == 1 {
				span = ` colspan="3"`
			}
			p.put(`<th scope="row">%s</th><td`+span+`>%s</td>`, f.Label, f.Value)
		}
		p.put("</tr>")
	}
	p.put("</tbody></table>\n")
}

func (p page) table(b Table) {
	if b.columns() == 0 {
		return
	}
	p.put(`<table class="rows"><colgroup>`)
	for _, s := range b.shares() {
		p.put(`<col width="%s">`, percent(s*100))
	}
	p.put("</colgroup>")
	n, short := b.columns(), b.short()
	if len(b.Header) > 0 {
		p.put("<thead><tr>")
		for i := range n {
			p.put(`<th scope="col">%s</th>`, cell(b.Header, i))
		}
		p.put("</tr></thead>")
	}
	p.put("<tbody>")
	for _, r := range b.Rows {
		p.put("<tr>")
		for i := range n {
			if short[i] {
				p.put(`<td class="short">%s</td>`, cell(r, i))
			} else {
				p.put("<td>%s</td>", cell(r, i))
			}
		}
		p.put("</tr>\n")
	}
	p.put("</tbody></table>\n")
}

// matrix draws a QR code as one path of an inline picture, with its quiet zone left to the page's white.
func (p page) matrix(m [][]bool, label string) {
	n := itoa(len(m))
	p.put(`<svg viewBox="0 0 `+n+` `+n+`" role="img" aria-label="%s" shape-rendering="crispEdges"><path d="`, "QR "+oneLine(label))
	for y, row := range m {
		for x := 0; x < len(row); {
			end := x
			for end < len(row) && row[end] {
				end++
			}
			if end > x {
				_, _ = fmt.Fprintf(p, "M%d %dh%dv1H%dz", x, y, end-x, x)
			}
			x = max(end, x+1)
		}
	}
	p.put(`"/></svg>`)
}
