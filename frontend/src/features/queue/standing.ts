/** How many cases the lists of an absence give to the person. */
export function casesFor(
  of: { lists: readonly { to: { id: string }; linesNow: readonly unknown[] }[] },
  me: string,
): number {
  return of.lists.filter((list) => list.to.id === me).reduce((sum, list) => sum + list.linesNow.length, 0);
}

interface Ended {
  id: string;
  until: string | null;
  lists: readonly { done: readonly { id: string }[] }[];
}

/** How long (ms) who is back is told what was done meanwhile. */
const toldFor = 3 * 24 * 3600_000;

/** The person's last absence that ended, where something was done meanwhile; null long after it, or once hidden. */
export function justBack(
  ended: readonly Ended[],
  now: number,
  hidden: string | null,
): { id: string; done: number } | null {
  const last = ended[0];
  if (!last?.until || last.id === hidden || now - Date.parse(last.until) > toldFor) return null;
  const done = new Set(last.lists.flatMap((list) => list.done.map((event) => event.id))).size;
  return done > 0 ? { id: last.id, done } : null;
}
