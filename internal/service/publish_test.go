package service_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"xinxing/ent"
	"xinxing/internal/files"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/service"
)

// form is a small PDF that says something.
func form(what string) []byte {
	return []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n% " + what +
		"\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n110\n%%EOF\n")
}

// board is an office whose director publishes; folder is where the files lie.
type board struct {
	*people
	folder string
}

func withBoard(t *testing.T, test func(b *board)) {
	t.Helper()
	both(t, func(p *people) {
		b := &board{p, p.t.TempDir()}
		var err error
		p.Desk.Files, err = files.Open("file://" + b.folder)
		p.ok(err)
		test(b)
	})
}

func (b *board) publish(login string, in service.PublishFileInput, content []byte) (*ent.PublicFile, error) {
	b.t.Helper()
	if in.ClientMutationID == "" {
		in.ClientMutationID = b.ID()
	}
	return b.Desk.PublishFile(b.As(login), in, "x", bytes.NewReader(content))
}

func (b *board) portrait(of string) *ent.PublicFile {
	b.t.Helper()
	f, err := b.publish("director", service.PublishFileInput{StaffID: b.Staff[of].ID}, picture())
	b.ok(err)
	return f
}

func (b *board) form(code, title string) *ent.PublicFile {
	b.t.Helper()
	f, err := b.publish("director", service.PublishFileInput{ItemID: b.Items[code].ID, Title: title}, form(title))
	b.ok(err)
	return f
}

func (b *board) remove(login string, f *ent.PublicFile) error {
	_, err := b.Desk.RemovePublicFile(b.As(login), service.RemovePublicFileInput{FileID: f.ID, ClientMutationID: b.ID()})
	return err
}

// reached tells whether anybody can fetch a file, and gives what it holds.
func (b *board) reached(community, id string) (string, bool) {
	b.t.Helper()
	_, open, err := b.Desk.DisclosedFile(b.Context(), community, id)
	if err != nil {
		b.refused(err, office.NotFound, "")
		return "", false
	}
	r, err := open()
	b.ok(err)
	content, err := io.ReadAll(r)
	b.ok(errors.Join(err, r.Close()))
	return string(content), true
}

func (b *board) wantReached(what string, f *ent.PublicFile, want bool) {
	b.t.Helper()
	_, got := b.reached(b.Community, f.ID)
	b.want(what, got, want)
	path, err := b.Desk.PublicFilePath(b.As("clerk-a"), f)
	b.ok(err)
	b.want(what+": its path", path != nil, want)
}

// kept counts the files in the store.
func (b *board) kept() int {
	b.t.Helper()
	n := 0
	b.ok(filepath.WalkDir(b.folder, func(_ string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			n++
		}
		return err
	}))
	return n
}

func TestB3_APortraitStandsBesideThePerson(t *testing.T) {
	withBoard(t, func(b *board) {
		var drawn bytes.Buffer
		b.ok(png.Encode(&drawn, image.NewRGBA(image.Rect(0, 0, 1200, 1500))))
		f, err := b.publish("director", service.PublishFileInput{StaffID: b.Staff["clerk-a"].ID, ClientMutationID: "photo-1"}, drawn.Bytes())
		b.ok(err)
		b.want("small", fmt.Sprint(f.Format, f.Width, f.Height, f.Title), "JPEG480 600安晓梅")
		again, err := b.publish("director", service.PublishFileInput{StaffID: b.Staff["clerk-a"].ID, ClientMutationID: "photo-1"}, drawn.Bytes())
		b.ok(err)
		b.want("once", again.ID, f.ID)
		_, err = b.publish("director", service.PublishFileInput{StaffID: b.Staff["clerk-a"].ID, ClientMutationID: "photo-1"}, picture())
		b.refused(err, office.IdempotencyClash, "")

		shown := b.board().People[2]
		b.want("who", shown.Name+" "+shown.FamilyName, "安晓梅 安")
		b.want("where", shown.Portrait.Path, "/public/"+b.Community+"/files/"+f.ID)
		b.want("without one", b.board().People[3].Portrait == nil, true)
		_, there := b.reached(b.Community, f.ID)
		b.want("fetched", there, true)
		for login := range map[string]bool{"clerk-b": true, "supervisor": true, "administrator": true} {
			p, err := b.Desk.PortraitOf(b.As(login), b.Staff["clerk-a"])
			b.ok(err)
			b.want(login+" sees it", p != nil && p.ID == f.ID, true)
		}
		p, err := b.Desk.PortraitOf(b.As("neighbour"), b.Staff["clerk-a"])
		b.ok(err)
		b.want("another office's desk", p == nil, true)

		// The next one takes its place; the first is gone, also from the store.
		next := b.portrait("clerk-a")
		b.want("another", next.ID != f.ID, true)
		b.wantReached("the one before", f, false)
		b.wantReached("the one after", next, true)
		b.want("in the store", b.kept(), 1)
		b.ok(b.remove("administrator", next))
		b.wantReached("removed", next, false)
		b.want("on the board", b.board().People[2].Portrait == nil, true)
		b.want("in the store", b.kept(), 0)
		b.refused(b.remove("director", next), office.AlreadyDone, "Q5")
		b.portrait("clerk-a")
		b.sound()
	})
}

