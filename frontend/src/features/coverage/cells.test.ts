import { describe, expect, it } from "vitest";
import { byHalf, cellOf, columnsOf, type HalfDay, runsOf } from "./cells";

const a = { id: "a", name: "Wang" };
const b = { id: "b", name: "Li" };
const boss = { id: "boss", name: "Liu" };
const half = (date: string, morning: boolean, more: Partial<HalfDay> = {}): HalfDay => ({
  date,
  morning,
  onDuty: [a],
  role: "HANDLER",
  gap: false,
  unqualified: false,
  ...more,
});

describe("B7: a half-day at a post", () => {
  it.each([
    ["A", half("2026-03-02", true)],
    ["B", half("2026-03-02", true, { onDuty: [b], role: "STAND_IN" })],
    // B for an hour of it: A is back, and it is still no plain half-day of A.
    ["B", half("2026-03-02", true, { onDuty: [b, a] })],
    ["GAP", half("2026-03-02", true, { onDuty: [boss], role: "SUPERIOR", gap: true })],
    ["GAP", half("2026-03-02", true, { onDuty: [boss, b], role: "STAND_IN", gap: true, unqualified: true })],
    ["UNQUALIFIED", half("2026-03-02", true, { onDuty: [b], role: "STAND_IN", unqualified: true })],
    ["NOBODY", half("2026-03-02", true, { onDuty: [], gap: true })],
  ])("is %s", (cell, one) => {
    expect(cellOf(one, "a")).toBe(cell);
  });
});

describe("the columns", () => {
  const posts = [
    { halfDays: [half("2026-02-27", true), half("2026-02-27", false), half("2026-03-02", true)] },
    { halfDays: [half("2026-03-02", false), half("2026-02-28", true)] },
  ];

  it("are the working days of all posts in order, mornings first, weeks apart", () => {
    expect(columnsOf(posts)).toEqual([
      { date: "2026-02-27", halves: [true, false], newWeek: true },
      { date: "2026-02-28", halves: [true], newWeek: false },
      { date: "2026-03-02", halves: [true, false], newWeek: true },
    ]);
    expect(columnsOf([])).toEqual([]);
  });

  it("find their half-day again", () => {
    const find = byHalf(posts[0]?.halfDays ?? []);
    expect(find("2026-02-27", false)?.morning).toBe(false);
    expect(find("2026-03-02", false)).toBeUndefined();
  });
});

describe("what somebody must see to", () => {
  const gap = { onDuty: [boss], gap: true };

  it("is told once while it lasts, over days off too, and anew after A was back or with somebody else", () => {
    const days = [
      half("2026-02-26", true),
      half("2026-02-26", false, gap),
      half("2026-02-27", true, gap),
      half("2026-03-02", true, gap),
      half("2026-03-02", false, { onDuty: [b], role: "STAND_IN" }),
      half("2026-03-03", true, gap),
      half("2026-03-03", false, { onDuty: [a], gap: true }),
    ];
    expect(runsOf(days, "a").map((run) => [run.first.date, run.last.date])).toEqual([
      ["2026-02-26", "2026-03-02"],
      ["2026-03-03", "2026-03-03"],
      ["2026-03-03", "2026-03-03"],
    ]);
  });

  it("is nothing while A or a qualified B is there", () => {
    expect(runsOf([half("2026-02-26", true), half("2026-02-26", false, { onDuty: [b] })], "a")).toEqual([]);
  });
});
