import { describe, expect, it } from "vitest";
import { checklist, type MaterialLine, piecesToTake, receiveBy } from "./materials";

const line = (name: string, more: Partial<MaterialLine> = {}): MaterialLine => ({
  name,
  copies: 1,
  form: "ORIGINAL",
  issuedBy: "",
  why: "",
  sample: "",
  required: true,
  ...more,
});
const item = { materials: [line("card"), line("book"), line("bill", { required: false })] };
const states = (facts: Partial<Parameters<typeof checklist>[0]>) =>
  Object.fromEntries(
    checklist({ status: "RECEIVED", item, missingMaterials: [], notices: [], ...facts }).map((one) => [
      one.name,
      one.state,
    ]),
  );

describe("the list of materials", () => {
  it("claims nothing of what nobody looked through", () => {
    expect(states({})).toEqual({ card: null, book: null, bill: "AS_NEEDED" });
    expect(states({ status: "GUIDED" }).card).toBeNull();
  });

  it("Q3: tells what a notice named from what is here", () => {
    expect(
      states({ status: "AWAITING_MATERIALS", missingMaterials: ["book"], notices: [{ missing: ["book"] }] }),
    ).toEqual({ card: "RECEIVED", book: "MISSING", bill: "AS_NEEDED" });
  });

  it("Q4: has what was named and came in, also what is needed only in some cases", () => {
    expect(
      states({
        status: "PROMISED",
        notices: [{ missing: ["book", "bill"] }],
        materialsCompleteAt: "2026-02-26T01:00:00Z",
      }),
    ).toEqual({ card: "RECEIVED", book: "RECEIVED", bill: "RECEIVED" });
  });

  it("adds what a clerk named beside the list, once", () => {
    const rows = checklist({
      status: "AWAITING_MATERIALS",
      item,
      missingMaterials: ["photo"],
      notices: [{ missing: ["photo", "form"] }, { missing: ["photo"] }],
    });
    expect(rows.filter((one) => one.extra).map((one) => [one.name, one.state])).toEqual([
      ["photo", "MISSING"],
      ["form", "RECEIVED"],
    ]);
  });
});

describe("what came in", () => {
  it("Q4: is all of it, and only then starts the promise", () => {
    expect(receiveBy(["card", "book"], [])).toBe("NONE");
    expect(receiveBy(["card", "book"], ["book"])).toBe("SOME");
    expect(receiveBy(["card", "book"], ["book", "card"])).toBe("ALL");
    expect(receiveBy(["card"], ["something else"])).toBe("NONE");
  });
});

describe("what is taken into custody", () => {
  it("A5: is the list's originals that are not kept already", () => {
    const lines = [
      line("card"),
      line("book", { form: "COPY" }),
      line("deed", { form: "ORIGINAL_AND_COPY" }),
      line("photo", { copies: 2 }),
      line("bill", { required: false }),
    ];
    expect(piecesToTake(lines, []).map((row) => [row.name, row.count])).toEqual([
      ["card", 1],
      ["photo", 2],
    ]);
    expect(piecesToTake(lines, [{ name: "card", state: "HELD" }]).map((row) => row.name)).toEqual(["photo"]);
    expect(piecesToTake(lines, [{ name: "card", state: "RETURNED" }]).map((row) => row.name)).toEqual([
      "card",
      "photo",
    ]);
  });
});
