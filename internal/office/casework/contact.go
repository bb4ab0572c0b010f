package casework

import (
	"xinxing/internal/office"
	"xinxing/internal/office/duty"
)

// CheckContact tells whether the actor may be shown how to reach who brought a case. Of a supervision matter whoever works
// on it may, while it is open, and never whom it is about (Q6, A3); of a service anyone of the office on duty, as with a
// resident's numbers (F3). It refuses with OWN_CASE, NOT_RESPONSIBLE, REFUSED_STATE, FORBIDDEN or NOT_ON_DUTY. Looking is no
// act on the case: it stands in no table, changes nothing of the case, and is journalled by whoever asks this.
func CheckContact(f Facts, a Actor) error {
	switch {
	case !f.Supervision && !a.Roles.Works():
		return office.Refuse(office.Forbidden, "F3", "")
	case f.Supervision && f.About == a.ID:
		return office.Refuse(office.OwnCase, "Q6", "")
	case f.Supervision && f.Responsible != a.ID:
		return office.Refuse(office.NotResponsible, "Q6", "").With("responsible", f.Responsible)
	case f.Supervision && !f.Status.Open():
		return office.Refuse(office.RefusedState, "Q6", "").With("status", f.Status)
	case a.State != duty.OnDuty:
		return office.Refuse(office.NotOnDuty, "B2", "")
	}
	return nil
}
