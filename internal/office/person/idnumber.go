package person

import (
	"strings"
	"time"
)

// Sex is what the order code of an ID number tells.
type Sex string

// The two values of Sex (GB 11643-1999, 4.2.3: odd order codes for men, even for women).
const (
	Male   Sex = "MALE"
	Female Sex = "FEMALE"
)

// IDNumber is a checked citizen identity number of 18 characters, digits and at most a final upper-case X
// (GB 11643-1999); the zero value is no number.
type IDNumber struct{ number string }

// provinces are the first two digits of GB/T 2260 codes.
const provinces = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71"

// ParseIDNumber reads the 18 characters as typed: spaces are dropped, full-width characters and a small x accepted.
// The numbers of residence permits for people from Hong Kong, Macao and Taiwan (810000, 820000, 830000) and of
// foreigners' permanent residence cards (9 + province + nationality) follow the same standard and pass. It refuses a
// wrong length, character, region, birth date or check digit; whether the birth date lies in the future is asked
// with BornBy.
func ParseIDNumber(s string) (IDNumber, error) {
	n := strings.ToUpper(strings.ReplaceAll(fold(s), " ", ""))
	if n == "" {
		return IDNumber{}, refuse("idNumber", Empty)
	}
	for i, r := range n {
		if !isDigit(r) && !(r == 'X' && i == 17) {
			return IDNumber{}, refuse("idNumber", BadCharacter)
		}
	}
	if len(n) != 18 {
		return IDNumber{}, refuse("idNumber", BadLength)
	}
	if !regionPlausible(n[:6]) {
		return IDNumber{}, refuse("idNumber", BadRegion)
	}
	id := IDNumber{n}
	y, m, d := id.BirthDate()
	// Nobody alive was born before 1900, and a year like 0197 is a slip of the finger.
	if y < 1900 || !isDay(y, m, d) {
		return IDNumber{}, refuse("idNumber", BadBirthDate)
	}
	if checkDigit(n[:17]) != n[17] {
		return IDNumber{}, refuse("idNumber", BadCheckDigit)
	}
	return id, nil
}

func regionPlausible(r string) bool {
	switch {
	case r == "810000" || r == "820000" || r == "830000":
		return true
	case r[0] == '9':
		return isProvince(r[1:3])
	}
	return isProvince(r[:2]) && r[2:4] != "00"
}

func isProvince(two string) bool {
	for _, p := range strings.Fields(provinces) {
		if p == two {
			return true
		}
	}
	return false
}

func isDay(y int, m time.Month, d int) bool {
	t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	ty, tm, td := t.Date()
	return ty == y && tm == m && td == d
}

// checkDigit computes the 18th character of 17 digits (ISO 7064 MOD 11-2).
func checkDigit(first17 string) byte {
	sum := 0
	for i := 0; i < 17; i++ {
		// The weight of a place is 2^(17-i) mod 11.
		sum = (sum + int(first17[i]-'0')) * 2 % 11
	}
	return "10X98765432"[sum]
}

// MakeIDNumber builds the number of a region code (6 digits), a birth date and an order code (0-999), with its check
// digit. It fails as ParseIDNumber does; an order code out of range is a wrong length.
func MakeIDNumber(region string, year int, month time.Month, day, order int) (IDNumber, error) {
	if len(region) != 6 || !allDigits(region) || order < 0 || order > 999 || year < 0 || year > 9999 {
		return IDNumber{}, refuse("idNumber", BadLength)
	}
	if !isDay(year, month, day) {
		return IDNumber{}, refuse("idNumber", BadBirthDate)
	}
	first := region + pad(year, 4) + pad(int(month), 2) + pad(day, 2) + pad(order, 3)
	return ParseIDNumber(first + string(checkDigit(first)))
}

func pad(n, width int) string {
	b := make([]byte, width)
	for i := width - 1; i >= 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return string(b)
}

// String is the whole number. It is personal data: what is shown is Masked.
func (id IDNumber) String() string { return id.number }

// IsZero tells whether there is no number.
func (id IDNumber) IsZero() bool { return id.number == "" }

// Region is the six digits of the place of first registration.
func (id IDNumber) Region() string { return id.slice(0, 6) }

// BirthDate is the calendar day in the number, in the form of time.Time.Date; all zero when there is no number.
func (id IDNumber) BirthDate() (year int, month time.Month, day int) {
	if id.IsZero() {
		return 0, 0, 0
	}
	return number(id.number[6:10]), time.Month(number(id.number[10:12])), number(id.number[12:14])
}

// BornBy tells whether the birth date is not after the given day, usually today.
func (id IDNumber) BornBy(year int, month time.Month, day int) bool {
	y, m, d := id.BirthDate()
	return y*10000+int(m)*100+d <= year*10000+int(month)*100+day
}

// Sex is told by the 17th digit.
func (id IDNumber) Sex() Sex {
	if id.IsZero() {
		return ""
	}
	if (id.number[16]-'0')%2 == 1 {
		return Male
	}
	return Female
}

// Masked shows the first three and the last four characters, the rest as stars.
func (id IDNumber) Masked() string {
	if id.IsZero() {
		return ""
	}
	return id.number[:3] + stars(11) + id.number[14:]
}

// Last4 is the last four characters, as a clerk is told them at the window.
func (id IDNumber) Last4() string { return id.slice(14, 18) }

func (id IDNumber) slice(from, to int) string {
	if id.IsZero() {
		return ""
	}
	return id.number[from:to]
}

func number(digits string) int {
	n := 0
	for i := 0; i < len(digits); i++ {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}
