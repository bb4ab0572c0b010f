// Browser journeys against the real desk: node frontend/e2e/run.mjs [part of a name …]
// Starts bin/xinxing on a new demo community by itself, on SQLite and, where XINXING_TEST_POSTGRES names a server, on
// PostgreSQL too.
// Each is a program of its own with a port of its own; one after the other, since two browsers starve each other on a small machine.
//   XINXING_URL  address of a desk that runs already, a demo database behind it; then none is started
//   XINXING_E2E_DATABASE  sqlite or postgres: on that one alone
//   XINXING_BIN  the binary, where it is not bin/xinxing
//   CHROMIUM     the browser, where it is not found by itself
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { databases, freePort, makeServer } from "./server.mjs";

const wanted = process.argv.slice(2);
const folder = new URL("journeys/", import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".mjs"))
  .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));

let passed = 0;
let failed = 0;

/**
 * Every journey once against the desk; `server` is null for a desk that is not ours to stop. The pages look the same on
 * every database: their looks are inspected on the first.
 */
async function run(label, server, looks) {
  const browser = await launch();
  try {
    for (const file of files) {
      const { steps } = await import(new URL(file, folder));
      // A journey's steps share what they learn; the rest of a journey is not tried after a step failed.
      const world = { browser, server };
      for (const [name, step] of Object.entries(steps)) {
        const full = `${file.replace(".mjs", "")} › ${name}`;
        if (wanted.length > 0 && !wanted.some((part) => full.includes(part))) continue;
        if (!looks && name.startsWith("axe finds nothing")) continue;
        const start = performance.now();
        try {
          await step(world);
          passed++;
          console.log(`ok      ${label} ${full} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
        } catch (error) {
          failed++;
          console.log(`FAILED  ${label} ${full}\n        ${error instanceof Error ? error.stack : error}`);
          if (server) console.log(server.said().split("\n").slice(-6).join("\n"));
          await world.page
            ?.screenshot({ path: new URL(`out/failed-${label}-${failed}.png`, import.meta.url).pathname })
            .catch(() => {});
          break;
        }
      }
      for (const context of browser.contexts()) await context.close();
    }
  } finally {
    await browser.close();
  }
}

/** Runs the journeys on one database in a program of its own; gives its exit code, 1 where it was ended from outside. */
function apart(kind) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...wanted], {
    env: { ...process.env, XINXING_E2E_DATABASE: kind },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

async function attempt(label, work) {
  try {
    await work();
  } catch (error) {
    failed++;
    console.log(`FAILED  ${label} ${error instanceof Error ? error.message : error}`);
  }
}

if (process.env.XINXING_URL) {
  const { base } = await import("./desk.mjs");
  await attempt(base, async () => {
    await fetch(`${base}/healthz`);
    await run("", null, true);
  });
} else {
  const only = process.env.XINXING_E2E_DATABASE;
  const kinds = databases().filter((kind) => !only || kind === only);
  if (kinds.length === 1) {
    const [kind] = kinds;
    const port = await freePort();
    process.env.XINXING_URL = `http://127.0.0.1:${port}`; // the journeys are told the address once
    await attempt(kind, async () => {
      const server = await makeServer(kind, port);
      try {
        await run(kind, server, kind === databases()[0]);
      } finally {
        await server.end();
      }
    });
  } else {
    if (kinds.length === 0) throw new Error(`there is no database ${only} to run on`);
    const codes = [];
    for (const kind of kinds) codes.push(await apart(kind));
    process.exit(Math.max(...codes));
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
