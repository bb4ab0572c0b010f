// Journey 7: the office's own pages. The calendar drawn and changed by the director, the catalogue with the cap of
// registrations (Q4), the board of posts with who is on duty (B2), the register of breaches (F9).
import { readFileSync } from "node:fs";
import { ask, axe, check, inspectPages, openWindow, shoot, signIn } from "../desk.mjs";
import { dialog, openPromised, sheet } from "../office.mjs";

const director = "liujianguo";
const clerk = "wangxiaomei";

export const steps = {
  async "the year is drawn: every day, make-up working days and holidays marked by character"(world) {
    Object.assign(world, await openWindow(world.browser));
    const { page } = world;
    await signIn(page, director);
    await page.goto("/calendar?year=2026");
    await page.locator(".xx-month").nth(11).waitFor();
    const { calendarYear: year } = await ask(page, "{ calendarYear(year: 2026) { workingDays days { date kind } } }");
    const drawn = await page
      .locator(".xx-year .xx-day")
      .evaluateAll((days) => days.map((day) => `${day.dataset.date} ${day.dataset.kind}`));
    check(
      JSON.stringify(drawn) === JSON.stringify(year.days.map((day) => `${day.date} ${day.kind}`)),
      "the days drawn are not the days of the calendar",
    );
    const mark = (date) => page.locator(`[data-date="${date}"] .xx-day-mark`).textContent();
    check(
      (await mark("2026-02-14")) === "班" && (await mark("2026-02-17")) === "休",
      "the Spring Festival is not marked",
    );
    check((await page.locator(".xx-cal-count").textContent()) === String(year.workingDays), "the count is another");
    await page.getByRole("link", { name: /国务院办公厅关于2026年/ }).waitFor();
    // The 14th of February 2026 is a Saturday: it stands in the sixth column.
    const column = await page.locator('td:has([data-date="2026-02-14"])').evaluate((cell) => cell.cellIndex);
    check(column === 5, `the week does not begin on Monday: column ${column}`);
    await shoot(page, "7-calendar");
  },

  async "so many working days after a day, with the reasons"({ page }) {
    await page.goto("/calendar?year=2026&from=2026-02-10&days=7");
    const tool = page.locator(".xx-cal-side section").first();
    await tool.getByText("2026年2月26日 周四 17:00").waitFor();
    check((await tool.locator('.xx-explain-day[data-counted="true"]').count()) === 7, "not seven counted days");
    await page.goto("/calendar?year=2027");
    await page.getByText("2027年的放假通知尚未公布").waitFor();
  },

  async "the journal's last checkpoint is there to take away, for who leads and for nobody else"(world) {
    const { page } = world;
    await page.goto("/calendar?year=2026");
    const card = page.locator("section", { has: page.locator("#xx-journal-title") });
    await card.getByText(/^\d+ 条日志$/).waitFor();
    const { journalCheckpoints: points } = await ask(page, "{ journalCheckpoints { note root community { id } } }");
    check(points.length === 1, `${points.length} checkpoints`);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      card.getByRole("link", { name: "下载校验点" }).click(),
    ]);
    check(file.suggestedFilename().endsWith(`-${points[0].community.id}.txt`), file.suggestedFilename());
    check(
      readFileSync(await file.path(), "utf8").startsWith(`xinxing/journal/${points[0].community.id}\n`),
      "the file is no checkpoint",
    );
    const clerkWindow = await openWindow(world.browser);
    await signIn(clerkWindow.page, clerk);
    await clerkWindow.page.goto("/calendar?year=2026");
    await clerkWindow.page.locator(".xx-month").nth(11).waitFor();
    check((await clerkWindow.page.locator("#xx-journal-title").count()) === 0, "a clerk is shown the checkpoint");
    const { journalCheckpoints: none } = await ask(clerkWindow.page, "{ journalCheckpoints { note } }");
    check(none.length === 0, "a clerk reads the checkpoint");
    await clerkWindow.context.close();
  },

  async "the director closes a day: open promises are recomputed, what would move later stays as told; and takes it back"(
    world,
  ) {
    const { page } = world;
    const { officeTime } = await ask(page, "{ officeTime { now } }");
    const after = officeTime.now.slice(0, 10);
    const { explainDeadline: e } = await ask(
      page,
      "query ($from: Date!) { explainDeadline(from: $from, workingDays: 3) { steps { date counted } } }",
      { from: after },
    );
    const day = e.steps.filter((step) => step.counted)[1].date;
    const clerkWindow = await openWindow(world.browser);
    await signIn(clerkWindow.page, clerk);
    const no = await openPromised(clerkWindow.page, { code: "MZ-03", demand: "看日历变动", workingDays: 3 });
    const told = (await sheet(clerkWindow.page, no)).dueAt;
    await page.goto(`/calendar?year=${day.slice(0, 4)}`);
    await page.locator(`[data-date="${day}"]`).click();
    const form = dialog(page);
    await form.getByLabel("事由").fill("全员消防培训");
    await page.keyboard.press("Control+Enter");
    await form.getByText("请写明决定写在哪里").waitFor();
    await form.getByLabel("决定的出处").fill("街办〔2026〕3号");
    await axe(page, "closing a day");
    await page.keyboard.press("Control+Enter");
    const notice = page.locator(".ant-notification-notice");
    await notice.getByText("件维持已告知居民的时限", { exact: false }).waitFor();
    check(Number(/(\d+) 件维持/.exec(await notice.textContent())?.[1]) >= 1, "no promise was kept as told");
    await page.locator(`[data-date="${day}"][data-kind="LOCAL_CLOSURE"]`).waitFor();
    check((await sheet(clerkWindow.page, no)).dueAt === told, "the promise moved later than the resident was told");
    await clerkWindow.page.goto(`/cases/${no}`);
    await clerkWindow.page.getByText("日历变动，时限维持原告知").waitFor();
    await clerkWindow.context.close();
    await page.locator(`[data-date="${day}"]`).click();
    await dialog(page).getByRole("button", { name: "撤销这一天的安排" }).click();
    await page
      .locator(`[data-date="${day}"][data-kind="WEEKDAY"], [data-date="${day}"][data-kind="MAKE_UP_WORKING_DAY"]`)
      .waitFor();
  },

  async "items are found by initials and by code; what is not issued names where to go"({ page }) {
    await page.goto("/items");
    await page.locator("tbody tr").first().waitFor();
    for (const typed of ["lsjz", "MZ-03", "临时救助"]) {
      await page.getByRole("textbox", { name: /首字母/ }).fill(typed);
      await page.waitForURL((url) => url.searchParams.get("q") === typed);
      await page.locator("tbody tr", { hasText: "临时救助申请登记" }).waitFor();
    }
    await page.goto("/items?kind=NOT_ISSUED");
    await page.locator("tbody tr").first().waitFor();
    const rows = page.locator("tbody tr");
    check(
      (await rows.filter({ hasText: "请到" }).count()) === (await rows.count()),
      "an item does not say where to go",
    );
    await rows.first().getByRole("button").click();
    await dialog(page).getByText("本社区不予出具").waitFor();
    await dialog(page).locator("dt", { hasText: "电话" }).waitFor();
    await axe(page, "item drawer");
  },

  async "Q4: a registration of more than seven working days is refused at its field; a new version holds from its date"({
    page,
  }) {
    await page.goto("/items?q=MZ-03");
    await page.locator("tbody tr").first().getByRole("button").click();
    await page.getByRole("button", { name: "发布新版本" }).click();
    const form = page.getByRole("dialog", { name: /发布新版本/ });
    const limit = form.getByRole("spinbutton", { name: "时限（工作日）" });
    await limit.fill("8");
    await limit.press("Control+Enter");
    await form.locator(".ant-form-item-explain-error").getByText("最多 7").waitFor();
    await form.locator(".ant-form-item-explain-error").getByText("Q4").waitFor();
    await axe(page, "publishing an item");
    await shoot(page, "7-cap");
    await limit.fill("2");
    await limit.press("Control+Enter");
    await form.waitFor({ state: "hidden" });
    const { items } = await ask(
      page,
      '{ items(search: "MZ-03", first: 1) { version limitDays versions { version } } }',
    );
    check(items[0].version === 2 && items[0].limitDays === 2 && items[0].versions.length === 2, JSON.stringify(items));
    await page.getByText("第 2 版").first().waitFor();
  },

  async "B2: who is on duty is computed; a post is never left with nobody"({ page }) {
    const { posts, officeTime } = await ask(
      page,
      "{ posts { name a { id name duty } b { id name duty } } officeTime { now } }",
    );
    const gone = (one) =>
      posts.some((p) => [p.a, p.b].some((s) => s.id === one.id) && p.a.duty + p.b.duty !== "ON_DUTYON_DUTY");
    const { name, a, b } = posts.find((p) => !gone(p.a) && !gone(p.b));
    const until = new Date(Date.parse(officeTime.now) + 3600_000).toISOString();
    await page.goto("/staff");
    const post = page.locator(".xx-post", { hasText: name }).first();
    await post.locator('[data-duty="true"]').getByText(a.name).waitFor();
    const key = () => `e2e-${Date.now()}-${Math.random().toString(36).slice(2)}`;
    const { askAbsence } = await ask(
      page,
      "mutation ($input: AskAbsenceInput!) { askAbsence(input: $input) { absence { id version } } }",
      { input: { staffId: a.id, kind: "EMERGENCY", until, reason: "参加街道培训", clientMutationId: key() } },
    );
    await post.locator('[data-duty="true"]').getByText(b.name).waitFor();
    await page.getByRole("button", { name: `${b.name} 离职` }).click();
    await page.getByRole("textbox", { name: "事由" }).fill("调往街道");
    await shoot(page, "7-left");
    await page.keyboard.press("Control+Enter");
    await dialog(page).locator(".xx-refusal, .ant-form-item-explain-error").first().waitFor();
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "hidden" });
    await page.evaluate(() => window.scrollTo(0, 0)); // no row half under the bar above
    await axe(page, "staff");
    const { id: absenceId, version } = askAbsence.absence;
    await ask(page, "mutation ($input: ReturnToDutyInput!) { returnToDuty(input: $input) { clientMutationId } }", {
      input: { absenceId, version, clientMutationId: key() },
    });
    await post.locator('[data-duty="true"]').getByText(a.name).waitFor();
  },

  async "F9: the register of breaches is read page by page"({ page }) {
    const { breaches } = await ask(page, "{ breaches(first: 1) { totalCount } }");
    await page.goto("/breaches");
    const rows = page.locator("tbody tr");
    await rows.first().waitFor();
    while ((await rows.count()) < breaches.totalCount) {
      const before = await rows.count();
      await page.getByRole("button", { name: "再显示一些" }).click();
      await rows.nth(before).waitFor();
    }
    check((await rows.count()) === breaches.totalCount, "the register shows another count");
    const texts = await rows.allInnerTexts();
    check(
      texts.every((text) => !/[A-Z]{3,}_[A-Z]+|\{\{|undefined|[a-z]+_[0-9A-Z]{10,}/.test(text)),
      "a breach is not in words",
    );
  },

  async "axe finds nothing on the office's pages, in both languages and themes, wide and narrow"({ browser }) {
    await inspectPages(browser, {
      name: "7",
      login: director,
      pages: [
        { path: "/calendar", ready: ".xx-month", label: "calendar" },
        { path: "/items", ready: "tbody tr", label: "items" },
        { path: "/staff", ready: ".xx-post", label: "staff" },
        { path: "/breaches", ready: "tbody tr", label: "breaches" },
      ],
    });
  },

  async "an administrator sees the office and no case"({ browser }) {
    const { context, page } = await openWindow(browser);
    await signIn(page, "fangming", { at: "/staff" });
    await page.goto("/items");
    await page.locator("tbody tr").first().waitFor();
    await page.goto("/calendar");
    await page.locator(".xx-month").first().waitFor();
    await context.close();
  },

  async "nothing in the browser complained"({ faults }) {
    check(faults.length === 0, faults.join("; "));
  },
};
