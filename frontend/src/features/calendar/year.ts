import type { CalendarYearPageQuery, DayKind } from "@/graphql/gen/graphql";
import { addDays } from "@/office/days";

export type Day = CalendarYearPageQuery["calendarYear"]["days"][number];

export interface Month {
  number: number;
  /** Empty places before the first day, in a week that begins on Monday. */
  lead: number;
  days: Day[];
  workingDays: number;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The days of a year by month, as the sheet draws them. */
export function monthsOf(days: readonly Day[]): Month[] {
  const months: Month[] = [];
  for (const day of days) {
    const number = Number(day.date.slice(5, 7));
    let month = months.at(-1);
    if (month?.number !== number) {
      month = { number, lead: weekdayOf(day.date), days: [], workingDays: 0 };
      months.push(month);
    }
    month.days.push(day);
    if (day.working) month.workingDays++;
  }
  return months;
}

/** Kinds of days that are neither a plain weekday nor a plain weekend. */
export const specialKinds: readonly DayKind[] = [
  "STATUTORY_HOLIDAY",
  "SHIFTED_REST_DAY",
  "MAKE_UP_WORKING_DAY",
  "LOCAL_CLOSURE",
  "LOCAL_OPENING",
];

export interface Span {
  kind: DayKind;
  name: string;
  source: string;
  from: string;
  to: string;
}

/** The special days of the year in order; days on end of one kind and name are one span. */
export function spansOf(days: readonly Day[]): Span[] {
  const spans: Span[] = [];
  for (const day of days) {
    if (!specialKinds.includes(day.kind)) continue;
    const last = spans.at(-1);
    if (last && last.kind === day.kind && last.name === day.name && addDays(last.to, 1) === day.date)
      last.to = day.date;
    else spans.push({ kind: day.kind, name: day.name, source: day.source, from: day.date, to: day.date });
  }
  return spans;
}

/** The year that an address asks for, within what the office's calendar can answer; `now` where it asks for none. */
export function yearOf(param: string | null, now: number): number {
  const year = Number(param);
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : now;
}
