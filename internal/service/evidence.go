package service

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"xinxing/ent"
	"xinxing/ent/caseevent"
	"xinxing/ent/community"
	"xinxing/ent/logcheckpoint"
	"xinxing/ent/logrecord"
	"xinxing/internal/evidence"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// Evidence is what the journal's checkpoints are signed with, and where a copy of one a day goes.
type Evidence struct {
	// Key signs; nil where this process takes nothing into the log.
	Key *evidence.Key
	// Earlier are the public keys of before Key: what they signed counts.
	Earlier []note.Verifier
	// Folder is where the daily checkpoints go; "" for nowhere.
	Folder string
}

// keys are those whose signatures count.
func (e Evidence) keys() []note.Verifier {
	if e.Key == nil {
		return e.Earlier
	}
	return append([]note.Verifier{e.Key.Public}, e.Earlier...)
}

// ErrLogBroken says that the log in the database does not lead to its last checkpoint, or that nobody known signed that.
// Nothing is added to such a log: it would cover up what happened.
var ErrLogBroken = errors.New("the journal's log is broken: run `xinxing verify`")

// leaf is what the log keeps of an entry: its hash in the chain, which covers what happened, and what that does not cover.
func leaf(e *ent.CaseEvent) (tlog.Hash, error) {
	l := struct {
		Community string `json:"community"`
		ID        int64  `json:"id"`
		Number    int    `json:"number"`
		Receipt   string `json:"receipt"`
		Alarm     string `json:"alarm"`
		Matter    string `json:"matter"`
		About     string `json:"about"`
		// Restricted is who may see it.
		Restricted bool   `json:"restricted"`
		Previous   string `json:"previous"`
		Hash       string `json:"hash"`
	}{Community: e.CommunityID, ID: e.ID, Number: e.Number, Receipt: e.ReceiptNo, Matter: string(e.Matter), Restricted: e.Restricted, Previous: e.Previous, Hash: e.Hash}
	if e.AlarmKind != nil {
		l.Alarm = string(*e.AlarmKind)
	}
	if e.AboutID != nil {
		l.About = *e.AboutID
	}
	b, err := json.Marshal(l)
	return tlog.RecordHash(b), err
}

// logBatch bounds the entries of one transaction.
const logBatch = 500

// AppendLog takes what is new in a community's journal into its log, and signs a checkpoint of each batch. It tells how
// many entries it took. Any number of processes may do it at once: they make one tree. It fails with ErrLogBroken where
// the log does not lead to its last checkpoint.
func (d *Desk) AppendLog(ctx context.Context, community string) (int, error) {
	ctx = store.With(ctx, store.System())
	if d.Evidence.Key == nil {
		return 0, errors.New("no key to sign checkpoints with")
	}
	total := 0
	for {
		// Nobody holds up an act for nothing: whether there is news is asked outside the transaction.
		last, err := lastCheckpoint(ctx, d.Store.Read(), community)
		if err != nil {
			return total, err
		}
		head, err := d.Store.Head(ctx, community)
		if err != nil || head == 0 || last != nil && head <= last.LastID {
			return total, err
		}
		n := 0
		err = d.Store.Log(ctx, community, func(ctx context.Context, tx *store.Tx) (err error) {
			n, err = d.appendBatch(ctx, tx.Client, community)
			return err
		})
		total += n
		if err != nil || n == 0 {
			return total, err
		}
	}
}

