package service

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"xinxing/ent"
	"xinxing/ent/caseevent"
	"xinxing/ent/community"
	"xinxing/ent/logcheckpoint"
	"xinxing/ent/logrecord"
	"xinxing/internal/evidence"
	"xinxing/internal/store"
)

// Damage is the kind of a finding in a journal's log.
type Damage string

// The kinds of damage.
const (
	DamageChanged    Damage = "CHANGED"    // an entry does not have the hash that stands in it
	DamageRewritten  Damage = "REWRITTEN"  // an entry and its hash were changed: not what the log took in
	DamageRemoved    Damage = "REMOVED"    // the log has an entry that the journal lacks
	DamageInserted   Damage = "INSERTED"   // the journal has an entry among those that the log has, and the log lacks it
	DamageLog        Damage = "LOG"        // the log's own records: missing, out of order, or a hash that does not follow
	DamageCheckpoint Damage = "CHECKPOINT" // a checkpoint is missing, or does not say what the log is
	DamageSignature  Damage = "SIGNATURE"  // nobody known signed a checkpoint
	DamageKept       Damage = "KEPT"       // the log is no extension of a checkpoint that was kept elsewhere
)

// LogFinding is one thing that VerifyLog found wrong.
type LogFinding struct {
	// Community is the name of the community, or the name of a kept file that fits none.
	Community string
	// Entry is the number of the entry in the journal, 0 where it is about none.
	Entry  int64
	Damage Damage
	What   string
}

// LogReport is what VerifyLog looked at and found.
type LogReport struct {
	// Entries are in the logs, Waiting in the journals and not in the logs yet, Checkpoints in the database.
	Entries, Waiting, Checkpoints int64
	// Proven are the kept files whose checkpoints the logs extend.
	Proven   []string
	Findings []LogFinding
}

// Kept is a checkpoint file that the office kept elsewhere.
type Kept struct{ Name, Text string }

