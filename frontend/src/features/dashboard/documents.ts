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

export const ResidentMetricsDocument = graphql(`
  query DashboardResidentMetrics {
    residentMetrics { figure unit clause nameZh nameEn definitionZh definitionEn }
  }
`);

export const ResidentFiguresDocument = graphql(`
  query DashboardResidents($figures: [ResidentFigure!]!, $from: Date!, $until: Date!, $earlier: Date!, $earlierUntil: Date!, $year: Date!, $today: Date!, $first: Int!) {
    now: residentFigures(figures: $figures, from: $from, until: $until, first: $first) { edges { node { communityId community values } } }
    before: residentFigures(figures: $figures, from: $earlier, until: $earlierUntil, first: $first) { edges { node { communityId values } } }
    year: residentFigures(figures: $figures, from: $year, until: $today, first: $first) { edges { node { communityId values } } }
  }
`);

export const FigureRecordsDocument = graphql(`
  query DashboardRecords($figure: ResidentFigure!, $from: Date!, $until: Date!, $communityId: ID, $communityIds: [ID!], $after: Cursor) {
    residentFigures(figures: [$figure], from: $from, until: $until, communityIds: $communityIds, first: 1) { edges { node { community values } } }
    figureRecords(figure: $figure, from: $from, until: $until, communityId: $communityId, first: 50, after: $after) {
      totalCount
      edges {
        cursor
        node {
          day
          value
          about {
            __typename
            id
            ... on JobSeeker { resident { name } seekerState: state }
            ... on Program { title programState: state }
            ... on Project { title number stage }
          }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
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

export const FigureOthersDocument = graphql(`
  query DashboardOthers($figure: Figure!, $from: Date!, $until: Date!, $where: FigureFilter, $after: Cursor) {
    figureOthers(figure: $figure, from: $from, until: $until, where: $where, first: 50, after: $after) {
      totalCount
      edges {
        cursor
        node {
          day
          about {
            __typename
            id
            ... on Breach { breachKind: kind person { name } }
            ... on Absence { absenceKind: kind staff { name } }
          }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const FigureOfDocument = graphql(`
  query DashboardFigureOf($figures: [Figure!]!, $by: [ReportDimension!]!, $from: Date!, $until: Date!, $where: FigureFilter) {
    report(figures: $figures, by: $by, from: $from, until: $until, where: $where, first: 1) { edges { node { keys { by key name } values } } }
  }
`);
