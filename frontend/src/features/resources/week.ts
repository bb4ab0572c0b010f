import { dayOf, fromLocalInput } from "@/office/zone";

/** The calendar day n days after a day. */
export function dayAfter(day: string, n: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + n);
  return at.toISOString().slice(0, 10);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayAfter(day, -((weekday + 6) % 7));
}

export interface Week {
  days: string[];
  /** The instants between which it lies. */
  from: string;
  until: string;
}

/** The seven days of the week that begins on a Monday, in the community's zone. */
export function weekOf(monday: string, zone: string): Week {
  const days = Array.from({ length: 7 }, (_, n) => dayAfter(monday, n));
  const midnight = (day: string) => fromLocalInput(`${day}T00:00`, zone) ?? `${day}T00:00:00Z`;
  return { days, from: midnight(monday), until: midnight(dayAfter(monday, 7)) };
}

/** What of a list touches a day, in its order. */
export function onDay<T extends { from: string; until: string }>(all: readonly T[], day: string, zone: string): T[] {
  return all.filter((one) => dayOf(one.from, zone) <= day && dayOf(Date.parse(one.until) - 1, zone) >= day);
}
