// Journey 14: a partner is taken in, its phone shown for a reason; a project goes from proposal to close on the board, with tasks, pledges,
// deliveries, pictures and residents; a resource is never booked twice; a case is answered by a project and its promise stays; anybody reads what
// is published (P1–P4, P6).
import { ask, axe, check, fits, narrow, openWindow, shoot, signIn } from "../desk.mjs";
import { dialog, openPromised, photo, sheet } from "../office.mjs";

const [director, clerk] = ["liujianguo", "zhangwei"];
const partner = "星河装饰公司";
const title = "单元门口坡道改造";

/** Chooses an option of a select of antd's by its label. */
async function choose(page, label, text) {
  await dialog(page).getByLabel(label, { exact: true }).click();
  await page.locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: text }).first().click();
}

/** Waits until what is asked for is so. */
async function until(look, message) {
  for (const end = Date.now() + 20_000; ; ) {
    if (await look()) return;
    check(Date.now() < end, message);
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** Sends the form of the dialog by its button. */
const send = async (page) => {
  await dialog(page).locator("button[type=submit]").click();
  await dialog(page).waitFor({ state: "hidden" });
};

async function project(page, id) {
  const { node } = await ask(
    page,
    `query ($id: ID!) { node(id: $id) { ... on Project { id stage residents partners { name } tasks { title doneAt }
       totals { pledged delivered } pictures { id published path } } } }`,
    { id },
  );
  return node;
}

export const steps = {
  async "a leader and a clerk at their desks"(world) {
    const windows = {};
    for (const [name, login] of Object.entries({ director, clerk })) {
      windows[name] = await openWindow(world.browser);
      await signIn(windows[name].page, login);
    }
    Object.assign(world, {
      director: windows.director.page,
      clerk: windows.clerk.page,
      page: windows.director.page,
      faults: Object.values(windows).map((one) => one.faults),
    });
    const { viewer, officeTime } = await ask(world.director, "{ viewer { community { id } } officeTime { now } }");
    world.community = viewer.community.id;
    world.today = new Date(Date.parse(officeTime.now) + 8 * 3600_000).toISOString().slice(0, 10);
    world.after = (n) => new Date(Date.parse(`${world.today}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
  },

  async "P1: a partner is taken in, with a contact whose phone is masked"({ director: page, clerk: other }) {
    await page.goto("/partners");
    await page.getByRole("button", { name: "新增单位" }).click();
    await dialog(page).getByLabel("单位名称").fill(partner);
    await send(page);
    await page.getByRole("link", { name: partner }).click();
    await page.getByRole("button", { name: "新增联系人" }).click();
    await dialog(page).getByLabel("姓名").fill("何经理");
    await dialog(page).getByLabel("电话").fill("13904329999");
    await send(page);
    await page.locator('[data-contact="何经理"]').waitFor();
    check(!(await page.content()).includes("13904329999"), "the phone is on the page");
    await other.goto(page.url());
    check((await other.getByRole("button", { name: "新增联系人" }).count()) === 0, "a clerk may add a contact");
    await other.locator('[data-contact="何经理"]').getByRole("button", { name: "显示电话" }).click();
    await dialog(other).getByLabel("理由").fill("约现场勘查");
    await other.keyboard.press("Control+Enter");
    await other.getByText(/139\s?0432\s?9999/).waitFor();
    await other.reload();
    await other.getByText("约现场勘查").waitFor();
    check((await other.getByText(/139\s?0432\s?9999/).count()) === 0, "the phone stays on the page");
    await axe(page, "a partner");
    await shoot(page, "14-partner");
  },

  async "P3: a project is proposed, and stands in the first column"(world) {
    const { director: page } = world;
    await page.goto("/projects");
    await page.getByRole("button", { name: "提出项目" }).click();
    await dialog(page).getByLabel("项目名称").fill(title);
    await dialog(page).getByLabel("地点").fill("新星小区2号楼");
    await dialog(page).getByLabel("计划开始").fill(world.today);
    await dialog(page).getByLabel("计划完成").fill(world.after(60));
    await dialog(page).getByLabel("预算").fill("15000");
    await dialog(page).getByLabel("在公开页面展示").check();
    await axe(page, "the form of a project");
    await shoot(page, "14-propose");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(/\/projects\/prj_/);
    world.id = page.url().split("/").at(-1);
    await page.getByRole("heading", { name: title }).waitFor();
  },

  async "P3: by key the move asks for its reason; a pledge makes it unneeded"({ director: page, clerk: other, id }) {
    await page.goto("/projects");
    await page.getByRole("link", { name: title }).focus();
    await page.keyboard.press("Shift+ArrowRight");
    await dialog(page).getByText("现在是“提出”").waitFor();
    await dialog(page).getByLabel("理由").focus();
    await page.keyboard.press("Control+Enter");
    await dialog(page).getByText("请填写").first().waitFor();
    check((await project(page, id)).stage === "PROPOSED", "it was agreed without a reason");
    await page.keyboard.press("Escape");
    await other.goto(`/projects/${id}`);
    await other.getByRole("button", { name: "登记认领" }).click();
    await choose(other, "单位", partner);
    await dialog(other).getByLabel("内容").fill("坡道材料");
    await dialog(other).getByLabel("数量").fill("40");
    await dialog(other).locator("[id$=_unit]").fill("块");
    await dialog(other).getByLabel("估值").fill("6000");
    await send(other);
    await until(
      async () => (await project(page, id)).partners.some((one) => one.name === partner),
      "the partner does not take part",
    );
    await page.goto("/projects");
    const card = page.locator(`[data-project="${title}"]`);
    await card.getByRole("button").click();
    await send(page);
    await until(async () => (await project(page, id)).stage === "AGREED", "it is not agreed");
    await page.locator('section[aria-label^="议定"]').getByRole("link", { name: title }).waitFor();
    await axe(page, "the board");
    await shoot(page, "14-board");
  },

  async "P3: tasks, a delivery that somebody else confirms, residents and a picture"({
    director: page,
    clerk: other,
    id,
  }) {
    await page.goto(`/projects/${id}`);
    await page.getByRole("button", { name: "安排任务" }).click();
    await dialog(page).getByLabel("任务").fill("铺设坡道");
    await send(page);
    await page.locator('[data-task="铺设坡道"]').waitFor();
    await page.getByRole("button", { name: "推进", exact: true }).click();
    await send(page);
    await until(async () => (await project(page, id)).stage === "UNDER_WAY", "it is not under way");
    await other.reload();
    await other.getByRole("button", { name: "登记兑现" }).click();
    await dialog(other).getByLabel("凭证").fill("送货单3张");
    await send(other);
    await other.getByText("待确认").waitFor();
    check((await other.getByRole("button", { name: "确认兑现" }).count()) === 0, "a clerk confirms what they reported");
    check((await project(page, id)).totals[0].delivered === 0, "it counts before it was confirmed");
    await page.getByRole("button", { name: "推进", exact: true }).click();
    await dialog(page).getByText("还没有一项得到确认").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "确认兑现" }).click();
    await send(page);
    await until(async () => (await project(page, id)).totals[0].delivered === 40, "it does not count");
    await other.getByRole("button", { name: "登记参与" }).click();
    await dialog(other).getByLabel("参与人数").fill("17");
    await dialog(other).getByLabel("志愿时长").fill("510");
    await send(other);
    await other.getByLabel("照片说明").fill("坡道完工");
    await other.getByLabel("结束后").check();
    await other.getByLabel("公开这张照片").check();
    await other
      .locator("input[type=file]")
      .setInputFiles({ name: "坡道.jpg", mimeType: "image/jpeg", buffer: await photo(other) });
    await other.locator('[data-picture="坡道完工"] img').waitFor();
    await until(
      () => other.locator('[data-picture="坡道完工"] img').evaluate((img) => img.complete && img.naturalWidth === 640),
      "the picture is not shown",
    );
    await axe(other, "a project");
    await shoot(other, "14-project");
  },

  async "P3: open tasks want a reason; it is closed with its outcome"({ director: page, id }) {
    await page.reload();
    await page.getByRole("button", { name: "完成任务“铺设坡道”" }).click();
    await until(async () => (await project(page, id)).tasks[0].doneAt !== null, "the task is not done");
    await page.getByRole("button", { name: "推进", exact: true }).click();
    await send(page);
    await until(async () => (await project(page, id)).stage === "ACCEPTED", "it is not accepted");
    await page.getByRole("button", { name: "推进", exact: true }).click();
    await dialog(page).getByLabel("成效").fill("坡道可用，轮椅可以进出");
    await send(page);
    await until(async () => (await project(page, id)).stage === "CLOSED", "it is not closed");
    check((await page.getByRole("button", { name: "推进", exact: true }).count()) === 0, "what is closed goes on");
  },

  async "P2: a resource is never booked twice, and the refusal says who has it"(world) {
    const { director: page, clerk: other } = world;
    const day = world.after(2);
    const at = (hour) => `${day}T${hour}:00:00+08:00`;
    const program = { kind: "CONTEST", title: "广场舞比赛", place: "多功能厅", capacity: 30 };
    await ask(other, "mutation ($input: PlanProgramInput!) { planProgram(input: $input) { program { id } } }", {
      input: {
        program: { ...program, sessions: [{ from: at(18), until: at(20), place: "多功能厅" }] },
        clientMutationId: crypto.randomUUID(),
      },
    });
    await other.goto(`/resources?week=${day}`);
    await other.getByRole("button", { name: `预约社区多功能厅 ${day}` }).click();
    await dialog(other).getByLabel("开始").fill(`${day}T18:00`);
    await dialog(other).getByLabel("结束").fill(`${day}T20:00`);
    await dialog(other).getByLabel("用途").fill("广场舞比赛评委会");
    await dialog(other).getByLabel("用于", { exact: true }).click();
    await other.locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: program.title }).click();
    const [sent] = await Promise.all([
      other.waitForRequest((request) => request.postData()?.includes("BookResource") ?? false),
      other.keyboard.press("Control+Enter"),
    ]);
    const { input } = sent.postDataJSON().variables;
    check(input.programId?.startsWith("prg_") && !input.projectId, `booked for ${JSON.stringify(input)}`);
    await dialog(other).waitFor({ state: "hidden" });
    await page.goto(`/resources?week=${day}`);
    await page.getByText("广场舞比赛评委会").waitFor();
    await page.getByRole("button", { name: `预约社区多功能厅 ${day}` }).click();
    await dialog(page).getByLabel("开始").fill(`${day}T19:00`);
    await dialog(page).getByLabel("结束").fill(`${day}T21:00`);
    await dialog(page).getByLabel("用途").fill("会议");
    await page.keyboard.press("Control+Enter");
    await dialog(page)
      .getByText(/社区多功能厅 已被 张伟 预约.*18:00.*20:00/)
      .waitFor();
    await axe(page, "a booking that is refused");
    await shoot(page, "14-booked");
    await page.keyboard.press("Escape");
    await axe(page, "the booking calendar");
    await shoot(page, "14-resources");
  },

  async "P4: a case is answered by a project; its promise stays, and the resident sees how far it has come"(world) {
    const { clerk: page, browser } = world;
    const no = await openPromised(page, { code: "MZ-01", demand: "楼道照明一直不亮", workingDays: 3 });
    const before = await sheet(page, no);
    await page.goto(`/cases/${no}`);
    await page.getByRole("button", { name: "以项目答复" }).click();
    await page.getByLabel("以项目答复").fill("物业");
    await page.locator(".xx-pick-option", { hasText: "物业管理提升" }).click();
    await page.locator(".xx-case-projects").getByRole("link", { name: "物业管理提升" }).waitFor();
    const after = await sheet(page, no);
    check(
      after.dueAt === before.dueAt && after.status === before.status && after.promises.length === 1,
      "the promise moved",
    );
    await shoot(page, "14-case");
    const { case: one } = await ask(page, "query ($no: String) { case(receiptNo: $no) { projects { stage } } }", {
      no,
    });
    check(one.projects.length === 1, "no project answers the case");
    const reader = await openWindow(browser);
    await reader.page.goto(`/public/${world.community}/projects`);
    await reader.page.getByRole("link", { name: title }).waitFor();
    await axe(reader.page, "the public projects");
    await shoot(reader.page, "14-public");
    await reader.page.getByRole("link", { name: title }).click();
    await reader.page.getByText("坡道可用，轮椅可以进出").waitFor();
    await until(
      () =>
        reader.page
          .locator("img.picture")
          .first()
          .evaluate((img) => img.complete && img.naturalWidth > 0),
      "the picture is not public",
    );
    check(!(await reader.page.content()).includes("13904329999"), "a phone is public");
    await axe(reader.page, "a public project");
    await shoot(reader.page, "14-public-project");
    await reader.page.setViewportSize(narrow);
    await fits(reader.page, "a public project");
    await shoot(reader.page, "14-public-project-360");
    await reader.context.close();
  },

  async "P6: contributions and participation as charts with tables, in both languages, light and dark, wide and narrow"(
    world,
  ) {
    const { director: page } = world;
    await page.goto("/projects?view=figures");
    await page.locator(".xx-chart svg").first().waitFor();
    await page.getByRole("link", { name: partner }).waitFor();
    await axe(page, "the figures");
    await shoot(page, "14-figures");
    await page.goto("/projects?view=plan");
    await page.getByRole("link", { name: title }).waitFor();
    await axe(page, "the timeline");
    await shoot(page, "14-plan");
    await page.setViewportSize(narrow);
    for (const [name, path] of Object.entries({
      board: "/projects",
      plan: "/projects?view=plan",
      figures: "/projects?view=figures",
      project: `/projects/${world.id}`,
      partners: "/partners",
      resources: "/resources",
    })) {
      await page.goto(path);
      await page.locator("h1").waitFor();
      await until(async () => (await page.locator(".ant-skeleton").count()) === 0, "the figures do not come");
      await fits(page, name);
      await shoot(page, `14-${name}-360`);
    }
    const state = await page.context().storageState();
    const english = await openWindow(world.browser, { language: "en", theme: "dark", state });
    for (const [name, path] of Object.entries({
      board: "/projects",
      figures: "/projects?view=figures",
      project: `/projects/${world.id}`,
      resources: "/resources",
      partners: "/partners",
    })) {
      await english.page.goto(path);
      await english.page.locator("h1").waitFor();
      await until(async () => (await english.page.locator(".ant-skeleton").count()) === 0, "the figures do not come");
      await axe(english.page, `${name} in English, dark`);
      await shoot(english.page, `14-${name}-en-dark`);
    }
    check(english.faults.length === 0, english.faults.join("; "));
    await english.context.close();
  },
};
