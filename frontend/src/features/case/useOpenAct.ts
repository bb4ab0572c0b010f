import { useCallback } from "react";
import { useSearchParams } from "react-router";
import type { CaseAct } from "@/graphql/gen/graphql";

/** Opens the form of an act on this case, of one of its pieces where that is named; null closes it. It stands in the address. */
export function useOpenAct() {
  const [, setParams] = useSearchParams();
  return useCallback(
    (act: CaseAct | null, subject?: string) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          next.delete("act");
          next.delete("of");
          if (act) next.set("act", act);
          if (act && subject) next.set("of", subject);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
}
