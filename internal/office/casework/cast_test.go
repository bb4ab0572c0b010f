package casework

import (
	"errors"
	"testing"
	"time"
	_ "time/tzdata"

	"xinxing/internal/office"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/workday"
)

// The people of the tests.
const (
	first      duty.StaffID = "first"
	handling   duty.StaffID = "handling"
	backup     duty.StaffID = "backup"
	receiving  duty.StaffID = "receiving"
	above      duty.StaffID = "above"
	leading    duty.StaffID = "leading"
	asking     duty.StaffID = "asking"
	directing  duty.StaffID = "directing"
	supervisor duty.StaffID = "supervisor"
	keeper     duty.StaffID = "keeper"
	stranger   duty.StaffID = "stranger"
)

// as is a person on duty; without roles a clerk.
func as(id duty.StaffID, roles ...duty.Role) Actor {
	if len(roles) == 0 {
		roles = []duty.Role{duty.Clerk}
	}
	return Actor{ID: id, Roles: roles, State: duty.OnDuty}
}

func (a Actor) in(s duty.State) Actor { a.State = s; return a }

var (
	clerk     = as(first)
	superiorA = as(above, duty.Leader)
	leaderA   = as(leading, duty.Leader)
	directorA = as(directing, duty.Director)
	overseer  = as(supervisor, duty.Supervisor)
	keeperA   = as(keeper, duty.Administrator)
	strangerA = as(stranger)
)

var (
	shanghai = time.FixedZone("CST", 8*3600)
	// dueAt is a close of business; well lies before it, with working days left.
	dueAt = time.Date(2026, 3, 13, 17, 0, 0, 0, shanghai)
	well  = time.Date(2026, 3, 9, 10, 0, 0, 0, shanghai)
)

func ordinary() *ItemFacts {
	return &ItemFacts{Kind: ItemCertificate, LimitDays: 20, MaxExtensions: 2, MaxExtensionDays: 10, FeeFen: 1000}
}

func with(f Facts, changes ...func(*Facts)) Facts {
	for _, change := range changes {
		change(&f)
	}
	return f
}

func itemIs(change func(*ItemFacts)) func(*Facts) {
	return func(f *Facts) { i := *ordinary(); change(&i); f.Item = &i }
}

func offered(f *Facts) { f.HandOver = &Offer{From: f.Holder, To: receiving} }

func asked(state ExtensionState) func(*Facts) {
	return func(f *Facts) { f.Extension = &Asked{By: asking, State: state} }
}

// The facts that the tests start from, one for each status.
func received() Facts {
	return Facts{Status: Received, FirstResponder: first, Holder: first, Responsible: first, ContactAt: well, DueAt: dueAt}
}

func reported() Facts {
	f := received()
	f.Status, f.Report = Reported, &Waiting{Reporter: first, Superior: above}
	return f
}

func awaiting() Facts {
	f := received()
	f.Status, f.Item, f.Missing = AwaitingMaterials, ordinary(), 2
	return f
}

func promised() Facts {
	f := received()
	f.Status, f.Item, f.Holder, f.Responsible = Promised, ordinary(), handling, handling
	return f
}

// review is a supervision matter about whoever handles cases, worked on by the superior.
func review(s Status) Facts {
	return Facts{Status: s, FirstResponder: above, Holder: above, Responsible: above, About: handling, ContactAt: well, DueAt: dueAt}
}

func closed(s Status) Facts {
	f := promised()
	f.Status = s
	return f
}

func shanghaiOffice(t testing.TB, local ...workday.Row) *workday.Calendar {
	t.Helper()
	notices, err := workday.Notices()
	if err != nil {
		t.Fatal(err)
	}
	cfg := workday.Config{Location: shanghai, Hours: workday.DefaultHours(), Rows: local}
	cal, err := workday.New(cfg.WithNotices(notices))
	if err != nil {
		t.Fatal(err)
	}
	return cal
}

const clockForm = "2006-01-02 15:04"

func at(t testing.TB, s string) time.Time {
	t.Helper()
	v, err := time.ParseInLocation(clockForm, s, shanghai)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func shown(v time.Time) string { return v.In(shanghai).Format(clockForm) }

// refusal is the refusal in err; the test ends where it is none.
func refusal(t testing.TB, err error) *office.Refusal {
	t.Helper()
	var r *office.Refusal
	if !errors.As(err, &r) {
		t.Fatalf("got %v, want a refusal", err)
	}
	return r
}

func wantRefusal(t testing.TB, err error, code office.Code, clause, field string) {
	t.Helper()
	if err == nil {
		t.Fatalf("allowed, want %s (%s)", code, clause)
	}
	if r := refusal(t, err); r.Code != code || r.Clause != clause || r.Field != field {
		t.Errorf("refused with %s (%s) %q, want %s (%s) %q", r.Code, r.Clause, r.Field, code, clause, field)
	}
}

// try is one line of a test's table: who does what to which case when, and the refusal ("" where it is allowed).
type try struct {
	name   string
	act    Act
	on     Facts
	by     Actor
	now    time.Time
	code   office.Code
	clause string
}

func run(t *testing.T, tries []try) {
	t.Helper()
	for _, c := range tries {
		t.Run(string(c.act)+"/"+c.name, func(t *testing.T) {
			if c.now.IsZero() {
				c.now = well
			}
			err := Check(c.act, c.on, c.by, c.now)
			if c.code == "" {
				if err != nil {
					t.Fatalf("refused with %v, want allowed", err)
				}
				return
			}
			wantRefusal(t, err, c.code, c.clause, "")
		})
	}
}
