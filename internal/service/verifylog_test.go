package service_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"xinxing/ent"
	"xinxing/ent/caseevent"
	"xinxing/ent/logcheckpoint"
	"xinxing/ent/logrecord"
	"xinxing/internal/evidence"
	"xinxing/internal/office"
	"xinxing/internal/office/reporting"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
)

// signs gives a desk a key for its checkpoints.
func (p *people) signs(desks ...*service.Desk) *evidence.Key {
	p.t.Helper()
	text, err := evidence.GenerateKey()
	p.ok(err)
	k, err := evidence.ParseKey(text)
	p.ok(err)
	for _, d := range desks {
		d.Evidence.Key = k
	}
	return k
}

// logged is an office whose journal was taken into the log twice: a case with three entries and one with two, and one next
// door. The cases come back by number.
func (p *people) logged() (first, second *ent.CaseFile) {
	p.t.Helper()
	p.signs(p.Desk)
	first = p.complete("clerk-a", p.promise("clerk-a", p.open("clerk-a", "SQ-01"), 5))
	p.append(p.Community, 3)
	second = p.promise("clerk-b", p.open("clerk-b", "SQ-01"), 3)
	_, err := p.Desk.OpenCase(p.As("neighbour"), service.OpenCaseInput{
		Channel: "PHONE", Situation: "x", Demand: "x", Anonymous: true, ClientMutationID: p.ID(),
	})
	p.ok(err)
	p.append(p.Community, 2)
	p.append(p.Neighbour, 1)
	p.append(p.Subdistrict, 0)
	return first, second
}

func (p *people) append(community string, want int) {
	p.t.Helper()
	n, err := p.Desk.AppendLog(p.Context(), community)
	p.ok(err)
	p.want("entries taken into the log", n, want)
}

// verifyLog verifies with the desk's own key.
func (p *people) verifyLog(kept ...service.Kept) *service.LogReport {
	p.t.Helper()
	r, err := p.Desk.VerifyLog(p.Context(), []note.Verifier{p.Desk.Evidence.Key.Public}, kept)
	p.ok(err)
	return r
}

// finds says that there is a finding of a kind, about an entry and in these words, and none about the neighbours.
func (p *people) finds(r *service.LogReport, entry int64, kind service.Damage, what string) {
	p.t.Helper()
	found := false
	for _, f := range r.Findings {
		if f.Community != "新星社区" && !strings.HasSuffix(f.Community, ".txt") {
			p.t.Errorf("it finds fault with %s: %+v", f.Community, f)
		}
		found = found || f.Entry == entry && f.Damage == kind && strings.Contains(f.What, what)
	}
	if !found {
		p.t.Errorf("want %s of %d, %q; found %+v", kind, entry, what, r.Findings)
	}
	if len(r.Proven) > 0 {
		p.t.Errorf("beside damage it says %v", r.Proven)
	}
}

func (p *people) clean(r *service.LogReport) {
	p.t.Helper()
	if len(r.Findings) > 0 {
		p.t.Fatalf("%+v", r.Findings)
	}
}

// keep is the checkpoint that the office carries away now.
func (p *people) keep() service.Kept {
	p.t.Helper()
	dir := p.t.TempDir()
	name, err := p.Desk.ExportCheckpoint(p.Context(), p.Community, dir, false)
	p.ok(err)
	b, err := os.ReadFile(name)
	p.ok(err)
	return service.Kept{Name: filepath.Base(name), Text: string(b)}
}

func TestVerifyLog_ASoundLog(t *testing.T) {
	both(t, func(p *people) {
		p.clean(func() *service.LogReport { p.signs(p.Desk); return p.verifyLog() }())
		first, _ := p.logged()
		kept := p.keep()
		p.append(p.Community, 0) // nothing new: no entry, no checkpoint
		p.open("clerk-c", "")
		r := p.verifyLog(kept)
		p.clean(r)
		p.want("looked at", fmt.Sprint(r.Entries, r.Waiting, r.Checkpoints), "6 1 3")
		p.want("proven", len(r.Proven), 1)
		if !strings.Contains(r.Proven[0], "新星社区 still begins with the 5 entries") {
			t.Error(r.Proven)
		}
		// What comes later extends it.
		p.append(p.Community, 1)
		r = p.verifyLog(kept, p.keep())
		p.clean(r)
		p.want("proven", len(r.Proven), 2)
		p.want("checkpoints", r.Checkpoints, int64(4))
		if first.Events != 3 {
			t.Errorf("%d entries", first.Events)
		}
	})
}

