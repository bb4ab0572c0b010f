import { useState } from "react";
import { type Refusal, refusalOf } from "@/graphql/refusal";

/** Asks for the next page once at a time, and keeps what went wrong. */
export function useMore(fetch: () => Promise<unknown>) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const more = async () => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await fetch();
    } catch (failed) {
      setRefusal(refusalOf(failed));
    } finally {
      setBusy(false);
    }
  };
  return { more: () => void more(), busy, refusal };
}
