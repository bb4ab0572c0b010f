import { describe, expect, it } from "vitest";
import { addDays, addMonths, beginOf, daysOf, isDay } from "./days";

describe("days of the office", () => {
  it("weeks begin on Monday, months on the first, quarters with their first month, years on New Year's Day", () => {
    // A Thursday, and the Sunday that still is of the same week.
    expect(beginOf("week", "2026-02-26")).toBe("2026-02-23");
    expect(beginOf("week", "2026-03-01")).toBe("2026-02-23");
    expect(beginOf("week", "2026-02-23")).toBe("2026-02-23");
    expect(beginOf("month", "2026-02-26")).toBe("2026-02-01");
    expect(["01", "03", "04", "09", "12"].map((month) => beginOf("quarter", `2026-${month}-15`))).toEqual([
      "2026-01-01",
      "2026-01-01",
      "2026-04-01",
      "2026-07-01",
      "2026-10-01",
    ]);
    expect(beginOf("year", "2026-12-31")).toBe("2026-01-01");
  });

  it("months are of the calendar", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-12-01", 1)).toBe("2027-01-01");
    expect(addMonths("2026-01-01", -1)).toBe("2025-12-01");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });

  it("a day is one of the calendar, written in full", () => {
    expect(["2026-02-28", "2028-02-29", "2026-02-29", "2026-2-3", "2026-13-01", "", null].map(isDay)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it("both ends of a span count", () => {
    expect(daysOf({ from: "2026-02-26", until: "2026-02-26" })).toBe(1);
    expect(daysOf({ from: "2026-02-27", until: "2026-03-01" })).toBe(3);
    expect(daysOf({ from: "", until: "2026-03-01" })).toBeNaN();
  });
});
