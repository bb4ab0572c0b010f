import { useEffect, useRef } from "react";
import type { DeskEventsSubscription } from "@/graphql/gen/graphql";

export type DeskEvent = DeskEventsSubscription["deskEvents"];
type Listener = (events: readonly DeskEvent[]) => void;

const listeners = new Set<Listener>();
let waiting: DeskEvent[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** How long events are gathered before the pages read again. */
const gatherMs = 250;

/**
 * Tells every page that what it shows may have changed. With no event (an own act, a feed that began anew) the pages
 * read again all they show.
 */
export function nudgeDesk(event?: DeskEvent) {
  if (event) waiting.push(event);
  if (timer !== undefined) return;
  timer = setTimeout(() => {
    const events = waiting;
    waiting = [];
    timer = undefined;
    for (const listener of listeners) listener(events);
  }, gatherMs);
}

/** Calls back with the desk's events, gathered; an empty list means that anything may have changed. */
export function useDeskEvents(onEvents: Listener) {
  const latest = useRef(onEvents);
  useEffect(() => {
    latest.current = onEvents;
  });
  useEffect(() => {
    const listener: Listener = (events) => latest.current(events);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
}
