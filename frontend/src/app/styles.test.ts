import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const src = join(import.meta.dirname, "..");
const files = readdirSync(src, { recursive: true, encoding: "utf8" });
const read = (name: string) => readFileSync(join(src, name), "utf8");

/** The classes that each stylesheet speaks of, and those that it has rules for by themselves. */
const sheets = files
  .filter((name) => name.endsWith(".css"))
  .map((name) => {
    const rules = read(name).replace(/\/\*.*?\*\//gs, "");
    const selectors = [...rules.matchAll(/([^{};]+)\{/g)].flatMap((match) => (match[1] ?? "").split(","));
    const classes = selectors.map((selector) => [...new Set(selector.match(/(?<=\.)xx-[\w-]+/g))]);
    return { name, spoken: new Set(classes.flat()), own: new Set(classes.filter((all) => all.length === 1).flat()) };
  });

// The stylesheet of a page stays when the next page comes: two that mean different things by one name spoil each other.
it("the rules of a class are in one stylesheet", () => {
  const where = new Map<string, string[]>();
  for (const { name, own } of sheets) for (const one of own) where.set(one, [...(where.get(one) ?? []), name]);
  expect([...where].filter(([, names]) => names.length > 1)).toEqual([]);
  expect(where.size).toBeGreaterThan(100);
});

// Or else it looks right only to who was on the other page before.
it("a page has the classes of its own stylesheet and of the shell's alone", () => {
  const leaning = files
    .filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx"))
    .flatMap((name) =>
      [...new Set(read(name).match(/(?<![\w-])xx-[\w-]+/g))]
        .filter((one) => {
          const from = sheets.filter((sheet) => sheet.spoken.has(one)).map((sheet) => dirname(sheet.name));
          return from.length > 0 && !from.includes("app") && !from.includes(dirname(name));
        })
        .map((one) => `${name} ${one}`),
    );
  expect(leaning).toEqual([]);
});
