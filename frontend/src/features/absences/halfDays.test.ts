import { describe, expect, it } from "vitest";
import { daysBetween, halfDaysOf, spanOf } from "./halfDays";

const zone = "Asia/Shanghai";
/** As the server gives them, in UTC. */
const day = (date: string) => [
  { start: `${date}T00:30:00Z`, end: `${date}T03:30:00Z` },
  { start: `${date}T05:30:00Z`, end: `${date}T09:00:00Z` },
];
// Thursday, Friday, a make-up Saturday; Sunday is off; Monday.
const halves = halfDaysOf(["2026-02-26", "2026-02-27", "2026-02-28", "2026-03-02"].flatMap(day), zone);

describe("half-days", () => {
  it("are the office's periods before and after noon, in the community's zone", () => {
    expect(halves).toHaveLength(8);
    expect(halves[0]).toEqual({
      date: "2026-02-26",
      morning: true,
      start: "2026-02-26T00:30:00Z",
      end: "2026-02-26T03:30:00Z",
    });
    expect(halves.map((half) => half.morning)).toEqual([true, false, true, false, true, false, true, false]);
  });

  it("take several periods of a half together", () => {
    const split = halfDaysOf(
      [
        { start: "2026-02-26T00:30:00Z", end: "2026-02-26T02:00:00Z" },
        { start: "2026-02-26T02:15:00Z", end: "2026-02-26T03:30:00Z" },
        { start: "2026-02-26T05:30:00Z", end: "2026-02-26T09:00:00Z" },
      ],
      zone,
    );
    expect(split.map((half) => half.end)).toEqual(["2026-02-26T03:30:00Z", "2026-02-26T09:00:00Z"]);
  });
});

describe("B4: what was chosen, as instants", () => {
  const span = (fromDate: string, fromMorning: boolean, untilDate: string, untilMorning: boolean) =>
    spanOf(halves, { fromDate, fromMorning, untilDate, untilMorning });

  it("a whole day", () => {
    expect(span("2026-02-27", true, "2026-02-27", false)).toEqual({
      from: "2026-02-27T00:30:00Z",
      until: "2026-02-27T09:00:00Z",
      count: 2,
    });
  });
  it("one afternoon", () => {
    expect(span("2026-02-27", false, "2026-02-27", false)).toEqual({
      from: "2026-02-27T05:30:00Z",
      until: "2026-02-27T09:00:00Z",
      count: 1,
    });
  });
  it("from an afternoon until a morning, over a day off", () => {
    expect(span("2026-02-28", false, "2026-03-02", true)).toEqual({
      from: "2026-02-28T05:30:00Z",
      until: "2026-03-02T03:30:00Z",
      count: 2,
    });
  });
  it("days off at both ends are left out", () => {
    expect(span("2026-03-01", true, "2026-03-03", false)?.from).toBe("2026-03-02T00:30:00Z");
  });
  it("is nothing on a day off, or backwards", () => {
    expect(span("2026-03-01", true, "2026-03-01", false)).toBeNull();
    expect(span("2026-02-27", false, "2026-02-27", true)).toBeNull();
    expect(span("2026-02-28", true, "2026-02-27", false)).toBeNull();
  });
});

it("the days between two days are counted with both", () => {
  expect(daysBetween("2026-02-27", "2026-02-27")).toBe(1);
  expect(daysBetween("2026-02-27", "2026-03-02")).toBe(4);
  expect(daysBetween("2026-03-02", "2026-02-27")).toBe(0);
  expect(daysBetween("", "2026-02-27")).toBe(0);
  expect(daysBetween("2020-01-01", "2026-02-27")).toBe(366);
});
