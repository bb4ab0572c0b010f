import { graphql } from "@/graphql/gen";

export const PropRowFragment = graphql(`
  fragment PropRow on Prop {
    id kind name quantity lent missing there cost invoiceNo boughtOn owner keptAt version
    group { id name }
  }
`);

export const PropsDocument = graphql(`
  query PropsPage($kinds: [PropKind!], $groupId: ID, $out: Boolean, $missing: Boolean, $first: Int, $after: Cursor) {
    props(kinds: $kinds, groupId: $groupId, out: $out, missing: $missing, first: $first, after: $after) {
      edges { cursor node { id ...PropRow } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
    groups { id name }
  }
`);

export const PropDocument = graphql(`
  query PropPage($id: ID!) {
    node(id: $id) {
      __typename id
      ... on Prop {
        ...PropRow
        loans { id toName quantity returned missing lentAt lentBy { id name } dueOn closedAt note late }
        events { id kind at reason facts actor { id name } }
      }
    }
  }
`);

export const PropMembersDocument = graphql(`
  query PropMembers($id: ID!) {
    node(id: $id) { __typename id ... on Group { members { id name } } }
  }
`);

export const SavePropDocument = graphql(`
  mutation SaveProp($input: SavePropInput!) { saveProp(input: $input) { prop { id version } clientMutationId } }
`);
export const LendPropDocument = graphql(`
  mutation LendProp($input: LendPropInput!) { lendProp(input: $input) { prop { id } clientMutationId } }
`);
export const ReturnPropDocument = graphql(`
  mutation ReturnProp($input: ReturnPropInput!) { returnProp(input: $input) { prop { id } clientMutationId } }
`);
