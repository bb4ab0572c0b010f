// The examples of a document for those who come by a token, run as they stand there.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
// Inside the repository, so that the examples find its packages.
const out = new URL("out/", import.meta.url).pathname;
const runners = { sh: ["bash"], mjs: ["node"], go: ["go", "run"], py: ["python3"] };

/** The examples by file name: every fenced block of the document that names one. */
export function examples(document) {
  const found = {};
  for (const [, name, text] of readFileSync(new URL(`../../docs/${document}`, import.meta.url), "utf8").matchAll(
    /^```\w+ (\S+)\n([\s\S]*?)^```$/gm,
  ))
    found[name] = text;
  return found;
}

/** Runs one example with the environment that the document asks for, and gives what it printed. */
export async function runExample(document, name, environment) {
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(out, "example-"));
  try {
    const file = join(folder, name);
    writeFileSync(file, examples(document)[name]);
    const [program, ...args] = runners[name.split(".").at(-1)];
    const { stdout } = await run(program, [...args, file], {
      env: { ...process.env, ...environment },
      timeout: 120_000,
    });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
