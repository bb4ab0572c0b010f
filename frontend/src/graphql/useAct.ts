import type { TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useRef, useState } from "react";
import { nudgeDesk } from "@/live/desk";
import { type Refusal, refusalOf } from "./refusal";

type WithMutationId = { input: { clientMutationId?: unknown } };
/** What an act is called with: its input without the clientMutationId, which useAct adds. */
export type ActInput<V extends WithMutationId> = Omit<V["input"], "clientMutationId">;
export type ActResult<T> = { ok: true; data: T } | { ok: false; refusal: Refusal };

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Pauses before an act is sent again by itself after a lost connection. */
export const retryPauses = [400, 1200];

function keptId(intentKey: string | undefined) {
  return intentKey ? sessionStorage.getItem(`xinxing.intent.${intentKey}`) : null;
}

/** What is refused of anything but a case is told in words that do not speak of one. */
function aboutWhat(refusal: Refusal, input: object): Refusal {
  return "caseId" in input ? refusal : { ...refusal, facts: { ...refusal.facts, record: true } };
}

/**
 * An act (mutation) with one clientMutationId per intent of the user: the id is used again while no answer came, so that
 * an act whose answer was lost is done once; a definite answer of the server ends the intent. With an `intentKey` the
 * id also survives a reload of the page.
 */
export function useAct<T, V extends WithMutationId>(document: TypedDocumentNode<T, V>, intentKey?: string) {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const intent = useRef<string | null>(null);

  const run = useCallback(
    async (input: ActInput<V>): Promise<ActResult<T>> => {
      intent.current ??= keptId(intentKey) ?? crypto.randomUUID();
      if (intentKey) sessionStorage.setItem(`xinxing.intent.${intentKey}`, intent.current);
      const end = () => {
        intent.current = null;
        if (intentKey) sessionStorage.removeItem(`xinxing.intent.${intentKey}`);
      };
      setBusy(true);
      setRefusal(null);
      try {
        for (let attempt = 0; ; attempt++) {
          try {
            const variables = { input: { ...input, clientMutationId: intent.current } } as unknown as V;
            const { data } = await client.mutate<T, WithMutationId>({
              mutation: document as TypedDocumentNode<T, WithMutationId>,
              variables: variables as WithMutationId,
            });
            end();
            nudgeDesk();
            return { ok: true, data: data as T };
          } catch (error) {
            const refused = aboutWhat(refusalOf(error), input);
            const pause = retryPauses[attempt];
            if (refused.code === "NETWORK" && pause !== undefined) {
              await wait(pause);
              continue;
            }
            if (refused.code !== "NETWORK" && refused.code !== "INTERNAL") end();
            setRefusal(refused);
            return { ok: false, refusal: refused };
          }
        }
      } finally {
        setBusy(false);
      }
    },
    [client, document, intentKey],
  );

  return { run, busy, refusal, clear: useCallback(() => setRefusal(null), []) };
}
