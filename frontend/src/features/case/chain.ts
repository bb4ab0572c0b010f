import type { CaseEventLineFragment as CaseEventLine, HolderRole } from "@/graphql/gen/graphql";

export interface Link {
  id: string;
  name: string;
  /** Null where the journal does not say in which quality. */
  role: HolderRole | null;
  since: string;
}

const roles: readonly HolderRole[] = ["FIRST_RESPONDER", "HANDLER", "STAND_IN", "SUPERIOR"];

function roleOf(event: Pick<CaseEventLine, "kind" | "facts">): HolderRole | null {
  if (event.kind === "CASE_OPENED") return "FIRST_RESPONDER";
  if (event.kind === "HAND_OVER_ACCEPTED") return "HANDLER";
  if (event.kind === "TAKEN_OVER") return "SUPERIOR";
  return roles.find((role) => role === event.facts.role) ?? null;
}

/**
 * Who answered for a case, first to last, told from its journal (oldest first): a new link wherever the responsible
 * person changes. `now` settles the quality of the last one.
 */
export function chainOf(
  events: readonly Pick<CaseEventLine, "kind" | "at" | "facts" | "responsible">[],
  now: { id: string; role: HolderRole },
): Link[] {
  const chain: Link[] = [];
  for (const event of events) {
    const last = chain.at(-1);
    if (last?.id === event.responsible.id) continue;
    chain.push({ id: event.responsible.id, name: event.responsible.name, role: roleOf(event), since: event.at });
  }
  const last = chain.at(-1);
  if (last && last.id === now.id) last.role = now.role;
  return chain;
}
