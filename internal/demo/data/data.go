// Package data is the demo community: 新星社区 under 九站街道, its staff, posts, service items, neighbouring
// departments, residents and what people say to one another at its desk. Every person, number and address is made up;
// telephone numbers use ranges that no operator is known to have, web addresses end in .example.
package data

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed *.tsv *.txt
var files embed.FS

// Community is the office itself.
type Community struct {
	Code, Name, Subdistrict, SubdistrictName, Address, Phone, TimeZone string
}

// Home is the demo community.
var Home = Community{
	Code: "XINXING", Name: "新星社区", Subdistrict: "JIUZHAN", SubdistrictName: "九站街道",
	Address: "九站街道新星路5号新星社区党群服务中心", Phone: "0432-20001000", TimeZone: "Asia/Shanghai",
}

// Role says what a member of staff is.
type Role string

// The roles of the demo staff. The supervisor belongs to the subdistrict and not to the community.
const (
	Director      Role = "DIRECTOR"
	Leader        Role = "LEADER"
	Clerk         Role = "CLERK"
	GridWorker    Role = "GRID_WORKER"
	Administrator Role = "ADMINISTRATOR"
	Supervisor    Role = "SUPERVISOR"
)

// Staff is a member of the office. Login is the name in pinyin; Superior is a login, empty for the supervisor only.
type Staff struct {
	Login, Name string
	Role        Role
	Title       string
	Superior    string
	Phone       string
}

// Outside tells that the person is not of the community but of the subdistrict above it.
func (s Staff) Outside() bool { return s.Role == Supervisor }

// Post is a window with its two halves (B1). A and B are logins of two different clerks; two clerks stand in for each
// other on exactly the posts they share.
type Post struct {
	Code, Name, Window, A, B, Duties string
}

// Subject is what a post's A must master, and its B must know where BKnows is true (B8). A and B tell how each learned it:
// "training", "test" or "failed" (a test), one after the other.
type Subject struct {
	Post, Name string
	BKnows     bool
	A, B       []string
}

// ItemKind says what sort of service an item is.
type ItemKind string

// The kinds of items. A NotIssued item is a certificate that the office may not issue (F7); it names the department to
// go to.
const (
	Registration ItemKind = "REGISTRATION"
	Enquiry      ItemKind = "ENQUIRY"
	Appeal       ItemKind = "APPEAL"
	Certificate  ItemKind = "CERTIFICATE"
	NotIssued    ItemKind = "NOT_ISSUED"
)

// Item is an entry of the catalogue. LimitDays and ExtensionDays are working days, ExtensionDays for each extension; Fee is
// decimal yuan; Channels are VISIT, PHONE, FAX, LETTER, WEB, HOTLINE or GRID; Department is a code, for NotIssued
// items only. Materials is in the order of the window's list, and empty for enquiries, appeals and what is not issued.
// Steps are the office's for what it handles, and for NotIssued items what the resident does there. LegalBasis is empty
// where no document is certain.
type Item struct {
	Code, Name    string
	Kind          ItemKind
	LimitDays     int
	Post          string
	Fee           string
	Channels      []string
	MaxExtensions int
	ExtensionDays int
	Department    string
	Materials     []Material
	Steps         []string
	LegalBasis    string
}

// Material is one thing that a resident brings for an item; its Name is unique among the item's materials. Copies is 1
// to 5. Form is ORIGINAL, COPY or ORIGINAL_AND_COPY; the last is 验原件留复印件: the original is shown, the copies are
// kept. IssuedBy and Why are never empty. Sample says how a good one looks or what to mind, and may be empty. Where
// Required is false, Why says for which case it is needed.
type Material struct {
	Name     string
	Copies   int
	Form     string
	IssuedBy string
	Why      string
	Sample   string
	Required bool
}

// Department is a place to which residents are guided (F7).
type Department struct {
	Code, Name, Address, Phone, Hours, Web, Duties string
}

// Estate is a housing estate of the community, looked after by one grid worker (a login).
type Estate struct {
	Name, GridWorker, Street        string
	Buildings, Units, Floors, Rooms int
}

// Texts is what is said and written about the cases of one item. Guidance is filled for what is guided elsewhere, Results
// for what the office finishes.
type Texts struct {
	Demands      []string // what the caller wants
	Situations   []string // the caller's basic situation (F3)
	Results      []string // the outcome at completion
	Guidance     []string // where to go instead, and what to bring (F7)
	HandOvers    []string // the first responder's explanation to the handler (F10)
	Returns      []string // the receiver's reason for handing back (F10)
	Extensions   []string // the reason for an extension (T5)
	Reports      []string // the report to the superior (F6)
	Instructions []string // the superior's answer to a report (F6)
	Refusals     []string // the legal reason for not accepting (T2)
}

// Outside is a demand that is not within the office's duty at all and has no item: where it belongs and what is said (F7).
type Outside struct {
	Department, Demand, Situation, Guidance string
}

