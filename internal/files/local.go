package files

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
)

// Local keeps files in a folder that only its owner may read.
type Local struct {
	root *os.Root
}

var _ Store = (*Local)(nil)

// OpenLocal opens a folder and makes it where there is none. Nothing outside of it is reached, not even by a link.
func OpenLocal(folder string) (*Local, error) {
	if folder == "" {
		return nil, errors.New("a store of files needs a folder")
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("open files: %w", err)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, fmt.Errorf("open files: %w", err)
	}
	return &Local{root: root}, nil
}

// Close lets go of the folder.
func (l *Local) Close() error { return l.root.Close() }

// Put writes a file beside its place and moves it there when it is safely on the disk.
func (l *Local) Put(ctx context.Context, key string, kind Kind, r io.Reader, size int64) (err error) {
	if err := checkPut(key, kind, size); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("put %s: %w", key, err)
		}
	}()
	folder := path.Dir(key)
	if err := l.root.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	// No key has a dot, so that no key can name what is half written.
	temporary := key + ".part-" + rand.Text()
	f, err := l.root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = l.root.Remove(temporary)
		}
	}()
	_, err = io.Copy(f, newExactly(ctx, r, size))
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := l.root.Rename(temporary, key); err != nil {
		return err
	}
	return l.sync(folder)
}

// sync makes a rename last through a loss of power.
func (l *Local) sync(folder string) error {
	d, err := l.root.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// Open gives a file.
func (l *Local) Open(ctx context.Context, key string) (io.ReadCloser, int64, error) {
	if err := errors.Join(checkKey(key), ctx.Err()); err != nil {
		return nil, 0, err
	}
	info, err := l.root.Stat(key)
	if err != nil {
		return nil, 0, fmt.Errorf("open %s: %w", key, err)
	}
	if !info.Mode().IsRegular() { // a folder of other keys
		return nil, 0, fmt.Errorf("open %s: %w", key, fs.ErrNotExist)
	}
	f, err := l.root.Open(key)
	if err != nil {
		return nil, 0, fmt.Errorf("open %s: %w", key, err)
	}
	// Again, of what was really opened: it may have been replaced in between.
	if info, err = f.Stat(); err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
}

// Delete removes a file and leaves its folder.
func (l *Local) Delete(ctx context.Context, key string) error {
	if err := errors.Join(checkKey(key), ctx.Err()); err != nil {
		return err
	}
	info, err := l.root.Lstat(key)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.IsDir() {
		return nil
	}
	if err == nil {
		err = l.root.Remove(key)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("delete %s: %w", key, err)
	}
	return nil
}
