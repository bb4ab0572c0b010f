import { graphql } from "@/graphql/gen";

export const RatingsDocument = graphql(`
  query RatingsPage($first: Int, $after: Cursor) {
    ratings(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          level
          tags
          comment
          ratedAt
          about { id name title }
          case { id receiptNo demand }
          matter { id receiptNo open status }
        }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const RatingSumsDocument = graphql(`
  query RatingSums {
    ratingSums {
      total
      levels { level count }
      items { code name total levels { level count } community { id name } }
      posts { code name total levels { level count } community { id name } }
    }
  }
`);

export const OpenMattersDocument = graphql(`
  query OpenMatters {
    cases(filter: { open: true, matter: [COMPLAINT, BAD_RATING] }, order: DUE, first: 50) {
      edges {
        node {
          id
          receiptNo
          matter
          topic
          status
          demand
          openedAt
          dueAt
          standing
          extended
          workingSecondsLeft
          about { id name title }
          aboutCase { id receiptNo }
          responsible { id name }
        }
      }
      totalCount
    }
  }
`);

export const MyRatingsDocument = graphql(`
  query MyRatings {
    myRatings { level count }
  }
`);
