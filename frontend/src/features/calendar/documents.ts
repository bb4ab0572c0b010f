import { graphql } from "@/graphql/gen";

export const CalendarYearDocument = graphql(`
  query CalendarYearPage($year: Int!) {
    calendarYear(year: $year) {
      year
      provisional
      workingDays
      notice { title number published source }
      days { date working kind name source provisional }
    }
  }
`);

export const JournalCheckpointsDocument = graphql(`
  query JournalCheckpoints {
    journalCheckpoints { community { id name } size root at note }
  }
`);

export const ExplainDeadlineDocument = graphql(`
  query ExplainDeadline($from: Date!, $workingDays: Int!) {
    explainDeadline(from: $from, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }
  }
`);

export const SetCalendarDayDocument = graphql(`
  mutation SetCalendarDay($input: SetCalendarDayInput!) {
    setCalendarDay(input: $input) { day { date working kind name source provisional } recomputed kept clientMutationId }
  }
`);

export const RemoveCalendarDayDocument = graphql(`
  mutation RemoveCalendarDay($input: RemoveCalendarDayInput!) {
    removeCalendarDay(input: $input) { day { date working kind name source provisional } recomputed kept clientMutationId }
  }
`);
