package service

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"slices"
	"strings"
	"time"

	"xinxing/ent"
	"xinxing/ent/apitoken"
	"xinxing/ent/community"
	"xinxing/ent/partner"
	"xinxing/ent/predicate"
	"xinxing/ent/tokenread"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/store"
)

// TokenPrefix begins every token, so that one that leaked is known for what it is.
const TokenPrefix = "xxt_"

// longestToken is how long a token may hold (P5).
const longestToken = 2 * 366 * 24 * time.Hour

// The bounds of what is kept of one request.
const (
	readFields  = 50
	readRecords = 500
)

// CreateTokenInput is the input of the act of that name; the schema says what each field means.
type CreateTokenInput struct {
	Kind             cobuild.TokenKind
	PartnerID        *string
	Name             string
	Scopes           []cobuild.Scope
	ExpiresAt        time.Time
	CommunityIDs     []string
	ClientMutationID string
}

// CreateTokenPayload is the answer of createToken. Secret is given once and kept nowhere: nil where the act is repeated.
type CreateTokenPayload struct {
	Token            *ent.APIToken
	Secret           *string
	ClientMutationID string
}

// RevokeTokenInput is the input of the act of that name; the schema says what each field means.
type RevokeTokenInput struct {
	TokenID          string
	ClientMutationID string
}

// RevokeTokenPayload is the answer of revokeToken.
type RevokeTokenPayload struct {
	Token            *ent.APIToken
	ClientMutationID string
}

// EnterByTokenInput is the input of the act of that name; the schema says what each field means.
type EnterByTokenInput struct {
	Token            string
	ClientMutationID *string
}

// EnterByTokenPayload is the answer of enterByToken.
type EnterByTokenPayload struct {
	Token            *ent.APIToken
	ClientMutationID *string
}

// mostGranted bounds the communities of a token.
const mostGranted = 100

// editsTokens refuses who may not give out tokens of a kind: those who lead, and the administrator; the reporting tool's also who supervises.
func (a *act) editsTokens(kind cobuild.TokenKind) error {
	if store.Edits(a.viewer) || kind == cobuild.TokenReporter && store.Grants(a.viewer) {
		return nil
	}
	return office.Refuse(office.Forbidden, "P5", "")
}

// granted gives the communities that a token is granted, in order; none for the own one alone. It refuses one that whoever gives the token does not
// read, and any for a partner, which is of one community (P5, R).
func granted(v store.Viewer, in CreateTokenInput) ([]string, error) {
	all := slices.Compact(slices.Sorted(slices.Values(in.CommunityIDs)))
	if len(all) > mostGranted {
		return nil, office.Refuse(office.LimitExceeded, "R", "communityIds").With("limit", mostGranted)
	}
	for _, c := range all {
		if !slices.Contains(v.Communities, c) {
			return nil, office.Refuse(office.NotFound, "R", "communityIds")
		}
	}
	if len(all) > 0 && in.Kind != cobuild.TokenReporter {
		return nil, office.Refuse(office.BadInput, "P5", "communityIds")
	}
	if len(all) == 1 && all[0] == v.Community {
		return []string{}, nil
	}
	return append([]string{}, all...), nil
}

