package main

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"xinxing/server/gqlws"
)

// metrics counts what the program does; no label ever holds personal data or anything that a client wrote.
type metrics struct {
	registry   *prometheus.Registry
	requests   *prometheus.CounterVec
	operations *prometheus.HistogramVec
	errors     *prometheus.CounterVec
}

func newMetrics(sockets *gqlws.Registry) *metrics {
	m := &metrics{
		registry:   prometheus.NewRegistry(),
		requests:   prometheus.NewCounterVec(prometheus.CounterOpts{Name: "xinxing_http_requests_total", Help: "HTTP requests by status."}, []string{"status"}),
		operations: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "xinxing_operation_seconds", Help: "GraphQL queries and mutations.", Buckets: prometheus.ExponentialBuckets(0.001, 2, 14)}, []string{"kind"}),
		errors:     prometheus.NewCounterVec(prometheus.CounterOpts{Name: "xinxing_operation_errors_total", Help: "GraphQL errors by code."}, []string{"code"}),
	}
	m.registry.MustRegister(m.requests, m.operations, m.errors, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "xinxing_sockets", Help: "Live sockets and event streams."}, func() float64 { return float64(sockets.Len()) }))
	return m
}

func (m *metrics) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{}))
	return mux
}

// operation measures queries and mutations, and counts errors by their code.
func (m *metrics) operation(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	start := time.Now()
	resp := next(ctx)
	if !graphql.HasOperationContext(ctx) {
		return resp
	}
	if op := graphql.GetOperationContext(ctx).Operation; op != nil && op.Operation != "subscription" {
		m.operations.WithLabelValues(string(op.Operation)).Observe(time.Since(start).Seconds())
	}
	if resp != nil {
		for _, e := range resp.Errors {
			code, _ := e.Extensions["code"].(string)
			m.errors.WithLabelValues(code).Inc()
		}
	}
	return resp
}

type counted struct {
	http.ResponseWriter
	status int
}

func (c *counted) WriteHeader(status int) {
	c.status = status
	c.ResponseWriter.WriteHeader(status)
}

// Unwrap lets streams flush and sockets take the connection over.
func (c *counted) Unwrap() http.ResponseWriter { return c.ResponseWriter }

func (m *metrics) count(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := &counted{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(c, r)
		m.requests.WithLabelValues(strconv.Itoa(c.status)).Inc()
	})
}
