package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"xinxing/internal/office/workday"
	"xinxing/internal/store"
)

type calendarCommand struct {
	Import importCommand `cmd:"" help:"Import a year's notice of the State Council from a file. Example: xinxing calendar import 2027.json"`
	Due    dueCommand    `cmd:"" help:"The due date so many working days after a date. Examples: xinxing calendar due 2026-02-10 --working-days 7 --explain; xinxing calendar due - --working-days 5 < dates.txt"`
}

type importCommand struct {
	File string `arg:"" type:"existingfile" help:"The notice, in the form of internal/office/workday/notices."`
}

// Run imports a notice and recomputes the open promises that it touches.
func (i importCommand) Run(ctx context.Context, c *Config) error {
	f, err := os.Open(i.File)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	notice, err := workday.ParseNotice(f)
	if err != nil {
		return fmt.Errorf("%s: %w", i.File, err)
	}
	d, err := c.open(ctx, nil, store.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = d.Store.Close() }()
	n, err := d.ImportNotice(ctx, notice)
	if err != nil {
		return err
	}
	_, err = fmt.Printf("%d: %s, %d rows; %d open promises moved\n", notice.Year, notice.Title, len(notice.Rows), n)
	return err
}

type dueCommand struct {
	Date        string `arg:"" help:"A day, e.g. 2026-02-10, or - for one a line on standard input."`
	WorkingDays int    `required:"" help:"How many working days, 1 to 400."`
	Explain     bool   `help:"Tell each counted and skipped day with its reason."`
	Zone        string `default:"Asia/Shanghai" help:"Time zone of the office."`
	Database    bool   `help:"Use the calendar of the database, with its local days, rather than the one that ships."`
}

// Run prints the due date first; with --explain its reasons follow.
func (q dueCommand) Run(ctx context.Context, c *Config) error {
	cal, err := q.calendar(ctx, c)
	if err != nil {
		return err
	}
	if q.WorkingDays < 1 || q.WorkingDays > 400 {
		return errors.New("--working-days takes 1 to 400")
	}
	if q.Date != "-" {
		return q.answer(os.Stdout, cal, q.Date)
	}
	lines := bufio.NewScanner(os.Stdin)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" {
			continue
		}
		if err := q.answer(os.Stdout, cal, line); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return lines.Err()
}

func (q dueCommand) calendar(ctx context.Context, c *Config) (*workday.Calendar, error) {
	if !q.Database {
		notices, err := workday.Notices()
		if err != nil {
			return nil, err
		}
		loc, err := time.LoadLocation(q.Zone)
		if err != nil {
			return nil, err
		}
		return workday.New(workday.Config{Location: loc, Hours: workday.DefaultHours()}.WithNotices(notices))
	}
	d, err := c.open(ctx, nil, store.Options{})
	if err != nil {
		return nil, err
	}
	defer func() { _ = d.Store.Close() }()
	id, err := d.OnlyCommunity(ctx)
	if err != nil {
		return nil, err
	}
	o, err := d.Office(ctx, id)
	if err != nil {
		return nil, err
	}
	return o.Calendar, nil
}

func (q dueCommand) answer(w io.Writer, cal *workday.Calendar, date string) error {
	day, err := workday.ParseDate(date)
	if err != nil {
		return err
	}
	e, err := cal.ExplainDays(time.Date(day.Year, day.Month, day.Day, 12, 0, 0, 0, cal.Location()), q.WorkingDays)
	if err != nil {
		return err
	}
	due := e.Due.At.Add(-1).In(cal.Location())
	provisional := ""
	if e.Due.Provisional {
		provisional = "\tprovisional"
	}
	if _, err := fmt.Fprintf(w, "%s%s\n", workday.DateOf(due, cal.Location()), provisional); err != nil {
		return err
	}
	if !q.Explain {
		return nil
	}
	for _, s := range e.Steps {
		mark := "  -"
		if s.Counted {
			mark = fmt.Sprintf("%3d", s.Ordinal)
		}
		if _, err := fmt.Fprintf(w, "%s  %s %s  %s\n", mark, s.Date, s.Date.Weekday().String()[:3], strings.TrimSpace(string(s.Reason)+"  "+s.Name)); err != nil {
			return err
		}
	}
	return nil
}
