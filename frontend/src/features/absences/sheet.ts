import type { AbsenceSheetQuery } from "@/graphql/gen/graphql";
import type { Refusal } from "@/graphql/refusal";
import type { ActResult } from "@/graphql/useAct";

export type Sheet = Extract<NonNullable<AbsenceSheetQuery["node"]>, { lists: unknown }>;

/** A refusal of a record that is no case is told in words that do not speak of one. */
export function ofRecord<T>(done: ActResult<T>): ActResult<T> {
  if (done.ok) return done;
  const refusal: Refusal = { ...done.refusal, facts: { ...done.refusal.facts, record: true } };
  return { ok: false, refusal };
}

/** The server speaks of the cases by number: the refusal goes beside the note of that one, or asks to read again. */
export function besideNote(refusal: Refusal, lines: readonly { receiptNo: string }[]): Refusal {
  const at = lines.findIndex((line) => line.receiptNo === refusal.facts.receiptNo);
  if (at >= 0) return { ...refusal, field: `notes.${at}.note` };
  return refusal.field?.endsWith("notes") ? { ...refusal, field: undefined } : refusal;
}
