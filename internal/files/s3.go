package files

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"strings"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
)

// retries of a request that fails on its way: about two seconds, as somebody is waiting.
const retries = 4

// S3 keeps files in a bucket, which must exist.
type S3 struct {
	client *minio.Client
	bucket string
	prefix string
}

var _ Store = (*S3)(nil)

// OpenS3 reads a URL s3://key:secret@host/bucket/prefix?region=…&tls=0; the region is us-east-1 and TLS is on where they
// are not given. No server is asked yet, and no error repeats a part of the URL, as it holds the secret.
func OpenS3(address string) (*S3, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, errors.New("s3: the URL cannot be read; characters of the secret that are no letters or digits are %-escaped")
	}
	if u.Scheme != "s3" || u.Host == "" || u.User == nil {
		return nil, errors.New("s3: the URL is s3://key:secret@host/bucket/prefix")
	}
	secret, _ := u.User.Password()
	if u.User.Username() == "" || secret == "" {
		return nil, errors.New("s3: the URL lacks the key or the secret")
	}
	bucket, prefix, _ := strings.Cut(strings.Trim(u.Path, "/"), "/")
	if bucket == "" {
		return nil, errors.New("s3: the URL lacks the bucket")
	}
	if prefix != "" {
		if err := checkKey(prefix); err != nil {
			return nil, errors.New("s3: the prefix is not of the form of a key")
		}
		prefix += "/"
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return nil, errors.New("s3: the settings after ? cannot be read")
	}
	secure, region := true, "us-east-1"
	for name, values := range query {
		switch value := values[len(values)-1]; {
		case name == "region" && value != "":
			region = value
		case name == "tls" && (value == "0" || value == "1"):
			secure = value == "1"
		default:
			return nil, errors.New("s3: the settings after ? are region=… and tls=0 or tls=1")
		}
	}
	client, err := minio.New(u.Host, &minio.Options{
		Creds: credentials.NewStaticV4(u.User.Username(), secret, ""), Secure: secure, Region: region, MaxRetries: retries,
	})
	if err != nil {
		return nil, errors.New("s3: the host cannot be used")
	}
	return &S3{client: client, bucket: bucket, prefix: prefix}, nil
}

// String names the place without the key pair, whatever the verb.
func (s *S3) String() string {
	return "s3://" + s.client.EndpointURL().Host + "/" + s.bucket + "/" + s.prefix
}

// GoString is String.
func (s *S3) GoString() string { return s.String() }

// Put uploads a file in one request, which a bucket takes wholly or not at all.
func (s *S3) Put(ctx context.Context, key string, kind Kind, r io.Reader, size int64) error {
	if err := checkPut(key, kind, size); err != nil {
		return err
	}
	// As a whole first: what is cut off never reaches the server, and a request that fails on its way can be repeated.
	content := make([]byte, size)
	if _, err := io.ReadFull(newExactly(ctx, r, size), content); err != nil {
		return fmt.Errorf("put %s: %w", key, err)
	}
	_, err := s.client.PutObject(ctx, s.bucket, s.prefix+key, bytes.NewReader(content), size, minio.PutObjectOptions{
		ContentType: kind.MediaType(), DisableMultipart: true,
	})
	if err != nil {
		return fmt.Errorf("put %s: %w", key, err)
	}
	return nil
}

// Open asks for a file and gives its content as it comes in, for as long as the context lasts.
func (s *S3) Open(ctx context.Context, key string) (io.ReadCloser, int64, error) {
	if err := checkKey(key); err != nil {
		return nil, 0, err
	}
	// The core answers with one request, and names what is missing; the client would ask for the size first.
	content, info, _, err := minio.Core{Client: s.client}.GetObject(ctx, s.bucket, s.prefix+key, minio.GetObjectOptions{})
	if err != nil {
		return nil, 0, fmt.Errorf("open %s: %w", key, missing(err))
	}
	return content, info.Size, nil
}

// Delete removes a file.
func (s *S3) Delete(ctx context.Context, key string) error {
	if err := checkKey(key); err != nil {
		return err
	}
	err := s.client.RemoveObject(ctx, s.bucket, s.prefix+key, minio.RemoveObjectOptions{})
	if err != nil && !errors.Is(missing(err), fs.ErrNotExist) {
		return fmt.Errorf("delete %s: %w", key, err)
	}
	return nil
}

// missing turns the answer of a bucket that has no such file into fs.ErrNotExist; a bucket that is missing itself stays
// an error of its own, as it is a mistake of the settings.
func missing(err error) error {
	if minio.ToErrorResponse(err).Code == minio.NoSuchKey {
		return fs.ErrNotExist
	}
	return err
}
