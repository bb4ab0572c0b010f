package service

import "xinxing/internal/office/casework"

// EntryOf is the entry that a row of the journal tells, for tests that forge one.
var EntryOf = entryOf

// DeedWord is the word for what a stand-in did, as the hand-over list prints it.
func DeedWord(k casework.EventKind) string { return deedWords[k] }

// StoresPartsOf lets the files of reports be stored in parts of so many bytes.
func StoresPartsOf(d *Desk, bytes int) { d.partSize = bytes }

// LooksThrough lets the cases behind a figure be looked through from so many entries on; it gives what was before.
func LooksThrough(d *Desk, from int) int {
	was := d.manyEntries
	d.manyEntries = from
	return was
}
