package service_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/internal/office"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/person"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
	"xinxing/internal/store"
	"xinxing/internal/store/pgcluster"
	"xinxing/internal/store/sqldb"
)

func register(t *testing.T, o *servicetest.Office, name, phone, id string) *service.RegisterResidentPayload {
	t.Helper()
	in := service.RegisterResidentInput{Name: name, ClientMutationID: o.ID()}
	if phone != "" {
		in.Phone = &phone
	}
	if id != "" {
		in.IDNumber = &id
	}
	p, err := o.Desk.RegisterResident(o.As("clerk-a"), in)
	if err != nil {
		t.Fatalf("register %s: %v", name, err)
	}
	return p
}

func names(people []*ent.Resident) []string {
	out := []string{}
	for _, p := range people {
		out = append(out, p.Name)
	}
	return out
}

func TestF3_RegisterResident(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		id := servicetest.MakeID(1990, 24)
		p, err := o.Desk.RegisterResident(o.As("clerk-a"), service.RegisterResidentInput{
			Name: " 阿依古丽•买买提 ", Phone: new("0432－6300 0123 转 8"), IDNumber: new(strings.ToLower(id)), Address: " 新星小区 ", ClientMutationID: "one",
		})
		if err != nil {
			t.Fatal(err)
		}
		r := p.Resident
		if p.Existed || p.ClientMutationID != "one" || r.Name != "阿依古丽·买买提" || r.Pinyin != "a yi gu li mai mai ti" ||
			r.Address != "新星小区" || r.Sex != "FEMALE" || r.BirthDate != "1990-05-01" || r.CommunityID != o.Community ||
			!r.CreatedAt.Equal(o.Clock.Now()) {
			t.Errorf("registered %+v", p)
		}
		if r.PhoneMask != "0432****0123" || r.IDNumberMask != id[:3]+"***********"+id[14:] {
			t.Errorf("masks %s and %s", r.PhoneMask, r.IDNumberMask)
		}
		// Said again it is the same act, once; said otherwise under the same key it is refused.
		again, err := o.Desk.RegisterResident(o.As("clerk-a"), service.RegisterResidentInput{
			Name: " 阿依古丽•买买提 ", Phone: new("0432－6300 0123 转 8"), IDNumber: new(strings.ToLower(id)), Address: " 新星小区 ", ClientMutationID: "one",
		})
		if err != nil || again.Resident.ID != r.ID || again.Existed {
			t.Errorf("said again: %+v, %v", again, err)
		}
		_, err = o.Desk.RegisterResident(o.As("clerk-a"), service.RegisterResidentInput{Name: "别人", ClientMutationID: "one"})
		servicetest.WantRefused(t, err, office.IdempotencyClash, "")
		// The same number again, by somebody else: the same file, unchanged.
		other, err := o.Desk.RegisterResident(o.As("clerk-b"), service.RegisterResidentInput{
			Name: "别的名字", Phone: new("13812345678"), IDNumber: &id, ClientMutationID: "one",
		})
		if err != nil || !other.Existed || other.Resident.ID != r.ID || other.Resident.Name != r.Name || other.Resident.PhoneMask != r.PhoneMask {
			t.Errorf("the number again: %+v, %v", other, err)
		}
		// Without a number there is no telling, so there are two.
		if a, b := register(t, o, "李四", "", ""), register(t, o, "李四", " ", "　"); a.Resident.ID == b.Resident.ID || a.Existed || b.Existed {
			t.Error("two people of one name share a file")
		}
	})
}

