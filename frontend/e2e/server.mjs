// The desk's own server for the journeys: the built binary on a fresh demo community, at a rehearsal clock that stands
// in office hours, in a folder of its own.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const binary = process.env.XINXING_BIN ?? new URL("../../bin/xinxing", import.meta.url).pathname;
/** Tuesday, an ordinary working day before the Spring Festival. */
export const firstInstant = "2026-02-10T09:00:00+08:00";
const readyMs = 120_000;

/** A port of this machine that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The databases to run on: SQLite always, PostgreSQL where XINXING_TEST_POSTGRES names a server. */
export function databases() {
  return process.env.XINXING_TEST_POSTGRES ? ["sqlite", "postgres"] : ["sqlite"];
}

function psql() {
  const folders = [process.env.PGBIN, ...(process.env.PATH ?? "").split(":")];
  const versions = "/usr/lib/postgresql";
  if (existsSync(versions)) for (const version of readdirSync(versions)) folders.push(join(versions, version, "bin"));
  const found = folders.map((folder) => join(folder || ".", "psql")).find((path) => existsSync(path));
  if (!found)
    throw new Error("psql is needed to make a database for the journeys: install PostgreSQL's client or set PGBIN");
  return found;
}

/** A new, empty database on the server of XINXING_TEST_POSTGRES, and how to drop it. */
function makePostgres() {
  const server = process.env.XINXING_TEST_POSTGRES;
  const name = `xinxing_e2e_${process.pid}_${Date.now()}`;
  const run = (sql) => {
    const done = spawnSync(psql(), ["--no-psqlrc", "--quiet", "--dbname", server, "--command", sql], {
      encoding: "utf8",
    });
    if (done.status !== 0) throw new Error(`psql: ${done.stderr || done.error}`);
  };
  run(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/**
 * Starts the binary on a new database of the kind, listening on the port, and waits until it answers. Gives `stop`,
 * `start(instant)` to start it again on the same data at an instant of the office, and `end`, which takes all away.
 */
export async function makeServer(kind, port) {
  if (!existsSync(binary)) throw new Error(`${binary} is not built: make build`);
  const folder = mkdtempSync(join(tmpdir(), "xinxing-e2e-"));
  const database = kind === "postgres" ? makePostgres() : { url: `sqlite://${folder}/desk.db`, drop: () => {} };
  const base = `http://127.0.0.1:${port}`;
  let child;
  let said = "";

  async function start(instant) {
    child = spawn(binary, ["serve", "--demo", "--clock", instant], {
      cwd: folder,
      env: {
        ...process.env,
        XINXING_LISTEN: `127.0.0.1:${port}`,
        XINXING_METRICS_LISTEN: "",
        XINXING_DATABASE_URL: database.url,
        XINXING_KEY_FILE: join(folder, "key"),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const mine = child;
    const keep = (text) => {
      said = (said + text).slice(-20_000);
    };
    mine.stdout.on("data", keep);
    mine.stderr.on("data", keep);
    const until = Date.now() + readyMs;
    for (;;) {
      if (mine.exitCode !== null) throw new Error(`the server ended by itself:\n${said}`);
      if (await answers(`${base}/readyz`)) return;
      if (Date.now() > until) throw new Error(`the server did not get ready:\n${said}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async function stop() {
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const hard = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await ended;
    clearTimeout(hard);
  }

  async function end() {
    await stop();
    database.drop();
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    await start(firstInstant);
  } catch (error) {
    await end();
    throw error;
  }
  return { base, kind, start, stop, end, said: () => said };
}

async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
