import { useTranslation } from "react-i18next";
import type { BreachAct, BreachKind, BreachState, Measure } from "@/graphql/gen/graphql";

export const states: readonly BreachState[] = [
  "FOUND",
  "HEARD",
  "DECIDED",
  "CARRIED_OUT",
  "APPEALED",
  "CLOSED",
  "DISMISSED",
];
export const measures: readonly Measure[] = [
  "CRITICISM",
  "ADMONITION",
  "SELF_CRITICISM",
  "PUBLIC_CRITICISM",
  "SUSPENSION",
];
export const kinds: readonly BreachKind[] = [
  "FIRST_CONTACT_MISSED",
  "DISPOSAL_WITHHELD",
  "HANDOVER_NOT_OFFERED",
  "PROMISE_MISSED",
  "AVOIDANCE",
  "WITHHOLDING",
  "HANDOVER_UNCLEAR",
  "SECOND_NOTICE",
  "MATERIAL_LOST",
  "MATERIAL_DAMAGED",
  "OVERCHARGE",
  "REVIEW_MISSED",
  "POST_HAND_OVER_MISSED",
  "GIFT_TAKEN",
  "LEADERSHIP",
];

/** The clause behind each step. */
export const clauses: Record<BreachAct, string> = {
  HEAR: "A4",
  DECIDE: "A3",
  DISMISS: "A4",
  CARRY_OUT: "A4",
  CLOSE: "A4",
  APPEAL: "A4",
  DECIDE_APPEAL: "A4",
};

const tones: Record<BreachState, string> = {
  FOUND: "soon",
  HEARD: "primary",
  DECIDED: "primary",
  CARRIED_OUT: "info",
  APPEALED: "soon",
  CLOSED: "calm",
  DISMISSED: "late",
};

/** How far an entry has come; nothing for whoever may not follow it. */
export function BreachStateTag({ state }: { state: BreachState | null }) {
  const { t } = useTranslation("enums");
  if (!state) return null;
  return (
    <span className="xx-tag" data-tone={tones[state]}>
      {t(`BreachState.${state}`)}
    </span>
  );
}

/** The measures milder than another: an appeal never makes it harder. */
export function milder(than: Measure): readonly Measure[] {
  return measures.slice(0, measures.indexOf(than));
}
