import type { Refusal } from "@/graphql/refusal";
import type { ActResult } from "@/graphql/useAct";

/** A refusal of an act on a partner, project or resource is told in words that do not speak of a case. */
export function ofRecord<T>(done: ActResult<T>): ActResult<T> {
  if (done.ok) return done;
  const refusal: Refusal = { ...done.refusal, facts: { ...done.refusal.facts, record: true, building: true } };
  return { ok: false, refusal };
}
