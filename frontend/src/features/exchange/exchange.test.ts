import { describe, expect, it } from "vitest";
import { i18n } from "@/i18n/i18n";
import {
  type Exchanged,
  kindsFor,
  type Problem,
  readExchanged,
  sayFileRefusal,
  sayProblem,
  shownMost,
  summaryOf,
} from "./exchange";

const done: Exchanged = {
  rows: 3,
  created: 1,
  changed: 1,
  unchanged: 1,
  problems: [],
  problemsTotal: 0,
  badRows: 0,
  written: false,
};
const problem = (code: string, more: Partial<Problem> = {}): Problem => ({
  row: 3,
  column: "A",
  code,
  args: {},
  ...more,
});
const zh = i18n.getFixedT("zh-CN", "exchange");
const en = i18n.getFixedT("en", "exchange");

describe("an import before it is written", () => {
  it("may be written only where nothing is bad and something would change", () => {
    expect(summaryOf(done)).toMatchObject({ ready: true, same: false, empty: false, rest: 0, mendable: false });
    expect(summaryOf({ ...done, created: 0, changed: 0 })).toMatchObject({ ready: false, same: true });
    expect(summaryOf({ ...done, rows: 0, created: 0, changed: 0 })).toMatchObject({
      ready: false,
      same: false,
      empty: true,
    });
    expect(summaryOf({ ...done, problems: [problem("REQUIRED")], problemsTotal: 1 })).toMatchObject({
      ready: false,
      mendable: true,
    });
  });

  it("lists at most 200 bad cells and counts the others, also those that the server only counted", () => {
    const problems = Array.from({ length: 300 }, (_, row) => problem("REQUIRED", { row: row + 2 }));
    const { shown, rest } = summaryOf({ ...done, problems, problemsTotal: 1500 });
    expect([shown.length, rest]).toEqual([shownMost, 1300]);
  });

  it("offers bad rows to mend only where rows are bad, not headers", () => {
    const of = (code: string) => summaryOf({ ...done, problems: [problem(code)], problemsTotal: 1 }).mendable;
    expect(
      ["MISSING_HEADER", "UNKNOWN_HEADER", "DUPLICATE_HEADER", "MISSING_COLUMN", "UNKNOWN_COLUMN"].map(of),
    ).toEqual(Array(5).fill(false));
    expect(of("FORMULA")).toBe(true);
  });
});

describe("the server's answer", () => {
  it("is read with or without the number of all problems", () => {
    const said = {
      rows: 2,
      created: 1,
      changed: 0,
      unchanged: 0,
      written: false,
      problems: [{ row: 3, column: "copies", code: "BAD_INPUT", args: { line: 2, reason: "form", odd: {} } }],
    };
    expect(readExchanged(JSON.stringify(said))).toMatchObject({
      rows: 2,
      problemsTotal: 1,
      badRows: 1,
      written: false,
    });
    expect(readExchanged(JSON.stringify(said))?.problems[0]?.args).toEqual({ line: 2, reason: "form" });
    expect(readExchanged(JSON.stringify({ ...said, problemsTotal: 1200, badRows: 1100 }))).toMatchObject({
      problemsTotal: 1200,
      badRows: 1100,
    });
  });

  it("is none where a proxy answered", () => {
    expect(readExchanged("<html>")).toBeNull();
    expect(readExchanged("{}")).toBeNull();
    expect(readExchanged("null")).toBeNull();
  });
});

describe("why a row is bad, in words", () => {
  it("has words for every code in both languages", () => {
    const codes = [
      "BAD_INPUT",
      "TOO_LONG",
      "NOT_FOUND",
      "REQUIRED",
      "DUPLICATE",
      "FORMULA",
      "LOST_DIGITS",
      "LIMIT_EXCEEDED",
      "UNKNOWN_COLUMN",
      "MISSING_COLUMN",
      "UNKNOWN_HEADER",
      "MISSING_HEADER",
      "DUPLICATE_HEADER",
      "BAD_DATE",
      "CELL_ERROR",
      "MERGED",
      "BAD_STRING",
      "MASKED_NEW",
      "MASK_CHANGED",
      "OTHER_NUMBER",
      "NUMBER_ON_FILE",
    ];
    for (const code of codes)
      for (const t of [zh, en]) {
        const said = sayProblem(problem(code), t);
        expect(said, code).not.toBe("");
        expect(said, code).not.toMatch(/[A-Z]{3,}_|\{\{/);
      }
    expect(sayProblem(problem("SOMETHING_NEW"), en)).toBe("SOMETHING_NEW");
  });

  it("names the bound, and the line of a cell that holds several", () => {
    expect(sayProblem(problem("TOO_LONG", { args: { length: 300, max: 200 } }), en)).toBe("too long, at most 200");
    expect(sayProblem(problem("LIMIT_EXCEEDED", { args: { limit: 7, clause: "Q4" } }), en)).toBe(
      "beyond what is allowed, at most 7",
    );
    expect(sayProblem(problem("BAD_INPUT", { args: { line: 3, part: "copies" } }), en)).toBe(
      "Line 3 copies: not a value that can stand here",
    );
    expect(sayProblem(problem("BAD_INPUT", { args: { reason: "check_digit" } }), en)).toMatch(/last digit/);
    expect(sayProblem(problem("BAD_INPUT", { args: { reason: "something_new" } }), en)).toBe(
      "not a value that can stand here",
    );
  });
});

describe("a file that is refused as a whole", () => {
  const refused = (facts: Record<string, unknown>) => ({
    code: "BAD_FILE",
    clause: undefined,
    field: "file",
    message: "",
    facts,
  });
  it("has a reason in words", () => {
    for (const reason of ["TOO_LARGE", "WRONG_KIND", "TOO_MANY_ROWS", "TOO_MANY_COLUMNS", "BROKEN", "EMPTY"])
      for (const t of [zh, en]) expect(sayFileRefusal(refused({ reason }), t)).not.toMatch(/[A-Z]{3,}_|^$|JPEG/);
    expect(sayFileRefusal(refused({ reason: "TOO_MANY_ROWS", limit: 1000 }), en)).toContain("1000");
    expect(sayFileRefusal({ ...refused({}), code: "FORBIDDEN" }, en)).not.toBe("");
  });
});

it("what names people and partners goes in and out by who leads; an administrator keeps items and the directory", () => {
  expect(kindsFor({ roles: ["DIRECTOR"], mayEditItems: true })).toEqual([
    "items",
    "directory",
    "residents",
    "partners",
    "jobseekers",
    "openings",
    "members",
  ]);
  expect(kindsFor({ roles: ["ADMINISTRATOR"], mayEditItems: true })).toEqual(["items", "directory"]);
  expect(kindsFor({ roles: ["CLERK"], mayEditItems: false })).toEqual([]);
});
