package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"golang.org/x/mod/sumdb/note"

	"xinxing/internal/evidence"
	"xinxing/internal/service"
	"xinxing/internal/store"
)

type journalCommand struct {
	Key        journalKeyCommand `cmd:"" help:"Print the public key that checks checkpoints. Keep it with them, away from this machine."`
	Checkpoint checkpointCommand `cmd:"" help:"Take all that is new into the log and write the signed checkpoint of each community. Example: xinxing journal checkpoint --to /media/usb"`
}

// errNoJournalKey says that this process takes nothing into the log.
var errNoJournalKey = errors.New("neither --journal-key nor --journal-key-file")

// signer reads the key of the checkpoints, which is made the first time, and who may have signed earlier ones.
func (c *Config) signer() (service.Evidence, error) {
	e := service.Evidence{Folder: c.Checkpoints}
	if c.JournalKey == "" && c.JournalFile == "" {
		return e, errNoJournalKey
	}
	text, err := secret(c.JournalKey, c.JournalFile, evidence.GenerateKey)
	if err != nil {
		return e, err
	}
	if e.Key, err = evidence.ParseKey(text); err != nil {
		return e, fmt.Errorf("journal key: %w", err)
	}
	e.Earlier, err = verifiers(c.EarlierKeys)
	return e, err
}

func verifiers(texts []string) ([]note.Verifier, error) {
	var list []note.Verifier
	for _, text := range texts {
		v, err := note.NewVerifier(text)
		if err != nil {
			return nil, fmt.Errorf("public key %q: %w", text, err)
		}
		list = append(list, v)
	}
	return list, nil
}

type journalKeyCommand struct{}

// Run prints the public key.
func (journalKeyCommand) Run(c *Config) error {
	e, err := c.signer()
	if err != nil {
		return err
	}
	_, err = fmt.Println(e.Key.Verifier())
	return err
}

type checkpointCommand struct {
	To string `help:"Folder for the files; the one of --checkpoints where left out." placeholder:"FOLDER"`
}

// Run writes the checkpoints and prints the names of their files.
func (k checkpointCommand) Run(ctx context.Context, c *Config) error {
	if k.To == "" {
		k.To = c.Checkpoints
	}
	if k.To == "" {
		return errors.New("there is no folder: give one with --to")
	}
	d, err := c.open(ctx, nil, store.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = d.Store.Close() }()
	if d.Evidence, err = c.signer(); err != nil {
		return err
	}
	files, err := d.CheckpointJournals(ctx, k.To)
	for _, f := range files {
		fmt.Println(f)
	}
	return err
}

type verifyCommand struct {
	Checkpoint []string `help:"File with a checkpoint that was kept elsewhere; proves that the journal still begins with all that it covers." type:"existingfile" placeholder:"FILE" sep:"none"`
	PublicKey  []string `name:"public-key" help:"Public key (xinxing journal key) whose signatures count; without it that of this installation." placeholder:"KEY"`
}

// Run proves the invariants; a finding is an error.
func (m verifyCommand) Run(ctx context.Context, c *Config) error {
	keys, err := m.keys(c)
	if err != nil {
		return err
	}
	var kept []service.Kept
	for _, name := range m.Checkpoint {
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		kept = append(kept, service.Kept{Name: name, Text: string(b)})
	}
	d, err := c.open(ctx, nil, store.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = d.Store.Close() }()
	// Damage may be such that the one cannot read what the other still tells.
	report, broken := d.Verify(ctx)
	if broken == nil {
		for _, f := range report.Findings {
			fmt.Printf("%s\t%s\n", f.Receipt, f.What)
		}
		fmt.Printf("%d cases, %d open, %d journal entries, %d findings\n", report.Cases, report.Open, report.Events, len(report.Findings))
		if len(report.Findings) > 0 {
			broken = errors.New("the chain of responsibility or its history is broken")
		}
	}
	log, err := d.VerifyLog(ctx, keys, kept)
	if err != nil {
		return errors.Join(broken, err)
	}
	for _, f := range log.Findings {
		entry := "-"
		if f.Entry != 0 {
			entry = fmt.Sprint(f.Entry)
		}
		fmt.Printf("%s\t%s\t%s\t%s\n", f.Community, entry, f.Damage, f.What)
	}
	for _, p := range log.Proven {
		fmt.Println(p)
	}
	fmt.Printf("log: %d entries, %d not in it yet, %d checkpoints, %d findings\n", log.Entries, log.Waiting, log.Checkpoints, len(log.Findings))
	if len(log.Findings) > 0 {
		broken = errors.Join(broken, errors.New("the journal is not what its log and checkpoints say"))
	}
	return broken
}

// keys are those that were named, or this installation's own: a missing key is not made, since nothing can be checked by it.
func (m verifyCommand) keys(c *Config) ([]note.Verifier, error) {
	if len(m.PublicKey) > 0 {
		return verifiers(m.PublicKey)
	}
	list, err := verifiers(c.EarlierKeys)
	if err != nil {
		return nil, err
	}
	text := c.JournalKey
	if text == "" && c.JournalFile == "" {
		return list, nil
	}
	if text == "" {
		b, err := os.ReadFile(c.JournalFile)
		if errors.Is(err, fs.ErrNotExist) {
			return list, nil
		}
		if err != nil {
			return nil, err
		}
		text = string(b)
	}
	k, err := evidence.ParseKey(text)
	if err != nil {
		return nil, fmt.Errorf("journal key: %w", err)
	}
	return append(list, k.Public), nil
}
