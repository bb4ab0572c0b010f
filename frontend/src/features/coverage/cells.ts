import type { HolderRole } from "@/graphql/gen/graphql";

export interface HalfDay {
  date: string;
  morning: boolean;
  onDuty: readonly { id: string; name: string }[];
  role?: HolderRole | null;
  gap: boolean;
  unqualified: boolean;
}

/** What a half-day of a post is, the worst first: nobody, the superior, somebody who has not learned the post, B, A. */
export type Cell = "NOBODY" | "GAP" | "UNQUALIFIED" | "B" | "A";

export const cells: readonly Cell[] = ["A", "B", "GAP", "UNQUALIFIED", "NOBODY"];

/** How a half-day at a post is shown; `a` is the id of the post's A. */
export function cellOf(half: HalfDay, a: string): Cell {
  if (half.onDuty.length === 0) return "NOBODY";
  if (half.gap) return "GAP";
  if (half.unqualified) return "UNQUALIFIED";
  return half.onDuty.some((one) => one.id !== a) ? "B" : "A";
}

export interface Column {
  date: string;
  /** The halves that the office works on that day, morning first. */
  halves: readonly boolean[];
  /** Whether a new week begins with it. */
  newWeek: boolean;
}

/** The days on which the office works, each with its halves; days off are left out. */
export function columnsOf(posts: readonly { halfDays: readonly HalfDay[] }[]): Column[] {
  const days = new Map<string, Set<boolean>>();
  for (const post of posts)
    for (const half of post.halfDays)
      days.set(half.date, (days.get(half.date) ?? new Set<boolean>()).add(half.morning));
  let week = "";
  return [...days.keys()].sort().map((date) => {
    const monday = mondayOf(date);
    const newWeek = monday !== week;
    week = monday;
    const halves = [true, false].filter((morning) => days.get(date)?.has(morning));
    return { date, halves, newWeek };
  });
}

function mondayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

/** A half-day by day and half, for a table's cell. */
export function byHalf(halfDays: readonly HalfDay[]): (date: string, morning: boolean) => HalfDay | undefined {
  const known = new Map(halfDays.map((half) => [`${half.date}${half.morning}`, half]));
  return (date, morning) => known.get(`${date}${morning}`);
}

/** Half-days of a post, one after the other, that are alike. */
export interface Run {
  first: HalfDay;
  last: HalfDay;
  cell: Cell;
}

/** The runs of half-days of a post that somebody must see to: nobody, the superior, somebody unqualified. */
export function runsOf(halfDays: readonly HalfDay[], a: string): Run[] {
  const runs: Run[] = [];
  const names = (half: HalfDay) => half.onDuty.map((one) => one.id).join();
  let open: Run | undefined;
  for (const half of halfDays) {
    const cell = cellOf(half, a);
    if (cell === "A" || cell === "B") open = undefined;
    else if (open && open.cell === cell && names(open.last) === names(half)) open.last = half;
    else {
      open = { first: half, last: half, cell };
      runs.push(open);
    }
  }
  return runs;
}
