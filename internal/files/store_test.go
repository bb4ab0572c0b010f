package files

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
)

const secret = "s3cret/with+more&signs"

// bucket gives the URL of an S3 server of the test's own that has the bucket "files".
func bucket(t *testing.T, rest string) string {
	t.Helper()
	backend := s3mem.New()
	if err := backend.CreateBucket("files"); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(gofakes3.New(backend).Server())
	t.Cleanup(server.Close)
	host := strings.TrimPrefix(server.URL, "http://")
	return "s3://AKIATEST:" + url.QueryEscape(secret) + "@" + host + "/" + rest + "?region=cn-north-1&tls=0"
}

func opened(t *testing.T, url string) Store {
	t.Helper()
	s, err := Open(url)
	if err != nil {
		t.Fatal(err)
	}
	if c, ok := s.(io.Closer); ok {
		t.Cleanup(func() { _ = c.Close() })
	}
	return s
}

func stores(t *testing.T) map[string]Store {
	return map[string]Store{
		"folder":                 opened(t, "file://"+filepath.Join(t.TempDir(), "a", "b")),
		"bucket":                 opened(t, bucket(t, "files")),
		"bucket with a prefix":   opened(t, bucket(t, "files/office/one")),
		"bucket, prefix with /s": opened(t, bucket(t, "files/office/")),
	}
}

func put(s Store, key string, content []byte) error {
	return s.Put(context.Background(), key, JPEG, bytes.NewReader(content), int64(len(content)))
}

func get(s Store, key string) ([]byte, int64, error) {
	r, size, err := s.Open(context.Background(), key)
	if err != nil {
		return nil, 0, err
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	return b, size, err
}

func TestStore_KeepsWhatItIsGiven(t *testing.T) {
	for name, s := range stores(t) {
		t.Run(name, func(t *testing.T) {
			large := bytes.Repeat([]byte("0123456789abcdef"), MaxSize/16)
			for _, c := range []struct {
				key     string
				content []byte
			}{
				{"a", []byte("one")}, {"cases/2026/01j_x-y", []byte("two")}, {"large", large}, {"a", []byte("another")},
				{strings.Repeat("k", maxPart) + "/x", []byte("long")},
			} {
				if err := put(s, c.key, c.content); err != nil {
					t.Fatalf("%.20s: %v", c.key, err)
				}
				got, size, err := get(s, c.key)
				if err != nil || !bytes.Equal(got, c.content) || size != int64(len(c.content)) {
					t.Errorf("%.20s: %d bytes, size %d, %v", c.key, len(got), size, err)
				}
			}
			if err := s.Delete(t.Context(), "a"); err != nil {
				t.Error(err)
			}
			if _, _, err := get(s, "a"); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("after it was deleted: %v", err)
			}
			if _, _, err := get(s, "large"); err != nil {
				t.Errorf("another was deleted: %v", err)
			}
		})
	}
}

func TestStore_WhatIsMissingDoesNotExist(t *testing.T) {
	for name, s := range stores(t) {
		t.Run(name, func(t *testing.T) {
			if err := put(s, "folder/file", []byte("x")); err != nil {
				t.Fatal(err)
			}
			for _, key := range []string{"none", "folder/none", "none/none", "folder"} {
				if _, _, err := get(s, key); !errors.Is(err, fs.ErrNotExist) {
					t.Errorf("%s: %v", key, err)
				}
				if err := s.Delete(t.Context(), key); err != nil {
					t.Errorf("delete %s: %v", key, err)
				}
			}
			if got, _, err := get(s, "folder/file"); err != nil || string(got) != "x" {
				t.Errorf("%q, %v", got, err)
			}
		})
	}
}

func TestStore_RefusesKeysThatLeadElsewhere(t *testing.T) {
	for name, s := range stores(t) {
		t.Run(name, func(t *testing.T) {
			for _, key := range []string{
				"", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", "A", "a.jpg", "a\\b", "a\x00b", "a b", "a\n", "中", "%2e%2e",
				strings.Repeat("k", maxPart+1), strings.Repeat("k/", maxKey/2) + "kk",
			} {
				if err := put(s, key, []byte("x")); !errors.Is(err, ErrBadKey) {
					t.Errorf("put %.20q: %v", key, err)
				}
				if _, _, err := s.Open(t.Context(), key); !errors.Is(err, ErrBadKey) {
					t.Errorf("open %.20q: %v", key, err)
				}
				if err := s.Delete(t.Context(), key); !errors.Is(err, ErrBadKey) {
					t.Errorf("delete %.20q: %v", key, err)
				}
			}
		})
	}
}

