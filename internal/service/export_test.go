package service

// EntryOf is the entry that a row of the journal tells, for tests that forge one.
var EntryOf = entryOf
