// Package evidence keeps what proves that a journal was not rewritten: a Merkle log over its entries
// (golang.org/x/mod/sumdb/tlog) and signed checkpoints of it (sumdb/note), in the database and in files that the office
// keeps elsewhere. It computes; where the hashes lie is its caller's business.
package evidence

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Place tells where a hash of the log lies: which record stored it and as the how many of that record's hashes, by
// tlog's stored hash index.
func Place(index int64) (record int64, nth int) {
	level, n := tlog.SplitStoredHashIndex(index)
	return (n+1)<<level - 1, level
}

// Tree is the right edge of a log: of each level the newest hash, which is all that appending and the root need. Its
// memory does not grow with the log. The zero Tree is the empty log.
type Tree struct {
	size   int64
	levels [63]struct {
		n    int64
		hash tlog.Hash
	}
}

// Resume gives the tree of the first size records, from wherever their hashes lie.
func Resume(size int64, from tlog.HashReader) (*Tree, error) {
	if size < 0 {
		return nil, errors.New("evidence: a log of less than nothing")
	}
	t := &Tree{size: size}
	_, err := tlog.TreeHash(size, tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes, err := from.ReadHashes(indexes)
		if err == nil && len(hashes) != len(indexes) {
			err = errors.New("evidence: hashes are missing")
		}
		if err != nil {
			return nil, err
		}
		for i, index := range indexes {
			level, n := tlog.SplitStoredHashIndex(index)
			t.levels[level].n, t.levels[level].hash = n, hashes[i]
		}
		return hashes, nil
	}))
	return t, err
}

// ReadHashes gives hashes of the edge to tlog, which asks for no others of a tree that grows.
func (t *Tree) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		level, n := tlog.SplitStoredHashIndex(index)
		if l := t.levels[level]; l.n != n {
			return nil, fmt.Errorf("evidence: hash %d of level %d is not on the edge", n, level)
		}
		out[i] = t.levels[level].hash
	}
	return out, nil
}

// Size counts the records.
func (t *Tree) Size() int64 { return t.size }

// Next gives the hashes that the next record stores, beginning with its own; Take puts them into the tree.
func (t *Tree) Next(record tlog.Hash) ([]tlog.Hash, error) {
	return tlog.StoredHashesForRecordHash(t.size, record, t)
}

// Take puts the hashes of the next record into the tree.
func (t *Tree) Take(hashes []tlog.Hash) {
	for level, h := range hashes {
		t.levels[level].n, t.levels[level].hash = t.size>>level, h
	}
	t.size++
}

// Root is the hash of the whole tree.
func (t *Tree) Root() (tlog.Hash, error) { return tlog.TreeHash(t.size, t) }

// Pack writes a record's hashes as one value; Unpack reads it and refuses what has another length than record n's.
func Pack(hashes []tlog.Hash) []byte {
	b := make([]byte, 0, len(hashes)*tlog.HashSize)
	for _, h := range hashes {
		b = append(b, h[:]...)
	}
	return b
}

// Unpack reads what Pack wrote of record n.
func Unpack(n int64, b []byte) ([]tlog.Hash, error) {
	if want := tlog.StoredHashCount(n+1) - tlog.StoredHashCount(n); int64(len(b)) != want*tlog.HashSize {
		return nil, fmt.Errorf("%d bytes of hashes where record %d has %d hashes", len(b), n, want)
	}
	hashes := make([]tlog.Hash, len(b)/tlog.HashSize)
	for i := range hashes {
		copy(hashes[i][:], b[i*tlog.HashSize:])
	}
	return hashes, nil
}

// Checkpoint is a log as it was at an instant. Signed, it binds whoever keeps the log: every later log has to begin
// with the same entries.
type Checkpoint struct {
	// Log names the log: the community's key.
	Log  string
	Size int64
	Root tlog.Hash
	At   time.Time
	// Last is the number of the last entry in the journal.
	Last int64
}

const origin = "xinxing/journal/"

// Text is the checkpoint as it is signed, one fact a line: origin, size, root in base64, instant in UTC, last entry.
func (c Checkpoint) Text() string {
	return fmt.Sprintf("%s%s\n%d\n%s\n%s\n%d\n", origin, c.Log, c.Size, c.Root, c.At.UTC().Format(time.RFC3339Nano), c.Last)
}

// ParseText reads what Text wrote, and nothing else.
func ParseText(text string) (Checkpoint, error) {
	bad := errors.New("not a checkpoint of a journal")
	lines := strings.Split(text, "\n")
	if len(lines) != 6 {
		return Checkpoint{}, bad
	}
	log, ok := strings.CutPrefix(lines[0], origin)
	size, err1 := strconv.ParseInt(lines[1], 10, 64)
	root, err2 := tlog.ParseHash(lines[2])
	at, err3 := time.Parse(time.RFC3339Nano, lines[3])
	last, err4 := strconv.ParseInt(lines[4], 10, 64)
	c := Checkpoint{log, size, root, at, last}
	if !ok || size < 1 || errors.Join(err1, err2, err3, err4) != nil || c.Text() != text {
		return Checkpoint{}, bad
	}
	return c, nil
}

// Open checks the signature of a note and reads the checkpoint in it. It fails where none of the keys signed it.
func Open(signed string, keys ...note.Verifier) (Checkpoint, error) {
	type name struct {
		name string
		hash uint32
	}
	seen := map[name]bool{} // named twice, a key would be refused as ambiguous
	keys = slices.DeleteFunc(slices.Clone(keys), func(v note.Verifier) bool {
		n := name{v.Name(), v.KeyHash()}
		twice := seen[n]
		seen[n] = true
		return twice
	})
	n, err := note.Open([]byte(signed), note.VerifierList(keys...))
	if err != nil {
		return Checkpoint{}, err
	}
	for _, sig := range n.Sigs { // a flipped bit is found also where base64 has bits that mean nothing
		if _, err := base64.StdEncoding.Strict().DecodeString(sig.Base64); err != nil {
			return Checkpoint{}, err
		}
	}
	return ParseText(n.Text)
}

// Key signs checkpoints.
type Key struct {
	note.Signer
	// Public checks what it signed, and may be given to anybody.
	Public note.Verifier
	text   string
}

// keyName stands in notes and keys.
const keyName = "xinxing-journal"

// ParseKey reads a private key as note.GenerateKey makes it.
func ParseKey(text string) (*Key, error) {
	text = strings.TrimSpace(text)
	s, err := note.NewSigner(text)
	if err != nil {
		return nil, errors.New("not a private key for checkpoints") // without the key
	}
	// PRIVATE+KEY+name+hash+base64: the last may hold a plus of its own.
	seed, err := base64.StdEncoding.DecodeString(strings.SplitN(text, "+", 5)[4])
	if err != nil {
		return nil, err
	}
	public := ed25519.NewKeyFromSeed(seed[1:]).Public().(ed25519.PublicKey) // after a byte that names the algorithm
	vkey, err := note.NewEd25519VerifierKey(s.Name(), public)
	if err != nil {
		return nil, err
	}
	v, err := note.NewVerifier(vkey)
	if err != nil {
		return nil, err
	}
	return &Key{s, v, vkey}, nil
}

// GenerateKey makes the text of a new private key.
func GenerateKey() (string, error) {
	private, _, err := note.GenerateKey(rand.Reader, keyName)
	return private, err
}

// Verifier is the public key as text.
func (k *Key) Verifier() string { return k.text }

// Sign gives the checkpoint as a signed note.
func (k *Key) Sign(c Checkpoint) (string, error) {
	b, err := note.Sign(&note.Note{Text: c.Text()}, k.Signer)
	return string(b), err
}
