package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/alecthomas/kong"
)

// settings is a settings file: a JSON object with flags as keys, e.g. {"database-url": "sqlite://data/xinxing.db"}. The
// command line and the environment beat it. A key that is no flag of any command is refused: misspelt, it would be
// left out without a word.
type settings map[string]any

var _ kong.Resolver = settings(nil)

func readSettings(r io.Reader) (kong.Resolver, error) {
	var s settings
	if err := json.NewDecoder(r).Decode(&s); err != nil {
		return nil, fmt.Errorf("settings file: %w", err)
	}
	return s, nil
}

// Validate refuses keys that are no flags.
func (s settings) Validate(app *kong.Application) error {
	var known []string
	err := kong.Visit(app, func(node kong.Visitable, next kong.Next) error {
		if flag, ok := node.(*kong.Flag); ok {
			known = append(known, flag.Name)
		}
		return next(nil)
	})
	for name := range s {
		if !slices.Contains(known, name) || name == "config" || name == "help" {
			err = errors.Join(err, fmt.Errorf("settings file: there is no setting %q", name))
		}
	}
	return err
}

// Resolve gives the file's value of a flag that the environment does not set.
func (s settings) Resolve(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	for _, name := range flag.Envs {
		if _, ok := os.LookupEnv(name); ok {
			return nil, nil
		}
	}
	return s[flag.Name], nil
}
