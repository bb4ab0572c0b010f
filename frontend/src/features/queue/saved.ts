/** Named filters of one member of staff, kept in this browser. */
export interface SavedFilter {
  name: string;
  /** The address after the question mark. */
  query: string;
}

const key = (staffId: string) => `xinxing.queue.saved.${staffId}`;

export function readSaved(staffId: string): SavedFilter[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(staffId)) ?? "[]");
    if (!Array.isArray(kept)) return [];
    return kept.filter(
      (one): one is SavedFilter => typeof one?.name === "string" && typeof one?.query === "string" && one.name !== "",
    );
  } catch {
    return [];
  }
}

/** Adds the filter, or replaces the one of the same name; at most 12 are kept. */
export function withSaved(saved: readonly SavedFilter[], one: SavedFilter): SavedFilter[] {
  return [...saved.filter((other) => other.name !== one.name), one].slice(-12);
}

export function writeSaved(staffId: string, saved: readonly SavedFilter[]) {
  localStorage.setItem(key(staffId), JSON.stringify(saved));
}
