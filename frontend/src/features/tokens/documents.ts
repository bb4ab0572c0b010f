import { graphql } from "@/graphql/gen";

export const TokensDocument = graphql(`
  query TokensPage {
    tokens {
      id kind name scopes hint madeAt expiresAt revokedAt lastUsedAt
      partner { id name }
      communities { id name }
      madeBy { id name }
    }
  }
`);

export const TokenDocument = graphql(`
  query TokenSheet($id: ID!, $first: Int!, $after: Cursor) {
    node(id: $id) {
      __typename
      ... on ApiToken {
        id kind name scopes hint madeAt expiresAt revokedAt lastUsedAt
        partner { id name }
        communities { id name }
        madeBy { id name }
        revokedBy { id name }
        reads(first: $first, after: $after) {
          pageInfo { hasNextPage endCursor }
          edges { node { id at operation fields records errors } }
        }
      }
    }
  }
`);

export const CreateTokenDocument = graphql(`
  mutation CreateToken($input: CreateTokenInput!) {
    createToken(input: $input) { secret token { id name } clientMutationId }
  }
`);

export const RevokeTokenDocument = graphql(`
  mutation RevokeToken($input: RevokeTokenInput!) {
    revokeToken(input: $input) { token { id revokedAt } clientMutationId }
  }
`);
