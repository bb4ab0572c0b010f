package evidence

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"
)

// kept is a log's records as a database keeps them.
type kept [][]byte

func (k kept) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		record, nth := Place(index)
		if record >= int64(len(k)) {
			return nil, fmt.Errorf("no record %d", record)
		}
		hashes, err := Unpack(record, k[record])
		if err != nil {
			return nil, err
		}
		out[i] = hashes[nth]
	}
	return out, nil
}

func grow(t rapid.TB, leaves [][]byte) (kept, []tlog.Hash) {
	t.Helper()
	tree, records, roots := &Tree{}, kept{}, []tlog.Hash{}
	for i, data := range leaves {
		if i%7 == 3 { // as after a restart
			var err error
			if tree, err = Resume(int64(i), records); err != nil {
				t.Fatal(err)
			}
		}
		hashes, err := tree.Next(tlog.RecordHash(data))
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, Pack(hashes))
		tree.Take(hashes)
		root, err := tree.Root()
		if err != nil {
			t.Fatal(err)
		}
		if again, err := tlog.TreeHash(int64(i+1), records); err != nil || again != root || tree.Size() != int64(i+1) {
			t.Fatalf("the edge gives %s, the records %s (%v)", root, again, err)
		}
		roots = append(roots, root)
	}
	return records, roots
}

var logs = rapid.Custom(func(t *rapid.T) [][]byte {
	return rapid.SliceOfN(rapid.SliceOfN(rapid.Byte(), 1, 20), 1, 70).Draw(t, "leaves")
})

// Every record is in every tree after it, every tree extends every one before; and with one bit flipped, wherever, no
// proof holds.
func TestTree_ProofsHoldAndAFlippedBitIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		leaves := logs.Draw(t, "log")
		records, roots := grow(t, leaves)
		n := int64(len(leaves))
		at := rapid.Int64Range(0, n-1).Draw(t, "record")
		old := rapid.Int64Range(1, n).Draw(t, "old")
		in, err := tlog.ProveRecord(n, at, records)
		if err != nil {
			t.Fatal(err)
		}
		if err := tlog.CheckRecord(in, n, roots[n-1], at, tlog.RecordHash(leaves[at])); err != nil {
			t.Fatal(err)
		}
		grown, err := tlog.ProveTree(n, old, records)
		if err != nil {
			t.Fatal(err)
		}
		if err := tlog.CheckTree(grown, n, roots[n-1], old, roots[old-1]); err != nil {
			t.Fatal(err)
		}

		bit := rapid.IntRange(0, 8*len(leaves[at])-1).Draw(t, "bit")
		leaves[at][bit/8] ^= 1 << (bit % 8)
		if tlog.CheckRecord(in, n, roots[n-1], at, tlog.RecordHash(leaves[at])) == nil {
			t.Fatal("a changed record is proven to be there")
		}
		_, changed := grow(t, leaves)
		for i := range roots {
			if same := roots[i] == changed[i]; same != (int64(i) < at) {
				t.Fatalf("record %d was changed, root %d is the same: %v", at, i, same)
			}
		}
		if old > at && tlog.CheckTree(grown, n, changed[n-1], old, roots[old-1]) == nil {
			t.Fatal("a rewritten log extends the old one")
		}
		for i := range grown {
			grown[i][0] ^= 1
			if tlog.CheckTree(grown, n, roots[n-1], old, roots[old-1]) == nil {
				t.Fatal("a changed proof holds")
			}
			grown[i][0] ^= 1
		}

		// A flipped bit in a stored hash: that record's hashes no longer follow, or a later record's, or its own leaf.
		of := rapid.Int64Range(0, n-1).Draw(t, "stored")
		bit = rapid.IntRange(0, 8*len(records[of])-1).Draw(t, "stored bit")
		records[of][bit/8] ^= 1 << (bit % 8)
		found := false
		tree := &Tree{}
		for i, b := range records {
			stored, err := Unpack(int64(i), b)
			if err != nil {
				t.Fatal(err)
			}
			hashes, err := tree.Next(stored[0])
			if err != nil {
				t.Fatal(err)
			}
			for level := range hashes {
				found = found || hashes[level] != stored[level]
			}
			found = found || int64(i) == of && bit < 8*tlog.HashSize // the leaf's own: compared with the entry
			tree.Take(stored)
		}
		if !found {
			t.Fatalf("bit %d of record %d was flipped and nothing shows", bit, of)
		}
	})
}

