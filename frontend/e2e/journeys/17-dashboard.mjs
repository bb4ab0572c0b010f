// Journey 17: the director opens the dashboard; every number is what the report says, goes up by itself when a colleague resolves a case, and opens
// the list behind it; a chart is taken along as a picture and its table as a file; a clerk sees nothing that is said about colleagues, the
// subdistrict's supervisor sees the communities side by side (R).
import { readFile } from "node:fs/promises";
import { ask, axe, check, inspectPages, openWindow, shoot, signIn } from "../desk.mjs";
import { act, notReloaded, openCase, openPromised, sheet, stamp } from "../office.mjs";
import { cellsOf, numbersOf } from "../xlsx.mjs";

const [director, clerk, supervisor] = ["liujianguo", "wangxiaomei", "songwenbin"];
const units = { COUNT: "", PERCENT: "%", WORKING_HOURS: "" };

const said = (value, unit) => (value === null ? "—" : `${value.toLocaleString("zh-CN")}${units[unit]}`);

/** The office's day, and the first of its month and year. */
async function days(page) {
  const { officeTime } = await ask(page, "{ officeTime { now } }");
  const today = new Date(Date.parse(officeTime.now) + 8 * 3600_000).toISOString().slice(0, 10);
  return { today, month: `${today.slice(0, 7)}-01`, year: `${today.slice(0, 4)}-01-01` };
}

async function report(page, figures, from, until, by = []) {
  const answer = await ask(
    page,
    `query ($f: [Figure!]!, $from: Date!, $until: Date!, $by: [ReportDimension!]!) {
      report(figures: $f, from: $from, until: $until, by: $by, first: 1000) { edges { node { keys { key name } values } } }
    }`,
    { f: figures, from, until, by },
  );
  return answer.report.edges.map((edge) => edge.node);
}

const card = (page, figure) => page.locator(`[data-figure="${figure}"] .xx-dash-value a`);

/** Waits until the card says it. */
const says = (page, figure, text) =>
  card(page, figure)
    .filter({ hasText: new RegExp(`^${text}$`) })
    .waitFor();

