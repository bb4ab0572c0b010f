package gqlws

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"xinxing/server/gqlhttp"
)

const (
	typeInit      = "connection_init"
	typeAck       = "connection_ack"
	typePing      = "ping"
	typePong      = "pong"
	typeSubscribe = "subscribe"
	typeNext      = "next"
	typeError     = "error"
	typeComplete  = "complete"
)

const maxID = 256

// message is an incoming message whose form has been checked; params is set on a subscribe message unless bad tells why
// its operation alone is refused.
type message struct {
	kind    string
	id      string
	payload json.RawMessage
	params  *graphql.RawParams
	bad     *gqlhttp.Refusal
}

// readMessage holds a text frame against the protocol. A non-empty complaint is a reason for closing with 4400 and
// names nothing that the client sent.
func readMessage(raw []byte, maxDepth int) (m message, complaint string) {
	if !utf8.Valid(raw) {
		return m, "Message is not UTF-8"
	}
	// A map, not a struct: encoding/json would match a struct's fields without regard to case.
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		return m, "Message is not a JSON object"
	}
	if json.Unmarshal(fields["type"], &m.kind) != nil {
		return m, "Message has no type"
	}
	m.payload = fields["payload"]
	hasPayload := m.payload != nil && string(m.payload) != "null"
	isObject := hasPayload && m.payload[0] == '{'
	switch m.kind {
	case typeInit, typePing, typePong:
		if hasPayload && !isObject {
			return m, "The payload must be an object"
		}
		return m, ""
	case typeSubscribe:
		if complaint := m.readID(fields["id"]); complaint != "" {
			return m, complaint
		}
		if !isObject {
			return m, "The payload must be an object"
		}
		m.params, m.bad = gqlhttp.Decode(m.payload, maxDepth)
		if m.bad != nil && m.bad.Err.Extensions["code"] == gqlhttp.CodeBadRequest {
			return m, "The payload is not a GraphQL request"
		}
		return m, ""
	case typeComplete:
		return m, m.readID(fields["id"])
	default:
		return m, "Message has an unexpected type"
	}
}

func (m *message) readID(raw json.RawMessage) string {
	if len(raw) == 0 || raw[0] != '"' || json.Unmarshal(raw, &m.id) != nil || m.id == "" {
		return "The id must be a non-empty string"
	}
	// A backslash could hide a surrogate that would come back as another id.
	if len(m.id) > maxID || bytes.IndexByte(raw, '\\') >= 0 || !gqlhttp.ValidText(m.id) {
		return "The id must be plain and short"
	}
	return ""
}

// frame writes an outgoing message; payload is JSON as it stands, or nil.
func frame(kind, id string, payload []byte) []byte {
	b := make([]byte, 0, len(kind)+len(id)+len(payload)+40)
	b = append(b, `{"type":"`...)
	b = append(b, kind...)
	b = append(b, '"')
	if id != "" {
		quoted, _ := json.Marshal(id)
		b = append(b, `,"id":`...)
		b = append(b, quoted...)
	}
	if payload != nil {
		b = append(b, `,"payload":`...)
		b = append(b, payload...)
	}
	return append(b, '}')
}
