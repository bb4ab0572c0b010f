package service

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"xinxing/ent"
	"xinxing/ent/partner"
	"xinxing/ent/partnercontact"
	"xinxing/internal/office"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/workday"
	"xinxing/internal/sheet"
)

// ExchangePartners is the kind of partners, each with the first of its people (P1).
const ExchangePartners ExchangeKind = "partners"

func init() {
	exchanges[ExchangePartners] = &exchange{
		name: "共建单位", most: mostPartners,
		columns: []sheet.Column{
			column("name", "名称", true, "name"), column("kind", "类别", true, "kind"), column("address", "地址", false, "address"),
			column("about", "简介", false, "about"), column("offers", "可提供", false, "offers"), column("agreementNo", "协议"+codeHeader, false, "agreementNo"),
			column("agreedOn", "签订日期", false, "agreedOn"), column("agreedUntil", "到期日期", false, "agreedUntil"), column("agreement", "协议内容", false, "agreement"),
			column("contactName", "联系人", false, "contact"), column("contactTitle", "职务", false, "title"), column("phone", "电话", false, "phone"),
		},
		may: func(a *act) error { return a.mayBuild("P1") }, begin: beginPartners, rows: partnerRows,
	}
}

// The words of the partners' table.
var (
	partnerKindCells = map[cobuild.PartnerKind]string{
		cobuild.PartnerParty: "党群共建", cobuild.PartnerVillageEnterprise: "村企共建", cobuild.PartnerCommunityEnterprise: "社企共建",
		cobuild.PartnerPolice: "警民共建", cobuild.PartnerMilitary: "军民共建", cobuild.PartnerSchool: "校社共建", cobuild.PartnerHospital: "医社共建",
		cobuild.PartnerSocial: "社会组织", cobuild.PartnerGovernment: "机关单位",
	}
	offerCells = map[cobuild.ResourceKind]string{
		cobuild.Venue: "场地", cobuild.Vehicle: "车辆", cobuild.Equipment: "设备物资", cobuild.Labour: "人力", cobuild.Money: "资金", cobuild.Expertise: "专业服务",
	}
)

// cellDate reads a date of a cell; nil for an empty one.
func cellDate(t *texts, field, cell string) *workday.Date {
	if strings.TrimSpace(cell) == "" {
		return nil
	}
	d, err := workday.ParseDate(strings.TrimSpace(cell))
	if err != nil {
		t.refuse(office.Refuse(badDate, "P1", field))
		return nil
	}
	return &d
}

func beginPartners(a *act, _ []sheet.Row) (func(sheet.Row) (done, faults, error), func() error, error) {
	first := once()
	all, err := a.tx.Partner.Query().Where(partner.CommunityID(a.office.Community.ID)).
		WithContacts(func(q *ent.PartnerContactQuery) {
			q.Where(partnercontact.RemovedAtIsNil()).Order(partnercontact.ByID())
		}).Limit(mostPartners + 1).All(a)
	if err != nil {
		return nil, nil, err
	}
	there := map[string]*ent.Partner{}
	for _, p := range all {
		there[p.Name] = p
	}
	fresh := len(all)
	var later []func() error
	return func(r sheet.Row) (done, faults, error) {
		v := r.Values
		name := strings.TrimSpace(v["name"])
		var t texts
		t.faults = first("name", name)
		in := SavePartnerInput{
			Name: name, Kind: worded(partnerKindCells, v["kind"]), Address: v["address"], About: v["about"], AgreementNo: v["agreementNo"], Agreement: v["agreement"],
			AgreedOn: cellDate(&t, "agreedOn", v["agreedOn"]), AgreedUntil: cellDate(&t, "agreedUntil", v["agreedUntil"]),
		}
		for _, cell := range strings.FieldsFunc(v["offers"], func(r rune) bool { return strings.ContainsRune("、,，;；\n", r) }) {
			in.Offers = append(in.Offers, worded(offerCells, strings.TrimSpace(cell)))
		}
		made, more := a.checkPartner(in, func(string) bool { return false })
		wrong := append(t.faults, more...)
		p := there[name]
		contact, write, more, err := a.rowContact(p, v)
		if err != nil {
			return 0, nil, err
		}
		if wrong = append(wrong, more...); len(wrong) > 0 {
			return 0, wrong, nil
		}
		if p == nil {
			if fresh++; fresh > mostPartners {
				return 0, faults{office.Refuse(office.LimitExceeded, "P1", "name").With("limit", mostPartners)}, nil
			}
			later = append(later, func() error {
				k, err := a.addPartner(made)
				if err != nil || !write {
					return err
				}
				added, err := a.tx.Partner.Get(a, k.ID)
				if err != nil {
					return err
				}
				if err := a.addContact(added, contact); err != nil {
					return err
				}
				return a.keepPartner(added)
			})
			return created, nil, nil
		}
		same := samePartner(p, made)
		if same && !write {
			return unchanged, nil, nil
		}
		later = append(later, func() error {
			if write {
				if err := a.addContact(p, contact); err != nil {
					return err
				}
				if same {
					return a.keepPartner(p)
				}
			}
			return a.writePartner(p, made)
		})
		return changed, nil, nil
	}, each(&later), nil
}