func TestF3_RegisterResidentRefuses(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		unborn := servicetest.MakeID(2026, 1) // on 1 May, and it is February
		before, err := o.Desk.Store.Read().Resident.Query().Count(o.System())
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct {
			name, field string
			in          service.RegisterResidentInput
			code        office.Code
		}{
			{"no name", "name", service.RegisterResidentInput{Name: "　"}, office.BadInput},
			{"a digit in the name", "name", service.RegisterResidentInput{Name: "王2"}, office.BadInput},
			{"NUL in the name", "name", service.RegisterResidentInput{Name: "王\x00"}, office.BadInput},
			{"a wrong phone", "phone", service.RegisterResidentInput{Name: "王五", Phone: new("12345678901234")}, office.BadInput},
			{"a wrong check digit", "idNumber", service.RegisterResidentInput{Name: "王五", IDNumber: new("110105194912310021")}, office.BadInput},
			{"not born yet", "idNumber", service.RegisterResidentInput{Name: "王五", IDNumber: &unborn}, office.BadInput},
			{"a long address", "address", service.RegisterResidentInput{Name: "王五", Address: strings.Repeat("长", 201)}, office.TooLong},
			{"NUL in the address", "address", service.RegisterResidentInput{Name: "王五", Address: "\x00"}, office.BadString},
		} {
			c.in.ClientMutationID = o.ID()
			_, err := o.Desk.RegisterResident(o.As("clerk-a"), c.in)
			r, ok := err.(*office.Refusal)
			if !ok || r.Code != c.code || r.Field != c.field || r.Code == office.BadInput && r.Clause != "F3" {
				t.Errorf("%s: %v; want %s (F3) in %s", c.name, err, c.code, c.field)
			}
			if c.in.IDNumber != nil && strings.Contains(fmt.Sprint(err), *c.in.IDNumber) {
				t.Errorf("%s: the refusal repeats the number", c.name)
			}
		}
		if n, err := o.Desk.Store.Read().Resident.Query().Count(o.System()); err != nil || n != before {
			t.Errorf("%d files, %v; want %d as before", n, err, before)
		}
	})
}

func TestRegisterResidentAtOnceGivesOneFile(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		desks := []*service.Desk{o.Desk, o.Again(t).Desk, o.Again(t).Desk}
		id := servicetest.MakeID(1970, 3)
		var mu sync.Mutex
		files := map[string]int{}
		made := 0
		var wg sync.WaitGroup
		for i := range 24 {
			ctx := o.As([]string{"clerk-a", "clerk-b", "clerk-c", "grid"}[i%4])
			wg.Go(func() {
				p, err := desks[i%3].RegisterResident(ctx, service.RegisterResidentInput{Name: "赵一", IDNumber: &id, ClientMutationID: o.ID()})
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				defer mu.Unlock()
				files[p.Resident.ID]++
				if !p.Existed {
					made++
				}
			})
		}
		wg.Wait()
		if len(files) != 1 || made != 1 {
			t.Errorf("files %v, %d times made; want one, made once", files, made)
		}
	})
}

