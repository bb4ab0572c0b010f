import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useState } from "react";
import type { RatingLevel, RatingLevelsQuery } from "@/graphql/gen/graphql";
import { RatingLevelsDocument } from "./documents";
import { countLevels, type LevelSum } from "./sums";

/** So many pages of a hundred are summed; beyond, the sums are those of the newest. */
const pagesMost = 10;

/** The sums of all ratings that the viewer may see, read page by page; `again` reads anew. Null until they are known. */
export function useLevelSums(skip: boolean) {
  const client = useApolloClient();
  const [round, setRound] = useState(0);
  const [sums, setSums] = useState<{ levels: LevelSum[]; all: boolean } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round reads again
  useEffect(() => {
    if (skip) return;
    let stale = false;
    const read = async () => {
      const levels: RatingLevel[] = [];
      let after: string | null = null;
      for (let page = 0; page < pagesMost; page++) {
        const answer: { data?: RatingLevelsQuery | undefined } = await client.query({
          query: RatingLevelsDocument,
          variables: { after },
          fetchPolicy: "no-cache",
        });
        const ratings = answer.data?.ratings;
        if (stale || !ratings) return;
        levels.push(...ratings.edges.map((edge) => edge.node.level));
        after = ratings.pageInfo.endCursor ?? null;
        if (!ratings.pageInfo.hasNextPage) {
          setSums({ levels: countLevels(levels), all: true });
          return;
        }
      }
      setSums({ levels: countLevels(levels), all: false });
    };
    read().catch(() => {
      // The list beside it tells of the failure and offers to try again.
    });
    return () => {
      stale = true;
    };
  }, [client, skip, round]);
  return { sums, again: useCallback(() => setRound((n) => n + 1), []) };
}
