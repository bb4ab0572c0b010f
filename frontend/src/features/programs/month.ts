/** The days of a month as a calendar shows them: whole weeks, Monday first. A month is 2026-03. */

import { addDays, addMonths, beginOf } from "@/office/days";

/** The month so many months later. */
export const monthAfter = (month: string, by: number) => addMonths(`${month}-01`, by).slice(0, 7);

/** Whether a text is a month. */
export function isMonth(text: string | null): text is string {
  return text !== null && /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);
}

/** The weeks that the month is in, each of seven days. */
export function weeksOf(month: string): string[][] {
  const weeks: string[][] = [];
  for (let at = beginOf("week", `${month}-01`); at < `${monthAfter(month, 1)}-01`; at = addDays(at, 7))
    weeks.push(Array.from({ length: 7 }, (_, more) => addDays(at, more)));
  return weeks;
}

/** Every day from one day to another, both included; at most 62. */
export function daysFrom(from: string, until: string): string[] {
  const days: string[] = [];
  for (let at = from; at <= until && days.length < 62; at = addDays(at, 1)) days.push(at);
  return days;
}
