import { useState } from "react";

/** This machine's instant (ms) at which the figure was first seen; a new figure starts anew. */
export function useSeenAt(secondsLeft: number, dueAt: string): number {
  const [seen, setSeen] = useState(() => ({ secondsLeft, dueAt, at: Date.now() }));
  if (seen.secondsLeft !== secondsLeft || seen.dueAt !== dueAt) {
    const next = { secondsLeft, dueAt, at: Date.now() };
    setSeen(next);
    return next.at;
  }
  return seen.at;
}