func key(t testing.TB) *Key {
	t.Helper()
	text, err := GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	k, err := ParseKey(" " + text + "\n")
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestFile_IsReadAsWrittenAndNoOtherwise(t *testing.T) {
	k, other := key(t), key(t)
	rapid.Check(t, func(t *rapid.T) {
		leaves := logs.Draw(t, "log")
		records, roots := grow(t, leaves)
		n := int64(len(leaves))
		before := rapid.Int64Range(0, n).Draw(t, "before")
		c := Checkpoint{Log: "com_1", Size: n, Root: roots[n-1], At: time.Date(2026, 3, 2, 9, 0, 0, 123000, time.UTC), Last: n * 3}
		signed, err := k.Sign(c)
		if err != nil {
			t.Fatal(err)
		}
		f := File{Note: signed}
		if before > 0 {
			f.Before = Checkpoint{Size: before, Root: roots[before-1]}
			if f.Proof, err = tlog.ProveTree(n, before, records); err != nil {
				t.Fatal(err)
			}
		}
		text := f.Text()
		for _, same := range []string{text, strings.ReplaceAll(text, "\n", "\r\n"), "\ufeff" + text, text + "\n"} {
			got, g, err := OpenFile(same, other.Public, k.Public, k.Public)
			if err != nil || got != c || g.Before != f.Before || len(g.Proof) != len(f.Proof) {
				t.Fatalf("%+v %+v %v of\n%s", got, g, err, same)
			}
		}
		if _, _, err := OpenFile(text, other.Public); err == nil {
			t.Fatal("somebody else's signature counts")
		}
		if _, _, err := OpenFile(text); err == nil {
			t.Fatal("any signature counts")
		}
		// One bit of it flipped: refused, or the same checkpoint (white space at the end, a letter's case in no place).
		b := []byte(text)
		bit := rapid.IntRange(0, 8*len(b)-1).Draw(t, "bit")
		b[bit/8] ^= 1 << (bit % 8)
		if got, g, err := OpenFile(string(b), k.Public); err == nil && (got != c || g.Before != f.Before && g.Before.Size != 0) {
			t.Fatalf("bit %d flipped: read as %+v %+v\n%s", bit, got, g, b)
		}
	})
}

// Every bit of a note is fixed, those too that base64 does not use.
func TestCheckpoint_AnyBitOfTheNote(t *testing.T) {
	for range 8 { // signatures differ in which bits mean nothing
		k := key(t)
		signed, err := k.Sign(Checkpoint{Log: "com_1", Size: 3, At: time.Unix(0, 0).UTC(), Last: 9})
		if err != nil {
			t.Fatal(err)
		}
		for bit := range 8 * len(signed) {
			b := []byte(signed)
			b[bit/8] ^= 1 << (bit % 8)
			if c, err := Open(string(b), k.Public); err == nil {
				t.Errorf("bit %d of byte %d flipped, read as %+v:\n%s", bit%8, bit/8, c, b)
			}
		}
	}
}

func TestCheckpoint_NothingElseIsRead(t *testing.T) {
	k := key(t)
	good := Checkpoint{Log: "com_1", Size: 3, Root: tlog.RecordHash(nil), At: time.Unix(0, 0).UTC(), Last: 9}
	for name, text := range map[string]string{
		"another tree":   strings.Replace(good.Text(), origin, "go.sum database tree", 1),
		"no size":        strings.Replace(good.Text(), "\n3\n", "\n\n", 1),
		"nothing in it":  strings.Replace(good.Text(), "\n3\n", "\n0\n", 1),
		"a negative one": strings.Replace(good.Text(), "\n3\n", "\n-3\n", 1),
		"another number": strings.Replace(good.Text(), "\n3\n", "\n03\n", 1),
		"one line more":  good.Text() + "more\n",
		"one line less":  strings.TrimSuffix(good.Text(), "9\n"),
	} {
		b, err := note.Sign(&note.Note{Text: text}, k.Signer)
		if err != nil {
			t.Fatal(err)
		}
		if c, err := Open(string(b), k.Public); err == nil {
			t.Errorf("%s: %+v", name, c)
		}
	}
	if c, err := ParseText(good.Text()); err != nil || c != good {
		t.Errorf("%+v %v", c, err)
	}
}

func TestKey_OnlyAPrivateKeyIsOne(t *testing.T) {
	k := key(t)
	v, err := note.NewVerifier(k.Verifier())
	if err != nil || v.KeyHash() != k.KeyHash() || v.Name() != "xinxing-journal" {
		t.Fatalf("%v %v", v, err)
	}
	for _, text := range []string{"", "x", k.Verifier(), "PRIVATE+KEY+xinxing-journal+00000000+AAAA"} {
		if _, err := ParseKey(text); err == nil || text != "" && strings.Contains(err.Error(), text) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	tree := &Tree{}
	for b.Loop() {
		hashes, err := tree.Next(tlog.Hash{1})
		if err != nil {
			b.Fatal(err)
		}
		tree.Take(hashes)
	}
}
