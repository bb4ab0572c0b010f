import { graphql } from "@/graphql/gen";

export const BreachesDocument = graphql(`
  query BreachesPage($states: [BreachState!], $kinds: [BreachKind!], $first: Int, $after: Cursor) {
    breaches(states: $states, kinds: $kinds, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          kind
          clause
          state
          measure
          person { id name title }
          foundAt
          reportedBy { id name }
          facts
          case { id receiptNo matter demand }
        }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const BreachSheetFragment = graphql(`
  fragment BreachSheet on Breach {
    id
    version
    kind
    clause
    state
    person { id name title }
    foundAt
    reportedBy { id name }
    facts
    case { id receiptNo matter demand }
    statement
    waived
    heardAt
    heardBy { id name }
    proposal { measure before }
    proposed
    measure
    decisionReason
    decidedBy { id name }
    decidedAt
    suspension { id from until state }
    proof
    carriedOutAt
    carriedOutBy { id name }
    closedAt
    closedBy { id name }
    appeal
    appealedAt
    appealOutcome
    appealReason
    appealDecidedBy { id name }
    appealDecidedAt
    parent { id kind person { id name } }
    leadership { id person { id name } }
    allowedActs
    events { id kind facts }
  }
`);

export const BreachDocument = graphql(`
  query BreachPage($id: ID!) {
    node(id: $id) { __typename id ... on Breach { ...BreachSheet } }
  }
`);

export const HearDocument = graphql(`
  mutation HearBreach($input: HearBreachInput!) { hearBreach(input: $input) { breach { id state } clientMutationId } }
`);
export const DecideDocument = graphql(`
  mutation DecideBreach($input: DecideBreachInput!) { decideBreach(input: $input) { breach { id state } clientMutationId } }
`);
export const CarryOutDocument = graphql(`
  mutation CarryOutBreach($input: CarryOutBreachInput!) { carryOutBreach(input: $input) { breach { id state } clientMutationId } }
`);
export const CloseDocument = graphql(`
  mutation CloseBreach($input: CloseBreachInput!) { closeBreach(input: $input) { breach { id state } clientMutationId } }
`);
export const AppealDocument = graphql(`
  mutation AppealBreach($input: AppealBreachInput!) { appealBreach(input: $input) { breach { id state } clientMutationId } }
`);
export const DecideAppealDocument = graphql(`
  mutation DecideAppeal($input: DecideAppealInput!) { decideAppeal(input: $input) { breach { id state } clientMutationId } }
`);

export const GiftsDocument = graphql(`
  query GiftsPage($open: Boolean, $first: Int, $after: Cursor) {
    gifts(open: $open, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          version
          person { id name title }
          kind
          what
          giver
          value
          returned
          foundAt
          registeredBy { id name }
          closedAt
          breach { id state }
          returns { id amount way proof returnedAt recordedBy { id name } }
          mayReturn
        }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const GiftStaffDocument = graphql(`
  query GiftStaff { staff { id name pinyin title duty roles } }
`);
export const RegisterGiftDocument = graphql(`
  mutation RegisterGift($input: RegisterGiftInput!) { registerGift(input: $input) { gift { id } clientMutationId } }
`);
export const ReturnGiftDocument = graphql(`
  mutation ReturnGift($input: ReturnGiftInput!) { returnGift(input: $input) { gift { id version } clientMutationId } }
`);