// Whatever column of an entry is changed, it is found, and which entry it was.
func TestVerifyLog_EveryColumnOfAnEntry(t *testing.T) {
	to := map[string]string{
		"id":             "id + 1000000",
		"case_id":        "(SELECT id FROM cases WHERE id <> case_id AND community_id = case_events.community_id ORDER BY receipt_no DESC LIMIT 1)",
		"number":         "number + 7",
		"kind":           "'OPENED'",
		"at":             "due_at",
		"due_at":         "at",
		"facts":          `'{"outcome":"y"}'`,
		"audience":       `'["x"]'`,
		"alarm_kind":     "'PROMISE_PASSED'",
		"status":         "'RECEIVED'",
		"matter":         "'COMPLAINT'",
		"community_id":   "$2",
		"receipt_no":     "'20260101-00001'",
		"reason":         "'x'",
		"alarm_id":       "'x'",
		"actor_id":       "'x'",
		"about_id":       "'x'",
		"previous":       "'x'",
		"hash":           "'x'",
		"holder_id":      "'x'",
		"record_id":      "'x', case_id = NULL", // of one or the other
		"restricted":     "NOT restricted",
		"responsible_id": "'x'",
	}
	for _, column := range caseevent.Columns {
		t.Run(column, func(t *testing.T) {
			both(t, func(p *people) {
				first, _ := p.logged()
				entry := p.events(first)[2]
				value, known := to[column]
				if !known {
					value = "'x'"
				}
				args := []any{entry.ID}
				if column == "community_id" {
					args = append(args, p.Neighbour)
					p.damageless(map[bool]string{false: "PRAGMA foreign_keys = off", true: "ALTER TABLE case_events DROP CONSTRAINT case_events_cases_case_id"}[p.Desk.Store.Postgres()])
				}
				p.damage("UPDATE case_events SET "+column+" = "+value+" WHERE id = $1", args...)
				want, what := service.DamageChanged, "was changed"
				switch column {
				case "id":
					want, what = service.DamageRemoved, "gone"
				case "community_id":
					r := p.verifyLog()
					if len(r.Findings) != 2 {
						t.Fatalf("%+v", r.Findings)
					}
					for _, f := range r.Findings { // gone here, and too many there
						if f.Entry != entry.ID || f.Damage != map[string]service.Damage{"新星社区": service.DamageRemoved, "邻家社区": service.DamageInserted}[f.Community] {
							t.Errorf("%+v", f)
						}
					}
					return
				case "receipt_no", "alarm_kind", "matter", "about_id", "restricted": // which the chain does not cover
					want, what = service.DamageRewritten, "not what the log took in"
				}
				r := p.verifyLog()
				p.finds(r, entry.ID, want, what)
				if len(r.Findings) != 1 {
					t.Errorf("one damage, found %+v", r.Findings)
				}
			})
		})
	}
}

