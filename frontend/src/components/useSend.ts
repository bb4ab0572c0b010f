import { useRef, useState } from "react";
import type { Refusal } from "@/graphql/refusal";
import type { ActResult } from "@/graphql/useAct";
import { nudgeDesk } from "@/live/desk";
import { type UploadFor, upload, wrongWith } from "./upload";

/**
 * Sends one file at a time. The clientMutationId of a file and what it is for stays while no answer came, so that it is
 * published once; a definite answer of the server ends the intent.
 */
export function useSend() {
  const [part, setPart] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const intent = useRef<{ of: string; id: string } | null>(null);
  const send = async (at: UploadFor, file: File): Promise<ActResult<null>> => {
    const of = JSON.stringify([at, file.name, file.size, file.lastModified]);
    if (intent.current?.of !== of) intent.current = { of, id: crypto.randomUUID() };
    setRefusal(null);
    const wrong = wrongWith(file);
    setPart(wrong ? null : 0);
    const done = wrong
      ? ({ ok: false, refusal: wrong } as const)
      : await upload({ ...at, clientMutationId: intent.current.id }, file, setPart);
    setPart(null);
    if (done.ok || (done.refusal.code !== "NETWORK" && done.refusal.code !== "INTERNAL")) intent.current = null;
    if (!done.ok) {
      setRefusal(done.refusal);
      return done;
    }
    nudgeDesk();
    return { ok: true, data: null };
  };
  return { send, part, refusal, clear: () => setRefusal(null) };
}
