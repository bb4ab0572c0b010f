package pgcluster

import (
	"cmp"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// ErrNoBinaries says that PostgreSQL's server programs are not on this machine, and what to install.
var ErrNoBinaries = errors.New("PostgreSQL's initdb and postgres were not found: install them " +
	"(Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql@17) " +
	"or name their folder in PGBIN, or a running server in " + Env)

// findBinaries returns the folder with initdb and postgres: $PGBIN, which must have them if set, then
// pg_config's, then the newest of the usual places.
func findBinaries() (string, error) {
	if dir := os.Getenv("PGBIN"); dir != "" {
		if !hasServer(dir) {
			return "", errors.Join(errors.New("PGBIN="+dir+" has no initdb and postgres"), ErrNoBinaries)
		}
		return dir, nil
	}
	var dirs []string
	if out, err := exec.Command("pg_config", "--bindir").Output(); err == nil {
		dirs = append(dirs, strings.TrimSpace(string(out)))
	}
	for _, pattern := range []string{
		"/usr/lib/postgresql/*/bin",
		"/usr/pgsql-*/bin",
		"/opt/homebrew/opt/postgresql*/bin",
		"/usr/local/opt/postgresql*/bin",
		"/usr/local/pgsql/bin",
	} {
		found, _ := filepath.Glob(pattern)
		slices.SortFunc(found, func(a, b string) int { return cmp.Compare(version(b), version(a)) })
		dirs = append(dirs, found...)
	}
	for _, dir := range dirs {
		if hasServer(dir) {
			return dir, nil
		}
	}
	return "", ErrNoBinaries
}

var digits = regexp.MustCompile(`\d+`)

func version(dir string) int {
	n, _ := strconv.Atoi(digits.FindString(dir))
	return n
}

func hasServer(dir string) bool {
	for _, name := range []string{"initdb", "postgres"} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.IsDir() || info.Mode()&0o111 == 0 {
			return false
		}
	}
	return true
}
