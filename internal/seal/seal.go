// Package seal keeps personal fields encrypted at rest, and finds them again by a keyed hash.
package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"strings"
)

// KeySize is the length of a master key in bytes.
const KeySize = 32

// The errors of this package; none tells the key or the text.
var (
	ErrKey    = errors.New("seal: the key must be 32 bytes, in base64 or hexadecimal")
	ErrFormat = errors.New("seal: not a sealed value")
	ErrOpen   = errors.New("seal: the value does not open with these keys at this place")
)

const version = "v1."

// Box seals and opens short texts under a master key. It is safe for use by many goroutines.
type Box struct {
	seal   cipher.AEAD
	open   []cipher.AEAD // the current key's first, then those of old keys
	lookup []byte
	older  [][]byte // look-up keys of the old master keys
}

// New makes a box from a master key of 32 bytes. Old master keys, newest first, open what was sealed before the key
// was changed; nothing is sealed with them.
func New(key []byte, old ...[]byte) (*Box, error) {
	b := &Box{}
	for i, k := range append([][]byte{key}, old...) {
		if len(k) != KeySize || zero(k) {
			return nil, ErrKey
		}
		// The salt may be public and fixed: the master key is already uniformly random.
		enc, err := hkdf.Key(sha256.New, k, nil, "xinxing seal v1 aes-256-gcm", 32)
		if err != nil {
			return nil, err
		}
		mac, err := hkdf.Key(sha256.New, k, nil, "xinxing seal v1 hmac-sha-256", 32)
		if err != nil {
			return nil, err
		}
		block, err := aes.NewCipher(enc)
		if err != nil {
			return nil, err
		}
		aead, err := cipher.NewGCM(block)
		if err != nil {
			return nil, err
		}
		b.open = append(b.open, aead)
		if i == 0 {
			b.seal, b.lookup = aead, mac
		} else {
			b.older = append(b.older, mac)
		}
	}
	return b, nil
}

func zero(k []byte) bool {
	for _, c := range k {
		if c != 0 {
			return false
		}
	}
	return true
}

// ParseKey reads a master key as configured: 64 hexadecimal digits, or base64 in either alphabet with or without
// padding. It fails with ErrKey.
func ParseKey(s string) ([]byte, error) {
	s = strings.TrimSpace(s)
	if k, err := hex.DecodeString(s); err == nil && len(k) == KeySize {
		return k, nil
	}
	s = strings.NewReplacer("-", "+", "_", "/").Replace(strings.TrimRight(s, "="))
	if k, err := base64.RawStdEncoding.DecodeString(s); err == nil && len(k) == KeySize {
		return k, nil
	}
	return nil, ErrKey
}

// GenerateKey gives a new random master key in the form that ParseKey reads (base64).
func GenerateKey() string {
	k := make([]byte, KeySize)
	rand.Read(k) // never fails: the program ends when the system has no randomness
	return base64.StdEncoding.EncodeToString(k)
}

// Seal encrypts a text for one place, named by aad, such as "resident/01H…/phone": it opens only with the same aad. The
// answer is printable ASCII, v1. and base64url, and is different each time.
func (b *Box) Seal(plain, aad string) (string, error) {
	nonce := make([]byte, b.seal.NonceSize(), b.seal.NonceSize()+len(plain)+b.seal.Overhead())
	if _, err := rand.Read(nonce); err != nil {
		return "", err
	}
	sealed := b.seal.Seal(nonce, nonce, []byte(plain), []byte(version+aad))
	return version + base64.RawURLEncoding.EncodeToString(sealed), nil
}

// Open gives back the text of a token made by Seal for the same place, with the current key or an old one. It fails with
// ErrFormat for what is no token and with ErrOpen for one that was changed, moved or sealed under another key.
func (b *Box) Open(token, aad string) (string, error) {
	plain, _, err := b.find(token, aad)
	return plain, err
}

// Stale tells whether a token that opens was sealed under an old key and should be sealed anew.
func (b *Box) Stale(token, aad string) (bool, error) {
	_, key, err := b.find(token, aad)
	return key > 0, err
}

func (b *Box) find(token, aad string) (plain string, key int, err error) {
	body, ok := strings.CutPrefix(token, version)
	if !ok {
		return "", 0, ErrFormat
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(body)
	if err != nil || len(raw) < b.seal.NonceSize()+b.seal.Overhead() {
		return "", 0, ErrFormat
	}
	nonce, sealed := raw[:b.seal.NonceSize()], raw[b.seal.NonceSize():]
	for i, aead := range b.open {
		if p, err := aead.Open(nil, nonce, sealed, []byte(version+aad)); err == nil {
			return string(p), i, nil
		}
	}
	return "", 0, ErrOpen
}

// Lookup is the keyed hash by which a sealed value is found: 32 characters of base64url, the same for the same kind
// ("phone", "idNumber") and value under the current key, and useless without it.
func (b *Box) Lookup(kind, value string) string { return lookup(b.lookup, kind, value) }

// Lookups gives Lookup under the current key and then under each old one, to find rows that are not yet hashed anew.
func (b *Box) Lookups(kind, value string) []string {
	out := []string{b.Lookup(kind, value)}
	for _, k := range b.older {
		out = append(out, lookup(k, kind, value))
	}
	return out
}

func lookup(key []byte, kind, value string) string {
	h := hmac.New(sha256.New, key)
	// The length keeps ("a", "bc") and ("ab", "c") apart.
	var n [8]byte
	binary.BigEndian.PutUint64(n[:], uint64(len(kind)))
	h.Write(n[:])
	h.Write([]byte(kind))
	h.Write([]byte(value))
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:24])
}
