package main

import "xinxing/internal/service"

// zeroCursor is the beginning of every journal.
var zeroCursor = service.EventCursor(0)
