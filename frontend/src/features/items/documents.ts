import { graphql } from "@/graphql/gen";

export const ItemRowFragment = graphql(`
  fragment ItemRow on Item {
    id
    code
    version
    name
    kind
    limitDays
    immediate
    fee
    channels
    validFrom
    retiredFrom
    post { id name window }
    department { id name phone }
  }
`);

export const ItemsDocument = graphql(`
  query ItemsPage($search: String, $kind: ItemKind, $includeRetired: Boolean) {
    items(search: $search, kind: $kind, includeRetired: $includeRetired, first: 100) { ...ItemRow id }
  }
`);

export const ItemSheetFragment = graphql(`
  fragment ItemSheet on Item {
    id
    code
    version
    name
    kind
    limitDays
    immediate
    fee
    channels
    materials { name copies form issuedBy why sample required }
    steps
    legalBasis
    maxExtensions
    maxExtensionDays
    validFrom
    retiredFrom
    post { id name window onDuty { id name } }
    department { id name address phone hours website }
    forms { id title name format size path publishedAt publishedBy { id name } }
    versions {
      id
      version
      name
      kind
      limitDays
      immediate
      fee
      channels
      materials { name copies form issuedBy why sample required }
      steps
      legalBasis
      maxExtensions
      maxExtensionDays
      validFrom
      retiredFrom
      post { id name }
      department { id name }
    }
  }
`);

export const ItemDocument = graphql(`
  query ItemSheetById($id: ID!) {
    node(id: $id) { __typename ... on Item { id ...ItemSheet } }
  }
`);

export const ItemChoicesDocument = graphql(`
  query ItemChoices {
    posts { id name window }
    departments(first: 100) { id name }
  }
`);

export const PublishItemDocument = graphql(`
  mutation PublishItem($input: PublishItemInput!) {
    publishItem(input: $input) { item { ...ItemSheet } clientMutationId }
  }
`);

export const RetireItemDocument = graphql(`
  mutation RetireItem($input: RetireItemInput!) {
    retireItem(input: $input) { item { ...ItemSheet } clientMutationId }
  }
`);

export const TakeDownFormDocument = graphql(`
  mutation TakeDownForm($input: RemovePublicFileInput!) {
    removePublicFile(input: $input) { file { id title path } clientMutationId }
  }
`);
