package evidence

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// File is a checkpoint as it is kept elsewhere: the signed note and, where there was an earlier file, the proof that
// this log begins with all of that one.
type File struct {
	Note string
	// Before is the size and the root of the earlier one; Size 0 where there was none.
	Before Checkpoint
	Proof  tlog.TreeProof
}

const extends = "\n\nextends "

// Text is the file: the note, an empty line, "extends SIZE ROOT" and a hash of the proof a line.
func (f File) Text() string {
	if f.Before.Size == 0 {
		return f.Note
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s%d %s\n", strings.TrimSuffix(f.Note, "\n"), extends, f.Before.Size, f.Before.Root)
	for _, h := range f.Proof {
		b.WriteString(h.String() + "\n")
	}
	return b.String()
}

// OpenFile reads a file, checks the signature and that the proof holds, and gives its checkpoint. A file that went
// through another system's line ends is the same file.
func OpenFile(text string, keys ...note.Verifier) (Checkpoint, File, error) {
	text = strings.TrimPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "\ufeff")
	signed, rest, extended := strings.Cut(text, extends)
	f := File{Note: strings.TrimRight(signed, "\n") + "\n"}
	c, err := Open(f.Note, keys...)
	if err != nil || !extended {
		return c, f, err
	}
	lines := strings.Split(strings.TrimRight(rest, "\n"), "\n")
	size, root, _ := strings.Cut(lines[0], " ")
	if f.Before.Size, err = strconv.ParseInt(size, 10, 64); err != nil {
		return c, f, fmt.Errorf("what it extends: %w", err)
	}
	if f.Before.Root, err = tlog.ParseHash(root); err != nil {
		return c, f, fmt.Errorf("what it extends: %w", err)
	}
	for _, line := range lines[1:] {
		h, err := tlog.ParseHash(line)
		if err != nil {
			return c, f, fmt.Errorf("proof: %w", err)
		}
		f.Proof = append(f.Proof, h)
	}
	if f.Before.Size < 1 || f.Before.Size > c.Size {
		return c, f, fmt.Errorf("it extends a log of %d entries and has %d", f.Before.Size, c.Size)
	}
	return c, f, tlog.CheckTree(f.Proof, c.Size, c.Root, f.Before.Size, f.Before.Root)
}
