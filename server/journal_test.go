package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"xinxing/internal/evidence"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
)

// What the office does: the public key and a checkpoint are carried away; later they prove that the journal still begins
// with all of it, and find a history that was rewritten with the machine's own key.
func TestCLI_ACheckpointKeptElsewhere(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		p, h := xinxing(t).on(o), serve(t, o)
		clerk := h.as("clerk-a")
		clerk.opens(nil)
		m := clerk.opens(nil)
		if out := p.ok("", "verify"); !strings.Contains(out, "log: 0 entries, 2 not in it yet, 0 checkpoints, 0 findings\n") {
			t.Errorf("%q", out)
		}
		if _, err := os.Stat(filepath.Join(p.dir, "data/journal.key")); err == nil {
			t.Error("verify made a key that nobody signed with")
		}
		key := strings.TrimSpace(p.ok("", "journal", "key"))
		if again := strings.TrimSpace(p.ok("", "journal", "key")); again != key || !strings.HasPrefix(key, "xinxing-journal+") {
			t.Errorf("%q, then %q", key, again)
		}
		if info, err := os.Stat(filepath.Join(p.dir, "data/journal.key")); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%v %v", info, err)
		}
		out := p.ok("", "journal", "checkpoint")
		file := strings.TrimSpace(out)
		if out != file+"\n" || filepath.Dir(file) != "data/checkpoints" || !strings.HasSuffix(file, "-"+o.Community+".txt") {
			t.Fatalf("%q", out)
		}
		away := filepath.Join(t.TempDir(), "kept, away.txt")
		text, err := os.ReadFile(filepath.Join(p.dir, file))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(away, text, 0o600); err != nil {
			t.Fatal(err)
		}
		clerk.opens(nil)
		out = p.ok("", "verify", "--checkpoint", away, "--public-key", key)
		for _, want := range []string{"3 cases, 3 open", away + ": 新星社区 still begins with the 2 entries of ", "log: 2 entries, 1 not in it yet, 1 checkpoints, 0 findings\n"} {
			if !strings.Contains(out, want) {
				t.Errorf("%q lacks %q", out, want)
			}
		}
		p.fails("", "public key", "verify", "--public-key", "x")
		p.fails("", "journal key", "journal", "key", "--journal-key", "x")
		other := xinxing(t).on(o)
		otherKey := strings.TrimSpace(other.ok("", "journal", "key"))
		if d := p.fails("", "not what its log", "verify", "--checkpoint", away, "--public-key", otherKey); d.code != 1 || !strings.Contains(d.out, away+"\t-\tSIGNATURE\t") {
			t.Errorf("%+v", d)
		}
		// Another key does not go on with this log.
		other.fails("", "is broken", "journal", "checkpoint")
		p.ok("", "journal", "checkpoint", "--to", filepath.Join(t.TempDir(), "usb"))

		// Somebody with the whole machine: triggers off, the end cut off, log and checkpoints made anew by its own key.
		db := o.Desk.Store.DB().Writer()
		run := func(statement string) {
			t.Helper()
			if _, err := db.ExecContext(t.Context(), statement); err != nil {
				t.Fatalf("%s: %v", statement, err)
			}
		}
		for _, trigger := range []string{"log_records_delete", "log_checkpoints_delete", "case_events_update"} {
			on := ""
			if o.Desk.Store.Postgres() {
				on = " ON " + trigger[:strings.LastIndexByte(trigger, '_')]
			}
			run("DROP TRIGGER guard_" + trigger + on)
		}
		run("UPDATE case_events SET receipt_no = receipt_no || 'x' WHERE case_id = '" + m.ID + "'")
		if d := p.fails("", "not what its log", "verify"); !strings.Contains(d.out, "\tREWRITTEN\t") || strings.Contains(d.out, "KEPT") {
			t.Errorf("%+v", d)
		}
		run("DELETE FROM log_records")
		run("DELETE FROM log_checkpoints")
		forged := xinxing(t).on(o).with("XINXING_JOURNAL_KEY_FILE=" + filepath.Join(p.dir, "data/journal.key"))
		forged.ok("", "journal", "checkpoint")
		if out := p.ok("", "verify"); !strings.Contains(out, "log: 3 entries, 0 not in it yet, 1 checkpoints, 0 findings") {
			t.Errorf("%q", out)
		}
		d := p.fails("", "not what its log", "verify", "--checkpoint", away, "--public-key", key)
		if want := fmt.Sprintf("新星社区\t-\tKEPT\t%s: the first 2 entries are not those of the kept checkpoint: the history was rewritten\n", away); d.code != 1 || !strings.Contains(d.out, want) || strings.Contains(d.out, "still begins") {
			t.Errorf("%+v; want %q", d, want)
		}
	})
}

