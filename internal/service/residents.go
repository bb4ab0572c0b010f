package service

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	entsql "entgo.io/ent/dialect/sql"

	"xinxing/ent"
	"xinxing/ent/casefile"
	"xinxing/ent/resident"
	"xinxing/ent/residentterm"
	"xinxing/internal/key"
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/person"
	"xinxing/internal/office/workday"
	"xinxing/internal/pinyin"
	"xinxing/internal/store"
)

// RegisterResidentPayload is the answer of RegisterResident.
type RegisterResidentPayload struct {
	Resident         *ent.Resident
	Existed          bool
	ClientMutationID string
}

// RevealResidentPayload is the answer of RevealResident.
type RevealResidentPayload struct {
	Value            string
	ClientMutationID string
}

// NewResident is a resident's file to be opened: what is known of the person, as typed.
type NewResident struct {
	// ID is the key of the file; "" for a new one.
	ID       string
	Name     string
	Phone    string
	IDNumber string
	Address  string
	Tags     []string
	// CreatedAt is now where it is zero.
	CreatedAt time.Time
}

// Terms of the table that are not words of a name begin with a mark, so that no beginning of a word finds them.
const (
	markHash = "#" // keyed hash of a whole phone or ID number
	markFour = "=" // last four characters of either
)

// file is a checked resident's file, ready to be written.
type file struct {
	set   []func(*ent.ResidentMutation)
	id    string
	hash  string // of the ID number, "" for none
	terms []string

	created time.Time
}

