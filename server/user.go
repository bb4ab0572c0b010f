package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"xinxing/internal/office/duty"
	"xinxing/internal/service"
	"xinxing/internal/store"
)

type userCommand struct {
	Add           addUser       `cmd:"" help:"Add a member of staff; the password is read from standard input. Example: echo \"$PASSWORD\" | xinxing user add liping --name 李萍 --role CLERK --community 新星社区"`
	ResetPassword resetPassword `cmd:"" name:"reset-password" help:"Give a person a new password, read from standard input, and end all their sessions. Example: echo \"$PASSWORD\" | xinxing user reset-password liping"`
}

type addUser struct {
	Login     string   `arg:"" help:"Sign-in name."`
	Name      string   `required:"" help:"Name of the person."`
	Title     string   `help:"Title, e.g. 主任."`
	Role      []string `required:"" enum:"CLERK,LEADER,DIRECTOR,SUPERVISOR,ADMINISTRATOR" help:"CLERK, LEADER, DIRECTOR, SUPERVISOR or ADMINISTRATOR; several are allowed."`
	Superior  string   `help:"Sign-in name of the superior."`
	Community string   `help:"Name of the community; on an empty database it is made."`
	Parent    string   `help:"Name of the subdistrict above a community that is made."`
}

// Run adds the person.
func (a addUser) Run(ctx context.Context, c *Config) error {
	password, err := passwordFromInput()
	if err != nil {
		return err
	}
	d, err := c.open(ctx, nil, store.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = d.Store.Close() }()
	roles := make([]duty.Role, len(a.Role))
	for i, r := range a.Role {
		roles[i] = duty.Role(r)
	}
	if n, err := d.Store.Read().Community.Query().Count(store.With(ctx, store.System())); err != nil {
		return err
	} else if n == 0 && a.Community != "" {
		if a.Parent != "" {
			if _, err := d.FoundOffice(ctx, a.Parent, ""); err != nil {
				return err
			}
		}
		if _, err := d.FoundOffice(ctx, a.Community, a.Parent); err != nil {
			return err
		}
	}
	s, err := d.AddUser(ctx, service.NewUser{
		Login: a.Login, Password: password, Name: a.Name, Title: a.Title, Roles: roles, Superior: a.Superior, Community: a.Community,
	})
	if err != nil {
		return err
	}
	_, err = fmt.Printf("%s (%s) may sign in\n", s.Login, s.Name)
	return err
}

type resetPassword struct {
	Login string `arg:"" help:"Sign-in name."`
}

// Run gives the person a new password.
func (r resetPassword) Run(ctx context.Context, c *Config) error {
	password, err := passwordFromInput()
	if err != nil {
		return err
	}
	d, err := c.open(ctx, nil, store.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = d.Store.Close() }()
	if err := d.SetPassword(ctx, r.Login, password); err != nil {
		return err
	}
	_, err = fmt.Printf("%s has a new password; all sessions ended\n", r.Login)
	return err
}

// passwordFromInput reads one line; a password on the command line would stay in the shell's history.
func passwordFromInput() (string, error) {
	lines := bufio.NewScanner(os.Stdin)
	if !lines.Scan() {
		return "", errors.Join(errors.New("the password is read from standard input, one line"), lines.Err())
	}
	return strings.TrimRight(lines.Text(), "\r"), nil
}
