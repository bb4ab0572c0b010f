/** Where to go after sign-in: a path of this desk, never another site; the queue where none or a foreign one is named. */
export function safeNext(next: string | null): string {
  if (!next?.startsWith("/") || next.startsWith("//") || next.includes("\\") || next.startsWith("/signin"))
    return "/queue";
  return next;
}
