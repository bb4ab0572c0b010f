import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSchema } from "@/test/office";

const src = `${join(import.meta.dirname, "..")}/`;
const folder = (language: string) => join(src, "i18n", language);
type Words = { [key: string]: string | Words };
const read = (language: string, name: string): Words => JSON.parse(readFileSync(join(folder(language), name), "utf8"));

/** Keys as paths; the plural endings of a language are its own business. */
function keys(words: Words, prefix = ""): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [prefix + key.replace(/_(one|other)$/, "")] : keys(value, `${prefix}${key}.`),
  );
}
const unique = (list: string[]) => [...new Set(list)].sort();
const names = readdirSync(folder("zh-CN")).sort();

function sources(at = src): string[] {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = join(at, entry.name);
    if (entry.isDirectory()) return path.endsWith("/graphql/gen") || path.endsWith("/test") ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Text without comments, line numbers kept. */
const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, (c) => c.replace(/[^\n]/g, " ")).replace(/(^|[^:"'`])\/\/.*$/gm, "$1");

describe("words", () => {
  it("exist in both languages, feature by feature", () => {
    expect(readdirSync(folder("en")).sort()).toEqual(names);
  });

  it.each(names)("%s has the same keys in Chinese and English", (name) => {
    expect(unique(keys(read("en", name)))).toEqual(unique(keys(read("zh-CN", name))));
  });

  it.each(names)("%s: counted words have what their language needs", (name) => {
    const english = new Set<string>();
    const collect = (words: Words, prefix = "") => {
      for (const [key, value] of Object.entries(words))
        if (typeof value === "string") english.add(prefix + key);
        else collect(value, `${prefix}${key}.`);
    };
    collect(read("en", name));
    const halves = [...english].filter((key) => key.endsWith("_other") && !english.has(key.replace(/_other$/, "_one")));
    expect(halves).toEqual([]);
  });

  it("stand in the word files, not in components: no Han character in source", () => {
    // Names of weekdays and dates are grammar of the formatter, tested there.
    const found = sources()
      .filter((path) => !path.endsWith("/office/zone.ts"))
      .filter((path) => /[\u3400-\u9fff]/.test(withoutComments(readFileSync(path, "utf8"))));
    expect(found.map((path) => path.slice(src.length))).toEqual([]);
  });

  it("are no literal text between tags", () => {
    const found = sources()
      .filter((path) => path.endsWith(".tsx"))
      .flatMap((path) =>
        [
          ...withoutComments(readFileSync(path, "utf8")).matchAll(
            /<[A-Za-z][^<>]*>\s*([A-Z][a-z]+(?: [a-z]+)+)\s*<\//g,
          ),
        ].map((hit) => `${path.slice(src.length)}: ${hit[1]}`),
      );
    expect(found).toEqual([]);
  });

  it("that a source names exist", () => {
    const known = new Map(names.map((name) => [name.replace(".json", ""), new Set(keys(read("zh-CN", name)))]));
    const missing: string[] = [];
    for (const path of sources()) {
      const text = withoutComments(readFileSync(path, "utf8"));
      const spaces = unique([...text.matchAll(/useTranslation\((?:"([\w-]+)")?\)/g)].map((hit) => hit[1] ?? "common"));
      for (const hit of text.matchAll(/\bt\(\s*"([^"]+)"/g)) {
        const full = hit[1] as string;
        const [ns, key] = full.includes(":") ? (full.split(":") as [string, string]) : [null, full];
        const candidates = ns ? [ns] : spaces.length > 0 ? spaces : ["common"];
        if (!candidates.some((one) => known.get(one)?.has(key))) missing.push(`${path.slice(src.length)}: ${full}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it("name every value of the enums that are shown", () => {
    const schema = readSchema(join(src, "../../graph/schema"));
    const shown = read("zh-CN", "enums.json");
    const missing: string[] = [];
    for (const [name, values] of Object.entries(shown)) {
      if (typeof values === "string") continue;
      const type = schema.getType(name);
      if (!type || !("getValues" in type)) {
        missing.push(`${name} is no enum of the schema`);
        continue;
      }
      const wanted = type.getValues().map((value) => value.name);
      missing.push(...wanted.filter((value) => !(value in values)).map((value) => `${name}.${value}`));
      missing.push(
        ...Object.keys(values)
          .filter((v) => !wanted.includes(v))
          .map((v) => `${name}.${v} is not in the schema`),
      );
    }
    expect(missing).toEqual([]);
  });
});
