import { addDays, addMonths, beginOf, daysOf, isDay, type Span } from "@/office/days";

/** The periods that are offered; `own` is two dates of the reader's. */
export const periods = ["month", "lastMonth", "quarter", "year", "own"] as const;
export type Period = (typeof periods)[number];

/** The longest period of a ledger, in days, as the server has it. */
export const mostDays = 366;

/** The days of a period that is named, seen from a day. */
export function spanOf(period: Exclude<Period, "own">, today: string): Span {
  const whole = (from: string, months: number): Span => ({ from, until: addDays(addMonths(from, months), -1) });
  switch (period) {
    case "lastMonth":
      return whole(addMonths(beginOf("month", today), -1), 1);
    case "month":
      return whole(beginOf(period, today), 1);
    case "quarter":
      return whole(beginOf(period, today), 3);
    case "year":
      return whole(beginOf(period, today), 12);
  }
}

/** What is wrong with two days: a word of the page, or null. */
export function faultOf(span: Span): "badDate" | "backwards" | "tooLong" | null {
  if (!isDay(span.from) || !isDay(span.until)) return "badDate";
  if (span.until < span.from) return "backwards";
  return daysOf(span) > mostDays ? "tooLong" : null;
}
