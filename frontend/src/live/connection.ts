import { useSyncExternalStore } from "react";

/** The websocket as the page shows it: resting before sign-in, open, or lost and being tried again. */
export type Connection = { state: "resting" | "open" | "lost"; since: number };

let current: Connection = { state: "resting", since: Date.now() };
const listeners = new Set<() => void>();

export function setConnection(state: Connection["state"]) {
  if (current.state === state) return;
  current = { state, since: Date.now() };
  for (const listener of listeners) listener();
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