var (
	outside     = parse("outside.tsv", 4, func(f []string) Outside { return Outside{f[0], f[1], f[2], f[3]} })
	staff       = parse("staff.tsv", 6, func(f []string) Staff { return Staff{f[0], f[1], Role(f[2]), f[3], f[4], f[5]} })
	posts       = parse("posts.tsv", 6, func(f []string) Post { return Post{f[0], f[1], f[2], f[3], f[4], f[5]} })
	subjects    = parse("subjects.tsv", 4, func(f []string) Subject { return Subject{f[0], f[1], f[3] != "-", learned(f[2]), learned(f[3])} })
	departments = parse("departments.tsv", 7, func(f []string) Department { return Department{f[0], f[1], f[2], f[3], f[4], f[5], f[6]} })
	estates     = parse("estates.tsv", 7, func(f []string) Estate {
		return Estate{f[0], f[1], f[2], count(f[3]), count(f[4]), count(f[5]), count(f[6])}
	})
	materials = byCode("materials.tsv")
	items     = parse("items.tsv", 12, func(f []string) Item {
		return Item{
			Code: f[0], Name: f[1], Kind: ItemKind(f[2]), LimitDays: count(f[3]), Post: f[4], Fee: f[5], Channels: list(f[6], ","),
			MaxExtensions: count(f[7]), ExtensionDays: count(f[8]), Department: f[9], Materials: materials[f[0]], Steps: list(f[10], "|"),
			LegalBasis: f[11],
		}
	})
	byItem = sections("demands.txt")
	byPost = sections("texts.txt")
)

// AllStaff gives the 25 members of staff, the director first.
func AllStaff() []Staff { return append([]Staff(nil), staff...) }

// Posts gives the 12 posts in the order of their windows.
func Posts() []Post { return append([]Post(nil), posts...) }

// Subjects gives what the posts want of their A and B, post by post.
func Subjects() []Subject { return append([]Subject(nil), subjects...) }

// Items gives the 73 entries of the catalogue: 53 services and the 20 certificates that may not be issued. Their lists
// are shared: read only.
func Items() []Item { return append([]Item(nil), items...) }

// Departments gives the directory of functional departments.
func Departments() []Department { return append([]Department(nil), departments...) }

// Estates gives the housing estates, one for each grid worker.
func Estates() []Estate { return append([]Estate(nil), estates...) }

// OutsideDemands gives demands that belong to another department.
func OutsideDemands() []Outside { return append([]Outside(nil), outside...) }

// Demands gives the texts for the cases of an item: its own words and those of its post. An unknown code gives empty
// texts.
func Demands(itemCode string) Texts {
	own := byItem[itemCode]
	t := Texts{Demands: own["d"], Situations: own["s"], Results: own["r"], Guidance: own["g"]}
	for _, it := range items {
		if it.Code == itemCode {
			post := byPost[it.Post]
			t.HandOvers, t.Returns, t.Extensions = post["h"], post["b"], post["e"]
			t.Reports, t.Instructions, t.Refusals = post["u"], post["i"], post["n"]
		}
	}
	return t
}

// parse reads an embedded table: one row a line, tabs between, lines with # are comments. A file that is wrong ends the
// program at its start, because it was built wrong.
func parse[T any](file string, fields int, row func([]string) T) []T {
	var out []T
	for i, line := range lines(file) {
		f := strings.Split(line, "\t")
		if len(f) != fields {
			panic(fmt.Sprintf("data: %s: row %d has %d fields, not %d", file, i+1, len(f), fields))
		}
		out = append(out, row(f))
	}
	return out
}

// byCode reads the materials of each item, in the file's order.
func byCode(file string) map[string][]Material {
	type line struct {
		item string
		Material
	}
	out := map[string][]Material{}
	for _, l := range parse(file, 8, func(f []string) line {
		return line{f[0], Material{f[1], count(f[2]), f[3], f[4], f[5], f[6], yes(f[7])}}
	}) {
		out[l.item] = append(out[l.item], l.Material)
	}
	return out
}

func lines(file string) []string {
	raw, err := files.ReadFile(file)
	if err != nil {
		panic(err)
	}
	var out []string
	for _, line := range strings.Split(string(raw), "\n") {
		line = strings.TrimRight(line, "\r")
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

// sections reads texts under [code] headings, each line a one-letter key, a colon and the text.
func sections(file string) map[string]map[string][]string {
	out := map[string]map[string][]string{}
	code := ""
	for _, line := range lines(file) {
		if strings.HasPrefix(line, "[") {
			code = strings.Trim(line, "[]")
			out[code] = map[string][]string{}
			continue
		}
		key, text, ok := strings.Cut(line, ": ")
		if !ok || code == "" || len(key) != 1 {
			panic("data: " + file + ": " + line)
		}
		out[code][key] = append(out[code][key], text)
	}
	return out
}

func count(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		panic("data: not a count: " + s)
	}
	return n
}

func yes(s string) bool {
	if s != "yes" && s != "no" {
		panic("data: neither yes nor no: " + s)
	}
	return s == "yes"
}

// learned reads how a subject was learned; "-" and "none" are nothing.
func learned(s string) []string {
	if s == "-" || s == "none" {
		return nil
	}
	return list(s, ",")
}

func list(s, sep string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, sep)
}