// VerifyLog recomputes every community's log from the rows of its journal and compares it with the stored hashes, with
// every stored checkpoint, and with checkpoints that were kept elsewhere: these find also a history that was rewritten as
// a whole, with its hashes, log and checkpoints. keys are those whose signatures count. It reads page by page and its
// memory does not grow with the journal.
func (d *Desk) VerifyLog(ctx context.Context, keys []note.Verifier, kept []Kept) (*LogReport, error) {
	ctx = store.With(ctx, store.System())
	r := &LogReport{}
	points := map[string][]keptPoint{}
	for _, k := range kept {
		cp, f, err := evidence.OpenFile(k.Text, keys...)
		if err != nil {
			r.say(LogFinding{k.Name, 0, DamageSignature, fmt.Sprintf("not a checkpoint that counts: %v", err)})
			continue
		}
		points[cp.Log] = append(points[cp.Log], keptPoint{file: k.Name, cp: cp, whole: true})
		if f.Before.Size > 0 {
			points[cp.Log] = append(points[cp.Log], keptPoint{file: k.Name, cp: f.Before})
		}
	}
	all, err := d.Store.Read().Community.Query().Order(community.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range all {
		v := &logVerifier{desk: d, report: r, community: c, keys: keys, kept: points[c.ID]}
		delete(points, c.ID)
		if err := v.run(ctx); err != nil {
			return nil, fmt.Errorf("%s: %w", c.Name, err)
		}
	}
	for _, left := range points {
		for _, p := range left {
			if p.whole {
				r.say(LogFinding{p.file, 0, DamageKept, "the community " + p.cp.Log + " is not in the database"})
			}
		}
	}
	return r, nil
}

func (r *LogReport) say(f LogFinding) {
	if len(r.Findings) < maxFindings {
		r.Findings = append(r.Findings, f)
	}
}

// keptPoint is a size and root that a kept file tells: its checkpoint's, or those of the file that it extends.
type keptPoint struct {
	file string
	cp   evidence.Checkpoint
	// whole is false for what the file only says that it extends.
	whole bool
	// holds tells that the log was compared with it and extends it.
	holds bool
}

// logVerifier walks one community's journal, log and checkpoints side by side.
type logVerifier struct {
	desk      *Desk
	report    *LogReport
	community *ent.Community
	keys      []note.Verifier
	kept      []keptPoint

	tree evidence.Tree
	// at counts the records up to here; lost tells that some of them are missing, so that the tree ends before it.
	at   int64
	lost bool
	// last is the number of the last entry that the log told of; number and size are those of the last checkpoint.
	last, number, size int64
	found              int
}

func (v *logVerifier) say(entry int64, kind Damage, format string, a ...any) {
	v.found++
	v.report.say(LogFinding{v.community.Name, entry, kind, fmt.Sprintf(format, a...)})
}

func (v *logVerifier) run(ctx context.Context) error {
	slices.SortStableFunc(v.kept, func(a, b keptPoint) int { return cmp.Compare(a.cp.Size, b.cp.Size) })
	// The end is that of one instant: what is added while this runs is for the next time. All before it stays as it is.
	var end *ent.LogCheckpoint
	var records, lastID int64
	err := v.desk.Store.Snapshot(ctx, func(c *ent.Client) (err error) {
		if end, err = lastCheckpoint(ctx, c, v.community.ID); err != nil {
			return err
		}
		r, err := c.LogRecord.Query().Where(logrecord.CommunityID(v.community.ID)).Order(ent.Desc(logrecord.FieldNumber)).First(ctx)
		if ent.IsNotFound(err) {
			return nil
		}
		if err == nil {
			records, lastID = r.Number+1, r.ID
		}
		return err
	})
	if err != nil {
		return err
	}
	covered := int64(0)
	if end != nil {
		covered, lastID = end.Size, max(lastID, end.LastID)
	}
	if records != covered {
		v.say(0, DamageLog, "the log has %d records, its last checkpoint covers %d", records, covered)
	}
	if err := v.walk(ctx, records, lastID, end); err != nil {
		return err
	}
	for _, p := range v.kept {
		if p.cp.Size > v.at {
			v.say(0, DamageKept, "%s: the log has %d entries, the kept checkpoint %d: the end was cut off", p.file, v.at, p.cp.Size)
		}
	}
	for _, p := range v.kept {
		// Beside damage of any kind nothing is said to be proven.
		if p.whole && p.holds && v.found == 0 {
			v.report.Proven = append(v.report.Proven, fmt.Sprintf("%s: %s still begins with the %d entries of %s",
				p.file, v.community.Name, p.cp.Size, p.cp.At.Format(time.RFC3339)))
		}
	}
	waiting, err := v.desk.Store.Read().CaseEvent.Query().
		Where(caseevent.CommunityID(v.community.ID), caseevent.IDGT(lastID)).Count(ctx)
	v.report.Waiting += int64(waiting)
	return err
}

// verifyPage is how many rows of each kind are in memory.
const verifyPage = 1000

func (v *logVerifier) walk(ctx context.Context, records, lastID int64, end *ent.LogCheckpoint) error {
	journal := newPages(func(after int64) ([]journalRow, int64, error) { return v.rows(ctx, after, lastID) }, math.MinInt64)
	log := newPages(func(after int64) ([]*ent.LogRecord, int64, error) {
		page, err := v.desk.Store.Read().LogRecord.Query().
			Where(logrecord.CommunityID(v.community.ID), logrecord.NumberGT(after), logrecord.NumberLT(records)).
			Order(logrecord.ByNumber()).Limit(verifyPage).All(ctx)
		if len(page) > 0 {
			after = page[len(page)-1].Number
		}
		return page, after, err
	}, -1)
	points := newPages(func(after int64) ([]*ent.LogCheckpoint, int64, error) {
		if end == nil {
			return nil, 0, nil
		}
		page, err := v.desk.Store.Read().LogCheckpoint.Query().
			Where(logcheckpoint.CommunityID(v.community.ID), logcheckpoint.NumberGT(after), logcheckpoint.NumberLTE(end.Number)).
			Order(logcheckpoint.ByNumber()).Limit(verifyPage).All(ctx)
		if len(page) > 0 {
			after = page[len(page)-1].Number
		}
		return page, after, err
	}, 0)
	for {
		record, err := log.next()
		if err != nil {
			return err
		}
		if record == nil {
			break
		}
		r := *record
		if err := v.record(r); err != nil {
			return err
		}
		// The journal's entries before this one are in no record; this one has to be there and be what was taken in.
		for {
			row, err := journal.peek()
			if err != nil {
				return err
			}
			if row == nil || row.id > r.ID {
				v.say(r.ID, DamageRemoved, "the entry is gone from the journal")
				break
			}
			if _, err := journal.next(); err != nil {
				return err
			}
			if row.id == r.ID {
				v.compare(*row, r)
				break
			}
			v.say(row.id, DamageInserted, "%s stands in the journal, the log took in no such entry", row.receipt)
		}
		if err := v.points(points); err != nil {
			return err
		}
	}
	for {
		row, err := journal.next()
		if err != nil {
			return err
		}
		if row == nil {
			break
		}
		v.say(row.id, DamageInserted, "%s stands in the journal, the log took in no such entry", row.receipt)
	}
	for {
		p, err := points.next()
		if err != nil || p == nil {
			return err
		}
		v.report.Checkpoints++
		v.say(0, DamageCheckpoint, "checkpoint %d: it covers %d entries, the log has %d", (*p).Number, (*p).Size, v.at)
	}
}

// record takes the next record of the log, and looks whether its hashes follow from those before.
func (v *logVerifier) record(r *ent.LogRecord) error {
	v.report.Entries++
	if r.Number != v.at {
		v.say(r.ID, DamageLog, "records %d to %d are missing: no tree can be computed from here on", v.at, r.Number-1)
		v.lost = true
	}
	v.at = r.Number + 1
	if r.ID <= v.last {
		v.say(r.ID, DamageLog, "record %d is out of the journal's order", r.Number)
	}
	v.last = max(v.last, r.ID)
	if v.lost {
		return nil
	}
	stored, err := evidence.Unpack(v.tree.Size(), r.Hashes)
	if err != nil {
		v.say(r.ID, DamageLog, "%v", err)
		stored = make([]tlog.Hash, 1)
		copy(stored[0][:], r.Hashes)
	}
	want, err := v.tree.Next(stored[0])
	if err != nil {
		return err
	}
	if len(stored) == len(want) {
		for level := range want {
			if stored[level] != want[level] {
				v.say(r.ID, DamageLog, "hash %d of record %d does not follow from the hashes below it", level, r.Number)
				break
			}
		}
		want = stored // one wrong hash is one finding, and not one in each that follows from it
	}
	v.tree.Take(want)
	return nil
}

// compare compares an entry with what the log took in.
func (v *logVerifier) compare(row journalRow, r *ent.LogRecord) {
	switch {
	case row.err != nil:
		v.say(row.id, DamageChanged, "%s cannot be read: %v", row.receipt, row.err)
	case row.computed != row.stored:
		v.say(row.id, DamageChanged, "%s was changed", row.receipt)
	case len(r.Hashes) < tlog.HashSize || tlog.Hash(r.Hashes[:tlog.HashSize]) != row.leaf:
		v.say(row.id, DamageRewritten, "%s is not what the log took in", row.receipt)
	}
}

// points looks at the checkpoints of the tree as it is now, those in the database and those kept elsewhere.
func (v *logVerifier) points(stored *pages[*ent.LogCheckpoint]) error {
	for {
		p, err := stored.peek()
		if err != nil {
			return err
		}
		if p == nil || (*p).Size > v.at {
			break
		}
		if err := v.point(*p); err != nil {
			return err
		}
		if _, err := stored.next(); err != nil {
			return err
		}
	}
	for i := range v.kept {
		k := &v.kept[i]
		if k.cp.Size != v.at {
			continue
		}
		root, err := v.root()
		if err != nil {
			return err
		}
		if k.holds = root == k.cp.Root; !k.holds {
			v.say(0, DamageKept, "%s: the first %d entries are not those of the kept checkpoint: the history was rewritten", k.file, k.cp.Size)
		}
	}
	return nil
}

func (v *logVerifier) point(p *ent.LogCheckpoint) error {
	v.report.Checkpoints++
	say := func(kind Damage, format string, a ...any) {
		v.say(0, kind, "checkpoint %d: "+format, append([]any{p.Number}, a...)...)
	}
	if p.Number != v.number+1 {
		say(DamageCheckpoint, "it stands where %d belongs", v.number+1)
	}
	if p.Size <= v.size {
		say(DamageCheckpoint, "it covers %d entries, the one before %d", p.Size, v.size)
	}
	v.number, v.size = p.Number, max(v.size, p.Size)
	cp, err := evidence.Open(p.Note, v.keys...)
	if err != nil {
		say(DamageSignature, "%v", err)
		return nil
	}
	if cp.Log != v.community.ID || cp.Size != p.Size || cp.Last != p.LastID || cp.Root.String() != p.Root || !cp.At.Equal(p.At) {
		say(DamageCheckpoint, "it is not what was signed")
		return nil
	}
	root, err := v.root()
	if err != nil {
		return err
	}
	if cp.Size != v.at || root != cp.Root || cp.Last != v.last {
		say(DamageCheckpoint, "the first %d entries of the log are not those that were signed", cp.Size)
	}
	return nil
}

// root is that of the tree up to here; where records are missing it is none that anybody signed.
func (v *logVerifier) root() (tlog.Hash, error) {
	if v.lost {
		return tlog.Hash{}, nil
	}
	return v.tree.Root()
}

// journalRow is an entry as far as it is compared.
type journalRow struct {
	id               int64
	receipt          string
	stored, computed string
	leaf             tlog.Hash
	err              error // it cannot be read
}

// rows gives a page of entries after one, up to another.
func (v *logVerifier) rows(ctx context.Context, after, until int64) ([]journalRow, int64, error) {
	those := func(after int64) *ent.CaseEventQuery {
		return v.desk.Store.Read().CaseEvent.Query().
			Where(caseevent.CommunityID(v.community.ID), caseevent.IDGT(after), caseevent.IDLTE(until)).Order(caseevent.ByID())
	}
	events, err := those(after).Limit(verifyPage).All(ctx)
	if err != nil {
		// Damage may be such that a row cannot be read at all. One by one, so that it is found which.
		ids, idErr := those(after).Limit(verifyPage).IDs(ctx)
		if idErr != nil || ctx.Err() != nil {
			return nil, after, err
		}
		var rows []journalRow
		for _, id := range ids {
			e, err := those(id - 1).First(ctx)
			if err != nil && ctx.Err() != nil {
				return nil, after, err
			}
			if err != nil {
				rows = append(rows, journalRow{id: id, receipt: "it", err: err})
			} else {
				rows = append(rows, rowOf(e))
			}
			after = id
		}
		return rows, after, nil
	}
	rows := make([]journalRow, len(events))
	for i, e := range events {
		rows[i], after = rowOf(e), e.ID
	}
	return rows, after, nil
}

func rowOf(e *ent.CaseEvent) journalRow {
	r := journalRow{id: e.ID, receipt: e.ReceiptNo, stored: e.Hash}
	if r.computed, r.err = entryOf(e).Hash(); r.err == nil {
		r.leaf, r.err = leaf(e)
	}
	return r
}

// pages reads a list page by page, with one row in sight.
type pages[T any] struct {
	read  func(after int64) ([]T, int64, error)
	after int64
	page  []T
	end   bool
}

func newPages[T any](read func(after int64) ([]T, int64, error), after int64) *pages[T] {
	return &pages[T]{read: read, after: after}
}

// peek gives the next row without taking it; nil at the end.
func (p *pages[T]) peek() (*T, error) {
	if len(p.page) == 0 && !p.end {
		var err error
		if p.page, p.after, err = p.read(p.after); err != nil {
			return nil, err
		}
		p.end = len(p.page) == 0
	}
	if p.end {
		return nil, nil
	}
	return &p.page[0], nil
}

// next takes the next row; nil at the end.
func (p *pages[T]) next() (*T, error) {
	row, err := p.peek()
	if row != nil {
		p.page = p.page[1:]
	}
	return row, err
}
