package files

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
)

// Names that let a PDF run something, open something, send something or carry another file. /OpenAction alone only
// chooses the first page; one that does more holds one of these.
var activeNames = []string{
	"JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "RichMediaExecute", "SubmitForm", "ImportData", "GoToE",
	"GoToR", "OnInstantiate",
}

// Ways to write an object stream that nobody uses and that would hide what it holds.
var oddFilters = []string{"ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "LZWDecode", "LZW", "RunLengthDecode", "RL", "Crypt", "Predictor"}

// Short names, which compressed bytes and addresses hit by chance: they count outside of streams only, and with a value.
var shortActiveNames = regexp.MustCompile(`/(JS|XFA)[\x00\s]*([(<\[]|[0-9]+[\x00\s]+[0-9]+[\x00\s]+R)`)

const (
	maxInflated      = 16 << 20 // of one object stream
	maxInflatedInAll = 64 << 20 // of a file
)

var (
	hexInName  = regexp.MustCompile(`#[0-9A-Fa-f]{2}`)
	streamMark = regexp.MustCompile(`stream\r?\n`)
)

// acceptPDF screens a PDF and keeps it as it is. It is a screen and no proof: names are looked for, also written with
// #-escapes and inside of compressed object streams, but the file is not interpreted, and who knows the screen may get
// round it. Whoever serves the file must still send it as an attachment under a strict policy.
func acceptPDF(data []byte, _ Use) (*Accepted, error) {
	tail := data[max(0, len(data)-2048):]
	if !bytes.Contains(tail, []byte("%%EOF")) || !bytes.Contains(data, []byte("startxref")) {
		return nil, refuse(Broken, "PDF without its end")
	}
	clear := unescaped(data)
	if nameIn(clear, "Encrypt") != "" {
		return nil, refuse(Encrypted, "/Encrypt")
	}
	if name := nameIn(clear, activeNames...); name != "" {
		return nil, refuse(ActiveContent, "/%s", name)
	}
	plain, packed, err := splitPDF(data)
	if err != nil {
		return nil, err
	}
	for _, objects := range append(packed, plain) {
		objects = unescaped(objects)
		if name := nameIn(objects, activeNames...); name != "" {
			return nil, refuse(ActiveContent, "/%s in an object stream", name)
		}
		if found := shortActiveNames.FindSubmatch(objects); found != nil {
			return nil, refuse(ActiveContent, "/%s", found[1])
		}
	}
	return &Accepted{Kind: PDF, Bytes: data}, nil
}

// unescaped writes #4A as J, as a reader of PDF does in names.
func unescaped(data []byte) []byte {
	if bytes.IndexByte(data, '#') < 0 {
		return data
	}
	return hexInName.ReplaceAllFunc(data, func(b []byte) []byte { return []byte{unhex(b[1])<<4 | unhex(b[2])} })
}

// nameIn gives the first of the names that occurs as a whole PDF name, "" where none does.
func nameIn(data []byte, names ...string) string {
	for _, name := range names {
		for rest := data; ; {
			at := bytes.Index(rest, []byte("/"+name))
			if at < 0 {
				break
			}
			rest = rest[at+1+len(name):]
			if len(rest) == 0 || !regular(rest[0]) {
				return name
			}
		}
	}
	return ""
}

// regular says whether a byte continues a PDF name.
func regular(b byte) bool {
	return b > ' ' && !bytes.ContainsRune([]byte("()<>[]{}/%"), rune(b))
}

func unhex(b byte) byte {
	switch {
	case b >= 'a':
		return b - 'a' + 10
	case b >= 'A':
		return b - 'A' + 10
	}
	return b - '0'
}

// splitPDF gives what stands outside of streams, and what the object streams hold when they are inflated.
func splitPDF(data []byte) (plain []byte, packed [][]byte, err error) {
	room := maxInflatedInAll
	for {
		at := streamMark.FindIndex(data)
		if at == nil {
			return append(plain, data...), packed, nil
		}
		head, body := data[:at[0]], data[at[1]:]
		plain = append(plain, head...)
		end := bytes.Index(body, []byte("endstream"))
		if end < 0 {
			return nil, nil, refuse(Broken, "PDF with a stream that does not end")
		}
		// The dictionary stands before the stream, however far: anything may fill it.
		if dictionary := unescaped(head); nameIn(dictionary, "ObjStm") != "" {
			if odd := nameIn(dictionary, oddFilters...); odd != "" {
				return nil, nil, refuse(ActiveContent, "an object stream with /%s", odd)
			}
			objects, err := inflate(body[:end], min(room, maxInflated))
			if err != nil {
				return nil, nil, err
			}
			room -= len(objects)
			packed = append(packed, objects)
		}
		data = body[end+len("endstream"):]
	}
}

// inflate gives the objects of an object stream; one that is stored plainly is given as it is. An object stream that
// cannot be looked into is refused.
func inflate(body []byte, most int) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(body))
	if err != nil {
		if printable(body) {
			return body, nil
		}
		return nil, refuse(ActiveContent, "an object stream that cannot be read")
	}
	defer z.Close()
	objects, err := io.ReadAll(io.LimitReader(z, int64(most)+1))
	if len(objects) > most {
		return nil, refuse(TooLarge, "object streams of more than %d bytes", most)
	}
	if err != nil { // also one that is cut by the mark of its end standing in its middle
		return nil, refuse(Broken, "object stream: %v", err)
	}
	return objects, nil
}

// printable says whether an object stream looks as one that is not compressed.
func printable(body []byte) bool {
	for _, b := range body[:min(64, len(body))] {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' || b > '~' {
			return false
		}
	}
	return true
}
