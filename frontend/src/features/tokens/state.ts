/** What a token is worth now. */
export type TokenState = "valid" | "expired" | "revoked";

export function stateOf(token: { expiresAt: string; revokedAt?: string | null }, now: number): TokenState {
  if (token.revokedAt) return "revoked";
  return Date.parse(token.expiresAt) <= now ? "expired" : "valid";
}

export const stateTones: Record<TokenState, string> = { valid: "calm", expired: "late", revoked: "overdue" };

/** The same day of the next year; 28 February for 29 February. */
export function yearOn(date: string): string {
  const next = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  return next.endsWith("-02-29") ? next.replace(/29$/, "28") : next;
}
