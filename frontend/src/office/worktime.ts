/** Working time as the page counts it between two answers of the server; the server's figure always wins. */

export interface Period {
  start: string;
  end: string;
}

/** Working seconds between two instants (ms) that fall in the periods; negative when `to` lies before `from`. */
export function workingSecondsBetween(periods: readonly Period[], from: number, to: number): number {
  if (to < from) return 0 - workingSecondsBetween(periods, to, from);
  let ms = 0;
  for (const period of periods) {
    const start = Math.max(from, Date.parse(period.start));
    const end = Math.min(to, Date.parse(period.end));
    if (end > start) ms += end - start;
  }
  return Math.round(ms / 1000);
}

export interface Reading {
  /** Working seconds left as the server counted them; negative when passed. */
  secondsLeft: number;
  /** The deadline (RFC 3339). */
  dueAt: string;
  /** The office's instant (ms) at which the server counted. */
  asOf: number;
}

/**
 * Working seconds left at `now` (office ms). Counted from the periods alone where they reach from now to the deadline;
 * otherwise the server's figure less the working time since it was read.
 */
export function secondsLeftAt(reading: Reading, periods: readonly Period[], now: number): number {
  const first = periods[0];
  const last = periods[periods.length - 1];
  if (!first || !last) return reading.secondsLeft;
  const due = Date.parse(reading.dueAt);
  const from = Date.parse(first.start);
  const to = Date.parse(last.end);
  if (due >= from && due <= to && now >= from) return workingSecondsBetween(periods, now, due);
  return reading.secondsLeft - workingSecondsBetween(periods, reading.asOf, now);
}

/** Working seconds of one whole office day: the longest day among the periods, 6.5 hours where none is known. */
export function secondsPerDay(periods: readonly Period[]): number {
  const days = new Map<string, number>();
  for (const period of periods) {
    const day = period.start.slice(0, 10);
    const length = (Date.parse(period.end) - Date.parse(period.start)) / 1000;
    days.set(day, (days.get(day) ?? 0) + length);
  }
  return Math.max(0, ...days.values()) || 6.5 * 3600;
}

export interface Span {
  passed: boolean;
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/** A count of working seconds as working days, hours, minutes and seconds; `passed` tells the sign. */
export function splitWorking(seconds: number, perDay: number): Span {
  let rest = Math.abs(Math.trunc(seconds));
  const days = Math.floor(rest / perDay);
  rest -= days * perDay;
  const hours = Math.floor(rest / 3600);
  rest -= hours * 3600;
  const minutes = Math.floor(rest / 60);
  return { passed: seconds < 0, days, hours, minutes, seconds: Math.floor(rest - minutes * 60) };
}

/** How near a deadline is, for colour and words: passed, under one working hour, under two working days, or calm. */
export type Urgency = "overdue" | "critical" | "soon" | "calm";

export function urgencyOf(secondsLeft: number, perDay: number): Urgency {
  if (secondsLeft < 0) return "overdue";
  if (secondsLeft <= 2 * 3600) return "critical";
  if (secondsLeft <= 2 * perDay) return "soon";
  return "calm";
}
