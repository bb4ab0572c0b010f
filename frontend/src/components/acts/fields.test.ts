import { join } from "node:path";
import { isEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import { readSchema } from "@/test/office";
import { actClauses } from "./Act";
import { matches, missingList, startDay, wayLike } from "./fields";

const zone = "Asia/Shanghai";
const now = Date.parse("2026-02-26T02:00:00Z");

describe("the fields of acts", () => {
  it("Q3: name every missing material once, in order", () => {
    expect(missingList({ ticked: ["card", "book"], other: "photo\n\n book \n" })).toEqual(["card", "book", "photo"]);
    expect(missingList(null)).toEqual([]);
  });

  it("Q4: preview a registration from the day its materials were complete, all else from now", () => {
    expect(startDay("REGISTRATION", "2026-02-24T16:30:00Z", zone, now)).toBe("2026-02-25");
    expect(startDay("REGISTRATION", "2026-02-25T23:00:00Z", zone, now)).toBeNull();
    expect(startDay("APPEAL", "2026-02-24T16:30:00Z", zone, now)).toBeNull();
    expect(startDay("REGISTRATION", null, zone, now)).toBeNull();
  });

  it("tell the resident as the contact came", () => {
    expect(wayLike("VISIT")).toBe("IN_PERSON");
    expect(wayLike("HOTLINE")).toBe("BY_PHONE");
    expect(wayLike("GRID")).toBe("BY_MESSAGE");
  });

  it("find a colleague by name, title, pinyin and initials", () => {
    const one = { name: "\u5f20\u4f1f", pinyin: "zhang wei", title: "clerk" };
    for (const typed of ["\u5f20", "zhangw", "zw", "cler"]) expect(matches(one, typed)).toBe(true);
    expect(matches(one, "li")).toBe(false);
  });

  it("exist for every act of the schema", () => {
    const type = readSchema(join(import.meta.dirname, "../../../../graph/schema")).getType("CaseAct");
    if (!isEnumType(type)) throw new Error("CaseAct is no enum");
    expect(Object.keys(actClauses).sort()).toEqual(
      type
        .getValues()
        .map((value) => value.name)
        .sort(),
    );
  });
});
