// Journey 6: a reader of a case sees the timeline, who answers for it now and who before, the promise and why this date, and
// the paper that the resident takes along (F7).
import { ask, axe, check, fits, inspectPages, narrow, openWindow, shoot, signIn } from "../desk.mjs";
import { act, dialog, openCase, openPromised, sheet } from "../office.mjs";

const reader = "wangxiaomei";

/** The receipt number of a case with a long history: extended, handed over, finished. */
async function storied(page) {
  const { cases } = await ask(
    page,
    `{ cases(filter: { open: false, extended: true }, order: NEWEST, first: 100) {
         edges { node { receiptNo promises { number } handOvers { state } events { totalCount } } } } }`,
  );
  const found = cases.edges
    .map((edge) => edge.node)
    .filter((one) => one.handOvers.some((offer) => offer.state === "ACCEPTED") && one.promises.length > 1)
    .sort((a, b) => b.events.totalCount - a.events.totalCount)[0];
  if (!found) throw new Error("the demo has no extended case that was handed over");
  return found.receiptNo;
}

export const steps = {
  async "the timeline tells every entry of the journal in words, in order"(world) {
    Object.assign(world, await openWindow(world.browser));
    const { page } = world;
    await signIn(page, reader);
    world.no = await storied(page);
    const { case: found } = await ask(
      page,
      `query ($no: String) { case(receiptNo: $no) {
         events(first: 100) { totalCount edges { node { number kind at hash actor { name } reason responsible { name } } } }
         responsible { name } firstResponder { name } } }`,
      { no: world.no },
    );
    world.events = found.events.edges.map((edge) => edge.node);
    world.found = found;
    await page.goto(`/cases/${world.no}`);
    const items = page.locator(".xx-timeline-item");
    await items.nth(world.events.length - 1).waitFor();
    check((await items.count()) === found.events.totalCount, "an entry is missing");
    const times = await items.locator("time").evaluateAll((all) => all.map((one) => Date.parse(one.dateTime)));
    check(
      times.every((at, i) => i === 0 || at >= times[i - 1]),
      "the timeline is not in order",
    );
    const texts = await items.allInnerTexts();
    texts.forEach((text, i) => {
      const event = world.events[i];
      check(text.includes(event.actor?.name ?? "系统"), `entry ${i + 1} does not say who: ${text}`);
      check(event.reason === "" || text.includes(event.reason), `entry ${i + 1} leaves its reason out: ${text}`);
      check(
        !/[A-Z]{3,}_[A-Z]+|\{\{|undefined|null|[a-z]+_[0-9A-Z]{10,}/.test(text),
        `entry ${i + 1} is not in words: ${text}`,
      );
    });
    await shoot(page, "6-case");
  },

  async "the proof of an entry is its hash"({ page, events }) {
    const first = page.locator(".xx-timeline-item").first();
    await first.locator("summary").focus();
    await page.keyboard.press("Enter");
    await first.getByText(events[0].hash).waitFor();
  },

  async "who answers for it now, and who before, first to last"({ page, found, events }) {
    const before = [];
    for (const event of events) if (before.at(-1) !== event.responsible.name) before.push(event.responsible.name);
    check(
      (await page.locator(".xx-chain-now").textContent()).includes(found.responsible.name),
      "not the one who answers",
    );
    const shown = await page.locator(".xx-chain-list > li > span:first-child").allInnerTexts();
    check(JSON.stringify(shown) === JSON.stringify(before.slice(0, -1)), `shown ${shown}, really ${before}`);
    check(before[0] === found.firstResponder.name, "F1: the chain does not begin with the first responder");
  },

  async "why this date: the counted days add up to the promise"({ page, no }) {
    const { case: found } = await ask(
      page,
      "query ($no: String) { case(receiptNo: $no) { promises { number dueAt workingDays } } }",
      { no },
    );
    check((await page.locator(".xx-promise").count()) === found.promises.length, "a promise is not shown");
    for (const [index, promise] of found.promises.entries()) {
      await page.locator(".xx-promise").nth(index).getByRole("button", { name: "看依据" }).click();
      const days = page.locator(".xx-why .xx-explain-day");
      await page.locator(".xx-why").getByText(`承诺 ${promise.workingDays} 个工作日`, { exact: false }).waitFor();
      const counted = await days.evaluateAll((all) => all.filter((day) => day.dataset.counted === "true").length);
      check(
        counted === promise.workingDays,
        `promise ${promise.number} counts ${counted} of ${promise.workingDays} days`,
      );
      const due = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date(promise.dueAt));
      const last = await days.last().textContent();
      check(
        last.includes(`${Number(due.slice(5, 7))}/${Number(due.slice(8))}`),
        `the strip ends on ${last}, due is ${due}`,
      );
    }
    await page.getByRole("button", { name: "逐日说明" }).click();
    await page.locator(".xx-explain-list").getByText("当日不计（民法典第二百零一条）").waitFor();
    await axe(page, "why this date, day by day");
  },

  async "a personal number is masked, shown for a reason, and hidden again"({ page }) {
    const { residents } = await ask(
      page,
      '{ residents(search: "zhang", first: 10) { name phoneMasked recentCases { receiptNo } } }',
    );
    const one = residents.find((person) => person.phoneMasked && person.recentCases.length > 0);
    check(one, "the demo has no Zhang with a phone and a case");
    await page.goto(`/cases/${one.recentCases[0].receiptNo}`);
    const masked = page.locator(".xx-masked").first();
    await masked.getByText(one.phoneMasked).waitFor();
    await masked.getByRole("button").click();
    await dialog(page).locator("input:focus").waitFor();
    await page.keyboard.press("Control+Enter");
    await dialog(page).getByText("请写明查看理由").waitFor();
    await dialog(page).getByRole("textbox").fill("电话告知办理结果");
    await page.keyboard.press("Enter");
    await dialog(page).waitFor({ state: "hidden" });
    const shown = await masked.locator(".xx-masked-value[data-shown=true]").textContent();
    check(/^\d{11}$/.test(shown) && shown.endsWith(one.phoneMasked.slice(-4)), "not the whole number");
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    check(!kept.includes(shown), "the number was kept in the browser");
    await masked.getByRole("button").click();
    await masked.getByText(one.phoneMasked).waitFor();
  },

  async "F7: the guidance slip is printed from the case and holds all the resident needs, on one page"(world) {
    const { page, context } = world;
    const no = await openCase(page, { demand: "要开婚姻状况证明" });
    const { departments } = await ask(
      page,
      '{ departments(search: "婚姻", first: 1) { id name address phone hours website } }',
    );
    const [to] = departments;
    await act(page, "guideCase", "GuideCaseInput", no, {
      departmentId: to.id,
      said: "带身份证和户口簿，周三下午人少。",
    });
    world.guided = no;
    await page.goto(`/cases/${no}`);
    await page.getByRole("button", { name: "打印" }).click();
    const opened = context.waitForEvent("page");
    await page.getByRole("menuitem", { name: /^指引单(?!\s*A5)/ }).click();
    await (await opened).close();
    const link = page.getByRole("link", { name: /^指引单/ });
    await link.waitFor();
    const path = await link.getAttribute("href");
    const paper = await context.newPage();
    await paper.goto(`${path}?as=html`);
    const text = await paper.locator("body").textContent();
    for (const wanted of [
      "新星社区",
      "指引单",
      no,
      to.name,
      to.address,
      to.phone,
      to.hours,
      to.website,
      "周三下午人少",
      "王晓梅",
      "盖章",
    ])
      check(text.includes(wanted), `the slip leaves out ${wanted}`);
    check(/2026年2月\d+日 周./.test(text), "the slip has no date with its weekday");
    await shoot(paper, "6-slip");
    await paper.close();
    const pdf = await (await page.request.get(path)).body();
    check(pdf.subarray(0, 5).toString() === "%PDF-", "not a PDF");
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
    check(pages === 1, `the slip takes ${pages} pages`);
  },

  async "F7: a leader asks for a call-back and the first responder records it"({ browser, page, guided }) {
    const other = await openWindow(browser);
    await signIn(other.page, "sunlihua");
    await other.page.goto(`/cases/${guided}`);
    await other.page.getByRole("button", { name: "要求回访" }).click();
    await dialog(other.page).locator("button[type=submit]:focus").waitFor();
    await other.page.keyboard.press("Enter");
    await dialog(other.page).waitFor({ state: "hidden" });
    await other.context.close();
    await page.goto(`/cases/${guided}`);
    await page.getByRole("button", { name: "记录回访" }).click();
    await dialog(page).getByRole("radio", { name: "已到部门办理" }).check();
    await dialog(page).locator("textarea[id]").fill("本人来电说已经办好。");
    await page.keyboard.press("Control+Enter");
    await dialog(page).waitFor({ state: "hidden" });
    await page.locator(".xx-timeline-item").last().getByText("本人来电说已经办好。").waitFor();
  },

  async "F9: anybody may report a breach; it stands on the case with what was said"({ page }) {
    const no = await openPromised(page, { code: "ZH-04", demand: "反映推诿", workingDays: 1 });
    await page.goto(`/cases/${no}`);
    await page.getByRole("button", { name: "反映失责" }).click();
    const form = dialog(page);
    await form.getByRole("combobox", { name: "哪一种失责" }).click();
    await page.locator(".ant-select-item-option", { hasText: "回避推诿" }).click();
    await form.locator("textarea[id]").fill("来了两次都说不归他管。");
    await axe(page, "reporting a breach");
    await page.keyboard.press("Control+Enter");
    await form.waitFor({ state: "hidden" });
    const card = page.locator(".xx-breaches");
    await card.getByText("来了两次都说不归他管。").waitFor();
    await card.getByText("王晓梅 反映").waitFor();
    check((await sheet(page, no)).breaches.length === 1, "the breach was not kept");
  },

  async "a number that is no case is said to be none, with a way on"({ page }) {
    await page.goto("/cases/20991231-99999");
    await page.getByText("没有找到受理号 20991231-99999").waitFor();
    await axe(page, "no such case");
    await page.getByRole("button", { name: /当天受理的/ }).click();
    await page.waitForURL("**/queue?*q=20991231");
  },

  async "a phone shows the case in one column"({ browser, no, guided }) {
    const phone = await openWindow(browser, { size: narrow });
    await signIn(phone.page, reader);
    for (const [path, ready, name] of [
      [`/cases/${no}`, ".xx-timeline-item", "case"],
      [`/cases/${guided}`, ".xx-timeline-item", "guided"],
    ]) {
      await phone.page.goto(path);
      await phone.page.locator(ready).first().waitFor();
      await fits(phone.page, name);
      await axe(phone.page, `${name} on a phone`);
      await shoot(phone.page, `6-phone-${name}`);
    }
    await phone.context.close();
  },

  async "axe finds nothing on the case, in both languages and themes, wide and narrow"({ browser, no, guided }) {
    await inspectPages(browser, {
      name: "6",
      login: reader,
      pages: [
        { path: `/cases/${no}`, ready: ".xx-timeline-item", label: "case" },
        { path: `/cases/${guided}`, ready: ".xx-timeline-item", label: "guided" },
        { path: "/cases/20991231-99999", ready: ".xx-empty", label: "lost" },
      ],
    });
  },

  async "nothing in the browser complained"({ faults }) {
    check(faults.length === 0, faults.join("; "));
  },
};
