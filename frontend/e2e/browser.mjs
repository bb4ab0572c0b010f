import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const known = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** An installed Chromium: $CHROMIUM, else Debian's, else Chrome. Fails with what to install where there is none. */
export async function launch() {
  const executablePath = known.find((path) => path && existsSync(path));
  if (!executablePath)
    throw new Error("no Chromium found: install it (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM");
  return chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-quic",
    ],
  });
}