func TestVerifyLog_FindsEveryKindOfDamage(t *testing.T) {
	type seen struct {
		p      *people
		events []*ent.CaseEvent // of the community, in order
	}
	change := func(statement string, args ...any) func(seen) {
		return func(s seen) { s.p.damage(statement, append(args, s.p.Community)...) }
	}
	for name, test := range map[string]struct {
		do    func(seen)
		entry int // the how many of the community's entries it is about; 0 for none
		kind  service.Damage
		what  string
	}{
		"a removed entry": {func(s seen) { s.p.damage("DELETE FROM case_events WHERE id = $1", s.events[1].ID) }, 2, service.DamageRemoved, "gone"},
		"a removed last entry": {func(s seen) {
			s.p.damage("DELETE FROM case_events WHERE id = $1", s.events[4].ID)
		}, 5, service.DamageRemoved, "gone"},
		"all entries removed": {change("DELETE FROM case_events WHERE community_id = $1"), 1, service.DamageRemoved, "gone"},
		"a swapped order": {func(s seen) {
			a, b := s.events[1].ID, s.events[2].ID
			s.p.damage("UPDATE case_events SET id = -1 WHERE id = $1", a)
			s.p.damage("UPDATE case_events SET id = $1 WHERE id = $2", a, b)
			s.p.damage("UPDATE case_events SET id = $1 WHERE id = -1", b)
		}, 2, service.DamageRewritten, "not what the log took in"},
		"an entry that was put in": {func(s seen) {
			columns := strings.Join(caseevent.Columns, ", ")
			values := strings.Replace(columns, "number,", "number + 50,", 1)
			values = strings.Replace(values, "id, ", "-5, ", 1)
			s.p.damage("INSERT INTO case_events ("+columns+") SELECT "+values+" FROM case_events WHERE id = $1", s.events[0].ID)
		}, -5, service.DamageInserted, "took in no such entry"},
		"an entry changed with its hash": {func(s seen) {
			e := *s.events[4]
			e.Reason = "改写"
			entry := service.EntryOf(&e)
			hash, err := entry.Hash()
			s.p.ok(err)
			s.p.damage("UPDATE case_events SET reason = $1, hash = $2 WHERE id = $3", e.Reason, hash, e.ID)
			s.p.damage("UPDATE cases SET head = $1 WHERE id = $2", hash, e.CaseID)
			s.p.sound() // the chain alone finds nothing
		}, 5, service.DamageRewritten, "not what the log took in"},
		"facts that are none": {func(s seen) {
			if s.p.Desk.Store.Postgres() {
				s.p.damage(`UPDATE case_events SET facts = '7' WHERE id = $1`, s.events[2].ID)
			} else {
				s.p.damage(`UPDATE case_events SET facts = '{"a' WHERE id = $1`, s.events[2].ID)
			}
		}, 3, service.DamageChanged, "cannot be read"},
		"a record of the log is gone": {change("DELETE FROM log_records WHERE number = 2 AND community_id = $1"), 4, service.DamageLog, "records 2 to 2 are missing"},
		"the log's end is gone":       {change("DELETE FROM log_records WHERE number = 4 AND community_id = $1"), 0, service.DamageLog, "the log has 4 records, its last checkpoint covers 5"},
		"the log is gone":             {change("DELETE FROM log_records WHERE community_id = $1"), 0, service.DamageLog, "the log has 0 records"},
		"a record has no hashes":      {func(s seen) { s.p.setHashes(2, nil) }, 3, service.DamageLog, "0 bytes of hashes"},
		"records in another order": {func(s seen) {
			s.p.damage("UPDATE log_records SET number = 100 WHERE number = 1 AND community_id = $1", s.p.Community)
			s.p.damage("UPDATE log_records SET number = 1 WHERE number = 2 AND community_id = $1", s.p.Community)
			s.p.damage("UPDATE log_records SET number = 2 WHERE number = 100 AND community_id = $1", s.p.Community)
		}, 2, service.DamageLog, "out of the journal's order"},
		"the last checkpoint is gone":  {change("DELETE FROM log_checkpoints WHERE number = 2 AND community_id = $1"), 0, service.DamageLog, "the log has 5 records, its last checkpoint covers 3"},
		"the first checkpoint is gone": {change("DELETE FROM log_checkpoints WHERE number = 1 AND community_id = $1"), 0, service.DamageCheckpoint, "checkpoint 2: it stands where 1 belongs"},
		"all checkpoints are gone":     {change("DELETE FROM log_checkpoints WHERE community_id = $1"), 0, service.DamageLog, "its last checkpoint covers 0"},
		"a checkpoint's size":          {change("UPDATE log_checkpoints SET size = 2 WHERE number = 1 AND community_id = $1"), 0, service.DamageCheckpoint, "checkpoint 1: it is not what was signed"},
		"a checkpoint's root":          {change("UPDATE log_checkpoints SET root = 'x' WHERE number = 1 AND community_id = $1"), 0, service.DamageCheckpoint, "checkpoint 1: it is not what was signed"},
		"a checkpoint's instant": {func(s seen) {
			s.p.damage("UPDATE log_checkpoints SET at = $1 WHERE number = 1 AND community_id = $2", servicetest.Instant(s.p.t, "2026-02-20 09:00").UTC(), s.p.Community)
		}, 0, service.DamageCheckpoint, "checkpoint 1: it is not what was signed"},
		"a checkpoint's last entry": {change("UPDATE log_checkpoints SET last_id = last_id - 1 WHERE number = 1 AND community_id = $1"), 0, service.DamageCheckpoint, "checkpoint 1: it is not what was signed"},
		"a checkpoint's text":       {change("UPDATE log_checkpoints SET note = replace(note, E'\\n3\\n', E'\\n4\\n') WHERE number = 1 AND community_id = $1"), 0, service.DamageSignature, "checkpoint 1: "},
		"a checkpoint of the neighbours": {func(s seen) {
			s.p.damage("UPDATE log_checkpoints SET note = (SELECT note FROM log_checkpoints WHERE community_id = $1), root = (SELECT root FROM log_checkpoints WHERE community_id = $1) WHERE number = 1 AND community_id = $2", s.p.Neighbour, s.p.Community)
		}, 0, service.DamageCheckpoint, "checkpoint 1: it is not what was signed"},
		"a forged signature": {func(s seen) { s.p.resign(1, s.p.signs(), 0) }, 0, service.DamageSignature, "checkpoint 1: "},
		"a signed lie":       {func(s seen) { s.p.resign(1, s.p.Desk.Evidence.Key, 1) }, 0, service.DamageCheckpoint, "checkpoint 1: the first 3 entries of the log are not those that were signed"},
	} {
		t.Run(name, func(t *testing.T) {
			both(t, func(p *people) {
				p.logged()
				events, err := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.CommunityID(p.Community)).Order(caseevent.ByID()).All(p.System())
				p.ok(err)
				if p.Desk.Store.Postgres() || !strings.Contains(name, "text") {
					test.do(seen{p, events})
				} else { // SQLite has no escapes
					change("UPDATE log_checkpoints SET note = replace(note, char(10) || '3' || char(10), char(10) || '4' || char(10)) WHERE number = 1 AND community_id = $1")(seen{p, events})
				}
				entry := int64(test.entry)
				if entry > 0 {
					entry = events[entry-1].ID
				}
				p.finds(p.verifyLog(), entry, test.kind, test.what)
			})
		})
	}
}

