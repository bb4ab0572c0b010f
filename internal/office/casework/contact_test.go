package casework

import (
	"testing"

	"xinxing/internal/office"
	"xinxing/internal/office/duty"
)

// Who may be shown how to reach a complainant, and who may not.
func TestQ6_TheContactIsForWhoWorksOnTheMatter(t *testing.T) {
	matter := Facts{Status: ToCheck, Supervision: true, Responsible: above, Holder: above, About: handling}
	of := func(f Facts, change func(*Facts)) Facts { change(&f); return f }
	service := Facts{Status: Promised, Responsible: handling, Holder: handling}
	for _, c := range []struct {
		name string
		f    Facts
		a    Actor
		code office.Code
	}{
		{"who works on it", matter, as(above, duty.Leader), ""},
		{"the subdistrict's supervisor who works on it", matter, as(above, duty.Supervisor), ""},
		{"a step further", of(matter, func(f *Facts) { f.Status = ToCallBack }), as(above, duty.Leader), ""},
		{"whom it is about", matter, as(handling, duty.Clerk), office.OwnCase},
		{"whom it is about, though it fell to them", of(matter, func(f *Facts) { f.Responsible = handling }), as(handling, duty.Director), office.OwnCase},
		{"a leader who does not work on it", matter, as(directing, duty.Director), office.NotResponsible},
		{"an administrator", matter, as(directing, duty.Administrator), office.NotResponsible},
		{"when it is closed", of(matter, func(f *Facts) { f.Status = Completed }), as(above, duty.Leader), office.RefusedState},
		{"away", matter, as(above, duty.Leader).in(duty.Away), office.NotOnDuty},
		{"of a service anyone of the office", service, as(asking, duty.Clerk), ""},
		{"of a closed service too", of(service, func(f *Facts) { f.Status = Completed }), as(asking, duty.Clerk), ""},
		{"but no supervisor", service, as(above, duty.Supervisor), office.Forbidden},
		{"nor an administrator", service, as(above, duty.Administrator), office.Forbidden},
		{"nor the suspended", service, as(asking, duty.Clerk).in(duty.Suspended), office.NotOnDuty},
	} {
		err := CheckContact(c.f, c.a)
		if c.code == "" {
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if err == nil || refusal(t, err).Code != c.code {
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
		}
	}
}
