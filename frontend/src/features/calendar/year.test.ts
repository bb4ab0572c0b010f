import { describe, expect, it } from "vitest";
import { type Day, monthsOf, spansOf, weekdayOf, yearOf } from "./year";

const day = (date: string, kind: Day["kind"] = "WEEKDAY", name = ""): Day => ({
  date,
  working: kind === "WEEKDAY" || kind === "MAKE_UP_WORKING_DAY" || kind === "LOCAL_OPENING",
  kind,
  name,
  source: "",
  provisional: false,
});

describe("the year as it is drawn", () => {
  it("begins the week on Monday", () => {
    expect(weekdayOf("2026-02-23")).toBe(0);
    expect(weekdayOf("2026-03-01")).toBe(6);
  });

  it("puts the days under their months and counts the working ones", () => {
    const months = monthsOf([day("2026-01-31", "WEEKEND"), day("2026-02-01", "WEEKEND"), day("2026-02-02")]);
    expect(months.map((m) => [m.number, m.lead, m.days.length, m.workingDays])).toEqual([
      [1, 5, 1, 0],
      [2, 6, 2, 1],
    ]);
  });

  it("joins days on end of one kind and name, across a month, and no others", () => {
    const spans = spansOf([
      day("2026-01-30"),
      day("2026-01-31", "STATUTORY_HOLIDAY", "A"),
      day("2026-02-01", "STATUTORY_HOLIDAY", "A"),
      day("2026-02-02", "SHIFTED_REST_DAY", "A"),
      day("2026-02-03", "WEEKEND"),
      day("2026-02-04", "SHIFTED_REST_DAY", "A"),
      day("2026-02-05", "SHIFTED_REST_DAY", "B"),
    ]);
    expect(spans.map((s) => [s.from, s.to, s.kind, s.name])).toEqual([
      ["2026-01-31", "2026-02-01", "STATUTORY_HOLIDAY", "A"],
      ["2026-02-02", "2026-02-02", "SHIFTED_REST_DAY", "A"],
      ["2026-02-04", "2026-02-04", "SHIFTED_REST_DAY", "A"],
      ["2026-02-05", "2026-02-05", "SHIFTED_REST_DAY", "B"],
    ]);
  });

  it("takes a year of the address only where the calendar can answer it", () => {
    expect(yearOf("2024", 2026)).toBe(2024);
    expect(yearOf("1999", 2026)).toBe(2026);
    expect(yearOf("2026.5", 2026)).toBe(2026);
    expect(yearOf(null, 2026)).toBe(2026);
  });
});