// setHashes changes what is stored of a record.
func (p *people) setHashes(position int64, hashes []byte) {
	p.t.Helper()
	if hashes == nil {
		hashes = []byte{}
	}
	p.damage("UPDATE log_records SET hashes = $1 WHERE number = $2 AND community_id = $3", hashes, position, p.Community)
}

// resign signs a stored checkpoint anew, with another root where flip says so.
func (p *people) resign(number int64, k *evidence.Key, flip byte) {
	p.t.Helper()
	c := p.Desk.Store.Read().LogCheckpoint.Query().Where(logcheckpoint.CommunityID(p.Community), logcheckpoint.Number(number)).OnlyX(p.System())
	cp, err := evidence.Open(c.Note, p.Desk.Evidence.Key.Public)
	p.ok(err)
	cp.Root[5] ^= flip
	signed, err := k.Sign(cp)
	p.ok(err)
	p.damage("UPDATE log_checkpoints SET note = $1, root = $2 WHERE id = $3", signed, cp.Root.String(), c.ID)
}

// Bits all over the stored hashes, and letters all over the notes.
func TestVerifyLog_AnyBitOfTheLog(t *testing.T) {
	both(t, func(p *people) {
		p.logged()
		kept := p.keep()
		p.clean(p.verifyLog(kept))
		for _, r := range p.Desk.Store.Read().LogRecord.Query().Where(logrecord.CommunityID(p.Community)).AllX(p.System()) {
			for i := int(r.Number) % 4; i < len(r.Hashes); i += 4 {
				flipped := append([]byte(nil), r.Hashes...)
				flipped[i] ^= 1 << (i % 8)
				p.setHashes(r.Number, flipped)
				if got := p.verifyLog(kept); len(got.Findings) == 0 || len(got.Proven) > 0 {
					t.Errorf("record %d, byte %d: nothing found, %v", r.Number, i, got.Proven)
				}
			}
			p.setHashes(r.Number, r.Hashes)
		}
		for _, c := range p.Desk.Store.Read().LogCheckpoint.Query().Where(logcheckpoint.CommunityID(p.Community)).AllX(p.System()) {
			for i := 0; i < len(c.Note)-1; i += 3 {
				b := []byte(c.Note)
				if b[i] >= 0x80 || b[i] == '\n' {
					continue // no text that a database takes
				}
				b[i] ^= 1
				p.damage("UPDATE log_checkpoints SET note = $1 WHERE id = $2", string(b), c.ID)
				if got := p.verifyLog(kept); len(got.Findings) == 0 {
					t.Errorf("checkpoint %d, byte %d: nothing found", c.Number, i)
				}
			}
			p.damage("UPDATE log_checkpoints SET note = $1 WHERE id = $2", c.Note, c.ID)
		}
		p.clean(p.verifyLog(kept))
	})
}

