package files

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"
)

// An L of which every orientation looks different: red in its upper left corner, blue along the left, else white.
func drawing(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{255, 255, 255, 255}
			if x < w/2 && y < h/2 {
				c = color.RGBA{255, 0, 0, 255}
			} else if x < w/2 {
				c = color.RGBA{0, 0, 255, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func jpegOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// exif is a TIFF with an orientation, a maker and a place.
func exif(order binary.AppendByteOrder, orientation uint16) []byte {
	b := []byte("II")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		b = []byte("MM")
	}
	b = order.AppendUint16(b, 42)
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 3)
	entry := func(tag, form uint16, count, value uint32, short bool) {
		b = order.AppendUint16(order.AppendUint16(b, tag), form)
		b = order.AppendUint32(b, count)
		if short {
			b = order.AppendUint16(order.AppendUint16(b, uint16(value)), 0)
			return
		}
		b = order.AppendUint32(b, value)
	}
	entry(0x010f, 2, 10, 50, false)                        // maker, right behind the directory
	entry(orientationTag, 3, 1, uint32(orientation), true) //
	entry(0x8825, 4, 1, 60, false)                         // the directory of the place
	b = order.AppendUint32(b, 0)                           // no other directory
	b = append(b, "GeheimMkr\x00"...)                      // 50
	b = order.AppendUint16(b, 1)                           // 60
	entry(1, 2, 2, binary.LittleEndian.Uint32([]byte("N\x00GP")), false)
	return append(order.AppendUint32(b, 0), "GPSPLACE 43.8N 126.5E"...)
}

// withSegments puts EXIF and a comment behind the first marker of a JPEG.
func withSegments(data, exif []byte) []byte {
	out := append([]byte{}, data[:2]...)
	segment := func(marker byte, body []byte) {
		out = append(out, 0xff, marker)
		out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
		out = append(out, body...)
	}
	segment(0xe1, append([]byte("Exif\x00\x00"), exif...))
	segment(0xe1, []byte("http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>GPSPLACE</x:xmpmeta>"))
	segment(0xfe, []byte("a comment GPSPLACE"))
	return append(out, data[2:]...)
}

func chunk(name string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(append(b, name...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// withChunks puts chunks behind the header of a PNG.
func withChunks(data []byte, chunks ...[]byte) []byte {
	out := append([]byte{}, data[:33]...)
	for _, c := range chunks {
		out = append(out, c...)
	}
	return append(out, data[33:]...)
}

// hugePNG declares a size and holds next to nothing.
func hugePNG(w, h uint32) []byte {
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	out := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", append(head, 8, 2, 0, 0, 0))...)
	out = append(out, chunk("IDAT", deflated(make([]byte, 1000)))...)
	return append(out, chunk("IEND", nil)...)
}

func deflated(b []byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	_, _ = z.Write(b)
	_ = z.Close()
	return out.Bytes()
}

// stored is zlib that keeps its bytes as they are.
func stored(b []byte) []byte {
	var out bytes.Buffer
	z, err := zlib.NewWriterLevel(&out, zlib.NoCompression)
	if err != nil {
		panic(err)
	}
	_, _ = z.Write(b)
	_ = z.Close()
	return out.Bytes()
}

// pdf is a small PDF with one more object.
func pdf(object string) []byte {
	return []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n" +
		object + "\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 4/Root 1 0 R>>\nstartxref\n110\n%%EOF\n")
}

func stream(dictionary string, body []byte) string {
	return fmt.Sprintf("9 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\n", dictionary, len(body), body)
}

func zipped(t testing.TB, name string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write([]byte("<x/>"))
	}
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func decode64(t testing.TB, s string) []byte {
	t.Helper()
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// One pixel each: lossy, and lossless with transparency.
const (
	webpOpaque      = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA="
	webpTransparent = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
)

func accepted(t *testing.T, data []byte, name string) *Accepted {
	t.Helper()
	a, err := Accept(bytes.NewReader(data), name, Evidence)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(a.Bytes)
	if a.Size != int64(len(a.Bytes)) || a.SHA256 != hex.EncodeToString(sum[:]) {
		t.Errorf("size %d of %d, sum %s", a.Size, len(a.Bytes), a.SHA256)
	}
	return a
}

func TestAccept_APhotoLosesItsPlaceAndItsComment(t *testing.T) {
	data := withSegments(jpegOf(t, drawing(40, 24)), exif(binary.BigEndian, 1))
	for _, mark := range []string{"GPSPLACE", "GeheimMkr", "Exif"} {
		if !bytes.Contains(data, []byte(mark)) {
			t.Fatalf("the picture of the test has no %s", mark)
		}
	}
	a := accepted(t, data, "照片.jpg")
	for _, mark := range []string{"GPSPLACE", "GeheimMkr", "Exif", "xmpmeta", "comment"} {
		if bytes.Contains(a.Bytes, []byte(mark)) {
			t.Errorf("%s is kept", mark)
		}
	}
	if a.Kind != JPEG || a.Width != 40 || a.Height != 24 || a.Name != "照片.jpg" {
		t.Errorf("%s %s %d × %d", a.Kind, a.Name, a.Width, a.Height)
	}
}

func TestAccept_APictureIsTurnedAsItWasHeld(t *testing.T) {
	// Where the red corner and the blue beside it are after turning.
	for orientation, want := range map[uint16]struct {
		w, h      int
		red, blue string
	}{
		1: {64, 32, "upper left", "lower left"},
		2: {64, 32, "upper right", "lower right"},
		3: {64, 32, "lower right", "upper right"},
		4: {64, 32, "lower left", "upper left"},
		5: {32, 64, "upper left", "upper right"},
		6: {32, 64, "upper right", "upper left"},
		7: {32, 64, "lower right", "lower left"},
		8: {32, 64, "lower left", "lower right"},
		9: {64, 32, "upper left", "lower left"}, // makes no sense
	} {
		m := drawing(64, 32)
		for name, data := range map[string][]byte{
			"JPEG":               withSegments(jpegOf(t, m), exif(binary.BigEndian, orientation)),
			"JPEG little endian": withSegments(jpegOf(t, m), exif(binary.LittleEndian, orientation)),
			"PNG":                withChunks(pngOf(t, m), chunk("eXIf", exif(binary.LittleEndian, orientation))),
		} {
			a := accepted(t, data, "x")
			if a.Width != want.w || a.Height != want.h {
				t.Errorf("%s %d: %d × %d", name, orientation, a.Width, a.Height)
				continue
			}
			got, _, err := image.Decode(bytes.NewReader(a.Bytes))
			if err != nil {
				t.Fatal(err)
			}
			at := map[string]image.Point{
				"upper left": {want.w / 4, want.h / 4}, "upper right": {want.w * 3 / 4, want.h / 4},
				"lower left": {want.w / 4, want.h * 3 / 4}, "lower right": {want.w * 3 / 4, want.h * 3 / 4},
			}
			for corner, p := range at {
				expect := color.RGBA{255, 255, 255, 255}
				if corner == want.red {
					expect = color.RGBA{255, 0, 0, 255}
				} else if corner == want.blue {
					expect = color.RGBA{0, 0, 255, 255}
				}
				if c := color.RGBAModel.Convert(got.At(p.X, p.Y)).(color.RGBA); far(c.R, expect.R) || far(c.G, expect.G) || far(c.B, expect.B) {
					t.Errorf("%s %d: %s is %v, want %v", name, orientation, corner, c, expect)
				}
			}
		}
	}
}

func far(a, b uint8) bool { return max(a, b)-min(a, b) > 24 }

func TestAccept_APNGLosesItsText(t *testing.T) {
	data := withChunks(pngOf(t, drawing(10, 10)), chunk("tEXt", []byte("Comment\x00GPSPLACE")), chunk("iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00GPSPLACE")))
	data = append(data, "<script>appended</script>"...)
	a := accepted(t, data, "x.jpg")
	if a.Kind != PNG || a.Name != "x.png" || bytes.Contains(a.Bytes, []byte("GPSPLACE")) || bytes.Contains(a.Bytes, []byte("script")) {
		t.Errorf("%s %s %q", a.Kind, a.Name, a.Bytes)
	}
}

func TestAccept_WebPBecomesJPEGOrWhereItIsTransparentPNG(t *testing.T) {
	if a := accepted(t, decode64(t, webpOpaque), "x.webp"); a.Kind != JPEG || a.Name != "x.jpg" || a.Width != 1 || a.Height != 1 {
		t.Errorf("%s %s %d × %d", a.Kind, a.Name, a.Width, a.Height)
	}
	if a := accepted(t, decode64(t, webpTransparent), "x.webp"); a.Kind != PNG || a.Name != "x.png" || a.Width != 1 || a.Height != 1 {
		t.Errorf("%s %s %d × %d", a.Kind, a.Name, a.Width, a.Height)
	}
}

func TestAccept_APDFIsKeptAsItIs(t *testing.T) {
	noise := make([]byte, 4096)
	for i := range noise {
		noise[i] = byte(i * 7)
	}
	for name, object := range map[string]string{
		"plain":               "",
		"a link":              "3 0 obj\n<</S/URI/URI(https://example.org/JS)>>\nendobj",
		"the first page":      "3 0 obj\n<</OpenAction[4 0 R/Fit]>>\nendobj",
		"longer names":        "3 0 obj\n<</JavaScripted 1/JSON 2/LaunchPad 3/EncryptMetadata false>>\nendobj",
		"chance in a picture": stream("/Subtype/Image", append(noise, "/JS (/XFA "...)),
		"objects":             stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", deflated([]byte("4 0 <</Type/Page>>"))),
	} {
		data := pdf(object)
		a, err := Accept(bytes.NewReader(data), "证明.PDF", Evidence)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if a.Kind != PDF || a.Name != "证明.pdf" || !bytes.Equal(a.Bytes, data) || a.Width != 0 || a.Height != 0 {
			t.Errorf("%s: %+v", name, a)
		}
	}
}

func TestAccept_Refuses(t *testing.T) {
	photo := jpegOf(t, drawing(200, 200))
	big := append(pdf(""), make([]byte, MaxSize)...)[:MaxSize+1]
	for name, c := range map[string]struct {
		data []byte
		want Code
	}{
		"nothing":                        {nil, Empty},
		"one byte too many":              {big, TooLarge},
		"a web page":                     {[]byte("<!DOCTYPE html><html><script>alert(1)</script></html>"), WrongKind},
		"a web page without a type":      {[]byte("  <script>alert(1)</script>"), WrongKind},
		"an SVG":                         {[]byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`), WrongKind},
		"an XML":                         {[]byte(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`), WrongKind},
		"a text":                         {[]byte("证明材料"), WrongKind},
		"a zip":                          {zipped(t, "a.txt"), WrongKind},
		"a docx":                         {zipped(t, "word/document.xml"), WrongKind},
		"an old doc":                     {append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...), WrongKind},
		"a program":                      {append([]byte("MZ"), make([]byte, 200)...), WrongKind},
		"another program":                {append([]byte("\x7fELF\x02\x01\x01"), make([]byte, 200)...), WrongKind},
		"a GIF":                          {[]byte("GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"), WrongKind},
		"a GIF that is also a PDF":       {append([]byte("GIF89a\x01\x00\x01\x00"), pdf("")...), WrongKind},
		"a web page that is also a PDF":  {append([]byte("<html><!--"), pdf("")...), WrongKind},
		"a line before the PDF":          {append([]byte("\n"), pdf("")...), WrongKind},
		"zeros":                          {make([]byte, 100), WrongKind},
		"a cut JPEG":                     {photo[:len(photo)/2], Broken},
		"the mark of a JPEG":             {[]byte("\xff\xd8\xff"), Broken},
		"a cut PNG":                      {pngOf(t, drawing(200, 200))[:200], Broken},
		"a cut WebP":                     {decode64(t, webpOpaque)[:30], Broken},
		"a cut PDF":                      {pdf("")[:80], Broken},
		"a PDF with an endless stream":   {pdf("9 0 obj\n<<>>\nstream\nabc"), Broken},
		"a bomb":                         {hugePNG(60000, 60000), TooManyPixels},
		"a bomb of the largest size":     {hugePNG(1<<31-1, 1<<31-1), Broken}, // the decoder itself says no
		"one row too many":               {hugePNG(50_000, 1001), TooManyPixels},
		"as many as allowed, but absent": {hugePNG(50_000, 1000), Broken},
		"JavaScript":                     {pdf("3 0 obj\n<</S/JavaScript/JS(app.alert\\(1\\))>>\nendobj"), ActiveContent},
		"JavaScript at opening":          {pdf("3 0 obj\n<</OpenAction<</S/JavaScript/JS 5 0 R>>>>\nendobj"), ActiveContent},
		"JavaScript disguised":           {pdf("3 0 obj\n<</S/J#61va#53cript/J#53(x)>>\nendobj"), ActiveContent},
		"a bare script":                  {pdf("3 0 obj\n<</JS(x)>>\nendobj"), ActiveContent},
		"a launch":                       {pdf("3 0 obj\n<</S /Launch /F (cmd.exe)>>\nendobj"), ActiveContent},
		"a file inside":                  {pdf("3 0 obj\n<</Type/EmbeddedFile>>\nendobj"), ActiveContent},
		"a form that runs":               {pdf("3 0 obj\n<</XFA 7 0 R>>\nendobj"), ActiveContent},
		"JavaScript in packed objects": {
			pdf(stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", deflated([]byte("4 0 <</S/JavaScript/JS(x)>>")))), ActiveContent,
		},
		"packed objects that cannot be read": {pdf(stream("/Type/ObjStm/Filter/LZWDecode", []byte("\x80\x0b\x60\x50"))), ActiveContent},
		"packed objects behind a long dictionary": {
			pdf(stream("/Type/ObjStm/Filter/FlateDecode"+strings.Repeat(" ", 5000), deflated([]byte("4 0 <</S/JavaScript/JS(x)>>")))), ActiveContent,
		},
		"packed objects in hexadecimal": {
			pdf(stream("/Type/ObjStm/Filter[/ASCIIHexDecode]", []byte(hex.EncodeToString([]byte("4 0 <</S/JavaScript/JS(x)>>"))))), ActiveContent,
		},
		"packed objects cut by the mark of their end": {
			pdf(stream("/Type/ObjStm/Filter/FlateDecode", stored([]byte("4 0 <<>> endstream <<>>")))), Broken,
		},
		"a file of another place":  {pdf("3 0 obj\n<</S/GoToR/F(\\\\\\\\host\\\\x.pdf)>>\nendobj"), ActiveContent},
		"a HEIC":                   {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), PhoneFormat},
		"a HEIF":                   {[]byte("\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic"), PhoneFormat},
		"an AVIF":                  {[]byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00avifmif1"), PhoneFormat},
		"a film":                   {[]byte("\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp41"), WrongKind},
		"a bomb of packed objects": {pdf(stream("/Type/ObjStm/Filter/FlateDecode", deflated(make([]byte, maxInflated+1)))), TooLarge},
		"a password":               {pdf("trailer\n<</Encrypt 8 0 R>>"), Encrypted},
	} {
		t.Run(name, func(t *testing.T) {
			a, err := Accept(bytes.NewReader(c.data), "照片.jpg", Evidence)
			var refused *Refused
			if a != nil || !errors.As(err, &refused) || refused.Code != c.want {
				t.Errorf("%v, %v, want %s", a, err, c.want)
			}
		})
	}
}

// Files as real programs write them, in testdata: Ghostscript drew the page, with a script or a start at its opening; qpdf
// put the file inside, locked, and packed the objects; heif-enc made the photo.
func TestAccept_RealFiles(t *testing.T) {
	for name, want := range map[string]Code{
		"plain.pdf": "", "plain-packed.pdf": "", "locked.pdf": Encrypted, "photo.heic": PhoneFormat,
		"js.pdf": ActiveContent, "js-packed.pdf": ActiveContent, "launch.pdf": ActiveContent, "launch-packed.pdf": ActiveContent,
		"embedded.pdf": ActiveContent, "embedded-packed.pdf": ActiveContent,
	} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		a, err := Accept(bytes.NewReader(data), name, Evidence)
		var refused *Refused
		switch {
		case want == "" && (err != nil || !bytes.Equal(a.Bytes, data)):
			t.Errorf("%s: %v", name, err)
		case want != "" && (a != nil || !errors.As(err, &refused) || refused.Code != want):
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}

func TestAccept_ReadsNoMoreThanItNeeds(t *testing.T) {
	// An endless file of a right kind, and one of a wrong kind.
	for head, most := range map[string]int64{"%PDF-1.7\n": MaxSize + 1, "<html>": sniffed} {
		counted := &counter{r: io.MultiReader(strings.NewReader(head), endless{})}
		if _, err := Accept(counted, "x", Evidence); err == nil {
			t.Errorf("%q: no refusal", head)
		}
		if counted.n > most {
			t.Errorf("%q: %d bytes read, at most %d", head, counted.n, most)
		}
	}
	if a := accepted(t, append(pdf(strings.Repeat("%\n", 100)), ""...), ""); a.Name != "附件.pdf" {
		t.Errorf("%s", a.Name)
	}
}

func TestAccept_AFileOfTheLargestSizeIsTaken(t *testing.T) {
	data := pdf("")
	data = append(data[:9:9], append(bytes.Repeat([]byte("%comment\n"), MaxSize/9), data[9:]...)...)
	data = append(data[:9:9], data[len(data)-MaxSize+9:]...)
	if a := accepted(t, data, "x"); a.Size != MaxSize {
		t.Errorf("%d", a.Size)
	}
}

func TestAccept_AReaderThatFailsIsNoRefusal(t *testing.T) {
	broken := errors.New("connection lost")
	var refused *Refused
	for _, head := range []string{"", "%PDF-1.7\n" + strings.Repeat("%\n", sniffed)} {
		_, err := Accept(io.MultiReader(strings.NewReader(head), iotest.ErrReader(broken)), "x", Evidence)
		if !errors.Is(err, broken) || errors.As(err, &refused) {
			t.Errorf("%v", err)
		}
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func TestDisplayName(t *testing.T) {
	for in, want := range map[string]string{
		"照片.JPG":                   "照片.jpg",
		"":                         "附件.jpg",
		".jpg":                     "附件.jpg",
		"../../etc/passwd":         "passwd.jpg",
		`C:\Users\王\身份证.jpeg`:      "身份证.jpg",
		"a\x00b\nc.png":            "ab c.jpg",
		"x.exe":                    "x.exe.jpg",
		"x.jpg.exe":                "x.jpg.exe.jpg",
		"2026.2.6":                 "2026.2.6.jpg",
		"gpj.\u202e\u2066evil.exe": "gpj.evil.exe.jpg",
		"\ufeff王\u200b小明.heic":     "王小明.jpg",
		`a<b>:"|?*c.jpg`:           "abc.jpg",
		"..":                       "附件.jpg",
		" . x . .jpg":              "x.jpg",
		"e\u0301.jpg":              "é.jpg",
		"a\xffb.jpg":               "ab.jpg",
		"folder/":                  "附件.jpg",
		strings.Repeat("长", 300):   strings.Repeat("长", 96) + ".jpg",
	} {
		if got := displayName(in, JPEG); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}

func TestKinds_EachHasAMediaType(t *testing.T) {
	for _, k := range Kinds() {
		if !k.Valid() || k.MediaType() == "" {
			t.Errorf("%s", k)
		}
	}
	if Kind("HTML").Valid() || Kind("").Valid() {
		t.Error("what is not on the list is no kind")
	}
	for _, a := range allowList {
		if a.reason == "" {
			t.Errorf("%s is allowed for no reason", a.mediaType)
		}
	}
}

func FuzzAccept(f *testing.F) {
	photo := jpegOf(f, drawing(8, 4))
	for _, seed := range [][]byte{
		nil, photo, photo[:40], withSegments(photo, exif(binary.BigEndian, 6)), withSegments(photo, exif(binary.LittleEndian, 3)[:20]),
		pngOf(f, drawing(3, 5)), hugePNG(60000, 60000), decode64(f, webpOpaque), decode64(f, webpTransparent),
		pdf(""), pdf(stream("/Type/ObjStm", deflated([]byte("<<>>")))), pdf("/J#53 stream\nendstream#"), []byte("<html>"), zipped(f, "a"),
	} {
		f.Add(seed, "照片.jpg")
	}
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		a, err := Accept(bytes.NewReader(data), name, Evidence)
		if err != nil {
			var refused *Refused
			if a != nil || !errors.As(err, &refused) {
				t.Fatalf("%v, %v", a, err)
			}
			return
		}
		if !a.Kind.Valid() || a.Size != int64(len(a.Bytes)) || len([]rune(a.Name)) > maxName || strings.ContainsAny(a.Name, "/\\\x00") {
			t.Fatalf("%s %q %d", a.Kind, a.Name, a.Size)
		}
		if a.Kind != PDF && bytes.Contains(a.Bytes[:min(200, len(a.Bytes))], []byte("Exif")) {
			t.Fatal("metadata is kept")
		}
		again, err := Accept(bytes.NewReader(a.Bytes), a.Name, Evidence)
		if err != nil || again.Kind != a.Kind || again.Name != a.Name || again.Width != a.Width || again.Height != a.Height {
			t.Fatalf("what was accepted is not accepted again: %+v, %v", again, err)
		}
	})
}

// A photo of twelve megapixels that was held upright, the usual thing.
func BenchmarkAccept(b *testing.B) {
	data := withSegments(jpegOf(b, drawing(4000, 3000)), exif(binary.BigEndian, 6))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Accept(bytes.NewReader(data), "x", Evidence); err != nil {
			b.Fatal(err)
		}
	}
}