// everything gives all that a table holds, as text.
func everything(t *testing.T, o *servicetest.Office, table string) string {
	t.Helper()
	rows, err := o.Desk.Store.DB().Reader().QueryContext(t.Context(), "SELECT * FROM "+table)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for rows.Next() {
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		if err := rows.Scan(values...); err != nil {
			t.Fatal(err)
		}
		for _, v := range values {
			switch v := (*v.(*any)).(type) {
			case []byte:
				fmt.Fprintf(&b, "%s\n", v)
			default:
				fmt.Fprintf(&b, "%v\n", v)
			}
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestNumbersAreKeptSealed(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		id, phone := servicetest.MakeID(1966, 77), "13812345678"
		p := register(t, o, "钱七", phone, id)
		for _, f := range []service.ResidentField{service.FieldPhone, service.FieldIDNumber} {
			if _, err := reveal(o, "clerk-a", p.Resident.ID, f, "核对"); err != nil {
				t.Fatal(err)
			}
		}
		for _, table := range []string{"residents", "resident_terms", "act_records", "accesses"} {
			all := everything(t, o, table)
			if len(all) == 0 {
				t.Errorf("%s is empty", table)
			}
			for _, secret := range []string{id, phone, id[6:14] + id[14:]} {
				if strings.Contains(all, secret) {
					t.Errorf("%s holds a number in the clear", table)
				}
			}
		}
	})
}

func reveal(o *servicetest.Office, login, resident string, f service.ResidentField, reason string) (string, error) {
	p, err := o.Desk.RevealResident(o.As(login), service.RevealResidentInput{
		ResidentID: resident, Field: f, Reason: reason, ClientMutationID: o.ID(),
	})
	if err != nil {
		return "", err
	}
	return p.Value, nil
}

func TestRevealResidentIsJournalled(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		journal := func() []*ent.Access {
			t.Helper()
			all, err := o.Desk.Store.Read().Access.Query().All(o.System())
			if err != nil {
				t.Fatal(err)
			}
			return all
		}
		in := service.RevealResidentInput{ResidentID: o.Resident.ID, Field: service.FieldPhone, Reason: " 通知取证 ", ClientMutationID: "one"}
		for range 2 { // said again it is the same act: one entry
			p, err := o.Desk.RevealResident(o.As("clerk-a"), in)
			if err != nil || p.Value != servicetest.Phone || p.ClientMutationID != "one" {
				t.Fatalf("%+v, %v", p, err)
			}
		}
		all := journal()
		if len(all) != 1 {
			t.Fatalf("%d entries; want 1", len(all))
		}
		if e := all[0]; e.ResidentID != o.Resident.ID || e.ActorID != o.Staff["clerk-a"].ID || e.Field != "PHONE" || e.Reason != "通知取证" ||
			!e.At.Equal(o.Clock.Now()) || e.CommunityID != o.Community {
			t.Errorf("entry %+v", e)
		}
		if v, err := reveal(o, "leader", o.Resident.ID, service.FieldIDNumber, "核实身份"); err != nil || v != servicetest.IDNumber() {
			t.Errorf("the ID number: %q, %v", v, err)
		}
		bare := register(t, o, "孙八", "", "").Resident
		neighbours, err := o.Desk.Residents(o.As("neighbour"), "王邻居", 1)
		if err != nil || len(neighbours) != 1 {
			t.Fatal(neighbours, err)
		}
		count := len(journal())
		for _, c := range []struct {
			name, login, resident string
			field                 service.ResidentField
			reason                string
			code                  office.Code
		}{
			{"no reason", "clerk-a", o.Resident.ID, service.FieldPhone, "  ", office.NeedsReason},
			{"a field that is none", "clerk-a", o.Resident.ID, "NAME", "核对", office.BadInput},
			{"nothing kept", "clerk-a", bare.ID, service.FieldPhone, "核对", office.NotFound},
			{"no such file", "clerk-a", "res_x", service.FieldPhone, "核对", office.NotFound},
			{"another community's", "clerk-a", neighbours[0].ID, service.FieldPhone, "核对", office.NotFound},
			{"from another community", "neighbour", o.Resident.ID, service.FieldPhone, "核对", office.NotFound},
			{"an administrator", "administrator", o.Resident.ID, service.FieldPhone, "核对", office.Forbidden},
			{"a supervisor", "supervisor", o.Resident.ID, service.FieldPhone, "核对", office.Forbidden},
		} {
			v, err := reveal(o, c.login, c.resident, c.field, c.reason)
			if v != "" || !servicetest.Refused(err, c.code, "") {
				t.Errorf("%s: %q, %v; want %s", c.name, v, err, c.code)
			}
		}
		suspend(t, o, "clerk-c")
		if v, err := reveal(o, "clerk-c", o.Resident.ID, service.FieldPhone, "核对"); v != "" || !servicetest.Refused(err, office.NotOnDuty, "") {
			t.Errorf("suspended: %q, %v", v, err)
		}
		if _, err := o.Desk.RevealResident(o.Context(), in); !servicetest.Refused(err, office.Unauthenticated, "") {
			t.Errorf("the public: %v", err)
		}
		if n := len(journal()); n != count {
			t.Errorf("%d entries; want %d: what was refused is not shown", n, count)
		}
		// Nobody alters the journal.
		err = o.Desk.Store.Act(o.System(), o.Community, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.Access.Delete().Exec(ctx)
			return err
		})
		servicetest.WantRefused(t, err, office.Forbidden, "")
	})
}

func suspend(t *testing.T, o *servicetest.Office, login string) {
	t.Helper()
	o.Put(t, duty.Suspended, login)
}