// CreateToken lets a partner, or the reporting tool, in (P5, R). It refuses a scope that is not the kind's, an end that is
// past or more than two years off, and a partner that has left.
func (d *Desk) CreateToken(ctx context.Context, in CreateTokenInput) (*CreateTokenPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	raw := make([]byte, 32)
	rand.Read(raw) // never fails: the program ends when the system has no randomness
	secret := TokenPrefix + base64.RawURLEncoding.EncodeToString(raw)
	made := ""
	k, err := perform(ctx, d, v.Community, "CREATE_TOKEN", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		if err := a.editsTokens(in.Kind); err != nil {
			return caseKey{}, err
		}
		communities, err := granted(v, in)
		if err != nil {
			return caseKey{}, err
		}
		var t texts
		name := t.need("name", "P5", in.Name, 60, office.BadInput)
		if t.err != nil {
			return caseKey{}, t.err
		}
		scopes := slices.Compact(slices.Sorted(slices.Values(in.Scopes)))
		if !cobuild.Scopes(in.Kind, scopes) {
			return caseKey{}, office.Refuse(office.BadInput, "P5", "scopes")
		}
		if (in.Kind == cobuild.TokenPartner) != (in.PartnerID != nil) {
			return caseKey{}, office.Refuse(office.BadInput, "P5", "partnerId")
		}
		now, until := d.machineNow(), store.Instant(in.ExpiresAt)
		if !until.After(now) || until.Sub(now) > longestToken {
			return caseKey{}, office.Refuse(office.BadInput, "P5", "expiresAt")
		}
		if in.PartnerID != nil {
			p, err := a.tx.Partner.Query().Where(partner.ID(*in.PartnerID), partner.CommunityID(v.Community)).Only(a)
			if err != nil {
				return caseKey{}, missing(err, "partnerId")
			}
			if p.LeftAt != nil {
				return caseKey{}, office.Refuse(office.RefusedState, "P5", "partnerId")
			}
		}
		made = key.Maker(key.APIToken)()
		return caseKey{made}, a.tx.APIToken.Create().SetID(made).SetCommunityID(v.Community).SetKind(in.Kind).SetNillablePartnerID(in.PartnerID).
			SetName(name).SetScopes(scopes).SetCommunities(communities).SetTokenHash(hashToken(secret)).SetHint(secret[len(secret)-4:]).
			SetMadeAt(now).SetMadeByID(string(v.Staff)).SetExpiresAt(until).Exec(a)
	})
	if err != nil {
		return nil, err
	}
	t, err := d.Store.Read().APIToken.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "tokenId")
	}
	p := &CreateTokenPayload{Token: t, ClientMutationID: in.ClientMutationID}
	if k.ID == made { // else it is the answer of the first time, whose secret nobody knows any more
		p.Secret = &secret
	}
	return p, nil
}

// RevokeToken ends a token now; it stays known. One that is revoked already stays as it is.
func (d *Desk) RevokeToken(ctx context.Context, in RevokeTokenInput) (*RevokeTokenPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "REVOKE_TOKEN", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		if err := a.editsTokens(cobuild.TokenReporter); err != nil {
			return caseKey{}, err
		}
		t, err := a.tx.APIToken.Query().Where(apitoken.ID(in.TokenID), apitoken.CommunityID(v.Community)).Only(a)
		if err != nil {
			return caseKey{}, missing(err, "tokenId")
		}
		if err := a.editsTokens(t.Kind); err != nil {
			return caseKey{}, err
		}
		if t.RevokedAt != nil {
			return caseKey{t.ID}, nil
		}
		return caseKey{t.ID}, a.tx.APIToken.UpdateOne(t).SetRevokedAt(d.machineNow()).SetRevokedByID(string(v.Staff)).Exec(a)
	})
	if err != nil {
		return nil, err
	}
	t, err := d.Store.Read().APIToken.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "tokenId")
	}
	return &RevokeTokenPayload{Token: t, ClientMutationID: in.ClientMutationID}, nil
}

// TokenViewer gives who came by this token. It refuses with UNAUTHENTICATED one that is unknown, over or revoked, or whose
// partner has left; it is read anew each time, so that a revocation holds from the next request on, in every process.
func (d *Desk) TokenViewer(ctx context.Context, secret string) (store.Viewer, error) {
	refused := office.Refuse(office.Unauthenticated, "P5", "")
	if !strings.HasPrefix(secret, TokenPrefix) || len(secret) > 100 {
		return store.Viewer{}, refused
	}
	ctx = store.With(ctx, store.System())
	return d.tokenViewer(ctx, apitoken.TokenHash(hashToken(secret)))
}

// tokenViewer gives who comes by a token that holds, as the program.
func (d *Desk) tokenViewer(ctx context.Context, which predicate.APIToken) (store.Viewer, error) {
	refused := office.Refuse(office.Unauthenticated, "P5", "")
	t, err := d.Store.Read().APIToken.Query().Where(which, apitoken.RevokedAtIsNil(), apitoken.ExpiresAtGT(d.machineNow())).WithPartner().Only(ctx)
	if ent.IsNotFound(err) || err == nil && t.Edges.Partner != nil && t.Edges.Partner.LeftAt != nil {
		return store.Viewer{}, refused
	}
	if err != nil {
		return store.Viewer{}, err
	}
	v := store.Viewer{Community: t.CommunityID, Communities: []string{t.CommunityID}, Token: t.ID, Scopes: t.Scopes}
	if t.PartnerID != nil {
		v.Partner = *t.PartnerID
	}
	if len(t.Communities) > 0 {
		// Only what is still the office's own or below it: a community that moved under another subdistrict takes its figures along.
		v.Communities, err = d.Store.Read().Community.Query().
			Where(community.IDIn(t.Communities...), community.Or(community.ID(t.CommunityID), community.ParentID(t.CommunityID))).
			Order(community.ByID()).IDs(ctx)
	}
	return v, err
}

