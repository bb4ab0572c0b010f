package service

import (
	"context"
	"crypto/subtle"
	"regexp"
	"strings"
	"time"

	"xinxing/ent"
	"xinxing/ent/casefile"
	"xinxing/ent/extension"
	"xinxing/ent/promise"
	"xinxing/ent/rating"
	"xinxing/ent/signinattempt"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

// FollowedCase is what a resident sees of the own case without signing in (Q7): state, promise, responsible person and
// post, extensions with their reasons; nothing else about anybody.
type FollowedCase struct {
	ReceiptNo string
	// Link is the path of the case's public page, the same as in the slip's QR code.
	Link      string
	Community string // its name
	Zone      *time.Location
	// Item is the item's name, "" where none is named or the case is a supervision matter.
	Item        string
	Supervision bool
	Status      casework.Status
	OpenedAt    time.Time
	ClosedAt    *time.Time
	// Step is where it stands of the six: received, disposed, promised, in progress, closed, rated (1 to 6).
	Step int
	// DueAt is the running or last promise, nil where none was made yet.
	DueAt           *time.Time
	Provisional     bool
	WorkingDaysLeft int
	Overdue         bool
	Extended        bool
	// Responsible is the one person to talk to (Q1), with post and window where there are any.
	Responsible, Post, Window string
	Extensions                []FollowedExtension
	// Missing is what is still to be brought, as the one-time notice said (Q3).
	Missing []string
	// GuidedTo is the department that the resident was guided to (F7).
	GuidedTo *FollowedDepartment
	// Projects answer the case; its promise stays (P4).
	Projects []FollowedProject
	MayRate  bool
	Rated    bool
}

// FollowedExtension is one extension that the resident was told of (T5).
type FollowedExtension struct {
	From, To, ToldAt time.Time
	Reason           string
}

// FollowedDepartment is where to go.
type FollowedDepartment struct{ Name, Address, Phone, Hours, Website string }

// FollowInput finds a case by its number and the last four digits of the phone that was left (Q7). From names who
// asks, such as a network address, to slow down guessing.
type FollowInput struct{ ReceiptNo, LastFour, From string }

// RateInput is a resident's rating of a closed case, once (Q6).
type RateInput struct {
	ReceiptNo, Token string
	Level            casework.RatingLevel
	Tags             []casework.RatingTag
	Comment          string
	From             string
}

// ComplainInput is a complaint over the supervision channel: about conduct, delay, gifts or fees.
type ComplainInput struct {
	// Community is the key of the community whose page it was made on.
	Community string
	Topic     casework.ComplaintTopic
	Text      string
	// About is the receipt number of the case it is about, "" where it is about none; Person the name as the
	// complainant knows it, "" where unknown.
	About, Person string
	// Contact is a way to reach the complainant, "" for none; the last four digits of a phone follow the matter.
	Contact string
	From    string
	// Repeat makes a second sending of the same form the same matter.
	Repeat string
}

// Complained is the answer to a complaint: the number and the page to follow it.
type Complained struct{ ReceiptNo, Link string }

// The tries that are free before whoever guesses waits: for one receipt number, and from one place.
const (
	triesForNumber = 5
	triesFromPlace = 30
)

// slow counts one try under a name and refuses with TOO_MANY where there were too many.
func (d *Desk) slow(ctx context.Context, what, name string, free int) error {
	if name == "" {
		return nil
	}
	allowed, err := d.countTry(ctx, d.Box.Lookup(what, name), free)
	if err == nil && !allowed {
		err = office.Refuse(office.TooMany, "Q7", "").With("retryAfter", int(firstLock.Seconds()))
	}
	return err
}

var receiptForm = regexp.MustCompile(`^20\d{6}-\d{5}$`)

// Follow finds a case by its number and the last four digits of the phone that was left (Q7). Every miss looks the same
// and counts: after a few tries for one number, or many from one place, it refuses with TOO_MANY for a while.
func (d *Desk) Follow(ctx context.Context, in FollowInput) (*FollowedCase, error) {
	ctx = store.With(ctx, store.System())
	number := strings.TrimSpace(in.ReceiptNo)
	if !receiptForm.MatchString(number) {
		return nil, office.Refuse(office.BadInput, "Q7", "receiptNo")
	}
	if len(in.LastFour) != 4 || strings.Trim(in.LastFour, "0123456789") != "" {
		return nil, office.Refuse(office.BadInput, "Q7", "lastFour")
	}
	if err := d.slow(ctx, "follow-from", in.From, triesFromPlace); err != nil {
		return nil, err
	}
	if err := d.slow(ctx, "follow", number, triesForNumber); err != nil {
		return nil, err
	}
	cases, err := d.Store.Read().CaseFile.Query().Where(casefile.ReceiptNo(number)).WithResident().Limit(20).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range cases {
		last, err := d.lastFour(c)
		if err != nil {
			return nil, err
		}
		if last != "" && subtle.ConstantTimeCompare([]byte(last), []byte(in.LastFour)) == 1 {
			// It is the resident: the tries for this number are forgotten, not those from this place.
			if err := d.forget(ctx, "follow", number); err != nil {
				return nil, err
			}
			return d.followed(ctx, c.ID)
		}
	}
	return nil, office.Refuse(office.NotFound, "Q7", "receiptNo")
}

// forget takes the tries under a name back.
func (d *Desk) forget(ctx context.Context, what, name string) error {
	return d.program(ctx, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.SignInAttempt.Delete().Where(signinattempt.LoginHash(d.Box.Lookup(what, name))).Exec(ctx)
		return err
	})
}

