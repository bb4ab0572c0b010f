import { graphql } from "@/graphql/gen";

export const AbsenceRowFragment = graphql(`
  fragment AbsenceRow on Absence {
    id
    staff { id name }
    kind
    from
    until
    state
    lists { id to { id name } writtenAt acceptedAt }
    allowedActs
  }
`);

export const AbsencesPageDocument = graphql(`
  query AbsencesPage($staffId: ID) {
    now: absences(staffId: $staffId, states: [RUNNING], first: 50) { edges { node { id ...AbsenceRow } } }
    coming: absences(staffId: $staffId, states: [ASKED, APPROVED], first: 50) { edges { node { id ...AbsenceRow } } }
    absencesWaiting { id }
  }
`);

export const PastAbsencesDocument = graphql(`
  query PastAbsences($staffId: ID, $after: Cursor) {
    absences(staffId: $staffId, states: [ENDED, REFUSED, WITHDRAWN, LAPSED], first: 20, after: $after) {
      edges { node { id ...AbsenceRow } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const OfficePeriodsDocument = graphql(`
  query OfficePeriods($from: Date!, $days: Int!) {
    officePeriods(from: $from, days: $days) { start end }
  }
`);

export const AwayPeopleDocument = graphql(`
  query AwayPeople {
    staff(includeLeft: false) { id name title roles }
  }
`);

export const AskAbsenceDocument = graphql(`
  mutation AskAbsence($input: AskAbsenceInput!) {
    askAbsence(input: $input) { absence { id state } clientMutationId }
  }
`);

export const AbsenceSheetDocument = graphql(`
  query AbsenceSheet($id: ID!) {
    node(id: $id) {
      id
      ... on Absence {
        id
        version
        staff { id name title }
        kind
        from
        until
        reason
        askedBy { id name }
        askedAt
        state
        decidedBy { id name }
        decidedAt
        decisionReason
        noteDueAt
        allowedActs
        lists {
          id
          post { id name }
          from { id name }
          to { id name title }
          lines { caseId receiptNo dueAt note }
          linesNow { caseId receiptNo dueAt note }
          things { kind name note }
          note
          writtenAt
          acceptedAt
          done { id receiptNo number kind at actor { id name } reason facts }
        }
        events { id number kind at actor { id name } reason facts hash }
        papers { kind subjectId number draft sizes }
        printed { id kind number draft printedAt printedBy { id name } path }
      }
    }
  }
`);

/** What an act changes, so that the page shows it at once. */
export const AbsenceAfterFragment = graphql(`
  fragment AbsenceAfter on Absence {
    id
    version
    state
    until
    noteDueAt
    allowedActs
    papers { kind subjectId number draft sizes }
    lists {
      id
      lines { caseId receiptNo dueAt note }
      linesNow { caseId receiptNo dueAt note }
      things { kind name note }
      note
      writtenAt
      acceptedAt
    }
  }
`);

export const WriteListDocument = graphql(`
  mutation WriteList($input: WriteHandOverListInput!) {
    writeHandOverList(input: $input) { absence { ...AbsenceAfter } clientMutationId }
  }
`);
export const AcceptListDocument = graphql(`
  mutation AcceptList($input: AcceptHandOverListInput!) {
    acceptHandOverList(input: $input) { absence { ...AbsenceAfter } clientMutationId }
  }
`);
export const DecideAbsenceDocument = graphql(`
  mutation DecideAbsence($input: DecideAbsenceInput!) {
    decideAbsence(input: $input) { absence { ...AbsenceAfter } clientMutationId }
  }
`);
export const WithdrawAbsenceDocument = graphql(`
  mutation WithdrawAbsence($input: WithdrawAbsenceInput!) {
    withdrawAbsence(input: $input) { absence { ...AbsenceAfter } clientMutationId }
  }
`);
export const ReturnToDutyDocument = graphql(`
  mutation ReturnToDuty($input: ReturnToDutyInput!) {
    returnToDuty(input: $input) { absence { ...AbsenceAfter } clientMutationId }
  }
`);
