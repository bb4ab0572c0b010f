import { describe, expect, it } from "vitest";
import { isBad, levelTones, ratingLevels, sharesOf } from "./sums";

describe("the sums of ratings", () => {
  it("Q6: the lowest two levels are bad, and look so", () => {
    expect(ratingLevels.filter(isBad)).toEqual(["DISSATISFIED", "VERY_DISSATISFIED"]);
    expect(ratingLevels.filter((level) => ["critical", "overdue"].includes(levelTones[level]))).toEqual(
      ratingLevels.filter(isBad),
    );
  });

  it("say all are good only where all are", () => {
    const { total, good, rows } = sharesOf([
      { level: "VERY_SATISFIED", count: 299 },
      { level: "VERY_DISSATISFIED", count: 1 },
    ]);
    expect([total, good]).toEqual([300, 99]);
    expect(rows.map((row) => row.count)).toEqual([299, 0, 0, 0, 1]);
    expect(sharesOf([{ level: "SATISFIED", count: 1 }]).good).toBe(100);
  });

  it("say nothing where nobody rated", () => {
    expect(sharesOf([])).toMatchObject({ total: 0, good: null });
    expect(sharesOf([]).rows.every((row) => row.share === 0)).toBe(true);
  });
});
