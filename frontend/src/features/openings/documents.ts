import { graphql } from "@/graphql/gen";

export const OpeningsDocument = graphql(`
  query Openings($filter: OpeningFilter, $first: Int!, $after: Cursor) {
    openings(filter: $filter, first: $first, after: $after) {
      edges { node { id title employer sector thirdSector place payMin payMax headcount hired hours expiresOn closedAt open } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      totalCount
    }
  }
`);

export const OpeningDocument = graphql(`
  query Opening($id: ID!) {
    opening(id: $id) {
      id version mayWork title employer partnerId sector thirdSector place payMin payMax headcount hired hours skills demands about
      contactName contactPhone expiresOn enteredAt enteredBy { id name } closedAt closedReason open
      matches(first: 20) {
        score excluded referred reasons { code word points }
        jobSeeker { id version state consentedAt resident { id name phoneMasked } counsellor { id name } }
      }
      referrals { id state referredAt decidedAt jobSeeker { id resident { id name } } }
    }
  }
`);

export const OpeningPartnerDocument = graphql(`
  query OpeningPartner($id: ID!) { node(id: $id) { __typename ... on Partner { id name } } }
`);

export const SaveOpeningDocument = graphql(`
  mutation SaveOpening($input: SaveOpeningInput!) {
    saveOpening(input: $input) { opening { id version } clientMutationId }
  }
`);
export const CloseOpeningDocument = graphql(`
  mutation CloseOpening($input: CloseOpeningInput!) {
    closeOpening(input: $input) { opening { id version } clientMutationId }
  }
`);
export const ReferToOpeningDocument = graphql(`
  mutation ReferToOpening($input: ReferJobSeekerInput!) {
    referJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }
  }
`);
