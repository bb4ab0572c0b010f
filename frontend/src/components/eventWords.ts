import type { EventKind } from "@/graphql/gen/graphql";
import { type Reader, sayFacts } from "./factWords";

/** An entry of the journal of a case or of an absence. */
interface Entry {
  kind: EventKind;
  reason: string;
  facts: Readonly<Record<string, unknown>>;
}

export interface EventWords {
  title: string;
  /** What happened, in a sentence; empty where the title says it all. */
  sentence: string;
  /** What the actor wrote. */
  quote: string;
  tone?: "good" | "bad" | "warn";
}

const tones: Partial<Record<EventKind, "good" | "bad" | "warn">> = {
  RESOLVED_ON_SPOT: "good",
  COMPLETED: "good",
  GUIDED: "good",
  HAND_OVER_ACCEPTED: "good",
  WARNING: "warn",
  REFUSED: "warn",
  EXTENSION_REJECTED: "warn",
  EXTENSION_LAPSED: "bad",
  MATERIALS_COMPLETE: "good",
  PIECE_RETURNED: "good",
  CALLED_BACK: "good",
  NOTICED_AGAIN: "bad",
  PIECE_REPORTED: "bad",
  WITHDRAWN: "warn",
  BREACH_FOUND: "bad",
  BREACH_REPORTED: "bad",
  ABSENCE_LIST_ACCEPTED: "good",
  ABSENCE_APPROVED: "good",
  ABSENCE_REFUSED: "warn",
  ABSENCE_LAPSED: "warn",
  ABSENCE_LIST_MISSED: "bad",
  APOLOGISED: "warn",
};

const yesNo = (value: unknown) => (value === true ? "_YES" : "_NO");

/** Where one kind of entry is told in several ways, which of them. */
function variant(kind: EventKind, facts: Readonly<Record<string, unknown>>): string {
  if (kind === "CALL_BACK_RECORDED") return yesNo(facts.arrived);
  if (kind === "CHECKED") return yesNo(facts.upheld);
  if (kind === "CALLED_BACK") return yesNo(facts.satisfied);
  if (kind === "CASE_OPENED" && typeof facts.matter === "string" && facts.matter !== "SERVICE") return "_MATTER";
  if (kind === "CHARGED" && facts.billNo) return "_BILL";
  if (kind === "PAPER_PRINTED" && facts.draft === true) return "_DRAFT";
  if (kind === "ABSENCE_ASKED" && !facts.until) return "_OPEN";
  if (kind === "ABSENCE_LAPSED" && facts.why) return "_NOBODY";
  if (kind === "ABSENCE_ENDED" && facts.noteDueAt) return "_NOTE";
  return "";
}

/** The facts of an absence under names that mean one thing only: its from is an instant, a case's is a person. */
function factsOf({ kind, facts }: Entry): Readonly<Record<string, unknown>> {
  if (!kind.startsWith("ABSENCE_")) return facts;
  const { from, until, kind: absence, cases, moved, ...rest } = facts;
  return { ...rest, fromAt: from, untilAt: until, absence, count: cases ?? moved };
}

/** A journal entry in words. Facts that an older program did not write leave their sentence out, never the entry. */
export function sayEvent(event: Entry, reader: Reader): EventWords {
  const { t } = reader;
  const { kind } = event;
  const facts = factsOf(event);
  const words = sayFacts(facts, reader);
  const alarm = kind === "WARNING" && typeof facts.alarm === "string" ? facts.alarm : null;
  const passed = alarm !== null && /_(PASSED|ESCALATED)$/.test(alarm);
  const title = alarm
    ? t(`enums:AlarmKind.${alarm}`, { defaultValue: alarm })
    : variant(kind, event.facts) === "_MATTER"
      ? t("case:matterOpened")
      : t(`enums:EventKind.${kind}`, { defaultValue: kind });
  const key = alarm ? `case:alarm.${alarm}` : `case:said.${kind}${variant(kind, event.facts)}`;
  const count = Number(facts.workingDays ?? facts.count ?? 0);
  const sentence = t(key, { ...words, count, defaultValue: "" });
  const tone = passed ? "bad" : tones[kind];
  return {
    title,
    sentence: /\{\{\w+\}\}/.test(sentence) ? "" : sentence,
    quote: event.reason,
    ...(tone ? { tone } : {}),
  };
}
