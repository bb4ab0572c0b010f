//go:build !unix

package pgcluster

import (
	"errors"
	"syscall"
)

func detached() *syscall.SysProcAttr { return nil }

func makeFolder() (string, error) {
	return "", errors.New("pgcluster: a private server needs Unix; name a running one in " + Env)
}