// rowContact checks the contact of a row and tells whether it has to be written: not where a person of that name is there and the number, or its
// mask, is theirs. A masked number is never written.
func (a *act) rowContact(p *ent.Partner, v map[string]string) (checkedContact, bool, faults, error) {
	name, phone := strings.TrimSpace(v["contactName"]), strings.TrimSpace(v["phone"])
	if name == "" && phone == "" {
		return checkedContact{}, false, nil, nil
	}
	var known *ent.PartnerContact
	if p != nil {
		for _, c := range p.Edges.Contacts {
			if c.Name == name {
				known = c
			}
		}
	}
	if strings.Contains(phone, "*") {
		switch {
		case known == nil:
			return checkedContact{}, false, faults{office.Refuse(maskedNew, "P1", "phone")}, nil
		case known.PhoneMask != phone:
			return checkedContact{}, false, faults{office.Refuse(maskChanged, "P1", "phone")}, nil
		}
		return checkedContact{}, false, nil, nil
	}
	c, wrong := checkContact(name, v["contactTitle"], phone)
	for i, no := range wrong {
		if no.Field == "name" {
			wrong[i] = &office.Refusal{Code: no.Code, Clause: no.Clause, Field: "contactName", Facts: no.Facts}
		}
	}
	if len(wrong) > 0 || known == nil {
		return c, len(wrong) == 0, wrong, nil
	}
	if phone == "" {
		return c, false, nil, nil
	}
	if known.PhoneSealed == "" {
		return c, true, nil, nil
	}
	number, err := a.desk.Box.Open(known.PhoneSealed, contactPlace(known.ID))
	return c, number != c.phone.String(), nil, err
}

func samePartner(p *ent.Partner, in checkedPartner) bool {
	return p.Name == in.Name && p.Kind == in.Kind && p.Address == in.Address && p.About == in.About && slices.Equal(p.Offers, in.Offers) &&
		p.AgreementNo == in.AgreementNo && p.AgreedOn == in.on && p.AgreedUntil == in.until && p.Agreement == in.Agreement
}

func partnerRows(d *Desk, ctx context.Context, o *Office) ([][]string, error) {
	all, err := d.Store.Read().Partner.Query().Where(partner.CommunityID(o.Community.ID)).
		WithContacts(func(q *ent.PartnerContactQuery) {
			q.Where(partnercontact.RemovedAtIsNil()).Order(partnercontact.ByID())
		}).Limit(mostPartners).All(ctx)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b *ent.Partner) int { return cmp.Or(cmp.Compare(a.Pinyin, b.Pinyin), cmp.Compare(a.ID, b.ID)) })
	rows := [][]string{}
	for _, p := range all {
		offers := make([]string, len(p.Offers))
		for i, k := range p.Offers {
			offers[i] = offerCells[k]
		}
		row := []string{p.Name, partnerKindCells[p.Kind], p.Address, p.About, strings.Join(offers, "、"), p.AgreementNo, p.AgreedOn, p.AgreedUntil, p.Agreement, "", "", ""}
		if len(p.Edges.Contacts) > 0 {
			c := p.Edges.Contacts[0]
			row[9], row[10], row[11] = c.Name, c.Title, c.PhoneMask
		}
		rows = append(rows, row)
	}
	return rows, nil
}
