// Journey 12: the re-employment green channel. A resident registered elsewhere becomes a job-seeker; the openings that fit are
// ranked with their reasons; a talk's next step comes back to the counsellor; a referral ends in work, with its follow-ups; the
// person's cases are marked and cost nothing (E1–E4, E6, E7).
import { ask, axe, check, inspectPages, openWindows, shoot } from "../desk.mjs";
import { dialog, openPromised, refusal, sheet } from "../office.mjs";

const people = { clerk: "wangxiaomei", colleague: "gaoyang", administrator: "fangming" };
const name = "林小青";
const key = () => crypto.randomUUID();

/** Sends the form that is open, by keyboard, and waits until it is gone. */
async function send(page) {
  await dialog(page).locator(":focus").first().waitFor();
  await page.keyboard.press("Control+Enter");
  await dialog(page).waitFor({ state: "hidden" });
}

/** Chooses one entry of a list, or some of a list that takes several. */
async function choose(page, label, ...texts) {
  const field = dialog(page).getByLabel(label, { exact: true });
  const several = await field.evaluate((one) => one.closest(".ant-select-multiple") !== null);
  await field.click();
  const list = page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)");
  for (const text of texts) await list.locator(".ant-select-item-option", { hasText: text }).first().click();
  // A list of which one is chosen closes by itself; Escape would then close the form.
  if (several) await page.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });
}

/** Types words into a field that takes several. */
async function words(page, label, ...texts) {
  const field = dialog(page).getByLabel(label, { exact: true });
  for (const text of texts) {
    await field.fill(text);
    await page.keyboard.press("Enter");
  }
}

const card = (page, title) => page.locator("section", { has: page.getByRole("heading", { name: title }) });
const kinds = (page) => card(page, "记录").locator(".xx-timeline-item strong").allTextContents();

