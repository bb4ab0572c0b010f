import { describe, expect, it } from "vitest";
import { placeOf, scaleOf } from "./stages";

describe("the timeline of projects", () => {
  it("has whole months and holds today", () => {
    expect(scaleOf([], "2026-02-26")).toBeNull();
    const scale = scaleOf([{ from: "2025-12-15", until: "2026-01-03" }], "2026-02-26");
    expect(scale?.months).toEqual(["2025-12", "2026-01", "2026-02"]);
    expect([scale?.from, scale?.until]).toEqual(["2025-12-01", "2026-03-01"]);
  });
  it("places a span by its days, the last one included", () => {
    const scale = { from: "2026-02-01", until: "2026-03-01" };
    expect(placeOf({ from: "2026-02-01", until: "2026-02-28" }, scale)).toEqual({ left: 0, width: 100 });
    expect(placeOf({ from: "2026-02-15", until: "2026-02-21" }, scale)).toEqual({ left: 50, width: 25 });
  });
  it("never leaves the scale", () => {
    const place = placeOf({ from: "2020-01-01", until: "2030-01-01" }, { from: "2026-02-01", until: "2026-03-01" });
    expect(place).toEqual({ left: 0, width: 100 });
  });
});
