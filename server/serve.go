package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"xinxing/internal/demo"
	"xinxing/internal/service"
	"xinxing/internal/store"
)

type serveCommand struct {
	Listen  string    `env:"XINXING_LISTEN" default:"127.0.0.1:8080" help:"Address to listen on."`
	Metrics string    `env:"XINXING_METRICS_LISTEN" default:"127.0.0.1:9464" help:"Address of /metrics; empty for none."`
	TLS     bool      `name:"behind-tls" env:"XINXING_BEHIND_TLS" help:"The desk is reached by https (a proxy ends it): cookies are __Host- and Secure."`
	Proxies *int      `env:"XINXING_PROXIES" placeholder:"N" help:"Trusted proxies that a request passes one after the other; each adds an entry to X-Forwarded-For, and the N-th from the end is who asks. Without it 1 behind TLS, else 0: the header counts for nothing."`
	Public  string    `name:"public-url" env:"XINXING_PUBLIC_URL" help:"How residents reach the public pages, e.g. https://xinxing.example; stands in the codes of papers. Without it the address listened on."`
	Demo    bool      `help:"Serve a demo database; refused on any other."`
	Clock   time.Time `help:"With --demo: rehearse from this instant on, e.g. 2026-02-10T09:00:00+08:00." placeholder:"INSTANT"`
}

// mostProxies bounds a setting that is a slip of the pen beyond it.
const mostProxies = 10

// Run serves until it is told to stop, then closes every socket with 1001 and loses nothing.
func (s serveCommand) Run(ctx context.Context, c *Config) error {
	log := c.log()
	if s.Proxies != nil && (*s.Proxies < 0 || *s.Proxies > mostProxies) {
		return fmt.Errorf("--proxies: 0 to %d", mostProxies)
	}
	trade()
	d, err := c.open(ctx, nil, store.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = d.Store.Close() }()
	if d.Evidence, err = c.signer(); err != nil && !errors.Is(err, errNoJournalKey) {
		return err
	}
	if err := s.rehearse(ctx, d); err != nil {
		return err
	}
	site := newSite(d, s.TLS, log)
	if s.Proxies != nil {
		site.proxies = *s.Proxies
	}
	desk, err := net.Listen("tcp", s.Listen)
	if err != nil {
		return err
	}
	if d.PublicURL = s.Public; d.PublicURL == "" {
		d.PublicURL = "http://" + desk.Addr().String()
	}
	servers := []*http.Server{{Handler: site.handler(), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 32 << 10}}
	listeners := []net.Listener{desk}
	if s.Metrics != "" {
		l, err := net.Listen("tcp", s.Metrics)
		if err != nil {
			return errors.Join(err, desk.Close())
		}
		servers = append(servers, &http.Server{Handler: site.metrics.handler(), ReadHeaderTimeout: 10 * time.Second})
		listeners = append(listeners, l)
	}
	engine, stopEngine := context.WithCancel(ctx)
	var running sync.WaitGroup
	running.Go(func() { d.Run(engine) })
	running.Go(func() { d.Tidy(engine) })
	running.Go(func() { d.KeepPulls(engine) })
	running.Go(func() {
		if err := d.KeepFigures(engine); err != nil && engine.Err() == nil {
			log.Error("figures", "error", err)
		}
		d.KeepRollups(engine)
	})
	if d.Evidence.Key != nil {
		running.Go(func() { d.KeepLog(engine) })
	}
	failed := make(chan error, len(servers))
	for i, server := range servers {
		go func() { failed <- server.Serve(listeners[i]) }()
	}
	log.Info("serving", "address", "http://"+desk.Addr().String())
	if s.Demo {
		fmt.Printf("\n  %s\n\n", "http://"+desk.Addr().String())
	}
	select {
	case <-ctx.Done():
	case err = <-failed:
	}
	log.Info("stopping")
	site.ready.Store(false)
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
	defer cancel()
	err = errors.Join(err, site.sockets.Shutdown(stop))
	for _, server := range servers {
		err = errors.Join(err, server.Shutdown(stop))
	}
	stopEngine()
	running.Wait()
	return err
}

// trade spends memory for processor time where the environment says nothing else: most of a page's cost is garbage.
func trade() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(1 << 30)
	}
}

// rehearse checks that --demo names a demo database, and sets its clock.
func (s serveCommand) rehearse(ctx context.Context, d *service.Desk) error {
	isDemo, err := demo.Is(ctx, d)
	if err != nil {
		return err
	}
	if empty, err := demo.Empty(ctx, d); s.Demo && err == nil && empty {
		at := s.Clock
		if at.IsZero() {
			at = d.Clock.Now()
		}
		if err := fill(ctx, d, at, false); err != nil {
			return err
		}
		if err := printLogins(ctx, d); err != nil {
			return err
		}
		isDemo = true
	} else if err != nil {
		return err
	}
	switch {
	case s.Demo && !isDemo:
		return errors.New("this is not a demo database: --demo is refused; make one with `xinxing demo`")
	case !s.Clock.IsZero() && !s.Demo:
		return errors.New("--clock goes with --demo")
	case s.Demo && s.Clock.IsZero():
		d.Clock = service.NewRehearsalClock(d.Clock.Now(), d.Clock)
	case s.Demo:
		d.Clock = service.NewRehearsalClock(s.Clock, d.Clock)
	}
	return nil
}