// The program that serves makes its key, takes the journal into the log and writes the day's checkpoint by itself; what
// happened until it stops is in the log.
func TestServe_WritesTheDaysCheckpoint(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		serve(t, o).as("clerk-a").opens(nil)
		p := xinxing(t).on(o)
		cmd, _, log := p.serving()
		serve(t, o).as("clerk-a").opens(nil)
		if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err != nil {
			t.Fatalf("%v: %s", err, log)
		}
		files, err := filepath.Glob(filepath.Join(p.dir, "data/checkpoints/????-??-??-"+o.Community+".txt"))
		if err != nil || len(files) != 1 {
			t.Fatalf("%v %v", files, err)
		}
		out := p.ok("", "verify", "--checkpoint", files[0])
		entries := o.Desk.Store.Read().CaseEvent.Query().CountX(o.System()) // also what fell due by the machine's clock
		if entries < 2 || !strings.Contains(out, fmt.Sprintf("log: %d entries, 0 not in it yet, ", entries)) || !strings.Contains(out, "新星社区 still begins") {
			t.Errorf("%q", out)
		}
		// Where no folder is named none is made.
		q := xinxing(t).on(o).with("XINXING_CHECKPOINTS=", "XINXING_JOURNAL_KEY_FILE="+filepath.Join(p.dir, "data/journal.key"))
		cmd, _, log = q.serving()
		if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err != nil {
			t.Fatalf("%v: %s", err, log)
		}
		if _, err := os.Stat(filepath.Join(q.dir, "data/checkpoints")); err == nil {
			t.Error("it writes checkpoints that nobody asked for")
		}
	})
}

// keepLogs takes the journals of communities into their logs, with a key that is made for it.
func keepLogs(t *testing.T, d *service.Desk, communities ...string) {
	t.Helper()
	text, err := evidence.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	if d.Evidence.Key, err = evidence.ParseKey(text); err != nil {
		t.Fatal(err)
	}
	for _, c := range communities {
		if _, err := d.AppendLog(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
}

// The note that the page gives out is one that verify takes, and the API tells the same as it.
func TestJournal_TheNoteOfThePageProves(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		h := serve(t, o)
		clerk, director := h.as("clerk-a"), h.as("director")
		const ask = `{ journalCheckpoints { community { id } size root at note } }`
		if a := director.must(ask, nil); len(a.at("journalCheckpoints").([]any)) != 0 {
			t.Errorf("before there is any: %s", a.body)
		}
		clerk.opens(nil)
		keepLogs(t, o.Desk, o.Community, o.Neighbour)
		a := director.must(ask, nil)
		cp, err := evidence.Open(a.text("journalCheckpoints.0.note"), o.Desk.Evidence.Key.Public)
		if err != nil {
			t.Fatal(err)
		}
		if a.text("journalCheckpoints.0.community.id") != o.Community || cp.Log != o.Community || a.at("journalCheckpoints.0.size") != 1.0 ||
			cp.Size != 1 || a.text("journalCheckpoints.0.root") != cp.Root.String() || len(a.at("journalCheckpoints").([]any)) != 1 {
			t.Errorf("%s", a.body)
		}
		r, err := o.Desk.VerifyLog(t.Context(), []note.Verifier{o.Desk.Evidence.Key.Public}, []service.Kept{{Name: "page", Text: a.text("journalCheckpoints.0.note")}})
		if err != nil || len(r.Findings) > 0 || len(r.Proven) != 1 {
			t.Errorf("%+v %v", r, err)
		}
		if a := clerk.must(ask, nil); len(a.at("journalCheckpoints").([]any)) != 0 {
			t.Errorf("a clerk sees %s", a.body)
		}
		h.public().ask(ask, nil).wantCode("UNAUTHENTICATED")
	})
}