func TestStore_NothingIsLeftOfAFileThatDidNotComeInWhole(t *testing.T) {
	lost := errors.New("connection lost")
	for name, s := range stores(t) {
		t.Run(name, func(t *testing.T) {
			if err := put(s, "kept", []byte("before")); err != nil {
				t.Fatal(err)
			}
			long := strings.Repeat("x", 100_000)
			for what, c := range map[string]struct {
				r    io.Reader
				size int64
				kind Kind
				want error
			}{
				"too short":         {strings.NewReader(long), 100_001, PNG, ErrSize},
				"too long":          {strings.NewReader(long), 99_999, PNG, ErrSize},
				"longer than none":  {strings.NewReader("x"), 0, PNG, ErrSize},
				"nothing":           {strings.NewReader(""), 0, PNG, ErrSize},
				"too large":         {strings.NewReader(long), MaxSize + 1, PNG, ErrSize},
				"no size":           {strings.NewReader("x"), -1, PNG, ErrSize},
				"a lost connection": {io.MultiReader(strings.NewReader(long), failing{lost}), 200_000, PNG, lost},
				"no kind":           {strings.NewReader("x"), 1, "HTML", nil},
			} {
				for _, key := range []string{"kept", "fresh/fresh"} {
					err := s.Put(t.Context(), key, c.kind, c.r, c.size)
					if err == nil || c.want != nil && !errors.Is(err, c.want) {
						t.Errorf("%s: %v", what, err)
					}
					if seeker, ok := c.r.(io.Seeker); ok {
						_, _ = seeker.Seek(0, io.SeekStart)
					}
				}
			}
			if got, _, err := get(s, "kept"); err != nil || string(got) != "before" {
				t.Errorf("%.20q, %v", got, err)
			}
			if _, _, err := get(s, "fresh/fresh"); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%v", err)
			}
		})
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestStore_StopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, s := range stores(t) {
		err := s.Put(ctx, "a", PDF, strings.NewReader("x"), 1)
		_, _, openErr := s.Open(ctx, "a")
		for what, err := range map[string]error{"put": err, "open": openErr, "delete": s.Delete(ctx, "a")} {
			if !errors.Is(err, context.Canceled) {
				t.Errorf("%s, %s: %v", name, what, err)
			}
		}
	}
}

func TestLocal_OnlyItsOwnerReadsAndNothingHalfWrittenStays(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "files")
	s := opened(t, "file://"+folder)
	if err := put(s, "a/b/c", []byte("x")); err != nil {
		t.Fatal(err)
	}
	if err := s.Put(t.Context(), "a/b/d", PNG, strings.NewReader("x"), 2); err == nil {
		t.Fatal("taken")
	}
	found := map[string]fs.FileMode{}
	err := filepath.WalkDir(folder, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		rel, _ := filepath.Rel(folder, p)
		found[filepath.ToSlash(rel)] = info.Mode().Perm()
		return err
	})
	want := map[string]fs.FileMode{".": 0o700, "a": 0o700, "a/b": 0o700, "a/b/c": 0o600}
	if err != nil || fmt.Sprint(found) != fmt.Sprint(want) {
		t.Errorf("%v, %v", found, err)
	}
}

func TestLocal_DoesNotFollowALinkThatLeadsElsewhere(t *testing.T) {
	folder, elsewhere := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(elsewhere, "private"), []byte("private"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, filepath.Join(folder, "link")); err != nil {
		t.Fatal(err)
	}
	s := opened(t, "file://"+folder)
	if b, _, err := get(s, "link/private"); err == nil {
		t.Errorf("read %q", b)
	}
	if err := put(s, "link/new", []byte("x")); err == nil {
		t.Error("written")
	}
	_ = s.Delete(t.Context(), "link/private")
	if list, err := os.ReadDir(elsewhere); err != nil || len(list) != 1 {
		t.Errorf("%v, %v", list, err)
	}
}

