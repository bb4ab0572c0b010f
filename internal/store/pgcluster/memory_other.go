//go:build !linux

package pgcluster

const memoryFolder = ""

func hasMemory() bool { return false }
