package public

import (
	"net/http"
	"strings"
	"testing"
)

// What is built together is told to anybody, escaped, in both languages; what is not published is not there (P3, P6).
func TestP3_P6_ProjectsArePublic(t *testing.T) {
	for lang, want := range map[string][]string{"zh-CN": {"共建项目", "实施", "1200.50 元", "任务完成"}, "en": {"Built together", "Under way", "1200.50 yuan", "Tasks done"}} {
		list := get(t, anOffice(""), "/public/com_1/projects?lang="+lang)
		one := get(t, anOffice(""), "/public/com_1/projects/prj_1?lang="+lang)
		if list.Code != http.StatusOK || one.Code != http.StatusOK {
			t.Fatalf("%s: %d %d", lang, list.Code, one.Code)
		}
		both := list.body + one.body
		for _, w := range append(want, "路面修缮", "九站建材", `src="/public/x/files/pic_1"`, "坑洼&lt;b&gt;") {
			if !strings.Contains(both, w) {
				t.Errorf("%s: no %q", lang, w)
			}
		}
	}
	if gone := get(t, anOffice(""), "/public/com_1/projects/prj_2"); gone.Code != http.StatusNotFound {
		t.Errorf("%d", gone.Code)
	}
}
