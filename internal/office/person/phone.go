package person

import "strings"

// PhoneKind tells what sort of telephone number it is.
type PhoneKind string

// The kinds of telephone numbers that ParsePhone accepts.
const (
	Mobile   PhoneKind = "MOBILE"   // 11 digits beginning with 13 to 19
	Landline PhoneKind = "LANDLINE" // area code and 7 or 8 digits, perhaps an extension
	Service  PhoneKind = "SERVICE"  // 400, 800, and short public numbers such as 12345
)

// Phone is a checked mainland telephone number; the zero value is no number.
type Phone struct {
	kind  PhoneKind
	area  string // with its 0; landlines only
	local string
	ext   string
}

// ParsePhone reads a mainland number as typed: full-width digits, spaces, dashes, parentheses and a leading +86 or
// 0086 are allowed, an extension follows a dash, 转, 分机, ext, x or #. A landline needs its area code. Numbers of
// other countries and of Hong Kong, Macao and Taiwan are refused as ForeignNumber.
func ParsePhone(s string) (Phone, error) {
	in := strings.ToLower(strings.TrimSpace(fold(s)))
	if in == "" {
		return Phone{}, refuse("phone", Empty)
	}
	if len(in) > 64 {
		return Phone{}, refuse("phone", BadLength)
	}
	main, ext, marked := cutExtension(in)
	if marked && (!allDigits(ext) || len(ext) > 6) {
		return Phone{}, refuse("phone", NotANumber)
	}
	main, abroad, ok := stripCountry(main)
	if !ok {
		return Phone{}, refuse("phone", ForeignNumber)
	}
	groups, ok := digitGroups(main)
	if !ok {
		return Phone{}, refuse("phone", BadCharacter)
	}
	all := strings.Join(groups, "")
	if len(all) < 3 {
		return Phone{}, refuse("phone", BadLength)
	}
	if p, ok := mobile(all); ok {
		if marked {
			return Phone{}, refuse("phone", NotANumber)
		}
		return p, nil
	}
	if p, ok := service(all); ok {
		p.ext = ext
		return p, nil
	}
	if abroad && all[0] != '0' {
		// With the country code the 0 of the area code is not dialled.
		all, groups = "0"+all, append([]string{"0" + groups[0]}, groups[1:]...)
	}
	if p, ok := landline(all); ok {
		p.ext = ext
		return p, nil
	}
	// 0432-63000123-801: the last group is an extension when what stands before it is a whole number.
	if last := len(groups) - 1; !marked && last > 0 && len(groups[last]) <= 6 {
		if p, ok := landline(strings.Join(groups[:last], "")); ok {
			p.ext = groups[last]
			return p, nil
		}
		if p, ok := service(strings.Join(groups[:last], "")); ok && len(p.local) == 10 {
			p.ext = groups[last]
			return p, nil
		}
	}
	return Phone{}, refuse("phone", NotANumber)
}

func cutExtension(in string) (main, ext string, marked bool) {
	for _, mark := range []string{"分机号", "分机", "转", "ext.", "ext", "x", "#"} {
		if before, after, found := strings.Cut(in, mark); found {
			return before, strings.Trim(after, " -:.：,，;；()"), true
		}
	}
	return in, "", false
}

func stripCountry(in string) (rest string, abroad, ok bool) {
	switch t := strings.TrimLeft(in, " ("); {
	case strings.HasPrefix(t, "+"):
		t = strings.TrimLeft(t[1:], " ")
		if !strings.HasPrefix(t, "86") {
			return "", false, false
		}
		return t[2:], true, true
	case strings.HasPrefix(t, "0086"):
		return t[4:], true, true
	case strings.HasPrefix(t, "00"):
		return "", false, false
	case strings.HasPrefix(t, "86") && len(strings.Join(strings.FieldsFunc(t, notDigit), "")) == 13:
		return t[2:], true, true
	}
	return in, false, true
}

func notDigit(r rune) bool { return !isDigit(r) }

func digitGroups(s string) ([]string, bool) {
	for _, r := range s {
		if !isDigit(r) && !strings.ContainsRune(" -()./", r) {
			return nil, false
		}
	}
	g := strings.FieldsFunc(s, notDigit)
	return g, len(g) > 0
}

func mobile(d string) (Phone, bool) {
	if len(d) == 11 && d[0] == '1' && d[1] >= '3' {
		return Phone{kind: Mobile, local: d}, true
	}
	return Phone{}, false
}

func service(d string) (Phone, bool) {
	ok := false
	switch len(d) {
	case 10:
		ok = strings.HasPrefix(d, "400") || strings.HasPrefix(d, "800")
	case 3:
		ok = d == "110" || d == "119" || d == "120" || d == "122"
	case 5, 6, 7, 8:
		for _, p := range []string{"95", "96", "100", "101", "11", "12"} {
			ok = ok || strings.HasPrefix(d, p)
		}
		// 116114 and 12345678 differ in length only; beyond six digits just bank and carrier numbers exist.
		if len(d) > 6 {
			ok = strings.HasPrefix(d, "95") || strings.HasPrefix(d, "106") || strings.HasPrefix(d, "123")
		}
	}
	return Phone{kind: Service, local: d}, ok
}

func landline(d string) (Phone, bool) {
	if len(d) < 10 || d[0] != '0' {
		return Phone{}, false
	}
	area := 4
	if d[1] == '1' || d[1] == '2' {
		area = 3
	}
	// 010 and 02x have three digits, 03xx to 09xx four.
	if d[1] == '0' || (d[1] == '1' && d[2] != '0') {
		return Phone{}, false
	}
	local := d[area:]
	if (len(local) != 7 && len(local) != 8) || local[0] == '0' || local[0] == '1' {
		return Phone{}, false
	}
	return Phone{kind: Landline, area: d[:area], local: local}, true
}

// Kind tells what sort of number it is; empty for no number.
func (p Phone) Kind() PhoneKind { return p.kind }

// IsZero tells whether there is no number.
func (p Phone) IsZero() bool { return p.local == "" }

// Digits is the number in digits only, a landline with its area code, without country code and extension. It is what
// is looked up by a keyed hash.
func (p Phone) Digits() string { return p.area + p.local }

// Extension is the digits after the number, or nothing.
func (p Phone) Extension() string { return p.ext }

// String is the number as it is kept and dialled, such as 13900000000 or 0432-63000123-801. ParsePhone reads it back.
// It is personal data: what is shown is Masked.
func (p Phone) String() string {
	s := p.local
	if p.area != "" {
		s = p.area + "-" + s
	}
	if p.ext != "" {
		s += "-" + p.ext
	}
	return s
}

// Masked shows the first three and last four digits of a mobile or 400 number, and the area code and last digits of
// a landline with four stars between; an extension is not shown. Short public numbers belong to nobody and stay.
func (p Phone) Masked() string {
	switch {
	case p.IsZero():
		return ""
	case p.kind == Landline:
		return p.area + stars(4) + p.local[4:]
	case len(p.local) >= 10:
		return p.local[:3] + stars(len(p.local)-7) + p.Last4()
	}
	return p.local
}

// Last4 is the last four digits, the check that a resident is asked for (Q7).
func (p Phone) Last4() string {
	if len(p.local) <= 4 {
		return p.local
	}
	return p.local[len(p.local)-4:]
}
