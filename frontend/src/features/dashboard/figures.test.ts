import { describe, expect, it } from "vitest";
import { casesPath, differenceOf, emptyValue, formatValue, readNarrowing, sortRows } from "./figures";

describe("figures of the dashboard (R)", () => {
  it("are read by their unit; what there is nothing to tell of is a dash and never a nought", () => {
    expect(formatValue(1234, "COUNT", "en")).toBe("1,234");
    expect(formatValue(0, "COUNT", "zh-CN")).toBe("0");
    expect(formatValue(97.5, "PERCENT", "zh-CN")).toBe("97.5%");
    expect(formatValue(100, "PERCENT", "en")).toBe("100%");
    expect(formatValue(3.5, "WORKING_HOURS", "en")).toBe("3.5");
    expect(formatValue(null, "PERCENT", "en")).toBe("—");
    expect(formatValue(undefined, "COUNT", "en")).toBe("—");
  });

  it("of nothing count none, and tell no share", () => {
    expect([emptyValue("COUNT"), emptyValue("PERCENT"), emptyValue("WORKING_HOURS")]).toEqual([0, null, null]);
  });

  it("differ by a tenth at least, or not at all", () => {
    expect(differenceOf(5, 3)).toEqual({ way: "up", by: 2 });
    expect(differenceOf(97.2, 97.5)).toEqual({ way: "down", by: 0.3 });
    expect(differenceOf(0, 0)).toEqual({ way: "same", by: 0 });
    expect(differenceOf(null, 3)).toBeNull();
    expect(differenceOf(3, null)).toBeNull();
  });

  it("open the list behind them, of an empty key too", () => {
    const span = { from: "2026-02-01", until: "2026-02-26" };
    expect(casesPath("OVERDUE", span)).toBe("/dashboard/cases?figure=OVERDUE&from=2026-02-01&until=2026-02-26");
    for (const key of ["MZ-01", ""]) {
      const path = casesPath("OVERDUE", span, { by: "ITEM", key });
      expect(readNarrowing(new URLSearchParams(path.split("?")[1]))).toEqual([{ by: "ITEM", field: "itemCodes", key }]);
    }
    expect(readNarrowing(new URLSearchParams("figure=OVERDUE"))).toEqual([]);
  });

  it("are sorted, the greatest first and what has no value last", () => {
    const rows = [{ values: [1, null] }, { values: [3, 50] }, { values: [3, 100] }];
    expect(sortRows(rows, 0).map((row) => row.values[1])).toEqual([50, 100, null]);
    expect(sortRows(rows, 1).map((row) => row.values[1])).toEqual([100, 50, null]);
  });
});
