import { describe, expect, it } from "vitest";
import { emptyRow, materialsInput, namedAbove, rowsOf, stepTo } from "./materials";

describe("the editor of an item's materials", () => {
  it("Q3: sends every line in its order, trimmed, with what was left alone filled in", () => {
    const rows = [
      {
        name: " card ",
        copies: 2,
        form: "ORIGINAL_AND_COPY" as const,
        issuedBy: " police ",
        why: "who",
        sample: "both sides",
        required: true,
      },
      { ...emptyRow, name: "book", copies: null, required: false },
    ];
    expect(materialsInput(rows)).toEqual([
      {
        name: "card",
        copies: 2,
        form: "ORIGINAL_AND_COPY",
        issuedBy: "police",
        why: "who",
        sample: "both sides",
        required: true,
      },
      { name: "book", copies: 1, form: "ORIGINAL", issuedBy: "", why: "", sample: "", required: false },
    ]);
  });

  it("begins with the lines of the version before, and sends them back as they were", () => {
    const before = [
      { name: "card", copies: 1, form: "COPY" as const, issuedBy: "", why: "", sample: "", required: false },
    ];
    expect(materialsInput(rowsOf(before))).toEqual(before);
  });

  it("Q3: a name stands once", () => {
    const rows = [{ name: "card" }, { name: " card" }, { name: "" }, { name: "" }, undefined];
    expect(rows.map((_, index) => namedAbove(rows, index))).toEqual([false, true, false, false, false]);
  });

  it("moves a line within the list only", () => {
    expect(stepTo(0, -1, 3)).toBeNull();
    expect(stepTo(0, 1, 3)).toBe(1);
    expect(stepTo(2, 1, 3)).toBeNull();
    expect(stepTo(2, -1, 3)).toBe(1);
  });
});
