// Journey 13: a training is planned, published, enrolled in at the window and by residents themselves; whoever waits moves up when
// somebody withdraws; people sign in at the venue; the result counts (E5, C4). A group rehearses (C1), a show has its acts (C2),
// costumes go out and come back in part (C3).
import { ask, axe, base, check, fits, inspectPages, narrow, openWindow, shoot, signIn } from "../desk.mjs";
import { photo } from "../office.mjs";

const clerk = "wangxiaomei";
const title = "剪纸手艺培训";

/** The dialog on top, and its button that sends. */
const dialog = (page) => page.locator(".ant-modal[role=dialog]:visible").last();
async function send(page, button) {
  const box = dialog(page);
  await box.getByRole("button", { name: button, exact: true }).click();
  await box.waitFor({ state: "hidden" });
}
const local = (at) => new Date(Date.parse(at) + 8 * 3600_000).toISOString().slice(0, 16);
const later = (at, minutes) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** A row of the list of who is enrolled. */
const row = (page, name) => page.locator(".xx-enrolments tbody tr", { hasText: name });

async function enrolOnline(page, name, phone) {
  await page.locator("#name").fill(name);
  await page.locator("#phone").fill(phone);
  await page.locator("input[name=agreed]").check();
  await page.getByRole("button", { name: "提交报名" }).click();
  await page.waitForURL("**/p/enrolment/**");
  return page.url();
}

