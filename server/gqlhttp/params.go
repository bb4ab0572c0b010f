package gqlhttp

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"

	"github.com/99designs/gqlgen/graphql"
)

// Decode reads one GraphQL request from JSON: an object with query, operationName, variables and extensions. It refuses
// what is not such an object, a batch, nesting beyond maxDepth, and every string that holds a control character, an
// unpaired surrogate or invalid UTF-8, string literals inside the query included. Numbers stay json.Number.
func Decode(raw []byte, maxDepth int) (*graphql.RawParams, *Refusal) {
	if !json.Valid(raw) {
		return nil, refuse(http.StatusBadRequest, CodeBadRequest, "The request is not valid JSON.")
	}
	switch bytes.TrimLeft(raw, " \t\r\n")[0] {
	case '{':
	case '[':
		return nil, refuse(http.StatusBadRequest, CodeBatchRefused, "Batched requests are not accepted: send one operation per request.")
	default:
		return nil, refuse(http.StatusBadRequest, CodeBadRequest, "The request is not a JSON object.")
	}
	if bad := scanJSON(raw, nil, maxDepth); bad != nil {
		return nil, bad
	}
	// A map, not a struct: encoding/json would match a struct's fields without regard to case.
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return nil, refuse(http.StatusBadRequest, CodeBadRequest, "The request is not valid JSON.")
	}
	var p graphql.RawParams
	if bad := textField(fields, "query", &p.Query); bad != nil {
		return nil, bad
	}
	if bad := textField(fields, "operationName", &p.OperationName); bad != nil {
		return nil, bad
	}
	if bad := mapField(fields, "variables", &p.Variables); bad != nil {
		return nil, bad
	}
	if bad := mapField(fields, "extensions", &p.Extensions); bad != nil {
		return nil, bad
	}
	return finish(&p)
}

func textField(fields map[string]json.RawMessage, name string, into *string) *Refusal {
	raw, ok := fields[name]
	if !ok || isNull(raw) {
		return nil
	}
	if raw[0] != '"' || json.Unmarshal(raw, into) != nil {
		return refuseField(CodeBadRequest, name, "The parameter "+name+" is not a string.")
	}
	return nil
}

func mapField(fields map[string]json.RawMessage, name string, into *map[string]any) *Refusal {
	raw, ok := fields[name]
	if !ok || isNull(raw) {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if raw[0] != '{' || dec.Decode(into) != nil {
		return refuseField(CodeBadRequest, name, "The parameter "+name+" is not an object.")
	}
	return nil
}

func isNull(raw json.RawMessage) bool { return string(raw) == "null" }

// finish checks what all ways of sending parameters share.
func finish(p *graphql.RawParams) (*graphql.RawParams, *Refusal) {
	if p.Query == "" && p.Extensions["persistedQuery"] == nil {
		return nil, refuseField(CodeBadRequest, "query", "The parameter query is missing.")
	}
	if bad := scanDocument(p.Query); bad != nil {
		return nil, bad
	}
	return p, nil
}

// readParams takes the parameters out of a GET or POST request.
func (c *config) readParams(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *Refusal) {
	start := graphql.Now()
	var p *graphql.RawParams
	var bad *Refusal
	switch r.Method {
	case http.MethodGet:
		p, bad = c.readURL(r)
	case http.MethodPost:
		p, bad = c.readBody(w, r)
	default:
		bad = refuse(http.StatusMethodNotAllowed, CodeMethodNotAllowed, "Only GET and POST are accepted here.")
		bad.allow = "GET, POST"
	}
	if bad != nil {
		return nil, bad
	}
	p.Headers = r.Header
	p.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	return p, nil
}

func (c *config) tooLarge(status int) *Refusal {
	bad := refuse(status, CodeBodyTooLarge, "The request is too large.")
	bad.Err.Extensions["limit"] = c.maxBody
	return bad
}

func (c *config) readBody(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *Refusal) {
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != typeJSON || !isUTF8(params["charset"]) {
		return nil, refuse(http.StatusUnsupportedMediaType, CodeMediaType, "The request body must be application/json in UTF-8.")
	}
	if coding := r.Header.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return nil, refuse(http.StatusUnsupportedMediaType, CodeMediaType, "The request body may not be compressed.")
	}
	if r.ContentLength > c.maxBody {
		return nil, c.tooLarge(http.StatusRequestEntityTooLarge)
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, c.maxBody))
	if err != nil {
		if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
			return nil, c.tooLarge(http.StatusRequestEntityTooLarge)
		}
		return nil, refuse(http.StatusBadRequest, CodeBadRequest, "The request body could not be read.")
	}
	return Decode(body, c.maxDepth)
}

func isUTF8(charset string) bool {
	return charset == "" || strings.EqualFold(charset, "utf-8") || strings.EqualFold(charset, "utf8")
}

func (c *config) readURL(r *http.Request) (*graphql.RawParams, *Refusal) {
	if int64(len(r.URL.RawQuery)) > c.maxBody {
		return nil, c.tooLarge(http.StatusRequestURITooLong)
	}
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, refuse(http.StatusBadRequest, CodeBadRequest, "The query of the URL is malformed.")
	}
	for _, name := range []string{"query", "operationName", "variables", "extensions"} {
		if len(values[name]) > 1 {
			return nil, refuseField(CodeBadRequest, name, "The parameter "+name+" is given twice.")
		}
		if !ValidText(values.Get(name)) {
			return nil, refuseField(CodeBadString, name, badStringMessage)
		}
	}
	p := graphql.RawParams{Query: values.Get("query"), OperationName: values.Get("operationName")}
	if bad := c.mapParam(values, "variables", &p.Variables); bad != nil {
		return nil, bad
	}
	if bad := c.mapParam(values, "extensions", &p.Extensions); bad != nil {
		return nil, bad
	}
	return finish(&p)
}

func (c *config) mapParam(values url.Values, name string, into *map[string]any) *Refusal {
	raw := []byte(strings.TrimSpace(values.Get(name)))
	if len(raw) == 0 {
		return nil
	}
	if !json.Valid(raw) {
		return refuseField(CodeBadRequest, name, "The parameter "+name+" is not valid JSON.")
	}
	if bad := scanJSON(raw, &step{key: []byte(name)}, c.maxDepth-1); bad != nil {
		return bad
	}
	return mapField(map[string]json.RawMessage{name: raw}, name, into)
}
