import { type Reader, sayFacts } from "@/components/factWords";
import type { CaseEventLineFragment as CaseEventLine, EventKind } from "@/graphql/gen/graphql";

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
  BREACH_FOUND: "bad",
  BREACH_REPORTED: "bad",
};

/** A journal entry in words. Facts that an older program did not write leave their sentence out, never the entry. */
export function sayEvent(event: Pick<CaseEventLine, "kind" | "reason" | "facts">, reader: Reader): EventWords {
  const { t } = reader;
  const { kind, facts } = event;
  const words = sayFacts(facts, reader);
  const alarm = kind === "WARNING" && typeof facts.alarm === "string" ? facts.alarm : null;
  const passed = alarm !== null && /_(PASSED|ESCALATED)$/.test(alarm);
  const title = alarm
    ? t(`enums:AlarmKind.${alarm}`, { defaultValue: alarm })
    : t(`enums:EventKind.${kind}`, { defaultValue: kind });
  const key = alarm
    ? `case:alarm.${alarm}`
    : kind === "CALL_BACK_RECORDED"
      ? `case:said.${kind}_${facts.arrived === true ? "YES" : "NO"}`
      : `case:said.${kind}`;
  const count = Number(facts.workingDays ?? 0);
  const sentence = t(key, { ...words, count, defaultValue: "" });
  const tone = passed ? "bad" : tones[kind];
  return {
    title,
    sentence: /\{\{\w+\}\}/.test(sentence) ? "" : sentence,
    quote: event.reason,
    ...(tone ? { tone } : {}),
  };
}
