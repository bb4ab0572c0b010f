import { graphql } from "@/graphql/gen";

export const PartnersDocument = graphql(`
  query PartnersPage($search: String, $kind: PartnerKind, $left: Boolean!, $first: Int!, $after: Cursor) {
    mayBuild
    partners(search: $search, kind: $kind, left: $left, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { id name kind address offers agreementNo agreedOn agreedUntil leftAt } }
    }
  }
`);

export const PartnerDocument = graphql(`
  query PartnerSheet($id: ID!) {
    node(id: $id) {
      __typename
      ... on Partner {
        id version name kind address about offers agreementNo agreedOn agreedUntil agreement leftAt mayEdit
        contacts { id name title phone }
        projects { id number title kind stage plannedFrom plannedUntil }
        events { ...RecordJournal_Event }
      }
    }
  }
`);

export const SavePartnerDocument = graphql(`
  mutation SavePartner($input: SavePartnerInput!) { savePartner(input: $input) { partner { id version } clientMutationId } }
`);
export const EndPartnerDocument = graphql(`
  mutation EndPartner($input: EndPartnerInput!) { endPartner(input: $input) { partner { id version leftAt } clientMutationId } }
`);
export const AddContactDocument = graphql(`
  mutation AddPartnerContact($input: AddPartnerContactInput!) { addPartnerContact(input: $input) { partner { id contacts { id name title phone } } clientMutationId } }
`);
export const RemoveContactDocument = graphql(`
  mutation RemovePartnerContact($input: RemovePartnerContactInput!) { removePartnerContact(input: $input) { partner { id contacts { id name title phone } } clientMutationId } }
`);
export const RevealPhoneDocument = graphql(`
  mutation RevealPartnerPhone($input: RevealPartnerPhoneInput!) { revealPartnerPhone(input: $input) { value clientMutationId } }
`);
