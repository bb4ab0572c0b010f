package service

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"strconv"
	"strings"
	"time"

	"xinxing/ent"
	"xinxing/ent/apitoken"
	"xinxing/ent/reportpull"
	"xinxing/internal/files"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
	"xinxing/internal/sheet"
	"xinxing/internal/store"
)

// AskReportInput is the input of the act of that name; the schema says what each field means.
type AskReportInput struct {
	Figures          []reporting.Figure
	By               []reporting.Dimension
	Step             reporting.Step
	From, Until      workday.Date
	Where            *FigureFilter
	Format           reporting.PullFormat
	Language         reporting.PullLanguage
	ClientMutationID string
}

// AskReportPayload is the answer of askReport.
type AskReportPayload struct {
	ReportPull       *ent.ReportPull
	ClientMutationID string
}

// AskReport asks for a report of any size, which is made after the act and fetched as a file (R). It refuses what report refuses, and with
// LIMIT_EXCEEDED where too many of the asker's wait already or are kept.
func (d *Desk) AskReport(ctx context.Context, in AskReportInput) (*AskReportPayload, error) {
	v, err := d.Reader(ctx)
	if err != nil {
		return nil, err
	}
	if v.Token != "" && !v.Aggregates() {
		return nil, office.Refuse(office.Forbidden, "R", "")
	}
	ask := ReportInput{Figures: in.Figures, By: in.By, Step: in.Step, From: in.From, Until: in.Until, Where: in.Where}
	if _, err := d.reportReader(ctx, ask); err != nil {
		return nil, err
	}
	if d.Files == nil {
		return nil, office.Refuse(office.RefusedState, "R", "file")
	}
	kept, err := json.Marshal(ask)
	if err != nil {
		return nil, err
	}
	k, err := performBy(ctx, d, v, v.Community, "ASK_REPORT", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		if v.Token != "" { // it may have been revoked since the request began
			if _, err := d.tokenViewer(a.program(), apitoken.ID(v.Token)); err != nil {
				return caseKey{}, err
			}
		}
		books := a.program()
		for _, bound := range []struct {
			state reporting.PullState
			most  int
		}{{reporting.PullWaiting, reporting.PullsWaiting}, {reporting.PullReady, reporting.PullsStored}} {
			n, err := books.tx.ReportPull.Query().
				Where(reportpull.CommunityID(v.Community), reportpull.AskerID(v.Asker()), reportpull.StateEQ(bound.state)).Count(books)
			if err != nil {
				return caseKey{}, err
			}
			if n >= bound.most {
				return caseKey{}, office.Refuse(office.LimitExceeded, "R", "").With("limit", bound.most).With("state", bound.state)
			}
		}
		id, events, head := key.Maker(key.ReportPull)(), 0, ""
		err := books.tx.ReportPull.Create().SetID(id).SetCommunityID(v.Community).SetAskerID(v.Asker()).SetAsk(string(kept)).SetFormat(in.Format).
			SetLanguage(in.Language).SetAskedAt(a.now).Exec(books)
		if err != nil {
			return caseKey{}, err
		}
		return caseKey{id}, a.record(record{id, v.Community, string(v.Staff), &events, &head}, casework.EventReportAsked, "",
			map[string]any{"figures": in.Figures, "by": in.By, "from": in.From, "until": in.Until, "format": in.Format}, nil)
	})
	if err != nil {
		return nil, err
	}
	p, err := d.ReportPull(ctx, k.ID)
	return &AskReportPayload{p, in.ClientMutationID}, err
}

// ReportPull gives a pull that the viewer asked for; NOT_FOUND for any other.
func (d *Desk) ReportPull(ctx context.Context, id string) (*ent.ReportPull, error) {
	if _, err := d.Reader(ctx); err != nil {
		return nil, err
	}
	p, err := d.Store.Read().ReportPull.Get(ctx, id)
	return p, missing(err, "id")
}