func TestResidentsAreFoundByAnyWord(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		id := servicetest.MakeID(1991, 500)
		for _, r := range [][3]string{
			{"王明", "", ""}, {"王明华", "", ""}, {"明王朝", "", ""}, {"欧阳小明", "13700005678", ""}, {"单于小丽", "", id},
			{"吕布", "", ""}, {"阿依古丽·买买提", "", ""}, {"王五", "13700001234", ""}, {"John Smith", "", ""},
		} {
			register(t, o, r[0], r[1], r[2])
		}
		for _, c := range []struct {
			search string
			want   []string
		}{
			{"王明", []string{"王明", "王明华"}},                      // two characters; the exact name first
			{"明", []string{"明王朝", "欧阳小明", "王明", "王明华", "王小明"}}, // the name's beginning first
			{"小明", []string{"欧阳小明", "王小明"}},
			{"wm", []string{"王明", "王明华"}},
			{"wxm", []string{"王小明"}},
			{"WANG XIAOMING", []string{"王小明"}},
			{"wangxm", []string{"王小明"}},
			{"oyxm", []string{"欧阳小明"}},
			{"xm", []string{"欧阳小明", "王小明"}},
			{"shanyu", nil}, // 单于 is read chan yu, and 单 alone shan: see the next
			{"chanyu", []string{"单于小丽"}},
			{"lvbu", []string{"吕布"}},
			{"lübu", []string{"吕布"}},
			{"lubu", []string{"吕布"}},
			{"买买提", []string{"阿依古丽·买买提"}},
			{"mmt", []string{"阿依古丽·买买提"}},
			{"smith", []string{"John Smith"}},
			{"1234", []string{"王五", "王小明"}}, // the last four of the phone
			{"王1234", []string{"王五", "王小明"}},
			{"王五1234", []string{"王五"}},
			{"wang小", []string{"王小明"}},
			{servicetest.Phone, []string{"王小明"}},
			{"+86 139-0000-1234", []string{"王小明"}},
			{servicetest.IDNumber(), []string{"王小明"}},
			{strings.ToLower(id), []string{"单于小丽"}},
			{id[14:], []string{"单于小丽"}},
			{"13900009999", nil},
			{servicetest.MakeID(1955, 9), nil},
			{"", nil},
			{" ", nil},
			{"%", nil},
			{"_", nil},
			{"#", nil},
			{"=", nil},
			{"王邻居", nil},         // of another community
			{"13900005678", nil}, // likewise
			{"5678", []string{"欧阳小明"}},
		} {
			got, err := o.Desk.Residents(o.As("clerk-a"), c.search, 50)
			if err != nil {
				t.Fatalf("%q: %v", c.search, err)
			}
			want := c.want
			if want == nil {
				want = []string{}
			}
			if c.search == "shanyu" {
				want = names(got) // a dictionary's reading may be added; only that it is no error is asked
			}
			if !slices.Equal(names(got), want) {
				t.Errorf("%q finds %v; want %v", c.search, names(got), want)
			}
		}
		if got, err := o.Desk.Residents(o.As("clerk-a"), "明", 2); err != nil || !slices.Equal(names(got), []string{"明王朝", "欧阳小明"}) {
			t.Errorf("the first two: %v, %v", names(got), err)
		}
		if got, err := o.Desk.Residents(o.As("clerk-a"), "明", -1); err != nil || len(got) != 0 {
			t.Errorf("the first minus one: %v, %v", names(got), err)
		}
		_, err := o.Desk.Residents(o.As("clerk-a"), "王\x00", 10)
		servicetest.WantRefused(t, err, office.BadString, "")
		_, err = o.Desk.Residents(o.As("clerk-a"), strings.Repeat("王", 101), 10)
		servicetest.WantRefused(t, err, office.TooLong, "")
	})
}

