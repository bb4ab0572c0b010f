import type { RatingLevel } from "@/graphql/gen/graphql";

/** The levels, the best first. */
export const ratingLevels: readonly RatingLevel[] = [
  "VERY_SATISFIED",
  "SATISFIED",
  "BASICALLY_SATISFIED",
  "DISSATISFIED",
  "VERY_DISSATISFIED",
];

/** The lowest two are bad ratings (Q6). */
export function isBad(level: RatingLevel): boolean {
  return level === "DISSATISFIED" || level === "VERY_DISSATISFIED";
}

export const levelTones: Record<RatingLevel, "calm" | "info" | "soon" | "critical" | "overdue"> = {
  VERY_SATISFIED: "calm",
  SATISFIED: "calm",
  BASICALLY_SATISFIED: "soon",
  DISSATISFIED: "critical",
  VERY_DISSATISFIED: "overdue",
};

export interface LevelSum {
  level: RatingLevel;
  count: number;
}

export interface SumShares {
  total: number;
  /** Whole per cent of ratings that are not bad, rounded down so that 100 means all; null where there is none. */
  good: number | null;
  rows: (LevelSum & { share: number })[];
}

/** The sums of all levels, the best first, each with its part of the whole (0 to 1). */
export function sharesOf(sums: readonly LevelSum[]): SumShares {
  const total = sums.reduce((sum, row) => sum + row.count, 0);
  const bad = sums.filter((row) => isBad(row.level)).reduce((sum, row) => sum + row.count, 0);
  return {
    total,
    good: total === 0 ? null : Math.floor(((total - bad) * 100) / total),
    rows: ratingLevels.map((level) => {
      const count = sums.find((row) => row.level === level)?.count ?? 0;
      return { level, count, share: total === 0 ? 0 : count / total };
    }),
  };
}
