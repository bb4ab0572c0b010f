// Journey 10: the accountability register. A breach is heard, decided, carried out and closed; the second one is a suspension, and
// the director's leadership a record of its own; nobody decides about themself; a gift stays open until its value went back;
// an overdue case is completed with its apology, which is printed (A1–A4, A7).
import { ask, axe, check, inspectPages, openWindows, shoot } from "../desk.mjs";
import { dialog, openCase, openPromised, refusal, sheet } from "../office.mjs";

const people = {
  clerk: "gaoyang",
  reporter: "wangxiaomei",
  leader: "sunlihua",
  director: "liujianguo",
  supervisor: "songwenbin",
  administrator: "fangming",
};

const key = () => crypto.randomUUID();

/** Sends the form that is open, by keyboard. */
async function send(page) {
  await dialog(page).locator(":focus").first().waitFor();
  await page.keyboard.press("Control+Enter");
  await dialog(page).waitFor({ state: "hidden" });
}

/** Opens the form of a step and fills its text. */
async function step(page, name, text) {
  await page.getByRole("button", { name, exact: true }).click();
  if (text) await dialog(page).locator("textarea").first().fill(text);
}

/** The state as the page's head tells it. */
const stands = (page, state) =>
  page.getByRole("heading", { name: /^发现/ }).getByText(state, { exact: true }).waitFor();

/** Somebody's case is reported as a breach of the kind; gives the entry's id. */
async function reported(world, kind, who = "clerk") {
  const no = await openCase(world[who], { code: null, demand: "居民反映窗口多收了费用" });
  const one = await sheet(world[who], no);
  const { reportBreach } = await ask(
    world.reporter,
    "mutation ($input: ReportBreachInput!) { reportBreach(input: $input) { breach { id } } }",
    { input: { caseId: one.id, kind, facts: "居民反映多收了三块钱。", clientMutationId: key() } },
  );
  return reportBreach.breach.id;
}

const dutyOf = async (page, name) =>
  (await ask(page, "{ staff { name duty } }")).staff.find((one) => one.name === name).duty;

