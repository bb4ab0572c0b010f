import { describe, expect, it } from "vitest";
import { waitsFor } from "./absence";

const list = { to: { id: "b" }, writtenAt: null, acceptedAt: null };

describe("what an absence waits for", () => {
  it("is the person's own list, until it is written", () => {
    const mine = { staff: { id: "a" }, lists: [list], allowedActs: ["WRITE_LIST", "WITHDRAW"] as const };
    expect(waitsFor(mine, "a")).toBe("WRITE_LIST");
    // Who leads may write it too; it does not wait for them.
    expect(waitsFor(mine, "leader")).toBeNull();
    expect(waitsFor({ ...mine, lists: [{ ...list, writtenAt: "2026-02-26T01:00:00Z" }] }, "a")).toBeNull();
    expect(waitsFor({ ...mine, lists: [] }, "a")).toBeNull();
  });

  it("is the acceptance before the decision, and nothing where neither is allowed", () => {
    const of = { staff: { id: "a" }, lists: [list] };
    expect(waitsFor({ ...of, allowedActs: ["ACCEPT_LIST", "APPROVE"] }, "b")).toBe("ACCEPT_LIST");
    expect(waitsFor({ ...of, allowedActs: ["APPROVE", "REFUSE"] }, "leader")).toBe("APPROVE");
    expect(waitsFor({ ...of, allowedActs: ["REFUSE"] }, "leader")).toBeNull();
    expect(waitsFor({ ...of, allowedActs: [] }, "c")).toBeNull();
  });
});
