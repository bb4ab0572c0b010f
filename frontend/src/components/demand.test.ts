import { join } from "node:path";
import { isEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import { i18n } from "@/i18n/i18n";
import { readSchema } from "@/test/office";
import { readRating, sayDemand } from "./demand";

const schema = readSchema(join(import.meta.dirname, "../../../graph/schema"));
const valuesOf = (name: string) => {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is no enum`);
  return type.getValues().map((value) => value.name);
};

describe("the demand of a bad rating", () => {
  it("is level and tags in its first line, what was written below", () => {
    expect(readRating("DISSATISFIED COLD SLOW\ncame twice\nfor nothing")).toEqual({
      level: "DISSATISFIED",
      tags: ["COLD", "SLOW"],
      comment: "came twice\nfor nothing",
    });
    expect(readRating("VERY_DISSATISFIED")).toEqual({ level: "VERY_DISSATISFIED", tags: [], comment: "" });
    expect(readRating("too slow")).toBeNull();
  });

  it("knows every level and tag of the schema", () => {
    for (const level of valuesOf("RatingLevel"))
      expect(readRating(`${level} ${valuesOf("RatingTag").join(" ")}`)?.tags).toHaveLength(
        valuesOf("RatingTag").length,
      );
  });

  it("is read in the reader's language; any other demand stays as it was written", () => {
    const t = i18n.getFixedT("en");
    expect(sayDemand({ matter: "BAD_RATING", demand: "DISSATISFIED COLD\ncame twice" }, t)).toBe(
      "Dissatisfied, Cold: came twice",
    );
    expect(sayDemand({ matter: "COMPLAINT", demand: "DISSATISFIED with all of it" }, t)).toBe(
      "DISSATISFIED with all of it",
    );
  });
});
