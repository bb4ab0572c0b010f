import { describe, expect, it } from "vitest";
import { csvCell, csvOf } from "./csv";

describe("a table that goes out", () => {
  it.each(["=1+1", "+86 138", "-1", "@SUM(A1)", "\tx", "\rx"])("%j is text to a spreadsheet", (text) => {
    expect(csvCell(text).replace(/^"/, "").startsWith("'")).toBe(true);
  });

  it("quotes what would end a cell, and leaves numbers numbers", () => {
    expect(csvCell('说"好"')).toBe('"说""好"""');
    expect(csvCell("a,b")).toBe('"a,b"');
    expect(csvCell("a\nb")).toBe('"a\nb"');
    expect(csvCell("=a,b")).toBe(`"'=a,b"`);
    expect(csvCell(-1.5)).toBe("-1.5");
    expect(csvCell(null)).toBe("");
  });

  it("says that it is UTF-8", () => {
    expect(csvOf({ head: ["事项", "件数"], rows: [["临时救助", 2]] })).toBe("\uFEFF事项,件数\r\n临时救助,2\r\n");
  });
});