// prepare checks and seals what is known of a person (F3). today bounds the birth date.
func (d *Desk) prepare(n NewResident, today workday.Date) (*file, error) {
	f, wrong, err := d.check(n, today)
	if err == nil {
		err = wrong.first()
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

// check is prepare with everything that is wrong; the file is nil where anything is.
func (d *Desk) check(n NewResident, today workday.Date) (*file, faults, error) {
	var t texts
	name, err := person.NormaliseName(n.Name)
	t.take(clause(err, "F3"))
	address := t.fits("address", n.Address, 200)
	var phone person.Phone
	if strings.TrimSpace(n.Phone) != "" {
		phone, err = person.ParsePhone(n.Phone)
		t.take(clause(err, "F3"))
	}
	var id person.IDNumber
	if strings.TrimSpace(n.IDNumber) != "" {
		id, err = person.ParseIDNumber(n.IDNumber)
		t.take(clause(err, "F3"))
		if err == nil && !id.BornBy(today.Year, today.Month, today.Day) {
			t.refuse(office.Refuse(office.BadInput, "F3", "idNumber").With("reason", string(person.BadBirthDate)))
		}
	}
	if t.err != nil {
		return nil, t.faults, nil
	}
	f, err := d.sealed(n, name, address, phone, id)
	return f, nil, err
}

// sealed makes the file of what is checked.
func (d *Desk) sealed(n NewResident, name, address string, phone person.Phone, id person.IDNumber) (*file, error) {
	f := &file{id: n.ID, terms: person.Terms(name, pinyin.Readings)}
	for rest := name; ; {
		// Latin words stand apart, and each is a beginning.
		var more bool
		if _, rest, more = strings.Cut(rest, " "); !more {
			break
		}
		f.terms = append(f.terms, person.Terms(rest, pinyin.Readings)...)
	}
	if f.id == "" {
		f.id = key.Maker(key.Resident)()
	}
	tags := n.Tags
	if tags == nil {
		tags = []string{}
	}
	f.set = append(f.set, func(m *ent.ResidentMutation) {
		m.SetName(name)
		m.SetPinyin(cutBytes(spelled(name, true), 400))
		m.SetAddress(address)
		m.SetTags(tags)
	})
	if !phone.IsZero() {
		sealed, err := d.Box.Seal(phone.String(), f.id+".phone")
		if err != nil {
			return nil, err
		}
		f.set = append(f.set, func(m *ent.ResidentMutation) {
			m.SetPhoneSealed(sealed)
			m.SetPhoneMask(phone.Masked())
		})
		f.terms = append(f.terms, markFour+phone.Last4(), markHash+d.Box.Lookup("phone", phone.Digits()))
	}
	if !id.IsZero() {
		sealed, err := d.Box.Seal(id.String(), f.id+".id_number")
		if err != nil {
			return nil, err
		}
		y, m, day := id.BirthDate()
		f.hash = d.Box.Lookup("id_number", id.String())
		f.set = append(f.set, func(r *ent.ResidentMutation) {
			r.SetIDNumberSealed(sealed)
			r.SetIDNumberMask(id.Masked())
			r.SetIDNumberHash(f.hash)
			r.SetSex(string(id.Sex()))
			r.SetBirthDate(workday.Date{Year: y, Month: m, Day: day}.String())
		})
		f.terms = append(f.terms, markFour+id.Last4(), markHash+f.hash)
	}
	slices.Sort(f.terms)
	f.terms = slices.Compact(f.terms)
	f.created = store.Instant(n.CreatedAt)
	return f, nil
}

// row writes a new file.
func (f *file) row(c *ent.ResidentCreate) *ent.ResidentCreate {
	f.apply(c.SetID(f.id).SetCreatedAt(f.created).Mutation())
	return c
}

func (f *file) apply(m *ent.ResidentMutation) {
	for _, s := range f.set {
		s(m)
	}
}

// clause puts the clause into a refusal that has none.
func clause(err error, id string) error {
	if r, ok := err.(*office.Refusal); ok && r.Clause == "" {
		return &office.Refusal{Code: r.Code, Clause: id, Field: r.Field, Facts: r.Facts}
	}
	return err
}

// writeTerms writes the words by which residents are found: pairs of a term and a resident's key. One statement for
// many goes past ent and so past its guard: the caller has asked whether the viewer may. The rows travel as one JSON
// text, so that the statement is short, the same each time, and kept prepared.
func (d *Desk) writeTerms(ctx context.Context, tx *store.Tx, community string, pairs [][2]string) error {
	from := "json_each($2) AS row"
	if d.Store.Postgres() {
		from = "json_array_elements($2::json) AS row(value)"
	}
	query := "INSERT INTO resident_terms (id, community_id, term, resident_id) " +
		"SELECT row.value->>0, $1, row.value->>1, row.value->>2 FROM " + from
	next := key.Maker(key.Term)
	for chunk := range slices.Chunk(pairs, 5000) {
		rows := make([][3]string, len(chunk))
		for i, p := range chunk {
			rows[i] = [3]string{next(), p[0], p[1]}
		}
		text, err := json.Marshal(rows)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, query, community, string(text)); err != nil {
			return err
		}
	}
	return nil
}

func (f *file) pairs() [][2]string {
	out := make([][2]string, len(f.terms))
	for i, t := range f.terms {
		out[i] = [2]string{t, f.id}
	}
	return out
}

// registered is what is kept of a registration for its repetition.
type registered struct {
	ID      string
	Existed bool
}

// mayServe refuses whoever does not work on cases, or not now: residents' data are theirs alone.
func (a *act) mayServe() error {
	if !a.actor.Roles.Works() {
		return office.Refuse(office.Forbidden, "", "")
	}
	if a.actor.State != duty.OnDuty {
		return office.Refuse(office.NotOnDuty, "B2", "")
	}
	return nil
}

// RegisterResident opens a resident's file at the window (F3). Where a file with the same ID number is there, that
// one is given back and nothing of it is changed: there is never a second (一人一档).
func (d *Desk) RegisterResident(ctx context.Context, in RegisterResidentInput) (*RegisterResidentPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "REGISTER_RESIDENT", in.ClientMutationID, in, func(a *act) (registered, error) {
		if err := a.mayServe(); err != nil {
			return registered{}, err
		}
		n := NewResident{Name: in.Name, Address: in.Address, CreatedAt: a.now}
		if in.Phone != nil {
			n.Phone = *in.Phone
		}
		if in.IDNumber != nil {
			n.IDNumber = *in.IDNumber
		}
		f, err := d.prepare(n, a.today())
		if err != nil {
			return registered{}, err
		}
		if f.hash != "" {
			id, err := person.ParseIDNumber(n.IDNumber)
			if err != nil {
				return registered{}, err
			}
			known, err := a.tx.Resident.Query().
				Where(resident.CommunityID(v.Community), resident.IDNumberHashIn(d.Box.Lookups("id_number", id.String())...)).FirstID(a)
			if err == nil {
				return registered{known, true}, nil
			}
			if !ent.IsNotFound(err) {
				return registered{}, err
			}
		}
		if err := f.row(a.tx.Resident.Create().SetCommunityID(v.Community)).Exec(a); err != nil {
			return registered{}, err
		}
		return registered{f.id, false}, d.writeTerms(a, a.tx, v.Community, f.pairs())
	})
	if err != nil {
		return nil, err
	}
	r, err := d.Store.Read().Resident.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "resident")
	}
	return &RegisterResidentPayload{Resident: r, Existed: k.Existed, ClientMutationID: in.ClientMutationID}, nil
}

