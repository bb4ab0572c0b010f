package service

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"slices"

	"xinxing/ent"
	"xinxing/ent/picture"
	"xinxing/ent/predicate"
	entprogram "xinxing/ent/program"
	"xinxing/internal/files"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/program"
)

// AddPictureInput names what a picture shows: a project (ProjectID) or a program (ProgramID), before, during or after. The content is read
// beside it.
type AddPictureInput struct {
	ProjectID, ProgramID string
	Kind                 cobuild.PictureKind
	Caption              string
	Published            bool
	ClientMutationID     string
}

// pictureInput is what makes two sendings of a picture the same.
type pictureInput struct {
	Input  AddPictureInput
	Digest string
}

// PicturePayload is the answer of an act on a picture.
type PicturePayload struct {
	Picture          *ent.Picture
	ClientMutationID string
}

// PublishPictureInput is the input of the act of that name; the schema says what each field means.
type PublishPictureInput struct {
	PictureID        string
	Published        bool
	ClientMutationID string
}

// RemovePictureInput is the input of the act of that name; the schema says what each field means.
type RemovePictureInput struct {
	PictureID        string
	ClientMutationID string
}

// mostPictures bounds the pictures of one project or program.
const mostPictures = 60

// AddPicture takes a picture of a project or program in (P3, C2), drawn anew: nothing but its pixels is kept. What is no picture, too large or
// broken is refused with BAD_FILE. Whoever works in the office may.
func (d *Desk) AddPicture(ctx context.Context, in AddPictureInput, name string, content io.Reader) (*ent.Picture, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if !v.Roles.Works() {
		return nil, office.Refuse(office.Forbidden, "P3", "") // before a large file is read
	}
	var t texts
	in.Caption = t.need("caption", "P3", in.Caption, 100, office.BadInput)
	if !slices.Contains(in.Kind.Values(), string(in.Kind)) {
		t.refuse(office.Refuse(office.BadInput, "P3", "kind"))
	}
	if (in.ProjectID == "") == (in.ProgramID == "") {
		t.refuse(office.Refuse(office.BadInput, "P3", "projectId"))
	}
	if t.err != nil {
		return nil, t.err
	}
	accepted, err := d.takeIn(content, name, files.Picture, "P3")
	if err != nil {
		return nil, err
	}
	id := key.Maker(key.Picture)()
	k, err := perform(ctx, d, v.Community, "ADD_PICTURE", in.ClientMutationID, pictureInput{in, accepted.SHA256}, func(a *act) (caseKey, error) {
		none := caseKey{}
		if err := a.mayHelp("P3"); err != nil {
			return none, err
		}
		create := a.tx.Picture.Create().SetID(id).SetCommunityID(v.Community)
		of := picture.ProgramID(in.ProgramID)
		if in.ProjectID != "" {
			of = picture.ProjectID(in.ProjectID)
			create.SetProjectID(in.ProjectID)
		} else {
			create.SetProgramID(in.ProgramID)
		}
		n, err := a.tx.Picture.Query().Where(of, picture.RemovedAtIsNil()).Count(a)
		if err != nil {
			return none, err
		}
		if n >= mostPictures {
			return none, office.Refuse(office.LimitExceeded, "P3", "file").With("limit", mostPictures)
		}
		facts := map[string]any{"picture": id, "kind": in.Kind, "digest": accepted.SHA256, "published": in.Published}
		if err := a.notePicture(in.ProjectID, in.ProgramID, casework.EventProjectPictureAdded, facts); err != nil {
			return none, err
		}
		// The place in the store is the record's own, so that what is removed can be deleted.
		at := "pictures/" + lower(id)
		if err := d.Files.Put(a, at, accepted.Kind, bytes.NewReader(accepted.Bytes), accepted.Size); err != nil {
			return none, err
		}
		return caseKey{id}, create.SetKind(in.Kind).SetCaption(in.Caption).SetPublished(in.Published).SetName(accepted.Name).SetFormat(string(accepted.Kind)).
			SetSize(int(accepted.Size)).SetDigest(accepted.SHA256).SetStoredAs(at).SetWidth(accepted.Width).SetHeight(accepted.Height).
			SetTakenInAt(a.now).SetTakenInByID(string(a.actor.ID)).Exec(a)
	})
	if err != nil {
		return nil, err
	}
	f, err := d.Store.Read().Picture.Get(ctx, k.ID)
	return f, missing(err, "file")
}

