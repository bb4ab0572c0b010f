import { join } from "node:path";
import { isEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import { readSchema } from "@/test/office";
import { kinds, measures, milder, states } from "./state";

const schema = readSchema(join(import.meta.dirname, "../../../../graph/schema"));
const wordsOf = (name: string) => {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
};

describe("the register", () => {
  it("knows every kind, state and measure of the schema, measures the mildest first", () => {
    expect([...kinds]).toEqual(wordsOf("BreachKind"));
    expect([...states]).toEqual(wordsOf("BreachState"));
    expect([...measures]).toEqual(wordsOf("Measure"));
  });

  it("offers an appeal milder measures only", () => {
    expect(milder("SUSPENSION")).toEqual(["CRITICISM", "ADMONITION", "SELF_CRITICISM", "PUBLIC_CRITICISM"]);
    expect(milder("CRITICISM")).toEqual([]);
  });
});
