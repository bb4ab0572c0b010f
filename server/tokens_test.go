package main

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"xinxing/internal/office"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
)

const (
	tokenMade = `mutation($input: CreateTokenInput!) { createToken(input: $input) { secret token { id hint name expiresAt lastUsedAt } } }`
	tokenEnds = `mutation($input: RevokeTokenInput!) { revokeToken(input: $input) { token { id revokedAt } } }`
	whoseIsIt = `query Whose { currentToken { id name kind scopes } officeName }`
)

// unit makes a partner of the own community, as the program.
func (h *house) unit(name string) string {
	h.t.Helper()
	id := ""
	err := h.Desk.Store.Act(h.System(), h.Community, func(ctx context.Context, tx *store.Tx) error {
		p, err := tx.Partner.Create().SetCommunityID(h.Community).SetName(name).SetKind(cobuild.PartnerSchool).
			SetOffers([]cobuild.ResourceKind{cobuild.Venue}).Save(ctx)
		if err == nil {
			id = p.ID
		}
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return id
}

func (h *house) tokenInput(partner string, more vars) vars {
	in := vars{
		"kind": "PARTNER", "partnerId": partner, "name": "第一小学", "scopes": []string{"READ_PROJECTS", "PLEDGE"},
		"expiresAt": "2026-12-31T16:00:00Z", "clientMutationId": h.ID(),
	}
	for k, v := range more {
		if v == nil {
			delete(in, k)
			continue
		}
		in[k] = v
	}
	return vars{"input": in}
}

// bearer sends an operation with a token in its header, and no cookie.
func (h *house) bearer(token, query string, v vars) *reply {
	p := h.public()
	r := p.post(query, v)
	r.Header.Set("Authorization", "Bearer "+token)
	return p.send(r)
}

func TestP5_ATokenIsShownOnceAndLetsIn(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		leader := h.as("leader")
		in := h.tokenInput(h.unit("第一小学"), nil)
		made := leader.must(tokenMade, in)
		secret, id := made.text("createToken.secret"), made.text("createToken.token.id")
		if !strings.HasPrefix(secret, "xxt_") || len(secret) < 40 || !strings.HasSuffix(secret, made.text("createToken.token.hint")) {
			t.Fatalf("secret %q", secret)
		}
		if again := leader.must(tokenMade, in); again.at("createToken.secret") != nil || again.text("createToken.token.id") != id {
			t.Errorf("repeated: %s", again.body)
		}
		kept := h.Desk.Store.Read().APIToken.Query().OnlyX(h.System())
		if strings.Contains(kept.TokenHash, secret) || kept.TokenHash == "" {
			t.Error("the token itself is kept")
		}
		got := h.bearer(secret, whoseIsIt, nil)
		if got.text("currentToken.id") != id || got.text("officeName") != "新星社区" {
			t.Fatalf("%s", got.body)
		}
		used := leader.must(`{ tokens { id lastUsedAt reads(first: 5) { edges { node { operation fields records errors } } } } }`, nil)
		if used.at("tokens.0.lastUsedAt") == nil || used.text("tokens.0.reads.edges.0.node.operation") != "Whose" {
			t.Errorf("%s", used.body)
		}
		reads := h.Desk.Store.Read().TokenRead.Query().AllX(h.System())
		if len(reads) != 1 || !slices.Equal(reads[0].Fields, []string{"query.currentToken", "query.officeName"}) || reads[0].Errors != 0 {
			t.Errorf("%+v", reads)
		}
		leader.must(tokenEnds, vars{"input": vars{"tokenId": id, "clientMutationId": h.ID()}})
		if after := h.bearer(secret, whoseIsIt, nil); after.at("currentToken") != nil {
			t.Errorf("revoked: %s", after.body)
		}
	})
}

