import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { graphql } from "@/graphql/gen";

const StaffNamesDocument = graphql(`
  query StaffNames {
    staff(includeLeft: true) { id name superior { id name } }
  }
`);

/** Names of the office's people by id, for the facts of the journal, which hold ids. */
export function useStaffNames(): ReadonlyMap<string, string> {
  const { data } = useQuery(StaffNamesDocument, { fetchPolicy: "cache-first" });
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const one of data?.staff ?? []) {
      if (one.superior) names.set(one.superior.id, one.superior.name);
      names.set(one.id, one.name);
    }
    return names;
  }, [data]);
}
