import { mkdirSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";

export const base = (process.env.XINXING_URL ?? "http://127.0.0.1:8080").replace(/\/$/, "");
export const password = process.env.XINXING_DEMO_PASSWORD ?? "xinxing-2026";
const out = new URL("out/", import.meta.url).pathname;
mkdirSync(out, { recursive: true });

export const wide = { width: 1440, height: 900 };
export const narrow = { width: 360, height: 740 };
/** A tablet on the counter, or half of a wide window. */
export const middle = { width: 768, height: 1024 };

/** A fresh browser window of one person: its language, theme and size. Far from the office's zone, on purpose. */
export async function openWindow(browser, { language = "zh-CN", theme = "light", size = wide, state } = {}) {
  const context = await browser.newContext({
    viewport: size,
    locale: language,
    timezoneId: "America/New_York",
    baseURL: base,
    reducedMotion: "reduce",
    ...(state ? { storageState: state } : {}),
  });
  context.setDefaultTimeout(15_000);
  await context.addInitScript(
    ([l, t]) => {
      localStorage.setItem("xinxing.language", l);
      localStorage.setItem("xinxing.theme", t);
    },
    [language, theme],
  );
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !/net::ERR_|WebSocket connection/.test(message.text()))
      faults.push(message.text());
  });
  return { context, page, faults };
}

/** Signs in with the keyboard and waits for the queue (or where the person was going). */
export async function signIn(page, login, { at = "/signin", secret = password } = {}) {
  await page.goto(at);
  await page.locator("input[autocomplete=username]").waitFor();
  await page.locator("input[autocomplete=username]:focus").waitFor();
  await page.keyboard.type(login);
  await page.keyboard.press("Tab");
  await page.keyboard.type(secret);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/signin"));
  await page.locator("h1").waitFor();
}

/** Asks the desk as the window's person does, for facts that a journey needs. */
export async function ask(page, query, variables = {}) {
  return page.evaluate(
    async ([q, v]) => {
      const answer = await fetch("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: q, variables: v }),
      });
      const { data, errors } = await answer.json();
      if (errors) throw new Error(errors[0].message);
      return data;
    },
    [query, variables],
  );
}

/** Types into the search box that has the focus, goes down to the option with the text and takes it by Enter. */
export async function pickByKeyboard(page, typed, text) {
  await page.keyboard.type(typed);
  // What the search found, or (by a pattern) one of the standing entries below it.
  const options = page.locator(typeof text === "string" ? ".xx-pick-option:not(.xx-pick-extra)" : ".xx-pick-extra");
  await options.filter({ hasText: text }).first().waitFor();
  const wanted = options.filter({ hasText: text }).and(page.locator('[aria-selected="true"]'));
  for (let steps = 0; steps < 12 && (await wanted.count()) === 0; steps++) await page.keyboard.press("ArrowDown");
  await wanted.first().waitFor();
  await page.keyboard.press("Enter");
}

/**
 * Takes one contact by keyboard alone, from the queue on: `n`, the channel's digit, the resident and the item by search,
 * situation and demand, the disposal's digit and its fields (typed one after the other with Tab), Ctrl+Enter.
 * `resident` and `item` are { typed, text }; resident "anonymous" takes no name. Gives the receipt number.
 */
export async function takeContact(page, { channel = 1, resident, item, situation, demand, way, fields = [] }) {
  await page.keyboard.press("n");
  await page.waitForURL("**/intake");
  await page.locator('input[type=radio][value="PHONE"]:focus').waitFor();
  await page.keyboard.press(String(channel));
  if (resident === "anonymous") {
    await page.keyboard.press("ArrowDown");
    await pickByKeyboard(page, "", /匿名|Anonymous/);
    await page.keyboard.press("Tab"); // past the way to reach them
  } else {
    await pickByKeyboard(page, resident.typed, resident.text);
  }
  // What was chosen moves the focus on to the item; a key that is quicker would land elsewhere.
  if (resident !== "anonymous") await page.locator("input[role=combobox]:focus").waitFor();
  if (item) {
    await pickByKeyboard(page, item.typed, item.text);
    await page.locator("textarea:focus").waitFor();
  } else {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type(situation);
  await page.keyboard.press("Tab");
  await page.keyboard.type(demand);
  await page.keyboard.press("Tab");
  await page.keyboard.press(String(way));
  for (const field of fields) {
    await page.keyboard.press("Tab");
    if (typeof field === "string") await page.keyboard.type(field);
    else await pickByKeyboard(page, field.typed, field.text);
  }
  await page.keyboard.press("Control+Enter");
  const title = page.locator("#xx-done-title");
  await title.waitFor();
  return /[\d-]{10,}/.exec(await title.textContent())?.[0];
}

/** Fails with every finding of axe (WCAG 2.x A and AA, best practices) on the page as it stands. */
export async function axe(page, name) {
  // Without a second page for the results, which only frames of other origins need: half the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"], preload: false })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  if (violations.length > 0)
    throw new Error(
      `axe on ${name}: ${violations
        .map(
          (v) => `${v.id} (${v.nodes.length}): ${v.nodes[0]?.target.join(" ")} ${v.nodes[0]?.failureSummary ?? v.help}`,
        )
        .join("; ")}`,
    );
}

/** Fails where the page is wider than its window. */
export async function fits(page, name) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  if (content > window) throw new Error(`${name} is ${content} px wide in a window of ${window} px`);
}

export async function shoot(page, name) {
  await page.screenshot({ path: `${out}${name}.png`, fullPage: true });
}

export function check(condition, message) {
  if (!condition) throw new Error(message);
}

/** Every pair of size, language and theme once: each is met with each other, in half the time of all eight. */
const looks = [
  { size: wide, language: "zh-CN", theme: "light" },
  { size: wide, language: "en", theme: "dark" },
  { size: narrow, language: "zh-CN", theme: "dark" },
  { size: narrow, language: "en", theme: "light" },
];

/** Opens a window for each of the people, by the names they have in the world, and signs them in. */
export async function openWindows(world, people) {
  world.faults = [];
  for (const [role, login] of Object.entries(people)) {
    const opened = await openWindow(world.browser);
    world[role] = opened.page;
    world.faults.push(opened.faults);
    await signIn(opened.page, login);
  }
}

/**
 * Visits the pages in both languages, both themes, wide and narrow: axe finds nothing, nothing sticks out, and a picture is taken. Pages of charts are
 * looked at in the width between, too.
 */
export async function inspectPages(browser, { login, pages, name, charts = false }) {
  const between = [
    { size: middle, language: "zh-CN", theme: "light" },
    { size: middle, language: "en", theme: "dark" },
  ];
  let state;
  if (login) {
    const { context, page } = await openWindow(browser);
    await signIn(page, login);
    state = await context.storageState();
    await context.close();
  }
  const look = async ({ size, language, theme }) => {
    const { context, page, faults } = await openWindow(browser, { language, theme, size, state });
    for (const { path, ready, label } of pages) {
      await page.goto(path);
      await page.locator(ready).first().waitFor();
      const here = `${name}-${label}-${size.width}-${language}-${theme}`;
      await axe(page, here);
      await fits(page, here);
      await shoot(page, here);
    }
    check(faults.length === 0, `the browser complained: ${faults.join("; ")}`);
    await context.close();
  };
  const left = charts ? [...looks, ...between] : [...looks];
  // Two windows at a time: nothing is changed by looking, and a window works on one core.
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) await look(next);
  };
  await Promise.all([work(), work()]);
}
