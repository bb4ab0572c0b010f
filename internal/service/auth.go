package service

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
	"xinxing/ent/actrecord"

	"github.com/alexedwards/argon2id"
	"golang.org/x/text/unicode/norm"

	"xinxing/ent"
	"xinxing/ent/community"
	"xinxing/ent/session"
	"xinxing/ent/signinattempt"
	"xinxing/ent/staff"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
	"xinxing/internal/store/sqldb"
)

// SessionLife is how long a sign-in holds, counted from the signing in.
const SessionLife = 12 * time.Hour

// The lockout: after every so many failures under one name it is locked, each time for twice as long; a day without
// any try forgets them.
const (
	triesBeforeLock = 5
	firstLock       = 15 * time.Minute
	longestLock     = 4 * time.Hour
	forgetTries     = 24 * time.Hour
)

// The bounds of a password, in characters.
const (
	shortestPassword = 8
	longestPassword  = 128
)

// hashParams are the costs of a password's hash: 19 MiB, two passes, one lane.
var hashParams = &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// hashing bounds how many hashes run at once: each takes 19 MiB and a processor.
var hashing = make(chan struct{}, 2)

// nobodysHash is verified where there is no account, so that it takes as long.
var nobodysHash = sync.OnceValues(func() (string, error) { return argon2id.CreateHash(rand.Text(), hashParams) })

// SignInPayload is the answer of signIn; the token goes into the cookie and not into it.
type SignInPayload struct {
	Viewer           *Viewer
	ClientMutationID *string
}

// SignOutPayload is the answer of signOut.
type SignOutPayload struct{ ClientMutationID *string }

// SignIn opens a session for who knows the password, and gives its token, which is kept nowhere, and the viewer. It
// refuses with the same BAD_CREDENTIALS, after the same work, a name that does not exist, a wrong password, a locked
// name and a person who left. Repeated with the same clientMutationId it opens another session: the answer of the
// first cannot be given again, since its token is not kept.
func (d *Desk) SignIn(ctx context.Context, in SignInInput) (string, store.Viewer, error) {
	ctx = store.With(ctx, store.System())
	if in.ClientMutationID != nil {
		if _, err := text("clientMutationId", *in.ClientMutationID, 100, ""); err != nil {
			return "", store.Viewer{}, err
		}
	}
	// The try is counted in here, not before: of those that wait for their turn none is a failure yet, so that
	// some who sign in at once under one name do not lock each other out.
	select {
	case hashing <- struct{}{}:
	case <-ctx.Done():
		return "", store.Viewer{}, ctx.Err()
	}
	defer func() { <-hashing }()

	login := foldLogin(in.Login)
	attempt := d.Box.Lookup("login", login)
	allowed, err := d.countTry(ctx, attempt, triesBeforeLock)
	if err != nil {
		return "", store.Viewer{}, err
	}
	hash, err := nobodysHash()
	if err != nil {
		return "", store.Viewer{}, err
	}
	s, err := d.Store.Read().Staff.Query().Where(staff.Login(login)).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return "", store.Viewer{}, err
	}
	if s != nil && allowed {
		hash = s.PasswordHash
	}
	password := in.Password
	if len(password) > 4*longestPassword {
		password = "" // no password is so long; the rest of it shall cost nothing
	}
	match, err := argon2id.ComparePasswordAndHash(password, hash)
	if err != nil {
		return "", store.Viewer{}, err
	}
	if !match || s == nil || !allowed {
		return "", store.Viewer{}, office.Refuse(office.BadCredentials, "", "")
	}
	return d.openSession(ctx, s, attempt)
}

