package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/alecthomas/kong"

	"xinxing/internal/files"
	"xinxing/internal/seal"
	"xinxing/internal/service"
	"xinxing/internal/store"
)

// Config is what every command knows. A flag beats the environment, the environment beats the file.
type Config struct {
	DatabaseURL string          `name:"database-url" env:"XINXING_DATABASE_URL" default:"sqlite://data/xinxing.db" help:"Database: sqlite://PATH or postgres://USER:PASSWORD@HOST/NAME."`
	Key         string          `name:"key" env:"XINXING_KEY" help:"Master key that seals personal numbers: 32 bytes in base64. Without it the key file is used."`
	KeyFile     string          `name:"key-file" env:"XINXING_KEY_FILE" default:"data/xinxing.key" help:"File with the master key; made where it is missing. Keep a copy: without it sealed numbers are lost."`
	FilesURL    string          `name:"files-url" env:"XINXING_FILES_URL" default:"file://data/files" help:"Where scans and photos are kept: file://FOLDER or s3://KEY:SECRET@HOST/BUCKET/PREFIX."`
	JournalKey  string          `name:"journal-key" env:"XINXING_JOURNAL_KEY" help:"Private key that signs the journal's checkpoints. Without it the key file is used."`
	JournalFile string          `name:"journal-key-file" env:"XINXING_JOURNAL_KEY_FILE" default:"data/journal.key" help:"File with the private key of the checkpoints; made where it is missing; empty where this process takes nothing into the log. Processes on one database share it."`
	EarlierKeys []string        `name:"journal-earlier-keys" env:"XINXING_JOURNAL_EARLIER_KEYS" help:"Public keys that signed checkpoints before."`
	Checkpoints string          `name:"checkpoints" env:"XINXING_CHECKPOINTS" default:"data/checkpoints" help:"Folder into which a checkpoint of each community's journal is written every day; empty for none. Keep copies elsewhere." placeholder:"FOLDER"`
	LogLevel    slog.Level      `name:"log-level" env:"XINXING_LOG_LEVEL" default:"info" help:"Least level that is logged: debug, info, warn, error."`
	File        kong.ConfigFlag `name:"config" env:"XINXING_CONFIG" help:"Settings file, JSON with flags as keys." placeholder:"FILE"`
}

type commandLine struct {
	Config

	Serve    serveCommand    `cmd:"" help:"Serve the desk. Example: xinxing serve --listen 127.0.0.1:8080"`
	Migrate  migrateCommand  `cmd:"" help:"Bring the database up to date and stop; serve does it too."`
	Demo     demoCommand     `cmd:"" help:"Fill an empty database with the demo community and print its logins. Example: xinxing demo --if-missing"`
	Verify   verifyCommand   `cmd:"" help:"Prove that every open case has a responsible person on duty and a deadline, and that no history was rewritten. Exits 1 with the findings. Example: xinxing verify --checkpoint /media/usb/2026-03-02-com_….txt --public-key xinxing-journal+…"`
	Journal  journalCommand  `cmd:"" help:"The journal's signed checkpoints: print the public key, write one now."`
	Reports  reportsCommand  `cmd:"" help:"The figures of reports: reckon them anew from the journals. Example: xinxing reports rebuild"`
	Calendar calendarCommand `cmd:"" help:"The working calendar: import a year's notice, ask for a due date."`
	User     userCommand     `cmd:"" help:"People who may sign in: add one, reset a password."`
	Version  versionCommand  `cmd:"" help:"Print the version."`
}

func options() []kong.Option {
	return []kong.Option{
		kong.Name("xinxing"),
		kong.Description("The desk of a community office: no case is ever dropped, and that can be proved.\n\n" +
			"Examples:\n" +
			"  xinxing demo --if-missing && xinxing serve --demo\n" +
			"  xinxing serve --database-url postgres://xinxing@localhost/xinxing\n" +
			"  xinxing serve --demo --clock 2026-02-10T09:00:00+08:00\n" +
			"  xinxing calendar due 2026-02-10 --working-days 7 --explain\n" +
			"  xinxing verify"),
		kong.Configuration(readSettings, "xinxing.json"),
		kong.UsageOnError(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	}
}

func (c *Config) log() *slog.Logger {
	return slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{Level: c.LogLevel}))
}

// open opens the database and the desk on it. clock nil means the machine's clock.
func (c *Config) open(ctx context.Context, clock service.Clock, opts store.Options) (*service.Desk, error) {
	box, err := c.box()
	if err != nil {
		return nil, err
	}
	s, err := store.Open(ctx, c.DatabaseURL, opts)
	if err != nil {
		return nil, err
	}
	if clock == nil {
		clock = service.WallClock{}
	}
	d := service.New(s, clock, box, c.log())
	if d.Files, err = files.Open(c.FilesURL); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if err := d.ShipNotices(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return d, nil
}

// box reads the master key, from the setting or from its file, which is made the first time.
func (c *Config) box() (*seal.Box, error) {
	text, err := secret(c.Key, c.KeyFile, func() (string, error) { return seal.GenerateKey(), nil })
	if err != nil {
		return nil, err
	}
	key, err := seal.ParseKey(text)
	if err != nil {
		return nil, fmt.Errorf("master key: %w", err)
	}
	return seal.New(key)
}

// secret reads a key from its setting or its file, which is made the first time.
func secret(setting, file string, generate func() (string, error)) (string, error) {
	if setting != "" {
		return setting, nil
	}
	b, err := os.ReadFile(file)
	if !errors.Is(err, fs.ErrNotExist) {
		return string(b), err
	}
	text, err := generate()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return "", err
	}
	// O_EXCL: of two that start at once one makes the file, the other fails rather than use another key.
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(text + "\n")
	return text, errors.Join(err, f.Close())
}

type versionCommand struct{}

// Run prints the version that the build recorded.
func (versionCommand) Run() error {
	version, revision := "development", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		if v := info.Main.Version; v != "" && v != "(devel)" {
			version = v
		}
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				revision = " " + s.Value
			}
		}
	}
	_, err := fmt.Printf("xinxing %s%s\n", version, revision)
	return err
}

type migrateCommand struct{}

// Run brings the database up to date.
func (migrateCommand) Run(ctx context.Context, c *Config) error {
	d, err := c.open(ctx, nil, store.Options{})
	if err != nil {
		return err
	}
	fmt.Println("the database is up to date")
	return d.Store.Close()
}

// shutdownTime bounds how long a stop waits for what runs.
const shutdownTime = 15 * time.Second