func TestB3_APortraitGoesWithThePerson(t *testing.T) {
	withBoard(t, func(b *board) {
		f := b.portrait("clerk-a")
		b.duty("leader", "clerk-a", duty.Suspended)
		b.wantReached("of who is suspended", f, true) // the board does not tell
		b.duty("leader", "clerk-a", duty.OnDuty)
		b.Put(b.t, duty.Left, "clerk-a")
		b.wantReached("of who left", f, false)
		for who, code := range map[string]office.Code{"clerk-a": office.RefusedState, "administrator": office.RefusedState, "supervisor": office.NotFound, "neighbour": office.NotFound} {
			_, err := b.publish("director", service.PublishFileInput{StaffID: b.Staff[who].ID}, picture())
			b.refused(err, code, "B3")
		}
		b.ok(b.remove("director", f)) // also when nobody sees it any more
		b.want("in the store", b.kept(), 0)
	})
}

func TestQ5_AFormIsDownloadedWhileItsItemIsInForce(t *testing.T) {
	withBoard(t, func(b *board) {
		f := b.form("DJ-01", " 居住登记表 A/B ")
		second := b.form("DJ-01", "授权委托书")
		b.want("name", f.Title+" "+f.Name, "居住登记表 A/B 居住登记表 A／B.pdf")
		item := b.board().Items[0]
		b.want("forms", fmt.Sprint(item.Code, len(item.Forms), item.Forms[0].Title, item.Forms[1].Title), "DJ-012居住登记表 A/B授权委托书")
		b.want("of another item", len(b.board().Items[1].Forms), 0)
		content, _ := b.reached(b.Community, f.ID)
		b.want("as it was sent", content, string(form(" 居住登记表 A/B ")))

		// A new version keeps the forms; a retired item has none to fetch, and takes none.
		in := service.PublishItemInput{
			Code: "DJ-01", Name: "居住登记", Kind: "REGISTRATION", LimitDays: 3, Fee: "0", PostID: b.Items["DJ-01"].PostID, ValidFrom: b.dayOf("2026-02-26"), ClientMutationID: b.ID(),
		}
		made, err := b.Desk.PublishItem(b.As("director"), in)
		b.ok(err)
		b.wantReached("of a new version", f, true)
		_, err = b.publish("director", service.PublishFileInput{ItemID: b.Items["DJ-01"].ID, Title: "旧版"}, form("x"))
		b.refused(err, office.RefusedState, "Q5")
		_, err = b.Desk.RetireItem(b.As("director"), service.RetireItemInput{ItemID: made.Item.ID, From: b.dayOf("2026-02-27"), ClientMutationID: b.ID()})
		b.ok(err)
		b.wantReached("until that day", f, true)
		b.At("2026-02-27 09:00")
		b.wantReached("of a retired item", f, false)
		listed, err := b.Desk.FormsOf(b.As("clerk-a"), made.Item)
		b.ok(err)
		b.want("the desk still knows them", len(listed), 2)
		b.ok(b.remove("leader", second))
		listed, err = b.Desk.FormsOf(b.As("clerk-a"), made.Item)
		b.ok(err)
		b.want("the desk knows", len(listed), 1)
		_, err = b.publish("director", service.PublishFileInput{ItemID: b.Items["BC-01"].ID, Title: "证明"}, form("x"))
		b.refused(err, office.RefusedState, "Q5") // what may not be issued has no form

		// An item that is not issued any more offers none either.
		g := b.form("ZM-01", "申请表")
		in = service.PublishItemInput{
			Code: "ZM-01", Name: "居住情况证明", Kind: "NOT_ISSUED", Fee: "0", DepartmentID: b.Items["BC-01"].DepartmentID, ValidFrom: b.dayOf("2026-02-27"), ClientMutationID: b.ID(),
		}
		_, err = b.Desk.PublishItem(b.As("director"), in)
		b.ok(err)
		b.wantReached("of what is not issued", g, false)
	})
}