// ReportPulls gives what the viewer asked for, newest first; at most first.
func (d *Desk) ReportPulls(ctx context.Context, first int) ([]*ent.ReportPull, error) {
	if _, err := d.Reader(ctx); err != nil {
		return nil, err
	}
	return d.Store.Read().ReportPull.Query().Order(ent.Desc(reportpull.FieldAskedAt, reportpull.FieldID)).Limit(first).All(ctx)
}

// PullPath is where the file of a pull is fetched; nil where there is none.
func PullPath(p *ent.ReportPull) *string {
	if p.State != reporting.PullReady {
		return nil
	}
	path := "/reports/" + p.ID
	return &path
}

// PullKind is what kind of file a pull is.
func PullKind(p *ent.ReportPull) files.Kind {
	return map[reporting.PullFormat]files.Kind{
		reporting.PullCSV: files.CSV, reporting.PullXLSX: files.XLSX, reporting.PullNDJSON: files.NDJSON,
	}[p.Format]
}

// OpenPull opens the file of a pull for who asked for it, for the caller to close. It refuses with NOT_FOUND anybody else, and with REFUSED_STATE, and
// its state, one that is not ready or whose time is over.
func (d *Desk) OpenPull(ctx context.Context, id string) (*ent.ReportPull, string, io.ReadCloser, error) {
	p, err := d.ReportPull(ctx, id)
	if err != nil {
		return nil, "", nil, err
	}
	state := p.State
	if state == reporting.PullReady && !d.Now().Before(*p.GoneAt) {
		state = reporting.PullGone
	}
	if state != reporting.PullReady || d.Files == nil {
		return nil, "", nil, office.Refuse(office.RefusedState, "R", "id").With("state", state)
	}
	var ask ReportInput
	if err := json.Unmarshal([]byte(p.Ask), &ask); err != nil {
		return nil, "", nil, err
	}
	name := p.Language.In([2]string{"统计报表", "report"}) + " " + ask.From.String() + " " + ask.Until.String() + "." + strings.ToLower(string(p.Format))
	r := &pullFile{ctx: ctx, from: d.Files, pull: p}
	return p, name, r, r.next()
}

// pullFile reads the parts of a pull one after the other.
type pullFile struct {
	ctx  context.Context
	from files.Store
	pull *ent.ReportPull
	part int
	open io.ReadCloser
}

func (f *pullFile) next() error {
	r, _, err := f.from.Open(f.ctx, partOf(f.pull, f.pull.Tries, f.part))
	if err != nil {
		return err
	}
	f.open, f.part = r, f.part+1
	return nil
}

// Read reads on, over the ends of parts.
func (f *pullFile) Read(b []byte) (int, error) {
	for {
		n, err := f.open.Read(b)
		if !errors.Is(err, io.EOF) || f.part == f.pull.Parts {
			return n, err
		}
		if err := errors.Join(f.open.Close(), f.next()); err != nil {
			return n, err
		}
		if n > 0 {
			return n, nil
		}
	}
}

// Close ends the reading.
func (f *pullFile) Close() error {
	if f.open == nil {
		return nil
	}
	return f.open.Close()
}

// partOf is the key of a part of a pull's file, of the one who made it at that try: two that both think it theirs never write to one file.
func partOf(p *ent.ReportPull, try, part int) string {
	return fmt.Sprintf("reports/%s/%s/%d-%05d", strings.ToLower(p.CommunityID), strings.ToLower(p.ID), try, part)
}

const (
	// partSize is what is held of a file before it is stored.
	partSize = 4 << 20
	// pullClaim is how long whoever makes a pull has it to itself without saying so again.
	pullClaim = 5 * time.Minute
)

// errClaimLost: somebody else makes it by now, as this one was silent for too long.
var errClaimLost = errors.New("the pull is made by somebody else")