// notePicture tells the journal of what a picture shows of it, and keeps its end.
func (a *act) notePicture(projectID, programID string, kind casework.EventKind, facts map[string]any) error {
	if projectID != "" {
		p, err := a.tx.Project.Get(a, projectID)
		if err != nil {
			return missing(err, "projectId")
		}
		if err := a.noteProject(p, kind, "", facts); err != nil {
			return err
		}
		return a.keepProject(p)
	}
	p, err := a.tx.Program.Get(a, programID)
	if err != nil {
		return missing(err, "programId")
	}
	if err := a.noteProgram(p, kind, "", facts); err != nil {
		return err
	}
	return a.saveProgram(p, 0)
}

func (d *Desk) onPicture(ctx context.Context, name, id, mutation string, input any, do func(a *act, f *ent.Picture) error) (*PicturePayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, name, mutation, input, func(a *act) (caseKey, error) {
		if err := a.mayHelp("P3"); err != nil {
			return caseKey{}, err
		}
		f, err := a.tx.Picture.Get(a, id)
		if err != nil {
			return caseKey{}, missing(err, "pictureId")
		}
		if f.RemovedAt != nil {
			return caseKey{}, office.Refuse(office.AlreadyDone, "P3", "pictureId")
		}
		return caseKey{f.ID}, do(a, f)
	})
	if err != nil {
		return nil, err
	}
	f, err := d.Store.Read().Picture.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "pictureId")
	}
	return &PicturePayload{f, mutation}, nil
}

func ofPicture(f *ent.Picture) (project, program string) {
	if f.ProjectID != nil {
		return *f.ProjectID, ""
	}
	return "", *f.ProgramID
}

// PublishPicture shows a picture on the public pages, or takes it off them (P3).
func (d *Desk) PublishPicture(ctx context.Context, in PublishPictureInput) (*PicturePayload, error) {
	return d.onPicture(ctx, "PUBLISH_PICTURE", in.PictureID, in.ClientMutationID, in, func(a *act, f *ent.Picture) error {
		project, program := ofPicture(f)
		if err := a.notePicture(project, program, casework.EventProjectPicturePublished, map[string]any{"picture": f.ID, "published": in.Published}); err != nil {
			return err
		}
		return a.tx.Picture.UpdateOneID(f.ID).SetPublished(in.Published).Exec(a)
	})
}

// RemovePicture removes a picture for good; what it held is deleted.
func (d *Desk) RemovePicture(ctx context.Context, in RemovePictureInput) (*PicturePayload, error) {
	done, err := d.onPicture(ctx, "REMOVE_PICTURE", in.PictureID, in.ClientMutationID, in, func(a *act, f *ent.Picture) error {
		project, program := ofPicture(f)
		if err := a.notePicture(project, program, casework.EventProjectPictureRemoved, map[string]any{"picture": f.ID}); err != nil {
			return err
		}
		return a.tx.Picture.UpdateOneID(f.ID).SetRemovedAt(a.now).SetRemovedByID(string(a.actor.ID)).Exec(a)
	})
	if err == nil && d.Files != nil {
		if err := d.Files.Delete(ctx, done.Picture.StoredAs); err != nil {
			d.Log.Error("a removed picture could not be deleted", "picture", done.Picture.ID, "error", err)
		}
	}
	return done, err
}

