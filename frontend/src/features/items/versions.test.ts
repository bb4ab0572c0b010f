import { describe, expect, it } from "vitest";
import { emptyRow, type MaterialFacts, materialsInput } from "./materials";
import { changesBetween, type VersionFacts, versionState } from "./versions";

const material = (name: string, more: Partial<MaterialFacts> = {}): MaterialFacts => ({
  ...(materialsInput([{ ...emptyRow, name }])[0] as MaterialFacts),
  ...more,
});
const first: VersionFacts = {
  name: "relief",
  kind: "REGISTRATION",
  limitDays: 5,
  immediate: false,
  fee: "0.00",
  channels: ["VISIT", "PHONE"],
  materials: [material("card"), material("book"), material("photo")],
  steps: ["take", "check"],
  legalBasis: "law",
  maxExtensions: 1,
  maxExtensionDays: 5,
  post: { id: "po_1", name: "civil" },
  department: null,
};

describe("what a version changed", () => {
  it("is nothing where all is the same", () => {
    expect(changesBetween(first, structuredClone(first))).toEqual([]);
  });

  it("names every difference once, with both sides", () => {
    const second: VersionFacts = {
      ...first,
      limitDays: 3,
      fee: "5.00",
      channels: ["VISIT", "WEB"],
      post: { id: "po_2", name: "window" },
      maxExtensions: 0,
      steps: ["take"],
      legalBasis: "newer law",
    };
    expect(changesBetween(first, second)).toEqual([
      {
        what: "limit",
        before: { kind: "REGISTRATION", immediate: false, limitDays: 5 },
        after: { kind: "REGISTRATION", immediate: false, limitDays: 3 },
      },
      { what: "fee", before: "0.00", after: "5.00" },
      { what: "post", before: "civil", after: "window" },
      { what: "channels", added: ["WEB"], removed: ["PHONE"] },
      {
        what: "extensions",
        before: { maxExtensions: 1, maxExtensionDays: 5 },
        after: { maxExtensions: 0, maxExtensionDays: 5 },
      },
      { what: "steps" },
      { what: "legalBasis" },
    ]);
  });

  it("Q3: tells which material came, went, or is asked for otherwise", () => {
    const second = {
      ...first,
      materials: [material("book", { copies: 2, required: false }), material("card"), material("proof")],
    };
    expect(changesBetween(first, second)).toEqual([
      { what: "materialRemoved", name: "photo" },
      {
        what: "materialChanged",
        name: "book",
        columns: [
          { column: "copies", before: 1, after: 2 },
          { column: "required", before: true, after: false },
        ],
      },
      { what: "materialAdded", name: "proof" },
      { what: "materialOrder" },
    ]);
  });

  it("F7: tells of another department, not of one that was only renamed", () => {
    const away: VersionFacts = { ...first, kind: "NOT_ISSUED", post: null, department: { id: "de_1", name: "police" } };
    expect(changesBetween(first, away).map((change) => change.what)).toEqual(["kind", "post", "department"]);
    expect(changesBetween(away, { ...away, department: { id: "de_1", name: "the police" } })).toEqual([]);
  });
});

describe("where a version stands", () => {
  const day = "2026-02-10";
  it.each([
    ["current", "2026-01-01", null],
    ["current", day, "2026-02-11"],
    ["coming", "2026-02-11", null],
    ["past", "2026-01-01", day],
    ["never", "2026-03-01", "2026-03-01"],
    ["never", "2026-03-02", "2026-03-01"],
  ] as const)("is %s from %s to %s", (state, validFrom, retiredFrom) => {
    expect(versionState({ validFrom, retiredFrom }, day)).toBe(state);
  });
});