// countTry counts one try as failed before it is made, which is taken back where it succeeds; so however many come
// at once, no more than the bound are made. False where the name is locked.
func (d *Desk) countTry(ctx context.Context, attempt string, free int) (allowed bool, err error) {
	err = d.program(ctx, func(ctx context.Context, tx *store.Tx) error {
		now := d.machineNow()
		row, err := tx.SignInAttempt.Query().Where(signinattempt.LoginHash(attempt)).Only(ctx)
		if ent.IsNotFound(err) {
			allowed = true
			return tx.SignInAttempt.Create().SetLoginHash(attempt).SetFailures(1).SetLastAt(now).Exec(ctx)
		}
		if err != nil {
			return err
		}
		allowed = row.LockedUntil == nil || !now.Before(*row.LockedUntil)
		update := tx.SignInAttempt.UpdateOne(row).SetLastAt(now)
		if allowed {
			failures := row.Failures + 1
			if now.Sub(row.LastAt) > forgetTries {
				failures = 1
			}
			update.SetFailures(failures)
			if failures%free == 0 {
				update.SetLockedUntil(now.Add(lockFor(failures / free)))
			}
		}
		return update.Exec(ctx)
	})
	return allowed, err
}

// lockFor is how long the n-th lock in a row lasts.
func lockFor(n int) time.Duration {
	lock := firstLock
	for ; n > 1 && lock < longestLock; n-- {
		lock *= 2
	}
	return min(lock, longestLock)
}

func (d *Desk) openSession(ctx context.Context, s *ent.Staff, attempt string) (string, store.Viewer, error) {
	secret := make([]byte, 32)
	rand.Read(secret) // never fails: the program ends when the system has no randomness
	token := base64.RawURLEncoding.EncodeToString(secret)
	var v store.Viewer
	err := d.program(ctx, func(ctx context.Context, tx *store.Tx) error {
		now := d.machineNow()
		// Between the verifying and now the password may have been changed, or the person may have left.
		fresh, err := tx.Staff.Get(ctx, s.ID)
		if err != nil {
			return err
		}
		if fresh.PasswordHash != s.PasswordHash || fresh.LeftAt != nil {
			return office.Refuse(office.BadCredentials, "", "")
		}
		if _, err := tx.SignInAttempt.Delete().Where(signinattempt.LoginHash(attempt)).Exec(ctx); err != nil {
			return err
		}
		ses, err := tx.Session.Create().SetTokenHash(hashToken(token)).SetStaffID(s.ID).
			SetCreatedAt(now).SetExpiresAt(now.Add(SessionLife)).Save(ctx)
		if err != nil {
			return err
		}
		v, err = viewerOf(ctx, tx.Client, fresh, ses.ID)
		return err
	})
	if err != nil {
		return "", store.Viewer{}, err
	}
	return token, v, nil
}

// SessionViewer gives who came by this token: what the person may do is read anew each time, so that a change of
// duty, of roles or of the password holds from the next request on, in every process. It refuses with
// UNAUTHENTICATED a token that is unknown, over or of a person who left.
func (d *Desk) SessionViewer(ctx context.Context, token string) (store.Viewer, error) {
	ctx = store.With(ctx, store.System())
	ses, err := d.Store.Read().Session.Query().
		Where(session.TokenHash(hashToken(token)), session.ExpiresAtGT(d.machineNow())).WithStaff().Only(ctx)
	if ent.IsNotFound(err) || err == nil && ses.Edges.Staff.LeftAt != nil {
		return store.Viewer{}, office.Refuse(office.Unauthenticated, "", "")
	}
	if err != nil {
		return store.Viewer{}, err
	}
	return viewerOf(ctx, d.Store.Read(), ses.Edges.Staff, ses.ID)
}

func viewerOf(ctx context.Context, c *ent.Client, s *ent.Staff, session string) (store.Viewer, error) {
	v := store.Viewer{
		Staff: duty.StaffID(s.ID), Community: s.CommunityID, Communities: []string{s.CommunityID},
		Roles: s.Roles, Session: session,
	}
	if v.Roles.Has(duty.Supervisor) {
		below, err := c.Community.Query().Where(community.ParentID(s.CommunityID)).Order(community.ByID()).IDs(ctx)
		if err != nil {
			return store.Viewer{}, err
		}
		v.Communities = append(v.Communities, below...)
	}
	return v, nil
}

