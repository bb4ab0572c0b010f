package service_test

import (
	"testing"

	"xinxing/internal/office/duty"
	"xinxing/internal/service/servicetest"
)

func TestStaffInOrderOfPinyin(t *testing.T) {
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) {
		all, err := o.Desk.StaffOf(o.As("clerk-a"), nil, false)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, s := range all {
			names = append(names, s.Name)
			_ = duty.OnDuty
		}
		t.Log(names)
	})
}
