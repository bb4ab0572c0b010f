import type { ProjectKind, ProjectStage, ResourceKind } from "@/graphql/gen/graphql";
import { dayAt, dayMs, type Span } from "@/office/days";

/** The columns of the board, in order. */
export const stages: readonly ProjectStage[] = ["PROPOSED", "AGREED", "UNDER_WAY", "ACCEPTED", "CLOSED", "DROPPED"];
export const projectKinds: readonly ProjectKind[] = ["ROAD", "GREENING", "GAS", "ESTATE", "OTHER"];
export const resourceKinds: readonly ResourceKind[] = ["VENUE", "VEHICLE", "EQUIPMENT", "LABOUR", "MONEY", "EXPERTISE"];

export const stageTones: Record<ProjectStage, string> = {
  PROPOSED: "soon",
  AGREED: "info",
  UNDER_WAY: "primary",
  ACCEPTED: "calm",
  CLOSED: "calm",
  DROPPED: "late",
};

/** A scale of whole months that holds all spans and today; null without spans. */
export function scaleOf(
  spans: readonly Span[],
  today: string,
): { from: string; until: string; months: string[] } | null {
  if (spans.length === 0) return null;
  const first = [today, ...spans.map((span) => span.from)].toSorted()[0] ?? today;
  const last = [today, ...spans.map((span) => span.until)].toSorted().at(-1) ?? today;
  const months: string[] = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  const name = () => `${year}-${String(month).padStart(2, "0")}`;
  const next = () => {
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  };
  // A plan of many years is shown by its first five.
  while (name() <= last.slice(0, 7) && months.length < 60) {
    months.push(name());
    next();
  }
  return { from: `${months[0]}-01`, until: `${name()}-01`, months };
}

/** Where a span lies on a scale, in percent; its last day is included. */
export function placeOf(span: Span, scale: Span): { left: number; width: number } {
  const [from, until] = [dayAt(scale.from), dayAt(scale.until)];
  const whole = until - from;
  const clamp = (instant: number) => Math.min(Math.max(instant, from), until);
  const left = clamp(dayAt(span.from)) - from;
  const right = clamp(dayAt(span.until) + dayMs) - from;
  return { left: (100 * left) / whole, width: Math.max((100 * (right - left)) / whole, 0.5) };
}
