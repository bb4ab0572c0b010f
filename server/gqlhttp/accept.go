package gqlhttp

import (
	"mime"
	"net/http"
	"strconv"
	"strings"
)

const (
	typeJSON    = "application/json"
	typeGraphQL = "application/graphql-response+json"
	typeStream  = "text/event-stream"
)

// wish is how much a client wants one media type: its quality, how exactly it was named, and where in the header.
type wish struct {
	quality float64
	exact   int
	place   int
}

func (a wish) beats(b wish) bool {
	if a.quality != b.quality {
		return a.quality > b.quality
	}
	if a.exact != b.exact {
		return a.exact > b.exact
	}
	return a.place < b.place
}

// wishFor finds what the most exact range of an Accept header says of one media type (RFC 9110, 12.5.1).
func wishFor(accept, mediaType string) wish {
	var found wish
	for i, item := range strings.Split(accept, ",") {
		name, params, err := mime.ParseMediaType(item)
		if err != nil || !isUTF8(params["charset"]) {
			continue
		}
		exact := 0
		switch {
		case name == mediaType:
			exact = 3
		case name == mediaType[:strings.IndexByte(mediaType, '/')]+"/*":
			exact = 2
		case name == "*/*":
			exact = 1
		}
		if exact <= found.exact {
			continue
		}
		quality := 1.0
		if q, given := params["q"]; given {
			if quality, err = strconv.ParseFloat(q, 64); err != nil || quality < 0 || quality > 1 {
				quality = 0
			}
		}
		found = wish{quality, exact, i}
	}
	return found
}

// responseType chooses between the two media types of an answer; it is empty where the client takes neither. A client
// that says nothing gets application/json.
func responseType(r *http.Request) string {
	accept := strings.Join(r.Header.Values("Accept"), ",")
	if strings.TrimSpace(accept) == "" || accept == "*/*" {
		return typeJSON
	}
	plain, modern := wishFor(accept, typeJSON), wishFor(accept, typeGraphQL)
	switch {
	case plain.quality == 0 && modern.quality == 0:
		return ""
	case modern.beats(plain):
		return typeGraphQL
	default:
		return typeJSON
	}
}

// WantsStream tells whether the client named text/event-stream and would not rather have JSON: its answer is a stream,
// whose headers are gone before anything is executed.
func WantsStream(r *http.Request) bool {
	accept := strings.Join(r.Header.Values("Accept"), ",")
	if !strings.Contains(accept, "event-stream") {
		return false
	}
	stream := wishFor(accept, typeStream)
	return stream.exact == 3 && stream.quality > 0 &&
		!wishFor(accept, typeJSON).beats(stream) && !wishFor(accept, typeGraphQL).beats(stream)
}
