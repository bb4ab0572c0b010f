//go:build unix

package pgcluster

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"syscall"
)

// nobody is the user that the server runs as when we are root, which PostgreSQL refuses.
const nobody = 65534

// detached puts a child in a process group of its own, so that Ctrl-C does not end the server before
// the tests that use it.
func detached() *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{Setpgid: true}
	if os.Geteuid() == 0 {
		attr.Credential = &syscall.Credential{Uid: nobody, Gid: nobody}
	}
	return attr
}

// makeFolder makes a private folder for the server's user, below a folder which that user may enter
// and later remove it from: the one that FolderEnv names, else memory where there is room, else a disk.
func makeFolder() (string, error) {
	parents := []string{os.TempDir(), "/tmp", "/var/tmp"}
	if named := os.Getenv(FolderEnv); named != "" {
		parents = []string{named}
	} else if hasMemory() {
		parents = slices.Insert(parents, 0, memoryFolder)
	}
	var last error
	for _, parent := range parents {
		if os.Geteuid() == 0 && !openToAll(parent) {
			last = fmt.Errorf("%s is closed to other users", parent)
			continue
		}
		dir, err := os.MkdirTemp(parent, "xinxing-pg-")
		if err != nil {
			last = err
			continue
		}
		if os.Geteuid() == 0 {
			if err := os.Chown(dir, nobody, nobody); err != nil {
				os.Remove(dir) // the first error is the one to tell
				return "", fmt.Errorf("pgcluster: %w", err)
			}
		}
		return dir, nil
	}
	return "", fmt.Errorf("pgcluster: no folder for the server: %w", last)
}

func openToAll(dir string) bool {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return false
	}
	info, err := os.Stat(dir)
	if err != nil || info.Mode().Perm()&0o003 != 0o003 {
		return false
	}
	for dir != "/" {
		dir = filepath.Dir(dir)
		if info, err := os.Stat(dir); err != nil || info.Mode().Perm()&0o001 == 0 {
			return false
		}
	}
	return true
}