export const steps = {
  async "E5: a training is planned with its session and published"(world) {
    const { page, faults } = await openWindow(world.browser);
    Object.assign(world, { page, faults });
    await signIn(page, clerk);
    const { officeTime, viewer } = await ask(page, "{ officeTime { now } viewer { community { id } } }");
    Object.assign(world, { now: officeTime.now, community: viewer.community.id });
    await page.goto("/programs");
    await page.locator(".xx-program-month td ul").first().waitFor();
    await page.getByRole("button", { name: "策划活动" }).click();
    const form = dialog(page);
    await form.getByLabel("名称").fill(title);
    await form.getByLabel("名额").fill("1");
    await form.getByLabel("地点", { exact: true }).fill("社区二楼活动室");
    await form.getByLabel("开始").fill(local(later(world.now, 25)));
    await form.getByLabel("结束").fill(local(later(world.now, 85)));
    await form.getByLabel("说明").fill("带剪刀，纸由社区准备。");
    await shoot(page, "13-form");
    await form.getByRole("button", { name: "策划活动", exact: true }).click();
    await page.waitForURL("**/programs/prg_*");
    world.path = new URL(page.url()).pathname;
    await page.getByRole("button", { name: "发布并开始报名" }).click();
    await page.locator(".xx-pagehead .xx-tag", { hasText: "已发布" }).waitFor();
  },

  async "C2: a picture is added; what is published of it stands on the public page too, and what is not does not"(
    world,
  ) {
    const { page } = world;
    const card = page.locator("section", { has: page.getByRole("heading", { name: "现场照片" }) });
    for (const [caption, published] of [
      ["教具已备齐", true],
      ["仓库一角", false],
    ]) {
      await card.getByLabel("照片说明").fill(caption);
      await card.getByLabel("公开这张照片").setChecked(published);
      await card
        .locator("input[type=file]")
        .setInputFiles({ name: "现场.jpg", mimeType: "image/jpeg", buffer: await photo(page) });
      await card.locator(`[data-picture="${caption}"] img`).waitFor();
    }
    await axe(page, "a program with pictures");
    await shoot(page, "13-pictures");
    const id = world.path.split("/").pop();
    const html = await (await page.request.get(`${base}/public/${world.community}/programs/${id}`)).text();
    check(html.includes("教具已备齐") && !html.includes("仓库一角"), "the public page shows what is not published");
    const [, path] = /<img class="picture" src="([^"]+)"/.exec(html);
    check((await page.request.get(base + path)).ok(), "the picture is not public");
    await card.locator('[data-picture="教具已备齐"]').getByRole("button", { name: "不再公开" }).click();
    await card.locator('[data-picture="教具已备齐"]').getByRole("button", { name: "公开", exact: true }).waitFor();
    check((await page.request.get(base + path)).status() === 404, "what is no longer published is still shown");
  },

  async "E5: residents enrol themselves; who comes second waits, and hears nothing of the first"(world) {
    const { page, context, faults } = await openWindow(world.browser, { size: narrow });
    Object.assign(world, { resident: page, residentFaults: faults });
    await page.goto(`/public/${world.community}/programs`);
    await page.getByRole("link", { name: title }).click();
    await page.locator("#enrol").waitFor();
    await axe(page, "a program on the public pages");
    await fits(page, "a program on the public pages");
    await shoot(page, "13-public-program-360");
    world.publicPath = new URL(page.url()).pathname;
    world.first = await enrolOnline(page, "王小花", "16900020001");
    await page.getByText("报名成功").first().waitFor();
    await shoot(page, "13-public-seated-360");
    await page.goto(world.publicPath);
    await page.getByText("名额已满，候补 0 人").waitFor();
    world.second = await enrolOnline(page, "李小草", "16900020002");
    await page.getByText("候补中").waitFor();
    await page.getByText("前面还有 0 人").waitFor();
    await axe(page, "a confirmation");
    await fits(page, "a confirmation");
    await shoot(page, "13-public-waiting-360");
    check(!(await page.content()).includes("小花"), "the confirmation tells of somebody else");
    await page.goto(world.publicPath);
    await page.locator("#name").fill("王小花");
    await page.locator("#phone").fill("16900020001");
    await page.locator("input[name=agreed]").check();
    await page.getByRole("button", { name: "提交报名" }).click();
    await page.getByRole("alert").getByText("已报过名").waitFor();
    world.context = context;
  },

  async "E5: at the window a third is enrolled, by name and number, and waits too"({ page }) {
    await row(page, "李小草").getByText("候补").waitFor();
    await page.getByRole("button", { name: "代为报名" }).click();
    await dialog(page).getByRole("textbox", { name: "姓名" }).fill("赵大山");
    await dialog(page).getByLabel("电话").fill("16900020003");
    await send(page, "代为报名");
    await row(page, "赵大山").getByText("候补").waitFor();
    check((await row(page, "赵大山").textContent()).includes("169****0003"), "the number is not masked");
    check(!(await page.locator("main").textContent()).includes("16900020003"), "a whole number is shown");
  },

  async "E5: the first withdraws by the own link, and the second moves up at once"({ page, resident, first, second }) {
    await resident.goto(first);
    await resident.getByRole("button", { name: "退出报名" }).click();
    await resident.getByText("已退出").waitFor();
    await resident.goto(second);
    await resident.getByText("报名成功").first().waitFor();
    await row(page, "李小草").getByText("已报名").waitFor();
    await row(page, "赵大山").getByText("候补").waitFor();
    await page.locator(".xx-record summary").click();
    await page.getByText("候补递补").first().waitFor();
  },

  async "E5: the second signs in at the venue by the code, and is ticked in the list"(world) {
    const { page, resident } = world;
    await page.getByRole("button", { name: "第 1 场签到码" }).click();
    const link = await dialog(page).getByRole("link", { name: "打开签到页" }).getAttribute("href");
    await page.locator(".xx-code svg path").waitFor();
    await shoot(page, "13-code");
    await page.keyboard.press("Escape");
    await resident.goto(link);
    await axe(resident, "signing in");
    await resident.locator("#name").fill("赵大山");
    await resident.locator("#lastFour").fill("0003");
    await resident.getByRole("button", { name: "签到" }).click();
    await resident.getByRole("alert").waitFor();
    const waiting = await resident.getByRole("alert").textContent();
    await resident.locator("#name").fill("没有此人");
    await resident.getByRole("button", { name: "签到" }).click();
    await resident.getByRole("alert").waitFor();
    check(waiting === (await resident.getByRole("alert").textContent()), "one may learn who is enrolled");
    await resident.locator("#name").fill("李小草");
    await resident.locator("#lastFour").fill("0002");
    await resident.getByRole("button", { name: "签到" }).click();
    await resident.getByText("签到成功").waitFor();
    await shoot(resident, "13-public-here-360");
    await row(page, "李小草").locator("input[type=checkbox]:checked").waitFor();
  },

  async "E5: printed it is a sign-in list of those with a place"({ page }) {
    const signature = page.locator(".xx-enrolments thead th", { hasText: "签名" });
    check(!(await signature.isVisible()), "the column for signatures is on the screen too");
    await page.emulateMedia({ media: "print" });
    check(await signature.isVisible(), "nowhere to sign");
    check(await row(page, "李小草").isVisible(), "who has a place is not on the list");
    check(!(await row(page, "赵大山").isVisible()), "who waits is on the list");
    await shoot(page, "13-print");
    await page.emulateMedia({ media: "screen" });
  },

  async "the calendar of programs is a feed that calendars read"({ page, community }) {
    const answer = await page.request.get(`${base}/public/${community}/programs.ics`);
    const text = await answer.text();
    check(answer.headers()["content-type"].startsWith("text/calendar"), "no calendar");
    check(
      text.startsWith("BEGIN:VCALENDAR\r\n") && text.replaceAll("\r\n ", "").includes(title),
      "the training is not in it",
    );
    check(
      text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75),
      "a line is too long",
    );
  },

  async "C1: a group is founded, somebody joins, a rehearsal is arranged"({ page, now }) {
    await page.goto("/groups");
    await page.getByRole("button", { name: "新建队伍" }).click();
    await dialog(page).getByLabel("队伍名称").fill("剪纸小组");
    await send(page, "新建队伍");
    await page.getByRole("link", { name: "剪纸小组" }).click();
    await page.getByRole("button", { name: "加队员" }).click();
    await dialog(page).getByRole("textbox", { name: "姓名" }).fill("钱巧云");
    await dialog(page).getByLabel("分工").fill("组长");
    await dialog(page).getByLabel("电话").fill("16900020009");
    await dialog(page).getByLabel("队伍负责人").check();
    await send(page, "保存");
    await page.getByText("169****0009").waitFor();
    await page.getByRole("button", { name: "查看号码" }).click();
    await dialog(page).getByLabel("原因").fill("通知排练");
    await dialog(page).getByRole("button", { name: "查看号码", exact: true }).click();
    await page.getByText("16900020009").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "安排排练" }).click();
    await dialog(page)
      .getByLabel("开始")
      .fill(local(later(now, 24 * 60)));
    await dialog(page)
      .getByLabel("结束")
      .fill(local(later(now, 26 * 60)));
    await dialog(page).getByLabel("地点").fill("社区活动室");
    await send(page, "保存");
    await page.locator("section:has(#xx-group-rehearsals) li", { hasText: "社区活动室" }).waitFor();
    await shoot(page, "13-group-new");
  },

  async "C3: costumes are bought, lent, and come back but for one that is missing"({ page, now }) {
    await page.goto("/props");
    await page.locator(".xx-props tr").first().waitFor();
    await page.getByRole("button", { name: "购置登记" }).click();
    await dialog(page).getByLabel("名称").fill("剪纸围裙");
    await dialog(page).getByLabel("数量").fill("10");
    await dialog(page).getByLabel("金额（元）").fill("150");
    await dialog(page).getByLabel("存放处").fill("库房C");
    await send(page, "保存");
    await page.getByRole("button", { name: "剪纸围裙" }).click();
    await page.getByRole("button", { name: "借出", exact: true }).click();
    await dialog(page).getByLabel("借用人").fill("钱巧云");
    await dialog(page).getByLabel("数量").fill("6");
    await dialog(page)
      .getByLabel("应还")
      .fill(local(later(now, 48 * 60)).slice(0, 10));
    await send(page, "借出");
    const sheet = page.locator(".xx-prop");
    await sheet.getByText("在库 4，借出 6，缺失 0").waitFor();
    await sheet.getByRole("button", { name: "归还" }).click();
    await dialog(page).getByLabel("归还数").fill("5");
    await dialog(page).getByLabel("缺失数").fill("1");
    await send(page, "归还");
    await sheet.getByText("在库 9，借出 0，缺失 1").waitFor();
    await sheet.getByText("已结清").waitFor();
    await shoot(page, "13-prop");
    await page.goto("/props?show=missing");
    await page.locator(".xx-props tr", { hasText: "剪纸围裙" }).waitFor();
  },

  async "axe finds nothing on the pages, in both languages and themes, wide and narrow"({
    browser,
    page,
    community,
    path,
  }) {
    const { programs, groups } = await ask(
      page,
      `{ programs(states: [HELD], kinds: [SHOW], first: 1) { edges { node { id } } } groups { id name } }`,
    );
    const show = programs.edges[0]?.node.id;
    check(show, "the demo has no show");
    await inspectPages(browser, {
      name: "13",
      login: clerk,
      pages: [
        { path: "/programs", ready: ".xx-programs li", label: "programs" },
        { path, ready: ".xx-enrolments tbody tr", label: "program" },
        { path: `/programs/${show}`, ready: ".xx-show-acts li", label: "show" },
        { path: "/groups", ready: ".xx-groups li", label: "groups" },
        { path: `/groups/${groups[0].id}`, ready: ".xx-group-list li", label: "group" },
        { path: "/props", ready: ".xx-props tbody tr", label: "props" },
      ],
    });
    await inspectPages(browser, {
      name: "13-public",
      pages: [
        { path: `/public/${community}/programs`, ready: ".tiles li", label: "programs" },
        { path: `/public/${community}/programs/${show}`, ready: "h1", label: "show" },
      ],
    });
  },

  async "nothing in the browsers complained"({ faults, residentFaults }) {
    // What a form is refused with is repeated by the browser's console.
    const real = [...faults, ...residentFaults].filter((fault) => !/status of (404|409|422)/.test(fault));
    check(real.length === 0, real.join("; "));
  },
};
