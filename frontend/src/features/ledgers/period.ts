/** The periods that are offered; `own` is two dates of the reader's. */
export const periods = ["month", "lastMonth", "quarter", "year", "own"] as const;
export type Period = (typeof periods)[number];

/** The longest period of a ledger, in days, as the server has it. */
export const mostDays = 366;

/** Two days, both included. */
export interface Span {
  from: string;
  until: string;
}

const text = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
const known = (day: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);

/** The days of a period that is named, seen from a day. */
export function spanOf(period: Exclude<Period, "own">, today: string): Span {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  const whole = (first: number, months: number): Span => ({
    from: text(year, first, 1),
    until: text(year, first + months, 0),
  });
  if (period === "month") return whole(month, 1);
  if (period === "lastMonth") return whole(month - 1, 1);
  if (period === "quarter") return whole(month - (month % 3), 3);
  return whole(0, 12);
}

/** What is wrong with two days: a word of the page, or null. */
export function faultOf({ from, until }: Span): "badDate" | "backwards" | "tooLong" | null {
  if (!known(from) || !known(until)) return "badDate";
  if (until < from) return "backwards";
  return (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1 > mostDays ? "tooLong" : null;
}
