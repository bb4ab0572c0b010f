import { useCallback, useSyncExternalStore } from "react";
import type { Period } from "./worktime";

/** The office's clock: the server's instant carried forward by this machine's, and the office periods of the next days. */
export interface OfficeClock {
  /** Office ms minus this machine's ms. */
  offset: number;
  periods: readonly Period[];
  known: boolean;
}

let clock: OfficeClock = { offset: 0, periods: [], known: false };
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tell() {
  for (const listener of listeners) listener();
}

/** A jump of the office's clock beyond this (ms) means that it was moved, not that this machine's clock drifts. */
const jumpMs = 30_000;

/** Takes over an answer of officeTime; true where the office's clock was moved since the last answer. */
export function setOfficeTime(time: { now: string; periods: readonly Period[] }, receivedAt = Date.now()): boolean {
  const offset = Date.parse(time.now) - receivedAt;
  const moved = clock.known && Math.abs(offset - clock.offset) > jumpMs;
  clock = { offset, periods: time.periods, known: true };
  tell();
  return moved;
}

/** The office's instant now, in ms. */
export function officeNow(): number {
  return Date.now() + clock.offset;
}

export function officeClock(): OfficeClock {
  return clock;
}

/** Whether the office is open at the instant, by the periods known. */
export function openAt(periods: readonly Period[], now: number): boolean {
  return periods.some((p) => Date.parse(p.start) <= now && now < Date.parse(p.end));
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(tell, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** A text (or number) that follows the office's clock second by second; the component draws again only when it changes. */
export function useOfficeTick<T extends string | number | boolean>(select: (now: number, clock: OfficeClock) => T): T {
  return useSyncExternalStore(
    subscribe,
    useCallback(() => select(officeNow(), clock), [select]),
  );
}