// SignOut ends the viewer's session; its token is worth nothing from then on. Nobody signed in is no error.
func (d *Desk) SignOut(ctx context.Context) error {
	v, ok := store.ViewerOf(ctx)
	if !ok || v.Session == "" {
		return nil
	}
	return d.program(ctx, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Session.Delete().Where(session.ID(v.Session)).Exec(ctx)
		return err
	})
}

// TidySessions forgets sessions that are over and tries that count no more. Run it now and then.
func (d *Desk) TidySessions(ctx context.Context) error {
	return d.program(ctx, func(ctx context.Context, tx *store.Tx) error {
		now := d.machineNow()
		if _, err := tx.Session.Delete().Where(session.ExpiresAtLTE(now)).Exec(ctx); err != nil {
			return err
		}
		_, err := tx.SignInAttempt.Delete().Where(signinattempt.LastAtLT(now.Add(-forgetTries))).Exec(ctx)
		return err
	})
}

// program runs fn as the program itself. Where two met on a unique key, it looks again.
func (d *Desk) program(ctx context.Context, fn func(ctx context.Context, tx *store.Tx) error) error {
	ctx = store.With(ctx, store.System())
	var err error
	for range 5 {
		err = d.Store.Act(ctx, "", fn)
		if _, unique := sqldb.IsUnique(err); !unique {
			return err
		}
	}
	return err
}

// machineNow is the machine's time: moving the rehearsal clock ends no session and no lockout.
func (d *Desk) machineNow() time.Time {
	if c, ok := d.Clock.(*RehearsalClock); ok {
		return store.Instant(c.wall.Now())
	}
	return d.Now()
}

func hashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// foldLogin makes the names that a person takes for the same one: case, full width and spaces around do not count.
func foldLogin(login string) string {
	if len(login) > 4*longestPassword {
		login = login[:4*longestPassword]
	}
	return strings.ToLower(strings.TrimSpace(norm.NFKC.String(strings.ToValidUTF8(login, "�"))))
}

