package seal

import (
	"bytes"
	"encoding/hex"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func key(b byte) []byte { return bytes.Repeat([]byte{b}, KeySize) }

func box(t interface{ Fatal(...any) }, k []byte, old ...[]byte) *Box {
	b, err := New(k, old...)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestSealOpens(t *testing.T) {
	b := box(t, key(1))
	rapid.Check(t, func(t *rapid.T) {
		plain, aad := rapid.String().Draw(t, "plain"), rapid.String().Draw(t, "aad")
		one, err := b.Seal(plain, aad)
		if err != nil {
			t.Fatal(err)
		}
		two, _ := b.Seal(plain, aad)
		if one == two {
			t.Fatal("the same token twice")
		}
		if !strings.HasPrefix(one, "v1.") || len(plain) > 3 && strings.Contains(one, plain) {
			t.Fatalf("token %q", one)
		}
		if got, err := b.Open(one, aad); err != nil || got != plain {
			t.Fatalf("opened %q, %v", got, err)
		}
		if got, err := b.Open(one, aad+"x"); !errors.Is(err, ErrOpen) || got != "" {
			t.Fatalf("opened at another place: %q, %v", got, err)
		}
	})
}

func TestSealNoticesEveryChange(t *testing.T) {
	b := box(t, key(1))
	token, _ := b.Seal("13900001234", "resident/1/phone")
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	for i := range token {
		for _, c := range "Az9_" {
			if byte(c) == token[i] {
				continue
			}
			changed := token[:i] + string(c) + token[i+1:]
			if got, err := b.Open(changed, "resident/1/phone"); err == nil || got != "" {
				t.Fatalf("place %d changed to %c opens: %q", i, c, got)
			}
		}
		if _, err := b.Open(token[:i], "resident/1/phone"); err == nil {
			t.Fatalf("cut at %d opens", i)
		}
	}
	for _, c := range alphabet {
		if _, err := b.Open(token+string(c), "resident/1/phone"); err == nil {
			t.Fatalf("with %c behind it opens", c)
		}
	}
}

func TestOpenRefusesWhatIsNoToken(t *testing.T) {
	b := box(t, key(1))
	for _, token := range []string{"", "v1.", "v1.AAAA", "v2.AAAA", "13900001234", "v1.!!!!", "v1." + strings.Repeat("A", 27)} {
		if _, err := b.Open(token, ""); !errors.Is(err, ErrFormat) {
			t.Errorf("Open(%q): %v", token, err)
		}
	}
}

func TestKeyRotation(t *testing.T) {
	before, other := box(t, key(1)), box(t, key(3))
	after := box(t, key(2), key(1))
	old, _ := before.Seal("text", "a")
	if got, err := after.Open(old, "a"); err != nil || got != "text" {
		t.Fatalf("the old token: %q, %v", got, err)
	}
	if stale, err := after.Stale(old, "a"); err != nil || !stale {
		t.Fatalf("the old token is stale: %v, %v", stale, err)
	}
	fresh, _ := after.Seal("text", "a")
	if stale, err := after.Stale(fresh, "a"); err != nil || stale {
		t.Fatalf("the new token is stale: %v, %v", stale, err)
	}
	if _, err := before.Open(fresh, "a"); !errors.Is(err, ErrOpen) {
		t.Fatalf("the old key opens the new token: %v", err)
	}
	if _, err := other.Open(old, "a"); !errors.Is(err, ErrOpen) {
		t.Fatalf("a strange key opens: %v", err)
	}
	hashes := after.Lookups("phone", "1")
	if len(hashes) != 2 || hashes[0] != after.Lookup("phone", "1") || hashes[1] != before.Lookup("phone", "1") {
		t.Fatalf("Lookups = %q", hashes)
	}
}

func TestLookup(t *testing.T) {
	b := box(t, key(1))
	h := b.Lookup("phone", "13900001234")
	if h != box(t, key(1)).Lookup("phone", "13900001234") || len(h) != 32 {
		t.Fatalf("Lookup = %q", h)
	}
	for _, other := range []string{b.Lookup("idNumber", "13900001234"), b.Lookup("phone1", "3900001234"), b.Lookup("phone", "13900001235"), box(t, key(2)).Lookup("phone", "13900001234")} {
		if other == h {
			t.Fatal("two values share a hash")
		}
	}
}

func TestKeys(t *testing.T) {
	if k, err := ParseKey(GenerateKey()); err != nil || len(k) != KeySize {
		t.Fatal(err)
	}
	if one, two := GenerateKey(), GenerateKey(); one == two {
		t.Fatal("the same key twice")
	}
	high := key(0xfb)
	for _, s := range []string{hex.EncodeToString(high), strings.ToUpper(hex.EncodeToString(high)), "+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/s=", " -_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s\n"} {
		if k, err := ParseKey(s); err != nil || !bytes.Equal(k, high) {
			t.Errorf("ParseKey(%q) = %x, %v", s, k, err)
		}
	}
	for _, s := range []string{"", "secret", hex.EncodeToString(high[1:]), hex.EncodeToString(high) + "00"} {
		if _, err := ParseKey(s); !errors.Is(err, ErrKey) {
			t.Errorf("ParseKey(%q): %v", s, err)
		}
	}
	for _, k := range [][]byte{nil, key(0), key(1)[1:]} {
		if _, err := New(k); !errors.Is(err, ErrKey) {
			t.Errorf("New(%x): %v", k, err)
		}
	}
	if _, err := New(key(1), key(0)); !errors.Is(err, ErrKey) {
		t.Error("an old key of zeros is accepted")
	}
}
