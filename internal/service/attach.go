package service

import (
	"bytes"
	"context"
	"errors"
	"io"

	"xinxing/ent"
	"xinxing/ent/attachment"
	"xinxing/ent/casefile"
	"xinxing/ent/predicate"
	"xinxing/internal/files"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
)

func caseID(id string) predicate.CaseFile { return casefile.ID(id) }

// mostAttachments bounds the files of a case.
const mostAttachments = 100

// attachInput is what makes two sendings of a file the same.
type attachInput struct{ CaseID, Name, Digest string }

// Attach takes a scan or photo in and keeps it with a case. What is not of the allowed kinds, too large or broken is
// refused with BAD_FILE and the reason as a fact; nothing is kept of it then.
func (d *Desk) Attach(ctx context.Context, caseOf, clientMutationID, name string, content io.Reader) (*ent.Attachment, error) {
	community, err := d.communityOf(ctx, caseOf)
	if err != nil {
		return nil, err
	}
	accepted, err := d.takeIn(content, name, files.Evidence, "A5")
	if err != nil {
		return nil, err
	}
	id := key.Maker(key.Attachment)()
	in := attachInput{caseOf, accepted.Name, accepted.SHA256}
	k, err := perform(ctx, d, community, "ATTACH", clientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		c, err := a.tx.CaseFile.Get(a, caseOf)
		if err != nil {
			return none, missing(err, "caseId")
		}
		if err := casework.Check(casework.ActAttach, FactsOf(a.office, c), a.actor, a.now); err != nil {
			return none, err
		}
		n, err := a.tx.Attachment.Query().Where(attachment.CaseID(c.ID)).Count(a)
		if err != nil {
			return none, err
		}
		if n >= mostAttachments {
			return none, office.Refuse(office.LimitExceeded, "A5", "file").With("limit", mostAttachments)
		}
		// The name in the store follows from the content: a repeated transaction writes the same bytes to the same place,
		// and what a transaction that failed left behind is nobody's and holds nothing new.
		at := "cases/" + lower(c.ID) + "/" + accepted.SHA256
		if err := d.Files.Put(a, at, accepted.Kind, bytes.NewReader(accepted.Bytes), accepted.Size); err != nil {
			return none, err
		}
		if err := a.tx.Attachment.Create().SetID(id).SetCommunityID(c.CommunityID).SetCaseID(c.ID).SetName(accepted.Name).
			SetKind(string(accepted.Kind)).SetSize(int(accepted.Size)).SetDigest(accepted.SHA256).SetStoredAs(at).
			SetWidth(accepted.Width).SetHeight(accepted.Height).SetAttachedAt(a.now).SetAttachedByID(string(a.actor.ID)).Exec(a); err != nil {
			return none, err
		}
		if err := a.note(c, casework.EventAttached, "", map[string]any{"file": accepted.Name, "digest": accepted.SHA256}); err != nil {
			return none, err
		}
		return caseKey{id}, a.keep(c)
	})
	if err != nil {
		return nil, err
	}
	f, err := d.Store.Read().Attachment.Get(ctx, k.ID)
	return f, missing(err, "file")
}

// takeIn reads a file for a use, or refuses it with the reason and the kinds that are taken.
func (d *Desk) takeIn(content io.Reader, name string, use files.Use, clause string) (*files.Accepted, error) {
	if d.Files == nil {
		return nil, office.Refuse(office.RefusedState, "", "file")
	}
	accepted, err := files.Accept(content, name, use)
	if r, ok := errors.AsType[*files.Refused](err); ok {
		return nil, office.Refuse(office.BadFile, clause, "file").With("reason", string(r.Code)).With("kinds", use.Senders())
	}
	return accepted, err
}

// lower writes a key in the alphabet of the store of files.
func lower(s string) string { return string(bytes.ToLower([]byte(s))) }

// OpenAttachment opens a file for who may see its case.
func (d *Desk) OpenAttachment(ctx context.Context, id string) (*ent.Attachment, io.ReadCloser, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, nil, err
	}
	f, err := d.Store.Read().Attachment.Get(ctx, id)
	if err != nil {
		return nil, nil, missing(err, "file")
	}
	if v, _ := d.Viewer(ctx); !v.Roles.Works() {
		return nil, nil, office.Refuse(office.Forbidden, "", "file") // a supervisor reads cases without residents' papers
	}
	r, _, err := d.Files.Open(ctx, f.StoredAs)
	return f, r, err
}

// Attachments reads the files of a case, oldest first.
func (d *Desk) Attachments(ctx context.Context, caseOf string) ([]*ent.Attachment, error) {
	return d.Store.Read().Attachment.Query().Where(attachment.CaseID(caseOf)).
		Order(attachment.ByAttachedAt(), attachment.ByID()).Limit(ListBound).All(ctx)
}
