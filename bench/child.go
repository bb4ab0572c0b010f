package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// child is a process that serves, as its own program beside the load generator.
type child struct {
	name string
	url  string
	pid  int
	cmd  *exec.Cmd
	in   io.Closer
	log  *bytes.Buffer
	done chan struct{}
}

// guardScript ends the program when its standard input closes: the system closes it also where we are killed.
const guardScript = `"$@" </dev/null & pid=$!
echo $pid
read -r _
kill -TERM $pid 2>/dev/null
wait $pid`

// start runs a program that listens on address and waits until its /readyz answers.
func start(ctx context.Context, name, address string, environment []string, program string, args ...string) (*child, error) {
	c := &child{name: name, url: "http://" + address, log: &bytes.Buffer{}, done: make(chan struct{})}
	c.cmd = exec.Command("/bin/sh", append([]string{"-c", guardScript, "guard", program}, args...)...)
	c.cmd.Env = append(os.Environ(), environment...)
	c.cmd.Stderr = c.log
	in, err := c.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := c.cmd.Start(); err != nil {
		return nil, err
	}
	c.in = in
	line, err := bufio.NewReader(out).ReadString('\n')
	if err == nil {
		c.pid, err = strconv.Atoi(strings.TrimSpace(line))
	}
	go func() {
		_, _ = io.Copy(io.Discard, out)
		_ = c.cmd.Wait() // how it ended is told by its log
		close(c.done)
	}()
	if err != nil {
		return nil, errors.Join(err, c.stop())
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		if r, err := http.Get(c.url + "/readyz"); err == nil {
			_ = r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return c, nil
			}
		}
		select {
		case <-tick.C:
		case <-c.done:
			return nil, fmt.Errorf("%s ended: %s", name, c.log)
		case <-ctx.Done():
			return nil, errors.Join(fmt.Errorf("%s does not get ready: %w", name, ctx.Err()), c.stop(), fmt.Errorf("its log: %s", c.log))
		}
	}
}

// stop ends the process, gently first.
func (c *child) stop() error {
	if c == nil {
		return nil
	}
	_ = c.in.Close()
	select {
	case <-c.done:
		return nil
	case <-time.After(25 * time.Second):
	}
	if c.pid > 0 {
		_ = syscall.Kill(c.pid, syscall.SIGKILL)
	}
	<-c.done
	return fmt.Errorf("%s had to be killed", c.name)
}

// freeAddress is a loopback address that nobody listens on.
func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String(), nil
}

// usage is what a process took: its memory now and at most, in bytes, and its processor time. Zero where the system does
// not tell (only Linux does).
type usage struct {
	now, most int64
	cpu       time.Duration
}

func (c *child) usage() usage {
	var u usage
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.pid))
	if err != nil {
		return u
	}
	for line := range strings.Lines(string(status)) {
		name, value, _ := strings.Cut(line, ":")
		f := strings.Fields(value)
		if len(f) != 2 {
			continue
		}
		kib, _ := strconv.ParseInt(f[0], 10, 64)
		switch name {
		case "VmRSS":
			u.now = kib << 10
		case "VmHWM":
			u.most = kib << 10
		}
	}
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", c.pid))
	if err != nil {
		return u
	}
	_, after, _ := strings.Cut(string(stat), ") ")
	if f := strings.Fields(after); len(f) > 13 {
		user, _ := strconv.ParseInt(f[11], 10, 64)
		system, _ := strconv.ParseInt(f[12], 10, 64)
		const tick = 10 * time.Millisecond // USER_HZ is 100 on every Linux that Go knows
		u.cpu = time.Duration(user+system) * tick
	}
	return u
}

// forget makes the most memory count from now on.
func (c *child) forget() {
	_ = os.WriteFile(fmt.Sprintf("/proc/%d/clear_refs", c.pid), []byte("5"), 0)
}
