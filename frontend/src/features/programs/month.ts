/** The days of a month as a calendar shows them: whole weeks, Monday first. A month is 2026-03. */

const two = (n: number) => String(n).padStart(2, "0");
const day = (at: number) => new Date(at).toISOString().slice(0, 10);
const aDay = 24 * 60 * 60 * 1000;

/** The month so many months later. */
export function monthAfter(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(at / 12)}-${two((at % 12) + 1)}`;
}

/** Whether a text is a month. */
export function isMonth(text: string | null): text is string {
  return text !== null && /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);
}

/** The weeks that the month is in, each of seven days. */
export function weeksOf(month: string): string[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const next = Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`);
  const weeks: string[][] = [];
  let at = first - ((new Date(first).getUTCDay() + 6) % 7) * aDay;
  while (at < next) {
    weeks.push(Array.from({ length: 7 }, (_, more) => day(at + more * aDay)));
    at += 7 * aDay;
  }
  return weeks;
}

/** Every day from one day to another, both included; at most 62. */
export function daysFrom(from: string, until: string): string[] {
  const days: string[] = [];
  const end = Date.parse(`${until}T00:00:00Z`);
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= end && days.length < 62; at += aDay) days.push(day(at));
  return days;
}
