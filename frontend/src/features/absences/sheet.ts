import type { AbsenceSheetQuery } from "@/graphql/gen/graphql";
import type { Refusal } from "@/graphql/refusal";

export type Sheet = Extract<NonNullable<AbsenceSheetQuery["node"]>, { lists: unknown }>;

/** The server speaks of the cases by number: the refusal goes beside the note of that one, or asks to read again. */
export function besideNote(refusal: Refusal, lines: readonly { receiptNo: string }[]): Refusal {
  const at = lines.findIndex((line) => line.receiptNo === refusal.facts.receiptNo);
  if (at >= 0) return { ...refusal, field: `notes.${at}.note` };
  return refusal.field?.endsWith("notes") ? { ...refusal, field: undefined } : refusal;
}