// OpenPicture finds a picture for who may see what it shows, and gives how it is opened.
func (d *Desk) OpenPicture(ctx context.Context, id string) (*ent.Picture, func() (io.ReadCloser, error), error) {
	if _, err := d.Reader(ctx); err != nil {
		return nil, nil, err
	}
	f, err := d.Store.Read().Picture.Get(ctx, id)
	if err != nil {
		return nil, nil, missing(err, "file")
	}
	if f.RemovedAt != nil || d.Files == nil {
		return nil, nil, office.Refuse(office.NotFound, "P3", "file")
	}
	return f, d.opensPicture(ctx, f), nil
}

// opensPicture gives how what a picture holds is opened: NOT_FOUND where it was removed in this very moment.
func (d *Desk) opensPicture(ctx context.Context, f *ent.Picture) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) {
		r, _, err := d.Files.Open(ctx, f.StoredAs)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, office.Refuse(office.NotFound, "P3", "file")
		}
		return r, err
	}
}

// PicturesOf gives the pictures of a project, in the order in which they were taken in.
func (d *Desk) PicturesOf(ctx context.Context, p *ent.Project) ([]*ent.Picture, error) {
	return d.pictures(ctx, picture.ProjectID(p.ID))
}

// PicturesOfProgram gives the pictures of a program, in the order in which they were taken in (C2).
func (d *Desk) PicturesOfProgram(ctx context.Context, p *ent.Program) ([]*ent.Picture, error) {
	return d.pictures(ctx, picture.ProgramID(p.ID))
}

func (d *Desk) pictures(ctx context.Context, of ...predicate.Picture) ([]*ent.Picture, error) {
	return d.Store.Read().Picture.Query().Where(append(of, picture.RemovedAtIsNil())...).Order(picture.ByTakenInAt(), picture.ByID()).
		Limit(mostPictures).All(ctx)
}

// disclosedPictures gives those that are published, before, during and after, each in the order in which they were taken in. The context is
// the program's.
func (d *Desk) disclosedPictures(ctx context.Context, of predicate.Picture) ([]DisclosedPicture, error) {
	list, err := d.pictures(ctx, of, picture.Published(true))
	var out []DisclosedPicture
	for _, kind := range []cobuild.PictureKind{cobuild.PictureBefore, cobuild.PictureDuring, cobuild.PictureAfter} {
		for _, f := range list {
			if f.Kind == kind {
				out = append(out, DisclosedPicture{*disclosePicture(f), kind})
			}
		}
	}
	return out, err
}

// disclosedPicture finds a published picture of a project, or of a program, that is published itself, for anybody; it refuses every other key.
// The context is the program's.
func (d *Desk) disclosedPicture(ctx context.Context, community, id string) (*DisclosedFile, func() (io.ReadCloser, error), error) {
	gone := office.Refuse(office.NotFound, "P3", "file")
	f, err := d.Store.Read().Picture.Query().Where(picture.ID(id), picture.CommunityID(community), picture.Published(true), picture.RemovedAtIsNil()).
		WithProject().WithProgram(func(q *ent.ProgramQuery) { q.Where(entprogram.StateNEQ(program.Planned), everPublished) }).Only(ctx)
	shown := err == nil && d.Files != nil && (f.Edges.Program != nil || f.Edges.Project != nil && f.Edges.Project.Published)
	if ent.IsNotFound(err) || err == nil && !shown {
		return nil, nil, gone
	}
	if err != nil {
		return nil, nil, err
	}
	return disclosePicture(f), d.opensPicture(ctx, f), nil
}

func disclosePicture(f *ent.Picture) *DisclosedFile {
	return &DisclosedFile{
		Path: "/public/" + f.CommunityID + "/files/" + f.ID, Title: f.Caption, Name: f.Name, Format: f.Format, Digest: f.Digest, Size: f.Size,
		Width: f.Width, Height: f.Height,
	}
}
