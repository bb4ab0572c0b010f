package files

// Kind is what a stored file is; it is told from the content and is never what the sender claims.
type Kind string

// The closed list of kinds.
const (
	JPEG Kind = "JPEG"
	PNG  Kind = "PNG"
	PDF  Kind = "PDF"
	DOCX Kind = "DOCX"
	XLSX Kind = "XLSX"
	// What the program makes itself, and nobody sends.
	CSV    Kind = "CSV"
	NDJSON Kind = "NDJSON"
)

// Kinds gives every kind.
func Kinds() []Kind { return []Kind{JPEG, PNG, PDF, DOCX, XLSX, CSV, NDJSON} }

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
	case DOCX:
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	case XLSX:
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case CSV:
		return "text/csv; charset=utf-8"
	case NDJSON:
		return "application/x-ndjson"
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
	case DOCX:
		return ".docx"
	case XLSX:
		return ".xlsx"
	case CSV:
		return ".csv"
	case NDJSON:
		return ".ndjson"
	}
	return ".pdf"
}

// Use is what a file is taken in for; it decides which kinds are wanted.
type Use int

// The uses.
const (
	Evidence  Use = iota // a scan or photo of a case: picture or PDF
	Portrait             // a person's photo on the public board: a picture, made small
	BlankForm            // a form that residents fill in: PDF, or to be filled in on a computer
	Picture              // what a project or program looked like: a picture, no larger than a screen
)

// Kinds are those that a file of the use may be stored as.
func (u Use) Kinds() []Kind {
	switch u {
	case Portrait, Picture:
		return []Kind{JPEG}
	case BlankForm:
		return []Kind{PDF, DOCX, XLSX}
	}
	return []Kind{JPEG, PNG, PDF}
}

// Senders are the kinds that somebody may send for the use, as a refusal names them.
func (u Use) Senders() []Kind {
	if u == Portrait || u == Picture {
		return []Kind{JPEG, PNG}
	}
	return u.Kinds()
}

// An entry of the allow-list: how a file of the media type is taken in for a use, and why it is on the list at all.
type allowed struct {
	mediaType string
	accept    func(data []byte, u Use) (*Accepted, error)
	uses      []Use
	reason    string
}

const zipType = "application/zip"

// The allow-list. What is not on it is refused: HTML and SVG run scripts, archives hide what they contain. Office files
// can hold macros, and none is needed to show a paper: they are taken for blank forms alone, and screened.
var allowList = []allowed{
	{"image/jpeg", acceptPicture, []Use{Evidence, Portrait, Picture}, "what telephones and scanners make; drawn anew, so that nothing but its pixels is kept"},
	{"image/png", acceptPicture, []Use{Evidence, Portrait, Picture}, "screenshots of messages and other systems; drawn anew"},
	{"image/webp", acceptPicture, []Use{Evidence, Portrait, Picture}, "what messengers hand on; drawn anew as JPEG, or as PNG where it is transparent, since old viewers lack WebP"},
	{"application/pdf", acceptPDF, []Use{Evidence, BlankForm}, "scans of several pages and electronic certificates; kept byte by byte, as a signature may cover it"},
	{zipType, acceptOffice, []Use{BlankForm}, "DOCX and XLSX, told from what the archive says it is: blank forms are filled in on a computer too; kept byte by byte"},
}

// What telephones save photos as. Decoding it takes a codec that this program does without; who sends such a photo is
// told how to get a JPEG of it.
var phoneFormats = []string{"image/heic", "image/heic-sequence", "image/heif", "image/heif-sequence", "image/avif"}
