package pgcluster

import (
	"fmt"
	"os"
	"strings"
	"syscall"
)

// memoryFolder is a folder whose files are in memory.
const memoryFolder = "/dev/shm"

// memoryRoom is what has to be free there, in bytes: the databases of tests and the server's log (max_wal_size) take less than half of it.
const memoryRoom = 4 << 30

// hasMemory tells whether there is room for the server in memory. A database of a test is hundreds of small files: a disk takes up to half a second to
// make one, memory a thirtieth.
func hasMemory() bool {
	var of syscall.Statfs_t
	if err := syscall.Statfs(memoryFolder, &of); err != nil || of.Bavail*uint64(of.Bsize) < memoryRoom {
		return false
	}
	// What the folder might hold is not what the machine has left.
	info, err := os.ReadFile("/proc/meminfo")
	if err != nil {
		return false
	}
	for line := range strings.Lines(string(info)) {
		var left uint64
		if n, _ := fmt.Sscanf(line, "MemAvailable: %d kB", &left); n == 1 {
			return left<<10 >= memoryRoom
		}
	}
	return false
}
