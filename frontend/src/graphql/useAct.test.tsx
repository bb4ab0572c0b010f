import { ApolloLink, Observable } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { TakeOverDocument } from "@/components/acts/documents";
import { OpenCaseDocument } from "@/features/intake/documents";
import { PublishProgramDocument } from "@/features/programs/documents";
import { i18n } from "@/i18n/i18n";
import { makeClient } from "./client";
import { sayRefusal } from "./refusal";
import { type ActResult, retryPauses, useAct } from "./useAct";

type Answer = "ok" | "lost" | { code: string };
const input = { channel: "PHONE" as const, anonymous: true, situation: "s", demand: "d" };

function office(answers: Answer[]) {
  const ids: string[] = [];
  const link = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        ids.push(operation.variables.input.clientMutationId);
        const answer = answers.shift() ?? "ok";
        if (answer === "lost") {
          observer.error(new TypeError("Failed to fetch"));
          return;
        }
        observer.next(
          answer === "ok"
            ? { data: { openCase: { __typename: "CasePayload", clientMutationId: "x", case: null } } }
            : { data: null, errors: [{ message: "no", extensions: answer }] },
        );
        observer.complete();
      }),
  );
  const client = makeClient(link);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ApolloProvider client={client}>{children}</ApolloProvider>
  );
  return { ids, wrapper };
}

beforeEach(() => retryPauses.fill(1));

describe("an act", () => {
  it("sends again after a lost connection with the same id, and gives the answer", async () => {
    const { ids, wrapper } = office(["lost", "lost", "ok"]);
    const { result } = renderHook(() => useAct(OpenCaseDocument), { wrapper });
    await act(async () => expect(await result.current.run(input)).toMatchObject({ ok: true }));
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });

  it("keeps its id while no answer came, also when the user sends once more", async () => {
    const { ids, wrapper } = office(["lost", "lost", "lost", "ok", "ok"]);
    const { result } = renderHook(() => useAct(OpenCaseDocument), { wrapper });
    await act(async () => expect(await result.current.run(input)).toMatchObject({ refusal: { code: "NETWORK" } }));
    expect(result.current.refusal?.code).toBe("NETWORK");
    await act(async () => expect(await result.current.run(input)).toMatchObject({ ok: true }));
    expect(new Set(ids).size).toBe(1);
    await act(async () => void (await result.current.run(input)));
    expect(new Set(ids).size).toBe(2);
  });

  it("takes a new id after a refusal: the next try is another intent", async () => {
    const { ids, wrapper } = office([{ code: "NEEDS_SITUATION" }, "ok"]);
    const { result } = renderHook(() => useAct(OpenCaseDocument), { wrapper });
    await act(async () =>
      expect(await result.current.run(input)).toMatchObject({ ok: false, refusal: { code: "NEEDS_SITUATION" } }),
    );
    await act(async () => void (await result.current.run(input)));
    expect(new Set(ids).size).toBe(2);
  });

  it("is refused in words that speak of a case only where it is about one", async () => {
    const { wrapper } = office([{ code: "CONFLICT" }, { code: "CONFLICT" }]);
    const { result } = renderHook(
      () => ({ ofCase: useAct(TakeOverDocument), ofProgram: useAct(PublishProgramDocument) }),
      { wrapper },
    );
    const say = async (run: Promise<ActResult<unknown>>) => {
      const done = await run;
      return done.ok ? "" : sayRefusal(done.refusal, i18n.t.bind(i18n));
    };
    await act(async () => {
      expect(await say(result.current.ofCase.run({ caseId: "c", version: 1 }))).toContain("办件");
      expect(await say(result.current.ofProgram.run({ programId: "p", version: 1 }))).not.toContain("办件");
    });
  });

  it("keeps the id through a reload of the page where it was given a key", async () => {
    const lost = office(["lost", "lost", "lost"]);
    const first = renderHook(() => useAct(OpenCaseDocument, "open.st_1"), { wrapper: lost.wrapper });
    await act(async () => void (await first.result.current.run(input)));
    first.unmount();
    const back = office(["ok", "ok"]);
    const second = renderHook(() => useAct(OpenCaseDocument, "open.st_1"), { wrapper: back.wrapper });
    await act(async () => void (await second.result.current.run(input)));
    expect(back.ids[0]).toBe(lost.ids[0]);
    await act(async () => void (await second.result.current.run(input)));
    expect(back.ids[1]).not.toBe(back.ids[0]);
  });
});
