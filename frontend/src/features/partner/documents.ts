import { graphql } from "@/graphql/gen";

export const PartnerHomeDocument = graphql(`
  query PartnerHome($first: Int!, $after: Cursor) {
    officeName
    officeTime { now }
    currentToken {
      id name scopes hint expiresAt
      partner { id name kind address about offers agreementNo agreedOn agreedUntil contacts { id name title phone } }
    }
    projects(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id number title kind stage place plannedFrom plannedUntil openToJoin
          partners { id }
          pledges { id what quantity unit delivered withdrawnAt }
        }
      }
    }
  }
`);

export const PartnerTokenDocument = graphql(`
  query PartnerToken {
    officeName
    officeTime { now }
    currentToken { id name kind scopes partner { id name } }
  }
`);

export const PartnerProjectDocument = graphql(`
  query PartnerProject($id: ID!) {
    project(id: $id) {
      id number title kind stage stageAt place about plannedFrom plannedUntil openToJoin residents outcome endedAt
      partners { id }
      totals { kind unit pledged delivered pledgedWorth deliveredWorth }
      pledges {
        id version kind what quantity unit worth delivered pledgedAt withdrawnAt withdrawnReason
        deliveries { id quantity worth deliveredOn proof reportedAt confirmed decidedAt decisionReason }
      }
      tasks { id number title dueOn doneAt partner { id name } }
      pictures { id kind caption path width height }
    }
  }
`);

export const EnterDocument = graphql(`
  mutation EnterByToken($input: EnterByTokenInput!) { enterByToken(input: $input) { token { id } clientMutationId } }
`);
export const LeaveDocument = graphql(`
  mutation LeavePartnerPage($input: SignOutInput!) { signOut(input: $input) { clientMutationId } }
`);
export const PartnerPledgeDocument = graphql(`
  mutation PartnerPledge($input: PledgeInput!) { pledge(input: $input) { pledge { id } clientMutationId } }
`);
export const PartnerWithdrawDocument = graphql(`
  mutation PartnerWithdraw($input: WithdrawPledgeInput!) { withdrawPledge(input: $input) { pledge { id version } clientMutationId } }
`);
export const PartnerDeliverDocument = graphql(`
  mutation PartnerDeliver($input: ReportDeliveryInput!) { reportDelivery(input: $input) { delivery { id } clientMutationId } }
`);