func TestQ5_WhoPublishes(t *testing.T) {
	withBoard(t, func(b *board) {
		f := b.form("DJ-01", "居住登记表")
		for login, code := range map[string]office.Code{"clerk-a": office.Forbidden, "supervisor": office.Forbidden, "neighbour": office.NotFound} {
			_, err := b.publish(login, service.PublishFileInput{StaffID: b.Staff["clerk-b"].ID}, picture())
			b.refused(err, code, "")
			_, err = b.publish(login, service.PublishFileInput{ItemID: b.Items["DJ-01"].ID, Title: "x"}, form("x"))
			b.refused(err, code, "")
			b.refused(b.remove(login, f), code, "")
		}
		_, err := b.Desk.PublishFile(b.Context(), service.PublishFileInput{StaffID: b.Staff["clerk-b"].ID, ClientMutationID: "x"}, "x", bytes.NewReader(picture()))
		b.refused(err, office.Unauthenticated, "")
		b.duty("director", "leader", duty.Suspended)
		_, err = b.publish("leader", service.PublishFileInput{ItemID: b.Items["DJ-01"].ID, Title: "x"}, form("x"))
		b.refused(err, office.NotOnDuty, "A7")
		b.wantReached("still", f, true)
		b.want("in the store", b.kept(), 1)
		for _, login := range []string{"administrator", "director"} {
			_, err = b.publish(login, service.PublishFileInput{ItemID: b.Items["DJ-01"].ID, Title: login}, form(login))
			b.ok(err)
		}
	})
}

func TestQ5_WhatIsNoFormAndNoPortrait(t *testing.T) {
	withBoard(t, func(b *board) {
		person, item := service.PublishFileInput{StaffID: b.Staff["clerk-a"].ID}, service.PublishFileInput{ItemID: b.Items["DJ-01"].ID, Title: "表"}
		page, program := []byte("<!doctype html><script>alert(1)</script>"), append([]byte("MZ\x90\x00"), make([]byte, 500)...)
		for name, c := range map[string]struct {
			in            service.PublishFileInput
			content       []byte
			reason, kinds string
		}{
			"a program as a form":  {item, program, "WRONG_KIND", "[PDF DOCX XLSX]"},
			"a web page as a form": {item, page, "WRONG_KIND", "[PDF DOCX XLSX]"},
			"a photo as a form":    {item, picture(), "WRONG_KIND", "[PDF DOCX XLSX]"},
			"a cut form":           {item, form("x")[:60], "BROKEN", "[PDF DOCX XLSX]"},
			"nothing":              {item, nil, "EMPTY", "[PDF DOCX XLSX]"},
			"a form as a portrait": {person, form("x"), "WRONG_KIND", "[JPEG PNG]"},
			"a page as a portrait": {person, page, "WRONG_KIND", "[JPEG PNG]"},
		} {
			_, err := b.publish("director", c.in, c.content)
			b.refused(err, office.BadFile, "")
			r, _ := errors.AsType[*office.Refusal](err)
			b.want(name, fmt.Sprint(r.Facts["reason"], " ", r.Facts["kinds"]), c.reason+" "+c.kinds)
		}
		for _, bad := range []service.PublishFileInput{
			{}, {StaffID: person.StaffID, ItemID: item.ItemID, Title: "x"}, {ItemID: item.ItemID}, {ItemID: item.ItemID, Title: " \t"},
		} {
			_, err := b.publish("director", bad, form("x"))
			b.refused(err, office.BadInput, "")
		}
		_, err := b.publish("director", service.PublishFileInput{ItemID: item.ItemID, Title: "a\x00b"}, form("x"))
		b.refused(err, office.BadString, "")
		_, err = b.publish("director", service.PublishFileInput{ItemID: item.ItemID, Title: strings.Repeat("长", 101)}, form("x"))
		b.refused(err, office.TooLong, "")
		_, err = b.publish("director", service.PublishFileInput{ItemID: "itm_none", Title: "x"}, form("x"))
		b.refused(err, office.NotFound, "Q5")
		b.want("in the store", b.kept(), 0)
		for n := range 20 {
			b.form("DJ-01", fmt.Sprint("表", n))
		}
		_, err = b.publish("director", item, form("x"))
		b.refused(err, office.LimitExceeded, "Q5")
		b.want("in the store", b.kept(), 20)
		b.Desk.Files = nil
		_, err = b.publish("director", item, form("x"))
		b.refused(err, office.RefusedState, "")
	})
}

