package files

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// Store keeps files under keys of lower-case letters, digits, "_" and "-" in parts that "/" separates. An error never
// contains the secret of a store.
type Store interface {
	// Put stores exactly size bytes, 1 to MaxSize; a file under the key is replaced, and nothing is left of a file that
	// did not come in whole.
	Put(ctx context.Context, key string, kind Kind, r io.Reader, size int64) error
	// Open gives the content and its size, for the caller to close; a missing file gives fs.ErrNotExist.
	Open(ctx context.Context, key string) (io.ReadCloser, int64, error)
	// Delete removes a file; one that is missing is no error, so that it may be asked for twice.
	Delete(ctx context.Context, key string) error
}

var (
	// ErrBadKey is given for a key outside of the alphabet, with an empty part, or too long for a file system.
	ErrBadKey = errors.New("bad key of a file")
	// ErrSize is given by Put where the reader has more or fewer bytes than it was said to have.
	ErrSize = errors.New("the content is not of the size that was given")
)

const (
	maxKey  = 512
	maxPart = 200 // of 255 bytes that a file system allows, room for the name of a temporary file
)

var keyForm = regexp.MustCompile(`^[a-z0-9_-]+(/[a-z0-9_-]+)*$`)

func checkKey(key string) error {
	if len(key) > maxKey || !keyForm.MatchString(key) {
		return fmt.Errorf("%w: %.80q", ErrBadKey, key)
	}
	for part := range strings.SplitSeq(key, "/") {
		if len(part) > maxPart {
			return fmt.Errorf("%w: %.80q", ErrBadKey, key)
		}
	}
	return nil
}

func checkPut(key string, kind Kind, size int64) error {
	if err := checkKey(key); err != nil {
		return err
	}
	if !kind.Valid() {
		return fmt.Errorf("put %s: no kind of file: %q", key, kind)
	}
	if size < 1 || size > MaxSize {
		return fmt.Errorf("put %s: %w: 1 to %d bytes, not %d", key, ErrSize, MaxSize, size)
	}
	return nil
}

// Open chooses a store by its URL: file://folder (relative) or file:///folder, taken literally, or
// s3://key:secret@host/bucket/prefix?region=…&tls=0, where what is no letter or digit of the secret is %-escaped.
// Nothing is asked of an S3 server yet.
func Open(url string) (Store, error) {
	if folder, ok := strings.CutPrefix(url, "file://"); ok {
		return OpenLocal(folder)
	}
	if strings.HasPrefix(url, "s3://") {
		return OpenS3(url)
	}
	// The URL is not repeated, as it may hold a secret.
	return nil, errors.New("a store of files is file://… or s3://…")
}

// exactly hands on size bytes, and fails before the last of them where the reader has more or fewer.
type exactly struct {
	ctx  context.Context
	r    *bufio.Reader
	left int64
	err  error
}

func newExactly(ctx context.Context, r io.Reader, size int64) *exactly {
	return &exactly{ctx: ctx, r: bufio.NewReader(r), left: size}
}

func (e *exactly) Read(p []byte) (int, error) {
	if e.err == nil {
		e.err = e.ctx.Err()
	}
	if e.err != nil || len(p) == 0 {
		return 0, e.err
	}
	if e.left == 0 {
		e.err = e.atEnd()
		return 0, e.err
	}
	n, err := e.r.Read(p[:min(int64(len(p)), e.left)])
	e.left -= int64(n)
	switch {
	case e.left == 0:
		if end := e.atEnd(); !errors.Is(end, io.EOF) {
			e.err = end
			return 0, e.err
		}
	case errors.Is(err, io.EOF):
		e.err = fmt.Errorf("%w: %d bytes too few", ErrSize, e.left)
	default:
		e.err = err
	}
	return n, e.err
}

// atEnd is io.EOF where nothing follows.
func (e *exactly) atEnd() error {
	if _, err := e.r.ReadByte(); err != nil {
		return err
	}
	return fmt.Errorf("%w: there are more bytes", ErrSize)
}
