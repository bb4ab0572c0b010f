import { describe, expect, it } from "vitest";
import { type Period, secondsLeftAt, secondsPerDay, splitWorking, urgencyOf, workingSecondsBetween } from "./worktime";

const day = (date: string): Period[] => [
  { start: `${date}T08:30:00+08:00`, end: `${date}T11:30:00+08:00` },
  { start: `${date}T13:30:00+08:00`, end: `${date}T17:00:00+08:00` },
];
const at = (text: string) => Date.parse(`${text}+08:00`);
// Thursday, Friday, a make-up Saturday; Sunday is off; Monday.
const periods = ["2026-02-26", "2026-02-27", "2026-02-28", "2026-03-02"].flatMap(day);
const full = 6.5 * 3600;

describe("working seconds between two instants", () => {
  it.each([
    ["inside one period", "2026-02-26T09:00:00", "2026-02-26T10:00:00", 3600],
    ["over the lunch break", "2026-02-26T11:00:00", "2026-02-26T14:00:00", 3600],
    ["over a night", "2026-02-26T16:00:00", "2026-02-27T09:00:00", 5400],
    ["over the Sunday", "2026-02-28T16:30:00", "2026-03-02T08:30:00", 1800],
    ["outside office hours", "2026-02-26T18:00:00", "2026-02-26T23:00:00", 0],
    ["a whole day", "2026-02-27T00:00:00", "2026-02-28T00:00:00", full],
  ])("counts only office hours %s", (_name, from, to, seconds) => {
    expect(workingSecondsBetween(periods, at(from), at(to))).toBe(seconds);
    expect(workingSecondsBetween(periods, at(to), at(from))).toBe(0 - seconds);
  });

  it("is additive at every cut", () => {
    const from = at("2026-02-26T07:00:00");
    const to = at("2026-03-02T18:00:00");
    const whole = workingSecondsBetween(periods, from, to);
    for (let cut = from; cut <= to; cut += 47 * 60_000)
      expect(workingSecondsBetween(periods, from, cut) + workingSecondsBetween(periods, cut, to)).toBe(whole);
  });
});

describe("time left", () => {
  it("is counted from the periods where they reach the deadline, whatever the server's older figure was", () => {
    const reading = { secondsLeft: 99_999, dueAt: "2026-02-27T17:00:00+08:00", asOf: 0 };
    expect(secondsLeftAt(reading, periods, at("2026-02-26T16:00:00"))).toBe(3600 + full);
    expect(secondsLeftAt(reading, periods, at("2026-02-28T09:30:00"))).toBe(-3600);
  });

  it("is the server's figure less what passed since, for a deadline before or after the periods known", () => {
    const asOf = at("2026-02-26T09:00:00");
    const overdue = { secondsLeft: -7200, dueAt: "2026-02-20T17:00:00+08:00", asOf };
    expect(secondsLeftAt(overdue, periods, at("2026-02-26T10:00:00"))).toBe(-10_800);
    const far = { secondsLeft: 20 * full, dueAt: "2026-04-10T17:00:00+08:00", asOf };
    expect(secondsLeftAt(far, periods, at("2026-02-26T12:30:00"))).toBe(20 * full - 9000);
  });

  it("does not run outside office hours, and without periods does not run at all", () => {
    const reading = { secondsLeft: 3600, dueAt: "2026-04-10T17:00:00+08:00", asOf: at("2026-02-26T17:00:00") };
    expect(secondsLeftAt(reading, periods, at("2026-02-27T08:00:00"))).toBe(3600);
    expect(secondsLeftAt(reading, [], at("2026-02-27T12:00:00"))).toBe(3600);
  });
});

describe("words for it", () => {
  it("knows the length of an office day", () => {
    expect(secondsPerDay(periods)).toBe(full);
    expect(secondsPerDay([])).toBe(full);
  });
  it("splits into working days, hours, minutes and seconds, with the sign apart", () => {
    expect(splitWorking(2 * full + 3661, full)).toEqual({ passed: false, days: 2, hours: 1, minutes: 1, seconds: 1 });
    expect(splitWorking(-90, full)).toEqual({ passed: true, days: 0, hours: 0, minutes: 1, seconds: 30 });
    expect(splitWorking(0, full).passed).toBe(false);
  });
  it("T7: tells passed, two working hours, two working days and calm apart", () => {
    expect(urgencyOf(-1, full)).toBe("overdue");
    expect(urgencyOf(7200, full)).toBe("critical");
    expect(urgencyOf(7201, full)).toBe("soon");
    expect(urgencyOf(2 * full, full)).toBe("soon");
    expect(urgencyOf(2 * full + 1, full)).toBe("calm");
  });
});
