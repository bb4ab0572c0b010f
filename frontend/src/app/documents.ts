import { graphql } from "@/graphql/gen";

export const ViewerDocument = graphql(`
  query Viewer {
    officeName
    viewer {
      staff { id name title duty superior { id name } posts { id name } }
      roles
      community { id name timeZone settings { firstContactHours handOverOfferHours handOverAnswerHours reportHours materialsChaseDays } }
      communities { id name }
      rehearsal
      mayEditCalendar
      mayEditStaff
      mayEditItems
      mayMoveClock
      mayDecide
    }
  }
`);

export const SignInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) { viewer { staff { id } } clientMutationId }
  }
`);

export const SignOutDocument = graphql(`
  mutation SignOut($input: SignOutInput!) {
    signOut(input: $input) { clientMutationId }
  }
`);

export const OfficeTimeDocument = graphql(`
  query OfficeTime {
    officeTime { now open periods { start end } }
  }
`);

export const ShellTotalsDocument = graphql(`
  query ShellTotals {
    queueTotals { open mine overdue dueToday offers inbox }
  }
`);

export const AbsencesWaitingDocument = graphql(`
  query AbsencesWaiting {
    absencesWaiting {
      id
      staff { id name }
      kind
      from
      until
      noteDueAt
      state
      lists { id to { id name } writtenAt acceptedAt }
      allowedActs
    }
  }
`);

export const AbsenceNoticeDocument = graphql(`
  query AbsenceNotice($id: ID!) {
    node(id: $id) {
      id
      ... on Absence {
        id
        staff { id name }
        kind
        from
        until
        state
        lists { id to { id name } lines { caseId } }
      }
    }
  }
`);

export const MyWarningsDocument = graphql(`
  query MyWarnings {
    myWarnings(first: 50) { cursor eventId kind caseId receiptNo recordId about title at dueAt responsible { id name } }
  }
`);

export const DeskEventsDocument = graphql(`
  subscription DeskEvents($after: Cursor) {
    deskEvents(after: $after) { cursor eventId kind caseId recordId receiptNo at actorId responsibleId forViewer }
  }
`);

export const DeadlineEventsDocument = graphql(`
  subscription DeadlineEvents($after: Cursor) {
    deadlineEvents(after: $after) { cursor eventId kind caseId receiptNo recordId about title at dueAt responsible { id name } }
  }
`);

export const MoveClockDocument = graphql(`
  mutation MoveClock($input: MoveClockInput!) {
    moveClock(input: $input) { now clientMutationId }
  }
`);

export const PaletteDataDocument = graphql(`
  query PaletteData($search: String!) {
    residents(search: $search, first: 5) { id name phoneMasked recentCases { id receiptNo } }
    items(search: $search, first: 5) { id code name }
    departments(search: $search, first: 5) { id name phone }
    cases(filter: { search: $search }, first: 5) { edges { node { id receiptNo demand } } }
  }
`);