// importBatch is how many residents one transaction of ImportResidents writes.
const importBatch = 500

// ImportResidents opens many files at once, 500 to a transaction; what was committed before a failure stays. For the
// program itself (demo, benchmark): the context must be its own, and a number that is there already fails.
func (d *Desk) ImportResidents(ctx context.Context, community string, rows []NewResident) error {
	if v, ok := store.ViewerOf(ctx); !ok || !v.IsSystem() {
		return office.Refuse(office.Forbidden, "", "")
	}
	now := d.Now()
	o, err := d.Office(ctx, community)
	if err != nil {
		return err
	}
	today := workday.DateOf(now, o.Calendar.Location())
	for start := 0; start < len(rows); start += importBatch {
		var files []*file
		var pairs [][2]string
		for i, n := range rows[start:min(start+importBatch, len(rows))] {
			if n.CreatedAt.IsZero() {
				n.CreatedAt = now
			}
			f, err := d.prepare(n, today)
			if err != nil {
				return fmt.Errorf("resident %d: %w", start+i, err)
			}
			files, pairs = append(files, f), append(pairs, f.pairs()...)
		}
		err := d.Store.Act(ctx, community, func(ctx context.Context, tx *store.Tx) error {
			creates := make([]*ent.ResidentCreate, len(files))
			for i, f := range files {
				creates[i] = f.row(tx.Resident.Create().SetCommunityID(community))
			}
			if err := tx.Resident.CreateBulk(creates...).Exec(ctx); err != nil {
				return err
			}
			return d.writeTerms(ctx, tx, community, pairs)
		})
		if err != nil {
			return err
		}
		done := start/importBatch + 1
		if last := start+importBatch >= len(rows); d.Store.Postgres() && (last || done&(done-1) == 0) {
			// Without figures PostgreSQL takes the tables for small, and checks each term's resident by reading all
			// of the community: a hundred times slower after some thousand files. So it counts them after 1, 2, 4, …
			// transactions.
			if _, err := d.Store.DB().Writer().ExecContext(ctx, "ANALYZE residents, resident_terms"); err != nil {
				return err
			}
		}
	}
	return nil
}

// span is a stretch of terms [from, below), or one term where below is "".
type span struct{ from, below string }

func (p span) on(s *entsql.Selector) *entsql.Predicate {
	c := s.C(residentterm.FieldTerm)
	if p.below == "" {
		return entsql.EQ(c, p.from)
	}
	return entsql.And(entsql.GTE(c, p.from), entsql.LT(c, p.below))
}

// spans turns one condition of a search into stretches of the term table of which one must be hit: a hash has one
// for each key under which it may have been written.
func (d *Desk) spans(q person.Query) []span {
	hashes := func(kind string) (out []span) {
		for _, h := range d.Box.Lookups(kind, q.Term) {
			out = append(out, span{from: markHash + h})
		}
		return out
	}
	switch q.Kind {
	case person.PhoneQuery:
		return hashes("phone")
	case person.IDNumberQuery:
		return hashes("id_number")
	case person.LastFourQuery:
		return []span{{from: markFour + q.Term}}
	}
	return []span{{from: q.Term, below: after(q.Term)}}
}

