import { graphql } from "@/graphql/gen";

export const ResourcesDocument = graphql(`
  query ResourcesPage($from: Time!, $until: Time!, $kind: ResourceKind, $first: Int!, $after: Cursor) {
    mayBuild
    resources(kind: $kind, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { id version kind name about place quantity unit mayEdit partner { id name } } }
    }
    bookings(from: $from, until: $until) {
      id from until purpose mayCancel resource { id } bookedBy { id name } project { id title }
    }
  }
`);

export const BookedForDocument = graphql(`
  query BookedFor($from: Time!) {
    projects(first: 100, stages: [PROPOSED, AGREED, UNDER_WAY, ACCEPTED]) { edges { node { id title } } }
    programs(first: 100, states: [PLANNED, OPEN], from: $from) { edges { node { id title } } }
  }
`);

export const SaveResourceDocument = graphql(`
  mutation SaveResource($input: SaveResourceInput!) { saveResource(input: $input) { resource { id version } clientMutationId } }
`);
export const RemoveResourceDocument = graphql(`
  mutation RemoveResource($input: RemoveResourceInput!) { removeResource(input: $input) { resource { id removedAt } clientMutationId } }
`);
export const BookResourceDocument = graphql(`
  mutation BookResource($input: BookResourceInput!) { bookResource(input: $input) { booking { id } clientMutationId } }
`);
export const CancelBookingDocument = graphql(`
  mutation CancelBooking($input: CancelBookingInput!) { cancelBooking(input: $input) { booking { id holds } clientMutationId } }
`);
