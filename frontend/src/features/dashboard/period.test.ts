import { describe, expect, it } from "vitest";
import { readChoice, readSpan, spanBefore, spanOf, stepOf, stepsOf } from "./period";

describe("periods of the dashboard (R)", () => {
  it("go on to today, and no further", () => {
    expect(spanOf("month", "2026-02-26", null)).toEqual({ from: "2026-02-01", until: "2026-02-26" });
    expect(spanOf("week", "2026-02-23", null)).toEqual({ from: "2026-02-23", until: "2026-02-23" });
    expect(spanOf("own", "2026-02-26", { from: "2025-01-01", until: "2025-01-31" })).toEqual({
      from: "2025-01-01",
      until: "2025-01-31",
    });
    expect(spanOf("own", "2026-02-26", null)).toEqual({ from: "2026-02-01", until: "2026-02-26" });
  });

  it("are set against the same stretch of the one before", () => {
    expect(spanBefore("week", { from: "2026-02-23", until: "2026-02-26" })).toEqual({
      from: "2026-02-16",
      until: "2026-02-19",
    });
    expect(spanBefore("month", { from: "2026-01-01", until: "2026-01-15" })).toEqual({
      from: "2025-12-01",
      until: "2025-12-15",
    });
    expect(spanBefore("quarter", { from: "2026-01-01", until: "2026-02-26" })).toEqual({
      from: "2025-10-01",
      until: "2025-11-26",
    });
    expect(spanBefore("year", { from: "2028-01-01", until: "2028-02-29" })).toEqual({
      from: "2027-01-01",
      until: "2027-02-28",
    });
    expect(spanBefore("own", { from: "2026-03-01", until: "2026-03-10" })).toEqual({
      from: "2026-02-19",
      until: "2026-02-28",
    });
  });

  it("a whole one against the whole one before, however long; a longer stretch than the one before had ends with it", () => {
    expect(spanBefore("month", { from: "2026-02-01", until: "2026-02-28" })).toEqual({
      from: "2026-01-01",
      until: "2026-01-31",
    });
    expect(spanBefore("month", { from: "2026-03-01", until: "2026-03-30" })).toEqual({
      from: "2026-02-01",
      until: "2026-02-28",
    });
  });

  it("are drawn by day, and by month where that would be more than 62", () => {
    expect(stepOf({ from: "2026-01-01", until: "2026-03-03" })).toBe("DAY");
    expect(stepOf({ from: "2026-01-01", until: "2026-03-04" })).toBe("MONTH");
    expect(stepsOf({ from: "2026-02-27", until: "2026-03-01" })).toEqual(
      ["2026-02-27", "2026-02-28", "2026-03-01"].map((day) => ({ from: day, until: day })),
    );
    expect(stepsOf({ from: "2026-01-15", until: "2026-04-02" })).toEqual([
      { from: "2026-01-15", until: "2026-01-31" },
      { from: "2026-02-01", until: "2026-02-28" },
      { from: "2026-03-01", until: "2026-03-31" },
      { from: "2026-04-01", until: "2026-04-02" },
    ]);
  });

  it("an address that makes no sense is not followed", () => {
    const read = (text: string) => readSpan(new URLSearchParams(text));
    expect(read("from=2026-02-01&until=2026-02-26")).toEqual({ from: "2026-02-01", until: "2026-02-26" });
    expect(read("from=2026-02-27&until=2026-02-26")).toBeNull();
    expect(read("from=2026-02-30&until=2026-03-26")).toBeNull();
    expect(read("from=2010-01-01&until=2026-03-26")).toBeNull();
    expect(read("until=2026-03-26")).toBeNull();
    expect(readChoice(new URLSearchParams("period=decade"))).toBe("month");
    expect(readChoice(new URLSearchParams("period=own"))).toBe("own");
  });
});
