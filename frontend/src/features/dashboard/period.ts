import type { ReportStep } from "@/graphql/gen/graphql";

/** Two calendar days (2026-02-26) of the office, both included. */
export interface Span {
  from: string;
  until: string;
}

export const choices = ["week", "month", "quarter", "year", "own"] as const;
export type Choice = (typeof choices)[number];

/** The most days that one report may be of. */
const mostDays = 3660;
const dayMs = 86_400_000;
/** A chart of more days than this shows months. */
const mostDayBars = 62;

/** Calendar days are reckoned as days of UTC, which has no summer time: no zone has a say once the office's day is known. */
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: string, days: number) => text(at(day) + days * dayMs);

/** Days of a span, both ends counted. */
export const daysOf = (span: Span) => Math.round((at(span.until) - at(span.from)) / dayMs) + 1;

/** The day so many months later; the last of the month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return text(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** The first day of the week (Monday), month, quarter or year in which a day is. */
export function beginOf(choice: Exclude<Choice, "own">, day: string): string {
  const month = Number(day.slice(5, 7));
  switch (choice) {
    case "week":
      return addDays(day, -((new Date(at(day)).getUTCDay() + 6) % 7));
    case "month":
      return `${day.slice(0, 7)}-01`;
    case "quarter":
      return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`;
    case "year":
      return `${day.slice(0, 4)}-01-01`;
  }
}

/** Whether a text is a day of the calendar. */
export function isDay(day: string | null): day is string {
  return day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at(day)) && text(at(day)) === day;
}

/** What an address chooses; this month where it says nothing that can be. */
export function readChoice(params: URLSearchParams): Choice {
  return choices.find((one) => one === params.get("period")) ?? "month";
}

/** The days that an address gives by itself; null where they are none, the wrong way round or too many. */
export function readSpan(params: URLSearchParams): Span | null {
  const [from, until] = [params.get("from"), params.get("until")];
  if (!isDay(from) || !isDay(until) || until < from) return null;
  return daysOf({ from, until }) > mostDays ? null : { from, until };
}

/** The period of a choice as far as it has come: up to and with today. */
export function spanOf(choice: Choice, today: string, own: Span | null): Span {
  if (choice === "own") return own ?? { from: beginOf("month", today), until: today };
  return { from: beginOf(choice, today), until: today };
}

/** The same stretch of the period before, so that like is compared with like: of own dates, as many days just before. */
export function spanBefore(choice: Choice, span: Span): Span {
  switch (choice) {
    case "week":
      return { from: addDays(span.from, -7), until: addDays(span.until, -7) };
    case "month":
    case "quarter":
    case "year": {
      const months = choice === "month" ? 1 : choice === "quarter" ? 3 : 12;
      const whole = addDays(span.until, 1) === addMonths(span.from, months);
      return {
        from: addMonths(span.from, -months),
        until: whole ? addDays(span.from, -1) : addMonths(span.until, -months),
      };
    }
    case "own":
      return { from: addDays(span.from, -daysOf(span)), until: addDays(span.from, -1) };
  }
}

/** Whether a chart of the span is by day or by month. */
export const stepOf = (span: Span): Extract<ReportStep, "DAY" | "MONTH"> =>
  daysOf(span) > mostDayBars ? "MONTH" : "DAY";

/** The days or months of a span in their order, the first and the last cut to it: a report leaves out those of which nothing counts. */
export function stepsOf(span: Span): Span[] {
  const step = stepOf(span);
  const out: Span[] = [];
  for (let from = span.from; from <= span.until; ) {
    const next = step === "DAY" ? addDays(from, 1) : addMonths(beginOf("month", from), 1);
    out.push({ from, until: addDays(next, -1) });
    from = next;
  }
  return out.map((one, at) => (at === out.length - 1 ? { ...one, until: span.until } : one));
}
