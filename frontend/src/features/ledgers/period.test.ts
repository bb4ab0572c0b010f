import { describe, expect, it } from "vitest";
import { faultOf, spanOf } from "./period";

describe("the period of a ledger", () => {
  it("is a whole month, quarter or year of the office's calendar", () => {
    const days = (period: Parameters<typeof spanOf>[0], today: string) =>
      Object.values(spanOf(period, today)).join(" ");
    expect(days("month", "2026-02-26")).toBe("2026-02-01 2026-02-28");
    expect(days("month", "2024-02-29")).toBe("2024-02-01 2024-02-29");
    expect(days("lastMonth", "2026-01-05")).toBe("2025-12-01 2025-12-31");
    expect(days("lastMonth", "2026-03-31")).toBe("2026-02-01 2026-02-28");
    expect(days("quarter", "2026-12-31")).toBe("2026-10-01 2026-12-31");
    expect(days("quarter", "2026-01-01")).toBe("2026-01-01 2026-03-31");
    expect(days("year", "2024-07-01")).toBe("2024-01-01 2024-12-31");
  });

  it("has two days, in order, and at most a year of them", () => {
    expect(faultOf({ from: "2026-02-26", until: "2026-02-26" })).toBeNull();
    expect(faultOf({ from: "2024-01-01", until: "2024-12-31" })).toBeNull();
    expect(faultOf({ from: "2025-01-01", until: "2026-01-01" })).toBeNull();
    expect(faultOf({ from: "2025-01-01", until: "2026-01-02" })).toBe("tooLong");
    expect(faultOf({ from: "2026-02-27", until: "2026-02-26" })).toBe("backwards");
    for (const bad of ["", "2026-02-30", "26.2.2026"])
      expect(faultOf({ from: bad, until: "2026-02-26" })).toBe("badDate");
  });
});
