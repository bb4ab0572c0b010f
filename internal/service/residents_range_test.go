package service

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The stretch of a search holds the words that begin so, all of them and no others.
func TestAfterEndsWhatBeginsSo(t *testing.T) {
	words := rapid.StringOf(rapid.SampledFrom([]rune("az一丁龥\uD7FF\uE000\U00020000\U0002A6DF0#")))
	rapid.Check(t, func(t *rapid.T) {
		prefix := words.Filter(func(s string) bool { return s != "" }).Draw(t, "prefix")
		term := words.Draw(t, "term")
		if rapid.Bool().Draw(t, "begins so") {
			term = prefix + term
		}
		if in := prefix <= term && term < after(prefix); in != strings.HasPrefix(term, prefix) {
			t.Fatalf("%q in [%q, %q): %v", term, prefix, after(prefix), in)
		}
	})
}

func TestSpelled(t *testing.T) {
	for _, c := range []struct {
		in   string
		name bool
		want string
	}{
		{"王小明", true, "wang xiao ming"}, {"单雷", true, "shan lei"}, {"解除合同", false, "jie chu he tong"},
		{"阿依古丽·买买提", true, "a yi gu li mai mai ti"}, {"John Smith", true, "john smith"}, {"12345热线", false, "12345 re xian"}, {"", true, ""},
	} {
		if got := spelled(c.in, c.name); got != c.want {
			t.Errorf("%s: %q; want %q", c.in, got, c.want)
		}
	}
	if got := cutBytes("a王", 3); got != "a" {
		t.Errorf("cut %q", got)
	}
}
