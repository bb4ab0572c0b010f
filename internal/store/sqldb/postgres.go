package sqldb

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/lib/pq"
)

const defaultPostgresConns = 16

func openPostgres(ctx context.Context, address string, opts Options) (*DB, error) {
	connector, err := PostgresConnector(address, opts.StatementTimeout)
	if err != nil {
		return nil, err
	}
	conns := opts.MaxConns
	if conns <= 0 {
		conns = defaultPostgresConns
	}
	pool := openPool(&cachingConnector{
		Connector: connector, size: opts.cacheSize(), exclusive: true, onStatement: opts.OnStatement,
	}, conns)
	pool.SetConnMaxIdleTime(5 * time.Minute)
	if err := pool.PingContext(ctx); err != nil {
		err = fmt.Errorf("connect to PostgreSQL at %s: %w", Redact(address), scrub(address, err))
		if errors.Is(err, pq.ErrSSLNotSupported) {
			err = fmt.Errorf("%w (for a server without TLS add ?sslmode=disable)", err)
		}
		return nil, errors.Join(err, pool.Close())
	}
	return &DB{dialect: Postgres, writer: pool, reader: pool}, nil
}

// PostgresConnector returns lib/pq's connector for address with this program's session settings: UTC,
// the name xinxing, a bound of 10 seconds on connecting unless address sets one, and the given limit on
// a statement, if positive. An error never contains the password.
func PostgresConnector(address string, statementTimeout time.Duration) (*pq.Connector, error) {
	if _, err := url.Parse(address); err != nil {
		// url.Parse quotes what it could not read, which may be the password.
		return nil, errors.New("database URL: cannot be read as postgres://USER:PASSWORD@HOST:PORT/NAME (are special characters in the password written as %XX?)")
	}
	cfg, err := pq.NewConfig(address)
	if err != nil {
		return nil, fmt.Errorf("database URL %s: %w", Redact(address), scrub(address, err))
	}
	if cfg.BinaryParameters {
		return nil, errors.New("database URL: binary_parameters=yes breaks JSON columns and is refused")
	}
	if cfg.ConnectTimeout <= 0 {
		cfg.ConnectTimeout = 10 * time.Second
	}
	cfg.ApplicationName = "xinxing"
	if cfg.Runtime == nil {
		cfg.Runtime = map[string]string{}
	}
	cfg.Runtime["timezone"] = "UTC"
	if statementTimeout > 0 {
		cfg.Runtime["statement_timeout"] = strconv.FormatInt(max(statementTimeout.Milliseconds(), 1), 10)
	}
	connector, err := pq.NewConnectorConfig(cfg)
	if err != nil {
		return nil, fmt.Errorf("database URL %s: %w", Redact(address), scrub(address, err))
	}
	return connector, nil
}

// Redact returns a database URL fit for a log: kind, user, host and name, without password and
// parameters. A URL that cannot be read gives its kind only.
func Redact(address string) string {
	scheme, rest, found := strings.Cut(address, "://")
	if !found {
		return "(unreadable database URL)"
	}
	if scheme == "sqlite" {
		path, _, _ := strings.Cut(rest, "?")
		return scheme + "://" + path
	}
	u, err := url.Parse(address)
	if err != nil {
		return scheme + "://…"
	}
	clean := url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}
	if name := u.User.Username(); name != "" {
		clean.User = url.User(name)
	}
	return clean.String()
}

// scrubbed is an error whose text had a secret in it; errors.Is and errors.As still see the original.
type scrubbed struct {
	text string
	err  error
}

func (e *scrubbed) Error() string { return e.text }
func (e *scrubbed) Unwrap() error { return e.err }

func scrub(address string, err error) error {
	u, perr := url.Parse(address)
	if perr != nil {
		return errors.New("invalid")
	}
	text := err.Error()
	hide := func(secret string) {
		if secret != "" {
			text = strings.ReplaceAll(text, secret, "…")
			text = strings.ReplaceAll(text, url.QueryEscape(secret), "…")
			text = strings.ReplaceAll(text, url.PathEscape(secret), "…")
		}
	}
	if password, ok := u.User.Password(); ok {
		hide(password)
		if _, raw, ok := strings.Cut(u.User.String(), ":"); ok {
			hide(raw)
		}
	}
	for key, values := range u.Query() {
		if strings.Contains(strings.ToLower(key), "pass") {
			for _, v := range values {
				hide(v)
			}
		}
	}
	if text == err.Error() {
		return err
	}
	return &scrubbed{text: text, err: err}
}
