package gqlhttp

import (
	"net/http"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Codes found in extensions.code of the errors that this package makes.
const (
	CodeBadRequest       = "BAD_REQUEST"
	CodeBadString        = "BAD_STRING"
	CodeBatchRefused     = "BATCH_REFUSED"
	CodeBodyTooDeep      = "BODY_TOO_DEEP"
	CodeBodyTooLarge     = "BODY_TOO_LARGE"
	CodeMethodNotAllowed = "METHOD_NOT_ALLOWED"
	CodeNotAcceptable    = "NOT_ACCEPTABLE"
	CodeMediaType        = "UNSUPPORTED_MEDIA_TYPE"
	CodeNeedsStream      = "SUBSCRIPTION_NEEDS_STREAM"
	CodeSessionEnded     = "SESSION_ENDED"
	CodeShuttingDown     = "SHUTTING_DOWN"
	CodeInternal         = "INTERNAL"

	CodeTooManyTokens         = "TOO_MANY_TOKENS"
	CodeTooDeep               = "TOO_DEEP"
	CodeTooManyAliases        = "TOO_MANY_ALIASES"
	CodeComplexity            = "COMPLEXITY"
	CodeOperationTimeout      = "OPERATION_TIMEOUT"
	CodeIntrospectionDisabled = "INTROSPECTION_DISABLED"
	CodeDeferUnsupported      = "DEFER_UNSUPPORTED"
)

// Refusal is a request that was turned away before it reached the executor. Status is the HTTP status that fits it;
// Err is the GraphQL error with extensions.code, and extensions.field where one field is to blame. Neither ever holds
// a value out of the request.
type Refusal struct {
	Status int
	Err    *gqlerror.Error
	// allow is the Allow header of a 405.
	allow string
}

// Error returns the message of the GraphQL error.
func (r *Refusal) Error() string { return r.Err.Message }

func refuse(status int, code, message string) *Refusal {
	return &Refusal{Status: status, Err: codedError(code, message)}
}

func refuseField(code, field, message string) *Refusal {
	r := refuse(http.StatusBadRequest, code, message)
	r.Err.Extensions["field"] = field
	return r
}

func codedError(code, message string) *gqlerror.Error {
	return &gqlerror.Error{Message: message, Extensions: map[string]any{"code": code}}
}
