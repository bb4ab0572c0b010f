package files

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"sync"

	"golang.org/x/image/draw"
	"golang.org/x/image/webp"
)

// quality keeps print on a photographed page legible at about a quarter of the size of 100.
const quality = 88

// One picture at a time is decoded: 50 megapixels take 150 to 750 MB (a progressive JPEG takes most), and an office's
// server has little memory.
var decoding sync.Mutex

// acceptPicture draws a picture anew, upright, so that only its pixels are kept: no EXIF, no place, no comment, and
// nothing that was appended to it. Its colour profile goes too. A portrait or picture is made small and lies on white.
func acceptPicture(data []byte, use Use) (*Accepted, error) {
	// By the mark alone, as image.Decode would, but without the formats that other packages register.
	form := pictureForms[0]
	for _, f := range pictureForms {
		if bytes.HasPrefix(data, f.mark) {
			form = f
		}
	}
	// Before decoding: a few hundred bytes can claim to be gigabytes of pixels.
	config, err := form.config(data)
	if err != nil {
		return nil, refuse(Broken, "%s header: %v", form.name, err)
	}
	if config.Width < 1 || config.Height < 1 {
		return nil, refuse(Broken, "%s of %d × %d pixels", form.name, config.Width, config.Height)
	}
	if int64(config.Width)*int64(config.Height) > MaxPixels {
		return nil, refuse(TooManyPixels, "%d × %d pixels", config.Width, config.Height)
	}
	decoding.Lock()
	defer decoding.Unlock()
	decoded, err := form.decode(data)
	if err != nil {
		return nil, refuse(Broken, "%s: %v", form.name, err)
	}
	decoded = upright(decoded, orientation(form.exif(data)))
	kind := form.kind
	switch use {
	case Portrait:
		decoded, kind = small(decoded), JPEG
	case Picture:
		decoded, kind = onScreen(decoded), JPEG
	}
	if kind == "" {
		kind = PNG
		if opaque(decoded) {
			kind = JPEG
		}
	}
	var out bytes.Buffer
	if kind == JPEG {
		err = jpeg.Encode(&out, decoded, &jpeg.Options{Quality: quality})
	} else {
		err = png.Encode(&out, decoded)
	}
	if err != nil { // e.g. a WebP wider than a JPEG can be
		return nil, refuse(Broken, "%s: %v", form.name, err)
	}
	size := decoded.Bounds().Size()
	return &Accepted{Kind: kind, Bytes: out.Bytes(), Width: size.X, Height: size.Y}, nil
}

// A pictureForm is one of the forms that pictures come in. An empty kind means: JPEG, or PNG where it is transparent.
type pictureForm struct {
	name   string
	mark   []byte
	kind   Kind
	config func([]byte) (image.Config, error)
	decode func([]byte) (image.Image, error)
	exif   func([]byte) []byte
}

var pictureForms = []pictureForm{
	{
		"JPEG", []byte("\xff\xd8\xff"), JPEG,
		func(b []byte) (image.Config, error) { return jpeg.DecodeConfig(bytes.NewReader(b)) },
		func(b []byte) (image.Image, error) { return jpeg.Decode(bytes.NewReader(b)) }, exifOfJPEG,
	},
	{
		"PNG", []byte("\x89PNG"), PNG,
		func(b []byte) (image.Config, error) { return png.DecodeConfig(bytes.NewReader(b)) },
		func(b []byte) (image.Image, error) { return png.Decode(bytes.NewReader(b)) }, exifOfPNG,
	},
	{
		"WebP", []byte("RIFF"), "",
		func(b []byte) (image.Config, error) { return webp.DecodeConfig(bytes.NewReader(b)) },
		func(b []byte) (image.Image, error) { return webp.Decode(bytes.NewReader(b)) }, exifOfWebP,
	},
}

// portraitSide is how many pixels the shorter side of a portrait keeps: a board shows many at once, at 240 at most, and
// screens have two pixels for one.
const portraitSide = 480

// small gives a picture whose shorter side has at most portraitSide pixels and whose longer one at most twice as many,
// cut in the middle, since a portrait is shown as a square; on white.
func small(m image.Image) image.Image {
	from := m.Bounds()
	if w, h := from.Dx(), from.Dy(); w > 2*h {
		from.Min.X += (w - 2*h) / 2
		from.Max.X = from.Min.X + 2*h
	} else if h > 2*w {
		from.Min.Y += (h - 2*w) / 2
		from.Max.Y = from.Min.Y + 2*w
	}
	return scaled(m, from, portraitSide/float64(min(from.Dx(), from.Dy())))
}

// pictureSide is how many pixels the longer side of a picture keeps: a page shows it as wide as itself at most.
const pictureSide = 1600

// onScreen gives a picture whose longer side has at most pictureSide pixels; on white.
func onScreen(m image.Image) image.Image {
	from := m.Bounds()
	return scaled(m, from, pictureSide/float64(max(from.Dx(), from.Dy())))
}

// scaled draws a part of a picture anew, smaller where scale is below 1 and never larger; on white.
func scaled(m image.Image, from image.Rectangle, scale float64) image.Image {
	scale = min(1, scale)
	size := func(n int) int { return max(1, int(float64(n)*scale+.5)) }
	to := image.NewRGBA(image.Rect(0, 0, size(from.Dx()), size(from.Dy())))
	draw.Draw(to, to.Bounds(), image.White, image.Point{}, draw.Src)
	draw.CatmullRom.Scale(to, to.Bounds(), m, from, draw.Over, nil)
	return to
}

// opaque says whether every pixel covers what is below it; a picture that cannot tell may be transparent.
func opaque(m image.Image) bool {
	o, ok := m.(interface{ Opaque() bool })
	return ok && o.Opaque()
}

// upright turns and mirrors the pixels as the orientation 1 to 8 of EXIF says, and leaves them alone for 1.
func upright(m image.Image, orientation int) image.Image {
	if orientation < 2 || orientation > 8 {
		return m
	}
	b := m.Bounds()
	w, h := b.Dx(), b.Dy()
	pixel := func(x, y int) color.NRGBA { return color.NRGBAModel.Convert(m.At(x, y)).(color.NRGBA) }
	if photo, ok := m.(*image.YCbCr); ok { // what nearly every turned picture is, without an allocation for each pixel
		pixel = func(x, y int) color.NRGBA {
			c := photo.YCbCrAt(x, y)
			r, g, b := color.YCbCrToRGB(c.Y, c.Cb, c.Cr)
			return color.NRGBA{R: r, G: g, B: b, A: 255}
		}
	}
	size := image.Rect(0, 0, w, h)
	if orientation >= 5 {
		size = image.Rect(0, 0, h, w)
	}
	to := image.NewNRGBA(size)
	for y := range h {
		for x := range w {
			tx, ty := x, y
			switch orientation {
			case 2:
				tx = w - 1 - x
			case 3:
				tx, ty = w-1-x, h-1-y
			case 4:
				ty = h - 1 - y
			case 5:
				tx, ty = y, x
			case 6:
				tx, ty = h-1-y, x
			case 7:
				tx, ty = h-1-y, w-1-x
			case 8:
				tx, ty = y, w-1-x
			}
			to.SetNRGBA(tx, ty, pixel(b.Min.X+x, b.Min.Y+y))
		}
	}
	if opaque(to) {
		// The same pixels as RGBA, for which the JPEG encoder has a quick way.
		return &image.RGBA{Pix: to.Pix, Stride: to.Stride, Rect: to.Rect}
	}
	return to
}
