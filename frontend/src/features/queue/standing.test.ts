import { describe, expect, it } from "vitest";
import { casesFor, justBack } from "./standing";

describe("B7: the stand-in's banner", () => {
  it("counts the cases of the lists that are the person's", () => {
    const lists = [
      { to: { id: "b" }, linesNow: [1, 2] },
      { to: { id: "c" }, linesNow: [3] },
      { to: { id: "b" }, linesNow: [4] },
    ];
    expect(casesFor({ lists }, "b")).toBe(3);
    expect(casesFor({ lists }, "d")).toBe(0);
  });
});

describe("B7: who is back", () => {
  const ended = (done: string[][]) => [
    { id: "abs_1", until: "2026-02-26T09:00:00Z", lists: done.map((ids) => ({ done: ids.map((id) => ({ id })) })) },
  ];
  const soon = Date.parse("2026-02-27T01:00:00Z");

  it("is told what was done, each entry once", () => {
    expect(justBack(ended([["1", "2"], ["2"]]), soon, null)).toEqual({ id: "abs_1", done: 2 });
  });
  it("is told nothing where nothing was done, once hidden, or days after", () => {
    expect(justBack(ended([[]]), soon, null)).toBeNull();
    expect(justBack(ended([["1"]]), soon, "abs_1")).toBeNull();
    expect(justBack(ended([["1"]]), soon + 4 * 24 * 3600_000, null)).toBeNull();
    expect(justBack([], soon, null)).toBeNull();
  });
});
