import type { ReportStep } from "@/graphql/gen/graphql";
import { addDays, addMonths, beginOf, daysOf, isDay, type Span } from "@/office/days";

export const choices = ["week", "month", "quarter", "year", "own"] as const;
export type Choice = (typeof choices)[number];

/** The most days that one report may be of. */
const mostDays = 3660;
/** A chart of more days than this shows months. */
const mostDayBars = 62;

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
