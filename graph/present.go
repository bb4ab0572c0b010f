package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"xinxing/internal/office"
	"xinxing/internal/office/accountability"
	"xinxing/internal/office/casework"
	"xinxing/internal/office/cobuild"
	"xinxing/internal/office/duty"
	"xinxing/internal/office/program"
	"xinxing/internal/office/reporting"
	"xinxing/internal/office/workday"
	"xinxing/internal/service"
)

// Present turns any error into what a client sees: a refusal with its code, clause, field and facts; an error of the
// request itself as it stands; and anything else as INTERNAL, whose detail stays in the log.
func Present(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		var refusal *office.Refusal
		if errors.As(err, &refusal) {
			e := &gqlerror.Error{Message: refusal.Error(), Path: graphql.GetPath(ctx), Extensions: map[string]any{}}
			for k, v := range refusal.Facts {
				e.Extensions[k] = v
			}
			e.Extensions["code"] = string(refusal.Code)
			if refusal.Clause != "" {
				e.Extensions["clause"] = refusal.Clause
			}
			if refusal.Field != "" {
				e.Extensions["field"] = refusal.Field
			}
			return e
		}
		var ours *gqlerror.Error
		if errors.As(err, &ours) && ours.Err == nil {
			return ours
		}
		if field := argument(ctx, ours); field != "" {
			return &gqlerror.Error{
				Message: "a value is not what " + field + " takes", Path: graphql.GetPath(ctx),
				Extensions: map[string]any{"code": string(office.BadInput), "field": field},
			}
		}
		if ours != nil {
			// What gqlgen found wrong with a value carries its cause; a refusal among causes was met above.
			if _, coded := ours.Extensions["code"]; coded {
				return ours
			}
		}
		if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
			return &gqlerror.Error{Message: "the operation took too long", Path: graphql.GetPath(ctx), Extensions: map[string]any{"code": "OPERATION_TIMEOUT"}}
		}
		log.ErrorContext(ctx, "internal error", "error", err, "path", graphql.GetPath(ctx).String())
		return &gqlerror.Error{Message: "internal error", Path: graphql.GetPath(ctx), Extensions: map[string]any{"code": string(office.Internal)}}
	}
}

// argument names the argument, or the field of an input, whose value could not be read; "" where the error is another's.
// gqlgen puts such an error on a path that goes on below the field which is executed.
func argument(ctx context.Context, e *gqlerror.Error) string {
	at := graphql.GetPath(ctx)
	if e == nil || len(at) == 0 || len(e.Path) <= len(at) {
		return ""
	}
	var names []string
	for i, step := range e.Path[len(at):] {
		if name := fmt.Sprint(step); i > 0 || name != "input" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ".")
}

// Recover turns a panic of a resolver into INTERNAL.
func Recover(log *slog.Logger) graphql.RecoverFunc {
	return func(ctx context.Context, p any) error {
		log.ErrorContext(ctx, "panic", "panic", p, "stack", string(debug.Stack()))
		return office.Refuse(office.Internal, "", "")
	}
}