func (d *Desk) appendBatch(ctx context.Context, c *ent.Client, community string) (int, error) {
	last, err := lastCheckpoint(ctx, c, community)
	if err != nil {
		return 0, err
	}
	tree, number, lastID := &evidence.Tree{}, int64(0), int64(0)
	if last != nil {
		cp, err := evidence.Open(last.Note, d.Evidence.keys()...)
		if err != nil {
			return 0, fmt.Errorf("%w (checkpoint %d: %w)", ErrLogBroken, last.Number, err)
		}
		if tree, err = evidence.Resume(cp.Size, logHashes(ctx, c, community)); err != nil {
			return 0, fmt.Errorf("%w (%w)", ErrLogBroken, err)
		}
		if root, err := tree.Root(); err != nil || root != cp.Root || cp.Log != community {
			return 0, fmt.Errorf("%w (its root is not that of checkpoint %d)", ErrLogBroken, last.Number)
		}
		number, lastID = last.Number, cp.Last
	}
	// A community's entries get their numbers in the order of their commits (LockJournal): none comes before these any more.
	entries, err := c.CaseEvent.Query().Where(caseevent.CommunityID(community), caseevent.IDGT(lastID)).
		Order(caseevent.ByID()).Limit(logBatch).All(ctx)
	if err != nil || len(entries) == 0 {
		return 0, err
	}
	records := make([]*ent.LogRecordCreate, len(entries))
	for i, e := range entries {
		h, err := leaf(e)
		if err != nil {
			return 0, err
		}
		hashes, err := tree.Next(h)
		if err != nil {
			return 0, err
		}
		records[i] = c.LogRecord.Create().SetID(e.ID).SetCommunityID(community).SetNumber(tree.Size()).SetHashes(evidence.Pack(hashes))
		tree.Take(hashes)
	}
	if err := c.LogRecord.CreateBulk(records...).Exec(ctx); err != nil {
		return 0, err
	}
	root, err := tree.Root()
	if err != nil {
		return 0, err
	}
	cp := evidence.Checkpoint{Log: community, Size: tree.Size(), Root: root, At: d.Now(), Last: entries[len(entries)-1].ID}
	signed, err := d.Evidence.Key.Sign(cp)
	if err != nil {
		return 0, err
	}
	return len(entries), c.LogCheckpoint.Create().SetCommunityID(community).SetNumber(number + 1).SetSize(cp.Size).SetLastID(cp.Last).
		SetRoot(root.String()).SetNote(signed).SetAt(cp.At).Exec(ctx)
}

// lastCheckpoint is nil where a community has none.
func lastCheckpoint(ctx context.Context, c *ent.Client, community string) (*ent.LogCheckpoint, error) {
	last, err := c.LogCheckpoint.Query().Where(logcheckpoint.CommunityID(community)).Order(ent.Desc(logcheckpoint.FieldNumber)).First(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return last, err
}

// logHashes reads hashes of a community's log from the database, all that are asked for at once.
func logHashes(ctx context.Context, c *ent.Client, community string) tlog.HashReader {
	return tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		positions := make([]int64, len(indexes))
		for i, index := range indexes {
			positions[i], _ = evidence.Place(index)
		}
		records, err := c.LogRecord.Query().Where(logrecord.CommunityID(community), logrecord.NumberIn(positions...)).All(ctx)
		if err != nil {
			return nil, err
		}
		at := map[int64][]tlog.Hash{}
		for _, r := range records {
			if at[r.Number], err = evidence.Unpack(r.Number, r.Hashes); err != nil {
				return nil, err
			}
		}
		out := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			position, nth := evidence.Place(index)
			if len(at[position]) <= nth {
				return nil, fmt.Errorf("record %d of the log is missing", position)
			}
			out[i] = at[position][nth]
		}
		return out, nil
	})
}

// logEvery is how long an entry waits at most before the log has it.
const logEvery = time.Minute

// KeepLog takes what is new in every journal into its log, and one checkpoint of each community and day into the
// folder. It ends with ctx, after it has taken in what there was until then.
func (d *Desk) KeepLog(ctx context.Context) {
	tick := time.NewTicker(logEvery)
	defer tick.Stop()
	for {
		if err := d.keepLog(ctx); err != nil && ctx.Err() == nil {
			d.Log.Error("journal log", "error", err)
		}
		select {
		case <-tick.C:
			continue
		case <-ctx.Done():
		}
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		if err := d.keepLog(last); err != nil {
			d.Log.Error("journal log", "error", err)
		}
		return
	}
}

func (d *Desk) keepLog(ctx context.Context) error {
	all, err := d.communities(ctx)
	if err != nil {
		return err
	}
	var errs []error
	for _, id := range all { // one broken log keeps no other from growing
		if _, err := d.AppendLog(ctx, id); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", id, err))
			continue
		}
		if d.Evidence.Folder != "" {
			if _, err := d.ExportCheckpoint(ctx, id, d.Evidence.Folder, false); err != nil {
				errs = append(errs, fmt.Errorf("%s: %w", id, err))
			}
		}
	}
	return errors.Join(errs...)
}

func (d *Desk) communities(ctx context.Context) ([]string, error) {
	return d.Store.Read().Community.Query().Order(community.ByID()).IDs(store.With(ctx, store.System()))
}

