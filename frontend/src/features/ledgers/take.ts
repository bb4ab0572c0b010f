import type { LedgerKind } from "@/graphql/gen/graphql";
import { type Refusal, refusalOfBody } from "@/graphql/refusal";
import type { Span } from "@/office/days";
import type { Language } from "@/office/zone";

/** Where a ledger of a period is taken from, in the reader's language. */
export const ledgerPath = (kind: LedgerKind, { from, until }: Span, lang: Language) =>
  `/ledgers/${kind.toLowerCase()}?${new URLSearchParams({ from, until, lang })}`;

/** Takes a ledger. A file that was cut short on the way is none. */
export async function takeLedger(
  kind: LedgerKind,
  span: Span,
  lang: Language,
): Promise<{ ok: true; file: Blob } | { ok: false; refusal: Refusal }> {
  try {
    const answer = await fetch(ledgerPath(kind, span, lang), { credentials: "same-origin" });
    if (!answer.ok) return { ok: false, refusal: refusalOfBody(answer.status, await answer.text()) };
    return { ok: true, file: await answer.blob() };
  } catch {
    return { ok: false, refusal: refusalOfBody(0, "") };
  }
}
