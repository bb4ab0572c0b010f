import type { Figure, FigureUnit, ReportDimension, ResidentFigure } from "@/graphql/gen/graphql";
import type { Span } from "@/office/days";
import type { Language } from "@/office/zone";

/** A figure of a group; null where there is nothing to tell it of. */
export type Value = number | null;

/** The figures of the cards, by what they speak of. What is said about colleagues is for whoever leads alone (A4, Q6). */
export const parts: readonly { key: string; figures: readonly Figure[]; leads?: true }[] = [
  { key: "work", figures: ["RECEIVED", "RESOLVED", "ON_SPOT", "IN_TIME", "GUIDED", "REFUSED"] },
  {
    key: "time",
    figures: ["FIRST_CONTACT_RATE", "ON_TIME_RATE", "OVERDUE", "EXTENDED", "MEDIAN_HOURS", "P90_HOURS"],
  },
  { key: "together", figures: ["HAND_OVERS", "HAND_OVERS_IN_TIME_RATE", "STAND_INS", "SECOND_NOTICES"] },
  { key: "duty", figures: ["EMERGENCIES", "BREACHES", "RATINGS"], leads: true },
];

/** The figures of what the office does beside cases, by their clauses. */
export const beside: readonly { clause: "E7" | "C4" | "P6"; figures: readonly ResidentFigure[] }[] = [
  { clause: "E7", figures: ["REGISTERED", "ADVISED", "TRAINED", "REFERRED", "PLACED", "KEPT3", "KEPT6"] },
  { clause: "C4", figures: ["EVENTS", "REACHED", "ATTENDED", "VOLUNTEER_MINUTES"] },
  { clause: "P6", figures: ["PARTICIPANTS", "PARTICIPATION_MINUTES", "PLEDGED_WORTH", "DELIVERED_WORTH"] },
];

/** The variables of a period beside the one before and the year so far. */
export const against = (span: Span, before: Span, year: Span) => ({
  from: span.from,
  until: span.until,
  earlier: before.from,
  earlierUntil: before.until,
  year: year.from,
  today: year.until,
});

/** What a report without a row says: of nothing one counts none, and tells no share and no time. */
export const emptyValue = (unit: FigureUnit): Value => (unit === "COUNT" ? 0 : null);

/** A figure as it is read: 12, 97.5%, 3.5 or — where there is none. */
export function formatValue(value: Value | undefined, unit: FigureUnit, language: Language): string {
  if (value === null || value === undefined) return "—";
  const places = unit === "COUNT" ? 0 : 1;
  const number = value.toLocaleString(language, { minimumFractionDigits: 0, maximumFractionDigits: places });
  return unit === "PERCENT" ? `${number}%` : number;
}

/** How a figure stands to the one before: whether it went up, and by how much, to a tenth; null where there is nothing to compare. */
export function differenceOf(now: Value, before: Value): { way: "up" | "down" | "same"; by: number } | null {
  if (now === null || before === null) return null;
  const by = Math.round((now - before) * 10) / 10;
  return { way: by > 0 ? "up" : by < 0 ? "down" : "same", by: Math.abs(by) };
}

/** The dimensions by which the list behind a figure may be narrowed, with their names in an address and in the filter of the server. */
export const narrowings = [
  { by: "COMMUNITY", param: "community", field: "communityIds" },
  { by: "ITEM", param: "item", field: "itemCodes" },
  { by: "POST", param: "post", field: "postIds" },
  { by: "STAFF", param: "staff", field: "staffIds" },
  { by: "CHANNEL", param: "channel", field: "channels" },
  { by: "KIND", param: "kind", field: "kinds" },
] as const satisfies readonly { by: ReportDimension; param: string; field: string }[];

/** The address of the cases behind a figure; `of` narrows it to one key, which may be the empty one. */
export function casesPath(figure: Figure, span: Span, of?: { by: ReportDimension; key: string }): string {
  const params = new URLSearchParams({ figure, from: span.from, until: span.until });
  const found = narrowings.find((one) => one.by === of?.by);
  if (found && of) params.set(found.param, of.key);
  return `/dashboard/cases?${params}`;
}

/** The address of the records behind a figure of residents, of a community. */
export function recordsPath(figure: ResidentFigure, span: Span, community: string): string {
  return `/dashboard/records?${new URLSearchParams({ figure, from: span.from, until: span.until, community })}`;
}

/** What an address narrows the list to: at most three dimensions, as a report takes them. */
export function readNarrowing(params: URLSearchParams) {
  return narrowings
    .flatMap(({ by, param, field }) => (params.has(param) ? [{ by, field, key: params.get(param) ?? "" }] : []))
    .slice(0, 3);
}

/** Rows by a column, the greatest first; what has no value comes last, equals keep their order. */
export function sortRows<T extends { values: readonly Value[] }>(rows: readonly T[], column: number): T[] {
  const of = (row: T) => row.values[column] ?? Number.NEGATIVE_INFINITY;
  return [...rows].sort((x, y) => (of(x) === of(y) ? 0 : of(x) < of(y) ? 1 : -1));
}