export const steps = {
  async "each person has a window, and there is a resident"(world) {
    await openWindows(world, people);
    world.page = world.clerk;
    await ask(
      world.clerk,
      "mutation ($input: RegisterResidentInput!) { registerResident(input: $input) { resident { id } } }",
      {
        input: { name, phone: "13900001234", address: "新星小区9栋", clientMutationId: key() },
      },
    );
    // And somebody who looks for work and cannot work at night.
    const { registerResident: other } = await ask(
      world.clerk,
      "mutation ($input: RegisterResidentInput!) { registerResident(input: $input) { resident { id } } }",
      { input: { name: "林小蓝", clientMutationId: key() } },
    );
    await ask(
      world.clerk,
      "mutation ($input: RegisterJobSeekerInput!) { registerJobSeeker(input: $input) { jobSeeker { id } } }",
      {
        input: {
          residentId: other.resident.id,
          situations: ["AGED"],
          residence: "LOCAL",
          wishes: {},
          obstacles: ["NIGHT_SHIFT"],
          consent: true,
          clientMutationId: key(),
        },
      },
    );
    world.case = await openPromised(world.clerk, { code: "ZH-04", demand: "代办手续", resident: name, workingDays: 1 });
    check(!(await green(world.clerk, world.case)), "the case is green before anybody registered");
  },

  async "E3: an opening is entered, marked as of the third sector"({ clerk: page }) {
    await page.goto("/openings");
    await page.locator("[data-opening]").first().waitFor();
    await page.getByRole("button", { name: "录入岗位" }).click();
    await dialog(page).getByRole("button", { name: "录入岗位" }).click();
    await dialog(page).getByText("请填写").first().waitFor();
    await dialog(page).getByLabel("岗位", { exact: true }).fill("图书馆夜间管理员");
    await dialog(page).getByLabel("共建单位").click();
    const partner = page.locator(".ant-select-dropdown:visible .ant-select-item-option").first();
    const unit = await partner.textContent();
    await partner.click();
    check((await dialog(page).getByLabel("用人单位").inputValue()) === unit, "the employer is not the partner");
    await dialog(page).getByLabel("用人单位").fill("新兴书屋");
    await choose(page, "行业", "其他服务业");
    await dialog(page).getByLabel("地点").fill("新兴街道");
    await dialog(page).getByLabel("月薪（元），从").fill("2800");
    await dialog(page).getByLabel("月薪（元），到").fill("2600");
    await words(page, "要求的技能", "图书整理");
    await choose(page, "工作要求", "夜班");
    await dialog(page)
      .getByLabel("截止日期")
      .fill(await inDays(page, 60));
    await axe(page, "enter an opening");
    await page.keyboard.press("Control+Enter");
    await dialog(page).getByLabel("月薪（元），到").and(page.locator("[aria-invalid=true]")).waitFor(); // less than the least
    await dialog(page).getByLabel("月薪（元），到").fill("3000");
    await send(page);
    await page.getByRole("heading", { level: 1, name: "图书馆夜间管理员" }).waitFor();
    await page.locator(".xx-pagehead").getByText("第三产业").waitFor();
    await page.locator(".xx-facts").getByRole("link", { name: unit }).waitFor();
  },

  async "E1: a resident registered elsewhere is registered, with consent"(world) {
    const { clerk: page } = world;
    await page.goto("/jobseekers");
    await page.locator("[data-seeker]").first().waitFor();
    await page.getByRole("button", { name: "求职登记" }).click();
    await dialog(page).getByPlaceholder("姓名、拼音、首字母或手机号").fill(name);
    await dialog(page)
      .getByRole("option", { name: new RegExp(name) })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await dialog(page).getByRole("button", { name: "换一位居民" }).waitFor();
    await choose(page, "人员类别", "登记失业人员", "外来务工人员");
    await choose(page, "户籍", "外地户籍");
    await words(page, "技能、证书", "图书整理", "保安员证");
    await words(page, "意向工种", "保安");
    await choose(page, "不能做的", "高处作业");
    await dialog(page).getByLabel("期望月薪（元，至少）").fill("2500");
    await axe(page, "register a job-seeker");
    await send(page);
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.getByText("外地户籍").first().waitFor();
    world.file = new URL(page.url()).pathname;
    check((await kinds(page))[0] === "求职登记", "the registration is not in the record");
  },

  async "E6: the open case is green now, says so, and costs nothing"(world) {
    const { clerk: page } = world;
    check(await green(page, world.case), "the case is not green");
    await page.goto(`/cases/${world.case}`);
    await page.locator(".xx-case-tags").getByText("绿色通道").waitFor();
    await shoot(page, "12-green-case");
    const refused = await refusal(page, "charge", "ChargeInput", world.case, { amount: "1.00", billNo: "1" });
    check(refused?.clause === "E6" && refused.code === "OVER_STANDARD", `charged: ${JSON.stringify(refused)}`);
    await page.goto("/queue");
    await page.locator("tbody tr", { hasText: "绿色通道" }).first().waitFor();
    await page.getByRole("combobox", { name: "再就业" }).click();
    await page.locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: "绿色通道" }).click();
    await page.waitForURL(/[?&]green=1/);
    await page.locator("tbody tr:not(:has-text('绿色通道'))").first().waitFor({ state: "detached" });
    await page.locator("tbody tr", { hasText: world.case }).waitFor();
    const { cases } = await ask(
      page,
      "{ cases(filter: { open: true }, first: 100) { edges { node { receiptNo green dueAt } } } }",
    );
    const rows = cases.edges.map(({ node }) => ({ ...node, day: localDay(node.dueAt) }));
    for (const [i, row] of rows.entries())
      check(
        i === 0 || rows[i - 1].day < row.day || (rows[i - 1].day === row.day && (rows[i - 1].green || !row.green)),
        `${row.receiptNo} is behind its turn`,
      );
  },

  async "E4: openings are ranked with reasons that add up; what an obstacle forbids is told"({ clerk: page, file }) {
    await page.goto(file);
    const matches = card(page, "匹配岗位").locator("[data-match]");
    await matches.first().waitFor();
    for (const match of (await matches.all()).slice(0, 5)) {
      const head = await match.locator(".xx-match-score").textContent();
      const points = await match.locator(".xx-reason-points").allTextContents();
      const sum = points.reduce((all, one) => all + Number(one), 0);
      check(head === "不合适" || head === `${sum} 分`, `${head}, but the reasons add up to ${sum}`);
    }
    await axe(page, "the file");
    await shoot(page, "12-file");
    await matches.first().getByRole("button", { name: "推荐" }).click();
    await matches.first().getByText("已推荐").waitFor();
    await card(page, "推荐与录用").locator("[data-referral]").waitFor();
  },

  async "E2: a talk with a next step comes back to the counsellor on its day, with a link to the file"(world) {
    const { clerk: page, colleague, administrator, file } = world;
    await colleague.goto(file);
    await colleague.getByRole("button", { name: "记谈心" }).click();
    await dialog(colleague).getByLabel("谈了什么、怎样引导").fill("建议先到家门口的岗位，先就业再择业。");
    await dialog(colleague).getByLabel("下一步").fill("陪同参加街道招聘会");
    await axe(colleague, "record a talk");
    await colleague.keyboard.press("Control+Enter");
    await dialog(colleague).locator("[aria-invalid=true]").first().waitFor(); // a next step has its day
    const { officeTime } = await ask(page, "{ officeTime { now } }");
    const day = localDay(new Date(Date.parse(officeTime.now) + 24 * 3600_000).toISOString());
    await dialog(colleague).locator("input[type=date]").fill(day);
    await send(colleague);
    await colleague.getByText("陪同参加街道招聘会").waitFor();
    await page.goto("/queue");
    // Two weeks on, some day of which the office is open: the reminder fell meanwhile.
    const to = new Date(Date.parse(`${day}T00:00:00+08:00`) + 13 * 24 * 3600_000 + 9.5 * 3600_000).toISOString();
    await ask(administrator, "mutation ($input: MoveClockInput!) { moveClock(input: $input) { now } }", {
      input: { to, clientMutationId: key() },
    });
    await page.goto("/queue");
    await fell(page, "TALK_DUE");
    await page.goto("/queue");
    await page.getByRole("button", { name: /提醒/ }).first().click();
    await page.locator(".xx-warnings a", { hasText: name }).first().waitFor();
    await shoot(page, "12-warning");
    await page.locator(".xx-warnings a", { hasText: name }).first().click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await card(page, "就业谈心").getByRole("button", { name: "登记结果" }).click();
    await dialog(page).getByLabel("结果").fill("已参加，与两家单位面谈。");
    await send(page);
    await card(page, "就业谈心").getByText("已完成").waitFor();
  },

  async "E4: interview, then hired: the opening counts, and three follow-ups stand"({ clerk: page, file }) {
    await page.goto(file);
    const referral = card(page, "推荐与录用").locator("[data-referral]").first();
    await referral.getByRole("button", { name: "登记进展" }).click();
    await dialog(page).getByRole("radio", { name: "未录用" }).check();
    await page.keyboard.press("Control+Enter");
    await dialog(page).getByText("请填写").waitFor();
    await dialog(page).getByRole("radio", { name: "已录用" }).check();
    await axe(page, "hired");
    await send(page);
    await referral.getByText("已录用").waitFor();
    check((await referral.locator("[data-followup]").count()) === 3, "there are not three follow-ups");
    await page.locator(".xx-pagehead").getByText("已就业").waitFor();
    await referral.locator("[data-followup='1']").getByRole("button", { name: "登记回访" }).click();
    await dialog(page).getByRole("radio", { name: "在岗", exact: true }).check();
    await page.keyboard.press("Control+Enter");
    await dialog(page).locator(".ant-alert, [role=alert]").first().waitFor(); // nobody knows yet
    await page.keyboard.press("Escape");
    await shoot(page, "12-hired");
  },

  async "E4: an opening shows who fits, and who cannot, with reasons"({ clerk: page }) {
    await page.goto("/openings?search=图书馆");
    await page.getByRole("link", { name: "图书馆夜间管理员" }).click();
    await card(page, "合适的人").locator("[data-match]").first().waitFor();
    await card(page, "合适的人").locator("[data-match]", { hasText: "不合适" }).first().getByText("夜班").waitFor();
    await shoot(page, "12-opening");
    await page.getByRole("button", { name: "关闭岗位" }).click();
    await dialog(page).getByLabel("原因").fill("单位停招");
    await send(page);
    await page.locator(".xx-pagehead").getByText("已关闭").waitFor();
  },

  async "E7: what counts stands on the list, and filters hold in the address"({ clerk: page }) {
    await page.goto("/jobseekers?state=EMPLOYED");
    await page.locator("[data-seeker]", { hasText: name }).waitFor();
    const figures = await page.locator(".xx-figures-list dd").allTextContents();
    check(figures.length === 7 && figures.every((one) => /^\d+$/.test(one)), `the figures are ${figures}`);
    await page.getByRole("button", { name: "我指导的" }).click();
    await page.waitForURL(/mine=1/);
    await page.locator("[data-seeker]", { hasText: name }).waitFor();
  },

  async "axe finds nothing on these pages, in both languages and themes, wide and narrow"({ browser, file, clerk }) {
    const { openings } = await ask(clerk, "{ openings(first: 20) { edges { node { id } } } }");
    await inspectPages(browser, {
      name: "12",
      login: people.clerk,
      pages: [
        { path: "/jobseekers", ready: "[data-seeker]", label: "jobseekers" },
        { path: file, ready: "[data-match]", label: "file" },
        { path: "/openings", ready: "[data-opening]", label: "openings" },
        { path: `/openings/${openings.edges.at(-1).node.id}`, ready: "[data-match]", label: "opening" },
      ],
    });
  },

  async "nothing in the browser complained"({ faults }) {
    const all = faults.flat();
    check(all.length === 0, all.join("; "));
  },
};

const localDay = (at) => new Date(Date.parse(at) + 8 * 3600_000).toISOString().slice(0, 10);

async function inDays(page, days) {
  const { officeTime } = await ask(page, "{ officeTime { now } }");
  return localDay(new Date(Date.parse(officeTime.now) + days * 24 * 3600_000).toISOString());
}

async function green(page, no) {
  const { id } = await sheet(page, no);
  const { case: one } = await ask(page, "query ($id: ID) { case(id: $id) { green } }", { id });
  return one.green;
}

/** Waits until the reminder is among the window's warnings. */
async function fell(page, kind) {
  await page.waitForFunction(
    async (about) => {
      const answer = await fetch("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ myWarnings(first: 100) { about } }" }),
      });
      return (await answer.json()).data?.myWarnings.some((one) => one.about === about);
    },
    kind,
    { timeout: 20_000, polling: 500 },
  );
}
