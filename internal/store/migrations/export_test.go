package migrations

// The tests apply folders of their own.
var (
	ApplyFolder = applyFolder
	StatusOf    = statusOf
)

// TakeLock is the statement by which Apply waits for others.
const TakeLock = takeLock
