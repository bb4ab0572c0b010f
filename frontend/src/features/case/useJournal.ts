import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { readFragment } from "@/graphql/gen";
import type { CaseEventLineFragment as CaseEventLine } from "@/graphql/gen/graphql";
import { type Refusal, refusalOf } from "@/graphql/refusal";
import { nudgeDesk } from "@/live/desk";
import { subscribeFeed } from "@/live/socket";
import { CaseEventFragment, CaseEventsDocument, CaseEventsPageDocument } from "./documents";

const pageSize = 50;

interface Journal {
  caseId: string;
  byNumber: ReadonlyMap<number, CaseEventLine>;
  /** The cursor of the last entry read page by page. */
  end: string | null;
  /** True when every page up to the present was read. */
  whole: boolean;
  total: number;
}

function withEvents(journal: Journal, events: readonly CaseEventLine[]): Journal {
  const byNumber = new Map(journal.byNumber);
  for (const event of events) byNumber.set(event.number, event);
  return { ...journal, byNumber, total: Math.max(journal.total, ...byNumber.keys()) };
}

/** The journal of a case, page by page, oldest first; entries that are written meanwhile are added as they come. */
export function useJournal(caseId: string | undefined) {
  const client = useApolloClient();
  const [journal, setJournal] = useState<Journal>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const mine = journal && journal.caseId === caseId ? journal : undefined;

  const read = useCallback(
    async (id: string, after: string | null) => {
      setBusy(true);
      setRefusal(null);
      try {
        const { data } = await client.query({
          query: CaseEventsPageDocument,
          variables: { id, first: pageSize, after },
          fetchPolicy: "no-cache",
        });
        const page = data?.case?.events;
        if (!page) return;
        const events = page.edges.map((edge) => readFragment(CaseEventFragment, edge.node));
        setJournal((before) => {
          const from: Journal =
            before && before.caseId === id
              ? before
              : { caseId: id, byNumber: new Map(), end: null, whole: false, total: 0 };
          return withEvents(
            {
              ...from,
              end: page.pageInfo.endCursor ?? from.end,
              whole: !page.pageInfo.hasNextPage,
              total: Math.max(from.total, page.totalCount),
            },
            events,
          );
        });
      } catch (error) {
        setRefusal(refusalOf(error));
      } finally {
        setBusy(false);
      }
    },
    [client],
  );

  useEffect(() => {
    if (caseId) void read(caseId, null);
  }, [caseId, read]);

  // Where pages are still to be read, new entries are followed from now on; otherwise from the last one read.
  const from = mine?.whole ? mine.end : null;
  const ready = mine !== undefined;
  useEffect(() => {
    if (!caseId || !ready) return;
    return subscribeFeed(CaseEventsDocument, { caseId }, (data) => data.caseEvents, {
      after: from,
      onEvent: (masked) => {
        const event = readFragment(CaseEventFragment, masked);
        setJournal((before) => (before?.caseId === caseId ? withEvents(before, [event]) : before));
      },
      onStart: (gap) => {
        if (gap) nudgeDesk();
      },
    });
  }, [caseId, ready, from]);

  const events = useMemo(
    () => [...(mine?.byNumber.values() ?? [])].toSorted((a, b) => a.number - b.number),
    [mine?.byNumber],
  );
  return {
    events,
    total: mine?.total ?? 0,
    whole: mine?.whole ?? false,
    busy,
    refusal,
    loadMore: () => {
      if (caseId && !busy) void read(caseId, mine?.end ?? null);
    },
  };
}