// KeepPulls makes what was asked for and deletes what is over, as it comes, until ctx ends.
func (d *Desk) KeepPulls(ctx context.Context) {
	wakes, end := d.Store.Wakes()
	defer end()
	tick := time.NewTicker(longestSleep)
	defer tick.Stop()
	look := true // for what is over, which nobody's commit brings
	for ctx.Err() == nil {
		_, err := d.MakePulls(ctx)
		if look {
			_, cleared := d.ClearPulls(ctx)
			err = errors.Join(err, cleared)
		}
		if err != nil && ctx.Err() == nil {
			d.Log.Error("report pulls", "error", err)
		}
		select {
		case <-tick.C:
			look = true
		case <-d.moved():
			look = true
		case <-wakes:
			look = false
		case <-ctx.Done():
		}
	}
}

// MakePulls makes every pull that waits, oldest first, and tells how many it brought to their end. Of several processes each makes others. One that fails
// for a reason of its own is FAILED, with the code; any other error leaves it waiting a while, for a few times.
func (d *Desk) MakePulls(ctx context.Context) (int, error) {
	ctx = store.With(ctx, store.System())
	made, errs := 0, []error{}
	for ctx.Err() == nil && d.Files != nil {
		p, err := d.claimPull(ctx)
		if err != nil || p == nil {
			return made, errors.Join(append(errs, err)...)
		}
		if err := d.makePull(ctx, p); err != nil {
			errs = append(errs, fmt.Errorf("pull %s: %w", p.ID, err))
			continue
		}
		made++
	}
	return made, errors.Join(append(errs, ctx.Err())...)
}

// claimPull takes the oldest pull that nobody makes; nil where there is none.
func (d *Desk) claimPull(ctx context.Context) (*ent.ReportPull, error) {
	free := func(q *ent.ReportPullQuery) *ent.ReportPullQuery {
		return q.Where(reportpull.StateEQ(reporting.PullWaiting), reportpull.Or(reportpull.ClaimedUntilIsNil(), reportpull.ClaimedUntilLTE(d.machineNow()))).
			Order(ent.Asc(reportpull.FieldAskedAt, reportpull.FieldID)).Limit(1)
	}
	if waits, err := free(d.Store.Read().ReportPull.Query()).Exist(ctx); err != nil || !waits {
		return nil, err
	}
	var mine *ent.ReportPull
	err := d.program(ctx, func(ctx context.Context, tx *store.Tx) error {
		mine = nil
		list, err := free(tx.ReportPull.Query()).All(ctx)
		if err != nil || len(list) == 0 {
			return err
		}
		mine, err = tx.ReportPull.UpdateOne(list[0]).AddTries(1).SetClaimedUntil(d.machineNow().Add(pullClaim)).Save(ctx)
		return err
	})
	if err != nil || mine == nil {
		return nil, err
	}
	return mine.Unwrap(), nil
}

// ofClaim changes a pull that is still this one's to make; errClaimLost where it is not.
func (d *Desk) ofClaim(ctx context.Context, p *ent.ReportPull, change func(*ent.ReportPullUpdate)) error {
	return d.program(ctx, func(ctx context.Context, tx *store.Tx) error {
		u := tx.ReportPull.Update().Where(reportpull.ID(p.ID), reportpull.StateEQ(reporting.PullWaiting), reportpull.Tries(p.Tries))
		change(u)
		n, err := u.Save(ctx)
		if err == nil && n == 0 {
			return errClaimLost
		}
		return err
	})
}