/** What the browser was given to keep. */
async function kept(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  await file.saveAs(new URL(`../out/17-kept${/\.\w+$/.exec(file.suggestedFilename())[0]}`, import.meta.url).pathname);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

export const steps = {
  async "the director and a clerk, and a case that was resolved"(world) {
    const one = await openWindow(world.browser);
    const two = await openWindow(world.browser);
    await signIn(one.page, director);
    await signIn(two.page, clerk);
    Object.assign(world, { page: one.page, clerk: two.page, faults: [one.faults, two.faults] });
    const no = await openPromised(two.page, { code: "ZH-04", demand: "代办证明", workingDays: 1 });
    await act(two.page, "completeCase", "CompleteCaseInput", no, { outcome: "已代办。" });
  },

  async "R: the cards say what the report says, for the month, the stretch before and the year"(world) {
    const { page } = world;
    await page.getByRole("navigation").getByRole("link", { name: "统计看板" }).first().click();
    await page.getByRole("heading", { name: "统计看板", level: 1 }).waitFor();
    await page.locator(".xx-chart svg").first().waitFor();
    await page.locator('.xx-dash-cards[aria-busy="false"]').waitFor();
    const { today, month, year } = await days(page);
    const { metrics } = await ask(page, "{ metrics { figure unit nameZh } }");
    const figures = metrics.map((one) => one.figure);
    for (const [from, where] of [
      [month, ".xx-dash-value a"],
      [year, ".xx-dash-beside > div:last-child a"],
    ]) {
      const [row] = await report(page, figures, from, today);
      for (const [at, { figure, unit, nameZh }] of metrics.entries()) {
        const shown = page.locator(`[data-figure="${figure}"]`);
        const text = await shown.locator(where).textContent();
        const wanted = said(row ? row.values[at] : unit === "COUNT" ? 0 : null, unit);
        check(text === wanted, `${figure} from ${from}: ${text} and not ${wanted}`);
        check((await shown.locator("h4").textContent()) === nameZh, `${figure} has no name`);
      }
    }
    world.resolved = (await report(page, ["RESOLVED", "ON_SPOT"], month, today))[0].values;
  },

  async "R: what a figure means is told by keyboard"(world) {
    const { page } = world;
    const { metrics } = await ask(page, "{ metrics { figure definitionZh } }");
    await page.locator('[data-figure="OVERDUE"] .xx-dash-why').focus();
    await page
      .getByRole("tooltip")
      .filter({ hasText: metrics.find((one) => one.figure === "OVERDUE").definitionZh })
      .waitFor();
    await page.keyboard.press("Tab");
  },

  async "a colleague resolves a case on the spot: the number goes up by itself"(world) {
    const { page } = world;
    await stamp(page);
    const no = await openCase(world.clerk, { code: "ZH-04", demand: "咨询办事时间" });
    await act(world.clerk, "resolveOnSpot", "ResolveOnSpotInput", no, { outcome: "已当场答复。" });
    await says(page, "RESOLVED", world.resolved[0] + 1);
    await says(page, "ON_SPOT", world.resolved[1] + 1);
    check(await notReloaded(page), "the page was loaded anew");
  },

  async "R: a number opens the list behind it"(world) {
    const { page } = world;
    await page.getByText("今年", { exact: true }).click();
    await page.waitForURL("**/dashboard?period=year");
    await page.locator('.xx-dash-cards[aria-busy="false"]').waitFor();
    const { today, year } = await days(page);
    for (const figure of ["OVERDUE", "ON_TIME_RATE"]) {
      const { figureCases } = await ask(
        page,
        "query ($f: Figure!, $from: Date!, $until: Date!) { figureCases(figure: $f, from: $from, until: $until, first: 1) { totalCount } }",
        { f: figure, from: year, until: today },
      );
      const link = page.locator(`[data-figure="${figure}"] .xx-dash-value a[href*="from=${year}"]`);
      const value = await link.textContent();
      await link.click();
      await page.waitForURL("**/dashboard/cases?**");
      await page.locator("[data-count]").waitFor();
      const head = await page.locator("h1").textContent();
      check(head.includes(`${Number(year.slice(0, 4))}年1月1日`), `the title does not say when: ${head}`);
      await page.locator(".xx-dash-sum b").filter({ hasText: value }).waitFor();
      check(Number(await page.locator("[data-count]").getAttribute("data-count")) === figureCases.totalCount, figure);
      for (let more = page.getByRole("button", { name: "再显示一些" }); (await more.count()) > 0; ) {
        const before = await page.locator(".xx-dash-cases tbody tr").count();
        await more.click();
        await page.locator(".xx-dash-cases tbody tr").nth(before).waitFor();
      }
      const rows = await page.locator(".xx-dash-cases tbody tr").count();
      check(rows === figureCases.totalCount, `${rows} rows of ${figureCases.totalCount}`);
      await shoot(page, `17-cases-${figure}`);
      await page.getByRole("link", { name: "回到看板" }).click();
      await page.waitForURL("**/dashboard?period=year");
      await page.locator(".xx-chart svg").first().waitFor();
    }
  },

  async "B5, A1: what is of no case opens its absence or its failure of duty"(world) {
    const { page } = world;
    const { today, year } = await days(page);
    for (const [figure, path] of [
      ["EMERGENCIES", "/absences/abs_"],
      ["BREACHES", "/breaches/bre_"],
    ]) {
      const [{ values }] = await report(page, [figure], year, today);
      const { figureOthers } = await ask(
        page,
        "query ($f: Figure!, $from: Date!, $until: Date!) { figureOthers(figure: $f, from: $from, until: $until, first: 1) { totalCount } }",
        { f: figure, from: year, until: today },
      );
      check(figureOthers.totalCount > 0, `nothing of ${figure} is of no case`);
      if (figure === "EMERGENCIES")
        check(
          figureOthers.totalCount === values[0],
          `${values[0]} emergencies, ${figureOthers.totalCount} behind them`,
        );
      await page.locator(`[data-figure="${figure}"] .xx-dash-value a`).click();
      await page.waitForURL("**/dashboard/cases?**");
      const shown = await page.locator("[data-others]").getAttribute("data-others");
      check(Number(shown) === figureOthers.totalCount, `${shown} are shown of ${figureOthers.totalCount}`);
      await axe(page, `what is behind ${figure}`);
      await shoot(page, `17-others-${figure}`);
      await page.locator(`.xx-dash-others a[href^="${path}"]`).first().click();
      await page.waitForURL(`**${path}*`);
      await page.goBack();
      await page.getByRole("link", { name: "回到看板" }).click();
      await page.waitForURL("**/dashboard?period=year");
      await page.locator(".xx-chart svg").first().waitFor();
    }
  },

  async "R: the same by member of staff, and the list of one"(world) {
    const { page } = world;
    await page.getByText("按人员", { exact: true }).click();
    await page.locator('[data-by="STAFF"] tbody tr').first().waitFor();
    const { today, year } = await days(page);
    const rows = await report(page, ["RECEIVED"], year, today, ["STAFF"]);
    if (rows.length > 12) await page.getByRole("button", { name: /^其余 \d+ 个$/ }).click();
    for (const { keys, values } of rows.filter(({ keys }) => keys[0].key !== "")) {
      const row = page.locator(`[data-by="STAFF"] tr[data-key="${keys[0].key}"]`);
      check((await row.locator("th").textContent()) === keys[0].name, `${keys[0].key} has no name`);
      check((await row.locator("td").first().textContent()) === said(values[0], "COUNT"), keys[0].name);
    }
    const [first] = rows.filter(({ keys, values }) => keys[0].key !== "" && values[0] > 0);
    await page.locator(`[data-by="STAFF"] tr[data-key="${first.keys[0].key}"] td a`).first().click();
    await page.getByRole("heading", { level: 1, name: first.keys[0].name }).waitFor();
    await page.locator(".xx-dash-cases tbody tr").first().waitFor();
    await page.goBack();
    await page.locator('[data-by="STAFF"] tbody tr').first().waitFor();
  },

  async "a chart is taken along as a picture, its table as a file"(world) {
    const { page } = world;
    const picture = await kept(
      page,
      page
        .getByRole("button", { name: "保存图片：逐月走势" })
        .or(page.getByRole("button", { name: "保存图片：逐日走势" })),
    );
    check(/\.png$/.test(picture.name) && picture.bytes.readUInt32BE(0) === 0x89504e47, `${picture.name} is no picture`);
    check(picture.bytes.length > 10_000, "the picture is empty");
    const table = await kept(page, page.getByRole("button", { name: "保存表格：按人员" }));
    const text = table.bytes.toString("utf8");
    check(text.startsWith("\uFEFF人员,接待件数,办结件数"), text.slice(0, 80));
    check(!/(^|[\n,])"?[=+@]/.test(text), "a spreadsheet would reckon with the file");
    const book = await kept(page, page.getByRole("button", { name: "保存 XLSX：按人员" }));
    const cells = cellsOf(book.bytes);
    check(/\.xlsx$/.test(book.name) && cells.A1 === "按人员", `${book.name}: ${cells.A1}`);
    check(
      cells.B3 === "人员" && cells.C3 === "接待件数" && cells.D3 === "办结件数",
      `${cells.B3}, ${cells.C3}, ${cells.D3}`,
    );
    const numbers = numbersOf(book.bytes);
    const lines = text.trim().split("\r\n").slice(1);
    for (const [at, line] of lines.entries()) {
      const [name, received, resolved] = line.split(",");
      const row = at + 4;
      check(cells[`B${row}`] === name, `${name} is not in row ${row}`);
      check(
        numbers[`C${row}`] === Number(received) && numbers[`D${row}`] === Number(resolved),
        `row ${row} is not ${line}`,
      );
    }
    check(cells[`B${lines.length + 4}`] === undefined, "there are more rows than in the table");
  },

  async "today: each number is the queue's, and opens it"(world) {
    const { page } = world;
    const no = await openPromised(world.clerk, { code: "MZ-03", demand: "待人接收的办件", workingDays: 1 });
    const mine = await sheet(world.clerk, no);
    // Whoever is on duty at some post, on whatever day the journeys before left the clock.
    const { posts } = await ask(world.clerk, "{ posts { onDuty { id } } }");
    const other = posts.find(({ onDuty }) => onDuty && onDuty.id !== mine.responsible.id);
    await act(world.clerk, "offerHandOver", "OfferHandOverInput", no, {
      toStaffId: other.onDuty.id,
      explanation: "材料齐全，请接着办。",
    });
    const { queueTotals } = await ask(page, "{ queueTotals { overdue dueToday open offered offers } }");
    check(
      queueTotals.offered > queueTotals.offers,
      `offered ${queueTotals.offered}, to the director ${queueTotals.offers}`,
    );
    await page
      .locator('[data-today="offered"] b')
      .filter({ hasText: new RegExp(`^${queueTotals.offered}$`) })
      .waitFor();
    for (const key of ["overdue", "dueToday", "open"])
      check(
        (await page.locator(`[data-today="${key}"] b`).textContent()) === String(queueTotals[key]),
        `${key} is not ${queueTotals[key]}`,
      );
    await page.locator('[data-today="overdue"]').click();
    await page.waitForURL("**/queue?standing=OVERDUE");
    await page.goBack();
    await page.locator('[data-today="offered"]').click();
    await page.waitForURL("**/queue?offered=1");
    await page.getByText(no).first().waitFor();
    await shoot(page, "17-offered");
    await axe(page, "what waits for acceptance");
  },

  async "E7, C4, P6: the period beside the one before and the year, and behind each number the records that make it"(
    world,
  ) {
    const { page } = world;
    await page.goto("/dashboard?period=year");
    await page.locator('[data-beyond][aria-busy="false"]').waitFor();
    const { today, year } = await days(page);
    const { residentMetrics } = await ask(page, "{ residentMetrics { figure unit nameZh } }");
    const figures = residentMetrics.map((one) => one.figure);
    const { residentFigures } = await ask(
      page,
      "query ($f: [ResidentFigure!]!, $from: Date!, $until: Date!) { residentFigures(figures: $f, from: $from, until: $until, first: 1) { edges { node { values } } } }",
      { f: figures, from: year, until: today },
    );
    const opened = [];
    for (const [at, { figure, unit, nameZh }] of residentMetrics.entries()) {
      const value = residentFigures.edges[0].node.values[at];
      const row = page.locator(`[data-resident-figure="${figure}"]`);
      check((await row.locator("th").textContent()) === nameZh, `${figure} has no name`);
      const wanted = { COUNT: `${value}`, MINUTES: `${Math.round(value / 6) / 10}小时`, YUAN: `${value}元` }[unit];
      const told = (await row.locator("td").first().textContent()).replace(/[\s,]/g, "");
      check(told === wanted, `${figure} is ${told} and not ${wanted}`);
      if (value === 0) continue;
      let sum = 0;
      for (let after = null, more = true; more; ) {
        const { figureRecords } = await ask(
          page,
          `query ($f: ResidentFigure!, $from: Date!, $until: Date!, $after: Cursor) { figureRecords(figure: $f, from: $from, until: $until, first: 100, after: $after) {
             edges { node { value about { id } } } pageInfo { hasNextPage endCursor } } }`,
          { f: figure, from: year, until: today, after },
        );
        check(
          figureRecords.edges.every(({ node }) => node.about !== null),
          `behind ${figure} is what the director may not see`,
        );
        sum += figureRecords.edges.reduce((all, { node }) => all + node.value, 0);
        ({ hasNextPage: more, endCursor: after } = figureRecords.pageInfo);
      }
      check(
        figure === "ATTENDED" ? sum >= value : Math.abs(sum - value) < 0.005,
        `${figure} is ${value}, its records are ${sum}`,
      );
      opened.push(figure);
    }
    const built = opened.find((figure) => /PARTICIPANTS|WORTH/.test(figure));
    for (const figure of ["REGISTERED", "TRAINED", "EVENTS", built])
      check(opened.includes(figure), `nothing counts in ${figure}: ${opened.join()}`);
    await shoot(page, "17-beyond");
    for (const [figure, path] of [
      ["TRAINED", "/jobseekers/job_"],
      ["EVENTS", "/programs/prg_"],
      [built, "/projects/prj_"],
    ]) {
      const link = page.locator(`[data-resident-figure="${figure}"] td a`).first();
      const value = (await link.textContent()).trim();
      await link.click();
      await page.waitForURL("**/dashboard/records?**");
      await page.locator(".xx-dash-sum b").filter({ hasText: value }).waitFor();
      await page.locator(".xx-dash-cases tbody tr").first().waitFor();
      const count = Number(await page.locator("[data-count]").getAttribute("data-count"));
      for (let more = page.getByRole("button", { name: "再显示一些" }); (await more.count()) > 0; ) {
        const before = await page.locator(".xx-dash-cases tbody tr").count();
        await more.click();
        await page.locator(".xx-dash-cases tbody tr").nth(before).waitFor();
      }
      const rows = await page.locator(".xx-dash-cases tbody tr").count();
      check(rows === count, `${rows} rows of ${count} of ${figure}`);
      await shoot(page, `17-records-${figure}`);
      await page.locator(`.xx-dash-cases tbody a[href^="${path}"]`).first().click();
      await page.waitForURL(`**${path}*`);
      await page.goBack();
      await page.getByRole("link", { name: "回到看板" }).click();
      await page.waitForURL("**/dashboard?period=year");
      await page.locator('[data-beyond][aria-busy="false"]').waitFor();
    }
  },

  async "A4, Q6: a clerk sees nothing of what is said about colleagues"(world) {
    const page = world.clerk;
    await page.goto("/dashboard");
    await page.locator('[data-figure="RECEIVED"]').waitFor();
    for (const figure of ["BREACHES", "RATINGS", "EMERGENCIES"])
      check((await page.locator(`[data-figure="${figure}"]`).count()) === 0, `a clerk sees ${figure}`);
    check((await page.locator("main").getByText("失责").count()) === 0, "a clerk reads of breaches");
    check((await page.locator("[data-beyond]").count()) === 0, "a clerk sees the community's figures of residents");
    await axe(page, "a clerk's dashboard");
  },

  async "the subdistrict's supervisor sees the communities side by side"(world) {
    const over = await openWindow(world.browser);
    await signIn(over.page, supervisor);
    world.faults.push(over.faults);
    await over.page.goto("/dashboard");
    await over.page.locator('[data-by="COMMUNITY"] tbody tr').first().waitFor();
    const { viewer } = await ask(over.page, "{ viewer { communities { id name } } }");
    const shown = await over.page.locator('[data-by="COMMUNITY"] tbody th').allTextContents();
    check(shown.length > 0, "no community is shown");
    for (const name of shown)
      check(
        viewer.communities.some((one) => one.name === name),
        `${name} is no community`,
      );
    await axe(over.page, "the supervisor's dashboard");
    await over.page.getByText("今年", { exact: true }).click();
    const row = over.page.locator("[data-beyond] tr[data-community]").first();
    await row.waitFor();
    const links = await row.locator("td a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    check(links.length > 0, "no number of a community opens anything");
    check(
      !links.some((href) => /figure=(REGISTERED|ADVISED|PLACED)/.test(href)),
      "who supervises opens residents' files",
    );
    await row.locator('td a[href*="figure=EVENTS"]').click();
    await over.page.locator(".xx-dash-cases tbody tr").first().waitFor();
    await axe(over.page, "the programs behind a supervisor's number");
    await over.page.getByRole("link", { name: "回到看板" }).click();
    await row.waitFor();
    await shoot(over.page, "17-supervisor");
    await over.context.close();
  },

  async "axe finds nothing on the dashboard in both languages, both themes, wide and narrow"(world) {
    const { month, year, today } = await days(world.page);
    await inspectPages(world.browser, {
      login: director,
      name: "17",
      charts: true,
      pages: [
        { path: "/dashboard", ready: "[data-beyond] tbody td", label: "dashboard" },
        { path: "/dashboard?period=year&by=STAFF", ready: "[data-beyond] tbody td", label: "year" },
        {
          path: `/dashboard/cases?figure=RESOLVED&from=${year}&until=${today}`,
          ready: ".xx-dash-cases tbody tr",
          label: "cases",
        },
        {
          path: `/dashboard/records?figure=REACHED&from=${year}&until=${today}`,
          ready: ".xx-dash-cases tbody tr",
          label: "records",
        },
        { path: `/dashboard/cases?figure=NONE&from=${month}`, ready: ".xx-empty", label: "none" },
      ],
    });
  },

  async "axe finds nothing on the communities side by side, in both languages and themes, in three widths"(world) {
    await inspectPages(world.browser, {
      login: supervisor,
      name: "17",
      charts: true,
      pages: [{ path: "/dashboard?period=year", ready: "[data-beyond] tr[data-community] td", label: "communities" }],
    });
  },

  async "and no browser complained"(world) {
    check(world.faults.flat().length === 0, world.faults.flat().join("; "));
  },
};