// Read is one request that came by a token.
type Read struct {
	// Operation is the name that the client gave it; Fields are those of the root, as query.projects.
	Operation string
	Fields    []string
	// Records are the keys of what was given out.
	Records []string
	Errors  int
}

// Reader gives who reads shared data: a member of staff, or a partner by its token. It refuses the public.
func (d *Desk) Reader(ctx context.Context) (store.Viewer, error) {
	v, ok := store.ViewerOf(ctx)
	if !ok || v.IsSystem() {
		return store.Viewer{}, office.Refuse(office.Unauthenticated, "", "")
	}
	return v, nil
}

// RecordRead keeps what a token read: who, what and when (P5). Nothing is given out that was not recorded.
func (d *Desk) RecordRead(ctx context.Context, r Read) error {
	v, ok := store.ViewerOf(ctx)
	if !ok || v.Token == "" {
		return nil
	}
	now := d.machineNow()
	name := []rune(strings.ToValidUTF8(r.Operation, "�"))
	cut := func(list []string, most int) []string {
		list = slices.Compact(slices.Sorted(slices.Values(list)))
		return list[:min(len(list), most)]
	}
	return d.program(ctx, func(ctx context.Context, tx *store.Tx) error {
		create := tx.TokenRead.Create().SetCommunityID(v.Community).SetTokenID(v.Token).SetAt(now).
			SetOperation(string(name[:min(len(name), 100)])).SetFields(cut(r.Fields, readFields)).SetRecords(cut(r.Records, readRecords)).SetErrors(r.Errors)
		if v.Partner != "" {
			create.SetPartnerID(v.Partner)
		}
		if err := create.Exec(ctx); err != nil {
			return err
		}
		return tx.APIToken.UpdateOneID(v.Token).SetLastUsedAt(now).Exec(ctx)
	})
}

// Tokens gives the community's tokens, newest first. At most 100.
func (d *Desk) Tokens(ctx context.Context) ([]*ent.APIToken, error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, err
	}
	return d.Store.Read().APIToken.Query().Order(ent.Desc(apitoken.FieldMadeAt, apitoken.FieldID)).Limit(ListBound).WithPartner().All(ctx)
}

// CurrentToken gives the token that the reader came by; nil for a member of staff.
func (d *Desk) CurrentToken(ctx context.Context) (*ent.APIToken, error) {
	v, err := d.Reader(ctx)
	if err != nil || v.Token == "" {
		return nil, err
	}
	return d.Store.Read().APIToken.Get(ctx, v.Token)
}

// CommunitiesOf gives the communities whose figures a token reads, as far as the viewer reads them too (R).
func (d *Desk) CommunitiesOf(ctx context.Context, t *ent.APIToken) ([]*ent.Community, error) {
	v, err := d.Reader(ctx)
	if err != nil {
		return nil, err
	}
	ids := t.Communities
	if len(ids) == 0 {
		ids = []string{t.CommunityID}
	}
	out := []*ent.Community{}
	for _, id := range ids {
		if !slices.Contains(v.Communities, id) {
			continue
		}
		o, err := d.Office(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, o.Community)
	}
	return out, nil
}

// ReadsOf gives what was read by a token, newest first.
func (d *Desk) ReadsOf(ctx context.Context, token string, first int, after *Place) ([]*ent.TokenRead, error) {
	q := d.Store.Read().TokenRead.Query().Where(tokenread.TokenID(token))
	if after != nil {
		q.Where(tokenread.Or(tokenread.AtLT(after.At), tokenread.And(tokenread.At(after.At), tokenread.IDLT(after.ID))))
	}
	return q.Order(ent.Desc(tokenread.FieldAt, tokenread.FieldID)).Limit(first + 1).All(ctx)
}