// makePull makes a pull that was claimed and says how it went.
func (d *Desk) makePull(ctx context.Context, p *ent.ReportPull) error {
	parts := &pullParts{ctx: ctx, desk: d, pull: p}
	rows, err := 0, error(nil)
	if p.Tries > reporting.PullTries { // whoever made it ended with it each time
		err = office.Refuse(office.Internal, "R", "")
	}
	for try := 1; err == nil && try < p.Tries; try++ {
		err = d.deleteTry(ctx, p, try)
	}
	if err == nil {
		rows, err = d.writePull(ctx, p, parts)
	}
	if err == nil {
		err = parts.end()
	}
	if err == nil {
		now := d.Now()
		err = d.ofClaim(ctx, p, func(u *ent.ReportPullUpdate) {
			u.SetState(reporting.PullReady).SetRowCount(rows).SetBytes(parts.bytes).SetParts(parts.n).SetReadyAt(now).SetGoneAt(now.Add(reporting.PullKept)).ClearClaimedUntil()
		})
	}
	if err == nil {
		return nil
	}
	// The program may be stopping: what is half made is taken back all the same.
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	err = errors.Join(err, d.deleteParts(last, p, p.Tries, parts.n+1))
	if errors.Is(err, errClaimLost) {
		return err
	}
	refusal, refused := errors.AsType[*office.Refusal](err)
	code := office.Internal
	if refused {
		code = refusal.Code
	}
	told := d.ofClaim(last, p, func(u *ent.ReportPullUpdate) {
		switch {
		case refused || p.Tries >= reporting.PullTries:
			u.SetState(reporting.PullFailed).SetFailure(code).ClearClaimedUntil()
		case ctx.Err() != nil:
			u.ClearClaimedUntil()
		default:
			u.SetClaimedUntil(d.machineNow().Add(time.Duration(p.Tries) * time.Minute))
		}
	})
	if refused {
		return told
	}
	return errors.Join(err, told)
}

// asker is who asked for a pull, with what they may see now; FORBIDDEN where they are gone.
func (d *Desk) asker(ctx context.Context, p *ent.ReportPull) (store.Viewer, error) {
	if key.Prefix(p.AskerID) == key.APIToken {
		v, err := d.tokenViewer(ctx, apitoken.ID(p.AskerID))
		if r, ok := errors.AsType[*office.Refusal](err); ok && r.Code == office.Unauthenticated {
			err = office.Refuse(office.Forbidden, "R", "")
		}
		return v, err
	}
	s, err := d.Store.Read().Staff.Get(ctx, p.AskerID)
	if err != nil {
		return store.Viewer{}, err
	}
	if s.LeftAt != nil {
		return store.Viewer{}, office.Refuse(office.Forbidden, "R", "")
	}
	return viewerOf(ctx, d.Store.Read(), s, "")
}

