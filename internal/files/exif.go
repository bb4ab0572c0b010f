package files

import (
	"bytes"
	"encoding/binary"
)

// The one tag that is read: how the camera was held.
const orientationTag = 0x0112

// orientation reads 1 to 8 from EXIF, which is a small TIFF; 1, upright, where it is absent or makes no sense.
func orientation(exif []byte) int {
	exif = bytes.TrimPrefix(exif, []byte("Exif\x00\x00"))
	if len(exif) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if string(exif[:2]) == "MM" {
		order = binary.BigEndian
	} else if string(exif[:2]) != "II" {
		return 1
	}
	at := uint64(order.Uint32(exif[4:]))
	if at+2 > uint64(len(exif)) {
		return 1
	}
	entries := exif[at+2:]
	for range order.Uint16(exif[at:]) {
		if len(entries) < 12 {
			return 1
		}
		if order.Uint16(entries) == orientationTag {
			if v := order.Uint16(entries[8:]); v >= 1 && v <= 8 {
				return int(v)
			}
			return 1
		}
		entries = entries[12:]
	}
	return 1
}

// exifOfJPEG gives the first EXIF segment before the pixels, nil where there is none.
func exifOfJPEG(data []byte) []byte {
	for rest := data[2:]; len(rest) >= 4 && rest[0] == 0xff; {
		marker := rest[1]
		if marker == 0xff { // filling
			rest = rest[1:]
			continue
		}
		if marker == 0xda || marker == 0xd9 {
			return nil
		}
		n := int(binary.BigEndian.Uint16(rest[2:]))
		if n < 2 || 2+n > len(rest) {
			return nil
		}
		if segment := rest[4 : 2+n]; marker == 0xe1 && bytes.HasPrefix(segment, []byte("Exif\x00\x00")) {
			return segment
		}
		rest = rest[2+n:]
	}
	return nil
}

// exifOfPNG gives the chunk eXIf, nil where there is none.
func exifOfPNG(data []byte) []byte {
	for rest := data[8:]; len(rest) >= 12; {
		n := uint64(binary.BigEndian.Uint32(rest))
		if n+12 > uint64(len(rest)) {
			return nil
		}
		if string(rest[4:8]) == "eXIf" {
			return rest[8 : 8+n]
		}
		rest = rest[n+12:]
	}
	return nil
}

// exifOfWebP gives the chunk EXIF, nil where there is none.
func exifOfWebP(data []byte) []byte {
	for rest := data[12:]; len(rest) >= 8; {
		n := uint64(binary.LittleEndian.Uint32(rest[4:]))
		if n+8 > uint64(len(rest)) {
			return nil
		}
		if string(rest[:4]) == "EXIF" {
			return rest[8 : 8+n]
		}
		rest = rest[min(8+n+n%2, uint64(len(rest))):] // chunks are padded to an even length
	}
	return nil
}
