import { useApolloClient, useQuery } from "@apollo/client/react";
import { useCallback, useRef, useState } from "react";
import type { CaseFilter, CaseOrder, QueueQuery } from "@/graphql/gen/graphql";
import { useDeskEvents } from "@/live/desk";
import { QueueDocument } from "./documents";

export const pageSize = 50;
const mostAtOnce = 100;

/** The queue's pages, read again in place (all pages shown, no jump) when something happens on the desk. */
export function useQueue(filter: CaseFilter, order: CaseOrder) {
  const client = useApolloClient();
  const variables = { filter, order, first: pageSize };
  const { data, previousData, error, refetch, fetchMore, loading } = useQuery(QueueDocument, {
    variables,
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  const [more, setMore] = useState(false);
  const round = useRef(0);
  const page = data?.cases ?? previousData?.cases;
  const shown = page?.edges.length ?? 0;

  const refresh = useCallback(async () => {
    const mine = ++round.current;
    const edges: QueueQuery["cases"]["edges"] = [];
    let after: string | null = null;
    let last: QueueQuery["cases"] | undefined;
    do {
      const first = Math.min(mostAtOnce, Math.max(pageSize, shown - edges.length));
      const { data: answer }: { data?: QueueQuery | undefined } = await client.query({
        query: QueueDocument,
        variables: { filter, order, first, after },
        fetchPolicy: "no-cache",
      });
      if (!answer || mine !== round.current) return;
      last = answer.cases;
      edges.push(...last.edges);
      after = last.pageInfo.endCursor ?? null;
    } while (last.pageInfo.hasNextPage && edges.length < shown);
    client.writeQuery({
      query: QueueDocument,
      variables: { filter, order, first: pageSize },
      data: { cases: { ...last, edges } },
    });
  }, [client, filter, order, shown]);

  useDeskEvents(() => {
    refresh().catch(() => {
      // The banner tells of the lost connection; the next event or the next visit reads again.
    });
  });

  const loadMore = useCallback(async () => {
    if (!page?.pageInfo.hasNextPage || more) return;
    round.current++;
    setMore(true);
    try {
      await fetchMore({ variables: { after: page.pageInfo.endCursor ?? null, first: pageSize } });
    } finally {
      setMore(false);
    }
  }, [fetchMore, more, page]);

  return {
    edges: page?.edges ?? [],
    hasMore: page?.pageInfo.hasNextPage ?? false,
    loading: loading && !page,
    stale: loading && !data,
    loadingMore: more,
    error,
    loadMore,
    retry: () => void refetch(),
  };
}