// rewrite is what somebody does who has the database and the key: another history, with all its hashes, log and
// checkpoints.
func (p *people) rewrite(after func()) {
	p.t.Helper()
	events, err := p.Desk.Store.Read().CaseEvent.Query().Where(caseevent.CommunityID(p.Community)).Order(caseevent.ByID()).All(p.System())
	p.ok(err)
	previous := map[string]string{}
	for _, e := range events {
		if e.Number == 1 {
			e.Reason = "另一段历史"
		}
		e.Previous = previous[e.CaseID]
		e.Hash, err = service.EntryOf(e).Hash()
		p.ok(err)
		previous[e.CaseID] = e.Hash
		p.damage("UPDATE case_events SET reason = $1, previous = $2, hash = $3 WHERE id = $4", e.Reason, e.Previous, e.Hash, e.ID)
		p.damage("UPDATE cases SET head = $1 WHERE id = $2", e.Hash, e.CaseID)
	}
	p.damage("DELETE FROM log_records WHERE community_id = $1", p.Community)
	p.damage("DELETE FROM log_checkpoints WHERE community_id = $1", p.Community)
	after()
	_, err = p.Desk.AppendLog(p.Context(), p.Community)
	p.ok(err)
	p.sound()
	p.clean(p.verifyLog()) // the database alone tells of nothing any more
}

func TestVerifyLog_AKeptCheckpointFindsARewrittenHistory(t *testing.T) {
	both(t, func(p *people) {
		p.logged()
		kept := p.keep()
		p.rewrite(func() {})
		p.open("clerk-a", "")
		p.append(p.Community, 1)
		p.finds(p.verifyLog(kept), 0, service.DamageKept, "the first 5 entries are not those of the kept checkpoint")
		// Nor is the day's new checkpoint written beside the old one as if it followed from it.
		dir := t.TempDir()
		p.ok(os.WriteFile(filepath.Join(dir, kept.Name), []byte(kept.Text), 0o600))
		p.At("2026-02-27 09:00")
		if name, err := p.Desk.ExportCheckpoint(p.Context(), p.Community, dir, false); err == nil {
			t.Errorf("wrote %s", name)
		}
	})
}

func TestVerifyLog_AKeptCheckpointFindsACutOffEnd(t *testing.T) {
	both(t, func(p *people) {
		_, second := p.logged()
		kept := p.keep()
		p.rewrite(func() {
			last := p.events(second)[1]
			p.damage("DELETE FROM case_events WHERE id = $1", last.ID)
			p.damage("UPDATE cases SET events = 1, head = $1, status = 'RECEIVED' WHERE id = $2", last.Previous, second.ID)
			p.damage("DELETE FROM alarms WHERE case_id = $1", second.ID)
			p.damage("DELETE FROM figure_entries WHERE case_id = $1 AND measure <> 'RECEIVED'", second.ID)
			tally, err := json.Marshal(reporting.State{Since: second.ContactAt})
			p.ok(err)
			p.damage("UPDATE cases SET tally = $1 WHERE id = $2", string(tally), second.ID)
			first := p.events(second)[0]
			p.damage("UPDATE cases SET clock = 'DISPOSAL', due_at = $1, queue_at = $1 WHERE id = $2", first.DueAt, second.ID)
			p.damage("INSERT INTO alarms (id, community_id, case_id, subject, kind, at, due_at, pending) VALUES ('alm_x', $1, $2, 'x', 'DISPOSAL_PASSED', $3, $3, true)", p.Community, second.ID, first.DueAt)
		})
		p.finds(p.verifyLog(kept), 0, service.DamageKept, "the log has 4 entries, the kept checkpoint 5: the end was cut off")
	})
}