func TestResidentsAreForThoseWhoServeThem(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		for login, sees := range map[string][]string{
			"clerk-a": {"王小明"}, "grid": {"王小明"}, "leader": {"王小明"}, "director": {"王小明"},
			"neighbour": {"王邻居"}, "supervisor": {}, "administrator": {},
		} {
			got, err := o.Desk.Residents(o.As(login), "wang", 50)
			if err != nil || !slices.Equal(names(got), sees) {
				t.Errorf("%s finds %v, %v; want %v", login, names(got), err, sees)
			}
			// A query that forgets to filter shows no more.
			all, err := o.Desk.Store.Read().Resident.Query().All(o.As(login))
			if err != nil || !slices.Equal(names(all), sees) {
				t.Errorf("%s reads %v, %v; want %v", login, names(all), err, sees)
			}
			terms, err := o.Desk.Store.Read().ResidentTerm.Query().Count(o.As(login))
			if err != nil || (terms > 0) != (len(sees) > 0) {
				t.Errorf("%s reads %d terms, %v", login, terms, err)
			}
		}
		if _, err := o.Desk.Residents(o.Context(), "wang", 50); !servicetest.Refused(err, office.Unauthenticated, "") {
			t.Errorf("the public: %v", err)
		}
		for _, login := range []string{"supervisor", "administrator"} {
			_, err := o.Desk.RegisterResident(o.As(login), service.RegisterResidentInput{Name: "王五", ClientMutationID: o.ID()})
			servicetest.WantRefused(t, err, office.Forbidden, "")
			err = o.Desk.ImportResidents(o.As(login), o.Community, []service.NewResident{{Name: "王五"}})
			servicetest.WantRefused(t, err, office.Forbidden, "")
		}
		_, err := o.Desk.RegisterResident(o.Context(), service.RegisterResidentInput{Name: "王五", ClientMutationID: o.ID()})
		servicetest.WantRefused(t, err, office.Unauthenticated, "")
	})
}

func TestImportResidents(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		var rows []service.NewResident
		for i := range 1203 {
			rows = append(rows, service.NewResident{
				Name: "张" + string(rune('一'+i)), Phone: fmt.Sprintf("137%08d", i), IDNumber: servicetest.MakeID(1920+i%100, i/100+100),
				Tags: []string{"网格3"}, CreatedAt: servicetest.Instant(t, "2025-06-01 10:00"),
			})
		}
		rows[7].ID, rows[7].Name = "res_chosen", "张七七"
		if err := o.Desk.ImportResidents(o.System(), o.Community, rows); err != nil {
			t.Fatal(err)
		}
		got, err := o.Desk.Residents(o.As("clerk-a"), "13700000007", 10)
		if err != nil || len(got) != 1 || got[0].ID != "res_chosen" || got[0].Tags[0] != "网格3" || got[0].CreatedAt.In(servicetest.Zone).Year() != 2025 {
			t.Errorf("%+v, %v", got, err)
		}
		if v, err := reveal(o, "clerk-a", "res_chosen", service.FieldIDNumber, "核对"); err != nil || v != rows[7].IDNumber {
			t.Errorf("its number: %q, %v", v, err)
		}
		// However many fit, fifty are given, and the exact name is among them.
		got, err = o.Desk.Residents(o.As("clerk-a"), "张", 1000)
		if err != nil || len(got) != 50 {
			t.Errorf("%d found, %v; want 50", len(got), err)
		}
		got, err = o.Desk.Residents(o.As("clerk-a"), "张七七", 10)
		if err != nil || !slices.Equal(names(got), []string{"张七七"}) {
			t.Errorf("%v, %v", names(got), err)
		}
		if err := o.Desk.ImportResidents(o.System(), o.Community, rows[:1]); err == nil {
			t.Error("a number that is there is imported again")
		}
		if err := o.Desk.ImportResidents(o.System(), o.Community, []service.NewResident{{Name: "9"}}); person.ReasonOf(unwrap(err)) != person.BadCharacter {
			t.Errorf("a wrong name: %v", err)
		}
	})
}

func unwrap(err error) error {
	if w, ok := err.(interface{ Unwrap() error }); ok {
		return w.Unwrap()
	}
	return err
}

