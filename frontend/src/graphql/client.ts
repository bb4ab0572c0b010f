import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from "@apollo/client";
import { RetryLink } from "@apollo/client/link/retry";
import { refusalOf } from "./refusal";
import { sessionLost } from "./session";

const uri = "/graphql";

const watchSession = new ApolloLink(
  (operation, forward) =>
    new Observable((observer) =>
      forward(operation).subscribe({
        next(result) {
          if (result.errors?.some((e) => e.extensions?.code === "UNAUTHENTICATED"))
            sessionLost.dispatchEvent(new Event("lost"));
          observer.next(result);
        },
        error(error) {
          if (refusalOf(error).code === "UNAUTHENTICATED") sessionLost.dispatchEvent(new Event("lost"));
          observer.error(error);
        },
        complete: () => observer.complete(),
      }),
    ),
);

/** Queries are tried again by themselves after a lost connection; acts are repeated by useAct with the same clientMutationId. */
const retryQueries = new RetryLink({
  delay: { initial: 300, max: 3000, jitter: true },
  attempts: (count, operation, error) =>
    count < 4 &&
    operation.query.definitions.every((d) => d.kind !== "OperationDefinition" || d.operation === "query") &&
    refusalOf(error).code === "NETWORK",
});

interface CasePage {
  edges: { node: { __ref: string } }[];
}

export function makeClient(link?: ApolloLink) {
  return new ApolloClient({
    link: link ?? ApolloLink.from([watchSession, retryQueries, new HttpLink({ uri, credentials: "same-origin" })]),
    cache: new InMemoryCache({
      typePolicies: {
        Query: {
          fields: {
            officeTime: { merge: true },
            queueTotals: { merge: true },
            inbox: { merge: true },
            cases: {
              keyArgs: ["filter", "order"],
              // A page asked for with `after` is added to the list; a first page begins it anew.
              merge(existing: CasePage | undefined, incoming: CasePage, { args }) {
                if (!args?.after || !existing) return incoming;
                const known = new Set(existing.edges.map((edge) => edge.node.__ref));
                return {
                  ...incoming,
                  edges: [...existing.edges, ...incoming.edges.filter((edge) => !known.has(edge.node.__ref))],
                };
              },
            },
          },
        },
        OfficeTime: { keyFields: [] },
        QueueTotals: { keyFields: [] },
        Inbox: { keyFields: [] },
        Viewer: { keyFields: [] },
        CalendarYear: { keyFields: ["year"] },
        CalendarDay: { keyFields: ["date"] },
        DeadlineEvent: { keyFields: ["eventId"] },
      },
    }),
    defaultOptions: {
      watchQuery: { fetchPolicy: "cache-and-network", nextFetchPolicy: "cache-first" },
    },
  });
}

export const client = makeClient();