// HashPassword gives the hash that is kept of a password. It refuses one shorter than 8 or longer than 128
// characters, or with control characters.
func HashPassword(ctx context.Context, password string) (string, error) {
	n := utf8.RuneCountInString(password)
	switch {
	case !utf8.ValidString(password) || strings.ContainsFunc(password, unicode.IsControl):
		return "", office.Refuse(office.BadString, "", "password")
	case n < shortestPassword:
		return "", office.Refuse(office.BadInput, "", "password").With("min", shortestPassword)
	case n > longestPassword:
		return "", office.Refuse(office.TooLong, "", "password").With("max", longestPassword).With("length", n)
	}
	select {
	case hashing <- struct{}{}:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	defer func() { <-hashing }()
	return argon2id.CreateHash(password, hashParams)
}

// SetPassword gives a person a new password and ends all their sessions and any lockout. For the command line, not
// for the API. It refuses with NOT_FOUND where nobody signs in by this name.
func (d *Desk) SetPassword(ctx context.Context, login, password string) error {
	hash, err := HashPassword(ctx, password)
	if err != nil {
		return err
	}
	login = foldLogin(login)
	return d.program(ctx, func(ctx context.Context, tx *store.Tx) error {
		s, err := tx.Staff.Query().Where(staff.Login(login)).Only(ctx)
		if err != nil {
			return missing(err, "login")
		}
		if err := tx.Staff.UpdateOne(s).SetPasswordHash(hash).Exec(ctx); err != nil {
			return err
		}
		if _, err := tx.Session.Delete().Where(session.StaffID(s.ID)).Exec(ctx); err != nil {
			return err
		}
		_, err = tx.SignInAttempt.Delete().Where(signinattempt.LoginHash(d.Box.Lookup("login", login))).Exec(ctx)
		return err
	})
}

// NewUser is a member of staff to be added.
type NewUser struct {
	// Community is the key or the name of the office; it may be left out where there is one office only.
	Community string
	Login     string
	Name      string
	Title     string
	Password  string
	Roles     []duty.Role
	// Superior is the sign-in name of the person above; "" for none.
	Superior string
}

// AddUser adds a member of staff, on duty. For the command line, not for the API. It refuses a sign-in name that is
// taken, a superior or office that is not there, and a person without a role.
func (d *Desk) AddUser(ctx context.Context, u NewUser) (*ent.Staff, error) {
	var t texts
	name := t.need("name", "", u.Name, 100, office.BadInput)
	title := t.may("title", u.Title, 100)
	login := t.need("login", "", foldLogin(u.Login), 64, office.BadInput)
	if t.err != nil {
		return nil, t.err
	}
	if utf8.RuneCountInString(login) < 2 || len(login) > 64 || strings.ContainsFunc(login, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._-@", r)
	}) {
		return nil, office.Refuse(office.BadInput, "", "login")
	}
	if len(u.Roles) == 0 || slices.ContainsFunc(u.Roles, func(r duty.Role) bool { return !slices.Contains(r.Values(), string(r)) }) {
		return nil, office.Refuse(office.BadInput, "", "roles")
	}
	hash, err := HashPassword(ctx, u.Password)
	if err != nil {
		return nil, err
	}
	var made *ent.Staff
	err = d.program(ctx, func(ctx context.Context, tx *store.Tx) error {
		com, err := findCommunity(ctx, tx.Client, u.Community)
		if err != nil {
			return err
		}
		create := tx.Staff.Create().SetCommunityID(com.ID).SetName(name).SetPinyin(cutBytes(spelled(name, true), 200)).
			SetTitle(title).SetLogin(login).SetPasswordHash(hash).SetRoles(u.Roles)
		if u.Superior != "" {
			above, err := tx.Staff.Query().Where(staff.Login(foldLogin(u.Superior))).Only(ctx)
			if err != nil {
				return missing(err, "superior")
			}
			if above.CommunityID != com.ID && (com.ParentID == nil || above.CommunityID != *com.ParentID) {
				return office.Refuse(office.BadInput, "", "superior")
			}
			create.SetSuperiorID(above.ID)
		}
		taken, err := tx.Staff.Query().Where(staff.Login(login)).Exist(ctx)
		if err != nil {
			return err
		}
		if taken {
			return office.Refuse(office.Conflict, "", "login")
		}
		if made, err = create.Save(ctx); err != nil {
			return err
		}
		return tx.Community.UpdateOne(com).AddRefVersion(1).Exec(ctx)
	})
	if err != nil {
		return nil, err
	}
	return made.Unwrap(), nil
}