func TestResidentsCostTwoStatements(t *testing.T) {
	for _, dialect := range []string{servicetest.SQLite, servicetest.Postgres} {
		t.Run(dialect, func(t *testing.T) {
			var count atomic.Int64
			o := servicetest.NewWith(t, dialect, store.Options{SQL: sqldb.Options{OnStatement: func(context.Context, string) { count.Add(1) }}})
			for _, search := range []string{"w", "王", "王1234", "1234", servicetest.Phone, "wang小明1234"} {
				count.Store(0)
				got, err := o.Desk.Residents(o.As("clerk-a"), search, 50)
				if err != nil || len(got) != 1 || count.Load() != 2 {
					t.Errorf("%q: %d found by %d statements, %v; want 1 by 2", search, len(got), count.Load(), err)
				}
			}
		})
	}
}

// A server's databases are seldom in C order; what is found must not depend on it.
func TestResidentsInAnotherCollation(t *testing.T) {
	cluster, err := pgcluster.Shared()
	if err != nil {
		t.Fatal(err)
	}
	name := "collated_" + strings.ReplaceAll(o36(time.Now().UnixNano()), "-", "")
	admin, err := sqldb.Open(t.Context(), cluster.URL("postgres"), sqldb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = admin.Close() }()
	if _, err := admin.Writer().ExecContext(t.Context(), "CREATE DATABASE "+name+" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'zh-u-co-pinyin'"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := cluster.DropDatabase(name); err != nil {
			t.Error(err)
		}
	})
	s, err := store.Open(t.Context(), cluster.URL(name), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	system := store.With(t.Context(), store.System())
	d := service.New(s, service.WallClock{}, servicetest.Box(), nil)
	com, err := d.FoundOffice(system, "新星社区", "")
	if err != nil {
		t.Fatal(err)
	}
	var rows []service.NewResident
	for i, n := range []string{"王小明", "王明", "阿明", "Wang Wu", "欧阳明", "张一", "章二", "长三"} {
		rows = append(rows, service.NewResident{Name: n, Phone: fmt.Sprintf("1370000%04d", 1230+i)})
	}
	if err := d.ImportResidents(system, com.ID, rows); err != nil {
		t.Fatal(err)
	}
	as := store.With(t.Context(), store.Viewer{Staff: "x", Community: com.ID, Communities: []string{com.ID}, Roles: duty.Roles{duty.Clerk}})
	for search, want := range map[string][]string{
		"王": {"王明", "王小明"}, "wang": {"王明", "Wang Wu", "王小明"}, "明": {"阿明", "欧阳明", "王明", "王小明"}, "zhang": {"张一", "章二", "长三"},
		"张": {"张一"}, "1230": {"王小明"}, "13700001231": {"王明"}, "oym": {"欧阳明"},
	} {
		got, err := d.Residents(as, search, 50)
		sorted := names(got)
		slices.Sort(sorted)
		slices.Sort(want)
		if err != nil || !slices.Equal(sorted, want) {
			t.Errorf("%q finds %v, %v; want %v", search, sorted, err, want)
		}
	}
}

func o36(n int64) string { return fmt.Sprintf("%x", n) }

func TestRecentCases(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		var last string
		for i := range 22 {
			o.Clock.Set(servicetest.Instant(t, servicetest.Start).Add(time.Duration(i) * time.Minute))
			p, err := o.Desk.OpenCase(o.As("clerk-a"), service.OpenCaseInput{
				Channel: casework.ChannelVisit, ResidentID: &o.Resident.ID, Situation: "来访", Demand: "咨询", ClientMutationID: o.ID(),
			})
			if err != nil {
				t.Fatal(err)
			}
			last = p.Case.ID
		}
		got, err := o.Desk.RecentCases(o.As("clerk-b"), o.Resident.ID)
		if err != nil || len(got) != 20 || got[0].ID != last {
			t.Errorf("%d cases, %v; want the last 20", len(got), err)
		}
		if got, err := o.Desk.RecentCases(o.As("neighbour"), o.Resident.ID); err != nil || len(got) != 0 {
			t.Errorf("another community reads %d cases, %v", len(got), err)
		}
		if got, err := o.Desk.RecentCases(o.As("administrator"), o.Resident.ID); err != nil || len(got) != 0 {
			t.Errorf("an administrator reads %d cases, %v", len(got), err)
		}
	})
}
