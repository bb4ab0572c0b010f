package service

import (
	"context"
	"regexp"
	"strings"
	"time"

	"xinxing/ent"
	"xinxing/ent/department"
	"xinxing/ent/rating"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/store"
)

// SaveDepartmentInput is the input of the act of that name; the schema says what each field means.
type SaveDepartmentInput struct {
	Code, Name, Address, Phone, Hours, Website, Duties string
	ClientMutationID                                   string
}

// DepartmentPayload is the answer of SaveDepartment.
type DepartmentPayload struct {
	Department       *ent.Department
	ClientMutationID string
}

// SetDisclosureInput is the input of the act of that name; the schema says what each field means.
type SetDisclosureInput struct {
	Organisation, Duties, Procedure, Supervision, Hours, Address, Phone string
	ClientMutationID                                                    string
}

// DisclosurePayload is the answer of SetDisclosure.
type DisclosurePayload struct {
	Community        *ent.Community
	ClientMutationID string
}

var webPage = regexp.MustCompile(`^https?://[^\s"<>]+$`)

// SaveDepartment is Q2: adds a department to the directory, or changes the one of that code. Leaders, the director and
// administrators only.
func (d *Desk) SaveDepartment(ctx context.Context, in SaveDepartmentInput) (*DepartmentPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "SAVE_DEPARTMENT", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		return a.saveDepartment(in)
	})
	if err != nil {
		return nil, err
	}
	p, err := d.Store.Read().Department.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "department")
	}
	return &DepartmentPayload{Department: p, ClientMutationID: in.ClientMutationID}, nil
}

// checkDepartment brings what was written to the form in which it is kept, and gives everything that is wrong with it.
func checkDepartment(in SaveDepartmentInput) (SaveDepartmentInput, faults) {
	var t texts
	if in.Code = strings.TrimSpace(in.Code); !itemCode.MatchString(in.Code) {
		t.refuse(office.Refuse(office.BadInput, "Q2", "code").With("reason", "code"))
	}
	in.Name = t.need("name", "Q2", in.Name, 100, office.BadInput)
	in.Address = t.need("address", "F7", in.Address, shortText, office.BadInput)
	in.Phone = t.need("phone", "F7", in.Phone, 60, office.BadInput)
	in.Hours = t.need("hours", "F7", in.Hours, shortText, office.BadInput)
	in.Website = t.may("website", in.Website, shortText)
	in.Duties = t.may("duties", in.Duties, longText)
	if in.Website != "" && !webPage.MatchString(in.Website) {
		t.refuse(office.Refuse(office.BadInput, "F7", "website").With("reason", "web_page"))
	}
	return in, t.faults
}

func (a *act) saveDepartment(in SaveDepartmentInput) (caseKey, error) {
	none := caseKey{}
	if err := a.mayEdit(); err != nil {
		return none, err
	}
	in, wrong := checkDepartment(in)
	if err := wrong.first(); err != nil {
		return none, err
	}
	spelling := cutBytes(spelled(in.Name, false), 200)
	there, err := a.tx.Department.Query().Where(department.CommunityID(a.office.Community.ID), department.Code(in.Code)).Only(a)
	switch {
	case err == nil:
		err = there.Update().SetName(in.Name).SetPinyin(spelling).SetAddress(in.Address).SetPhone(in.Phone).SetHours(in.Hours).
			SetWebsite(in.Website).SetDuties(in.Duties).Exec(a)
	case ent.IsNotFound(err):
		there, err = a.tx.Department.Create().SetCommunityID(a.office.Community.ID).SetCode(in.Code).SetName(in.Name).SetPinyin(spelling).
			SetAddress(in.Address).SetPhone(in.Phone).SetHours(in.Hours).SetWebsite(in.Website).SetDuties(in.Duties).Save(a)
	}
	if err != nil {
		return none, err
	}
	return caseKey{there.ID}, a.newVersion()
}

// SetDisclosure is Q5: what the office says of itself; everything else on the board is made from live records. Leaders,
// the director and administrators only.
func (d *Desk) SetDisclosure(ctx context.Context, in SetDisclosureInput) (*DisclosurePayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "SET_DISCLOSURE", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		if err := a.mayEdit(); err != nil {
			return none, err
		}
		var t texts
		set := casework.Disclosure{
			Organisation: t.need("organisation", "Q5", in.Organisation, longText, office.BadInput),
			Duties:       t.need("duties", "Q5", in.Duties, longText, office.BadInput),
			Procedure:    t.need("procedure", "Q5", in.Procedure, longText, office.BadInput),
			Supervision:  t.need("supervision", "Q5", in.Supervision, longText, office.BadInput),
			Hours:        t.need("hours", "Q5", in.Hours, shortText, office.BadInput),
			Address:      t.need("address", "Q5", in.Address, shortText, office.BadInput),
			Phone:        t.need("phone", "Q5", in.Phone, 60, office.BadInput),
		}
		if t.err != nil {
			return none, t.err
		}
		id := a.office.Community.ID
		return caseKey{id}, a.tx.Community.UpdateOneID(id).SetDisclosure(set).AddRefVersion(1).Exec(a)
	})
	if err != nil {
		return nil, err
	}
	c, err := d.Store.Read().Community.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "community")
	}
	return &DisclosurePayload{Community: c, ClientMutationID: in.ClientMutationID}, nil
}

// Ratings reads a page of the ratings that the viewer may see, newest first.
func (d *Desk) Ratings(ctx context.Context, first int, after *Place) ([]*ent.Rating, func(context.Context) (int, error), error) {
	if _, err := d.Viewer(ctx); err != nil {
		return nil, nil, err
	}
	q := d.Store.Read().Rating.Query()
	if after != nil {
		q.Where(rating.Or(rating.RatedAtLT(after.At), rating.And(rating.RatedAt(after.At), rating.IDLT(after.ID))))
	}
	list, err := q.Order(ent.Desc(rating.FieldRatedAt, rating.FieldID)).Limit(first + 1).All(ctx)
	return list, func(ctx context.Context) (int, error) { return d.Store.Read().Rating.Query().Count(ctx) }, err
}

// RatingSum is how often somebody's work was rated at one level.
type RatingSum struct {
	Level casework.RatingLevel
	Count int
}

// ratingsKept is how far back one's own sums go.
const ratingsKept = 365 * 24 * time.Hour

// MyRatings sums the ratings of the viewer's own work; which cases they are of is told to nobody (Q6).
func (d *Desk) MyRatings(ctx context.Context) ([]*RatingSum, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	var rows []struct {
		Level casework.RatingLevel `json:"level"`
		Count int                  `json:"count"`
	}
	err = d.Store.Read().Rating.Query().
		Where(rating.AboutID(string(v.Staff)), rating.RatedAtGTE(d.Now().Add(-ratingsKept))).
		GroupBy(rating.FieldLevel).Aggregate(ent.Count()).Scan(store.With(ctx, store.System()), &rows)
	if err != nil {
		return nil, err
	}
	sums := []*RatingSum{}
	for _, word := range casework.RatingLevel("").Values() {
		s := &RatingSum{Level: casework.RatingLevel(word)}
		for _, r := range rows {
			if r.Level == s.Level {
				s.Count = r.Count
			}
		}
		sums = append(sums, s)
	}
	return sums, nil
}