export const steps = {
  async "each person has a window, and a breach is reported"(world) {
    await openWindows(world, people);
    world.page = world.leader;
    world.first = await reported(world, "OVERCHARGE");
  },

  async "A4: the person finds it in the register and states"({ clerk: page, first }) {
    await page.goto("/breaches");
    await page.locator("tbody tr", { hasText: "超标准收费" }).first().waitFor();
    await axe(page, "the register");
    await page.locator(`a[href="/breaches/${first}"]`).click();
    await stands(page, "待陈述");
    check((await page.getByRole("button", { name: "作出决定" }).count()) === 0, "the person may decide");
    await step(page, "陈述申辩");
    await dialog(page).getByRole("button", { name: "陈述申辩" }).click();
    await dialog(page).getByText("请填写").waitFor();
    await axe(page, "statement");
    await dialog(page).locator("textarea").fill("收费单写错了，已当场说明。");
    await send(page);
    await stands(page, "待决定");
    await page.locator(".xx-timeline-item", { hasText: "收费单写错了" }).waitFor();
  },

  async "A4: a colleague who reported it sees that it was found, and nothing that followed"({ reporter: page, first }) {
    await page.goto(`/breaches/${first}`);
    await page.getByText("居民反映多收了三块钱").waitFor();
    check((await page.getByText("收费单写错了").count()) === 0, "the statement is shown to a colleague");
    check((await page.getByText("待决定").count()) === 0, "the state is shown to a colleague");
    check((await page.locator(".xx-entry-acts button").count()) === 0, "a colleague has something to do");
  },

  async "A3: the ladder proposes written self-criticism; the leader decides with a reason"({ leader: page, first }) {
    await page.goto(`/breaches/${first}`);
    await page.getByText("台账建议：书面检查。").waitFor();
    await step(page, "作出决定");
    check(await dialog(page).getByRole("radio", { name: "书面检查" }).isChecked(), "the proposal is not chosen");
    await dialog(page).getByRole("button", { name: "作出决定" }).click();
    await dialog(page).getByText("请填写").waitFor();
    await axe(page, "decision");
    await dialog(page).locator("textarea").fill("属实，第一次，责令写书面检查。");
    await send(page);
    await stands(page, "待执行");
    await step(page, "登记执行", "书面检查一份，已存档。");
    await send(page);
    await stands(page, "已执行");
    await step(page, "结案");
    await dialog(page).getByRole("button", { name: "结案" }).click();
    await stands(page, "已结案");
    await shoot(page, "10-closed");
  },

  async "A3, A7: the second time is suspension; the cases move at once"(world) {
    const { leader: page } = world;
    world.held = await openPromised(world.clerk, { code: "ZH-04", demand: "代办手续", workingDays: 1 });
    world.second = await reported(world, "OVERCHARGE");
    await page.goto(`/breaches/${world.second}`);
    await page.getByText("台账建议：待岗。").waitFor();
    await step(page, "陈述申辩");
    await dialog(page).getByRole("checkbox").check();
    await dialog(page).getByRole("button", { name: "陈述申辩" }).click();
    await stands(page, "待决定");
    await step(page, "作出决定", "属实，第二次，给予待岗处理。");
    const { officeTime } = await ask(page, "{ officeTime { now } }");
    const until = new Date(Date.parse(officeTime.now) + 5 * 24 * 3600_000 + 8 * 3600_000).toISOString().slice(0, 16);
    await dialog(page).locator("input[type=datetime-local]").fill(until);
    await axe(page, "suspension");
    await dialog(page).getByRole("button", { name: "作出决定" }).click();
    await stands(page, "待执行");
    await page.getByText("（进行中）").waitFor();
    await page.getByText("的领导责任").waitFor();
    check((await dutyOf(page, "高洋")) === "SUSPENDED", "the person is not suspended");
    const moved = await sheet(page, world.held);
    check(moved.holder.name !== "高洋" && moved.responsible.name !== "高洋", "the suspended person holds a case");
    await shoot(page, "10-suspended");
  },

  async "A3: the director does not decide about themself; the supervisor does"({ director, supervisor }) {
    await director.goto("/breaches?kind=LEADERSHIP");
    await director.locator("tbody a[href^='/breaches/']").first().click();
    await stands(director, "待陈述");
    check((await director.getByRole("button", { name: "不予追究" }).count()) === 0, "the director dismisses their own");
    await step(director, "陈述申辩", "对窗口收费管理不严。");
    await send(director);
    await stands(director, "待决定");
    check((await director.getByRole("button", { name: "作出决定" }).count()) === 0, "the director decides their own");

    await supervisor.goto(new URL(director.url()).pathname);
    await stands(supervisor, "待决定");
    await step(supervisor, "作出决定", "负领导责任，告诫教育。");
    check(await dialog(supervisor).getByRole("radio", { name: "告诫教育" }).isChecked(), "the proposal is not chosen");
    await send(supervisor);
    await stands(supervisor, "待执行");
  },

  async "A4: the person appeals once; the next level decides, never the decider"({ clerk, leader, director, second }) {
    await clerk.goto(`/breaches/${second}`);
    await step(clerk, "申诉", "第二次系系统计费错误。");
    await send(clerk);
    await stands(clerk, "申诉复核中");
    await leader.goto(`/breaches/${second}`);
    await stands(leader, "申诉复核中");
    check((await leader.getByRole("button", { name: "复核" }).count()) === 0, "the decider decides the appeal");
    await director.goto(`/breaches/${second}`);
    await step(director, "复核", "经查系统计费有误，改为批评教育。");
    await dialog(director).getByRole("radio", { name: "减轻" }).check();
    await dialog(director).getByRole("combobox").click();
    await director.locator(".ant-select-item-option", { hasText: "批评教育" }).click();
    await axe(director, "appeal");
    await dialog(director).getByRole("button", { name: "复核" }).click();
    await stands(director, "待执行");
    await director.locator(".xx-timeline-item", { hasText: "决定：待岗" }).waitFor(); // what was decided first stays
    await director.locator(".xx-timeline-item", { hasText: "复核：减轻 · 批评教育" }).waitFor();
    check((await dutyOf(director, "高洋")) === "ON_DUTY", "the suspension did not end");
    await clerk.reload();
    await stands(clerk, "待执行");
    check((await clerk.getByRole("button", { name: "申诉" }).count()) === 0, "a second appeal is offered");
  },

  async "A4: it is dismissed only with a reason"(world) {
    const { leader: page } = world;
    const third = await reported(world, "WITHHOLDING");
    await page.goto(`/breaches/${third}`);
    await step(page, "不予追究");
    await dialog(page).getByRole("button", { name: "不予追究" }).click();
    await dialog(page).getByText("请填写").waitFor();
    await dialog(page).locator("textarea").fill("居民记错窗口，非本人经办。");
    await send(page);
    await stands(page, "不予追究");
  },

  async "A1: a gift is open until its value went back"({ reporter, leader }) {
    await reporter.goto("/breaches?tab=gifts");
    await reporter.getByRole("button", { name: "登记馈赠或吃请" }).click();
    const form = dialog(reporter);
    await form.getByRole("combobox").first().fill("徐雪");
    await reporter.locator(".ant-select-item-option", { hasText: "徐雪" }).click();
    await form.getByLabel("物品或事由").fill("茶叶一盒（旅程）");
    await form.getByLabel("来自何人").fill("办事居民");
    await form.getByLabel("价值（元）").fill("12.345");
    await reporter.keyboard.press("Control+Enter");
    await form.getByText("写成如 120 或 120.50").waitFor();
    await form.getByLabel("价值（元）").fill("100");
    // Found today, unless another day is said, and never on one that is still to come.
    const { officeTime } = await ask(reporter, "{ officeTime { now } }");
    const day = (ahead) =>
      new Date(Date.parse(officeTime.now) + (ahead * 24 + 8) * 3600_000).toISOString().slice(0, 10);
    const written = (at) => `${Number(at.slice(0, 4))}年${Number(at.slice(5, 7))}月${Number(at.slice(8))}日`;
    check((await form.getByLabel("发现日期").inputValue()) === day(0), "it is not found today");
    await form.getByLabel("发现日期").fill(day(1));
    await reporter.keyboard.press("Control+Enter");
    await form.getByText("不能晚于今天").waitFor();
    await shoot(reporter, "10-gift-refused");
    await form.getByLabel("发现日期").fill(day(-3));
    await form.getByText("不能晚于今天").waitFor({ state: "detached" });
    await axe(reporter, "register a gift");
    await shoot(reporter, "10-gift-form");
    await send(reporter);
    const card = (page) => page.locator(".xx-gifts > li", { hasText: "茶叶一盒（旅程）" });
    await card(reporter).getByText("未退清").waitFor();
    await card(reporter)
      .getByText(written(day(-3)), { exact: false })
      .waitFor();
    check((await card(reporter).getByRole("button").count()) === 0, "a colleague writes the return down");

    await leader.goto("/breaches?tab=gifts");
    const back = async (amount, proof, on = day(0)) => {
      await card(leader).getByRole("button", { name: "登记退还" }).click();
      check((await dialog(leader).getByLabel("退还日期").inputValue()) === day(0), "it does not go back today");
      await dialog(leader).getByLabel("退还日期").fill(on);
      await dialog(leader).getByLabel("退还金额（元）").fill(amount);
      await dialog(leader).locator("textarea").fill(proof);
      await leader.keyboard.press("Control+Enter");
    };
    await back("40", "收条一", day(-1));
    await dialog(leader).waitFor({ state: "hidden" });
    await card(leader)
      .locator(".xx-gift-parts li", { hasText: "收条一" })
      .getByText(written(day(-1)), { exact: false })
      .waitFor();
    await card(leader).getByText("已退 40.00 元").waitFor();
    await card(leader).getByText("未退清").waitFor();
    await back("60.01", "收条二");
    await dialog(leader).locator(".ant-form-item-explain-error").getByText("A1").waitFor();
    await axe(leader, "return a gift");
    await shoot(leader, "10-gift-return");
    await dialog(leader).getByLabel("退还金额（元）").fill("60");
    await leader.keyboard.press("Control+Enter");
    await dialog(leader).waitFor({ state: "hidden" });
    await card(leader).getByText("已退清").waitFor();
    await shoot(leader, "10-gift");
  },

  async "A2: an overdue case is completed with its apology, in one dialog, and it is printed"(world) {
    const { reporter: page } = world;
    const no = await openPromised(page, { code: "ZH-04", demand: "代办手续，逾期", workingDays: 1 });
    world.late = no;
    const due = (await sheet(page, no)).dueAt;
    const at = new Date(Date.parse(due) + 60_000).toISOString();
    await ask(world.administrator, "mutation ($input: MoveClockInput!) { moveClock(input: $input) { now } }", {
      input: { to: at, clientMutationId: key() },
    });
    const refused = await refusal(page, "completeCase", "CompleteCaseInput", no, { outcome: "已办结" });
    check(refused?.code === "NEEDS_APOLOGY" && refused.clause === "A2", JSON.stringify(refused));
    await page.goto(`/cases/${no}`);
    await page.getByRole("button", { name: /^办结/ }).click();
    await dialog(page).getByText("致歉及补救").waitFor();
    await dialog(page).locator("textarea").first().fill("已代办完毕。");
    await page.keyboard.press("Control+Enter");
    await dialog(page).locator(".ant-form-item-explain-error").first().waitFor();
    check((await sheet(page, no)).status === "PROMISED", "closed without an apology");
    await dialog(page).getByLabel("致歉内容").fill("未能按期办结，向您致歉。");
    await dialog(page).getByLabel("补救措施").fill("结果当日送上门。");
    await axe(page, "apology");
    await shoot(page, "10-apology");
    await page.keyboard.press("Control+Enter");
    await dialog(page).waitFor({ state: "hidden" });
    await page.locator(".xx-timeline-item", { hasText: "致歉及补救" }).first().waitFor();
    const { case: one } = await ask(
      page,
      `query ($no: String) { case(receiptNo: $no) { id status apologies { words remedy givenBy { name } }
         papers { kind subjectId number } } }`,
      { no },
    );
    check(one.status === "COMPLETED" && one.apologies[0]?.remedy === "结果当日送上门。", JSON.stringify(one));
    const offer = one.papers.find((paper) => paper.kind === "APOLOGY");
    const { printPaper } = await ask(
      page,
      "mutation ($input: PrintPaperInput!) { printPaper(input: $input) { paper { path } } }",
      { input: { caseId: one.id, kind: "APOLOGY", subjectId: offer.subjectId, clientMutationId: key() } },
    );
    const html = await (await page.request.get(`${printPaper.paper.path}?as=html`)).text();
    for (const said of ["致歉及补救记录", "未能按期办结，向您致歉。", "结果当日送上门。"])
      check(html.includes(said), `the paper does not say ${said}`);
    check((await page.request.get(printPaper.paper.path)).ok(), "the paper is not printed");
  },

  async "axe finds nothing on the registers, in both languages and themes, wide and narrow"({
    browser,
    second,
    first,
  }) {
    await inspectPages(browser, {
      name: "10",
      login: people.leader,
      pages: [
        { path: "/breaches", ready: "tbody tr", label: "register" },
        { path: `/breaches/${second}`, ready: ".xx-timeline-item", label: "entry" },
        { path: `/breaches/${first}`, ready: ".xx-timeline-item", label: "closed" },
        { path: "/breaches?tab=gifts", ready: ".xx-gifts li", label: "gifts" },
      ],
    });
  },

  async "nothing in the browser complained"({ faults }) {
    const all = faults.flat();
    check(all.length === 0, all.join("; "));
  },
};
