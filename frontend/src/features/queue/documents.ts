import { graphql } from "@/graphql/gen";

export const QueueRowFragment = graphql(`
  fragment QueueRow_Case on Case {
    id
    receiptNo
    status
    matter
    about { id name }
    open
    channel
    contactAt
    openedAt
    closedAt
    anonymous
    resident { id name }
    item { id name }
    post { id name }
    responsible { id name duty }
    responsibleRole
    demand
    clock
    dueAt
    provisional
    workingSecondsLeft
    standing
    extended
    green
  }
`);

export const QueueDocument = graphql(`
  query Queue($filter: CaseFilter, $order: CaseOrder, $first: Int, $after: Cursor) {
    cases(filter: $filter, order: $order, first: $first, after: $after) {
      edges { cursor node { id ...QueueRow_Case } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const QueueChoicesDocument = graphql(`
  query QueueChoices {
    posts { id name }
    items(first: 100) { id code name }
  }
`);

export const StandingInDocument = graphql(`
  query StandingIn($me: ID!) {
    standingIn { id staff { id name } kind until lists { id to { id } linesNow { caseId } } }
    absences(staffId: $me, states: [ENDED], first: 1) {
      edges { node { id until lists { id done { id } } } }
    }
  }
`);
