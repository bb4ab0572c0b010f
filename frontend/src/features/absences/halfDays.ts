import { daysOf } from "@/office/days";
import { dayOf, formatClock } from "@/office/zone";

/** One half of a working day by the office's periods. */
export interface HalfDay {
  date: string;
  morning: boolean;
  start: string;
  end: string;
}

export interface HalfChoice {
  fromDate: string;
  fromMorning: boolean;
  untilDate: string;
  untilMorning: boolean;
}

/** The half-days of office periods, in order: what begins before noon is the morning. */
export function halfDaysOf(periods: readonly { start: string; end: string }[], zone: string): HalfDay[] {
  const halves: HalfDay[] = [];
  for (const { start, end } of periods) {
    const date = dayOf(start, zone);
    const morning = formatClock(start, zone) < "12:00";
    const last = halves.at(-1);
    if (last && last.date === date && last.morning === morning) last.end = end;
    else halves.push({ date, morning, start, end });
  }
  return halves;
}

const order = (date: string, morning: boolean) => `${date}${morning ? "a" : "b"}`;

/**
 * What half-days mean as instants: from the opening of the first to the closing of the last in which the office works.
 * Null where it does not work then, or where the end lies before the start.
 */
export function spanOf(
  halves: readonly HalfDay[],
  choice: HalfChoice,
): { from: string; until: string; count: number } | null {
  const first = order(choice.fromDate, choice.fromMorning);
  const last = order(choice.untilDate, choice.untilMorning);
  const inside = halves.filter((half) => {
    const at = order(half.date, half.morning);
    return first <= at && at <= last;
  });
  const [from, until] = [inside[0], inside.at(-1)];
  return from && until ? { from: from.start, until: until.end, count: inside.length } : null;
}

/** How many days of periods a choice needs; 0 where it is no choice yet. */
export function daysBetween(from: string, until: string): number {
  const days = daysOf({ from, until });
  return Number.isFinite(days) && days > 0 ? Math.min(days, 366) : 0;
}
