import { describe, expect, it } from "vitest";
import { daysFrom, isMonth, monthAfter, weeksOf } from "./month";

describe("a month", () => {
  it("is followed and preceded, over the year's end too", () => {
    expect(monthAfter("2026-12", 1)).toBe("2027-01");
    expect(monthAfter("2026-01", -1)).toBe("2025-12");
    expect(monthAfter("2026-05", 8)).toBe("2027-01");
  });

  it("is whole weeks from Monday to Sunday that hold each of its days once", () => {
    for (const month of ["2026-02", "2026-03", "2027-02", "2028-02", "2026-11"]) {
      const weeks = weeksOf(month);
      expect(weeks.every((week) => week.length === 7)).toBe(true);
      expect(weeks.every((week) => new Date(`${week[0]}T00:00:00Z`).getUTCDay() === 1)).toBe(true);
      const own = weeks.flat().filter((one) => one.startsWith(month));
      expect(own[0]).toBe(`${month}-01`);
      expect(new Set(own).size).toBe(own.length);
      expect(own.at(-1)?.slice(8)).toBe(
        String(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()),
      );
    }
  });

  it("is read from the address only where it is one", () => {
    expect(isMonth("2026-02")).toBe(true);
    for (const bad of [null, "", "2026-13", "2026-2", "x"]) expect(isMonth(bad)).toBe(false);
  });
});

describe("days", () => {
  it("run from one to another, both included, and not for ever", () => {
    expect(daysFrom("2026-02-27", "2026-03-02")).toEqual(["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"]);
    expect(daysFrom("2026-02-27", "2026-02-26")).toEqual([]);
    expect(daysFrom("2026-01-01", "2027-01-01")).toHaveLength(62);
  });
});
