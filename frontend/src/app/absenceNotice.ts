import type { AbsenceKind, EventKind } from "@/graphql/gen/graphql";

export interface Noticed {
  staff: { id: string };
  kind: AbsenceKind;
  lists: readonly { to: { id: string }; lines: readonly unknown[] }[];
}

export interface Notice {
  word: string;
  tone: "info" | "success" | "warning" | "error";
  /** How many cases the reader answers for now. */
  cases: number;
}

const tones: Partial<Record<EventKind, Notice["tone"]>> = {
  ABSENCE_ASKED: "info",
  ABSENCE_LIST_WRITTEN: "info",
  ABSENCE_LIST_ACCEPTED: "info",
  ABSENCE_LIST_MISSED: "error",
  ABSENCE_APPROVED: "success",
  ABSENCE_REFUSED: "warning",
  ABSENCE_WITHDRAWN: "info",
  ABSENCE_LAPSED: "warning",
  ABSENCE_BEGAN: "warning",
  ABSENCE_ENDED: "info",
};

/** What a reader is told of an entry of an absence's journal; null for what is none, or what another notice says. */
export function noticeOf(kind: EventKind, of: Noticed, me: string): Notice | null {
  const tone = tones[kind];
  if (!tone) return null;
  const mine = of.lists.filter((list) => list.to.id === me);
  const cases = mine.reduce((sum, list) => sum + list.lines.length, 0);
  const word = kind.replace("ABSENCE_", "");
  // An emergency is asked for and begins at once: one notice.
  if (kind === "ABSENCE_ASKED" && of.kind !== "PLANNED") return null;
  if (kind === "ABSENCE_ENDED" && of.staff.id === me) return { word: "ENDED_MINE", tone, cases };
  if (kind !== "ABSENCE_BEGAN") return { word, tone, cases };
  if (of.staff.id === me) return { word: "BEGAN_MINE", tone: "info", cases };
  return mine.length > 0 ? { word, tone, cases } : { word: "BEGAN_OTHER", tone: "info", cases };
}