// Weigh tells what lists cost: one for each entry that may come, times what is asked of it.
func Weigh(c *ComplexityRoot) {
	of := func(first *int, otherwise, child int) int { return 1 + min(max(or(first, otherwise), 1), 200)*child }
	c.Query.Cases = func(child int, _ *service.CaseFilter, _ *service.CaseOrder, first *int, _ *string) int {
		return of(first, 50, child)
	}
	c.Query.Breaches = func(child int, _ *string, _ []casework.BreachKind, _ []accountability.State, _ *string, first *int, _ *string) int {
		return of(first, 50, child)
	}
	c.Query.Gifts = func(child int, _ *string, _ *bool, first *int, _ *string) int { return of(first, 50, child) }
	c.Query.Programs = func(child int, _, _ *time.Time, _ []program.State, _ []program.Kind, first *int, _ *string) int {
		return of(first, 50, child)
	}
	c.Query.Groups = func(child int, _ bool) int { return 1 + 20*child }
	c.Query.Props = func(child int, _ []program.PropKind, _ *string, _, _ *bool, first *int, _ *string) int {
		return of(first, 50, child)
	}
	c.ProgramFigures.Kinds = func(child int) int { return 1 + 8*child }
	c.Program.Sessions = func(child int) int { return 1 + 10*child }
	c.Program.Acts = func(child int) int { return 1 + 20*child }
	c.Program.Enrolments = func(child int, _ bool, first, _ int) int { return of(&first, 50, child) }
	c.Program.Volunteers = func(child int) int { return 1 + 20*child }
	c.Program.Events = func(child int) int { return 1 + 10*child }
	c.Group.Members = func(child int, _ bool) int { return 1 + 50*child }
	c.Group.Rehearsals = func(child int) int { return 1 + 20*child }
	c.Group.Programs = func(child int) int { return 1 + 10*child }
	c.Group.Events = func(child int) int { return 1 + 10*child }
	c.Prop.Loans = func(child int) int { return 1 + 10*child }
	c.Prop.Events = func(child int) int { return 1 + 10*child }
	c.Breach.Events = func(child int) int { return 1 + 10*child }
	c.Gift.Events = func(child int) int { return 1 + 10*child }
	c.Gift.Returns = func(child int) int { return 1 + 5*child }
	c.Case.Apologies = func(child int) int { return 1 + 2*child }
	c.Query.Ratings = func(child int, first *int, _ *string) int { return of(first, 50, child) }
	c.RatingSums.Items = func(child int) int { return 1 + 20*child }
	c.RatingSums.Posts = func(child int) int { return 1 + 20*child }
	c.Query.MyWarnings = func(child int, first *int) int { return of(first, 20, child) }
	c.Query.Residents = func(child int, _ string, first *int) int { return of(first, 10, child) }
	c.Query.Ledgers = func(child int) int { return 1 + 12*child }
	c.Query.LedgersTaken = func(child int) int { return 1 + 20*child }
	c.Query.JournalCheckpoints = func(child int) int { return 1 + 10*child }
	c.Query.Tokens = func(child int) int { return 1 + 20*child }
	c.ApiToken.Reads = func(child int, first *int, _ *string) int { return of(first, 50, child) }
	c.Query.Nodes = func(child int, ids []string) int { return 1 + len(ids)*child }
	c.Query.Inbox = func(child int) int { return 1 + 20*child }
	c.Query.Absences = func(child int, _ *string, _ []duty.AbsenceState, _, _ *time.Time, first *int, _ *string) int {
		return of(first, 50, child)
	}
	c.Query.AbsencesWaiting = func(child int) int { return 1 + 10*child }
	c.Query.OfficePeriods = func(child int, _ workday.Date, days int) int { return 1 + min(max(days, 1), 366)*child }
	c.Query.StandingIn = func(child int) int { return 1 + 5*child }
	c.Query.Coverage = func(child int, _ *workday.Date, weeks *int) int { return 1 + min(max(or(weeks, 6), 1), 12)*child }
	c.Coverage.Posts = func(child int) int { return 1 + 10*child }
	c.PostCoverage.HalfDays = func(child int) int { return 1 + 2*child }
	c.Post.Studies = func(child int) int { return 1 + 20*child }
	c.Absence.Lists = func(child int) int { return 1 + 3*child }
	c.Absence.Events = func(child int) int { return 1 + 10*child }
	c.Absence.Papers = func(child int) int { return 1 + 3*child }
	c.Absence.Printed = func(child int) int { return 1 + 10*child }
	c.PostHandOver.Lines = func(child int) int { return 1 + 10*child }
	c.PostHandOver.LinesNow = func(child int) int { return 1 + 10*child }
	c.PostHandOver.Done = func(child int) int { return 1 + 20*child }
	c.Case.Events = func(child int, first *int, _ *string) int { return of(first, 50, child) }
	c.Case.Promises = func(child int) int { return 1 + 5*child }
	c.Case.HandOvers = func(child int) int { return 1 + 5*child }
	c.Case.Extensions = func(child int) int { return 1 + 5*child }
	c.Case.Breaches = func(child int) int { return 1 + 5*child }
	c.Case.Notices = func(child int) int { return 1 + 5*child }
	c.Case.Pieces = func(child int) int { return 1 + 10*child }
	c.Case.Charges = func(child int) int { return 1 + 5*child }
	c.Case.Attachments = func(child int) int { return 1 + 10*child }
	c.Case.Printed = func(child int) int { return 1 + 10*child }
	c.Case.Papers = func(child int) int { return 1 + 10*child }
	c.Query.Partners = func(child int, _ *string, _ *cobuild.PartnerKind, _ bool, first *int, _ *string) int {
		return of(first, 50, child)
	}
	c.Query.Projects = func(child int, _ []cobuild.Stage, _ []cobuild.ProjectKind, _ *string, _ *bool, _ *string, first *int, _ *string) int {
		return of(first, 50, child)
	}
	c.Partner.Contacts = func(child int) int { return 1 + 5*child }
	c.Partner.Projects = func(child int) int { return 1 + 10*child }
	c.Partner.Events = func(child int) int { return 1 + 10*child }
	c.Project.Partners = func(child int) int { return 1 + 5*child }
	c.Project.Pledges = func(child int) int { return 1 + 10*child }
	c.Project.Totals = func(child int) int { return 1 + 5*child }
	c.Project.Moves = func(child int) int { return 1 + 3*child }
	c.Project.Events = func(child int) int { return 1 + 10*child }
	c.Query.Resources = func(child int, _ *cobuild.ResourceKind, _ *string, _ *string, first *int, _ *string) int {
		return of(first, 50, child)
	}
	c.Query.Bookings = func(child int, _, _ time.Time, _ *string) int { return 1 + 50*child }
	c.CobuildFigures.Contributions = func(child int) int { return 1 + 20*child }
	c.CobuildFigures.Months = func(child int) int { return 1 + 12*child }
	c.CobuildFigures.Stages = func(child int) int { return 1 + 6*child }
	c.Query.Metrics = func(child int) int { return 1 + 20*child }
	c.Query.Report = func(child int, _ []reporting.Figure, _ []reporting.Dimension, _ reporting.Step, _, _ workday.Date, _ *service.FigureFilter, first int, _ *string) int {
		return 20 + max(first, 0)*child
	}
	c.Query.ReportPulls = func(child, first int) int { return of(&first, 20, child) }
	c.ApiToken.Communities = func(child int) int { return 1 + 5*child }
	c.Query.FigureCases = func(child int, _ reporting.Figure, _, _ workday.Date, _ *service.FigureFilter, first int, _ *string) int {
		return of(&first, 50, child)
	}
	c.Query.FigureOthers = func(child int, _ reporting.Figure, _, _ workday.Date, _ *service.FigureFilter, first int, _ *string) int {
		return of(&first, 50, child)
	}
	c.Query.FigureRecords = func(child int, _ reporting.ResidentFigure, _, _ workday.Date, _ *string, first int, _ *string) int {
		return 20 + of(&first, 50, child)
	}
	c.Query.FigureChanges = func(child int, _ *string) int { return 50 + child }
	c.FigureChanges.Days = func(child int) int { return 1 + 100*child }
	c.Query.ResidentFigureChanges = func(child int, _ *string) int { return 50 + child }
	c.ResidentChanges.Changed = func(child int) int { return 1 + 60*child }
	c.Query.ResidentMetrics = func(child int) int { return 1 + 20*child }
	c.Query.ResidentFigures = func(child int, _ []reporting.ResidentFigure, _ *reporting.ResidentAttribute, _ reporting.Step, _, _ workday.Date, _ []string, first int, _ *string) int {
		return 20 + max(first, 0)*child
	}
	c.ReportRow.Keys = func(child int) int { return 1 + child }
	c.Project.Tasks = func(child int) int { return 1 + 10*child }
	c.Program.Pictures = func(child int) int { return 1 + 10*child }
	c.Project.Pictures = func(child int) int { return 1 + 10*child }
	c.Project.Participations = func(child int) int { return 1 + 10*child }
	c.Project.Bookings = func(child int) int { return 1 + 5*child }
	c.Project.Cases = func(child int) int { return 1 + 10*child }
	c.Case.Projects = func(child int) int { return 1 + 2*child }
	c.Resource.Events = func(child int) int { return 1 + 10*child }
	c.Pledge.Deliveries = func(child int) int { return 1 + 3*child }
	c.Query.JobSeekers = func(child int, _ *service.JobSeekerFilter, first *int, _ *string) int { return of(first, 50, child) }
	c.Query.Openings = func(child int, _ *service.OpeningFilter, first *int, _ *string) int { return of(first, 50, child) }
	c.JobSeeker.Matches = func(child int, first *int) int { return of(first, 20, child) }
	c.Opening.Matches = func(child int, first *int) int { return of(first, 20, child) }
	c.JobSeeker.Talks = func(child int) int { return 1 + 10*child }
	c.JobSeeker.Referrals = func(child int) int { return 1 + 10*child }
	c.JobSeeker.FollowUps = func(child int) int { return 1 + 10*child }
	c.JobSeeker.Events = func(child int) int { return 1 + 20*child }
	c.Opening.Referrals = func(child int) int { return 1 + 10*child }
	c.Opening.Events = func(child int) int { return 1 + 10*child }
	c.Resident.RecentCases = func(child int) int { return 1 + 20*child }
}

// pointers gives a list as gqlgen wants it.
func pointers[T any](all []T) []*T {
	out := make([]*T, len(all))
	for i := range all {
		out[i] = &all[i]
	}
	return out
}
