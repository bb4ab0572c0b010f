package files

// Kind is what a stored file is; it is told from the content and is never what the sender claims.
type Kind string

// The closed list of kinds.
const (
	JPEG Kind = "JPEG"
	PNG  Kind = "PNG"
	PDF  Kind = "PDF"
)

// Kinds gives every kind.
func Kinds() []Kind { return []Kind{JPEG, PNG, PDF} }

// Valid says whether the kind is of the closed list.
func (k Kind) Valid() bool { return k.MediaType() != "" }

// MediaType is the Content-Type with which a file of the kind is stored and served; "" for what is no kind.
func (k Kind) MediaType() string {
	switch k {
	case JPEG:
		return "image/jpeg"
	case PNG:
		return "image/png"
	case PDF:
		return "application/pdf"
	}
	return ""
}

// extension is the ending of a name, with the dot.
func (k Kind) extension() string {
	switch k {
	case JPEG:
		return ".jpg"
	case PNG:
		return ".png"
	}
	return ".pdf"
}

// An entry of the allow-list: how a file of the media type is taken in, and why it is on the list at all.
type allowed struct {
	mediaType string
	accept    func(data []byte) (*Accepted, error)
	reason    string
}

// The allow-list. What is not on it is refused: HTML and SVG run scripts, Office files hold macros, archives hide what
// they contain, and none of them is needed to show a paper.
var allowList = []allowed{
	{"image/jpeg", acceptPicture, "what telephones and scanners make; drawn anew, so that nothing but its pixels is kept"},
	{"image/png", acceptPicture, "screenshots of messages and other systems; drawn anew"},
	{"image/webp", acceptPicture, "what messengers hand on; drawn anew as JPEG, or as PNG where it is transparent, since old viewers lack WebP"},
	{"application/pdf", acceptPDF, "scans of several pages and electronic certificates; kept byte by byte, as a signature may cover it"},
}

// What telephones save photos as. Decoding it takes a codec that this program does without; who sends such a photo is
// told how to get a JPEG of it.
var phoneFormats = []string{"image/heic", "image/heic-sequence", "image/heif", "image/heif-sequence", "image/avif"}