// writePull writes the report of a pull, as its asker sees it, and tells how many rows it has.
func (d *Desk) writePull(ctx context.Context, p *ent.ReportPull, parts *pullParts) (int, error) {
	v, err := d.asker(ctx, p)
	if err != nil {
		return 0, err
	}
	var ask ReportInput
	if err := json.Unmarshal([]byte(p.Ask), &ask); err != nil {
		return 0, err
	}
	ctx = Remember(store.With(ctx, v))
	r, err := d.reportReader(ctx, ask)
	if err != nil {
		return 0, err
	}
	out := bufio.NewWriterSize(parts, 64<<10)
	rows := 0
	counted := func(yield func(*ReportRow, error) bool) {
		for row, err := range r.all(ctx, nil, parts.hold) {
			if rows++; err == nil && rows > reporting.PullRows {
				err = office.Refuse(office.LimitExceeded, "R", "").With("limit", reporting.PullRows)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
	// All of it is of one instant, though it is read a stretch at a time.
	err = d.Store.Snapshot(ctx, func(c *ent.Client) error {
		if err := r.begin(ctx, c); err != nil {
			return err
		}
		switch p.Format {
		case reporting.PullNDJSON:
			return writeLines(out, ask, counted)
		case reporting.PullXLSX:
			return d.writeBook(ctx, out, p, r, counted)
		}
		return writeCSV(out, p.Language, r, counted)
	})
	if err != nil {
		return 0, err
	}
	return rows, out.Flush()
}

// cells are a row's values under the headers of columns.
func (r *ReportRow) cells(days bool) []any {
	var out []any
	if days {
		out = append(out, r.From.String(), r.Until.String())
	}
	for _, k := range r.Keys {
		out = append(out, k.Key, k.Name)
	}
	for _, v := range r.Values {
		if v == nil {
			out = append(out, nil)
		} else {
			out = append(out, *v)
		}
	}
	return out
}

// headers are the names of the columns of cells.
func (r *reportReader) headers(l reporting.PullLanguage) []string {
	out := []string{l.In(reporting.ColumnFrom), l.In(reporting.ColumnUntil)}
	for _, by := range r.in.By {
		k, name := by.Columns()
		out = append(out, l.In(k), l.In(name))
	}
	for _, def := range r.defined {
		name := l.In(def.Name)
		if def.Unit == reporting.UnitPercent {
			name += " (%)"
		}
		out = append(out, name)
	}
	return out
}

func writeCSV(w io.Writer, l reporting.PullLanguage, r *reportReader, rows iter.Seq2[*ReportRow, error]) error {
	out, err := sheet.NewCSV(w)
	if err != nil {
		return err
	}
	var header []any
	for _, name := range r.headers(l) {
		header = append(header, name)
	}
	if err := out.Row(header); err != nil {
		return err
	}
	for row, err := range rows {
		if err != nil {
			return err
		}
		if err := out.Row(row.cells(true)); err != nil {
			return err
		}
	}
	return out.End()
}

// writeLines writes one object a row: from, until, for each dimension its key and what it is called (ITEM, ITEM_NAME), and the figures by their names.
func writeLines(w io.Writer, ask ReportInput, rows iter.Seq2[*ReportRow, error]) error {
	var line bytes.Buffer
	put := func(name string, value any) error {
		if line.Len() > 1 {
			line.WriteByte(',')
		}
		b, err := json.Marshal(value)
		if err == nil {
			line.WriteString(strconv.Quote(name))
			line.WriteByte(':')
			line.Write(b)
		}
		return err
	}
	for row, err := range rows {
		if err != nil {
			return err
		}
		line.Reset()
		line.WriteByte('{')
		errs := []error{put("from", row.From), put("until", row.Until)}
		for _, k := range row.Keys {
			errs = append(errs, put(string(k.By), k.Key), put(string(k.By)+"_NAME", k.Name))
		}
		for i, f := range ask.Figures {
			errs = append(errs, put(string(f), row.Values[i]))
		}
		line.WriteString("}\n")
		_, err := line.WriteTo(w)
		if err := errors.Join(append(errs, err)...); err != nil {
			return err
		}
	}
	return nil
}

// writeBook writes a workbook in the office's form.
func (d *Desk) writeBook(ctx context.Context, w io.Writer, p *ent.ReportPull, r *reportReader, rows iter.Seq2[*ReportRow, error]) (err error) {
	o, err := d.Office(ctx, p.CommunityID)
	if err != nil {
		return err
	}
	book, err := sheet.NewBook()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	l := p.Language
	name := l.In([2]string{"统计报表", "Report"})
	form := sheet.Form{
		Name: name, Title: o.Community.Name + " " + name, Note: r.in.From.String() + " – " + r.in.Until.String(),
		Number: l.In([2]string{"序号", "No."}), Footer: "&P / &N",
		Rows: func(yield func([]any, error) bool) {
			for row, err := range rows {
				var cells []any
				if err == nil {
					cells = row.cells(true)
				}
				if !yield(cells, err) || err != nil {
					return
				}
			}
		},
	}
	for _, header := range r.headers(l) {
		form.Columns = append(form.Columns, sheet.FormColumn{Header: header, Width: medium})
	}
	if _, err := book.Add(form); err != nil {
		return err
	}
	return book.Send(w)
}

// pullParts stores what is written to it in parts of partSize: a file of any size is never in memory.
type pullParts struct {
	ctx   context.Context
	desk  *Desk
	pull  *ent.ReportPull
	held  []byte
	n     int
	bytes int64
}

// Write keeps bytes, and stores a part where it is full.
func (w *pullParts) Write(b []byte) (int, error) {
	written := len(b)
	for len(b) > 0 {
		n := min(len(b), w.desk.partSize-len(w.held))
		w.held, b = append(w.held, b[:n]...), b[n:]
		if len(w.held) == w.desk.partSize {
			if err := w.store(); err != nil {
				return written - len(b), err
			}
		}
	}
	return written, nil
}

func (w *pullParts) store() error {
	if err := w.hold(); err != nil {
		return err
	}
	// What takes longer than the claim would come after somebody else began.
	ctx, cancel := context.WithTimeout(w.ctx, pullClaim/2)
	defer cancel()
	if err := w.desk.Files.Put(ctx, partOf(w.pull, w.pull.Tries, w.n), PullKind(w.pull), bytes.NewReader(w.held), int64(len(w.held))); err != nil {
		return err
	}
	w.n, w.bytes, w.held = w.n+1, w.bytes+int64(len(w.held)), w.held[:0]
	return nil
}

// end stores what is left; a file of nothing is one part of a line's end.
func (w *pullParts) end() error {
	if len(w.held) == 0 && w.n == 0 {
		w.held = append(w.held, '\n')
	}
	if len(w.held) == 0 {
		return nil
	}
	return w.store()
}

// hold says that the pull is still being made, where that is due.
func (w *pullParts) hold() error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	now := w.desk.machineNow()
	if w.pull.ClaimedUntil.Sub(now) > pullClaim*3/4 {
		return nil
	}
	until := now.Add(pullClaim)
	err := w.desk.ofClaim(w.ctx, w.pull, func(u *ent.ReportPullUpdate) { u.SetClaimedUntil(until) })
	if err == nil {
		w.pull.ClaimedUntil = &until
	}
	return err
}

// deleteParts deletes the first parts of a try.
func (d *Desk) deleteParts(ctx context.Context, p *ent.ReportPull, try, parts int) error {
	for part := range parts {
		if err := d.Files.Delete(ctx, partOf(p, try, part)); err != nil {
			return err
		}
	}
	return nil
}

// clearBatch bounds what is cleared at a time.
const clearBatch = 100

// ClearPulls deletes the files of pulls whose time is over, which are GONE from then on; it tells how many.
func (d *Desk) ClearPulls(ctx context.Context) (int, error) {
	ctx = store.With(ctx, store.System())
	if d.Files == nil {
		return 0, nil
	}
	over, err := d.Store.Read().ReportPull.Query().Where(reportpull.StateEQ(reporting.PullReady), reportpull.GoneAtLTE(d.Now())).
		Order(ent.Asc(reportpull.FieldGoneAt, reportpull.FieldID)).Limit(clearBatch).IDs(ctx)
	if err != nil {
		return 0, err
	}
	if len(over) > 0 {
		// First nobody finds it any more; then its files go, now or the next time.
		err := d.program(ctx, func(ctx context.Context, tx *store.Tx) error {
			return tx.ReportPull.Update().Where(reportpull.IDIn(over...), reportpull.StateEQ(reporting.PullReady)).SetState(reporting.PullGone).Exec(ctx)
		})
		if err != nil {
			return 0, err
		}
	}
	gone, err := d.Store.Read().ReportPull.Query().Where(reportpull.StateEQ(reporting.PullGone), reportpull.PartsGT(0)).Limit(clearBatch).All(ctx)
	if err != nil {
		return 0, err
	}
	n, errs := 0, []error{}
	for _, p := range gone {
		err := d.deleteParts(ctx, p, p.Tries, p.Parts)
		if err == nil {
			err = d.program(ctx, func(ctx context.Context, tx *store.Tx) error {
				return tx.ReportPull.UpdateOneID(p.ID).SetParts(0).Exec(ctx)
			})
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("pull %s: %w", p.ID, err))
			continue
		}
		n++
	}
	return n, errors.Join(errs...)
}

// deleteTry deletes the parts of a try of a process that ended before it could say how many there are.
func (d *Desk) deleteTry(ctx context.Context, p *ent.ReportPull, try int) error {
	for part := 0; ; part++ {
		at := partOf(p, try, part)
		r, _, err := d.Files.Open(ctx, at)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := errors.Join(r.Close(), d.Files.Delete(ctx, at)); err != nil {
			return err
		}
	}
}