// lastFour is the end of the phone that was left with a case: the resident's, or the way to reach an anonymous caller.
func (d *Desk) lastFour(c *ent.CaseFile) (string, error) {
	sealed, aad := c.ContactWaySealed, c.ID+".contact_way"
	if r := c.Edges.Resident; r != nil && sealed == "" {
		sealed, aad = r.PhoneSealed, r.ID+".phone"
	}
	if sealed == "" {
		return "", nil
	}
	plain, err := d.Box.Open(sealed, aad)
	if err != nil {
		return "", err
	}
	plain = digits(plain)
	if len(plain) < 7 {
		return "", nil // no phone
	}
	return plain[len(plain)-4:], nil
}

// Link is the path of a case's public page; its token cannot be guessed and follows from the case and the
// installation's key, so that every print of the slip has the same.
func (d *Desk) Link(c *ent.CaseFile) string {
	return "/p/" + c.ReceiptNo + "/" + d.Box.Lookup("follow-link", c.ID)
}

// PublicAddress is how residents reach the public pages, without a slash at its end: what is printed begins with it.
func (d *Desk) PublicAddress() string { return strings.TrimSuffix(d.PublicURL, "/") }

// linked finds the case of a link; NOT_FOUND whatever is wrong with it.
func (d *Desk) linked(ctx context.Context, number, token string) (*ent.CaseFile, error) {
	gone := office.Refuse(office.NotFound, "Q7", "receiptNo")
	if !receiptForm.MatchString(number) || len(token) > 100 {
		return nil, gone
	}
	cases, err := d.Store.Read().CaseFile.Query().Where(casefile.ReceiptNo(number)).Limit(20).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range cases {
		for _, right := range d.Box.Lookups("follow-link", c.ID) {
			if subtle.ConstantTimeCompare([]byte(right), []byte(token)) == 1 {
				return c, nil
			}
		}
	}
	return nil, gone
}

// FollowByLink finds a case by the link of its slip (Q7).
func (d *Desk) FollowByLink(ctx context.Context, number, token string) (*FollowedCase, error) {
	ctx = store.With(ctx, store.System())
	c, err := d.linked(ctx, number, token)
	if err != nil {
		return nil, err
	}
	return d.followed(ctx, c.ID)
}

// The six steps that a resident sees.
var steps = map[casework.Status]int{
	casework.Received: 1, casework.Reported: 1, casework.AwaitingMaterials: 2, casework.Promised: 4,
	casework.ToCheck: 1, casework.ToPutRight: 2, casework.ToAnswer: 3, casework.ToCallBack: 4,
}

// followed gathers what the resident sees, and nothing else.
func (d *Desk) followed(ctx context.Context, id string) (*FollowedCase, error) {
	c, err := d.Store.Read().CaseFile.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	o, err := d.officeOf(ctx, d.Store.Read(), c.CommunityID)
	if err != nil {
		return nil, err
	}
	f := &FollowedCase{
		ReceiptNo: c.ReceiptNo, Link: d.Link(c), Community: o.Community.Name, Zone: o.Calendar.Location(),
		Supervision: c.Matter != casework.MatterService, Status: c.Status, OpenedAt: c.OpenedAt, ClosedAt: c.ClosedAt,
		Step: steps[c.Status], Extended: c.Extended, Missing: c.MissingMaterials,
	}
	if c.ItemID != nil {
		f.Item = o.Items[*c.ItemID].Name
	}
	if s := o.Staff[c.ResponsibleID]; s != nil {
		f.Responsible = s.Name
	}
	if c.PostID != nil {
		f.Post, f.Window = o.Posts[*c.PostID].Name, o.Posts[*c.PostID].Window
	}
	if c.DepartmentID != nil {
		if p := o.Departments[*c.DepartmentID]; p != nil {
			f.GuidedTo = &FollowedDepartment{p.Name, p.Address, p.Phone, p.Hours, p.Website}
		}
	}
	if c.PromiseID != nil {
		p, err := d.Store.Read().Promise.Query().Where(promise.ID(*c.PromiseID)).Only(ctx)
		if err != nil {
			return nil, err
		}
		f.DueAt, f.Provisional = &p.DueAt, p.Provisional
	} else if f.Supervision {
		f.DueAt, f.Provisional = &c.DueAt, c.Provisional
	}
	if f.DueAt != nil && c.Open {
		now := d.Now()
		f.Overdue = !now.Before(*f.DueAt)
		if !f.Overdue {
			zone := o.Calendar.Location()
			f.WorkingDaysLeft = o.Calendar.WorkingDaysBetween(workday.DateOf(now, zone), workday.DateOf(*f.DueAt, zone))
		}
	}
	told, err := d.Store.Read().Extension.Query().Where(extension.CaseID(id), extension.StateEQ(casework.ExtensionTold)).
		Order(extension.ByToldAt()).Limit(ListBound).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, x := range told {
		f.Extensions = append(f.Extensions, FollowedExtension{From: x.OldDueAt, To: x.NewDueAt, ToldAt: *x.ToldAt, Reason: x.Reason})
	}
	if f.Projects, err = d.followedProjects(ctx, c.ID); err != nil {
		return nil, err
	}
	if f.Rated, err = d.Store.Read().Rating.Query().Where(rating.CaseID(id)).Exist(ctx); err != nil {
		return nil, err
	}
	f.MayRate = mayRate(c) && !f.Rated
	if !c.Open {
		f.Step = 5
		if f.Rated {
			f.Step = 6
		}
	}
	return f, nil
}
