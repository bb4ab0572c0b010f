import { describe, expect, it } from "vitest";
import { emptyRow } from "./materials";
import { linesOf, type PublishValues, publishInput, valuesOf } from "./publish";

const values: PublishValues = {
  code: " MZ-003 ",
  name: " Relief ",
  kind: "REGISTRATION",
  limitDays: 5,
  immediate: false,
  postId: "po_1",
  departmentId: "de_1",
  fee: "0.00",
  channels: ["VISIT"],
  materials: [{ ...emptyRow, name: " card " }],
  steps: "",
  legalBasis: "law",
  maxExtensions: 1,
  maxExtensionDays: 5,
  validFrom: "2026-03-01",
};

describe("the form of an item's version", () => {
  it("sends materials row by row and steps line by line, without empty lines", () => {
    expect(linesOf("a\n \n b ")).toEqual(["a", "b"]);
    expect(publishInput(values)).toMatchObject({
      code: "MZ-003",
      name: "Relief",
      materials: [{ name: "card", copies: 1, form: "ORIGINAL", required: true }],
      steps: [],
    });
  });

  it("F7: sends a post for what is issued and a department for what is not, never both", () => {
    expect(publishInput(values)).toMatchObject({ postId: "po_1", departmentId: null, limitDays: 5 });
    expect(publishInput({ ...values, kind: "NOT_ISSUED", immediate: true })).toMatchObject({
      postId: null,
      departmentId: "de_1",
      limitDays: 0,
      immediate: false,
      maxExtensions: 0,
    });
  });

  it("Q4: sends the limit that was typed, and leaves the cap to the server", () => {
    expect(publishInput({ ...values, limitDays: 8 }).limitDays).toBe(8);
  });

  it("begins a new version no earlier than today", () => {
    expect(valuesOf(null, "2026-02-26").validFrom).toBe("2026-02-26");
    expect(valuesOf(null, "2026-02-26").code).toBeUndefined();
  });
});
