import { graphql } from "@/graphql/gen";

export const MetricsDocument = graphql(`
  query DashboardMetrics {
    metrics { figure unit clause nameZh nameEn definitionZh definitionEn }
  }
`);

export const TodayDocument = graphql(`
  query DashboardToday {
    queueTotals { open overdue dueToday offered }
    extended: cases(filter: { open: true, extended: true }, first: 1) { totalCount }
    posts { id name a { id } onDuty { id name } }
  }
`);

export const FiguresDocument = graphql(`
  query DashboardFigures($figures: [Figure!]!, $from: Date!, $until: Date!, $earlier: Date!, $earlierUntil: Date!, $year: Date!, $today: Date!) {
    now: report(figures: $figures, from: $from, until: $until, first: 1) { edges { node { values } } }
    before: report(figures: $figures, from: $earlier, until: $earlierUntil, first: 1) { edges { node { values } } }
    year: report(figures: $figures, from: $year, until: $today, first: 1) { edges { node { values } } }
  }
`);

export const CourseDocument = graphql(`
  query DashboardCourse($figures: [Figure!]!, $step: ReportStep!, $from: Date!, $until: Date!) {
    report(figures: $figures, step: $step, from: $from, until: $until, first: 150) { edges { node { from values } } }
  }
`);

export const GroupsDocument = graphql(`
  query DashboardGroups($figures: [Figure!]!, $by: [ReportDimension!]!, $from: Date!, $until: Date!) {
    report(figures: $figures, by: $by, from: $from, until: $until, first: 1000) {
      edges { node { keys { key name } values } }
      pageInfo { hasNextPage }
    }
  }
`);

export const EmploymentDocument = graphql(`
  query DashboardEmployment($from: Date!, $until: Date!) {
    employmentFigures(from: $from, until: $until) { registered placed kept6 }
  }
`);

export const ProgramsDocument = graphql(`
  query DashboardPrograms($from: Time!, $until: Time!) {
    programFigures(from: $from, until: $until) { events people volunteerMinutes }
  }
`);

export const CobuildDocument = graphql(`
  query DashboardCobuild {
    cobuildFigures { months { month residents minutes } }
  }
`);

export const FigureCasesDocument = graphql(`
  query DashboardCases($figure: Figure!, $from: Date!, $until: Date!, $where: FigureFilter, $after: Cursor) {
    figureCases(figure: $figure, from: $from, until: $until, where: $where, first: 50, after: $after) {
      totalCount
      edges { node { id receiptNo demand matter status contactAt channel item { id name } responsible { id name } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const FigureOfDocument = graphql(`
  query DashboardFigureOf($figures: [Figure!]!, $by: [ReportDimension!]!, $from: Date!, $until: Date!, $where: FigureFilter) {
    report(figures: $figures, by: $by, from: $from, until: $until, where: $where, first: 1) { edges { node { keys { by key name } values } } }
  }
`);
