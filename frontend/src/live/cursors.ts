/** The last event seen of a feed, kept for this window so that a reload resumes there. */

const key = (staffId: string, feed: string) => `xinxing.cursor.${staffId}.${feed}`;

export function lastCursor(staffId: string, feed: string): string | null {
  return sessionStorage.getItem(key(staffId, feed));
}

export function keepCursor(staffId: string, feed: string, cursor: string) {
  sessionStorage.setItem(key(staffId, feed), cursor);
}