func TestS3_TellsTheServerWhatTheFileIs(t *testing.T) {
	types := make(chan string, 1)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		types <- r.Method + " " + r.URL.Path + " " + r.Header.Get("Content-Type")
		_, _ = io.Copy(io.Discard, r.Body)
		w.Header().Set("ETag", `"0"`)
	}))
	defer server.Close()
	s := opened(t, "s3://k:s@"+strings.TrimPrefix(server.URL, "http://")+"/files/office?tls=0")
	if err := s.Put(t.Context(), "a", PDF, strings.NewReader("x"), 1); err != nil {
		t.Fatal(err)
	}
	if got := <-types; got != "PUT /files/office/a application/pdf" {
		t.Errorf("%s", got)
	}
}

func TestS3_AMissingBucketIsNotAMissingFile(t *testing.T) {
	s := opened(t, bucket(t, "nothing-here"))
	if _, _, err := get(s, "a"); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
}

func TestOpen_SaysWhatIsWrongAndNeverTheSecret(t *testing.T) {
	escaped := url.QueryEscape(secret)
	for _, address := range []string{
		"", "file://", "ftp://k:" + escaped + "@h/b", "k:" + escaped + "@h/b", "s3://k:" + secret + "@h/b", "s3://k:" + escaped + "@h", "s3://k:" + escaped + "@/b",
		"s3://" + escaped + "@h/b", "s3://:" + escaped + "@h/b", "s3://h/b", "s3://k:" + escaped + "@h/b?tls=maybe", "s3://k:" + escaped + "@h/b?secret=" + escaped,
		"s3://k:" + escaped + "@h/b/../c", "s3://k:" + escaped + "@h/b?region=%zz", "s3://k:" + escaped + "%zz@h/b", "s3://k:" + escaped + "@h:port/b",
		"s3://k:" + escaped + "@h h/b", "s3://k:" + escaped + "\x7f@h/b",
	} {
		s, err := Open(address)
		if err == nil {
			t.Errorf("%s is opened: %v", address, s)
			continue
		}
		if leaks(err.Error()) {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestS3_NoErrorAndNoPrintingHoldsTheSecret(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusForbidden)
		_, _ = io.WriteString(w, `<?xml version="1.0"?><Error><Code>SignatureDoesNotMatch</Code><Message>no</Message></Error>`)
	}))
	address := "s3://AKIATEST:" + url.QueryEscape(secret) + "@" + strings.TrimPrefix(server.URL, "http://") + "/files?tls=0"
	s := opened(t, address)
	check := func() {
		t.Helper()
		_, _, openErr := s.Open(t.Context(), "a")
		for what, err := range map[string]error{"put": put(s, "a", []byte("x")), "open": openErr, "delete": s.Delete(t.Context(), "a")} {
			if err == nil || errors.Is(err, fs.ErrNotExist) || leaks(err.Error()) {
				t.Errorf("%s: %v", what, err)
			}
		}
	}
	check()
	server.Close()
	if s := fmt.Sprintf("%v %+v %#v %s", s, s, s, s); leaks(s) || strings.Contains(s, "AKIATEST") {
		t.Errorf("%s", s)
	}
}

func leaks(s string) bool {
	return strings.Contains(s, "s3cret") || strings.Contains(s, url.QueryEscape(secret))
}

func TestS3_ARequestThatFailsOnItsWayIsRepeatedWhole(t *testing.T) {
	content, taken := strings.Repeat("whole", 1000), []int64(nil)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		taken = append(taken, int64(strings.Count(string(b), "whole")))
		if len(taken) == 1 {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		w.Header().Set("ETag", `"0"`)
	}))
	defer server.Close()
	s := opened(t, "s3://k:s@"+strings.TrimPrefix(server.URL, "http://")+"/files?tls=0")
	if err := put(s, "a", []byte(content)); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(taken) != "[1000 1000]" {
		t.Errorf("%v", taken)
	}
}