func TestP5_ATokenAsksForNothingOutsideItsScopes(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		secret := h.as("leader").must(tokenMade, h.tokenInput(h.unit("第一小学"), nil)).text("createToken.secret")
		for _, query := range []string{
			`{ cases(first: 1) { edges { node { id } } } }`, `{ staff { name } }`, `{ residents(search: "王") { id } }`, `{ tokens { id } }`,
			`{ node(id: "cas_1") { id } }`, `{ viewer { staff { name } } }`, `{ posts { name } }`,
			`query { ...F } fragment F on Query { staff { name } }`, `query { ... on Query { staff { name } } }`,
			`{ currentToken { madeBy { name } } }`,
			`mutation { revokeToken(input: {tokenId: "x", clientMutationId: "y"}) { token { id } } }`,
		} {
			got := h.bearer(secret, query, nil)
			if got.code() != string(office.Forbidden) {
				t.Errorf("%s: %s", query, got.body)
			}
		}
		// Nothing of what was refused ran, so that nothing was read.
		for _, r := range h.Desk.Store.Read().TokenRead.Query().AllX(h.System()) {
			if len(r.Records) != 0 {
				t.Errorf("read %v", r.Records)
			}
		}
	})
}

func TestP5_WhoGivesTokensOut(t *testing.T) {
	both(t, func(t *testing.T, h *house) {
		unit := h.unit("第一小学")
		for who, want := range map[string]office.Code{"clerk-a": office.Forbidden, "supervisor": office.Forbidden, "leader": "", "director": "", "administrator": ""} {
			if got := h.as(who).ask(tokenMade, h.tokenInput(unit, nil)); got.code() != string(want) {
				t.Errorf("%s: %s", who, got.body)
			}
		}
		for field, more := range map[string]vars{
			"scopes":    {"scopes": []string{"READ_AGGREGATES"}},
			"partnerId": {"partnerId": nil},
			"expiresAt": {"expiresAt": "2026-02-20T16:00:00Z"},
			"name":      {"name": " "},
		} {
			got := h.as("leader").ask(tokenMade, h.tokenInput(unit, more))
			if got.code() != string(office.BadInput) || got.ext("field") != field {
				t.Errorf("%s: %s", field, got.body)
			}
		}
	})
}

func TestP5_AWrongTokenIsNobody(t *testing.T) {
	h := serveWith(t, servicetest.New(t, servicetest.SQLite), false, nil)
	for _, header := range []string{"Bearer xxt_nothing", "Bearer ", "Basic YTpi", "xxt_x", "Bearer " + strings.Repeat("x", 5000)} {
		p := h.as("leader") // whoever is signed in: the header is what counts
		r := p.post(whoseIsIt, nil)
		r.Header.Set("Authorization", header)
		got := p.send(r)
		if got.at("currentToken") != nil || got.code() != string(office.Unauthenticated) {
			t.Errorf("%q: %s", header, got.body)
		}
	}
}

func TestP5_ThePartnersPageIsEnteredByToken(t *testing.T) {
	h := serveWith(t, servicetest.New(t, servicetest.SQLite), true, nil)
	secret := h.as("leader").must(tokenMade, h.tokenInput(h.unit("第一小学"), nil)).text("createToken.secret")
	p := h.partner()
	enter := `mutation($token: String!) { enterByToken(input: {token: $token}) { token { name } } }`
	if got := p.ask(enter, vars{"token": "xxt_wrong"}); got.code() != string(office.Unauthenticated) || got.header.Get("Set-Cookie") != "" {
		t.Errorf("%s", got.body)
	}
	got := p.must(enter, vars{"token": " " + secret + "\n"})
	set := got.header.Get("Set-Cookie")
	if !strings.HasPrefix(set, "__Host-xinxing-partner=") || !strings.Contains(set, "HttpOnly") || !strings.Contains(set, "Secure") || !strings.Contains(set, "SameSite=Strict") {
		t.Fatalf("%s", set)
	}
	r := p.post(whoseIsIt, nil)
	r.AddCookie(&http.Cookie{Name: "__Host-xinxing-partner", Value: secret})
	if in := p.send(r); in.text("currentToken.name") != "第一小学" {
		t.Errorf("%s", in.body)
	}
}