// FoundOffice makes an office with the usual hours and limits, e.g. on an empty database. parent is the key or name
// of the subdistrict above it, "" for none. For the command line, not for the API.
func (d *Desk) FoundOffice(ctx context.Context, name, parent string) (*ent.Community, error) {
	var t texts
	if name = t.need("name", "", name, 100, office.BadInput); t.err != nil {
		return nil, t.err
	}
	var made *ent.Community
	err := d.program(ctx, func(ctx context.Context, tx *store.Tx) error {
		known, err := tx.Community.Query().Where(community.Name(name)).Exist(ctx)
		if err != nil {
			return err
		}
		if known {
			return office.Refuse(office.Conflict, "", "name")
		}
		create := tx.Community.Create().SetName(name).SetHours(workday.DefaultHours()).SetLimits(casework.DefaultLimits())
		if parent != "" {
			above, err := findCommunity(ctx, tx.Client, parent)
			if err != nil {
				return err
			}
			create.SetParentID(above.ID)
		}
		made, err = create.Save(ctx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return made.Unwrap(), nil
}

func findCommunity(ctx context.Context, c *ent.Client, nameOrKey string) (*ent.Community, error) {
	q := c.Community.Query()
	if nameOrKey = strings.TrimSpace(nameOrKey); nameOrKey != "" {
		q.Where(community.Or(community.ID(nameOrKey), community.Name(nameOrKey)))
	}
	found, err := q.Limit(2).All(ctx)
	if err != nil {
		return nil, err
	}
	if len(found) != 1 {
		return nil, office.Refuse(office.NotFound, "", "community")
	}
	return found[0], nil
}

// Viewer is who is signed in, and what the pages offer them.
type Viewer struct {
	Staff           *ent.Staff
	Roles           []duty.Role
	Community       *ent.Community
	Communities     []*ent.Community
	Rehearsal       bool
	MayEditCalendar bool
	MayEditStaff    bool
	MayEditItems    bool
	MayMoveClock    bool
	MayDecide       bool
}

// Me tells who is signed in; nil where nobody is.
func (d *Desk) Me(ctx context.Context) (*Viewer, error) {
	v, ok := store.ViewerOf(ctx)
	if !ok || v.IsSystem() {
		return nil, nil
	}
	o, err := d.Office(ctx, v.Community)
	if err != nil {
		return nil, err
	}
	me, ok := o.Staff[string(v.Staff)]
	if !ok {
		return nil, office.Refuse(office.Unauthenticated, "", "")
	}
	_, rehearsal := d.Clock.(*RehearsalClock)
	roles := duty.Roles(me.Roles)
	out := &Viewer{
		Staff: me, Roles: me.Roles, Community: o.Community, Rehearsal: rehearsal,
		MayEditCalendar: roles.Has(duty.Director) || roles.Has(duty.Administrator),
		MayEditStaff:    edits(roles),
		MayEditItems:    edits(roles),
		MayMoveClock:    rehearsal && roles.Has(duty.Administrator),
		MayDecide:       roles.Leads() || roles.Has(duty.Supervisor),
	}
	for _, id := range v.Communities {
		of, err := d.Office(ctx, id)
		if err != nil {
			return nil, err
		}
		out.Communities = append(out.Communities, of.Community)
	}
	return out, nil
}

// edits tells who may change staff, posts, directory and catalogue of their community.
func edits(r duty.Roles) bool { return r.Leads() || r.Has(duty.Administrator) }

// SessionHolds refuses with UNAUTHENTICATED a session that is over, ended, or of a person who left.
func (d *Desk) SessionHolds(ctx context.Context, id string) error {
	ctx = store.With(ctx, store.System())
	holds, err := d.Store.Read().Session.Query().
		Where(session.ID(id), session.ExpiresAtGT(d.machineNow()), session.HasStaffWith(staff.LeftAtIsNil())).Exist(ctx)
	if err != nil {
		return err
	}
	if !holds {
		return office.Refuse(office.Unauthenticated, "", "")
	}
	return nil
}

// tidyEvery is how often what is over is forgotten.
const tidyEvery = 10 * time.Minute

// actsKept is how long the repetition of an act is recognised.
const actsKept = 30 * 24 * time.Hour

// Tidy forgets sessions that are over and acts that nobody repeats any more, now and then, until ctx ends.
func (d *Desk) Tidy(ctx context.Context) {
	every := time.NewTicker(tidyEvery)
	defer every.Stop()
	for {
		select {
		case <-every.C:
		case <-ctx.Done():
			return
		}
		if err := d.TidySessions(ctx); err != nil && ctx.Err() == nil {
			d.Log.Error("tidy sessions", "error", err)
		}
		system := store.With(ctx, store.System())
		err := d.Store.Act(system, "", func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.ActRecord.Delete().Where(actrecord.AtLT(d.Now().Add(-actsKept))).Exec(ctx)
			return err
		})
		if err != nil && ctx.Err() == nil {
			d.Log.Error("tidy acts", "error", err)
		}
	}
}