// after is the least text, bytewise, that comes after all that begin with prefix.
func after(prefix string) string {
	r, n := utf8.DecodeLastRuneInString(prefix)
	if r == 0xD7FF {
		r = 0xDFFF // the next character that UTF-8 can write
	}
	if r >= utf8.MaxRune {
		return prefix + string(utf8.MaxRune)
	}
	return prefix[:len(prefix)-n] + string(r+1)
}

// The bounds of a search: terms that are looked at, files that are ranked, files that are given.
const (
	termsLooked   = 1000
	filesRanked   = 200
	residentsMost = 50
)

// Residents finds files of the viewer's community by name, pinyin, initials, last four, whole phone or whole ID
// number; all that was typed must fit. The exact name comes first, then names that begin so, then pinyin. At most 50;
// nobody for whoever may not see residents, and for an empty search.
func (d *Desk) Residents(ctx context.Context, search string, first int) ([]*ent.Resident, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	search, err = text("search", search, 100, "")
	if err != nil {
		return nil, err
	}
	queries := person.Queries(search)
	if len(queries) == 0 || first <= 0 || !v.Roles.Works() {
		return []*ent.Resident{}, nil
	}
	if len(queries) > 4 {
		queries = queries[:4]
	}
	ids, err := d.found(ctx, v.Community, queries)
	if err != nil || len(ids) == 0 {
		return []*ent.Resident{}, err
	}
	people, err := d.Store.Read().Resident.Query().Where(resident.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	rankResidents(people, queries)
	return people[:min(first, residentsMost, len(people))], nil
}

// found gives the keys of residents that meet every condition, in order of the terms that meet the first.
func (d *Desk) found(ctx context.Context, community string, queries []person.Query) ([]string, error) {
	var rows []struct {
		ResidentID string `json:"resident_id"`
	}
	err := d.Store.Read().ResidentTerm.Query().
		Where(residentterm.CommunityID(community)).
		Modify(func(s *entsql.Selector) {
			s.Select(s.C(residentterm.FieldResidentID))
			s.Where(anyOf(s, d.spans(queries[0])))
			for i, q := range queries[1:] {
				other := entsql.Dialect(s.Dialect()).Select().From(entsql.Table(residentterm.Table).As(fmt.Sprintf("other%d", i)))
				// Of the same resident and so of the same community; asked by its key alone, it is found by its key.
				other.Select(other.C(residentterm.FieldID)).Where(entsql.And(
					entsql.ColumnsEQ(other.C(residentterm.FieldResidentID), s.C(residentterm.FieldResidentID)),
					anyOf(other, d.spans(q)),
				))
				s.Where(entsql.Exists(other))
			}
			s.OrderBy(s.C(residentterm.FieldTerm), s.C(residentterm.FieldResidentID)).Limit(termsLooked)
		}).Scan(ctx, &rows)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	var ids []string
	for _, r := range rows {
		if !seen[r.ResidentID] && len(ids) < filesRanked {
			seen[r.ResidentID] = true
			ids = append(ids, r.ResidentID)
		}
	}
	return ids, nil
}

func anyOf(s *entsql.Selector, spans []span) *entsql.Predicate {
	preds := make([]*entsql.Predicate, len(spans))
	for i, p := range spans {
		preds[i] = p.on(s)
	}
	return entsql.Or(preds...)
}

// rankResidents orders files: the exact name, the name's beginning, the beginning in pinyin or initials, the rest;
// among equals by pinyin, name and key.
func rankResidents(people []*ent.Resident, queries []person.Query) {
	rank := make(map[string]int, len(people))
	for _, p := range people {
		rank[p.ID] = rankName(p.Name, p.Pinyin, queries)
	}
	slices.SortFunc(people, func(a, b *ent.Resident) int {
		return cmp.Or(cmp.Compare(rank[a.ID], rank[b.ID]), cmp.Compare(a.Pinyin, b.Pinyin), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
}

func rankName(name, spelling string, queries []person.Query) int {
	for _, q := range queries {
		switch {
		case q.Kind == person.NameQuery && strings.ToLower(name) == q.Term:
			return 0
		case q.Kind == person.NameQuery && strings.HasPrefix(strings.ToLower(name), q.Term):
			return 1
		case q.Kind == person.PinyinQuery && beginsSpelled(spelling, q.Term):
			return 2
		}
	}
	return 3
}

// beginsSpelled tells whether a spelling such as "wang xiao ming" begins with what was typed, in full or in
// initials.
func beginsSpelled(spelling, typed string) bool {
	full, initials := "", ""
	for _, w := range strings.Fields(spelling) {
		r, _ := utf8.DecodeRuneInString(w)
		full, initials = full+w, initials+string(r)
	}
	return strings.HasPrefix(full, typed) || strings.HasPrefix(initials, typed)
}

// spelled gives the usual pinyin of each character, lower-case, with spaces between; what is no Chinese character
// stands for itself. asName reads the first character as a surname.
func spelled(s string, asName bool) string {
	readings := pinyin.Readings(s)
	if asName {
		readings = person.PreferSurname(s, readings)
	}
	var b strings.Builder
	i, word := 0, false
	for _, r := range s {
		switch {
		case len(readings[i]) > 0:
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(readings[i][0])
			word = false
		case r == ' ' || r == '·':
			word = false
		default:
			if !word && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(strings.ToLower(string(r)))
			word = true
		}
		i++
	}
	return b.String()
}

// cutBytes shortens a text to at most n bytes without cutting a character.
func cutBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// RevealResident shows one masked field to whoever works on cases. The reason and who asked are journalled first;
// the value is opened after that is committed, and kept nowhere.
func (d *Desk) RevealResident(ctx context.Context, in RevealResidentInput) (*RevealResidentPayload, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	k, err := perform(ctx, d, v.Community, "REVEAL_RESIDENT", in.ClientMutationID, in, func(a *act) (caseKey, error) {
		none := caseKey{}
		if err := a.mayServe(); err != nil {
			return none, err
		}
		if !slices.Contains(residentFields, in.Field) {
			return none, office.Refuse(office.BadInput, "", "field")
		}
		var t texts
		reason := t.need("reason", "", in.Reason, shortText, office.NeedsReason)
		if t.err != nil {
			return none, t.err
		}
		r, err := a.tx.Resident.Query().Where(resident.ID(in.ResidentID), resident.CommunityID(v.Community)).Only(a)
		if err != nil {
			return none, missing(err, "residentId")
		}
		if sealed, _ := sealedOf(r, in.Field); sealed == "" {
			return none, office.Refuse(office.NotFound, "", "field")
		}
		return caseKey{r.ID}, a.tx.Access.Create().SetCommunityID(v.Community).SetResidentID(r.ID).
			SetActorID(string(a.actor.ID)).SetField(string(in.Field)).SetReason(reason).SetAt(a.now).Exec(a)
	})
	if err != nil {
		return nil, err
	}
	r, err := d.Store.Read().Resident.Get(ctx, k.ID)
	if err != nil {
		return nil, missing(err, "residentId")
	}
	value, err := d.Box.Open(sealedOf(r, in.Field))
	if err != nil {
		return nil, fmt.Errorf("resident %s: %w", r.ID, err)
	}
	return &RevealResidentPayload{Value: value, ClientMutationID: in.ClientMutationID}, nil
}

// sealedOf gives a field as kept, and the place that it was sealed for.
func sealedOf(r *ent.Resident, f ResidentField) (sealed, place string) {
	if f == FieldPhone {
		return r.PhoneSealed, r.ID + ".phone"
	}
	return r.IDNumberSealed, r.ID + ".id_number"
}

// RecentCases gives the cases of a resident that the viewer may see, newest first, at most 20.
func (d *Desk) RecentCases(ctx context.Context, residentID string) ([]*ent.CaseFile, error) {
	v, err := d.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	return d.Store.Read().CaseFile.Query().
		Where(casefile.CommunityID(v.Community), casefile.ResidentID(residentID)).
		Order(ent.Desc(casefile.FieldContactAt), ent.Desc(casefile.FieldID)).Limit(20).All(ctx)
}
