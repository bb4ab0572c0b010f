/** Calendar days of the office (2026-02-26), reckoned as days of UTC, which has no summer time: no zone has a say once the office's day is known. */

export const dayMs = 86_400_000;

/** The day's place in time, for reckoning; NaN of what is no day. */
export const dayAt = (day: string) => Date.parse(`${day}T00:00:00Z`);
const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Two days, both included. */
export interface Span {
  from: string;
  until: string;
}

/** Whether a text is a day of the calendar. */
export function isDay(day: string | null): day is string {
  return day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(dayAt(day)) && text(dayAt(day)) === day;
}

export const addDays = (day: string, days: number) => text(dayAt(day) + days * dayMs);

/** Days of a span, both ends counted; NaN where an end is no day. */
export const daysOf = (span: Span) => Math.round((dayAt(span.until) - dayAt(span.from)) / dayMs) + 1;

/** The day so many months later; the last of the month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return text(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** The first day of the week (Monday), month, quarter or year in which a day is. */
export function beginOf(unit: "week" | "month" | "quarter" | "year", day: string): string {
  const month = Number(day.slice(5, 7));
  switch (unit) {
    case "week":
      return addDays(day, -((new Date(dayAt(day)).getUTCDay() + 6) % 7));
    case "month":
      return `${day.slice(0, 7)}-01`;
    case "quarter":
      return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`;
    case "year":
      return `${day.slice(0, 4)}-01-01`;
  }
}