func TestVerifyLog_AKeptFileThatCountsForNothing(t *testing.T) {
	both(t, func(p *people) {
		p.logged()
		kept := p.keep()
		forged := kept
		cp, f, err := evidence.OpenFile(kept.Text, p.Desk.Evidence.Key.Public)
		p.ok(err)
		other := p.signs()
		f.Note, err = other.Sign(cp)
		p.ok(err)
		forged.Text = f.Text()
		p.finds(p.verifyLog(forged), 0, service.DamageSignature, "not a checkpoint that counts")
		// By the forger's key the file counts, and the office's own checkpoints do not.
		r, err := p.Desk.VerifyLog(p.Context(), []note.Verifier{other.Public}, []service.Kept{forged})
		p.ok(err)
		for _, f := range r.Findings {
			if f.Damage != service.DamageSignature {
				t.Errorf("%+v", f)
			}
		}
		p.want("findings", len(r.Findings), 3)
		cp.Log = "com_none"
		f.Note, err = p.Desk.Evidence.Key.Sign(cp)
		p.ok(err)
		p.finds(p.verifyLog(service.Kept{Name: "x.txt", Text: f.Text()}), 0, service.DamageKept, "not in the database")
		p.finds(p.verifyLog(service.Kept{Name: "y.txt", Text: "hello"}), 0, service.DamageSignature, "not a checkpoint that counts")
	})
}

// One file a day, whole, each with the proof that it extends the one before.
func TestExport_OneFileADayEachExtendingTheLast(t *testing.T) {
	both(t, func(p *people) {
		p.logged()
		dir := filepath.Join(t.TempDir(), "a", "b")
		write := func(again bool) string {
			name, err := p.Desk.ExportCheckpoint(p.Context(), p.Community, dir, again)
			p.ok(err)
			return filepath.Base(name)
		}
		p.want("the first day", write(false), "2026-02-26-"+p.Community+".txt")
		p.want("once a day", write(false), ".")
		p.open("clerk-a", "")
		p.append(p.Community, 1)
		p.want("again", write(true), "2026-02-26-"+p.Community+".txt")
		p.At("2026-02-28 00:30") // the office's midnight, not that of Greenwich
		p.open("clerk-a", "")
		p.append(p.Community, 1)
		p.want("the third day", write(false), "2026-02-28-"+p.Community+".txt")
		there, err := os.ReadDir(dir)
		p.ok(err)
		p.want("files", len(there), 2)
		b, err := os.ReadFile(filepath.Join(dir, "2026-02-28-"+p.Community+".txt"))
		p.ok(err)
		cp, f, err := evidence.OpenFile(string(b), p.Desk.Evidence.Key.Public)
		p.ok(err)
		p.want("sizes", fmt.Sprint(f.Before.Size, cp.Size, cp.Last > 0), "6 7 true")
		p.clean(p.verifyLog(service.Kept{Name: "b.txt", Text: string(b)}))
		// Of a community with no entry there is no checkpoint.
		name, err := p.Desk.ExportCheckpoint(p.Context(), p.Subdistrict, dir, true)
		p.ok(err)
		p.want("nothing", name, "")
		// A file that was tampered with is not extended.
		p.ok(os.WriteFile(filepath.Join(dir, "2026-02-28-"+p.Community+".txt"), []byte(strings.Replace(string(b), "\n7\n", "\n8\n", 1)), 0o600))
		p.At("2026-03-01 09:00")
		if name, err := p.Desk.ExportCheckpoint(p.Context(), p.Community, dir, false); err == nil {
			t.Errorf("wrote %s", name)
		}
	})
}

