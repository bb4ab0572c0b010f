import { describe, expect, it } from "vitest";
import {
  dayOf,
  formatClock,
  formatDay,
  formatDayMonth,
  formatInstant,
  formatInstantNear,
  formatMonth,
  fromLocalInput,
  toLocalInput,
} from "./zone";

const zone = "Asia/Shanghai";

describe("dates of the community", () => {
  it("are written as the office writes them, in both languages", () => {
    expect(formatInstant("2026-02-26T09:00:00Z", zone, "zh-CN")).toBe("2026年2月26日 周四 17:00");
    expect(formatInstant("2026-02-26T09:00:00Z", zone, "en")).toBe("Thu 26 Feb 2026 17:00");
    expect(formatDay("2026-10-01", "zh-CN")).toBe("2026年10月1日 周四");
    expect(formatDay("2026-10-01", "en")).toBe("Thu 1 Oct 2026");
    expect(formatDayMonth("2026-10-01", "en")).toBe("1 Oct");
    expect(formatMonth("2026-02", "zh-CN")).toBe("2026年2月");
    expect(formatMonth("2026-12", "en")).toBe("Dec 2026");
  });

  it("fall on the community's day, not the browser's", () => {
    expect(dayOf("2026-02-26T16:30:00Z", zone)).toBe("2026-02-27");
    expect(dayOf("2026-02-26T16:30:00Z", "America/New_York")).toBe("2026-02-26");
    expect(formatClock("2026-02-26T16:30:00Z", zone)).toBe("00:30");
  });

  it("leave out the year only while it is this one", () => {
    const now = Date.parse("2026-12-31T23:00:00+08:00");
    expect(formatInstantNear("2026-12-31T09:00:00Z", now, zone, "zh-CN")).toBe("12月31日 周四 17:00");
    expect(formatInstantNear("2027-01-04T09:00:00Z", now, zone, "zh-CN")).toBe("2027年1月4日 周一 17:00");
    expect(formatInstantNear("2026-12-31T09:00:00Z", now, zone, "en")).toBe("Thu 31 Dec 17:00");
  });

  it("go into a field and back unchanged, also over a change of summer time", () => {
    for (const [text, where] of [
      ["2026-02-26T17:00", zone],
      ["2026-03-29T03:30", "Europe/Berlin"],
      ["2026-10-25T04:10", "Europe/Berlin"],
    ] as const) {
      const instant = fromLocalInput(text, where);
      expect(instant && toLocalInput(instant, where)).toBe(text);
    }
    expect(fromLocalInput("", zone)).toBeNull();
    expect(fromLocalInput("2026-02-26T17:00", zone)).toBe("2026-02-26T09:00:00.000Z");
  });
});
