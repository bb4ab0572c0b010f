import { describe, expect, it } from "vitest";
import type { EventKind } from "@/graphql/gen/graphql";
import { chainOf } from "./chain";

const event = (kind: EventKind, who: string, at: string, facts: Record<string, unknown> = {}) => ({
  kind,
  at,
  facts,
  responsible: { id: who, name: who },
});

describe("the chain of responsibility", () => {
  it("is one link for each person in turn, with the quality that the journal tells", () => {
    const chain = chainOf(
      [
        event("CASE_OPENED", "li", "1"),
        event("PROMISED", "li", "2"),
        event("HAND_OVER_OFFERED", "li", "3"),
        event("HAND_OVER_ACCEPTED", "zhao", "4"),
        event("STOOD_IN", "wang", "5", { role: "STAND_IN" }),
        event("WARNING", "wang", "6"),
        event("CUSTODY_RETURNED", "zhao", "7", { role: "HANDLER" }),
      ],
      { id: "zhao", role: "HANDLER" },
    );
    expect(chain.map((link) => [link.id, link.role, link.since])).toEqual([
      ["li", "FIRST_RESPONDER", "1"],
      ["zhao", "HANDLER", "4"],
      ["wang", "STAND_IN", "5"],
      ["zhao", "HANDLER", "7"],
    ]);
  });

  it("F10: an offer that was not accepted is no link", () => {
    const chain = chainOf(
      [event("CASE_OPENED", "li", "1"), event("HAND_OVER_OFFERED", "li", "2"), event("HAND_OVER_RETURNED", "li", "3")],
      { id: "li", role: "FIRST_RESPONDER" },
    );
    expect(chain).toHaveLength(1);
  });

  it("claims no quality that it does not know, and takes the last one from the case", () => {
    const events = [event("CASE_OPENED", "li", "1"), event("REOPENED", "zhao", "2"), event("REOPENED", "wang", "3")];
    const chain = chainOf(events, { id: "wang", role: "SUPERIOR" });
    expect(chain.map((link) => link.role)).toEqual(["FIRST_RESPONDER", null, "SUPERIOR"]);
  });

  it("is empty before the journal was read", () => {
    expect(chainOf([], { id: "li", role: "HANDLER" })).toEqual([]);
  });
});