// Nothing is added to a log that is broken, or that somebody else signed; an earlier key of the office counts.
func TestAppendLog_NotOverDamage(t *testing.T) {
	both(t, func(p *people) {
		p.logged()
		p.open("clerk-a", "")
		own := p.Desk.Evidence.Key
		p.signs(p.Desk)
		refused := func(why string) {
			t.Helper()
			if n, err := p.Desk.AppendLog(p.Context(), p.Community); err == nil || !strings.Contains(err.Error(), "is broken") {
				t.Errorf("%s: took %d (%v)", why, n, err)
			}
		}
		refused("another key")
		p.Desk.Evidence.Earlier = []note.Verifier{own.Public}
		p.append(p.Community, 1)
		r, err := p.Desk.VerifyLog(p.Context(), []note.Verifier{own.Public, p.Desk.Evidence.Key.Public}, nil)
		p.ok(err)
		p.clean(r)
		p.open("clerk-a", "")
		records := p.Desk.Store.Read().LogRecord.Query().Where(logrecord.CommunityID(p.Community)).Order(logrecord.ByNumber()).AllX(p.System())
		flipped := append([]byte(nil), records[5].Hashes...)
		flipped[40] ^= 1 // the parent of records 4 and 5
		p.setHashes(5, flipped)
		refused("a hash of the edge")
		p.setHashes(5, records[5].Hashes)
		p.append(p.Community, 1)
	})
}

// Without the program's guards off, neither table can be changed, by the program or by statements.
func TestLog_IsAppendOnly(t *testing.T) {
	both(t, func(p *people) {
		p.logged()
		for _, table := range []string{"log_records", "log_checkpoints"} {
			for _, statement := range []string{"UPDATE " + table + " SET community_id = community_id", "DELETE FROM " + table} {
				if _, err := p.Desk.Store.DB().Writer().ExecContext(p.Context(), statement); err == nil || !strings.Contains(err.Error(), "append-only") {
					t.Errorf("%s: %v", statement, err)
				}
			}
		}
		err := p.Desk.Store.Log(p.System(), p.Community, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.LogRecord.Delete().Exec(ctx)
			return err
		})
		p.refused(err, office.Forbidden, "")
		p.clean(p.verifyLog())
	})
}

// However many processes take the journal into the log while others act, there is one tree, of every entry in order.
func TestAppendLog_ManyAtOnceMakeOneTree(t *testing.T) {
	for _, dialect := range servicetest.Databases() {
		t.Run(dialect, func(t *testing.T) {
			p := &people{servicetest.New(t, dialect), t}
			desks := []*service.Desk{p.Desk, p.Again(t).Desk, p.Again(t).Desk, p.Again(t).Desk}
			p.signs(desks...)
			const rounds = 12
			var writing, appending sync.WaitGroup
			stop := make(chan struct{})
			errs := make(chan error, 100)
			for i, d := range desks {
				for _, login := range []string{"clerk-a", "clerk-b"} {
					writing.Go(func() {
						for range rounds {
							if _, err := d.OpenCase(p.As(login), p.openInput("")); err != nil {
								errs <- fmt.Errorf("desk %d: %w", i, err)
								return
							}
						}
					})
				}
				appending.Go(func() {
					for {
						if _, err := d.AppendLog(p.Context(), p.Community); err != nil {
							errs <- fmt.Errorf("log %d: %w", i, err)
							return
						}
						select {
						case <-stop:
							return
						default:
						}
					}
				})
			}
			writing.Wait()
			close(stop)
			appending.Wait()
			close(errs)
			for err := range errs {
				t.Error(err)
			}
			_, err := p.Desk.AppendLog(p.Context(), p.Community)
			p.ok(err)
			r := p.verifyLog()
			p.clean(r)
			p.want("entries in the log and waiting", fmt.Sprint(r.Entries, r.Waiting), fmt.Sprint(len(desks)*2*rounds, 0))
			if r.Checkpoints < 2 {
				t.Errorf("%d checkpoints: nothing went on beside the acts", r.Checkpoints)
			}
			t.Logf("%d checkpoints", r.Checkpoints)
		})
	}
}
