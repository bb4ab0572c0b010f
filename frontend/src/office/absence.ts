import type { AbsenceAct } from "@/graphql/gen/graphql";

export interface Waiting {
  staff: { id: string };
  lists: readonly { to: { id: string }; writtenAt?: string | null; acceptedAt?: string | null }[];
  allowedActs: readonly AbsenceAct[];
}

/** What an absence waits for from the person: the acceptance of a list, the decision, or a list of their own. */
export function waitsFor(of: Waiting, me: string): "ACCEPT_LIST" | "APPROVE" | "WRITE_LIST" | null {
  if (of.allowedActs.includes("ACCEPT_LIST")) return "ACCEPT_LIST";
  if (of.allowedActs.includes("APPROVE")) return "APPROVE";
  const unwritten = of.lists.some((list) => !list.writtenAt);
  return of.staff.id === me && unwritten && of.allowedActs.includes("WRITE_LIST") ? "WRITE_LIST" : null;
}
