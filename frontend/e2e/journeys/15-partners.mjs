// Journey 15: a leader gives a partner a token, which is shown once; in another window the partner enters by it, pledges and reports a delivery; the
// leader confirms it; the log shows what was asked, also in vain; the documented examples run as they stand; a revoked token opens nothing (P5).
import { ask, axe, check, fits, narrow, openWindow, shoot, signIn } from "../desk.mjs";
import { examples, runExample } from "../examples.mjs";
import { dialog } from "../office.mjs";

const leader = "zhouxiulan";
const unit = "九站第一中学";
const [open, closed] = ["便民长廊粉刷", "内部线路整改"];
const key = () => `e2e-${Date.now()}-${Math.random().toString(36).slice(2)}`;

/** Chooses an option of a select of antd's by its label. */
async function choose(page, label, text) {
  await dialog(page).getByRole("combobox", { name: label }).click();
  await page.keyboard.type(text);
  await page.locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: text }).first().click();
}

const send = async (page) => {
  await page.keyboard.press("Control+Enter");
  await dialog(page).waitFor({ state: "hidden" });
};

/** An operation by the token, outside of any browser. */
async function byToken(world, query) {
  const answer = await fetch(`${process.env.XINXING_URL}/graphql`, {
    method: "POST",
    headers: { authorization: `Bearer ${world.secret}`, "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return answer.json();
}

export const steps = {
  async "a leader at the desk, a partner and two projects"(world) {
    const desk = await openWindow(world.browser);
    await signIn(desk.page, leader);
    const { viewer, officeTime } = await ask(desk.page, "{ viewer { staff { id } } officeTime { now } }");
    const today = new Date(Date.parse(officeTime.now) + 8 * 3600_000).toISOString().slice(0, 10);
    const { savePartner } = await ask(
      desk.page,
      "mutation ($input: SavePartnerInput!) { savePartner(input: $input) { partner { id } } }",
      { input: { name: unit, kind: "SCHOOL", offers: ["LABOUR"], clientMutationId: key() } },
    );
    const numbers = [];
    for (const title of [open, closed]) {
      const { proposeProject } = await ask(
        desk.page,
        "mutation ($input: ProposeProjectInput!) { proposeProject(input: $input) { project { id version number } } }",
        {
          input: {
            title,
            kind: "OTHER",
            origin: "PLAN",
            about: "粉刷墙面，更换座椅",
            place: "新星小区北门",
            leadId: viewer.staff.id,
            plannedFrom: today,
            plannedUntil: "2026-12-31",
            budget: "43210.00",
            openToJoin: title === open,
            clientMutationId: key(),
          },
        },
      );
      const { id, version, number } = proposeProject.project;
      await ask(desk.page, "mutation ($input: MoveProjectInput!) { moveProject(input: $input) { project { id } } }", {
        input: { projectId: id, version, to: "AGREED", reason: "先行议定", clientMutationId: key() },
      });
      numbers.push({ id, number });
    }
    Object.assign(world, {
      leader: desk.page,
      page: desk.page,
      faults: [desk.faults],
      today,
      partner: savePartner.partner.id,
      open: numbers[0],
      closed: numbers[1],
    });
  },

  async "P5: the leader makes a token; it is shown once"(world) {
    const { leader: page } = world;
    await page.goto("/tokens");
    await page.getByRole("button", { name: "发放令牌" }).click();
    await choose(page, "共建单位", unit);
    check((await dialog(page).getByLabel("名称", { exact: true }).inputValue()) === unit, "the name is not proposed");
    await axe(page, "the form of a token");
    await shoot(page, "15-token-form");
    await page.keyboard.press("Control+Enter");
    await dialog(page).getByText("令牌只显示这一次").waitFor();
    world.secret = await dialog(page).getByLabel("令牌", { exact: true }).inputValue();
    check(/^xxt_[\w-]{40,}$/.test(world.secret), "that is no token");
    await page.keyboard.press("Escape");
    await dialog(page).getByText("令牌只显示这一次").waitFor();
    await axe(page, "the token");
    await page.screenshot({
      path: new URL("../out/15-token-once.png", import.meta.url).pathname,
      mask: [dialog(page).locator("textarea")],
    });
    await dialog(page).getByRole("button", { name: "我已保存" }).click();
    await dialog(page).waitFor({ state: "hidden" });
    await page.locator(`[data-token="${unit}"]`).getByText("有效", { exact: true }).waitFor();
    check(!(await page.content()).includes(world.secret), "the token is still on the page");
    await page.reload();
    await page.locator(`[data-token="${unit}"]`).waitFor();
    check(!(await page.content()).includes(world.secret), "the token is shown again");
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    check(!kept.includes(world.secret), "the token is kept in the browser");
    await shoot(page, "15-tokens");
  },

  async "P5: the partner enters in a window of its own, by the token alone"(world) {
    const { page, faults } = await openWindow(world.browser);
    await page.goto("/partner");
    await page.getByLabel("令牌").waitFor();
    await axe(page, "the entry of partners");
    await shoot(page, "15-enter");
    await page.getByLabel("令牌").fill("xxt_wrong");
    await page.keyboard.press("Enter");
    await page.getByText("令牌不正确").waitFor();
    await page.getByLabel("令牌").fill(world.secret);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: unit }).waitFor();
    await page.locator(`[data-project="${open}"]`).waitFor();
    check((await page.getByText(closed).count()) === 0, "a project is shown that is not open");
    // The browser says of each answer that it was an error; a wrong token is one.
    faults.length = 0;
    Object.assign(world, { visitor: page });
    world.faults.push(faults);
    await axe(page, "the partner's page");
    await shoot(page, "15-partner");
  },

  async "P5: it pledges, and reports what it delivered"(world) {
    const { visitor: page } = world;
    await page.getByRole("link", { name: open }).click();
    await page.getByRole("heading", { name: open }).waitFor();
    check(!/43210|周秀兰|预算/.test(await page.locator("main").textContent()), "it sees what is the office's own");
    await page.getByRole("button", { name: "认领", exact: true }).click();
    await dialog(page).getByLabel("内容").fill("学生志愿者");
    await dialog(page).getByLabel("数量").fill("12");
    await dialog(page).locator("[id$=_unit]").fill("人");
    await axe(page, "the form of a pledge");
    await send(page);
    const row = page.locator('[data-pledge="学生志愿者"]');
    await row.getByRole("button", { name: "报告兑现" }).click();
    await dialog(page).getByLabel("数量").fill("8");
    await page.keyboard.press("Control+Enter");
    await dialog(page).getByText("请填写").first().waitFor();
    await dialog(page).getByLabel("凭证").fill("签到表8人");
    await send(page);
    await row.getByText("待社区确认").waitFor();
    await shoot(page, "15-delivery");
  },

  async "P3: the leader confirms, and the journal names the partner"(world) {
    const { leader: page, visitor } = world;
    await page.goto(`/projects/${world.open.id}`);
    const row = page.locator('[data-pledge="学生志愿者"]');
    await row.getByText("签到表8人").waitFor();
    await page.getByText(`${unit}（凭令牌）`).first().waitFor();
    await row.getByRole("button", { name: "确认" }).first().click();
    await dialog(page).locator("button[type=submit]").click();
    await dialog(page).waitFor({ state: "hidden" });
    await row.getByText("8/12").or(row.getByText("8 / 12")).first().waitFor();
    await visitor.reload();
    await visitor.getByText("已确认 8/12 人").waitFor();
    await visitor.getByRole("link", { name: "返回" }).click();
    await visitor.getByText("已确认 8/12 人").waitFor();
  },

  async "P5: what is documented runs as it stands"(world) {
    const environment = {
      XINXING: process.env.XINXING_URL,
      XINXING_TOKEN: world.secret,
      PROJECT: world.open.number,
      DELIVERED_ON: world.today,
    };
    const said = {};
    for (const name of Object.keys(examples("partners.md")))
      said[name] = await runExample("partners.md", name, environment);
    check(
      JSON.parse(said["read.sh"]).data.projects.edges.some((one) => one.node.title === open),
      said["read.sh"],
    );
    check(said["pledge.mjs"].includes("once: true"), said["pledge.mjs"]);
    check(/^reported dlv_\w+, confirmed: null/.test(said["deliver.mjs"]), said["deliver.mjs"]);
    check(said["read.go"].includes(`${world.open.number} ${open}: 8/17 人`), said["read.go"]);
    check(Object.keys(said).length === 4, "an example is gone");
  },

  async "P5: residents are refused, and the log tells of it"(world) {
    const { leader: page } = world;
    const refused = await byToken(world, 'query Curious { residents(search: "王") { name } }');
    check(refused.errors?.[0].extensions.code === "FORBIDDEN" && !refused.data, JSON.stringify(refused));
    const hidden = await byToken(world, `query Hidden { project(id: "${world.closed.id}") { title } }`);
    check(hidden.data?.project === null, JSON.stringify(hidden));
    await page.goto("/tokens");
    await page.getByRole("link", { name: unit }).first().click();
    await page.locator('[data-operation="Curious"]').getByText("1 处拒绝").waitFor();
    await page.locator('[data-operation="PartnerPledge"]').getByText("mutation.pledge").waitFor();
    await page.locator('[data-operation="MyProjects"]').first().waitFor();
    await axe(page, "the log of a token");
    await shoot(page, "15-log");
  },

  async "axe finds nothing, and every page fits, small, dark and in English"(world) {
    for (const options of [
      { size: narrow },
      { size: narrow, theme: "dark", language: "en" },
      { size: { width: 768, height: 1024 }, language: "en" },
      { theme: "dark" },
    ]) {
      const name = `${options.size?.width ?? 1440}-${options.theme ?? "light"}-${options.language ?? "zh"}`;
      const partner = await openWindow(world.browser, {
        ...options,
        state: await world.visitor.context().storageState(),
      });
      const staff = await openWindow(world.browser, { ...options, state: await world.leader.context().storageState() });
      for (const [page, at, what] of [
        [partner.page, "/partner", "home"],
        [partner.page, `/partner/projects/${world.open.id}`, "project"],
        [staff.page, "/tokens", "tokens"],
        [staff.page, new URL(world.leader.url()).pathname, "log"],
      ]) {
        await page.goto(at);
        await page.locator("h1").waitFor();
        await page.locator(".xx-card").first().waitFor();
        await fits(page, `${what} ${name}`);
        await axe(page, `${what} ${name}`);
        await shoot(page, `15-${what}-${name}`);
      }
      await partner.context.close();
      await staff.context.close();
    }
  },

  async "P5: it leaves, and a revoked token opens nothing"(world) {
    const { leader: page, visitor } = world;
    await visitor.getByRole("button", { name: "退出" }).click();
    await visitor.getByLabel("令牌").waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
    await page.locator(".ant-popconfirm").getByRole("button", { name: "撤销" }).click();
    await page.getByText("已撤销").first().waitFor();
    await visitor.getByLabel("令牌").fill(world.secret);
    await visitor.keyboard.press("Enter");
    await visitor.getByText("令牌不正确").waitFor();
    const after = await byToken(world, "query After { projects { edges { node { title } } } }");
    check(after.errors?.[0].extensions.code === "UNAUTHENTICATED", JSON.stringify(after));
    check(world.faults[0].length === 0, `the leader's browser complained: ${world.faults[0].join("; ")}`);
  },
};