// Only what the office published is reached by anybody: no key of anything else, no place in the store, no other community.
func TestQ5_NoScanOfACaseIsEverOnTheBoard(t *testing.T) {
	withBoard(t, func(b *board) {
		f := b.form("DJ-01", "居住登记表")
		c := b.promise("clerk-a", b.open("clerk-a", "DJ-01"), 3)
		scan, err := b.Desk.Attach(b.As("clerk-a"), c.ID, "scan", "户口簿.jpg", bytes.NewReader(picture()))
		b.ok(err)
		_, err = b.Desk.PrintPaper(b.As("clerk-a"), service.PrintPaperInput{CaseID: c.ID, Kind: "INTAKE", ClientMutationID: b.ID()})
		b.ok(err)
		paper := b.Desk.Store.Read().PrintedPaper.Query().FirstIDX(b.System())
		for _, id := range []string{
			scan.ID, strings.Replace(scan.ID, "fil_", "pub_", 1), scan.StoredAs, scan.Digest, "../" + scan.StoredAs, paper, c.ID, c.ReceiptNo, f.StoredAs, f.Digest,
			strings.ToLower(f.ID), f.ID + "x", f.ID[:len(f.ID)-1], "", "%", "pub_%",
		} {
			if content, there := b.reached(b.Community, id); there {
				b.t.Errorf("%s gives %d bytes", id, len(content))
			}
		}
		for _, community := range []string{b.Neighbour, b.Subdistrict, "", "com_none"} {
			if _, there := b.reached(community, f.ID); there {
				b.t.Errorf("reached by way of %s", community)
			}
		}
		b.wantReached("what was published", f, true)
		// Nor is a scan removed, or shown, as if it were one.
		_, err = b.Desk.RemovePublicFile(b.As("director"), service.RemovePublicFileInput{FileID: scan.ID, ClientMutationID: b.ID()})
		b.refused(err, office.NotFound, "")
		_, r, err := b.Desk.OpenAttachment(b.As("clerk-a"), scan.ID)
		b.ok(err)
		b.ok(r.Close())
		_, _, err = b.Desk.OpenAttachment(b.As("clerk-a"), f.ID)
		b.refused(err, office.NotFound, "")
		b.sound()
	})
}

// Of many portraits of one person at once exactly one stands, and the store keeps no other.
func TestB3_PortraitsPublishedAtOnce(t *testing.T) {
	withBoard(t, func(b *board) {
		var wait sync.WaitGroup
		for n := range 8 {
			wait.Go(func() {
				if _, err := b.publish("director", service.PublishFileInput{StaffID: b.Staff["clerk-a"].ID, ClientMutationID: fmt.Sprint("at-once-", n)}, picture()); err != nil {
					b.t.Error(err)
				}
			})
		}
		wait.Wait()
		all := b.Desk.Store.Read().PublicFile.Query().AllX(b.System())
		standing := 0
		for _, f := range all {
			if _, there := b.reached(b.Community, f.ID); there {
				standing++
			}
		}
		b.want("published", len(all), 8)
		b.want("standing", standing, 1)
		b.want("in the store", b.kept(), 1)
	})
}
