// Browser journeys against the real desk: node frontend/e2e/run.mjs [part of a name …]
// Starts bin/xinxing on a new demo community by itself, on SQLite and, where XINXING_TEST_POSTGRES names a server, on
// PostgreSQL too.
//   XINXING_URL  address of a desk that runs already, a demo database behind it; then none is started
//   XINXING_BIN  the binary, where it is not bin/xinxing
//   CHROMIUM     the browser, where it is not found by itself
import { readdirSync } from "node:fs";
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
            ?.screenshot({ path: new URL(`out/failed-${failed}.png`, import.meta.url).pathname })
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
  // One port for all: the journeys are told the address once.
  const port = await freePort();
  process.env.XINXING_URL = `http://127.0.0.1:${port}`;
  for (const [index, kind] of databases().entries())
    await attempt(kind, async () => {
      const server = await makeServer(kind, port);
      try {
        await run(kind, server, index === 0);
      } finally {
        await server.end();
      }
    });
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
