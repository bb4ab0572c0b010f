package service_test

import (
	"fmt"
	"strings"
	"testing"
)

// What fell due in the month is counted from an index: neither database reads all promises that there ever were.
func TestQ5_TheFiguresOfPromisesReadNoWholeTable(t *testing.T) {
	both(t, func(p *people) {
		p.closed()
		db, postgres := p.Desk.Store.DB().Writer(), p.Desk.Store.Postgres()
		rows, err := db.QueryContext(p.System(), "SELECT * FROM promises LIMIT 1")
		p.ok(err)
		columns, err := rows.Columns()
		p.ok(err)
		p.ok(rows.Close())
		copied := make([]string, len(columns))
		for i, name := range columns {
			switch name {
			case "id":
				copied[i] = "'prm_' || n"
			case "number":
				copied[i] = "n + 1"
			case "due_at":
				copied[i] = "strftime('%Y-%m-%d %H:%M:%S+00:00', due_at, '-' || (n * 6) || ' hours')"
				if postgres {
					copied[i] = "due_at - n * interval '6 hours'"
				}
			default:
				copied[i] = name
			}
		}
		_, err = db.ExecContext(p.System(), "INSERT INTO promises ("+strings.Join(columns, ", ")+") SELECT "+strings.Join(copied, ", ")+
			" FROM (SELECT * FROM promises LIMIT 1) AS one, (WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5000) SELECT n FROM c) AS many")
		p.ok(err)
		_, err = db.ExecContext(p.System(), "ANALYZE promises")
		p.ok(err)
		how, whole := "EXPLAIN QUERY PLAN ", "SCAN promises"
		if postgres {
			how, whole = "EXPLAIN ", "Seq Scan"
		}
		plan, err := db.QueryContext(p.System(), how+"SELECT result, COUNT(*) FROM promises WHERE community_id = $1 AND due_at >= '2025-11-01' AND due_at < '2025-12-01'"+
			" AND result IN ('KEPT', 'MISSED') GROUP BY result", p.Community)
		p.ok(err)
		defer func() { _ = plan.Close() }()
		cells, err := plan.Columns()
		p.ok(err)
		var said strings.Builder
		for plan.Next() {
			line := make([]any, len(cells))
			for i := range line {
				line[i] = new(any)
			}
			p.ok(plan.Scan(line...))
			last := *line[len(line)-1].(*any)
			if text, ok := last.([]byte); ok {
				last = string(text)
			}
			fmt.Fprintln(&said, last)
		}
		p.ok(plan.Err())
		if got := said.String(); !strings.Contains(got, "promise_community_id_due_at_result") || strings.Contains(got, whole) {
			t.Errorf("the plan is\n%s", got)
		}
		if f := p.figures(); f.Kept < 1 || f.Kept > 200 {
			t.Errorf("%d kept promises of this month", f.Kept)
		}
	})
}
