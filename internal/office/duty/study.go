package duty

import "slices"

// Learned is a subject that somebody was trained or tested in; it counts where it was passed.
type Learned struct {
	Staff   StaffID
	Subject string
	Passed  bool
}

// Lacks gives the subjects of those wanted that a person has not learned yet, in their order: what a post's A must
// master or its B must know (B8). The last record of a subject counts: who fails a later test lacks it again.
func Lacks(who StaffID, wanted []string, learned []Learned) []string {
	lacks := []string{}
	for _, subject := range wanted {
		passed := false
		for _, l := range slices.Backward(learned) {
			if l.Staff == who && l.Subject == subject {
				passed = l.Passed
				break
			}
		}
		if !passed {
			lacks = append(lacks, subject)
		}
	}
	return lacks
}
