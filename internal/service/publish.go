package service

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"xinxing/ent"
	"xinxing/ent/publicfile"
	"xinxing/internal/files"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/store"
)

// mostForms bounds the blank forms of an item.
const mostForms = 20

// PublishFileInput names what a file is published for: a person's portrait (StaffID), or a form of an item (ItemID, Title).
// The content is read beside it.
type PublishFileInput struct{ StaffID, ItemID, Title, ClientMutationID string }

// RemovePublicFileInput is the input of the act of that name; the schema says what each field means.
type RemovePublicFileInput struct{ FileID, ClientMutationID string }

// PublicFilePayload is the answer of RemovePublicFile.
type PublicFilePayload struct {
	File             *ent.PublicFile
	ClientMutationID string
}

// publishInput is what makes two publishings the same.
type publishInput struct{ StaffID, ItemID, Title, Digest string }

// published are the keys that an act gives: the file's, and that of the portrait whose place it took.
type published struct{ ID, Instead string }

// PublishFile puts a portrait or a blank form on the public board (Q5, B3). Leaders, the director and administrators only;
// what is not of the wanted kinds, too large or broken is refused with BAD_FILE, and nothing is kept of it.
func (d *Desk) PublishFile(ctx context.Context, in PublishFileInput, name string, content io.Reader) (*ent.PublicFile, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if !edits(v.Roles) {
		return nil, office.Refuse(office.Forbidden, "", "") // before a large file is read
	}
	use, kind, clause := files.Portrait, casework.PublicPortrait, "B3"
	if in.ItemID != "" {
		use, kind, clause = files.BlankForm, casework.PublicForm, "Q5"
	}
	if (in.StaffID == "") == (in.ItemID == "") {
		return nil, office.Refuse(office.BadInput, clause, "staffId")
	}
	var t texts
	if kind == casework.PublicForm {
		// A form is downloaded under its title, a portrait is the person's.
		in.Title = t.need("title", clause, in.Title, 100, office.BadInput)
		name = strings.NewReplacer("/", "／", `\`, "＼").Replace(in.Title)
	}
	if t.err != nil {
		return nil, t.err
	}
	accepted, err := d.takeIn(content, name, use, clause)
	if err != nil {
		return nil, err
	}
	id := key.Maker(key.PublicFile)()
	same := publishInput{in.StaffID, in.ItemID, in.Title, accepted.SHA256}
	k, err := perform(ctx, d, v.Community, "PUBLISH_FILE", in.ClientMutationID, same, func(a *act) (published, error) {
		none := published{}
		if err := a.mayEdit(); err != nil {
			return none, err
		}
		made := a.tx.PublicFile.Create().SetID(id).SetCommunityID(v.Community).SetKind(kind).SetTitle(in.Title).SetName(accepted.Name)
		instead := ""
		if kind == casework.PublicPortrait {
			s := a.office.Staff[in.StaffID]
			if s == nil || s.CommunityID != v.Community {
				return none, office.Refuse(office.NotFound, "B3", "staffId")
			}
			if !disclosed(s) {
				return none, office.Refuse(office.RefusedState, "B3", "staffId")
			}
			made.SetStaffID(s.ID).SetTitle(s.Name)
			if old := a.office.Portraits[s.ID]; old != nil {
				instead = old.ID
				if err := a.takeDown(old.ID); err != nil {
					return none, err
				}
			}
		} else {
			i := a.office.Items[in.ItemID]
			if i == nil {
				return none, office.Refuse(office.NotFound, "Q5", "itemId")
			}
			if i.Kind == casework.ItemNotIssued || i.RetiredFrom != nil && *i.RetiredFrom <= d.today(a.office).String() {
				return none, office.Refuse(office.RefusedState, "Q5", "itemId")
			}
			if len(a.office.Forms[i.Code]) >= mostForms {
				return none, office.Refuse(office.LimitExceeded, "Q5", "file").With("limit", mostForms)
			}
			made.SetItemCode(i.Code)
		}
		// The place in the store is the record's own, so that what is removed can be deleted; a repeated transaction writes
		// the same bytes to the same place.
		at := "public/" + lower(id)
		if err := d.Files.Put(a, at, accepted.Kind, bytes.NewReader(accepted.Bytes), accepted.Size); err != nil {
			return none, err
		}
		err := made.SetFormat(string(accepted.Kind)).SetSize(int(accepted.Size)).SetDigest(accepted.SHA256).SetStoredAs(at).
			SetWidth(accepted.Width).SetHeight(accepted.Height).SetPublishedAt(a.now).SetPublishedByID(string(a.actor.ID)).Exec(a)
		if err != nil {
			return none, err
		}
		return published{id, instead}, a.newVersion()
	})
	if err != nil {
		return nil, err
	}
	d.discard(ctx, k.Instead)
	return d.publicFile(ctx, k.ID)
}

// RemovePublicFile takes a file off the board for good; what it held is deleted (Q5, B3).
func (d *Desk) RemovePublicFile(ctx context.Context, in RemovePublicFileInput) (*PublicFilePayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "REMOVE_PUBLIC_FILE", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		if err := a.mayEdit(); err != nil {
			return none, err
		}
		f, err := a.tx.PublicFile.Get(a, in.FileID)
		if err != nil {
			return none, missing(err, "fileId")
		}
		if f.CommunityID != v.Community {
			return none, office.Refuse(office.NotFound, "Q5", "fileId")
		}
		if f.RemovedAt != nil {
			return none, office.Refuse(office.AlreadyDone, "Q5", "fileId")
		}
		if err := a.takeDown(f.ID); err != nil {
			return none, err
		}
		return caseKey{f.ID}, a.newVersion()
	})
	if err != nil {
		return nil, err
	}
	d.discard(ctx, k.ID)
	f, err := d.publicFile(ctx, k.ID)
	if err != nil {
		return nil, err
	}
	return &PublicFilePayload{File: f, ClientMutationID: in.ClientMutationID}, nil
}

func (a *act) takeDown(id string) error {
	return a.tx.PublicFile.UpdateOneID(id).SetRemovedAt(a.now).SetRemovedByID(string(a.actor.ID)).Exec(a)
}

func (d *Desk) publicFile(ctx context.Context, id string) (*ent.PublicFile, error) {
	f, err := d.Store.Read().PublicFile.Get(ctx, id)
	return f, missing(err, "file")
}

// discard deletes what a removed file held. Nobody reaches it any more; where this fails the store keeps what is nobody's.
func (d *Desk) discard(ctx context.Context, id string) {
	if id == "" || d.Files == nil {
		return
	}
	if err := d.Files.Delete(ctx, "public/"+lower(id)); err != nil {
		d.Log.Error("a removed file could not be deleted", "file", id, "error", err)
	}
}

// disclosed tells whether a member of staff stands on the public board: works on cases and has not left. Whoever keeps
// the program only is nobody to turn to.
func disclosed(s *ent.Staff) bool { return s.LeftAt == nil && duty.Roles(s.Roles).Works() }

// portrait is the photo that stands on the board beside a person; nil for none.
func (o *Office) portrait(s *ent.Staff) *ent.PublicFile {
	if s.CommunityID != o.Community.ID || !disclosed(s) {
		return nil
	}
	return o.Portraits[s.ID]
}

// disclosedItem is the version of an item's code that the board shows on a day; nil for none.
func (o *Office) disclosedItem(code, day string) *ent.Item {
	var newest *ent.Item
	for _, i := range o.Items {
		if i.Code == code && inForce(i, day) && (newest == nil || newest.Version < i.Version) {
			newest = i
		}
	}
	return newest
}

// formsNow are the forms of an item's code that can be downloaded on a day.
func (o *Office) formsNow(code, day string) []*ent.PublicFile {
	if i := o.disclosedItem(code, day); i == nil || i.Kind == casework.ItemNotIssued {
		return nil
	}
	return o.Forms[code]
}

// onBoard finds a file that anybody may fetch now by its key; nil for any other key.
func (o *Office) onBoard(id, day string) *ent.PublicFile {
	for of, f := range o.Portraits {
		if s := o.Staff[of]; f.ID == id && s != nil {
			if o.portrait(s) == f {
				return f
			}
			return nil
		}
	}
	for code, forms := range o.Forms {
		if at := slices.IndexFunc(forms, func(f *ent.PublicFile) bool { return f.ID == id }); at >= 0 {
			if slices.Contains(o.formsNow(code, day), forms[at]) {
				return forms[at]
			}
			return nil
		}
	}
	return nil
}

// loadPublicFiles reads what a community has on its board.
func (o *Office) loadPublicFiles(ctx context.Context, c *ent.Client) error {
	all, err := c.PublicFile.Query().Where(publicfile.CommunityID(o.Community.ID), publicfile.RemovedAtIsNil()).All(ctx)
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(x, y *ent.PublicFile) int {
		return cmp.Or(x.PublishedAt.Compare(y.PublishedAt), cmp.Compare(x.ID, y.ID))
	})
	for _, f := range all {
		switch {
		case f.StaffID != nil:
			o.Portraits[*f.StaffID] = f
		case f.ItemCode != nil:
			o.Forms[*f.ItemCode] = append(o.Forms[*f.ItemCode], f)
		}
	}
	return nil
}

// PortraitOf is a person's photo on the public board; nil for none, and for who is not shown there.
func (d *Desk) PortraitOf(ctx context.Context, s *ent.Staff) (*ent.PublicFile, error) {
	o, err := d.seen(ctx, s.CommunityID)
	if o == nil || err != nil {
		return nil, err
	}
	return o.portrait(s), nil
}

// StaffDisclosed tells whether a person stands on the public board of their community (B3).
func (d *Desk) StaffDisclosed(s *ent.Staff) bool { return disclosed(s) }

// FormsOf gives the blank forms of an item's code, whether or not it is in force today.
func (d *Desk) FormsOf(ctx context.Context, i *ent.Item) ([]*ent.PublicFile, error) {
	o, err := d.seen(ctx, i.CommunityID)
	if o == nil || err != nil {
		return []*ent.PublicFile{}, err
	}
	return append([]*ent.PublicFile{}, o.Forms[i.Code]...), nil
}

// PublicFilePath is where anybody can fetch a file now; nil where nobody can.
func (d *Desk) PublicFilePath(ctx context.Context, f *ent.PublicFile) (*string, error) {
	o, err := d.seen(ctx, f.CommunityID)
	if o == nil || err != nil || o.onBoard(f.ID, d.today(o).String()) == nil {
		return nil, err
	}
	path := publicPath(f)
	return &path, nil
}

func publicPath(f *ent.PublicFile) string { return "/public/" + f.CommunityID + "/files/" + f.ID }

// DisclosedFile is a file on the public board: a portrait, or a form to download under its name.
type DisclosedFile struct {
	Path, Title, Name, Format string
	// Digest is the SHA-256 of what it holds.
	Digest              string
	Size, Width, Height int
}

func discloseFile(f *ent.PublicFile) *DisclosedFile {
	if f == nil {
		return nil
	}
	return &DisclosedFile{
		Path: publicPath(f), Title: f.Title, Name: f.Name, Format: f.Format, Digest: f.Digest, Size: f.Size, Width: f.Width, Height: f.Height,
	}
}

// DisclosedFile finds a file on a community's public board, for anybody (Q5, B3), with what opens it. It refuses with
// NOT_FOUND every other key: a removed file's, one of a retired item or of who is not shown, and that of anything else.
func (d *Desk) DisclosedFile(ctx context.Context, community, id string) (*DisclosedFile, func() (io.ReadCloser, error), error) {
	o, err := d.disclosing(ctx, community)
	if err != nil {
		return nil, nil, err
	}
	if key.Prefix(id) == key.Picture {
		return d.disclosedPicture(store.With(ctx, store.System()), community, id)
	}
	f := o.onBoard(id, d.today(o).String())
	if f == nil || d.Files == nil {
		return nil, nil, office.Refuse(office.NotFound, "Q5", "file")
	}
	return discloseFile(f), func() (io.ReadCloser, error) {
		r, _, err := d.Files.Open(ctx, f.StoredAs)
		if errors.Is(err, fs.ErrNotExist) { // removed in this very moment
			return nil, office.Refuse(office.NotFound, "Q5", "file")
		}
		return r, err
	}, nil
}
