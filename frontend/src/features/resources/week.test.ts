import { describe, expect, it } from "vitest";
import { dayAfter, mondayOf, onDay, weekOf } from "./week";

describe("the week of bookings", () => {
  it("begins on a Monday in the community's zone", () => {
    expect(mondayOf("2026-02-26")).toBe("2026-02-23");
    expect(mondayOf("2026-03-01")).toBe("2026-02-23");
    expect(mondayOf("2026-02-23")).toBe("2026-02-23");
    expect(dayAfter("2026-02-28", 1)).toBe("2026-03-01");
    const week = weekOf("2026-02-23", "Asia/Shanghai");
    expect(week.days).toHaveLength(7);
    expect(Date.parse(week.from)).toBe(Date.parse("2026-02-22T16:00:00Z"));
    expect(Date.parse(week.until)).toBe(Date.parse("2026-03-01T16:00:00Z"));
  });
  it("shows what goes over several days on each, and never on the day at whose beginning it ends", () => {
    const long = { from: "2026-02-24T01:00:00Z", until: "2026-02-25T16:00:00Z" };
    const days = weekOf("2026-02-23", "Asia/Shanghai").days.filter(
      (day) => onDay([long], day, "Asia/Shanghai").length > 0,
    );
    expect(days).toEqual(["2026-02-24", "2026-02-25"]);
  });
});