// CheckpointJournals takes what is new into every log and writes the checkpoint of each into folder, also where today's is
// there already. It gives the files.
func (d *Desk) CheckpointJournals(ctx context.Context, folder string) ([]string, error) {
	all, err := d.communities(ctx)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, id := range all {
		if _, err := d.AppendLog(ctx, id); err != nil {
			return files, fmt.Errorf("%s: %w", id, err)
		}
		file, err := d.ExportCheckpoint(ctx, id, folder, true)
		if err != nil {
			return files, fmt.Errorf("%s: %w", id, err)
		}
		if file != "" {
			files = append(files, file)
		}
	}
	return files, nil
}

// ExportCheckpoint writes a community's last checkpoint to folder/YYYY-MM-DD-COMMUNITY.txt, with the proof that it extends
// the one of the last file before today, and gives the file: "" where there is no checkpoint yet, or where today's is there
// and again is false. It fails where the log does not extend that file's.
func (d *Desk) ExportCheckpoint(ctx context.Context, community, folder string, again bool) (string, error) {
	ctx = store.With(ctx, store.System())
	o, err := d.Office(ctx, community)
	if err != nil {
		return "", err
	}
	end := "-" + community + ".txt"
	name := workday.DateOf(d.Now(), o.Calendar.Location()).String() + end
	if _, err := os.Stat(filepath.Join(folder, name)); err == nil && !again {
		return "", nil
	}
	last, err := lastCheckpoint(ctx, d.Store.Read(), community)
	if err != nil || last == nil {
		return "", err
	}
	cp, err := evidence.Open(last.Note, d.Evidence.keys()...)
	if err != nil {
		return "", fmt.Errorf("%w (checkpoint %d: %w)", ErrLogBroken, last.Number, err)
	}
	f := evidence.File{Note: last.Note}
	before, err := fileBefore(folder, name, end)
	if err != nil {
		return "", err
	}
	if before != "" {
		b, err := os.ReadFile(before)
		if err != nil {
			return "", err
		}
		if f.Before, _, err = evidence.OpenFile(string(b), d.Evidence.keys()...); err != nil {
			return "", fmt.Errorf("%s: %w", before, err)
		}
		if f.Proof, err = tlog.ProveTree(cp.Size, f.Before.Size, logHashes(ctx, d.Store.Read(), community)); err == nil {
			err = tlog.CheckTree(f.Proof, cp.Size, cp.Root, f.Before.Size, f.Before.Root)
		}
		if err != nil {
			return "", fmt.Errorf("%w (it does not extend %s: %w)", ErrLogBroken, before, err)
		}
	}
	file := filepath.Join(folder, name)
	return file, writeWhole(file, f.Text())
}

// fileBefore finds the last file of a folder that ends so and stands before name; "" for none.
func fileBefore(folder, name, end string) (string, error) {
	there, err := os.ReadDir(folder) // in the order of names, which is that of days
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	before := ""
	for _, f := range there {
		if strings.HasSuffix(f.Name(), end) && len(f.Name()) == len(name) && f.Name() < name {
			before = filepath.Join(folder, f.Name())
		}
	}
	return before, err
}

// writeWhole writes a file that is there whole or not at all, also after a loss of power.
func writeWhole(file, text string) (err error) {
	folder := filepath.Dir(file)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	part := filepath.Join(folder, ".part-"+rand.Text())
	defer func() {
		if err != nil {
			_ = os.Remove(part)
		}
	}()
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := os.Rename(part, file); err != nil {
		return err
	}
	dir, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}

// JournalCheckpoint is a community's last checkpoint as it is shown.
type JournalCheckpoint struct {
	Community  *ent.Community
	Size       int
	Root, Note string
	At         time.Time
}

// shownCheckpoints bounds the communities whose checkpoints are shown.
const shownCheckpoints = 100

// JournalCheckpoints gives the last checkpoint of each community that the viewer reads, to whom the guards show any.
func (d *Desk) JournalCheckpoints(ctx context.Context) ([]*JournalCheckpoint, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	shown := []*JournalCheckpoint{}
	for _, id := range v.Communities[:min(len(v.Communities), shownCheckpoints)] {
		last, err := lastCheckpoint(ctx, d.Store.Read(), id)
		if err != nil {
			return nil, err
		}
		if last == nil {
			continue
		}
		o, err := d.Office(ctx, id)
		if err != nil {
			return nil, err
		}
		shown = append(shown, &JournalCheckpoint{o.Community, int(last.Size), last.Root, last.Note, last.At})
	}
	return shown, nil
}
