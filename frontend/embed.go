// Package frontend holds the built pages of the desk.
package frontend

import (
	"embed"
	"io/fs"
)

// Dist is the folder that `npm run build` writes; it holds nothing but .gitkeep until then.
//
//go:embed all:dist
var Dist embed.FS

// FS returns the built pages with index.html at the root; reading index.html fails with fs.ErrNotExist where they were not built.
func FS() fs.FS {
	sub, err := fs.Sub(Dist, "dist")
	if err != nil {
		panic(err) // "dist" is a valid path: fs.Sub cannot fail
	}
	return sub
}
