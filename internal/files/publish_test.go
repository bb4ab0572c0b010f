package files

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"
)

const (
	wordMain  = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
	sheetMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
	relation  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

type part struct{ name, text string }

// office is an office file of a main type with more parts.
func office(t testing.TB, main string, more ...part) []byte {
	t.Helper()
	types := `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/main.xml" ContentType="` + main + `"/></Types>`
	return archive(t, append([]part{{"[Content_Types].xml", types}, {"_rels/.rels", `<Relationships><Relationship Id="1" Type="` + relation + `officeDocument" Target="main.xml"/></Relationships>`}, {"main.xml", "<document/>"}}, more...)...)
}

func archive(t testing.TB, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err == nil {
			_, err = w.Write([]byte(p.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAccept_ABlankFormIsKeptAsItIs(t *testing.T) {
	link := `<Relationships><Relationship Id="1" Type="` + relation + `hyperlink" Target="https://www.gov.cn" TargetMode="External"/></Relationships>`
	late := archive(t, part{"word/document.xml", strings.Repeat("<p/>", 5000)}, part{"[Content_Types].xml", `<Types><Override PartName="/word/document.xml" ContentType="` + wordMain + `"/></Types>`})
	for name, c := range map[string]struct {
		data []byte
		kind Kind
		want string
	}{
		"a document":             {office(t, wordMain), DOCX, "失业登记表.docx"},
		"with a link":            {office(t, wordMain, part{"word/_rels/document.xml.rels", link}), DOCX, "失业登记表.docx"},
		"a sheet":                {office(t, sheetMain, part{"xl/printerSettings/printerSettings1.bin", "A4"}), XLSX, "失业登记表.xlsx"},
		"the list of types last": {late, DOCX, "失业登记表.docx"},
		"a PDF":                  {pdf(""), PDF, "失业登记表.pdf"},
	} {
		a, err := Accept(bytes.NewReader(c.data), "失业登记表.DOCX", BlankForm)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if a.Kind != c.kind || a.Name != c.want || !bytes.Equal(a.Bytes, c.data) {
			t.Errorf("%s: %s %s", name, a.Kind, a.Name)
		}
	}
}

func TestAccept_ABlankFormIsRefused(t *testing.T) {
	external := func(kind string) part {
		return part{"word/_rels/settings.xml.rels", `<Relationships><Relationship Id="1" Type="` + relation + kind + `" Target="https://evil.example/a" TargetMode="external"/></Relationships>`}
	}
	types := func(more string) part {
		return part{"[Content_Types].xml", `<Types><Override PartName="/main.xml" ContentType="` + wordMain + `"/>` + more + `</Types>`}
	}
	locked := office(t, wordMain)
	for at := 0; ; { // the flag of encryption in every header of the directory
		i := bytes.Index(locked[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		locked[at+i+8] |= 1
		at += i + 4
	}
	many := make([]part, maxParts+1)
	for i := range many {
		many[i] = part{name: strings.Repeat("a", 1+i%50) + strings.Repeat("b", i/50)}
	}
	for name, c := range map[string]struct {
		data []byte
		want Code
	}{
		"a program named as a form":      {append([]byte("MZ\x90\x00"), make([]byte, 600)...), WrongKind},
		"a web page":                     {[]byte("<!doctype html><script>alert(1)</script>"), WrongKind},
		"a photo":                        {jpegOf(t, drawing(20, 20)), WrongKind},
		"a zip":                          {zipped(t, "a.txt"), WrongKind},
		"an archive that looks like one": {zipped(t, "word/document.xml"), WrongKind},
		"a presentation":                 {office(t, "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), WrongKind},
		"a document with macros":         {office(t, "application/vnd.ms-word.document.macroEnabled.main+xml"), ActiveContent},
		"a template with macros":         {office(t, "application/vnd.ms-excel.template.macroEnabled.main+xml"), ActiveContent},
		"macros":                         {office(t, wordMain, part{"word/vbaProject.bin", "x"}), ActiveContent},
		"macros under another name":      {archive(t, types(`<Override PartName="/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>`), part{"x.bin", "x"}), ActiveContent},
		"a file inside":                  {office(t, wordMain, part{"word/Embeddings/oleObject1.bin", "x"}), ActiveContent},
		"a file inside, other slashes":   {office(t, wordMain, part{`word\embeddings\a.exe`, "x"}), ActiveContent},
		"ActiveX":                        {office(t, sheetMain, part{"xl/activeX/activeX1.xml", "x"}), ActiveContent},
		"another book":                   {office(t, sheetMain, part{"xl/externalLinks/externalLink1.xml", "x"}), ActiveContent},
		"a template from elsewhere":      {office(t, wordMain, external("attachedTemplate")), ActiveContent},
		"a picture from elsewhere":       {office(t, wordMain, external("image")), ActiveContent},
		"references that are no XML":     {office(t, wordMain, part{"word/_rels/document.xml.rels", "<Relationships"}), Broken},
		"two lists of types":             {office(t, wordMain, part{"[content_types].XML", "<Types/>"}), Broken},
		"a part that climbs out":         {office(t, wordMain, part{"../../etc/passwd", "x"}), Broken},
		"two documents":                  {archive(t, types(`<Override PartName="/b.xml" ContentType="`+sheetMain+`"/>`)), Broken},
		"a cut one":                      {office(t, wordMain)[:300], Broken},
		"a long list":                    {archive(t, types(strings.Repeat(" ", maxList))), TooLarge},
		"too many parts":                 {archive(t, many...), TooLarge},
		"a password":                     {locked, Encrypted},
		"a script in a PDF":              {pdf("3 0 obj\n<</S/JavaScript/JS(x)>>\nendobj"), ActiveContent},
		"nothing":                        {nil, Empty},
	} {
		t.Run(name, func(t *testing.T) {
			a, err := Accept(bytes.NewReader(c.data), "失业登记表.pdf", BlankForm)
			var refused *Refused
			if a != nil || !errors.As(err, &refused) || refused.Code != c.want {
				t.Errorf("%v, %v, want %s", a, err, c.want)
			}
		})
	}
}

func TestAccept_OfficeFilesAreNoEvidence(t *testing.T) {
	for _, use := range []Use{Evidence, Portrait} {
		a, err := Accept(bytes.NewReader(office(t, wordMain)), "x.docx", use)
		if refused, ok := errors.AsType[*Refused](err); a != nil || !ok || refused.Code != WrongKind {
			t.Errorf("%d: %v, %v", use, a, err)
		}
	}
}

func TestAccept_APortraitIsSmallAndTellsNothing(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		w, h int
	}{
		"of a telephone":    {withSegments(jpegOf(t, drawing(1600, 1200)), exif(binary.BigEndian, 6)), portraitSide, 640},
		"small as it is":    {pngOf(t, drawing(100, 120)), 100, 120},
		"a long strip":      {pngOf(t, drawing(3000, 100)), 200, 100},
		"a tall strip":      {jpegOf(t, drawing(600, 6000)), portraitSide, 2 * portraitSide},
		"one pixel":         {decode64(t, webpOpaque), 1, 1},
		"WebP, transparent": {decode64(t, webpTransparent), 1, 1},
	} {
		a, err := Accept(bytes.NewReader(c.data), "刘建国.png", Portrait)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if a.Kind != JPEG || a.Name != "刘建国.jpg" || a.Width != c.w || a.Height != c.h {
			t.Errorf("%s: %s %s %d × %d, want %d × %d", name, a.Kind, a.Name, a.Width, a.Height, c.w, c.h)
		}
		for _, mark := range []string{"GPSPLACE", "GeheimMkr", "Exif", "xmpmeta"} {
			if bytes.Contains(a.Bytes, []byte(mark)) {
				t.Errorf("%s: %s is kept", name, mark)
			}
		}
	}
	// What shows through is white, not black.
	clear := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	a, err := Accept(bytes.NewReader(pngOf(t, clear)), "x", Portrait)
	if err != nil {
		t.Fatal(err)
	}
	m, err := jpeg.Decode(bytes.NewReader(a.Bytes))
	if err != nil {
		t.Fatal(err)
	}
	if c := color.RGBAModel.Convert(m.At(32, 32)).(color.RGBA); far(c.R, 255) || far(c.G, 255) || far(c.B, 255) {
		t.Errorf("transparent is %v", c)
	}
	for name, data := range map[string][]byte{"a PDF": pdf(""), "a web page": []byte("<html>"), "a bomb": hugePNG(60000, 60000)} {
		if _, err := Accept(bytes.NewReader(data), "x.jpg", Portrait); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

// A picture of a project is no larger than a screen and tells nothing but its pixels (P3).
func TestP3_APictureIsNoLargerThanAScreen(t *testing.T) {
	wide := image.NewRGBA(image.Rect(0, 0, 4000, 1000))
	a, err := Accept(bytes.NewReader(pngOf(t, wide)), "现场.png", Picture)
	if err != nil || a.Kind != JPEG || a.Width != pictureSide || a.Height != pictureSide/4 {
		t.Fatalf("%+v %v", a, err)
	}
	if a, err = Accept(bytes.NewReader(pngOf(t, image.NewRGBA(image.Rect(0, 0, 30, 20)))), "x", Picture); err != nil || a.Width != 30 || a.Height != 20 {
		t.Fatalf("%+v %v", a, err)
	}
	if _, err := Accept(strings.NewReader("%PDF-1.4 x"), "x.pdf", Picture); err == nil {
		t.Error("a PDF is taken for a picture")
	}
}
